//! A month file lived through once: a team is founded, every assistant gets a
//! device with a store of its own, all punches happen offline in the order of
//! their times, devices sync over HTTP on this machine, things go wrong and
//! are settled, the month is approved, paid and corrected once.
//!
//! Devices and office run on one virtual clock. The same file and seed give
//! the same files.

pub mod check;
pub mod clock;
mod closing;
mod documents;
pub mod drift;
mod handset;
mod month;
pub mod plan;
mod settings;
mod settling;
mod summary;
mod team;
mod write;

pub use month::{Lived, live};
pub use settings::payroll_example;
pub use summary::{ExportView, PersonView, PlantView, Summary};
pub use write::{Scratch, must_be_empty, write};

use crate::fault::OfficeError;
use crate::folder::FolderError;
use crate::month_file::MonthFileError;
use crate::serve::ServeError;
use assistenz_core::app::AppError;
use assistenz_core::payroll::ExportRefusal;
use assistenz_core::time::Month;
use assistenz_documents::DocumentError;
use assistenz_handset::PhoneError;
use std::path::Path;
use thiserror::Error;

/// The seed where none is named.
pub const SEED: u64 = 2026;

/// Where a replay works.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The office's folder of data; empty.
    pub office: &'a Path,
    /// The devices' stores; empty.
    pub devices: &'a Path,
}

/// A step of the replay that was done, for whoever watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The team is there, its devices are let in.
    Founded {
        /// Assistants.
        people: usize,
        /// Devices paired by code and six digits.
        devices: usize,
    },
    /// The rota is published.
    Planned {
        /// Planned shifts.
        shifts: usize,
    },
    /// So much of the month has passed.
    Passed {
        /// Taps so far.
        done: usize,
        /// All taps.
        of: usize,
    },
    /// The month is over, everything is at the office.
    Arrived {
        /// Taps.
        taps: usize,
        /// Conversations of devices with the office.
        syncs: usize,
        /// Of these, how many were sent again at once.
        twice: usize,
        /// Devices that only came at the end of the month.
        late: usize,
    },
    /// A forgotten clock-out, a dispute, overlaps, wrong clocks are settled.
    Settled {
        /// Shifts of one person that overlapped.
        overlaps: usize,
        /// Shifts whose times were corrected because a clock was wrong.
        clocks: usize,
    },
    /// The employer's proposal was agreed to.
    Agreed,
    /// Everybody's month is declared complete and approved.
    Approved {
        /// Statements.
        statements: usize,
    },
    /// Files for the payroll office are written.
    Exported {
        /// The month in which is paid.
        month: Month,
        /// Their rows.
        rows: usize,
        /// Whether they correct an earlier month.
        correction: bool,
    },
    /// A shift changed after the approval, and the change was approved.
    Changed {
        /// Minutes more.
        minutes: i64,
    },
    /// The evidence file is proven.
    Proven {
        /// Entries of the log.
        entries: u64,
    },
}

/// Why a replay did not come to its end.
#[derive(Debug, Error)]
pub enum ReplayError {
    /// The month file is refused.
    #[error(transparent)]
    File(#[from] MonthFileError),
    /// The file holds no shift.
    #[error("keine Schicht in der Datei (no shift in the file)")]
    NoShift,
    /// Somebody cannot be paid by file.
    #[error(
        "Für das Lohnbüro fehlt personnel_number (the payroll office needs personnel_number): {0}"
    )]
    NoPersonnelNumber(String),
    /// The folder for the results holds something already.
    #[error("der Ordner ist nicht leer (the folder is not empty): {0}")]
    NotEmpty(String),
    /// A device said no, did not reach the office, or failed.
    #[error(transparent)]
    Phone(#[from] PhoneError),
    /// The office said no, or failed.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The office cannot listen.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The payroll files were refused.
    #[error("{}: {}", .0, problems(.0))]
    Payroll(#[from] ExportRefusal),
    /// A document could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// An answer of the office that cannot be.
    #[error("the office answered what it cannot answer: {0}")]
    Strange(&'static str),
    /// The summary cannot be written as JSON.
    #[error("not the expected JSON")]
    Json(#[from] serde_json::Error),
    /// A file or thread of this machine.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The result is not what the file says.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// The codes of what keeps payroll files from going out.
fn problems(refusal: &ExportRefusal) -> String {
    let ExportRefusal::Problems(preview) = refusal else { return refusal.code().to_owned() };
    let mut codes: Vec<&str> = preview.problems.iter().map(|problem| problem.what.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.join(", ")
}

impl ReplayError {
    /// Whether the input is to blame, or the result is wrong (exit code 1),
    /// rather than this machine.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        match self {
            // On this machine an office that is not there is no plain no.
            Self::Phone(error) => matches!(error, PhoneError::App(AppError::Refused(_))),
            Self::File(_)
            | Self::NoShift
            | Self::NoPersonnelNumber(_)
            | Self::NotEmpty(_)
            | Self::Office(OfficeError::Refused(_))
            | Self::Payroll(_)
            | Self::Wrong(_) => true,
            Self::Office(_)
            | Self::Serve(_)
            | Self::Folder(_)
            | Self::Document(_)
            | Self::Strange(_)
            | Self::Json(_)
            | Self::Io(_) => false,
        }
    }
}
