//! Limits of an hours account (Arbeitszeitkonto): half of the agreed hours, twelve months.
//!
//! § 2 Abs. 2 MiLoG: hours beyond the contract may be credited up to 50 percent
//! of the agreed working time of the month, and are to be balanced within twelve
//! calendar months after they were recorded; the oldest first. It does not bind
//! where a steady pay (verstetigtes Entgelt) covers the minimum wage of all
//! hours; then the account is not checked.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::notice_threshold::{Threshold, threshold};
use crate::money::Percent;
use crate::time::{Minutes, Month};
use serde::{Deserialize, Serialize};

/// § 2 Abs. 2 MiLoG.
pub const ACCOUNT: Rule = Rule {
    key: "hours_account_limit",
    paragraph: "§ 2 Abs. 2 MiLoG",
    version: "2026-01",
    verified: true,
};

/// The figures of § 2 Abs. 2 MiLoG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountFigures {
    /// Most credit of a month, of the agreed working time.
    pub share: Percent,
    /// Calendar months within which a credit is balanced.
    pub months: usize,
}

/// § 2 Abs. 2 MiLoG, oldest first.
pub const FIGURES: &[Dated<AccountFigures>] = &[Dated {
    from: day(2015, 1, 1),
    value: AccountFigures { share: Percent::new(50), months: 12 },
    source: "MiLoG § 2 Abs. 2 (BGBl. 2014 I S. 1348; text of 2022)",
}];

/// A month of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountMonth {
    /// Which month.
    pub month: Month,
    /// Working time the contract asks for in it.
    pub agreed: Minutes,
    /// Hours beyond, put on the account.
    pub credited: Minutes,
    /// Hours taken off the account: paid out or free time.
    pub balanced: Minutes,
}

/// The most that may be credited in a month with so much agreed working time,
/// cut to the full minute.
#[must_use]
pub fn most_credit(agreed: Minutes, month: Month) -> Option<Minutes> {
    let share = in_force(FIGURES, month.first_day())?.value.share;
    Some(Minutes::new(agreed.get() * i64::from(share.get()) / 10_000))
}

/// What is still open of each month's credit after all that was balanced, the
/// oldest first. More balanced than was credited is lent to later months.
#[must_use]
pub fn open_credits(months: &[AccountMonth]) -> Vec<(Month, Minutes)> {
    let mut sorted: Vec<_> = months.iter().collect();
    sorted.sort_by_key(|one| one.month);
    let mut balanced: i64 = sorted.iter().map(|one| one.balanced.get()).sum();
    let mut open = Vec::new();
    for one in sorted {
        let covered = one.credited.get().min(balanced).max(0);
        balanced -= covered;
        if one.credited.get() > covered {
            open.push((one.month, Minutes::new(one.credited.get() - covered)));
        }
    }
    open
}

/// Checks the account as it stands at the end of `month`: that month's credit,
/// and the age of what is still open. Later months are left out.
#[must_use]
pub fn check_account(months: &[AccountMonth], month: Month) -> Vec<Finding> {
    let Some(figures) = in_force(FIGURES, month.first_day()).map(|row| row.value) else {
        return Vec::new();
    };
    let so_far: Vec<_> = months.iter().filter(|one| one.month <= month).copied().collect();
    let mut findings = Vec::new();
    let mut find = |key, severity, lawful| {
        findings.push(Finding { key, severity, rule: ACCOUNT, intervals: Vec::new(), lawful });
    };
    for one in so_far.iter().filter(|one| one.month == month) {
        let limit = most_credit(one.agreed, month).unwrap_or_default();
        let lawful = Lawful::Account { month, credited: one.credited, limit };
        match threshold(one.credited.get(), limit.get()) {
            Threshold::Below => {}
            Threshold::At80 => find(FindingKey::AccountAt80, Severity::Info, lawful),
            Threshold::At95 => find(FindingKey::AccountAt95, Severity::Info, lawful),
            Threshold::Over => find(FindingKey::AccountOver, Severity::Warning, lawful),
        }
    }
    for (credited_in, open) in open_credits(&so_far) {
        let last_month = later(credited_in, figures.months);
        let lawful = Lawful::AccountAge { month: credited_in, open, last_month };
        if month >= last_month {
            find(FindingKey::AccountOverdue, Severity::Serious, lawful);
        } else if month.next() >= last_month {
            find(FindingKey::AccountDue, Severity::Warning, lawful);
        }
    }
    findings
}

/// So many months later.
fn later(month: Month, months: usize) -> Month {
    std::iter::successors(Some(month), |one| Some(one.next())).nth(months).unwrap_or(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    fn account(rows: &[(&str, i64, i64)]) -> Vec<AccountMonth> {
        rows.iter()
            .map(|(text, credited, balanced)| AccountMonth {
                month: month(text),
                agreed: Minutes::hours(40),
                credited: Minutes::hours(*credited),
                balanced: Minutes::hours(*balanced),
            })
            .collect()
    }

    #[test]
    fn half_of_the_agreed_hours_may_be_credited_in_a_month() {
        // X22: 40 h agreed, 21 h credited. 80 % of 20 h are 16, 95 % are 19.
        let cases = [
            (15, None),
            (16, Some(FindingKey::AccountAt80)),
            (19, Some(FindingKey::AccountAt95)),
            (20, Some(FindingKey::AccountAt95)),
            (21, Some(FindingKey::AccountOver)),
        ];
        for (hours, expected) in cases {
            let found = check_account(&account(&[("2026-11", hours, 0)]), month("2026-11"));
            assert_eq!(found.first().map(|finding| finding.key), expected, "{hours} h");
        }
    }

    #[test]
    fn a_credit_is_balanced_within_twelve_months_the_oldest_first() {
        // (what, rows, month, [(key, credited in, hours open)])
        type Expected = (FindingKey, &'static str, i64);
        type Case =
            (&'static str, &'static [(&'static str, i64, i64)], &'static str, &'static [Expected]);
        let cases: [Case; 6] = [
            ("ten months on", &[("2025-12", 5, 0)], "2026-10", &[]),
            (
                "eleven months on",
                &[("2025-12", 5, 0)],
                "2026-11",
                &[(FindingKey::AccountDue, "2025-12", 5)],
            ),
            (
                "twelve months on, the year's end",
                &[("2025-12", 5, 0)],
                "2026-12",
                &[(FindingKey::AccountOverdue, "2025-12", 5)],
            ),
            (
                "the oldest first",
                &[("2025-11", 5, 0), ("2025-12", 5, 0), ("2026-06", 0, 7)],
                "2026-12",
                &[(FindingKey::AccountOverdue, "2025-12", 3)],
            ),
            ("all balanced", &[("2025-11", 5, 0), ("2026-06", 0, 5)], "2026-12", &[]),
            (
                "what is balanced later does not help yet",
                &[("2025-11", 5, 0), ("2026-12", 0, 5)],
                "2026-11",
                &[(FindingKey::AccountOverdue, "2025-11", 5)],
            ),
        ];
        for (what, rows, of, expected) in cases {
            let got: Vec<_> = check_account(&account(rows), month(of))
                .iter()
                .map(|finding| match finding.lawful {
                    Lawful::AccountAge { month, open, .. } => {
                        (finding.key, month.to_string(), open)
                    }
                    other => unreachable!("{other:?}"),
                })
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(key, of, hours)| (*key, (*of).to_owned(), Minutes::hours(*hours)))
                .collect();
            assert_eq!(got, expected, "{what}");
        }
    }
}
