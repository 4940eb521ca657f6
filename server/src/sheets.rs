//! What documents are made of, read from the record: time sheet, team month,
//! plan, cover sheet. What they say is decided in `core/src/view/sheet`.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::app::approval::lines_of;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::log::Topic;
use assistenz_core::pay::line::PayLine;
use assistenz_core::record::rota::PlanState;
use assistenz_core::record::statement::Statement;
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::sheet::{
    self, MonthPlan, PlannedDuty, Reader, Sheet, TeamMonth, TeamMonthRow, TimeSheet, TimeSheetState,
};
use assistenz_core::words::{Language, Value, say};
use assistenz_core::work::Shift;
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

/// For whom a document is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct For {
    /// In which language.
    pub language: Language,
    /// A cost bearer reads it: pseudonyms, no remarks, no money.
    pub cost_bearer: bool,
    /// Only what this cost centre pays for.
    pub cost_centre: Option<String>,
    /// With lines for signatures.
    pub to_sign: bool,
}

/// What a time sheet tells.
struct Told {
    state: TimeSheetState,
    shifts: Vec<Shift>,
    lines: Vec<PayLine>,
    /// The ids of the shifts, with the events that each follows from.
    live: Vec<(String, Vec<EventId>)>,
}

/// An approval in force, read back.
struct Approved {
    statement: Statement,
    lines: Vec<PayLine>,
    on: NaiveDate,
}

/// The time sheet of a month: as approved, else as it stands.
///
/// # Errors
///
/// [`Refusal::NoRight`]; faults of record and disk.
pub fn time_sheet(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    month: Month,
    wanted: &For,
) -> Result<Sheet, OfficeError> {
    at_desk::may_read(turn, caller, &DocumentId::review(person, month))?;
    let checkpoint = checkpoint(turn, caller)?;
    let made_on = Minute::floor_ms(turn.now_ms).day(Berlin);
    at_desk::look(turn, caller, |acting| {
        let employer = acting.team_field("name")?.unwrap_or_default();
        let assistant = called(acting, person, wanted)?;
        let approved = approved(acting, person, month)?;
        let told = if approved.is_empty() {
            provisional(acting, person, month)?
        } else {
            as_approved(approved)
        };
        let (mut remarks, mut account) = (BTreeMap::new(), None);
        if !wanted.cost_bearer {
            remarks = acting.remarks_of(person, month, &told.live)?;
            account = acting.hours_account_of(person, month)?.map(|account| account.balance());
        }
        Ok(sheet::time_sheet(&TimeSheet {
            language: wanted.language,
            reader: reader(wanted),
            employer: &employer,
            assistant: &assistant,
            short_id: &short(person),
            month,
            made_on,
            state: told.state,
            shifts: &told.shifts,
            lines: &told.lines,
            remarks,
            account,
            checkpoint,
            to_sign: wanted.to_sign,
        }))
    })
}

fn reader(wanted: &For) -> Reader<'_> {
    if wanted.cost_bearer {
        Reader::CostBearer { cost_centre: wanted.cost_centre.as_deref() }
    } else {
        Reader::Team
    }
}

/// The shifts and lines as they stand; a person without a contract has no lines.
fn provisional(acting: &mut Acting<'_>, person: PersonId, month: Month) -> Result<Told, AppError> {
    let work = acting.month_of(person, month)?;
    let mut live = Vec::new();
    for entry in &work.entries {
        if let Some(shift) = entry.settled() {
            live.push((shift.id.clone(), [&entry.live[..], &entry.agreed].concat()));
        }
    }
    let shifts = work.settled().cloned().collect();
    let lines = match acting.reckon(person, month) {
        Ok(reckoning) => reckoning.pay.lines,
        Err(AppError::Refused(_)) => vec![],
        Err(fault) => return Err(fault),
    };
    Ok(Told { state: TimeSheetState::Provisional, shifts, lines, live })
}

fn as_approved(approved: Vec<Approved>) -> Told {
    let mut shifts: Vec<Shift> = Vec::new();
    let (mut lines, mut live) = (Vec::new(), Vec::new());
    let (mut statements, mut days) = (Vec::new(), Vec::new());
    let on = approved.iter().map(|one| one.on).max().unwrap_or_default();
    for one in approved {
        statements.push(one.statement.hash().to_string());
        days.extend(one.statement.days);
        for approved in one.statement.shifts {
            live.push((approved.shift.id.clone(), approved.events));
            shifts.push(approved.shift);
        }
        lines.extend(one.lines);
    }
    shifts.sort_by_key(|shift| (shift.span.from(), shift.span.to()));
    shifts.dedup_by(|one, other| one.id == other.id);
    days.sort_unstable();
    Told { state: TimeSheetState::Approved { on, statements, days }, shifts, lines, live }
}

