//! What an office that has just started reads while nobody asks: its memory is
//! empty, and whoever opened everybody's months first would wait for all of
//! them. One month at a time, so that a page waits for one at most; a fault is
//! told to whoever asks for that month. Then, after every write, which months
//! of all years still wait for an approval.

use crate::at_desk;
use crate::fault::OfficeError;
use crate::journal;
use crate::office::{Office, Turn};
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::time::{Minute, Month};
use chrono_tz::Europe::Berlin;
use tokio::sync::broadcast::error::RecvError;

/// Most months: two of everybody in a team of two dozen.
const MOST: usize = 48;
/// Months looked at before somebody else has a turn.
const AT_ONCE: usize = 4;

/// Reads what people look at first into the office's memory, then which months wait.
pub async fn read_ahead(office: Office) {
    let months = office.read(first_looked_at).await.unwrap_or_default();
    for (team, person, month) in months {
        let read = move |turn: &mut Turn<'_>| {
            at_desk::look_ahead(turn, team, |acting| acting.overview(person, month, true).map(drop))
        };
        // Nobody waits for it.
        drop(office.read(read).await);
    }
    while office.read(look_for_left).await.is_ok_and(|all| !all) {}
}

/// Reads ahead, and after every write what it touched. Ends with the office.
pub async fn keep_reading(office: Office) {
    let mut news = office.news();
    read_ahead(office.clone()).await;
    // One that was missed is made good with the next.
    while !matches!(news.recv().await, Err(RecvError::Closed)) {
        while office.read(look_for_left).await.is_ok_and(|all| !all) {}
    }
}

/// Looks for months that wait, a few at a time; whether all were looked at.
fn look_for_left(turn: &mut Turn<'_>) -> Result<bool, OfficeError> {
    let until = Month::of(Minute::floor_ms(turn.now_ms).day(Berlin));
    for team in turn.ledger.teams()? {
        let state = journal::state(turn, team)?;
        let worked = state.members().filter(|(_, member)| member.ever_worked());
        let people: Vec<PersonId> = worked.map(|(person, _)| person).collect();
        let all = at_desk::look_ahead(turn, team, |acting| {
            acting.look_for_left(&people, until, AT_ONCE)
        })?;
        if !all {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The month that runs and the one before it, of everybody who works in a team.
fn first_looked_at(turn: &mut Turn<'_>) -> Result<Vec<(TeamId, PersonId, Month)>, OfficeError> {
    let month = Month::of(Minute::floor_ms(turn.now_ms).day(Berlin));
    let mut found = Vec::new();
    for team in turn.ledger.teams()? {
        for (person, member) in journal::state(turn, team)?.members() {
            if member.ever_worked() {
                found.extend([month.previous(), month].map(|month| (team, person, month)));
            }
        }
    }
    found.truncate(MOST);
    Ok(found)
}
