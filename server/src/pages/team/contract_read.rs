//! A contract version as a form holds it, and back: every field by its name, as
//! it was typed. What the form does not show stays as it was in the version
//! that the new one follows.

use super::settled::COMMUNES;
use super::typed;
use crate::pages::components::Problems;
use crate::pages::visitor::{Fields, Visitor};
use assistenz_core::contract::refusal::ContractRefusal;
use assistenz_core::contract::surcharge::{StatutoryHours, Surcharge, SurchargePay, Window};
use assistenz_core::contract::version::{
    BasePay, ContractVersion, ContributionProfile, KindPay, Rate,
};
use assistenz_core::law::employment::Employment;
use assistenz_core::law::working_time_profile::WorkingTimeProfile;
use assistenz_core::money::{Cents, CentsPerHour, Percent};
use assistenz_core::place::{HolidayRegion, Workplace};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

/// Every single-valued field of the form.
pub(super) const FIELDS: [&str; 30] = [
    "valid_from",
    "employed_since",
    "ends",
    "employment",
    "contributions",
    "pay",
    "wage",
    "weekly",
    "standby",
    "standby_value",
    "on_call",
    "on_call_value",
    "call_out",
    "travel",
    "meeting",
    "training",
    "night_25",
    "night_40",
    "sunday_50",
    "holiday_125",
    "holiday_150",
    "vacation_days",
    "vacation_basis",
    "duty_days",
    "child_sick_days",
    "certificate_from_day",
    "land",
    "working_time",
    "exempt_reason",
    "personnel_number",
];

/// Kinds of work that are paid as work or not at all, unless an own rate stays.
pub(super) const OTHER_KINDS: [&str; 4] = ["call_out", "travel", "meeting", "training"];

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    one: BTreeMap<String, String>,
    /// Flags of the commune.
    pub communes: Vec<String>,
    /// Work on call.
    pub call_work: bool,
}

impl Typed {
    /// As it was sent.
    pub(super) fn sent(fields: &Fields) -> Self {
        let one = FIELDS.iter().chain(&["cost_centre"]).map(|name| {
            ((*name).to_owned(), fields.get(name).unwrap_or_default().trim().to_owned())
        });
        Self {
            one: one.collect(),
            communes: fields.all("communes").map(str::to_owned).collect(),
            call_work: fields.get("call_work").is_some(),
        }
    }

    /// A first contract where the team is.
    pub(super) fn first(region: Option<&HolidayRegion>) -> Self {
        let mut typed = Self::default();
        let words = [
            ("employment", "social_insurance"),
            ("contributions", "auto"),
            ("pay", "hourly"),
            ("standby", "as_work"),
            ("on_call", "nothing"),
            ("call_out", "as_work"),
            ("travel", "as_work"),
            ("meeting", "as_work"),
            ("training", "as_work"),
            ("vacation_basis", "312"),
            ("child_sick_days", "0"),
            ("working_time", "standard"),
        ];
        for (name, word) in words {
            typed.put(name, word.to_owned());
        }
        if let Some(region) = region {
            typed.put("land", region.land.letters().to_owned());
            typed.communes = communes(region);
        }
        typed
    }

