//! What a device sends: offers, and the streams it lacks.

use super::SyncError;
use super::content::{batch as batch_of, content_of, digest, digest_at, entry, name};
use super::envelope::deflate;
use super::message::{Cursor, Offer, Pull, Request, Stood};
use super::phone::{Phone, note};
use super::stood::may_take_rights;
use super::tell::may_read;
use crate::document::{DeviceId, EntryId};
use crate::ledger::{Ledger, Waiting};
use crate::log::codec::{self, Writer};
use crate::log::stream::{Digest, Stream, streams_of};
use crate::log::{Content, Context, DeviceKey, Hash, Position, Signer as _};
use std::collections::BTreeMap;

/// How many bytes of entries one request carries: fits the wire even where
/// nothing can be compressed.
const OFFERS_BUDGET: usize = 170 * 1024;

/// Stands for a place in an epoch that is not known: behind all that is.
const LAST_SEQ: u64 = i64::MAX.unsigned_abs();

/// How many streams one request asks for.
pub(super) const PULLS_AT_ONCE: usize = 1_000;

impl Phone {
    /// The next request, as it goes over the wire; `None` without a nonce.
    ///
    /// # Errors
    ///
    /// [`SyncError`]
    pub fn build_request(
        &mut self,
        ledger: &mut dyn Ledger,
        key: &DeviceKey,
        app: &str,
    ) -> Result<Option<Vec<u8>>, SyncError> {
        let Some(nonce) = ledger.note(self.team, note::NONCE)? else { return Ok(None) };
        let cursor = match ledger.note(self.team, note::CURSOR)? {
            Some(bytes) => Some(codec::decode::<Cursor>(&bytes)?),
            None => None,
        };
        let request = Request {
            team: self.team,
            device: key.device(),
            nonce: codec::decode(&nonce)?,
            checkpoint: ledger.last_checkpoint(self.team)?.map(|(_, _, text)| text),
            cursor,
            offers: self.offers(ledger)?,
            pulls: self.pulls(ledger)?,
            app: app.to_owned(),
        };
        let signed = codec::encode(&request);
        let signature = key.sign(Context::Session, &signed);
        ledger.put_note(self.team, note::REQUEST, Hash::of(&signed).bytes())?;
        let mut writer = Writer::new();
        writer.array(2).bytes(&signed).bytes(&signature.0);
        deflate(&writer.into_bytes()).map(Some)
    }

    pub(super) fn offers(&self, ledger: &mut dyn Ledger) -> Result<Vec<Offer>, SyncError> {
        let epoch = ledger.last_checkpoint(self.team)?.map(|(epoch, _, _)| epoch);
        let mut offers = Vec::new();
        let mut size = 0;
        for row in self.unsent(ledger)? {
            let kept = entry(ledger, self.team, row.id)?;
            size += kept.header.len() + kept.body.as_ref().map_or(0, Vec::len) + 128;
            if size > OFFERS_BUDGET && !offers.is_empty() {
                break;
            }
            let content = content_of(&kept)?;
            if let (Waiting::Own, None, Some(epoch)) = (row.why, row.old, epoch)
                && matches!(&content, Content::Record(_))
            {
                // Whether it arrives is unknown until there is an answer: after
                // a restore it must be known that it may have stood before.
                let last = Position { epoch, seq: LAST_SEQ };
                ledger.enqueue(self.team, row.id, Waiting::Own, Some(last))?;
            }
            let old = match row.old {
                Some(position) if may_take_rights(&content) => {
                    let first = self.first_place(ledger, row.id)?;
                    let first = first.filter(|first| first.position == position);
                    first.or(Some(Stood { position, under: None }))
                }
                old => old.map(|position| Stood { position, under: None }),
            };
            size += old.as_ref().and_then(|old| old.under.as_ref()).map_or(0, String::len);
            offers.push(Offer { old, content });
        }
        Ok(offers)
    }

    /// Remembers what an entry that was not let in hangs on, as it is now: it
    /// is offered again only when that has changed. `reader` is this device
    /// unless the office tells it nothing any more.
    pub(super) fn wait_for_news(
        &mut self,
        ledger: &mut dyn Ledger,
        id: EntryId,
        reader: Option<DeviceId>,
    ) -> Result<(), SyncError> {
        let now_ms = ledger.note(self.team, note::OFFICE_MS)?;
        let now_ms = now_ms.and_then(|bytes| bytes.try_into().ok()).map_or(0, i64::from_be_bytes);
        let policy = self.timeline(ledger)?.now();
        let streams = self.streams_of(ledger, id)?;
        let reads = |device| streams.iter().all(|it| may_read(&policy, device, it, now_ms));
        let told = reader.is_some_and(reads);
        let mut state = vec![u8::from(told)];
        state.extend(self.hangs_on(ledger, id, told)?.bytes());
        Ok(ledger.put_note(self.team, &format!("{}{id}", note::WAITS), &state)?)
    }

