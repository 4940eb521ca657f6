//! Where a month stands, as answers write it.

use super::month_view::KindMinutes;
use assistenz_core::absence::Absence;
use assistenz_core::app::PaidOtherwise;
use assistenz_core::record::delta::{AbsenceChange, Change, ChangeKind};
use assistenz_core::record::month_state::{Complete, MayApprove, Standing};
use assistenz_core::record::statement::Total;
use serde::Serialize;
use utoipa::ToSchema;

/// Where a month stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingView {
    /// `open`, `partly_approved`, `approved`, `reopened` or `changed`.
    pub state: &'static str,
    /// `yes`, `only_over_objection`, `no` or `nothing`.
    pub may_approve: &'static str,
    /// Whether the assistant has declared it complete: `no`, `yes` or `changed_since`.
    pub complete: &'static str,
    /// Approvals in force.
    pub approvals: Vec<ApprovalView>,
    /// Approvals that were reopened.
    pub reopened: Vec<ReopeningView>,
    /// What has changed since, shift by shift.
    pub changes: Vec<ChangeView>,
    /// What has changed since about absences.
    pub absence_changes: Vec<AbsenceChangeView>,
    /// Lines of pay that would be another amount now; for those who may read the contract.
    pub pay_changes: Vec<PayChangeView>,
    /// Approvals whose statement cannot be read here: nothing is paid by them.
    pub unreadable: Vec<String>,
    /// Whether the times were deleted when their retention ended.
    pub purged: bool,
}

/// An approval in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalView {
    /// Its id.
    pub approval: String,
    /// Only these days; none for the whole month.
    pub days: Vec<String>,
    /// SHA-256 of the statement, in hexadecimal digits.
    pub statement_sha256: String,
}

/// A reopening.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReopeningView {
    /// Of which approval.
    pub approval: String,
    /// Why.
    pub reason: String,
}

/// A shift that is not as approved.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeView {
    /// Since which approval.
    pub approval: String,
    /// The shift.
    pub shift: String,
    /// `added`, `removed`, `changed`, `only_events` or `unsettled`.
    pub kind: &'static str,
    /// As approved.
    pub before: Vec<KindMinutes>,
    /// As it is.
    pub after: Vec<KindMinutes>,
}

/// An absence that does not count as approved.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsenceChangeView {
    /// Since which approval.
    pub approval: String,
    /// The absence.
    pub absence: String,
    /// As approved: kind, first and last day.
    pub before: Option<(&'static str, String, String)>,
    /// As it counts now.
    pub after: Option<(&'static str, String, String)>,
}

/// A line of pay that would be another amount now.
#[derive(Debug, Serialize, ToSchema)]
pub struct PayChangeView {
    /// Since which approval.
    pub approval: String,
    /// What it pays for, by its stable word.
    pub wage_kind: String,
    /// So many cents gross more than approved; less if negative.
    pub paid_cents: i64,
}

impl AbsenceChangeView {
    fn new(approval: &str, change: &AbsenceChange) -> Self {
        let either = change.before.as_ref().or(change.after.as_ref());
        let told = |one: &Absence| (one.kind.word(), one.from.to_string(), one.to.to_string());
        Self {
            approval: approval.to_owned(),
            absence: either.map(|one| one.id.clone()).unwrap_or_default(),
            before: change.before.as_ref().map(told),
            after: change.after.as_ref().map(told),
        }
    }
}

impl ChangeView {
    fn new(approval: &str, change: &Change) -> Self {
        let minutes = |totals: &[Total]| {
            totals.iter().map(|total| KindMinutes::new(total.kind, total.minutes)).collect()
        };
        Self {
            approval: approval.to_owned(),
            shift: change.shift.to_string(),
            kind: match change.kind {
                ChangeKind::Added => "added",
                ChangeKind::Removed => "removed",
                ChangeKind::Changed => "changed",
                ChangeKind::OnlyEvents => "only_events",
                ChangeKind::Unsettled => "unsettled",
            },
            before: minutes(&change.minutes_before),
            after: minutes(&change.minutes_after),
        }
    }
}

impl StandingView {
    /// Where a month stands, and what of its pay differs where that was looked at.
    #[must_use]
    pub fn new(standing: &Standing, paid_otherwise: &[PaidOtherwise]) -> Self {
        let changes = standing.deltas.iter().flat_map(|(approval, delta)| {
            let approval = approval.to_string();
            delta.changes.iter().map(move |change| ChangeView::new(&approval, change))
        });
        let absence_changes = standing.deltas.iter().flat_map(|(approval, delta)| {
            let approval = approval.to_string();
            delta.absences.iter().map(move |change| AbsenceChangeView::new(&approval, change))
        });
        let pay_changes = paid_otherwise.iter().flat_map(|(approval, lines)| {
            lines.iter().map(|line| PayChangeView {
                approval: approval.to_string(),
                wage_kind: line.wage_kind.word(),
                paid_cents: line.columns.paid.get(),
            })
        });
        Self {
            state: standing.state.code(),
            may_approve: match standing.may_approve {
                MayApprove::Yes => "yes",
                MayApprove::OnlyOver => "only_over_objection",
                MayApprove::No => "no",
                MayApprove::Nothing => "nothing",
            },
            complete: match standing.complete {
                Complete::No => "no",
                Complete::Yes => "yes",
                Complete::ChangedSince => "changed_since",
            },
            approvals: standing
                .approvals
                .iter()
                .map(|(id, approval)| ApprovalView {
                    approval: id.to_string(),
                    days: approval.days.iter().map(ToString::to_string).collect(),
                    statement_sha256: approval.statement.to_string(),
                })
                .collect(),
            reopened: standing
                .reopened
                .iter()
                .map(|(approval, reason)| ReopeningView {
                    approval: approval.to_string(),
                    reason: reason.clone(),
                })
                .collect(),
            changes: changes.collect(),
            absence_changes: absence_changes.collect(),
            pay_changes: pay_changes.collect(),
            unreadable: standing.unreadable.iter().map(ToString::to_string).collect(),
            purged: standing.purged,
        }
    }
}
