//! Published samples, byte for byte, and our own golden file.

use crate::make::*;
use crate::payroll_readers::{lodas, lug};
use assistenz_core::pay::line::{Quantity, WageKind};
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::layout::Field;
use assistenz_core::payroll::program::{
    LexwareRate, LodasProfile, LugColumns, LugCostField, LugEntry, LugMonthField, Program,
};
use assistenz_core::payroll::settings::{SendAs, WageType};
use assistenz_core::payroll::{Purpose, export};

fn lug_program(entry: LugEntry, columns: LugColumns) -> Program {
    Program::Lug {
        entry,
        columns,
        month_hours_in: LugMonthField::Value,
        cost_centre_in: LugCostField::CostCentre,
    }
}

#[test]
fn t18_lodas_sample_1_is_written_byte_for_byte() {
    let settings = settings(
        Program::Lodas { profile: LodasProfile::Sample1 },
        &[
            ("work", wage_type(1_214, SendAs::Hours)),
            ("standby", wage_type(2_214, SendAs::Hours)),
            ("travel", wage_type(101, SendAs::Hours)),
        ],
    );
    let lines = [
        hours(26, WageKind::Work, 60, "2026-08"),
        hours(26, WageKind::Standby, 3_000, "2026-08"),
        hours(26, WageKind::Travel, 7_800, "2026-08"),
    ];
    let set = export_all(&settings, "2026-08", &lines).expect("an export");
    let expected = [
        "[Allgemein]", "Ziel=LODAS", "Datumsformat=TT.MM.JJJJ", "Zahlenkomma=,", "Version=15.06",
        "BeraterNr=1103899", "MandantenNr=62069", "[Satzbeschreibung]",
        "1;u_lod_bwd_buchung_standard;abrechnung_zeitraum#bwd;bs_wert_butab#bwd;pnr#bwd;la_eigene#bwd;bs_nr#bwd;kostenstelle#bwd;abw_lohnfaktor#bwd;bemerkung#bwd;",
        "[Bewegungsdaten]",
        "1;01.08.2026;1,00;26;1214;1;NULL;",
        "1;01.08.2026;50,00;26;2214;1;NULL;",
        "1;01.08.2026;130,00;26;101;1;NULL;",
    ]
    .join("\r\n");
    assert_eq!(String::from_utf8_lossy(&set.files[0].bytes), expected);
    assert_eq!(
        lodas::read(&set.files[0].bytes, lodas::Layout::Sample1).expect("a file").bookings.len(),
        3
    );
}

#[test]
fn published_minutes_become_the_published_hours() {
    // GH 65736917866: 7460 → 124,33, 1455 → 24,25, 60 → 1,00.
    for (minutes, shown) in [(7_460, ";124,33;"), (1_455, ";24,25;"), (60, ";1,00;")] {
        let lines = [hours(1, WageKind::Work, minutes, "2026-08")];
        let set = export_all(&simple(LODAS), "2026-08", &lines).expect("an export");
        assert!(String::from_utf8_lossy(&set.files[0].bytes).contains(shown), "{minutes}");
    }
}

