//! An office's book for tests: keeps one team's log in memory as an office
//! would, and tells stories with it from a seed.

#![allow(dead_code, reason = "each test uses its part of it")]

use assistenz_core::document::{
    ActId, DocumentId, DocumentKind, EntryId, Incarnation, Period, PersonId, TeamId,
};
use assistenz_core::log::evidence::{EvidenceWriter, FileHeader};
use assistenz_core::log::tree::{self, MemoryNodes};
use assistenz_core::log::{
    Cause, ChainHead, Checkpoint, ClockEvidence, Content, Credential, Desk, DeviceForm, DeviceKey,
    Draft, Entry, EpochReason, Founding, Hash, LogKey, Operation, Position, RecordContent,
    RecordDraft, Role, SignedBatch, Signer, Status, Stream, Topic,
};
use assistenz_core::policy::PolicyState;
use assistenz_core::time::Month;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// A device with everything it needs to write.
#[derive(Debug, Clone)]
pub(crate) struct Pen {
    pub(crate) person: PersonId,
    pub(crate) key: DeviceKey,
    pub(crate) form: DeviceForm,
    pub(crate) incarnation: Incarnation,
    pub(crate) head: ChainHead,
}

/// What stands in the evidence, in order.
#[derive(Debug, Clone)]
pub(crate) enum Line {
    Entry(Entry),
    Checkpoint(Checkpoint),
}

pub(crate) struct Book {
    pub(crate) rng: ChaCha8Rng,
    pub(crate) team: TeamId,
    pub(crate) policy: PolicyState,
    pub(crate) log_key: LogKey,
    pub(crate) log_keys: Vec<LogKey>,
    pub(crate) epoch: (u32, [u8; 8]),
    pub(crate) restored: bool,
    pub(crate) nodes: MemoryNodes,
    pub(crate) size: u64,
    pub(crate) now_ms: i64,
    pub(crate) lines: Vec<Line>,
    pub(crate) statements: Vec<Vec<u8>>,
    pub(crate) employer: Pen,
    chains: BTreeMap<(assistenz_core::document::DeviceId, Incarnation, u64), EntryId>,
}

/// 2026-10-01T08:00Z
pub(crate) const START_MS: i64 = 1_790_841_600_000;

pub(crate) fn october() -> Month {
    "2026-10".parse().expect("a month")
}

