//! Overviews kept in memory: a month is read anew only after somebody wrote
//! about this person or the team. Used for looking, never for acting.

use crate::at_desk;
use crate::fault::OfficeError;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::app::overview::Overview;
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::ledger::Position;
use assistenz_core::log::{Stream, codec};
use assistenz_core::time::{Minute, Minutes, Month};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Most overviews in memory: a team of twelve looks at a handful of months.
const MOST: usize = 96;
/// What the law says depends on the time; it is looked at again this often.
const FRESH: Minutes = Minutes::new(15);

/// Which office's folder, and what was read of it.
type Key = (PathBuf, TeamId, PersonId, Month, bool);

struct Kept {
    /// The log was read up to here.
    read_to: Position,
    overview: Overview,
}

static KEPT: Mutex<BTreeMap<Key, Kept>> = Mutex::new(BTreeMap::new());

/// The overview of a month in a reading turn. In a writing turn it must not be
/// used: what it sees there may be undone.
pub(super) fn overview(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, month): (PersonId, Month),
    with_pay: bool,
) -> Result<Overview, OfficeError> {
    let root = turn.folder.root().to_owned();
    let key = (root, caller.team(), person, month, with_pay);
    let head = turn.ledger.head(caller.team())?;
    let here = head.map_or(Position { epoch: 0, seq: 0 }, |head| Position {
        epoch: head.epoch,
        seq: head.size,
    });
    let now = Minute::floor_ms(turn.now_ms);
    let known = kept().get(&key).map(|kept| (kept.read_to, kept.overview.now));
    if let Some((read_to, at)) = known
        && now >= at
        && now - at < FRESH
        && !touched(turn, caller.team(), person, read_to)?
        && let Some(kept) = kept().get_mut(&key)
    {
        kept.read_to = here;
        return Ok(Overview { now, ..kept.overview.clone() });
    }
    let overview = at_desk::look(turn, caller, |acting| acting.overview(person, month, with_pay))?;
    let mut all = kept();
    if all.len() >= MOST && !all.contains_key(&key) {
        all.pop_first();
    }
    all.insert(key, Kept { read_to: here, overview: overview.clone() });
    Ok(overview)
}

/// What was left half done by a panic was never put in.
fn kept() -> std::sync::MutexGuard<'static, BTreeMap<Key, Kept>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether anything was written since about this person or about the team.
fn touched(
    turn: &mut Turn<'_>,
    team: TeamId,
    person: PersonId,
    since: Position,
) -> Result<bool, OfficeError> {
    for (name, _) in turn.ledger.streams_since(team, since, usize::MAX)? {
        let other = match codec::decode::<Stream>(&name) {
            Ok(Stream::Document(about)) => about.parts().1.is_some_and(|one| one != person),
            Ok(Stream::Policy) | Err(_) => false,
        };
        if !other {
            return Ok(true);
        }
    }
    Ok(false)
}
