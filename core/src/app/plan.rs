//! The plan of a team for a month: who works when, and what the law says about
//! it before anybody has worked. Brings rota, contract, pay and law together;
//! decides nothing itself.

use super::acting::Acting;
use super::reckoning::{self, Known};
use super::refusal::AppError;
use crate::contract::version::{ContractVersion, in_force};
use crate::document::PersonId;
use crate::law::call_work::{Call, WeeklyHours};
use crate::law::employment::Employment;
use crate::law::finding::{Finding, FindingKey};
use crate::law::labour_check::{CallWork, Case, check};
use crate::law::maternity_working_time::Pregnancy;
use crate::law::planned_break::{needed_breaks, with_needed_breaks};
use crate::money::{Cents, Exact};
use crate::pay::{MonthInput, pay_month};
use crate::place::{self, HolidayRegion, Land, Workplace};
use crate::record::rota::{PlanState, PlannedShift};
use crate::time::{Interval, Minute, Minutes, Month, midnight};
use crate::view::plan::{AgreedHours, PersonPlan, PlannedHours, TeamPlan};
use crate::work::Shift;
use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::{Europe::Berlin, Tz};

/// What the reader of a plan may see of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanReader {
    /// Plans: sees absences and wishes too.
    pub plans: bool,
    /// May read the contracts: sees hours and pay by them.
    pub terms: bool,
}

impl Acting<'_> {
    /// The team's zone; Germany has one.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn team_zone(&mut self) -> Result<Tz, AppError> {
        let told = self.team_field("zone")?;
        Ok(told.and_then(|name| place::zone(&name).ok()).unwrap_or(Berlin))
    }

    /// Where the team's holidays come from; `None` until it says its Land.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn team_region(&mut self) -> Result<Option<HolidayRegion>, AppError> {
        let Some(land) = self.team_field("land")?.and_then(|land| land.parse::<Land>().ok()) else {
            return Ok(None);
        };
        let communes = self.team_field("communes")?.unwrap_or_default();
        let flags = communes.split([',', ' ']).filter_map(|flag| flag.parse().ok()).collect();
        Ok(Some(HolidayRegion::new(land, flags)))
    }

    /// What is planned for these people in a month, as far as the reader sees.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn plan_of(
        &mut self,
        people: &[PersonId],
        month: Month,
        sees: PlanReader,
    ) -> Result<TeamPlan, AppError> {
        let zone = self.team_zone()?;
        let mut region = self.team_region()?;
        let mut plans = Vec::with_capacity(people.len());
        for person in people {
            let versions = self.contract_of(*person)?;
            let current = in_force(&versions, month.last_day())
                .or_else(|| in_force(&versions, month.first_day()));
            region = region.or_else(|| current.map(|version| version.workplace.region.clone()));
            plans.push(self.person_plan(*person, month, (&versions, current), zone, sees)?);
        }
        let open = self.planned_of(None, month)?;
        Ok(TeamPlan { month, zone, region, people: plans, open })
    }

    fn person_plan(
        &mut self,
        person: PersonId,
        month: Month,
        (versions, current): (&[ContractVersion], Option<&ContractVersion>),
        zone: Tz,
        sees: PlanReader,
    ) -> Result<PersonPlan, AppError> {
        let mut name = None;
        for field in ["called", "name"] {
            if name.is_none() {
                name = self.person_field(person, field)?.filter(|text| !text.trim().is_empty());
            }
        }
        let before = self.rota_of(person, month.previous())?;
        let shifts = self.rota_of(person, month)?;
        let after = self.rota_of(person, month.next())?;
        let all: Vec<&PlannedShift> = before.iter().chain(&shifts).chain(&after).collect();
        let spans: Vec<Interval> = all
            .iter()
            .filter(|shift| shift.state != PlanState::Cancelled)
            .filter_map(|shift| shift.span)
            .collect();
        let now = Minute::floor_ms(self.now_ms());
        // Who may not read absences learns of no pregnancy from the plan.
        let pregnancies = match sees.plans {
            true => self.pregnancies_of(person, month)?,
            false => Vec::new(),
        };
        let (mut findings, agreed) = match current {
            Some(contract) => {
                let (findings, agreed) =
                    by_contract(month, contract, versions, &all, (now, pregnancies));
                (findings, sees.terms.then_some(agreed))
            }
            None => (law_without_contract(month, zone, &all, pregnancies), None),
        };
        findings.retain(|finding| is_about_a_plan(finding.key));
        if !sees.terms {
            findings.retain(|finding| !is_about_pay(finding.key));
        }
        let within = month.interval(zone);
        let hours = PlannedHours {
            on_duty: spans
                .iter()
                .filter_map(|span| span.overlap(within))
                .map(Interval::length)
                .sum(),
            breaks: spans
                .iter()
                .flat_map(|span| needed_breaks(*span, zone))
                .filter_map(|pause| pause.overlap(within))
                .map(Interval::length)
                .sum(),
            weeks: weeks(month, &spans, zone),
            agreed,
            has_contract: current.is_some(),
        };
        let (absences, wishes) = if sees.plans {
            let (first, last) = (month.first_day(), month.last_day());
            let absences = self.absences_between(person, first, last)?;
            (absences, self.availability_of(person, month)?)
        } else {
            (Vec::new(), Vec::new())
        };
        Ok(PersonPlan { person, name, shifts, absences, wishes, findings, hours })
    }
}

