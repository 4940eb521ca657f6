//! All checks of working time, records and wages for one person (Prüfung).
//!
//! Runs every rule over what is known of a person and reports what touches the
//! asked days. It never blocks and never names anybody; the same input gives
//! the same findings in the same order.

use super::average_24_weeks::{AveragePeriod, average, check_average};
use super::break_rule::{check_break, check_stretches};
use super::call_work::{Call, WeeklyHours, check_calls, check_weeks};
use super::daily_maximum::check_days;
use super::dated::Rule;
use super::day_of_work::days_of_work;
use super::employment::Employment;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use super::free_sundays::check_free_sundays;
use super::hours_account_limit::{AccountMonth, check_account};
use super::maternity_working_time::{Pregnancy, check_maternity};
use super::midijob_range::check_midijob;
use super::minijob_limit::{MinijobMonth, check_minijob};
use super::minimum_wage::{PayFor, check_minimum_wage};
use super::night_compensation::{NightCompensation, check_compensation};
use super::night_work_hours::{is_night_worker, nights_of_night_work};
use super::night_worker_maximum::check_night_worker;
use super::recording_deadline::{Recording, check_recording};
use super::replacement_rest_day::check_rest_days;
use super::rest_period::check_rest;
use super::several_employers::WorkingTime;
use super::sunday_work::{check_sunday_work, worked_days};
use super::working_time_profile::{EXEMPTION, Limits, WorkingTimeProfile};
use crate::money::Cents;
use crate::place::Workplace;
use crate::time::{Interval, Minute, Minutes, Month, midnight};
use crate::work::Shift;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

/// Overlapping records (`docs/definitions.md` § 0a.4): minutes count once, and a person
/// chooses.
pub const OVERLAP: Rule = Rule {
    key: "overlapping_records",
    paragraph: "§ 16 Abs. 2 ArbZG, § 17 Abs. 1 MiLoG",
    version: "2026-01",
    verified: true,
};

/// What is known of one person. Begin with [`Case::new`] and add what there is.
#[derive(Debug, Clone)]
pub struct Case {
    /// The first and the last day on which to report.
    pub asked: (NaiveDate, NaiveDate),
    /// The first and the last day of which all work is known; at least `asked`.
    /// Rules over longer periods judge only what is known.
    pub known: (NaiveDate, NaiveDate),
    /// Whose clock and holidays count.
    pub workplace: Workplace,
    /// Which working-time law.
    pub profile: WorkingTimeProfile,
    /// Kind of employment.
    pub employment: Employment,
    /// The shifts here, in any order; also those outside `asked`.
    pub shifts: Vec<Shift>,
    /// Work at other employers, without saying where or what.
    pub elsewhere: Vec<Interval>,
    /// Days of vacation and sickness.
    pub away: BTreeSet<NaiveDate>,
    /// Over which period days above eight hours are balanced.
    pub average_period: AveragePeriod,
    /// Nights in rotation (Wechselschicht).
    pub rotating_nights: bool,
    /// Permanent night work (Dauernachtarbeit).
    pub permanent_nights: bool,
    /// Nights of night work in the asked year before `known`.
    pub earlier_nights: u32,
    /// Sundays worked in the asked year before `known`.
    pub earlier_sundays: u32,
    /// What the contract gives for night work.
    pub night_compensation: NightCompensation,
    /// When which shift was recorded, and plans without a record.
    pub recordings: Vec<Recording>,
    /// This instant, for deadlines; without it they are not checked.
    pub now: Option<Minute>,
    /// What was paid for the months in `asked`.
    pub pay: Vec<MonthPay>,
    /// The Minijob's year.
    pub minijob: Option<MinijobYear>,
    /// The hours account, if it is bound to § 2 Abs. 2 MiLoG.
    pub account: Vec<AccountMonth>,
    /// Work on call.
    pub call_work: Option<CallWork>,
    /// The pregnancies that the employer knows of.
    pub pregnancies: Vec<Pregnancy>,
    /// The agreed minutes of a week, if there are any.
    pub weekly: Option<Minutes>,
}

/// What was paid for one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthPay {
    /// Which month.
    pub month: Month,
    /// In cents, by what it is for.
    pub parts: Vec<(PayFor, Cents)>,
    /// Pay liable to contributions (beitragspflichtig), for the Midijob range;
    /// `None` if not known.
    pub liable: Option<Cents>,
}

