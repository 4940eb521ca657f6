//! The policy at every position: replayed from its stream.

use super::SyncError;
use super::content::{content_of, digest_at, entry, name};
use crate::document::{EntryId, TeamId};
use crate::ledger::{Ledger, Place};
use crate::log::stream::Stream;
use crate::log::{Checkpoint, Content, Position, Record, RecordContent};
use crate::policy::{PolicyError, PolicyState};
use std::collections::HashMap;
use std::sync::Arc;

/// Policy and epoch records in order, and the state after each.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    steps: Vec<Step>,
    epochs: Vec<EpochBegun>,
}

/// One record, and the state after it.
#[derive(Clone, PartialEq, Eq)]
struct Step {
    position: Position,
    id: EntryId,
    state: PolicyState,
}

#[derive(Clone, PartialEq, Eq)]
struct EpochBegun {
    number: u32,
    nonce: [u8; 8],
    received_ms: i64,
    /// `received` of the last checkpoint known of the log before a restore.
    known_ms: Option<i64>,
}

/// What came in after a restore had lost something: everything in epochs from
/// `first` on, and everything received later than `known_ms`, the last that is
/// known of the log that was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AfterLoss {
    first: u32,
    known_ms: i64,
}

impl AfterLoss {
    /// Behind a checkpoint of the log that was lost. What both logs share was
    /// received up to then, what came in behind the restore later.
    pub(super) const fn of(lost: &Checkpoint) -> Self {
        Self { first: lost.epoch.saturating_add(1), known_ms: lost.received_ms }
    }

    /// What is after the one or the other.
    pub(super) fn or(self, other: Self) -> Self {
        let (first, known_ms) = (self.first.min(other.first), self.known_ms.min(other.known_ms));
        Self { first, known_ms }
    }

    pub(super) const fn contains(&self, place: Place) -> bool {
        place.position.epoch >= self.first || place.received_ms > self.known_ms
    }

    pub(super) fn to_bytes(self) -> Vec<u8> {
        [&self.first.to_be_bytes()[..], &self.known_ms.to_be_bytes()].concat()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, SyncError> {
        let torn = || SyncError::Torn("what came back");
        let (first, known_ms) = bytes.split_at_checked(4).ok_or_else(torn)?;
        Ok(Self {
            first: first.try_into().map(u32::from_be_bytes).map_err(|_| torn())?,
            known_ms: known_ms.try_into().map(i64::from_be_bytes).map_err(|_| torn())?,
        })
    }
}

impl std::fmt::Debug for Timeline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Timeline").field("records", &self.steps.len()).finish_non_exhaustive()
    }
}

impl Timeline {
    /// From the ledger's stream `policy`.
    ///
    /// # Errors
    ///
    /// [`SyncError::Torn`] if the stream cannot be replayed.
    pub fn load(ledger: &mut dyn Ledger, team: TeamId) -> Result<Self, SyncError> {
        let mut timeline = Self::default();
        timeline.go_on(ledger, team)?;
        Ok(timeline)
    }

    /// Takes in what the ledger's stream has behind the records known here.
    fn go_on(&mut self, ledger: &mut dyn Ledger, team: TeamId) -> Result<(), SyncError> {
        let known = u64::try_from(self.len()).unwrap_or(u64::MAX);
        for member in ledger.members(team, &name(&Stream::Policy), known, usize::MAX)? {
            let kept = entry(ledger, team, member.id)?;
            let Content::Record(record) = content_of(&kept)? else {
                return Err(SyncError::Torn("a batch in the stream of the policy"));
            };
            self.apply(&record, member.place)
                .map_err(|_| SyncError::Torn("the policy cannot be replayed"))?;
        }
        Ok(())
    }

