//! Everybody of the team, and what waits: phones to let in, held entries.

use super::{
    Known, Waiting, held_count, known, may_see, moment, nameless, reads_contract, roles, waiting,
};
use crate::at_desk;
use crate::fault::OfficeError;
use crate::journal;
use crate::pages::components::{
    Task, Tone, Weight, actions, alert, badge, heading, link, link_button, task_list,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::contract::version::in_force;
use assistenz_core::log::{Role, Topic};
use assistenz_core::words::Value;
use axum::extract::State;
use chrono::NaiveDate;
use maud::{Markup, html};

/// One person with the state of their contract: `None` where the visitor may
/// not read it.
struct Row {
    known: Known,
    contract: Option<Option<NaiveDate>>,
}

struct Team {
    rows: Vec<Row>,
    waiting: Vec<Waiting>,
    held: usize,
}

/// `GET /team`
pub(super) async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    let (caller, nameless, today) = (visitor.caller.clone(), nameless(&visitor), visitor.today());
    let team = app
        .office()
        .read(move |turn| {
            may_see(&caller)?;
            let state = journal::state(turn, caller.team())?;
            let mut rows = Vec::new();
            for (person, member) in state.members() {
                let known = known(turn, &caller, &nameless, person)?;
                let contract = if member.ever_worked() && reads_contract(turn, &caller, person)? {
                    let versions =
                        at_desk::look(turn, &caller, |acting| acting.contract_of(person))?;
                    Some(in_force(&versions, today).map(|version| version.valid_from))
                } else {
                    None
                };
                rows.push(Row { known, contract });
            }
            rows.sort_by(|a, b| a.known.name.cmp(&b.known.name));
            let waiting = waiting(turn, &caller)?;
            let held = held_count(turn, &caller)?;
            Ok::<_, OfficeError>(Team { rows, waiting, held })
        })
        .await?;
    let title = visitor.say("page-team-title", &[]);
    Ok(page(&visitor, Section::Team, &title, body(&visitor, &team)))
}

fn body(visitor: &Visitor, team: &Team) -> Markup {
    let live = |row: &&Row| row.known.member.is_live(visitor.caller.now_ms);
    let (now, left): (Vec<&Row>, Vec<&Row>) = team.rows.iter().partition(live);
    let employer = visitor.caller.is(Role::Employer);
    html! {
        (waits(visitor, team))
        @if visitor.may(Topic::Team) {
            (actions(link_button(
                Weight::Primary,
                "/team/einladen",
                &visitor.say("page-team-invite", &[]),
            )))
        }
        (heading(&visitor.say("page-team-people", &[])))
        div.team-people { @for row in &now { (card(visitor, row)) } }
        @if !left.is_empty() {
            (heading(&visitor.say("page-team-people-left", &[])))
            div.team-people { @for row in &left { (card(visitor, row)) } }
        }
        @if visitor.may(Topic::Team) {
            (heading(&visitor.say("page-team-more", &[])))
            ul.kern-list {
                li { (link("/team/lohnbuero", &visitor.say("page-team-payroll-office", &[]))) }
                li { (link("/team/einstellungen", &visitor.say("page-team-settled", &[]))) }
                @if employer {
                    li { (link("/team/zurueckgehalten", &visitor.say("page-team-held", &[]))) }
                }
            }
        }
    }
}

/// What waits for the visitor here.
fn waits(visitor: &Visitor, team: &Team) -> Markup {
    let name = |one: &Waiting| {
        let row = team.rows.iter().find(|row| row.known.person == one.person);
        row.map_or_else(String::new, |row| row.known.name.clone())
    };
    let mut tasks: Vec<Task> = team
        .waiting
        .iter()
        .map(|one| Task {
            label: visitor.say("page-team-waits-phone", &[("name", Value::Text(&name(one)))]),
            href: format!("/team/warten/{}", one.pairing),
            state: Some((Tone::Warning, visitor.say("page-team-waits", &[]))),
        })
        .collect();
    if team.held > 0 {
        let count = Value::Number(i64::try_from(team.held).unwrap_or(i64::MAX));
        tasks.push(Task {
            label: visitor.say("page-team-waits-held", &[("count", count)]),
            href: "/team/zurueckgehalten".to_owned(),
            state: Some((Tone::Warning, visitor.say("page-team-waits", &[]))),
        });
    }
    html! {
        @if !tasks.is_empty() {
            (heading(&visitor.say("page-team-waiting", &[])))
            (task_list(&tasks))
        }
        @if team.rows.len() <= 1 {
            (alert(Tone::Info, &visitor.say("page-team-alone", &[]), None))
        }
    }
}

fn card(visitor: &Visitor, row: &Row) -> Markup {
    let known = &row.known;
    let live = known.member.is_live(visitor.caller.now_ms);
    let phones: Vec<_> = known.devices.iter().filter(|phone| !phone.revoked).collect();
    let heard = phones.iter().filter_map(|phone| phone.heard_ms).max();
    let works = known.member.is(Role::Assistant, visitor.caller.now_ms);
    html! {
        section.team-card {
            h3.kern-heading-small { (link(&known.address(), &known.name)) }
            p.kern-body { (roles(visitor, &known.member)) }
            @if live && works {
                p.kern-body {
                    @if phones.is_empty() {
                        (badge(Tone::Warning, &visitor.say("page-team-no-phone", &[])))
                    } @else if let Some(heard) = heard {
                        (visitor.say("page-team-heard", &[("at", Value::Text(&moment(visitor, heard)))]))
                    } @else {
                        (visitor.say("page-team-not-heard", &[]))
                    }
                }
            }
            @if live && works {
                @match row.contract {
                    Some(Some(from)) => {
                        p.kern-body { (visitor.say("page-team-contract-from", &[("day", Value::Day(from))])) }
                    }
                    Some(None) => {
                        p.kern-body {
                            (badge(Tone::Warning, &visitor.say("page-team-no-contract", &[])))
                        }
                    }
                    None => {}
                }
            }
        }
    }
}
