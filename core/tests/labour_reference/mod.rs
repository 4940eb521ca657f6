//! The reference for working time: seeded random months, and rules that walk
//! minute by minute. Slow, and written from the law, not from `core/src/law`.

use assistenz_core::law::employment::Employment;
use assistenz_core::law::labour_check::Case;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use assistenz_core::work::{Kind, Part, Shift};
use chrono::{Days, NaiveDate, Timelike};
use chrono_tz::Europe::Berlin;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// Months with a clock change, the ends of years, and a plain one.
const MONTHS: [(i32, u32); 8] =
    [(2026, 3), (2026, 10), (2026, 12), (2027, 1), (2025, 12), (2024, 2), (2027, 3), (2026, 6)];

fn interval(from: i64, to: i64) -> Interval {
    Interval::new(Minute::new(from), Minute::new(to)).expect("from < to")
}

/// A random month of one person; the same seed gives the same month.
pub(crate) fn month(seed: u64) -> (Month, Case) {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let (year, number) = MONTHS[dice.random_range(0..MONTHS.len())];
    let month = Month::new(year, number).expect("a month");
    let whole = month.interval(Berlin);
    let mut shifts: Vec<Shift> = Vec::new();
    let mut from = whole.from().get() + dice.random_range(0..2_000);
    while from + 2_000 < whole.to().get() {
        let length = match dice.random_range(0..10) {
            0 => dice.random_range(1..30),
            1 => dice.random_range(1_200..1_700),
            2..5 => dice.random_range(60..400),
            _ => dice.random_range(340..760),
        };
        let span = interval(from, from + length);
        shifts.push(shift(&mut dice, shifts.len(), span));
        let gap = match dice.random_range(0..12) {
            0 => 0,
            1 => -dice.random_range(1..40).min(length - 1).max(0),
            2 => dice.random_range(1..40),
            3 | 4 => dice.random_range(200..700),
            5 => dice.random_range(640..680),
            6 => dice.random_range(2_000..6_000),
            _ => dice.random_range(500..2_500),
        };
        from += length + gap;
    }
    // Any order: the rules must not depend on it.
    for last in (1..shifts.len()).rev() {
        shifts.swap(last, dice.random_range(0..=last));
    }
    let workplace = Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) };
    let days = (month.first_day(), month.last_day());
    let mut case = Case::new(days, workplace, Employment::SocialInsurance, shifts);
    // Over the months' ends too, so that nothing is left out as not asked.
    case.asked = (days.0 - Days::new(40), days.1 + Days::new(40));
    case.known = case.asked;
    case.rotating_nights = true;
    for _ in 0..dice.random_range(0..3) {
        let from = whole.from().get() + dice.random_range(0..40_000);
        case.elsewhere.push(interval(from, from + dice.random_range(1..300)));
    }
    (month, case)
}

fn shift(dice: &mut ChaCha8Rng, number: usize, span: Interval) -> Shift {
    let mut parts = Vec::new();
    let length = span.length().get();
    for _ in 0..dice.random_range(0..5) {
        let from = dice.random_range(0..length);
        let (kind, longest) = match dice.random_range(0..8) {
            0 => (Kind::Standby, 480),
            1 => (Kind::OnCall, 300),
            2 => (Kind::CallOut, 40),
            3 => (Kind::PaidBreak, 30),
            4 => (Kind::UnpaidBreak, 16),
            _ => (Kind::UnpaidBreak, 60),
        };
        let to = (from + dice.random_range(1..=longest)).min(length);
        let at = |minute: i64| span.from().get() + minute;
        parts.push(Part { kind, span: interval(at(from), at(to)) });
    }
    Shift {
        id: number.to_string(),
        span,
        workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
        parts,
        away: vec![],
        funding: vec![],
        reconstructed: false,
    }
}

/// What a minute was for its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Neither work nor a recorded break.
    Idle,
    /// A recorded break.
    Pause,
    /// Working time.
    Work,
}

/// A person's minutes, one by one.
pub(crate) struct Timeline {
    from: i64,
    states: Vec<State>,
}

/// What the reference finds; each list in order of time.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// (from, to, worked, taken, required) where the break is too short.
    pub(crate) breaks: Vec<(i64, i64, i64, i64, i64)>,
    /// (from, to, worked) of stretches above six hours.
    pub(crate) stretches: Vec<(i64, i64, i64)>,
    /// (from, to) of rests below eleven hours.
    pub(crate) rests: Vec<(i64, i64)>,
    /// (first worked minute, worked) of working days above eight hours.
    pub(crate) days: Vec<(i64, i64)>,
}

