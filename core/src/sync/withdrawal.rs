//! What a recovered revocation covers is judged again: batches that a restored
//! office let in meanwhile leave force, and with them what depends on them
//! (`docs/sync-protocol.md` § 11).

use super::SyncError;
use super::bench::Bench;
use super::content::{InForce, batch as batch_of, content_of, enter, entry, force};
use super::judge::{Outcome, never, not_allowed};
use super::message::Settled;
use super::timeline::{AfterLoss, Timeline};
use crate::document::{EntryId, TeamId};
use crate::gate::walk;
use crate::ledger::{HeldRow, HeldStatus, Ledger, Member, Place};
use crate::log::codec;
use crate::log::record::MOST_BEHIND;
use crate::log::stream::Stream;
use crate::log::{Cause, Content, Operation, Position, Record, RecordContent};
use std::collections::BTreeSet;

/// A policy record that takes rights, and where it stands now.
pub(super) struct Recovered {
    id: EntryId,
    position: Position,
    operation: Operation,
    /// Of what it is counted for; `None` for a reader, who takes the office's word.
    after: Option<AfterLoss>,
}

/// Cause and the records behind it, for each batch that leaves force.
type Leaving = Option<(Cause, Vec<EntryId>)>;

/// The policy records of these ids, in the order of the log; `None` if one is
/// not in the stream `policy`.
pub(super) fn recovered(
    ledger: &mut dyn Ledger,
    team: TeamId,
    timeline: &Timeline,
    records: &[(EntryId, Option<AfterLoss>)],
) -> Result<Option<Vec<Recovered>>, SyncError> {
    let mut all = Vec::new();
    for (id, after) in records {
        let Some(position) = timeline.position_of(*id) else { return Ok(None) };
        let Content::Record(record) = content_of(&entry(ledger, team, *id)?)? else {
            return Ok(None);
        };
        let RecordContent::Policy(operation) = record.content() else { return Ok(None) };
        all.push(Recovered { id: *id, position, operation: operation.clone(), after: *after });
    }
    all.sort_by_key(|one| one.position);
    Ok(Some(all))
}

/// The records that a withdrawal names.
fn named(
    ledger: &mut dyn Ledger,
    team: TeamId,
    timeline: &Timeline,
    by: &[EntryId],
) -> Result<Option<Vec<Recovered>>, SyncError> {
    let by: Vec<_> = by.iter().map(|id| (*id, None)).collect();
    recovered(ledger, team, timeline, &by)
}

/// Which of these records take the right under which a batch came into force.
/// What the employer released stays as the employer decided.
pub(super) fn covered(timeline: &Timeline, one: &InForce, by: &[Recovered]) -> Leaving {
    let decided = one.released_by.is_some_and(|key| timeline.now().log_key_by_id(key).is_none());
    if decided {
        return None;
    }
    let header = one.batch.header();
    let before = timeline.before(one.place.position);
    let person = before.device(header.device)?.person;
    let concerned: Vec<&Recovered> = by
        .iter()
        .filter(|record| record.position > one.place.position)
        .filter(|record| record.after.is_none_or(|after| after.contains(one.place)))
        .filter(|record| record.operation.concerns(header.device, person))
        .collect();
    let most = usize::try_from(MOST_BEHIND).unwrap_or(usize::MAX);
    let concerned = concerned.get(concerned.len().saturating_sub(most)..)?;
    let operations: Vec<&Operation> = concerned.iter().map(|record| &record.operation).collect();
    let cause = before.withdraws(header, one.place.received_ms, &operations)?;
    Some((cause, concerned.iter().map(|record| record.id).collect()))
}

/// Whether a withdrawal may stand here: its batch is in force in this stream
/// and the records it names take the right. That something depends on what is
/// withdrawn next is the office's word.
pub(super) fn may_stand(
    ledger: &mut dyn Ledger,
    team: TeamId,
    timeline: &Timeline,
    stream: &Stream,
    (batch, cause, by): (EntryId, Cause, &[EntryId]),
) -> Result<bool, SyncError> {
    let in_force = force(ledger, team, stream)?;
    let Some(one) = in_force.iter().find(|one| one.batch.id() == batch) else { return Ok(false) };
    if timeline.now().epoch() < 2 {
        return Ok(false);
    }
    if cause == Cause::Depends {
        return Ok(true);
    }
    let Some(records) = named(ledger, team, timeline, by)? else { return Ok(false) };
    Ok(covered(timeline, one, &records) == Some((cause, by.to_vec())))
}

