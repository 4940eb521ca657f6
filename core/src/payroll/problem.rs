//! What stands in the way of an export (Prüfhinweise), each with what to do.
//!
//! A problem holds numbers and ids, never names. Its two sentences, what is
//! wrong and what to do, stand in the words files under
//! `payroll-problem-<code>` and `payroll-todo-<code>`.

use crate::payroll::encode::spelled;
use crate::payroll::settings::SendAs;
use crate::time::{Minutes, Month};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

/// Whether it stops the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is written until it is solved.
    Refuses,
    /// To be read; the files are written, and the cover sheet repeats it.
    Hint,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Whom it is about, by the id in the record.
    pub person: Option<String>,
    /// Which of the given lines it is about, from 0.
    pub line: Option<usize>,
    /// Whether it stops the export.
    pub severity: Severity,
    /// What it is.
    pub what: What,
}

/// What a problem is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the sentence")]
pub enum What {
    /// A person's lines have no personnel number.
    PersonnelNumberMissing,
    /// The program does not take this personnel number.
    PersonnelNumberRange { number: u32, highest: u32 },
    /// Two people have the same personnel number.
    PersonnelNumberTwice { number: u32, other: String },
    /// The month is not approved, or nothing is known about it.
    NotApproved { month: Month },
    /// Only single days of the month are approved.
    PartlyApproved { month: Month },
    /// Something was changed after the approval and is not approved yet.
    ChangedSinceApproval { month: Month },
    /// Entries without an end.
    OpenEntries { month: Month, count: u32 },
    /// Entries that contradict each other or that the assistant objects to.
    DisputedEntries { month: Month, count: u32 },
    /// The office has no wage type for this kind.
    Unmapped { kind: String },
    /// The line cannot be expressed in the unit of the mapping.
    Unit { kind: String, send_as: SendAs },
    /// The program's layout has no place for such a line.
    NotCarried { kind: String },
    /// A value out of the field's range, in hundredths.
    ValueRange { kind: String, value: i64, highest: i64 },
    /// More hours than a day may have in daily entry, in hundredths.
    DayHours { day: NaiveDate, value: i64 },
    /// A day lies outside the month of the file.
    DayOutsideMonth { day: NaiveDate },
    /// The same day would count twice as a day of this kind.
    DayTwice { day: NaiveDate, kind: String },
    /// The days or minutes of the spans are not the quantity of the line.
    SpansDoNotFit { kind: String },
    /// The zone of a span is not in the table.
    Zone { name: String },
    /// Times on the wall do not show this many minutes (clock change).
    ClockChange { day: NaiveDate, difference: Minutes },
    /// Times on the wall would run backwards (clock change).
    ClockBackwards { day: NaiveDate },
    /// The office wants a cost centre on each line.
    CostCentreMissing { kind: String },
    /// Too long, or with characters the office does not take.
    CostCentre { cost_centre: String, longest: usize },
    /// The layout has no field for cost centres.
    CostCentreNotCarried { lines: usize },
    /// The line is to be paid in another month.
    OtherMonth { month: Month },
    /// A correction of a month that has not been yet.
    OriginAhead { origin: Month },
    /// A net line is lawful for at most two months back.
    CorrectionTooOld { origin: Month },
    /// A net line is lawful only for parts that are always settled late.
    CorrectionKind { kind: String },
    /// How corrections are written is unverified for this program.
    CorrectionUnverified,
    /// Letters that the encoding does not have, by number.
    Letters { field: String, letters: BTreeSet<char> },
    /// A text that is too long for a cell.
    TextTooLong { field: String, longest: usize },
    /// Nothing to write: the value is zero.
    Zero { kind: String },
    /// A person without any line in this month.
    EmptyMonth { month: Month },
    /// The layout rests on one source or on guesses.
    FormatUnverified,
    /// The file holds planned work and is no basis for paying.
    Estimate,
}