#[test]
fn the_default_lodas_file_is_the_golden_file() {
    let mut wage_types = mendato_example(ExampleFor::Lodas);
    wage_types.insert(
        "hand_entered:mileage".into(),
        WageType { wage_type: Some(300), send_as: SendAs::Count, bs_nr: None, absence_key: None },
    );
    let mut settings = simple(LODAS);
    settings.wage_types = wage_types;
    let mut lines = vec![
        hours(26, WageKind::Work, 7_460, "2026-10"),
        hours(26, WageKind::Night25, 1_455, "2026-10"),
        hours(26, WageKind::Night40, 480, "2026-10"),
        hours(26, WageKind::Sunday50, 61, "2026-10"),
        hours(26, WageKind::Vacation, 960, "2026-10"),
        line(26, WageKind::HandEntered("mileage".into()), Quantity::Count(12_350), "2026-10"),
        line(26, WageKind::HandEntered("bonus".into()), Quantity::Amount, "2026-10"),
        hours(7, WageKind::Work, 600, "2026-10"),
    ];
    lines[0].cost_centre = Some("LWL-4711".into());
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let golden = include_bytes!("../../../tests/fixtures/payroll/lodas_default.txt");
    assert_eq!(String::from_utf8_lossy(&set.files[0].bytes), String::from_utf8_lossy(golden));
    assert_eq!(set.files[0].name, "lodas_2026-10_1103899-62069.txt");
    let file = lodas::read(golden, lodas::Layout::Strict).expect("the golden file is strict");
    assert_eq!(file.bookings.len(), 7);
    assert_eq!(file.table, "u_lod_bwd_buchung_standard");
    assert_eq!(file.general["Version_SST"], "1.0");
}

#[test]
fn t19_lug_absence_rows_are_written_byte_for_byte() {
    let key = |key: &str| WageType {
        wage_type: None,
        send_as: SendAs::Days,
        bs_nr: None,
        absence_key: Some(key.into()),
    };
    let mut settings = settings(
        lug_program(LugEntry::Calendar, LugColumns::FourAbsences),
        &[("vacation", key("U"))],
    );
    settings.adviser_number = Some(100);
    settings.client_number = Some(200);
    let vacation = line(10, WageKind::Vacation, Quantity::Days(200), "2022-02");
    let lines = [with_spans(
        vacation,
        vec![
            span("2022-02-08T08:00:00+01:00", "2022-02-08T16:00:00+01:00"),
            span("2022-02-09T08:00:00+01:00", "2022-02-09T16:00:00+01:00"),
        ],
    )];
    let set = export_all(&settings, "2022-02", &lines).expect("an export");
    assert_eq!(set.files[0].bytes, b"100;200;02/2022\r\n10;08;U;1,0\r\n10;09;U;1,0\r\n");
    let ini = lug::read_ini(&set.files[1].bytes).expect("an INI");
    assert_eq!(ini.fields, ["Personalnummer", "Kalendertag", "Ausfallschlüssel", "Tagesanzahl"]);
}

#[test]
fn x17_lexware_row_is_written_byte_for_byte() {
    let settings = settings(
        Program::Lexware { header: true, currency: false, rate: LexwareRate::FromWageType },
        &[("work", wage_type(1_000, SendAs::Hours))],
    );
    let lines = [hours(4_711, WageKind::Work, 900, "2024-01")];
    let set = export_all(&settings, "2024-01", &lines).expect("an export");
    assert_eq!(
        String::from_utf8_lossy(&set.files[0].bytes),
        "Jahr;Monat;Personalnummer;Lohnartennummer;Wert;Stundensatz\r\n2024;01;4711;1000;15,00;\r\n"
    );
}

#[test]
fn x18_addison_rows_are_written_byte_for_byte() {
    let mut settings = settings(
        Program::Addison {},
        &[
            ("work", wage_type(2_002, SendAs::Hours)),
            ("monthly_salary", wage_type(3_011, SendAs::Amount)),
            ("vacation", wage_type(400, SendAs::Days)),
        ],
    );
    settings.client_number = Some(1_000);
    let mut salary = line(6, WageKind::MonthlySalary, Quantity::Amount, "2017-10");
    salary.columns.paid = assistenz_core::money::Cents::new(300_000);
    let lines = [
        salary,
        hours(10, WageKind::Work, 174 * 60, "2017-10"),
        line(10, WageKind::Vacation, Quantity::Days(500), "2017-10"),
    ];
    let set = export_all(&settings, "2017-10", &lines).expect("an export");
    // The second line is the published vector; the published days row is
    // dated on the day of the absence, ours on the last of the month.
    assert_eq!(
        String::from_utf8_lossy(&set.files[0].bytes),
        "1000;6;3011;;;1;01.10.2017;;;;;3000,00\r\n\
         1000;10;2002;;;31;31.10.2017;;;;174,00;\r\n\
         1000;10;400;;;31;31.10.2017;;;5;;\r\n"
    );
    assert!(set.files[0].name.contains("ungeprueft") && !set.cover.verified);
}

