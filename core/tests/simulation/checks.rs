//! What must hold when the network is whole again.

use super::world::{TEAM, World};
use assistenz_core::document::EntryId;
use assistenz_core::ledger::{
    Engine as _, EntryType, HeldStatus, KeptEntry, Ledger, LedgerError, Member, Position,
};
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{
    Cause, Content, Operation, RecordContent, SignedBatch, Signer as _, Status, codec,
};
use assistenz_core::sync::{Request, Timeline, content_of};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

/// A stream with its members and, of batches, whether the body is there.
type Streams = BTreeMap<Stream, Vec<(Member, bool)>>;

fn streams(ledger: &mut dyn Ledger) -> Result<Streams, LedgerError> {
    let mut all = Streams::new();
    for (name, _) in ledger.streams_since(TEAM, Position::new(0, 0), usize::MAX)? {
        let stream: Stream = codec::decode(&name).expect("a stream's name");
        let mut members = Vec::new();
        for member in ledger.members(TEAM, &name, 0, usize::MAX)? {
            let kept = ledger.entry(TEAM, member.id)?.expect("a member is kept");
            members.push((member, kept.body.is_some()));
        }
        all.insert(stream, members);
    }
    Ok(all)
}

fn log(ledger: &mut dyn Ledger) -> Result<Vec<KeptEntry>, LedgerError> {
    let mut all = Vec::new();
    let last = ledger.head(TEAM)?.map_or(0, |head| head.epoch);
    for epoch in 1..=last {
        all.extend(
            ledger.after(TEAM, Position::new(epoch, 0), usize::MAX)?.into_iter().map(|(_, e)| e),
        );
    }
    Ok(all)
}

fn batch_of(kept: &KeptEntry) -> Option<SignedBatch> {
    match content_of(kept).expect("kept in form") {
        Content::Batch(batch) => Some(*batch),
        Content::Record(_) => None,
    }
}

/// How many entries a request offers.
fn offers_in(wire: &[u8]) -> usize {
    let mut bytes = Vec::new();
    flate2::read::DeflateDecoder::new(wire).read_to_end(&mut bytes).expect("inflates");
    let mut reader = codec::Reader::new(&bytes);
    reader.array(2, 2).expect("body and signature");
    let body = reader.bytes().expect("a body");
    codec::decode::<Request>(body).expect("in form").offers.len()
}

/// The batches in force: members of a document's stream that were not
/// withdrawn behind, or came in once more.
fn in_force(ledger: &mut dyn Ledger) -> Result<BTreeSet<EntryId>, LedgerError> {
    let mut all = BTreeSet::new();
    for (_, members) in streams(ledger)? {
        for (member, _) in members {
            let kept = ledger.entry(TEAM, member.id)?.expect("a member is kept");
            match content_of(&kept).expect("kept in form") {
                Content::Batch(_) => {
                    all.insert(member.id);
                }
                Content::Record(record) => {
                    if let RecordContent::Withdrawal { batch, .. } = record.content() {
                        all.remove(batch);
                    }
                }
            }
        }
    }
    Ok(all)
}

/// Nothing that the office took in behind a revocation is in force, even if it
/// lost the revocation meanwhile; unless the employer wanted it.
fn recovered(
    world: &mut World,
    entries: &[KeptEntry],
    in_force: &BTreeSet<EntryId>,
    wrong: &mut Vec<String>,
) {
    let office = world.log_key.public().id();
    let mut decided = BTreeSet::new();
    let mut revoked = BTreeMap::new();
    for entry in entries {
        let Content::Record(record) = content_of(entry).expect("kept in form") else { continue };
        match record.content() {
            RecordContent::Verdict { batch, status: Status::Released, .. }
                if record.signatures().iter().all(|(key, _)| *key != office) =>
            {
                decided.insert(*batch);
            }
            RecordContent::Policy(Operation::RevokeDevice { device }) => {
                let heard = world.heard.iter().filter(|((_, id), _)| *id == record.id());
                if let Some(first) = heard.map(|(_, first)| *first).min() {
                    revoked.insert(*device, first);
                }
            }
            _ => {}
        }
    }
    for entry in entries {
        let Some(batch) = batch_of(entry) else { continue };
        let received_ms = entry.place.expect("in the log").received_ms;
        let behind = revoked.get(&batch.header().device).is_some_and(|at| received_ms > *at);
        if behind && in_force.contains(&entry.id) && !decided.contains(&entry.id) {
            wrong.push(format!("{} came in behind a revocation that came back", entry.id));
        }
    }
}

