//! The office's side of a round.

use super::SyncError;
use super::content::{content_of, digest, digest_at, enter, entry, name};
use super::envelope::{REQUEST_LIMIT, deflate, inflate};
use super::judge::{Bench, Dice, Outcome, TreeNodes, of_tree};
use super::message::{
    Answer, Cursor, DigestReport, Item, Offer, Request, Response, Section, Settled,
};
use super::session::Nonce;
use super::timeline::{Timeline, Timelines};
use crate::document::{DeviceId, EntryId, TeamId};
use crate::gate::Gatekeeper;
use crate::ledger::{HeldStatus, Ledger, Member, Place};
use crate::log::codec::{self, Reader};
use crate::log::stream::{Digest, Stream};
use crate::log::{
    Cause, Checkpoint, CodecError, Content, Context, Entry, EpochReason, Hash, LogKey, Position,
    Receipt, Receipts, Record, RecordContent, RecordDraft, Signature, Signer as _, tree,
};
use crate::policy::PolicyState;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes of entries one answer carries, roughly.
const ENTRIES_BUDGET: usize = 480 * 1024;
/// How many streams one answer looks at.
const STREAMS_AT_ONCE: usize = 4_000;

/// Why the office refuses a whole round. Nothing of it was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoundRefusal {
    /// No such team here.
    #[error("no such team here")]
    UnknownTeam,
    /// The device was never added to the team.
    #[error("no such device in this team")]
    UnknownDevice,
    /// The request is not signed by the device it names.
    #[error("the request's signature is not valid")]
    BadSignature,
    /// The nonce is too old or not from this office: fetch a new one.
    #[error("the nonce is too old or not from this office")]
    StaleNonce,
}

impl RoundRefusal {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownTeam => "unknown_team",
            Self::UnknownDevice => "unknown_device",
            Self::BadSignature => "bad_signature",
            Self::StaleNonce => "stale_nonce",
        }
    }
}

/// The office's two secrets.
#[derive(Clone, Copy)]
pub struct OfficeKeys<'k> {
    /// Signs the log.
    pub log: &'k LogKey,
    /// Makes nonces.
    pub secret: &'k [u8; 32],
}

/// An office: everything it remembers between rounds can be made again from
/// the ledger, so any process over the same ledger answers alike.
#[derive(Debug)]
pub struct Office {
    gate: Gatekeeper,
    timelines: Timelines,
}

impl Office {
    /// Keeps at most so many documents in memory.
    #[must_use]
    pub fn new(documents: usize) -> Self {
        Self { gate: Gatekeeper::new(documents), timelines: Timelines::default() }
    }

    /// Founds a team with its first two records: epoch 1 and `found`.
    ///
    /// # Errors
    ///
    /// [`SyncError::Torn`] if they are not how a team begins, or it is founded.
    pub fn found(
        &mut self,
        ledger: &mut dyn Ledger,
        records: [&Record; 2],
        log_key: &LogKey,
        now_ms: i64,
    ) -> Result<(), SyncError> {
        let team = records[0].header().team;
        if ledger.head(team)?.is_some() {
            return Err(SyncError::Torn("the team is founded already"));
        }
        let mut timeline = Timeline::default();
        let mut dice = Dice::new([0; 32]);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        for (seq, record) in (0..).zip(records) {
            let place = Place { position: Position { epoch: 1, seq }, received_ms: now_ms };
            timeline.apply(record, place).map_err(|_| SyncError::Torn("not how a team begins"))?;
            bench.append(&record.clone().into(), place)?;
            enter(bench.ledger, team, &Stream::Policy, record.id(), place)?;
        }
        Ok(())
    }

