//! The state of a team's policy, built record by record; each record is judged
//! by the state before it.

use super::rights::{Denied, desk_fits};
use super::table::{self, Signers};
use crate::document::{DeviceId, PersonId, TeamId};
use crate::log::{
    DeviceForm, EpochReason, KeyId, Operation, Position, PublicKey, Record, RecordContent, Role,
    Topic,
};
use imbl::OrdMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why a record is not taken into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Issued for another team.
    #[error("of another team")]
    WrongTeam,
    /// The team is not founded yet, or this is not how a team begins.
    #[error("the team is not founded")]
    NotFounded,
    /// The team is founded already.
    #[error("the team is founded already")]
    AlreadyFounded,
    /// Not at the place where such a record stands, or of an epoch that does not follow.
    #[error("not at the place where such a record stands")]
    WrongPlace,
    /// The signer is no device or log key of this team.
    #[error("signed by an unknown key")]
    UnknownSigner,
    /// The signer's device was revoked.
    #[error("signed by a revoked device")]
    RevokedSigner,
    /// A signature does not fit.
    #[error("the signature is not valid")]
    BadSignature,
    /// The signer may not sign such a record.
    #[error("the signer may not do this")]
    NotAllowed,
    /// The signer could have, until a date that has passed.
    #[error("the signer's right has ended")]
    Expired,
    /// The desk statement does not fit the signing device.
    #[error("the desk statement does not fit the device")]
    Desk,
    /// The person has no such role and never had, or none at all.
    #[error("not a member in this role")]
    NotAMember,
    /// The device was never added.
    #[error("no such device")]
    NoSuchDevice,
    /// The key is in use, or was.
    #[error("the key is or was in use")]
    KeyInUse,
    /// The team would be left without an employer.
    #[error("the team would be left without an employer")]
    LastEmployer,
}

impl PolicyError {
    /// Whether such a record can never be let in, whatever comes later.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::WrongTeam
            | Self::AlreadyFounded
            | Self::WrongPlace
            | Self::RevokedSigner
            | Self::Desk
            | Self::KeyInUse => true,
            Self::NotFounded
            | Self::UnknownSigner
            | Self::BadSignature
            | Self::NotAllowed
            | Self::Expired
            | Self::NotAMember
            | Self::NoSuchDevice
            | Self::LastEmployer => false,
        }
    }

    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongTeam => "wrong_team",
            Self::NotFounded => "not_founded",
            Self::AlreadyFounded => "already_founded",
            Self::WrongPlace => "wrong_place",
            Self::UnknownSigner => "unknown_signer",
            Self::RevokedSigner => "revoked_signer",
            Self::BadSignature => "bad_signature",
            Self::NotAllowed => "not_allowed",
            Self::Expired => "expired",
            Self::Desk => "desk",
            Self::NotAMember => "not_a_member",
            Self::NoSuchDevice => "no_such_device",
            Self::KeyInUse => "key_in_use",
            Self::LastEmployer => "last_employer",
        }
    }
}

/// A person's roles and grants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Roles not taken away, with their end in ms by the office's clock.
    pub roles: BTreeMap<Role, Option<i64>>,
    /// Every role this person ever had.
    pub ever: BTreeSet<Role>,
    /// Topics not taken back, with their end in ms by the office's clock.
    pub grants: BTreeMap<Topic, i64>,
}

impl Member {
    /// When the role ends (`i64::MAX`: open); `None` without the role.
    pub(super) fn role_ends(&self, role: Role) -> Option<i64> {
        self.roles.get(&role).map(|until| until.unwrap_or(i64::MAX))
    }

    /// When the topic ends for a deputy; `None` without role or grant.
    pub(super) fn topic_ends(&self, topic: Topic) -> Option<i64> {
        Some(*self.grants.get(&topic)?.min(&self.role_ends(Role::Deputy)?))
    }

    /// Whether the role is there and has not ended.
    #[must_use]
    pub fn is(&self, role: Role, at_ms: i64) -> bool {
        self.role_ends(role).is_some_and(|end| at_ms < end)
    }

