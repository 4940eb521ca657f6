//! Sunday or holiday, whichever is higher (Sonn- und Feiertagszuschlag).
//!
//! Nr. 2 of § 3b Abs. 1 EStG is subject to Nr. 3 and 4, and Nr. 3 to Nr. 4: a
//! Sunday that is a holiday is a holiday, never both.

use super::holiday_surcharge::{HolidayGround, holiday_ceiling};
use super::sunday_surcharge::sunday_ceiling;
use super::surcharge_switches::Switches;
use crate::money::Percent;
use crate::place::HolidayRegion;
use chrono::NaiveDate;
use serde::Serialize;

/// Why a minute has a day percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayGround {
    /// A Sunday.
    Sunday,
    /// A holiday, or one of the days named beside them.
    Holiday(HolidayGround),
}

/// The day percent of a span, why, and of which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct DayReason {
    /// Sunday or holiday.
    pub ground: DayGround,
    /// The Sunday or holiday itself.
    pub of: NaiveDate,
    /// Whether it is the day before the span's, carried over until 4:00.
    pub carried_over: bool,
}

/// A day percent and its reason; `None` on a plain weekday.
pub(super) type DayPercent = Option<(DayReason, Percent)>;

/// The higher of Sunday and holiday for a minute of `date`.
pub(super) fn own_day(
    date: NaiveDate,
    from_two_o_clock: bool,
    region: &HolidayRegion,
    switches: &Switches,
) -> DayPercent {
    let holiday = holiday_ceiling(date, from_two_o_clock, region, switches.easter_and_whit_sunday)
        .map(|(ground, percent)| (DayGround::Holiday(ground), percent));
    let sunday = sunday_ceiling(date).map(|percent| (DayGround::Sunday, percent));
    let (ground, percent) = match (holiday, sunday) {
        (Some(holiday), Some(sunday)) if sunday.1 > holiday.1 => sunday,
        (Some(holiday), _) => holiday,
        (None, sunday) => sunday?,
    };
    Some((DayReason { ground, of: date, carried_over: false }, percent))
}

#[cfg(test)]
mod tests {
    use super::super::dated::day;
    use super::super::public_holiday::HolidayName;
    use super::*;
    use crate::place::Land;

    #[test]
    fn of_sunday_and_holiday_the_higher_counts_and_never_both() {
        let unity = HolidayGround::PublicHoliday(HolidayName::GermanUnityDay);
        // (day, from 14:00, ground, percent)
        let cases = [
            (day(2026, 11, 8), false, Some((DayGround::Sunday, 50))),
            (day(2026, 11, 9), false, None),
            // X03: 3 October 2027 is a Sunday.
            (day(2027, 10, 3), false, Some((DayGround::Holiday(unity), 125))),
            // Y04 and Z13: 24 and 31 December 2028 are Sundays.
            (day(2028, 12, 24), false, Some((DayGround::Sunday, 50))),
            (day(2028, 12, 24), true, Some((DayGround::Holiday(HolidayGround::ChristmasEve), 150))),
            (day(2028, 12, 31), true, Some((DayGround::Holiday(HolidayGround::NewYearsEve), 125))),
        ];
        let region = HolidayRegion::new(Land::Nw, vec![]);
        for (on, from_two, expected) in cases {
            let got = own_day(on, from_two, &region, &Switches::default());
            let expected = expected.map(|(ground, percent)| {
                (DayReason { ground, of: on, carried_over: false }, Percent::new(percent))
            });
            assert_eq!(got, expected, "{on}");
        }
    }
}
