//! Balances: vacation of a year, the hours account, refunds of continued pay.

mod view;

use super::corrections::{Created, WrittenView, created};
use super::instant::{day, month_of};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::app::absence_balance::VacationBalance;
use assistenz_core::app::absence_month::months_before;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::money::Exact;
use assistenz_core::time::{Minutes, Month};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use view::{
    HoursAccountView, NewHoursBooking, NewRefund, NewVacationBooking, NewWarning, RefundsView,
    VacationView,
};

fn month_in(text: &str) -> Result<Month, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed("not a month"))
}

fn absence_id(text: &str) -> Result<EventId, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed("not an absence's id"))
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(vacation))
        .routes(routes!(book_vacation))
        .routes(routes!(unbook_vacation))
        .routes(routes!(warn))
        .routes(routes!(hours_account, book_hours))
        .routes(routes!(refunds, note_refund))
}

/// The vacation of a person in a year, line by line.
#[utoipa::path(get, path = "/v1/people/{person}/vacation/{year}", tag = "absences", params(
    ("person" = String, Path), ("year" = i32, Path),
), responses(
    (status = 200, body = VacationView),
), security(("bearer" = [])))]
async fn vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, year)): Ids<(PersonId, i32)>,
) -> Result<Json<VacationView>, ApiError> {
    let month = Month::new(year, 1).ok_or(Refusal::NotFound)?;
    let answers = DocumentId::answers(person, month);
    let balance = at_desk::read_one(app.office(), caller, answers, move |acting| {
        acting.vacation_of(person, year)
    })
    .await?;
    let left = balance.as_ref().map_or(Exact::ZERO, VacationBalance::left);
    let warned = balance.as_ref().and_then(|balance| balance.warned);
    Ok(Json(VacationView {
        person: person.to_string(),
        year,
        left_hundredths: left.round_hundredths(),
        warned: warned.map(|day| day.to_string()),
        bookings: balance
            .map(|balance| balance.bookings.into_iter().map(Into::into).collect())
            .unwrap_or_default(),
    }))
}

/// Book days of vacation by hand.
#[utoipa::path(post, path = "/v1/people/{person}/vacation", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewVacationBooking, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, absence_too_long"),
), security(("bearer" = [])))]
async fn book_vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewVacationBooking>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || Ok((day(&new.day)?, new.hundredths, new.reason));
    let id = at_desk::write_one(
        app.office(),
        caller,
        document,
        read,
        move |acting, (on, days, reason)| acting.book_vacation(person, on, days, &reason),
    )
    .await?;
    Ok(created(id))
}

/// Take a booking of vacation back.
#[utoipa::path(delete, path = "/v1/people/{person}/vacation/bookings/{booking}",
tag = "absences", params(
    ("person" = String, Path), ("booking" = String, Path),
), responses(
    (status = 204),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
), security(("bearer" = [])))]
async fn unbook_vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, booking)): Ids<(PersonId, EventId)>,
) -> Result<StatusCode, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
        acting.take_vacation_booking_back(person, booking, "")
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Keep that the person was told that the vacation of a year expires.
#[utoipa::path(post, path = "/v1/people/{person}/vacation/{year}/warning", tag = "absences",
params(
    ("person" = String, Path), ("year" = i32, Path),
), request_body = NewWarning, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn warn(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, year)): Ids<(PersonId, i32)>,
    Input(new): Input<NewWarning>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || day(&new.day);
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, on| {
        acting.warn_of_vacation(person, year, on)
    })
    .await?;
    Ok(created(id))
}

/// The hours account of a person up to now, line by line.
#[utoipa::path(get, path = "/v1/people/{person}/hours-account", tag = "absences", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = HoursAccountView),
), security(("bearer" = [])))]
async fn hours_account(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<HoursAccountView>, ApiError> {
    let month = month_of(&caller);
    let review = DocumentId::review(person, month);
    let account = at_desk::read_one(app.office(), caller, review, move |acting| {
        acting.hours_account_of(person, month)
    })
    .await?
    .unwrap_or_default();
    Ok(Json(HoursAccountView {
        person: person.to_string(),
        balance_minutes: account.balance().get(),
        bookings: account.bookings.into_iter().map(Into::into).collect(),
    }))
}

/// Book minutes on the hours account by hand.
#[utoipa::path(post, path = "/v1/people/{person}/hours-account", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewHoursBooking, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_order"),
), security(("bearer" = [])))]
async fn book_hours(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewHoursBooking>,
) -> Result<Created, ApiError> {
    let document = DocumentId::review(person, month_of(&caller));
    let read = move || Ok((month_in(&new.month)?, Minutes::new(new.minutes), new.reason));
    let id = at_desk::write_one(
        app.office(),
        caller,
        document,
        read,
        move |acting, (month, minutes, reason)| acting.book_hours(person, month, minutes, &reason),
    )
    .await?;
    Ok(created(id))
}

/// What was noted about refunds of continued pay.
#[utoipa::path(get, path = "/v1/people/{person}/refunds", tag = "absences", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = RefundsView),
), security(("bearer" = [])))]
async fn refunds(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<RefundsView>, ApiError> {
    let month = month_of(&caller);
    let handover = DocumentId::handover(month);
    let refunds = at_desk::read_one(app.office(), caller, handover, move |acting| {
        acting.refunds_of(person, (months_before(month, 24), month))
    })
    .await?;
    let refunds = refunds.into_iter().map(Into::into).collect();
    Ok(Json(RefundsView { person: person.to_string(), refunds }))
}

/// Keep that a refund was asked for, or has come.
#[utoipa::path(post, path = "/v1/people/{person}/refunds", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewRefund, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn note_refund(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewRefund>,
) -> Result<Created, ApiError> {
    let document = DocumentId::handover(month_of(&caller));
    let read = move || Ok((absence_id(&new.absence)?, day(&new.day)?, new));
    let id = at_desk::write_one(
        app.office(),
        caller,
        document,
        read,
        move |acting, (absence, on, new)| {
            acting.note_refund(person, absence, new.received, on, new.cents)
        },
    )
    .await?;
    Ok(created(id))
}
