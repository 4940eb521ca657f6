//! The visitor's own ways in (Zugang): passkeys, password, recovery codes, and
//! the list of open sessions.

use super::components::{
    Column, Field, Problems, Tone, Weight, actions, alert, button, column, form, heading, hidden,
    link_button, paragraphs, table, text_field,
};
use super::error::PageError;
use super::frame::{Section, done, page, refused};
use super::visitor::{Sent, Stepped, Visitor};
use crate::credential::recovery;
use crate::door::{KeptPasskey, OpenSession};
use crate::fault::{OfficeError, Refusal};
use crate::routes::App;
use assistenz_core::log::Credential;
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};
use serde::Deserialize;

/// The page's address.
pub(crate) const ACCESS: &str = "/einstellungen/zugang";
/// The longest name of a passkey, in letters.
const LONGEST: usize = 60;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/einstellungen/zugang", get(look))
        .route("/einstellungen/zugang/passkey/frage", post(ask_passkey))
        .route("/einstellungen/zugang/passkey", post(add_passkey))
        .route("/einstellungen/zugang/passkey/entfernen", post(remove_passkey))
        .route("/einstellungen/zugang/wiederherstellung", post(new_codes))
        .route("/einstellungen/sitzungen/beenden", post(end_session))
        .route("/einstellungen/sitzungen/andere-beenden", post(end_others))
}

/// What a person has to be let in with.
struct Ways {
    passkeys: Vec<KeptPasskey>,
    password: Option<String>,
    codes: i64,
    sessions: Vec<OpenSession>,
}

async fn ways(app: &App, visitor: &Visitor) -> Result<Ways, OfficeError> {
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    app.office()
        .read(move |turn| {
            Ok(Ways {
                passkeys: turn.door.passkeys_of(team, person)?,
                password: turn.door.password_of(team, person)?.map(|kept| kept.name),
                codes: turn.door.recovery_codes_left(team, person)?,
                sessions: turn.door.sessions_of(team, person, turn.now_ms)?,
            })
        })
        .await
}

async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    let ways = ways(&app, &visitor).await?;
    let title = visitor.say("page-access-title", &[]);
    Ok(page(&visitor, Section::Settings, &title, body(&app, &visitor, &ways, &Problems::new())))
}

fn moment(visitor: &Visitor, ms: i64) -> String {
    visitor.say("page-moment", &[("at", Value::Moment(Minute::floor_ms(ms), Berlin))])
}

fn body(app: &App, visitor: &Visitor, ways: &Ways, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let alone = ways.passkeys.is_empty() && ways.password.is_none();
    html! {
        @if alone { (alert(Tone::Warning, &say("page-access-none"), Some(&paragraphs(&say("page-access-none-next"))))) }
        (heading(&say("page-access-passkeys")))
        (paragraphs(&say("page-access-passkeys-lead")))
        (passkeys(visitor, &ways.passkeys))
        @if app.passkeys().possible() { (new_passkey(visitor, problems)) }
        @else { (paragraphs(&say("page-access-passkeys-impossible"))) }
        (heading(&say("page-access-password")))
        @if let Some(name) = &ways.password {
            (paragraphs(&visitor.say("page-access-password-is", &[("name", Value::Text(name))])))
        } @else { (paragraphs(&say("page-access-password-none"))) }
        (actions(html! {
            (link_button(Weight::Secondary, "/einstellungen/zugang/kennwort", &say(if ways.password.is_some() {
                "page-access-password-set"
            } else {
                "page-access-password-title"
            })))
        }))
        @if ways.password.is_some() {
            (form(visitor, "/einstellungen/zugang/kennwort/entfernen",
                actions(button(Weight::Quiet, &say("page-access-password-remove")))))
        }
        (heading(&say("page-access-codes")))
        (paragraphs(&visitor.say("page-access-codes-left", &[("count", Value::Number(ways.codes))])))
        (form(visitor, "/einstellungen/zugang/wiederherstellung",
            actions(button(Weight::Secondary, &say("page-access-codes-new")))))
        (heading(&say("page-access-sessions")))
        (sessions(visitor, &ways.sessions))
    }
}

