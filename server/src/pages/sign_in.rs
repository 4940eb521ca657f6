//! Signing in and out: passkey, password with one-time code, recovery code,
//! one-time link.

use super::components::{
    Problems, Tone, Weight, actions, alert, button, details, heading, paragraphs,
};
use super::error::PageError;
use super::frame::{go, outside, put};
use super::kept::Kept;
use super::look::Look;
use super::prove;
use super::visitor::{SESSION, Sent, Stranger, Visitor, set_cookie};
use super::ways_in::WaysIn;
use crate::door::{SESSION_MS, Session};
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::Credential;
use assistenz_core::words::say;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use maud::html;
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/anmelden", get(look))
        .route("/anmelden/passkey/frage", post(ask_passkey))
        .route("/anmelden/passkey", post(by_passkey))
        .route("/anmelden/kennwort", post(by_password))
        .route("/anmelden/wiederherstellung", post(by_recovery_code))
        .route("/anmelden/link/{token}", get(look_at_link).post(use_link))
        .route("/abmelden", post(sign_out))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    weiter: String,
    #[serde(default)]
    abgemeldet: Option<String>,
}

async fn look(State(app): State<App>, headers: HeaderMap, Query(asked): Query<Asked>) -> Response {
    let look = Look::of(&headers, &app);
    let kept = Kept::path(&asked.weiter);
    let told = asked.abgemeldet.is_some().then_some("page-signed-out");
    page(&app, look, &kept, &Problems::new(), told, "")
}

