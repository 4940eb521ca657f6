//! The device's side of a round: what is taken in, and what is believed.

use super::SyncError;
use super::content::{batch as batch_of, content_of, digest, enter, entry, in_force, keep, name};
use super::envelope::{INFLATED_LIMIT, inflate};
use super::message::{Answer, DigestReport, Item, Response, Section, Settled};
use super::phone::{PULLS_AT_ONCE, Phone, note};
use super::timeline::Timeline;
use super::withdrawal::may_stand;
use crate::document::{DeviceId, EntryId};
use crate::ledger::{HeldRow, HeldStatus, Ledger, Member, Place, Waiting};
use crate::log::codec;
use crate::log::stream::{Digest, Stream, streams_of};
use crate::log::{
    Cause, Checkpoint, Content, Context, DeviceKey, Record, RecordContent, SignedBatch, Status,
    tree,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What of the office's answer does not hold. Nothing of it was taken in; the
/// user is told, for an honest office never says such a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Distrust {
    /// The office's log key is not the one of the pairing code.
    #[error("the office's log key is not the one of the pairing code")]
    LogKey,
    /// The checkpoint is not signed by the log key, or of another team.
    #[error("the checkpoint is not valid")]
    Checkpoint,
    /// The log this device knew is not a beginning of the log now.
    #[error("the log was rewritten")]
    Rewritten,
    /// A receipt does not prove what it says.
    #[error("a receipt is not valid")]
    Receipt,
    /// The signed digests are not valid, or for another device.
    #[error("the signed digests are not valid")]
    Digests,
    /// A policy record may not stand where the office says.
    #[error("a record of the policy is not valid")]
    Policy,
    /// An entry's signature or its writer's right does not hold.
    #[error("an entry is not valid")]
    Entry,
    /// A body is missing that no purge has removed.
    #[error("a body was withheld")]
    Withheld,
}

impl Distrust {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LogKey => "log_key",
            Self::Checkpoint => "bad_checkpoint",
            Self::Rewritten => "log_rewritten",
            Self::Receipt => "bad_receipt",
            Self::Digests => "bad_digests",
            Self::Policy => "bad_policy",
            Self::Entry => "bad_entry",
            Self::Withheld => "body_withheld",
        }
    }
}

/// What a round brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Not an answer to the last request: nothing was taken in.
    pub stale: bool,
    /// Another round would bring or send more.
    pub more: bool,
    /// Documents and the policy that changed: rebuild their views.
    pub changed: BTreeSet<Stream>,
    /// This store is not the newest life of the device, or its chain broke:
    /// begin a new incarnation with [`Phone::write_again`].
    pub new_incarnation: bool,
    /// The office began a new epoch.
    pub new_epoch: bool,
    /// What became of what was offered.
    pub answers: Vec<Answer>,
    /// The office's clock (ms), as evidence.
    pub office_ms: i64,
}

/// One answer being taken in.
struct Intake<'i> {
    phone: &'i mut Phone,
    ledger: &'i mut dyn Ledger,
    timeline: Arc<Timeline>,
    /// Epoch of the answer's checkpoint.
    epoch: u32,
    new_epoch: bool,
    told: BTreeMap<Stream, Digest>,
    received: Received,
    /// Offered again, and not let in yet.
    waiting: Vec<EntryId>,
}

