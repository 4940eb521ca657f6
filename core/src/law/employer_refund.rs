//! Refund of continued pay (Erstattung nach dem Aufwendungsausgleichsgesetz, U1 und U2).
//!
//! A small employer gets part of the continued pay in sickness back from the
//! health insurance fund or the Minijob-Zentrale (U1), and all of what is paid
//! around a birth (U2). The fund's statute may give less than the law's share;
//! it may leave the employer's contributions out. U2 has no such choice (BSG
//! B 1 KR 7/11 R) and refunds the employer's contributions on the pay of a ban
//! of work too; they are the payroll office's figure. What is shown here is the
//! law's share of what the lines pay, never a claim.

use super::dated::{Dated, Rule, day, in_force};
use crate::money::{Cents, Exact, Percent};
use chrono::{Datelike, NaiveDate};

/// U1: the refund in sickness.
pub const U1: Rule =
    Rule { key: "refund_u1", paragraph: "§ 1 Abs. 1 AAG", version: "2026-01", verified: false };

/// U2: the refund around a birth, in full.
pub const U2: Rule =
    Rule { key: "refund_u2", paragraph: "§ 1 Abs. 2 AAG", version: "2026-01", verified: true };

/// What is refunded around a birth, whatever the number of employees.
pub const U2_SHARE: &[Dated<Percent>] = &[Dated {
    from: day(2006, 1, 1),
    value: Percent::new(100),
    source: "§ 1 Abs. 2 AAG (in vollem Umfang)",
}];

/// Most of the continued pay that is refunded in sickness. The statute of a
/// fund may give less, not below 40 % (§ 9 Abs. 2 AAG); the Minijob-Zentrale
/// gives 80 %.
pub const U1_SHARE: &[Dated<Percent>] = &[Dated {
    from: day(2006, 1, 1),
    value: Percent::new(80),
    source: "§ 1 Abs. 1 AAG (from memory)",
}];

/// Up to so many employees the employer takes part in U1.
pub const U1_EMPLOYEES: &[Dated<u32>] =
    &[Dated { from: day(2006, 1, 1), value: 30, source: "§ 1 Abs. 1 AAG (from memory)" }];

/// Years after the calendar year in which the claim arose until it lapses.
pub const LIMITATION_YEARS: &[Dated<i32>] =
    &[Dated { from: day(2006, 1, 1), value: 4, source: "§ 6 Abs. 1 AAG" }];

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmployerRefund {
    /// The law's share.
    pub share: Percent,
    /// The share of what was paid, half up.
    pub amount: Cents,
    /// The last day on which it can be asked for.
    pub until: NaiveDate,
}

/// The refund of what was `paid` for days of sickness that ended on `last`.
/// The claim arises when it is paid (§ 2 Abs. 2 AAG); the year of the last day
/// is never later than that. `None` before the law's first row.
#[must_use]
pub fn refund_in_sickness(paid: Cents, last: NaiveDate) -> Option<EmployerRefund> {
    refund(in_force(U1_SHARE, last)?.value, paid, last)
}

/// The refund of what was `paid` around a birth for days that ended on `last`:
/// the pay of a ban of work and the allowance, in full. `None` before the
/// law's first row.
#[must_use]
pub fn refund_of_maternity(paid: Cents, last: NaiveDate) -> Option<EmployerRefund> {
    refund(in_force(U2_SHARE, last)?.value, paid, last)
}

fn refund(share: Percent, paid: Cents, last: NaiveDate) -> Option<EmployerRefund> {
    let years = in_force(LIMITATION_YEARS, last)?.value;
    Some(EmployerRefund {
        share,
        amount: (Exact::from(paid) * share.exact()).round(),
        until: NaiveDate::from_ymd_opt(last.year() + years, 12, 31)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sickness_gives_80_percent_back_and_birth_all_until_the_end_of_the_fourth_year() {
        for (paid, last, amount, until) in [
            (100_000, "2026-11-05", 80_000, "2030-12-31"),
            (12_345, "2026-12-31", 9_876, "2030-12-31"),
            (1, "2027-01-01", 1, "2031-12-31"),
            (0, "2026-01-01", 0, "2030-12-31"),
        ] {
            let last: NaiveDate = last.parse().expect("a day");
            let got = refund_in_sickness(Cents::new(paid), last).expect("in force");
            assert_eq!(got.amount, Cents::new(amount), "{paid}");
            assert_eq!(got.until.to_string(), until, "{paid}");
        }
        let last = NaiveDate::from_ymd_opt(2027, 1, 25).expect("a day");
        let all = refund_of_maternity(Cents::new(112_201), last).expect("in force");
        assert_eq!((all.amount, all.share), (Cents::new(112_201), Percent::new(100)));
        assert_eq!(all.until.to_string(), "2031-12-31");
        let before = NaiveDate::from_ymd_opt(2005, 12, 31).expect("a day");
        assert_eq!(refund_in_sickness(Cents::new(1), before), None);
    }
}
