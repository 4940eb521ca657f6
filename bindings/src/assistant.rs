//! An assistant's phone in one team.

use crate::error::{Outcome, PhoneError, Stop};
use crate::held::Held;
use crate::listener::Topic;
use crate::typed::{self, WhichTime};
use assistenz_core::app::{Refusal, Tap};
use assistenz_core::document::EventId;
use assistenz_core::place::{Commune, HolidayRegion, Land, Workplace};
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::phone::{
    self as view, Act, Choice, CorrectionCard, Done, ExportFile, MonthLine, MonthSheet,
    PlannedCard, ReaderLine, SyncDone, SyncSheet, Today,
};
use assistenz_core::words::Value;
use assistenz_core::work::Kind;
use chrono_tz::Tz;
use std::sync::Arc;

/// So long a sitting with the office may take that was begun by a tap.
const PATIENT_MS: u64 = 30_000;

/// A shift written down afterwards, in the times of the workplace's clock.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LateShift {
    /// The day it begins on, `2026-11-08`.
    pub day: String,
    /// `22:00`.
    pub from: String,
    /// `06:00`; if it is not after `from`, it lies on the next day.
    pub to: String,
    /// Which hour is meant in the night the clocks go back.
    pub which: WhichTime,
    /// Why it is written down afterwards.
    pub reason: String,
    /// Breaks, standby and so on inside it.
    pub parts: Vec<LatePart>,
}

/// A part of a shift written down afterwards.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LatePart {
    /// The kind's word, from [`AssistantPhone::kinds`].
    pub kind: String,
    /// The day it begins on. In a shift that is written down with it the
    /// shift's day will do: what is earlier than the shift's begin is taken for
    /// the next day.
    pub day: String,
    /// `02:00`.
    pub from: String,
    /// `02:30`; if it is not after `from`, it lies on the next day.
    pub to: String,
    /// Which hour is meant in the night the clocks go back.
    pub which: WhichTime,
}

/// An assistant's phone in one team. Every call but those named "sync" works
/// without a network.
///
/// Calls wait for the disk, so do not make them on the main thread. Calls marked
/// **durable** are on the disk when they return, whatever happens afterwards.
#[derive(uniffi::Object)]
pub struct AssistantPhone {
    pub(crate) held: Arc<Held>,
}

#[uniffi::export]
impl AssistantPhone {
    /// The phone's id in [`crate::Phones`].
    pub fn id(&self) -> String {
        self.held.id.clone()
    }

