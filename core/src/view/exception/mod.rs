//! A month by exception (Freigabe nach Ausnahmen): how many shifts are as
//! planned, which differ, what is to settle, what the law says, and what can be
//! approved at once.
//!
//! A person reads only what is out of the ordinary and decides one thing after
//! the other; everything else is one act. Accepting what differs is no event of
//! its own: approving it is. A proposal changes nothing until it is agreed to,
//! so its day waits and the other days do not.

mod blocked;
mod case;
mod decide;
mod proposal;
mod row;
#[cfg(test)]
mod tests;
mod warning;

pub use case::{Case, Choice, Offer};
pub use decide::{Approvable, Decided, Decisions, Proposed};
pub use proposal::{proposed, proposed_change};
pub use row::{Row, parts};
pub use warning::Warning;

use super::when;
use crate::app::overview::Overview;
use crate::document::EventId;
use crate::law::finding::Finding as LawFinding;
use crate::pay::finding::Finding as PayFinding;
use crate::record::compare::{Comparison, compare};
use crate::record::doubt::Bounds;
use crate::record::month::MonthOfWork;
use crate::record::month_state::{MonthState, Standing};
use crate::record::rota::PlannedShift;
use crate::time::{Minute, Minutes};
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// Begin and end within so many minutes of the plan count as planned. What is
/// paid is what was recorded, to the minute.
pub const AS_PLANNED_WITHIN: Minutes = Minutes::new(10);

/// What a month by exception is made of.
#[derive(Debug, Clone, Copy)]
pub struct Month<'a> {
    /// What was worked.
    pub work: &'a MonthOfWork,
    /// What was planned.
    pub planned: &'a [PlannedShift],
    /// Where the month stands.
    pub standing: &'a Standing,
    /// What the law says.
    pub law: &'a [LawFinding],
    /// What the pay has to say.
    pub pay: &'a [PayFinding],
    /// What was said with each shift.
    pub said: &'a BTreeMap<EventId, Vec<String>>,
    /// Punches whose time is in doubt: shift, what the device said, the bounds.
    pub doubts: &'a [(EventId, Minute, Bounds)],
    /// Days of absence: a planned shift on them is not missing.
    pub away: &'a BTreeSet<NaiveDate>,
    /// Shifts of the month before that still run.
    pub tail: &'a [(EventId, Minute)],
    /// The zone of the workplace.
    pub zone: Tz,
    /// Now.
    pub now: Minute,
}

/// A month by exception, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByException {
    /// `31 Schichten wie geplant, 2 weichen ab, 1 Hinweis.`
    pub summary: String,
    /// Where the month stands, in a sentence.
    pub state: String,
    /// The word of the state, for programs.
    pub state_code: &'static str,
    /// What to decide, in order of time.
    pub cases: Vec<Case>,
    /// What has to be settled first, in order of time.
    pub blocked: Vec<Blocked>,
    /// What the law and the clocks say; blocks nothing.
    pub warnings: Vec<Warning>,
    /// Every shift of the month, in order of time.
    pub rows: Vec<Row>,
    /// How many shifts are as planned, or plain where there is no plan.
    pub plain: usize,
    facts: Facts,
}

/// What has to be settled before its day can be approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// The shifts; none if it is about the whole month.
    pub shifts: Vec<EventId>,
    /// The day in words, where it is about a shift.
    pub heading: String,
    /// What is the matter.
    pub sentence: String,
    /// What to do.
    pub advice: String,
}

/// What approving is worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Facts {
    language: Language,
    /// Whether the month is over.
    over: bool,
    /// The days with settled shifts.
    days: BTreeSet<NaiveDate>,
    /// The days of what is blocked; `None` if they cannot be told.
    blocked_days: Option<BTreeSet<NaiveDate>>,
    /// Why nothing at all can be approved.
    stopped: bool,
    /// Something hinders the month as a whole, but no day of it.
    whole_blocked: bool,
    /// The days of the approvals of days in force.
    approved_days: BTreeSet<NaiveDate>,
    /// An approval of the whole month is in force.
    whole_in_force: bool,
    /// Nothing has changed since the approvals in force.
    unchanged: bool,
    /// The days of shifts that have changed since.
    changed_days: BTreeSet<NaiveDate>,
    /// An approval in force was reopened: everything is asked anew.
    reopened: bool,
}

impl ByException {
    /// Puts a month as a person looks at it into words.
    #[must_use]
    pub fn of_overview(language: Language, overview: &Overview) -> Self {
        let doubts: Vec<(EventId, Minute, Bounds)> = overview
            .doubts
            .iter()
            .map(|doubt| (doubt.shift, doubt.punched, doubt.bounds))
            .collect();
        let (law, pay) = overview
            .reckoning
            .as_ref()
            .map(|found| (found.law.as_slice(), found.pay.findings.as_slice()))
            .unwrap_or_default();
        let month = Month {
            work: &overview.work,
            planned: &overview.planned,
            standing: &overview.standing,
            law,
            pay,
            said: &overview.said,
            doubts: &doubts,
            away: &overview.away,
            tail: &overview.tail,
            zone: overview.zone,
            now: overview.now,
        };
        Self::of(language, &month)
    }

