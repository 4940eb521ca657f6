//! What phones do: write, sync over a network that cannot be trusted, lose
//! their memory.

use super::super::faulty::{Bug, Faulty};
use super::{DEPUTY, EMPLOYER, MONTHS, TEAM, World, person, seed};
use assistenz_core::document::{DocumentId, EventId};
use assistenz_core::ledger::{Engine as _, Ledger as _};
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{ClockEvidence, Content, Operation, RecordContent, Signer as _};
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::review::ProposalWithdrawn;
use assistenz_core::record::events::time::ClockOut;
use assistenz_core::store::Store;
use assistenz_core::sync::{OfficeKeys, Phone, Settled, SyncError, Writing, content_of};
use rand::{Rng as _, RngExt as _};

impl World {
    pub(super) fn document(&mut self, index: usize) -> DocumentId {
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

    pub(super) fn cut(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        if self.faults && self.rng.random_ratio(1, 25) {
            let length = self.rng.random_range(0..bytes.len());
            bytes.truncate(length);
        }
        bytes
    }

    /// The office answers; `None` if it refuses.
    pub(super) fn answer(&mut self, request: &[u8]) -> Option<Vec<u8>> {
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

    pub(super) fn deliver(&mut self, index: usize, answer: &[u8]) -> bool {
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
    pub(super) fn hear(&mut self, index: usize) {
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