    /// The first screen.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn today(&self) -> Result<Today, PhoneError> {
        self.call(|held| {
            let showing = held.showing();
            let undo = held.undoable().map(|(_, until_ms)| view::undo_offer(&showing, until_ms));
            held.look(|acting, showing, heard| view::today::today(acting, showing, heard, undo))
        })
    }

    /// Does what a button of [`Today`] says. **Durable** (but for `Sync`).
    ///
    /// # Errors
    ///
    /// [`PhoneError`]; nothing was written then.
    pub fn tap(&self, act: Act) -> Result<Done, PhoneError> {
        self.call(|held| tap(held, act))
    }

    /// Starts a shift now. **Durable.**
    ///
    /// # Errors
    ///
    /// `already_clocked_in`; `no_place`: ask for it and call
    /// [`AssistantPhone::set_place`].
    pub fn clock_in(&self) -> Result<Done, PhoneError> {
        self.tap(Act::ClockIn)
    }

    /// Ends the running shift now, with all that runs inside it. **Durable.**
    ///
    /// # Errors
    ///
    /// `not_clocked_in`.
    pub fn clock_out(&self) -> Result<Done, PhoneError> {
        self.tap(Act::ClockOut)
    }

    /// Takes the last tap back, within ten seconds. **Durable.**
    ///
    /// # Errors
    ///
    /// `nothing_to_undo`, `not_now`.
    pub fn undo(&self) -> Result<Done, PhoneError> {
        self.tap(Act::Undo)
    }

    /// Answers "when did you stop?" with the planned end that was offered. **Durable.**
    ///
    /// # Errors
    ///
    /// `not_now` if the shift does not run or no end is planned.
    pub fn end_as_planned(&self, shift: String) -> Result<Done, PhoneError> {
        self.call(|held| {
            let today = held
                .look(|acting, showing, heard| view::today::today(acting, showing, heard, None))?;
            let asked = today.forgotten.filter(|asked| asked.shift == shift);
            let end = asked.and_then(|asked| asked.planned_end_ms);
            let end = end.ok_or(Stop::Refused("not_now"))?;
            state_end(held, &shift, Minute::floor_ms(end), Some(end))
        })
    }

    /// Answers "when did you stop?" with a time of the workplace's clock. **Durable.**
    ///
    /// # Errors
    ///
    /// `not_a_day`, `not_a_time`, `typed_time_twice` (ask which one),
    /// `typed_time_never`, `wrong_order`, `in_the_future`, `not_now`.
    pub fn end_at(
        &self,
        shift: String,
        day: String,
        time: String,
        which: WhichTime,
    ) -> Result<Done, PhoneError> {
        self.call(|held| {
            let zone = zone_of(held, &shift)?;
            let end = typed::moment(typed::day(&day)?, &time, zone, which)?;
            state_end(held, &shift, end, None)
        })
    }

    /// Writes a whole shift down afterwards; it is marked so. **Durable.**
    ///
    /// # Errors
    ///
    /// As [`AssistantPhone::end_at`]; `reason_needed`, `no_place`.
    pub fn write_shift(&self, shift: LateShift) -> Result<Done, PhoneError> {
        self.call(|held| {
            let place = place(held)?;
            let day = typed::day(&shift.day)?;
            let ends = (shift.from.as_str(), shift.to.as_str());
            let (from, to) = typed::span(day, ends, place.zone, shift.which)?;
            let parts = shift
                .parts
                .iter()
                .map(|part| {
                    let (kind, begin, end) = read_part(part, place.zone, Some(from))?;
                    Ok((kind, begin.ms(), end.ms()))
                })
                .collect::<Outcome<Vec<_>>>()?;
            let id = held.act(Topic::Time, |acting| {
                acting.write_shift(&place, (from.ms(), to.ms()), &shift.reason, &parts)
            })?;
            Ok(done(held, "late-entry", Some(id)))
        })
    }

    /// Adds a break, standby and so on to a shift afterwards. **Durable.**
    ///
    /// # Errors
    ///
    /// As [`AssistantPhone::end_at`]; `no_such_entry`.
    pub fn write_part(
        &self,
        shift: String,
        part: LatePart,
        reason: Option<String>,
    ) -> Result<Done, PhoneError> {
        self.call(|held| {
            let zone = zone_of(held, &shift)?;
            let (kind, from, to) = read_part(&part, zone, None)?;
            let id: EventId = typed::id(&shift)?;
            held.act(Topic::Time, |acting| {
                acting.write_part(id, None, kind, (from.ms(), to.ms()), reason)
            })?;
            Ok(done(held, "late-entry", Some(id)))
        })
    }

    /// Sets begin and end of an own shift right; the old ones stay readable. **Durable.**
    ///
    /// # Errors
    ///
    /// As [`AssistantPhone::end_at`]; `no_such_entry`, `reason_needed`.
    pub fn correct(
        &self,
        shift: String,
        day: String,
        from: String,
        to: String,
        which: WhichTime,
        reason: String,
    ) -> Result<Done, PhoneError> {
        self.call(|held| {
            let zone = zone_of(held, &shift)?;
            let (from, to) = typed::span(typed::day(&day)?, (&from, &to), zone, which)?;
            let id: EventId = typed::id(&shift)?;
            held.act(Topic::Time, |acting| {
                acting.correct(id, Some(from.ms()), Some(to.ms()), &reason)
            })?;
            Ok(done(held, "corrected", Some(id)))
        })
    }

    /// Says that a shift should not be; it stays readable. **Durable.**
    ///
    /// # Errors
    ///
    /// `no_such_entry`, `reason_needed`.
    pub fn retract(&self, shift: String, reason: String) -> Result<Done, PhoneError> {
        self.call(|held| {
            let id: EventId = typed::id(&shift)?;
            held.act(Topic::Time, |acting| acting.retract(id, None, &reason))?;
            Ok(done(held, "retracted", Some(id)))
        })
    }

    /// Nothing happened in this night's standby. **Durable.**
    ///
    /// # Errors
    ///
    /// `no_such_entry`, `not_now`.
    pub fn nothing_happened(&self, shift: String) -> Result<Done, PhoneError> {
        self.call(|held| nothing_happened(held, typed::id(&shift)?))
    }

    /// A month: entries, totals, pay explained.
    ///
    /// # Errors
    ///
    /// `not_a_month`, `newer_version`.
    pub fn month(&self, month: String) -> Result<MonthSheet, PhoneError> {
        self.call(|held| {
            let month = typed::month(&month)?;
            held.look(|acting, showing, _| view::month::month(acting, showing, month))
        })
    }

    /// The months there are, newest first.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn history(&self) -> Result<Vec<MonthLine>, PhoneError> {
        self.call(|held| held.look(|acting, showing, _| view::history::history(acting, showing)))
    }

    /// The plan of a month.
    ///
    /// # Errors
    ///
    /// `not_a_month`.
    pub fn plan(&self, month: String) -> Result<Vec<PlannedCard>, PhoneError> {
        self.call(|held| {
            let month = typed::month(&month)?;
            held.look(|acting, showing, _| view::plan::plan(acting, showing, month))
        })
    }

    /// Every correction the employer proposed, those that wait first.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn corrections(&self) -> Result<Vec<CorrectionCard>, PhoneError> {
        self.call(|held| {
            held.look(|acting, showing, _| view::history::corrections(acting, showing))
        })
    }

    /// Agrees to a correction: it counts from now on. **Durable.**
    ///
    /// # Errors
    ///
    /// `no_such_entry`.
    pub fn agree(&self, proposal: String, month: String) -> Result<Done, PhoneError> {
        self.call(|held| answer(held, &proposal, &month, None))
    }

    /// Objects to a correction, with a reason: it does not count. **Durable.**
    ///
    /// # Errors
    ///
    /// `no_such_entry`, `reason_needed`.
    pub fn object(
        &self,
        proposal: String,
        month: String,
        reason: String,
    ) -> Result<Done, PhoneError> {
        self.call(|held| answer(held, &proposal, &month, Some(reason)))
    }

    /// Declares a month complete. **Durable.**
    ///
    /// # Errors
    ///
    /// `unsettled_shifts`.
    pub fn complete_month(&self, month: String) -> Result<Done, PhoneError> {
        self.call(|held| {
            let month = typed::month(&month)?;
            held.act(Topic::Time, |acting| acting.complete_month(month))?;
            held.remember(None);
            let said = [("month", Value::Month(month))];
            let announcement = held.showing().say("done-complete", &said);
            Ok(Done { announcement, shift: None, undo: None })
        })
    }

    /// What waits for the office, one by one, and when it was last heard.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn sync_sheet(&self) -> Result<SyncSheet, PhoneError> {
        self.call(Held::sync_sheet)
    }

    /// Talks with the office, at most so long. Safe to kill at any moment: each
    /// round is taken in whole or not at all. A tap never waits for it.
    ///
    /// # Errors
    ///
    /// `unreachable`, `timed_out`, `wrong_key`, `unknown_device` …; everything
    /// recorded stays on this phone.
    pub fn sync_now(&self, deadline_ms: u64) -> Result<SyncDone, PhoneError> {
        self.call(|held| held.sync_now(deadline_ms))
    }

    /// Who may see what about this person.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn readers(&self) -> Result<Vec<ReaderLine>, PhoneError> {
        self.call(|held| held.look(|acting, showing, _| view::readers::readers(acting, showing)))
    }

    /// Everything about this person that lies on this phone, as files that can
    /// be read without us.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn everything(&self) -> Result<Vec<ExportFile>, PhoneError> {
        self.call(|held| {
            held.look(|acting, showing, _| view::everything::everything(acting, showing))
        })
    }

    /// The kinds a part written down afterwards can have.
    pub fn kinds(&self) -> Vec<Choice> {
        self.held.shared.plain(Vec::new(), || view::place::kinds(&self.held.showing()))
    }

    /// The Länder to choose the workplace from, where no contract tells it.
    pub fn lands(&self) -> Vec<Choice> {
        self.held.shared.plain(Vec::new(), view::place::lands)
    }

    /// Remembers where this phone clocks in. The contract's place, where there
    /// is one, goes before it. **Durable.**
    ///
    /// # Errors
    ///
    /// `not_a_place`.
    pub fn set_place(
        &self,
        land: String,
        communes: Vec<String>,
        zone: String,
    ) -> Result<Done, PhoneError> {
        self.call(|held| {
            let wrong = || Stop::Refused("not_a_place");
            let land: Land = land.parse().map_err(|_| wrong())?;
            let communes = communes
                .iter()
                .map(|commune| commune.parse::<Commune>().map_err(|_| wrong()))
                .collect::<Outcome<Vec<_>>>()?;
            let zone: Tz = assistenz_core::place::zone(&zone).map_err(|_| wrong())?;
            let place = Workplace { zone, region: HolidayRegion::new(land, communes) };
            held.folder.keep_workplace(&place)?;
            Ok(done(held, "place", None))
        })
    }
}

