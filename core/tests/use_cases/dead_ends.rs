//! Ways that once ended nowhere: whatever stands in the way of a month, a
//! person can do something about it.

use super::team::{Team, at, clock, nw};
use super::{START, contract, in_at, october, out_at, refused, roll};
use assistenz_core::absence::AbsenceKind;
use assistenz_core::app::absence_decision::EnteredAbsence;
use assistenz_core::app::correction::Change;
use assistenz_core::app::{ApprovalTerms, Device, Tap};
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::record::month_state::MonthState;
use assistenz_core::record::settle::State;
use assistenz_core::store::Store;
use assistenz_core::time::{Interval, Minute, Minutes};
use assistenz_core::view::exception::ByException;
use assistenz_core::words::Language;
use assistenz_core::work::Kind;

const NOW: &str = "2026-11-30T09:00+01:00";

fn pair(team: &mut Team) -> (Device<Store>, Device<Store>, PersonId) {
    let phone = team.assistant(at(START));
    let ada = phone.me().person;
    let tablet = team.phone_of(ada, at(START));
    team.desk(at(START), |acting| acting.put_contract(ada, &contract())).expect("a contract");
    (phone, tablet, ada)
}

/// Eight hours on the fifth of October that have arrived.
fn eight_hours(team: &mut Team) -> (Device<Store>, PersonId, EventId) {
    let (mut phone, _, ada) = pair(team);
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T16:00+02:00");
    team.sync(&mut phone, at(NOW));
    let work = team.desk(at(NOW), |acting| acting.month_of(ada, october())).expect("read");
    (phone, ada, work.entries[0].shift)
}

fn span(from: &str, to: &str) -> Interval {
    let minute = |text| Minute::floor_ms(at(text));
    Interval::new(minute(from), minute(to)).expect("a span")
}

fn over(proposal: EventId) -> ApprovalTerms {
    ApprovalTerms {
        over: vec![(proposal, "so stand es im Plan".into())],
        ..ApprovalTerms::default()
    }
}

#[test]
fn a_shift_that_the_employer_wrote_down_can_be_corrected_and_retracted_by_the_assistant() {
    for agreed in [true, false] {
        let mut team = Team::found(at(START));
        let (mut phone, _, ada) = pair(&mut team);
        let (now, month) = (at(NOW), october());
        let worked = span("2026-10-07T08:00+02:00", "2026-10-07T12:00+02:00");
        let shift = team
            .desk(now, |acting| acting.propose_shift(ada, month, &nw(), worked, "vergessen"))
            .expect("proposed");
        team.sync(&mut phone, now);
        if agreed {
            phone
                .act(&clock(now), &mut roll(), |acting| acting.answer(shift, month, true, None))
                .expect("agreed");
        }
        team.sync(&mut phone, now);
        let terms = if agreed { ApprovalTerms::default() } else { over(shift) };
        team.desk(now, |acting| acting.approve(ada, month, &terms)).expect("approved");
        team.sync(&mut phone, now);
        let told = phone.look(&clock(now), |acting| acting.story_of(ada, shift)).expect("read");
        assert!(told.is_some(), "agreed {agreed}: it has a story");

        let later = now + 60_000;
        let end = at("2026-10-07T11:00+02:00");
        phone
            .act(&clock(later), &mut roll(), |acting| {
                acting.correct(shift, None, Some(end), "früher fertig")
            })
            .expect("set right");
        team.sync(&mut phone, later);
        let work = team.desk(later, |acting| acting.month_of(ada, month)).expect("read");
        let settled = work.settled().next().expect("still there");
        assert_eq!(settled.span.length(), Minutes::hours(3), "agreed {agreed}");

        phone
            .act(&clock(later), &mut roll(), |acting| acting.retract(shift, None, "war nicht da"))
            .expect("retracted");
        team.sync(&mut phone, later);
        let work = team.desk(later, |acting| acting.month_of(ada, month)).expect("read");
        assert_eq!(work.settled().count(), 0, "agreed {agreed}");
        team.desk(later, |acting| acting.approve(ada, month, &ApprovalTerms::default()))
            .expect("approved again");
    }
}

