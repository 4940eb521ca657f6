//! Work on call (Arbeit auf Abruf): four days' notice, three hours at least, a band around the week.
//!
//! § 12 TzBfG. Without agreed weekly hours 20 are deemed agreed; without an
//! agreed daily duration each call is for at least three hours in a row, owed
//! even if fewer are worked. Beyond an agreed minimum up to 25 percent more may
//! be called, below an agreed maximum up to 20 percent less.
//!
//! Doubtful: four days lie between the day of the call and the day of work (from
//! memory, §§ 187, 188 BGB: for a Monday the Wednesday before), and Sundays
//! count among them.

use super::dated::{Dated, Rule, day, in_force};
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::several_employers::within;
use crate::money::Percent;
use crate::time::{Interval, Minute, Minutes, midnight};
use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// § 12 Abs. 3 Satz 1 TzBfG. Doubtful: how the days are counted.
pub const NOTICE: Rule = Rule {
    key: "call_notice",
    paragraph: "§ 12 Abs. 3 Satz 1 TzBfG",
    version: "2026-01",
    verified: false,
};

/// § 12 Abs. 1 TzBfG: the daily minimum.
pub const DAILY: Rule = Rule {
    key: "call_minimum",
    paragraph: "§ 12 Abs. 1 Satz 4 TzBfG",
    version: "2026-01",
    verified: true,
};

/// § 12 Abs. 2 TzBfG: the band.
pub const BAND: Rule = Rule {
    key: "call_band",
    paragraph: "§ 12 Abs. 1 Satz 3, Abs. 2 TzBfG",
    version: "2026-01",
    verified: true,
};

/// The figures of § 12 TzBfG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallFigures {
    /// Full days between the call and the day of work.
    pub notice_days: u64,
    /// Least working time of a call.
    pub least_call: Minutes,
    /// Weekly hours where none are agreed.
    pub deemed_weekly: Minutes,
    /// How much more than an agreed minimum.
    pub more: Percent,
    /// How much less than an agreed maximum.
    pub less: Percent,
}

/// § 12 TzBfG, oldest first.
pub const FIGURES: &[Dated<CallFigures>] = &[Dated {
    from: day(2019, 1, 1),
    value: CallFigures {
        notice_days: 4,
        least_call: Minutes::hours(3),
        deemed_weekly: Minutes::hours(20),
        more: Percent::new(25),
        less: Percent::new(20),
    },
    source: "TzBfG § 12 (text of 2022)",
}];

/// What the contract says about the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeeklyHours {
    /// Nothing: 20 hours are deemed agreed.
    #[default]
    NotAgreed,
    /// So many, neither more nor less.
    Fixed(Minutes),
    /// At least so many.
    AtLeast(Minutes),
    /// At most so many.
    AtMost(Minutes),
}

/// A call and the work it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// When it reached the assistant.
    pub called: Minute,
    /// The work asked for.
    pub work: Interval,
}

/// Least and most minutes of a week.
#[must_use]
pub fn weekly_band(agreed: WeeklyHours, day: NaiveDate) -> Option<(Minutes, Minutes)> {
    let figures = in_force(FIGURES, day)?.value;
    let part = |minutes: Minutes, hundredths: u32| {
        Minutes::new(minutes.get() * i64::from(hundredths) / 10_000)
    };
    Some(match agreed {
        WeeklyHours::NotAgreed => (figures.deemed_weekly, figures.deemed_weekly),
        WeeklyHours::Fixed(minutes) => (minutes, minutes),
        WeeklyHours::AtLeast(minutes) => (minutes, minutes + part(minutes, figures.more.get())),
        WeeklyHours::AtMost(minutes) => (minutes - part(minutes, figures.less.get()), minutes),
    })
}

/// The earliest day of work that a call on `called_on` can name.
#[must_use]
pub fn earliest_day(called_on: NaiveDate) -> Option<NaiveDate> {
    let days = in_force(FIGURES, called_on)?.value.notice_days;
    Some(called_on + Days::new(days + 1))
}

/// Calls with too little notice, and calls that are too short where no daily
/// duration is agreed. A late call need not be followed; work done all the
/// same is work.
#[must_use]
pub fn check_calls(calls: &[Call], daily_agreed: bool, workplace: Tz) -> Vec<Finding> {
    let mut findings = Vec::new();
    for call in calls {
        let (called_on, works_on) = (call.called.day(workplace), call.work.from().day(workplace));
        let Some(figures) = in_force(FIGURES, works_on).map(|row| row.value) else { continue };
        let mut find = |key, rule, lawful| {
            let intervals = vec![call.work];
            findings.push(Finding { key, severity: Severity::Warning, rule, intervals, lawful });
        };
        if let Some(earliest_day) = earliest_day(called_on).filter(|day| works_on < *day) {
            let lawful = Lawful::Notice { called_on, earliest_day };
            find(FindingKey::CallNoticeShort, NOTICE, lawful);
        }
        if !daily_agreed && call.work.length() < figures.least_call {
            let lawful = Lawful::Called { called: call.work.length(), limit: figures.least_call };
            find(FindingKey::CallTooShort, DAILY, lawful);
        }
    }
    findings
}

