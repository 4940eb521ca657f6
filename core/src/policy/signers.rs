//! Whether those who signed a record may.

use super::member::{Device, Member};
use super::refusal::PolicyError;
use super::rights::{Denied, desk_fits};
use super::state::PolicyState;
use super::table::{self, Signers};
use crate::document::PersonId;
use crate::log::{Operation, PublicKey, Record, RecordContent, Role, Topic};

impl PolicyState {
    pub(super) fn check_signers(&self, record: &Record, at_ms: i64) -> Result<(), PolicyError> {
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
            Signers::Office => verify_by(record, self.office_key(record, log_key)),
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

    /// The key an office's record is held against: the log key in force. What an
    /// office had signed before a change of its key and lost in a restore comes
    /// back under the former key, as far as it only says what has happened.
    fn office_key<'a>(&'a self, record: &Record, in_force: &'a PublicKey) -> &'a PublicKey {
        if self.inner.epoch < 2 || !record.content().may_return_under_a_former_key() {
            return in_force;
        }
        let former = record.signatures().first();
        former.and_then(|(key, _)| self.inner.old_log_keys.get(key)).unwrap_or(in_force)
    }

    pub(super) fn check_desk(&self, record: &Record, device: &Device) -> Result<(), PolicyError> {
        if desk_fits(device, record.header().desk.as_ref()) {
            Ok(())
        } else {
            Err(PolicyError::Desk)
        }
    }

    pub(super) fn check_device_signer(
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
    pub(super) fn touched(&self, content: &RecordContent) -> Touched {
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

pub(super) enum Touched {
    Nobody,
    Role(Role),
    Person(PersonId),
}

/// Checks the signature by this key, which must be one of the record's.
pub(super) fn verify_by(record: &Record, key: &PublicKey) -> Result<(), PolicyError> {
    let id = key.id();
    if !record.signatures().iter().any(|(signer, _)| *signer == id) {
        return Err(PolicyError::UnknownSigner);
    }
    record.verify(key).map_err(|_| PolicyError::BadSignature)
}
