//! What was earned on average (Referenzzeitraum, Durchschnitt).
//!
//! Used only where no planned shift says what would have been worked:
//! vacation pay always (13 weeks, § 11 BUrlG), hours of sickness and holidays
//! of irregular work (12 months, BAG 5 AZR 457/00), of work on call (3 months,
//! § 12 Abs. 4 and 5 TzBfG).

use crate::contract::version::{ContractVersion, in_force};
use crate::law::dated::{Dated, day};
use crate::money::Exact;
use crate::pay::month::DayEarned;
use chrono::{Days, Months, NaiveDate};

/// Which reference period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// 13 weeks before vacation begins, per day of duty.
    Vacation,
    /// 12 months before, per calendar day not absent.
    Irregular,
    /// 3 months before, per calendar day not absent.
    CallWork,
}

/// Weeks of the vacation reference, § 11 Abs. 1 Satz 1 BUrlG.
pub const VACATION_WEEKS: &[Dated<u64>] =
    &[Dated { from: day(1963, 1, 1), value: 13, source: "§ 11 Abs. 1 Satz 1 BUrlG" }];

/// Months of the reference for work on call.
pub const CALL_WORK_MONTHS: &[Dated<u32>] =
    &[Dated { from: day(2019, 1, 1), value: 3, source: "§ 12 Abs. 4 und 5 TzBfG" }];

/// Months of the reference for irregular work.
pub const IRREGULAR_MONTHS: &[Dated<u32>] = &[Dated {
    from: day(2002, 1, 1),
    value: 12,
    source: "BAG 5 AZR 457/00 (21.11.2001; day from which the row holds: from memory)",
}];

/// An average, per day of duty or per calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Average {
    /// First day of the period.
    pub from: NaiveDate,
    /// Last day of the period.
    pub to: NaiveDate,
    /// By how many days was divided.
    pub days: i64,
    /// Minutes per day.
    pub minutes: Exact,
    /// Base pay per day in cents, at today's wage where it was raised.
    pub base: Exact,
    /// Surcharges per day in cents.
    pub surcharges: Exact,
}

impl Period {
    /// The period before `begin`: its first and last day; `None` before the
    /// law's first row.
    #[must_use]
    pub fn before(self, begin: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        use crate::law::dated::in_force;
        let last = begin.pred_opt()?;
        let first =
            match self {
                Self::Vacation => {
                    begin.checked_sub_days(Days::new(in_force(VACATION_WEEKS, begin)?.value * 7))?
                }
                Self::Irregular => begin
                    .checked_sub_months(Months::new(in_force(IRREGULAR_MONTHS, begin)?.value))?,
                Self::CallWork => begin
                    .checked_sub_months(Months::new(in_force(CALL_WORK_MONTHS, begin)?.value))?,
            };
        Some((first, last))
    }
}

/// The average of what was `earned` in the period before `begin`.
///
/// A permanent raise counts as if it had always held (§ 11 Abs. 1 Satz 2
/// BUrlG): base pay of a day is scaled by today's hourly wage over that day's
/// where today's is higher. `absent` says which days drop out of the divisor
/// of the calendar-day averages; so do days before the employment began.
/// `None` if nothing was worked in the period.
#[must_use]
pub fn average(
    period: Period,
    begin: NaiveDate,
    earned: &[DayEarned],
    versions: &[ContractVersion],
    absent: impl Fn(NaiveDate) -> bool,
) -> Option<Average> {
    let span = period.before(begin)?;
    let days = match period {
        Period::Vacation => {
            let (from, to) = span;
            let worked =
                |one: &&DayEarned| from <= one.day && one.day <= to && one.minutes.get() > 0;
            i64::try_from(earned.iter().filter(worked).count()).ok()?
        }
        Period::Irregular | Period::CallWork => calendar_days(span, versions, absent),
    };
    average_of(span, begin, days, earned, versions)
}

/// The calendar days of a period that divide what was earned: those of the
/// employment that are not absent.
pub(crate) fn calendar_days(
    (from, to): (NaiveDate, NaiveDate),
    versions: &[ContractVersion],
    absent: impl Fn(NaiveDate) -> bool,
) -> i64 {
    let employed =
        versions.first().map_or(from, |first| first.employed_since.unwrap_or(first.valid_from));
    let counted = from
        .max(employed)
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|day| !absent(*day))
        .count();
    i64::try_from(counted).unwrap_or(i64::MAX)
}

