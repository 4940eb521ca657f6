//! The regular wage that measures surcharges (Grundlohn, § 3b Abs. 2 EStG).
//!
//! The hourly wage and the regular monthly extras divided by the hours of a
//! month: weekly hours × 4.35 (R 3b Abs. 2 LStR, from memory; switch
//! `weeks_per_month`). Surcharges, overtime and standby pay never enter it.

use crate::contract::version::ContractVersion;
use crate::law::dated::Rule;
use crate::money::Exact;
use chrono::NaiveDate;

/// Grundlohn by the guideline.
pub const GRUNDLOHN: Rule = Rule {
    key: "grundlohn",
    paragraph: "§ 3b Abs. 2 Satz 1 EStG, R 3b Abs. 2 LStR",
    version: "2026-01",
    verified: false,
};

/// The Grundlohn on the local `day` in cents per hour, exact. `None` where the
/// version gives no hourly wage (a salary or extras without weekly hours).
#[must_use]
pub fn grundlohn(version: &ContractVersion, day: NaiveDate) -> Option<Exact> {
    let wage = version.wage(day)?;
    if version.grundlohn_extras.is_empty() {
        return Some(wage);
    }
    let extras: Exact =
        version.grundlohn_extras.iter().map(|extra| Exact::from(extra.monthly)).sum();
    Some(wage + extras.checked_div(version.hours_of_month())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::version::{GrundlohnExtra, tests::hourly};
    use crate::money::Cents;

    #[test]
    fn the_example_of_the_guideline_gives_9_82_an_hour() {
        // X16, R 3b Abs. 2 LStR (from memory): 38 h/week, 8.50 an hour; 41.33 +
        // 60 + 40 + 50 + 27.10 a month; 1,623.48 / 165.3 = 9.82.
        let mut contract = hourly("a", "2026-01-01", 850);
        for (word, monthly) in [
            ("Zulage", 4133),
            ("Fahrt", 6000),
            ("VL", 4000),
            ("Direktversicherung", 5000),
            ("Zusatz", 2710),
        ] {
            contract
                .grundlohn_extras
                .push(GrundlohnExtra { word: word.into(), monthly: Cents::new(monthly) });
        }
        let day = "2026-05-01".parse().expect("a date");
        assert_eq!(grundlohn(&contract, day).expect("known").round(), Cents::new(982));
        contract.grundlohn_extras.clear();
        assert_eq!(grundlohn(&contract, day), Some(Exact::from_int(850)));
    }
}
