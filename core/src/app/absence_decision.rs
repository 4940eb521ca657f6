//! What the employer does about absences: decide, enter one for a person, note
//! certificates, book vacation, take any of it back.

use super::absence::in_order;
use super::absence_balance::levy;
use super::acting::Acting;
use super::assistant::need;
use super::refusal::{AppError, Refusal};
use crate::absence::{AbsenceKind, Certificate};
use crate::document::{DocumentId, EventId, PersonId};
use crate::record::absence::{AbsenceEntry, AbsenceState};
use crate::record::cbor::Day;
use crate::record::events::answers::{
    AbsenceEntered, CertificateNoted, Decision, SameIllness, TakenBack, VacationBooked,
    VacationWarned,
};
use crate::record::events::handover::{Refund, RefundTakenBack};
use crate::record::events::review::HoursBooked;
use crate::record::events::{Body, Event};
use crate::time::{Minutes, Month};
use chrono::{Datelike, NaiveDate};

/// An absence that the employer enters for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredAbsence {
    /// Why.
    pub kind: AbsenceKind,
    /// The first local day.
    pub first: NaiveDate,
    /// The last local day, inclusive.
    pub last: NaiveDate,
    /// Why the employer enters it; shown to the person.
    pub reason: String,
    /// How many days of vacation it takes, in hundredths, where agreed.
    pub vacation_days: Option<i64>,
}

/// A decision on an absence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AbsenceDecision {
    /// Granted, or declined.
    pub granted: bool,
    /// Why; needed to decline.
    pub reason: String,
    /// Another kind than asked for (unpaid leave instead of special leave).
    pub kind: Option<AbsenceKind>,
    /// How many days of vacation it takes, in hundredths, where agreed.
    pub vacation_days: Option<i64>,
}

