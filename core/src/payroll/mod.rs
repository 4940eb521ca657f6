//! From lines of pay (Lohnzeilen) to the files of payroll offices.
//!
//! Pure: the same input makes the same bytes, this year and next. First
//! [`preview()`] lists everything that stands in the way, then [`export`]
//! writes all files or none. Not one of the formats is certified by its
//! maker; what is unverified is marked in the preview, in the file where it
//! has room, and on the cover sheet.

mod addison;
mod correction;
pub mod cover;
mod csv;
pub mod encode;
mod estimate;
pub mod example;
mod free;
pub mod layout;
mod lexware;
mod lodas;
mod lohnag;
mod lug;
pub mod preview;
pub mod problem;
pub mod program;
pub mod row;
pub mod settings;
pub mod settings_check;
mod xlsx;

pub use preview::{Preview, preview};

use crate::pay::line::{PayLine, WageKind};
use crate::payroll::encode::Encoding;
use crate::payroll::program::{LugColumns, Program};
use crate::payroll::row::Row;
use crate::payroll::settings::{Corrections, OfficeSettings};
use crate::payroll::settings_check::SettingsRefusal;
use crate::time::Month;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Everything an export depends on.
#[derive(Debug, Clone, Copy)]
pub struct ExportInput<'a> {
    /// The employer's name, for the cover sheet.
    pub employer: &'a str,
    /// What the office wants.
    pub settings: &'a OfficeSettings,
    /// The month in which is paid.
    pub month: Month,
    /// Final, or an estimate.
    pub purpose: Purpose,
    /// The approval of each person's month, also of the months of origin of
    /// corrections. What is not here counts as not approved.
    pub people: &'a [PersonMonth],
    /// The lines of pay, in any order.
    pub lines: &'a [PayLine],
    /// The local time that stands in the properties of a workbook, for example
    /// that of the last approval. The same for each re-export.
    pub document_time: NaiveDateTime,
}

/// What the files are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// For paying: approved months only.
    Final,
    /// Provisional, before month end: worked and planned, marked everywhere.
    Estimate,
}

/// A person's month as far as the payroll needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonMonth {
    /// The person's id in the record.
    pub person: String,
    /// The person's name, for the cover sheet and for columns that ask for it.
    pub name: String,
    /// Which month.
    pub month: Month,
    /// How far it is.
    pub approval: Approval,
    /// Whether what is approved of it has lines of pay; also where they went out before.
    #[serde(default)]
    pub has_lines: bool,
    /// Entries without an end.
    #[serde(default)]
    pub open_entries: u32,
    /// Entries that contradict each other, or that the assistant objects to.
    #[serde(default)]
    pub disputed_entries: u32,
    /// First day of the employment, if it lies in this month.
    #[serde(default)]
    pub joined: Option<NaiveDate>,
    /// Last day of the employment, if it lies in this month.
    #[serde(default)]
    pub left: Option<NaiveDate>,
    /// Days of this month on which another version of the contract begins.
    #[serde(default)]
    pub contract_changes: Vec<NaiveDate>,
    /// Absences that touch the month, for the cover sheet.
    #[serde(default)]
    pub absences: Vec<Away>,
}

/// An absence as the payroll office needs it (Fehlzeit).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    /// Its wage kind.
    pub kind: WageKind,
    /// The first day, also where it lies before the month.
    pub from: NaiveDate,
    /// The last day, inclusive, also where it lies behind the month.
    pub to: NaiveDate,
    /// The day on which the certificate was seen or pulled, for sickness.
    pub certificate: Option<NaiveDate>,
    /// The expected day of birth, for an absence under the MuSchG: the
    /// application for the refund (U2) asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// How far a month is (Freigabe).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    /// The assistant still writes.
    Open,
    /// The assistant says that it is complete.
    Declared,
    /// Single days are approved: they can be paid, the rest comes with its own approval.
    PartlyApproved,
    /// The employer has approved it, with everything in it.
    Approved,
    /// Approved once, and changed since; the change is not approved.
    ChangedSince,
}

/// All files of an export, and what goes with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportSet {
    /// The files. None if every line is entered by hand.
    pub files: Vec<ExportFile>,
    /// The cover sheet (Begleitblatt).
    pub cover: cover::CoverSheet,
    /// Whether it is an estimate.
    pub estimate: bool,
}

