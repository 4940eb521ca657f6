//! A workbook: one sheet of the paper's name, tables under each other.

use crate::DocumentError;
use assistenz_core::time::Minutes;
use assistenz_core::view::sheet::{Cell, Sheet, Table};
use chrono::Datelike as _;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// Characters of a heading's width, and of a column that takes the rest.
const WIDE: u16 = 48;
const NARROW: u16 = 13;
const FIRST: u16 = 30;
/// Points of a row with two lines of text.
const TWO_LINES: u16 = 30;

/// The document as XLSX. Hours, days and money are numbers that can be added
/// up; texts are never formulas. The same document makes the same bytes.
///
/// # Errors
///
/// [`DocumentError::Xlsx`] for a text longer than a cell holds.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
    let mut book = Workbook::new();
    let made = date(sheet.made_on)?;
    let properties = DocProperties::new()
        .set_title(&sheet.title)
        .set_author(&sheet.author)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let page = book.add_worksheet();
    page.set_name(sheet_name(&sheet.file_name))?;
    if sheet.landscape {
        page.set_landscape();
    }
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    let forms = Forms::new();
    page.write_string_with_format(0, 0, &sheet.title, &forms.title)?;
    page.write_string_with_format(1, 0, &sheet.standing, &forms.plain)?;
    let mut row = 2;
    for fact in &sheet.facts {
        page.write_string_with_format(row, 0, &fact.label, &forms.strong)?;
        page.write_string_with_format(row, 1, &fact.value, &forms.text)?;
        row += 1;
    }
    widths(page, sheet)?;
    for table in &sheet.tables {
        row += 1;
        page.write_string_with_format(row, 0, &table.heading, &forms.heading)?;
        row += 1;
        if let Some(intro) = &table.intro {
            page.write_string_with_format(row, 0, intro, &forms.plain)?;
            row += 1;
        }
        if table.rows.is_empty() {
            page.write_string_with_format(row, 0, &table.empty, &forms.plain)?;
            row += 1;
            continue;
        }
        for (at, column) in (0_u16..).zip(&table.columns) {
            let head = if holds_numbers(table, usize::from(at)) {
                &forms.number_head
            } else {
                &forms.head
            };
            page.write_string_with_format(row, at, &column.head, head)?;
            // Not every program makes room for a second line by itself.
            if !column.wide && column.head.chars().count() > usize::from(NARROW) {
                page.set_row_height(row, TWO_LINES)?;
            }
        }
        row += 1;
        for cells in &table.rows {
            put(page, row, cells, &forms.body)?;
            row += 1;
        }
        if let Some(cells) = &table.totals {
            put(page, row, cells, &forms.sum)?;
            row += 1;
        }
    }
    for who in &sheet.signatures {
        // Room to write above the line.
        row += 3;
        page.write_string_with_format(row, 0, who, &forms.signature)?;
        row += 1;
    }
    if let Some(proof) = &sheet.proof {
        row += 1;
        page.write_string_with_format(row, 0, &proof.heading, &forms.heading)?;
        for line in &proof.lines {
            row += 1;
            page.write_string_with_format(row, 0, line, &forms.plain)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// How the kinds of cells of a row look.
struct Row {
    text: Format,
    figures: Format,
    day: Format,
    hours: Format,
    number: Format,
    money: Format,
}

struct Forms {
    title: Format,
    heading: Format,
    head: Format,
    number_head: Format,
    strong: Format,
    text: Format,
    plain: Format,
    signature: Format,
    body: Row,
    sum: Row,
}

impl Forms {
    fn new() -> Self {
        let plain = Format::new().set_quote_prefix();
        let text = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        let strong = plain.clone().set_bold();
        let row = |of: &Format| Row {
            text: of.clone().set_quote_prefix().set_text_wrap(),
            figures: right(of).set_quote_prefix(),
            day: of.clone().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left),
            hours: right(of).set_num_format("[h]:mm"),
            number: right(of).set_num_format("0.00"),
            money: right(of).set_num_format("#,##0.00 \"€\""),
        };
        let head = strong
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E9_EDF3))
            .set_border_bottom(FormatBorder::Thin);
        Self {
            title: strong.clone().set_font_size(16),
            heading: strong.clone().set_font_size(13),
            number_head: right(&head),
            head,
            body: row(&Format::new().set_align(FormatAlign::Top)),
            sum: row(&Format::new().set_bold().set_border_top(FormatBorder::Thin)),
            signature: plain.clone().set_text_wrap().set_border_top(FormatBorder::Thin),
            strong,
            text,
            plain,
        }
    }
}

