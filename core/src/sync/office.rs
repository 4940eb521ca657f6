//! The office's side of a round.

use super::SyncError;
use super::bench::{Bench, Dice};
use super::content::enter;
use super::envelope::{REQUEST_LIMIT, deflate, inflate};
use super::judge::Outcome;
use super::message::{Answer, Response};
use super::protocol;
use super::session::Nonce;
use super::timeline::{Timeline, Timelines};
use crate::document::{DeviceId, EntryId, TeamId};
use crate::gate::Gatekeeper;
use crate::ledger::{HeldStatus, Ledger, Place};
use crate::log::codec::{self, Reader};
use crate::log::stream::Stream;
use crate::log::{
    Cause, Checkpoint, CodecError, Content, Context, EpochReason, Hash, LogKey, Position, Record,
    RecordContent, RecordDraft, Signature,
};
use crate::policy::PolicyState;

/// Why the office refuses a whole round. Nothing of it was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoundRefusal {
    /// No such team here.
    #[error("no such team here")]
    UnknownTeam,
    /// The device was never added to the team.
    #[error("no such device in this team")]
    UnknownDevice,
    /// The request is not signed by the device it names.
    #[error("the request's signature is not valid")]
    BadSignature,
    /// The device speaks an older version of the protocol: its app is to be
    /// updated. What waits on it stays there.
    #[error("the app is older than the office and has to be updated")]
    OldApp,
    /// The device speaks a newer version: the office is to be updated.
    #[error("the office is older than the app and has to be updated")]
    OldOffice,
    /// The nonce is too old or not from this office: fetch a new one.
    #[error("the nonce is too old or not from this office")]
    StaleNonce,
}

impl RoundRefusal {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownTeam => "unknown_team",
            Self::UnknownDevice => "unknown_device",
            Self::BadSignature => "bad_signature",
            Self::OldApp => "old_app",
            Self::OldOffice => "old_office",
            Self::StaleNonce => "stale_nonce",
        }
    }
}

/// The office's two secrets.
#[derive(Clone, Copy)]
pub struct OfficeKeys<'k> {
    /// Signs the log.
    pub log: &'k LogKey,
    /// Makes nonces.
    pub secret: &'k [u8; 32],
}

/// An office: everything it remembers between rounds can be made again from
/// the ledger, so any process over the same ledger answers alike.
#[derive(Debug)]
pub struct Office {
    gate: Gatekeeper,
    timelines: Timelines,
}

impl Office {
    /// Keeps documents of at most so many changes in memory, together.
    #[must_use]
    pub fn new(changes: usize) -> Self {
        Self { gate: Gatekeeper::new(changes), timelines: Timelines::default() }
    }

    /// Founds a team with its first two records: epoch 1 and `found`.
    ///
    /// # Errors
    ///
    /// [`SyncError::Torn`] if they are not how a team begins, or it is founded.
    pub fn found(
        &mut self,
        ledger: &mut dyn Ledger,
        records: [&Record; 2],
        log_key: &LogKey,
        now_ms: i64,
    ) -> Result<(), SyncError> {
        let team = records[0].header().team;
        if ledger.head(team)?.is_some() {
            return Err(SyncError::Torn("the team is founded already"));
        }
        let mut timeline = Timeline::default();
        let mut dice = Dice::new([0; 32]);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        for (seq, record) in (0..).zip(records) {
            let place = Place { position: Position { epoch: 1, seq }, received_ms: now_ms };
            timeline.apply(record, place).map_err(|_| SyncError::Torn("not how a team begins"))?;
            bench.append(&record.clone().into(), place)?;
            enter(bench.ledger, team, &Stream::Policy, record.id(), place)?;
        }
        Ok(())
    }

