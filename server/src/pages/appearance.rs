//! Language and appearance (Sprache und Darstellung): also for who is not
//! signed in, because one must be able to read the sign-in page.

use super::components::{Field, Problems, Weight, actions, button, check, choice, paragraphs};
use super::error::PageError;
use super::frame::{Section, outside, page, put};
use super::look::{Colours, LOOK, Look};
use super::visitor::{Stranger, Visitor, set_cookie};
use crate::routes::App;
use assistenz_core::words::{Language, say};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

/// A year.
const KEPT_SECONDS: i64 = 365 * 24 * 60 * 60;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/darstellung", get(show).post(set))
}

async fn show(State(app): State<App>, headers: HeaderMap, visitor: Option<Visitor>) -> Markup {
    let look = Look::of(&headers, &app);
    let title = say(look.language, "page-appearance", &[]);
    match visitor {
        Some(visitor) => page(&visitor, Section::Settings, &title, body(look)),
        None => outside(look, &title, &Problems::new(), body(look)),
    }
}

fn body(look: Look) -> Markup {
    let say = |key: &str| say(look.language, key, &[]);
    let (language, colours, size, motion) = (
        say("page-look-language"),
        say("page-look-colours"),
        say("page-look-large"),
        say("page-look-still"),
    );
    let names: Vec<(&str, String)> = Colours::ALL
        .into_iter()
        .map(|one| (one.word(), say(&format!("page-look-colours-{}", one.word()))))
        .collect();
    let names: Vec<(&str, &str)> =
        names.iter().map(|(word, name)| (*word, name.as_str())).collect();
    // Each language in its own words, so that it is found by who reads no other.
    let languages = [
        (Language::German.word(), "Deutsch"),
        (Language::SimpleGerman.word(), "Leichte Sprache"),
        (Language::English.word(), "English"),
    ];
    html! {
        (paragraphs(&say("page-look-lead")))
        form.stack method="post" action="/darstellung" {
            (choice(&Field::new("sprache", &language).value(look.language.word()), &languages))
            (choice(&Field::new("farben", &colours).value(look.colours.word()), &names))
            (check(&Field::new("gross", &size), look.large))
            (check(&Field::new("ruhig", &motion), look.still))
            (actions(button(Weight::Primary, &say("page-look-save"))))
        }
    }
}

#[derive(Debug, Deserialize)]
struct Chosen {
    sprache: String,
    farben: String,
    gross: Option<String>,
    ruhig: Option<String>,
}

async fn set(State(app): State<App>, stranger: Stranger<Chosen>) -> Result<Response, PageError> {
    let Chosen { sprache, farben, gross, ruhig } = &stranger.form;
    let look = Look {
        language: sprache.parse().unwrap_or_default(),
        colours: Colours::ALL.into_iter().find(|one| one.word() == farben).unwrap_or_default(),
        large: gross.is_some(),
        still: ruhig.is_some(),
    };
    stranger.forgive(&app);
    let mut response = super::frame::go("/darstellung");
    let cookie = set_cookie(&app, LOOK, &look.written(), Some(KEPT_SECONDS));
    put(&mut response, header::SET_COOKIE, &cookie);
    Ok(response)
}
