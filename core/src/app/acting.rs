//! Someone acting: a device with its keys, inside one transaction.

use super::refusal::{AppError, Refusal};
use crate::document::{ActId, DeviceId, DocumentId, EventId, Incarnation, PersonId, TeamId};
use crate::gate::{Actor, GateRefusal};
use crate::ledger::Ledger;
use crate::log::{ChainHead, ClockEvidence, Desk, DeviceKey, Draft, SignedBatch, Stream};
use crate::record::document::{Document, RecordError};
use crate::record::events::Event;
use crate::record::fields::{FieldKey, FieldValue};

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

/// Who acts, and with what.
#[derive(Debug)]
pub struct Me {
    /// The team.
    pub team: TeamId,
    /// The person this device belongs to.
    pub person: PersonId,
    /// The device's signing key.
    pub key: DeviceKey,
    /// This life of the device's store.
    pub incarnation: Incarnation,
    /// The automerge actor: random, fresh in each process.
    pub actor: Actor,
    /// Version of the program, at most 32 bytes.
    pub app: String,
}

impl Me {
    /// The device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.key.device()
    }
}

/// Where a signed batch goes.
pub trait Pen {
    /// Puts one batch down: into a phone's chain and outbox, or judged and
    /// placed at the office.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoRight`] if the office would hold it; faults of the ledger.
    fn put_down(&mut self, ledger: &mut dyn Ledger, batch: &SignedBatch) -> Result<(), AppError>;
}

/// Someone acting inside one transaction.
pub struct Acting<'a> {
    /// The open transaction.
    pub ledger: &'a mut dyn Ledger,
    /// Who, and with what keys.
    pub me: &'a Me,
    /// What the device knows about the time; its wall clock is "now".
    pub now: &'a ClockEvidence,
    /// Random ids.
    pub dice: &'a mut dyn Dice,
    /// Where batches go.
    pub pen: &'a mut dyn Pen,
    /// How the person was known, where the office holds the device's key.
    pub desk: Option<Desk>,
}

/// What one act writes about one document.
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

    /// A document with everything in force, and what this device wrote and the
    /// office has not answered yet.
    ///
    /// # Errors
    ///
    /// [`Refusal::Newer`] if a newer version wrote in it; damage is a fault.
    pub fn document(&mut self, id: DocumentId) -> Result<Document, AppError> {
        let changes = changes_of(self.ledger, self.me.team, id)?;
        match Document::load(id, self.me.actor, changes) {
            Err(RecordError::Unreadable(GateRefusal::Newer)) => Err(Refusal::Newer.into()),
            other => Ok(other?),
        }
    }

    /// Writes events into one document.
    pub(super) fn record(
        &mut self,
        id: DocumentId,
        events: &[(EventId, Event)],
    ) -> Result<(), AppError> {
        let mut document = self.document(id)?;
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
        let change = document.set(fields, self.now_ms())?;
        act.changes.push((document.id(), change));
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
        let policy_seen = policy_seen(self.ledger, self.me.team)?;
        for (document, changes) in drafts {
            let head = self
                .ledger
                .last_link(self.me.team, self.me.device(), self.me.incarnation)?
                .map_or(ChainHead::START, |link| ChainHead::after(link.n, link.id));
            let draft = Draft {
                team: self.me.team,
                document,
                incarnation: self.me.incarnation,
                act,
                policy_seen,
                clock: self.now.clone(),
                app: self.me.app.clone(),
                desk: self.desk.clone(),
                schema: crate::gate::schema::VERSION,
                changes,
            };
            let batch = draft.seal(head, &self.me.key)?;
            self.pen.put_down(self.ledger, &batch)?;
        }
        Ok(())
    }
}

/// Bytes of changes after which a new batch begins, so that header and framing
/// fit into the limit of 64 KiB with it.
const FULL: usize = 60_000;

fn policy_seen(ledger: &mut dyn Ledger, team: TeamId) -> Result<u64, AppError> {
    Ok(ledger.stream(team, &crate::log::codec::encode(&Stream::Policy))?.map_or(0, |state| state.count))
}