#[test]
fn a_forgotten_shift_is_proposed_in_the_month_in_which_it_begins() {
    let mut team = Team::found(at(START));
    let (_, _, ada) = pair(&mut team);
    let worked = span("2026-11-01T08:00+01:00", "2026-11-01T12:00+01:00");
    let proposed = team
        .desk(at(NOW), |acting| acting.propose_shift(ada, october(), &nw(), worked, "vergessen"));
    assert_eq!(refused(proposed), "other_month");
}

#[test]
fn a_shift_moved_over_the_months_end_against_an_objection_is_approved_in_the_month_where_it_counts()
{
    let mut team = Team::found(at(START));
    let (mut phone, _, ada) = pair(&mut team);
    in_at(&mut phone, "2026-10-31T23:30+01:00");
    out_at(&mut phone, "2026-11-01T06:30+01:00");
    let (now, october) = (at(NOW), october());
    team.sync(&mut phone, now);
    let work = team.desk(now, |acting| acting.month_of(ada, october)).expect("read");
    let shift = work.entries[0].shift;
    let change = Change::Ends { start_ms: Some(at("2026-11-01T00:30+01:00")), end_ms: None };
    let proposal = team
        .desk(now, |acting| acting.propose(ada, october, shift, &change, "kam später"))
        .expect("proposed");
    let terms = over(proposal);
    let emptied = team.desk(now, |acting| acting.approve(ada, october, &terms)).expect("approved");
    assert!(emptied.statement.shifts.is_empty(), "it counts in November");

    let (november, plain) = (october.next(), ApprovalTerms::default());
    let full = team.desk(now, |acting| acting.approve(ada, november, &plain)).expect("approved");
    assert_eq!(full.statement.shifts.len(), 1, "each minute is in one statement");
    assert_eq!(full.reckoning.pay.totals.worked, Minutes::hours(6));
    let stands = team.desk(now, |acting| acting.standing_of(ada, november)).expect("read");
    assert_eq!(stands.state, MonthState::Approved);
}

#[test]
fn a_break_left_open_by_another_device_can_be_ended_afterwards_or_taken_away() {
    for ends in [true, false] {
        let mut team = Team::found(at(START));
        let (mut phone, mut tablet, ada) = pair(&mut team);
        in_at(&mut phone, "2026-10-05T08:00+02:00");
        let noon = at("2026-10-05T12:00+02:00");
        team.sync(&mut phone, noon);
        team.sync(&mut tablet, noon);
        let part = phone
            .act(&clock(noon), &mut roll(), |acting| acting.start_part(Kind::UnpaidBreak))
            .expect("a break");
        out_at(&mut tablet, "2026-10-05T16:00+02:00");
        let now = at(NOW);
        team.sync(&mut phone, now);
        team.sync(&mut tablet, now);
        team.sync(&mut phone, now);
        let work = team.desk(now, |acting| acting.month_of(ada, october())).expect("read");
        let shift = work.entries[0].shift;
        assert_eq!(work.entries[0].state, State::Unsettled);
        phone
            .act(&clock(now), &mut roll(), |acting| {
                if ends {
                    let half = noon + 30 * 60_000;
                    acting.write_part(shift, None, Kind::UnpaidBreak, (noon, half), None)
                } else {
                    acting.retract(shift, Some(part), "keine Pause gemacht")
                }
            })
            .expect("set right");
        team.sync(&mut phone, now);
        let work = team.desk(now, |acting| acting.month_of(ada, october())).expect("read");
        let parts = &work.settled().next().expect("settled").parts;
        assert_eq!(parts.len(), usize::from(ends));
        team.desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
            .expect("approved");
    }
}

