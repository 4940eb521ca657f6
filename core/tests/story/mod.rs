//! Documents of one person, written as a phone and a desk write them, and as
//! JSON for the golden vectors: raw changes and what they put.

#![allow(dead_code)] // each test uses its part

use assistenz_core::document::{DocumentId, DocumentKind, EventId, PersonId};
use assistenz_core::gate;
use assistenz_core::record::document::Document;
use assistenz_core::record::events::{Body, Event};
use assistenz_core::record::fields::{FieldKey, FieldValue};
use assistenz_core::time::Month;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const ADA: PersonId = PersonId::new([0xad; 16]);
/// 1 October 2026, 08:00 in Berlin: when the first of a story is written.
const BEGIN_MS: i64 = 1_790_834_400_000;

pub(crate) fn id(n: u16) -> EventId {
    let mut bytes = [0; 16];
    bytes[14..].copy_from_slice(&n.to_be_bytes());
    EventId::new(bytes)
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

pub(crate) const OCTOBER: &str = "2026-10";

/// `05T20:04` of October 2026 in Berlin, in ms.
pub(crate) fn ms(text: &str) -> i64 {
    let summer = format!("2026-10-{text}:00+02:00");
    chrono::DateTime::parse_from_rfc3339(&summer).expect("an instant").timestamp_millis()
}

/// A story: its name, and the states that its shifts or absences are in, by id.
pub(crate) type Told = (&'static str, &'static [&'static str], Story);

/// A story that is written from its first word.
pub(crate) fn told(
    name: &'static str,
    states: &'static [&'static str],
    write: impl FnOnce(&mut Story),
) -> Told {
    let mut story = Story::begin();
    write(&mut story);
    (name, states, story)
}

/// Documents of one person, and the clock of those who write in them.
pub(crate) struct Story {
    documents: BTreeMap<DocumentId, Document>,
    now_ms: i64,
    actors: u8,
}

impl Story {
    pub(crate) const fn begin() -> Self {
        Self { documents: BTreeMap::new(), now_ms: BEGIN_MS, actors: 0 }
    }

    pub(crate) fn documents(&self) -> Vec<&Document> {
        self.documents.values().collect()
    }

    fn fresh_actor(&mut self) -> [u8; 16] {
        self.actors += 1;
        [self.actors; 16]
    }

    /// A minute later; every write has its own.
    pub(crate) const fn tick(&mut self) -> i64 {
        self.now_ms += 60_000;
        self.now_ms
    }

    fn document(&mut self, name: DocumentId) -> &mut Document {
        if !self.documents.contains_key(&name) {
            let actor = self.fresh_actor();
            self.documents.insert(name, Document::new(name, actor));
        }
        self.documents.get_mut(&name).expect("is there")
    }

    /// An event under this id, in the document of its type and this month.
    pub(crate) fn write(&mut self, at: &str, n: u16, replaces: &[u16], body: impl Into<Body>) {
        let event = Event::new(self.tick(), body);
        self.record(at, n, event.superseding(replaces.iter().copied().map(id)));
    }

    /// The same for an event that is finished.
    pub(crate) fn record(&mut self, at: &str, n: u16, event: Event) {
        self.record_as(at, id(n), event);
    }

    /// The same for an event that has its id.
    pub(crate) fn record_as(&mut self, at: &str, id: EventId, event: Event) {
        let month = month(at);
        let name = match event.body.home() {
            DocumentKind::Time => DocumentId::time(ADA, month),
            DocumentKind::Review => DocumentId::review(ADA, month),
            DocumentKind::Answers => DocumentId::answers(ADA, month),
            other => unreachable!("{} in a story", other.word()),
        };
        let now_ms = event.recorded_ms;
        self.document(name).record(&[(id, event)], now_ms).expect("may be written");
    }

    /// Fields of an absence that the person wishes or reports.
    pub(crate) fn wish(&mut self, at: &str, n: u16, fields: &[(&str, FieldValue)]) {
        let now_ms = self.tick();
        let wishes = self.document(DocumentId::wishes(ADA, month(at)));
        wishes.set(&named(n, fields), now_ms).expect("may be written");
    }

    /// Two phones that do not know of each other each set fields of an absence.
    pub(crate) fn wish_apart(
        &mut self,
        at: &str,
        n: u16,
        here: &[(&str, FieldValue)],
        there: &[(&str, FieldValue)],
    ) {
        let name = DocumentId::wishes(ADA, month(at));
        let (actor, now_ms) = (self.fresh_actor(), self.tick());
        let mut other = Document::load(name, actor, self.document(name).save_after(&[]))
            .expect("the other phone's copy");
        let raw = other.set(&named(n, there), now_ms).expect("may be written");
        self.wish(at, n, here);
        let document = self.document(name);
        let accepted = gate::check(document, &raw).expect("let in");
        document.apply(accepted);
    }

    /// Every document as its raw changes and what they put, in this order.
    pub(crate) fn told(&self) -> Vec<Value> {
        self.documents.values().map(document_json).collect()
    }
}

fn named(n: u16, fields: &[(&str, FieldValue)]) -> Vec<(FieldKey, FieldValue)> {
    let key = |field| FieldKey::of(DocumentKind::Wishes, "absence", id(n), field).expect("a field");
    fields.iter().map(|(field, value)| (key(field), value.clone())).collect()
}

fn document_json(document: &Document) -> Value {
    let changes = document.save_after(&[]);
    let mut places = BTreeMap::new();
    let mut puts: Vec<Value> = Vec::new();
    for change in &changes {
        let walked = gate::walk(change).expect("in form");
        for (counter, op) in (walked.start_op..).zip(&walked.ops) {
            let replaces: Vec<usize> =
                op.replaces.iter().map(|op| places[&(op.actor, op.counter)]).collect();
            places.insert((walked.actor, counter), puts.len());
            puts.push(json!({
                "key": op.key, "bytes": hex::encode(&op.value), "replaces": replaces,
            }));
        }
    }
    json!({
        "document": document.id().to_string(), "puts": puts,
        "changes": changes.iter().map(hex::encode).collect::<Vec<_>>(),
    })
}

/// Compares with the golden file of that name, or writes it when asked to.
pub(crate) fn golden(name: &str, value: &Value) {
    let mut text = serde_json::to_string_pretty(value).expect("JSON");
    text.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/record").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("a golden file; UPDATE_GOLDEN=1 writes it");
    assert!(kept == text, "{name} is not what the program makes");
}
