//! A nudge that there is something new, and nothing else: whoever gets it asks
//! in the usual way. No content, no sender, no document.

use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::Input;
use crate::routes::App;
use crate::sign_in::{self, authorization};
use assistenz_core::document::{DeviceId, TeamId};
use assistenz_core::log::codec;
use assistenz_core::sync::Nonce;
use axum::Json;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A device that wants a nonce.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NonceRequest {
    /// The team's id.
    pub team: String,
    /// The device's id.
    pub device: String,
}

/// What the device puts into its next round, or signs for `GET /v1/events`.
#[derive(Debug, Serialize, ToSchema)]
pub struct NonceView {
    /// In hexadecimal digits (`docs/sync-protocol.md` § 10).
    pub nonce: String,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(nonce)).routes(routes!(events))
}

/// A nonce for a device. Nothing is kept; anybody may ask, also for a device
/// that does not exist.
#[utoipa::path(post, path = "/v1/nonce", tag = "sync", request_body = NonceRequest, responses(
    (status = 200, body = NonceView),
    (status = 422, body = ErrorBody, description = "malformed"),
))]
async fn nonce(
    State(app): State<App>,
    Input(request): Input<NonceRequest>,
) -> Result<Json<NonceView>, ApiError> {
    let no = |_| Refusal::Malformed("not an id");
    let team: TeamId = request.team.parse().map_err(no)?;
    let device: DeviceId = request.device.parse().map_err(no)?;
    let now_ms = app.office().world().now_ms();
    let nonce = Nonce::issue(app.secret(), team, device, now_ms);
    Ok(Json(NonceView { nonce: hex::encode(codec::encode(&nonce)) }))
}

/// An event `news` after each time the team's log has grown.
///
/// Signed in as a person (`Bearer`) or as a device
/// (`Device <team>.<device>.<nonce>.<signature>`).
#[utoipa::path(get, path = "/v1/events", tag = "events", responses(
    (status = 200, content_type = "text/event-stream", body = String),
    (status = 429, body = ErrorBody, description = "too_many"),
), security(("bearer" = []), ("device" = [])))]
async fn events(
    State(app): State<App>,
    parts: Parts,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    let team = match whose(&app, &parts).await {
        Ok(team) => team,
        Err(error) => {
            // An office that has no time is no guess of the asker's.
            if error.is_refusal() {
                app.count_stranger(&parts)?;
            }
            return Err(error);
        }
    };
    let (sender, receiver) = tokio::sync::mpsc::channel(4);
    let (mut news, mut closing) = (app.office().news(), app.closing());
    tokio::spawn(async move {
        // The first one at once: what happened before this connection is news as well.
        let mut told = sender.send(Ok(nudge())).await;
        while told.is_ok() {
            tokio::select! {
                heard = news.recv() => match heard {
                    Ok(about) if about != team => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => told = sender.send(Ok(nudge())).await,
                    Err(RecvError::Closed) => break,
                },
                _ = closing.changed() => break,
                () = sender.closed() => break,
            }
        }
    });
    let alive = KeepAlive::new().interval(Duration::from_secs(25));
    Ok(Sse::new(ReceiverStream::new(receiver)).keep_alive(alive))
}

fn nudge() -> Event {
    Event::default().event("news").data("")
}

async fn whose(app: &App, parts: &Parts) -> Result<TeamId, ApiError> {
    if let Some(token) = authorization(parts, "Bearer") {
        let caller = app.office().read(move |turn| sign_in::caller(turn, &token)).await?;
        return Ok(caller.team());
    }
    let told = authorization(parts, "Device").ok_or(Refusal::NotSignedIn)?;
    let secret = *app.secret();
    let (team, _) = app.office().read(move |turn| sign_in::device(turn, &secret, &told)).await?;
    Ok(team)
}
