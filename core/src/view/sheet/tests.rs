use super::*;
use crate::document::PersonId;
use crate::money::Percent;
use crate::pay::line::{Columns, PayLine, PaySpan, WageKind};
use crate::place::{HolidayRegion, Land, Workplace};
use crate::record::statement::Statement;
use crate::time::{Interval, Month};
use crate::work::{FundingPart, FundingShare, Kind, Part, Shift};
use chrono::NaiveDateTime;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

fn at(text: &str) -> Minute {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a local time");
    crate::time::at_wall_time(local.date(), local.time(), Berlin)
}

fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).expect("from < to")
}

fn shift(id: &str, from: &str, to: &str) -> Shift {
    Shift {
        id: id.into(),
        span: span(from, to),
        workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
        parts: vec![],
        away: vec![],
        funding: vec![],
        reconstructed: false,
    }
}

fn line(kind: WageKind, spans: &[(&str, Interval)], paid: i64) -> PayLine {
    let spans: Vec<PaySpan> = spans
        .iter()
        .map(|(shift, span)| PaySpan {
            shift: (*shift).into(),
            span: *span,
            zone: "Europe/Berlin".into(),
            minutes: span.length(),
            rules: vec![],
        })
        .collect();
    let october = Month::new(2026, 10).expect("a month");
    PayLine {
        person: "p".into(),
        personnel_number: Some(7),
        percent: kind.is_surcharge().then(|| Percent::new(25)),
        wage_kind: kind,
        month: october,
        month_of_origin: october,
        contract_version: "v".into(),
        cost_centre: None,
        quantity: Quantity::Minutes(spans.iter().map(|span| span.minutes).sum()),
        rate: Some((1500, 1)),
        columns: Columns { paid: Cents::new(paid), ..Columns::default() },
        spans,
        reason: None,
    }
}

fn sheet(reader: Reader<'_>, shifts: &[Shift], lines: &[PayLine], language: Language) -> Sheet {
    time_sheet(&TimeSheet {
        language,
        reader,
        employer: "Jo Groß",
        assistant: "Ada Muster",
        short_id: "a1b2c3d4",
        month: Month::new(2026, 10).expect("a month"),
        made_on: NaiveDate::from_ymd_opt(2026, 11, 3).expect("a day"),
        state: TimeSheetState::Approved {
            on: NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day"),
            statements: vec!["ab".repeat(32)],
            days: vec![],
        },
        shifts,
        lines,
        remarks: BTreeMap::from([("s1".to_owned(), "Arzttermin".to_owned())]),
        account: Some(Minutes::new(90)),
        checkpoint: None,
        to_sign: true,
    })
}

fn said(sheet: &Sheet, table: usize, row: usize) -> Vec<(String, String)> {
    let table = &sheet.tables[table];
    table
        .columns
        .iter()
        .map(|column| column.head.clone())
        .zip(table.rows[row].iter().map(|cell| cell.words(sheet.language)))
        .collect()
}

fn under<'a>(row: &'a [(String, String)], head: &str) -> &'a str {
    row.iter().find(|(column, _)| column == head).map_or("", |(_, cell)| cell)
}

/// A night with a break, standby and a call-out; a day shift written afterwards.
fn october() -> (Vec<Shift>, Vec<PayLine>) {
    let mut night = shift("s1", "2026-10-01 20:00", "2026-10-02 08:00");
    night.parts = vec![
        Part { kind: Kind::UnpaidBreak, span: span("2026-10-01 21:00", "2026-10-01 21:30") },
        Part { kind: Kind::Standby, span: span("2026-10-02 00:00", "2026-10-02 06:00") },
        Part { kind: Kind::CallOut, span: span("2026-10-02 02:00", "2026-10-02 02:20") },
    ];
    let mut day = shift("s2", "2026-10-04 08:00", "2026-10-04 12:00");
    day.reconstructed = true;
    let lines = vec![
        line(WageKind::Work, &[("s1", night.span), ("s2", day.span)], 23_250),
        line(WageKind::Night25, &[("s1", span("2026-10-01 20:00", "2026-10-01 21:00"))], 375),
        line(WageKind::Sunday50, &[("s2", day.span)], 3_000),
        line(WageKind::Vacation, &[("u1", span("2026-10-12 00:00", "2026-10-14 00:00"))], 0),
    ];
    (vec![night, day], lines)
}

