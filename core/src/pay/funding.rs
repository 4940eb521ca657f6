//! Who pays for which part of a shift (Aufteilung nach Kostenträgern).
//!
//! Parts are minutes, a percentage of the shift's worked minutes, or what the
//! others leave; together they are the worked minutes. Nothing says *which*
//! minutes a part pays, so every stretch is shared in the same proportion, in
//! full minutes, and surcharges follow their minutes. The last part takes the
//! rounding.

use crate::time::Minutes;
use crate::work::{FundingPart, FundingShare};

/// What is wrong with the parts of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FundingFault {
    /// The parts pay for more than was worked; the last ones were cut.
    Exceeds,
    /// The parts pay for less than was worked; the rest goes to the contract's
    /// cost centre.
    Incomplete,
}

/// The parts of one shift in minutes, and how far they have been handed out.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Index of the cost centre and minutes; sums to `total`.
    parts: Vec<(usize, i64)>,
    total: i64,
    handed_out: i64,
}

/// Minutes for each part, in order, and what is left without a payer.
#[must_use]
pub fn part_minutes(
    funding: &[FundingPart],
    worked: Minutes,
) -> (Vec<Minutes>, Minutes, Option<FundingFault>) {
    let total = worked.get();
    let asked = |part: &FundingPart| match part.share {
        FundingShare::Minutes(minutes) => Some(minutes.get().max(0)),
        // Half up; the last part takes the rounding below.
        FundingShare::Percent(percent) => {
            Some((total * i64::from(percent.get()) + 5_000).div_euclid(10_000))
        }
        FundingShare::Residual => None,
    };
    let percents: u64 = funding
        .iter()
        .map(|part| match part.share {
            FundingShare::Percent(percent) => u64::from(percent.get()),
            FundingShare::Minutes(_) | FundingShare::Residual => 0,
        })
        .sum();
    // Percents up to 100 can exceed the whole only by rounding: no fault.
    let only_rounding = percents <= 10_000
        && funding.iter().all(|part| matches!(part.share, FundingShare::Percent(_)));
    let mut left = total;
    let mut fault = None;
    let mut minutes = vec![0; funding.len()];
    for (place, part) in funding.iter().enumerate() {
        if let Some(asked) = asked(part) {
            if asked > left && !only_rounding {
                fault = Some(FundingFault::Exceeds);
            }
            minutes[place] = asked.min(left);
            left -= minutes[place];
        }
    }
    if let Some(place) = funding.iter().rposition(|part| part.share == FundingShare::Residual) {
        minutes[place] = left;
        left = 0;
    } else if left > 0 && percents == 10_000 {
        if let Some(last) = minutes.last_mut() {
            *last += left;
            left = 0;
        }
    } else if left > 0 {
        fault = fault.or(Some(FundingFault::Incomplete));
    }
    (minutes.into_iter().map(Minutes::new).collect(), Minutes::new(left), fault)
}

impl Plan {
    /// The plan for a shift; `centre_of` gives each part's cost centre, `rest`
    /// the contract's.
    pub(crate) fn new(
        funding: &[FundingPart],
        worked: Minutes,
        rest: usize,
        mut centre_of: impl FnMut(&FundingPart) -> usize,
    ) -> (Self, Option<FundingFault>) {
        let (minutes, left, fault) = part_minutes(funding, worked);
        let mut parts: Vec<(usize, i64)> = funding
            .iter()
            .zip(minutes)
            .map(|(part, minutes)| (centre_of(part), minutes.get()))
            .collect();
        if left > Minutes::ZERO {
            parts.push((rest, left.get()));
        }
        (Self { parts, total: worked.get(), handed_out: 0 }, fault)
    }

    /// The next `minutes` of the shift, shared: each cost centre once per part.
    pub(crate) fn take(&mut self, minutes: Minutes, mut to: impl FnMut(usize, Minutes)) {
        let (from, until) = (self.handed_out, self.handed_out + minutes.get());
        self.handed_out = until;
        let (mut of_from, mut of_until, mut rest) = (from, until, self.total);
        let last = self.parts.len().saturating_sub(1);
        for (place, (centre, part)) in self.parts.iter().enumerate() {
            // What the first x minutes give this part, out of what the parts
            // before it left. Never shrinks as x grows, and gives it all of
            // its minutes at the end.
            let share = |x: i64| match (place == last, rest) {
                (true, _) => x,
                (false, 0) => 0,
                (false, rest) => part * x / rest,
            };
            let (a, b) = (share(of_from), share(of_until));
            if b > a {
                to(*centre, Minutes::new(b - a));
            }
            of_from -= a;
            of_until -= b;
            rest -= part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Percent;

    fn part(share: FundingShare) -> FundingPart {
        FundingPart { cost_centre: "k".into(), share }
    }

    #[test]
    fn parts_sum_to_the_shift_and_the_last_takes_the_rounding() {
        use FundingShare::{Minutes as M, Percent as P, Residual as R};
        let m = |n| M(Minutes::new(n));
        let p = |n| P(Percent::hundredths(n));
        // 24 h = 6 h care + 14 h assistance + 4 h work assistance.
        // (shares, worked, minutes of each, left over, fault)
        type Case<'a> = (&'a [FundingShare], i64, &'a [i64], i64, Option<FundingFault>);
        let cases: [Case<'_>; 9] = [
            (&[m(360), m(840), m(240)], 1440, &[360, 840, 240], 0, None),
            (&[m(360), R], 1440, &[360, 1080], 0, None),
            (&[R, m(360)], 300, &[0, 300], 0, Some(FundingFault::Exceeds)),
            (&[p(3_333), p(3_333), p(3_334)], 100, &[33, 33, 34], 0, None),
            (&[p(5_000), p(5_000)], 101, &[51, 50], 0, None),
            (&[p(3_000)], 100, &[30], 70, Some(FundingFault::Incomplete)),
            (&[m(10)], 60, &[10], 50, Some(FundingFault::Incomplete)),
            (&[m(50), m(20)], 60, &[50, 10], 0, Some(FundingFault::Exceeds)),
            (&[p(2_500), m(30), R], 120, &[30, 30, 60], 0, None),
        ];
        for (shares, worked, expected, left, fault) in cases {
            let funding: Vec<_> = shares.iter().map(|share| part(*share)).collect();
            let (minutes, rest, found) = part_minutes(&funding, Minutes::new(worked));
            let minutes: Vec<_> = minutes.iter().map(|m| m.get()).collect();
            assert_eq!(
                (minutes.as_slice(), rest.get(), found),
                (expected, left, fault),
                "{shares:?}"
            );
        }
    }

    #[test]
    fn however_a_shift_is_cut_each_part_gets_its_minutes_and_never_less_than_none() {
        let funding = [("a", 6), ("b", 14), ("c", 4)].map(|(centre, hours)| FundingPart {
            cost_centre: centre.into(),
            share: FundingShare::Minutes(Minutes::hours(hours)),
        });
        for step in [1, 7, 61, 480, 1440] {
            let mut place = 0;
            let (mut plan, fault) = Plan::new(&funding, Minutes::hours(24), 9, |_| {
                place += 1;
                place - 1
            });
            assert_eq!(fault, None);
            let mut got = [0; 3];
            let mut left = 1440;
            while left > 0 {
                let now = left.min(step);
                let mut given = 0;
                plan.take(Minutes::new(now), |centre, minutes| {
                    assert!(minutes > Minutes::ZERO);
                    got[centre] += minutes.get();
                    given += minutes.get();
                });
                assert_eq!(given, now);
                left -= now;
            }
            assert_eq!(got, [360, 840, 240], "step {step}");
        }
    }
}
