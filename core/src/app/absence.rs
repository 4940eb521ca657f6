//! What an assistant says about absences and availability: ask, report sick,
//! change, withdraw. All of it works without a network.

use super::acting::Acting;
use super::people::field_of;
use super::refusal::{AppError, Refusal};
use crate::absence::{AbsenceKind, Certificate, MOST_DAYS};
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::record::absence::AbsenceEntry;
use crate::record::availability::{Availability, Wish, availability};
use crate::record::fields::{FieldKey, FieldValue};
use crate::time::{Interval, Minute, Month};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

/// An absence to ask for or to report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAbsence {
    /// Why.
    pub kind: AbsenceKind,
    /// The first local day.
    pub first: NaiveDate,
    /// The last local day, inclusive; for sickness as far as it is known
    /// (voraussichtliche Dauer, § 5 Abs. 1 EFZG).
    pub last: NaiveDate,
    /// What the person wants to say. Never needed: nobody has to name an illness.
    pub note: String,
    /// For sickness: what is known of a certificate.
    pub certificate: Certificate,
    /// For sickness: the earlier absence of the same illness.
    pub same_illness_as: Option<EventId>,
    /// For vacation: how many days it takes, in hundredths, where the rota
    /// does not tell.
    pub vacation_days: Option<i64>,
}

impl NewAbsence {
    /// An absence of which only kind and days are known.
    #[must_use]
    pub const fn of(kind: AbsenceKind, first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            kind,
            first,
            last,
            note: String::new(),
            certificate: Certificate::None,
            same_illness_as: None,
            vacation_days: None,
        }
    }
}

/// What changes about an own absence; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AbsenceChange {
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day: longer sick than thought, or well again.
    pub last: Option<NaiveDate>,
    /// The note.
    pub note: Option<String>,
    /// The certificate.
    pub certificate: Option<Certificate>,
    /// The earlier absence of the same illness.
    pub same_illness_as: Option<EventId>,
}

