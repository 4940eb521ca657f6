//! Retention (Aufbewahrung): how long what is kept, and why, as rows of a
//! table; and the purge that ends it.

use crate::fault::OfficeError;
use crate::journal;
use crate::office::Turn;
use assistenz_core::app::acting::{load, rewrite_views};
use assistenz_core::document::{DocumentId, DocumentKind, EntryId, Period, TeamId};
use assistenz_core::ledger::{HeldStatus, Position};
use assistenz_core::log::{About, Content, RecordContent, Stream, codec};
use assistenz_core::record::month::{MonthOfWork, Overrides};
use assistenz_core::record::rows::{MONTH_READS, view_rows};
use assistenz_core::sync::{content_of, in_force};
use assistenz_core::time::Month;
use std::collections::BTreeMap;

/// Nothing is written under this actor: documents are only read here.
const READER: [u8; 16] = [0; 16];

/// One rule of retention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the log; never changes.
    pub name: &'static str,
    /// What it is about.
    pub kind: DocumentKind,
    /// Full calendar years kept after the year of the document.
    pub years: u16,
    /// Why at least so long.
    pub source: &'static str,
    /// Whether the source was read in its present text.
    pub verified: bool,
}

/// The rules. A document without one is never purged by itself: contracts,
/// names and the team's settings last as long as the team.
///
/// Years are counted from the end of the document's calendar year, which is
/// never shorter than what the sources ask for.
pub const RULES: &[Rule] = &[
    Rule {
        name: "time-2y",
        kind: DocumentKind::Time,
        years: 2,
        source: "§ 17 Abs. 1 MiLoG, § 16 Abs. 2 ArbZG: at least two years",
        verified: true,
    },
    Rule {
        name: "wishes-2y",
        kind: DocumentKind::Wishes,
        years: 2,
        source: "no duty; kept as long as the times they explain",
        verified: true,
    },
    Rule {
        name: "answers-2y",
        kind: DocumentKind::Answers,
        years: 2,
        source: "no duty; kept as long as the times they explain",
        verified: true,
    },
    Rule {
        name: "rota-2y",
        kind: DocumentKind::Rota,
        years: 2,
        source: "no duty; kept as long as the times they are compared with",
        verified: true,
    },
    Rule {
        name: "rota-open-2y",
        kind: DocumentKind::RotaOpen,
        years: 2,
        source: "no duty; kept as long as the rota",
        verified: true,
    },
    Rule {
        name: "session-2y",
        kind: DocumentKind::Session,
        years: 2,
        source: "§ 17 Abs. 1 MiLoG, § 16 Abs. 2 ArbZG: at least two years",
        verified: true,
    },
    Rule {
        name: "review-6y",
        kind: DocumentKind::Review,
        years: 6,
        source: "§ 41 Abs. 1 Satz 9 EStG: wage account, end of the sixth year",
        verified: true,
    },
    Rule {
        name: "handover-6y",
        kind: DocumentKind::Handover,
        years: 6,
        source: "§ 147 Abs. 3 AO: business letters, six years",
        verified: false,
    },
    Rule {
        name: "budget-10y",
        kind: DocumentKind::Budget,
        years: 10,
        source: "target agreements ask for five to ten years; § 147 Abs. 3 AO eight for vouchers",
        verified: false,
    },
];

/// A document whose time is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// By which rule.
    pub rule: &'static str,
    /// Which document.
    pub document: DocumentId,
    /// Bodies still here.
    pub batches: Vec<EntryId>,
}

/// The calendar year a document belongs to; `None` if it has none.
fn year_of(period: Period) -> Option<i32> {
    match period {
        Period::Always => None,
        Period::Year(year) => Some(i32::from(year)),
        Period::Month(month) => Some(month.year()),
    }
}

/// Whether the time of a document is over in `this_year`.
#[must_use]
pub fn is_over(rule: &Rule, document: &DocumentId, this_year: i32) -> bool {
    rule.kind == document.kind()
        && year_of(document.period()).is_some_and(|year| rule.is_over(year, this_year))
}

impl Rule {
    /// Whether in `this_year` nothing of `year` has to be kept any more.
    const fn is_over(&self, year: i32, this_year: i32) -> bool {
        this_year > year + self.years as i32
    }
}

/// The last calendar year that any shift in this document counts in: a shift
/// lies where it was first recorded, and may have been set right into another month.
fn last_year_of(
    turn: &mut Turn<'_>,
    team: TeamId,
    document: DocumentId,
) -> Result<Option<i32>, OfficeError> {
    let own = year_of(document.period());
    let (DocumentKind::Time, Some(person)) = (document.kind(), document.subject()) else {
        return Ok(own);
    };
    let read = load(document, READER, &in_force(turn.ledger, team, &Stream::from(document))?)?;
    let later = view_rows(&read)
        .into_iter()
        .filter(|row| row.view == MONTH_READS)
        .filter_map(|row| row.key.split('/').nth(1)?.parse::<Month>().ok())
        .filter(|month| own.is_some_and(|own| month.year() > own))
        .filter(|month| {
            let of_month = MonthOfWork::read(person, *month, &[&read], Overrides::AsApproved);
            !of_month.entries.is_empty()
        })
        .map(|month| month.year());
    Ok(later.chain(own).max())
}