/// The year over which a Minijob is forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinijobYear {
    /// Its first month; the employer's choice.
    pub from: Month,
    /// Its months, and earlier ones for the rolling twelve.
    pub months: Vec<MinijobMonth>,
}

/// What a contract of work on call says, and the calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallWork {
    /// Agreed weekly hours.
    pub weekly: WeeklyHours,
    /// Whether a daily duration is agreed.
    pub daily_agreed: bool,
    /// The calls.
    pub calls: Vec<Call>,
}

impl Case {
    /// Somebody of whom only shifts are known, those of the asked days.
    #[must_use]
    pub fn new(
        asked: (NaiveDate, NaiveDate),
        workplace: Workplace,
        employment: Employment,
        shifts: Vec<Shift>,
    ) -> Self {
        Self {
            asked,
            known: asked,
            workplace,
            profile: WorkingTimeProfile::Standard,
            employment,
            shifts,
            elsewhere: Vec::new(),
            away: BTreeSet::new(),
            average_period: AveragePeriod::default(),
            rotating_nights: false,
            permanent_nights: false,
            earlier_nights: 0,
            earlier_sundays: 0,
            night_compensation: NightCompensation::Unknown,
            recordings: Vec::new(),
            now: None,
            pay: Vec::new(),
            minijob: None,
            account: Vec::new(),
            call_work: None,
            pregnancies: Vec::new(),
            weekly: None,
        }
    }

    fn months(&self) -> impl Iterator<Item = Month> {
        let last = Month::of(self.asked.1);
        std::iter::successors(Some(Month::of(self.asked.0)), |month| Some(month.next()))
            .take_while(move |month| *month <= last)
    }
}

/// Every finding of every rule that touches the asked days, in order: by the
/// first instant it is about, those about a whole month or year last.
#[must_use]
pub fn check(case: &Case) -> Vec<Finding> {
    let time = WorkingTime::new(&case.shifts, &case.elsewhere);
    let mut findings = overlaps(&case.shifts);
    match case.profile.limits(case.asked.1) {
        Some(limits) => findings.extend(working_time(case, &time, limits)),
        None => findings.extend(exempt(&case.profile)),
    }
    if let Some(now) = case.now {
        findings.extend(case.recordings.iter().filter_map(|recording| {
            check_recording(*recording, case.employment, now, case.workplace.zone)
        }));
    }
    findings.extend(wages(case));
    if let Some(call_work) = &case.call_work {
        findings.extend(check_calls(&call_work.calls, call_work.daily_agreed, case.workplace.zone));
        findings.extend(check_weeks(&time.work, call_work.weekly, case.known, case.workplace.zone));
    }
    for pregnancy in &case.pregnancies {
        let (weekly, place) = (case.weekly, &case.workplace);
        findings.extend(check_maternity(pregnancy, &time, weekly, place, case.asked));
    }
    // Where the MuSchG says the same as the ArbZG, it says it alone.
    let twice: Vec<Vec<Interval>> = findings
        .iter()
        .filter(|one| one.key == FindingKey::MaternityRest)
        .map(|one| one.intervals.clone())
        .collect();
    findings.retain(|one| one.key != FindingKey::RestTooShort || !twice.contains(&one.intervals));
    let asked = days_interval(case.asked, case);
    findings.retain(|finding| {
        finding.intervals.is_empty()
            || finding.intervals.iter().any(|span| asked.is_some_and(|a| touches(*span, a)))
    });
    findings.sort_by_key(|finding| {
        (finding.intervals.is_empty(), finding.intervals.first().copied(), finding.key)
    });
    findings
}

/// Whether they have a minute in common, or the first ends where the other
/// begins: a rest up to the first minute of the month is about that month.
fn touches(span: Interval, asked: Interval) -> bool {
    span.overlap(asked).is_some() || span.to() == asked.from()
}

fn days_interval((first, last): (NaiveDate, NaiveDate), case: &Case) -> Option<Interval> {
    let zone = case.workplace.zone;
    Interval::new(midnight(first, zone), midnight(last + Days::new(1), zone))
}

