//! Replacement rest day (Ersatzruhetag): a free weekday for a Sunday or holiday worked.
//!
//! § 11 Abs. 3 ArbZG: for a Sunday within two weeks, for a holiday on a weekday
//! within eight weeks, the day of work included. By `docs/definitions.md` § 0a.12 the free
//! day may lie before or after: d−13 to d+13, d−55 to d+55. Each day worked
//! needs a free day of its own; they are given so that the earliest period is
//! served first, which finds a way if there is one.
//!
//! A free day is a day Monday to Saturday, no holiday, without a minute of
//! work. Doubtful: days of vacation and sickness are not taken for it (from
//! memory). Not checked: that it lies directly beside a rest (§ 11 Abs. 4).

use super::average_24_weeks::is_working_day;
use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::sunday_work::{WorkedDay, sundays_and_holidays};
use crate::place::HolidayRegion;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// § 11 Abs. 3 ArbZG. Doubtful: that the free day may lie before.
pub const REST_DAY: Rule = Rule {
    key: "replacement_rest_day",
    paragraph: "§ 11 Abs. 3 ArbZG",
    version: "2026-01",
    verified: false,
};

/// The periods of § 11 Abs. 3 ArbZG in days, the day of work included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periods {
    /// For a Sunday.
    pub sunday: u64,
    /// For a holiday on a weekday.
    pub holiday: u64,
}

/// § 11 Abs. 3 ArbZG, oldest first.
pub const PERIODS: &[Dated<Periods>] = &[Dated {
    from: day(1994, 7, 1),
    value: Periods { sunday: 14, holiday: 56 },
    source: "ArbZG § 11 Abs. 3 (BGBl. 1994 I S. 1170; text of 2022)",
}];

/// A Sunday or holiday worked, and the days within which a free one is owed.
struct Debt<'a> {
    worked: &'a WorkedDay,
    first: NaiveDate,
    last: NaiveDate,
}

/// Every Sunday and holiday worked that has no rest day of its own: missing
/// once its period has passed, due while it has not. Both days of `known`
/// included; a period that begins before is judged only by what follows, and
/// only as due.
#[must_use]
pub fn check_rest_days(
    days: &[WorkedDay],
    region: &HolidayRegion,
    known: (NaiveDate, NaiveDate),
    away: &BTreeSet<NaiveDate>,
) -> Vec<Finding> {
    let worked: BTreeSet<NaiveDate> = days.iter().map(|one| one.day).collect();
    let mut debts: Vec<Debt<'_>> = sundays_and_holidays(days, region)
        .filter_map(|one| {
            let periods = in_force(PERIODS, one.day)?.value;
            let sunday = one.day.weekday() == Weekday::Sun;
            let reach = Days::new(if sunday { periods.sunday } else { periods.holiday } - 1);
            Some(Debt { worked: one, first: one.day - reach, last: one.day + reach })
        })
        .collect();
    debts.sort_by_key(|debt| (debt.last, debt.first));
    let free =
        known.0.iter_days().take_while(|day| *day <= known.1).filter(|day| {
            is_working_day(*day, region) && !worked.contains(day) && !away.contains(day)
        });
    // Each free day goes to the period that ends first and has begun.
    for day in free {
        let served = debts.iter().position(|debt| debt.first <= day && day <= debt.last);
        if let Some(served) = served {
            debts.remove(served);
        }
    }
    debts.sort_by_key(|debt| debt.worked.day);
    debts.iter().filter_map(|debt| finding(debt, known)).collect()
}

fn finding(debt: &Debt<'_>, known: (NaiveDate, NaiveDate)) -> Option<Finding> {
    let passed = debt.last <= known.1;
    let (key, severity) = match (passed, known.0 <= debt.first) {
        (true, true) => (FindingKey::RestDayMissing, Severity::Warning),
        // A free day may lie in what is not known.
        (true, false) => return None,
        (false, _) => (FindingKey::RestDayDue, Severity::Info),
    };
    Some(Finding {
        key,
        severity,
        rule: REST_DAY,
        intervals: debt.worked.work.clone(),
        lawful: Lawful::RestDay { worked_on: debt.worked.day, last_day: debt.last },
    })
}

