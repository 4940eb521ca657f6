//! An example of a mapping (Beispiel-Zuordnung), to be shown and copied.
//!
//! Never a default: no export uses it unless somebody puts it into the
//! settings. Other offices have other numbers for the same things.

use crate::payroll::settings::{SendAs, WageType};
use std::collections::BTreeMap;

/// For which program the example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleFor {
    /// DATEV LODAS.
    Lodas,
    /// DATEV Lohn und Gehalt.
    Lug,
}

/// The "DATEV-Standardlohnarten" as the maker of one time-recording program
/// publishes them (help.mendato.com, article 9104297). Another maker
/// publishes other numbers, so an office must confirm each of them.
#[must_use]
pub fn mendato_example(program: ExampleFor) -> BTreeMap<String, WageType> {
    // Our word, LODAS, LuG, Ausfallschlüssel.
    const ROWS: [(&str, u32, u32, &str); 9] = [
        ("work", 101, 1_000, "1"),
        ("night_25", 51, 1_500, "1"),
        ("night_40", 55, 1_501, "1"),
        ("sunday_50", 52, 1_510, "1"),
        ("holiday_125", 53, 1_520, "1"),
        ("holiday_150", 54, 1_521, "1"),
        ("vacation", 140, 1_605, "U"),
        ("sick", 145, 1_651, "K"),
        ("holiday_not_worked", 101, 1_000, "F"),
    ];
    ROWS.into_iter()
        .map(|(word, lodas, lug, key)| {
            let (number, absence_key) = match program {
                ExampleFor::Lodas => (lodas, None),
                ExampleFor::Lug => (lug, Some(key.to_owned())),
            };
            let entry = WageType {
                wage_type: Some(number),
                send_as: SendAs::Hours,
                bs_nr: None,
                absence_key,
            };
            (word.to_owned(), entry)
        })
        .collect()
}
