//! Golden vectors of what a device and an office say to each other: the two
//! messages of a round, the nonce, the pairing code and its six digits.
//! `UPDATE_GOLDEN=1` writes `tests/fixtures/record/messages.json` anew.

use assistenz_core::document::{DocumentId, EntryId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::Place;
use assistenz_core::log::codec::{decode, encode};
use assistenz_core::log::stream::{Digest, Stream};
use assistenz_core::log::tree::{self, MemoryNodes};
use assistenz_core::log::{
    Cause, ChainHead, Checkpoint, ClockEvidence, Content, Context, DeviceKey, Draft, Entry, Hash,
    LogKey, Operation, Position, Receipt, Receipts, RecordContent, RecordDraft, SignedBatch,
    Signer as _,
};
use assistenz_core::pairing::{PairingCode, six_digits, token_hash};
use assistenz_core::sync::{
    Answer, DigestReport, Item, Nonce, Offer, Pull, Request, Response, Section, Settled, Stood,
};
use serde_json::{Value, json};
use std::path::Path;

const TEAM: TeamId = TeamId::new([0x11; 16]);
const NOW_MS: i64 = 1_790_841_600_000;

fn time() -> DocumentId {
    DocumentId::time(PersonId::new([1; 16]), "2026-10".parse().expect("a month"))
}

fn batch(key: &DeviceKey) -> SignedBatch {
    let draft = Draft {
        team: TEAM,
        document: time(),
        incarnation: Incarnation::new([0x22; 8]),
        act: None,
        policy_seen: 7,
        clock: ClockEvidence {
            wall_ms: NOW_MS,
            offset_minutes: 120,
            zone: "Europe/Berlin".to_owned(),
            monotonic_ms: 123_456_789,
            boot: [9; 8],
            office_ms: None,
            office_heard_ms: None,
        },
        app: "0.1.0".to_owned(),
        desk: None,
        schema: 1,
        changes: vec![b"not a real change".to_vec()],
    };
    draft.seal(ChainHead::START, key).expect("in form")
}

fn digest_json((stream, digest): (&Stream, &Digest)) -> Value {
    json!([hex::encode(encode(stream)), digest.count, digest.hash])
}

fn request_json(request: &Request, key: &DeviceKey) -> Value {
    let body = encode(request);
    assert_eq!(decode::<Request>(&body).as_ref(), Ok(request));
    json!({
        "body": hex::encode(&body),
        "sha256": Hash::of(&body),
        "signature": hex::encode(key.sign(Context::Session, &body).0),
        "public_key": hex::encode(key.public().bytes()),
        "fields": {
            "team": request.team, "device": request.device,
            "nonce": [json!(request.nonce.until_ms), json!(hex::encode(request.nonce.mac))],
            "checkpoint": request.checkpoint,
            "cursor": request.cursor.map(|cursor| {
                json!([cursor.position.epoch, cursor.position.seq, cursor.policy])
            }),
            "offers": request.offers.iter().map(|offer| {
                let old = offer.old.as_ref();
                let under = old.and_then(|old| old.under.as_ref());
                let old = old.map(|old| [u64::from(old.position.epoch), old.position.seq]);
                json!({ "id": offer.content.id(), "old": old, "under": under })
            }).collect::<Vec<_>>(),
            "pulls": request.pulls.iter().map(|pull| {
                digest_json((&pull.stream, &pull.have))
            }).collect::<Vec<_>>(),
            "app": request.app,
        },
    })
}

fn item_json(item: &Item) -> Value {
    let (whole, position, received_ms, id) = match item {
        Item::Whole(entry) => (true, entry.position, entry.received_ms, entry.id()),
        Item::Known { place, id } => (false, place.position, place.received_ms, *id),
    };
    json!([whole, position.epoch, position.seq, received_ms, id])
}

fn response_json(response: &Response, report: &DigestReport, key: &LogKey) -> Value {
    let bytes = encode(response);
    assert_eq!(decode::<Response>(&bytes).as_ref(), Ok(response));
    let results: Vec<Value> = response
        .answers
        .iter()
        .map(|answer| {
            let (result, code) = match answer.settled {
                Settled::InForce => (1, 0),
                Settled::Held(cause) => (2, cause.number()),
                Settled::Declined(cause) => (3, cause.number()),
                Settled::Refused(cause) => (4, cause.number()),
                Settled::NotAllowed => (5, 0),
                Settled::Never => (6, 0),
            };
            json!([answer.id, result, code])
        })
        .collect();
    json!({
        "bytes": hex::encode(&bytes),
        "public_key": hex::encode(key.public().bytes()),
        "fields": {
            "request": response.request, "office_ms": response.office_ms,
            "nonce": [json!(response.nonce.until_ms), json!(hex::encode(response.nonce.mac))],
            "checkpoint": response.checkpoint, "consistency": response.consistency,
            "receipts": response.receipts.iter().map(|r| hex::encode(encode(r))).collect::<Vec<_>>(),
            "answers": results,
            "report": {
                "team": report.team, "device": report.device,
                "cursor": [
                    json!(report.cursor.position.epoch),
                    json!(report.cursor.position.seq),
                    json!(report.cursor.policy),
                ],
                "digests": report.digests.iter().map(|(s, d)| digest_json((s, d))).collect::<Vec<_>>(),
            },
            "sections": response.sections.iter().map(|section| json!([
                hex::encode(encode(&section.stream)), section.from,
                section.items.iter().map(item_json).collect::<Vec<_>>(),
            ])).collect::<Vec<_>>(),
            "more": response.more,
            "chains": response.chains.iter().map(|(incarnation, n, id)| {
                json!([incarnation, n, id])
            }).collect::<Vec<_>>(),
        },
    })
}

#[test]
fn messages_and_codes_are_as_they_were() {
    let (key, log) = (DeviceKey::from_seed(&[1; 32]), LogKey::from_seed(&[3; 32]));
    let batch = batch(&key);
    let revoke = Operation::RevokeDevice { device: DeviceKey::from_seed(&[2; 32]).device() };
    let content = RecordContent::Policy(revoke);
    let draft = RecordDraft { team: TEAM, nonce: [5; 16], issued_ms: NOW_MS, content, desk: None };
    let record = draft.seal(&[&key]).expect("in form");
    let mut nodes = MemoryNodes::default();
    let leaf = |seq, id| tree::leaf_hash(&assistenz_core::log::entry::leaf_input(seq, NOW_MS, id));
    for (seq, id) in [(0, EntryId::new([8; 32])), (1, batch.id()), (2, record.id())] {
        tree::append(&mut nodes, seq, leaf(seq, id)).expect("memory");
    }
    let root = |size| tree::root(&nodes, size).expect("memory");
    let checkpoint =
        |size| Checkpoint::seal(TEAM, (2, [8; 8]), size, root(size), NOW_MS, &log).to_text();
    let old = |seq, under| Some(Stood { position: Position::new(1, seq), under });
    let stream = Stream::from(time());
    let digest = Digest::empty(&stream).push(batch.id(), Position::new(2, 1), NOW_MS);
    let request = Request {
        team: TEAM,
        device: key.device(),
        nonce: Nonce::issue(&[7; 32], TEAM, key.device(), NOW_MS),
        checkpoint: Some(checkpoint(1)),
        cursor: Some(decode(&[0x83, 2, 1, 7]).expect("epoch, seq, records of the policy")),
        offers: vec![
            Offer { old: None, content: batch.clone().into() },
            Offer { old: old(60, None), content: batch.clone().into() },
            Offer { old: old(60, Some(checkpoint(1))), content: record.clone().into() },
            Offer { old: old(i64::MAX.unsigned_abs(), None), content: record.clone().into() },
        ],
        pulls: vec![Pull { stream: Stream::Policy, have: Digest::empty(&Stream::Policy) }],
        app: "0.1.0".to_owned(),
    };
    let first = Request {
        checkpoint: None,
        cursor: None,
        offers: vec![],
        pulls: vec![],
        ..request.clone()
    };
    let report = DigestReport {
        team: TEAM,
        device: key.device(),
        cursor: decode(&[0x83, 2, 3, 8]).expect("epoch, seq, records of the policy"),
        digests: vec![(stream, digest)],
    };
    let report_bytes = encode(&report);
    let signature = log.sign(Context::Stream, &report_bytes);
    let place = Place { position: Position::new(2, 1), received_ms: NOW_MS };
    let other = EntryId::new([6; 32]);
    let settled = [
        Settled::InForce,
        Settled::Held(Cause::Revoked),
        Settled::Declined(Cause::NoRight),
        Settled::Refused(Cause::Gap),
        Settled::NotAllowed,
        Settled::Never,
    ];
    let response = Response {
        request: Hash::of(&encode(&request)),
        office_ms: NOW_MS,
        nonce: Nonce::issue(&[7; 32], TEAM, key.device(), NOW_MS + 1),
        checkpoint: checkpoint(3),
        consistency: Some(tree::prove_consistency(&nodes, 1, 3).expect("in range")),
        receipts: vec![Receipts {
            checkpoint: checkpoint(3),
            entries: vec![Receipt { seq: 1, received_ms: NOW_MS, id: batch.id() }],
            proof: tree::prove_inclusion(&nodes, 3, &[1]).expect("in range"),
        }],
        answers: settled.into_iter().map(|settled| Answer { id: other, settled }).collect(),
        report: Some((report_bytes, signature)),
        sections: vec![
            Section {
                stream: Stream::Policy,
                from: 7,
                items: vec![Item::Whole(Entry {
                    position: Position::new(2, 2),
                    received_ms: NOW_MS,
                    content: Content::from(record),
                })],
            },
            Section { stream, from: 0, items: vec![Item::Known { place, id: batch.id() }] },
        ],
        more: true,
        chains: vec![(Incarnation::new([0x22; 8]), 1, batch.id())],
    };
    let codes: Vec<Value> = [None, Some([0xab; 32])]
        .into_iter()
        .map(|pin| {
            let code = PairingCode {
                address: "https://office.example:8443".to_owned(),
                token: [0x5a; 16],
                office: log.public().id().0,
                pin,
            };
            let text = code.to_string();
            assert_eq!(text.parse::<PairingCode>().as_ref(), Ok(&code));
            json!({
                "text": text, "address": code.address, "token": hex::encode(code.token),
                "office": hex::encode(code.office), "pin": pin.map(hex::encode),
                "token_hash": hex::encode(token_hash(&code.token)),
                "public_key": hex::encode(key.public().bytes()),
                "digits": six_digits(&code.office, key.public().bytes(), &code.token),
            })
        })
        .collect();
    let value = json!({
        "requests": [request_json(&request, &key), request_json(&first, &key)],
        "answers": [response_json(&response, &report, &log)],
        "nonce_secret": hex::encode([7; 32]),
        "codes": codes,
    });
    let mut text = serde_json::to_string_pretty(&value).expect("JSON");
    text.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/record/messages.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("a golden file; UPDATE_GOLDEN=1 writes it");
    assert!(kept == text, "messages.json is not what the program makes");
}
