//! What a review and its stream say of approvals and exports, as one row of a
//! view: a hand-over finds years of them without loading a document. A row
//! names the digest of the stream it was made from, so it is right or not used.

use crate::document::{DocumentId, EntryId, EventId, Period, PersonId, TeamId};
use crate::ledger::{EntryType, Ledger, LedgerError, Position, ViewRow};
use crate::log::codec::{self, Canonical, CodecError, Reader, Writer};
use crate::log::stream::Stream;
use crate::log::{Content, Hash, RecordContent};
use crate::record::document::Document;
use crate::record::events::Body;
use crate::record::statement::Statement;
use crate::sync::{SyncError, content_of};
use crate::time::Month;
use std::collections::{BTreeMap, BTreeSet};

/// What was filed of reviews. Key: `<person>/<month>`, value: [`Filed`].
pub(super) const FILED: &str = "filed";

/// What one review and its stream say of approvals and exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filed {
    pub(super) review: DocumentId,
    /// The digest of the stream this was read from.
    pub(super) at: [u8; 32],
    pub(super) statements: Vec<FiledStatement>,
    pub(super) exports: Vec<WentOut>,
}

/// A statement that was approved, whenever: where it stands, without its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FiledStatement {
    pub(super) review: DocumentId,
    pub(super) approval: EventId,
    pub(super) hash: Hash,
    pub(super) month: Month,
    /// Whether it is about the whole month, not single days.
    pub(super) whole: bool,
    pub(super) approved_ms: i64,
    pub(super) in_force: bool,
}

/// An export that names the person, paid in the month of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WentOut {
    /// The record in the log.
    pub(super) record: EntryId,
    pub(super) at: Position,
    /// When the office signed it, in ms since 1970.
    pub(super) made_ms: i64,
    /// The person's statements in it.
    pub(super) statements: Vec<Hash>,
}

impl Filed {
    /// Of a review as it was loaded and the exports in its stream.
    pub(super) fn of(review: &Document, at: [u8; 32], exports: Vec<WentOut>) -> Self {
        Self { review: review.id(), at, statements: statements_in(review), exports }
    }
}

/// Writes what is filed of a review anew, as its stream of this digest says it.
///
/// # Errors
///
/// Faults of the ledger; an export that is not in form.
pub(super) fn file(
    ledger: &mut dyn Ledger,
    team: TeamId,
    (review, at): (&Document, [u8; 32]),
) -> Result<(), SyncError> {
    let id = review.id();
    let Some(key) = key_of(id) else { return Ok(()) };
    let exports = exports_in(ledger, team, id)?;
    let row = codec::encode(&Filed::of(review, at, exports));
    Ok(ledger.put_view(team, FILED, &id.to_string(), &key, &row)?)
}

/// The rows of a person by review, whether or not the streams have grown since.
pub(super) fn rows_of(
    ledger: &mut dyn Ledger,
    team: TeamId,
    person: PersonId,
) -> Result<BTreeMap<DocumentId, Filed>, LedgerError> {
    let rows = ledger.view(team, FILED, &format!("{person}/"))?;
    let read = |row: &ViewRow| codec::decode::<Filed>(&row.value).ok();
    Ok(rows.iter().filter_map(read).map(|filed| (filed.review, filed)).collect())
}

/// `<person>/<month>`
fn key_of(id: DocumentId) -> Option<String> {
    match (id.subject(), id.period()) {
        (Some(person), Period::Month(month)) => Some(format!("{person}/{month}")),
        _ => None,
    }
}

/// The exports in the stream of a review, in order.
pub(super) fn exports_in(
    ledger: &mut dyn Ledger,
    team: TeamId,
    review: DocumentId,
) -> Result<Vec<WentOut>, SyncError> {
    let mut exports = Vec::new();
    for (member, kept) in ledger.stream_entries(team, &codec::encode(&Stream::from(review)))? {
        if kept.entry_type != EntryType::BATCH
            && let Content::Record(record) = content_of(&kept)?
            && let RecordContent::Export { statements, .. } = record.content()
        {
            let own = statements.iter().filter(|(whose, _)| Some(*whose) == review.subject());
            exports.push(WentOut {
                record: member.id,
                at: member.place.position,
                made_ms: member.place.received_ms,
                statements: own.map(|(_, hash)| *hash).collect(),
            });
        }
    }
    Ok(exports)
}

/// Every readable statement of a review, and whether it is in force.
fn statements_in(review: &Document) -> Vec<FiledStatement> {
    let superseded: BTreeSet<_> = review
        .events()
        .filter(|(_, event, _)| matches!(event.body, Body::Approval(_)))
        .flat_map(|(_, event, _)| event.supersedes.iter().copied())
        .collect();
    let mut found = Vec::new();
    for (approval_id, event, _) in review.events() {
        let Body::Approval(approval) = &event.body else { continue };
        if let Ok(statement) = Statement::of_approval(review, approval) {
            found.push(FiledStatement {
                review: review.id(),
                approval: approval_id,
                hash: Hash(approval.statement.0),
                month: statement.month,
                whole: statement.days.is_empty(),
                approved_ms: event.recorded_ms,
                in_force: !superseded.contains(&approval_id),
            });
        }
    }
    found
}

/// `[review, digest, [statement …], [export …]]`
impl Canonical for Filed {
    const LIMIT: usize = 1 << 20;

    fn write(&self, to: &mut Writer) {
        to.array(4).text(&self.review.to_string()).bytes(&self.at).array(self.statements.len());
        for one in &self.statements {
            to.array(6).bytes(one.approval.bytes()).bytes(one.hash.bytes());
            to.text(&one.month.to_string()).bool(one.whole).int(one.approved_ms).bool(one.in_force);
        }
        to.array(self.exports.len());
        for one in &self.exports {
            to.array(5).bytes(one.record.bytes()).uint(u64::from(one.at.epoch)).uint(one.at.seq);
            to.int(one.made_ms).array(one.statements.len());
            for hash in &one.statements {
                to.bytes(hash.bytes());
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(4, 4)?;
        let review = from.text(128)?.parse().map_err(|_| CodecError::OutOfRange("review"))?;
        let at = from.fixed()?;
        let statements = from.list(0, MOST, |from| {
            from.array(6, 6)?;
            Ok(FiledStatement {
                review,
                approval: EventId::new(from.fixed()?),
                hash: Hash(from.fixed()?),
                month: from.text(16)?.parse().map_err(|_| CodecError::OutOfRange("month"))?,
                whole: from.bool()?,
                approved_ms: from.int()?,
                in_force: from.bool()?,
            })
        })?;
        let exports = from.list(0, MOST, |from| {
            from.array(5, 5)?;
            Ok(WentOut {
                record: EntryId::new(from.fixed()?),
                at: Position { epoch: from.small("epoch")?, seq: from.uint()? },
                made_ms: from.int()?,
                statements: from.list(0, MOST, |from| Ok(Hash(from.fixed()?)))?,
            })
        })?;
        Ok(Self { review, at, statements, exports })
    }
}

/// More approvals and exports than a month ever has.
const MOST: u64 = 4_096;
