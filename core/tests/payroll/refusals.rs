//! What stands in the way of an export, one row per case.

use crate::make::*;
use assistenz_core::money::Cents;
use assistenz_core::pay::line::{PayLine, Quantity, WageKind};
use assistenz_core::payroll::encode::Encoding;
use assistenz_core::payroll::layout::{Column, Field};
use assistenz_core::payroll::program::{LugColumns, LugEntry, Program};
use assistenz_core::payroll::settings::{CostCentreCharacters, OfficeSettings, SendAs, WageType};
use assistenz_core::payroll::{Approval, PersonMonth, export, preview};

fn lug(entry: LugEntry, columns: LugColumns) -> Program {
    Program::Lug {
        entry,
        columns,
        month_hours_in: Default::default(),
        cost_centre_in: Default::default(),
    }
}

fn work(minutes: i64) -> PayLine {
    hours(5, WageKind::Work, minutes, "2026-10")
}

#[test]
fn what_is_wrong_with_a_line_is_named_and_nothing_is_written() {
    let edit = |change: fn(&mut PayLine)| {
        let mut line = work(60);
        change(&mut line);
        line
    };
    let day = |minutes, from, to| with_spans(work(minutes), vec![span(from, to)]);
    let calendar = || simple(lug(LugEntry::Calendar, LugColumns::Eleven));
    let cases: Vec<(OfficeSettings, PayLine, &str)> = vec![
        (simple(LODAS), edit(|l| l.personnel_number = None), "personnel_number_missing"),
        (simple(LODAS), edit(|l| l.personnel_number = Some(0)), "personnel_number_range"),
        (simple(LODAS), edit(|l| l.personnel_number = Some(100_000)), "personnel_number_range"),
        (simple(LODAS), edit(|l| l.wage_kind = WageKind::Sunday50), "unmapped"),
        (simple(LODAS), edit(|l| l.quantity = Quantity::Days(100)), "unit"),
        (simple(LODAS), edit(|l| l.month = month("2026-09")), "other_month"),
        (simple(LODAS), edit(|l| l.month_of_origin = month("2026-11")), "origin_ahead"),
        (simple(LODAS), edit(|l| l.cost_centre = Some("123456789".into())), "cost_centre"),
        (simple(LODAS), edit(|l| l.cost_centre = Some("a;b".into())), "cost_centre"),
        (simple(LODAS), edit(|l| l.cost_centre = Some("Köln".into())), "cost_centre"),
        (simple(LODAS), edit(|l| l.cost_centre = Some("NULL".into())), "cost_centre"),
        (simple(LODAS), edit(|l| l.cost_centre = Some(String::new())), "cost_centre"),
        (simple(LODAS), edit(|l| l.cost_centre = Some("a\r\nb".into())), "cost_centre"),
        (simple(LODAS), work(60 * 1_000_000_000), "value_range"),
        (simple(lug(LugEntry::Monthly, LugColumns::Eleven)), work(6_000_000), "value_range"),
        // 25 hours of one day exist, but not in this format.
        (
            calendar(),
            day(1_500, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
            "day_hours",
        ),
        (
            calendar(),
            day(120, "2026-10-31T23:00:00+01:00", "2026-11-01T01:00:00+01:00"),
            "day_outside_month",
        ),
        (
            calendar(),
            day(61, "2026-10-05T08:00:00+02:00", "2026-10-05T09:00:00+02:00"),
            "spans_do_not_fit",
        ),
        (
            calendar(),
            {
                let mut line = day(60, "2026-10-05T08:00:00+02:00", "2026-10-05T09:00:00+02:00");
                line.spans[0].zone = "Europe/Köln".into();
                line
            },
            "zone",
        ),
        (simple(Program::LohnAg {}), work(60), "not_carried"),
        (
            simple(Program::LohnAg {}),
            day(5, "2026-10-25T02:57:00+02:00", "2026-10-25T02:02:00+01:00"),
            "clock_backwards",
        ),
    ];
    for (settings, line, code) in cases {
        let lines = [line];
        let found = preview_all(&settings, "2026-10", &lines);
        assert!(codes(&found).contains(&code), "{code}: {:?}", codes(&found));
        let refused = export_all(&settings, "2026-10", &lines).expect_err(code);
        assert_eq!(refused.code(), "payroll_problems", "{code}");
    }
}

#[test]
fn two_people_with_one_number_are_refused_and_two_numbers_of_one_person_are_not() {
    let mut other = work(60);
    other.person = "someone else".into();
    let lines = [work(60), other];
    assert!(
        codes(&preview_all(&simple(LODAS), "2026-10", &lines)).contains(&"personnel_number_twice")
    );
    let mut second_job = work(60);
    second_job.personnel_number = Some(6);
    let lines = [work(60), second_job];
    assert!(preview_all(&simple(LODAS), "2026-10", &lines).is_clear());
}

#[test]
fn only_approved_months_without_open_or_disputed_entries_are_exported() {
    type Change = fn(&mut PersonMonth);
    let cases: [(Change, &str); 5] = [
        (|p| p.approval = Approval::Open, "not_approved"),
        (|p| p.approval = Approval::Declared, "not_approved"),
        (|p| p.approval = Approval::ChangedSince, "changed_since_approval"),
        (|p| p.open_entries = 1, "open_entries"),
        (|p| p.disputed_entries = 2, "disputed_entries"),
    ];
    let lines = [work(60)];
    let settings = simple(LODAS);
    for (change, code) in cases {
        let mut people = [approved("p5", "2026-10")];
        change(&mut people[0]);
        let input = input(&settings, "2026-10", &people, &lines);
        assert_eq!(codes(&preview(&input)), [code]);
        assert!(export(&input).is_err(), "{code}");
    }
    let nobody = input(&settings, "2026-10", &[], &lines);
    assert_eq!(codes(&preview(&nobody)), ["not_approved"]);
}

#[test]
fn no_hours_are_said_only_of_an_approved_month_without_any_line_of_pay() {
    let cases: [(Approval, bool, &[&str]); 5] = [
        (Approval::Approved, false, &["empty_month"]),
        // Everything went out before, so nothing is new.
        (Approval::Approved, true, &[]),
        // Single days can be paid; that others are missing is said.
        (Approval::PartlyApproved, true, &["partly_approved"]),
        // Nobody knows yet what it will come to.
        (Approval::Open, false, &["not_approved"]),
        (Approval::ChangedSince, true, &["changed_since_approval"]),
    ];
    let (settings, lines) = (simple(LODAS), [work(60)]);
    for (approval, has_lines, expected) in cases {
        let mut people = [approved("p5", "2026-10"), approved("other", "2026-10")];
        (people[1].approval, people[1].has_lines) = (approval, has_lines);
        let input = input(&settings, "2026-10", &people, &lines);
        assert_eq!(codes(&preview(&input)), expected, "{approval:?}");
    }
}

#[test]
fn one_bad_line_among_many_stops_every_file() {
    let mut lines: Vec<PayLine> =
        (1..=50).map(|n| hours(n, WageKind::Work, 600, "2026-10")).collect();
    lines[49].personnel_number = None;
    assert!(export_all(&simple(LODAS), "2026-10", &lines).is_err());
}

#[test]
fn hints_do_not_stop_the_export_but_stand_on_the_cover_sheet() {
    let people = [approved("p5", "2026-10"), approved("idle", "2026-10")];
    let lines = [work(60), hours(5, WageKind::Night25, 0, "2026-10")];
    let settings = simple(LODAS);
    let set = export(&input(&settings, "2026-10", &people, &lines)).expect("an export");
    let codes: Vec<_> = set.cover.notes.iter().map(|note| note.what.code()).collect();
    assert_eq!(codes, ["empty_month", "zero"]);
    assert_eq!(set.cover.people.len(), 2);
    assert_eq!(set.files[0].rows, 1);
}

#[test]
fn nothing_at_all_is_refused() {
    let settings = simple(LODAS);
    let refused = export(&input(&settings, "2026-10", &[], &[])).expect_err("nothing");
    assert_eq!(refused.code(), "nothing_to_export");
}

#[test]
fn amounts_are_entered_by_hand_unless_the_office_maps_them() {
    let bonus = line(5, WageKind::HandEntered("bonus".into()), Quantity::Amount, "2026-10");
    let lines = [bonus];
    let found = preview_all(&simple(LODAS), "2026-10", &lines);
    assert!(found.is_clear() && found.rows.is_empty());
    assert_eq!(found.hand_lines.len(), 1);
    for (send_as, bs_nr) in [(SendAs::Count, None), (SendAs::Amount, Some(3))] {
        let entry = WageType { wage_type: Some(300), send_as, bs_nr, absence_key: None };
        let found =
            preview_all(&settings(LODAS, &[("hand_entered:bonus", entry)]), "2026-10", &lines);
        assert_eq!(found.rows[0].value, 12_345);
        assert_eq!(found.rows[0].bs_nr, bs_nr.unwrap_or(1));
    }
}

#[test]
fn money_without_hours_is_never_lost() {
    let mut line = work(0);
    line.columns.paid = Cents::new(5);
    let found = preview_all(&simple(LODAS), "2026-10", &[line]);
    assert_eq!(found.hand_lines.len(), 1);
}

#[test]
fn a_day_shared_by_two_cost_bearers_counts_once() {
    let absence = WageType {
        wage_type: Some(1_605),
        send_as: SendAs::Days,
        bs_nr: None,
        absence_key: Some("U".into()),
    };
    let settings = settings(lug(LugEntry::Calendar, LugColumns::Eleven), &[("vacation", absence)]);
    let mut half = with_spans(
        hours(5, WageKind::Vacation, 240, "2026-10"),
        vec![span("2026-10-05T08:00:00+02:00", "2026-10-05T16:00:00+02:00")],
    );
    half.spans[0].minutes = assistenz_core::time::Minutes::new(240);
    let mut other = half.clone();
    half.cost_centre = Some("A".into());
    other.cost_centre = Some("B".into());
    assert_eq!(codes(&preview_all(&settings, "2026-10", &[half, other])), ["day_twice"]);
}

#[test]
fn settings_are_checked_before_anything_else() {
    type Change = fn(&mut OfficeSettings);
    let cases: [(Change, &str); 17] = [
        (|s| s.adviser_number = None, "adviser_number"),
        (|s| s.adviser_number = Some(999), "adviser_number"),
        (|s| s.adviser_number = Some(10_000_000), "adviser_number"),
        (|s| s.client_number = Some(0), "client_number"),
        (|s| s.client_number = Some(100_000), "client_number"),
        (|s| s.encoding = Encoding::Utf8Bom, "encoding"),
        (
            |s| drop(s.wage_types.insert("wrok".into(), wage_type(1, SendAs::Hours))),
            "unknown_wage_kind",
        ),
        (
            |s| drop(s.wage_types.insert("contract:".into(), wage_type(1, SendAs::Hours))),
            "unknown_wage_kind",
        ),
        (
            |s| drop(s.wage_types.insert("work".into(), wage_type(10_000, SendAs::Hours))),
            "wage_type_range",
        ),
        (
            |s| drop(s.wage_types.insert("work".into(), wage_type(0, SendAs::Hours))),
            "wage_type_range",
        ),
        (
            |s| drop(s.wage_types.insert("sick".into(), wage_type(1, SendAs::Days))),
            "processing_key",
        ),
        (
            |s| drop(s.wage_types.insert("sick".into(), wage_type(1, SendAs::Amount))),
            "processing_key",
        ),
        (|s| s.wage_types.get_mut("work").expect("mapped").wage_type = None, "wage_type_missing"),
        (
            |s| s.wage_types.get_mut("work").expect("mapped").absence_key = Some("U".into()),
            "absence_key",
        ),
        (|s| s.cost_centre.max_length = 14, "cost_centre_length"),
        (|s| s.program = lug(LugEntry::Monthly, LugColumns::FourAbsences), "layout"),
        (
            |s| {
                s.program = Program::Csv {
                    columns: vec![Column::of(Field::Constant)],
                    separator: Default::default(),
                    header: false,
                }
            },
            "constant_text",
        ),
    ];
    for (change, code) in cases {
        let mut settings = simple(LODAS);
        change(&mut settings);
        let wrong = settings.validate().expect_err(code);
        assert!(wrong.iter().any(|refusal| refusal.code() == code), "{code}: {wrong:?}");
        let lines = [work(60)];
        assert_eq!(
            export_all(&settings, "2026-10", &lines).expect_err(code).code(),
            "payroll_settings"
        );
    }
    let mut lug_settings = simple(lug(LugEntry::Monthly, LugColumns::Eleven));
    assert_eq!(lug_settings.validate(), Ok(()));
    for number in [6_000, 8_999] {
        lug_settings.wage_types.insert("work".into(), wage_type(number, SendAs::Hours));
        assert!(lug_settings.validate().is_err(), "{number}");
    }
}

#[test]
fn lodas_days_of_absence_may_go_out_by_processing_key_alone() {
    let entry =
        WageType { wage_type: None, send_as: SendAs::Days, bs_nr: Some(71), absence_key: None };
    let settings = settings(LODAS, &[("vacation", entry)]);
    let lines = [line(5, WageKind::Vacation, Quantity::Days(250), "2026-10")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    assert!(set.files[0].bytes.ends_with(b"1;5;01.10.2026;71;;2,50;;\r\n"));
}

#[test]
fn settings_as_json_have_no_unknown_fields_and_no_word_twice() {
    let mut settings = simple(LODAS);
    settings.cost_centre.characters = CostCentreCharacters::Digits;
    let json = serde_json::to_string(&settings).expect("JSON");
    assert_eq!(serde_json::from_str::<OfficeSettings>(&json).expect("settings"), settings);
    let minimal = r#"{"office":"x","program":{"name":"lodas"},"adviser_number":1000,"client_number":1,
        "wage_types":{"work":{"wage_type":101,"send_as":"hours"}}}"#;
    assert_eq!(
        serde_json::from_str::<OfficeSettings>(minimal).expect("settings").validate(),
        Ok(())
    );
    for (from, to) in [
        (r#""office""#, r#""colour":1,"office""#),
        (r#"{"name":"lodas"}"#, r#"{"name":"lodas","colour":1}"#),
        (r#"{"wage_type":101"#, r#"{"colour":1,"wage_type":101"#),
        (r#"{"work""#, r#"{"work":{"send_as":"by_hand"},"work""#),
        (r#""lodas""#, r#""lodaz""#),
    ] {
        let bad = minimal.replace(from, to);
        assert_ne!(bad, minimal);
        assert!(serde_json::from_str::<OfficeSettings>(&bad).is_err(), "{bad}");
    }
}

#[test]
fn the_settings_in_the_documentation_are_right() {
    let page = include_str!("../../../docs/payroll-formats.md");
    let from = page.find("```json\n").expect("an example") + 8;
    let json = page[from..].split("```").next().expect("an end");
    let settings: OfficeSettings = serde_json::from_str(json).expect("settings");
    assert_eq!(settings.validate(), Ok(()));
}