impl Acting<'_> {
    /// Asks for an absence, or reports one that needs no grant (sickness, a
    /// sick child). Its id is the wish's.
    ///
    /// # Errors
    ///
    /// [`Refusal::WrongOrder`], [`Refusal::AbsenceTooLong`],
    /// [`Refusal::WrongKind`] for a kind that only the employer enters.
    pub fn request_absence(&mut self, new: &NewAbsence) -> Result<EventId, AppError> {
        if !new.kind.is_wished() {
            return Err(Refusal::WrongKind.into());
        }
        in_order(new.first, new.last)?;
        let id = self.fresh();
        let mut fields = vec![
            (absence_field(id, "kind"), FieldValue::text(new.kind.word())),
            (absence_field(id, "first_day"), FieldValue::text(new.first.to_string())),
            (absence_field(id, "last_day"), FieldValue::text(new.last.to_string())),
        ];
        if !new.note.trim().is_empty() {
            fields.push((absence_field(id, "note"), FieldValue::text(new.note.trim())));
        }
        if new.certificate != Certificate::None {
            fields.extend(certificate_fields(id, new.certificate));
        }
        if let Some(earlier) = new.same_illness_as {
            fields.push((absence_field(id, "same_illness"), FieldValue::text(earlier.to_string())));
        }
        if let Some(days) = new.vacation_days {
            if !(0..=36_600).contains(&days) {
                return Err(Refusal::AbsenceTooLong.into());
            }
            fields.push((absence_field(id, "vacation_days"), FieldValue::Number(days)));
        }
        let home = DocumentId::wishes(self.me.person, Month::of(new.first));
        self.set_fields(home, &fields)?;
        Ok(id)
    }

    /// Reports sick (Krankmeldung) from a day on, as far as it is known.
    ///
    /// # Errors
    ///
    /// As [`Acting::request_absence`].
    pub fn report_sick(
        &mut self,
        first: NaiveDate,
        last: NaiveDate,
        certificate: Certificate,
        note: &str,
    ) -> Result<EventId, AppError> {
        let note = note.to_owned();
        let sick = NewAbsence::of(AbsenceKind::Sick, first, last);
        self.request_absence(&NewAbsence { certificate, note, ..sick })
    }

    /// Changes an own absence. What the employer has granted stays as granted
    /// until they decide again.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`], [`Refusal::NotNow`] for a withdrawn one,
    /// [`Refusal::WrongOrder`], [`Refusal::AbsenceTooLong`].
    pub fn change_absence(&mut self, id: EventId, change: &AbsenceChange) -> Result<(), AppError> {
        let (home, entry) = self.own_absence(id)?;
        if matches!(entry.state, crate::record::absence::AbsenceState::Withdrawn) {
            return Err(Refusal::NotNow.into());
        }
        let known = entry.asked_since.or(entry.days);
        let first = change.first.or(known.map(|(first, _)| first));
        let last = change.last.or(known.map(|(_, last)| last));
        let (Some(first), Some(last)) = (first, last) else {
            return Err(Refusal::WrongOrder.into());
        };
        in_order(first, last)?;
        let mut fields = Vec::new();
        if change.first.is_some() {
            fields.push((absence_field(id, "first_day"), FieldValue::text(first.to_string())));
        }
        if change.last.is_some() {
            fields.push((absence_field(id, "last_day"), FieldValue::text(last.to_string())));
        }
        if let Some(note) = &change.note {
            fields.push((absence_field(id, "note"), FieldValue::text(note.trim())));
        }
        if let Some(certificate) = change.certificate {
            fields.extend(certificate_fields(id, certificate));
        }
        if let Some(earlier) = change.same_illness_as {
            if earlier == id {
                return Err(Refusal::NoSuchEntry.into());
            }
            fields.push((absence_field(id, "same_illness"), FieldValue::text(earlier.to_string())));
        }
        self.set_fields(home, &fields)
    }

    /// Withdraws an own absence, or takes the withdrawal back. A granted one
    /// counts until the employer agrees.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn withdraw_absence(&mut self, id: EventId, withdrawn: bool) -> Result<(), AppError> {
        let (home, _) = self.own_absence(id)?;
        self.set_fields(home, &[(absence_field(id, "withdrawn"), FieldValue::Flag(withdrawn))])
    }

    /// Says when this person can, cannot or would like to work.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn offer_availability(
        &mut self,
        span: Interval,
        wish: Wish,
        note: &str,
        zone: Tz,
    ) -> Result<EventId, AppError> {
        let id = self.fresh();
        let of = |field| field_of(DocumentKind::Wishes, "availability", id, field);
        let mut fields = vec![
            (of("from"), FieldValue::Number(span.from().ms())),
            (of("to"), FieldValue::Number(span.to().ms())),
            (of("kind"), FieldValue::text(wish.word())),
        ];
        if !note.trim().is_empty() {
            fields.push((of("note"), FieldValue::text(note.trim())));
        }
        let home = DocumentId::wishes(self.me.person, month_of(span.from(), zone));
        self.set_fields(home, &fields)?;
        Ok(id)
    }

    /// Takes an availability back.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`].
    pub fn withdraw_availability(&mut self, month: Month, id: EventId) -> Result<(), AppError> {
        if !self.availability_of(self.me.person, month)?.iter().any(|wish| wish.id == id) {
            return Err(Refusal::NoSuchEntry.into());
        }
        let withdrawn = field_of(DocumentKind::Wishes, "availability", id, "withdrawn");
        let home = DocumentId::wishes(self.me.person, month);
        self.set_fields(home, &[(withdrawn, FieldValue::Flag(true))])
    }

    /// What a person wishes about a month, by begin.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn availability_of(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<Availability>, AppError> {
        let wishes = self.document(DocumentId::wishes(person, month))?;
        Ok(availability(&wishes))
    }

    /// An absence that this person wrote.
    fn own_absence(&mut self, id: EventId) -> Result<(DocumentId, AbsenceEntry), AppError> {
        let entry = self.absence_of(self.me.person, id)?.filter(AbsenceEntry::is_own);
        entry.map(|entry| (entry.home, entry)).ok_or_else(|| Refusal::NoSuchEntry.into())
    }
}

fn absence_field(id: EventId, field: &str) -> FieldKey {
    field_of(DocumentKind::Wishes, "absence", id, field)
}

fn certificate_fields(id: EventId, certificate: Certificate) -> Vec<(FieldKey, FieldValue)> {
    let word = (absence_field(id, "certificate"), FieldValue::text(certificate.word()));
    let day = certificate.day();
    let day =
        day.map(|day| (absence_field(id, "certificate_day"), FieldValue::text(day.to_string())));
    std::iter::once(word).chain(day).collect()
}

fn month_of(minute: Minute, zone: Tz) -> Month {
    Month::of(minute.day(zone))
}

/// The first day before the last, in this century or the next, and not more
/// than three years.
pub(super) fn in_order(first: NaiveDate, last: NaiveDate) -> Result<(), Refusal> {
    let known = |day: NaiveDate| (2000..2200).contains(&day.year());
    if !known(first) || !known(last) {
        return Err(Refusal::WrongOrder);
    }
    match (last - first).num_days() {
        ..0 => Err(Refusal::WrongOrder),
        days if days >= MOST_DAYS => Err(Refusal::AbsenceTooLong),
        _ => Ok(()),
    }
}
