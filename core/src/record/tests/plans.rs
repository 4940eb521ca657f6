//! Planned shifts, worked against planned, and fields.

use super::month::{HOME, two_days};
use super::*;
use crate::record::compare::{Comparison, compare};
use crate::record::fields::{FieldKey, FieldValue};
use crate::record::rota::{PlanState, PlannedShift, as_last_week, fields_of, planned};
use crate::time::{Minute, Minutes};

fn plan(n: u16, from: &str, to: &str, state: PlanState) -> PlannedShift {
    PlannedShift {
        id: id(n),
        span: crate::time::Interval::new(Minute::floor_ms(ms(from)), Minute::floor_ms(ms(to))),
        kind: "frueh".into(),
        note: String::new(),
        cost_centre: None,
        state,
        disputed: vec![],
    }
}

#[test]
fn worked_is_compared_with_the_published_plan() {
    let published = PlanState::Published { at_ms: 1_790_000_000_000 };
    let rota = DocumentId::rota(ADA, month(HOME));
    let mut desk = two_days();
    for shift in [
        plan(60, "2026-10-05T08:00+02:00", "2026-10-05T16:00+02:00", published),
        plan(61, "2026-10-06T07:30+02:00", "2026-10-06T16:30+02:00", published),
        plan(62, "2026-10-07T08:00+02:00", "2026-10-07T16:00+02:00", published),
        plan(63, "2026-10-08T08:00+02:00", "2026-10-08T16:00+02:00", PlanState::Draft),
        plan(64, "2026-10-09T08:00+02:00", "2026-10-09T16:00+02:00", PlanState::Cancelled),
        plan(65, "2026-10-30T08:00+01:00", "2026-10-30T16:00+01:00", published),
    ] {
        let fields = fields_of(DocumentKind::Rota, &shift);
        desk.document(rota).set(&fields, 0).expect("may be written");
    }
    desk.write(HOME, 7, manual("2026-10-10T08:00+02:00", "2026-10-10T09:00+02:00"));
    let plans = planned(desk.document(rota));
    assert_eq!(plans.len(), 6);
    assert_eq!(plans[0].state, published, "the time is kept");
    let until = Minute::floor_ms(ms("2026-10-20T00:00+02:00"));
    let found = compare(&desk.month(HOME), &plans, until);
    assert_eq!(
        found,
        [
            Comparison::AsPlanned { planned: id(60), worked: id(1) },
            Comparison::Differs {
                planned: id(61),
                worked: id(3),
                start_by: Minutes::new(30),
                end_by: Minutes::new(-30),
            },
            Comparison::Missing { planned: id(62) },
            Comparison::Unplanned { worked: id(7) },
        ]
    );
}

#[test]
fn as_last_week_keeps_the_wall_clock_over_both_clock_changes() {
    // (from, to, monday, from a week later, minutes)
    let cases = [
        (
            "2026-03-23T22:00+01:00",
            "2026-03-24T06:00+01:00",
            "2026-03-30",
            "2026-03-30T22:00+02:00",
            480,
        ),
        (
            "2026-03-21T22:00+01:00",
            "2026-03-22T06:00+01:00",
            "2026-03-23",
            "2026-03-28T22:00+01:00",
            420,
        ),
        (
            "2026-10-17T22:00+02:00",
            "2026-10-18T06:00+02:00",
            "2026-10-19",
            "2026-10-24T22:00+02:00",
            540,
        ),
    ];
    for (from, to, monday, expected, minutes) in cases {
        let before = [
            plan(1, from, to, PlanState::Published { at_ms: 5 }),
            plan(2, from, to, PlanState::Cancelled),
        ];
        let monday = monday.parse().expect("a day");
        let drafts = as_last_week(&before, monday, chrono_tz::Europe::Berlin, (10..).map(id));
        assert_eq!(drafts.len(), 1, "cancelled shifts are left out");
        assert_eq!(drafts[0].state, PlanState::Draft);
        assert_eq!(drafts[0].id, id(10));
        let span = drafts[0].span.expect("a span");
        assert_eq!(span.from(), Minute::floor_ms(ms(expected)));
        assert_eq!(span.length(), Minutes::new(minutes), "{from}");
    }
}

#[test]
fn two_values_for_one_field_are_a_dispute_until_a_put_has_seen_both() {
    let rota = DocumentId::rota(ADA, month(HOME));
    let key = FieldKey::of(DocumentKind::Rota, "shift", id(1), "note").expect("a field");
    let mut a = Desk::new(1);
    let mut b = Desk::new(2);
    a.document(rota).set(&[(key.clone(), FieldValue::text("früh"))], 0).expect("set");
    b.document(rota).set(&[(key.clone(), FieldValue::text("spät"))], 0).expect("set");
    a.learn(&b);
    b.learn(&a);
    for desk in [&a, &b] {
        let rota = &desk.documents[0];
        assert_eq!(rota.field(&key).len(), 2, "both are kept");
        assert_eq!(planned(rota)[0].disputed.len(), 1);
        let told = crate::record::authors::tell_fields(rota, &super::shifts::Nobody);
        assert_eq!(told[0].sides.len(), 2);
    }
    b.document(rota).set(&[(key.clone(), FieldValue::text("spät"))], 0).expect("chosen");
    a.learn(&b);
    assert_eq!(a.documents[0].field(&key).len(), 1);
    assert!(planned(&a.documents[0])[0].disputed.is_empty());
}

/// What automerge itself shows must be what this room reads from the changes.
#[test]
fn fields_are_as_automerge_shows_them() {
    use automerge::ReadDoc as _;
    use rand::{RngExt as _, SeedableRng as _};
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(11);
    let rota = DocumentId::rota(ADA, month(HOME));
    for _ in 0..30 {
        let mut desks: Vec<Desk> = (1..4).map(Desk::new).collect();
        for step in 0..30 {
            let writer = rng.random_range(0..3);
            let key = FieldKey::of(DocumentKind::Rota, "shift", id(rng.random_range(0..3)), "note");
            let value = FieldValue::text(if rng.random() { "früh" } else { "spät" });
            let field = [(key.expect("a field"), value)];
            let written = desks[writer].document(rota).set(&field, step / 3);
            assert!(matches!(written, Ok(_) | Err(crate::record::document::RecordError::Empty)));
            if rng.random_bool(0.3) {
                let from = desks[rng.random_range(0..3)].clone();
                desks[rng.random_range(0..3)].learn(&from);
            }
        }
        for desk in &desks {
            for document in &desk.documents {
                for (key, ours) in document.fields() {
                    let theirs = document
                        .automerge()
                        .get_all(automerge::ROOT, key.to_string())
                        .expect("a key of the root map");
                    let theirs: Vec<Vec<u8>> = theirs
                        .iter()
                        .map(|(value, _)| value.as_bytes().expect("bytes").to_vec())
                        .collect();
                    let ours: Vec<Vec<u8>> =
                        ours.iter().map(|w| w.value.to_bytes(w.recorded_ms)).collect();
                    assert_eq!(ours, theirs, "{key:?}");
                }
            }
        }
    }
}
