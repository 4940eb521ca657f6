//! The preview (Vorschau): everything that would be written, and everything
//! that stands in its way, before a single byte is made.

use crate::pay::line::PayLine;
use crate::payroll::correction::{Prepared, allowed, prepare, retro_verified};
use crate::payroll::encode::Encoding;
use crate::payroll::free::cell_texts;
use crate::payroll::layout::Field;
use crate::payroll::problem::{Problem, Severity, What};
use crate::payroll::program::Program;
use crate::payroll::row::{HandReason, Outcome, Row, outcome};
use crate::payroll::settings::{Corrections, OfficeSettings, SendAs, Unmappable};
use crate::payroll::settings_check::SettingsRefusal;
use crate::payroll::{Approval, ExportInput, PersonMonth, Purpose};
use crate::time::Month;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What would be written, and what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The month in which it is paid.
    pub month: Month,
    /// Whether it is a provisional export.
    pub estimate: bool,
    /// Whether more than one source describes the layout.
    pub verified: bool,
    /// What is wrong with the settings; nothing else is looked at then.
    pub settings: Vec<SettingsRefusal>,
    /// Problems, the refusing ones first.
    pub problems: Vec<Problem>,
    /// Every line and what becomes of it, in the order of the files.
    pub lines: Vec<LineFate>,
    /// The rows of the files.
    pub rows: Vec<Row>,
    /// Lines to be entered by hand, and lines the office does not want.
    pub hand_lines: Vec<HandLine>,
}

/// A line and what becomes of it. Several corrections may be netted into one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineFate {
    /// Which of the given lines, from 0; more than one if netted.
    pub sources: Vec<usize>,
    /// The line itself, netted if it is a correction; without its spans, which
    /// are long and stand in the given lines.
    #[serde(flatten)]
    pub line: PayLine,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It stands in a file.
    Sent,
    /// The office enters it by hand.
    ByHand,
    /// The office does not want it.
    NotSent,
    /// Its value is zero.
    Zero,
    /// It cannot be written; a problem says why.
    Refused,
}

/// A line that is in no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HandLine {
    /// Which of the preview's lines, from 0.
    pub line: usize,
    /// Why it is entered by hand; `None` if the office does not want it.
    pub reason: Option<HandReason>,
}

impl Preview {
    /// Whether the files can be written.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.settings.is_empty()
            && self.problems.iter().all(|problem| problem.severity == Severity::Hint)
    }
}

/// Looks at everything and writes nothing.
#[must_use]
pub fn preview(input: &ExportInput<'_>) -> Preview {
    let mut preview = Preview {
        month: input.month,
        estimate: input.purpose == Purpose::Estimate,
        verified: input.settings.program.verified(),
        settings: input.settings.validate().err().unwrap_or_default(),
        problems: vec![],
        lines: vec![],
        rows: vec![],
        hand_lines: vec![],
    };
    if !preview.settings.is_empty() {
        return preview;
    }
    let prepared = prepare(input.lines);
    let mut found = Problems { all: vec![], estimate: preview.estimate };
    about_the_file(input, &prepared, &mut found);
    about_people(input, &mut found);
    about_lines(input, prepared, &mut preview, &mut found);
    days_counted_twice(&preview, &mut found);
    if input.settings.program.columns().is_some() {
        about_letters(input, &preview, &mut found);
    }
    found.all.sort_by_key(|problem| problem.severity);
    preview.problems = found.all;
    preview
}

struct Problems {
    all: Vec<Problem>,
    estimate: bool,
}

impl Problems {
    fn add(&mut self, person: Option<&str>, line: Option<usize>, severity: Severity, what: What) {
        self.all.push(Problem { person: person.map(str::to_owned), line, severity, what });
    }

    /// What a final export refuses and an estimate only mentions.
    fn unsettled(&mut self, person: &str, what: What) {
        let severity = if self.estimate { Severity::Hint } else { Severity::Refuses };
        self.add(Some(person), None, severity, what);
    }
}

fn about_the_file(input: &ExportInput<'_>, prepared: &[Prepared<'_>], found: &mut Problems) {
    let settings = input.settings;
    if found.estimate {
        found.add(None, None, Severity::Hint, What::Estimate);
    }
    if !settings.program.verified() {
        found.add(None, None, Severity::Hint, What::FormatUnverified);
    }
    let corrects = prepared.iter().any(|p| p.line.month != p.line.month_of_origin);
    if corrects && settings.corrections == Corrections::Retro && !retro_verified(&settings.program)
    {
        found.add(None, None, Severity::Hint, What::CorrectionUnverified);
    }
}

