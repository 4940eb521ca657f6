//! Golden vectors of every format under `tests/fixtures/record`, from fixed
//! seeds. `UPDATE_GOLDEN=1` writes them anew; otherwise they are compared.
//! Released vectors are never changed, only added to.

mod book;

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

fn batch_vector(name: &str, batch: &SignedBatch, key: &DeviceKey) -> Value {
    let header = batch.header();
    let (kind, subject, period) = header.about.parts();
    let clock = &header.clock;
    json!({
        "name": name,
        "bytes": hex::encode(batch.to_bytes()),
        "public_key": hex::encode(key.public().bytes()),
        "fields": {
            "id": batch.id(), "team": header.team, "kind": kind, "subject": subject,
            "period": period, "device": header.device, "incarnation": header.incarnation,
            "n": header.n, "previous": header.previous, "act": header.act,
            "policy_seen": header.policy_seen, "app": header.app, "body": header.body,
            "schema": header.schema, "desk": desk_fields(header.desk.as_ref()),
            "clock": {
                "wall_ms": clock.wall_ms, "offset_minutes": clock.offset_minutes,
                "zone": clock.zone, "monotonic_ms": clock.monotonic_ms,
                "boot": hex::encode(clock.boot), "office_ms": clock.office_ms,
                "office_heard_ms": clock.office_heard_ms,
            },
            "changes": batch.changes().map(|all| {
                all.into_iter().map(hex::encode).collect::<Vec<_>>()
            }),
        },
    })
}

#[test]
fn batches_are_as_they_were() {
    let key = device(1);
    let month = october();
    let time = DocumentId::time(person(1), month);
    let first = draft(time).seal(ChainHead::START, &key).expect("in form");
    let mut second = draft(time);
    second.act = Some(ActId::new([0x44; 16]));
    second.clock.office_ms = Some(START_MS - 60_000);
    second.clock.office_heard_ms = Some(123_000_000);
    second.clock.wall_ms = -1;
    second.clock.offset_minutes = -210;
    second.changes = vec![vec![0xab; 300], vec![1]];
    second.schema = 2;
    let second = second.seal(first.chain_head(), &key).expect("in form");
    let mut by_desk = draft(DocumentId::team());
    by_desk.desk = Some(desk());
    let by_desk = by_desk.seal(ChainHead::START, &key).expect("in form");
    let budget =
        DocumentId::new(DocumentKind::Budget, None, Period::Year(2026)).expect("a document");
    let year = draft(budget).seal(ChainHead::START, &key).expect("in form");
    let mut largest = draft(time);
    largest.changes = vec![vec![7; 16 * 1024]; 3];
    let largest = largest.seal(ChainHead::START, &key).expect("in form");

    assert_eq!(SignedBatch::open(&largest.to_bytes()), Ok(largest));
    let too_long = raw_batch(&first, first.header_bytes(), &vec![0; 65_536]);
    assert_eq!(SignedBatch::open(&too_long).map_err(|why| why.cause()), Err(Cause::Broken));

    let mut good = vec![
        batch_vector("first", &first, &key),
        batch_vector("second, with act, times of the office and a newer schema", &second, &key),
        batch_vector("by desk, with an assertion", &by_desk, &key),
        batch_vector("about a year", &year, &key),
        batch_vector("after a purge", &first.clone().without_body(), &key),
    ];
    let mut header = first.header().clone();
    header.about = About::Newer { kind: 99, subject: Some(person(1)), period: 5 };
    let bytes = encode(&header);
    let signature = key.sign(Context::Batch, &bytes);
    let newer = SignedBatch::from_parts(bytes, signature, first.body().map(<[u8]>::to_vec));
    good.push(batch_vector("of a newer kind", &newer.expect("in form"), &key));

    // What must be refused, each with its cause.
    let bytes = first.to_bytes();
    let raw = |header: &[u8], body: &[u8]| raw_batch(&first, header, body);
    let with_header = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut header = first.header_bytes().to_vec();
        change(&mut header);
        raw(&header, first.body().expect("a body"))
    };
    let mut trailing = bytes.clone();
    trailing.push(0);
    let bad = [
        ("nothing", Vec::new(), Cause::Broken),
        ("cut off", bytes[..bytes.len() - 1].to_vec(), Cause::Broken),
        ("a byte too many", trailing, Cause::Broken),
        ("another body", raw(first.header_bytes(), &[0x81, 0x41, 0x00]), Cause::Broken),
        ("a body without changes", raw(first.header_bytes(), &[0x80]), Cause::Broken),
        ("a later version", with_header(&|header| header[2] = 2), Cause::NewerFormat),
        ("version 0", with_header(&|header| header[2] = 0), Cause::Broken),
        (
            "an integer longer than needed",
            with_header(&|header| {
                header.splice(2..3, [0x18, 0x01]);
            }),
            Cause::Broken,
        ),
        (
            "an unknown key",
            with_header(&|header| {
                header[0] += 1;
                header.extend([0x10, 0x00]);
            }),
            Cause::Broken,
        ),
        (
            "keys out of order",
            with_header(&|header| {
                let first_field: Vec<u8> = header.splice(1..3, []).collect();
                header.extend(first_field);
            }),
            Cause::Broken,
        ),
        (
            "an indefinite map",
            with_header(&|header| {
                header[0] = 0xbf;
                header.push(0xff);
            }),
            Cause::Broken,
        ),
    ];
    let bad: Vec<Value> = bad
        .iter()
        .map(|(name, bytes, cause)| {
            let refusal = SignedBatch::open(bytes).expect_err(name);
            assert_eq!(refusal.cause(), *cause, "{name}");
            json!({ "name": name, "bytes": hex::encode(bytes), "code": cause.code() })
        })
        .collect();
    for vector in &good {
        let bytes = hex::decode(vector["bytes"].as_str().expect("hex")).expect("hex");
        let batch = SignedBatch::open(&bytes).expect("in form");
        assert_eq!(batch.to_bytes(), bytes);
        assert_eq!(batch.verify(&key.public()), Ok(()));
        assert!(batch.verify(&device(2).public()).is_err());
    }
    golden_json("batches.json", &json!({ "good": good, "bad": bad }));
}