    /// Whether any role is there and has not ended.
    #[must_use]
    pub fn is_live(&self, at_ms: i64) -> bool {
        Role::ALL.into_iter().any(|role| self.is(role, at_ms))
    }

    /// Whether a deputy, with this topic, neither ended.
    #[must_use]
    pub fn may(&self, topic: Topic, at_ms: i64) -> bool {
        self.topic_ends(topic).is_some_and(|end| at_ms < end)
    }

    /// Nothing but assistant or coach, now or, for somebody who left, ever.
    fn is_only_assistant_or_coach(&self) -> bool {
        let plain = |role: &Role| matches!(role, Role::Assistant | Role::Coach);
        if self.roles.is_empty() {
            self.ever.iter().all(plain)
        } else {
            self.roles.keys().all(plain)
        }
    }
}

/// A device that was added once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Whose it is.
    pub person: PersonId,
    /// Its key.
    pub key: PublicKey,
    /// What sort it is.
    pub form: DeviceForm,
    /// Ended for ever.
    pub revoked: bool,
    /// Added by the operator of the office, not by anybody's old key.
    pub by_operator: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Inner {
    team: Option<TeamId>,
    /// The first entry, until founding tells the key that must have signed it.
    opening: Option<Record>,
    epoch: u32,
    entries: u64,
    log_key: Option<PublicKey>,
    old_log_keys: OrdMap<KeyId, PublicKey>,
    members: OrdMap<PersonId, Member>,
    devices: OrdMap<DeviceId, Device>,
    trusted: Option<PersonId>,
    shares_rota: bool,
}

