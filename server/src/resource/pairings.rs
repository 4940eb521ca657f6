//! The employer's side of pairing: devices that wait, and letting them in.

use crate::door::Pairing;
use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::{Ids, Input};
use crate::invite;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::log::Topic;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A device that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingView {
    /// Its id.
    pub pairing: String,
    /// Whose device it is to be.
    pub person: String,
    /// To be compared with what the device shows.
    pub digits: String,
    /// Since when it waits (ms since 1970).
    pub since_ms: i64,
    /// Until when it can be confirmed (ms since 1970).
    pub expires_ms: i64,
}

/// The digits on the device.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Digits {
    /// Six digits as the device shows them.
    pub digits: String,
}

/// A device that was let in.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConfirmedView {
    /// The device's id.
    pub device: String,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(refuse)).routes(routes!(confirm))
}

fn id(text: &str) -> Result<[u8; 16], Refusal> {
    let mut id = [0; 16];
    hex::decode_to_slice(text, &mut id).map_err(|_| Refusal::NotFound)?;
    Ok(id)
}

/// Devices that wait for the digits to be compared.
#[utoipa::path(get, path = "/v1/pairings", tag = "pairing", responses(
    (status = 200, body = Vec<WaitingView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<WaitingView>>, ApiError> {
    caller.employer_or(Topic::Team)?;
    let waiting = app
        .office()
        .read(move |turn| {
            let waiting = invite::waiting(turn, caller.team())?;
            let view = |pairing: Pairing| WaitingView {
                pairing: hex::encode(pairing.id),
                person: pairing.person.to_string(),
                digits: pairing.digits,
                since_ms: pairing.made_ms,
                expires_ms: pairing.expires_ms,
            };
            Ok(waiting.into_iter().map(view).collect())
        })
        .await?;
    Ok(Json(waiting))
}

/// Let a device in, by the digits it shows.
#[utoipa::path(post, path = "/v1/pairings/{pairing}/confirmation", tag = "pairing", params(
    ("pairing" = String, Path),
), request_body = Digits, responses(
    (status = 200, body = ConfirmedView),
    (status = 403, body = ErrorBody, description = "no_right, not_allowed"),
    (status = 409, body = ErrorBody, description = "other_digits"),
    (status = 410, body = ErrorBody, description = "pairing_over"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn confirm(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(pairing): Ids<String>,
    Input(typed): Input<Digits>,
) -> Result<Json<ConfirmedView>, ApiError> {
    caller.employer_or(Topic::Team)?;
    let id = id(&pairing)?;
    let device =
        app.office().write(move |turn| invite::confirm(turn, &caller, &id, &typed.digits)).await?;
    Ok(Json(ConfirmedView { device: device.to_string() }))
}

/// Turn a device away.
#[utoipa::path(delete, path = "/v1/pairings/{pairing}", tag = "pairing", params(
    ("pairing" = String, Path),
), responses(
    (status = 204, description = "It cannot be confirmed any more"),
), security(("bearer" = [])))]
async fn refuse(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(pairing): Ids<String>,
) -> Result<StatusCode, ApiError> {
    caller.employer_or(Topic::Team)?;
    let id = id(&pairing)?;
    app.office()
        .write(move |turn| {
            let found = turn.door.pairing(&id)?;
            found.filter(|pairing| pairing.team == caller.team()).ok_or(Refusal::NotFound)?;
            turn.door.refuse(&id, turn.now_ms)?;
            Ok::<_, OfficeError>(())
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
