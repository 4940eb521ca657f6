//! The assistant's plan (Dienstplan): what was published, by begin.

use super::super::when;
use super::{PlannedCard, Showing};
use crate::app::{Acting, AppError};
use crate::record::rota::{PlanState, PlannedShift};
use crate::time::{Minute, Month};
use crate::words::Value;

/// The published and called-off shifts of a month.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn plan(
    acting: &mut Acting<'_>,
    showing: &Showing,
    month: Month,
) -> Result<Vec<PlannedCard>, AppError> {
    let person = acting.me.person;
    let shifts = acting.rota_of(person, month)?;
    Ok(shifts.iter().filter_map(|shift| card(showing, shift)).collect())
}

/// The next published shift that has not ended, at most a month ahead.
pub(super) fn next(
    acting: &mut Acting<'_>,
    showing: &Showing,
) -> Result<Option<PlannedCard>, AppError> {
    let now = Minute::floor_ms(acting.now_ms());
    let found = published(acting, Month::of(now.day(showing.zone)))?
        .into_iter()
        .filter(|shift| shift.span.is_some_and(|span| span.to() > now))
        .min_by_key(|shift| shift.span.map(|span| span.from()));
    Ok(found.as_ref().and_then(|shift| card(showing, shift)))
}

/// The published shifts of a month and its neighbours.
pub(super) fn published(
    acting: &mut Acting<'_>,
    month: Month,
) -> Result<Vec<PlannedShift>, AppError> {
    let person = acting.me.person;
    let mut shifts = Vec::new();
    for month in [month.previous(), month, month.next()] {
        shifts.extend(acting.rota_of(person, month)?);
    }
    shifts.retain(|shift| matches!(shift.state, PlanState::Published { .. }));
    Ok(shifts)
}

fn card(showing: &Showing, shift: &PlannedShift) -> Option<PlannedCard> {
    let span = shift.span?;
    let state = match shift.state {
        // Only the planners see a draft as a plan.
        PlanState::Draft => return None,
        PlanState::Published { .. } => None,
        PlanState::Cancelled => Some(showing.say("planned-cancelled", &[])),
    };
    let day = span.from().day(showing.zone);
    let title = when::short_day(showing.language, day);
    let times = when::clocks(showing.language, span, showing.zone);
    let values = [("day", Value::Text(&title)), ("times", Value::Text(&times))];
    let mut spoken = vec![showing.say("planned-spoken", &values)];
    spoken.extend(state.clone());
    spoken.extend((!shift.note.is_empty()).then(|| shift.note.clone()));
    Some(PlannedCard {
        id: shift.id.to_string(),
        day: day.to_string(),
        title,
        times,
        from_ms: span.from().ms(),
        to_ms: span.to().ms(),
        note: shift.note.clone(),
        state,
        spoken: spoken.join(&showing.say("and-then", &[])),
    })
}
