//! What a policy record takes that a restored office had lost
//! (`docs/sync-protocol.md` § 11).

use super::state::PolicyState;
use crate::document::{DeviceId, PersonId};
use crate::log::{Cause, Header, Operation};

impl Operation {
    /// Whether it may change what this device of this person may write: it
    /// gives or takes roles, topics or the device itself.
    #[must_use]
    pub fn concerns(&self, device: DeviceId, person: PersonId) -> bool {
        match self {
            Self::RevokeDevice { device: gone } => *gone == device,
            Self::AddMember { person: who, .. }
            | Self::EndMember { person: who, .. }
            | Self::Grant { person: who, .. }
            | Self::RevokeGrant { person: who, .. } => *who == person,
            Self::Found { .. }
            | Self::AddDevice { .. }
            | Self::Trust { .. }
            | Self::EmployerKey { .. }
            | Self::RecoveredByOperator { .. }
            | Self::LogKey { .. }
            | Self::ShareRota { .. } => false,
        }
    }

    /// Whether it may take a right away: a revocation, an end, an earlier end.
    #[must_use]
    pub const fn may_take_rights(&self) -> bool {
        match self {
            Self::RevokeDevice { .. }
            | Self::AddMember { .. }
            | Self::EndMember { .. }
            | Self::Grant { .. }
            | Self::RevokeGrant { .. } => true,
            Self::Found { .. }
            | Self::AddDevice { .. }
            | Self::Trust { .. }
            | Self::EmployerKey { .. }
            | Self::RecoveredByOperator { .. }
            | Self::LogKey { .. }
            | Self::ShareRota { .. } => false,
        }
    }
}

impl PolicyState {
    /// Judges again a batch that came into force by this state, as if these
    /// operations, lost with a restored office, had stood before it.
    /// [`Cause::Revoked`], [`Cause::NoRight`] or [`Cause::Expired`] if they
    /// take the right; `None` if they do not, or do not concern its writer.
    #[must_use]
    pub fn withdraws(
        &self,
        header: &Header,
        received_ms: i64,
        recovered: &[&Operation],
    ) -> Option<Cause> {
        let person = self.device(header.device)?.person;
        let concerns = |operation: &&Operation| operation.concerns(header.device, person);
        if recovered.is_empty() || !recovered.iter().all(concerns) {
            return None;
        }
        let state = self.with(recovered.iter().copied(), received_ms);
        let cause = state.judge(header, received_ms).err()?;
        (cause.is_withdrawn() && cause != Cause::Depends).then_some(cause)
    }
}
