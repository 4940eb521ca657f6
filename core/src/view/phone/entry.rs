//! One shift as it was recorded.

use super::super::when;
use super::marks::{farthest, marks};
use super::{EntryCard, EntryState, Showing};
use crate::app::known::EntryKnown;
use crate::document::EventId;
use crate::record::claims::{Field, Value as Claimed};
use crate::record::month::MonthOfWork;
use crate::record::settle::{Entry, State};
use crate::time::Minutes;
use crate::words::Value;
use crate::work::{Kind, Shift};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The card of an entry of this month.
pub(super) fn card(
    showing: &Showing,
    work: &MonthOfWork,
    entry: &Entry,
    known: &EntryKnown,
    quiet: &BTreeSet<EventId>,
) -> EntryCard {
    let zone = entry.workplace.as_ref().map_or(showing.zone, |place| place.zone);
    let language = showing.language;
    let (state, times, from_ms, to_ms) = match &entry.state {
        State::Settled(shift) => {
            let (from, to) = (shift.span.from().ms(), shift.span.to().ms());
            let times = when::clocks(language, shift.span, zone);
            (EntryState::Settled, times, Some(from), Some(to))
        }
        State::Running { since } => {
            let clock = when::clock(language, *since, zone);
            let times = showing.say("since", &[("since", Value::Text(&clock))]);
            (EntryState::Running, times, Some(since.ms()), None)
        }
        State::Unsettled => (EntryState::Unsettled, String::new(), None, None),
        State::Retracted => (EntryState::Retracted, String::new(), None, None),
    };
    let worked = entry.settled().map_or(Minutes::ZERO, Shift::working_minutes);
    let title = match entry.day {
        Some(day) => when::short_day(language, day),
        None => showing.say("day-unknown", &[]),
    };
    let state_label = match state {
        EntryState::Settled => String::new(),
        EntryState::Running => showing.say("entry-running", &[]),
        EntryState::Unsettled => showing.say("entry-unsettled", &[]),
        EntryState::Retracted => showing.say("entry-retracted", &[]),
    };
    let nothing = quiet.contains(&entry.shift);
    let mut card = EntryCard {
        shift: entry.shift.to_string(),
        month: work.month.to_string(),
        day: entry.day.map_or_else(String::new, |day| day.to_string()),
        title,
        times,
        from_ms,
        to_ms,
        worked_minutes: worked.get(),
        worked: showing.hours(worked),
        state,
        state_label,
        parts: entry.settled().map_or_else(Vec::new, |shift| parts(showing, shift, zone)),
        notes: notes(showing, work, entry, zone, nothing),
        marks: marks(showing, known),
        known: farthest(showing, known),
        can_say_nothing_happened: !nothing && entry.settled().is_some_and(is_quiet_standby),
        can_change: state != EntryState::Retracted,
        spoken: String::new(),
    };
    card.spoken = spoken(showing, &card);
    card
}

/// Everything of the card in one sentence, in the order it is shown.
fn spoken(showing: &Showing, card: &EntryCard) -> String {
    let mut said = vec![card.title.clone(), card.times.clone(), card.state_label.clone()];
    if card.state == EntryState::Settled {
        said.push(card.worked.clone());
    }
    said.extend(card.parts.iter().cloned());
    said.extend(card.notes.iter().cloned());
    said.push(card.known.clone());
    said.retain(|text| !text.is_empty());
    said.join(&showing.say("and-then", &[]))
}

fn is_quiet_standby(shift: &Shift) -> bool {
    shift.parts.iter().any(|part| part.kind == Kind::Standby)
        && shift.parts.iter().all(|part| part.kind != Kind::CallOut)
}

/// What was not plain work, line by line.
fn parts(showing: &Showing, shift: &Shift, zone: Tz) -> Vec<String> {
    let mut parts: Vec<_> = shift.parts.iter().collect();
    parts.sort_by_key(|part| (part.span.from(), part.span.to()));
    parts
        .into_iter()
        .map(|part| {
            let kind = kind(showing, part.kind);
            let times = when::clocks(showing.language, part.span, zone);
            let values = [("kind", Value::Text(&kind)), ("times", Value::Text(&times))];
            showing.say("part", &values)
        })
        .collect()
}

/// What a kind is called.
pub(super) fn kind(showing: &Showing, kind: Kind) -> String {
    showing.word("kind", kind.word())
}

/// What a field is called.
pub(super) fn field(showing: &Showing, field: Field) -> String {
    showing.word("field", field.code())
}

/// A value of a field, on the clock of the workplace.
pub(super) fn value(showing: &Showing, value: &Claimed, zone: Tz) -> String {
    match value {
        Claimed::At(minute) => when::moment(showing.language, *minute, zone),
        Claimed::Exists(true) => showing.say("value-is", &[]),
        Claimed::Exists(false) => showing.say("value-is-not", &[]),
        Claimed::Kind(kind) => self::kind(showing, *kind),
        Claimed::Away(from, to, _) => {
            let from = when::moment(showing.language, *from, zone);
            let to = when::moment(showing.language, *to, zone);
            format!("{from} – {to}")
        }
        Claimed::Place(_) | Claimed::Funding(_) => value.to_string(),
    }
}

fn notes(
    showing: &Showing,
    work: &MonthOfWork,
    entry: &Entry,
    zone: Tz,
    nothing: bool,
) -> Vec<String> {
    let mut notes = Vec::new();
    if entry.reconstructed {
        notes.push(showing.say("note-reconstructed", &[]));
    }
    if nothing {
        notes.push(showing.say("note-nothing-happened", &[]));
    }
    if !entry.agreed.is_empty() {
        notes.push(showing.say("note-agreed", &[]));
    }
    if !entry.over_objection.is_empty() {
        notes.push(showing.say("note-over-objection", &[]));
    }
    for dispute in work.disputes.iter().filter(|dispute| dispute.shift == entry.shift) {
        let values: Vec<String> =
            dispute.values.iter().map(|(claimed, _)| value(showing, claimed, zone)).collect();
        let values = values.join(" / ");
        let field = field(showing, dispute.field);
        let said = [("field", Value::Text(&field)), ("values", Value::Text(&values))];
        notes.push(showing.say("note-two-values", &said));
    }
    for finding in work.findings.iter().filter(|finding| finding.shifts.contains(&entry.shift)) {
        let note = showing.word("finding", finding.what.code());
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
