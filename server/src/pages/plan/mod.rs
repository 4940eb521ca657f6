//! The plan (Dienstplan): a month as a list of days or as a table, one day to
//! work on, publishing. Nothing needs a mouse: every act is a form of its own,
//! and every act can be taken back.

mod acts;
mod day;
mod draft;
mod list;
mod month;
mod publish;
mod typed;
mod undo;

use super::error::PageError;
use super::frame::go;
use super::visitor::Visitor;
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::plan::PlanReader;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::Role;
use assistenz_core::time::Month;
use assistenz_core::view::plan::{PersonPlan, PlanMonth, plan_month};
use assistenz_core::words::Value;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use chrono::NaiveDate;
use chrono_tz::Tz;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/plan", get(this_month))
        .route("/plan/{month}", get(month::look))
        .route("/plan/{month}/veroeffentlichen", get(publish::look).post(publish::publish))
        .route("/plan/{month}/woche", get(month::look).post(acts::as_last_week))
        .route("/plan/{month}/zurueck", get(month::look).post(undo::take_back))
        .route("/plan/{month}/absagen", get(month::look).post(acts::cancel_unclear))
        .route("/plan/{month}/{day}", get(day::look))
        .route("/plan/{month}/{day}/planen", get(day::look).post(acts::plan))
        .route("/plan/{month}/{day}/aendern", get(day::look).post(acts::change))
        .route("/plan/{month}/{day}/absagen", get(day::look).post(acts::cancel))
        .route("/plan/{month}/{day}/doch", get(day::look).post(acts::restore))
        .route("/plan/{month}/{day}/vergeben", get(day::look).post(acts::assign))
        .route("/plan/{month}/{day}/kopieren", get(day::look).post(acts::copy))
}

async fn this_month(visitor: Visitor) -> Response {
    go(&address(Month::of(visitor.today())))
}

/// Where a month's plan stands.
pub(super) fn address(month: Month) -> String {
    format!("/plan/{month}")
}

/// Where a day of it stands.
pub(super) fn day_address(day: NaiveDate) -> String {
    format!("/plan/{}/{}", Month::of(day), day.format("%-d"))
}

/// What the pages of the plan are made of.
#[derive(Debug)]
pub(super) struct Seen {
    /// In the visitor's words.
    pub plan: PlanMonth,
    /// Who can be planned, with the name they are called by.
    pub people: Vec<(PersonId, String)>,
    /// Whether the visitor plans, or only reads.
    pub plans: bool,
    /// Whose clock.
    pub zone: Tz,
}

/// Reads a month of the plan as this visitor may see it.
///
/// Who may read somebody's rota is told the name they are called by: a plan
/// without names plans nobody. Contact and number stay in `person`.
pub(super) async fn seen(app: &App, visitor: &Visitor, month: Month) -> Result<Seen, PageError> {
    let reader = visitor.clone();
    Ok(app.office().read(move |turn| seen_in(turn, &reader, month)).await?)
}

/// The same within a turn.
pub(super) fn seen_in(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    month: Month,
) -> Result<Seen, OfficeError> {
    let caller = &visitor.caller;
    at_desk::may_read(turn, caller, &DocumentId::rota_open(month))?;
    let plans = at_desk::may_write(turn, caller, &DocumentId::rota_open(month)).is_ok();
    let people = people(turn, caller, month)?;
    let terms = match people.first() {
        Some(first) if plans => at_desk::can_read(turn, caller, &DocumentId::contract(*first))?,
        Some(_) | None => false,
    };
    let sees = PlanReader { plans, terms };
    let plan = at_desk::look(turn, caller, |acting| acting.plan_of(&people, month, sees))?;
    let told = plan_month(&plan, visitor.language, plans);
    let called = |of: &PersonPlan| {
        let short: String = of.person.to_string().chars().take(4).collect();
        let nameless = || visitor.say("plan-nameless", &[("id", Value::Text(&short))]);
        (of.person, of.name.clone().unwrap_or_else(nameless))
    };
    let mut people: Vec<(PersonId, String)> = plan.people.iter().map(called).collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(Seen { plan: told, people, plans, zone: plan.zone })
}

/// Assistants of the month whose rota the caller may read.
fn people(
    turn: &mut Turn<'_>,
    caller: &Caller,
    month: Month,
) -> Result<Vec<PersonId>, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    let mut people = Vec::new();
    for (person, member) in state.members() {
        let rota = DocumentId::rota(person, month);
        if state.person_may_read(caller.person(), &rota, turn.now_ms).is_err() {
            continue;
        }
        if member.is(Role::Assistant, turn.now_ms) {
            people.push(person);
        } else if !at_desk::look(turn, caller, |acting| acting.rota_of(person, month))?.is_empty() {
            // Was one when the month was planned.
            people.push(person);
        }
    }
    Ok(people)
}

/// A day of a month, as it stands in an address.
pub(super) fn day_of(month: Month, day: u32) -> Result<NaiveDate, PageError> {
    let found = NaiveDate::from_ymd_opt(month.year(), month.month(), day);
    found.ok_or_else(|| PageError::from(Refusal::NotFound))
}

/// Whose shift a form speaks of: `offen` for nobody's.
pub(super) fn whose(word: &str) -> Result<Option<PersonId>, Refusal> {
    if word == OPEN {
        return Ok(None);
    }
    word.parse().map(Some).map_err(|_| Refusal::Malformed("no such person"))
}

/// The word for it.
pub(super) fn whose_word(whose: Option<PersonId>) -> String {
    whose.map_or_else(|| OPEN.to_owned(), |person| person.to_string())
}

const OPEN: &str = "offen";
