//! The team's month (Monatsübersicht): one row per person.

use super::{Cell, Column, Fact, Proof, Sheet, Table, head, plain, without_blank_columns};
use crate::pay::line::{PayLine, Quantity, WageKind};
use crate::record::statement::Statement;
use crate::time::{Minutes, Month};
use crate::words::{Language, Value, say};
use crate::work::Kind;
use chrono::NaiveDate;

/// What the overview is made of.
#[derive(Debug, Clone)]
pub struct TeamMonth<'a> {
    /// In which language.
    pub language: Language,
    /// The employer's name.
    pub employer: &'a str,
    /// The month.
    pub month: Month,
    /// The day on which it is made.
    pub made_on: NaiveDate,
    /// Everyone of the team who works, approved or not.
    pub people: Vec<TeamMonthRow<'a>>,
    /// Whether money is shown: not where a cost bearer reads.
    pub with_pay: bool,
    /// The checkpoint of the log, as its note.
    pub checkpoint: Option<String>,
}

/// One person of it.
#[derive(Debug, Clone)]
pub struct TeamMonthRow<'a> {
    /// Name or pseudonym.
    pub name: String,
    /// The statements in force; none where nothing is approved.
    pub statements: &'a [(Statement, Vec<PayLine>)],
}

/// The overview. Only what is approved is counted.
#[must_use]
pub fn team_month(of: &TeamMonth<'_>) -> Sheet {
    let language = of.language;
    let tables = vec![table(of)];
    let hashes: Vec<(&str, String)> = of
        .people
        .iter()
        .flat_map(|person| person.statements.iter().map(move |one| (&*person.name, one)))
        .map(|(name, (statement, _))| (name, statement.hash().to_string()))
        .collect();
    let month = ("month", Value::Month(of.month));
    Sheet {
        language,
        file_name: format!("team-{}", of.month),
        title: say(language, "sheet-team-title", &[month]),
        about: None,
        author: of.employer.to_owned(),
        made_on: of.made_on,
        standing: standing(of),
        firm: of.people.iter().all(|person| !person.statements.is_empty() && !only_days(person)),
        facts: vec![
            Fact::new(language, "sheet-employer", of.employer),
            Fact::new(language, "sheet-month", say(language, "sheet-month-of", &[month])),
        ],
        data: serde_json::json!({
            "document": "team_month",
            "format": 1,
            "month": of.month.to_string(),
            "employer": of.employer,
            "tables": plain(&tables, language),
        }),
        tables,
        proof: (!hashes.is_empty())
            .then(|| Proof::of_people(language, &hashes, of.checkpoint.as_deref())),
        signatures: vec![],
        landscape: true,
    }
}

fn standing(of: &TeamMonth<'_>) -> String {
    let open = of.people.iter().filter(|person| person.statements.is_empty()).count();
    let count = |number: usize| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let partly = of.people.iter().filter(|person| only_days(person)).count();
    let mut said = Vec::new();
    if open > 0 || partly == 0 {
        said.push(say(of.language, "sheet-team-standing", &[("count", count(open))]));
    }
    if partly > 0 {
        said.push(say(of.language, "sheet-team-days", &[("count", count(partly))]));
    }
    said.join(" ")
}

/// Whether single days of the month are approved and the month as a whole is not.
fn only_days(person: &TeamMonthRow<'_>) -> bool {
    let mut statements = person.statements.iter().peekable();
    statements.peek().is_some() && statements.all(|(statement, _)| !statement.days.is_empty())
}

/// Approved minutes of these kinds of pay.
fn minutes(lines: &[&PayLine], kinds: &[WageKind]) -> Minutes {
    lines
        .iter()
        .filter(|line| kinds.contains(&line.wage_kind))
        .filter_map(|line| match line.quantity {
            Quantity::Minutes(minutes) => Some(minutes),
            Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => None,
        })
        .sum()
}

const COLUMNS: [&str; 12] = [
    "sheet-name",
    "sheet-approval",
    "sheet-shifts",
    "sheet-length",
    "sheet-standby",
    "sheet-night-25",
    "sheet-night-40",
    "sheet-sunday",
    "sheet-holiday",
    "sheet-vacation",
    "sheet-sick",
    "sheet-pay-paid",
];

fn table(of: &TeamMonth<'_>) -> Table {
    let language = of.language;
    let mut sums = vec![Minutes::ZERO; 8];
    let mut paid = crate::money::Cents::ZERO;
    let mut rows = Vec::new();
    for person in &of.people {
        let lines: Vec<&PayLine> = person.statements.iter().flat_map(|(_, lines)| lines).collect();
        let shifts: Vec<_> =
            person.statements.iter().flat_map(|(statement, _)| &statement.shifts).collect();
        let standby = shifts
            .iter()
            .flat_map(|approved| approved.shift.stretches())
            .filter(|stretch| stretch.kind == Kind::Standby)
            .map(|stretch| stretch.span.length())
            .sum();
        let lengths = vec![
            shifts.iter().map(|approved| approved.shift.working_minutes()).sum(),
            standby,
            minutes(&lines, &[WageKind::Night25]),
            minutes(&lines, &[WageKind::Night40]),
            minutes(&lines, &[WageKind::Sunday50]),
            minutes(&lines, &[WageKind::Holiday125, WageKind::Holiday150]),
            minutes(&lines, &[WageKind::Vacation]),
            minutes(&lines, &[WageKind::Sick, WageKind::ChildSick]),
        ];
        for (sum, length) in sums.iter_mut().zip(&lengths) {
            *sum += *length;
        }
        let person_paid: crate::money::Cents = lines.iter().map(|line| line.columns.paid).sum();
        paid += person_paid;
        let approved = match () {
            () if person.statements.is_empty() => "sheet-open",
            () if only_days(person) => "sheet-days-approved",
            () => "sheet-is-approved",
        };
        let mut row = vec![
            Cell::text(person.name.clone()),
            Cell::text(say(language, approved, &[])),
            Cell::text(shifts.len().to_string()),
        ];
        row.extend(lengths.into_iter().map(Cell::hours));
        row.push(if of.with_pay { Cell::Money(person_paid) } else { Cell::Blank });
        rows.push(row);
    }
    let mut totals = vec![Cell::text(say(language, "sheet-sum", &[])), Cell::Blank, Cell::Blank];
    totals.extend(sums.into_iter().map(Cell::hours));
    totals.push(if of.with_pay { Cell::Money(paid) } else { Cell::Blank });
    let table = Table {
        heading: say(language, "sheet-people", &[]),
        intro: None,
        columns: COLUMNS
            .iter()
            .map(|key| Column { wide: *key == "sheet-name", ..head(language, key) })
            .collect(),
        totals: (!rows.is_empty()).then_some(totals),
        rows,
        empty: say(language, "sheet-no-people", &[]),
    };
    without_blank_columns(table, &[0, 1, 2, 3])
}
