//! Batches: what a device writes in one act about one document, signed once
//! (`docs/sync-protocol.md` § 4).

pub use super::about::About;
pub use super::draft::{ChainHead, Draft, SealError};

use super::cause::Cause;
use super::clock_evidence::ClockEvidence;
use super::codec::{self, Canonical, CodecError, Reader, Writer};
use super::desk::Desk;
use super::hash::Hash;
use super::keys::{BadSignature, Context, PublicKey, Signature};
use crate::document::{ActId, DeviceId, EntryId, Incarnation, TeamId};

/// The longest batch, in bytes, with header, signature and body.
pub const BATCH_LIMIT: usize = 64 * 1024;
/// The longest single change, in bytes.
pub const CHANGE_LIMIT: usize = 16 * 1024;
/// The longest name of the writing program's version, in bytes.
pub const APP_LIMIT: usize = 32;

/// The signed part of a batch. Stays for ever, also after its body is purged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The team it is written for.
    pub team: TeamId,
    /// The document it is about.
    pub about: About,
    /// Whose key signs.
    pub device: DeviceId,
    /// The life of the device's store.
    pub incarnation: Incarnation,
    /// 1, 2, 3 … without gaps within (device, incarnation).
    pub n: u64,
    /// The batch before; `None` exactly when `n` is 1.
    pub previous: Option<EntryId>,
    /// Shared by the batches of one act, where there were several.
    pub act: Option<ActId>,
    /// How many entries of the stream `policy` the device had.
    pub policy_seen: u64,
    /// What the device knew about the time.
    pub clock: ClockEvidence,
    /// Version of the writing program, at most 32 bytes.
    pub app: String,
    /// SHA-256 of the body.
    pub body: Hash,
    /// For whom the office signed, where it holds the device's key.
    pub desk: Option<Desk>,
    /// Version of the contents of this kind of document, from 1.
    pub schema: u16,
}

impl Canonical for Header {
    const LIMIT: usize = 12 * 1024;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(1);
            map.key(1).bytes(self.team.bytes());
            self.about.write_fields(map, 2);
            map.key(5).bytes(self.device.bytes());
            map.key(6).bytes(self.incarnation.bytes());
            map.key(7).uint(self.n);
            map.optional(8, self.previous, |w, id| {
                w.bytes(id.bytes());
            });
            map.optional(9, self.act, |w, act| {
                w.bytes(act.bytes());
            });
            map.key(10).uint(self.policy_seen);
            map.key(11).value(&self.clock);
            map.key(12).text(&self.app);
            map.key(13).bytes(self.body.bytes());
            map.optional(14, self.desk.as_ref(), |w, desk| {
                w.value(desk);
            });
            map.optional(15, (self.schema != 1).then_some(self.schema), |w, schema| {
                w.uint(u64::from(schema));
            });
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        let version = map.need(0, Reader::uint)?;
        match version {
            1 => {}
            0 => return Err(CodecError::OutOfRange("version")),
            _ => return Err(CodecError::Newer),
        }
        let header = Self {
            team: TeamId::new(map.need(1, Reader::fixed)?),
            about: About::read_fields(&mut map, 2)?,
            device: DeviceId::new(map.need(5, Reader::fixed)?),
            incarnation: Incarnation::new(map.need(6, Reader::fixed)?),
            n: map.need(7, Reader::uint)?,
            previous: map.optional(8, Reader::fixed)?.map(EntryId::new),
            act: map.optional(9, Reader::fixed)?.map(ActId::new),
            policy_seen: map.need(10, Reader::uint)?,
            clock: map.need(11, ClockEvidence::read)?,
            app: map.need(12, |r| r.text(APP_LIMIT))?.to_owned(),
            body: Hash(map.need(13, Reader::fixed)?),
            desk: map.optional(14, Desk::read)?,
            schema: match map.optional(15, |r| r.small("schema"))? {
                None => 1,
                Some(0 | 1) => return Err(CodecError::OutOfRange("schema")),
                Some(schema) => schema,
            },
        };
        map.end()?;
        if header.n == 0 || i64::try_from(header.n).is_err() {
            return Err(CodecError::OutOfRange("n"));
        }
        if (header.n == 1) != header.previous.is_none() {
            return Err(CodecError::OutOfRange("previous"));
        }
        Ok(header)
    }
}

/// Why bytes are not a batch or record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Not this format.
    #[error("not this format")]
    Format(#[from] CodecError),
    /// The body is not the one that was signed.
    #[error("the body is not the one that was signed")]
    BodyHash,
}

impl OpenError {
    /// The cause as § 8 numbers it: `broken`, or `newer_format`.
    #[must_use]
    pub const fn cause(&self) -> Cause {
        match self {
            Self::Format(CodecError::Newer) => Cause::NewerFormat,
            Self::Format(
                CodecError::TooLong { .. }
                | CodecError::Malformed
                | CodecError::Trailing
                | CodecError::NotCanonical
                | CodecError::UnknownKey(_)
                | CodecError::Missing(_)
                | CodecError::OutOfRange(_),
            )
            | Self::BodyHash => Cause::Broken,
        }
    }
}

