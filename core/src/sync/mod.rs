//! The conversation between a device and the office: bytes in, bytes out
//! (`docs/sync-protocol.md` §§ 10–11). Used by phone and office alike.
//!
//! One round is one request and one answer; both may be lost, doubled, late
//! or out of order, and a round may be run again at any time. What a device
//! still lacks follows from digests of streams, so a grant, a release, a
//! restored office and an omission are all healed by the same means.

mod back;
mod bench;
mod content;
mod envelope;
mod judge;
mod message;
mod offers;
mod office;
mod phone;
mod proof;
mod protocol;
mod receive;
mod records;
mod request;
mod session;
mod stood;
mod tell;
mod timeline;
mod wire;
mod withdrawal;

pub use content::{content_of, in_force, keep};
pub use envelope::{INFLATED_LIMIT, REQUEST_LIMIT};
pub use judge::Outcome;
pub use message::{
    Answer, DigestReport, Item, Offer, Pull, Request, Response, Section, Settled, Stood,
};
pub use office::{Office, OfficeKeys, RoundRefusal, asker};
pub use phone::{Batch, Phone, Standing, WriteError, Writing};
pub use protocol::PROTOCOL;
pub use receive::{Distrust, Received};
pub use session::Nonce;
pub use timeline::Timeline;

use crate::ledger::LedgerError;
use crate::log::{CodecError, OpenError};

/// Why a side could not do its part.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The ledger failed; nothing was written.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// What the ledger holds cannot be read as what it was kept as.
    #[error("a kept entry cannot be read")]
    Kept(#[source] OpenError),
    /// What the ledger holds does not fit together.
    #[error("the ledger's content does not fit together: {0}")]
    Torn(&'static str),
    /// The message is not in form.
    #[error("the message is not in form")]
    Form(#[from] CodecError),
    /// The message is larger than may be sent.
    #[error("the message is too large")]
    TooLarge,
    /// The office refuses the round.
    #[error("the office refuses the round: {0}")]
    Refused(#[from] RoundRefusal),
    /// What the office said does not hold; nothing of it was taken in.
    #[error("what the office said does not hold: {0}")]
    Distrusted(#[from] Distrust),
}

impl SyncError {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Ledger(error) => error.code(),
            Self::Kept(_) | Self::Torn(_) => "damaged",
            Self::Form(_) => "broken",
            Self::TooLarge => "too_large",
            Self::Refused(refusal) => refusal.code(),
            Self::Distrusted(distrust) => distrust.code(),
        }
    }
}
