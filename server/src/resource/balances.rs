//! Balances: vacation of a year, the hours account, refunds of continued pay.

use super::corrections::WrittenView;
use super::instant::{day, today};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::app::absence_balance::{RefundNote, VacationBalance};
use assistenz_core::app::absence_month::months_before;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::money::Exact;
use assistenz_core::pay::absence::hours_account::{Booking, BookingKind};
use assistenz_core::pay::absence::vacation::VacationBooking;
use assistenz_core::time::{Minutes, Month};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A year of vacation.
#[derive(Debug, Serialize, ToSchema)]
pub struct VacationView {
    /// The person's id.
    pub person: String,
    /// The year.
    pub year: i32,
    /// Every line, in order of time; none without a contract in that year.
    pub bookings: Vec<VacationBookingView>,
    /// Days left, in hundredths, half up.
    pub left_hundredths: i64,
    /// The day on which the person was told that this year's days expire.
    pub warned: Option<String>,
}

/// A line of a vacation account.
#[derive(Debug, Serialize, ToSchema)]
pub struct VacationBookingView {
    /// The day on which it counts.
    pub day: String,
    /// The rule's key, which also says what it is.
    pub rule: &'static str,
    /// The paragraph.
    pub paragraph: &'static str,
    /// Days in hundredths, half up; negative where taken or expired.
    pub hundredths: i64,
    /// The balance after it, in hundredths.
    pub balance_hundredths: i64,
    /// The absence or the booking it is about.
    pub about: Option<String>,
    /// Why, for a booking by hand.
    pub reason: Option<String>,
}

/// Vacation to book by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVacationBooking {
    /// The day on which it counts, `2026-01-01`.
    pub day: String,
    /// Hundredths of days; negative where it takes some.
    pub hundredths: i64,
    /// Why.
    pub reason: String,
}

/// That somebody was told that vacation expires.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWarning {
    /// When.
    pub day: String,
}

/// An hours account.
#[derive(Debug, Serialize, ToSchema)]
pub struct HoursAccountView {
    /// The person's id.
    pub person: String,
    /// Every line, by month; none for a contract by the hour.
    pub bookings: Vec<HoursBookingView>,
    /// What is on it, in minutes.
    pub balance_minutes: i64,
}

/// A line of an hours account.
#[derive(Debug, Serialize, ToSchema)]
pub struct HoursBookingView {
    /// The month, `2026-10`.
    pub month: String,
    /// `opening`, `worked`, `credited`, `target`, `paid_out` or `by_hand`.
    pub kind: &'static str,
    /// The wage kind, for what was worked or credited.
    pub wage_kind: Option<String>,
    /// Why, for a booking by hand.
    pub reason: Option<String>,
    /// Minutes; negative where it takes some.
    pub minutes: i64,
    /// The balance after it, in minutes.
    pub balance_minutes: i64,
}

/// Minutes to book on the hours account by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHoursBooking {
    /// The month, `2026-10`.
    pub month: String,
    /// Minutes; negative where it takes some.
    pub minutes: i64,
    /// Why.
    pub reason: String,
}

/// The notes about refunds of a person, of the last 24 months.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefundsView {
    /// The person's id.
    pub person: String,
    /// By day.
    pub refunds: Vec<RefundView>,
}

/// A note about a refund.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefundView {
    /// Its id.
    pub refund: String,
    /// The absence.
    pub absence: String,
    /// Whether the money has come; else it was asked for.
    pub received: bool,
    /// When.
    pub day: String,
    /// How much, in cents, where known.
    pub cents: Option<i64>,
}

/// A refund that was asked for, or has come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRefund {
    /// The absence.
    pub absence: String,
    /// Whether the money has come; else it was asked for.
    pub received: bool,
    /// When.
    pub day: String,
    /// How much, in cents, where known.
    #[serde(default)]
    pub cents: Option<u32>,
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

impl From<VacationBooking> for VacationBookingView {
    fn from(booking: VacationBooking) -> Self {
        Self {
            day: booking.day.to_string(),
            rule: booking.rule.key,
            paragraph: booking.rule.paragraph,
            hundredths: booking.days.round_hundredths(),
            balance_hundredths: booking.balance.round_hundredths(),
            about: booking.about,
            reason: booking.reason,
        }
    }
}

