//! The gate: what is let in from outside, at the office and on a phone alike.
//!
//! A change passes only if length, magic, type and checksum hold; an own walk
//! finds every count bounded before automerge sees a byte ([`walk()`]); it
//! follows what is here (sequence, dependencies, counters, replaced values);
//! the schema of this kind of document allows its keys and values
//! ([`schema`]); automerge parses it and writes the same bytes again; and a
//! copy of the document that took it in gives it back unchanged. Source:
//! `docs/sync-protocol.md` § 9.
//!
//! Use: `let accepted = gate::check(&document, bytes)?; document.apply(accepted);`

mod keeper;
pub mod schema;
mod walk;

pub use keeper::Gatekeeper;
pub use walk::{
    Actor, LAST_OP, LONGEST_CHANGE, MOST_ACTORS, MOST_DEPS, MOST_OPS, OpId, WalkedChange, WalkedOp,
    walk,
};

use crate::record::cbor::Hash32;
use crate::record::document::Document;
use automerge::{AutoCommit, Change, ExpandedChange};
use schema::{Content, Shape};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a change is not let in. [`GateRefusal::Newer`] and
/// [`GateRefusal::DependsOn`] may pass later; all others never.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GateRefusal {
    /// Depends on changes that are not here.
    #[error("depends on {} changes that are not here", .0.len())]
    DependsOn(Vec<Hash32>),
    /// A type of event, field or version unknown to this version.
    #[error("written by a newer version")]
    Newer,
    /// More than 16 KiB.
    #[error("longer than {LONGEST_CHANGE} bytes")]
    TooLong,
    /// Ends too early.
    #[error("ends too early")]
    Truncated,
    /// Bytes left over.
    #[error("bytes are left over")]
    LeftOver,
    /// Not a change chunk.
    #[error("not a change")]
    NotAChange,
    /// The checksum does not hold.
    #[error("the checksum does not hold")]
    BadChecksum,
    /// A number out of bounds, or not written the shortest way.
    #[error("a number is out of bounds")]
    BadNumber,
    /// A count out of bounds.
    #[error("a count is out of bounds")]
    TooMany,
    /// A column is deflated.
    #[error("a column is deflated")]
    Deflated,
    /// Columns other than ours, or not in order.
    #[error("columns are not as expected")]
    BadColumn,
    /// Dependencies doubled or not in order.
    #[error("dependencies are not in order")]
    BadDeps,
    /// An actor that is not 16 bytes, or is not named.
    #[error("an actor is not as expected")]
    BadActor,
    /// A change with a message.
    #[error("a change has no message here")]
    Message,
    /// An operation other than a put of bytes on the root map.
    #[error("only puts of bytes are let in")]
    NotAPut,
    /// A key that no document has.
    #[error("a key is not allowed here")]
    BadKey,
    /// A key twice in one change, or an event's key that is taken.
    #[error("a key is taken")]
    KeyTaken,
    /// A value that replaces what is not there, not seen, or not replaceable.
    #[error("replaces what it may not")]
    BadReplacement,
    /// A value that is not of the kind this key holds.
    #[error("a value is not as expected")]
    BadValue,
    /// A value not written the deterministic way.
    #[error("a value is not deterministic")]
    NotDeterministic,
    /// An event of another kind of document.
    #[error("an event of another kind of document")]
    WrongDocument,
    /// Does not follow this actor's last change.
    #[error("does not follow the writer's last change")]
    BadSequence,
    /// The first counter does not follow the dependencies.
    #[error("counters do not follow")]
    BadCounter,
    /// Automerge does not parse it, or writes it differently.
    #[error("does not come out as it went in")]
    NotTheSame,
    /// Automerge failed on it.
    #[error("cannot be applied")]
    Failed,
}

impl GateRefusal {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DependsOn(_) => "depends",
            Self::Newer => "newer",
            Self::TooLong => "too_long",
            Self::Truncated => "truncated",
            Self::LeftOver => "left_over",
            Self::NotAChange => "not_a_change",
            Self::BadChecksum => "bad_checksum",
            Self::BadNumber => "bad_number",
            Self::TooMany => "too_many",
            Self::Deflated => "deflated",
            Self::BadColumn => "bad_column",
            Self::BadDeps => "bad_deps",
            Self::BadActor => "bad_actor",
            Self::Message => "message",
            Self::NotAPut => "not_a_put",
            Self::BadKey => "bad_key",
            Self::KeyTaken => "key_taken",
            Self::BadReplacement => "bad_replacement",
            Self::BadValue => "bad_value",
            Self::NotDeterministic => "not_deterministic",
            Self::WrongDocument => "wrong_document",
            Self::BadSequence => "bad_sequence",
            Self::BadCounter => "bad_counter",
            Self::NotTheSame => "not_the_same",
            Self::Failed => "failed",
        }
    }

    /// Whether the same bytes may pass later: after an upgrade, or when what
    /// they depend on is here.
    #[must_use]
    pub const fn may_pass_later(&self) -> bool {
        matches!(self, Self::DependsOn(_) | Self::Newer)
    }
}

