//! What the office tells a device that may read: digests and entries.

use super::SyncError;
use super::bench::Bench;
use super::content::{content_of, digest, digest_at, entry, name};
use super::message::{Cursor, DigestReport, Item, Offer, Request, Response, Section};
use crate::document::{DeviceId, EntryId};
use crate::ledger::Member;
use crate::log::codec::{self};
use crate::log::stream::{Digest, Stream};
use crate::log::{Context, Entry, Hash, Position, Signer as _};
use crate::policy::PolicyState;
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes of entries one answer carries, roughly.
const ENTRIES_BUDGET: usize = 480 * 1024;

/// How many streams one answer looks at.
const STREAMS_AT_ONCE: usize = 4_000;

impl Bench<'_> {
    /// Digests and entries for a device that may read.
    pub(super) fn tell(
        &mut self,
        request: &Request,
        response: &mut Response,
    ) -> Result<(), SyncError> {
        let timeline = self.timeline()?;
        let policy = timeline.now();
        let records = u64::try_from(timeline.len()).unwrap_or(u64::MAX);
        let head = self.ledger.head(self.team)?.ok_or(SyncError::Torn("the log is empty"))?;
        let end = Position { epoch: head.epoch, seq: head.size };
        let known = request.cursor.filter(|cursor| cursor.position.epoch == head.epoch);
        let since = known.filter(|cursor| cursor.policy == records);
        let start = since.map_or(Position { epoch: 0, seq: 0 }, |cursor| cursor.position);

        let mut changed = self.ledger.streams_since(self.team, start, STREAMS_AT_ONCE)?;
        let reached = if changed.len() < STREAMS_AT_ONCE {
            end
        } else {
            response.more = true;
            changed.last().and_then(|(_, state)| state.last).unwrap_or(end)
        };
        let policy_name = name(&Stream::Policy);
        changed.sort_by_key(|(name, _)| *name != policy_name);

        let mut told: BTreeMap<Stream, Digest> = BTreeMap::new();
        let mut order = Vec::new();
        for (name, state) in changed {
            let stream: Stream = codec::decode(&name)?;
            if may_read(&policy, request.device, &stream, self.now_ms) {
                told.insert(stream, Digest { count: state.count, hash: Hash(state.hash) });
                order.push(stream);
            }
        }
        let mut shelf = Shelf::new(&request.offers);
        for pull in &request.pulls {
            if !may_read(&policy, request.device, &pull.stream, self.now_ms) {
                continue;
            }
            let now = digest(self.ledger, self.team, &pull.stream)?;
            told.insert(pull.stream, now);
            let common = digest_at(self.ledger, self.team, &pull.stream, pull.have.count)?;
            let from = if common == Some(pull.have) { pull.have.count } else { 0 };
            self.fill(&mut shelf, pull.stream, from)?;
        }
        for stream in order {
            // What came in since the device's cursor; older gaps it pulls.
            let from = match (known, request.cursor) {
                (Some(cursor), _) => {
                    self.ledger.members_before(self.team, &name(&stream), cursor.position)?
                }
                (None, None) => 0,
                (None, Some(_)) => continue,
            };
            self.fill(&mut shelf, stream, from)?;
        }
        let report = DigestReport {
            team: self.team,
            device: request.device,
            cursor: Cursor { position: reached, policy: records },
            digests: told.into_iter().collect(),
        };
        let bytes = codec::encode(&report);
        let signature = self.log_key.sign(Context::Stream, &bytes);
        response.report = Some((bytes, signature));
        response.more |= shelf.full;
        response.sections = shelf.sections;
        Ok(())
    }

    fn fill(&mut self, shelf: &mut Shelf, stream: Stream, from: u64) -> Result<(), SyncError> {
        if !shelf.streams.insert(stream) {
            return Ok(());
        }
        let mut section = Section { stream, from, items: Vec::new() };
        for member in self.ledger.members(self.team, &name(&stream), from, usize::MAX)? {
            if shelf.left == 0 {
                shelf.full = true;
                break;
            }
            let (item, size) = self.item(shelf, &member)?;
            shelf.left = shelf.left.saturating_sub(size);
            section.items.push(item);
        }
        if !section.items.is_empty() {
            shelf.sections.push(section);
        }
        Ok(())
    }

    fn item(&mut self, shelf: &Shelf, member: &Member) -> Result<(Item, usize), SyncError> {
        if shelf.offered.contains(&member.id) {
            return Ok((Item::Known { place: member.place, id: member.id }, 64));
        }
        let kept = entry(self.ledger, self.team, member.id)?;
        let place = kept.place.ok_or(SyncError::Torn("an entry without a place"))?;
        let entry = Entry {
            position: place.position,
            received_ms: place.received_ms,
            content: content_of(&kept)?,
        };
        let size = kept.header.len() + kept.body.as_ref().map_or(0, Vec::len) + 128;
        Ok((Item::Whole(entry), size))
    }
}

/// What an answer carries so far.
struct Shelf {
    sections: Vec<Section>,
    streams: BTreeSet<Stream>,
    offered: BTreeSet<EntryId>,
    left: usize,
    full: bool,
}

impl Shelf {
    fn new(offers: &[Offer]) -> Self {
        Self {
            sections: Vec::new(),
            streams: BTreeSet::new(),
            offered: offers.iter().map(|offer| offer.content.id()).collect(),
            left: ENTRIES_BUDGET,
            full: false,
        }
    }
}

pub(super) fn may_read(
    policy: &PolicyState,
    device: DeviceId,
    stream: &Stream,
    now_ms: i64,
) -> bool {
    match stream {
        Stream::Policy => policy.may_read_policy(device, now_ms).is_ok(),
        Stream::Document(about) => about
            .document()
            .is_some_and(|document| policy.may_read(device, &document, now_ms).is_ok()),
    }
}
