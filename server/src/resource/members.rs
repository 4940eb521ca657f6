//! Members: who is in the team in which role; inviting and ending.

use crate::door::{BY_LETTER_MS, ON_SCREEN_MS};
use crate::error::{ApiError, ErrorBody};
use crate::input::{Ids, Input};
use crate::invite;
use crate::journal;
use crate::membership;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::PersonId;
use assistenz_core::log::Role;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// One member. Names stand in the document `person`, not here.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberView {
    /// The person's id.
    pub person: String,
    /// Roles that were not taken away.
    pub roles: Vec<RoleView>,
    /// Topics of a deputy.
    pub grants: Vec<GrantView>,
    /// Whether any role holds now.
    pub live: bool,
}

/// A role and its end.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleView {
    /// `employer`, `deputy`, `assistant`, `coach`, `payroll_office`.
    pub role: &'static str,
    /// When it ends (ms since 1970), by the office's clock.
    pub until_ms: Option<i64>,
}

/// A topic and its end.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrantView {
    /// `rota`, `hours_view`, `hours_approve`, `budget`, `payroll`, `team`.
    pub topic: &'static str,
    /// When it ends (ms since 1970), by the office's clock.
    pub until_ms: i64,
}

/// A new member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMember {
    /// `employer`, `deputy`, `assistant`, `coach`, `payroll_office`.
    pub role: String,
    /// When the role ends (ms since 1970).
    #[serde(default)]
    pub until_ms: Option<i64>,
    /// How the pairing code travels.
    #[serde(default)]
    pub by: By,
}

/// How a pairing code travels.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Shown on a screen: 15 minutes.
    #[default]
    Screen,
    /// Printed in a letter: 7 days.
    Letter,
}

impl By {
    /// How long the code can be used.
    #[must_use]
    pub const fn lasts_ms(self) -> i64 {
        match self {
            Self::Screen => ON_SCREEN_MS,
            Self::Letter => BY_LETTER_MS,
        }
    }
}

/// A further pairing code for a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// How the code travels.
    #[serde(default)]
    pub by: By,
}

/// A pairing code, shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationView {
    /// For whom.
    pub person: String,
    /// The pairing code as text; a QR code of exactly this text works as well.
    pub code: String,
    /// Until when it can be used (ms since 1970).
    pub expires_ms: i64,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(end))
        .routes(routes!(invite_again))
}

/// Everybody who is or was a member.
#[utoipa::path(get, path = "/v1/members", tag = "members", responses(
    (status = 200, body = Vec<MemberView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<MemberView>>, ApiError> {
    if !caller.is(Role::Deputy) {
        caller.employer()?;
    }
    let now_ms = caller.now_ms;
    let state = app.office().read(move |turn| journal::state(turn, caller.team())).await?;
    let view = |(person, member): (PersonId, &assistenz_core::policy::Member)| MemberView {
        person: person.to_string(),
        roles: member
            .roles
            .iter()
            .map(|(role, until_ms)| RoleView { role: role.word(), until_ms: *until_ms })
            .collect(),
        grants: member
            .grants
            .iter()
            .map(|(topic, until_ms)| GrantView { topic: topic.word(), until_ms: *until_ms })
            .collect(),
        live: member.is_live(now_ms),
    };
    Ok(Json(state.members().map(view).collect()))
}

/// Take a person in, and make a pairing code for their phone.
#[utoipa::path(post, path = "/v1/members", tag = "members", request_body = NewMember, responses(
    (status = 201, body = InvitationView),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn add(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(new): Input<NewMember>,
) -> Result<(StatusCode, Json<InvitationView>), ApiError> {
    let role = membership::role(&new.role)?;
    let (address, pin) = (app.address().to_owned(), app.pin());
    let made = app
        .office()
        .write(move |turn| {
            let person = membership::add(turn, &caller, role, new.until_ms)?;
            invite::code(turn, caller.team(), person, address, pin, new.by.lasts_ms())
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Take a role away. What was written before stays.
#[utoipa::path(delete, path = "/v1/members/{person}/{role}", tag = "members", params(
    ("person" = String, Path), ("role" = String, Path),
), responses(
    (status = 204, description = "Written into the log"),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member"),
    (status = 409, body = ErrorBody, description = "last_employer"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn end(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, word)): Ids<(PersonId, String)>,
) -> Result<StatusCode, ApiError> {
    let role = membership::role(&word)?;
    app.office().write(move |turn| membership::end(turn, &caller, person, role)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A pairing code for one more phone of a member.
#[utoipa::path(post, path = "/v1/members/{person}/invitation", tag = "members", params(
    ("person" = String, Path),
), request_body = NewInvitation, responses(
    (status = 201, body = InvitationView),
    (status = 404, body = ErrorBody, description = "not_found, not_a_member"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn invite_again(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewInvitation>,
) -> Result<(StatusCode, Json<InvitationView>), ApiError> {
    let (address, pin) = (app.address().to_owned(), app.pin());
    let made = app
        .office()
        .write(move |turn| {
            membership::may_invite(turn, &caller, person)?;
            invite::code(turn, caller.team(), person, address, pin, new.by.lasts_ms())
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}
