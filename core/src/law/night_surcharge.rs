//! Ceiling of the tax-free surcharge for night work (Nachtzuschlag).
//!
//! Night is 20:00 to 6:00 by the clock on the wall (§ 3b Abs. 2 Satz 2 EStG).
//! Not the night of working-time law (23:00 to 6:00, § 2 Abs. 3 ArbZG); that
//! one is in `night_work_hours.rs`.

use super::dated::{Dated, Rule, day, in_force};
use crate::money::Percent;
use chrono::NaiveDate;

/// Night work, 20:00 to 6:00.
pub const NIGHT: Rule = Rule {
    key: "night_surcharge",
    paragraph: "§ 3b Abs. 1 Nr. 1 EStG",
    version: "2026-01",
    verified: true,
};

/// Night work from 0:00 to 4:00 that was taken up before 0:00.
pub const NIGHT_TAKEN_UP_BEFORE_MIDNIGHT: Rule = Rule {
    key: "night_surcharge_taken_up_before_midnight",
    paragraph: "§ 3b Abs. 3 Nr. 1 EStG",
    version: "2026-01",
    verified: true,
};

/// What may stay free of tax for night work, in percent of the Grundlohn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NightCeiling {
    /// From 20:00 to 6:00.
    pub night: Percent,
    /// From 0:00 to 4:00 if the night work was taken up before 0:00.
    pub taken_up_before_midnight: Percent,
}

/// § 3b Abs. 1 Nr. 1 and Abs. 3 Nr. 1 EStG, oldest first. Add a row; never
/// change one. The first day is from memory; the text is that of March 2022,
/// found unchanged in 2026.
pub const NIGHT_CEILINGS: &[Dated<NightCeiling>] = &[Dated {
    from: day(1990, 1, 1),
    value: NightCeiling { night: Percent::new(25), taken_up_before_midnight: Percent::new(40) },
    source: "§ 3b Abs. 1 Nr. 1, Abs. 3 Nr. 1 EStG (Steuerreformgesetz 1990)",
}];

/// The ceiling for a night minute on the local `day`: by which rule, and how
/// many percent. No ceiling is known before the first row.
#[must_use]
pub fn night_ceiling(
    day: NaiveDate,
    taken_up_before_midnight: bool,
) -> Option<(&'static Rule, Percent)> {
    let ceiling = in_force(NIGHT_CEILINGS, day)?.value;
    Some(if taken_up_before_midnight {
        (&NIGHT_TAKEN_UP_BEFORE_MIDNIGHT, ceiling.taken_up_before_midnight)
    } else {
        (&NIGHT, ceiling.night)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_minute_has_25_percent_and_40_if_taken_up_before_midnight() {
        let cases = [
            (day(2026, 11, 9), false, Some(25)),
            (day(2026, 11, 9), true, Some(40)),
            (day(1989, 12, 31), true, None),
        ];
        for (on, taken_up, expected) in cases {
            let got = night_ceiling(on, taken_up).map(|(_, percent)| percent);
            assert_eq!(got, expected.map(Percent::new), "{on} {taken_up}");
        }
    }
}
