//! Random months of one person, for tests of pay.

use assistenz_core::contract::surcharge::{StatutoryHours, Surcharge, SurchargeBase, SurchargePay};
use assistenz_core::contract::version::{BasePay, ContractVersion, KindPay, PayMonth, Rate};
use assistenz_core::law::employment::Employment;
use assistenz_core::money::{Cents, CentsPerHour, Percent};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes, Month, midnight};
use assistenz_core::work::{FundingPart, FundingShare, Kind, Part, Shift};
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The zone of every random month.
pub(crate) const ZONE: Tz = Berlin;

/// A random month.
pub(crate) struct Case {
    pub(crate) month: Month,
    pub(crate) versions: Vec<ContractVersion>,
    pub(crate) shifts: Vec<Shift>,
}

fn one<T: Clone>(dice: &mut ChaCha8Rng, of: &[T]) -> T {
    of[dice.random_range(0..of.len())].clone()
}

fn workplace() -> Workplace {
    Workplace { zone: ZONE, region: HolidayRegion::new(Land::Nw, vec![]) }
}

/// The random month of a seed.
pub(crate) fn case(seed: u64) -> Case {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    // Months with a clock change, a year's end or Christmas come more often.
    let number = one(&mut dice, &[1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 12]);
    let month = Month::new(dice.random_range(2024..=2027), number).expect("a month");
    let versions = versions(&mut dice, month);
    let shifts = shifts(&mut dice, month);
    Case { month, versions, shifts }
}

fn versions(dice: &mut ChaCha8Rng, month: Month) -> Vec<ContractVersion> {
    // Mostly in force before the month; sometimes only from inside it.
    let mut from = month.first_day() - Days::new(one(dice, &[400, 400, 400, 31, 0]));
    if dice.random_range(0..15) == 0 {
        from = month.first_day() + Days::new(dice.random_range(0..20));
    }
    let mut versions = vec![version(dice, 0, from)];
    for place in 1..=one(dice, &[0, 0, 1, 1, 2]) {
        let next = versions[place - 1].valid_from.max(month.first_day() - Days::new(1))
            + Days::new(dice.random_range(1..14));
        versions.push(version(dice, place, next));
    }
    if dice.random_range(0..20) == 0 {
        let last = versions.last_mut().expect("one at least");
        last.ends = Some(last.valid_from + Days::new(dice.random_range(0..30)));
    }
    let pay_month = one(dice, &[PayMonth::Calendar, PayMonth::Calendar, PayMonth::ShiftStart]);
    for version in &mut versions {
        version.switches.pay_month = pay_month;
    }
    versions
}

fn kind_pay(dice: &mut ChaCha8Rng) -> KindPay {
    match dice.random_range(0..4) {
        0 => KindPay::Hourly(rate(dice)),
        1 => KindPay::PercentOfWage(Percent::new(dice.random_range(1..=150))),
        _ => KindPay::AsWork,
    }
}

fn rate(dice: &mut ChaCha8Rng) -> Rate {
    // Around the caps of 25 and 50 € too.
    Rate::CentsPerHour(CentsPerHour::new(dice.random_range(1_000..6_500)))
}