#[test]
fn x19_lug_monthly_row_is_written_byte_for_byte() {
    let mut settings = settings(
        lug_program(LugEntry::Monthly, LugColumns::Eleven),
        &[("work", wage_type(1_000, SendAs::Hours))],
    );
    settings.adviser_number = Some(253_154);
    settings.client_number = Some(1_000);
    let mut lines = [hours(9, WageKind::Work, 150 * 60, "2009-01")];
    lines[0].cost_centre = Some("5187".into());
    let set = export_all(&settings, "2009-01", &lines).expect("an export");
    assert_eq!(set.files[0].bytes, b"253154;1000;01/2009\r\n9;;;1000;;;150,00;;;5187;\r\n");
}

#[test]
fn the_lug_import_description_is_the_published_one() {
    let lines = [hours(9, WageKind::Work, 60, "2026-10")];
    let settings = simple(lug_program(LugEntry::Monthly, LugColumns::Eleven));
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let ini = set.files.iter().find(|file| file.name == "lug_import.ini").expect("an INI");
    let published = "[Allgemein]\r\nFeldanzahl = 11\r\nFeldtrennzeichen = Strichpunkt\r\nSatztrennzeichen = Enter/Return\r\nAnderes Trennzeichen =\r\nZahlenkomma = ,\r\nDatumstrennzeichen = /\r\n[Feldinhalt]\r\nFeld1 = Personalnummer\r\nFeld2 = Kalendertag\r\nFeld3 = Ausfallschl\u{fc}ssel\r\nFeld4 = Lohnartennummer\r\nFeld5 = Stundenanzahl\r\nFeld6 = Tagesanzahl\r\nFeld7 = Wert\r\nFeld8 = Abweichender Faktor\r\nFeld9 = Abweichende Lohnver\u{e4}nderung\r\nFeld10 = Kostenstellennummer\r\nFeld11 = Kostentr\u{e4}ger\r\n";
    let latin: Vec<u8> =
        published.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    assert_eq!(ini.bytes, latin);
}

#[test]
fn lohnag_writes_times_as_published_and_joins_what_has_no_gap() {
    let absence =
        WageType { wage_type: Some(2_001), send_as: SendAs::Days, bs_nr: None, absence_key: None };
    let settings = settings(
        Program::LohnAg {},
        &[
            ("work", wage_type(1, SendAs::Hours)),
            ("standby", wage_type(2, SendAs::Hours)),
            ("vacation", absence),
        ],
    );
    let lines = [
        with_spans(
            hours(1, WageKind::Work, 360, "2010-09"),
            vec![
                span("2010-09-14T06:00:00+02:00", "2010-09-14T10:00:00+02:00"),
                span("2010-09-20T23:00:00+02:00", "2010-09-21T01:00:00+02:00"),
            ],
        ),
        with_spans(
            hours(1, WageKind::Standby, 120, "2010-09"),
            vec![span("2010-09-14T10:00:00+02:00", "2010-09-14T12:00:00+02:00")],
        ),
        with_spans(
            line(123, WageKind::Vacation, Quantity::Days(100), "2010-09"),
            vec![span("2010-09-18T08:00:00+02:00", "2010-09-18T16:00:00+02:00")],
        ),
    ];
    let set = export_all(&settings, "2010-09", &lines).expect("an export");
    assert_eq!(
        String::from_utf8_lossy(&set.files[0].bytes),
        "1;14.09.2010;06:00;12:00\r\n1;20.09.2010;23:00;24:00\r\n1;21.09.2010;00:00;01:00\r\n123;18.09.2010;2001;1\r\n"
    );
}

