//! What is believed of an entry that the office sends, and what it does here.

use super::{Distrust, Intake};
use crate::document::EntryId;
use crate::ledger::{HeldRow, HeldStatus, Place};
use crate::log::stream::{Stream, streams_of};
use crate::log::{Cause, Content, Record, RecordContent, SignedBatch, Status};
use crate::sync::SyncError;
use crate::sync::content::{batch as batch_of, content_of, digest, entry, in_force, name};
use crate::sync::withdrawal::may_stand;

impl Intake<'_> {
    /// Signature, team, stream and right, at the position it came into force.
    pub(super) fn check(
        &mut self,
        stream: &Stream,
        content: &Content,
        place: Place,
    ) -> Result<Place, SyncError> {
        let team = self.phone.team;
        match content {
            Content::Batch(batch) => {
                let header = batch.header();
                let have = digest(self.ledger, team, stream)?.count;
                let verdict = self.released_by(stream, have, batch.id())?;
                let place = verdict.unwrap_or(place);
                let policy = self.timeline.before(place.position);
                let device = policy.device(header.device).ok_or(Distrust::Entry)?;
                let about = Stream::Document(header.about) == *stream && header.team == team;
                if !about || batch.verify(&device.key).is_err() {
                    return Err(Distrust::Entry.into());
                }
                if verdict.is_none() {
                    match policy.judge(header, place.received_ms) {
                        // A newer kind is kept, and not judged here.
                        Ok(()) | Err(Cause::Newer) => {}
                        Err(_) => return Err(Distrust::Entry.into()),
                    }
                }
                Ok(place)
            }
            Content::Record(record) => {
                let policy = self.timeline.before(place.position);
                policy
                    .check(record, place.position, place.received_ms)
                    .map_err(|_| Distrust::Entry)?;
                if self.stands_in(record, stream)? {
                    Ok(place)
                } else {
                    Err(Distrust::Entry.into())
                }
            }
        }
    }

    /// Where the verdict stands that released this batch, if it is the last of
    /// the first `count` members.
    pub(super) fn released_by(
        &mut self,
        stream: &Stream,
        count: u64,
        id: EntryId,
    ) -> Result<Option<Place>, SyncError> {
        let team = self.phone.team;
        let Some(last) = count.checked_sub(1) else { return Ok(None) };
        let Some(member) = self.ledger.members(team, &name(stream), last, 1)?.pop() else {
            return Ok(None);
        };
        let content = content_of(&entry(self.ledger, team, member.id)?)?;
        Ok((releases(&content) == Some(id)).then_some(member.place))
    }

    pub(super) fn stands_in(
        &mut self,
        record: &Record,
        stream: &Stream,
    ) -> Result<bool, SyncError> {
        let team = self.phone.team;
        match record.content() {
            // Its batch follows at once and is checked against the stream then.
            RecordContent::Verdict { status: Status::Released, .. } => Ok(true),
            RecordContent::Withdrawal { batch, cause, by } => {
                let what = (*batch, *cause, by.as_slice());
                may_stand(self.ledger, team, &self.timeline, stream, what)
            }
            RecordContent::Seen { batches, .. } => {
                let first = match batches.first() {
                    Some(id) => batch_of(self.ledger, team, *id)?,
                    None => None,
                };
                let about = first.map(|batch| batch.header().about);
                Ok(streams_of(record.content(), |_| about).contains(stream))
            }
            RecordContent::Policy(_)
            | RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Epoch { .. } => {
                Ok(streams_of(record.content(), |_| None).contains(stream))
            }
        }
    }

    /// The gate on this side: what does not pass is kept and never loaded.
    pub(super) fn pass_gate(
        &mut self,
        stream: &Stream,
        batch: &SignedBatch,
        place: Place,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        let cause = match batch.header().about.document() {
            None => Some(Cause::Newer),
            Some(document) => {
                let before = digest(self.ledger, team, stream)?;
                let after = before.push(batch.id(), place.position, place.received_ms);
                let ledger = &mut *self.ledger;
                self.phone
                    .gate
                    .admit(
                        (team, document),
                        (before.hash, after.hash),
                        || in_force(ledger, team, stream),
                        batch,
                    )?
                    .err()
            }
        };
        if let Some(cause) = cause {
            self.ledger.quarantine(team, batch.id(), u32::from(cause.number()))?;
        }
        Ok(())
    }

    /// What a record in a document's stream does on this device.
    pub(super) fn follow(&mut self, record: &Record) -> Result<(), SyncError> {
        let team = self.phone.team;
        match record.content() {
            RecordContent::Purge { about, batches, .. } => {
                self.ledger.purge(team, record.id(), batches)?;
                if let Some(document) = about.document() {
                    self.phone.gate.forget(team, document);
                }
            }
            RecordContent::Verdict { batch, status: Status::Released, cause } => {
                if self.ledger.held(team, *batch)?.is_some() {
                    let cause = u32::from(cause.number());
                    let status = HeldStatus::Released;
                    self.ledger.put_held(team, HeldRow { id: *batch, cause, status })?;
                }
            }
            RecordContent::Withdrawal { batch, cause, .. } => self.withdrawn(*batch, *cause)?,
            RecordContent::Verdict { .. }
            | RecordContent::Policy(_)
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Epoch { .. } => {}
        }
        Ok(())
    }

    /// Whose batch it is learns that it is held now.
    pub(super) fn withdrawn(&mut self, id: EntryId, cause: Cause) -> Result<(), SyncError> {
        let team = self.phone.team;
        let Some(batch) = batch_of(self.ledger, team, id)? else { return Ok(()) };
        let header = batch.header();
        let own = self.ledger.link(team, header.device, header.incarnation, header.n)?;
        if own == Some(id) {
            let cause = u32::from(cause.number());
            self.ledger.put_held(team, HeldRow { id, cause, status: HeldStatus::Held })?;
        }
        Ok(())
    }
}

/// The batch that this entry puts into force, if it is such a verdict.
pub(super) fn releases(content: &Content) -> Option<EntryId> {
    let Content::Record(record) = content else { return None };
    record.content().verdict(Status::Released).map(|(batch, _)| batch)
}
