//! Published and computed cases of whole months of pay, one row per line.

use assistenz_core::contract::refusal::check;
use assistenz_core::contract::surcharge::{
    Purpose, StatutoryHours, Surcharge, SurchargeBase, SurchargePay, WORKED_KINDS, Window,
    WindowDays,
};
use assistenz_core::contract::version::{
    BasePay, ContractVersion, KindPay, PayMonth, Rate, VacationTerms, WeeksPerMonth,
};
use assistenz_core::law::employment::Employment;
use assistenz_core::law::surcharge_split::StandbyCeiling;
use assistenz_core::money::{Cents, CentsPerHour, Percent};
use assistenz_core::pay::absence::entry::{Absence, AbsenceKind, Certificate};
use assistenz_core::pay::absence::hours_account::HoursAccount;
use assistenz_core::pay::line::{Quantity, WageKind};
use assistenz_core::pay::{MonthInput, MonthPay, pay_month};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes, at_wall_time};
use assistenz_core::work::{FundingPart, FundingShare, Kind, Part, Shift};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::Berlin;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}
fn at(text: &str) -> Minute {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a local time");
    at_wall_time(wall.date(), wall.time(), Berlin)
}
fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).expect("from < to")
}
fn nw() -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}
fn shift(from: &str, to: &str, parts: &[(Kind, &str, &str)]) -> Shift {
    let parts =
        parts.iter().map(|(kind, from, to)| Part { kind: *kind, span: span(from, to) }).collect();
    Shift {
        id: from.to_owned(),
        span: span(from, to),
        workplace: nw(),
        parts,
        away: vec![],
        funding: vec![],
        reconstructed: false,
    }
}
fn hourly(from: &str, cents: i64) -> ContractVersion {
    ContractVersion {
        surcharges: Surcharge::section_3b(),
        weekly: Minutes::hours(40),
        personnel_number: Some(100),
        ..ContractVersion::hourly(
            from.into(),
            date(from),
            CentsPerHour::new(cents),
            Employment::SocialInsurance,
            nw(),
        )
    }
}
fn month(text: &str, versions: &[ContractVersion], shifts: &[Shift]) -> MonthPay {
    assert_eq!(check(versions), Ok(()), "the contract is accepted");
    pay_month(&MonthInput::new("p", text.parse().expect("a month"), versions, shifts))
}

