//! What is going to happen: who taps what when, and what goes wrong on the
//! way. Pure; the same file and seed give the same plan.

use super::clock::SeededDice;
use crate::month_file::MonthFile;
use assistenz_core::time::{Interval, Minute, Minutes};
use assistenz_core::work::{Kind, Shift};

/// Minutes between a planted shift and its neighbours, so that a wrong end
/// never meets the next beginning.
const ROOM: i64 = 90;

/// Something that goes wrong on purpose with one shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plant {
    /// The clock-out is forgotten; the person says later when it was.
    Forgotten,
    /// A second device clocks out too, ten minutes later; the person chooses.
    Disputed,
    /// The person taps five minutes late; the employer proposes the true end.
    EmployerCorrects,
    /// The person taps half an hour early and notices only after approval.
    LateChange,
    /// The device's clock goes wrong by so many minutes during this shift; the
    /// person corrects both ends.
    ClockOff(i64),
}

impl Plant {
    /// In the order in which shifts are found for them.
    pub const ALL: [Self; 6] = [
        Self::Forgotten,
        Self::Disputed,
        Self::EmployerCorrects,
        Self::LateChange,
        Self::ClockOff(23),
        Self::ClockOff(-17),
    ];

    /// One word for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten_clock_out",
            Self::Disputed => "disputed_end",
            Self::EmployerCorrects => "employer_corrects",
            Self::LateChange => "change_after_approval",
            Self::ClockOff(_) => "clock_off",
        }
    }
}

/// One shift of the file and what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedShift {
    /// As in the file.
    pub shift: Shift,
    /// Whose, by place in the file.
    pub person: usize,
    /// On which device of that person, from 0.
    pub device: usize,
    /// What goes wrong.
    pub plant: Option<Plant>,
    /// What is left of it beside shifts of the person that began before:
    /// nothing, or the time from this minute on.
    pub keeps: Keeps,
    /// Parts, by place, that cannot be tapped and are written afterwards.
    pub written: Vec<usize>,
}

impl PlannedShift {
    /// When it begins once it is settled beside earlier shifts.
    #[must_use]
    pub fn begins(&self) -> Minute {
        match self.keeps {
            Keeps::From(first) => first,
            Keeps::All | Keeps::Nothing => self.shift.span.from(),
        }
    }
}

/// What is left of a shift that overlaps with earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// All of it.
    All,
    /// From this minute on.
    From(Minute),
    /// Nothing: the earlier shifts cover it.
    Nothing,
}

/// A tap on a device, at its true time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tap {
    /// When, truly.
    pub at_ms: i64,
    /// Which shift, by place in the plan.
    pub shift: usize,
    /// On which device of the shift's person.
    pub device: usize,
    /// What.
    pub what: Tapped,
}

/// What is tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tapped {
    /// Clock in.
    In,
    /// A part begins: its place in the shift.
    Start(usize),
    /// The part that began last ends.
    End,
    /// Clock out.
    Out,
    /// Not a tap: the person's devices are in reach of the office, first the
    /// one in use, then the other.
    InReach,
}

/// Everything that is going to happen until the end of the month.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every shift, by person, then by start.
    pub shifts: Vec<PlannedShift>,
    /// Every tap in order of time.
    pub taps: Vec<Tap>,
    /// How many devices each person has.
    pub devices: Vec<usize>,
    /// Plants for which the file had no fitting shift.
    pub not_planted: Vec<Plant>,
}

impl Plan {
    /// Makes the plan.
    #[must_use]
    pub fn new(file: &MonthFile, dice: &SeededDice) -> Self {
        let mut shifts = Vec::new();
        let mut devices = Vec::new();
        for (person, assistant) in file.assistants.iter().enumerate() {
            let mut busy_until: Vec<Minute> = Vec::new();
            let mut covered: Option<Minute> = None;
            for shift in &assistant.shifts {
                let (from, to) = (shift.span.from(), shift.span.to());
                let device = busy_until.iter().position(|until| *until <= from);
                let device = device.unwrap_or(busy_until.len());
                if device == busy_until.len() {
                    busy_until.push(to);
                } else {
                    busy_until[device] = to;
                }
                let keeps = match covered {
                    Some(until) if until >= to => Keeps::Nothing,
                    Some(until) if until > from => Keeps::From(until),
                    Some(_) | None => Keeps::All,
                };
                covered = covered.max(Some(to));
                let (_, written) = taps_of_parts(shift);
                let shift = shift.clone();
                shifts.push(PlannedShift { shift, person, device, plant: None, keeps, written });
            }
            devices.push(busy_until.len().max(1));
        }
        let not_planted = plant(file, &mut shifts, dice);
        for planted in &shifts {
            if planted.plant == Some(Plant::Disputed) {
                devices[planted.person] += 1;
            }
        }
        let taps = taps(&shifts, &devices);
        Self { shifts, taps, devices, not_planted }
    }

