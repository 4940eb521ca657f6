//! A version of a contract (Fassung des Arbeitsvertrags) and which one is in force.

use super::surcharge::Surcharge;
use crate::law::employment::Employment;
use crate::law::minimum_wage::minimum_wage;
use crate::law::surcharge_class;
use crate::law::surcharge_split::SplitSwitches;
pub use crate::law::working_time_profile::WorkingTimeProfile;
use crate::money::{Cents, CentsPerHour, Exact, Percent};
use crate::place::Workplace;
use crate::time::{Minutes, Month};
use crate::work::Kind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An agreed rate per hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rate {
    /// A fixed agreed amount.
    CentsPerHour(CentsPerHour),
    /// The statutory minimum wage of each day (§ 1 Abs. 2 MiLoG): it changes
    /// at local midnight without a new version.
    MinimumWage,
}

/// How base pay is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BasePay {
    /// By the hour (Stundenlohn).
    Hourly(Rate),
    /// A steady salary per month (verstetigtes Entgelt) with an hours account.
    Monthly(Cents),
}

/// How a kind of work other than full work is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindPay {
    /// As full work.
    #[default]
    AsWork,
    /// An own rate.
    Hourly(Rate),
    /// A share of the hourly wage.
    PercentOfWage(Percent),
    /// Not by the hour: nothing, or a lump sum entered by hand.
    Nothing,
}

/// A regular monthly extra that enters the Grundlohn (§ 0a.7; R 3b Abs. 2 LStR):
/// capital-forming benefits, direct insurance, fixed allowances.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GrundlohnExtra {
    /// What it is, in the words of the contract.
    pub word: String,
    /// Per month.
    pub monthly: Cents,
}

/// Which contributions the employer pays; per employment, never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContributionProfile {
    /// Minijob in a private household by Haushaltsscheck (§ 8a SGB IV).
    Haushaltsscheck,
    /// Minijob by the commercial rates (gewerblich).
    Gewerblich,
    /// Minijob by the commercial rates without the insolvency levy: the
    /// employer is a private household (§ 358 Abs. 1 Satz 2 SGB III).
    PrivateHousehold,
    /// General contributions.
    SocialInsurance,
}

/// Which month a minute is paid in (`docs/definitions.md` § 0a.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayMonth {
    /// The month of its local day.
    #[default]
    Calendar,
    /// The month in which its shift began; pay lines only, never legal checks.
    ShiftStart,
}

/// How weekly hours become hours of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeeksPerMonth {
    /// 4.35 weeks (R 3b Abs. 2 LStR, from memory).
    #[default]
    Lstr435,
    /// 13/3 weeks, a published variant (monthly × 3 / 13 / weekly hours).
    ThirteenThirds,
}

impl WeeksPerMonth {
    /// As an exact number of weeks.
    #[must_use]
    pub fn exact(self) -> Exact {
        let (weeks, of) = match self {
            Self::Lstr435 => (435, 100),
            Self::ThirteenThirds => (13, 3),
        };
        Exact::fraction(weeks, of).expect("100 and 3 are not zero")
    }
}

/// How a vacation year is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VacationTerms {
    /// Days of vacation for a full year, at `basis` days of work.
    pub days: i64,
    /// Days of work in a year to which `days` refers: 312 for a six-day week
    /// (§ 3 BUrlG), 260 or 261 for a five-day week.
    pub basis: i64,
    /// Days on which duty falls in a year by the rota; calendar days touched.
    pub duty_days: i64,
}

impl Default for VacationTerms {
    /// The legal minimum, 24 days at six days a week (§ 3 BUrlG), for 156 days
    /// of duty: three a week.
    fn default() -> Self {
        Self { days: 24, basis: 312, duty_days: 156 }
    }
}

/// What was agreed about absences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AbsenceTerms {
    /// Vacation.
    pub vacation: VacationTerms,
    /// Days a year on which the employer pays when a child is sick (§ 616 BGB);
    /// zero where the contract excludes it, which many do.
    pub child_sick_days: i64,
    /// A certificate is due from this calendar day of sickness on; `None` for
    /// the fourth (§ 5 Abs. 1 EFZG).
    pub certificate_from_day: Option<i64>,
    /// The assistant is severely disabled: five days more at a five-day week
    /// (§ 208 SGB IX). Only who needs it for vacation writes it down.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub severely_disabled: bool,
}

/// Choices that the law leaves open, each with its default first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PaySwitches {
    /// Which month a minute is paid in.
    pub pay_month: PayMonth,
    /// What the § 3b classes leave open (`night_taken_up`, on-call, Easter).
    pub classes: surcharge_class::Switches,
    /// What the split leaves open (`sv_base`, `standby_ceiling`).
    pub split: SplitSwitches,
    /// How weekly hours become hours of a month.
    pub weeks_per_month: WeeksPerMonth,
}