/// Planned shifts as they are checked and reckoned: with the breaks they need.
fn shifts_at(all: &[&PlannedShift], workplace: &Workplace) -> Vec<Shift> {
    let shifts = all.iter().filter(|shift| shift.state != PlanState::Cancelled);
    let shift = |planned: &&PlannedShift| {
        Some(with_needed_breaks(Shift {
            id: planned.id.to_string(),
            span: planned.span?,
            workplace: workplace.clone(),
            parts: Vec::new(),
            away: Vec::new(),
            funding: Vec::new(),
            reconstructed: false,
        }))
    };
    shifts.filter_map(shift).collect()
}

/// What law and contract say about a plan.
fn by_contract(
    month: Month,
    contract: &ContractVersion,
    versions: &[ContractVersion],
    all: &[&PlannedShift],
    (now, pregnancies): (Minute, Vec<Pregnancy>),
) -> (Vec<Finding>, AgreedHours) {
    let shifts = shifts_at(all, &contract.workplace);
    let pay = pay_month(&MonthInput::new("", month, versions, &shifts));
    let gross: Cents = pay.lines.iter().map(|line| line.columns.paid).sum();
    let monthly = contract.hours_of_month() * Exact::from_int(60);
    let agreed = AgreedHours {
        weekly: contract.weekly,
        // The exact minutes, rounded to full ones.
        monthly: Minutes::new(monthly.round().get()),
        gross: pay.findings.is_empty().then_some(gross),
    };
    let call_work = contract.call_work.then(|| CallWork {
        weekly: if contract.weekly > Minutes::ZERO {
            WeeklyHours::Fixed(contract.weekly)
        } else {
            WeeklyHours::NotAgreed
        },
        daily_agreed: false,
        calls: all.iter().filter_map(|planned| call(planned, now)).collect(),
    });
    let known = Known { call_work, pregnancies, ..Known::default() };
    (reckoning::law_of(month, contract, shifts, &pay, now, known), agreed)
}

/// A planned shift as a call to work (Abruf): a draft as if it were published now.
fn call(planned: &PlannedShift, now: Minute) -> Option<Call> {
    let called = match planned.state {
        PlanState::Published { at_ms } => Minute::floor_ms(at_ms),
        PlanState::Draft => now,
        PlanState::Cancelled => return None,
    };
    planned.span.map(|work| Call { called, work })
}

