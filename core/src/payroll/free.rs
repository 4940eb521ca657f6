//! The cells of a free layout, shared by the CSV and XLSX writers.

use crate::money::Cents;
use crate::pay::line::{PayLine, Quantity, WageKind};
use crate::payroll::encode::{Encoding, decimal};
use crate::payroll::layout::{Column, Field};
use crate::payroll::preview::{Fate, Preview};
use crate::payroll::row::{Row, hours};
use crate::payroll::settings::{DecimalMark, OfficeSettings};
use crate::payroll::{ExportInput, Purpose};
use crate::time::Month;
use std::collections::BTreeMap;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Blank,
    /// A text that a person wrote or may write: made harmless by the writer.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Hundredths.
    Hundredths(i64),
}

/// A text that will stand in a cell, and whose it is.
pub(crate) struct CellText<'a> {
    pub(crate) person: Option<&'a str>,
    pub(crate) line: Option<usize>,
    pub(crate) field: &'a str,
    pub(crate) text: &'a str,
}

/// Names by the id in the record.
pub(crate) fn names<'a>(input: &ExportInput<'a>) -> BTreeMap<&'a str, &'a str> {
    input.people.iter().map(|p| (p.person.as_str(), p.name.as_str())).collect()
}

/// Every free text that the columns show: titles, constants, and of each sent
/// line its texts. Words of our own are not among them.
pub(crate) fn cell_texts<'a>(
    input: &ExportInput<'a>,
    preview: &'a Preview,
) -> impl Iterator<Item = CellText<'a>> {
    let columns = input.settings.program.columns().unwrap_or_default();
    let fixed = columns.iter().flat_map(|column| {
        [Some(column.heading()), column.text.as_deref()]
            .into_iter()
            .flatten()
            .map(|text| CellText { person: None, line: None, field: column.heading(), text })
    });
    let names = names(input);
    let sent = preview.lines.iter().filter(|line| matches!(line.fate, Fate::Sent | Fate::Refused));
    let of_lines = sent.flat_map(move |fate| {
        let line = &fate.line;
        let name = names.get(line.person.as_str()).copied();
        let source = fate.sources.first().copied();
        columns.iter().filter_map(move |column| {
            let text = match column.field {
                Field::Person => Some(line.person.as_str()),
                Field::Name => name,
                Field::WageKind => own_word(&line.wage_kind),
                Field::ContractVersion => Some(line.contract_version.as_str()),
                Field::Reason => line.reason.as_deref(),
                Field::CostCentre => line.cost_centre.as_deref(),
                Field::AdviserNumber
                | Field::ClientNumber
                | Field::PersonnelNumber
                | Field::Month
                | Field::MonthOfOrigin
                | Field::Year
                | Field::MonthNumber
                | Field::WageType
                | Field::Value
                | Field::Unit
                | Field::Minutes
                | Field::Hours
                | Field::ProcessingKey
                | Field::AbsenceKey
                | Field::Rate
                | Field::Percent
                | Field::Paid
                | Field::TaxFree
                | Field::TaxLiable
                | Field::SvFree
                | Field::SvLiable
                | Field::AccidentLiable
                | Field::Estimate
                | Field::Constant
                | Field::Empty => None,
            };
            text.map(|text| CellText {
                person: Some(line.person.as_str()),
                line: source,
                field: column.heading(),
                text,
            })
        })
    });
    fixed.chain(of_lines)
}

/// The word that a person chose, of kinds that have one.
fn own_word(kind: &WageKind) -> Option<&str> {
    if let WageKind::Contract(word) | WageKind::HandEntered(word) = kind {
        Some(word)
    } else {
        None
    }
}

/// One row of cells.
pub(crate) fn cells(
    columns: &[Column],
    row: &Row,
    line: &PayLine,
    name: Option<&str>,
    settings: &OfficeSettings,
    purpose: Purpose,
    encoding: Encoding,
) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(encoding.spell_out(text, settings.unmappable).into_owned());
    let maybe = |value: Option<&str>| value.map_or(Cell::Blank, text);
    let number = |value: Option<u32>| value.map_or(Cell::Blank, |n| Cell::Whole(i64::from(n)));
    let money = |cents: Cents| Cell::Hundredths(cents.get());
    columns
        .iter()
        .map(|column| match column.field {
            Field::AdviserNumber => number(settings.adviser_number),
            Field::ClientNumber => number(settings.client_number),
            Field::PersonnelNumber => number(Some(row.personnel_number)),
            Field::Person => text(&line.person),
            Field::Name => maybe(name),
            Field::Month => Cell::Text(slashed(row.month)),
            Field::MonthOfOrigin => Cell::Text(slashed(row.origin)),
            Field::Year => Cell::Whole(i64::from(row.origin.year())),
            Field::MonthNumber => Cell::Text(format!("{:02}", row.origin.month())),
            Field::WageType => number(row.wage_type),
            Field::WageKind => text(&line.wage_kind.word()),
            Field::Value => Cell::Hundredths(row.value),
            Field::Unit => Cell::Text(row.unit.german().to_owned()),
            Field::Minutes => match line.quantity {
                Quantity::Minutes(minutes) => Cell::Whole(minutes.get()),
                Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => Cell::Blank,
            },
            Field::Hours => match line.quantity {
                Quantity::Minutes(minutes) => Cell::Hundredths(hours(minutes)),
                Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => Cell::Blank,
            },
            Field::ProcessingKey => Cell::Whole(i64::from(row.bs_nr)),
            Field::AbsenceKey => maybe(row.absence_key.as_deref()),
            Field::CostCentre => maybe(line.cost_centre.as_deref()),
            Field::Rate => whole_cents(line).map_or(Cell::Blank, Cell::Hundredths),
            Field::Percent => line
                .percent
                .map_or(Cell::Blank, |percent| Cell::Hundredths(i64::from(percent.get()))),
            Field::Paid => money(line.columns.paid),
            Field::TaxFree => money(line.columns.tax_free),
            Field::TaxLiable => money(line.columns.tax_liable),
            Field::SvFree => money(line.columns.sv_free),
            Field::SvLiable => money(line.columns.sv_liable),
            Field::AccidentLiable => money(line.columns.accident_liable),
            Field::ContractVersion => text(&line.contract_version),
            Field::Reason => maybe(line.reason.as_deref()),
            Field::Estimate => match purpose {
                Purpose::Final => Cell::Blank,
                Purpose::Estimate => Cell::Text("Schätzung".to_owned()),
            },
            Field::Constant => maybe(column.text.as_deref()),
            Field::Empty => Cell::Blank,
        })
        .collect()
}

/// The rate of a line, if it is a whole number of cents for an hour.
pub(crate) fn whole_cents(line: &PayLine) -> Option<i64> {
    let (numerator, denominator) = line.rate?;
    (numerator.checked_rem(denominator)? == 0).then(|| numerator / denominator)
}

/// A month as payroll offices write it: `10/2026`.
pub(crate) fn slashed(month: Month) -> String {
    format!("{:02}/{:04}", month.month(), month.year())
}

/// A cell as text, numbers with two decimals where they have any.
pub(crate) fn plain(cell: &Cell, mark: DecimalMark) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
        Cell::Hundredths(value) => decimal(*value, mark),
    }
}
