//! The description of every address (OpenAPI), made from the code itself.

use crate::routes::{self, App};
use axum::Json;
use std::sync::LazyLock;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

static DESCRIPTION: LazyLock<OpenApi> = LazyLock::new(routes::description);

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(describe))
}

/// This description.
#[utoipa::path(get, path = "/v1/openapi.json", tag = "office", responses(
    (status = 200, description = "OpenAPI 3.1", content_type = "application/json"),
))]
async fn describe() -> Json<OpenApi> {
    Json(DESCRIPTION.clone())
}
