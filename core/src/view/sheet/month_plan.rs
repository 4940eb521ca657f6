//! The plan of a month (Dienstplan), day by day.

use super::{Cell, Column, Fact, Sheet, Table, end_clock, head, plain, without_blank_columns};
use crate::pay::explain::clock;
use crate::time::{Interval, Month};
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// What the plan is made of.
#[derive(Debug, Clone)]
pub struct MonthPlan<'a> {
    /// In which language.
    pub language: Language,
    /// The employer's name.
    pub employer: &'a str,
    /// Whose plan, where it is one person's.
    pub only: Option<&'a str>,
    /// A word for file names, where it is one person's.
    pub short_id: Option<&'a str>,
    /// The month.
    pub month: Month,
    /// The day on which it is made.
    pub made_on: NaiveDate,
    /// The zone of the workplace.
    pub zone: Tz,
    /// The published shifts, in any order.
    pub duties: Vec<PlannedDuty>,
    /// How many drafts are not shown.
    pub drafts: usize,
}

/// One planned shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDuty {
    /// When.
    pub span: Interval,
    /// Name or pseudonym; `None` for an open shift.
    pub who: Option<String>,
    /// What was noted on it.
    pub note: String,
}

/// The plan: every day of the month, also those on which nobody works.
#[must_use]
pub fn month_plan(of: &MonthPlan<'_>) -> Sheet {
    let language = of.language;
    let month = ("month", Value::Month(of.month));
    let tables = vec![table(of)];
    let drafts = i64::try_from(of.drafts).unwrap_or(i64::MAX);
    let mut facts = vec![Fact::new(language, "sheet-employer", of.employer)];
    facts.extend(of.only.map(|name| Fact::new(language, "sheet-assistant", name)));
    let file_name = match of.short_id {
        Some(id) => format!("dienstplan-{}-{id}", of.month),
        None => format!("dienstplan-{}", of.month),
    };
    Sheet {
        language,
        file_name,
        title: say(language, "sheet-plan-title", &[month]),
        about: of.only.map(str::to_owned),
        author: of.employer.to_owned(),
        made_on: of.made_on,
        standing: say(language, "sheet-plan-standing", &[("count", Value::Number(drafts))]),
        firm: of.drafts == 0,
        facts,
        data: serde_json::json!({
            "document": "plan",
            "format": 1,
            "month": of.month.to_string(),
            "employer": of.employer,
            "tables": plain(&tables, language),
        }),
        tables,
        proof: None,
        signatures: vec![],
        landscape: false,
    }
}

fn table(of: &MonthPlan<'_>) -> Table {
    let language = of.language;
    let mut duties: Vec<(NaiveDate, &PlannedDuty)> =
        of.duties.iter().map(|duty| (duty.span.from().day(of.zone), duty)).collect();
    duties.sort_by_key(|(_, duty)| (duty.span.from(), duty.span.to(), duty.who.clone()));
    let mut rows = Vec::new();
    for day in of.month.days() {
        let mut first = true;
        for (_, duty) in duties.iter().filter(|(of_day, _)| *of_day == day) {
            let open = || say(language, "sheet-plan-open", &[]);
            rows.push(vec![
                Cell::Day(day),
                Cell::text(clock(language, duty.span.from(), of.zone)),
                Cell::text(end_clock(language, duty.span.to(), day, of.zone)),
                Cell::Hours(duty.span.length()),
                Cell::text(duty.who.clone().unwrap_or_else(open)),
                Cell::text(duty.note.clone()),
            ]);
            first = false;
        }
        if first && of.only.is_none() {
            let nobody = Cell::text(say(language, "sheet-plan-nobody", &[]));
            let blank = Cell::Blank;
            rows.push(vec![
                Cell::Day(day),
                blank.clone(),
                blank.clone(),
                blank.clone(),
                nobody,
                blank,
            ]);
        }
    }
    let mut columns: Vec<Column> =
        ["sheet-date", "sheet-begin", "sheet-end", "sheet-length", "sheet-who"]
            .iter()
            .map(|key| head(language, key))
            .collect();
    columns.push(Column { head: say(language, "sheet-remark", &[]), wide: true });
    let table = Table {
        heading: say(language, "sheet-plan-days", &[]),
        intro: None,
        columns,
        rows,
        totals: None,
        empty: say(language, "sheet-plan-empty", &[]),
    };
    without_blank_columns(table, &[0, 1, 2])
}
