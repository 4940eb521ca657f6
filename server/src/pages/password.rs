//! Setting a password (Kennwort) with one-time codes: one form, proven by the
//! first code before anything is kept.

use super::access::ACCESS;
use super::components::{
    Field, Problems, Weight, actions, button, details, digits_field, form, heading, hidden, link,
    link_button, paragraphs, password_field, qr, text_field,
};
use super::error::PageError;
use super::frame::{Section, done, page, refused};
use super::visitor::{Sent, Stepped};
use crate::credential::password::{self, LONGEST, SHORTEST};
use crate::door::KeptPassword;
use crate::fault::Refusal;
use crate::routes::App;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/einstellungen/zugang/kennwort", get(look).post(set))
        .route("/einstellungen/zugang/kennwort/entfernen", post(remove))
}

async fn look(State(app): State<App>, Stepped(visitor): Stepped) -> Result<Markup, PageError> {
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    let (secret, name) = app
        .office()
        .read(move |turn| {
            let name = turn.door.password_of(team, person)?.map(|kept| kept.name);
            Ok((turn.random::<20>()?, name.unwrap_or_default()))
        })
        .await?;
    let title = visitor.say("page-access-password-title", &[]);
    let body = body(&visitor, &secret, &name, &Problems::new());
    Ok(page(&visitor, Section::Settings, &title, body))
}

fn body(
    visitor: &super::visitor::Visitor,
    secret: &[u8; 20],
    name: &str,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let (name_label, name_hint) = (say("page-way-name"), say("page-password-name-hint"));
    let (new, new_hint) = (say("page-password-new"), say("page-password-new-hint"));
    let (code, code_hint) = (say("page-way-code"), say("page-password-code-hint"));
    let address = password::address(secret, name);
    let fields = html! {
        (hidden("geheimnis", &hex::encode(secret)))
        (text_field(&Field::new("name", &name_label).hint(&name_hint).value(name)
            .complete("username").problem(problems)))
        (password_field(&Field::new("kennwort", &new).hint(&new_hint)
            .complete("new-password").problem(problems)))
        (heading(&say("page-password-app")))
        (paragraphs(&say("page-password-app-lead")))
        (qr(&say("page-password-qr"), &address))
        p.kern-body { (say("page-password-secret")) " " code.office-secret { (password::secret_text(secret)) } }
        p.kern-body { (link(&address, &say("page-password-open-app"))) }
        (digits_field(&Field::new("code", &code).hint(&code_hint)
            .complete("one-time-code").problem(problems)))
        (actions(html! {
            (button(Weight::Primary, &say("page-password-save")))
            (link_button(Weight::Secondary, ACCESS, &say("page-cancel")))
        }))
    };
    html! {
        (paragraphs(&say("page-password-lead")))
        (form(visitor, "/einstellungen/zugang/kennwort", fields))
        (details(&say("page-password-which-app"), paragraphs(&say("page-password-which-app-text"))))
    }
}

#[derive(Deserialize)]
struct New {
    geheimnis: String,
    name: String,
    kennwort: String,
    code: String,
}

async fn set(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(new): Sent<New>,
) -> Result<Response, PageError> {
    let mut secret = [0; 20];
    hex::decode_to_slice(&new.geheimnis, &mut secret)
        .map_err(|_| Refusal::Malformed("the secret of the one-time codes"))?;
    let name = password::name(&new.name);
    let say = |key: &str| visitor.say(key, &[]);
    let mut problems = Problems::new();
    if !(3..=60).contains(&name.chars().count()) || name.len() > 60 {
        problems.add("name", say("page-password-name-wrong"));
    }
    if new.kennwort.chars().count() < SHORTEST {
        let least = Value::Number(i64::try_from(SHORTEST).unwrap_or_default());
        problems.add("kennwort", visitor.say("page-password-short", &[("least", least)]));
    } else if new.kennwort.len() > LONGEST || new.kennwort.to_lowercase().contains(&name) {
        problems.add("kennwort", say("page-password-bad"));
    }
    let step = password::step_of(&secret, &new.code, visitor.caller.now_ms);
    if step.is_none() {
        problems.add("code", say("page-password-code-wrong"));
    }
    if let (Some(step), true) = (step, problems.is_empty()) {
        let salt = app.office().read(|turn| turn.random::<16>()).await?;
        let typed = new.kennwort.clone();
        let hash = app.slowly(move || password::hash(&typed, &salt)).await?;
        let hash = hash.ok_or(Refusal::Malformed("the password"))?;
        let kept = KeptPassword {
            team: visitor.caller.team(),
            person: visitor.caller.person(),
            name: name.clone(),
            hash,
            totp_secret: secret,
            totp_step: step,
        };
        let kept =
            app.office().read(move |turn| Ok(turn.door.put_password(&kept, turn.now_ms)?)).await?;
        if kept {
            return Ok(done(&app, ACCESS, &say("page-password-saved")));
        }
        problems.add("name", say("page-password-name-taken"));
    }
    let title = say("page-access-password-title");
    let body = body(&visitor, &secret, &new.name, &problems);
    Ok(refused(&visitor, Section::Settings, &title, &problems, body))
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn remove(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let (team, person) = (visitor.caller.team(), visitor.caller.person());
    app.office().read(move |turn| Ok(turn.door.remove_password(team, person)?)).await?;
    Ok(done(&app, ACCESS, &visitor.say("page-password-removed", &[])))
}
