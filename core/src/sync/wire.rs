//! The two messages of a round as bytes (`docs/sync-protocol.md` § 10).

use super::message::{
    Answer, Cursor, DigestReport, Item, Offer, Pull, Request, Response, Section, Settled, Stood,
};
use super::protocol::PROTOCOL;
use super::session::Nonce;
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::Place;
use crate::log::checkpoint::CHECKPOINT_LIMIT;
use crate::log::codec::{Canonical, CodecError, Reader, Writer};
use crate::log::stream::{Digest, Stream};
use crate::log::{
    Cause, Content, Entry, Hash, Position, Receipts, Record, RecordContent, Signature, SignedBatch,
};

/// Most entries, streams or digests in one message.
const MANY: u64 = 20_000;

fn write_digest(to: &mut Writer, (stream, digest): (&Stream, &Digest)) {
    to.array(3).value(stream).uint(digest.count).bytes(digest.hash.bytes());
}

fn read_digest(from: &mut Reader<'_>) -> Result<(Stream, Digest), CodecError> {
    from.array(3, 3)?;
    let stream = Stream::read(from)?;
    Ok((stream, Digest { count: from.uint()?, hash: Hash(from.fixed()?) }))
}

fn write_content(to: &mut Writer, content: &Content) {
    match content {
        Content::Batch(batch) => to.uint(1).value(batch.as_ref()),
        Content::Record(record) => to.uint(2).value(record.as_ref()),
    };
}

fn read_content(from: &mut Reader<'_>) -> Result<Content, CodecError> {
    match from.uint()? {
        1 => SignedBatch::read(from).map(Content::from),
        2 => Record::read(from).map(Content::from),
        0 => Err(CodecError::OutOfRange("sort of entry")),
        _ => Err(CodecError::Newer),
    }
}

fn read_position(from: &mut Reader<'_>) -> Result<Position, CodecError> {
    let epoch: u32 = from.small("epoch")?;
    let seq = from.uint()?;
    if epoch == 0 || i64::try_from(seq).is_err() {
        return Err(CodecError::OutOfRange("position"));
    }
    Ok(Position { epoch, seq })
}

impl Canonical for Cursor {
    const LIMIT: usize = 64;

    fn write(&self, to: &mut Writer) {
        to.array(3).uint(u64::from(self.position.epoch)).uint(self.position.seq).uint(self.policy);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(3, 3)?;
        Ok(Self { position: read_position(from)?, policy: from.uint()? })
    }
}

impl Stood {
    const fn parts(&self) -> usize {
        if self.under.is_some() { 3 } else { 2 }
    }

    fn write_parts(&self, to: &mut Writer) {
        to.uint(u64::from(self.position.epoch)).uint(self.position.seq);
        if let Some(checkpoint) = &self.under {
            to.text(checkpoint);
        }
    }

    fn read_parts(from: &mut Reader<'_>, parts: u64) -> Result<Option<Self>, CodecError> {
        if parts == 0 {
            return Ok(None);
        }
        if parts == 1 {
            return Err(CodecError::OutOfRange("an old position"));
        }
        let position = read_position(from)?;
        let under = match parts {
            2 => None,
            _ => Some(from.text(CHECKPOINT_LIMIT)?.to_owned()),
        };
        Ok(Some(Self { position, under }))
    }
}

/// As a device keeps it for itself.
impl Canonical for Stood {
    const LIMIT: usize = CHECKPOINT_LIMIT + 64;

    fn write(&self, to: &mut Writer) {
        to.array(self.parts());
        self.write_parts(to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let parts = from.array(2, 3)?;
        Self::read_parts(from, parts)?.ok_or(CodecError::OutOfRange("an old position"))
    }
}

impl Canonical for Offer {
    const LIMIT: usize = 68 * 1024;

