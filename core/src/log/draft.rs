//! Writing a batch: the next of a device's chain, signed.

use super::batch::{BATCH_LIMIT, CHANGE_LIMIT, Header, SignedBatch};
use super::clock_evidence::ClockEvidence;
use super::codec::{self, CodecError, Writer};
use super::desk::Desk;
use super::hash::Hash;
use super::keys::{Context, DeviceKey, Signer};
use crate::document::{ActId, DocumentId, EntryId, Incarnation, TeamId};

/// Where a device's own chain stands: the last batch of this incarnation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead {
    n: u64,
    id: Option<EntryId>,
}

impl ChainHead {
    /// Nothing written yet in this incarnation.
    pub const START: Self = Self { n: 0, id: None };

    /// After the batch with this number and id.
    #[must_use]
    pub const fn after(n: u64, id: EntryId) -> Self {
        Self { n, id: Some(id) }
    }

    /// Number of the last batch; 0 before the first.
    #[must_use]
    pub const fn n(&self) -> u64 {
        self.n
    }

    /// Id of the last batch.
    #[must_use]
    pub const fn id(&self) -> Option<EntryId> {
        self.id
    }
}

/// Why a batch cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// There is nothing in it.
    #[error("a batch without changes")]
    Empty,
    /// One change is longer than [`CHANGE_LIMIT`], or empty.
    #[error("a change of {0} bytes")]
    ChangeLength(usize),
    /// All together is longer than [`BATCH_LIMIT`].
    #[error("a batch of {0} bytes")]
    TooLong(usize),
    /// A field does not fit the format.
    #[error("a field does not fit the format")]
    Field(#[source] CodecError),
}

/// What is to be written; signed by [`Draft::seal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The team it is written for.
    pub team: TeamId,
    /// The document it is about.
    pub document: DocumentId,
    /// The life of the device's store.
    pub incarnation: Incarnation,
    /// Shared by the batches of one act, where there are several.
    pub act: Option<ActId>,
    /// How many entries of the stream `policy` the device has.
    pub policy_seen: u64,
    /// What the device knows about the time.
    pub clock: ClockEvidence,
    /// Version of the writing program, at most 32 bytes.
    pub app: String,
    /// For whom the office signs, where it holds the device's key.
    pub desk: Option<Desk>,
    /// Version of the contents of this kind of document, from 1.
    pub schema: u16,
    /// Raw automerge changes, uncompressed, in order.
    pub changes: Vec<Vec<u8>>,
}

impl Draft {
    /// SHA-256 of the body these changes make: what a passkey signs over.
    #[must_use]
    pub fn body_hash(&self) -> Hash {
        body_hash(&self.changes)
    }

    /// Signs it as the next batch of the chain.
    ///
    /// # Errors
    ///
    /// [`SealError`]; nothing was signed then.
    pub fn seal(self, head: ChainHead, key: &DeviceKey) -> Result<SignedBatch, SealError> {
        if self.changes.is_empty() {
            return Err(SealError::Empty);
        }
        if let Some(change) =
            self.changes.iter().find(|change| change.is_empty() || change.len() > CHANGE_LIMIT)
        {
            return Err(SealError::ChangeLength(change.len()));
        }
        let body = body_of(&self.changes);
        let header = Header {
            team: self.team,
            about: self.document.into(),
            device: key.device(),
            incarnation: self.incarnation,
            n: head.n + 1,
            previous: head.id,
            act: self.act,
            policy_seen: self.policy_seen,
            clock: self.clock,
            app: self.app,
            body: Hash::of(&body),
            desk: self.desk,
            schema: self.schema,
        };
        let header_bytes = codec::encode(&header);
        codec::decode::<Header>(&header_bytes).map_err(SealError::Field)?;
        let batch = SignedBatch {
            id: EntryId::new(Hash::of(&header_bytes).0),
            signature: key.sign(Context::Batch, &header_bytes),
            header_bytes,
            header,
            body: Some(body),
        };
        let length = batch.to_bytes().len();
        if length > BATCH_LIMIT {
            return Err(SealError::TooLong(length));
        }
        Ok(batch)
    }
}

/// SHA-256 of the body that these changes make: what a passkey signs over.
#[must_use]
pub fn body_hash(changes: &[Vec<u8>]) -> Hash {
    Hash::of(&body_of(changes))
}

fn body_of(changes: &[Vec<u8>]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.array(changes.len());
    for change in changes {
        writer.bytes(change);
    }
    writer.into_bytes()
}
