//! The cover sheet (Begleitblatt) of an export, as a document.

use super::{Cell, Column, Fact, Proof, Sheet, Table, head, quantity, without_blank_columns};
use crate::money::Cents;
use crate::pay::explain::amount;
use crate::payroll::cover::{CoverFile, CoverPerson, CoverSheet, circumstances, kind, line_remark};
use crate::words::{Language, Value, say};
use chrono::NaiveDate;

/// The cover sheet of an export that was made on this day.
#[must_use]
pub fn cover(language: Language, cover: &CoverSheet, made_on: NaiveDate) -> Sheet {
    let words = |key: &str, values: &[(&str, String)]| {
        let values: Vec<(&str, Value<'_>)> =
            values.iter().map(|(name, value)| (*name, Value::Text(value))).collect();
        say(language, key, &values)
    };
    let month = ("month", Value::Month(cover.month));
    let mut tables = vec![files(language, cover)];
    tables.extend(cover.people.iter().map(|person| person_table(language, person, &words)));
    if !cover.notes.is_empty() {
        tables.push(notes(language, cover, &words));
    }
    if !cover.questions.is_empty() {
        tables.push(questions(language, cover));
    }
    let standing = if cover.estimate {
        "payroll-cover-estimate"
    } else if cover.verified {
        "payroll-cover-not-certified"
    } else {
        "payroll-cover-unverified"
    };
    let hashes: Vec<String> = cover.files.iter().map(|file| file.sha256.clone()).collect();
    let mut proof = Proof::new(language, &hashes, None);
    proof.how = say(language, "sheet-proof-files", &[]);
    proof.lines = cover.files.iter().map(|file| checksum(language, file)).collect();
    Sheet {
        language,
        file_name: format!("begleitblatt-{}", cover.month),
        title: say(language, "sheet-cover-title", &[month]),
        about: None,
        author: cover.employer.clone(),
        made_on,
        standing: say(language, standing, &[]),
        // No maker of payroll software has certified the files.
        firm: false,
        facts: vec![
            Fact::new(language, "sheet-employer", cover.employer.clone()),
            Fact::new(language, "sheet-payroll-office", cover.office.clone()),
            Fact::new(
                language,
                "sheet-program",
                say(language, &format!("page-team-program-{}", cover.program), &[]),
            ),
        ],
        data: serde_json::json!({ "document": "cover", "format": 1, "cover": cover }),
        tables,
        proof: Some(proof),
        signatures: vec![],
        landscape: true,
    }
}

fn checksum(language: Language, file: &CoverFile) -> String {
    let values = [("name", Value::Text(&file.name)), ("sha", Value::Text(&file.sha256))];
    say(language, "sheet-proof-file", &values)
}

fn files(language: Language, cover: &CoverSheet) -> Table {
    Table {
        heading: say(language, "payroll-cover-files", &[]),
        intro: None,
        columns: vec![
            head(language, "sheet-file"),
            head(language, "sheet-rows"),
            Column { head: say(language, "sheet-sha", &[]), wide: true },
        ],
        rows: cover
            .files
            .iter()
            .map(|file| {
                vec![
                    Cell::text(file.name.clone()),
                    Cell::text(file.rows.to_string()),
                    Cell::text(file.sha256.clone()),
                ]
            })
            .collect(),
        totals: None,
        empty: say(language, "sheet-no-files", &[]),
    }
}

/// What still waits for an answer.
fn questions(language: Language, cover: &CoverSheet) -> Table {
    Table {
        heading: say(language, "payroll-cover-questions", &[]),
        intro: None,
        columns: vec![
            head(language, "sheet-date"),
            head(language, "sheet-who"),
            Column { head: say(language, "sheet-note", &[]), wide: true },
        ],
        rows: cover
            .questions
            .iter()
            .map(|question| {
                let team = || say(language, "sheet-team", &[]);
                vec![
                    Cell::Day(question.asked_on),
                    Cell::text(question.name.clone().unwrap_or_else(team)),
                    Cell::text(question.text.clone()),
                ]
            })
            .collect(),
        totals: None,
        empty: String::new(),
    }
}

type Words<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

fn person_table(language: Language, person: &CoverPerson, words: Words<'_>) -> Table {
    let number = person.personnel_number.map_or_else(|| "–".to_owned(), |one| one.to_string());
    let heading =
        words("payroll-cover-person", &[("name", person.name.clone()), ("number", number)]);
    let date = |day: NaiveDate| say(language, "sheet-day", &[("day", Value::Day(day))]);
    let intro = circumstances(person, &date, words);
    let rows: Vec<Vec<Cell>> = person
        .lines
        .iter()
        .map(|line| {
            let exported = line.exported.map(|(value, _)| amount(language, Cents::new(value)));
            vec![
                Cell::text(kind(&line.wage_kind, words)),
                Cell::text(line.wage_type.map(|number| number.to_string()).unwrap_or_default()),
                quantity(line.quantity),
                Cell::text(exported.unwrap_or_default()),
                Cell::Money(line.paid),
                Cell::text(line_remark(line, words)),
            ]
        })
        .collect();
    let total = vec![
        Cell::text(say(language, "sheet-sum", &[])),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Money(person.paid()),
        Cell::Blank,
    ];
    let mut columns: Vec<Column> = [
        "sheet-pay-kind",
        "sheet-wage-type",
        "sheet-pay-quantity",
        "sheet-in-file",
        "sheet-pay-paid",
    ]
    .iter()
    .map(|key| head(language, key))
    .collect();
    columns.push(Column { head: say(language, "sheet-remark", &[]), wide: true });
    let table = Table {
        heading,
        intro: (!intro.is_empty()).then(|| intro.join(" · ")),
        columns,
        totals: (!rows.is_empty()).then_some(total),
        rows,
        empty: say(language, "payroll-cover-empty", &[]),
    };
    without_blank_columns(table, &[0, 1, 4])
}

fn notes(language: Language, cover: &CoverSheet, words: Words<'_>) -> Table {
    Table {
        heading: say(language, "payroll-cover-notes", &[]),
        intro: None,
        columns: vec![
            head(language, "sheet-who"),
            Column { head: say(language, "sheet-note", &[]), wide: true },
        ],
        rows: cover
            .notes
            .iter()
            .map(|note| {
                let values = note.what.words();
                let who = note
                    .person
                    .as_ref()
                    .and_then(|id| cover.people.iter().find(|person| person.person == *id));
                let team = || say(language, "sheet-team", &[]);
                let sentence = format!(
                    "{} {}",
                    words(&note.what.problem_key(), &values),
                    words(&note.what.todo_key(), &values)
                );
                vec![
                    Cell::text(who.map_or_else(team, |person| person.name.clone())),
                    Cell::text(sentence),
                ]
            })
            .collect(),
        totals: None,
        empty: String::new(),
    }
}
