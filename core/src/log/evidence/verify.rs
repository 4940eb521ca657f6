//! Checking an evidence file: one pass over its items, with everything the
//! file itself says before (`docs/sync-protocol.md` § 12).

use super::item::{FileHeader, Item};
use super::report::{Counts, FindingKind, Note, Report, Unreadable, detail};
use crate::document::{DeviceId, DocumentKind, EntryId, Incarnation};
use crate::log::batch::{About, Header, OpenError, SignedBatch};
use crate::log::cause::Cause;
use crate::log::checkpoint::Checkpoint;
use crate::log::codec::{CodecError, decode_first};
use crate::log::entry::{Content, Entry, Position};
use crate::log::hash::Hash;
use crate::log::keys::{Context, KeyId, Signature};
use crate::log::operation::Operation;
use crate::log::record::{EpochReason, Record, RecordContent, Status};
use crate::log::stream::Stream;
use crate::log::tree::{self, MemoryNodes};
use crate::policy::PolicyState;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Checks a file from its bytes alone.
///
/// # Errors
///
/// [`Unreadable`] if it is no evidence file of a version known here; anything
/// else that is wrong is a finding of the report.
pub fn verify(bytes: &[u8]) -> Result<Report, Unreadable> {
    let (header, mut offset) = match decode_first::<Item>(bytes) {
        Ok((Item::Header(header), length)) => (header, length),
        Err(CodecError::Newer) => return Err(Unreadable::Newer),
        Ok(_) | Err(_) => return Err(Unreadable::NotEvidence),
    };
    let mut reading = Reading::new(&header);
    while offset < bytes.len() {
        if reading.sealed {
            reading.found(FindingKind::AfterSeal, offset, None);
            break;
        }
        let Ok((item, length)) = decode_first::<Item>(&bytes[offset..]) else {
            reading.found(FindingKind::Damaged, offset, None);
            break;
        };
        reading.item(item, offset, &bytes[..offset]);
        offset += length;
    }
    Ok(reading.finish(offset))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    InForce,
    Held(Cause),
    Refused(Cause),
    Released,
}

#[derive(Debug)]
struct Known {
    about: About,
    header: Header,
    position: Position,
    offset: usize,
    standing: Standing,
    /// Where and when it came into force: its own place, or its release's.
    force: (Position, i64),
    /// Whether the employer put it into force.
    decided: bool,
    has_body: bool,
    is_purged: bool,
}

/// A batch whose verdict, if it gets one, is the next entry.
#[derive(Debug)]
struct Pending {
    id: EntryId,
    cause: Option<Cause>,
}

/// A batch of a chain: its id and what it names as the one before.
type Link = (EntryId, Option<EntryId>);

struct Epoch {
    number: u32,
    nonce: Option<[u8; 8]>,
    restored: bool,
    nodes: MemoryNodes,
    size: u64,
}

struct Reading {
    report: Report,
    only: Option<BTreeSet<Stream>>,
    policy: PolicyState,
    /// The policy after each of its records, with what the record says.
    steps: Vec<(Position, EntryId, Option<Operation>, PolicyState)>,
    epoch: Option<Epoch>,
    last: Option<(Position, i64)>,
    covered: bool,
    pending: Option<Pending>,
    batches: HashMap<EntryId, Known>,
    records: HashSet<EntryId>,
    chains: HashMap<(DeviceId, Incarnation), BTreeMap<u64, Link>>,
    bodiless: Vec<EntryId>,
    reviews: Vec<(EntryId, Vec<u8>)>,
    exported: HashSet<Hash>,
    statements: Vec<(Hash, usize)>,
    sealed: bool,
}

