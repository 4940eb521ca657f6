//! From a month to the statement that an approval is bound to, or to what
//! stands in its way.

use super::claims::{Claims, Field, Value, claims, sources};
use super::delta::{AbsenceChange, absence_changes};
use super::document::Document;
use super::events::Body;
use super::events::review::Over;
use super::month::{MonthOfWork, Overrides, RULES, over_for};
use super::proposals::ProposalView;
use super::settle::{Entry, State};
use super::statement::{
    ApprovedOver, ApprovedShift, BothValues, GivenReason, ReadDocument, STATEMENT_FORMAT,
    Statement, totals,
};
use crate::absence::Absence;
use crate::document::{EventId, PersonId};
use crate::time::{Minute, Month, ZONE_DATA};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Why a month or days cannot be approved as they are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotApprovable {
    /// Shifts are running.
    #[error("shifts are running: {}", .0.len())]
    Running(Vec<EventId>),
    /// Shifts are disputed or not settled.
    #[error("shifts are not settled: {}", .0.len())]
    Unsettled(Vec<EventId>),
    /// Findings that a person must settle first.
    #[error("findings are open for {} shifts", .0.len())]
    Findings(Vec<EventId>),
    /// Proposals without agreement that are neither withdrawn nor named.
    #[error("proposals without agreement: {}", .0.len())]
    OpenProposals(Vec<EventId>),
    /// A proposal named to count over objection that cannot, or without a reason.
    #[error("a proposal cannot count over objection")]
    BadOverride(EventId),
}

impl NotApprovable {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Running(_) => "running_shifts",
            Self::Unsettled(_) => "unsettled_shifts",
            Self::Findings(_) => "open_findings",
            Self::OpenProposals(_) => "open_proposals",
            Self::BadOverride(_) => "bad_override",
        }
    }
}

/// What an approval would say, beyond the records.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Only these local days; empty for the whole month.
    pub days: Vec<NaiveDate>,
    /// Proposals that count over silence or objection, each with a reason.
    pub over: Vec<Over>,
    /// Codes of the warnings that were seen.
    pub warnings: Vec<String>,
    /// The absences that count; none where only single days are approved.
    pub absences: Vec<Absence>,
    /// Lines of pay as JSON; null if none were computed.
    pub pay: serde_json::Value,
    /// The statements of the approvals that this one replaces.
    pub earlier: Vec<Statement>,
}

