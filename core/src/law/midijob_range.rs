//! Transition range (Übergangsbereich, Midijob): above the Minijob limit, up to 2,000 euros.
//!
//! § 20 Abs. 2 SGB IV. What decides is the regular pay; a single month outside
//! is a note. One page of the web gives 2,100 for 2026 (arbeitnehmerhelden.de);
//! all others say 2,000.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::minijob_limit::minijob_limit;
use crate::money::Cents;
use crate::time::Month;
use chrono::NaiveDate;

/// § 20 Abs. 2 SGB IV.
pub const RANGE: Rule = Rule {
    key: "midijob_range",
    paragraph: "§ 20 Abs. 2 SGB IV",
    version: "2026-01",
    verified: true,
};

/// The upper end per month, oldest first.
pub const MOST: &[Dated<Cents>] = &[Dated {
    from: day(2024, 1, 1),
    value: Cents::new(200_000),
    source: "perspektiven-schaffen.de; bahn-bkk-geschaeftskunden.de; stbv.tax",
}];

/// From and to, both included: 603.01 to 2,000.00 in 2026.
#[must_use]
pub fn midijob_range(day: NaiveDate) -> Option<(Cents, Cents)> {
    let from = minijob_limit(day)? + Cents::new(1);
    Some((from, in_force(MOST, day)?.value))
}

/// Whether a Midijob's month lies in its range.
#[must_use]
pub fn check_midijob(month: Month, pay: Cents) -> Option<Finding> {
    let (from, to) = midijob_range(month.first_day())?;
    (pay < from || pay > to).then_some(Finding {
        key: FindingKey::MidijobOutOfRange,
        severity: Severity::Info,
        rule: RANGE,
        intervals: Vec::new(),
        lawful: Lawful::Range { month, amount: pay, from, to },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_begins_a_cent_above_the_minijob_limit() {
        let cases = [
            (2023, None),
            (2024, Some((53_801, 200_000))),
            (2025, Some((55_601, 200_000))),
            (2026, Some((60_301, 200_000))),
            (2027, Some((63_301, 200_000))),
        ];
        for (year, expected) in cases {
            let got = midijob_range(day(year, 12, 31)).map(|(from, to)| (from.get(), to.get()));
            assert_eq!(got, expected, "{year}");
        }
        for (cents, found) in [(60_300, true), (60_301, false), (200_000, false), (200_001, true)] {
            let month = Month::new(2026, 12).expect("a month");
            assert_eq!(check_midijob(month, Cents::new(cents)).is_some(), found, "{cents}");
        }
    }
}
