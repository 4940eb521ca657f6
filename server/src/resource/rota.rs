//! The rota (Dienstplan) of one person: drafts, publishing, "as last week".

use super::instant::{SpanView, today};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::record::rota::{PlanState, PlannedShift};
use assistenz_core::time::{Interval, Minute, Month};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The planned shifts of a person that begin in a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct RotaView {
    /// The person's id.
    pub person: String,
    /// The month, `2026-10`.
    pub month: String,
    /// By begin. Drafts are shown to those who plan.
    pub shifts: Vec<PlannedView>,
}

/// A planned shift.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedView {
    /// Its id.
    pub shift: String,
    /// When; nothing while begin or end are missing or have two values.
    pub span: Option<SpanView>,
    /// `draft`, `published` or `cancelled`.
    pub state: &'static str,
    /// When it was published (ms since 1970).
    pub published_ms: Option<i64>,
    /// A note.
    pub note: String,
    /// Fields with two values.
    pub disputed: Vec<&'static str>,
}

/// Shifts to plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlan {
    /// In order or not.
    pub shifts: Vec<NewPlanned>,
}

/// One shift to plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlanned {
    /// Begin (ms since 1970); cut to the full minute.
    pub from_ms: i64,
    /// End (ms since 1970); cut to the full minute.
    pub to_ms: i64,
    /// A note.
    #[serde(default)]
    pub note: Option<String>,
}

/// Which week is to be as the one before.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWeek {
    /// First day of the week to plan, `2026-10-19`.
    pub monday: String,
}

/// Ids of what was planned.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedIds {
    /// In the order they were given, or by begin.
    pub shifts: Vec<String>,
}

/// The drafts that were shown: exactly these are published.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPublication {
    /// Every draft of the month that has begin and end, as it was read.
    pub drafts: Vec<ShownDraft>,
}

/// A draft as it was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShownDraft {
    /// Its id.
    pub shift: String,
    /// Begin (ms since 1970).
    pub from_ms: i64,
    /// End (ms since 1970).
    pub to_ms: i64,
    /// Its note.
    #[serde(default)]
    pub note: String,
}

impl ShownDraft {
    fn read(self) -> Result<(EventId, Interval, String), Refusal> {
        let id = self.shift.parse().map_err(|_| Refusal::Malformed("not a shift's id"))?;
        let (from, to) = (Minute::floor_ms(self.from_ms), Minute::floor_ms(self.to_ms));
        let span = Interval::new(from, to);
        let wrong = Refusal::Act(assistenz_core::app::Refusal::WrongOrder);
        Ok((id, span.ok_or(wrong)?, self.note))
    }
}

/// How much was published.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublishedView {
    /// Shifts.
    pub published: usize,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(look))
        .routes(routes!(plan))
        .routes(routes!(as_last_week))
        .routes(routes!(publish))
        .routes(routes!(cancel))
}

fn view(shift: PlannedShift, zone: Tz) -> PlannedView {
    let (state, published_ms) = match shift.state {
        PlanState::Draft => ("draft", None),
        PlanState::Published { at_ms } => ("published", Some(at_ms)),
        PlanState::Cancelled => ("cancelled", None),
    };
    PlannedView {
        shift: shift.id.to_string(),
        span: shift.span.map(|span| SpanView::new(span, zone)),
        state,
        published_ms,
        note: shift.note,
        disputed: shift.disputed.into_iter().map(|(field, _)| field).collect(),
    }
}

/// The rota of a person and month.
#[utoipa::path(get, path = "/v1/people/{person}/rota/{month}", tag = "rota", params(
    ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
), responses(
    (status = 200, body = RotaView),
), security(("bearer" = [])))]
async fn look(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
) -> Result<Json<RotaView>, ApiError> {
    let shifts = app
        .office()
        .read(move |turn| {
            let rota = DocumentId::rota(person, month);
            at_desk::may_read(turn, &caller, &rota)?;
            let plans = at_desk::may_write(turn, &caller, &rota).is_ok();
            at_desk::look(turn, &caller, |acting| {
                let zone = acting.team_zone()?;
                let shifts = acting.rota_of(person, month)?;
                let seen = shifts.into_iter().filter(|one| plans || one.state != PlanState::Draft);
                Ok(seen.map(|one| view(one, zone)).collect())
            })
        })
        .await?;
    Ok(Json(RotaView { person: person.to_string(), month: month.to_string(), shifts }))
}