impl Bench<'_> {
    /// Judges again what came into force after these records were lost.
    pub(super) fn judge_again(&mut self, back: &[(EntryId, AfterLoss)]) -> Result<(), SyncError> {
        let by = self.remember_back(back)?;
        let timeline = self.timeline()?;
        let losses: Vec<AfterLoss> = by.iter().filter_map(|record| record.after).collect();
        let first = losses.iter().map(|loss| timeline.first_epoch_after(*loss)).min();
        let Some(epoch) = first else { return Ok(()) };
        let from = Position { epoch, seq: 0 };
        for (name, _) in self.ledger.streams_since(self.team, from, usize::MAX)? {
            let stream: Stream = codec::decode(&name)?;
            let count = super::content::digest(self.ledger, self.team, &stream)?.count;
            let last = self.ledger.members(self.team, &name, count.saturating_sub(1), 1)?.pop();
            let after = |last: Member| losses.iter().any(|loss| loss.contains(last.place));
            if stream == Stream::Policy || !last.is_some_and(after) {
                continue;
            }
            let in_force = force(self.ledger, self.team, &stream)?;
            let leaving = in_force.iter().map(|one| covered(&timeline, one, &by)).collect();
            self.withdraw(&stream, &in_force, leaving, None)?;
        }
        Ok(())
    }

    /// Withdraws, and with it what depends on it: the last first, so that every
    /// beginning of the stream can be loaded. `given` is used where it is the
    /// record for a batch; its place is given back.
    fn withdraw(
        &mut self,
        stream: &Stream,
        in_force: &[InForce],
        mut leaving: Vec<Leaving>,
        given: Option<&Record>,
    ) -> Result<Option<Place>, SyncError> {
        let mut gone = BTreeSet::new();
        for (one, leaves) in in_force.iter().zip(&mut leaving) {
            let changes = one.batch.changes().unwrap_or_default();
            let changes: Vec<_> = changes.into_iter().filter_map(|c| walk(c).ok()).collect();
            let mut deps = changes.iter().flat_map(|change| &change.deps);
            if leaves.is_none() && deps.any(|dep| gone.contains(dep)) {
                *leaves = Some((Cause::Depends, Vec::new()));
            }
            if leaves.is_some() {
                gone.extend(changes.iter().map(|change| change.hash));
            }
        }
        let mut place_of_given = None;
        for (one, leaves) in in_force.iter().zip(leaving).rev() {
            let Some((cause, by)) = leaves else { continue };
            let batch = one.batch.id();
            let content = RecordContent::Withdrawal { batch, cause, by };
            let place = self.next_place()?;
            let id = match given.filter(|given| *given.content() == content) {
                Some(given) => {
                    self.append(&given.clone().into(), place)?;
                    place_of_given = Some(place);
                    given.id()
                }
                None => self.write_own(content)?.id(),
            };
            enter(self.ledger, self.team, stream, id, place)?;
            let cause = u32::from(cause.number());
            self.ledger
                .put_held(self.team, HeldRow { id: batch, cause, status: HeldStatus::Held })?;
        }
        if let Stream::Document(about) = stream
            && let Some(document) = about.document()
        {
            self.gate.forget(self.team, document);
        }
        Ok(place_of_given)
    }

    /// A withdrawal of this office that a restore had lost.
    pub(super) fn take_withdrawal(
        &mut self,
        record: &Record,
        (batch, cause, by): (EntryId, Cause, &[EntryId]),
    ) -> Result<Outcome, SyncError> {
        // What depends on something withdrawn is found anew with that.
        if cause == Cause::Depends {
            return Ok(never());
        }
        let Some(kept) = batch_of(self.ledger, self.team, batch)? else { return Ok(not_allowed()) };
        let timeline = self.timeline()?;
        let Some(records) = named(self.ledger, self.team, &timeline, by)? else {
            return Ok(not_allowed());
        };
        let stream = Stream::Document(kept.header().about);
        let in_force = force(self.ledger, self.team, &stream)?;
        let restored = timeline.now().epoch() > 1;
        let wanted = Some((cause, by.to_vec()));
        let leaving: Vec<Leaving> = in_force
            .iter()
            .map(|one| {
                let named = restored && one.batch.id() == batch;
                if named { covered(&timeline, one, &records) } else { None }
            })
            .collect();
        if !leaving.contains(&wanted) {
            return Ok(never());
        }
        let place = self.withdraw(&stream, &in_force, leaving, Some(record))?;
        Ok(Outcome { settled: Settled::InForce, place })
    }
}
