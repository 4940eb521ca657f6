//! The state of a team's policy, built record by record; each record is judged
//! by the state before it.

use super::member::{Device, Member};
use super::refusal::PolicyError;
use super::signers::verify_by;
use crate::document::{DeviceId, PersonId, TeamId};
use crate::log::{EpochReason, KeyId, Operation, Position, PublicKey, Record, RecordContent};
use imbl::OrdMap;
use std::sync::Arc;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Inner {
    pub(super) team: Option<TeamId>,
    /// The first entry, until founding tells the key that must have signed it.
    pub(super) opening: Option<Record>,
    pub(super) epoch: u32,
    pub(super) entries: u64,
    pub(super) log_key: Option<PublicKey>,
    pub(super) old_log_keys: OrdMap<KeyId, PublicKey>,
    pub(super) members: OrdMap<PersonId, Member>,
    pub(super) devices: OrdMap<DeviceId, Device>,
    pub(super) trusted: Option<PersonId>,
    pub(super) shares_rota: bool,
}

/// What all policy and epoch records up to a position say. A copy costs
/// nothing, and two states share all that is alike in them; so a state can be
/// kept for any position of a large team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyState {
    pub(super) inner: Arc<Inner>,
}

impl PolicyState {
    /// Before the first entry.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The team; `None` before the first entry.
    #[must_use]
    pub fn team(&self) -> Option<TeamId> {
        self.inner.team
    }

    /// Number of the current epoch; 0 before the first entry.
    #[must_use]
    pub fn epoch(&self) -> u32 {
        self.inner.epoch
    }

    /// How many entries the stream `policy` has: what batches call `policy_seen`.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.inner.entries
    }

    /// The office's log key; `None` before founding.
    #[must_use]
    pub fn log_key(&self) -> Option<&PublicKey> {
        self.inner.log_key.as_ref()
    }

    /// A log key that is or was this office's, for what was signed back then.
    #[must_use]
    pub fn log_key_by_id(&self, id: KeyId) -> Option<&PublicKey> {
        self.log_key().filter(|key| key.id() == id).or_else(|| self.inner.old_log_keys.get(&id))
    }

    /// Whether the office signed this with a log key that is no longer in force.
    #[must_use]
    pub fn is_by_a_former_log_key(&self, record: &Record) -> bool {
        record.signatures().iter().any(|(key, _)| self.inner.old_log_keys.contains_key(key))
            && !matches!(record.content(), RecordContent::Policy(Operation::LogKey { .. }))
    }

    /// Everybody who is or was a member.
    pub fn members(&self) -> impl Iterator<Item = (PersonId, &Member)> {
        self.inner.members.iter().map(|(person, member)| (*person, member))
    }

    /// Somebody who is or was a member.
    #[must_use]
    pub fn member(&self, person: PersonId) -> Option<&Member> {
        self.inner.members.get(&person)
    }

    /// Every device that was ever added.
    pub fn devices(&self) -> impl Iterator<Item = (DeviceId, &Device)> {
        self.inner.devices.iter().map(|(id, device)| (*id, device))
    }

    /// A device that was ever added.
    #[must_use]
    pub fn device(&self, id: DeviceId) -> Option<&Device> {
        self.inner.devices.get(&id)
    }

    /// Who may help the employer back in.
    #[must_use]
    pub fn trusted(&self) -> Option<PersonId> {
        self.inner.trusted
    }

    /// Whether every assistant sees the rota of all.
    #[must_use]
    pub fn shares_rota(&self) -> bool {
        self.inner.shares_rota
    }

    /// Whether a record may stand at this position: team, place, signatures,
    /// rights of the signers, and whether what it says is possible.
    ///
    /// # Errors
    ///
    /// [`PolicyError`]
    pub fn check(
        &self,
        record: &Record,
        position: Position,
        received_ms: i64,
    ) -> Result<(), PolicyError> {
        self.clone().apply(record, position, received_ms)
    }

    /// Takes a record in, whatever its type; only policy and epoch records
    /// change the state. On an error nothing has changed.
    ///
    /// # Errors
    ///
    /// [`PolicyError`]
    pub fn apply(
        &mut self,
        record: &Record,
        position: Position,
        received_ms: i64,
    ) -> Result<(), PolicyError> {
        if self.inner.team.is_some_and(|team| team != record.header().team) {
            return Err(PolicyError::WrongTeam);
        }
        match record.content() {
            RecordContent::Epoch { number, reason, .. } => {
                self.open_epoch(record, *number, *reason, position)
            }
            RecordContent::Policy(operation) => {
                self.check_place(position)?;
                let founds = matches!(operation, Operation::Found { .. });
                if founds && self.inner.opening.is_some() && position != Position::new(1, 1) {
                    return Err(PolicyError::WrongPlace);
                }
                self.check_signers(record, received_ms)?;
                let mut next = (*self.inner).clone();
                next.carry_out(operation, received_ms)?;
                next.entries += 1;
                self.inner = Arc::new(next);
                Ok(())
            }
            RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. } => {
                self.check_place(position)?;
                self.check_signers(record, received_ms)
            }
        }
    }

    /// This state as if these operations had stood before it too, whoever signed
    /// them; what is not possible here is passed over.
    #[must_use]
    pub fn with<'o>(
        &self,
        operations: impl IntoIterator<Item = &'o Operation>,
        received_ms: i64,
    ) -> Self {
        let mut state = self.clone();
        for operation in operations {
            let mut next = (*state.inner).clone();
            if next.carry_out(operation, received_ms).is_ok() {
                state.inner = Arc::new(next);
            }
        }
        state
    }

    fn check_place(&self, position: Position) -> Result<(), PolicyError> {
        if self.inner.epoch == 0 {
            Err(PolicyError::NotFounded)
        } else if position.epoch != self.inner.epoch || position.seq == 0 {
            Err(PolicyError::WrongPlace)
        } else {
            Ok(())
        }
    }

    fn open_epoch(
        &mut self,
        record: &Record,
        number: u32,
        reason: EpochReason,
        position: Position,
    ) -> Result<(), PolicyError> {
        let follows = number > self.inner.epoch
            && position == Position::new(number, 0)
            && (reason == EpochReason::Founded) == (number == 1);
        if !follows {
            return Err(PolicyError::WrongPlace);
        }
        if number > 1 {
            let key = self.inner.log_key.as_ref().ok_or(PolicyError::NotFounded)?;
            verify_by(record, key)?;
        }
        let inner = Arc::make_mut(&mut self.inner);
        if number == 1 {
            inner.opening = Some(record.clone());
            inner.team = Some(record.header().team);
        }
        inner.epoch = number;
        inner.entries += 1;
        Ok(())
    }
}
