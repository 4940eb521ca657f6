//! Availability (Verfügbarkeit): when a person can, cannot or would like to
//! work. Wishes; they bind nobody.

use super::document::{Document, Written};
use super::fields::FieldValue;
use crate::document::EventId;
use crate::time::{Interval, Minute};
use std::collections::BTreeMap;

/// What is wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// Would like to work.
    Preferred,
    /// Can work.
    Available,
    /// Cannot work.
    Unavailable,
}

impl Wish {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Preferred, Self::Available, Self::Unavailable];

    /// The word on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Available => "available",
            Self::Unavailable => "unavailable",
        }
    }

    /// The wish of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.word() == word)
    }
}

/// One wish about a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    /// Its id.
    pub id: EventId,
    /// When; `None` while disputed or upside down.
    pub span: Option<Interval>,
    /// What; `None` for a word unknown here or disputed.
    pub wish: Option<Wish>,
    /// What the person wrote.
    pub note: String,
    /// Withdrawn.
    pub withdrawn: bool,
}

/// The wishes of a `wishes` document, by begin.
#[must_use]
pub fn availability(wishes: &Document) -> Vec<Availability> {
    let mut all: BTreeMap<EventId, BTreeMap<&'static str, Vec<&Written<FieldValue>>>> =
        BTreeMap::new();
    for (key, values) in wishes.fields() {
        if let ("availability", Some(id)) = (key.thing(), key.id()) {
            all.entry(id).or_default().insert(key.field(), values);
        }
    }
    let mut found: Vec<Availability> = all
        .into_iter()
        .map(|(id, fields)| {
            let value = |field: &str| {
                let values = fields.get(field)?;
                let first = &values.first()?.value;
                values.iter().all(|written| written.value == *first).then_some(first)
            };
            let minute = |field| value(field)?.as_number().map(Minute::floor_ms);
            let text = |field| value(field).and_then(FieldValue::as_text);
            Availability {
                id,
                span: minute("from")
                    .zip(minute("to"))
                    .and_then(|(from, to)| Interval::new(from, to)),
                wish: text("kind").and_then(Wish::from_word),
                note: text("note").unwrap_or_default().to_owned(),
                withdrawn: value("withdrawn") == Some(&FieldValue::Flag(true)),
            }
        })
        .collect();
    found.sort_by_key(|wish| (wish.span.map(Interval::from), wish.id));
    found
}
