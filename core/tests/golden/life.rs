//! One team's life as an evidence file.

use super::*;

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
    let former = book.log_key.clone();
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
    // A mark that was lost comes back under the log key of its time.
    let seen = RecordContent::Seen { person: book.employer.person, batches: vec![forked] };
    book.record(seen, None, &[&former]);
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
