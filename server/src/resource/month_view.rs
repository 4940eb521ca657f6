//! A month of one person, as answers write it.

use super::instant::{SpanView, local};
use super::standing::StandingView;
use assistenz_core::law::finding::{Finding as LawFinding, Severity};
use assistenz_core::pay::MonthPay;
use assistenz_core::pay::line::{Columns, PayLine, Quantity};
use assistenz_core::record::findings::{Dispute, Finding};
use assistenz_core::record::proposals;
use assistenz_core::record::settle::{Entry, State};
use assistenz_core::time::Minutes;
use assistenz_core::words::{Language, say};
use assistenz_core::work::{Kind, Shift};
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The month of one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthView {
    /// The person's id.
    pub person: String,
    /// The month, `2026-10`.
    pub month: String,
    /// Every shift that counts in this month, in order of time.
    pub entries: Vec<EntryView>,
    /// Fields with two values.
    pub disputes: Vec<DisputeView>,
    /// What a person must look at.
    pub findings: Vec<FindingView>,
    /// Proposals of correction.
    pub proposals: Vec<ProposalView>,
    /// Minutes of settled shifts by kind, after precedence.
    pub totals: Vec<KindMinutes>,
    /// Where the month stands.
    pub standing: StandingView,
    /// What it is worth; null to those who may not read the contract.
    pub pay: Option<MonthPayView>,
    /// What the law says; null where `pay` is.
    pub law: Option<Vec<LawFindingView>>,
    /// Why there is no pay: `no_right` or `no_contract`.
    pub without_pay: Option<&'static str>,
}

/// Minutes of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindMinutes {
    /// `work`, `paid_break`, `travel`, `meeting`, `training`, `standby`,
    /// `call_out`, `on_call`, `unpaid_break`.
    pub kind: &'static str,
    /// Minutes.
    pub minutes: i64,
}

impl KindMinutes {
    /// Minutes of one kind.
    #[must_use]
    pub const fn new(kind: Kind, minutes: Minutes) -> Self {
        Self { kind: kind.word(), minutes: minutes.get() }
    }

    /// All of them.
    #[must_use]
    pub fn all(totals: &[(Kind, Minutes)]) -> Vec<Self> {
        totals.iter().map(|(kind, minutes)| Self::new(*kind, *minutes)).collect()
    }
}

/// One shift with what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// Its id.
    pub shift: String,
    /// `settled`, `running`, `unsettled` or `retracted`.
    pub state: &'static str,
    /// The local day it counts on.
    pub day: Option<String>,
    /// Since when it is running (ms since 1970).
    pub since_ms: Option<i64>,
    /// Since when it is running, at the workplace (RFC 3339).
    pub since_local: Option<String>,
    /// The shift, if it is settled.
    pub settled: Option<ShiftView>,
    /// Begin or end were written down afterwards.
    pub reconstructed: bool,
    /// Proposals that count because the assistant agreed.
    pub agreed: Vec<String>,
    /// Proposals that count only because they were approved over objection.
    pub over_objection: Vec<String>,
}

/// A settled shift.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShiftView {
    /// When.
    pub span: SpanView,
    /// The zone of the workplace, as in the IANA table.
    pub zone: String,
    /// What was not plain work.
    pub parts: Vec<PartView>,
    /// Minutes by kind, after precedence.
    pub totals: Vec<KindMinutes>,
}

/// A part of a shift.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartView {
    /// What it was.
    pub kind: &'static str,
    /// When.
    pub span: SpanView,
}

impl From<&Shift> for ShiftView {
    fn from(shift: &Shift) -> Self {
        let zone = shift.workplace.zone;
        let mut totals: BTreeMap<Kind, Minutes> = BTreeMap::new();
        for stretch in shift.stretches() {
            *totals.entry(stretch.kind).or_default() += stretch.span.length();
        }
        Self {
            span: SpanView::new(shift.span, zone),
            zone: zone.name().to_owned(),
            parts: shift
                .parts
                .iter()
                .map(|part| PartView {
                    kind: part.kind.word(),
                    span: SpanView::new(part.span, zone),
                })
                .collect(),
            totals: totals
                .into_iter()
                .map(|(kind, length)| KindMinutes::new(kind, length))
                .collect(),
        }
    }
}

