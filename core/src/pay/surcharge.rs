//! What the contract pays on top, and what of it stays free (Zuschläge).
//!
//! The amount is the contract's ([`Surcharge`]); the ceiling is the law's class.
//! Free parts are computed per minute over the **sum** of all Sunday, holiday
//! and night surcharges of that minute (`docs/definitions.md` § 0a.6) and then attributed
//! to the lines in proportion to what each of them pays, to the millionth of a
//! cent per hour; the last row takes what is left. So a minute that is free in
//! full is free in every line, and the lines of a minute always sum to the
//! split of the minute, exactly. Rounding comes once per line.

use super::grundlohn::grundlohn;
use crate::contract::surcharge::{
    StatutoryHours, Surcharge, SurchargeBase, SurchargePay, Window, WindowDays,
};
use crate::contract::version::ContractVersion;
use crate::law::public_holiday::is_public_holiday;
use crate::law::surcharge_class::Class;
use crate::law::surcharge_split::{Split, SvBase, Wages, split_surcharge};
use crate::money::{Exact, Percent};
use crate::time::{Interval, at_wall_time};
use crate::work::Kind;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

/// Rows of a table as bits.
pub(crate) type Rows = u32;

/// The hours of § 3b EStG that a class means: at most one of night, one of day.
pub(crate) fn statutory_hours(class: Class) -> [Option<StatutoryHours>; 2] {
    let night = match class.night.get() {
        0 => None,
        night if night > StatutoryHours::Night25.ceiling().get() => Some(StatutoryHours::Night40),
        _ => Some(StatutoryHours::Night25),
    };
    let day = match class.day.get() {
        0 => None,
        day if day > StatutoryHours::Holiday125.ceiling().get() => Some(StatutoryHours::Holiday150),
        day if day > StatutoryHours::Sunday50.ceiling().get() => Some(StatutoryHours::Holiday125),
        _ => Some(StatutoryHours::Sunday50),
    };
    [night, day]
}

/// A stretch of one local day, kind and class, before the contract is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) span: Interval,
    pub(crate) day: NaiveDate,
    pub(crate) class: Class,
}

/// Cuts a piece at the edges of the contract's own windows and says which rows
/// each part earns.
pub(crate) fn earned(
    version: &ContractVersion,
    piece: &Piece,
    zone: Tz,
    found: &mut Vec<(Interval, Rows)>,
) {
    found.clear();
    let hours = statutory_hours(piece.class);
    let mut plain: Rows = 0;
    let mut clocks: Vec<(usize, Vec<Interval>)> = Vec::new();
    for (place, row) in version.surcharges.iter().enumerate() {
        if !row.earned_by(piece.kind) {
            continue;
        }
        match &row.window {
            Window::Statutory(wanted) if hours.contains(&Some(*wanted)) => plain |= 1 << place,
            Window::Statutory(_) => {}
            Window::Always => plain |= 1 << place,
            Window::Clock { .. } => clocks.push((place, openings(version, row, piece, zone))),
        }
    }
    if clocks.is_empty() {
        found.push((piece.span, plain));
        return;
    }
    let mut edges = vec![piece.span.from(), piece.span.to()];
    edges
        .extend(clocks.iter().flat_map(|(_, open)| open).flat_map(|open| [open.from(), open.to()]));
    edges.sort_unstable();
    edges.dedup();
    for part in edges.windows(2).filter_map(|pair| Interval::new(pair[0], pair[1])) {
        let rows = clocks
            .iter()
            .filter(|(_, open)| open.iter().any(|open| open.contains(part.from())))
            .fold(plain, |rows, (place, _)| rows | 1 << place);
        found.push((part, rows));
    }
}

/// When a clock window is open inside a piece.
fn openings(version: &ContractVersion, row: &Surcharge, piece: &Piece, zone: Tz) -> Vec<Interval> {
    let Window::Clock { from, to, days } = &row.window else { return Vec::new() };
    let opens_on = |day: NaiveDate| match days {
        WindowDays::Every => true,
        WindowDays::Weekdays(days) => days.contains(&day.weekday()),
        WindowDays::PublicHolidays => is_public_holiday(day, &version.workplace.region),
    };
    [piece.day.pred_opt(), Some(piece.day)]
        .into_iter()
        .flatten()
        .filter(|day| opens_on(*day))
        .filter_map(|day| {
            let closes = if to > from { day } else { day.succ_opt()? };
            let open = at_wall_time(day, *from, zone);
            Interval::new(open, at_wall_time(closes, *to, zone))?.overlap(piece.span)
        })
        .collect()
}

/// The night or day for which a flat amount is paid: that on which the window
/// opened.
pub(crate) fn flat_day(row: &Surcharge, piece: &Piece, part: Interval, zone: Tz) -> NaiveDate {
    use chrono::Timelike;
    let hour = part.from().on_the_wall(zone).hour();
    let overnight = match &row.window {
        Window::Statutory(StatutoryHours::Night25 | StatutoryHours::Night40) => hour < 12,
        Window::Clock { from, to, .. } => to <= from && hour < from.hour(),
        Window::Statutory(_) | Window::Always => false,
    };
    if overnight { piece.day.pred_opt().unwrap_or(piece.day) } else { piece.day }
}

