//! Today (Heute): what to do next, who works, what waits, what has not
//! arrived, which dates come.

use super::access::ACCESS;
use super::components::{
    Task, Tone, Weight, actions, alert, badge, heading, link, link_button, paragraphs, task_list,
};
use super::error::PageError;
use super::first_steps;
use super::frame::{Section, page};
use super::visitor::Visitor;
use crate::at_desk;
use crate::door::Help;
use crate::fault::OfficeError;
use crate::invite::{self, Standing};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::team_settings::{self, CUT_OFF_DAY, PAY_DAY};
use assistenz_core::app::{Acting, AppError, MonthWaiting};
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::ledger::HeldStatus;
use assistenz_core::log::{DeviceForm, Role, Topic};
use assistenz_core::policy::PolicyState;
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::due::{DaysOfMonth, Due, due};
use assistenz_core::view::today::{Coming, Facts, Goal, MonthFact, OwnMonth, Today, today};
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// For how long everyone sees who helped whom back in.
const HELP_SHOWN_MS: i64 = 30 * 24 * 60 * 60 * 1_000;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/heute", get(look))
}

/// What the page shows, read in one turn.
struct Found {
    facts: Facts,
    first_steps: Vec<Task>,
    helps: Vec<(Minute, String, String)>,
    /// Whether the visitor could not come back in without a new link.
    without_way: bool,
}

async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    let asking = visitor.clone();
    let found = app.office().read(move |turn| find(turn, &asking)).await?;
    let view = today(visitor.language, &found.facts);
    let title = visitor.say("page-today-title", &[("day", Value::Day(visitor.today()))]);
    Ok(page(&visitor, Section::Today, &title, body(&visitor, &view, &found)))
}

fn href(goal: Goal) -> String {
    match goal {
        Goal::Months(month) => format!("/monate/{month}"),
        Goal::MonthOf(person, month) => format!("/monat/{person}/{month}"),
        Goal::Team => "/team".to_owned(),
        Goal::Payroll(month) => format!("/lohn/{month}"),
        Goal::Plan(month) => format!("/plan/{month}"),
        Goal::Absences => "/abwesenheiten".to_owned(),
    }
}

fn body(visitor: &Visitor, view: &Today, found: &Found) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let tasks: Vec<Task> = view
        .waiting
        .iter()
        .map(|one| Task { label: one.sentence.clone(), href: href(one.goal), state: None })
        .collect();
    let works = visitor.caller.is(Role::Assistant) || visitor.caller.is(Role::Coach);
    let month = Month::of(visitor.today());
    // Somebody who holds a phone waits for an answer; else one sets up before one approves.
    let urgent = found.facts.devices > 0;
    let first_step = found.first_steps.first().filter(|_| !urgent);
    let (next, leads_to) = match first_step {
        Some(first) => {
            let what = [("what", Value::Text(first.label.as_str()))];
            (visitor.say("today-next", &what), Some(first.href.clone()))
        }
        None => (view.next.clone(), view.goal.map(href)),
    };
    let sees_all = visitor.may(Topic::HoursApprove) || visitor.may(Topic::HoursView);
    html! {
        @if found.without_way { (way_in(visitor)) }
        p.kern-body.office-lead { (next) }
        @if let Some(href) = &leads_to {
            (actions(link_button(Weight::Primary, href, &say("today-go-next"))))
        }
        @if !found.first_steps.is_empty() {
            (heading(&say("first-title")))
            (task_list(&found.first_steps))
        }
        @if works {
            @if let (false, Some((_, since, zone))) = (sees_all, found.facts.on_shift.first()) {
                p.kern-body {
                    (visitor.say("today-own-shift", &[("since", Value::Moment(*since, *zone))]))
                }
            }
            @let person = visitor.caller.person();
            @let label = visitor.say("today-own-month", &[("month", Value::Month(month))]);
            p.kern-body { (link(&format!("/monat/{person}/{month}"), &label)) }
        }
        @if tasks.len() > usize::from(first_step.is_none()) {
            (heading(&say("today-title-waiting")))
            (task_list(&tasks))
        }
        // Who may not see the others' hours is not told that nobody works.
        @if sees_all {
            (heading(&say("today-title-on-shift")))
            @if view.on_shift.is_empty() { (paragraphs(&say("today-nobody"))) }
            @else { ul.kern-list { @for one in &view.on_shift { li { (one) } } } }
        }
        @if visitor.may(Topic::Team) {
            (heading(&say("today-title-silent")))
            @if found.facts.phones.is_empty() { (paragraphs(&say("today-no-phones"))) }
            @else if view.silent.is_empty() { (paragraphs(&say("today-all-heard"))) }
            @else { ul.kern-list { @for one in &view.silent { li { (one) } } } }
        }
        @if !view.dates.is_empty() {
            (heading(&say("today-title-dates")))
            (dates(&view.dates))
            @if !view.dates_source.is_empty() {
                p.kern-body.kern-body--small { (view.dates_source) }
            }
        }
        @if !found.helps.is_empty() {
            (heading(&say("today-title-help")))
            @for (at, helper, person) in &found.helps {
                @let note = visitor.say("page-help-note", &[
                    ("at", Value::Moment(*at, Berlin)),
                    ("helper", Value::Text(helper)),
                    ("person", Value::Text(person)),
                ]);
                (alert(Tone::Info, &note, None))
            }
        }
    }
}

