//! What a payroll office (Lohnbüro) wants: program, numbers, mapping.
//!
//! The mapping of our words to wage types (Lohnarten) belongs to the office.
//! There is no default mapping: what is not mapped is listed before anything
//! is written.

use crate::pay::line::WageKind;
use crate::payroll::encode::Encoding;
use crate::payroll::layout::Field;
use crate::payroll::program::{LugColumns, LugEntry, Program};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The settings of one payroll office for one employer (Mandant).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeSettings {
    /// The office's name, for the cover sheet.
    pub office: String,
    /// For which program, with its options.
    pub program: Program,
    /// BeraterNr at DATEV: 1000–9999999 in LODAS, up to 7 digits in LuG.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adviser_number: Option<u32>,
    /// MandantenNr: 1–99999; also the Mandant of ADDISON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_number: Option<u32>,
    /// How letters become bytes. LODAS and LuG take Windows-1252 only.
    #[serde(default)]
    pub encoding: Encoding,
    /// What stands before the decimals.
    #[serde(default)]
    pub decimal: DecimalMark,
    /// From our word for what is paid ([`WageKind::word`]) to the office's
    /// wage type. A word that occurs twice is refused.
    #[serde(deserialize_with = "no_word_twice")]
    pub wage_types: BTreeMap<String, WageType>,
    /// What a cost centre may look like.
    #[serde(default)]
    pub cost_centre: CostCentreRule,
    /// How corrections of paid months go out.
    #[serde(default)]
    pub corrections: Corrections,
    /// What happens to values below zero.
    #[serde(default)]
    pub negative_values: NegativeValues,
    /// What happens to letters that the encoding does not have, in the free
    /// texts of CSV and XLSX. Everywhere else they are refused.
    #[serde(default)]
    pub unmappable: Unmappable,
}

/// The sign between euros and cents, hours and hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `124,33`.
    #[default]
    Comma,
    /// `124.33`.
    Point,
}

impl DecimalMark {
    /// The sign itself.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// One entry of the office's mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageType {
    /// The number (Lohnart). May be missing where it is entered by hand or not
    /// sent, and in LODAS for absence days whose processing key stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage_type: Option<u32>,
    /// As what the quantity goes out.
    pub send_as: SendAs,
    /// LODAS: processing key (Bearbeitungsschlüssel, `bs_nr`), 1–99. Hours and
    /// counts have 1 if it is missing; days and amounts must name theirs,
    /// since sources differ about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bs_nr: Option<u32>,
    /// LuG: key of the absence (Ausfallschlüssel), one or two letters or
    /// digits, in calendar entry only. LohnAG: key of the absence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absence_key: Option<String>,
}

/// As what a quantity goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SendAs {
    /// Hours with two decimals.
    Hours,
    /// Days; time is counted as the local calendar days that it touches.
    Days,
    /// A count; an amount goes out as that many pieces of one euro.
    Count,
    /// Euros.
    Amount,
    /// The office enters it by hand; preview and cover sheet list it.
    ByHand,
    /// The office does not want it (its program computes it); preview and
    /// cover sheet still list it.
    NotSent,
}

impl SendAs {
    /// The German name of the unit.
    #[must_use]
    pub const fn german(self) -> &'static str {
        match self {
            Self::Hours => "Stunden",
            Self::Days => "Tage",
            Self::Count => "Anzahl",
            Self::Amount => "Betrag",
            Self::ByHand | Self::NotSent => "",
        }
    }
}

/// What a cost centre (Kostenstelle) may look like at this office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostCentreRule {
    /// Most characters; at most what the format can hold.
    pub max_length: usize,
    /// Which characters.
    pub characters: CostCentreCharacters,
    /// Whether every line needs one.
    #[serde(default)]
    pub required: bool,
}

impl Default for CostCentreRule {
    /// Eight printable characters: the shorter of the two lengths in sources.
    fn default() -> Self {
        Self { max_length: 8, characters: CostCentreCharacters::PrintableAscii, required: false }
    }
}