    /// Puts a month into words.
    #[must_use]
    pub fn of(language: Language, month: &Month<'_>) -> Self {
        let compared = compare(month.work, month.planned, month.now);
        let planless = !compared.iter().any(|one| !matches!(one, Comparison::Unplanned { .. }));
        let blocked = blocked::blocked(language, month);
        let blocked_shifts: BTreeSet<EventId> =
            blocked.iter().flat_map(|one| one.shifts.iter().copied()).collect();
        let cases = case::cases(language, month, &compared, planless, &blocked_shifts);
        let warnings = warning::warnings(language, month);
        let rows = row::rows(language, month, &compared);
        let named: BTreeSet<EventId> = cases.iter().filter_map(|case| case.shift).collect();
        let plain = month
            .work
            .entries
            .iter()
            .filter(|entry| entry.settled().is_some())
            .filter(|entry| !named.contains(&entry.shift) && !blocked_shifts.contains(&entry.shift))
            .count();
        let facts = Facts::of(language, month, &blocked);
        Self {
            summary: summary(language, (plain, planless), &cases, &blocked, &warnings),
            state: say(language, &format!("month-state-{}", state_word(month.standing)), &[]),
            state_code: month.standing.state.code(),
            cases,
            blocked,
            warnings,
            rows,
            plain,
            facts,
        }
    }

    /// Whether nothing has changed since the approvals in force.
    #[must_use]
    pub const fn is_approved(&self) -> bool {
        self.facts.whole_in_force && self.facts.unchanged
    }
}

fn state_word(standing: &Standing) -> &'static str {
    match standing.state {
        MonthState::Open => "open",
        MonthState::PartlyApproved => "partly-approved",
        MonthState::Approved => "approved",
        MonthState::Reopened => "reopened",
        MonthState::Changed => "changed",
    }
}

fn summary(
    language: Language,
    (plain, planless): (usize, bool),
    cases: &[Case],
    blocked: &[Blocked],
    warnings: &[Warning],
) -> String {
    let count = |key: &str, count: usize| {
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        say(language, key, &[("count", Value::Number(number))])
    };
    let waiting = cases.iter().filter(|case| case.waits()).count();
    let differing = cases.len() - waiting;
    let mut parts = Vec::new();
    if plain > 0 || (cases.is_empty() && blocked.is_empty()) {
        let key = match (plain, planless) {
            (0, _) => "month-part-none",
            (_, true) => "month-part-planless",
            (_, false) => "month-part-planned",
        };
        parts.push(count(key, plain));
    }
    for (key, number) in [
        ("month-part-differ", differing),
        ("month-part-waiting", waiting),
        ("month-part-blocked", blocked.len()),
        ("month-part-warnings", warnings.iter().filter(|one| !one.only_info).count()),
    ] {
        if number > 0 {
            parts.push(count(key, number));
        }
    }
    let parts = capital(&parts.join(", "));
    say(language, "month-summary", &[("parts", Value::Text(&parts))])
}

/// As a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Facts {
    fn of(language: Language, month: &Month<'_>, blocked: &[Blocked]) -> Self {
        let standing = month.standing;
        let days = month
            .work
            .entries
            .iter()
            .filter(|entry| entry.settled().is_some())
            .filter_map(|entry| entry.day)
            .collect();
        let mut blocked_days = Some(BTreeSet::new());
        for shift in blocked.iter().flat_map(|one| one.shifts.iter().copied()) {
            if month.tail.iter().any(|(tail, _)| *tail == shift) {
                continue; // it counts in the month before
            }
            match (month.work.days_of(shift), &mut blocked_days) {
                (Some(of_shift), Some(days)) => days.extend(of_shift),
                (None, _) | (_, None) => blocked_days = None,
            }
        }
        Self {
            language,
            over: month.now.day(month.zone) > month.work.month.last_day(),
            days,
            blocked_days,
            stopped: month.pay.iter().any(|finding| finding.kind.refuses()),
            whole_blocked: !blocked.is_empty(),
            approved_days: standing
                .approvals
                .iter()
                .flat_map(|(_, approval)| approval.days.iter().copied())
                .collect(),
            whole_in_force: standing.approvals.iter().any(|(_, approval)| approval.days.is_empty()),
            unchanged: match standing.state {
                MonthState::Approved | MonthState::PartlyApproved => true,
                MonthState::Open | MonthState::Reopened | MonthState::Changed => false,
            },
            changed_days: standing
                .deltas
                .iter()
                .flat_map(|(_, delta)| &delta.changes)
                .flat_map(|change| change.before.iter().chain(&change.after))
                .map(|shift| shift.span.from().day(shift.workplace.zone))
                .collect(),
            reopened: !standing.reopened.is_empty(),
        }
    }
}

impl Facts {
    /// Whether what differs on this day was approved, and is as it was then.
    fn is_settled(&self, day: Option<NaiveDate>) -> bool {
        let approved = |day: &NaiveDate| self.whole_in_force || self.approved_days.contains(day);
        !self.reopened && day.is_some_and(|day| approved(&day) && !self.changed_days.contains(&day))
    }
}

/// The heading of a case or a blocked shift: its day, or that it is not known.
fn heading(language: Language, day: Option<NaiveDate>) -> String {
    day.map_or_else(
        || say(language, "month-day-unknown", &[]),
        |day| when::short_day(language, day),
    )
}
