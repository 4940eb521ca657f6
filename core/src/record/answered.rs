//! What the employer has answered: the live events of `answers` documents,
//! sorted by what they are about.

use super::document::Document;
use super::events::answers::{AbsenceEntered, Decision};
use super::events::{Body, Event};
use crate::absence::{Certificate, Maternity};
use crate::document::{DocumentId, EventId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An absence that the employer entered, with all that is live of it.
#[derive(Debug, Clone)]
pub(super) struct Entered {
    /// Its id: that of the first event.
    pub(super) root: EventId,
    pub(super) home: DocumentId,
    pub(super) taken_back: bool,
    /// What counts; the last one written if it was taken back. Never empty.
    pub(super) live: Vec<(EventId, AbsenceEntered)>,
    pub(super) recorded_ms: i64,
}

/// A booking of vacation by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacationByHand {
    /// Its id.
    pub id: EventId,
    /// The day on which it counts.
    pub day: NaiveDate,
    /// Hundredths of days; negative where it takes some.
    pub hundredths: i64,
    /// Why.
    pub reason: String,
}

/// The live answers about one person.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    decisions: BTreeMap<EventId, Vec<(EventId, Decision)>>,
    certificates: BTreeMap<EventId, Vec<(EventId, i64, Certificate)>>,
    illnesses: BTreeMap<EventId, Vec<(i64, Option<EventId>)>>,
    pub(super) entered: BTreeMap<EventId, Entered>,
    maternity: BTreeMap<EventId, Vec<(EventId, i64, Maternity)>>,
    /// Vacation booked by hand, by day.
    pub booked: Vec<VacationByHand>,
    /// When somebody was told that the vacation of a year expires.
    pub warned: BTreeMap<i32, NaiveDate>,
}

/// Reads `answers` documents of one person.
#[must_use]
pub fn answered<'a>(documents: impl Iterator<Item = &'a Document>) -> Answered {
    let events: BTreeMap<EventId, (DocumentId, &Event)> = documents
        .flat_map(|document| document.events().map(|(id, event, _)| (id, (document.id(), event))))
        .collect();
    let mut gone: BTreeSet<EventId> = BTreeSet::new();
    let mut taken_back: BTreeSet<EventId> = BTreeSet::new();
    for (_, event) in events.values() {
        for id in &event.supersedes {
            let Some((_, earlier)) = events.get(id) else { continue };
            if let Body::TakenBack(_) = event.body {
                taken_back.insert(*id);
                gone.insert(*id);
            } else if earlier.body.number() == event.body.number() {
                gone.insert(*id);
            }
        }
    }
    let mut all = Answered::default();
    for (id, (home, event)) in &events {
        let dead = gone.contains(id);
        match &event.body {
            Body::AbsenceEntered(body) => {
                let root = root_of(*id, &events);
                // Of one that was taken back the last word stays readable.
                if !dead || taken_back.contains(id) {
                    all.entry(root, *home, *id, body, (dead, event.recorded_ms));
                }
            }
            _ if dead => {}
            Body::Decision(body) => {
                all.decisions.entry(body.wish).or_default().push((*id, body.clone()));
            }
            Body::CertificateNoted(body) => {
                let day = body.day.map(|day| day.0);
                if let Some(known) = Certificate::from_word(&body.certificate, day) {
                    let notes = all.certificates.entry(body.absence).or_default();
                    notes.push((*id, event.recorded_ms, known));
                }
            }
            Body::SameIllness(body) => {
                let said = all.illnesses.entry(body.absence).or_default();
                said.push((event.recorded_ms, body.earlier));
            }
            Body::MaternityNoted(body) => {
                let notes = all.maternity.entry(body.absence).or_default();
                notes.push((*id, event.recorded_ms, body.maternity()));
            }
            Body::VacationBooked(body) => all.booked.push(VacationByHand {
                id: *id,
                day: body.day.0,
                hundredths: i64::from(body.hundredths),
                reason: body.reason.clone(),
            }),
            Body::VacationWarned(body) => {
                let year = i32::try_from(body.year).unwrap_or(0);
                let day = all.warned.entry(year).or_insert(body.day.0);
                *day = (*day).min(body.day.0);
            }
            _ => {}
        }
    }
    all.booked.sort_by_key(|booking| (booking.day, booking.id));
    all
}

/// The first event of the chain that this one goes on with.
fn root_of(id: EventId, events: &BTreeMap<EventId, (DocumentId, &Event)>) -> EventId {
    let mut seen = BTreeSet::from([id]);
    let mut root = id;
    while let Some(earlier) = events.get(&root).and_then(|(_, event)| {
        event.supersedes.iter().copied().find(|id| {
            events.get(id).is_some_and(|(_, event)| matches!(event.body, Body::AbsenceEntered(_)))
        })
    }) {
        if !seen.insert(earlier) {
            break;
        }
        root = earlier;
    }
    root
}

impl Answered {
    fn entry(
        &mut self,
        root: EventId,
        home: DocumentId,
        id: EventId,
        body: &AbsenceEntered,
        (dead, recorded_ms): (bool, i64),
    ) {
        let entered = self.entered.entry(root).or_insert_with(|| Entered {
            root,
            home,
            taken_back: dead,
            live: Vec::new(),
            recorded_ms,
        });
        if entered.taken_back && !dead {
            entered.taken_back = false;
            entered.live.clear();
        }
        if entered.taken_back == dead {
            entered.live.push((id, body.clone()));
        }
        entered.recorded_ms = entered.recorded_ms.min(recorded_ms);
    }

    /// The live decisions about a wish, by id.
    #[must_use]
    pub fn decisions_about(&self, wish: EventId) -> Vec<(EventId, &Decision)> {
        let found = self.decisions.get(&wish).map(Vec::as_slice).unwrap_or_default();
        found.iter().map(|(id, decision)| (*id, decision)).collect()
    }

    /// The certificate: what the employer noted last, else what the person said.
    pub(super) fn certificate_of(&self, absence: EventId, own: Certificate) -> Certificate {
        let notes = self.certificates.get(&absence);
        let last = notes.and_then(|notes| notes.iter().max_by_key(|(id, at, _)| (*at, *id)));
        last.map_or(own, |(_, _, certificate)| *certificate)
    }

    pub(super) fn certificate_notes(&self, absence: EventId) -> Vec<EventId> {
        let notes = self.certificates.get(&absence).map(Vec::as_slice).unwrap_or_default();
        notes.iter().map(|(id, _, _)| *id).collect()
    }

    /// What was noted last of a pregnancy beside this absence.
    pub(super) fn maternity_of(&self, absence: EventId) -> Option<Maternity> {
        let notes = self.maternity.get(&absence)?;
        notes.iter().max_by_key(|(id, at, _)| (*at, *id)).map(|(_, _, known)| *known)
    }

    pub(super) fn maternity_notes(&self, absence: EventId) -> Vec<EventId> {
        let notes = self.maternity.get(&absence).map(Vec::as_slice).unwrap_or_default();
        notes.iter().map(|(id, _, _)| *id).collect()
    }

    /// Which earlier absence the employer noted, if anything.
    pub(super) fn same_illness(&self, absence: EventId) -> Option<Option<EventId>> {
        let said = self.illnesses.get(&absence)?;
        said.iter().max_by_key(|(at, _)| *at).map(|(_, earlier)| *earlier)
    }
}
