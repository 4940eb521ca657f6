//! What an assistant does: clock in and out, breaks and other parts, entries
//! written afterwards, corrections, "my month is complete", answers.
//!
//! All of it works without a network. Nothing is filled in: a forgotten
//! clock-out stays open until the person says when it was.

use super::acting::Acting;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, EventId, Period};
use crate::place::Workplace;
use crate::record::cbor::{Funding, Place};
use crate::record::events::time::{
    Answer, ClockIn, ClockOut, Correction, ManualEntry, MonthComplete, Part, PartEnd, PartStart,
    QuietNight, Retraction, StatedEnd,
};
use crate::record::events::{Body, Event};
use crate::record::month::MonthOfWork;
use crate::record::proposals::Outcome;
use crate::record::rows::RUNNING;
use crate::record::settle::{Entry, State};
use crate::time::{Minute, Month};
use crate::work::Kind;
use std::collections::BTreeSet;

/// A running shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Which shift.
    pub shift: EventId,
    /// The document its events go into.
    pub home: DocumentId,
    /// Its effective start.
    pub since: Minute,
    /// The parts that are running inside it, the one that began last at the
    /// end: id, kind and start.
    pub parts: Vec<(EventId, Kind, Minute)>,
}

impl Running {
    /// The part that began last.
    #[must_use]
    pub fn part(&self) -> Option<(EventId, Kind, Minute)> {
        self.parts.last().copied()
    }
}

