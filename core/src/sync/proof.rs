//! What the office proves: checkpoints, receipts, that the log only grew; and
//! the new epoch when it did not.

use super::SyncError;
use super::bench::{Bench, TreeNodes, of_tree};
use super::content::enter;
use super::judge::Outcome;
use crate::document::{DeviceId, EntryId};
use crate::ledger::Place;
use crate::log::stream::Stream;
use crate::log::{
    Checkpoint, EpochReason, Hash, Position, Receipt, Receipts, RecordContent, RecordDraft, tree,
};
use std::cell::RefCell;
use std::collections::BTreeMap;

impl Bench<'_> {
    pub(super) fn nodes(&mut self, epoch: u32) -> TreeNodes<'_> {
        TreeNodes { ledger: RefCell::new(&mut *self.ledger), team: self.team, epoch }
    }

    /// Signs the present end of the log, unless that was done already.
    pub(super) fn seal_checkpoint(&mut self) -> Result<Checkpoint, SyncError> {
        let head = self.ledger.head(self.team)?.ok_or(SyncError::Torn("the log is empty"))?;
        if let Some((size, text)) = self.ledger.checkpoint(self.team, head.epoch)?
            && size == head.size
        {
            return Checkpoint::parse(&text).map_err(|_| SyncError::Torn("a kept checkpoint"));
        }
        let nonce = self.timeline()?.epoch_nonce().ok_or(SyncError::Torn("no epoch"))?;
        let root = tree::root(&self.nodes(head.epoch), head.size).map_err(of_tree)?;
        let (team, epoch) = (self.team, (head.epoch, nonce));
        let sealed = Checkpoint::seal(team, epoch, head.size, root, head.received_ms, self.log_key);
        self.ledger.put_checkpoint(team, head.epoch, head.size, &sealed.to_text())?;
        Ok(sealed)
    }

    /// A device that knows a newer log than ours shows that we were restored
    /// from a backup without saying so.
    pub(super) fn notice_rollback(&mut self, checkpoint: Option<&str>) -> Result<(), SyncError> {
        let Some(theirs) = checkpoint.and_then(|text| Checkpoint::parse(text).ok()) else {
            return Ok(());
        };
        let timeline = self.timeline()?;
        let signed = timeline.now().log_key().is_some_and(|key| theirs.verify(key).is_ok());
        if theirs.team != self.team || !signed {
            return Ok(());
        }
        let ours = self.seal_checkpoint()?;
        // That an older epoch was lost in part does not begin a new one: the
        // restore has begun one since.
        let older = (theirs.epoch, theirs.epoch_nonce) != (ours.epoch, ours.epoch_nonce)
            && timeline.knows_epoch(theirs.epoch, theirs.epoch_nonce);
        if !older && !self.goes_on_from(&theirs)? {
            let number = theirs.epoch.max(ours.epoch) + 1;
            self.begin_epoch(number, theirs.to_text(), EpochReason::RestoreDetected)?;
        }
        Ok(())
    }

    /// Whether the log has what this checkpoint covers.
    pub(super) fn goes_on_from(&mut self, theirs: &Checkpoint) -> Result<bool, SyncError> {
        if !self.timeline()?.knows_epoch(theirs.epoch, theirs.epoch_nonce) {
            return Ok(false);
        }
        let size = self.ledger.epoch_size(self.team, theirs.epoch)?;
        Ok(theirs.size <= size
            && tree::root(&self.nodes(theirs.epoch), theirs.size).map_err(of_tree)? == theirs.root)
    }

    pub(super) fn begin_epoch(
        &mut self,
        number: u32,
        last_checkpoint: String,
        reason: EpochReason,
    ) -> Result<(), SyncError> {
        let mut nonce = [0; 8];
        nonce.copy_from_slice(&self.dice.throw()[..8]);
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content: RecordContent::Epoch {
                number,
                nonce,
                checkpoint: Some(last_checkpoint),
                reason,
            },
            desk: None,
        };
        let record = draft.seal(&[self.log_key])?;
        let position = Position { epoch: number, seq: 0 };
        let place = Place { position, received_ms: self.next_place()?.received_ms };
        let id = record.id();
        self.append(&record.into(), place)?;
        enter(self.ledger, self.team, &Stream::Policy, id, place)?;
        Ok(())
    }

    pub(super) fn consistency(
        &mut self,
        theirs: Option<&str>,
        ours: &Checkpoint,
    ) -> Result<Option<Vec<Hash>>, SyncError> {
        let Some(theirs) = theirs.and_then(|text| Checkpoint::parse(text).ok()) else {
            return Ok(None);
        };
        let one_epoch = (theirs.epoch, theirs.epoch_nonce) == (ours.epoch, ours.epoch_nonce);
        if !one_epoch || theirs.size > ours.size {
            return Ok(None);
        }
        tree::prove_consistency(&self.nodes(ours.epoch), theirs.size, ours.size)
            .map(Some)
            .map_err(of_tree)
    }

    pub(super) fn receipts(
        &mut self,
        outcomes: &[(EntryId, Outcome)],
        newest: &Checkpoint,
    ) -> Result<Vec<Receipts>, SyncError> {
        let mut by_epoch: BTreeMap<u32, BTreeMap<u64, Receipt>> = BTreeMap::new();
        for (id, outcome) in outcomes {
            let Some(Place { position, received_ms }) = outcome.place else { continue };
            let receipt = Receipt { seq: position.seq, received_ms, id: *id };
            by_epoch.entry(position.epoch).or_default().insert(position.seq, receipt);
        }
        let mut all = Vec::new();
        for (epoch, entries) in by_epoch {
            let (size, checkpoint) = if epoch == newest.epoch {
                (newest.size, newest.to_text())
            } else {
                self.ledger
                    .checkpoint(self.team, epoch)?
                    .ok_or(SyncError::Torn("an old epoch without a checkpoint"))?
            };
            let wanted: Vec<u64> = entries.keys().copied().filter(|seq| *seq < size).collect();
            if wanted.is_empty() {
                continue;
            }
            let proof =
                tree::prove_inclusion(&self.nodes(epoch), size, &wanted).map_err(of_tree)?;
            let entries = entries.into_values().filter(|entry| entry.seq < size).collect();
            all.push(Receipts { checkpoint, entries, proof });
        }
        Ok(all)
    }

    /// How far each chain goes from its first batch without a gap. A chain
    /// whose first batch is missing is not told of: after a restore others may
    /// have brought back what came later, and the writer must bring the rest.
    pub(super) fn chains(
        &mut self,
        device: DeviceId,
    ) -> Result<Vec<(crate::document::Incarnation, u64, EntryId)>, SyncError> {
        let mut gapless = BTreeMap::new();
        // One link for every run of batches: its last.
        for (incarnation, link) in self.ledger.chains(self.team, device)? {
            if self.ledger.link(self.team, device, incarnation, 1)?.is_none() {
                continue;
            }
            let end = gapless.entry(incarnation).or_insert((link.n, link.id));
            if link.n < end.0 {
                *end = (link.n, link.id);
            }
        }
        Ok(gapless.into_iter().map(|(incarnation, (n, id))| (incarnation, n, id)).collect())
    }
}
