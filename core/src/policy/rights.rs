//! Rights: the table applied to the state at a position.

use super::member::{Device, Member};
use super::state::PolicyState;
use super::table::{self, Party};
use crate::document::{DeviceId, DocumentId, PersonId};
use crate::log::{Cause, Desk, DeviceForm, Header, Role};

/// Why a device may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Never added to this team.
    #[error("unknown device")]
    UnknownDevice,
    /// Added once, revoked since.
    #[error("the device was revoked")]
    Revoked,
    /// Its person has no such right.
    #[error("no right to this document")]
    NoRight,
    /// Its person had the right until a date that has passed.
    #[error("the right has ended")]
    Expired,
}

impl Denied {
    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.cause().code()
    }

    /// As § 8 numbers it.
    #[must_use]
    pub const fn cause(self) -> Cause {
        match self {
            Self::UnknownDevice => Cause::UnknownDevice,
            Self::Revoked => Cause::Revoked,
            Self::NoRight => Cause::NoRight,
            Self::Expired => Cause::Expired,
        }
    }
}

impl PolicyState {
    /// Whether this device may write this document, for something received then.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why not.
    pub fn may_write(
        &self,
        device: DeviceId,
        document: &DocumentId,
        received_ms: i64,
    ) -> Result<(), Denied> {
        let device = self.live_device(device)?;
        self.allowed(device.person, document, table::writers(document.kind()), received_ms)
    }

    /// Whether this device may read this document at that time.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why not.
    pub fn may_read(
        &self,
        device: DeviceId,
        document: &DocumentId,
        now_ms: i64,
    ) -> Result<(), Denied> {
        let device = self.live_device(device)?;
        self.person_may_read(device.person, document, now_ms)
    }

    /// Whether this person, by whatever device or page, may write this document.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why not.
    pub fn person_may_write(
        &self,
        person: PersonId,
        document: &DocumentId,
        now_ms: i64,
    ) -> Result<(), Denied> {
        self.allowed(person, document, table::writers(document.kind()), now_ms)
    }

    /// Whether this person, by whatever device or page, may read this document.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why not.
    pub fn person_may_read(
        &self,
        person: PersonId,
        document: &DocumentId,
        now_ms: i64,
    ) -> Result<(), Denied> {
        self.allowed(person, document, table::readers(document.kind()), now_ms)
    }

    /// Whether this device may read the stream `policy`: every member's may.
    ///
    /// # Errors
    ///
    /// [`Denied`] says why not.
    pub fn may_read_policy(&self, device: DeviceId, now_ms: i64) -> Result<(), Denied> {
        let device = self.live_device(device)?;
        ended(self.member(device.person).and_then(end_of_membership), now_ms)
    }

    /// Everybody who may read this document at that time.
    #[must_use]
    pub fn readers(&self, document: &DocumentId, now_ms: i64) -> Vec<PersonId> {
        self.members()
            .map(|(person, _)| person)
            .filter(|person| self.person_may_read(*person, document, now_ms).is_ok())
            .collect()
    }

    /// Judges a batch by its header at this position: device, revocation, kind,
    /// right, end date, in the order of § 8. Signature, team, chain,
    /// dependencies and gate are judged elsewhere.
    ///
    /// # Errors
    ///
    /// The first cause that applies.
    pub fn judge(&self, header: &Header, received_ms: i64) -> Result<(), Cause> {
        let device = self.live_device(header.device).map_err(Denied::cause)?;
        let Some(document) = header.about.document() else { return Err(Cause::Newer) };
        if !desk_fits(device, header.desk.as_ref()) {
            return Err(Cause::NoRight);
        }
        self.may_write(header.device, &document, received_ms).map_err(Denied::cause)
    }

    pub(super) fn live_device(&self, id: DeviceId) -> Result<&Device, Denied> {
        let device = self.device(id).ok_or(Denied::UnknownDevice)?;
        if device.revoked { Err(Denied::Revoked) } else { Ok(device) }
    }

    fn allowed(
        &self,
        person: PersonId,
        document: &DocumentId,
        parties: &[Party],
        at_ms: i64,
    ) -> Result<(), Denied> {
        let member = self.member(person).ok_or(Denied::NoRight)?;
        let subject = match document.subject() {
            Some(id) => {
                let subject = self.member(id).ok_or(Denied::NoRight)?;
                let fits =
                    table::subjects(document.kind()).iter().any(|role| subject.ever.contains(role));
                if !fits {
                    return Err(Denied::NoRight);
                }
                Some((id, subject))
            }
            None => None,
        };
        let end =
            parties.iter().filter_map(|party| self.end_of(*party, person, member, subject)).max();
        ended(end, at_ms)
    }

    /// When the right of this party ends for this person; `None` if there is none.
    fn end_of(
        &self,
        party: Party,
        person: PersonId,
        member: &Member,
        subject: Option<(PersonId, &Member)>,
    ) -> Option<i64> {
        let own = subject.is_some_and(|(id, _)| id == person);
        match party {
            Party::SubjectAs(role) if own => member.role_ends(role),
            Party::Subject if own => end_of_membership(member),
            Party::SubjectAs(_) | Party::Subject => None,
            Party::Role(role) => member.role_ends(role),
            Party::Deputy(topic) => member.topic_ends(topic),
            Party::AssistantsIfShared if self.shares_rota() => member.role_ends(Role::Assistant),
            Party::AssistantsIfShared => None,
            Party::PayrollOfficeOfAssistants => subject
                .filter(|(_, about)| about.ever.contains(&Role::Assistant))
                .and_then(|_| member.role_ends(Role::PayrollOffice)),
            Party::TeamButPayrollOffice => Role::ALL
                .into_iter()
                .filter(|role| *role != Role::PayrollOffice)
                .filter_map(|role| member.role_ends(role))
                .max(),
            Party::Team => end_of_membership(member),
        }
    }
}

fn end_of_membership(member: &Member) -> Option<i64> {
    Role::ALL.into_iter().filter_map(|role| member.role_ends(role)).max()
}

/// A right ends at that millisecond.
fn ended(end: Option<i64>, at_ms: i64) -> Result<(), Denied> {
    match end {
        None => Err(Denied::NoRight),
        Some(end) if at_ms >= end => Err(Denied::Expired),
        Some(_) => Ok(()),
    }
}

/// A desk device, and no other, says for which person it signs: its own.
pub(super) fn desk_fits(device: &Device, desk: Option<&Desk>) -> bool {
    match desk {
        Some(desk) => device.form == DeviceForm::Desk && desk.person == device.person,
        None => device.form != DeviceForm::Desk,
    }
}
