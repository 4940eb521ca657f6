//! The hand-over to payroll on one page: what is missing, what would go out,
//! what somebody enters by hand, what has changed since it went out last.

use crate::app::Handover;
use crate::document::PersonId;
use crate::money::Cents;
use crate::pay::explain;
use crate::pay::line::{Columns, PayLine, WageKind};
use crate::payroll::cover::{CoverPerson, CoverSheet, quantity};
use crate::payroll::preview::{Fate, Preview};
use crate::payroll::problem::{Problem, Severity, What};
use crate::payroll::settings::OfficeSettings;
use crate::payroll::{Approval, Purpose, preview};
use crate::time::Month;
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where the hand-over of a month stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has said what a payroll office wants: only sums per person.
    NoOffice,
    /// Something has to be settled first.
    Missing,
    /// The files can be made.
    Ready,
    /// They can be made, with those days that are approved; others are not.
    ReadyInPart,
    /// Nothing is new since the last one.
    Nothing,
}

impl Stage {
    /// Whether files can be made now.
    #[must_use]
    pub const fn may_go(self) -> bool {
        matches!(self, Self::Ready | Self::ReadyInPart)
    }
}

/// Where something is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the month of a person.
    Month(PersonId, Month),
    /// In the contract of a person.
    Contract(PersonId),
    /// In the settings of the payroll office.
    Settings,
    /// Nowhere: it is to be read.
    Nowhere,
}

/// Something that is missing, or to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// About whom; empty if about nobody.
    pub name: String,
    /// What is wrong.
    pub sentence: String,
    /// What to do.
    pub todo: String,
    /// Where.
    pub place: Place,
}

/// One line of pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `Nachtzuschlag 25 %`.
    pub name: String,
    /// `7:30 h`.
    pub quantity: String,
    /// `131,25 €`.
    pub amount: String,
    /// In the file, by hand and why, or left out.
    pub way: String,
    /// Whether somebody has to enter it by hand.
    pub by_hand: bool,
    /// The month it corrects, and why; empty if it is new.
    pub corrects: String,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's id.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// Whether the month is approved.
    pub approved: bool,
    /// The number at the payroll office; empty if there is none.
    pub number: String,
    /// Joined, left, contract changed, sick: one sentence each.
    pub notes: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The sum.
    pub paid: String,
    /// Of it free of tax.
    pub tax_free: String,
    /// Of it free of contributions.
    pub sv_free: String,
}

/// The hand-over of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverView {
    /// Where it stands.
    pub stage: Stage,
    /// The payroll office; empty without one.
    pub office: String,
    /// What keeps it from going out.
    pub missing: Vec<Hint>,
    /// What is to be read.
    pub hints: Vec<Hint>,
    /// Who is paid, by name.
    pub people: Vec<Person>,
    /// How many lines go into the files.
    pub in_files: usize,
    /// How many lines somebody enters by hand.
    pub by_hand: usize,
    /// How many lines correct an earlier month.
    pub corrections: usize,
    /// The sum of all.
    pub paid: String,
}

/// Puts a hand-over into words. `settings` are those of the payroll office,
/// where there is one.
#[must_use]
pub fn handover(
    language: Language,
    handover: &Handover,
    settings: Option<&OfficeSettings>,
) -> HandoverView {
    match settings {
        Some(settings) => for_office(language, handover, settings),
        None => without_office(language, handover),
    }
}

