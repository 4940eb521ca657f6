//! The history of an entry in sentences: who, when, by which device, which
//! field, what it was and what it became, and why.

use super::when;
use crate::app::story::Told;
use crate::app::trail::Trace;
use crate::document::{EventId, PersonId};
use crate::log::{Credential, DeviceForm};
use crate::record::claims::{Claims, Field, Value as Claimed};
use crate::record::doubt::Bounds;
use crate::record::events::{Body, Event};
use crate::time::Minute;
use crate::words::{Language, Value, say};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// One event with what is known about its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<'a> {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub event: &'a Event,
    /// Who; `None` if it is not known here.
    pub person: Option<PersonId>,
    /// What sort of device.
    pub form: Option<DeviceForm>,
    /// How the person was known to the office that signed for them.
    pub desk: Option<Credential>,
    /// When the office had it, in ms since 1970.
    pub received_ms: Option<i64>,
    /// Bounds of the true time, where the device's clock was off.
    pub doubt: Option<Bounds>,
}

impl<'a> From<&'a Told> for Recorded<'a> {
    fn from(told: &'a Told) -> Self {
        let trace = told.trace.as_ref();
        Self {
            id: told.id,
            event: &told.event,
            person: trace.map(|trace| trace.author.person),
            form: trace.and_then(|trace| trace.form),
            desk: trace.and_then(|trace| trace.desk),
            received_ms: trace.and_then(|trace| trace.author.received_ms),
            doubt: trace.and_then(Trace::doubt),
        }
    }
}

/// What sentences are made with.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The language.
    pub language: Language,
    /// The zone of the workplace.
    pub zone: Tz,
    /// Names of people.
    pub names: &'a BTreeMap<PersonId, String>,
}

/// One line of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The event.
    pub id: EventId,
    /// `Mo 2. Nov. 08:00`
    pub when: String,
    /// `Ada Muster, Telefon`
    pub who: String,
    /// What happened, in a sentence.
    pub sentence: String,
    /// The reason given; empty if none was.
    pub reason: String,
    /// Late arrival, a wrong clock: one sentence each.
    pub notes: Vec<String>,
    /// Later events replaced everything it says.
    pub replaced: bool,
}

/// Arrived so much later, a line says so: an hour.
const LATE_MS: i64 = 3_600_000;

/// The lines of a history, in the order given.
#[must_use]
pub fn lines(telling: Telling<'_>, claims: &Claims, events: &[Recorded<'_>]) -> Vec<Line> {
    events
        .iter()
        .filter_map(|recorded| {
            let (sentence, reason) = telling.sentence(claims, recorded.id, &recorded.event.body)?;
            Some(Line {
                id: recorded.id,
                when: telling.moment(recorded.event.recorded_ms),
                who: telling.who(recorded),
                sentence,
                reason,
                notes: telling.notes(recorded),
                replaced: is_replaced(claims, recorded.id),
            })
        })
        .collect()
}

/// What kind of part this is: as said last; none where two say different things
/// or nobody has said it here.
fn kind_of(claims: &Claims, part: EventId) -> Option<crate::work::Kind> {
    let said = |live: bool| {
        let of_part = claims.all.iter().filter(move |claim| claim.field == Field::PartKind(part));
        of_part.filter(move |claim| !live || claim.replaced_by.is_empty())
    };
    // A part that was taken back still had a kind.
    let mut kinds = said(said(true).next().is_some()).filter_map(|claim| match claim.value {
        Claimed::Kind(kind) => Some(kind),
        Claimed::Exists(_)
        | Claimed::At(_)
        | Claimed::Place(_)
        | Claimed::Funding(_)
        | Claimed::Away(..) => None,
    });
    let first = kinds.next()?;
    kinds.all(|other| other == first).then_some(first)
}

fn is_replaced(claims: &Claims, id: EventId) -> bool {
    let mut own = claims.all.iter().filter(|claim| claim.event == id).peekable();
    own.peek().is_some() && own.all(|claim| !claim.replaced_by.is_empty())
}

