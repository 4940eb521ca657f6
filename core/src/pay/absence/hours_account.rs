//! The hours account of a steady salary (Jahresarbeitszeitkonto).
//!
//! Worked and credited hours less the target, month by month; every booking is
//! one line that says what it is and rests on a rule. What the law limits
//! (§ 2 Abs. 2 MiLoG) is checked in `law`, from [`HoursAccount::open_credits`].

use crate::contract::version::{ContractVersion, place_in_force};
use crate::law::dated::Rule;
use crate::money::Exact;
use crate::pay::base::{CONTRACT, rate_parts};
use crate::pay::line::{Columns, PayLine, Quantity, WageKind};
use crate::pay::month::MonthPay;
use crate::time::{Minutes, Month};
use serde::{Deserialize, Serialize};

/// Written working-time accounts, § 2 Abs. 2 MiLoG.
pub const ACCOUNT: Rule = Rule {
    key: "hours_account",
    paragraph: "§ 2 Abs. 2 MiLoG",
    version: "2026-01",
    verified: true,
};

/// What a booking is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookingKind {
    /// Brought forward.
    Opening,
    /// Worked, by base wage kind.
    Worked(WageKind),
    /// Credited for absence, by wage kind.
    Credited(WageKind),
    /// The month's target.
    Target,
    /// Paid out or withheld.
    PaidOut,
    /// Entered by hand, with its reason.
    ByHand(String),
}

/// One line of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The month it belongs to.
    pub month: Month,
    /// What it is.
    pub kind: BookingKind,
    /// Plus or minus.
    pub minutes: Minutes,
    /// The balance after it.
    pub balance: Minutes,
}

/// An hours account; grows by whole months.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HoursAccount {
    /// Its lines in order.
    pub bookings: Vec<Booking>,
}

impl HoursAccount {
    /// An account that begins with a balance.
    #[must_use]
    pub fn opened(month: Month, balance: Minutes) -> Self {
        let mut account = Self::default();
        if balance != Minutes::ZERO {
            account.book(month, BookingKind::Opening, balance);
        }
        account
    }

    /// What is on it.
    #[must_use]
    pub fn balance(&self) -> Minutes {
        self.bookings.last().map_or(Minutes::ZERO, |booking| booking.balance)
    }

    /// Adds a line.
    pub fn book(&mut self, month: Month, kind: BookingKind, minutes: Minutes) {
        let balance = self.balance() + minutes;
        self.bookings.push(Booking { month, kind, minutes, balance });
    }

    /// Adds a month: each base line, each paid absence line, the target.
    pub fn book_month(&mut self, pay: &MonthPay, versions: &[ContractVersion]) {
        self.book_lines(pay.month, &pay.lines, versions);
    }

    /// Adds a month of which only the lines are known: an approved one.
    pub fn book_lines(&mut self, month: Month, lines: &[PayLine], versions: &[ContractVersion]) {
        for line in lines {
            let minutes = match line.quantity {
                Quantity::Minutes(minutes) => minutes,
                // Days on which nobody may work owe no hours: their share of the target.
                Quantity::Days(hundredths) if line.wage_kind.is_absence() => {
                    let days = i64::try_from(month.days().count()).unwrap_or(30);
                    let share = Exact::fraction(hundredths, 100 * days).unwrap_or(Exact::ZERO);
                    let target = Exact::from_int(target(versions, month).get());
                    Minutes::new((target * share).round().get())
                }
                Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => continue,
            };
            if minutes == Minutes::ZERO {
                continue;
            }
            let kind = line.wage_kind.clone();
            if kind.is_base() {
                self.book(month, BookingKind::Worked(kind), minutes);
            } else if kind.is_absence() && kind != WageKind::UnpaidLeave {
                self.book(month, BookingKind::Credited(kind), minutes);
            }
        }
        let target = target(versions, month);
        if target != Minutes::ZERO {
            self.book(month, BookingKind::Target, Minutes::ZERO - target);
        }
    }

