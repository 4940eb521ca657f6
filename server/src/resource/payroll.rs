//! What the payroll office (Lohnbüro) wants: kept in the settings of the team.

use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::Input;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::{Caller, SignedIn};
use crate::team_settings;
use assistenz_core::document::{DocumentId, DocumentKind, Period};
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The settings of the payroll office.
#[derive(Debug, Serialize, ToSchema)]
pub struct PayrollSettings {
    /// Program, numbers and mapping of wage types; null until somebody has said.
    #[schema(value_type = Option<Object>)]
    pub settings: Option<OfficeSettings>,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(look, set))
}

/// The document whose readers may see exports.
///
/// # Errors
///
/// [`OfficeError::Inconsistent`]: it is cut by month.
pub(crate) fn handover(month: Month) -> Result<DocumentId, OfficeError> {
    DocumentId::new(DocumentKind::Handover, None, Period::Month(month))
        .ok_or(OfficeError::Inconsistent("a hand-over without a month"))
}

/// Only who may see exports goes on.
///
/// # Errors
///
/// [`Refusal::NoRight`]; the disk's.
pub(crate) fn may_see(turn: &mut Turn<'_>, caller: &Caller) -> Result<(), OfficeError> {
    // Whether a person may does not depend on the month, only on the kind.
    let month = Month::new(2000, 1).ok_or(OfficeError::Inconsistent("no first month"))?;
    at_desk::may_read(turn, caller, &handover(month)?)
}

/// The settings of the payroll office.
#[utoipa::path(get, path = "/v1/payroll/settings", tag = "payroll", responses(
    (status = 200, body = PayrollSettings),
), security(("bearer" = [])))]
async fn look(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<PayrollSettings>, ApiError> {
    let settings = app
        .office()
        .read(move |turn| {
            may_see(turn, &caller)?;
            at_desk::look(turn, &caller, team_settings::payroll)
        })
        .await?;
    Ok(Json(PayrollSettings { settings }))
}

/// Say what the payroll office wants. Exports that went out keep the settings
/// they were made with.
#[utoipa::path(put, path = "/v1/payroll/settings", tag = "payroll", request_body(
    content = Object, description = "Program, numbers and mapping of wage types"
), responses(
    (status = 204, description = "Written"),
    (status = 409, body = ErrorBody, description = "payroll_settings: wrong for this program"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn set(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(settings): Input<Value>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::team())?;
            let settings: OfficeSettings = serde_json::from_value(settings)
                .map_err(|_| Refusal::Malformed("not the settings of a payroll office"))?;
            team_settings::put_payroll(turn, &caller, &settings)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
