//! § 3b EStG minute by minute, as the statute's words go, for tests and the
//! bench only. Slow on purpose: it knows no intervals, only single minutes.

pub(crate) mod random;

use assistenz_core::law::duty::NightTakenUp;
use assistenz_core::law::surcharge_class::{OnCallClasses, Switches};
use assistenz_core::law::tax_holiday::is_tax_holiday;
use assistenz_core::place::HolidayRegion;
use assistenz_core::time::{Minute, Minutes};
use assistenz_core::work::{Kind, Shift};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Weekday};
use chrono_tz::Tz;
use std::collections::HashMap;

/// One minute of work and its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClassifiedMinute {
    /// Which minute.
    pub(crate) minute: Minute,
    /// What was done.
    pub(crate) kind: Kind,
    /// Whole percent.
    pub(crate) night_percent: u32,
    /// Whole percent.
    pub(crate) day_percent: u32,
}

/// A minute of work before it is classified.
struct Worked<'a> {
    minute: Minute,
    duty: usize,
    kind: Kind,
    wall: DateTime<Tz>,
    place: &'a HolidayRegion,
}

/// Every minute of work of one person, in order.
#[must_use]
pub(crate) fn minute_by_minute(records: &[Shift], switches: &Switches) -> Vec<ClassifiedMinute> {
    let worked = minutes_of_work(records, switches.on_call);

    // "wenn die Nachtarbeit vor 0 Uhr aufgenommen wird": on which evenings was
    // night work done, and where last?
    let evening_of = |one: &Worked| match switches.night_taken_up {
        NightTakenUp::Duty => one.duty,
        NightTakenUp::Night => 0,
    };
    let mut evenings: HashMap<(usize, NaiveDate), &HolidayRegion> = HashMap::new();
    for one in &worked {
        if one.wall.hour() >= 20 && one.kind != Kind::OnCall {
            evenings.insert((evening_of(one), one.wall.date_naive()), one.place);
        }
    }

    worked
        .iter()
        .map(|one| {
            let (date, hour) = (one.wall.date_naive(), one.wall.hour());
            // "Nachtarbeit ist die Arbeit in der Zeit von 20 Uhr bis 6 Uhr", 25.
            let mut night_percent = if matches!(hour, 20..24 | 0..6) { 25 } else { 0 };
            let mut day_percent = day_percent(date, hour, one.place, switches);
            if hour < 4 {
                let before = date.pred_opt().expect("not the first day of the calendar");
                if let Some(place) = evenings.get(&(evening_of(one), before)) {
                    // Abs. 3 Nr. 1: 40 from 0 to 4.
                    night_percent = 40;
                    // Abs. 3 Nr. 2: Sunday and holiday work is also the work
                    // from 0 to 4 of the day after.
                    day_percent = day_percent.max(self::day_percent(before, 23, place, switches));
                }
            }
            ClassifiedMinute { minute: one.minute, kind: one.kind, night_percent, day_percent }
        })
        .collect()
}

/// Abs. 1 Nr. 2 to 4: the highest of them that holds in this hour.
fn day_percent(date: NaiveDate, hour: u32, place: &HolidayRegion, switches: &Switches) -> u32 {
    let mut percents = vec![0];
    if date.weekday() == Weekday::Sun {
        percents.push(50);
    }
    if is_tax_holiday(date, place, switches.easter_and_whit_sunday) {
        percents.push(125);
    }
    match (date.month(), date.day()) {
        (12, 31) if hour >= 14 => percents.push(125),
        (12, 24) if hour >= 14 => percents.push(150),
        (12, 25 | 26) | (5, 1) => percents.push(150),
        _ => {}
    }
    percents.into_iter().max().expect("never empty")
}

fn minutes_of_work(records: &[Shift], on_call: OnCallClasses) -> Vec<Worked<'_>> {
    let mut order: Vec<&Shift> = records.iter().collect();
    order.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    let first = order.iter().map(|record| record.span.from()).min();
    let last = order.iter().map(|record| record.span.to()).max();
    let (Some(mut minute), Some(last)) = (first, last) else { return Vec::new() };

    let mut worked = Vec::new();
    let mut duty = 0;
    let mut in_a_duty = true;
    while minute < last {
        let here: Vec<&Shift> =
            order.iter().copied().filter(|record| record.span.contains(minute)).collect();
        if here.is_empty() {
            in_a_duty = false;
        } else if !in_a_duty {
            in_a_duty = true;
            duty += 1;
        }
        let done = here
            .iter()
            .map(|record| (*record, kind_of(record, minute)))
            .find(|(_, kind)| !matches!(kind, Kind::OnCall | Kind::UnpaidBreak))
            .or_else(|| {
                here.iter()
                    .map(|record| (*record, kind_of(record, minute)))
                    .find(|(_, kind)| *kind == Kind::OnCall)
                    .filter(|_| on_call == OnCallClasses::LikeStandby)
            });
        if let Some((record, kind)) = done {
            let away = record.away.iter().rev().find(|away| away.span.contains(minute));
            let place = away.map_or(&record.workplace.region, |away| &away.workplace.region);
            let wall = minute.on_the_wall(record.workplace.zone);
            let kind = if kind == Kind::PaidBreak { Kind::Work } else { kind };
            worked.push(Worked { minute, duty, kind, wall, place });
        }
        minute = minute + Minutes::new(1);
    }
    worked
}

/// Unpaid break over call-out over standby over on-call over the others over
/// work.
fn kind_of(record: &Shift, minute: Minute) -> Kind {
    let inside: Vec<Kind> = record
        .parts
        .iter()
        .filter(|part| part.span.contains(minute))
        .map(|part| part.kind)
        .collect();
    let order = [
        Kind::UnpaidBreak,
        Kind::CallOut,
        Kind::Standby,
        Kind::OnCall,
        Kind::PaidBreak,
        Kind::Travel,
        Kind::Meeting,
        Kind::Training,
    ];
    order.into_iter().find(|kind| inside.contains(kind)).unwrap_or(Kind::Work)
}
