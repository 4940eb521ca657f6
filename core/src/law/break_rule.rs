//! Breaks (Ruhepausen): how many minutes, in which pieces, and never more than six hours without.
//!
//! § 4 ArbZG: more than 6 up to 9 hours of work ask for 30 minutes, more than
//! 9 hours for 45; pieces count from 15 minutes on; nobody works longer than 6
//! hours in a row without a break. Standby is working time, so that it is no
//! break. A break that was only agreed but not taken is not in the record and
//! does not count; breaks are never deducted by themselves.

use super::dated::{Dated, Rule, day, in_force};
use super::day_of_work::DayOfWork;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::several_employers::WorkingTime;
use crate::time::{Interval, Minutes};
use chrono::NaiveDate;

/// § 4 Satz 1 and 2.
pub const BREAK: Rule =
    Rule { key: "break", paragraph: "§ 4 Satz 1, 2 ArbZG", version: "2026-01", verified: true };

/// § 4 Satz 3.
pub const STRETCH: Rule =
    Rule { key: "stretch", paragraph: "§ 4 Satz 3 ArbZG", version: "2026-01", verified: true };

/// The figures of § 4 ArbZG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakFigures {
    /// Above so much work, so many minutes; the longest work first.
    pub steps: [(Minutes, Minutes); 2],
    /// The shortest piece that counts.
    pub piece: Minutes,
    /// The longest work without a break.
    pub stretch: Minutes,
}

/// § 4 ArbZG, oldest first.
pub const FIGURES: &[Dated<BreakFigures>] = &[Dated {
    from: day(1994, 7, 1),
    value: BreakFigures {
        steps: [(Minutes::hours(9), Minutes::new(45)), (Minutes::hours(6), Minutes::new(30))],
        piece: Minutes::new(15),
        stretch: Minutes::hours(6),
    },
    source: "ArbZG § 4 (BGBl. 1994 I S. 1170; text of 2022)",
}];

/// How many minutes of break so much work asks for on `day`.
#[must_use]
pub fn required_break(worked: Minutes, day: NaiveDate) -> Minutes {
    in_force(FIGURES, day)
        .and_then(|row| row.value.steps.iter().find(|(above, _)| worked > *above))
        .map_or(Minutes::ZERO, |(_, minutes)| *minutes)
}

/// The minutes of break in one day's work: pieces long enough to count, a gap
/// between two records included.
#[must_use]
pub fn break_taken(work: &DayOfWork, day: NaiveDate) -> Minutes {
    let Some(figures) = in_force(FIGURES, day) else { return Minutes::ZERO };
    work.interruptions()
        .iter()
        .map(|pause| pause.length())
        .filter(|length| *length >= figures.value.piece)
        .sum()
}

/// Whether one day's work had its break; `day` is the day on which it began.
#[must_use]
pub fn check_break(work: &DayOfWork, day: NaiveDate) -> Option<Finding> {
    let (worked, taken) = (work.worked(), break_taken(work, day));
    let required = required_break(worked, day);
    (taken < required).then(|| Finding {
        key: FindingKey::BreakTooShort,
        severity: Severity::Warning,
        rule: BREAK,
        intervals: vec![work.span],
        lawful: Lawful::Break { worked, taken, required },
    })
}

/// Stretches of work that no break interrupts, over all days: the minutes
/// worked in each, and where it lies. Interruptions shorter than `piece` are
/// no break and no work.
#[must_use]
pub fn stretches(time: &WorkingTime, piece: Minutes) -> Vec<(Minutes, Interval)> {
    let mut stretches: Vec<(Minutes, Interval)> = Vec::new();
    for work in &time.work {
        match stretches.last_mut() {
            Some((worked, span)) if work.from() - span.to() < piece => {
                *worked += work.length();
                *span = Interval::new(span.from(), work.to()).unwrap_or(*span);
            }
            Some(_) | None => stretches.push((work.length(), *work)),
        }
    }
    stretches
}

