//! Limits: how big, how fast, how many.
//!
//! A paired device is slowed, never refused: sixty days offline must drain in
//! one sitting. A stranger's address is refused after a few tries.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The longest body of a request, compressed as sent.
pub const BODY_BYTES: usize = 512 * 1024;
/// The longest body of a sync round after inflating.
pub const INFLATED_BYTES: usize = 1024 * 1024;
/// The longest page, before compression.
pub const PAGE_BYTES: usize = 16 * 1024 * 1024;
/// Until the headers of a request are here.
pub const HEADER_TIMEOUT: Duration = Duration::from_secs(10);
/// Until a request is answered.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);
/// Passwords hashed at a time.
pub const SLOW: usize = 2;
/// Open connections.
pub const CONNECTIONS: usize = 2_048;
/// Jobs waiting for the writer; the next one is told to come again.
pub const QUEUE: usize = 2_048;

/// How many requests at once, and how many a second after that.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Milliseconds until one more is allowed.
    pub every_ms: u64,
}

/// A device that is paired: 50 rounds at once, then 10 a second.
pub const DEVICE: Rate = Rate { burst: 50, every_ms: 100 };
/// An address nobody vouches for: 20 tries at once, then one in three seconds.
pub const STRANGER: Rate = Rate { burst: 20, every_ms: 3_000 };
/// A name that somebody tries passwords for: 8 tries at once, then one a minute.
pub const NAME: Rate = Rate { burst: 8, every_ms: 60_000 };
/// Addresses remembered at a time; the longest idle are forgotten first.
const REMEMBERED: usize = 10_000;

/// Leaky buckets by key. Pure: the caller tells the time.
#[derive(Debug)]
pub struct Buckets<K> {
    rate: Rate,
    /// When each bucket will be empty again, in milliseconds of the caller's clock.
    empty_at: Mutex<HashMap<K, u64>>,
}

impl<K: Eq + Hash + Clone> Buckets<K> {
    /// With this rate for each key.
    #[must_use]
    pub fn new(rate: Rate) -> Self {
        Self { rate, empty_at: Mutex::new(HashMap::new()) }
    }

    /// Takes one at `now_ms` (any clock that does not go back). `Err` holds
    /// the time after which the next is allowed; then nothing was taken.
    ///
    /// # Errors
    ///
    /// The wait.
    pub fn take(&self, key: &K, now_ms: u64) -> Result<(), Duration> {
        self.book(key, now_ms, false)
    }

    /// Takes one even if none is left, and tells how long to wait first.
    pub fn take_slowly(&self, key: &K, now_ms: u64) -> Duration {
        self.book(key, now_ms, true).err().unwrap_or_default()
    }

    /// Gives one back that turned out to be honest.
    pub fn give_back(&self, key: &K) {
        let mut buckets = self.empty_at.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(empty_at) = buckets.get_mut(key) {
            *empty_at = empty_at.saturating_sub(self.rate.every_ms);
        }
    }

    fn book(&self, key: &K, now_ms: u64, anyway: bool) -> Result<(), Duration> {
        // A panic elsewhere leaves at worst one booking undone.
        let mut buckets = self.empty_at.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED && !buckets.contains_key(key) {
            buckets.retain(|_, empty_at| *empty_at > now_ms);
            if buckets.len() >= REMEMBERED {
                let oldest = buckets.iter().min_by_key(|(_, at)| **at).map(|(key, _)| key.clone());
                oldest.map(|key| buckets.remove(&key));
            }
        }
        let empty_at = buckets.entry(key.clone()).or_insert(0);
        let filled = (*empty_at).max(now_ms).saturating_add(self.rate.every_ms);
        let room = u64::from(self.rate.burst).saturating_mul(self.rate.every_ms);
        let over = filled.saturating_sub(now_ms).saturating_sub(room);
        if over == 0 || anyway {
            *empty_at = filled;
        }
        if over == 0 { Ok(()) } else { Err(Duration::from_millis(over)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_is_refused_after_the_burst_and_let_in_again_later() {
        let buckets = Buckets::new(Rate { burst: 3, every_ms: 1_000 });
        for _ in 0..3 {
            assert_eq!(buckets.take(&"a", 0), Ok(()));
        }
        assert_eq!(buckets.take(&"a", 0), Err(Duration::from_millis(1_000)));
        assert_eq!(buckets.take(&"a", 999), Err(Duration::from_millis(1)));
        assert_eq!(buckets.take(&"b", 0), Ok(()), "another address has its own bucket");
        assert_eq!(buckets.take(&"a", 1_000), Ok(()));
        assert!(buckets.take(&"a", 1_000).is_err());
    }

    #[test]
    fn an_honest_stranger_is_never_refused() {
        let buckets = Buckets::new(Rate { burst: 3, every_ms: 1_000 });
        for _ in 0..100 {
            assert_eq!(buckets.take(&"a", 0), Ok(()));
            buckets.give_back(&"a");
        }
    }

    #[test]
    fn a_paired_device_waits_its_turn_and_is_never_refused() {
        let buckets = Buckets::new(Rate { burst: 2, every_ms: 100 });
        let waits: Vec<_> = (0..5).map(|_| buckets.take_slowly(&1, 0).as_millis()).collect();
        assert_eq!(waits, [0, 0, 100, 200, 300]);
        assert_eq!(buckets.take_slowly(&1, 10_000), Duration::ZERO);
    }

    #[test]
    fn many_addresses_do_not_fill_the_memory() {
        let buckets = Buckets::new(STRANGER);
        for address in 0..(REMEMBERED + 500) {
            assert_eq!(buckets.take(&address, 5), Ok(()));
        }
        let kept = buckets.empty_at.lock().expect("no panic before").len();
        assert_eq!(kept, REMEMBERED);
    }
}
