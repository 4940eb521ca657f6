//! How far what was recorded has come (Stand eines Eintrags): saved here, at
//! the office, seen by the employer, approved, with payroll. Each with its time,
//! and only where this device holds the proof. Computed from the record each
//! time, never remembered.

use super::acting::{Acting, load};
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, EntryId, EventId, PersonId};
use crate::ledger::HeldStatus;
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::log::{Content, Hash, RecordContent, SignedBatch};
use crate::record::document::Document;
use crate::record::events::{Body, Event};
use crate::record::month_state::Standing;
use crate::record::settle::Entry;
use crate::sync::content_of;
use crate::time::Month;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one event. Times are ms since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventKnown {
    /// When it was written, by the writing device's clock.
    pub saved_ms: i64,
    /// When the office received it, if it is in force there.
    pub office_ms: Option<i64>,
    /// The office holds it back until the employer decides.
    pub held: bool,
    /// When the office recorded that the employer's side has seen it.
    pub seen_ms: Option<i64>,
}

/// What is known of an entry: of all the events it rests on together. Times
/// are ms since 1970; `None` is not proven, never "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryKnown {
    /// When the last of it was written.
    pub saved_ms: i64,
    /// Part of it is held back until the employer decides.
    pub held: bool,
    /// When the last of it reached the office.
    pub office_ms: Option<i64>,
    /// When the last of it was seen.
    pub seen_ms: Option<i64>,
    /// When an approval in force that holds exactly this reached the office.
    pub approved_ms: Option<i64>,
    /// When a statement with it was handed to payroll.
    pub payroll_ms: Option<i64>,
}

/// What is known of a person's month.
#[derive(Debug, Clone, Default)]
pub struct MonthKnown {
    events: BTreeMap<EventId, EventKnown>,
    /// For each approval in force that was not reopened: its live events, when
    /// it reached the office, when its statement went to payroll.
    approvals: Vec<(BTreeSet<EventId>, Option<i64>, Option<i64>)>,
}

impl MonthKnown {
    /// What is known of one entry.
    #[must_use]
    pub fn entry(&self, entry: &Entry) -> EntryKnown {
        let of: Vec<EventKnown> =
            entry.live.iter().filter_map(|id| self.events.get(id)).copied().collect();
        let all = |time: fn(&EventKnown) -> Option<i64>| {
            let times: Option<Vec<i64>> = of.iter().map(time).collect();
            times.and_then(|times| times.into_iter().max())
        };
        let approval = self.approvals.iter().find(|(live, _, _)| {
            !entry.live.is_empty() && entry.live.iter().all(|id| live.contains(id))
        });
        EntryKnown {
            saved_ms: of.iter().map(|known| known.saved_ms).max().unwrap_or_default(),
            held: of.iter().any(|known| known.held),
            office_ms: all(|known| known.office_ms),
            seen_ms: all(|known| known.seen_ms),
            approved_ms: approval.and_then(|(_, approved, _)| *approved),
            payroll_ms: approval.and_then(|(_, _, payroll)| *payroll),
        }
    }

    /// What is known of one event.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<EventKnown> {
        self.events.get(&id).copied()
    }
}