    /// What a version says, without its day: a new one has its own.
    pub(super) fn of(version: &ContractVersion) -> Self {
        let mut typed = Self::default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        typed.put("employed_since", day(version.employed_since));
        typed.put("ends", day(version.ends));
        typed.put("employment", version.employment.word().to_owned());
        typed.put("contributions", contributions_word(version.contributions).to_owned());
        let (pay, wage) = match version.pay {
            BasePay::Hourly(Rate::CentsPerHour(rate)) => ("hourly", typed::written(rate.get())),
            BasePay::Hourly(Rate::MinimumWage) => ("minimum", String::new()),
            BasePay::Monthly(salary) => ("monthly", typed::written(salary.get())),
        };
        typed.put("pay", pay.to_owned());
        typed.put("wage", wage);
        typed.put("weekly", version.weekly.to_string());
        for (name, pay) in [("standby", version.standby), ("on_call", version.on_call)] {
            let (word, value) = kind_words(pay);
            typed.put(name, word.to_owned());
            typed.put(&format!("{name}_value"), value);
        }
        for name in OTHER_KINDS {
            let word = match kind_of(version, name) {
                KindPay::AsWork => "as_work",
                KindPay::Nothing => "nothing",
                KindPay::Hourly(_) | KindPay::PercentOfWage(_) => "keep",
            };
            typed.put(name, word.to_owned());
        }
        for hours in StatutoryHours::ALL {
            let row = version.surcharges.iter().find(|row| is_plain(row, hours));
            let percent = row.and_then(percent_of).map(typed::written_percent);
            typed.put(hours.word(), percent.unwrap_or_default());
        }
        typed.put("vacation_days", version.absence.vacation.days.to_string());
        typed.put("vacation_basis", version.absence.vacation.basis.to_string());
        typed.put("duty_days", version.absence.vacation.duty_days.to_string());
        typed.put("child_sick_days", version.absence.child_sick_days.to_string());
        let certificate = version.absence.certificate_from_day.map(|day| day.to_string());
        typed.put("certificate_from_day", certificate.unwrap_or_default());
        typed.put("land", version.workplace.region.land.letters().to_owned());
        typed.communes = communes(&version.workplace.region);
        let (profile, reason) = match &version.working_time {
            WorkingTimeProfile::Standard => ("standard", ""),
            WorkingTimeProfile::CollectiveAgreement(_) => ("keep", ""),
            WorkingTimeProfile::Section18Exempt { reason } => ("exempt", reason.as_str()),
        };
        typed.put("working_time", profile.to_owned());
        typed.put("exempt_reason", reason.to_owned());
        typed.call_work = version.call_work;
        let number = version.personnel_number.map(|number| number.to_string());
        typed.put("personnel_number", number.unwrap_or_default());
        typed.put("cost_centre", version.cost_centre.clone().unwrap_or_default());
        typed
    }

    fn put(&mut self, name: &str, text: String) {
        self.one.insert(name.to_owned(), text);
    }

    /// What stands in this field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.one.get(name).map_or("", String::as_str)
    }
}

fn communes(region: &HolidayRegion) -> Vec<String> {
    let told = serde_json::to_value(&region.communes).unwrap_or_default();
    let words = told.as_array().cloned().unwrap_or_default();
    words.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

/// The stable word of a contribution profile.
pub(super) const fn contributions_word(profile: ContributionProfile) -> &'static str {
    match profile {
        ContributionProfile::Haushaltsscheck => "haushaltsscheck",
        ContributionProfile::Gewerblich => "gewerblich",
        ContributionProfile::PrivateHousehold => "private_household",
        ContributionProfile::SocialInsurance => "social_insurance",
    }
}

/// As which a kind of pay is chosen, and with which value.
pub(super) fn kind_words(pay: KindPay) -> (&'static str, String) {
    match pay {
        KindPay::AsWork => ("as_work", String::new()),
        KindPay::Hourly(Rate::CentsPerHour(rate)) => ("hourly", typed::written(rate.get())),
        KindPay::Hourly(Rate::MinimumWage) => ("minimum", String::new()),
        KindPay::PercentOfWage(percent) => ("percent", typed::written_percent(percent)),
        KindPay::Nothing => ("nothing", String::new()),
    }
}

fn kind_of(version: &ContractVersion, name: &str) -> KindPay {
    match name {
        "call_out" => version.call_out,
        "travel" => version.travel,
        "meeting" => version.meeting,
        _ => version.training,
    }
}

/// A row that pays a percentage for exactly these hours of § 3b EStG.
pub(super) fn is_plain(row: &Surcharge, hours: StatutoryHours) -> bool {
    row.window == Window::Statutory(hours) && percent_of(row).is_some()
}

/// Its percentage.
pub(super) fn percent_of(row: &Surcharge) -> Option<Percent> {
    match row.pays {
        SurchargePay::Percent { percent, .. } => Some(percent),
        SurchargePay::PerHour(_) | SurchargePay::Flat(_) => None,
    }
}