impl AssistantPhone {
    fn call<T>(&self, work: impl FnOnce(&Held) -> Outcome<T>) -> Result<T, PhoneError> {
        self.held.shared.call(|| work(&self.held))
    }
}

/// What a call came to that cannot be taken back by a tap.
fn done(held: &Held, word: &str, shift: Option<EventId>) -> Done {
    held.remember(None);
    let announcement = held.showing().say(&format!("done-{word}"), &[]);
    Done { announcement, shift: shift.map(|id| id.to_string()), undo: None }
}

fn tap(held: &Held, act: Act) -> Outcome<Done> {
    let started = match act {
        Act::ClockIn => {
            let place = place(held)?;
            let shift = held.act(Topic::Time, |acting| acting.clock_in(&place, Vec::new()))?;
            // Kept for when the contract is not here; written only where it is another.
            if held.folder.workplace()?.as_ref() != Some(&place) {
                held.folder.keep_workplace(&place)?;
            }
            Tap::ClockIn { shift }
        }
        Act::ClockOut => {
            let shift = held.act(Topic::Time, |acting| acting.clock_out())?;
            Tap::ClockOut { shift }
        }
        Act::StartBreak => start(held, Kind::UnpaidBreak)?,
        Act::StartPaidBreak => start(held, Kind::PaidBreak)?,
        Act::StartStandby => start(held, Kind::Standby)?,
        Act::StartOnCall => start(held, Kind::OnCall)?,
        Act::StartCallOut => start(held, Kind::CallOut)?,
        Act::StartTravel => start(held, Kind::Travel)?,
        Act::StartMeeting => start(held, Kind::Meeting)?,
        Act::StartTraining => start(held, Kind::Training)?,
        Act::EndPart => held.act(Topic::Time, |acting| {
            let running = acting.running()?.ok_or(Refusal::NotClockedIn)?;
            let part = acting.end_part()?;
            Ok(Tap::PartEnd { shift: running.shift, part })
        })?,
        Act::NothingHappened => {
            let running = held.look(|acting, _, _| acting.running())?;
            let running = running.ok_or(Stop::Refused("not_clocked_in"))?;
            return nothing_happened(held, running.shift);
        }
        Act::Undo => {
            let (tap, _) = held.undoable().ok_or(Stop::Refused("nothing_to_undo"))?;
            let reason = held.showing().say("undo-reason", &[]);
            held.act(Topic::Time, |acting| acting.take_back(tap, &reason))?;
            return Ok(done(held, "undo", Some(tap.shift())));
        }
        Act::Sync => {
            let synced = held.sync_now(PATIENT_MS)?;
            return Ok(Done { announcement: synced.announcement, shift: None, undo: None });
        }
    };
    let undo = held.remember(Some(started));
    let announcement = view::announcement(&held.showing(), act, held.shared.world.now_ms());
    Ok(Done { announcement, shift: Some(started.shift().to_string()), undo })
}

