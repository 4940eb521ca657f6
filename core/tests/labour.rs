//! What must hold for the checks of working time and wages in every month, on
//! seeded random months with clock changes, ends of years, overlapping and
//! adjoining records, standby, on-call and work elsewhere.

mod labour_reference;

use assistenz_core::law::average_24_weeks::average;
use assistenz_core::law::finding::{Finding, FindingKey, Lawful};
use assistenz_core::law::labour_check::{Case, check};
use assistenz_core::law::minijob_limit::{MinijobMonth, check_minijob};
use assistenz_core::law::minimum_wage::{PayFor, check_minimum_wage, least_pay, minimum_wage};
use assistenz_core::law::notice_threshold::{Threshold, threshold};
use assistenz_core::law::several_employers::WorkingTime;
use assistenz_core::money::{Cents, Exact};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use assistenz_core::work::{Kind, Part};
use chrono_tz::Europe::Berlin;
use labour_reference::{Found, Timeline, month};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;

/// How many months, unless `LABOUR_MONTHS` says otherwise.
const MONTHS: u64 = 10_000;

fn count() -> u64 {
    match std::env::var("LABOUR_MONTHS") {
        Ok(text) => text.parse().expect("LABOUR_MONTHS is a number"),
        Err(_) => MONTHS,
    }
}

/// Checks every seed, on all cores; the seed stands in the panic's message.
fn for_every_seed(check: impl Fn(u64, Month, Case) + Sync) {
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get() as u64);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let check = &check;
            scope.spawn(move || {
                for seed in (thread..count()).step_by(usize::try_from(threads).expect("small")) {
                    let (month, case) = month(seed);
                    check(seed, month, case);
                }
            });
        }
    });
}

