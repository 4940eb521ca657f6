//! Corrections name their month of origin.

use crate::make::*;
use crate::payroll_readers::{ansi, lexware, lodas, lug};
use assistenz_core::pay::line::{PayLine, WageKind};
use assistenz_core::payroll::program::{LexwareRate, LugEntry, Program};
use assistenz_core::payroll::settings::{Corrections, NegativeValues, OfficeSettings, SendAs};

fn late(minutes: i64, origin: &str) -> PayLine {
    let mut line = hours(5, WageKind::Work, minutes, "2026-10");
    line.month_of_origin = month(origin);
    line.reason = Some("Schicht nachgetragen".into());
    line
}

fn lug_settings() -> OfficeSettings {
    simple(Program::Lug {
        entry: Default::default(),
        columns: Default::default(),
        month_hours_in: Default::default(),
        cost_centre_in: Default::default(),
    })
}

#[test]
fn lodas_puts_late_hours_into_a_file_of_their_own_with_their_month() {
    let lines = [hours(5, WageKind::Work, 600, "2026-10"), late(90, "2026-08")];
    let set = export_all(&simple(LODAS), "2026-10", &lines).expect("an export");
    assert_eq!(set.files.len(), 2);
    let file = lodas::read(&set.files[1].bytes, lodas::Layout::Strict).expect("a file");
    assert_eq!(file.table, "u_lod_bwd_buchung_nachber");
    assert_eq!(file.bookings[0].period, (2026, 10));
    assert_eq!(file.bookings[0].retro, Some((2026, 8)));
    assert_eq!(file.bookings[0].value, 150);
    assert!(set.cover.notes.iter().any(|note| note.what.code() == "correction_unverified"));
    assert!(set.cover.people[0].lines.iter().any(|line| line.corrects == Some(month("2026-08"))));
}

#[test]
fn lug_writes_the_old_month_into_the_header_of_a_file_of_its_own() {
    let lines = [hours(5, WageKind::Work, 600, "2026-10"), late(90, "2025-12")];
    let set = export_all(&lug_settings(), "2026-10", &lines).expect("an export");
    let ini = lug::read_ini(&set.files.last().expect("files").bytes).expect("an INI");
    let months: Vec<_> = set.files[..2]
        .iter()
        .map(|file| lug::read(&file.bytes, &ini, 2).expect("a file").month)
        .collect();
    assert_eq!(months, [(2026, 10), (2025, 12)]);
    assert!(set.files[1].name.contains("korrektur_2025-12"));
}

#[test]
fn lexware_writes_the_old_year_and_month() {
    let settings =
        simple(Program::Lexware { header: true, currency: true, rate: LexwareRate::FromLine });
    let lines = [hours(5, WageKind::Work, 600, "2026-01"), {
        let mut line = late(90, "2025-12");
        line.month = month("2026-01");
        line
    }];
    let set = export_all(&settings, "2026-01", &lines).expect("an export");
    let text = ansi(&set.files[0].bytes).expect("ANSI");
    let rows = lexware::read(&text, true).expect("a file");
    assert_eq!(rows.iter().map(|row| row.month).collect::<Vec<_>>(), [(2025, 12), (2026, 1)]);
    assert_eq!(rows[0].rate, Some(1_000));
}

#[test]
fn minus_and_plus_of_one_origin_are_netted_and_rounded_once() {
    let lines = [late(-481, "2026-08"), late(571, "2026-08")];
    let set = export_all(&simple(LODAS), "2026-10", &lines).expect("an export");
    let file = lodas::read(&set.files[0].bytes, lodas::Layout::Strict).expect("a file");
    assert_eq!(file.bookings.iter().map(|b| b.value).collect::<Vec<_>>(), [150]);
}

