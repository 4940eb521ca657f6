//! What a month is worth and what the law says about it: record, contract,
//! pay and law brought together. Decides nothing itself.

use super::absence_month::{away_days, needs_average, of_month};
use super::acting::Acting;
use super::maternity::reference_since;
use super::refusal::{AppError, Refusal};
use crate::absence::Absence;
use crate::contract::surcharge::{Purpose, SurchargePay};
use crate::contract::version::{ContractVersion, in_force};
use crate::document::{DocumentId, EventId, PersonId};
use crate::law::finding::Finding;
use crate::law::labour_check::{CallWork, Case, MinijobYear, MonthPay as Paid, check};
use crate::law::maternity_working_time::Pregnancy;
use crate::law::minijob_limit::MinijobMonth;
use crate::law::minimum_wage::PayFor;
use crate::law::night_compensation::NightCompensation;
use crate::money::Cents;
use crate::pay::finding::FindingKind;
use crate::pay::hand_entered::HandEntered;
use crate::pay::line::{PayLine, WageKind};
use crate::pay::{self, MonthInput, MonthPay, pay_month};
use crate::record::absence::AbsenceState;
use crate::record::events::Body;
use crate::record::month::MonthOfWork;
use crate::time::{Minute, Minutes, Month};
use crate::work::Shift;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A month with its pay and what the law says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    /// What was worked.
    pub work: MonthOfWork,
    /// The absences that count in the month.
    pub absences: Vec<Absence>,
    /// Lines of pay and their findings.
    pub pay: MonthPay,
    /// What the law says. Never blocks.
    pub law: Vec<Finding>,
}

impl Acting<'_> {
    /// What a month of one person is worth, as approved or as it stands.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoContract`] if no contract version is known at all.
    pub fn reckon(&mut self, person: PersonId, month: Month) -> Result<Reckoning, AppError> {
        let work = self.month_of(person, month)?;
        self.reckon_work(work, true)
    }

    /// The same for a month already read; with or without its absences, which
    /// are paid with the whole month, not with single days.
    pub(super) fn reckon_work(
        &mut self,
        work: MonthOfWork,
        with_absences: bool,
    ) -> Result<Reckoning, AppError> {
        let before = self.month_of(work.person, work.month.previous())?;
        self.reckon_after(&before, work, with_absences)
    }

    /// The same where the month before was read as well.
    pub(super) fn reckon_after(
        &mut self,
        before: &MonthOfWork,
        work: MonthOfWork,
        with_absences: bool,
    ) -> Result<Reckoning, AppError> {
        let (person, month) = (work.person, work.month);
        let versions = self.contract_of(person)?;
        let current = in_force(&versions, month.last_day())
            .or_else(|| {
                versions.iter().rev().find(|version| version.valid_from <= month.last_day())
            })
            .ok_or(Refusal::NoContract)?
            .clone();
        let after = self.month_of(person, month.next())?;
        let all = before.settled().chain(work.settled()).chain(after.settled());
        let mut shifts: Vec<Shift> = all.cloned().collect();
        shifts.sort_by_key(|shift| shift.span.from());
        let entered: Vec<HandEntered> =
            self.entered(person, month)?.into_iter().map(|(_, line)| line).collect();
        let known = self.absences_for_pay(person, month, &versions)?;
        let absences: &[Absence] = if with_absences { &known } else { &[] };
        let earned = match absences.iter().any(|absence| needs_average(absence, month)) {
            true => {
                let since = reference_since(absences, month, &versions);
                self.earned_before(person, month, &versions, since)?
            }
            false => Vec::new(),
        };
        let mut pay = pay_month(&MonthInput {
            hand_entered: &entered,
            absences,
            earned: &earned,
            ..MonthInput::new(&person.to_string(), month, &versions, &shifts)
        });
        if with_absences {
            pay.findings.extend(self.undecided(person, month)?);
        }
        let now = Minute::floor_ms(self.now_ms());
        let pregnancies = self.pregnancies_of(person, month)?;
        let known = Known { away: away_days(&known), call_work: None, pregnancies };
        let law = law_of(month, &current, shifts, &pay, now, known);
        Ok(Reckoning { work, absences: of_month(absences, month), pay, law })
    }

    /// Absences of a month that count nowhere yet.
    fn undecided(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<pay::finding::Finding>, AppError> {
        let open = self.absences_between(person, month.first_day(), month.last_day())?;
        let kind = |state| match state {
            AbsenceState::Requested => Some(FindingKind::AbsenceOpen),
            AbsenceState::Unsettled => Some(FindingKind::AbsenceUnsettled),
            AbsenceState::Granted
            | AbsenceState::Declined
            | AbsenceState::Reported
            | AbsenceState::Entered
            | AbsenceState::WithdrawalAsked
            | AbsenceState::Withdrawn
            | AbsenceState::TakenBack => None,
        };
        let found = open.iter().filter_map(|entry| {
            let (kind, about) = (kind(entry.state)?, vec![entry.id.to_string()]);
            Some(pay::finding::Finding { kind, about, spans: Vec::new() })
        });
        Ok(found.collect())
    }

    /// The lines entered by hand for a month that nobody took back or replaced.
    pub(super) fn entered(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<(EventId, HandEntered)>, AppError> {
        let review = self.document(DocumentId::review(person, month))?;
        let gone: BTreeSet<EventId> = review
            .events()
            .filter(|(_, event, _)| {
                matches!(event.body, Body::PayLine(_) | Body::PayLineRemoved(_))
            })
            .flat_map(|(_, event, _)| event.supersedes.iter().copied())
            .collect();
        let mut lines = Vec::new();
        for (id, event, _) in review.events() {
            let Body::PayLine(body) = &event.body else { continue };
            if gone.contains(&id) || body.month != month {
                continue;
            }
            if let Ok(line) = serde_json::from_str::<HandEntered>(&body.json) {
                lines.push((id, HandEntered { id: id.to_string(), approved: true, ..line }));
            }
        }
        Ok(lines)
    }
}

/// What the law needs to know beside shifts and pay.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Days of vacation and sickness.
    pub(super) away: BTreeSet<NaiveDate>,
    /// The calls of work on call, where the rota is checked.
    pub(super) call_work: Option<CallWork>,
    /// The pregnancies that are known.
    pub(super) pregnancies: Vec<Pregnancy>,
}