impl Telling<'_> {
    fn say(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        say(self.language, key, values)
    }

    fn moment(self, ms: i64) -> String {
        when::moment(self.language, Minute::floor_ms(ms), self.zone)
    }

    /// `Ada Muster, Telefon`.
    #[must_use]
    pub fn who(self, recorded: &Recorded<'_>) -> String {
        let name = recorded.person.and_then(|person| self.names.get(&person).cloned());
        let name = name.unwrap_or_else(|| self.say("history-somebody", &[]));
        let device = match (recorded.desk, recorded.form) {
            (Some(Credential::Passkey), _) => "history-desk-passkey",
            (Some(Credential::Password), _) => "history-desk-password",
            (Some(Credential::CommandLine), _) => "history-desk-command-line",
            (Some(Credential::Link), _) => "history-desk-link",
            (Some(Credential::RecoveryCode), _) => "history-desk-recovery",
            (None, Some(DeviceForm::Phone)) => "history-phone",
            (None, Some(DeviceForm::Desk)) => "history-desk",
            (None, Some(DeviceForm::CommandLine)) => "history-command-line",
            (None, None) => "history-unknown-device",
        };
        let device = self.say(device, &[]);
        self.say("history-who", &[("name", Value::Text(&name)), ("device", Value::Text(&device))])
    }

    fn notes(self, recorded: &Recorded<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        match recorded.received_ms {
            Some(received) if received - recorded.event.recorded_ms > LATE_MS => {
                let at = self.moment(received);
                notes.push(self.say("history-arrived", &[("at", Value::Text(&at))]));
            }
            Some(_) => {}
            None => notes.push(self.say("history-not-arrived", &[])),
        }
        if let Some(bounds) = recorded.doubt {
            notes.push(self.bounds(bounds));
        }
        notes
    }

    /// `Die Uhr des Geräts ging falsch: wirklich zwischen 07:58 und 08:03.`
    #[must_use]
    pub fn bounds(self, bounds: Bounds) -> String {
        let (earliest, latest) = (
            bounds.earliest_ms.map(|ms| self.moment(ms)),
            bounds.latest_ms.map(|ms| self.moment(ms)),
        );
        let key = match (&earliest, &latest) {
            (Some(_), Some(_)) => "history-doubt-between",
            (Some(_), None) => "history-doubt-not-before",
            (None, _) => "history-doubt-not-after",
        };
        let values = [
            ("earliest", Value::Text(earliest.as_deref().unwrap_or_default())),
            ("latest", Value::Text(latest.as_deref().unwrap_or_default())),
        ];
        self.say(key, &values)
    }

    /// The sentence of an event and the reason given with it.
    fn sentence(self, claims: &Claims, id: EventId, body: &Body) -> Option<(String, String)> {
        let none = String::new;
        let at = |ms: i64| self.moment(ms);
        let with_at = |key: &str, ms: i64| {
            let at = at(ms);
            self.say(key, &[("at", Value::Text(&at))])
        };
        let with_kind = |key: &str, kind: crate::work::Kind, span: String| {
            let kind = self.say(&format!("view-kind-{}", kind.word()), &[]);
            self.say(key, &[("kind", Value::Text(&kind)), ("span", Value::Text(&span))])
        };
        let span = |from: i64, to: i64| {
            let (from, to) = (at(from), at(to));
            self.say("view-span", &[("from", Value::Text(&from)), ("to", Value::Text(&to))])
        };
        let told = match body {
            Body::ClockIn(body) => (with_at("history-clock-in", body.at_ms), none()),
            Body::ClockOut(body) => (with_at("history-clock-out", body.at_ms), none()),
            Body::PartStart(body) => {
                (with_kind("history-part-start", body.kind, at(body.at_ms)), none())
            }
            Body::PartEnd(body) => {
                let sentence = match kind_of(claims, body.part) {
                    Some(kind) => {
                        let (kind, at) =
                            (self.say(&format!("view-kind-{}", kind.word()), &[]), at(body.at_ms));
                        let values = [("kind", Value::Text(&kind)), ("at", Value::Text(&at))];
                        self.say("history-part-end-of", &values)
                    }
                    None => with_at("history-part-end", body.at_ms),
                };
                (sentence, none())
            }
            Body::Part(body) => (
                with_kind("history-part", body.kind, span(body.from_ms, body.to_ms)),
                body.reason.clone().unwrap_or_default(),
            ),
            Body::ManualEntry(body) => {
                let span = span(body.from_ms, body.to_ms);
                let sentence = self.say("history-manual", &[("span", Value::Text(&span))]);
                (sentence, body.reason.clone())
            }
            Body::Correction(body) => (
                self.say(
                    "history-correction",
                    &[("change", Value::Text(&self.changes(claims, id)))],
                ),
                body.reason.clone(),
            ),
            Body::StatedEnd(body) => {
                (with_at("history-stated-end", body.at_ms), body.note.clone().unwrap_or_default())
            }
            Body::Retraction(body) => {
                let key = match body.part {
                    None => "history-retraction",
                    Some(_) => "history-retraction-part",
                };
                (self.say(key, &[]), body.reason.clone())
            }
            Body::Undone(_) => (self.say("history-undone", &[]), none()),
            Body::QuietNight(_) => (self.say("history-quiet-night", &[]), none()),
            Body::Answer(body) => {
                let key = if body.agreed { "history-agreed" } else { "history-objected" };
                (self.say(key, &[]), body.reason.clone().unwrap_or_default())
            }
            Body::Away(body) => {
                let span = span(body.from_ms, body.to_ms);
                (self.say("history-away", &[("span", Value::Text(&span))]), none())
            }
            Body::Proposal(body) => {
                let change = if body.retract == Some(true) {
                    self.say("month-proposed-removal", &[])
                } else {
                    let ends =
                        [(body.start_ms, "history-to-start"), (body.end_ms, "history-to-end")];
                    let parts: Vec<String> =
                        ends.into_iter().filter_map(|(ms, key)| Some(with_at(key, ms?))).collect();
                    if parts.is_empty() {
                        self.say("month-proposed-other", &[])
                    } else {
                        when::listed(self.language, &parts)
                    }
                };
                let sentence = self.say("history-proposal", &[("change", Value::Text(&change))]);
                (sentence, body.reason.clone())
            }
            Body::ProposalWithdrawn(body) => {
                (self.say("history-withdrawn", &[]), body.reason.clone().unwrap_or_default())
            }
            Body::Approval(body) => {
                let key = if body.days.is_empty() {
                    "history-approved-month"
                } else {
                    "history-approved-days"
                };
                let over = body.over.iter().map(|over| over.reason.clone()).collect::<Vec<_>>();
                (self.say(key, &[("month", Value::Month(body.month))]), over.join("; "))
            }
            Body::Reopening(body) => (self.say("history-reopened", &[]), body.reason.clone()),
            Body::MonthComplete(_)
            | Body::StatementPiece(_)
            | Body::PayLine(_)
            | Body::PayLineRemoved(_)
            | Body::HoursBooked(_)
            | Body::NetPayNoted(_)
            | Body::Decision(_)
            | Body::AbsenceEntered(_)
            | Body::TakenBack(_)
            | Body::CertificateNoted(_)
            | Body::SameIllness(_)
            | Body::VacationBooked(_)
            | Body::VacationWarned(_)
            | Body::MaternityNoted(_)
            | Body::Session(_)
            | Body::SessionRetracted(_)
            | Body::Question(_)
            | Body::Reply(_)
            | Body::Refund(_)
            | Body::RefundTakenBack(_) => return None,
        };
        Some(told)
    }

    /// What an event changed: field by field, the value before and after.
    fn changes(self, claims: &Claims, id: EventId) -> String {
        let mut parts = Vec::new();
        for claim in claims.all.iter().filter(|claim| claim.event == id) {
            let before: Vec<String> = claims
                .all
                .iter()
                .filter(|other| other.field == claim.field && other.replaced_by.contains(&id))
                .map(|other| self.value(&other.value))
                .collect();
            let before = when::listed(self.language, &before);
            let after = self.value(&claim.value);
            let key = match (claim.field, before.is_empty()) {
                (Field::Start, true) => "history-new-start",
                (Field::Start, false) => "history-change-start",
                (Field::End, true) => "history-new-end",
                (Field::End, false) => "history-change-end",
                (
                    Field::Exists
                    | Field::Place
                    | Field::Funding
                    | Field::PartExists(_)
                    | Field::PartKind(_)
                    | Field::PartFrom(_)
                    | Field::PartTo(_)
                    | Field::Away(_),
                    _,
                ) => "history-change-other",
            };
            let values = [("old", Value::Text(&before)), ("new", Value::Text(&after))];
            parts.push(self.say(key, &values));
        }
        when::listed(self.language, &parts)
    }

    /// A value of a field, as people read it.
    #[must_use]
    pub fn value(self, value: &Claimed) -> String {
        match value {
            Claimed::At(minute) => when::moment(self.language, *minute, self.zone),
            Claimed::Exists(true) => self.say("month-value-exists", &[]),
            Claimed::Exists(false) => self.say("month-value-gone", &[]),
            Claimed::Kind(kind) => self.say(&format!("view-kind-{}", kind.word()), &[]),
            Claimed::Place(place) => format!("{} {}", place.zone, place.land.to_uppercase()),
            Claimed::Funding(_) => self.say("month-value-funding", &[]),
            Claimed::Away(from, to, _) => {
                let (from, to) = (self.moment(from.ms()), self.moment(to.ms()));
                self.say("view-span", &[("from", Value::Text(&from)), ("to", Value::Text(&to))])
            }
        }
    }
}

#[cfg(test)]
mod tests;
