//! Proposals of correction and what became of each. A proposal changes
//! nothing until the assistant agrees.

use super::acts::proposed_values;
use super::claims::{Claim, Claims, Field, Sources, Value, answer_is_replaced};
use super::events::Body;
use super::events::review::{Over, Proposal};
use crate::document::{EventId, Period};
use crate::time::Month;
use std::collections::BTreeMap;

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// No answer yet.
    Open,
    /// The assistant agreed: it counts.
    Agreed {
        /// The answer.
        answer: EventId,
    },
    /// The assistant objected: it does not count.
    Objected {
        /// The answer.
        answer: EventId,
    },
    /// Agreed to on one device, objected to on another.
    Disputed,
    /// Taken back.
    Withdrawn,
    /// What it would replace is no longer live: it must be made anew.
    Stale,
}

impl Outcome {
    /// One word for programs and words files; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed { .. } => "agreed",
            Self::Objected { .. } => "objected",
            Self::Disputed => "disputed",
            Self::Withdrawn => "withdrawn",
            Self::Stale => "stale",
        }
    }

    /// Whether nobody has agreed and nothing else ended it: it waits, or was
    /// objected to. Only such a one can be approved over objection.
    #[must_use]
    pub const fn lacks_agreement(&self) -> bool {
        matches!(self, Self::Open | Self::Objected { .. })
    }
}

/// A proposal, with what it would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// Its id.
    pub id: EventId,
    /// The shift it is about; its own id for a shift that was forgotten.
    pub shift: EventId,
    /// Why.
    pub reason: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Approved over silence or objection.
    pub over: bool,
    /// For each field: the live values now and the proposed one.
    pub changes: Vec<(Field, Vec<Value>, Value)>,
    /// The reason given with the answer.
    pub answer_reason: Option<String>,
    /// The month of the document it lies in.
    pub counts_in: Option<Month>,
}

/// Every proposal, by id.
pub(crate) fn all(
    sources: &Sources<'_>,
    claims: &BTreeMap<EventId, Claims>,
    over: &[Over],
) -> Vec<ProposalView> {
    let mut found = Vec::new();
    for source in sources.values() {
        let Body::Proposal(body) = &source.event.body else { continue };
        let shift = body.shift.unwrap_or(source.id);
        let over = over.iter().any(|over| over.proposal == source.id);
        let (outcome, answer_reason) = outcome(sources, claims, source.id, body, over);
        let changes = proposed_values(body)
            .into_iter()
            .map(|(field, proposed)| {
                let now = claims.get(&shift).map(|claims| {
                    claims.live(field).map(|claim| claim.value.clone()).collect::<Vec<_>>()
                });
                (field, now.unwrap_or_default(), proposed)
            })
            .collect();
        found.push(ProposalView {
            id: source.id,
            shift,
            reason: body.reason.clone(),
            outcome,
            over,
            changes,
            answer_reason,
            counts_in: match source.document.period() {
                Period::Month(month) => Some(month),
                Period::Always | Period::Year(_) => None,
            },
        });
    }
    found
}

fn outcome(
    sources: &Sources<'_>,
    claims: &BTreeMap<EventId, Claims>,
    id: EventId,
    body: &Proposal,
    over: bool,
) -> (Outcome, Option<String>) {
    let answers = live_answers(sources, id);
    let agreed = answers.iter().find(|(_, agreed, _)| *agreed);
    let objected = answers.iter().find(|(_, agreed, _)| !*agreed);
    match (agreed, objected) {
        (Some(_), Some(_)) => return (Outcome::Disputed, None),
        (Some((answer, _, reason)), None) => {
            return (Outcome::Agreed { answer: *answer }, reason.clone());
        }
        (None, _) => {}
    }
    let withdrawn = sources.values().any(
        |source| matches!(&source.event.body, Body::ProposalWithdrawn(by) if by.proposal == id),
    );
    if withdrawn {
        return (Outcome::Withdrawn, None);
    }
    if !over && is_stale(sources, claims, id, body) {
        return (Outcome::Stale, objected.and_then(|(_, _, reason)| reason.clone()));
    }
    match objected {
        Some((answer, _, reason)) => (Outcome::Objected { answer: *answer }, reason.clone()),
        None => (Outcome::Open, None),
    }
}

fn live_answers(sources: &Sources<'_>, proposal: EventId) -> Vec<(EventId, bool, Option<String>)> {
    sources
        .values()
        .filter_map(|source| match &source.event.body {
            Body::Answer(answer)
                if answer.proposal == proposal && !answer_is_replaced(sources, source.id) =>
            {
                Some((source.id, answer.agreed, answer.reason.clone()))
            }
            _ => None,
        })
        .collect()
}

/// Whether what it would replace is no longer as it was.
fn is_stale(
    sources: &Sources<'_>,
    claims: &BTreeMap<EventId, Claims>,
    id: EventId,
    body: &Proposal,
) -> bool {
    let Some(shift) = body.shift else { return false };
    let (Some(claims), Some(source)) = (claims.get(&shift), sources.get(&id)) else {
        return true;
    };
    let about = &source.event.about;
    let gone = |claim: &&Claim| claim.value == Value::Exists(false);
    if claims.live(Field::Exists).filter(gone).any(|claim| !about.contains(&claim.event)) {
        return true;
    }
    proposed_values(body).iter().any(|(field, _)| {
        // Every live statement about the field was known to the proposal, and
        // what it names about the field is still live.
        claims
            .all
            .iter()
            .filter(|claim| claim.field == *field)
            .any(|claim| about.contains(&claim.event) != claim.replaced_by.is_empty())
    })
}

/// Proposals that were agreed to and objected to: id, shift, the answers.
pub(crate) fn disagreeing(sources: &Sources<'_>) -> Vec<(EventId, EventId, Vec<EventId>)> {
    let mut found = Vec::new();
    for source in sources.values() {
        let Body::Proposal(body) = &source.event.body else { continue };
        let answers = live_answers(sources, source.id);
        if answers.iter().any(|(_, agreed, _)| *agreed)
            && answers.iter().any(|(_, agreed, _)| !*agreed)
        {
            let events = answers.into_iter().map(|(id, _, _)| id).collect();
            found.push((source.id, body.shift.unwrap_or(source.id), events));
        }
    }
    found
}