    /// How many taps there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.taps.iter().filter(|tap| tap.what != Tapped::InReach).count()
    }

    /// The shift that something was planted in.
    #[must_use]
    pub fn planted(&self, plant: Plant) -> Option<(usize, &PlannedShift)> {
        self.shifts.iter().enumerate().find(|(_, shift)| shift.plant == Some(plant))
    }
}

/// Gives each plant a shift, drawn from those that fit.
fn plant(file: &MonthFile, shifts: &mut [PlannedShift], dice: &SeededDice) -> Vec<Plant> {
    let month = file.month.interval(file.workplace.zone);
    let mut missing = Vec::new();
    for plant in Plant::ALL {
        let fits: Vec<usize> = (0..shifts.len())
            .filter(|at| {
                let this = &shifts[*at];
                let span = this.shift.span;
                let alone = shifts.iter().enumerate().all(|(other, that)| {
                    other == *at
                        || that.person != this.person
                        || that.shift.span.to().get() + ROOM <= span.from().get()
                        || span.to().get() + ROOM <= that.shift.span.from().get()
                });
                let quiet_end = this
                    .shift
                    .parts
                    .iter()
                    .all(|part| part.span.to().get() + 40 <= span.to().get());
                let plain = this.shift.parts.is_empty() || !matches!(plant, Plant::ClockOff(_));
                this.plant.is_none()
                    && alone
                    && quiet_end
                    && plain
                    && this.written.is_empty()
                    && this.device == 0
                    && month.contains(span.from())
                    && span.length() >= Minutes::hours(2)
            })
            .collect();
        match fits.get(dice.below(fits.len())) {
            Some(at) => shifts[*at].plant = Some(plant),
            None => missing.push(plant),
        }
    }
    missing
}

/// The taps for the parts of a shift, and the parts that cannot be tapped.
fn taps_of_parts(shift: &Shift) -> (Vec<(Minute, Tapped)>, Vec<usize>) {
    let mut order: Vec<usize> = (0..shift.parts.len()).collect();
    order.sort_by_key(|at| {
        let span = shift.parts[*at].span;
        (span.from(), std::cmp::Reverse(span.to()))
    });
    let (mut taps, mut written) = (Vec::new(), Vec::new());
    let mut running: Vec<(Kind, Interval)> = Vec::new();
    for at in order {
        let part = &shift.parts[at];
        while let Some((_, span)) = running.last().copied() {
            if span.to() > part.span.from() {
                break;
            }
            taps.push((span.to(), Tapped::End));
            running.pop();
        }
        let fits = match running.last() {
            None => part.kind != Kind::CallOut,
            Some((Kind::Standby | Kind::OnCall, around)) => {
                matches!(part.kind, Kind::CallOut | Kind::UnpaidBreak | Kind::PaidBreak)
                    && part.span.to() <= around.to()
            }
            Some(_) => false,
        };
        if fits {
            taps.push((part.span.from(), Tapped::Start(at)));
            running.push((part.kind, part.span));
        } else {
            written.push(at);
        }
    }
    while let Some((_, span)) = running.pop() {
        taps.push((span.to(), Tapped::End));
    }
    (taps, written)
}

fn taps(shifts: &[PlannedShift], devices: &[usize]) -> Vec<Tap> {
    const MINUTE: i64 = 60_000;
    let mut taps = Vec::new();
    for (at, planned) in shifts.iter().enumerate() {
        let span = planned.shift.span;
        let mut tap = |at_ms: i64, device: usize, what: Tapped| {
            taps.push(Tap { at_ms, shift: at, device, what });
        };
        tap(span.from().ms(), planned.device, Tapped::In);
        let (parts, _) = taps_of_parts(&planned.shift);
        for (when, what) in &parts {
            tap(when.ms(), planned.device, *what);
        }
        let end = span.to().ms();
        match planned.plant {
            Some(Plant::Forgotten) => {}
            Some(Plant::Disputed) => {
                let last = parts.last().map_or(span.from(), |(when, _)| *when);
                tap(last.ms() + MINUTE, planned.device, Tapped::InReach);
                tap(end, planned.device, Tapped::Out);
                tap(end + 10 * MINUTE, devices[planned.person] - 1, Tapped::Out);
            }
            Some(Plant::EmployerCorrects) => tap(end + 5 * MINUTE, planned.device, Tapped::Out),
            Some(Plant::LateChange) => tap(end - 30 * MINUTE, planned.device, Tapped::Out),
            Some(Plant::ClockOff(_)) | None => tap(end, planned.device, Tapped::Out),
        }
    }
    // Taps of one shift are in order already; a stable order keeps them so.
    taps.sort_by_key(|tap| tap.at_ms);
    taps
}
