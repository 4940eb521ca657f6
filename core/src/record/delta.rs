//! What changed since an approval: shift by shift, with minutes before and
//! after and the events that did it.

use super::month::MonthOfWork;
use super::settle::{Entry, State};
use super::statement::{ApprovedShift, Statement, Total, totals};
use crate::absence::Absence;
use crate::document::EventId;
use crate::work::Shift;
use std::collections::BTreeSet;

/// Everything that changed since an approval.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delta {
    /// Shift by shift, in order of time.
    pub changes: Vec<Change>,
    /// Absence by absence.
    pub absences: Vec<AbsenceChange>,
}

/// One absence that does not count as approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceChange {
    /// As approved; `None` if it was not there.
    pub before: Option<Absence>,
    /// As it is; `None` if it counts no more.
    pub after: Option<Absence>,
}

impl AbsenceChange {
    /// The wish or entry it is about.
    #[must_use]
    pub fn event(&self) -> Option<EventId> {
        self.after.as_ref().or(self.before.as_ref())?.id.parse().ok()
    }
}

/// One shift that is not as approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The shift.
    pub shift: EventId,
    /// What happened to it.
    pub kind: ChangeKind,
    /// As approved.
    pub before: Option<Shift>,
    /// As it is, where it is settled.
    pub after: Option<Shift>,
    /// Minutes by kind as approved.
    pub minutes_before: Vec<Total>,
    /// Minutes by kind as they are.
    pub minutes_after: Vec<Total>,
    /// Live events that the approval did not know, rising.
    pub new_events: Vec<EventId>,
    /// Events the approval relied on that are no longer live, rising.
    pub gone_events: Vec<EventId>,
}

/// What happened to a shift since an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was not there.
    Added,
    /// It was retracted, or counts in another month or on another day now.
    Removed,
    /// It counts differently.
    Changed,
    /// It counts as before, but other events say so.
    OnlyEvents,
    /// It is running, disputed or not settled now: what was approved stays payable.
    Unsettled,
}

impl Delta {
    /// Whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.absences.is_empty()
    }
}

/// Compares a month as it is with a statement. Days that the statement does
/// not cover are passed over.
#[must_use]
pub fn delta(approved: &Statement, now: &MonthOfWork) -> Delta {
    let covers = |entry: &Entry| {
        approved.days.is_empty() || entry.day.is_some_and(|day| approved.days.contains(&day))
    };
    let mut changes = Vec::new();
    for before in &approved.shifts {
        let Ok(id) = before.shift.id.parse::<EventId>() else { continue };
        let entry = now.entry(id);
        changes.extend(compare(id, before, entry.filter(|entry| covers(entry)), entry));
    }
    let known: BTreeSet<&str> =
        approved.shifts.iter().map(|before| before.shift.id.as_str()).collect();
    for entry in now.entries.iter().filter(|entry| covers(entry)) {
        if known.contains(entry.shift.to_string().as_str()) {
            continue;
        }
        let kind = match &entry.state {
            State::Settled(_) => ChangeKind::Added,
            State::Running { .. } | State::Unsettled => ChangeKind::Unsettled,
            State::Retracted => continue, // it neither counted nor counts
        };
        changes.push(Change {
            shift: entry.shift,
            kind,
            before: None,
            after: entry.settled().cloned(),
            minutes_before: Vec::new(),
            minutes_after: totals(entry.settled().into_iter()),
            new_events: entry.live.clone(),
            gone_events: Vec::new(),
        });
    }
    changes.sort_by_key(|change| {
        let shift = change.before.as_ref().or(change.after.as_ref());
        (shift.map(|shift| shift.span.from()), change.shift)
    });
    Delta { changes, absences: Vec::new() }
}

/// Compares the absences of a statement with those that count now, both as far
/// as the month's pay depends on them. A statement of single days holds none.
#[must_use]
pub fn absence_changes(before: Vec<Absence>, now: Vec<Absence>) -> Vec<AbsenceChange> {
    let mut now = now;
    let mut changes = Vec::new();
    for before in before {
        let same = now.iter().position(|after| *after == before);
        if let Some(at) = same {
            now.remove(at);
            continue;
        }
        let after = now.iter().position(|after| after.id == before.id).map(|at| now.remove(at));
        changes.push(AbsenceChange { before: Some(before), after });
    }
    changes.extend(now.into_iter().map(|after| AbsenceChange { before: None, after: Some(after) }));
    changes
}

/// `counted` is the entry if it still counts on a covered day.
fn compare(
    shift: EventId,
    before: &ApprovedShift,
    counted: Option<&Entry>,
    found: Option<&Entry>,
) -> Option<Change> {
    let after = counted.and_then(Entry::settled);
    let kind = match (counted.map(|entry| &entry.state), after) {
        (None | Some(State::Retracted), _) => ChangeKind::Removed,
        (Some(_), Some(after)) if *after != before.shift => ChangeKind::Changed,
        (Some(_), Some(_)) => ChangeKind::OnlyEvents,
        (Some(_), None) => ChangeKind::Unsettled,
    };
    let was: BTreeSet<EventId> = before.events.iter().copied().collect();
    let is: BTreeSet<EventId> =
        found.map(|entry| entry.live.iter().copied().collect()).unwrap_or_default();
    if kind == ChangeKind::OnlyEvents && was == is {
        return None;
    }
    Some(Change {
        shift,
        kind,
        before: Some(before.shift.clone()),
        after: after.cloned(),
        minutes_before: totals([&before.shift].into_iter()),
        minutes_after: totals(after.into_iter()),
        new_events: is.difference(&was).copied().collect(),
        gone_events: was.difference(&is).copied().collect(),
    })
}
