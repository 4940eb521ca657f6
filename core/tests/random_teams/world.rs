//! A team with its phones, a desk and one true time.

use super::team::{Team, at, clock};
use assistenz_core::app::month::documents_with;
use assistenz_core::app::{Acting, AppError, Device, Tap};
use assistenz_core::document::{DocumentKind, EventId, Period, PersonId};
use assistenz_core::money::Cents;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::record::settle::{Entry, State};
use assistenz_core::store::Store;
use assistenz_core::time::{Minute, Minutes, Month};
use assistenz_core::work::Kind;
use chrono_tz::Tz;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const MINUTE_MS: i64 = 60_000;
pub(crate) const HOUR_MS: i64 = 60 * MINUTE_MS;
pub(crate) const DAY_MS: i64 = 24 * HOUR_MS;

/// Before both clock changes, a year's end, the end of a short month, Easter.
const BEGINNINGS: [&str; 5] = [
    "2026-03-18T07:03+01:00",
    "2026-10-14T07:03+02:00",
    "2026-12-16T07:03+01:00",
    "2028-02-20T07:03+01:00",
    "2026-07-25T07:03+02:00",
];

/// What a shift was before a tap: what taking the tap back gives again.
pub(crate) type Before = Option<(State, Vec<(EventId, Kind, Minute)>)>;

pub(crate) struct Hand {
    pub(crate) phone: Device<Store>,
    /// What its clock shows more than the true time.
    pub(crate) drift_ms: i64,
    /// The tap that could be taken back, and what was before it.
    pub(crate) tap: Option<(Tap, Before)>,
}

