//! The cover sheet (Begleitblatt): what a clerk needs beside the files.
//!
//! Each line with our minutes, what the file says, the amount from our
//! minutes and the amount from the exported hours, so that a difference of a
//! cent is no riddle; lines to enter by hand; who joined and who left; the
//! SHA-256 of each file.

mod text;

pub(crate) use text::quantity;
pub use text::{Say, circumstances, kind, line_remark};

use crate::money::{Cents, Exact};
use crate::pay::line::{PayLine, Quantity, WageKind};
use crate::payroll::preview::{Fate, Preview};
use crate::payroll::problem::Problem;
use crate::payroll::row::HandReason;
use crate::payroll::settings::SendAs;
use crate::payroll::{Away, ExportFile, ExportInput};
use crate::time::Month;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// The data of the cover sheet.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct CoverSheet {
    /// The employer.
    pub employer: String,
    /// The payroll office.
    pub office: String,
    /// The word of the program.
    pub program: &'static str,
    /// Whether more than one source describes the layout.
    pub verified: bool,
    /// The month in which it is paid.
    pub month: Month,
    /// Whether it is an estimate.
    pub estimate: bool,
    /// The files.
    pub files: Vec<CoverFile>,
    /// The people, by personnel number.
    pub people: Vec<CoverPerson>,
    /// Hints of the preview.
    pub notes: Vec<Problem>,
    /// Questions about the month that nobody has answered when it is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<CoverQuestion>,
}

impl std::fmt::Debug for CoverSheet {
    /// Without anything about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CoverSheet({}, {} people)", self.month, self.people.len())
    }
}

/// A question that waits for its answer (offene Rückfrage).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverQuestion {
    /// About whom, by name; `None` if about nobody.
    pub name: Option<String>,
    /// The day it was asked.
    pub asked_on: NaiveDate,
    /// What is asked.
    pub text: String,
}

/// A file as the cover sheet names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverFile {
    /// Its name.
    pub name: String,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// Rows of pay.
    pub rows: usize,
}

/// One person on the cover sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverPerson {
    /// Id in the record.
    pub person: String,
    /// Name.
    pub name: String,
    /// Personalnummer; `None` for a person without lines.
    pub personnel_number: Option<u32>,
    /// First day, if it lies in this month.
    pub joined: Option<NaiveDate>,
    /// Last day, if it lies in this month.
    pub left: Option<NaiveDate>,
    /// Days of this month on which another version of the contract begins.
    pub contract_changes: Vec<NaiveDate>,
    /// Absences that touch the month.
    pub absences: Vec<Away>,
    /// The lines.
    pub lines: Vec<CoverLine>,
}

/// One line on the cover sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverLine {
    /// What it pays for.
    pub wage_kind: WageKind,
    /// The office's number for it.
    pub wage_type: Option<u32>,
    /// What we counted.
    pub quantity: Quantity,
    /// What the file says, in hundredths: the sum of its rows, and the unit.
    pub exported: Option<(i64, SendAs)>,
    /// The amount from our minutes.
    pub paid: Cents,
    /// The amount from the exported hours, where it is paid by the hour.
    pub paid_from_exported: Option<Cents>,
    /// The month of origin, on corrections.
    pub corrects: Option<Month>,
    /// Kostenstelle.
    pub cost_centre: Option<String>,
    /// What becomes of it.
    pub fate: Fate,
    /// Why it is entered by hand.
    pub by_hand: Option<HandReason>,
    /// The reason that was given for it.
    pub reason: Option<String>,
}

impl CoverPerson {
    /// The sum from our minutes.
    #[must_use]
    pub fn paid(&self) -> Cents {
        self.lines.iter().map(|line| line.paid).sum()
    }
}

