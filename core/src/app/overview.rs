//! A month with everything that a person looks at before approving it: what
//! was worked, planned and proposed, what it is worth, what the law says, what
//! was said about it, and where a clock was wrong.

use super::absence_month::away_days;
use super::acting::Acting;
use super::paid_since::{PaidOtherwise, ids};
use super::reckoning::Reckoning;
use super::refusal::{AppError, Refusal};
use super::trail::Trail;
use crate::contract::version::{ContractVersion, in_force};
use crate::document::{EventId, PersonId};
use crate::pay::hand_entered::HandEntered;
use crate::record::document::Document;
use crate::record::doubt::Bounds;
use crate::record::events::Body;
use crate::record::month::{MonthOfWork, Overrides};
use crate::record::month_state::Standing;
use crate::record::rota::PlannedShift;
use crate::time::{Minute, Month};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A month as a person looks at it before approving it.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// What was worked.
    pub work: MonthOfWork,
    /// What was planned.
    pub planned: Vec<PlannedShift>,
    /// Where it stands; with its pay only where that was asked for.
    pub standing: Standing,
    /// Approvals that would be paid otherwise now, and by how much.
    pub paid_otherwise: Vec<PaidOtherwise>,
    /// Pay and law; `None` without a contract, or where they were not asked for.
    pub reckoning: Option<Reckoning>,
    /// The contract's versions, oldest first; none where they were not asked for.
    pub contract: Vec<ContractVersion>,
    /// The lines entered by hand, each with its id.
    pub entered: Vec<(EventId, HandEntered)>,
    /// What was said with the live events of each shift: reasons and notes.
    pub said: BTreeMap<EventId, Vec<String>>,
    /// Punches of a device whose clock was off, with the bounds of the true time.
    pub doubts: Vec<ClockDoubt>,
    /// Days of vacation or sickness: a planned shift on them is not missing.
    pub away: BTreeSet<NaiveDate>,
    /// Shifts of the month before that are still running: they may reach in here.
    pub tail: Vec<(EventId, Minute)>,
    /// The zone of the workplace.
    pub zone: Tz,
    /// When it was looked at.
    pub now: Minute,
}

/// A punch whose time is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockDoubt {
    /// The shift.
    pub shift: EventId,
    /// What the device's clock said.
    pub punched: Minute,
    /// What the evidence says.
    pub bounds: Bounds,
}

/// The zone of a workplace that nothing names yet.
const HOME_ZONE: Tz = chrono_tz::Europe::Berlin;

impl Acting<'_> {
    /// Looks at a month of one person; with pay and law if `with_pay`.
    ///
    /// # Errors
    ///
    /// [`Refusal::Newer`]; faults of record and ledger.
    pub fn overview(
        &mut self,
        person: PersonId,
        month: Month,
        with_pay: bool,
    ) -> Result<Overview, AppError> {
        let documents = self.documents_of(person, month)?;
        let all: Vec<&Document> = documents.iter().map(Arc::as_ref).collect();
        let work = MonthOfWork::read(person, month, &all, Overrides::AsApproved);
        let standing = self.standing_with(&work, &all)?;
        let before = self.month_of(person, month.previous())?;
        let tail = before.running().map(|(entry, since)| (entry.shift, since)).collect();
        let punched = punched(&work, &all);
        let trail = self.trail_of(punched.iter().map(|document| document.id()))?;
        let (said, doubts) = (said(&work, &all), doubts(&work, &punched, &trail));
        let planned = self.rota_of(person, month)?;
        let contract = if with_pay { self.contract_of(person)? } else { Vec::new() };
        let reckoning = match with_pay.then(|| self.reckon_after(&before, work.clone(), true)) {
            None | Some(Err(AppError::Refused(Refusal::NoContract))) => None,
            Some(reckoned) => Some(reckoned?),
        };
        let paid_otherwise = match &reckoning {
            Some(reckoned) => self.paid_otherwise(&work, &standing, Some(reckoned))?,
            None => Vec::new(),
        };
        let standing = standing.with_pay(&work, ids(&paid_otherwise));
        let away = reckoning.as_ref().map(|found| away_days(&found.absences)).unwrap_or_default();
        let entered = if with_pay { self.entered(person, month)? } else { Vec::new() };
        let zone = in_force(&contract, month.last_day())
            .or(contract.last())
            .map(|version| version.workplace.zone)
            .or_else(|| work.entries.iter().find_map(|entry| Some(entry.workplace.as_ref()?.zone)))
            .unwrap_or(HOME_ZONE);
        let now = Minute::floor_ms(self.now_ms());
        Ok(Overview {
            work,
            planned,
            standing,
            paid_otherwise,
            reckoning,
            contract,
            entered,
            said,
            doubts,
            away,
            tail,
            zone,
            now,
        })
    }
}

/// The reasons and notes of the live events of each shift, in the order of
/// recording.
fn said(work: &MonthOfWork, documents: &[&Document]) -> BTreeMap<EventId, Vec<String>> {
    let mut found: BTreeMap<EventId, Vec<(i64, String)>> = BTreeMap::new();
    for (id, event, _) in documents.iter().flat_map(|document| document.events()) {
        let text = match &event.body {
            Body::ManualEntry(body) => Some(&body.reason),
            Body::Correction(body) => Some(&body.reason),
            Body::Retraction(body) => Some(&body.reason),
            Body::StatedEnd(body) => body.note.as_ref(),
            Body::Part(body) => body.reason.as_ref(),
            _ => None,
        };
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
        if let Some(entry) = work.entries.iter().find(|entry| entry.live.contains(&id)) {
            found.entry(entry.shift).or_default().push((event.recorded_ms, text.clone()));
        }
    }
    found
        .into_iter()
        .map(|(shift, mut texts)| {
            texts.sort();
            (shift, texts.into_iter().map(|(_, text)| text).collect())
        })
        .collect()
}

/// The documents in which a live punch stands: the others need no trail.
fn punched<'d>(work: &MonthOfWork, documents: &[&'d Document]) -> Vec<&'d Document> {
    let live: BTreeSet<EventId> =
        work.entries.iter().flat_map(|entry| entry.live.iter().copied()).collect();
    let punches = |document: &Document| {
        document
            .events()
            .any(|(id, event, _)| punched_ms(&event.body).is_some() && live.contains(&id))
    };
    documents.iter().copied().filter(|document| punches(document)).collect()
}

/// What the device's clock said, of a punch.
const fn punched_ms(body: &Body) -> Option<i64> {
    match body {
        Body::ClockIn(body) => Some(body.at_ms),
        Body::ClockOut(body) => Some(body.at_ms),
        Body::PartStart(body) => Some(body.at_ms),
        Body::PartEnd(body) => Some(body.at_ms),
        _ => None,
    }
}

/// The live punches of devices whose clock was off.
fn doubts(work: &MonthOfWork, documents: &[&Document], trail: &Trail) -> Vec<ClockDoubt> {
    let mut found = Vec::new();
    for document in documents {
        for (id, event, change) in document.events() {
            let Some(at_ms) = punched_ms(&event.body) else { continue };
            let Some(bounds) =
                trail.trace(document.id(), change).and_then(super::trail::Trace::doubt)
            else {
                continue;
            };
            if let Some(entry) = work.entries.iter().find(|entry| entry.live.contains(&id)) {
                let punched = Minute::floor_ms(at_ms);
                found.push(ClockDoubt { shift: entry.shift, punched, bounds });
            }
        }
    }
    found.sort_by_key(|doubt| (doubt.punched, doubt.shift));
    found
}
