//! One round of the conversation between a device and the office: bytes in,
//! bytes out (`docs/sync-protocol.md` § 10).

use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::Body;
use crate::routes::App;
use assistenz_core::sync::{OfficeKeys, RoundRefusal, asker};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(round))
}

/// One round. Idempotent; may be sent again after any failure. A paired device
/// that asks too often waits for its answer and is never refused for that.
#[utoipa::path(post, path = "/v1/sync", tag = "sync",
    request_body(content_type = "application/octet-stream", description = "A deflated, signed request"),
    responses(
    (status = 200, content_type = "application/octet-stream", description = "On the disk; the answer, deflated"),
    (status = 401, body = ErrorBody, description = "unknown_device, bad_signature, stale_nonce"),
    (status = 404, body = ErrorBody, description = "unknown_team"),
    (status = 409, body = ErrorBody, description = "old_app, old_office: one of both has to be updated; nothing is taken in"),
    (status = 413, body = ErrorBody, description = "too_long: as sent or inflated"),
    (status = 422, body = ErrorBody, description = "malformed"),
    (status = 429, body = ErrorBody, description = "too_many: only for strangers"),
    (status = 503, body = ErrorBody, description = "disk_full, read_only, busy, overloaded, closing"),
))]
async fn round(
    State(app): State<App>,
    parts: Parts,
    Body(request): Body,
) -> Result<impl IntoResponse, ApiError> {
    let secret = *app.secret();
    let done = app
        .office()
        .write(move |turn| {
            let (_, device) = asker(&request)?;
            let log_key = turn.folder.log_key(turn.world)?;
            let keys = OfficeKeys { log: &log_key, secret: &secret };
            let now = (turn.now_ms, turn.random()?);
            let answer = turn.core.round(turn.ledger, keys, &request, now)?;
            // Whoever got an answer has proven to be that device.
            turn.door.hear(device, turn.now_ms)?;
            Ok((device, answer))
        })
        .await;
    match done {
        Ok((device, answer)) => {
            tokio::time::sleep(app.pace(device)).await;
            Ok(([(CONTENT_TYPE, "application/octet-stream")], answer))
        }
        // A phone whose nonce or app is old is no stranger.
        Err(
            error @ OfficeError::Refused(Refusal::Round(
                RoundRefusal::StaleNonce | RoundRefusal::OldApp | RoundRefusal::OldOffice,
            )),
        ) => Err(error.into()),
        Err(OfficeError::Refused(refusal)) => {
            app.count_stranger(&parts)?;
            Err(refusal.into())
        }
        Err(fault) => Err(fault.into()),
    }
}
