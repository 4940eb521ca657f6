//! What assistants do on their phones, sensible or not.

use super::world::{Before, DAY_MS, HOUR_MS, MINUTE_MS, World};
use assistenz_core::absence::{AbsenceKind, Certificate};
use assistenz_core::app::absence::{AbsenceChange, NewAbsence};
use assistenz_core::app::{Acting, AppError, Tap};
use assistenz_core::document::EventId;
use assistenz_core::record::availability::Wish;
use assistenz_core::record::settle::State;
use assistenz_core::time::{Interval, Minute, Month};
use assistenz_core::work::Kind;
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

pub(crate) const REASONS: [&str; 4] =
    ["vergessen", "falsch getippt", "", "Übergabe „dauerte“ länger; 5 % mehr"];

impl World {
    fn reason(&mut self) -> String {
        (*REASONS.choose(&mut self.rng).expect("some")).to_owned()
    }

    fn kind(&mut self) -> Kind {
        let likely = [Kind::UnpaidBreak, Kind::Standby, Kind::CallOut];
        if self.coin(0.7) {
            *likely.choose(&mut self.rng).expect("some")
        } else {
            *Kind::ALL.choose(&mut self.rng).expect("some")
        }
    }

    pub(crate) fn act_on_phone(&mut self, index: usize) {
        let now = self.now_ms + self.hands[index].drift_ms;
        match self.rng.random_range(0..100) {
            0..18 => self.tap_in(index),
            18..34 => self.tap_out(index),
            34..45 => self.tap_part(index),
            45..52 => self.tap_end_part(index),
            52..59 => self.undo(index),
            59..66 => self.write_late(index, now),
            66..73 => self.set_right(index, now),
            73..78 => self.take_away(index),
            78..81 => self.write_a_part(index, now),
            81..84 => self.say_when(index, now),
            84..86 => self.say_quiet(index),
            86..91 => self.answer_something(index),
            91..93 => self.complete(index, now),
            _ => self.about_absence(index, now),
        }
    }