impl Reading {
    fn new(header: &FileHeader) -> Self {
        Self {
            report: Report {
                team: header.team,
                made_ms: header.made_ms,
                program: header.program.clone(),
                counts: Counts::default(),
                findings: Vec::new(),
                further_findings: 0,
                notes: Vec::new(),
            },
            only: header.only.as_ref().map(|streams| streams.iter().copied().collect()),
            policy: PolicyState::new(),
            steps: Vec::new(),
            epoch: None,
            last: None,
            covered: true,
            pending: None,
            batches: HashMap::new(),
            records: HashSet::new(),
            chains: HashMap::new(),
            bodiless: Vec::new(),
            reviews: Vec::new(),
            exported: HashSet::new(),
            statements: Vec::new(),
            sealed: false,
        }
    }

    /// At the entry that is being read, or the last one read.
    fn found(&mut self, kind: FindingKind, offset: usize, why: Option<&'static str>) {
        let position = self.last.map(|(position, _)| position);
        self.report.found(kind, position, offset, why);
    }

    fn item(&mut self, item: Item, offset: usize, before: &[u8]) {
        match item {
            Item::Header(_) => self.found(FindingKind::Order, offset, None),
            Item::Entry(entry) => {
                if !self.statements.is_empty() {
                    self.found(FindingKind::Order, offset, None);
                }
                self.entry(*entry, offset);
            }
            Item::Checkpoint(text) => {
                if !self.statements.is_empty() || self.covered {
                    self.found(FindingKind::Order, offset, None);
                }
                self.checkpoint(&text, offset);
            }
            Item::Statement(bytes) => {
                let hash = Hash::of(&bytes);
                if self.statements.last().is_some_and(|(last, _)| *last >= hash) {
                    self.found(FindingKind::Order, offset, None);
                }
                self.report.counts.statements += 1;
                self.statements.push((hash, offset));
            }
            Item::Seal(key, signature) => {
                self.sealed = true;
                if !self.seal_fits(key, &signature, before) {
                    self.found(FindingKind::BadSeal, offset, None);
                }
            }
        }
    }

    fn seal_fits(&self, key: KeyId, signature: &Signature, before: &[u8]) -> bool {
        self.policy.log_key().filter(|log_key| log_key.id() == key).is_some_and(|log_key| {
            log_key.verify(Context::Evidence, Hash::of(before).bytes(), signature).is_ok()
        })
    }

    fn entry(&mut self, entry: Entry, offset: usize) {
        let position = entry.position;
        let follows = match self.last {
            None => position == Position::new(1, 0),
            Some((last, _)) => {
                position == Position::new(last.epoch, last.seq + 1)
                    || (position.epoch > last.epoch && position.seq == 0)
            }
        };
        let new_epoch = self.last.is_none_or(|(last, _)| last.epoch != position.epoch);
        let time_back =
            !new_epoch && self.last.is_some_and(|(_, received)| entry.received_ms < received);
        if new_epoch {
            self.end_of_epoch(offset);
        }
        self.last = Some((position, entry.received_ms));
        self.covered = false;
        self.report.counts.entries += 1;
        if time_back {
            self.found(FindingKind::TimeBack, offset, None);
        }
        let id = entry.id();
        let known = self.batches.contains_key(&id) || self.records.contains(&id);
        if known {
            self.found(FindingKind::Duplicate, offset, None);
        }
        if !follows {
            self.found(FindingKind::Order, offset, None);
        }
        let leaf = tree::leaf_hash(&entry.leaf_input());
        if new_epoch {
            self.begin_epoch(&entry, follows, offset);
        }
        if let Some(epoch) = &mut self.epoch
            && tree::append(&mut epoch.nodes, epoch.size, leaf).is_ok()
        {
            epoch.size += 1;
        }
        if known || !follows {
            self.resolve_pending(None);
            return;
        }
        match entry.content {
            Content::Batch(batch) => {
                self.resolve_pending(None);
                self.report.counts.batches += 1;
                self.batch(&batch, position, entry.received_ms, offset);
            }
            Content::Record(record) => {
                self.report.counts.records += 1;
                self.record(&record, position, entry.received_ms, offset);
            }
        }
    }

