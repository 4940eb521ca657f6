//! Several devices of one person and an employer write, offline and in any
//! order. Whatever order the changes arrive in, the month is the same, and
//! nothing recorded vanishes.
//!
//! `RECORD_SEEDS` and `RECORD_SEED` set how many runs and from where.

use assistenz_core::document::{DocumentId, DocumentKind, EventId, PersonId};
use assistenz_core::gate::{self, GateRefusal};
use assistenz_core::record::cbor::Place;
use assistenz_core::record::document::Document;
use assistenz_core::record::events::review::{Proposal, ProposalWithdrawn};
use assistenz_core::record::events::time::{
    Answer, ClockIn, ClockOut, Correction, ManualEntry, Part, PartEnd, PartStart, Retraction,
    StatedEnd,
};
use assistenz_core::record::events::{Body, Event};
use assistenz_core::record::month::{MonthOfWork, Overrides};
use assistenz_core::record::rows::view_rows;
use assistenz_core::record::settle::State;
use assistenz_core::time::Month;
use assistenz_core::work::Kind;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};

const ADA: PersonId = PersonId::new([0xad; 16]);
/// 25 October 2026, 00:00 in Berlin: the day the clocks go back, a week before
/// the month's end.
const START_MS: i64 = 1_792_879_200_000;
const HOUR_MS: i64 = 3_600_000;

fn count(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn berlin() -> Place {
    Place { zone: "Europe/Berlin".into(), land: "NW".into(), communes: vec![] }
}

/// A phone of the assistant, or the employer's desk.
struct Device {
    documents: BTreeMap<DocumentId, Document>,
    employer: bool,
}

impl Device {
    fn document(&mut self, name: DocumentId, rng: &mut ChaCha8Rng) -> &mut Document {
        self.documents.entry(name).or_insert_with(|| Document::new(name, rng.random()))
    }

    fn read(&self, text: &str) -> MonthOfWork {
        let documents: Vec<&Document> = self.documents.values().collect();
        MonthOfWork::read(ADA, month(text), &documents, Overrides::AsApproved)
    }

    /// One act, as a person might do it next.
    fn act(&mut self, rng: &mut ChaCha8Rng, now: i64) -> Option<(DocumentId, EventId, Vec<u8>)> {
        let text = if rng.random_bool(0.8) { "2026-10" } else { "2026-11" };
        let work = self.read(text);
        let entry = work.entries.choose(rng).cloned();
        let shift = entry.as_ref().map(|entry| entry.shift);
        let live = entry.as_ref().map(|entry| entry.live.clone()).unwrap_or_default();
        let part = entry.as_ref().and_then(|entry| entry.part_ids.choose(rng).copied());
        let proposal = work.proposals.choose(rng).map(|proposal| proposal.id);
        let at_ms = now + rng.random_range(-30..30) * HOUR_MS / 4;
        let later = at_ms + rng.random_range(-2..40) * HOUR_MS / 4;
        let reason = || "so war es".to_owned();
        let kind = *Kind::ALL.choose(rng).expect("nine kinds");
        let event = if self.employer {
            match rng.random_range(0..6) {
                0 => Event::new(now, ProposalWithdrawn { proposal: proposal?, reason: None }),
                n => {
                    let proposal = Proposal {
                        shift: if n == 1 { None } else { Some(shift?) },
                        reason: reason(),
                        start_ms: (n < 4).then_some(at_ms),
                        end_ms: (n != 3).then_some(later),
                        place: (n == 1).then(berlin),
                        funding: None,
                        parts: vec![],
                        retract: (n == 5).then_some(true),
                    };
                    Event::new(now, proposal).about(live)
                }
            }
        } else {
            match rng.random_range(0..13) {
                0 | 1 => Event::new(now, ClockIn { at_ms, place: berlin(), funding: vec![] }),
                2 | 3 => Event::new(now, ClockOut { shift: shift?, at_ms: later }),
                4 => Event::new(now, PartStart { shift: shift?, kind, at_ms }),
                5 => {
                    let running =
                        entry.as_ref().and_then(|entry| entry.running_parts.last().copied());
                    let part = running.map(|(part, _, _)| part).or(part)?;
                    Event::new(now, PartEnd { shift: shift?, part, at_ms: later })
                }
                6 => {
                    let (from_ms, to_ms) = (at_ms, later);
                    let part = part.filter(|_| rng.random());
                    let supersedes = if part.is_some() { live } else { vec![] };
                    let body = Part { shift: shift?, part, kind, from_ms, to_ms, reason: None };
                    Event::new(now, body).superseding(supersedes)
                }
                7 => {
                    let entry = ManualEntry {
                        from_ms: at_ms,
                        to_ms: later,
                        place: berlin(),
                        reason: reason(),
                        funding: vec![],
                        from_typed: None,
                        to_typed: None,
                    };
                    Event::new(now, entry)
                }
                8 | 9 => {
                    let correction = Correction {
                        shift: shift?,
                        reason: reason(),
                        start_ms: rng.random::<bool>().then_some(at_ms),
                        end_ms: Some(later),
                        place: None,
                        funding: None,
                    };
                    Event::new(now, correction).superseding(live)
                }
                10 => {
                    let body = StatedEnd {
                        shift: shift?,
                        at_ms: later,
                        offered_ms: None,
                        note: None,
                        typed: None,
                    };
                    Event::new(now, body).superseding(live)
                }
                11 => {
                    let part = part.filter(|_| rng.random());
                    let body = Retraction { shift: shift?, part, reason: reason() };
                    Event::new(now, body).superseding(live)
                }
                _ => {
                    let agreed = rng.random();
                    Event::new(now, Answer { proposal: proposal?, agreed, reason: None })
                }
            }
        };
        let home = match event.body.home() {
            DocumentKind::Review => DocumentId::review(ADA, month(text)),
            _ => entry
                .and_then(|entry| entry.home)
                .filter(|home| home.kind() == DocumentKind::Time)
                .unwrap_or_else(|| DocumentId::time(ADA, month(text))),
        };
        let id = EventId::new(rng.random());
        let raw = self.document(home, rng).record(&[(id, event)], now).expect("may be written");
        Some((home, id, raw))
    }

    /// Takes in what it can of these, in this order, again and again, as a
    /// device does whose changes arrive in any order.
    fn learn(&mut self, changes: &[(DocumentId, Vec<u8>)], rng: &mut ChaCha8Rng) {
        let mut waiting: Vec<_> = changes.iter().collect();
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|(name, raw)| {
                let document = self.document(*name, rng);
                match gate::check(document, raw) {
                    Ok(accepted) => {
                        document.apply(accepted);
                        false
                    }
                    Err(GateRefusal::DependsOn(_)) => true,
                    Err(other) => panic!("an honest change is refused: {other}"),
                }
            });
            assert!(waiting.len() < before, "what all depend on is among them");
        }
    }
}