/// Written by hand, so that what does not fit can be written.
fn raw_batch(batch: &SignedBatch, header: &[u8], body: &[u8]) -> Vec<u8> {
    let mut writer = assistenz_core::log::codec::Writer::new();
    writer.array(3).bytes(header).bytes(&batch.signature().0).bytes(body);
    writer.into_bytes()
}

fn record_fields(record: &Record) -> Value {
    let content = match record.content() {
        RecordContent::Policy(operation) => {
            let more = match operation {
                Operation::Found { employer, device, log_key, form } => json!({
                    "employer": employer, "device": hex::encode(device.bytes()),
                    "log_key": hex::encode(log_key.bytes()), "form": form.number(),
                }),
                Operation::AddMember { person, role, until_ms } => {
                    json!({ "person": person, "role": role.number(), "until_ms": until_ms })
                }
                Operation::EndMember { person, role } => {
                    json!({ "person": person, "role": role.number() })
                }
                Operation::AddDevice { person, key, form }
                | Operation::EmployerKey { person, key, form }
                | Operation::RecoveredByOperator { person, key, form } => {
                    json!({ "person": person, "key": hex::encode(key.bytes()), "form": form.number() })
                }
                Operation::RevokeDevice { device } => json!({ "device": device }),
                Operation::Grant { person, topics, until_ms } => json!({
                    "person": person, "until_ms": until_ms,
                    "topics": topics.iter().map(|topic| topic.number()).collect::<Vec<_>>(),
                }),
                Operation::RevokeGrant { person, topics } => json!({
                    "person": person,
                    "topics": topics.iter().map(|topic| topic.number()).collect::<Vec<_>>(),
                }),
                Operation::Trust { person } => json!({ "person": person }),
                Operation::LogKey { key } => json!({ "key": hex::encode(key.bytes()) }),
                Operation::ShareRota { shared } => json!({ "shared": shared }),
            };
            json!({ "operation": operation.number(), "fields": more })
        }
        RecordContent::Verdict { batch, status, cause } => {
            json!({ "batch": batch, "status": *status as u8, "cause": cause.number() })
        }
        RecordContent::Purge { about, rule, batches } => {
            let (kind, subject, period) = about.parts();
            json!({ "kind": kind, "subject": subject, "period": period, "rule": rule, "batches": batches })
        }
        RecordContent::Export { month, program, files, statements } => json!({
            "month": month.year() * 100 + i32::try_from(month.month()).expect("a month"),
            "program": program, "files": files, "statements": statements,
        }),
        RecordContent::Seen { person, batches } => json!({ "person": person, "batches": batches }),
        RecordContent::Withdrawal { batch, cause, by } => {
            json!({ "batch": batch, "cause": cause.number(), "by": by })
        }
        RecordContent::Epoch { number, nonce, checkpoint, reason } => json!({
            "number": number, "nonce": hex::encode(nonce), "checkpoint": checkpoint,
            "reason": *reason as u8,
        }),
    };
    let header = record.header();
    json!({
        "id": record.id(), "team": header.team, "type": header.content.number(),
        "nonce": hex::encode(header.nonce), "issued_ms": header.issued_ms, "content": content,
        "desk": desk_fields(header.desk.as_ref()),
    })
}

