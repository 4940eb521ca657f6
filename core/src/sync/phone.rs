//! The device's side of a round: writing, and what is sent.

use super::SyncError;
use super::content::{batch as batch_of, content_of, keep, name};
use super::session::Nonce;
use super::timeline::{Timeline, Timelines};
use crate::document::{DocumentId, EntryId, Incarnation, TeamId};
use crate::gate::Gatekeeper;
use crate::ledger::{HeldStatus, Ledger, Link, Waiting};
use crate::log::codec::{self};
use crate::log::stream::Stream;
use crate::log::{
    ChainHead, ClockEvidence, Content, DeviceKey, Draft, PublicKey, Record, SealError, SignedBatch,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Notes this room keeps in the ledger.
pub(super) mod note {
    pub(crate) const NONCE: &str = "sync/nonce";
    pub(crate) const CURSOR: &str = "sync/cursor";
    pub(crate) const REQUEST: &str = "sync/request";
    pub(crate) const INCARNATION: &str = "sync/incarnation";
    pub(crate) const OFFICE_MS: &str = "sync/office_ms";
    pub(crate) const WANT: &str = "sync/want/";
    pub(crate) const REWRITTEN: &str = "sync/rewritten/";
    pub(crate) const TOLD: &str = "sync/told";
    pub(crate) const WAITS: &str = "sync/waits/";
    pub(crate) const STOOD: &str = "sync/stood/";
    pub(crate) const STOOD_TOLD: &str = "sync/told_what_stood";
}

/// Where a batch of a document stands, as this device knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In the document's stream.
    InForce,
    /// Written here, not proven to be at the office.
    Waiting,
    /// At the office, held.
    Held,
    /// At the office, refused by the employer.
    Declined,
}

/// A batch of a document and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The batch.
    pub batch: SignedBatch,
    /// Where it stands.
    pub standing: Standing,
}

/// Changes of documents that the gate of a phone keeps in memory, at most 2 MiB
/// of them: a month of one person, and what is fetched around it.
const GATE: usize = 1_024;

/// Most entries of which a phone remembers what they are about; more than wait
/// in a year without a network.
const MOST_ABOUTS: usize = 4_096;

/// One team on a device: everything lasting is in the ledger.
#[derive(Debug)]
pub struct Phone {
    pub(super) team: TeamId,
    pub(super) pinned: PublicKey,
    pub(super) gate: Gatekeeper,
    pub(super) timelines: Timelines,
    /// Which documents waiting and held entries write into.
    abouts: HashMap<EntryId, Option<DocumentId>>,
}

impl Phone {
    /// For a team whose office log key was in the pairing code.
    #[must_use]
    pub fn new(team: TeamId, log_key: PublicKey) -> Self {
        Self {
            team,
            pinned: log_key,
            gate: Gatekeeper::new(GATE),
            timelines: Timelines::default(),
            abouts: HashMap::new(),
        }
    }