/// Stretches that are too long on `day`, the law's day.
#[must_use]
pub fn check_stretches(time: &WorkingTime, day: NaiveDate) -> Vec<Finding> {
    let Some(figures) = in_force(FIGURES, day) else { return Vec::new() };
    let most = figures.value.stretch;
    stretches(time, figures.value.piece)
        .into_iter()
        .filter(|(longest, _)| *longest > most)
        .map(|(longest, span)| Finding {
            key: FindingKey::StretchTooLong,
            severity: Severity::Warning,
            rule: STRETCH,
            intervals: vec![span],
            lawful: Lawful::Stretch { longest, most },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::day_of_work::days_of_work;
    use super::super::several_employers::tests_support::shift;
    use super::*;
    use crate::work::Kind;

    const TODAY: NaiveDate = day(2026, 10, 25);

    #[test]
    fn so_much_work_asks_for_so_long_a_break() {
        // T15, § 4 ArbZG.
        for (worked, required) in
            [(0, 0), (360, 0), (361, 30), (540, 30), (541, 45), (600, 45), (1440, 45)]
        {
            let got = required_break(Minutes::new(worked), TODAY);
            assert_eq!(got, Minutes::new(required), "{worked} minutes");
        }
    }

    type Pause = (Kind, &'static str, &'static str);

    #[test]
    fn pieces_count_from_fifteen_minutes_and_standby_is_no_break() {
        const B: Kind = Kind::UnpaidBreak;
        // (what, from, to, parts, (worked, taken, required) or none, stretch or none)
        type Case = (
            &'static str,
            &'static str,
            &'static str,
            &'static [Pause],
            Option<(i64, i64, i64)>,
            Option<i64>,
        );
        let cases: [Case; 11] = [
            ("six hours", "2026-11-02 08:00", "2026-11-02 14:00", &[], None, None),
            ("6:01", "2026-11-02 08:00", "2026-11-02 14:01", &[], Some((361, 0, 30)), Some(361)),
            (
                "a piece of ten minutes does not count (T15)",
                "2026-11-02 08:00",
                "2026-11-02 15:30",
                &[
                    (B, "2026-11-02 11:00", "2026-11-02 11:20"),
                    (B, "2026-11-02 13:00", "2026-11-02 13:10"),
                ],
                Some((420, 20, 30)),
                None,
            ),
            (
                "two pieces of fifteen",
                "2026-11-02 08:00",
                "2026-11-02 15:30",
                &[
                    (B, "2026-11-02 11:00", "2026-11-02 11:15"),
                    (B, "2026-11-02 13:00", "2026-11-02 13:15"),
                ],
                None,
                None,
            ),
            (
                "6:30 in a row before the break (T15)",
                "2026-11-02 08:00",
                "2026-11-02 16:00",
                &[(B, "2026-11-02 14:30", "2026-11-02 15:00")],
                None,
                Some(390),
            ),
            (
                "a break at the end interrupts nothing",
                "2026-11-02 08:00",
                "2026-11-02 15:00",
                &[(B, "2026-11-02 14:30", "2026-11-02 15:00")],
                Some((390, 0, 30)),
                Some(390),
            ),
            (
                "standby is no break",
                "2026-11-02 20:00",
                "2026-11-03 08:00",
                &[(Kind::Standby, "2026-11-02 23:00", "2026-11-03 05:00")],
                Some((720, 0, 45)),
                Some(720),
            ),
            (
                "a night shift in spring has seven hours",
                "2026-03-28 22:00",
                "2026-03-29 06:00",
                &[(B, "2026-03-29 03:00", "2026-03-29 03:30")],
                None,
                None,
            ),
            (
                "a night shift in autumn has nine hours",
                "2026-10-24 22:00",
                "2026-10-25 06:30",
                &[(B, "2026-10-25 02:00", "2026-10-25 02:30")],
                None,
                None,
            ),
            (
                "more than nine in autumn, though the clock shows less",
                "2026-10-24 22:00",
                "2026-10-25 06:31",
                &[(B, "2026-10-25 02:00", "2026-10-25 02:29")],
                Some((542, 29, 45)),
                None,
            ),
            (
                "over the year's end",
                "2026-12-31 16:00",
                "2027-01-01 02:00",
                &[(B, "2026-12-31 21:00", "2026-12-31 21:30")],
                Some((570, 30, 45)),
                None,
            ),
        ];
        for (what, from, to, parts, expected, stretch) in cases {
            let time = WorkingTime::new(&[shift(from, to, parts)], &[]);
            let days = days_of_work(&time, Minutes::hours(11));
            let got = days.iter().find_map(|one| check_break(one, TODAY)).map(|f| f.lawful);
            let expected = expected.map(|(worked, taken, required)| Lawful::Break {
                worked: Minutes::new(worked),
                taken: Minutes::new(taken),
                required: Minutes::new(required),
            });
            assert_eq!(got, expected, "{what}");
            let got = check_stretches(&time, TODAY).first().map(|finding| finding.lawful);
            let expected = stretch.map(|longest| Lawful::Stretch {
                longest: Minutes::new(longest),
                most: Minutes::hours(6),
            });
            assert_eq!(got, expected, "{what}: stretch");
        }
    }

    #[test]
    fn a_short_gap_between_two_records_is_no_break_for_the_six_hours() {
        let shifts = [
            shift("2026-11-02 08:00", "2026-11-02 12:00", &[]),
            shift("2026-11-02 12:05", "2026-11-02 15:00", &[]),
        ];
        let found = check_stretches(&WorkingTime::new(&shifts, &[]), TODAY);
        assert_eq!(found.len(), 1);
        let shifts = [
            shift("2026-11-02 08:00", "2026-11-02 12:00", &[]),
            shift("2026-11-02 12:15", "2026-11-02 15:00", &[]),
        ];
        assert_eq!(check_stretches(&WorkingTime::new(&shifts, &[]), TODAY), []);
    }
}
