//! Reading a month for a visitor, and what stands in addresses about it.

use super::keep;
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::pages::error::PageError;
use crate::pages::visitor::Visitor;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::overview::Overview;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::policy::Member;
use assistenz_core::time::Month;
use assistenz_core::view::exception::{ByException, Choice, Decisions};
use assistenz_core::words::{Language, Value};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Parts of the path that are ids; anything else is a page that is not there.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Ids<T>(pub(in crate::pages) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Ids<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        match Path::<T>::from_request_parts(parts, app).await {
            Ok(Path(ids)) => Ok(Self(ids)),
            Err(_) => Err(Refusal::NotFound.into()),
        }
    }
}

/// A month as one visitor may see it.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) person: PersonId,
    pub(super) month: Month,
    pub(super) overview: Overview,
    /// How the person is called; `None` if nobody wrote it down, or not for this visitor.
    pub(super) name: Option<String>,
    /// Whether pay may be shown.
    pub(super) pays: bool,
    /// Whether the visitor may propose and approve.
    pub(super) approves: bool,
    /// Whether it is the visitor's own month.
    pub(super) own: bool,
}

/// Reads a month for a visitor, in a reading turn.
pub(super) fn seen(
    turn: &mut Turn<'_>,
    caller: &Caller,
    of: (PersonId, Month),
) -> Result<Seen, OfficeError> {
    seen_by(turn, caller, of, keep::overview)
}

/// Reads a month anew, to act on it.
pub(super) fn seen_now(
    turn: &mut Turn<'_>,
    caller: &Caller,
    of: (PersonId, Month),
) -> Result<Seen, OfficeError> {
    seen_by(turn, caller, of, |turn, caller, (person, month), pays| {
        at_desk::look(turn, caller, |acting| acting.overview(person, month, pays))
    })
}

fn seen_by(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, month): (PersonId, Month),
    overview: impl FnOnce(
        &mut Turn<'_>,
        &Caller,
        (PersonId, Month),
        bool,
    ) -> Result<Overview, OfficeError>,
) -> Result<Seen, OfficeError> {
    at_desk::may_read(turn, caller, &DocumentId::time(person, month))?;
    at_desk::may_read(turn, caller, &DocumentId::review(person, month))?;
    let state = journal::state(turn, caller.team())?;
    if !state.member(person).is_some_and(Member::ever_worked) {
        return Err(Refusal::NotFound.into());
    }
    let pays = at_desk::can_read(turn, caller, &DocumentId::contract(person))?;
    let approves = may_approve(turn, caller, person, month)?;
    let name = name_of(turn, caller, person)?;
    let overview = overview(turn, caller, (person, month), pays)?;
    let own = caller.person() == person;
    Ok(Seen { person, month, overview, name, pays, approves, own })
}

/// Whether the visitor may propose and approve in this month.
pub(in crate::pages) fn may_approve(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    month: Month,
) -> Result<bool, OfficeError> {
    match at_desk::may_write(turn, caller, &DocumentId::review(person, month)) {
        Ok(()) => Ok(true),
        Err(OfficeError::Refused(Refusal::NoRight)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// How a person is called, as far as the visitor may know.
pub(in crate::pages) fn name_of(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<Option<String>, OfficeError> {
    if !at_desk::can_read(turn, caller, &DocumentId::person(person))? {
        return Ok(None);
    }
    at_desk::look(turn, caller, |acting| {
        for field in ["called", "name"] {
            let name = acting.person_field(person, field)?;
            if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
                return Ok(Some(name));
            }
        }
        Ok(None)
    })
}

impl Seen {
    /// How the person is called in sentences.
    pub(super) fn called(&self, visitor: &Visitor) -> String {
        self.name.clone().unwrap_or_else(|| visitor.say("page-nameless", &[]))
    }

    /// `/monat/<person>/2026-11`
    pub(super) fn path(&self) -> String {
        month_path(self.person, self.month)
    }

    /// The month by exception.
    pub(super) fn by_exception(&self, language: Language) -> ByException {
        ByException::of_overview(language, &self.overview)
    }

    /// The words that name whom and when: `Ada Muster, November 2026`.
    pub(super) fn whom_and_when(&self, visitor: &Visitor) -> String {
        let called = self.called(visitor);
        let values = [("name", Value::Text(&called)), ("month", Value::Month(self.month))];
        visitor.say("months-whom-and-when", &values)
    }
}

/// `/monat/<person>/2026-11`
pub(in crate::pages) fn month_path(person: PersonId, month: Month) -> String {
    format!("/monat/{person}/{month}")
}

/// What was decided so far, as it stands in an address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    /// `<id>.<choice>`, with commas between.
    #[serde(default)]
    pub(super) d: String,
}

/// Reads decisions; what is no decision is as none.
pub(super) fn decisions(text: &str) -> Decisions {
    text.split(',')
        .filter_map(|one| {
            let (id, word) = one.split_once('.')?;
            let choice = Choice::ALL.into_iter().find(|choice| choice.word() == word)?;
            Some((id.parse().ok()?, choice))
        })
        .collect()
}

/// Writes decisions for an address.
pub(super) fn written(decisions: &Decisions) -> String {
    let all: Vec<String> =
        decisions.iter().map(|(id, choice)| format!("{id}.{}", choice.word())).collect();
    all.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use assistenz_core::document::EventId;

    #[test]
    fn decisions_are_read_as_they_are_written_and_nonsense_is_none() {
        let id = EventId::new([3; 16]);
        let chosen = Decisions::from([(id, Choice::ProposePlanned)]);
        assert_eq!(decisions(&written(&chosen)), chosen);
        for nonsense in ["", ",", "x.r", "0303.r", &format!("{id}.q"), &format!("{id}r")] {
            assert_eq!(decisions(nonsense), Decisions::new(), "{nonsense}");
        }
    }
}
