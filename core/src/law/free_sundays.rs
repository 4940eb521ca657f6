//! Free Sundays (beschäftigungsfreie Sonntage): at least fifteen in a year.
//!
//! § 11 Abs. 1 ArbZG. A Sunday is free if not a minute of it was worked. What
//! is not known counts as free, so that the number can only fall as the year
//! goes on; notices come when 80 and 95 percent of the Sundays that may be
//! worked are worked.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::notice_threshold::{Threshold, threshold};
use super::sunday_work::WorkedDay;
use chrono::{Datelike, NaiveDate, Weekday};

/// § 11 Abs. 1 ArbZG.
pub const FREE_SUNDAYS: Rule = Rule {
    key: "free_sundays",
    paragraph: "§ 11 Abs. 1 ArbZG",
    version: "2026-01",
    verified: true,
};

/// Least free Sundays in a year, oldest first.
pub const LEAST: &[Dated<i64>] = &[Dated {
    from: day(1994, 7, 1),
    value: 15,
    source: "ArbZG § 11 Abs. 1 (BGBl. 1994 I S. 1170; text of 2022)",
}];

/// How many Sundays a calendar year has: 52 or 53.
#[must_use]
pub fn sundays_in(year: i32) -> i64 {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .into_iter()
        .flat_map(|first| first.iter_days())
        .take_while(|day| day.year() == year)
        .filter(|day| day.weekday() == Weekday::Sun)
        .map(|_| 1)
        .sum()
}

/// Whether `year` still has its free Sundays, `earlier` worked ones added that
/// are not in `days`.
#[must_use]
pub fn check_free_sundays(days: &[WorkedDay], year: i32, earlier: u32) -> Option<Finding> {
    let required = in_force(LEAST, NaiveDate::from_ymd_opt(year, 12, 31)?)?.value;
    let here: Vec<_> = days
        .iter()
        .filter(|worked| worked.day.year() == year && worked.day.weekday() == Weekday::Sun)
        .collect();
    let worked = i64::try_from(here.len()).unwrap_or(i64::MAX).saturating_add(i64::from(earlier));
    let all = sundays_in(year);
    let (key, severity) = match threshold(worked, all - required) {
        Threshold::Below => return None,
        Threshold::At80 | Threshold::At95 => (FindingKey::FreeSundaysNotice, Severity::Info),
        Threshold::Over => (FindingKey::FreeSundaysTooFew, Severity::Warning),
    };
    Some(Finding {
        key,
        severity,
        rule: FREE_SUNDAYS,
        intervals: here.iter().flat_map(|worked| worked.work.iter().copied()).collect(),
        lawful: Lawful::FreeSundays { year, free: all - worked, required },
    })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::span;
    use super::super::sunday_work::worked_days;
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn fifteen_sundays_of_the_year_stay_free() {
        // 2026 and 2027 have 52 Sundays (37 may be worked), 2028 has 53.
        assert_eq!([2026, 2027, 2028].map(sundays_in), [52, 52, 53]);
        // A night into a Sunday, the autumn change, and one over the year's
        // end, which is a Friday and no Sunday.
        let work = [
            span("2026-10-24 22:00", "2026-10-25 06:00"),
            span("2026-11-08 22:00", "2026-11-09 06:00"),
            span("2026-12-31 22:00", "2027-01-01 06:00"),
        ];
        let days = worked_days(&work, Berlin);
        let cases = [
            (2026, 27, None),
            (2026, 28, Some((FindingKey::FreeSundaysNotice, 22))),
            (2026, 35, Some((FindingKey::FreeSundaysNotice, 15))),
            (2026, 36, Some((FindingKey::FreeSundaysTooFew, 14))),
            (2027, 0, None),
        ];
        for (year, earlier, expected) in cases {
            let got = check_free_sundays(&days, year, earlier).map(|f| match f.lawful {
                Lawful::FreeSundays { free, .. } => (f.key, free),
                other => unreachable!("{other:?}"),
            });
            assert_eq!(got, expected, "{year} with {earlier} before");
        }
    }
}
