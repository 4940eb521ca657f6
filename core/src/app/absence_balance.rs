//! Balances: vacation of a year, the hours account, sickness with its six
//! weeks, refunds. Brings record, contract and pay together; decides nothing.

use super::absence_month::months_before;
use super::acting::Acting;
use super::approval::lines_of;
use super::refusal::AppError;
use crate::absence::{Absence, AbsenceKind};
use crate::contract::version::{ContractVersion, in_force};
use crate::document::{DocumentId, EventId, PersonId};
use crate::law::dated::Rule;
use crate::law::employer_refund::{
    EmployerRefund, U1, U2, refund_in_sickness, refund_of_maternity,
};
use crate::money::{Cents, Exact};
use crate::pay::absence::hours_account::{BookingKind, HoursAccount};
use crate::pay::absence::sickness::{CertificateState, SickPay, certificate_state, sick_pay};
use crate::pay::absence::vacation::{
    VacationBooking, VacationByHand, VacationYear, vacation_account,
};
use crate::pay::line::{PayLine, WageKind};
use crate::record::absence::AbsenceEntry;
use crate::record::events::Body;
use crate::record::statement::Statement;
use crate::time::{Minute, Minutes, Month};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// A year of vacation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacationBalance {
    /// Which year.
    pub year: i32,
    /// Every line, in order of time.
    pub bookings: Vec<VacationBooking>,
    /// When the person was told that this year's days expire.
    pub warned: Option<NaiveDate>,
}

impl VacationBalance {
    /// Days left.
    #[must_use]
    pub fn left(&self) -> Exact {
        self.bookings.last().map_or(Exact::ZERO, |booking| booking.balance)
    }
}

/// A sickness with what the law says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sickness {
    /// As recorded.
    pub entry: AbsenceEntry,
    /// Which days the employer pays; `None` without a contract.
    pub pay: Option<SickPay>,
    /// Whether a certificate is there or due.
    pub certificate: CertificateState,
}

/// An absence with what was paid for it and what comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refundable {
    /// As recorded.
    pub entry: AbsenceEntry,
    /// The levy that refunds it: U1 for sickness, U2 for pregnancy and birth.
    pub levy: &'static Rule,
    /// Pay for it in months approved as a whole, surcharges too.
    pub paid: Cents,
    /// Whether the payroll office computes part of it, so that `paid` lacks it.
    pub left_to_payroll: bool,
    /// The law's share of it.
    pub refund: Option<EmployerRefund>,
    /// What has been noted about its refund, by day.
    pub notes: Vec<RefundNote>,
}

/// A note about a refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundNote {
    /// Its id.
    pub id: EventId,
    /// The absence.
    pub absence: EventId,
    /// Whether the money has come; else it was asked for.
    pub received: bool,
    /// When.
    pub day: NaiveDate,
    /// How much, where known.
    pub cents: Option<Cents>,
}

