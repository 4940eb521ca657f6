//! Which keys a kind of document may hold, and what under them.
//!
//! Table: `docs/sync-protocol.md` § 9. Keys are only ever added.

use super::GateRefusal;
use crate::document::{DocumentKind, EventId};
use crate::record::cbor::NotAValue;
use crate::record::events::Event;
use crate::record::fields::{FieldKey, FieldValue};

/// How a kind of document is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Add-only events: a key is written once.
    Events,
    /// Fields: a put replaces what it has seen; two that have not seen each
    /// other are a dispute.
    Fields,
}

/// How this kind of document is kept.
#[must_use]
pub const fn shape(kind: DocumentKind) -> Shape {
    match kind {
        DocumentKind::Time
        | DocumentKind::Review
        | DocumentKind::Answers
        | DocumentKind::Session
        | DocumentKind::Handover => Shape::Events,
        DocumentKind::Wishes
        | DocumentKind::Rota
        | DocumentKind::RotaOpen
        | DocumentKind::Contract
        | DocumentKind::Budget
        | DocumentKind::Person
        | DocumentKind::Team => Shape::Fields,
    }
}

/// What lies under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An event and its id.
    Event(EventId, Event),
    /// A field, its value, and when it was recorded by the device's clock, in ms.
    Field(FieldKey, FieldValue, i64),
}

/// The key of an event.
#[must_use]
pub fn event_key(id: EventId) -> String {
    format!("e/{id}")
}

/// Reads what lies under this key of this kind of document.
///
/// # Errors
///
/// [`GateRefusal::Newer`] for a type, field or version unknown here; else a
/// refusal for good.
pub fn read(kind: DocumentKind, key: &str, value: &[u8]) -> Result<Content, GateRefusal> {
    match shape(kind) {
        Shape::Events => {
            let id = key
                .strip_prefix("e/")
                .filter(|hex| !hex.bytes().any(|b| b.is_ascii_uppercase()))
                .and_then(|hex| hex.parse().ok())
                .ok_or(GateRefusal::BadKey)?;
            let event = Event::from_bytes(value)?;
            if event.body.home() != kind {
                return Err(GateRefusal::WrongDocument);
            }
            Ok(Content::Event(id, event))
        }
        Shape::Fields => {
            let field = FieldKey::parse(kind, key)?;
            let (value, recorded_ms) = FieldValue::read(field.form(), value)?;
            Ok(Content::Field(field, value, recorded_ms))
        }
    }
}

impl From<NotAValue> for GateRefusal {
    fn from(cause: NotAValue) -> Self {
        match cause {
            NotAValue::Malformed => Self::BadValue,
            NotAValue::NotDeterministic => Self::NotDeterministic,
            NotAValue::Newer => Self::Newer,
        }
    }
}
