//! The state of a month: proposal × answer × approval × reopening × late entry.
//!
//! One table says what a month is called and what may be done. Approvals are
//! never undone: the approved statement stays payable and readable until a new
//! approval supersedes it.

use super::claims::sources;
use super::delta::{AbsenceChange, Delta, delta};
use super::document::Document;
use super::events::Body;
use super::events::review::Approval;
use super::month::{MonthOfWork, approvals_in_force};
use super::proposals::Outcome;
use super::statement::{NotAStatement, Statement};
use crate::document::{DocumentKind, EventId};

/// Where the proposals of a month stand: the one that weighs most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proposals {
    /// None, or all taken back.
    None,
    /// Agreed to: they count.
    Agreed,
    /// What they would replace has changed: they must be made anew.
    Stale,
    /// No answer yet.
    Silent,
    /// Objected to.
    Objected,
    /// Agreed to and objected to, on two devices.
    Disputed,
}

/// What is approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Approved {
    /// Nothing.
    Nothing,
    /// Single days.
    Days,
    /// The whole month.
    Month,
}

/// What a month is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthState {
    /// Nothing is approved.
    Open,
    /// Single days are approved.
    PartlyApproved,
    /// Approved as it is.
    Approved,
    /// Approved, and the employer has reopened it.
    Reopened,
    /// Approved, and something has changed since: a delta is open.
    Changed,
}

impl MonthState {
    /// One word for programs and words files; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::PartlyApproved => "partly_approved",
            Self::Approved => "approved",
            Self::Reopened => "reopened",
            Self::Changed => "changed",
        }
    }
}

/// What the employer may do about approving it, as far as proposals and
/// approvals go; running and disputed shifts are refused by
/// [`Statement::make`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayApprove {
    /// Approve.
    Yes,
    /// Only by naming each proposal without agreement, with a reason, or by
    /// taking it back.
    OnlyOver,
    /// Not before the assistant has settled the two answers.
    No,
    /// There is nothing to approve.
    Nothing,
}

type Row = (Proposals, Approved, bool, bool, MonthState, MayApprove);

/// Proposals, approved, reopened, changed since → state, may approve. Rows
/// that cannot be (reopened or changed without an approval) are left out.
pub const TABLE: &[Row] = {
    use Approved as A;
    use MayApprove as M;
    use MonthState as S;
    use Proposals as P;
    &[
        (P::None, A::Nothing, false, false, S::Open, M::Yes),
        (P::Agreed, A::Nothing, false, false, S::Open, M::Yes),
        (P::Stale, A::Nothing, false, false, S::Open, M::Yes),
        (P::Silent, A::Nothing, false, false, S::Open, M::OnlyOver),
        (P::Objected, A::Nothing, false, false, S::Open, M::OnlyOver),
        (P::Disputed, A::Nothing, false, false, S::Open, M::No),
        (P::None, A::Days, false, false, S::PartlyApproved, M::Yes),
        (P::Agreed, A::Days, false, false, S::PartlyApproved, M::Yes),
        (P::Stale, A::Days, false, false, S::PartlyApproved, M::Yes),
        (P::Silent, A::Days, false, false, S::PartlyApproved, M::OnlyOver),
        (P::Objected, A::Days, false, false, S::PartlyApproved, M::OnlyOver),
        (P::Disputed, A::Days, false, false, S::PartlyApproved, M::No),
        (P::None, A::Days, false, true, S::Changed, M::Yes),
        (P::Agreed, A::Days, false, true, S::Changed, M::Yes),
        (P::Stale, A::Days, false, true, S::Changed, M::Yes),
        (P::Silent, A::Days, false, true, S::Changed, M::OnlyOver),
        (P::Objected, A::Days, false, true, S::Changed, M::OnlyOver),
        (P::Disputed, A::Days, false, true, S::Changed, M::No),
        (P::None, A::Days, true, false, S::Reopened, M::Yes),
        (P::Agreed, A::Days, true, false, S::Reopened, M::Yes),
        (P::Stale, A::Days, true, false, S::Reopened, M::Yes),
        (P::Silent, A::Days, true, false, S::Reopened, M::OnlyOver),
        (P::Objected, A::Days, true, false, S::Reopened, M::OnlyOver),
        (P::Disputed, A::Days, true, false, S::Reopened, M::No),
        (P::None, A::Days, true, true, S::Changed, M::Yes),
        (P::Agreed, A::Days, true, true, S::Changed, M::Yes),
        (P::Stale, A::Days, true, true, S::Changed, M::Yes),
        (P::Silent, A::Days, true, true, S::Changed, M::OnlyOver),
        (P::Objected, A::Days, true, true, S::Changed, M::OnlyOver),
        (P::Disputed, A::Days, true, true, S::Changed, M::No),
        (P::None, A::Month, false, false, S::Approved, M::Nothing),
        (P::Agreed, A::Month, false, false, S::Approved, M::Nothing),
        (P::Stale, A::Month, false, false, S::Approved, M::Nothing),
        (P::Silent, A::Month, false, false, S::Approved, M::OnlyOver),
        (P::Objected, A::Month, false, false, S::Approved, M::OnlyOver),
        (P::Disputed, A::Month, false, false, S::Approved, M::No),
        (P::None, A::Month, false, true, S::Changed, M::Yes),
        (P::Agreed, A::Month, false, true, S::Changed, M::Yes),
        (P::Stale, A::Month, false, true, S::Changed, M::Yes),
        (P::Silent, A::Month, false, true, S::Changed, M::OnlyOver),
        (P::Objected, A::Month, false, true, S::Changed, M::OnlyOver),
        (P::Disputed, A::Month, false, true, S::Changed, M::No),
        (P::None, A::Month, true, false, S::Reopened, M::Yes),
        (P::Agreed, A::Month, true, false, S::Reopened, M::Yes),
        (P::Stale, A::Month, true, false, S::Reopened, M::Yes),
        (P::Silent, A::Month, true, false, S::Reopened, M::OnlyOver),
        (P::Objected, A::Month, true, false, S::Reopened, M::OnlyOver),
        (P::Disputed, A::Month, true, false, S::Reopened, M::No),
        (P::None, A::Month, true, true, S::Changed, M::Yes),
        (P::Agreed, A::Month, true, true, S::Changed, M::Yes),
        (P::Stale, A::Month, true, true, S::Changed, M::Yes),
        (P::Silent, A::Month, true, true, S::Changed, M::OnlyOver),
        (P::Objected, A::Month, true, true, S::Changed, M::OnlyOver),
        (P::Disputed, A::Month, true, true, S::Changed, M::No),
    ]
};