impl Acting<'_> {
    /// The vacation of a year; `None` without a contract in it.
    ///
    /// The years before are walked from the first contract version known here,
    /// so that days left over are carried. What somebody had before is booked
    /// by hand.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn vacation_of(
        &mut self,
        person: PersonId,
        year: i32,
    ) -> Result<Option<VacationBalance>, AppError> {
        let versions = self.contract_of(person)?;
        let Some(first) = versions.first() else { return Ok(None) };
        let employed_since = first.employed_since.unwrap_or(first.valid_from);
        let ends = versions.last().and_then(|version| version.ends);
        let mut carried = Exact::ZERO;
        let mut told: Option<NaiveDate> = None;
        let mut found = None;
        for at in first.valid_from.year()..=year {
            let (Some(begin), Some(end)) =
                (NaiveDate::from_ymd_opt(at, 1, 1), NaiveDate::from_ymd_opt(at, 12, 31))
            else {
                return Ok(None);
            };
            let absences = self.counted_absences(person, (begin, end), (begin, end), &versions)?;
            let answered = self.answered_about(person, Month::of(begin), Month::of(end).next())?;
            let by_hand: Vec<VacationByHand> = answered
                .booked
                .iter()
                .map(|one| VacationByHand {
                    id: one.id.to_string(),
                    day: one.day,
                    hundredths: one.hundredths,
                    reason: one.reason.clone(),
                })
                .collect();
            let bookings = match terms_of(&versions, begin, end) {
                Some(version) => vacation_account(&VacationYear {
                    year: at,
                    employed_since,
                    ends,
                    terms: version.absence.vacation,
                    severely_disabled: version.absence.severely_disabled,
                    carried,
                    warned: told.is_some(),
                    absences: &absences,
                    by_hand: &by_hand,
                }),
                None => Vec::new(),
            };
            told = answered.warned.get(&at).copied();
            let balance = VacationBalance { year: at, bookings, warned: told };
            carried = balance.left().max(Exact::ZERO);
            found = Some(balance);
        }
        Ok(found.filter(|balance| balance.year == year && !balance.bookings.is_empty()))
    }

    /// The hours account of a steady salary up to a month; `None` for a
    /// contract by the hour. Approved months count as approved.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn hours_account_of(
        &mut self,
        person: PersonId,
        until: Month,
    ) -> Result<Option<HoursAccount>, AppError> {
        let versions = self.contract_of(person)?;
        let Some(first) = versions.iter().find(|version| version.has_salary()) else {
            return Ok(None);
        };
        let mut account = HoursAccount::default();
        let mut month = Month::of(first.valid_from);
        while month <= until {
            for (minutes, reason) in self.hours_by_hand(person, month)? {
                account.book(month, BookingKind::ByHand(reason), minutes);
            }
            let salaried = |day| in_force(&versions, day).is_some_and(ContractVersion::has_salary);
            if month.days().any(salaried) {
                let lines = match self.approved_lines(person, month)? {
                    Some(lines) => lines,
                    None => self.reckon(person, month)?.pay.lines,
                };
                account.book_lines(month, &lines, &versions);
            }
            month = month.next();
        }
        Ok(Some(account))
    }

    /// The sicknesses that touch the time between two days, by their first
    /// day, with their six weeks, certificates and refunds.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn sicknesses_of(
        &mut self,
        person: PersonId,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Sickness>, AppError> {
        let versions = self.contract_of(person)?;
        let long_before = months_before(Month::of(first), 13).first_day();
        let entries = self.absences_between(person, long_before, last)?;
        let counted: Vec<Absence> =
            entries.iter().filter_map(|entry| entry.counted(Vec::new(), Vec::new())).collect();
        let mut found = Vec::new();
        for entry in entries.into_iter().filter(|entry| entry.touches(first, last)) {
            let Some(absence) = entry
                .counted(Vec::new(), Vec::new())
                .filter(|absence| absence.kind == AbsenceKind::Sick)
            else {
                continue;
            };
            found.push(Sickness {
                pay: sick_pay(&absence, &counted, &versions),
                certificate: certificate_state(&absence, in_force(&versions, absence.from)),
                entry,
            });
        }
        Ok(found)
    }

    /// The notes about refunds of a person between two months, by day. Only
    /// who may read the hand-over to payroll may be shown them.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn refunds_of(
        &mut self,
        person: PersonId,
        (first, last): (Month, Month),
    ) -> Result<Vec<RefundNote>, AppError> {
        let mut notes = Vec::new();
        let mut month = first;
        while month <= last {
            let document = self.document(DocumentId::handover(month))?;
            let gone: BTreeSet<EventId> = document
                .events()
                .filter(|(_, event, _)| {
                    matches!(event.body, Body::Refund(_) | Body::RefundTakenBack(_))
                })
                .flat_map(|(_, event, _)| event.supersedes.iter().copied())
                .collect();
            for (id, event, _) in document.events() {
                if let Body::Refund(body) = &event.body
                    && body.person == person
                    && !gone.contains(&id)
                {
                    notes.push(RefundNote {
                        id,
                        absence: body.absence,
                        received: body.received,
                        day: body.day.0,
                        cents: body.cents.map(|cents| Cents::new(i64::from(cents))),
                    });
                }
            }
            month = month.next();
        }
        notes.sort_by_key(|note| (note.day, note.id));
        Ok(notes)
    }

    /// The absences between two days for which a levy gives back what was
    /// paid, by their first day: sickness (U1), pregnancy and birth (U2).
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn refundable_of(
        &mut self,
        person: PersonId,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Refundable>, AppError> {
        let mut entries = self.absences_between(person, first, last)?;
        entries.retain(|entry| entry.state.counts() && entry.kind.and_then(levy).is_some());
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let today = Minute::floor_ms(self.now_ms()).day(chrono_tz::UTC);
        let notes = self.refunds_of(person, (Month::of(first), Month::of(today.max(last))))?;
        let mut lines: BTreeMap<Month, Vec<PayLine>> = BTreeMap::new();
        let mut found = Vec::new();
        for entry in entries {
            let (Some((from, to)), Some(levy)) = (entry.days, entry.kind.and_then(levy)) else {
                continue;
            };
            let id = entry.id.to_string();
            let (mut paid, mut left_to_payroll) = (Exact::ZERO, false);
            let mut month = Month::of(from);
            while month <= Month::of(to.min(last)) {
                if let std::collections::btree_map::Entry::Vacant(empty) = lines.entry(month) {
                    empty.insert(self.approved_lines(person, month)?.unwrap_or_default());
                }
                let of_month = lines.get(&month).map(Vec::as_slice).unwrap_or_default();
                paid += paid_for(of_month, &id);
                left_to_payroll |= of_month.iter().any(|line| {
                    line.is_left_to_payroll() && line.spans.iter().any(|span| span.shift == id)
                });
                month = month.next();
            }
            let paid = paid.round();
            let refund = match entry.kind {
                Some(kind) if kind.is_maternity() => refund_of_maternity(paid, to),
                Some(_) | None => refund_in_sickness(paid, to),
            };
            let notes = notes.iter().filter(|note| note.absence == entry.id).cloned().collect();
            found.push(Refundable { entry, levy, paid, left_to_payroll, refund, notes });
        }
        Ok(found)
    }

    /// The lines of a month approved as a whole, if it is: as its statement
    /// holds them, never computed again.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn approved_lines(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Option<Vec<PayLine>>, AppError> {
        let standing = self.standing_of(person, month)?;
        let review = self.document(DocumentId::review(person, month))?;
        Ok(standing
            .approvals
            .iter()
            .filter(|(_, approval)| approval.days.is_empty())
            .find_map(|(_, approval)| Statement::of_approval(&review, approval).ok())
            .map(|statement| lines_of(&statement)))
    }

    fn hours_by_hand(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<(Minutes, String)>, AppError> {
        let review = self.document(DocumentId::review(person, month))?;
        let booked =
            |event: &crate::record::events::Event| matches!(event.body, Body::HoursBooked(_));
        let gone: BTreeSet<EventId> = review
            .events()
            .filter(|(_, event, _)| booked(event))
            .flat_map(|(_, event, _)| event.supersedes.iter().copied())
            .collect();
        Ok(review
            .events()
            .filter(|(id, _, _)| !gone.contains(id))
            .filter_map(|(_, event, _)| match &event.body {
                Body::HoursBooked(body) if body.month == month && body.minutes != 0 => {
                    Some((Minutes::new(i64::from(body.minutes)), body.reason.clone()))
                }
                _ => None,
            })
            .collect())
    }
}

