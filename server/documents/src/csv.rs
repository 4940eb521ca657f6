//! Semicolons and a mark of UTF-8, as German spreadsheets expect them.

use crate::DocumentError;
use assistenz_core::view::sheet::{Cell, Sheet, Table};
use assistenz_core::words::Language;
use std::io::{Error, ErrorKind};

/// The document as CSV (RFC 4180 with `;`, UTF-8 with mark): title, standing
/// and facts, then each table under its heading. A text that a spreadsheet
/// would take for a formula gets an apostrophe before it.
///
/// # Errors
///
/// [`DocumentError::Csv`] if memory ran out.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut put = |row: Vec<String>| {
        writer.write_record(row).map_err(|error| DocumentError::Csv(error.into()))
    };
    put(vec![harmless(&sheet.title)])?;
    put(vec![harmless(&sheet.standing)])?;
    for fact in &sheet.facts {
        put(vec![harmless(&fact.label), harmless(&fact.value)])?;
    }
    for table in &sheet.tables {
        put(blank())?;
        for row in rows(table, sheet.language) {
            put(row)?;
        }
    }
    for who in &sheet.signatures {
        put(blank())?;
        put(vec![harmless(who), String::new()])?;
    }
    if let Some(proof) = &sheet.proof {
        put(blank())?;
        put(vec![harmless(&proof.heading)])?;
        for line in &proof.lines {
            put(vec![harmless(line)])?;
        }
    }
    let flushed = writer.into_inner().map_err(|_| Error::from(ErrorKind::OutOfMemory));
    flushed.map_err(DocumentError::Csv)
}

/// A line between tables.
fn blank() -> Vec<String> {
    vec![String::new(); 2]
}

fn rows(table: &Table, language: Language) -> Vec<Vec<String>> {
    let mut rows = vec![vec![harmless(&table.heading)]];
    rows.extend(table.intro.iter().map(|intro| vec![harmless(intro)]));
    rows.push(table.columns.iter().map(|column| harmless(&column.head)).collect());
    if table.rows.is_empty() {
        rows.push(vec![harmless(&table.empty)]);
    }
    let cells = |row: &Vec<Cell>| row.iter().map(|cell| written(cell, language)).collect();
    rows.extend(table.rows.iter().map(cells));
    rows.extend(table.totals.iter().map(cells));
    rows
}

/// Figures without signs of money, so that they can be added up; days as
/// `01.10.2026`.
fn written(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Day(day) => day.format("%d.%m.%Y").to_string(),
        Cell::Money(cents) => Cell::Hundredths(cents.get()).words(language).replace('.', ""),
        Cell::Blank | Cell::Hours(_) | Cell::Hundredths(_) => cell.words(language),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