/// Wage kind, minutes (or count, or 0), paid, tax-free, SV-free.
type Row = (&'static str, i64, i64, i64, i64);

fn rows(pay: &MonthPay) -> Vec<(String, i64, i64, i64, i64)> {
    pay.lines
        .iter()
        .map(|line| {
            let number = match line.quantity {
                Quantity::Minutes(minutes) => minutes.get(),
                Quantity::Days(number) | Quantity::Count(number) => number,
                Quantity::Amount => 0,
            };
            let c = line.columns;
            (line.wage_kind.word(), number, c.paid.get(), c.tax_free.get(), c.sv_free.get())
        })
        .collect()
}
fn expect(what: &str, pay: &MonthPay, expected: &[Row]) {
    let expected: Vec<_> =
        expected.iter().map(|(kind, n, a, b, c)| ((*kind).to_owned(), *n, *a, *b, *c)).collect();
    assert_eq!(rows(pay), expected, "{what}");
}

#[test]
fn published_examples_come_out_as_whole_months() {
    let only = |hours, percent| vec![Surcharge::statutory(hours, Percent::new(percent))];
    // T02 (bahn-bkk Beispiel 1): 8 h on 1 May, 22.00, 150 %.
    let contract = hourly("2023-01-01", 2200);
    let day = shift("2023-05-01 08:00", "2023-05-01 16:00", &[]);
    let pay = month("2023-05", std::slice::from_ref(&contract), &[day]);
    expect(
        "T02",
        &pay,
        &[("work", 480, 17_600, 0, 0), ("holiday_150", 480, 26_400, 26_400, 26_400)],
    );
    // T03 (Beispiel 2): 6 h on 26 December, 28.00, 125 %.
    let mut contract = hourly("2023-01-01", 2800);
    contract.surcharges = only(StatutoryHours::Holiday150, 125);
    let day = shift("2023-12-26 08:00", "2023-12-26 14:00", &[]);
    let pay = month("2023-12", &[contract], &[day]);
    expect(
        "T03",
        &pay,
        &[("work", 360, 16_800, 0, 0), ("holiday_150", 360, 21_000, 21_000, 18_750)],
    );
    assert_eq!(pay.lines[1].columns.sv_liable, Cents::new(2_250));
    // T04 (clockodo): 3,900 € a month, 40 h a week, 16 Sunday hours.
    let mut contract = hourly("2026-01-01", 0);
    contract.pay = BasePay::Monthly(Cents::new(390_000));
    contract.switches.weeks_per_month = WeeksPerMonth::ThirteenThirds;
    let sundays = ["2026-11-08", "2026-11-15"]
        .map(|day| shift(&format!("{day} 08:00"), &format!("{day} 16:00"), &[]));
    let pay = month("2026-11", &[contract], &sundays);
    expect(
        "T04",
        &pay,
        &[
            ("work", 960, 0, 0, 0),
            ("monthly_salary", 0, 390_000, 0, 0),
            ("sunday_50", 960, 18_000, 18_000, 18_000),
        ],
    );
}

#[test]
fn a_sunday_night_at_20_28_and_60_euros_an_hour() {
    // T05, T06: 2 h 75 %, 4 h 90 %, 2 h 25 %.
    let night = shift("2026-11-08 22:00", "2026-11-09 06:00", &[]);
    let pay = |wage| month("2026-11", &[hourly("2026-01-01", wage)], std::slice::from_ref(&night));
    expect(
        "T05",
        &pay(2000),
        &[
            ("work", 480, 16_000, 0, 0),
            ("night_25", 240, 2_000, 2_000, 2_000),
            ("night_40", 240, 3_200, 3_200, 3_200),
            ("sunday_50", 360, 6_000, 6_000, 6_000),
        ],
    );
    for (wage, sums) in [(2800, [15_680, 15_680, 14_000]), (6000, [33_600, 28_000, 14_000])] {
        let got = pay(wage).lines.iter().filter(|line| line.wage_kind.is_surcharge()).fold(
            [0; 3],
            |[a, b, c], line| {
                let columns = line.columns;
                [a + columns.paid.get(), b + columns.tax_free.get(), c + columns.sv_free.get()]
            },
        );
        assert_eq!(got, sums, "T06 at {wage}");
    }
}

#[test]
fn clock_changes_pay_the_hours_really_worked() {
    // T11, T12 at 20.00: 7 and 9 hours.
    for (text, night, rows) in [
        ("2026-03", ["2026-03-28 22:00", "2026-03-29 06:00"], [420, 240, 180, 300]),
        ("2026-10", ["2026-10-24 22:00", "2026-10-25 06:00"], [540, 240, 300, 420]),
    ] {
        let pay = month(text, &[hourly("2026-01-01", 2000)], &[shift(night[0], night[1], &[])]);
        let minutes: Vec<i64> = self::rows(&pay).iter().map(|row| row.1).collect();
        assert_eq!(minutes, rows, "{text}");
    }
}

#[test]
fn standby_earns_by_the_contract_and_a_call_out_replaces_it() {
    let mut contract = hourly("2026-01-01", 2000);
    contract.standby = KindPay::PercentOfWage(Percent::new(25));
    contract.call_out = KindPay::Hourly(Rate::CentsPerHour(CentsPerHour::new(2400)));
    // BFH VI R 1/22: standby at 25 %, surcharge 15 % of the regular wage.
    contract.surcharges = vec![Surcharge {
        pays: SurchargePay::Percent { percent: Percent::new(15), base: SurchargeBase::Wage },
        ..Surcharge::statutory(StatutoryHours::Night25, Percent::new(15))
    }];
    let night = shift(
        "2026-11-10 20:00",
        "2026-11-11 00:00",
        &[
            (Kind::Standby, "2026-11-10 21:00", "2026-11-11 00:00"),
            (Kind::CallOut, "2026-11-10 22:00", "2026-11-10 22:30"),
        ],
    );
    let pay = month("2026-11", std::slice::from_ref(&contract), std::slice::from_ref(&night));
    expect(
        "regular wage",
        &pay,
        &[
            ("work", 60, 2_000, 0, 0),
            ("standby", 150, 1_250, 0, 0),
            ("call_out", 30, 1_200, 0, 0),
            // 15 % of 20.00 for 4 h; the ceiling is 25 % of 20.00.
            ("night_25", 240, 1_200, 1_200, 1_200),
        ],
    );
    contract.switches.split.standby_ceiling = StandbyCeiling::StandbyPay;
    let pay = month("2026-11", std::slice::from_ref(&contract), std::slice::from_ref(&night));
    // Standby: 25 % of 5.00 = 1.25 an hour for 2.5 h, work and call-out 3.00.
    assert_eq!(rows(&pay)[3], ("night_25".into(), 240, 1_200, 763, 763));
    contract.surcharges[0].kinds = vec![Kind::Work];
    let pay = month("2026-11", &[contract], &[night]);
    assert_eq!(rows(&pay)[3], ("night_25".into(), 60, 300, 300, 300), "only work earns it");
}

#[test]
fn on_call_is_paid_on_top_of_nothing_and_its_surcharge_is_liable() {
    let mut contract = hourly("2026-01-01", 2000);
    contract.on_call = KindPay::PercentOfWage(Percent::new(10));
    contract.surcharges.push(Surcharge {
        word: "on_call_sunday".into(),
        purpose: Purpose::Sunday,
        window: Window::Clock {
            from: NaiveTime::MIN,
            to: NaiveTime::MIN,
            days: WindowDays::Weekdays(vec![chrono::Weekday::Sun]),
        },
        pays: SurchargePay::PerHour(CentsPerHour::new(100)),
        kinds: vec![Kind::OnCall],
        highest_of: None,
    });
    let weekend = shift(
        "2026-11-07 20:00",
        "2026-11-08 20:00",
        &[
            (Kind::OnCall, "2026-11-07 20:00", "2026-11-08 20:00"),
            (Kind::CallOut, "2026-11-08 10:00", "2026-11-08 11:00"),
        ],
    );
    let pay = month("2026-11", &[contract], &[weekend]);
    expect(
        "on-call",
        &pay,
        &[
            ("call_out", 60, 2_000, 0, 0),
            ("on_call", 1_380, 4_600, 0, 0),
            ("sunday_50", 60, 1_000, 1_000, 1_000),
            ("contract:on_call_sunday", 1_140, 1_900, 0, 0),
        ],
    );
    assert_eq!(pay.totals.worked, Minutes::new(60), "on-call is no working time");
}

#[test]
fn own_windows_fixed_and_flat_amounts() {
    let mut contract = hourly("2026-01-01", 2000);
    let clock = |from, to| Window::Clock {
        from: NaiveTime::from_hms_opt(from, 0, 0).expect("a time"),
        to: NaiveTime::from_hms_opt(to, 0, 0).expect("a time"),
        days: WindowDays::Every,
    };
    let row = |word: &str, purpose, window, pays| Surcharge {
        word: word.into(),
        purpose,
        window,
        pays,
        kinds: WORKED_KINDS.to_vec(),
        highest_of: None,
    };
    contract.surcharges = vec![
        row(
            "night_work",
            Purpose::Night,
            clock(21, 5),
            SurchargePay::PerHour(CentsPerHour::new(600)),
        ),
        row("night_flat", Purpose::Night, clock(22, 6), SurchargePay::Flat(Cents::new(1_500))),
    ];
    let nights = [
        shift("2026-11-10 20:00", "2026-11-11 06:00", &[]),
        shift("2026-11-12 23:00", "2026-11-13 01:00", &[]),
        shift("2026-11-13 02:00", "2026-11-13 04:00", &[]),
    ];
    let pay = month("2026-11", std::slice::from_ref(&contract), &nights);
    // First night: 21–24 at 25 % (5.00 free of 6.00), 0–4 at 40 % (6.00 of
    // 8.00), 4–5 at 25 %. Second: 23–24 at 25 %, 0–1 at 40 %. A new duty 2–4
    // at 25 %. Free: 4 × 5 + 4 × 6 + 5 + 6 + 2 × 5 = 65.00 of 12 h × 6.00.
    expect(
        "own windows",
        &pay,
        &[
            ("work", 840, 28_000, 0, 0),
            ("contract:night_flat", 200, 3_000, 0, 0),
            ("contract:night_work", 720, 7_200, 6_500, 6_500),
        ],
    );
    assert_eq!(pay.lines[1].columns.accident_liable, Cents::new(3_000));
}

#[test]
fn the_wage_changes_at_midnight_of_new_year_and_with_a_contract_inside_a_shift() {
    let versions = [hourly("2026-01-01", 1390), hourly("2027-01-01", 1460)];
    let night = shift("2026-12-31 12:00", "2027-01-01 08:00", &[]);
    // T09: 2 h plain, 6 h + 4 h at 125 %, then 0–4 40 + 125, 4–6 25 + 125, 6–8 125.
    let old = month("2026-12", &versions, std::slice::from_ref(&night));
    expect(
        "old year",
        &old,
        &[
            ("work", 720, 16_680, 0, 0),
            ("night_25", 240, 1_390, 1_390, 1_390),
            ("holiday_125", 600, 17_375, 17_375, 17_375),
        ],
    );
    let new = month("2027-01", &versions, std::slice::from_ref(&night));
    expect(
        "new year",
        &new,
        &[
            ("work", 480, 11_680, 0, 0),
            ("night_25", 120, 730, 730, 730),
            ("night_40", 240, 2_336, 2_336, 2_336),
            ("holiday_125", 480, 14_600, 14_600, 14_600),
        ],
    );
    assert_eq!(old.carries[0].after, Minutes::hours(8));
    assert_eq!(
        (new.carries[0].before, new.carries[0].here),
        (Minutes::hours(12), Minutes::hours(8))
    );
    // All of it in December, at the rates of each day.
    let mut switched = versions.clone();
    for version in &mut switched {
        version.switches.pay_month = PayMonth::ShiftStart;
    }
    let all = month("2026-12", &switched, std::slice::from_ref(&night));
    let work: Vec<_> = rows(&all).into_iter().filter(|row| row.0 == "work").collect();
    assert_eq!(work, [("work".into(), 720, 16_680, 0, 0), ("work".into(), 480, 11_680, 0, 0)]);
    assert!(month("2027-01", &switched, &[night]).lines.is_empty());
    // The statutory minimum wage changes at midnight without a new version.
    let mut least = hourly("2026-01-01", 0);
    least.pay = BasePay::Hourly(Rate::MinimumWage);
    least.switches.pay_month = PayMonth::ShiftStart;
    let night = shift("2026-12-31 22:00", "2027-01-01 06:00", &[]);
    let pay = month("2026-12", &[least], &[night]);
    // 2 h × 13.90 + 6 h × 14.60; the line has no single rate.
    assert_eq!(rows(&pay)[0], ("work".into(), 480, 11_540, 0, 0));
    assert_eq!(pay.lines[0].rate, None);
    let rates: Vec<_> = pay.rates[0].iter().map(|one| (one.minutes.get(), one.rate)).collect();
    assert_eq!(rates, [(360, (1_460, 1)), (120, (1_390, 1))]);
    // A change on the 10th, in the middle of a night shift.
    let versions = [hourly("2026-01-01", 1600), hourly("2026-11-10", 1800)];
    let pay = month("2026-11", &versions, &[shift("2026-11-09 20:00", "2026-11-10 06:00", &[])]);
    let work: Vec<_> = pay
        .lines
        .iter()
        .filter(|line| line.wage_kind == WageKind::Work)
        .map(|line| (line.contract_version.as_str(), line.columns.paid.get()))
        .collect();
    assert_eq!(work, [("2026-01-01", 6_400), ("2026-11-10", 10_800)]);
}

#[test]
fn funding_parts_split_lines_by_cost_centre() {
    // A shift with three cost bearers: 24 h = 6 h + 14 h + 4 h.
    let mut day = shift("2026-11-09 08:00", "2026-11-10 08:00", &[]);
    day.funding = [("KK", 6), ("EGH", 14), ("IA", 4)]
        .map(|(centre, hours)| FundingPart {
            cost_centre: centre.into(),
            share: FundingShare::Minutes(Minutes::hours(hours)),
        })
        .to_vec();
    let pay = month("2026-11", &[hourly("2026-01-01", 2000)], &[day]);
    let of = |kind: WageKind| -> Vec<(String, i64)> {
        pay.lines
            .iter()
            .filter(|line| line.wage_kind == kind)
            .map(|line| (line.cost_centre.clone().expect("one"), line.columns.paid.get()))
            .collect()
    };
    let row = |centre: &str, cents| (centre.to_owned(), cents);
    assert_eq!(of(WageKind::Work), [row("KK", 12_000), row("EGH", 28_000), row("IA", 8_000)]);
    // 6 h at 25 % = 30.00 and 4 h at 40 % = 32.00, shared 6 : 14 : 4.
    assert_eq!(of(WageKind::Night25), [row("KK", 750), row("EGH", 1_750), row("IA", 500)]);
    assert_eq!(of(WageKind::Night40).iter().map(|row| row.1).sum::<i64>(), 3_200);
    assert!(pay.findings.is_empty());
}

fn absent(kind: AbsenceKind, from: &str, to: &str, planned: Vec<Shift>) -> Absence {
    Absence {
        id: "abs".into(),
        kind,
        from: date(from),
        to: date(to),
        planned,
        certificate: Certificate::None,
        same_illness_as: None,
        vacation_days: None,
        rota_known: vec![],
        due: None,
        net_per_day: None,
    }
}
fn with_absences(
    text: &str,
    versions: &[ContractVersion],
    shifts: &[Shift],
    absences: &[Absence],
) -> MonthPay {
    let input = MonthInput::new("p", text.parse().expect("a month"), versions, shifts);
    pay_month(&MonthInput { absences, ..input })
}

#[test]
fn a_sick_sunday_night_is_paid_as_planned_and_its_surcharges_are_liable() {
    let planned = vec![shift("2026-11-08 22:00", "2026-11-09 06:00", &[])];
    let sick = absent(AbsenceKind::Sick, "2026-11-08", "2026-11-08", planned);
    let pay = with_absences("2026-11", &[hourly("2026-01-01", 2000)], &[], &[sick]);
    expect("sick", &pay, &[("sick", 480, 16_000, 0, 0), ("absence_surcharge", 480, 11_200, 0, 0)]);
    let surcharge = &pay.lines[1].columns;
    assert_eq!(
        (surcharge.tax_liable, surcharge.sv_liable, surcharge.accident_liable),
        (Cents::new(11_200), Cents::new(11_200), Cents::new(11_200))
    );
    assert_eq!((pay.totals.worked, pay.totals.credited), (Minutes::ZERO, Minutes::hours(8)));
}

#[test]
fn vacation_is_planned_time_at_the_average_of_13_weeks() {
    let versions = [hourly("2026-01-01", 2000)];
    // In October a Sunday of 8 h (240.00) and a weekday of 8 h (160.00).
    let worked = [
        shift("2026-10-04 08:00", "2026-10-04 16:00", &[]),
        shift("2026-10-06 08:00", "2026-10-06 16:00", &[]),
    ];
    let october = month("2026-10", &versions, &worked);
    let planned = vec![shift("2026-11-09 08:00", "2026-11-09 18:00", &[])];
    let vacation = [absent(AbsenceKind::Vacation, "2026-11-09", "2026-11-15", planned)];
    let input = MonthInput::new("p", "2026-11".parse().expect("a month"), &versions, &[]);
    let pay = pay_month(&MonthInput { absences: &vacation, earned: &october.days, ..input });
    // 20.00 base and 5.00 surcharges for each of 16 hours on average.
    expect(
        "vacation",
        &pay,
        &[("vacation", 600, 20_000, 0, 0), ("absence_surcharge", 600, 5_000, 0, 0)],
    );
    // Without a rota: two days agreed at 8 h of average.
    let agreed = [Absence { vacation_days: Some(200), planned: vec![], ..vacation[0].clone() }];
    let pay = pay_month(&MonthInput { absences: &agreed, earned: &october.days, ..input });
    assert_eq!(rows(&pay)[0], ("vacation".into(), 960, 32_000, 0, 0));
    // Nothing to go by: the contract's pay, and a finding.
    let pay = with_absences("2026-11", &versions, &[], &vacation);
    assert_eq!(rows(&pay), [("vacation".to_owned(), 600, 20_000, 0, 0)]);
    assert_eq!(pay.findings[0].kind.word(), "no_reference");
}

#[test]
fn sickness_without_a_rota_is_the_average_of_a_year_or_of_three_months_on_call() {
    let mut versions = [hourly("2025-01-01", 2000)];
    let worked = [
        shift("2026-01-05 08:00", "2026-01-05 20:00", &[]),
        shift("2026-10-06 08:00", "2026-10-06 20:00", &[]),
    ];
    let mut earned = month("2026-01", &versions, &worked).days;
    earned.extend(month("2026-10", &versions, &worked).days);
    let sick = [absent(AbsenceKind::Sick, "2026-11-02", "2026-11-06", vec![])];
    let pay = |versions: &[ContractVersion]| {
        let input = MonthInput::new("p", "2026-11".parse().expect("a month"), versions, &[]);
        pay_month(&MonthInput { absences: &sick, earned: &earned, ..input })
    };
    // 24 h in 365 days, five of them: 19.7 min; 12 h in 92 days: 39.1 min.
    let year = pay(&versions);
    assert_eq!(rows(&year), [("sick".to_owned(), 20, 658, 0, 0)]);
    assert_eq!(year.findings[0].kind.word(), "certificate_missing");
    versions[0].call_work = true;
    assert_eq!(rows(&pay(&versions)), [("sick".to_owned(), 39, 1_304, 0, 0)]);
}

#[test]
fn a_holiday_not_worked_is_paid_on_labour_law_holidays_only() {
    let versions = [hourly("2026-01-01", 2000)];
    // Easter Monday is one, Easter Sunday is none in Nordrhein-Westfalen.
    for (day, minutes, finding) in
        [("2026-04-06", Some(480), None), ("2026-04-05", None, Some("not_a_holiday"))]
    {
        let planned = vec![shift(&format!("{day} 08:00"), &format!("{day} 16:00"), &[])];
        let free = absent(AbsenceKind::HolidayNotWorked, day, day, planned);
        let pay = with_absences("2026-04", &versions, &[], &[free]);
        let line = pay.lines.iter().find(|line| line.wage_kind == WageKind::HolidayNotWorked);
        assert_eq!(
            line.map(|line| line.quantity),
            minutes.map(|minutes| Quantity::Minutes(Minutes::new(minutes))),
            "{day}"
        );
        assert_eq!(pay.findings.first().map(|found| found.kind.word()), finding, "{day}");
    }
}

#[test]
fn unpaid_leave_and_sickness_beyond_six_weeks_shorten_a_salary_by_calendar_days() {
    let mut contract = hourly("2026-01-01", 0);
    contract.pay = BasePay::Monthly(Cents::new(300_000));
    contract.absence.vacation = VacationTerms { days: 30, basis: 260, duty_days: 260 };
    let versions = [contract];
    let planned = vec![shift("2026-11-09 08:00", "2026-11-09 16:00", &[])];
    let leave = absent(AbsenceKind::UnpaidLeave, "2026-11-09", "2026-11-14", planned);
    let pay = with_absences("2026-11", &versions, &[], &[leave]);
    expect("leave", &pay, &[("monthly_salary", 0, 240_000, 0, 0), ("unpaid_leave", 480, 0, 0, 0)]);
    let long = absent(AbsenceKind::Sick, "2026-10-01", "2026-11-20", vec![]);
    let pay = with_absences("2026-11", &versions, &[], &[long]);
    // Six weeks end on 11 November: nine days without a claim.
    assert_eq!(rows(&pay)[0], ("monthly_salary".to_owned(), 0, 210_000, 0, 0));
    let words: Vec<_> = pay.findings.iter().map(|found| found.kind.word()).collect();
    assert_eq!(words, ["certificate_missing", "sick_beyond_six_weeks", "no_reference"]);
}

#[test]
fn an_hours_account_has_one_booking_per_line_and_the_target() {
    let mut contract = hourly("2026-01-01", 0);
    contract.pay = BasePay::Monthly(Cents::new(100_000));
    contract.weekly = Minutes::hours(10);
    let versions = [contract];
    let worked = [shift(
        "2026-11-03 08:00",
        "2026-11-04 08:00",
        &[(Kind::Standby, "2026-11-03 22:00", "2026-11-04 06:00")],
    )];
    let planned = vec![shift("2026-11-10 08:00", "2026-11-11 04:00", &[])];
    let sick = absent(AbsenceKind::Sick, "2026-11-10", "2026-11-10", planned);
    let pay = with_absences("2026-11", &versions, &worked, &[sick]);
    let mut account = HoursAccount::opened(pay.month, Minutes::hours(1));
    account.book_month(&pay, &versions);
    let lines: Vec<_> = account
        .bookings
        .iter()
        .map(|booking| (booking.minutes.get() / 60, booking.balance.get()))
        .collect();
    // 16 h work, 8 h standby, 20 h credited, target 43.5 h.
    assert_eq!(lines, [(1, 60), (16, 1_020), (8, 1_500), (20, 2_700), (-43, 90)]);
}

#[test]
fn what_cannot_be_paid_is_a_finding_and_never_silent() {
    let versions = [hourly("2026-11-05", 2000)];
    let early = shift("2026-11-04 20:00", "2026-11-05 04:00", &[]);
    let over = shift("2026-11-05 03:00", "2026-11-05 06:00", &[]);
    let pay = month("2026-11", &versions, &[early, over]);
    let words: Vec<_> = pay.findings.iter().map(|found| found.kind.word()).collect();
    assert_eq!(words, ["shifts_overlap", "no_contract"]);
    assert!(pay.refused());
    assert_eq!(pay.totals.worked, Minutes::hours(6), "0–4 and 4–6, the overlap once");
}
