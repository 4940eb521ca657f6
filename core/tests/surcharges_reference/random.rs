//! Seeded records of one person, with everything that makes surcharges hard.

use assistenz_core::law::easter::easter_sunday;
use assistenz_core::place::{Commune, HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes, midnight};
use assistenz_core::work::{Away, Kind, Part, Shift};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// One of several, each as likely.
pub(crate) fn one<T: Copy>(dice: &mut ChaCha8Rng, of: &[T]) -> T {
    of[dice.random_range(0..of.len())]
}

/// One to three records of one person that lie close together.
pub(crate) fn records(dice: &mut ChaCha8Rng) -> Vec<Shift> {
    let zone = if dice.random_range(0..20) == 0 {
        one(dice, &[Tz::Europe__Lisbon, Tz::Atlantic__Azores, Tz::Asia__Tokyo])
    } else {
        Tz::Europe__Berlin
    };
    let day = day(dice);
    let mut begin = midnight(day, zone) + time_of_day(dice);
    let count = one(dice, &[1, 1, 1, 2, 2, 3]);
    let mut records: Vec<Shift> = Vec::new();
    for number in 0..count {
        let span = Interval::new(begin, begin + length(dice)).expect("longer than zero");
        records.push(record(dice, number, span, zone));
        begin = match dice.random_range(0..10) {
            // They adjoin.
            0..4 => span.to(),
            // They overlap; one may lie inside the other.
            4..6 => minute_in(dice, span),
            // There is a gap, often in the night.
            _ => span.to() + Minutes::new(dice.random_range(1..400)),
        };
    }
    // The order in which they were written does not matter.
    if dice.random_range(0..2) == 0 {
        records.reverse();
    }
    records
}

/// A day of 2019 to 2035: mostly one on which something changes.
fn day(dice: &mut ChaCha8Rng) -> NaiveDate {
    let year = dice.random_range(2019..=2035);
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
    let last_sunday = |month| {
        let last = date(month, 31);
        last - Days::new(u64::from(last.weekday().days_since(Weekday::Sun)))
    };
    let easter = easter_sunday(year).expect("a year of the calendar");
    let day = match dice.random_range(0..20) {
        0..3 => last_sunday(3),
        3..6 => last_sunday(10),
        6 | 7 => date(12, 24),
        8 | 9 => date(12, 31),
        10 => date(12, 26),
        11 => easter,
        12 => easter + Days::new(49),
        13 => easter + Days::new(60),
        14 => date(5, 1),
        15 => one(dice, &[date(10, 3), date(10, 31), date(11, 1), date(3, 8), date(9, 20)]),
        _ => date(1, 1) + Days::new(dice.random_range(0..365)),
    };
    // The day before as often as the day: nights begin there.
    day - Days::new(dice.random_range(0..2))
}

fn time_of_day(dice: &mut ChaCha8Rng) -> Minutes {
    if dice.random_range(0..4) == 0 {
        Minutes::hours(one(dice, &[0, 4, 6, 14, 18, 20, 22]))
    } else {
        Minutes::new(dice.random_range(0..1440))
    }
}

fn length(dice: &mut ChaCha8Rng) -> Minutes {
    match dice.random_range(0..20) {
        0 => Minutes::hours(48),
        1 => Minutes::hours(24),
        2 => Minutes::new(dice.random_range(1..60)),
        _ => Minutes::new(dice.random_range(60..900)),
    }
}

fn minute_in(dice: &mut ChaCha8Rng, span: Interval) -> Minute {
    span.from() + Minutes::new(dice.random_range(0..span.length().get()))
}

fn piece_of(dice: &mut ChaCha8Rng, span: Interval) -> Interval {
    let (a, b) = (minute_in(dice, span), minute_in(dice, span));
    let to = a.max(b) + Minutes::new(1);
    Interval::new(a.min(b), to).expect("at least a minute")
}

fn record(dice: &mut ChaCha8Rng, number: usize, span: Interval, zone: Tz) -> Shift {
    let mut parts: Vec<Part> = Vec::new();
    for _ in 0..one(dice, &[0, 0, 1, 1, 2, 3, 5]) {
        // Breaks come most often, and they like to lie across midnight.
        let kind =
            if dice.random_range(0..3) == 0 { Kind::UnpaidBreak } else { one(dice, &Kind::ALL) };
        let part = Part { kind, span: piece_of(dice, span) };
        // What the record refuses does not get here: parts of equal rank that
        // overlap.
        let refused = parts.iter().any(|other| {
            other.kind.precedence() == kind.precedence() && other.span.overlap(part.span).is_some()
        });
        if !refused {
            parts.push(part);
        }
    }
    let away = (0..one(dice, &[0, 0, 0, 1, 2]))
        .map(|_| Away { span: piece_of(dice, span), workplace: workplace(dice, zone) })
        .collect();
    Shift {
        id: format!("r{number}"),
        span,
        workplace: workplace(dice, zone),
        parts,
        away,
        funding: Vec::new(),
        reconstructed: false,
    }
}

fn workplace(dice: &mut ChaCha8Rng, zone: Tz) -> Workplace {
    let land = one(dice, &Land::ALL);
    let all = [Commune::Augsburg, Commune::MariaeHimmelfahrt, Commune::Fronleichnam];
    let communes = if dice.random_range(0..3) == 0 { vec![one(dice, &all)] } else { vec![] };
    Workplace { zone, region: HolidayRegion::new(land, communes) }
}