fn passkeys(visitor: &Visitor, keys: &[KeptPasskey]) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let (name, made, used, act) = (
        say("page-access-passkey-name"),
        say("page-access-passkey-made"),
        say("page-access-passkey-used"),
        say("page-access-act"),
    );
    let columns: [Column<'_>; 4] = [column(&name), column(&made), column(&used), column(&act)];
    let rows: Vec<Vec<Markup>> = keys
        .iter()
        .map(|key| {
            let label =
                visitor.say("page-access-passkey-remove", &[("name", Value::Text(&key.label))]);
            let remove = html! {
                (hidden("id", &hex::encode(&key.id)))
                (button(Weight::Quiet, &label))
            };
            let used =
                key.used_ms.map_or_else(|| say("page-access-never"), |at| moment(visitor, at));
            vec![
                html! { (key.label) },
                html! { (moment(visitor, key.made_ms)) },
                html! { (used) },
                form(visitor, "/einstellungen/zugang/passkey/entfernen", remove),
            ]
        })
        .collect();
    html! { @if !keys.is_empty() { div.under-heading { (table(visitor, &say("page-access-passkeys-caption"), &columns, &rows)) } } }
}

fn new_passkey(visitor: &Visitor, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let (label, hint) = (say("page-access-passkey-label"), say("page-access-passkey-label-hint"));
    html! {
        form.stack method="post" action="/einstellungen/zugang/passkey"
            data-passkey="create" data-ask="/einstellungen/zugang/passkey/frage" {
            (hidden("csrf", visitor.csrf()))
            (hidden("frage", ""))
            (hidden("antwort", ""))
            (text_field(&Field::new("name", &label).hint(&hint).complete("off").problem(problems)))
            p.kern-body.office-needs-script { (say("page-way-passkey-script")) }
            p.kern-body role="alert" data-passkey-failed hidden { (say("page-access-passkey-failed")) }
            (actions(button(Weight::Primary, &say("page-access-passkey-new"))))
        }
    }
}

fn sessions(visitor: &Visitor, open: &[OpenSession]) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let (browser, since, how, act) = (
        say("page-access-session-browser"),
        say("page-access-session-since"),
        say("page-access-session-how"),
        say("page-access-act"),
    );
    let columns = [column(&browser), column(&since), column(&how), column(&act)];
    let rows: Vec<Vec<Markup>> = open
        .iter()
        .map(|one| {
            let name = if one.browser.is_empty() {
                say("page-access-session-program")
            } else {
                one.browser.clone()
            };
            let since = moment(visitor, one.made_ms);
            let label = visitor.say(
                "page-access-session-end",
                &[("browser", Value::Text(&name)), ("since", Value::Text(&since))],
            );
            let act = if one.id == visitor.caller.session.id {
                html! { (say("page-access-session-this")) }
            } else {
                form(
                    visitor,
                    "/einstellungen/sitzungen/beenden",
                    html! {
                        (hidden("id", &hex::encode(one.id)))
                        (button(Weight::Quiet, &label))
                    },
                )
            };
            vec![html! { (name) }, html! { (since) }, html! { (say(how_key(one.credential))) }, act]
        })
        .collect();
    html! {
        div.under-heading { (table(visitor, &say("page-access-sessions-caption"), &columns, &rows)) }
        @if open.len() > 1 {
            (form(visitor, "/einstellungen/sitzungen/andere-beenden",
                actions(button(Weight::Secondary, &say("page-access-sessions-end-others")))))
        }
    }
}