impl Acting<'_> {
    /// What is known of a month, whose standing was read before.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn known_of(
        &mut self,
        person: PersonId,
        month: Month,
        standing: &Standing,
    ) -> Result<MonthKnown, AppError> {
        let mut known = MonthKnown::default();
        let mut exported: BTreeMap<Hash, i64> = BTreeMap::new();
        for document in self.documents_of(person, month)? {
            known.events.extend(self.events_known(&document)?);
            if document.id().kind() == DocumentKind::Review {
                exported.extend(self.exported(document.id(), person)?);
            }
        }
        for (id, approval) in &standing.approvals {
            if standing.reopened.iter().any(|(reopened, _)| reopened == id) {
                continue;
            }
            let approved = known.events.get(id).and_then(|event| event.office_ms);
            let payroll = exported.get(&Hash(approval.statement.0)).copied();
            known.approvals.push((approval.live.iter().copied().collect(), approved, payroll));
        }
        Ok(known)
    }

    /// What is known of every event of a document.
    fn events_known(
        &mut self,
        document: &Document,
    ) -> Result<BTreeMap<EventId, EventKnown>, AppError> {
        let team = self.me.team;
        let mut received: BTreeMap<EntryId, i64> = BTreeMap::new();
        let mut seen: BTreeMap<EntryId, i64> = BTreeMap::new();
        let name = encode(&Stream::from(document.id()));
        for member in self.ledger.members(team, &name, 0, usize::MAX)? {
            let at_ms = member.place.received_ms;
            received.insert(member.id, at_ms);
            let Some(kept) = self.ledger.entry(team, member.id)? else { continue };
            if let Content::Record(record) = content_of(&kept)?
                && let RecordContent::Seen { batches, .. } = record.content()
            {
                for batch in batches {
                    seen.entry(*batch).or_insert(at_ms);
                }
            }
        }
        // In a stream, but its proof has not come yet: it still waits.
        let waiting: BTreeSet<EntryId> =
            self.ledger.outbox(team)?.into_iter().map(|row| row.id).collect();
        let held: BTreeSet<EntryId> =
            self.ledger.held_with(team, HeldStatus::Held)?.into_iter().map(|row| row.id).collect();
        let mut of_change: BTreeMap<[u8; 4], EventKnown> = BTreeMap::new();
        for batch in self.pen.batches(self.ledger, document.id())? {
            let id = batch.id();
            let office_ms = received.get(&id).copied().filter(|_| !waiting.contains(&id));
            let event = EventKnown {
                saved_ms: batch.header().clock.wall_ms,
                office_ms,
                held: held.contains(&id),
                seen_ms: seen.get(&id).copied(),
            };
            for change in batch.changes().into_iter().flatten() {
                if let Some(mark) = mark_of(change) {
                    of_change.insert(mark, event);
                }
            }
        }
        let known = |hash: &[u8]| hash.first_chunk().and_then(|mark| of_change.get(mark)).copied();
        Ok(document
            .events()
            .filter_map(|(id, _, change)| known(&change.0).map(|event| (id, event)))
            .collect())
    }

    /// The statements of a person that were handed to payroll, and when.
    fn exported(
        &mut self,
        review: DocumentId,
        person: PersonId,
    ) -> Result<BTreeMap<Hash, i64>, AppError> {
        let mut exported = BTreeMap::new();
        let team = self.me.team;
        for member in self.ledger.members(team, &encode(&Stream::from(review)), 0, usize::MAX)? {
            let Some(kept) = self.ledger.entry(team, member.id)? else { continue };
            if let Content::Record(record) = content_of(&kept)?
                && let RecordContent::Export { statements, .. } = record.content()
            {
                for (_, hash) in statements.iter().filter(|(whose, _)| *whose == person) {
                    exported.entry(*hash).or_insert(member.place.received_ms);
                }
            }
        }
        Ok(exported)
    }

    /// The shifts of a month of which was said that nothing happened.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn quiet_nights(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<BTreeSet<EventId>, AppError> {
        let documents = self.documents_of(person, month)?;
        let events = documents.iter().flat_map(|document| document.events());
        Ok(events
            .filter_map(|(_, event, _)| match &event.body {
                Body::QuietNight(quiet) => Some(quiet.shift),
                _ => None,
            })
            .collect())
    }

    /// The events that the changes of a batch brought, in the order of the document.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn events_of(&mut self, batch: &SignedBatch) -> Result<Vec<(EventId, Event)>, AppError> {
        let Some(id) = batch.header().about.document() else { return Ok(Vec::new()) };
        let marks: BTreeSet<[u8; 4]> =
            batch.changes().into_iter().flatten().filter_map(mark_of).collect();
        let batches = self.pen.batches(self.ledger, id)?;
        let document = load(id, self.me.actor, &batches)?;
        Ok(document
            .events()
            .filter(|(_, _, hash)| hash.0.first_chunk().is_some_and(|mark| marks.contains(mark)))
            .map(|(id, event, _)| (id, event.clone()))
            .collect())
    }
}

/// A change of automerge carries the first four bytes of its own hash after
/// four bytes that are the same in all of them: enough to tell the changes of
/// one document apart on a screen.
fn mark_of(change: &[u8]) -> Option<[u8; 4]> {
    change.get(4..8)?.try_into().ok()
}
