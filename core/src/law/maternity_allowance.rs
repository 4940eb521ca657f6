//! What the employer adds to the maternity allowance (Zuschuss zum Mutterschaftsgeld).
//!
//! § 20 MuSchG: on each calendar day of the weeks around a birth, the day of
//! birth included, the difference between 13 euros and the average net pay of a
//! calendar day in the last three settled months before the weeks began. Net
//! pay is known to the payroll office alone, so it is an argument here. With
//! several employers each pays its share (§ 20 Abs. 2); that is not computed.

use super::dated::{Dated, Rule, day, in_force};
use crate::money::Cents;
use chrono::NaiveDate;

/// § 20 MuSchG.
pub const ALLOWANCE: Rule = Rule {
    key: "maternity_allowance",
    paragraph: "§ 20 Abs. 1 MuSchG",
    version: "2026-01",
    verified: true,
};

/// § 3 Nr. 1 Buchst. d EStG, § 1 Abs. 1 Nr. 6 SvEV: it is free of tax and of
/// contributions.
pub const FREE: Rule = Rule {
    key: "maternity_allowance_free",
    paragraph: "§ 3 Nr. 1 Buchst. d EStG, § 1 Abs. 1 Nr. 6 SvEV",
    version: "2026-01",
    verified: false,
};

/// What the health insurance pays a day, in cents.
pub const BY_INSURANCE: &[Dated<Cents>] = &[Dated {
    from: day(2018, 1, 1),
    value: Cents::new(1_300),
    source: "§ 20 Abs. 1 Satz 2 MuSchG",
}];

/// What the employer adds on a calendar day; nothing where the net pay is not
/// above what the insurance pays. `None` before the law's first row.
#[must_use]
pub fn allowance_a_day(net: Cents, on: NaiveDate) -> Option<Cents> {
    let paid = in_force(BY_INSURANCE, on)?.value;
    Some((net - paid).max(Cents::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_employer_pays_what_the_net_pay_of_a_day_is_above_13_euros() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day");
        for (net, expected) in [(5_040, 3_740), (1_301, 1), (1_300, 0), (900, 0), (0, 0)] {
            assert_eq!(allowance_a_day(Cents::new(net), on), Some(Cents::new(expected)), "{net}");
        }
        assert_eq!(allowance_a_day(Cents::new(5_000), day(2017, 12, 31)), None);
    }
}
