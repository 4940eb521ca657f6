//! The statement (Monatsnachweis): the canonical bytes that an approval is
//! bound to. Exports, documents and deltas use these bytes and never compute
//! them again. Format: JSON without spaces, fields in the order written here.

use super::cbor::Hash32;
use super::claims::{Claims, Field, Value, claims, sources};
use super::document::Document;
use super::events::Event;
use super::events::review::{Approval, KindTotal, Over, PinnedHeads, StatementPiece};
use super::month::{MonthOfWork, Overrides, RULES};
use super::proposals::Outcome;
use super::settle::{Entry, State};
use crate::document::{DocumentId, EventId, PersonId};
use crate::time::{Interval, Minute, Minutes, Month, ZONE_DATA};
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
    /// The shifts in order of time.
    pub shifts: Vec<ApprovedShift>,
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

/// Why a month or days cannot be approved as they are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotApprovable {
    /// Shifts are running.
    #[error("shifts are running: {}", .0.len())]
    Running(Vec<EventId>),
    /// Shifts are disputed or not settled.
    #[error("shifts are not settled: {}", .0.len())]
    Unsettled(Vec<EventId>),
    /// Findings that a person must settle first.
    #[error("findings are open for {} shifts", .0.len())]
    Findings(Vec<EventId>),
    /// Proposals without agreement that are neither withdrawn nor named.
    #[error("proposals without agreement: {}", .0.len())]
    OpenProposals(Vec<EventId>),
    /// A proposal named to count over objection that cannot, or without a reason.
    #[error("a proposal cannot count over objection")]
    BadOverride(EventId),
}

impl NotApprovable {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Running(_) => "running_shifts",
            Self::Unsettled(_) => "unsettled_shifts",
            Self::Findings(_) => "open_findings",
            Self::OpenProposals(_) => "open_proposals",
            Self::BadOverride(_) => "bad_override",
        }
    }
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

/// What an approval would say, beyond the records.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Only these local days; empty for the whole month.
    pub days: Vec<NaiveDate>,
    /// Proposals that count over silence or objection, each with a reason.
    pub over: Vec<Over>,
    /// Codes of the warnings that were seen.
    pub warnings: Vec<String>,
    /// Lines of pay as JSON; null if none were computed.
    pub pay: serde_json::Value,
}

impl Statement {
    /// The statement of a month or of days, if they can be approved so. The
    /// documents are those of [`MonthOfWork::read`].
    ///
    /// # Errors
    ///
    /// [`NotApprovable`] with the shifts or proposals in the way.
    pub fn make(
        person: PersonId,
        month: Month,
        documents: &[&Document],
        terms: Terms,
    ) -> Result<Self, NotApprovable> {
        let Terms { mut days, mut over, warnings, pay } = terms;
        days.sort_unstable();
        days.dedup();
        over.sort_by_key(|over| over.proposal);
        over.dedup_by_key(|over| over.proposal);
        let read = |month| MonthOfWork::read(person, month, documents, Overrides::These(&over));
        let effective = read(month);
        let within =
            |entry: &Entry| days.is_empty() || entry.day.is_none_or(|day| days.contains(&day));
        let before = read(month.previous());
        let tail = before.running().map(|(entry, _)| entry.shift);
        let running: Vec<EventId> = effective
            .running()
            .filter(|(entry, _)| within(entry))
            .map(|(entry, _)| entry.shift)
            .chain(tail)
            .collect();
        if !running.is_empty() {
            return Err(NotApprovable::Running(running));
        }
        let ids = |entries: Vec<&Entry>| entries.into_iter().map(|entry| entry.shift).collect();
        let unsettled: Vec<&Entry> = effective.unsettled().filter(|entry| within(entry)).collect();
        if !unsettled.is_empty() {
            return Err(NotApprovable::Unsettled(ids(unsettled)));
        }
        let found = |entry: &&Entry| {
            within(entry)
                && effective
                    .findings
                    .iter()
                    .any(|finding| finding.what.blocks() && finding.shifts.contains(&entry.shift))
        };
        let findings: Vec<&Entry> = effective.entries.iter().filter(found).collect();
        if !findings.is_empty() {
            return Err(NotApprovable::Findings(ids(findings)));
        }
        let plain = claims(&sources(documents.iter().copied()), &[]);
        let mut approved_over = Vec::new();
        for one in &over {
            approved_over.push(both_values(&effective, &plain, one)?);
        }
        let open: Vec<EventId> = effective
            .proposals
            .iter()
            .filter(|proposal| !proposal.over)
            .filter(|proposal| matches!(proposal.outcome, Outcome::Open | Outcome::Objected { .. }))
            .filter(|proposal| effective.entry(proposal.shift).is_none_or(&within))
            .map(|proposal| proposal.id)
            .collect();
        if !open.is_empty() {
            return Err(NotApprovable::OpenProposals(open));
        }
        Ok(Self::written(&effective, days, approved_over, warnings, pay))
    }