impl From<Booking> for HoursBookingView {
    fn from(booking: Booking) -> Self {
        let (kind, wage_kind, reason) = match booking.kind {
            BookingKind::Opening => ("opening", None, None),
            BookingKind::Worked(kind) => ("worked", Some(kind.word()), None),
            BookingKind::Credited(kind) => ("credited", Some(kind.word()), None),
            BookingKind::Target => ("target", None, None),
            BookingKind::PaidOut => ("paid_out", None, None),
            BookingKind::ByHand(reason) => ("by_hand", None, Some(reason)),
        };
        Self {
            month: booking.month.to_string(),
            kind,
            wage_kind,
            reason,
            minutes: booking.minutes.get(),
            balance_minutes: booking.balance.get(),
        }
    }
}

impl From<RefundNote> for RefundView {
    fn from(note: RefundNote) -> Self {
        Self {
            refund: note.id.to_string(),
            absence: note.absence.to_string(),
            received: note.received,
            day: note.day.to_string(),
            cents: note.cents.map(assistenz_core::money::Cents::get),
        }
    }
}

/// The vacation of a person in a year, line by line.
#[utoipa::path(get, path = "/v1/people/{person}/vacation/{year}", tag = "absences", params(
    ("person" = String, Path), ("year" = i32, Path),
), responses(
    (status = 200, body = VacationView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
), security(("bearer" = [])))]
async fn vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, year)): Ids<(PersonId, i32)>,
) -> Result<Json<VacationView>, ApiError> {
    let balance = app
        .office()
        .read(move |turn| {
            let month = Month::new(year, 1).ok_or(Refusal::NotFound)?;
            at_desk::may_read(turn, &caller, &DocumentId::answers(person, month))?;
            at_desk::look(turn, &caller, |acting| acting.vacation_of(person, year))
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, absence_too_long"),
), security(("bearer" = [])))]
async fn book_vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewVacationBooking>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let on = day(&new.day)?;
            at_desk::act(turn, &caller, |acting| {
                acting.book_vacation(person, on, new.hundredths, &new.reason)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Take a booking of vacation back.
#[utoipa::path(delete, path = "/v1/people/{person}/vacation/bookings/{booking}",
tag = "absences", params(
    ("person" = String, Path), ("booking" = String, Path),
), responses(
    (status = 204),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
), security(("bearer" = [])))]
async fn unbook_vacation(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, booking)): Ids<(PersonId, EventId)>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            at_desk::act(turn, &caller, |acting| {
                acting.take_vacation_booking_back(person, booking, "")
            })
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn warn(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, year)): Ids<(PersonId, i32)>,
    Input(new): Input<NewWarning>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let on = day(&new.day)?;
            at_desk::act(turn, &caller, |acting| acting.warn_of_vacation(person, year, on))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// The hours account of a person up to now, line by line.
#[utoipa::path(get, path = "/v1/people/{person}/hours-account", tag = "absences", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = HoursAccountView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
), security(("bearer" = [])))]
async fn hours_account(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<HoursAccountView>, ApiError> {
    let account = app
        .office()
        .read(move |turn| {
            let month = today(turn.now_ms).1;
            at_desk::may_read(turn, &caller, &DocumentId::review(person, month))?;
            at_desk::look(turn, &caller, |acting| acting.hours_account_of(person, month))
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_order"),
), security(("bearer" = [])))]
async fn book_hours(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewHoursBooking>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::review(person, today(turn.now_ms).1))?;
            let month: Month = new.month.parse().map_err(|_| Refusal::Malformed("not a month"))?;
            let minutes = Minutes::new(new.minutes);
            at_desk::act(turn, &caller, |acting| {
                acting.book_hours(person, month, minutes, &new.reason)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// What was noted about refunds of continued pay.
#[utoipa::path(get, path = "/v1/people/{person}/refunds", tag = "absences", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = RefundsView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
), security(("bearer" = [])))]
async fn refunds(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<RefundsView>, ApiError> {
    let refunds = app
        .office()
        .read(move |turn| {
            let month = today(turn.now_ms).1;
            at_desk::may_read(turn, &caller, &DocumentId::handover(month))?;
            at_desk::look(turn, &caller, |acting| {
                acting.refunds_of(person, (months_before(month, 24), month))
            })
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn note_refund(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewRefund>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::handover(today(turn.now_ms).1))?;
            let absence: EventId =
                new.absence.parse().map_err(|_| Refusal::Malformed("not an absence's id"))?;
            let on = day(&new.day)?;
            at_desk::act(turn, &caller, |acting| {
                acting.note_refund(person, absence, new.received, on, new.cents)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}
