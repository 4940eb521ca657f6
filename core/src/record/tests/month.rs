//! Proposals, approvals, deltas, statements, plans.

use super::*;
use crate::record::approving::Terms;
use crate::record::delta::ChangeKind;
use crate::record::events::review::{Over, Proposal, ProposalWithdrawn, Reopening};
use crate::record::events::time::MonthComplete;
use crate::record::month_state::{
    Approved, Complete, MayApprove, MonthState, Proposals, Standing, TABLE, look_up, standing,
};
use crate::record::statement::Statement;
use crate::time::Minutes;

pub(super) const HOME: &str = "2026-10";

fn proposal(shift: EventId, end: &str) -> Proposal {
    Proposal {
        shift: Some(shift),
        reason: "laut Kalender".into(),
        start_ms: None,
        end_ms: Some(ms(end)),
        place: None,
        funding: None,
        parts: vec![],
        retract: None,
    }
}

/// One day shift 8–16 on 5 October, and one on the 6th.
pub(super) fn two_days() -> Desk {
    let mut desk = Desk::new(1);
    for (n, day) in [(1, 5), (3, 6)] {
        let shift = desk.write(HOME, n, clock_in(&format!("2026-10-{day:02}T08:00+02:00")));
        desk.write(HOME, n + 1, clock_out(shift, &format!("2026-10-{day:02}T16:00+02:00")));
    }
    desk
}

fn propose(desk: &mut Desk) -> EventId {
    let proposal = proposal(id(1), "2026-10-05T15:00+02:00");
    desk.write(HOME, 20, event(proposal).about([id(2)]))
}

fn outcome(desk: &Desk) -> &'static str {
    desk.month(HOME).proposals[0].outcome.code()
}

fn make(desk: &Desk, terms: Terms) -> Result<Statement, &'static str> {
    Statement::make(ADA, month(HOME), &desk.all(), terms).map_err(|refused| refused.code())
}

fn approve(desk: &mut Desk, terms: Terms, replaces: &[EventId], first: u16) -> EventId {
    let statement = make(desk, terms).expect("may be approved");
    let events = statement.approval(0, replaces, (first..).map(id)).expect("ids enough");
    for (id, event) in events {
        let review = desk.document(DocumentId::review(ADA, month(HOME)));
        review.record(&[(id, event)], 0).expect("may be written");
    }
    id(first)
}

fn standing_of(desk: &Desk) -> Standing {
    standing(&desk.month(HOME), &desk.all(), |_| vec![])
}

fn state(desk: &Desk) -> (MonthState, MayApprove) {
    let standing = standing_of(desk);
    (standing.state, standing.may_approve)
}

#[test]
fn a_proposal_changes_nothing_until_agreed() {
    let before = ["05 08:00-05 16:00 8:00", "06 08:00-06 16:00 8:00"];
    let after = ["05 08:00-05 15:00 7:00 reconstructed", "06 08:00-06 16:00 8:00"];
    let mut desk = two_days();
    let proposed = propose(&mut desk);
    assert_eq!((desk.shifts(HOME), outcome(&desk)), (before.map(String::from).to_vec(), "open"));
    let mut objects = desk.clone();
    objects.write(HOME, 21, answer(proposed, false));
    assert_eq!(objects.shifts(HOME), before);
    assert_eq!(outcome(&objects), "objected");
    let mut agrees = desk.clone();
    agrees.write(HOME, 22, answer(proposed, true));
    assert_eq!(agrees.shifts(HOME), after);
    assert_eq!(outcome(&agrees), "agreed");
    assert_eq!(agrees.month(HOME).entries[0].agreed, [proposed]);
    let mut withdrawn = desk.clone();
    withdrawn.write(HOME, 23, ProposalWithdrawn { proposal: proposed, reason: None });
    assert_eq!(outcome(&withdrawn), "withdrawn");
    // The target changed meanwhile: stale, and still without effect.
    let mut stale = desk.clone();
    let right = correction(id(1), None, Some("2026-10-05T15:30+02:00"));
    stale.write(HOME, 24, event(right).superseding([id(2)]));
    assert_eq!(outcome(&stale), "stale");
    assert_eq!(stale.shifts(HOME)[0], "05 08:00-05 15:30 7:30 reconstructed");
    // Agreed on one phone, objected to on another: both are kept, a person chooses.
    let mut phone = Desk::new(2);
    phone.learn(&objects);
    let mut other = Desk::new(3);
    other.learn(&desk);
    other.write(HOME, 22, answer(proposed, true));
    other.learn(&phone);
    assert_eq!(outcome(&other), "disputed");
    assert!(other.findings(HOME).contains(&"answers_disagree"));
    other.write(HOME, 25, event(answer(proposed, false)).superseding([id(21), id(22)]));
    assert_eq!(
        (outcome(&other), other.shifts(HOME)),
        ("objected", before.map(String::from).to_vec())
    );
    // Agreed and corrected without knowledge of each other: a dispute.
    let mut fixed = Desk::new(4);
    fixed.learn(&desk);
    let right = correction(id(1), None, Some("2026-10-05T15:30+02:00"));
    fixed.write(HOME, 26, event(right).superseding([id(2)]));
    fixed.learn(&agrees);
    assert_eq!(fixed.disputes(HOME), ["end"]);
}

