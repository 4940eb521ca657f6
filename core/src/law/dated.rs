//! Figures set by law, and which version of the law they are (Regelstand).
//!
//! A figure is a row with the day from which it holds and its source, oldest
//! first. A row is added, never changed: last year's month is computed by last
//! year's row for ever.

use chrono::NaiveDate;
use serde::Serialize;

/// A figure set by law, and the day from which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated<T> {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The figure.
    pub value: T,
    /// Where it is written.
    pub source: &'static str,
}

/// The row in force on `day`; `None` before the first row.
#[must_use]
pub fn in_force<T>(rows: &[Dated<T>], day: NaiveDate) -> Option<&Dated<T>> {
    rows.iter().rev().find(|row| row.from <= day)
}

/// A rule that an explanation can name (Rechtsgrundlage).
///
/// An explained line says "§ 3b Abs. 1 Nr. 1 EStG, Regelstand 2026-01": the
/// paragraph and the version come from here, the sentence from the words file
/// by `key`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Rule {
    /// The stable word for it, in lower case: `sunday_surcharge`.
    pub key: &'static str,
    /// The paragraph as Germans cite it: `§ 3b Abs. 1 Nr. 2 EStG`.
    pub paragraph: &'static str,
    /// Which state of the law and of our reading of it: `2026-01`.
    pub version: &'static str,
    /// Whether the source was read; `false` if quoted from memory or disputed.
    pub verified: bool,
}

/// A calendar day in a table of the law. For constants only, where the
/// compiler evaluates it: a day that does not exist stops the build.
///
/// # Panics
///
/// If there is no such day.
#[must_use]
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a row of the law names a day that exists")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &[Dated<u8>] = &[
        Dated { from: day(2024, 1, 1), value: 1, source: "first" },
        Dated { from: day(2026, 1, 1), value: 2, source: "second" },
    ];

    #[test]
    fn the_newest_row_that_has_begun_is_in_force() {
        let cases = [
            (day(2023, 12, 31), None),
            (day(2024, 1, 1), Some(1)),
            (day(2025, 12, 31), Some(1)),
            (day(2026, 1, 1), Some(2)),
            (day(2199, 1, 1), Some(2)),
        ];
        for (on, expected) in cases {
            assert_eq!(in_force(ROWS, on).map(|row| row.value), expected, "{on}");
        }
    }
}
