//! Ceiling of the tax-free surcharge for Sunday work (Sonntagszuschlag).
//!
//! Sunday is 0:00 to 24:00 at the place of work (§ 3b Abs. 2 Satz 3 EStG); the
//! hours up to 4:00 of Monday count too if night work was taken up before 0:00
//! (Abs. 3 Nr. 2), see `surcharge_class.rs`.

use super::dated::{Dated, Rule, day, in_force};
use crate::money::Percent;
use chrono::{Datelike, NaiveDate, Weekday};

/// Sunday work.
pub const SUNDAY: Rule = Rule {
    key: "sunday_surcharge",
    paragraph: "§ 3b Abs. 1 Nr. 2 EStG",
    version: "2026-01",
    verified: true,
};

/// § 3b Abs. 1 Nr. 2 EStG, percent of the Grundlohn, oldest first. Add a row;
/// never change one. The first day is from memory.
pub const SUNDAY_CEILINGS: &[Dated<Percent>] = &[Dated {
    from: day(1990, 1, 1),
    value: Percent::new(50),
    source: "§ 3b Abs. 1 Nr. 2 EStG (Steuerreformgesetz 1990)",
}];

/// The ceiling for a minute of the local `day` if that is a Sunday.
#[must_use]
pub fn sunday_ceiling(day: NaiveDate) -> Option<Percent> {
    if day.weekday() != Weekday::Sun {
        return None;
    }
    in_force(SUNDAY_CEILINGS, day).map(|row| row.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sundays_have_the_sunday_ceiling() {
        let cases = [
            (day(2026, 11, 7), None),
            (day(2026, 11, 8), Some(50)),
            (day(2026, 11, 9), None),
            (day(2028, 12, 31), Some(50)),
        ];
        for (on, expected) in cases {
            assert_eq!(sunday_ceiling(on), expected.map(Percent::new), "{on}");
        }
    }
}
