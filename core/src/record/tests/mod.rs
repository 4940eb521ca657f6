//! Tests of effective hours and months, told as people act.

mod findings;
mod month;
mod plans;
mod shifts;

use super::cbor::{Funding, Place};
use super::document::Document;
use super::events::time::{
    Answer, ClockIn, ClockOut, Correction, ManualEntry, Part, PartEnd, PartStart, Retraction,
};
use super::events::{Body, Event};
use super::month::{MonthOfWork, Overrides};
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::gate;
use crate::time::Month;
use crate::work::Kind;

pub(super) const ADA: PersonId = PersonId::new([0xad; 16]);

pub(super) fn id(n: u16) -> EventId {
    let mut bytes = [0; 16];
    bytes[14..].copy_from_slice(&n.to_be_bytes());
    EventId::new(bytes)
}

pub(super) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// `2026-10-05T20:04+02:00` in ms.
pub(super) fn ms(text: &str) -> i64 {
    chrono::DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z")
        .expect("an instant")
        .timestamp_millis()
}

pub(super) fn berlin() -> Place {
    Place { zone: "Europe/Berlin".into(), land: "NW".into(), communes: vec![] }
}

/// The documents of one person as one device holds them.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) documents: Vec<Document>,
    actor: u8,
}

impl Desk {
    pub(super) fn new(actor: u8) -> Self {
        Self { documents: Vec::new(), actor }
    }

    pub(super) fn document(&mut self, name: DocumentId) -> &mut Document {
        let at = self.documents.iter().position(|document| document.id() == name);
        let at = at.unwrap_or_else(|| {
            self.documents.push(Document::new(name, [self.actor; 16]));
            self.documents.len() - 1
        });
        &mut self.documents[at]
    }

    pub(super) fn write(&mut self, at: &str, n: u16, event: impl Into<Told>) -> EventId {
        let Told(event) = event.into();
        let month = month(at);
        let name = match event.body.home() {
            DocumentKind::Review => DocumentId::review(ADA, month),
            _ => DocumentId::time(ADA, month),
        };
        let now = event.recorded_ms;
        self.document(name).record(&[(id(n), event)], now).expect("may be written");
        id(n)
    }

    /// Learns everything the other has.
    pub(super) fn learn(&mut self, other: &Self) {
        for theirs in &other.documents {
            for raw in theirs.save_after(&[]) {
                let own = self.document(theirs.id());
                let accepted = gate::check(own, &raw).expect("let in");
                own.apply(accepted);
            }
        }
    }

    pub(super) fn all(&self) -> Vec<&Document> {
        self.documents.iter().collect()
    }

    pub(super) fn month(&self, text: &str) -> MonthOfWork {
        MonthOfWork::read(ADA, month(text), &self.all(), Overrides::AsApproved)
    }

    /// Settled shifts as `day from-to minutes`.
    pub(super) fn shifts(&self, text: &str) -> Vec<String> {
        let month = self.month(text);
        let wall = |entry: &super::settle::Entry| {
            let shift = entry.settled()?;
            let zone = shift.workplace.zone;
            let (from, to) =
                (shift.span.from().on_the_wall(zone), shift.span.to().on_the_wall(zone));
            Some(format!(
                "{}-{} {}{}",
                from.format("%d %H:%M"),
                to.format("%d %H:%M"),
                shift.working_minutes(),
                if shift.reconstructed { " reconstructed" } else { "" }
            ))
        };
        month.entries.iter().filter_map(wall).collect()
    }

    pub(super) fn findings(&self, text: &str) -> Vec<&'static str> {
        self.month(text).findings.iter().map(|finding| finding.what.code()).collect()
    }

    pub(super) fn disputes(&self, text: &str) -> Vec<&'static str> {
        self.month(text).disputes.iter().map(|dispute| dispute.field.code()).collect()
    }
}

/// An event, so that bodies can be written without more words.
pub(super) struct Told(Event);
impl From<Event> for Told {
    fn from(event: Event) -> Self {
        Self(event)
    }
}
impl<B: Into<Body>> From<B> for Told {
    fn from(body: B) -> Self {
        Self(Event::new(ms("2026-10-05T00:00+02:00"), body))
    }
}

pub(super) fn event(body: impl Into<Body>) -> Event {
    Event::new(ms("2026-10-05T00:00+02:00"), body)
}

pub(super) fn clock_in(at: &str) -> ClockIn {
    ClockIn { at_ms: ms(at), place: berlin(), funding: vec![] }
}
pub(super) fn clock_out(shift: EventId, at: &str) -> ClockOut {
    ClockOut { shift, at_ms: ms(at) }
}
pub(super) fn part_start(shift: EventId, kind: Kind, at: &str) -> PartStart {
    PartStart { shift, kind, at_ms: ms(at) }
}
pub(super) fn part_end(shift: EventId, part: EventId, at: &str) -> PartEnd {
    PartEnd { shift, part, at_ms: ms(at) }
}
pub(super) fn part(shift: EventId, kind: Kind, from: &str, to: &str) -> Part {
    Part { shift, part: None, kind, from_ms: ms(from), to_ms: ms(to), reason: None }
}
pub(super) fn manual(from: &str, to: &str) -> ManualEntry {
    ManualEntry {
        from_ms: ms(from),
        to_ms: ms(to),
        place: berlin(),
        reason: "vergessen".into(),
        funding: vec![],
        from_typed: None,
        to_typed: None,
    }
}
pub(super) fn correction(shift: EventId, start: Option<&str>, end: Option<&str>) -> Correction {
    Correction {
        shift,
        reason: "vertippt".into(),
        start_ms: start.map(ms),
        end_ms: end.map(ms),
        place: None,
        funding: None,
    }
}
pub(super) fn retraction(shift: EventId) -> Retraction {
    Retraction { shift, part: None, reason: "doppelt".into() }
}
pub(super) fn answer(proposal: EventId, agreed: bool) -> Answer {
    Answer { proposal, agreed, reason: Some("weil".into()) }
}
pub(super) fn residual(cost_centre: &str) -> Funding {
    Funding { cost_centre: cost_centre.into(), measure: 3, amount: None }
}
