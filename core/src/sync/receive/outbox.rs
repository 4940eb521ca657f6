//! The outbox: what is proven to be at the office, and what is to be sent again.

use super::{Distrust, Intake};
use crate::document::{DeviceId, EntryId};
use crate::ledger::{HeldRow, HeldStatus, Waiting};
use crate::log::stream::Stream;
use crate::log::{Cause, Content};
use crate::sync::SyncError;
use crate::sync::content::{batch as batch_of, content_of, entry, name};
use crate::sync::message::{Answer, DigestReport, Response, Settled};
use crate::sync::phone::note;
use std::collections::{BTreeMap, BTreeSet};

impl Intake<'_> {
    pub(super) fn receipts(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for receipts in &response.receipts {
            let checkpoint = receipts.verify(log_key).map_err(|_| Distrust::Receipt)?;
            if checkpoint.team != team {
                return Err(Distrust::Receipt.into());
            }
            for (id, _) in receipts.positions(checkpoint.epoch) {
                if waiting.contains(&id) {
                    // Proven now, whatever epoch it stands in.
                    self.ledger.put_receipt(team, id, self.epoch.max(checkpoint.epoch))?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn answers(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let waiting: BTreeMap<EntryId, Waiting> =
            self.ledger.outbox(team)?.into_iter().map(|row| (row.id, row.why)).collect();
        for Answer { id, settled } in &response.answers {
            let Some(why) = waiting.get(id) else { continue };
            let own = *why == Waiting::Own;
            match settled {
                Settled::InForce => {}
                Settled::Held(cause) | Settled::Declined(cause) => {
                    let status = match settled {
                        Settled::Declined(_) => HeldStatus::Refused,
                        Settled::Held(_)
                        | Settled::InForce
                        | Settled::Refused(_)
                        | Settled::NotAllowed
                        | Settled::Never => HeldStatus::Held,
                    };
                    let row = HeldRow { id: *id, cause: u32::from(cause.number()), status };
                    self.ledger.put_held(team, row)?;
                    self.received.new_incarnation |= *cause == Cause::Fork && own;
                }
                // The office is behind in this chain: sent again from there.
                Settled::Refused(Cause::Gap | Cause::NewerFormat) => {}
                Settled::Refused(Cause::Depends) if own => {}
                Settled::Refused(_) if own => {
                    self.ledger.enqueue(team, *id, Waiting::Refused, None)?;
                    self.received.new_incarnation = true;
                }
                Settled::NotAllowed if own => self.ledger.dequeue(team, *id)?,
                // Kept here; the office has said that it will never take it.
                Settled::Never | Settled::Refused(Cause::BadSignature | Cause::WrongTeam) => {
                    self.ledger.dequeue(team, *id)?;
                    self.phone.forget_first_place(self.ledger, *id)?;
                }
                // Offered again when what it hangs on may have come back.
                Settled::Refused(_) | Settled::NotAllowed => self.waiting.push(*id),
            }
        }
        Ok(())
    }

    /// Compares this device's chains with what the office has of them.
    pub(super) fn own_chains(
        &mut self,
        response: &Response,
        device: DeviceId,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        let present = self.phone.incarnation(self.ledger)?;
        let theirs: BTreeMap<_, _> =
            response.chains.iter().map(|(incarnation, n, id)| (*incarnation, (*n, *id))).collect();
        let ours: BTreeMap<_, _> = self.ledger.chains(team, device)?.into_iter().collect();
        if let Some(present) = present
            && let Some((n, id)) = theirs.get(&present)
            && self.ledger.link(team, device, present, *n)? != Some(*id)
        {
            // The office knows more of this life than this store does.
            self.received.new_incarnation = true;
        }
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for (incarnation, last) in ours {
            let from = match theirs.get(&incarnation) {
                None => 0,
                Some((n, id)) if self.ledger.link(team, device, incarnation, *n)? == Some(*id) => {
                    *n
                }
                Some((n, _)) => {
                    self.refuse_after(device, incarnation, *n)?;
                    self.offer_branch_again(device, incarnation, last.n)?;
                    continue;
                }
            };
            for n in from + 1..=last.n {
                let Some(id) = self.ledger.link(team, device, incarnation, n)? else { continue };
                let mark = format!("{}{id}", note::REWRITTEN);
                if !waiting.contains(&id) && self.ledger.note(team, &mark)?.is_none() {
                    self.ledger.enqueue(team, id, Waiting::Own, None)?;
                }
            }
        }
        Ok(())
    }

    /// The office's chain is not ours. What it once held of ours beside its own
    /// chain is in no stream, so a restored office gets it from here or never.
    pub(super) fn offer_branch_again(
        &mut self,
        device: DeviceId,
        incarnation: crate::document::Incarnation,
        last: u64,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for n in 1..=last {
            let Some(id) = self.ledger.link(team, device, incarnation, n)? else { continue };
            let Some(epoch) = self.ledger.receipt(team, id)? else { continue };
            if epoch < self.epoch && !waiting.contains(&id) {
                // Of its old position only the epoch is known here.
                let old = Some(crate::log::Position { epoch, seq: 0 });
                self.ledger.enqueue(team, id, Waiting::Reoffer, old)?;
            }
        }
        Ok(())
    }

    /// The chain went another way at `n`: what waits after it is written again.
    pub(super) fn refuse_after(
        &mut self,
        device: DeviceId,
        incarnation: crate::document::Incarnation,
        n: u64,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        for row in self.ledger.outbox(team)? {
            let Some(batch) = batch_of(self.ledger, team, row.id)? else { continue };
            let header = batch.header();
            let same = header.device == device && header.incarnation == incarnation;
            if same && header.n > n && row.why == Waiting::Own {
                self.ledger.enqueue(team, row.id, Waiting::Refused, None)?;
                self.received.new_incarnation = true;
            }
        }
        Ok(())
    }

    /// Forgets from the outbox what has a proven receipt and is where it belongs.
    pub(super) fn settle(
        &mut self,
        report: Option<&DigestReport>,
        device: DeviceId,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        let policy = self.timeline.now();
        let now_ms = self.received.office_ms;
        for row in self.ledger.outbox(team)? {
            if self.ledger.receipt(team, row.id)? != Some(self.epoch) {
                continue;
            }
            let there = match content_of(&entry(self.ledger, team, row.id)?)? {
                Content::Record(_) => true,
                Content::Batch(batch) => {
                    let stream = name(&Stream::Document(batch.header().about));
                    let held = self.ledger.held(team, row.id)?;
                    let readable =
                        batch.header().about.document().is_some_and(|document| {
                            policy.may_read(device, &document, now_ms).is_ok()
                        });
                    report.is_none()
                        || !readable
                        || held.is_some_and(|row| row.status != HeldStatus::Released)
                        || self.ledger.is_member(team, &stream, row.id)?
                }
            };
            if there {
                self.ledger.dequeue(team, row.id)?;
                self.ledger.delete_note(team, &format!("{}{}", note::WAITS, row.id))?;
            }
        }
        Ok(())
    }
}
