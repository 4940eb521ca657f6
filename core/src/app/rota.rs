//! The rota (Dienstplan): drafts, publishing, "as last week".

use super::acting::{Acting, Written};
use super::people::{field_of, one};
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::record::document::Document;
use crate::record::fields::{FieldKey, FieldValue};
use crate::time::{Minute, Month, TypedTime, typed_local_time};
use crate::work::Kind;
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How far a planned shift is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Only the planner thinks of it.
    Draft,
    /// Made known to the assistant.
    Published,
    /// Taken out again. It stays readable.
    Cancelled,
}

impl PlanState {
    /// Its word in the record.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Cancelled => "cancelled",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Draft, Self::Published, Self::Cancelled].into_iter().find(|s| s.word() == word)
    }
}

/// A planned shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its id.
    pub id: EventId,
    /// When it is to begin, in ms since 1970.
    pub from_ms: i64,
    /// When it is to end, in ms since 1970.
    pub to_ms: i64,
    /// What it is, by its word; `None` for plain work.
    pub kind: Option<Kind>,
    /// A note for the assistant.
    pub note: Option<String>,
    /// How far it is.
    pub state: PlanState,
    /// When it was made known, in ms since 1970 (§ 12 Abs. 3 TzBfG counts from here).
    pub published_ms: Option<i64>,
    /// Fields with two values, to be chosen by a person.
    pub disputed: Vec<String>,
}

impl Acting<'_> {
    /// Plans a shift as a draft.
    ///
    /// # Errors
    ///
    /// [`Refusal::WrongOrder`].
    pub fn plan(
        &mut self,
        person: PersonId,
        (from_ms, to_ms): (i64, i64),
        note: Option<&str>,
        zone: Tz,
    ) -> Result<EventId, AppError> {
        if Minute::floor_ms(from_ms) >= Minute::floor_ms(to_ms) {
            return Err(Refusal::WrongOrder.into());
        }
        let id = self.fresh();
        let month = Month::of(Minute::floor_ms(from_ms).day(zone));
        let mut fields = vec![
            (planned(id, "from"), FieldValue::Number(from_ms)),
            (planned(id, "to"), FieldValue::Number(to_ms)),
            (planned(id, "state"), FieldValue::text(PlanState::Draft.word())),
        ];
        if let Some(note) = note {
            fields.push((planned(id, "note"), FieldValue::text(note)));
        }
        self.set_fields(DocumentId::rota(person, month), &fields)?;
        Ok(id)
    }

    /// Makes every draft of a month known to the assistant; the time is kept.
    /// Gives back how many.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn publish(&mut self, person: PersonId, month: Month) -> Result<usize, AppError> {
        let drafts: Vec<EventId> = self
            .rota_of(person, month)?
            .into_iter()
            .filter(|shift| shift.state == PlanState::Draft && shift.disputed.is_empty())
            .map(|shift| shift.id)
            .collect();
        let now = self.now_ms();
        let mut document = self.document(DocumentId::rota(person, month))?;
        let mut act = Written::default();
        // Two fields each; a change holds 512 operations and 16 KiB.
        for part in drafts.chunks(60) {
            let fields: Vec<_> = part
                .iter()
                .flat_map(|id| {
                    [
                        (
                            planned(*id, "state"),
                            FieldValue::text(PlanState::Published.word()),
                        ),
                        (planned(*id, "published"), FieldValue::Number(now)),
                    ]
                })
                .collect();
            self.set_in(&mut act, &mut document, &fields)?;
        }
        self.put_down(act)?;
        Ok(drafts.len())
    }

    /// Takes a planned shift out again.
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
        let fields =
            [(planned(shift, "state"), FieldValue::text(PlanState::Cancelled.word()))];
        self.set_fields(DocumentId::rota(person, month), &fields)
    }

    /// Plans the week that begins on `monday` as the week before it, at the same
    /// local times. A time that the clocks skip or repeat that week is left out
    /// and given back, to be asked about.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn as_last_week(
        &mut self,
        person: PersonId,
        monday: NaiveDate,
        zone: Tz,
    ) -> Result<(Vec<EventId>, Vec<Planned>), AppError> {
        let before = monday - Days::new(7);
        let months: BTreeSet<Month> = [Month::of(before), Month::of(monday)].into();
        let mut made = Vec::new();
        let mut ask = Vec::new();
        for month in months {
            for shift in self.rota_of(person, month)? {
                let day = Minute::floor_ms(shift.from_ms).day(zone);
                if day < before || day >= monday || shift.state == PlanState::Cancelled {
                    continue;
                }
                match (week_later(shift.from_ms, zone), week_later(shift.to_ms, zone)) {
                    (Some(from), Some(to)) if from < to => {
                        made.push(self.plan(person, (from, to), shift.note.as_deref(), zone)?);
                    }
                    _ => ask.push(shift),
                }
            }
        }
        Ok((made, ask))
    }

    /// The planned shifts of a person and month, by start. One that lacks start
    /// or end is named with its dispute, never dropped.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn rota_of(&mut self, person: PersonId, month: Month) -> Result<Vec<Planned>, AppError> {
        let document = self.document(DocumentId::rota(person, month))?;
        let ids: BTreeSet<EventId> = document.fields().filter_map(|(key, _)| key.id()).collect();
        let mut shifts: Vec<Planned> = ids.into_iter().map(|id| read(&document, id)).collect();
        shifts.sort_by_key(|shift| (shift.from_ms, shift.id));
        Ok(shifts)
    }
}

fn read(document: &Document, id: EventId) -> Planned {
    let text = |field| {
        one(document, &planned(id, field)).and_then(FieldValue::as_text).map(str::to_owned)
    };
    let number = |field| {
        document
            .field(&planned(id, field))
            .iter()
            .filter_map(|written| written.value.as_number())
            .min()
    };
    let disputed = document
        .fields()
        .filter(|(key, values)| key.id() == Some(id) && values.len() > 1)
        .map(|(key, _)| key.field().to_owned())
        .collect();
    Planned {
        id,
        from_ms: number("from").unwrap_or_default(),
        to_ms: number("to").unwrap_or_default(),
        kind: text("kind")
            .and_then(|word| Kind::ALL.into_iter().find(|kind| kind.word() == word)),
        note: text("note"),
        state: text("state").and_then(|word| PlanState::read(&word)).unwrap_or(PlanState::Draft),
        published_ms: number("published"),
        disputed,
    }
}

fn planned(id: EventId, field: &str) -> FieldKey {
    field_of(DocumentKind::Rota, "shift", id, field)
}

/// The same local time seven days later; `None` if it exists twice or never.
fn week_later(ms: i64, zone: Tz) -> Option<i64> {
    let wall = Minute::floor_ms(ms).on_the_wall(zone).naive_local() + Days::new(7);
    match typed_local_time(wall.date(), wall.time(), zone) {
        TypedTime::Once(minute) => Some(minute.ms()),
        TypedTime::Twice(..) | TypedTime::Never => None,
    }
}
