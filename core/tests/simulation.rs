//! Phones, an office and a bad network, from a seed, with the real code.
//!
//! What any device or the office still holds at the end has reached everyone
//! who may read it and nobody else, and nothing acknowledged is lost. Planted
//! bugs show that the simulation would notice.
//!
//! `ASSISTENZ_SEEDS` sets how many seeds are run (2,000 without it), from
//! `ASSISTENZ_FIRST_SEED` on (0 without it); `ASSISTENZ_SEED` runs one alone.

#[path = "simulation/checks.rs"]
mod checks;
#[path = "simulation/faulty.rs"]
mod faulty;
mod founded;
#[path = "simulation/world.rs"]
mod world;

use faulty::Bug;
use std::sync::atomic::{AtomicU64, Ordering};
use world::World;

fn run(seed: u64, bug: Option<Bug>) -> Vec<String> {
    let mut world = World::new(seed, bug);
    let steps = 40 + seed % 60;
    for _ in 0..steps {
        world.step();
    }
    let rests = world.heal();
    let mut wrong = checks::violations(&mut world);
    if !rests {
        wrong.push("somebody never comes to rest".into());
    }
    wrong
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// From the first seed up to the end.
fn seeds() -> (u64, u64) {
    if let Some(one) = number("ASSISTENZ_SEED") {
        return (one, one + 1);
    }
    let first = number("ASSISTENZ_FIRST_SEED").unwrap_or(0);
    (
        first,
        first
            + number("ASSISTENZ_SEEDS").unwrap_or(if cfg!(debug_assertions) { 100 } else { 2_000 }),
    )
}

#[test]
fn everything_held_reaches_its_readers_and_nobody_else() {
    let (first, end) = seeds();
    let next = AtomicU64::new(first);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            let mut failures = Vec::new();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= end {
                    return failures;
                }
                let wrong = std::panic::catch_unwind(|| run(seed, None))
                    .unwrap_or_else(|_| vec!["panicked".into()]);
                failures.extend(wrong.into_iter().map(|what| format!("seed {seed}: {what}")));
            }
        };
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic left")).collect()
    });
    let shown = failures.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(
        failures.is_empty(),
        "{} violations in seeds {first} to {end}\n{shown}",
        failures.len()
    );
}

/// The first seed of the first hundred in which the bug shows as what it is.
fn noticed(bug: Bug, as_what: &str) -> Option<u64> {
    (0..100).find(|seed| run(*seed, Some(bug)).iter().any(|wrong| wrong.contains(as_what)))
}

macro_rules! planted {
    ($($name:ident: $bug:ident, $as_what:literal;)+) => {
        $(#[test]
        fn $name() {
            let seed = noticed(Bug::$bug, $as_what);
            assert!(seed.is_some(), "{:?} goes unnoticed", Bug::$bug);
        })+
    };
}

planted! {
    a_dropped_outbox_row_is_noticed: DroppedOutboxRow, "the office does not";
    a_skipped_cursor_is_noticed: CursorSkip, "as the office has it";
    a_lost_release_is_noticed: LostRelease, "is not in force";
    a_reused_actor_is_noticed: ReusedActor, "the gate refuses";
    an_ignored_receipt_is_noticed: IgnoredReceipt, "still waits to send";
    a_forgotten_revocation_is_noticed: ForgottenRevocation, "of a revoked device is in force";
    a_recovered_revocation_not_judged_again_is_noticed:
        RecoveredRevocationNotJudgedAgain, "came in behind a revocation that came back";
}
