//! Hours per week against the contract: numbers for a chart and its table.

use super::when;
use crate::contract::version::{ContractVersion, in_force};
use crate::time::{Minutes, Month, midnight};
use crate::words::{Language, Value, say};
use crate::work::Shift;
use chrono::{Datelike as _, Days, NaiveDate};
use chrono_tz::Tz;

/// The weeks of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursChart {
    /// The weeks in order.
    pub weeks: Vec<Week>,
    /// What the chart shows, in a sentence.
    pub summary: String,
}

/// One week, or the part of it that lies in the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// `Mo 2. Nov. bis So 8. Nov.`
    pub label: String,
    /// Working time, `38:30`.
    pub worked: String,
    /// The contract's hours for these days; empty without a contract.
    pub agreed: String,
    /// `+1:30` or `−1:30`; empty without a contract.
    pub difference: String,
    /// Length of the bar in thousandths of the longest one.
    pub worked_permille: i64,
    /// Where the contract's hours lie, in thousandths of the longest bar.
    pub agreed_permille: Option<i64>,
}

/// The chart of a month. Working time is cut at local midnight; a week that
/// reaches out of the month counts with its days in it, on both sides.
#[must_use]
pub fn hours_chart<'a>(
    language: Language,
    month: Month,
    shifts: impl IntoIterator<Item = &'a Shift>,
    contract: &[ContractVersion],
    zone: Tz,
) -> HoursChart {
    let shifts: Vec<&Shift> = shifts.into_iter().collect();
    let mut measured = Vec::new();
    let mut first = month.first_day();
    while first <= month.last_day() {
        let left = 6 - u64::from(first.weekday().num_days_from_monday());
        let last = first.checked_add_days(Days::new(left)).unwrap_or(first).min(month.last_day());
        let days = first.iter_days().take_while(|day| *day <= last).count();
        measured.push((
            first,
            last,
            worked(&shifts, first, last, zone),
            agreed(contract, last, days),
        ));
        let Some(next) = last.succ_opt() else { break };
        first = next;
    }
    let most = measured
        .iter()
        .flat_map(|(_, _, worked, agreed)| [worked.get(), agreed.map_or(0, Minutes::get)])
        .max()
        .unwrap_or(0)
        .max(1);
    let total: Minutes = measured.iter().map(|(_, _, worked, _)| *worked).sum();
    let due: Option<Minutes> =
        measured.iter().map(|(_, _, _, agreed)| *agreed).sum::<Option<Minutes>>();
    let summary = match due {
        Some(due) => say(
            language,
            "hours-summary",
            &[("worked", Value::Minutes(total)), ("agreed", Value::Minutes(due))],
        ),
        None => say(language, "hours-summary-alone", &[("worked", Value::Minutes(total))]),
    };
    let weeks = measured
        .into_iter()
        .map(|(first, last, worked, agreed)| Week {
            label: label(language, first, last),
            worked: worked.to_string(),
            agreed: agreed.map(|agreed| agreed.to_string()).unwrap_or_default(),
            difference: agreed.map(|agreed| signed(worked - agreed)).unwrap_or_default(),
            worked_permille: worked.get() * 1_000 / most,
            agreed_permille: agreed.map(|agreed| agreed.get() * 1_000 / most),
        })
        .collect();
    HoursChart { weeks, summary }
}

fn label(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    let (from, to) = (when::short_day(language, first), when::short_day(language, last));
    if first == last {
        return from;
    }
    say(language, "view-span", &[("from", Value::Text(&from)), ("to", Value::Text(&to))])
}

fn signed(difference: Minutes) -> String {
    if difference > Minutes::ZERO {
        format!("+{difference}")
    } else {
        difference.to_string().replace('-', "\u{2212}")
    }
}

/// Working time on these local days.
fn worked(shifts: &[&Shift], first: NaiveDate, last: NaiveDate, zone: Tz) -> Minutes {
    let from = midnight(first, zone);
    let to = last.succ_opt().map_or(from, |next| midnight(next, zone));
    let Some(days) = crate::time::Interval::new(from, to) else { return Minutes::ZERO };
    shifts
        .iter()
        .flat_map(|shift| shift.stretches())
        .filter(|stretch| stretch.kind.is_working_time())
        .filter_map(|stretch| stretch.span.overlap(days))
        .map(crate::time::Interval::length)
        .sum()
}

/// The contract's weekly time for so many of its seven days.
fn agreed(contract: &[ContractVersion], day: NaiveDate, days: usize) -> Option<Minutes> {
    let weekly = in_force(contract, day)?.weekly;
    let days = i64::try_from(days).unwrap_or(7);
    (weekly > Minutes::ZERO).then(|| Minutes::new(weekly.get() * days / 7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::employment::Employment;
    use crate::money::CentsPerHour;
    use crate::place::{HolidayRegion, Land, Workplace};
    use crate::time::{Interval, Minute};
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> Minute {
        Minute::floor(chrono::DateTime::parse_from_rfc3339(text).expect("an instant").to_utc())
    }

    #[test]
    fn weeks_are_cut_at_the_month_and_shifts_at_midnight() {
        let workplace = Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) };
        let shift = |from: &str, to: &str| Shift {
            id: "s".into(),
            span: Interval::new(at(from), at(to)).expect("from < to"),
            workplace: workplace.clone(),
            parts: vec![],
            away: vec![],
            funding: vec![],
            reconstructed: false,
        };
        let shifts = [
            // Sunday night into Monday: four hours in each week.
            shift("2026-11-08T20:00:00+01:00", "2026-11-09T04:00:00+01:00"),
            shift("2026-11-30T22:00:00+01:00", "2026-12-01T06:00:00+01:00"),
        ];
        let from = "2026-01-01".parse().expect("a day");
        let (wage, insured) = (CentsPerHour::new(1_750), Employment::SocialInsurance);
        let mut version =
            ContractVersion::hourly("c".into(), from, wage, insured, workplace.clone());
        version.weekly = Minutes::hours(28);
        let month: Month = "2026-11".parse().expect("a month");
        let chart = hours_chart(Language::German, month, &shifts, &[version], Berlin);
        let told: Vec<_> = chart
            .weeks
            .iter()
            .map(|week| {
                (
                    week.label.as_str(),
                    week.worked.as_str(),
                    week.agreed.as_str(),
                    week.difference.as_str(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("So 1. Nov.", "0:00", "4:00", "−4:00"),
                ("Mo 2. Nov. bis So 8. Nov.", "4:00", "28:00", "−24:00"),
                ("Mo 9. Nov. bis So 15. Nov.", "4:00", "28:00", "−24:00"),
                ("Mo 16. Nov. bis So 22. Nov.", "0:00", "28:00", "−28:00"),
                ("Mo 23. Nov. bis So 29. Nov.", "0:00", "28:00", "−28:00"),
                ("Mo 30. Nov.", "2:00", "4:00", "−2:00"),
            ]
        );
        assert_eq!(chart.summary, "10:00 Stunden gearbeitet, 120:00 Stunden vereinbart.");
        assert_eq!(chart.weeks[1].worked_permille, 142);
        let alone = hours_chart(Language::German, month, &shifts, &[], Berlin);
        assert_eq!(alone.summary, "10:00 Stunden gearbeitet.");
    }
}