fn version(dice: &mut ChaCha8Rng, place: usize, valid_from: NaiveDate) -> ContractVersion {
    let surcharges = StatutoryHours::ALL
        .into_iter()
        .filter_map(|hours| {
            if dice.random_range(0..6) == 0 {
                return None;
            }
            let most = hours.ceiling().get() / 100 + 20;
            let mut row = Surcharge::statutory(hours, Percent::new(dice.random_range(1..=most)));
            let base = one(dice, &[SurchargeBase::Wage, SurchargeBase::PayOfMinute]);
            if let SurchargePay::Percent { base: of, .. } = &mut row.pays {
                *of = base;
            }
            if dice.random_range(0..3) == 0 {
                row.kinds.retain(|kind| *kind != Kind::Standby);
            }
            Some(row)
        })
        .collect();
    ContractVersion {
        pay: if dice.random_range(0..5) == 0 {
            BasePay::Monthly(Cents::new(dice.random_range(50_000..900_000)))
        } else {
            BasePay::Hourly(rate(dice))
        },
        standby: kind_pay(dice),
        call_out: kind_pay(dice),
        travel: kind_pay(dice),
        meeting: kind_pay(dice),
        training: kind_pay(dice),
        on_call: one(dice, &[KindPay::Nothing, KindPay::PercentOfWage(Percent::new(12))]),
        surcharges,
        weekly: Minutes::new(dice.random_range(60..2_400)),
        personnel_number: Some(1),
        cost_centre: one(dice, &[None, Some("eigene".to_owned())]),
        ..ContractVersion::hourly(
            format!("v{place}"),
            valid_from,
            CentsPerHour::new(0),
            Employment::SocialInsurance,
            workplace(),
        )
    }
}

fn shifts(dice: &mut ChaCha8Rng, month: Month) -> Vec<Shift> {
    let month = month.interval(ZONE);
    let mut at = month.from() - Minutes::new(dice.random_range(0..2_880));
    let mut shifts = Vec::new();
    while at < month.to() {
        let length = match dice.random_range(0..20) {
            0 => 2_880,
            1 => 1_440,
            2 => dice.random_range(1..60),
            _ => dice.random_range(120..900),
        };
        let span = Interval::new(at, at + Minutes::new(length)).expect("not empty");
        shifts.push(shift(dice, shifts.len(), span));
        // Adjoining, overlapping, after a short or a long rest.
        at = match dice.random_range(0..12) {
            0 => span.to(),
            1 => span.to() - Minutes::new(dice.random_range(1..=length)),
            2 => span.to() + Minutes::new(dice.random_range(1..240)),
            _ => span.to() + Minutes::new(dice.random_range(660..9_000)),
        };
    }
    shifts
}

fn minute_in(dice: &mut ChaCha8Rng, span: Interval) -> Minute {
    span.from() + Minutes::new(dice.random_range(0..span.length().get()))
}

fn shift(dice: &mut ChaCha8Rng, place: usize, span: Interval) -> Shift {
    let mut parts: Vec<Part> = Vec::new();
    for _ in 0..one(dice, &[0, 0, 1, 1, 2, 4]) {
        let (a, b) = (minute_in(dice, span), minute_in(dice, span));
        let piece = Interval::new(a.min(b), a.max(b) + Minutes::new(1)).expect("not empty");
        let part = Part { kind: one(dice, &Kind::ALL), span: piece };
        let refused = parts.iter().any(|other| {
            other.kind.precedence() == part.kind.precedence()
                && other.span.overlap(part.span).is_some()
        });
        if !refused {
            parts.push(part);
        }
    }
    let centre = |name: &str, share| FundingPart { cost_centre: name.to_owned(), share };
    let some = |dice: &mut ChaCha8Rng| {
        FundingShare::Minutes(Minutes::new(dice.random_range(0..span.length().get() + 30)))
    };
    let percent = |hundredths| FundingShare::Percent(Percent::hundredths(hundredths));
    let funding = match dice.random_range(0..10) {
        0 => vec![centre("kk", some(dice)), centre("egh", FundingShare::Residual)],
        1 => vec![centre("kk", percent(3_333)), centre("egh", percent(6_667))],
        2 => vec![centre("kk", some(dice)), centre("egh", some(dice)), centre("kk", some(dice))],
        3 => vec![centre("a", percent(5_000)), centre("b", FundingShare::Residual)],
        _ => vec![],
    };
    Shift {
        id: format!("s{place}"),
        span,
        workplace: workplace(),
        parts,
        away: vec![],
        funding,
        reconstructed: false,
    }
}

/// The first minute of the local `day`.
pub(crate) fn begins(day: NaiveDate) -> Minute {
    midnight(day, ZONE)
}