    fn write(&self, to: &mut Writer) {
        to.array(2 + self.old.as_ref().map_or(0, Stood::parts));
        write_content(to, &self.content);
        if let Some(old) = &self.old {
            old.write_parts(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let length = from.array(2, 5)?;
        let content = read_content(from)?;
        let old = Stood::read_parts(from, length - 2)?;
        let policy = matches!(
            &content,
            Content::Record(record) if matches!(record.content(), RecordContent::Policy(_))
        );
        if !policy && old.as_ref().is_some_and(|old| old.under.is_some()) {
            return Err(CodecError::OutOfRange("a checkpoint with what is no policy record"));
        }
        Ok(Self { old, content })
    }
}

impl Canonical for Request {
    const LIMIT: usize = super::INFLATED_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(PROTOCOL);
            map.key(1).bytes(self.team.bytes());
            map.key(2).bytes(self.device.bytes());
            map.key(3).value(&self.nonce);
            map.optional(4, self.checkpoint.as_ref(), |w, text| {
                w.text(text);
            });
            map.optional(5, self.cursor.as_ref(), |w, cursor| {
                w.value(cursor);
            });
            let offers = map.key(6).array(self.offers.len());
            for offer in &self.offers {
                offers.value(offer);
            }
            let pulls = map.key(7).array(self.pulls.len());
            for pull in &self.pulls {
                write_digest(pulls, (&pull.stream, &pull.have));
            }
            map.key(8).text(&self.app);
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        if map.need(0, Reader::uint)? != PROTOCOL {
            return Err(CodecError::Newer);
        }
        let request = Self {
            team: TeamId::new(map.need(1, Reader::fixed)?),
            device: DeviceId::new(map.need(2, Reader::fixed)?),
            nonce: map.need(3, Nonce::read)?,
            checkpoint: map.optional(4, |r| r.text(CHECKPOINT_LIMIT))?.map(str::to_owned),
            cursor: map.optional(5, Cursor::read)?,
            offers: map.need(6, |r| r.list(0, MANY, Offer::read))?,
            pulls: map.need(7, |r| {
                r.list(0, MANY, |r| read_digest(r).map(|(stream, have)| Pull { stream, have }))
            })?,
            app: map.need(8, |r| r.text(32))?.to_owned(),
        };
        map.end()?;
        Ok(request)
    }
}

impl Canonical for Answer {
    const LIMIT: usize = 64;

    fn write(&self, to: &mut Writer) {
        let (settled, cause) = self.settled.numbers();
        to.array(3).bytes(self.id.bytes()).uint(u64::from(settled)).uint(u64::from(cause));
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(3, 3)?;
        let id = EntryId::new(from.fixed()?);
        let settled = from.uint()?;
        let cause = from.uint()?;
        let known = || Cause::from_number(cause).ok_or(CodecError::OutOfRange("cause"));
        let settled = match settled {
            1 if cause == 0 => Settled::InForce,
            2 => Settled::Held(known()?),
            3 => Settled::Declined(known()?),
            4 => Settled::Refused(known()?),
            5 if cause == 0 => Settled::NotAllowed,
            6 if cause == 0 => Settled::Never,
            _ => return Err(CodecError::OutOfRange("answer")),
        };
        Ok(Self { id, settled })
    }
}

impl Canonical for Item {
    const LIMIT: usize = 68 * 1024;

