//! What changed since the approval, shift by shift, in sentences.

use super::when;
use crate::document::EventId;
use crate::record::delta::{Change, ChangeKind};
use crate::record::month_state::Standing;
use crate::words::{Language, Value, say};
use crate::work::Shift;

/// A shift or an absence that is not as approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The shift; `None` for an absence.
    pub shift: Option<EventId>,
    /// The day in words.
    pub heading: String,
    /// What was approved and what is now.
    pub sentence: String,
}

/// Every shift that is not as approved, in order of time.
#[must_use]
pub fn changes(language: Language, standing: &Standing) -> Vec<Changed> {
    let deltas = || standing.deltas.iter().map(|(_, delta)| delta);
    let shifts = deltas().flat_map(|delta| &delta.changes).map(|change| changed(language, change));
    let absences: usize = deltas().map(|delta| delta.absences.len()).sum();
    let absences = (absences > 0).then(|| {
        let count = i64::try_from(absences).unwrap_or(i64::MAX);
        Changed {
            shift: None,
            heading: say(language, "changed-absences-heading", &[]),
            sentence: say(language, "changed-absences", &[("count", Value::Number(count))]),
        }
    });
    shifts.chain(absences).collect()
}

fn changed(language: Language, change: &Change) -> Changed {
    let clocks = |shift: &Option<Shift>| {
        shift
            .as_ref()
            .map(|shift| when::clocks(language, shift.span, shift.workplace.zone))
            .unwrap_or_default()
    };
    let heading = change.before.as_ref().or(change.after.as_ref()).map_or_else(
        || say(language, "month-day-unknown", &[]),
        |shift| when::short_day(language, shift.span.from().day(shift.workplace.zone)),
    );
    let key = match change.kind {
        ChangeKind::Added => "changed-added",
        ChangeKind::Removed => "changed-removed",
        ChangeKind::Changed => "changed-changed",
        ChangeKind::OnlyEvents => "changed-only-events",
        ChangeKind::Unsettled => "changed-unsettled",
    };
    let (before, after) = (clocks(&change.before), clocks(&change.after));
    let values = [("before", Value::Text(&before)), ("after", Value::Text(&after))];
    Changed { shift: Some(change.shift), heading, sentence: say(language, key, &values) }
}
