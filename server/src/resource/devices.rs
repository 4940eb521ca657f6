//! Devices: which hold a key of the team, and ending one for ever.

use crate::error::{ApiError, ErrorBody};
use crate::input::Ids;
use crate::journal;
use crate::membership;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::DeviceId;
use assistenz_core::log::Topic;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A device that was added once.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeviceView {
    /// Its id.
    pub device: String,
    /// Whose it is.
    pub person: String,
    /// `phone`, `desk` or `command_line`.
    pub form: &'static str,
    /// Ended for ever.
    pub revoked: bool,
    /// Added by the operator of the office.
    pub by_operator: bool,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(revoke))
}

/// Devices: all for employers and deputies for `team`, else one's own.
#[utoipa::path(get, path = "/v1/devices", tag = "devices", responses(
    (status = 200, body = Vec<DeviceView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<DeviceView>>, ApiError> {
    let (team, all, own) = (caller.team(), caller.may(Topic::Team), caller.person());
    let state = app.office().read(move |turn| journal::state(turn, team)).await?;
    let shown = state.devices().filter(|(_, device)| all || device.person == own);
    Ok(Json(
        shown
            .map(|(id, device)| DeviceView {
                device: id.to_string(),
                person: device.person.to_string(),
                form: device.form.word(),
                revoked: device.revoked,
                by_operator: device.by_operator,
            })
            .collect(),
    ))
}

/// End a device for ever. What it wrote before stays; what arrives later is held.
#[utoipa::path(delete, path = "/v1/devices/{device}", tag = "devices", params(
    ("device" = String, Path),
), responses(
    (status = 204, description = "Written into the log"),
    (status = 403, body = ErrorBody, description = "no_right, not_allowed"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_device"),
), security(("bearer" = [])))]
async fn revoke(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(device): Ids<DeviceId>,
) -> Result<StatusCode, ApiError> {
    app.office().write(move |turn| membership::revoke_device(turn, &caller, device)).await?;
    Ok(StatusCode::NO_CONTENT)
}
