//! What a contract version must not be, before it is kept (Plausibilität).

use super::surcharge::{Surcharge, SurchargeBase, SurchargePay, Window};
use super::version::ContributionProfile;
use super::version::{BasePay, ContractVersion, KindPay, Rate};
use crate::time::Minutes;
use thiserror::Error;

/// Why a contract version is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ContractRefusal {
    /// No version at all.
    #[error("a contract has at least one version")]
    Empty,
    /// Versions not in order, or two of the same day.
    #[error("versions are in order of their first day, one per day: {id}")]
    Order {
        /// The version out of order.
        id: String,
    },
    /// Two versions with the same id.
    #[error("two versions have the same id: {id}")]
    SameId {
        /// That id.
        id: String,
    },
    /// A wage, salary or extra below zero.
    #[error("an amount is negative: {field}")]
    Negative {
        /// Which field.
        field: &'static str,
    },
    /// An amount above 100,000 € or a percentage above 1000 %: a slip of the
    /// keyboard, and a bound for exact arithmetic.
    #[error("an amount or a percentage is too large: {field}")]
    TooLarge {
        /// Which field.
        field: &'static str,
    },
    /// Weekly minutes below zero or above 168 hours.
    #[error("weekly minutes are between 0 and 10080")]
    WeeklyMinutes,
    /// A salary or an extra cannot become an hourly wage without weekly minutes.
    #[error("a salary or a regular extra needs weekly minutes")]
    NoWeeklyMinutes,
    /// On-call is no work and cannot be paid "as work".
    #[error("on-call is paid by its own rate, a share of the wage, or not at all")]
    OnCallAsWork,
    /// A personnel number outside 1 to 99999.
    #[error("a personnel number is between 1 and 99999")]
    PersonnelNumber,
    /// The last day lies before the first.
    #[error("the employment ends before the version begins")]
    EndsBeforeItBegins,
    /// A Minijob with general contributions or the other way round.
    #[error("employment and contribution profile do not fit together")]
    Contributions,
    /// A surcharge's word is empty, has other letters, or occurs twice.
    #[error("a surcharge has a word of its own, of a–z, 0–9 and _: {word}")]
    SurchargeWord {
        /// The word.
        word: String,
    },
    /// A minute would earn the same statutory surcharge twice.
    #[error("two rows pay the same statutory hours for the same kind: {word}")]
    SurchargeTwice {
        /// The second row.
        word: String,
    },
    /// A row that no kind of work earns.
    #[error("no kind of work earns this surcharge: {word}")]
    NobodyEarns {
        /// The row.
        word: String,
    },
    /// A flat amount needs hours of night or a clock window.
    #[error("a flat amount per night needs a window: {word}")]
    FlatWithoutWindow {
        /// The row.
        word: String,
    },
    /// The table has more rows than the engine takes.
    #[error("a table of surcharges has at most 32 rows")]
    TooManySurcharges,
    /// Vacation terms below zero or a basis of zero.
    #[error("vacation terms are positive numbers of days")]
    Vacation,
}

impl ContractRefusal {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "contract_empty",
            Self::Order { .. } => "contract_order",
            Self::SameId { .. } => "contract_same_id",
            Self::Negative { .. } => "contract_negative",
            Self::TooLarge { .. } => "contract_too_large",
            Self::WeeklyMinutes => "contract_weekly_minutes",
            Self::NoWeeklyMinutes => "contract_no_weekly_minutes",
            Self::OnCallAsWork => "contract_on_call_as_work",
            Self::PersonnelNumber => "contract_personnel_number",
            Self::EndsBeforeItBegins => "contract_ends_before_it_begins",
            Self::Contributions => "contract_contributions",
            Self::SurchargeWord { .. } => "contract_surcharge_word",
            Self::SurchargeTwice { .. } => "contract_surcharge_twice",
            Self::NobodyEarns { .. } => "contract_nobody_earns",
            Self::FlatWithoutWindow { .. } => "contract_flat_without_window",
            Self::TooManySurcharges => "contract_too_many_surcharges",
            Self::Vacation => "contract_vacation",
        }
    }
}

/// The highest number of rows in a table of surcharges.
pub const MOST_SURCHARGES: usize = 32;