    fn write(&self, to: &mut Writer) {
        match self {
            Self::Whole(entry) => {
                to.array(1).value(entry);
            }
            Self::Known { place, id } => {
                to.array(4)
                    .uint(u64::from(place.position.epoch))
                    .uint(place.position.seq)
                    .int(place.received_ms)
                    .bytes(id.bytes());
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        match from.array(1, 4)? {
            1 => Entry::read(from).map(Self::Whole),
            4 => {
                let position = read_position(from)?;
                let place = Place { position, received_ms: from.int()? };
                Ok(Self::Known { place, id: EntryId::new(from.fixed()?) })
            }
            _ => Err(CodecError::OutOfRange("length of an item")),
        }
    }
}

impl Canonical for DigestReport {
    const LIMIT: usize = super::INFLATED_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.array(4).bytes(self.team.bytes()).bytes(self.device.bytes()).value(&self.cursor);
        to.array(self.digests.len());
        for (stream, digest) in &self.digests {
            write_digest(to, (stream, digest));
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(4, 4)?;
        Ok(Self {
            team: TeamId::new(from.fixed()?),
            device: DeviceId::new(from.fixed()?),
            cursor: Cursor::read(from)?,
            digests: from.list(0, MANY, read_digest)?,
        })
    }
}

impl Canonical for Response {
    const LIMIT: usize = super::INFLATED_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(PROTOCOL);
            map.key(1).int(self.office_ms);
            map.key(2).value(&self.nonce);
            map.key(3).text(&self.checkpoint);
            map.optional(4, self.consistency.as_ref(), |w, proof| {
                w.array(proof.len());
                for hash in proof {
                    w.bytes(hash.bytes());
                }
            });
            let receipts = map.key(5).array(self.receipts.len());
            for receipt in &self.receipts {
                receipts.value(receipt);
            }
            let answers = map.key(6).array(self.answers.len());
            for answer in &self.answers {
                answers.value(answer);
            }
            map.optional(7, self.report.as_ref(), |w, (report, signature)| {
                w.array(2).bytes(report).bytes(&signature.0);
            });
            let sections = map.key(8).array(self.sections.len());
            for section in &self.sections {
                sections.array(3).value(&section.stream).uint(section.from);
                sections.array(section.items.len());
                for item in &section.items {
                    sections.value(item);
                }
            }
            map.key(9).bool(self.more);
            let chains = map.key(10).array(self.chains.len());
            for (incarnation, n, id) in &self.chains {
                chains.array(3).bytes(incarnation.bytes()).uint(*n).bytes(id.bytes());
            }
            map.key(11).bytes(self.request.bytes());
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        if map.need(0, Reader::uint)? != PROTOCOL {
            return Err(CodecError::Newer);
        }
        let mut response = Self {
            request: Hash([0; 32]),
            office_ms: map.need(1, Reader::int)?,
            nonce: map.need(2, Nonce::read)?,
            checkpoint: map.need(3, |r| r.text(CHECKPOINT_LIMIT))?.to_owned(),
            consistency: map.optional(4, |r| r.list(0, 200, |r| r.fixed().map(Hash)))?,
            receipts: map.need(5, |r| r.list(0, 100, Receipts::read))?,
            answers: map.need(6, |r| r.list(0, MANY, Answer::read))?,
            report: map.optional(7, |r| {
                r.array(2, 2)?;
                Ok((r.bytes()?.to_vec(), Signature(r.fixed()?)))
            })?,
            sections: map.need(8, |r| {
                r.list(0, MANY, |r| {
                    r.array(3, 3)?;
                    Ok(Section {
                        stream: Stream::read(r)?,
                        from: r.uint()?,
                        items: r.list(0, MANY, Item::read)?,
                    })
                })
            })?,
            more: map.need(9, Reader::bool)?,
            chains: map.need(10, |r| {
                r.list(0, MANY, |r| {
                    r.array(3, 3)?;
                    Ok((Incarnation::new(r.fixed()?), r.uint()?, EntryId::new(r.fixed()?)))
                })
            })?,
        };
        response.request = Hash(map.need(11, Reader::fixed)?);
        map.end()?;
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::{Offer, Stood};
    use crate::document::{DeviceId, EntryId, PersonId, TeamId};
    use crate::log::codec::{CodecError, decode, encode};
    use crate::log::{DeviceKey, Operation, Position, RecordContent, RecordDraft};

    #[test]
    fn an_offer_carries_a_checkpoint_with_a_policy_record_only() {
        let device = DeviceId::new([1; 16]);
        let batch = EntryId::new([2; 32]);
        let contents = [
            (RecordContent::Policy(Operation::RevokeDevice { device }), true),
            (RecordContent::Seen { person: PersonId::new([3; 16]), batches: vec![batch] }, false),
        ];
        for (content, may) in contents {
            let (team, nonce) = (TeamId::new([4; 16]), [5; 16]);
            let draft = RecordDraft { team, nonce, issued_ms: 0, content, desk: None };
            let record = draft.seal(&[&DeviceKey::from_seed(&[6; 32])]).expect("in form");
            let position = Position::new(1, 9);
            for (under, fits) in [(None, true), (Some("a checkpoint".to_owned()), may)] {
                let old = Some(Stood { position, under });
                let offer = Offer { old, content: record.clone().into() };
                let read = decode::<Offer>(&encode(&offer));
                if fits {
                    assert_eq!(read, Ok(offer));
                } else {
                    assert!(matches!(read, Err(CodecError::OutOfRange(_))), "{read:?}");
                }
            }
            let mut half = encode(&Offer {
                old: Some(Stood { position, under: None }),
                content: record.into(),
            });
            half[0] -= 1;
            half.pop();
            assert!(decode::<Offer>(&half).is_err(), "an epoch without a number");
        }
    }
}