#[test]
fn times_of_a_shift_that_should_not_be_are_not_set_right() {
    let mut team = Team::found(at(START));
    let (mut phone, ada, shift) = eight_hours(&mut team);
    let (now, month) = (at(NOW), october());
    let change = Change::Ends { start_ms: None, end_ms: Some(at("2026-10-05T15:00+02:00")) };
    let proposal = team
        .desk(now, |acting| acting.propose(ada, month, shift, &change, "Plan"))
        .expect("proposed");
    phone
        .act(&clock(now), &mut roll(), |acting| acting.retract(shift, None, "doppelt"))
        .expect("retracted");
    let end = Some(at("2026-10-05T15:00+02:00"));
    let corrected =
        phone.act(&clock(now), &mut roll(), |acting| acting.correct(shift, None, end, "doch"));
    assert_eq!(refused(corrected), "not_now");
    team.sync(&mut phone, now);
    let again = team.desk(now, |acting| acting.propose(ada, month, shift, &change, "Plan"));
    assert_eq!(refused(again), "not_now");
    // What was proposed before is stale, and keeps nothing from approval.
    let work = team.desk(now, |acting| acting.month_of(ada, month)).expect("read");
    let view = work.proposals.iter().find(|view| view.id == proposal).expect("is there");
    assert_eq!(view.outcome.code(), "stale");
    let answered =
        phone.act(&clock(now), &mut roll(), |acting| acting.answer(proposal, month, true, None));
    assert!(answered.is_err(), "nor is it agreed to");
    team.desk(now, |acting| acting.approve(ada, month, &ApprovalTerms::default()))
        .expect("approved without it");
}

#[test]
fn a_correction_that_changes_nothing_is_a_plain_no() {
    let mut team = Team::found(at(START));
    let (mut phone, _, ada) = pair(&mut team);
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T16:00+02:00");
    let now = clock(at(NOW));
    let work = phone.look(&now, |acting| acting.month_of(ada, october())).expect("read");
    let shift = work.entries[0].shift;
    let corrected =
        phone.act(&now, &mut roll(), |acting| acting.correct(shift, None, None, "nur so"));
    assert_eq!(refused(corrected), "wrong_order");
}

#[test]
fn a_proposal_agreed_to_cannot_be_taken_back_and_one_taken_back_cannot_be_agreed_to() {
    let mut team = Team::found(at(START));
    let (mut phone, ada, shift) = eight_hours(&mut team);
    let (now, month) = (at(NOW), october());
    let propose = |team: &mut Team, end: &str| {
        let change = Change::Ends { start_ms: None, end_ms: Some(at(end)) };
        team.desk(now, |acting| acting.propose(ada, month, shift, &change, "Plan"))
            .expect("proposed")
    };
    let first = propose(&mut team, "2026-10-05T15:00+02:00");
    team.desk(now, |acting| acting.withdraw(ada, month, first, None)).expect("taken back");
    let twice = team.desk(now, |acting| acting.withdraw(ada, month, first, None));
    assert_eq!(refused(twice), "not_now");
    let second = propose(&mut team, "2026-10-05T15:30+02:00");
    team.sync(&mut phone, now);
    let mut answer = |proposal| {
        phone.act(&clock(now), &mut roll(), |acting| acting.answer(proposal, month, true, None))
    };
    assert_eq!(refused(answer(first)), "not_now");
    answer(second).expect("agreed");
    team.sync(&mut phone, now);
    let late = team.desk(now, |acting| acting.withdraw(ada, month, second, None));
    assert_eq!(refused(late), "not_now");
}

#[test]
fn the_end_of_a_call_out_is_taken_back_while_standby_runs_around_it() {
    let mut team = Team::found(at(START));
    let (mut phone, _, _) = pair(&mut team);
    in_at(&mut phone, "2026-10-05T20:00+02:00");
    let shift = phone
        .look(&clock(at("2026-10-05T20:01+02:00")), |acting| acting.running())
        .expect("read")
        .expect("runs")
        .shift;
    let mut tap = |text: &str, kind| {
        phone.act(&clock(at(text)), &mut roll(), |acting| acting.start_part(kind)).expect("started")
    };
    let standby = tap("2026-10-05T22:00+02:00", Kind::Standby);
    let called = tap("2026-10-05T23:00+02:00", Kind::CallOut);
    let now = clock(at("2026-10-05T23:10+02:00"));
    // What runs inside it is more than a tap away.
    for tap in [Tap::PartStart { shift, part: standby }, Tap::ClockIn { shift }] {
        let back = phone.act(&now, &mut roll(), |acting| acting.take_back(tap, "vertippt"));
        assert_eq!(refused(back), "not_now");
    }
    phone.act(&now, &mut roll(), |acting| acting.end_part()).expect("ended");
    let tap = Tap::PartEnd { shift, part: called };
    phone.act(&now, &mut roll(), |acting| acting.take_back(tap, "vertippt")).expect("taken back");
    let running = phone.look(&now, |acting| acting.running()).expect("read").expect("runs");
    let parts: Vec<_> = running.parts.iter().map(|(part, _, _)| *part).collect();
    assert_eq!(parts, [standby, called], "both run as before");
}