/// Every pair of records that overlap, with the minutes they share.
fn overlaps(shifts: &[Shift]) -> Vec<Finding> {
    let mut spans: Vec<Interval> = shifts.iter().map(|shift| shift.span).collect();
    spans.sort_unstable();
    let mut findings = Vec::new();
    for (index, first) in spans.iter().enumerate() {
        let others = spans[index + 1..].iter().take_while(|other| other.from() < first.to());
        findings.extend(others.filter_map(|other| first.overlap(*other)).map(|shared| Finding {
            key: FindingKey::OverlappingRecords,
            severity: Severity::Serious,
            rule: OVERLAP,
            intervals: vec![shared],
            lawful: Lawful::Nothing,
        }));
    }
    findings
}

fn exempt(profile: &WorkingTimeProfile) -> Option<Finding> {
    let finding = Finding {
        key: FindingKey::NotChecked,
        severity: Severity::Info,
        rule: EXEMPTION,
        intervals: Vec::new(),
        lawful: Lawful::Nothing,
    };
    match profile {
        WorkingTimeProfile::Section18Exempt { .. } => Some(finding),
        WorkingTimeProfile::Standard | WorkingTimeProfile::CollectiveAgreement(_) => None,
    }
}

/// §§ 3 to 6 and 9 to 11 ArbZG.
fn working_time(case: &Case, time: &WorkingTime, limits: Limits) -> Vec<Finding> {
    let (zone, region) = (case.workplace.zone, &case.workplace.region);
    let days = days_of_work(time, limits.min_rest);
    let mut findings: Vec<Finding> =
        days.iter().filter_map(|one| check_break(one, one.span.from().day(zone))).collect();
    findings.extend(check_stretches(time, case.asked.1));
    findings.extend(check_rest(&days, limits));
    findings.extend(check_days(&time.work, limits));

    let wanted = case.average_period.first_day(case.asked.1);
    let period = (wanted.max(case.known.0), case.asked.1);
    let complete = case.known.0 <= wanted;
    if let Some(interval) = days_interval(period, case) {
        let average = average(&time.work, period, region, zone, &case.away);
        findings.extend(check_average(average, limits.max_average, complete, interval));
    }

    let nights = nights_of_night_work(&time.work, zone);
    let year = case.asked.1.year();
    if is_night_worker(
        &nights,
        year,
        case.earlier_nights,
        case.rotating_nights || case.permanent_nights,
    ) {
        let asked: Vec<_> = nights
            .into_iter()
            .filter(|night| case.asked.0 <= night.evening && night.evening <= case.asked.1)
            .collect();
        findings.extend(check_compensation(&asked, case.night_compensation, case.permanent_nights));
        findings
            .extend(check_night_worker(&time.work, case.known, region, zone, &case.away, limits));
    }

    let worked = worked_days(&time.work, zone);
    let asked: Vec<_> = worked
        .iter()
        .filter(|one| case.asked.0 <= one.day && one.day <= case.asked.1)
        .cloned()
        .collect();
    findings.extend(check_sunday_work(&asked, region));
    findings.extend(check_free_sundays(&worked, year, case.earlier_sundays));
    findings.extend(check_rest_days(&worked, region, case.known, &case.away));
    findings
}

