//! Pregnancy and birth (Mutterschutz): the weeks around a birth entered and
//! set right, what is known of it, and the net pay that the payroll office told.

use super::absence_decision::{answers_of, said};
use super::acting::Acting;
use super::assistant::need;
use super::refusal::{AppError, Refusal};
use crate::absence::{Absence, AbsenceKind, Maternity};
use crate::contract::version::ContractVersion;
use crate::document::{DocumentId, EventId, PersonId};
use crate::law::maternity_protection::{Protection, protection};
use crate::law::maternity_working_time::Pregnancy;
use crate::money::Cents;
use crate::pay::absence::maternity::{employed_since, reference};
use crate::record::absence::{AbsenceEntry, AbsenceState, absences};
use crate::record::cbor::Day;
use crate::record::document::Document;
use crate::record::events::answers::{AbsenceEntered, MaternityNoted, TakenBack};
use crate::record::events::review::NetPayNoted;
use crate::record::events::{Body, Event};
use crate::time::{Minute, Month};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Most days that a birth lies before or behind the day on which it was
/// expected: twenty weeks early, four late.
const EARLY_DAYS: i64 = 140;
const LATE_DAYS: i64 = 28;

impl Acting<'_> {
    /// Enters the weeks around a birth for a person, with what is known of it.
    /// That twelve weeks follow (`long`) is not kept, only the days.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`]; [`Refusal::WrongOrder`] for days that cannot be.
    pub fn enter_maternity_leave(
        &mut self,
        person: PersonId,
        known: &Maternity,
        long: bool,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        let weeks = weeks(known, long)?;
        let id = self.fresh();
        let note = self.fresh();
        let entered = AbsenceEntered {
            kind: AbsenceKind::MaternityLeave.word().to_owned(),
            first_day: Day(weeks.from),
            last_day: Day(weeks.to),
            reason: reason.trim().to_owned(),
            vacation_days: None,
        };
        let home = DocumentId::answers(person, Month::of(weeks.from));
        let now = self.now_ms();
        let events = [(id, Event::new(now, entered)), (note, Event::new(now, noted(id, known)))];
        self.record(home, &events)?;
        Ok(id)
    }

    /// Notes what is known of a pregnancy beside an absence that rests on it.
    /// The weeks around a birth that the employer entered get the days that
    /// follow from it; those that the person wrote stay as written.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::WrongKind`] for another absence;
    /// [`Refusal::WrongOrder`] for days that cannot be; [`Refusal::NotNow`]
    /// while the absence contradicts itself.
    pub fn note_maternity(
        &mut self,
        person: PersonId,
        absence: EventId,
        known: &Maternity,
        long: bool,
    ) -> Result<EventId, AppError> {
        let entry = self.rests_on_pregnancy(person, absence)?;
        let weeks = weeks(known, long)?;
        let now = self.now_ms();
        let note = self.fresh();
        let mut events = vec![(
            note,
            Event::new(now, noted(absence, known))
                .superseding(entry.maternity_notes.iter().copied()),
        )];
        let leave = entry.kind == Some(AbsenceKind::MaternityLeave);
        if leave && !entry.is_own() && entry.days != Some((weeks.from, weeks.to)) {
            if entry.state != AbsenceState::Entered {
                return Err(Refusal::NotNow.into());
            }
            let body = AbsenceEntered {
                kind: AbsenceKind::MaternityLeave.word().to_owned(),
                first_day: Day(weeks.from),
                last_day: Day(weeks.to),
                reason: entry.reason.clone(),
                vacation_days: None,
            };
            let event = Event::new(now, body).superseding(entry.live.iter().copied());
            events.push((self.fresh(), event));
        }
        self.record(answers_of(person, &entry)?, &events)?;
        Ok(note)
    }

    /// Takes back what was noted of a pregnancy beside an absence; the absence
    /// stays.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] if nothing was noted beside it.
    pub fn take_maternity_back(
        &mut self,
        person: PersonId,
        absence: EventId,
        reason: &str,
    ) -> Result<(), AppError> {
        let entry = self.rests_on_pregnancy(person, absence)?;
        if entry.maternity_notes.is_empty() {
            return Err(Refusal::NoSuchEntry.into());
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), TakenBack { reason: said(reason) })
            .superseding(entry.maternity_notes.iter().copied());
        self.record(answers_of(person, &entry)?, &[(id, event)])
    }

    /// Notes the net pay of a calendar day before a maternity leave, as the
    /// payroll office told it; `None` takes it back.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::WrongKind`] for anything but a
    /// maternity leave.
    pub fn note_net_pay(
        &mut self,
        person: PersonId,
        absence: EventId,
        cents: Option<u32>,
    ) -> Result<EventId, AppError> {
        let entry = self.rests_on_pregnancy(person, absence)?;
        if entry.kind != Some(AbsenceKind::MaternityLeave) {
            return Err(Refusal::WrongKind.into());
        }
        let home = net_pay_home(person, &entry).ok_or(Refusal::NoSuchEntry)?;
        let live: Vec<EventId> =
            net_pays(&*self.document(home)?, absence).into_iter().map(|(id, _, _)| id).collect();
        let id = self.fresh();
        let event = Event::new(self.now_ms(), NetPayNoted { absence, cents }).superseding(live);
        self.record(home, &[(id, event)])?;
        Ok(id)
    }

    /// The net pay of a calendar day before a maternity leave, as noted last.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn net_pay_of(
        &mut self,
        person: PersonId,
        entry: &AbsenceEntry,
    ) -> Result<Option<Cents>, AppError> {
        if entry.kind != Some(AbsenceKind::MaternityLeave) {
            return Ok(None);
        }
        let Some(home) = net_pay_home(person, entry) else { return Ok(None) };
        let review = self.document(home)?;
        let noted = net_pays(&review, entry.id).into_iter().max_by_key(|(id, at, _)| (*at, *id));
        Ok(noted.and_then(|(_, _, cents)| cents))
    }

    /// The pregnancies that are known of a person around a month, for the law
    /// on working time.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn pregnancies_of(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<Pregnancy>, AppError> {
        let documents = self.absence_documents(person, month, month)?;
        let all = absences(person, &documents.iter().map(Arc::as_ref).collect::<Vec<_>>());
        let mut found: Vec<Pregnancy> = Vec::new();
        let rests = |entry: &&AbsenceEntry| {
            entry.state.counts() && entry.kind.is_some_and(AbsenceKind::is_maternity)
        };
        for entry in all.iter().filter(rests) {
            let leave = entry.days.filter(|_| entry.kind == Some(AbsenceKind::MaternityLeave));
            let due = entry.maternity.map(|known| known.due);
            if leave.is_none() && due.is_none() {
                continue;
            }
            let known_since = Minute::floor_ms(entry.recorded_ms).day(Berlin);
            let same = found.iter_mut().find(|one| due.is_some() && one.due == due);
            match same {
                Some(one) => {
                    one.known_since = one.known_since.min(known_since);
                    one.leave = one.leave.or(leave);
                }
                None => found.push(Pregnancy {
                    known_since,
                    due,
                    birth: entry.maternity.and_then(|known| known.birth),
                    nursing_until: entry.maternity.and_then(|known| known.nursing_until),
                    leave,
                }),
            }
        }
        Ok(found)
    }

    /// How many maternity leaves of these people run on a day though the day
    /// on which the birth was expected has passed and no birth is known.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn births_awaited(
        &mut self,
        people: &[PersonId],
        today: NaiveDate,
    ) -> Result<usize, AppError> {
        let mut count = 0;
        for person in people {
            let all = self.absences_between(*person, today, today)?;
            count += all
                .iter()
                .filter(|entry| entry.kind == Some(AbsenceKind::MaternityLeave))
                .filter(|entry| entry.state.counts())
                .filter_map(|entry| entry.maternity)
                .filter(|known| known.birth.is_none() && known.due < today)
                .count();
        }
        Ok(count)
    }

    /// An absence that rests on the MuSchG.
    fn rests_on_pregnancy(
        &mut self,
        person: PersonId,
        absence: EventId,
    ) -> Result<AbsenceEntry, AppError> {
        let entry = self.absence_of(person, absence)?.ok_or(Refusal::NoSuchEntry)?;
        if !entry.kind.is_some_and(AbsenceKind::is_maternity) {
            return Err(Refusal::WrongKind.into());
        }
        if !entry.state.counts() {
            return Err(Refusal::NotNow.into());
        }
        Ok(entry)
    }
}

