//! Streams: what of the office's is new here, and what it no longer has.

use super::belief::releases;
use super::{Distrust, Intake};
use crate::document::EntryId;
use crate::ledger::{Member, Place, Waiting};
use crate::log::stream::{Digest, Stream};
use crate::log::{Content, RecordContent};
use crate::sync::SyncError;
use crate::sync::content::{content_of, digest, digest_at, enter, entry, keep, name};
use crate::sync::message::{Item, Response, Section, Stood};
use crate::sync::phone::note;
use crate::sync::stood::may_take_rights;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Intake<'_> {
    pub(super) fn want(&mut self, stream: &Stream, from: u64) -> Result<(), SyncError> {
        let key = format!("{}{}", note::WANT, hex::encode(name(stream)));
        Ok(self.ledger.put_note(self.phone.team, &key, &from.to_be_bytes())?)
    }

    pub(super) fn policy(&mut self, section: &Section) -> Result<(), SyncError> {
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
            if may_take_rights(&content) {
                let stood = Stood { position: place.position, under: Some(self.under.clone()) };
                self.phone.keep_first_place(self.ledger, content.id(), &stood)?;
            }
            self.received.changed.insert(Stream::Policy);
            let have = digest(self.ledger, team, &Stream::Policy)?.count;
            self.want(&Stream::Policy, have)?;
        }
        self.offer_again(&Stream::Policy, removed)
    }

    /// As soon as the policy is the office's: what of it stood elsewhere.
    pub(super) fn tell_what_stood(&mut self) -> Result<(), SyncError> {
        let policy = digest(self.ledger, self.phone.team, &Stream::Policy)?;
        if self.told.get(&Stream::Policy) == Some(&policy) {
            self.phone.tell_what_stood(self.ledger, self.epoch)?;
        }
        Ok(())
    }

    pub(super) fn sections(
        &mut self,
        response: &Response,
        pulled: &BTreeSet<Stream>,
    ) -> Result<(), SyncError> {
        let team = self.phone.team;
        // Rights hang on the policy: without all of it nothing else is judged.
        let policy = digest(self.ledger, team, &Stream::Policy)?;
        if self.told.get(&Stream::Policy).is_some_and(|told| *told != policy) {
            return Ok(());
        }
        for section in &response.sections {
            if section.stream == Stream::Policy {
                continue;
            }
            if pulled.contains(&section.stream) || self.leads_to_what_was_told(section)? {
                self.document(section)?;
            } else {
                let have = digest(self.ledger, team, &section.stream)?.count;
                self.want(&section.stream, section.from.min(have))?;
            }
        }
        // Streams that the office told to be shorter than they are here.
        let told: Vec<(Stream, Digest)> = self.told.iter().map(|(s, d)| (*s, *d)).collect();
        for (stream, told) in told {
            self.shorten(&stream, told)?;
        }
        Ok(())
    }

    /// What was not asked for begins where the office believes this device to
    /// be. Who could not read a stream while a new epoch changed it is somewhere
    /// else, and finds out by asking.
    fn leads_to_what_was_told(&mut self, section: &Section) -> Result<bool, SyncError> {
        if section.from == 0 {
            return Ok(true);
        }
        let team = self.phone.team;
        let Some(own) = digest_at(self.ledger, team, &section.stream, section.from)? else {
            return Ok(false);
        };
        let then = self
            .laid(section)?
            .into_iter()
            .fold(own, |digest, (id, place)| digest.push(id, place.position, place.received_ms));
        Ok(self.told.get(&section.stream) == Some(&then))
    }

    /// The members of a section, and the places at which they came into the
    /// stream: a batch behind the verdict that released it has the verdict's.
    fn laid(&mut self, section: &Section) -> Result<Vec<(EntryId, Place)>, SyncError> {
        let mut laid = Vec::with_capacity(section.items.len());
        let mut release: Option<(EntryId, Place)> = None;
        for item in &section.items {
            let (id, place) = match item {
                Item::Known { place, id } => (*id, *place),
                Item::Whole(entry) => {
                    let (position, received_ms) = (entry.position, entry.received_ms);
                    (entry.content.id(), Place { position, received_ms })
                }
            };
            let verdict = if laid.is_empty() {
                self.released_by(&section.stream, section.from, id)?
            } else {
                release.filter(|(batch, _)| *batch == id).map(|(_, place)| place)
            };
            release = match item {
                Item::Known { .. } => match self.ledger.entry(self.phone.team, id)? {
                    Some(kept) => releases(&content_of(&kept)?),
                    None => None,
                },
                Item::Whole(entry) => releases(&entry.content),
            }
            .map(|batch| (batch, place));
            laid.push((id, verdict.unwrap_or(place)));
        }
        Ok(laid)
    }

    pub(super) fn document(&mut self, section: &Section) -> Result<(), SyncError> {
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
                    self.pass_gate(&stream, batch, place)?;
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

    /// Cuts off what the office has in another order or at other places; only a
    /// new epoch may do so.
    pub(super) fn align(&mut self, section: &Section) -> Result<Vec<Member>, SyncError> {
        let team = self.phone.team;
        let key = name(&section.stream);
        let own = self.ledger.members(team, &key, section.from, usize::MAX)?;
        let agree = own
            .iter()
            .zip(self.laid(section)?)
            .take_while(|(member, laid)| (member.id, member.place) == *laid)
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

    pub(super) fn cut(&mut self, stream: &Stream, count: u64) -> Result<Vec<Member>, SyncError> {
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
    pub(super) fn shorten(&mut self, stream: &Stream, told: Digest) -> Result<(), SyncError> {
        let team = self.phone.team;
        let own = digest(self.ledger, team, stream)?;
        let common = digest_at(self.ledger, team, stream, told.count)?;
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
    pub(super) fn offer_again(
        &mut self,
        stream: &Stream,
        removed: Vec<Member>,
    ) -> Result<(), SyncError> {
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

    pub(super) fn content(&mut self, item: &Item) -> Result<(Place, Content), SyncError> {
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

    /// Which streams still differ from what the office told. What was asked
    /// for and not told of may not be read any more.
    pub(super) fn wants(&mut self, pulled: &BTreeSet<Stream>) -> Result<(), SyncError> {
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

/// The items a stream with `have` members still lacks; none if there is a hole.
fn items_from(section: &Section, have: u64) -> impl Iterator<Item = &Item> {
    let skip = have.checked_sub(section.from).and_then(|skip| usize::try_from(skip).ok());
    section.items.iter().skip(skip.unwrap_or(usize::MAX))
}