/// Everything that is wrong, in words.
pub(crate) fn violations(world: &mut World) -> Vec<String> {
    let mut wrong: Vec<String> = world.distrust.clone();
    let office = world.books.read(streams).expect("reads");
    let entries = world.books.read(log).expect("reads");
    let timeline = world
        .books
        .read(|ledger| Timeline::load(ledger, TEAM))
        .expect("the office's policy can be replayed");
    let placed: BTreeSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    nothing_lost(world, &placed, &entries, &mut wrong);
    let in_force = world.books.read(in_force).expect("reads");
    released_and_revoked(world, &entries, &in_force, &mut wrong);
    recovered(world, &entries, &in_force, &mut wrong);
    for index in 0..world.devices.len() {
        device(world, index, &office, &timeline, &mut wrong);
    }
    wrong
}

/// What an entry is that only devices have.
fn what(world: &mut World, id: EntryId) -> String {
    for (index, device) in world.devices.iter_mut().enumerate() {
        let kept = device.store.read(|ledger| ledger.entry(TEAM, id)).expect("reads");
        let Some(kept) = kept else { continue };
        let row = device.store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
        let row = row.into_iter().find(|row| row.id == id);
        let receipt = device.store.read(|ledger| ledger.receipt(TEAM, id)).expect("reads");
        let what = match content_of(&kept).expect("kept in form") {
            Content::Batch(batch) => format!("{:?}", batch.header()),
            Content::Record(record) => format!("{:?}", record.content()),
        };
        return format!("on {index}: {what}, waits {row:?}, receipt {receipt:?}");
    }
    "on no device".into()
}

fn nothing_lost(
    world: &mut World,
    placed: &BTreeSet<EntryId>,
    entries: &[KeptEntry],
    wrong: &mut Vec<String>,
) {
    for id in world.written.clone() {
        let held_by = world
            .devices
            .iter_mut()
            .position(|device| device.store.read(|ledger| ledger.has(TEAM, id)).expect("reads"));
        if let Some(index) = held_by
            && !placed.contains(&id)
        {
            wrong.push(format!(
                "device {index} holds {id}, the office does not ({})",
                what(world, id)
            ));
        }
    }
    for id in &world.acknowledged.clone() {
        let survivor = world
            .devices
            .iter_mut()
            .any(|device| device.store.read(|ledger| ledger.has(TEAM, *id)).expect("reads"));
        if survivor && !placed.contains(id) && !world.never.contains(id) {
            wrong.push(format!("acknowledged {id} is lost ({})", what(world, *id)));
        }
    }
    for entry in entries.iter().filter(|entry| entry.entry_type == EntryType::BATCH) {
        let purged = world.books.read(|ledger| ledger.purged_by(TEAM, entry.id)).expect("reads");
        if entry.body.is_none() && purged.is_none() {
            wrong.push(format!("the office lost the body of {}", entry.id));
        }
        let held = world.books.read(|ledger| ledger.held(TEAM, entry.id)).expect("reads");
        if held.is_some_and(|row| row.cause == u32::from(Cause::Gate.number())) {
            wrong.push(format!("the gate refuses {} of an honest device", entry.id));
        }
    }
}

