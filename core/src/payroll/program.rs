//! The payroll programs (Lohnprogramme) that we can write for, their options,
//! and the ranges of their fields.
//!
//! None of the formats is certified by its maker: a DATEV file is checked in
//! full only inside the DATEV program. Where a range or a layout was taken
//! from published examples alone, [`Program::verified`] says `false`, and so
//! do preview and cover sheet.

use crate::payroll::layout::Column;
use serde::{Deserialize, Serialize};

/// Which program the file is for. In JSON an object with `name` and the
/// options of that program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case", deny_unknown_fields)]
pub enum Program {
    /// DATEV LODAS, ASCII import.
    Lodas {
        /// How the file is laid out.
        #[serde(default)]
        profile: LodasProfile,
    },
    /// DATEV Lohn und Gehalt (LuG), import through the ASCII-Import-Assistent.
    Lug {
        /// By month or by day.
        #[serde(default)]
        entry: LugEntry,
        /// Which of the eleven fields a row has.
        #[serde(default)]
        columns: LugColumns,
        /// In which field monthly hours stand.
        #[serde(default)]
        month_hours_in: LugMonthField,
        /// In which field the cost centre stands.
        #[serde(default)]
        cost_centre_in: LugCostField,
    },
    /// Lexware lohn+gehalt, ASCII import.
    Lexware {
        /// Whether the first row names the columns.
        #[serde(default = "yes")]
        header: bool,
        /// Whether a seventh column `Währung` with `EUR` follows.
        #[serde(default)]
        currency: bool,
        /// Where the hourly rate comes from.
        #[serde(default)]
        rate: LexwareRate,
    },
    /// Comma-separated values with a free choice of columns.
    Csv {
        /// The columns, from left to right.
        columns: Vec<Column>,
        /// What stands between two cells.
        #[serde(default)]
        separator: Separator,
        /// Whether the first row holds the titles.
        #[serde(default = "yes")]
        header: bool,
    },
    /// An Excel workbook with a free choice of columns.
    Xlsx {
        /// The columns, from left to right.
        columns: Vec<Column>,
    },
    /// ADDISON (Personal und Zeiten). Unverified: the fields were inferred
    /// from four published lines.
    Addison {},
    /// LohnAG / zeit-lohn.net: from–to times. Unverified.
    #[serde(rename = "lohnag")]
    LohnAg {},
}

const fn yes() -> bool {
    true
}

/// Layouts of a LODAS file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LodasProfile {
    /// Our own: every declared field in every row, each row ends `;` CRLF.
    #[default]
    Standard,
    /// As a published sample writes it: other order of fields, `NULL` for no
    /// cost centre, the two last declared fields left out, no CRLF at the end.
    #[serde(rename = "lodas_sample_1")]
    Sample1,
}

/// How LuG takes the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LugEntry {
    /// One row per wage type and month (Monatserfassung).
    #[default]
    Monthly,
    /// One row per wage type and day (Kalendererfassung), at most 24 hours.
    /// Lines without days go into a monthly file of their own.
    Calendar,
}

/// Which fields a LuG row has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LugColumns {
    /// All eleven.
    #[default]
    Eleven,
    /// Without Kalendertag and Ausfallschlüssel; monthly entry only.
    Nine,
    /// Personalnummer, Kalendertag, Ausfallschlüssel, Tage with one decimal:
    /// absences in days only, calendar entry only.
    FourAbsences,
}

/// In which LuG field monthly quantities stand. Two manuals say `Wert`, one
/// project says `Stundenanzahl`; unsettled, so the office chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LugMonthField {
    /// Field 7, Wert.
    #[default]
    Value,
    /// Field 5, Stundenanzahl (days: field 6, Tagesanzahl).
    Hours,
}

/// In which LuG field the cost centre of the funding source stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LugCostField {
    /// Field 10, Kostenstellennummer.
    #[default]
    CostCentre,
    /// Field 11, Kostenträger.
    CostObject,
}

