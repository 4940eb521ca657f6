//! The months there are, newest first.

use super::month::{state, title};
use super::{CorrectionCard, MonthLine, Showing, correction};
use crate::app::month::documents_with;
use crate::app::{Acting, AppError};
use crate::document::{DocumentKind, Period};
use crate::time::{Minute, Minutes, Month};
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
    let work = acting.month_of(person, month)?;
    let worked: Minutes = work.settled().map(Shift::working_minutes).sum();
    let standing = acting.standing_of(person, month)?;
    let (state, hours) = (state(showing, standing.state), showing.hours(worked));
    let values = [("state", Value::Text(&state)), ("hours", Value::Text(&hours))];
    Ok(MonthLine {
        month: month.to_string(),
        title: title(showing, month),
        line: showing.say("month-line", &values),
    })
}

/// Every correction of every month, those that wait for an answer first.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn corrections(
    acting: &mut Acting<'_>,
    showing: &Showing,
) -> Result<Vec<CorrectionCard>, AppError> {
    let person = acting.me.person;
    let mut cards: Vec<CorrectionCard> = Vec::new();
    for month in months(acting, showing)?.into_iter().rev() {
        for card in correction::cards(showing, &acting.month_of(person, month)?) {
            // One about a shift at the turn of a month stands in both.
            if !cards.iter().any(|known| known.proposal == card.proposal) {
                cards.push(card);
            }
        }
    }
    cards.sort_by_key(|card| !card.open);
    Ok(cards)
}
