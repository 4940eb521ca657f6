//! What the assistants set right when the month is over, each on a device of
//! their own: overlaps, wrong clocks, a disputed end, parts that cannot be
//! tapped.

use super::ReplayError;
use super::handset::Handset;
use super::plan::{Keeps, Plan, PlannedShift, Plant};
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::EventId;
use std::collections::BTreeMap;

/// What was recorded for the shifts of the plan.
#[derive(Debug, Default)]
pub(super) struct Recorded {
    /// The shift's id, by place in the plan.
    pub(super) shifts: BTreeMap<usize, EventId>,
    /// The part's id, by place of shift and part.
    pub(super) parts: BTreeMap<(usize, usize), EventId>,
}

/// Overlapping shifts and wrong clocks that were settled.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Settled {
    pub(super) overlaps: usize,
    pub(super) clocks: usize,
}

/// Settles everything of one person on one device that knows all of it.
pub(super) fn settle(
    handset: &mut Handset,
    person: usize,
    plan: &Plan,
    recorded: &Recorded,
) -> Result<Settled, ReplayError> {
    let mut settled = Settled::default();
    for (at, planned) in plan.shifts.iter().enumerate() {
        let Some(shift) = recorded.shifts.get(&at).copied() else { continue };
        if planned.person != person {
            continue;
        }
        handset.act(|acting| one(acting, at, planned, shift, recorded))?;
        settled.overlaps += usize::from(planned.keeps != Keeps::All);
        settled.clocks += usize::from(matches!(planned.plant, Some(Plant::ClockOff(_))));
    }
    Ok(settled)
}

fn one(
    acting: &mut Acting<'_>,
    at: usize,
    planned: &PlannedShift,
    shift: EventId,
    recorded: &Recorded,
) -> Result<(), AppError> {
    let span = planned.shift.span;
    let (start, end) = (span.from().ms(), span.to().ms());
    if planned.keeps != Keeps::Nothing {
        for place in &planned.written {
            let part = &planned.shift.parts[*place];
            let mut from = part.span.from();
            if let Keeps::From(first) = planned.keeps {
                from = from.max(first);
            }
            if from < part.span.to() {
                let times = (from.ms(), part.span.to().ms());
                acting.write_part(shift, None, part.kind, times, Some(WRITTEN.to_owned()))?;
            }
        }
    }
    match planned.plant {
        Some(Plant::Disputed) => {
            acting.correct(shift, None, Some(end), "Das Telefon stimmt, das Tablet lief weiter")?;
        }
        Some(Plant::ClockOff(minutes)) => {
            let why = format!("Die Uhr des Telefons ging {} Minuten falsch", minutes.abs());
            acting.correct(shift, Some(start), Some(end), &why)?;
        }
        Some(Plant::Forgotten | Plant::EmployerCorrects | Plant::LateChange) | None => {}
    }
    match planned.keeps {
        Keeps::All => {}
        Keeps::Nothing => {
            acting.retract(shift, None, OVERLAP)?;
        }
        Keeps::From(first) => {
            for (place, part) in planned.shift.parts.iter().enumerate() {
                let Some(id) = recorded.parts.get(&(at, place)).copied() else { continue };
                if part.span.to() <= first {
                    acting.retract(shift, Some(id), OVERLAP)?;
                } else if part.span.from() < first {
                    let times = (first.ms(), part.span.to().ms());
                    let why = Some(OVERLAP.to_owned());
                    acting.write_part(shift, Some(id), part.kind, times, why)?;
                }
            }
            acting.correct(shift, Some(first.ms()), None, OVERLAP)?;
        }
    }
    Ok(())
}

const OVERLAP: &str = "Übergabe: diese Minuten stehen schon in der Schicht davor";
const WRITTEN: &str = "Nachgetragen";
