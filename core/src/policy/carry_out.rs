//! What a record of the policy changes.

use super::member::{Device, Member};
use super::refusal::PolicyError;
use super::state::Inner;
use crate::document::PersonId;
use crate::log::{DeviceForm, Operation, PublicKey, Role};

impl Inner {
    pub(super) fn carry_out(
        &mut self,
        operation: &Operation,
        at_ms: i64,
    ) -> Result<(), PolicyError> {
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
