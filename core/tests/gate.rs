//! What a stranger can send: seeded mutants of valid changes. Whatever the
//! gate lets in never makes a document fail later; nothing panics; memory stays
//! bounded.
//!
//! `GATE_MUTANTS` and `GATE_SEED` set how many and which.

use assistenz_core::document::{DocumentId, DocumentKind, EventId, PersonId};
use assistenz_core::gate::{self, GateRefusal};
use assistenz_core::record::cbor::Place;
use assistenz_core::record::document::{Document, RecordError};
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::{ClockIn, ClockOut, ManualEntry, PartEnd, PartStart};
use assistenz_core::record::fields::{FieldKey, FieldValue};
use assistenz_core::record::month::{MonthOfWork, Overrides};
use assistenz_core::work::Kind;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How much the most memory ever held may grow over the whole run: 64 MiB.
/// One inflated count that is believed asks for gigabytes.
const MOST_GROWTH_KIB: u64 = 64 * 1024;

static PANICS: AtomicUsize = AtomicUsize::new(0);

const NOW: i64 = 1_791_000_000_000;

fn count(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// The most memory this process ever held, in KiB; `None` where the system
/// does not say.
fn most_memory_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn id(rng: &mut ChaCha8Rng) -> EventId {
    EventId::new(rng.random())
}

fn place() -> Place {
    Place { zone: "Europe/Berlin".into(), land: "NW".into(), communes: vec![] }
}

/// A document as two devices make it: its changes in order.
fn valid(rng: &mut ChaCha8Rng, kind: DocumentKind) -> (DocumentId, Vec<Vec<u8>>) {
    let person = PersonId::new([1; 16]);
    let month = "2026-10".parse().expect("a month");
    let rota = kind == DocumentKind::Rota;
    let name = if rota { DocumentId::rota(person, month) } else { DocumentId::time(person, month) };
    let mut devices = [Document::new(name, rng.random()), Document::new(name, rng.random())];
    let mut changes: Vec<Vec<u8>> = Vec::new();
    let mut shift = id(rng);
    let fields = ["from", "to", "note", "kind"];
    let planned: Vec<EventId> = (0..3).map(|_| id(rng)).collect();
    for step in 0..12 {
        let device = rng.random_range(0..2);
        let at_ms = NOW + step * 3_600_000;
        let raw = if rota {
            let field = fields[rng.random_range(0..4)];
            let value = match field {
                "from" | "to" => FieldValue::Number(at_ms),
                _ => FieldValue::text("Frühdienst"),
            };
            let thing = planned[rng.random_range(0..3)];
            let key = FieldKey::of(kind, "shift", thing, field).expect("a field");
            devices[device].set(&[(key, value)], at_ms)
        } else {
            let new = id(rng);
            let event = match step % 4 {
                0 => {
                    shift = new;
                    Event::new(at_ms, ClockIn { at_ms, place: place(), funding: vec![] })
                }
                1 => Event::new(at_ms, PartStart { shift, kind: Kind::UnpaidBreak, at_ms }),
                2 => Event::new(at_ms, PartEnd { shift, part: new, at_ms }),
                _ => Event::new(at_ms, ClockOut { shift, at_ms }).superseding([shift]),
            };
            let manual = ManualEntry {
                from_ms: at_ms,
                to_ms: at_ms + 60_000,
                place: place(),
                reason: "vergessen".into(),
                funding: vec![],
                from_typed: None,
                to_typed: None,
            };
            let other = id(rng);
            devices[device].record(&[(new, event), (other, Event::new(at_ms, manual))], at_ms)
        };
        match raw {
            Ok(raw) => changes.push(raw),
            Err(RecordError::Empty) => continue, // the field holds this value already
            Err(other) => panic!("may be written: {other}"),
        }
        if rng.random_bool(0.6) {
            for device in &mut devices {
                for raw in &changes {
                    let accepted = gate::check(device, raw).expect("honest changes are let in");
                    device.apply(accepted);
                }
            }
        }
    }
    (name, changes)
}

/// Writes length and checksum again, so that a mutant gets past them.
fn seal(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < 12 {
        return bytes;
    }
    let mut body = 9;
    while body < bytes.len() && bytes[body] & 0x80 != 0 {
        body += 1;
    }
    let data = bytes.split_off((body + 1).min(bytes.len()));
    let mut sealed = bytes[..9].to_vec();
    let mut length = data.len();
    loop {
        let low = u8::try_from(length & 0x7f).expect("seven bits");
        length >>= 7;
        sealed.push(if length == 0 { low } else { low | 0x80 });
        if length == 0 {
            break;
        }
    }
    sealed.extend_from_slice(&data);
    let hash = Sha256::digest(&sealed[8..]);
    sealed[4..8].copy_from_slice(&hash[..4]);
    sealed
}

fn mutate(rng: &mut ChaCha8Rng, original: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..rng.random_range(1..4) {
        let length = bytes.len();
        let at = rng.random_range(0..length);
        let mut put = |new: &[u8]| drop(bytes.splice(at..=at, new.iter().copied()));
        match rng.random_range(0..14) {
            0 => bytes[at] ^= 1 << rng.random_range(0..8),
            1 => bytes[at] = rng.random(),
            2 => bytes.truncate(at.max(1)),
            3 => drop(bytes.drain(at..rng.random_range(at..length))),
            4 => {
                let from = rng.random_range(0..other.len());
                let to = rng.random_range(from..other.len());
                drop(bytes.splice(at..at, other[from..to].iter().copied()));
            }
            // A count becomes huge.
            5 => put(&[0xff, 0xff, 0xff, 0xff, 0x0f]),
            6 => put(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]),
            7 => put(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]),
            // The deflate flag of a column, or another column.
            8 => {
                let specs = [0x15, 0x34, 0x42, 0x56, 0x57, 0x70, 0x71, 0x73];
                let spec = specs[rng.random_range(0..8)];
                if let Some(found) = bytes.iter().position(|byte| *byte == spec) {
                    let other = specs[rng.random_range(0..8)];
                    bytes[found] = if rng.random() { spec | 8 } else { other };
                }
            }
            // Neighbours change places: columns, runs, actors.
            9 if at + 4 < length => bytes.swap(at, at + rng.random_range(1..4)),
            10 => {
                let to = (at + rng.random_range(1..40)).min(length);
                let piece = bytes[at..to].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            // A number written too long.
            11 => {
                let byte = bytes[at];
                drop(bytes.splice(at..=at, [byte | 0x80, 0x00]));
            }
            12 if rng.random_bool(0.1) => {
                let more = rng.random_range(1..20_000);
                bytes.extend(std::iter::repeat_n(rng.random::<u8>(), more));
            }
            _ => bytes[at] = bytes[at].wrapping_add(1),
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
    if rng.random_bool(0.9) { seal(bytes) } else { bytes }
}

/// Everything that is done with a document later still works.
fn later(document: &Document, honest: &[Vec<u8>]) {
    let mut bytes = document.save_after(&[]);
    let again = Document::load(document.id(), [9; 16], &bytes).expect("loads strictly");
    assert_eq!(again.heads(), document.heads(), "the same heads");
    bytes.reverse();
    Document::load(document.id(), [9; 16], &bytes).expect("loads in any order");
    let mut merged = again;
    for raw in honest {
        // An honest change still gets in, unless the mutant took its place.
        match gate::check(&merged, raw) {
            Ok(accepted) => merged.apply(accepted),
            Err(GateRefusal::BadSequence | GateRefusal::KeyTaken | GateRefusal::DependsOn(_)) => {}
            Err(other) => panic!("an honest change is refused: {other}"),
        }
    }
    let saved = merged.save_after(&[]);
    let mut view = Document::load(document.id(), [9; 16], &saved).expect("loads after a merge");
    let month = "2026-10".parse().expect("a month");
    let person = view.id().subject().expect("about a person");
    let _ = MonthOfWork::read(person, month, &[&view], Overrides::AsApproved).totals();
    let key = EventId::new([0xee; 16]);
    let raw = if view.id().kind() == DocumentKind::Time {
        let event = Event::new(NOW, ClockOut { shift: key, at_ms: NOW });
        view.record(&[(key, event)], NOW)
    } else {
        let key = FieldKey::of(DocumentKind::Rota, "shift", key, "note").expect("a field");
        view.set(&[(key, FieldValue::text("später"))], NOW)
    };
    let raw = raw.expect("an own write still works");
    assert!(gate::check(&merged, &raw).is_ok(), "and is let in elsewhere");
}

#[test]
fn nothing_a_stranger_sends_panics_grows_or_fails_later() {
    panic::set_hook(Box::new(|info| {
        PANICS.fetch_add(1, Ordering::SeqCst);
        eprintln!("{info}");
    }));
    let mutants = count("GATE_MUTANTS", 100_000);
    let seed = count("GATE_SEED", 20_261_001);
    eprintln!("GATE_SEED={seed} GATE_MUTANTS={mutants}");
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut codes: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut done = 0;
    let before = most_memory_kib();
    while done < mutants {
        let kind = if rng.random() { DocumentKind::Time } else { DocumentKind::Rota };
        let (name, changes) = valid(&mut rng, kind);
        let known = rng.random_range(0..changes.len());
        let mut document = Document::new(name, rng.random());
        for raw in &changes[..known] {
            let accepted = gate::check(&document, raw).expect("an honest change is let in");
            document.apply(accepted);
        }
        for _ in 0..400 {
            done += 1;
            let original = &changes[rng.random_range(known..changes.len())];
            let other = &changes[rng.random_range(0..changes.len())];
            let bytes = mutate(&mut rng, original, other);
            match gate::check(&document, &bytes) {
                Ok(accepted) if changes.contains(&bytes) => {
                    let code = if accepted.is_known() { "known" } else { "unchanged" };
                    *codes.entry(code).or_default() += 1;
                }
                Ok(accepted) => {
                    *codes.entry("let in").or_default() += 1;
                    let mut with = document.clone();
                    with.apply(accepted);
                    later(&with, &changes);
                }
                Err(refusal) => *codes.entry(refusal.code()).or_default() += 1,
            }
        }
    }
    drop(panic::take_hook());
    eprintln!("verdicts {codes:#?}");
    assert_eq!(PANICS.load(Ordering::SeqCst), 0, "no panic, not even a caught one");
    assert!(!codes.contains_key("failed"), "automerge never fails on what passed the walk");
    let enough = |code, share| codes.get(code).is_some_and(|count| *count > mutants / share);
    assert!(enough("let in", 1_000), "mutants do get in and were looked at: {codes:?}");
    for code in ["too_many", "bad_column", "bad_key", "bad_value", "depends", "truncated"] {
        assert!(enough(code, 10_000), "{code} was met");
    }
    if let (Some(before), Some(after)) = (before, most_memory_kib()) {
        eprintln!("most memory before {before} KiB, after {after} KiB");
        assert!(after - before < MOST_GROWTH_KIB, "memory grew by {} KiB", after - before);
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let (name, changes) = valid(&mut rng, DocumentKind::Time);
    let document = Document::new(name, [3; 16]);
    let first = &changes[0];
    let mut cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", vec![], "truncated"),
        ("cut off", first[..first.len() - 1].to_vec(), "truncated"),
        ("one byte more", [first.as_slice(), &[0]].concat(), "left_over"),
        ("twice", [first.as_slice(), first.as_slice()].concat(), "left_over"),
        ("too long", vec![0x85; 20_000], "too_long"),
        ("later one first", changes[changes.len() - 1].clone(), "depends"),
    ];
    let mut magic = first.clone();
    magic[0] = 0;
    cases.push(("other magic", magic, "not_a_change"));
    for (chunk, what) in [(0, "document"), (2, "compressed"), (3, "bundle"), (9, "unknown")] {
        let mut other = first.clone();
        other[8] = chunk;
        cases.push((what, seal(other), "not_a_change"));
    }
    let mut flipped = first.clone();
    *flipped.last_mut().expect("not empty") ^= 1;
    cases.push(("one bit", flipped, "bad_checksum"));
    // 0x56 and its neighbour 0x57 stand side by side only in the list of columns.
    let columns = first.windows(3).position(|three| three[0] == 0x56 && three[2] == 0x57);
    let mut deflated = first.clone();
    deflated[columns.expect("columns of values")] |= 8;
    cases.push(("a deflated column", seal(deflated), "deflated"));
    for (what, bytes, code) in cases {
        let refusal = gate::check(&document, &bytes).err().map(|refusal| refusal.code());
        assert_eq!(refusal, Some(code), "{what}");
    }
}
