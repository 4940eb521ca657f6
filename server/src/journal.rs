//! What the office itself writes into a team's log: acts of people who are
//! signed in, by their desk's key, and the office's own records.

use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::document::{EntryId, PersonId, TeamId};
use assistenz_core::ledger::{EntryType, Ledger, Member, NewEntry, Place, Position};
use assistenz_core::log::codec::encode;
use assistenz_core::log::{
    self, Credential, Desk, DeviceForm, DeviceKey, EpochReason, KeyId, Operation, Record,
    RecordContent, RecordHeader, Role, Signature, Signer, Stream,
};
use assistenz_core::policy::PolicyState;

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
pub fn state(ledger: &mut dyn Ledger, team: TeamId) -> Result<PolicyState, OfficeError> {
    let mut state = PolicyState::new();
    let stream = encode(&Stream::Policy);
    let mut from = 0;
    loop {
        let members = ledger.members(team, &stream, from, 512)?;
        if members.is_empty() {
            break;
        }
        for member in members {
            let record = record(ledger, team, member.id)?;
            let position =
                log::Position::new(member.place.position.epoch, member.place.position.seq);
            state
                .apply(&record, position, member.place.received_ms)
                .map_err(|_| OfficeError::Inconsistent("a policy record that does not fit"))?;
            from += 1;
        }
    }
    if state.team().is_none() {
        return Err(Refusal::NotFounded.into());
    }
    Ok(state)
}

fn record(ledger: &mut dyn Ledger, team: TeamId, id: EntryId) -> Result<Record, OfficeError> {
    let kept = ledger.entry(team, id)?.ok_or(OfficeError::Inconsistent("a missing record"))?;
    let torn = || OfficeError::Inconsistent("a record that cannot be read");
    let mut signatures = Vec::new();
    for chunk in kept.signatures.chunks(80) {
        let (key, signature) = chunk.split_at_checked(16).ok_or_else(torn)?;
        let key = KeyId(key.try_into().map_err(|_| torn())?);
        signatures.push((key, Signature(signature.try_into().map_err(|_| torn())?)));
    }
    Record::from_parts(kept.header, signatures).map_err(|_| torn())
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
    let epoch = RecordContent::Epoch {
        number: 1,
        nonce: turn.random()?,
        checkpoint: None,
        reason: EpochReason::Founded,
    };
    append(turn, team, epoch, None, &[&log_key])?;
    let found = RecordContent::Policy(Operation::Found {
        employer,
        device: desk_key.public(),
        log_key: log_key.public(),
        form: DeviceForm::Desk,
    });
    let operator = Operator { team, employer, run: turn.random()? };
    append(turn, team, found, Some(operator.desk()), &[&desk_key, &log_key])?;
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
    let state = state(turn.ledger, team)?;
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
    let key: DeviceKey = turn.folder.desk_key(person, turn.world)?;
    let known = state(turn.ledger, operator.team)?.device(key.device()).is_some();
    if known {
        return Ok(());
    }
    let operation = Operation::AddDevice { person, key: key.public(), form: DeviceForm::Desk };
    act(turn, operator, operation)
}

fn append(
    turn: &mut Turn<'_>,
    team: TeamId,
    content: RecordContent,
    desk: Option<Desk>,
    keys: &[&dyn Signer],
) -> Result<(), OfficeError> {
    let header =
        RecordHeader { team, nonce: turn.random()?, issued_ms: turn.now_ms, content, desk };
    let record =
        header.seal(keys).map_err(|_| OfficeError::Inconsistent("a record that has no form"))?;
    let head = turn.ledger.head(team)?;
    let place = match (head, record.content()) {
        (_, RecordContent::Epoch { number, .. }) => {
            Place { position: Position { epoch: *number, seq: 0 }, received_ms: turn.now_ms }
        }
        (Some(head), _) => Place {
            position: Position { epoch: head.epoch, seq: head.size },
            received_ms: turn.now_ms.max(head.received_ms),
        },
        (None, _) => return Err(Refusal::NotFounded.into()),
    };
    let at = log::Position::new(place.position.epoch, place.position.seq);
    let before = match state(turn.ledger, team) {
        Ok(state) => state,
        Err(OfficeError::Refused(Refusal::NotFounded)) => PolicyState::new(),
        Err(error) => return Err(error),
    };
    before.check(&record, at, place.received_ms).map_err(Refusal::Policy)?;
    let mut signatures = Vec::new();
    for (key, signature) in record.signatures() {
        signatures.extend_from_slice(&key.0);
        signatures.extend_from_slice(&signature.0);
    }
    let entry = NewEntry {
        id: record.id(),
        entry_type: EntryType(u32::from(record.content().number())),
        header: record.header_bytes(),
        signatures: &signatures,
        body: None,
    };
    turn.ledger.keep(team, &entry)?;
    turn.ledger.place(team, record.id(), place)?;
    let stream = Stream::Policy;
    let name = encode(&stream);
    let digest = turn.ledger.stream(team, &name)?.map_or_else(
        || log::stream::Digest::empty(&stream),
        |kept| log::stream::Digest { count: kept.count, hash: log::Hash(kept.hash) },
    );
    let hash = *digest.push(record.id()).hash.bytes();
    turn.ledger.add_member(team, &name, Member { id: record.id(), place, hash })?;
    Ok(())
}
