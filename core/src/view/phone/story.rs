//! The history of one entry: everything that was ever said about it, by whom,
//! when and why.

use super::readers::called;
use super::{Showing, StoryLine};
use crate::app::{Acting, AppError, Refusal};
use crate::document::{EventId, PersonId};
use crate::sync::Timeline;
use crate::view::history::{Line, Recorded, Telling, lines};
use crate::words::Value;
use std::collections::BTreeMap;

/// What was said about a shift of this person, in the order of recording.
///
/// # Errors
///
/// [`Refusal::NoSuchEntry`]; faults of record and ledger.
pub fn story(
    acting: &mut Acting<'_>,
    showing: &Showing,
    person: PersonId,
    shift: EventId,
) -> Result<Vec<StoryLine>, AppError> {
    let story = acting.story_of(person, shift)?.ok_or(Refusal::NoSuchEntry)?;
    let policy = Timeline::load(acting.ledger, acting.me.team)?.now();
    let people: Vec<PersonId> = policy.members().map(|(person, _)| person).collect();
    let mut names = BTreeMap::new();
    for person in people {
        names.insert(person, called(acting, showing, &policy, person)?);
    }
    let place = story.work.entry(shift).and_then(|entry| entry.workplace.as_ref());
    let zone = place.map_or(showing.zone, |place| place.zone);
    let events: Vec<Recorded<'_>> = story.events.iter().map(Recorded::from).collect();
    let telling = Telling { language: showing.language, zone, names: &names };
    Ok(lines(telling, &story.claims, &events)
        .into_iter()
        .map(|line| shown(showing, line))
        .collect())
}

fn shown(showing: &Showing, line: Line) -> StoryLine {
    let reason = (!line.reason.is_empty())
        .then(|| showing.say("reason", &[("reason", Value::Text(&line.reason))]));
    let mut notes = line.notes;
    if line.replaced {
        notes.push(showing.say("story-replaced", &[]));
    }
    let mut spoken = vec![line.when.clone(), line.who.clone(), line.sentence.clone()];
    spoken.extend(reason.clone());
    spoken.extend(notes.iter().cloned());
    StoryLine {
        spoken: spoken.join(&showing.say("and-then", &[])),
        when: line.when,
        who: line.who,
        sentence: line.sentence,
        reason,
        notes,
        replaced: line.replaced,
    }
}
