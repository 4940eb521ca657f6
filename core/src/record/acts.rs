//! What each event says: one act per recorded event, and one per proposal
//! that counts.

use super::claims::{Authority, Field, Source, Value};
use super::events::Body;
use super::events::review::Proposal;
use crate::document::{DocumentId, EventId};
use crate::time::Minute;
use crate::work::Kind;

/// An event as it acts: recorded, agreed to, or approved over objection.
pub(crate) struct Act {
    pub(crate) id: EventId,
    pub(crate) shift: EventId,
    pub(crate) supersedes: Vec<EventId>,
    pub(crate) says: Vec<(Field, Value)>,
    pub(crate) retracts: Option<Option<EventId>>,
    pub(crate) authority: Authority,
    pub(crate) reconstructed: bool,
    pub(crate) opens: Option<DocumentId>,
    pub(crate) document: DocumentId,
}

impl Act {
    /// Whether it replaces what `other` says about `field`.
    pub(crate) fn replaces(&self, other: &Self, field: Field) -> bool {
        let named = self.supersedes.contains(&other.id)
            || match other.authority {
                // Naming the proposal is as good as naming the answer to it.
                Authority::Agreed { proposal } => self.supersedes.contains(&proposal),
                Authority::Recorded | Authority::OverObjection { .. } => false,
            };
        if !named || self.shift != other.shift {
            return false;
        }
        match self.retracts {
            Some(None) => true,
            Some(Some(part)) => field.part() == Some(part),
            None => self.says.iter().any(|(said, _)| *said == field),
        }
    }
}

fn at(ms: i64) -> Value {
    Value::At(Minute::floor_ms(ms))
}

/// What a recorded event says; `None` for events that say nothing about a shift.
pub(crate) fn recorded(source: &Source<'_>) -> Option<Act> {
    let id = source.id;
    let mut opens = None;
    let mut retracts = None;
    let mut reconstructed = false;
    let (shift, says) = match &source.event.body {
        Body::ClockIn(body) => {
            opens = Some(source.document);
            let says = vec![
                (Field::Exists, Value::Exists(true)),
                (Field::Start, at(body.at_ms)),
                (Field::Place, Value::Place(body.place.clone())),
                (Field::Funding, Value::Funding(body.funding.clone())),
            ];
            (id, says)
        }
        Body::ManualEntry(body) => {
            opens = Some(source.document);
            reconstructed = true;
            let says = vec![
                (Field::Exists, Value::Exists(true)),
                (Field::Start, at(body.from_ms)),
                (Field::End, at(body.to_ms)),
                (Field::Place, Value::Place(body.place.clone())),
                (Field::Funding, Value::Funding(body.funding.clone())),
            ];
            (id, says)
        }
        Body::ClockOut(body) => (body.shift, vec![(Field::End, at(body.at_ms))]),
        Body::StatedEnd(body) => {
            reconstructed = true;
            (body.shift, vec![(Field::End, at(body.at_ms))])
        }
        Body::PartStart(body) => {
            let says = vec![
                (Field::PartExists(id), Value::Exists(true)),
                (Field::PartKind(id), Value::Kind(body.kind)),
                (Field::PartFrom(id), at(body.at_ms)),
            ];
            (body.shift, says)
        }
        Body::PartEnd(body) => (body.shift, vec![(Field::PartTo(body.part), at(body.at_ms))]),
        Body::Part(body) => {
            let part = body.part.unwrap_or(id);
            let says = part_says(part, body.kind, body.from_ms, body.to_ms, false);
            (body.shift, says)
        }
        Body::Correction(body) => {
            let mut says = Vec::new();
            says.extend(body.start_ms.map(|ms| (Field::Start, at(ms))));
            says.extend(body.end_ms.map(|ms| (Field::End, at(ms))));
            says.extend(body.place.clone().map(|place| (Field::Place, Value::Place(place))));
            says.extend(body.funding.clone().map(|all| (Field::Funding, Value::Funding(all))));
            reconstructed = body.start_ms.is_some() || body.end_ms.is_some();
            (body.shift, says)
        }
        Body::Retraction(body) => {
            retracts = Some(body.part);
            let field = body.part.map_or(Field::Exists, Field::PartExists);
            (body.shift, vec![(field, Value::Exists(false))])
        }
        Body::Undone(body) => {
            retracts = Some(None);
            (body.shift, Vec::new())
        }
        Body::Away(body) => {
            let piece = body.piece.unwrap_or(id);
            let away = Value::Away(
                Minute::floor_ms(body.from_ms),
                Minute::floor_ms(body.to_ms),
                body.place.clone(),
            );
            let says =
                vec![(Field::PartExists(piece), Value::Exists(true)), (Field::Away(piece), away)];
            (body.shift, says)
        }
        // These say nothing about a field of a shift.
        Body::QuietNight(_)
        | Body::MonthComplete(_)
        | Body::Answer(_)
        | Body::Proposal(_)
        | Body::ProposalWithdrawn(_)
        | Body::Approval(_)
        | Body::StatementPiece(_)
        | Body::Reopening(_)
        | Body::PayLine(_)
        | Body::PayLineRemoved(_)
        | Body::Decision(_)
        | Body::Session(_)
        | Body::SessionRetracted(_)
        | Body::Question(_)
        | Body::Reply(_)
        | Body::HoursBooked(_)
        | Body::NetPayNoted(_)
        | Body::AbsenceEntered(_)
        | Body::TakenBack(_)
        | Body::CertificateNoted(_)
        | Body::SameIllness(_)
        | Body::VacationBooked(_)
        | Body::VacationWarned(_)
        | Body::MaternityNoted(_)
        | Body::Refund(_)
        | Body::RefundTakenBack(_) => return None,
    };
    Some(Act {
        id,
        shift,
        supersedes: source.event.supersedes.clone(),
        says,
        retracts,
        authority: Authority::Recorded,
        reconstructed,
        opens,
        document: source.document,
    })
}

