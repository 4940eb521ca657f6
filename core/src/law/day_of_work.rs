//! One day's work (tägliche Arbeit): what lies between two rests.
//!
//! §§ 4 and 5 ArbZG speak of the daily work without saying where it ends when
//! it is interrupted. Our reading: a recorded break never ends it; any other
//! interruption belongs to it as long as the whole still leaves the rest inside
//! 24 hours (with 11 hours of rest: 13 hours from its first minute), and is
//! shorter than the rest itself. So 8–12 and 16–20 are one day's work, while
//! 13:30–21:30 and 8–16 the next day are two with a rest of 10:30 between.
//!
//! Doubtful: from memory, the common reading of split shifts (geteilter
//! Dienst); no source of ours decides it.

use super::several_employers::{WorkingTime, united, within};
use crate::time::{Interval, Minutes};

/// One day's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfWork {
    /// From its first worked minute to its last.
    pub span: Interval,
    /// The worked pieces, in order.
    pub work: Vec<Interval>,
}

impl DayOfWork {
    /// The minutes worked.
    #[must_use]
    pub fn worked(&self) -> Minutes {
        self.work.iter().map(|piece| piece.length()).sum()
    }

    /// The interruptions between the worked pieces, in order.
    #[must_use]
    pub fn interruptions(&self) -> Vec<Interval> {
        self.span.without(&self.work)
    }
}

/// The days of work of one person, in order.
#[must_use]
pub fn days_of_work(time: &WorkingTime, min_rest: Minutes) -> Vec<DayOfWork> {
    let longest = Minutes::hours(24) - min_rest;
    let runs = united(time.work.iter().chain(&time.breaks).copied().collect());
    let runs = runs.into_iter().filter_map(|run| {
        // A break at the very beginning or end interrupts nothing.
        let work = within(&time.work, run);
        Interval::new(work.first()?.from(), work.last()?.to())
    });
    let mut days: Vec<Interval> = Vec::new();
    for run in runs {
        match days.last_mut() {
            Some(day) if run.to() <= day.from() + longest && run.from() - day.to() < min_rest => {
                *day = Interval::new(day.from(), run.to()).unwrap_or(*day);
            }
            Some(_) | None => days.push(run),
        }
    }
    days.into_iter().map(|span| DayOfWork { span, work: within(&time.work, span) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::{shift, span};
    use super::*;
    use crate::work::Kind;

    #[test]
    fn an_interruption_belongs_to_the_day_if_the_rest_still_fits_into_24_hours() {
        // (what, shifts, how many days of work)
        type Case = (&'static str, &'static [(&'static str, &'static str)], usize);
        let cases: [Case; 7] = [
            (
                "a split shift",
                &[
                    ("2026-11-02 08:00", "2026-11-02 12:00"),
                    ("2026-11-02 16:00", "2026-11-02 20:00"),
                ],
                1,
            ),
            (
                "exactly 13 hours",
                &[
                    ("2026-11-02 08:00", "2026-11-02 12:00"),
                    ("2026-11-02 17:00", "2026-11-02 21:00"),
                ],
                1,
            ),
            (
                "13 hours and a minute",
                &[
                    ("2026-11-02 08:00", "2026-11-02 12:00"),
                    ("2026-11-02 17:00", "2026-11-02 21:01"),
                ],
                2,
            ),
            (
                "late and early (X09)",
                &[
                    ("2026-11-07 13:30", "2026-11-07 21:30"),
                    ("2026-11-08 08:00", "2026-11-08 16:00"),
                ],
                2,
            ),
            (
                "13 elapsed hours over the spring change",
                &[
                    ("2026-03-28 20:00", "2026-03-29 01:00"),
                    ("2026-03-29 05:00", "2026-03-29 10:00"),
                ],
                1,
            ),
            (
                "13 elapsed hours over the autumn change",
                &[
                    ("2026-10-24 20:00", "2026-10-25 01:00"),
                    ("2026-10-25 05:00", "2026-10-25 09:00"),
                ],
                2,
            ),
            (
                "a rest over the year's end",
                &[
                    ("2026-12-31 20:00", "2026-12-31 20:30"),
                    ("2027-01-01 07:30", "2027-01-01 08:00"),
                ],
                2,
            ),
        ];
        for (what, spans, expected) in cases {
            let shifts: Vec<_> = spans.iter().map(|(from, to)| shift(from, to, &[])).collect();
            let days = days_of_work(&WorkingTime::new(&shifts, &[]), Minutes::hours(11));
            // 13 hours by the clock are 14 elapsed ones in autumn.
            assert_eq!(days.len(), expected, "{what}");
        }
    }

    #[test]
    fn a_recorded_break_never_ends_the_day_and_at_its_edge_is_none() {
        let shifts = [shift(
            "2026-11-02 06:00",
            "2026-11-02 22:00",
            &[
                (Kind::UnpaidBreak, "2026-11-02 06:00", "2026-11-02 07:00"),
                (Kind::UnpaidBreak, "2026-11-02 10:00", "2026-11-02 20:00"),
            ],
        )];
        let days = days_of_work(&WorkingTime::new(&shifts, &[]), Minutes::hours(11));
        assert_eq!(days.len(), 1);
        assert_eq!(days[0].span, span("2026-11-02 07:00", "2026-11-02 22:00"));
        assert_eq!(days[0].interruptions(), [span("2026-11-02 10:00", "2026-11-02 20:00")]);
        assert_eq!(days[0].worked(), Minutes::hours(5));
    }
}
