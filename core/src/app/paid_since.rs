//! What the approvals in force of a month would be paid now, held against what
//! they say. A shift or an absence of the month that changed is found without
//! it; a line entered by hand, a contract that holds from an earlier day and a
//! shift over the month's edge that ended otherwise are found only here.

use super::absence_month::needs_average;
use super::acting::Acting;
use super::approval::lines_of;
use super::reckoning::Reckoning;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, EventId, PersonId};
use crate::pay::correction::corrections;
use crate::pay::line::{PayLine, WageKind};
use crate::record::month::MonthOfWork;
use crate::record::month_state::Standing;
use crate::record::statement::Statement;
use crate::time::Month;

/// An approval that would be paid otherwise now, and the lines that differ:
/// what is due now less what was approved.
pub type PaidOtherwise = (EventId, Vec<PayLine>);

impl Acting<'_> {
    /// Where a month stands, with a look at what it is paid. For the office: a
    /// phone does not have every document that pay is reckoned from.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn standing_with_pay(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<(Standing, Vec<PaidOtherwise>), AppError> {
        let (_, standing, otherwise) = self.work_and_pay(person, month)?;
        Ok((standing, otherwise))
    }

    /// What a month comes to as approved, and where it stands with its pay.
    pub(super) fn work_and_pay(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<(MonthOfWork, Standing, Vec<PaidOtherwise>), AppError> {
        let (work, standing) = self.work_and_standing(person, month)?;
        let otherwise = self.paid_otherwise(&work, &standing, None)?;
        let standing = standing.with_pay(&work, ids(&otherwise));
        Ok((work, standing, otherwise))
    }

    /// The approvals in force that would be paid otherwise now. `reckoned` is
    /// the whole month where it was reckoned before.
    ///
    /// Nothing is compared whose times, or those of the month before, were
    /// deleted when their retention ended. Pay by an average is compared only
    /// with its absences: the average stays as it was when it was approved.
    pub(super) fn paid_otherwise(
        &mut self,
        work: &MonthOfWork,
        standing: &Standing,
        reckoned: Option<&Reckoning>,
    ) -> Result<Vec<PaidOtherwise>, AppError> {
        let (person, month) = (work.person, work.month);
        if standing.approvals.is_empty()
            || standing.purged
            || self.is_purged(person, month.previous())?
        {
            return Ok(Vec::new());
        }
        let review = self.document(DocumentId::review(person, month))?;
        let mut found = Vec::new();
        for (id, approval) in &standing.approvals {
            let Ok(statement) = Statement::of_approval(&review, approval) else { continue };
            let whole = approval.days.is_empty();
            let fresh;
            let now = match reckoned.filter(|_| whole) {
                Some(reckoned) => reckoned,
                None => match self.reckon_work(of_days(work, &approval.days), whole) {
                    Ok(reckoned) => {
                        fresh = reckoned;
                        &fresh
                    }
                    Err(AppError::Refused(Refusal::NoContract)) => continue,
                    Err(error) => return Err(error),
                },
            };
            let differing = difference(now, &statement);
            if !differing.is_empty() {
                found.push((*id, differing));
            }
        }
        Ok(found)
    }
}

/// The approvals alone.
pub(super) fn ids(otherwise: &[PaidOtherwise]) -> Vec<EventId> {
    otherwise.iter().map(|(approval, _)| *approval).collect()
}

/// A month of which only the shifts of these days are approved; none for all.
pub(super) fn of_days(work: &MonthOfWork, days: &[chrono::NaiveDate]) -> MonthOfWork {
    let mut work = work.clone();
    if !days.is_empty() {
        work.entries.retain(|entry| entry.day.is_some_and(|day| days.contains(&day)));
    }
    work
}

fn difference(now: &Reckoning, statement: &Statement) -> Vec<PayLine> {
    if now.pay.refused() {
        return Vec::new(); // it cannot be approved anew before that is settled
    }
    let averaged = |absence| needs_average(absence, statement.month);
    let by_average = now.absences.iter().chain(&statement.absences).any(averaged);
    let compared = |line: &PayLine| {
        let of_absence =
            line.wage_kind.is_absence() || line.wage_kind == WageKind::AbsenceSurcharge;
        !(by_average && of_absence)
    };
    let keep = |lines: &[PayLine]| lines.iter().filter(|line| compared(line)).cloned().collect();
    let (due, approved): (Vec<_>, Vec<_>) = (keep(&now.pay.lines), keep(&lines_of(statement)));
    corrections(&due, &approved, statement.month, "")
}
