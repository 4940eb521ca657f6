//! Golden vectors of statements: the canonical bytes that an approval is bound
//! to, with the documents they follow from (`docs/sync-protocol.md` § 9.3).
//! `UPDATE_GOLDEN=1` writes `tests/fixtures/record/statements.json` anew;
//! otherwise it is compared.

mod story;

use assistenz_core::absence::{Absence, AbsenceKind, Certificate};
use assistenz_core::document::{DocumentId, EventId};
use assistenz_core::money::Cents;
use assistenz_core::record::cbor::{Funding, Place};
use assistenz_core::record::events::review::{Over, Proposal};
use assistenz_core::record::events::time::{
    Answer, Away, ClockIn, ClockOut, Correction, ManualEntry, Part, Retraction,
};
use assistenz_core::record::events::{Body, Event};
use assistenz_core::record::statement::{Statement, Terms};
use assistenz_core::work::Kind;
use serde_json::{Value, json};
use story::{ADA, OCTOBER, Story, golden, id, month, ms};

fn munich() -> Place {
    let communes = vec!["mariae_himmelfahrt".to_owned()];
    Place { zone: "Europe/Berlin".into(), land: "BY".into(), communes }
}

fn paid() -> Vec<Funding> {
    let share = |cost_centre: &str, measure, amount| Funding {
        cost_centre: cost_centre.into(),
        measure,
        amount,
    };
    vec![share("4711", 1, Some(90)), share("4712", 2, Some(2_500)), share("Träger", 3, None)]
}

/// A shift from the first to the second instant, tapped, under `n` and `n + 1`.
fn worked(story: &mut Story, n: u16, from: &str, to: &str) {
    let clock_in = ClockIn { at_ms: ms(from), place: munich(), funding: vec![] };
    story.write(OCTOBER, n, &[], clock_in);
    story.write(OCTOBER, n + 1, &[], ClockOut { shift: id(n), at_ms: ms(to) });
}

fn part(story: &mut Story, n: u16, shift: u16, kind: Kind, from: &str, to: &str) {
    let (from_ms, to_ms) = (ms(from), ms(to));
    let body = Part { shift: id(shift), part: None, kind, from_ms, to_ms, reason: None };
    story.write(OCTOBER, n, &[], body);
}

fn later_end(shift: u16, to: &str) -> Proposal {
    Proposal {
        shift: Some(id(shift)),
        reason: "laut Dienstplan".into(),
        start_ms: None,
        end_ms: Some(ms(to)),
        place: None,
        funding: None,
        parts: vec![],
        retract: None,
    }
}

fn propose(story: &mut Story, n: u16, about: &[u16], body: Proposal) {
    let event = Event::new(story.tick(), body).about(about.iter().copied().map(id));
    story.record(OCTOBER, n, event);
}

/// One approved statement of a story.
struct Approved {
    approval: EventId,
    statement: Statement,
}

/// Approves under `n`, its pieces under the numbers behind.
fn approve(story: &mut Story, n: u16, replaces: &[&Approved], terms: Terms) -> Approved {
    let earlier = replaces.iter().map(|one| one.statement.clone()).collect();
    let terms = Terms { earlier, ..terms };
    let mut statement =
        Statement::make(ADA, month(OCTOBER), &story.documents(), terms).expect("may be approved");
    // So that a newer table of time zones does not change these vectors.
    statement.zone_data = "2026a".to_owned();
    let replaced: Vec<EventId> = replaces.iter().map(|one| one.approval).collect();
    let events =
        statement.approval(story.tick(), &replaced, (n..n + 17).map(id)).expect("enough ids");
    for (id, event) in events {
        story.record_as(OCTOBER, id, event);
    }
    Approved { approval: id(n), statement }
}

fn told(name: &str, story: &Story, approved: &[Approved]) -> Value {
    let review = story
        .documents()
        .into_iter()
        .find(|one| one.id() == DocumentId::review(ADA, month(OCTOBER)));
    let review = review.expect("approved");
    let statements: Vec<Value> = approved
        .iter()
        .map(|one| {
            let Some(Body::Approval(approval)) =
                review.event(one.approval).map(|event| &event.body)
            else {
                panic!("no approval")
            };
            let read = Statement::of_approval(review, approval).expect("all pieces");
            assert_eq!(read, one.statement, "{name}");
            let bytes = String::from_utf8(read.to_bytes()).expect("JSON");
            json!({ "approval": one.approval, "text": bytes, "sha256": read.hash() })
        })
        .collect();
    json!({ "name": name, "documents": story.told(), "statements": statements })
}

