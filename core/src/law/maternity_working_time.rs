//! Working time in pregnancy and while nursing (Mehrarbeit, Nachtarbeit, Sonntagsarbeit nach dem MuSchG).
//!
//! §§ 3 to 6 MuSchG: at most 8½ hours a day and 90 in two weeks, not above the
//! agreed hours in a month's average, eleven hours of rest, not between 20:00
//! and 6:00 (until 22:00 if the authority allows it, § 28), on Sundays and
//! holidays only if she expressly wants to. In the weeks before the birth she
//! works only if she expressly wants to, in those after it not at all. Women
//! under 18 have lower limits; they are not computed. As in `daily_maximum.rs`
//! the day is the 24 hours from its first minute of work; two weeks are any two
//! calendar weeks in a row (both are the common readings).

use super::daily_maximum::working_days;
use super::dated::{Dated, Rule, day, in_force};
use super::day_of_work::days_of_work;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::maternity_protection::{PROTECTION, pregnant_since};
use super::several_employers::{WorkingTime, within};
use super::sunday_work::{sundays_and_holidays, worked_days};
use crate::place::Workplace;
use crate::time::{Interval, Minutes, Month, at_wall_time, midnight};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};

const fn rule(key: &'static str, paragraph: &'static str) -> Rule {
    Rule { key, paragraph, version: "2026-01", verified: true }
}

/// § 4 Abs. 1 MuSchG.
pub const HOURS: Rule = rule("maternity_hours", "§ 4 Abs. 1 MuSchG");
/// § 4 Abs. 2 MuSchG.
pub const REST: Rule = rule("maternity_rest", "§ 4 Abs. 2 MuSchG");
/// § 5 Abs. 1 MuSchG.
pub const NIGHT: Rule = rule("maternity_night", "§ 5 Abs. 1 MuSchG");
/// § 28 MuSchG: until 22:00 if the authority allows it.
pub const EVENING: Rule = rule("maternity_evening", "§ 5 Abs. 1, § 28 MuSchG");
/// § 6 Abs. 1 MuSchG.
pub const SUNDAY: Rule = rule("maternity_sunday", "§ 6 Abs. 1 MuSchG");

/// The figures of §§ 4 and 5 MuSchG for who is 18 or older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaternityFigures {
    /// Most work in a day.
    pub day: Minutes,
    /// Most work in two weeks.
    pub fortnight: Minutes,
    /// Least rest.
    pub rest: Minutes,
    /// The hour on the wall from which work is forbidden, unless allowed.
    pub evening: u32,
    /// The hour on the wall from which it is forbidden always.
    pub night: u32,
    /// The hour on the wall until which it is forbidden.
    pub morning: u32,
}

/// §§ 4 and 5 MuSchG, oldest first.
pub const FIGURES: &[Dated<MaternityFigures>] = &[Dated {
    from: day(2018, 1, 1),
    value: MaternityFigures {
        day: Minutes::new(510),
        fortnight: Minutes::hours(90),
        rest: Minutes::hours(11),
        evening: 20,
        night: 22,
        morning: 6,
    },
    source: "§ 4 Abs. 1 und 2, § 5 Abs. 1 MuSchG",
}];

/// What the employer knows of one pregnancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pregnancy {
    /// The day on which it was first known here: before, nothing had to be kept.
    pub known_since: NaiveDate,
    /// The expected day of birth; without it only the weeks in `leave` count.
    pub due: Option<NaiveDate>,
    /// The day of birth, once it is known.
    pub birth: Option<NaiveDate>,
    /// The last day on which she is known to nurse.
    pub nursing_until: Option<NaiveDate>,
    /// The first and last day on which nobody may employ her (Schutzfrist).
    pub leave: Option<(NaiveDate, NaiveDate)>,
}

impl Pregnancy {
    /// Whether §§ 4 to 6 hold on this day: pregnant, or nursing.
    #[must_use]
    pub fn protects(&self, on: NaiveDate) -> bool {
        let Some(due) = self.due else { return false };
        let since = pregnant_since(due).unwrap_or(due).max(self.known_since);
        let end = self.birth.unwrap_or_else(|| self.leave.map_or(due, |leave| leave.1.max(due)));
        let nursing =
            self.birth.zip(self.nursing_until).is_some_and(|(from, to)| from < on && on <= to);
        (since <= on && on <= end) || nursing
    }
}