#[test]
fn records_of_every_type_are_as_they_were() {
    let (phone, new, log, new_log) = (device(1), device(2), office(3), office(4));
    let key = |key: &DeviceKey| key.public();
    let month = october();
    let time: About = DocumentId::time(person(1), month).into();
    let ids = || vec![assistenz_core::document::EntryId::new([0x55; 32])];
    let topics = || vec![Topic::Rota, Topic::Team];
    let root = Hash::of(b"root");
    let known = Checkpoint::seal(team(), (1, [8; 8]), 5, root, START_MS, &log).to_text();
    let p = RecordContent::Policy;
    let (one, two, three) = (person(1), person(2), person(3));
    let founders: &[&dyn Signer] = &[&phone, &log];
    let both: &[&dyn Signer] = &[&log, &new_log];
    let by_phone: &[&dyn Signer] = &[&phone];
    let by_office: &[&dyn Signer] = &[&log];
    let cases: Vec<Case<'_>> = vec![
        (
            "found",
            p(Operation::Found {
                employer: one,
                device: key(&phone),
                log_key: log.public(),
                form: DeviceForm::Phone,
            }),
            None,
            founders,
        ),
        (
            "add_member",
            p(Operation::AddMember { person: two, role: Role::Assistant, until_ms: None }),
            None,
            by_phone,
        ),
        (
            "add_member until",
            p(Operation::AddMember { person: three, role: Role::Deputy, until_ms: Some(START_MS) }),
            None,
            by_phone,
        ),
        (
            "end_member",
            p(Operation::EndMember { person: two, role: Role::Assistant }),
            None,
            by_phone,
        ),
        (
            "add_device",
            p(Operation::AddDevice { person: two, key: key(&new), form: DeviceForm::CommandLine }),
            None,
            by_phone,
        ),
        ("revoke_device", p(Operation::RevokeDevice { device: new.device() }), None, by_phone),
        (
            "grant",
            p(Operation::Grant { person: three, topics: topics(), until_ms: START_MS }),
            None,
            by_phone,
        ),
        (
            "revoke_grant",
            p(Operation::RevokeGrant { person: three, topics: topics() }),
            None,
            by_phone,
        ),
        ("trust", p(Operation::Trust { person: three }), None, by_phone),
        (
            "employer_key",
            p(Operation::EmployerKey { person: one, key: key(&new), form: DeviceForm::Phone }),
            None,
            by_phone,
        ),
        (
            "recovered_by_operator",
            p(Operation::RecoveredByOperator {
                person: one,
                key: key(&new),
                form: DeviceForm::Desk,
            }),
            None,
            by_office,
        ),
        ("log_key", p(Operation::LogKey { key: new_log.public() }), None, both),
        ("share_rota", p(Operation::ShareRota { shared: true }), Some(desk()), by_phone),
        (
            "verdict held",
            RecordContent::Verdict { batch: ids()[0], status: Status::Held, cause: Cause::Fork },
            None,
            by_office,
        ),
        (
            "verdict released",
            RecordContent::Verdict {
                batch: ids()[0],
                status: Status::Released,
                cause: Cause::NoRight,
            },
            None,
            by_phone,
        ),
        (
            "verdict refused",
            RecordContent::Verdict { batch: ids()[0], status: Status::Refused, cause: Cause::Gate },
            None,
            by_phone,
        ),
        (
            "purge",
            RecordContent::Purge { about: time, rule: "ArbZG § 16 Abs. 2".into(), batches: ids() },
            None,
            by_office,
        ),
        (
            "purge of the team's settings",
            RecordContent::Purge {
                about: DocumentId::team().into(),
                rule: "on request".into(),
                batches: ids(),
            },
            None,
            by_office,
        ),
        (
            "export",
            RecordContent::Export {
                month,
                program: "lodas".into(),
                files: vec![("lodas.txt".into(), root)],
                statements: vec![(two, root)],
            },
            Some(desk()),
            by_office,
        ),
        ("seen", RecordContent::Seen { person: one, batches: ids() }, None, by_office),
        (
            "epoch",
            RecordContent::Epoch {
                number: 1,
                nonce: [8; 8],
                checkpoint: None,
                reason: EpochReason::Founded,
            },
            None,
            by_office,
        ),
        (
            "epoch after a restore",
            RecordContent::Epoch {
                number: 2,
                nonce: [7; 8],
                checkpoint: Some(known),
                reason: EpochReason::RestoreDetected,
            },
            None,
            by_office,
        ),
        (
            "withdrawal",
            RecordContent::Withdrawal { batch: ids()[0], cause: Cause::Revoked, by: ids() },
            None,
            by_office,
        ),
        (
            "withdrawal of what depends on one",
            RecordContent::Withdrawal { batch: ids()[0], cause: Cause::Depends, by: vec![] },
            None,
            by_office,
        ),
    ];
    let mut vectors = Vec::new();
    for (number, (name, content, desk, keys)) in (0_u8..).zip(cases) {
        let draft =
            RecordDraft { team: team(), nonce: [number; 16], issued_ms: START_MS, content, desk };
        let record = draft.seal(keys).expect(name);
        assert_eq!(Record::open(&record.to_bytes()), Ok(record.clone()), "{name}");
        let publics: Vec<PublicKey> = keys.iter().map(|key| key.public()).collect();
        for key in &publics {
            assert_eq!(record.verify(key), Ok(()), "{name}");
        }
        vectors.push(json!({
            "name": name,
            "bytes": hex::encode(record.to_bytes()),
            "public_keys": publics.iter().map(|key| hex::encode(key.bytes())).collect::<Vec<_>>(),
            "fields": record_fields(&record),
        }));
    }
    golden_json("records.json", &json!({ "good": vectors }));
}

