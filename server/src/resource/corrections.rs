//! Corrections by the employer: a proposal changes nothing until the assistant
//! agrees, or until it is approved over silence or objection.

use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::app::correction::Change;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A correction to propose: another begin or end, or that it should not be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCorrection {
    /// The shift's id.
    pub shift: String,
    /// Why; shown to the assistant.
    pub reason: String,
    /// The proposed begin (ms since 1970).
    #[serde(default)]
    pub start_ms: Option<i64>,
    /// The proposed end (ms since 1970).
    #[serde(default)]
    pub end_ms: Option<i64>,
    /// That the shift should not be; then without begin and end.
    #[serde(default)]
    pub retract: bool,
}

/// Taking a proposal back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWithdrawal {
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrittenView {
    /// Its id.
    pub id: String,
}

/// What a request that wrote something is answered with.
pub(super) type Created = (StatusCode, Json<WrittenView>);

/// Answers with the id of what was written.
pub(super) fn created(id: EventId) -> Created {
    (StatusCode::CREATED, Json(WrittenView { id: id.to_string() }))
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(propose)).routes(routes!(withdraw))
}

fn event(text: &str) -> Result<EventId, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed("not a shift's id"))
}

fn change(new: &NewCorrection) -> Result<Change, Refusal> {
    match (new.retract, new.start_ms, new.end_ms) {
        (true, None, None) => Ok(Change::Retract),
        (true, _, _) => Err(Refusal::Malformed("retract or ends, not both")),
        (false, start_ms, end_ms) => Ok(Change::Ends { start_ms, end_ms }),
    }
}

/// Propose a correction.
#[utoipa::path(post, path = "/v1/people/{person}/months/{month}/corrections", tag = "corrections",
params(
    ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
), request_body = NewCorrection, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_order"),
), security(("bearer" = [])))]
async fn propose(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(new): Input<NewCorrection>,
) -> Result<Created, ApiError> {
    let review = DocumentId::review(person, month);
    let read = move || Ok((event(&new.shift)?, change(&new)?, new.reason));
    let id = at_desk::write_one(app.office(), caller, review, read, move |acting, read| {
        let (shift, change, reason) = read;
        acting.propose(person, month, shift, &change, &reason)
    })
    .await?;
    Ok(created(id))
}

/// Take a proposal back.
#[utoipa::path(
    post,
    path = "/v1/people/{person}/months/{month}/corrections/{proposal}/withdrawal",
    tag = "corrections",
    params(
        ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
        ("proposal" = String, Path),
    ),
    request_body = NewWithdrawal,
    responses(
        (status = 201, body = WrittenView),
        (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
        (status = 422, body = ErrorBody, description = "malformed"),
    ),
    security(("bearer" = []))
)]
async fn withdraw(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month, proposal)): Ids<(PersonId, Month, EventId)>,
    Input(new): Input<NewWithdrawal>,
) -> Result<Created, ApiError> {
    let review = DocumentId::review(person, month);
    let id =
        at_desk::write_one(app.office(), caller, review, at_desk::as_it_is, move |acting, ()| {
            acting.withdraw(person, month, proposal, new.reason)
        })
        .await?;
    Ok(created(id))
}
