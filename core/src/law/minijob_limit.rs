//! Limit of marginal employment (Geringfügigkeitsgrenze, Minijob-Grenze): twelve times the month, as forecast.
//!
//! § 8 Abs. 1 Nr. 1, Abs. 1a, 1b SGB IV; `docs/definitions.md` § 0a.11. The monthly limit
//! is the minimum wage × 130 ÷ 3, rounded up to the full euro. What decides is
//! the year's forecast against the sum of its monthly limits: a month above its
//! limit is a note. Above the year's limit a month needs the reason
//! *unforeseeable*: at most two such months within the twelve that end with
//! it, each at most twice the limit. Surcharges free of tax and contributions
//! do not count (§ 1 Abs. 1 Nr. 1 SvEV); other Minijobs are added by the caller.

use super::dated::Rule;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::minimum_wage::minimum_wage;
use super::notice_threshold::{Threshold, threshold};
use crate::money::Cents;
use crate::time::Month;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// § 8 Abs. 1, 1a SGB IV. Doubtful: the number of the subsection is from memory.
pub const LIMIT: Rule = Rule {
    key: "minijob_limit",
    paragraph: "§ 8 Abs. 1 Nr. 1, Abs. 1a SGB IV",
    version: "2026-01",
    verified: false,
};

/// § 8 Abs. 1b SGB IV. Doubtful: the number of the subsection is from memory.
pub const UNFORESEEABLE: Rule = Rule {
    key: "minijob_unforeseeable",
    paragraph: "§ 8 Abs. 1b SGB IV",
    version: "2026-01",
    verified: false,
};

/// Most unforeseeable months within twelve (steuergo.de; § 8 Abs. 1b SGB IV).
pub const MOST_MONTHS: i64 = 2;

/// The monthly limit on `day`, in full euros: `⌈minimum wage × 130 ÷ 3⌉`;
/// `None` before the minimum wage's first row.
#[must_use]
pub fn minijob_limit(day: NaiveDate) -> Option<Cents> {
    let wage = minimum_wage(day)?.get();
    // Cents × 130 ÷ 3 ÷ 100, rounded up, in euros.
    let euros = (wage * 130 + 299) / 300;
    Some(Cents::new(euros * 100))
}

/// The year over which an employer forecasts: twelve months from any month on.
#[must_use]
pub fn annual_limit(from: Month) -> Option<Cents> {
    let months = std::iter::successors(Some(from), |month| Some(month.next())).take(12);
    months.map(|month| minijob_limit(month.first_day())).sum()
}

/// A month's pay as far as it counts, worked or forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinijobMonth {
    /// Which month.
    pub month: Month,
    /// Pay that counts, of all Minijobs together.
    pub pay: Cents,
    /// Whether its overrun was occasional and unforeseeable (with a reason in
    /// the record).
    pub unforeseeable: bool,
}

impl MinijobMonth {
    fn limit(&self) -> Option<Cents> {
        minijob_limit(self.month.first_day())
    }

    fn is_over(&self) -> bool {
        self.limit().is_some_and(|limit| self.pay > limit)
    }

    fn is_excused(&self) -> bool {
        self.unforeseeable && self.is_over()
    }

    /// What it adds to the forecast: an unforeseeable month its limit.
    fn forecast(&self) -> Cents {
        match self.limit() {
            Some(limit) if self.is_excused() => limit,
            Some(_) | None => self.pay,
        }
    }
}

/// Checks one month and the year around it. `months` holds the twelve of the
/// year that begins with `year_from` (missing ones count nothing) and, for the
/// rolling twelve, earlier ones; one entry per month.
#[must_use]
pub fn check_minijob(months: &[MinijobMonth], year_from: Month, month: Month) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(limit) = minijob_limit(month.first_day()) else { return findings };
    let mut find = |key, severity, rule, lawful| {
        findings.push(Finding { key, severity, rule, intervals: Vec::new(), lawful });
    };
    let of_year = |one: &&MinijobMonth| is_within_twelve(year_from, one.month);
    let forecast: Cents = months.iter().filter(of_year).map(MinijobMonth::forecast).sum();
    if let Some(this) = months.iter().find(|one| one.month == month) {
        if this.is_over() {
            let lawful = Lawful::Money { month, amount: this.pay, limit };
            find(FindingKey::MinijobMonthOver, Severity::Info, LIMIT, lawful);
        }
        if this.is_excused() {
            let double = limit + limit;
            if this.pay > double {
                let lawful = Lawful::Money { month, amount: this.pay, limit: double };
                find(FindingKey::MinijobDoubleOver, Severity::Serious, UNFORESEEABLE, lawful);
            }
            let excused = months
                .iter()
                .filter(|one| one.is_excused() && is_within_twelve(one.month, month))
                .map(|_| 1)
                .sum();
            if excused > MOST_MONTHS {
                let lawful = Lawful::Months { month, months: excused, most: MOST_MONTHS };
                find(FindingKey::MinijobThirdMonth, Severity::Serious, UNFORESEEABLE, lawful);
            }
        }
    }
    if let Some(limit) = annual_limit(year_from) {
        let lawful = Lawful::Money { month, amount: forecast, limit };
        match threshold(forecast.get(), limit.get()) {
            Threshold::Below => {}
            Threshold::At80 => find(FindingKey::MinijobYearAt80, Severity::Info, LIMIT, lawful),
            Threshold::At95 => find(FindingKey::MinijobYearAt95, Severity::Info, LIMIT, lawful),
            Threshold::Over => find(FindingKey::MinijobYearOver, Severity::Serious, LIMIT, lawful),
        }
    }
    findings
}

