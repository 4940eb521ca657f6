//! The closed form of § 3b EStG agrees with the reference, minute by minute.

mod surcharges_reference;

use assistenz_core::law::duty::{NightTakenUp, duties};
use assistenz_core::law::surcharge_class::{OnCallClasses, Switches, classify, minutes_by_class};
use assistenz_core::law::tax_holiday::EasterAndWhitSunday;
use assistenz_core::time::Minutes;
use assistenz_core::work::Shift;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use surcharges_reference::random::{self, one};
use surcharges_reference::{ClassifiedMinute, minute_by_minute};

/// How many, unless `SURCHARGE_DUTIES` says otherwise.
const DUTIES: u64 = 100_000;

/// Random switches.
fn switches(dice: &mut ChaCha8Rng) -> Switches {
    Switches {
        night_taken_up: one(dice, &[NightTakenUp::Duty, NightTakenUp::Night]),
        easter_and_whit_sunday: one(
            dice,
            &[EasterAndWhitSunday::Holiday, EasterAndWhitSunday::Sunday],
        ),
        on_call: one(dice, &[OnCallClasses::None, OnCallClasses::LikeStandby]),
    }
}

/// The closed form, spelled out in minutes.
fn closed_form(records: &[Shift], switches: &Switches) -> Vec<ClassifiedMinute> {
    let mut minutes = Vec::new();
    for duty in duties(records, switches.night_taken_up) {
        let spans = classify(&duty, switches);
        let total: Minutes = spans.iter().map(|span| span.span.length()).sum();
        let summed: Minutes = minutes_by_class(&spans).iter().map(|sum| sum.minutes).sum();
        assert_eq!(total, summed, "sums cover the spans");
        for span in spans {
            let zone = duty[span.record].workplace.zone;
            let mut minute = span.span.from();
            assert_eq!(minute.day(zone), span.day, "a span lies on one day");
            assert_eq!((span.span.to() - Minutes::new(1)).day(zone), span.day, "and ends on it");
            while minute < span.span.to() {
                minutes.push(ClassifiedMinute {
                    minute,
                    kind: span.kind,
                    night_percent: span.class.night.get() / 100,
                    day_percent: span.class.day.get() / 100,
                });
                minute = minute + Minutes::new(1);
            }
        }
    }
    minutes
}

fn check(seed: u64) {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let switches = switches(&mut dice);
    let records = random::records(&mut dice);
    let expected = minute_by_minute(&records, &switches);
    let got = closed_form(&records, &switches);
    if let Some((expected, got)) = expected.iter().zip(&got).find(|(expected, got)| expected != got)
    {
        panic!("seed {seed}: expected {expected:?}, got {got:?}\n{switches:?}\n{records:#?}");
    }
    assert_eq!(expected.len(), got.len(), "seed {seed}\n{switches:?}\n{records:#?}");
}

#[test]
fn the_closed_form_agrees_with_the_reference_on_seeded_random_duties() {
    let count = match std::env::var("SURCHARGE_DUTIES") {
        Ok(text) => text.parse().expect("SURCHARGE_DUTIES is a number"),
        Err(_) => DUTIES,
    };
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get() as u64);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for seed in (thread..count).step_by(usize::try_from(threads).expect("small")) {
                    check(seed);
                }
            });
        }
    });
}

#[test]
fn the_random_duties_contain_what_makes_surcharges_hard() {
    // So that the test above cannot pass on easy cases alone.
    let mut found = std::collections::BTreeMap::<&str, u32>::new();
    for seed in 0..2_000 {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let switches = switches(&mut dice);
        let records = random::records(&mut dice);
        let mut see =
            |what: &'static str, there: bool| *found.entry(what).or_default() += u32::from(there);
        let minutes = minute_by_minute(&records, &switches);
        let has = |night, day| {
            minutes.iter().any(|one| one.night_percent == night && one.day_percent == day)
        };
        see("40 % and a carried or own 150 %", has(40, 150));
        see("40 % and 125 %", has(40, 125));
        see("40 % and 50 %", has(40, 50));
        see("40 % alone", has(40, 0));
        see("25 % alone", has(25, 0));
        see("125 % by day", has(0, 125));
        let grouped = duties(&records, switches.night_taken_up);
        see("two duties", grouped.len() > 1);
        see("two records in one duty", grouped.iter().any(|duty| duty.len() > 1));
        see(
            "an overlap",
            records.iter().enumerate().any(|(place, one)| {
                records[place + 1..].iter().any(|other| one.span.overlap(other.span).is_some())
            }),
        );
        see("48 hours", records.iter().any(|one| one.span.length() >= Minutes::hours(48)));
        see("another place", records.iter().any(|one| !one.away.is_empty()));
        for one in &records {
            let zone = one.workplace.zone;
            let midnight_in = |from: assistenz_core::time::Minute,
                               to: assistenz_core::time::Minute| {
                from.day(zone) != (to - Minutes::new(1)).day(zone)
            };
            see(
                "a part across midnight",
                one.parts.iter().any(|part| midnight_in(part.span.from(), part.span.to())),
            );
            let offset = |minute: assistenz_core::time::Minute| {
                use chrono::Offset;
                minute.on_the_wall(zone).offset().fix().local_minus_utc()
            };
            let (before, after) = (offset(one.span.from()), offset(one.span.to()));
            see("the clocks go forward", after > before);
            see("the clocks go back", after < before);
        }
    }
    for (what, count) in found {
        assert!(count >= 10, "{what}: only {count} of 2000");
    }
}
