//! A phone in a folder: the core of a phone with its own store, its key and its
//! way to the office. The command line, the replay and the demonstration use it.
//!
//! Everything that can be decided is decided in `assistenz_core`; here are the
//! files, the clock, the dice and the network.

mod error;
pub mod files;
mod folder;
pub mod machine;
mod pairing;
pub mod ports;
pub mod vault;
mod view;
mod watch;

pub use error::PhoneError;
pub use folder::{Paired, PhoneFolder};
pub use pairing::Asked;
pub use view::{Overview, Reached, Unsent};
pub use watch::{Heard, Watch, boot_named};

use assistenz_core::app::{Acting, AppError, Device, Me};
use assistenz_core::document::Incarnation;
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{ClockEvidence, DeviceKey, codec};
use assistenz_core::place::Workplace;
use assistenz_core::store::Store;
use assistenz_core::sync::{Answer, Nonce};
use assistenz_courier::{Courier, CourierError};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Rounds of one sitting: far more than months of work without a network need.
const MOST_ROUNDS: usize = 1_000;
/// The note in the ledger that keeps [`Heard`].
const HEARD: &str = "phone/heard";

/// A paired phone, opened.
#[derive(Debug)]
pub struct Phone {
    device: Device<Store>,
    watch: Watch,
    heard: Option<Heard>,
}

/// What a sitting with the office came to.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Rounds made.
    pub rounds: usize,
    /// Batches that waited before.
    pub waited: usize,
    /// Batches that still wait: held back, refused, or written meanwhile.
    pub waiting: usize,
    /// What became of each batch that was offered.
    pub answers: Vec<Answer>,
    /// Documents and the policy that changed.
    pub changed: BTreeSet<Stream>,
    /// The office began a new epoch: it was restored from a backup.
    pub new_epoch: bool,
    /// This store began a new life.
    pub new_incarnation: bool,
    /// The office's clock at the last answer, ms since 1970.
    pub office_ms: i64,
    /// Another sitting would bring or send more.
    pub more: bool,
}

impl PhoneFolder {
    /// Opens the phone. Its automerge actor and, on first use, its store's life
    /// are drawn.
    ///
    /// # Errors
    ///
    /// [`PhoneError::NotPaired`]; faults of folder and store.
    pub fn unlock(&self, watch: Watch) -> Result<Phone, PhoneError> {
        let paired = self.paired()?.ok_or(PhoneError::NotPaired)?;
        let key = self.known_key()?.ok_or(PhoneError::NotPaired)?;
        let store = self.open_store(&watch.world)?;
        self.protect()?;
        Phone::take(store, &paired, key, watch)
    }
}

impl Phone {
    /// Takes a paired phone into the hand, with its store: a file or memory.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Dice`]; faults of the ledger.
    pub fn take(
        store: Store,
        paired: &Paired,
        key: DeviceKey,
        watch: Watch,
    ) -> Result<Self, PhoneError> {
        let me = Me {
            team: paired.team,
            person: paired.person,
            actor: watch.world.random().map_err(PhoneError::Dice)?,
            app: concat!("assistenzzeit ", env!("CARGO_PKG_VERSION")).to_owned(),
        };
        let fresh = fresh_life(&watch)?;
        let device = Device::open(store, me, key, paired.log_key.clone(), fresh)?;
        let mut phone = Self { device, watch, heard: None };
        phone.hear_again()?;
        Ok(phone)
    }

    /// The core.
    pub const fn device(&mut self) -> &mut Device<Store> {
        &mut self.device
    }

    /// Who uses it.
    #[must_use]
    pub const fn me(&self) -> &Me {
        self.device.me()
    }

    /// When the office was heard last.
    #[must_use]
    pub const fn heard(&self) -> Option<Heard> {
        self.heard
    }

