//! Checking an evidence file: one pass over its items, with everything the
//! file itself says before (`docs/sync-protocol.md` § 12).

mod batches;
mod ending;
mod records;

use super::item::{FileHeader, Item};
use super::report::{Counts, FindingKind, Note, Report, Unreadable};
use crate::document::{DeviceId, EntryId, Incarnation};
use crate::log::batch::{About, Header};
use crate::log::cause::Cause;
use crate::log::checkpoint::Checkpoint;
use crate::log::codec::{CodecError, decode_first};
use crate::log::entry::{Content, Entry, Position};
use crate::log::hash::Hash;
use crate::log::keys::{Context, KeyId, Signature};
use crate::log::operation::Operation;
use crate::log::record::{EpochReason, RecordContent};
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
}
