//! Absences as they stand (Abwesenheiten): wishes and reports of the person,
//! decisions and entries of the employer, brought together. A pure function of
//! the `wishes` and `answers` documents of one person
//! (`docs/sync-protocol.md` § 9.4). Nothing is dropped: what contradicts
//! itself is [`AbsenceState::Unsettled`] and counts nowhere until settled.

use super::answered::{Answered, Entered, answered};
use super::document::{Document, Written};
use super::events::answers::Decision;
use super::fields::FieldValue;
use crate::absence::{Absence, AbsenceKind, Certificate, MOST_DAYS, Maternity};
use crate::document::{DocumentId, DocumentKind, EventId, Period, PersonId};
use crate::time::Month;
use crate::work::Shift;
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeMap;

/// How far an absence has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceState {
    /// Asked for; nobody has decided.
    Requested,
    /// Granted.
    Granted,
    /// Declined.
    Declined,
    /// Reported by the person: it needs no grant.
    Reported,
    /// Entered by the employer.
    Entered,
    /// Granted, and the person has withdrawn it since: it counts until the
    /// employer agrees.
    WithdrawalAsked,
    /// Withdrawn by the person.
    Withdrawn,
    /// Taken back by the employer.
    TakenBack,
    /// Two values for one field, two different decisions, days upside down or
    /// more than three years, or a kind unknown here.
    Unsettled,
}

impl AbsenceState {
    /// One word for programs and words files; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Reported => "reported",
            Self::Entered => "entered",
            Self::WithdrawalAsked => "withdrawal_asked",
            Self::Withdrawn => "withdrawn",
            Self::TakenBack => "taken_back",
            Self::Unsettled => "unsettled",
        }
    }

    /// Whether it counts: for pay, for the law, for the balances.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Granted | Self::Reported | Self::Entered | Self::WithdrawalAsked)
    }

    /// Whether it waits for the employer.
    #[must_use]
    pub const fn waits(self) -> bool {
        matches!(self, Self::Requested | Self::WithdrawalAsked | Self::Unsettled)
    }
}

/// One absence with everything that is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceEntry {
    /// Its id: that of the wish, or of the event that entered it.
    pub id: EventId,
    /// The document it lies in: `wishes` if the person wrote it, else `answers`.
    pub home: DocumentId,
    /// Why; `None` if unknown here or disputed.
    pub kind: Option<AbsenceKind>,
    /// The first and the last day that count, or that are asked for.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Other days that the person has asked for since the decision.
    pub asked_since: Option<(NaiveDate, NaiveDate)>,
    /// What the person wrote.
    pub note: String,
    /// What the employer wrote: why entered, or why decided so.
    pub reason: String,
    /// The certificate.
    pub certificate: Certificate,
    /// The earlier absence of the same illness.
    pub same_illness_as: Option<EventId>,
    /// Days of vacation agreed, in hundredths.
    pub vacation_days: Option<i64>,
    /// Days of vacation that the person's wish says, in hundredths.
    pub asked_vacation_days: Option<i64>,
    /// What is known of the pregnancy it rests on, noted about it or about
    /// another absence of the same time.
    pub maternity: Option<Maternity>,
    /// How far it has come.
    pub state: AbsenceState,
    /// The live decisions or entries about it, rising: what an undo names.
    pub live: Vec<EventId>,
    /// The live notes about its certificate, rising.
    pub certificate_notes: Vec<EventId>,
    /// The live notes about its pregnancy, rising.
    pub maternity_notes: Vec<EventId>,
    /// Fields with more than one value.
    pub disputed: Vec<&'static str>,
    /// When it was first recorded, by the device's clock, in ms since 1970.
    pub recorded_ms: i64,
}

impl AbsenceEntry {
    /// Whether the person wrote it; else the employer entered it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.home.kind() == DocumentKind::Wishes
    }

    /// Whether two values stand in the way of deciding about it; two notes or
    /// two certificates do not.
    #[must_use]
    pub fn contradicts_itself(&self) -> bool {
        self.disputed.iter().any(|field| WEIGHTY.contains(field))
    }

    /// Whether it waits for the employer: undecided, to be taken back, asked
    /// anew, or contradicting itself.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.state.waits() || self.asked_since.is_some()
    }

    /// The month of its documents.
    #[must_use]
    pub const fn home_month(&self) -> Option<Month> {
        match self.home.period() {
            Period::Month(month) => Some(month),
            Period::Always | Period::Year(_) => None,
        }
    }

    /// Whether a day of it, counted or asked for, lies between two days; one
    /// without days lies in the month of its document.
    #[must_use]
    pub fn touches(&self, first: NaiveDate, last: NaiveDate) -> bool {
        let inside = |days: Option<(NaiveDate, NaiveDate)>| {
            days.is_some_and(|(from, to)| from <= last && first <= to)
        };
        let homeless = self.days.is_none()
            && self
                .home_month()
                .is_some_and(|home| home.first_day() <= last && first <= home.last_day());
        inside(self.days) || inside(self.asked_since) || homeless
    }

    /// The absence as pay reads it; `None` unless it counts.
    #[must_use]
    pub fn counted(&self, planned: Vec<Shift>, rota_known: Vec<Month>) -> Option<Absence> {
        let ((from, to), kind) = self.days.zip(self.kind).filter(|_| self.state.counts())?;
        Some(Absence {
            id: self.id.to_string(),
            kind,
            from,
            to,
            planned,
            certificate: self.certificate,
            same_illness_as: self.same_illness_as.map(|id| id.to_string()),
            vacation_days: self.vacation_days,
            rota_known,
            due: self.maternity.map(|known| known.due),
            net_per_day: None,
        })
    }
}

