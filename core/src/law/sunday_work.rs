//! Work on Sundays and holidays (Sonn- und Feiertagsarbeit): allowed in care and in the household.
//!
//! § 9 ArbZG forbids it from 0:00 to 24:00; § 10 Abs. 1 Nr. 3 allows it in
//! institutions of care and Nr. 4 "sowie im Haushalt", where the work cannot be
//! done on working days. So it is no breach here but a note: it costs a
//! replacement rest day (`replacement_rest_day.rs`) and counts against the free
//! Sundays of the year (`free_sundays.rs`).

use super::dated::Rule;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::public_holiday::is_public_holiday;
use super::several_employers::within;
use crate::place::HolidayRegion;
use crate::time::{Interval, midnight};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;

/// §§ 9, 10 ArbZG.
pub const SUNDAY: Rule = Rule {
    key: "sunday_work",
    paragraph: "§ 9 Abs. 1, § 10 Abs. 1 Nr. 3, 4 ArbZG",
    version: "2026-01",
    verified: true,
};

/// A day on which somebody worked, with the pieces in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedDay {
    /// The local calendar day.
    pub day: NaiveDate,
    /// The pieces of work from 0:00 to 24:00.
    pub work: Vec<Interval>,
}

/// Every local calendar day with at least a minute of work, in order. `work`
/// is in order, without overlap.
#[must_use]
pub fn worked_days(work: &[Interval], zone: Tz) -> Vec<WorkedDay> {
    let mut days: Vec<WorkedDay> = Vec::new();
    for piece in work {
        for day in piece.from().day(zone).iter_days() {
            let (from, to) = (midnight(day, zone), midnight(day + Days::new(1), zone));
            if from >= piece.to() {
                break;
            }
            if days.last().is_some_and(|last| last.day >= day) {
                continue;
            }
            let inside = Interval::new(from, to).map(|whole| within(work, whole));
            days.push(WorkedDay { day, work: inside.unwrap_or_default() });
        }
    }
    days
}

/// The Sundays and holidays of labour law among `days`.
pub fn sundays_and_holidays<'a>(
    days: &'a [WorkedDay],
    region: &'a HolidayRegion,
) -> impl Iterator<Item = &'a WorkedDay> {
    days.iter().filter(move |worked| {
        worked.day.weekday() == Weekday::Sun || is_public_holiday(worked.day, region)
    })
}

/// One note for all work on Sundays and holidays.
#[must_use]
pub fn check_sunday_work(days: &[WorkedDay], region: &HolidayRegion) -> Option<Finding> {
    let intervals: Vec<_> =
        sundays_and_holidays(days, region).flat_map(|worked| worked.work.iter().copied()).collect();
    (!intervals.is_empty()).then_some(Finding {
        key: FindingKey::SundayWork,
        severity: Severity::Info,
        rule: SUNDAY,
        intervals,
        lawful: Lawful::Nothing,
    })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::span;
    use super::*;
    use crate::place::Land;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn the_pieces_of_sundays_and_holidays_lie_between_local_midnights() {
        // (what, from, to, minutes on Sundays and holidays in NW)
        let cases = [
            ("a Monday", "2026-11-09 08:00", "2026-11-09 16:00", vec![]),
            ("into Sunday", "2026-11-07 22:00", "2026-11-08 06:00", vec![360]),
            ("out of Sunday", "2026-11-08 22:00", "2026-11-09 06:00", vec![120]),
            ("spring", "2026-03-28 22:00", "2026-03-29 06:00", vec![300]),
            ("autumn", "2026-10-24 22:00", "2026-10-25 06:00", vec![420]),
            ("into the new year", "2026-12-31 20:00", "2027-01-01 08:00", vec![480]),
            ("both days of Christmas", "2026-12-25 20:00", "2026-12-26 08:00", vec![240, 480]),
            ("month's end, All Saints", "2026-10-31 20:00", "2026-11-01 08:00", vec![480]),
        ];
        let nw = HolidayRegion::new(Land::Nw, vec![]);
        for (what, from, to, expected) in cases {
            let found = check_sunday_work(&worked_days(&[span(from, to)], Berlin), &nw);
            let got: Vec<_> = found
                .iter()
                .flat_map(|finding| &finding.intervals)
                .map(|piece| piece.length().get())
                .collect();
            assert_eq!(got, expected, "{what}");
        }
    }

    #[test]
    fn easter_sunday_is_a_sunday_everywhere_and_reformation_day_only_in_some_laender() {
        let work = [span("2026-10-31 08:00", "2026-10-31 12:00")];
        let days = worked_days(&work, Berlin);
        for (land, expected) in [(Land::Ni, true), (Land::Nw, false)] {
            let found = check_sunday_work(&days, &HolidayRegion::new(land, vec![]));
            assert_eq!(found.is_some(), expected, "{land}");
        }
    }
}