fn for_office(language: Language, from: &Handover, settings: &OfficeSettings) -> HandoverView {
    let input = from.input(settings, Purpose::Final);
    let found = preview(&input);
    let cover = CoverSheet::new(&input, &found, &[]);
    let names = names(from);
    let hint = |problem: &Problem| hint(language, problem, &names);
    let (missing, hints): (Vec<&Problem>, Vec<&Problem>) =
        found.problems.iter().partition(|problem| problem.severity == Severity::Refuses);
    let mut missing: Vec<Hint> = missing.into_iter().map(hint).collect();
    missing.extend(found.settings.iter().map(|wrong| Hint {
        name: String::new(),
        sentence: wrong.to_string(),
        todo: say(language, "page-payroll-todo-settings", &[]),
        place: Place::Settings,
    }));
    let in_part = hints.iter().any(|hint| matches!(hint.what, What::PartlyApproved { .. }));
    let stage = match (missing.is_empty(), found.lines.is_empty()) {
        (false, _) => Stage::Missing,
        (true, true) => Stage::Nothing,
        (true, false) if in_part => Stage::ReadyInPart,
        (true, false) => Stage::Ready,
    };
    let approved = |id: &str| {
        let mut all = from.people.iter();
        all.any(|person| {
            person.person == id
                && matches!(person.approval, Approval::Approved | Approval::PartlyApproved)
        })
    };
    let mut people: Vec<Person> = cover
        .people
        .iter()
        .map(|person| person_of(language, person, &found, approved(&person.person)))
        .collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let mut hints: Vec<Hint> = hints.into_iter().map(hint).collect();
    missing.sort_by(|one, other| one.name.cmp(&other.name));
    hints.sort_by(|one, other| one.name.cmp(&other.name));
    let counts = |fate: Fate| found.lines.iter().filter(|line| line.fate == fate).count();
    let paid: Cents = found.lines.iter().map(|line| line.line.columns.paid).sum();
    HandoverView {
        stage,
        office: settings.office.clone(),
        missing,
        hints,
        people,
        in_files: counts(Fate::Sent),
        by_hand: counts(Fate::ByHand),
        corrections: found.lines.iter().filter(|line| is_correction(&line.line)).count(),
        paid: money(language, paid),
    }
}

/// What an employer needs who pays by themself (Haushaltsscheck): the gross of
/// every person whose month is approved, or days of it.
fn without_office(language: Language, from: &Handover) -> HandoverView {
    let names = names(from);
    let missing = from.people.iter().filter_map(|person| {
        let month = person.month;
        let what = match person.approval {
            Approval::Approved => return None,
            Approval::PartlyApproved => What::PartlyApproved { month },
            Approval::Open | Approval::Declared => What::NotApproved { month },
            Approval::ChangedSince => What::ChangedSinceApproval { month },
        };
        let (person, severity) = (Some(person.person.clone()), Severity::Refuses);
        Some(hint(language, &Problem { person, line: None, severity, what }, &names))
    });
    let mut missing: Vec<Hint> = missing.collect();
    missing.sort_by(|one, other| one.name.cmp(&other.name));
    let mut people: BTreeMap<&str, Vec<&PayLine>> = BTreeMap::new();
    for line in &from.lines {
        people.entry(&line.person).or_default().push(line);
    }
    let view = |(id, lines): (&str, Vec<&PayLine>)| {
        let columns = sums(lines.iter().map(|line| &line.columns));
        let line = |line: &&PayLine| Line {
            name: explain::name(language, line),
            quantity: quantity_of(language, line),
            amount: money(language, line.columns.paid),
            way: String::new(),
            by_hand: false,
            corrects: corrects(language, line),
        };
        Person {
            person: id.parse().ok(),
            name: names.get(id).cloned().unwrap_or_default(),
            approved: true,
            number: String::new(),
            notes: Vec::new(),
            lines: lines.iter().map(line).collect(),
            paid: money(language, columns.paid),
            tax_free: money(language, columns.tax_free),
            sv_free: money(language, columns.sv_free),
        }
    };
    let paid: Cents = from.lines.iter().map(|line| line.columns.paid).sum();
    HandoverView {
        stage: Stage::NoOffice,
        office: String::new(),
        missing,
        hints: Vec::new(),
        corrections: from.lines.iter().filter(|line| is_correction(line)).count(),
        people: {
            let mut people: Vec<Person> = people.into_iter().map(view).collect();
            people.sort_by(|one, other| one.name.cmp(&other.name));
            people
        },
        in_files: 0,
        by_hand: 0,
        paid: money(language, paid),
    }
}

