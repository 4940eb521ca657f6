//! Grants: topics a deputy may act in, always with an end.

use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::journal;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Operation, Topic};
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

fn topic(word: &str) -> Result<Topic, Refusal> {
    let found = Topic::ALL.into_iter().find(|topic| topic.word() == word);
    found.ok_or(Refusal::Malformed("no such topic"))
}

/// Let a deputy act in these topics until then.
#[utoipa::path(put, path = "/v1/grants/{person}", tag = "grants", params(
    ("person" = String, Path),
), request_body = NewGrant, responses(
    (status = 204, description = "Written into the log"),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member: no deputy"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn grant(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewGrant>,
) -> Result<StatusCode, ApiError> {
    caller.employer()?;
    let mut topics: Vec<Topic> =
        new.topics.iter().map(|word| topic(word)).collect::<Result<_, _>>()?;
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() {
        return Err(Refusal::Malformed("at least one topic").into());
    }
    let operation = Operation::Grant { person, topics, until_ms: new.until_ms };
    app.office().write(move |turn| journal::act(turn, &caller, operation)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a topic back.
#[utoipa::path(delete, path = "/v1/grants/{person}/{topic}", tag = "grants", params(
    ("person" = String, Path), ("topic" = String, Path),
), responses(
    (status = 204, description = "Written into the log"),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member: no deputy"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn revoke(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, word)): Ids<(PersonId, String)>,
) -> Result<StatusCode, ApiError> {
    caller.employer()?;
    let operation = Operation::RevokeGrant { person, topics: vec![topic(&word)?] };
    app.office().write(move |turn| journal::act(turn, &caller, operation)).await?;
    Ok(StatusCode::NO_CONTENT)
}
