//! The rota (Dienstplan): drafts, publishing, "as last week".

use super::acting::{Acting, Written};
use super::people::field_of;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::record::fields::FieldValue;
use crate::record::rota::{PlanState, PlannedShift, as_last_week, fields_of, planned};
use crate::time::{Interval, Month};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// Fields in one change: far below its 512 operations and 16 KiB.
const FIELDS_AT_ONCE: usize = 120;

impl Acting<'_> {
    /// Plans shifts as drafts, each in the month in which it begins.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn plan(
        &mut self,
        person: PersonId,
        shifts: &[(Interval, Option<String>)],
        zone: Tz,
    ) -> Result<Vec<EventId>, AppError> {
        let drafts: Vec<PlannedShift> = shifts
            .iter()
            .map(|(span, note)| PlannedShift {
                id: self.fresh(),
                span: Some(*span),
                kind: String::new(),
                note: note.clone().unwrap_or_default(),
                cost_centre: None,
                state: PlanState::Draft,
                disputed: Vec::new(),
            })
            .collect();
        self.put_planned(person, &drafts, zone)?;
        Ok(drafts.into_iter().map(|draft| draft.id).collect())
    }

    /// Makes every draft of a month known to the assistant; the time is kept
    /// (§ 12 Abs. 3 TzBfG counts from it). Gives back how many.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn publish(&mut self, person: PersonId, month: Month) -> Result<usize, AppError> {
        let now = self.now_ms();
        let drafts: Vec<EventId> = self
            .rota_of(person, month)?
            .into_iter()
            .filter(|shift| shift.state == PlanState::Draft && shift.span.is_some())
            .map(|shift| shift.id)
            .collect();
        let fields: Vec<_> = drafts
            .iter()
            .flat_map(|id| {
                let of = |field| field_of(DocumentKind::Rota, "shift", *id, field);
                [
                    (of("state"), FieldValue::text("published")),
                    (of("published"), FieldValue::Number(now)),
                ]
            })
            .collect();
        let mut document = self.document(DocumentId::rota(person, month))?;
        let mut act = Written::default();
        for part in fields.chunks(FIELDS_AT_ONCE) {
            self.set_in(&mut act, &mut document, part)?;
        }
        self.put_down(act)?;
        Ok(drafts.len())
    }

    /// Calls a planned shift off. It stays readable.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn cancel_planned(
        &mut self,
        person: PersonId,
        month: Month,
        shift: EventId,
    ) -> Result<(), AppError> {
        if !self.rota_of(person, month)?.iter().any(|planned| planned.id == shift) {
            return Err(Refusal::NoSuchEntry.into());
        }
        let state = field_of(DocumentKind::Rota, "shift", shift, "state");
        self.set_fields(DocumentId::rota(person, month), &[(state, FieldValue::text("cancelled"))])
    }

    /// Plans the week that begins on `monday` as the week before it, at the same
    /// wall times, as drafts.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn plan_as_last_week(
        &mut self,
        person: PersonId,
        monday: NaiveDate,
        zone: Tz,
    ) -> Result<Vec<PlannedShift>, AppError> {
        let first = monday.checked_sub_days(Days::new(7)).ok_or(Refusal::WrongOrder)?;
        let mut before = Vec::new();
        for month in BTreeSet::from([Month::of(first), Month::of(monday)]) {
            before.extend(self.rota_of(person, month)?);
        }
        let ids: Vec<EventId> = before.iter().map(|_| self.fresh()).collect();
        let drafts = as_last_week(&before, monday, zone, ids);
        self.put_planned(person, &drafts, zone)?;
        Ok(drafts)
    }

    /// The planned shifts of a person and month, by start.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn rota_of(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<PlannedShift>, AppError> {
        Ok(planned(&self.document(DocumentId::rota(person, month))?))
    }

    fn put_planned(
        &mut self,
        person: PersonId,
        shifts: &[PlannedShift],
        zone: Tz,
    ) -> Result<(), AppError> {
        let mut months: BTreeMap<Month, Vec<_>> = BTreeMap::new();
        for shift in shifts {
            let Some(span) = shift.span else { continue };
            let month = Month::of(span.from().day(zone));
            months.entry(month).or_default().extend(fields_of(DocumentKind::Rota, shift));
        }
        let mut act = Written::default();
        for (month, fields) in months {
            let mut document = self.document(DocumentId::rota(person, month))?;
            for part in fields.chunks(FIELDS_AT_ONCE) {
                self.set_in(&mut act, &mut document, part)?;
            }
        }
        self.put_down(act)
    }
}