fn bytes<const N: usize>(rng: &mut ChaCha8Rng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

impl Book {
    /// Founds a team; everything follows from the seed.
    pub(crate) fn found(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let team = TeamId::new(bytes(&mut rng));
        let log_key = LogKey::from_seed(&bytes(&mut rng));
        let employer = Pen {
            person: PersonId::new(bytes(&mut rng)),
            key: DeviceKey::from_seed(&bytes(&mut rng)),
            form: DeviceForm::Phone,
            incarnation: Incarnation::new(bytes(&mut rng)),
            head: ChainHead::START,
        };
        let epoch = (1, bytes(&mut rng));
        let mut book = Self {
            rng,
            team,
            policy: PolicyState::new(),
            log_keys: vec![log_key.clone()],
            log_key,
            epoch,
            restored: false,
            nodes: MemoryNodes::default(),
            size: 0,
            now_ms: START_MS,
            lines: Vec::new(),
            statements: Vec::new(),
            employer,
            chains: BTreeMap::new(),
        };
        let founding = Founding {
            employer: book.employer.person,
            device: book.employer.key.public(),
            form: DeviceForm::Phone,
            log_key: book.log_key.public(),
            nonce: epoch.1,
        };
        let [first, founding] = founding.contents();
        book.by_office(first);
        let (device, log) = (book.employer.key.clone(), book.log_key.clone());
        book.record(founding, None, &[&device, &log]);
        book
    }

    pub(crate) fn id<const N: usize>(&mut self) -> [u8; N] {
        bytes(&mut self.rng)
    }

    /// Appends an entry as it is, judged by nobody.
    pub(crate) fn push(&mut self, content: Content) -> Entry {
        self.now_ms += self.rng.random_range(0..5_000);
        let entry = Entry {
            position: Position::new(self.epoch.0, self.size),
            received_ms: self.now_ms,
            content,
        };
        let leaf = tree::leaf_hash(&entry.leaf_input());
        tree::append(&mut self.nodes, self.size, leaf).expect("memory");
        self.size += 1;
        self.lines.push(Line::Entry(entry.clone()));
        entry
    }

    pub(crate) fn draft(&mut self, content: RecordContent, desk: Option<Desk>) -> RecordDraft {
        RecordDraft { team: self.team, nonce: self.id(), issued_ms: self.now_ms, content, desk }
    }

    /// Issues a record that must be allowed.
    pub(crate) fn record(
        &mut self,
        content: RecordContent,
        desk: Option<Desk>,
        keys: &[&dyn Signer],
    ) -> EntryId {
        let record = self.draft(content, desk).seal(keys).expect("in form");
        let entry = self.push(record.clone().into());
        self.policy
            .apply(&record, entry.position, entry.received_ms)
            .unwrap_or_else(|why| panic!("{} refused: {why}", record.content().word()));
        record.id()
    }

    pub(crate) fn by_office(&mut self, content: RecordContent) -> EntryId {
        let key = self.log_key.clone();
        self.record(content, None, &[&key])
    }

    pub(crate) fn by_employer(&mut self, content: RecordContent) -> EntryId {
        let key = self.employer.key.clone();
        self.record(content, None, &[&key])
    }

    pub(crate) fn policy(&mut self, operation: Operation) -> EntryId {
        self.by_employer(RecordContent::Policy(operation))
    }

    /// A new member with one device.
    pub(crate) fn member(&mut self, role: Role, until_ms: Option<i64>, form: DeviceForm) -> Pen {
        let pen = Pen {
            person: PersonId::new(self.id()),
            key: DeviceKey::from_seed(&self.id()),
            form,
            incarnation: Incarnation::new(self.id()),
            head: ChainHead::START,
        };
        self.policy(Operation::AddMember { person: pen.person, role, until_ms });
        let key = pen.key.public();
        self.policy(Operation::AddDevice { person: pen.person, key, form });
        pen
    }

    /// One more phone of somebody.
    pub(crate) fn device_of(&mut self, person: PersonId) -> Pen {
        let pen = Pen {
            person,
            key: DeviceKey::from_seed(&self.id()),
            form: DeviceForm::Phone,
            incarnation: Incarnation::new(self.id()),
            head: ChainHead::START,
        };
        let key = pen.key.public();
        self.policy(Operation::AddDevice { person, key, form: DeviceForm::Phone });
        pen
    }

    /// Writes a batch; nothing stands in the log yet.
    pub(crate) fn write(
        &mut self,
        pen: &mut Pen,
        document: DocumentId,
        changes: usize,
    ) -> SignedBatch {
        let changes = (0..changes)
            .map(|_| {
                let mut change = vec![0; self.rng.random_range(30..200)];
                self.rng.fill_bytes(&mut change);
                change
            })
            .collect();
        self.write_changes(pen, document, changes)
    }

    pub(crate) fn write_changes(
        &mut self,
        pen: &mut Pen,
        document: DocumentId,
        changes: Vec<Vec<u8>>,
    ) -> SignedBatch {
        let desk = (pen.form == DeviceForm::Desk).then(|| Desk {
            person: pen.person,
            session: self.id(),
            credential: Credential::Password,
            assertion: None,
        });
        let heard = self.rng.random_bool(0.7);
        let draft = Draft {
            team: self.team,
            document,
            incarnation: pen.incarnation,
            act: self.rng.random_bool(0.2).then(|| ActId::new(bytes(&mut self.rng))),
            policy_seen: self.policy.entries(),
            clock: ClockEvidence {
                wall_ms: self.now_ms - self.rng.random_range(0..90_000),
                offset_minutes: 120,
                zone: "Europe/Berlin".to_owned(),
                monotonic_ms: self.rng.random_range(0..100_000_000),
                boot: self.id(),
                office_ms: heard.then_some(self.now_ms - 60_000),
                office_heard_ms: heard.then_some(5_000),
            },
            app: "0.1.0".to_owned(),
            desk,
            schema: 1,
            changes,
        };
        let batch = draft.seal(pen.head, &pen.key).expect("in form");
        pen.head = batch.chain_head();
        batch
    }

    /// Takes a batch in as an office does; `also` is what the gate would say.
    pub(crate) fn take(&mut self, batch: SignedBatch, also: Option<Cause>) -> Option<Cause> {
        let header = batch.header().clone();
        let at = |n| self.chains.get(&(header.device, header.incarnation, n)).copied();
        let fork = at(header.n).is_some()
            || (header.n > 1 && at(header.n - 1).is_some_and(|id| Some(id) != header.previous));
        if !fork {
            assert!(self.restored || header.n == 1 || at(header.n - 1).is_some(), "no gap");
        }
        let id = batch.id();
        let entry = self.push(batch.into());
        let cause = if fork {
            Some(Cause::Fork)
        } else {
            self.chains.insert((header.device, header.incarnation, header.n), id);
            self.policy.judge(&header, entry.received_ms).err().or(also)
        };
        if let Some(cause) = cause {
            self.by_office(RecordContent::Verdict { batch: id, status: Status::Held, cause });
        }
        cause
    }

    pub(crate) fn verdict(&mut self, batch: EntryId, status: Status, cause: Cause) -> EntryId {
        self.by_employer(RecordContent::Verdict { batch, status, cause })
    }

    /// Removes bodies under a rule, with the record that says so.
    pub(crate) fn purge(&mut self, document: DocumentId, rule: &str) -> usize {
        let gone: Vec<EntryId> = self
            .lines
            .iter()
            .filter_map(|line| match line {
                Line::Entry(Entry { content: Content::Batch(batch), .. })
                    if batch.body().is_some() && batch.header().about == document.into() =>
                {
                    Some(batch.id())
                }
                Line::Entry(_) | Line::Checkpoint(_) => None,
            })
            .collect();
        if gone.is_empty() {
            return 0;
        }
        for line in &mut self.lines {
            if let Line::Entry(entry) = line
                && gone.contains(&entry.id())
                && let Content::Batch(batch) = &entry.content
            {
                entry.content = (**batch).clone().without_body().into();
            }
        }
        let count = gone.len();
        self.by_office(RecordContent::Purge {
            about: document.into(),
            rule: rule.to_owned(),
            batches: gone,
        });
        count
    }

    /// Hands a month to payroll.
    pub(crate) fn export(&mut self, person: PersonId) -> EntryId {
        let statement = format!("{{\"person\":\"{person}\",\"n\":{}}}", self.size).into_bytes();
        let hash = Hash::of(&statement);
        self.statements.push(statement);
        self.by_office(RecordContent::Export {
            month: october(),
            program: "lodas".to_owned(),
            files: vec![("lodas.txt".to_owned(), Hash::of(&hash.0))],
            statements: vec![(person, hash)],
        })
    }

    pub(crate) fn checkpoint(&mut self) -> Checkpoint {
        let root = tree::root(&self.nodes, self.size).expect("memory");
        let one =
            Checkpoint::seal(self.team, self.epoch, self.size, root, self.now_ms, &self.log_key);
        if !matches!(self.lines.last(), Some(Line::Checkpoint(_))) {
            self.lines.push(Line::Checkpoint(one.clone()));
        }
        one
    }

    /// Replaces the office's log key.
    pub(crate) fn new_log_key(&mut self) {
        let new = LogKey::from_seed(&self.id());
        let old = self.log_key.clone();
        let operation = Operation::LogKey { key: new.public() };
        self.record(RecordContent::Policy(operation), None, &[&old, &new]);
        self.log_keys.push(new.clone());
        self.log_key = new;
    }

    /// A new epoch, naming this checkpoint of the old one.
    pub(crate) fn restore(&mut self, known: &Checkpoint, reason: EpochReason) {
        self.checkpoint();
        let nonce = self.id();
        self.epoch = (self.epoch.0.max(known.epoch) + 1, nonce);
        self.restored = true;
        self.nodes = MemoryNodes::default();
        self.size = 0;
        self.by_office(RecordContent::Epoch {
            number: self.epoch.0,
            nonce,
            checkpoint: Some(known.to_text()),
            reason,
        });
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.lines.iter().filter_map(|line| match line {
            Line::Entry(entry) => Some(entry),
            Line::Checkpoint(_) => None,
        })
    }

    pub(crate) fn evidence(&mut self, only: Option<Vec<Stream>>) -> Vec<u8> {
        self.checkpoint();
        let mut writer = EvidenceWriter::new(FileHeader {
            team: self.team,
            made_ms: self.now_ms,
            program: "assistenzzeit 0.1.0".to_owned(),
            only,
        });
        for line in &self.lines {
            match line {
                Line::Entry(entry) => writer.entry(entry.clone()),
                Line::Checkpoint(checkpoint) => writer.checkpoint(checkpoint),
            }
        }
        for statement in &self.statements {
            writer.statement(statement.clone());
        }
        writer.seal(&self.log_key)
    }

    /// A team's life in about so many changes: every sort of record, held and
    /// released batches, forks, expiry, revocation, purges, an epoch more.
    pub(crate) fn story(seed: u64, changes: usize) -> Self {
        let mut book = Self::found(seed);
        let month = october();
        let mut pens = vec![book.employer.clone()];
        for role in [Role::Assistant, Role::Assistant, Role::Coach, Role::PayrollOffice] {
            pens.push(book.member(role, None, DeviceForm::Phone));
        }
        let until = START_MS + 150_000;
        let deputy = book.member(Role::Deputy, None, DeviceForm::Desk);
        book.policy(Operation::Grant {
            person: deputy.person,
            topics: vec![Topic::Rota, Topic::HoursApprove, Topic::Team],
            until_ms: until,
        });
        pens.push(deputy);
        pens.push(book.member(Role::Assistant, Some(until), DeviceForm::CommandLine));
        let people: Vec<PersonId> = pens.iter().map(|pen| pen.person).collect();
        let mut held: Vec<(EntryId, Cause)> = Vec::new();
        let mut seen_from: Vec<EntryId> = Vec::new();
        let mut restored = false;
        let mut revoked = false;
        // In force since the restore, with who wrote it.
        let mut meanwhile = Vec::new();

        for _ in 0..changes {
            let who = book.rng.random_range(0..pens.len());
            let kind = if book.rng.random_bool(0.6) && (1..3).contains(&who) {
                DocumentKind::Time
            } else {
                DocumentKind::ALL[book.rng.random_range(0..DocumentKind::ALL.len())]
            };
            let subject = if book.rng.random_bool(0.7) {
                people[who]
            } else {
                people[book.rng.random_range(0..people.len())]
            };
            let period = match kind.period_shape() {
                assistenz_core::document::PeriodShape::Month => Period::Month(month),
                assistenz_core::document::PeriodShape::Year => Period::Year(2026),
                assistenz_core::document::PeriodShape::Always => Period::Always,
            };
            let document = DocumentId::new(kind, kind.has_subject().then_some(subject), period)
                .expect("a valid combination");
            let count = book.rng.random_range(1..3);
            let mut pen = pens[who].clone();
            let before = pen.head;
            let batch = book.write(&mut pen, document, count);
            let also = match book.rng.random_range(0..40) {
                0 => Some(Cause::Gate),
                1 => Some(Cause::Depends),
                2 => Some(Cause::Newer),
                _ => None,
            };
            let id = batch.id();
            match book.take(batch, also) {
                Some(cause) => held.push((id, cause)),
                None => {
                    seen_from = vec![id];
                    if restored {
                        meanwhile.push((id, pens[who].key.device()));
                    }
                }
            }
            pens[who] = pen.clone();
            match book.rng.random_range(0..60) {
                0..=2 => {
                    // A restored phone that wrote on under its old chain.
                    pen.head = before;
                    let other = book.write(&mut pen, document, 1);
                    let id = other.id();
                    let cause = book.take(other, None).expect("a fork");
                    held.push((id, cause));
                    pens[who].incarnation = Incarnation::new(book.id());
                    pens[who].head = ChainHead::START;
                }
                3..=6 => {
                    if let Some((id, cause)) = held.pop() {
                        if cause == Cause::Depends {
                            book.by_office(RecordContent::Verdict {
                                batch: id,
                                status: Status::Released,
                                cause,
                            });
                        } else if cause == Cause::Gate {
                            book.verdict(id, Status::Refused, cause);
                        } else if cause == Cause::Newer {
                            book.by_office(RecordContent::Verdict {
                                batch: id,
                                status: Status::Held,
                                cause: Cause::Gate,
                            });
                        } else {
                            if book.rng.random_bool(0.3) {
                                book.verdict(id, Status::Refused, cause);
                            }
                            book.verdict(id, Status::Released, cause);
                        }
                    }
                }
                7..=9 => {
                    book.checkpoint();
                }
                10 | 11 => {
                    let person = people[1];
                    book.export(person);
                }
                12 | 13 if !seen_from.is_empty() => {
                    let (person, batches) = (people[0], seen_from.clone());
                    book.by_office(RecordContent::Seen { person, batches });
                }
                14 => {
                    book.purge(DocumentId::time(people[1], month), "ArbZG § 16 Abs. 2");
                }
                15 => book.new_log_key(),
                16 => {
                    book.policy(Operation::ShareRota { shared: true });
                }
                17 if !revoked => {
                    revoked = true;
                    let device = pens[2].key.device();
                    let by = vec![book.policy(Operation::RevokeDevice { device })];
                    // After a restore it may have been lost, and cover what came meanwhile.
                    for (batch, _) in meanwhile.iter().rev().filter(|(_, whose)| *whose == device) {
                        let (batch, cause, by) = (*batch, Cause::Revoked, by.clone());
                        book.by_office(RecordContent::Withdrawal { batch, cause, by });
                        held.push((batch, cause));
                    }
                }
                18 if !restored => {
                    restored = true;
                    let known = book.checkpoint();
                    book.restore(&known, EpochReason::RestoreAnnounced);
                    // What the backup did not have is gone with another phone.
                    let mut lost = pens[1].clone();
                    let document = DocumentId::time(lost.person, month);
                    book.write(&mut lost, document, 1);
                    let after = book.write(&mut lost, document, 1);
                    if let Some(cause) = book.take(after.clone(), None) {
                        held.push((after.id(), cause));
                    }
                    pens[1] = lost;
                }
                19 => {
                    let key = DeviceKey::from_seed(&book.id()).public();
                    let person = people[0];
                    let office = book.log_key.clone();
                    let operation =
                        Operation::RecoveredByOperator { person, key, form: DeviceForm::Phone };
                    book.record(RecordContent::Policy(operation), None, &[&office]);
                }
                _ => {}
            }
        }
        book.checkpoint();
        book
    }
}
