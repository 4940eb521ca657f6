//! One device of an assistant: the phone's core with its own store file, its
//! own clocks, and real HTTP to the office.

use super::ReplayError;
use super::clock::SeededDice;
use assistenz_core::app::{Acting, AppError, Device, Me};
use assistenz_core::document::Incarnation;
use assistenz_core::log::{ClockEvidence, DeviceKey, PublicKey, Signer as _, codec};
use assistenz_core::pairing::{PairingCode, six_digits};
use assistenz_core::store::Store;
use assistenz_core::time::Minute;
use assistenz_courier::{Courier, Patience};
use chrono::Offset as _;
use chrono_tz::Tz;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// What a phone calls its version in what it signs.
const APP: &str = concat!("assistenzzeit replay ", env!("CARGO_PKG_VERSION"));
/// More rounds than one sync can need.
const MOST_ROUNDS: usize = 200;

/// A device in somebody's hand.
#[derive(Debug)]
pub(super) struct Handset {
    device: Device<Store>,
    courier: Courier,
    zone: Tz,
    booted_ms: i64,
    boot: [u8; 8],
    /// The office's time as last heard, and the monotonic clock then.
    heard: Option<(i64, i64)>,
    /// How far the wall clock is off, in ms; positive is fast.
    pub(super) off_ms: i64,
}

/// A device that has shown its token and waits for the employer.
#[derive(Debug)]
pub(super) struct Waiting {
    courier: Courier,
    key: DeviceKey,
    pairing: String,
    log_key: PublicKey,
    me: Me,
    /// What the device shows.
    pub(super) digits: String,
}

impl Waiting {
    /// The device shows the token of the pairing code, and computes its digits.
    ///
    /// # Errors
    ///
    /// If the office cannot be reached, or is not the office of the code.
    pub(super) fn show(code: &PairingCode, dice: &SeededDice) -> Result<Self, ReplayError> {
        let courier = Courier::new(&code.address, None, Patience::default())?;
        // The office's random token is in it: as hard to guess as the office's own keys.
        let seed = Sha256::new()
            .chain_update(b"device key")
            .chain_update(code.token)
            .chain_update(dice.roll::<32>())
            .finalize();
        let key = DeviceKey::from_seed(&seed.into());
        let asked = json!({
            "token": hex::encode(code.token),
            "public_key": hex::encode(key.public().bytes()),
            "form": "phone",
        });
        let told = courier.post("v1/pair", "application/json", None, asked.to_string().into())?;
        let told: Value = serde_json::from_slice(&told)?;
        let text = |field: &str| told[field].as_str().unwrap_or_default().to_owned();
        let mut log_key = [0; 32];
        hex::decode_to_slice(text("log_key"), &mut log_key)
            .map_err(|_| ReplayError::Strange("the office's key"))?;
        let log_key =
            PublicKey::new(&log_key).map_err(|_| ReplayError::Strange("the office's key"))?;
        if log_key.id().0 != code.office {
            return Err(ReplayError::Strange("another office than in the pairing code"));
        }
        let digits = six_digits(&code.office, key.public().bytes(), &code.token);
        let no = |_| ReplayError::Strange("an id");
        let me = Me {
            team: text("team").parse().map_err(no)?,
            person: text("person").parse().map_err(no)?,
            actor: dice.roll(),
            app: APP.to_owned(),
        };
        Ok(Self { courier, key, pairing: text("pairing"), log_key, me, digits })
    }

    /// The pairing at the office.
    ///
    /// # Errors
    ///
    /// If the office gave no id.
    pub(super) fn pairing(&self) -> Result<[u8; 16], ReplayError> {
        let mut id = [0; 16];
        hex::decode_to_slice(&self.pairing, &mut id)
            .map_err(|_| ReplayError::Strange("a pairing"))?;
        Ok(id)
    }

    /// The employer has let it in: the device opens its own store.
    ///
    /// # Errors
    ///
    /// If the office does not say so, or the store cannot be made.
    pub(super) fn enter(
        self,
        store: &Path,
        zone: Tz,
        now_ms: i64,
        dice: &SeededDice,
    ) -> Result<Handset, ReplayError> {
        let told = self.courier.get(&format!("v1/pair/{}", self.pairing), None)?;
        let told: Value = serde_json::from_slice(&told)?;
        if told["state"] != "confirmed" {
            return Err(ReplayError::Strange("a device that was not let in"));
        }
        let fresh = Incarnation::new(dice.roll());
        let device = Device::open(Store::open(store)?, self.me, self.key, self.log_key, fresh)?;
        Ok(Handset {
            device,
            courier: self.courier,
            zone,
            booted_ms: now_ms,
            boot: dice.roll(),
            heard: None,
            off_ms: 0,
        })
    }
}

impl Handset {
    /// The device's id, in hexadecimal digits.
    #[must_use]
    pub(super) fn id(&self) -> String {
        self.device.key().device().to_string()
    }

    /// Does one act on the device, at this true time, without the office.
    ///
    /// # Errors
    ///
    /// Those of `act`.
    pub(super) fn act<T>(
        &mut self,
        now_ms: i64,
        dice: &SeededDice,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, ReplayError> {
        let clock = self.clock(now_ms);
        Ok(self.device.act(&clock, &mut || dice.roll(), act)?)
    }

    /// Rounds over HTTP until nothing is left to send or fetch. Gives back how many.
    ///
    /// # Errors
    ///
    /// If the office cannot be reached or an answer is not proven.
    pub(super) fn sync(&mut self, now_ms: i64, dice: &SeededDice) -> Result<usize, ReplayError> {
        let me = self.device.me();
        let asked = json!({ "team": me.team.to_string(), "device": self.id() });
        let told =
            self.courier.post("v1/nonce", "application/json", None, asked.to_string().into())?;
        let told: Value = serde_json::from_slice(&told)?;
        let nonce = hex::decode(told["nonce"].as_str().unwrap_or_default())
            .map_err(|_| ReplayError::Strange("a nonce"))?;
        let nonce = codec::decode(&nonce).map_err(|_| ReplayError::Strange("a nonce"))?;
        self.device.take_nonce(nonce)?;
        for round in 1..=MOST_ROUNDS {
            let request = self.device.request()?.ok_or(ReplayError::Strange("no nonce"))?;
            let answer = self.courier.sync(request)?;
            let received = self.device.response(&answer, Incarnation::new(dice.roll()))?;
            self.heard = Some((received.office_ms, now_ms - self.booted_ms));
            if !received.more {
                return Ok(round);
            }
        }
        Err(ReplayError::Strange("rounds without end"))
    }

    /// What the device's clocks show at this true time.
    fn clock(&self, now_ms: i64) -> ClockEvidence {
        let wall_ms = now_ms + self.off_ms;
        let offset =
            Minute::floor_ms(wall_ms).on_the_wall(self.zone).offset().fix().local_minus_utc() / 60;
        ClockEvidence {
            wall_ms,
            offset_minutes: i16::try_from(offset).unwrap_or_default(),
            zone: self.zone.name().to_owned(),
            monotonic_ms: u64::try_from(now_ms - self.booted_ms).unwrap_or_default(),
            boot: self.boot,
            office_ms: self.heard.map(|(office, _)| office),
            office_heard_ms: self.heard.and_then(|(_, heard)| u64::try_from(heard).ok()),
        }
    }
}
