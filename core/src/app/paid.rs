//! What was approved of a person, and what of it went out to payroll: the
//! books that a hand-over is held against.

use super::acting::Acting;
use super::memory::Digest;
use super::month::documents_with;
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::ledger::Position;
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::log::{Content, Hash, RecordContent};
use crate::record::document::Document;
use crate::record::events::Body;
use crate::record::statement::Statement;
use crate::sync::content_of;
use crate::time::Month;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An export that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Its position in the log.
    pub at: Position,
    /// When the office signed it, in ms since 1970.
    pub made_ms: i64,
    /// The month paid.
    pub month: Month,
    /// The payroll program.
    pub program: String,
    /// Name and SHA-256 of every file.
    pub files: Vec<(String, Hash)>,
    /// The statements that were used.
    pub statements: Vec<(PersonId, Hash)>,
}

impl Acting<'_> {
    /// The exports that concern a person, in order.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn exports_of(&mut self, person: PersonId) -> Result<Vec<Export>, AppError> {
        Ok(self.books(person)?.exports)
    }

    /// Everything that was ever approved and exported of a person: one walk
    /// over their review documents, of which only what is new is read.
    pub(super) fn books(&mut self, person: PersonId) -> Result<Books, AppError> {
        let (mut statements, mut exports) = (Vec::new(), Vec::new());
        let team = self.me.team;
        for id in documents_with(self.ledger, team, DocumentKind::Review, Some(person))? {
            let filed = self.filed(id)?;
            statements.extend_from_slice(&filed.statements);
            exports.extend_from_slice(&filed.exports);
        }
        statements.sort_by_key(|one| (one.month, one.approved_ms, one.hash));
        Ok(Books { person, statements, exports: in_order(exports) })
    }

    /// A statement as it was approved; `None` if its pieces are not here.
    pub(super) fn statement_in(
        &mut self,
        filed: &FiledStatement,
    ) -> Result<Option<Statement>, AppError> {
        let review = self.document(filed.review)?;
        Ok(statement_of(&review, filed.approval))
    }

    /// What one review document says of approvals and exports.
    fn filed(&mut self, id: DocumentId) -> Result<Arc<Filed>, AppError> {
        let of = (self.me.team, id);
        let at = match self.pen.memory() {
            Some(_) => self.digest(id)?,
            None => None,
        };
        if let Some(memory) = self.pen.memory() {
            if let Some(known) = memory.filed(of, at) {
                return Ok(known);
            }
            if let Some(review) = memory.document(of, at) {
                return self.file(&review, at);
            }
        }
        // Not kept as a document: years of them would drive out what is looked at.
        let review = self.open(id)?;
        self.file(&review, at)
    }

    fn file(&mut self, review: &Document, at: Digest) -> Result<Arc<Filed>, AppError> {
        let id = review.id();
        let (statements, exports) = (statements_in(review), self.exports_in(id)?);
        let filed = Arc::new(Filed { statements, exports });
        let of = (self.me.team, id);
        if let Some(memory) = self.pen.memory() {
            memory.keep_filed(of, at, &filed);
        }
        Ok(filed)
    }

    fn exports_in(&mut self, id: DocumentId) -> Result<Vec<Export>, AppError> {
        let (team, mut exports) = (self.me.team, Vec::new());
        for member in self.ledger.members(team, &encode(&Stream::from(id)), 0, usize::MAX)? {
            let Some(kept) = self.ledger.entry(team, member.id)? else { continue };
            if let Content::Record(record) = content_of(&kept)?
                && let RecordContent::Export { month, program, files, statements } =
                    record.content()
            {
                exports.push(Export {
                    at: member.place.position,
                    made_ms: member.place.received_ms,
                    month: *month,
                    program: program.clone(),
                    files: files.clone(),
                    statements: statements.clone(),
                });
            }
        }
        Ok(exports)
    }
}

/// A statement that was approved, whenever: where it stands, without its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FiledStatement {
    pub(super) hash: Hash,
    pub(super) month: Month,
    /// Whether it is about the whole month, not single days.
    pub(super) whole: bool,
    pub(super) approved_ms: i64,
    pub(super) in_force: bool,
    review: DocumentId,
    approval: EventId,
}

/// What one review document says of approvals and exports.
#[derive(Debug)]
pub(super) struct Filed {
    statements: Vec<FiledStatement>,
    exports: Vec<Export>,
}

/// What was ever approved and exported of a person.
pub(super) struct Books {
    pub(super) person: PersonId,
    /// By month, then by approval.
    pub(super) statements: Vec<FiledStatement>,
    /// In order.
    pub(super) exports: Vec<Export>,
}

impl Books {
    /// The statement of a month that went out last.
    pub(super) fn went_out_last(&self, origin: Month) -> Option<Hash> {
        let of_origin = |hash: &Hash| {
            self.statements.iter().any(|one| one.hash == *hash && one.month == origin)
        };
        self.exports.iter().rev().find_map(|export| {
            let out = export.statements.iter().rev();
            out.filter(|(whose, _)| *whose == self.person).map(|(_, hash)| *hash).find(of_origin)
        })
    }
}

fn in_order(mut exports: Vec<Export>) -> Vec<Export> {
    exports.sort_by_key(|export| export.at);
    exports.dedup_by_key(|export| export.at);
    exports
}

/// Every readable statement of a review document, and whether it is in force.
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
                hash: Hash(approval.statement.0),
                month: statement.month,
                whole: statement.days.is_empty(),
                approved_ms: event.recorded_ms,
                in_force: !superseded.contains(&approval_id),
                review: review.id(),
                approval: approval_id,
            });
        }
    }
    found
}

fn statement_of(review: &Document, approval: EventId) -> Option<Statement> {
    let Body::Approval(approval) = &review.event(approval)?.body else { return None };
    Statement::of_approval(review, approval).ok()
}