    /// A shift of this phone's owner as the phone knows it, or a wrong id.
    fn some_shift(&mut self, index: usize) -> EventId {
        let own: Vec<EventId> = {
            let now = self.now_ms;
            let months = [now - 31 * DAY_MS, now, now + self.hands[index].drift_ms];
            let phone = &mut self.hands[index].phone;
            let person = phone.me().person;
            let evidence = super::team::clock(now);
            let read = |acting: &mut Acting<'_>| {
                let mut ids = Vec::new();
                for ms in months {
                    let month = Month::of(Minute::floor_ms(ms).day(Berlin));
                    let work = acting.month_of(person, month)?;
                    ids.extend(work.entries.iter().map(|entry| entry.shift));
                }
                Ok::<_, AppError>(ids)
            };
            phone.look(&evidence, read).expect("reads")
        };
        match own.choose(&mut self.rng) {
            Some(shift) if self.rng.random_bool(0.97) => *shift,
            _ => EventId::new(self.rng.random()),
        }
    }

    /// What a shift is on this phone.
    fn before(&mut self, index: usize, shift: Option<EventId>) -> Before {
        let evidence = super::team::clock(self.now_ms);
        let phone = &mut self.hands[index].phone;
        let person = phone.me().person;
        let shift = shift?;
        phone
            .look(&evidence, |acting| acting.entry_of(person, shift))
            .expect("reads")
            .map(|(entry, _)| (entry.state, entry.running_parts))
    }

    fn running(&mut self, index: usize) -> Option<EventId> {
        let evidence = super::team::clock(self.now_ms);
        let phone = &mut self.hands[index].phone;
        let running = phone.look(&evidence, |acting| acting.running()).expect("reads");
        running.map(|running| running.shift)
    }

    fn tap_in(&mut self, index: usize) {
        let place = self.place();
        let shift = self.on(index, "clocks in", |acting| acting.clock_in(&place, vec![]));
        self.hands[index].tap = shift.map(|shift| (Tap::ClockIn { shift }, None));
    }

    fn tap_out(&mut self, index: usize) {
        let running = self.running(index);
        let before = self.before(index, running);
        let shift = self.on(index, "clocks out", |acting| acting.clock_out());
        self.hands[index].tap = shift.map(|shift| (Tap::ClockOut { shift }, before));
    }

    fn tap_part(&mut self, index: usize) {
        let running = self.running(index);
        let before = self.before(index, running);
        let kind = self.kind();
        let part =
            self.on(index, &format!("starts {}", kind.word()), |acting| acting.start_part(kind));
        self.hands[index].tap =
            part.zip(running).map(|(part, shift)| (Tap::PartStart { shift, part }, before));
    }

    fn tap_end_part(&mut self, index: usize) {
        let running = self.running(index);
        let before = self.before(index, running);
        let part = self.on(index, "ends a part", |acting| acting.end_part());
        self.hands[index].tap =
            part.zip(running).map(|(part, shift)| (Tap::PartEnd { shift, part }, before));
    }

    /// What was tapped last is taken back; the shift is as it was before.
    fn undo(&mut self, index: usize) {
        let Some((tap, before)) = self.hands[index].tap.take() else { return };
        let done = self.on(index, &format!("takes {tap:?} back"), |acting| {
            acting.take_back(tap, "falsch getippt")
        });
        if done.is_none() {
            self.wrong.push(format!("{tap:?} cannot be taken back right after it"));
            return;
        }
        let after = self.before(index, Some(tap.shift()));
        let same = match &before {
            None => matches!(after, Some((State::Retracted, _))),
            Some(_) => before == after,
        };
        if !same {
            self.wrong.push(format!("{tap:?} taken back: {before:?} became {after:?}"));
        }
    }

    fn write_late(&mut self, index: usize, now: i64) {
        let span = self.span_ms(now);
        let place = self.place();
        let reason = self.reason();
        let mut parts = Vec::new();
        for _ in 0..self.rng.random_range(0..3) {
            let from = span.0 + self.rng.random_range(-5..500) * MINUTE_MS;
            parts.push((self.kind(), from, from + self.rng.random_range(-5..200) * MINUTE_MS));
        }
        let what = format!("writes a shift of {} min", (span.1 - span.0) / MINUTE_MS);
        let shift =
            self.on(index, &what, |acting| acting.write_shift(&place, span, &reason, &parts));
        self.known.extend(shift);
        self.hands[index].tap = None;
    }

    fn set_right(&mut self, index: usize, now: i64) {
        let shift = self.some_shift(index);
        let (from, to) = self.span_ms(now);
        let (start, end) = match self.rng.random_range(0..10) {
            0 => (None, None),
            1..4 => (Some(from), None),
            4..7 => (None, Some(to)),
            _ => (Some(from), Some(to)),
        };
        let reason = self.reason();
        let what = format!("sets {shift} right ({start:?}, {end:?})");
        self.on(index, &what, |acting| acting.correct(shift, start, end, &reason));
        self.hands[index].tap = None;
    }

    fn take_away(&mut self, index: usize) {
        let shift = self.some_shift(index);
        let reason = self.reason();
        let part = if self.coin(0.5) { self.some_part(index, shift) } else { None };
        self.on(index, &format!("retracts {shift} {part:?}"), |acting| {
            acting.retract(shift, part, &reason)
        });
        self.hands[index].tap = None;
    }

    fn some_part(&mut self, index: usize, shift: EventId) -> Option<EventId> {
        let evidence = super::team::clock(self.now_ms);
        let phone = &mut self.hands[index].phone;
        let person = phone.me().person;
        let entry = phone.look(&evidence, |acting| acting.entry_of(person, shift)).expect("reads");
        let parts = entry.map(|(entry, _)| entry.part_ids).unwrap_or_default();
        parts.choose(&mut self.rng).copied()
    }

    fn write_a_part(&mut self, index: usize, now: i64) {
        let shift = self.some_shift(index);
        let earlier = if self.coin(0.4) { self.some_part(index, shift) } else { None };
        let kind = self.kind();
        let from = now - self.rng.random_range(0..900) * MINUTE_MS;
        let to = from + self.rng.random_range(-5..200) * MINUTE_MS;
        let reason = Some(self.reason());
        self.on(index, &format!("writes a part of {shift}"), |acting| {
            acting.write_part(shift, earlier, kind, (from, to), reason)
        });
        self.hands[index].tap = None;
    }

    fn say_when(&mut self, index: usize, now: i64) {
        let running = self.running(index);
        let shift = match running {
            Some(shift) if self.rng.random_bool(0.9) => shift,
            _ => self.some_shift(index),
        };
        let at = now - self.rng.random_range(-30..900) * MINUTE_MS;
        self.on(index, &format!("says when {shift} ended"), |acting| {
            acting.state_end(shift, at, None, None)
        });
        self.hands[index].tap = None;
    }

    fn say_quiet(&mut self, index: usize) {
        let shift = self.some_shift(index);
        self.on(index, "says nothing happened", |acting| acting.nothing_happened(shift));
    }

    fn answer_something(&mut self, index: usize) {
        let now = self.now_ms;
        let phone = &mut self.hands[index].phone;
        let person = phone.me().person;
        let evidence = super::team::clock(now);
        let read = |acting: &mut Acting<'_>| {
            let mut found = Vec::new();
            for ms in [now - 31 * DAY_MS, now, now + 31 * DAY_MS] {
                let month = Month::of(Minute::floor_ms(ms).day(Berlin));
                let work = acting.month_of(person, month)?;
                found.extend(work.proposals.into_iter().map(|proposal| (month, proposal.id)));
            }
            Ok::<_, AppError>(found)
        };
        let open = phone.look(&evidence, read).expect("reads");
        let Some((month, proposal)) = open.choose(&mut self.rng).copied() else { return };
        let agreed = self.coin(0.6);
        let reason = Some(self.reason());
        self.on(index, &format!("answers {proposal} with {agreed}"), |acting| {
            acting.answer(proposal, month, agreed, reason)
        });
        self.hands[index].tap = None;
    }

    fn complete(&mut self, index: usize, now: i64) {
        let month = Month::of(Minute::floor_ms(now).day(Berlin));
        let month = if self.coin(0.7) { month.previous() } else { month };
        self.on(index, "declares its month complete", |acting| acting.complete_month(month));
    }

    pub(crate) fn some_days(&mut self, now: i64) -> (NaiveDate, NaiveDate) {
        let first = Minute::floor_ms(now + self.rng.random_range(-20..30) * DAY_MS).day(Berlin);
        let last = match self.rng.random_range(0..20) {
            0 => first.checked_sub_days(Days::new(1)),
            1 => first.checked_add_days(Days::new(1_200)),
            2..5 => first.checked_add_days(Days::new(self.rng.random_range(20..70))),
            _ => first.checked_add_days(Days::new(self.rng.random_range(0..9))),
        };
        (first, last.expect("a day"))
    }

    fn about_absence(&mut self, index: usize, now: i64) {
        let (first, last) = self.some_days(now);
        match self.rng.random_range(0..10) {
            0..3 => {
                let kind = *AbsenceKind::ALL.choose(&mut self.rng).expect("some");
                let new = NewAbsence::of(kind, first, last);
                let id = self.on(
                    index,
                    &format!("asks for {} {first}–{last}", kind.word()),
                    |acting| acting.request_absence(&new),
                );
                self.known.extend(id);
            }
            3..5 => {
                let id = self.on(index, "reports sick", |acting| {
                    acting.report_sick(first, last, Certificate::None, "")
                });
                self.known.extend(id);
            }
            5..7 => {
                let Some(id) = self.known.choose(&mut self.rng).copied() else { return };
                let change = AbsenceChange {
                    first: self.coin(0.5).then_some(first),
                    last: self.coin(0.7).then_some(last),
                    ..AbsenceChange::default()
                };
                self.on(index, "changes an absence", |acting| acting.change_absence(id, &change));
            }
            7..9 => {
                let Some(id) = self.known.choose(&mut self.rng).copied() else { return };
                let withdrawn = self.coin(0.7);
                self.on(index, &format!("withdraws {id}: {withdrawn}"), |acting| {
                    acting.withdraw_absence(id, withdrawn)
                });
            }
            _ => {
                let from = Minute::floor_ms(now + self.rng.random_range(0..400) * HOUR_MS);
                let span = Interval::new(from, from + super::world::longer(300)).expect("a span");
                self.on(index, "offers to work", |acting| {
                    acting.offer_availability(span, Wish::Preferred, "gern", Berlin)
                });
            }
        }
    }
}
