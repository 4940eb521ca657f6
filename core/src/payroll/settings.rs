//! What a payroll office (Lohnbüro) wants: program, numbers, mapping.
//!
//! The mapping of our words to wage types (Lohnarten) belongs to the office.
//! There is no default mapping: what is not mapped is listed before anything
//! is written.

use crate::pay::line::WageKind;
use crate::payroll::encode::Encoding;
use crate::payroll::layout::Field;
use crate::payroll::program::{LugColumns, Program};
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

/// How corrections go out (`docs/definitions.md` § 0a.10).
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