fn a_month() -> Value {
    let mut story = Story::begin();
    worked(&mut story, 1, "05T08:00", "05T16:00");
    part(&mut story, 3, 1, Kind::UnpaidBreak, "05T12:00", "05T12:30");
    part(&mut story, 4, 1, Kind::Travel, "05T15:30", "05T16:00");
    worked(&mut story, 10, "06T20:00", "07T08:00");
    part(&mut story, 12, 10, Kind::Standby, "06T23:00", "07T06:00");
    part(&mut story, 13, 10, Kind::CallOut, "07T02:00", "07T02:45");
    let reason = "Telefon leer".to_owned();
    let entry = ManualEntry {
        from_ms: ms("24T22:00"),
        to_ms: ms("25T09:00"),
        place: munich(),
        reason,
        funding: paid(),
        from_typed: None,
        to_typed: None,
    };
    story.write(OCTOBER, 20, &[], entry);
    let (from_ms, to_ms) = (ms("25T02:00"), ms("25T05:00"));
    let place = Place { land: "BE".into(), communes: vec![], ..munich() };
    story.write(OCTOBER, 21, &[], Away { shift: id(20), piece: None, from_ms, to_ms, place });
    let day = |text: &str| text.parse().expect("a day");
    let absence = Absence {
        id: id(90).to_string(),
        kind: AbsenceKind::Sick,
        from: day("2026-10-12"),
        to: day("2026-10-13"),
        planned: vec![],
        certificate: Certificate::Paper(day("2026-10-12")),
        same_illness_as: None,
        vacation_days: None,
        rota_known: vec![month(OCTOBER)],
        due: None,
        net_per_day: None,
    };
    let terms = Terms {
        warnings: vec!["rest_period".into()],
        absences: vec![absence],
        pay: json!({ "lines": [{ "text": "Grundlohn „so“", "cents": 12_345 }] }),
        ..Terms::default()
    };
    let approved = approve(&mut story, 100, &[], terms);
    // What comes afterwards is not in what was approved.
    story.write(OCTOBER, 30, &[2], ClockOut { shift: id(1), at_ms: ms("05T17:00") });
    told("a month, and a change afterwards", &story, &[approved])
}

fn single_days() -> Value {
    let mut story = Story::begin();
    worked(&mut story, 1, "05T08:00", "05T16:00");
    worked(&mut story, 3, "06T08:00", "06T16:00");
    worked(&mut story, 5, "07T08:00", "07T16:00");
    let days = ["2026-10-05", "2026-10-07"].map(|text| text.parse().expect("a day")).to_vec();
    let approved = approve(&mut story, 100, &[], Terms { days, ..Terms::default() });
    told("single days", &story, &[approved])
}

/// The weeks around a birth: what is known of it and what the payroll office has told.
fn around_a_birth() -> Value {
    let mut story = Story::begin();
    worked(&mut story, 1, "01T08:00", "01T16:00");
    let day = |text: &str| text.parse().expect("a day");
    let absence = Absence {
        id: id(90).to_string(),
        kind: AbsenceKind::MaternityLeave,
        from: day("2026-10-05"),
        to: day("2027-01-11"),
        planned: vec![],
        certificate: Certificate::None,
        same_illness_as: None,
        vacation_days: None,
        rota_known: vec![],
        due: Some(day("2026-11-16")),
        net_per_day: Some(Cents::new(5_040)),
    };
    let terms = Terms { absences: vec![absence], ..Terms::default() };
    let approved = approve(&mut story, 100, &[], terms);
    told("the weeks around a birth", &story, &[approved])
}

fn over_objection() -> Value {
    let mut story = Story::begin();
    worked(&mut story, 1, "05T08:00", "05T16:00");
    worked(&mut story, 3, "06T08:00", "06T16:00");
    propose(&mut story, 50, &[1, 2], later_end(1, "05T15:00"));
    propose(&mut story, 51, &[3, 4], later_end(3, "06T15:00"));
    let reason = Some("Ich war bis vier da.".to_owned());
    let objection = Answer { proposal: id(50), agreed: false, reason };
    story.write(OCTOBER, 52, &[], objection);
    let over = [50, 51].map(|n| Over { proposal: id(n), reason: "Es war niemand im Haus.".into() });
    let terms = Terms { over: over.to_vec(), ..Terms::default() };
    let approved = approve(&mut story, 100, &[], terms);
    told("over an objection and over silence", &story, &[approved])
}

fn corrected_afterwards() -> Value {
    let mut story = Story::begin();
    worked(&mut story, 1, "05T08:00", "05T16:00");
    let first = approve(&mut story, 100, &[], Terms::default());
    let corrected = Correction {
        shift: id(1),
        reason: "erst um fünf gegangen".into(),
        start_ms: None,
        end_ms: Some(ms("05T17:00")),
        place: None,
        funding: None,
    };
    story.write(OCTOBER, 30, &[1, 2], corrected);
    let second = approve(&mut story, 200, &[&first], Terms::default());
    propose(&mut story, 50, &[1, 30], later_end(1, "05T17:15"));
    story.write(OCTOBER, 51, &[], Answer { proposal: id(50), agreed: true, reason: None });
    worked(&mut story, 60, "06T08:00", "06T10:00");
    let third = approve(&mut story, 300, &[&second], Terms::default());
    let retracted = Retraction { shift: id(60), part: None, reason: "falscher Tag".into() };
    story.write(OCTOBER, 62, &[60, 61], retracted);
    let fourth = approve(&mut story, 400, &[&third], Terms::default());
    let approved = [first, second, third, fourth];
    told("corrected three times after the approval, with the reasons", &story, &approved)
}

fn in_pieces() -> Value {
    let mut story = Story::begin();
    for day in 1..=21_u16 {
        let (from, to) = (format!("{day:02}T08:00"), format!("{day:02}T16:00"));
        worked(&mut story, day * 10, &from, &to);
        let (from, to) = (format!("{day:02}T12:00"), format!("{day:02}T12:30"));
        part(&mut story, day * 10 + 2, day * 10, Kind::UnpaidBreak, &from, &to);
    }
    let approved = approve(&mut story, 1_000, &[], Terms::default());
    let length = approved.statement.to_bytes().len();
    assert!(length > 12_000, "more than one piece: {length}");
    told("a statement in two pieces", &story, &[approved])
}

#[test]
fn statements_are_as_they_were() {
    let stories = [
        a_month(),
        single_days(),
        over_objection(),
        corrected_afterwards(),
        in_pieces(),
        around_a_birth(),
    ];
    golden("statements.json", &json!(stories));
}
