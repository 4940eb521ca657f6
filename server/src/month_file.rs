//! A month of assistance as one JSON file (Monatsdatei): who worked when.
//!
//! Read by `law check`, `pay explain` and `replay`. Strict: a field that is
//! not known, a time without its offset, an offset that the workplace's clock
//! did not show, a part outside its shift are refused, each with the line and
//! the path of the field. Overlapping shifts of one person are read as they
//! are: what to do about them is a finding, not a fault of the file.
//!
//! ```json
//! { "note": "free text, optional",
//!   "land": "NW", "communes": [], "workplace_zone": "Europe/Berlin",
//!   "month": "2026-10",
//!   "assistants": [
//!     { "id": "a1", "personnel_number": 100, "employment": "social_insurance",
//!       "wage_cents_per_hour": 1750, "standby_cents_per_hour": 1390,
//!       "weekly_minutes": 1800,
//!       "shifts": [
//!         { "id": "s1",
//!           "start": "2026-10-08T07:52+02:00", "end": "2026-10-08T20:06+02:00",
//!           "parts": [ { "kind": "unpaid_break",
//!                        "from": "2026-10-08T13:08+02:00",
//!                        "to": "2026-10-08T13:53+02:00" } ] } ] } ] }
//! ```
//!
//! Seconds may be written and are cut off (`docs/definitions.md` § 0a.1 is the rule for
//! every instant). `communes` is optional; `employment` is one of `minijob`,
//! `minijob_household`, `midijob`, `social_insurance`; `kind` one of `work`,
//! `paid_break`, `travel`, `meeting`, `training`, `standby`, `call_out`,
//! `on_call`, `unpaid_break`.

use assistenz_core::law::employment::Employment;
use assistenz_core::law::public_holiday::lands_of;
use assistenz_core::money::CentsPerHour;
use assistenz_core::place::{Commune, HolidayRegion, Land, Workplace, zone};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use assistenz_core::work::{Kind, Part, Shift};
use chrono::{DateTime, FixedOffset, Offset, TimeZone};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A month of one team at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFile {
    /// The month in which the shifts count.
    pub month: Month,
    /// Where all of them were worked.
    pub workplace: Workplace,
    /// One entry per person, as in the file.
    pub assistants: Vec<AssistantMonth>,
}

/// The month of one assistant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistantMonth {
    /// What the file calls the person.
    pub id: String,
    /// The number at the payroll office, where there is one.
    pub personnel_number: Option<u32>,
    /// Kind of employment.
    pub employment: Employment,
    /// Agreed pay for an hour of work.
    pub wage: CentsPerHour,
    /// Agreed pay for an hour of standby.
    pub standby: CentsPerHour,
    /// Agreed working time per week.
    pub weekly: Minutes,
    /// The shifts in order of their start.
    pub shifts: Vec<Shift>,
}

