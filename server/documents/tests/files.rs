//! Every form of a document holds what the document says, and nothing that a
//! spreadsheet would run.

use assistenz_core::money::Cents;
use assistenz_core::time::Minutes;
use assistenz_core::view::sheet::{Cell, Column, Fact, Proof, Sheet, Table};
use assistenz_core::words::Language;
use assistenz_documents::Form;
use calamine::{Data, Reader as _, Xlsx};
use chrono::NaiveDate;
use std::io::Cursor;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
}

fn column(head: &str, wide: bool) -> Column {
    Column { head: head.into(), wide }
}

/// A month of one shift, a negative correction and a hostile remark.
fn sheet(name: &str, remark: &str) -> Sheet {
    Sheet {
        language: Language::German,
        file_name: "stundenzettel-2026-10-a1b2".into(),
        title: "Stundenzettel Oktober 2026".into(),
        about: Some(name.into()),
        author: "Jo Groß".into(),
        made_on: day(31),
        standing: "Freigegeben am Sa 31. Okt. 2026.".into(),
        firm: true,
        facts: vec![Fact { label: "Assistent:in".into(), value: name.into() }],
        tables: vec![Table {
            heading: "Dienste".into(),
            intro: Some("=Brutto, nach Lohnarten.".into()),
            columns: vec![
                column("Tag", false),
                column("Stunden", false),
                column("Brutto", false),
                column("Bemerkung", true),
            ],
            rows: vec![vec![
                Cell::Day(day(1)),
                Cell::Hours(Minutes::new(25 * 60 + 30)),
                Cell::Money(Cents::new(-123_456)),
                Cell::Text(remark.into()),
            ]],
            totals: Some(vec![
                Cell::Text("Summe".into()),
                Cell::Hours(Minutes::new(25 * 60 + 30)),
                Cell::Money(Cents::new(-123_456)),
                Cell::Blank,
            ]),
            empty: "Keine Dienste.".into(),
        }],
        proof: Some(Proof::new(Language::German, &["ab".repeat(32)], None)),
        signatures: vec!["Datum, Unterschrift".into()],
        data: serde_json::json!({ "hours": "25:30" }),
        landscape: true,
    }
}

#[test]
fn csv_is_marked_separated_by_semicolons_and_runs_nothing() {
    let bytes = assistenz_documents::csv(&sheet("=cmd()", "@SUM(A1)")).expect("written");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains("Assistent:in;'=cmd()\r\n"), "{text}");
    assert!(text.contains("Dienste\r\n'=Brutto, nach Lohnarten.\r\nTag;"), "{text}");
    assert!(text.contains("01.10.2026;25:30;-1234,56;'@SUM(A1)\r\n"), "{text}");
    assert!(text.contains("Summe;25:30;-1234,56;\r\n"), "{text}");
}

#[test]
fn xlsx_holds_numbers_that_add_up_and_texts_that_stay_texts() {
    let bytes = assistenz_documents::xlsx(&sheet("Ada", "=1+1")).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).expect("a sheet");
    let row = range
        .rows()
        .find(|row| matches!(row.get(3), Some(Data::String(text)) if text == "=1+1"))
        .expect("the row of the shift, its remark a text");
    let intro = Data::String("=Brutto, nach Lohnarten.".into());
    assert!(range.rows().any(|row| row[0] == intro), "what stands under the heading");
    let hours = match &row[1] {
        Data::DateTime(length) => length.as_f64(),
        Data::Float(length) => *length,
        other => panic!("no length of time: {other:?}"),
    };
    assert_eq!(format!("{hours:.6}"), "1.062500", "25:30 h in days");
    assert_eq!(row[2], Data::Float(-1234.56));
    assert!(book.worksheet_formula(&name).is_ok_and(|all| all.is_empty()), "no formula");
}

#[test]
fn who_signs_has_a_line_in_workbook_and_text() {
    let bytes = assistenz_documents::csv(&sheet("Ada", "")).expect("written");
    assert!(String::from_utf8(bytes).expect("UTF-8").contains("Datum, Unterschrift;\r\n"));
    let bytes = assistenz_documents::xlsx(&sheet("Ada", "")).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).expect("a sheet");
    assert!(range.rows().any(|row| row[0] == Data::String("Datum, Unterschrift".into())));
}

#[test]
fn json_holds_the_data_as_they_are() {
    let one = sheet("Ada", "");
    let bytes = Form::Json.make(&one).expect("written");
    let read: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(read, one.data);
}

#[test]
fn the_same_document_makes_the_same_bytes() {
    let one = sheet("Ada", "");
    assert_eq!(
        assistenz_documents::xlsx(&one).expect("written"),
        assistenz_documents::xlsx(&one).expect("written")
    );
    assert_eq!(
        assistenz_documents::csv(&one).expect("written"),
        assistenz_documents::csv(&one).expect("written")
    );
}
