//! What the office itself writes into a team's log: acts of people who are
//! signed in, by their desk's key, and the office's own records.

use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::ledger::Ledger;
use assistenz_core::log::{
    Credential, Desk, DeviceForm, DeviceKey, Founding, Operation, Position, Record, RecordContent,
    RecordHeader, Role, Signer,
};
use assistenz_core::policy::PolicyState;
use assistenz_core::sync::Settled;

/// Somebody for whom the office signs.
pub trait Actor: Send {
    /// In which team.
    fn team(&self) -> TeamId;
    /// Who.
    fn person(&self) -> PersonId;
    /// How the office knew them.
    fn desk(&self) -> Desk;
}

impl Actor for Caller {
    fn team(&self) -> TeamId {
        self.session.team
    }

    fn person(&self) -> PersonId {
        self.session.person
    }

    fn desk(&self) -> Desk {
        Caller::desk(self)
    }
}

/// The operator at the command line, acting for an employer.
#[derive(Debug, Clone)]
pub struct Operator {
    /// In which team.
    pub team: TeamId,
    /// The employer.
    pub employer: PersonId,
    /// Drawn for this run of the program.
    pub run: [u8; 16],
}

impl Actor for Operator {
    fn team(&self) -> TeamId {
        self.team
    }

    fn person(&self) -> PersonId {
        self.employer
    }

    fn desk(&self) -> Desk {
        let credential = Credential::CommandLine;
        Desk { person: self.employer, session: self.run, credential, assertion: None }
    }
}

/// The team's policy as of the end of its log.
///
/// # Errors
///
/// [`Refusal::NotFounded`] if there is none; the disk's.
pub fn state(turn: &mut Turn<'_>, team: TeamId) -> Result<PolicyState, OfficeError> {
    let state = turn.core.policy(turn.ledger, team)?;
    if state.team().is_none() { Err(Refusal::NotFounded.into()) } else { Ok(state) }
}

/// Writes an act of policy for a person, signed by their desk.
///
/// # Errors
///
/// [`Refusal::Policy`] if the log does not take it; [`Refusal::NoRight`] if the
/// office holds no desk key for them.
pub fn act(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    operation: Operation,
) -> Result<(), OfficeError> {
    sign(turn, actor, RecordContent::Policy(operation))
}

/// Writes a record for a person, signed by their desk.
///
/// # Errors
///
/// As [`act`].
pub fn sign(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    content: RecordContent,
) -> Result<(), OfficeError> {
    let key = turn.folder.desk_key_of(actor.person())?.ok_or(Refusal::NoRight)?;
    append(turn, actor.team(), content, Some(actor.desk()), &[&key])
}

/// Writes a record of the office's own.
///
/// # Errors
///
/// [`Refusal::Policy`] if the log does not take it; the disk's.
pub fn office(
    turn: &mut Turn<'_>,
    team: TeamId,
    content: RecordContent,
) -> Result<(), OfficeError> {
    let key = turn.folder.log_key(turn.world)?;
    append(turn, team, content, None, &[&key])
}

/// Founds a team in an empty folder: its first epoch, its employer, and the
/// employer's desk. Tells the team and the employer.
///
/// # Errors
///
/// [`Refusal::AlreadyFounded`] if there is one; the disk's.
pub fn found(turn: &mut Turn<'_>) -> Result<(TeamId, PersonId), OfficeError> {
    if !turn.ledger.teams()?.is_empty() {
        return Err(Refusal::AlreadyFounded.into());
    }
    let (team, employer) = (TeamId::new(turn.random()?), PersonId::new(turn.random()?));
    let log_key = turn.folder.log_key(turn.world)?;
    let desk_key = turn.folder.desk_key(employer, turn.world)?;
    let founding = Founding {
        employer,
        device: desk_key.public(),
        form: DeviceForm::Desk,
        log_key: log_key.public(),
        nonce: turn.random()?,
    };
    let [epoch, found] = founding.contents();
    let operator = Operator { team, employer, run: turn.random()? };
    let first = seal(turn, team, epoch, None, &[&log_key])?;
    let second = seal(turn, team, found, Some(operator.desk()), &[&desk_key, &log_key])?;
    turn.core.found(turn.ledger, [&first, &second], &log_key, turn.now_ms)?;
    Ok((team, employer))
}

