//! Average over 24 weeks (Ausgleichszeitraum): eight hours per working day.
//!
//! § 3 Satz 2 ArbZG. The sum of all working time, work on holidays included,
//! over the days Monday to Saturday that are no holiday of labour law at the
//! place of work, minus days of vacation and sickness (BVerwG 8 C 13.17;
//! `docs/definitions.md` § 0a.12). The law also allows six calendar months;
//! [`AveragePeriod`] is the switch.

use super::dated::Rule;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::public_holiday::is_public_holiday;
use super::several_employers::within;
use crate::place::HolidayRegion;
use crate::time::{Interval, Minutes, midnight};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// § 3 Satz 2 ArbZG.
pub const AVERAGE: Rule =
    Rule { key: "average", paragraph: "§ 3 Satz 2 ArbZG", version: "2026-01", verified: true };

/// Switch: over which period days above eight hours are balanced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AveragePeriod {
    /// 24 weeks.
    #[default]
    TwentyFourWeeks,
    /// Six calendar months.
    SixMonths,
}

impl AveragePeriod {
    /// The first day of the period that ends with `last`.
    #[must_use]
    pub fn first_day(self, last: NaiveDate) -> NaiveDate {
        let after = last + Days::new(1);
        match self {
            Self::TwentyFourWeeks => after - Days::new(24 * 7),
            Self::SixMonths => after - Months::new(6),
        }
    }
}

/// Working time over a period, and over how many working days it is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Average {
    /// All minutes worked in the period.
    pub worked: Minutes,
    /// Its working days (Werktage) less holidays, vacation and sickness.
    pub days: i64,
}

impl Average {
    /// Whether it is above so many minutes per day; exact.
    #[must_use]
    pub fn is_above(self, most: Minutes) -> bool {
        self.worked.get() > self.days * most.get()
    }
}

/// Whether `day` is a working day (Werktag): Monday to Saturday, no holiday of
/// labour law.
#[must_use]
pub fn is_working_day(day: NaiveDate, region: &HolidayRegion) -> bool {
    day.weekday() != Weekday::Sun && !is_public_holiday(day, region)
}

/// The average from `first` to `last`, both included, at a place.
///
/// `work` in order without overlap; `away` are days of vacation and sickness.
#[must_use]
pub fn average(
    work: &[Interval],
    (first, last): (NaiveDate, NaiveDate),
    region: &HolidayRegion,
    zone: Tz,
    away: &BTreeSet<NaiveDate>,
) -> Average {
    let days = first
        .iter_days()
        .take_while(|day| *day <= last)
        .filter(|day| is_working_day(*day, region) && !away.contains(day))
        .map(|_| 1)
        .sum();
    let worked = Interval::new(midnight(first, zone), midnight(last + Days::new(1), zone))
        .map(|period| within(work, period).iter().map(|piece| piece.length()).sum());
    Average { worked: worked.unwrap_or(Minutes::ZERO), days }
}

/// The finding for an average; `complete` says whether the whole period is
/// known or only a part of it.
#[must_use]
pub fn check_average(
    average: Average,
    most: Minutes,
    complete: bool,
    period: Interval,
) -> Option<Finding> {
    average.is_above(most).then(|| Finding {
        key: if complete {
            FindingKey::AverageOverEight
        } else {
            FindingKey::AverageSoFarOverEight
        },
        severity: if complete { Severity::Serious } else { Severity::Info },
        rule: AVERAGE,
        intervals: vec![period],
        lawful: Lawful::Average { worked: average.worked, days: average.days, most },
    })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::{days, span};
    use super::*;
    use crate::law::dated::day;
    use crate::place::Land;
    use chrono_tz::Europe::Berlin;

    fn nw() -> HolidayRegion {
        HolidayRegion::new(Land::Nw, vec![])
    }

    #[test]
    fn working_days_leave_out_sundays_holidays_vacation_and_sickness() {
        // (what, first, last, away, working days)
        let cases: [(&str, NaiveDate, NaiveDate, &[NaiveDate], i64); 6] = [
            ("a plain week", day(2026, 11, 2), day(2026, 11, 8), &[], 6),
            ("All Saints on a Sunday", day(2026, 10, 26), day(2026, 11, 1), &[], 6),
            ("Christmas week", day(2026, 12, 21), day(2026, 12, 27), &[], 4),
            ("over the year's end", day(2026, 12, 28), day(2027, 1, 3), &[], 5),
            (
                "two days of vacation, one of them a Sunday",
                day(2026, 11, 2),
                day(2026, 11, 8),
                &[day(2026, 11, 6), day(2026, 11, 8)],
                5,
            ),
            ("24 weeks", day(2026, 5, 18), day(2026, 11, 1), &[], 24 * 6 - 3),
        ];
        for (what, first, last, away, expected) in cases {
            let away = away.iter().copied().collect();
            let got = average(&[], (first, last), &nw(), Berlin, &away);
            assert_eq!(got.days, expected, "{what}");
        }
        let first = AveragePeriod::TwentyFourWeeks.first_day(day(2026, 11, 1));
        assert_eq!(first, day(2026, 5, 18));
        assert_eq!(AveragePeriod::SixMonths.first_day(day(2026, 8, 31)), day(2026, 3, 1));
    }

    #[test]
    fn work_on_a_holiday_stays_in_the_sum_and_its_day_does_not() {
        // BVerwG 8 C 13.17. 3 October 2026 is a Saturday and a holiday.
        let work = [
            span("2026-09-28 08:00", "2026-09-28 20:00"),
            span("2026-09-30 08:00", "2026-09-30 20:00"),
            span("2026-10-03 08:00", "2026-10-03 20:00"),
            span("2026-10-04 20:00", "2026-10-05 08:00"),
        ];
        let got =
            average(&work, (day(2026, 9, 28), day(2026, 10, 4)), &nw(), Berlin, &BTreeSet::new());
        assert_eq!(got, Average { worked: Minutes::hours(40), days: 5 });
        assert!(!got.is_above(Minutes::hours(8)));
        assert!(Average { worked: Minutes::new(2401), days: 5 }.is_above(Minutes::hours(8)));
    }

    #[test]
    fn the_clock_changes_count_in_elapsed_hours() {
        let night = [
            span("2026-03-28 22:00", "2026-03-29 06:00"),
            span("2026-10-24 22:00", "2026-10-25 06:00"),
        ];
        let all = (day(2026, 1, 1), day(2026, 12, 31));
        let got = average(&night, all, &nw(), Berlin, &BTreeSet::new());
        assert_eq!(got.worked, Minutes::hours(16));
    }

    #[test]
    fn a_part_of_the_period_is_only_a_hint() {
        let october = days("2026-10-01", "2026-11-01");
        let high = Average { worked: Minutes::new(481), days: 1 };
        let key = |complete| {
            check_average(high, Minutes::hours(8), complete, october).map(|f| (f.key, f.severity))
        };
        assert_eq!(key(true), Some((FindingKey::AverageOverEight, Severity::Serious)));
        assert_eq!(key(false), Some((FindingKey::AverageSoFarOverEight, Severity::Info)));
    }
}
