//! A month of pay as one readable page of text (Erklärungsblatt).
//!
//! First the table a payroll clerk checks, columns aligned, then what each
//! line is made of, span by span, then what is open.

use super::{amount, edge, heading, name, rate, sentences};
use crate::money::{Cents, decimal_hours};
use crate::pay::line::{Columns, PayLine, Quantity};
use crate::pay::month::MonthPay;
use crate::time::{Minutes, ZONE_DATA};
use crate::words::{Language, Value, decimal, say};

/// One column of the table.
struct Column {
    head: String,
    right: bool,
    cells: Vec<String>,
}

impl Column {
    fn new(language: Language, key: &str, right: bool, cells: Vec<String>) -> Self {
        Self { head: say(language, &format!("pay-column-{key}"), &[]), right, cells }
    }

    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| cell.chars().count());
        cells.chain([self.head.chars().count()]).max().unwrap_or(0)
    }

    fn padded(&self, text: &str) -> String {
        let space = " ".repeat(self.width().saturating_sub(text.chars().count()));
        if self.right { format!("{space}{text}") } else { format!("{text}{space}") }
    }
}

/// The page. Lines end with `\n`; no line ends with spaces.
#[must_use]
pub fn page(language: Language, pay: &MonthPay) -> String {
    let mut lines = head(language, pay);
    lines.push(String::new());
    lines.extend(table(language, pay));
    lines.push(say(language, "pay-in-euro", &[]));
    if !pay.lines.is_empty() {
        lines.push(String::new());
        lines.push(say(language, "pay-why", &[]));
        for (line, rates) in pay.lines.iter().zip(&pay.rates) {
            lines.push(String::new());
            lines.push(heading(language, line, rates));
            lines.extend(sentences(language, line).into_iter().map(|text| format!("  {text}")));
        }
    }
    lines.push(String::new());
    lines.extend(carries(language, pay));
    lines.extend(findings(language, pay));
    let mut text = String::new();
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn head(language: Language, pay: &MonthPay) -> Vec<String> {
    let title = say(language, "pay-title", &[("month", Value::Month(pay.month))]);
    let rule = "=".repeat(title.chars().count());
    let number = pay.lines.iter().find_map(|line| line.personnel_number);
    let number = match number {
        Some(number) => {
            let text = number.to_string();
            say(language, "pay-personnel-number", &[("number", Value::Text(&text))])
        }
        None => say(language, "pay-no-personnel-number", &[]),
    };
    let mut person =
        vec![say(language, "pay-person", &[("person", Value::Text(&pay.person))]), number];
    let mut versions: Vec<&str> =
        pay.lines.iter().map(|line| line.contract_version.as_str()).collect();
    versions.dedup();
    versions.sort_unstable();
    versions.dedup();
    if !versions.is_empty() {
        let id = versions.join(", ");
        person.push(say(language, "pay-contract-since", &[("id", Value::Text(&id))]));
    }
    let mut worked = say(language, "pay-worked", &[("minutes", Value::Minutes(pay.totals.worked))]);
    if pay.totals.credited != Minutes::ZERO {
        let values = [("minutes", Value::Minutes(pay.totals.credited))];
        worked.push_str(", ");
        worked.push_str(&say(language, "pay-credited", &values));
    }
    let mut lines = vec![title, rule, person.join(" · "), worked];
    if pay.refused() {
        lines.push(say(language, "pay-not-yet", &[]));
    }
    let zone = pay.lines.iter().flat_map(|line| &line.spans).map(|span| span.zone.as_ref()).next();
    if let Some(zone) = zone {
        let values = [("zone", Value::Text(zone)), ("data", Value::Text(ZONE_DATA))];
        lines.push(say(language, "pay-times-in", &values));
    }
    lines
}

fn table(language: Language, pay: &MonthPay) -> Vec<String> {
    let of = |cell: fn(&Columns) -> Cents| -> Vec<String> {
        let sums = [pay.totals.columns];
        let columns = pay.lines.iter().map(|line| line.columns).chain(sums);
        columns.map(|columns| amount(language, cell(&columns))).collect()
    };
    let each = |cell: &dyn Fn(&PayLine) -> String, total: String| -> Vec<String> {
        pay.lines.iter().map(cell).chain([total]).collect()
    };
    let minutes = |line: &PayLine| match line.quantity {
        Quantity::Minutes(minutes) => Some(minutes),
        Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => None,
    };
    let clock = |line: &PayLine| match line.quantity {
        Quantity::Minutes(minutes) => minutes.to_string(),
        Quantity::Days(count) | Quantity::Count(count) => {
            format!("{} ×", amount(language, Cents::new(count)))
        }
        Quantity::Amount => String::new(),
    };
    let hours = |line: &PayLine| {
        minutes(line).map_or_else(String::new, |minutes| decimal(language, &decimal_hours(minutes)))
    };
    let per_hour =
        |line: &PayLine| line.rate.map_or_else(String::new, |parts| rate(language, parts));
    let total = say(language, "pay-total", &[]);
    let nothing = String::new;
    let mut columns = vec![
        Column::new(language, "kind", false, each(&|line| name(language, line), total)),
        Column::new(language, "clock", true, each(&clock, nothing())),
        Column::new(language, "hours", true, each(&hours, nothing())),
        Column::new(language, "rate", true, each(&per_hour, nothing())),
        Column::new(language, "paid", true, of(|c| c.paid)),
        Column::new(language, "tax_free", true, of(|c| c.tax_free)),
        Column::new(language, "tax_liable", true, of(|c| c.tax_liable)),
        Column::new(language, "sv_free", true, of(|c| c.sv_free)),
        Column::new(language, "sv_liable", true, of(|c| c.sv_liable)),
        Column::new(language, "accident", true, of(|c| c.accident_liable)),
    ];
    if pay.lines.iter().any(|line| line.cost_centre.is_some()) {
        let centre = |line: &PayLine| line.cost_centre.clone().unwrap_or_default();
        columns.insert(1, Column::new(language, "centre", false, each(&centre, nothing())));
    }
    let join = |cells: Vec<String>| cells.join("  ");
    let rule: String =
        "-".repeat(columns.iter().map(Column::width).sum::<usize>() + 2 * (columns.len() - 1));
    let mut lines = vec![join(columns.iter().map(|one| one.padded(&one.head)).collect())];
    lines.push(rule.clone());
    for row in 0..=pay.lines.len() {
        if row == pay.lines.len() {
            lines.push(rule.clone());
        }
        lines.push(join(columns.iter().map(|one| one.padded(&one.cells[row])).collect()));
    }
    lines
}

fn carries(language: Language, pay: &MonthPay) -> Vec<String> {
    if pay.carries.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![say(language, "pay-carries", &[])];
    lines.extend(pay.carries.iter().map(|carry| format!("  {}", edge(language, carry))));
    lines.push(String::new());
    lines
}

fn findings(language: Language, pay: &MonthPay) -> Vec<String> {
    if pay.findings.is_empty() {
        return vec![say(language, "pay-no-findings", &[])];
    }
    let mut lines = vec![say(language, "pay-findings", &[])];
    for finding in &pay.findings {
        let mut text = say(language, &format!("pay-finding-{}", finding.kind.word()), &[]);
        if finding.kind.refuses() {
            text = say(language, "pay-refused", &[("text", Value::Text(&text))]);
        }
        let about = finding.about.join(", ");
        let about = say(language, "pay-about", &[("about", Value::Text(&about))]);
        lines.push(format!("  {text} {about}"));
    }
    lines
}
