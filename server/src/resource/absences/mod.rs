//! Absences: requests and reports of the person, decisions, entries and
//! certificates of the employer.

mod maternity;
mod sent;
mod view;

use super::corrections::{Created, WrittenView, created};
use super::instant::{day, month_of};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Asked, Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::app::AppError;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use sent::{
    Between, NewCertificate, NewChange, NewDecision, NewEntered, NewIllness, NewRequest,
    TakingBack, Withdrawal,
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use view::{AbsencesView, view};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, enter))
        .routes(routes!(request))
        .routes(routes!(change))
        .routes(routes!(withdraw))
        .routes(routes!(decide))
        .routes(routes!(take_back))
        .routes(routes!(certify))
        .routes(routes!(same_illness))
        .merge(maternity::routes())
}

/// The absences of a person between two days.
#[utoipa::path(get, path = "/v1/people/{person}/absences", tag = "absences", params(
    ("person" = String, Path), Between,
), responses(
    (status = 200, body = AbsencesView),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Asked(between): Asked<Between>,
) -> Result<Json<AbsencesView>, ApiError> {
    let absences = app
        .office()
        .read(move |turn| {
            let days = (day(&between.from)?, day(&between.to)?);
            at_desk::may_read(turn, &caller, &DocumentId::wishes(person, Month::of(days.0)))?;
            if days.1 < days.0 || (days.1 - days.0).num_days() > 3_700 {
                return Err(Refusal::Malformed("not more than ten years, in order").into());
            }
            let review = DocumentId::review(person, Month::of(days.0));
            let sees_pay = at_desk::can_read(turn, &caller, &review)?;
            at_desk::look(turn, &caller, |acting| {
                let sick = acting.sicknesses_of(person, days)?;
                let all = acting.absences_between(person, days.0, days.1)?;
                let shown = all.into_iter().map(|entry| {
                    let net = if sees_pay { acting.net_pay_of(person, &entry)? } else { None };
                    let sickness = sick.iter().find(|one| one.entry.id == entry.id);
                    Ok(view(entry, sickness, net))
                });
                shown.collect::<Result<Vec<_>, AppError>>()
            })
        })
        .await?;
    Ok(Json(AbsencesView { person: person.to_string(), absences }))
}

/// Ask for an absence, or report one: the person's own.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewRequest, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody,
        description = "malformed, wrong_order, absence_too_long, wrong_kind"),
), security(("bearer" = [])))]
async fn request(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewRequest>,
) -> Result<Created, ApiError> {
    let document = DocumentId::wishes(person, month_of(&caller));
    let read = move || new.try_into();
    let id = at_desk::write_one(app.office(), caller, document, read, |acting, absence| {
        acting.request_absence(&absence)
    })
    .await?;
    Ok(created(id))
}

/// Change an own absence: longer, shorter, a certificate.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests/{absence}/change",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewChange, responses(
    (status = 204),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order, absence_too_long"),
), security(("bearer" = [])))]
async fn change(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewChange>,
) -> Result<StatusCode, ApiError> {
    let document = DocumentId::wishes(person, month_of(&caller));
    let read = move || new.try_into();
    at_desk::write_one(app.office(), caller, document, read, move |acting, change| {
        at_desk::or_so_already(acting.change_absence(absence, &change))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Withdraw an own absence. A granted one counts until the employer agrees.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests/{absence}/withdrawal",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = Withdrawal, responses(
    (status = 204),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn withdraw(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<Withdrawal>,
) -> Result<StatusCode, ApiError> {
    let document = DocumentId::wishes(person, month_of(&caller));
    at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
        at_desk::or_so_already(acting.withdraw_absence(absence, new.withdrawn))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enter an absence for a person, with a reason.
#[utoipa::path(post, path = "/v1/people/{person}/absences", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewEntered, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody,
        description = "malformed, reason_needed, wrong_order, absence_too_long"),
), security(("bearer" = [])))]
async fn enter(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewEntered>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || new.try_into();
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, absence| {
        acting.enter_absence(person, &absence)
    })
    .await?;
    Ok(created(id))
}

/// Grant or decline.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/decision",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewDecision, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_kind"),
), security(("bearer" = [])))]
async fn decide(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewDecision>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || new.try_into();
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, decision| {
        acting.decide_absence(person, absence, &decision)
    })
    .await?;
    Ok(created(id))
}

/// Take a decision or an entered absence back.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/taking-back",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = TakingBack, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
), security(("bearer" = [])))]
async fn take_back(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<TakingBack>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let id =
        at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
            acting.take_absence_back(person, absence, &new.reason)
        })
        .await?;
    Ok(created(id))
}

/// Note what is known of a certificate of sickness.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/certificate",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewCertificate, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn certify(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewCertificate>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || (&new).try_into();
    let id =
        at_desk::write_one(app.office(), caller, document, read, move |acting, certificate| {
            acting.note_certificate(person, absence, certificate)
        })
        .await?;
    Ok(created(id))
}

/// Note that a sickness is, or is not, the same as an earlier one.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/same-illness",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewIllness, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn same_illness(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewIllness>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || new.earlier();
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, earlier| {
        acting.note_same_illness(person, absence, earlier)
    })
    .await?;
    Ok(created(id))
}
