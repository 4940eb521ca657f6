//! A new absence: asked for or reported by the person, or entered by the
//! employer with a reason.

use super::act::certificate;
use super::one::certificate_fields;
use super::read::{self, Rights};
use super::right::AsksOrDecides;
use crate::at_desk;
use crate::fault::Refusal;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, choice, date_field, form, link_button, number_field,
    text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::May;
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::absence::{AbsenceKind, MOST_DAYS};
use assistenz_core::app::absence::NewAbsence;
use assistenz_core::app::absence_decision::EnteredAbsence;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::time::Month;
use assistenz_core::view::absence as words;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct New {
    art: String,
    erster_tag: String,
    letzter_tag: String,
    grund: String,
    urlaubstage: String,
    bescheinigung: String,
    bescheinigt_am: String,
}

async fn about(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
) -> Result<(Rights, String), PageError> {
    let seen = visitor.clone();
    let (rights, name) = app
        .office()
        .read(move |turn| {
            let rights = read::rights(turn, &seen.caller, person)?;
            if !rights.own && !rights.decides {
                return Err(Refusal::NoRight.into());
            }
            Ok((rights, read::name(turn, &seen.caller, person)?))
        })
        .await?;
    Ok((rights, name.unwrap_or_else(|| visitor.say("page-nameless", &[]))))
}

pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Response, PageError> {
    let (rights, name) = about(&app, &visitor, person).await?;
    let typed = New { art: "vacation".to_owned(), ..New::default() };
    let body = body(&visitor, (person, &name), rights, &typed, &Problems::new());
    Ok(page(&visitor, Section::Absences, &title(&visitor, rights, &name), body).into_response())
}

fn title(visitor: &Visitor, rights: Rights, name: &str) -> String {
    let key = if rights.own { "absences-ask-title" } else { "absences-enter-title" };
    visitor.say(key, &[("name", Value::Text(name))])
}

fn body(
    visitor: &Visitor,
    (person, name): (PersonId, &str),
    rights: Rights,
    typed: &New,
    problems: &Problems,
) -> Markup {
    let named = [("name", Value::Text(name))];
    let say = |key: &str| visitor.say(key, &named);
    let kinds: Vec<(&str, String)> = AbsenceKind::ALL
        .into_iter()
        .filter(|kind| kind.is_wished() || !rights.own)
        .map(|kind| (kind.word(), words::kind(visitor.language, kind)))
        .collect();
    let options: Vec<(&str, &str)> =
        kinds.iter().map(|(word, label)| (*word, label.as_str())).collect();
    let optional = say("page-optional");
    let labels = [
        say("absences-kind"),
        say("absences-first"),
        say("absences-last"),
        say("absences-last-hint"),
        say("absences-vacation-days"),
        say("absences-vacation-days-hint"),
        say(if rights.own { "absences-own-note" } else { "absences-enter-reason" }),
        say(if rights.own { "absences-own-note-hint" } else { "absences-enter-reason-hint" }),
    ];
    let [kind, first, last, last_hint, days, days_hint, reason, reason_hint] = &labels;
    let days = Field::new("urlaubstage", days)
        .hint(days_hint)
        .value(&typed.urlaubstage)
        .optional(&optional)
        .problem(problems);
    let mut reason =
        Field::new("grund", reason).hint(reason_hint).value(&typed.grund).problem(problems);
    if rights.own {
        reason = reason.optional(&optional);
    }
    let last = Field::new("letzter_tag", last).hint(last_hint).value(&typed.letzter_tag);
    let certificate_now =
        if typed.bescheinigung.is_empty() { "none" } else { typed.bescheinigung.as_str() };
    let fields = html! {
        (choice(&Field::new("art", kind).value(&typed.art).problem(problems), &options))
        (date_field(&Field::new("erster_tag", first).value(&typed.erster_tag).problem(problems)))
        (date_field(&last.problem(problems)))
        (number_field(&days))
        (certificate_fields(visitor, certificate_now, &typed.bescheinigt_am, "", problems))
        (text_area(&reason))
        (actions(html! {
            (button(Weight::Primary,
                &say(if rights.own { "absences-ask-send" } else { "absences-enter-send" })))
            (link_button(Weight::Secondary, &format!("/abwesenheiten/{person}"), &say("page-cancel")))
        }))
    };
    html! {
        p.kern-body { (say(if rights.own { "absences-ask-lead" } else { "absences-enter-lead" })) }
        (form(visitor, &format!("/abwesenheiten/{person}/neu"), fields))
    }
}

