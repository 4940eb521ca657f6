//! The office in a browser: one file per page, each with its own `routes()`.
//!
//! How to add a page: `settings.rs` is a short one with a form. Read with
//! `app.office().read`, write with `app.office().write`, judge with
//! `at_desk::{may_read, may_write, look, act}`, as `resource/*` does; put
//! every sentence into a room of the words; add one line to [`routes`], and one
//! to the table in `server/tests/pages_rights.rs`.

mod absences;
mod access;
mod accessibility;
mod appearance;
mod assets;
mod browser;
mod clock;
pub mod components;
mod documents;
mod download;
mod entry;
pub mod error;
mod evidence;
mod first_steps;
pub mod frame;
mod handover;
mod help;
mod kept;
pub mod look;
mod month;
mod not_done;
mod password;
mod plan;
mod prove;
mod right;
mod settings;
mod sign_in;
pub mod signing;
mod step_up;
mod team;
mod today;
mod typeset;
pub mod visitor;
mod ways_in;

use crate::error::ApiError;
use crate::fault::Refusal;
use crate::limits;
use crate::routes::App;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use error::PageError;
use look::Look;
use visitor::{Seat, Visitor};

/// Every page. A new one is one line here.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(|| async { frame::go("/heute") }))
        .merge(entry::routes())
        .merge(month::routes())
        .merge(evidence::routes())
        .merge(handover::routes())
        .merge(absences::routes())
        .merge(access::routes())
        .merge(accessibility::routes())
        .merge(appearance::routes())
        .merge(help::routes())
        .merge(password::routes())
        .merge(documents::routes())
        .merge(plan::routes())
        .merge(team::routes())
        .merge(settings::routes())
        .merge(sign_in::routes())
        .merge(step_up::routes())
        .merge(today::routes())
        .layer(middleware::from_fn_with_state(app.clone(), door_of_pages))
        .merge(assets::routes())
}

/// Addresses that are not there: a page for a browser, JSON below `/v1`.
pub(crate) fn elsewhere(app: &App) -> Router {
    // Whoever is signed in keeps the menu, which leads on.
    let nothing = |_: Result<Visitor, PageError>, request: Request| async move {
        if request.uri().path().starts_with("/v1/") {
            return ApiError::from(Refusal::NotFound).into_response();
        }
        PageError::from(Refusal::NotFound).into_response()
    };
    Router::new()
        .fallback(nothing)
        .with_state(app.clone())
        .layer(middleware::from_fn_with_state(app.clone(), door_of_pages))
}

/// What a browser may load and do on our pages: only what we serve ourselves.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Around every page: refusals become pages in the visitor's language, the
/// sentence about the last act is shown once, and the headers that protect
/// a browser are set.
pub(crate) async fn door_of_pages(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Response {
    let look = Look::of(request.headers(), &app);
    let gzip = assets::takes_gzip(request.headers());
    let told = visitor::cookie(request.headers(), &app, visitor::MESSAGE).is_some();
    let seat = Seat::default();
    request.extensions_mut().insert(seat.clone());
    let (request, typed) = match typed(request).await {
        Ok(typed) => typed,
        Err(error) => return error.into_response(),
    };
    let mut response = next.run(request).await;
    if let Some(error) = response.extensions().get::<PageError>().cloned() {
        response = not_done::page(&app, &error, look, seat.0.get(), &typed).await;
    }
    protect(&app, &mut response);
    let shown = seat.0.get().is_some() && !response.status().is_redirection();
    if told && shown {
        let gone = visitor::set_cookie(&app, visitor::MESSAGE, "", Some(0));
        frame::put(&mut response, header::SET_COOKIE, &gone);
    }
    if gzip { packed(response).await } else { response }
}

/// The request, and the form in it, kept in case its sender must first show
/// who they are.
async fn typed(request: Request) -> Result<(Request, Bytes), ApiError> {
    let kind = request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let form = kind.is_some_and(|kind| kind.starts_with(b"application/x-www-form-urlencoded"));
    if !form || request.method() != Method::POST {
        return Ok((request, Bytes::new()));
    }
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, limits::BODY_BYTES).await.map_err(|_| Refusal::TooLong)?;
    Ok((Request::from_parts(parts, Body::from(bytes.clone())), bytes))
}

fn protect(app: &App, response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
             publickey-credentials-get=(self), publickey-credentials-create=(self)",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if visitor::secure(app) {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
}

/// A page compressed. What is asked for from elsewhere comes without our
/// cookies (`SameSite=Strict`), so its length tells a stranger nothing.
async fn packed(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    if !kind.is_some_and(|kind| kind.starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, limits::PAGE_BYTES).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let short = (bytes.len() > 1_024).then(|| assets::compress(&bytes, 4)).flatten();
    let Some(short) = short else { return Response::from_parts(parts, Body::from(bytes)) };
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(short))
}
