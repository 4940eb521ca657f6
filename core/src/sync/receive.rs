//! The device's side of a round: what is taken in, and what is believed.

mod belief;
mod outbox;
mod streams;

use super::SyncError;
use super::envelope::{INFLATED_LIMIT, inflate};
use super::message::{Answer, DigestReport, Response};
use super::phone::{Phone, note};
use super::protocol;
use super::request::PULLS_AT_ONCE;
use super::timeline::Timeline;
use crate::document::{DeviceId, EntryId};
use crate::ledger::Ledger;
use crate::log::codec;
use crate::log::stream::{Digest, Stream};
use crate::log::{Checkpoint, Context, DeviceKey, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What of the office's answer does not hold. Nothing of it was taken in; the
/// user is told, for an honest office never says such a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Distrust {
    /// The office's log key is not the one of the pairing code.
    #[error("the office's log key is not the one of the pairing code")]
    LogKey,
    /// The checkpoint is not signed by the log key, or of another team.
    #[error("the checkpoint is not valid")]
    Checkpoint,
    /// The log this device knew is not a beginning of the log now.
    #[error("the log was rewritten")]
    Rewritten,
    /// A receipt does not prove what it says.
    #[error("a receipt is not valid")]
    Receipt,
    /// The signed digests are not valid, or for another device.
    #[error("the signed digests are not valid")]
    Digests,
    /// A policy record may not stand where the office says.
    #[error("a record of the policy is not valid")]
    Policy,
    /// An entry's signature or its writer's right does not hold.
    #[error("an entry is not valid")]
    Entry,
    /// A body is missing that no purge has removed.
    #[error("a body was withheld")]
    Withheld,
}

impl Distrust {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LogKey => "log_key",
            Self::Checkpoint => "bad_checkpoint",
            Self::Rewritten => "log_rewritten",
            Self::Receipt => "bad_receipt",
            Self::Digests => "bad_digests",
            Self::Policy => "bad_policy",
            Self::Entry => "bad_entry",
            Self::Withheld => "body_withheld",
        }
    }
}

/// What a round brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Not an answer to the last request: nothing was taken in.
    pub stale: bool,
    /// Another round would bring or send more.
    pub more: bool,
    /// Documents and the policy that changed: rebuild their views.
    pub changed: BTreeSet<Stream>,
    /// This store is not the newest life of the device, or its chain broke:
    /// begin a new incarnation with [`Phone::write_again`].
    pub new_incarnation: bool,
    /// The office began a new epoch.
    pub new_epoch: bool,
    /// What became of what was offered.
    pub answers: Vec<Answer>,
    /// The office's clock (ms), as evidence.
    pub office_ms: i64,
}

/// One answer being taken in.
struct Intake<'i> {
    phone: &'i mut Phone,
    ledger: &'i mut dyn Ledger,
    timeline: Arc<Timeline>,
    /// The answer's checkpoint.
    under: String,
    /// Epoch of the answer's checkpoint.
    epoch: u32,
    new_epoch: bool,
    told: BTreeMap<Stream, Digest>,
    received: Received,
    /// Offered again, and not let in yet.
    waiting: Vec<EntryId>,
}

