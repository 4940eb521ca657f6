//! Signing in and out.

use super::components::{Problems, Tone, Weight, alert, button, heading, paragraphs};
use super::error::PageError;
use super::frame::{done, go, outside, put};
use super::look::Look;
use super::visitor::{self, SESSION, Sent, Visitor, set_cookie};
use crate::door::{SESSION_MS, Session};
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::routes::App;
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::Credential;
use assistenz_core::words::say;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/anmelden", get(look))
        .route("/anmelden/link/{token}", get(look_at_link).post(use_link))
        .route("/abmelden", post(sign_out))
}

async fn look(State(app): State<App>, headers: HeaderMap) -> Markup {
    let look = Look::of(&headers, &app);
    let say = |key: &str| say(look.language, key, &[]);
    let body = html! {
        p.kern-body.office-lead { (say("page-sign-in-lead")) }
        (paragraphs(&say("page-sign-in-no-way")))
    };
    outside(look, &say("page-sign-in-title"), &Problems::new(), body)
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
            div.actions { (button(Weight::Primary, &say("page-sign-in-link-go"))) }
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
    request: Request,
) -> Result<Response, PageError> {
    let (parts, _) = request.into_parts();
    if !visitor::from_our_pages(&parts.headers, &app) {
        return Err(PageError::unchecked_form());
    }
    app.count_stranger(&parts)?;
    let opened = app
        .office()
        .write(move |turn| match turn.door.use_link(&token, turn.now_ms)? {
            Some((team, person)) => Ok(Some(open(turn, team, person, Credential::Link)?)),
            None => Ok(None),
        })
        .await?;
    match opened {
        Some(token) => {
            app.forgive_stranger(&parts);
            Ok(signed_in(&app, &token, "/heute"))
        }
        None => Ok(over(Look::of(&parts.headers, &app))),
    }
}

/// A session of a browser for somebody who has shown who they are.
pub(crate) fn open(
    turn: &mut Turn<'_>,
    team: TeamId,
    person: PersonId,
    credential: Credential,
) -> Result<String, OfficeError> {
    let state = crate::journal::state(turn, team)?;
    if !state.member(person).is_some_and(|member| member.is_live(turn.now_ms)) {
        return Err(Refusal::NotSignedIn.into());
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
    Ok(token)
}

/// Gives the browser its cookie and leads on.
pub(crate) fn signed_in(app: &App, token: &str, next: &str) -> Response {
    let mut response = go(next);
    let cookie = set_cookie(app, SESSION, token, Some(SESSION_MS / 1_000));
    put(&mut response, header::SET_COOKIE, &cookie);
    response
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn sign_out(
    State(app): State<App>,
    visitor: Visitor,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let sentence = visitor.say("page-signed-out", &[]);
    app.office()
        .read(move |turn| Ok(turn.door.end_session(&visitor.caller.session.id, turn.now_ms)?))
        .await?;
    let mut response = done(&app, "/anmelden", &sentence);
    put(&mut response, header::SET_COOKIE, &set_cookie(&app, SESSION, "", Some(0)));
    Ok(response)
}
