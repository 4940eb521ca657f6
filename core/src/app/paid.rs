//! What was approved of a person, and what of it went out to payroll: the
//! books that a hand-over is held against.

use super::acting::Acting;
use super::filed::{Filed, FiledStatement, WentOut, exports_in, rows_of};
use super::month::documents_with;
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, EntryId, EventId, Period, PersonId};
use crate::ledger::Position;
use crate::log::stream::Stream;
use crate::log::{About, Content, Hash, RecordContent, codec};
use crate::record::document::Document;
use crate::record::events::Body;
use crate::record::statement::Statement;
use crate::sync::content_of;
use crate::time::Month;
use std::collections::BTreeMap;

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
    /// The exports of the team, in order; with `paid_in` only those of this month.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn exports(&mut self, paid_in: Option<Month>) -> Result<Vec<Export>, AppError> {
        let mut found: BTreeMap<Position, (EntryId, i64)> = BTreeMap::new();
        let people: Vec<PersonId> =
            self.pen.policy(self.ledger, self.me.team)?.members().map(|(id, _)| id).collect();
        for person in people {
            for filed in self.filed(person, paid_in)? {
                found.extend(filed.exports.iter().map(|one| (one.at, (one.record, one.made_ms))));
            }
        }
        let mut exports = Vec::new();
        for (at, (record, made_ms)) in found {
            let Some(kept) = self.ledger.entry(self.me.team, record)? else { continue };
            if let Content::Record(record) = content_of(&kept)?
                && let RecordContent::Export { month, program, files, statements } =
                    record.content()
            {
                let (month, program) = (*month, program.clone());
                let (files, statements) = (files.clone(), statements.clone());
                exports.push(Export { at, made_ms, month, program, files, statements });
            }
        }
        Ok(exports)
    }

    /// Whether all of these statements of a person have gone out.
    pub(super) fn went_out(
        &mut self,
        person: PersonId,
        mut statements: impl Iterator<Item = Hash>,
    ) -> Result<bool, AppError> {
        let exports = self.books(person)?.exports;
        Ok(statements.all(|hash| exports.iter().any(|out| out.statements.contains(&hash))))
    }

    /// Everything that was ever approved and exported of a person.
    pub(super) fn books(&mut self, person: PersonId) -> Result<Books, AppError> {
        let (mut statements, mut exports) = (Vec::new(), Vec::new());
        for filed in self.filed(person, None)? {
            statements.extend(filed.statements);
            exports.extend(filed.exports);
        }
        statements.sort_by_key(|one| (one.month, one.approved_ms, one.hash));
        exports.sort_by_key(|export| export.at);
        Ok(Books { statements, exports })
    }

    /// A statement as it was approved; `None` if its pieces are not here.
    pub(super) fn statement_in(
        &mut self,
        filed: &FiledStatement,
    ) -> Result<Option<Statement>, AppError> {
        let review = self.document(filed.review)?;
        Ok(statement_of(&review, filed.approval))
    }

    /// What the reviews of a person say of approvals and exports, newest first;
    /// only the review of one month if one is named.
    fn filed(&mut self, person: PersonId, only: Option<Month>) -> Result<Vec<Filed>, AppError> {
        let wanted = |id: DocumentId| only.is_none_or(|month| id.period() == Period::Month(month));
        match self.pen.reads_log_before() {
            Some(before) => self.filed_before(person, before, wanted),
            None => {
                let all =
                    documents_with(self.ledger, self.me.team, DocumentKind::Review, Some(person))?;
                all.into_iter().filter(|id| wanted(*id)).map(|id| self.file_now(id)).collect()
            }
        }
    }

    /// The same from the view, as the log was just before a position: a review
    /// whose stream has ended before is filed as it is now.
    fn filed_before(
        &mut self,
        person: PersonId,
        before: Position,
        wanted: impl Fn(DocumentId) -> bool,
    ) -> Result<Vec<Filed>, AppError> {
        let team = self.me.team;
        let mut rows = rows_of(self.ledger, team, person)?;
        let beginning = Stream::beginning(DocumentKind::Review, Some(person));
        let mut all = Vec::new();
        for (name, state) in self.ledger.streams_named(team, &beginning)?.into_iter().rev() {
            let Ok(Stream::Document(About::Known(id))) = codec::decode(&name) else { continue };
            if !wanted(id) {
                continue;
            }
            let row = rows.remove(&id).filter(|row| row.at == state.hash);
            if state.last.is_some_and(|last| last < before) {
                all.push(match row {
                    Some(row) => row,
                    None => self.file_now(id)?,
                });
            } else if self.ledger.members_before(team, &name, before)? > 0 {
                let mut filed = self.file_now(id)?;
                filed.exports.retain(|export| export.at < before);
                all.push(filed);
            }
        }
        Ok(all)
    }

    /// Of one review, from the document itself. It is not remembered: years of
    /// them would drive out what is looked at.
    fn file_now(&mut self, id: DocumentId) -> Result<Filed, AppError> {
        let at = self.digest(id)?.unwrap_or_default();
        let exports = exports_in(self.ledger, self.me.team, id)?;
        Ok(Filed::of(&self.open(id)?, at, exports))
    }
}

/// What was ever approved and exported of a person.
pub(super) struct Books {
    /// By month, then by approval.
    pub(super) statements: Vec<FiledStatement>,
    /// In order.
    pub(super) exports: Vec<WentOut>,
}

impl Books {
    /// The statement of a month that went out last.
    pub(super) fn went_out_last(&self, origin: Month) -> Option<Hash> {
        let of_origin = |hash: &Hash| {
            self.statements.iter().any(|one| one.hash == *hash && one.month == origin)
        };
        let out = self.exports.iter().rev().flat_map(|export| export.statements.iter().rev());
        out.copied().find(of_origin)
    }
}

fn statement_of(review: &Document, approval: EventId) -> Option<Statement> {
    let Body::Approval(approval) = &review.event(approval)?.body else { return None };
    Statement::of_approval(review, approval).ok()
}
