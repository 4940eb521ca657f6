//! Most work in a day (werktägliche Höchstarbeitszeit): eight hours, ten if balanced.
//!
//! § 3 ArbZG. The working day (Werktag) is not the calendar day: it is the 24
//! elapsed hours from the first work minute after the previous working day has
//! run out (from memory, the common reading; `docs/definitions.md` § 0a.12). Whether days
//! above eight hours are balanced is asked in `average_24_weeks.rs`.

use super::dated::Rule;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::several_employers::{first_at_or_after, within};
use super::working_time_profile::Limits;
use crate::time::{Interval, Minutes};

/// § 3 ArbZG. Doubtful: where the working day begins is from memory.
pub const DAY: Rule =
    Rule { key: "daily_maximum", paragraph: "§ 3 ArbZG", version: "2026-01", verified: false };

/// The working days in which somebody worked, each 24 elapsed hours, with the
/// minutes worked in it. `work` is in order, without overlap.
#[must_use]
pub fn working_days(work: &[Interval]) -> Vec<(Interval, Minutes)> {
    let mut days = Vec::new();
    let mut next = work.first().map(|piece| piece.from());
    while let Some(day) = next.and_then(|from| Interval::new(from, from + Minutes::hours(24))) {
        let worked = within(work, day).iter().map(|piece| piece.length()).sum();
        days.push((day, worked));
        next = first_at_or_after(work, day.to());
    }
    days
}

/// Every working day above eight hours: lawful if balanced up to the most,
/// above it not.
#[must_use]
pub fn check_days(work: &[Interval], limits: Limits) -> Vec<Finding> {
    working_days(work)
        .into_iter()
        .filter(|(_, worked)| *worked > limits.daily)
        .map(|(day, worked)| {
            let over = worked > limits.max_daily;
            Finding {
                key: if over { FindingKey::DayOverMaximum } else { FindingKey::DayOverEight },
                severity: if over { Severity::Serious } else { Severity::Info },
                rule: DAY,
                intervals: within(work, day),
                lawful: Lawful::Day {
                    worked,
                    most: if over { limits.max_daily } else { limits.daily },
                },
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::WorkingTime;
    use super::super::several_employers::tests_support::{shift, span};
    use super::super::working_time_profile::WorkingTimeProfile;
    use super::*;
    use crate::law::dated::day;

    #[test]
    fn a_working_day_is_24_elapsed_hours_from_its_first_minute() {
        // (what, shifts, minutes of each working day)
        type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [i64]);
        let cases: [Case; 6] = [
            ("eight hours", &[("2026-11-02 08:00", "2026-11-02 16:00")], &[480]),
            (
                "late, then early within 24 hours",
                &[
                    ("2026-11-02 14:00", "2026-11-02 22:00"),
                    ("2026-11-03 06:00", "2026-11-03 15:00"),
                ],
                // 14:00–22:00 and 6:00–14:00 are one working day.
                &[960, 60],
            ),
            (
                "a duty of 48 hours over the month's end",
                &[("2026-10-30 08:00", "2026-11-01 08:00")],
                &[1440, 1440],
            ),
            (
                "24 hours by the clock over the spring change are 23",
                &[("2026-03-28 08:00", "2026-03-29 08:00")],
                &[1380],
            ),
            (
                "24 hours by the clock over the autumn change are 25",
                &[("2026-10-24 08:00", "2026-10-25 08:00")],
                &[1440, 60],
            ),
            (
                "over the year's end",
                &[
                    ("2026-12-31 20:00", "2027-01-01 06:00"),
                    ("2027-01-01 20:00", "2027-01-02 06:00"),
                ],
                &[600, 600],
            ),
        ];
        for (what, spans, expected) in cases {
            let shifts: Vec<_> = spans.iter().map(|(from, to)| shift(from, to, &[])).collect();
            let days = working_days(&WorkingTime::new(&shifts, &[]).work);
            let got: Vec<_> = days.iter().map(|(_, worked)| worked.get()).collect();
            assert_eq!(got, expected, "{what}");
        }
        assert_eq!(working_days(&[]), []);
    }

    #[test]
    fn above_eight_hours_is_a_hint_and_above_ten_a_breach() {
        let limits = WorkingTimeProfile::Standard.limits(day(2026, 11, 2)).expect("the statute");
        let cases = [
            ("2026-11-02 16:00", None),
            ("2026-11-02 16:01", Some((FindingKey::DayOverEight, 480))),
            ("2026-11-02 18:00", Some((FindingKey::DayOverEight, 480))),
            ("2026-11-02 18:01", Some((FindingKey::DayOverMaximum, 600))),
        ];
        for (to, expected) in cases {
            let work = [span("2026-11-02 08:00", to)];
            let found = check_days(&work, limits);
            let got = found.first().map(|finding| match finding.lawful {
                Lawful::Day { most, .. } => (finding.key, most.get()),
                other => unreachable!("{other:?}"),
            });
            assert_eq!(got, expected, "until {to}");
        }
    }
}