/// Reads a month from documents, given the order in which changes arrived.
type Reducer = fn(&Device, &[(DocumentId, Vec<u8>)], &str) -> MonthOfWork;

fn honest(device: &Device, _: &[(DocumentId, Vec<u8>)], text: &str) -> MonthOfWork {
    device.read(text)
}

/// Planted: the change that came last is not seen, as with a lost tail.
fn forgets_the_last(device: &Device, order: &[(DocumentId, Vec<u8>)], text: &str) -> MonthOfWork {
    let mut less = Device { documents: BTreeMap::new(), employer: device.employer };
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for (name, raw) in &order[..order.len().saturating_sub(1)] {
        let document = less.document(*name, &mut rng);
        if let Ok(accepted) = gate::check(document, raw) {
            document.apply(accepted);
        }
    }
    less.read(text)
}

/// Planted: of two live values the one that came first is silently taken.
fn hides_disputes(device: &Device, order: &[(DocumentId, Vec<u8>)], text: &str) -> MonthOfWork {
    let mut work = device.read(text);
    let arrived = |id: &EventId| {
        order.iter().position(|(_, raw)| {
            gate::walk(raw)
                .is_ok_and(|walked| walked.ops.iter().any(|op| op.key.ends_with(&id.to_string())))
        })
    };
    for dispute in &mut work.disputes {
        dispute.values.sort_by_key(|(_, events)| events.iter().filter_map(&arrived).min());
        dispute.values.truncate(1);
    }
    work
}

/// Planted: what was retracted is gone.
fn drops_retracted(device: &Device, _: &[(DocumentId, Vec<u8>)], text: &str) -> MonthOfWork {
    let mut work = device.read(text);
    work.entries.retain(|entry| entry.state != State::Retracted);
    work
}

const MONTHS: [&str; 4] = ["2026-09", "2026-10", "2026-11", "2026-12"];

