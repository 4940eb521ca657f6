//! The world of a replay: a clock that is moved, and dice that fall the same
//! for the same seed.

use crate::ports::{Clock, Dice, World};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A clock that stands still until it is moved. Phones and office share it.
#[derive(Debug, Default)]
pub struct VirtualClock(AtomicI64);

impl VirtualClock {
    /// Moves it on to this time in ms since 1970; never back.
    pub fn move_to(&self, ms: i64) {
        self.0.fetch_max(ms, Ordering::SeqCst);
    }
}

impl Clock for VirtualClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Dice from a seed: SHA-256 over the seed, a name and a counter. For replays
/// only; what they make protects nothing.
#[derive(Debug)]
pub struct SeededDice {
    seed: Vec<u8>,
    name: &'static str,
    rolls: AtomicU64,
}

impl SeededDice {
    /// Dice of this name; other names give other rolls.
    #[must_use]
    pub fn new(seed: u64, name: &'static str) -> Self {
        Self { seed: seed.to_be_bytes().to_vec(), name, rolls: AtomicU64::new(0) }
    }

    /// Dice of one device. The office's random token is in them, so that its
    /// key is as hard to guess as the office's own.
    #[must_use]
    pub fn of_device(token: &[u8; 16], own: [u8; 32]) -> Self {
        let seed = [token.as_slice(), own.as_slice()].concat();
        Self { seed, name: "device", rolls: AtomicU64::new(0) }
    }

    fn block(&self) -> [u8; 32] {
        let roll = self.rolls.fetch_add(1, Ordering::SeqCst);
        let mut hash = Sha256::new();
        hash.update(&self.seed);
        hash.update(self.name.as_bytes());
        hash.update(roll.to_be_bytes());
        hash.finalize().into()
    }

    /// The next bytes.
    pub fn roll<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        for chunk in bytes.chunks_mut(32) {
            chunk.copy_from_slice(&self.block()[..chunk.len()]);
        }
        bytes
    }

    /// A number below `end`; 0 if `end` is 0.
    pub fn below(&self, end: usize) -> usize {
        let wide = u128::from(u64::from_be_bytes(self.roll()));
        let end = u128::try_from(end).unwrap_or_default();
        usize::try_from((wide * end) >> 64).unwrap_or_default()
    }

    /// Puts things into another order.
    pub fn shuffle<T>(&self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

impl Dice for SeededDice {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        for chunk in bytes.chunks_mut(32) {
            chunk.copy_from_slice(&self.block()[..chunk.len()]);
        }
        Ok(())
    }
}

/// The office's world in a replay, and the clock to move. The office's keys
/// come from these dice: seeded ones make the same files again, real ones make
/// an office that can be kept.
#[must_use]
pub fn world(dice: Arc<dyn Dice>) -> (World, Arc<VirtualClock>) {
    let clock = Arc::new(VirtualClock::default());
    (World { clock: Arc::clone(&clock) as _, dice }, clock)
}