/// Set to the right, with room before a text that follows.
fn right(form: &Format) -> Format {
    form.clone().set_align(FormatAlign::Right).set_indent(1)
}

/// `18,50`, `4.6250`: a text that is read as a number. Times of the day are not.
fn is_figures(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.'))
}

/// Whether numbers stand in a column, and nothing else.
fn holds_numbers(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    let mut found = false;
    let only = cells.all(|cell| match cell {
        Cell::Blank => true,
        Cell::Hours(_) | Cell::Hundredths(_) | Cell::Money(_) => {
            found = true;
            true
        }
        Cell::Text(text) if is_figures(text) => {
            found = true;
            true
        }
        Cell::Text(_) | Cell::Day(_) => false,
    });
    only && found
}

fn put(page: &mut Worksheet, row: u32, cells: &[Cell], form: &Row) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        match cell {
            Cell::Blank => page.write_blank(row, column, &form.text)?,
            Cell::Text(text) if is_figures(text) => {
                page.write_string_with_format(row, column, text, &form.figures)?
            }
            Cell::Text(text) => page.write_string_with_format(row, column, text, &form.text)?,
            Cell::Day(day) => page.write_with_format(row, column, &date(*day)?, &form.day)?,
            Cell::Hours(minutes) if minutes.get() < 0 => {
                // A workbook cannot show a negative length of time.
                page.write_string_with_format(row, column, minutes.to_string(), &form.text)?
            }
            Cell::Hours(minutes) => {
                page.write_with_format(row, column, &length(*minutes)?, &form.hours)?
            }
            Cell::Hundredths(value) => {
                page.write_number_with_format(row, column, number(*value)?, &form.number)?
            }
            Cell::Money(cents) => {
                page.write_number_with_format(row, column, number(cents.get())?, &form.money)?
            }
        };
    }
    Ok(())
}

/// The nearest number that a workbook can hold; cells hold nothing else. Read
/// from the decimal text, so that nothing is computed in floats.
fn number(hundredths: i64) -> Result<f64, XlsxError> {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    let text = format!("{sign}{}.{:02}", size / 100, size % 100);
    text.parse().map_err(|_| XlsxError::ParameterError(text))
}

fn date(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(u16::MAX);
    let (month, day) = (u8::try_from(day.month()), u8::try_from(day.day()));
    ExcelDateTime::from_ymd(year, month.unwrap_or(u8::MAX), day.unwrap_or(u8::MAX))
}

fn length(minutes: Minutes) -> Result<ExcelDateTime, XlsxError> {
    let hours = u16::try_from(minutes.get() / 60).unwrap_or(u16::MAX);
    let rest = u8::try_from(minutes.get() % 60).unwrap_or(u8::MAX);
    ExcelDateTime::from_hms(hours, rest, 0)
}

fn widths(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let most = sheet.tables.iter().map(|table| table.columns.len()).max().unwrap_or(2);
    for at in 0..u16::try_from(most).unwrap_or(u16::MAX) {
        let wide = sheet
            .tables
            .iter()
            .any(|table| table.columns.get(usize::from(at)).is_some_and(|c| c.wide));
        page.set_column_width(
            at,
            if at == 0 {
                FIRST
            } else if wide {
                WIDE
            } else {
                NARROW
            },
        )?;
    }
    Ok(())
}

/// At most 31 characters, none of those that sheets' names must not have.
fn sheet_name(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').take(31).collect()
}
