//! What of a surcharge is free of tax and contributions (Steuer- und Beitragsfreiheit).
//!
//! Per minute and exact. With GL the Grundlohn, p the percent of the class and
//! *paid* all surcharges of the minute for Sunday, holiday and night together:
//!
//! - `tax_free = min(paid, p · min(GL, 50))`, § 3b Abs. 1 and 2 EStG
//! - `sv_free = min(tax_free, paid · min(1, 25/GL), p · min(GL, 25))`, § 1
//!   Abs. 1 Satz 1 Nr. 1 SvEV
//! - `accident_liable = paid`, § 1 Abs. 2 SvEV
//!
//! The comparison is by sum, not by name. Surcharges for overtime or anything
//! else never enter *paid*; they are liable ([`Split::liable`]).

use super::dated::{Dated, Rule, day, in_force};
use crate::money::{CentsPerHour, Exact, Percent};
use crate::time::Minutes;
use crate::work::Kind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Add;

/// The Grundlohn counts up to 50 € per hour.
pub const TAX_CAP: Rule = Rule {
    key: "tax_cap_of_surcharges",
    paragraph: "§ 3b Abs. 2 Satz 1 EStG",
    version: "2026-01",
    verified: true,
};

/// Contribution-free as far as the wage is at most 25 € per hour.
pub const CONTRIBUTION_CAP: Rule = Rule {
    key: "contribution_cap_of_surcharges",
    paragraph: "§ 1 Abs. 1 Satz 1 Nr. 1 SvEV",
    version: "2026-01",
    verified: true,
};

/// In accident insurance every surcharge counts as wage.
pub const ACCIDENT_INSURANCE: Rule = Rule {
    key: "surcharges_in_accident_insurance",
    paragraph: "§ 1 Abs. 2 SvEV",
    version: "2026-01",
    verified: true,
};

/// Surcharges for hours that were not worked are liable.
pub const NOT_WORKED: Rule = Rule {
    key: "surcharges_on_hours_not_worked",
    paragraph: "§ 3b Abs. 1 EStG",
    version: "2026-01",
    verified: true,
};

/// Surcharges on standby pay are measured by the regular Grundlohn.
pub const STANDBY_BY_REGULAR_WAGE: Rule = Rule {
    key: "standby_ceiling_by_regular_wage",
    paragraph: "BFH, 11.4.2024 – VI R 1/22",
    version: "2026-01",
    verified: true,
};

/// Highest Grundlohn that counts for tax, per hour, oldest first. Add a row;
/// never change one. The first day is from memory.
pub const TAX_CAPS: &[Dated<CentsPerHour>] = &[Dated {
    from: day(2004, 1, 1),
    value: CentsPerHour::new(50_00),
    source: "§ 3b Abs. 2 Satz 1 EStG",
}];

/// Highest wage for which surcharges are free of contributions, per hour,
/// oldest first. Add a row; never change one. The first day is from memory.
pub const CONTRIBUTION_CAPS: &[Dated<CentsPerHour>] = &[Dated {
    from: day(2006, 7, 1),
    value: CentsPerHour::new(25_00),
    source: "§ 1 Abs. 1 Satz 1 Nr. 1 SvEV (before 2007 ArEV)",
}];

/// Switch: which wage is compared with 25 € for contributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SvBase {
    /// The Grundlohn.
    #[default]
    Grundlohn,
    /// The wage on which the contract computes the surcharge. Doubtful.
    SurchargeBase,
}

/// Switch: which wage measures the ceiling of surcharges for standby.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandbyCeiling {
    /// The regular Grundlohn (BFH VI R 1/22).
    #[default]
    Regular,
    /// The pay for standby, where one is agreed.
    StandbyPay,
}

/// The choices of the employer or the payroll office about the split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct SplitSwitches {
    /// Which wage is compared with 25 €.
    pub sv_base: SvBase,
    /// Which wage measures standby.
    pub standby_ceiling: StandbyCeiling,
}

/// The wages by which a minute's surcharge is measured, in cents per hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wages {
    /// The regular wage with its extras per hour (Grundlohn, § 3b Abs. 2 EStG).
    pub grundlohn: Exact,
    /// The wage on which the contract computes its surcharges.
    pub surcharge_base: Exact,
    /// The pay for an hour of standby, if it differs from the regular wage.
    pub standby_pay: Option<Exact>,
}

impl Wages {
    /// Everything measured by one wage.
    #[must_use]
    pub const fn all(wage: Exact) -> Self {
        Self { grundlohn: wage, surcharge_base: wage, standby_pay: None }
    }
}