fn start(held: &Held, kind: Kind) -> Outcome<Tap> {
    held.act(Topic::Time, |acting| {
        let running = acting.running()?.ok_or(Refusal::NotClockedIn)?;
        let part = acting.start_part(kind)?;
        Ok(Tap::PartStart { shift: running.shift, part })
    })
}

fn nothing_happened(held: &Held, shift: EventId) -> Outcome<Done> {
    held.act(Topic::Time, |acting| acting.nothing_happened(shift))?;
    Ok(done(held, "nothing-happened", Some(shift)))
}

fn state_end(held: &Held, shift: &str, end: Minute, offered_ms: Option<i64>) -> Outcome<Done> {
    let id: EventId = typed::id(shift)?;
    held.act(Topic::Time, |acting| acting.state_end(id, end.ms(), offered_ms, None))?;
    held.remember(None);
    let said = [("at", Value::Moment(end, held.shared.zone))];
    let announcement = held.showing().say("done-stated-end", &said);
    Ok(Done { announcement, shift: Some(id.to_string()), undo: None })
}

fn answer(held: &Held, proposal: &str, month: &str, objection: Option<String>) -> Outcome<Done> {
    let (proposal, month): (EventId, Month) = (typed::id(proposal)?, typed::month(month)?);
    let agreed = objection.is_none();
    held.act(Topic::Review, |acting| acting.answer(proposal, month, agreed, objection))?;
    Ok(done(held, if agreed { "agreed" } else { "objected" }, None))
}

