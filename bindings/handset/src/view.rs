//! What a phone can tell about itself: what runs, what waits, and how far each
//! entry has come. Computed from the record each time, never remembered.

use crate::{Phone, PhoneError};
use assistenz_core::app::acting::load;
use assistenz_core::app::assistant::Running;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentId, EntryId, EventId};
use assistenz_core::ledger::{HeldStatus, Waiting};
use assistenz_core::log::{Content, SignedBatch};
use assistenz_core::record::events::Body;
use assistenz_core::record::month::MonthOfWork;
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::record::settle::Entry;
use assistenz_core::sync::content_of;
use assistenz_core::time::{Minute, Month};
use std::collections::{BTreeMap, BTreeSet};

/// How far an entry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// Saved on this phone; nobody else has it.
    Saved,
    /// At the office, which holds it back until the employer decides.
    Held,
    /// At the office, in force.
    Office,
    /// Approved by the employer as it is now.
    Approved,
}

impl Reached {
    /// One word for programs and sentences; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Held => "held",
            Self::Office => "office",
            Self::Approved => "approved",
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
    let held = acting.ledger.held_with(team, HeldStatus::Held)?;
    let held: BTreeSet<EntryId> = held.into_iter().map(|row| row.id).collect();
    let mut waiting: BTreeSet<EntryId> = BTreeSet::new();
    let mut unsent = Vec::new();
    for row in acting.ledger.outbox(team)? {
        let Some(kept) = acting.ledger.entry(team, row.id)? else { continue };
        let Content::Batch(batch) = content_of(&kept)? else { continue };
        waiting.insert(row.id);
        unsent.push(Unsent {
            id: row.id,
            written: Minute::floor_ms(batch.header().clock.wall_ms),
            why: row.why,
            says: said_by(acting, &batch)?,
        });
    }
    let approved: BTreeSet<EventId> = standing
        .approvals
        .iter()
        .filter(|(id, _)| !standing.reopened.iter().any(|(reopened, _)| reopened == id))
        .flat_map(|(_, approval)| approval.live.iter().copied())
        .collect();
    let mut far: BTreeMap<DocumentId, BTreeMap<EventId, Reached>> = BTreeMap::new();
    let mut reached = Vec::with_capacity(work.entries.len());
    for entry in &work.entries {
        let home = entry.home.unwrap_or(entry.found_in);
        if let std::collections::btree_map::Entry::Vacant(place) = far.entry(home) {
            place.insert(events_of(acting, home, &waiting, &held)?);
        }
        let known = far.get(&home);
        let of = |id: &EventId| known.and_then(|known| known.get(id)).copied();
        reached.push(how_far(entry, &of, &approved));
    }
    let (state, complete) = (standing.state, standing.complete);
    Ok(Overview { running, unsent, work, reached, state, complete })
}

/// The least far of the events an entry rests on.
fn how_far(
    entry: &Entry,
    of: &impl Fn(&EventId) -> Option<Reached>,
    approved: &BTreeSet<EventId>,
) -> Reached {
    if !entry.live.is_empty() && entry.live.iter().all(|id| approved.contains(id)) {
        return Reached::Approved;
    }
    // Proposals and approvals lie in the office's own document: it has them.
    entry.live.iter().filter_map(of).min().unwrap_or(Reached::Office)
}

/// How far each event of a document has come.
fn events_of(
    acting: &mut Acting<'_>,
    document: DocumentId,
    waiting: &BTreeSet<EntryId>,
    held: &BTreeSet<EntryId>,
) -> Result<BTreeMap<EventId, Reached>, AppError> {
    let batches = acting.pen.batches(acting.ledger, document)?;
    let whole = load(document, acting.me.actor, &batches)?;
    let mut marks: BTreeMap<[u8; 4], Reached> = BTreeMap::new();
    for batch in &batches {
        let reached = if waiting.contains(&batch.id()) {
            Reached::Saved
        } else if held.contains(&batch.id()) {
            Reached::Held
        } else {
            Reached::Office
        };
        for change in batch.changes().into_iter().flatten() {
            if let Some(mark) = mark_of(change) {
                marks.insert(mark, reached);
            }
        }
    }
    let far = |hash: &[u8]| hash.first_chunk().and_then(|mark| marks.get(mark)).copied();
    Ok(whole
        .events()
        .map(|(id, _, change)| (id, far(&change.0).unwrap_or(Reached::Saved)))
        .collect())
}

/// What a batch says.
fn said_by(acting: &mut Acting<'_>, batch: &SignedBatch) -> Result<Vec<&'static str>, AppError> {
    let Some(document) = batch.header().about.document() else { return Ok(Vec::new()) };
    let marks: BTreeSet<[u8; 4]> =
        batch.changes().into_iter().flatten().filter_map(mark_of).collect();
    let whole = acting.document(document)?;
    let mut said: Vec<&'static str> = whole
        .events()
        .filter(|(_, _, change)| change.0.first_chunk().is_some_and(|mark| marks.contains(mark)))
        .map(|(_, event, _)| word_of(&event.body))
        .collect();
    said.sort_unstable();
    Ok(said)
}

/// A change of automerge carries the first four bytes of its own hash after
/// four bytes that are the same in all of them: enough to tell the changes of
/// one document apart on a screen.
fn mark_of(change: &[u8]) -> Option<[u8; 4]> {
    change.get(4..8)?.try_into().ok()
}

/// One word for an event: for the start of a part that of its kind.
const fn word_of(body: &Body) -> &'static str {
    match body {
        Body::ClockIn(_) => "clock_in",
        Body::ClockOut(_) => "clock_out",
        Body::PartStart(start) => start.kind.word(),
        Body::PartEnd(_) => "part_end",
        Body::Part(_) => "part",
        Body::ManualEntry(_) => "manual_entry",
        Body::Correction(_) => "correction",
        Body::StatedEnd(_) => "stated_end",
        Body::Retraction(_) => "retraction",
        Body::QuietNight(_) => "quiet_night",
        Body::MonthComplete(_) => "month_complete",
        Body::Answer(_) => "answer",
        Body::Away(_)
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
        | Body::AbsenceEntered(_)
        | Body::TakenBack(_)
        | Body::CertificateNoted(_)
        | Body::SameIllness(_)
        | Body::VacationBooked(_)
        | Body::VacationWarned(_)
        | Body::Refund(_)
        | Body::RefundTakenBack(_) => "other",
    }
}