#[test]
fn keys_and_signatures_are_as_they_were() {
    let small: Vec<Value> = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        // y ≥ p: not in canonical form
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        // no point of the curve
        "0200000000000000000000000000000000000000000000000000000000000000",
    ]
    .into_iter()
    .map(|text| {
        let bytes: [u8; 32] = hex::decode(text).expect("hex").try_into().expect("32 bytes");
        assert!(PublicKey::new(&bytes).is_err(), "{text}");
        json!(text)
    })
    .collect();
    let key = device(1);
    let signatures: Vec<Value> = [
        Context::Batch,
        Context::Record,
        Context::Checkpoint,
        Context::Stream,
        Context::Evidence,
        Context::Session,
    ]
    .into_iter()
    .map(|context| {
        let signature = key.sign(context, b"message");
        assert_eq!(key.public().verify(context, b"message", &signature), Ok(()));
        assert!(key.public().verify(context, b"massage", &signature).is_err());
        json!({ "context": context.name(), "message": hex::encode(b"message"), "signature": hex::encode(signature.0) })
    })
    .collect();
    golden_json(
        "keys.json",
        &json!({
            "seed": hex::encode([1; 32]), "public_key": hex::encode(key.public().bytes()),
            "key_id": key.id().to_string(), "signatures": signatures, "refused_public_keys": small,
        }),
    );
}