/// Plan shifts, as drafts.
#[utoipa::path(post, path = "/v1/people/{person}/rota", tag = "rota", params(
    ("person" = String, Path),
), request_body = NewPlan, responses(
    (status = 201, body = PlannedIds),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn plan(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewPlan>,
) -> Result<(StatusCode, Json<PlannedIds>), ApiError> {
    let ids = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::rota(person, today(turn.now_ms).1))?;
            let mut shifts = Vec::with_capacity(new.shifts.len());
            for shift in new.shifts {
                let (from, to) = (Minute::floor_ms(shift.from_ms), Minute::floor_ms(shift.to_ms));
                let span = Interval::new(from, to);
                let wrong = Refusal::Act(assistenz_core::app::Refusal::WrongOrder);
                shifts.push((span.ok_or(wrong)?, shift.note));
            }
            if shifts.is_empty() {
                return Err(Refusal::Malformed("at least one shift").into());
            }
            at_desk::act(turn, &caller, |acting| {
                let zone = acting.team_zone()?;
                acting.plan(person, &shifts, zone)
            })
        })
        .await?;
    let shifts = ids.iter().map(ToString::to_string).collect();
    Ok((StatusCode::CREATED, Json(PlannedIds { shifts })))
}

/// Plan a week as the week before it, as drafts at the same wall times.
#[utoipa::path(post, path = "/v1/people/{person}/rota/as-last-week", tag = "rota", params(
    ("person" = String, Path),
), request_body = NewWeek, responses(
    (status = 201, body = PlannedIds),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn as_last_week(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(week): Input<NewWeek>,
) -> Result<(StatusCode, Json<PlannedIds>), ApiError> {
    let drafts = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::rota(person, today(turn.now_ms).1))?;
            let monday: NaiveDate =
                week.monday.parse().map_err(|_| Refusal::Malformed("not a day"))?;
            at_desk::act(turn, &caller, |acting| {
                let zone = acting.team_zone()?;
                acting.plan_as_last_week(person, monday, zone)
            })
        })
        .await?;
    let shifts = drafts.iter().map(|draft| draft.id.to_string()).collect();
    Ok((StatusCode::CREATED, Json(PlannedIds { shifts })))
}

/// Publish the drafts of a month as they were read; the time is kept (§ 12 Abs.
/// 3 TzBfG). If there are others by now, nothing is published: read them again.
#[utoipa::path(post, path = "/v1/people/{person}/rota/{month}/publication", tag = "rota", params(
    ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
), request_body = NewPublication, responses(
    (status = 200, body = PublishedView),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn publish(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(new): Input<NewPublication>,
) -> Result<Json<PublishedView>, ApiError> {
    let published = app
        .office()
        .write(move |turn| {
            let rota = DocumentId::rota(person, month);
            at_desk::may_write(turn, &caller, &rota)?;
            let shown =
                new.drafts.into_iter().map(ShownDraft::read).collect::<Result<Vec<_>, _>>()?;
            at_desk::write(turn, &caller, &rota, |acting| {
                Ok(acting.publish_shown(person, month, &shown)?.len())
            })
        })
        .await?;
    Ok(Json(PublishedView { published }))
}

/// Call a planned shift off. It stays readable.
#[utoipa::path(delete, path = "/v1/people/{person}/rota/{month}/{shift}", tag = "rota", params(
    ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
    ("shift" = String, Path),
), responses(
    (status = 204, description = "Called off"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
), security(("bearer" = [])))]
async fn cancel(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month, shift)): Ids<(PersonId, Month, EventId)>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::write(turn, &caller, &DocumentId::rota(person, month), |acting| {
                acting.cancel_planned(person, month, shift)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
