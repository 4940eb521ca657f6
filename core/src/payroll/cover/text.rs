//! The cover sheet in sentences: one page of text, and the parts of it that
//! other forms of the sheet say in the same words.

use super::{CoverLine, CoverPerson, CoverQuestion, CoverSheet};
use crate::pay::line::{Named, Quantity, WageKind};
use crate::payroll::encode::decimal;
use crate::payroll::free::slashed;
use crate::payroll::preview::Fate;
use crate::payroll::settings::{DecimalMark, SendAs};
use chrono::NaiveDate;

/// Gives the sentence of a key in the reader's language, its words filled in.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

impl CoverSheet {
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