/// Checks a whole contract.
///
/// # Errors
///
/// The first [`ContractRefusal`] found, in order of versions.
pub fn check(versions: &[ContractVersion]) -> Result<(), ContractRefusal> {
    if versions.is_empty() {
        return Err(ContractRefusal::Empty);
    }
    for pair in versions.windows(2) {
        if pair[0].valid_from >= pair[1].valid_from {
            return Err(ContractRefusal::Order { id: pair[1].id.clone() });
        }
    }
    for (place, version) in versions.iter().enumerate() {
        if versions[..place].iter().any(|earlier| earlier.id == version.id) {
            return Err(ContractRefusal::SameId { id: version.id.clone() });
        }
        check_version(version)?;
    }
    Ok(())
}

/// Checks one version by itself.
///
/// # Errors
///
/// The first [`ContractRefusal`] found.
pub fn check_version(version: &ContractVersion) -> Result<(), ContractRefusal> {
    check_amounts(version)?;
    if !(0..=Minutes::hours(168).get()).contains(&version.weekly.get()) {
        return Err(ContractRefusal::WeeklyMinutes);
    }
    let needs_hours = version.has_salary() || !version.grundlohn_extras.is_empty();
    if needs_hours && version.weekly == Minutes::ZERO {
        return Err(ContractRefusal::NoWeeklyMinutes);
    }
    if version.on_call == KindPay::AsWork {
        return Err(ContractRefusal::OnCallAsWork);
    }
    if version.personnel_number.is_some_and(|number| !(1..=99_999).contains(&number)) {
        return Err(ContractRefusal::PersonnelNumber);
    }
    if version.ends.is_some_and(|last| last < version.valid_from) {
        return Err(ContractRefusal::EndsBeforeItBegins);
    }
    let marginal = version.employment.is_minijob();
    let general = version.contributions == ContributionProfile::SocialInsurance;
    if marginal == general {
        return Err(ContractRefusal::Contributions);
    }
    let vacation = version.absence.vacation;
    if vacation.days < 0 || vacation.duty_days < 0 || vacation.basis < 1 {
        return Err(ContractRefusal::Vacation);
    }
    check_surcharges(&version.surcharges)
}

/// The largest amount in cents, and the largest percentage in hundredths.
const LARGEST: (i64, u32) = (10_000_000, 100_000);

fn check_amounts(version: &ContractVersion) -> Result<(), ContractRefusal> {
    let cents = |rate: Rate| match rate {
        Rate::CentsPerHour(cents) => cents.get(),
        Rate::MinimumWage => 0,
    };
    let mut amounts: Vec<(&'static str, i64)> = vec![(
        "pay",
        match version.pay {
            BasePay::Hourly(rate) => cents(rate),
            BasePay::Monthly(salary) => salary.get(),
        },
    )];
    let mut percents: Vec<(&'static str, u32)> = Vec::new();
    for (field, pay) in [
        ("standby", version.standby),
        ("call_out", version.call_out),
        ("travel", version.travel),
        ("meeting", version.meeting),
        ("training", version.training),
        ("on_call", version.on_call),
    ] {
        match pay {
            KindPay::Hourly(rate) => amounts.push((field, cents(rate))),
            KindPay::PercentOfWage(percent) => percents.push((field, percent.get())),
            KindPay::AsWork | KindPay::Nothing => {}
        }
    }
    amounts
        .extend(version.grundlohn_extras.iter().map(|one| ("grundlohn_extras", one.monthly.get())));
    for row in &version.surcharges {
        match row.pays {
            SurchargePay::Percent { percent, base } => {
                percents.push(("surcharges", percent.get()));
                if let SurchargeBase::Fixed(rate) = base {
                    amounts.push(("surcharges", rate.get()));
                }
            }
            SurchargePay::PerHour(rate) => amounts.push(("surcharges", rate.get())),
            SurchargePay::Flat(amount) => amounts.push(("surcharges", amount.get())),
        }
    }
    if let Some((field, _)) = amounts.iter().find(|(_, cents)| *cents < 0) {
        return Err(ContractRefusal::Negative { field });
    }
    let large = amounts.iter().find(|(_, cents)| *cents > LARGEST.0).map(|(field, _)| field);
    let high = percents.iter().find(|(_, percent)| *percent > LARGEST.1).map(|(field, _)| field);
    match large.or(high) {
        Some(field) => Err(ContractRefusal::TooLarge { field }),
        None => Ok(()),
    }
}

