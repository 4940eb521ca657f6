//! The five steps of an entry, each shown only where it is proven.

use super::{Mark, Showing, Step};
use crate::app::known::EntryKnown;

/// All five, in order.
pub(super) fn marks(showing: &Showing, known: &EntryKnown) -> Vec<Mark> {
    steps(known)
        .into_iter()
        .map(|(step, at_ms)| Mark {
            step,
            proven: at_ms.is_some(),
            label: label(showing, step),
            at_ms,
            at: at_ms.map(|ms| showing.moment(ms)),
        })
        .collect()
}

/// The farthest step that is proven, in words.
pub(super) fn farthest(showing: &Showing, known: &EntryKnown) -> String {
    if known.held {
        return showing.say("step-held", &[]);
    }
    let step = steps(known).into_iter().rev().find(|(_, at)| at.is_some());
    label(showing, step.map_or(Step::Saved, |(step, _)| step))
}

fn steps(known: &EntryKnown) -> [(Step, Option<i64>); 5] {
    [
        (Step::Saved, Some(known.saved_ms)),
        (Step::Office, known.office_ms),
        (Step::Seen, known.seen_ms),
        (Step::Approved, known.approved_ms),
        (Step::Payroll, known.payroll_ms),
    ]
}

fn label(showing: &Showing, step: Step) -> String {
    let word = match step {
        Step::Saved => "saved",
        Step::Office => "office",
        Step::Seen => "seen",
        Step::Approved => "approved",
        Step::Payroll => "payroll",
    };
    showing.say(&format!("step-{word}"), &[])
}
