//! Breaks that a planned shift still needs (Ruhepausen im Dienstplan).
//!
//! § 4 Satz 1 ArbZG: breaks are fixed in advance. A plan of ours says from when to
//! when somebody is on duty and not where the breaks lie, so a plan is checked
//! as if the breaks that the law asks for were taken, and says that they are
//! needed. What was really worked is checked in `break_rule.rs`.

use super::break_rule::{FIGURES, required_break};
use super::dated::in_force;
use crate::time::{Interval, Minutes};
use crate::work::{Kind, Part, Shift};
use chrono_tz::Tz;

/// The breaks that a shift of this length needs at least, spread so that no
/// stretch of work is too long; none where none is asked for.
#[must_use]
pub fn needed_breaks(span: Interval, workplace: Tz) -> Vec<Interval> {
    let day = span.from().day(workplace);
    let Some(figures) = in_force(FIGURES, day).map(|row| row.value) else { return Vec::new() };
    let steps = figures.steps.iter().map(|(_, minutes)| *minutes).rev();
    let Some(total) = std::iter::once(Minutes::ZERO)
        .chain(steps)
        .find(|total| required_break(span.length() - *total, day) <= *total)
    else {
        return Vec::new();
    };
    if total == Minutes::ZERO {
        return Vec::new();
    }
    let length = span.length().get();
    // As few pieces as keep each stretch short enough; each piece counts.
    let fits = |pieces: i64| {
        let pauses = total.get().max(figures.piece.get() * pieces);
        let work = length - pauses;
        let stretch = work / (pieces + 1) + i64::from(work % (pieces + 1) > 0);
        (stretch <= figures.stretch.get()).then_some((pieces, pauses, stretch))
    };
    let Some((pieces, pauses, stretch)) = (1..=length).find_map(fits) else { return Vec::new() };
    let mut taken = 0;
    (0..pieces)
        .filter_map(|place| {
            let each = pauses / pieces + i64::from(place < pauses % pieces);
            let from = span.from() + Minutes::new(stretch * (place + 1) + taken);
            taken += each;
            Interval::new(from, from + Minutes::new(each))?.overlap(span)
        })
        .collect()
}

/// A planned shift as it is checked: with the breaks that it needs.
#[must_use]
pub fn with_needed_breaks(shift: Shift) -> Shift {
    let breaks = needed_breaks(shift.span, shift.workplace.zone);
    let parts = breaks.into_iter().map(|span| Part { kind: Kind::UnpaidBreak, span });
    Shift { parts: shift.parts.iter().cloned().chain(parts).collect(), ..shift }
}

#[cfg(test)]
mod tests {
    use super::super::break_rule::{check_break, check_stretches};
    use super::super::day_of_work::days_of_work;
    use super::super::several_employers::WorkingTime;
    use super::super::several_employers::tests_support::shift;
    use super::*;
    use crate::law::dated::day;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn a_planned_shift_needs_the_break_that_its_work_without_it_asks_for() {
        // (from, to, minutes of each break)
        type Case = (&'static str, &'static str, &'static [i64]);
        let cases: [Case; 9] = [
            ("2026-11-02 08:00", "2026-11-02 14:00", &[]),
            ("2026-11-02 08:00", "2026-11-02 14:01", &[30]),
            ("2026-11-02 08:00", "2026-11-02 17:30", &[30]),
            ("2026-11-02 08:00", "2026-11-02 17:31", &[45]),
            // 12 hours less 45 minutes are two stretches of 5:38.
            ("2026-11-02 08:00", "2026-11-02 20:00", &[45]),
            // Three stretches of at most six hours need two breaks.
            ("2026-11-02 08:00", "2026-11-02 21:00", &[23, 22]),
            // Spring: 12 hours by the clock are 11; autumn: 12 are 13.
            ("2026-03-28 20:00", "2026-03-29 08:00", &[45]),
            ("2026-10-24 20:00", "2026-10-25 08:00", &[23, 22]),
            // Over the year's end, a day and a night.
            ("2026-12-31 08:00", "2027-01-01 08:00", &[15, 15, 15]),
        ];
        for (from, to, expected) in cases {
            let breaks = needed_breaks(shift(from, to, &[]).span, Berlin);
            let got: Vec<_> = breaks.iter().map(|pause| pause.length().get()).collect();
            assert_eq!(got, expected, "{from} to {to}");
        }
    }

    #[test]
    fn with_them_no_shift_of_up_to_two_days_is_short_of_a_break() {
        for minutes in (15..=48 * 60).step_by(5) {
            let mut planned = shift("2026-11-02 08:00", "2026-11-02 09:00", &[]);
            let from = planned.span.from();
            planned.span = Interval::new(from, from + Minutes::new(minutes)).expect("in order");
            let time = WorkingTime::new(&[with_needed_breaks(planned)], &[]);
            let on = day(2026, 11, 2);
            for work in days_of_work(&time, Minutes::hours(11)) {
                assert_eq!(check_break(&work, on), None, "{minutes} minutes");
            }
            assert_eq!(check_stretches(&time, on), [], "{minutes} minutes");
        }
    }
}
