//! Judging records: verdicts, seen marks, purges and the policy
//! (`docs/sync-protocol.md` §§ 5–8).

use super::SyncError;
use super::bench::Bench;
use super::content::{batch as batch_of, enter, name};
use super::judge::{Outcome, never, not_allowed, refused};
use super::message::Settled;
use crate::document::EntryId;
use crate::ledger::{HeldRow, HeldStatus, Place};
use crate::log::stream::{Stream, streams_of};
use crate::log::{Cause, Position, Record, RecordContent, Status};

impl Bench<'_> {
    pub(super) fn take_record(
        &mut self,
        record: &Record,
        old: Option<Position>,
    ) -> Result<Outcome, SyncError> {
        let place = self.next_place()?;
        let policy = self.timeline()?.now();
        if matches!(record.content(), RecordContent::Epoch { .. }) {
            return Ok(never());
        }
        if let Err(why) = policy.check(record, place.position, place.received_ms) {
            return Ok(if why.is_final() { never() } else { not_allowed() });
        }
        let lost = old.is_some_and(|old| old.epoch < place.position.epoch);
        if !lost && policy.is_by_a_former_log_key(record) {
            return Ok(never());
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
    pub(super) fn stand_together(&mut self, batches: &[EntryId]) -> Result<bool, SyncError> {
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
    pub(super) fn streams_of(&mut self, content: &RecordContent) -> Result<Vec<Stream>, SyncError> {
        let about = content.batch();
        let about = match about {
            Some(id) => batch_of(self.ledger, self.team, id)?.map(|batch| batch.header().about),
            None => None,
        };
        Ok(streams_of(content, |_| about))
    }

    /// The row of a held batch that a verdict for this cause may decide on;
    /// otherwise whether the verdict may be let in later or never.
    pub(super) fn waits_for_verdict(
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
    pub(super) fn release(
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
        if let Err(cause) = self.gate(&batch, Some(verdict.id()), place)? {
            return Ok(refused(cause));
        }
        self.put_in_force(verdict, &batch, place)?;
        self.judge_dependants(&Stream::Document(batch.header().about))?;
        Ok(Outcome { settled: Settled::InForce, place: Some(place) })
    }
}
