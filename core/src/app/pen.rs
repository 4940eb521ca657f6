//! The two pens: a phone's and the office's desk's.

use super::acting::{PRESENT, Pen};
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, Incarnation, TeamId};
use crate::ledger::{Ledger, Position};
use crate::log::codec;
use crate::log::stream::Stream;
use crate::log::{ChainHead, Content, Desk, DeviceKey, Draft, LogKey, SignedBatch};
use crate::policy::PolicyState;
use crate::sync::{Office, Phone, Settled, Standing, Writing};

/// A phone's pen: a batch waits in the outbox until its receipt is proven.
pub struct PhonePen<'a> {
    /// The phone's side of the conversation.
    pub phone: &'a mut Phone,
    /// The device's key.
    pub key: &'a DeviceKey,
}

impl Pen for PhonePen<'_> {
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError> {
        if self.phone.unread(ledger, document)? > 0 {
            return Err(Refusal::Newer.into());
        }
        let batches = self.phone.batches(ledger, document)?;
        Ok(batches
            .into_iter()
            .filter(|batch| batch.standing != Standing::Declined)
            .map(|batch| batch.batch)
            .collect())
    }

    fn put_down(&mut self, ledger: &mut dyn Ledger, writing: Writing) -> Result<(), AppError> {
        self.phone.write(ledger, writing, self.key)?;
        Ok(())
    }
}

/// The pen of the office's desk: a batch is signed for a person, judged like
/// any other, and placed at once.
pub struct DeskPen<'a> {
    /// The office.
    pub office: &'a mut Office,
    /// The team.
    pub team: TeamId,
    /// The desk device's key.
    pub key: &'a DeviceKey,
    /// The present life of the desk.
    pub incarnation: Incarnation,
    /// For whom, and how they were known.
    pub desk: Desk,
    /// Signs the log.
    pub log_key: &'a LogKey,
    /// The office's clock, in ms since 1970.
    pub now_ms: i64,
    /// Makes nonces of records; random.
    pub seed: [u8; 32],
}

impl Pen for DeskPen<'_> {
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError> {
        Ok(crate::sync::in_force(ledger, self.team, &Stream::from(document))?)
    }

    fn policy(&mut self, ledger: &mut dyn Ledger, team: TeamId) -> Result<PolicyState, AppError> {
        Ok(self.office.policy(ledger, team)?)
    }

    fn reads_log_before(&self) -> Option<Position> {
        Some(PRESENT)
    }

    fn put_down(&mut self, ledger: &mut dyn Ledger, writing: Writing) -> Result<(), AppError> {
        let policy = ledger.stream(self.team, &codec::encode(&Stream::Policy))?;
        let head = ledger
            .last_link(self.team, self.key.device(), self.incarnation)?
            .map_or(ChainHead::START, |link| ChainHead::after(link.n, link.id));
        let draft = Draft {
            team: self.team,
            document: writing.document,
            incarnation: self.incarnation,
            act: writing.act,
            policy_seen: policy.map_or(0, |state| state.count),
            clock: writing.clock,
            app: writing.app,
            desk: Some(self.desk.clone()),
            schema: 1,
            changes: writing.changes,
        };
        let batch = draft.seal(head, self.key)?;
        let content = Content::from(batch);
        let turn = (self.now_ms, self.seed);
        let outcome = self.office.take(ledger, self.team, &content, self.log_key, turn)?;
        match outcome.settled {
            Settled::InForce => Ok(()),
            // The caller's transaction is undone, so nothing is left of it.
            _ => Err(Refusal::NoRight.into()),
        }
    }
}
