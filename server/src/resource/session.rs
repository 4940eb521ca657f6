//! The session one is in: look at it, end it.

use crate::error::ApiError;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::log::{Role, Topic};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Who is signed in, and as what, at this moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// The person's id.
    pub person: String,
    /// The team's id.
    pub team: String,
    /// Roles that have not ended.
    pub roles: Vec<&'static str>,
    /// Topics a deputy may act in now.
    pub topics: Vec<&'static str>,
    /// When the session ends (ms since 1970).
    pub expires_ms: i64,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(look, end))
}

/// Who am I?
#[utoipa::path(get, path = "/v1/session", tag = "session", responses(
    (status = 200, body = SessionView),
), security(("bearer" = [])))]
async fn look(SignedIn(caller): SignedIn) -> Json<SessionView> {
    let roles = Role::ALL.into_iter().filter(|role| caller.is(*role)).map(Role::word).collect();
    let topics = Topic::ALL
        .into_iter()
        .filter(|topic| caller.member.may(*topic, caller.now_ms))
        .map(Topic::word)
        .collect();
    Json(SessionView {
        person: caller.person().to_string(),
        team: caller.team().to_string(),
        roles,
        topics,
        expires_ms: caller.session.expires_ms,
    })
}

/// Sign out.
#[utoipa::path(delete, path = "/v1/session", tag = "session", responses(
    (status = 204, description = "The token is worth nothing from now on"),
), security(("bearer" = [])))]
async fn end(State(app): State<App>, SignedIn(caller): SignedIn) -> Result<StatusCode, ApiError> {
    app.office()
        .read(move |turn| Ok(turn.door.end_session(&caller.session.id, turn.now_ms)?))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
