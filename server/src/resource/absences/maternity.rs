//! Pregnancy and birth (Mutterschutz): the weeks around a birth, what is known
//! of it, and the net pay that the payroll office told. Only days are kept
//! (`docs/decisions/0009-what-is-kept-of-a-pregnancy.md`).

use super::super::corrections::{Created, WrittenView, created};
use super::super::instant::{day, month_of};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::absence::Maternity;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The weeks around a birth to enter (§ 3 MuSchG).
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMaternityLeave {
    /// What is known.
    maternity: NewMaternity,
    /// Why; shown to the person.
    reason: String,
}

/// What is known of a pregnancy; what is left out is not known.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMaternity {
    /// The expected day of birth, `2027-01-12`.
    due: String,
    /// The day of birth: at most 140 days early or 28 late.
    #[serde(default)]
    birth: Option<String>,
    /// The last day on which she is known to nurse; only after a birth.
    #[serde(default)]
    nursing_until: Option<String>,
    /// Whether twelve weeks follow the birth, not eight (§ 3 Abs. 2 MuSchG).
    /// Only the days are kept. Without meaning for a ban of work.
    #[serde(default)]
    twelve_weeks: bool,
}

/// Net pay before a maternity leave, as the payroll office told it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewNetPay {
    /// Cents of a calendar day (§ 20 Abs. 1 MuSchG); `null` takes it back.
    #[schema(required = true)]
    #[serde(deserialize_with = "Option::deserialize")]
    cents: Option<u32>,
}

impl NewMaternity {
    /// The days, and whether twelve weeks follow.
    fn read(&self) -> Result<(Maternity, bool), Refusal> {
        let known = Maternity {
            due: day(&self.due)?,
            birth: self.birth.as_deref().map(day).transpose()?,
            nursing_until: self.nursing_until.as_deref().map(day).transpose()?,
        };
        Ok((known, self.twelve_weeks))
    }
}

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(enter))
        .routes(routes!(note, take_back))
        .routes(routes!(note_net_pay))
}

/// Enter the weeks around a birth, with what is known of it.
#[utoipa::path(post, path = "/v1/people/{person}/maternity-leaves", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewMaternityLeave, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_order"),
), security(("bearer" = [])))]
async fn enter(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewMaternityLeave>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || Ok((new.maternity.read()?, new.reason));
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, read| {
        let ((known, long), reason) = read;
        acting.enter_maternity_leave(person, &known, long, &reason)
    })
    .await?;
    Ok(created(id))
}

/// Note what is known of a pregnancy beside a maternity leave or a ban of work.
/// A leave that the employer entered gets the days that follow from it.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/maternity",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewMaternity, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order, wrong_kind"),
), security(("bearer" = [])))]
async fn note(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewMaternity>,
) -> Result<Created, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    let read = move || new.read();
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, read| {
        let (known, long) = read;
        acting.note_maternity(person, absence, &known, long)
    })
    .await?;
    Ok(created(id))
}

/// Take back what was noted of a pregnancy beside an absence; the absence stays.
#[utoipa::path(delete, path = "/v1/people/{person}/absences/{absence}/maternity",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), responses(
    (status = 204),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "wrong_kind"),
), security(("bearer" = [])))]
async fn take_back(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
) -> Result<StatusCode, ApiError> {
    let document = DocumentId::answers(person, month_of(&caller));
    at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
        acting.take_maternity_back(person, absence, "")
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Note the net pay of a calendar day before a maternity leave: what the
/// employer adds to the maternity allowance is made of it.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/net-pay",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewNetPay, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn note_net_pay(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewNetPay>,
) -> Result<Created, ApiError> {
    // With the approvals, which whoever plans may not read.
    let document = DocumentId::review(person, month_of(&caller));
    let id =
        at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
            acting.note_net_pay(person, absence, new.cents)
        })
        .await?;
    Ok(created(id))
}