/// The levy that refunds what is paid for an absence, if any does.
pub(super) const fn levy(kind: AbsenceKind) -> Option<&'static Rule> {
    match kind {
        AbsenceKind::Sick => Some(&U1),
        AbsenceKind::MaternityLeave | AbsenceKind::EmploymentBan => Some(&U2),
        AbsenceKind::Vacation
        | AbsenceKind::ChildSick
        | AbsenceKind::HolidayNotWorked
        | AbsenceKind::SpecialLeave
        | AbsenceKind::UnpaidLeave => None,
    }
}

/// What lines pay for one absence: the share of its minutes in each.
fn paid_for(lines: &[PayLine], absence: &str) -> Exact {
    let of_absence = |line: &&PayLine| {
        matches!(
            line.wage_kind,
            WageKind::Sick
                | WageKind::MaternityPay
                | WageKind::MaternityAllowance
                | WageKind::AbsenceSurcharge
        )
    };
    lines.iter().filter(of_absence).fold(Exact::ZERO, |sum, line| {
        let minutes = |own: bool| -> Minutes {
            let spans = line.spans.iter().filter(|span| !own || span.shift == absence);
            spans.map(|span| span.minutes).sum()
        };
        let share = Exact::fraction(minutes(true).get(), minutes(false).get());
        sum + Exact::from(line.columns.paid) * share.unwrap_or(Exact::ZERO)
    })
}

/// The version whose terms of vacation hold for a year: the last one in force
/// in it.
fn terms_of(
    versions: &[ContractVersion],
    begin: NaiveDate,
    end: NaiveDate,
) -> Option<&ContractVersion> {
    let last = versions.iter().rev().find(|version| version.valid_from <= end)?;
    last.ends.is_none_or(|ends| begin <= ends).then_some(last)
}
