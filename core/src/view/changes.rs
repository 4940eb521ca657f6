//! What changed since the approval, shift by shift, in sentences.

use super::pay::of_lines;
use super::when;
use crate::app::PaidOtherwise;
use crate::document::EventId;
use crate::money::Cents;
use crate::pay::line::PayLine;
use crate::record::delta::{Change, ChangeKind};
use crate::record::month_state::Standing;
use crate::words::{Language, Value, say};
use crate::work::Shift;
use std::cmp::Ordering;

/// A shift, an absence or a line of pay that is not as approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The shift; `None` for an absence and a line of pay.
    pub shift: Option<EventId>,
    /// The day in words.
    pub heading: String,
    /// What was approved and what is now.
    pub sentence: String,
}

/// Every shift that is not as approved, in order of time, then absences, then
/// each line of pay that would be another amount now.
#[must_use]
pub fn changes(
    language: Language,
    standing: &Standing,
    paid_otherwise: &[PaidOtherwise],
) -> Vec<Changed> {
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
    let lines = paid_otherwise.iter().flat_map(|(_, lines)| lines);
    let paid = lines.map(|line| paid(language, line));
    shifts.chain(absences).chain(paid).collect()
}

/// A line of the difference: so much more or less than approved.
fn paid(language: Language, line: &PayLine) -> Changed {
    let more = line.columns.paid;
    let key = match more.cmp(&Cents::ZERO) {
        Ordering::Greater => "changed-paid-more",
        Ordering::Less => "changed-paid-less",
        Ordering::Equal => "changed-paid-same",
    };
    let name = of_lines(language, std::slice::from_ref(line), &[]).lines.remove(0).name;
    let amount = Cents::new(more.get().abs());
    let amount = say(language, "money-amount", &[("amount", Value::Cents(amount))]);
    let values = [("line", Value::Text(&name)), ("amount", Value::Text(&amount))];
    Changed {
        shift: None,
        heading: say(language, "changed-paid-heading", &[]),
        sentence: say(language, key, &values),
    }
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