/// Before anything else: a way in that lasts longer than the link.
fn way_in(visitor: &Visitor) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let body = html! {
        (paragraphs(&say("page-access-none-next")))
        (actions(link_button(Weight::Secondary, ACCESS, &say("today-way-in"))))
    };
    alert(Tone::Warning, &say("page-access-none"), Some(&body))
}

fn dates(dates: &[Coming]) -> Markup {
    html! {
        ul.kern-task-list__list {
            @for one in dates {
                li.kern-task-list__item {
                    div.kern-task-list__title { (one.sentence) }
                    div.kern-task-list__status {
                        (badge(if one.pressing { Tone::Warning } else { Tone::Info }, &one.left))
                    }
                }
            }
        }
    }
}

/// Reads what this visitor may know, and nothing else.
fn find(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<Found, OfficeError> {
    let (caller, now_ms) = (&visitor.caller, turn.now_ms);
    let state = journal::state(turn, caller.team())?;
    let (hours, team) = (visitor.may(Topic::HoursApprove), visitor.may(Topic::Team));
    let sees = hours || visitor.may(Topic::HoursView);
    let workers: Vec<PersonId> = state
        .members()
        .filter(|(_, member)| member.is(Role::Assistant, now_ms) || member.is(Role::Coach, now_ms))
        .map(|(person, _)| person)
        .filter(|person| sees || *person == caller.person())
        .collect();
    let mut names = BTreeMap::new();
    for (person, member) in state.members() {
        if member.is_live(now_ms) {
            names.insert(person, name_of(turn, visitor, person)?);
        }
    }
    // Whose name the visitor may not read is called by what they are.
    let called = |person: &PersonId| {
        let member = state.member(*person);
        let role = [Role::Employer, Role::PayrollOffice, Role::Deputy]
            .into_iter()
            .find(|role| member.is_some_and(|member| member.is(*role, now_ms)))
            .map(|role| visitor.say(&format!("page-role-{}", role.word()), &[]));
        names
            .get(person)
            .cloned()
            .flatten()
            .or(role)
            .unwrap_or_else(|| visitor.say("page-nameless", &[]))
    };
    let present = Month::of(visitor.today());
    let (on_shift, months, own, due) = at_desk::look(turn, caller, |acting| {
        let on_shift = acting.on_shift(&workers)?;
        let mut months: Vec<MonthWaiting> = Vec::new();
        if hours {
            months.extend(acting.months_waiting(&workers, present.previous())?);
            months.extend(acting.months_waiting(&workers, present)?);
        }
        let own = own_months(acting, &state, caller.person(), present, now_ms)?;
        let mut region = acting.team_region()?;
        for person in &workers {
            if region.is_none() {
                let contract = acting.contract_of(*person)?;
                region = contract.last().map(|version| version.workplace.region.clone());
            }
        }
        let days = DaysOfMonth {
            cut_off: team_settings::day(acting, CUT_OFF_DAY)?,
            pay: team_settings::day(acting, PAY_DAY)?,
        };
        let mut due = due(visitor.today(), days, region.as_ref());
        if visitor.caller.is(Role::Employer) && !employs_or_did(acting, &state)? {
            due.contributions = None;
        }
        Ok((on_shift, months, own, due))
    })?;
    let mut facts = Facts {
        today: visitor.today(),
        now: visitor.now(),
        zone: Berlin,
        on_shift: on_shift.iter().map(|one| (called(&one.person), one.since, one.zone)).collect(),
        months: months
            .iter()
            .map(|one| MonthFact {
                person: one.person,
                name: called(&one.person),
                month: one.month,
                state: one.state,
                may_approve: one.may_approve,
            })
            .collect(),
        own,
        devices: 0,
        held: 0,
        absences: 0,
        births: 0,
        phones: Vec::new(),
        to_export: to_export(visitor, &months, present.previous()),
        questions: Vec::new(),
        due: told_of(visitor, due),
    };
    if visitor.may(Topic::Rota) {
        let assistants: Vec<PersonId> = state
            .members()
            .filter(|(_, member)| member.is(Role::Assistant, now_ms))
            .map(|(person, _)| person)
            .collect();
        let day = visitor.today();
        facts.absences =
            at_desk::look(turn, caller, |acting| acting.absences_waiting(&assistants, day))?;
        facts.births =
            at_desk::look(turn, caller, |acting| acting.births_awaited(&assistants, day))?;
    }
    if team {
        let waiting = turn.door.pairings(caller.team(), now_ms)?;
        for pairing in &waiting {
            if invite::standing(turn, pairing)? == Standing::Waiting {
                facts.devices += 1;
            }
        }
        facts.held = turn.ledger.held_with(caller.team(), HeldStatus::Held)?.len();
        for (id, device) in state.devices() {
            let live = names.contains_key(&device.person) && !device.revoked;
            if live && device.form != DeviceForm::Desk {
                let heard = turn.door.heard(id)?.map(Minute::floor_ms);
                facts.phones.push((called(&device.person), heard));
            }
        }
    }
    if visitor.may(Topic::Payroll) {
        facts.questions = at_desk::look(turn, caller, |acting| acting.open_questions())?;
    }
    let assistants: Vec<(PersonId, String)> = state
        .members()
        .filter(|(_, member)| member.is(Role::Assistant, now_ms))
        .map(|(person, _)| (person, called(&person)))
        .collect();
    let first_steps = first_steps::left(turn, visitor, &assistants)?;
    let helps = turn.door.helps_since(caller.team(), now_ms.saturating_sub(HELP_SHOWN_MS))?;
    let told =
        |help: &Help| (Minute::floor_ms(help.made_ms), called(&help.helper), called(&help.person));
    let (team, person) = (caller.team(), caller.person());
    let without_way = turn.door.passkeys_of(team, person)?.is_empty()
        && turn.door.password_of(team, person)?.is_none();
    Ok(Found { facts, first_steps, helps: helps.iter().map(told).collect(), without_way })
}

/// What waits for somebody in the months of their own work.
fn own_months(
    acting: &mut Acting<'_>,
    state: &PolicyState,
    person: PersonId,
    present: Month,
    now_ms: i64,
) -> Result<Vec<OwnMonth>, AppError> {
    let member = state.member(person);
    let works =
        member.is_some_and(|one| one.is(Role::Assistant, now_ms) || one.is(Role::Coach, now_ms));
    let mut own = Vec::new();
    for month in [present.previous(), present] {
        if !works {
            break;
        }
        own.extend(acting.months_waiting(&[person], month)?.iter().map(|one| OwnMonth {
            person,
            month,
            to_answer: one.to_answer,
            to_settle: one.to_settle,
            to_declare: month < present
                && one.complete != Complete::Yes
                && one.state != MonthState::Approved,
        }));
    }
    Ok(own)
}

/// Whether there is or was a contract; before the first nobody owes contributions.
fn employs_or_did(acting: &mut Acting<'_>, state: &PolicyState) -> Result<bool, AppError> {
    for (person, member) in state.members() {
        if member.ever_worked() && !acting.contract_of(person)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Pay day is for everybody; the other dates are for who pays.
fn told_of(visitor: &Visitor, due: Due) -> Due {
    if visitor.may(Topic::Payroll) || visitor.caller.is(Role::PayrollOffice) {
        return due;
    }
    Due { pay_day: due.pay_day, paid_before: due.paid_before, ..Due::default() }
}

/// How somebody is called, to those who may read it.
fn name_of(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    person: PersonId,
) -> Result<Option<String>, OfficeError> {
    if at_desk::can_read(turn, &visitor.caller, &DocumentId::person(person))? {
        for field in ["called", "name"] {
            let found =
                at_desk::look(turn, &visitor.caller, |acting| acting.person_field(person, field))?;
            if let Some(name) = found.filter(|name| !name.trim().is_empty()) {
                return Ok(Some(name));
            }
        }
    }
    Ok(None)
}

/// The month before, once everything in it is approved and not yet gone out.
fn to_export(visitor: &Visitor, months: &[MonthWaiting], month: Month) -> Vec<(Month, usize)> {
    let of_month = || months.iter().filter(move |one| one.month == month);
    let ready = of_month().filter(|one| one.state == MonthState::Approved && !one.exported).count();
    if visitor.may(Topic::Payroll) && ready > 0 { vec![(month, ready)] } else { Vec::new() }
}
