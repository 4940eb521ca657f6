//! Several employers added up, for the assistant's eyes only
//! (Arbeitszeiten bei mehreren Arbeitgebern, § 2 Abs. 1 ArbZG).
//!
//! Each team is read from its own store; nothing of one is written into another.

use super::month::{notice, title};
use super::{Notice, SeveralEmployers, Showing, TotalLine};
use crate::app::{Acting, AppError};
use crate::contract::version::{ContractVersion, in_force};
use crate::law::employment::Employment;
use crate::law::finding::Finding;
use crate::law::labour_check::{Case, check};
use crate::law::several_employers::{WorkingTime, united, within};
use crate::time::{Interval, Minutes, Month};
use crate::work::Shift;

/// What one team's phone knows of a month and its neighbours.
#[derive(Debug, Clone)]
pub struct OfTeam {
    employer: String,
    shifts: Vec<Shift>,
    contract: Option<ContractVersion>,
}

/// Reads one team's part.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn of_team(acting: &mut Acting<'_>, month: Month) -> Result<OfTeam, AppError> {
    let person = acting.me.person;
    let mut shifts = Vec::new();
    for month in [month.previous(), month, month.next()] {
        shifts.extend(acting.month_of(person, month)?.settled().cloned());
    }
    shifts.sort_by_key(|shift| shift.span.from());
    let contract = in_force(&acting.contract_of(person)?, month.last_day()).cloned();
    Ok(OfTeam { employer: acting.team_field("name")?.unwrap_or_default(), shifts, contract })
}

/// All teams together. The law's notices are those that only the sum brings
/// about: each employer's own are on the month's sheet.
#[must_use]
pub fn several(showing: &Showing, month: Month, teams: &[OfTeam]) -> SeveralEmployers {
    let whole = month.interval(showing.zone);
    let minutes = |work: &[Interval]| -> Minutes {
        within(work, whole).into_iter().map(Interval::length).sum()
    };
    let work: Vec<Vec<Interval>> =
        teams.iter().map(|team| WorkingTime::new(&team.shifts, &[]).work).collect();
    let line = |label: String, minutes: Minutes| TotalLine {
        kind: "work".to_owned(),
        label,
        minutes: minutes.get(),
        length: showing.hours(minutes),
    };
    let lines = teams.iter().zip(&work).map(|(team, work)| {
        let named = !team.employer.is_empty();
        let label = if named { team.employer.clone() } else { showing.say("employer", &[]) };
        line(label, minutes(work))
    });
    let together = minutes(&united(work.concat()));
    let mut notices: Vec<Notice> = Vec::new();
    for (at, team) in teams.iter().enumerate() {
        let elsewhere: Vec<Interval> = work
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .flat_map(|(_, work)| work.iter().copied())
            .collect();
        for finding in by_the_sum(team, month, elsewhere) {
            let notice = notice(showing, &finding);
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        }
    }
    SeveralEmployers {
        month: month.to_string(),
        title: title(showing, month),
        explanation: showing.say("several", &[]),
        lines: lines.collect(),
        total: line(showing.say("several-total", &[]), together),
        notices,
    }
}

/// What the check finds with the others' work and not without it.
fn by_the_sum(team: &OfTeam, month: Month, elsewhere: Vec<Interval>) -> Vec<Finding> {
    let place = team.contract.as_ref().map(|contract| contract.workplace.clone());
    let Some(place) = place.or_else(|| team.shifts.first().map(|one| one.workplace.clone())) else {
        return Vec::new();
    };
    let employment =
        team.contract.as_ref().map_or(Employment::SocialInsurance, |one| one.employment);
    let asked = (month.first_day(), month.last_day());
    let mut case = Case::new(asked, place, employment, team.shifts.clone());
    case.known = (month.previous().first_day(), month.next().last_day());
    if let Some(contract) = &team.contract {
        case.profile = contract.working_time.clone();
    }
    let alone = check(&case);
    case.elsewhere = elsewhere;
    check(&case).into_iter().filter(|finding| !alone.contains(finding)).collect()
}
