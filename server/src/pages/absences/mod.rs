//! Absences (Abwesenheiten): what waits, who is away, one person's year, one
//! absence with everything that can be done about it, and the accounts.

mod account;
mod act;
mod enter;
mod list;
mod maternity;
mod one;
mod person;
mod read;
mod refund;
mod right;

use crate::routes::App;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/abwesenheiten", get(list::look))
        .route("/abwesenheiten/{person}", get(person::look))
        .route("/abwesenheiten/{person}/neu", get(enter::look).post(enter::send))
        .route("/abwesenheiten/{person}/mutterschutz", get(maternity::look).post(maternity::enter))
        .route("/abwesenheiten/{person}/urlaub/{year}", get(account::vacation))
        .route("/abwesenheiten/{person}/urlaub/{year}/buchung", post(account::book))
        .route("/abwesenheiten/{person}/urlaub/{year}/zurueck", post(account::unbook))
        .route("/abwesenheiten/{person}/urlaub/{year}/hinweis", post(account::warn))
        .route("/abwesenheiten/{person}/stunden", get(account::hours).post(account::book_hours))
        .route("/abwesenheiten/{person}/erstattung", get(refund::look).post(refund::note))
        .route("/abwesenheiten/{person}/erstattung/zurueck", post(refund::take_back))
        .route("/abwesenheiten/{person}/eintrag/{absence}", get(one::look))
        .route("/abwesenheiten/{person}/eintrag/{absence}/entscheidung", post(act::decide))
        .route("/abwesenheiten/{person}/eintrag/{absence}/zurueck", post(act::take_back))
        .route("/abwesenheiten/{person}/eintrag/{absence}/bescheinigung", post(act::certify))
        .route("/abwesenheiten/{person}/eintrag/{absence}/krankheit", post(act::same_illness))
        .route("/abwesenheiten/{person}/eintrag/{absence}/termine", post(maternity::note))
        .route(
            "/abwesenheiten/{person}/eintrag/{absence}/termine/zurueck",
            post(maternity::take_back),
        )
        .route("/abwesenheiten/{person}/eintrag/{absence}/netto", post(maternity::net))
        .route("/abwesenheiten/{person}/eintrag/{absence}/aendern", post(act::change))
        .route("/abwesenheiten/{person}/eintrag/{absence}/zurueckziehen", post(act::withdraw))
}
