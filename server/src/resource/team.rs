//! The team: how far its record reaches, and what all of it share.

use crate::error::{ApiError, ErrorBody};
use crate::input::Input;
use crate::journal;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::log::Operation;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The team as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamView {
    /// The team's id.
    pub team: String,
    /// The present epoch of its record; grows with each restore.
    pub epoch: u32,
    /// Entries in this epoch.
    pub entries: u64,
    /// Whether every assistant sees the rota of all.
    pub shares_rota: bool,
    /// Id of the office's log key.
    pub log_key: String,
}

/// Whether every assistant is to see the rota of all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RotaSharing {
    /// Shared or not.
    pub shared: bool,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(look)).routes(routes!(share_rota))
}

/// The team.
#[utoipa::path(get, path = "/v1/team", tag = "team", responses(
    (status = 200, body = TeamView),
), security(("bearer" = [])))]
async fn look(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<TeamView>, ApiError> {
    let view = app
        .office()
        .read(move |turn| {
            let team = caller.team();
            let state = journal::state(turn, team)?;
            let head = turn.ledger.head(team)?;
            Ok(TeamView {
                team: team.to_string(),
                epoch: head.map_or(0, |head| head.epoch),
                entries: head.map_or(0, |head| head.size),
                shares_rota: state.shares_rota(),
                log_key: state.log_key().map(|key| key.id().to_string()).unwrap_or_default(),
            })
        })
        .await?;
    Ok(Json(view))
}

/// Share the rota with all assistants, or stop.
#[utoipa::path(put, path = "/v1/team/rota-sharing", tag = "team", request_body = RotaSharing, responses(
    (status = 204, description = "Written into the log"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn share_rota(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(wish): Input<RotaSharing>,
) -> Result<StatusCode, ApiError> {
    caller.employer()?;
    let operation = Operation::ShareRota { shared: wish.shared };
    app.office().write(move |turn| journal::act(turn, &caller, operation)).await?;
    Ok(StatusCode::NO_CONTENT)
}