/// What was earned from `from` to `to`, divided by `days`; each day's base pay
/// scaled to the wage of `now_day` where that is higher. `None` if nothing was
/// worked or nothing divides it.
pub(crate) fn average_of(
    (from, to): (NaiveDate, NaiveDate),
    now_day: NaiveDate,
    days: i64,
    earned: &[DayEarned],
    versions: &[ContractVersion],
) -> Option<Average> {
    let now = in_force(versions, now_day).and_then(|version| version.wage(now_day));
    let (mut minutes, mut base, mut surcharges, mut worked) =
        (Exact::ZERO, Exact::ZERO, Exact::ZERO, false);
    for one in earned.iter().filter(|one| from <= one.day && one.day <= to) {
        let then = in_force(versions, one.day).and_then(|version| version.wage(one.day));
        let raise = match (now, then) {
            (Some(now), Some(then)) if now > then => now.checked_div(then),
            _ => None,
        };
        minutes += Exact::from_int(one.minutes.get());
        let day = one.base.exact();
        base += raise.map_or(day, |raise| (day * raise).to_millionth());
        surcharges += one.surcharges.exact();
        worked |= one.minutes.get() > 0;
    }
    if !worked {
        return None;
    }
    let per_day = Exact::from_int(1).checked_div(Exact::from_int(days))?;
    Some(Average {
        from,
        to,
        days,
        minutes: (minutes * per_day).to_millionth(),
        base: (base * per_day).to_millionth(),
        surcharges: (surcharges * per_day).to_millionth(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::version::tests::hourly;
    use crate::pay::month::MicroCents;
    use crate::time::Minutes;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn earned(day: &str, hours: i64, wage: i64) -> DayEarned {
        DayEarned {
            day: date(day),
            minutes: Minutes::hours(hours),
            base: MicroCents::of(Exact::from_int(wage * hours)),
            surcharges: MicroCents::of(Exact::from_int(100 * hours)),
        }
    }

    #[test]
    fn reference_periods_end_on_the_day_before() {
        for (period, begin, from, to) in [
            (Period::Vacation, "2026-11-02", "2026-08-03", "2026-11-01"),
            (Period::Irregular, "2026-11-02", "2025-11-02", "2026-11-01"),
            (Period::CallWork, "2026-05-31", "2026-02-28", "2026-05-30"),
        ] {
            assert_eq!(period.before(date(begin)), Some((date(from), date(to))), "{period:?}");
        }
    }

    #[test]
    fn vacation_pay_is_the_average_of_13_weeks_and_a_raise_counts_from_the_start() {
        let versions = [hourly("a", "2026-01-01", 1600), hourly("b", "2026-10-01", 2000)];
        // One day before the 13 weeks, two inside: 8 h at 16, 4 h at 20.
        let worked = [
            earned("2026-08-02", 24, 1600),
            earned("2026-09-01", 8, 1600),
            earned("2026-10-05", 4, 2000),
        ];
        let got = average(Period::Vacation, date("2026-11-02"), &worked, &versions, |_| false)
            .expect("worked");
        assert_eq!((got.days, got.minutes), (2, Exact::from_int(360)));
        // 8 h × 20 (raised) + 4 h × 20 = 240 € over two days.
        assert_eq!(got.base, Exact::from_int(12_000));
        assert_eq!(got.surcharges, Exact::from_int(600));
    }

    #[test]
    fn irregular_hours_are_averaged_over_the_calendar_days_not_absent() {
        let versions = [hourly("a", "2026-10-01", 2000)];
        let worked = [earned("2026-10-05", 12, 2000), earned("2026-10-20", 12, 2000)];
        let absent = |day: NaiveDate| day >= date("2026-10-26");
        // Employed since 1 October, ill since the 2nd, away from 26 to 31: 26 days.
        let got = average(Period::Irregular, date("2026-11-02"), &worked, &versions, absent)
            .expect("worked");
        assert_eq!(got.days, 25);
        assert_eq!(Some(got.minutes), Exact::fraction(1440, 25));
        assert_eq!(got.base, Exact::from_int(1920));
        assert_eq!(average(Period::CallWork, date("2026-10-01"), &[], &versions, |_| false), None);
    }
}
