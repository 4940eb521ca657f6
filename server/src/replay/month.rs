//! The month as it happens.

use super::check::compare;
use super::clock::{SeededDice, VirtualClock, world};
use super::drift::Drift;
use super::handset::{Handset, Waiting};
use super::plan::{Plan, Plant, Tap, Tapped};
use super::settling::Recorded;
use super::summary::{Story, Summary};
use super::team::Team;
use super::{Place, ReplayError, Step, payroll_example};
use crate::commands::pay::contract;
use crate::folder::Folder;
use crate::month_file::{AssistantMonth, MonthFile};
use crate::ports::Dice;
use crate::serve::Serving;
use crate::settings::Settings;
use assistenz_core::app::Approved;
use assistenz_core::document::PersonId;
use assistenz_core::log::evidence::verify;
use assistenz_core::time::Month;
use assistenz_core::words::Language;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

pub(super) const MINUTE: i64 = 60_000;
pub(super) const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What a replay leaves behind.
#[derive(Debug)]
pub struct Lived {
    /// Path below the folder of results, and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// What happened.
    pub summary: Summary,
}

/// Lives the month through. The seed draws what happens, the office's dice
/// draw keys and ids.
///
/// # Errors
///
/// See [`ReplayError`]; [`ReplayError::Wrong`] if a minute of the file is not
/// found again exactly once.
pub fn live(
    file: &MonthFile,
    seed: u64,
    office_dice: Arc<dyn Dice>,
    place: Place<'_>,
    language: Language,
    tell: &mut dyn FnMut(&Step),
) -> Result<Lived, ReplayError> {
    let dice = SeededDice::new(seed, "month");
    let plan = Plan::new(file, &dice);
    let first = plan.taps.first().ok_or(ReplayError::NoShift)?.at_ms;
    let numberless =
        |one: &&AssistantMonth| one.personnel_number.is_none() && !one.shifts.is_empty();
    let numberless: Vec<&str> = file.assistants.iter().filter(numberless).map(|a| &*a.id).collect();
    if !numberless.is_empty() {
        return Err(ReplayError::NoPersonnelNumber(numberless.join(", ")));
    }
    let (world, clock) = world(office_dice);
    clock.move_to((first - 7 * DAY).div_euclid(HOUR) * HOUR);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let settings = Settings {
        listen: vec![SocketAddr::from((Ipv4Addr::LOCALHOST, 0))],
        public_url: None,
        behind_proxy: Vec::new(),
    };
    let folder = Folder::open(place.office)?;
    let serving = runtime.block_on(async { Serving::start(folder, settings, world) })?;
    let lived = {
        let (office, address) = (serving.office().clone(), serving.address.clone());
        Team::found(office, address, "Beispiel-Team").and_then(|team| {
            let life = Life {
                file,
                plan: &plan,
                dice: &dice,
                clock,
                team: &team,
                people: Vec::new(),
                handsets: Vec::new(),
                recorded: Recorded::default(),
                forgotten: None,
                planted: Vec::new(),
                counts: Counts::default(),
            };
            life.through(seed, place.devices, language, tell)
        })
    };
    runtime.block_on(serving.until(async {}))?;
    lived
}

#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Counts {
    syncs: usize,
    twice: usize,
    late: usize,
}

pub(super) struct Life<'a> {
    pub(super) file: &'a MonthFile,
    pub(super) plan: &'a Plan,
    pub(super) dice: &'a SeededDice,
    pub(super) clock: Arc<VirtualClock>,
    pub(super) team: &'a Team,
    pub(super) people: Vec<PersonId>,
    /// By person, then by device.
    pub(super) handsets: Vec<Vec<Handset>>,
    pub(super) recorded: Recorded,
    /// The shift that still runs because nobody clocked out.
    pub(super) forgotten: Option<usize>,
    /// Device and wall clock of every tap with a wrong clock.
    pub(super) planted: Vec<(String, i64)>,
    pub(super) counts: Counts,
}