    fn begin_epoch(&mut self, entry: &Entry, follows: bool, offset: usize) {
        let mut next = Epoch {
            number: entry.position.epoch,
            nonce: None,
            restored: false,
            nodes: MemoryNodes::default(),
            size: 0,
        };
        if let Content::Record(record) = &entry.content
            && let RecordContent::Epoch { nonce, checkpoint, reason, .. } = record.content()
        {
            next.nonce = Some(*nonce);
            next.restored = *reason != EpochReason::Founded;
            if let (Some(text), true) = (checkpoint, follows) {
                self.old_checkpoint(text, next.number, offset);
            }
        }
        self.report.counts.epochs += 1;
        self.epoch = Some(next);
    }

    /// The last checkpoint known of the epoch that ends here.
    fn old_checkpoint(&mut self, text: &str, next: u32, offset: usize) {
        let Some(old) = &self.epoch else {
            self.found(FindingKind::EpochCheckpoint, offset, None);
            return;
        };
        let fits = Checkpoint::parse(text).ok().filter(|known| {
            known.team == self.report.team
                && (old.number..next).contains(&known.epoch)
                && self.policy.log_key_by_id(known.key).is_some_and(|key| known.verify(key).is_ok())
        });
        let Some(known) = fits else {
            self.found(FindingKind::EpochCheckpoint, offset, None);
            return;
        };
        // Of an epoch that the file does not have, everything is lost.
        let same = known.epoch == old.number && Some(known.epoch_nonce) == old.nonce;
        let here = if same { old.size } else { 0 };
        if known.size > here {
            let lost = Note::LostInRestore { epoch: known.epoch, entries: known.size - here };
            self.report.notes.push(lost);
        } else if tree::root(&old.nodes, known.size) != Ok(known.root) {
            self.found(FindingKind::EpochCheckpoint, offset, None);
        }
    }

    fn end_of_epoch(&mut self, offset: usize) {
        self.resolve_pending(None);
        if !self.covered {
            self.found(FindingKind::CheckpointMissing, offset, None);
        }
    }

    fn checkpoint(&mut self, text: &str, offset: usize) {
        self.covered = true;
        self.report.counts.checkpoints += 1;
        let (Ok(note), Some(epoch), Some((_, received_ms))) =
            (Checkpoint::parse(text), &self.epoch, self.last)
        else {
            self.found(FindingKind::Checkpoint, offset, None);
            return;
        };
        let belongs = note.team == self.report.team
            && note.epoch == epoch.number
            && Some(note.epoch_nonce) == epoch.nonce
            && note.size == epoch.size
            && note.received_ms == received_ms;
        let signed = self.policy.log_key().is_some_and(|key| note.verify(key).is_ok());
        let root_fits = tree::root(&epoch.nodes, epoch.size) == Ok(note.root);
        if !belongs {
            self.found(FindingKind::Checkpoint, offset, None);
        }
        if !signed {
            self.found(FindingKind::CheckpointSignature, offset, None);
        }
        if !root_fits {
            self.found(FindingKind::CheckpointRoot, offset, None);
        }
    }

    /// The entry behind a batch has come. `held`: it is a verdict `held` on that batch.
    fn resolve_pending(&mut self, held: Option<Cause>) {
        let Some(Pending { id, cause }) = self.pending.take() else { return };
        let Some(known) = self.batches.get_mut(&id) else { return };
        let (position, offset) = (Some(known.position), known.offset);
        if let Some(verdict) = held {
            known.standing = Standing::Held(verdict);
        }
        let computed_here = |cause: Cause| {
            matches!(cause, Cause::Fork | Cause::Revoked | Cause::NoRight | Cause::Expired)
        };
        match (cause, held) {
            (Some(Cause::Newer), _) => {
                self.report.found(FindingKind::Newer, position, offset, None)
            }
            (Some(Cause::NoRight | Cause::Expired), Some(Cause::Newer)) => {}
            (Some(cause), Some(verdict)) if cause == verdict => {}
            (Some(cause), verdict) => {
                self.report.found(FindingKind::NotHeld, position, offset, Some(cause.code()));
                if verdict.is_some_and(computed_here) {
                    let why = detail(verdict);
                    self.report.found(FindingKind::HeldWithoutCause, position, offset, why);
                }
            }
            (None, Some(verdict)) if computed_here(verdict) => {
                let why = Some(verdict.code());
                self.report.found(FindingKind::HeldWithoutCause, position, offset, why);
            }
            (None, Some(_) | None) => {}
        }
    }