impl Statement {
    /// The statement of a month or of days, if they can be approved so. The
    /// documents are those of [`MonthOfWork::read`].
    ///
    /// # Errors
    ///
    /// [`NotApprovable`] with the shifts or proposals in the way.
    pub fn make(
        person: PersonId,
        month: Month,
        documents: &[&Document],
        terms: Terms,
    ) -> Result<Self, NotApprovable> {
        let Terms { mut days, mut over, warnings, absences, pay, earlier } = terms;
        days.sort_unstable();
        days.dedup();
        over.sort_by_key(|over| over.proposal);
        over.dedup_by_key(|over| over.proposal);
        let counting = Overrides::Approving(month, &over);
        let read = |month| MonthOfWork::read(person, month, documents, counting);
        let effective = read(month);
        // A shift whose day is in doubt counts on each day that it may have.
        let within = |entry: &Entry| {
            days.is_empty()
                || effective
                    .days_of(entry.shift)
                    .is_none_or(|may| may.iter().any(|day| days.contains(day)))
        };
        let before = read(month.previous());
        // It may reach into the month, but begins on none of its days.
        let tail = before.running().map(|(entry, _)| entry.shift).filter(|_| days.is_empty());
        let running: Vec<EventId> = effective
            .running()
            .filter(|(entry, _)| within(entry))
            .map(|(entry, _)| entry.shift)
            .chain(tail)
            .collect();
        if !running.is_empty() {
            return Err(NotApprovable::Running(running));
        }
        let ids = |entries: Vec<&Entry>| entries.into_iter().map(|entry| entry.shift).collect();
        let unsettled: Vec<&Entry> = effective.unsettled().filter(|entry| within(entry)).collect();
        if !unsettled.is_empty() {
            return Err(NotApprovable::Unsettled(ids(unsettled)));
        }
        // What was taken back counts for nothing, whatever was said about it before.
        let found = |entry: &&Entry| {
            within(entry)
                && !matches!(entry.state, State::Retracted)
                && effective
                    .findings
                    .iter()
                    .any(|finding| finding.what.blocks() && finding.shifts.contains(&entry.shift))
        };
        let findings: Vec<&Entry> = effective.entries.iter().filter(found).collect();
        if !findings.is_empty() {
            return Err(NotApprovable::Findings(ids(findings)));
        }
        let plain = claims(&sources(documents.iter().copied()), &[]);
        let mut approved_over = Vec::new();
        for one in &over {
            approved_over.push(both_values(&effective, &plain, one)?);
        }
        let open: Vec<EventId> = effective
            .proposals
            .iter()
            .filter(|proposal| !proposal.over)
            .filter(|proposal| proposal.outcome.lacks_agreement())
            .filter(|proposal| match effective.entry(proposal.shift) {
                Some(entry) => within(entry),
                None => days.is_empty() || begins_on(proposal, &effective, &days),
            })
            .map(|proposal| proposal.id)
            .collect();
        if !open.is_empty() {
            return Err(NotApprovable::OpenProposals(open));
        }
        let counted = Counted::of(&effective, &days, absences);
        let sources = sources(documents.iter().copied());
        let claims = claims(&sources, &over_for(&sources, month, &over));
        let reasons = reasons(&counted, &earlier, documents, &claims)
            .into_iter()
            .map(|(event, reason)| GivenReason { event, reason })
            .collect();
        let Counted { shifts, live, absences } = counted;
        Ok(Self {
            format: STATEMENT_FORMAT,
            rules: RULES.to_owned(),
            zone_data: ZONE_DATA.to_owned(),
            person,
            month,
            documents: effective
                .heads
                .iter()
                .map(|read| ReadDocument {
                    document: read.document.to_string(),
                    heads: read.heads.clone(),
                })
                .collect(),
            live,
            reasons,
            totals: totals(shifts.iter().map(|shift| &shift.shift)),
            shifts,
            absences,
            days,
            over: approved_over,
            warnings,
            pay,
        })
    }
}

/// What counts in a statement.
struct Counted {
    shifts: Vec<ApprovedShift>,
    /// The events that make the shifts, rising.
    live: Vec<EventId>,
    absences: Vec<Absence>,
}

impl Counted {
    /// The settled shifts of these days, or of the whole month.
    fn of(month: &MonthOfWork, days: &[NaiveDate], absences: Vec<Absence>) -> Self {
        let shifts: Vec<ApprovedShift> = month
            .entries
            .iter()
            .filter(|entry| days.is_empty() || entry.day.is_some_and(|day| days.contains(&day)))
            .filter_map(approved_shift)
            .collect();
        let live: BTreeSet<EventId> =
            shifts.iter().flat_map(|shift| shift.events.iter().copied()).collect();
        Self { shifts, live: live.into_iter().collect(), absences }
    }
}