    /// Credits that are still open, by the month in which they arose, oldest
    /// first; debits use up the oldest (first in, first out).
    #[must_use]
    pub fn open_credits(&self) -> Vec<(Month, Minutes)> {
        let mut months: Vec<(Month, i64)> = Vec::new();
        for booking in &self.bookings {
            match months.iter_mut().find(|(month, _)| *month == booking.month) {
                Some((_, sum)) => *sum += booking.minutes.get(),
                None => months.push((booking.month, booking.minutes.get())),
            }
        }
        months.sort_unstable();
        let mut debit: i64 = months.iter().map(|(_, sum)| (-sum).max(0)).sum();
        let mut open = Vec::new();
        for (month, sum) in months {
            if sum > 0 {
                let used = sum.min(debit);
                debit -= used;
                if sum > used {
                    open.push((month, Minutes::new(sum - used)));
                }
            }
        }
        open
    }

    /// Pays out credit by the hourly wage, as a line and a booking. `None` if
    /// the contract gives no hourly wage.
    pub fn pay_out(
        &mut self,
        person: &str,
        version: &ContractVersion,
        month: Month,
        minutes: Minutes,
    ) -> Option<PayLine> {
        let wage = version.wage(month.last_day())?;
        self.book(month, BookingKind::PaidOut, Minutes::ZERO - minutes);
        Some(PayLine {
            person: person.to_owned(),
            personnel_number: version.personnel_number,
            wage_kind: WageKind::HoursAccount,
            month,
            month_of_origin: month,
            contract_version: version.id.clone(),
            cost_centre: version.cost_centre.clone(),
            quantity: Quantity::Minutes(minutes),
            rate: rate_parts(wage),
            percent: None,
            columns: Columns::liable(wage.for_minutes(minutes).round()),
            spans: Vec::new(),
            reason: Some(format!("{CONTRACT}, {}", ACCOUNT.paragraph)),
        })
    }
}

/// Minutes to be worked in a month: weekly minutes × weeks per month, by
/// calendar days where a version holds for part of it; half up.
#[must_use]
pub fn target(versions: &[ContractVersion], month: Month) -> Minutes {
    let days = i64::try_from(month.days().count()).unwrap_or(30);
    let mut sum = Exact::ZERO;
    for day in month.days() {
        if let Some(place) = place_in_force(versions, day) {
            let version = &versions[place];
            let of_month =
                Exact::from_int(version.weekly.get()) * version.switches.weeks_per_month.exact();
            sum += of_month * Exact::fraction(1, days).unwrap_or(Exact::ZERO);
        }
    }
    Minutes::new(sum.round().get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::version::tests::hourly;
    use crate::money::Cents;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn the_target_is_weekly_hours_times_4_35_by_calendar_days() {
        let mut versions = vec![hourly("a", "2026-01-01", 1600)];
        versions[0].weekly = Minutes::hours(20);
        assert_eq!(target(&versions, month("2026-06")), Minutes::hours(87));
        // From the 16th on 40 h: 15 days of each in June.
        versions.push(hourly("b", "2026-06-16", 1600));
        versions[1].weekly = Minutes::hours(40);
        assert_eq!(target(&versions, month("2026-06")), Minutes::new(87 * 30 + 174 * 30));
        assert_eq!(target(&versions, month("2025-12")), Minutes::ZERO);
    }

    #[test]
    fn credits_age_first_in_first_out_and_are_paid_by_the_hourly_wage() {
        let mut account = HoursAccount::opened(month("2026-01"), Minutes::hours(3));
        account.book(month("2026-02"), BookingKind::Worked(WageKind::Work), Minutes::hours(90));
        account.book(month("2026-02"), BookingKind::Target, Minutes::hours(-87));
        account.book(month("2026-03"), BookingKind::Target, Minutes::hours(-4));
        assert_eq!(account.balance(), Minutes::hours(2));
        assert_eq!(account.open_credits(), [(month("2026-02"), Minutes::hours(2))]);
        let version = hourly("a", "2026-01-01", 1650);
        let line =
            account.pay_out("p", &version, month("2026-04"), Minutes::new(90)).expect("paid");
        assert_eq!(line.columns.paid, Cents::new(2_475));
        assert_eq!(account.balance(), Minutes::new(30));
    }
}
