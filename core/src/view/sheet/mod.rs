//! Documents as data (Belege): what a time sheet, a team month, a plan or a
//! cover sheet says, in finished words, before it becomes PDF, XLSX or CSV.
//!
//! Every document is a [`Sheet`]: facts, tables and a proof. The writers in
//! `server/documents` know no document, only this form, so that all of them
//! look and read alike.

mod cover;
mod month_plan;
mod team_month;
mod time_sheet;

pub use cover::cover;
pub use month_plan::{MonthPlan, PlannedDuty, month_plan};
pub use team_month::{TeamMonth, TeamMonthRow, team_month};
pub use time_sheet::{Reader, TimeSheet, TimeSheetState, time_sheet};

use crate::money::Cents;
use crate::pay::explain::{amount, clock};
use crate::pay::line::Quantity;
use crate::time::{Minute, Minutes};
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// A document in finished words.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Language of all its words.
    pub language: Language,
    /// Name of its file without ending: `stundenzettel-2026-10-a1b2`.
    pub file_name: String,
    /// What it is: `Stundenzettel Oktober 2026`.
    pub title: String,
    /// Whom it is about, where that is one person: a name or a pseudonym.
    pub about: Option<String>,
    /// Who is responsible for it; stands in its properties.
    pub author: String,
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// One sentence on what this is worth: approved, or provisional.
    pub standing: String,
    /// Whether it is as firm as such a document can be: approved, published as a
    /// whole. If not, `standing` is a caution.
    pub firm: bool,
    /// Who, for whom, when.
    pub facts: Vec<Fact>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// What it can be checked against.
    pub proof: Option<Proof>,
    /// Who signs, if anybody is to.
    pub signatures: Vec<String>,
    /// The same as data; a form of its own, and attached to a PDF.
    pub data: serde_json::Value,
    /// Whether the paper lies on its side.
    pub landscape: bool,
}

/// One label and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// `Assistent:in`.
    pub label: String,
    /// `Ada Muster`.
    pub value: String,
}

impl Fact {
    /// The fact that the key `key` names.
    #[must_use]
    pub fn new(language: Language, key: &str, value: impl Into<String>) -> Self {
        Self { label: say(language, key, &[]), value: value.into() }
    }
}

/// A table with one heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its heading.
    pub heading: String,
    /// What stands under the heading, if anything.
    pub intro: Option<String>,
    /// Its columns; none without content.
    pub columns: Vec<Column>,
    /// Its rows, as wide as the columns. The first cell names the row.
    pub rows: Vec<Vec<Cell>>,
    /// The sums, as wide as the columns.
    pub totals: Option<Vec<Cell>>,
    /// What is said instead of an empty table.
    pub empty: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Whether it takes the room that others leave.
    pub wide: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A local day.
    Day(NaiveDate),
    /// A length of time.
    Hours(Minutes),
    /// A count, in hundredths.
    Hundredths(i64),
    /// Money.
    Money(Cents),
}

impl Cell {
    /// A text, or nothing.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// A length, or nothing if it is zero.
    #[must_use]
    pub fn hours(minutes: Minutes) -> Self {
        if minutes == Minutes::ZERO { Self::Blank } else { Self::Hours(minutes) }
    }

    /// As people read it.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(day) => say(language, "sheet-day", &[("day", Value::Day(*day))]),
            Self::Hours(minutes) => minutes.to_string(),
            // Money has the same two decimals and the same marks.
            Self::Hundredths(count) => amount(language, Cents::new(*count)),
            Self::Money(cents) => say(language, "sheet-money", &[("amount", Value::Cents(*cents))]),
        }
    }

    /// Whether its column is read by its last digit.
    #[must_use]
    pub const fn is_figure(&self) -> bool {
        matches!(self, Self::Hours(_) | Self::Hundredths(_) | Self::Money(_))
    }
}

/// What a document can be checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its heading.
    pub heading: String,
    /// How to check it, in sentences.
    pub how: String,
    /// The hashes and the checkpoint, line by line.
    pub lines: Vec<String>,
    /// The same for a camera.
    pub code: String,
    /// What the code is, for those who cannot see it.
    pub code_is: String,
}

