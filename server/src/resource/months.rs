//! Months: what one person worked, what of it is open, what it is worth.

use super::month_view::{EntryView, KindMinutes, LawFindingView, MonthView};
use super::pay_view::MonthPayView;
use super::standing::StandingView;
use crate::at_desk;
use crate::error::ApiError;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::{Caller, SignedIn};
use assistenz_core::app;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// One assistant's month in the list of all.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthOfPerson {
    /// The person's id.
    pub person: String,
    /// The name, to those who may read it.
    pub name: Option<String>,
    /// Worked minutes by kind, of settled shifts.
    pub totals: Vec<KindMinutes>,
    /// Shifts that are running.
    pub running: usize,
    /// Shifts that something stands in the way of.
    pub unsettled: usize,
    /// Proposals without agreement.
    pub open_proposals: usize,
    /// Where the month stands.
    pub standing: StandingView,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(look))
}

fn can_read_month(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    month: Month,
) -> Result<bool, OfficeError> {
    Ok(at_desk::can_read(turn, caller, &DocumentId::time(person, month))?
        && at_desk::can_read(turn, caller, &DocumentId::review(person, month))?)
}

/// Where every assistant's month stands that one may read.
#[utoipa::path(get, path = "/v1/months/{month}", tag = "months", params(
    ("month" = String, Path, description = "2026-10"),
), responses(
    (status = 200, body = Vec<MonthOfPerson>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(month): Ids<Month>,
) -> Result<Json<Vec<MonthOfPerson>>, ApiError> {
    let all = app
        .office()
        .read(move |turn| {
            let state = journal::state(turn, caller.team())?;
            let people: Vec<PersonId> = state
                .members()
                .filter(|(_, member)| member.ever.contains(&Role::Assistant))
                .map(|(person, _)| person)
                .collect();
            let mut all = Vec::new();
            for person in people {
                if can_read_month(turn, &caller, person, month)? {
                    all.push(of_person(turn, &caller, person, month)?);
                }
            }
            let may_all = caller.may(Topic::HoursView) || caller.may(Topic::HoursApprove);
            if all.is_empty() && !may_all { Err(Refusal::NoRight.into()) } else { Ok(all) }
        })
        .await?;
    Ok(Json(all))
}

fn of_person(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
    month: Month,
) -> Result<MonthOfPerson, OfficeError> {
    let named = at_desk::can_read(turn, caller, &DocumentId::person(person))?;
    let pays = at_desk::can_read(turn, caller, &DocumentId::contract(person))?;
    at_desk::look(turn, caller, |acting| {
        let work = acting.month_of(person, month)?;
        let standing = standing(acting, person, month, pays)?;
        let name = if named { acting.person_field(person, "name")? } else { None };
        let open = work.proposals.iter().filter(|one| {
            !one.over && matches!(one.outcome.code(), "open" | "objected" | "disputed")
        });
        Ok(MonthOfPerson {
            person: person.to_string(),
            name,
            totals: KindMinutes::all(&work.totals()),
            running: work.running().count(),
            unsettled: work.unsettled().count(),
            open_proposals: open.count(),
            standing,
        })
    })
}

/// Where a month stands; with its pay for those who may read the contract.
fn standing(
    acting: &mut app::Acting<'_>,
    person: PersonId,
    month: Month,
    pays: bool,
) -> Result<StandingView, app::AppError> {
    if !pays {
        return Ok(StandingView::new(&acting.standing_of(person, month)?, &[]));
    }
    let (standing, otherwise) = acting.standing_with_pay(person, month)?;
    Ok(StandingView::new(&standing, &otherwise))
}

/// The month of one person. Pay and law are there for those who may read the
/// contract.
#[utoipa::path(get, path = "/v1/people/{person}/months/{month}", tag = "months", params(
    ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
), responses(
    (status = 200, body = MonthView),
), security(("bearer" = [])))]
async fn look(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
) -> Result<Json<MonthView>, ApiError> {
    let view = app
        .office()
        .read(move |turn| {
            if !can_read_month(turn, &caller, person, month)? {
                return Err(Refusal::NoRight.into());
            }
            let pays = at_desk::can_read(turn, &caller, &DocumentId::contract(person))?;
            at_desk::look(turn, &caller, |acting| {
                let work = acting.month_of(person, month)?;
                let standing = standing(acting, person, month, pays)?;
                let (reckoning, without_pay) = match pays.then(|| acting.reckon(person, month)) {
                    None => (None, Some("no_right")),
                    Some(Ok(reckoning)) => (Some(reckoning), None),
                    Some(Err(app::AppError::Refused(no @ app::Refusal::NoContract))) => {
                        (None, Some(no.code()))
                    }
                    Some(Err(error)) => return Err(error),
                };
                Ok(MonthView {
                    person: person.to_string(),
                    month: month.to_string(),
                    entries: work.entries.iter().map(EntryView::from).collect(),
                    disputes: work.disputes.iter().map(Into::into).collect(),
                    findings: work.findings.iter().map(Into::into).collect(),
                    proposals: work.proposals.iter().map(Into::into).collect(),
                    totals: KindMinutes::all(&work.totals()),
                    standing,
                    pay: reckoning.as_ref().map(|found| MonthPayView::from(&found.pay)),
                    law: reckoning
                        .as_ref()
                        .map(|found| found.law.iter().map(LawFindingView::from).collect()),
                    without_pay,
                })
            })
        })
        .await?;
    Ok(Json(view))
}
