//! Statements: what each event says about which field of which shift, and
//! which statements are still live.
//!
//! An event replaces what the events it names say *about the fields it speaks
//! of*, and nothing else: a corrected start leaves the place of the clock-in
//! alone. A statement is live if nobody replaced it. Two live values for one
//! field are a dispute.

use super::acts::{Act, proposal_act, recorded};
use super::cbor::{Funding, Place};
use super::events::review::Over;
use super::events::time::Answer;
use super::events::{Body, Event};
use crate::document::{DocumentId, EventId};
use crate::record::cbor::Hash32;
use crate::record::document::Document;
use crate::time::Minute;
use crate::work::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// A field of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Whether there is such a shift at all.
    Exists,
    /// When it began.
    Start,
    /// When it ended.
    End,
    /// Where it was.
    Place,
    /// Who pays.
    Funding,
    /// Whether there is such a part or piece away.
    PartExists(EventId),
    /// What a part was.
    PartKind(EventId),
    /// When a part began.
    PartFrom(EventId),
    /// When a part ended.
    PartTo(EventId),
    /// A piece at another place.
    Away(EventId),
}

impl Field {
    /// One word for programs and words files; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Start => "start",
            Self::End => "end",
            Self::Place => "place",
            Self::Funding => "funding",
            Self::PartExists(_) => "part_exists",
            Self::PartKind(_) => "part_kind",
            Self::PartFrom(_) => "part_from",
            Self::PartTo(_) => "part_to",
            Self::Away(_) => "away",
        }
    }

    /// The part or piece it is about, if about one.
    #[must_use]
    pub const fn part(self) -> Option<EventId> {
        match self {
            Self::Exists | Self::Start | Self::End | Self::Place | Self::Funding => None,
            Self::PartExists(part)
            | Self::PartKind(part)
            | Self::PartFrom(part)
            | Self::PartTo(part)
            | Self::Away(part) => Some(part),
        }
    }
}

/// What is said about a field. Instants are floored to the full minute, so
/// that two that show the same minute are no dispute.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Whether it exists.
    Exists(bool),
    /// An instant.
    At(Minute),
    /// A place.
    Place(Place),
    /// Who pays.
    Funding(Vec<Funding>),
    /// A kind of part.
    Kind(Kind),
    /// A piece at another place.
    Away(Minute, Minute, Place),
}

/// How a statement came to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// The assistant recorded it.
    Recorded,
    /// The employer proposed it and the assistant agreed.
    Agreed {
        /// The proposal.
        proposal: EventId,
    },
    /// The employer approved it over silence or objection.
    OverObjection {
        /// The proposal.
        proposal: EventId,
    },
}

/// One event that counts, with where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its id.
    pub id: EventId,
    /// The document it lies in.
    pub document: DocumentId,
    /// The change that brought it.
    pub change: Hash32,
    /// The event.
    pub event: &'a Event,
}

/// One statement about one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The event that makes it: the recorded event, the answer that agreed, or
    /// the proposal that was approved over objection.
    pub event: EventId,
    /// The field.
    pub field: Field,
    /// The value.
    pub value: Value,
    /// How it came to count.
    pub authority: Authority,
    /// Not punched at the time but written down afterwards.
    pub reconstructed: bool,
    /// The events that replaced it; empty while it is live.
    pub replaced_by: Vec<EventId>,
}

/// Everything said about one shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The shift.
    pub shift: EventId,
    /// The document of its first recording; `None` if that is not here.
    pub home: Option<DocumentId>,
    /// The first document that speaks of it.
    pub found_in: DocumentId,
    /// Every statement, live or replaced.
    pub all: Vec<Claim>,
}

impl Claims {
    /// The live statements about a field.
    pub fn live(&self, field: Field) -> impl Iterator<Item = &Claim> {
        self.all.iter().filter(move |claim| claim.field == field && claim.replaced_by.is_empty())
    }

