//! Whether the settings of a payroll office make sense (Prüfung der Angaben).

use crate::pay::line::WageKind;
use crate::payroll::encode::Encoding;
use crate::payroll::layout::Field;
use crate::payroll::program::{LugColumns, LugEntry, Program};
use crate::payroll::settings::{Corrections, DecimalMark, OfficeSettings, SendAs, WageType};
use serde::Serialize;

/// What is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsRefusal {
    /// BeraterNr missing or out of range.
    #[error("adviser_number is missing or not between {from} and {to}")]
    AdviserNumber {
        /// Lowest.
        from: u32,
        /// Highest.
        to: u32,
    },
    /// MandantenNr missing or out of range.
    #[error("client_number is missing or not between 1 and 99999")]
    ClientNumber,
    /// This program wants another encoding.
    #[error("this program takes windows_1252 only")]
    Encoding,
    /// This program's layout fixes the decimal comma.
    #[error("this program takes a decimal comma only")]
    Decimal,
    /// A word that is no wage kind.
    #[error("not a wage kind: {word}")]
    UnknownWageKind {
        /// The word.
        word: String,
    },
    /// A wage type missing where one is needed.
    #[error("no wage type for {word}")]
    WageTypeMissing {
        /// The wage kind.
        word: String,
    },
    /// A wage type out of the program's range.
    #[error("wage type {number} of {word} is out of the program's range")]
    WageTypeRange {
        /// The wage kind.
        word: String,
        /// The number.
        number: u32,
    },
    /// A processing key missing, out of range, or for another program.
    #[error("bs_nr of {word}: name one between 1 and 99 for days and amounts, in LODAS only")]
    ProcessingKey {
        /// The wage kind.
        word: String,
    },
    /// An absence key of a wrong form, or for another program.
    #[error("absence_key of {word}: one or two letters or digits, in LuG and LohnAG only")]
    AbsenceKey {
        /// The wage kind.
        word: String,
    },
    /// A cost centre longer than the format can hold.
    #[error("cost_centre.max_length is not between 1 and {longest}")]
    CostCentreLength {
        /// Longest that the format holds.
        longest: usize,
    },
    /// A layout without columns, or whose options contradict each other.
    #[error("the layout has no columns, or its options contradict each other")]
    Layout,
    /// A `constant` column without text, or text in another column.
    #[error("text belongs to constant columns, and only to them")]
    ConstantText,
}

impl SettingsRefusal {
    /// One stable word.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AdviserNumber { .. } => "adviser_number",
            Self::ClientNumber => "client_number",
            Self::Encoding => "encoding",
            Self::Decimal => "decimal",
            Self::UnknownWageKind { .. } => "unknown_wage_kind",
            Self::WageTypeMissing { .. } => "wage_type_missing",
            Self::WageTypeRange { .. } => "wage_type_range",
            Self::ProcessingKey { .. } => "processing_key",
            Self::AbsenceKey { .. } => "absence_key",
            Self::CostCentreLength { .. } => "cost_centre_length",
            Self::Layout => "layout",
            Self::ConstantText => "constant_text",
        }
    }

    /// Key of its sentence in the words files.
    #[must_use]
    pub fn key(&self) -> String {
        format!("payroll-settings-{}", self.code().replace('_', "-"))
    }

    /// The words that the sentence leaves room for.
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownWageKind { word }
            | Self::WageTypeMissing { word }
            | Self::ProcessingKey { word }
            | Self::AbsenceKey { word } => vec![("word", word.clone())],
            Self::WageTypeRange { word, number } => {
                vec![("word", word.clone()), ("number", number.to_string())]
            }
            Self::CostCentreLength { longest } => vec![("longest", longest.to_string())],
            Self::AdviserNumber { .. }
            | Self::ClientNumber
            | Self::Encoding
            | Self::Decimal
            | Self::Layout
            | Self::ConstantText => vec![],
        }
    }
}