impl Phone {
    /// Takes in the office's answer, in the caller's transaction: verified
    /// first, all or nothing.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; the caller's transaction is to be undone then.
    pub fn take_response(
        &mut self,
        ledger: &mut dyn Ledger,
        key: &DeviceKey,
        wire: &[u8],
    ) -> Result<Received, SyncError> {
        let response = protocol::response(&inflate(wire, INFLATED_LIMIT)?)?;
        let asked = ledger.note(self.team, note::REQUEST)?;
        if asked.as_deref() != Some(response.request.bytes().as_slice()) {
            return Ok(Received { stale: true, more: true, ..Received::default() });
        }
        ledger.delete_note(self.team, note::REQUEST)?;
        let report = response
            .report
            .as_ref()
            .map(|(bytes, _)| codec::decode::<DigestReport>(bytes))
            .transpose()?;
        let pulled: BTreeSet<Stream> = self
            .wants(ledger)?
            .into_iter()
            .take(PULLS_AT_ONCE - 1)
            .map(|(stream, _)| stream)
            .collect();
        let told = report.iter().flat_map(|report| report.digests.iter().copied()).collect();
        let timeline = self.timeline(ledger)?;
        let mut intake = Intake {
            phone: self,
            ledger,
            timeline,
            under: response.checkpoint.clone(),
            epoch: 0,
            new_epoch: false,
            told,
            received: Received { office_ms: response.office_ms, ..Received::default() },
            waiting: Vec::new(),
        };
        intake.checkpoint(&response)?;
        intake.report(&response, report.as_ref(), key.device())?;
        intake.sections(&response, &pulled)?;
        intake.tell_what_stood()?;
        intake.receipts(&response)?;
        intake.answers(&response)?;
        intake.own_chains(&response, key.device())?;
        intake.settle(report.as_ref(), key.device())?;
        intake.wants(&pulled)?;
        if let Some(report) = &report {
            let cursor = codec::encode(&report.cursor);
            intake.ledger.put_note(intake.phone.team, note::CURSOR, &cursor)?;
        }
        let (mut received, waiting) = (intake.received, intake.waiting);
        received.answers = response.answers;
        self.take_nonce(ledger, response.nonce)?;
        ledger.put_note(self.team, note::OFFICE_MS, &response.office_ms.to_be_bytes())?;
        ledger.put_note(self.team, note::TOLD, &[u8::from(report.is_some())])?;
        for id in waiting {
            self.wait_for_news(ledger, id, report.is_some().then_some(key.device()))?;
        }
        let answered: BTreeSet<EntryId> = received.answers.iter().map(|answer| answer.id).collect();
        received.more = response.more
            || !self.wants(ledger)?.is_empty()
            || self.unsent(ledger)?.iter().any(|row| !answered.contains(&row.id));
        Ok(received)
    }
}

impl Intake<'_> {
    /// Policy first, then the checkpoint it vouches for.
    fn checkpoint(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let ours = match self.ledger.last_checkpoint(team)? {
            Some((_, _, text)) => {
                Some(Checkpoint::parse(&text).map_err(|_| SyncError::Torn("a kept checkpoint"))?)
            }
            None => None,
        };
        let theirs = Checkpoint::parse(&response.checkpoint).map_err(|_| Distrust::Checkpoint)?;
        self.epoch = theirs.epoch;
        self.new_epoch = ours.as_ref().is_some_and(|ours| ours.epoch < theirs.epoch);
        let first = self.timeline.is_empty();
        for section in &response.sections {
            if section.stream == Stream::Policy {
                self.policy(section)?;
            }
        }
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        if first && *log_key != self.phone.pinned {
            return Err(Distrust::LogKey.into());
        }
        if theirs.team != team || theirs.verify(log_key).is_err() {
            return Err(Distrust::Checkpoint.into());
        }
        if let Some(ours) = ours {
            let one_epoch = (ours.epoch, ours.epoch_nonce) == (theirs.epoch, theirs.epoch_nonce);
            let holds = if one_epoch {
                let proof = response.consistency.as_deref().ok_or(Distrust::Rewritten)?;
                tree::verify_consistency(
                    (ours.size, &ours.root),
                    (theirs.size, &theirs.root),
                    proof,
                )
                .is_ok()
            } else {
                theirs.epoch > ours.epoch
            };
            if !holds {
                return Err(Distrust::Rewritten.into());
            }
        }
        self.ledger.put_checkpoint(team, theirs.epoch, theirs.size, &response.checkpoint)?;
        if self.new_epoch {
            self.received.new_epoch = true;
            // Everything is compared again; what the office lost shows.
            for (stream, state) in
                self.ledger.streams_since(team, crate::log::Position::new(0, 0), usize::MAX)?
            {
                self.want(&codec::decode(&stream)?, state.count)?;
            }
        }
        Ok(())
    }

    fn report(
        &mut self,
        response: &Response,
        report: Option<&DigestReport>,
        device: DeviceId,
    ) -> Result<(), SyncError> {
        let (Some(report), Some((bytes, signature))) = (report, &response.report) else {
            return Ok(());
        };
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        let signed = log_key.verify(Context::Stream, bytes, signature).is_ok();
        if signed && report.team == self.phone.team && report.device == device {
            Ok(())
        } else {
            Err(Distrust::Digests.into())
        }
    }
}