/// Where Lexware gets the hourly rate from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LexwareRate {
    /// The column stays empty; Lexware uses the rate of the wage type.
    #[default]
    FromWageType,
    /// The rate of our line, if it is a whole number of cents; else empty.
    FromLine,
}

/// What stands between two cells of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `;`, as German Excel expects.
    #[default]
    Semicolon,
    /// `,`; then numbers are quoted if they have a decimal comma.
    Comma,
    /// A tabulator.
    Tab,
}

impl Separator {
    /// Its byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}

/// The ranges of a program's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Highest personnel number; the lowest is 1.
    pub personnel_number: u32,
    /// Allowed ranges of wage types, both ends included.
    pub wage_type: &'static [(u32, u32)],
    /// Highest value in hundredths, for hours, days, counts and amounts.
    pub value: i64,
    /// Longest cost centre that the format can hold; 0 if it has no field.
    pub cost_centre: usize,
    /// Most bytes of one file, where known.
    pub bytes: Option<usize>,
    /// `false` if these are no more than prudent guesses.
    pub verified: bool,
}

impl Program {
    /// The word in file names and on the cover sheet.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Lodas { .. } => "lodas",
            Self::Lug { .. } => "lug",
            Self::Lexware { .. } => "lexware",
            Self::Csv { .. } => "csv",
            Self::Xlsx { .. } => "xlsx",
            Self::Addison {} => "addison",
            Self::LohnAg {} => "lohnag",
        }
    }

    /// Whether more than one independent source describes the layout.
    #[must_use]
    pub const fn verified(&self) -> bool {
        match self {
            Self::Lodas { .. }
            | Self::Lug { .. }
            | Self::Lexware { .. }
            | Self::Csv { .. }
            | Self::Xlsx { .. } => true,
            Self::Addison {} | Self::LohnAg {} => false,
        }
    }

    /// Whether each row is about one day.
    #[must_use]
    pub const fn is_daily(&self) -> bool {
        matches!(self, Self::Lug { entry: LugEntry::Calendar, .. })
    }

    /// The free columns, where the program has them.
    #[must_use]
    pub fn columns(&self) -> Option<&[Column]> {
        match self {
            Self::Csv { columns, .. } | Self::Xlsx { columns } => Some(columns),
            Self::Lodas { .. }
            | Self::Lug { .. }
            | Self::Lexware { .. }
            | Self::Addison {}
            | Self::LohnAg {} => None,
        }
    }

    /// The ranges of its fields. Sources: manual of MPDV HYDRA, "EIS-LUG 8.2",
    /// sections 7.5 and 7.6.3 (LODAS value N(11,2), LuG value N5.2, wage types
    /// 1–5999 and 9000–9999, cost centre C8); published LODAS writers (wage
    /// type four digits, cost centre up to 13, file below 3 MiB).
    #[must_use]
    pub const fn limits(&self) -> Limits {
        match self {
            Self::Lodas { .. } => Limits {
                personnel_number: 99_999,
                wage_type: &[(1, 9_999)],
                value: 99_999_999_999,
                cost_centre: 13,
                bytes: Some(3 * 1024 * 1024),
                verified: true,
            },
            Self::Lug { .. } => Limits {
                personnel_number: 99_999,
                wage_type: &[(1, 5_999), (9_000, 9_999)],
                value: 9_999_999,
                cost_centre: 8,
                bytes: None,
                verified: true,
            },
            Self::Lexware { .. } => Limits {
                personnel_number: 99_999,
                wage_type: &[(1, 9_999)],
                value: 9_999_999,
                cost_centre: 0,
                bytes: None,
                verified: false,
            },
            Self::Csv { .. } | Self::Xlsx { .. } => Limits {
                personnel_number: u32::MAX,
                wage_type: &[(1, u32::MAX)],
                value: 99_999_999_999,
                cost_centre: 100,
                bytes: None,
                verified: true,
            },
            Self::Addison {} | Self::LohnAg {} => Limits {
                personnel_number: 99_999,
                wage_type: &[(1, 9_999)],
                value: 9_999_999,
                cost_centre: 0,
                bytes: None,
                verified: false,
            },
        }
    }
}
