//! Texts that want to break a file, and many rows.

use crate::make::*;
use crate::payroll_readers::{ansi, csv as csv_reader, lodas};
use assistenz_core::pay::line::{PayLine, Quantity, WageKind};
use assistenz_core::payroll::encode::Encoding;
use assistenz_core::payroll::layout::Field;
use assistenz_core::payroll::program::{Program, Separator};
use assistenz_core::payroll::settings::{OfficeSettings, Unmappable};
use assistenz_core::payroll::{ExportSet, export};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// Texts that both encodings have.
const NASTY: [&str; 17] = [
    "Zoë Größe-Müßig",
    "a;b",
    "a,b",
    "\"quoted\"",
    "a\"\"b",
    "two\r\nlines",
    "two\nlines",
    "tab\there",
    "=1+1",
    "+49",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "'already",
    "=cmd|' /C calc'!A0",
];
/// Texts that Windows-1252 does not have; the last two no file has.
const FOREIGN: [&str; 6] = ["Łukasz", "Ağa", "Ольга", "日本", "bell\u{7}", "nul\u{0}"];

const TEXTS: [Field; 4] = [Field::PersonnelNumber, Field::Name, Field::Reason, Field::Value];

fn with_texts(settings: &OfficeSettings, texts: &[&str]) -> Result<ExportSet, &'static str> {
    let lines: Vec<PayLine> = (1_u32..)
        .zip(texts)
        .map(|(number, text)| {
            let mut line = hours(number, WageKind::Work, 60, "2026-10");
            line.reason = Some((*text).to_owned());
            line
        })
        .collect();
    let mut people = all_approved(&lines);
    for (person, text) in people.iter_mut().zip(texts) {
        person.name = (*text).to_owned();
    }
    export(&input(settings, "2026-10", &people, &lines)).map_err(|refusal| refusal.code())
}

/// What a spreadsheet would run.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[test]
fn nasty_texts_come_back_from_csv_and_none_is_a_formula() {
    for (separator, sign) in
        [(Separator::Semicolon, ';'), (Separator::Comma, ','), (Separator::Tab, '\t')]
    {
        for encoding in [Encoding::Windows1252, Encoding::Utf8Bom] {
            let mut settings = simple(csv(&TEXTS));
            settings.encoding = encoding;
            if let Program::Csv { separator: chosen, .. } = &mut settings.program {
                *chosen = separator;
            }
            let set = with_texts(&settings, &NASTY).expect("an export");
            let bytes = &set.files[0].bytes;
            let text = match encoding {
                Encoding::Windows1252 => ansi(bytes).expect("ANSI"),
                Encoding::Utf8Bom => String::from_utf8(bytes.clone())
                    .expect("UTF-8")
                    .strip_prefix('\u{feff}')
                    .expect("a byte order mark")
                    .to_owned(),
            };
            let records = csv_reader::read(&text, sign).expect("strict CSV");
            assert_eq!(records[0], ["Personalnummer", "Name", "Grund", "Wert"]);
            assert_eq!(records.len(), NASTY.len() + 1);
            for (record, text) in records[1..].iter().zip(NASTY) {
                for cell in &record[1..3] {
                    assert!(!is_formula(cell), "{cell:?}");
                    assert_eq!(
                        cell.strip_prefix('\'').unwrap_or(cell),
                        text.strip_prefix('\'').unwrap_or(text)
                    );
                }
                assert_eq!(record[3], "1,00");
            }
        }
    }
}

#[test]
fn letters_outside_the_code_page_are_refused_or_spelled_out_never_replaced() {
    for text in FOREIGN {
        let mut settings = simple(csv(&TEXTS));
        assert_eq!(with_texts(&settings, &[text]), Err("payroll_problems"), "{text:?}");
        settings.unmappable = Unmappable::SpellOut;
        let set = with_texts(&settings, &[text]).expect("spelled out");
        let read = ansi(&set.files[0].bytes).expect("ANSI");
        assert!(read.contains("[U+") && !read.contains('?'), "{read:?}");
        assert!(set.cover.notes.iter().any(|note| note.what.code() == "letters"), "{text:?}");
        settings.encoding = Encoding::Utf8Bom;
        settings.unmappable = Unmappable::Refuse;
        let control = text.chars().any(char::is_control);
        assert_eq!(with_texts(&settings, &[text]).is_err(), control, "{text:?}");
    }
}