/// Reads a form.
struct Reader<'a> {
    visitor: &'a Visitor,
    typed: &'a Typed,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn wrong(&mut self, field: &str, key: &str) {
        self.problems.add(field, self.visitor.say(&format!("page-team-problem-{key}"), &[]));
    }

    fn day(&mut self, field: &str) -> Option<NaiveDate> {
        let text = self.typed.get(field);
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.wrong(field, "date");
        }
        day
    }

    fn number(&mut self, field: &str, empty: Option<i64>) -> Option<i64> {
        let text = self.typed.get(field);
        if text.is_empty() && empty.is_some() {
            return empty;
        }
        let found = typed::digits(text);
        if found.is_none() {
            self.wrong(field, "number");
        }
        found
    }

    fn amount(&mut self, field: &str) -> Option<i64> {
        let found = typed::cents(self.typed.get(field));
        if found.is_none() {
            self.wrong(field, "amount");
        }
        found
    }

    fn kind(&mut self, field: &str) -> Option<KindPay> {
        let value = format!("{field}_value");
        Some(match self.typed.get(field) {
            "hourly" => {
                KindPay::Hourly(Rate::CentsPerHour(CentsPerHour::new(self.amount(&value)?)))
            }
            "minimum" => KindPay::Hourly(Rate::MinimumWage),
            "percent" => match typed::percent(self.typed.get(&value)) {
                Some(percent) => KindPay::PercentOfWage(percent),
                None => {
                    self.wrong(&value, "percent");
                    return None;
                }
            },
            "as_work" => KindPay::AsWork,
            _ => KindPay::Nothing,
        })
    }

    fn pay(&mut self) -> Option<BasePay> {
        match self.typed.get("pay") {
            "minimum" => Some(BasePay::Hourly(Rate::MinimumWage)),
            "monthly" => self.amount("wage").map(|cents| BasePay::Monthly(Cents::new(cents))),
            _ => self
                .amount("wage")
                .map(|cents| BasePay::Hourly(Rate::CentsPerHour(CentsPerHour::new(cents)))),
        }
    }

    fn surcharges(&mut self, before: &[Surcharge]) -> Vec<Surcharge> {
        let mut rows = Vec::new();
        for hours in StatutoryHours::ALL {
            let text = self.typed.get(hours.word());
            if text.is_empty() {
                continue;
            }
            let Some(percent) = typed::percent(text) else {
                self.wrong(hours.word(), "percent");
                continue;
            };
            let mut row = before
                .iter()
                .find(|row| is_plain(row, hours))
                .cloned()
                .unwrap_or_else(|| Surcharge::statutory(hours, percent));
            if let SurchargePay::Percent { percent: paid, .. } = &mut row.pays {
                *paid = percent;
            }
            rows.push(row);
        }
        let own = |row: &&Surcharge| !StatutoryHours::ALL.iter().any(|hours| is_plain(row, *hours));
        rows.extend(before.iter().filter(own).cloned());
        rows
    }

    fn working_time(&mut self, before: &WorkingTimeProfile) -> WorkingTimeProfile {
        match self.typed.get("working_time") {
            "exempt" => {
                let reason = self.typed.get("exempt_reason").to_owned();
                if reason.is_empty() {
                    self.wrong("exempt_reason", "exempt-reason");
                }
                WorkingTimeProfile::Section18Exempt { reason }
            }
            "keep" => before.clone(),
            _ => WorkingTimeProfile::Standard,
        }
    }
}

