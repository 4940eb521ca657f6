//! Golden vectors of every format under `tests/fixtures/record`, from fixed
//! seeds. `UPDATE_GOLDEN=1` writes them anew; otherwise they are compared.
//! Released vectors are never changed, only added to.

#[path = "../book/mod.rs"]
mod book;

mod batches;
mod keys;
mod life;
mod records;
mod trees;

use assistenz_core::document::{
    ActId, DocumentId, DocumentKind, Incarnation, Period, PersonId, TeamId,
};
use assistenz_core::log::codec::{decode, encode};
use assistenz_core::log::evidence::{FindingKind, verify};
use assistenz_core::log::tree::{self, MemoryNodes};
use assistenz_core::log::{
    About, Assertion, Cause, ChainHead, Checkpoint, ClockEvidence, Content, Context, Credential,
    Desk, DeviceForm, DeviceKey, Digest, Draft, Entry, EpochReason, Hash, LogKey, Operation,
    Position, PublicKey, Receipt, Receipts, Record, RecordContent, RecordDraft, Role, SignedBatch,
    Signer, Status, Stream, Topic,
};
use book::{Book, Line, START_MS, october};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/record")
}

/// Compares with the file of that name, or writes it when asked to.
fn golden(name: &str, bytes: &[u8]) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(folder()).expect("a folder");
        std::fs::write(&path, bytes).expect("written");
    }
    let kept = std::fs::read(&path).expect("a golden file; UPDATE_GOLDEN=1 writes it");
    assert!(kept == bytes, "{name} is not what the program makes");
}

/// Name, content, desk and signers of a record.
type Case<'a> = (&'a str, RecordContent, Option<Desk>, &'a [&'a dyn Signer]);

fn golden_json(name: &str, value: &Value) {
    let mut text = serde_json::to_string_pretty(value).expect("JSON");
    text.push('\n');
    golden(name, text.as_bytes());
}

fn team() -> TeamId {
    TeamId::new([0x11; 16])
}

fn person(number: u8) -> PersonId {
    PersonId::new([number; 16])
}

fn device(seed: u8) -> DeviceKey {
    DeviceKey::from_seed(&[seed; 32])
}

fn office(seed: u8) -> LogKey {
    LogKey::from_seed(&[seed; 32])
}

fn clock() -> ClockEvidence {
    ClockEvidence {
        wall_ms: START_MS,
        offset_minutes: 120,
        zone: "Europe/Berlin".to_owned(),
        monotonic_ms: 123_456_789,
        boot: [9; 8],
        office_ms: None,
        office_heard_ms: None,
    }
}

fn draft(document: DocumentId) -> Draft {
    Draft {
        team: team(),
        document,
        incarnation: Incarnation::new([0x22; 8]),
        act: None,
        policy_seen: 7,
        clock: clock(),
        app: "0.1.0".to_owned(),
        desk: None,
        schema: 1,
        changes: vec![b"not a real change".to_vec()],
    }
}

fn desk() -> Desk {
    Desk {
        person: person(1),
        session: [0x33; 16],
        credential: Credential::Passkey,
        assertion: Some(Assertion {
            credential_id: vec![1, 2, 3],
            authenticator_data: vec![4; 37],
            client_data: br#"{"type":"webauthn.get"}"#.to_vec(),
            signature: vec![5; 70],
        }),
    }
}

fn desk_fields(desk: Option<&Desk>) -> Value {
    desk.map_or(Value::Null, |desk| {
        json!({
            "person": desk.person, "session": hex::encode(desk.session),
            "credential": desk.credential.number(), "assertion": desk.assertion.is_some(),
        })
    })
}
