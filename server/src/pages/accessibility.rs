//! The accessibility statement (Erklärung zur Barrierefreiheit), and the page
//! that stands in for others where there is no network.

use super::assets;
use super::components::{Problems, heading, paragraphs};
use super::frame::{Section, outside, page};
use super::look::Look;
use super::visitor::Visitor;
use crate::routes::App;
use assistenz_core::words::say;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/barrierefreiheit", get(statement))
        .route("/ohne-netz", get(offline))
        .route("/dienst.js", get(worker))
}

async fn statement(State(app): State<App>, headers: HeaderMap, visitor: Option<Visitor>) -> Markup {
    let look = Look::of(&headers, &app);
    let say = |key: &str| say(look.language, key, &[]);
    let body = html! {
        (paragraphs(&say("page-a11y-lead")))
        @for part in ["tested", "not-tested", "known", "help"] {
            (heading(&say(&format!("page-a11y-{part}-title"))))
            (paragraphs(&say(&format!("page-a11y-{part}"))))
        }
    };
    let title = say("page-a11y-title");
    match visitor {
        Some(visitor) => page(&visitor, Section::Settings, &title, body),
        None => outside(look, &title, &Problems::new(), body),
    }
}

async fn offline(State(app): State<App>, headers: HeaderMap) -> Markup {
    let look = Look::of(&headers, &app);
    let say = |key: &str| say(look.language, key, &[]);
    let body = html! {
        (paragraphs(&say("page-offline-lead")))
        (heading(&say("page-offline-visited")))
        p.kern-body #besucht-keine { (say("page-offline-none")) }
        ul.kern-list #besucht {}
    };
    outside(look, &say("page-offline-title"), &Problems::new(), body)
}

/// The service worker stands at the root, because it may keep pages of its own
/// folder and below only.
async fn worker() -> Response {
    let text = include_str!("../../web/static/worker.js")
        .replace("\"FILES\"", &format!("{:?}", assets::addresses()));
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
