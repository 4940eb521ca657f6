//! One device of an assistant: a real phone in a folder of its own, on the
//! replay's clock and dice.

use super::ReplayError;
use super::clock::{SeededDice, VirtualClock};
use crate::ports::{Clock, World};
use assistenz_core::app::{Acting, AppError};
use assistenz_core::log::DeviceForm;
use assistenz_core::pairing::PairingCode;
use assistenz_courier::{Courier, Patience};
use assistenz_handset::{Phone, PhoneFolder, Watch};
use chrono_tz::Tz;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The clock on a device's screen: the true time, and what it is off.
#[derive(Debug)]
struct Wall {
    truly: Arc<VirtualClock>,
    off_ms: AtomicI64,
}

impl Clock for Wall {
    fn now_ms(&self) -> i64 {
        self.truly.now_ms() + self.off_ms.load(Ordering::SeqCst)
    }
}

/// A device in somebody's hand.
#[derive(Debug)]
pub(super) struct Handset {
    phone: Phone,
    courier: Courier,
    wall: Arc<Wall>,
}

/// A device that has shown its token and waits for the employer.
#[derive(Debug)]
pub(super) struct Waiting {
    folder: PhoneFolder,
    world: World,
    wall: Arc<Wall>,
    /// What the device shows.
    pub(super) digits: String,
}

impl Waiting {
    /// The device shows the token of the pairing code, and computes its digits.
    ///
    /// # Errors
    ///
    /// If the office cannot be reached, or is not the office of the code.
    pub(super) fn show(
        root: &Path,
        code: &PairingCode,
        clock: &Arc<VirtualClock>,
        dice: &SeededDice,
    ) -> Result<Self, ReplayError> {
        let wall = Arc::new(Wall { truly: Arc::clone(clock), off_ms: AtomicI64::new(0) });
        let dice = Arc::new(SeededDice::of_device(&code.token, dice.roll()));
        let world = World { clock: Arc::clone(&wall) as _, dice };
        let folder = PhoneFolder::open(root)?;
        let digits = folder.ask_to_pair(code, DeviceForm::Phone, &world)?.digits;
        Ok(Self { folder, world, wall, digits })
    }

    /// The employer has let it in: the device opens its own store.
    ///
    /// # Errors
    ///
    /// If the office does not say so, or the store cannot be made.
    pub(super) fn enter(self, zone: Tz) -> Result<Handset, ReplayError> {
        let courier = self.folder.look_if_paired()?.courier(Patience::default())?;
        let mut watch = Watch::new(self.world, zone)?;
        // A wrong wall clock does not make this one jump.
        watch.monotonic = Arc::clone(&self.wall.truly) as _;
        Ok(Handset { phone: self.folder.unlock(watch)?, courier, wall: self.wall })
    }
}

impl Handset {
    /// The device's id, in hexadecimal digits.
    #[must_use]
    pub(super) fn id(&mut self) -> String {
        self.phone.device().key().device().to_string()
    }

    /// From now on the clock on the screen is off by so much; positive is fast.
    pub(super) fn set_off(&self, ms: i64) {
        self.wall.off_ms.store(ms, Ordering::SeqCst);
    }

    /// Does one act on the device now, without the office.
    ///
    /// # Errors
    ///
    /// Those of `act`.
    pub(super) fn act<T>(
        &mut self,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, ReplayError> {
        Ok(self.phone.act(act)?)
    }

    /// Rounds over HTTP until nothing is left to send or fetch.
    ///
    /// # Errors
    ///
    /// If the office cannot be reached or an answer is not proven.
    pub(super) fn sync(&mut self) -> Result<(), ReplayError> {
        self.phone.sync(&self.courier)?;
        Ok(())
    }
}
