//! Golden vectors of the gate: changes that a document lets in, and changes
//! that it does not (`docs/sync-protocol.md` § 9). `UPDATE_GOLDEN=1` writes
//! `tests/fixtures/record/changes.json` anew; otherwise it is compared.

#[path = "golden_changes/raw.rs"]
mod raw;
mod story;

use assistenz_core::document::DocumentId;
use assistenz_core::gate::{self, schema};
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::ClockOut;
use assistenz_core::record::fields::FieldValue;
use raw::{Put, Raw, column, sleb, uleb};
use serde_json::{Value, json};
use story::{ADA, golden, id, month};

const NOW_MS: i64 = 1_790_834_400_000;
/// Four writers; the first began the document.
const A: u8 = 0xa1;
const B: u8 = 0xb1;
const C: u8 = 0xc1;

/// Name, bytes, and the word for what becomes of it.
type Case = (&'static str, Vec<u8>, &'static str);

fn clocked_out(n: u16) -> Put {
    let event = Event::new(NOW_MS, ClockOut { shift: id(1), at_ms: NOW_MS });
    Put { key: schema::event_key(id(n)), value: event.to_bytes(), replaces: vec![] }
}

fn noted(field: &str, text: &str, replaces: &[(u64, i64)]) -> Put {
    Put {
        key: format!("absence/{}/{field}", id(1)),
        value: FieldValue::text(text).to_bytes(NOW_MS),
        replaces: replaces.to_vec(),
    }
}

/// What becomes of a change, in a word.
fn verdict(document: &Document, bytes: &[u8]) -> &'static str {
    match gate::check(document, bytes) {
        Ok(accepted) if accepted.is_known() => "known",
        Ok(_) => "let_in",
        Err(refusal) => refusal.code(),
    }
}

fn vectors(name: DocumentId, have: &[Raw], cases: Vec<Case>) -> Value {
    let mut document = Document::new(name, [0xdd; 16]);
    for change in have {
        let accepted = gate::check(&document, &change.bytes()).expect("let in");
        document.apply(accepted);
    }
    let mut wrong = Vec::new();
    let mut told = Vec::new();
    for (case, bytes, expected) in cases {
        let found = verdict(&document, &bytes);
        if found != expected {
            wrong.push((case, found, expected));
        }
        told.push(json!({ "name": case, "bytes": hex::encode(bytes), "verdict": expected }));
    }
    assert!(wrong.is_empty(), "change, verdict, expected: {wrong:#?}");
    json!({
        "document": name.to_string(),
        "have": have.iter().map(|change| hex::encode(change.bytes())).collect::<Vec<_>>(),
        "changes": told,
    })
}