impl From<&Entry> for EntryView {
    fn from(entry: &Entry) -> Self {
        let zone = entry.workplace.as_ref().map_or(Berlin, |place| place.zone);
        let (state, since) = match &entry.state {
            State::Settled(_) => ("settled", None),
            State::Running { since } => ("running", Some(*since)),
            State::Unsettled => ("unsettled", None),
            State::Retracted => ("retracted", None),
        };
        Self {
            shift: entry.shift.to_string(),
            state,
            day: entry.day.map(|day| day.to_string()),
            since_ms: since.map(|minute| minute.ms()),
            since_local: since.map(|minute| local(minute, zone)),
            settled: entry.settled().map(ShiftView::from),
            reconstructed: entry.reconstructed,
            agreed: entry.agreed.iter().map(ToString::to_string).collect(),
            over_objection: entry.over_objection.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A field with two values.
#[derive(Debug, Serialize, ToSchema)]
pub struct DisputeView {
    /// The shift.
    pub shift: String,
    /// The field: `start`, `end`, `place` …
    pub field: &'static str,
    /// The part it is about, if about one.
    pub part: Option<String>,
    /// Each value with the events that say so.
    pub values: Vec<DisputedValue>,
}

/// One of several values.
#[derive(Debug, Serialize, ToSchema)]
pub struct DisputedValue {
    /// The value; instants in UTC.
    pub value: String,
    /// The events that say so.
    pub events: Vec<String>,
}

impl From<&Dispute> for DisputeView {
    fn from(dispute: &Dispute) -> Self {
        let values = dispute.values.iter().map(|(value, events)| DisputedValue {
            value: value.to_string(),
            events: events.iter().map(ToString::to_string).collect(),
        });
        Self {
            shift: dispute.shift.to_string(),
            field: dispute.field.code(),
            part: dispute.field.part().map(|part| part.to_string()),
            values: values.collect(),
        }
    }
}

/// What a person must look at.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingView {
    /// One stable word.
    pub code: &'static str,
    /// Whether the month cannot be approved with it.
    pub blocks: bool,
    /// The shifts it is about.
    pub shifts: Vec<String>,
}

impl From<&Finding> for FindingView {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.what.code(),
            blocks: finding.what.blocks(),
            shifts: finding.shifts.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A proposal of correction.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalView {
    /// Its id.
    pub proposal: String,
    /// The shift it is about.
    pub shift: String,
    /// Why.
    pub reason: String,
    /// `open`, `agreed`, `objected`, `disputed`, `withdrawn` or `stale`.
    pub outcome: &'static str,
    /// Whether it was approved over silence or objection.
    pub over_objection: bool,
    /// The reason given with the answer.
    pub answer_reason: Option<String>,
    /// Field by field.
    pub changes: Vec<ProposedChange>,
}

/// What a proposal would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposedChange {
    /// The field: `start`, `end` …
    pub field: &'static str,
    /// The values now; instants in UTC.
    pub recorded: Vec<String>,
    /// The proposed value.
    pub proposed: String,
}

impl From<&proposals::ProposalView> for ProposalView {
    fn from(one: &proposals::ProposalView) -> Self {
        let changes = one.changes.iter().map(|(field, recorded, proposed)| ProposedChange {
            field: field.code(),
            recorded: recorded.iter().map(ToString::to_string).collect(),
            proposed: proposed.to_string(),
        });
        Self {
            proposal: one.id.to_string(),
            shift: one.shift.to_string(),
            reason: one.reason.clone(),
            outcome: one.outcome.code(),
            over_objection: one.over,
            answer_reason: one.answer_reason.clone(),
            changes: changes.collect(),
        }
    }
}

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

/// What a check of the law noticed. It never blocks.
#[derive(Debug, Serialize, ToSchema)]
pub struct LawFindingView {
    /// One stable word.
    pub code: &'static str,
    /// `info`, `warning` or `serious`.
    pub severity: &'static str,
    /// The paragraph.
    pub paragraph: &'static str,
    /// Which state of the law.
    pub version: &'static str,
    /// Whether the source was read in its present text.
    pub verified: bool,
    /// The times it is about.
    pub spans: Vec<SpanView>,
    /// What is, and what would be lawful; minutes and cents as numbers,
    /// instants as minutes since 1970.
    #[schema(value_type = Object)]
    pub facts: serde_json::Value,
}

impl From<&LawFinding> for LawFindingView {
    fn from(finding: &LawFinding) -> Self {
        Self {
            code: finding.key.word(),
            severity: match finding.severity {
                Severity::Info => "info",
                Severity::Warning => "warning",
                Severity::Serious => "serious",
            },
            paragraph: finding.rule.paragraph,
            version: finding.rule.version,
            verified: finding.rule.verified,
            spans: finding.intervals.iter().map(|span| SpanView::new(*span, Berlin)).collect(),
            facts: serde_json::to_value(finding.lawful).expect("facts are plain data"),
        }
    }
}