impl Phone {
    /// Takes in the office's answer, in the caller's transaction: verified
    /// first, all or nothing.
    ///
    /// # Errors
    ///
    /// [`SyncError`]; the caller's transaction is to be undone then.
    pub fn take_response(
        &mut self,
        ledger: &mut dyn Ledger,
        key: &DeviceKey,
        wire: &[u8],
    ) -> Result<Received, SyncError> {
        let response: Response = codec::decode(&inflate(wire, INFLATED_LIMIT)?)?;
        let asked = ledger.note(self.team, note::REQUEST)?;
        if asked.as_deref() != Some(response.request.bytes().as_slice()) {
            return Ok(Received { stale: true, more: true, ..Received::default() });
        }
        ledger.delete_note(self.team, note::REQUEST)?;
        let report = response
            .report
            .as_ref()
            .map(|(bytes, _)| codec::decode::<DigestReport>(bytes))
            .transpose()?;
        let pulled: BTreeSet<Stream> = self
            .wants(ledger)?
            .into_iter()
            .take(PULLS_AT_ONCE - 1)
            .map(|(stream, _)| stream)
            .collect();
        let told = report.iter().flat_map(|report| report.digests.iter().copied()).collect();
        let timeline = self.timeline(ledger)?;
        let mut intake = Intake {
            phone: self,
            ledger,
            timeline,
            epoch: 0,
            new_epoch: false,
            told,
            received: Received { office_ms: response.office_ms, ..Received::default() },
            waiting: Vec::new(),
        };
        intake.checkpoint(&response)?;
        intake.report(&response, report.as_ref(), key.device())?;
        intake.sections(&response)?;
        intake.receipts(&response)?;
        intake.answers(&response)?;
        intake.own_chains(&response, key.device())?;
        intake.settle(report.as_ref(), key.device())?;
        intake.wants(&pulled)?;
        if let Some(report) = &report {
            let cursor = codec::encode(&report.cursor);
            intake.ledger.put_note(intake.phone.team, note::CURSOR, &cursor)?;
        }
        let (mut received, waiting) = (intake.received, intake.waiting);
        for id in waiting {
            self.wait_for_news(ledger, id)?;
        }
        received.answers = response.answers;
        self.take_nonce(ledger, response.nonce)?;
        ledger.put_note(self.team, note::OFFICE_MS, &response.office_ms.to_be_bytes())?;
        let answered: BTreeSet<EntryId> = received.answers.iter().map(|answer| answer.id).collect();
        received.more = response.more
            || !self.wants(ledger)?.is_empty()
            || self.unsent(ledger)?.iter().any(|row| !answered.contains(&row.id));
        Ok(received)
    }
}

