//! What the office needs of the world: a clock and dice. `main.rs` binds the
//! real ones; a replay and the tests bring their own.

use std::sync::Arc;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// Milliseconds since 1970-01-01T00:00Z. It may jump; the log never goes back with it.
    fn now_ms(&self) -> i64;
}

/// Gives random bytes fit for keys.
pub trait Dice: Send + Sync + 'static {
    /// Fills `bytes`.
    ///
    /// # Errors
    ///
    /// If the system has no randomness to give.
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()>;
}

/// Both, cheap to clone.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub dice: Arc<dyn Dice>,
}

impl World {
    /// Now, in milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// As many random bytes as the type says.
    ///
    /// # Errors
    ///
    /// If the system has no randomness to give.
    pub fn random<const N: usize>(&self) -> std::io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.dice.fill(&mut bytes)?;
        Ok(bytes)
    }
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("World")
    }
}
