//! An Excel workbook with free columns (XLSX).
//!
//! The same rows make the same bytes: the time in the document's properties is
//! given, and the archive holds no time of its own. Texts are written as
//! strings, never as formulas, with the quote prefix that keeps them texts
//! when a cell is edited.

use crate::payroll::free::Cell;
use crate::payroll::layout::Column;
use chrono::NaiveDateTime;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The bytes of the workbook.
///
/// # Errors
///
/// [`XlsxError`] if there are more rows than a sheet holds, or a text is too
/// long for a cell.
pub(crate) fn write(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
    header: &[Vec<Cell>],
    sheet_name: &str,
    document_time: NaiveDateTime,
) -> Result<Vec<u8>, XlsxError> {
    let stamp = document_time.format("%Y-%m-%dT%H:%M:%S").to_string();
    let time = ExcelDateTime::parse_from_str(&stamp)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&time));
    let text = Format::new().set_quote_prefix();
    let bold = Format::new().set_quote_prefix().set_bold();
    let whole = Format::new().set_num_format("0");
    let hundredths = Format::new().set_num_format("0.00");
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name)?;
    let titles = columns.iter().map(|column| Cell::Text(column.heading().to_owned())).collect();
    let above = header.iter().cloned().chain([titles]).map(|cells| (cells, &bold));
    let all = above.chain(rows.map(|cells| (cells, &text)));
    for (row, (cells, format)) in (0_u32..).zip(all) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Blank => {}
                Cell::Text(value) => {
                    sheet.write_string_with_format(row, column, value, format)?;
                }
                Cell::Whole(value) => {
                    sheet.write_number_with_format(row, column, number(value, false)?, &whole)?;
                }
                Cell::Hundredths(value) => {
                    let value = number(value, true)?;
                    sheet.write_number_with_format(row, column, value, &hundredths)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// The nearest number that a workbook can hold; cells hold nothing else. Read
/// from the decimal text, so that nothing is computed in floats.
fn number(value: i64, hundredths: bool) -> Result<f64, XlsxError> {
    let text = if hundredths {
        crate::payroll::encode::decimal(value, crate::payroll::settings::DecimalMark::Point)
    } else {
        value.to_string()
    };
    text.parse().map_err(|_| XlsxError::ParameterError(text))
}
