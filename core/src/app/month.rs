//! Reading: which documents a month is made of, and what it comes to.

use super::acting::Acting;
use super::refusal::AppError;
use crate::document::{DocumentId, DocumentKind, EventId, Period, PersonId, TeamId};
use crate::ledger::Ledger;
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::log::{About, Content};
use crate::record::document::Document;
use crate::record::month::{MonthOfWork, Overrides};
use crate::record::rows::MONTH_READS;
use crate::record::settle::Entry;
use crate::sync::content_of;
use crate::time::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Members of a stream among which there is a batch for certain.
const FIRST: usize = 8;

impl Acting<'_> {
    /// What a month of one person comes to, as approved.
    ///
    /// # Errors
    ///
    /// [`super::Refusal::Newer`] if a newer version wrote in one of its documents.
    pub fn month_of(&mut self, person: PersonId, month: Month) -> Result<MonthOfWork, AppError> {
        self.month_with(person, month, Overrides::AsApproved)
    }

    /// The same, with the proposals that are to count over objection.
    pub(super) fn month_with(
        &mut self,
        person: PersonId,
        month: Month,
        overrides: Overrides<'_>,
    ) -> Result<MonthOfWork, AppError> {
        let documents = self.documents_of(person, month)?;
        let all: Vec<&Document> = documents.iter().map(Arc::as_ref).collect();
        Ok(MonthOfWork::read(person, month, &all, overrides))
    }

    /// The documents a month is read from: `time` and `review` of the month and
    /// both neighbours, and every home document that holds a shift of it.
    pub(super) fn documents_of(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<Arc<Document>>, AppError> {
        let mut documents = Vec::new();
        for id in self.names_of(person, month)? {
            let document = self.document(id)?;
            if document.change_count() > 0 {
                documents.push(document);
            }
        }
        Ok(documents)
    }

    /// The names of the documents a month is read from, there or not.
    pub(super) fn names_of(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<DocumentId>, AppError> {
        let mut months = BTreeSet::from([month.previous(), month, month.next()]);
        for row in self.ledger.view(self.me.team, MONTH_READS, &format!("{person}/{month}/"))? {
            if let Ok(id) = row.document.parse::<DocumentId>()
                && matches!(id.kind(), DocumentKind::Time | DocumentKind::Review)
                && let Period::Month(home) = id.period()
            {
                months.insert(home);
            }
        }
        let both = |month| [DocumentId::time(person, month), DocumentId::review(person, month)];
        Ok(months.into_iter().flat_map(both).collect())
    }

    /// Whether the times of a month left when their retention ended. What was
    /// approved of it stays as it is.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn is_purged(&mut self, person: PersonId, month: Month) -> Result<bool, AppError> {
        let team = self.me.team;
        let name = encode(&Stream::from(DocumentId::time(person, month)));
        // A purge takes everything that is there: the first batches tell.
        for member in self.ledger.members(team, &name, 0, FIRST)? {
            if self.ledger.purged_by(team, member.id)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// One shift of a person and the document that the person's events about it
    /// go into: that of its first recording, or the `time` of the same month for
    /// a shift that the employer proposed.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn entry_of(
        &mut self,
        person: PersonId,
        shift: EventId,
    ) -> Result<Option<(Entry, DocumentId)>, AppError> {
        let mut homes = Vec::new();
        for kind in [DocumentKind::Time, DocumentKind::Review] {
            homes.extend(documents_with(self.ledger, self.me.team, kind, Some(person))?);
        }
        for id in homes {
            let Period::Month(home) = id.period() else { continue };
            if self.document(id)?.event(shift).is_none() {
                continue;
            }
            let own = DocumentId::time(person, home);
            // It may count in another month than its home's.
            let names = [own.to_string(), DocumentId::review(person, home).to_string()];
            let months: BTreeSet<Month> = self
                .ledger
                .view(self.me.team, MONTH_READS, &format!("{person}/"))?
                .into_iter()
                .filter(|row| names.contains(&row.document))
                .filter_map(|row| row.key.split('/').nth(1)?.parse().ok())
                .chain([home])
                .collect();
            for month in months {
                if let Some(entry) = self.month_of(person, month)?.entry(shift) {
                    return Ok(entry.home.map(|_| (entry.clone(), own)));
                }
            }
        }
        Ok(None)
    }
}

/// The documents of a kind (and person) of which anything is here, newest
/// period first.
///
/// # Errors
///
/// Faults of the ledger.
pub fn documents_with(
    ledger: &mut dyn Ledger,
    team: TeamId,
    kind: DocumentKind,
    subject: Option<PersonId>,
) -> Result<Vec<DocumentId>, AppError> {
    let mut found: BTreeMap<u32, Vec<DocumentId>> = BTreeMap::new();
    let mut take = |id: DocumentId| {
        if id.kind() == kind && (subject.is_none() || id.subject() == subject) {
            let row = found.entry(id.period().number()).or_default();
            if !row.contains(&id) {
                row.push(id);
            }
        }
    };
    for (name, _) in ledger.streams_named(team, &Stream::beginning(kind, subject))? {
        if let Ok(Stream::Document(About::Known(id))) = crate::log::codec::decode(&name) {
            take(id);
        }
    }
    for row in ledger.outbox(team)? {
        if let Some(kept) = ledger.entry(team, row.id)?
            && let Ok(Content::Batch(batch)) = content_of(&kept)
            && let About::Known(id) = batch.header().about
        {
            take(id);
        }
    }
    Ok(found.into_values().rev().flatten().collect())
}
