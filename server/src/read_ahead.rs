//! What an office that has just started reads while nobody asks: its memory is
//! empty, and whoever opened everybody's months first would wait for all of
//! them. One month at a time, so that a page waits for one at most; a fault is
//! told to whoever asks for that month.

use crate::at_desk;
use crate::fault::OfficeError;
use crate::journal;
use crate::office::{Office, Turn};
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::time::{Minute, Month};
use chrono_tz::Europe::Berlin;

/// Most months: two of everybody in a team of two dozen.
const MOST: usize = 48;

/// Reads what people look at first into the office's memory.
pub async fn read_ahead(office: Office) {
    let months = office.read(first_looked_at).await.unwrap_or_default();
    for (team, person, month) in months {
        let read = move |turn: &mut Turn<'_>| {
            at_desk::look_ahead(turn, team, |acting| acting.overview(person, month, true).map(drop))
        };
        // Nobody waits for it.
        drop(office.read(read).await);
    }
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
