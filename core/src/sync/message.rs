//! The two messages of a round (`docs/sync-protocol.md` § 10).

use super::session::Nonce;
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::Place;
use crate::log::checkpoint::CHECKPOINT_LIMIT;
use crate::log::codec::{Canonical, CodecError, Reader, Writer};
use crate::log::stream::{Digest, Stream};
use crate::log::{Cause, Content, Entry, Hash, Position, Receipts, Record, Signature, SignedBatch};

/// Most entries, streams or digests in one message.
const MANY: u64 = 20_000;

/// An entry a device offers to the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it stood before the office lost it in a restore.
    pub old: Option<Position>,
    /// What it is.
    pub content: Content,
}

/// From where on a device wants a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pull {
    /// The stream.
    pub stream: Stream,
    /// What the device has of it, or believes to be the common part.
    pub have: Digest,
}

/// What a device sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The team.
    pub team: TeamId,
    /// Whose key signs the request.
    pub device: DeviceId,
    /// The office's nonce.
    pub nonce: Nonce,
    /// The newest checkpoint the device has verified.
    pub checkpoint: Option<String>,
    /// Where the digests it has heard of end.
    pub cursor: Option<Cursor>,
    /// New and lost entries.
    pub offers: Vec<Offer>,
    /// Streams it lacks.
    pub pulls: Vec<Pull>,
    /// Version of the program.
    pub app: String,
}

/// Where the digests told so far end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Streams that end before this position have been told.
    pub position: Position,
    /// With so many records in the stream `policy`; with another number all
    /// streams are told again, for rights may have changed.
    pub policy: u64,
}

/// What became of an offered entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// In the log and in force.
    InForce,
    /// In the log, not in force; the employer decides.
    Held(Cause),
    /// In the log; the employer refused it.
    Declined(Cause),
    /// Not stored, with the cause of § 8.
    Refused(Cause),
    /// A record that is not let in by what is in the log now; not stored.
    NotAllowed,
    /// A record that is never let in, whatever comes later; not stored.
    Never,
}

impl Settled {
    const fn numbers(self) -> (u8, u8) {
        match self {
            Self::InForce => (1, 0),
            Self::Held(cause) => (2, cause.number()),
            Self::Declined(cause) => (3, cause.number()),
            Self::Refused(cause) => (4, cause.number()),
            Self::NotAllowed => (5, 0),
            Self::Never => (6, 0),
        }
    }
}

/// The office's word on one offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Which entry.
    pub id: EntryId,
    /// What became of it.
    pub settled: Settled,
}

/// One member of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// With everything.
    Whole(Entry),
    /// An entry the device has just offered: its place only.
    Known {
        /// Where it stands.
        place: Place,
        /// Which it is.
        id: EntryId,
    },
}

/// Members of a stream from an index on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The stream.
    pub stream: Stream,
    /// Index of the first.
    pub from: u64,
    /// The members, in order.
    pub items: Vec<Item>,
}

/// Digests of streams this device may read, signed by the office, so that
/// leaving something out shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestReport {
    /// The team.
    pub team: TeamId,
    /// For whom.
    pub device: DeviceId,
    /// To be sent back with the next request.
    pub cursor: Cursor,
    /// Streams that changed since the request's cursor.
    pub digests: Vec<(Stream, Digest)>,
}

/// What the office answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// SHA-256 of the signed request this answers.
    pub request: Hash,
    /// The office's clock (ms).
    pub office_ms: i64,
    /// For the next request.
    pub nonce: Nonce,
    /// The log's newest checkpoint.
    pub checkpoint: String,
    /// Proof that the request's checkpoint is a prefix of it, if of one epoch.
    pub consistency: Option<Vec<Hash>>,
    /// Receipts for offered entries that are in the log, per epoch.
    pub receipts: Vec<Receipts>,
    /// What became of each offer.
    pub answers: Vec<Answer>,
    /// Signed digests: the report's bytes and the log key's signature. Absent
    /// for a device that may not read.
    pub report: Option<(Vec<u8>, Signature)>,
    /// Members of streams.
    pub sections: Vec<Section>,
    /// Whether another round would bring more.
    pub more: bool,
    /// How far the office has each of the device's own chains without a gap.
    pub chains: Vec<(Incarnation, u64, EntryId)>,
}

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

impl Canonical for Offer {
    const LIMIT: usize = 68 * 1024;

    fn write(&self, to: &mut Writer) {
        to.array(if self.old.is_some() { 4 } else { 2 });
        write_content(to, &self.content);
        if let Some(old) = self.old {
            to.uint(u64::from(old.epoch)).uint(old.seq);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let length = from.array(2, 4)?;
        let content = read_content(from)?;
        let old = match length {
            2 => None,
            4 => Some(read_position(from)?),
            _ => return Err(CodecError::OutOfRange("length of an offer")),
        };
        Ok(Self { old, content })
    }
}

impl Canonical for Request {
    const LIMIT: usize = super::INFLATED_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(1);
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
        if map.need(0, Reader::uint)? != 1 {
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
            map.key(0).uint(1);
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
        if map.need(0, Reader::uint)? != 1 {
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
