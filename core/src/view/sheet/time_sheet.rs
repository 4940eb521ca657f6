//! The time sheet (Stundenzettel) of one person and month: every shift with
//! begin, end, breaks and length, what of it is paid with a surcharge, absences,
//! sums, and what was approved (§ 17 Abs. 1 MiLoG, § 4 Abs. 2 Nr. 4 LStDV).
//!
//! An approved month is told from its statement alone; nothing is computed
//! anew. Minutes with a surcharge are those that the lines of pay count.

use super::{Cell, Column, Fact, Proof, Sheet, Table, end_clock, head, without_blank_columns};
use crate::pay::explain::{self, clock};
use crate::pay::line::{PayLine, PaySpan, Quantity, WageKind};
use crate::time::{Interval, Minutes, Month};
use crate::words::{Language, Value, say};
use crate::work::{FundingShare, Kind, Shift};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader<'a> {
    /// Assistant, employer, payroll office: everything.
    Team,
    /// A cost bearer (Kostenträger): no names of assistants, no remarks, no
    /// money; with a cost centre only the shifts that it pays for.
    CostBearer {
        /// The cost centre (Kostenstelle); none for all.
        cost_centre: Option<&'a str>,
    },
}

impl<'a> Reader<'a> {
    /// The only cost centre that the reader is to see.
    const fn cost_centre(self) -> Option<&'a str> {
        match self {
            Reader::CostBearer { cost_centre } => cost_centre,
            Reader::Team => None,
        }
    }
}

/// What the month is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeSheetState {
    /// Not approved: figures may change.
    Provisional,
    /// Approved.
    Approved {
        /// The local day.
        on: NaiveDate,
        /// SHA-256 of the statements in hexadecimal digits: one, or several where
        /// days were approved apart.
        statements: Vec<String>,
        /// Only these days were approved; empty for the month.
        days: Vec<NaiveDate>,
    },
}

/// What a time sheet is made of.
#[derive(Debug, Clone)]
pub struct TimeSheet<'a> {
    /// In which language.
    pub language: Language,
    /// Who reads it.
    pub reader: Reader<'a>,
    /// The employer's name.
    pub employer: &'a str,
    /// The assistant's name, or the pseudonym where a cost bearer reads.
    pub assistant: &'a str,
    /// A word for file names, without a name in it: the first digits of the id.
    pub short_id: &'a str,
    /// The month.
    pub month: Month,
    /// The day on which it is made.
    pub made_on: NaiveDate,
    /// What it is worth.
    pub state: TimeSheetState,
    /// The shifts in order of time.
    pub shifts: &'a [Shift],
    /// The lines of pay.
    pub lines: &'a [PayLine],
    /// Remarks by shift id.
    pub remarks: BTreeMap<String, String>,
    /// The balance of the hours account, where there is one.
    pub account: Option<Minutes>,
    /// The checkpoint of the log, as its note.
    pub checkpoint: Option<String>,
    /// Whether lines for signatures stand below.
    pub to_sign: bool,
}

const BEGIN: usize = 1;
const LENGTH: usize = 4;

/// The time sheet.
#[must_use]
pub fn time_sheet(of: &TimeSheet<'_>) -> Sheet {
    let language = of.language;
    let say_month = |key| say(language, key, &[("month", Value::Month(of.month))]);
    let names = [Fact::new(language, "sheet-assistant", of.assistant)];
    let mut facts = vec![Fact::new(language, "sheet-employer", of.employer)];
    facts.extend(names);
    facts.push(Fact::new(
        language,
        "sheet-month",
        say(language, "sheet-month-of", &[("month", Value::Month(of.month))]),
    ));
    if let Reader::CostBearer { cost_centre: Some(centre) } = of.reader {
        facts.push(Fact::new(language, "sheet-cost-centre", centre));
    }
    if let Some(account) = of.account {
        facts.push(Fact::new(language, "sheet-account", account.to_string()));
    }
    let mut tables = vec![duties(of)];
    tables.extend(absences(of));
    if of.reader == Reader::Team && !of.lines.is_empty() {
        tables.push(pay(of));
    }
    let statements = match &of.state {
        TimeSheetState::Provisional => vec![],
        TimeSheetState::Approved { statements, .. } => statements.clone(),
    };
    let proof = (!statements.is_empty() || of.checkpoint.is_some())
        .then(|| Proof::new(language, &statements, of.checkpoint.as_deref()));
    Sheet {
        language,
        file_name: format!("stundenzettel-{}-{}", of.month, of.short_id),
        title: say_month("sheet-time-title"),
        about: Some(of.assistant.to_owned()),
        author: of.employer.to_owned(),
        made_on: of.made_on,
        standing: standing(of),
        firm: of.state != TimeSheetState::Provisional,
        data: data(of, &tables),
        facts,
        tables,
        proof,
        signatures: if of.to_sign { signatures(language, of.reader) } else { vec![] },
        landscape: true,
    }
}

