//! Records of every type.

use super::*;

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