/// Approval, open and disputed entries, personnel numbers, empty months.
fn about_people(input: &ExportInput<'_>, found: &mut Problems) {
    let known: BTreeMap<(&str, Month), &PersonMonth> =
        input.people.iter().map(|p| ((p.person.as_str(), p.month), p)).collect();
    let mut months: BTreeSet<(&str, Month)> = input
        .people
        .iter()
        .filter(|p| p.month == input.month)
        .map(|p| (p.person.as_str(), p.month))
        .collect();
    let mut with_lines: BTreeSet<&str> = BTreeSet::new();
    let mut numbers: BTreeMap<u32, &str> = BTreeMap::new();
    let mut missing: BTreeSet<&str> = BTreeSet::new();
    let mut seen: BTreeSet<(&str, u32)> = BTreeSet::new();
    let highest = input.settings.program.limits().personnel_number;
    for line in input.lines {
        let person = line.person.as_str();
        months.insert((person, line.month_of_origin));
        if line.month == input.month {
            with_lines.insert(person);
        }
        let Some(number) = line.personnel_number else {
            missing.insert(person);
            continue;
        };
        if !seen.insert((person, number)) {
            continue;
        }
        if !(1..=highest).contains(&number) {
            let what = What::PersonnelNumberRange { number, highest };
            found.add(Some(person), None, Severity::Refuses, what);
        }
        let owner = *numbers.entry(number).or_insert(person);
        if owner != person {
            let what = What::PersonnelNumberTwice { number, other: owner.to_owned() };
            found.add(Some(person), None, Severity::Refuses, what);
        }
    }
    for person in missing {
        found.add(Some(person), None, Severity::Refuses, What::PersonnelNumberMissing);
    }
    for (person, month) in months {
        let Some(state) = known.get(&(person, month)) else {
            found.unsettled(person, What::NotApproved { month });
            continue;
        };
        match state.approval {
            // Of one that is not approved nobody knows yet what it comes to.
            Approval::Approved => {
                let lines = state.has_lines || with_lines.contains(person);
                if month == input.month && !lines {
                    found.add(Some(person), None, Severity::Hint, What::EmptyMonth { month });
                }
            }
            Approval::PartlyApproved => {
                found.add(Some(person), None, Severity::Hint, What::PartlyApproved { month });
            }
            Approval::Open | Approval::Declared => {
                found.unsettled(person, What::NotApproved { month });
            }
            Approval::ChangedSince => {
                found.unsettled(person, What::ChangedSinceApproval { month });
            }
        }
        if state.open_entries > 0 {
            let count = state.open_entries;
            found.unsettled(person, What::OpenEntries { month, count });
        }
        if state.disputed_entries > 0 {
            let count = state.disputed_entries;
            found.unsettled(person, What::DisputedEntries { month, count });
        }
    }
}

/// Each line: what becomes of it, and why not.
fn about_lines(
    input: &ExportInput<'_>,
    prepared: Vec<Prepared<'_>>,
    preview: &mut Preview,
    found: &mut Problems,
) {
    let settings = input.settings;
    let mut lost_centres = 0;
    preview.rows.reserve(prepared.len());
    preview.lines.reserve(prepared.len());
    for Prepared { line, sources } in prepared {
        let at = preview.lines.len();
        let source = sources.first().copied();
        let person = Some(line.person.as_str());
        let mut hints = Vec::new();
        let result = judge(&line, at, input, &mut hints);
        for hint in hints {
            found.add(person, source, Severity::Hint, hint);
        }
        let fate = match result {
            Outcome::Rows(mut rows) => {
                lost_centres += usize::from(line.cost_centre.is_some() && !has_centre(settings));
                preview.rows.append(&mut rows);
                match centre(&line, settings) {
                    Ok(()) => Fate::Sent,
                    Err(what) => {
                        found.add(person, source, Severity::Refuses, what);
                        Fate::Refused
                    }
                }
            }
            Outcome::ByHand(reason) => {
                preview.hand_lines.push(HandLine { line: at, reason: Some(reason) });
                Fate::ByHand
            }
            Outcome::NotSent => {
                preview.hand_lines.push(HandLine { line: at, reason: None });
                Fate::NotSent
            }
            Outcome::Zero => {
                let kind = line.wage_kind.word();
                found.add(person, source, Severity::Hint, What::Zero { kind });
                Fate::Zero
            }
            Outcome::Refused(what) => {
                found.add(person, source, Severity::Refuses, what);
                Fate::Refused
            }
        };
        preview.lines.push(LineFate { sources, line: without_spans(line), fate });
    }
    if lost_centres > 0 {
        let what = What::CostCentreNotCarried { lines: lost_centres };
        found.add(None, None, Severity::Hint, what);
    }
}

