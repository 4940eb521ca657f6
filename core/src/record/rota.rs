//! Planned shifts (Dienstplan): drafts, published shifts, "as last week".

use super::document::{Document, Written};
use super::fields::{FieldKey, FieldValue};
use crate::document::{DocumentKind, EventId};
use crate::time::{Interval, Minute, at_wall_time};
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// How far a planned shift has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanState {
    /// Only the planners see it as a plan.
    Draft,
    /// Published; the time is kept.
    Published {
        /// When, in ms since 1970.
        at_ms: i64,
    },
    /// Called off.
    Cancelled,
}

/// A planned shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedShift {
    /// Its id.
    pub id: EventId,
    /// When; `None` while begin or end are missing, disputed or upside down.
    pub span: Option<Interval>,
    /// What kind of duty, a word of the team.
    pub kind: String,
    /// A note.
    pub note: String,
    /// Who pays.
    pub cost_centre: Option<String>,
    /// How far it has come.
    pub state: PlanState,
    /// Fields with more than one value: each with its values.
    pub disputed: Vec<(&'static str, Vec<FieldValue>)>,
}

/// The planned shifts of a rota, by begin.
#[must_use]
pub fn planned(rota: &Document) -> Vec<PlannedShift> {
    let mut shifts: BTreeMap<EventId, BTreeMap<&'static str, Vec<&Written<FieldValue>>>> =
        BTreeMap::new();
    for (key, values) in rota.fields() {
        if let ("shift", Some(id)) = (key.thing(), key.id()) {
            shifts.entry(id).or_default().insert(key.field(), values);
        }
    }
    let mut found: Vec<PlannedShift> =
        shifts.into_iter().map(|(id, fields)| one(id, &fields)).collect();
    found.sort_by_key(|shift| (shift.span.map(|span| (span.from(), span.to())), shift.id));
    found
}

fn one(id: EventId, fields: &BTreeMap<&'static str, Vec<&Written<FieldValue>>>) -> PlannedShift {
    let mut disputed = Vec::new();
    for (field, values) in fields {
        let mut different: Vec<FieldValue> =
            values.iter().map(|written| written.value.clone()).collect();
        different.sort();
        different.dedup();
        if different.len() > 1 {
            disputed.push((*field, different));
        }
    }
    let value = |field: &str| {
        let values = fields.get(field)?;
        let first = &values.first()?.value;
        values.iter().all(|written| written.value == *first).then(|| first.clone())
    };
    let minute = |field| value(field)?.as_number().map(Minute::floor_ms);
    let text = |field| value(field).and_then(|value| value.as_text().map(str::to_owned));
    let span = minute("from").zip(minute("to")).and_then(|(from, to)| Interval::new(from, to));
    let state = match (text("state").as_deref(), value("published").and_then(|v| v.as_number())) {
        (Some("cancelled"), _) => PlanState::Cancelled,
        (Some("published"), Some(at_ms)) => PlanState::Published { at_ms },
        _ => PlanState::Draft,
    };
    PlannedShift {
        id,
        span,
        kind: text("kind").unwrap_or_default(),
        note: text("note").unwrap_or_default(),
        cost_centre: text("cost_centre"),
        state,
        disputed,
    }
}

/// The fields that write this planned shift into a rota of this kind.
#[must_use]
pub fn fields_of(kind: DocumentKind, shift: &PlannedShift) -> Vec<(FieldKey, FieldValue)> {
    let mut fields = Vec::new();
    let mut put = |field: &str, value: FieldValue| {
        fields.extend(FieldKey::of(kind, "shift", shift.id, field).map(|key| (key, value)));
    };
    if let Some(span) = shift.span {
        put("from", FieldValue::Number(span.from().ms()));
        put("to", FieldValue::Number(span.to().ms()));
    }
    put("kind", FieldValue::text(&shift.kind));
    if !shift.note.is_empty() {
        put("note", FieldValue::text(&shift.note));
    }
    if let Some(cost_centre) = &shift.cost_centre {
        put("cost_centre", FieldValue::text(cost_centre));
    }
    match shift.state {
        PlanState::Draft => put("state", FieldValue::text("draft")),
        PlanState::Published { at_ms } => {
            put("state", FieldValue::text("published"));
            put("published", FieldValue::Number(at_ms));
        }
        PlanState::Cancelled => put("state", FieldValue::text("cancelled")),
    }
    fields
}

/// "As last week": drafts for the seven days from `monday`, with the wall
/// times of the seven days before. Over a clock change the wall times stay and
/// the lengths differ. Each draft takes the next of `ids`; without ids left
/// nothing more is made.
#[must_use]
pub fn as_last_week(
    before: &[PlannedShift],
    monday: NaiveDate,
    workplace: Tz,
    ids: impl IntoIterator<Item = EventId>,
) -> Vec<PlannedShift> {
    match monday.checked_sub_days(Days::new(7)) {
        Some(first) => copied(before, (first, monday), 7, workplace, ids),
        None => Vec::new(),
    }
}

/// Drafts of every shift that begins on one of the days from the first of
/// `days` and before the second, so many days `later`, at the same wall times.
/// What was called off is not copied. Ids as in [`as_last_week`].
#[must_use]
pub fn copied(
    before: &[PlannedShift],
    days: (NaiveDate, NaiveDate),
    later: i64,
    workplace: Tz,
    ids: impl IntoIterator<Item = EventId>,
) -> Vec<PlannedShift> {
    let mut ids = ids.into_iter();
    let mut drafts = Vec::new();
    for shift in before {
        let Some(span) = shift.span else { continue };
        let day = span.from().day(workplace);
        if shift.state == PlanState::Cancelled || day < days.0 || day >= days.1 {
            continue;
        }
        let Some(span) = moved(span, later, workplace) else { continue };
        let Some(id) = ids.next() else { break };
        drafts.push(PlannedShift {
            id,
            span: Some(span),
            state: PlanState::Draft,
            disputed: Vec::new(),
            ..shift.clone()
        });
    }
    drafts
}

/// The same wall times so many days `later`; `None` outside the calendar.
fn moved(span: Interval, later: i64, workplace: Tz) -> Option<Interval> {
    let later = |minute: Minute| {
        let wall = minute.on_the_wall(workplace);
        let day = wall.date_naive().checked_add_signed(TimeDelta::try_days(later)?)?;
        Some(at_wall_time(day, wall.time(), workplace))
    };
    Interval::new(later(span.from())?, later(span.to())?)
}
