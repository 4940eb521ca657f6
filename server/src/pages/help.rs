//! Helping somebody back in (Anmeldelink geben): the employer for everyone, a
//! deputy with the topic team for who is nothing but assistant or coach, and
//! the trusted person for the employer. Everyone sees who helped whom.

use super::components::{Tone, Weight, actions, alert, button, form, link_button, paragraphs, qr};
use super::error::PageError;
use super::frame::{Section, page};
use super::visitor::{Sent, Stepped, Visitor};
use crate::at_desk;
use crate::credential::passkey;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Role, Topic};
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/zugang/{person}", get(look).post(give))
}

/// Where a member is given a sign-in link.
pub(super) fn address(person: PersonId) -> String {
    format!("/zugang/{person}")
}

/// Whether the caller may give this member a sign-in link.
pub(super) fn may_give(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<bool, OfficeError> {
    match judge(turn, caller, person) {
        Ok(_) => Ok(true),
        Err(OfficeError::Refused(Refusal::NoRight | Refusal::NotFound)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// The employers whom the caller may let back in, and how they are called.
pub(super) fn employers_to_help(
    turn: &mut Turn<'_>,
    caller: &Caller,
) -> Result<Vec<(PersonId, Option<String>)>, OfficeError> {
    let (state, now_ms) = (journal::state(turn, caller.team())?, turn.now_ms);
    let mut found = Vec::new();
    for (person, member) in state.members() {
        if member.is(Role::Employer, now_ms) && may_give(turn, caller, person)? {
            found.push((person, judge(turn, caller, person)?));
        }
    }
    Ok(found)
}

/// Whether the caller may give this member a sign-in link, and how they are called.
fn judge(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<Option<String>, OfficeError> {
    let now_ms = turn.now_ms;
    let state = journal::state(turn, caller.team())?;
    let member = state.member(person).filter(|member| member.is_live(now_ms));
    let member = member.ok_or(Refusal::NotFound)?;
    let employer = member.is(Role::Employer, now_ms);
    let above =
        employer || member.is(Role::Deputy, now_ms) || member.is(Role::PayrollOffice, now_ms);
    let may = if caller.person() == person {
        false
    } else if employer {
        caller.is(Role::Employer) || state.trusted() == Some(caller.person())
    } else {
        caller.is(Role::Employer) || (!above && caller.may(Topic::Team))
    };
    if !may {
        return Err(Refusal::NoRight.into());
    }
    let called = at_desk::look(turn, caller, |acting| acting.person_field(person, "called"))?;
    let name = at_desk::look(turn, caller, |acting| acting.person_field(person, "name"))?;
    Ok(called.or(name))
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let asking = visitor.clone();
    let called = app.office().read(move |turn| judge(turn, &asking.caller, person)).await?;
    let called = called.unwrap_or_else(|| visitor.say("page-nameless", &[]));
    let name = [("name", Value::Text(called.as_str()))];
    let go = visitor.say("page-help-give", &name);
    let body = html! {
        (paragraphs(&visitor.say("page-help-lead", &name)))
        (alert(Tone::Info, &visitor.say("page-help-shown", &[]), None))
        (form(&visitor, &address(person), actions(html! {
            (button(Weight::Primary, &go))
            (link_button(Weight::Secondary, "/heute", &visitor.say("page-cancel", &[])))
        })))
    };
    Ok(page(&visitor, Section::Team, &visitor.say("page-help-title", &name), body))
}

#[derive(Debug, Deserialize)]
struct Nothing {}

/// The link is shown once, as the answer to the form itself.
async fn give(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Ids(person): Ids<PersonId>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let asking = visitor.clone();
    let (called, token) = app
        .office()
        .write(move |turn| {
            let called = judge(turn, &asking.caller, person)?;
            journal::desk_by(turn, &asking.caller, person)?;
            let token = hex::encode(turn.random::<20>()?);
            let team = asking.caller.team();
            turn.door.add_link(&token, team, person, turn.now_ms)?;
            turn.door.note_help(team, asking.caller.person(), person, turn.now_ms)?;
            Ok((called, token))
        })
        .await?;
    let called = called.unwrap_or_else(|| visitor.say("page-nameless", &[]));
    let name = [("name", Value::Text(called.as_str()))];
    let base = passkey::origin(app.address())
        .map_or_else(|| app.address().to_owned(), |url| url.as_str().to_owned());
    let link = format!("{}/anmelden/link/{token}", base.trim_end_matches('/'));
    let body = html! {
        (paragraphs(&visitor.say("page-help-given", &name)))
        p.kern-body { code.office-secret { (link) } }
        (qr(&visitor.say("page-help-qr", &name), &link))
        (alert(Tone::Warning, &visitor.say("page-help-once", &[]), None))
        (actions(link_button(Weight::Primary, "/heute", &visitor.say("page-error-to-today", &[]))))
    };
    Ok(page(&visitor, Section::Team, &visitor.say("page-help-title", &name), body).into_response())
}
