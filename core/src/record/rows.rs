//! View rows: what a store keeps beside the log so that it finds documents
//! without loading all of them. Each row follows from one document alone, so
//! rows can be thrown away and rebuilt, and come out identical.

use super::absence;
use super::claims::{self, Field, Value};
use super::document::Document;
use super::events::Body;
use super::settle::{State, settle};
use crate::absence::{MOST_DAYS, Maternity};
use crate::document::{DocumentKind, Period};
use crate::time::{Minute, Minutes, Month};
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeSet;

/// Which documents a month must read. Key: `<person>/<month>/<document>`.
pub const MONTH_READS: &str = "month_reads";
/// Shifts that look as if they run. Key: `<person>/<shift>`, value: the home
/// document. Reading the month says whether they do (an agreed proposal may
/// have ended one).
pub const RUNNING: &str = "running";

/// The views whose rows are computed here.
pub const VIEWS: [&str; 2] = [MONTH_READS, RUNNING];

/// A row of a view.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ViewRow {
    /// Which view.
    pub view: &'static str,
    /// Its key in the view.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// All rows that this document gives; they replace what it gave before.
///
/// A month reads a document if any statement in it, live or not, puts a shift
/// within a day of that month, an absence on a day of it, or a pregnancy: more
/// than needed, never less.
#[must_use]
pub fn view_rows(document: &Document) -> Vec<ViewRow> {
    let id = document.id();
    let (Some(person), Period::Month(own)) = (id.subject(), id.period()) else {
        return Vec::new();
    };
    let mut months = BTreeSet::from([own]);
    let mut rows = Vec::new();
    let sources = claims::sources([document]);
    match id.kind() {
        DocumentKind::Time => {
            let claims = claims::claims(&sources, &[]);
            for claims in claims.values() {
                for claim in claims.all.iter().filter(|claim| claim.field == Field::Start) {
                    if let Value::At(minute) = claim.value {
                        months.extend(months_near(minute));
                    }
                }
                let entry = settle(claims).entry;
                if let State::Running { .. } = entry.state {
                    let key = format!("{person}/{}", entry.shift);
                    rows.push(ViewRow { view: RUNNING, key, value: id.to_string() });
                }
            }
        }
        DocumentKind::Review => {
            for (_, event, _) in document.events() {
                if let Body::Proposal(proposal) = &event.body {
                    let start = proposal.start_ms.map(Minute::floor_ms);
                    months.extend(start.into_iter().flat_map(months_near));
                }
            }
        }
        DocumentKind::Wishes => {
            for entry in absence::absences(person, &[document]) {
                months.extend(months_of(entry.days).chain(months_of(entry.asked_since)));
            }
        }
        DocumentKind::Answers => {
            for (_, event, _) in document.events() {
                let days = match &event.body {
                    Body::AbsenceEntered(body) => Some((body.first_day.0, body.last_day.0)),
                    Body::Decision(body) => body.days(),
                    Body::MaternityNoted(body) => Some(around_birth(&body.maternity())),
                    _ => None,
                };
                months.extend(months_of(days));
            }
        }
        DocumentKind::Rota
        | DocumentKind::RotaOpen
        | DocumentKind::Session
        | DocumentKind::Contract
        | DocumentKind::Budget
        | DocumentKind::Handover
        | DocumentKind::Person
        | DocumentKind::Team => return Vec::new(),
    }
    rows.extend(months.into_iter().map(|month| ViewRow {
        view: MONTH_READS,
        key: format!("{person}/{month}/{id}"),
        value: id.to_string(),
    }));
    rows.sort();
    rows
}

/// The days on which a note about a pregnancy speaks: from before it began
/// until she does not nurse any more.
fn around_birth(known: &Maternity) -> (NaiveDate, NaiveDate) {
    let (before, after) = absence::AROUND_BIRTH;
    let last = known.due + TimeDelta::days(after);
    (known.due - TimeDelta::days(before), known.nursing_until.map_or(last, |until| until.max(last)))
}

/// The months that days touch; none for more days than an absence may have.
fn months_of(days: Option<(NaiveDate, NaiveDate)>) -> impl Iterator<Item = Month> {
    let days = days.filter(|(from, to)| (0..MOST_DAYS).contains(&(*to - *from).num_days()));
    days.into_iter().flat_map(|(from, to)| {
        let last = Month::of(to);
        std::iter::successors(Some(Month::of(from)), |month| Some(month.next()))
            .take_while(move |month| *month <= last)
    })
}

/// The months within a day of this minute, whatever the zone.
fn months_near(minute: Minute) -> [Month; 2] {
    let day = Minutes::hours(24);
    let of = |minute: Minute| Month::of(minute.day(chrono_tz::UTC));
    [of(minute - day), of(minute + day)]
}