const fn how_key(credential: Credential) -> &'static str {
    match credential {
        Credential::Passkey => "page-access-how-passkey",
        Credential::Password => "page-access-how-password",
        Credential::CommandLine => "page-access-how-command-line",
        Credential::Link => "page-access-how-link",
        Credential::RecoveryCode => "page-access-how-recovery",
    }
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn ask_passkey(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Json<serde_json::Value>, PageError> {
    let (asking, called) = (app.clone(), visitor.called());
    let of = (visitor.caller.team(), visitor.caller.person());
    let question = app
        .office()
        .read(move |turn| {
            let known = turn.door.passkeys_of(of.0, of.1)?;
            asking.passkeys().ask_new(of, &called, &known, (turn.random()?, turn.now_ms))
        })
        .await?;
    Ok(Json(question))
}

#[derive(Debug, Deserialize)]
struct NewPasskey {
    name: String,
    frage: String,
    antwort: String,
}

async fn add_passkey(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(new): Sent<NewPasskey>,
) -> Result<Response, PageError> {
    let label = new.name.trim().to_owned();
    let mut problems = Problems::new();
    if label.is_empty() || label.chars().count() > LONGEST {
        problems.add("name", visitor.say("page-access-passkey-label-wrong", &[]));
    } else if new.antwort.is_empty() {
        problems.add("", visitor.say("page-way-passkey-script", &[]));
    }
    let of = (visitor.caller.team(), visitor.caller.person());
    if problems.is_empty() {
        let (judging, label) = (app.clone(), label.clone());
        let made = app
            .office()
            .read(move |turn| {
                let answer = (new.frage.as_str(), new.antwort.as_str());
                let key = judging.passkeys().made(of, &label, answer, turn.now_ms)?;
                Ok(turn.door.add_passkey(&key)?)
            })
            .await;
        match made {
            Ok(()) => {
                let sentence =
                    visitor.say("page-access-passkey-added", &[("name", Value::Text(&new.name))]);
                return Ok(done(&app, ACCESS, &sentence));
            }
            Err(OfficeError::Refused(Refusal::NotProven)) => {
                problems.add("", visitor.say("page-access-passkey-failed", &[]));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let ways = ways(&app, &visitor).await?;
    let title = visitor.say("page-access-title", &[]);
    let body = body(&app, &visitor, &ways, &problems);
    Ok(refused(&visitor, Section::Settings, &title, &problems, body))
}

#[derive(Debug, Deserialize)]
struct Id {
    id: String,
}

async fn remove_passkey(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(Id { id }): Sent<Id>,
) -> Result<Response, PageError> {
    let id = hex::decode(id).map_err(|_| Refusal::NotFound)?;
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    let gone =
        app.office().read(move |turn| Ok(turn.door.remove_passkey(team, person, &id)?)).await?;
    if !gone {
        return Err(Refusal::NotFound.into());
    }
    Ok(done(&app, ACCESS, &visitor.say("page-access-passkey-removed", &[])))
}

/// New codes are shown once, as the answer to the form itself.
async fn new_codes(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    let codes = app
        .office()
        .read(move |turn| {
            let codes = recovery::draw(turn)?;
            let plain: Vec<String> = codes.iter().map(|code| recovery::plain(code)).collect();
            turn.door.put_recovery_codes(team, person, &plain, turn.now_ms)?;
            Ok(codes)
        })
        .await?;
    let title = visitor.say("page-access-codes", &[]);
    let body = html! {
        (alert(Tone::Warning, &visitor.say("page-access-codes-once", &[]), None))
        (paragraphs(&visitor.say("page-access-codes-how", &[])))
        ol.office-codes { @for code in &codes { li { code { (code) } } } }
        (actions(link_button(Weight::Primary, ACCESS, &visitor.say("page-access-codes-kept", &[]))))
    };
    Ok(page(&visitor, Section::Settings, &title, body).into_response())
}

async fn end_session(
    State(app): State<App>,
    visitor: Visitor,
    Sent(Id { id }): Sent<Id>,
) -> Result<Response, PageError> {
    let mut bytes = [0; 16];
    hex::decode_to_slice(id, &mut bytes).map_err(|_| Refusal::NotFound)?;
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    app.office()
        .read(move |turn| {
            let open = turn.door.sessions_of(team, person, turn.now_ms)?;
            if !open.iter().any(|one| one.id == bytes) {
                return Err(Refusal::NotFound.into());
            }
            Ok(turn.door.end_session(&bytes, turn.now_ms)?)
        })
        .await?;
    Ok(done(&app, ACCESS, &visitor.say("page-access-session-ended", &[])))
}

async fn end_others(
    State(app): State<App>,
    visitor: Visitor,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let session = visitor.caller.session.clone();
    let ended = app
        .office()
        .read(move |turn| {
            let (team, person) = (session.team, session.person);
            Ok(turn.door.end_other_sessions(team, person, &session.id, turn.now_ms)?)
        })
        .await?;
    let count = Value::Number(i64::try_from(ended).unwrap_or(i64::MAX));
    Ok(done(&app, ACCESS, &visitor.say("page-access-sessions-ended", &[("count", count)])))
}
