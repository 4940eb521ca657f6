//! From the statements about one shift to the shift as it counts, or to what
//! stands in its way.

use super::cbor::{Funding, Place};
use super::claims::{Authority, Claims, Field, Value};
use super::findings::{Dispute, Finding, What};
use crate::document::{DocumentId, EventId};
use crate::place::Workplace;
use crate::time::{Interval, Minute, Minutes, Month};
use crate::work::{Away, Kind, Part, Shift};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Longer than this, a shift is a finding.
pub const LONGEST_SHIFT: Minutes = Minutes::hours(36);

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Begun, ended, and free of contradictions.
    Settled(Shift),
    /// Begun and not ended.
    Running {
        /// The effective start.
        since: Minute,
    },
    /// Something stands in the way: see the disputes and findings.
    Unsettled,
    /// Said that it should not be. It stays readable.
    Retracted,
}

/// One shift with everything that speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub shift: EventId,
    /// The document of its first recording; `None` if that is not here.
    pub home: Option<DocumentId>,
    /// The first document that speaks of it.
    pub found_in: DocumentId,
    /// What became of it.
    pub state: State,
    /// The local day it counts on: that of its effective start.
    pub day: Option<NaiveDate>,
    /// Where it began.
    pub workplace: Option<Workplace>,
    /// The live events, rising.
    pub live: Vec<EventId>,
    /// The events that later ones replaced entirely, rising.
    pub replaced: Vec<EventId>,
    /// Start or end were written down afterwards.
    pub reconstructed: bool,
    /// Proposals of the employer that the assistant agreed to and that count.
    pub agreed: Vec<EventId>,
    /// Proposals that count only because they were approved over objection.
    pub over_objection: Vec<EventId>,
    /// The parts that are running, the one that began last at the end: id, kind
    /// and start. Two run while a call-out or a break interrupts standby.
    pub running_parts: Vec<(EventId, Kind, Minute)>,
    /// The ids of the parts, in the order of `Shift::parts`.
    pub part_ids: Vec<EventId>,
    /// The parts that something stands in the way of, by id: kind and start,
    /// where they can be told.
    pub unsettled_parts: Vec<(EventId, Option<Kind>, Option<Minute>)>,
    /// Whether there was such a shift at all is in dispute.
    pub exists_disputed: bool,
}

impl Entry {
    /// Whether this is a part of it that has ended, whatever is the matter with it.
    #[must_use]
    pub fn has_part(&self, part: EventId) -> bool {
        self.part_ids.contains(&part) || self.unsettled_parts.iter().any(|(id, _, _)| *id == part)
    }

    /// Whether its times can be set right: not once it is said that it should
    /// not be, not even against what others say.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !self.exists_disputed && !matches!(self.state, State::Retracted)
    }

    /// The shift, if it is settled.
    #[must_use]
    pub const fn settled(&self) -> Option<&Shift> {
        match &self.state {
            State::Settled(shift) => Some(shift),
            State::Running { .. } | State::Unsettled | State::Retracted => None,
        }
    }

    /// The month it counts in: that of its effective start, else of its home,
    /// else of the document that speaks of it.
    #[must_use]
    pub fn month(&self) -> Option<Month> {
        let home = || match self.home.unwrap_or(self.found_in).period() {
            crate::document::Period::Month(month) => Some(month),
            crate::document::Period::Always | crate::document::Period::Year(_) => None,
        };
        self.day.map(Month::of).or_else(home)
    }
}

/// What one shift comes to.
pub(crate) struct Settled {
    pub(crate) entry: Entry,
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) findings: Vec<Finding>,
}

/// The values that live statements give, each with its events.
fn values(claims: &Claims, field: Field) -> BTreeMap<Value, Vec<EventId>> {
    let mut found: BTreeMap<Value, Vec<EventId>> = BTreeMap::new();
    for claim in claims.live(field) {
        found.entry(claim.value.clone()).or_default().push(claim.event);
    }
    found
}

struct Reader<'a> {
    claims: &'a Claims,
    disputes: Vec<Dispute>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    /// The one live value; a dispute is noted and gives `None`.
    fn one(&mut self, field: Field) -> Option<Value> {
        let mut found = values(self.claims, field);
        if found.len() > 1 {
            let values = found.into_iter().collect();
            self.disputes.push(Dispute { shift: self.claims.shift, field, values });
            return None;
        }
        found.pop_first().map(|(value, _)| value)
    }

    fn instant(&mut self, field: Field) -> Option<Minute> {
        match self.one(field)? {
            Value::At(minute) => Some(minute),
            Value::Exists(_)
            | Value::Place(_)
            | Value::Funding(_)
            | Value::Kind(_)
            | Value::Away(..) => None,
        }
    }

    fn place(&mut self) -> Option<Workplace> {
        let place = match self.one(Field::Place)? {
            Value::Place(place) => place,
            Value::Exists(_)
            | Value::At(_)
            | Value::Funding(_)
            | Value::Kind(_)
            | Value::Away(..) => return None,
        };
        self.workplace(&place)
    }

    fn workplace(&mut self, place: &Place) -> Option<Workplace> {
        let workplace = place.workplace();
        if workplace.is_none() {
            self.find(What::UnknownPlace);
        }
        workplace
    }

    fn funding(&mut self) -> Vec<Funding> {
        match self.one(Field::Funding) {
            Some(Value::Funding(funding)) => funding,
            Some(
                Value::Exists(_)
                | Value::At(_)
                | Value::Place(_)
                | Value::Kind(_)
                | Value::Away(..),
            )
            | None => Vec::new(),
        }
    }

    fn find(&mut self, what: What) {
        self.findings.push(Finding { what, shifts: vec![self.claims.shift], events: vec![] });
    }
}

