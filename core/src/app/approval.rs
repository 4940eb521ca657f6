//! Approving a month or single days, reopening, and lines entered by hand.

use super::acting::{Acting, Written};
use super::assistant::need;
use super::paid_since::of_days;
use super::reckoning::Reckoning;
use super::refusal::{AppError, Refusal};
use crate::absence::Absence;
use crate::document::{DocumentId, EventId, PersonId};
use crate::pay::absence::sick_on_vacation::as_it_counts_in;
use crate::pay::hand_entered::HandEntered;
use crate::pay::line::PayLine;
use crate::record::cbor::Hash32;
use crate::record::delta::{AbsenceChange, absence_changes};
use crate::record::document::Document;
use crate::record::events::Event;
use crate::record::events::review::{self, Over, PayLineRemoved, Reopening};
use crate::record::month::{MonthOfWork, Overrides};
use crate::record::month_state::{self, MonthState, Standing};
use crate::record::statement::{NotApprovable, Statement, Terms};
use crate::time::Month;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What an approval is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApprovalTerms {
    /// Only the shifts that count on these local days; empty for the month.
    /// Days approved before are taken in: one approval of days holds all of
    /// them, so that a month never has two that could both be paid.
    pub days: Vec<NaiveDate>,
    /// Proposals that count over silence or objection, each with a reason. Those
    /// that an approval in force of the month names count on, for the reason
    /// given then, until they are agreed to or taken back.
    pub over: Vec<(EventId, String)>,
}

/// What was approved.
#[derive(Debug, Clone, PartialEq)]
pub struct Approved {
    /// The approval.
    pub approval: EventId,
    /// SHA-256 of the statement.
    pub hash: Hash32,
    /// The statement.
    pub statement: Statement,
    /// What it was reckoned from.
    pub reckoning: Reckoning,
}