/// The one team of this folder.
///
/// # Errors
///
/// [`Refusal::NotFounded`].
pub fn only_team(ledger: &mut dyn Ledger) -> Result<TeamId, OfficeError> {
    ledger.teams()?.first().copied().ok_or_else(|| Refusal::NotFounded.into())
}

/// The operator of this machine, acting for the team's first live employer
/// whose desk key lies in this folder.
///
/// # Errors
///
/// [`Refusal::NotFounded`]; [`Refusal::NoRight`] if no employer's desk is here.
pub fn operator(turn: &mut Turn<'_>) -> Result<Operator, OfficeError> {
    let team = only_team(turn.ledger)?;
    let state = state(turn, team)?;
    for (person, member) in state.members() {
        if member.is(Role::Employer, turn.now_ms) && turn.folder.desk_key_of(person)?.is_some() {
            return Ok(Operator { team, employer: person, run: turn.random()? });
        }
    }
    Err(Refusal::NoRight.into())
}

/// Makes sure that a member has a desk at this office, so that it can sign for them.
///
/// # Errors
///
/// [`Refusal::Policy`] if the log does not take it; the disk's.
pub fn desk_for(
    turn: &mut Turn<'_>,
    operator: &Operator,
    person: PersonId,
) -> Result<(), OfficeError> {
    desk_by(turn, operator, person)
}

/// The same, in the name of anybody who may add a device for that person.
///
/// # Errors
///
/// [`Refusal::Policy`] if the log does not take it; the disk's.
pub fn desk_by(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    person: PersonId,
) -> Result<(), OfficeError> {
    let key: DeviceKey = turn.folder.desk_key(person, turn.world)?;
    let known = state(turn, actor.team())?.device(key.device()).is_some();
    if known {
        return Ok(());
    }
    let operation = Operation::AddDevice { person, key: key.public(), form: DeviceForm::Desk };
    act(turn, actor, operation)
}

fn seal(
    turn: &Turn<'_>,
    team: TeamId,
    content: RecordContent,
    desk: Option<Desk>,
    keys: &[&dyn Signer],
) -> Result<Record, OfficeError> {
    let header =
        RecordHeader { team, nonce: turn.random()?, issued_ms: turn.now_ms, content, desk };
    header.seal(keys).map_err(|_| OfficeError::Inconsistent("a record that has no form"))
}

fn append(
    turn: &mut Turn<'_>,
    team: TeamId,
    content: RecordContent,
    desk: Option<Desk>,
    keys: &[&dyn Signer],
) -> Result<(), OfficeError> {
    let record = seal(turn, team, content, desk, keys)?;
    let head = turn.ledger.head(team)?.ok_or(Refusal::NotFounded)?;
    // Asked first, for the reason; `take` would only say that it is not allowed.
    let position = Position { epoch: head.epoch, seq: head.size };
    let received_ms = turn.now_ms.max(head.received_ms);
    state(turn, team)?.check(&record, position, received_ms).map_err(Refusal::Policy)?;
    let (log_key, seed) = (turn.folder.log_key(turn.world)?, turn.random()?);
    let outcome =
        turn.core.take(turn.ledger, team, &record.into(), &log_key, (turn.now_ms, seed))?;
    match outcome.settled {
        Settled::InForce => Ok(()),
        Settled::Held(_)
        | Settled::Declined(_)
        | Settled::Refused(_)
        | Settled::NotAllowed
        | Settled::Never => Err(Refusal::NoRight.into()),
    }
}
