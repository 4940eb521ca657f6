//! Reading the fields of one line, and saying exactly what is wrong with one.

use assistenz_core::law::public_holiday::lands_of;
use assistenz_core::place::{Commune, HolidayRegion, Land};
use assistenz_core::time::{Interval, Minute};
use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value};
use std::fmt;
use std::str::FromStr;

/// A JSON object.
pub type Object = Map<String, Value>;

/// Which field is wrong, and how.
pub type FieldProblem = (String, Problem);

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum Problem {
    #[error("kein JSON-Objekt in UTF-8 (not a JSON object in UTF-8)")]
    NotAnObject,
    #[error("fehlt (is missing)")]
    Missing,
    #[error("dieses Feld gibt es nicht (there is no such field)")]
    UnknownField,
    #[error("kein Text (not a text)")]
    NotAText,
    #[error("keine Liste (not a list)")]
    NotAList,
    #[error("leer (empty)")]
    Empty,
    #[error("keine ganze Zahl von {from} bis {to} (not a whole number from {from} to {to})")]
    NotANumber { from: i64, to: i64 },
    #[error(
        "kein Zeitpunkt wie 2026-11-08T22:00:00+01:00, Jahr 2000 bis 2199 \
         (not an instant like 2026-11-08T22:00:00+01:00, year 2000 to 2199)"
    )]
    NotAnInstant,
    #[error("kein Tag wie 2026-11-08 (not a day like 2026-11-08)")]
    NotADay,
    #[error("kein Land, zwei Buchstaben wie NW (not a Land, two letters like NW)")]
    NotALand,
    #[error(
        "nicht augsburg, mariae_himmelfahrt oder fronleichnam \
         (not augsburg, mariae_himmelfahrt or fronleichnam)"
    )]
    NotACommune,
    #[error("diese Angabe gehört zu einem anderen Land (belongs to another Land)")]
    CommuneOfAnotherLand,
    #[error("keine Art (not a kind): {0}")]
    NotAKind(&'static str),
    #[error("nicht {0} (not {0})")]
    NotThisWord(&'static str),
    #[error("endet nicht nach dem Anfang (does not end after it begins)")]
    NotAfterStart,
    #[error("liegt nicht innerhalb von start und end (is not inside start and end)")]
    Outside,
    #[error("länger als 31 Tage (longer than 31 days)")]
    TooLong,
    #[error("überschneidet sich mit {0} (overlaps with {0})")]
    Overlaps(String),
    #[error("entweder records oder start und end (either records or start and end)")]
    RecordsAndTimes,
}

impl Problem {
    /// The stable word for it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnObject => "not_an_object",
            Self::Missing => "missing",
            Self::UnknownField => "unknown_field",
            Self::NotAText => "not_a_text",
            Self::NotAList => "not_a_list",
            Self::Empty => "empty",
            Self::NotANumber { .. } => "not_a_number",
            Self::NotAnInstant => "not_an_instant",
            Self::NotADay => "not_a_day",
            Self::NotALand => "not_a_land",
            Self::NotACommune => "not_a_commune",
            Self::CommuneOfAnotherLand => "commune_of_another_land",
            Self::NotAKind(_) => "not_a_kind",
            Self::NotThisWord(_) => "not_this_word",
            Self::NotAfterStart => "not_after_start",
            Self::Outside => "outside",
            Self::TooLong => "too_long",
            Self::Overlaps(_) => "overlaps",
            Self::RecordsAndTimes => "records_and_times",
        }
    }
}

/// A line that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The line, counted from 1; 0 for an argument of the command line.
    pub line: usize,
    /// The field, `breaks[0].to`; empty for the whole line.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// `Zeile 3, Feld end [not_after_start]: …`
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "Zeile (line) {}", self.line)?;
            if !self.field.is_empty() {
                f.write_str(", ")?;
            }
        }
        if !self.field.is_empty() {
            write!(f, "Feld (field) {}", self.field)?;
        }
        write!(f, " [{}]: {}", self.problem.code(), self.problem)
    }
}

/// Fields with which test cases are annotated and which hold no input: they may
/// stay in a line and are not read. (`tz` is checked where it could matter.)
const NOTES: [&str; 11] = [
    "kind",
    "source",
    "note",
    "tz",
    "classes",
    "total_minutes",
    "grundlohn_cents",
    "paid_cents",
    "tax_free_cents",
    "sv_free_cents",
    "sv_liable_cents",
];

/// Reads a line as an object.
///
/// # Errors
///
/// [`Problem::NotAnObject`] for anything else.
pub fn object(line: &[u8]) -> Result<Object, FieldProblem> {
    match serde_json::from_slice(line) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) | Err(_) => Err((String::new(), Problem::NotAnObject)),
    }
}

/// Refuses every field that is not known: a field with a typing error must not
/// pass for one that is not there.
///
/// # Errors
///
/// [`Problem::UnknownField`].
pub fn only(object: &Object, at: &str, known: &[&str]) -> Result<(), FieldProblem> {
    let notes: &[&str] = if at.is_empty() { &NOTES } else { &[] };
    match object.keys().find(|key| !known.contains(&key.as_str()) && !notes.contains(&key.as_str()))
    {
        Some(key) => Err((join(at, key), Problem::UnknownField)),
        None => Ok(()),
    }
}

