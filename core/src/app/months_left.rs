//! The months that still wait for an approval although something is owed in
//! them, however old: a phone may come back after a season, a contract may hold
//! from an earlier day. What was found is remembered while nobody writes about
//! it, so that years of a team are not read for every page.

use super::acting::Acting;
use super::refusal::AppError;
use super::today::MonthWaiting;
use crate::document::{DocumentId, DocumentKind, Period, PersonId, TeamId};
use crate::ledger::{Ledger, LedgerError, Position};
use crate::log::stream::Stream;
use crate::log::{About, codec};
use crate::record::month_state::MonthState;
use crate::record::rows::MONTH_READS;
use crate::time::Month;
use std::collections::{BTreeMap, BTreeSet};

/// Months of people as they were found, and up to where the log was read.
#[derive(Debug, Default)]
pub(super) struct MonthsLeft {
    read_to: Option<Position>,
    /// `None` where nothing waits.
    found: BTreeMap<(PersonId, Month), Option<MonthWaiting>>,
}

impl Acting<'_> {
    /// The months of these people up to `until` in which something is owed that
    /// is not approved as it is, by month. For the office.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn months_left(
        &mut self,
        people: &[PersonId],
        until: Month,
    ) -> Result<Vec<MonthWaiting>, AppError> {
        let mut known = self.known_left()?;
        let mut left: Vec<MonthWaiting> = Vec::new();
        for person in people {
            for month in self.months_with_something(*person, until)? {
                left.extend(self.left_in(&mut known, *person, month)?);
            }
        }
        self.remember_left(known);
        left.sort_by_key(|one| one.month);
        Ok(left)
    }

    /// Looks at no more than `most` months that were not looked at since they
    /// changed. Gives back whether none is left out.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn look_for_left(
        &mut self,
        people: &[PersonId],
        until: Month,
        most: usize,
    ) -> Result<bool, AppError> {
        let mut known = self.known_left()?;
        let mut looked = 0;
        for person in people {
            for month in self.months_with_something(*person, until)? {
                if known.found.contains_key(&(*person, month)) {
                    continue;
                }
                if looked == most {
                    self.remember_left(known);
                    return Ok(false);
                }
                looked += 1;
                self.left_in(&mut known, *person, month)?;
            }
        }
        self.remember_left(known);
        Ok(true)
    }

    fn left_in(
        &mut self,
        known: &mut MonthsLeft,
        person: PersonId,
        month: Month,
    ) -> Result<Option<MonthWaiting>, AppError> {
        if let Some(found) = known.found.get(&(person, month)) {
            return Ok(*found);
        }
        let (work, standing, _) = self.work_and_pay(person, month)?;
        let waits = match standing.state {
            MonthState::Approved => false,
            MonthState::Changed => true,
            MonthState::Open | MonthState::PartlyApproved | MonthState::Reopened => {
                !standing.purged && self.is_to_pay(&work)?
            }
        };
        let found = waits.then(|| MonthWaiting::of(&work, &standing));
        known.found.insert((person, month), found);
        Ok(found)
    }

    /// The months that a document speaks of and those after them, into which a
    /// night may reach; with a salary every month of the contract.
    fn months_with_something(
        &mut self,
        person: PersonId,
        until: Month,
    ) -> Result<BTreeSet<Month>, AppError> {
        let mut months = BTreeSet::new();
        for row in self.ledger.view(self.me.team, MONTH_READS, &format!("{person}/"))? {
            if let Some(month) = month_of(&row.key) {
                months.extend([month, month.next()]);
            }
        }
        let contract = self.contract_of(person)?;
        let salaried = contract.iter().filter(|version| version.has_salary());
        if let Some(first) = salaried.map(|version| version.valid_from).min() {
            let all = std::iter::successors(Some(Month::of(first)), |month| Some(month.next()));
            months.extend(all.take_while(|month| *month <= until));
        }
        months.retain(|month| *month <= until);
        Ok(months)
    }

    /// What is remembered, without what was written about since.
    fn known_left(&mut self) -> Result<MonthsLeft, AppError> {
        let team = self.me.team;
        let mut known =
            self.pen.memory().and_then(|memory| memory.take_months_left(team)).unwrap_or_default();
        if let Some(since) = known.read_to {
            for (name, _) in self.ledger.streams_since(team, since, usize::MAX)? {
                if let Ok(Stream::Document(About::Known(id))) = codec::decode(&name) {
                    forget(self.ledger, team, &mut known, id)?;
                }
            }
        }
        let head = self.ledger.head(team)?;
        known.read_to = head.map(|head| Position { epoch: head.epoch, seq: head.size });
        Ok(known)
    }

    fn remember_left(&mut self, known: MonthsLeft) {
        let team = self.me.team;
        if let Some(memory) = self.pen.memory() {
            memory.keep_months_left(team, known);
        }
    }
}

/// Forgets the months that a document has a say in.
fn forget(
    ledger: &mut dyn Ledger,
    team: TeamId,
    known: &mut MonthsLeft,
    id: DocumentId,
) -> Result<(), LedgerError> {
    let Some(person) = id.subject() else { return Ok(()) };
    match (id.kind(), id.period()) {
        // A rota decides what a holiday or a sick day would have been.
        (DocumentKind::Rota, Period::Month(month)) => {
            for month in [month.previous(), month, month.next()] {
                known.found.remove(&(person, month));
            }
        }
        (
            DocumentKind::Time
            | DocumentKind::Review
            | DocumentKind::Wishes
            | DocumentKind::Answers,
            Period::Month(home),
        ) => {
            let (home_name, of_person) = (id.to_string(), format!("{person}/"));
            let rows = ledger.view(team, MONTH_READS, &of_person)?;
            let spoken_of = rows.iter().filter(|row| row.document == home_name);
            let spoken_of = spoken_of.filter_map(|row| month_of(&row.key));
            for month in spoken_of.chain([home]) {
                for near in [month.previous(), month, month.next()] {
                    known.found.remove(&(person, near));
                }
            }
        }
        (DocumentKind::Person | DocumentKind::Handover | DocumentKind::Budget, _) => {}
        _ => known.found.retain(|(whose, _), _| *whose != person),
    }
    Ok(())
}

/// `<person>/<month>/<document>`
fn month_of(key: &str) -> Option<Month> {
    key.split('/').nth(1)?.parse().ok()
}