/// A change that passed, ready for [`Document::apply`].
pub struct Accepted {
    pub(crate) examined: Examined,
    /// The document's copy that has taken it in; `None` if it was there already.
    pub(crate) next: Option<AutoCommit>,
}

impl Accepted {
    /// The change's hash.
    #[must_use]
    pub const fn hash(&self) -> Hash32 {
        self.examined.walked.hash
    }

    /// Whether the document had it already.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.next.is_none()
    }

    /// The events it brings, in order.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        self.examined.contents.iter()
    }
}

/// A change whose bytes, order and contents are in order.
pub(crate) struct Examined {
    pub(crate) walked: WalkedChange,
    pub(crate) contents: Vec<Content>,
}

/// Checks a change from outside against the document it is for. Changes
/// nothing.
///
/// # Errors
///
/// [`GateRefusal`]; two of them may pass later.
pub fn check(document: &Document, bytes: &[u8]) -> Result<Accepted, GateRefusal> {
    let examined = examine(document, bytes)?;
    if document.has(examined.walked.hash) {
        return Ok(Accepted { examined, next: None });
    }
    let before = document.automerge();
    let next = catch_unwind(AssertUnwindSafe(|| apply_to_copy(before, &examined.walked, bytes)))
        .map_err(|_| GateRefusal::Failed)??;
    Ok(Accepted { examined, next: Some(next) })
}

/// All that can be said without applying it.
pub(crate) fn examine(document: &Document, bytes: &[u8]) -> Result<Examined, GateRefusal> {
    let walked = walk(bytes)?;
    let kind = document.id().kind();
    let mut keys = BTreeSet::new();
    if !walked.ops.iter().all(|op| keys.insert(op.key.as_str())) {
        return Err(GateRefusal::KeyTaken);
    }
    let mut contents = Vec::new();
    for op in &walked.ops {
        contents.push(schema::read(kind, &op.key, &op.value)?);
    }
    if !document.has(walked.hash) {
        follows(document, &walked)?;
    }
    Ok(Examined { walked, contents })
}

/// Whether it follows what is here: dependencies, sequence, counters, keys.
fn follows(document: &Document, walked: &WalkedChange) -> Result<(), GateRefusal> {
    let missing: Vec<Hash32> =
        walked.deps.iter().copied().filter(|dep| !document.has(*dep)).collect();
    if !missing.is_empty() {
        return Err(GateRefusal::DependsOn(missing));
    }
    let last = document.last_of(walked.actor);
    if walked.seq != last.map_or(0, |(seq, _)| seq) + 1 {
        return Err(GateRefusal::BadSequence);
    }
    if let Some((_, last)) = last
        && !document.reaches(&walked.deps, last)
    {
        return Err(GateRefusal::BadSequence);
    }
    let highest = walked.deps.iter().filter_map(|dep| document.last_op_of(*dep)).max();
    if walked.start_op != highest.unwrap_or(0) + 1 {
        return Err(GateRefusal::BadCounter);
    }
    let events = schema::shape(document.id().kind()) == Shape::Events;
    for op in &walked.ops {
        if events && !op.replaces.is_empty() {
            return Err(GateRefusal::BadReplacement);
        }
        if events && document.has_key(&op.key) {
            return Err(GateRefusal::KeyTaken);
        }
        if !op.replaces.windows(2).all(|pair| pair[0] < pair[1]) {
            return Err(GateRefusal::BadReplacement);
        }
        for replaced in &op.replaces {
            let change =
                document.writer_of(&op.key, *replaced).ok_or(GateRefusal::BadReplacement)?;
            if !document.reaches(&walked.deps, change) {
                return Err(GateRefusal::BadReplacement);
            }
        }
    }
    Ok(())
}

/// Parses, writes again, applies to a copy, and takes it out again.
fn apply_to_copy(
    before: &AutoCommit,
    walked: &WalkedChange,
    bytes: &[u8],
) -> Result<AutoCommit, GateRefusal> {
    let change = Change::from_bytes(bytes.to_vec()).map_err(|_| GateRefusal::NotTheSame)?;
    let again = Change::from(ExpandedChange::from(&change));
    if again.raw_bytes() != bytes || change.hash().0 != walked.hash.0 {
        return Err(GateRefusal::NotTheSame);
    }
    let mut copy = before.clone();
    let count = copy.get_changes_meta(&[]).len();
    copy.apply_changes([change]).map_err(|_| GateRefusal::Failed)?;
    let back = copy.get_change_by_hash(&automerge::ChangeHash(walked.hash.0));
    let same = back.is_some_and(|back| back.raw_bytes() == bytes);
    if !same || copy.get_changes_meta(&[]).len() != count + 1 {
        return Err(GateRefusal::NotTheSame);
    }
    Ok(copy)
}
