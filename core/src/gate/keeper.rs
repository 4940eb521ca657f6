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
    /// Nothing in force had to be left out of it.
    whole: bool,
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
    /// Keeps documents of at most so many changes in memory, together; at
    /// least the one used last. A change takes some 2 KiB, an empty document some 4.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { documents: HashMap::new(), most, uses: 0 }
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
            let (document, whole) = replay(document, &load()?);
            self.make_room();
            self.documents.insert(key, Loaded { at: before, document, whole, used: self.uses });
        }
        let Some(loaded) = self.documents.get_mut(&key) else { return Ok(Err(Cause::Gate)) };
        loaded.used = self.uses;
        let taken = take_in(&mut loaded.document, batch);
        if taken.is_ok() {
            loaded.at = after;
        }
        Ok(taken)
    }

    /// The copy in memory, if it stands for exactly this digest and holds all
    /// that is in force.
    #[must_use]
    pub fn copy(&self, of: (TeamId, DocumentId), at: Hash) -> Option<&Document> {
        let loaded = self.documents.get(&of)?;
        (loaded.at == at && loaded.whole).then_some(&loaded.document)
    }

    /// Drops a copy, so that it is made again from the log.
    pub fn forget(&mut self, team: TeamId, document: DocumentId) {
        self.documents.remove(&(team, document));
    }

    /// If they are too many, those not used for longest leave, a quarter at
    /// once, so that it is not done for each.
    fn make_room(&mut self) {
        let mut all: Vec<_> = self
            .documents
            .iter()
            .map(|(key, loaded)| (loaded.used, *key, loaded.document.change_count() + 2))
            .collect();
        let mut weight: usize = all.iter().map(|(_, _, weight)| weight).sum();
        if weight < self.most {
            return;
        }
        all.sort_unstable_by_key(|(used, ..)| *used);
        for (_, key, weighs) in all {
            if weight <= self.most / 4 * 3 {
                return;
            }
            self.documents.remove(&key);
            weight -= weighs;
        }
    }
}

/// What is in force, through the gate once more, and whether it is all of it:
/// what fails now is left out.
fn replay(id: DocumentId, batches: &[SignedBatch]) -> (Document, bool) {
    let changes: Vec<&[u8]> = batches.iter().filter_map(SignedBatch::changes).flatten().collect();
    if let Ok(whole) = Document::load(id, READER, changes) {
        return (whole, true);
    }
    let mut document = Document::new(id, READER);
    for batch in batches {
        // It was let in once; whether it still is, the copy shows.
        let _ = take_in(&mut document, batch);
    }
    (document, false)
}

/// Takes all of the batch's changes in, or none.
fn take_in(document: &mut Document, batch: &SignedBatch) -> Result<(), Cause> {
    // A purged batch has nothing to check, and nothing to load.
    match batch.changes().unwrap_or_default().as_slice() {
        [] => Ok(()),
        // One change is all or nothing by itself.
        [change] => take_in_one(document, change),
        changes => {
            let mut copy = document.clone();
            changes.iter().try_for_each(|change| take_in_one(&mut copy, change))?;
            *document = copy;
            Ok(())
        }
    }
}

fn take_in_one(document: &mut Document, change: &[u8]) -> Result<(), Cause> {
    match check(document, change) {
        Ok(accepted) => {
            document.apply(accepted);
            Ok(())
        }
        Err(GateRefusal::DependsOn(_)) => Err(Cause::Depends),
        Err(GateRefusal::Newer) => Err(Cause::Newer),
        Err(refusal) => {
            debug_assert!(!refusal.may_pass_later(), "both cases stand above");
            Err(Cause::Gate)
        }
    }
}