fn names(from: &Handover) -> BTreeMap<String, String> {
    from.people.iter().map(|person| (person.person.clone(), person.name.clone())).collect()
}

fn person_of(language: Language, cover: &CoverPerson, found: &Preview, approved: bool) -> Person {
    let mine = |line: &&crate::payroll::preview::LineFate| {
        line.line.person == cover.person && line.line.personnel_number == cover.personnel_number
    };
    let lines: Vec<_> = found.lines.iter().filter(mine).collect();
    let columns = sums(lines.iter().map(|line| &line.line.columns));
    // The cover sheet has the same lines of this person in the same order.
    let line = |(fate, beside): (&&crate::payroll::preview::LineFate, _)| {
        let beside: &crate::payroll::cover::CoverLine = beside;
        let way = match (fate.fate, beside.by_hand) {
            (_, Some(reason)) => reason.key(),
            (Fate::Sent, None) => "page-payroll-in-file",
            (Fate::ByHand, None) => "payroll-hand-wanted",
            (Fate::Zero, None) => "payroll-cover-zero",
            (Fate::NotSent, None) => "payroll-cover-not-sent",
            (Fate::Refused, None) => "page-payroll-refused",
        };
        Line {
            name: explain::name(language, &fate.line),
            quantity: quantity_of(language, &fate.line),
            amount: money(language, fate.line.columns.paid),
            way: say(language, way, &[]),
            by_hand: fate.fate == Fate::ByHand,
            corrects: corrects(language, &fate.line),
        }
    };
    Person {
        person: cover.person.parse().ok(),
        name: cover.name.clone(),
        approved,
        number: cover.personnel_number.map(|number| number.to_string()).unwrap_or_default(),
        notes: notes(language, cover),
        lines: lines.iter().zip(&cover.lines).map(line).collect(),
        paid: money(language, columns.paid),
        tax_free: money(language, columns.tax_free),
        sv_free: money(language, columns.sv_free),
    }
}

/// The sums of what is paid, and of it free of tax and of contributions.
fn sums<'a>(all: impl Iterator<Item = &'a Columns>) -> Columns {
    all.fold(Columns::default(), |sum, one| Columns {
        paid: sum.paid + one.paid,
        tax_free: sum.tax_free + one.tax_free,
        sv_free: sum.sv_free + one.sv_free,
        ..sum
    })
}

fn notes(language: Language, cover: &CoverPerson) -> Vec<String> {
    let on = |key: &str, day: NaiveDate| say(language, key, &[("day", Value::Day(day))]);
    let mut notes = Vec::new();
    notes.extend(cover.joined.map(|day| on("page-payroll-joined", day)));
    notes.extend(cover.left.map(|day| on("page-payroll-left", day)));
    notes.extend(cover.contract_changes.iter().map(|day| on("page-payroll-changed", *day)));
    notes.extend(cover.absences.iter().map(|away| {
        let word = away.kind.word().replace('_', "-");
        let kind = say(language, &format!("payroll-kind-{word}"), &[]);
        let days = [
            ("kind", Value::Text(&kind)),
            ("from", Value::Day(away.from)),
            ("to", Value::Day(away.to)),
        ];
        let told = say(language, "page-payroll-away", &days);
        let seen = match (&away.kind, away.certificate) {
            (WageKind::Sick, Some(day)) => {
                say(language, "page-payroll-certificate", &[("day", Value::Day(day))])
            }
            (WageKind::Sick, None) => say(language, "page-payroll-no-certificate", &[]),
            (_, _) => match away.due {
                Some(day) => say(language, "page-payroll-due", &[("day", Value::Day(day))]),
                None => return told,
            },
        };
        format!("{told}, {seen}")
    }));
    notes
}

