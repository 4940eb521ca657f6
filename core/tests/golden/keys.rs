//! Keys and signatures, and the digests of streams.

use super::*;

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