/// The changes in a body, checked for shape, canonical form and size.
fn changes_in(body: &[u8]) -> Result<Vec<&[u8]>, CodecError> {
    let mut reader = Reader::new(body);
    let mut canonical = Writer::new();
    let changes = reader.list(1, BATCH_LIMIT as u64, |r| {
        let change = r.bytes()?;
        if change.is_empty() || change.len() > CHANGE_LIMIT {
            return Err(CodecError::OutOfRange("length of a change"));
        }
        Ok(change)
    })?;
    if reader.position() != body.len() {
        return Err(CodecError::Trailing);
    }
    canonical.array(changes.len());
    for change in &changes {
        canonical.bytes(change);
    }
    if canonical.into_bytes() != body {
        return Err(CodecError::NotCanonical);
    }
    Ok(changes)
}

/// A batch as it travels and is kept. Its signature is checked by
/// [`verify`](Self::verify), not by reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedBatch {
    pub(super) id: EntryId,
    pub(super) header_bytes: Vec<u8>,
    pub(super) header: Header,
    pub(super) signature: Signature,
    pub(super) body: Option<Vec<u8>>,
}

impl SignedBatch {
    /// Reads one from bytes that may be hostile: format, sizes, body hash.
    ///
    /// # Errors
    ///
    /// [`OpenError`]; [`OpenError::cause`] says how § 8 calls it.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let batch: Self = codec::decode(bytes)?;
        batch.check_body()?;
        Ok(batch)
    }

    /// From the parts a store keeps: header, signature, and body unless purged.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn from_parts(
        header_bytes: Vec<u8>,
        signature: Signature,
        body: Option<Vec<u8>>,
    ) -> Result<Self, OpenError> {
        let header = codec::decode(&header_bytes)?;
        let id = EntryId::new(Hash::of(&header_bytes).0);
        let batch = Self { id, header_bytes, header, signature, body };
        let length = batch.to_bytes().len();
        if length > BATCH_LIMIT {
            return Err(CodecError::TooLong { limit: BATCH_LIMIT }.into());
        }
        batch.check_body()?;
        Ok(batch)
    }

    /// Body hash, shape and sizes, where there is a body.
    ///
    /// # Errors
    ///
    /// [`OpenError`]
    pub fn check_body(&self) -> Result<(), OpenError> {
        if let Some(body) = &self.body {
            if Hash::of(body) != self.header.body {
                return Err(OpenError::BodyHash);
            }
            changes_in(body)?;
        }
        Ok(())
    }

    /// Its bytes on the wire.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// SHA-256 of the signed header: what it is called by, with or without body.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// What was signed, read.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// What was signed, as bytes.
    #[must_use]
    pub fn header_bytes(&self) -> &[u8] {
        &self.header_bytes
    }

    /// The device's signature.
    #[must_use]
    pub const fn signature(&self) -> &Signature {
        &self.signature
    }

    /// The body; `None` after a purge or where it is withheld.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// The raw automerge changes in order; `None` after a purge.
    #[must_use]
    pub fn changes(&self) -> Option<Vec<&[u8]>> {
        self.body.as_deref().and_then(|body| changes_in(body).ok())
    }

    /// The same without its body, as it is kept after a purge.
    #[must_use]
    pub fn without_body(mut self) -> Self {
        self.body = None;
        self
    }

    /// Checks the signature with the device's key.
    ///
    /// # Errors
    ///
    /// [`BadSignature`], also if the key is not the one the header names.
    pub fn verify(&self, key: &PublicKey) -> Result<(), BadSignature> {
        if key.id().device() != self.header.device {
            return Err(BadSignature);
        }
        self.verify_by(key)
    }

    /// As [`verify`](Self::verify), for a key that was found by the device's id.
    pub(crate) fn verify_by(&self, key: &PublicKey) -> Result<(), BadSignature> {
        key.verify(Context::Batch, &self.header_bytes, &self.signature)
    }

    /// Where the device's chain stands after this batch.
    #[must_use]
    pub const fn chain_head(&self) -> ChainHead {
        ChainHead::after(self.header.n, self.id)
    }
}

impl Canonical for SignedBatch {
    const LIMIT: usize = BATCH_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.array(if self.body.is_some() { 3 } else { 2 });
        to.bytes(&self.header_bytes).bytes(&self.signature.0);
        if let Some(body) = &self.body {
            to.bytes(body);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let start = from.position();
        let length = from.array(2, 3)?;
        let header_bytes = from.bytes()?.to_vec();
        let header = codec::decode(&header_bytes)?;
        let signature = Signature(from.fixed()?);
        let body = if length == 3 { Some(from.bytes()?.to_vec()) } else { None };
        if from.position() - start > BATCH_LIMIT {
            return Err(CodecError::TooLong { limit: BATCH_LIMIT });
        }
        let id = EntryId::new(Hash::of(&header_bytes).0);
        Ok(Self { id, header_bytes, header, signature, body })
    }
}