/// §§ 1, 2 MiLoG and §§ 8, 20 SGB IV.
fn wages(case: &Case) -> Vec<Finding> {
    let zone = case.workplace.zone;
    let mut findings = Vec::new();
    for month in case.months() {
        for pay in case.pay.iter().filter(|pay| pay.month == month) {
            findings.extend(check_minimum_wage(&case.shifts, month, zone, &pay.parts));
            if let (Employment::Midijob, Some(liable)) = (case.employment, pay.liable) {
                findings.extend(check_midijob(month, liable));
            }
        }
        if let Some(year) = case.minijob.as_ref().filter(|_| case.employment.is_minijob()) {
            findings.extend(check_minijob(&year.months, year.from, month));
        }
        findings.extend(check_account(&case.account, month));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::{shift, span};
    use super::*;
    use crate::law::dated::day;
    use crate::place::{HolidayRegion, Land};
    use crate::work::Kind;
    use chrono_tz::Europe::Berlin;

    const NOVEMBER: (NaiveDate, NaiveDate) = (day(2026, 11, 1), day(2026, 11, 30));

    fn case(shifts: Vec<Shift>) -> Case {
        let nw = HolidayRegion::new(Land::Nw, vec![]);
        let workplace = Workplace { zone: Berlin, region: nw };
        Case::new(NOVEMBER, workplace, Employment::SocialInsurance, shifts)
    }

    fn keys(case: &Case) -> Vec<FindingKey> {
        check(case).iter().map(|finding| finding.key).collect()
    }

    #[test]
    fn a_plain_week_has_no_findings() {
        let shifts = (2..=6)
            .map(|of| {
                let at = |hour: &str| format!("2026-11-{of:02} {hour}");
                let pause = (at("12:00"), at("12:30"));
                shift(&at("08:00"), &at("16:30"), &[(Kind::UnpaidBreak, &pause.0, &pause.1)])
            })
            .collect();
        assert_eq!(check(&case(shifts)), []);
    }

    #[test]
    fn a_duty_of_24_hours_breaks_several_rules_and_the_profile_decides_which() {
        let duty = || vec![shift("2026-11-03 08:00", "2026-11-04 08:00", &[])];
        use FindingKey::{
            AverageSoFarOverEight, BreakTooShort, DayOverEight, DayOverMaximum, NotChecked,
            StretchTooLong,
        };
        let mut one = case(duty());
        assert_eq!(keys(&one), [BreakTooShort, StretchTooLong, DayOverMaximum]);
        one.profile = WorkingTimeProfile::CollectiveAgreement(
            super::super::working_time_profile::Agreement {
                name: "TV".into(),
                max_daily: Some(Minutes::hours(24)),
                ..Default::default()
            },
        );
        assert_eq!(keys(&one), [BreakTooShort, StretchTooLong, DayOverEight]);
        one.profile = WorkingTimeProfile::Section18Exempt { reason: "lives there".into() };
        assert_eq!(keys(&one), [NotChecked]);
        let mut short = case(duty());
        short.asked = (day(2026, 11, 3), day(2026, 11, 4));
        short.known = short.asked;
        assert!(keys(&short).contains(&AverageSoFarOverEight));
    }

    #[test]
    fn work_elsewhere_shortens_the_rest() {
        let mut one = case(vec![shift("2026-11-03 08:00", "2026-11-03 14:00", &[])]);
        assert_eq!(keys(&one), []);
        one.elsewhere = vec![span("2026-11-03 22:30", "2026-11-04 00:30")];
        assert_eq!(keys(&one), [FindingKey::RestTooShort]);
    }

    #[test]
    fn a_rest_over_the_months_end_belongs_to_the_month_of_its_end() {
        let mut one = case(vec![
            shift("2026-10-31 16:00", "2026-10-31 22:00", &[]),
            shift("2026-11-01 06:00", "2026-11-01 10:00", &[]),
        ]);
        assert!(keys(&one).contains(&FindingKey::RestTooShort));
        one.asked = (day(2026, 11, 2), day(2026, 11, 30));
        assert!(!keys(&one).contains(&FindingKey::RestTooShort));
    }

    #[test]
    fn wages_and_records_are_checked_only_where_they_are_known() {
        let duty = shift("2026-11-06 08:00", "2026-11-06 12:00", &[]);
        let mut one = case(vec![duty.clone()]);
        one.employment = Employment::Minijob;
        let month = Month::of(NOVEMBER.0);
        assert_eq!(keys(&one), []);
        let parts = vec![(PayFor::Work, Cents::new(5_559))];
        one.pay = vec![MonthPay { month, parts, liable: None }];
        let pay = Cents::new(60_301);
        let months = vec![MinijobMonth { month, pay, unforeseeable: false }];
        one.minijob = Some(MinijobYear { from: month, months });
        one.recordings = vec![Recording {
            shift: duty.span,
            recorded: Some(super::super::several_employers::tests_support::at("2026-11-14 00:00")),
        }];
        one.now = Some(super::super::several_employers::tests_support::at("2026-11-30 00:00"));
        use FindingKey::{MinijobMonthOver, MinimumWageShort, RecordLate};
        assert_eq!(keys(&one), [RecordLate, MinimumWageShort, MinijobMonthOver]);
    }

    #[test]
    fn overlapping_records_are_found_with_the_minutes_they_share() {
        let found = check(&case(vec![
            shift("2026-11-03 08:00", "2026-11-03 10:05", &[]),
            shift("2026-11-03 10:00", "2026-11-03 12:00", &[]),
        ]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].intervals, [span("2026-11-03 10:00", "2026-11-03 10:05")]);
    }
}
