//! Entries: what stands at a position of the team's log
//! (`docs/sync-protocol.md` § 6).

use super::batch::SignedBatch;
use super::codec::{self, Canonical, CodecError, Reader, Writer};
use super::record::Record;
use crate::document::EntryId;
use std::fmt;

/// A place in the team's log: epoch, then number within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Position {
    /// 1, 2, 3 …
    pub epoch: u32,
    /// 0, 1, 2 … without gaps.
    pub seq: u64,
}

impl Position {
    /// This epoch, this number.
    #[must_use]
    pub const fn new(epoch: u32, seq: u64) -> Self {
        Self { epoch, seq }
    }
}

/// `2:17`
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.epoch, self.seq)
    }
}

/// A batch or a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Written by a device about a document.
    Batch(Box<SignedBatch>),
    /// Anything else.
    Record(Box<Record>),
}

impl Content {
    /// SHA-256 of the signed header.
    #[must_use]
    pub fn id(&self) -> EntryId {
        match self {
            Self::Batch(batch) => batch.id(),
            Self::Record(record) => record.id(),
        }
    }
}

impl From<SignedBatch> for Content {
    fn from(batch: SignedBatch) -> Self {
        Self::Batch(Box::new(batch))
    }
}

impl From<Record> for Content {
    fn from(record: Record) -> Self {
        Self::Record(Box::new(record))
    }
}

/// One leaf of the team's log, with what it is a leaf of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub position: Position,
    /// When the office took it in, ms since 1970-01-01T00:00Z, by the office's
    /// clock; never decreasing within an epoch.
    pub received_ms: i64,
    /// What it is.
    pub content: Content,
}

impl Entry {
    /// What it is called by.
    #[must_use]
    pub fn id(&self) -> EntryId {
        self.content.id()
    }

    /// What the tree hashes for it.
    #[must_use]
    pub fn leaf_input(&self) -> Vec<u8> {
        leaf_input(self.position.seq, self.received_ms, self.id())
    }

    /// Reads one from bytes that may be hostile, body hash included.
    ///
    /// # Errors
    ///
    /// [`super::OpenError`]
    pub fn open(bytes: &[u8]) -> Result<Self, super::OpenError> {
        let entry: Self = codec::decode(bytes)?;
        if let Content::Batch(batch) = &entry.content {
            batch.check_body()?;
        }
        Ok(entry)
    }

    /// Its bytes on the wire and in an evidence file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        codec::encode(self)
    }
}

/// `CBOR [seq, received, entry id]`
#[must_use]
pub fn leaf_input(seq: u64, received_ms: i64, id: EntryId) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.array(3).uint(seq).int(received_ms).bytes(id.bytes());
    writer.into_bytes()
}

impl Canonical for Entry {
    const LIMIT: usize = 68 * 1024;

    fn write(&self, to: &mut Writer) {
        to.array(5)
            .uint(u64::from(self.position.epoch))
            .uint(self.position.seq)
            .int(self.received_ms);
        match &self.content {
            Content::Batch(batch) => to.uint(1).value(batch.as_ref()),
            Content::Record(record) => to.uint(2).value(record.as_ref()),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(5, 5)?;
        let epoch: u32 = from.small("epoch")?;
        let seq = from.uint()?;
        if epoch == 0 || i64::try_from(seq).is_err() {
            return Err(CodecError::OutOfRange("position"));
        }
        let received_ms = from.int()?;
        let content = match from.uint()? {
            1 => SignedBatch::read(from)?.into(),
            2 => Record::read(from)?.into(),
            0 => return Err(CodecError::OutOfRange("sort of entry")),
            _ => return Err(CodecError::Newer),
        };
        Ok(Self { position: Position { epoch, seq }, received_ms, content })
    }
}
