//! What came back to an office that was restored, and what it judges again for
//! it (`docs/sync-protocol.md` § 11, *judging again*).

use super::SyncError;
use super::bench::Bench;
use super::content::InForce;
use super::judge::Outcome;
use super::message::{Offer, Settled};
use super::stood::may_take_rights;
use super::timeline::{AfterLoss, Timeline};
use super::withdrawal::{Recovered, covered, recovered};
use crate::document::EntryId;
use crate::log::{Checkpoint, SignedBatch};

/// Of each record that came back, behind what it was lost.
const BACK: &str = "sync/back/";

impl Bench<'_> {
    /// A record that may take rights, in the log now, that once stood in an
    /// epoch before a restore; and what came in behind the loss.
    pub(super) fn came_back(
        &mut self,
        offer: &Offer,
        outcome: Outcome,
    ) -> Result<Option<(EntryId, AfterLoss)>, SyncError> {
        let present = self.ledger.head(self.team)?.map_or(0, |head| head.epoch);
        let Some(old) = &offer.old else { return Ok(None) };
        let back = may_take_rights(&offer.content)
            && outcome.settled == Settled::InForce
            && old.position.epoch < present;
        if !back {
            return Ok(None);
        }
        let lost = match &old.under {
            Some(text) => self.lost(text)?,
            None => None,
        };
        let timeline = self.timeline()?;
        let after = match lost {
            Some(lost) => Some(AfterLoss::of(&lost)),
            None => timeline.after_restore_of(old.position.epoch),
        };
        Ok(after.map(|after| (offer.content.id(), after)))
    }

    /// The checkpoint, if this office signed it and the log does not go on from it.
    fn lost(&mut self, text: &str) -> Result<Option<Checkpoint>, SyncError> {
        let Ok(checkpoint) = Checkpoint::parse(text) else { return Ok(None) };
        let timeline = self.timeline()?;
        let state = timeline.now();
        let key = state.log_key_by_id(checkpoint.key);
        let signed = key.is_some_and(|key| checkpoint.verify(key).is_ok());
        if checkpoint.team != self.team || !signed || self.goes_on_from(&checkpoint)? {
            return Ok(None);
        }
        Ok(Some(checkpoint))
    }

    /// Remembers what came back. Where something is new or earlier than was
    /// known, gives everything that came back, in the order of the log.
    pub(super) fn remember_back(
        &mut self,
        back: &[(EntryId, AfterLoss)],
    ) -> Result<Vec<Recovered>, SyncError> {
        let mut news = false;
        for (id, after) in back {
            let key = format!("{BACK}{id}");
            let known = match self.ledger.note(self.team, &key)? {
                Some(bytes) => Some(AfterLoss::from_bytes(&bytes)?),
                None => None,
            };
            let earliest = known.map_or(*after, |known| known.or(*after));
            if known != Some(earliest) {
                news = true;
                self.ledger.put_note(self.team, &key, &earliest.to_bytes())?;
            }
        }
        if news { self.all_back() } else { Ok(Vec::new()) }
    }

    fn all_back(&mut self) -> Result<Vec<Recovered>, SyncError> {
        let mut all = Vec::new();
        for (key, bytes) in self.ledger.notes(self.team, BACK)? {
            let id = key.strip_prefix(BACK).and_then(|id| id.parse().ok());
            let id: EntryId = id.ok_or(SyncError::Torn("what came back"))?;
            all.push((id, Some(AfterLoss::from_bytes(&bytes)?)));
        }
        let timeline = self.timeline()?;
        recovered(self.ledger, self.team, &timeline, &all)?
            .ok_or(SyncError::Torn("what came back is not in the policy"))
    }

    /// Whether what came back takes the right of a batch that is held because
    /// of what it depends on: then the office does not release it by itself.
    pub(super) fn is_covered(
        &mut self,
        timeline: &Timeline,
        batch: &SignedBatch,
    ) -> Result<bool, SyncError> {
        let by = self.all_back()?;
        if by.is_empty() {
            return Ok(false);
        }
        let kept = super::content::entry(self.ledger, self.team, batch.id())?;
        let Some(place) = kept.place else { return Ok(false) };
        let one = InForce { batch: batch.clone(), place, released_by: None };
        Ok(covered(timeline, &one, &by).is_some())
    }
}