    /// Reads again when the office was last heard: another hand on the same
    /// store may have talked with it.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn hear_again(&mut self) -> Result<(), PhoneError> {
        let team = self.me().team;
        let kept =
            self.device.engine().read(|ledger| Ok::<_, PhoneError>(ledger.note(team, HEARD)?))?;
        self.heard = kept
            .map(|bytes| serde_json::from_slice(&bytes).map_err(|_| PhoneError::Torn(HEARD)))
            .transpose()?;
        Ok(())
    }

    /// What the clocks show now.
    #[must_use]
    pub fn now(&self) -> ClockEvidence {
        self.watch.evidence(self.heard)
    }

    /// Does one act now: in one transaction, durable when this returns.
    ///
    /// # Errors
    ///
    /// Those of `act`; nothing was written then. [`PhoneError::Dice`].
    pub fn act<T>(
        &mut self,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, PhoneError> {
        let now = self.now();
        let mut dice = self.watch.dice()?;
        Ok(self.device.act(&now, &mut dice, act)?)
    }

    /// Reads, without writing anything.
    ///
    /// # Errors
    ///
    /// Those of `look`.
    pub fn look<T>(
        &mut self,
        look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, PhoneError> {
        let now = self.now();
        Ok(self.device.look(&now, look)?)
    }

    /// The workplace of the contract that holds today, if this phone knows one.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn contract_place(&mut self) -> Result<Option<Workplace>, PhoneError> {
        let zone = self.watch.zone;
        self.look(|acting| {
            let person = acting.me.person;
            let today = assistenz_core::time::Minute::floor_ms(acting.now_ms()).day(zone);
            let versions = acting.contract_of(person)?;
            let now = assistenz_core::contract::version::in_force(&versions, today);
            Ok(now.map(|version| version.workplace.clone()))
        })
    }

    /// Talks with the office until nothing is left to send or fetch. Each round
    /// is taken in whole or not at all; after any error, call it again.
    ///
    /// # Errors
    ///
    /// Those of the way there and of the core; [`PhoneError::Answer`].
    pub fn sync(&mut self, courier: &Courier) -> Result<Summary, PhoneError> {
        self.sync_within(courier, None)
    }

    /// The same, at most so long: what was begun is taken in whole or not at
    /// all, and the rest is left for the next time.
    ///
    /// # Errors
    ///
    /// As [`Phone::sync`].
    pub fn sync_within(
        &mut self,
        courier: &Courier,
        longest: Option<Duration>,
    ) -> Result<Summary, PhoneError> {
        let end = longest.and_then(|longest| Instant::now().checked_add(longest));
        let mut summary = Summary { waited: self.device.waiting()?, ..Summary::default() };
        let mut asked_for_nonce = false;
        summary.more = true;
        while summary.more && summary.rounds < MOST_ROUNDS {
            let patient;
            let courier = match end {
                None => courier,
                Some(end) => {
                    let left = end.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        break;
                    }
                    patient = courier.within(left);
                    &patient
                }
            };
            let Some(request) = self.device.request()? else {
                self.fetch_nonce(courier)?;
                continue;
            };
            let answer = match courier.sync(request) {
                Err(CourierError::Refused { code, .. })
                    if code == "stale_nonce" && !asked_for_nonce =>
                {
                    asked_for_nonce = true;
                    self.fetch_nonce(courier)?;
                    continue;
                }
                other => other?,
            };
            let fresh = fresh_life(&self.watch)?;
            let received = self.device.response(&answer, fresh)?;
            summary.rounds += 1;
            if received.stale {
                // Another process asked meanwhile: ask again.
                continue;
            }
            self.hear(received.office_ms)?;
            summary.office_ms = received.office_ms;
            summary.more = received.more;
            summary.new_epoch |= received.new_epoch;
            summary.new_incarnation |= received.new_incarnation;
            summary.changed.extend(received.changed);
            summary.answers.extend(received.answers);
        }
        summary.waiting = self.device.waiting()?;
        Ok(summary)
    }

    fn fetch_nonce(&mut self, courier: &Courier) -> Result<(), PhoneError> {
        #[derive(Deserialize)]
        struct Given {
            nonce: String,
        }
        let body = serde_json::json!({
            "team": self.me().team.to_string(),
            "device": self.device.key().device().to_string(),
        });
        let body = body.to_string().into_bytes();
        let answer = courier.post("v1/nonce", "application/json", None, body)?;
        let wrong = || PhoneError::Answer("nonce");
        let given: Given = serde_json::from_slice(&answer).map_err(|_| wrong())?;
        let bytes = hex::decode(given.nonce).map_err(|_| wrong())?;
        let nonce: Nonce = codec::decode(&bytes).map_err(|_| wrong())?;
        Ok(self.device.take_nonce(nonce)?)
    }

    fn hear(&mut self, office_ms: i64) -> Result<(), PhoneError> {
        let heard = self.watch.heard(office_ms);
        let note = serde_json::to_vec(&heard).map_err(|_| PhoneError::Torn(HEARD))?;
        let team = self.me().team;
        self.device
            .engine()
            .write(|ledger| Ok::<_, PhoneError>(ledger.put_note(team, HEARD, &note)?))?;
        self.heard = Some(heard);
        Ok(())
    }
}

fn fresh_life(watch: &Watch) -> Result<Incarnation, PhoneError> {
    Ok(Incarnation::new(watch.world.random().map_err(PhoneError::Dice)?))
}