/// The version that was typed; `None` with at least one problem.
pub(super) fn read(
    visitor: &Visitor,
    typed: &Typed,
    before: Option<&ContractVersion>,
    problems: &mut Problems,
) -> Option<ContractVersion> {
    let mut form = Reader { visitor, typed, problems };
    let valid_from = form.day("valid_from");
    if valid_from.is_none() && typed.get("valid_from").is_empty() {
        form.wrong("valid_from", "date");
    }
    let employment: Option<Employment> = typed.get("employment").parse().ok();
    if employment.is_none() {
        form.wrong("employment", "choose");
    }
    let region = match typed.get("land").parse() {
        Ok(land) => {
            let chosen = COMMUNES.iter().filter(|word| typed.communes.iter().any(|c| c == *word));
            Some(HolidayRegion::new(land, chosen.filter_map(|word| word.parse().ok()).collect()))
        }
        Err(_) => {
            form.wrong("land", "land");
            None
        }
    };
    let pay = form.pay();
    let weekly = typed::hours(typed.get("weekly"));
    if weekly.is_none() {
        form.wrong("weekly", "hours");
    }
    let (employed_since, ends) = (form.day("employed_since"), form.day("ends"));
    let (standby, on_call) = (form.kind("standby"), form.kind("on_call"));
    let days = form.number("vacation_days", None);
    let basis = form.number("vacation_basis", None);
    let duty_days = form.number("duty_days", None);
    let child_sick_days = form.number("child_sick_days", Some(0));
    let certificate = match typed.get("certificate_from_day") {
        "" => None,
        _ => form.number("certificate_from_day", None),
    };
    let number = match typed.get("personnel_number") {
        "" => None,
        text => {
            let number = typed::digits(text).and_then(|number| u32::try_from(number).ok());
            if number.is_none() {
                form.wrong("personnel_number", "personnel-number");
            }
            number
        }
    };
    let bare = |valid_from, employment, region| {
        ContractVersion::hourly(
            "new".to_owned(),
            valid_from,
            CentsPerHour::new(0),
            employment,
            Workplace { zone: Berlin, region },
        )
    };
    let fresh = valid_from.zip(employment).zip(region.clone());
    let fresh = fresh.map(|((from, employment), region)| bare(from, employment, region));
    let profile = before.or(fresh.as_ref()).map(|version| version.working_time.clone());
    let working_time = form.working_time(&profile.unwrap_or_default());
    let surcharges = form.surcharges(before.map_or(&[], |version| &version.surcharges));
    if !form.problems.is_empty() {
        return None;
    }
    let (valid_from, employment, region) = (valid_from?, employment?, region?);
    let standard = bare(valid_from, employment, region.clone());
    let contributions = match typed.get("contributions") {
        "haushaltsscheck" => ContributionProfile::Haushaltsscheck,
        "gewerblich" => ContributionProfile::Gewerblich,
        "private_household" => ContributionProfile::PrivateHousehold,
        "social_insurance" => ContributionProfile::SocialInsurance,
        _ => standard.contributions,
    };
    let mut version = before.cloned().unwrap_or(standard);
    version.valid_from = valid_from;
    version.employed_since = employed_since;
    version.ends = ends;
    version.pay = pay?;
    version.weekly = weekly?;
    version.standby = standby?;
    version.on_call = on_call?;
    for name in OTHER_KINDS {
        let pay = match typed.get(name) {
            "keep" => continue,
            "nothing" => KindPay::Nothing,
            _ => KindPay::AsWork,
        };
        match name {
            "call_out" => version.call_out = pay,
            "travel" => version.travel = pay,
            "meeting" => version.meeting = pay,
            _ => version.training = pay,
        }
    }
    version.surcharges = surcharges;
    version.employment = employment;
    version.contributions = contributions;
    version.workplace.region = region;
    version.working_time = working_time;
    version.call_work = typed.call_work;
    version.absence.vacation.days = days?;
    version.absence.vacation.basis = basis?;
    version.absence.vacation.duty_days = duty_days?;
    version.absence.child_sick_days = child_sick_days?;
    version.absence.certificate_from_day = certificate;
    version.personnel_number = number;
    let cost_centre = typed.get("cost_centre");
    version.cost_centre = (!cost_centre.is_empty()).then(|| cost_centre.to_owned());
    Some(version)
}

/// The field that a refusal of the core is about; empty for the whole form.
pub(super) const fn field_of(refusal: &ContractRefusal) -> &'static str {
    match refusal {
        ContractRefusal::Empty | ContractRefusal::SameId { .. } => "",
        ContractRefusal::Order { .. } => "valid_from",
        ContractRefusal::Negative { .. } | ContractRefusal::TooLarge { .. } => "wage",
        ContractRefusal::WeeklyMinutes | ContractRefusal::NoWeeklyMinutes => "weekly",
        ContractRefusal::OnCallAsWork => "on_call",
        ContractRefusal::PersonnelNumber => "personnel_number",
        ContractRefusal::EndsBeforeItBegins => "ends",
        ContractRefusal::Contributions => "contributions",
        ContractRefusal::SurchargeWord { .. }
        | ContractRefusal::SurchargeTwice { .. }
        | ContractRefusal::NobodyEarns { .. }
        | ContractRefusal::FlatWithoutWindow { .. }
        | ContractRefusal::TooManySurcharges => "night_25",
        ContractRefusal::Vacation => "vacation_days",
    }
}
