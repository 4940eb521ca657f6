//! The two messages of a round (`docs/sync-protocol.md` § 10).

use super::session::Nonce;
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::Place;
use crate::log::stream::{Digest, Stream};
use crate::log::{Cause, Content, Entry, Hash, Position, Receipts, Signature};

/// Where an entry stood before a restore of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// Its place in the log that was lost.
    pub position: Position,
    /// A checkpoint under which it stood there; of policy records only.
    pub under: Option<String>,
}

/// An entry a device offers to the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it stood before the office lost it in a restore.
    pub old: Option<Stood>,
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
    /// Whether the entry is in the log.
    #[must_use]
    pub const fn is_stored(&self) -> bool {
        match self {
            Self::InForce | Self::Held(_) | Self::Declined(_) => true,
            Self::Refused(_) | Self::NotAllowed | Self::Never => false,
        }
    }

    pub(super) const fn numbers(self) -> (u8, u8) {
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
