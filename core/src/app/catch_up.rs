//! The office's view rows follow its log: after phones' batches were placed,
//! the rows of every document that grew are computed anew, in the same
//! transaction. A note says how far they are, and which rows there are, so that
//! those of an older folder, or of a restored one, are made good when the office
//! starts.

use super::acting::{load, rewrite_views};
use super::filed::file;
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, TeamId};
use crate::ledger::{Ledger, LedgerError, Position};
use crate::log::About;
use crate::log::Hash;
use crate::log::codec;
use crate::log::stream::Stream;
use crate::sync::{Office, SyncError, in_force};

/// The name of the note.
const HOW_FAR: &str = "views_until";
/// Which rows there are. One more whenever they become others: a folder whose
/// note names fewer has all its rows made anew.
const ROWS: u8 = 2;

/// Computes the rows of all documents anew that grew since the last call.
///
/// A document that cannot be read keeps its rows: whoever opens it is told,
/// and nobody else's writing waits for it.
///
/// # Errors
///
/// The ledger's.
pub fn catch_up_views(
    ledger: &mut dyn Ledger,
    office: &Office,
    team: TeamId,
) -> Result<(), LedgerError> {
    let Some(head) = ledger.head(team)? else { return Ok(()) };
    let until = Position { epoch: head.epoch, seq: head.size };
    let from = ledger.note(team, HOW_FAR)?.and_then(|note| read(&note));
    if from == Some(until) {
        return Ok(());
    }
    let from = from.unwrap_or(Position { epoch: 0, seq: 0 });
    for (name, state) in ledger.streams_since(team, from, usize::MAX)? {
        let Ok(Stream::Document(About::Known(id))) = codec::decode(&name) else { continue };
        let has_rows = matches!(
            id.kind(),
            DocumentKind::Time
                | DocumentKind::Review
                | DocumentKind::Wishes
                | DocumentKind::Answers
        );
        if !has_rows {
            continue;
        }
        if let Err(AppError::Ledger(fault) | AppError::Sync(SyncError::Ledger(fault))) =
            rewrite(ledger, office, team, (id, Hash(state.hash)))
        {
            return Err(fault);
        }
    }
    ledger.put_note(team, HOW_FAR, &written(until))
}

/// From the copy at the gate, which has just seen what is new, or from the log.
fn rewrite(
    ledger: &mut dyn Ledger,
    office: &Office,
    team: TeamId,
    (id, at): (DocumentId, Hash),
) -> Result<(), AppError> {
    let loaded;
    let document = match office.gate().copy((team, id), at) {
        Some(document) => document,
        None => {
            loaded = load(id, [0; 16], &in_force(ledger, team, &Stream::from(id))?)?;
            &loaded
        }
    };
    rewrite_views(ledger, team, document)?;
    if id.kind() == DocumentKind::Review {
        file(ledger, team, (document, at.0))?;
    }
    Ok(())
}

fn written(at: Position) -> [u8; 13] {
    let mut bytes = [ROWS; 13];
    bytes[..4].copy_from_slice(&at.epoch.to_be_bytes());
    bytes[4..12].copy_from_slice(&at.seq.to_be_bytes());
    bytes
}

/// `None` if the rows are none of this program's.
fn read(note: &[u8]) -> Option<Position> {
    let (epoch, seq, rows) = (note.get(..4)?, note.get(4..12)?, note.get(12..)?);
    if rows != [ROWS] {
        return None;
    }
    Some(Position {
        epoch: u32::from_be_bytes(epoch.try_into().ok()?),
        seq: u64::from_be_bytes(seq.try_into().ok()?),
    })
}