#[test]
fn a_forgotten_shift_can_be_proposed_and_a_wrong_one_taken_out() {
    let mut desk = two_days();
    let forgotten = Proposal {
        shift: None,
        start_ms: Some(ms("2026-10-08T08:00+02:00")),
        place: Some(berlin()),
        ..proposal(id(1), "2026-10-08T12:00+02:00")
    };
    let forgotten = desk.write(HOME, 20, forgotten);
    assert_eq!(desk.shifts(HOME).len(), 2);
    desk.write(HOME, 21, answer(forgotten, true));
    assert_eq!(desk.shifts(HOME)[2], "08 08:00-08 12:00 4:00 reconstructed");
    let wrong = Proposal { end_ms: None, retract: Some(true), ..proposal(id(3), HOME_END) };
    let wrong = desk.write(HOME, 22, event(wrong).about([id(3), id(4)]));
    assert_eq!(desk.shifts(HOME).len(), 3);
    desk.write(HOME, 23, answer(wrong, true));
    assert_eq!(desk.shifts(HOME).len(), 2);
    assert!(desk.disputes(HOME).is_empty());
}
const HOME_END: &str = "2026-10-31T12:00+01:00";

#[test]
fn an_employer_approves_over_silence_or_objection_only_by_name_and_with_a_reason() {
    for objected in [false, true] {
        let mut desk = two_days();
        let proposed = propose(&mut desk);
        if objected {
            desk.write(HOME, 21, answer(proposed, false));
        }
        assert_eq!(make(&desk, Terms::default()), Err("open_proposals"));
        let over = |reason: &str| Terms {
            over: vec![Over { proposal: proposed, reason: reason.into() }],
            ..Terms::default()
        };
        assert_eq!(make(&desk, over(" ")), Err("bad_override"));
        let strange = Over { proposal: id(999), reason: "so".into() };
        assert_eq!(
            make(&desk, Terms { over: vec![strange], ..Terms::default() }),
            Err("bad_override")
        );
        assert_eq!(desk.shifts(HOME)[0], "05 08:00-05 16:00 8:00", "a preview changes nothing");
        let statement = make(&desk, over("siehe Kalender")).expect("may be approved");
        let shown = &statement.over[0];
        assert_eq!(shown.answer, if objected { "objected" } else { "open" });
        assert_eq!(shown.objection.is_some(), objected);
        assert_eq!(shown.fields[0].recorded, ["2026-10-05T14:00Z"]);
        assert_eq!(shown.fields[0].approved, "2026-10-05T13:00Z");
        let approval = approve(&mut desk, over("siehe Kalender"), &[], 30);
        assert_eq!(desk.shifts(HOME)[0], "05 08:00-05 15:00 7:00 reconstructed");
        assert_eq!(state(&desk), (MonthState::Approved, MayApprove::Nothing));
        assert_eq!(desk.month(HOME).entries[0].over_objection, [proposed]);
        // The assistant sets it right once more: a dispute and a delta, nothing lost.
        let right = correction(id(1), None, Some("2026-10-05T15:30+02:00"));
        desk.write(HOME, 40, event(right).superseding([id(2)]));
        assert_eq!(desk.disputes(HOME), ["end"]);
        assert_eq!(state(&desk).0, MonthState::Changed);
        // A new approval without the old override takes its place.
        desk.write(HOME, 41, ProposalWithdrawn { proposal: proposed, reason: None });
        approve(&mut desk, Terms::default(), &[approval], 50);
        assert_eq!(desk.shifts(HOME)[0], "05 08:00-05 15:30 7:30 reconstructed");
        assert_eq!(state(&desk), (MonthState::Approved, MayApprove::Nothing));
    }
}