fn part_says(
    part: EventId,
    kind: Kind,
    from_ms: i64,
    to_ms: i64,
    removed: bool,
) -> Vec<(Field, Value)> {
    let mut says = vec![(Field::PartExists(part), Value::Exists(!removed))];
    if !removed {
        says.push((Field::PartKind(part), Value::Kind(kind)));
        says.push((Field::PartFrom(part), at(from_ms)));
        says.push((Field::PartTo(part), at(to_ms)));
    }
    says
}

/// What a proposal says once it counts.
#[must_use]
pub(crate) fn proposed_values(body: &Proposal) -> Vec<(Field, Value)> {
    let mut says = Vec::new();
    match body.retract {
        Some(true) => says.push((Field::Exists, Value::Exists(false))),
        Some(false) | None if body.shift.is_none() => {
            says.push((Field::Exists, Value::Exists(true)));
            says.push((Field::Funding, Value::Funding(body.funding.clone().unwrap_or_default())));
        }
        Some(false) | None => {
            says.extend(body.funding.clone().map(|all| (Field::Funding, Value::Funding(all))));
        }
    }
    says.extend(body.start_ms.map(|ms| (Field::Start, at(ms))));
    says.extend(body.end_ms.map(|ms| (Field::End, at(ms))));
    says.extend(body.place.clone().map(|place| (Field::Place, Value::Place(place))));
    for part in &body.parts {
        let removed = part.removed.unwrap_or(false);
        says.extend(part_says(part.part, part.kind, part.from_ms, part.to_ms, removed));
    }
    says
}

pub(crate) fn proposal_act(
    source: &Source<'_>,
    body: &Proposal,
    id: EventId,
    authority: Authority,
) -> Act {
    Act {
        id,
        shift: body.shift.unwrap_or(source.id),
        supersedes: source.event.about.clone(),
        says: proposed_values(body),
        retracts: (body.retract == Some(true)).then_some(None),
        authority,
        reconstructed: body.start_ms.is_some() || body.end_ms.is_some(),
        opens: None,
        document: source.document,
    }
}
