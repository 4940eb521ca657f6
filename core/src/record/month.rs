//! Effective hours: what a month of one person comes to. A pure function of
//! the `time` and `review` documents read and the version of the rules.

use super::cbor::Hash32;
use super::claims::{self, Claims, Sources};
use super::document::Document;
use super::events::Body;
use super::events::review::{Approval, Over, PinnedHeads};
use super::findings::{Dispute, Finding, What};
use super::proposals::{self, ProposalView};
use super::settle::{Entry, Settled, State, settle};
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::time::{Minute, Minutes, Month, TypedTime, typed_local_time};
use crate::work::{Kind, Shift};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, BTreeSet};

/// Version of the rules by which events become shifts. It stands in every
/// approval and statement.
pub const RULES: &str = "record-1";

/// Which proposals count although the assistant did not agree.
#[derive(Debug, Clone, Copy)]
pub enum Overrides<'a> {
    /// Those that the approvals in force name.
    AsApproved,
    /// These, for a new approval of this month, and those that the approvals in
    /// force of other months name: a shift that one of them moved stays moved.
    Approving(Month, &'a [Over]),
}

/// What a month of one person comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthOfWork {
    /// The person.
    pub person: PersonId,
    /// The month.
    pub month: Month,
    /// Every shift that counts in this month, in order of time.
    pub entries: Vec<Entry>,
    /// Fields with two live values.
    pub disputes: Vec<Dispute>,
    /// What a person must look at.
    pub findings: Vec<Finding>,
    /// Every proposal about these shifts.
    pub proposals: Vec<ProposalView>,
    /// The heads of every document read.
    pub heads: Vec<PinnedHeads>,
}

impl MonthOfWork {
    /// Reads a month from all documents that may hold shifts of it: those of
    /// the month, of both neighbours, and every home document that the view
    /// rows name. Documents of others and of other kinds are passed over.
    #[must_use]
    pub fn read(
        person: PersonId,
        month: Month,
        documents: &[&Document],
        overrides: Overrides<'_>,
    ) -> Self {
        let read: BTreeMap<DocumentId, &Document> = documents
            .iter()
            .filter(|document| {
                matches!(document.id().kind(), DocumentKind::Time | DocumentKind::Review)
                    && document.id().subject() == Some(person)
            })
            .map(|document| (document.id(), *document))
            .collect();
        let sources = claims::sources(read.values().copied());
        let over: Vec<Over> = match overrides {
            Overrides::AsApproved => approved_over(&sources),
            Overrides::Approving(approved, over) => over_for(&sources, approved, over),
        };
        let claims = claims::claims(&sources, &over);
        let settled: Vec<Settled> = claims.values().map(settle).collect();
        let mut findings = between(&settled);
        findings.extend(typed_times(&sources, &settled));
        findings.extend(answers(&sources, &claims));
        findings.extend(quiet_nights(&sources, &settled));
        let mut of_month = Self {
            person,
            month,
            entries: Vec::new(),
            disputes: Vec::new(),
            findings: Vec::new(),
            proposals: Vec::new(),
            heads: pinned(person, documents),
        };
        for one in settled {
            if one.entry.month() == Some(month) || counts_here_by_dispute(&one, month) {
                of_month.disputes.extend(one.disputes);
                findings.extend(one.findings);
                of_month.entries.push(one.entry);
            }
        }
        let here: BTreeSet<EventId> = of_month.entries.iter().map(|entry| entry.shift).collect();
        of_month.findings = findings
            .into_iter()
            .filter(|finding| {
                finding.shifts.is_empty() || finding.shifts.iter().any(|shift| here.contains(shift))
            })
            .collect();
        of_month.findings.sort();
        of_month.findings.dedup();
        of_month.proposals = proposals::all(&sources, &claims, &over)
            .into_iter()
            .filter(|proposal| here.contains(&proposal.shift) || proposal.counts_in == Some(month))
            .collect();
        of_month.entries.sort_by_key(|entry| (start(entry), entry.day, entry.shift));
        of_month
    }

    /// The settled shifts in order of time: what law and pay read.
    pub fn settled(&self) -> impl Iterator<Item = &Shift> {
        self.entries.iter().filter_map(Entry::settled)
    }

    /// The shifts that are running.
    pub fn running(&self) -> impl Iterator<Item = (&Entry, Minute)> {
        self.entries.iter().filter_map(|entry| match entry.state {
            State::Running { since } => Some((entry, since)),
            State::Settled(_) | State::Unsettled | State::Retracted => None,
        })
    }

