//! Inviting a person and letting their device in: used by the pages' API and
//! by the command line alike.

use crate::door::{Pairing, Shown};
use crate::fault::{OfficeError, Refusal};
use crate::journal::{self, Actor};
use crate::office::Turn;
use crate::resource::members::InvitationView;
use assistenz_core::document::{DeviceId, PersonId, TeamId};
use assistenz_core::log::{DeviceForm, Operation, PublicKey, Signer as _};
use assistenz_core::pairing::{PairingCode, six_digits};

/// Makes a pairing code for a member.
///
/// # Errors
///
/// The disk's.
pub fn code(
    turn: &mut Turn<'_>,
    team: TeamId,
    person: PersonId,
    address: String,
    pin: Option<[u8; 32]>,
    lasts_ms: i64,
) -> Result<InvitationView, OfficeError> {
    let token = turn.random()?;
    let office = office_id(turn)?;
    let expires_ms = turn.door.invite(&token, team, person, turn.now_ms, lasts_ms)?;
    let code = PairingCode { address, token, office, pin }.to_string();
    Ok(InvitationView { person: person.to_string(), code, expires_ms })
}

fn office_id(turn: &Turn<'_>) -> Result<[u8; 16], OfficeError> {
    Ok(turn.folder.log_key(turn.world)?.public().id().0)
}

/// A device shows its token: from now on it waits for the employer.
///
/// # Errors
///
/// [`Refusal::UnknownToken`], [`Refusal::ExpiredToken`], [`Refusal::UsedToken`],
/// [`Refusal::Malformed`].
pub fn show(
    turn: &mut Turn<'_>,
    token: &[u8; 16],
    public_key: &[u8; 32],
    form: DeviceForm,
) -> Result<Pairing, OfficeError> {
    PublicKey::new(public_key).map_err(|_| Refusal::Malformed("not a public key"))?;
    let digits = six_digits(&office_id(turn)?, public_key, token);
    let id = turn.random()?;
    let form = u64::from(form.number());
    match turn.door.show(token, public_key, form, &digits, id, turn.now_ms)? {
        Shown::Waiting(pairing) => Ok(*pairing),
        Shown::Unknown => Err(Refusal::UnknownToken.into()),
        Shown::Expired => Err(Refusal::ExpiredToken.into()),
        Shown::Used => Err(Refusal::UsedToken.into()),
    }
}

/// Where a pairing stands. The log says whether the device was let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The employer has not compared the digits yet.
    Waiting,
    /// In.
    Confirmed,
    /// Turned away, or waited too long.
    Over,
}

/// Where a pairing stands.
///
/// # Errors
///
/// The disk's.
pub fn standing(turn: &mut Turn<'_>, pairing: &Pairing) -> Result<Standing, OfficeError> {
    let state = journal::state(turn, pairing.team)?;
    let key = key_of(pairing)?;
    if state.device(key.id().device()).is_some() {
        return Ok(Standing::Confirmed);
    }
    let over = pairing.refused || pairing.expires_ms <= turn.now_ms;
    Ok(if over { Standing::Over } else { Standing::Waiting })
}

/// The employer has compared the digits: the device is let in. Again is harmless.
///
/// # Errors
///
/// [`Refusal::OtherDigits`], [`Refusal::PairingOver`], [`Refusal::NotFound`],
/// [`Refusal::Policy`].
pub fn confirm(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    id: &[u8; 16],
    digits: &str,
) -> Result<DeviceId, OfficeError> {
    let found = turn.door.pairing(id)?.filter(|pairing| pairing.team == actor.team());
    let pairing = found.ok_or(Refusal::NotFound)?;
    let key = key_of(&pairing)?;
    let device = key.id().device();
    match standing(turn, &pairing)? {
        Standing::Confirmed => return Ok(device),
        Standing::Over => return Err(Refusal::PairingOver.into()),
        Standing::Waiting => {}
    }
    let typed: String = digits.chars().filter(char::is_ascii_digit).collect();
    if typed != pairing.digits {
        turn.door.wrong_digits(id, turn.now_ms)?;
        return Err(Refusal::OtherDigits.into());
    }
    let form = DeviceForm::from_number(pairing.form)
        .ok_or(OfficeError::Inconsistent("form of a waiting device"))?;
    let operation = Operation::AddDevice { person: pairing.person, key, form };
    journal::act(turn, actor, operation)?;
    Ok(device)
}

/// The pairings of a team that wait for the employer, oldest first.
///
/// # Errors
///
/// The disk's.
pub fn waiting(turn: &mut Turn<'_>, team: TeamId) -> Result<Vec<Pairing>, OfficeError> {
    let mut waiting = Vec::new();
    for pairing in turn.door.pairings(team, turn.now_ms)? {
        if standing(turn, &pairing)? == Standing::Waiting {
            waiting.push(pairing);
        }
    }
    Ok(waiting)
}

/// Lets the device in that waits with these digits.
///
/// # Errors
///
/// [`Refusal::OtherDigits`] if none does; those of [`confirm`].
pub fn let_in(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    digits: &str,
) -> Result<DeviceId, OfficeError> {
    let waiting = waiting(turn, actor.team())?;
    let found = waiting.iter().find(|pairing| pairing.digits == digits);
    let pairing = found.ok_or(Refusal::OtherDigits)?;
    confirm(turn, actor, &pairing.id, digits)
}

fn key_of(pairing: &Pairing) -> Result<PublicKey, OfficeError> {
    PublicKey::new(&pairing.public_key).map_err(|_| OfficeError::Inconsistent("a waiting key"))
}
