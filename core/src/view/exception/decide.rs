//! From the choices made so far to what would be approved and proposed.

use super::{ByException, Case, Choice, Facts, when};
use crate::document::EventId;
use crate::time::Interval;
use crate::words::{Value, say};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What was chosen, by the key of the case.
pub type Decisions = BTreeMap<EventId, Choice>;

/// What can be approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approvable {
    /// The whole month.
    Month,
    /// These local days, rising; days approved before are among them.
    Days(Vec<NaiveDate>),
    /// Nothing, and why, in a sentence.
    Nothing(String),
}

/// A proposal that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The key of its case.
    pub key: EventId,
    /// The shift; `None` for one that nobody recorded.
    pub shift: Option<EventId>,
    /// The time proposed; `None` proposes that the shift should not be.
    pub planned: Option<Interval>,
    /// The day in words.
    pub heading: String,
    /// The reason, to be changed at will.
    pub reason: String,
}

/// What the choices so far come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The first case without a choice.
    pub next: Option<EventId>,
    /// What can be approved with the choices so far; days without one wait.
    pub approvable: Approvable,
    /// What would be approved, in a sentence.
    pub headline: String,
    /// The days that wait, in a sentence; empty if none does.
    pub waiting: String,
    /// What was chosen, case by case, in sentences.
    pub chosen: Vec<(EventId, String)>,
    /// The proposals to make.
    pub proposals: Vec<Proposed>,
    /// The proposals that are to count over silence or objection: the day in
    /// words and the proposal.
    pub over: Vec<(String, EventId)>,
}

impl ByException {
    /// What these choices come to. A choice that a case does not offer is as
    /// none; so is one for a case that is no more.
    #[must_use]
    pub fn decide(&self, decisions: &Decisions) -> Decided {
        let mut decided = Decided {
            next: None,
            approvable: Approvable::Month,
            headline: String::new(),
            waiting: String::new(),
            chosen: Vec::new(),
            proposals: Vec::new(),
            over: Vec::new(),
        };
        let mut held: Option<BTreeSet<NaiveDate>> = self.facts.blocked_days.clone();
        for case in &self.cases {
            let offer = decisions.get(&case.key).and_then(|choice| case.offer(*choice));
            let Some(offer) = offer else {
                if !case.waits() && self.facts.is_settled(case.day) {
                    continue; // approving it was the decision
                }
                decided.next = decided.next.or(Some(case.key));
                hold(&mut held, case);
                continue;
            };
            decided.chosen.push((case.key, offer.chosen.clone()));
            match offer.choice {
                Choice::AsRecorded => {}
                Choice::ProposePlanned => {
                    decided.proposals.push(proposed(case, case.planned));
                    hold(&mut held, case);
                }
                Choice::ProposeRemoval => {
                    decided.proposals.push(proposed(case, None));
                    hold(&mut held, case);
                }
                Choice::NotYet => hold(&mut held, case),
                Choice::Over => decided.over.extend(
                    case.proposals.iter().map(|proposal| (case.heading.clone(), *proposal)),
                ),
            }
        }
        decided.approvable = self.facts.approvable(held.as_ref(), !decided.over.is_empty());
        decided.headline = self.facts.headline(&decided.approvable);
        decided.waiting = self.facts.waiting(held.as_ref());
        decided
    }
}

/// The day of a case waits.
fn hold(held: &mut Option<BTreeSet<NaiveDate>>, case: &Case) {
    match (held.as_mut(), case.day) {
        (Some(days), Some(day)) => {
            days.insert(day);
        }
        (None, _) | (_, None) => *held = None,
    }
}

fn proposed(case: &Case, planned: Option<Interval>) -> Proposed {
    Proposed {
        key: case.key,
        shift: case.shift,
        planned,
        heading: case.heading.clone(),
        reason: case.reason.clone(),
    }
}

impl Facts {
    /// `held` are the days that wait; `None` if they cannot be told.
    fn approvable(&self, held: Option<&BTreeSet<NaiveDate>>, over: bool) -> Approvable {
        let nothing = |key: &str| Approvable::Nothing(say(self.language, key, &[]));
        if self.stopped {
            return nothing("month-nothing-stopped");
        }
        if self.whole_in_force && self.unchanged && !over {
            return nothing("month-nothing-approved");
        }
        let Some(held) = held else { return nothing("month-nothing-day-unknown") };
        if held.is_empty() && !self.whole_blocked && self.over {
            return Approvable::Month;
        }
        if self.whole_in_force {
            return nothing("month-nothing-settle-first");
        }
        if self.approved_days.iter().any(|day| held.contains(day)) {
            return nothing("month-nothing-settle-first");
        }
        let days: BTreeSet<NaiveDate> = self
            .days
            .union(&self.approved_days)
            .filter(|day| !held.contains(day))
            .copied()
            .collect();
        if days.is_empty() {
            return nothing("month-nothing-no-day");
        }
        if days == self.approved_days && self.unchanged && !over {
            return nothing("month-nothing-days-approved");
        }
        Approvable::Days(days.into_iter().collect())
    }

    fn headline(&self, approvable: &Approvable) -> String {
        match approvable {
            Approvable::Month => say(self.language, "month-approvable-month", &[]),
            Approvable::Days(days) => {
                let fresh = days.iter().filter(|day| !self.approved_days.contains(day)).count();
                let count = i64::try_from(fresh).unwrap_or(i64::MAX);
                let key = if fresh == 0 {
                    "month-approvable-days-again"
                } else if self.over {
                    "month-approvable-days"
                } else {
                    "month-approvable-days-so-far"
                };
                say(self.language, key, &[("count", Value::Number(count))])
            }
            Approvable::Nothing(why) => why.clone(),
        }
    }

    fn waiting(&self, held: Option<&BTreeSet<NaiveDate>>) -> String {
        let Some(held) = held else {
            return say(self.language, "month-waiting-unknown", &[]);
        };
        if held.is_empty() {
            return String::new();
        }
        let days: Vec<String> =
            held.iter().map(|day| when::short_day(self.language, *day)).collect();
        let days = when::listed(self.language, &days);
        say(self.language, "month-waiting", &[("days", Value::Text(&days))])
    }
}
