//! Everybody now does what the screens ask for, until every month is approved.

use super::world::{HOUR_MS, MINUTE_MS, World};
use assistenz_core::app::ApprovalTerms;
use assistenz_core::app::absence_decision::AbsenceDecision;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::pay::finding::FindingKind;
use assistenz_core::record::absence::AbsenceState;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::record::settle::State;
use assistenz_core::time::Month;
use assistenz_core::view::exception::{Approvable, ByException, Choice, Decisions};
use assistenz_core::words::Language;
use rand::RngExt as _;

/// So often a month is looked at before it counts as a dead end.
const PATIENCE: usize = 30;

pub(crate) fn every_month_comes_to_an_approval(world: &mut World) {
    for index in 0..world.hands.len() {
        world.hands[index].drift_ms = 0;
    }
    let people = world.people.clone();
    for round in 0..4 {
        let mut open = false;
        for person in &people {
            for month in with_content(world, *person) {
                open |= settle(world, *person, month, round);
                if !world.wrong.is_empty() {
                    return;
                }
            }
        }
        if !open {
            return;
        }
    }
    world.wrong.push("approving one month always opens another".into());
}

/// The months in which there is anything.
fn with_content(world: &mut World, person: PersonId) -> Vec<Month> {
    let months = world.months(person);
    world.look(|acting| {
        let mut found = Vec::new();
        for month in months {
            let work = acting.month_of(person, month)?;
            let days = (month.first_day(), month.last_day());
            let absences = acting.absences_between(person, days.0, days.1)?;
            if !work.entries.is_empty() || !work.proposals.is_empty() || !absences.is_empty() {
                found.push(month);
            }
        }
        Ok(found)
    })
}

fn phone_of(world: &mut World, person: PersonId) -> usize {
    world.hands.iter().position(|hand| hand.phone.me().person == person).expect("has a phone")
}

/// Whether there was anything to do.
fn settle(world: &mut World, person: PersonId, month: Month, round: usize) -> bool {
    // Late enough that whatever was recorded with a wrong clock is past.
    let end = month.interval(chrono_tz::Europe::Berlin).to().ms();
    world.now_ms = world.now_ms.max(end);
    for turn in 0..PATIENCE {
        world.now_ms += HOUR_MS;
        world.meet();
        let overview = world.look(|acting| acting.overview(person, month, true));
        let view = ByException::of_overview(Language::German, &overview);
        if overview.standing.state == MonthState::Approved
            && view.blocked.is_empty()
            && !view.cases.iter().any(|case| case.waits())
        {
            return turn > 0;
        }
        // What differs from the plan counts as it was recorded.
        let mut decisions: Decisions = view
            .cases
            .iter()
            .filter(|case| case.offer(Choice::AsRecorded).is_some())
            .map(|case| (case.key, Choice::AsRecorded))
            .collect();
        let decided = view.decide(&decisions);
        if decided.approvable == Approvable::Month {
            let before = overview.standing.state;
            world.tell(|| {
                format!(
                    "{month} {before:?} {:?} complete {:?}",
                    overview.standing.deltas, overview.standing.unreadable
                )
            });
            if approve(world, person, month, vec![]) {
                continue;
            }
            world.wrong.push(format!(
                "{month} ({before:?}) is offered for approval and refused: {:?}",
                view.cases
            ));
            return true;
        }
        world.tell(|| {
            format!(
                "{month} of {person} stands {:?}: {:?} {:?}",
                overview.standing.state, decided.headline, view.blocked
            )
        });
        let mut did = false;
        let running: Vec<(EventId, i64)> = overview
            .tail
            .iter()
            .map(|(shift, since)| (*shift, since.ms()))
            .chain(overview.work.running().map(|(entry, since)| (entry.shift, since.ms())))
            .collect();
        let phone = phone_of(world, person);
        for (shift, since) in running {
            let end = (since + world.rng.random_range(1..600) * MINUTE_MS).min(world.now_ms);
            let done = world.on(phone, &format!("says when {shift} ended"), |acting| {
                acting.state_end(shift, end, None, None)
            });
            if done.is_none() {
                retract(world, phone, shift);
            }
            did = true;
        }
        for one in &view.blocked {
            let Some(shift) = one.shifts.last().copied() else { continue };
            let Some(entry) = overview.work.entry(shift) else { continue };
            match &entry.state {
                State::Running { .. } | State::Retracted => {}
                // What the page and the phone offer: both ends anew, or that it should not be.
                State::Unsettled if turn < 3 => {
                    let day = overview.work.days_of(shift).and_then(|days| days.first().copied());
                    let noon = day.unwrap_or(month.first_day()).and_hms_opt(11, 0, 0);
                    let from = noon.expect("a time").and_utc().timestamp_millis();
                    let to = from + 5 * HOUR_MS;
                    world.on(phone, &format!("sets {shift} right"), |acting| {
                        acting.correct(shift, Some(from), Some(to), "so war es")
                    });
                    did = true;
                }
                State::Unsettled | State::Settled(_) => {
                    retract(world, phone, shift);
                    did = true;
                }
            }
        }
        let mut decided_over = Vec::new();
        for case in view.cases.iter().filter(|case| case.waits()) {
            did = true;
            if case.offer(Choice::Over).is_some() && world.coin(0.4) {
                decisions.insert(case.key, Choice::Over);
                decided_over.push(case.key);
            } else {
                for proposal in case.proposals.clone() {
                    if world.coin(0.5) {
                        world.on(phone, "answers", |acting| {
                            acting.answer(proposal, month, round == 0, Some("ja".into()))
                        });
                    } else {
                        world.at_desk("withdraws", |acting| {
                            acting.withdraw(person, month, proposal, None)
                        });
                    }
                }
            }
        }
        if !decided_over.is_empty() && view.blocked.is_empty() {
            let decided = view.decide(&decisions);
            if decided.approvable == Approvable::Month {
                let over = decided.over.iter().map(|(_, id)| (*id, "doch".to_owned())).collect();
                let proposals: Vec<EventId> = decided.over.iter().map(|(_, id)| *id).collect();
                // What is proposed may itself overlap, or be too long.
                if !approve(world, person, month, over) {
                    for proposal in proposals {
                        world.at_desk("withdraws", |acting| {
                            acting.withdraw(person, month, proposal, None)
                        });
                    }
                }
            }
        }
        let clash = overview.reckoning.iter().flat_map(|found| &found.pay.findings).any(|found| {
            matches!(found.kind, FindingKind::AbsencesOverlap | FindingKind::NotAHoliday)
        });
        did |= absences(world, person, month, clash);
        if !did {
            let pay: Vec<FindingKind> = overview
                .reckoning
                .iter()
                .flat_map(|found| &found.pay.findings)
                .filter(|found| found.kind.refuses())
                .map(|found| found.kind)
                .collect();
            let findings = &overview.work.findings;
            world.wrong.push(format!(
                "{month} ({:?}) offers nothing to do: {} {:?} {:?} pay {pay:?} findings {findings:?}",
                overview.standing.state, decided.headline, view.blocked, view.cases
            ));
            return true;
        }
    }
    world.wrong.push(format!("{month} is a dead end"));
    true
}