impl Life<'_> {
    fn through(
        mut self,
        seed: u64,
        stores: &Path,
        language: Language,
        tell: &mut dyn FnMut(&Step),
    ) -> Result<Lived, ReplayError> {
        self.found(stores)?;
        let devices = self.handsets.iter().map(Vec::len).sum();
        tell(&Step::Founded { people: self.people.len(), devices });
        tell(&Step::Planned { shifts: self.rota()? });
        self.pass(tell)?;
        let mut now = self.arrive()?;
        let Counts { syncs, twice, late } = self.counts;
        tell(&Step::Arrived { taps: self.plan.count(), syncs, twice, late });
        let (overlaps, clocks) = self.settle(&mut now)?;
        tell(&Step::Settled { overlaps, clocks });
        if self.correct_by_employer(&mut now)? {
            tell(&Step::Agreed);
        }
        let mut approved = self.approve(&mut now)?;
        let month = self.file.month;
        let mut replaced = self.approve_what_is_due(&mut now, month, &mut approved)?;
        tell(&Step::Approved { statements: approved.len() });
        let settings = payroll_example();
        self.team.wants(&settings)?;
        let mut exports = vec![self.team.export(month, &settings)?];
        tell(&Step::Exported { month, rows: rows(&exports[0]), correction: false });
        now += 2 * DAY;
        if let Some((key, again)) = self.change_late(&mut now)? {
            let before = approved.get(&key).map_or(0, minutes);
            tell(&Step::Changed { minutes: minutes(&again) - before });
            replaced.extend(approved.insert(key, again).map(|old| (key, old)));
        }
        let next = month.next();
        replaced.extend(self.approve_what_is_due(&mut now, next, &mut approved)?);
        if self.team.owes(next)? {
            let export = self.team.export(next, &settings)?;
            let correction = export.0.lines.iter().any(|line| line.month_of_origin != line.month);
            tell(&Step::Exported { month: next, rows: rows(&export), correction });
            exports.push(export);
        }
        let drift = self.team.drift()?;
        let evidence = self.team.evidence()?;
        let report = verify(&evidence).map_err(|_| ReplayError::Strange("the evidence"))?;
        let mut wrong = Vec::new();
        if report.is_proven() {
            tell(&Step::Proven { entries: self.team.entries()? });
        } else {
            wrong.push("evidence.cbor: Befunde (findings)".to_owned());
        }
        self.planted.sort();
        let found: Vec<(String, i64)> =
            drift.iter().map(|drift: &Drift| (drift.device.clone(), drift.wall_ms)).collect();
        if found != self.planted {
            wrong.push(format!(
                "Uhrzweifel (clock findings): {} statt (instead of) {}",
                found.len(),
                self.planted.len()
            ));
        }
        let mut compared = Vec::new();
        for (person, assistant) in self.file.assistants.iter().enumerate() {
            let statements: Vec<_> = approved
                .range((person, Month::of(chrono::NaiveDate::MIN))..)
                .take_while(|((whose, _), _)| *whose == person)
                .map(|(_, approved)| &approved.statement)
                .collect();
            let one = compare(assistant, &statements);
            let id = &assistant.id;
            wrong.extend(one.wrong.iter().take(20).map(|what| format!("{id}: {what}")));
            compared.push(one);
        }
        if !wrong.is_empty() {
            return Err(ReplayError::Wrong(wrong));
        }
        let sets: Vec<_> = exports.iter().map(|(_, set)| set).collect();
        let documents = self.team.documents(&self.people, month, &sets, language)?;
        let mut lived = Story {
            seed,
            file: self.file,
            plan: self.plan,
            people: &self.people,
            approved: &approved,
            replaced: &replaced,
            exports: &exports,
            settings: &settings,
            drift: &drift,
            planted: &self.planted,
            compared: &compared,
            evidence,
            entries: self.team.entries()?,
            syncs: (self.counts.syncs, self.counts.twice, self.counts.late),
            overlaps,
            language,
        }
        .lived();
        lived.files.extend(documents);
        Ok(lived)
    }

    fn now(&self) -> i64 {
        crate::ports::Clock::now_ms(&*self.clock)
    }

    /// People, contracts, devices.
    fn found(&mut self, stores: &Path) -> Result<(), ReplayError> {
        let zone = self.file.workplace.zone;
        for (person, assistant) in self.file.assistants.iter().enumerate() {
            let id = self.team.assistant(assistant.id.clone(), contract(self.file, assistant))?;
            let mut own = Vec::new();
            for device in 0..self.plan.devices[person] {
                let (root, code) = (stores.join(format!("{person}-{device}")), self.team.code(id)?);
                let waiting = Waiting::show(&root, &code, &self.clock, self.dice)?;
                self.team.let_in(waiting.digits.clone())?;
                let mut handset = waiting.enter(zone)?;
                handset.sync()?;
                own.push(handset);
            }
            self.people.push(id);
            self.handsets.push(own);
        }
        Ok(())
    }

    /// The rota: what was worked, rounded to quarters of an hour.
    fn rota(&mut self) -> Result<usize, ReplayError> {
        let mut planned = 0;
        for (person, assistant) in self.file.assistants.iter().enumerate() {
            let spans: Vec<_> = assistant.shifts.iter().map(|shift| shift.span).collect();
            if !spans.is_empty() {
                planned += self.team.plan(self.people[person], &spans, self.file.workplace.zone)?;
            }
        }
        Ok(planned)
    }

    /// The month: every tap at its time, devices syncing now and then.
    fn pass(&mut self, tell: &mut dyn FnMut(&Step)) -> Result<(), ReplayError> {
        let people = self.people.len();
        let always_late = self.dice.below(people);
        let late: Vec<bool> =
            (0..people).map(|one| one == always_late || self.dice.below(4) == 0).collect();
        self.counts.late = late.iter().filter(|late| **late).count();
        let of = self.plan.taps.len();
        for (done, tap) in self.plan.taps.iter().enumerate() {
            self.clock.move_to(tap.at_ms);
            self.tap(tap)?;
            if self.dice.below(3) == 0 {
                let who = self.dice.below(people);
                if !late[who] {
                    let again = self.dice.below(4) == 0;
                    self.sync(who, 0, again)?;
                }
            }
            tell(&Step::Passed { done: done + 1, of });
        }
        Ok(())
    }

    fn tap(&mut self, tap: &Tap) -> Result<(), ReplayError> {
        let planned = &self.plan.shifts[tap.shift];
        let person = planned.person;
        if tap.what == Tapped::InReach {
            self.sync(person, tap.device, false)?;
            let other = self.handsets[person].len() - 1;
            return self.sync(person, other, false);
        }
        if tap.what == Tapped::In && tap.device == 0 {
            self.say_when_it_ended(person)?;
        }
        let now = self.now();
        let handset = &mut self.handsets[person][tap.device];
        if let Some(Plant::ClockOff(minutes)) = planned.plant {
            let off_ms = minutes * MINUTE;
            handset.set_off(off_ms);
            self.planted.push((handset.id(), now + off_ms));
        }
        let workplace = &planned.shift.workplace;
        match tap.what {
            Tapped::In => {
                let id = handset.act(|acting| acting.clock_in(workplace, Vec::new()))?;
                self.recorded.shifts.insert(tap.shift, id);
                if planned.plant == Some(Plant::Forgotten) {
                    self.forgotten = Some(tap.shift);
                }
            }
            Tapped::Start(part) => {
                let kind = planned.shift.parts[part].kind;
                let id = handset.act(|acting| acting.start_part(kind))?;
                self.recorded.parts.insert((tap.shift, part), id);
            }
            Tapped::End => {
                handset.act(|acting| acting.end_part())?;
            }
            Tapped::Out => {
                handset.act(|acting| acting.clock_out())?;
            }
            Tapped::InReach => {}
        }
        handset.set_off(0);
        Ok(())
    }

    /// The device asks "when did you stop?" before the next shift.
    pub(super) fn say_when_it_ended(&mut self, person: usize) -> Result<(), ReplayError> {
        let Some(at) = self.forgotten else { return Ok(()) };
        let planned = &self.plan.shifts[at];
        let Some(shift) = self.recorded.shifts.get(&at).copied() else { return Ok(()) };
        if planned.person != person {
            return Ok(());
        }
        let end = planned.shift.span.to().ms();
        self.handsets[person][planned.device]
            .act(|acting| acting.state_end(shift, end, None, None))?;
        self.forgotten = None;
        Ok(())
    }

    pub(super) fn sync(
        &mut self,
        person: usize,
        device: usize,
        again: bool,
    ) -> Result<(), ReplayError> {
        for _ in 0..=usize::from(again) {
            self.handsets[person][device].sync()?;
            self.counts.syncs += 1;
        }
        self.counts.twice += usize::from(again);
        Ok(())
    }

    /// Every device in random order; twice over, so that each knows all.
    pub(super) fn sync_all(&mut self) -> Result<(), ReplayError> {
        for _ in 0..2 {
            let mut all: Vec<(usize, usize)> = (0..self.handsets.len())
                .flat_map(|person| (0..self.handsets[person].len()).map(move |at| (person, at)))
                .collect();
            self.dice.shuffle(&mut all);
            for (person, device) in all {
                self.sync(person, device, false)?;
            }
        }
        Ok(())
    }
}

fn minutes(approved: &Approved) -> i64 {
    approved.statement.totals.iter().map(|total| total.minutes.get()).sum()
}

fn rows((_, set): &(assistenz_core::app::Handover, assistenz_core::payroll::ExportSet)) -> usize {
    set.files.iter().map(|file| file.rows).sum()
}