#[test]
fn trees_receipts_and_consistency_proofs_are_as_they_were() {
    let log = office(3);
    let mut nodes = MemoryNodes::default();
    let mut leaves = Vec::new();
    for seq in 0..13_u64 {
        let id = assistenz_core::document::EntryId::new(Hash::of(&seq.to_be_bytes()).0);
        let received_ms = START_MS + i64::try_from(seq).expect("small");
        leaves.push(Receipt { seq, received_ms, id });
        let input = assistenz_core::log::entry::leaf_input(seq, received_ms, id);
        tree::append(&mut nodes, seq, tree::leaf_hash(&input)).expect("memory");
    }
    let checkpoint = |size: u64| {
        let root = tree::root(&nodes, size).expect("memory");
        let received = START_MS + i64::try_from(size).expect("small") - 1;
        Checkpoint::seal(team(), (1, [8; 8]), size, root, received, &log)
    };
    let checkpoints: Vec<Value> = (1..=13)
        .map(|size| {
            let one = checkpoint(size);
            let text = one.to_text();
            assert_eq!(Checkpoint::parse(&text), Ok(one.clone()));
            json!({ "text": text, "size": size, "root": one.root, "received_ms": one.received_ms })
        })
        .collect();
    let mut receipts = Vec::new();
    for (size, wanted) in [
        (1, vec![0]),
        (2, vec![1]),
        (5, vec![4]),
        (7, vec![0, 6]),
        (8, vec![3]),
        (13, vec![0]),
        (13, vec![12]),
        (13, vec![2, 3, 9]),
        (13, (0..13).collect::<Vec<u64>>()),
    ] {
        let proof = tree::prove_inclusion(&nodes, size, &wanted).expect("in range");
        let one = Receipts {
            checkpoint: checkpoint(size).to_text(),
            entries: leaves.iter().filter(|leaf| wanted.contains(&leaf.seq)).copied().collect(),
            proof,
        };
        let bytes = encode(&one);
        assert_eq!(decode::<Receipts>(&bytes), Ok(one.clone()));
        assert!(one.verify(&log.public()).is_ok());
        receipts.push(json!({ "size": size, "seqs": wanted, "bytes": hex::encode(bytes) }));
        let mut forged = one.clone();
        forged.entries[0].received_ms += 1;
        assert!(forged.verify(&log.public()).is_err());
        receipts.push(json!({
            "size": size, "seqs": wanted, "bytes": hex::encode(encode(&forged)), "refused": true,
        }));
    }
    let mut consistency = Vec::new();
    for (old, new) in [(1, 1), (1, 2), (3, 7), (4, 7), (6, 8), (7, 13), (8, 13), (12, 13), (13, 13)]
    {
        let proof = tree::prove_consistency(&nodes, old, new).expect("in range");
        let (a, b) = (checkpoint(old).root, checkpoint(new).root);
        assert_eq!(tree::verify_consistency((old, &a), (new, &b), &proof), Ok(()));
        consistency
            .push(json!({ "old": old, "old_root": a, "new": new, "new_root": b, "proof": proof }));
        let mut forged = proof.clone();
        forged.push(a);
        assert!(tree::verify_consistency((old, &a), (new, &b), &forged).is_err());
        consistency.push(json!({
            "old": old, "old_root": a, "new": new, "new_root": b, "proof": forged, "refused": true,
        }));
    }
    golden_json(
        "tree.json",
        &json!({
            "log_key": hex::encode(log.public().bytes()),
            "leaves": leaves.iter().map(|leaf| json!({
                "seq": leaf.seq, "received_ms": leaf.received_ms, "id": leaf.id,
            })).collect::<Vec<_>>(),
            "checkpoints": checkpoints, "receipts": receipts, "consistency": consistency,
        }),
    );
}

#[test]
fn digests_of_streams_are_as_they_were() {
    let month = october();
    let members: Vec<_> = [(1, 5, 1_790_000_000_000), (1, 700, 1_790_000_000_001), (3, 2, -1)]
        .into_iter()
        .zip(0_u8..)
        .map(|((epoch, seq, ms), n)| {
            let id = assistenz_core::document::EntryId::new(Hash::of(&[n]).0);
            (epoch, seq, ms, id)
        })
        .collect();
    let streams = [
        Stream::Policy,
        DocumentId::time(person(1), month).into(),
        DocumentId::new(DocumentKind::RotaOpen, None, Period::Month(month)).expect("valid").into(),
        DocumentId::new(DocumentKind::Budget, None, Period::Year(2026)).expect("valid").into(),
        DocumentId::contract(person(1)).into(),
        DocumentId::team().into(),
        Stream::Document(About::Newer { kind: 99, subject: None, period: 0 }),
    ];
    let vectors: Vec<Value> = streams
        .iter()
        .map(|stream| {
            let full = members.iter().fold(Digest::empty(stream), |digest, (epoch, seq, ms, id)| {
                digest.push(*id, Position::new(*epoch, *seq), *ms)
            });
            json!({
                "stream": stream.to_string(), "name": hex::encode(encode(stream)),
                "empty": Digest::empty(stream).hash, "members": members, "count": full.count, "hash": full.hash,
            })
        })
        .collect();
    golden_json("streams.json", &json!(vectors));
}

