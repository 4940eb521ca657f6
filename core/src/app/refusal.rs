//! What a use case can say instead of doing it.

use crate::contract::refusal::ContractRefusal;
use crate::document::EventId;
use crate::ledger::LedgerError;
use crate::log::SealError;
use crate::record::document::RecordError;
use crate::sync::{SyncError, WriteError};
use crate::time::{Minute, Month};

/// Why a use case was not carried out. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The user can do something about it. Shown to them, never logged as a fault.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A document could not be read or written.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A batch could not be signed.
    #[error("the act could not be signed")]
    Seal(#[from] SealError),
    /// The conversation or what it keeps.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// A batch could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// A plain no, with the reason. Part of the public contract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A shift is running.
    #[error("already clocked in; clock out first, or say when that shift ended")]
    AlreadyClockedIn {
        /// Which shift.
        shift: EventId,
        /// Since when.
        since: Minute,
    },
    /// No shift is running.
    #[error("not clocked in")]
    NotClockedIn,
    /// A part of the shift is running already.
    #[error("a part of this shift is running; end it first")]
    PartRunning,
    /// No part of the shift is running.
    #[error("no part of this shift is running")]
    NoPartRunning,
    /// A call-out outside standby or on-call.
    #[error("a call-out lies inside standby or on-call")]
    CallOutOutsideStandby,
    /// There is no such shift, part or proposal here.
    #[error("there is no such entry here")]
    NoSuchEntry,
    /// The entry is not in a state for this.
    #[error("this entry cannot be changed like that any more")]
    NotNow,
    /// An end before the start, or a part outside its shift.
    #[error("the end lies before the start, or a part lies outside its shift")]
    WrongOrder,
    /// In the future of the device's clock.
    #[error("this time has not come yet")]
    InTheFuture,
    /// A reason is needed.
    #[error("say why")]
    ReasonNeeded,
    /// This kind of absence is not asked for, or not granted: sickness is
    /// reported, a holiday follows from the rota.
    #[error("this kind of absence does not go with this")]
    WrongKind,
    /// More days than one absence or one booking may have.
    #[error("too many days at once")]
    AbsenceTooLong,
    /// Shifts of the month are running or unsettled.
    #[error("shifts without an agreed end or with two values: {}", .shifts.len())]
    UnsettledShifts {
        /// Which.
        shifts: Vec<EventId>,
    },
    /// Findings keep the month from approval.
    #[error("findings to settle first: {}", .codes.join(", "))]
    Findings {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Proposals without agreement must be named one by one, with a reason.
    #[error("proposals without the assistant's agreement: {}", .proposals.len())]
    OpenProposals {
        /// Which.
        proposals: Vec<EventId>,
    },
    /// Nothing changed since the last approval.
    #[error("nothing has changed since this month was approved")]
    NothingToApprove,
    /// The whole month is approved: a change in it needs the whole month anew.
    #[error("the whole month is approved already; approve it as a whole again")]
    WholeMonthApproved,
    /// This month is not approved.
    #[error("{month} is not approved")]
    NotApproved {
        /// Which month.
        month: Month,
    },
    /// No contract version holds on some day of the month.
    #[error("there is no contract for this month")]
    NoContract,
    /// The contract's versions contradict each other.
    #[error("the contract cannot hold like this: {0}")]
    Contract(#[from] ContractRefusal),
    /// This device may not write this document.
    #[error("no right to write this")]
    NoRight,
    /// The planned shift lacks a start or an end.
    #[error("a planned shift needs a start and an end")]
    NotPlanned,
    /// A planned or proposed shift stays in the month in which it begins.
    #[error("a shift planned or proposed in {month} begins in that month")]
    OtherMonth {
        /// Its month.
        month: Month,
    },
    /// More than a statement can hold.
    #[error("too much for one statement; approve single days")]
    TooLong,
    /// What the month was made of left when its retention ended.
    #[error(
        "the times of this month were deleted when their retention ended; what was approved stays as it is"
    )]
    Purged,
    /// A part of this document was written by a newer version.
    #[error("this was written by a newer version; update first")]
    Newer,
}

impl Refusal {
    /// One word for programs: the same over HTTP, in Kotlin and in Swift. Never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AlreadyClockedIn { .. } => "already_clocked_in",
            Self::NotClockedIn => "not_clocked_in",
            Self::PartRunning => "part_running",
            Self::NoPartRunning => "no_part_running",
            Self::CallOutOutsideStandby => "call_out_outside_standby",
            Self::NoSuchEntry => "no_such_entry",
            Self::NotNow => "not_now",
            Self::WrongOrder => "wrong_order",
            Self::InTheFuture => "in_the_future",
            Self::ReasonNeeded => "reason_needed",
            Self::WrongKind => "wrong_kind",
            Self::AbsenceTooLong => "absence_too_long",
            Self::UnsettledShifts { .. } => "unsettled_shifts",
            Self::Findings { .. } => "findings",
            Self::OpenProposals { .. } => "open_proposals",
            Self::NothingToApprove => "nothing_to_approve",
            Self::WholeMonthApproved => "whole_month_approved",
            Self::NotApproved { .. } => "not_approved",
            Self::NoContract => "no_contract",
            Self::Contract(_) => "contract",
            Self::NoRight => "no_right",
            Self::NotPlanned => "not_planned",
            Self::OtherMonth { .. } => "other_month",
            Self::TooLong => "too_long",
            Self::Purged => "purged",
            Self::Newer => "newer_version",
        }
    }
}
