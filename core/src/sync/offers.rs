//! The offers of a round: in which order they are taken in, and what came back
//! after a restore (`docs/sync-protocol.md` §§ 10–11).

use super::SyncError;
use super::bench::Bench;
use super::judge::Outcome;
use super::message::Offer;
use crate::document::EntryId;
use crate::log::{Content, Position, RecordContent};

/// Policy first, then purges, then the rest in the order it once stood in;
/// what is new comes last, in the order it was offered.
fn rank(offer: &Offer) -> (u8, Position, bool) {
    const LAST: Position = Position { epoch: u32::MAX, seq: u64::MAX };
    let class = match &offer.content {
        Content::Batch(_) => 2,
        Content::Record(record) => match record.content() {
            RecordContent::Policy(_) | RecordContent::Epoch { .. } => 0,
            RecordContent::Purge { .. } => 1,
            RecordContent::Verdict { .. }
            | RecordContent::Export { .. }
            | RecordContent::Withdrawal { .. }
            | RecordContent::Seen { .. } => 2,
        },
    };
    // A batch before the verdict that released it.
    let is_record = matches!(offer.content, Content::Record(_));
    let old = offer.old.as_ref().map_or(LAST, |old| old.position);
    (class, old, is_record && class == 2)
}

impl Bench<'_> {
    pub(super) fn take_all(
        &mut self,
        offers: &[Offer],
    ) -> Result<Vec<(EntryId, Outcome)>, SyncError> {
        let mut order: Vec<&Offer> = offers.iter().collect();
        order.sort_by_key(|offer| rank(offer));
        let mut outcomes = Vec::new();
        let mut back = Vec::new();
        let policies = order.partition_point(|offer| rank(offer).0 == 0);
        for offer in &order[..policies] {
            let outcome = self.take_offer(offer)?;
            outcomes.push((offer.content.id(), outcome));
            back.extend(self.came_back(offer, outcome)?);
        }
        self.judge_again(&back)?;
        for offer in &order[policies..] {
            outcomes.push((offer.content.id(), self.take_offer(offer)?));
        }
        Ok(outcomes)
    }

    fn take_offer(&mut self, offer: &Offer) -> Result<Outcome, SyncError> {
        self.take(&offer.content, offer.old.as_ref().map(|old| old.position))
    }
}