/// Founding, members, grants, fork, revocation, expiry, releases, purge, export,
/// new keys of employer and office, recovery, restore: one team's life.
fn life() -> Book {
    let mut book = Book::found(42);
    let month = october();
    let mut assistant = book.member(Role::Assistant, None, DeviceForm::Phone);
    let mut leaving = book.member(Role::Assistant, Some(START_MS + 100_000), DeviceForm::Phone);
    let mut deputy = book.member(Role::Deputy, None, DeviceForm::Desk);
    book.policy(Operation::Grant {
        person: deputy.person,
        topics: vec![Topic::HoursApprove],
        until_ms: START_MS + 10_000_000,
    });
    book.policy(Operation::Trust { person: deputy.person });
    let time = DocumentId::time(assistant.person, month);
    for _ in 0..3 {
        let batch = book.write(&mut assistant, time, 1);
        assert_eq!(book.take(batch, None), None);
    }
    book.checkpoint();
    // A phone restored from a backup writes on under its old chain: a fork.
    let mut copy = assistant.clone();
    let batch = book.write(&mut assistant, time, 1);
    assert_eq!(book.take(batch, None), None);
    let batch = book.write(&mut copy, time, 1);
    let forked = batch.id();
    assert_eq!(book.take(batch, None), Some(Cause::Fork));
    book.verdict(forked, Status::Released, Cause::Fork);
    // A right that ended, one that never was, a revoked device.
    book.now_ms = START_MS + 200_000;
    let own = DocumentId::time(leaving.person, month);
    let late = book.write(&mut leaving, own, 2);
    let late_id = late.id();
    assert_eq!(book.take(late, None), Some(Cause::Expired));
    book.verdict(late_id, Status::Refused, Cause::Expired);
    let review = DocumentId::review(assistant.person, month);
    let foreign = book.write(&mut assistant, review, 1);
    assert_eq!(book.take(foreign, None), Some(Cause::NoRight));
    book.policy(Operation::RevokeDevice { device: leaving.key.device() });
    let revoked = book.write(&mut leaving, own, 1);
    assert_eq!(book.take(revoked, None), Some(Cause::Revoked));
    // Held by the gate, and until something else came.
    let hostile = book.write(&mut assistant, time, 1);
    assert_eq!(book.take(hostile, Some(Cause::Gate)), Some(Cause::Gate));
    let waiting = book.write(&mut assistant, time, 1);
    let waiting_id = waiting.id();
    assert_eq!(book.take(waiting, Some(Cause::Depends)), Some(Cause::Depends));
    book.by_office(RecordContent::Verdict {
        batch: waiting_id,
        status: Status::Released,
        cause: Cause::Depends,
    });
    // Reviewed at the desk, approved with a statement, seen, exported, purged.
    let statement = b"a statement that was approved and not yet exported".to_vec();
    let mut change = b"change: ".to_vec();
    change.extend(Hash::of(&statement).bytes());
    let approval = book.write_changes(&mut deputy, review, vec![change]);
    assert_eq!(book.take(approval, None), None);
    book.statements.push(statement);
    book.by_office(RecordContent::Seen { person: book.employer.person, batches: vec![forked] });
    book.export(assistant.person);
    let old = DocumentId::time(assistant.person, "2026-09".parse().expect("a month"));
    let batch = book.write(&mut assistant, old, 1);
    assert_eq!(book.take(batch, None), None);
    assert_eq!(book.purge(old, "ArbZG § 16 Abs. 2"), 1);
    // New keys: of the office, of the employer by the trusted person, by the operator.
    book.new_log_key();
    let new = DeviceKey::from_seed(&[0x77; 32]);
    let desk = Desk {
        person: deputy.person,
        session: [1; 16],
        credential: Credential::RecoveryCode,
        assertion: None,
    };
    let (employer, key) = (book.employer.person, deputy.key.clone());
    let operation =
        Operation::EmployerKey { person: employer, key: new.public(), form: DeviceForm::Phone };
    book.record(RecordContent::Policy(operation), Some(desk), &[&key]);
    let newer = DeviceKey::from_seed(&[0x78; 32]);
    let office = book.log_key.clone();
    let operation = Operation::RecoveredByOperator {
        person: employer,
        key: newer.public(),
        form: DeviceForm::Phone,
    };
    book.record(RecordContent::Policy(operation), None, &[&office]);
    // Restored from a backup that had not seen the last two batches.
    let kept = book.checkpoint();
    let mut elsewhere = assistant.clone();
    let lost = book.write(&mut elsewhere, time, 1);
    let offered = book.write(&mut elsewhere, time, 1);
    let known = Checkpoint::seal(
        book.team,
        book.epoch,
        kept.size + 2,
        Hash::of(b"of the lost tree"),
        book.now_ms,
        &office,
    );
    book.restore(&known, EpochReason::RestoreDetected);
    assert_ne!(lost.id(), offered.id());
    assert_eq!(book.take(offered, None), None);
    // The lost log had ended the deputy's right and revoked a phone; what both
    // wrote meanwhile is withdrawn when that comes back, and one is kept.
    let mut second = book.device_of(assistant.person);
    let mut deputy_again = deputy.clone();
    let ours = book.write(&mut second, time, 1);
    let depending = book.write(&mut elsewhere, time, 1);
    let reviewed = book.write(&mut deputy_again, review, 1);
    let ids = [ours.id(), depending.id(), reviewed.id()];
    for batch in [ours, depending, reviewed] {
        assert_eq!(book.take(batch, None), None);
    }
    let device = second.key.device();
    let revoked = book.policy(Operation::RevokeDevice { device });
    let topics = vec![Topic::HoursApprove];
    let taken = book.policy(Operation::RevokeGrant { person: deputy.person, topics });
    for (batch, cause, by) in [
        (ids[1], Cause::Depends, vec![]),
        (ids[0], Cause::Revoked, vec![revoked]),
        (ids[2], Cause::NoRight, vec![taken]),
    ] {
        book.by_office(RecordContent::Withdrawal { batch, cause, by });
    }
    book.verdict(ids[0], Status::Released, Cause::Revoked);
    // And once more, from a backup that has never heard of an epoch 3.
    book.checkpoint();
    let unheard =
        Checkpoint::seal(book.team, (3, [3; 8]), 4, Hash::of(b"lost"), book.now_ms, &office);
    book.restore(&unheard, EpochReason::RestoreDetected);
    book.checkpoint();
    book
}

