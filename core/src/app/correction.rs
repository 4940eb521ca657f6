//! Corrections by the employer: a proposal changes nothing until the
//! assistant agrees, or until it is approved over silence or objection.

use super::acting::Acting;
use super::assistant::need;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, EventId, PersonId};
use crate::place::Workplace;
use crate::record::cbor::Place;
use crate::record::events::Event;
use crate::record::events::review::{Proposal, ProposalWithdrawn};
use crate::record::proposals::Outcome;
use crate::time::{Interval, Minute, Month};

impl Acting<'_> {
    /// Proposes another start or end for a shift, or that it should not be.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::NoSuchEntry`], [`Refusal::WrongOrder`];
    /// [`Refusal::NotNow`] for a shift that was retracted, and for times of one
    /// of which somebody said that it should not be.
    pub fn propose(
        &mut self,
        person: PersonId,
        month: Month,
        shift: EventId,
        change: &Change,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        let work = self.month_of(person, month)?;
        let entry = work.entry(shift).ok_or(Refusal::NoSuchEntry)?;
        let retracts = matches!(change, Change::Retract) && entry.exists_disputed;
        if !entry.is_there() && !retracts {
            return Err(Refusal::NotNow.into());
        }
        let mut body = Proposal {
            shift: Some(shift),
            reason: reason.to_owned(),
            start_ms: None,
            end_ms: None,
            place: None,
            funding: None,
            parts: Vec::new(),
            retract: None,
        };
        match change {
            Change::Ends { start_ms, end_ms } => {
                if start_ms.is_none() && end_ms.is_none() {
                    return Err(Refusal::WrongOrder.into());
                }
                let settled = entry.settled().map(|shift| shift.span);
                let from = start_ms.or(settled.map(|span| span.from().ms()));
                let to = end_ms.or(settled.map(|span| span.to().ms()));
                if let (Some(from), Some(to)) = (from, to)
                    && Minute::floor_ms(from) >= Minute::floor_ms(to)
                {
                    return Err(Refusal::WrongOrder.into());
                }
                (body.start_ms, body.end_ms) = (*start_ms, *end_ms);
            }
            Change::Retract => body.retract = Some(true),
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), body).about(entry.live.iter().copied());
        self.record(DocumentId::review(person, month), &[(id, event)])?;
        Ok(id)
    }

    /// Proposes a shift that nobody recorded. Its id is the proposal's.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`]; [`Refusal::OtherMonth`] if it would begin in
    /// another month.
    pub fn propose_shift(
        &mut self,
        person: PersonId,
        month: Month,
        workplace: &Workplace,
        span: Interval,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        if Month::of(span.from().day(workplace.zone)) != month {
            return Err(Refusal::OtherMonth { month }.into());
        }
        let body = Proposal {
            shift: None,
            reason: reason.to_owned(),
            start_ms: Some(span.from().ms()),
            end_ms: Some(span.to().ms()),
            place: Some(Place::from(workplace)),
            funding: None,
            parts: Vec::new(),
            retract: None,
        };
        let id = self.fresh();
        let event = Event::new(self.now_ms(), body);
        self.record(DocumentId::review(person, month), &[(id, event)])?;
        Ok(id)
    }

    /// Takes a proposal back.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::NotNow`] once it was agreed to, or
    /// taken back already.
    pub fn withdraw(
        &mut self,
        person: PersonId,
        month: Month,
        proposal: EventId,
        reason: Option<String>,
    ) -> Result<EventId, AppError> {
        let work = self.month_of(person, month)?;
        let view = work.proposals.iter().find(|view| view.id == proposal);
        match view.ok_or(Refusal::NoSuchEntry)?.outcome {
            Outcome::Agreed { .. } | Outcome::Withdrawn => return Err(Refusal::NotNow.into()),
            Outcome::Open | Outcome::Objected { .. } | Outcome::Disputed | Outcome::Stale => {}
        }
        let id = self.fresh();
        let event =
            Event::new(self.now_ms(), ProposalWithdrawn { proposal, reason }).about([proposal]);
        self.record(DocumentId::review(person, month), &[(id, event)])?;
        Ok(id)
    }
}

/// What a proposal would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another start or end, in ms since 1970.
    Ends {
        /// The proposed start.
        start_ms: Option<i64>,
        /// The proposed end.
        end_ms: Option<i64>,
    },
    /// The shift should not be.
    Retract,
}