/// The findings of §§ 3 to 5 in the reference's words.
fn as_found(findings: &[Finding]) -> Found {
    let mut found = Found::default();
    for finding in findings {
        let ends = || {
            let (first, last) = (finding.intervals.first(), finding.intervals.last());
            (first.expect("a span").from().get(), last.expect("a span").to().get())
        };
        match (finding.key, finding.lawful) {
            (FindingKey::BreakTooShort, Lawful::Break { worked, taken, required }) => {
                let (from, to) = ends();
                found.breaks.push((from, to, worked.get(), taken.get(), required.get()));
            }
            (FindingKey::StretchTooLong, Lawful::Stretch { longest, .. }) => {
                let (from, to) = ends();
                found.stretches.push((from, to, longest.get()));
            }
            (FindingKey::RestTooShort, Lawful::Rest { rest, earliest_start, .. }) => {
                let (from, to) = ends();
                assert_eq!(rest.get(), to - from);
                assert_eq!(earliest_start.get(), from + 660);
                found.rests.push((from, to));
            }
            (FindingKey::DayOverEight | FindingKey::DayOverMaximum, Lawful::Day { worked, .. }) => {
                assert_eq!(finding.key == FindingKey::DayOverMaximum, worked.get() > 600);
                found.days.push((ends().0, worked.get()));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn breaks_stretches_rests_and_days_are_those_of_a_walk_minute_by_minute() {
    for_every_seed(|seed, _, case| {
        let got = as_found(&check(&case));
        assert_eq!(got, Timeline::new(&case).found(), "seed {seed}");
    });
}

#[test]
fn nights_and_the_average_are_those_of_a_walk_minute_by_minute() {
    for_every_seed(|seed, month, case| {
        if seed % 10 != 0 {
            return;
        }
        let timeline = Timeline::new(&case);
        let expected: i64 =
            timeline.nights().values().copied().filter(|minutes| *minutes > 120).sum();
        let night = check(&case).iter().find_map(|finding| match finding.lawful {
            Lawful::NightPay { night, .. } => Some(night.get()),
            _ => None,
        });
        assert_eq!(night.unwrap_or(0), expected, "seed {seed}: minutes of night work");

        let work = WorkingTime::new(&case.shifts, &case.elsewhere).work;
        let region = &case.workplace.region;
        let all = average(&work, case.asked, region, Berlin, &BTreeSet::new());
        assert_eq!(all.worked, timeline.total(), "seed {seed}: all minutes");
        let days = (month.first_day(), month.last_day());
        let of_month = average(&work, days, region, Berlin, &BTreeSet::new());
        let inside = month.interval(Berlin);
        let expected: Minutes = timeline
            .worked()
            .filter(|minute| inside.contains(*minute))
            .map(|_| Minutes::new(1))
            .sum();
        assert_eq!(of_month.worked, expected, "seed {seed}: minutes of the month");
    });
}

#[test]
fn the_order_of_the_records_changes_nothing() {
    for_every_seed(|seed, _, mut case| {
        let before = check(&case);
        case.shifts.reverse();
        case.elsewhere.reverse();
        assert_eq!(check(&case), before, "seed {seed}");
    });
}

#[test]
fn an_unpaid_break_more_never_makes_a_finding_about_breaks() {
    for_every_seed(|seed, _, mut case| {
        let mut dice = ChaCha8Rng::seed_from_u64(seed ^ 0xb4ea);
        let before = check(&case);
        let Some(pause) = free_place(&case, &mut dice) else { return };
        for shift in &mut case.shifts {
            if let Some(inside) = shift.span.overlap(pause) {
                shift.parts.push(Part { kind: Kind::UnpaidBreak, span: inside });
            }
        }
        let after = check(&case);
        let about = |all: &[Finding], key| -> Vec<Interval> {
            all.iter().filter(|one| one.key == key).map(|one| one.intervals[0]).collect()
        };
        for key in [FindingKey::BreakTooShort, FindingKey::StretchTooLong] {
            let known = about(&before, key);
            for new in about(&after, key) {
                let inside = known.iter().any(|old| old.overlap(new) == Some(new));
                assert!(inside, "seed {seed}: {key:?} at {new:?} is new after a break {pause:?}");
            }
        }
    });
}

/// A place for a break of at least 15 minutes with work before and after it.
fn free_place(case: &Case, dice: &mut ChaCha8Rng) -> Option<Interval> {
    let time = WorkingTime::new(&case.shifts, &[]);
    let long: Vec<_> = time.work.iter().filter(|piece| piece.length().get() > 60).collect();
    if long.is_empty() {
        return None;
    }
    let piece = long[dice.random_range(0..long.len())];
    let minutes = dice.random_range(15..=40);
    let from = piece.from().get() + dice.random_range(1..piece.length().get() - minutes);
    Interval::new(Minute::new(from), Minute::new(from + minutes))
}

#[test]
fn every_minute_of_the_month_is_owed_the_minimum_wage_of_its_day_once() {
    for_every_seed(|seed, month, mut case| {
        if seed % 10 != 0 {
            return;
        }
        case.elsewhere.clear();
        let inside = month.interval(Berlin);
        // Each minute is asked for the rate of its own local day.
        let mut sixtieths: i64 = 0;
        for minute in Timeline::new(&case).worked().filter(|minute| inside.contains(*minute)) {
            sixtieths += minimum_wage(minute.day(Berlin)).expect("a known year").get();
        }
        let expected = Exact::fraction(sixtieths, 60).expect("not zero");
        let least = least_pay(&case.shifts, month, Berlin).expect("known years");
        assert_eq!(least, expected, "seed {seed}");

        // More pay never makes a shortfall, and exactly enough is enough.
        let (whole, part) = least.parts();
        let enough = i64::try_from((whole + part - 1) / part).expect("a month's pay");
        let short = |cents: i64| {
            let paid = [(PayFor::Work, Cents::new(cents))];
            check_minimum_wage(&case.shifts, month, Berlin, &paid).is_some()
        };
        assert!(!short(enough) && !short(enough + 1), "seed {seed}");
        assert!(enough == 0 || short(enough - 1), "seed {seed}");
    });
}

#[test]
fn notices_come_at_exactly_80_and_95_percent_and_never_fall_back() {
    let mut dice = ChaCha8Rng::seed_from_u64(80_95);
    for round in 0..100_000 {
        let limit = dice.random_range(1..2_000_000_i64);
        let used = dice.random_range(0..2 * limit);
        let expected = if used > limit {
            Threshold::Over
        } else if used * 20 >= limit * 19 {
            Threshold::At95
        } else if used * 5 >= limit * 4 {
            Threshold::At80
        } else {
            Threshold::Below
        };
        assert_eq!(threshold(used, limit), expected, "round {round}: {used} of {limit}");
        assert!(threshold(used + 1, limit) >= expected, "round {round}: {used} of {limit}");
    }
}

#[test]
fn a_minijobs_year_is_never_over_by_what_two_lawful_unforeseeable_months_add() {
    let mut dice = ChaCha8Rng::seed_from_u64(603);
    let year = Month::new(2026, 1).expect("a month");
    for round in 0..10_000 {
        let mut months: Vec<MinijobMonth> = (1..=12)
            .map(|number| MinijobMonth {
                month: Month::new(2026, number).expect("a month"),
                pay: Cents::new(dice.random_range(0..=60_300)),
                unforeseeable: false,
            })
            .collect();
        for _ in 0..2 {
            let at = dice.random_range(0..12);
            months[at].pay = Cents::new(dice.random_range(60_301..=120_600));
            months[at].unforeseeable = true;
        }
        for one in &months {
            for finding in check_minijob(&months, year, one.month) {
                let harmless = matches!(
                    finding.key,
                    FindingKey::MinijobMonthOver
                        | FindingKey::MinijobYearAt80
                        | FindingKey::MinijobYearAt95
                );
                assert!(harmless, "round {round}: {:?}", finding.key);
            }
        }
    }
}
