//! What is done about one absence. A refused form comes back with what was
//! typed; everything leads back to the absence with a sentence.

use super::one::{Found, Typed, again, find};
use super::right::{Asks, Decides};
use crate::at_desk;
use crate::input::Ids;
use crate::pages::components::Problems;
use crate::pages::error::PageError;
use crate::pages::frame::done;
use crate::pages::right::May;
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::absence::Certificate;
use assistenz_core::app::absence::AbsenceChange;
use assistenz_core::app::absence_decision::AbsenceDecision;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::view::absence::Act;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use serde::Deserialize;

/// Which document an act writes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Into {
    Answers,
    Wishes,
    Review,
}

/// Does it and leads back to the absence with this sentence.
pub(super) async fn go(
    app: &App,
    visitor: &Visitor,
    found: &Found,
    (into, sentence): (Into, &str),
    act: impl FnOnce(&mut Acting<'_>) -> Result<(), AppError> + Send + 'static,
) -> Result<Response, PageError> {
    let person = found.person;
    let month = found.entry.home_month().unwrap_or_else(|| super::read::today(&visitor.caller).1);
    let document = match into {
        Into::Answers => DocumentId::answers(person, month),
        Into::Wishes => DocumentId::wishes(person, month),
        Into::Review => DocumentId::review(person, month),
    };
    visitor.write(app, document, |acting| at_desk::or_so_already(act(acting))).await?;
    let next = format!("/abwesenheiten/{person}/eintrag/{}", found.entry.id);
    Ok(done(app, &next, sentence))
}

/// A sentence about the absence.
fn told(visitor: &Visitor, found: &Found, key: &str) -> String {
    let values = [
        ("kind", Value::Text(&found.row.kind)),
        ("name", Value::Text(&found.name)),
        ("when", Value::Text(&found.row.when)),
        ("asked", Value::Text(&found.row.asked)),
    ];
    visitor.say(key, &values)
}

#[derive(Debug, Deserialize)]
pub(super) struct Decided {
    entscheidung: String,
    #[serde(default)]
    grund: String,
    #[serde(default)]
    urlaubstage: String,
}

pub(super) async fn decide(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Decided>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let granted = sent.entscheidung == "ja";
    let mut problems = Problems::new();
    let days = match super::account::hundredths(&sent.urlaubstage) {
        Ok(days) => days,
        Err(()) => {
            problems.add("urlaubstage", visitor.say("absences-days-wrong", &[]));
            None
        }
    };
    let withdrawn =
        found.entry.state == assistenz_core::record::absence::AbsenceState::WithdrawalAsked;
    let reason = match sent.grund.trim() {
        "" if withdrawn => visitor.say("absences-agreed-reason", &[]),
        "" if !granted => {
            problems.add("grund", visitor.say("absences-reason-missing", &[]));
            String::new()
        }
        told => told.to_owned(),
    };
    if !problems.is_empty() {
        let typed = Typed {
            decision_reason: sent.grund,
            vacation_days: sent.urlaubstage,
            ..Typed::default()
        };
        return Ok(again(&visitor, &found, &typed, &problems));
    }
    let keeps = found.row.employer.contains(&Act::Keep);
    let key = match (granted, withdrawn) {
        (true, _) => "absences-granted",
        (false, true) => "absences-agreed",
        (false, false) if keeps => "absences-kept",
        (false, false) => "absences-declined",
    };
    let decision = AbsenceDecision { granted, reason, kind: None, vacation_days: days };
    let sentence = told(&visitor, &found, key);
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.decide_absence(person, absence, &decision).map(drop)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    pub(super) grund: String,
}

pub(super) async fn take_back(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Back>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    if !found.entry.is_own() && sent.grund.trim().is_empty() {
        let mut problems = Problems::new();
        problems.add("grund", visitor.say("absences-reason-missing", &[]));
        return Ok(again(&visitor, &found, &Typed::default(), &problems));
    }
    let key = if found.entry.is_own() { "absences-undone" } else { "absences-taken-back" };
    let sentence = told(&visitor, &found, key);
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.take_absence_back(person, absence, &sent.grund).map(drop)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct Certified {
    bescheinigung: String,
    #[serde(default)]
    bescheinigt_am: String,
}

/// The certificate of a form; a problem names what is missing.
pub(super) fn certificate(
    visitor: &Visitor,
    word: &str,
    day: &str,
    problems: &mut Problems,
) -> Certificate {
    let day = match day.trim() {
        "" => None,
        text => match text.parse::<NaiveDate>() {
            Ok(day) => Some(day),
            Err(_) => {
                problems.add("bescheinigt_am", visitor.say("absences-day-wrong", &[]));
                return Certificate::None;
            }
        },
    };
    Certificate::from_word(word, day).unwrap_or_else(|| {
        problems.add("bescheinigt_am", visitor.say("absences-certificate-day-missing", &[]));
        Certificate::None
    })
}

pub(super) async fn certify(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Certified>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let mut problems = Problems::new();
    let known = certificate(&visitor, &sent.bescheinigung, &sent.bescheinigt_am, &mut problems);
    if !problems.is_empty() {
        let typed = Typed {
            certificate: sent.bescheinigung,
            certificate_day: sent.bescheinigt_am,
            ..Typed::default()
        };
        return Ok(again(&visitor, &found, &typed, &problems));
    }
    let sentence = told(&visitor, &found, "absences-certificate-saved");
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.note_certificate(person, absence, known).map(drop)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct Illness {
    #[serde(default)]
    wie: String,
}

pub(super) async fn same_illness(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Illness>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let earlier: Option<EventId> = sent.wie.parse().ok();
    let sentence = told(&visitor, &found, "absences-illness-saved");
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.note_same_illness(person, absence, earlier).map(drop)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct Changed {
    erster_tag: String,
    letzter_tag: String,
    bescheinigung: Option<String>,
    #[serde(default)]
    bescheinigt_am: String,
}

pub(super) async fn change(
    State(app): State<App>,
    May(visitor, _): May<Asks>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Changed>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let mut problems = Problems::new();
    let days = super::enter::days(&visitor, &sent.erster_tag, &sent.letzter_tag, &mut problems);
    let known = sent
        .bescheinigung
        .as_deref()
        .map(|word| certificate(&visitor, word, &sent.bescheinigt_am, &mut problems));
    let (Some((first, last)), true) = (days, problems.is_empty()) else {
        let typed = Typed {
            first: sent.erster_tag,
            last: sent.letzter_tag,
            certificate_day: sent.bescheinigt_am,
            ..Typed::default()
        };
        return Ok(again(&visitor, &found, &typed, &problems));
    };
    let change = AbsenceChange {
        first: Some(first),
        last: Some(last),
        certificate: known,
        ..AbsenceChange::default()
    };
    let sentence = told(&visitor, &found, "absences-changed");
    go(&app, &visitor, &found, (Into::Wishes, &sentence), move |acting| {
        acting.change_absence(absence, &change)
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(super) struct Withdrawn {
    zurueck: String,
}

pub(super) async fn withdraw(
    State(app): State<App>,
    May(visitor, _): May<Asks>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Withdrawn>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let withdrawn = sent.zurueck == "ja";
    let key = if withdrawn { "absences-withdrawn" } else { "absences-restored" };
    let sentence = told(&visitor, &found, key);
    go(&app, &visitor, &found, (Into::Wishes, &sentence), move |acting| {
        acting.withdraw_absence(absence, withdrawn)
    })
    .await
}
