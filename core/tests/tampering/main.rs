//! Is every tampering with an evidence file found?
//!
//! 10,000 seeded ones (`ASSISTENZ_TAMPERINGS`) over files of up to 200 changes.
//! An outsider has no key; the operator has the office's log key, recomputes
//! every checkpoint and seals the file anew, but has no device's key. A
//! tampering that leaves the bytes as they were is not counted.

#[path = "../book/mod.rs"]
mod book;

mod file;
mod kinds;

use assistenz_core::document::{EntryId, Incarnation, TeamId};
use assistenz_core::log::codec::{decode_first, encode};
use assistenz_core::log::evidence::{FindingKind, Item, verify};
use assistenz_core::log::tree::{self, MemoryNodes};
use assistenz_core::log::{
    Checkpoint, Content, Context, DeviceKey, Entry, Hash, LogKey, RecordContent, RecordDraft,
    Signature, SignedBatch, Signer, Status,
};
use book::{Book, START_MS};
use kinds::{OPERATOR, OUTSIDER, tamper};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

struct Case {
    seed: u64,
    changes: usize,
    team: TeamId,
    bytes: Vec<u8>,
    keys: Vec<LogKey>,
}

fn case(seed: u64) -> Case {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    // Mostly small, so that there can be many; every tenth up to 200.
    let changes =
        if seed.is_multiple_of(10) { rng.random_range(100..=200) } else { rng.random_range(5..45) };
    let mut book = Book::story(seed, changes);
    let bytes = book.evidence(None);
    Case { seed, changes, team: book.team, bytes, keys: book.log_keys.clone() }
}

#[test]
fn an_untouched_file_is_proven() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..40 {
        let case = case(seed);
        let report = verify(&case.bytes).expect("readable");
        assert!(report.is_proven(), "seed {seed}: {:?}", report.findings);
        assert!(report.counts.batches >= case.changes as u64, "seed {seed}");
        for note in &report.notes {
            seen.insert(format!("{note:?}").split(' ').next().map(str::to_owned));
        }
    }
    for wanted in ["Purged", "GapAfterRestore", "RecoveredByOperator"] {
        assert!(seen.contains(&Some(wanted.to_owned())), "no story has {wanted}: {seen:?}");
    }
}

#[test]
fn every_tampering_is_found() {
    let wanted = number("ASSISTENZ_TAMPERINGS", 10_000);
    let folder = std::env::var_os("ASSISTENZ_TAMPERED_INTO").map(std::path::PathBuf::from);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let kinds: BTreeMap<usize, usize> = std::thread::scope(|scope| {
        let tasks: Vec<_> = (0..workers)
            .map(|worker| {
                let folder = folder.clone();
                let share = wanted / workers + usize::from(worker < wanted % workers);
                scope.spawn(move || work(worker, share, folder.as_deref()))
            })
            .collect();
        let mut sum = BTreeMap::new();
        for task in tasks {
            for (kind, count) in task.join().expect("every tampering is found") {
                *sum.entry(kind).or_default() += count;
            }
        }
        sum
    });
    assert_eq!(kinds.values().sum::<usize>(), wanted);
    if wanted >= 1000 {
        assert_eq!(kinds.len(), OUTSIDER + OPERATOR, "every kind was tried: {kinds:?}");
    }
}

/// Writes a file and what was found in it, for the second implementation.
fn keep(folder: &std::path::Path, name: &str, bytes: &[u8]) {
    let findings = match verify(bytes) {
        Err(unreadable) => serde_json::json!(unreadable.code()),
        Ok(report) => report
            .findings
            .iter()
            .map(|found| {
                let position = found.position.map(|at| (u64::from(at.epoch), at.seq));
                serde_json::json!([found.code.code(), position, found.detail])
            })
            .collect(),
    };
    std::fs::write(folder.join(format!("{name}.cbor")), bytes).expect("written");
    std::fs::write(folder.join(format!("{name}.json")), findings.to_string()).expect("written");
}

fn work(worker: usize, share: usize, folder: Option<&std::path::Path>) -> BTreeMap<usize, usize> {
    let mut kinds = BTreeMap::new();
    let mut done = 0;
    let mut seed = 1000 * worker as u64;
    while done < share {
        let case = case(seed);
        if let Some(folder) = folder {
            keep(folder, &format!("{seed:06}-untouched"), &case.bytes);
        }
        let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0x7461_6d70);
        for turn in 0..120 {
            if done == share {
                break;
            }
            let kind = turn % (OUTSIDER + OPERATOR);
            let tampered = tamper(kind, &case.bytes, &case.keys, case.team, &mut rng);
            let Some((bytes, without_seal)) = tampered.filter(|(bytes, _)| *bytes != case.bytes)
            else {
                continue;
            };
            let found = match verify(&bytes) {
                Err(_) => true,
                Ok(report) => report.findings.iter().any(|finding| {
                    let of_seal =
                        matches!(finding.code, FindingKind::BadSeal | FindingKind::NoSeal);
                    !(without_seal && of_seal)
                }),
            };
            assert!(
                found,
                "not found: kind {kind}, seed {}, turn {turn}, {} changes",
                case.seed, case.changes
            );
            if let Some(folder) = folder {
                keep(folder, &format!("{seed:06}-{turn:03}-kind{kind:02}"), &bytes);
            }
            *kinds.entry(kind).or_default() += 1;
            done += 1;
        }
        seed += 1;
    }
    kinds
}