impl Acting<'_> {
    /// Where a month stands: open, approved, changed since, and what changed.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn standing_of(&mut self, person: PersonId, month: Month) -> Result<Standing, AppError> {
        Ok(self.work_and_standing(person, month)?.1)
    }

    /// What a month comes to as approved, and where it stands.
    pub(super) fn work_and_standing(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<(MonthOfWork, Standing), AppError> {
        let documents = self.documents_of(person, month)?;
        let all: Vec<&Document> = documents.iter().map(Arc::as_ref).collect();
        let work = MonthOfWork::read(person, month, &all, Overrides::AsApproved);
        let standing = self.standing_with(&work, &all)?;
        Ok((work, standing))
    }

    /// Where a month stands that was read from these documents.
    pub(super) fn standing_with(
        &mut self,
        work: &MonthOfWork,
        documents: &[&Document],
    ) -> Result<Standing, AppError> {
        let now = self.absences_of_month(work.person, work.month)?;
        let standing = month_state::standing(work, documents, |statement| {
            absence_changes_since(statement, now.as_deref())
        });
        let purged = self.is_purged(work.person, work.month)?;
        Ok(if purged { standing.after_purge() } else { standing })
    }

    /// What [`Acting::approve`] would write, without writing it.
    ///
    /// # Errors
    ///
    /// As [`Acting::approve`].
    pub fn statement_of(
        &mut self,
        person: PersonId,
        month: Month,
        terms: &ApprovalTerms,
    ) -> Result<(Statement, Reckoning), AppError> {
        for (_, reason) in &terms.over {
            need(reason)?;
        }
        // A statement of what is left would take back what was paid.
        if self.is_purged(person, month)? {
            return Err(Refusal::Purged.into());
        }
        let whole = terms.days.is_empty();
        let (as_approved, standing) = self.work_and_standing(person, month)?;
        let over = with_over_before(&as_approved, &standing, &terms.over);
        let days = with_days_before(&standing, &terms.days)?;
        let review = self.document(DocumentId::review(person, month))?;
        let earlier = standing
            .approvals
            .iter()
            .filter_map(|(_, approval)| Statement::of_approval(&review, approval).ok())
            .collect();
        let mut documents = self.documents_of(person, month)?;
        if whole {
            documents.extend(self.documents_of_absences(person, month)?);
        }
        let all: Vec<&Document> = documents.iter().map(Arc::as_ref).collect();
        let work = MonthOfWork::read(person, month, &all, Overrides::Approving(month, &over));
        // What is paid early is what these days hold; the rest of the month
        // comes with its own approval, as a difference.
        let reckoning = self.reckon_work(of_days(&work, &days), whole)?;
        let mut warnings: Vec<String> =
            reckoning.law.iter().map(|finding| finding.key.word().to_owned()).collect();
        warnings.extend(reckoning.pay.findings.iter().map(|found| found.kind.word().to_owned()));
        warnings.sort();
        warnings.dedup();
        let terms = Terms {
            days,
            over,
            warnings,
            absences: reckoning.absences.clone(),
            pay: serde_json::to_value(&reckoning.pay.lines).expect("lines are plain data"),
            earlier,
        };
        let statement = Statement::make(person, month, &all, terms).map_err(refusal)?;
        if reckoning.pay.refused() {
            let codes = reckoning
                .pay
                .findings
                .iter()
                .filter(|finding| finding.kind.refuses())
                .map(|finding| finding.kind.word().to_owned())
                .collect();
            return Err(Refusal::Findings { codes }.into());
        }
        Ok((statement, reckoning))
    }

    /// Approves a month, or single days of it: stores the statement's canonical
    /// bytes and binds the approval to them. Replaces the approvals in force.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnsettledShifts`], [`Refusal::Findings`],
    /// [`Refusal::OpenProposals`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::NoContract`], [`Refusal::Purged`], [`Refusal::WholeMonthApproved`];
    /// [`Refusal::NothingToApprove`] if the month is approved exactly so.
    pub fn approve(
        &mut self,
        person: PersonId,
        month: Month,
        terms: &ApprovalTerms,
    ) -> Result<Approved, AppError> {
        let before = self.standing_of(person, month)?;
        let (statement, reckoning) = self.statement_of(person, month, terms)?;
        let hash = statement.hash();
        let review = self.document(DocumentId::review(person, month))?;
        let same = |approval: &review::Approval| {
            Statement::of_approval(&review, approval)
                .is_ok_and(|kept| says_the_same(&kept, &statement))
        };
        if matches!(before.state, MonthState::Approved | MonthState::PartlyApproved)
            && before.approvals.iter().any(|(_, approval)| same(approval))
        {
            return Err(Refusal::NothingToApprove.into());
        }
        // The month holds all days, and an approval of days holds those before it.
        let replaces: Vec<EventId> = before.approvals.iter().map(|(id, _)| *id).collect();
        // One id for the approval, and more than its pieces can be.
        let ids: Vec<EventId> = (0..=MOST_PIECES).map(|_| self.fresh()).collect();
        let approval = ids[0];
        let events = statement.approval(self.now_ms(), &replaces, ids).ok_or(Refusal::TooLong)?;
        let mut document = self.open(DocumentId::review(person, month))?;
        let mut act = Written::default();
        for event in &events {
            self.record_in(&mut act, &mut document, std::slice::from_ref(event))?;
        }
        self.put_down(act)?;
        Ok(Approved { approval, hash, statement, reckoning })
    }

    /// Reopens an approved month, with a reason. What was approved stays payable
    /// and readable until a new approval replaces it.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::NotApproved`].
    pub fn reopen(&mut self, person: PersonId, month: Month, reason: &str) -> Result<(), AppError> {
        need(reason)?;
        let standing = self.standing_of(person, month)?;
        if standing.approvals.is_empty() {
            return Err(Refusal::NotApproved { month }.into());
        }
        let now = self.now_ms();
        let mut events = Vec::new();
        for (approval, _) in standing.approvals {
            let body = Reopening { approval, reason: reason.to_owned() };
            events.push((self.fresh(), Event::new(now, body).about([approval])));
        }
        self.record(DocumentId::review(person, month), &events)
    }

    /// Enters a line of pay by hand (expenses, mileage, bonus, advance).
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`].
    pub fn enter_line(
        &mut self,
        person: PersonId,
        month: Month,
        line: &HandEntered,
    ) -> Result<EventId, AppError> {
        need(&line.reason)?;
        let id = self.fresh();
        let json = serde_json::to_string(line).expect("a line is plain data");
        let event = Event::new(self.now_ms(), review::PayLine { month, json });
        self.record(DocumentId::review(person, month), &[(id, event)])?;
        Ok(id)
    }

    /// Takes a hand-entered line back.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`], [`Refusal::NoSuchEntry`].
    pub fn remove_line(
        &mut self,
        person: PersonId,
        month: Month,
        line: EventId,
        reason: &str,
    ) -> Result<(), AppError> {
        need(reason)?;
        let home = DocumentId::review(person, month);
        if self.document(home)?.event(line).is_none() {
            return Err(Refusal::NoSuchEntry.into());
        }
        let id = self.fresh();
        let event = Event::new(self.now_ms(), PayLineRemoved { reason: reason.to_owned() })
            .superseding([line]);
        self.record(home, &[(id, event)])
    }
}

