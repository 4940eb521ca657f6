//! The clocks and dice of the machine this runs on.

use crate::ports::{Clock, Dice, World};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock on the machine's wall.
struct WallClock;

impl Clock for WallClock {
    fn now_ms(&self) -> i64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
    }
}

/// Runs since the machine was started, also while it sleeps, and never jumps.
struct SinceBoot;

impl Clock for SinceBoot {
    fn now_ms(&self) -> i64 {
        // On Apple's systems this one counts sleep; on Linux and Android it is `Boottime`.
        #[cfg(any(target_os = "linux", target_os = "android"))]
        let id = rustix::time::ClockId::Boottime;
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        let id = rustix::time::ClockId::Monotonic;
        let now = rustix::time::clock_gettime(id);
        now.tv_sec.saturating_mul(1_000).saturating_add(now.tv_nsec / 1_000_000)
    }
}

/// The system's own randomness.
struct SystemDice;

impl Dice for SystemDice {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(bytes).map_err(std::io::Error::other)
    }
}

impl World {
    /// The real clock and the real dice.
    #[must_use]
    pub fn of_this_machine() -> Self {
        Self { clock: Arc::new(WallClock), dice: Arc::new(SystemDice) }
    }
}

/// A clock that runs since the machine was started and never jumps.
#[must_use]
pub fn since_boot() -> Arc<dyn Clock> {
    Arc::new(SinceBoot)
}
