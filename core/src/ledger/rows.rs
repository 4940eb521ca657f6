//! What the ledger keeps, row by row.

use crate::document::EntryId;
use crate::log::Position;

/// A position and when the office received the entry there (ms, office's clock).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Epoch and number.
    pub position: Position,
    /// Milliseconds since 1970-01-01T00:00Z.
    pub received_ms: i64,
}

/// What an entry is: 0 for a batch, else the record type of
/// `docs/sync-protocol.md` § 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryType(pub u32);

impl EntryType {
    /// A signed batch of changes to one document.
    pub const BATCH: Self = Self(0);
}

/// An entry to keep, as signed.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEntry<'a> {
    /// SHA-256 of the header.
    pub id: EntryId,
    /// Batch or kind of record.
    pub entry_type: EntryType,
    /// The signed bytes.
    pub header: &'a [u8],
    /// The signature or signatures, as on the wire.
    pub signatures: &'a [u8],
    /// A batch's body; `None` for records, and for batches whose body was
    /// purged before this ledger saw it.
    pub body: Option<&'a [u8]>,
}

/// An entry as kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptEntry {
    /// SHA-256 of the header.
    pub id: EntryId,
    /// Batch or kind of record.
    pub entry_type: EntryType,
    /// The signed bytes.
    pub header: Vec<u8>,
    /// The signature or signatures, as on the wire.
    pub signatures: Vec<u8>,
    /// `None` for records and for purged batches.
    pub body: Option<Vec<u8>>,
    /// Its newest position; `None` while only this device has it.
    pub place: Option<Place>,
}

/// Shows sizes only: entries hold people's data.
impl std::fmt::Debug for KeptEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptEntry")
            .field("id", &self.id)
            .field("entry_type", &self.entry_type)
            .field("header_bytes", &self.header.len())
            .field("body_bytes", &self.body.as_ref().map(Vec::len))
            .field("place", &self.place)
            .finish()
    }
}

/// The end of the team's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The present epoch.
    pub epoch: u32,
    /// How many entries it has.
    pub size: u64,
    /// When the last one was received (ms).
    pub received_ms: i64,
}

/// One link of a device's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// 1, 2, 3 … within (device, incarnation).
    pub n: u64,
    /// The batch there.
    pub id: EntryId,
}

/// Count and running hash of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamState {
    /// How many members.
    pub count: u64,
    /// Running hash after the last member.
    pub hash: [u8; 32],
    /// Position of the last member; `None` while the stream is empty.
    pub last: Option<Position>,
}

/// One member of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The entry.
    pub id: EntryId,
    /// Where it came into the stream: its own position, or that of the verdict
    /// that released it.
    pub place: Place,
    /// Running hash including this member.
    pub hash: [u8; 32],
}

/// Why an entry waits on a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// Written here, no proven receipt yet.
    Own,
    /// The office lost it in a restore; offered again with its old position.
    Reoffer,
    /// The office refused to store it; to be written again in a new incarnation.
    Refused,
}

/// One row of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutboxRow {
    /// The entry.
    pub id: EntryId,
    /// Why it waits.
    pub why: Waiting,
    /// Where it stood before a restore of the office lost it.
    pub old: Option<Position>,
}

/// What became of a batch that was not let in at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldStatus {
    /// Waits for the employer.
    Held,
    /// In force by the employer's decision.
    Released,
    /// The employer refused it.
    Refused,
}

/// A batch held, released or refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldRow {
    /// The batch.
    pub id: EntryId,
    /// Cause by number (`docs/sync-protocol.md` § 8).
    pub cause: u32,
    /// Where it stands.
    pub status: HeldStatus,
}

/// One row of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewRow {
    /// The document it was computed from, as `kind/subject/period`.
    pub document: String,
    /// Key within document and view.
    pub key: String,
    /// Whatever the view keeps.
    pub value: Vec<u8>,
}
