//! The page that stands where another could not be shown.

use super::components::{Problems, Tone, Weight, alert, heading, link_button, paragraphs};
use super::error::{PageError, Why};
use super::frame::{framed, go, outside, put};
use super::kept::Kept;
use super::look::Look;
use super::visitor::Visitor;
use super::{sign_in, step_up};
use crate::error::ApiError;
use crate::routes::App;
use assistenz_core::words::{Value, say};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;

/// What was not done, why, and what to do, in the visitor's language.
pub(crate) async fn page(
    app: &App,
    error: &PageError,
    look: Look,
    visitor: Option<&Visitor>,
    typed: &[u8],
) -> Response {
    let (what, next, values): (String, String, Vec<(&str, Value<'_>)>) = match &*error.0 {
        Why::SignInFirst { sent: false, path } => return go(&sign_in_address(path)),
        Why::SignInFirst { sent: true, path } => {
            let kept = Kept::form(path, typed);
            let told = Some("page-kept-signed-out");
            let mut page = sign_in::page(app, look, &kept, &Problems::new(), told, "");
            *page.status_mut() = error.status();
            return page;
        }
        Why::StepUp { path } => {
            let kept = if typed.is_empty() { Kept::path(path) } else { Kept::form(path, typed) };
            // Nobody is asked to step up without having signed in.
            let Some(visitor) = visitor else { return go("/anmelden") };
            match step_up::page(app, visitor, &kept, &Problems::new()).await {
                Ok(page) => return page,
                Err(fault) => {
                    let told = ApiError::from(fault);
                    let (what, next) = keys(told.status(), told.code(), look);
                    (what, next, Vec::new())
                }
            }
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
