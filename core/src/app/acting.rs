//! Someone acting: a person at a device, inside one transaction.

use super::memory::{Digest, Memory};
use super::refusal::{AppError, Refusal};
use crate::document::{ActId, DocumentId, EventId, PersonId, TeamId};
use crate::gate::{Actor, GateRefusal};
use crate::ledger::{Ledger, Position};
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::log::{ClockEvidence, SignedBatch};
use crate::policy::PolicyState;
use crate::record::document::{Document, RecordError};
use crate::record::events::Event;
use crate::record::fields::{FieldKey, FieldValue};
use crate::record::rows;
use crate::sync::{Timeline, Writing};
use std::sync::Arc;

/// Random bytes, from outside: the core has no dice.
pub trait Dice {
    /// Sixteen fresh random bytes.
    fn roll(&mut self) -> [u8; 16];
}

impl<F: FnMut() -> [u8; 16]> Dice for F {
    fn roll(&mut self) -> [u8; 16] {
        self()
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// The team.
    pub team: TeamId,
    /// The person.
    pub person: PersonId,
    /// The automerge actor: random, fresh in each process.
    pub actor: Actor,
    /// Version of the program, at most 32 bytes.
    pub app: String,
}

/// Behind the end of every log: documents read before it are read as they are.
pub const PRESENT: Position = Position { epoch: u32::MAX, seq: u64::MAX };

/// Where an act is put down, and where documents are read from: a phone's
/// chain and outbox, or the office's log.
pub trait Pen {
    /// The batches of a document that count here.
    ///
    /// # Errors
    ///
    /// [`Refusal::Newer`] if a newer version wrote in it; faults of the ledger.
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError>;

    /// The team's policy as it stands.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    fn policy(&mut self, ledger: &mut dyn Ledger, team: TeamId) -> Result<PolicyState, AppError> {
        Ok(Timeline::load(ledger, team)?.now())
    }

    /// The position of the log before which documents are read, [`PRESENT`] for
    /// all of it: rows of a view may stand for them then. `None` if what is in
    /// no log yet counts as well.
    fn reads_log_before(&self) -> Option<Position> {
        None
    }

    /// What this pen remembers of what was read; `None` if it remembers nothing.
    fn memory(&mut self) -> Option<&mut Memory> {
        None
    }

    /// Signs one batch and puts it down.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoRight`] if the office would hold it; faults of the ledger.
    fn put_down(&mut self, ledger: &mut dyn Ledger, writing: Writing) -> Result<(), AppError>;
}

/// Someone acting inside one transaction.
pub struct Acting<'a> {
    /// The open transaction.
    pub ledger: &'a mut dyn Ledger,
    /// Who.
    pub me: &'a Me,
    /// What the device knows about the time; its wall clock is "now".
    pub now: &'a ClockEvidence,
    /// Random ids.
    pub dice: &'a mut dyn Dice,
    /// Where it is put down.
    pub pen: &'a mut dyn Pen,
}

/// What one act writes, change by change, in order.
#[derive(Debug, Default)]
pub(super) struct Written {
    changes: Vec<(DocumentId, Vec<u8>)>,
}