/// The weeks that follow from what is known; refused for days that cannot be.
fn weeks(known: &Maternity, long: bool) -> Result<Protection, Refusal> {
    let far = known.birth.is_some_and(|birth| {
        let days = (birth - known.due).num_days();
        !(-EARLY_DAYS..=LATE_DAYS).contains(&days)
    });
    let nurses =
        known.nursing_until.is_none_or(|until| known.birth.is_some_and(|birth| birth <= until));
    if far || !nurses {
        return Err(Refusal::WrongOrder);
    }
    protection(known.due, known.birth, long).ok_or(Refusal::WrongOrder)
}

fn noted(absence: EventId, known: &Maternity) -> MaternityNoted {
    MaternityNoted {
        absence,
        due: Day(known.due),
        birth: known.birth.map(Day),
        nursing_until: known.nursing_until.map(Day),
    }
}

/// Where the net pay beside an absence lies: with the approvals of the month
/// of its documents, which whoever plans may not read.
fn net_pay_home(person: PersonId, entry: &AbsenceEntry) -> Option<DocumentId> {
    entry.home_month().map(|month| DocumentId::review(person, month))
}

/// The live notes of net pay about an absence: id, time, cents.
fn net_pays(review: &Document, absence: EventId) -> Vec<(EventId, i64, Option<Cents>)> {
    let noted = |body: &Body| match body {
        Body::NetPayNoted(body) if body.absence == absence => Some(*body),
        _ => None,
    };
    let gone: BTreeSet<EventId> = review
        .events()
        .filter(|(_, event, _)| noted(&event.body).is_some())
        .flat_map(|(_, event, _)| event.supersedes.iter().copied())
        .collect();
    review
        .events()
        .filter(|(id, _, _)| !gone.contains(id))
        .filter_map(|(id, event, _)| {
            let cents = noted(&event.body)?.cents.map(|cents| Cents::new(i64::from(cents)));
            Some((id, event.recorded_ms, cents))
        })
        .collect()
}

/// The weeks around a birth as the law has them, for a page that compares them
/// with what a person wrote; `None` for days that cannot be.
#[must_use]
pub fn weeks_by_law(known: &Maternity, long: bool) -> Option<(NaiveDate, NaiveDate)> {
    weeks(known, long).ok().map(|weeks| (weeks.from, weeks.to))
}

/// The first day of the months that measure what is paid for a ban of work in
/// this month (§ 18 MuSchG).
pub(super) fn reference_since(
    absences: &[Absence],
    month: Month,
    versions: &[ContractVersion],
) -> Option<NaiveDate> {
    let employed = employed_since(versions)?;
    absences
        .iter()
        .filter(|absence| absence.kind == AbsenceKind::EmploymentBan)
        .filter(|absence| absence.from <= month.last_day() && month.first_day() <= absence.to)
        .filter_map(|absence| reference(absence.due?, employed))
        .map(|(from, _)| from)
        .min()
}
