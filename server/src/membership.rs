//! Members, their devices and their topics: who may be taken in, ended or let
//! act by whom. The same acts for the JSON API and the pages.

use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::document::{DeviceId, PersonId};
use assistenz_core::log::{Operation, Role, Topic};

/// The role of this word.
///
/// # Errors
///
/// [`Refusal::Malformed`].
pub fn role(word: &str) -> Result<Role, Refusal> {
    let found = Role::ALL.into_iter().find(|role| role.word() == word);
    found.ok_or(Refusal::Malformed("no such role"))
}

/// The topic of this word.
///
/// # Errors
///
/// [`Refusal::Malformed`].
pub fn topic(word: &str) -> Result<Topic, Refusal> {
    let found = Topic::ALL.into_iter().find(|topic| topic.word() == word);
    found.ok_or(Refusal::Malformed("no such topic"))
}

/// Employers may touch every role, deputies for `team` assistants and coaches.
///
/// # Errors
///
/// [`Refusal::NoRight`].
pub fn may_touch(caller: &Caller, role: Role) -> Result<(), Refusal> {
    match role {
        Role::Assistant | Role::Coach => caller.employer_or(Topic::Team),
        Role::Employer | Role::Deputy | Role::PayrollOffice => caller.employer(),
    }
}

/// Takes somebody new in.
///
/// # Errors
///
/// [`Refusal::NoRight`]; the disk's.
pub fn add(
    turn: &mut Turn<'_>,
    caller: &Caller,
    role: Role,
    until_ms: Option<i64>,
) -> Result<PersonId, OfficeError> {
    may_touch(caller, role)?;
    let person = PersonId::new(turn.random()?);
    journal::act(turn, caller, Operation::AddMember { person, role, until_ms })?;
    Ok(person)
}

/// Takes a role away. What was written before stays; who has no role left is
/// signed out.
///
/// # Errors
///
/// [`Refusal::NoRight`], [`Refusal::NotAMember`], [`Refusal::LastEmployer`]; the disk's.
pub fn end(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    role: Role,
) -> Result<(), OfficeError> {
    may_touch(caller, role)?;
    journal::act(turn, caller, Operation::EndMember { person, role })?;
    let state = journal::state(turn, caller.team())?;
    if !state.member(person).is_some_and(|member| member.is_live(turn.now_ms)) {
        turn.door.end_sessions_of(caller.team(), person, turn.now_ms)?;
    }
    Ok(())
}

/// Whether a pairing code for a phone of this member may be made.
///
/// # Errors
///
/// [`Refusal::NoRight`], [`Refusal::NotAMember`]; the disk's.
pub fn may_invite(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<(), OfficeError> {
    caller.employer_or(Topic::Team)?;
    let state = journal::state(turn, caller.team())?;
    let member = state.member(person).filter(|member| member.is_live(turn.now_ms));
    for role in member.ok_or(Refusal::NotAMember)?.roles.keys() {
        may_touch(caller, *role)?;
    }
    Ok(())
}

/// Ends a device for ever. What it wrote before stays; what arrives later is held.
///
/// # Errors
///
/// [`Refusal::NoRight`]; [`Refusal::Policy`]; the disk's.
pub fn revoke_device(
    turn: &mut Turn<'_>,
    caller: &Caller,
    device: DeviceId,
) -> Result<(), OfficeError> {
    let state = journal::state(turn, caller.team())?;
    // The log lets people end devices of their own; everyone else needs the topic.
    if state.device(device).is_none_or(|known| known.person != caller.person()) {
        caller.employer_or(Topic::Team)?;
    }
    journal::act(turn, caller, Operation::RevokeDevice { device })
}

/// Lets a deputy act in these topics until then.
///
/// # Errors
///
/// [`Refusal::NoRight`], [`Refusal::Malformed`] without a topic,
/// [`Refusal::NotAMember`]; the disk's.
pub fn grant(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    mut topics: Vec<Topic>,
    until_ms: i64,
) -> Result<(), OfficeError> {
    caller.employer()?;
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() {
        return Err(Refusal::Malformed("at least one topic").into());
    }
    journal::act(turn, caller, Operation::Grant { person, topics, until_ms })
}

/// Takes a topic back.
///
/// # Errors
///
/// [`Refusal::NoRight`], [`Refusal::NotAMember`]; the disk's.
pub fn take_topic_back(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    topic: Topic,
) -> Result<(), OfficeError> {
    caller.employer()?;
    journal::act(turn, caller, Operation::RevokeGrant { person, topics: vec![topic] })
}
