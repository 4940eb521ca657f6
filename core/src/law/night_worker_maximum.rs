//! Night workers' day (Höchstarbeitszeit der Nachtarbeitnehmer): eight hours, balanced within a month.
//!
//! § 6 Abs. 2 ArbZG: up to ten hours if the average within one calendar month
//! or four weeks is eight hours per working day. Our reading: a day above eight
//! hours is balanced if its calendar month is, or the four weeks that begin
//! with its week's Monday; what is not known yet is not found.

use super::average_24_weeks::average;
use super::daily_maximum::working_days;
use super::dated::Rule;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::working_time_profile::Limits;
use crate::place::HolidayRegion;
use crate::time::{Interval, Month};
use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// § 6 Abs. 2 ArbZG. Doubtful: which four weeks.
pub const NIGHT_WORKER: Rule = Rule {
    key: "night_worker_maximum",
    paragraph: "§ 6 Abs. 2 ArbZG",
    version: "2026-01",
    verified: false,
};

/// One finding for each calendar month with days above eight hours that are
/// balanced neither in the month nor within four weeks. Only months that lie
/// wholly in `known` are judged.
#[must_use]
pub fn check_night_worker(
    work: &[Interval],
    known: (NaiveDate, NaiveDate),
    region: &HolidayRegion,
    zone: Tz,
    away: &BTreeSet<NaiveDate>,
    limits: Limits,
) -> Vec<Finding> {
    let mut long: BTreeMap<Month, Vec<Interval>> = BTreeMap::new();
    for (day, worked) in working_days(work) {
        if worked > limits.daily {
            long.entry(Month::of(day.from().day(zone))).or_default().push(day);
        }
    }
    let is_known = |first, last| known.0 <= first && last <= known.1;
    let mut findings = Vec::new();
    for (month, days) in long {
        let (first, last) = (month.first_day(), month.last_day());
        let of_month = average(work, (first, last), region, zone, away);
        if !is_known(first, last) || !of_month.is_above(limits.max_average) {
            continue;
        }
        let unbalanced: Vec<_> = days
            .into_iter()
            .filter(|day| {
                let begun = day.from().day(zone);
                let monday = begun - Days::new(u64::from(begun.weekday().num_days_from_monday()));
                let end = monday + Days::new(27);
                let four_weeks = average(work, (monday, end), region, zone, away);
                !is_known(monday, end) || four_weeks.is_above(limits.max_average)
            })
            .collect();
        if !unbalanced.is_empty() {
            findings.push(Finding {
                key: FindingKey::NightWorkerAverage,
                severity: Severity::Warning,
                rule: NIGHT_WORKER,
                intervals: unbalanced,
                lawful: Lawful::Average {
                    worked: of_month.worked,
                    days: of_month.days,
                    most: limits.max_average,
                },
            });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::at;
    use super::super::working_time_profile::WorkingTimeProfile;
    use super::*;
    use crate::law::dated::day;
    use crate::place::Land;
    use crate::time::Minutes;
    use chrono_tz::Europe::Berlin;

    /// A night of ten hours from 20:00 on each of the given days.
    fn nights(month: u32, days: &[u32]) -> Vec<Interval> {
        days.iter()
            .map(|day| {
                let from = at(&format!("2026-{month:02}-{day:02} 20:00"));
                Interval::new(from, from + Minutes::hours(10)).expect("ten hours")
            })
            .collect()
    }

    fn span(first: u32, last: u32) -> Vec<u32> {
        (first..=last).collect()
    }

    #[test]
    fn long_nights_are_balanced_within_the_month_or_four_weeks() {
        let limits = WorkingTimeProfile::Standard.limits(day(2026, 1, 1)).expect("the statute");
        let nw = HolidayRegion::new(Land::Nw, vec![]);
        let none = BTreeSet::new();
        let year = (day(2026, 1, 1), day(2026, 12, 31));
        // (what, month, nights, findings). November 2026 has 25 working days
        // (200 hours), March with the spring change 26, October 26.
        let cases = [
            ("20 nights of ten hours are 200", 11, span(1, 20), 0),
            (
                "21 are more, but balanced within four weeks",
                11,
                [span(1, 10), span(20, 30)].concat(),
                0,
            ),
            ("28 are more, and nowhere balanced", 11, span(2, 29), 1),
            ("spring", 3, span(1, 20), 0),
            ("autumn", 10, span(1, 31), 1),
        ];
        for (what, month, days, expected) in cases {
            let work = nights(month, &days);
            let found = check_night_worker(&work, year, &nw, Berlin, &none, limits);
            assert_eq!(found.len(), expected, "{what}");
        }
        let half = (day(2026, 11, 1), day(2026, 11, 29));
        let found = check_night_worker(&nights(11, &span(2, 29)), half, &nw, Berlin, &none, limits);
        assert_eq!(found, [], "a month that is not known yet is not judged");
    }
}
