//! Documents as they come, and as they come at the worst: many rows, long
//! names, every column, letters that no font has, nothing at all.

use assistenz_core::money::{Cents, Percent};
use assistenz_core::pay::line::{Columns, PayLine, PaySpan, Quantity, WageKind};
use assistenz_core::payroll::Away;
use assistenz_core::payroll::cover::{
    CoverFile, CoverLine, CoverPerson, CoverQuestion, CoverSheet,
};
use assistenz_core::payroll::preview::Fate;
use assistenz_core::payroll::settings::SendAs;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes, Month, at_wall_time};
use assistenz_core::view::sheet::{
    MonthPlan, PlannedDuty, Reader, Sheet, TeamMonth, TeamMonthRow, TimeSheet, TimeSheetState,
    cover, month_plan, team_month, time_sheet,
};
use assistenz_core::words::Language;
use assistenz_core::work::{FundingPart, FundingShare, Kind, Part, Shift};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

const NOTE: &str = "assistenzzeit.example/team\n1042\nQ1ByqQ6WZQv8iTS2k3VtKqXo0b8m5o6wL0G9a7eQ1uE=\n\n\
                    — buero.example az3Pb2q+Zr1ZQzv4H1sVQd7mC9Y2m0bq0k1W3b5V9u6sJf0o5P7n2H8g4T6r1S0dQxLw3kYc9vB7mN5jH2gF4dA==\n";

fn october() -> Month {
    Month::new(2026, 10).expect("a month")
}

/// A wall-clock time so many days after the first of October, in Berlin.
fn at(day: i64, hour: u32, minute: u32) -> Minute {
    let day = october().first_day() + TimeDelta::days(day);
    at_wall_time(day, NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"), Berlin)
}

fn span(from: Minute, to: Minute) -> Interval {
    Interval::new(from, to).expect("from < to")
}

fn workplace(land: Land) -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(land, vec![]) }
}

/// A night with a break, standby and a call-out, then a day: one of each per day.
fn shifts(days: i64) -> Vec<Shift> {
    let mut shifts = Vec::new();
    for day in 0..days {
        let mut night = Shift {
            id: format!("n{day}"),
            span: span(at(day, 20, 4), at(day + 1, 8, 8)),
            workplace: workplace(if day % 9 == 4 { Land::Rp } else { Land::Nw }),
            parts: vec![
                Part { kind: Kind::UnpaidBreak, span: span(at(day, 21, 0), at(day, 21, 30)) },
                Part { kind: Kind::Standby, span: span(at(day, 23, 30), at(day + 1, 6, 0)) },
                Part { kind: Kind::CallOut, span: span(at(day + 1, 3, 30), at(day + 1, 3, 50)) },
            ],
            away: vec![],
            funding: vec![],
            reconstructed: day % 7 == 3,
        };
        if day % 5 == 2 {
            night.parts.push(Part {
                kind: Kind::UnpaidBreak,
                span: span(at(day, 22, 45), at(day, 23, 0)),
            });
            night.funding = vec![
                FundingPart {
                    cost_centre: "Landschaftsverband Rheinland, Eingliederungshilfe".into(),
                    share: FundingShare::Minutes(Minutes::new(240)),
                },
                FundingPart { cost_centre: "Pflegekasse".into(), share: FundingShare::Residual },
            ];
        }
        shifts.push(night);
        shifts.push(Shift {
            id: format!("d{day}"),
            span: span(at(day, 9, 0), at(day, 13, 15)),
            workplace: workplace(Land::Nw),
            parts: vec![],
            away: vec![],
            funding: vec![],
            reconstructed: false,
        });
    }
    shifts
}

fn line(kind: WageKind, spans: &[(&Shift, Interval)], paid: i64) -> PayLine {
    let spans: Vec<PaySpan> = spans
        .iter()
        .map(|(shift, span)| PaySpan {
            shift: shift.id.clone(),
            span: *span,
            zone: "Europe/Berlin".into(),
            minutes: span.length(),
            rules: vec![],
        })
        .collect();
    let tax_free = if kind.is_surcharge() { paid } else { 0 };
    PayLine {
        person: "p".into(),
        personnel_number: Some(104),
        percent: kind.is_surcharge().then(|| Percent::new(25)),
        wage_kind: kind,
        month: october(),
        month_of_origin: october(),
        contract_version: "v1".into(),
        cost_centre: None,
        quantity: Quantity::Minutes(spans.iter().map(|span| span.minutes).sum()),
        rate: Some((1_750, 1)),
        columns: Columns {
            paid: Cents::new(paid),
            tax_free: Cents::new(tax_free),
            ..Columns::default()
        },
        spans,
        reason: None,
    }
}

