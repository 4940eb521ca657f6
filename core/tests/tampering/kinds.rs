//! Every kind of tampering: first those of an outsider, then the operator's.

use crate::file::*;
use crate::*;

pub(crate) const OUTSIDER: usize = 26;
pub(crate) const OPERATOR: usize = 8;

/// Tampers; `None` where this file has nothing of the sort. The flag tells
/// whether it must be found even without the seal.
pub(crate) fn tamper(
    kind: usize,
    original: &[u8],
    keys: &[LogKey],
    team: TeamId,
    rng: &mut ChaCha8Rng,
) -> Option<(Vec<u8>, bool)> {
    let mut items = items(original);
    let all = entries(&items, |_| true);
    let batches = entries(&items, is_batch);
    let stranger = DeviceKey::from_seed(&rng.random());
    let checkpoints: Vec<usize> =
        (0..items.len()).filter(|at| matches!(items[*at], Item::Checkpoint(_))).collect();
    let mut by_seal_only = false;
    match kind {
        0 => {
            let mut bytes = original.to_vec();
            let at = rng.random_range(0..bytes.len());
            bytes[at] ^= 1 << rng.random_range(0..8);
            return Some((bytes, false));
        }
        1 => {
            let mut bytes = original.to_vec();
            let at = rng.random_range(0..bytes.len());
            let run = rng.random_range(1..=8).min(bytes.len() - at);
            rng.fill_bytes(&mut bytes[at..at + run]);
            return Some((bytes, false));
        }
        2 => {
            let (a, b) = (all[pick(rng, &all)?], all[pick(rng, &all)?]);
            items.swap(a, b);
        }
        3 => {
            items.remove(all[pick(rng, &all)?]);
        }
        4 => {
            let cut = checkpoints[..checkpoints.len() - 1].to_vec();
            let keep = *cut.get(pick(rng, &cut)?)?;
            let seal = items.pop()?;
            items.truncate(keep + 1);
            items.push(seal);
            by_seal_only = true;
        }
        5 => {
            let at = all[pick(rng, &all)?];
            let by: i64 = rng.random_range(-100_000..100_000);
            set(&mut items, at, |entry| entry.received_ms += by);
        }
        6 => {
            let with = entries(&items, has_body);
            let (a, b) = (with[pick(rng, &with)?], with[pick(rng, &with)?]);
            let body = batch_at(&items, b).body()?.to_vec();
            let batch = batch_at(&items, a);
            let bytes = with_parts(&batch, *batch.signature(), Some(body));
            return Some((splice(&items, a, &bytes), true));
        }
        7 => {
            let with = entries(&items, has_body);
            let at = with[pick(rng, &with)?];
            let batch = batch_at(&items, at).without_body();
            set(&mut items, at, |entry| entry.content = batch.into());
        }
        8 => {
            // A purge that no office ordered.
            let with = entries(&items, has_body);
            let at = with[pick(rng, &with)?];
            let batch = batch_at(&items, at);
            let (id, about) = (batch.id(), batch.header().about);
            set(&mut items, at, |entry| entry.content = batch.without_body().into());
            let forger = LogKey::from_seed(&rng.random());
            let record = RecordDraft {
                team,
                nonce: rng.random(),
                issued_ms: START_MS,
                content: RecordContent::Purge { about, rule: "forged".into(), batches: vec![id] },
                desk: None,
            };
            let record = record.seal(&[&forger]).expect("in form");
            let last = *all.last()?;
            let Item::Entry(mut entry) = items[last].clone() else { return None };
            entry.position.seq += 1;
            entry.content = record.into();
            items.insert(last + 1, Item::Entry(entry));
        }
        9 => {
            let length = rng.random_range(0..original.len());
            return Some((original[..length].to_vec(), false));
        }
        10 => {
            let at = batches[pick(rng, &batches)?];
            let batch = batch_at(&items, at);
            let signature = stranger.sign(Context::Batch, batch.header_bytes());
            let bytes = with_parts(&batch, signature, batch.body().map(<[u8]>::to_vec));
            return Some((splice(&items, at, &bytes), true));
        }
        11 => {
            let at = all[pick(rng, &all)?];
            let copy = items[at].clone();
            items.insert(at + 1, copy);
        }
        12 | 13 => {
            // A stranger's own device, or another member's header under a stranger's signature.
            let at = batches[pick(rng, &batches)?];
            let batch = batch_at(&items, at);
            let mut header = batch.header().clone();
            if kind == 12 {
                header.device = stranger.device();
            } else {
                header.incarnation = Incarnation::new(rng.random());
            }
            let bytes = encode(&header);
            let signature = stranger.sign(Context::Batch, &bytes);
            let forged =
                SignedBatch::from_parts(bytes, signature, batch.body().map(<[u8]>::to_vec));
            let forged = forged.expect("in form");
            set(&mut items, at, |entry| entry.content = forged.into());
        }
        14 => {
            let (a, b) =
                (checkpoints[pick(rng, &checkpoints)?], checkpoints[pick(rng, &checkpoints)?]);
            items[a] = items[b].clone();
        }
        15 => {
            let at = checkpoints[pick(rng, &checkpoints)?];
            by_seal_only = items[at + 1..].iter().any(|item| matches!(item, Item::Checkpoint(_)));
            items.remove(at);
        }
        16 => {
            let at = checkpoints[pick(rng, &checkpoints)?];
            if let Item::Checkpoint(text) = &mut items[at] {
                let mut known = Checkpoint::parse(text).expect("its form");
                match rng.random_range(0..4) {
                    0 => known.root = Hash(rng.random()),
                    1 => known.size += 1,
                    2 => known.received_ms += 1,
                    _ => known.signature.0[rng.random_range(0..64)] ^= 1,
                }
                *text = known.to_text();
            }
        }
        17 => {
            let at = (0..items.len()).find(|at| matches!(items[*at], Item::Statement(_)))?;
            if let Item::Statement(bytes) = &mut items[at] {
                let byte = rng.random_range(0..bytes.len());
                bytes[byte] ^= 1 << rng.random_range(0..8);
            }
        }
        18 => {
            // Dropped, and the rest numbered as if nothing had been there.
            items.remove(all[pick(rng, &all)?]);
            renumber(&mut items);
        }
        19 => {
            let mut bytes = original.to_vec();
            let mut more = vec![0; rng.random_range(1..40)];
            rng.fill_bytes(&mut more);
            let at =
                if rng.random_bool(0.5) { bytes.len() } else { rng.random_range(0..bytes.len()) };
            bytes.splice(at..at, more);
            return Some((bytes, false));
        }
        20 => {
            let (a, b) = (batches[pick(rng, &batches)?], batches[pick(rng, &batches)?]);
            let batch = batch_at(&items, a);
            let signature = *batch_at(&items, b).signature();
            let bytes = with_parts(&batch, signature, batch.body().map(<[u8]>::to_vec));
            return Some((splice(&items, a, &bytes), true));
        }
        21 => {
            let at = all[pick(rng, &all)?];
            let epoch = rng.random_bool(0.3);
            set(&mut items, at, |entry| {
                if epoch {
                    entry.position.epoch += 1;
                } else {
                    entry.position.seq += 1;
                }
            });
        }
        22 => {
            // Sealed by an office of one's own.
            items.pop();
            let forger = LogKey::from_seed(&rng.random());
            let hash = Hash::of(&file(&items));
            items.push(Item::Seal(forger.id(), forger.sign(Context::Evidence, hash.bytes())));
            by_seal_only = true;
        }
        23 => {
            let records = entries(&items, |entry| !is_batch(entry));
            let at = records[pick(rng, &records)?];
            set(&mut items, at, |entry| {
                if let Content::Record(record) = &entry.content {
                    let mut signatures = record.signatures().to_vec();
                    let which = rng.random_range(0..signatures.len());
                    signatures[which].1.0[rng.random_range(0..64)] ^= 1 << rng.random_range(0..8);
                    let bytes = record.header_bytes().to_vec();
                    let forged = assistenz_core::log::Record::from_parts(bytes, signatures);
                    entry.content = forged.expect("in form").into();
                }
            });
        }
        24 => {
            let Item::Header(header) = &mut items[0] else { return None };
            match rng.random_range(0..3) {
                0 => header.team = TeamId::new(rng.random()),
                1 => header.made_ms += rng.random_range(1..1_000_000),
                _ => header.program.push('!'),
            }
            by_seal_only = true;
        }
        25 => {
            // The employer's word on a held batch, dropped or put in by a stranger.
            let verdicts = entries(&items, |entry| {
                matches!(&entry.content, Content::Record(record)
                    if matches!(record.content(), RecordContent::Verdict { .. }))
            });
            let at = verdicts[pick(rng, &verdicts)?];
            let Item::Entry(entry) = &mut items[at] else { return None };
            let Content::Record(record) = &entry.content else { return None };
            let mut draft = record.header().clone();
            let RecordContent::Verdict { status, .. } = &mut draft.content else { return None };
            *status = if *status == Status::Held { Status::Released } else { Status::Held };
            let forged = draft.seal(&[&stranger]).expect("in form");
            entry.content = forged.into();
        }
        // From here on the operator, who makes checkpoints and seal anew.
        26 => {
            let at = batches[pick(rng, &batches)?];
            let batch = batch_at(&items, at);
            let mut header = batch.header().clone();
            header.clock.wall_ms += rng.random_range(60_000..3_600_000);
            let forged = SignedBatch::from_parts(
                encode(&header),
                *batch.signature(),
                batch.body().map(<[u8]>::to_vec),
            );
            set(&mut items, at, |entry| entry.content = forged.expect("in form").into());
            seal_again(&mut items, team, keys);
        }
        27 => {
            let at = batches[pick(rng, &batches)?];
            let batch = batch_at(&items, at);
            let mut signature = *batch.signature();
            signature.0[rng.random_range(0..64)] ^= 1 << rng.random_range(0..8);
            let bytes = batch.header_bytes().to_vec();
            let body = batch.body().map(<[u8]>::to_vec);
            let forged = SignedBatch::from_parts(bytes, signature, body).expect("in form");
            set(&mut items, at, |entry| entry.content = forged.into());
            seal_again(&mut items, team, keys);
        }
        28 | 29 => {
            // Drops, or moves behind the next one, a batch that a later one of its chain names.
            let named: Vec<usize> = batches
                .iter()
                .copied()
                .filter(|at| {
                    let one = batch_at(&items, *at);
                    next_in_chain(&items, *at, one.id()).is_some() && !is_held(&items, *at)
                })
                .collect();
            let at = named[pick(rng, &named)?];
            let id = batch_at(&items, at).id();
            let next = next_in_chain(&items, at, id)?;
            let restored = |at: usize| matches!(&items[at], Item::Entry(e) if e.position.epoch > 1);
            if restored(next) {
                return None; // a gap is allowed there, and reported as one
            }
            if kind == 28 {
                items.remove(at);
            } else {
                items.swap(at, next);
            }
            renumber(&mut items);
            in_time(&mut items);
            seal_again(&mut items, team, keys);
        }
        30 => {
            // What was held is made to look as if it had been in force.
            let held: Vec<usize> =
                batches.iter().copied().filter(|at| is_held_by_rights(&items, *at)).collect();
            let at = held[pick(rng, &held)?];
            let id = batch_at(&items, at).id();
            items.remove(at + 1);
            // Later verdicts on it go too, so that nothing speaks of it any more.
            items.retain(|item| !is_verdict_on(item, id));
            renumber(&mut items);
            seal_again(&mut items, team, keys);
        }
        31 => {
            let at = batches[pick(rng, &batches)?];
            let batch = batch_at(&items, at).without_body();
            batch_at(&items, at).body()?;
            set(&mut items, at, |entry| entry.content = batch.into());
            seal_again(&mut items, team, keys);
        }
        32 => {
            // The operator writes for a person with a device nobody added.
            let at = batches[pick(rng, &batches)?];
            let mut header = batch_at(&items, at).header().clone();
            header.device = stranger.device();
            let bytes = encode(&header);
            let signature = stranger.sign(Context::Batch, &bytes);
            let body = batch_at(&items, at).body().map(<[u8]>::to_vec);
            let forged = SignedBatch::from_parts(bytes, signature, body).expect("in form");
            set(&mut items, at, |entry| entry.content = forged.into());
            seal_again(&mut items, team, keys);
        }
        _ => {
            let at = all[pick(rng, &all)?];
            let copy = items[at].clone();
            items.insert(at + 1, copy);
            renumber(&mut items);
            seal_again(&mut items, team, keys);
        }
    }
    Some((file(&items), !by_seal_only))
}