/// One run. `Err` says what went wrong.
fn run(seed: u64, reduce: Reducer) -> Result<(), String> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut devices: Vec<Device> =
        (0..4).map(|n| Device { documents: BTreeMap::new(), employer: n == 3 }).collect();
    let mut changes: Vec<(DocumentId, Vec<u8>)> = Vec::new();
    let mut recorded: BTreeSet<EventId> = BTreeSet::new();
    let mut now = START_MS;
    for _ in 0..rng.random_range(20..70) {
        now += rng.random_range(0..6) * HOUR_MS;
        let device = rng.random_range(0..devices.len());
        if let Some((name, id, raw)) = devices[device].act(&mut rng, now) {
            changes.push((name, raw));
            recorded.insert(id);
        }
        if rng.random_bool(0.3) {
            let learner = rng.random_range(0..devices.len());
            let known = changes[..rng.random_range(0..=changes.len())].to_vec();
            // A prefix of what was written has all that it depends on.
            devices[learner].learn(&known, &mut rng);
        }
    }
    let mut first: Option<Vec<MonthOfWork>> = None;
    for order in 0..4 {
        let mut arriving = changes.clone();
        arriving.shuffle(&mut rng);
        let mut device = Device { documents: BTreeMap::new(), employer: false };
        device.learn(&arriving, &mut rng);
        if order == 3 {
            device = reloaded(&device, &mut rng);
        }
        let months: Vec<MonthOfWork> =
            MONTHS.iter().map(|text| reduce(&device, &arriving, text)).collect();
        nothing_vanished(&device, &months, &recorded)?;
        found_by_rows(&device, &months)?;
        match &first {
            None => first = Some(months),
            Some(first) if *first != months => {
                return Err(format!("order {order} gives another month"));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// The same device after a restart: loaded from its stored changes.
fn reloaded(device: &Device, rng: &mut ChaCha8Rng) -> Device {
    let documents = device.documents.iter().map(|(name, document)| {
        let mut stored = document.save_after(&[]);
        stored.shuffle(rng);
        let again = Document::load(*name, rng.random(), &stored).expect("loads strictly");
        (*name, again)
    });
    Device { documents: documents.collect(), employer: device.employer }
}

/// Every event is live, replaced, or shown in a dispute, finding or proposal.
fn nothing_vanished(
    device: &Device,
    months: &[MonthOfWork],
    recorded: &BTreeSet<EventId>,
) -> Result<(), String> {
    let mut shown: BTreeSet<EventId> = BTreeSet::new();
    for work in months {
        for entry in &work.entries {
            shown.extend(&entry.live);
            shown.extend(&entry.replaced);
        }
        shown.extend(work.findings.iter().flat_map(|finding| &finding.events));
        shown.extend(work.proposals.iter().map(|proposal| proposal.id));
        for dispute in &work.disputes {
            if dispute.values.len() < 2 {
                return Err("a dispute has two sides".to_owned());
            }
        }
    }
    let mut found = 0;
    for (id, event, _) in device.documents.values().flat_map(Document::events) {
        found += 1;
        let visible = match &event.body {
            // These are seen with the proposal they speak about.
            Body::Answer(answer) => shown.contains(&answer.proposal) || shown.contains(&id),
            Body::ProposalWithdrawn(body) => shown.contains(&body.proposal),
            _ => shown.contains(&id),
        };
        if !visible {
            return Err(format!("{id} vanished: {event:?}"));
        }
    }
    if found == recorded.len() { Ok(()) } else { Err("an event is not in any document".to_owned()) }
}

/// The view rows name every document that a month needs.
fn found_by_rows(device: &Device, months: &[MonthOfWork]) -> Result<(), String> {
    let rows: BTreeSet<String> =
        device.documents.values().flat_map(view_rows).map(|row| row.key).collect();
    for work in months {
        for home in work.entries.iter().filter_map(|entry| entry.home) {
            let near = [work.month.previous(), work.month, work.month.next()];
            let here = near
                .iter()
                .any(|month| home.to_string().ends_with(&month.to_string().replace('-', "")));
            if !here && !rows.contains(&format!("{ADA}/{}/{home}", work.month)) {
                return Err(format!("{} would not read {home}", work.month));
            }
        }
    }
    Ok(())
}

#[test]
fn devices_agree_in_any_order_and_nothing_vanishes() {
    let from = count("RECORD_SEED", 1);
    for seed in from..from + count("RECORD_SEEDS", 100) {
        if let Err(what) = run(seed, honest) {
            panic!("RECORD_SEED={seed}: {what}");
        }
    }
}

#[test]
fn planted_bugs_are_caught() {
    let bugs: [(&str, Reducer); 3] = [
        ("forgets the last change", forgets_the_last),
        ("hides disputes", hides_disputes),
        ("drops what was retracted", drops_retracted),
    ];
    for (what, reduce) in bugs {
        assert!((1..=20).any(|seed| run(seed, reduce).is_err()), "{what} is never noticed");
    }
}
