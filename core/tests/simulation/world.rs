//! A team, its phones, its office, and a network that cannot be trusted.

use super::faulty::{Bug, Faulty};
use assistenz_core::document::{DocumentId, EntryId, EventId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::{Engine as _, HeldStatus, Ledger};
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{
    ClockEvidence, Content, DeviceForm, DeviceKey, EpochReason, LogKey, Operation, Record,
    RecordContent, RecordDraft, Role, Signer, Status, Topic,
};
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::review::ProposalWithdrawn;
use assistenz_core::record::events::time::ClockOut;
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, OfficeKeys, Phone, Settled, SyncError, Writing, content_of};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

pub(crate) const TEAM: TeamId = TeamId::new([0x7e; 16]);
const START_MS: i64 = 1_790_000_000_000;
const MONTHS: [&str; 2] = ["2026-10", "2026-11"];

pub(crate) const EMPLOYER: usize = 0;
pub(crate) const DEPUTY: usize = 4;

/// One phone.
pub(crate) struct Device {
    pub(crate) person: PersonId,
    pub(crate) key: DeviceKey,
    pub(crate) store: Store,
    pub(crate) phone: Phone,
    /// What its clock shows more than the true time.
    pub(crate) drift_ms: i64,
    pub(crate) revoked: bool,
    backup: Option<(PathBuf, u64)>,
    actors: u64,
    /// An answer still under way.
    late: Option<Vec<u8>>,
}

/// Everything.
pub(crate) struct World {
    pub(crate) rng: ChaCha8Rng,
    pub(crate) bug: Option<Bug>,
    pub(crate) now_ms: i64,
    pub(crate) log_key: LogKey,
    pub(crate) secret: [u8; 32],
    pub(crate) office: Office,
    pub(crate) books: Store,
    pub(crate) devices: Vec<Device>,
    pub(crate) faults: bool,
    /// Batches of which a device was told, with proof, that they are kept.
    pub(crate) acknowledged: BTreeSet<EntryId>,
    /// Every batch ever written.
    pub(crate) written: BTreeSet<EntryId>,
    /// Batches that name an event no version knows yet.
    pub(crate) newer: BTreeSet<EntryId>,
    /// What the devices found wrong with an honest office.
    pub(crate) distrust: Vec<String>,
    /// When the office first had a revocation, as a device knows from its
    /// stream. What a device forgot with an old backup counts no more.
    pub(crate) heard: BTreeMap<(usize, EntryId), i64>,
    /// What the office said it will never let in.
    pub(crate) never: BTreeSet<EntryId>,
    books_backup: Option<PathBuf>,
    folder: tempfile::TempDir,
    files: u64,
}

fn person(number: u8) -> PersonId {
    PersonId::new([number; 16])
}

fn seed(rng: &mut ChaCha8Rng) -> [u8; 32] {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn temp_folder() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
        .expect("a temp folder")
}