/// How a change is written.
fn form(first: &Raw) -> Vec<Case> {
    let next = Raw::one(A, 2, 2, &[first.hash()], &clocked_out(3));
    let changed = |change: &dyn Fn(&mut Raw)| {
        let mut other = next.clone();
        change(&mut other);
        other.bytes()
    };
    let bytes = next.bytes();
    let mut unsound = bytes.clone();
    unsound[40] ^= 1;
    let length = u64::from(bytes[9]) & 0x7f | u64::from(bytes[10]) << 7;
    let overlong = [uleb(length)[0], uleb(length)[1] | 0x80, 0];
    let swapped = |raw: &mut Raw| raw.columns.swap(0, 1);
    let key = clocked_out(3).key;
    let named = |name: &[u8]| [sleb(-1), uleb(name.len() as u64), name.to_vec()].concat();
    let value = clocked_out(3).value;
    let meta = |kind| [sleb(-1), uleb((value.len() as u64) << 4 | kind)].concat();
    let mut long = next.clone();
    long.behind = vec![0; 16 * 1024];
    vec![
        ("the writer's next", bytes.clone(), "let_in"),
        ("one that is here", first.bytes(), "known"),
        ("nothing", vec![], "truncated"),
        ("cut off", bytes[..bytes.len() - 1].to_vec(), "truncated"),
        ("a byte too many", [bytes.clone(), vec![0]].concat(), "left_over"),
        ("longer than 16 KiB", long.bytes(), "too_long"),
        ("another magic", changed(&|raw| raw.magic[0] = 0x84), "not_a_change"),
        ("a whole document", changed(&|raw| raw.kind = 0), "not_a_change"),
        ("a deflated change", changed(&|raw| raw.kind = 2), "not_a_change"),
        ("a bit turned", unsound, "bad_checksum"),
        ("a length longer than needed", next.with_length(&overlong), "bad_number"),
        ("a dependency twice", changed(&|raw| raw.deps.push(raw.deps[0])), "bad_deps"),
        ("a writer of 15 bytes", changed(&|raw| raw.actor.truncate(15)), "bad_actor"),
        ("sequence number 0", changed(&|raw| raw.seq = 0), "bad_number"),
        ("counter 0", changed(&|raw| raw.start_op = 0), "bad_number"),
        ("a counter above 2³¹", changed(&|raw| raw.start_op = (1 << 31) + 1), "bad_number"),
        ("before 1970", changed(&|raw| raw.time = -1), "bad_number"),
        ("in the year 10000", changed(&|raw| raw.time = 253_402_300_800), "bad_number"),
        ("with a message", changed(&|raw| raw.message = b"hello".to_vec()), "message"),
        ("bytes behind the columns", changed(&|raw| raw.behind = vec![0]), "left_over"),
        (
            "another writer named for nothing",
            changed(&|raw| raw.others = vec![vec![B; 16]]),
            "not_the_same",
        ),
        ("another writer of 17 bytes", changed(&|raw| raw.others = vec![vec![B; 17]]), "bad_actor"),
        ("a deflated column", changed(&|raw| raw.columns[4].0 |= 8), "deflated"),
        ("columns out of order", changed(&swapped), "bad_column"),
        ("a column is missing", changed(&|raw| drop(raw.columns.remove(5))), "bad_column"),
        (
            "a column of objects",
            changed(&|raw| raw.columns.insert(0, (0x01, vec![0x7f, 0]))),
            "bad_column",
        ),
        (
            "what is replaced, of nothing",
            changed(&|raw| {
                raw.columns.extend([(column::BY, vec![]), (column::COUNTERS, vec![])]);
            }),
            "bad_column",
        ),
        ("an insertion", next.clone().with(column::INSERT, vec![0, 1]).bytes(), "not_a_put"),
        ("a deletion", next.clone().with(column::ACTION, vec![0x7f, 3]).bytes(), "not_a_put"),
        ("no operation", next.clone().with(column::ACTION, vec![]).bytes(), "too_many"),
        ("a text instead of bytes", next.clone().with(column::META, meta(6)).bytes(), "not_a_put"),
        (
            "a value with bytes behind it",
            next.clone().with(column::VALUE, [value.clone(), vec![0]].concat()).bytes(),
            "left_over",
        ),
        (
            "a value cut off",
            next.clone().with(column::VALUE, value[1..].to_vec()).bytes(),
            "truncated",
        ),
        ("a key with a gap", next.clone().with(column::KEY, vec![0, 1]).bytes(), "bad_column"),
        (
            "two keys for one operation",
            next.clone()
                .with(column::KEY, [named(key.as_bytes()), named(key.as_bytes())].concat())
                .bytes(),
            "too_many",
        ),
        (
            "a key that is not UTF-8",
            next.clone().with(column::KEY, named(&[0xc3, 0x28])).bytes(),
            "bad_key",
        ),
        (
            "a run of one, written as a run",
            next.clone().with(column::ACTION, vec![1, 1]).bytes(),
            "not_the_same",
        ),
        (
            "a number longer than needed",
            next.clone().with(column::ACTION, vec![0x7f, 0x81, 0]).bytes(),
            "bad_number",
        ),
    ]
}