pub(crate) fn next_in_chain(items: &[Item], after: usize, id: EntryId) -> Option<usize> {
    (after + 1..items.len()).find(|at| {
        matches!(&items[*at], Item::Entry(entry)
            if matches!(&entry.content, Content::Batch(b) if b.header().previous == Some(id)))
            && !is_held(items, *at)
    })
}

pub(crate) fn held_for(items: &[Item], at: usize) -> Option<assistenz_core::log::Cause> {
    match items.get(at + 1) {
        Some(Item::Entry(entry)) => match &entry.content {
            Content::Record(record) => match record.content() {
                RecordContent::Verdict { status: Status::Held, cause, .. } => Some(*cause),
                _ => None,
            },
            Content::Batch(_) => None,
        },
        _ => None,
    }
}

pub(crate) fn is_held(items: &[Item], at: usize) -> bool {
    held_for(items, at).is_some()
}

pub(crate) fn is_held_by_rights(items: &[Item], at: usize) -> bool {
    use assistenz_core::log::Cause;
    matches!(
        held_for(items, at),
        Some(Cause::Revoked | Cause::NoRight | Cause::Expired | Cause::Fork)
    )
}

pub(crate) fn is_verdict_on(item: &Item, id: EntryId) -> bool {
    matches!(item, Item::Entry(entry) if matches!(&entry.content, Content::Record(record)
        if matches!(record.content(), RecordContent::Verdict { batch, .. } if *batch == id)))
}

/// Times that never go back, after entries have changed places.
pub(crate) fn in_time(items: &mut [Item]) {
    let mut last = (0, i64::MIN);
    for item in items {
        if let Item::Entry(entry) = item {
            if last.0 == entry.position.epoch {
                entry.received_ms = entry.received_ms.max(last.1);
            }
            last = (entry.position.epoch, entry.received_ms);
        }
    }
}
