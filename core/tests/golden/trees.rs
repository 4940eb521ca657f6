//! The log's tree, its checkpoints, receipts and proofs.

use super::*;

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
