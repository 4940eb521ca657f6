//! The gate before a document's stream: keeps the documents used last in
//! memory, so that a batch is checked against what is in force.

use super::{Actor, GateRefusal, check};
use crate::document::{DocumentId, TeamId};
use crate::log::{Cause, Hash, SignedBatch};
use crate::record::document::Document;
use std::collections::HashMap;

/// Nothing is ever written under this actor: the keeper only reads.
const READER: Actor = [0; 16];

struct Loaded {
    /// Digest of the stream this copy was made from.
    at: Hash,
    document: Document,
    used: u64,
}

/// Documents in memory, each tied to the digest of the stream it stands for:
/// a copy whose digest does not fit is made again from the log.
pub struct Gatekeeper {
    documents: HashMap<(TeamId, DocumentId), Loaded>,
    most: usize,
    uses: u64,
}

impl std::fmt::Debug for Gatekeeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gatekeeper").field("documents", &self.documents.len()).finish()
    }
}

impl Gatekeeper {
    /// Keeps at most so many documents in memory, at least one.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { documents: HashMap::new(), most: most.max(1), uses: 0 }
    }

    /// Whether a batch may come into force in a document whose stream has the
    /// digest `before`. If so, the copy in memory stands for `after` from now
    /// on. `load` gives what is in force, in order, when there is no such copy;
    /// batches without a body are passed over.
    ///
    /// # Errors
    ///
    /// The outer error is `load`'s. The inner one is the gate's verdict:
    /// [`Cause::Depends`], [`Cause::Newer`] or [`Cause::Gate`].
    pub fn admit<E>(
        &mut self,
        (team, document): (TeamId, DocumentId),
        (before, after): (Hash, Hash),
        load: impl FnOnce() -> Result<Vec<SignedBatch>, E>,
        batch: &SignedBatch,
    ) -> Result<Result<(), Cause>, E> {
        self.uses += 1;
        let key = (team, document);
        if self.documents.get(&key).is_none_or(|loaded| loaded.at != before) {
            let made = replay(document, &load()?);
            self.make_room();
            self.documents.insert(key, Loaded { at: before, document: made, used: self.uses });
        }
        let Some(loaded) = self.documents.get_mut(&key) else { return Ok(Err(Cause::Gate)) };
        loaded.used = self.uses;
        match taken_in(&loaded.document, batch) {
            Ok(document) => {
                loaded.document = document;
                loaded.at = after;
                Ok(Ok(()))
            }
            Err(cause) => Ok(Err(cause)),
        }
    }

    /// Drops a copy, so that it is made again from the log.
    pub fn forget(&mut self, team: TeamId, document: DocumentId) {
        self.documents.remove(&(team, document));
    }

    fn make_room(&mut self) {
        while self.documents.len() >= self.most {
            let oldest = self.documents.iter().min_by_key(|(_, loaded)| loaded.used);
            let Some(key) = oldest.map(|(key, _)| *key) else { return };
            self.documents.remove(&key);
        }
    }
}

/// What is in force, through the gate once more; what fails now is left out.
fn replay(id: DocumentId, batches: &[SignedBatch]) -> Document {
    let changes: Vec<&[u8]> = batches.iter().filter_map(SignedBatch::changes).flatten().collect();
    if let Ok(whole) = Document::load(id, READER, changes) {
        return whole;
    }
    let mut document = Document::new(id, READER);
    for batch in batches {
        if let Ok(next) = taken_in(&document, batch) {
            document = next;
        }
    }
    document
}

/// A copy of the document with all of the batch's changes, or none.
fn taken_in(document: &Document, batch: &SignedBatch) -> Result<Document, Cause> {
    let mut copy = document.clone();
    // A purged batch has nothing to check, and nothing to load.
    for change in batch.changes().unwrap_or_default() {
        match check(&copy, change) {
            Ok(accepted) => copy.apply(accepted),
            Err(GateRefusal::DependsOn(_)) => return Err(Cause::Depends),
            Err(GateRefusal::Newer) => return Err(Cause::Newer),
            Err(refusal) => {
                debug_assert!(!refusal.may_pass_later(), "both cases stand above");
                return Err(Cause::Gate);
            }
        }
    }
    Ok(copy)
}