fn standing(of: &TimeSheet<'_>) -> String {
    match &of.state {
        TimeSheetState::Provisional => say(of.language, "sheet-provisional", &[]),
        TimeSheetState::Approved { on, days, .. } if days.is_empty() => {
            say(of.language, "sheet-approved", &[("day", Value::Day(*on))])
        }
        TimeSheetState::Approved { on, days, .. } => {
            let days: Vec<String> = days
                .iter()
                .map(|day| say(of.language, "sheet-day", &[("day", Value::Day(*day))]))
                .collect();
            let days = days.join(", ");
            let values = [("day", Value::Day(*on)), ("days", Value::Text(&days))];
            say(of.language, "sheet-approved-days", &values)
        }
    }
}

fn signatures(language: Language, reader: Reader<'_>) -> Vec<String> {
    let employer = say(language, "sheet-sign-employer", &[]);
    match reader {
        Reader::Team => vec![say(language, "sheet-sign-assistant", &[]), employer],
        Reader::CostBearer { .. } => vec![employer],
    }
}

/// The shifts that the reader is to see.
fn shifts<'a>(of: &'a TimeSheet<'_>) -> impl Iterator<Item = &'a Shift> {
    of.shifts.iter().filter(|shift| match of.reader {
        Reader::Team | Reader::CostBearer { cost_centre: None } => true,
        Reader::CostBearer { cost_centre: Some(centre) } => {
            shift.funding.iter().any(|part| part.cost_centre == centre)
                || of.lines.iter().any(|line| {
                    line.cost_centre.as_deref() == Some(centre)
                        && line.spans.iter().any(|span| span.shift == shift.id)
                })
        }
    })
}

/// Minutes of one shift that lines of these kinds count.
fn counted(of: &TimeSheet<'_>, shift: &Shift, kinds: &[WageKind]) -> Minutes {
    let centre = of.reader.cost_centre();
    of.lines
        .iter()
        .filter(|line| kinds.contains(&line.wage_kind) && line.month == line.month_of_origin)
        .filter(|line| centre.is_none_or(|centre| line.cost_centre.as_deref() == Some(centre)))
        .flat_map(|line| &line.spans)
        .filter(|span| span.shift == shift.id)
        .map(|span| span.minutes)
        .sum()
}

fn of_kind(shift: &Shift, kind: Kind) -> Minutes {
    let stretches = shift.stretches();
    stretches.iter().filter(|one| one.kind == kind).map(|one| one.span.length()).sum()
}

const SURCHARGES: [(&str, &[WageKind]); 5] = [
    ("sheet-night-25", &[WageKind::Night25]),
    ("sheet-night-40", &[WageKind::Night40]),
    ("sheet-sunday", &[WageKind::Sunday50]),
    ("sheet-holiday-125", &[WageKind::Holiday125]),
    ("sheet-holiday-150", &[WageKind::Holiday150]),
];