/// Characters of a cost centre. Never a separator, a quote or a control sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostCentreCharacters {
    /// 0–9.
    Digits,
    /// 0–9, A–Z, a–z.
    LettersAndDigits,
    /// Every visible ASCII sign but `;`, `"` and `'`.
    #[default]
    PrintableAscii,
}

impl CostCentreCharacters {
    /// Whether this character is allowed.
    #[must_use]
    pub const fn allows(self, c: char) -> bool {
        match self {
            Self::Digits => c.is_ascii_digit(),
            Self::LettersAndDigits => c.is_ascii_alphanumeric(),
            Self::PrintableAscii => c.is_ascii_graphic() && !matches!(c, ';' | '"' | '\''),
        }
    }
}

/// How corrections go out (`domain.md` § 0a.10).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case", deny_unknown_fields)]
pub enum Corrections {
    /// Under their month of origin (Rückrechnung, Nachberechnung).
    #[default]
    Retro,
    /// As a line in the current month. Lawful only for variable parts that the
    /// office always settles late, at most two months.
    NetLine {
        /// The words of those variable parts. Any other correction is refused.
        kinds: BTreeSet<String>,
    },
    /// The office enters every correction by hand.
    ByHand,
}

/// What happens to values below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NegativeValues {
    /// Listed to be entered by hand: no source says that every program takes
    /// a minus sign.
    #[default]
    ByHand,
    /// Written with a minus sign.
    Write,
}

/// What happens to letters that the encoding does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmappable {
    /// The export is refused and the letters are named.
    #[default]
    Refuse,
    /// They are written by number, `[U+1F600]`, and named in the preview.
    SpellOut,
}

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
    /// The entry for this wage kind.
    #[must_use]
    pub fn wage_type(&self, kind: &WageKind) -> Option<&WageType> {
        self.wage_types.get(&kind.word())
    }

    /// Whether every row needs a wage type: all programs but free layouts
    /// without such a column, and the four-column LuG list of absences.
    #[must_use]
    pub fn needs_wage_types(&self) -> bool {
        match &self.program {
            Program::Csv { columns, .. } | Program::Xlsx { columns } => {
                columns.iter().any(|column| column.field == Field::WageType)
            }
            Program::Lug { columns, .. } => *columns != LugColumns::FourAbsences,
            Program::LohnAg {} => false,
            Program::Lodas { .. } | Program::Lexware { .. } | Program::Addison {} => true,
        }
    }

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
    const PLAIN: [WageKind; 20] = [
        WageKind::Work,
        WageKind::Standby,
        WageKind::CallOut,
        WageKind::OnCall,
        WageKind::Travel,
        WageKind::Meeting,
        WageKind::Training,
        WageKind::MonthlySalary,
        WageKind::Night25,
        WageKind::Night40,
        WageKind::Sunday50,
        WageKind::Holiday125,
        WageKind::Holiday150,
        WageKind::Vacation,
        WageKind::Sick,
        WageKind::ChildSick,
        WageKind::HolidayNotWorked,
        WageKind::SpecialLeave,
        WageKind::UnpaidLeave,
        WageKind::AbsenceSurcharge,
    ];
    PLAIN.iter().any(|kind| kind.word() == word)
        || word == WageKind::HoursAccount.word()
        || ["contract:", "hand_entered:"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty()))
}

/// Reads the mapping and refuses a word that occurs twice, where JSON readers
/// would silently keep the last.
fn no_word_twice<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<String, WageType>, D::Error> {
    struct Mapping;
    impl<'de> Visitor<'de> for Mapping {
        type Value = BTreeMap<String, WageType>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a mapping from wage kinds to wage types")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((word, entry)) = map.next_entry::<String, WageType>()? {
                if all.contains_key(&word) {
                    return Err(A::Error::custom(format_args!("{word} is mapped twice")));
                }
                all.insert(word, entry);
            }
            Ok(all)
        }
    }
    from.deserialize_map(Mapping)
}