    /// The shifts something stands in the way of.
    pub fn unsettled(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.state == State::Unsettled)
    }

    /// One entry.
    #[must_use]
    pub fn entry(&self, shift: EventId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.shift == shift)
    }

    /// The local days on which a shift may count: its own, or one for each of
    /// its disputed starts. `None` if they cannot be told.
    #[must_use]
    pub fn days_of(&self, shift: EventId) -> Option<BTreeSet<NaiveDate>> {
        let entry = self.entry(shift)?;
        if let Some(day) = entry.day {
            return Some(BTreeSet::from([day]));
        }
        let zone = entry.workplace.as_ref()?.zone;
        let days: BTreeSet<NaiveDate> = self
            .disputes
            .iter()
            .filter(|dispute| dispute.shift == shift && dispute.field == claims::Field::Start)
            .flat_map(|dispute| &dispute.values)
            .filter_map(|(value, _)| match value {
                claims::Value::At(minute) => Some(minute.day(zone)),
                claims::Value::Exists(_)
                | claims::Value::Place(_)
                | claims::Value::Funding(_)
                | claims::Value::Kind(_)
                | claims::Value::Away(..) => None,
            })
            .collect();
        (!days.is_empty()).then_some(days)
    }

    /// Minutes of all settled shifts by kind, after precedence, in the order
    /// of [`Kind::ALL`]; kinds without minutes are left out.
    #[must_use]
    pub fn totals(&self) -> Vec<(Kind, Minutes)> {
        let mut totals: BTreeMap<Kind, Minutes> = BTreeMap::new();
        for stretch in self.settled().flat_map(Shift::stretches) {
            *totals.entry(stretch.kind).or_default() += stretch.span.length();
        }
        Kind::ALL
            .into_iter()
            .filter_map(|kind| totals.get(&kind).map(|minutes| (kind, *minutes)))
            .collect()
    }

    /// The ids of all live events, rising.
    #[must_use]
    pub fn live(&self) -> Vec<EventId> {
        let live: BTreeSet<EventId> =
            self.entries.iter().flat_map(|entry| entry.live.iter().copied()).collect();
        live.into_iter().collect()
    }

    /// What the month consists of: SHA-256 over the ids of all live events,
    /// rising. "My month is complete" names it, so that a late entry shows.
    #[must_use]
    pub fn fingerprint(&self) -> Hash32 {
        let mut bytes = Vec::new();
        for id in self.live() {
            bytes.extend_from_slice(id.bytes());
        }
        Hash32::of(&bytes)
    }
}

/// The heads of everything about this person that was read: absences and the
/// rota decide about pay too.
fn pinned(person: PersonId, documents: &[&Document]) -> Vec<PinnedHeads> {
    let mut heads: Vec<PinnedHeads> = documents
        .iter()
        .filter(|document| document.id().subject() == Some(person))
        .map(|document| PinnedHeads { document: document.id(), heads: document.heads() })
        .collect();
    heads.sort();
    heads.dedup_by_key(|pinned| pinned.document);
    heads
}

fn start(entry: &Entry) -> Option<Minute> {
    match &entry.state {
        State::Settled(shift) => Some(shift.span.from()),
        State::Running { since } => Some(*since),
        State::Unsettled | State::Retracted => None,
    }
}

/// A shift whose start is disputed counts in every month it may belong to.
fn counts_here_by_dispute(one: &Settled, month: Month) -> bool {
    let Some(workplace) = &one.entry.workplace else { return false };
    one.disputes
        .iter()
        .filter(|dispute| dispute.field == claims::Field::Start)
        .flat_map(|dispute| &dispute.values)
        .any(|(value, _)| match value {
            claims::Value::At(minute) => Month::of(minute.day(workplace.zone)) == month,
            claims::Value::Exists(_)
            | claims::Value::Place(_)
            | claims::Value::Funding(_)
            | claims::Value::Kind(_)
            | claims::Value::Away(..) => false,
        })
}

/// The approvals that no later approval supersedes.
pub(crate) fn approvals_in_force<'a>(
    sources: &'a Sources<'_>,
) -> impl Iterator<Item = (EventId, &'a Approval)> {
    let superseded: BTreeSet<EventId> = sources
        .values()
        .filter(|source| matches!(source.event.body, Body::Approval(_)))
        .flat_map(|source| source.event.supersedes.iter().copied())
        .collect();
    sources.values().filter_map(move |source| match &source.event.body {
        Body::Approval(approval) if !superseded.contains(&source.id) => Some((source.id, approval)),
        _ => None,
    })
}

/// The proposals that the approvals in force let count over objection.
pub(crate) fn approved_over(sources: &Sources<'_>) -> Vec<Over> {
    one_each(approvals_in_force(sources).flat_map(|(_, approval)| approval.over.clone()).collect())
}

/// The proposals that count where this month is approved with these over
/// objection.
pub(crate) fn over_for(sources: &Sources<'_>, month: Month, over: &[Over]) -> Vec<Over> {
    let elsewhere = approvals_in_force(sources)
        .filter(|(_, approval)| approval.month != month)
        .flat_map(|(_, approval)| approval.over.clone());
    one_each(over.iter().cloned().chain(elsewhere).collect())
}

fn one_each(mut over: Vec<Over>) -> Vec<Over> {
    over.sort_by_key(|over| over.proposal);
    over.dedup_by_key(|over| over.proposal);
    over
}

