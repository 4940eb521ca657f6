//! What was read lately, kept in memory: a page does not load again what the
//! one before it loaded. Everything here is tied to the digest of the stream it
//! was read from, which names every batch, verdict, withdrawal and purge in
//! order; what no longer fits is read anew. It can be thrown away at any time.

use super::months_left::MonthsLeft;
use crate::document::{DocumentId, TeamId};
use crate::record::document::Document;
use std::collections::HashMap;
use std::sync::Arc;

/// The digest of a stream; `None` while it has no member.
pub(super) type Digest = Option<[u8; 32]>;

/// Documents as they were read last.
#[derive(Debug)]
pub struct Memory {
    documents: Shelf<Document>,
    /// By team; only where nothing that was read is ever undone.
    months_left: Option<HashMap<TeamId, MonthsLeft>>,
}

impl Memory {
    /// Keeps at most so many documents.
    #[must_use]
    pub fn new(documents: usize) -> Self {
        Self { documents: Shelf::new(documents), months_left: None }
    }

    /// Also remembers which months wait. Not for whoever writes: what is read
    /// in a transaction that is undone has no digest to tell it by.
    #[must_use]
    pub fn of_a_reader(self) -> Self {
        Self { months_left: Some(HashMap::new()), ..self }
    }

    pub(super) fn take_months_left(&mut self, team: TeamId) -> Option<MonthsLeft> {
        self.months_left.as_mut()?.remove(&team)
    }

    pub(super) fn keep_months_left(&mut self, team: TeamId, known: MonthsLeft) {
        if let Some(all) = &mut self.months_left {
            all.insert(team, known);
        }
    }

    pub(super) fn document(
        &mut self,
        of: (TeamId, DocumentId),
        at: Digest,
    ) -> Option<Arc<Document>> {
        self.documents.get(of, at)
    }

    pub(super) fn keep_document(
        &mut self,
        of: (TeamId, DocumentId),
        at: Digest,
        document: &Arc<Document>,
    ) {
        self.documents.put(of, at, document);
    }
}

/// The newest of each, the least lately used leaving first.
#[derive(Debug)]
struct Shelf<T> {
    most: usize,
    used: u64,
    kept: HashMap<(TeamId, DocumentId), Kept<T>>,
}

#[derive(Debug)]
struct Kept<T> {
    at: Digest,
    used: u64,
    value: Arc<T>,
}

impl<T> Shelf<T> {
    fn new(most: usize) -> Self {
        Self { most, used: 0, kept: HashMap::new() }
    }

    fn get(&mut self, of: (TeamId, DocumentId), at: Digest) -> Option<Arc<T>> {
        self.used += 1;
        let kept = self.kept.get_mut(&of).filter(|kept| kept.at == at)?;
        kept.used = self.used;
        Some(Arc::clone(&kept.value))
    }

    fn put(&mut self, of: (TeamId, DocumentId), at: Digest, value: &Arc<T>) {
        self.used += 1;
        if self.kept.len() >= self.most && !self.kept.contains_key(&of) {
            self.make_room();
        }
        self.kept.insert(of, Kept { at, used: self.used, value: Arc::clone(value) });
    }

    /// Throws the least lately used quarter away, so that it is not done for each.
    fn make_room(&mut self) {
        let mut ages: Vec<u64> = self.kept.values().map(|kept| kept.used).collect();
        ages.sort_unstable();
        let limit = ages.get(ages.len() / 4).copied().unwrap_or(u64::MAX);
        self.kept.retain(|_, kept| kept.used > limit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::PersonId;
    use crate::time::Month;

    #[test]
    fn what_does_not_fit_the_digest_is_not_given_and_the_least_used_leaves_first() {
        let month = |number: u8| Month::new(2026, u32::from(number)).expect("a month");
        let of = |number| {
            let id = DocumentId::time(PersonId::new([1; 16]), month(number));
            (TeamId::new([9; 16]), id)
        };
        let mut shelf: Shelf<u8> = Shelf::new(4);
        for number in 1..=4 {
            shelf.put(of(number), Some([number; 32]), &Arc::new(number));
        }
        assert_eq!(shelf.get(of(1), Some([1; 32])).as_deref(), Some(&1));
        assert_eq!(shelf.get(of(1), Some([2; 32])), None, "it was written to since");
        assert_eq!(shelf.get(of(1), None), None, "it was cut away");
        shelf.put(of(5), Some([5; 32]), &Arc::new(5));
        assert_eq!(shelf.get(of(1), Some([1; 32])).as_deref(), Some(&1), "it was used just now");
        assert_eq!(shelf.get(of(2), Some([2; 32])), None, "the oldest has left");
        assert!(shelf.kept.len() <= 4);
    }
}