/// What is wrong with a month file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MonthFileError {
    /// Not JSON, or not this shape.
    #[error("Zeile (line) {line}, Spalte (column) {column} [shape]: {problem}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        problem: String,
    },
    /// A field says something that cannot be.
    #[error("Zeile (line) {line}, Feld (field) {path} [{}]: {problem}", problem.code())]
    Field {
        /// Line of the field, from 1.
        line: usize,
        /// Path of the field: `assistants[0].shifts[2].parts[1].from`.
        path: String,
        /// What is wrong with it.
        #[source]
        problem: FieldProblem,
    },
}

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// Not a zone of the IANA table.
    #[error("keine Zeitzone wie Europe/Berlin (not a time zone like Europe/Berlin)")]
    Zone,
    /// Not a Land.
    #[error("kein Land, zwei Buchstaben wie NW (not a Land, two letters like NW)")]
    Land,
    /// Not a commune flag.
    #[error(
        "nicht augsburg, mariae_himmelfahrt oder fronleichnam \
         (not augsburg, mariae_himmelfahrt or fronleichnam)"
    )]
    Commune,
    /// A commune flag that the Land does not have.
    #[error("diese Angabe gehört zu einem anderen Land (belongs to another Land)")]
    CommuneOfAnotherLand,
    /// Not a month.
    #[error("kein Monat wie 2026-10 (not a month like 2026-10)")]
    Month,
    /// Not a time with offset.
    #[error(
        "kein Zeitpunkt mit Abstand zu UTC wie 2026-10-08T07:52+02:00 \
         (not a time with its offset like 2026-10-08T07:52+02:00)"
    )]
    Time,
    /// The clock at the workplace never showed this offset then.
    #[error(
        "diesen Abstand zu UTC hatte die Uhr am Arbeitsort da nicht \
         (the workplace's clock had another offset then)"
    )]
    Offset,
    /// Ends before it begins, or at the same minute.
    #[error("endet nicht nach dem Anfang (does not end after it begins)")]
    Order,
    /// A part reaches out of its shift.
    #[error("liegt nicht innerhalb der Schicht (is not inside its shift)")]
    OutsideShift,
    /// The shift has no minute in the month.
    #[error("die Schicht liegt nicht im Monat (the shift does not touch the month)")]
    OutsideMonth,
    /// Two parts of a shift overlap that may not.
    #[error(
        "überschneidet sich mit einem Abschnitt gleichen Rangs \
         (overlaps with a part of the same rank)"
    )]
    PartsOverlap,
    /// An id was used before.
    #[error("die id steht schon weiter oben (the id was used before)")]
    DoubleId,
    /// An id is empty.
    #[error("leer (empty)")]
    EmptyId,
    /// Not a kind of employment.
    #[error(
        "nicht minijob, minijob_household, midijob oder social_insurance \
         (not minijob, minijob_household, midijob or social_insurance)"
    )]
    Employment,
}

impl FieldProblem {
    /// The stable word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zone => "not_a_zone",
            Self::Land => "not_a_land",
            Self::Commune => "not_a_commune",
            Self::CommuneOfAnotherLand => "commune_of_another_land",
            Self::Month => "not_a_month",
            Self::Time => "not_an_instant",
            Self::Offset => "not_the_offset",
            Self::Order => "not_after_start",
            Self::OutsideShift => "outside",
            Self::OutsideMonth => "outside_month",
            Self::PartsOverlap => "overlaps",
            Self::DoubleId => "double_id",
            Self::EmptyId => "empty",
            Self::Employment => "not_an_employment",
        }
    }
}

/// Reads a month file from bytes, which must be UTF-8.
///
/// # Errors
///
/// [`MonthFileError`] with the line and the field; the first fault found.
pub fn read_bytes(bytes: &[u8]) -> Result<MonthFile, MonthFileError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.split(|byte| *byte == b'\n').count();
            let last = before.rsplit(|byte| *byte == b'\n').next().map_or(0, <[u8]>::len);
            let problem = "kein UTF-8 (not UTF-8)".to_owned();
            Err(MonthFileError::Shape { line, column: last + 1, problem })
        }
    }
}

