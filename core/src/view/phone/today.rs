//! The assistant's first screen: one large start or stop, and what is known.

use super::super::when;
use super::entry::{card, kind};
use super::marks::marks;
use super::{
    Act, Button, EntryCard, Forgotten, Loudness, Notice, RunningPart, RunningShift, Showing, Today,
    UndoOffer, correction, number, plan, small, sync,
};
use crate::app::assistant::Running;
use crate::app::known::MonthKnown;
use crate::app::{Acting, AppError};
use crate::document::EventId;
use crate::record::month::MonthOfWork;
use crate::time::{Interval, Minute, Minutes, Month};
use crate::words::Value;
use crate::work::Kind;
use std::collections::BTreeSet;

/// How many of the last shifts the screen shows.
const LAST: usize = 6;
/// So long after the planned end a running shift is asked about.
const AFTER_PLAN: Minutes = Minutes::new(30);
/// So long a shift without a plan runs before it is asked about.
const WITHOUT_PLAN: Minutes = Minutes::hours(16);
/// So far a planned begin may lie from the real one.
const NEAR: Minutes = Minutes::hours(4);

/// A month with what is known of it.
pub(super) struct Read {
    pub(super) work: MonthOfWork,
    pub(super) known: MonthKnown,
    pub(super) quiet: BTreeSet<EventId>,
}

/// Reads a month of the phone's owner.
pub(super) fn read(acting: &mut Acting<'_>, month: Month) -> Result<Read, AppError> {
    let person = acting.me.person;
    let work = acting.month_of(person, month)?;
    let standing = acting.standing_of(person, month)?;
    let known = acting.known_of(person, month, &standing)?;
    let quiet = acting.quiet_nights(person, month)?;
    Ok(Read { work, known, quiet })
}

impl Read {
    pub(super) fn cards(&self, showing: &Showing) -> Vec<EntryCard> {
        self.work
            .entries
            .iter()
            .map(|entry| card(showing, &self.work, entry, &self.known.entry(entry), &self.quiet))
            .collect()
    }
}

/// The first screen. `heard_ms` is this phone's wall clock when it last heard
/// the office; `undo` is what the caller can still take back.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn today(
    acting: &mut Acting<'_>,
    showing: &Showing,
    heard_ms: Option<i64>,
    undo: Option<UndoOffer>,
) -> Result<Today, AppError> {
    let now = Minute::floor_ms(acting.now_ms());
    let month = Month::of(now.day(showing.zone));
    let running = acting.running()?;
    let months = [read(acting, month.previous())?, read(acting, month)?];
    let to_answer: usize = months.iter().map(|read| correction::open(&read.work)).sum();
    let mut entries: Vec<EntryCard> = months.iter().flat_map(|read| read.cards(showing)).collect();
    entries.sort_by_key(|card| std::cmp::Reverse((card.from_ms, card.day.clone())));
    entries.truncate(LAST);
    let forgotten = match &running {
        Some(running) => forgotten(acting, showing, running, now)?,
        None => None,
    };
    let (unsent, sync_line) = sync::line(acting, showing, heard_ms)?;
    let shown = running.as_ref().map(|running| shown(showing, running, &months));
    let (act, headline) = match &shown {
        Some(shift) => {
            let since = Value::Text(&shift.since);
            (Act::ClockOut, showing.say("shift-runs", &[("since", since)]))
        }
        None => (Act::ClockIn, showing.say("no-shift", &[])),
    };
    Ok(Today {
        employer: acting.team_field("name")?.unwrap_or_default(),
        headline,
        main: showing.button(act),
        more: running.as_ref().map_or_else(Vec::new, |running| more(showing, running)),
        running: shown,
        forgotten,
        undo,
        next: plan::next(acting, showing)?,
        entries,
        to_answer_count: small(to_answer),
        to_answer: (to_answer > 0)
            .then(|| showing.say("to-answer", &[("count", number(to_answer))])),
        sync_line,
        unsent_count: small(unsent),
        notices: notices(acting, showing)?,
    })
}

