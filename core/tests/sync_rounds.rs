//! Single rounds: how many bytes, how much in one sitting, what is believed.

mod sync_team;

use assistenz_core::document::{EventId, PersonId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::stream::{Digest, Stream};
use assistenz_core::log::{
    Cause, Content, Context, Entry, LogKey, Position, RecordContent, RecordDraft, SignedBatch,
    Signer as _, Status, codec,
};
use assistenz_core::record::document::Document;
use assistenz_core::sync::{
    DigestReport, Distrust, Item, OfficeKeys, PROTOCOL, Phone, Response, Section, Settled,
    SyncError, asker,
};
use std::io::Read as _;
use sync_team::{
    NOW_MS, SECRET, TEAM, Team, exchange, in_stream, punch, sitting, take, tap, team, time, writing,
};

#[test]
fn a_first_sync_and_a_year_are_small_on_the_wire() {
    // (changes, most bytes: the targets of the design)
    for (changes, most) in [(125, 60_000), (1_500, 500_000)] {
        let mut team = team();
        punch(&mut team.devices[1], 0, changes);
        let (rounds_up, up, down) = sitting(&mut team, 1);
        let (rounds_down, asked, got) = sitting(&mut team, 2);
        let line = format!(
            "{changes} changes: up {up} B (+ {down} B of answers) in {rounds_up} rounds, \
             first sync of another phone {got} B (+ {asked} B of requests) in {rounds_down} rounds"
        );
        eprintln!("{line}");
        assert!(up <= most && got <= most, "{line}");
    }
}

#[test]
fn sixty_days_offline_drain_in_one_sitting() {
    let mut team = team();
    punch(&mut team.devices[1], 0, 60 * 8);
    let (rounds, ..) = sitting(&mut team, 1);
    let device = &mut team.devices[1];
    let outbox = device.store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    assert_eq!(outbox.len(), 0, "everything is proven to be at the office after {rounds} rounds");
    let size = team.books.read(|ledger| ledger.epoch_size(TEAM, 1)).expect("reads");
    assert_eq!(size, 5 + 480, "each once");
    sitting(&mut team, 2);
    assert_eq!(in_stream(&mut team.devices[2], time("2026-01")), 125);
}

#[test]
fn an_answer_to_another_request_is_put_aside() {
    let mut team = team();
    punch(&mut team.devices[1], 0, 3);
    let (_, first) = exchange(&mut team, 1);
    punch(&mut team.devices[1], 3, 1);
    let (_, second) = exchange(&mut team, 1);
    assert!(take(&mut team, 1, &first).expect("readable").stale);
    assert_eq!(in_stream(&mut team.devices[1], time("2026-01")), 0);
    assert!(!take(&mut team, 1, &second).expect("holds").stale);
    assert_eq!(in_stream(&mut team.devices[1], time("2026-01")), 4);
    assert!(take(&mut team, 1, &second).expect("readable").stale, "an answer counts once");
}

fn inflate(answer: &[u8]) -> Response {
    codec::decode(&inflated(answer)).expect("in form")
}

fn inflated(wire: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::DeflateDecoder::new(wire).read_to_end(&mut bytes).expect("inflates");
    bytes
}

fn deflate(response: &Response) -> Vec<u8> {
    deflated(&codec::encode(response))
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut wire = Vec::new();
    flate2::read::DeflateEncoder::new(bytes, flate2::Compression::fast())
        .read_to_end(&mut wire)
        .expect("deflates");
    wire
}

/// Signs a report again after `change`: what only the office itself could do.
fn report(response: &mut Response, key: &LogKey, change: impl FnOnce(&mut DigestReport)) {
    let (bytes, _) = response.report.take().expect("a report");
    let mut report: DigestReport = codec::decode(&bytes).expect("in form");
    change(&mut report);
    let bytes = codec::encode(&report);
    let signature = key.sign(Context::Stream, &bytes);
    response.report = Some((bytes, signature));
}

fn first_batch(section: &mut Section) -> &mut Entry {
    match section.items.first_mut() {
        Some(Item::Whole(entry)) => entry,
        Some(Item::Known { .. }) | None => panic!("a whole entry is expected"),
    }
}

type Tampering = fn(&mut Response, &LogKey);

#[test]
fn what_the_office_says_is_believed_only_with_proof() {
    let cases: [(&str, Tampering, Distrust); 7] = [
        (
            "a digest changed on the way",
            |response, _| response.report.as_mut().expect("a report").0[60] ^= 1,
            Distrust::Digests,
        ),
        (
            "a report signed by another key",
            |response, _| report(response, &LogKey::from_seed(&[99; 32]), |_| {}),
            Distrust::Digests,
        ),
        (
            "a checkpoint signed by another key",
            |response, _| {
                let ours =
                    assistenz_core::log::Checkpoint::parse(&response.checkpoint).expect("ok");
                response.checkpoint = assistenz_core::log::Checkpoint::seal(
                    ours.team,
                    (ours.epoch, ours.epoch_nonce),
                    ours.size,
                    ours.root,
                    ours.received_ms,
                    &LogKey::from_seed(&[99; 32]),
                )
                .to_text();
            },
            Distrust::Checkpoint,
        ),
        (
            "a batch put into another document",
            |response, _| {
                let at = response.sections.iter().position(|s| s.stream != Stream::Policy);
                response.sections[at.expect("one")].stream = time("2027-01").into();
            },
            Distrust::Entry,
        ),
        (
            "a body withheld",
            |response, _| {
                let at = response.sections.iter().position(|s| s.stream != Stream::Policy);
                let entry = first_batch(&mut response.sections[at.expect("one")]);
                let Content::Batch(batch) = &entry.content else { panic!("a batch") };
                entry.content = SignedBatch::without_body(*batch.clone()).into();
            },
            Distrust::Withheld,
        ),
        (
            "a policy record left out",
            |response, _| {
                response
                    .sections
                    .iter_mut()
                    .find(|s| s.stream == Stream::Policy)
                    .expect("policy")
                    .items
                    .remove(1);
            },
            Distrust::Policy,
        ),
        (
            "a batch claimed to stand before its writer was a member",
            |response, _| {
                let at = response.sections.iter().position(|s| s.stream != Stream::Policy);
                first_batch(&mut response.sections[at.expect("one")]).position =
                    Position::new(1, 2);
            },
            Distrust::Entry,
        ),
    ];
    for (what, tamper, expected) in cases {
        let mut team = team();
        punch(&mut team.devices[1], 0, 3);
        sitting(&mut team, 1);
        let (_, answer) = exchange(&mut team, 2);
        let mut response = inflate(&answer);
        tamper(&mut response, &team.log_key);
        let result = take(&mut team, 2, &deflate(&response));
        match result {
            Err(SyncError::Distrusted(found)) => assert_eq!(found, expected, "{what}"),
            Err(SyncError::Form(_)) if expected == Distrust::Digests => {}
            other => panic!("{what}: {other:?}"),
        }
        assert_eq!(in_stream(&mut team.devices[2], time("2026-01")), 0, "{what}: nothing taken in");
        take(&mut team, 2, &answer).expect("the honest answer still holds");
    }
}

#[test]
fn a_phone_that_meets_a_newer_event_keeps_it_and_does_not_total() {
    let mut team = team();
    punch(&mut team.devices[1], 0, 3);
    sitting(&mut team, 1);
    // The other phone's batch, as a newer version writes it; a newer office lets it in.
    let document = time("2026-01");
    let change = {
        use automerge::transaction::Transactable as _;
        let mut copy = automerge::AutoCommit::new().with_actor([5; 16].to_vec().into());
        let event = vec![0xa4, 0x00, 0x01, 0x01, 0x19, 0x03, 0xe7, 0x02, 0xa0, 0x03, 0x01];
        let key = format!("e/{}", EventId::new([6; 16]));
        copy.put(automerge::ROOT, key, event).expect("puts");
        copy.get_last_local_change().expect("a change").raw_bytes().to_vec()
    };
    let writer = &mut team.devices[1];
    let (phone, key) = (&mut writer.phone, &writer.key);
    let newer = writer
        .store
        .write(|ledger| phone.write(ledger, writing(document, 9, NOW_MS, change), key))
        .expect("writes");
    let (_, answer) = exchange(&mut team, 2);
    let mut response = inflate(&answer);
    let log_key = LogKey::from_seed(&[1; 32]);
    let id = newer.id();
    let section =
        response.sections.iter_mut().find(|s| s.stream == document.into()).expect("the document");
    section.items.push(Item::Whole(Entry {
        position: Position::new(1, 8),
        received_ms: NOW_MS + 1,
        content: newer.into(),
    }));
    report(&mut response, &log_key, |report| {
        for (stream, digest) in &mut report.digests {
            if *stream == Stream::from(document) {
                *digest = Digest::push(*digest, id, Position::new(1, 8), NOW_MS + 1);
            }
        }
    });
    take(&mut team, 2, &deflate(&response)).expect("holds");
    let reader = &mut team.devices[2];
    let phone = &mut reader.phone;
    let (kept, unread, loaded) = reader
        .store
        .read(|ledger| {
            Ok::<_, SyncError>((
                ledger.has(TEAM, id)?,
                phone.unread(ledger, document)?,
                phone.batches(ledger, document)?.len(),
            ))
        })
        .expect("reads");
    assert!(kept, "the bytes stay");
    assert_eq!((unread, loaded), (1, 3), "and are not loaded: nothing is totalled");
}

#[test]
fn an_older_app_and_an_older_office_say_which_of_them_is_to_be_updated() {
    // The version stands behind the map's head and key 0, in one byte.
    let ours = u8::try_from(PROTOCOL).expect("small");
    assert!(ours < 23);
    let mut team = team();
    punch(&mut team.devices[1], 0, 1);
    let (request, answer) = exchange(&mut team, 1);
    for (version, office, device) in
        [(ours - 1, "old_app", "old_office"), (ours + 1, "old_office", "old_app")]
    {
        let mut asked = inflated(&request);
        let body = asked.windows(2).position(|two| two == [0x00, ours]).expect("key 0");
        asked[body + 1] = version;
        let asked = deflated(&asked);
        let Team { office: at, books, log_key, .. } = &mut team;
        let keys = OfficeKeys { log: log_key, secret: &SECRET };
        let size = books.read(|ledger| ledger.epoch_size(TEAM, 1)).expect("reads");
        let refused = books.write(|ledger| at.round(ledger, keys, &asked, (NOW_MS, [0; 32])));
        assert_eq!(refused.expect_err("refused").code(), office);
        assert_eq!(asker(&asked).expect_err("refused").code(), office);
        assert_eq!(books.read(|ledger| ledger.epoch_size(TEAM, 1)).expect("reads"), size);

        let mut told = inflated(&answer);
        assert_eq!(told[1..3], [0x00, ours]);
        told[2] = version;
        let refused = take(&mut team, 1, &deflated(&told));
        assert_eq!(refused.expect_err("refused").code(), device);
    }
    let waiting = team.devices[1].store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    assert_eq!(waiting.len(), 1, "nothing is lost meanwhile");
    take(&mut team, 1, &answer).expect("of our version");
    sitting(&mut team, 1);
    let waiting = team.devices[1].store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    assert_eq!(waiting.len(), 0);
}

#[test]
fn a_stolen_or_old_nonce_opens_nothing() {
    let mut team = team();
    let nonce = {
        let keys = OfficeKeys { log: &team.log_key, secret: &SECRET };
        team.office.nonce(keys, TEAM, team.devices[2].key.device(), NOW_MS)
    };
    let device = &mut team.devices[1];
    let (phone, key) = (&mut device.phone, &device.key);
    let request = device
        .store
        .write(|ledger| {
            phone.take_nonce(ledger, nonce)?;
            phone.build_request(ledger, key, "1.0.0")
        })
        .expect("builds")
        .expect("has a nonce");
    let keys = OfficeKeys { log: &team.log_key, secret: &SECRET };
    let office = &mut team.office;
    let refused =
        team.books.write(|ledger| office.round(ledger, keys, &request, (NOW_MS, [0; 32])));
    assert_eq!(refused.expect_err("refused").code(), "stale_nonce");
}

#[test]
fn rows_of_views_come_out_identical_when_they_are_built_again() {
    let mut team = team();
    punch(&mut team.devices[1], 0, 130);
    sitting(&mut team, 1);
    let device = &mut team.devices[1];
    let phone = &mut device.phone;
    let build = |phone: &mut Phone, ledger: &mut dyn assistenz_core::ledger::Ledger| {
        for month in ["2026-01", "2026-02"] {
            let id = time(month);
            let known = phone.batches(ledger, id)?;
            let changes: Vec<&[u8]> =
                known.iter().filter_map(|known| known.batch.changes()).flatten().collect();
            let document = Document::load(id, [0; 16], changes).expect("loads");
            for (event, content, _) in document.events() {
                let key = format!("{}/{event}", content.recorded_ms);
                ledger.put_view(TEAM, "events", &id.to_string(), &key, &content.to_bytes())?;
            }
        }
        Ok::<_, SyncError>(ledger.view(TEAM, "events", "")?)
    };
    let before = device.store.write(|ledger| build(phone, ledger)).expect("builds");
    assert_eq!(before.len(), 130);
    let after = device
        .store
        .write(|ledger| {
            ledger.clear_views(TEAM)?;
            build(phone, ledger)
        })
        .expect("builds again");
    assert_eq!(before, after);
}

#[test]
fn a_seen_mark_is_taken_in_only_when_its_batch_is_in_force() {
    let mut team = team();
    let document = time("2026-10");
    // The employer may not write an assistant's hours: held.
    let batch = tap(&mut team.devices[0], document, 1);
    sitting(&mut team, 0);
    let seen = RecordContent::Seen { person: PersonId::new([1; 16]), batches: vec![batch] };
    let mark = |team: &mut Team, dice| {
        let (office, log_key, seen) = (&mut team.office, &team.log_key, seen.clone());
        team.books
            .write(|ledger| office.record(ledger, TEAM, seen, log_key, (NOW_MS + 2, [dice; 32])))
            .expect("the office works")
            .1
            .settled
    };
    assert_eq!(mark(&mut team, 201), Settled::NotAllowed, "nobody else could place it");
    let release = RecordContent::Verdict { batch, status: Status::Released, cause: Cause::NoRight };
    let release = RecordDraft {
        team: TEAM,
        nonce: [99; 16],
        issued_ms: NOW_MS,
        content: release,
        desk: None,
    }
    .seal(&[&team.devices[0].key])
    .expect("in form");
    let (office, log_key) = (&mut team.office, &team.log_key);
    let released = team
        .books
        .write(|ledger| {
            office.take(ledger, TEAM, &release.into(), log_key, (NOW_MS + 2, [202; 32]))
        })
        .expect("the office works");
    assert_eq!(released.settled, Settled::InForce);
    assert_eq!(mark(&mut team, 203), Settled::InForce);
    sitting(&mut team, 1);
    let has = in_stream(&mut team.devices[1], document);
    assert_eq!(has, 3, "release, batch and mark");
}