/// The sign-in page. `told` is a sentence before everything else.
pub(crate) fn page(
    app: &App,
    look: Look,
    kept: &Kept,
    problems: &Problems,
    told: Option<&str>,
    name: &str,
) -> Response {
    let say = |key: &str| say(look.language, key, &[]);
    let ways = WaysIn {
        look,
        base: "/anmelden",
        csrf: None,
        passkey: app.passkeys().possible(),
        password: true,
        kept,
        problems,
        name,
    };
    let body = html! {
        @if let Some(told) = told { (alert(Tone::Info, &say(told), None)) }
        p.kern-body.office-lead { (say("page-sign-in-lead")) }
        (ways.all())
        (details(&say("page-sign-in-lost"), paragraphs(&say("page-sign-in-lost-next"))))
        (details(&say("page-sign-in-new"), paragraphs(&say("page-sign-in-new-next"))))
    };
    let page = outside(look, &say("page-sign-in-title"), problems, body);
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, page).into_response()
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn ask_passkey(
    State(app): State<App>,
    _stranger: Stranger<Nothing>,
) -> Result<Json<serde_json::Value>, PageError> {
    let asking = app.clone();
    let question = app
        .office()
        .read(move |turn| asking.passkeys().ask_anyone(turn.random()?, turn.now_ms))
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
    stranger: Stranger<Answer>,
) -> Result<Response, PageError> {
    let Answer { frage, antwort, kept } = &stranger.form;
    match prove::by_passkey(&app, frage, antwort).await {
        Ok((team, person)) => enter(&app, &stranger, team, person, Credential::Passkey, kept).await,
        Err(OfficeError::Refused(Refusal::NotProven)) => {
            Ok(again(&app, stranger.look, kept, ("", "page-way-passkey-failed"), ""))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Debug, Deserialize)]
struct Password {
    name: String,
    kennwort: String,
    code: String,
    #[serde(flatten)]
    kept: Kept,
}

async fn by_password(
    State(app): State<App>,
    stranger: Stranger<Password>,
) -> Result<Response, PageError> {
    let Password { name, kennwort, code, kept } = &stranger.form;
    match prove::by_password(&app, name, kennwort, code).await {
        Ok((team, person)) => {
            enter(&app, &stranger, team, person, Credential::Password, kept).await
        }
        Err(OfficeError::Refused(Refusal::NotProven)) => {
            Ok(again(&app, stranger.look, kept, ("name", "page-way-password-wrong"), name))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Debug, Deserialize)]
struct Recovery {
    wiederherstellung: String,
    #[serde(flatten)]
    kept: Kept,
}

async fn by_recovery_code(
    State(app): State<App>,
    stranger: Stranger<Recovery>,
) -> Result<Response, PageError> {
    let Recovery { wiederherstellung, kept } = &stranger.form;
    match prove::by_recovery_code(&app, wiederherstellung, None).await {
        Ok((team, person)) => {
            enter(&app, &stranger, team, person, Credential::RecoveryCode, kept).await
        }
        Err(OfficeError::Refused(Refusal::NotProven)) => {
            let wrong = ("wiederherstellung", "page-way-recovery-wrong");
            Ok(again(&app, stranger.look, kept, wrong, ""))
        }
        Err(error) => Err(error.into()),
    }
}

fn again(app: &App, look: Look, kept: &Kept, (field, key): (&str, &str), name: &str) -> Response {
    let mut problems = Problems::new();
    problems.add(field, say(look.language, key, &[]));
    page(app, look, kept, &problems, None, name)
}

/// Opens the session and goes on where the person was going.
async fn enter<T>(
    app: &App,
    stranger: &Stranger<T>,
    team: TeamId,
    person: PersonId,
    credential: Credential,
    kept: &Kept,
) -> Result<Response, PageError> {
    let browser = stranger.browser.clone();
    let token =
        app.office().write(move |turn| open(turn, team, person, credential, &browser)).await?;
    stranger.forgive(app);
    if kept.formular.is_empty() {
        return Ok(signed_in(app, &token, kept.next()));
    }
    let visitor = stranger.becomes(app, &token).await?;
    let mut response = kept.go_on(&visitor);
    put(&mut response, header::SET_COOKIE, &session_cookie(app, &token));
    Ok(response)
}

/// Only looks: programs that open links in letters ahead of people use nothing up.
async fn look_at_link(
    State(app): State<App>,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let look = Look::of(&headers, &app);
    let say = |key: &str| say(look.language, key, &[]);
    let shown = token.clone();
    let known = app.office().read(move |turn| Ok(turn.door.link(&shown, turn.now_ms)?)).await?;
    if known.is_none() {
        return Ok(over(look));
    }
    let body = html! {
        p.kern-body.office-lead { (say("page-sign-in-lead")) }
        (paragraphs(&say("page-sign-in-link-lead")))
        form.stack method="post" action={ "/anmelden/link/" (token) } {
            (actions(button(Weight::Primary, &say("page-sign-in-link-go"))))
        }
    };
    Ok(outside(look, &say("page-sign-in-link-title"), &Problems::new(), body).into_response())
}

fn over(look: Look) -> Response {
    let say = |key: &str| say(look.language, key, &[]);
    let body = html! {
        (alert(Tone::Warning, &say("page-sign-in-link-over"), None))
        (heading(&say("page-error-next")))
        (paragraphs(&say("page-sign-in-link-over-next")))
    };
    let page = outside(look, &say("page-sign-in-link-title"), &Problems::new(), body);
    (StatusCode::GONE, page).into_response()
}

async fn use_link(
    State(app): State<App>,
    Path(token): Path<String>,
    stranger: Stranger<Nothing>,
) -> Result<Response, PageError> {
    let browser = stranger.browser.clone();
    let opened = app
        .office()
        .write(move |turn| match turn.door.use_link(&token, turn.now_ms)? {
            Some((team, person)) => {
                let token = open(turn, team, person, Credential::Link, &browser)?;
                let safe = !turn.door.passkeys_of(team, person)?.is_empty()
                    || turn.door.password_of(team, person)?.is_some();
                Ok(Some((token, safe)))
            }
            None => Ok(None),
        })
        .await?;
    let Some((token, safe)) = opened else { return Ok(over(stranger.look)) };
    stranger.forgive(&app);
    // The link is gone now: without another way in, the first thing is to make one.
    Ok(signed_in(&app, &token, if safe { "/heute" } else { "/einstellungen/zugang" }))
}

/// A session of a browser for somebody who has shown who they are.
pub(crate) fn open(
    turn: &mut Turn<'_>,
    team: TeamId,
    person: PersonId,
    credential: Credential,
    browser: &str,
) -> Result<String, OfficeError> {
    let state = journal::state(turn, team)?;
    if !state.member(person).is_some_and(|member| member.is_live(turn.now_ms)) {
        return Err(Refusal::NotProven.into());
    }
    let token = format!("az_{}", hex::encode(turn.random::<32>()?));
    let session = Session {
        id: turn.random()?,
        team,
        person,
        credential,
        stepped_ms: turn.now_ms,
        expires_ms: turn.now_ms.saturating_add(SESSION_MS),
    };
    turn.door.add_session(&token, &session, turn.now_ms)?;
    turn.door.name_browser(&session.id, browser)?;
    Ok(token)
}

fn session_cookie(app: &App, token: &str) -> String {
    set_cookie(app, SESSION, token, Some(SESSION_MS / 1_000))
}

/// Gives the browser its cookie and leads on.
fn signed_in(app: &App, token: &str, next: &str) -> Response {
    let mut response = go(next);
    put(&mut response, header::SET_COOKIE, &session_cookie(app, token));
    response
}

async fn sign_out(
    State(app): State<App>,
    visitor: Visitor,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    app.office()
        .read(move |turn| Ok(turn.door.end_session(&visitor.caller.session.id, turn.now_ms)?))
        .await?;
    let mut response = go("/anmelden?abgemeldet=1");
    put(&mut response, header::SET_COOKIE, &set_cookie(&app, SESSION, "", Some(0)));
    // What the browser kept of visited pages is no longer this visitor's.
    put(&mut response, header::HeaderName::from_static("clear-site-data"), "\"cache\"");
    Ok(response)
}
