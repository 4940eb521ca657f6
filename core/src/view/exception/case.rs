//! What differs from the plan or waits for an answer, with the choices.

use super::proposal::proposed;
use super::{AS_PLANNED_WITHIN, Month, heading};
use crate::document::EventId;
use crate::record::claims::{Field, Value as Claimed};
use crate::record::compare::Comparison;
use crate::record::proposals::{Outcome, ProposalView};
use crate::record::settle::Entry;
use crate::time::{Interval, Minutes};
use crate::view::when;
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What can be done about a case. The word stands in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// It counts as it was recorded (or, where nothing was recorded, nothing counts).
    AsRecorded,
    /// The planned time is proposed to the assistant.
    ProposePlanned,
    /// That the shift should not be is proposed to the assistant.
    ProposeRemoval,
    /// The day is not approved yet.
    NotYet,
    /// The proposal counts over silence or objection, with a reason.
    Over,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 5] =
        [Self::AsRecorded, Self::ProposePlanned, Self::ProposeRemoval, Self::NotYet, Self::Over];

    /// One letter for addresses; never changes.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsRecorded => "r",
            Self::ProposePlanned => "p",
            Self::ProposeRemoval => "x",
            Self::NotYet => "n",
            Self::Over => "o",
        }
    }
}

/// A choice as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The choice.
    pub choice: Choice,
    /// What stands on it: `Wie aufgezeichnet`, with the day.
    pub label: String,
    /// What was chosen, as a sentence.
    pub chosen: String,
}

/// Something to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The shift worked, or the planned one that nobody recorded.
    pub key: EventId,
    /// The shift worked.
    pub shift: Option<EventId>,
    /// The day it is about.
    pub day: Option<NaiveDate>,
    /// The day in words: `Mo 2. Nov.`
    pub heading: String,
    /// What differs, in a sentence.
    pub sentence: String,
    /// What was said about it, one sentence each.
    pub notes: Vec<String>,
    /// The choices, the plainest first.
    pub offers: Vec<Offer>,
    /// The planned time, where it can be proposed.
    pub planned: Option<Interval>,
    /// The reason that a proposal would give, to be changed at will.
    pub reason: String,
    /// The proposals that wait.
    pub proposals: Vec<EventId>,
}

impl Case {
    /// Whether it is about a proposal that waits for agreement.
    #[must_use]
    pub const fn waits(&self) -> bool {
        !self.proposals.is_empty()
    }

    /// The offer of a choice.
    #[must_use]
    pub fn offer(&self, choice: Choice) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.choice == choice)
    }
}

/// All cases in order of time. Without any plan, work without a plan is plain.
pub(super) fn cases(
    language: Language,
    month: &Month<'_>,
    compared: &[Comparison],
    planless: bool,
    blocked: &BTreeSet<EventId>,
) -> Vec<Case> {
    let mut cases = Vec::new();
    let waiting: BTreeSet<EventId> = waiting(month).map(|proposal| proposal.shift).collect();
    for shift in &waiting {
        if !blocked.contains(shift) {
            cases.push(waits(language, month, *shift));
        }
    }
    let taken = |shift: &EventId| waiting.contains(shift) || blocked.contains(shift);
    for one in compared {
        match one {
            Comparison::AsPlanned { .. } | Comparison::NotSettled { .. } => {}
            Comparison::Differs { planned, worked, start_by, end_by } => {
                let within = |by: Minutes| {
                    by <= AS_PLANNED_WITHIN && Minutes::ZERO - by <= AS_PLANNED_WITHIN
                };
                let as_planned = within(*start_by) && within(*end_by);
                if !as_planned && !taken(worked) {
                    cases.extend(differs(language, month, *planned, *worked, (*start_by, *end_by)));
                }
            }
            Comparison::Unplanned { worked } => {
                if !planless && !taken(worked) {
                    cases.extend(unplanned(language, month, *worked));
                }
            }
            Comparison::Missing { planned } => {
                let case = missing(language, month, *planned);
                cases.extend(case.filter(|case| !spoken_for(month, &cases, case.day)));
            }
        }
    }
    cases.sort_by_key(|case| (case.day, case.key));
    cases
}

/// Whether something else says already what is the matter with this day: an
/// absence, a shift that is not settled, or the proposal to write the missing
/// one down.
fn spoken_for(month: &Month<'_>, cases: &[Case], day: Option<NaiveDate>) -> bool {
    if day.is_some_and(|day| month.away.contains(&day)) {
        return true;
    }
    let unsettled = month.work.unsettled().any(|entry| {
        let days = month.work.days_of(entry.shift);
        days.is_none_or(|days| day.is_some_and(|day| days.contains(&day)))
    });
    unsettled || cases.iter().any(|case| case.waits() && case.shift.is_none() && case.day == day)
}

/// The proposals that nobody agreed to and that do not count yet.
fn waiting<'a>(month: &Month<'a>) -> impl Iterator<Item = &'a ProposalView> {
    month
        .work
        .proposals
        .iter()
        .filter(|proposal| !proposal.over && proposal.outcome.lacks_agreement())
}

fn planned_span(month: &Month<'_>, planned: EventId) -> Option<Interval> {
    month.planned.iter().find(|shift| shift.id == planned)?.span
}