/// The rule by which the time of this document is over in `this_year`.
fn rule_over(
    turn: &mut Turn<'_>,
    team: TeamId,
    document: DocumentId,
    this_year: i32,
) -> Result<Option<&'static Rule>, OfficeError> {
    // First what costs nothing: most documents are too young anyway.
    let Some(rule) = RULES.iter().find(|rule| is_over(rule, &document, this_year)) else {
        return Ok(None);
    };
    let last = last_year_of(turn, team, document)?;
    Ok(last.is_some_and(|last| rule.is_over(last, this_year)).then_some(rule))
}

/// Every document whose time is over in `this_year`, with bodies still here:
/// those in force, and those held or refused.
///
/// # Errors
///
/// The disk's.
pub fn due(turn: &mut Turn<'_>, team: TeamId, this_year: i32) -> Result<Vec<Due>, OfficeError> {
    let start = Position { epoch: 0, seq: 0 };
    let mut bodies: BTreeMap<DocumentId, Vec<EntryId>> = BTreeMap::new();
    for (name, _) in turn.ledger.streams_since(team, start, usize::MAX)? {
        let stream: Stream =
            codec::decode(&name).map_err(|_| OfficeError::Inconsistent("the name of a stream"))?;
        let Stream::Document(About::Known(document)) = stream else { continue };
        let members = turn.ledger.members(team, &name, 0, usize::MAX)?;
        bodies.entry(document).or_default().extend(members.iter().map(|member| member.id));
    }
    for status in [HeldStatus::Held, HeldStatus::Refused] {
        for row in turn.ledger.held_with(team, status)? {
            let Some(kept) = turn.ledger.entry(team, row.id)? else { continue };
            if let Content::Batch(batch) = content_of(&kept)?
                && let About::Known(document) = batch.header().about
            {
                bodies.entry(document).or_default().push(row.id);
            }
        }
    }
    let mut all = Vec::new();
    for (document, ids) in bodies {
        let Some(rule) = rule_over(turn, team, document, this_year)? else { continue };
        let mut batches = Vec::new();
        for id in ids {
            if turn.ledger.entry(team, id)?.is_some_and(|entry| entry.body.is_some()) {
                batches.push(id);
            }
        }
        if !batches.is_empty() {
            all.push(Due { rule: rule.name, document, batches });
        }
    }
    Ok(all)
}

/// Deletes the bodies, by a record the log keeps for ever.
///
/// # Errors
///
/// The disk's.
pub fn purge(turn: &mut Turn<'_>, team: TeamId, due: &Due) -> Result<(), OfficeError> {
    // A record has room for some 1,500 ids.
    for batches in due.batches.chunks(1_000) {
        let content = RecordContent::Purge {
            about: due.document.into(),
            rule: due.rule.to_owned(),
            batches: batches.to_vec(),
        };
        journal::office(turn, team, content)?;
    }
    // What was kept beside the log to find it goes as well.
    let left = in_force(turn.ledger, team, &Stream::from(due.document))?;
    rewrite_views(turn.ledger, team, &load(due.document, READER, &left)?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use assistenz_core::document::PersonId;

    #[test]
    fn a_document_is_kept_for_full_calendar_years_after_its_own() {
        let person = PersonId::new([7; 16]);
        let month = |text: &str| text.parse().expect("a month");
        for (document, year, over) in [
            (DocumentId::time(person, month("2026-01")), 2028, false),
            (DocumentId::time(person, month("2026-12")), 2028, false),
            (DocumentId::time(person, month("2026-01")), 2029, true),
            (DocumentId::review(person, month("2026-12")), 2032, false),
            (DocumentId::review(person, month("2026-12")), 2033, true),
            (DocumentId::person(person), 2199, false),
            (DocumentId::contract(person), 2199, false),
        ] {
            let found = RULES.iter().any(|rule| is_over(rule, &document, year));
            assert_eq!(found, over, "{document} in {year}");
        }
    }

    #[test]
    fn a_kind_has_at_most_one_rule_and_its_name_fits_a_record() {
        for (i, rule) in RULES.iter().enumerate() {
            assert!(RULES[..i].iter().all(|other| other.kind != rule.kind), "{}", rule.name);
            assert!(rule.name.len() <= 64 && rule.years >= 2);
        }
    }
}
