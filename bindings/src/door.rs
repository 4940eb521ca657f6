//! What all objects of the door share: clock, dice, key store, language, who
//! listens, and the guard that lets no panic through.

use crate::error::{Outcome, PhoneError, Stop};
use crate::fault::Faults;
use crate::listener::{ChangeListener, Topic};
use assistenz_core::view::phone::Showing;
use assistenz_core::words::Language;
use assistenz_courier::{Courier, KeyPin, Patience, Transport};
use assistenz_handset::ports::{Clock, World};
use assistenz_handset::vault::Vault;
use assistenz_handset::{PhoneFolder, Watch};
use chrono_tz::Tz;
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

/// What this build is.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct About {
    /// Version of the program.
    pub version: String,
    /// Whether the phone's file is encrypted in this build.
    pub encrypted: bool,
    /// Version of the database engine.
    pub engine: String,
}

/// What all objects of the door share.
pub(crate) struct Shared {
    pub(crate) root: PathBuf,
    pub(crate) snapshots: PathBuf,
    pub(crate) world: World,
    pub(crate) since_boot: Arc<dyn Clock>,
    pub(crate) boot: [u8; 8],
    pub(crate) zone: Tz,
    pub(crate) vault: Arc<dyn Vault>,
    pub(crate) faults: Faults,
    pub(crate) language: RwLock<Language>,
    pub(crate) listener: RwLock<Option<Arc<dyn ChangeListener>>>,
    pub(crate) transport: RwLock<Option<Arc<dyn Transport>>>,
}

impl Shared {
    /// Runs a call: a refusal comes back in words, a fault is noted once, a
    /// panic is a fault.
    pub(crate) fn call<T>(&self, work: impl FnOnce() -> Outcome<T>) -> Result<T, PhoneError> {
        let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Stop::Panic));
        done.map_err(|stop| {
            if !stop.is_refusal() {
                self.faults.note(self.world.now_ms(), &stop.code(), &chain(&stop));
            }
            stop.told(self.language())
        })
    }

    /// Runs something that cannot be refused; after a panic what `instead` says.
    pub(crate) fn plain<T>(&self, instead: T, work: impl FnOnce() -> T) -> T {
        catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
            self.faults.note(self.world.now_ms(), "panic", "");
            instead
        })
    }

    pub(crate) fn language(&self) -> Language {
        *self.language.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn showing(&self) -> Showing {
        Showing { language: self.language(), zone: self.zone }
    }

    pub(crate) fn watch(&self) -> Watch {
        Watch {
            world: self.world.clone(),
            monotonic: Arc::clone(&self.since_boot),
            boot: self.boot,
            zone: self.zone,
        }
    }

    /// The folder in which all phones of this device lie.
    pub(crate) fn phones(&self) -> PathBuf {
        self.root.join("phones")
    }

    pub(crate) fn folder(&self, id: &str) -> Outcome<PhoneFolder> {
        Ok(PhoneFolder::in_vault(&self.phones().join(id), Arc::clone(&self.vault))?)
    }

    /// The way to an office: the platform's client if it brought one.
    pub(crate) fn courier(&self, address: &str, pin: Option<[u8; 32]>) -> Outcome<Courier> {
        let pin = pin.map(KeyPin::new);
        let patience = Patience::default();
        let brought = self.transport.read().unwrap_or_else(PoisonError::into_inner).clone();
        let courier = match brought {
            Some(transport) => Courier::through(address, pin, patience, transport),
            None => Courier::new(address, pin, patience),
        };
        courier.map_err(|error| Stop::Phone(error.into()))
    }

    /// Tells the listener, if there is one. Hold no lock.
    pub(crate) fn tell(&self, phone: &str, mut topics: Vec<Topic>) {
        topics.sort_unstable();
        topics.dedup();
        let listener = self.listener.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(listener) = listener
            && !topics.is_empty()
            && listener.changed(phone.to_owned(), topics).is_err()
        {
            self.faults.note(self.world.now_ms(), "listener", "");
        }
    }
}

/// The chain of causes, for developers.
fn chain(stop: &Stop) -> String {
    let Stop::Phone(error) = stop else { return String::new() };
    let mut said = error.to_string();
    let mut cause: Option<&dyn Error> = error.source();
    while let Some(this) = cause {
        said = format!("{said}: {this}");
        cause = this.source();
    }
    said
}
