//! Months (Monate): all assistants at once, and the month of one person by
//! exception: decided step by step, approved in one act.
//!
//! What is decided stands in the address until it is approved or proposed, so
//! nothing is lost by waiting, and going back is the browser's own.

mod all;
mod all_approve;
mod approve;
mod chart;
mod keep;
mod line;
mod look;
mod own;
mod pause;
pub(super) mod read;
mod reopen;
mod signed;
mod statement;

use crate::routes::App;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(all::routes())
        .merge(all_approve::routes())
        .merge(look::routes())
        .merge(approve::routes())
        .merge(line::routes())
        .merge(own::routes())
        .merge(reopen::routes())
        .merge(signed::routes())
        .merge(statement::routes())
}

/// Where the next thing to do stands on a page; links lead straight there.
pub(super) const NEXT: &str = "naechstes";