fn differs(
    language: Language,
    month: &Month<'_>,
    planned: EventId,
    worked: EventId,
    (start_by, end_by): (Minutes, Minutes),
) -> Option<Case> {
    let entry = month.work.entry(worked)?;
    let (plan, span) = (planned_span(month, planned)?, entry.settled()?.span);
    let by = [
        (start_by, "month-start-late", "month-start-early"),
        (end_by, "month-end-late", "month-end-early"),
    ];
    let by: Vec<String> = by
        .into_iter()
        .filter(|(by, _, _)| *by != Minutes::ZERO)
        .map(|(by, late, early)| {
            let length = when::length(language, by);
            let key = if by > Minutes::ZERO { late } else { early };
            say(language, key, &[("length", Value::Text(&length))])
        })
        .collect();
    let by = when::listed(language, &by);
    let (plan_words, span_words) =
        (when::clocks(language, plan, month.zone), when::clocks(language, span, month.zone));
    let sentence = say(
        language,
        "month-differs",
        &[
            ("planned", Value::Text(&plan_words)),
            ("recorded", Value::Text(&span_words)),
            ("by", Value::Text(&by)),
        ],
    );
    let reason = say(language, "month-reason-planned", &[("planned", Value::Text(&plan_words))]);
    Some(Case {
        planned: Some(plan),
        reason,
        offers: offers(
            language,
            entry.day,
            &[Choice::AsRecorded, Choice::ProposePlanned, Choice::NotYet],
            "differs",
            &plan_words,
        ),
        ..of_entry(language, month, entry, sentence)
    })
}

fn unplanned(language: Language, month: &Month<'_>, worked: EventId) -> Option<Case> {
    let entry = month.work.entry(worked)?;
    let recorded = when::clocks(language, entry.settled()?.span, month.zone);
    let sentence = say(language, "month-unplanned", &[("recorded", Value::Text(&recorded))]);
    Some(Case {
        reason: say(language, "month-reason-removal", &[]),
        offers: offers(
            language,
            entry.day,
            &[Choice::AsRecorded, Choice::ProposeRemoval, Choice::NotYet],
            "unplanned",
            "",
        ),
        ..of_entry(language, month, entry, sentence)
    })
}

fn missing(language: Language, month: &Month<'_>, planned: EventId) -> Option<Case> {
    let plan = planned_span(month, planned)?;
    let day = plan.from().day(month.zone);
    let words = when::clocks(language, plan, month.zone);
    Some(Case {
        key: planned,
        shift: None,
        day: Some(day),
        heading: heading(language, Some(day)),
        sentence: say(language, "month-missing", &[("planned", Value::Text(&words))]),
        notes: Vec::new(),
        offers: offers(
            language,
            Some(day),
            &[Choice::AsRecorded, Choice::ProposePlanned, Choice::NotYet],
            "missing",
            &words,
        ),
        planned: Some(plan),
        reason: say(language, "month-reason-planned", &[("planned", Value::Text(&words))]),
        proposals: Vec::new(),
    })
}

fn waits(language: Language, month: &Month<'_>, shift: EventId) -> Case {
    let proposals: Vec<&ProposalView> =
        waiting(month).filter(|proposal| proposal.shift == shift).collect();
    let entry = month.work.entry(shift);
    let day = entry.and_then(|entry| entry.day).or_else(|| {
        // A shift that was forgotten: the day that is proposed.
        proposals.iter().flat_map(|proposal| &proposal.changes).find_map(
            |(field, _, value)| match (field, value) {
                (Field::Start, Claimed::At(minute)) => Some(minute.day(month.zone)),
                _ => None,
            },
        )
    });
    let mut sentences = Vec::new();
    let mut notes = Vec::new();
    for proposal in &proposals {
        let (sentence, note) = proposed(language, month.zone, proposal);
        sentences.push(sentence);
        notes.push(note);
    }
    let sentence = sentences.join(" ");
    let choices = [Choice::NotYet, Choice::Over];
    let objected =
        proposals.iter().all(|proposal| matches!(proposal.outcome, Outcome::Objected { .. }));
    let kind = if objected { "objected" } else { "waiting" };
    let mut case = match entry {
        Some(entry) => of_entry(language, month, entry, sentence),
        None => Case {
            key: shift,
            shift: None,
            day,
            heading: heading(language, day),
            sentence,
            notes: Vec::new(),
            offers: Vec::new(),
            planned: None,
            reason: String::new(),
            proposals: Vec::new(),
        },
    };
    if objected {
        notes.push(say(language, "month-objected-way", &[]));
    }
    notes.append(&mut case.notes);
    Case {
        notes,
        offers: offers(language, day, &choices, kind, ""),
        proposals: proposals.iter().map(|proposal| proposal.id).collect(),
        ..case
    }
}

fn of_entry(language: Language, month: &Month<'_>, entry: &Entry, sentence: String) -> Case {
    let mut notes = Vec::new();
    if entry.reconstructed {
        notes.push(say(language, "month-reconstructed", &[]));
    }
    for text in month.said.get(&entry.shift).into_iter().flatten() {
        notes.push(say(language, "month-said", &[("text", Value::Text(text))]));
    }
    Case {
        key: entry.shift,
        shift: Some(entry.shift),
        day: entry.day,
        heading: heading(language, entry.day),
        sentence,
        notes,
        offers: Vec::new(),
        planned: None,
        reason: String::new(),
        proposals: Vec::new(),
    }
}

fn offers(
    language: Language,
    day: Option<NaiveDate>,
    choices: &[Choice],
    case: &str,
    planned: &str,
) -> Vec<Offer> {
    let day = heading(language, day);
    let values = [("day", Value::Text(&day)), ("planned", Value::Text(planned))];
    choices
        .iter()
        .map(|choice| {
            let word = match choice {
                Choice::AsRecorded => "as-recorded",
                Choice::ProposePlanned => "propose-planned",
                Choice::ProposeRemoval => "propose-removal",
                Choice::NotYet => "not-yet",
                Choice::Over => "over",
            };
            Offer {
                choice: *choice,
                label: say(language, &format!("month-offer-{case}-{word}"), &values),
                chosen: say(language, &format!("month-chosen-{case}-{word}"), &values),
            }
        })
        .collect()
}
