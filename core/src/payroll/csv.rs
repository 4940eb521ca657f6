//! Comma-separated values with free columns (CSV).
//!
//! A spreadsheet runs cells that begin with `= + - @`, tabulator or carriage
//! return as formulas. Texts that begin so get an apostrophe in front;
//! numbers of ours may be negative and stay as they are.

use crate::payroll::free::{Cell, plain};
use crate::payroll::layout::Column;
use crate::payroll::program::Separator;
use crate::payroll::settings::DecimalMark;
use std::borrow::Cow;

/// The text of the file; rows end with CRLF, cells are quoted where needed.
///
/// # Errors
///
/// None in practice: the writer writes into memory.
pub(crate) fn write(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
    separator: Separator,
    header: bool,
    mark: DecimalMark,
) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator.byte())
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Necessary)
        .from_writer(Vec::new());
    if header {
        writer
            .write_record(columns.iter().map(|column| harmless(column.heading()).into_owned()))?;
    }
    for cells in rows {
        writer.write_record(cells.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text).into_owned(),
            Cell::Blank | Cell::Whole(_) | Cell::Hundredths(_) => plain(cell, mark),
        }))?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A text that no spreadsheet runs as a formula.
fn harmless(text: &str) -> Cow<'_, str> {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n'];
    // Full-width forms too: some spreadsheets fold them.
    let wide = ['＝', '＋', '－', '＠'];
    match text.chars().next() {
        Some(first) if signs.contains(&first) || wide.contains(&first) => {
            Cow::Owned(format!("'{text}"))
        }
        Some(_) | None => Cow::Borrowed(text),
    }
}
