//! Batches that are stored but not in force, and the employer's decision.

use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::{Ids, Input};
use crate::journal;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::EntryId;
use assistenz_core::ledger::HeldStatus;
use assistenz_core::log::{Cause, Content, RecordContent, Status, Stream};
use assistenz_core::sync::content_of;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A batch that waits for a decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldView {
    /// Its id.
    pub batch: String,
    /// Why: a word of `docs/sync-protocol.md` § 8.
    pub cause: &'static str,
    /// The device that signed it.
    pub device: String,
    /// The document it is about.
    pub document: String,
    /// When it came in (ms since 1970).
    pub received_ms: Option<i64>,
    /// Whether it could be kept; what the gate refused never can.
    pub releasable: bool,
}

/// Keep or refuse.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// True puts it into force, false leaves it out for good.
    pub keep: bool,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(decide))
}

fn cause_of(number: u32) -> Result<Cause, OfficeError> {
    Cause::ALL
        .into_iter()
        .find(|cause| u32::from(cause.number()) == number)
        .ok_or(OfficeError::Inconsistent("cause of a held batch"))
}

/// Batches that wait for the employer.
#[utoipa::path(get, path = "/v1/held", tag = "held", responses(
    (status = 200, body = Vec<HeldView>),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<HeldView>>, ApiError> {
    caller.employer()?;
    let team = caller.team();
    let held = app
        .office()
        .read(move |turn| {
            let mut held = Vec::new();
            for row in turn.ledger.held_with(team, HeldStatus::Held)? {
                let kept = turn.ledger.entry(team, row.id)?;
                let kept = kept.ok_or(OfficeError::Inconsistent("a held batch is missing"))?;
                let Content::Batch(batch) = content_of(&kept)? else { continue };
                let cause = cause_of(row.cause)?;
                held.push(HeldView {
                    batch: row.id.to_string(),
                    cause: cause.code(),
                    device: batch.header().device.to_string(),
                    document: Stream::Document(batch.header().about).to_string(),
                    received_ms: kept.place.map(|place| place.received_ms),
                    releasable: cause != Cause::Gate,
                });
            }
            Ok(held)
        })
        .await?;
    Ok(Json(held))
}

/// Keep a held batch, or refuse it. It stays stored either way.
#[utoipa::path(post, path = "/v1/held/{batch}/decision", tag = "held", params(
    ("batch" = String, Path),
), request_body = Decision, responses(
    (status = 204, description = "Written into the log"),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 409, body = ErrorBody, description = "not_held: decided already, or not releasable"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn decide(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(batch): Ids<EntryId>,
    Input(decision): Input<Decision>,
) -> Result<StatusCode, ApiError> {
    caller.employer()?;
    app.office()
        .write(move |turn| {
            let team = caller.team();
            let row = turn.ledger.held(team, batch)?.ok_or(Refusal::NotFound)?;
            if row.status != HeldStatus::Held {
                return Err(Refusal::NotHeld.into());
            }
            let status = if decision.keep { Status::Released } else { Status::Refused };
            let content = RecordContent::Verdict { batch, status, cause: cause_of(row.cause)? };
            match journal::sign(turn, &caller, content) {
                // The policy lets an employer sign it, so it was the gate that did not.
                Err(OfficeError::Refused(Refusal::NoRight)) => Err(Refusal::NotHeld.into()),
                done => done,
            }
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