#[test]
fn lohnag_names_what_a_clock_change_hides() {
    let settings = settings(Program::LohnAg {}, &[("work", wage_type(1, SendAs::Hours))]);
    for (from, to, minutes, difference) in [
        ("2026-10-24T22:00:00+02:00", "2026-10-25T06:00:00+01:00", 540, 60),
        ("2026-03-28T22:00:00+01:00", "2026-03-29T06:00:00+02:00", 420, -60),
    ] {
        let lines =
            [with_spans(hours(1, WageKind::Work, minutes, &from[..7]), vec![span(from, to)])];
        let preview = preview_all(&settings, &from[..7], &lines);
        assert!(preview.is_clear());
        let hidden: Vec<_> = preview
            .problems
            .iter()
            .filter(|p| p.what.code() == "clock_change")
            .map(|p| p.what.words()[1].1.clone())
            .collect();
        assert_eq!(hidden, [if difference > 0 { "1:00" } else { "-1:00" }]);
    }
}

#[test]
fn calendar_entry_splits_a_night_at_midnight_and_keeps_amounts_apart() {
    let settings = settings(
        lug_program(LugEntry::Calendar, LugColumns::Eleven),
        &[
            (
                "work",
                WageType {
                    wage_type: Some(1_000),
                    send_as: SendAs::Hours,
                    bs_nr: None,
                    absence_key: Some("1".into()),
                },
            ),
            ("hand_entered:bonus", wage_type(9_001, SendAs::Amount)),
        ],
    );
    let lines = [
        with_spans(
            hours(5, WageKind::Work, 540, "2026-10"),
            vec![span("2026-10-24T22:00:00+02:00", "2026-10-25T06:00:00+01:00")],
        ),
        line(5, WageKind::HandEntered("bonus".into()), Quantity::Amount, "2026-10"),
    ];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let names: Vec<_> = set.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "lug_2026-10_1103899-62069_monat.txt",
            "lug_2026-10_1103899-62069_kalender.txt",
            "lug_import.ini"
        ]
    );
    assert!(set.files[0].bytes.ends_with(b"5;;;9001;;;123,45;;;;\r\n"));
    // The night the clocks go back: two hours before, seven after midnight.
    assert!(set.files[1].bytes.ends_with(b"5;24;1;1000;2,00;;;;;;\r\n5;25;1;1000;7,00;;;;;;\r\n"));
}

#[test]
fn an_estimate_says_so_in_name_file_and_cover_sheet() {
    let lines = [hours(1, WageKind::Work, 60, "2026-10")];
    let settings = simple(LODAS);
    let mut provisional = input(&settings, "2026-10", &[], &lines);
    provisional.purpose = Purpose::Estimate;
    let set = export(&provisional).expect("an estimate needs no approval");
    assert!(set.estimate && set.cover.estimate);
    assert_eq!(set.files[0].name, "lodas_2026-10_1103899-62069_schaetzung.txt");
    let file = lodas::read(&set.files[0].bytes, lodas::Layout::Strict).expect("a file");
    assert!(file.comments[0].contains("SCHÄTZUNG"));
    assert!(set.cover.notes.iter().any(|note| note.what.code() == "not_approved"));
    provisional.purpose = Purpose::Final;
    assert_eq!(export(&provisional).expect_err("not approved").code(), "payroll_problems");
}

#[test]
fn a_workbook_made_earlier_is_made_again_byte_for_byte() {
    // Pinned once; it would differ if any clock got into the file. A new
    // version of the library that writes workbooks may change it knowingly.
    let settings =
        simple(xlsx(&[Field::PersonnelNumber, Field::Name, Field::WageType, Field::Value]));
    let lines = [hours(26, WageKind::Work, 7_460, "2026-10")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    assert_eq!(
        set.files[0].sha256,
        "dc049d1b7766c87d3ff01672a4dfe79c085852e6911fce4af7e89fb519259809"
    );
}
