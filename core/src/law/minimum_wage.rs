//! Minimum wage (Mindestlohn): per calendar month, over work, standby and call-outs.
//!
//! § 1 MiLoG. Standby on site is owed the minimum wage too (BAG 24.6.2021,
//! 5 AZR 505/20), even if the contract pays less for it: what counts is the
//! month's pay against the month's hours. Rates are those of the local day of
//! each minute, so that New Year's night is split at 0:00.
//!
//! Which pay counts (`docs/definitions.md` § 0a.13): base pay, standby pay, surcharges
//! for Sundays and holidays. Not: surcharges for night work (§ 6 Abs. 5 ArbZG,
//! from memory), expenses, and pay for hours not worked, whose hours are left
//! out too.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::several_employers::{united, within};
use crate::money::{Cents, CentsPerHour, Exact};
use crate::time::{Interval, Minutes, Month, midnight};
use crate::work::{Kind, Shift};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// § 1 MiLoG. Doubtful: that surcharges for night work do not count is from
/// memory.
pub const MINIMUM: Rule = Rule {
    key: "minimum_wage",
    paragraph: "§ 1 Abs. 1, 2 MiLoG",
    version: "2026-01",
    verified: true,
};

/// § 1 Abs. 2 MiLoG with its regulations, oldest first. Add a row; never
/// change one.
pub const MINIMUM_WAGE: &[Dated<CentsPerHour>] = &[
    Dated {
        from: day(2024, 1, 1),
        value: CentsPerHour::new(12_41),
        source: "perspektiven-schaffen.de; stbv.tax",
    },
    Dated {
        from: day(2025, 1, 1),
        value: CentsPerHour::new(12_82),
        source: "perspektiven-schaffen.de; stbv.tax",
    },
    Dated {
        from: day(2026, 1, 1),
        value: CentsPerHour::new(13_90),
        source: "bahn-bkk-geschaeftskunden.de/mindestlohn.html; kanzlei-laaser.com",
    },
    Dated {
        from: day(2027, 1, 1),
        value: CentsPerHour::new(14_60),
        source: "2022.steuerberater-jörgensen (Mindestlohn 2026 und 2027); stbv.tax",
    },
];

/// The minimum wage on `day`; `None` before the first row.
#[must_use]
pub fn minimum_wage(day: NaiveDate) -> Option<CentsPerHour> {
    in_force(MINIMUM_WAGE, day).map(|row| row.value)
}

/// What a part of the pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayFor {
    /// Work, call-outs, travel, meetings, training (Grundlohn).
    Work,
    /// Standby on site.
    Standby,
    /// A surcharge for a Sunday or a holiday.
    SundayOrHoliday,
    /// A surcharge for night work.
    Night,
    /// On-call without a call-out: no hours of the minimum wage.
    OnCall,
    /// Expenses, mileage (Aufwendungsersatz).
    Expenses,
    /// Hours not worked: vacation, sickness, holidays.
    NotWorked,
}

impl PayFor {
    /// Whether it counts towards the minimum wage of the month.
    ///
    /// On-call pay is left out on the side of caution: no source of ours
    /// decides it.
    #[must_use]
    pub const fn counts(self) -> bool {
        match self {
            Self::Work | Self::Standby | Self::SundayOrHoliday => true,
            Self::Night | Self::OnCall | Self::Expenses | Self::NotWorked => false,
        }
    }
}

/// What the minutes of a month are owed at least, exact.
///
/// `None` if a minute lies before the first row of the table.
#[must_use]
pub fn least_pay(shifts: &[Shift], month: Month, workplace: Tz) -> Option<Exact> {
    let work = shifts
        .iter()
        .flat_map(Shift::stretches)
        .filter(|stretch| stretch.kind.is_working_time())
        .map(|stretch| stretch.span)
        .collect();
    let work = within(&united(work), month.interval(workplace));
    let mut least = Exact::ZERO;
    // Within the month as few pieces as there are rates.
    let mut from = month.first_day();
    while from <= month.last_day() {
        let rate = minimum_wage(from);
        let until = MINIMUM_WAGE
            .iter()
            .map(|row| row.from)
            .find(|next| *next > from && *next <= month.last_day())
            .unwrap_or(month.last_day() + Days::new(1));
        let minutes: Minutes = Interval::new(midnight(from, workplace), midnight(until, workplace))
            .map(|span| within(&work, span).iter().map(|piece| piece.length()).sum())
            .unwrap_or_default();
        if minutes > Minutes::ZERO {
            least += rate?.exact().for_minutes(minutes);
        }
        from = until;
    }
    Some(least)
}

/// What these rates give for the minutes of a month, each minute once: work by
/// `wage`, standby by `standby`. For checks where no pay was computed.
#[must_use]
pub fn pay_at_rates(
    shifts: &[Shift],
    month: Month,
    workplace: Tz,
    wage: CentsPerHour,
    standby: CentsPerHour,
) -> Vec<(PayFor, Cents)> {
    let pieces = |wanted: &dyn Fn(Kind) -> bool| {
        let stretches = shifts.iter().flat_map(Shift::stretches);
        united(stretches.filter(|one| wanted(one.kind)).map(|one| one.span).collect())
    };
    let minutes = |pieces: &[Interval]| -> Minutes {
        within(pieces, month.interval(workplace)).iter().map(|piece| piece.length()).sum()
    };
    let all = minutes(&pieces(&Kind::is_working_time));
    let work = minutes(&pieces(&|kind| kind.is_working_time() && kind != Kind::Standby));
    vec![
        (PayFor::Work, wage.exact().for_minutes(work).round()),
        (PayFor::Standby, standby.exact().for_minutes(all - work).round()),
    ]
}