impl Proof {
    /// The proof of a document that rests on approved statements: their
    /// SHA-256 in hexadecimal digits, and a checkpoint of the team's log as its
    /// signed note (`docs/sync-protocol.md`, checkpoint).
    #[must_use]
    pub fn new(language: Language, statements: &[String], checkpoint: Option<&str>) -> Self {
        let lines = statements
            .iter()
            .map(|sha| say(language, "sheet-proof-statement", &[("sha", Value::Text(sha))]))
            .collect();
        Self::made(language, lines, statements.iter().map(String::as_str), checkpoint)
    }

    /// The same for several people: each hash with whose statement it is of,
    /// by the name that the document calls them.
    #[must_use]
    pub fn of_people(
        language: Language,
        statements: &[(&str, String)],
        checkpoint: Option<&str>,
    ) -> Self {
        let lines = statements
            .iter()
            .map(|(name, sha)| {
                let values = [("name", Value::Text(name)), ("sha", Value::Text(sha))];
                say(language, "sheet-proof-statement-of", &values)
            })
            .collect();
        Self::made(language, lines, statements.iter().map(|(_, sha)| sha.as_str()), checkpoint)
    }

    fn made<'a>(
        language: Language,
        mut lines: Vec<String>,
        hashes: impl Iterator<Item = &'a str>,
        checkpoint: Option<&str>,
    ) -> Self {
        let checkpoint = checkpoint.unwrap_or_default().trim();
        lines
            .extend((!checkpoint.is_empty()).then(|| say(language, "sheet-proof-checkpoint", &[])));
        lines.extend(checkpoint.lines().filter(|line| !line.is_empty()).map(str::to_owned));
        let code = hashes
            .map(|sha| format!("sha256:{sha}"))
            .chain((!checkpoint.is_empty()).then(|| checkpoint.to_owned()))
            .collect::<Vec<_>>()
            .join("\n");
        Self {
            heading: say(language, "sheet-proof", &[]),
            how: say(language, "sheet-proof-how", &[]),
            lines,
            code,
            code_is: say(language, "sheet-proof-code", &[]),
        }
    }
}

/// Leaves out the columns in which no row says anything, unless `keep` names
/// them.
fn without_blank_columns(mut table: Table, keep: &[usize]) -> Table {
    let said: Vec<bool> = (0..table.columns.len())
        .map(|at| {
            keep.contains(&at)
                || table.rows.iter().any(|row| row.get(at).is_some_and(|cell| *cell != Cell::Blank))
        })
        .collect();
    fn only<T>(row: &mut Vec<T>, said: &[bool]) {
        let mut at = 0;
        row.retain(|_| {
            at += 1;
            said.get(at - 1).copied().unwrap_or(true)
        });
    }
    only(&mut table.columns, &said);
    table.rows.iter_mut().for_each(|row| only(row, &said));
    if let Some(totals) = &mut table.totals {
        only(totals, &said);
    }
    table
}

/// The end of something that began on `day`: with its own day where that is
/// another one.
fn end_clock(language: Language, to: Minute, day: NaiveDate, zone: Tz) -> String {
    let time = clock(language, to, zone);
    let last = to.day(zone);
    if last == day {
        return time;
    }
    let values = [("time", Value::Text(&time)), ("day", Value::Day(last))];
    let key = if day.succ_opt() == Some(last) { "sheet-next-day" } else { "sheet-later-day" };
    say(language, key, &values)
}

/// `sheet-…` in the language.
fn head(language: Language, key: &str) -> Column {
    Column { head: say(language, key, &[]), wide: false }
}

/// How much, as a cell.
const fn quantity(quantity: Quantity) -> Cell {
    match quantity {
        Quantity::Minutes(minutes) => Cell::Hours(minutes),
        Quantity::Days(hundredths) | Quantity::Count(hundredths) => Cell::Hundredths(hundredths),
        Quantity::Amount => Cell::Blank,
    }
}

/// The tables as data: heading, and one object of words per row.
fn plain(tables: &[Table], language: Language) -> serde_json::Value {
    let table = |table: &Table| {
        let row = |cells: &Vec<Cell>| {
            table
                .columns
                .iter()
                .zip(cells)
                .map(|(column, cell)| (column.head.clone(), cell.words(language).into()))
                .collect::<serde_json::Map<_, _>>()
        };
        serde_json::json!({
            "heading": table.heading,
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
            "totals": table.totals.as_ref().map(row),
        })
    };
    tables.iter().map(table).collect()
}

#[cfg(test)]
mod tests;