impl World {
    pub(crate) fn new(number: u64, bug: Option<Bug>) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(number);
        let log_key = LogKey::from_seed(&seed(&mut rng));
        let secret = seed(&mut rng);
        let persons = [person(1), person(2), person(2), person(3), person(4)];
        let devices: Vec<Device> = persons
            .into_iter()
            .map(|person| Device {
                person,
                key: DeviceKey::from_seed(&seed(&mut rng)),
                store: Store::in_memory().expect("a store"),
                phone: Phone::new(TEAM, log_key.public()),
                drift_ms: 0,
                revoked: false,
                backup: None,
                actors: 0,
                late: None,
            })
            .collect();
        let mut world = Self {
            rng,
            bug,
            now_ms: START_MS,
            log_key,
            secret,
            office: Office::new(4),
            books: Store::in_memory().expect("books"),
            devices,
            faults: true,
            acknowledged: BTreeSet::new(),
            written: BTreeSet::new(),
            newer: BTreeSet::new(),
            distrust: Vec::new(),
            heard: BTreeMap::new(),
            never: BTreeSet::new(),
            books_backup: None,
            folder: temp_folder(),
            files: 0,
        };
        world.found();
        for device in 0..world.devices.len() {
            world.pair(device);
        }
        world
    }

    fn record(&mut self, content: RecordContent, signers: &[&dyn Signer]) -> Record {
        let mut nonce = [0; 16];
        self.rng.fill_bytes(&mut nonce);
        RecordDraft { team: TEAM, nonce, issued_ms: self.now_ms, content, desk: None }
            .seal(signers)
            .expect("a record in form")
    }

    fn found(&mut self) {
        let employer = &self.devices[EMPLOYER];
        let found = Operation::Found {
            employer: employer.person,
            device: employer.key.public(),
            log_key: self.log_key.public(),
            form: DeviceForm::Phone,
        };
        let draft = |content, nonce| RecordDraft {
            team: TEAM,
            nonce: [nonce; 16],
            issued_ms: START_MS,
            content,
            desk: None,
        };
        let epoch = RecordContent::Epoch {
            number: 1,
            nonce: [1; 8],
            checkpoint: None,
            reason: EpochReason::Founded,
        };
        let epoch = draft(epoch, 1).seal(&[&self.log_key]).expect("in form");
        let found = draft(RecordContent::Policy(found), 2)
            .seal(&[&self.log_key, &employer.key])
            .expect("in form");
        let (office, log_key, now) = (&mut self.office, &self.log_key, self.now_ms);
        self.books
            .write(|ledger| office.found(ledger, [&epoch, &found], log_key, now))
            .expect("founds");
        let role = |role, person| Operation::AddMember { person, role, until_ms: None };
        let mut operations = vec![
            role(Role::Assistant, person(2)),
            role(Role::Assistant, person(3)),
            role(Role::Deputy, person(4)),
        ];
        for device in &self.devices[1..] {
            operations.push(Operation::AddDevice {
                person: device.person,
                key: device.key.public(),
                form: DeviceForm::Phone,
            });
        }
        for operation in operations {
            let key = self.devices[EMPLOYER].key.clone();
            let record = self.record(RecordContent::Policy(operation), &[&key]);
            self.at_desk(&record.into());
        }
    }

    /// Something the employer does at the office itself.
    fn at_desk(&mut self, content: &Content) {
        let dice = seed(&mut self.rng);
        let (office, log_key, now, bug) = (&mut self.office, &self.log_key, self.now_ms, self.bug);
        self.books
            .write(|ledger| {
                let mut ledger = Faulty { inner: ledger, bug };
                office.take(&mut ledger, TEAM, content, log_key, (now, dice))
            })
            .expect("the office works");
    }

    fn by_office(&mut self, content: RecordContent) {
        let dice = seed(&mut self.rng);
        let (office, log_key, now) = (&mut self.office, &self.log_key, self.now_ms);
        self.books
            .write(|ledger| office.record(ledger, TEAM, content, log_key, (now, dice)))
            .expect("the office works");
    }

    fn pair(&mut self, index: usize) {
        let incarnation = self.incarnation();
        let device = &mut self.devices[index];
        let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
        let nonce = self.office.nonce(keys, TEAM, device.key.device(), self.now_ms);
        let phone = &device.phone;
        device
            .store
            .write(|ledger| {
                phone.begin_incarnation(ledger, incarnation)?;
                phone.take_nonce(ledger, nonce)
            })
            .expect("pairs");
    }

    fn incarnation(&mut self) -> Incarnation {
        let mut bytes = [0; 8];
        self.rng.fill_bytes(&mut bytes);
        Incarnation::new(bytes)
    }

    fn document(&mut self, index: usize) -> DocumentId {
        let month = MONTHS[self.rng.random_range(0..MONTHS.len())].parse().expect("a month");
        let subject = person(self.rng.random_range(2..=3));
        match index {
            // One in ten tries what it may not.
            _ if self.rng.random_ratio(1, 10) => DocumentId::time(subject, month),
            EMPLOYER | DEPUTY => DocumentId::review(subject, month),
            _ => DocumentId::time(self.devices[index].person, month),
        }
    }

    /// A tap: one event in one batch, or in two about two documents.
    pub(crate) fn write(&mut self, index: usize) {
        let document = self.document(index);
        let mut event = [0; 16];
        self.rng.fill_bytes(&mut event);
        let mut actor = [0; 16];
        self.rng.fill_bytes(&mut actor);
        let strange = self.rng.random_ratio(1, 25);
        let (now, bug) = (self.now_ms, self.bug);
        let device = &mut self.devices[index];
        if bug == Some(Bug::ReusedActor) {
            actor = *device.key.device().bytes();
        }
        device.actors += 1;
        let wall_ms = now + device.drift_ms;
        let phone = &mut device.phone;
        let key = &device.key;
        let written = device
            .store
            .write(|ledger| {
                let mut ledger = Faulty { inner: ledger, bug };
                let known = phone.batches(&mut ledger, document).expect("reads");
                let changes: Vec<Vec<u8>> = known
                    .iter()
                    .filter_map(|known| known.batch.changes())
                    .flatten()
                    .map(<[u8]>::to_vec)
                    .collect();
                // What is held may be unreadable or lack what it depends on.
                let mut copy = Document::load(document, actor, &changes)
                    .or_else(|_| {
                        let in_force = known
                            .iter()
                            .filter(|known| {
                                known.standing == assistenz_core::sync::Standing::InForce
                            })
                            .filter_map(|known| known.batch.changes())
                            .flatten();
                        Document::load(document, actor, in_force)
                    })
                    .unwrap_or_else(|_| Document::new(document, actor));
                let event = EventId::new(event);
                let change = if strange {
                    newer_change(actor, event)
                } else {
                    copy.record(&[(event, event_for(document, wall_ms))], 0).expect("records")
                };
                let writing = Writing {
                    document,
                    act: None,
                    clock: ClockEvidence {
                        wall_ms,
                        offset_minutes: 60,
                        zone: "Europe/Berlin".into(),
                        monotonic_ms: 1,
                        boot: [1; 8],
                        office_ms: None,
                        office_heard_ms: None,
                    },
                    app: "sim/1".into(),
                    changes: vec![change],
                };
                phone.write(&mut ledger, writing, key)
            })
            .expect("writes");
        if strange {
            self.newer.insert(written.id());
        }
        self.written.insert(written.id());
    }

    fn cut(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        if self.faults && self.rng.random_ratio(1, 25) {
            let length = self.rng.random_range(0..bytes.len());
            bytes.truncate(length);
        }
        bytes
    }

    /// The office answers; `None` if it refuses.
    fn answer(&mut self, request: &[u8]) -> Option<Vec<u8>> {
        let dice = seed(&mut self.rng);
        let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
        let (office, now, bug) = (&mut self.office, self.now_ms, self.bug);
        let result = self.books.write(|ledger| {
            let mut ledger = Faulty { inner: ledger, bug };
            office.round(&mut ledger, keys, request, (now, dice))
        });
        match result {
            Ok(answer) => Some(answer),
            Err(SyncError::Refused(_) | SyncError::Form(_) | SyncError::TooLarge) => None,
            Err(fault) => panic!("the office failed: {fault:?}"),
        }
    }

    /// One round of one device over a bad network. Whether more would come.
    pub(crate) fn sync(&mut self, index: usize) -> bool {
        let bug = self.bug;
        let nonce = {
            let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
            self.office.nonce(keys, TEAM, self.devices[index].key.device(), self.now_ms)
        };
        let device = &mut self.devices[index];
        let (phone, key) = (&mut device.phone, &device.key);
        let request = device
            .store
            .write(|ledger| {
                let mut ledger = Faulty { inner: ledger, bug };
                phone.take_nonce(&mut ledger, nonce)?;
                phone.build_request(&mut ledger, key, "sim/1")
            })
            .expect("builds")
            .expect("has a nonce");
        if self.faults && self.rng.random_ratio(1, 6) {
            return true; // lost on the way
        }
        let sent = self.cut(request.clone());
        let mut answer = self.answer(&sent);
        if self.faults && self.rng.random_ratio(1, 6) {
            answer = self.answer(&sent); // doubled on the way
        }
        let Some(answer) = answer else { return true };
        if self.faults && self.rng.random_ratio(1, 6) {
            self.devices[index].late = Some(answer); // comes much later, or never
            return true;
        }
        let answer = self.cut(answer);
        self.deliver(index, &answer)
    }

    /// An answer that was long under way arrives now.
    pub(crate) fn deliver_late(&mut self, index: usize) {
        if let Some(answer) = self.devices[index].late.take() {
            self.deliver(index, &answer);
        }
    }

    fn deliver(&mut self, index: usize, answer: &[u8]) -> bool {
        let bug = self.bug;
        let incarnation = self.incarnation();
        let device = &mut self.devices[index];
        let (phone, key) = (&mut device.phone, &device.key);
        let received = device.store.write(|ledger| {
            let mut ledger = Faulty { inner: ledger, bug };
            phone.take_response(&mut ledger, key, answer)
        });
        let received = match received {
            Ok(received) => received,
            Err(SyncError::Form(_) | SyncError::TooLarge) => return true,
            Err(SyncError::Distrusted(why)) => {
                self.distrust.push(format!("device {index}: {why}"));
                return false;
            }
            Err(fault) => panic!("device {index} failed: {fault:?}"),
        };
        let mut proven = Vec::new();
        let written = &mut self.written;
        let newer = &mut self.newer;
        device
            .store
            .write(|ledger| {
                let mut ledger = Faulty { inner: ledger, bug };
                for answer in &received.answers {
                    if answer.settled == Settled::Never {
                        self.never.insert(answer.id);
                    }
                    if answer.settled.is_stored() && ledger.receipt(TEAM, answer.id)?.is_some() {
                        proven.push(answer.id);
                    }
                }
                if received.new_incarnation {
                    for (old, new) in
                        phone.write_again(&mut ledger, incarnation, key).expect("writes again")
                    {
                        written.remove(&old);
                        written.insert(new);
                        if newer.remove(&old) {
                            newer.insert(new);
                        }
                    }
                }
                Ok::<_, SyncError>(())
            })
            .expect("reads");
        self.acknowledged.extend(proven);
        if received.changed.contains(&Stream::Policy) {
            self.hear(index);
        }
        received.more || received.new_incarnation
    }

    /// Notes which revocations this device has in its stream, and since when.
    fn hear(&mut self, index: usize) {
        let name = assistenz_core::log::codec::encode(&Stream::Policy);
        let revocations = self.devices[index]
            .store
            .read(|ledger| {
                let mut found = Vec::new();
                for member in ledger.members(TEAM, &name, 0, usize::MAX)? {
                    let kept = ledger.entry(TEAM, member.id)?.expect("a member is kept");
                    let content = content_of(&kept).expect("kept in form");
                    if matches!(content, Content::Record(record) if matches!(
                        record.content(),
                        RecordContent::Policy(Operation::RevokeDevice { .. })
                    )) {
                        found.push((member.id, member.place.received_ms));
                    }
                }
                Ok::<_, assistenz_core::ledger::LedgerError>(found)
            })
            .expect("reads");
        for (id, received_ms) in revocations {
            let first = self.heard.entry((index, id)).or_insert(received_ms);
            *first = received_ms.min(*first);
        }
    }

    fn file(&mut self) -> PathBuf {
        self.files += 1;
        self.folder.path().join(format!("{}.db", self.files))
    }

    pub(crate) fn back_up_office(&mut self) {
        let file = self.file();
        self.books.backup_to(&file).expect("backs up");
        self.books_backup = Some(file);
    }

    pub(crate) fn restore_office(&mut self, announced: bool) {
        let Some(backup) = self.books_backup.clone() else { return };
        let file = self.file();
        std::fs::copy(&backup, &file).expect("copies");
        self.books = Store::open_existing(&file).expect("opens");
        self.office = Office::new(4);
        if announced {
            let dice = seed(&mut self.rng);
            let (office, log_key, now) = (&mut self.office, &self.log_key, self.now_ms);
            self.books
                .write(|ledger| office.announce_restore(ledger, TEAM, log_key, (now, dice)))
                .expect("announces");
        }
    }

    pub(crate) fn back_up_phone(&mut self, index: usize) {
        let file = self.file();
        let device = &mut self.devices[index];
        device.store.backup_to(&file).expect("backs up");
        device.backup = Some((file, device.actors));
    }

    /// The phone comes back from its backup; `noticed` if its owner's new
    /// phone knows that it was restored.
    pub(crate) fn restore_phone(&mut self, index: usize, noticed: bool) {
        let Some((backup, actors)) = self.devices[index].backup.clone() else { return };
        let file = self.file();
        std::fs::copy(&backup, &file).expect("copies");
        let incarnation = self.incarnation();
        let device = &mut self.devices[index];
        device.store = Store::open_existing(&file).expect("opens");
        device.phone = Phone::new(TEAM, self.log_key.public());
        device.actors = actors;
        device.late = None;
        self.heard.retain(|(whose, _), _| *whose != index);
        self.hear(index);
        let device = &mut self.devices[index];
        if noticed {
            let phone = &device.phone;
            device
                .store
                .write(|ledger| phone.begin_incarnation(ledger, incarnation))
                .expect("begins");
        }
    }

    /// The employer decides about something held.
    pub(crate) fn decide(&mut self) {
        let held =
            self.books.read(|ledger| ledger.held_with(TEAM, HeldStatus::Held)).expect("reads");
        if held.is_empty() {
            return;
        }
        let row = held[self.rng.random_range(0..held.len())];
        let status = if self.rng.random_ratio(3, 4) { Status::Released } else { Status::Refused };
        let cause = assistenz_core::log::Cause::from_number(u64::from(row.cause)).expect("known");
        let key = self.devices[EMPLOYER].key.clone();
        let content = RecordContent::Verdict { batch: row.id, status, cause };
        let record = self.record(content, &[&key]);
        self.at_desk(&record.into());
    }

    /// The employer changes who may do what, at the office or on the phone.
    pub(crate) fn change_policy(&mut self) {
        let until_ms = self.now_ms + self.rng.random_range(1..40) * 3_600_000;
        let operation = match self.rng.random_range(0..8) {
            0..=3 => Operation::Grant {
                person: person(4),
                topics: vec![Topic::HoursView, Topic::HoursApprove],
                until_ms,
            },
            4 | 5 => Operation::RevokeGrant {
                person: person(4),
                topics: vec![Topic::HoursView, Topic::HoursApprove],
            },
            6 => Operation::ShareRota { shared: true },
            _ => return self.revoke(),
        };
        self.issue(operation);
    }

    fn revoke(&mut self) {
        self.devices[2].revoked = true;
        self.issue(Operation::RevokeDevice { device: self.devices[2].key.device() });
    }

    fn issue(&mut self, operation: Operation) {
        let key = self.devices[EMPLOYER].key.clone();
        let record = self.record(RecordContent::Policy(operation), &[&key]);
        if self.rng.random_bool(0.5) {
            self.at_desk(&record.into());
        } else {
            let device = &mut self.devices[EMPLOYER];
            let phone = &device.phone;
            let bug = self.bug;
            device
                .store
                .write(|ledger| phone.offer(&mut Faulty { inner: ledger, bug }, &record))
                .expect("offers");
        }
    }

    /// The office loses a revocation by a silent restore, and the revoked phone
    /// writes on before anybody brings the revocation back.
    pub(crate) fn lose_revocation(&mut self) {
        if self.devices[2].revoked {
            return;
        }
        self.back_up_office();
        self.write(1);
        self.sync(1);
        self.revoke();
        for _ in 0..2 {
            let index = [EMPLOYER, 1, 3, DEPUTY][self.rng.random_range(0..4)];
            self.now_ms += 60_000;
            self.sync(index);
        }
        self.now_ms += 3_600_000;
        self.restore_office(false);
        for _ in 0..self.rng.random_range(1..4) {
            self.now_ms += 60_000;
            self.write(2);
            self.sync(2);
        }
        // Somebody's phone may build on that.
        self.sync(1);
        self.write(1);
        self.sync(1);
    }

    /// Retention ends for one document, or the employer has seen something.
    pub(crate) fn purge_or_see(&mut self) {
        let month = MONTHS[0].parse().expect("a month");
        let document = DocumentId::time(person(self.rng.random_range(2..=3)), month);
        let batches = self.in_stream(document);
        let Some(first) = batches.first() else { return };
        let content = if self.rng.random_ratio(1, 3) {
            RecordContent::Purge { about: document.into(), rule: "test".into(), batches }
        } else {
            RecordContent::Seen { person: person(1), batches: vec![*first] }
        };
        self.by_office(content);
    }

    fn in_stream(&mut self, document: DocumentId) -> Vec<EntryId> {
        let name = assistenz_core::log::codec::encode(&Stream::from(document));
        self.books
            .read(|ledger| {
                let mut ids: Vec<EntryId> = Vec::new();
                for member in ledger.members(TEAM, &name, 0, usize::MAX)? {
                    let kept = ledger.entry(TEAM, member.id)?.expect("a member is kept");
                    if kept.entry_type == assistenz_core::ledger::EntryType::BATCH {
                        ids.push(member.id);
                    }
                }
                ids.sort();
                ids.dedup();
                Ok::<_, assistenz_core::ledger::LedgerError>(ids)
            })
            .expect("reads")
    }

    /// One thing happens.
    pub(crate) fn step(&mut self) {
        self.now_ms += self.rng.random_range(1_000..4_000_000);
        let index = self.rng.random_range(0..self.devices.len());
        match self.rng.random_range(0..100) {
            0..40 => self.write(index),
            40..78 => {
                self.sync(index);
            }
            78..82 => self.deliver_late(index),
            82..86 => self.decide(),
            86..90 => self.change_policy(),
            90..92 => self.purge_or_see(),
            92 => self.back_up_office(),
            93 => {
                let announced = self.rng.random_bool(0.5);
                self.restore_office(announced);
            }
            94 | 95 => self.back_up_phone(index),
            96 => {
                let noticed = self.rng.random_bool(0.5);
                self.restore_phone(index, noticed);
            }
            97 => self.lose_revocation(),
            _ => {
                let years = self.rng.random_range(-5..=5);
                self.devices[index].drift_ms = years * 365 * 86_400_000;
            }
        }
    }

    /// The network is whole again; everybody syncs until nothing moves.
    /// `false` if somebody never comes to rest.
    pub(crate) fn heal(&mut self) -> bool {
        self.faults = false;
        let mut quiet = 0;
        for _ in 0..60 {
            let before = self.size();
            let mut more = false;
            for index in 0..self.devices.len() {
                self.now_ms += 1_000;
                more |= self.sync(index);
            }
            quiet = if more || self.size() != before { 0 } else { quiet + 1 };
            if quiet == 2 {
                return true;
            }
        }
        false
    }

    fn size(&mut self) -> Option<(u32, u64)> {
        let head = self.books.read(|ledger| ledger.head(TEAM)).expect("reads");
        head.map(|head| (head.epoch, head.size))
    }
}

fn event_for(document: DocumentId, at_ms: i64) -> Event {
    let id = EventId::new([9; 16]);
    match document.kind() {
        assistenz_core::document::DocumentKind::Review => {
            Event::new(at_ms, ProposalWithdrawn { proposal: id, reason: None })
        }
        _ => Event::new(at_ms, ClockOut { shift: id, at_ms }),
    }
}

/// A change as a newer version might write it: an event of an unknown type.
fn newer_change(actor: [u8; 16], event: EventId) -> Vec<u8> {
    use automerge::transaction::Transactable as _;
    let mut document = automerge::AutoCommit::new().with_actor(automerge::ActorId::from(actor));
    let value = vec![0xa4, 0x00, 0x01, 0x01, 0x19, 0x03, 0xe7, 0x02, 0xa0, 0x03, 0x01];
    document.put(automerge::ROOT, format!("e/{event}"), value).expect("puts");
    document.commit_with(automerge::transaction::CommitOptions::default().with_time(0));
    document.get_last_local_change().expect("a change").raw_bytes().to_vec()
}
