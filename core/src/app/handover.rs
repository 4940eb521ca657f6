//! The hand-over to payroll: which statements go out, and what of them is new.
//!
//! Only approved statements are read, never the records again. A month that
//! went out before goes out as the difference, naming its month of origin. The
//! same statements after the same earlier exports give the same bytes.

use super::acting::Acting;
use super::approval::lines_of;
use super::filed::FiledStatement;
use super::paid::Books;
pub use super::paid::Export;
use super::refusal::{AppError, Refusal};
use crate::absence::Absence;
use crate::contract::version::ContractVersion;
use crate::document::{DocumentId, PersonId};
use crate::log::{Hash, RecordContent};
use crate::pay::correction::corrections;
use crate::pay::line::PayLine;
use crate::payroll::settings::OfficeSettings;
use crate::payroll::{
    Approval as PayrollApproval, Away, ExportInput, ExportSet, PersonMonth, Purpose,
};
use crate::record::cbor::Hash32;
use crate::record::delta::{AbsenceChange, absence_changes};
use crate::record::month::MonthOfWork;
use crate::record::month_state::{Complete, MonthState, Standing};
use crate::record::statement::Statement;
use crate::time::{Minute, Month};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Berlin;
use std::collections::BTreeSet;

/// Everything an export is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Handover {
    /// The employer's or team's name.
    pub employer: String,
    /// The month in which is paid.
    pub month: Month,
    /// Each person's months and how far they are.
    pub people: Vec<PersonMonth>,
    /// The lines of pay, corrections among them.
    pub lines: Vec<PayLine>,
    /// Person and SHA-256 of every statement that goes out.
    pub statements: Vec<(PersonId, Hash32)>,
    /// The local time of the last approval among them.
    pub document_time: NaiveDateTime,
}

impl Handover {
    /// As the room `payroll` reads it.
    #[must_use]
    pub fn input<'a>(&'a self, settings: &'a OfficeSettings, purpose: Purpose) -> ExportInput<'a> {
        ExportInput {
            employer: &self.employer,
            settings,
            month: self.month,
            purpose,
            people: &self.people,
            lines: &self.lines,
            document_time: self.document_time,
        }
    }

    /// What the office signs into the log for an export of these files.
    #[must_use]
    pub fn record(&self, program: &str, set: &ExportSet) -> RecordContent {
        let hash = |hex: &str| {
            let mut bytes = [0; 32];
            // The file's own digest, written by us a moment ago.
            let _ = hex::decode_to_slice(hex, &mut bytes);
            Hash(bytes)
        };
        RecordContent::Export {
            month: self.month,
            program: program.to_owned(),
            files: set.files.iter().map(|file| (file.name.clone(), hash(&file.sha256))).collect(),
            statements: self
                .statements
                .iter()
                .map(|(person, statement)| (*person, Hash(statement.0)))
                .collect(),
        }
    }

    /// Adds the lines of a statement that had not gone out; `before` is the one
    /// of the same month that went out last.
    fn add(
        &mut self,
        filed: &FiledStatement,
        statement: &Statement,
        before: Option<&Statement>,
        person: PersonId,
    ) {
        let now = lines_of(statement);
        match before {
            None if filed.month == self.month => self.lines.extend(now),
            None => self.lines.extend(corrections(&now, &[], self.month, "")),
            Some(before) => {
                let reason = why(before, statement);
                self.lines.extend(corrections(&now, &lines_of(before), self.month, &reason));
            }
        }
        self.statements.push((person, Hash32(filed.hash.0)));
        let at = Minute::floor_ms(filed.approved_ms).on_the_wall(Berlin).naive_local();
        self.document_time = self.document_time.max(at);
    }
}