pub(crate) struct World {
    pub(crate) rng: ChaCha8Rng,
    pub(crate) team: Team,
    pub(crate) hands: Vec<Hand>,
    pub(crate) people: Vec<PersonId>,
    pub(crate) now_ms: i64,
    pub(crate) wrong: Vec<String>,
    /// What the employer knows of and may act upon: any ids ever given.
    pub(crate) known: Vec<EventId>,
    /// What went to the payroll office so far, by person.
    pub(crate) handed: BTreeMap<String, Cents>,
    tells: bool,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let now_ms = at(BEGINNINGS.choose(&mut rng).expect("some"));
        let mut team = Team::found(now_ms);
        let first = team.assistant(now_ms);
        let ada = first.me().person;
        let second = team.phone_of(ada, now_ms);
        let third = team.assistant(now_ms);
        let bo = third.me().person;
        let hand = |phone| Hand { phone, drift_ms: 0, tap: None };
        let hands = vec![hand(first), hand(second), hand(third)];
        let tells = std::env::var_os("ASSISTENZ_TEAM").is_some();
        let mut world = Self {
            rng,
            team,
            hands,
            people: vec![ada, bo],
            now_ms,
            wrong: Vec::new(),
            known: Vec::new(),
            handed: BTreeMap::new(),
            tells,
        };
        for index in 0..world.hands.len() {
            world.hands[index].drift_ms = world.drift();
        }
        world.contracts();
        world
    }

    fn drift(&mut self) -> i64 {
        match self.rng.random_range(0..100) {
            0..60 => self.rng.random_range(-90_000..90_000),
            60..85 => self.rng.random_range(-60..60) * MINUTE_MS,
            85..96 => self.rng.random_range(-30..30) * HOUR_MS,
            _ => self.rng.random_range(-3..=3) * 365 * DAY_MS,
        }
    }

    /// One thing happens.
    pub(crate) fn step(&mut self) {
        self.now_ms += match self.rng.random_range(0..10) {
            0..2 => self.rng.random_range(5_000..300_000),
            2..8 => self.rng.random_range(5..900) * MINUTE_MS,
            _ => self.rng.random_range(10..70) * HOUR_MS,
        };
        let index = self.rng.random_range(0..self.hands.len());
        match self.rng.random_range(0..100) {
            0..52 => self.act_on_phone(index),
            52..74 => self.act_at_desk(),
            74..97 => self.sync(index),
            _ => self.hands[index].drift_ms = self.drift(),
        }
    }

    pub(crate) fn sync(&mut self, index: usize) {
        self.tell(|| format!("phone {index} syncs"));
        let Self { team, hands, now_ms, .. } = self;
        team.sync(&mut hands[index].phone, *now_ms);
        // Whatever could be taken back may have changed meanwhile.
        hands[index].tap = None;
    }

    /// Everybody syncs until all know all.
    pub(crate) fn meet(&mut self) {
        for _ in 0..2 {
            for index in 0..self.hands.len() {
                self.now_ms += 1_000;
                self.sync(index);
            }
        }
    }

    /// Something is done on a phone. A refusal must be a typed no that leaves
    /// nothing behind.
    pub(crate) fn on<T>(
        &mut self,
        index: usize,
        what: &str,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Option<T> {
        let before = self.trace(index);
        let hand = &mut self.hands[index];
        let evidence = clock(self.now_ms + hand.drift_ms);
        let rng = &mut self.rng;
        let mut dice = || rng.random();
        let outcome = hand.phone.act(&evidence, &mut dice, act);
        let said = match &outcome {
            Ok(_) => "done".to_owned(),
            Err(AppError::Refused(refusal)) => format!("refused: {}", refusal.code()),
            Err(fault) => format!("fault: {fault:?}"),
        };
        self.tell(|| format!("phone {index} {what}: {said}"));
        match outcome {
            Ok(value) => Some(value),
            Err(AppError::Refused(refusal)) => {
                if self.trace(index) != before {
                    self.wrong.push(format!("{what} was refused ({refusal}) and left a trace"));
                }
                None
            }
            Err(fault) => {
                self.wrong.push(format!("{what} came to a fault: {fault:?}"));
                None
            }
        }
    }

    fn trace(&mut self, index: usize) -> usize {
        self.hands[index].phone.waiting().expect("counted")
    }

    /// The same at the desk.
    pub(crate) fn at_desk<T>(
        &mut self,
        what: &str,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Option<T> {
        let before = self.size();
        let outcome = self.team.desk(self.now_ms, act);
        let said = match &outcome {
            Ok(_) => "done".to_owned(),
            Err(AppError::Refused(refusal)) => format!("refused: {refusal}"),
            Err(fault) => format!("fault: {fault:?}"),
        };
        self.tell(|| format!("desk {what}: {said}"));
        match outcome {
            Ok(value) => Some(value),
            Err(AppError::Refused(refusal)) => {
                if self.size() != before {
                    self.wrong.push(format!("{what} was refused ({refusal}) and left a trace"));
                }
                None
            }
            Err(fault) => {
                self.wrong.push(format!("{what} came to a fault: {fault:?}"));
                None
            }
        }
    }

    fn size(&mut self) -> Option<u64> {
        self.team.ledger(|ledger, team| Ok(ledger.head(team)?.map(|head| head.size)))
    }

    /// Reads at the office; whatever goes wrong there is wrong.
    pub(crate) fn look<T>(
        &mut self,
        look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> T {
        self.team.desk(self.now_ms, look).expect("reads at the office")
    }

    pub(crate) fn tell(&self, what: impl FnOnce() -> String) {
        if self.tells {
            let now = Minute::floor_ms(self.now_ms).instant();
            eprintln!("{} {}", now.format("%Y-%m-%d %H:%M"), what());
        }
    }

    /// The months of which the office knows anything, with their neighbours.
    pub(crate) fn months(&mut self, person: PersonId) -> BTreeSet<Month> {
        let kinds = [
            DocumentKind::Time,
            DocumentKind::Review,
            DocumentKind::Wishes,
            DocumentKind::Answers,
            DocumentKind::Rota,
        ];
        self.look(|acting| {
            let mut months = BTreeSet::new();
            for kind in kinds {
                for id in documents_with(acting.ledger, acting.me.team, kind, Some(person))? {
                    if let Period::Month(month) = id.period() {
                        months.extend([month.previous(), month, month.next()]);
                    }
                }
            }
            Ok(months)
        })
    }

    /// Every shift of a person that the office knows, with its month.
    pub(crate) fn entries(&mut self, person: PersonId) -> Vec<(Month, Entry)> {
        let months = self.months(person);
        self.look(|acting| {
            let mut all = Vec::new();
            for month in months {
                let work = acting.month_of(person, month)?;
                all.extend(work.entries.into_iter().map(|entry| (month, entry)));
            }
            Ok(all)
        })
    }

    pub(crate) fn coin(&mut self, chance: f64) -> bool {
        self.rng.random_bool(chance)
    }

    pub(crate) fn place(&mut self) -> Workplace {
        let (zone, land): (Tz, Land) = match self.rng.random_range(0..20) {
            0 => (chrono_tz::Europe::Lisbon, Land::By),
            1..4 => (chrono_tz::Europe::Berlin, Land::By),
            _ => (chrono_tz::Europe::Berlin, Land::Nw),
        };
        Workplace { zone, region: HolidayRegion::new(land, vec![]) }
    }

    /// Two instants around a moment: mostly a plausible span, sometimes not.
    pub(crate) fn span_ms(&mut self, around_ms: i64) -> (i64, i64) {
        let from = around_ms - self.rng.random_range(-120..4_000) * MINUTE_MS;
        let length = match self.rng.random_range(0..20) {
            0 => -self.rng.random_range(0..300),
            1 => self.rng.random_range(1_400..9_000),
            2 => 0,
            3..6 => self.rng.random_range(1..60),
            _ => self.rng.random_range(60..1_100),
        };
        (from, from + length * MINUTE_MS)
    }
}

/// An hour and more, so that a span is one.
pub(crate) fn longer(minutes: i64) -> Minutes {
    Minutes::new(minutes.max(1))
}