    /// Takes in the next policy or epoch record.
    ///
    /// # Errors
    ///
    /// [`PolicyError`]: it may not stand there. Nothing has changed then.
    pub fn apply(&mut self, record: &Record, place: Place) -> Result<(), PolicyError> {
        let mut state = self.now();
        state.apply(record, place.position, place.received_ms)?;
        if let RecordContent::Epoch { number, nonce, checkpoint, .. } = record.content() {
            let known = checkpoint.as_deref().and_then(|text| Checkpoint::parse(text).ok());
            let known_ms = known.map(|known| known.received_ms);
            let (number, nonce, received_ms) = (*number, *nonce, place.received_ms);
            self.epochs.push(EpochBegun { number, nonce, received_ms, known_ms });
        }
        self.steps.push(Step { position: place.position, id: record.id(), state });
        Ok(())
    }

    /// The state after everything known.
    #[must_use]
    pub fn now(&self) -> PolicyState {
        self.steps.last().map_or_else(PolicyState::new, |step| step.state.clone())
    }

    /// The state before `position`.
    #[must_use]
    pub fn before(&self, position: Position) -> PolicyState {
        let index = self.steps.partition_point(|step| step.position < position);
        match index.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(step) => step.state.clone(),
            None => PolicyState::new(),
        }
    }

    /// How many records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether the team is not founded yet, as far as is known here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Nonce of the present epoch.
    #[must_use]
    pub fn epoch_nonce(&self) -> Option<[u8; 8]> {
        self.epochs.last().map(|epoch| epoch.nonce)
    }

    /// Whether there was an epoch of this number and nonce.
    #[must_use]
    pub fn knows_epoch(&self, number: u32, nonce: [u8; 8]) -> bool {
        self.epochs.iter().any(|epoch| (epoch.number, epoch.nonce) == (number, nonce))
    }

    /// Where a policy or epoch record stands; `None` if it is not in the stream.
    pub(super) fn position_of(&self, record: EntryId) -> Option<Position> {
        self.steps.iter().rev().find(|step| step.id == record).map(|step| step.position)
    }

    /// What came in after the first restore behind this epoch.
    pub(super) fn after_restore_of(&self, epoch: u32) -> Option<AfterLoss> {
        let begun = self.epochs.iter().find(|begun| begun.number > epoch)?;
        Some(AfterLoss { first: begun.number, known_ms: begun.known_ms? })
    }

    /// No entry of an earlier epoch came in after this loss.
    pub(super) fn first_epoch_after(&self, loss: AfterLoss) -> u32 {
        let begun = self.epochs.iter().rev().find(|begun| begun.received_ms <= loss.known_ms);
        begun.map_or(0, |begun| begun.number).min(loss.first)
    }

    /// Position of the last record that is not an epoch's beginning or any.
    #[must_use]
    pub fn last_change(&self) -> Option<Position> {
        self.steps.last().map(|step| step.position)
    }
}

/// Timelines kept in memory, each tied to the digest of the stream it stands for.
#[derive(Debug, Default)]
pub(super) struct Timelines {
    kept: HashMap<TeamId, ([u8; 32], Arc<Timeline>)>,
}

impl Timelines {
    /// The timeline as the ledger has it now. What was kept goes on from where
    /// it stands; only what is no beginning of the stream is replayed.
    pub(super) fn of(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
    ) -> Result<Arc<Timeline>, SyncError> {
        let stream = name(&Stream::Policy);
        let Some(state) = ledger.stream(team, &stream)? else {
            return Ok(Arc::default());
        };
        let (at, mut timeline) = self.kept.remove(&team).unwrap_or_default();
        if at != state.hash {
            let known = u64::try_from(timeline.len()).unwrap_or(u64::MAX);
            if !begins_with(ledger, team, known, at)? {
                timeline = Arc::default();
            }
            Arc::make_mut(&mut timeline).go_on(ledger, team)?;
        }
        self.kept.insert(team, (state.hash, Arc::clone(&timeline)));
        Ok(timeline)
    }
}

/// Whether the stream `policy` has this hash after its first `count` members.
fn begins_with(
    ledger: &mut dyn Ledger,
    team: TeamId,
    count: u64,
    hash: [u8; 32],
) -> Result<bool, SyncError> {
    if count == 0 {
        return Ok(true);
    }
    let digest = digest_at(ledger, team, &Stream::Policy, count)?;
    Ok(digest.is_some_and(|digest| *digest.hash.bytes() == hash))
}