/// The first and the last day of a form; problems name what is wrong. An empty
/// last day is the first.
pub(super) fn days(
    visitor: &Visitor,
    first: &str,
    last: &str,
    problems: &mut Problems,
) -> Option<(NaiveDate, NaiveDate)> {
    let mut read = |field: &str, text: &str| {
        let day = text.trim().parse::<NaiveDate>().ok();
        let day = day.filter(|day| (2000..2200).contains(&day.year()));
        if day.is_none() {
            problems.add(field, visitor.say("absences-day-wrong", &[]));
        }
        day
    };
    let from = read("erster_tag", first);
    let to = if last.trim().is_empty() { from } else { read("letzter_tag", last) };
    let (from, to) = from.zip(to)?;
    if to < from {
        problems.add("letzter_tag", visitor.say("absences-days-order", &[]));
        return None;
    }
    if (to - from).num_days() >= MOST_DAYS {
        problems.add("letzter_tag", visitor.say("absences-days-too-many", &[]));
        return None;
    }
    Some((from, to))
}

pub(super) async fn send(
    State(app): State<App>,
    May(visitor, _): May<AsksOrDecides>,
    Ids(person): Ids<PersonId>,
    Sent(typed): Sent<New>,
) -> Result<Response, PageError> {
    let (rights, name) = about(&app, &visitor, person).await?;
    let mut problems = Problems::new();
    let kind = AbsenceKind::from_word(&typed.art).filter(|kind| kind.is_wished() || !rights.own);
    if kind.is_none() {
        problems.add("art", visitor.say("absences-kind-missing", &[]));
    }
    let span = days(&visitor, &typed.erster_tag, &typed.letzter_tag, &mut problems);
    let vacation_days = match super::account::hundredths(&typed.urlaubstage) {
        Ok(days) => days.filter(|_| kind == Some(AbsenceKind::Vacation)),
        Err(()) => {
            problems.add("urlaubstage", visitor.say("absences-days-wrong", &[]));
            None
        }
    };
    let sick = kind == Some(AbsenceKind::Sick);
    let mut known = assistenz_core::absence::Certificate::None;
    if sick && !typed.bescheinigung.is_empty() {
        known = certificate(&visitor, &typed.bescheinigung, &typed.bescheinigt_am, &mut problems);
    }
    if !rights.own && typed.grund.trim().is_empty() {
        problems.add("grund", visitor.say("absences-reason-missing", &[]));
    }
    let (Some(kind), Some((first, last)), true) = (kind, span, problems.is_empty()) else {
        let body = body(&visitor, (person, &name), rights, &typed, &problems);
        let title = title(&visitor, rights, &name);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    let caller = visitor.caller.clone();
    let reason = typed.grund;
    let id = app
        .office()
        .write(move |turn| {
            if rights.own {
                at_desk::may_write(turn, &caller, &DocumentId::wishes(person, Month::of(first)))?;
                let new = NewAbsence {
                    note: reason,
                    certificate: known,
                    vacation_days,
                    ..NewAbsence::of(kind, first, last)
                };
                return at_desk::act(turn, &caller, |acting| acting.request_absence(&new));
            }
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, Month::of(first)))?;
            let new = EnteredAbsence { kind, first, last, reason, vacation_days };
            at_desk::act(turn, &caller, |acting| {
                let id = acting.enter_absence(person, &new)?;
                if sick && known != assistenz_core::absence::Certificate::None {
                    acting.note_certificate(person, id, known)?;
                }
                Ok(id)
            })
        })
        .await?;
    let kind_text = words::kind(visitor.language, kind);
    let when = words::days(visitor.language, (first, last));
    let values = [
        ("kind", Value::Text(&kind_text)),
        ("name", Value::Text(&name)),
        ("when", Value::Text(&when)),
    ];
    let key = match (rights.own, kind.needs_grant()) {
        (true, true) => "absences-asked",
        (true, false) => "absences-reported",
        (false, _) => "absences-entered",
    };
    let sentence = visitor.say(key, &values);
    Ok(done(&app, &format!("/abwesenheiten/{person}/eintrag/{id}"), &sentence))
}