/// Reads a part; a clock time before the shift's begin is that of the next day.
fn read_part(part: &LatePart, zone: Tz, shift: Option<Minute>) -> Outcome<(Kind, Minute, Minute)> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == part.kind);
    let kind = kind.ok_or(Stop::Refused("no_such_entry"))?;
    let day = typed::day(&part.day)?;
    let ends = (part.from.as_str(), part.to.as_str());
    let (from, to) = typed::span(day, ends, zone, part.which)?;
    if shift.is_some_and(|shift| from < shift) {
        let next = day.succ_opt().ok_or(Stop::Refused("not_a_day"))?;
        let (from, to) = typed::span(next, ends, zone, part.which)?;
        return Ok((kind, from, to));
    }
    Ok((kind, from, to))
}

/// Where this phone clocks in: the contract's place, else the one it was told.
fn place(held: &Held) -> Outcome<Workplace> {
    let contract = held.phone().contract_place()?;
    match contract {
        Some(place) => Ok(place),
        None => held.folder.workplace()?.ok_or(Stop::Refused("no_place")),
    }
}

/// The zone of a shift's workplace.
fn zone_of(held: &Held, shift: &str) -> Outcome<Tz> {
    let id: EventId = typed::id(shift)?;
    let found = held.look(|acting, _, _| {
        let person = acting.me.person;
        acting.entry_of(person, id)
    })?;
    let (entry, _) = found.ok_or(Stop::Refused("no_such_entry"))?;
    Ok(entry.workplace.map_or(held.shared.zone, |place| place.zone))
}