impl OfficeSettings {
    /// Checks every setting.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the fields.
    pub fn validate(&self) -> Result<(), Vec<SettingsRefusal>> {
        let mut wrong = Vec::new();
        self.check_numbers(&mut wrong);
        self.check_bytes(&mut wrong);
        for (word, entry) in &self.wage_types {
            self.check_entry(word, entry, &mut wrong);
        }
        let longest = self.program.limits().cost_centre;
        if longest > 0 && !(1..=longest).contains(&self.cost_centre.max_length) {
            wrong.push(SettingsRefusal::CostCentreLength { longest });
        }
        if let Corrections::NetLine { kinds } = &self.corrections {
            for word in kinds.iter().filter(|word| !is_wage_kind(word)) {
                wrong.push(SettingsRefusal::UnknownWageKind { word: word.clone() });
            }
        }
        self.check_layout(&mut wrong);
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn check_numbers(&self, wrong: &mut Vec<SettingsRefusal>) {
        let (lowest, client_needed) = match self.program {
            Program::Lodas { .. } => (Some(1_000), true),
            // A published LuG sample has the BeraterNr 100.
            Program::Lug { .. } => (Some(1), true),
            Program::Addison {} => (None, true),
            Program::Lexware { .. }
            | Program::Csv { .. }
            | Program::Xlsx { .. }
            | Program::LohnAg {} => (None, false),
        };
        let from = lowest.unwrap_or(1);
        let refused = match self.adviser_number {
            Some(number) => !(from..=9_999_999).contains(&number),
            None => lowest.is_some(),
        };
        if refused {
            wrong.push(SettingsRefusal::AdviserNumber { from, to: 9_999_999 });
        }
        let refused = match self.client_number {
            Some(number) => !(1..=99_999).contains(&number),
            None => client_needed,
        };
        if refused {
            wrong.push(SettingsRefusal::ClientNumber);
        }
    }

    fn check_bytes(&self, wrong: &mut Vec<SettingsRefusal>) {
        let datev = matches!(self.program, Program::Lodas { .. } | Program::Lug { .. });
        if datev && self.encoding != Encoding::Windows1252 {
            wrong.push(SettingsRefusal::Encoding);
        }
        if matches!(self.program, Program::Addison {} | Program::Lexware { .. })
            && self.decimal != DecimalMark::Comma
        {
            wrong.push(SettingsRefusal::Decimal);
        }
    }

    fn check_entry(&self, word: &str, entry: &WageType, wrong: &mut Vec<SettingsRefusal>) {
        let named = || word.to_owned();
        if !is_wage_kind(word) {
            wrong.push(SettingsRefusal::UnknownWageKind { word: named() });
        }
        let sent = !matches!(entry.send_as, SendAs::ByHand | SendAs::NotSent);
        let lodas = matches!(self.program, Program::Lodas { .. });
        match entry.wage_type {
            Some(number) => {
                let ranges = self.program.limits().wage_type;
                if !ranges.iter().any(|(from, to)| (from..=to).contains(&&number)) {
                    wrong.push(SettingsRefusal::WageTypeRange { word: named(), number });
                }
            }
            None => {
                let key_alone = lodas && entry.send_as == SendAs::Days && entry.bs_nr.is_some();
                if sent && self.needs_wage_types() && !key_alone {
                    wrong.push(SettingsRefusal::WageTypeMissing { word: named() });
                }
            }
        }
        let key_needed = lodas && matches!(entry.send_as, SendAs::Days | SendAs::Amount);
        let free = self.program.columns().is_some();
        let key_wrong = match entry.bs_nr {
            Some(key) => !(lodas || free) || !(1..=99).contains(&key),
            None => key_needed,
        };
        if key_wrong {
            wrong.push(SettingsRefusal::ProcessingKey { word: named() });
        }
        if let Some(key) = &entry.absence_key {
            let possible = free || matches!(self.program, Program::Lug { .. } | Program::LohnAg {});
            let longest = if matches!(self.program, Program::LohnAg {}) { 4 } else { 2 };
            if !possible
                || key.is_empty()
                || key.len() > longest
                || !key.bytes().all(|b| b.is_ascii_alphanumeric())
            {
                wrong.push(SettingsRefusal::AbsenceKey { word: named() });
            }
        }
    }

    fn check_layout(&self, wrong: &mut Vec<SettingsRefusal>) {
        if let Some(columns) = self.program.columns() {
            if columns.is_empty() {
                wrong.push(SettingsRefusal::Layout);
            }
            if columns.iter().any(|c| (c.field == Field::Constant) != c.text.is_some()) {
                wrong.push(SettingsRefusal::ConstantText);
            }
        }
        match &self.program {
            Program::Lug {
                entry: LugEntry::Monthly, columns: LugColumns::FourAbsences, ..
            }
            | Program::Lug { entry: LugEntry::Calendar, columns: LugColumns::Nine, .. } => {
                wrong.push(SettingsRefusal::Layout);
            }
            Program::Lodas { .. }
            | Program::Lug { .. }
            | Program::Lexware { .. }
            | Program::Csv { .. }
            | Program::Xlsx { .. }
            | Program::Addison {}
            | Program::LohnAg {} => {}
        }
    }
}

/// Whether this is the word of a wage kind; contract and hand-entered kinds
/// carry any word of their own after the colon.
fn is_wage_kind(word: &str) -> bool {
    WageKind::PLAIN.iter().any(|kind| kind.word() == word)
        || ["contract:", "hand_entered:"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty()))
}
