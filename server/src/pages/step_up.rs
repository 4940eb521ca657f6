//! Showing once more who one is (Bestätigen), before approving, exporting,
//! pairing and revoking. What was typed comes along and is not lost.

use super::components::{Problems, Weight, actions, link_button, paragraphs};
use super::error::PageError;
use super::frame::framed;
use super::kept::Kept;
use super::prove::{self, Known};
use super::visitor::{Sent, Visitor};
use super::ways_in::WaysIn;
use crate::fault::{OfficeError, Refusal};
use crate::routes::App;
use assistenz_core::log::Role;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use maud::html;
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/bestaetigen/passkey/frage", post(ask_passkey))
        .route("/bestaetigen/passkey", post(by_passkey))
        .route("/bestaetigen/kennwort", post(by_password))
        .route("/bestaetigen/wiederherstellung", post(by_recovery_code))
}

/// The page that asks who is there, with the ways this person has.
pub(crate) async fn page(
    app: &App,
    visitor: &Visitor,
    kept: &Kept,
    problems: &Problems,
) -> Result<Response, OfficeError> {
    let (team, person) = known(visitor);
    let (passkey, password) = app
        .office()
        .read(move |turn| {
            let passkey = !turn.door.passkeys_of(team, person)?.is_empty();
            Ok((passkey, turn.door.password_of(team, person)?.is_some()))
        })
        .await?;
    let ways = WaysIn {
        look: visitor.look,
        base: "/bestaetigen",
        csrf: Some(visitor.csrf()),
        passkey: passkey && app.passkeys().possible(),
        password,
        kept,
        problems,
        name: "",
    };
    let title = visitor.say("page-step-up-title", &[]);
    let lead = if passkey || password { "page-step-up-lead" } else { "page-step-up-no-way" };
    let body = html! {
        (paragraphs(&visitor.say(lead, &[])))
        @if !passkey && !password && visitor.caller.is(Role::Employer) {
            (paragraphs(&visitor.say("page-step-up-no-way-employer", &[])))
        }
        (ways.all())
        (actions(link_button(Weight::Quiet, "/heute", &visitor.say("page-step-up-leave", &[]))))
    };
    let page = framed(visitor, None, &title, problems, body);
    Ok((StatusCode::FORBIDDEN, page).into_response())
}

const fn known(visitor: &Visitor) -> Known {
    (visitor.caller.team(), visitor.caller.person())
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn ask_passkey(
    State(app): State<App>,
    visitor: Visitor,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Json<serde_json::Value>, PageError> {
    let (asking, of) = (app.clone(), known(&visitor));
    let question = app
        .office()
        .read(move |turn| {
            let keys = turn.door.passkeys_of(of.0, of.1)?;
            asking.passkeys().ask_again(of, &keys, (turn.random()?, turn.now_ms))
        })
        .await?;
    Ok(Json(question))
}

#[derive(Debug, Deserialize)]
struct Answer {
    frage: String,
    antwort: String,
    #[serde(flatten)]
    kept: Kept,
}

async fn by_passkey(
    State(app): State<App>,
    visitor: Visitor,
    Sent(shown): Sent<Answer>,
) -> Result<Response, PageError> {
    let judged = prove::by_passkey(&app, &shown.frage, &shown.antwort).await;
    stepped(&app, &visitor, &shown.kept, judged, ("", "page-way-passkey-failed")).await
}

#[derive(Debug, Deserialize)]
struct Password {
    kennwort: String,
    code: String,
    #[serde(flatten)]
    kept: Kept,
}

async fn by_password(
    State(app): State<App>,
    visitor: Visitor,
    Sent(shown): Sent<Password>,
) -> Result<Response, PageError> {
    let of = known(&visitor);
    let judged = prove::again_by_password(&app, of, &shown.kennwort, &shown.code).await;
    stepped(&app, &visitor, &shown.kept, judged, ("kennwort", "page-way-again-wrong")).await
}

#[derive(Debug, Deserialize)]
struct Recovery {
    wiederherstellung: String,
    #[serde(flatten)]
    kept: Kept,
}

async fn by_recovery_code(
    State(app): State<App>,
    visitor: Visitor,
    Sent(shown): Sent<Recovery>,
) -> Result<Response, PageError> {
    app.count_name(&visitor.caller.person().to_string())?;
    let of = known(&visitor);
    let judged = prove::by_recovery_code(&app, &shown.wiederherstellung, Some(of)).await;
    let wrong = ("wiederherstellung", "page-way-recovery-wrong");
    stepped(&app, &visitor, &shown.kept, judged, wrong).await
}

/// Goes on if it was this person, else asks again with everything kept.
async fn stepped(
    app: &App,
    visitor: &Visitor,
    kept: &Kept,
    judged: Result<Known, OfficeError>,
    (field, key): (&str, &str),
) -> Result<Response, PageError> {
    let same = match judged {
        Ok(shown) => shown == known(visitor),
        Err(OfficeError::Refused(Refusal::NotProven)) => false,
        Err(error) => return Err(error.into()),
    };
    if !same {
        let mut problems = Problems::new();
        problems.add(field, visitor.say(key, &[]));
        return Ok(page(app, visitor, kept, &problems).await?);
    }
    let id = visitor.caller.session.id;
    app.office().read(move |turn| Ok(turn.door.step_up(&id, turn.now_ms)?)).await?;
    Ok(kept.go_on(visitor))
}
