//! The last tap taken back (Rückgängig). Nothing is deleted: an event says that
//! what was just said is not said any more, and both stay readable.

use super::acting::Acting;
use super::assistant::need;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, EventId};
use crate::record::document::Document;
use crate::record::events::time::{Retraction, Undone};
use crate::record::events::{Body, Event};
use crate::record::settle::{Entry, State};
use crate::time::Minute;
use crate::work::Kind;
use std::collections::BTreeSet;

/// A tap that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tap {
    /// A shift was started.
    ClockIn {
        /// Which.
        shift: EventId,
    },
    /// A shift was ended.
    ClockOut {
        /// Which.
        shift: EventId,
    },
    /// A part was started.
    PartStart {
        /// Of which shift.
        shift: EventId,
        /// Which.
        part: EventId,
    },
    /// A part was ended.
    PartEnd {
        /// Of which shift.
        shift: EventId,
        /// Which.
        part: EventId,
    },
}

impl Tap {
    /// The shift it was about.
    #[must_use]
    pub const fn shift(self) -> EventId {
        match self {
            Self::ClockIn { shift }
            | Self::ClockOut { shift }
            | Self::PartStart { shift, .. }
            | Self::PartEnd { shift, .. } => shift,
        }
    }
}

impl Acting<'_> {
    /// Takes a tap back. `reason` stands in the record where a beginning is
    /// taken back. After it the shift is as if the tap had not been.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotNow`] if something else has happened since;
    /// [`Refusal::NoSuchEntry`], [`Refusal::ReasonNeeded`].
    pub fn take_back(&mut self, tap: Tap, reason: &str) -> Result<(), AppError> {
        need(reason)?;
        let person = self.me.person;
        let found = self.entry_of(person, tap.shift())?;
        let (entry, home) = found.ok_or(Refusal::NoSuchEntry)?;
        let document = self.document(home)?;
        let event = match tap {
            Tap::ClockIn { shift } => {
                let parts = !entry.part_ids.is_empty() || !entry.running_parts.is_empty();
                if parts || !matches!(entry.state, State::Running { .. }) {
                    return Err(Refusal::NotNow.into());
                }
                let body = Retraction { shift, part: None, reason: reason.to_owned() };
                Event::new(self.now_ms(), body).superseding(entry.live)
            }
            Tap::PartStart { shift, part } => {
                if entry.running_parts.last().is_none_or(|(running, _, _)| *running != part) {
                    return Err(Refusal::NotNow.into());
                }
                let body = Retraction { shift, part: Some(part), reason: reason.to_owned() };
                Event::new(self.now_ms(), body).superseding(entry.live)
            }
            Tap::ClockOut { shift } => {
                // A shift that another device began meanwhile would run beside it.
                if self.running()?.is_some() {
                    return Err(Refusal::NotNow.into());
                }
                let ends = ends_of(&document, &entry, None);
                self.undone(shift, ends)?
            }
            Tap::PartEnd { shift, part } => {
                let running = matches!(entry.state, State::Running { .. });
                if !running || !only_around(&document, &entry, part) {
                    return Err(Refusal::NotNow.into());
                }
                let ends = ends_of(&document, &entry, Some(part));
                self.undone(shift, ends)?
            }
        };
        self.put_one(home, event)
    }

    fn undone(&mut self, shift: EventId, ends: BTreeSet<EventId>) -> Result<Event, AppError> {
        if ends.is_empty() {
            return Err(Refusal::NotNow.into());
        }
        Ok(Event::new(self.now_ms(), Undone { shift }).superseding(ends))
    }

    fn put_one(&mut self, home: DocumentId, event: Event) -> Result<(), AppError> {
        let id = self.fresh();
        self.record(home, &[(id, event)])
    }
}

/// Whether nothing runs but what this part interrupted: standby or on-call that
/// began before it.
fn only_around(document: &Document, entry: &Entry, part: EventId) -> bool {
    let Some(Body::PartStart(began)) = document.event(part).map(|event| &event.body) else {
        return entry.running_parts.is_empty();
    };
    let began = Minute::floor_ms(began.at_ms);
    entry
        .running_parts
        .iter()
        .all(|(_, kind, from)| matches!(kind, Kind::Standby | Kind::OnCall) && *from <= began)
}

/// The live events that ended this part; without a part those that ended the
/// shift, and the parts that ended in the same moment with it.
fn ends_of(document: &Document, entry: &Entry, part: Option<EventId>) -> BTreeSet<EventId> {
    let live = |id: &EventId| entry.live.contains(id);
    let last = document.events().filter(|(id, _, _)| live(id)).filter_map(|(_, event, _)| {
        match &event.body {
            Body::ClockOut(out) if part.is_none() && out.shift == entry.shift => Some(out.at_ms),
            Body::PartEnd(end) if Some(end.part) == part => Some(end.at_ms),
            _ => None,
        }
    });
    let Some(at_ms) = last.max() else { return BTreeSet::new() };
    document
        .events()
        .filter(|(id, _, _)| live(id))
        .filter(|(_, event, _)| match &event.body {
            Body::ClockOut(out) => part.is_none() && out.shift == entry.shift && out.at_ms == at_ms,
            Body::PartEnd(end) => {
                end.shift == entry.shift
                    && end.at_ms == at_ms
                    && part.is_none_or(|part| part == end.part)
            }
            _ => false,
        })
        .map(|(id, _, _)| id)
        .collect()
}
