//! Lines, months and settings for the tests.

use assistenz_core::money::{Cents, Percent};
use assistenz_core::pay::line::{Columns, PayLine, PaySpan, Quantity, WageKind};
use assistenz_core::payroll::layout::{Column, Field};
use assistenz_core::payroll::preview::Preview;
use assistenz_core::payroll::program::{LodasProfile, Program};
use assistenz_core::payroll::settings::{OfficeSettings, SendAs, WageType};
use assistenz_core::payroll::{
    Approval, ExportInput, ExportRefusal, ExportSet, PersonMonth, Purpose, export, preview,
};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use chrono::{DateTime, NaiveDateTime};
use std::collections::BTreeMap;

pub(crate) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

pub(crate) fn at(text: &str) -> Minute {
    Minute::floor(DateTime::parse_from_rfc3339(text).expect("an instant").to_utc())
}

pub(crate) fn span(from: &str, to: &str) -> PaySpan {
    let span = Interval::new(at(from), at(to)).expect("from < to");
    PaySpan {
        shift: "s".into(),
        span,
        zone: "Europe/Berlin".into(),
        minutes: span.length(),
        rules: vec![],
    }
}

/// A line of hours without spans, 10.00 € an hour.
pub(crate) fn hours(number: u32, kind: WageKind, minutes: i64, in_month: &str) -> PayLine {
    line(number, kind, Quantity::Minutes(Minutes::new(minutes)), in_month)
}

pub(crate) fn line(number: u32, kind: WageKind, quantity: Quantity, in_month: &str) -> PayLine {
    let paid = match quantity {
        Quantity::Minutes(minutes) => Cents::new(minutes.get() * 1_000 / 60),
        Quantity::Days(n) | Quantity::Count(n) => Cents::new(n),
        Quantity::Amount => Cents::new(12_345),
    };
    PayLine {
        person: format!("p{number}"),
        personnel_number: Some(number),
        wage_kind: kind,
        month: month(in_month),
        month_of_origin: month(in_month),
        contract_version: "v1".into(),
        cost_centre: None,
        quantity,
        rate: matches!(quantity, Quantity::Minutes(_)).then_some((1_000, 1)),
        percent: None::<Percent>,
        columns: Columns {
            paid,
            tax_liable: paid,
            sv_liable: paid,
            accident_liable: paid,
            ..Columns::default()
        },
        spans: vec![],
        reason: None,
    }
}

pub(crate) fn with_spans(mut line: PayLine, spans: Vec<PaySpan>) -> PayLine {
    line.spans = spans;
    line
}

pub(crate) fn approved(person: &str, in_month: &str) -> PersonMonth {
    PersonMonth {
        person: person.into(),
        name: format!("Person {person}"),
        month: month(in_month),
        approval: Approval::Approved,
        has_lines: false,
        open_entries: 0,
        disputed_entries: 0,
        joined: None,
        left: None,
        contract_changes: vec![],
        absences: vec![],
    }
}

/// Everybody in the lines, approved for each month of origin.
pub(crate) fn all_approved(lines: &[PayLine]) -> Vec<PersonMonth> {
    let mut people: Vec<PersonMonth> = Vec::new();
    for line in lines {
        for in_month in [line.month, line.month_of_origin] {
            if !people.iter().any(|p| p.person == line.person && p.month == in_month) {
                people.push(approved(&line.person, &in_month.to_string()));
            }
        }
    }
    people
}

pub(crate) fn wage_type(number: u32, send_as: SendAs) -> WageType {
    WageType { wage_type: Some(number), send_as, bs_nr: None, absence_key: None }
}

pub(crate) fn settings(program: Program, mapping: &[(&str, WageType)]) -> OfficeSettings {
    OfficeSettings {
        office: "Lohnbüro Muster".into(),
        program,
        adviser_number: Some(1_103_899),
        client_number: Some(62_069),
        encoding: Default::default(),
        decimal: Default::default(),
        wage_types: mapping
            .iter()
            .map(|(w, e)| ((*w).to_owned(), e.clone()))
            .collect::<BTreeMap<_, _>>(),
        cost_centre: Default::default(),
        corrections: Default::default(),
        negative_values: Default::default(),
        unmappable: Default::default(),
    }
}

pub(crate) const LODAS: Program = Program::Lodas { profile: LodasProfile::Standard };

pub(crate) fn csv(fields: &[Field]) -> Program {
    Program::Csv {
        columns: fields.iter().map(|field| Column::of(*field)).collect(),
        separator: Default::default(),
        header: true,
    }
}

pub(crate) fn xlsx(fields: &[Field]) -> Program {
    Program::Xlsx { columns: fields.iter().map(|field| Column::of(*field)).collect() }
}

/// Work and night as hours, 101 and 51.
pub(crate) fn simple(program: Program) -> OfficeSettings {
    settings(
        program,
        &[("work", wage_type(101, SendAs::Hours)), ("night_25", wage_type(51, SendAs::Hours))],
    )
}

pub(crate) fn input<'a>(
    settings: &'a OfficeSettings,
    in_month: &str,
    people: &'a [PersonMonth],
    lines: &'a [PayLine],
) -> ExportInput<'a> {
    ExportInput {
        employer: "Ada Beispiel",
        settings,
        month: month(in_month),
        purpose: Purpose::Final,
        people,
        lines,
        document_time: "2026-11-02T09:30:00".parse::<NaiveDateTime>().expect("a time"),
    }
}

pub(crate) fn export_all(
    settings: &OfficeSettings,
    in_month: &str,
    lines: &[PayLine],
) -> Result<ExportSet, ExportRefusal> {
    let people = all_approved(lines);
    export(&input(settings, in_month, &people, lines))
}

pub(crate) fn preview_all(settings: &OfficeSettings, in_month: &str, lines: &[PayLine]) -> Preview {
    let people = all_approved(lines);
    preview(&input(settings, in_month, &people, lines))
}

/// The codes of the problems, sorted, each once.
pub(crate) fn codes(preview: &Preview) -> Vec<&'static str> {
    let mut codes: Vec<_> = preview.problems.iter().map(|p| p.what.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Hours half up to two decimals, worked out without the product's code.
pub(crate) fn half_up(minutes: i64) -> i64 {
    let size = minutes.abs();
    let (whole, rest) = (size * 100 / 60, size * 100 % 60);
    (whole + i64::from(rest >= 30)) * minutes.signum()
}
