//! Public holidays in wage-tax law (Feiertage im Lohnsteuerrecht).
//!
//! The labour calendar of `public_holiday.rs` and, nationwide, Easter Sunday
//! and Whit Sunday: R 3b Abs. 3 Satz 3 LStR counts them as holidays for § 3b
//! EStG even where no Land law names them. Only for the surcharge ceiling;
//! holiday pay and rest days follow the labour calendar.
//!
//! Doubtful: one public page (relog.de) grants 50 % only outside Brandenburg.
//! The guideline is followed; the choice is the switch [`EasterAndWhitSunday`].

use super::dated::Rule;
use super::easter::days_after_easter;
use super::public_holiday::{Holiday, HolidayName, days_of, public_holiday_on};
use crate::place::HolidayRegion;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Easter Sunday and Whit Sunday as holidays for tax, nationwide.
pub const EASTER_AND_WHIT_SUNDAY: Rule = Rule {
    key: "easter_and_whit_sunday",
    paragraph: "R 3b Abs. 3 Satz 3 LStR",
    version: "2026-01",
    verified: true,
};

/// Switch: what Easter Sunday and Whit Sunday are where no Land law names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EasterAndWhitSunday {
    /// Holidays, 125 % (R 3b Abs. 3 Satz 3 LStR).
    #[default]
    Holiday,
    /// Sundays, 50 %.
    Sunday,
}

/// The holiday for wage tax on `day` in `region`, if it is one.
#[must_use]
pub fn tax_holiday_on(
    day: NaiveDate,
    region: &HolidayRegion,
    switch: EasterAndWhitSunday,
) -> Option<HolidayName> {
    public_holiday_on(day, region).or_else(|| match switch {
        EasterAndWhitSunday::Sunday => None,
        EasterAndWhitSunday::Holiday if day.weekday() != Weekday::Sun => None,
        EasterAndWhitSunday::Holiday => match days_after_easter(day) {
            0 => Some(HolidayName::EasterSunday),
            49 => Some(HolidayName::WhitSunday),
            _ => None,
        },
    })
}

/// Whether `day` is a holiday for wage tax in `region`.
#[must_use]
pub fn is_tax_holiday(day: NaiveDate, region: &HolidayRegion, switch: EasterAndWhitSunday) -> bool {
    tax_holiday_on(day, region, switch).is_some()
}

/// All holidays for wage tax of `region` in `year`, in order; one per day.
#[must_use]
pub fn tax_holidays(
    region: &HolidayRegion,
    year: i32,
    switch: EasterAndWhitSunday,
) -> Vec<Holiday> {
    days_of(year)
        .filter_map(|date| tax_holiday_on(date, region, switch).map(|name| Holiday { date, name }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::public_holiday::public_holidays;
    use super::*;
    use crate::place::Land;

    #[test]
    fn easter_and_whit_sunday_are_holidays_for_tax_in_every_land() {
        // T17: R 3b Abs. 3 Satz 3 LStR via haufe HI12792355 Rz. 33.
        let sundays: [NaiveDate; 2] =
            ["2026-04-05", "2026-05-24"].map(|text| text.parse().expect("a date"));
        for land in Land::ALL {
            let region = HolidayRegion::new(land, vec![]);
            let labour = public_holidays(&region, 2026);
            let mut expected: Vec<_> = labour.iter().map(|holiday| holiday.date).collect();
            expected.extend(sundays);
            expected.sort_unstable();
            expected.dedup();
            let dates = |switch| -> Vec<_> {
                tax_holidays(&region, 2026, switch).iter().map(|holiday| holiday.date).collect()
            };
            assert_eq!(dates(EasterAndWhitSunday::Holiday), expected, "{land}");
            assert_eq!(
                dates(EasterAndWhitSunday::Sunday),
                labour.iter().map(|holiday| holiday.date).collect::<Vec<_>>(),
                "{land}"
            );
            for sunday in sundays {
                assert!(is_tax_holiday(sunday, &region, EasterAndWhitSunday::Holiday), "{land}");
            }
        }
    }
}