/// Reads a month file.
///
/// # Errors
///
/// [`MonthFileError`] with the line and the field; the first fault found.
pub fn read(text: &str) -> Result<MonthFile, MonthFileError> {
    let raw: RawMonth = serde_json::from_str(text).map_err(|error| MonthFileError::Shape {
        line: error.line(),
        column: error.column(),
        problem: without_position(&error.to_string()),
    })?;
    raw.checked().map_err(|Fault { path, problem }| MonthFileError::Field {
        line: line_of(text, &path),
        path: written(&path),
        problem,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMonth {
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

/// A step on the way to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Field(&'static str),
    Index(usize),
}
use Step::{Field, Index};

/// A fault and the way to it, outermost step first.
struct Fault {
    path: Vec<Step>,
    problem: FieldProblem,
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
    fn checked(self) -> Result<MonthFile, Fault> {
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

/// `assistants[0].shifts[2].start`.
fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Field(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    text
}

/// serde_json ends its messages with the position, which we say ourselves.
fn without_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

/// The line, from 1, of the field at `path` in a text that is known to be
/// JSON of our shape; the line of the last step that was found.
fn line_of(text: &str, path: &[Step]) -> usize {
    let bytes = text.as_bytes();
    let mut at = blank(bytes, 0);
    for step in path {
        let found = match step {
            Field(name) => field_at(bytes, at, name),
            Index(index) => (0..*index)
                .try_fold(blank(bytes, at + 1), |at, _| next_item(bytes, skip(bytes, at))),
        };
        match found {
            Some(next) => at = next,
            None => break,
        }
    }
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Where the value of `name` begins in the object that begins at `at`.
fn field_at(bytes: &[u8], at: usize, name: &str) -> Option<usize> {
    let mut key = blank(bytes, at + 1);
    loop {
        let colon = skip(bytes, key);
        let value = blank(bytes, blank(bytes, colon) + 1);
        let text = bytes.get(key + 1..colon.checked_sub(1)?)?;
        if text == name.as_bytes() {
            return Some(value);
        }
        key = next_item(bytes, skip(bytes, value))?;
    }
}

/// After a value: where the next item of the same list or object begins.
fn next_item(bytes: &[u8], at: usize) -> Option<usize> {
    let at = blank(bytes, at);
    (bytes.get(at) == Some(&b',')).then(|| blank(bytes, at + 1))
}

/// The first byte from `at` on that is no white space.
fn blank(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The first byte after the value that begins at `at`.
fn skip(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    loop {
        match bytes.get(at) {
            Some(b'"') => {
                at += 1;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            Some(b'{' | b'[') => {
                depth += 1;
                at += 1;
                continue;
            }
            Some(b'}' | b']') => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            Some(b',' | b':') if depth > 0 => {
                at += 1;
                continue;
            }
            Some(byte) if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            Some(_) => {
                while bytes.get(at).is_some_and(|b| !b",:]} \n\r\t".contains(b)) {
                    at += 1;
                }
            }
            None => return at,
        }
        if depth == 0 {
            return at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OCTOBER: &str = include_str!("../../tests/fixtures/months/2026-10-nw.json");

    const SMALL: &str = r#"{
 "land": "BY", "communes": ["augsburg"],
 "workplace_zone": "Europe/Berlin",
 "month": "2026-10",
 "assistants": [
  {"id": "a1", "employment": "minijob", "wage_cents_per_hour": 1600,
   "standby_cents_per_hour": 1390, "weekly_minutes": 480,
   "shifts": [
    {"id": "s1", "start": "2026-10-02T08:00+02:00", "end": "2026-10-02T12:00+02:00"},
    {"id": "s2",
     "start": "2026-10-24T22:00+02:00",
     "end": "2026-10-25T06:00+01:00",
     "parts": [
      {"kind": "standby", "from": "2026-10-25T02:30+02:00", "to": "2026-10-25T02:30+01:00"}
     ]}
   ]}
 ]
}"#;

    #[test]
    fn the_october_of_six_assistants_is_read() {
        let file = read(OCTOBER).expect("the fixture");
        let shifts: Vec<_> = file.assistants.iter().map(|a| a.shifts.len()).collect();
        assert_eq!(file.month.to_string(), "2026-10");
        assert_eq!(shifts, [14, 13, 14, 4, 5, 14].map(|n: usize| n).to_vec());
        assert_eq!(file.assistants[3].employment, Employment::Minijob);
        assert_eq!(file.assistants[1].wage, CentsPerHour::new(1820));
    }

    #[test]
    fn the_repeated_hour_is_told_apart_by_its_offset() {
        let file = read(SMALL).expect("a month");
        let night = &file.assistants[0].shifts[1];
        assert_eq!(night.span.length(), Minutes::hours(9));
        assert_eq!(night.parts[0].span.length(), Minutes::hours(1));
        assert_eq!(file.workplace.region.communes, [Commune::Augsburg]);
        assert_eq!(file.assistants[0].personnel_number, None);
    }

    #[test]
    fn every_fault_names_its_line_and_its_field() {
        // (what is replaced, by what, line, path, problem)
        let cases = [
            (r#""BY""#, r#""XX""#, 2, "land", FieldProblem::Land),
            ("augsburg", "fronleichnam", 2, "communes", FieldProblem::CommuneOfAnotherLand),
            ("augsburg", "muenchen", 2, "communes", FieldProblem::Commune),
            ("Europe/Berlin", "Berlin", 3, "workplace_zone", FieldProblem::Zone),
            (r#""2026-10","#, r#""2026-00","#, 4, "month", FieldProblem::Month),
            ("\"a1\"", "\"\"", 6, "assistants[0].id", FieldProblem::EmptyId),
            ("minijob", "mini", 6, "assistants[0].employment", FieldProblem::Employment),
            ("\"s2\"", "\"s1\"", 10, "assistants[0].shifts[1].id", FieldProblem::DoubleId),
            ("24T22:00+02", "24 22:00+02", 11, "assistants[0].shifts[1].start", FieldProblem::Time),
            ("24T22:00+02:00", "24T22:00", 11, "assistants[0].shifts[1].start", FieldProblem::Time),
            ("25T06:00+01", "25T06:00+02", 12, "assistants[0].shifts[1].end", FieldProblem::Offset),
            ("02T12:00", "02T08:00", 9, "assistants[0].shifts[0].end", FieldProblem::Order),
            (
                r#""2026-10-02T08:00+02:00", "end": "2026-10-02T12:00+02:00""#,
                r#""2026-09-02T08:00+02:00", "end": "2026-09-02T12:00+02:00""#,
                9,
                "assistants[0].shifts[0].start",
                FieldProblem::OutsideMonth,
            ),
            (
                "25T02:30+02",
                "24T21:59+02",
                14,
                "assistants[0].shifts[1].parts[0].from",
                FieldProblem::OutsideShift,
            ),
            (
                "25T02:30+01",
                "25T06:01+01",
                14,
                "assistants[0].shifts[1].parts[0].to",
                FieldProblem::OutsideShift,
            ),
        ];
        for (what, by, line, path, problem) in cases {
            let got = read(&SMALL.replacen(what, by, 1));
            let path = path.to_owned();
            assert_eq!(got, Err(MonthFileError::Field { line, path, problem }), "{what} -> {by}");
        }
    }

    #[test]
    fn unknown_fields_and_broken_json_are_refused_with_their_line() {
        let typo = SMALL.replacen("\"weekly_minutes\"", "\"weekly_hours\"", 1);
        let error = read(&typo).expect_err("a field that is not known");
        assert!(error.to_string().starts_with("Zeile (line) 7, Spalte"), "{error}");
        let latin = [b"{\n ".as_slice(), &[0xe4]].concat();
        assert!(matches!(
            read_bytes(&latin),
            Err(MonthFileError::Shape { line: 2, column: 2, .. })
        ));
        let cut = &SMALL[..SMALL.len() - 2];
        assert!(matches!(read(cut), Err(MonthFileError::Shape { .. })));
        let negative = SMALL.replacen("1600", "-1600", 1);
        assert!(matches!(read(&negative), Err(MonthFileError::Shape { line: 6, .. })));
    }

    #[test]
    fn parts_overlap_only_where_one_takes_precedence() {
        let with = |kind: &str| {
            let extra = format!(
                r#"      {{"kind": "{kind}", "from": "2026-10-25T02:30+02:00", "to": "2026-10-25T02:45+02:00"}},
      {{"kind": "standby","#
            );
            read(&SMALL.replacen("      {\"kind\": \"standby\",", &extra, 1)).is_ok()
        };
        assert!(with("call_out") && with("unpaid_break") && with("travel"));
        assert!(!with("standby") && !with("on_call"));
    }
}
