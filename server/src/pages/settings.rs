//! Settings (Einstellungen): how the visitor is called. Also the example of a
//! page with a form: look, refuse with what was typed, act, lead on.

use super::access::ACCESS;
use super::components::{
    Field, Problems, Weight, actions, button, form, heading, link_button, paragraphs, text_field,
};
use super::error::PageError;
use super::frame::{Section, done, page, refused};
use super::visitor::{Sent, Visitor};
use crate::at_desk;
use crate::routes::App;
use assistenz_core::document::DocumentId;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The longest name, in letters.
const LONGEST_NAME: usize = 80;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/einstellungen", get(look))
        .route("/einstellungen/name", get(look).post(name))
}

async fn look(visitor: Visitor) -> Markup {
    let called = visitor.name.clone().unwrap_or_default();
    let title = visitor.say("page-section-settings", &[]);
    page(&visitor, Section::Settings, &title, body(&visitor, &called, &Problems::new()))
}

fn body(visitor: &Visitor, called: &str, problems: &Problems) -> Markup {
    let label = visitor.say("page-settings-called", &[]);
    let hint = visitor.say("page-settings-called-hint", &[]);
    let field = Field::new("called", &label).hint(&hint).value(called).problem(problems);
    let fields = html! {
        (text_field(&field.complete("nickname")))
        (actions(button(Weight::Primary, &visitor.say("page-settings-called-save", &[]))))
    };
    html! {
        (heading(&visitor.say("page-settings-you", &[])))
        (form(visitor, "/einstellungen/name", fields))
        (heading(&visitor.say("page-settings-access", &[])))
        (paragraphs(&visitor.say("page-settings-access-lead", &[])))
        (actions(link_button(Weight::Secondary, ACCESS, &visitor.say("page-settings-access-go", &[]))))
        (heading(&visitor.say("page-appearance", &[])))
        (paragraphs(&visitor.say("page-settings-look-lead", &[])))
        (actions(link_button(Weight::Secondary, "/darstellung", &visitor.say("page-settings-look-go", &[]))))
    }
}

#[derive(Debug, Deserialize)]
struct Name {
    called: String,
}

async fn name(
    State(app): State<App>,
    visitor: Visitor,
    Sent(typed): Sent<Name>,
) -> Result<Response, PageError> {
    let called = typed.called.trim().to_owned();
    let mut problems = Problems::new();
    if called.is_empty() {
        problems.add("called", visitor.say("page-settings-called-empty", &[]));
    } else if called.chars().count() > LONGEST_NAME {
        problems.add("called", visitor.say("page-settings-called-long", &[]));
    }
    if !problems.is_empty() {
        let title = visitor.say("page-section-settings", &[]);
        let body = body(&visitor, &typed.called, &problems);
        return Ok(refused(&visitor, Section::Settings, &title, &problems, body));
    }
    let sentence = visitor.say("page-settings-called-saved", &[]);
    app.office()
        .write(move |turn| {
            let person = visitor.caller.person();
            let fields = BTreeMap::from([("called".to_owned(), called)]);
            at_desk::write(turn, &visitor.caller, &DocumentId::person(person), |acting| {
                acting.put_person(person, &fields)
            })
        })
        .await?;
    Ok(done(&app, "/einstellungen", &sentence))
}
