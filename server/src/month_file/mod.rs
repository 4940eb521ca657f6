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

mod checked;
mod path;
mod problem;
#[cfg(test)]
mod tests;

pub use problem::{FieldProblem, MonthFileError};

use assistenz_core::law::employment::Employment;
use assistenz_core::money::CentsPerHour;
use assistenz_core::place::Workplace;
use assistenz_core::time::{Minutes, Month};
use assistenz_core::work::Shift;
use checked::{Fault, RawMonth};

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
    raw.checked().map_err(|Fault { path: way, problem }| MonthFileError::Field {
        line: path::line_of(text, &way),
        path: path::written(&way),
        problem,
    })
}

/// serde_json ends its messages with the position, which we say ourselves.
fn without_position(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}