#[test]
fn what_runs_or_is_in_doubt_cannot_be_approved() {
    let mut running = two_days();
    running.write(HOME, 5, clock_in("2026-10-07T08:00+02:00"));
    assert_eq!(make(&running, Terms::default()), Err("running_shifts"));
    let fifth = "2026-10-05".parse().expect("a day");
    let one_day = Terms { days: vec![fifth], ..Terms::default() };
    assert!(make(&running, one_day).is_ok(), "days without it can");
    let mut tail = Desk::new(1);
    tail.write("2026-09", 1, clock_in("2026-09-30T20:00+02:00"));
    assert_eq!(make(&tail, Terms::default()), Err("running_shifts"), "it touches October");
    let one_day = Terms { days: vec![fifth], ..Terms::default() };
    assert!(make(&tail, one_day).is_ok(), "but begins on no day of it");
    let mut begun = two_days();
    begun.write(HOME, 5, event(correction(id(1), Some("2026-10-07T08:00+02:00"), None)));
    let sixth = "2026-10-06".parse().expect("a day");
    for (days, expected) in [
        (vec![sixth], None),
        (vec![fifth], Some("unsettled_shifts")),
        (vec![sixth, "2026-10-07".parse().expect("a day")], Some("unsettled_shifts")),
    ] {
        let terms = Terms { days, ..Terms::default() };
        assert_eq!(make(&begun, terms).err(), expected, "a disputed start holds its days only");
    }
    let mut disputed = two_days();
    disputed.write(HOME, 5, clock_out(id(1), "2026-10-05T17:00+02:00"));
    assert_eq!(make(&disputed, Terms::default()), Err("unsettled_shifts"));
    let mut overlap = two_days();
    overlap.write(HOME, 5, manual("2026-10-05T15:00+02:00", "2026-10-05T17:00+02:00"));
    assert_eq!(make(&overlap, Terms::default()), Err("open_findings"));
}

#[test]
fn a_later_change_opens_a_delta_that_shows_exactly_what_changed() {
    let mut desk = two_days();
    let approval = approve(&mut desk, Terms::default(), &[], 30);
    assert_eq!(state(&desk), (MonthState::Approved, MayApprove::Nothing));
    // Another month's events change nothing here.
    desk.write("2026-11", 9, manual("2026-11-05T08:00+01:00", "2026-11-05T09:00+01:00"));
    assert_eq!(state(&desk).0, MonthState::Approved);
    let right = correction(id(1), None, Some("2026-10-05T16:30+02:00"));
    desk.write(HOME, 5, event(right).superseding([id(2)]));
    desk.write(HOME, 6, manual("2026-10-09T08:00+02:00", "2026-10-09T09:00+02:00"));
    let live = desk.month(HOME).entries[1].live.clone();
    desk.write(HOME, 7, event(retraction(id(3))).superseding(live));
    let standing = standing_of(&desk);
    assert_eq!((standing.state, standing.may_approve), (MonthState::Changed, MayApprove::Yes));
    let changes = &standing.deltas[0].1.changes;
    let told: Vec<_> = changes
        .iter()
        .map(|change| {
            let sum = |totals: &[crate::record::statement::Total]| {
                totals.iter().map(|total| total.minutes).sum::<Minutes>().get()
            };
            (change.shift, change.kind, sum(&change.minutes_before), sum(&change.minutes_after))
        })
        .collect();
    assert_eq!(
        told,
        [
            (id(1), ChangeKind::Changed, 480, 510),
            (id(3), ChangeKind::Removed, 480, 0),
            (id(6), ChangeKind::Added, 0, 60),
        ]
    );
    assert_eq!(changes[0].new_events, [id(5)]);
    assert_eq!(changes[0].gone_events, [id(2)]);
    // Reopened: the approved statement stays readable and payable.
    desk.write(HOME, 8, Reopening { approval, reason: "vergessen".into() });
    let reopened = standing_of(&desk);
    assert_eq!(reopened.reopened, [(approval, "vergessen".to_owned())]);
    let review = desk.document(DocumentId::review(ADA, month(HOME))).clone();
    let old = Statement::of_approval(&review, &reopened.approvals[0].1).expect("readable");
    assert_eq!(old.totals[0].minutes, Minutes::hours(16));
    approve(&mut desk, Terms::default(), &[approval], 50);
    assert_eq!(state(&desk), (MonthState::Approved, MayApprove::Nothing));
}

