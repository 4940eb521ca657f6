//! The shape of the file, and the checks of every field on the way to shifts.

use super::path::Step::{self, Field, Index};
use super::problem::FieldProblem;
use super::{AssistantMonth, MonthFile};
use assistenz_core::law::public_holiday::lands_of;
use assistenz_core::money::CentsPerHour;
use assistenz_core::place::{Commune, HolidayRegion, Land, Workplace, zone};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use assistenz_core::work::{Kind, Part, Shift};
use chrono::{DateTime, FixedOffset, Offset, TimeZone};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMonth {
    #[serde(default, rename = "note")]
    _note: Option<String>,
    land: String,
    #[serde(default)]
    communes: Vec<String>,
    workplace_zone: String,
    month: String,
    assistants: Vec<RawAssistant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAssistant {
    id: String,
    #[serde(default)]
    personnel_number: Option<u32>,
    employment: String,
    wage_cents_per_hour: u32,
    standby_cents_per_hour: u32,
    weekly_minutes: u32,
    shifts: Vec<RawShift>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShift {
    id: String,
    start: String,
    end: String,
    #[serde(default)]
    parts: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    kind: Kind,
    from: String,
    to: String,
}

/// A fault and the way to it, outermost step first.
pub(super) struct Fault {
    pub(super) path: Vec<Step>,
    pub(super) problem: FieldProblem,
}

/// A fault of this field, here.
fn fault(field: &'static str, problem: FieldProblem) -> Fault {
    Fault { path: vec![Field(field)], problem }
}

impl Fault {
    /// Seen from one list further out.
    fn within(mut self, list: &'static str, index: usize) -> Self {
        self.path.splice(0..0, [Field(list), Index(index)]);
        self
    }
}

impl RawMonth {
    pub(super) fn checked(self) -> Result<MonthFile, Fault> {
        let land: Land = self.land.parse().map_err(|_| fault("land", FieldProblem::Land))?;
        let communes = self.communes.iter().map(|word| word.parse::<Commune>());
        let communes = communes
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| fault("communes", FieldProblem::Commune))?;
        if communes.iter().any(|commune| !lands_of(*commune).contains(&land)) {
            return Err(fault("communes", FieldProblem::CommuneOfAnotherLand));
        }
        let zone =
            zone(&self.workplace_zone).map_err(|_| fault("workplace_zone", FieldProblem::Zone))?;
        let month: Month = self.month.parse().map_err(|_| fault("month", FieldProblem::Month))?;
        let workplace = Workplace { zone, region: HolidayRegion::new(land, communes) };
        let mut people = BTreeSet::new();
        let mut shifts = BTreeSet::new();
        let mut assistants = Vec::with_capacity(self.assistants.len());
        for (index, raw) in self.assistants.into_iter().enumerate() {
            new_id(&raw.id, &mut people).map_err(|fault| fault.within("assistants", index))?;
            let assistant = raw
                .checked(month, &workplace, &mut shifts)
                .map_err(|fault| fault.within("assistants", index))?;
            assistants.push(assistant);
        }
        Ok(MonthFile { month, workplace, assistants })
    }
}

impl RawAssistant {
    fn checked(
        self,
        month: Month,
        workplace: &Workplace,
        ids: &mut BTreeSet<String>,
    ) -> Result<AssistantMonth, Fault> {
        let employment =
            self.employment.parse().map_err(|_| fault("employment", FieldProblem::Employment))?;
        let mut shifts = Vec::with_capacity(self.shifts.len());
        for (index, raw) in self.shifts.into_iter().enumerate() {
            let shift = new_id(&raw.id, ids)
                .and_then(|()| raw.checked(month, workplace))
                .map_err(|fault| fault.within("shifts", index))?;
            shifts.push(shift);
        }
        shifts.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
        Ok(AssistantMonth {
            id: self.id,
            personnel_number: self.personnel_number,
            employment,
            wage: CentsPerHour::new(i64::from(self.wage_cents_per_hour)),
            standby: CentsPerHour::new(i64::from(self.standby_cents_per_hour)),
            weekly: Minutes::new(i64::from(self.weekly_minutes)),
            shifts,
        })
    }
}

impl RawShift {
    fn checked(self, month: Month, workplace: &Workplace) -> Result<Shift, Fault> {
        let start = time("start", &self.start, workplace.zone)?;
        let end = time("end", &self.end, workplace.zone)?;
        let span = Interval::new(start, end).ok_or_else(|| fault("end", FieldProblem::Order))?;
        if month.interval(workplace.zone).overlap(span).is_none() {
            return Err(fault("start", FieldProblem::OutsideMonth));
        }
        let mut parts: Vec<Part> = Vec::with_capacity(self.parts.len());
        for (index, raw) in self.parts.into_iter().enumerate() {
            let part = raw
                .checked(span, workplace.zone, &parts)
                .map_err(|fault| fault.within("parts", index))?;
            parts.push(part);
        }
        Ok(Shift {
            id: self.id,
            span,
            workplace: workplace.clone(),
            parts,
            away: Vec::new(),
            funding: Vec::new(),
            reconstructed: false,
        })
    }
}

impl RawPart {
    fn checked(self, shift: Interval, zone: Tz, before: &[Part]) -> Result<Part, Fault> {
        let from = time("from", &self.from, zone)?;
        let to = time("to", &self.to, zone)?;
        let span = Interval::new(from, to).ok_or_else(|| fault("to", FieldProblem::Order))?;
        if span.from() < shift.from() {
            return Err(fault("from", FieldProblem::OutsideShift));
        }
        if span.to() > shift.to() {
            return Err(fault("to", FieldProblem::OutsideShift));
        }
        let part = Part { kind: self.kind, span };
        if before.iter().any(|other| contradict(other, &part)) {
            return Err(fault("from", FieldProblem::PartsOverlap));
        }
        Ok(part)
    }
}

/// Whether two parts overlap without one taking precedence
/// (`docs/definitions.md` § 0a.4).
fn contradict(a: &Part, b: &Part) -> bool {
    let on_call_with = |one: Kind, other: Kind| {
        one == Kind::OnCall && !matches!(other, Kind::CallOut | Kind::UnpaidBreak)
    };
    a.span.overlap(b.span).is_some()
        && (a.kind.precedence() == b.kind.precedence()
            || on_call_with(a.kind, b.kind)
            || on_call_with(b.kind, a.kind))
}

fn new_id(id: &str, used: &mut BTreeSet<String>) -> Result<(), Fault> {
    if id.is_empty() {
        return Err(fault("id", FieldProblem::EmptyId));
    }
    if used.insert(id.to_owned()) { Ok(()) } else { Err(fault("id", FieldProblem::DoubleId)) }
}

/// A time as `2026-10-08T07:52+02:00`, with or without seconds; `Z` for UTC.
fn time(field: &'static str, text: &str, zone: Tz) -> Result<Minute, Fault> {
    let plain = text.strip_suffix('Z').map(|rest| format!("{rest}+00:00"));
    let plain = plain.as_deref().unwrap_or(text);
    let instant = ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%dT%H:%M:%S%:z"]
        .into_iter()
        .find_map(|format| DateTime::<FixedOffset>::parse_from_str(plain, format).ok())
        .filter(|_| text.is_ascii() && !text.contains(' '))
        .ok_or_else(|| fault(field, FieldProblem::Time))?;
    let on_the_wall = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
    if text.ends_with('Z') || on_the_wall == *instant.offset() {
        Ok(Minute::floor(instant.to_utc()))
    } else {
        Err(fault(field, FieldProblem::Offset))
    }
}
