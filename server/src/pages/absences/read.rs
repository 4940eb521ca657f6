//! What the pages about absences read, once for all of them.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::app::absence_balance::Sickness;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::log::Role;
use assistenz_core::place;
use assistenz_core::record::absence::AbsenceEntry;
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::absence::{AbsenceRow, row};
use assistenz_core::words::Language;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;

/// What a visitor may do about one person's absences.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rights {
    /// The visitor is that person, and may ask and report.
    pub(super) own: bool,
    /// They may decide, enter and certify.
    pub(super) decides: bool,
    /// They may see and note refunds, which say what was paid.
    pub(super) pays: bool,
    /// They may see the hours account.
    pub(super) hours: bool,
    /// They may book on it.
    pub(super) books_hours: bool,
}

/// Today and its month, at the workplace.
pub(super) fn today(caller: &Caller) -> (NaiveDate, Month) {
    let day = Minute::floor_ms(caller.now_ms).day(Berlin);
    (day, Month::of(day))
}

/// What the visitor may do; refused to who may not even read.
pub(super) fn rights(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<Rights, OfficeError> {
    let month = today(caller).1;
    at_desk::may_read(turn, caller, &DocumentId::wishes(person, month))?;
    let (wishes, answers) = (DocumentId::wishes(person, month), DocumentId::answers(person, month));
    let (review, handover) = (DocumentId::review(person, month), DocumentId::handover(month));
    Ok(Rights {
        own: at_desk::may_write(turn, caller, &wishes).is_ok(),
        decides: at_desk::may_write(turn, caller, &answers).is_ok(),
        pays: at_desk::can_read(turn, caller, &handover)?
            && at_desk::can_read(turn, caller, &review)?,
        hours: at_desk::can_read(turn, caller, &review)?,
        books_hours: at_desk::may_write(turn, caller, &review).is_ok(),
    })
}

/// How a person is called; `None` if nobody wrote it down.
pub(super) fn name(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<Option<String>, OfficeError> {
    at_desk::look(turn, caller, |acting| {
        for field in ["called", "name"] {
            let found = acting.person_field(person, field)?;
            if let Some(name) = found.filter(|name| !name.trim().is_empty()) {
                return Ok(Some(name));
            }
        }
        Ok(None)
    })
}

/// Everybody who is an assistant now, in the order of their ids.
pub(super) fn assistants(
    turn: &mut Turn<'_>,
    caller: &Caller,
) -> Result<Vec<PersonId>, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    let now = caller.now_ms;
    let found = state.members().filter(|(_, member)| member.is(Role::Assistant, now));
    Ok(found.map(|(person, _)| person).collect())
}

/// The zone of the team; Germany has one.
pub(super) fn zone(turn: &mut Turn<'_>, caller: &Caller) -> Result<Tz, OfficeError> {
    at_desk::look(turn, caller, |acting| {
        let told = acting.team_field("zone")?;
        Ok(told.and_then(|name| place::zone(&name).ok()).unwrap_or(Berlin))
    })
}

/// The absences of a person between two days, each in words; the shifts on
/// their days too, if asked.
pub(super) fn rows(
    turn: &mut Turn<'_>,
    caller: &Caller,
    language: Language,
    person: PersonId,
    days: (NaiveDate, NaiveDate),
    with_clashes: bool,
) -> Result<Vec<(AbsenceEntry, AbsenceRow)>, OfficeError> {
    let zone = zone(turn, caller)?;
    at_desk::look(turn, caller, |acting| {
        let entries = acting.absences_between(person, days.0, days.1)?;
        let sick = match entries.iter().any(is_sick) {
            true => acting.sicknesses_of(person, days)?,
            false => Vec::new(),
        };
        let mut rows = Vec::with_capacity(entries.len());
        for entry in entries {
            let clashes = match with_clashes {
                true => acting.clashes_of(person, &entry, zone)?,
                false => Vec::new(),
            };
            let sickness = sickness_of(&sick, entry.id);
            let told = row(language, &entry, sickness, &clashes, zone);
            rows.push((entry, told));
        }
        Ok(rows)
    })
}

fn is_sick(entry: &AbsenceEntry) -> bool {
    entry.kind == Some(assistenz_core::absence::AbsenceKind::Sick)
}

pub(super) fn sickness_of(all: &[Sickness], absence: EventId) -> Option<&Sickness> {
    all.iter().find(|one| one.entry.id == absence)
}

/// The first and the last day of a year.
pub(super) fn year(year: i32) -> Result<(NaiveDate, NaiveDate), OfficeError> {
    let edge = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let known = (2000..2200).contains(&year);
    edge(1, 1).zip(edge(12, 31)).filter(|_| known).ok_or_else(|| Refusal::NotFound.into())
}

/// The year of a day.
pub(super) fn year_of(day: NaiveDate) -> i32 {
    day.year()
}