#[test]
fn single_days_are_approved_apart_from_the_rest() {
    let mut desk = two_days();
    let fifth = "2026-10-05".parse().expect("a day");
    approve(&mut desk, Terms { days: vec![fifth], ..Terms::default() }, &[], 30);
    assert_eq!(state(&desk), (MonthState::PartlyApproved, MayApprove::Yes));
    let right = correction(id(3), None, Some("2026-10-06T16:30+02:00"));
    desk.write(HOME, 5, event(right).superseding([id(4)]));
    assert_eq!(state(&desk).0, MonthState::PartlyApproved, "another day");
    let right = correction(id(1), Some("2026-10-04T23:00+02:00"), None);
    desk.write(HOME, 6, event(right).superseding([id(1)]));
    let standing = standing_of(&desk);
    assert_eq!(standing.state, MonthState::Changed);
    assert_eq!(standing.deltas[0].1.changes[0].kind, ChangeKind::Removed, "counts on the 4th now");
}

#[test]
fn the_state_table_is_complete_and_means_what_it_says() {
    let all = [
        Proposals::None,
        Proposals::Agreed,
        Proposals::Stale,
        Proposals::Silent,
        Proposals::Objected,
        Proposals::Disputed,
    ];
    let mut walked = 0;
    for proposals in all {
        for approved in [Approved::Nothing, Approved::Days, Approved::Month] {
            for (reopened, changed) in [(false, false), (false, true), (true, false), (true, true)]
            {
                let rows: Vec<_> = TABLE
                    .iter()
                    .filter(|row| {
                        (row.0, row.1, row.2, row.3) == (proposals, approved, reopened, changed)
                    })
                    .collect();
                let can_be = approved != Approved::Nothing || !(reopened || changed);
                assert_eq!(rows.len(), usize::from(can_be), "one row for what can be");
                let (state, may) = look_up(proposals, approved, reopened, changed);
                walked += rows.len();
                let expected = match (approved, changed, reopened) {
                    (Approved::Nothing, _, _) => MonthState::Open,
                    (_, true, _) => MonthState::Changed,
                    (_, false, true) => MonthState::Reopened,
                    (Approved::Days, false, false) => MonthState::PartlyApproved,
                    (Approved::Month, false, false) => MonthState::Approved,
                };
                assert_eq!(state, expected);
                let expected = match proposals {
                    Proposals::Disputed => MayApprove::No,
                    Proposals::Silent | Proposals::Objected => MayApprove::OnlyOver,
                    Proposals::None | Proposals::Agreed | Proposals::Stale => {
                        if state == MonthState::Approved {
                            MayApprove::Nothing
                        } else {
                            MayApprove::Yes
                        }
                    }
                };
                assert_eq!(may, expected, "{proposals:?} {approved:?} {reopened} {changed}");
            }
        }
    }
    assert_eq!(walked, TABLE.len());
}

