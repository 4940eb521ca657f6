//! A month of one person, as answers write it.

use super::instant::{SpanView, local};
use super::pay_view::MonthPayView;
use super::standing::StandingView;
use assistenz_core::law::finding::{Finding as LawFinding, Severity};
use assistenz_core::record::findings::{Dispute, Finding};
use assistenz_core::record::proposals;
use assistenz_core::record::settle::{Entry, State};
use assistenz_core::time::Minutes;

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