    /// The policy as it is now.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn policy(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
    ) -> Result<PolicyState, SyncError> {
        Ok(self.timelines.of(ledger, team)?.now())
    }

    /// The gate, with the documents it has let something into lately.
    #[must_use]
    pub const fn gate(&self) -> &Gatekeeper {
        &self.gate
    }

    /// Takes in one entry that did not come in a round: a desk's batch, a
    /// record of the operator. Judged like any other.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; a refusal is an [`Outcome`].
    pub fn take(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        content: &Content,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<Outcome, SyncError> {
        let mut dice = Dice::new(seed);
        self.bench(ledger, team, log_key, now_ms, &mut dice).take(content, None)
    }

    /// Writes a record signed by the office: purge, export, seen.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; a refusal is an [`Outcome`].
    pub fn record(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        content: RecordContent,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<(EntryId, Outcome), SyncError> {
        let mut dice = Dice::new(seed);
        let nonce = dice.throw();
        let draft = RecordDraft { team, nonce, issued_ms: now_ms, content, desk: None };
        let record = draft.seal(&[log_key])?;
        let id = record.id();
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        Ok((id, bench.take(&record.into(), None)?))
    }

    /// Begins a new epoch after a restore from a backup.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn announce_restore(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<(), SyncError> {
        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        let last = bench.seal_checkpoint()?;
        bench.begin_epoch(last.epoch + 1, last.to_text(), EpochReason::RestoreAnnounced)
    }

    /// After an upgrade: judges again what an older version did not know.
    /// How many batches came into force.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn judge_newer_again(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<usize, SyncError> {
        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        let mut released = 0;
        for row in bench.ledger.held_with(team, HeldStatus::Held)? {
            if row.cause == u32::from(Cause::Newer.number())
                && let Some(batch) = super::content::batch(bench.ledger, team, row.id)?
                && bench.release_own(&batch)?
            {
                released += 1;
            }
        }
        Ok(released)
    }

    /// A nonce for a device's next request.
    #[must_use]
    pub fn nonce(
        &self,
        keys: OfficeKeys<'_>,
        team: TeamId,
        device: DeviceId,
        now_ms: i64,
    ) -> Nonce {
        Nonce::issue(keys.secret, team, device, now_ms)
    }

    /// The newest checkpoint, signed now if the log has grown.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn checkpoint(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
    ) -> Result<Checkpoint, SyncError> {
        let mut dice = Dice::new([0; 32]);
        self.bench(ledger, team, log_key, 0, &mut dice).seal_checkpoint()
    }

    /// One round: the request as it came over the wire, the answer as it goes
    /// back. Idempotent: the same request again gives the same outcome.
    /// `seed` is 32 random bytes, never used before.
    ///
    /// # Errors
    ///
    /// [`SyncError::Refused`], [`SyncError::Form`] and [`SyncError::TooLarge`]
    /// are refusals; the others are faults.
    pub fn round(
        &mut self,
        ledger: &mut dyn Ledger,
        keys: OfficeKeys<'_>,
        request: &[u8],
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<Vec<u8>, SyncError> {
        let inflated = inflate(request, REQUEST_LIMIT)?;
        let (signed, signature) = signed_parts(&inflated)?;
        let request = protocol::request(signed)?;
        let (team, device) = (request.team, request.device);
        let policy = self.policy(ledger, team)?;
        if policy.team().is_none() {
            return Err(RoundRefusal::UnknownTeam.into());
        }
        let key = &policy.device(device).ok_or(RoundRefusal::UnknownDevice)?.key;
        key.verify(Context::Session, signed, &signature).map_err(|_| RoundRefusal::BadSignature)?;
        if !request.nonce.holds(keys.secret, team, device, now_ms) {
            return Err(RoundRefusal::StaleNonce.into());
        }

        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, keys.log, now_ms, &mut dice);
        bench.notice_rollback(request.checkpoint.as_deref())?;
        let outcomes = bench.take_all(&request.offers)?;
        let checkpoint = bench.seal_checkpoint()?;
        let consistency = bench.consistency(request.checkpoint.as_deref(), &checkpoint)?;
        let receipts = bench.receipts(&outcomes, &checkpoint)?;
        let mut response = Response {
            request: Hash::of(signed),
            office_ms: now_ms,
            nonce: Nonce::issue(keys.secret, team, device, now_ms),
            checkpoint: checkpoint.to_text(),
            consistency,
            receipts,
            answers: outcomes
                .iter()
                .map(|(id, outcome)| Answer { id: *id, settled: outcome.settled })
                .collect(),
            report: None,
            sections: Vec::new(),
            more: false,
            chains: bench.chains(device)?,
        };
        if bench.timeline()?.now().may_read_policy(device, now_ms).is_ok() {
            bench.tell(&request, &mut response)?;
        }
        deflate(&codec::encode(&response))
    }

    fn bench<'b>(
        &'b mut self,
        ledger: &'b mut dyn Ledger,
        team: TeamId,
        log_key: &'b LogKey,
        now_ms: i64,
        dice: &'b mut Dice,
    ) -> Bench<'b> {
        let Self { gate, timelines } = self;
        Bench { ledger, gate, timelines, team, log_key, now_ms, dice }
    }
}

/// Who says that they ask, in a request as it came over the wire. Nothing is
/// verified here; [`Office::round`] does.
///
/// # Errors
///
/// [`SyncError::Form`], [`SyncError::TooLarge`]; [`SyncError::Refused`] for
/// another version of the protocol.
pub fn asker(request: &[u8]) -> Result<(TeamId, DeviceId), SyncError> {
    let inflated = inflate(request, REQUEST_LIMIT)?;
    let (signed, _) = signed_parts(&inflated)?;
    let request = protocol::request(signed)?;
    Ok((request.team, request.device))
}

/// `[body, signature]`
fn signed_parts(bytes: &[u8]) -> Result<(&[u8], Signature), CodecError> {
    let mut reader = Reader::new(bytes);
    reader.array(2, 2)?;
    let body = reader.bytes()?;
    let signature = Signature(reader.fixed()?);
    if reader.position() == bytes.len() { Ok((body, signature)) } else { Err(CodecError::Trailing) }
}