/// Settles one shift.
pub(crate) fn settle(claims: &Claims) -> Settled {
    let mut reader = Reader { claims, disputes: Vec::new(), findings: Vec::new() };
    let mut entry = blank(claims);
    let exists = values(claims, Field::Exists);
    let exists_nowhere = exists.is_empty();
    if exists.contains_key(&Value::Exists(false)) {
        let retracting: BTreeSet<EventId> =
            exists.get(&Value::Exists(false)).into_iter().flatten().copied().collect();
        let others = claims
            .all
            .iter()
            .filter(|claim| claim.replaced_by.is_empty())
            .filter(|claim| !retracting.contains(&claim.event));
        let unseen: BTreeSet<EventId> = others.map(|claim| claim.event).collect();
        if unseen.is_empty() {
            entry.state = State::Retracted;
            // It still counts as an entry of the month in which it was recorded.
            return Settled { entry, disputes: vec![], findings: vec![] };
        }
        let mut values: BTreeMap<Value, Vec<EventId>> = exists;
        values.entry(Value::Exists(true)).or_default().extend(unseen);
        for events in values.values_mut() {
            events.sort_unstable();
            events.dedup();
        }
        let values = values.into_iter().collect();
        reader.disputes.push(Dispute { shift: claims.shift, field: Field::Exists, values });
        entry.exists_disputed = true;
    }
    if claims.home.is_none() || exists_nowhere {
        reader.find(What::NoBeginning);
    }
    let start = reader.instant(Field::Start);
    let end = reader.instant(Field::End);
    entry.workplace = reader.place();
    let funding = reader.funding();
    let funding_parts: Option<Vec<_>> = funding.iter().map(Funding::part).collect();
    if funding_parts.is_none() {
        reader.find(What::UnknownFunding);
    }
    if let (Some(start), Some(workplace)) = (start, &entry.workplace) {
        entry.day = Some(start.day(workplace.zone));
    }
    let span = span_of(&mut reader, start, end);
    let ended = claims.live(Field::End).next().is_some();
    let parts = parts(&mut reader, &mut entry, span, ended);
    let away = away(&mut reader, span);
    let clean = reader.disputes.is_empty() && !reader.findings.iter().any(|f| f.what.unsettles());
    entry.state = match (start, span, &entry.workplace, clean) {
        (Some(_), Some(span), Some(workplace), true) => State::Settled(Shift {
            id: claims.shift.to_string(),
            span,
            workplace: workplace.clone(),
            parts,
            away,
            funding: funding_parts.unwrap_or_default(),
            reconstructed: entry.reconstructed,
        }),
        (Some(since), None, Some(_), true) if !ended => State::Running { since },
        _ => State::Unsettled,
    };
    Settled { entry, disputes: reader.disputes, findings: reader.findings }
}

fn blank(claims: &Claims) -> Entry {
    let live_claims = || claims.all.iter().filter(|claim| claim.replaced_by.is_empty());
    let live: BTreeSet<EventId> = live_claims().map(|claim| claim.event).collect();
    let all: BTreeSet<EventId> = claims.all.iter().map(|claim| claim.event).collect();
    let mut agreed = BTreeSet::new();
    let mut over = BTreeSet::new();
    for claim in live_claims() {
        match claim.authority {
            Authority::Recorded => {}
            Authority::Agreed { proposal } => {
                agreed.insert(proposal);
            }
            Authority::OverObjection { proposal } => {
                over.insert(proposal);
            }
        }
    }
    Entry {
        shift: claims.shift,
        home: claims.home,
        found_in: claims.found_in,
        state: State::Unsettled,
        day: None,
        workplace: None,
        replaced: all.difference(&live).copied().collect(),
        live: live.into_iter().collect(),
        reconstructed: live_claims()
            .any(|claim| claim.reconstructed && matches!(claim.field, Field::Start | Field::End)),
        agreed: agreed.into_iter().collect(),
        over_objection: over.into_iter().collect(),
        running_parts: Vec::new(),
        part_ids: Vec::new(),
        unsettled_parts: Vec::new(),
        exists_disputed: false,
    }
}

fn span_of(
    reader: &mut Reader<'_>,
    start: Option<Minute>,
    end: Option<Minute>,
) -> Option<Interval> {
    match (start, end) {
        (Some(start), Some(end)) => {
            let span = Interval::new(start, end);
            match span {
                Some(span) if span.length() > LONGEST_SHIFT => reader.find(What::LongerThan36Hours),
                Some(_) => {}
                None if start == end => reader.find(What::ZeroLength),
                None => reader.find(What::EndBeforeStart),
            }
            span
        }
        _ => None,
    }
}