/// The line as the preview shows it.
fn without_spans(line: Cow<'_, PayLine>) -> PayLine {
    match line {
        Cow::Owned(netted) => PayLine { spans: vec![], ..netted },
        Cow::Borrowed(given) => PayLine {
            person: given.person.clone(),
            personnel_number: given.personnel_number,
            wage_kind: given.wage_kind.clone(),
            month: given.month,
            month_of_origin: given.month_of_origin,
            contract_version: given.contract_version.clone(),
            cost_centre: given.cost_centre.clone(),
            quantity: given.quantity,
            rate: given.rate,
            percent: given.percent,
            columns: given.columns,
            spans: vec![],
            reason: given.reason.clone(),
        },
    }
}

fn judge(line: &PayLine, at: usize, input: &ExportInput<'_>, hints: &mut Vec<What>) -> Outcome {
    if line.month != input.month {
        return Outcome::Refused(What::OtherMonth { month: line.month });
    }
    if let Err(what) = allowed(line, input.settings) {
        return Outcome::Refused(what);
    }
    let corrects = line.month != line.month_of_origin;
    if corrects && input.settings.corrections == Corrections::ByHand {
        return Outcome::ByHand(HandReason::Correction);
    }
    // A missing number is a problem of its own; the rest is looked at anyway.
    outcome(line, at, line.personnel_number.unwrap_or(0), input.settings, hints)
}

fn has_centre(settings: &OfficeSettings) -> bool {
    match settings.program.columns() {
        Some(columns) => columns.iter().any(|column| column.field == Field::CostCentre),
        None => settings.program.limits().cost_centre > 0,
    }
}

fn centre(line: &PayLine, settings: &OfficeSettings) -> Result<(), What> {
    if !has_centre(settings) {
        return Ok(());
    }
    let rule = &settings.cost_centre;
    match &line.cost_centre {
        None if rule.required => Err(What::CostCentreMissing { kind: line.wage_kind.word() }),
        None => Ok(()),
        // LODAS files may write NULL for "none".
        Some(text)
            if text.is_empty()
                || text.len() > rule.max_length
                || !text.chars().all(|c| rule.characters.allows(c))
                || (text == "NULL" && matches!(settings.program, Program::Lodas { .. })) =>
        {
            let longest = rule.max_length;
            Err(What::CostCentre { cost_centre: text.clone(), longest })
        }
        Some(_) => Ok(()),
    }
}

/// A day of absence counts once, also where two cost bearers share it.
fn days_counted_twice(preview: &Preview, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    for row in preview.rows.iter().filter(|row| row.unit == SendAs::Days) {
        let (Some(day), Some(fate)) = (row.day, preview.lines.get(row.line)) else { continue };
        if !seen.insert((row.personnel_number, row.origin, day, row.wage_type)) {
            let kind = fate.line.wage_kind.word();
            let what = What::DayTwice { day, kind };
            let source = fate.sources.first().copied();
            found.add(Some(&fate.line.person), source, Severity::Refuses, what);
        }
    }
}

/// Free texts of CSV and XLSX: letters and lengths.
fn about_letters(input: &ExportInput<'_>, preview: &Preview, found: &mut Problems) {
    const LONGEST_CELL: usize = 32_767;
    let settings = input.settings;
    let workbook = matches!(settings.program, Program::Xlsx { .. });
    let encoding = if workbook { Encoding::Utf8Bom } else { settings.encoding };
    let severity = match settings.unmappable {
        Unmappable::Refuse => Severity::Refuses,
        Unmappable::SpellOut => Severity::Hint,
    };
    let mut told = BTreeSet::new();
    for text in cell_texts(input, preview) {
        let letters = encoding.missing(text.text);
        let field = text.field.to_owned();
        if !letters.is_empty() && told.insert((text.person, text.field, text.text)) {
            found.add(text.person, text.line, severity, What::Letters { field, letters });
        } else if workbook && text.text.encode_utf16().count() > LONGEST_CELL {
            let what = What::TextTooLong { field, longest: LONGEST_CELL };
            found.add(text.person, text.line, Severity::Refuses, what);
        }
    }
}
