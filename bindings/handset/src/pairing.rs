//! A phone's side of pairing: show the token, show the digits, wait to be let in
//! (`docs/sync-protocol.md` § 2a).

use crate::PhoneError;
use crate::folder::{PAIRING, Paired, PhoneFolder, bytes};
use crate::ports::World;
use assistenz_core::log::{DeviceForm, PublicKey, Signer as _};
use assistenz_core::pairing::{PairingCode, six_digits};
use assistenz_courier::{Courier, KeyPin, Patience};
use serde::{Deserialize, Serialize};

/// What is to be shown while the employer compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Six digits, computed here from both keys and the token.
    pub digits: String,
}

/// While the employer compares digits.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pending {
    code: String,
    pairing: String,
}

/// The office's `PairView`, as far as a phone needs it.
#[derive(Deserialize)]
struct Told {
    pairing: String,
    state: String,
    team: String,
    person: String,
    log_key: String,
}

impl PhoneFolder {
    /// Shows the token of a pairing code to its office. Asking again with the
    /// same code is answered the same. Nothing is taken over from the office
    /// unless its log key is the one in the code.
    ///
    /// # Errors
    ///
    /// [`PhoneError::AlreadyPaired`], [`PhoneError::OtherOffice`], the
    /// office's refusals (`unknown_token`, `used_token`, `expired_token`) and
    /// those of the way there.
    pub fn ask_to_pair(
        &self,
        code: &PairingCode,
        form: DeviceForm,
        world: &World,
    ) -> Result<Asked, PhoneError> {
        self.ask_through(code, form, world, &way(code)?)
    }

    /// The same over a way that the caller made for this code.
    ///
    /// # Errors
    ///
    /// As [`PhoneFolder::ask_to_pair`].
    pub fn ask_through(
        &self,
        code: &PairingCode,
        form: DeviceForm,
        world: &World,
        courier: &Courier,
    ) -> Result<Asked, PhoneError> {
        if self.paired()?.is_some() {
            return Err(PhoneError::AlreadyPaired);
        }
        let key = self.key(world)?.public();
        let body = serde_json::json!({
            "token": hex::encode(code.token),
            "public_key": hex::encode(key.bytes()),
            "form": form.word(),
        });
        let body = body.to_string().into_bytes();
        let answer = courier.post("v1/pair", "application/json", None, body)?;
        let told = read(&answer)?;
        paired(code, &told)?;
        self.put_json(PAIRING, &Pending { code: code.to_string(), pairing: told.pairing })?;
        Ok(Asked { digits: six_digits(&code.office, key.bytes(), &code.token) })
    }

    /// Whether a pairing with this code waits here.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Torn`].
    pub fn asks_with(&self, code: &PairingCode) -> Result<bool, PhoneError> {
        let pending = self.json::<Pending>(PAIRING)?;
        Ok(pending.is_some_and(|pending| pending.code == code.to_string()))
    }

    /// The digits of a pairing that waits; `None` if none does.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Torn`].
    pub fn asked(&self) -> Result<Option<Asked>, PhoneError> {
        let (Some(pending), Some(key)) = (self.json::<Pending>(PAIRING)?, self.known_key()?) else {
            return Ok(None);
        };
        let code: PairingCode = pending.code.parse()?;
        let digits = six_digits(&code.office, key.public().bytes(), &code.token);
        Ok(Some(Asked { digits }))
    }

    /// Looks whether the employer has let this phone in, and remembers it: the
    /// phone is paired when this returns.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Waiting`]: look again later. [`PhoneError::PairingOver`]:
    /// a new code is needed; the old one is forgotten. [`PhoneError::NotPaired`]
    /// if nobody asked.
    pub fn look_if_paired(&self) -> Result<Paired, PhoneError> {
        self.look_through(way)
    }

    /// The same over a way that the caller makes for the code.
    ///
    /// # Errors
    ///
    /// As [`PhoneFolder::look_if_paired`].
    pub fn look_through(
        &self,
        way: impl FnOnce(&PairingCode) -> Result<Courier, PhoneError>,
    ) -> Result<Paired, PhoneError> {
        if let Some(paired) = self.paired()? {
            return Ok(paired);
        }
        let pending = self.json::<Pending>(PAIRING)?.ok_or(PhoneError::NotPaired)?;
        let code: PairingCode = pending.code.parse()?;
        // An id that is not hexadecimal could lead elsewhere.
        let id: [u8; 16] = bytes(&pending.pairing).ok_or(PhoneError::Torn(PAIRING))?;
        let answer = way(&code)?.get(&format!("v1/pair/{}", hex::encode(id)), None)?;
        let told = read(&answer)?;
        match told.state.as_str() {
            "confirmed" => {}
            "waiting" => return Err(PhoneError::Waiting),
            "over" => {
                self.forget(PAIRING)?;
                return Err(PhoneError::PairingOver);
            }
            _ => return Err(PhoneError::Answer("state")),
        }
        let paired = paired(&code, &told)?;
        self.keep_paired(&paired)?;
        self.forget(PAIRING)?;
        Ok(paired)
    }
}

fn way(code: &PairingCode) -> Result<Courier, PhoneError> {
    Ok(Courier::new(&code.address, code.pin.map(KeyPin::new), Patience::default())?)
}

fn read(answer: &[u8]) -> Result<Told, PhoneError> {
    serde_json::from_slice(answer).map_err(|_| PhoneError::Answer("pairing"))
}

/// What the office told, if it is the office of the code.
fn paired(code: &PairingCode, told: &Told) -> Result<Paired, PhoneError> {
    let log_key = bytes(&told.log_key).ok_or(PhoneError::Answer("log_key"))?;
    let log_key = PublicKey::new(&log_key).map_err(|_| PhoneError::Answer("log_key"))?;
    if log_key.id().0 != code.office {
        return Err(PhoneError::OtherOffice);
    }
    Ok(Paired {
        team: told.team.parse().map_err(|_| PhoneError::Answer("team"))?,
        person: told.person.parse().map_err(|_| PhoneError::Answer("person"))?,
        address: code.address.clone(),
        pin: code.pin,
        log_key,
    })
}