    fn batch(&mut self, batch: &SignedBatch, position: Position, at_ms: i64, offset: usize) {
        let header = batch.header();
        let Some(device) = self.policy.device(header.device) else {
            self.found(FindingKind::UnknownDevice, offset, None);
            return;
        };
        if batch.verify_by(&device.key).is_err() {
            self.found(FindingKind::BadSignature, offset, None);
            return;
        }
        if header.team != self.report.team {
            self.found(FindingKind::WrongTeam, offset, None);
            return;
        }
        if header.desk.is_some() {
            self.report.counts.by_office += 1;
        }
        let cause = self
            .place_in_chain(batch, position, offset)
            .or_else(|| self.policy.judge(header, at_ms).err());
        self.body(batch, offset);
        let known = Known {
            about: header.about,
            header: header.clone(),
            position,
            offset,
            standing: Standing::InForce,
            force: (position, at_ms),
            decided: false,
            has_body: batch.body().is_some(),
            is_purged: false,
        };
        self.batches.insert(batch.id(), known);
        self.pending = Some(Pending { id: batch.id(), cause });
    }

    /// Puts a batch into its chain; gives `Fork` if it does not go there.
    fn place_in_chain(
        &mut self,
        batch: &SignedBatch,
        position: Position,
        offset: usize,
    ) -> Option<Cause> {
        let header = batch.header();
        let chain = self.chains.entry((header.device, header.incarnation)).or_default();
        let before = header.n.checked_sub(1).and_then(|n| chain.get(&n));
        let after = header.n.checked_add(1).and_then(|n| chain.get(&n));
        let fork = chain.contains_key(&header.n)
            || before.is_some_and(|(id, _)| Some(*id) != header.previous)
            || after.is_some_and(|(_, previous)| *previous != Some(batch.id()));
        if fork {
            return Some(Cause::Fork);
        }
        let gap = header.n > 1 && before.is_none();
        chain.insert(header.n, (batch.id(), header.previous));
        if gap {
            if self.epoch.as_ref().is_some_and(|epoch| epoch.restored) {
                self.report.notes.push(Note::GapAfterRestore { position });
            } else {
                self.found(FindingKind::Gap, offset, None);
            }
        }
        None
    }

    fn body(&mut self, batch: &SignedBatch, offset: usize) {
        let about = batch.header().about;
        let wanted = self.only.as_ref().is_none_or(|only| only.contains(&Stream::Document(about)));
        match batch.body() {
            None => self.bodiless.push(batch.id()),
            Some(body) => {
                self.report.counts.bodies += 1;
                match batch.check_body() {
                    Ok(()) => {}
                    Err(OpenError::BodyHash | OpenError::Format(_)) => {
                        self.found(FindingKind::BodyHash, offset, None);
                    }
                }
                if !wanted {
                    self.found(FindingKind::BodyUnexpected, offset, None);
                }
                if about.document().is_some_and(|d| d.kind() == DocumentKind::Review) {
                    self.reviews.push((batch.id(), body.to_vec()));
                }
            }
        }
    }

