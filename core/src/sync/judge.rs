//! Judging what arrives (`docs/sync-protocol.md` § 8) and writing it into the
//! team's log.

use super::SyncError;
use super::content::{batch as batch_of, digest, enter, in_force, keep, name};
use super::message::Settled;
use super::timeline::{Timeline, Timelines};
use crate::document::{EntryId, TeamId};
use crate::gate::Gatekeeper;
use crate::ledger::{Head, HeldRow, HeldStatus, Ledger, LedgerError, Link, Place};
use crate::log::stream::{Stream, streams_of};
use crate::log::tree::{self, Nodes, TreeError};
use crate::log::{
    Cause, Content, Hash, LogKey, Position, Record, RecordContent, RecordDraft, SignedBatch,
    Status, entry::leaf_input,
};
use crate::policy::PolicyState;
use std::cell::RefCell;
use std::sync::Arc;

/// What became of an entry, and where it stands if it was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// In force, held, refused.
    pub settled: Settled,
    /// Its place; `None` if it was not stored.
    pub place: Option<Place>,
}

/// Random nonces from one seed, so that the core needs no dice.
pub(super) struct Dice {
    seed: [u8; 32],
    thrown: u64,
}

impl Dice {
    pub(super) const fn new(seed: [u8; 32]) -> Self {
        Self { seed, thrown: 0 }
    }

    pub(super) fn throw(&mut self) -> [u8; 16] {
        self.thrown += 1;
        let hash = Hash::of_parts(&[b"dice\0", &self.seed, &self.thrown.to_be_bytes()]);
        let mut nonce = [0; 16];
        nonce.copy_from_slice(&hash.bytes()[..16]);
        nonce
    }
}

/// One epoch's tree as the ledger keeps it.
pub(super) struct TreeNodes<'l> {
    pub(super) ledger: RefCell<&'l mut dyn Ledger>,
    pub(super) team: TeamId,
    pub(super) epoch: u32,
}

impl Nodes for TreeNodes<'_> {
    type Error = LedgerError;

    fn get(&self, level: u8, index: u64) -> Result<Option<Hash>, LedgerError> {
        let node = self.ledger.borrow_mut().node(self.team, self.epoch, level, index)?;
        Ok(node.map(Hash))
    }

    fn put(&mut self, level: u8, index: u64, hash: Hash) -> Result<(), LedgerError> {
        self.ledger.get_mut().put_node(self.team, self.epoch, level, index, *hash.bytes())
    }
}

pub(super) fn of_tree(error: TreeError<LedgerError>) -> SyncError {
    match error {
        TreeError::Store(error) => SyncError::Ledger(error),
        TreeError::MissingNode => SyncError::Torn("a node of the tree is missing"),
        TreeError::OutOfRange => SyncError::Torn("no such leaf"),
    }
}

/// The office's hands while it writes: one team, one transaction.
pub(super) struct Bench<'b> {
    pub(super) ledger: &'b mut dyn Ledger,
    pub(super) gate: &'b mut Gatekeeper,
    pub(super) timelines: &'b mut Timelines,
    pub(super) team: TeamId,
    pub(super) log_key: &'b LogKey,
    pub(super) now_ms: i64,
    pub(super) dice: &'b mut Dice,
}