/// Looks a month up in [`TABLE`]. Without an approval nothing can be reopened
/// or changed since.
#[must_use]
pub fn look_up(
    proposals: Proposals,
    approved: Approved,
    reopened: bool,
    changed: bool,
) -> (MonthState, MayApprove) {
    let none = approved == Approved::Nothing;
    let (reopened, changed) = (reopened && !none, changed && !none);
    TABLE
        .iter()
        .find(|row| (row.0, row.1, row.2, row.3) == (proposals, approved, reopened, changed))
        .map_or((MonthState::Open, MayApprove::No), |row| (row.4, row.5))
}

/// Where a month stands, with everything a person wants to know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// What it is called.
    pub state: MonthState,
    /// Whether it may be approved.
    pub may_approve: MayApprove,
    /// Whether the assistant has declared it complete as it is now.
    pub complete: Complete,
    /// The approvals in force. Several only where days were approved apart, or
    /// two people approved without knowledge of each other.
    pub approvals: Vec<(EventId, Approval)>,
    /// The reopenings of these approvals: approval and reason.
    pub reopened: Vec<(EventId, String)>,
    /// What has changed since, approval by approval; only those with changes.
    pub deltas: Vec<(EventId, Delta)>,
    /// Approvals that would be paid otherwise now than they say, whether or not
    /// a shift or an absence changed. Empty where nobody compared the pay.
    pub paid_otherwise: Vec<EventId>,
    /// Approvals whose statement is not readable here: nothing may be paid by them.
    pub unreadable: Vec<EventId>,
    /// The times left when their retention ended; the approvals hold what they came to.
    pub purged: bool,
}

impl Standing {
    /// As it stood before the times left: what was approved stays approved, and
    /// nothing of it can be approved anew.
    #[must_use]
    pub fn after_purge(self) -> Self {
        let whole = self.approvals.iter().any(|(_, approval)| approval.days.is_empty());
        let state = match (whole, self.approvals.is_empty(), self.reopened.is_empty()) {
            (_, true, _) => MonthState::Open,
            (_, false, false) => MonthState::Reopened,
            (true, false, true) => MonthState::Approved,
            (false, false, true) => MonthState::PartlyApproved,
        };
        Self { state, may_approve: MayApprove::No, deltas: Vec::new(), purged: true, ..self }
    }