    /// The epoch, the policy and the entry's own stream, in one hash; or the
    /// whole log, for who is not told of them.
    pub(super) fn hangs_on(
        &self,
        ledger: &mut dyn Ledger,
        id: EntryId,
        told: bool,
    ) -> Result<Hash, SyncError> {
        let (epoch, _, checkpoint) = ledger.last_checkpoint(self.team)?.unwrap_or_default();
        if !told {
            return Ok(Hash::of(checkpoint.as_bytes()));
        }
        let policy = digest(ledger, self.team, &Stream::Policy)?;
        let mut parts = vec![epoch.to_be_bytes().to_vec(), policy.hash.bytes().to_vec()];
        for stream in self.streams_of(ledger, id)? {
            parts.push(digest(ledger, self.team, &stream)?.hash.bytes().to_vec());
        }
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        Ok(Hash::of_parts(&parts))
    }

    pub(super) fn streams_of(
        &self,
        ledger: &mut dyn Ledger,
        id: EntryId,
    ) -> Result<Vec<Stream>, SyncError> {
        let record = match content_of(&entry(ledger, self.team, id)?)? {
            Content::Batch(batch) => return Ok(vec![Stream::Document(batch.header().about)]),
            Content::Record(record) => record,
        };
        let about = match record.content().batch() {
            Some(batch) => batch_of(ledger, self.team, batch)?.map(|batch| batch.header().about),
            None => None,
        };
        Ok(streams_of(record.content(), |_| about))
    }

    /// What waits for a receipt of the present epoch.
    pub(super) fn unsent(
        &self,
        ledger: &mut dyn Ledger,
    ) -> Result<Vec<crate::ledger::OutboxRow>, SyncError> {
        let epoch = ledger.last_checkpoint(self.team)?.map_or(0, |(epoch, _, _)| epoch);
        let mut rows = Vec::new();
        for row in ledger.outbox(self.team)? {
            let sent = ledger.receipt(self.team, row.id)? == Some(epoch);
            if row.why != Waiting::Refused && !sent && !self.waits_for_news(ledger, &row)? {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    pub(super) fn waits_for_news(
        &self,
        ledger: &mut dyn Ledger,
        row: &crate::ledger::OutboxRow,
    ) -> Result<bool, SyncError> {
        if row.why != Waiting::Reoffer {
            return Ok(false);
        }
        let Some(then) = ledger.note(self.team, &format!("{}{}", note::WAITS, row.id))? else {
            return Ok(false);
        };
        let Some((told, then)) = then.split_first() else { return Ok(false) };
        let still_told = ledger.note(self.team, note::TOLD)?.is_some_and(|note| note == [1]);
        if *told == 1 && !still_told {
            return Ok(false);
        }
        Ok(self.hangs_on(ledger, row.id, *told == 1)?.bytes().as_slice() == then)
    }

    pub(super) fn pulls(&self, ledger: &mut dyn Ledger) -> Result<Vec<Pull>, SyncError> {
        let mut pulls = BTreeMap::new();
        // The policy always: it costs a line, and everything else hangs on it.
        let policy = ledger.stream(self.team, &name(&Stream::Policy))?;
        let policy = policy.map_or_else(
            || Digest::empty(&Stream::Policy),
            |state| Digest { count: state.count, hash: Hash(state.hash) },
        );
        pulls.insert(Stream::Policy, policy);
        for (stream, from) in self.wants(ledger)? {
            if pulls.len() >= PULLS_AT_ONCE {
                break;
            }
            let have = digest_at(ledger, self.team, &stream, from)?
                .unwrap_or_else(|| Digest::empty(&stream));
            pulls.insert(stream, have);
        }
        Ok(pulls.into_iter().map(|(stream, have)| Pull { stream, have }).collect())
    }

    /// Streams that are known to differ from the office's, and how far they
    /// are known to agree.
    pub(super) fn wants(&self, ledger: &mut dyn Ledger) -> Result<Vec<(Stream, u64)>, SyncError> {
        let mut wants = Vec::new();
        for (key, value) in ledger.notes(self.team, note::WANT)? {
            let torn = || SyncError::Torn("a wanted stream");
            let name = key.strip_prefix(note::WANT).and_then(|name| hex::decode(name).ok());
            let stream = codec::decode(&name.ok_or_else(torn)?)?;
            let from = <[u8; 8]>::try_from(value.as_slice()).map_err(|_| torn())?;
            wants.push((stream, u64::from_be_bytes(from)));
        }
        Ok(wants)
    }
}
