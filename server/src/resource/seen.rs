//! *Seen by the employer*: a record signed by the office, so that an assistant's
//! phone shows it only when it is proven.

use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::Input;
use crate::journal;
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::EntryId;
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{Content, RecordContent, Topic, codec};
use assistenz_core::sync::content_of;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Batches that were shown to the person who is signed in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// Ids, all of one document and in force.
    pub batches: Vec<String>,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(seen))
}

/// Mark batches of one document as seen.
#[utoipa::path(post, path = "/v1/seen", tag = "seen", request_body = Seen, responses(
    (status = 204, description = "Written into the log"),
    (status = 404, body = ErrorBody, description = "not_found: not here, not in force, or not yours to read"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn seen(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(seen): Input<Seen>,
) -> Result<StatusCode, ApiError> {
    if !caller.may(Topic::HoursView) && !caller.may(Topic::HoursApprove) {
        return Err(Refusal::NoRight.into());
    }
    let batches: Result<Vec<EntryId>, _> = seen.batches.iter().map(|id| id.parse()).collect();
    let batches = batches.map_err(|_| Refusal::Malformed("not an id of a batch"))?;
    if batches.is_empty() || batches.len() > 512 {
        return Err(Refusal::Malformed("1 to 512 batches").into());
    }
    app.office()
        .write(move |turn| {
            let team = caller.team();
            let state = journal::state(turn, team)?;
            let mut about = None;
            for id in &batches {
                let kept = turn.ledger.entry(team, *id)?.ok_or(Refusal::NotFound)?;
                let Content::Batch(batch) = content_of(&kept)? else {
                    return Err(Refusal::NotFound.into());
                };
                let document = batch.header().about.document().ok_or(Refusal::NotFound)?;
                state
                    .person_may_read(caller.person(), &document, turn.now_ms)
                    .map_err(|_| Refusal::NotFound)?;
                // What is held is in no stream, so no reader could place the mark.
                let stream = codec::encode(&Stream::from(document));
                if !turn.ledger.is_member(team, &stream, *id)? {
                    return Err(Refusal::NotFound.into());
                }
                if about.replace(document).is_some_and(|before| before != document) {
                    return Err(Refusal::Malformed("all of one document").into());
                }
            }
            let content = RecordContent::Seen { person: caller.person(), batches };
            journal::office(turn, team, content)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
