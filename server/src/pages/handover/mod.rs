//! Lohn (payroll hand-over): what is missing, what goes out, what went out,
//! and the questions about it.

mod acts;
mod gather;
mod parts;
mod questions;

use super::error::PageError;
use super::frame::{Section, go, page};
use super::visitor::Visitor;
use crate::fault::Refusal;
use crate::routes::App;
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::Month;
use assistenz_core::view::due::handed_over;
use assistenz_core::view::handover::Stage;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use gather::Shown;
use maud::{Markup, html};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/lohn", get(latest))
        .route("/lohn/{month}", get(look))
        .route("/lohn/{month}/uebergabe", get(acts::ask_first).post(acts::hand_over))
        .route("/lohn/{month}/datei/{export}/{sha256}", get(acts::file))
        .route("/lohn/{month}/begleitblatt/{export}", get(acts::cover))
        .route("/lohn/{month}/fragen", post(questions::ask))
        .route("/lohn/{month}/fragen/{question}", post(questions::reply))
}

/// The address of a month's page.
fn address(month: Month) -> String {
    format!("/lohn/{month}")
}

/// The month of an address.
fn month_of(text: &str) -> Result<Month, PageError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}

/// `Lohnübergabe November 2026`.
fn title(visitor: &Visitor, month: Month) -> String {
    visitor.say("page-payroll-title", &[("month", Value::Month(month))])
}

/// Whether the visitor hands over, rather than fetches.
fn hands_over(visitor: &Visitor) -> bool {
    visitor.may(Topic::Payroll)
}

/// Only who hands over or fetches goes on.
fn may_look(visitor: &Visitor) -> Result<(), PageError> {
    if hands_over(visitor) || visitor.caller.is(Role::PayrollOffice) {
        Ok(())
    } else {
        Err(Refusal::NoRight.into())
    }
}

async fn latest(visitor: Visitor) -> Response {
    go(&address(handed_over(visitor.today())))
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(month): Path<String>,
) -> Result<Markup, PageError> {
    may_look(&visitor)?;
    let month = month_of(&month)?;
    let shown = gather::gather(&app, &visitor, month).await?;
    let questions = questions::section(&visitor, &shown, &questions::Typed::default());
    let body = body(&visitor, &shown, &questions);
    Ok(page(&visitor, Section::Payroll, &title(&visitor, month), body))
}

fn body(visitor: &Visitor, shown: &Shown, questions: &Markup) -> Markup {
    let view = &shown.view;
    if !hands_over(visitor) {
        return html! {
            (parts::months(visitor, shown.month))
            (parts::lead_of_office(visitor, shown))
            (parts::sent(visitor, shown))
            (questions)
            (parts::approved(visitor, shown))
        };
    }
    html! {
        (parts::months(visitor, shown.month))
        (parts::state(visitor, shown))
        @if view.stage == Stage::NoOffice {
            (parts::gross(visitor, view))
            (parts::earlier(visitor, shown))
        } @else {
            (parts::missing(visitor, view))
            (parts::earlier(visitor, shown))
            (parts::facts(visitor, view))
            (parts::sent(visitor, shown))
            (questions)
            (parts::by_hand(visitor, view))
            (parts::changes(visitor, view))
            (parts::cover(visitor, view))
            (parts::hints(visitor, view))
        }
    }
}
