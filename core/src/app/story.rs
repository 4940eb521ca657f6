//! Everything that was ever said about one shift, with who said it, on which
//! device, and what became of it.

use super::acting::Acting;
use super::refusal::AppError;
use super::trail::Trace;
use crate::document::{DocumentId, EventId, PersonId};
use crate::record::claims::{Claims, claims, sources};
use crate::record::document::Document;
use crate::record::events::{Body, Event};
use crate::record::month::{MonthOfWork, Overrides, approved_over};
use crate::time::{Minute, Month};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The story of one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The shift.
    pub shift: EventId,
    /// The month it counts in, with its entry, disputes and proposals.
    pub work: MonthOfWork,
    /// Every statement about it, live or replaced.
    pub claims: Claims,
    /// What was recorded about it, in the order of recording.
    pub events: Vec<Told>,
    /// When it was looked at.
    pub now: Minute,
}

/// One event of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub event: Event,
    /// Who, on which device; `None` if its batch is not here.
    pub trace: Option<Trace>,
}

impl Acting<'_> {
    /// The story of a shift; `None` if there is none such for this person.
    ///
    /// # Errors
    ///
    /// [`super::Refusal::Newer`]; faults of record and ledger.
    pub fn story_of(
        &mut self,
        person: PersonId,
        shift: EventId,
    ) -> Result<Option<Story>, AppError> {
        let Some((entry, _)) = self.entry_of(person, shift)? else { return Ok(None) };
        let Some(month) = entry.month() else { return Ok(None) };
        self.story_in(person, month, shift)
    }

    fn story_in(
        &mut self,
        person: PersonId,
        month: Month,
        shift: EventId,
    ) -> Result<Option<Story>, AppError> {
        let documents = self.documents_of(person, month)?;
        let all: Vec<&Document> = documents.iter().map(Arc::as_ref).collect();
        let work = MonthOfWork::read(person, month, &all, Overrides::AsApproved);
        let sources = sources(all.iter().copied());
        let over = approved_over(&sources);
        let Some(claims) = claims(&sources, &over).remove(&shift) else { return Ok(None) };
        let known: BTreeSet<EventId> = claims.all.iter().map(|claim| claim.event).collect();
        let proposals: BTreeSet<EventId> = sources
            .values()
            .filter(|source| match &source.event.body {
                Body::Proposal(body) => body.shift.unwrap_or(source.id) == shift,
                _ => false,
            })
            .map(|source| source.id)
            .collect();
        let approvals: BTreeSet<EventId> = sources
            .values()
            .filter(|source| match &source.event.body {
                Body::Approval(body) => body.live.iter().any(|id| known.contains(id)),
                _ => false,
            })
            .map(|source| source.id)
            .collect();
        let trail = self.trail_of(all.iter().map(|document| document.id()))?;
        let told = |document: DocumentId, id, event: &Event, change| Told {
            id,
            event: event.clone(),
            trace: trail.trace(document, change).cloned(),
        };
        let mut events: Vec<Told> = sources
            .values()
            .filter(|source| {
                known.contains(&source.id)
                    || proposals.contains(&source.id)
                    || approvals.contains(&source.id)
                    || speaks_of(&source.event.body, shift, &proposals, &approvals)
            })
            .map(|source| told(source.document, source.id, source.event, source.change))
            .collect();
        // What one device wrote within a millisecond stands as it wrote it.
        events.sort_by_key(|told| {
            let chain = told.trace.as_ref().map(|trace| (trace.author.device, trace.n));
            (told.event.recorded_ms, chain, told.id)
        });
        let now = Minute::floor_ms(self.now_ms());
        Ok(Some(Story { shift, work, claims, events, now }))
    }
}

/// Whether an event says something about this shift beside its fields.
fn speaks_of(
    body: &Body,
    shift: EventId,
    proposals: &BTreeSet<EventId>,
    approvals: &BTreeSet<EventId>,
) -> bool {
    match body {
        Body::QuietNight(body) => body.shift == shift,
        Body::Undone(body) => body.shift == shift,
        Body::Answer(body) => proposals.contains(&body.proposal),
        Body::ProposalWithdrawn(body) => proposals.contains(&body.proposal),
        Body::Reopening(body) => approvals.contains(&body.approval),
        _ => false,
    }
}
