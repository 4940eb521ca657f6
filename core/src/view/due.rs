//! Dates that come every month (Termine): the payroll office's cut-off
//! (Abgabetag), pay day (Zahltag), statement and contributions.

use crate::law::contribution_date::{ContributionDates, contribution_dates, is_bank_working_day};
use crate::place::HolidayRegion;
use crate::time::Month;
use chrono::{Datelike, NaiveDate};

/// Until this day of a month the month before is the one that is handed over.
const EARLY: u32 = 15;

/// What a team has settled, as days of the month, 1 to 31.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DaysOfMonth {
    /// Until when the payroll office needs the hours.
    pub cut_off: Option<u32>,
    /// When pay is to be on the account.
    pub pay: Option<u32>,
}

/// The next of each date, from a day on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Due {
    /// Until when the payroll office needs the hours of which month.
    pub cut_off: Option<(NaiveDate, Month)>,
    /// When pay is to be on the account.
    pub pay_day: Option<NaiveDate>,
    /// The last bank working day before pay day, if that is none itself and the
    /// holidays are known.
    pub paid_before: Option<NaiveDate>,
    /// When contributions are due, if the holidays are known.
    pub contributions: Option<ContributionDates>,
}

/// The next dates from `today` on. `region` says which holidays banks keep.
#[must_use]
pub fn due(today: NaiveDate, days: DaysOfMonth, region: Option<&HolidayRegion>) -> Due {
    let pay_day = days.pay.map(|day| next_on(today, day));
    let month = Month::of(today);
    let contributions = region.and_then(|region| {
        let mut months = [month, month.next()].into_iter();
        months.find_map(|month| {
            contribution_dates(month, region).filter(|dates| dates.paid_on >= today)
        })
    });
    Due {
        cut_off: days.cut_off.map(|day| next_on(today, day)).map(|day| (day, handed_over(day))),
        pay_day,
        paid_before: region.zip(pay_day).and_then(|(region, day)| bank_day_before(day, region)),
        contributions,
    }
}

/// Which month is handed over on this day.
#[must_use]
pub fn handed_over(day: NaiveDate) -> Month {
    let month = Month::of(day);
    if day.day() <= EARLY { month.previous() } else { month }
}

/// The next such day of a month; in a shorter month its last day.
fn next_on(today: NaiveDate, day: u32) -> NaiveDate {
    let in_month = |month: Month| {
        NaiveDate::from_ymd_opt(month.year(), month.month(), day).unwrap_or(month.last_day())
    };
    let month = Month::of(today);
    let here = in_month(month);
    if here >= today { here } else { in_month(month.next()) }
}

fn bank_day_before(day: NaiveDate, region: &HolidayRegion) -> Option<NaiveDate> {
    if is_bank_working_day(day, region) {
        return None;
    }
    day.iter_days().rev().find(|day| is_bank_working_day(*day, region))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Land;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_next_day_of_a_month_is_today_or_later_and_a_short_month_ends_it() {
        for (today, of_month, next) in [
            ("2026-11-20", 20, "2026-11-20"),
            ("2026-11-20", 19, "2026-12-19"),
            ("2026-11-20", 31, "2026-11-30"),
            ("2026-12-20", 5, "2027-01-05"),
            ("2027-01-31", 30, "2027-02-28"),
            ("2028-02-29", 29, "2028-02-29"),
        ] {
            assert_eq!(next_on(day(today), of_month), day(next), "{today} {of_month}");
        }
    }

    #[test]
    fn an_early_cut_off_is_about_the_month_before() {
        let days = |cut_off| DaysOfMonth { cut_off: Some(cut_off), pay: None };
        for (today, cut_off, on, month) in [
            ("2026-11-20", 5, "2026-12-05", "2026-11"),
            ("2026-11-20", 25, "2026-11-25", "2026-11"),
            ("2026-11-03", 15, "2026-11-15", "2026-10"),
            ("2026-11-03", 16, "2026-11-16", "2026-11"),
        ] {
            let month = month.parse().expect("a month");
            assert_eq!(due(day(today), days(cut_off), None).cut_off, Some((day(on), month)));
        }
    }

    #[test]
    fn a_pay_day_without_banks_names_the_last_working_day_before() {
        let region = HolidayRegion::new(Land::Nw, Vec::new());
        let days = DaysOfMonth { cut_off: None, pay: Some(15) };
        for (today, on, before) in [
            ("2026-11-10", "2026-11-15", Some("2026-11-13")),
            ("2026-12-10", "2026-12-15", None),
            // Ascension Day 2027 is the 6th of May; its Saturday comes after a working Friday.
            ("2027-05-10", "2027-05-15", Some("2027-05-14")),
        ] {
            let found = due(day(today), days, Some(&region));
            assert_eq!((found.pay_day, found.paid_before), (Some(day(on)), before.map(day)));
        }
        assert_eq!(due(day("2026-11-10"), days, None).paid_before, None, "no holidays, no claim");
    }

    #[test]
    fn after_the_contributions_of_a_month_come_those_of_the_next() {
        let region = HolidayRegion::new(Land::Nw, Vec::new());
        let paid_on = |today| {
            due(day(today), DaysOfMonth::default(), Some(&region))
                .contributions
                .expect("a region")
                .paid_on
        };
        assert_eq!(paid_on("2026-11-26"), day("2026-11-26"));
        assert_eq!(paid_on("2026-11-27"), day("2026-12-28"));
    }
}