#[test]
fn a_row_tells_begin_end_breaks_and_what_was_not_plain_work() {
    let (shifts, lines) = october();
    let sheet = sheet(Reader::Team, &shifts, &lines, Language::German);
    let row = said(&sheet, 0, 0);
    for (head, cell) in [
        ("Tag", "Do 1. Okt. 2026"),
        ("Beginn", "20:00"),
        ("Ende", "08:00 (Folgetag)"),
        ("Pausen", "21:00–21:30"),
        ("Stunden", "11:30"),
        ("davon Bereitschaft", "5:40"),
        ("davon Einsatz", "0:20"),
        ("Nacht 25 %", "1:00"),
        ("Bemerkung", "Arzttermin"),
    ] {
        assert_eq!(under(&row, head), cell, "{head}");
    }
    assert_eq!(under(&said(&sheet, 0, 1), "Bemerkung"), "nachgetragen");
    assert_eq!(under(&said(&sheet, 0, 1), "Sonntag"), "4:00");
}

#[test]
fn columns_that_would_be_empty_are_left_out_and_sums_stand_below_theirs() {
    let (shifts, lines) = october();
    let sheet = sheet(Reader::Team, &shifts, &lines, Language::German);
    let table = &sheet.tables[0];
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    assert!(!heads.contains(&"Feiertag") && !heads.contains(&"Ort"), "{heads:?}");
    let totals = table.totals.as_ref().expect("sums");
    assert_eq!(totals.len(), heads.len());
    assert!(table.rows.iter().all(|row| row.len() == heads.len()));
    let length = heads.iter().position(|head| *head == "Stunden").expect("a column");
    assert_eq!(totals[length], Cell::Hours(Minutes::new(15 * 60 + 30)));
}

#[test]
fn an_absence_names_its_days_and_what_is_credited() {
    let (shifts, lines) = october();
    let sheet = sheet(Reader::Team, &shifts, &lines, Language::German);
    let row = said(&sheet, 1, 0);
    assert_eq!(under(&row, "von"), "Mo 12. Okt. 2026");
    assert_eq!(under(&row, "bis"), "Di 13. Okt. 2026");
    assert_eq!(under(&row, "Grund"), "Urlaub");
}

#[test]
fn a_cost_bearer_reads_neither_remarks_nor_money() {
    let (shifts, lines) = october();
    let everything = Reader::CostBearer { cost_centre: None };
    let sheet = sheet(everything, &shifts, &lines, Language::German);
    let text = format!("{sheet:?}");
    assert!(!text.contains("Arzttermin"));
    assert!(!text.contains("Brutto") && !text.contains("paid"));
    assert_eq!(sheet.signatures.len(), 1);
    assert_eq!(sheet.tables[0].rows.len(), 2);
}

#[test]
fn a_cost_bearer_sees_only_the_shifts_it_pays_for() {
    let (mut shifts, lines) = october();
    let share = FundingShare::Residual;
    shifts[1].funding = vec![FundingPart { cost_centre: "100".into(), share }];
    let one = Reader::CostBearer { cost_centre: Some("100") };
    let sheet = sheet(one, &shifts, &lines, Language::German);
    assert_eq!(sheet.tables[0].rows.len(), 1);
    assert_eq!(under(&said(&sheet, 0, 0), "Tag"), "So 4. Okt. 2026");
    assert_eq!(sheet.tables.len(), 1, "no absence that another cost bearer pays for");
}

