//! Duties classified per second: the closed form against the reference that
//! walks minute by minute, in the same run. `cargo bench -p assistenz-core`.

#[path = "../tests/surcharges_reference/mod.rs"]
mod surcharges_reference;

use assistenz_core::law::duty::duties;
use assistenz_core::law::surcharge_class::{Switches, classify};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minutes, midnight};
use assistenz_core::work::{Kind, Part, Shift};
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::hint::black_box;
use surcharges_reference::{minute_by_minute, random};

/// How many duties of each sort.
const DUTIES: usize = 1_000;

/// What an assistance team records: shifts of 8 to 24 hours over two years, at
/// any time of day, half of them with a break, some with standby and a call-out.
fn everyday(dice: &mut ChaCha8Rng) -> Shift {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
    let begin = midnight(first + Days::new(dice.random_range(0..730)), Berlin)
        + Minutes::new(dice.random_range(0..1440));
    let span = Interval::new(begin, begin + Minutes::new(dice.random_range(480..=1440)))
        .expect("longer than zero");
    let part = |kind, from, to| {
        let (from, to) = (begin + Minutes::new(from), begin + Minutes::new(to));
        Part { kind, span: Interval::new(from, to).expect("from < to") }
    };
    let parts = match dice.random_range(0..4) {
        0 | 1 => vec![],
        2 => vec![part(Kind::UnpaidBreak, 240, 285)],
        _ => vec![part(Kind::Standby, 120, 420), part(Kind::CallOut, 200, 230)],
    };
    Shift {
        id: "s".into(),
        span,
        workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
        parts,
        away: vec![],
        funding: vec![],
        reconstructed: false,
    }
}

fn surcharges(criterion: &mut Criterion) {
    let switches = Switches::default();
    let mut dice = ChaCha8Rng::seed_from_u64(3);
    let everyday: Vec<Vec<Shift>> = (0..DUTIES).map(|_| vec![everyday(&mut dice)]).collect();
    let hard: Vec<Vec<Shift>> = (0..DUTIES).map(|_| random::records(&mut dice)).collect();

    let mut group = criterion.benchmark_group("duties");
    group.sample_size(20);
    group.throughput(Throughput::Elements(DUTIES as u64));
    for (name, persons) in [("everyday", &everyday), ("hard", &hard)] {
        let grouped: Vec<Vec<&Shift>> =
            persons.iter().flat_map(|records| duties(records, switches.night_taken_up)).collect();
        group.bench_function(BenchmarkId::new("closed form", name), |bench| {
            bench.iter(|| {
                for duty in &grouped {
                    black_box(classify(black_box(duty), &switches));
                }
            });
        });
        group.bench_function(BenchmarkId::new("minute by minute", name), |bench| {
            bench.iter(|| {
                for records in persons {
                    black_box(minute_by_minute(black_box(records), &switches));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, surcharges);
criterion_main!(benches);