#[test]
fn an_evidence_file_is_as_it_was_and_says_what_happened() {
    let mut book = life();
    let whole = book.evidence(None);
    let report = verify(&whole).expect("readable");
    assert!(report.is_proven(), "{:?}", report.findings);
    golden("life.evidence.cbor", &whole);

    let person = book
        .entries()
        .find_map(|entry| match &entry.content {
            Content::Batch(batch) => batch.header().about.document(),
            Content::Record(_) => None,
        })
        .expect("a batch");
    let part = book.evidence(Some(vec![Stream::from(person)]));
    let of_part = verify(&part).expect("readable");
    // The approval is not in this part, so its statement has nothing to stand on.
    let codes: Vec<FindingKind> = of_part.findings.iter().map(|found| found.code).collect();
    assert_eq!(codes, [FindingKind::Statement]);
    book.statements.remove(0);
    let part = book.evidence(Some(vec![Stream::from(person)]));
    let of_part = verify(&part).expect("readable");
    assert!(of_part.is_proven(), "{:?}", of_part.findings);
    golden("part.evidence.cbor", &part);

    // One change in the middle, and everything it brings down.
    let mut touched = whole.clone();
    let middle = touched.len() / 2;
    touched[middle] ^= 1;
    let of_touched = verify(&touched).expect("readable");
    assert!(!of_touched.is_proven());
    golden("touched.evidence.cbor", &touched);

    let entries: Vec<Value> = book
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::Entry(entry) => Some(entry_vector(entry)),
            Line::Checkpoint(_) => None,
        })
        .collect();
    golden_json(
        "evidence.json",
        &json!({
            "files": [
                { "file": "life.evidence.cbor", "report": report },
                { "file": "part.evidence.cbor", "report": of_part },
                { "file": "touched.evidence.cbor", "report": of_touched },
            ],
            "entries": entries,
        }),
    );
}

fn entry_vector(entry: &Entry) -> Value {
    assert_eq!(Entry::open(&entry.to_bytes()).as_ref(), Ok(entry));
    json!({
        "position": entry.position, "received_ms": entry.received_ms, "id": entry.id(),
        "bytes": hex::encode(entry.to_bytes()), "leaf": tree::leaf_hash(&entry.leaf_input()),
    })
}