/// The amount that the exported hundredths of hours make at the line's price.
///
/// The price is the rate, or rate times percent, whichever gives the line's
/// own amount; where neither does (the last of several cost centres takes the
/// rounding), the line's amount in proportion.
fn from_exported(line: &PayLine, value: i64, unit: SendAs) -> Option<Cents> {
    let Quantity::Minutes(minutes) = line.quantity else { return None };
    if unit != SendAs::Hours {
        return None;
    }
    let (numerator, denominator) = line.rate?;
    let rate = Exact::fraction(numerator, denominator)?;
    let with_percent = line.percent.map(|percent| rate * percent.exact());
    let exported = Exact::fraction(value, 100)?;
    [Some(rate), with_percent]
        .into_iter()
        .flatten()
        .find(|price| price.for_minutes(minutes).round() == line.columns.paid)
        .or_else(|| {
            let ours = Exact::fraction(minutes.get(), 60)?;
            Exact::from(line.columns.paid).checked_div(ours)
        })
        .map(|price| (price * exported).round())
}

impl CoverSheet {
    pub(crate) fn new(input: &ExportInput<'_>, preview: &Preview, files: &[ExportFile]) -> Self {
        let mut sums: Vec<Option<(i64, SendAs)>> = vec![None; preview.lines.len()];
        for row in &preview.rows {
            if let Some(sum) = sums.get_mut(row.line) {
                let so_far = sum.map_or(0, |(value, _)| value);
                *sum = Some((so_far + row.value, row.unit));
            }
        }
        let reasons: BTreeMap<usize, Option<HandReason>> =
            preview.hand_lines.iter().map(|hand| (hand.line, hand.reason)).collect();
        let mut people: BTreeMap<(Option<u32>, &str), CoverPerson> = BTreeMap::new();
        let known: BTreeMap<&str, &super::PersonMonth> = input
            .people
            .iter()
            .filter(|p| p.month == input.month)
            .map(|p| (p.person.as_str(), p))
            .collect();
        let names = super::free::names(input);
        let blank = |person: &str, personnel_number| CoverPerson {
            person: person.to_owned(),
            name: names.get(person).copied().unwrap_or_default().to_owned(),
            personnel_number,
            joined: known.get(person).and_then(|p| p.joined),
            left: known.get(person).and_then(|p| p.left),
            contract_changes: known
                .get(person)
                .map(|p| p.contract_changes.clone())
                .unwrap_or_default(),
            absences: known.get(person).map(|p| p.absences.clone()).unwrap_or_default(),
            lines: vec![],
        };
        for (at, fate) in preview.lines.iter().enumerate() {
            let line = &fate.line;
            let exported = sums.get(at).copied().flatten();
            let entry = input.settings.wage_type(&line.wage_kind);
            people
                .entry((line.personnel_number, &line.person))
                .or_insert_with(|| blank(&line.person, line.personnel_number))
                .lines
                .push(CoverLine {
                    wage_kind: line.wage_kind.clone(),
                    wage_type: entry.and_then(|entry| entry.wage_type),
                    quantity: line.quantity,
                    exported,
                    paid: line.columns.paid,
                    paid_from_exported: exported
                        .and_then(|(value, unit)| from_exported(line, value, unit)),
                    corrects: (line.month != line.month_of_origin).then_some(line.month_of_origin),
                    cost_centre: line.cost_centre.clone(),
                    fate: fate.fate,
                    by_hand: reasons.get(&at).copied().flatten(),
                    reason: line.reason.clone(),
                });
        }
        for person in known.keys() {
            if !people.keys().any(|(_, id)| id == person) {
                people.insert((None, person), blank(person, None));
            }
        }
        Self {
            employer: input.employer.to_owned(),
            office: input.settings.office.clone(),
            program: input.settings.program.word(),
            verified: preview.verified,
            month: input.month,
            estimate: preview.estimate,
            files: files
                .iter()
                .map(|file| CoverFile {
                    name: file.name.clone(),
                    sha256: file.sha256.clone(),
                    rows: file.rows,
                })
                .collect(),
            people: people.into_values().collect(),
            notes: preview.problems.clone(),
            questions: Vec::new(),
        }
    }

    /// The same with the questions that are open now.
    #[must_use]
    pub fn with_questions(self, questions: Vec<CoverQuestion>) -> Self {
        Self { questions, ..self }
    }
}
