//! The statement (Monatsnachweis): the canonical bytes that an approval is
//! bound to. Exports, documents and deltas use these bytes and never compute
//! them again. Format: JSON without spaces, fields in the order written here.

pub use super::approving::{NotApprovable, Terms};
use super::cbor::Hash32;
use super::document::Document;
use super::events::Event;
use super::events::review::{Approval, KindTotal, Over, PinnedHeads, StatementPiece};
use crate::absence::Absence;
use crate::document::{DocumentId, EventId, PersonId};
use crate::time::{Interval, Minutes, Month};
use crate::work::{Kind, Shift};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Version of the form of statements that is written here.
pub const STATEMENT_FORMAT: u32 = 1;
/// Most bytes of a statement in one piece.
const PIECE: usize = 12_000;

/// What was approved, with every minute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// [`STATEMENT_FORMAT`].
    pub format: u32,
    /// Version of the rules by which events became shifts.
    pub rules: String,
    /// Version of the time-zone data.
    pub zone_data: String,
    /// The person.
    pub person: PersonId,
    /// The month.
    pub month: Month,
    /// Only these local days, rising; empty for the whole month.
    pub days: Vec<NaiveDate>,
    /// Every document read, with its heads.
    pub documents: Vec<ReadDocument>,
    /// The ids of the live events, rising.
    pub live: Vec<EventId>,
    /// Why it differs from the statements it replaces: the reasons that came with
    /// what changed since the first, rising by event. The payroll file names them;
    /// they stand here because the records leave when their retention ends.
    pub reasons: Vec<GivenReason>,
    /// The shifts in order of time.
    pub shifts: Vec<ApprovedShift>,
    /// The absences that touch the month, each with the planned shifts that
    /// fell away; none where only single days are approved.
    pub absences: Vec<Absence>,
    /// Minutes by kind.
    pub totals: Vec<Total>,
    /// What was approved over silence or objection.
    pub over: Vec<ApprovedOver>,
    /// Codes of the warnings that were seen.
    pub warnings: Vec<String>,
    /// Lines of pay as the room `pay` wrote them; null if none were computed.
    pub pay: serde_json::Value,
}

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadDocument {
    /// `kind/subject/period`.
    pub document: String,
    /// Its heads, rising.
    pub heads: Vec<Hash32>,
}

/// One shift as approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedShift {
    /// The document of its first recording.
    pub home: String,
    /// The local day it counts on.
    pub day: NaiveDate,
    /// Local begin and end in words, for people.
    pub local: String,
    /// The live events it follows from.
    pub events: Vec<EventId>,
    /// The shift itself.
    pub shift: Shift,
}

/// The reason that came with an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenReason {
    /// The event.
    pub event: EventId,
    /// What was written.
    pub reason: String,
}

/// Minutes of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The kind.
    pub kind: Kind,
    /// Minutes.
    pub minutes: Minutes,
}

/// A proposal that counts over silence or objection: both values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedOver {
    /// The proposal.
    pub proposal: EventId,
    /// The shift.
    pub shift: EventId,
    /// `open` (no answer) or `objected`.
    pub answer: String,
    /// What the assistant said against it.
    pub objection: Option<String>,
    /// Why the employer proposed it.
    pub proposed_because: String,
    /// Why it counts all the same.
    pub approved_because: String,
    /// Field by field.
    pub fields: Vec<BothValues>,
}

/// What was recorded, and what counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BothValues {
    /// Code of the field.
    pub field: String,
    /// The recorded values: one, or several in a dispute, or none.
    pub recorded: Vec<String>,
    /// The approved value.
    pub approved: String,
}

/// Bytes that are no statement, or not written the canonical way.
#[derive(Debug, thiserror::Error)]
pub enum NotAStatement {
    /// Not this JSON.
    #[error("not a statement")]
    Json(#[source] serde_json::Error),
    /// Not the canonical bytes.
    #[error("not the canonical bytes of a statement")]
    NotCanonical,
    /// A format of a newer version.
    #[error("a statement of a newer version")]
    Newer,
    /// Pieces are missing or do not give the hash.
    #[error("pieces of the statement are missing")]
    Incomplete,
}

impl Statement {
    /// The canonical bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("plain data is always written")
    }