/// What holds from one day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractVersion {
    /// Its id in the record, or a name in a test file.
    pub id: String,
    /// The first local day on which it holds.
    pub valid_from: NaiveDate,
    /// The last day of the employment, if it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<NaiveDate>,
    /// The first day of the employment, if earlier than the first version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employed_since: Option<NaiveDate>,
    /// Base pay.
    pub pay: BasePay,
    /// Pay for standby on site.
    #[serde(default)]
    pub standby: KindPay,
    /// Pay for a call-out.
    #[serde(default)]
    pub call_out: KindPay,
    /// Pay for travel.
    #[serde(default)]
    pub travel: KindPay,
    /// Pay for team meetings.
    #[serde(default)]
    pub meeting: KindPay,
    /// Pay for training.
    #[serde(default)]
    pub training: KindPay,
    /// Pay for on-call; `as_work` means nothing here and is refused.
    #[serde(default = "nothing")]
    pub on_call: KindPay,
    /// The table of surcharges.
    #[serde(default)]
    pub surcharges: Vec<Surcharge>,
    /// Regular extras that enter the Grundlohn.
    #[serde(default)]
    pub grundlohn_extras: Vec<GrundlohnExtra>,
    /// Agreed working time in a week.
    pub weekly: Minutes,
    /// How the employment is insured.
    pub employment: Employment,
    /// Which contributions the employer pays.
    pub contributions: ContributionProfile,
    /// The number at the payroll office.
    #[serde(default)]
    pub personnel_number: Option<u32>,
    /// The cost centre where a shift names no funding.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// The usual place of work: zone and holiday region.
    pub workplace: Workplace,
    /// Which limits of the ArbZG hold.
    #[serde(default)]
    pub working_time: WorkingTimeProfile,
    /// Work on call (Arbeit auf Abruf, § 12 TzBfG).
    #[serde(default)]
    pub call_work: bool,
    /// Absences.
    #[serde(default)]
    pub absence: AbsenceTerms,
    /// Open choices.
    #[serde(default)]
    pub switches: PaySwitches,
}

const fn nothing() -> KindPay {
    KindPay::Nothing
}

/// The version in force on the local `day`; `None` before the first and after
/// the employment ended. `versions` are oldest first.
#[must_use]
pub fn in_force(versions: &[ContractVersion], day: NaiveDate) -> Option<&ContractVersion> {
    place_in_force(versions, day).map(|place| &versions[place])
}

/// Its place in the list.
#[must_use]
pub fn place_in_force(versions: &[ContractVersion], day: NaiveDate) -> Option<usize> {
    let place = versions.iter().rposition(|version| version.valid_from <= day)?;
    versions[place].ends.is_none_or(|last| day <= last).then_some(place)
}

/// Whether a version is in force on any day of the month.
#[must_use]
pub fn in_force_during(versions: &[ContractVersion], month: Month) -> bool {
    in_force(versions, month.first_day()).is_some()
        || versions.iter().any(|version| Month::of(version.valid_from) == month)
}

impl Rate {
    /// In cents per hour on the local `day`; `None` where no figure is known.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Option<Exact> {
        match self {
            Self::CentsPerHour(rate) => Some(rate.exact()),
            Self::MinimumWage => minimum_wage(day).map(CentsPerHour::exact),
        }
    }
}

impl ContractVersion {
    /// A plain contract by the hour: every kind is paid as work, on-call not
    /// at all, no surcharges, no weekly minutes, every choice at its default.
    #[must_use]
    pub fn hourly(
        id: String,
        valid_from: NaiveDate,
        wage: CentsPerHour,
        employment: Employment,
        workplace: Workplace,
    ) -> Self {
        Self {
            id,
            valid_from,
            ends: None,
            employed_since: None,
            pay: BasePay::Hourly(Rate::CentsPerHour(wage)),
            standby: KindPay::AsWork,
            call_out: KindPay::AsWork,
            travel: KindPay::AsWork,
            meeting: KindPay::AsWork,
            training: KindPay::AsWork,
            on_call: KindPay::Nothing,
            surcharges: Vec::new(),
            grundlohn_extras: Vec::new(),
            weekly: Minutes::ZERO,
            employment,
            contributions: match employment {
                Employment::Minijob => ContributionProfile::Gewerblich,
                Employment::MinijobHousehold => ContributionProfile::Haushaltsscheck,
                Employment::Midijob | Employment::SocialInsurance => {
                    ContributionProfile::SocialInsurance
                }
            },
            personnel_number: None,
            cost_centre: None,
            workplace,
            working_time: WorkingTimeProfile::Standard,
            call_work: false,
            absence: AbsenceTerms::default(),
            switches: PaySwitches::default(),
        }
    }

