//! Today (Heute): what to do next.

use super::components::paragraphs;
use super::frame::{Section, page};
use super::visitor::Visitor;
use crate::routes::App;
use assistenz_core::words::Value;
use axum::Router;
use axum::routing::get;
use maud::Markup;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/heute", get(look))
}

async fn look(visitor: Visitor) -> Markup {
    let title = visitor.say("page-today-title", &[("day", Value::Day(visitor.today()))]);
    page(&visitor, Section::Today, &title, paragraphs(&visitor.say("page-today-signed-in", &[])))
}