/// The approvals in force of a month, oldest first: the whole month's, or those
/// of single days where only those are approved.
fn approved(
    acting: &mut Acting<'_>,
    person: PersonId,
    month: Month,
) -> Result<Vec<Approved>, AppError> {
    let standing = acting.standing_of(person, month)?;
    let review = acting.document(DocumentId::review(person, month))?;
    let mut found: Vec<Approved> = Vec::new();
    for (id, approval) in &standing.approvals {
        // One whose pieces are not here is shown as not approved.
        let Ok(statement) = Statement::of_approval(&review, approval) else { continue };
        let at_ms = review.event(*id).map_or(0, |event| event.recorded_ms);
        let lines = lines_of(&statement);
        found.push(Approved { statement, lines, on: Minute::floor_ms(at_ms).day(Berlin) });
    }
    if found.iter().any(|one| one.statement.days.is_empty()) {
        found.retain(|one| one.statement.days.is_empty());
    }
    found.sort_by_key(|one| one.on);
    Ok(found)
}

/// The team's month, one row per person.
///
/// # Errors
///
/// [`Refusal::NoRight`] unless the caller may see everyone's hours.
pub fn team_month(
    turn: &mut Turn<'_>,
    caller: &Caller,
    month: Month,
    wanted: &For,
) -> Result<Sheet, OfficeError> {
    if !may_see_everyone(caller) {
        return Err(Refusal::NoRight.into());
    }
    let people = assistants(turn, caller)?;
    let checkpoint = checkpoint(turn, caller)?;
    let made_on = Minute::floor_ms(turn.now_ms).day(Berlin);
    at_desk::look(turn, caller, |acting| {
        let employer = acting.team_field("name")?.unwrap_or_default();
        let mut rows = Vec::new();
        for person in people {
            let name = called(acting, person, wanted)?;
            let statements: Vec<(Statement, Vec<PayLine>)> = approved(acting, person, month)?
                .into_iter()
                .map(|one| (one.statement, one.lines))
                .collect();
            rows.push((name, statements));
        }
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(sheet::team_month(&TeamMonth {
            language: wanted.language,
            employer: &employer,
            month,
            made_on,
            people: rows
                .iter()
                .map(|(name, statements)| TeamMonthRow { name: name.clone(), statements })
                .collect(),
            with_pay: !wanted.cost_bearer,
            checkpoint,
        }))
    })
}

/// The published plan of a month: everyone's, or one person's.
///
/// # Errors
///
/// [`Refusal::NoRight`] for a plan that the caller may not read.
pub fn plan(
    turn: &mut Turn<'_>,
    caller: &Caller,
    month: Month,
    only: Option<PersonId>,
    wanted: &For,
) -> Result<Sheet, OfficeError> {
    let mut people = Vec::new();
    for person in only.map_or_else(|| assistants(turn, caller), |one| Ok(vec![one]))? {
        if at_desk::can_read(turn, caller, &DocumentId::rota(person, month))? {
            people.push(person);
        }
    }
    if people.is_empty() && !caller.may(Topic::Rota) {
        return Err(Refusal::NoRight.into());
    }
    let made_on = Minute::floor_ms(turn.now_ms).day(Berlin);
    at_desk::look(turn, caller, |acting| {
        let employer = acting.team_field("name")?.unwrap_or_default();
        let (mut duties, mut drafts) = (Vec::new(), 0);
        for person in &people {
            let who = called(acting, *person, wanted)?;
            for planned in acting.rota_of(*person, month)? {
                match (planned.state, planned.span) {
                    (PlanState::Published { .. }, Some(span)) => duties.push(PlannedDuty {
                        span,
                        who: Some(who.clone()),
                        note: if wanted.cost_bearer { String::new() } else { planned.note },
                    }),
                    (PlanState::Draft, _) => drafts += 1,
                    (PlanState::Published { .. } | PlanState::Cancelled, _) => {}
                }
            }
        }
        let name = only.map(|person| called(acting, person, wanted)).transpose()?;
        Ok(sheet::month_plan(&MonthPlan {
            language: wanted.language,
            employer: &employer,
            only: name.as_deref(),
            short_id: only.map(short).as_deref(),
            month,
            made_on,
            zone: Berlin,
            duties,
            drafts,
        }))
    })
}

/// Whether the caller may see everyone's hours.
pub(crate) fn may_see_everyone(caller: &Caller) -> bool {
    caller.may(Topic::HoursView)
}

/// Everybody who is or was an assistant or coach.
pub(crate) fn assistants(
    turn: &mut Turn<'_>,
    caller: &Caller,
) -> Result<Vec<PersonId>, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    Ok(state
        .members()
        .filter(|(_, member)| member.ever_worked())
        .map(|(person, _)| person)
        .collect())
}

/// The name, or where a cost bearer reads a word that stays the same from month
/// to month and says nothing about the person.
fn called(acting: &mut Acting<'_>, person: PersonId, wanted: &For) -> Result<String, AppError> {
    let name = if wanted.cost_bearer { None } else { acting.person_field(person, "name")? };
    Ok(name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| {
        let number = short(person).to_uppercase();
        say(wanted.language, "sheet-pseudonym", &[("number", Value::Text(&number))])
    }))
}

/// The first digits of the id: enough to tell the people of a team apart.
fn short(person: PersonId) -> String {
    person.to_string().chars().take(4).collect()
}

/// The newest checkpoint that was signed, as its note.
fn checkpoint(turn: &mut Turn<'_>, caller: &Caller) -> Result<Option<String>, OfficeError> {
    let Some(head) = turn.ledger.head(caller.team())? else { return Ok(None) };
    Ok(turn.ledger.checkpoint(caller.team(), head.epoch)?.map(|(_, text)| text))
}
