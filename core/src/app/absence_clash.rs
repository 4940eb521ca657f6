//! What lies on the days of an absence: shifts that were worked, and shifts
//! that the rota has. Nothing of it is dropped; people decide.

use super::acting::Acting;
use super::refusal::AppError;
use crate::document::{DocumentId, PersonId};
use crate::record::absence::AbsenceEntry;
use crate::record::absence_plan::would_have_worked;
use crate::record::rota::PlanState;
use crate::time::{Interval, Month};
use chrono_tz::Tz;

/// What lies on a day of an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashKind {
    /// It was worked.
    Worked,
    /// It stands in the published rota: somebody has to take it over.
    Planned,
    /// It was called off because of the absence.
    FellAway,
}

/// A shift on a day of an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// When.
    pub span: Interval,
    /// What it is.
    pub kind: ClashKind,
}

impl Acting<'_> {
    /// The shifts that begin on a day of an absence, by begin.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn clashes_of(
        &mut self,
        person: PersonId,
        entry: &AbsenceEntry,
        zone: Tz,
    ) -> Result<Vec<Clash>, AppError> {
        let Some((first, last)) = entry.asked_since.or(entry.days) else { return Ok(Vec::new()) };
        let inside = |span: Interval| {
            let day = span.from().day(zone);
            first <= day && day <= last
        };
        let mut found = Vec::new();
        let (mut month, end) = (Month::of(first), Month::of(last));
        while month <= end {
            let rota = self.document(DocumentId::rota(person, month))?;
            for planned in would_have_worked(&rota, entry.recorded_ms) {
                let kind = match planned.state {
                    PlanState::Published { .. } | PlanState::Draft => ClashKind::Planned,
                    PlanState::Cancelled => ClashKind::FellAway,
                };
                found.extend(planned.span.map(|span| Clash { span, kind }));
            }
            let work = self.month_of(person, month)?;
            let worked = work.settled().map(|shift| (shift.span, ClashKind::Worked));
            found.extend(worked.map(|(span, kind)| Clash { span, kind }));
            month = month.next();
        }
        found.retain(|clash| inside(clash.span));
        found.sort_by_key(|clash| (clash.span, clash.kind));
        Ok(found)
    }
}
