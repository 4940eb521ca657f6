//! A team for tests of sync: an employer's phone, two of an assistant's, and
//! an office, all in memory; rounds without a network.

#![allow(dead_code, reason = "each test uses its part of it")]

#[path = "../founded/mod.rs"]
mod founded;
pub(crate) mod office;

use assistenz_core::document::{DocumentId, EntryId, EventId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{
    ClockEvidence, DeviceForm, DeviceKey, LogKey, Operation, RecordContent, RecordDraft, Role,
    Signer as _, codec,
};
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::ClockOut;
use assistenz_core::store::Store;
use assistenz_core::sync::{
    Office, OfficeKeys, Phone, REQUEST_LIMIT, Received, SyncError, Writing,
};
use founded::founded;

pub(crate) const TEAM: TeamId = TeamId::new([7; 16]);
pub(crate) const NOW_MS: i64 = 1_790_000_000_000;
pub(crate) const SECRET: [u8; 32] = [8; 32];
pub(crate) const ASSISTANT: PersonId = PersonId::new([2; 16]);

pub(crate) struct Device {
    pub(crate) key: DeviceKey,
    pub(crate) store: Store,
    pub(crate) phone: Phone,
}

pub(crate) struct Team {
    pub(crate) log_key: LogKey,
    pub(crate) office: Office,
    pub(crate) books: Store,
    pub(crate) devices: Vec<Device>,
    pub(crate) rounds: u8,
    /// The office's clock.
    pub(crate) now_ms: i64,
}

/// An employer's phone and two of the assistant's.
pub(crate) fn team() -> Team {
    let log_key = LogKey::from_seed(&[1; 32]);
    let mut devices: Vec<Device> = (0..3)
        .map(|number| Device {
            key: DeviceKey::from_seed(&[10 + number; 32]),
            store: Store::in_memory().expect("a store"),
            phone: Phone::new(TEAM, log_key.public()),
        })
        .collect();
    let (mut office, mut books) = (Office::new(40), Store::in_memory().expect("books"));
    let employer = (PersonId::new([1; 16]), &devices[0].key);
    founded((&mut office, &mut books), TEAM, employer, &log_key, NOW_MS);
    let mut operations =
        vec![Operation::AddMember { person: ASSISTANT, role: Role::Assistant, until_ms: None }];
    for device in &devices[1..] {
        let key = device.key.public();
        operations.push(Operation::AddDevice { person: ASSISTANT, key, form: DeviceForm::Phone });
    }
    books
        .write(|ledger| {
            for (nonce, operation) in (3..).zip(operations) {
                let record = RecordDraft {
                    team: TEAM,
                    nonce: [nonce; 16],
                    issued_ms: NOW_MS,
                    content: RecordContent::Policy(operation),
                    desk: None,
                };
                let record = record.seal(&[&devices[0].key]).expect("in form");
                office.take(ledger, TEAM, &record.into(), &log_key, (NOW_MS, [nonce; 32]))?;
            }
            Ok::<_, SyncError>(())
        })
        .expect("taken");
    for (number, device) in (0..).zip(&mut devices) {
        let keys = OfficeKeys { log: &log_key, secret: &SECRET };
        let nonce = office.nonce(keys, TEAM, device.key.device(), NOW_MS);
        let phone = &device.phone;
        device
            .store
            .write(|ledger| {
                phone.begin_incarnation(ledger, Incarnation::new([number; 8]))?;
                phone.take_nonce(ledger, nonce)
            })
            .expect("pairs");
    }
    Team { log_key, office, books, devices, rounds: 0, now_ms: NOW_MS + 1 }
}

pub(crate) fn unlike(number: u64, what: u8) -> [u8; 32] {
    *assistenz_core::log::Hash::of(&[&number.to_be_bytes()[..], &[what]].concat()).bytes()
}

pub(crate) fn first16(bytes: [u8; 32]) -> [u8; 16] {
    bytes[..16].try_into().expect("16 of 32")
}

pub(crate) fn time(month: &str) -> DocumentId {
    DocumentId::time(ASSISTANT, month.parse().expect("a month"))
}

pub(crate) fn writing(document: DocumentId, number: u64, wall_ms: i64, change: Vec<u8>) -> Writing {
    Writing {
        document,
        act: None,
        clock: ClockEvidence {
            wall_ms,
            offset_minutes: 120,
            zone: "Europe/Berlin".into(),
            monotonic_ms: 86_400_000 + number * 14_400_123,
            boot: unlike(number / 40, 3)[..8].try_into().expect("8 of 32"),
            office_ms: Some(wall_ms - 1_234_567),
            office_heard_ms: Some(86_400_000 + number * 14_400_123 - 1_234_567),
        },
        app: "1.0.0".into(),
        changes: vec![change],
    }
}

/// Writes `count` clock events into months of 125, each month under few actors.
pub(crate) fn punch(device: &mut Device, from: u64, count: u64) {
    let mut document: Option<(u64, Document)> = None;
    for number in from..from + count {
        let month = number / 125;
        let id = time(&format!("{}-{:02}", 2026 + month / 12, month % 12 + 1));
        let actor = first16(unlike(number / 10, 1));
        let (phone, key) = (&mut device.phone, &device.key);
        let mut copy = match document.take() {
            Some((of, copy)) if of == month && number % 10 != 0 => copy,
            Some(_) | None => {
                let known = device.store.read(|ledger| phone.batches(ledger, id)).expect("reads");
                let changes: Vec<&[u8]> =
                    known.iter().filter_map(|known| known.batch.changes()).flatten().collect();
                Document::load(id, actor, changes).expect("loads")
            }
        };
        let wall_ms = NOW_MS + i64::try_from(number).expect("small") * 14_400_123;
        let shift = EventId::new(first16(unlike(number / 2, 2)));
        let event = Event::new(wall_ms, ClockOut { shift, at_ms: wall_ms });
        let change = copy
            .record(&[(EventId::new(first16(unlike(number, 4))), event)], wall_ms)
            .expect("records");
        device
            .store
            .write(|ledger| phone.write(ledger, writing(id, number, wall_ms, change), key))
            .expect("writes");
        document = Some((month, copy));
    }
}

/// Request and answer of one round.
pub(crate) fn exchange(team: &mut Team, index: usize) -> (Vec<u8>, Vec<u8>) {
    team.rounds += 1;
    let device = &mut team.devices[index];
    let (phone, key) = (&mut device.phone, &device.key);
    let request = device
        .store
        .write(|ledger| phone.build_request(ledger, key, "1.0.0"))
        .expect("builds")
        .expect("has a nonce");
    assert!(request.len() <= REQUEST_LIMIT);
    let keys = OfficeKeys { log: &team.log_key, secret: &SECRET };
    let (office, dice, now_ms) = (&mut team.office, [team.rounds; 32], team.now_ms);
    let answer = team
        .books
        .write(|ledger| office.round(ledger, keys, &request, (now_ms, dice)))
        .expect("answers");
    (request, answer)
}

pub(crate) fn take(team: &mut Team, index: usize, answer: &[u8]) -> Result<Received, SyncError> {
    let device = &mut team.devices[index];
    let (phone, key) = (&mut device.phone, &device.key);
    device.store.write(|ledger| phone.take_response(ledger, key, answer))
}

/// Rounds until nothing is left; how many, and bytes up and down.
pub(crate) fn sitting(team: &mut Team, index: usize) -> (usize, usize, usize) {
    let (mut rounds, mut up, mut down) = (0, 0, 0);
    loop {
        let (request, answer) = exchange(team, index);
        rounds += 1;
        up += request.len();
        down += answer.len();
        if !take(team, index, &answer).expect("holds").more {
            return (rounds, up, down);
        }
        assert!(rounds < 50, "comes to rest");
    }
}

pub(crate) fn in_stream(device: &mut Device, document: DocumentId) -> u64 {
    let name = codec::encode(&Stream::from(document));
    let state = device.store.read(|ledger| ledger.stream(TEAM, &name)).expect("reads");
    state.map_or(0, |state| state.count)
}

/// One event alone in one batch.
pub(crate) fn tap(device: &mut Device, document: DocumentId, number: u64) -> EntryId {
    let (phone, key) = (&mut device.phone, &device.key);
    let at_ms = NOW_MS + i64::try_from(number).expect("small");
    let event = Event::new(at_ms, ClockOut { shift: EventId::new([3; 16]), at_ms });
    let change = Document::new(document, first16(unlike(number, 5)))
        .record(&[(EventId::new(first16(unlike(number, 6))), event)], at_ms)
        .expect("records");
    let written = device
        .store
        .write(|ledger| phone.write(ledger, writing(document, number, at_ms, change), key))
        .expect("writes");
    written.id()
}
