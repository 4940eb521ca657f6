//! What a month is worth, as answers write it.

use assistenz_core::pay::MonthPay;
use assistenz_core::pay::line::{Columns, PayLine, Quantity};
use assistenz_core::words::{Language, say};
use serde::Serialize;
use utoipa::ToSchema;

/// The six columns of money.
#[derive(Debug, Serialize, ToSchema)]
pub struct ColumnsView {
    /// What is paid, gross.
    pub paid_cents: i64,
    /// Tax-free part.
    pub tax_free_cents: i64,
    /// Tax-liable part.
    pub tax_liable_cents: i64,
    /// Free of social-security contributions.
    pub sv_free_cents: i64,
    /// Liable to social-security contributions.
    pub sv_liable_cents: i64,
    /// Counts for the accident insurance.
    pub accident_liable_cents: i64,
}

impl From<&Columns> for ColumnsView {
    fn from(columns: &Columns) -> Self {
        Self {
            paid_cents: columns.paid.get(),
            tax_free_cents: columns.tax_free.get(),
            tax_liable_cents: columns.tax_liable.get(),
            sv_free_cents: columns.sv_free.get(),
            sv_liable_cents: columns.sv_liable.get(),
            accident_liable_cents: columns.accident_liable.get(),
        }
    }
}

/// One line of pay.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineView {
    /// What it pays for: `work`, `night_25` …
    pub wage_kind: String,
    /// The month it belongs to.
    pub month_of_origin: String,
    /// How much, in minutes.
    pub quantity_minutes: Option<i64>,
    /// How much, in hundredths of a day.
    pub quantity_days_hundredths: Option<i64>,
    /// How much, in hundredths of a piece.
    pub quantity_count_hundredths: Option<i64>,
    /// The cost centre.
    pub cost_centre: Option<String>,
    /// The money.
    pub money: ColumnsView,
    /// The rules it rests on, each once: paragraph and version.
    pub rules: Vec<String>,
    /// The reason, on hand-entered lines and corrections.
    pub reason: Option<String>,
}

impl From<&PayLine> for LineView {
    fn from(line: &PayLine) -> Self {
        let (minutes, days, count) = match line.quantity {
            Quantity::Minutes(minutes) => (Some(minutes.get()), None, None),
            Quantity::Days(days) => (None, Some(days), None),
            Quantity::Count(count) => (None, None, Some(count)),
            Quantity::Amount => (None, None, None),
        };
        let mut rules: Vec<String> = Vec::new();
        for rule in line.spans.iter().flat_map(|span| &span.rules) {
            let rule = format!("{} ({})", rule.paragraph, rule.version);
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        Self {
            wage_kind: line.wage_kind.word(),
            month_of_origin: line.month_of_origin.to_string(),
            quantity_minutes: minutes,
            quantity_days_hundredths: days,
            quantity_count_hundredths: count,
            cost_centre: line.cost_centre.clone(),
            money: ColumnsView::from(&line.columns),
            rules,
            reason: line.reason.clone(),
        }
    }
}

/// What a month is worth.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthPayView {
    /// The lines, by wage kind.
    pub lines: Vec<LineView>,
    /// Worked minutes: all base lines.
    pub worked_minutes: i64,
    /// Credited minutes that were not worked.
    pub credited_minutes: i64,
    /// All lines.
    pub money: ColumnsView,
    /// What a person should look at.
    pub findings: Vec<PayFindingView>,
}

/// What pay has to say beside its lines.
#[derive(Debug, Serialize, ToSchema)]
pub struct PayFindingView {
    /// One stable word.
    pub code: &'static str,
    /// Whether it keeps the month from approval.
    pub blocks: bool,
    /// The sentence, in German.
    pub sentence: String,
}

impl From<&MonthPay> for MonthPayView {
    fn from(pay: &MonthPay) -> Self {
        let findings = pay.findings.iter().map(|finding| {
            let key = format!("pay-finding-{}", finding.kind.word());
            PayFindingView {
                code: finding.kind.word(),
                blocks: finding.kind.refuses(),
                sentence: say(Language::German, &key, &[]),
            }
        });
        Self {
            lines: pay.lines.iter().map(LineView::from).collect(),
            worked_minutes: pay.totals.worked.get(),
            credited_minutes: pay.totals.credited.get(),
            money: ColumnsView::from(&pay.totals.columns),
            findings: findings.collect(),
        }
    }
}