    /// The policy as it is now.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn policy(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
    ) -> Result<PolicyState, SyncError> {
        Ok(self.timelines.of(ledger, team)?.now())
    }

    /// Takes in one entry that did not come in a round: a desk's batch, a
    /// record of the operator. Judged like any other.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; a refusal is an [`Outcome`].
    pub fn take(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        content: &Content,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<Outcome, SyncError> {
        let mut dice = Dice::new(seed);
        self.bench(ledger, team, log_key, now_ms, &mut dice).take(content, None)
    }

    /// Writes a record signed by the office: purge, export, seen.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; a refusal is an [`Outcome`].
    pub fn record(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        content: RecordContent,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<(EntryId, Outcome), SyncError> {
        let mut dice = Dice::new(seed);
        let nonce = dice.throw();
        let draft = RecordDraft { team, nonce, issued_ms: now_ms, content, desk: None };
        let record = draft.seal(&[log_key])?;
        let id = record.id();
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        Ok((id, bench.take(&record.into(), None)?))
    }

    /// Begins a new epoch after a restore from a backup.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn announce_restore(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<(), SyncError> {
        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        let last = bench.seal_checkpoint()?;
        bench.begin_epoch(last.epoch + 1, last.to_text(), EpochReason::RestoreAnnounced)
    }

    /// After an upgrade: judges again what an older version did not know.
    /// How many batches came into force.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn judge_newer_again(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<usize, SyncError> {
        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, log_key, now_ms, &mut dice);
        let mut released = 0;
        for row in bench.ledger.held_with(team, HeldStatus::Held)? {
            if row.cause == u32::from(Cause::Newer.number())
                && let Some(batch) = super::content::batch(bench.ledger, team, row.id)?
                && bench.release_own(&batch)?
            {
                released += 1;
            }
        }
        Ok(released)
    }

    /// A nonce for a device's next request.
    #[must_use]
    pub fn nonce(
        &self,
        keys: OfficeKeys<'_>,
        team: TeamId,
        device: DeviceId,
        now_ms: i64,
    ) -> Nonce {
        Nonce::issue(keys.secret, team, device, now_ms)
    }

    /// The newest checkpoint, signed now if the log has grown.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn checkpoint(
        &mut self,
        ledger: &mut dyn Ledger,
        team: TeamId,
        log_key: &LogKey,
    ) -> Result<Checkpoint, SyncError> {
        let mut dice = Dice::new([0; 32]);
        self.bench(ledger, team, log_key, 0, &mut dice).seal_checkpoint()
    }

    /// One round: the request as it came over the wire, the answer as it goes
    /// back. Idempotent: the same request again gives the same outcome.
    /// `seed` is 32 random bytes, never used before.
    ///
    /// # Errors
    ///
    /// [`SyncError::Refused`], [`SyncError::Form`] and [`SyncError::TooLarge`]
    /// are refusals; the others are faults.
    pub fn round(
        &mut self,
        ledger: &mut dyn Ledger,
        keys: OfficeKeys<'_>,
        request: &[u8],
        (now_ms, seed): (i64, [u8; 32]),
    ) -> Result<Vec<u8>, SyncError> {
        let inflated = inflate(request, REQUEST_LIMIT)?;
        let (signed, signature) = signed_parts(&inflated)?;
        let request: Request = codec::decode(signed)?;
        let (team, device) = (request.team, request.device);
        let policy = self.policy(ledger, team)?;
        if policy.team().is_none() {
            return Err(RoundRefusal::UnknownTeam.into());
        }
        let key = &policy.device(device).ok_or(RoundRefusal::UnknownDevice)?.key;
        key.verify(Context::Session, signed, &signature).map_err(|_| RoundRefusal::BadSignature)?;
        if !request.nonce.holds(keys.secret, team, device, now_ms) {
            return Err(RoundRefusal::StaleNonce.into());
        }

        let mut dice = Dice::new(seed);
        let mut bench = self.bench(ledger, team, keys.log, now_ms, &mut dice);
        bench.notice_rollback(request.checkpoint.as_deref())?;
        let outcomes = bench.take_all(&request.offers)?;
        let checkpoint = bench.seal_checkpoint()?;
        let consistency = bench.consistency(request.checkpoint.as_deref(), &checkpoint)?;
        let receipts = bench.receipts(&outcomes, &checkpoint)?;
        let mut response = Response {
            request: Hash::of(signed),
            office_ms: now_ms,
            nonce: Nonce::issue(keys.secret, team, device, now_ms),
            checkpoint: checkpoint.to_text(),
            consistency,
            receipts,
            answers: outcomes
                .iter()
                .map(|(id, outcome)| Answer { id: *id, settled: outcome.settled })
                .collect(),
            report: None,
            sections: Vec::new(),
            more: false,
            chains: bench.chains(device)?,
        };
        if bench.timeline()?.now().may_read_policy(device, now_ms).is_ok() {
            bench.tell(&request, &mut response)?;
        }
        deflate(&codec::encode(&response))
    }

    fn bench<'b>(
        &'b mut self,
        ledger: &'b mut dyn Ledger,
        team: TeamId,
        log_key: &'b LogKey,
        now_ms: i64,
        dice: &'b mut Dice,
    ) -> Bench<'b> {
        let Self { gate, timelines } = self;
        Bench { ledger, gate, timelines, team, log_key, now_ms, dice }
    }
}

/// Who says that they ask, in a request as it came over the wire. Nothing is
/// verified here; [`Office::round`] does.
///
/// # Errors
///
/// [`SyncError::Form`], [`SyncError::TooLarge`].
pub fn asker(request: &[u8]) -> Result<(TeamId, DeviceId), SyncError> {
    let inflated = inflate(request, REQUEST_LIMIT)?;
    let (signed, _) = signed_parts(&inflated)?;
    let request: Request = codec::decode(signed)?;
    Ok((request.team, request.device))
}

