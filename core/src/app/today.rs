//! What is going on at this moment: running shifts, and where months stand.

use super::acting::Acting;
use super::refusal::AppError;
use crate::contract::version::in_force_during;
use crate::document::{DocumentId, Period, PersonId};
use crate::log::Hash;
use crate::record::month_state::{Complete, MayApprove, MonthState};
use crate::record::proposals::Outcome;
use crate::record::rows::RUNNING;
use crate::record::settle::State;
use crate::time::{Minute, Month};
use chrono_tz::{Europe::Berlin, Tz};
use std::collections::BTreeSet;

/// A shift that is running.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnShift {
    /// Who works.
    pub person: PersonId,
    /// Since when.
    pub since: Minute,
    /// The clock on the wall there.
    pub zone: Tz,
}

/// Where the month of somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthWaiting {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub month: Month,
    /// What it is called.
    pub state: MonthState,
    /// Whether it may be approved.
    pub may_approve: MayApprove,
    /// Whether the assistant has declared it complete.
    pub complete: Complete,
    /// Whether what is approved has gone to the payroll office.
    pub exported: bool,
    /// Proposals that the assistant has not answered.
    pub to_answer: usize,
    /// Shifts that do not count before somebody settles them.
    pub to_settle: usize,
}

impl Acting<'_> {
    /// Every running shift of these people, by start. Reads only the months
    /// that a view says have one.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn on_shift(&mut self, people: &[PersonId]) -> Result<Vec<OnShift>, AppError> {
        let mut homes = BTreeSet::new();
        for row in self.ledger.view(self.me.team, RUNNING, "")? {
            let Ok(id) = row.document.parse::<DocumentId>() else { continue };
            if let (Some(person), Period::Month(month)) = (id.subject(), id.period())
                && people.contains(&person)
            {
                homes.insert((person, month));
            }
        }
        let mut found = Vec::new();
        for (person, month) in homes {
            for entry in &self.month_of(person, month)?.entries {
                let State::Running { since } = entry.state else { continue };
                let place = entry.workplace.as_ref();
                let zone = place.map_or(Berlin, |place| place.zone);
                found.push(OnShift { person, since, zone });
            }
        }
        found.sort_by_key(|one| (one.since, one.person));
        found.dedup();
        Ok(found)
    }

    /// Where the months of these people stand, in their order. Who was not employed
    /// in a month and recorded nothing in it is left out.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn months_waiting(
        &mut self,
        people: &[PersonId],
        month: Month,
    ) -> Result<Vec<MonthWaiting>, AppError> {
        let mut waiting = Vec::new();
        for person in people {
            let (work, standing, _) = self.work_and_pay(*person, month)?;
            if standing.approvals.is_empty()
                && !in_force_during(&self.contract_of(*person)?, month)
                && self.absences_of_month(*person, month)?.is_none_or(|away| away.is_empty())
                && !self.is_to_pay(&work)?
            {
                continue;
            }
            let exported = match standing.state {
                MonthState::Approved => {
                    let approved = standing.approvals.iter();
                    self.went_out(*person, approved.map(|(_, one)| Hash(one.statement.0)))?
                }
                MonthState::Open
                | MonthState::PartlyApproved
                | MonthState::Reopened
                | MonthState::Changed => false,
            };
            waiting.push(MonthWaiting {
                to_answer: (work.proposals.iter())
                    .filter(|one| one.outcome == Outcome::Open && !one.over)
                    .count(),
                to_settle: work.unsettled().count(),
                exported,
                person: *person,
                month,
                state: standing.state,
                may_approve: standing.may_approve,
                complete: standing.complete,
            });
        }
        Ok(waiting)
    }
}