/// All absences of a person in these documents, by their first day. Documents
/// of others and of other kinds are passed over.
#[must_use]
pub fn absences(person: PersonId, documents: &[&Document]) -> Vec<AbsenceEntry> {
    let of = |kind| {
        documents.iter().copied().filter(move |document| {
            document.id().kind() == kind && document.id().subject() == Some(person)
        })
    };
    let answered = answered(of(DocumentKind::Answers));
    let mut found: Vec<AbsenceEntry> =
        of(DocumentKind::Wishes).flat_map(|wishes| wished(wishes, &answered)).collect();
    found.extend(answered.entered.values().map(|entered| by_employer(entered, &answered)));
    found.sort_by_key(|entry| (entry.days.or(entry.asked_since), entry.id));
    found.dedup_by_key(|entry| entry.id);
    share_maternity(&mut found);
    found
}

/// Days before and after the expected birth in which a note about it speaks of
/// an absence: more than any pregnancy, and the first year.
pub(super) const AROUND_BIRTH: (i64, i64) = (300, 365);

/// A ban and a leave of one pregnancy need one note: it speaks of every other
/// absence of that time that rests on the MuSchG and has none of its own. Only
/// these have one.
fn share_maternity(found: &mut [AbsenceEntry]) {
    let rests = |entry: &AbsenceEntry| entry.kind.is_some_and(AbsenceKind::is_maternity);
    let known: Vec<Maternity> =
        found.iter().filter(|entry| rests(entry)).filter_map(|entry| entry.maternity).collect();
    for entry in found.iter_mut() {
        let Some((from, _)) = entry.days.filter(|_| rests(entry)) else {
            entry.maternity = None;
            continue;
        };
        let speaks = |one: &&Maternity| {
            let (before, after) = AROUND_BIRTH;
            one.due - TimeDelta::days(before) <= from && from <= one.due + TimeDelta::days(after)
        };
        let near = |one: &&Maternity| (one.due - from).num_days().abs();
        entry.maternity =
            entry.maternity.or_else(|| known.iter().filter(speaks).min_by_key(near).copied());
    }
}

/// Fields whose two values keep an absence from counting. Two notes or two
/// certificates do not.
const WEIGHTY: &[&str] = &["first_day", "last_day", "kind", "vacation_days", "withdrawn"];

type Fields<'a> = BTreeMap<&'static str, Vec<&'a Written<FieldValue>>>;

fn wished(wishes: &Document, answered: &Answered) -> Vec<AbsenceEntry> {
    let mut all: BTreeMap<EventId, Fields<'_>> = BTreeMap::new();
    for (key, values) in wishes.fields() {
        if let ("absence", Some(id)) = (key.thing(), key.id()) {
            all.entry(id).or_default().insert(key.field(), values);
        }
    }
    all.into_iter().map(|(id, fields)| one(wishes.id(), id, &fields, answered)).collect()
}

/// The value of a field on which all agree.
fn agreed<'a>(fields: &Fields<'a>, field: &str) -> Option<&'a FieldValue> {
    let values = fields.get(field)?;
    let first = &values.first()?.value;
    values.iter().all(|written| written.value == *first).then_some(first)
}

