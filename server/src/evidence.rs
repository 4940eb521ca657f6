//! Writes the evidence file of a team from the ledger.

use crate::fault::OfficeError;
use crate::office::Turn;
use assistenz_core::app::acting::load;
use assistenz_core::app::month::documents_with;
use assistenz_core::document::{DocumentKind, TeamId};
use assistenz_core::ledger::Position;
use assistenz_core::log::evidence::{EvidenceWriter, FileHeader};
use assistenz_core::log::{Checkpoint, Entry, Stream};
use assistenz_core::record::events::Body;
use assistenz_core::record::statement::Statement;
use assistenz_core::sync::{content_of, in_force};
use std::collections::BTreeSet;

/// Nothing is written under this actor: documents are only read here.
const READER: [u8; 16] = [0; 16];

/// Entries read at a time.
const AT_ONCE: usize = 500;

/// The whole log of a team with its checkpoints, sealed by the office. Signs a
/// checkpoint of the present end first, so it needs a writing turn.
///
/// # Errors
///
/// The disk's; [`OfficeError::Inconsistent`] if the log has a hole.
pub fn file(turn: &mut Turn<'_>, team: TeamId) -> Result<Vec<u8>, OfficeError> {
    let log_key = turn.folder.log_key(turn.world)?;
    let newest = turn.core.checkpoint(turn.ledger, team, &log_key)?;
    let mut file = EvidenceWriter::new(FileHeader {
        team,
        made_ms: turn.now_ms,
        program: concat!("assistenzzeit ", env!("CARGO_PKG_VERSION")).to_owned(),
        only: None,
    });
    for epoch in 1..=newest.epoch {
        let kept = turn.ledger.checkpoint(team, epoch)?;
        let mut seq = 0;
        loop {
            let entries = turn.ledger.after(team, Position { epoch, seq }, AT_ONCE)?;
            let Some((last, _)) = entries.last() else { break };
            seq = last.position.seq + 1;
            for (place, entry) in entries {
                let (position, received_ms) = (place.position, place.received_ms);
                file.entry(Entry { position, received_ms, content: content_of(&entry)? });
                if let Some((size, text)) = &kept
                    && position.seq + 1 == *size
                {
                    let checkpoint = Checkpoint::parse(text)
                        .map_err(|_| OfficeError::Inconsistent("a kept checkpoint"))?;
                    file.checkpoint(&checkpoint);
                }
            }
        }
    }
    for statement in statements(turn, team)? {
        file.statement(statement);
    }
    Ok(file.seal(&log_key))
}

/// The canonical bytes of every statement that was ever approved, each once.
fn statements(turn: &mut Turn<'_>, team: TeamId) -> Result<BTreeSet<Vec<u8>>, OfficeError> {
    let mut found = BTreeSet::new();
    for id in documents_with(turn.ledger, team, DocumentKind::Review, None)? {
        let batches = in_force(turn.ledger, team, &Stream::from(id))?;
        let review = load(id, READER, &batches)?;
        for (_, event, _) in review.events() {
            // One whose pieces were purged has no bytes left to show.
            if let Body::Approval(approval) = &event.body
                && let Ok(statement) = Statement::of_approval(&review, approval)
            {
                found.insert(statement.to_bytes());
            }
        }
    }
    Ok(found)
}