/// What an hour of one cell pays on top, by row of the table.
#[derive(Debug, Clone)]
pub(crate) struct RowRate {
    pub(crate) row: usize,
    pub(crate) percent: Option<Percent>,
    pub(crate) split: Split,
}

/// What an hour of `kind` and `class` on `day` pays by these rows, split and
/// attributed; flat rows are left out. `None` where a wage is unknown.
pub(crate) fn row_rates(
    version: &ContractVersion,
    kind: Kind,
    class: Class,
    rows: Rows,
    day: NaiveDate,
) -> Option<Vec<RowRate>> {
    if rows == 0 {
        return Some(Vec::new());
    }
    let wage = version.wage(day)?;
    let grundlohn = grundlohn(version, day)?;
    let pay_of_minute = version.hourly_pay(kind, day)?;
    // (row, percent, paid, base)
    let mut paying: Vec<(usize, Option<Percent>, Exact, Exact)> = Vec::new();
    for (place, row) in version.surcharges.iter().enumerate() {
        if rows & (1 << place) == 0 {
            continue;
        }
        let (percent, paid, base) = match row.pays {
            SurchargePay::Flat(_) => continue,
            SurchargePay::PerHour(rate) => (None, rate.exact(), wage),
            SurchargePay::Percent { percent, base } => {
                let base = match base {
                    SurchargeBase::Wage => wage,
                    SurchargeBase::PayOfMinute => pay_of_minute,
                    SurchargeBase::Grundlohn => grundlohn,
                    SurchargeBase::Fixed(rate) => rate.exact(),
                };
                (Some(percent), base * percent.exact(), base)
            }
        };
        // "Only the highest": an earlier row of the group gives way to one
        // that pays more; of equals the first stays.
        let group = row.highest_of.as_ref();
        let rival = group.and_then(|_| {
            paying
                .iter()
                .position(|(other, ..)| version.surcharges[*other].highest_of.as_ref() == group)
        });
        match rival {
            Some(rival) if paying[rival].2 >= paid => {}
            Some(rival) => paying[rival] = (place, percent, paid, base),
            None => paying.push((place, percent, paid, base)),
        }
    }
    let can_be_free = |place: usize| version.surcharges[place].purpose.can_be_free();
    let free_rows = || paying.iter().filter(|(place, ..)| can_be_free(*place));
    let sum: Exact = free_rows().map(|(_, _, paid, _)| *paid).sum();
    let wages = Wages {
        grundlohn,
        // Doubtful anyway; where rows have several bases, the highest is the
        // cautious one.
        surcharge_base: match version.switches.split.sv_base {
            SvBase::Grundlohn => grundlohn,
            SvBase::SurchargeBase => {
                free_rows().map(|(_, _, _, base)| *base).max().unwrap_or(grundlohn)
            }
        },
        standby_pay: (kind == Kind::Standby).then_some(pay_of_minute),
    };
    let whole = split_surcharge(kind, class.total(), sum, &wages, day, version.switches.split);
    let mut left = whole;
    let last = paying.iter().rposition(|(row, ..)| can_be_free(*row));
    let rates = paying.iter().enumerate().map(|(place, (row, percent, paid, _))| {
        let split = if !can_be_free(*row) {
            Split::liable(*paid)
        } else if Some(place) == last {
            Split { paid: *paid, ..left }
        } else {
            let share = |free: Exact| {
                if free == sum {
                    return *paid;
                }
                let part = (free * *paid).checked_div(sum).unwrap_or(Exact::ZERO);
                part.to_millionth().min(*paid)
            };
            let tax_free = share(whole.tax_free);
            let sv_free = share(whole.sv_free).min(tax_free);
            left.tax_free = left.tax_free - tax_free;
            left.sv_free = left.sv_free - sv_free;
            Split { paid: *paid, tax_free, sv_free }
        };
        RowRate { row: *row, percent: *percent, split }
    });
    Some(rates.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::surcharge::Purpose;
    use crate::contract::version::tests::hourly;
    use crate::money::{Cents, CentsPerHour};
    use crate::time::Minutes;

    const fn class(night: u32, day: u32) -> Class {
        Class { night: Percent::new(night), day: Percent::new(day) }
    }
    fn day() -> NaiveDate {
        "2026-11-08".parse().expect("a date")
    }
    fn own(word: &str, purpose: Purpose, pays: SurchargePay) -> Surcharge {
        Surcharge {
            word: word.into(),
            purpose,
            window: Window::Always,
            pays,
            kinds: vec![Kind::Work],
            highest_of: None,
        }
    }
    /// Rounded (paid, tax-free, SV-free) of an hour by row.
    fn hour(version: &ContractVersion, class: Class, rows: Rows) -> Vec<(i64, i64, i64)> {
        row_rates(version, Kind::Work, class, rows, day())
            .expect("a wage")
            .iter()
            .map(|rate| {
                let hour = rate.split.for_minutes(Minutes::hours(1));
                [hour.paid, hour.tax_free, hour.sv_free].map(|exact| exact.round().get())
            })
            .map(|[paid, tax, sv]| (paid, tax, sv))
            .collect()
    }

    #[test]
    fn the_free_part_of_a_minute_is_attributed_in_proportion_to_what_each_line_pays() {
        // T06: Sunday night, Grundlohn 28 and 60: 25 % + 50 %.
        let at_28 = hourly("a", "2026-01-01", 2800);
        assert_eq!(hour(&at_28, class(25, 50), 0b101), [(700, 700, 625), (1400, 1400, 1250)]);
        let at_60 = hourly("a", "2026-01-01", 6000);
        assert_eq!(hour(&at_60, class(25, 50), 0b101), [(1500, 1250, 625), (3000, 2500, 1250)]);
    }

    #[test]
    fn the_comparison_is_by_sum_and_other_surcharges_never_count() {
        let mut contract = hourly("a", "2026-01-01", 2000);
        let percent = |whole| SurchargePay::Percent {
            percent: Percent::new(whole),
            base: SurchargeBase::Wage,
        };
        contract.surcharges = vec![
            own("night", Purpose::Night, percent(30)),
            own("sunday", Purpose::Sunday, percent(20)),
            own("overtime", Purpose::Other, percent(25)),
        ];
        // 30 + 20 = 50 % is below 25 + 50 = 75 %: all free, though the night
        // alone is above 25 %. Overtime is liable in full.
        assert_eq!(
            hour(&contract, class(25, 50), 0b111),
            [(600, 600, 600), (400, 400, 400), (500, 0, 0)]
        );
        // On a weekday night only 25 % is free of 50 % paid: half of each.
        assert_eq!(
            hour(&contract, class(25, 0), 0b111),
            [(600, 300, 300), (400, 200, 200), (500, 0, 0)]
        );
    }

    #[test]
    fn a_fixed_amount_per_hour_is_free_up_to_the_class() {
        let mut contract = hourly("a", "2026-01-01", 2000);
        contract.surcharges =
            vec![own("night", Purpose::Night, SurchargePay::PerHour(CentsPerHour::new(350)))];
        assert_eq!(hour(&contract, class(25, 0), 1), [(350, 350, 350)]);
        contract.surcharges[0].pays = SurchargePay::PerHour(CentsPerHour::new(600));
        assert_eq!(hour(&contract, class(25, 0), 1), [(600, 500, 500)]);
        assert_eq!(hour(&contract, class(0, 0), 1), [(600, 0, 0)]);
        contract.surcharges[0].pays = SurchargePay::Flat(Cents::new(1000));
        assert_eq!(hour(&contract, class(25, 0), 1), []);
    }

    #[test]
    fn of_a_group_only_the_highest_row_counts() {
        let mut contract = hourly("a", "2026-01-01", 2000);
        for row in &mut contract.surcharges {
            row.highest_of = Some("all".into());
        }
        assert_eq!(hour(&contract, class(25, 50), 0b101), [(1000, 1000, 1000)]);
        assert_eq!(hour(&contract, class(40, 125), 0b1010), [(2500, 2500, 2500)]);
    }

    #[test]
    fn an_own_window_over_midnight_cuts_a_piece_by_the_clock_on_the_wall() {
        let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
        let mut contract = hourly("a", "2026-01-01", 2000);
        contract.surcharges =
            vec![own("late", Purpose::Night, SurchargePay::PerHour(CentsPerHour::new(100)))];
        contract.surcharges[0].window =
            Window::Clock { from: time(21), to: time(5), days: WindowDays::Every };
        let zone = contract.workplace.zone;
        // Both clock changes, and a plain day: minutes inside 0:00–5:00, 21–24.
        for (date, inside, outside) in
            [("2026-03-29", 420, 960), ("2026-10-25", 540, 960), ("2026-11-09", 480, 960)]
        {
            let day: NaiveDate = date.parse().expect("a date");
            let span = Interval::new(
                at_wall_time(day, time(0), zone),
                at_wall_time(day.succ_opt().expect("a day"), time(0), zone),
            )
            .expect("a day is not empty");
            let piece = Piece { kind: Kind::Work, span, day, class: Class::default() };
            let mut found = vec![];
            earned(&contract, &piece, zone, &mut found);
            let sum = |rows| {
                found
                    .iter()
                    .filter(|(_, found)| *found == rows)
                    .map(|(part, _)| part.length().get())
                    .sum::<i64>()
            };
            assert_eq!((sum(1), sum(0)), (inside, outside), "{date}");
        }
    }
}
