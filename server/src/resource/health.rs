//! Is the office alive? For watchdogs; says nothing about anybody.

use crate::error::{ApiError, ErrorBody};
use crate::routes::App;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The office answers and its ledger can be read.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// `ok`.
    pub status: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// How many teams have their record here.
    pub teams: usize,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health))
}

/// Reads the ledger once.
#[utoipa::path(get, path = "/healthz", tag = "office", responses(
    (status = 200, body = Health, description = "The ledger can be read"),
    (status = 503, body = ErrorBody, description = "overloaded, closing, disk_full, read_only, busy"),
))]
async fn health(State(app): State<App>) -> Result<Json<Health>, ApiError> {
    let teams = app.office().read(|turn| Ok(turn.ledger.teams()?.len())).await?;
    Ok(Json(Health { status: "ok", version: env!("CARGO_PKG_VERSION"), teams }))
}