impl Acting<'_> {
    /// What would go out for `month` now: every assistant's approved month, and
    /// corrections of earlier months whose new approval has not gone out.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger. What keeps it from going out is for
    /// [`crate::payroll::preview()`] to say.
    pub fn handover(&mut self, month: Month) -> Result<Handover, AppError> {
        let mut handover = self.empty_handover(month)?;
        for person in self.paid_people()? {
            self.add_person(&mut handover, person, month)?;
        }
        Ok(handover)
    }

    /// What was approved of exactly this month, whether it went out or not: for
    /// whoever pays without files.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn approved_of(&mut self, month: Month) -> Result<Handover, AppError> {
        let mut handover = self.empty_handover(month)?;
        for person in self.paid_people()? {
            let (work, standing, _) = self.work_and_pay(person, month)?;
            if standing.approvals.is_empty() && !self.is_to_pay(&work)? {
                continue;
            }
            let review = self.document(DocumentId::review(person, month))?;
            for (_, approval) in &standing.approvals {
                if let Ok(statement) = Statement::of_approval(&review, approval) {
                    handover.lines.extend(lines_of(&statement));
                }
            }
            let name = self.person_field(person, "name")?.unwrap_or_default();
            let versions = self.contract_of(person)?;
            let approval = approval_of(&standing);
            handover.people.push(person_month(person, name, month, approval, &versions));
        }
        Ok(handover)
    }

    /// The same bytes again: what went out with an earlier export.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn handover_again(&mut self, export: &Export) -> Result<Handover, AppError> {
        let mut handover = self.empty_handover(export.month)?;
        for (person, hash) in &export.statements {
            let mut books = self.books(*person)?;
            books.exports.retain(|one| one.at < export.at);
            let Some(filed) = books.statements.iter().find(|one| one.hash == *hash) else {
                continue;
            };
            let Some(statement) = self.statement_in(filed)? else { continue };
            let before = self.went_out_before(filed, &books)?;
            handover.add(filed, &statement, before.as_ref(), *person);
            let name = self.person_field(*person, "name")?.unwrap_or_default();
            let month = statement.month;
            let approved = if statement.days.is_empty() {
                PayrollApproval::Approved
            } else {
                PayrollApproval::PartlyApproved
            };
            let versions = self.contract_of(*person)?;
            handover.people.push(PersonMonth {
                has_lines: !lines_of(&statement).is_empty(),
                absences: statement.absences.iter().map(away_period).collect(),
                ..person_month(*person, name, month, approved, &versions)
            });
        }
        Ok(handover)
    }

    /// The statement of the same month that went out last.
    fn went_out_before(
        &mut self,
        filed: &FiledStatement,
        books: &Books,
    ) -> Result<Option<Statement>, AppError> {
        let last = books.went_out_last(filed.month);
        match last.and_then(|hash| books.statements.iter().find(|one| one.hash == hash)) {
            Some(before) => self.statement_in(before),
            None => Ok(None),
        }
    }

    fn empty_handover(&mut self, month: Month) -> Result<Handover, AppError> {
        Ok(Handover {
            employer: self.team_field("name")?.unwrap_or_default(),
            month,
            people: Vec::new(),
            lines: Vec::new(),
            statements: Vec::new(),
            document_time: month.first_day().and_time(chrono::NaiveTime::MIN),
        })
    }

    /// Everybody who is or was an assistant or coach.
    fn paid_people(&mut self) -> Result<Vec<PersonId>, AppError> {
        let policy = self.pen.policy(self.ledger, self.me.team)?;
        let mut people = BTreeSet::new();
        for (person, member) in policy.members() {
            if member.ever_worked() {
                people.insert(person);
            }
        }
        Ok(people.into_iter().collect())
    }

    /// Whether a month is to be paid: something was recorded, or the end of the
    /// month before, a salary or a line entered by hand is due without it.
    pub(super) fn is_to_pay(&mut self, work: &MonthOfWork) -> Result<bool, AppError> {
        if !work.entries.is_empty() {
            return Ok(true);
        }
        match self.reckon_work(work.clone(), true) {
            Ok(reckoned) => Ok(!reckoned.pay.lines.is_empty()),
            Err(AppError::Refused(Refusal::NoContract)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn add_person(
        &mut self,
        handover: &mut Handover,
        person: PersonId,
        month: Month,
    ) -> Result<(), AppError> {
        let books = self.books(person)?;
        let mut months = BTreeSet::new();
        for filed in books.statements.iter().filter(|one| one.in_force) {
            if filed.month > month || books.went_out_last(filed.month) == Some(filed.hash) {
                continue;
            }
            let Some(statement) = self.statement_in(filed)? else { continue };
            months.insert(filed.month);
            let before = self.went_out_before(filed, &books)?;
            handover.add(filed, &statement, before.as_ref(), person);
        }
        let (work, standing, _) = self.work_and_pay(person, month)?;
        let away = self.absences_of_month(person, month)?.unwrap_or_default();
        if !standing.approvals.is_empty() || !away.is_empty() || self.is_to_pay(&work)? {
            months.insert(month);
        }
        if months.is_empty() {
            return Ok(());
        }
        let name = self.person_field(person, "name")?.unwrap_or_default();
        let versions = self.contract_of(person)?;
        for origin in months {
            let (work, standing) = match origin == month {
                true => (work.clone(), standing.clone()),
                false => {
                    let (work, standing, _) = self.work_and_pay(person, origin)?;
                    (work, standing)
                }
            };
            let mut approved = Vec::new();
            for filed in books.statements.iter().filter(|one| one.in_force && one.month == origin) {
                approved.extend(self.statement_in(filed)?);
            }
            let of_month = approved.iter().rev().find(|statement| statement.days.is_empty());
            handover.people.push(PersonMonth {
                open_entries: count(work.running().count()),
                disputed_entries: count(work.unsettled().count()),
                has_lines: approved.iter().any(|statement| !lines_of(statement).is_empty()),
                absences: of_month
                    .map(|statement| statement.absences.iter().map(away_period).collect())
                    .unwrap_or_default(),
                ..person_month(person, name.clone(), origin, approval_of(&standing), &versions)
            });
        }
        Ok(())
    }
}

/// Why a month changed: the reasons that came since, and
/// those of the absences that changed.
fn why(before: &Statement, after: &Statement) -> String {
    let known: BTreeSet<_> = before.reasons.iter().map(|given| given.event).collect();
    let new = after.reasons.iter().map(|given| given.event).filter(|id| !known.contains(id));
    let absences = absence_changes(before.absences.clone(), after.absences.clone());
    let changed = absences.iter().filter_map(AbsenceChange::event);
    let mut reasons: Vec<&str> = Vec::new();
    for id in new.chain(changed) {
        let given = after.reasons.iter().find(|given| given.event == id);
        reasons.extend(given.map(|given| &*given.reason).filter(|text| !reasons.contains(text)));
    }
    reasons.join("; ")
}

/// An absence as the payroll office needs it.
fn away_period(absence: &Absence) -> Away {
    Away {
        kind: absence.kind.wage_kind(),
        from: absence.from,
        to: absence.to,
        certificate: absence.certificate.day().filter(|_| absence.certificate.is_held()),
        due: absence.due,
    }
}

fn approval_of(standing: &Standing) -> PayrollApproval {
    match (standing.state, standing.complete) {
        (MonthState::Approved | MonthState::Reopened, _) => PayrollApproval::Approved,
        (MonthState::Changed, _) => PayrollApproval::ChangedSince,
        (MonthState::PartlyApproved, _) => PayrollApproval::PartlyApproved,
        (MonthState::Open, Complete::Yes) => PayrollApproval::Declared,
        (MonthState::Open, Complete::No | Complete::ChangedSince) => PayrollApproval::Open,
    }
}

/// A person's month with what the contract says of it.
fn person_month(
    person: PersonId,
    name: String,
    month: Month,
    approval: PayrollApproval,
    versions: &[ContractVersion],
) -> PersonMonth {
    let here = |day: &NaiveDate| Month::of(*day) == month;
    let first =
        versions.first().map(|version| version.employed_since.unwrap_or(version.valid_from));
    PersonMonth {
        person: person.to_string(),
        name,
        month,
        approval,
        has_lines: false,
        open_entries: 0,
        disputed_entries: 0,
        joined: first.filter(here),
        left: versions.iter().filter_map(|version| version.ends).max().filter(here),
        contract_changes: versions
            .iter()
            .skip(1)
            .map(|version| version.valid_from)
            .filter(here)
            .collect(),
        absences: Vec::new(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