/// Walks the table with real events: every row that can be, is reached.
#[test]
fn every_row_of_the_state_table_is_reached_by_real_acts() {
    for (proposals, approved, reopened, changed, state, may) in TABLE {
        let mut desk = two_days();
        let days = match approved {
            Approved::Days => vec!["2026-10-06".parse().expect("a day")],
            Approved::Nothing | Approved::Month => vec![],
        };
        // The agreed proposal must be there before, or it were a change itself.
        if *proposals == Proposals::Agreed {
            let proposed = propose(&mut desk);
            desk.write(HOME, 21, answer(proposed, true));
        }
        if *approved != Approved::Nothing {
            let approval = approve(&mut desk, Terms { days, ..Terms::default() }, &[], 30);
            if *reopened {
                desk.write(HOME, 40, Reopening { approval, reason: "nochmal".into() });
            }
        }
        match proposals {
            Proposals::None | Proposals::Agreed => {}
            Proposals::Stale => {
                let late = proposal(id(1), "2026-10-05T15:00+02:00");
                desk.write(HOME, 20, event(late).about([id(77)]));
            }
            Proposals::Silent => drop(propose(&mut desk)),
            Proposals::Objected => {
                let proposed = propose(&mut desk);
                desk.write(HOME, 21, answer(proposed, false));
            }
            Proposals::Disputed => {
                // The same value, so that agreeing changes no minute; but other
                // events say so now.
                let proposed = propose(&mut desk);
                desk.write(HOME, 21, answer(proposed, false));
                desk.write(HOME, 22, answer(proposed, true));
            }
        }
        if *changed {
            let right = correction(id(3), None, Some("2026-10-06T17:00+02:00"));
            desk.write(HOME, 41, event(right).superseding([id(4)]));
        }
        let found = self::state(&desk);
        if *proposals == Proposals::Disputed && *approved == Approved::Month && !changed {
            // One of the two answers agreed, so something did change.
            assert_eq!(found, (MonthState::Changed, MayApprove::No));
        } else {
            assert_eq!(found, (*state, *may), "{proposals:?} {approved:?} {reopened} {changed}");
        }
    }
}

#[test]
fn a_month_declared_complete_shows_a_late_entry() {
    let mut desk = two_days();
    let complete = |desk: &Desk| standing_of(desk).complete;
    assert_eq!(complete(&desk), Complete::No);
    let fingerprint = desk.month(HOME).fingerprint();
    desk.write(HOME, 10, MonthComplete { month: month(HOME), fingerprint });
    assert_eq!(complete(&desk), Complete::Yes);
    desk.write(HOME, 11, manual("2026-10-09T08:00+02:00", "2026-10-09T09:00+02:00"));
    assert_eq!(complete(&desk), Complete::ChangedSince);
    let fingerprint = desk.month(HOME).fingerprint();
    desk.write(HOME, 12, MonthComplete { month: month(HOME), fingerprint });
    assert_eq!(complete(&desk), Complete::Yes);
}

#[test]
fn a_statement_has_one_way_to_be_written_and_is_read_back_strictly() {
    let mut desk = two_days();
    let terms = || Terms {
        warnings: vec!["rest_too_short".into()],
        pay: serde_json::json!({"lines": [{"kind": "base", "cents": 28000}]}),
        ..Terms::default()
    };
    let statement = make(&desk, terms()).expect("may be approved");
    let bytes = statement.to_bytes();
    assert_eq!(Statement::from_bytes(&bytes).expect("reads"), statement);
    let mut spaced = bytes.clone();
    spaced.push(b' ');
    assert!(Statement::from_bytes(&spaced).is_err(), "a space more");
    let more = String::from_utf8(bytes.clone()).expect("text").replacen('{', "{\"x\":1,", 1);
    assert!(Statement::from_bytes(more.as_bytes()).is_err(), "an unknown field");
    // The order in which documents and changes came does not matter.
    let mut other = Desk::new(5);
    other.learn(&desk);
    other.documents.reverse();
    assert_eq!(make(&other, terms()).map(|s| s.hash()), Ok(statement.hash()));
    assert_eq!(statement.zone_data, crate::time::ZONE_DATA);
    // A long one goes into pieces and comes back from them.
    let long = Terms { pay: serde_json::Value::String("x".repeat(30_000)), ..Terms::default() };
    approve(&mut desk, long, &[], 30);
    let standing = standing_of(&desk);
    assert!(standing.unreadable.is_empty());
    assert_eq!(standing.state, MonthState::Approved);
    // The pinned heads give the month as it was.
    let approval = &standing.approvals[0].1;
    let right = correction(id(1), None, Some("2026-10-05T16:30+02:00"));
    desk.write(HOME, 5, event(right).superseding([id(2)]));
    let pinned = approval.heads.iter().find(|read| read.document.kind() == DocumentKind::Time);
    let time = desk.document(DocumentId::time(ADA, month(HOME))).clone();
    let then = time.at(&pinned.expect("pinned").heads).expect("as it was");
    let then = MonthOfWork::read(ADA, month(HOME), &[&then], Overrides::AsApproved);
    assert_eq!(then.settled().next().map(|shift| shift.working_minutes()), Some(Minutes::hours(8)));
}