    /// The same where these approvals would be paid otherwise now: a line was
    /// entered by hand, a contract holds from an earlier day, or a shift of the
    /// month before ends at another time.
    #[must_use]
    pub fn with_pay(self, work: &MonthOfWork, paid_otherwise: Vec<EventId>) -> Self {
        if paid_otherwise.is_empty() {
            return self;
        }
        let approved = approved(&self.approvals);
        let (state, may_approve) =
            look_up(weightiest(work), approved, !self.reopened.is_empty(), true);
        Self { state, may_approve, paid_otherwise, ..self }
    }
}

/// Whether the assistant has declared the month complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complete {
    /// Not yet.
    No,
    /// Yes, as it is.
    Yes,
    /// Yes, but something was recorded or changed afterwards.
    ChangedSince,
}

/// Where a month stands that was read from these documents as approved;
/// `absences` says what changed about absences since a statement.
#[must_use]
pub fn standing(
    work: &MonthOfWork,
    documents: &[&Document],
    absences: impl Fn(&Statement) -> Vec<AbsenceChange>,
) -> Standing {
    let (person, month) = (work.person, work.month);
    let own: Vec<&Document> = documents
        .iter()
        .copied()
        .filter(|document| document.id().subject() == Some(person))
        .filter(|document| {
            matches!(document.id().kind(), DocumentKind::Time | DocumentKind::Review)
        })
        .collect();
    let sources = sources(own.iter().copied());
    let approvals: Vec<(EventId, Approval)> = approvals_in_force(&sources)
        .filter(|(_, approval)| approval.month == month)
        .map(|(id, approval)| (id, approval.clone()))
        .collect();
    let mut deltas = Vec::new();
    let mut unreadable = Vec::new();
    for (id, approval) in &approvals {
        match statement_of(&own, approval) {
            Ok(statement) => {
                let delta = Delta { absences: absences(&statement), ..delta(&statement, work) };
                if !delta.is_empty() {
                    deltas.push((*id, delta));
                }
            }
            Err(_) => unreadable.push(*id),
        }
    }
    let mut reopened = Vec::new();
    let mut complete = Complete::No;
    for source in sources.values() {
        match &source.event.body {
            Body::Reopening(body) if approvals.iter().any(|(id, _)| *id == body.approval) => {
                reopened.push((body.approval, body.reason.clone()));
            }
            Body::MonthComplete(body) if body.month == month => {
                let same = body.fingerprint == work.fingerprint();
                complete = match (complete, same) {
                    (Complete::Yes, _) | (_, true) => Complete::Yes,
                    (Complete::No | Complete::ChangedSince, false) => Complete::ChangedSince,
                };
            }
            _ => {}
        }
    }
    let (state, may_approve) =
        look_up(weightiest(work), approved(&approvals), !reopened.is_empty(), !deltas.is_empty());
    Standing {
        state,
        may_approve,
        complete,
        approvals,
        reopened,
        deltas,
        paid_otherwise: Vec::new(),
        unreadable,
        purged: false,
    }
}

fn approved(approvals: &[(EventId, Approval)]) -> Approved {
    match approvals.iter().any(|(_, approval)| approval.days.is_empty()) {
        true => Approved::Month,
        false if approvals.is_empty() => Approved::Nothing,
        false => Approved::Days,
    }
}

/// The statement of an approval, from whichever review document holds it.
fn statement_of(documents: &[&Document], approval: &Approval) -> Result<Statement, NotAStatement> {
    documents
        .iter()
        .filter(|document| document.id().kind() == DocumentKind::Review)
        .find_map(|document| Statement::of_approval(document, approval).ok())
        .ok_or(NotAStatement::Incomplete)
}

/// Where the proposals of a month stand: the one that weighs most.
#[must_use]
pub fn weightiest(work: &MonthOfWork) -> Proposals {
    work.proposals
        .iter()
        .map(|proposal| match (&proposal.outcome, proposal.over) {
            (Outcome::Withdrawn, _) | (Outcome::Open | Outcome::Objected { .. }, true) => {
                Proposals::None
            }
            (Outcome::Agreed { .. }, _) => Proposals::Agreed,
            (Outcome::Stale, _) => Proposals::Stale,
            (Outcome::Open, false) => Proposals::Silent,
            (Outcome::Objected { .. }, false) => Proposals::Objected,
            (Outcome::Disputed, _) => Proposals::Disputed,
        })
        .max()
        .unwrap_or(Proposals::None)
}