/// What §§ 3 to 6 say about somebody's working time. `weekly` are the agreed
/// minutes of a week, if there are any; `asked` the first and last day.
#[must_use]
pub fn check_maternity(
    pregnancy: &Pregnancy,
    time: &WorkingTime,
    weekly: Option<Minutes>,
    workplace: &Workplace,
    asked: (NaiveDate, NaiveDate),
) -> Vec<Finding> {
    let Some(figures) = in_force(FIGURES, asked.1).map(|row| row.value) else { return Vec::new() };
    let case = Checked { pregnancy, time, workplace, asked, figures };
    let mut findings = case.leave();
    findings.extend(case.days());
    findings.extend(case.fortnights());
    findings.extend(weekly.into_iter().flat_map(|weekly| case.months(weekly)));
    findings.extend(case.rests());
    findings.extend(case.nights());
    findings.extend(case.sundays());
    findings
}

struct Checked<'a> {
    pregnancy: &'a Pregnancy,
    time: &'a WorkingTime,
    workplace: &'a Workplace,
    asked: (NaiveDate, NaiveDate),
    figures: MaternityFigures,
}

impl Checked<'_> {
    fn protects(&self, span: Interval) -> bool {
        self.pregnancy.protects(span.from().day(self.workplace.zone))
    }

    /// The pieces of work on these days.
    fn worked(&self, first: NaiveDate, last: NaiveDate) -> Vec<Interval> {
        let zone = self.workplace.zone;
        let (first, last) = (first.max(self.asked.0), last.min(self.asked.1));
        Interval::new(midnight(first, zone), midnight(last + Days::new(1), zone))
            .map(|window| within(&self.time.work, window))
            .unwrap_or_default()
    }

    /// § 3: work in the weeks around the birth.
    fn leave(&self) -> Vec<Finding> {
        let Some((first, last)) = self.pregnancy.leave else { return Vec::new() };
        // Without a day of birth she may still be pregnant: her own wish decides.
        let birth = match (self.pregnancy.birth, self.pregnancy.due) {
            (Some(birth), _) => birth,
            (None, Some(_)) => last + Days::new(1),
            (None, None) => first,
        };
        let before = self.worked(first, last.min(birth.pred_opt().unwrap_or(birth)));
        let after = self.worked(birth.max(first), last);
        let found = |key, severity, intervals: Vec<Interval>| {
            let lawful = Lawful::Nothing;
            (!intervals.is_empty()).then_some(Finding {
                key,
                severity,
                rule: PROTECTION,
                intervals,
                lawful,
            })
        };
        found(FindingKey::MaternityBeforeBirth, Severity::Warning, before)
            .into_iter()
            .chain(found(FindingKey::MaternityAfterBirth, Severity::Serious, after))
            .collect()
    }

    fn days(&self) -> Vec<Finding> {
        let most = self.figures.day;
        let days = working_days(&self.time.work).into_iter();
        let over = days.filter(|(day, worked)| *worked > most && self.protects(*day));
        over.map(|(day, worked)| Finding {
            key: FindingKey::MaternityDayOver,
            severity: Severity::Serious,
            rule: HOURS,
            intervals: within(&self.time.work, day),
            lawful: Lawful::Day { worked, most },
        })
        .collect()
    }

    fn fortnights(&self) -> Vec<Finding> {
        let (zone, most) = (self.workplace.zone, self.figures.fortnight);
        let back = u64::from(self.asked.0.weekday().num_days_from_monday()) + 7;
        let mondays = (self.asked.0 - Days::new(back)).iter_weeks();
        mondays
            .take_while(|monday| *monday <= self.asked.1)
            .filter_map(|monday| {
                let end = monday + Days::new(14);
                let mut days = monday.iter_days().take_while(|day| *day < end);
                let window = Interval::new(midnight(monday, zone), midnight(end, zone))?;
                let intervals = within(&self.time.work, window);
                let worked: Minutes = intervals.iter().map(|piece| piece.length()).sum();
                let over = worked > most && days.any(|day| self.pregnancy.protects(day));
                over.then_some(Finding {
                    key: FindingKey::MaternityFortnightOver,
                    severity: Severity::Serious,
                    rule: HOURS,
                    intervals,
                    lawful: Lawful::Day { worked, most },
                })
            })
            .collect()
    }

    /// § 4 Abs. 1 Satz 4: the agreed hours, in the average of the month.
    fn months(&self, weekly: Minutes) -> Vec<Finding> {
        let zone = self.workplace.zone;
        let months = std::iter::successors(Some(Month::of(self.asked.0)), |one| Some(one.next()));
        months
            .take_while(|month| *month <= Month::of(self.asked.1))
            .filter(|month| month.days().all(|day| self.pregnancy.protects(day)))
            .filter_map(|month| {
                let days = i64::try_from(month.days().count()).unwrap_or(31);
                let most = Minutes::new(weekly.get() * days / 7);
                let intervals = within(&self.time.work, month.interval(zone));
                let worked: Minutes = intervals.iter().map(|piece| piece.length()).sum();
                (worked > most).then_some(Finding {
                    key: FindingKey::MaternityMonthOver,
                    severity: Severity::Warning,
                    rule: HOURS,
                    intervals,
                    lawful: Lawful::Day { worked, most },
                })
            })
            .collect()
    }

    fn rests(&self) -> Vec<Finding> {
        let required = self.figures.rest;
        let days = days_of_work(self.time, required);
        let rests = days
            .windows(2)
            .filter_map(|pair| Interval::new(pair[0].span.to(), pair[1].span.from()))
            .filter(|rest| rest.length() < required && self.protects(*rest));
        rests
            .map(|rest| Finding {
                key: FindingKey::MaternityRest,
                severity: Severity::Serious,
                rule: REST,
                intervals: vec![rest],
                lawful: Lawful::Rest {
                    rest: rest.length(),
                    required,
                    earliest_start: rest.from() + required,
                },
            })
            .collect()
    }

    /// Work in the evening and in the night, each as one finding.
    fn nights(&self) -> Vec<Finding> {
        let zone = self.workplace.zone;
        let at = |day, hour| {
            NaiveTime::from_hms_opt(hour, 0, 0).map(|time| at_wall_time(day, time, zone))
        };
        let (mut evening, mut night) = (Vec::new(), Vec::new());
        for worked in self.asked_days() {
            let day = worked.day;
            let next = midnight(day + Days::new(1), zone);
            let figures = self.figures;
            let (Some(morning), Some(from), Some(late)) =
                (at(day, figures.morning), at(day, figures.evening), at(day, figures.night))
            else {
                continue;
            };
            let part = |from, to, into: &mut Vec<Interval>| {
                let window = Interval::new(from, to);
                into.extend(window.map(|one| within(&worked.work, one)).unwrap_or_default());
            };
            part(midnight(day, zone), morning, &mut night);
            part(from, late, &mut evening);
            part(late, next, &mut night);
        }
        let found = |key, severity, rule, intervals: Vec<Interval>| {
            let lawful = Lawful::Nothing;
            (!intervals.is_empty()).then_some(Finding { key, severity, rule, intervals, lawful })
        };
        let night = super::several_employers::united(night);
        found(FindingKey::MaternityEvening, Severity::Warning, EVENING, evening)
            .into_iter()
            .chain(found(FindingKey::MaternityNight, Severity::Serious, NIGHT, night))
            .collect()
    }

    fn asked_days(&self) -> Vec<super::sunday_work::WorkedDay> {
        let mut days = worked_days(&self.time.work, self.workplace.zone);
        days.retain(|one| {
            self.asked.0 <= one.day && one.day <= self.asked.1 && self.pregnancy.protects(one.day)
        });
        days
    }

    fn sundays(&self) -> Option<Finding> {
        let days = self.asked_days();
        let intervals: Vec<Interval> = sundays_and_holidays(&days, &self.workplace.region)
            .flat_map(|worked| worked.work.iter().copied())
            .collect();
        (!intervals.is_empty()).then_some(Finding {
            key: FindingKey::MaternitySunday,
            severity: Severity::Warning,
            rule: SUNDAY,
            intervals,
            lawful: Lawful::Nothing,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::shift;
    use super::*;
    use crate::place::{HolidayRegion, Land};
    use FindingKey::{
        MaternityAfterBirth, MaternityBeforeBirth, MaternityDayOver, MaternityEvening,
        MaternityFortnightOver, MaternityMonthOver, MaternityNight, MaternityRest, MaternitySunday,
    };
    use chrono_tz::Europe::Berlin;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn expecting() -> Pregnancy {
        Pregnancy {
            known_since: date("2026-10-05"),
            due: Some(date("2027-02-15")),
            birth: None,
            nursing_until: None,
            leave: Some((date("2027-01-04"), date("2027-04-12"))),
        }
    }
    fn keys(
        pregnancy: &Pregnancy,
        weekly: Option<i64>,
        spans: &[(&str, &str)],
        month: &str,
    ) -> Vec<FindingKey> {
        let shifts: Vec<_> = spans.iter().map(|(from, to)| shift(from, to, &[])).collect();
        let region = HolidayRegion::new(Land::Nw, vec![]);
        let workplace = Workplace { zone: Berlin, region };
        let month: Month = month.parse().expect("a month");
        let asked = (month.first_day(), month.last_day());
        let time = WorkingTime::new(&shifts, &[]);
        let weekly = weekly.map(Minutes::hours);
        let found = check_maternity(pregnancy, &time, weekly, &workplace, asked);
        found.into_iter().map(|finding| finding.key).collect()
    }

    #[test]
    fn hours_nights_sundays_and_rest_of_who_is_pregnant_are_limited() {
        type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [FindingKey]);
        let cases: [Case; 10] = [
            ("a day of 8:30", &[("2026-11-02 08:00", "2026-11-02 16:30")], &[]),
            ("a minute more", &[("2026-11-02 08:00", "2026-11-02 16:31")], &[MaternityDayOver]),
            ("until 20:00", &[("2026-11-02 13:00", "2026-11-02 20:00")], &[]),
            ("until 22:00", &[("2026-11-02 15:00", "2026-11-02 22:00")], &[MaternityEvening]),
            (
                "until 22:01",
                &[("2026-11-02 15:00", "2026-11-02 22:01")],
                &[MaternityEvening, MaternityNight],
            ),
            ("from 5:59", &[("2026-11-03 05:59", "2026-11-03 12:00")], &[MaternityNight]),
            ("from 6:00", &[("2026-11-03 06:00", "2026-11-03 12:00")], &[]),
            ("a Sunday", &[("2026-11-08 08:00", "2026-11-08 12:00")], &[MaternitySunday]),
            (
                "All Saints, a Sunday too",
                &[("2026-11-01 08:00", "2026-11-01 12:00")],
                &[MaternitySunday],
            ),
            (
                "ten hours of rest",
                &[
                    ("2026-11-02 12:00", "2026-11-02 20:00"),
                    ("2026-11-03 06:00", "2026-11-03 10:00"),
                ],
                &[MaternityDayOver, MaternityRest],
            ),
        ];
        for (what, spans, expected) in cases {
            assert_eq!(keys(&expecting(), None, spans, "2026-11"), expected, "{what}");
        }
    }

    #[test]
    fn ninety_hours_in_two_weeks_and_the_agreed_hours_of_the_month_are_the_most() {
        // Twelve days of 7:30 are 90 hours from Monday 2 to Saturday 14 November.
        let days: Vec<(String, String)> = [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14]
            .iter()
            .map(|day| (format!("2026-11-{day:02} 08:00"), format!("2026-11-{day:02} 15:30")))
            .collect();
        let mut spans: Vec<(&str, &str)> =
            days.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        assert_eq!(keys(&expecting(), None, &spans, "2026-11"), []);
        // 21 hours a week are 90 hours in a November of 30 days.
        assert_eq!(keys(&expecting(), Some(21), &spans, "2026-11"), []);
        assert_eq!(keys(&expecting(), Some(20), &spans, "2026-11"), [MaternityMonthOver]);
        spans[11] = ("2026-11-14 08:00", "2026-11-14 15:31");
        assert_eq!(keys(&expecting(), None, &spans, "2026-11"), [MaternityFortnightOver]);
    }

    #[test]
    fn nothing_is_asked_before_it_was_known_nor_after_the_birth_unless_she_nurses() {
        let night = |day: &str| (format!("{day} 22:30"), format!("{day} 23:30"));
        let of = |pregnancy: &Pregnancy, day: &str| {
            let (from, to) = night(day);
            keys(pregnancy, None, &[(&from, &to)], &day[..7])
        };
        let born = Pregnancy { birth: Some(date("2027-02-10")), ..expecting() };
        let nurses = Pregnancy { nursing_until: Some(date("2027-06-30")), ..born };
        assert_eq!(of(&expecting(), "2026-10-02"), []);
        assert_eq!(of(&expecting(), "2026-10-05"), [MaternityNight]);
        assert_eq!(of(&born, "2027-05-05"), []);
        assert_eq!(of(&nurses, "2027-05-05"), [MaternityNight]);
        assert_eq!(of(&nurses, "2027-07-05"), []);
        let unknown = Pregnancy { due: None, leave: None, ..expecting() };
        assert_eq!(of(&unknown, "2026-11-05"), []);
    }

    #[test]
    fn before_the_birth_she_decides_and_after_it_nobody_may() {
        let shift = |day: &str| (format!("{day} 09:00"), format!("{day} 12:00"));
        let of = |pregnancy: &Pregnancy, day: &str| {
            let (from, to) = shift(day);
            keys(pregnancy, None, &[(&from, &to)], &day[..7])
        };
        let born = Pregnancy { birth: Some(date("2027-02-10")), ..expecting() };
        let lost = Pregnancy { due: None, ..expecting() };
        assert_eq!(of(&expecting(), "2026-12-30"), []);
        assert_eq!(of(&expecting(), "2027-01-05"), [MaternityBeforeBirth]);
        assert_eq!(of(&expecting(), "2027-02-16"), [MaternityBeforeBirth]);
        assert_eq!(of(&born, "2027-02-09"), [MaternityBeforeBirth]);
        assert_eq!(of(&born, "2027-02-10"), [MaternityAfterBirth]);
        assert_eq!(of(&born, "2027-04-12"), [MaternityAfterBirth]);
        assert_eq!(of(&born, "2027-04-13"), []);
        assert_eq!(of(&lost, "2027-01-05"), [MaternityAfterBirth]);
    }
}
