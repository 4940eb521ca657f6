//! A new device's side of pairing. Nobody is signed in here: whoever has the
//! one-time token may ask, once.

use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::{Ids, Input};
use crate::invite::{self, Standing};
use crate::journal;
use crate::routes::App;
use assistenz_core::log::{DeviceForm, Signer as _};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A device that asks to be let in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PairRequest {
    /// The token of the pairing code, 32 hexadecimal digits.
    pub token: String,
    /// The device's new public key, 64 hexadecimal digits.
    pub public_key: String,
    /// `phone` or `command_line`.
    pub form: String,
}

/// Where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairView {
    /// For asking again.
    pub pairing: String,
    /// `waiting`, `confirmed` or `over`.
    pub state: &'static str,
    /// Six digits; the device shows its own and the employer compares.
    pub digits: String,
    /// The team.
    pub team: String,
    /// Whose device it is to be.
    pub person: String,
    /// The office's log key; its id stands in the pairing code.
    pub log_key: String,
    /// Until when it can be confirmed (ms since 1970).
    pub expires_ms: i64,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(ask)).routes(routes!(look))
}

fn view(
    turn: &mut crate::office::Turn<'_>,
    pairing: crate::door::Pairing,
) -> Result<PairView, OfficeError> {
    let state = match invite::standing(turn, &pairing)? {
        Standing::Waiting => "waiting",
        Standing::Confirmed => "confirmed",
        Standing::Over => "over",
    };
    let log_key = turn.folder.log_key(turn.world)?.public();
    Ok(PairView {
        pairing: hex::encode(pairing.id),
        state,
        digits: pairing.digits,
        team: pairing.team.to_string(),
        person: pairing.person.to_string(),
        log_key: hex::encode(log_key.bytes()),
        expires_ms: pairing.expires_ms,
    })
}

/// Show the token. Asking again with the same key is answered the same.
#[utoipa::path(post, path = "/v1/pair", tag = "pairing", request_body = PairRequest, responses(
    (status = 202, body = PairView, description = "The employer has to compare the digits"),
    (status = 404, body = ErrorBody, description = "unknown_token"),
    (status = 409, body = ErrorBody, description = "used_token"),
    (status = 410, body = ErrorBody, description = "expired_token"),
    (status = 422, body = ErrorBody, description = "malformed"),
    (status = 429, body = ErrorBody, description = "too_many"),
    (status = 503, body = ErrorBody, description = "overloaded, closing, disk_full, read_only, busy"),
))]
async fn ask(
    State(app): State<App>,
    parts: Parts,
    Input(request): Input<PairRequest>,
) -> Result<(StatusCode, Json<PairView>), ApiError> {
    app.count_stranger(&parts)?;
    let token = bytes(&request.token)?;
    let public_key = bytes(&request.public_key)?;
    let form = DeviceForm::ALL
        .into_iter()
        .find(|form| form.word() == request.form && *form != DeviceForm::Desk)
        .ok_or(Refusal::Malformed("form is phone or command_line"))?;
    let made = app
        .office()
        .write(move |turn| {
            let pairing = invite::show(turn, &token, &public_key, form)?;
            view(turn, pairing)
        })
        .await?;
    // Whoever holds a token was no stranger.
    app.forgive_stranger(&parts);
    Ok((StatusCode::ACCEPTED, Json(made)))
}

fn bytes<const N: usize>(text: &str) -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes)
        .map_err(|_| Refusal::Malformed("not hexadecimal, or not of that length"))?;
    Ok(bytes)
}

/// Has the employer compared the digits?
#[utoipa::path(get, path = "/v1/pair/{pairing}", tag = "pairing", params(
    ("pairing" = String, Path),
), responses(
    (status = 200, body = PairView),
    (status = 429, body = ErrorBody, description = "too_many"),
    (status = 503, body = ErrorBody, description = "overloaded, closing, disk_full, read_only, busy"),
))]
async fn look(
    State(app): State<App>,
    parts: Parts,
    Ids(pairing): Ids<String>,
) -> Result<Json<PairView>, ApiError> {
    let id: [u8; 16] = bytes(&pairing).map_err(|_| Refusal::NotFound)?;
    let found = app
        .office()
        .read(move |turn| {
            let pairing = turn.door.pairing(&id)?.ok_or(Refusal::NotFound)?;
            journal::state(turn, pairing.team)?;
            view(turn, pairing)
        })
        .await;
    if let Err(OfficeError::Refused(Refusal::NotFound)) = found {
        // Only wrong guesses count: a waiting phone may ask as often as it likes.
        app.count_stranger(&parts)?;
    }
    Ok(Json(found?))
}
