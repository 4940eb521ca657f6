//! Judging what arrives (`docs/sync-protocol.md` § 8) and writing it into the
//! team's log.

use super::SyncError;
use super::bench::Bench;
use super::content::{batch as batch_of, digest, enter, in_force};
use super::message::Settled;
use crate::document::EntryId;
use crate::ledger::{HeldRow, HeldStatus, Link, Place};
use crate::log::stream::Stream;
use crate::log::{
    Cause, Content, Position, Record, RecordContent, RecordDraft, SignedBatch, Status,
};
use crate::policy::PolicyState;

/// What became of an entry, and where it stands if it was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// In force, held, refused.
    pub settled: Settled,
    /// Its place; `None` if it was not stored.
    pub place: Option<Place>,
}

impl Bench<'_> {
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
            Content::Record(record) => self.take_record(record, old),
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
            None => self.gate(batch, None, place)?.err(),
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

    /// What the gate says to a batch that would come into force at this place;
    /// `verdict` is the record that would release it.
    pub(super) fn gate(
        &mut self,
        batch: &SignedBatch,
        verdict: Option<EntryId>,
        place: Place,
    ) -> Result<Result<(), Cause>, SyncError> {
        let Some(document) = batch.header().about.document() else {
            return Ok(Err(Cause::Newer));
        };
        let stream = Stream::from(document);
        let before = digest(self.ledger, self.team, &stream)?;
        let verdicted = match verdict {
            Some(verdict) => before.push(verdict, place.position, place.received_ms),
            None => before,
        };
        let after = verdicted.push(batch.id(), place.position, place.received_ms);
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
    pub(super) fn judge_dependants(&mut self, stream: &Stream) -> Result<(), SyncError> {
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
        let timeline = self.timeline()?;
        if cause == Cause::Depends && self.is_covered(&timeline, batch)? {
            return Ok(false);
        }
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content: RecordContent::Verdict { batch: batch.id(), status: Status::Released, cause },
            desk: None,
        };
        let verdict = draft.seal(&[self.log_key])?;
        let place = self.next_place()?;
        let policy = timeline.now();
        let judged = match policy.judge(batch.header(), place.received_ms) {
            Err(cause) if row.cause == u32::from(Cause::Newer.number()) => Err(cause),
            Ok(()) | Err(_) => self.gate(batch, Some(verdict.id()), place)?,
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

    pub(super) fn put_in_force(
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
}

enum Chain {
    Next,
    Fork,
}

pub(super) const fn refused(cause: Cause) -> Outcome {
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