#[test]
fn the_repeated_hour_is_named_and_every_language_says_it() {
    let night = shift("s1", "2026-10-24 22:00", "2026-10-25 02:30");
    for (language, end) in [
        (Language::German, "02:30 MESZ (Folgetag)"),
        (Language::English, "02:30 CEST (next day)"),
        (Language::SimpleGerman, "02:30 MESZ (Folgetag)"),
    ] {
        let sheet = sheet(Reader::Team, std::slice::from_ref(&night), &[], language);
        let cells: Vec<String> =
            sheet.tables[0].rows[0].iter().map(|c| c.words(language)).collect();
        assert!(cells.contains(&end.to_owned()), "{cells:?}");
        assert!(!format!("{sheet:?}").contains("sheet-"), "a key without a sentence");
    }
}

#[test]
fn the_plan_names_every_day_and_what_is_open() {
    let plan = month_plan(&MonthPlan {
        language: Language::German,
        employer: "Jo Groß",
        only: None,
        short_id: None,
        month: Month::new(2026, 11).expect("a month"),
        made_on: NaiveDate::from_ymd_opt(2026, 10, 20).expect("a day"),
        zone: Berlin,
        duties: vec![
            PlannedDuty {
                span: span("2026-11-02 08:00", "2026-11-02 16:00"),
                who: Some("Ada".into()),
                note: String::new(),
            },
            PlannedDuty {
                span: span("2026-11-02 16:00", "2026-11-03 08:00"),
                who: None,
                note: "Nacht".into(),
            },
        ],
        drafts: 2,
    });
    assert_eq!(plan.tables[0].rows.len(), 31);
    assert_eq!(under(&said(&plan, 0, 0), "Wer"), "niemand eingeteilt");
    assert_eq!(under(&said(&plan, 0, 2), "Wer"), "noch offen");
    assert_eq!(under(&said(&plan, 0, 2), "Ende"), "08:00 (Folgetag)");
    assert_eq!(plan.standing, "2 Entwürfe sind noch nicht veröffentlicht und fehlen hier.");
}

#[test]
fn a_proof_says_the_same_to_eyes_and_to_a_camera() {
    let sha = "cd".repeat(32);
    let proof = Proof::new(Language::German, std::slice::from_ref(&sha), Some("log\n12\nroot=\n"));
    assert!(proof.lines[0].contains(&sha));
    assert_eq!(proof.lines[2..], ["log", "12", "root="]);
    assert_eq!(proof.code, format!("sha256:{sha}\nlog\n12\nroot="));
}

#[test]
fn a_month_with_single_days_approved_is_not_called_approved() {
    let month = Month::new(2026, 10).expect("a month");
    let day = NaiveDate::from_ymd_opt(2026, 10, 5).expect("a day");
    let statement = |days: Vec<NaiveDate>| Statement {
        format: 1,
        rules: String::new(),
        zone_data: String::new(),
        person: PersonId::new([7; 16]),
        month,
        days,
        documents: vec![],
        live: vec![],
        reasons: vec![],
        shifts: vec![],
        absences: vec![],
        totals: vec![],
        over: vec![],
        warnings: vec![],
        pay: serde_json::Value::Null,
    };
    let told = |days: Vec<NaiveDate>| {
        let statements = [(statement(days), Vec::new())];
        let overview = team_month(&TeamMonth {
            language: Language::German,
            employer: "Jo Groß",
            month,
            made_on: day,
            people: vec![TeamMonthRow { name: "Ada Muster".to_owned(), statements: &statements }],
            with_pay: true,
            checkpoint: None,
        });
        let row = said(&overview, 0, 0);
        (overview.standing, under(&row, "Freigabe").to_owned(), overview.firm)
    };
    let whole = ("Alle Monate sind freigegeben.".to_owned(), "freigegeben".to_owned(), true);
    assert_eq!(told(vec![]), whole);
    let (standing, approval, firm) = told(vec![day]);
    assert!(
        standing.starts_with("Von einem Monat sind nur einzelne Tage freigegeben"),
        "{standing}"
    );
    assert_eq!((approval.as_str(), firm), ("einzelne Tage", false));
}