fn retract(world: &mut World, phone: usize, shift: EventId) {
    world.on(phone, &format!("retracts {shift}"), |acting| {
        acting.retract(shift, None, "war nicht so")
    });
}

fn approve(
    world: &mut World,
    person: PersonId,
    month: Month,
    over: Vec<(EventId, String)>,
) -> bool {
    let terms = ApprovalTerms { over, ..ApprovalTerms::default() };
    world
        .at_desk(&format!("approves {month}"), |acting| acting.approve(person, month, &terms))
        .is_some()
}

/// Requests are decided, what contradicts itself is set right by the person.
fn absences(world: &mut World, person: PersonId, month: Month, clash: bool) -> bool {
    let all =
        world.look(|acting| acting.absences_between(person, month.first_day(), month.last_day()));
    let mut did = false;
    for absence in all {
        match absence.state {
            AbsenceState::Requested | AbsenceState::WithdrawalAsked => {
                let decision =
                    AbsenceDecision { reason: "nein".into(), ..AbsenceDecision::default() };
                did |= world
                    .at_desk("declines", |acting| {
                        acting.decide_absence(person, absence.id, &decision)
                    })
                    .is_some();
            }
            AbsenceState::Unsettled => {
                let phone = phone_of(world, person);
                did |= world
                    .on(phone, "withdraws", |acting| acting.withdraw_absence(absence.id, true))
                    .is_some();
            }
            AbsenceState::Granted | AbsenceState::Entered if clash => {
                did |= world
                    .at_desk("takes back", |acting| {
                        acting.take_absence_back(person, absence.id, "doppelt")
                    })
                    .is_some();
            }
            AbsenceState::Reported if clash => {
                let phone = phone_of(world, person);
                did |= world
                    .on(phone, "withdraws", |acting| acting.withdraw_absence(absence.id, true))
                    .is_some();
            }
            _ => {}
        }
    }
    did
}
