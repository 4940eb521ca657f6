//! Batches and what is refused of them.

use super::*;

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