fn one(home: DocumentId, id: EventId, fields: &Fields<'_>, answered: &Answered) -> AbsenceEntry {
    let disputed: Vec<&'static str> = fields
        .iter()
        .filter(|(_, values)| values.iter().any(|written| written.value != values[0].value))
        .map(|(field, _)| *field)
        .collect();
    let text = |field| agreed(fields, field).and_then(FieldValue::as_text);
    let day = |field| text(field).and_then(|text| text.parse::<NaiveDate>().ok());
    let asked = day("first_day").zip(day("last_day")).filter(|days| sound(*days));
    // Nobody asks for a holiday: it follows from the rota, which the employer keeps.
    let asked_kind = text("kind").and_then(AbsenceKind::from_word).filter(|kind| kind.is_wished());
    let withdrawn = agreed(fields, "withdrawn") == Some(&FieldValue::Flag(true));
    let decisions = answered.decisions_about(id);
    let contradict = decisions.iter().any(|(_, other)| *other != decisions[0].1);
    let decision = decisions.first().map(|(_, decision)| *decision);
    let granted = decision.filter(|decision| decision.granted);
    let named = granted.and_then(|decision| decision.kind.as_deref());
    let pinned = granted
        .and_then(Decision::days)
        .filter(|_| named.is_some() || asked_kind.is_none_or(AbsenceKind::needs_grant));
    let kind = named.map_or(asked_kind, AbsenceKind::from_word);
    let days = pinned.or(asked).filter(|days| sound(*days));
    let changed = |decision: &Decision| decision.asked().is_some_and(|then| Some(then) != asked);
    let state = match (decision, kind) {
        (None, _) if withdrawn => AbsenceState::Withdrawn,
        _ if contradict || kind.is_none() || days.is_none() => AbsenceState::Unsettled,
        _ if disputed.iter().any(|field| WEIGHTY.contains(field)) => AbsenceState::Unsettled,
        (_, Some(kind)) if !kind.needs_grant() && withdrawn => AbsenceState::Withdrawn,
        (_, Some(kind)) if !kind.needs_grant() => AbsenceState::Reported,
        (Some(decision), _) if decision.granted && withdrawn => AbsenceState::WithdrawalAsked,
        (Some(decision), _) if decision.granted => AbsenceState::Granted,
        (Some(_), _) if withdrawn => AbsenceState::Withdrawn,
        (Some(decision), _) if !changed(decision) => AbsenceState::Declined,
        (Some(_) | None, _) => AbsenceState::Requested,
    };
    let own = text("certificate")
        .and_then(|word| Certificate::from_word(word, day("certificate_day")))
        .unwrap_or_default();
    let own_same = text("same_illness").and_then(|text| text.parse().ok());
    let asked_days = agreed(fields, "vacation_days").and_then(FieldValue::as_number);
    let granted_days = granted.and_then(|decision| decision.vacation_days.map(i64::from));
    let recorded = fields.values().flatten().map(|written| written.recorded_ms).min();
    AbsenceEntry {
        id,
        home,
        kind,
        days,
        asked_since: asked.filter(|_| pinned.is_some() && granted.is_some_and(changed)),
        note: text("note").unwrap_or_default().to_owned(),
        reason: decision.and_then(|decision| decision.reason.clone()).unwrap_or_default(),
        certificate: answered.certificate_of(id, own),
        same_illness_as: answered.same_illness(id).unwrap_or(own_same),
        // A decision that names the kind names all that was granted.
        vacation_days: granted_days.or(asked_days.filter(|_| named.is_none())),
        asked_vacation_days: asked_days,
        maternity: answered.maternity_of(id),
        state,
        live: decisions.iter().map(|(id, _)| *id).collect(),
        certificate_notes: answered.certificate_notes(id),
        maternity_notes: answered.maternity_notes(id),
        disputed,
        recorded_ms: recorded.unwrap_or_default(),
    }
}

fn by_employer(entered: &Entered, answered: &Answered) -> AbsenceEntry {
    let latest = &entered.live[0].1;
    let days = (latest.first_day.0, latest.last_day.0);
    let kind = AbsenceKind::from_word(&latest.kind);
    let contradict = entered.live.iter().any(|(_, other)| other != latest);
    let state = match kind {
        _ if entered.taken_back => AbsenceState::TakenBack,
        Some(_) if !contradict && sound(days) => AbsenceState::Entered,
        Some(_) | None => AbsenceState::Unsettled,
    };
    AbsenceEntry {
        id: entered.root,
        home: entered.home,
        kind,
        days: sound(days).then_some(days),
        asked_since: None,
        note: String::new(),
        reason: latest.reason.clone(),
        certificate: answered.certificate_of(entered.root, Certificate::None),
        same_illness_as: answered.same_illness(entered.root).flatten(),
        vacation_days: latest.vacation_days.map(i64::from),
        asked_vacation_days: None,
        maternity: answered.maternity_of(entered.root),
        state,
        live: entered.live.iter().map(|(id, _)| *id).collect(),
        certificate_notes: answered.certificate_notes(entered.root),
        maternity_notes: answered.maternity_notes(entered.root),
        disputed: Vec::new(),
        recorded_ms: entered.recorded_ms,
    }
}

/// Days in order, and not more than an absence may have.
fn sound((from, to): (NaiveDate, NaiveDate)) -> bool {
    (0..MOST_DAYS).contains(&(to - from).num_days())
}