impl What {
    /// One stable word.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PersonnelNumberMissing => "personnel_number_missing",
            Self::PersonnelNumberRange { .. } => "personnel_number_range",
            Self::PersonnelNumberTwice { .. } => "personnel_number_twice",
            Self::NotApproved { .. } => "not_approved",
            Self::PartlyApproved { .. } => "partly_approved",
            Self::ChangedSinceApproval { .. } => "changed_since_approval",
            Self::OpenEntries { .. } => "open_entries",
            Self::DisputedEntries { .. } => "disputed_entries",
            Self::Unmapped { .. } => "unmapped",
            Self::Unit { .. } => "unit",
            Self::NotCarried { .. } => "not_carried",
            Self::ValueRange { .. } => "value_range",
            Self::DayHours { .. } => "day_hours",
            Self::DayOutsideMonth { .. } => "day_outside_month",
            Self::DayTwice { .. } => "day_twice",
            Self::SpansDoNotFit { .. } => "spans_do_not_fit",
            Self::Zone { .. } => "zone",
            Self::ClockChange { .. } => "clock_change",
            Self::ClockBackwards { .. } => "clock_backwards",
            Self::CostCentreMissing { .. } => "cost_centre_missing",
            Self::CostCentre { .. } => "cost_centre",
            Self::CostCentreNotCarried { .. } => "cost_centre_not_carried",
            Self::OtherMonth { .. } => "other_month",
            Self::OriginAhead { .. } => "origin_ahead",
            Self::CorrectionTooOld { .. } => "correction_too_old",
            Self::CorrectionKind { .. } => "correction_kind",
            Self::CorrectionUnverified => "correction_unverified",
            Self::Letters { .. } => "letters",
            Self::TextTooLong { .. } => "text_too_long",
            Self::Zero { .. } => "zero",
            Self::EmptyMonth { .. } => "empty_month",
            Self::FormatUnverified => "format_unverified",
            Self::Estimate => "estimate",
        }
    }

    /// Every code, for the check that each has its sentences.
    pub const CODES: [&'static str; 33] = [
        "personnel_number_missing",
        "personnel_number_range",
        "personnel_number_twice",
        "not_approved",
        "partly_approved",
        "changed_since_approval",
        "open_entries",
        "disputed_entries",
        "unmapped",
        "unit",
        "not_carried",
        "value_range",
        "day_hours",
        "day_outside_month",
        "day_twice",
        "spans_do_not_fit",
        "zone",
        "clock_change",
        "clock_backwards",
        "cost_centre_missing",
        "cost_centre",
        "cost_centre_not_carried",
        "other_month",
        "origin_ahead",
        "correction_too_old",
        "correction_kind",
        "correction_unverified",
        "letters",
        "text_too_long",
        "zero",
        "empty_month",
        "format_unverified",
        "estimate",
    ];

    /// Key of the sentence that says what is wrong.
    #[must_use]
    pub fn problem_key(&self) -> String {
        format!("payroll-problem-{}", self.code().replace('_', "-"))
    }

    /// Key of the sentence that says what to do.
    #[must_use]
    pub fn todo_key(&self) -> String {
        format!("payroll-todo-{}", self.code().replace('_', "-"))
    }

    /// The words that the sentences leave room for.
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let hundredths = |value: &i64| {
            crate::payroll::encode::decimal(*value, crate::payroll::settings::DecimalMark::Comma)
        };
        let date = |day: &NaiveDate| day.format("%d.%m.%Y").to_string();
        match self {
            Self::PersonnelNumberMissing
            | Self::CorrectionUnverified
            | Self::FormatUnverified
            | Self::Estimate => vec![],
            Self::PersonnelNumberRange { number, highest } => {
                vec![("number", number.to_string()), ("highest", highest.to_string())]
            }
            Self::PersonnelNumberTwice { number, other } => {
                vec![("number", number.to_string()), ("other", other.clone())]
            }
            Self::NotApproved { month }
            | Self::PartlyApproved { month }
            | Self::ChangedSinceApproval { month }
            | Self::OtherMonth { month }
            | Self::EmptyMonth { month }
            | Self::OriginAhead { origin: month }
            | Self::CorrectionTooOld { origin: month } => vec![("month", month.to_string())],
            Self::OpenEntries { month, count } | Self::DisputedEntries { month, count } => {
                vec![("month", month.to_string()), ("count", count.to_string())]
            }
            Self::Unmapped { kind }
            | Self::NotCarried { kind }
            | Self::SpansDoNotFit { kind }
            | Self::CostCentreMissing { kind }
            | Self::CorrectionKind { kind }
            | Self::Zero { kind } => vec![("kind", kind.clone())],
            Self::Unit { kind, send_as } => {
                vec![("kind", kind.clone()), ("unit", send_as.german().to_owned())]
            }
            Self::ValueRange { kind, value, highest } => vec![
                ("kind", kind.clone()),
                ("value", hundredths(value)),
                ("highest", hundredths(highest)),
            ],
            Self::DayHours { day, value } => {
                vec![("day", date(day)), ("value", hundredths(value))]
            }
            Self::DayOutsideMonth { day } | Self::ClockBackwards { day } => {
                vec![("day", date(day))]
            }
            Self::DayTwice { day, kind } => vec![("day", date(day)), ("kind", kind.clone())],
            Self::Zone { name } => vec![("zone", name.clone())],
            Self::ClockChange { day, difference } => {
                vec![("day", date(day)), ("difference", difference.to_string())]
            }
            Self::CostCentre { cost_centre, longest } => {
                vec![("centre", cost_centre.clone()), ("longest", longest.to_string())]
            }
            Self::CostCentreNotCarried { lines } => vec![("count", lines.to_string())],
            Self::Letters { field, letters } => {
                vec![("field", field.clone()), ("letters", spelled(letters))]
            }
            Self::TextTooLong { field, longest } => {
                vec![("field", field.clone()), ("longest", longest.to_string())]
            }
        }
    }
}
