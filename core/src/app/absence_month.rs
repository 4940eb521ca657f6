//! Reading absences: as people see them, and as law and pay read them.

use super::acting::Acting;
use super::maternity::reference_since;
use super::refusal::AppError;
use crate::absence::{Absence, AbsenceKind};
use crate::contract::version::{ContractVersion, in_force};
use crate::document::{DocumentId, DocumentKind, EventId, Period, PersonId};
use crate::pay::absence::sick_on_vacation::without_sick_days;
use crate::pay::{DayEarned, MonthInput, pay_month};
use crate::record::absence::{AbsenceEntry, absences};
use crate::record::absence_plan::would_have_worked;
use crate::record::answered::{Answered, answered};
use crate::record::document::Document;
use crate::record::month::{MonthOfWork, Overrides};
use crate::record::rota::PlannedShift;
use crate::record::rows::MONTH_READS;
use crate::time::Month;
use crate::work::{FundingPart, FundingShare, Kind, Part, Shift};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Days before today in which an absence that waits is shown.
pub const WAITING_BACK: u64 = 400;
/// Days after today in which an absence that waits is shown.
pub const WAITING_AHEAD: u64 = 500;

/// So many months are asked for one by one.
const FEW: usize = 6;

impl Acting<'_> {
    /// Every absence of a person that touches a day between two days, by its
    /// first day: asked for, counted, declined and withdrawn alike.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn absences_between(
        &mut self,
        person: PersonId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<AbsenceEntry>, AppError> {
        let documents = self.absence_documents(person, Month::of(first), Month::of(last))?;
        let mut found = absences(person, &documents.iter().map(Arc::as_ref).collect::<Vec<_>>());
        found.retain(|entry| entry.touches(first, last));
        Ok(found)
    }

    /// How many absences of these people wait for the employer: those of the
    /// year before a day and of the year and a half after it.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn absences_waiting(
        &mut self,
        people: &[PersonId],
        today: NaiveDate,
    ) -> Result<usize, AppError> {
        let (first, last) = (today - Days::new(WAITING_BACK), today + Days::new(WAITING_AHEAD));
        let mut count = 0;
        for person in people {
            let all = self.absences_between(*person, first, last)?;
            count += all.iter().filter(|entry| entry.waits()).count();
        }
        Ok(count)
    }

    /// One absence of a person.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn absence_of(
        &mut self,
        person: PersonId,
        id: EventId,
    ) -> Result<Option<AbsenceEntry>, AppError> {
        let named = self.absence_names(person, None)?;
        let documents = self.loaded(named)?;
        let all = absences(person, &documents.iter().map(Arc::as_ref).collect::<Vec<_>>());
        Ok(all.into_iter().find(|entry| entry.id == id))
    }

    /// What the employer has answered about a person in these months: bookings
    /// of vacation, and when somebody was told that it expires.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn answered_about(
        &mut self,
        person: PersonId,
        first: Month,
        last: Month,
    ) -> Result<Answered, AppError> {
        let documents = self.absence_documents(person, first, last)?;
        let answers = |one: &&Document| one.id().kind() == DocumentKind::Answers;
        Ok(answered(documents.iter().map(Arc::as_ref).filter(answers)))
    }

    /// The `answers` documents of a person.
    pub(super) fn answers_documents(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<DocumentId>, AppError> {
        let mut named = self.absence_names(person, None)?;
        named.retain(|id| id.kind() == DocumentKind::Answers);
        Ok(named.into_iter().collect())
    }

    /// The `wishes` and `answers` documents that hold an absence of these
    /// months, or lie in them.
    pub(super) fn absence_documents(
        &mut self,
        person: PersonId,
        first: Month,
        last: Month,
    ) -> Result<Vec<Arc<Document>>, AppError> {
        let named = self.absence_names(person, Some((first, last)))?;
        self.loaded(named)
    }

    /// The documents of absences that touch these months, first and last; all
    /// of them for `None`.
    fn absence_names(
        &mut self,
        person: PersonId,
        asked: Option<(Month, Month)>,
    ) -> Result<BTreeSet<DocumentId>, AppError> {
        let team = self.me.team;
        let few = asked.map(|(first, last)| months(first, last)).filter(|few| few.len() <= FEW);
        let mut rows = Vec::new();
        match few {
            // The view of a person grows with the years: few months are asked for alone.
            Some(few) => {
                for month in few {
                    rows.extend(self.ledger.view(
                        team,
                        MONTH_READS,
                        &format!("{person}/{month}/"),
                    )?);
                }
            }
            None => rows = self.ledger.view(team, MONTH_READS, &format!("{person}/"))?,
        }
        let within = |month| asked.is_none_or(|(first, last)| first <= month && month <= last);
        let mut named = BTreeSet::new();
        for row in rows {
            let month = row.key.split('/').nth(1).and_then(|month| month.parse::<Month>().ok());
            let Ok(id) = row.document.parse::<DocumentId>() else { continue };
            if !matches!(id.kind(), DocumentKind::Wishes | DocumentKind::Answers) {
                continue;
            }
            if let (true, Period::Month(home)) = (month.is_some_and(within), id.period()) {
                // A wish and what was answered lie in documents of one month.
                named.insert(DocumentId::wishes(person, home));
                named.insert(DocumentId::answers(person, home));
            }
        }
        Ok(named)
    }

    fn loaded(&mut self, named: BTreeSet<DocumentId>) -> Result<Vec<Arc<Document>>, AppError> {
        let mut documents = Vec::with_capacity(named.len());
        for id in named {
            let document = self.document(id)?;
            if document.change_count() > 0 {
                documents.push(document);
            }
        }
        Ok(documents)
    }

    /// The absences that count between two days, as pay reads them: vacation
    /// without the days of a certified sickness, and those that touch `within`
    /// with the planned shifts that fell away.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn counted_absences(
        &mut self,
        person: PersonId,
        (first, last): (NaiveDate, NaiveDate),
        within: (NaiveDate, NaiveDate),
        versions: &[ContractVersion],
    ) -> Result<Vec<Absence>, AppError> {
        let entries = self.absences_between(person, first, last)?;
        let mut counted = Vec::new();
        for entry in &entries {
            if let Some(days) = entry.days.filter(|_| entry.state.counts()) {
                let window = (days.0.max(within.0), days.1.min(within.1));
                let (planned, known) = match window.0 <= window.1 {
                    true => self.fallen_away(person, window, entry.recorded_ms, versions)?,
                    false => (Vec::new(), Vec::new()),
                };
                let net_per_day = self.net_pay_of(person, entry)?;
                let absence = entry.counted(planned, known);
                counted.extend(absence.map(|absence| Absence { net_per_day, ..absence }));
            }
        }
        Ok(without_sick_days(counted))
    }

    /// The planned shifts that begin between two days, and the months of them
    /// whose rota is published. A shift that was called off after the absence
    /// was recorded fell away because of it.
    fn fallen_away(
        &mut self,
        person: PersonId,
        (first, last): (NaiveDate, NaiveDate),
        recorded_ms: i64,
        versions: &[ContractVersion],
    ) -> Result<(Vec<Shift>, Vec<Month>), AppError> {
        let (mut shifts, mut known) = (Vec::new(), Vec::new());
        let (mut month, end) = (Month::of(first), Month::of(last));
        while month <= end {
            let rota = self.document(DocumentId::rota(person, month))?;
            let planned = would_have_worked(&rota, recorded_ms);
            if !planned.is_empty() {
                known.push(month);
            }
            shifts.extend(planned.iter().filter_map(|one| shift_of(one, versions)).filter(
                |shift| {
                    let day = shift.span.from().day(shift.workplace.zone);
                    first <= day && day <= last
                },
            ));
            month = month.next();
        }
        Ok((shifts, known))
    }

    /// The absences that a month of pay has to know: those of the twelve months
    /// before count for the six weeks, the averages and the days with a sick
    /// child. None at all where none touches the month or a neighbour.
    pub(super) fn absences_for_pay(
        &mut self,
        person: PersonId,
        month: Month,
        versions: &[ContractVersion],
    ) -> Result<Vec<Absence>, AppError> {
        let near = (month.previous(), month.next());
        if self.absence_names(person, Some(near))?.is_empty() {
            return Ok(Vec::new());
        }
        let within = (near.0.first_day(), near.1.last_day());
        let since = absences_since(month);
        let known = self.counted_absences(person, (since, within.1), within, versions)?;
        match reference_since(&known, month, versions) {
            Some(earlier) if earlier < since => {
                self.counted_absences(person, (earlier, within.1), within, versions)
            }
            Some(_) | None => Ok(known),
        }
    }

    /// The absences that count in a month; `None` where no contract is known
    /// here, so that nothing can be said about what fell away.
    pub(super) fn absences_of_month(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Option<Vec<Absence>>, AppError> {
        let versions = self.contract_of(person)?;
        if versions.is_empty() {
            return Ok(None);
        }
        Ok(Some(of_month(&self.absences_for_pay(person, month, &versions)?, month)))
    }

    /// The documents that absences of a month were read from, with the rota
    /// that says what fell away.
    pub(super) fn documents_of_absences(
        &mut self,
        person: PersonId,
        month: Month,
    ) -> Result<Vec<Arc<Document>>, AppError> {
        let mut documents = self.absence_documents(person, month, month)?;
        if !documents.is_empty() {
            let rota = self.document(DocumentId::rota(person, month))?;
            documents.extend((rota.change_count() > 0).then_some(rota));
        }
        Ok(documents)
    }

    /// What was earned on the days of the twelve months before a month, or
    /// from `since` if that is earlier, for the averages.
    pub(super) fn earned_before(
        &mut self,
        person: PersonId,
        month: Month,
        versions: &[ContractVersion],
        since: Option<NaiveDate>,
    ) -> Result<Vec<DayEarned>, AppError> {
        let twelve = months_before(month, 12);
        let first = since.map_or(twelve, |since| Month::of(since).min(twelve));
        let mut shifts: Vec<Shift> = Vec::new();
        // Neighbours share documents: each is loaded once.
        let mut loaded: BTreeMap<DocumentId, Arc<Document>> = BTreeMap::new();
        let mut at = first.previous();
        while at <= month {
            let names = self.names_of(person, at)?;
            for id in &names {
                if !loaded.contains_key(id) {
                    loaded.insert(*id, self.document(*id)?);
                }
            }
            let here: Vec<&Document> =
                names.iter().filter_map(|id| loaded.get(id)).map(Arc::as_ref).collect();
            let work = MonthOfWork::read(person, at, &here, Overrides::AsApproved);
            shifts.extend(work.settled().cloned());
            at = at.next();
        }
        shifts.sort_by_key(|shift| shift.span.from());
        let mut earned = Vec::new();
        let mut at = first;
        while at < month {
            let near = |shift: &&Shift| {
                let zone = shift.workplace.zone;
                let edge = Days::new(3);
                shift.span.to().day(zone) >= at.first_day() - edge
                    && shift.span.from().day(zone) <= at.last_day() + edge
            };
            let here: Vec<Shift> = shifts.iter().filter(near).cloned().collect();
            if !here.is_empty() {
                let input = MonthInput::new("", at, versions, &here);
                earned.extend(pay_month(&input).days);
            }
            at = at.next();
        }
        Ok(earned)
    }
}