fn duties(of: &TimeSheet<'_>) -> Table {
    let language = of.language;
    let mut columns: Vec<Column> =
        ["date", "begin", "end", "breaks", "length", "standby", "call-out"]
            .iter()
            .map(|word| head(language, &format!("sheet-{word}")))
            .collect();
    columns.extend(SURCHARGES.iter().map(|(key, _)| head(language, key)));
    columns.extend(["sheet-place", "sheet-funding"].iter().map(|key| head(language, key)));
    columns.push(Column { head: say(language, "sheet-remark", &[]), wide: true });
    let usual = of.shifts.first().map(|shift| shift.workplace.clone());
    let mut sums = [Minutes::ZERO; 3 + SURCHARGES.len()];
    let mut rows = Vec::new();
    for shift in shifts(of) {
        let zone = shift.workplace.zone;
        let day = shift.span.from().day(zone);
        let mut lengths = vec![
            shift.working_minutes(),
            of_kind(shift, Kind::Standby),
            of_kind(shift, Kind::CallOut),
        ];
        lengths.extend(SURCHARGES.iter().map(|(_, kinds)| counted(of, shift, kinds)));
        for (sum, length) in sums.iter_mut().zip(&lengths) {
            *sum += *length;
        }
        let mut row = vec![
            Cell::Day(day),
            Cell::text(clock(language, shift.span.from(), zone)),
            Cell::text(end_clock(language, shift.span.to(), day, zone)),
            Cell::text(breaks(language, shift)),
        ];
        row.extend(
            lengths.into_iter().enumerate().map(|(at, length)| {
                if at == 0 { Cell::Hours(length) } else { Cell::hours(length) }
            }),
        );
        row.push(Cell::text(places(language, shift, usual.as_ref())));
        row.push(Cell::text(funding(language, shift)));
        row.push(Cell::text(remark(of, shift)));
        rows.push(row);
    }
    let mut totals =
        vec![Cell::text(say(language, "sheet-sum", &[])), Cell::Blank, Cell::Blank, Cell::Blank];
    totals.extend(
        sums.into_iter().enumerate().map(
            |(at, sum)| {
                if at == 0 { Cell::Hours(sum) } else { Cell::hours(sum) }
            },
        ),
    );
    totals.extend([Cell::Blank, Cell::Blank, Cell::Blank]);
    let table = Table {
        heading: say(language, "sheet-duties", &[]),
        intro: None,
        columns,
        totals: (!rows.is_empty()).then_some(totals),
        rows,
        empty: say(language, "sheet-no-duties", &[]),
    };
    without_blank_columns(table, &[0, BEGIN, BEGIN + 1, BEGIN + 2, LENGTH])
}

/// `12:00–12:30, 15:00–15:15`: unpaid breaks, as they lay.
fn breaks(language: Language, shift: &Shift) -> String {
    let zone = shift.workplace.zone;
    let spans = shift.stretches();
    let spans = spans.iter().filter(|one| one.kind == Kind::UnpaidBreak).map(|one| one.span);
    let spans: Vec<String> = spans
        .map(|span: Interval| {
            format!("{}–{}", clock(language, span.from(), zone), clock(language, span.to(), zone))
        })
        .collect();
    spans.join(", ")
}

/// Where it was, if not where the month began.
fn places(language: Language, shift: &Shift, usual: Option<&crate::place::Workplace>) -> String {
    let mut places = Vec::new();
    if usual.is_some_and(|usual| *usual != shift.workplace) {
        places.push(land(language, &shift.workplace));
    }
    for away in &shift.away {
        places.push(land(language, &away.workplace));
    }
    places.dedup();
    places.join(", ")
}

fn land(language: Language, place: &crate::place::Workplace) -> String {
    say(language, &format!("sheet-land-{}", place.region.land.letters().to_lowercase()), &[])
}

/// Who pays for which part of it.
fn funding(language: Language, shift: &Shift) -> String {
    let parts: Vec<String> = shift
        .funding
        .iter()
        .map(|part| {
            let share = match part.share {
                FundingShare::Minutes(minutes) => {
                    say(language, "sheet-share-minutes", &[("length", Value::Minutes(minutes))])
                }
                FundingShare::Percent(percent) => {
                    say(language, "sheet-share-percent", &[("percent", Value::Percent(percent))])
                }
                FundingShare::Residual => say(language, "sheet-share-rest", &[]),
            };
            format!("{} ({share})", part.cost_centre)
        })
        .collect();
    parts.join(", ")
}

/// What a person wrote, and that it was written afterwards. Free text is not
/// for cost bearers.
fn remark(of: &TimeSheet<'_>, shift: &Shift) -> String {
    let mut said = Vec::new();
    if shift.reconstructed {
        said.push(say(of.language, "sheet-reconstructed", &[]));
    }
    if of.reader == Reader::Team
        && let Some(remark) = of.remarks.get(&shift.id)
    {
        said.push(remark.clone());
    }
    said.join("; ")
}