    /// The fields anything was ever said about.
    #[must_use]
    pub fn fields(&self) -> BTreeSet<Field> {
        self.all.iter().map(|claim| claim.field).collect()
    }
}

/// All events that count here, by id.
pub type Sources<'a> = BTreeMap<EventId, Source<'a>>;

/// Every event of these documents.
#[must_use]
pub fn sources<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Sources<'a> {
    documents
        .into_iter()
        .flat_map(|document| {
            let place = document.id();
            document
                .events()
                .map(move |(id, event, change)| (id, Source { id, document: place, change, event }))
        })
        .collect()
}

/// The statements about every shift, from everything recorded.
///
/// `over` are the proposals that an approval lets count over objection.
#[must_use]
pub fn claims(sources: &Sources<'_>, over: &[Over]) -> BTreeMap<EventId, Claims> {
    let mut acts: Vec<Act> = sources.values().filter_map(recorded).collect();
    for source in sources.values() {
        if let Body::Answer(Answer { proposal, agreed: true, .. }) = &source.event.body
            && let Some(proposed) = sources.get(proposal)
            && let Body::Proposal(body) = &proposed.event.body
        {
            if answer_is_replaced(sources, source.id) {
                continue;
            }
            let authority = Authority::Agreed { proposal: *proposal };
            let mut act = proposal_act(proposed, body, source.id, authority);
            act.supersedes.extend(&source.event.supersedes);
            act.opens = body.shift.is_none().then_some(source.document);
            acts.push(act);
        }
    }
    let agreed: BTreeSet<EventId> = acts
        .iter()
        .filter_map(|act| match act.authority {
            Authority::Agreed { proposal } => Some(proposal),
            Authority::Recorded | Authority::OverObjection { .. } => None,
        })
        .collect();
    for Over { proposal, .. } in over {
        if !agreed.contains(proposal)
            && let Some(proposed) = sources.get(proposal)
            && let Body::Proposal(body) = &proposed.event.body
        {
            let authority = Authority::OverObjection { proposal: *proposal };
            let mut act = proposal_act(proposed, body, *proposal, authority);
            act.opens = body.shift.is_none().then_some(proposed.document);
            acts.push(act);
        }
    }
    assemble(&acts)
}

/// Whether a later answer takes the place of this one.
pub(crate) fn answer_is_replaced(sources: &Sources<'_>, answer: EventId) -> bool {
    sources.values().any(|other| {
        matches!(other.event.body, Body::Answer(_)) && other.event.supersedes.contains(&answer)
    })
}

fn assemble(acts: &[Act]) -> BTreeMap<EventId, Claims> {
    let mut of_shift: BTreeMap<EventId, Vec<&Act>> = BTreeMap::new();
    for act in acts {
        of_shift.entry(act.shift).or_default().push(act);
    }
    let mut shifts: BTreeMap<EventId, Claims> = BTreeMap::new();
    for act in acts {
        let acts = of_shift.get(&act.shift).map(Vec::as_slice).unwrap_or_default();
        let shift = shifts.entry(act.shift).or_insert_with(|| Claims {
            shift: act.shift,
            home: None,
            found_in: act.document,
            all: Vec::new(),
        });
        shift.home = shift.home.or(act.opens);
        shift.found_in = shift.found_in.min(act.document);
        for (field, value) in &act.says {
            let mut replaced_by: Vec<EventId> = acts
                .iter()
                .filter(|other| other.id != act.id && other.replaces(act, *field))
                .map(|other| other.id)
                .collect();
            replaced_by.sort_unstable();
            shift.all.push(Claim {
                event: act.id,
                field: *field,
                value: value.clone(),
                authority: act.authority,
                reconstructed: act.reconstructed,
                replaced_by,
            });
        }
    }
    for shift in shifts.values_mut() {
        shift.all.sort_by_key(|claim| (claim.field, claim.event));
    }
    shifts
}
