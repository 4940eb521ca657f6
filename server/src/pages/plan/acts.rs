//! What can be done in the plan, one form each.

use super::day::{self, Typed};
use super::undo::{Step, in_address};
use super::{address, day_address, day_of, seen, typed, whose};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::pages::components::Problems;
use crate::pages::error::PageError;
use crate::pages::frame::done;
use crate::pages::right::{May, Plans};
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::record::rota::{PlanState, PlannedShift};
use assistenz_core::time::{Interval, Month};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use serde::Deserialize;

/// The longest note, in letters.
const LONGEST_NOTE: usize = 400;

/// A shift to plan.
#[derive(Debug, Deserialize)]
pub(super) struct NewShift {
    who: String,
    from: String,
    to: String,
    #[serde(default)]
    note: String,
}

fn note_fits(visitor: &Visitor, note: &str, problems: &mut Problems) {
    if note.chars().count() > LONGEST_NOTE {
        problems.add("note", visitor.say("page-plan-problem-note", &[]));
    }
}

/// `POST /plan/{month}/{day}/planen`
pub(super) async fn plan(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(new): Sent<NewShift>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    let seen = seen(&app, &visitor, month).await?;
    let mut problems = Problems::new();
    let times = (new.from.as_str(), new.to.as_str());
    let span = typed::span(&visitor, day, times, seen.zone, &mut problems);
    note_fits(&visitor, &new.note, &mut problems);
    let whose = whose(&new.who)?;
    let Some(span) = span.filter(|_| problems.is_empty()) else {
        let typed = Typed::new(None, &new.who, &new.from, &new.to, &new.note);
        return Ok(day::refused_with(&visitor, &seen, day, &typed, &problems));
    };
    let note = Some(new.note.trim().to_owned()).filter(|note| !note.is_empty());
    let ids = visitor
        .write(&app, DocumentId::planned(whose, month), move |acting| {
            let zone = acting.team_zone()?;
            acting.plan(whose, &[(span, note)], zone)
        })
        .await?;
    let steps: Vec<Step> = ids.into_iter().map(|id| Step::Cancel(month, whose, id)).collect();
    let sentence = visitor.say("page-plan-planned", &[("day", Value::Day(day))]);
    Ok(done(&app, &in_address(&day_address(day), &steps), &sentence))
}

/// A shift with other times.
#[derive(Debug, Deserialize)]
pub(super) struct Changed {
    who: String,
    shift: String,
    from: String,
    to: String,
    #[serde(default)]
    note: String,
}

/// `POST /plan/{month}/{day}/aendern`
pub(super) async fn change(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(new): Sent<Changed>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    let (whose, id) = (whose(&new.who)?, id(&new.shift)?);
    let seen = seen(&app, &visitor, month).await?;
    let mut problems = Problems::new();
    let times = (new.from.as_str(), new.to.as_str());
    let span = typed::span(&visitor, day, times, seen.zone, &mut problems);
    note_fits(&visitor, &new.note, &mut problems);
    let Some(span) = span.filter(|_| problems.is_empty()) else {
        let typed = Typed::new(Some(id), &new.who, &new.from, &new.to, &new.note);
        return Ok(day::refused_with(&visitor, &seen, day, &typed, &problems));
    };
    let note = new.note.trim().to_owned();
    let before = visitor
        .write(&app, DocumentId::planned(whose, month), move |acting| {
            let before = found(acting.planned_of(whose, month)?, id)?;
            let zone = acting.team_zone()?;
            acting.change_planned(whose, month, id, span, &note, zone)?;
            Ok(before)
        })
        .await?;
    let step = before.span.map(|span: Interval| Step::Change(month, whose, id, span, before.note));
    let steps: Vec<Step> = step.into_iter().collect();
    let sentence = visitor.say("page-plan-changed", &[("day", Value::Day(day))]);
    Ok(done(&app, &in_address(&day_address(day), &steps), &sentence))
}

/// One shift.
#[derive(Debug, Deserialize)]
pub(super) struct One {
    who: String,
    shift: String,
    #[serde(default)]
    was: String,
}

/// `POST /plan/{month}/{day}/absagen`
pub(super) async fn cancel(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(one): Sent<One>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    called_off(&app, &visitor, month, &one, &day_address(day)).await
}

/// `POST /plan/{month}/absagen`: one that stands on no day.
pub(super) async fn cancel_unclear(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids(month): Ids<Month>,
    Sent(one): Sent<One>,
) -> Result<Response, PageError> {
    called_off(&app, &visitor, month, &one, &address(month)).await
}

async fn called_off(
    app: &App,
    visitor: &Visitor,
    month: Month,
    one: &One,
    next: &str,
) -> Result<Response, PageError> {
    let (whose, id) = (whose(&one.who)?, id(&one.shift)?);
    let before = visitor
        .write(app, DocumentId::planned(whose, month), move |acting| {
            let before = found(acting.planned_of(whose, month)?, id)?;
            acting.cancel_planned(whose, month, id)?;
            Ok(before)
        })
        .await?;
    let steps: Vec<Step> = way_back(month, whose, &before).into_iter().collect();
    Ok(done(app, &in_address(next, &steps), &visitor.say("page-plan-called-off", &[])))
}

/// How a shift that was called off comes back.
fn way_back(month: Month, whose: Option<PersonId>, before: &PlannedShift) -> Option<Step> {
    match before.state {
        PlanState::Draft => Some(Step::Restore(month, whose, before.id, false)),
        PlanState::Published { .. } => Some(Step::Restore(month, whose, before.id, true)),
        PlanState::Cancelled => None,
    }
}

