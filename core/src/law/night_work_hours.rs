//! Night of working-time law (Nachtzeit, Nachtarbeit, Nachtarbeitnehmer): 23:00 to 06:00.
//!
//! § 2 Abs. 3 to 5 ArbZG. Not the night of the tax-free surcharge (20:00 to
//! 06:00, § 3b EStG); that one is in `night_surcharge.rs`. Night work is work
//! with more than two hours in this night. A night worker works nights in
//! rotation, or on at least 48 days of a calendar year.

use super::dated::{Dated, day, in_force};
use super::several_employers::within;
use crate::time::{Interval, Minutes, at_wall_time};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// The figures of § 2 Abs. 3 to 5 ArbZG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NightFigures {
    /// The hour on the wall at which the night begins.
    pub from_hour: u32,
    /// The hour on the wall at which it ends, on the next day.
    pub to_hour: u32,
    /// Night work has more than this in the night.
    pub more_than: Minutes,
    /// A night worker has at least so many nights in a calendar year.
    pub nights: u32,
}

/// § 2 Abs. 3 to 5 ArbZG, oldest first.
pub const FIGURES: &[Dated<NightFigures>] = &[Dated {
    from: day(1994, 7, 1),
    value: NightFigures { from_hour: 23, to_hour: 6, more_than: Minutes::hours(2), nights: 48 },
    source: "ArbZG § 2 Abs. 3 bis 5 (BGBl. 1994 I S. 1170; text of 2022)",
}];

/// One night in which somebody worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Night {
    /// The day on whose evening it began.
    pub evening: NaiveDate,
    /// The pieces worked in it.
    pub work: Vec<Interval>,
    /// The minutes worked in it.
    pub worked: Minutes,
}

/// The night that begins on the evening of `day`; seven hours, six or eight
/// when the clocks change.
#[must_use]
pub fn night_of(day: NaiveDate, zone: Tz) -> Option<Interval> {
    let figures = in_force(FIGURES, day)?.value;
    let from = NaiveTime::from_hms_opt(figures.from_hour, 0, 0)?;
    let to = NaiveTime::from_hms_opt(figures.to_hour, 0, 0)?;
    Interval::new(at_wall_time(day, from, zone), at_wall_time(day + Days::new(1), to, zone))
}

/// Every night with at least a minute of work, in order. `work` is in order,
/// without overlap.
#[must_use]
pub fn nights(work: &[Interval], zone: Tz) -> Vec<Night> {
    let mut nights: Vec<Night> = Vec::new();
    for piece in work {
        let first = piece.from().day(zone) - Days::new(1);
        for evening in first.iter_days().take_while(|day| *day <= piece.to().day(zone)) {
            if nights.last().is_some_and(|last| last.evening >= evening) {
                continue;
            }
            let Some(night) = night_of(evening, zone) else { continue };
            let inside = within(work, night);
            if !inside.is_empty() {
                let worked = inside.iter().map(|piece| piece.length()).sum();
                nights.push(Night { evening, work: inside, worked });
            }
        }
    }
    nights
}

/// Those with night work: more than two hours in the night.
#[must_use]
pub fn nights_of_night_work(work: &[Interval], zone: Tz) -> Vec<Night> {
    nights(work, zone)
        .into_iter()
        .filter(|night| {
            in_force(FIGURES, night.evening).is_some_and(|row| night.worked > row.value.more_than)
        })
        .collect()
}

/// Whether somebody is a night worker in `year`: in rotation, or by the number
/// of nights of the year, `earlier` ones that are not in `night_work` added.
#[must_use]
pub fn is_night_worker(night_work: &[Night], year: i32, earlier: u32, rotating: bool) -> bool {
    let in_year = night_work.iter().filter(|night| night.evening.year() == year).count();
    rotating
        || in_force(FIGURES, NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN))
            .is_some_and(|row| {
                u64::try_from(in_year).unwrap_or(u64::MAX).saturating_add(u64::from(earlier))
                    >= u64::from(row.value.nights)
            })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::span;
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn night_minutes_lie_between_eleven_and_six_by_the_clock_on_the_wall() {
        // (what, from, to, [(evening, minutes)], nights of night work)
        type Case =
            (&'static str, &'static str, &'static str, &'static [(&'static str, i64)], usize);
        let cases: [Case; 9] = [
            ("a day", "2026-11-02 06:00", "2026-11-02 23:00", &[], 0),
            ("a night (X15)", "2026-11-02 22:00", "2026-11-03 06:00", &[("2026-11-02", 420)], 1),
            ("two hours", "2026-11-02 20:00", "2026-11-03 01:00", &[("2026-11-02", 120)], 0),
            ("2:01", "2026-11-02 20:00", "2026-11-03 01:01", &[("2026-11-02", 121)], 1),
            ("an early start", "2026-11-03 03:00", "2026-11-03 11:00", &[("2026-11-02", 180)], 1),
            ("spring", "2026-03-28 22:00", "2026-03-29 06:00", &[("2026-03-28", 360)], 1),
            ("autumn", "2026-10-24 22:00", "2026-10-25 06:00", &[("2026-10-24", 480)], 1),
            ("New Year", "2026-12-31 22:00", "2027-01-01 06:00", &[("2026-12-31", 420)], 1),
            (
                "48 hours",
                "2026-10-30 08:00",
                "2026-11-01 08:00",
                &[("2026-10-30", 420), ("2026-10-31", 420)],
                2,
            ),
        ];
        for (what, from, to, expected, night_work) in cases {
            let work = [span(from, to)];
            let got: Vec<_> = nights(&work, Berlin)
                .iter()
                .map(|night| (night.evening.to_string(), night.worked.get()))
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|(day, minutes)| ((*day).to_owned(), *minutes)).collect();
            assert_eq!(got, expected, "{what}");
            assert_eq!(nights_of_night_work(&work, Berlin).len(), night_work, "{what}");
        }
    }

    #[test]
    fn a_night_worker_has_48_nights_in_a_calendar_year_or_rotates() {
        let night = |evening| Night { evening, work: vec![], worked: Minutes::hours(7) };
        let two = [night(day(2026, 12, 31)), night(day(2027, 1, 1))];
        let cases = [(2026, 46, false, false), (2026, 47, false, true), (2026, 0, true, true)];
        for (year, earlier, rotating, expected) in cases {
            assert_eq!(is_night_worker(&two, year, earlier, rotating), expected, "{earlier}");
        }
    }
}