/// The days asked for together with those approved before; none for the month.
fn with_days_before(standing: &Standing, asked: &[NaiveDate]) -> Result<Vec<NaiveDate>, Refusal> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    if standing.approvals.iter().any(|(_, approval)| approval.days.is_empty()) {
        return Err(Refusal::WholeMonthApproved);
    }
    let before = standing.approvals.iter().flat_map(|(_, approval)| &approval.days);
    let days: BTreeSet<NaiveDate> = before.chain(asked).copied().collect();
    Ok(days.into_iter().collect())
}

/// The proposals asked for together with those approved over before that still
/// have no agreement.
fn with_over_before(
    as_approved: &MonthOfWork,
    standing: &Standing,
    asked: &[(EventId, String)],
) -> Vec<Over> {
    let mut over: Vec<Over> = asked
        .iter()
        .map(|(proposal, reason)| Over { proposal: *proposal, reason: reason.clone() })
        .collect();
    for before in standing.approvals.iter().flat_map(|(_, approval)| &approval.over) {
        let named = over.iter().any(|one| one.proposal == before.proposal);
        let waits = as_approved
            .proposals
            .iter()
            .any(|view| view.id == before.proposal && view.outcome.lacks_agreement());
        if waits && !named {
            over.push(before.clone());
        }
    }
    over
}

/// More pieces than any statement has.
const MOST_PIECES: usize = 64;

/// Whether two statements approve the same work for the same pay; their heads
/// differ, since an approval itself is a change.
fn says_the_same(kept: &Statement, new: &Statement) -> bool {
    kept.days == new.days
        && kept.live == new.live
        && kept.shifts == new.shifts
        && kept.over == new.over
        && kept.pay == new.pay
        && absence_changes_since(kept, Some(&new.absences)).is_empty()
}

/// What changed about absences since a statement; nothing for one of single
/// days, and nothing where it cannot be known (`None`).
fn absence_changes_since(statement: &Statement, now: Option<&[Absence]>) -> Vec<AbsenceChange> {
    let month = statement.month;
    match now {
        Some(now) if statement.days.is_empty() => {
            let counted = |all: &[Absence]| {
                all.iter().map(|absence| as_it_counts_in(absence, month)).collect()
            };
            absence_changes(counted(&statement.absences), counted(now))
        }
        Some(_) | None => Vec::new(),
    }
}

/// The lines of pay of a statement; none if it holds none.
#[must_use]
pub fn lines_of(statement: &Statement) -> Vec<PayLine> {
    serde_json::from_value(statement.pay.clone()).unwrap_or_default()
}

fn refusal(why: NotApprovable) -> Refusal {
    match why {
        NotApprovable::Running(shifts) | NotApprovable::Unsettled(shifts) => {
            Refusal::UnsettledShifts { shifts }
        }
        NotApprovable::Findings(shifts) => Refusal::Findings {
            codes: shifts.iter().map(|shift| format!("open_findings:{shift}")).collect(),
        },
        NotApprovable::OpenProposals(proposals) => Refusal::OpenProposals { proposals },
        NotApprovable::BadOverride(_) => Refusal::NoSuchEntry,
    }
}