/// From the first to the last month.
fn months(first: Month, last: Month) -> Vec<Month> {
    let all = std::iter::successors(Some(first), |month| Some(month.next()));
    all.take_while(|month| *month <= last).collect()
}

/// A month so many months earlier.
#[must_use]
pub fn months_before(month: Month, count: u32) -> Month {
    (0..count).fold(month, |month, _| month.previous())
}

/// Whether an absence is credited by an average in this month.
pub(super) fn needs_average(absence: &Absence, month: Month) -> bool {
    let touches = absence.from <= month.last_day() && month.first_day() <= absence.to;
    let by_rota = absence.rota_known.contains(&month);
    touches
        && match absence.kind {
            AbsenceKind::Vacation | AbsenceKind::EmploymentBan => true,
            AbsenceKind::MaternityLeave => false,
            AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave => !by_rota,
        }
}

/// The first day from which absences matter for a month of pay: twelve months
/// before it, and the beginning of the year for days with a sick child.
pub(super) fn absences_since(month: Month) -> NaiveDate {
    let january = Month::new(month.year(), 1).unwrap_or(month);
    months_before(month, 12).min(january).first_day()
}

/// A planned shift as work, at the place the contract names. `None` on a day
/// without a contract. A kind that is a word of ours (standby) holds for all
/// of it; any other word is plain work.
fn shift_of(planned: &PlannedShift, versions: &[ContractVersion]) -> Option<Shift> {
    let span = planned.span?;
    let zone = versions.last()?.workplace.zone;
    let version = in_force(versions, span.from().day(zone))?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == planned.kind);
    let part = kind.filter(|kind| *kind != Kind::Work).map(|kind| Part { kind, span });
    Some(Shift {
        id: planned.id.to_string(),
        span,
        workplace: version.workplace.clone(),
        parts: part.into_iter().collect(),
        away: Vec::new(),
        funding: planned
            .cost_centre
            .iter()
            .map(|cost_centre| FundingPart {
                cost_centre: cost_centre.clone(),
                share: FundingShare::Residual,
            })
            .collect(),
        reconstructed: false,
    })
}