#[cfg(test)]
mod tests {
    use super::super::sunday_work::worked_days;
    use super::*;
    use crate::place::Land;
    use crate::time::{Interval, Minutes, midnight};
    use chrono_tz::Europe::Berlin;

    /// Four hours from 10:00 on every day of the ranges.
    fn work(ranges: &[(NaiveDate, NaiveDate)]) -> Vec<WorkedDay> {
        let pieces: Vec<_> = ranges
            .iter()
            .flat_map(|(first, last)| first.iter_days().take_while(move |day| day <= last))
            .map(|day| {
                let from = midnight(day, Berlin) + Minutes::hours(10);
                Interval::new(from, from + Minutes::hours(4)).expect("four hours")
            })
            .collect();
        worked_days(&pieces, Berlin)
    }

    type Range = (NaiveDate, NaiveDate);

    #[test]
    fn a_sunday_worked_gets_a_free_weekday_within_two_weeks_before_or_after() {
        let d = |month, of| day(2026, month, of);
        // (what, worked, known, found)
        type Case<'a> = (&'a str, &'a [Range], Range, &'a [(FindingKey, &'a str)]);
        let cases: [Case<'_>; 8] = [
            (
                "X11: no free weekday until 21 November",
                &[(d(10, 26), d(11, 21))],
                (d(10, 12), d(11, 21)),
                &[
                    (FindingKey::RestDayMissing, "2026-11-08"),
                    (FindingKey::RestDayDue, "2026-11-15"),
                ],
            ),
            (
                "a free Monday after it",
                &[(d(11, 8), d(11, 8)), (d(11, 10), d(11, 21))],
                (d(11, 1), d(11, 21)),
                &[],
            ),
            (
                "the period has not passed yet",
                &[(d(10, 25), d(11, 20))],
                (d(10, 25), d(11, 20)),
                &[(FindingKey::RestDayDue, "2026-11-08"), (FindingKey::RestDayDue, "2026-11-15")],
            ),
            (
                "one free day serves one Sunday only",
                &[(d(11, 2), d(11, 10)), (d(11, 12), d(12, 5))],
                (d(10, 1), d(12, 31)),
                &[(FindingKey::RestDayMissing, "2026-11-22")],
            ),
            (
                "a holiday on a weekday has eight weeks",
                &[(d(12, 25), d(12, 25))],
                (d(12, 25), d(12, 31)),
                &[],
            ),
            (
                "the second day of Christmas, and every weekday worked until the year's end",
                &[(d(12, 26), d(12, 31))],
                (d(12, 26), d(12, 31)),
                &[(FindingKey::RestDayDue, "2026-12-26"), (FindingKey::RestDayDue, "2026-12-27")],
            ),
            (
                "the Sunday of the spring change",
                &[(d(3, 16), d(4, 11))],
                (d(3, 16), d(4, 11)),
                &[
                    (FindingKey::RestDayMissing, "2026-03-29"),
                    (FindingKey::RestDayDue, "2026-04-03"),
                    (FindingKey::RestDayDue, "2026-04-05"),
                    (FindingKey::RestDayDue, "2026-04-06"),
                ],
            ),
            ("no Sunday", &[(d(11, 2), d(11, 7))], (d(11, 2), d(11, 30)), &[]),
        ];
        let nw = HolidayRegion::new(Land::Nw, vec![]);
        for (what, worked, known, expected) in cases {
            let found = check_rest_days(&work(worked), &nw, known, &BTreeSet::new());
            let got: Vec<_> = found
                .iter()
                .map(|finding| match finding.lawful {
                    Lawful::RestDay { worked_on, .. } => (finding.key, worked_on.to_string()),
                    other => unreachable!("{other:?}"),
                })
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|(key, day)| (*key, (*day).to_owned())).collect();
            assert_eq!(got, expected, "{what}");
        }
    }

    #[test]
    fn vacation_is_no_replacement_rest_day() {
        let nw = HolidayRegion::new(Land::Nw, vec![]);
        let worked = work(&[(day(2026, 11, 8), day(2026, 11, 8))]);
        let known = (day(2026, 11, 8), day(2026, 11, 9));
        let vacation = BTreeSet::from([day(2026, 11, 9)]);
        assert_eq!(check_rest_days(&worked, &nw, known, &BTreeSet::new()), []);
        assert_eq!(check_rest_days(&worked, &nw, known, &vacation).len(), 1);
    }
}