/// One file.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ExportFile {
    /// Its name: letters, digits, `-`, `_` and `.` only.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// SHA-256 of the content, in hexadecimal digits.
    pub sha256: String,
    /// How many rows of pay it holds.
    pub rows: usize,
}

impl std::fmt::Debug for ExportFile {
    /// Without the content: it is about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes, {})", self.name, self.bytes.len(), self.sha256)
    }
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportRefusal {
    /// The settings of the office are wrong.
    #[error("the settings of the payroll office are wrong in {} places", .0.len())]
    Settings(Vec<SettingsRefusal>),
    /// The preview has problems that refuse; it holds all of them.
    #[error("{} problems have to be solved first", refusing(.0))]
    Problems(Box<Preview>),
    /// There is no line at all.
    #[error("there is nothing to export")]
    Nothing,
    /// A file would be larger than the program takes.
    #[error("{name} would be larger than the program takes")]
    TooLarge {
        /// The file's name.
        name: String,
    },
    /// Letters outside the code page in a place the preview does not know.
    #[error(transparent)]
    Letters(#[from] encode::NoSuchLetters),
    /// The workbook could not be made: too many rows.
    #[error("the workbook could not be made")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV file could not be made.
    #[error("the CSV file could not be made")]
    Csv(#[from] ::csv::Error),
}

fn refusing(preview: &Preview) -> usize {
    preview.problems.iter().filter(|p| p.severity == problem::Severity::Refuses).count()
}

impl ExportRefusal {
    /// One stable word.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Settings(_) => "payroll_settings",
            Self::Problems(_) => "payroll_problems",
            Self::Nothing => "nothing_to_export",
            Self::TooLarge { .. } => "payroll_file_too_large",
            Self::Letters(_) => "letters_outside_code_page",
            Self::Workbook(_) => "workbook",
            Self::Csv(_) => "csv",
        }
    }
}

/// Writes all files, or none.
///
/// # Errors
///
/// [`ExportRefusal`]; nothing has been written then.
pub fn export(input: &ExportInput<'_>) -> Result<ExportSet, ExportRefusal> {
    let preview = preview(input);
    if !preview.settings.is_empty() {
        return Err(ExportRefusal::Settings(preview.settings));
    }
    if !preview.is_clear() {
        return Err(ExportRefusal::Problems(Box::new(preview)));
    }
    if preview.rows.is_empty() && preview.hand_lines.is_empty() {
        return Err(ExportRefusal::Nothing);
    }
    let files = files(input, &preview)?;
    if let Some(most) = input.settings.program.limits().bytes
        && let Some(file) = files.iter().find(|file| file.bytes.len() >= most)
    {
        return Err(ExportRefusal::TooLarge { name: file.name.clone() });
    }
    let cover = cover::CoverSheet::new(input, &preview, &files);
    Ok(ExportSet { files, cover, estimate: preview.estimate })
}