fn released_and_revoked(
    world: &mut World,
    entries: &[KeptEntry],
    in_force: &BTreeSet<EntryId>,
    wrong: &mut Vec<String>,
) {
    let mut released = BTreeSet::new();
    let mut revoked = BTreeMap::new();
    for entry in entries {
        let position = entry.place.expect("in the log").position;
        let Content::Record(record) = content_of(entry).expect("kept in form") else { continue };
        match record.content() {
            RecordContent::Verdict { batch, status: Status::Released, .. } => {
                released.insert(*batch);
            }
            RecordContent::Withdrawal { batch, .. } => {
                released.remove(batch);
            }
            RecordContent::Policy(Operation::RevokeDevice { device }) => {
                revoked.entry(*device).or_insert(position);
            }
            _ => {}
        }
    }
    for id in &released {
        if !in_force.contains(id) {
            wrong.push(format!("released {id} is not in force"));
        }
    }
    for entry in entries {
        let Some(batch) = batch_of(entry) else { continue };
        let position = entry.place.expect("in the log").position;
        let late = revoked.get(&batch.header().device).is_some_and(|at| *at < position);
        if late && in_force.contains(&entry.id) && !released.contains(&entry.id) {
            wrong.push(format!("{} of a revoked device is in force", entry.id));
        }
        let held = world.books.read(|ledger| ledger.held(TEAM, entry.id)).expect("reads");
        let not_in_force = held.is_some_and(|row| row.status != HeldStatus::Released);
        if !not_in_force && !in_force.contains(&entry.id) {
            wrong.push(format!("{} is neither in force nor held", entry.id));
        }
        if world.newer.contains(&entry.id) && in_force.contains(&entry.id) {
            wrong.push(format!("{} of a newer version is in force", entry.id));
        }
    }
}

fn device(
    world: &mut World,
    index: usize,
    office: &Streams,
    timeline: &Timeline,
    wrong: &mut Vec<String>,
) {
    let now_ms = world.now_ms;
    let device = &mut world.devices[index];
    let id = device.key.device();
    let own = device.store.read(streams).expect("reads");
    let policy = timeline.now();
    for (stream, members) in office {
        let readable = match stream {
            Stream::Policy => policy.may_read_policy(id, now_ms).is_ok(),
            Stream::Document(about) => about
                .document()
                .is_some_and(|document| policy.may_read(id, &document, now_ms).is_ok()),
        };
        let same = own.get(stream).is_some_and(|own| {
            own.len() == members.len()
                && own.iter().zip(members).all(|(a, b)| a.0.hash == b.0.hash && a.1 == b.1)
        });
        if readable && !same {
            wrong.push(format!("device {index} does not have {stream} as the office has it"));
        }
    }
    let states: Vec<(Position, assistenz_core::policy::PolicyState)> = {
        let policy = office.get(&Stream::Policy).map_or(&[][..], Vec::as_slice);
        policy
            .iter()
            .map(|(member, _)| member.place.position)
            .map(|at| (at, timeline.before(Position::new(at.epoch, at.seq + 1))))
            .collect()
    };
    for (stream, members) in &own {
        let Stream::Document(about) = stream else { continue };
        let Some(document) = about.document() else { continue };
        for (member, _) in members {
            let at = member.place;
            let readable = states.iter().enumerate().any(|(i, (_, state))| {
                let until = states.get(i + 1).map(|(next, _)| *next);
                let lasts = until.is_none_or(|until| until > at.position);
                lasts && state.may_read(id, &document, at.received_ms).is_ok()
            });
            // A new epoch may have lost the grant under which it was given.
            let old = timeline.now().epoch() > 1;
            if !readable && !old {
                wrong.push(format!("device {index} has {} of {stream}", member.id));
            }
        }
    }
    let (phone, key) = (&mut device.phone, &device.key);
    let request = device.store.write(|ledger| phone.build_request(ledger, key, "sim/1"));
    let request = request.expect("builds").expect("has a nonce");
    let offers = offers_in(&request);
    if offers > 0 {
        wrong.push(format!("device {index} offers {offers} entries in every round"));
    }
    let outbox = device.store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    for row in outbox {
        if row.why != assistenz_core::ledger::Waiting::Reoffer {
            wrong.push(format!("device {index} still waits to send {} ({:?})", row.id, row.why));
        }
    }
}