/// `breaks[0]` and `to` make `breaks[0].to`.
#[must_use]
pub fn join(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}

/// A text that must be there.
///
/// # Errors
///
/// Missing, not a text, or empty.
pub fn text<'a>(object: &'a Object, at: &str, key: &str) -> Result<&'a str, FieldProblem> {
    match object.get(key) {
        None | Some(Value::Null) => Err((join(at, key), Problem::Missing)),
        Some(Value::String(text)) if text.is_empty() => Err((join(at, key), Problem::Empty)),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err((join(at, key), Problem::NotAText)),
    }
}

/// A whole number that may be missing.
///
/// # Errors
///
/// Not a whole number in this range.
pub fn number(
    object: &Object,
    at: &str,
    key: &str,
    range: std::ops::RangeInclusive<i64>,
) -> Result<Option<i64>, FieldProblem> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match value.as_i64() {
            Some(number) if range.contains(&number) => Ok(Some(number)),
            Some(_) | None => {
                let (from, to) = (*range.start(), *range.end());
                Err((join(at, key), Problem::NotANumber { from, to }))
            }
        },
    }
}

/// A whole number that must be there.
///
/// # Errors
///
/// Missing, or not a whole number in this range.
pub fn required_number(
    object: &Object,
    at: &str,
    key: &str,
    range: std::ops::RangeInclusive<i64>,
) -> Result<i64, FieldProblem> {
    number(object, at, key, range)?.ok_or_else(|| (join(at, key), Problem::Missing))
}

/// A list of objects that may be missing, each with where it stands.
///
/// # Errors
///
/// Not a list, or not a list of objects.
pub fn objects<'a>(
    object: &'a Object,
    at: &str,
    key: &str,
) -> Result<Vec<(String, &'a Object)>, FieldProblem> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(list)) => list
            .iter()
            .enumerate()
            .map(|(place, value)| {
                let at = format!("{}[{place}]", join(at, key));
                match value {
                    Value::Object(object) => Ok((at, object)),
                    Value::Null
                    | Value::Bool(_)
                    | Value::Number(_)
                    | Value::String(_)
                    | Value::Array(_) => Err((at, Problem::NotAnObject)),
                }
            })
            .collect(),
        Some(_) => Err((join(at, key), Problem::NotAList)),
    }
}

/// An instant in RFC 3339 with offset (seconds may be left out), floored.
///
/// # Errors
///
/// Missing, or not an instant of the years 2000 to 2199.
pub fn instant(object: &Object, at: &str, key: &str) -> Result<Minute, FieldProblem> {
    let text = text(object, at, key)?;
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .ok()
        .filter(|instant| (2000..2200).contains(&chrono::Datelike::year(instant)))
        .map(|instant| Minute::floor(instant.to_utc()))
        .ok_or_else(|| (join(at, key), Problem::NotAnInstant))
}

/// A calendar day.
///
/// # Errors
///
/// Missing, or not a day.
pub fn day(object: &Object, at: &str, key: &str) -> Result<NaiveDate, FieldProblem> {
    text(object, at, key)?.parse().map_err(|_| (join(at, key), Problem::NotADay))
}

/// Two instants that make an interval, and where the second stands.
///
/// # Errors
///
/// One of them is wrong, or the second is not after the first.
pub fn interval(
    object: &Object,
    at: &str,
    [from, to]: [&str; 2],
) -> Result<Interval, FieldProblem> {
    let (begin, end) = (instant(object, at, from)?, instant(object, at, to)?);
    Interval::new(begin, end).ok_or_else(|| (join(at, to), Problem::NotAfterStart))
}

/// Land and communes.
///
/// # Errors
///
/// Not a Land, not a commune, or a commune of another Land.
pub fn region(object: &Object, at: &str) -> Result<HolidayRegion, FieldProblem> {
    let land = Land::from_str(text(object, at, "land")?)
        .map_err(|_| (join(at, "land"), Problem::NotALand))?;
    let communes = match object.get("communes") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(list)) => list
            .iter()
            .enumerate()
            .map(|(place, value)| {
                let at = format!("{}[{place}]", join(at, "communes"));
                let commune = value.as_str().and_then(|text| text.parse().ok());
                let commune = commune.ok_or_else(|| (at.clone(), Problem::NotACommune))?;
                check_communes(land, &[commune]).map_err(|problem| (at, problem))?;
                Ok(commune)
            })
            .collect::<Result<_, FieldProblem>>()?,
        Some(_) => return Err((join(at, "communes"), Problem::NotAList)),
    };
    Ok(HolidayRegion::new(land, communes))
}

/// Refuses a commune of another Land, which would have no effect.
///
/// # Errors
///
/// [`Problem::CommuneOfAnotherLand`].
pub fn check_communes(land: Land, communes: &[Commune]) -> Result<(), Problem> {
    if communes.iter().all(|commune| lands_of(*commune).contains(&land)) {
        Ok(())
    } else {
        Err(Problem::CommuneOfAnotherLand)
    }
}