    /// Hours of a month that the weekly hours make, exact.
    #[must_use]
    pub fn hours_of_month(&self) -> Exact {
        Exact::from_int(1).for_minutes(self.weekly) * self.switches.weeks_per_month.exact()
    }

    /// The hourly wage on `day` in cents per hour, exact; a salary divided by
    /// the hours of a month. `None` for a salary without weekly hours.
    #[must_use]
    pub fn wage(&self, day: NaiveDate) -> Option<Exact> {
        match self.pay {
            BasePay::Hourly(rate) => rate.on(day),
            BasePay::Monthly(salary) => Exact::from(salary).checked_div(self.hours_of_month()),
        }
    }

    /// What an hour of this kind is paid on `day`, in cents per hour. Under a
    /// salary this is the value of the hour, not an extra payment.
    #[must_use]
    pub fn hourly_pay(&self, kind: Kind, day: NaiveDate) -> Option<Exact> {
        let agreed = match kind {
            Kind::Work | Kind::PaidBreak => KindPay::AsWork,
            Kind::Standby => self.standby,
            Kind::CallOut => self.call_out,
            Kind::Travel => self.travel,
            Kind::Meeting => self.meeting,
            Kind::Training => self.training,
            Kind::OnCall => self.on_call,
            Kind::UnpaidBreak => KindPay::Nothing,
        };
        match agreed {
            KindPay::AsWork => self.wage(day),
            KindPay::Hourly(rate) => rate.on(day),
            KindPay::PercentOfWage(percent) => Some(self.wage(day)? * percent.exact()),
            KindPay::Nothing => Some(Exact::ZERO),
        }
    }

    /// Whether a salary pays for the month, so that hours carry no money.
    #[must_use]
    pub const fn has_salary(&self) -> bool {
        matches!(self.pay, BasePay::Monthly(_))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::place::{HolidayRegion, Land};

    /// An hourly contract in Nordrhein-Westfalen that pays the § 3b percents.
    pub(crate) fn hourly(id: &str, from: &str, cents: i64) -> ContractVersion {
        ContractVersion {
            surcharges: Surcharge::section_3b(),
            weekly: Minutes::hours(38),
            personnel_number: Some(100),
            ..ContractVersion::hourly(
                id.into(),
                from.parse().expect("a date"),
                CentsPerHour::new(cents),
                Employment::SocialInsurance,
                Workplace {
                    zone: chrono_tz::Europe::Berlin,
                    region: HolidayRegion::new(Land::Nw, vec![]),
                },
            )
        }
    }

    #[test]
    fn the_newest_version_that_has_begun_is_in_force_until_the_employment_ends() {
        let mut versions = vec![hourly("a", "2026-01-01", 1600), hourly("b", "2026-03-15", 1700)];
        versions[1].ends = Some("2026-06-30".parse().expect("a date"));
        for (day, expected) in [
            ("2025-12-31", None),
            ("2026-01-01", Some("a")),
            ("2026-03-14", Some("a")),
            ("2026-03-15", Some("b")),
            ("2026-06-30", Some("b")),
            ("2026-07-01", None),
        ] {
            let found = in_force(&versions, day.parse().expect("a date"));
            assert_eq!(found.map(|version| version.id.as_str()), expected, "{day}");
        }
    }

    #[test]
    fn a_salary_becomes_an_hourly_wage_by_either_published_divisor() {
        // T04 (clockodo): 3,900 € a month, 40 h a week: 22.50 by × 3 / 13.
        let mut contract = hourly("a", "2026-01-01", 0);
        contract.pay = BasePay::Monthly(Cents::new(390_000));
        contract.weekly = Minutes::hours(40);
        let day = "2026-05-01".parse().expect("a date");
        contract.switches.weeks_per_month = WeeksPerMonth::ThirteenThirds;
        assert_eq!(contract.wage(day), Some(Exact::from_int(2250)));
        contract.switches.weeks_per_month = WeeksPerMonth::Lstr435;
        assert_eq!(contract.wage(day), Exact::fraction(390_000, 174));
    }

    #[test]
    fn a_version_survives_its_way_through_json() {
        let contract = hourly("a", "2026-01-01", 1750);
        let text = serde_json::to_string(&contract).expect("it can be written");
        let back: ContractVersion = serde_json::from_str(&text).expect("it can be read");
        assert_eq!(back, contract);
    }
}