fn check_surcharges(rows: &[Surcharge]) -> Result<(), ContractRefusal> {
    if rows.len() > MOST_SURCHARGES {
        return Err(ContractRefusal::TooManySurcharges);
    }
    for (place, row) in rows.iter().enumerate() {
        let word = || row.word.clone();
        let plain = !row.word.is_empty()
            && row.word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !plain || rows[..place].iter().any(|earlier| earlier.word == row.word) {
            return Err(ContractRefusal::SurchargeWord { word: word() });
        }
        if row.kinds.is_empty() {
            return Err(ContractRefusal::NobodyEarns { word: word() });
        }
        if matches!(row.pays, SurchargePay::Flat(_)) && row.window == Window::Always {
            return Err(ContractRefusal::FlatWithoutWindow { word: word() });
        }
        if let Window::Statutory(hours) = row.window {
            let twice = rows[..place].iter().any(|earlier| {
                earlier.window == Window::Statutory(hours)
                    && earlier.kinds.iter().any(|kind| row.kinds.contains(kind))
            });
            if twice {
                return Err(ContractRefusal::SurchargeTwice { word: word() });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::surcharge::StatutoryHours;
    use super::super::version::{GrundlohnExtra, tests::hourly};
    use super::*;
    use crate::law::employment::Employment;
    use crate::money::{Cents, CentsPerHour, Percent};

    #[test]
    fn a_plain_contract_is_accepted() {
        assert_eq!(
            check(&[hourly("a", "2026-01-01", 1600), hourly("b", "2026-02-01", 1700)]),
            Ok(())
        );
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_a_word() {
        type Change = fn(&mut ContractVersion);
        let cases: [(&str, Change); 15] = [
            ("contract_too_large", |v| v.pay = BasePay::Monthly(Cents::new(10_000_001))),
            ("contract_too_large", |v| v.standby = KindPay::PercentOfWage(Percent::new(1_001))),
            ("contract_negative", |v| {
                v.pay = BasePay::Hourly(Rate::CentsPerHour(CentsPerHour::new(-1)));
            }),
            ("contract_weekly_minutes", |v| v.weekly = Minutes::hours(169)),
            ("contract_no_weekly_minutes", |v| {
                v.weekly = Minutes::ZERO;
                v.pay = BasePay::Monthly(Cents::new(1));
            }),
            ("contract_no_weekly_minutes", |v| {
                v.weekly = Minutes::ZERO;
                v.grundlohn_extras =
                    vec![GrundlohnExtra { word: "VL".into(), monthly: Cents::new(4000) }];
            }),
            ("contract_on_call_as_work", |v| v.on_call = KindPay::AsWork),
            ("contract_personnel_number", |v| v.personnel_number = Some(100_000)),
            ("contract_ends_before_it_begins", |v| v.ends = v.valid_from.pred_opt()),
            ("contract_contributions", |v| v.employment = Employment::Minijob),
            ("contract_surcharge_word", |v| v.surcharges[1].word = "night_25".into()),
            ("contract_surcharge_word", |v| v.surcharges[0].word = "Nacht;".into()),
            ("contract_nobody_earns", |v| v.surcharges[0].kinds.clear()),
            ("contract_surcharge_twice", |v| {
                let mut again = Surcharge::statutory(StatutoryHours::Night25, Percent::new(10));
                again.word = "again".into();
                v.surcharges.push(again);
            }),
            ("contract_flat_without_window", |v| {
                v.surcharges[0].window = Window::Always;
                v.surcharges[0].pays = SurchargePay::Flat(Cents::new(500));
            }),
        ];
        for (code, change) in cases {
            let mut version = hourly("a", "2026-01-01", 1600);
            change(&mut version);
            let refusal = check_version(&version).expect_err(code);
            assert_eq!(refusal.code(), code);
        }
        assert_eq!(check(&[]), Err(ContractRefusal::Empty));
        let same_day = [hourly("a", "2026-01-01", 1600), hourly("b", "2026-01-01", 1700)];
        assert_eq!(check(&same_day).expect_err("order").code(), "contract_order");
        let same_id = [hourly("a", "2026-01-01", 1600), hourly("a", "2026-02-01", 1700)];
        assert_eq!(check(&same_id).expect_err("same id").code(), "contract_same_id");
    }
}