impl Timeline {
    pub(crate) fn new(case: &Case) -> Self {
        let spans =
            || case.shifts.iter().map(|shift| shift.span).chain(case.elsewhere.iter().copied());
        let from = spans().map(|span| span.from().get()).min().unwrap_or(0);
        let to = spans().map(|span| span.to().get()).max().unwrap_or(0);
        let mut states = vec![State::Idle; usize::try_from(to - from).expect("a month")];
        let mut set = |minute: i64, state: State| {
            let slot = &mut states[usize::try_from(minute - from).expect("inside")];
            // Work anywhere wins over a break, a break over nothing.
            if *slot == State::Idle || state == State::Work {
                *slot = state;
            }
        };
        for span in &case.elsewhere {
            (span.from().get()..span.to().get()).for_each(|minute| set(minute, State::Work));
        }
        for shift in &case.shifts {
            for minute in shift.span.from().get()..shift.span.to().get() {
                let inside =
                    shift.parts.iter().filter(|part| part.span.contains(Minute::new(minute)));
                // § 0a.4: unpaid break over call-out over standby over the rest.
                let kind = inside.map(|part| part.kind).max_by_key(|kind| match kind {
                    Kind::UnpaidBreak => 5,
                    Kind::CallOut => 4,
                    Kind::Standby => 3,
                    Kind::OnCall => 2,
                    Kind::PaidBreak | Kind::Travel | Kind::Meeting | Kind::Training => 1,
                    Kind::Work => 0,
                });
                match kind {
                    Some(Kind::UnpaidBreak) => set(minute, State::Pause),
                    Some(Kind::OnCall) => {}
                    _ => set(minute, State::Work),
                }
            }
        }
        Self { from, states }
    }

    /// Walks all minutes once and applies §§ 3, 4 and 5 ArbZG.
    pub(crate) fn found(&self) -> Found {
        let mut found = Found::default();
        // The day's work so far: begin, worked, break, all in minutes.
        let mut day: Option<(i64, i64, i64)> = None;
        let mut stretch: Option<(i64, i64)> = None;
        let mut working_day: Option<(i64, i64)> = None;
        let (mut last_worked, mut idle) = (0, false);
        let minutes = (self.from..).zip(&self.states);
        for (minute, state) in minutes {
            match state {
                State::Idle => idle = true,
                State::Pause => {}
                State::Work => {
                    let gap = minute - last_worked - 1;
                    day = Some(match day {
                        None => (minute, 1, 0),
                        Some((begun, worked, taken))
                            if gap == 0 || !idle || self.joins(begun, minute, gap) =>
                        {
                            let counts = if gap >= 15 { gap } else { 0 };
                            (begun, worked + 1, taken + counts)
                        }
                        Some(ended) => {
                            found.end_day(ended, last_worked + 1);
                            if gap < 660 {
                                found.rests.push((last_worked + 1, minute));
                            }
                            (minute, 1, 0)
                        }
                    });
                    stretch = Some(match stretch {
                        Some((begun, worked)) if gap < 15 => (begun, worked + 1),
                        Some(ended) => {
                            found.end_stretch(ended, last_worked + 1);
                            (minute, 1)
                        }
                        None => (minute, 1),
                    });
                    working_day = Some(match working_day {
                        Some((begun, worked)) if minute < begun + 1_440 => (begun, worked + 1),
                        Some(ended) => {
                            found.end_working_day(ended);
                            (minute, 1)
                        }
                        None => (minute, 1),
                    });
                    (last_worked, idle) = (minute, false);
                }
            }
        }
        if let (Some(day), Some(stretch), Some(working_day)) = (day, stretch, working_day) {
            found.end_day(day, last_worked + 1);
            found.end_stretch(stretch, last_worked + 1);
            found.end_working_day(working_day);
        }
        found
    }

    /// Whether work that begins anew at `minute` belongs to the day begun at
    /// `begun`: all of it up to the next idle minute ends within 13 hours.
    fn joins(&self, begun: i64, minute: i64, gap: i64) -> bool {
        let after = usize::try_from(minute - self.from).expect("inside");
        let rest = self.states[after..].iter().take_while(|state| **state != State::Idle);
        let worked = (minute..).zip(rest).filter(|(_, state)| **state == State::Work);
        let last = worked.map(|(minute, _)| minute).last().unwrap_or(minute);
        gap < 660 && last < begun + 780
    }

    /// Minutes of work from 23 to 6 on the wall, by evening.
    pub(crate) fn nights(&self) -> BTreeMap<NaiveDate, i64> {
        let mut nights = BTreeMap::new();
        for (minute, _) in (self.from..).zip(&self.states).filter(|(_, s)| **s == State::Work) {
            let wall = Minute::new(minute).on_the_wall(Berlin);
            let evening = match wall.hour() {
                23 => wall.date_naive(),
                0..6 => wall.date_naive() - Days::new(1),
                _ => continue,
            };
            *nights.entry(evening).or_default() += 1;
        }
        nights
    }

    /// Every worked minute.
    pub(crate) fn worked(&self) -> impl Iterator<Item = Minute> {
        (self.from..)
            .zip(&self.states)
            .filter(|(_, state)| **state == State::Work)
            .map(|(minute, _)| Minute::new(minute))
    }

    /// All of them.
    pub(crate) fn total(&self) -> Minutes {
        self.worked().map(|_| Minutes::new(1)).sum()
    }
}

impl Found {
    fn end_day(&mut self, (begun, worked, taken): (i64, i64, i64), end: i64) {
        let required = match worked {
            ..=360 => 0,
            361..=540 => 30,
            541.. => 45,
        };
        if taken < required {
            self.breaks.push((begun, end, worked, taken, required));
        }
    }

    fn end_stretch(&mut self, (begun, worked): (i64, i64), end: i64) {
        if worked > 360 {
            self.stretches.push((begun, end, worked));
        }
    }

    fn end_working_day(&mut self, (begun, worked): (i64, i64)) {
        if worked > 480 {
            self.days.push((begun, worked));
        }
    }
}
