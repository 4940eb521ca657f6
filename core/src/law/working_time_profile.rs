//! Which working-time law applies (Arbeitszeitprofil): statute, collective agreement, § 18 ArbZG.
//!
//! A flag of each employment. Deviations need a collective
//! agreement (§ 7 ArbZG); § 18 Abs. 1 Nr. 3 is narrow (BVerwG 8.5.2019,
//! 8 C 3.18: assistants who alternate and have a home of their own are not
//! exempt), so that it asks for a reason.

use super::dated::{Dated, Rule, day, in_force};
use crate::time::Minutes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// § 18 Abs. 1 Nr. 3 ArbZG: the law does not apply in a domestic community.
pub const EXEMPTION: Rule = Rule {
    key: "section_18_exemption",
    paragraph: "§ 18 Abs. 1 Nr. 3 ArbZG",
    version: "2026-01",
    verified: true,
};

/// The profile of one employment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkingTimeProfile {
    /// The statute.
    #[default]
    Standard,
    /// What a collective agreement sets in its place (§ 7 ArbZG).
    CollectiveAgreement(Agreement),
    /// Not applicable, for this reason (§ 18 Abs. 1 Nr. 3 ArbZG).
    Section18Exempt {
        /// Why; shown with the finding, kept with the contract.
        reason: String,
    },
}

/// The limits of a collective agreement; what it leaves alone is the statute's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// What it is called.
    pub name: String,
    /// Most working time in 24 hours (§ 7 Abs. 1 Nr. 1 ArbZG).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_daily: Option<Minutes>,
    /// Least rest (§ 7 Abs. 1 Nr. 3, Abs. 2 Nr. 3 ArbZG).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_rest: Option<Minutes>,
    /// Most minutes per working day on average (§ 7 Abs. 8: 48 hours a week
    /// over twelve months at most).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_average: Option<Minutes>,
}

/// The limits that hold for one employment on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Working time per working day that needs no balancing (§ 3 Satz 1).
    pub daily: Minutes,
    /// The most per working day (§ 3 Satz 2, or the agreement).
    pub max_daily: Minutes,
    /// The most per working day on average.
    pub max_average: Minutes,
    /// The least rest (§ 5 Abs. 1, or the agreement).
    pub min_rest: Minutes,
    /// After more work than this the rest is `rest_after_long_day` at once
    /// (§ 7 Abs. 9).
    pub long_day: Minutes,
    /// The least rest after a long day, whatever the agreement says.
    pub rest_after_long_day: Minutes,
}

/// §§ 3 and 5 ArbZG. A reform towards a weekly limit was announced, and not
/// enacted in any source found by November 2026.
pub const STATUTE: &[Dated<Limits>] = &[Dated {
    from: day(1994, 7, 1),
    value: Limits {
        daily: Minutes::hours(8),
        max_daily: Minutes::hours(10),
        max_average: Minutes::hours(8),
        min_rest: Minutes::hours(11),
        long_day: Minutes::hours(12),
        rest_after_long_day: Minutes::hours(11),
    },
    source: "ArbZG §§ 3, 5, 7 Abs. 9 (BGBl. 1994 I S. 1170; text of 2022)",
}];

impl WorkingTimeProfile {
    /// The limits on `day`; `None` where the law does not apply.
    #[must_use]
    pub fn limits(&self, day: NaiveDate) -> Option<Limits> {
        let statute = in_force(STATUTE, day)?.value;
        match self {
            Self::Standard => Some(statute),
            Self::CollectiveAgreement(agreement) => Some(Limits {
                max_daily: agreement.max_daily.unwrap_or(statute.max_daily),
                max_average: agreement.max_average.unwrap_or(statute.max_average),
                min_rest: agreement.min_rest.unwrap_or(statute.min_rest),
                ..statute
            }),
            Self::Section18Exempt { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_changes_only_what_it_names() {
        let on = day(2026, 3, 29);
        let standard = WorkingTimeProfile::Standard.limits(on).expect("the statute");
        assert_eq!(standard.max_daily, Minutes::hours(10));
        assert_eq!(standard.min_rest, Minutes::hours(11));
        let agreement = WorkingTimeProfile::CollectiveAgreement(Agreement {
            name: "TV".into(),
            max_daily: Some(Minutes::hours(24)),
            ..Agreement::default()
        });
        let limits = agreement.limits(on).expect("the agreement");
        assert_eq!(limits, Limits { max_daily: Minutes::hours(24), ..standard });
        let exempt = WorkingTimeProfile::Section18Exempt { reason: "one household".into() };
        assert_eq!(exempt.limits(on), None);
        assert_eq!(WorkingTimeProfile::Standard.limits(day(1994, 6, 30)), None);
    }
}
