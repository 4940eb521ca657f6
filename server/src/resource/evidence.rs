//! The evidence file of a team, for download.

use crate::error::ApiError;
use crate::evidence;
use crate::routes::App;
use crate::sign_in::SignedIn;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(download))
}

/// Everything the log holds, sealed (`docs/sync-protocol.md` § 12);
/// `assistenzzeit verify` checks it without the office.
#[utoipa::path(get, path = "/v1/evidence", tag = "evidence", responses(
    (status = 200, content_type = "application/cbor", description = "The evidence file"),
), security(("bearer" = [])))]
async fn download(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<impl IntoResponse, ApiError> {
    caller.employer()?;
    let bytes = app.office().write(move |turn| evidence::file(turn, caller.team())).await?;
    Ok((
        [
            (CONTENT_TYPE, "application/cbor"),
            (CONTENT_DISPOSITION, "attachment; filename=\"evidence.cbor\""),
        ],
        bytes,
    ))
}