impl Acting<'_> {
    /// Now, by this device's wall clock, in ms since 1970.
    #[must_use]
    pub const fn now_ms(&self) -> i64 {
        self.now.wall_ms
    }

    /// A fresh id.
    pub fn fresh(&mut self) -> EventId {
        EventId::new(self.dice.roll())
    }

    /// A document with everything that counts here, to be read.
    ///
    /// # Errors
    ///
    /// [`Refusal::Newer`] if a newer version wrote in it; damage is a fault.
    pub fn document(&mut self, id: DocumentId) -> Result<Arc<Document>, AppError> {
        if self.pen.memory().is_none() {
            return self.open(id).map(Arc::new);
        }
        let (of, at) = ((self.me.team, id), self.digest(id)?);
        if let Some(known) = self.pen.memory().and_then(|memory| memory.document(of, at)) {
            return Ok(known);
        }
        let document = Arc::new(self.open(id)?);
        if let Some(memory) = self.pen.memory() {
            memory.keep_document(of, at, &document);
        }
        Ok(document)
    }

    /// The same loaded anew, by an actor who may write on.
    ///
    /// # Errors
    ///
    /// As [`Acting::document`].
    pub fn open(&mut self, id: DocumentId) -> Result<Document, AppError> {
        let batches = self.pen.batches(self.ledger, id)?;
        load(id, self.me.actor, &batches)
    }

    /// The digest of a document's stream as it stands.
    pub(super) fn digest(&mut self, id: DocumentId) -> Result<Digest, AppError> {
        let state = self.ledger.stream(self.me.team, &encode(&Stream::from(id)))?;
        Ok(state.map(|state| state.hash))
    }

    /// Writes events into one document, as an act of its own.
    pub(super) fn record(
        &mut self,
        id: DocumentId,
        events: &[(EventId, Event)],
    ) -> Result<(), AppError> {
        let mut document = self.open(id)?;
        let mut act = Written::default();
        self.record_in(&mut act, &mut document, events)?;
        self.put_down(act)
    }

    /// Writes events into a loaded document, as part of an act.
    pub(super) fn record_in(
        &mut self,
        act: &mut Written,
        document: &mut Document,
        events: &[(EventId, Event)],
    ) -> Result<(), AppError> {
        let change = document.record(events, self.now_ms())?;
        act.changes.push((document.id(), change));
        Ok(())
    }

    /// Sets fields of a loaded document, as part of an act.
    pub(super) fn set_in(
        &mut self,
        act: &mut Written,
        document: &mut Document,
        fields: &[(FieldKey, FieldValue)],
    ) -> Result<(), AppError> {
        match document.set(fields, self.now_ms()) {
            Ok(change) => act.changes.push((document.id(), change)),
            // It already says so: nothing to write, and nothing is wrong.
            Err(RecordError::Empty) => {}
            Err(other) => return Err(other.into()),
        }
        Ok(())
    }

    /// Signs everything the act wrote and puts it down, batch by batch, in the
    /// order it was written. Several batches share an act id.
    pub(super) fn put_down(&mut self, act: Written) -> Result<(), AppError> {
        let mut drafts: Vec<(DocumentId, Vec<Vec<u8>>)> = Vec::new();
        for (document, change) in act.changes {
            match drafts.last_mut() {
                Some((last, changes))
                    if *last == document
                        && changes.iter().map(Vec::len).sum::<usize>() + change.len() < FULL =>
                {
                    changes.push(change);
                }
                _ => drafts.push((document, vec![change])),
            }
        }
        let act = (drafts.len() > 1).then(|| ActId::new(self.dice.roll()));
        for (document, changes) in drafts {
            let writing = Writing {
                document,
                act,
                clock: self.now.clone(),
                app: self.me.app.clone(),
                changes,
            };
            self.pen.put_down(self.ledger, writing)?;
            self.refresh_views(document)?;
        }
        Ok(())
    }

    /// Computes the view rows of a document anew.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn refresh_views(&mut self, id: DocumentId) -> Result<(), AppError> {
        let document = self.document(id)?;
        rewrite_views(self.ledger, self.me.team, &document)
    }
}

/// Bytes of changes after which a new batch begins, so that header and framing
/// fit into the limit of 64 KiB with it.
const FULL: usize = 60_000;

/// Loads a document from its batches.
///
/// # Errors
///
/// [`Refusal::Newer`] if a newer version wrote in it; damage is a fault.
pub fn load(id: DocumentId, actor: Actor, batches: &[SignedBatch]) -> Result<Document, AppError> {
    let changes: Vec<&[u8]> = batches.iter().filter_map(SignedBatch::changes).flatten().collect();
    match Document::load(id, actor, changes) {
        Err(RecordError::Unreadable(GateRefusal::Newer)) => Err(Refusal::Newer.into()),
        other => Ok(other?),
    }
}

/// Replaces the view rows of one document by those computed from it. Rows that
/// stay as they are, which is most of them, are not written.
///
/// # Errors
///
/// Faults of the ledger.
pub fn rewrite_views(
    ledger: &mut dyn Ledger,
    team: TeamId,
    document: &Document,
) -> Result<(), AppError> {
    let name = document.id().to_string();
    let rows = rows::view_rows(document);
    let there = ledger.views_of(team, &name)?;
    for (view, key, _) in &there {
        if rows::VIEWS.contains(&view.as_str())
            && !rows.iter().any(|row| row.view == view && row.key == *key)
        {
            ledger.delete_view(team, view, &name, key)?;
        }
    }
    for row in rows {
        let is_there = there.iter().any(|(view, key, value)| {
            row.view == view && row.key == *key && row.value.as_bytes() == value
        });
        if !is_there {
            ledger.put_view(team, row.view, &name, &row.key, row.value.as_bytes())?;
        }
    }
    Ok(())
}
