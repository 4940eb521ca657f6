//! One entry (Eintrag): its history in sentences, both values of a dispute,
//! corrections with a reason, proposals and their answers.

mod answer;
mod correct;
mod look;
pub(super) mod typed;

use crate::routes::App;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(look::routes()).merge(correct::routes()).merge(answer::routes())
}