impl Acting<'_> {
    /// Grants or declines an absence. Replaces an earlier decision. What is
    /// granted are the days the wish says now: a later change is asked anew, and
    /// declining that leaves what was granted.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::ReasonNeeded`] to decline;
    /// [`Refusal::WrongKind`] for sickness, which is not granted;
    /// [`Refusal::NotNow`] once it is withdrawn,
    /// and while days or kind are disputed.
    pub fn decide_absence(
        &mut self,
        person: PersonId,
        absence: EventId,
        decision: &AbsenceDecision,
    ) -> Result<EventId, AppError> {
        let entry = self.absence_for(person, absence)?;
        if !entry.is_own() {
            return Err(Refusal::NoSuchEntry.into());
        }
        let (Some(kind), Some(days)) = (entry.kind, entry.asked_since.or(entry.days)) else {
            return Err(Refusal::NotNow.into());
        };
        if !kind.needs_grant() || decision.kind.is_some_and(|kind| !kind.needs_grant()) {
            return Err(Refusal::WrongKind.into());
        }
        let withdrawn = matches!(entry.state, AbsenceState::Withdrawn);
        if withdrawn || entry.contradicts_itself() {
            return Err(Refusal::NotNow.into());
        }
        if !decision.granted {
            need(&decision.reason)?;
        }
        // Declining what was asked anew leaves what was granted.
        let kept = entry.days.filter(|_| {
            !decision.granted && entry.state == AbsenceState::Granted && entry.asked_since.is_some()
        });
        let (first, last) = kept.unwrap_or(days);
        let granted = decision.granted || kept.is_some();
        // All that is granted is named, so that no later word of the person changes it.
        let vacation_days = match kept {
            Some(_) => entry.vacation_days,
            None if granted => decision.vacation_days.or(entry.asked_vacation_days),
            None => decision.vacation_days,
        };
        let body = Decision {
            wish: absence,
            granted,
            kind: granted.then(|| decision.kind.unwrap_or(kind).word().to_owned()),
            reason: said(&decision.reason),
            first_day: Some(Day(first)),
            last_day: Some(Day(last)),
            vacation_days: hundredths(vacation_days)?,
            asked_first: kept.map(|_| Day(days.0)),
            asked_last: kept.map(|_| Day(days.1)),
        };
        let id = self.fresh();
        let event = Event::new(self.now_ms(), body).superseding(entry.live.iter().copied());
        self.record(answers_of(person, &entry)?, &[(id, event)])?;
        Ok(id)
    }

    /// Takes back what was decided or entered about an absence: a decision
    /// leaves the request open again, an entered absence no longer counts.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] if nothing of the employer's is there.
    pub fn take_absence_back(
        &mut self,
        person: PersonId,
        absence: EventId,
        reason: &str,
    ) -> Result<EventId, AppError> {
        let entry = self.absence_for(person, absence)?;
        if entry.live.is_empty() || entry.state == AbsenceState::TakenBack {
            return Err(Refusal::NoSuchEntry.into());
        }
        if !entry.is_own() {
            need(reason)?;
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), TakenBack { reason: said(reason) })
            .superseding(entry.live.iter().copied());
        self.record(answers_of(person, &entry)?, &[(id, event)])?;
        Ok(id)
    }

    /// Enters an absence for a person, with a reason.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::WrongOrder`],
    /// [`Refusal::AbsenceTooLong`].
    pub fn enter_absence(
        &mut self,
        person: PersonId,
        new: &EnteredAbsence,
    ) -> Result<EventId, AppError> {
        let body = entered(new)?;
        let id = self.fresh();
        let home = DocumentId::answers(person, Month::of(new.first));
        self.record(home, &[(id, Event::new(self.now_ms(), body))])?;
        Ok(id)
    }

    /// Changes an absence that the employer entered. Its id stays.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; else as [`Acting::enter_absence`].
    pub fn change_entered_absence(
        &mut self,
        person: PersonId,
        absence: EventId,
        new: &EnteredAbsence,
    ) -> Result<(), AppError> {
        let entry = self.absence_for(person, absence)?;
        if entry.is_own() || entry.state == AbsenceState::TakenBack {
            return Err(Refusal::NoSuchEntry.into());
        }
        let body = entered(new)?;
        let id = self.fresh();
        let event = Event::new(self.now_ms(), body).superseding(entry.live.iter().copied());
        self.record(entry.home, &[(id, event)])
    }

    /// Notes what is known of a certificate of sickness. Replaces earlier notes.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::WrongKind`] for anything but sickness.
    pub fn note_certificate(
        &mut self,
        person: PersonId,
        absence: EventId,
        certificate: Certificate,
    ) -> Result<EventId, AppError> {
        let entry = self.sickness(person, absence)?;
        let body = CertificateNoted {
            absence,
            certificate: certificate.word().to_owned(),
            day: certificate.day().map(Day),
        };
        let id = self.fresh();
        let event =
            Event::new(self.now_ms(), body).superseding(entry.certificate_notes.iter().copied());
        self.record(answers_of(person, &entry)?, &[(id, event)])?;
        Ok(id)
    }

    /// Notes that a sickness is, or is not, the same as an earlier one.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] if one of them is not there or the earlier one
    /// is not earlier; [`Refusal::WrongKind`] for anything but sickness.
    pub fn note_same_illness(
        &mut self,
        person: PersonId,
        absence: EventId,
        earlier: Option<EventId>,
    ) -> Result<EventId, AppError> {
        let entry = self.sickness(person, absence)?;
        if let Some(earlier) = earlier {
            let before = self.sickness(person, earlier)?;
            if before.days >= entry.days {
                return Err(Refusal::NoSuchEntry.into());
            }
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), SameIllness { absence, earlier });
        self.record(answers_of(person, &entry)?, &[(id, event)])?;
        Ok(id)
    }

    /// Books days of vacation by hand: the balance to begin with, days given.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::AbsenceTooLong`].
    pub fn book_vacation(
        &mut self,
        person: PersonId,
        day: NaiveDate,
        hundredths: i64,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        let hundredths = i32::try_from(hundredths)
            .ok()
            .filter(|days| (-36_600..=36_600).contains(days))
            .ok_or(Refusal::AbsenceTooLong)?;
        let body = VacationBooked { day: Day(day), hundredths, reason: reason.trim().to_owned() };
        let id = self.fresh();
        let home = DocumentId::answers(person, Month::of(day));
        self.record(home, &[(id, Event::new(self.now_ms(), body))])?;
        Ok(id)
    }

    /// Takes a booking of vacation back.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn take_vacation_booking_back(
        &mut self,
        person: PersonId,
        booking: EventId,
        reason: &str,
    ) -> Result<(), AppError> {
        for home in self.answers_documents(person)? {
            let found = self.document(home)?;
            if let Some(Body::VacationBooked(_)) = found.event(booking).map(|event| &event.body) {
                let id = self.fresh();
                let body = TakenBack { reason: said(reason) };
                let event = Event::new(self.now_ms(), body).superseding([booking]);
                return self.record(home, &[(id, event)]);
            }
        }
        Err(Refusal::NoSuchEntry.into())
    }

    /// Keeps that the person was asked to take the vacation of a year and told
    /// that it expires otherwise.
    ///
    /// # Errors
    ///
    /// [`Refusal::WrongOrder`] for a day before that year.
    pub fn warn_of_vacation(
        &mut self,
        person: PersonId,
        year: i32,
        day: NaiveDate,
    ) -> Result<EventId, AppError> {
        if day.year() < year {
            return Err(Refusal::WrongOrder.into());
        }
        let body = VacationWarned { year: u32::try_from(year).unwrap_or_default(), day: Day(day) };
        let id = self.fresh();
        let home = DocumentId::answers(person, Month::of(day));
        self.record(home, &[(id, Event::new(self.now_ms(), body))])?;
        Ok(id)
    }

    /// Books minutes on the hours account by hand.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`].
    pub fn book_hours(
        &mut self,
        person: PersonId,
        month: Month,
        minutes: Minutes,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        let minutes = i32::try_from(minutes.get()).map_err(|_| Refusal::WrongOrder)?;
        let body = HoursBooked { month, minutes, reason: reason.trim().to_owned() };
        let id = self.fresh();
        let home = DocumentId::review(person, month);
        self.record(home, &[(id, Event::new(self.now_ms(), body))])?;
        Ok(id)
    }

    /// Keeps that a refund of continued pay was asked for, or has come.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`], [`Refusal::WrongKind`].
    pub fn note_refund(
        &mut self,
        person: PersonId,
        absence: EventId,
        received: bool,
        day: NaiveDate,
        cents: Option<u32>,
    ) -> Result<EventId, AppError> {
        let entry = self.absence_for(person, absence)?;
        if entry.kind.and_then(levy).is_none() {
            return Err(Refusal::WrongKind.into());
        }
        let body = Refund { person, absence, received, day: Day(day), cents };
        let id = self.fresh();
        let home = DocumentId::handover(Month::of(day));
        self.record(home, &[(id, Event::new(self.now_ms(), body))])?;
        Ok(id)
    }

    /// Takes such a note back.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn take_refund_back(&mut self, month: Month, note: EventId) -> Result<(), AppError> {
        let home = DocumentId::handover(month);
        match self.document(home)?.event(note).map(|event| &event.body) {
            Some(Body::Refund(_)) => {}
            Some(_) | None => return Err(Refusal::NoSuchEntry.into()),
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), RefundTakenBack { reason: None }).superseding([note]);
        self.record(home, &[(id, event)])
    }

    fn absence_for(
        &mut self,
        person: PersonId,
        absence: EventId,
    ) -> Result<AbsenceEntry, AppError> {
        self.absence_of(person, absence)?.ok_or_else(|| Refusal::NoSuchEntry.into())
    }

    fn sickness(&mut self, person: PersonId, absence: EventId) -> Result<AbsenceEntry, AppError> {
        let entry = self.absence_for(person, absence)?;
        if entry.kind != Some(AbsenceKind::Sick) {
            return Err(Refusal::WrongKind.into());
        }
        Ok(entry)
    }
}

fn entered(new: &EnteredAbsence) -> Result<AbsenceEntered, Refusal> {
    need(&new.reason)?;
    in_order(new.first, new.last)?;
    Ok(AbsenceEntered {
        kind: new.kind.word().to_owned(),
        first_day: Day(new.first),
        last_day: Day(new.last),
        reason: new.reason.trim().to_owned(),
        vacation_days: hundredths(new.vacation_days)?,
    })
}

/// The `answers` document beside an absence.
pub(super) fn answers_of(person: PersonId, entry: &AbsenceEntry) -> Result<DocumentId, Refusal> {
    entry.home_month().map(|month| DocumentId::answers(person, month)).ok_or(Refusal::NoSuchEntry)
}

pub(super) fn said(reason: &str) -> Option<String> {
    let reason = reason.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}

fn hundredths(days: Option<i64>) -> Result<Option<i32>, Refusal> {
    days.map(|days| {
        i32::try_from(days)
            .ok()
            .filter(|days| (0..=36_600).contains(days))
            .ok_or(Refusal::AbsenceTooLong)
    })
    .transpose()
}
