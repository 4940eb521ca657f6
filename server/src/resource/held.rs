//! Batches that are stored but not in force, and the employer's decision.

use crate::error::{ApiError, ErrorBody};
use crate::held;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::EntryId;
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

/// Batches that wait for the employer.
#[utoipa::path(get, path = "/v1/held", tag = "held", responses(
    (status = 200, body = Vec<HeldView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<HeldView>>, ApiError> {
    caller.employer()?;
    let team = caller.team();
    let waiting = app
        .office()
        .read(move |turn| {
            let view = |held: held::Held| HeldView {
                batch: held.batch.to_string(),
                cause: held.cause.code(),
                device: held.device.to_string(),
                document: held.document.to_string(),
                received_ms: held.received_ms,
                releasable: held.is_releasable(),
            };
            Ok(held::waiting(turn, team)?.into_iter().map(view).collect())
        })
        .await?;
    Ok(Json(waiting))
}

/// Keep a held batch, or refuse it. It stays stored either way.
#[utoipa::path(post, path = "/v1/held/{batch}/decision", tag = "held", params(
    ("batch" = String, Path),
), request_body = Decision, responses(
    (status = 204, description = "Written into the log"),
    (status = 409, body = ErrorBody, description = "not_held: decided already, or not releasable"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn decide(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(batch): Ids<EntryId>,
    Input(decision): Input<Decision>,
) -> Result<StatusCode, ApiError> {
    app.office().write(move |turn| held::decide(turn, &caller, batch, decision.keep)).await?;
    Ok(StatusCode::NO_CONTENT)
}
