//! The truth: signed batches and records, device chains, one log per team,
//! receipts, checkpoints, evidence. Formats: `docs/sync-protocol.md` §§ 1–8, 12.
//!
//! Nothing here reads a clock or rolls dice: `now`, seeds and nonces are
//! arguments. What comes from outside is bounded before it is allocated, and
//! read strictly: what does not come out byte for byte the same when written
//! again is refused.

mod about;
pub mod batch;
pub mod cause;
pub mod checkpoint;
pub mod clock_evidence;
pub mod codec;
pub mod desk;
mod draft;
pub mod entry;
pub mod evidence;
mod founding;
pub mod hash;
pub mod keys;
pub mod operation;
pub mod receipt;
pub mod record;
mod record_content;
pub mod stream;
pub mod tree;

pub use batch::{About, ChainHead, Draft, Header, OpenError, SealError, SignedBatch};
pub use cause::Cause;
pub use checkpoint::Checkpoint;
pub use clock_evidence::ClockEvidence;
pub use codec::CodecError;
pub use desk::{Assertion, Credential, Desk};
pub use draft::body_hash;
pub use entry::{Content, Entry, Position};
pub use founding::Founding;
pub use hash::Hash;
pub use keys::{Context, DeviceKey, KeyId, LogKey, PublicKey, Signature, Signer};
pub use operation::{DeviceForm, Operation, Role, Topic};
pub use receipt::{Receipt, Receipts};
pub use record::{EpochReason, Record, RecordContent, RecordDraft, RecordHeader, Status};
pub use stream::{Digest, Stream};
