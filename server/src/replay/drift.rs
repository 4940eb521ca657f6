//! Drift findings: every batch in the log whose clock evidence puts the
//! device's clock in doubt. They are only ever shown, never corrected.

use crate::fault::OfficeError;
use crate::office::Turn;
use assistenz_core::document::TeamId;
use assistenz_core::ledger::Position;
use assistenz_core::log::Content;
use assistenz_core::record::doubt::{Bounds, Evidence, doubt};
use assistenz_core::sync::content_of;

/// Entries read at a time.
const AT_ONCE: usize = 500;

/// A device's clock in doubt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drift {
    /// The device, in hexadecimal digits.
    pub device: String,
    /// What its clock said.
    pub wall_ms: i64,
    /// Not before.
    pub earliest_ms: Option<i64>,
    /// Not after.
    pub latest_ms: Option<i64>,
}

/// Reads the whole log of a team.
///
/// # Errors
///
/// The disk's.
pub fn findings(turn: &mut Turn<'_>, team: TeamId) -> Result<Vec<Drift>, OfficeError> {
    let mut found = Vec::new();
    let last = turn.ledger.head(team)?.map_or(0, |head| head.epoch);
    for epoch in 1..=last {
        let mut seq = 0;
        loop {
            let entries = turn.ledger.after(team, Position { epoch, seq }, AT_ONCE)?;
            let Some((place, _)) = entries.last() else { break };
            seq = place.position.seq + 1;
            for (place, kept) in &entries {
                let Content::Batch(batch) = content_of(kept)? else { continue };
                let (header, clock) = (batch.header(), &batch.header().clock);
                let evidence = Evidence {
                    wall_ms: clock.wall_ms,
                    monotonic_ms: i64::try_from(clock.monotonic_ms).unwrap_or(i64::MAX),
                    office_ms: clock.office_ms,
                    office_monotonic_ms: clock
                        .office_heard_ms
                        .and_then(|ms| i64::try_from(ms).ok()),
                    received_ms: Some(place.received_ms),
                };
                if let Some(Bounds { earliest_ms, latest_ms }) = doubt(&evidence) {
                    let (device, wall_ms) = (header.device.to_string(), clock.wall_ms);
                    found.push(Drift { device, wall_ms, earliest_ms, latest_ms });
                }
            }
        }
    }
    found.sort();
    Ok(found)
}