/// Whether `month` is `first` or one of the eleven after it.
fn is_within_twelve(first: Month, month: Month) -> bool {
    std::iter::successors(Some(first), |one| Some(one.next())).take(12).any(|one| one == month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::dated::day;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn the_limit_follows_the_minimum_wage() {
        // T20; vectors/other.json
        let cases = [
            (day(2023, 12, 31), None),
            (day(2024, 12, 31), Some(538)),
            (day(2025, 1, 1), Some(556)),
            (day(2026, 12, 31), Some(603)),
            (day(2027, 1, 1), Some(633)),
        ];
        for (on, euros) in cases {
            assert_eq!(minijob_limit(on), euros.map(|euros| Cents::new(euros * 100)), "{on}");
        }
        assert_eq!(annual_limit(month("2026-01")), Some(Cents::new(723_600)));
        // A year over New Year has months of both rates.
        assert_eq!(annual_limit(month("2026-07")), Some(Cents::new(6 * 60_300 + 6 * 63_300)));
    }

    /// Twelve months of 2026 with this pay in euros; a `true` is unforeseeable.
    fn year(pays: [(i64, bool); 12]) -> Vec<MinijobMonth> {
        (1..=12)
            .zip(pays)
            .map(|(number, (euros, unforeseeable))| MinijobMonth {
                month: Month::new(2026, number).expect("a month"),
                pay: Cents::new(euros * 100),
                unforeseeable,
            })
            .collect()
    }

    #[test]
    fn what_decides_is_the_year_and_at_most_two_unforeseeable_months() {
        use FindingKey::{
            MinijobDoubleOver as Double, MinijobMonthOver as Over, MinijobThirdMonth as Third,
            MinijobYearAt80 as At80, MinijobYearAt95 as At95, MinijobYearOver as YearOver,
        };
        let plain = (603, false);
        let twice = (1206, true);
        let with = |changes: &[(usize, (i64, bool))], rest: (i64, bool)| {
            let mut pays = [rest; 12];
            for (number, pay) in changes {
                pays[number - 1] = *pay;
            }
            year(pays)
        };
        // (what, months, month, keys)
        let cases: [(&str, Vec<MinijobMonth>, &str, &[FindingKey]); 9] = [
            ("400 a month", with(&[], (400, false)), "2026-05", &[]),
            ("483 a month are 80.1 %", with(&[], (483, false)), "2026-05", &[At80]),
            ("603 a month are 100 %", with(&[], plain), "2026-05", &[At95]),
            (
                "above the month, below the year",
                with(&[(5, (700, false))], (400, false)),
                "2026-05",
                &[Over],
            ),
            ("above the year", with(&[(5, (700, false))], plain), "2026-05", &[Over, YearOver]),
            (
                "X21: two unforeseeable months",
                with(&[(3, twice), (5, twice)], plain),
                "2026-05",
                &[Over, At95],
            ),
            (
                "X21: a third one",
                with(&[(3, twice), (5, twice), (12, twice)], plain),
                "2026-12",
                &[Over, Third, At95],
            ),
            (
                "more than twice",
                with(&[(5, (1207, true))], plain),
                "2026-05",
                &[Over, Double, At95],
            ),
            ("seen from a month before", with(&[(5, (1207, true))], plain), "2026-04", &[At95]),
        ];
        for (what, months, of, expected) in cases {
            let found = check_minijob(&months, month("2026-01"), month(of));
            let keys: Vec<_> = found.iter().map(|finding| finding.key).collect();
            assert_eq!(keys, expected, "{what}");
        }
    }

    #[test]
    fn the_twelve_months_roll_over_the_years_end() {
        let over = |text: &str| MinijobMonth {
            month: month(text),
            pay: Cents::new(100_000),
            unforeseeable: true,
        };
        let third = |months: &[MinijobMonth], of: &str| {
            check_minijob(months, month("2027-01"), month(of))
                .iter()
                .any(|finding| finding.key == FindingKey::MinijobThirdMonth)
        };
        let months = [over("2026-03"), over("2026-11"), over("2027-02"), over("2027-03")];
        assert!(third(&months[..3], "2027-02"), "March, November, February");
        assert!(third(&months, "2027-03"), "November, February, March");
        assert!(!third(&[months[0], months[1], months[3]], "2027-03"), "March a year ago is out");
    }
}
