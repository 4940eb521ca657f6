//! What the published rota had for a person who is absent (Lohnausfallprinzip).

use super::document::Document;
use super::fields::{FieldKey, FieldValue};
use super::rota::{PlanState, PlannedShift, planned};
use crate::document::DocumentKind;

/// The shifts of a rota that would have been worked, had there been no absence
/// that was recorded at `recorded_ms`: those published, and those that were
/// published and called off only after it was known. By begin.
///
/// Both times are those of the devices' clocks; they decide only whether a
/// calling-off came before or after the absence.
#[must_use]
pub fn would_have_worked(rota: &Document, recorded_ms: i64) -> Vec<PlannedShift> {
    let mut shifts = planned(rota);
    shifts.retain(|shift| match shift.state {
        PlanState::Published { .. } => shift.span.is_some(),
        PlanState::Draft => false,
        PlanState::Cancelled => {
            let field = |name| {
                FieldKey::of(DocumentKind::Rota, "shift", shift.id, name)
                    .map(|key| rota.field(&key))
                    .unwrap_or_default()
            };
            let called_off = field("state")
                .iter()
                .filter(|written| written.value == FieldValue::text("cancelled"))
                .map(|written| written.recorded_ms)
                .min();
            shift.span.is_some()
                && !field("published").is_empty()
                && called_off.is_some_and(|at| at >= recorded_ms)
        }
    });
    shifts
}