/// How it follows what is here.
fn order(first: &Raw) -> Vec<Case> {
    let here = [first.hash()];
    let one = |actor, seq, start_op, deps: &[[u8; 32]], n| {
        Raw::one(actor, seq, start_op, deps, &clocked_out(n)).bytes()
    };
    let put = |key: &str, value: Vec<u8>| {
        let put = Put { key: key.to_owned(), value, replaces: vec![] };
        Raw::one(A, 2, 2, &here, &put).bytes()
    };
    let key = clocked_out(3).key;
    let twice = {
        let raw = Raw::one(A, 2, 2, &here, &clocked_out(3));
        let value = clocked_out(3).value;
        let meta = uleb((value.len() as u64) << 4 | 7);
        let named = [vec![2], uleb(key.len() as u64), key.clone().into_bytes()].concat();
        raw.with(column::KEY, named)
            .with(column::INSERT, vec![2])
            .with(column::ACTION, vec![2, 1])
            .with(column::META, [vec![2], meta].concat())
            .with(column::VALUE, [value.clone(), value].concat())
            .with(column::REPLACED, vec![2, 0])
    };
    let replacing = Put { replaces: vec![(0, 1)], ..clocked_out(2) };
    let newer = [&[0xa4, 0x00, 0x02], &clocked_out(3).value[3..]].concat();
    vec![
        ("another writer who has seen it", one(B, 1, 2, &here, 3), "let_in"),
        ("another writer who has seen nothing", one(B, 1, 1, &[], 3), "let_in"),
        ("a dependency that is not here", one(B, 1, 2, &[[9; 32]], 3), "depends"),
        ("the writer's first once more", one(A, 1, 2, &here, 3), "bad_sequence"),
        ("the writer's next but one", one(A, 3, 2, &here, 3), "bad_sequence"),
        ("the writer's next without its last", one(A, 2, 1, &[], 3), "bad_sequence"),
        ("another writer's second", one(B, 2, 2, &here, 3), "bad_sequence"),
        ("a counter too small", one(A, 2, 1, &here, 3), "bad_counter"),
        ("a counter too large", one(A, 2, 3, &here, 3), "bad_counter"),
        ("an event's key that is taken", one(A, 2, 2, &here, 2), "key_taken"),
        ("a key twice", twice.bytes(), "key_taken"),
        ("an event that replaces", Raw::one(A, 2, 2, &here, &replacing).bytes(), "bad_replacement"),
        ("an event of a later version", put(&key, newer), "newer"),
        ("a key of no event", put("e/1", clocked_out(3).value), "bad_key"),
        ("a value that is none", put(&key, vec![0xff]), "bad_value"),
    ]
}

/// What a field's put may replace.
fn fields(first: &Raw, second: &Raw) -> Vec<Case> {
    let heads = [second.hash()];
    let one = |actor, seq, start_op, deps: &[[u8; 32]], put: &Put| {
        Raw::one(actor, seq, start_op, deps, put).bytes()
    };
    let by_another = |put: &Put, deps: &[[u8; 32]], start_op| {
        let mut raw = Raw::one(B, 1, start_op, deps, put);
        raw.others = vec![vec![A; 16]];
        raw.bytes()
    };
    vec![
        (
            "replaces the value that is here",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 2)])),
            "let_in",
        ),
        (
            "another writer replaces it",
            by_another(&noted("note", "drei", &[(1, 2)]), &heads, 3),
            "let_in",
        ),
        (
            "beside the value that is here",
            one(A, 3, 3, &heads, &noted("note", "drei", &[])),
            "let_in",
        ),
        (
            "replaces a value that was replaced",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 1)])),
            "let_in",
        ),
        (
            "replaces both",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 1), (0, 2)])),
            "let_in",
        ),
        (
            "replaces both, the later first",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 2), (0, 1)])),
            "bad_replacement",
        ),
        (
            "replaces one twice",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 2), (0, 2)])),
            "bad_replacement",
        ),
        (
            "replaces an operation that is not here",
            one(A, 3, 3, &heads, &noted("note", "drei", &[(0, 7)])),
            "bad_replacement",
        ),
        (
            "replaces one of another key",
            one(A, 3, 3, &heads, &noted("kind", "sick", &[(0, 2)])),
            "bad_replacement",
        ),
        (
            "replaces what it has not seen",
            by_another(&noted("note", "drei", &[(1, 2)]), &[first.hash()], 2),
            "bad_replacement",
        ),
        (
            "replaces by a writer that is not named",
            one(C, 1, 3, &heads, &noted("note", "drei", &[(1, 2)])),
            "bad_actor",
        ),
        ("a field unknown yet", one(A, 3, 3, &heads, &noted("colour", "rot", &[])), "newer"),
    ]
}

#[test]
fn the_gate_decides_as_it_did() {
    let begun = Raw::one(A, 1, 1, &[], &clocked_out(2));
    let time = DocumentId::time(ADA, month("2026-10"));
    let wishes = DocumentId::wishes(ADA, month("2026-10"));
    let first = Raw::one(A, 1, 1, &[], &noted("note", "eins", &[]));
    let second = Raw::one(A, 2, 2, &[first.hash()], &noted("note", "zwei", &[(0, 1)]));
    let of_events = [form(&begun), order(&begun)].concat();
    let of_fields = fields(&first, &second);
    golden(
        "changes.json",
        &json!([vectors(time, &[begun], of_events), vectors(wishes, &[first, second], of_fields),]),
    );
}