fn is_correction(line: &PayLine) -> bool {
    line.month != line.month_of_origin
}

fn corrects(language: Language, line: &PayLine) -> String {
    if !is_correction(line) {
        return String::new();
    }
    let month = ("month", Value::Month(line.month_of_origin));
    match line.reason.as_deref().filter(|reason| !reason.is_empty()) {
        Some(reason) => {
            say(language, "page-payroll-corrects-why", &[month, ("reason", Value::Text(reason))])
        }
        None => say(language, "page-payroll-corrects", &[month]),
    }
}

fn quantity_of(language: Language, line: &PayLine) -> String {
    quantity(line.quantity, &|key, words| {
        let values: Vec<(&str, Value<'_>)> =
            words.iter().map(|(name, text)| (*name, Value::Text(text))).collect();
        say(language, key, &values)
    })
}

fn money(language: Language, cents: Cents) -> String {
    say(language, "page-payroll-money", &[("amount", Value::Cents(cents))])
}

/// A problem with the person's name, and months and kinds of pay as people say them.
fn hint(language: Language, problem: &Problem, names: &BTreeMap<String, String>) -> Hint {
    let words: Vec<(&str, String)> = problem
        .what
        .words()
        .into_iter()
        .map(|(name, word)| (name, spoken(language, name, word)))
        .collect();
    let values: Vec<(&str, Value<'_>)> =
        words.iter().map(|(name, text)| (*name, Value::Text(text))).collect();
    let person = problem.person.as_deref();
    Hint {
        name: person.and_then(|id| names.get(id)).cloned().unwrap_or_default(),
        sentence: say(language, &problem.what.problem_key(), &values),
        todo: say(language, &problem.what.todo_key(), &values),
        place: place_of(&problem.what, person.and_then(|id| id.parse().ok())),
    }
}

fn spoken(language: Language, name: &str, word: String) -> String {
    match name {
        "month" => match word.parse::<Month>() {
            Ok(month) => say(language, "page-payroll-month", &[("month", Value::Month(month))]),
            Err(_) => word,
        },
        "kind" => {
            let key = format!("payroll-kind-{}", word.replace('_', "-"));
            let said = say(language, &key, &[]);
            if said == key { word } else { said }
        }
        _ => word,
    }
}

fn place_of(what: &What, person: Option<PersonId>) -> Place {
    match what {
        What::NotApproved { month }
        | What::PartlyApproved { month }
        | What::ChangedSinceApproval { month }
        | What::OpenEntries { month, .. }
        | What::DisputedEntries { month, .. } => {
            person.map_or(Place::Nowhere, |person| Place::Month(person, *month))
        }
        What::PersonnelNumberMissing
        | What::PersonnelNumberRange { .. }
        | What::PersonnelNumberTwice { .. }
        | What::CostCentreMissing { .. }
        | What::CostCentre { .. } => person.map_or(Place::Nowhere, Place::Contract),
        What::Unmapped { .. }
        | What::Unit { .. }
        | What::NotCarried { .. }
        | What::ValueRange { .. }
        | What::DayHours { .. }
        | What::DayOutsideMonth { .. }
        | What::DayTwice { .. }
        | What::SpansDoNotFit { .. }
        | What::CorrectionTooOld { .. }
        | What::CorrectionKind { .. }
        | What::Letters { .. }
        | What::TextTooLong { .. } => Place::Settings,
        What::Zone { .. }
        | What::ClockChange { .. }
        | What::ClockBackwards { .. }
        | What::CostCentreNotCarried { .. }
        | What::OtherMonth { .. }
        | What::OriginAhead { .. }
        | What::CorrectionUnverified
        | What::Zero { .. }
        | What::EmptyMonth { .. }
        | What::FormatUnverified
        | What::Estimate => Place::Nowhere,
    }
}
