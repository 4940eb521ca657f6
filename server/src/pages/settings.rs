//! Settings (Einstellungen): how the visitor is called. Also the example of a
//! page with a form: look, refuse with what was typed, act, lead on.

use super::access::ACCESS;
use super::components::{
    Field, Problems, Weight, actions, button, form, heading, link_button, paragraphs, text_field,
};
use super::error::PageError;
use super::frame::{Section, done, page, refused};
use super::help;
use super::visitor::{Sent, Visitor};
use crate::at_desk;
use crate::routes::App;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::words::Value;
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

async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    let called = visitor.name.clone().unwrap_or_default();
    let title = visitor.say("page-section-settings", &[]);
    let caller = visitor.caller.clone();
    let others = app.office().read(move |turn| help::employers_to_help(turn, &caller)).await?;
    let body = html! {
        (body(&visitor, &called, &Problems::new()))
        (let_back_in(&visitor, &others))
    };
    Ok(page(&visitor, Section::Settings, &title, body))
}

/// For the trusted person, and for one employer about another.
fn let_back_in(visitor: &Visitor, others: &[(PersonId, Option<String>)]) -> Markup {
    html! {
        @if !others.is_empty() {
            (heading(&visitor.say("page-settings-help", &[])))
            (paragraphs(&visitor.say("page-settings-help-lead", &[])))
            @for (person, called) in others {
                @let nameless = || visitor.say("page-nameless", &[]);
                @let called = called.clone().unwrap_or_else(nameless);
                @let name = [("name", Value::Text(called.as_str()))];
                (actions(link_button(
                    Weight::Secondary,
                    &help::address(*person),
                    &visitor.say("page-help-give", &name),
                )))
            }
        }
    }
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
    // The first name is a step of setting up: „Heute“ names the next one.
    let next = if visitor.name.is_none() { "/heute" } else { "/einstellungen" };
    app.office()
        .write(move |turn| {
            let person = visitor.caller.person();
            let fields = BTreeMap::from([("called".to_owned(), called)]);
            at_desk::write(turn, &visitor.caller, &DocumentId::person(person), |acting| {
                acting.put_person(person, &fields)
            })
        })
        .await?;
    Ok(done(&app, next, &sentence))
}
