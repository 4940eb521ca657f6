//! How a team begins (Gründung): the first two records of every log
//! (`docs/sync-protocol.md` §§ 5 and 6).

use super::keys::PublicKey;
use super::operation::{DeviceForm, Operation};
use super::record::{EpochReason, RecordContent};
use crate::document::PersonId;

/// Who founds a team, and with which keys.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The first employer.
    pub employer: PersonId,
    /// Their device's key.
    pub device: PublicKey,
    /// What sort of device it is.
    pub form: DeviceForm,
    /// The office's log key.
    pub log_key: PublicKey,
    /// Of the first epoch.
    pub nonce: [u8; 8],
}

impl Founding {
    /// The first epoch, signed by the log key, and the founding, signed by both.
    #[must_use]
    pub fn contents(self) -> [RecordContent; 2] {
        let Self { employer, device, form, log_key, nonce } = self;
        let reason = EpochReason::Founded;
        let found = Operation::Found { employer, device, log_key, form };
        [
            RecordContent::Epoch { number: 1, nonce, checkpoint: None, reason },
            RecordContent::Policy(found),
        ]
    }
}
