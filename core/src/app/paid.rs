//! What was approved of a person, and what of it went out to payroll: the
//! books that a hand-over is held against.

use super::acting::Acting;
use super::month::documents_with;
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, PersonId};
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
        let mut exports = Vec::new();
        let team = self.me.team;
        for id in documents_with(self.ledger, team, DocumentKind::Review, Some(person))? {
            self.add_exports(&mut exports, id)?;
        }
        Ok(in_order(exports))
    }

    fn add_exports(&mut self, exports: &mut Vec<Export>, id: DocumentId) -> Result<(), AppError> {
        let team = self.me.team;
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
        Ok(())
    }

    /// Everything that was ever approved and exported of a person: one walk
    /// over their review documents.
    pub(super) fn books(&mut self, person: PersonId) -> Result<Books, AppError> {
        let (mut statements, mut exports) = (Vec::new(), Vec::new());
        let team = self.me.team;
        for id in documents_with(self.ledger, team, DocumentKind::Review, Some(person))? {
            self.add_exports(&mut exports, id)?;
            add_statements(&mut statements, &self.document(id)?);
        }
        statements.sort_by_key(|one| (one.statement.month, one.approved_ms, one.hash));
        Ok(Books { person, statements, exports: in_order(exports) })
    }
}

/// A statement that was approved, whenever.
pub(super) struct KeptStatement {
    pub(super) hash: Hash,
    pub(super) statement: Statement,
    pub(super) approved_ms: i64,
    pub(super) in_force: bool,
}

/// What was ever approved and exported of a person.
pub(super) struct Books {
    pub(super) person: PersonId,
    /// By month, then by approval.
    pub(super) statements: Vec<KeptStatement>,
    /// In order.
    pub(super) exports: Vec<Export>,
}

impl Books {
    /// The statement of a month that went out last.
    pub(super) fn went_out_last(&self, origin: Month) -> Option<Hash> {
        let of_origin = |hash: &Hash| {
            self.statements.iter().any(|one| one.hash == *hash && one.statement.month == origin)
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

/// Every statement of a review document, and whether it is in force.
fn add_statements(found: &mut Vec<KeptStatement>, review: &Document) {
    let superseded: BTreeSet<_> = review
        .events()
        .filter(|(_, event, _)| matches!(event.body, Body::Approval(_)))
        .flat_map(|(_, event, _)| event.supersedes.iter().copied())
        .collect();
    for (event_id, event, _) in review.events() {
        let Body::Approval(approval) = &event.body else { continue };
        if let Ok(statement) = Statement::of_approval(review, approval) {
            found.push(KeptStatement {
                hash: Hash(approval.statement.0),
                statement,
                approved_ms: event.recorded_ms,
                in_force: !superseded.contains(&event_id),
            });
        }
    }
}
