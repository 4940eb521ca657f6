//! Batches that are stored but not in force, and the employer's decision. The
//! same for the JSON API and the pages.

use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::document::{DeviceId, EntryId, TeamId};
use assistenz_core::ledger::HeldStatus;
use assistenz_core::log::{Cause, Content, RecordContent, Status, Stream};
use assistenz_core::sync::content_of;

/// A batch that waits for a decision.
#[derive(Debug, Clone)]
pub struct Held {
    /// Its id.
    pub batch: EntryId,
    /// Why it is not in force.
    pub cause: Cause,
    /// The device that signed it.
    pub device: DeviceId,
    /// The document it is about.
    pub document: Stream,
    /// When it came in (ms since 1970).
    pub received_ms: Option<i64>,
}

impl Held {
    /// Whether it could be kept; what the gate refused never can.
    #[must_use]
    pub fn is_releasable(&self) -> bool {
        self.cause != Cause::Gate
    }
}

/// Every batch that waits for the employer.
///
/// # Errors
///
/// The disk's.
pub fn waiting(turn: &mut Turn<'_>, team: TeamId) -> Result<Vec<Held>, OfficeError> {
    let mut held = Vec::new();
    for row in turn.ledger.held_with(team, HeldStatus::Held)? {
        let kept = turn.ledger.entry(team, row.id)?;
        let kept = kept.ok_or(OfficeError::Inconsistent("a held batch is missing"))?;
        let Content::Batch(batch) = content_of(&kept)? else { continue };
        held.push(Held {
            batch: row.id,
            cause: cause_of(row.cause)?,
            device: batch.header().device,
            document: Stream::Document(batch.header().about),
            received_ms: kept.place.map(|place| place.received_ms),
        });
    }
    Ok(held)
}

/// Keeps a held batch, or refuses it. It stays stored either way.
///
/// # Errors
///
/// [`Refusal::NoRight`]; [`Refusal::NotFound`]; [`Refusal::NotHeld`] if it was
/// decided already or cannot be kept; the disk's.
pub fn decide(
    turn: &mut Turn<'_>,
    caller: &Caller,
    batch: EntryId,
    keep: bool,
) -> Result<(), OfficeError> {
    caller.employer()?;
    let row = turn.ledger.held(caller.team(), batch)?.ok_or(Refusal::NotFound)?;
    if row.status != HeldStatus::Held {
        return Err(Refusal::NotHeld.into());
    }
    let status = if keep { Status::Released } else { Status::Refused };
    let content = RecordContent::Verdict { batch, status, cause: cause_of(row.cause)? };
    match journal::sign(turn, caller, content) {
        // The policy lets an employer sign it, so it was the gate that did not.
        Err(OfficeError::Refused(Refusal::NoRight)) => Err(Refusal::NotHeld.into()),
        done => done,
    }
}

fn cause_of(number: u32) -> Result<Cause, OfficeError> {
    Cause::ALL
        .into_iter()
        .find(|cause| u32::from(cause.number()) == number)
        .ok_or(OfficeError::Inconsistent("cause of a held batch"))
}
