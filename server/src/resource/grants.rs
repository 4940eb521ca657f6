//! Grants: topics a deputy may act in, always with an end.

use crate::error::{ApiError, ErrorBody};
use crate::input::{Ids, Input};
use crate::membership;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::PersonId;
use assistenz_core::log::Topic;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Topics and their end.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// `rota`, `hours_view`, `hours_approve`, `budget`, `payroll`, `team`.
    pub topics: Vec<String>,
    /// When it ends (ms since 1970), by the office's clock.
    pub until_ms: i64,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(grant)).routes(routes!(revoke))
}

/// Let a deputy act in these topics until then.
#[utoipa::path(put, path = "/v1/grants/{person}", tag = "grants", params(
    ("person" = String, Path),
), request_body = NewGrant, responses(
    (status = 204, description = "Written into the log"),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member: no deputy"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn grant(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewGrant>,
) -> Result<StatusCode, ApiError> {
    let topics: Vec<Topic> =
        new.topics.iter().map(|word| membership::topic(word)).collect::<Result<_, _>>()?;
    app.office()
        .write(move |turn| membership::grant(turn, &caller, person, topics, new.until_ms))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a topic back.
#[utoipa::path(delete, path = "/v1/grants/{person}/{topic}", tag = "grants", params(
    ("person" = String, Path), ("topic" = String, Path),
), responses(
    (status = 204, description = "Written into the log"),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member: no deputy"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn revoke(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, word)): Ids<(PersonId, String)>,
) -> Result<StatusCode, ApiError> {
    let topic = membership::topic(&word)?;
    app.office()
        .write(move |turn| membership::take_topic_back(turn, &caller, person, topic))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
