//! Who said it: disputes in plain words.
//!
//! Authorship is told by the signed batch only, so the caller looks it up.

use super::cbor::Hash32;
use super::claims::Value;
use super::document::Document;
use super::fields::FieldValue;
use super::findings::Dispute;
use crate::document::{DeviceId, DocumentId, EventId, PersonId};

/// Who wrote a change, on which device, and when the office had it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The person whose device signed.
    pub person: PersonId,
    /// The device.
    pub device: DeviceId,
    /// When the office received it; `None` while it has not.
    pub received_ms: Option<i64>,
}

/// Knows who wrote which change.
pub trait Authors {
    /// Who wrote this change of this document; `None` if the batch is not here.
    fn author(&self, document: DocumentId, change: Hash32) -> Option<Author>;
}

/// One side of a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<V> {
    /// The value.
    pub value: V,
    /// The event that says so; `None` for a field.
    pub event: Option<EventId>,
    /// When it was recorded, by the device's clock; `None` if it is not here.
    pub recorded_ms: Option<i64>,
    /// Who, on which device.
    pub author: Option<Author>,
}

/// A dispute of either kind with who said what, when, on which device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<V> {
    /// Which field: a code of [`super::claims::Field`] or a field's key.
    pub field: String,
    /// Every side.
    pub sides: Vec<Said<V>>,
}

/// Tells a dispute about a field of a shift.
#[must_use]
pub fn tell(dispute: &Dispute, documents: &[&Document], authors: &impl Authors) -> Told<Value> {
    let mut sides = Vec::new();
    for (value, events) in &dispute.values {
        for id in events {
            let found = documents.iter().find_map(|document| {
                let (_, event, change) = document.events().find(|(event, _, _)| event == id)?;
                Some((event.recorded_ms, authors.author(document.id(), change)))
            });
            sides.push(Said {
                value: value.clone(),
                event: Some(*id),
                recorded_ms: found.map(|(recorded, _)| recorded),
                author: found.and_then(|(_, author)| author),
            });
        }
    }
    Told { field: dispute.field.code().to_owned(), sides }
}

/// Tells every dispute of a field map: fields with several different values.
#[must_use]
pub fn tell_fields(document: &Document, authors: &impl Authors) -> Vec<Told<FieldValue>> {
    document
        .fields()
        .filter(|(_, values)| values.iter().any(|written| written.value != values[0].value))
        .map(|(key, values)| Told {
            field: key.to_string(),
            sides: values
                .into_iter()
                .map(|written| Said {
                    value: written.value.clone(),
                    event: None,
                    recorded_ms: Some(written.recorded_ms),
                    author: authors.author(document.id(), written.change),
                })
                .collect(),
        })
        .collect()
}