/// What two shifts of one person have to do with each other.
fn between(settled: &[Settled]) -> Vec<Finding> {
    let mut found = Vec::new();
    let entries: Vec<&Entry> = settled.iter().map(|one| &one.entry).collect();
    for (at, one) in entries.iter().enumerate() {
        for other in entries.iter().skip(at + 1) {
            let what = match (&one.state, &other.state) {
                (State::Settled(a), State::Settled(b)) => {
                    a.span.overlap(b.span).map(|span| What::Overlap { other: other.shift, span })
                }
                (State::Running { .. }, State::Running { .. }) => {
                    Some(What::TwoRunning { other: other.shift })
                }
                (State::Running { since }, State::Settled(shift))
                | (State::Settled(shift), State::Running { since })
                    if *since < shift.span.to() =>
                {
                    Some(What::BeganWhileRunning { other: other.shift })
                }
                _ => None,
            };
            if let Some(what) = what {
                let shifts = vec![one.shift, other.shift];
                found.push(Finding { what, shifts, events: vec![] });
            }
        }
    }
    found
}

/// Typed local times that never were, were twice, or do not fit the instant.
fn typed_times(sources: &Sources<'_>, settled: &[Settled]) -> Vec<Finding> {
    let mut found = Vec::new();
    for source in sources.values() {
        let (shift, typed, place) = match &source.event.body {
            Body::ManualEntry(body) => (
                source.id,
                vec![(&body.from_typed, body.from_ms), (&body.to_typed, body.to_ms)],
                body.place.workplace(),
            ),
            Body::StatedEnd(body) => {
                let entry = settled.iter().map(|one| &one.entry).find(|e| e.shift == body.shift);
                let place = entry.and_then(|entry| entry.workplace.clone());
                (body.shift, vec![(&body.typed, body.at_ms)], place)
            }
            _ => continue,
        };
        let live = settled.iter().any(|one| one.entry.live.contains(&source.id));
        let Some(place) = place.filter(|_| live) else { continue };
        for (typed, ms) in typed {
            let Some(typed) = typed else { continue };
            let at = Minute::floor_ms(ms);
            let what = match typed_wall(typed) {
                Some(wall) => judge(typed_local_time(wall.date(), wall.time(), place.zone), at),
                None => Some(What::TypedTimeDiffers),
            };
            if let Some(what) = what {
                found.push(Finding { what, shifts: vec![shift], events: vec![source.id] });
            }
        }
    }
    found
}

/// The time on the wall that was typed, `2026-10-25T02:30` and nothing else.
fn typed_wall(typed: &str) -> Option<NaiveDateTime> {
    const FORM: &str = "%Y-%m-%dT%H:%M";
    let wall = NaiveDateTime::parse_from_str(typed, FORM).ok()?;
    (wall.format(FORM).to_string() == typed).then_some(wall)
}

fn judge(typed: TypedTime, at: Minute) -> Option<What> {
    match typed {
        TypedTime::Once(minute) => (minute != at).then_some(What::TypedTimeDiffers),
        TypedTime::Twice(first, second) => Some(if at == first || at == second {
            What::TypedTimeTwice
        } else {
            What::TypedTimeDiffers
        }),
        TypedTime::Never => Some(What::TypedTimeNever),
    }
}

/// Answers without their proposal.
fn answers(sources: &Sources<'_>, claims: &BTreeMap<EventId, Claims>) -> Vec<Finding> {
    let mut found = Vec::new();
    for source in sources.values() {
        let Body::Answer(answer) = &source.event.body else { continue };
        let proposal = sources.get(&answer.proposal).map(|source| &source.event.body);
        if !matches!(proposal, Some(Body::Proposal(_))) {
            let events = vec![source.id, answer.proposal];
            found.push(Finding { what: What::AnswerWithoutProposal, shifts: vec![], events });
        }
    }
    found.extend(proposals::disagreeing(sources).into_iter().map(|(proposal, shift, events)| {
        let shifts = claims.contains_key(&shift).then_some(shift).into_iter().collect();
        Finding { what: What::AnswersDisagree { proposal }, shifts, events }
    }));
    found
}

/// "Nothing happened tonight" about a shift with a call-out.
fn quiet_nights(sources: &Sources<'_>, settled: &[Settled]) -> Vec<Finding> {
    let mut found = Vec::new();
    for source in sources.values() {
        let Body::QuietNight(body) = &source.event.body else { continue };
        let entry = settled.iter().map(|one| &one.entry).find(|e| e.shift == body.shift);
        let called = entry
            .and_then(Entry::settled)
            .is_some_and(|shift| shift.parts.iter().any(|part| part.kind == Kind::CallOut));
        if called {
            let what = What::QuietNightWithCallOut;
            found.push(Finding { what, shifts: vec![body.shift], events: vec![source.id] });
        }
    }
    found
}