    /// The policy as this device knows it.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn timeline(&mut self, ledger: &mut dyn Ledger) -> Result<Arc<Timeline>, SyncError> {
        self.timelines.of(ledger, self.team)
    }

    /// Begins a new life of this store: after install, restore or fork. `new`
    /// is random and never used before.
    ///
    /// # Errors
    ///
    /// The ledger's.
    pub fn begin_incarnation(
        &self,
        ledger: &mut dyn Ledger,
        new: Incarnation,
    ) -> Result<(), SyncError> {
        Ok(ledger.put_note(self.team, note::INCARNATION, new.bytes())?)
    }

    /// The present life of this store; `None` before the first.
    ///
    /// # Errors
    ///
    /// The ledger's.
    pub fn incarnation(&self, ledger: &mut dyn Ledger) -> Result<Option<Incarnation>, SyncError> {
        ledger
            .note(self.team, note::INCARNATION)?
            .map(|bytes| {
                Incarnation::try_from(bytes.as_slice())
                    .map_err(|_| SyncError::Torn("the incarnation"))
            })
            .transpose()
    }

    /// Signs a batch as the next of this device's chain and puts it into the
    /// outbox, in the caller's transaction. Team, incarnation and policy seen
    /// are filled in here.
    ///
    /// # Errors
    ///
    /// [`WriteError`]; nothing was written then.
    pub fn write(
        &mut self,
        ledger: &mut dyn Ledger,
        writing: Writing,
        key: &DeviceKey,
    ) -> Result<SignedBatch, WriteError> {
        let incarnation =
            self.incarnation(ledger)?.ok_or(SyncError::Torn("no incarnation begun"))?;
        let policy_seen = ledger
            .stream(self.team, &name(&Stream::Policy))
            .map_err(SyncError::from)?
            .map_or(0, |state| state.count);
        let head = ledger
            .last_link(self.team, key.device(), incarnation)
            .map_err(SyncError::from)?
            .map_or(ChainHead::START, |link| ChainHead::after(link.n, link.id));
        let Writing { document, act, clock, app, changes } = writing;
        let draft = Draft {
            team: self.team,
            document,
            incarnation,
            act,
            policy_seen,
            clock,
            app,
            desk: None,
            schema: 1,
            changes,
        };
        let batch = draft.seal(head, key)?;
        self.put_own(ledger, &batch)?;
        Ok(batch)
    }

    fn put_own(&self, ledger: &mut dyn Ledger, batch: &SignedBatch) -> Result<(), SyncError> {
        let header = batch.header();
        keep(ledger, self.team, &batch.clone().into())?;
        let link = Link { n: header.n, id: batch.id() };
        ledger.add_link(self.team, header.device, header.incarnation, link)?;
        ledger.enqueue(self.team, batch.id(), Waiting::Own, None)?;
        Ok(())
    }

    /// Puts a record this device has signed into the outbox.
    ///
    /// # Errors
    ///
    /// The ledger's.
    pub fn offer(&self, ledger: &mut dyn Ledger, record: &Record) -> Result<(), SyncError> {
        keep(ledger, self.team, &record.clone().into())?;
        ledger.enqueue(self.team, record.id(), Waiting::Own, None)?;
        Ok(())
    }

    /// Begins a new incarnation and writes again in it whatever the office
    /// refused to store of the old one: same changes, same act, same clock
    /// evidence. Gives the old and the new id of each.
    ///
    /// # Errors
    ///
    /// [`WriteError`]
    pub fn write_again(
        &mut self,
        ledger: &mut dyn Ledger,
        new: Incarnation,
        key: &DeviceKey,
    ) -> Result<Vec<(EntryId, EntryId)>, WriteError> {
        self.begin_incarnation(ledger, new)?;
        let mut again = Vec::new();
        for row in ledger.outbox(self.team).map_err(SyncError::from)? {
            if row.why != Waiting::Refused {
                continue;
            }
            let Some(batch) = batch_of(ledger, self.team, row.id)? else { continue };
            let header = batch.header().clone();
            let (Some(document), Some(changes)) = (header.about.document(), batch.changes()) else {
                continue;
            };
            let writing = Writing {
                document,
                act: header.act,
                clock: header.clock,
                app: header.app,
                changes: changes.into_iter().map(<[u8]>::to_vec).collect(),
            };
            let written = self.write(ledger, writing, key)?;
            let mark = format!("{}{}", note::REWRITTEN, row.id);
            ledger.put_note(self.team, &mark, written.id().bytes()).map_err(SyncError::from)?;
            ledger.dequeue(self.team, row.id).map_err(SyncError::from)?;
            again.push((row.id, written.id()));
        }
        Ok(again)
    }

    /// Remembers a nonce of the office, from pairing or asked for.
    ///
    /// # Errors
    ///
    /// The ledger's.
    pub fn take_nonce(&self, ledger: &mut dyn Ledger, nonce: Nonce) -> Result<(), SyncError> {
        Ok(ledger.put_note(self.team, note::NONCE, &codec::encode(&nonce))?)
    }

    /// A document as this device knows it: what is in force, then own batches
    /// that wait or are held. Batches that are not loaded here are left out.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<Batch>, SyncError> {
        let stream = Stream::from(document);
        let mut all: Vec<Batch> = super::content::in_force(ledger, self.team, &stream)?
            .into_iter()
            .map(|batch| Batch { batch, standing: Standing::InForce })
            .collect();
        let mut others = Vec::new();
        for (status, standing) in
            [(HeldStatus::Held, Standing::Held), (HeldStatus::Refused, Standing::Declined)]
        {
            let rows = ledger.held_with(self.team, status)?;
            others.extend(rows.into_iter().map(|row| (row.id, standing)));
        }
        let waiting = ledger.outbox(self.team)?;
        others.extend(waiting.into_iter().map(|row| (row.id, Standing::Waiting)));
        for (id, standing) in others {
            if self.about(ledger, id)? == Some(document)
                && let Some(batch) = batch_of(ledger, self.team, id)?
                && batch.body().is_some()
                && !all.iter().any(|known| known.batch.id() == id)
            {
                all.push(Batch { batch, standing });
            }
        }
        Ok(all)
    }

    /// The document an entry writes into; `None` for records, and for what is
    /// not here. Read once, for it never changes.
    fn about(
        &mut self,
        ledger: &mut dyn Ledger,
        id: EntryId,
    ) -> Result<Option<DocumentId>, SyncError> {
        if let Some(known) = self.abouts.get(&id) {
            return Ok(*known);
        }
        let Some(kept) = ledger.entry(self.team, id)? else { return Ok(None) };
        let about = match content_of(&kept)? {
            Content::Batch(batch) => batch.header().about.document(),
            Content::Record(_) => None,
        };
        if self.abouts.len() >= MOST_ABOUTS {
            self.abouts.clear();
        }
        self.abouts.insert(id, about);
        Ok(about)
    }

    /// How many batches of a document are kept here unread, because a newer
    /// version wrote them or the gate refuses them: with any, the document is
    /// not to be totalled, completed or approved.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn unread(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<usize, SyncError> {
        let quarantine = ledger.in_quarantine(self.team)?;
        if quarantine.is_empty() {
            return Ok(0);
        }
        let mut unread = 0;
        for member in ledger.members(self.team, &name(&document.into()), 0, usize::MAX)? {
            if quarantine.contains(&member.id) {
                unread += 1;
            }
        }
        Ok(unread)
    }
}

/// What is to be written about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The document.
    pub document: DocumentId,
    /// Shared by the batches of one act, where there are several.
    pub act: Option<crate::document::ActId>,
    /// What the device knows about the time.
    pub clock: ClockEvidence,
    /// Version of the program.
    pub app: String,
    /// Raw changes, in order.
    pub changes: Vec<Vec<u8>>,
}

/// Why a batch was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The ledger or its content.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// It does not fit the format.
    #[error(transparent)]
    Seal(#[from] SealError),
}

impl From<crate::ledger::LedgerError> for WriteError {
    fn from(error: crate::ledger::LedgerError) -> Self {
        Self::Sync(error.into())
    }
}