/// Vacation, sickness and the like, from the lines that credit them.
fn absences(of: &TimeSheet<'_>) -> Option<Table> {
    let language = of.language;
    let centre = of.reader.cost_centre();
    let mut spans: Vec<(&PayLine, &PaySpan)> = of
        .lines
        .iter()
        .filter(|line| line.wage_kind.is_absence() && line.month == line.month_of_origin)
        .filter(|line| centre.is_none_or(|centre| line.cost_centre.as_deref() == Some(centre)))
        .flat_map(|line| line.spans.iter().map(move |span| (line, span)))
        .collect();
    spans.sort_by_key(|(_, span)| span.span.from());
    if spans.is_empty() {
        return None;
    }
    let mut sum = Minutes::ZERO;
    let rows = spans
        .into_iter()
        .map(|(line, span)| {
            let credited = match line.quantity {
                Quantity::Minutes(_) => Some(span.minutes),
                Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => None,
            };
            sum += credited.unwrap_or_default();
            let zone = crate::place::zone(&span.zone).unwrap_or(chrono_tz::Tz::Europe__Berlin);
            let last = (span.span.to() - Minutes::new(1)).day(zone);
            vec![
                Cell::Day(span.span.from().day(zone)),
                Cell::Day(last),
                Cell::text(explain::name(language, line)),
                credited.map_or(Cell::Blank, Cell::hours),
            ]
        })
        .collect();
    let total = say(language, "sheet-sum", &[]);
    Some(Table {
        heading: say(language, "sheet-absences", &[]),
        intro: None,
        columns: ["sheet-from-day", "sheet-to-day", "sheet-absence", "sheet-credited"]
            .iter()
            .map(|key| head(language, key))
            .collect(),
        rows,
        totals: Some(vec![Cell::text(total), Cell::Blank, Cell::Blank, Cell::hours(sum)]),
        empty: String::new(),
    })
}

/// The lines of pay, each once.
fn pay(of: &TimeSheet<'_>) -> Table {
    let language = of.language;
    let rows: Vec<Vec<Cell>> = of
        .lines
        .iter()
        .map(|line| {
            let rate = line.rate.map(|rate| explain::rate(language, rate)).unwrap_or_default();
            vec![
                Cell::text(explain::name(language, line)),
                super::quantity(line.quantity),
                Cell::text(rate),
                Cell::Money(line.columns.paid),
                Cell::Money(line.columns.tax_free),
                Cell::text(line.reason.clone().unwrap_or_default()),
            ]
        })
        .collect();
    let sum = |of_line: fn(&PayLine) -> crate::money::Cents| {
        Cell::Money(of.lines.iter().map(of_line).sum())
    };
    let mut columns: Vec<Column> = [
        "sheet-pay-kind",
        "sheet-pay-quantity",
        "sheet-pay-rate",
        "sheet-pay-paid",
        "sheet-pay-tax-free",
    ]
    .iter()
    .map(|key| head(language, key))
    .collect();
    columns.push(Column { head: say(language, "sheet-remark", &[]), wide: true });
    let table = Table {
        heading: say(language, "sheet-pay", &[]),
        intro: Some(say(language, "sheet-pay-intro", &[])),
        columns,
        totals: Some(vec![
            Cell::text(say(language, "sheet-sum", &[])),
            Cell::Blank,
            Cell::Blank,
            sum(|line| line.columns.paid),
            sum(|line| line.columns.tax_free),
            Cell::Blank,
        ]),
        rows,
        empty: String::new(),
    };
    without_blank_columns(table, &[0, 1, 3])
}

/// The same for programs: minutes and cents as numbers, instants as minutes
/// since 1970. A cost bearer's copy holds what its tables hold.
fn data(of: &TimeSheet<'_>, tables: &[Table]) -> serde_json::Value {
    match of.reader {
        Reader::Team => serde_json::json!({
            "document": "time_sheet",
            "format": 1,
            "month": of.month.to_string(),
            "employer": of.employer,
            "assistant": of.assistant,
            "statement_sha256": match &of.state {
                TimeSheetState::Provisional => &[][..],
                TimeSheetState::Approved { statements, .. } => statements,
            },
            "shifts": of.shifts,
            "pay": of.lines,
        }),
        Reader::CostBearer { .. } => serde_json::json!({
            "document": "time_sheet",
            "format": 1,
            "month": of.month.to_string(),
            "employer": of.employer,
            "assistant": of.assistant,
            "tables": super::plain(tables, of.language),
        }),
    }
}
