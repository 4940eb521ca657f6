//! The cover sheet (Begleitblatt): what a clerk needs beside the files.
//!
//! Each line with our minutes, what the file says, the amount from our
//! minutes and the amount from the exported hours, so that a difference of a
//! cent is no riddle; lines to enter by hand; who joined and who left; the
//! SHA-256 of each file.

use crate::money::{Cents, Exact};
use crate::pay::line::{Named, PayLine, Quantity, WageKind};
use crate::payroll::encode::decimal;
use crate::payroll::free::slashed;
use crate::payroll::preview::{Fate, Preview};
use crate::payroll::problem::Problem;
use crate::payroll::row::HandReason;
use crate::payroll::settings::{DecimalMark, SendAs};
use crate::payroll::{Away, ExportFile, ExportInput};
use crate::time::Month;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Gives the sentence of a key in the reader's language, its words filled in.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

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

    /// The cover sheet as one page of text. `say` gives the sentence of a key
    /// in the reader's language, with its words filled in.
    #[must_use]
    pub fn text(&self, say: Say<'_>) -> String {
        let plain = |key: &str| say(key, &[]);
        let mut page = vec![
            say("payroll-cover-title", &[("month", slashed(self.month))]),
            say("payroll-cover-from", &[("employer", clean(&self.employer))]),
            say("payroll-cover-to", &[("office", clean(&self.office))]),
            say("payroll-cover-program", &[("program", self.program.to_owned())]),
        ];
        if self.estimate {
            page.push(plain("payroll-cover-estimate"));
        }
        page.push(plain(if self.verified {
            "payroll-cover-not-certified"
        } else {
            "payroll-cover-unverified"
        }));
        page.push(String::new());
        page.push(plain("payroll-cover-files"));
        for file in &self.files {
            let rows = file.rows.to_string();
            page.push(format!(
                "  {}\n    {}",
                say("payroll-cover-file", &[("name", file.name.clone()), ("rows", rows)]),
                say("payroll-cover-sha", &[("sha", file.sha256.clone())])
            ));
        }
        for person in &self.people {
            page.push(String::new());
            self.person(person, say, &mut page);
        }
        if !self.notes.is_empty() {
            page.push(String::new());
            page.push(plain("payroll-cover-notes"));
            for note in &self.notes {
                let words: Vec<(&str, String)> =
                    note.what.words().into_iter().map(|(key, word)| (key, clean(&word))).collect();
                let who = note.person.as_ref().map_or_else(String::new, |id| {
                    let name = self.people.iter().find(|p| p.person == *id);
                    format!("{}: ", clean(name.map_or(id.as_str(), |p| p.name.as_str())))
                });
                page.push(format!(
                    "  {who}{} {}",
                    say(&note.what.problem_key(), &words),
                    say(&note.what.todo_key(), &words)
                ));
            }
        }
        if !self.questions.is_empty() {
            page.push(String::new());
            page.push(plain("payroll-cover-questions"));
            for question in &self.questions {
                page.push(format!("  {}", question.sentence(say)));
            }
        }
        page.push(String::new());
        page.join("\n")
    }

    fn person(&self, person: &CoverPerson, say: Say<'_>, page: &mut Vec<String>) {
        let number = person.personnel_number.map_or_else(|| "–".to_owned(), |n| n.to_string());
        let name = clean(&person.name);
        page.push(say("payroll-cover-person", &[("name", name), ("number", number)]));
        let date = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
        page.extend(circumstances(person, &date, say).into_iter().map(|one| format!("  {one}")));
        if person.lines.is_empty() {
            page.push(format!("  {}", say("payroll-cover-empty", &[])));
        }
        for line in &person.lines {
            let mut text = vec![kind(&line.wage_kind, say)];
            if let Some(number) = line.wage_type {
                text.push(say("payroll-cover-wage-type", &[("number", number.to_string())]));
            }
            text.push(quantity(line.quantity, say));
            match line.exported {
                Some((value, unit)) => text.push(say(
                    "payroll-cover-exported",
                    &[
                        ("value", decimal(value, DecimalMark::Comma)),
                        ("unit", say(unit_key(unit), &[])),
                    ],
                )),
                None => text.push(fate(line, say)),
            }
            text.push(say("payroll-cover-amount", &[("amount", line.paid.to_string())]));
            if let Some(amount) = line.paid_from_exported {
                text.push(say("payroll-cover-amount-exported", &[("amount", amount.to_string())]));
            }
            text.extend(origins(line, say));
            page.push(format!("  {}", text.join(" · ")));
        }
        if !person.lines.is_empty() {
            let total = person.paid().to_string();
            page.push(format!("  {}", say("payroll-cover-total", &[("amount", total)])));
        }
    }
}