/// What the law says about shifts of a contract and their pay.
pub(super) fn law_of(
    month: Month,
    contract: &ContractVersion,
    shifts: Vec<Shift>,
    pay: &MonthPay,
    now: Minute,
    beside: Known,
) -> Vec<Finding> {
    let asked = (month.first_day(), month.last_day());
    let known = (month.previous().first_day(), month.next().last_day());
    let mut case = Case::new(asked, contract.workplace.clone(), contract.employment, shifts);
    case.known = known;
    case.profile = contract.working_time.clone();
    case.night_compensation = night_compensation(contract);
    case.away = beside.away;
    case.now = Some(now);
    case.call_work = beside.call_work;
    case.pregnancies = beside.pregnancies;
    case.weekly = Some(contract.weekly).filter(|weekly| *weekly > Minutes::ZERO);
    let mut parts: BTreeMap<PayFor, Cents> = BTreeMap::new();
    for line in &pay.lines {
        if let Some(what) = pay_for(line) {
            *parts.entry(what).or_default() += line.columns.paid;
        }
    }
    case.pay = vec![Paid {
        month,
        parts: parts.into_iter().collect(),
        liable: Some(pay.lines.iter().map(|line| line.columns.sv_liable).sum()),
    }];
    if contract.employment.is_minijob() {
        let liable = pay.lines.iter().map(|line| line.columns.sv_liable).sum();
        let this = MinijobMonth { month, pay: liable, unforeseeable: false };
        case.minijob = Some(MinijobYear { from: first_month(month), months: vec![this] });
    }
    check(&case)
}

/// January of the year: the employer's usual choice.
fn first_month(month: Month) -> Month {
    Month::new(month.year(), 1).unwrap_or(month)
}

/// What the contract gives for night work (§ 6 Abs. 5 ArbZG).
fn night_compensation(contract: &ContractVersion) -> NightCompensation {
    contract
        .surcharges
        .iter()
        .filter(|row| row.purpose == Purpose::Night)
        .filter_map(|row| match row.pays {
            SurchargePay::Percent { percent, .. } => Some(percent),
            SurchargePay::PerHour(_) | SurchargePay::Flat(_) => None,
        })
        .min()
        .map_or(NightCompensation::Nothing, NightCompensation::Surcharge)
}

/// What a line counts for in the check of the minimum wage (§ 0a.13).
fn pay_for(line: &PayLine) -> Option<PayFor> {
    match &line.wage_kind {
        WageKind::Work
        | WageKind::CallOut
        | WageKind::Travel
        | WageKind::Meeting
        | WageKind::Training
        | WageKind::MonthlySalary => Some(PayFor::Work),
        WageKind::Standby => Some(PayFor::Standby),
        WageKind::OnCall => Some(PayFor::OnCall),
        WageKind::Night25 | WageKind::Night40 => Some(PayFor::Night),
        WageKind::Sunday50 | WageKind::Holiday125 | WageKind::Holiday150 => {
            Some(PayFor::SundayOrHoliday)
        }
        WageKind::Vacation
        | WageKind::Sick
        | WageKind::ChildSick
        | WageKind::HolidayNotWorked
        | WageKind::SpecialLeave
        | WageKind::UnpaidLeave
        | WageKind::MaternityPay
        | WageKind::MaternityAllowance
        | WageKind::AbsenceSurcharge => Some(PayFor::NotWorked),
        WageKind::HandEntered(_) => Some(PayFor::Expenses),
        // What a contract's own surcharge is for is not told by its line.
        WageKind::Contract(_) | WageKind::HoursAccount => None,
    }
}