/// The reasons given since the statements that this one replaces: with events
/// that count now, with those by which a shift fell away, and with absences that
/// changed. None in a first statement.
fn reasons(
    now: &Counted,
    earlier: &[Statement],
    documents: &[&Document],
    effective: &BTreeMap<EventId, Claims>,
) -> BTreeMap<EventId, String> {
    if earlier.is_empty() {
        return BTreeMap::new();
    }
    let known: BTreeSet<EventId> = earlier.iter().flat_map(|one| one.live.clone()).collect();
    let before = earlier.iter().flat_map(|one| one.absences.clone()).collect();
    let absences = absence_changes(before, now.absences.clone());
    let found = |event: EventId| documents.iter().find_map(|document| document.event(event));
    let given = |event: EventId| {
        let body = match &found(event)?.body {
            // It stands for the proposal that it agrees to.
            Body::Answer(answer) => &found(answer.proposal)?.body,
            body => body,
        };
        Some((event, body.reason_for_work()?.to_owned()))
    };
    let stands: BTreeSet<&str> = now.shifts.iter().map(|one| one.shift.id.as_str()).collect();
    let away = earlier
        .iter()
        .flat_map(|one| &one.shifts)
        .filter(|one| !stands.contains(one.shift.id.as_str()))
        .filter_map(|one| effective.get(&one.shift.id.parse().ok()?))
        .flat_map(|claims| &claims.all)
        .filter(|claim| claim.replaced_by.is_empty())
        .map(|claim| claim.event);
    let mut reasons: BTreeMap<EventId, String> = earlier
        .iter()
        .flat_map(|one| one.reasons.clone())
        .map(|one| (one.event, one.reason))
        .collect();
    let changed = absences.iter().filter_map(AbsenceChange::event);
    let new = now.live.iter().copied().chain(away).filter(|event| !known.contains(event));
    reasons.extend(new.chain(changed).filter_map(given));
    reasons
}

fn approved_shift(entry: &Entry) -> Option<ApprovedShift> {
    let State::Settled(shift) = &entry.state else { return None };
    let wall =
        |minute: Minute| minute.on_the_wall(shift.workplace.zone).format("%Y-%m-%dT%H:%M%:z");
    Some(ApprovedShift {
        home: entry.home?.to_string(),
        day: entry.day?,
        local: format!("{} / {}", wall(shift.span.from()), wall(shift.span.to())),
        events: entry.live.clone(),
        shift: shift.clone(),
    })
}

/// Whether a proposed shift that nobody recorded would begin on one of these
/// days, or on a day that cannot be told.
fn begins_on(proposal: &ProposalView, month: &MonthOfWork, days: &[NaiveDate]) -> bool {
    let start = proposal.changes.iter().find(|(field, _, _)| *field == Field::Start);
    let place = proposal.changes.iter().find_map(|(_, _, value)| match value {
        Value::Place(place) => place.workplace(),
        Value::Exists(_) | Value::At(_) | Value::Funding(_) | Value::Kind(_) | Value::Away(..) => {
            None
        }
    });
    let zone = place
        .or_else(|| month.entries.iter().find_map(|entry| entry.workplace.clone()))
        .map(|place| place.zone);
    match (start, zone) {
        (Some((_, _, Value::At(start))), Some(zone)) => days.contains(&start.day(zone)),
        (Some(_) | None, _) => true,
    }
}

fn both_values(
    effective: &MonthOfWork,
    plain: &BTreeMap<EventId, Claims>,
    over: &Over,
) -> Result<ApprovedOver, NotApprovable> {
    let refused = NotApprovable::BadOverride(over.proposal);
    let proposal = effective
        .proposals
        .iter()
        .find(|proposal| proposal.id == over.proposal)
        .ok_or_else(|| refused.clone())?;
    if !proposal.outcome.lacks_agreement() || over.reason.trim().is_empty() {
        return Err(refused);
    }
    let recorded = |field: Field| {
        let live = plain.get(&proposal.shift).map(|claims| {
            claims.live(field).map(|claim| claim.value.to_string()).collect::<Vec<_>>()
        });
        live.unwrap_or_default()
    };
    Ok(ApprovedOver {
        proposal: over.proposal,
        shift: proposal.shift,
        answer: proposal.outcome.code().to_owned(),
        objection: proposal.answer_reason.clone(),
        proposed_because: proposal.reason.clone(),
        approved_because: over.reason.clone(),
        fields: proposal
            .changes
            .iter()
            .map(|(field, _, approved)| BothValues {
                field: field.code().to_owned(),
                recorded: recorded(*field),
                approved: approved.to_string(),
            })
            .collect(),
    })
}