/// A surcharge and what of it is free, exact; per hour or for some minutes.
/// The liable parts are differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    /// What is paid.
    pub paid: Exact,
    /// Free of wage tax.
    pub tax_free: Exact,
    /// Free of social contributions.
    pub sv_free: Exact,
}

impl Split {
    /// A surcharge of which nothing is free: for hours not worked (sickness,
    /// vacation, holiday), for on-call by default, for flat amounts that were
    /// not settled against single records (R 3b LStR, from memory).
    #[must_use]
    pub const fn liable(paid: Exact) -> Self {
        Self { paid, tax_free: Exact::ZERO, sv_free: Exact::ZERO }
    }

    /// Liable to wage tax.
    #[must_use]
    pub fn tax_liable(self) -> Exact {
        self.paid - self.tax_free
    }

    /// Liable to social contributions.
    #[must_use]
    pub fn sv_liable(self) -> Exact {
        self.paid - self.sv_free
    }

    /// Liable in accident insurance: always all of it ([`ACCIDENT_INSURANCE`]).
    #[must_use]
    pub const fn accident_liable(self) -> Exact {
        self.paid
    }

    /// An hourly split, for so many minutes.
    #[must_use]
    pub fn for_minutes(self, minutes: Minutes) -> Self {
        Self {
            paid: self.paid.for_minutes(minutes),
            tax_free: self.tax_free.for_minutes(minutes),
            sv_free: self.sv_free.for_minutes(minutes),
        }
    }
}

impl Add for Split {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            paid: self.paid + other.paid,
            tax_free: self.tax_free + other.tax_free,
            sv_free: self.sv_free + other.sv_free,
        }
    }
}

