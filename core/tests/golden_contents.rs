//! Golden vectors of what documents hold: events of every type, every field,
//! and bytes that no document takes in. `UPDATE_GOLDEN=1` writes
//! `tests/fixtures/record/contents.json` anew; otherwise it is compared.

#[path = "golden_contents/examples.rs"]
mod examples;
#[path = "golden_contents/named.rs"]
mod named;
#[path = "golden_contents/raw.rs"]
mod raw;
#[path = "golden_contents/refused.rs"]
mod refused;
#[path = "golden_contents/refused_bodies.rs"]
mod refused_bodies;

use assistenz_core::document::{DocumentKind, EventId, PersonId};
use assistenz_core::gate::schema::{self, Content};
use assistenz_core::record::cbor::NotAValue;
use assistenz_core::record::events::Event;
use assistenz_core::record::fields::{self, FieldKey, FieldValue, Form};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

const PERSON: PersonId = PersonId::new([0xad; 16]);

fn id(n: u16) -> EventId {
    let mut bytes = [0; 16];
    bytes[14..].copy_from_slice(&n.to_be_bytes());
    EventId::new(bytes)
}

fn ids(range: RangeInclusive<u16>) -> Vec<EventId> {
    range.map(id).collect()
}

/// Whether this version knows a type: it then looks at the body.
fn is_known(number: u16) -> bool {
    let empty = raw::event_of(1, u64::from(number), &[0xa0]);
    Event::from_bytes(&empty) != Err(NotAValue::Newer)
}

fn events() -> Vec<Value> {
    let mut forms: BTreeMap<u64, usize> = BTreeMap::new();
    let mut told = Vec::new();
    for (n, (name, event)) in examples::all().into_iter().enumerate() {
        let id = id(0x1000 + u16::try_from(n).expect("few"));
        let (kind, key, bytes) = (event.body.home(), schema::event_key(id), event.to_bytes());
        let content = Content::Event(id, event.clone());
        assert_eq!(schema::read(kind, &key, &bytes), Ok(content), "{name}");
        *forms.entry(event.body.number()).or_default() += 1;
        told.push(json!({
            "name": name, "kind": kind.word(), "key": key, "id": id,
            "bytes": hex::encode(bytes), "event": named::event(&event),
        }));
    }
    let known: Vec<u64> = (0..2_000).filter(|n| is_known(*n)).map(u64::from).collect();
    let shown: Vec<u64> = forms.keys().copied().collect();
    assert_eq!(shown, known, "every type there is, and no other");
    assert!(forms.values().all(|count| *count >= 2), "at least two forms of each: {forms:?}");
    told
}

/// The least and the most that a field may say.
fn extremes(form: Form) -> [FieldValue; 2] {
    match form {
        Form::Text(most) => [FieldValue::text(""), FieldValue::text("ß".repeat(most.min(40) / 2))],
        Form::Instant => [FieldValue::Number(0), FieldValue::Number(7_258_118_399_999)],
        Form::Day => [FieldValue::text("2000-01-01"), FieldValue::text("2028-02-29")],
        Form::Number => [FieldValue::Number(0), FieldValue::Number(1 << 31)],
        Form::Flag => [FieldValue::Flag(false), FieldValue::Flag(true)],
    }
}

fn key_of(kind: DocumentKind, thing: &str, field: &str) -> FieldKey {
    let key = if thing.is_empty() {
        FieldKey::alone(kind, field)
    } else {
        FieldKey::of(kind, thing, id(0xf1e1), field)
    };
    key.expect("a field of the table")
}

fn fields() -> Vec<Value> {
    let mut told = Vec::new();
    for (kind, thing, field, form) in fields::all() {
        let key = key_of(kind, thing, field);
        for (value, recorded_ms) in extremes(form).into_iter().zip([0, examples::NOW_MS]) {
            let bytes = value.to_bytes(recorded_ms);
            let content = Content::Field(key.clone(), value.clone(), recorded_ms);
            assert_eq!(schema::read(kind, &key.to_string(), &bytes), Ok(content), "{key}");
            told.push(json!({
                "kind": kind.word(), "key": key.to_string(), "bytes": hex::encode(bytes),
                "thing": thing, "id": key.id(), "field": field, "recorded": recorded_ms,
                "value": match value {
                    FieldValue::Text(text) => json!(text),
                    FieldValue::Number(number) => json!(number),
                    FieldValue::Flag(flag) => json!(flag),
                },
            }));
        }
    }
    told
}

/// How long a text may be: told as a number, because the texts would fill the file.
fn text_bounds() -> Vec<Value> {
    let mut told = Vec::new();
    for (kind, thing, field, form) in fields::all() {
        let Form::Text(most) = form else { continue };
        let key = key_of(kind, thing, field).to_string();
        let read = |length| {
            let bytes = FieldValue::text("x".repeat(length)).to_bytes(examples::NOW_MS);
            schema::read(kind, &key, &bytes).map_err(|refusal| refusal.code())
        };
        assert!(read(most).is_ok(), "{key}");
        assert_eq!(read(most + 1).err(), Some("bad_value"), "{key}");
        told.push(json!({ "kind": kind.word(), "key": key, "most": most }));
    }
    told
}

fn refused() -> Vec<Value> {
    let mut wrong = Vec::new();
    let told = |case: refused::Case| {
        let code = schema::read(case.kind, &case.key, &case.bytes).map_err(|why| why.code()).err();
        if code != Some(case.code) {
            wrong.push((case.name.clone(), code, case.code));
        }
        json!({
            "name": case.name, "kind": case.kind.word(), "key": case.key,
            "bytes": hex::encode(case.bytes), "code": case.code,
        })
    };
    let all = refused::all().into_iter().map(told).collect();
    assert!(wrong.is_empty(), "name, code, expected: {wrong:#?}");
    all
}

#[test]
fn contents_of_documents_are_as_they_were() {
    let value = json!({
        "events": events(),
        "fields": fields(),
        "text_bounds": text_bounds(),
        "refused": refused(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("JSON");
    text.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/record/contents.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("a golden file; UPDATE_GOLDEN=1 writes it");
    assert!(kept == text, "contents.json is not what the program makes");
}
