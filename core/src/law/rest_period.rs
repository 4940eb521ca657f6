//! Rest (Ruhezeit): eleven hours between the end of one day's work and the next.
//!
//! § 5 Abs. 1 ArbZG. Hours are elapsed ones: after work until 20:00 on the
//! evening before the clocks go forward the earliest start is 8:00, not 7:00.
//! A call-out from on-call begins the rest anew. The shorter rest of § 5 Abs. 2
//! and 3 is for institutions of care; a private household is probably none
//! (from memory), so that only a collective agreement shortens it here.

use super::dated::Rule;
use super::day_of_work::DayOfWork;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::working_time_profile::Limits;
use crate::time::{Interval, Minute, Minutes};

/// § 5 Abs. 1.
pub const REST: Rule =
    Rule { key: "rest", paragraph: "§ 5 Abs. 1 ArbZG", version: "2026-01", verified: true };

/// § 7 Abs. 9.
pub const REST_AFTER_LONG_DAY: Rule = Rule {
    key: "rest_after_long_day",
    paragraph: "§ 7 Abs. 9 ArbZG",
    version: "2026-01",
    verified: true,
};

/// The earliest lawful start after work that ended at `end`.
#[must_use]
pub fn earliest_start(end: Minute, min_rest: Minutes) -> Minute {
    end + min_rest
}

/// Every rest between two days of work that is too short; its interval is the
/// rest as it was taken. Where an agreement allows a shorter rest, a day of more
/// than twelve hours is still followed by eleven (§ 7 Abs. 9).
#[must_use]
pub fn check_rest(days: &[DayOfWork], limits: Limits) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in days.windows(2) {
        let Some(rest) = Interval::new(pair[0].span.to(), pair[1].span.from()) else { continue };
        let long = pair[0].worked() > limits.long_day;
        let (required, rule) = if long && limits.rest_after_long_day > limits.min_rest {
            (limits.rest_after_long_day, REST_AFTER_LONG_DAY)
        } else {
            (limits.min_rest, REST)
        };
        if rest.length() < required {
            findings.push(Finding {
                key: FindingKey::RestTooShort,
                severity: Severity::Serious,
                rule,
                intervals: vec![rest],
                lawful: Lawful::Rest {
                    rest: rest.length(),
                    required,
                    earliest_start: earliest_start(rest.from(), required),
                },
            });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::day_of_work::days_of_work;
    use super::super::several_employers::WorkingTime;
    use super::super::several_employers::tests_support::{at, shift};
    use super::super::working_time_profile::WorkingTimeProfile;
    use super::*;
    use crate::law::dated::day;
    use crate::work::Kind;

    fn standard() -> Limits {
        WorkingTimeProfile::Standard.limits(day(2026, 11, 2)).expect("the statute")
    }

    #[test]
    fn an_agreement_may_shorten_the_rest_but_not_after_more_than_twelve_hours() {
        let limits = Limits { min_rest: Minutes::hours(9), ..standard() };
        // (end of the first shift, findings); the second begins at 8:00.
        let cases = [
            ("2026-11-02 22:00", "2026-11-02 12:00", 0),
            ("2026-11-02 22:00", "2026-11-02 10:00", 0),
            ("2026-11-02 22:00", "2026-11-02 09:59", 1),
            ("2026-11-02 23:01", "2026-11-02 15:00", 1),
            ("2026-11-02 21:00", "2026-11-02 07:00", 0),
        ];
        for (end, start, expected) in cases {
            let shifts =
                [shift(start, end, &[]), shift("2026-11-03 08:00", "2026-11-03 12:00", &[])];
            let days = days_of_work(&WorkingTime::new(&shifts, &[]), limits.min_rest);
            assert_eq!(check_rest(&days, limits).len(), expected, "{start} to {end}");
        }
    }

    #[test]
    fn the_earliest_start_is_eleven_elapsed_hours_later() {
        let cases = [
            // T14, published: br.de
            ("2021-03-27 20:00", "2021-03-28 08:00"),
            // X10
            ("2026-10-24 20:00", "2026-10-25 06:00"),
            ("2026-12-31 21:30", "2027-01-01 08:30"),
            ("2026-02-28 22:00", "2026-03-01 09:00"),
        ];
        for (end, start) in cases {
            assert_eq!(earliest_start(at(end), Minutes::hours(11)), at(start), "{end}");
        }
    }

    #[test]
    fn a_rest_below_eleven_hours_is_found() {
        // (what, end of the first, start of the second, rest if too short)
        let cases = [
            ("X09", "2026-11-07 21:30", "2026-11-08 08:00", Some(630)),
            ("exactly eleven", "2026-11-07 21:00", "2026-11-08 08:00", None),
            ("T14: seven is too early", "2021-03-27 20:00", "2021-03-28 07:00", Some(600)),
            ("T14: eight is not", "2021-03-27 20:00", "2021-03-28 08:00", None),
            ("X10", "2026-10-24 20:00", "2026-10-25 06:00", None),
            ("year's end", "2026-12-31 22:00", "2027-01-01 06:00", Some(480)),
        ];
        for (what, end, start, expected) in cases {
            let (end, start) = (at(end), at(start));
            let mut first = shift("2026-11-02 08:00", "2026-11-02 16:00", &[]);
            let mut second = first.clone();
            let long = Minutes::hours(8);
            first.span = Interval::new(end - long, end).expect("eight hours");
            second.span = Interval::new(start, start + long).expect("eight hours");
            let days = days_of_work(&WorkingTime::new(&[second, first], &[]), Minutes::hours(11));
            let found: Vec<_> = check_rest(&days, standard())
                .into_iter()
                .map(|finding| match finding.lawful {
                    Lawful::Rest { rest, earliest_start, .. } => {
                        assert_eq!(earliest_start, end + Minutes::hours(11), "{what}");
                        rest.get()
                    }
                    other => unreachable!("{other:?}"),
                })
                .collect();
            assert_eq!(found, Vec::from_iter(expected), "{what}");
        }
    }

    #[test]
    fn a_call_out_from_on_call_begins_the_rest_anew() {
        let shifts = [
            shift(
                "2026-11-02 14:00",
                "2026-11-03 06:00",
                &[
                    (Kind::OnCall, "2026-11-02 22:00", "2026-11-03 06:00"),
                    (Kind::CallOut, "2026-11-03 02:00", "2026-11-03 02:20"),
                ],
            ),
            shift("2026-11-03 12:00", "2026-11-03 16:00", &[]),
        ];
        let time = WorkingTime::new(&shifts, &[]);
        let found = check_rest(&days_of_work(&time, Minutes::hours(11)), standard());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].intervals[0].from(), at("2026-11-03 02:20"));
    }
}