/// `POST /plan/{month}/{day}/doch`: it takes place after all, as a draft.
pub(super) async fn restore(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(one): Sent<One>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    let (whose, id) = (whose(&one.who)?, id(&one.shift)?);
    visitor
        .write(&app, DocumentId::planned(whose, month), move |acting| {
            acting.restore_planned(whose, month, id, false)
        })
        .await?;
    let next = in_address(&day_address(day), &[Step::Cancel(month, whose, id)]);
    Ok(done(&app, &next, &visitor.say("page-plan-restored", &[])))
}

/// `POST /plan/{month}/{day}/vergeben`: `was` says whose it was, `who` whose it is to be.
pub(super) async fn assign(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(one): Sent<One>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    let (from, to, id) = (whose(&one.was)?, whose(&one.who)?, id(&one.shift)?);
    // The document it goes to is judged by the core when the batch is placed.
    let (before, draft) = visitor
        .write(&app, DocumentId::planned(from, month), move |acting| {
            let before = found(acting.planned_of(from, month)?, id)?;
            let zone = acting.team_zone()?;
            let draft = acting.assign_planned(from, month, id, to, zone)?;
            Ok((before, draft))
        })
        .await?;
    let mut steps = vec![Step::Cancel(month, to, draft)];
    steps.extend(way_back(month, from, &before));
    let sentence = visitor.say("page-plan-assigned", &[("day", Value::Day(day))]);
    Ok(done(&app, &in_address(&day_address(day), &steps), &sentence))
}

/// Where to copy a day.
#[derive(Debug, Deserialize)]
pub(super) struct CopyTo {
    to_day: String,
}

/// `POST /plan/{month}/{day}/kopieren`
pub(super) async fn copy(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids((month, day)): Ids<(Month, u32)>,
    Sent(copy): Sent<CopyTo>,
) -> Result<Response, PageError> {
    let day = day_of(month, day)?;
    let seen = seen(&app, &visitor, month).await?;
    let to: Option<NaiveDate> = copy.to_day.trim().parse().ok();
    let Some(to) = to.filter(|to| *to != day) else {
        let mut problems = Problems::new();
        problems.add("to_day", visitor.say("page-plan-problem-to-day", &[]));
        let typed = Typed::copy(&copy.to_day);
        return Ok(day::refused_with(&visitor, &seen, day, &typed, &problems));
    };
    let whose: Vec<Option<PersonId>> = everybody(&seen);
    let steps = drafted(&app, &visitor, Month::of(to), whose, move |acting, whose| {
        let zone = acting.team_zone()?;
        acting.copy_planned_day(whose, day, to, zone)
    })
    .await?;
    let count = Value::Number(i64::try_from(steps.len()).unwrap_or(i64::MAX));
    let values = [("count", count), ("day", Value::Day(to))];
    let sentence = visitor.say("page-plan-copied", &values);
    Ok(done(&app, &in_address(&day_address(to), &steps), &sentence))
}

/// Which week is to be as the one before, for whom.
#[derive(Debug, Deserialize)]
pub(super) struct Week {
    monday: String,
    who: String,
}

/// `POST /plan/{month}/woche`
pub(super) async fn as_last_week(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids(month): Ids<Month>,
    Sent(week): Sent<Week>,
) -> Result<Response, PageError> {
    let monday: NaiveDate = week.monday.parse().map_err(|_| Refusal::Malformed("no such week"))?;
    let seen = seen(&app, &visitor, month).await?;
    let people = if week.who == "alle" { everybody(&seen) } else { vec![whose(&week.who)?] };
    let steps = drafted(&app, &visitor, Month::of(monday), people, move |acting, whose| {
        let zone = acting.team_zone()?;
        acting.plan_as_last_week(whose, monday, zone)
    })
    .await?;
    let count = Value::Number(i64::try_from(steps.len()).unwrap_or(i64::MAX));
    let values = [("count", count), ("day", Value::Day(monday))];
    let sentence = visitor.say("page-plan-as-last-week-done", &values);
    Ok(done(&app, &in_address(&address(month), &steps), &sentence))
}

fn everybody(seen: &super::Seen) -> Vec<Option<PersonId>> {
    seen.people.iter().map(|(person, _)| Some(*person)).chain([None]).collect()
}

/// Makes drafts for several people in one transaction, and says how each is taken back.
async fn drafted(
    app: &App,
    visitor: &Visitor,
    month: Month,
    people: Vec<Option<PersonId>>,
    make: impl Fn(&mut Acting<'_>, Option<PersonId>) -> Result<Vec<PlannedShift>, AppError>
    + Send
    + 'static,
) -> Result<Vec<Step>, PageError> {
    let caller = visitor.caller.clone();
    let steps = app
        .office()
        .write(move |turn| {
            let mut steps = Vec::new();
            for whose in people {
                let rota = DocumentId::planned(whose, month);
                let (drafts, zone) = at_desk::write(turn, &caller, &rota, |acting| {
                    Ok((make(acting, whose)?, acting.team_zone()?))
                })?;
                steps.extend(drafts.into_iter().filter_map(|draft| {
                    let month = Month::of(draft.span?.from().day(zone));
                    Some(Step::Cancel(month, whose, draft.id))
                }));
            }
            Ok::<_, OfficeError>(steps)
        })
        .await?;
    Ok(steps)
}

fn id(word: &str) -> Result<EventId, Refusal> {
    word.parse().map_err(|_| Refusal::NotFound)
}

fn found(planned: Vec<PlannedShift>, id: EventId) -> Result<PlannedShift, AppError> {
    let found = planned.into_iter().find(|shift| shift.id == id);
    found.ok_or_else(|| assistenz_core::app::Refusal::NoSuchEntry.into())
}