impl Bench<'_> {
    pub(super) fn timeline(&mut self) -> Result<Arc<Timeline>, SyncError> {
        self.timelines.of(self.ledger, self.team)
    }

    /// Where the next entry of the present epoch will stand.
    pub(super) fn next_place(&mut self) -> Result<Place, SyncError> {
        let Some(Head { epoch, size, received_ms }) = self.ledger.head(self.team)? else {
            return Err(SyncError::Torn("the log has no beginning"));
        };
        let received_ms = self.now_ms.max(received_ms);
        Ok(Place { position: Position { epoch, seq: size }, received_ms })
    }

    /// Keeps an entry at this place: entry, position, tree.
    pub(super) fn append(&mut self, content: &Content, place: Place) -> Result<(), SyncError> {
        let Position { epoch, seq } = place.position;
        let id = content.id();
        keep(self.ledger, self.team, content)?;
        self.ledger.place(self.team, id, place)?;
        let leaf = tree::leaf_hash(&leaf_input(seq, place.received_ms, id));
        let ledger = RefCell::new(&mut *self.ledger);
        let mut nodes = TreeNodes { ledger, team: self.team, epoch };
        tree::append(&mut nodes, seq, leaf).map_err(of_tree)
    }

    /// A record signed by the office, at the next position.
    pub(super) fn write_own(&mut self, content: RecordContent) -> Result<Record, SyncError> {
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content,
            desk: None,
        };
        let record = draft.seal(&[self.log_key])?;
        let place = self.next_place()?;
        self.append(&record.clone().into(), place)?;
        Ok(record)
    }

    /// Judges one entry and stores it where § 8 says so.
    pub(super) fn take(
        &mut self,
        content: &Content,
        old: Option<Position>,
    ) -> Result<Outcome, SyncError> {
        if let Some(known) = self.known(content)? {
            return Ok(known);
        }
        match content {
            Content::Batch(batch) => self.take_batch(batch, old),
            Content::Record(record) => self.take_record(record),
        }
    }

    /// The outcome of an entry that is in the log already.
    pub(super) fn known(&mut self, content: &Content) -> Result<Option<Outcome>, SyncError> {
        let id = content.id();
        let Some(kept) = self.ledger.entry(self.team, id)? else { return Ok(None) };
        let Some(place) = kept.place else { return Ok(None) };
        let settled = match self.ledger.held(self.team, id)? {
            None => Settled::InForce,
            Some(row) => {
                let cause = Cause::from_number(u64::from(row.cause))
                    .ok_or(SyncError::Torn("an unknown cause"))?;
                match row.status {
                    HeldStatus::Held => Settled::Held(cause),
                    HeldStatus::Released => Settled::InForce,
                    HeldStatus::Refused => Settled::Declined(cause),
                }
            }
        };
        Ok(Some(Outcome { settled, place: Some(place) }))
    }

    fn take_batch(
        &mut self,
        batch: &SignedBatch,
        old: Option<Position>,
    ) -> Result<Outcome, SyncError> {
        // What was purged comes back as a header, whoever still had the body.
        let purged = self.ledger.purged_by(self.team, batch.id())?.is_some();
        let batch = &if purged { batch.clone().without_body() } else { batch.clone() };
        let place = self.next_place()?;
        let policy = self.timeline()?.now();
        let cause = match self.check_stored(batch, old, &policy)? {
            Err(cause) => return Ok(refused(cause)),
            Ok(Chain::Fork) => Some(Cause::Fork),
            Ok(Chain::Next) => policy.judge(batch.header(), place.received_ms).err(),
        };
        let cause = match cause {
            Some(cause) => Some(cause),
            None => self.gate(batch, None)?.err(),
        };
        let header = batch.header();
        self.append(&batch.clone().into(), place)?;
        if cause != Some(Cause::Fork) {
            let link = Link { n: header.n, id: batch.id() };
            self.ledger.add_link(self.team, header.device, header.incarnation, link)?;
        }
        let settled = match cause {
            None => {
                let stream = Stream::Document(header.about);
                enter(self.ledger, self.team, &stream, batch.id(), place)?;
                self.judge_dependants(&stream)?;
                Settled::InForce
            }
            Some(cause) => {
                self.hold(batch.id(), cause)?;
                Settled::Held(cause)
            }
        };
        Ok(Outcome { settled, place: Some(place) })
    }

    /// Everything that decides whether a batch is stored at all.
    fn check_stored(
        &mut self,
        batch: &SignedBatch,
        old: Option<Position>,
        policy: &PolicyState,
    ) -> Result<Result<Chain, Cause>, SyncError> {
        let header = batch.header();
        if batch.check_body().is_err() {
            return Ok(Err(Cause::Broken));
        }
        // Without its body only what a purge covers is taken back.
        if batch.body().is_none() && self.ledger.purged_by(self.team, batch.id())?.is_none() {
            return Ok(Err(Cause::Broken));
        }
        let Some(device) = policy.device(header.device) else {
            return Ok(Err(Cause::UnknownDevice));
        };
        if batch.verify(&device.key).is_err() {
            return Ok(Err(Cause::BadSignature));
        }
        if header.team != self.team {
            return Ok(Err(Cause::WrongTeam));
        }
        self.check_chain(batch, old).map(|chain| chain.ok_or(Cause::Gap))
    }

    /// Whether it is the next of its device's chain, or a fork; `None` over a gap.
    fn check_chain(
        &mut self,
        batch: &SignedBatch,
        old: Option<Position>,
    ) -> Result<Option<Chain>, SyncError> {
        let header = batch.header();
        let (team, device, incarnation) = (self.team, header.device, header.incarnation);
        let next = self.ledger.link(team, device, incarnation, header.n.saturating_add(1))?;
        if let Some(next) = next
            && let Some(next) = batch_of(self.ledger, team, next)?
            && next.header().previous != Some(batch.id())
        {
            return Ok(Some(Chain::Fork));
        }
        if self.ledger.link(team, device, incarnation, header.n)?.is_some() {
            return Ok(Some(Chain::Fork));
        }
        if header.n == 1 {
            return Ok(Some(Chain::Next));
        }
        match self.ledger.link(team, device, incarnation, header.n - 1)? {
            Some(before) if Some(before) == header.previous => Ok(Some(Chain::Next)),
            Some(_) => Ok(Some(Chain::Fork)),
            None => {
                // What a restored office is offered again may come with gaps:
                // not every device may read everything that another one wrote.
                let epoch = self.ledger.head(team)?.map_or(0, |head| head.epoch);
                Ok(old.is_some_and(|old| old.epoch < epoch).then_some(Chain::Next))
            }
        }
    }

    /// What the gate says; `verdict` is the record that would release it.
    fn gate(
        &mut self,
        batch: &SignedBatch,
        verdict: Option<EntryId>,
    ) -> Result<Result<(), Cause>, SyncError> {
        let Some(document) = batch.header().about.document() else {
            return Ok(Err(Cause::Newer));
        };
        let stream = Stream::from(document);
        let before = digest(self.ledger, self.team, &stream)?;
        let verdicted = match verdict {
            Some(verdict) => before.push(verdict),
            None => before,
        };
        let after = verdicted.push(batch.id());
        let (ledger, team) = (&mut *self.ledger, self.team);
        self.gate.admit(
            (team, document),
            (before.hash, after.hash),
            || in_force(ledger, team, &stream),
            batch,
        )
    }

    fn hold(&mut self, batch: EntryId, cause: Cause) -> Result<(), SyncError> {
        self.write_own(RecordContent::Verdict { batch, status: Status::Held, cause })?;
        let row = HeldRow { id: batch, cause: u32::from(cause.number()), status: HeldStatus::Held };
        self.ledger.put_held(self.team, row)?;
        Ok(())
    }

    /// After something came into force in this stream: what waited only for
    /// it is released by the office, again and again until nothing moves.
    fn judge_dependants(&mut self, stream: &Stream) -> Result<(), SyncError> {
        loop {
            let mut moved = false;
            for row in self.ledger.held_with(self.team, HeldStatus::Held)? {
                if row.cause != u32::from(Cause::Depends.number()) {
                    continue;
                }
                let Some(batch) = batch_of(self.ledger, self.team, row.id)? else { continue };
                if Stream::Document(batch.header().about) == *stream && self.release_own(&batch)? {
                    moved = true;
                }
            }
            if !moved {
                return Ok(());
            }
        }
    }

    /// Judges again a batch held for a cause that passes by itself.
    pub(super) fn release_own(&mut self, batch: &SignedBatch) -> Result<bool, SyncError> {
        let Some(row) = self.ledger.held(self.team, batch.id())? else { return Ok(false) };
        let Some(cause) = Cause::from_number(u64::from(row.cause)) else { return Ok(false) };
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content: RecordContent::Verdict { batch: batch.id(), status: Status::Released, cause },
            desk: None,
        };
        let verdict = draft.seal(&[self.log_key])?;
        let place = self.next_place()?;
        let policy = self.timeline()?.now();
        let judged = match policy.judge(batch.header(), place.received_ms) {
            Err(cause) if row.cause == u32::from(Cause::Newer.number()) => Err(cause),
            Ok(()) | Err(_) => self.gate(batch, Some(verdict.id()))?,
        };
        if let Err(now) = judged {
            if now != cause {
                self.hold(batch.id(), now)?;
            }
            return Ok(false);
        }
        self.put_in_force(&verdict, batch, place)?;
        Ok(true)
    }

    fn put_in_force(
        &mut self,
        verdict: &Record,
        batch: &SignedBatch,
        place: Place,
    ) -> Result<(), SyncError> {
        let stream = Stream::Document(batch.header().about);
        self.append(&verdict.clone().into(), place)?;
        enter(self.ledger, self.team, &stream, verdict.id(), place)?;
        enter(self.ledger, self.team, &stream, batch.id(), place)?;
        let cause = match verdict.content() {
            RecordContent::Verdict { cause, .. } => u32::from(cause.number()),
            RecordContent::Policy(_)
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. }
            | RecordContent::Epoch { .. } => 0,
        };
        let row = HeldRow { id: batch.id(), cause, status: HeldStatus::Released };
        self.ledger.put_held(self.team, row)?;
        Ok(())
    }

    fn take_record(&mut self, record: &Record) -> Result<Outcome, SyncError> {
        let place = self.next_place()?;
        let policy = self.timeline()?.now();
        if matches!(record.content(), RecordContent::Epoch { .. }) {
            return Ok(never());
        }
        if let Err(why) = policy.check(record, place.position, place.received_ms) {
            return Ok(if why.is_final() { never() } else { not_allowed() });
        }
        match record.content() {
            RecordContent::Withdrawal { batch, cause, by } => {
                return self.take_withdrawal(record, (*batch, *cause, by));
            }
            RecordContent::Verdict { batch, status: Status::Released, cause } => {
                return self.release(record, *batch, *cause, place);
            }
            RecordContent::Verdict { batch, status, cause } => {
                let row = match self.waits_for_verdict(*batch, *cause)? {
                    Ok(row) => row,
                    Err(outcome) => return Ok(outcome),
                };
                if row.status != HeldStatus::Held {
                    return Ok(never());
                }
                let status = match status {
                    Status::Refused => HeldStatus::Refused,
                    Status::Held | Status::Released => HeldStatus::Held,
                };
                let cause = u32::from(cause.number());
                self.ledger.put_held(self.team, HeldRow { id: *batch, cause, status })?;
            }
            RecordContent::Purge { about, .. } => {
                if let Some(document) = about.document() {
                    self.gate.forget(self.team, document);
                }
            }
            RecordContent::Seen { batches, .. } => {
                if !self.stand_together(batches)? {
                    return Ok(not_allowed());
                }
            }
            RecordContent::Policy(_)
            | RecordContent::Export { .. }
            | RecordContent::Epoch { .. } => {}
        }
        let streams = self.streams_of(record.content())?;
        self.append(&record.clone().into(), place)?;
        for stream in &streams {
            enter(self.ledger, self.team, stream, record.id(), place)?;
        }
        if let RecordContent::Purge { batches, .. } = record.content() {
            self.ledger.purge(self.team, record.id(), batches)?;
        }
        Ok(Outcome { settled: Settled::InForce, place: Some(place) })
    }

    /// Whether all these batches are in force in one document. Who reads the
    /// document has them then; of what is held nobody else knows anything.
    fn stand_together(&mut self, batches: &[EntryId]) -> Result<bool, SyncError> {
        let Some(first) = batches.first() else { return Ok(false) };
        let Some(first) = batch_of(self.ledger, self.team, *first)? else { return Ok(false) };
        let stream = name(&Stream::Document(first.header().about));
        for batch in batches {
            if !self.ledger.is_member(self.team, &stream, *batch)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The streams a record stands in.
    fn streams_of(&mut self, content: &RecordContent) -> Result<Vec<Stream>, SyncError> {
        let about = content.batch();
        let about = match about {
            Some(id) => batch_of(self.ledger, self.team, id)?.map(|batch| batch.header().about),
            None => None,
        };
        Ok(streams_of(content, |_| about))
    }

    /// The row of a held batch that a verdict for this cause may decide on;
    /// otherwise whether the verdict may be let in later or never.
    fn waits_for_verdict(
        &mut self,
        batch: EntryId,
        cause: Cause,
    ) -> Result<Result<HeldRow, Outcome>, SyncError> {
        let Some(row) = self.ledger.held(self.team, batch)? else {
            let here = self.ledger.entry(self.team, batch)?.is_some_and(|it| it.place.is_some());
            // In force, so there is nothing to decide; or not back yet.
            return Ok(Err(if here { never() } else { not_allowed() }));
        };
        if row.cause == u32::from(cause.number()) {
            return Ok(Ok(row));
        }
        // Only the causes that the office judges again may change.
        let may_change =
            Cause::from_number(u64::from(row.cause)).is_some_and(Cause::is_judged_again);
        Ok(Err(if may_change { not_allowed() } else { never() }))
    }

    /// The employer's release of a held batch.
    fn release(
        &mut self,
        verdict: &Record,
        id: EntryId,
        cause: Cause,
        place: Place,
    ) -> Result<Outcome, SyncError> {
        let Some(batch) = batch_of(self.ledger, self.team, id)? else { return Ok(not_allowed()) };
        let row = match self.waits_for_verdict(id, cause)? {
            Ok(row) => row,
            Err(outcome) => return Ok(outcome),
        };
        if row.status == HeldStatus::Released || cause == Cause::Gate {
            return Ok(never());
        }
        if let Err(cause) = self.gate(&batch, Some(verdict.id()))? {
            return Ok(refused(cause));
        }
        self.put_in_force(verdict, &batch, place)?;
        self.judge_dependants(&Stream::Document(batch.header().about))?;
        Ok(Outcome { settled: Settled::InForce, place: Some(place) })
    }
}

enum Chain {
    Next,
    Fork,
}

const fn refused(cause: Cause) -> Outcome {
    Outcome { settled: Settled::Refused(cause), place: None }
}

/// Not by what is in the log now.
pub(super) const fn not_allowed() -> Outcome {
    Outcome { settled: Settled::NotAllowed, place: None }
}

/// Whatever comes later.
pub(super) const fn never() -> Outcome {
    Outcome { settled: Settled::Never, place: None }
}