/// What all policy and epoch records up to a position say. A copy costs
/// nothing, and two states share all that is alike in them; so a state can be
/// kept for any position of a large team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyState {
    inner: Arc<Inner>,
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

    fn check_signers(&self, record: &Record, at_ms: i64) -> Result<(), PolicyError> {
        let content = record.content();
        if let RecordContent::Policy(Operation::Found { employer, device, log_key, form }) = content
        {
            let opening = self.inner.opening.as_ref().ok_or(PolicyError::AlreadyFounded)?;
            if device == log_key {
                return Err(PolicyError::KeyInUse);
            }
            verify_by(record, device)?;
            verify_by(record, log_key)?;
            verify_by(opening, log_key)?;
            let founder = Device {
                person: *employer,
                key: device.clone(),
                form: *form,
                revoked: false,
                by_operator: false,
            };
            return self.check_desk(record, &founder);
        }
        let log_key = self.inner.log_key.as_ref().ok_or(PolicyError::NotFounded)?;
        let signers = table::signers(content);
        let by_office = record.signatures().iter().any(|(key, _)| *key == log_key.id());
        match signers {
            Signers::Founders => Err(PolicyError::NotFounded),
            Signers::Office => verify_by(record, log_key),
            Signers::OfficeOldAndNew => {
                verify_by(record, log_key)?;
                match content {
                    RecordContent::Policy(Operation::LogKey { key }) => verify_by(record, key),
                    RecordContent::Policy(_)
                    | RecordContent::Verdict { .. }
                    | RecordContent::Purge { .. }
                    | RecordContent::Export { .. }
                    | RecordContent::Seen { .. }
                    | RecordContent::Withdrawal { .. }
                    | RecordContent::Epoch { .. } => Err(PolicyError::NotAllowed),
                }
            }
            Signers::EmployerOrOffice if by_office => verify_by(record, log_key),
            Signers::Employer
            | Signers::EmployerOrOffice
            | Signers::EmployerOrTeamDeputy
            | Signers::EmployerTeamDeputyOrSelf
            | Signers::EmployerOrTrusted => self.check_device_signer(record, signers, at_ms),
        }
    }

    fn check_desk(&self, record: &Record, device: &Device) -> Result<(), PolicyError> {
        if desk_fits(device, record.header().desk.as_ref()) {
            Ok(())
        } else {
            Err(PolicyError::Desk)
        }
    }

    fn check_device_signer(
        &self,
        record: &Record,
        signers: Signers,
        at_ms: i64,
    ) -> Result<(), PolicyError> {
        let Some((key, _)) = record.signatures().first() else {
            return Err(PolicyError::BadSignature);
        };
        let device = self.live_device(key.device()).map_err(|denied| match denied {
            Denied::Revoked => PolicyError::RevokedSigner,
            Denied::UnknownDevice | Denied::NoRight | Denied::Expired => PolicyError::UnknownSigner,
        })?;
        verify_by(record, &device.key)?;
        self.check_desk(record, device)?;
        let signer = self.member(device.person).ok_or(PolicyError::NotAllowed)?;

        let touched = self.touched(record.content());
        let plain = match &touched {
            Touched::Role(role) => matches!(role, Role::Assistant | Role::Coach),
            Touched::Person(person) => {
                self.member(*person).is_some_and(Member::is_only_assistant_or_coach)
            }
            Touched::Nobody => false,
        };
        let own = matches!(touched, Touched::Person(person) if person == device.person);
        let mut ends = vec![signer.role_ends(Role::Employer)];
        match signers {
            Signers::EmployerOrTeamDeputy if plain => ends.push(signer.topic_ends(Topic::Team)),
            Signers::EmployerTeamDeputyOrSelf => {
                if plain {
                    ends.push(signer.topic_ends(Topic::Team));
                }
                if own {
                    ends.extend(Role::ALL.map(|role| signer.role_ends(role)));
                }
            }
            Signers::EmployerOrTrusted if self.inner.trusted == Some(device.person) => {
                ends.extend(Role::ALL.map(|role| signer.role_ends(role)));
            }
            Signers::EmployerOrTeamDeputy
            | Signers::EmployerOrTrusted
            | Signers::Employer
            | Signers::EmployerOrOffice
            | Signers::Founders
            | Signers::Office
            | Signers::OfficeOldAndNew => {}
        }
        match ends.into_iter().flatten().max() {
            None => Err(PolicyError::NotAllowed),
            Some(end) if at_ms >= end => Err(PolicyError::Expired),
            Some(_) => Ok(()),
        }
    }

    /// Whom an operation touches, for the question whether a deputy may.
    fn touched(&self, content: &RecordContent) -> Touched {
        match content {
            RecordContent::Policy(operation) => match operation {
                Operation::AddMember { role, .. } | Operation::EndMember { role, .. } => {
                    Touched::Role(*role)
                }
                Operation::AddDevice { person, .. } => Touched::Person(*person),
                Operation::RevokeDevice { device } => {
                    self.device(*device).map_or(Touched::Nobody, |d| Touched::Person(d.person))
                }
                Operation::Found { .. }
                | Operation::Grant { .. }
                | Operation::RevokeGrant { .. }
                | Operation::Trust { .. }
                | Operation::EmployerKey { .. }
                | Operation::RecoveredByOperator { .. }
                | Operation::LogKey { .. }
                | Operation::ShareRota { .. } => Touched::Nobody,
            },
            RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. }
            | RecordContent::Epoch { .. } => Touched::Nobody,
        }
    }
}

enum Touched {
    Nobody,
    Role(Role),
    Person(PersonId),
}

/// Checks the signature by this key, which must be one of the record's.
fn verify_by(record: &Record, key: &PublicKey) -> Result<(), PolicyError> {
    let id = key.id();
    if !record.signatures().iter().any(|(signer, _)| *signer == id) {
        return Err(PolicyError::UnknownSigner);
    }
    record.verify(key).map_err(|_| PolicyError::BadSignature)
}