/// What a clerk must know of a person beside the lines: joined, left, another
/// version of the contract, and the absences, one sentence each. `date` words
/// a day.
#[must_use]
pub fn circumstances(
    person: &CoverPerson,
    date: &dyn Fn(NaiveDate) -> String,
    say: Say<'_>,
) -> Vec<String> {
    let told = |key: &str, day: NaiveDate| say(key, &[("day", date(day))]);
    let mut sentences = Vec::new();
    sentences.extend(person.joined.map(|day| told("payroll-cover-joined", day)));
    sentences.extend(person.left.map(|day| told("payroll-cover-left", day)));
    sentences.extend(person.contract_changes.iter().map(|day| told("payroll-cover-changed", *day)));
    for away in &person.absences {
        let certificate = match (&away.kind, away.certificate) {
            (WageKind::Sick, Some(day)) => told("payroll-cover-certified", day),
            (WageKind::Sick, None) => say("payroll-cover-no-certificate", &[]),
            (WageKind::MaternityPay | WageKind::MaternityAllowance, _) => {
                away.due.map_or_else(String::new, |day| told("payroll-cover-due", day))
            }
            (_, _) => String::new(),
        };
        let words = [
            ("kind", kind(&away.kind, say)),
            ("from", date(away.from)),
            ("to", date(away.to)),
            ("certificate", certificate),
        ];
        sentences.push(say("payroll-cover-away", &words).trim_end().to_owned());
    }
    sentences
}

impl CoverQuestion {
    /// `03.11.2026, Ada Muster: Steuerklasse III oder V?`
    #[must_use]
    pub fn sentence(&self, say: Say<'_>) -> String {
        let day = ("day", self.asked_on.format("%d.%m.%Y").to_string());
        let text = ("text", clean(&self.text));
        match &self.name {
            Some(name) => say("payroll-cover-question-about", &[day, ("name", clean(name)), text]),
            None => say("payroll-cover-question", &[day, text]),
        }
    }
}

/// Why a line is not in the file.
fn fate(line: &CoverLine, say: Say<'_>) -> String {
    match (line.fate, line.by_hand) {
        (_, Some(reason)) => say(reason.key(), &[]),
        (Fate::Zero, None) => say("payroll-cover-zero", &[]),
        (Fate::Sent | Fate::ByHand | Fate::NotSent | Fate::Refused, None) => {
            say("payroll-cover-not-sent", &[])
        }
    }
}

/// Which month it corrects, which cost centre it belongs to, why it is there.
fn origins(line: &CoverLine, say: Say<'_>) -> Vec<String> {
    let corrects =
        line.corrects.map(|origin| say("payroll-cover-corrects", &[("month", slashed(origin))]));
    let centre = line
        .cost_centre
        .as_ref()
        .map(|centre| say("payroll-cover-cost-centre", &[("centre", clean(centre))]));
    let reason = line
        .reason
        .as_ref()
        .map(|reason| say("payroll-cover-reason", &[("reason", clean(reason))]));
    [corrects, centre, reason].into_iter().flatten().collect()
}

/// What there is to say of a line beside its figures, in one text.
#[must_use]
pub fn line_remark(line: &CoverLine, say: Say<'_>) -> String {
    let mut text: Vec<String> = Vec::new();
    if line.exported.is_none() {
        text.push(fate(line, say));
    }
    if let Some(amount) = line.paid_from_exported.filter(|amount| *amount != line.paid) {
        text.push(say("payroll-cover-amount-exported", &[("amount", amount.to_string())]));
    }
    text.extend(origins(line, say));
    text.join(" · ")
}

/// A text on one line without control signs, so that nobody's name can forge
/// a line of this page.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The name of a wage kind in the reader's language.
#[must_use]
pub fn kind(kind: &WageKind, say: Say<'_>) -> String {
    match kind.named() {
        Named::ByContract(word) => say("payroll-kind-contract", &[("word", clean(word))]),
        Named::ByHand(word) => say("payroll-kind-hand-entered", &[("word", clean(word))]),
        Named::Plain => say(&format!("payroll-kind-{}", kind.word().replace('_', "-")), &[]),
    }
}

pub(crate) fn quantity(quantity: Quantity, say: Say<'_>) -> String {
    let hundredths = |number: i64| decimal(number, DecimalMark::Comma);
    match quantity {
        Quantity::Minutes(minutes) => {
            say("payroll-quantity-hours", &[("hours", minutes.to_string())])
        }
        Quantity::Days(days) => say("payroll-quantity-days", &[("days", hundredths(days))]),
        Quantity::Count(count) => say("payroll-quantity-count", &[("count", hundredths(count))]),
        Quantity::Amount => say("payroll-quantity-amount", &[]),
    }
}

const fn unit_key(unit: SendAs) -> &'static str {
    match unit {
        SendAs::Hours => "payroll-unit-hours",
        SendAs::Days => "payroll-unit-days",
        SendAs::Count => "payroll-unit-count",
        SendAs::Amount => "payroll-unit-amount",
        SendAs::ByHand | SendAs::NotSent => "payroll-cover-not-sent",
    }
}