/// Days on which a person is away by vacation or sickness, or may not work
/// because of a pregnancy or birth, for the average of working time (§ 3 Satz 2 ArbZG).
pub(super) fn away_days(absences: &[Absence]) -> BTreeSet<NaiveDate> {
    absences
        .iter()
        .filter(|absence| {
            matches!(absence.kind, AbsenceKind::Vacation | AbsenceKind::Sick)
                || absence.kind.is_maternity()
        })
        .flat_map(Absence::days)
        .collect()
}

/// Those that touch a month or whose planned shifts reach into it, with these
/// shifts alone.
pub(super) fn of_month(absences: &[Absence], month: Month) -> Vec<Absence> {
    let reaches = |absence: &&Absence| {
        (absence.from <= month.last_day() && month.first_day() <= absence.to)
            || absence.duty_days().iter().any(|day| Month::of(*day) == month)
    };
    let near = |shift: &Shift| {
        let zone = shift.workplace.zone;
        shift.span.from().day(zone) <= month.last_day()
            && shift.span.to().day(zone) >= month.first_day()
    };
    let mut found: Vec<Absence> = absences.iter().filter(reaches).cloned().collect();
    for absence in &mut found {
        absence.planned.retain(near);
        absence.rota_known.retain(|known| *known == month);
    }
    found
}
