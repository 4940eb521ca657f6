//! Compensation for night work (Ausgleich für Nachtarbeit): free days or a surcharge.
//!
//! § 6 Abs. 5 ArbZG owes a night worker paid free days or an appropriate
//! surcharge for the hours from 23:00 to 06:00. The courts take 25 percent as
//! a guide and 30 percent for permanent night work (BAG 10 AZR 423/14); for
//! standby less is appropriate. This is a debt of labour law; what of it is
//! free of tax is the other rule, in `night_surcharge.rs`.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::night_work_hours::Night;
use crate::money::{CentsPerHour, Exact, Percent};
use crate::time::{Interval, Minutes};
use serde::{Deserialize, Serialize};

/// § 6 Abs. 5 ArbZG.
pub const COMPENSATION: Rule = Rule {
    key: "night_compensation",
    paragraph: "§ 6 Abs. 5 ArbZG",
    version: "2026-01",
    verified: true,
};

/// What the courts take as a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    /// Night work now and then, or in rotation.
    pub normal: Percent,
    /// Permanent night work (Dauernachtarbeit).
    pub permanent: Percent,
}

/// The guide of the courts, oldest first.
pub const GUIDE: &[Dated<Guide>] = &[Dated {
    from: day(2015, 12, 9),
    value: Guide { normal: Percent::new(25), permanent: Percent::new(30) },
    source: "BAG 9.12.2015 - 10 AZR 423/14",
}];

/// What the contract gives for night work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NightCompensation {
    /// Not known here; the finding reminds of the debt.
    #[default]
    Unknown,
    /// Nothing.
    Nothing,
    /// Paid free days.
    FreeDays,
    /// A surcharge on the hours of the night.
    Surcharge(Percent),
}

/// The guide's surcharge for so much night work at this wage, exact.
#[must_use]
pub fn guide_surcharge(night: Minutes, wage: CentsPerHour, guide: Percent) -> Exact {
    (wage.exact() * guide.exact()).for_minutes(night)
}

/// Whether a night worker's nights are compensated; one finding for all.
/// `night_work` are nights with more than two hours; `permanent` is permanent
/// night work.
#[must_use]
pub fn check_compensation(
    night_work: &[Night],
    given: NightCompensation,
    permanent: bool,
) -> Option<Finding> {
    let guide = in_force(GUIDE, night_work.first()?.evening)?.value;
    let guide = if permanent { guide.permanent } else { guide.normal };
    let (key, severity) = match given {
        NightCompensation::FreeDays => return None,
        NightCompensation::Surcharge(percent) if percent >= guide => return None,
        NightCompensation::Surcharge(Percent::ZERO) | NightCompensation::Nothing => {
            (FindingKey::NightCompensationMissing, Severity::Warning)
        }
        NightCompensation::Surcharge(_) => (FindingKey::NightCompensationLow, Severity::Info),
        NightCompensation::Unknown => (FindingKey::NightCompensationDue, Severity::Info),
    };
    let intervals: Vec<Interval> =
        night_work.iter().flat_map(|night| night.work.iter().copied()).collect();
    let night = night_work.iter().map(|night| night.worked).sum();
    let lawful = Lawful::NightPay { night, guide };
    Some(Finding { key, severity, rule: COMPENSATION, intervals, lawful })
}

#[cfg(test)]
mod tests {
    use super::super::night_work_hours::nights_of_night_work;
    use super::super::several_employers::tests_support::span;
    use super::*;
    use crate::money::Cents;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn the_guide_is_a_quarter_of_the_wage_for_each_hour_of_the_night() {
        // X15, published by timo24.de: 22–6, 20.00 an hour, 7 h × 5.00.
        let wage = CentsPerHour::new(2000);
        let cases = [
            ("2026-11-02 22:00", "2026-11-03 06:00", 25, 3500),
            ("2026-03-28 22:00", "2026-03-29 06:00", 25, 3000),
            ("2026-10-24 22:00", "2026-10-25 06:00", 25, 4000),
            ("2026-12-31 22:00", "2027-01-01 06:00", 30, 4200),
        ];
        for (from, to, percent, expected) in cases {
            let night = nights_of_night_work(&[span(from, to)], Berlin)[0].worked;
            let got = guide_surcharge(night, wage, Percent::new(percent)).round();
            assert_eq!(got, Cents::new(expected), "{from}");
        }
    }

    #[test]
    fn neither_surcharge_nor_free_days_is_a_warning() {
        let nights = nights_of_night_work(&[span("2026-11-02 22:00", "2026-11-03 06:00")], Berlin);
        let cases = [
            (NightCompensation::Nothing, false, Some(FindingKey::NightCompensationMissing)),
            (NightCompensation::FreeDays, true, None),
            (NightCompensation::Surcharge(Percent::new(25)), false, None),
            (
                NightCompensation::Surcharge(Percent::new(25)),
                true,
                Some(FindingKey::NightCompensationLow),
            ),
            (
                NightCompensation::Surcharge(Percent::ZERO),
                false,
                Some(FindingKey::NightCompensationMissing),
            ),
            (NightCompensation::Unknown, false, Some(FindingKey::NightCompensationDue)),
        ];
        for (given, permanent, expected) in cases {
            let got = check_compensation(&nights, given, permanent).map(|finding| finding.key);
            assert_eq!(got, expected, "{given:?}");
        }
        assert_eq!(check_compensation(&[], NightCompensation::Nothing, false), None);
    }
}
