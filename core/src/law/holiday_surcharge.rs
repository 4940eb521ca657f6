//! Ceiling of the tax-free surcharge for holiday work (Feiertagszuschlag).
//!
//! 125 % on public holidays and on 31 December from 14:00; 150 % on 24 December
//! from 14:00, on 25 and 26 December and on 1 May (§ 3b Abs. 1 Nr. 3 and 4
//! EStG). New Year's Eve is 125 %, not 150 % as some tools have it.

use super::dated::{Dated, Rule, day, in_force};
use super::public_holiday::{HolidayName, is_public_holiday};
use super::tax_holiday::{EASTER_AND_WHIT_SUNDAY, EasterAndWhitSunday, tax_holiday_on};
use crate::money::Percent;
use crate::place::HolidayRegion;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// Work on a public holiday, and on 31 December from 14:00.
pub const HOLIDAY: Rule = Rule {
    key: "holiday_surcharge",
    paragraph: "§ 3b Abs. 1 Nr. 3 EStG",
    version: "2026-01",
    verified: true,
};

/// Work on 24 December from 14:00, 25 and 26 December and 1 May.
pub const CHRISTMAS_AND_LABOUR_DAY: Rule = Rule {
    key: "christmas_and_labour_day_surcharge",
    paragraph: "§ 3b Abs. 1 Nr. 4 EStG",
    version: "2026-01",
    verified: true,
};

/// What may stay free of tax for holiday work, in percent of the Grundlohn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayCeiling {
    /// Public holidays; 31 December from 14:00.
    pub holiday: Percent,
    /// 24 December from 14:00, 25 and 26 December, 1 May.
    pub christmas_and_labour_day: Percent,
}

/// § 3b Abs. 1 Nr. 3 and 4 EStG, oldest first. Add a row; never change one.
/// The first day is from memory.
pub const HOLIDAY_CEILINGS: &[Dated<HolidayCeiling>] = &[Dated {
    from: day(1990, 1, 1),
    value: HolidayCeiling {
        holiday: Percent::new(125),
        christmas_and_labour_day: Percent::new(150),
    },
    source: "§ 3b Abs. 1 Nr. 3 und 4 EStG (Steuerreformgesetz 1990)",
}];

/// Why a minute is holiday work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayGround {
    /// A public holiday of the Land or commune, 125 %.
    PublicHoliday(HolidayName),
    /// Easter or Whit Sunday where no Land law names it, 125 %.
    TaxHoliday(HolidayName),
    /// 31 December from 14:00, 125 %.
    NewYearsEve,
    /// 24 December from 14:00, 150 %.
    ChristmasEve,
    /// 25 or 26 December or 1 May, 150 %.
    ChristmasOrLabourDay(HolidayName),
}

impl HolidayGround {
    /// The rules that make it so.
    #[must_use]
    pub fn rules(self) -> &'static [Rule] {
        match self {
            Self::PublicHoliday(_) | Self::NewYearsEve => &[HOLIDAY],
            Self::TaxHoliday(_) => &[HOLIDAY, EASTER_AND_WHIT_SUNDAY],
            Self::ChristmasEve | Self::ChristmasOrLabourDay(_) => &[CHRISTMAS_AND_LABOUR_DAY],
        }
    }

    /// The German name of the day, for an explanation.
    #[must_use]
    pub const fn german(self) -> &'static str {
        match self {
            Self::PublicHoliday(name)
            | Self::TaxHoliday(name)
            | Self::ChristmasOrLabourDay(name) => name.german(),
            Self::NewYearsEve => "Silvester ab 14 Uhr",
            Self::ChristmasEve => "Heiligabend ab 14 Uhr",
        }
    }

    /// The stable word of the day, for the words by key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PublicHoliday(name)
            | Self::TaxHoliday(name)
            | Self::ChristmasOrLabourDay(name) => name.key(),
            Self::NewYearsEve => "new_years_eve",
            Self::ChristmasEve => "christmas_eve",
        }
    }
}

/// Whether the ceiling changes at 14:00 on `day` (24 and 31 December).
#[must_use]
pub fn changes_at_two_o_clock(day: NaiveDate) -> bool {
    day.month() == 12 && (day.day() == 24 || day.day() == 31)
}

