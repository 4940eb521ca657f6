//! The months there are, newest first.

use super::month::{state, title};
use super::{MonthLine, Showing};
use crate::app::month::documents_with;
use crate::app::{Acting, AppError};
use crate::document::{DocumentKind, Period};
use crate::time::{Minute, Month};
use crate::words::Value;
use crate::work::Shift;
use std::collections::BTreeSet;

/// Every month of which something is recorded, and the present one.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn history(acting: &mut Acting<'_>, showing: &Showing) -> Result<Vec<MonthLine>, AppError> {
    months(acting, showing)?.into_iter().rev().map(|month| line(acting, showing, month)).collect()
}

/// The same months, oldest first.
pub(super) fn months(
    acting: &mut Acting<'_>,
    showing: &Showing,
) -> Result<BTreeSet<Month>, AppError> {
    let (team, person) = (acting.me.team, acting.me.person);
    let now = Minute::floor_ms(acting.now_ms());
    let mut months = BTreeSet::from([Month::of(now.day(showing.zone))]);
    for kind in [DocumentKind::Time, DocumentKind::Review] {
        for id in documents_with(acting.ledger, team, kind, Some(person))? {
            if let Period::Month(month) = id.period() {
                months.insert(month);
            }
        }
    }
    Ok(months)
}

fn line(acting: &mut Acting<'_>, showing: &Showing, month: Month) -> Result<MonthLine, AppError> {
    let person = acting.me.person;
    let worked = acting.month_of(person, month)?.settled().map(Shift::working_minutes).sum();
    let standing = acting.standing_of(person, month)?;
    let (state, hours) = (state(showing, standing.state), showing.hours(worked));
    let values = [("state", Value::Text(&state)), ("hours", Value::Text(&hours))];
    Ok(MonthLine {
        month: month.to_string(),
        title: title(showing, month),
        line: showing.say("month-line", &values),
    })
}
