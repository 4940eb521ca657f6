//! The rota (Dienstplan): drafts, publishing, changing, "as last week".
//!
//! A planned shift belongs to a person, or to nobody yet (offener Dienst):
//! wherever a use case takes `whose`, nobody is `None`.

use super::acting::{Acting, Written};
use super::people::field_of;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, EventId, PersonId};
use crate::record::fields::FieldValue;
use crate::record::rota::{PlanState, PlannedShift, as_last_week, copied, fields_of, planned};
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
        whose: impl Into<Option<PersonId>>,
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
        let mut act = Written::default();
        self.put_planned(&mut act, whose.into(), &drafts, zone)?;
        self.put_down(act)?;
        Ok(drafts.into_iter().map(|draft| draft.id).collect())
    }

    /// Makes every draft of a month known to the assistant; the time is kept
    /// (§ 12 Abs. 3 TzBfG counts from it). Gives back which.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn publish(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
    ) -> Result<Vec<EventId>, AppError> {
        let whose = whose.into();
        let drafts: Vec<EventId> =
            self.planned_of(whose, month)?.iter().filter(is_ready).map(|shift| shift.id).collect();
        self.publish_these(whose, month, &drafts)?;
        Ok(drafts)
    }

    /// Publishes the drafts of a month if they are exactly those that somebody
    /// was shown: the same ones, at the same times, with the same notes.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotNow`] if they differ; then nothing is published.
    pub fn publish_shown(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        shown: &[(EventId, Interval, String)],
    ) -> Result<Vec<EventId>, AppError> {
        let whose = whose.into();
        let planned = self.planned_of(whose, month)?;
        let mut now: Vec<(EventId, Interval, &str)> = planned
            .iter()
            .filter(is_ready)
            .filter_map(|shift| Some((shift.id, shift.span?, shift.note.as_str())))
            .collect();
        let mut before: Vec<(EventId, Interval, &str)> =
            shown.iter().map(|(id, span, note)| (*id, *span, note.as_str())).collect();
        now.sort_unstable();
        before.sort_unstable();
        if now != before {
            return Err(Refusal::NotNow.into());
        }
        let drafts: Vec<EventId> = now.into_iter().map(|(id, _, _)| id).collect();
        self.publish_these(whose, month, &drafts)?;
        Ok(drafts)
    }

    /// Makes these drafts of a month known to the assistant, and no others.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] if one of them is no draft with begin and end.
    pub fn publish_these(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        drafts: &[EventId],
    ) -> Result<(), AppError> {
        let (whose, now) = (whose.into(), self.now_ms());
        let planned = self.planned_of(whose, month)?;
        for draft in drafts {
            if !is_ready(&found(&planned, *draft)?) {
                return Err(Refusal::NoSuchEntry.into());
            }
        }
        let id = DocumentId::planned(whose, month);
        let fields: Vec<_> = drafts
            .iter()
            .flat_map(|shift| {
                let of = |field| field_of(id.kind(), "shift", *shift, field);
                [
                    (of("state"), FieldValue::text("published")),
                    (of("published"), FieldValue::Number(now)),
                ]
            })
            .collect();
        let mut document = self.open(id)?;
        let mut act = Written::default();
        for part in fields.chunks(FIELDS_AT_ONCE) {
            self.set_in(&mut act, &mut document, part)?;
        }
        self.put_down(act)
    }

    /// Makes published shifts drafts again. That they were published, and when,
    /// stays in the record. A shift that was called off since stays so.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn take_back_publication(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        shifts: &[EventId],
    ) -> Result<(), AppError> {
        let whose = whose.into();
        let planned = self.planned_of(whose, month)?;
        let mut fields = Vec::new();
        let id = DocumentId::planned(whose, month);
        for shift in shifts {
            match found(&planned, *shift)?.state {
                PlanState::Published { .. } => {
                    let state = field_of(id.kind(), "shift", *shift, "state");
                    fields.push((state, FieldValue::text("draft")));
                }
                PlanState::Draft | PlanState::Cancelled => {}
            }
        }
        self.set_fields(id, &fields)
    }

    /// Gives a planned shift other times and another note. A published one
    /// stays published, as of now: who saw the old times is told the new ones.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::NotNow`] for one that was called
    /// off; [`Refusal::OtherMonth`] if it would begin in another month.
    pub fn change_planned(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        shift: EventId,
        span: Interval,
        note: &str,
        zone: Tz,
    ) -> Result<(), AppError> {
        let whose = whose.into();
        let planned = self.planned_of(whose, month)?;
        let before = found(&planned, shift)?;
        if Month::of(span.from().day(zone)) != month {
            return Err(Refusal::OtherMonth { month }.into());
        }
        let id = DocumentId::planned(whose, month);
        let of = |field| field_of(id.kind(), "shift", shift, field);
        let mut fields = vec![
            (of("from"), FieldValue::Number(span.from().ms())),
            (of("to"), FieldValue::Number(span.to().ms())),
            (of("note"), FieldValue::text(note)),
        ];
        match before.state {
            PlanState::Draft => {}
            PlanState::Published { .. } if before.span == Some(span) => {}
            PlanState::Published { .. } => {
                fields.push((of("published"), FieldValue::Number(self.now_ms())));
            }
            PlanState::Cancelled => return Err(Refusal::NotNow.into()),
        }
        self.set_fields(id, &fields)
    }

    /// Calls a planned shift off. It stays readable.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn cancel_planned(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        shift: EventId,
    ) -> Result<(), AppError> {
        let whose = whose.into();
        found(&self.planned_of(whose, month)?, shift)?;
        let id = DocumentId::planned(whose, month);
        let state = field_of(id.kind(), "shift", shift, "state");
        self.set_fields(id, &[(state, FieldValue::text("cancelled"))])
    }

    /// Lets a shift that was called off take place after all, as what it was:
    /// `published` only if the record holds when it was, else as a draft.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::NotNow`] if it was not called off,
    /// or never published.
    pub fn restore_planned(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        month: Month,
        shift: EventId,
        published: bool,
    ) -> Result<(), AppError> {
        let whose = whose.into();
        if found(&self.planned_of(whose, month)?, shift)?.state != PlanState::Cancelled {
            return Err(Refusal::NotNow.into());
        }
        let id = DocumentId::planned(whose, month);
        let of = |field| field_of(id.kind(), "shift", shift, field);
        if published && self.document(id)?.field(&of("published")).is_empty() {
            return Err(Refusal::NotNow.into());
        }
        let state = if published { "published" } else { "draft" };
        self.set_fields(id, &[(of("state"), FieldValue::text(state))])
    }

    /// Gives a planned shift to somebody else, or to nobody yet, in one act: it
    /// is called off where it stood and a draft where it now stands.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::NotPlanned`] without begin and end;
    /// [`Refusal::NotNow`] if it was called off.
    pub fn assign_planned(
        &mut self,
        from: Option<PersonId>,
        month: Month,
        shift: EventId,
        to: Option<PersonId>,
        zone: Tz,
    ) -> Result<EventId, AppError> {
        let planned = self.planned_of(from, month)?;
        let before = found(&planned, shift)?;
        if before.span.is_none() {
            return Err(Refusal::NotPlanned.into());
        }
        if before.state == PlanState::Cancelled || from == to {
            return Err(Refusal::NotNow.into());
        }
        let draft = PlannedShift {
            id: self.fresh(),
            state: PlanState::Draft,
            disputed: Vec::new(),
            ..before.clone()
        };
        let id = DocumentId::planned(from, month);
        let of = |field| field_of(id.kind(), "shift", shift, field);
        let mut fields = vec![(of("state"), FieldValue::text("cancelled"))];
        if let (None, Some(person)) = (from, to) {
            fields.push((of("taken_by"), FieldValue::text(person.to_string())));
        }
        let mut act = Written::default();
        let mut document = self.open(id)?;
        self.set_in(&mut act, &mut document, &fields)?;
        self.put_planned(&mut act, to, std::slice::from_ref(&draft), zone)?;
        self.put_down(act)?;
        Ok(draft.id)
    }

    /// Plans the week that begins on `monday` as the week before it, at the same
    /// wall times, as drafts.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn plan_as_last_week(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        monday: NaiveDate,
        zone: Tz,
    ) -> Result<Vec<PlannedShift>, AppError> {
        let whose = whose.into();
        let first = monday.checked_sub_days(Days::new(7)).ok_or(Refusal::WrongOrder)?;
        let mut before = Vec::new();
        for month in BTreeSet::from([Month::of(first), Month::of(monday)]) {
            before.extend(self.planned_of(whose, month)?);
        }
        let ids: Vec<EventId> = before.iter().map(|_| self.fresh()).collect();
        let drafts = as_last_week(&before, monday, zone, ids);
        let mut act = Written::default();
        self.put_planned(&mut act, whose, &drafts, zone)?;
        self.put_down(act)?;
        Ok(drafts)
    }

    /// Plans `to` as the day `from`, at the same wall times, as drafts.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn copy_planned_day(
        &mut self,
        whose: impl Into<Option<PersonId>>,
        from: NaiveDate,
        to: NaiveDate,
        zone: Tz,
    ) -> Result<Vec<PlannedShift>, AppError> {
        let whose = whose.into();
        let next = from.checked_add_days(Days::new(1)).ok_or(Refusal::WrongOrder)?;
        let before = self.planned_of(whose, Month::of(from))?;
        let ids: Vec<EventId> = before.iter().map(|_| self.fresh()).collect();
        let later = to.signed_duration_since(from).num_days();
        let drafts = copied(&before, (from, next), later, zone, ids);
        let mut act = Written::default();
        self.put_planned(&mut act, whose, &drafts, zone)?;
        self.put_down(act)?;
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
        self.planned_of(Some(person), month)
    }

    /// The planned shifts of a month that are somebody's, or nobody's yet.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn planned_of(
        &mut self,
        whose: Option<PersonId>,
        month: Month,
    ) -> Result<Vec<PlannedShift>, AppError> {
        let rota = self.document(DocumentId::planned(whose, month))?;
        Ok(planned(&rota))
    }

    fn put_planned(
        &mut self,
        act: &mut Written,
        whose: Option<PersonId>,
        shifts: &[PlannedShift],
        zone: Tz,
    ) -> Result<(), AppError> {
        let mut months: BTreeMap<Month, Vec<_>> = BTreeMap::new();
        for shift in shifts {
            let Some(span) = shift.span else { continue };
            let month = Month::of(span.from().day(zone));
            let kind = DocumentId::planned(whose, month).kind();
            months.entry(month).or_default().extend(fields_of(kind, shift));
        }
        for (month, fields) in months {
            let mut document = self.open(DocumentId::planned(whose, month))?;
            for part in fields.chunks(FIELDS_AT_ONCE) {
                self.set_in(act, &mut document, part)?;
            }
        }
        Ok(())
    }
}

fn found(planned: &[PlannedShift], shift: EventId) -> Result<&PlannedShift, AppError> {
    planned.iter().find(|one| one.id == shift).ok_or_else(|| Refusal::NoSuchEntry.into())
}

/// Whether a planned shift can be published.
fn is_ready(shift: &&PlannedShift) -> bool {
    shift.state == PlanState::Draft && shift.span.is_some()
}