impl Acting<'_> {
    /// Starts a shift now. Its id is the id of the event.
    ///
    /// # Errors
    ///
    /// [`Refusal::AlreadyClockedIn`] if a shift of this person is running, as
    /// far as this device knows.
    pub fn clock_in(
        &mut self,
        workplace: &Workplace,
        funding: Vec<Funding>,
    ) -> Result<EventId, AppError> {
        if let Some(running) = self.running()? {
            return Err(
                Refusal::AlreadyClockedIn { shift: running.shift, since: running.since }.into()
            );
        }
        let id = self.fresh();
        let home = self.home_now(workplace);
        let at_ms = self.now_ms();
        let body = ClockIn { at_ms, place: Place::from(workplace), funding };
        self.record(home, &[(id, Event::new(at_ms, body))])?;
        Ok(id)
    }

    /// Ends the running shift now, and every part that is running inside it.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotClockedIn`].
    pub fn clock_out(&mut self) -> Result<EventId, AppError> {
        let running = self.running()?.ok_or(Refusal::NotClockedIn)?;
        let at_ms = self.now_ms();
        let mut events = Vec::new();
        for (part, _, _) in running.parts.iter().rev().copied() {
            let body = PartEnd { shift: running.shift, part, at_ms };
            events.push((self.fresh(), Event::new(at_ms, body)));
        }
        events.push((self.fresh(), Event::new(at_ms, ClockOut { shift: running.shift, at_ms })));
        self.record(running.home, &events)?;
        Ok(running.shift)
    }

    /// Starts a part of the running shift now: a break, standby, travel and so
    /// on. Only a call-out or a break may begin while another part runs.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotClockedIn`], [`Refusal::PartRunning`],
    /// [`Refusal::CallOutOutsideStandby`].
    pub fn start_part(&mut self, kind: Kind) -> Result<EventId, AppError> {
        let running = self.running()?.ok_or(Refusal::NotClockedIn)?;
        match (kind, running.part()) {
            (Kind::CallOut, Some((_, Kind::Standby | Kind::OnCall, _))) => {}
            (Kind::CallOut, _) => return Err(Refusal::CallOutOutsideStandby.into()),
            (Kind::UnpaidBreak | Kind::PaidBreak, Some((_, Kind::Standby | Kind::OnCall, _)))
            | (_, None) => {}
            (_, Some(_)) => return Err(Refusal::PartRunning.into()),
        }
        let id = self.fresh();
        let at_ms = self.now_ms();
        let body = PartStart { shift: running.shift, kind, at_ms };
        self.record(running.home, &[(id, Event::new(at_ms, body))])?;
        Ok(id)
    }

    /// Ends the part that began last and is still running.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotClockedIn`], [`Refusal::NoPartRunning`].
    pub fn end_part(&mut self) -> Result<EventId, AppError> {
        let running = self.running()?.ok_or(Refusal::NotClockedIn)?;
        let (part, _, _) = running.part().ok_or(Refusal::NoPartRunning)?;
        let at_ms = self.now_ms();
        let id = self.fresh();
        let body = PartEnd { shift: running.shift, part, at_ms };
        self.record(running.home, &[(id, Event::new(at_ms, body))])?;
        Ok(part)
    }

    /// Writes a part of a shift afterwards, or sets one right: that which is
    /// named, else one of this kind that begins within these times and whose end
    /// is missing or in dispute.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`], [`Refusal::WrongOrder`], [`Refusal::InTheFuture`];
    /// [`Refusal::NotNow`] for a shift of which somebody said that it should not be.
    pub fn write_part(
        &mut self,
        shift: EventId,
        earlier: Option<EventId>,
        kind: Kind,
        (from_ms, to_ms): (i64, i64),
        reason: Option<String>,
    ) -> Result<EventId, AppError> {
        let (entry, home) = self.own_entry_there(shift)?;
        self.in_order(from_ms, to_ms)?;
        if let State::Settled(shift) = &entry.state {
            let inside = shift.span.from() <= Minute::floor_ms(from_ms)
                && Minute::floor_ms(to_ms) <= shift.span.to();
            if !inside {
                return Err(Refusal::WrongOrder.into());
            }
        }
        if earlier.is_some_and(|part| !entry.has_part(part)) {
            return Err(Refusal::NoSuchEntry.into());
        }
        let within = Minute::floor_ms(from_ms)..Minute::floor_ms(to_ms);
        let earlier = earlier.or_else(|| {
            let meant = |(_, of, from): &&(EventId, Option<Kind>, Option<Minute>)| {
                *of == Some(kind) && from.is_some_and(|from| within.contains(&from))
            };
            entry.unsettled_parts.iter().find(meant).map(|(part, _, _)| *part)
        });
        let supersedes = if earlier.is_some() { entry.live } else { Vec::new() };
        let id = self.fresh();
        let body = Part { shift, part: earlier, kind, from_ms, to_ms, reason };
        let event = Event::new(self.now_ms(), body).superseding(supersedes);
        self.record(home, &[(id, event)])?;
        Ok(earlier.unwrap_or(id))
    }

    /// Writes a whole shift afterwards: always marked *reconstructed*.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::WrongOrder`], [`Refusal::InTheFuture`].
    pub fn write_shift(
        &mut self,
        workplace: &Workplace,
        (from_ms, to_ms): (i64, i64),
        reason: &str,
        parts: &[(Kind, i64, i64)],
    ) -> Result<EventId, AppError> {
        need(reason)?;
        self.in_order(from_ms, to_ms)?;
        let shift = self.fresh();
        let home = home_of(self.me.person, from_ms, workplace);
        let now = self.now_ms();
        let entry = ManualEntry {
            from_ms,
            to_ms,
            place: Place::from(workplace),
            reason: reason.to_owned(),
            funding: Vec::new(),
            from_typed: None,
            to_typed: None,
        };
        let mut events = vec![(shift, Event::new(now, entry))];
        for (kind, part_from, part_to) in parts {
            if *part_from < from_ms || *part_to > to_ms || part_from >= part_to {
                return Err(Refusal::WrongOrder.into());
            }
            let body = Part {
                shift,
                part: None,
                kind: *kind,
                from_ms: *part_from,
                to_ms: *part_to,
                reason: None,
            };
            events.push((self.fresh(), Event::new(now, body)));
        }
        self.record(home, &events)?;
        Ok(shift)
    }

    /// Sets start or end of an own shift right, with a reason.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`], [`Refusal::ReasonNeeded`]; [`Refusal::WrongOrder`],
    /// also where neither is given; [`Refusal::NotNow`] for a shift of which
    /// somebody said that it should not be: it is written anew.
    pub fn correct(
        &mut self,
        shift: EventId,
        start_ms: Option<i64>,
        end_ms: Option<i64>,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        if start_ms.is_none() && end_ms.is_none() {
            return Err(Refusal::WrongOrder.into());
        }
        let (entry, home) = self.own_entry_there(shift)?;
        if let State::Settled(now) = &entry.state {
            let from = start_ms.unwrap_or_else(|| now.span.from().ms());
            let to = end_ms.unwrap_or_else(|| now.span.to().ms());
            self.in_order(from, to)?;
        }
        let id = self.fresh();
        let body = Correction {
            shift,
            reason: reason.to_owned(),
            start_ms,
            end_ms,
            place: None,
            funding: None,
        };
        let event = Event::new(self.now_ms(), body).superseding(entry.live);
        self.record(home, &[(id, event)])?;
        Ok(id)
    }

    /// Says that a shift, or a part of one, should not be. It stays readable.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`], [`Refusal::ReasonNeeded`].
    pub fn retract(
        &mut self,
        shift: EventId,
        part: Option<EventId>,
        reason: &str,
    ) -> Result<EventId, AppError> {
        need(reason)?;
        let (entry, home) = self.own_entry(shift)?;
        if part.is_some_and(|part| !entry.has_part(part)) {
            return Err(Refusal::NoSuchEntry.into());
        }
        let id = self.fresh();
        let body = Retraction { shift, part, reason: reason.to_owned() };
        let event = Event::new(self.now_ms(), body).superseding(entry.live);
        self.record(home, &[(id, event)])?;
        Ok(id)
    }

    /// Answers "when did you stop?" after a forgotten clock-out. `offered_ms` is
    /// the planned end that was offered, kept as evidence; the answer is the
    /// person's.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotNow`] if the shift is not running, [`Refusal::WrongOrder`],
    /// [`Refusal::InTheFuture`].
    pub fn state_end(
        &mut self,
        shift: EventId,
        at_ms: i64,
        offered_ms: Option<i64>,
        note: Option<String>,
    ) -> Result<EventId, AppError> {
        let (entry, home) = self.own_entry(shift)?;
        let State::Running { since } = entry.state else { return Err(Refusal::NotNow.into()) };
        self.in_order(since.ms(), at_ms)?;
        let now = self.now_ms();
        let mut events = Vec::new();
        for (part, _, from) in entry.running_parts.iter().rev().copied() {
            self.in_order(from.ms(), at_ms)?;
            events.push((self.fresh(), Event::new(now, PartEnd { shift, part, at_ms })));
        }
        let id = self.fresh();
        events
            .push((id, Event::new(now, StatedEnd { shift, at_ms, offered_ms, note, typed: None })));
        self.record(home, &events)?;
        Ok(id)
    }

    /// Nothing happened tonight: standby without a call-out, said so.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`]; [`Refusal::NotNow`] if the shift has a call-out
    /// or no standby.
    pub fn nothing_happened(&mut self, shift: EventId) -> Result<EventId, AppError> {
        let (entry, home) = self.own_entry(shift)?;
        let standby = match &entry.state {
            State::Settled(settled) => {
                settled.parts.iter().any(|part| part.kind == Kind::Standby)
                    && settled.parts.iter().all(|part| part.kind != Kind::CallOut)
            }
            State::Running { .. } => true,
            State::Unsettled | State::Retracted => false,
        };
        if !standby {
            return Err(Refusal::NotNow.into());
        }
        let id = self.fresh();
        self.record(home, &[(id, Event::new(self.now_ms(), QuietNight { shift, part: None }))])?;
        Ok(id)
    }

    /// Declares the month complete.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnsettledShifts`] if shifts are running or contradict each
    /// other; [`Refusal::Purged`].
    pub fn complete_month(&mut self, month: Month) -> Result<EventId, AppError> {
        if self.is_purged(self.me.person, month)? {
            return Err(Refusal::Purged.into());
        }
        let work = self.month_of(self.me.person, month)?;
        let open: Vec<EventId> = work
            .running()
            .map(|(entry, _)| entry.shift)
            .chain(work.unsettled().map(|entry| entry.shift))
            .collect();
        if !open.is_empty() {
            return Err(Refusal::UnsettledShifts { shifts: open }.into());
        }
        let id = self.fresh();
        let body = MonthComplete { month, fingerprint: work.fingerprint() };
        let event = Event::new(self.now_ms(), body);
        self.record(DocumentId::time(self.me.person, month), &[(id, event)])?;
        Ok(id)
    }

    /// Agrees or objects to a proposal of the employer.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] if there is no such proposal for this person;
    /// [`Refusal::NotNow`] if it was taken back, or what it would replace has
    /// changed; [`Refusal::ReasonNeeded`] for an objection without one.
    pub fn answer(
        &mut self,
        proposal: EventId,
        month: Month,
        agreed: bool,
        reason: Option<String>,
    ) -> Result<EventId, AppError> {
        if !agreed {
            need(reason.as_deref().unwrap_or_default())?;
        }
        let work = self.month_of(self.me.person, month)?;
        let view = work.proposals.iter().find(|view| view.id == proposal);
        match view.ok_or(Refusal::NoSuchEntry)?.outcome {
            Outcome::Withdrawn | Outcome::Stale => return Err(Refusal::NotNow.into()),
            Outcome::Open
            | Outcome::Agreed { .. }
            | Outcome::Objected { .. }
            | Outcome::Disputed => {}
        }
        let home = DocumentId::time(self.me.person, month);
        let earlier = self.earlier_answers(home, proposal)?;
        let id = self.fresh();
        let event = Event::new(self.now_ms(), Answer { proposal, agreed, reason })
            .about([proposal])
            .superseding(earlier);
        self.record(home, &[(id, event)])?;
        Ok(id)
    }

    /// The running shift of this person, as far as this device knows; the
    /// latest start where two are running.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn running(&mut self) -> Result<Option<Running>, AppError> {
        let prefix = format!("{}/", self.me.person);
        let mut months: BTreeSet<Month> = BTreeSet::new();
        for row in self.ledger.view(self.me.team, RUNNING, &prefix)? {
            if let Ok(home) = row.document.parse::<DocumentId>()
                && let Period::Month(month) = home.period()
            {
                // It counts in its home's month, unless its start was set right.
                months.extend([month.previous(), month, month.next()]);
            }
        }
        let mut found: Option<Running> = None;
        for month in months {
            let work: MonthOfWork = self.month_of(self.me.person, month)?;
            for (entry, since) in work.running() {
                let Some(home) = entry.home else { continue };
                if found.as_ref().is_none_or(|known| known.since <= since) {
                    let parts = entry.running_parts.clone();
                    found = Some(Running { shift: entry.shift, home, since, parts });
                }
            }
        }
        Ok(found)
    }

    /// An own shift and the document its events go into.
    fn own_entry(&mut self, shift: EventId) -> Result<(Entry, DocumentId), AppError> {
        self.entry_of(self.me.person, shift)?.ok_or_else(|| Refusal::NoSuchEntry.into())
    }

    /// The same, of which nobody said that it should not be.
    fn own_entry_there(&mut self, shift: EventId) -> Result<(Entry, DocumentId), AppError> {
        let (entry, home) = self.own_entry(shift)?;
        if entry.is_there() { Ok((entry, home)) } else { Err(Refusal::NotNow.into()) }
    }

    fn home_now(&self, workplace: &Workplace) -> DocumentId {
        home_of(self.me.person, self.now_ms(), workplace)
    }

    /// `from` before `to`, and `to` not later than now by this device's clock.
    fn in_order(&self, from_ms: i64, to_ms: i64) -> Result<(), AppError> {
        if Minute::floor_ms(from_ms) >= Minute::floor_ms(to_ms) {
            return Err(Refusal::WrongOrder.into());
        }
        if to_ms > self.now_ms() {
            return Err(Refusal::InTheFuture.into());
        }
        Ok(())
    }

    fn earlier_answers(
        &mut self,
        home: DocumentId,
        proposal: EventId,
    ) -> Result<Vec<EventId>, AppError> {
        Ok(self
            .document(home)?
            .events()
            .filter(|(_, event, _)| {
                matches!(&event.body, Body::Answer(body) if body.proposal == proposal)
            })
            .map(|(id, _, _)| id)
            .collect())
    }
}

/// The month's document in which the events of a shift lie that is first
/// recorded at this instant.
fn home_of(person: crate::document::PersonId, at_ms: i64, workplace: &Workplace) -> DocumentId {
    DocumentId::time(person, Month::of(Minute::floor_ms(at_ms).day(workplace.zone)))
}

/// A reason that says something.
pub(super) fn need(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonNeeded) } else { Ok(()) }
}