/// What the statute says where no contract names a place of work: nothing that
/// depends on holidays.
fn law_without_contract(
    month: Month,
    zone: Tz,
    all: &[&PlannedShift],
    pregnancies: Vec<Pregnancy>,
) -> Vec<Finding> {
    // The Land decides about holidays only, and what depends on them is left out.
    let workplace = Workplace { zone, region: HolidayRegion::new(Land::Nw, Vec::new()) };
    let asked = (month.first_day(), month.last_day());
    let shifts = shifts_at(all, &workplace);
    let mut case = Case::new(asked, workplace, Employment::SocialInsurance, shifts);
    case.pregnancies = pregnancies;
    case.known = (month.previous().first_day(), month.next().last_day());
    let mut findings = check(&case);
    findings.retain(|finding| !depends_on_holidays(finding.key));
    findings
}

/// Minutes on duty in each week that touches the month.
fn weeks(month: Month, spans: &[Interval], zone: Tz) -> Vec<(NaiveDate, Minutes)> {
    let first = month.first_day();
    let back = u64::from(first.weekday().num_days_from_monday());
    let Some(monday) = first.checked_sub_days(Days::new(back)) else { return Vec::new() };
    let mondays = monday.iter_weeks().take_while(|monday| *monday <= month.last_day());
    mondays
        .filter_map(|monday| {
            let end = midnight(monday.checked_add_days(Days::new(7))?, zone);
            let week = Interval::new(midnight(monday, zone), end)?;
            let spent = spans.iter().filter_map(|span| span.overlap(week)).map(Interval::length);
            Some((monday, spent.sum()))
        })
        .collect()
}

/// Whether a plan can be wrong in this way. What depends on records, on what
/// was paid, or on the contract alone is said elsewhere.
const fn is_about_a_plan(key: FindingKey) -> bool {
    use FindingKey as K;
    match key {
        K::OverlappingRecords
        | K::NotChecked
        | K::BreakTooShort
        | K::StretchTooLong
        | K::RestTooShort
        | K::DayOverEight
        | K::DayOverMaximum
        | K::AverageOverEight
        | K::AverageSoFarOverEight
        | K::NightWorkerAverage
        | K::SundayWork
        | K::FreeSundaysNotice
        | K::FreeSundaysTooFew
        | K::RestDayMissing
        | K::RestDayDue
        | K::MinijobMonthOver
        | K::MidijobOutOfRange
        | K::CallNoticeShort
        | K::CallTooShort
        | K::CallWeekOver
        | K::CallWeekUnder
        | K::MaternityBeforeBirth
        | K::MaternityAfterBirth
        | K::MaternityDayOver
        | K::MaternityFortnightOver
        | K::MaternityMonthOver
        | K::MaternityRest
        | K::MaternityEvening
        | K::MaternityNight
        | K::MaternitySunday => true,
        K::NightCompensationMissing
        | K::NightCompensationLow
        | K::NightCompensationDue
        | K::RecordLate
        | K::RecordMissing
        | K::RecordDue
        | K::MinimumWageShort
        | K::MinijobYearAt80
        | K::MinijobYearAt95
        | K::MinijobYearOver
        | K::MinijobThirdMonth
        | K::MinijobDoubleOver
        | K::AccountAt80
        | K::AccountAt95
        | K::AccountOver
        | K::AccountDue
        | K::AccountOverdue => false,
    }
}

const fn is_about_pay(key: FindingKey) -> bool {
    matches!(key, FindingKey::MinijobMonthOver | FindingKey::MidijobOutOfRange)
}

const fn depends_on_holidays(key: FindingKey) -> bool {
    matches!(
        key,
        FindingKey::SundayWork
            | FindingKey::MaternitySunday
            | FindingKey::RestDayMissing
            | FindingKey::RestDayDue
            | FindingKey::AverageOverEight
            | FindingKey::AverageSoFarOverEight
            | FindingKey::NightWorkerAverage
    )
}
