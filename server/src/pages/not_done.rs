//! The page that stands where another could not be shown.

use super::components::{Problems, Tone, Weight, alert, heading, link_button, paragraphs};
use super::error::{PageError, Why};
use super::frame::{framed, go, outside, put};
use super::look::Look;
use super::visitor::Visitor;
use crate::routes::App;
use assistenz_core::words::{Value, say};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;

/// What was not done, why, and what to do, in the visitor's language.
pub(crate) fn page(
    _app: &App,
    error: &PageError,
    look: Look,
    visitor: Option<&Visitor>,
) -> Response {
    let (what, next, values): (String, String, Vec<(&str, Value<'_>)>) = match &*error.0 {
        Why::SignInFirst { sent: false, path } => return go(&sign_in_address(path)),
        Why::SignInFirst { sent: true, .. } | Why::StepUp => {
            ("page-error-sign-in".to_owned(), "page-error-sign-in-next".to_owned(), Vec::new())
        }
        Why::UncheckedForm => {
            ("page-error-form".to_owned(), "page-error-form-next".to_owned(), Vec::new())
        }
        Why::Office { status, code, wait_seconds } => {
            let wait = i64::try_from(wait_seconds.unwrap_or_default()).unwrap_or(i64::MAX);
            let (what, next) = keys(*status, code, look);
            (what, next, vec![("seconds", Value::Number(wait))])
        }
    };
    let told = |key: &str| say(look.language, key, &values);
    let title = told("page-error-title");
    let body = html! {
        (alert(Tone::Danger, &told(&what), None))
        (heading(&told("page-error-next")))
        (paragraphs(&told(&next)))
        p { (link_button(Weight::Secondary, "/heute", &told("page-error-to-today"))) }
    };
    let none = Problems::new();
    let page = match visitor {
        Some(visitor) => framed(visitor, None, &title, &none, body),
        None => outside(look, &title, &none, body),
    };
    let mut response = (error.status(), page).into_response();
    if let Why::Office { wait_seconds: Some(seconds), .. } = &*error.0 {
        put(&mut response, header::RETRY_AFTER, &seconds.to_string());
    }
    response
}

/// The keys of what happened and of what to do. A refusal with a sentence of
/// its own is said by `page-refused-<code>`, and `page-refused-<code>-next`.
fn keys(status: StatusCode, code: &str, look: Look) -> (String, String) {
    let own = format!("page-refused-{code}");
    if say(look.language, &own, &[]) != own {
        let next = format!("{own}-next");
        let known = say(look.language, &next, &[]) != next;
        return (own, if known { next } else { "page-error-refused-next".to_owned() });
    }
    let key = match status {
        StatusCode::FORBIDDEN => "page-error-no-right",
        StatusCode::NOT_FOUND => "page-error-not-found",
        StatusCode::TOO_MANY_REQUESTS => "page-error-too-many",
        StatusCode::SERVICE_UNAVAILABLE => "page-error-busy",
        StatusCode::INTERNAL_SERVER_ERROR => "page-error-fault",
        _ => "page-error-refused",
    };
    (key.to_owned(), format!("{key}-next"))
}

/// The sign-in page, which leads to this path afterwards.
pub(crate) fn sign_in_address(path: &str) -> String {
    if path == "/heute" || path == "/" {
        return "/anmelden".to_owned();
    }
    let then = serde_urlencoded::to_string([("weiter", path)]).unwrap_or_default();
    format!("/anmelden?{then}")
}
