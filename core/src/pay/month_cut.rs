//! Which month a minute is paid in (Monatsschnitt), and what is carried over.
//!
//! Classes are computed on the whole duty first; only then is it cut at the
//! local midnight of the month's end. The tail stands in both statements, as
//! carried to and carried from, and is counted once. With
//! [`PayMonth::ShiftStart`] pay lines follow the month in which the shift
//! began; legal checks never do.

use crate::contract::version::PayMonth;
use crate::time::{Minutes, Month};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where the worked minutes of a shift went that are not paid in this month,
/// or from which month's shift they came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    /// The shift.
    pub shift: String,
    /// The local day on which it began.
    pub began: NaiveDate,
    /// Paid in the month before this one, because they lie there.
    pub before: Minutes,
    /// Paid in this month.
    pub here: Minutes,
    /// Carried to the month after (Übertrag).
    pub after: Minutes,
}

impl Carry {
    /// Whether anything crossed the month's edge.
    #[must_use]
    pub fn crosses(&self) -> bool {
        self.here != Minutes::ZERO && (self.before != Minutes::ZERO || self.after != Minutes::ZERO)
    }

    /// Counts minutes that are paid in `paid` while `month` is computed.
    pub(crate) fn add(&mut self, minutes: Minutes, paid: Month, month: Month) {
        match paid.cmp(&month) {
            std::cmp::Ordering::Less => self.before += minutes,
            std::cmp::Ordering::Equal => self.here += minutes,
            std::cmp::Ordering::Greater => self.after += minutes,
        }
    }
}

/// The month in which a minute of the local `day` is paid whose shift began on
/// the local day `began`.
#[must_use]
pub fn paid_in(day: NaiveDate, began: NaiveDate, switch: PayMonth) -> Month {
    match switch {
        PayMonth::Calendar => Month::of(day),
        PayMonth::ShiftStart => Month::of(began),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_paid_in_its_own_month_or_in_that_of_its_shift() {
        // (day, shift began, calendar, shift_start)
        for (day, began, calendar, shift_start) in [
            ("2026-10-31", "2026-10-31", "2026-10", "2026-10"),
            ("2026-11-01", "2026-10-31", "2026-11", "2026-10"),
            ("2027-01-01", "2026-12-31", "2027-01", "2026-12"),
        ] {
            let day = day.parse().expect("a date");
            let began = began.parse().expect("a date");
            assert_eq!(paid_in(day, began, PayMonth::Calendar).to_string(), calendar);
            assert_eq!(paid_in(day, began, PayMonth::ShiftStart).to_string(), shift_start);
        }
    }
}