/// Weeks (Monday to Sunday) that lie wholly in `known` and outside the band.
/// Hours that were not called are owed all the same.
#[must_use]
pub fn check_weeks(
    work: &[Interval],
    agreed: WeeklyHours,
    known: (NaiveDate, NaiveDate),
    workplace: Tz,
) -> Vec<Finding> {
    let to_monday = (7 - known.0.weekday().num_days_from_monday()) % 7;
    let first = known.0 + Days::new(u64::from(to_monday));
    let mondays = first.iter_weeks().take_while(|monday| *monday + Days::new(6) <= known.1);
    let mut findings = Vec::new();
    for monday in mondays {
        let (from, to) = (midnight(monday, workplace), midnight(monday + Days::new(7), workplace));
        let Some(week) = Interval::new(from, to) else { continue };
        let Some((least, most)) = weekly_band(agreed, monday) else { continue };
        let intervals = within(work, week);
        let called: Minutes = intervals.iter().map(|piece| piece.length()).sum();
        let (key, limit) = if called > most {
            (FindingKey::CallWeekOver, most)
        } else if called < least {
            (FindingKey::CallWeekUnder, least)
        } else {
            continue;
        };
        let (severity, lawful) = (Severity::Warning, Lawful::Called { called, limit });
        findings.push(Finding { key, severity, rule: BAND, intervals, lawful });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::{at, span};
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn four_full_days_lie_between_the_call_and_the_work() {
        // § 12 Abs. 3 Satz 1 TzBfG; counted as in §§ 187, 188 BGB.
        let cases = [
            ("a Wednesday for Monday", "2026-11-04 23:59", "2026-11-09 08:00", true),
            ("a Thursday for Monday", "2026-11-05 00:00", "2026-11-09 08:00", false),
            ("over the spring change", "2026-03-26 12:00", "2026-03-31 00:00", true),
            ("over the autumn change", "2026-10-23 12:00", "2026-10-27 23:59", false),
            ("over the year's end", "2026-12-29 08:00", "2027-01-03 08:00", true),
            ("over the month's end", "2026-11-28 08:00", "2026-12-02 08:00", false),
        ];
        for (what, called, from, lawful) in cases {
            let from = at(from);
            let work = Interval::new(from, from + Minutes::hours(4)).expect("four hours");
            let found = check_calls(&[Call { called: at(called), work }], false, Berlin);
            assert_eq!(found.is_empty(), lawful, "{what}");
        }
    }

    #[test]
    fn a_call_is_for_three_hours_unless_the_day_is_agreed() {
        let call = |work| Call { called: at("2026-01-01 08:00"), work };
        let cases = [
            (span("2026-11-02 08:00", "2026-11-02 10:59"), false, 1),
            (span("2026-11-02 08:00", "2026-11-02 11:00"), false, 0),
            (span("2026-11-02 08:00", "2026-11-02 10:59"), true, 0),
            // By the clock three hours, elapsed two.
            (span("2026-03-29 01:00", "2026-03-29 04:00"), false, 1),
            (span("2026-10-25 01:00", "2026-10-25 03:00"), false, 0),
        ];
        for (work, agreed, expected) in cases {
            assert_eq!(check_calls(&[call(work)], agreed, Berlin).len(), expected, "{work:?}");
        }
    }

    #[test]
    fn the_band_around_the_agreed_week() {
        let hours = Minutes::hours;
        let cases = [
            (WeeklyHours::NotAgreed, (1200, 1200)),
            (WeeklyHours::Fixed(hours(15)), (900, 900)),
            (WeeklyHours::AtLeast(hours(10)), (600, 750)),
            (WeeklyHours::AtMost(hours(10)), (480, 600)),
        ];
        for (agreed, (least, most)) in cases {
            let expected = (Minutes::new(least), Minutes::new(most));
            assert_eq!(weekly_band(agreed, day(2026, 11, 2)), Some(expected), "{agreed:?}");
        }
        // The week of the autumn change: Saturday 22:00 to Sunday 6:00 is 9 h.
        let work = [
            span("2026-10-19 08:00", "2026-10-19 11:31"),
            span("2026-10-24 22:00", "2026-10-25 06:00"),
        ];
        let known = (day(2026, 10, 14), day(2026, 10, 31));
        let found = check_weeks(&work, WeeklyHours::AtLeast(hours(10)), known, Berlin);
        let got: Vec<_> = found.iter().map(|finding| (finding.key, finding.lawful)).collect();
        let lawful = Lawful::Called { called: Minutes::new(751), limit: Minutes::new(750) };
        assert_eq!(got, [(FindingKey::CallWeekOver, lawful)]);
        let found = check_weeks(&[], WeeklyHours::NotAgreed, known, Berlin);
        assert_eq!(found.len(), 1, "one whole week is known");
        assert_eq!(found[0].key, FindingKey::CallWeekUnder);
    }
}