/// Whether the pay of a month reaches the minimum wage. `paid` in cents by what
/// it is for.
#[must_use]
pub fn check_minimum_wage(
    shifts: &[Shift],
    month: Month,
    workplace: Tz,
    paid: &[(PayFor, Cents)],
) -> Option<Finding> {
    let least = least_pay(shifts, month, workplace)?;
    let amount: Cents =
        paid.iter().filter(|(what, _)| what.counts()).map(|(_, amount)| *amount).sum();
    (Exact::from(amount) < least).then(|| Finding {
        key: FindingKey::MinimumWageShort,
        severity: Severity::Serious,
        rule: MINIMUM,
        intervals: Vec::new(),
        lawful: Lawful::Money { month, amount, limit: least.round() },
    })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::shift;
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn the_minimum_wage_of_each_year() {
        // vectors/other.json
        let cases = [
            (day(2023, 12, 31), None),
            (day(2024, 1, 1), Some(1241)),
            (day(2025, 12, 31), Some(1282)),
            (day(2026, 1, 1), Some(1390)),
            (day(2027, 1, 1), Some(1460)),
        ];
        for (on, cents) in cases {
            assert_eq!(minimum_wage(on), cents.map(CentsPerHour::new), "{on}");
        }
    }

    #[test]
    fn the_months_hours_are_owed_each_by_the_rate_of_its_local_day() {
        // (what, from, to, kind of all of it, month, cents)
        let cases = [
            ("X07: 24 h", "2026-11-06 08:00", "2026-11-07 08:00", Kind::Standby, "2026-11", 33_360),
            ("spring", "2026-03-28 22:00", "2026-03-29 06:00", Kind::Work, "2026-03", 9_730),
            ("autumn", "2026-10-24 22:00", "2026-10-25 06:00", Kind::Work, "2026-10", 12_510),
            ("the old year", "2026-12-31 20:00", "2027-01-01 08:00", Kind::Work, "2026-12", 5_560),
            ("the new year", "2026-12-31 20:00", "2027-01-01 08:00", Kind::Work, "2027-01", 11_680),
            (
                "month's end",
                "2026-11-30 22:00",
                "2026-12-01 06:00",
                Kind::CallOut,
                "2026-12",
                8_340,
            ),
            ("on-call", "2026-11-06 08:00", "2026-11-07 08:00", Kind::OnCall, "2026-11", 0),
        ];
        for (what, from, to, kind, of, expected) in cases {
            let shifts = [shift(from, to, &[(kind, from, to)])];
            let got = least_pay(&shifts, month(of), Berlin).expect("rates are known").round();
            assert_eq!(got, Cents::new(expected), "{what}");
        }
        let old = [shift("2023-12-31 20:00", "2023-12-31 22:00", &[])];
        assert_eq!(least_pay(&old, month("2023-12"), Berlin), None);
    }

    #[test]
    fn overlapping_minutes_are_owed_once() {
        let shifts = [
            shift("2026-11-06 08:00", "2026-11-06 12:00", &[]),
            shift("2026-11-06 11:00", "2026-11-06 13:00", &[]),
        ];
        let got = least_pay(&shifts, month("2026-11"), Berlin).expect("rates are known").round();
        assert_eq!(got, Cents::new(5 * 1390));
    }

    #[test]
    fn pay_below_the_minimum_of_the_month_is_found_and_only_some_pay_counts() {
        // X07, rule of BAG 5 AZR 505/20: 14 h × 16.00 + 10 h × 8.00 = 304.00.
        let shifts = [shift(
            "2026-11-06 08:00",
            "2026-11-07 08:00",
            &[(Kind::Standby, "2026-11-06 21:00", "2026-11-07 07:00")],
        )];
        let (wage, standby) = (CentsPerHour::new(1600), CentsPerHour::new(800));
        let base = pay_at_rates(&shifts, month("2026-11"), Berlin, wage, standby);
        let expected = [(PayFor::Work, Cents::new(22_400)), (PayFor::Standby, Cents::new(8_000))];
        assert_eq!(base, expected);
        let cases = [
            (None, Some(30_400)),
            (Some((PayFor::Night, 2_960)), Some(30_400)),
            (Some((PayFor::Expenses, 2_960)), Some(30_400)),
            (Some((PayFor::NotWorked, 2_960)), Some(30_400)),
            (Some((PayFor::SundayOrHoliday, 2_959)), Some(33_359)),
            (Some((PayFor::SundayOrHoliday, 2_960)), None),
        ];
        for (more, expected) in cases {
            let mut paid = base.clone();
            paid.extend(more.map(|(what, cents)| (what, Cents::new(cents))));
            let found = check_minimum_wage(&shifts, month("2026-11"), Berlin, &paid);
            let got = found.map(|finding| match finding.lawful {
                Lawful::Money { amount, limit, .. } => {
                    assert_eq!(limit, Cents::new(33_360));
                    amount.get()
                }
                other => unreachable!("{other:?}"),
            });
            assert_eq!(got, expected, "{more:?}");
        }
    }
}