    fn record(&mut self, record: &Record, position: Position, at_ms: i64, offset: usize) {
        let held_next = match record.content() {
            RecordContent::Verdict { batch, status: Status::Held, cause }
                if self.pending.as_ref().is_some_and(|pending| pending.id == *batch) =>
            {
                Some(*cause)
            }
            RecordContent::Verdict { .. }
            | RecordContent::Policy(_)
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. }
            | RecordContent::Epoch { .. } => None,
        };
        let refused = if record.header().team == self.report.team {
            self.policy.apply(record, position, at_ms).err()
        } else {
            self.resolve_pending(None);
            self.found(FindingKind::WrongTeam, offset, None);
            return;
        };
        if let Some(why) = refused {
            self.resolve_pending(None);
            self.found(FindingKind::RecordRefused, offset, Some(why.code()));
            return;
        }
        self.records.insert(record.id());
        self.step(record, position);
        if held_next.is_some() {
            self.resolve_pending(held_next);
            return;
        }
        self.resolve_pending(None);
        match record.content() {
            RecordContent::Policy(Operation::RecoveredByOperator { .. }) => {
                self.report.notes.push(Note::RecoveredByOperator { position });
            }
            RecordContent::Policy(_) | RecordContent::Epoch { .. } => {}
            RecordContent::Verdict { batch, status, cause } => {
                let signer = record.signatures().first().map(|(key, _)| *key);
                let decided = signer.is_none_or(|key| self.policy.log_key_by_id(key).is_none());
                self.verdict(*batch, (*status, *cause), (position, at_ms, decided), offset);
            }
            RecordContent::Withdrawal { batch, cause, by } => {
                if !self.withdraw(*batch, *cause, by) {
                    self.found(FindingKind::Withdrawal, offset, None);
                }
            }
            RecordContent::Purge { about, rule, batches } => {
                self.purge(*about, rule, batches, offset);
            }
            RecordContent::Export { statements, .. } => {
                self.exported.extend(statements.iter().map(|(_, hash)| *hash));
            }
            RecordContent::Seen { batches, .. } => {
                let abouts: Option<BTreeSet<About>> =
                    batches.iter().map(|id| self.batches.get(id).map(|b| b.about)).collect();
                if abouts.is_none_or(|abouts| abouts.len() != 1) {
                    self.found(FindingKind::Seen, offset, None);
                }
            }
        }
    }

    /// Keeps the policy after one of its records.
    fn step(&mut self, record: &Record, position: Position) {
        let operation = match record.content() {
            RecordContent::Policy(operation) => Some(operation.clone()),
            RecordContent::Epoch { .. } => None,
            RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. } => return,
        };
        self.steps.push((position, record.id(), operation, self.policy.clone()));
    }

    /// Takes a batch out of force; `false` if it may not be.
    fn withdraw(&mut self, id: EntryId, cause: Cause, by: &[EntryId]) -> bool {
        let restored = self.epoch.as_ref().is_some_and(|epoch| epoch.restored);
        let Some(known) = self.batches.get_mut(&id) else { return false };
        let in_force = match known.standing {
            Standing::InForce | Standing::Released => true,
            Standing::Held(_) | Standing::Refused(_) => false,
        };
        let covers = || {
            let (force, at_ms) = known.force;
            let named: Vec<(Position, &Operation)> = by
                .iter()
                .filter_map(|id| {
                    let (position, _, operation, _) =
                        self.steps.iter().find(|(_, step, ..)| step == id)?;
                    operation.as_ref().map(|operation| (*position, operation))
                })
                .collect();
            let before = self.steps.partition_point(|(position, ..)| *position < force);
            let before = before.checked_sub(1).and_then(|last| self.steps.get(last));
            named.len() == by.len()
                && named.is_sorted_by(|a, b| a.0 < b.0)
                && named.first().is_some_and(|(position, _)| *position > force)
                && !known.decided
                && before.is_some_and(|(.., state)| {
                    let operations: Vec<&Operation> = named.iter().map(|(_, one)| *one).collect();
                    state.withdraws(&known.header, at_ms, &operations) == Some(cause)
                })
        };
        // That it depends on what is withdrawn next is the office's word.
        let may = restored && in_force && (cause == Cause::Depends || covers());
        if may {
            known.standing = Standing::Held(cause);
        }
        may
    }

    fn verdict(
        &mut self,
        id: EntryId,
        (status, cause): (Status, Cause),
        (position, at_ms, decided): (Position, i64, bool),
        offset: usize,
    ) {
        let Some(known) = self.batches.get_mut(&id) else {
            self.found(FindingKind::Verdict, offset, None);
            return;
        };
        let next = match (status, known.standing) {
            (Status::Held, Standing::Held(before)) if before.is_judged_again() => {
                Some(Standing::Held(cause))
            }
            (Status::Released, Standing::Held(before) | Standing::Refused(before))
                if before == cause && cause != Cause::Gate =>
            {
                Some(Standing::Released)
            }
            (Status::Refused, Standing::Held(before)) if before == cause => {
                Some(Standing::Refused(cause))
            }
            (Status::Held | Status::Released | Status::Refused, _) => None,
        };
        match next {
            Some(standing) => {
                if standing == Standing::Released {
                    (known.force, known.decided) = ((position, at_ms), decided);
                }
                known.standing = standing;
            }
            None => self.found(FindingKind::Verdict, offset, None),
        }
    }

    fn purge(&mut self, about: About, rule: &str, batches: &[EntryId], offset: usize) {
        let mut bodies = 0;
        for id in batches {
            match self.batches.get_mut(id) {
                Some(known) if known.about == about && !known.is_purged => {
                    known.is_purged = true;
                    bodies += 1;
                    if known.has_body {
                        let (position, offset) = (Some(known.position), known.offset);
                        self.report.found(FindingKind::BodyUnexpected, position, offset, None);
                    }
                }
                Some(_) | None => self.found(FindingKind::Purge, offset, None),
            }
        }
        self.report.counts.purged += bodies as u64;
        let document = Stream::Document(about);
        self.report.notes.push(Note::Purged { document, rule: rule.to_owned(), bodies });
    }

    fn finish(mut self, offset: usize) -> Report {
        self.end_of_epoch(offset);
        if self.last.is_none() {
            self.found(FindingKind::CheckpointMissing, offset, None);
        }
        if !self.sealed {
            self.found(FindingKind::NoSeal, offset, None);
        }
        let mut withheld = 0;
        for id in std::mem::take(&mut self.bodiless) {
            let Some(known) = self.batches.get(&id) else { continue };
            let left_out = self
                .only
                .as_ref()
                .is_some_and(|only| !only.contains(&Stream::Document(known.about)));
            if known.is_purged {
                continue;
            }
            if left_out {
                withheld += 1;
            } else {
                let (position, offset) = (Some(known.position), known.offset);
                self.report.found(FindingKind::BodyMissing, position, offset, None);
            }
        }
        if withheld > 0 {
            self.report.notes.push(Note::Withheld { bodies: withheld });
        }
        self.judge_statements();
        for known in self.batches.values() {
            match known.standing {
                Standing::Held(_) | Standing::Refused(_) => self.report.counts.held += 1,
                Standing::Released => self.report.counts.released += 1,
                Standing::InForce => {}
            }
        }
        self.report
    }

    /// Each statement must have been exported, or be named in a review in force.
    fn judge_statements(&mut self) {
        let mut open: BTreeMap<Hash, usize> = std::mem::take(&mut self.statements)
            .into_iter()
            .filter(|(hash, _)| !self.exported.contains(hash))
            .collect();
        for (id, body) in &self.reviews {
            let in_force = self.batches.get(id).is_some_and(|known| {
                matches!(known.standing, Standing::InForce | Standing::Released)
            });
            if open.is_empty() || !in_force {
                continue;
            }
            for window in body.windows(32) {
                if let Ok(bytes) = window.try_into() {
                    open.remove(&Hash(bytes));
                }
            }
        }
        for (_, offset) in open {
            self.report.found(FindingKind::Statement, None, offset, None);
        }
    }
}