/// `[body, signature]`
fn signed_parts(bytes: &[u8]) -> Result<(&[u8], Signature), CodecError> {
    let mut reader = Reader::new(bytes);
    reader.array(2, 2)?;
    let body = reader.bytes()?;
    let signature = Signature(reader.fixed()?);
    if reader.position() == bytes.len() { Ok((body, signature)) } else { Err(CodecError::Trailing) }
}

/// Policy first, then purges, then the rest in the order it once stood in;
/// what is new comes last, in the order it was offered.
fn rank(offer: &Offer) -> (u8, Position, bool) {
    const LAST: Position = Position { epoch: u32::MAX, seq: u64::MAX };
    let class = match &offer.content {
        Content::Batch(_) => 2,
        Content::Record(record) => match record.content() {
            RecordContent::Policy(_) | RecordContent::Epoch { .. } => 0,
            RecordContent::Purge { .. } => 1,
            RecordContent::Verdict { .. }
            | RecordContent::Export { .. }
            | RecordContent::Withdrawal { .. }
            | RecordContent::Seen { .. } => 2,
        },
    };
    // A batch before the verdict that released it.
    let is_record = matches!(offer.content, Content::Record(_));
    (class, offer.old.unwrap_or(LAST), is_record && class == 2)
}

impl Bench<'_> {
    fn take_all(&mut self, offers: &[Offer]) -> Result<Vec<(EntryId, Outcome)>, SyncError> {
        let mut order: Vec<&Offer> = offers.iter().collect();
        order.sort_by_key(|offer| rank(offer));
        let mut outcomes = Vec::new();
        let mut back = Vec::new();
        let policies = order.partition_point(|offer| rank(offer).0 == 0);
        for offer in &order[..policies] {
            let outcome = self.take(&offer.content, offer.old)?;
            outcomes.push((offer.content.id(), outcome));
            back.extend(self.came_back(offer, outcome)?);
        }
        self.judge_again(&back)?;
        for offer in &order[policies..] {
            outcomes.push((offer.content.id(), self.take(&offer.content, offer.old)?));
        }
        Ok(outcomes)
    }

    /// A record that may take rights, in the log now, that once stood in an
    /// epoch before a restore; and that epoch.
    fn came_back(
        &mut self,
        offer: &Offer,
        outcome: Outcome,
    ) -> Result<Option<(EntryId, u32)>, SyncError> {
        let present = self.ledger.head(self.team)?.map_or(0, |head| head.epoch);
        let (Some(old), Content::Record(record)) = (offer.old, &offer.content) else {
            return Ok(None);
        };
        let takes = matches!(
            record.content(),
            RecordContent::Policy(operation) if operation.may_take_rights()
        );
        let back = takes && outcome.settled == Settled::InForce && old.epoch < present;
        Ok(back.then(|| (record.id(), old.epoch)))
    }

    fn nodes(&mut self, epoch: u32) -> TreeNodes<'_> {
        TreeNodes { ledger: RefCell::new(&mut *self.ledger), team: self.team, epoch }
    }

    /// Signs the present end of the log, unless that was done already.
    fn seal_checkpoint(&mut self) -> Result<Checkpoint, SyncError> {
        let head = self.ledger.head(self.team)?.ok_or(SyncError::Torn("the log is empty"))?;
        if let Some((size, text)) = self.ledger.checkpoint(self.team, head.epoch)?
            && size == head.size
        {
            return Checkpoint::parse(&text).map_err(|_| SyncError::Torn("a kept checkpoint"));
        }
        let nonce = self.timeline()?.epoch_nonce().ok_or(SyncError::Torn("no epoch"))?;
        let root = tree::root(&self.nodes(head.epoch), head.size).map_err(of_tree)?;
        let (team, epoch) = (self.team, (head.epoch, nonce));
        let sealed = Checkpoint::seal(team, epoch, head.size, root, head.received_ms, self.log_key);
        self.ledger.put_checkpoint(team, head.epoch, head.size, &sealed.to_text())?;
        Ok(sealed)
    }

    /// A device that knows a newer log than ours shows that we were restored
    /// from a backup without saying so.
    fn notice_rollback(&mut self, checkpoint: Option<&str>) -> Result<(), SyncError> {
        let Some(theirs) = checkpoint.and_then(|text| Checkpoint::parse(text).ok()) else {
            return Ok(());
        };
        let timeline = self.timeline()?;
        let signed = timeline.now().log_key().is_some_and(|key| theirs.verify(key).is_ok());
        if theirs.team != self.team || !signed {
            return Ok(());
        }
        let ours = self.seal_checkpoint()?;
        let lost = if (theirs.epoch, theirs.epoch_nonce) == (ours.epoch, ours.epoch_nonce) {
            theirs.size > ours.size
                || tree::root(&self.nodes(ours.epoch), theirs.size).map_err(of_tree)? != theirs.root
        } else {
            !timeline.knows_epoch(theirs.epoch, theirs.epoch_nonce)
        };
        if lost {
            let number = theirs.epoch.max(ours.epoch) + 1;
            self.begin_epoch(number, theirs.to_text(), EpochReason::RestoreDetected)?;
        }
        Ok(())
    }

    fn begin_epoch(
        &mut self,
        number: u32,
        last_checkpoint: String,
        reason: EpochReason,
    ) -> Result<(), SyncError> {
        let mut nonce = [0; 8];
        nonce.copy_from_slice(&self.dice.throw()[..8]);
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content: RecordContent::Epoch {
                number,
                nonce,
                checkpoint: Some(last_checkpoint),
                reason,
            },
            desk: None,
        };
        let record = draft.seal(&[self.log_key])?;
        let position = Position { epoch: number, seq: 0 };
        let place = Place { position, received_ms: self.next_place()?.received_ms };
        let id = record.id();
        self.append(&record.into(), place)?;
        enter(self.ledger, self.team, &Stream::Policy, id, place)?;
        Ok(())
    }

    fn consistency(
        &mut self,
        theirs: Option<&str>,
        ours: &Checkpoint,
    ) -> Result<Option<Vec<Hash>>, SyncError> {
        let Some(theirs) = theirs.and_then(|text| Checkpoint::parse(text).ok()) else {
            return Ok(None);
        };
        let one_epoch = (theirs.epoch, theirs.epoch_nonce) == (ours.epoch, ours.epoch_nonce);
        if !one_epoch || theirs.size > ours.size {
            return Ok(None);
        }
        tree::prove_consistency(&self.nodes(ours.epoch), theirs.size, ours.size)
            .map(Some)
            .map_err(of_tree)
    }

    fn receipts(
        &mut self,
        outcomes: &[(EntryId, Outcome)],
        newest: &Checkpoint,
    ) -> Result<Vec<Receipts>, SyncError> {
        let mut by_epoch: BTreeMap<u32, BTreeMap<u64, Receipt>> = BTreeMap::new();
        for (id, outcome) in outcomes {
            let Some(Place { position, received_ms }) = outcome.place else { continue };
            let receipt = Receipt { seq: position.seq, received_ms, id: *id };
            by_epoch.entry(position.epoch).or_default().insert(position.seq, receipt);
        }
        let mut all = Vec::new();
        for (epoch, entries) in by_epoch {
            let (size, checkpoint) = if epoch == newest.epoch {
                (newest.size, newest.to_text())
            } else {
                self.ledger
                    .checkpoint(self.team, epoch)?
                    .ok_or(SyncError::Torn("an old epoch without a checkpoint"))?
            };
            let wanted: Vec<u64> = entries.keys().copied().filter(|seq| *seq < size).collect();
            if wanted.is_empty() {
                continue;
            }
            let proof =
                tree::prove_inclusion(&self.nodes(epoch), size, &wanted).map_err(of_tree)?;
            let entries = entries.into_values().filter(|entry| entry.seq < size).collect();
            all.push(Receipts { checkpoint, entries, proof });
        }
        Ok(all)
    }

    /// How far each chain goes from its first batch without a gap. A chain
    /// whose first batch is missing is not told of: after a restore others may
    /// have brought back what came later, and the writer must bring the rest.
    fn chains(
        &mut self,
        device: DeviceId,
    ) -> Result<Vec<(crate::document::Incarnation, u64, EntryId)>, SyncError> {
        let mut gapless = BTreeMap::new();
        // One link for every run of batches: its last.
        for (incarnation, link) in self.ledger.chains(self.team, device)? {
            if self.ledger.link(self.team, device, incarnation, 1)?.is_none() {
                continue;
            }
            let end = gapless.entry(incarnation).or_insert((link.n, link.id));
            if link.n < end.0 {
                *end = (link.n, link.id);
            }
        }
        Ok(gapless.into_iter().map(|(incarnation, (n, id))| (incarnation, n, id)).collect())
    }

    /// Digests and entries for a device that may read.
    fn tell(&mut self, request: &Request, response: &mut Response) -> Result<(), SyncError> {
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

fn may_read(policy: &PolicyState, device: DeviceId, stream: &Stream, now_ms: i64) -> bool {
    match stream {
        Stream::Policy => policy.may_read_policy(device, now_ms).is_ok(),
        Stream::Document(about) => about
            .document()
            .is_some_and(|document| policy.may_read(device, &document, now_ms).is_ok()),
    }
}

/// What an answer means for one offer: whether the device may forget it.
impl Settled {
    /// Whether the entry is in the log.
    #[must_use]
    pub const fn is_stored(&self) -> bool {
        match self {
            Self::InForce | Self::Held(_) | Self::Declined(_) => true,
            Self::Refused(_) | Self::NotAllowed | Self::Never => false,
        }
    }
}