impl Inner {
    fn carry_out(&mut self, operation: &Operation, at_ms: i64) -> Result<(), PolicyError> {
        match operation {
            Operation::Found { employer, device, log_key, form } => {
                self.opening = None;
                self.log_key = Some(log_key.clone());
                self.give_role(*employer, Role::Employer, None);
                self.add_device(*employer, device, *form, false)
            }
            Operation::AddMember { person, role, until_ms } => {
                self.give_role(*person, *role, *until_ms);
                if *role == Role::Employer { self.keep_an_employer() } else { Ok(()) }
            }
            Operation::EndMember { person, role } => {
                let member = self.members.get_mut(person).ok_or(PolicyError::NotAMember)?;
                if !member.ever.contains(role) {
                    return Err(PolicyError::NotAMember);
                }
                member.roles.remove(role);
                if *role == Role::Deputy {
                    member.grants.clear();
                }
                if *role == Role::Employer { self.keep_an_employer() } else { Ok(()) }
            }
            Operation::AddDevice { person, key, form } => {
                self.live_member(*person, at_ms)?;
                self.add_device(*person, key, *form, false)
            }
            Operation::RevokeDevice { device } => {
                let device = self.devices.get_mut(device).ok_or(PolicyError::NoSuchDevice)?;
                device.revoked = true;
                Ok(())
            }
            Operation::Grant { person, topics, until_ms } => {
                let member = self.deputy(*person)?;
                member.grants.extend(topics.iter().map(|topic| (*topic, *until_ms)));
                Ok(())
            }
            Operation::RevokeGrant { person, topics } => {
                let member = self.deputy(*person)?;
                member.grants.retain(|topic, _| !topics.contains(topic));
                Ok(())
            }
            Operation::Trust { person } => {
                self.live_member(*person, at_ms)?;
                self.trusted = Some(*person);
                Ok(())
            }
            Operation::EmployerKey { person, key, form } => {
                self.employer(*person, at_ms)?;
                self.add_device(*person, key, *form, false)
            }
            Operation::RecoveredByOperator { person, key, form } => {
                self.employer(*person, at_ms)?;
                self.add_device(*person, key, *form, true)
            }
            Operation::LogKey { key } => {
                self.unused(key)?;
                if let Some(old) = self.log_key.replace(key.clone()) {
                    self.old_log_keys.insert(old.id(), old);
                }
                Ok(())
            }
            Operation::ShareRota { shared } => {
                self.shares_rota = *shared;
                Ok(())
            }
        }
    }

    fn give_role(&mut self, person: PersonId, role: Role, until_ms: Option<i64>) {
        let member = self.members.entry(person).or_default();
        member.roles.insert(role, until_ms);
        member.ever.insert(role);
    }

    fn add_device(
        &mut self,
        person: PersonId,
        key: &PublicKey,
        form: DeviceForm,
        by_operator: bool,
    ) -> Result<(), PolicyError> {
        self.unused(key)?;
        let device = Device { person, key: key.clone(), form, revoked: false, by_operator };
        self.devices.insert(key.id().device(), device);
        Ok(())
    }

    fn unused(&self, key: &PublicKey) -> Result<(), PolicyError> {
        let id = key.id();
        let used = self.devices.contains_key(&id.device())
            || self.old_log_keys.contains_key(&id)
            || self.log_key.as_ref().is_some_and(|log_key| log_key.id() == id);
        if used { Err(PolicyError::KeyInUse) } else { Ok(()) }
    }

    fn live_member(&self, person: PersonId, at_ms: i64) -> Result<(), PolicyError> {
        let live = self.members.get(&person).is_some_and(|member| member.is_live(at_ms));
        if live { Ok(()) } else { Err(PolicyError::NotAMember) }
    }

    fn deputy(&mut self, person: PersonId) -> Result<&mut Member, PolicyError> {
        self.members
            .get_mut(&person)
            .filter(|member| member.roles.contains_key(&Role::Deputy))
            .ok_or(PolicyError::NotAMember)
    }

    fn employer(&self, person: PersonId, at_ms: i64) -> Result<(), PolicyError> {
        let live = self.members.get(&person).is_some_and(|member| member.is(Role::Employer, at_ms));
        if live { Ok(()) } else { Err(PolicyError::NotAMember) }
    }

    /// There is always an employer whose role has no end.
    fn keep_an_employer(&self) -> Result<(), PolicyError> {
        let kept =
            self.members.values().any(|member| member.roles.get(&Role::Employer) == Some(&None));
        if kept { Ok(()) } else { Err(PolicyError::LastEmployer) }
    }
}
