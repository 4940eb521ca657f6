//! Streams: what of the office's is new here, and what it no longer has.

use super::{Distrust, Intake};
use crate::document::EntryId;
use crate::ledger::{Member, Place, Waiting};
use crate::log::stream::{Digest, Stream};
use crate::log::{Content, RecordContent};
use crate::sync::SyncError;
use crate::sync::content::{content_of, digest, digest_at, enter, entry, keep, name};
use crate::sync::message::{Item, Response, Section};
use crate::sync::phone::note;
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
            self.received.changed.insert(Stream::Policy);
            let have = digest(self.ledger, team, &Stream::Policy)?.count;
            self.want(&Stream::Policy, have)?;
        }
        self.tell_what_stood(&removed)?;
        self.offer_again(&Stream::Policy, removed)
    }

    /// A record that may take rights and that others have brought back already:
    /// only who had it knows that it stood before the restore.
    pub(super) fn tell_what_stood(&mut self, removed: &[Member]) -> Result<(), SyncError> {
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
        let own = digest_at(self.ledger, team, &section.stream, section.from)?;
        let then = own.map(|own| section.items.iter().map(item_id).fold(own, Digest::push));
        Ok(then.is_some() && self.told.get(&section.stream).copied() == then)
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
    pub(super) fn align(&mut self, section: &Section) -> Result<Vec<Member>, SyncError> {
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