/// Splits what is paid for an hour of one kind and class on the local `day`.
///
/// `class` is the class's night and day percent together
/// ([`Class::total`](super::surcharge_class::Class::total)); `paid` all Sunday,
/// holiday and night surcharges of that hour, in cents per hour. Before the
/// first row of a cap nothing is known to be free.
#[must_use]
pub fn split_surcharge(
    kind: Kind,
    class: Percent,
    paid: Exact,
    wages: &Wages,
    day: NaiveDate,
    switches: SplitSwitches,
) -> Split {
    let Some(tax_cap) = in_force(TAX_CAPS, day) else { return Split::liable(paid) };
    let grundlohn = match switches.standby_ceiling {
        StandbyCeiling::StandbyPay if kind == Kind::Standby => {
            wages.standby_pay.unwrap_or(wages.grundlohn)
        }
        StandbyCeiling::Regular | StandbyCeiling::StandbyPay => wages.grundlohn,
    };
    let class = class.exact();
    let tax_free = paid.min(class * grundlohn.min(tax_cap.value.exact()));
    let sv_free = match in_force(CONTRIBUTION_CAPS, day) {
        None => Exact::ZERO,
        Some(row) => {
            let cap = row.value.exact();
            let base = match switches.sv_base {
                SvBase::Grundlohn => grundlohn,
                SvBase::SurchargeBase => wages.surcharge_base,
            };
            let share = if base <= cap {
                paid
            } else {
                paid * cap.checked_div(base).expect("a wage above the cap is not zero")
            };
            tax_free.min(share).min(class * base.min(cap))
        }
    };
    Split { paid, tax_free, sv_free }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Cents;

    const DAY: NaiveDate = day(2026, 11, 8);

    fn rounded(split: Split) -> [i64; 5] {
        [split.paid, split.tax_free, split.sv_free, split.sv_liable(), split.accident_liable()]
            .map(|exact| Cents::get(exact.round()))
    }
    fn euros(cents: i64) -> Exact {
        Exact::from_int(cents)
    }
    fn hours(
        kind: Kind,
        class: u32,
        paid_percent: u32,
        wages: &Wages,
        minutes: i64,
        switches: SplitSwitches,
    ) -> [i64; 5] {
        let paid = wages.surcharge_base * Percent::new(paid_percent).exact();
        let split = split_surcharge(kind, Percent::new(class), paid, wages, DAY, switches);
        rounded(split.for_minutes(Minutes::new(minutes)))
    }

    #[test]
    fn published_splits_are_reproduced() {
        // (id, wage, class, paid percent, minutes, [paid, tax-free, SV-free, SV-liable, accident])
        let cases = [
            ("T02 bahn-bkk Beispiel 1", 2200, 150, 150, 480, [26400, 26400, 26400, 0, 26400]),
            ("T03 bahn-bkk Beispiel 2", 2800, 150, 125, 360, [21000, 21000, 18750, 2250, 21000]),
            ("T04 clockodo", 2250, 50, 50, 960, [18000, 18000, 18000, 0, 18000]),
        ];
        for (id, wage, class, percent, minutes, expected) in cases {
            let wages = Wages::all(euros(wage));
            let got = hours(Kind::Work, class, percent, &wages, minutes, SplitSwitches::default());
            assert_eq!(got, expected, "{id}");
        }
    }

    #[test]
    fn a_sunday_night_at_20_28_and_60_euros() {
        // T05 and T06, computed from the statute: 2 h 75 %, 4 h 90 %, 2 h 25 %.
        let cases = [
            (2000, [11200, 11200, 11200, 0, 11200]),
            (2800, [15680, 15680, 14000, 1680, 15680]),
            (6000, [33600, 28000, 14000, 19600, 33600]),
        ];
        for (wage, expected) in cases {
            let wages = Wages::all(euros(wage));
            let sum = [(75, 120), (90, 240), (25, 120)]
                .map(|(percent, minutes)| {
                    let percent = Percent::new(percent);
                    let paid = wages.grundlohn * percent.exact();
                    split_surcharge(
                        Kind::Work,
                        percent,
                        paid,
                        &wages,
                        DAY,
                        SplitSwitches::default(),
                    )
                    .for_minutes(Minutes::new(minutes))
                })
                .into_iter()
                .fold(Split::default(), Add::add);
            assert_eq!(rounded(sum), expected, "{wage}");
        }
    }

    #[test]
    fn what_is_paid_above_the_class_is_liable() {
        // 100 % paid where the class is 25 %: 5.00 of 20.00 is free.
        let wages = Wages::all(euros(2000));
        let got = hours(Kind::Work, 25, 100, &wages, 60, SplitSwitches::default());
        assert_eq!(got, [2000, 500, 500, 1500, 2000]);
        // No class, nothing free.
        let got = hours(Kind::Work, 0, 50, &wages, 60, SplitSwitches::default());
        assert_eq!(got, [1000, 0, 0, 1000, 1000]);
        assert_eq!(rounded(Split::liable(euros(1000))), [1000, 0, 0, 1000, 1000]);
    }

    #[test]
    fn standby_is_measured_by_the_regular_wage_unless_switched() {
        // BFH VI R 1/22: standby at 25 % of the wage, 15 % surcharge on the
        // regular wage of 20.00: 3.00, the ceiling is 25 % of 20.00 = 5.00.
        let wages = Wages {
            grundlohn: euros(2000),
            surcharge_base: euros(2000),
            standby_pay: Some(euros(500)),
        };
        let by = |kind, standby_ceiling| {
            let switches = SplitSwitches { standby_ceiling, ..SplitSwitches::default() };
            hours(kind, 25, 15, &wages, 60, switches)
        };
        assert_eq!(by(Kind::Standby, StandbyCeiling::Regular), [300, 300, 300, 0, 300]);
        // By standby pay the ceiling is 1.25.
        assert_eq!(by(Kind::Standby, StandbyCeiling::StandbyPay), [300, 125, 125, 175, 300]);
        assert_eq!(by(Kind::Work, StandbyCeiling::StandbyPay), [300, 300, 300, 0, 300]);
    }

    #[test]
    fn the_wage_compared_with_25_euros_is_a_switch() {
        // Grundlohn 30.00, surcharges agreed on 24.00: 25 % = 6.00.
        let wages =
            Wages { grundlohn: euros(3000), surcharge_base: euros(2400), standby_pay: None };
        let by = |sv_base| {
            let switches = SplitSwitches { sv_base, ..SplitSwitches::default() };
            hours(Kind::Work, 25, 25, &wages, 60, switches)
        };
        assert_eq!(by(SvBase::Grundlohn), [600, 600, 500, 100, 600]);
        assert_eq!(by(SvBase::SurchargeBase), [600, 600, 600, 0, 600]);
    }

    #[test]
    fn before_the_first_row_nothing_is_known_to_be_free() {
        let wages = Wages::all(euros(2000));
        let on = |date| {
            let paid = euros(500);
            let switches = SplitSwitches::default();
            rounded(split_surcharge(Kind::Work, Percent::new(25), paid, &wages, date, switches))
        };
        assert_eq!(on(day(2003, 12, 31)), [500, 0, 0, 500, 500]);
        assert_eq!(on(day(2005, 1, 1)), [500, 500, 0, 500, 500]);
        assert_eq!(on(day(2006, 7, 1)), [500, 500, 500, 0, 500]);
    }
}