    fn written(
        month: &MonthOfWork,
        days: Vec<NaiveDate>,
        over: Vec<ApprovedOver>,
        warnings: Vec<String>,
        pay: serde_json::Value,
    ) -> Self {
        let shifts: Vec<ApprovedShift> = month
            .entries
            .iter()
            .filter(|entry| days.is_empty() || entry.day.is_some_and(|day| days.contains(&day)))
            .filter_map(approved_shift)
            .collect();
        let mut live: Vec<EventId> =
            shifts.iter().flat_map(|shift| shift.events.iter().copied()).collect();
        live.sort_unstable();
        live.dedup();
        Self {
            format: STATEMENT_FORMAT,
            rules: RULES.to_owned(),
            zone_data: ZONE_DATA.to_owned(),
            person: month.person,
            month: month.month,
            documents: month
                .heads
                .iter()
                .map(|read| ReadDocument {
                    document: read.document.to_string(),
                    heads: read.heads.clone(),
                })
                .collect(),
            live,
            totals: totals(shifts.iter().map(|shift| &shift.shift)),
            shifts,
            days,
            over,
            warnings,
            pay,
        }
    }

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

fn approved_shift(entry: &Entry) -> Option<ApprovedShift> {
    let State::Settled(shift) = &entry.state else { return None };
    let wall =
        |minute: Minute| minute.on_the_wall(shift.workplace.zone).format("%Y-%m-%dT%H:%M%:z");
    Some(ApprovedShift {
        home: entry.home?.to_string(),
        day: entry.day?,
        local: format!("{} / {}", wall(shift.span.from()), wall(shift.span.to())),
        events: entry.live.clone(),
        shift: shift.clone(),
    })
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

fn both_values(
    effective: &MonthOfWork,
    plain: &std::collections::BTreeMap<EventId, Claims>,
    over: &Over,
) -> Result<ApprovedOver, NotApprovable> {
    let refused = NotApprovable::BadOverride(over.proposal);
    let proposal = effective
        .proposals
        .iter()
        .find(|proposal| proposal.id == over.proposal)
        .ok_or_else(|| refused.clone())?;
    let possible = matches!(proposal.outcome, Outcome::Open | Outcome::Objected { .. });
    if !possible || over.reason.trim().is_empty() {
        return Err(refused);
    }
    let recorded = |field: Field| {
        let live = plain.get(&proposal.shift).map(|claims| {
            claims.live(field).map(|claim| claim.value.to_string()).collect::<Vec<_>>()
        });
        live.unwrap_or_default()
    };
    Ok(ApprovedOver {
        proposal: over.proposal,
        shift: proposal.shift,
        answer: proposal.outcome.code().to_owned(),
        objection: proposal.answer_reason.clone(),
        proposed_because: proposal.reason.clone(),
        approved_because: over.reason.clone(),
        fields: proposal
            .changes
            .iter()
            .map(|(field, _, approved)| BothValues {
                field: field.code().to_owned(),
                recorded: recorded(*field),
                approved: approved.to_string(),
            })
            .collect(),
    })
}

/// As statements write it: instants in UTC, words of the wire.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let utc = |minute: &Minute| minute.instant().format("%Y-%m-%dT%H:%MZ");
        match self {
            Self::Exists(exists) => write!(f, "{exists}"),
            Self::At(minute) => write!(f, "{}", utc(minute)),
            Self::Place(place) => {
                write!(f, "{} {} {}", place.zone, place.land, place.communes.join(" "))
            }
            Self::Funding(parts) => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|part| {
                        format!(
                            "{}:{}:{}",
                            part.cost_centre,
                            part.measure,
                            part.amount.unwrap_or(0)
                        )
                    })
                    .collect();
                f.write_str(&parts.join(" "))
            }
            Self::Kind(kind) => f.write_str(kind.word()),
            Self::Away(from, to, place) => {
                write!(f, "{} {} {} {}", utc(from), utc(to), place.zone, place.land)
            }
        }
    }
}