fn lines(shifts: &[Shift]) -> Vec<PayLine> {
    let nights: Vec<&Shift> = shifts.iter().filter(|shift| shift.id.starts_with('n')).collect();
    let hours = |from: i64, to: i64| -> Vec<(&Shift, Interval)> {
        nights
            .iter()
            .map(|shift| {
                let begin = shift.span.from();
                (*shift, span(begin + Minutes::new(from), begin + Minutes::new(to)))
            })
            .collect()
    };
    let all: Vec<(&Shift, Interval)> = shifts.iter().map(|shift| (shift, shift.span)).collect();
    let days: Vec<(&Shift, Interval)> =
        shifts.iter().filter(|one| one.id.starts_with('d')).map(|one| (one, one.span)).collect();
    let few =
        |every: usize| -> Vec<(&Shift, Interval)> { days.iter().step_by(every).copied().collect() };
    let mut bonus = line(WageKind::Work, &[], 5_000);
    bonus.wage_kind = WageKind::HandEntered("praemie".into());
    bonus.quantity = Quantity::Amount;
    bonus.rate = None;
    bonus.reason = Some("Einspringen an drei Wochenenden, abgesprochen am 12. Oktober".into());
    vec![
        line(WageKind::Work, &all, 712_345),
        line(WageKind::Night25, &hours(176, 236), 13_563),
        line(WageKind::Night40, &hours(236, 476), 86_800),
        line(WageKind::Sunday50, &few(7), 18_594),
        line(WageKind::Holiday125, &few(30), 9_297),
        line(WageKind::Holiday150, &few(29), 11_156),
        line(WageKind::Vacation, &few(15), 22_312),
        bonus,
    ]
}

/// A time sheet with everything in it.
pub(crate) fn full(language: Language, name: &str, days: i64) -> Sheet {
    let shifts = shifts(days);
    let lines = lines(&shifts);
    time_sheet(&TimeSheet {
        language,
        reader: Reader::Team,
        employer: "Dr. Friederike-Charlotte von Müller-Lüdenscheidt-Hohenstein",
        assistant: name,
        short_id: "a1b2",
        month: october(),
        made_on: day(2026, 11, 3),
        state: TimeSheetState::Approved {
            on: day(2026, 11, 2),
            statements: vec!["3f9a".repeat(16)],
            days: vec![],
        },
        shifts: &shifts,
        lines: &lines,
        remarks: BTreeMap::from([
            ("n3".to_owned(), "Akku leer, abends nachgetragen 👍🏽".to_owned()),
            ("d5".to_owned(), "=1+1 <b>Arzttermin</b> „Zahn“ & Fahrt #let x = 1".to_owned()),
            ("n8".to_owned(), "Krankenhausbegleitungsvereinbarung unterschrieben; ".repeat(6)),
        ]),
        account: Some(Minutes::new(-195)),
        checkpoint: Some(NOTE.into()),
        to_sign: true,
    })
}

/// A month in which nothing happened, not approved.
pub(crate) fn empty() -> Sheet {
    time_sheet(&TimeSheet {
        language: Language::SimpleGerman,
        reader: Reader::Team,
        employer: "Jo Groß",
        assistant: "Ada Muster",
        short_id: "c3d4",
        month: october(),
        made_on: day(2026, 10, 1),
        state: TimeSheetState::Provisional,
        shifts: &[],
        lines: &[],
        remarks: BTreeMap::new(),
        account: None,
        checkpoint: None,
        to_sign: false,
    })
}

/// A month for a cost bearer: a word instead of a name, no money.
pub(crate) fn for_cost_bearer() -> Sheet {
    let shifts = shifts(12);
    let lines = lines(&shifts);
    time_sheet(&TimeSheet {
        language: Language::German,
        reader: Reader::CostBearer { cost_centre: Some("Pflegekasse") },
        employer: "Jo Groß",
        assistant: "Assistenz E5F6",
        short_id: "e5f6",
        month: october(),
        made_on: day(2026, 11, 3),
        state: TimeSheetState::Approved {
            on: day(2026, 11, 2),
            statements: vec!["7c01".repeat(16), "b2e4".repeat(16)],
            days: vec![day(2026, 10, 3), day(2026, 10, 8)],
        },
        shifts: &shifts,
        lines: &lines,
        remarks: BTreeMap::from([("n3".to_owned(), "Nur für das Team".to_owned())]),
        account: None,
        checkpoint: Some(NOTE.into()),
        to_sign: true,
    })
}