#[test]
fn nasty_texts_come_back_from_a_workbook_as_texts() {
    let mut settings = simple(xlsx(&TEXTS));
    settings.unmappable = Unmappable::SpellOut;
    let texts: Vec<&str> = NASTY.into_iter().chain(FOREIGN).collect();
    let set = with_texts(&settings, &texts).expect("an export");
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(set.files[0].bytes.clone())).expect("a book");
    assert_eq!(book.sheet_names(), ["Lohndaten"]);
    let formulas = book.worksheet_formula("Lohndaten").expect("a sheet");
    assert!(formulas.used_cells().next().is_none());
    let sheet = book.worksheet_range("Lohndaten").expect("a sheet");
    assert_eq!(sheet.height(), texts.len() + 1);
    for (row, text) in sheet.rows().skip(1).zip(texts) {
        let Data::String(name) = &row[1] else { panic!("{:?} is no text", row[1]) };
        // XML folds line ends; nothing else may change.
        let folded = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        let spelled = text.replace('\u{7}', "[U+0007]").replace('\u{0}', "[U+0000]");
        assert_eq!(folded(&name.replace("_x000D_", "\r")), folded(&spelled));
        assert_eq!(row[3], Data::Float(1.0));
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_named() {
    let long = "ä".repeat(32_768);
    assert_eq!(with_texts(&simple(xlsx(&TEXTS)), &[&long]), Err("payroll_problems"));
    assert!(with_texts(&simple(xlsx(&TEXTS)), &[&long[2..]]).is_ok());
}

#[test]
fn words_of_contracts_cannot_break_a_datev_file() {
    // The word is a key of the mapping and never stands in the file.
    let word = "x;\r\n[Bewegungsdaten]\r\n1;1;";
    let mut settings = simple(LODAS);
    settings.wage_types.insert(
        format!("contract:{word}"),
        wage_type(60, assistenz_core::payroll::settings::SendAs::Hours),
    );
    let lines = [hours(1, WageKind::Contract(word.into()), 60, "2026-10")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let file = lodas::read(&set.files[0].bytes, lodas::Layout::Strict).expect("a file");
    assert_eq!(file.bookings.len(), 1);
}

#[test]
fn ten_thousand_rows_are_read_back_from_every_table() {
    let lines: Vec<PayLine> = (1..=10_000)
        .map(|n| {
            let minutes = i64::from(n % 700 + 1);
            let mut line = hours(n, WageKind::Work, minutes, "2026-10");
            line.reason = Some(NASTY[n as usize % NASTY.len()].to_owned());
            line
        })
        .collect();
    let people: Vec<_> = lines.iter().map(|line| approved(&line.person, "2026-10")).collect();
    let run = |program| {
        let settings = simple(program);
        export(&input(&settings, "2026-10", &people, &lines)).expect("an export").files.remove(0)
    };
    let file = lodas::read(&run(LODAS).bytes, lodas::Layout::Strict).expect("LODAS");
    assert_eq!(file.bookings.len(), 10_000);
    for (booking, line) in file.bookings.iter().zip(&lines) {
        let Quantity::Minutes(minutes) = line.quantity else { panic!("hours only") };
        assert_eq!(booking.value, half_up(minutes.get()));
    }
    let text = ansi(&run(csv(&TEXTS)).bytes).expect("ANSI");
    assert_eq!(csv_reader::read(&text, ';').expect("CSV").len(), 10_001);
    let book = run(xlsx(&TEXTS)).bytes;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book)).expect("a book");
    assert_eq!(book.worksheet_range("Lohndaten").expect("a sheet").height(), 10_001);
}
