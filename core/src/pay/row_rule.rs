//! Why a row of the contract's table pays for a stretch (Rechtsgrundlage der Zeile).

use super::base::{contract_rule, row_wage_kind};
use super::line::RuleRef;
use super::surcharge::statutory_hours;
use crate::contract::surcharge::{StatutoryHours, Window};
use crate::contract::version::ContractVersion;
use crate::law::dated::Rule;
use crate::law::surcharge_class::ClassifiedSpan;
use std::borrow::Cow;

/// The first row of a table that has the same wage kind: they share a line.
pub(crate) fn first_of_kind(version: &ContractVersion, row: usize) -> usize {
    match version.surcharges[row].window {
        Window::Clock { .. } | Window::Always => row,
        Window::Statutory(_) => {
            let wanted = row_wage_kind(&version.surcharges[row]);
            version
                .surcharges
                .iter()
                .position(|other| row_wage_kind(other) == wanted)
                .unwrap_or(row)
        }
    }
}

/// Why a row pays for a stretch: for hours of § 3b the law's rules that make it
/// such hours; for the contract's own windows the contract, and the law's rules
/// that leave it free.
pub(crate) fn row_rules(
    version: &ContractVersion,
    row: usize,
    law: Option<&ClassifiedSpan>,
) -> Vec<RuleRef> {
    let row = &version.surcharges[row];
    let mut rules = Vec::with_capacity(2);
    let [night, _] = law.map_or([None, None], |found| statutory_hours(found.class));
    match row.window {
        Window::Statutory(StatutoryHours::Night25 | StatutoryHours::Night40) => {
            rules.extend(law.and_then(|found| found.night_rule).map(RuleRef::from));
        }
        Window::Statutory(_) => {
            if let Some(found) = law {
                rules.extend(
                    found.rules().into_iter().skip(usize::from(night.is_some())).map(RuleRef::from),
                );
            }
        }
        Window::Clock { .. } | Window::Always => {
            rules.push(contract_rule("contract_surcharge", version));
            if row.purpose.can_be_free()
                && let Some(found) = law
            {
                rules.extend(found.rules().into_iter().map(RuleRef::from));
            }
        }
    }
    rules
}

impl From<&'static Rule> for RuleRef {
    fn from(rule: &'static Rule) -> Self {
        Self {
            key: Cow::Borrowed(rule.key),
            paragraph: Cow::Borrowed(rule.paragraph),
            version: Cow::Borrowed(rule.version),
            verified: rule.verified,
        }
    }
}
