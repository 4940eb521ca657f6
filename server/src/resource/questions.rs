//! Questions about a month's hand-over (Rückfragen des Lohnbüros) and their answers.

use super::corrections::{Created, WrittenView, created};
use super::payroll::handover;
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::app::questions::Asked;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A question with its answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionView {
    /// Its id.
    pub question: String,
    /// What is asked.
    pub text: String,
    /// About whom, if about one person.
    pub person: Option<String>,
    /// When it was asked (ms since 1970).
    pub asked_ms: i64,
    /// Whether it waits for an answer.
    pub open: bool,
    /// The answers, oldest first.
    pub replies: Vec<ReplyView>,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReplyView {
    /// What is answered.
    pub text: String,
    /// When (ms since 1970).
    pub replied_ms: i64,
}

/// A question to ask.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewQuestion {
    /// What is asked, at most 1,000 letters.
    pub text: String,
    /// About whom; left out if about nobody.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub person: Option<PersonId>,
}

/// An answer to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReply {
    /// What is answered, at most 1,000 letters.
    pub text: String,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, ask)).routes(routes!(reply))
}

impl From<Asked> for QuestionView {
    fn from(asked: Asked) -> Self {
        Self {
            question: asked.id.to_string(),
            person: asked.person.map(|person| person.to_string()),
            asked_ms: asked.asked_ms,
            open: asked.is_open(),
            text: asked.text,
            replies: asked
                .replies
                .into_iter()
                .map(|(text, replied_ms)| ReplyView { text, replied_ms })
                .collect(),
        }
    }
}

/// The questions about a month, oldest first.
#[utoipa::path(get, path = "/v1/questions/{month}", tag = "payroll", params(
    ("month" = String, Path, description = "2026-10"),
), responses(
    (status = 200, body = Vec<QuestionView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(month): Ids<Month>,
) -> Result<Json<Vec<QuestionView>>, ApiError> {
    let document = handover(month)?;
    let asked =
        at_desk::read_one(app.office(), caller, document, move |acting| acting.questions(month))
            .await?;
    Ok(Json(asked.into_iter().map(Into::into).collect()))
}

/// Ask about a month.
#[utoipa::path(post, path = "/v1/questions/{month}", tag = "payroll", params(
    ("month" = String, Path, description = "2026-10"),
), request_body = NewQuestion, responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
), security(("bearer" = [])))]
async fn ask(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(month): Ids<Month>,
    Input(new): Input<NewQuestion>,
) -> Result<Created, ApiError> {
    let document = handover(month)?;
    let ask =
        at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
            acting.ask(month, &new.text, new.person)
        });
    Ok(created(ask.await?))
}

/// Answer a question.
#[utoipa::path(post, path = "/v1/questions/{month}/{question}/replies", tag = "payroll", params(
    ("month" = String, Path, description = "2026-10"), ("question" = String, Path),
), request_body = NewReply, responses(
    (status = 201, body = WrittenView),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
), security(("bearer" = [])))]
async fn reply(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((month, question)): Ids<(Month, EventId)>,
    Input(new): Input<NewReply>,
) -> Result<Created, ApiError> {
    let document = handover(month)?;
    let reply =
        at_desk::write_one(app.office(), caller, document, at_desk::as_it_is, move |acting, ()| {
            acting.reply(month, question, &new.text)
        });
    Ok(created(reply.await?))
}
