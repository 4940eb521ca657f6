//! The phone's clocks and dice: what it knows about the time, as evidence.

use crate::PhoneError;
use crate::ports::{Clock, World};
use assistenz_core::log::ClockEvidence;
use chrono::{Offset as _, TimeZone as _};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Wall clock, monotonic clock and dice of one phone.
#[derive(Clone)]
pub struct Watch {
    /// The wall clock, which may be wrong, and the dice.
    pub world: World,
    /// Never jumps. Where none is told apart, the wall clock stands in for it.
    pub monotonic: Arc<dyn Clock>,
    /// Names the run of the monotonic clock.
    pub boot: [u8; 8],
    /// The zone the phone's clock shows.
    pub zone: Tz,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("zone", &self.zone).finish_non_exhaustive()
    }
}

/// The last word of the office about the time, and when it was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// The office's clock, ms since 1970.
    pub office_ms: i64,
    /// The phone's wall clock then.
    pub wall_ms: i64,
    /// The phone's monotonic clock then.
    pub monotonic_ms: u64,
    /// The run of that clock.
    pub boot: [u8; 8],
}

/// Names a run of the monotonic clock by something that is new after each
/// start of the device.
#[must_use]
pub fn boot_named(told: &str) -> [u8; 8] {
    let hash: [u8; 32] = Sha256::new_with_prefix(b"assistenzzeit/boot/1\0")
        .chain_update(told.as_bytes())
        .finalize()
        .into();
    let mut boot = [0; 8];
    boot.copy_from_slice(&hash[..8]);
    boot
}

impl Watch {
    /// A watch whose monotonic clock runs with the world's clock, as a new run.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Dice`].
    pub fn new(world: World, zone: Tz) -> Result<Self, PhoneError> {
        let boot = world.random().map_err(PhoneError::Dice)?;
        let monotonic = Arc::clone(&world.clock);
        Ok(Self { world, monotonic, boot, zone })
    }

    /// What the clocks show now.
    #[must_use]
    pub fn evidence(&self, heard: Option<Heard>) -> ClockEvidence {
        let wall_ms = self.world.now_ms();
        let offset = self
            .zone
            .timestamp_millis_opt(wall_ms)
            .single()
            .map_or(0, |local| local.offset().fix().local_minus_utc() / 60);
        ClockEvidence {
            wall_ms,
            offset_minutes: i16::try_from(offset).unwrap_or_default(),
            zone: self.zone.name().to_owned(),
            monotonic_ms: self.monotonic_ms(),
            boot: self.boot,
            office_ms: heard.map(|heard| heard.office_ms),
            office_heard_ms: heard
                .filter(|heard| heard.boot == self.boot)
                .map(|heard| heard.monotonic_ms),
        }
    }

    /// What was heard from the office just now.
    #[must_use]
    pub fn heard(&self, office_ms: i64) -> Heard {
        Heard {
            office_ms,
            wall_ms: self.world.now_ms(),
            monotonic_ms: self.monotonic_ms(),
            boot: self.boot,
        }
    }

    fn monotonic_ms(&self) -> u64 {
        u64::try_from(self.monotonic.now_ms()).unwrap_or_default()
    }

    /// Dice for one act, drawn beforehand so that they cannot fail within it.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Dice`].
    pub(crate) fn dice(&self) -> Result<impl FnMut() -> [u8; 16] + use<>, PhoneError> {
        let seed: [u8; 32] = self.world.random().map_err(PhoneError::Dice)?;
        let mut throw = 0_u64;
        Ok(move || {
            throw += 1;
            let mut hash = Sha256::new();
            hash.update(b"assistenzzeit/phone-dice/1\0");
            hash.update(seed);
            hash.update(throw.to_be_bytes());
            let hash: [u8; 32] = hash.finalize().into();
            let mut id = [0; 16];
            id.copy_from_slice(&hash[..16]);
            id
        })
    }
}