    /// Reads a statement back; strict.
    ///
    /// # Errors
    ///
    /// [`NotAStatement`] for anything but the canonical bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAStatement> {
        let statement: Self = serde_json::from_slice(bytes).map_err(NotAStatement::Json)?;
        if statement.format != STATEMENT_FORMAT {
            return Err(NotAStatement::Newer);
        }
        if statement.to_bytes() != bytes {
            return Err(NotAStatement::NotCanonical);
        }
        Ok(statement)
    }

    /// SHA-256 of the canonical bytes: what an approval and a passkey sign.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        Hash32::of(&self.to_bytes())
    }

    /// The events that approve exactly this statement: its pieces, and the
    /// approval, which supersedes the approvals named. Ids from the caller, one
    /// for the approval, then one for each piece; `None` if there are too few.
    /// Write each piece as a change of its own, the approval last.
    #[must_use]
    pub fn approval(
        &self,
        now_ms: i64,
        replaces: &[EventId],
        ids: impl IntoIterator<Item = EventId>,
    ) -> Option<Vec<(EventId, Event)>> {
        let mut ids = ids.into_iter();
        let approval_id = ids.next()?;
        let bytes = self.to_bytes();
        let statement = Hash32::of(&bytes);
        let pieces: Vec<&[u8]> = bytes.chunks(PIECE).collect();
        let count = u32::try_from(pieces.len()).ok()?;
        let mut events = Vec::new();
        for (index, piece) in (0..).zip(pieces) {
            let piece = StatementPiece { statement, index, count, bytes: piece.to_vec() };
            events.push((ids.next()?, Event::new(now_ms, piece)));
        }
        let heads: Option<Vec<PinnedHeads>> = self
            .documents
            .iter()
            .map(|read| {
                let document: DocumentId = read.document.parse().ok()?;
                Some(PinnedHeads { document, heads: read.heads.clone() })
            })
            .collect();
        let over = self
            .over
            .iter()
            .map(|over| Over { proposal: over.proposal, reason: over.approved_because.clone() });
        let approval = Approval {
            month: self.month,
            days: self.days.clone(),
            statement,
            heads: heads?,
            live: self.live.clone(),
            rules: self.rules.clone(),
            totals: self
                .totals
                .iter()
                .map(|total| KindTotal {
                    kind: total.kind,
                    minutes: u32::try_from(total.minutes.get()).unwrap_or(u32::MAX),
                })
                .collect(),
            over: over.collect(),
            warnings: self.warnings.clone(),
        };
        let approval = Event::new(now_ms, approval).superseding(replaces.iter().copied());
        events.push((approval_id, approval));
        Some(events)
    }

    /// The statement that an approval is bound to, from its pieces.
    ///
    /// # Errors
    ///
    /// [`NotAStatement::Incomplete`] if pieces are missing or give other bytes.
    pub fn of_approval(review: &Document, approval: &Approval) -> Result<Self, NotAStatement> {
        let mut pieces: Vec<&StatementPiece> = review
            .events()
            .filter_map(|(_, event, _)| match &event.body {
                super::events::Body::StatementPiece(piece)
                    if piece.statement == approval.statement =>
                {
                    Some(piece)
                }
                _ => None,
            })
            .collect();
        pieces.sort_by_key(|piece| piece.index);
        pieces.dedup_by_key(|piece| piece.index);
        let bytes: Vec<u8> = pieces.iter().flat_map(|piece| piece.bytes.iter().copied()).collect();
        if Hash32::of(&bytes) != approval.statement {
            return Err(NotAStatement::Incomplete);
        }
        Self::from_bytes(&bytes)
    }
}

/// Minutes by kind, after precedence, in the order of [`Kind::ALL`].
pub(crate) fn totals<'a>(shifts: impl Iterator<Item = &'a Shift>) -> Vec<Total> {
    let stretches: Vec<_> = shifts.flat_map(Shift::stretches).collect();
    Kind::ALL
        .into_iter()
        .map(|kind| Total {
            kind,
            minutes: stretches
                .iter()
                .filter(|stretch| stretch.kind == kind)
                .map(|stretch| Interval::length(stretch.span))
                .sum(),
        })
        .filter(|total| total.minutes != Minutes::ZERO)
        .collect()
}