/// The parts that are settled; what is not becomes a finding.
fn parts(
    reader: &mut Reader<'_>,
    entry: &mut Entry,
    span: Option<Interval>,
    ended: bool,
) -> Vec<Part> {
    let ids: BTreeSet<EventId> = reader
        .claims
        .fields()
        .into_iter()
        .filter(|field| !matches!(field, Field::Away(_)))
        .filter_map(Field::part)
        .filter(|id| values(reader.claims, Field::Away(*id)).is_empty())
        .collect();
    let mut found: Vec<(Minute, EventId, Part)> = Vec::new();
    for id in ids {
        let Some(Value::Exists(exists)) = reader.one(Field::PartExists(id)) else {
            if values(reader.claims, Field::PartExists(id)).is_empty() {
                reader.find(What::PartWithoutBeginning { part: id });
            }
            entry.unsettled_parts.push((id, None, None));
            continue;
        };
        if !exists {
            continue;
        }
        let kind = match reader.one(Field::PartKind(id)) {
            Some(Value::Kind(kind)) => Some(kind),
            _ => None,
        };
        let from = reader.instant(Field::PartFrom(id));
        let to = reader.instant(Field::PartTo(id));
        let open = reader.claims.live(Field::PartTo(id)).next().is_none();
        if open && ended {
            reader.find(What::PartOpen { part: id });
        }
        match (kind, from, to) {
            (Some(kind), Some(from), Some(to)) => match Interval::new(from, to) {
                Some(part_span) => {
                    if span.is_some_and(|span| span.overlap(part_span) != Some(part_span)) {
                        reader.find(What::PartOutside { part: id });
                    }
                    found.push((from, id, Part { kind, span: part_span }));
                }
                None => {
                    reader.find(match from == to {
                        true => What::PartZeroLength { part: id },
                        false => What::PartEndBeforeStart { part: id },
                    });
                    entry.unsettled_parts.push((id, Some(kind), Some(from)));
                }
            },
            (Some(kind), Some(from), None) if open && !ended => {
                entry.running_parts.push((id, kind, from));
            }
            (kind, from, _) => entry.unsettled_parts.push((id, kind, from)),
        }
    }
    // The one that began last stands last; in one minute, the one inside.
    entry.running_parts.sort_by_key(|(id, kind, from)| (*from, kind.precedence(), *id));
    found.sort_by_key(|(from, id, _)| (*from, *id));
    for (at, (_, a, one)) in found.iter().enumerate() {
        for (_, b, other) in found.iter().skip(at + 1) {
            let clash = one.kind.precedence() == other.kind.precedence() && one.kind != other.kind;
            let doubled = one.kind == other.kind;
            if (clash || doubled) && one.span.overlap(other.span).is_some() {
                reader.find(What::PartsOverlap { part: *a, other: *b });
            }
        }
        if one.kind == Kind::CallOut && !covered(&found, &entry.running_parts, one.span) {
            reader.find(What::CallOutOutsideStandby { part: *a });
        }
    }
    entry.part_ids = found.iter().map(|(_, id, _)| *id).collect();
    found.into_iter().map(|(_, _, part)| part).collect()
}

/// Whether standby or on-call covers all of `span`; one that runs covers all
/// from its start on.
fn covered(
    parts: &[(Minute, EventId, Part)],
    running: &[(EventId, Kind, Minute)],
    span: Interval,
) -> bool {
    let waits = |kind: Kind| matches!(kind, Kind::Standby | Kind::OnCall);
    let ended = parts.iter().filter(|(_, _, part)| waits(part.kind)).map(|(_, _, part)| part.span);
    let running = running
        .iter()
        .filter(|(_, kind, _)| waits(*kind))
        .filter_map(|(_, _, from)| Interval::new(*from, span.to()));
    span.without(&ended.chain(running).collect::<Vec<_>>()).is_empty()
}

fn away(reader: &mut Reader<'_>, span: Option<Interval>) -> Vec<Away> {
    let fields: Vec<Field> = reader
        .claims
        .fields()
        .into_iter()
        .filter(|field| matches!(field, Field::Away(_)))
        .collect();
    let mut pieces = Vec::new();
    for field in fields {
        let Some(id) = field.part() else { continue };
        if reader.one(Field::PartExists(id)) == Some(Value::Exists(false)) {
            continue;
        }
        let Some(Value::Away(from, to, place)) = reader.one(field) else { continue };
        let workplace = reader.workplace(&place);
        match (Interval::new(from, to), workplace) {
            (Some(piece), Some(workplace)) => {
                if span.is_some_and(|span| span.overlap(piece) != Some(piece)) {
                    reader.find(What::PartOutside { part: id });
                }
                pieces.push(Away { span: piece, workplace });
            }
            (None, _) => reader.find(What::PartEndBeforeStart { part: id }),
            (Some(_), None) => {}
        }
    }
    pieces.sort_by_key(|piece| (piece.span.from(), piece.span.to()));
    pieces
}