fn files(input: &ExportInput<'_>, preview: &Preview) -> Result<Vec<ExportFile>, ExportRefusal> {
    let settings = input.settings;
    let rows: Vec<&Row> = preview.rows.iter().collect();
    let retro = settings.corrections == Corrections::Retro;
    let mut files = Vec::new();
    if rows.is_empty() {
        return Ok(files);
    }
    match &settings.program {
        Program::Lodas { profile } => {
            let (late, current): (Vec<&Row>, Vec<&Row>) =
                rows.into_iter().partition(|row| retro && row.is_correction());
            for (rows, late) in [(current, false), (late, true)] {
                if !rows.is_empty() {
                    let text = lodas::write(&rows, *profile, late, settings, input.purpose);
                    let what = if late { "_nachberechnung" } else { "" };
                    files.push(text_file(input, what, "txt", &text, rows.len())?);
                }
            }
        }
        Program::Lug { columns, month_hours_in, cost_centre_in, .. } => {
            let mut groups: BTreeMap<(bool, Month, bool), Vec<&Row>> = BTreeMap::new();
            for row in rows {
                let header = if retro { row.origin } else { row.month };
                let daily = row.day.is_some();
                groups.entry((header != row.month, header, daily)).or_default().push(row);
            }
            for ((late, header, daily), rows) in groups {
                let layout = lug::Layout {
                    // Lines without a day have no place in a calendar layout.
                    columns: if daily || !settings.program.is_daily() {
                        *columns
                    } else {
                        LugColumns::Eleven
                    },
                    month_hours_in: *month_hours_in,
                    cost_centre_in: *cost_centre_in,
                };
                let text = lug::write(&rows, header, layout, settings);
                let late = if late { format!("_korrektur_{header}") } else { String::new() };
                let by = if daily { "_kalender" } else { "_monat" };
                files.push(text_file(input, &format!("{late}{by}"), "txt", &text, rows.len())?);
            }
            let ini = lug::import_description(*columns, settings.decimal);
            let bytes = Encoding::Windows1252.bytes(&ini)?;
            files.push(file("lug_import.ini".into(), Encoding::Windows1252.charset(), bytes, 0));
        }
        Program::Lexware { header, currency, rate } => {
            let layout = lexware::Layout { header: *header, currency: *currency, rate: *rate };
            let text = lexware::write(&rows, &preview.lines, layout, settings);
            files.push(text_file(input, "", "txt", &text, rows.len())?);
        }
        Program::Csv { columns, separator, header } => {
            let cells = all_cells(input, preview, columns, settings.encoding);
            let text = csv::write(columns, cells, *separator, *header, settings.decimal)?;
            files.push(text_file(input, "", "csv", &text, rows.len())?);
        }
        Program::Xlsx { columns } => {
            let cells = all_cells(input, preview, columns, Encoding::Utf8Bom);
            let above: Vec<Vec<free::Cell>> = estimate::notice(input.purpose)
                .map(|notice| vec![free::Cell::Text(notice.to_owned())])
                .into_iter()
                .collect();
            let sheet = estimate::sheet_name(input.purpose);
            let bytes = xlsx::write(columns, cells, &above, sheet, input.document_time)?;
            let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            files.push(file(name(input, "", "xlsx"), media_type, bytes, rows.len()));
        }
        Program::Addison {} => {
            let text = addison::write(&rows, settings);
            files.push(text_file(input, "_ungeprueft", "txt", &text, rows.len())?);
        }
        Program::LohnAg {} => {
            let text = lohnag::write(&rows, settings);
            files.push(text_file(input, "_ungeprueft", "txt", &text, rows.len())?);
        }
    }
    Ok(files)
}

fn all_cells<'a>(
    input: &'a ExportInput<'a>,
    preview: &'a Preview,
    columns: &'a [layout::Column],
    encoding: Encoding,
) -> impl Iterator<Item = Vec<free::Cell>> {
    let names = free::names(input);
    preview.rows.iter().filter_map(move |row| {
        let line = &preview.lines.get(row.line)?.line;
        let name = names.get(line.person.as_str()).copied();
        Some(free::cells(columns, row, line, name, input.settings, input.purpose, encoding))
    })
}

fn text_file(
    input: &ExportInput<'_>,
    what: &str,
    ending: &str,
    text: &str,
    rows: usize,
) -> Result<ExportFile, ExportRefusal> {
    let encoding = input.settings.encoding;
    Ok(file(name(input, what, ending), encoding.charset(), encoding.bytes(text)?, rows))
}

/// `lodas_2026-10_1103899-62069.txt`.
fn name(input: &ExportInput<'_>, what: &str, ending: &str) -> String {
    let settings = input.settings;
    let numbers = match (settings.adviser_number, settings.client_number) {
        (Some(adviser), Some(client)) => format!("_{adviser}-{client}"),
        (None, Some(client)) => format!("_{client}"),
        (Some(_) | None, None) => String::new(),
    };
    let estimate = estimate::in_file_name(input.purpose);
    format!("{}_{}{numbers}{what}{estimate}.{ending}", settings.program.word(), input.month)
}

fn file(name: String, media_type: &'static str, bytes: Vec<u8>, rows: usize) -> ExportFile {
    let sha256 = hex::encode(Sha256::digest(&bytes));
    ExportFile { name, media_type, bytes, sha256, rows }
}
