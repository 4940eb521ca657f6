//! When the month is over: everything arrives, is settled, corrected,
//! approved, and changed once more.

use super::ReplayError;
use super::month::{HOUR, Life, MINUTE};
use super::plan::Plant;
use super::settling::settle;
use assistenz_core::app::Approved;
use assistenz_core::time::Month;
use std::collections::{BTreeMap, BTreeSet};

/// Whose month was approved again, and how.
pub(super) type Changed = ((usize, Month), Approved);

impl Life<'_> {
    /// After the last shift: whoever was out of reach comes in.
    pub(super) fn arrive(&mut self) -> Result<i64, ReplayError> {
        let zone = self.file.workplace.zone;
        let last = self.plan.shifts.iter().map(|planned| planned.shift.span.to()).max();
        let end = self.file.month.interval(zone).to();
        let now = last.map_or(end, |last| last.max(end)).ms() + 3 * HOUR;
        self.clock.move_to(now);
        for person in 0..self.people.len() {
            self.say_when_it_ended(person)?;
        }
        self.sync_all()?;
        Ok(now)
    }

    fn step(&self, now: &mut i64) {
        *now += 5 * MINUTE;
        self.clock.move_to(*now);
    }

    pub(super) fn settle(&mut self, now: &mut i64) -> Result<(usize, usize), ReplayError> {
        let (mut overlaps, mut clocks) = (0, 0);
        for person in 0..self.people.len() {
            self.step(now);
            let handset = &mut self.handsets[person][0];
            let done = settle(handset, person, self.plan, &self.recorded)?;
            overlaps += done.overlaps;
            clocks += done.clocks;
        }
        self.sync_all()?;
        Ok((overlaps, clocks))
    }

    /// The employer proposes, the assistant agrees.
    pub(super) fn correct_by_employer(&mut self, now: &mut i64) -> Result<bool, ReplayError> {
        let Some((at, planned)) = self.plan.planted(Plant::EmployerCorrects) else {
            return Ok(false);
        };
        let Some(shift) = self.recorded.shifts.get(&at).copied() else { return Ok(false) };
        self.step(now);
        let (person, span) = (planned.person, planned.shift.span);
        let month = Month::of(span.from().day(self.file.workplace.zone));
        let which = (self.people[person], month, shift);
        let why = "Fünf Minuten früher gegangen, wie besprochen";
        let proposal = self.team.propose_end(which, span.to().ms(), why)?;
        self.step(now);
        self.sync(person, 0, false)?;
        self.handsets[person][0].act(|acting| acting.answer(proposal, month, true, None))?;
        self.sync(person, 0, false)?;
        Ok(true)
    }

    /// Everybody declares their months complete; the employer approves.
    pub(super) fn approve(
        &mut self,
        now: &mut i64,
    ) -> Result<BTreeMap<(usize, Month), Approved>, ReplayError> {
        let zone = self.file.workplace.zone;
        let months: BTreeSet<(usize, Month)> = self
            .plan
            .shifts
            .iter()
            .map(|planned| (planned.person, Month::of(planned.begins().day(zone))))
            .collect();
        let mut approved = BTreeMap::new();
        for (person, month) in &months {
            self.declare(now, *person, *month)?;
        }
        for (person, month) in months {
            self.step(now);
            approved.insert((person, month), self.team.approve(self.people[person], month)?);
        }
        Ok(approved)
    }

    fn declare(&mut self, now: &mut i64, person: usize, month: Month) -> Result<(), ReplayError> {
        self.step(now);
        self.handsets[person][0].act(|acting| acting.complete_month(month))?;
        self.sync(person, 0, false)
    }

    /// What else is paid in a month: hours after midnight of a shift that counts
    /// in the month before. Gives back the approvals that were replaced.
    pub(super) fn approve_what_is_due(
        &mut self,
        now: &mut i64,
        paid_in: Month,
        approved: &mut BTreeMap<(usize, Month), Approved>,
    ) -> Result<Vec<Changed>, ReplayError> {
        let mut replaced = Vec::new();
        for (id, month) in self.team.waiting(paid_in)? {
            let Some(person) = self.people.iter().position(|one| one.to_string() == id) else {
                return Err(ReplayError::Strange("somebody who is not in the file"));
            };
            self.declare(now, person, month)?;
            self.step(now);
            let again = self.team.approve(self.people[person], month)?;
            let before = approved.insert((person, month), again);
            replaced.extend(before.map(|before| ((person, month), before)));
        }
        Ok(replaced)
    }

    /// One shift turns out to have been longer; the month is approved again.
    pub(super) fn change_late(&mut self, now: &mut i64) -> Result<Option<Changed>, ReplayError> {
        let Some((at, planned)) = self.plan.planted(Plant::LateChange) else { return Ok(None) };
        let Some(shift) = self.recorded.shifts.get(&at).copied() else { return Ok(None) };
        self.step(now);
        let (person, span) = (planned.person, planned.shift.span);
        let month = Month::of(span.from().day(self.file.workplace.zone));
        self.handsets[person][0].act(|acting| {
            acting.correct(shift, None, Some(span.to().ms()), "Zu früh getippt, ich war noch da")
        })?;
        self.sync(person, 0, false)?;
        if self.team.changed(self.people[person], month)? != 1 {
            return Err(ReplayError::Strange("a change that is not one shift"));
        }
        self.step(now);
        let again = self.team.approve(self.people[person], month)?;
        Ok(Some(((person, month), again)))
    }
}
