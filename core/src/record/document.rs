//! A document: a view over automerge changes, loaded strictly.
//!
//! Automerge keeps order, heads and dependencies; what lies under each key is
//! read from the changes themselves. The log is the truth; this can be thrown
//! away and made again.

use super::cbor::{Hash32, NotAValue};
use super::events::Event;
use super::fields::{FieldKey, FieldValue};
use crate::document::{DocumentId, EventId};
use crate::gate::schema::{self, Content};
use crate::gate::{self, Accepted, Actor, Examined, GateRefusal, LONGEST_CHANGE, OpId};
use automerge::transaction::{CommitOptions, Transactable as _};
use automerge::{ActorId, AutoCommit, ChangeHash, ROOT};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Why a document could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// Stored changes are missing, cut or altered.
    #[error("stored changes are damaged or incomplete")]
    Damaged(#[source] Option<Box<automerge::AutomergeError>>),
    /// A stored change does not pass the walk any more.
    #[error("a stored change is not readable")]
    Unreadable(#[source] GateRefusal),
    /// What was to be written would not pass the gate.
    #[error("this may not be written here")]
    NotAllowed(#[source] GateRefusal),
    /// More than fits into one change of 16 KiB.
    #[error("more than fits into one change")]
    TooLarge,
    /// Nothing to write.
    #[error("nothing to write")]
    Empty,
}

impl From<NotAValue> for RecordError {
    fn from(cause: NotAValue) -> Self {
        Self::NotAllowed(cause.into())
    }
}

#[derive(Clone)]
struct ChangeInfo {
    deps: Vec<Hash32>,
    last_op: u64,
}

/// A value under a key and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// The change that wrote it.
    pub change: Hash32,
    /// When, by the device's clock, in ms since 1970.
    pub recorded_ms: i64,
    op: OpId,
}

/// One document in memory.
#[derive(Clone)]
pub struct Document {
    id: DocumentId,
    automerge: AutoCommit,
    changes: BTreeMap<Hash32, ChangeInfo>,
    last: BTreeMap<Actor, (u64, Hash32)>,
    events: BTreeMap<EventId, Written<Event>>,
    fields: BTreeMap<FieldKey, Vec<Written<FieldValue>>>,
    /// Operations that later puts have seen and replaced.
    replaced: BTreeSet<OpId>,
}

impl Document {
    /// An empty document. `actor` is random and fresh in each process.
    #[must_use]
    pub fn new(id: DocumentId, actor: Actor) -> Self {
        Self {
            id,
            automerge: AutoCommit::new().with_actor(ActorId::from(actor)),
            changes: BTreeMap::new(),
            last: BTreeMap::new(),
            events: BTreeMap::new(),
            fields: BTreeMap::new(),
            replaced: BTreeSet::new(),
        }
    }

    /// Loads a document from all its changes, in any order, doubles allowed.
    ///
    /// Strict: one missing, cut or altered change is an error, never a gap.
    ///
    /// # Errors
    ///
    /// [`RecordError::Damaged`] or [`RecordError::Unreadable`].
    pub fn load<B: AsRef<[u8]>>(
        id: DocumentId,
        actor: Actor,
        changes: impl IntoIterator<Item = B>,
    ) -> Result<Self, RecordError> {
        let mut document = Self::new(id, actor);
        let mut joined = Vec::new();
        for change in changes {
            let bytes = change.as_ref();
            let walked = gate::walk(bytes).map_err(RecordError::Unreadable)?;
            if document.has(walked.hash) {
                continue;
            }
            let contents = walked
                .ops
                .iter()
                .map(|op| schema::read(id.kind(), &op.key, &op.value))
                .collect::<Result<_, _>>()
                .map_err(RecordError::Unreadable)?;
            document.index(Examined { walked, contents });
            joined.extend_from_slice(bytes);
        }
        if document.changes.is_empty() {
            return Ok(document);
        }
        let mut loaded = AutoCommit::load(&joined)
            .map_err(|cause| RecordError::Damaged(Some(Box::new(cause))))?;
        if loaded.get_changes_meta(&[]).len() != document.changes.len() {
            return Err(RecordError::Damaged(None));
        }
        document.automerge = loaded.with_actor(ActorId::from(actor));
        Ok(document)
    }

    /// Which document this is.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Takes in a change that passed the gate.
    pub fn apply(&mut self, accepted: Accepted) {
        if let Some(next) = accepted.next {
            self.automerge = next;
            self.index(accepted.examined);
        }
    }

    /// Records events, in one change. Gives back the raw change: uncompressed,
    /// at most 16 KiB.
    ///
    /// # Errors
    ///
    /// [`RecordError::TooLarge`], or [`RecordError::NotAllowed`] for what no
    /// gate would let in. Nothing is written then.
    pub fn record(
        &mut self,
        events: &[(EventId, Event)],
        now_ms: i64,
    ) -> Result<Vec<u8>, RecordError> {
        let puts = events
            .iter()
            .map(|(id, event)| (schema::event_key(*id), event.to_bytes()))
            .collect::<Vec<_>>();
        self.put(&puts, now_ms)
    }

    /// Sets fields, in one change, replacing every value this copy has seen.
    ///
    /// # Errors
    ///
    /// As [`Document::record`]; [`RecordError::Empty`] if every field holds its
    /// value already.
    pub fn set(
        &mut self,
        fields: &[(FieldKey, FieldValue)],
        now_ms: i64,
    ) -> Result<Vec<u8>, RecordError> {
        let mut puts = Vec::new();
        for (key, value) in fields {
            let live = self.field(key);
            if let [one] = live.as_slice()
                && one.value == *value
            {
                continue; // nothing would change
            }
            // Automerge writes no put for the very bytes that are there, so a
            // choice between two values in the same millisecond takes the next.
            let mut recorded_ms = now_ms;
            let seen = |ms| live.iter().any(|w| w.recorded_ms == ms && w.value == *value);
            while seen(recorded_ms) {
                recorded_ms += 1;
            }
            puts.push((key.to_string(), value.to_bytes(recorded_ms)));
        }
        self.put(&puts, now_ms)
    }

    fn put(&mut self, puts: &[(String, Vec<u8>)], now_ms: i64) -> Result<Vec<u8>, RecordError> {
        if puts.is_empty() {
            return Err(RecordError::Empty);
        }
        let size: usize = puts.iter().map(|(key, value)| key.len() + value.len() + 16).sum();
        if size > LONGEST_CHANGE {
            return Err(RecordError::TooLarge);
        }
        let mut draft = self.automerge.clone();
        for (key, value) in puts {
            draft
                .put(ROOT, key.as_str(), value.clone())
                .map_err(|cause| RecordError::Damaged(Some(Box::new(cause))))?;
        }
        let options = CommitOptions::default().with_time(now_ms.div_euclid(1000));
        // No commit: every field holds its one value already.
        let hash = draft.commit_with(options).ok_or(RecordError::Empty)?;
        let change = draft.get_change_by_hash(&hash).ok_or(RecordError::Damaged(None))?;
        let raw = change.raw_bytes().to_vec();
        if raw.len() > LONGEST_CHANGE {
            return Err(RecordError::TooLarge);
        }
        let examined = gate::examine(self, &raw).map_err(RecordError::NotAllowed)?;
        self.automerge = draft;
        self.index(examined);
        Ok(raw)
    }

    /// Its heads, rising.
    #[must_use]
    pub fn heads(&self) -> Vec<Hash32> {
        let depended: BTreeSet<&Hash32> =
            self.changes.values().flat_map(|info| &info.deps).collect();
        self.changes.keys().filter(|hash| !depended.contains(hash)).copied().collect()
    }

    /// All raw changes that are no ancestors of these heads, in an order in
    /// which each follows what it depends on. All of them for no heads.
    #[must_use]
    pub fn save_after(&self, heads: &[Hash32]) -> Vec<Vec<u8>> {
        let heads: Vec<ChangeHash> = heads.iter().map(|hash| ChangeHash(hash.0)).collect();
        let mut copy = self.automerge.clone();
        copy.get_changes(&heads).iter().map(|change| change.raw_bytes().to_vec()).collect()
    }

    /// The same document as it was at these heads.
    ///
    /// # Errors
    ///
    /// [`RecordError::Damaged`] if it never had such heads.
    pub fn at(&self, heads: &[Hash32]) -> Result<Self, RecordError> {
        let mut wanted = BTreeSet::new();
        let mut open: Vec<Hash32> = heads.to_vec();
        while let Some(hash) = open.pop() {
            let info = self.changes.get(&hash).ok_or(RecordError::Damaged(None))?;
            if wanted.insert(hash) {
                open.extend(&info.deps);
            }
        }
        let mut copy = self.automerge.clone();
        let changes = copy.get_changes(&[]);
        Self::load(
            self.id,
            [0; 16],
            changes
                .iter()
                .filter(|change| wanted.contains(&Hash32(change.hash().0)))
                .map(|change| change.raw_bytes().to_vec()),
        )
    }

    /// Every event, by id, with the change that brought it.
    pub fn events(&self) -> impl Iterator<Item = (EventId, &Event, Hash32)> {
        self.events.iter().map(|(id, written)| (*id, &written.value, written.change))
    }

    /// One event.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(&id).map(|written| &written.value)
    }

    /// Every field with its values: one, or several where writers did not
    /// know of each other.
    pub fn fields(&self) -> impl Iterator<Item = (&FieldKey, Vec<&Written<FieldValue>>)> {
        self.fields.iter().map(|(key, all)| (key, self.unreplaced(all)))
    }

    /// The values of one field; empty if it was never set.
    #[must_use]
    pub fn field(&self, key: &FieldKey) -> Vec<&Written<FieldValue>> {
        self.fields.get(key).map(|all| self.unreplaced(all)).unwrap_or_default()
    }

    fn unreplaced<'a>(&self, all: &'a [Written<FieldValue>]) -> Vec<&'a Written<FieldValue>> {
        let mut live: Vec<_> =
            all.iter().filter(|written| !self.replaced.contains(&written.op)).collect();
        live.sort_unstable_by_key(|written| written.op);
        live
    }

    /// Whether this change is in.
    #[must_use]
    pub fn has(&self, change: Hash32) -> bool {
        self.changes.contains_key(&change)
    }

    /// How many changes are in.
    #[must_use]
    pub fn change_count(&self) -> usize {
        self.changes.len()
    }

    pub(crate) const fn automerge(&self) -> &AutoCommit {
        &self.automerge
    }

    pub(crate) fn last_of(&self, actor: Actor) -> Option<(u64, Hash32)> {
        self.last.get(&actor).copied()
    }

    pub(crate) fn last_op_of(&self, change: Hash32) -> Option<u64> {
        self.changes.get(&change).map(|info| info.last_op)
    }

    pub(crate) fn has_key(&self, key: &str) -> bool {
        match schema::shape(self.id.kind()) {
            schema::Shape::Events => key
                .strip_prefix("e/")
                .and_then(|hex| hex.parse().ok())
                .is_some_and(|id| self.events.contains_key(&id)),
            schema::Shape::Fields => FieldKey::parse(self.id.kind(), key)
                .is_ok_and(|field| self.fields.contains_key(&field)),
        }
    }

    /// The change whose operation this is, if it wrote this key.
    pub(crate) fn writer_of(&self, key: &str, op: OpId) -> Option<Hash32> {
        let field = FieldKey::parse(self.id.kind(), key).ok()?;
        let written = self.fields.get(&field)?.iter().find(|written| written.op == op)?;
        Some(written.change)
    }

    /// Whether `wanted` is one of `from` or an ancestor of one.
    pub(crate) fn reaches(&self, from: &[Hash32], wanted: Hash32) -> bool {
        let Some(floor) = self.last_op_of(wanted) else { return false };
        let mut seen = BTreeSet::new();
        let mut open = from.to_vec();
        while let Some(hash) = open.pop() {
            if hash == wanted {
                return true;
            }
            let Some(info) = self.changes.get(&hash) else { continue };
            // Counters rise along every path, so nothing below can lead there.
            if info.last_op > floor && seen.insert(hash) {
                open.extend(&info.deps);
            }
        }
        false
    }

    fn index(&mut self, examined: Examined) {
        let Examined { walked, contents } = examined;
        let (hash, last_op) = (walked.hash, walked.last_op());
        let last = self.last.entry(walked.actor).or_insert((walked.seq, hash));
        if walked.seq > last.0 {
            *last = (walked.seq, hash);
        }
        for ((counter, op), content) in (walked.start_op..).zip(walked.ops).zip(contents) {
            let id = OpId { counter, actor: walked.actor };
            match content {
                Content::Event(event, value) => {
                    let recorded_ms = value.recorded_ms;
                    let written = Written { value, change: hash, recorded_ms, op: id };
                    self.events.insert(event, written);
                }
                Content::Field(field, value, recorded_ms) => {
                    self.replaced.extend(op.replaces);
                    let written = Written { value, change: hash, recorded_ms, op: id };
                    self.fields.entry(field).or_default().push(written);
                }
            }
        }
        self.changes.insert(hash, ChangeInfo { deps: walked.deps, last_op });
    }
}

/// Counts only: a document holds people's data.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({} changes)", self.changes.len())
    }
}
