//! When contributions are due (Fälligkeit der Beiträge, Beitragsnachweis): bank working days counted from the month's end.
//!
//! The contributions of a month are due on its third last bank working day,
//! the statement of contributions two working days before, at the beginning of
//! the day; what is sent on the day before is in time. 24 and 31 December are no
//! bank working days. The holidays are those of the collecting office's seat
//! (Einzugsstelle); we take those of the workplace, which can differ.

use super::dated::Rule;
use super::public_holiday::is_public_holiday;
use crate::place::HolidayRegion;
use crate::time::Month;
use chrono::{Datelike, NaiveDate, Weekday};

/// The rule as it is cited.
pub const RULE: Rule = Rule {
    key: "contribution_date",
    paragraph: "§ 23 Abs. 1 Satz 2, § 28f Abs. 3 SGB IV",
    version: "2006-01-01",
    verified: false,
};

/// Both days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContributionDates {
    /// The last day on which the statement (Beitragsnachweis) can be sent in time.
    pub statement_by: NaiveDate,
    /// The day on which the contributions must be on the account.
    pub paid_on: NaiveDate,
}

/// Whether banks work on this day: Monday to Friday, no holiday, not 24 or 31 December.
#[must_use]
pub fn is_bank_working_day(day: NaiveDate, region: &HolidayRegion) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let closed = day.month() == 12 && matches!(day.day(), 24 | 31);
    !weekend && !closed && !is_public_holiday(day, region)
}

/// The dates of a month.
#[must_use]
pub fn contribution_dates(month: Month, region: &HolidayRegion) -> Option<ContributionDates> {
    let mut days: Vec<NaiveDate> =
        month.days().filter(|day| is_bank_working_day(*day, region)).collect();
    days.reverse();
    // Until the beginning of the fifth last: the day before it is the last.
    let fifth_last = days.get(4)?;
    Some(ContributionDates { statement_by: fifth_last.pred_opt()?, paid_on: *days.get(2)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Land;

    #[test]
    fn contributions_are_due_on_the_third_last_bank_working_day() {
        let region = |land| HolidayRegion { land, communes: Vec::new() };
        // (month, Land, statement by, paid on): counted by hand on the calendar.
        let cases = [
            ("2025-01", Land::Nw, "2025-01-26", "2025-01-29"),
            ("2025-12", Land::Nw, "2025-12-18", "2025-12-23"),
            ("2026-05", Land::Nw, "2026-05-21", "2026-05-27"),
            ("2026-10", Land::Nw, "2026-10-25", "2026-10-28"),
            ("2025-10", Land::Nw, "2025-10-26", "2025-10-29"),
            ("2025-10", Land::Sn, "2025-10-23", "2025-10-28"),
            ("2026-11", Land::Nw, "2026-11-23", "2026-11-26"),
        ];
        for (month, land, statement, paid) in cases {
            let month: Month = month.parse().expect("a month");
            let dates = contribution_dates(month, &region(land)).expect("a month has five days");
            assert_eq!(dates.statement_by.to_string(), statement, "{month} {land:?}");
            assert_eq!(dates.paid_on.to_string(), paid, "{month} {land:?}");
        }
    }
}