/// The running shift with what runs in it.
fn shown(showing: &Showing, running: &Running, months: &[Read]) -> RunningShift {
    let found =
        months.iter().find_map(|read| read.work.entry(running.shift).map(|entry| (read, entry)));
    let zone = found
        .and_then(|(_, entry)| entry.workplace.as_ref())
        .map_or(showing.zone, |place| place.zone);
    let since = |minute| {
        let clock = when::clock(showing.language, minute, zone);
        showing.say("since", &[("since", Value::Text(&clock))])
    };
    let part = running.part().map(|(_, part, from)| RunningPart {
        label: kind(showing, part),
        started_ms: from.ms(),
        since: since(from),
    });
    RunningShift {
        shift: running.shift.to_string(),
        started_ms: running.since.ms(),
        since: since(running.since),
        zone: zone.name().to_owned(),
        part,
        marks: found
            .map_or_else(Vec::new, |(read, entry)| marks(showing, &read.known.entry(entry))),
    }
}

/// What else a tap can do, what is most likely first.
fn more(showing: &Showing, running: &Running) -> Vec<Button> {
    let acts: &[Act] = match running.part().map(|(_, kind, _)| kind) {
        None => &[
            Act::StartBreak,
            Act::StartStandby,
            Act::StartTravel,
            Act::StartMeeting,
            Act::StartTraining,
            Act::StartPaidBreak,
            Act::StartOnCall,
        ],
        Some(Kind::Standby) => {
            &[Act::StartCallOut, Act::EndPart, Act::NothingHappened, Act::StartBreak]
        }
        Some(Kind::OnCall) => &[Act::StartCallOut, Act::EndPart],
        Some(
            Kind::Work
            | Kind::PaidBreak
            | Kind::Travel
            | Kind::Meeting
            | Kind::Training
            | Kind::CallOut
            | Kind::UnpaidBreak,
        ) => &[Act::EndPart],
    };
    acts.iter().map(|act| showing.button(*act)).collect()
}

/// Whether to ask "when did you stop?".
fn forgotten(
    acting: &mut Acting<'_>,
    showing: &Showing,
    running: &Running,
    now: Minute,
) -> Result<Option<Forgotten>, AppError> {
    let month = Month::of(running.since.day(showing.zone));
    let planned: Option<Interval> = plan::published(acting, month)?
        .into_iter()
        .filter_map(|shift| shift.span)
        .filter(|span| apart(span.from(), running.since) <= NEAR && span.to() > running.since)
        .min_by_key(|span| apart(span.from(), running.since));
    let asks = match planned {
        Some(span) => now - span.to() >= AFTER_PLAN,
        None => now - running.since >= WITHOUT_PLAN,
    };
    if !asks {
        return Ok(None);
    }
    let since = when::moment(showing.language, running.since, showing.zone);
    let question = showing.say("forgotten", &[("since", Value::Text(&since))]);
    let end = planned.map(Interval::to);
    let planned_end_label = end.map(|end| {
        let at = when::moment(showing.language, end, showing.zone);
        showing.say("forgotten-planned", &[("at", Value::Text(&at))])
    });
    Ok(Some(Forgotten {
        shift: running.shift.to_string(),
        question,
        planned_end_ms: end.map(Minute::ms),
        planned_end_label,
        other_label: showing.say("forgotten-other", &[]),
        still_working_label: showing.say("forgotten-still", &[]),
        day: end.unwrap_or(running.since).day(showing.zone).to_string(),
    }))
}

fn apart(one: Minute, other: Minute) -> Minutes {
    if one < other { other - one } else { one - other }
}

fn notices(acting: &mut Acting<'_>, showing: &Showing) -> Result<Vec<Notice>, AppError> {
    let mut notices = Vec::new();
    let held = acting.ledger.held_with(acting.me.team, crate::ledger::HeldStatus::Held)?.len();
    if held > 0 {
        notices.push(Notice {
            loudness: Loudness::Warning,
            sentence: showing.say("held", &[("count", number(held))]),
            source: None,
        });
    }
    Ok(notices)
}
