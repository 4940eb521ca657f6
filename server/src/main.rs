//! The program `assistenzzeit`: the office and the commands around it.
//! Here, and only here, the real clock and the real dice are bound.

use assistenz_server::ports::{Clock, Dice, World};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock on this machine's wall.
struct WallClock;

impl Clock for WallClock {
    fn now_ms(&self) -> i64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
    }
}

/// The system's own randomness.
struct SystemDice;

impl Dice for SystemDice {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(bytes).map_err(std::io::Error::other)
    }
}

fn main() -> ExitCode {
    let world = World { clock: Arc::new(WallClock), dice: Arc::new(SystemDice) };
    assistenz_server::commands::run(&world)
}
