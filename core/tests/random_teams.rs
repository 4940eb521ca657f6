//! Small teams that do anything in any order, from a seed, with the real use
//! cases: two assistants with three phones whose clocks are off, and an
//! employer at the desk.
//!
//! Whatever they did: nothing recorded is gone, every refusal is a typed no
//! that writes nothing, everybody sees the same, and every month comes to an
//! approval by doing what the screens offer.
//!
//! `ASSISTENZ_TEAMS` sets how many teams are played (few without it), from
//! `ASSISTENZ_FIRST_TEAM` on (0 without it); `ASSISTENZ_TEAM` plays one alone
//! and tells what was done.

#[path = "random_teams/acts.rs"]
mod acts;
#[path = "random_teams/checks.rs"]
mod checks;
#[path = "random_teams/desk.rs"]
mod desk;
#[path = "random_teams/money.rs"]
mod money;
#[path = "random_teams/settling.rs"]
mod settling;
#[path = "use_cases/team.rs"]
#[allow(dead_code)] // the use cases use more of it
mod team;
#[path = "random_teams/world.rs"]
mod world;

use std::sync::atomic::{AtomicU64, Ordering};
use world::World;

/// Plays one team. What is wrong, in words.
fn play(seed: u64) -> Vec<String> {
    let mut world = World::new(seed);
    for _ in 0..40 + seed % 60 {
        world.step();
        if !world.wrong.is_empty() {
            return world.wrong;
        }
    }
    world.meet();
    checks::everything_is_there(&mut world);
    checks::everybody_sees_the_same(&mut world);
    checks::everything_can_be_said(&mut world);
    checks::views_come_out_identical(&mut world);
    settling::every_month_comes_to_an_approval(&mut world);
    if !world.wrong.is_empty() {
        return world.wrong;
    }
    checks::every_minute_is_in_one_statement(&mut world);
    money::every_cent_is_handed_over_once(&mut world);
    checks::everything_can_be_said(&mut world);
    world.wrong
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn whatever_a_team_does_nothing_is_lost_and_every_month_can_be_approved() {
    let one = number("ASSISTENZ_TEAM");
    let first = one.or_else(|| number("ASSISTENZ_FIRST_TEAM")).unwrap_or(0);
    let few = if cfg!(debug_assertions) { 4 } else { 24 };
    let count = if one.is_some() { 1 } else { number("ASSISTENZ_TEAMS").unwrap_or(few) };
    let next = AtomicU64::new(first);
    let work = || {
        let mut failures = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= first + count {
                return failures;
            }
            let wrong =
                std::panic::catch_unwind(|| play(seed)).unwrap_or_else(|_| vec!["panicked".into()]);
            failures.extend(wrong.into_iter().map(|what| format!("team {seed}: {what}")));
        }
    };
    let failures: Vec<String> = std::thread::scope(|scope| {
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic left")).collect()
    });
    let shown = failures.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} wrong in {count} teams\n{shown}", failures.len());
}