#[test]
fn what_was_approved_over_an_objection_counts_on_when_the_month_is_approved_again() {
    let mut team = Team::found(at(START));
    let (mut phone, ada, shift) = eight_hours(&mut team);
    let (now, month) = (at(NOW), october());
    let change = Change::Ends { start_ms: None, end_ms: Some(at("2026-10-05T15:00+02:00")) };
    let proposal = team
        .desk(now, |acting| acting.propose(ada, month, shift, &change, "Plan"))
        .expect("proposed");
    team.sync(&mut phone, now);
    phone
        .act(&clock(now), &mut roll(), |acting| {
            acting.answer(proposal, month, false, Some("stimmt nicht".into()))
        })
        .expect("objected");
    team.sync(&mut phone, now);
    team.desk(now, |acting| acting.approve(ada, month, &over(proposal))).expect("approved");
    // Another shift comes in late: the month is approved again, as the page offers it.
    phone
        .act(&clock(now), &mut roll(), |acting| {
            let times = (at("2026-10-06T08:00+02:00"), at("2026-10-06T10:00+02:00"));
            acting.write_shift(&nw(), times, "vergessen", &[])
        })
        .expect("written");
    team.sync(&mut phone, now);
    let again = team
        .desk(now, |acting| acting.approve(ada, month, &ApprovalTerms::default()))
        .expect("approved again");
    assert_eq!(again.statement.over.len(), 1, "and says so");
    assert_eq!(again.reckoning.pay.totals.worked, Minutes::hours(7 + 2));
}

#[test]
fn what_keeps_a_month_from_approval_names_the_place_where_it_is_settled() {
    let advice = |team: &mut Team, ada| {
        let seen = team.desk(at(NOW), |acting| acting.overview(ada, october(), true));
        let view = ByException::of_overview(Language::German, &seen.expect("read"));
        view.blocked.into_iter().map(|one| one.advice).collect::<Vec<_>>().join(" ")
    };
    // Two absences on one day are settled with the absences.
    let mut team = Team::found(at(START));
    let (_, _, ada) = pair(&mut team);
    let day = |day: u64| october().first_day() + chrono::Days::new(day - 1);
    for (first, last) in [(5, 9), (8, 12)] {
        let new = EnteredAbsence {
            kind: AbsenceKind::Vacation,
            first: day(first),
            last: day(last),
            reason: "abgesprochen".into(),
            vacation_days: None,
        };
        team.desk(at(NOW), |acting| acting.enter_absence(ada, &new)).expect("entered");
    }
    assert!(advice(&mut team, ada).contains("bei den Abwesenheiten"));

    // Struck out on one device while it was ended on the other.
    let mut team = Team::found(at(START));
    let (mut phone, mut tablet, ada) = pair(&mut team);
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    let noon = at("2026-10-05T12:00+02:00");
    team.sync(&mut phone, noon);
    team.sync(&mut tablet, noon);
    let shift =
        phone.look(&clock(noon), |acting| acting.running()).expect("read").expect("runs").shift;
    let strike = |phone: &mut Device<Store>, now| {
        phone.act(&clock(now), &mut roll(), |acting| acting.retract(shift, None, "falscher Knopf"))
    };
    strike(&mut phone, noon).expect("struck out");
    out_at(&mut tablet, "2026-10-05T16:00+02:00");
    team.sync(&mut phone, at(NOW));
    team.sync(&mut tablet, at(NOW));
    assert!(advice(&mut team, ada).contains("neu eingetragen"));
    team.sync(&mut phone, at(NOW));
    strike(&mut phone, at(NOW)).expect("struck out, now that the end is known");
    team.sync(&mut phone, at(NOW));
    assert_eq!(advice(&mut team, ada), "");
}