/// The holiday ceiling for a minute of the local `day` in `region`, and why.
/// `from_two_o_clock`: whether the minute lies at or after 14:00.
#[must_use]
pub fn holiday_ceiling(
    day: NaiveDate,
    from_two_o_clock: bool,
    region: &HolidayRegion,
    switch: EasterAndWhitSunday,
) -> Option<(HolidayGround, Percent)> {
    let ground = holiday_ground(day, from_two_o_clock, region, switch)?;
    let ceiling = in_force(HOLIDAY_CEILINGS, day)?.value;
    let percent = match ground {
        HolidayGround::PublicHoliday(_)
        | HolidayGround::TaxHoliday(_)
        | HolidayGround::NewYearsEve => ceiling.holiday,
        HolidayGround::ChristmasEve | HolidayGround::ChristmasOrLabourDay(_) => {
            ceiling.christmas_and_labour_day
        }
    };
    Some((ground, percent))
}

fn holiday_ground(
    day: NaiveDate,
    from_two_o_clock: bool,
    region: &HolidayRegion,
    switch: EasterAndWhitSunday,
) -> Option<HolidayGround> {
    if from_two_o_clock && changes_at_two_o_clock(day) {
        return Some(match day.day() {
            24 => HolidayGround::ChristmasEve,
            _ => HolidayGround::NewYearsEve,
        });
    }
    let name = tax_holiday_on(day, region, switch)?;
    Some(match name {
        HolidayName::ChristmasDay | HolidayName::SecondChristmasDay | HolidayName::LabourDay => {
            HolidayGround::ChristmasOrLabourDay(name)
        }
        HolidayName::EasterSunday | HolidayName::WhitSunday if !is_public_holiday(day, region) => {
            HolidayGround::TaxHoliday(name)
        }
        HolidayName::NewYear
        | HolidayName::Epiphany
        | HolidayName::WomensDay
        | HolidayName::GoodFriday
        | HolidayName::EasterSunday
        | HolidayName::EasterMonday
        | HolidayName::LiberationDay
        | HolidayName::AscensionDay
        | HolidayName::WhitSunday
        | HolidayName::WhitMonday
        | HolidayName::CorpusChristi
        | HolidayName::UprisingOf1953
        | HolidayName::AugsburgPeaceFestival
        | HolidayName::AssumptionDay
        | HolidayName::WorldChildrensDay
        | HolidayName::GermanUnityDay
        | HolidayName::ReformationDay
        | HolidayName::AllSaintsDay
        | HolidayName::RepentanceDay => HolidayGround::PublicHoliday(name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Land;

    #[test]
    fn holiday_ceilings_by_day_and_hour() {
        use Land::{Bb, Ni, Nw};
        // (day, from 14:00, Land, percent): § 3b Abs. 1 Nr. 3 and 4 EStG.
        let cases = [
            (day(2026, 12, 24), false, Nw, None),
            (day(2026, 12, 24), true, Nw, Some(150)),
            (day(2026, 12, 25), false, Nw, Some(150)),
            (day(2026, 12, 26), true, Nw, Some(150)),
            (day(2026, 12, 27), true, Nw, None),
            (day(2026, 12, 31), false, Nw, None),
            (day(2026, 12, 31), true, Nw, Some(125)),
            (day(2027, 1, 1), false, Nw, Some(125)),
            (day(2026, 5, 1), false, Nw, Some(150)),
            (day(2026, 10, 31), false, Ni, Some(125)),
            (day(2026, 10, 31), false, Nw, None),
            (day(2026, 4, 5), false, Nw, Some(125)),
            (day(2026, 4, 5), false, Bb, Some(125)),
            (day(2026, 11, 24), true, Nw, None),
        ];
        for (on, from_two, land, expected) in cases {
            let region = HolidayRegion::new(land, vec![]);
            let got = holiday_ceiling(on, from_two, &region, EasterAndWhitSunday::Holiday);
            assert_eq!(got.map(|(_, percent)| percent), expected.map(Percent::new), "{on} {land}");
        }
    }

    #[test]
    fn easter_sunday_says_whether_the_land_or_the_guideline_makes_it_a_holiday() {
        let easter = day(2026, 4, 5);
        let ground = |land, switch| {
            holiday_ceiling(easter, false, &HolidayRegion::new(land, vec![]), switch)
                .map(|(ground, _)| ground)
        };
        let name = HolidayName::EasterSunday;
        assert_eq!(
            ground(Land::Bb, EasterAndWhitSunday::Holiday),
            Some(HolidayGround::PublicHoliday(name))
        );
        assert_eq!(
            ground(Land::Bb, EasterAndWhitSunday::Sunday),
            Some(HolidayGround::PublicHoliday(name))
        );
        assert_eq!(
            ground(Land::Nw, EasterAndWhitSunday::Holiday),
            Some(HolidayGround::TaxHoliday(name))
        );
        assert_eq!(ground(Land::Nw, EasterAndWhitSunday::Sunday), None);
    }
}