/// A team in which nobody's month is approved.
pub(crate) fn open_team() -> Sheet {
    let names = ["Ada Muster", "Şule Çağlar-Öztürk", "Олена Їжаченко", "أمينة الحسن", "Łucja Żak"];
    team_month(&TeamMonth {
        language: Language::English,
        employer: "Jo Groß",
        month: october(),
        made_on: day(2026, 11, 3),
        people: names
            .iter()
            .map(|name| TeamMonthRow { name: (*name).to_owned(), statements: &[] })
            .collect(),
        with_pay: true,
        checkpoint: None,
    })
}

/// A plan over several pages; of nobody, if empty.
pub(crate) fn plan(empty: bool) -> Sheet {
    let duties = (0..31)
        .flat_map(|day| [(day, 6, 14), (day, 14, 22), (day, 22, 30)])
        .map(|(day, from, to)| PlannedDuty {
            span: span(at(day, from, 0), at(day + i64::from(to / 24), to % 24, 0)),
            who: (day % 6 != 5).then(|| "Maximiliane Oppermann-Schulte".to_owned()),
            note: if day % 4 == 1 { "Bitte Rollstuhl laden".into() } else { String::new() },
        })
        .collect();
    month_plan(&MonthPlan {
        language: Language::German,
        employer: "Jo Groß",
        only: empty.then_some("Ada Muster"),
        short_id: empty.then_some("a7b8"),
        month: october(),
        made_on: day(2026, 9, 20),
        zone: Berlin,
        duties: if empty { vec![] } else { duties },
        drafts: if empty { 0 } else { 3 },
    })
}

/// A cover sheet with an estimate, a person who left and one without lines.
pub(crate) fn cover_sheet() -> Sheet {
    let person = |name: &str, number, lines| CoverPerson {
        person: name.into(),
        name: name.into(),
        personnel_number: number,
        joined: number.is_none().then(|| day(2026, 10, 15)),
        left: number.is_some().then(|| day(2026, 10, 28)),
        contract_changes: vec![day(2026, 10, 16)],
        absences: vec![
            Away {
                kind: WageKind::Sick,
                from: day(2026, 10, 5),
                to: day(2026, 10, 9),
                certificate: Some(day(2026, 10, 6)),
                due: None,
            },
            Away {
                kind: WageKind::Vacation,
                from: day(2026, 10, 19),
                to: day(2026, 10, 23),
                certificate: None,
                due: None,
            },
        ],
        lines,
    };
    let worked = CoverLine {
        wage_kind: WageKind::Work,
        wage_type: Some(1_000),
        quantity: Quantity::Minutes(Minutes::new(9_605)),
        exported: Some((16_008, SendAs::Hours)),
        paid: Cents::new(280_146),
        paid_from_exported: Some(Cents::new(280_140)),
        corrects: None,
        cost_centre: Some("Pflegekasse".into()),
        fate: Fate::Sent,
        by_hand: None,
        reason: None,
    };
    let corrected = CoverLine { corrects: Some(october().previous()), ..worked.clone() };
    let sheet = CoverSheet {
        employer: "Jo Groß".into(),
        office: "Lohnbüro Muster & Söhne Steuerberatungsgesellschaft mbB".into(),
        program: "lodas",
        verified: false,
        month: october(),
        estimate: true,
        files: vec![CoverFile {
            name: "lodas_2026-10.txt".into(),
            sha256: "5d1e".repeat(16),
            rows: 42,
        }],
        people: vec![
            person("Ada Muster", Some(104), vec![worked, corrected]),
            person("Ben Neu", None, vec![]),
        ],
        notes: vec![],
        questions: vec![CoverQuestion {
            asked_on: day(2026, 11, 2),
            name: Some("Ada Muster".into()),
            text: "Steuerklasse III oder V?".into(),
        }],
    };
    cover(Language::German, &sheet, day(2026, 11, 3))
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Every specimen, each under a name of its own.
pub(crate) fn all() -> Vec<Sheet> {
    let mut all = vec![
        full(Language::German, "Anna-Magdalena Kołodziejczyk-Papadopoulos", 31),
        full(Language::English, "Ștefan 漢 Їжак", 3),
        full(Language::SimpleGerman, "أمينة الحسن", 1),
        empty(),
        for_cost_bearer(),
        open_team(),
        plan(false),
        plan(true),
        cover_sheet(),
    ];
    for (at, sheet) in all.iter_mut().enumerate() {
        sheet.file_name = format!("specimen-{at}-{}", sheet.file_name);
    }
    all
}