impl Intake<'_> {
    /// Policy first, then the checkpoint it vouches for.
    fn checkpoint(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let ours = match self.ledger.last_checkpoint(team)? {
            Some((_, _, text)) => {
                Some(Checkpoint::parse(&text).map_err(|_| SyncError::Torn("a kept checkpoint"))?)
            }
            None => None,
        };
        let theirs = Checkpoint::parse(&response.checkpoint).map_err(|_| Distrust::Checkpoint)?;
        self.epoch = theirs.epoch;
        self.new_epoch = ours.as_ref().is_some_and(|ours| ours.epoch < theirs.epoch);
        let first = self.timeline.is_empty();
        for section in &response.sections {
            if section.stream == Stream::Policy {
                self.policy(section)?;
            }
        }
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        if first && *log_key != self.phone.pinned {
            return Err(Distrust::LogKey.into());
        }
        if theirs.team != team || theirs.verify(log_key).is_err() {
            return Err(Distrust::Checkpoint.into());
        }
        if let Some(ours) = ours {
            let one_epoch = (ours.epoch, ours.epoch_nonce) == (theirs.epoch, theirs.epoch_nonce);
            let holds = if one_epoch {
                let proof = response.consistency.as_deref().ok_or(Distrust::Rewritten)?;
                tree::verify_consistency(
                    (ours.size, &ours.root),
                    (theirs.size, &theirs.root),
                    proof,
                )
                .is_ok()
            } else {
                theirs.epoch > ours.epoch
            };
            if !holds {
                return Err(Distrust::Rewritten.into());
            }
        }
        self.ledger.put_checkpoint(team, theirs.epoch, theirs.size, &response.checkpoint)?;
        if self.new_epoch {
            self.received.new_epoch = true;
            // Everything is compared again; what the office lost shows.
            for (stream, state) in
                self.ledger.streams_since(team, crate::log::Position::new(0, 0), usize::MAX)?
            {
                self.want(&codec::decode(&stream)?, state.count)?;
            }
        }
        Ok(())
    }

    fn want(&mut self, stream: &Stream, from: u64) -> Result<(), SyncError> {
        let key = format!("{}{}", note::WANT, hex::encode(name(stream)));
        Ok(self.ledger.put_note(self.phone.team, &key, &from.to_be_bytes())?)
    }

    fn report(
        &mut self,
        response: &Response,
        report: Option<&DigestReport>,
        device: DeviceId,
    ) -> Result<(), SyncError> {
        let (Some(report), Some((bytes, signature))) = (report, &response.report) else {
            return Ok(());
        };
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        let signed = log_key.verify(Context::Stream, bytes, signature).is_ok();
        if signed && report.team == self.phone.team && report.device == device {
            Ok(())
        } else {
            Err(Distrust::Digests.into())
        }
    }

    fn policy(&mut self, section: &Section) -> Result<(), SyncError> {
        let team = self.phone.team;
        let removed = self.align(section)?;
        if !removed.is_empty() {
            self.timeline = self.phone.timeline(self.ledger)?;
        }
        let have = digest(self.ledger, team, &Stream::Policy)?.count;
        for item in items_from(section, have) {
            let (place, content) = self.content(item)?;
            let Content::Record(record) = &content else { return Err(Distrust::Policy.into()) };
            Arc::make_mut(&mut self.timeline).apply(record, place).map_err(|_| Distrust::Policy)?;
            keep(self.ledger, team, &content)?;
            enter(self.ledger, team, &Stream::Policy, record.id(), place)?;
            self.received.changed.insert(Stream::Policy);
            let have = digest(self.ledger, team, &Stream::Policy)?.count;
            self.want(&Stream::Policy, have)?;
        }
        self.tell_what_stood(&removed)?;
        self.offer_again(&Stream::Policy, removed)
    }

    /// A record that may take rights and that others have brought back already:
    /// only who had it knows that it stood before the restore.
    fn tell_what_stood(&mut self, removed: &[Member]) -> Result<(), SyncError> {
        let team = self.phone.team;
        for member in removed {
            let back = self.ledger.is_member(team, &name(&Stream::Policy), member.id)?;
            let content = content_of(&entry(self.ledger, team, member.id)?)?;
            let takes = matches!(
                &content,
                Content::Record(record) if matches!(
                    record.content(),
                    RecordContent::Policy(operation) if operation.may_take_rights()
                )
            );
            if back && takes {
                let old = Some(member.place.position);
                self.ledger.enqueue(team, member.id, Waiting::Reoffer, old)?;
            }
        }
        Ok(())
    }

    fn sections(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        // Rights hang on the policy: without all of it nothing else is judged.
        let policy = digest(self.ledger, team, &Stream::Policy)?;
        if self.told.get(&Stream::Policy).is_some_and(|told| *told != policy) {
            return Ok(());
        }
        for section in &response.sections {
            if section.stream != Stream::Policy {
                self.document(section)?;
            }
        }
        // Streams that the office told to be shorter than they are here.
        let told: Vec<(Stream, Digest)> = self.told.iter().map(|(s, d)| (*s, *d)).collect();
        for (stream, told) in told {
            self.shorten(&stream, told)?;
        }
        Ok(())
    }

    fn document(&mut self, section: &Section) -> Result<(), SyncError> {
        let team = self.phone.team;
        let stream = section.stream;
        let removed = self.align(section)?;
        let have = digest(self.ledger, team, &stream)?.count;
        let mut bare = Vec::new();
        for item in items_from(section, have) {
            let (place, content) = self.content(item)?;
            let place = self.check(&stream, &content, place)?;
            let id = content.id();
            keep(self.ledger, team, &content)?;
            match &content {
                Content::Batch(batch) => {
                    if batch.body().is_none() {
                        bare.push(id);
                    }
                    self.pass_gate(&stream, batch)?;
                }
                Content::Record(record) => self.follow(record)?,
            }
            enter(self.ledger, team, &stream, id, place)?;
            self.received.changed.insert(stream);
            let have = digest(self.ledger, team, &stream)?.count;
            self.want(&stream, have)?;
        }
        if self.told.get(&stream) == Some(&digest(self.ledger, team, &stream)?) {
            for id in bare {
                let here = self.ledger.entry(team, id)?.is_some_and(|kept| kept.body.is_some());
                if !here && self.ledger.purged_by(team, id)?.is_none() {
                    return Err(Distrust::Withheld.into());
                }
            }
        }
        self.offer_again(&stream, removed)
    }

    /// Cuts off what the office has in another order; only a new epoch may do so.
    fn align(&mut self, section: &Section) -> Result<Vec<Member>, SyncError> {
        let team = self.phone.team;
        let key = name(&section.stream);
        let own = self.ledger.members(team, &key, section.from, usize::MAX)?;
        let agree = own
            .iter()
            .zip(&section.items)
            .take_while(|(member, item)| member.id == item_id(item))
            .count();
        let have = digest(self.ledger, team, &section.stream)?.count;
        let common = section.from.min(have) + u64::try_from(agree).unwrap_or(0);
        let removed = if agree < own.len() && agree < section.items.len() {
            self.cut(&section.stream, common)?
        } else {
            Vec::new()
        };
        self.want(&section.stream, common)?;
        Ok(removed)
    }

    fn cut(&mut self, stream: &Stream, count: u64) -> Result<Vec<Member>, SyncError> {
        let team = self.phone.team;
        let removed = self.ledger.members(team, &name(stream), count, usize::MAX)?;
        if removed.iter().any(|member| member.place.position.epoch >= self.epoch) {
            return Err(Distrust::Rewritten.into());
        }
        self.ledger.cut_stream(team, &name(stream), count)?;
        self.received.changed.insert(*stream);
        Ok(removed)
    }

    /// The office has less of a stream than this device, and all of that agrees.
    fn shorten(&mut self, stream: &Stream, told: Digest) -> Result<(), SyncError> {
        let team = self.phone.team;
        let own = digest(self.ledger, team, stream)?;
        let common = super::content::digest_at(self.ledger, team, stream, told.count)?;
        if own.count > told.count && common == Some(told) {
            let removed = self.cut(stream, told.count)?;
            if *stream == Stream::Policy {
                self.timeline = self.phone.timeline(self.ledger)?;
            }
            self.offer_again(stream, removed)?;
        }
        Ok(())
    }

    /// What the office no longer has is offered again, with its old position.
    fn offer_again(&mut self, stream: &Stream, removed: Vec<Member>) -> Result<(), SyncError> {
        let team = self.phone.team;
        for member in removed {
            let content = content_of(&entry(self.ledger, team, member.id)?)?;
            let is_epoch = matches!(
                &content,
                Content::Record(record) if matches!(record.content(), RecordContent::Epoch { .. })
            );
            if !is_epoch && !self.ledger.is_member(team, &name(stream), member.id)? {
                let old = Some(member.place.position);
                self.ledger.enqueue(team, member.id, Waiting::Reoffer, old)?;
            }
        }
        Ok(())
    }

    fn content(&mut self, item: &Item) -> Result<(Place, Content), SyncError> {
        match item {
            Item::Whole(entry) => {
                if let Content::Batch(batch) = &entry.content {
                    batch.check_body().map_err(|_| Distrust::Entry)?;
                }
                let place = Place { position: entry.position, received_ms: entry.received_ms };
                Ok((place, entry.content.clone()))
            }
            Item::Known { place, id } => {
                let kept = self.ledger.entry(self.phone.team, *id)?.ok_or(Distrust::Entry)?;
                Ok((*place, content_of(&kept)?))
            }
        }
    }

    /// Signature, team, stream and right, at the position it came into force.
    fn check(
        &mut self,
        stream: &Stream,
        content: &Content,
        place: Place,
    ) -> Result<Place, SyncError> {
        let team = self.phone.team;
        match content {
            Content::Batch(batch) => {
                let header = batch.header();
                let verdict = self.released_by(stream, batch.id())?;
                let place = verdict.unwrap_or(place);
                let policy = self.timeline.before(place.position);
                let device = policy.device(header.device).ok_or(Distrust::Entry)?;
                let about = Stream::Document(header.about) == *stream && header.team == team;
                if !about || batch.verify(&device.key).is_err() {
                    return Err(Distrust::Entry.into());
                }
                if verdict.is_none() {
                    match policy.judge(header, place.received_ms) {
                        // A newer kind is kept, and not judged here.
                        Ok(()) | Err(Cause::Newer) => {}
                        Err(_) => return Err(Distrust::Entry.into()),
                    }
                }
                Ok(place)
            }
            Content::Record(record) => {
                let policy = self.timeline.before(place.position);
                policy
                    .check(record, place.position, place.received_ms)
                    .map_err(|_| Distrust::Entry)?;
                if self.stands_in(record, stream)? {
                    Ok(place)
                } else {
                    Err(Distrust::Entry.into())
                }
            }
        }
    }

    /// Where the verdict stands that released this batch, if the last member is one.
    fn released_by(&mut self, stream: &Stream, id: EntryId) -> Result<Option<Place>, SyncError> {
        let team = self.phone.team;
        let Some(last) = digest(self.ledger, team, stream)?.count.checked_sub(1) else {
            return Ok(None);
        };
        let Some(member) = self.ledger.members(team, &name(stream), last, 1)?.pop() else {
            return Ok(None);
        };
        let content = content_of(&entry(self.ledger, team, member.id)?)?;
        let releases = matches!(
            &content,
            Content::Record(record) if matches!(
                record.content(),
                RecordContent::Verdict { batch, status: Status::Released, .. } if *batch == id
            )
        );
        Ok(releases.then_some(member.place))
    }

    fn stands_in(&mut self, record: &Record, stream: &Stream) -> Result<bool, SyncError> {
        let team = self.phone.team;
        match record.content() {
            // Its batch follows at once and is checked against the stream then.
            RecordContent::Verdict { status: Status::Released, .. } => Ok(true),
            RecordContent::Withdrawal { batch, cause, by } => {
                let what = (*batch, *cause, by.as_slice());
                may_stand(self.ledger, team, &self.timeline, stream, what)
            }
            RecordContent::Seen { batches, .. } => {
                let first = match batches.first() {
                    Some(id) => batch_of(self.ledger, team, *id)?,
                    None => None,
                };
                let about = first.map(|batch| batch.header().about);
                Ok(streams_of(record.content(), |_| about).contains(stream))
            }
            RecordContent::Policy(_)
            | RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Epoch { .. } => {
                Ok(streams_of(record.content(), |_| None).contains(stream))
            }
        }
    }

    /// The gate on this side: what does not pass is kept and never loaded.
    fn pass_gate(&mut self, stream: &Stream, batch: &SignedBatch) -> Result<(), SyncError> {
        let team = self.phone.team;
        let cause = match batch.header().about.document() {
            None => Some(Cause::Newer),
            Some(document) => {
                let before = digest(self.ledger, team, stream)?;
                let after = before.push(batch.id());
                let ledger = &mut *self.ledger;
                self.phone
                    .gate
                    .admit(
                        (team, document),
                        (before.hash, after.hash),
                        || in_force(ledger, team, stream),
                        batch,
                    )?
                    .err()
            }
        };
        if let Some(cause) = cause {
            self.ledger.quarantine(team, batch.id(), u32::from(cause.number()))?;
        }
        Ok(())
    }

    /// What a record in a document's stream does on this device.
    fn follow(&mut self, record: &Record) -> Result<(), SyncError> {
        let team = self.phone.team;
        match record.content() {
            RecordContent::Purge { about, batches, .. } => {
                self.ledger.purge(team, record.id(), batches)?;
                if let Some(document) = about.document() {
                    self.phone.gate.forget(team, document);
                }
            }
            RecordContent::Verdict { batch, status: Status::Released, cause } => {
                if self.ledger.held(team, *batch)?.is_some() {
                    let cause = u32::from(cause.number());
                    let status = HeldStatus::Released;
                    self.ledger.put_held(team, HeldRow { id: *batch, cause, status })?;
                }
            }
            RecordContent::Withdrawal { batch, cause, .. } => self.withdrawn(*batch, *cause)?,
            RecordContent::Verdict { .. }
            | RecordContent::Policy(_)
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Epoch { .. } => {}
        }
        Ok(())
    }

    /// Whose batch it is learns that it is held now.
    fn withdrawn(&mut self, id: EntryId, cause: Cause) -> Result<(), SyncError> {
        let team = self.phone.team;
        let Some(batch) = batch_of(self.ledger, team, id)? else { return Ok(()) };
        let header = batch.header();
        let own = self.ledger.link(team, header.device, header.incarnation, header.n)?;
        if own == Some(id) {
            let cause = u32::from(cause.number());
            self.ledger.put_held(team, HeldRow { id, cause, status: HeldStatus::Held })?;
        }
        Ok(())
    }

    fn receipts(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let state = self.timeline.now();
        let log_key = state.log_key().unwrap_or(&self.phone.pinned);
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for receipts in &response.receipts {
            let checkpoint = receipts.verify(log_key).map_err(|_| Distrust::Receipt)?;
            if checkpoint.team != team {
                return Err(Distrust::Receipt.into());
            }
            for (id, _) in receipts.positions(checkpoint.epoch) {
                if waiting.contains(&id) {
                    // Proven now, whatever epoch it stands in.
                    self.ledger.put_receipt(team, id, self.epoch.max(checkpoint.epoch))?;
                }
            }
        }
        Ok(())
    }

    fn answers(&mut self, response: &Response) -> Result<(), SyncError> {
        let team = self.phone.team;
        let waiting: BTreeMap<EntryId, Waiting> =
            self.ledger.outbox(team)?.into_iter().map(|row| (row.id, row.why)).collect();
        for Answer { id, settled } in &response.answers {
            let Some(why) = waiting.get(id) else { continue };
            let own = *why == Waiting::Own;
            match settled {
                Settled::InForce => {}
                Settled::Held(cause) | Settled::Declined(cause) => {
                    let status = match settled {
                        Settled::Declined(_) => HeldStatus::Refused,
                        Settled::Held(_)
                        | Settled::InForce
                        | Settled::Refused(_)
                        | Settled::NotAllowed
                        | Settled::Never => HeldStatus::Held,
                    };
                    let row = HeldRow { id: *id, cause: u32::from(cause.number()), status };
                    self.ledger.put_held(team, row)?;
                    self.received.new_incarnation |= *cause == Cause::Fork && own;
                }
                // The office is behind in this chain: sent again from there.
                Settled::Refused(Cause::Gap | Cause::Depends | Cause::NewerFormat) if own => {}
                Settled::Refused(_) if own => {
                    self.ledger.enqueue(team, *id, Waiting::Refused, None)?;
                    self.received.new_incarnation = true;
                }
                Settled::NotAllowed if own => self.ledger.dequeue(team, *id)?,
                // Kept here; the office has said that it will never take it.
                Settled::Never | Settled::Refused(Cause::BadSignature | Cause::WrongTeam) => {
                    self.ledger.dequeue(team, *id)?;
                }
                // Offered again when what it hangs on may have come back.
                Settled::Refused(_) | Settled::NotAllowed => self.waiting.push(*id),
            }
        }
        Ok(())
    }

    /// Compares this device's chains with what the office has of them.
    fn own_chains(&mut self, response: &Response, device: DeviceId) -> Result<(), SyncError> {
        let team = self.phone.team;
        let present = self.phone.incarnation(self.ledger)?;
        let theirs: BTreeMap<_, _> =
            response.chains.iter().map(|(incarnation, n, id)| (*incarnation, (*n, *id))).collect();
        let ours: BTreeMap<_, _> = self.ledger.chains(team, device)?.into_iter().collect();
        if let Some(present) = present
            && let Some((n, id)) = theirs.get(&present)
            && self.ledger.link(team, device, present, *n)? != Some(*id)
        {
            // The office knows more of this life than this store does.
            self.received.new_incarnation = true;
        }
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for (incarnation, last) in ours {
            let from = match theirs.get(&incarnation) {
                None => 0,
                Some((n, id)) if self.ledger.link(team, device, incarnation, *n)? == Some(*id) => {
                    *n
                }
                Some((n, _)) => {
                    self.refuse_after(device, incarnation, *n)?;
                    self.offer_branch_again(device, incarnation, last.n)?;
                    continue;
                }
            };
            for n in from + 1..=last.n {
                let Some(id) = self.ledger.link(team, device, incarnation, n)? else { continue };
                let mark = format!("{}{id}", note::REWRITTEN);
                if !waiting.contains(&id) && self.ledger.note(team, &mark)?.is_none() {
                    self.ledger.enqueue(team, id, Waiting::Own, None)?;
                }
            }
        }
        Ok(())
    }

    /// The office's chain is not ours. What it once held of ours beside its own
    /// chain is in no stream, so a restored office gets it from here or never.
    fn offer_branch_again(
        &mut self,
        device: DeviceId,
        incarnation: crate::document::Incarnation,
        last: u64,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        for n in 1..=last {
            let Some(id) = self.ledger.link(team, device, incarnation, n)? else { continue };
            let Some(epoch) = self.ledger.receipt(team, id)? else { continue };
            if epoch < self.epoch && !waiting.contains(&id) {
                // Of its old position only the epoch is known here.
                let old = Some(crate::log::Position { epoch, seq: 0 });
                self.ledger.enqueue(team, id, Waiting::Reoffer, old)?;
            }
        }
        Ok(())
    }

    /// The chain went another way at `n`: what waits after it is written again.
    fn refuse_after(
        &mut self,
        device: DeviceId,
        incarnation: crate::document::Incarnation,
        n: u64,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        for row in self.ledger.outbox(team)? {
            let Some(batch) = batch_of(self.ledger, team, row.id)? else { continue };
            let header = batch.header();
            let same = header.device == device && header.incarnation == incarnation;
            if same && header.n > n && row.why == Waiting::Own {
                self.ledger.enqueue(team, row.id, Waiting::Refused, None)?;
                self.received.new_incarnation = true;
            }
        }
        Ok(())
    }

    /// Forgets from the outbox what has a proven receipt and is where it belongs.
    fn settle(&mut self, report: Option<&DigestReport>, device: DeviceId) -> Result<(), SyncError> {
        let team = self.phone.team;
        let policy = self.timeline.now();
        let now_ms = self.received.office_ms;
        for row in self.ledger.outbox(team)? {
            if self.ledger.receipt(team, row.id)? != Some(self.epoch) {
                continue;
            }
            let there = match content_of(&entry(self.ledger, team, row.id)?)? {
                Content::Record(_) => true,
                Content::Batch(batch) => {
                    let stream = name(&Stream::Document(batch.header().about));
                    let held = self.ledger.held(team, row.id)?;
                    let readable =
                        batch.header().about.document().is_some_and(|document| {
                            policy.may_read(device, &document, now_ms).is_ok()
                        });
                    report.is_none()
                        || !readable
                        || held.is_some_and(|row| row.status != HeldStatus::Released)
                        || self.ledger.is_member(team, &stream, row.id)?
                }
            };
            if there {
                self.ledger.dequeue(team, row.id)?;
                self.ledger.delete_note(team, &format!("{}{}", note::WAITS, row.id))?;
            }
        }
        Ok(())
    }

    /// Which streams still differ from what the office told. What was asked
    /// for and not told of may not be read any more.
    fn wants(&mut self, pulled: &BTreeSet<Stream>) -> Result<(), SyncError> {
        let team = self.phone.team;
        for stream in pulled.iter().filter(|stream| !self.told.contains_key(stream)) {
            if !self.new_epoch {
                let key = format!("{}{}", note::WANT, hex::encode(name(stream)));
                self.ledger.delete_note(team, &key)?;
            }
        }
        let known: BTreeMap<Stream, u64> = self.phone.wants(self.ledger)?.into_iter().collect();
        let told: Vec<(Stream, Digest)> = self.told.iter().map(|(s, d)| (*s, *d)).collect();
        for (stream, told) in told {
            let own = digest(self.ledger, team, &stream)?;
            if own == told {
                let key = format!("{}{}", note::WANT, hex::encode(name(&stream)));
                self.ledger.delete_note(team, &key)?;
            } else if !known.contains_key(&stream) {
                self.want(&stream, own.count)?;
            }
        }
        Ok(())
    }
}

const fn item_id(item: &Item) -> EntryId {
    match item {
        Item::Known { id, .. } => *id,
        Item::Whole(entry) => match &entry.content {
            Content::Batch(batch) => batch.id(),
            Content::Record(record) => record.id(),
        },
    }
}

/// The items a stream with `have` members still lacks; none if there is a hole.
fn items_from(section: &Section, have: u64) -> impl Iterator<Item = &Item> {
    let skip = have.checked_sub(section.from).and_then(|skip| usize::try_from(skip).ok());
    section.items.iter().skip(skip.unwrap_or(usize::MAX))
}
