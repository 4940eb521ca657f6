//! What a phone can tell about itself: what runs, what waits, and how far each
//! entry has come. Computed from the record each time, never remembered.

use crate::{Phone, PhoneError};
use assistenz_core::app::assistant::Running;
use assistenz_core::app::known::EntryKnown;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::EntryId;
use assistenz_core::ledger::Waiting;
use assistenz_core::log::Content;
use assistenz_core::record::events::Body;
use assistenz_core::record::month::MonthOfWork;
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::sync::content_of;
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::phone::sync::word_of;

/// How far an entry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// Saved on this phone; nobody else has it.
    Saved,
    /// At the office, which holds it back until the employer decides.
    Held,
    /// At the office, in force.
    Office,
    /// The employer's side has seen it.
    Seen,
    /// Approved by the employer as it is now.
    Approved,
    /// Handed to payroll as it is now.
    Payroll,
}

impl Reached {
    /// One word for programs and sentences; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Held => "held",
            Self::Office => "office",
            Self::Seen => "seen",
            Self::Approved => "approved",
            Self::Payroll => "payroll",
        }
    }

    /// The farthest that is proven.
    const fn of(known: &EntryKnown) -> Self {
        match known {
            EntryKnown { payroll_ms: Some(_), .. } => Self::Payroll,
            EntryKnown { approved_ms: Some(_), .. } => Self::Approved,
            EntryKnown { held: true, .. } => Self::Held,
            EntryKnown { seen_ms: Some(_), .. } => Self::Seen,
            EntryKnown { office_ms: Some(_), .. } => Self::Office,
            EntryKnown { .. } => Self::Saved,
        }
    }
}

/// A batch that waits for the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// The batch.
    pub id: EntryId,
    /// When it was written, by this phone's clock.
    pub written: Minute,
    /// Why it waits.
    pub why: Waiting,
    /// What it says, event by event, as words: `clock_in`, `part_end`; for the
    /// start of a part its kind: `standby` …
    pub says: Vec<&'static str>,
}

/// One month of the phone's owner, as this phone knows it.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What runs now, in whatever month.
    pub running: Option<Running>,
    /// What waits for the office, oldest first.
    pub unsent: Vec<Unsent>,
    /// The month; its totals are provisional until it is approved.
    pub work: MonthOfWork,
    /// How far each entry of the month has come, in the same order.
    pub reached: Vec<Reached>,
    /// Where the month stands.
    pub state: MonthState,
    /// Whether the owner declared it complete.
    pub complete: Complete,
}

impl Phone {
    /// What there is to tell about a month.
    ///
    /// # Errors
    ///
    /// [`assistenz_core::app::Refusal::Newer`] if a newer version wrote in it;
    /// faults of record and ledger.
    pub fn overview(&mut self, month: Month) -> Result<Overview, PhoneError> {
        self.look(|acting| overview(acting, month))
    }
}

fn overview(acting: &mut Acting<'_>, month: Month) -> Result<Overview, AppError> {
    let (team, person) = (acting.me.team, acting.me.person);
    let running = acting.running()?;
    let work = acting.month_of(person, month)?;
    let standing = acting.standing_of(person, month)?;
    let mut unsent = Vec::new();
    for row in acting.ledger.outbox(team)? {
        let Some(kept) = acting.ledger.entry(team, row.id)? else { continue };
        let Content::Batch(batch) = content_of(&kept)? else { continue };
        let mut says: Vec<&'static str> =
            acting.events_of(&batch)?.iter().map(|(_, event)| said(&event.body)).collect();
        says.sort_unstable();
        unsent.push(Unsent {
            id: row.id,
            written: Minute::floor_ms(batch.header().clock.wall_ms),
            why: row.why,
            says,
        });
    }
    let known = acting.known_of(person, month, &standing)?;
    let reached = work.entries.iter().map(|entry| Reached::of(&known.entry(entry))).collect();
    let (state, complete) = (standing.state, standing.complete);
    Ok(Overview { running, unsent, work, reached, state, complete })
}

/// One word for an event: for the start of a part that of its kind.
const fn said(body: &Body) -> &'static str {
    match body {
        Body::PartStart(start) => start.kind.word(),
        other => word_of(other),
    }
}