#[test]
fn a_negative_difference_is_listed_or_written_as_the_office_wants() {
    let lines = [late(-90, "2026-08")];
    let mut settings = simple(LODAS);
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    assert!(set.files.is_empty());
    assert!(set.cover.people[0].lines[0].by_hand.is_some());
    settings.negative_values = NegativeValues::Write;
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let file = lodas::read(&set.files[0].bytes, lodas::Layout::Strict).expect("a file");
    assert_eq!(file.bookings[0].value, -150);
}

#[test]
fn net_lines_are_for_named_kinds_and_two_months_only() {
    let mut settings = simple(LODAS);
    settings.corrections =
        Corrections::NetLine { kinds: ["night_25".to_owned()].into_iter().collect() };
    let night = |origin: &str| {
        let mut line = late(90, origin);
        line.wage_kind = WageKind::Night25;
        line
    };
    for (line, code) in [
        (night("2026-09"), None),
        (night("2026-08"), None),
        (night("2026-07"), Some("correction_too_old")),
        (night("2026-11"), Some("origin_ahead")),
        (late(90, "2026-09"), Some("correction_kind")),
    ] {
        let lines = [line];
        let preview = preview_all(&settings, "2026-10", &lines);
        assert_eq!(preview.is_clear(), code.is_none());
        assert_eq!(codes(&preview).into_iter().next(), code);
    }
    let lines = [night("2026-09")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let file = lodas::read(&set.files[0].bytes, lodas::Layout::Strict).expect("a file");
    assert_eq!(file.table, "u_lod_bwd_buchung_standard");
    assert_eq!(file.bookings[0].period, (2026, 10));
}

#[test]
fn corrections_by_hand_are_in_no_file() {
    let mut settings = settings(LODAS, &[("work", wage_type(101, SendAs::Hours))]);
    settings.corrections = Corrections::ByHand;
    let lines = [hours(5, WageKind::Work, 600, "2026-10"), late(90, "2026-08")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    assert_eq!(set.files.iter().map(|file| file.rows).sum::<usize>(), 1);
}

#[test]
fn a_correction_of_a_month_that_is_not_approved_again_is_refused() {
    let lines = [late(90, "2026-08")];
    let settings = simple(LODAS);
    let people = [approved("p5", "2026-10")];
    let preview = assistenz_core::payroll::preview(&input(&settings, "2026-10", &people, &lines));
    assert!(codes(&preview).contains(&"not_approved"));
    assert!(!preview.is_clear());
}

#[test]
fn in_calendar_entry_a_difference_goes_to_its_days_or_else_to_its_month() {
    let mut settings = simple(Program::Lug {
        entry: LugEntry::Calendar,
        columns: Default::default(),
        month_hours_in: Default::default(),
        cost_centre_in: Default::default(),
    });
    settings.negative_values = NegativeValues::Write;
    let day = || vec![span("2026-08-05T08:00:00+02:00", "2026-08-05T10:00:00+02:00")];
    for (minutes, name, row) in [
        (120, "kalender", "5;05;;101;2,00;;;;;;\r\n"),
        // The spans of a negative difference are those that fell away.
        (-120, "kalender", "5;05;;101;-2,00;;;;;;\r\n"),
        (30, "monat", "5;;;101;;;0,50;;;;\r\n"),
    ] {
        let lines = [with_spans(late(minutes, "2026-08"), day())];
        let set = export_all(&settings, "2026-10", &lines).expect("an export");
        assert!(set.files[0].name.contains(name), "{minutes}: {:?}", set.files);
        let text = ansi(&set.files[0].bytes).expect("ANSI");
        assert_eq!(text, format!("1103899;62069;08/2026\r\n{row}"));
    }
}

#[test]
fn times_cannot_show_a_difference_so_lohnag_corrections_are_entered_by_hand() {
    let settings = simple(Program::LohnAg {});
    let lines = [with_spans(
        late(-120, "2026-08"),
        vec![span("2026-08-05T08:00:00+02:00", "2026-08-05T10:00:00+02:00")],
    )];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    assert!(set.files.is_empty());
}
