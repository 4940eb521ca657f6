//! Records: the entries of the log that are not batches
//! (`docs/sync-protocol.md` § 5).

pub use super::record_content::{
    CHECKPOINT_LIMIT, EpochReason, FILE_NAME_LIMIT, MOST_BEHIND, NAME_LIMIT, RecordContent, Status,
};

use super::batch::OpenError;
use super::codec::{self, Canonical, CodecError, Reader, Writer};
use super::desk::Desk;
use super::hash::Hash;
use super::keys::{BadSignature, Context, KeyId, PublicKey, Signature, Signer};
use crate::document::{EntryId, TeamId};

/// The longest record, in bytes.
pub const RECORD_LIMIT: usize = 64 * 1024;

/// The signed part of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordHeader {
    /// The team.
    pub team: TeamId,
    /// Random, so that two equal acts are two records.
    pub nonce: [u8; 16],
    /// When it was issued, by the issuer's clock, ms since 1970-01-01T00:00Z.
    pub issued_ms: i64,
    /// What it says.
    pub content: RecordContent,
    /// For whom the office signed, where it holds the signing device's key.
    pub desk: Option<Desk>,
}

impl Canonical for RecordHeader {
    const LIMIT: usize = RECORD_LIMIT;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(1);
            map.key(1).bytes(self.team.bytes());
            map.key(2).uint(u64::from(self.content.number()));
            map.key(3).bytes(&self.nonce);
            map.key(4).int(self.issued_ms);
            self.content.write(map.key(5));
            map.optional(6, self.desk.as_ref(), |w, desk| {
                w.value(desk);
            });
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        match map.need(0, Reader::uint)? {
            1 => {}
            0 => return Err(CodecError::OutOfRange("version")),
            _ => return Err(CodecError::Newer),
        }
        let team = TeamId::new(map.need(1, Reader::fixed)?);
        let number = map.need(2, Reader::uint)?;
        let header = Self {
            team,
            nonce: map.need(3, Reader::fixed)?,
            issued_ms: map.need(4, Reader::int)?,
            content: map.need(5, |r| RecordContent::read(number, r))?,
            desk: map.optional(6, Desk::read)?,
        };
        map.end()?;
        Ok(header)
    }
}

/// What is to be recorded; signed by [`RecordDraft::seal`].
pub type RecordDraft = RecordHeader;

impl RecordHeader {
    /// Signs it with every key it needs, in any order.
    ///
    /// # Errors
    ///
    /// [`CodecError`] if a field does not fit the format, or if there are not
    /// as many different keys as this content needs.
    pub fn seal(self, keys: &[&dyn Signer]) -> Result<Record, CodecError> {
        let header_bytes = codec::encode(&self);
        let mut signatures: Vec<(KeyId, Signature)> = keys
            .iter()
            .map(|key| (key.public().id(), key.sign(Context::Record, &header_bytes)))
            .collect();
        signatures.sort_by_key(|(key, _)| *key);
        Record::from_parts(header_bytes, signatures)
    }
}

/// A record as it travels and is kept. Who may sign it is decided by the room `policy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    id: EntryId,
    header_bytes: Vec<u8>,
    header: RecordHeader,
    signatures: Vec<(KeyId, Signature)>,
}

impl Record {
    /// Reads one from bytes that may be hostile.
    ///
    /// # Errors
    ///
    /// [`OpenError`]
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        Ok(codec::decode(bytes)?)
    }

    /// From the parts a store keeps.
    ///
    /// # Errors
    ///
    /// [`CodecError`]: header not in form; signatures not ascending by key id,
    /// or not as many as this content needs.
    pub fn from_parts(
        header_bytes: Vec<u8>,
        signatures: Vec<(KeyId, Signature)>,
    ) -> Result<Self, CodecError> {
        let header: RecordHeader = codec::decode(&header_bytes)?;
        if signatures.len() != header.content.signatures() {
            return Err(CodecError::OutOfRange("number of signatures"));
        }
        if !signatures.is_sorted_by(|a, b| a.0 < b.0) {
            return Err(CodecError::OutOfRange("order of signatures"));
        }
        let id = EntryId::new(Hash::of(&header_bytes).0);
        Ok(Self { id, header_bytes, header, signatures })
    }

    /// Its bytes on the wire.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// SHA-256 of the signed header.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// What was signed, read.
    #[must_use]
    pub const fn header(&self) -> &RecordHeader {
        &self.header
    }

    /// What it says.
    #[must_use]
    pub const fn content(&self) -> &RecordContent {
        &self.header.content
    }

    /// What was signed, as bytes.
    #[must_use]
    pub fn header_bytes(&self) -> &[u8] {
        &self.header_bytes
    }

    /// The signatures, ascending by key id.
    #[must_use]
    pub fn signatures(&self) -> &[(KeyId, Signature)] {
        &self.signatures
    }

    /// Checks the signature that claims to be by this key.
    ///
    /// # Errors
    ///
    /// [`BadSignature`], also if there is none by this key.
    pub fn verify(&self, key: &PublicKey) -> Result<(), BadSignature> {
        let id = key.id();
        let (_, signature) =
            self.signatures.iter().find(|(signer, _)| *signer == id).ok_or(BadSignature)?;
        key.verify(Context::Record, &self.header_bytes, signature)
    }
}

impl Canonical for Record {
    const LIMIT: usize = RECORD_LIMIT + 1024;

    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(&self.header_bytes).array(self.signatures.len());
        for (key, signature) in &self.signatures {
            to.array(2).bytes(&key.0).bytes(&signature.0);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(2, 2)?;
        let header_bytes = from.bytes()?.to_vec();
        let signatures = from.list(1, 2, |r| {
            r.array(2, 2)?;
            Ok((KeyId(r.fixed()?), Signature(r.fixed()?)))
        })?;
        Self::from_parts(header_bytes, signatures)
    }
}
