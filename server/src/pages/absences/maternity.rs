//! Pregnancy and birth (Mutterschutz): the weeks around a birth from the
//! expected day, the birth once it is known, and the net pay from the payroll
//! office. Only days are kept.

use super::act::{Back, Into, go};
use super::one::{Found, find, show_again};
use super::read;
use super::refund::euros;
use super::right::{BooksHours, Decides};
use crate::fault::Refusal;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, choice, date_field, details, form, heading, hidden,
    link, number_field, text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::May;
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::absence::{AbsenceKind, Maternity};
use assistenz_core::app::maternity::weeks_by_law;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::law::maternity_allowance::allowance_a_day;
use assistenz_core::money::Cents;
use assistenz_core::view::absence::{Act, days as days_in_words};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;

/// What is typed about a pregnancy.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    termin: String,
    geburt: String,
    schutz: String,
    stillt_bis: String,
    grund: String,
    netto: String,
}

/// The word of twelve weeks after the birth.
const TWELVE: &str = "zwoelf";

/// The days of a form, and whether twelve weeks follow; problems say what is wrong.
fn known(visitor: &Visitor, typed: &Typed, problems: &mut Problems) -> Option<(Maternity, bool)> {
    let mut read = |field: &str, text: &str| -> Result<Option<NaiveDate>, ()> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let day = text.trim().parse::<NaiveDate>().ok();
        match day.filter(|day| (2000..2200).contains(&day.year())) {
            Some(day) => Ok(Some(day)),
            None => {
                problems.add(field, visitor.say("absences-day-wrong", &[]));
                Err(())
            }
        }
    };
    let due = read("termin", &typed.termin);
    let (birth, nursing) = (read("geburt", &typed.geburt), read("stillt_bis", &typed.stillt_bis));
    if due == Ok(None) {
        problems.add("termin", visitor.say("absences-day-wrong", &[]));
    }
    let (Ok(Some(due)), Ok(birth), Ok(nursing_until)) = (due, birth, nursing) else { return None };
    let long = typed.schutz == TWELVE;
    let known = Maternity { due, birth, nursing_until };
    if weeks_by_law(&known, long).is_none() {
        problems.add("termin", visitor.say("absences-maternity-impossible", &[]));
        return None;
    }
    Some((known, long))
}

/// The fields about a pregnancy; `leave` where the weeks around the birth
/// follow from them.
fn fields(visitor: &Visitor, typed: &Typed, leave: bool, problems: &Problems) -> Markup {
    let labels = [
        "absences-maternity-due",
        "absences-maternity-due-hint",
        "absences-maternity-birth",
        "absences-maternity-birth-hint",
        "absences-maternity-long",
        "absences-maternity-long-hint",
        "absences-maternity-nursing",
        "absences-maternity-nursing-hint",
        "page-optional",
        "absences-maternity-eight",
        "absences-maternity-twelve",
    ]
    .map(|key| visitor.say(key, &[]));
    let [
        due,
        due_hint,
        birth,
        birth_hint,
        long,
        long_hint,
        nursing,
        nursing_hint,
        optional,
        eight,
        twelve,
    ] = &labels;
    let date = |name, label, hint, value| Field::new(name, label).hint(hint).value(value);
    let now = if typed.schutz.is_empty() { "acht" } else { typed.schutz.as_str() };
    let weeks = [("acht", eight.as_str()), (TWELVE, twelve.as_str())];
    let birth = date("geburt", birth, birth_hint, &typed.geburt).optional(optional);
    let nursing = date("stillt_bis", nursing, nursing_hint, &typed.stillt_bis).optional(optional);
    html! {
        (date_field(&date("termin", due, due_hint, &typed.termin).problem(problems)))
        (date_field(&birth.problem(problems)))
        @if leave { (choice(&Field::new("schutz", long).hint(long_hint).value(now), &weeks)) }
        (date_field(&nursing.problem(problems)))
    }
}

async fn name_of(app: &App, visitor: &Visitor, person: PersonId) -> Result<String, PageError> {
    let seen = visitor.clone();
    let name = app
        .office()
        .read(move |turn| {
            if !read::rights(turn, &seen.caller, person)?.decides {
                return Err(Refusal::NoRight.into());
            }
            read::name(turn, &seen.caller, person)
        })
        .await?;
    Ok(name.unwrap_or_else(|| visitor.say("page-nameless", &[])))
}

fn enter_body(
    visitor: &Visitor,
    (person, name): (PersonId, &str),
    typed: &Typed,
    problems: &Problems,
) -> Markup {
    let named = [("name", Value::Text(name))];
    let say = |key: &str| visitor.say(key, &named);
    let (reason, hint) = (say("absences-enter-reason"), say("absences-maternity-reason-hint"));
    let reason = Field::new("grund", &reason).hint(&hint).value(&typed.grund).problem(problems);
    let enter = format!("/abwesenheiten/{person}/neu");
    html! {
        p.kern-body { (say("absences-maternity-lead")) }
        p.kern-body { (say("absences-maternity-kept")) }
        (form(visitor, &format!("/abwesenheiten/{person}/mutterschutz"), html! {
            (fields(visitor, typed, true, problems))
            (text_area(&reason))
            (actions(html! {
                (button(Weight::Primary, &say("absences-maternity-send")))
                (link(&format!("/abwesenheiten/{person}"), &say("page-cancel")))
            }))
        }))
        p.kern-body { (say("absences-maternity-duties")) }
        p.kern-body { (say("absences-maternity-ban")) }
        (details(&say("absences-maternity-lost-title"), html! {
            p.kern-body { (say("absences-maternity-lost")) }
            p.kern-body { (link(&enter, &say("absences-maternity-lost-link"))) }
        }))
    }
}

fn enter_title(visitor: &Visitor, name: &str) -> String {
    visitor.say("absences-maternity-title", &[("name", Value::Text(name))])
}

pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Response, PageError> {
    let name = name_of(&app, &visitor, person).await?;
    let body = enter_body(&visitor, (person, &name), &Typed::default(), &Problems::new());
    Ok(page(&visitor, Section::Absences, &enter_title(&visitor, &name), body).into_response())
}

pub(super) async fn enter(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids(person): Ids<PersonId>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, PageError> {
    let name = name_of(&app, &visitor, person).await?;
    let mut problems = Problems::new();
    let read = known(&visitor, &typed, &mut problems);
    if typed.grund.trim().is_empty() {
        problems.add("grund", visitor.say("absences-reason-missing", &[]));
    }
    let (Some((known, long)), true) = (read, problems.is_empty()) else {
        let body = enter_body(&visitor, (person, &name), &typed, &problems);
        let title = enter_title(&visitor, &name);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    let weeks = weeks_by_law(&known, long).ok_or(Refusal::Malformed("no such days"))?;
    let home = DocumentId::answers(person, assistenz_core::time::Month::of(weeks.0));
    let id = visitor
        .write(&app, home, move |acting| {
            acting.enter_maternity_leave(person, &known, long, &typed.grund)
        })
        .await?;
    let when = days_in_words(visitor.language, weeks);
    let sentence = visitor.say("absences-maternity-saved", &[("when", Value::Text(&when))]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/eintrag/{id}"), &sentence))
}

/// What the record knows, as it would be typed: twelve weeks where the days
/// entered are those of twelve.
fn written(found: &Found) -> Typed {
    let Some(known) = found.entry.maternity else { return Typed::default() };
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let long = found.entry.days.is_some() && weeks_by_law(&known, true) == found.entry.days;
    Typed {
        termin: known.due.to_string(),
        geburt: day(known.birth),
        schutz: if long { TWELVE.to_owned() } else { String::new() },
        stillt_bis: day(known.nursing_until),
        ..Typed::default()
    }
}

/// The parts of the page of one absence that are about pregnancy and birth.
pub(super) fn parts(
    visitor: &Visitor,
    found: &Found,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Markup {
    let can = &found.row.employer;
    let say = |key: &str| visitor.say(key, &[]);
    let leave = found.entry.kind == Some(AbsenceKind::MaternityLeave);
    let act =
        |word: &str| format!("/abwesenheiten/{}/eintrag/{}/{word}", found.person, found.entry.id);
    let known = typed.cloned().unwrap_or_else(|| written(found));
    html! {
        @if found.rights.decides && can.contains(&Act::Maternity) {
            @if let Some(when) = other_days(visitor, found) {
                p.kern-body { (visitor.say("absences-maternity-by-law", &[("when", Value::Text(&when))])) }
            }
            (heading(&say("absences-maternity-known-title")))
            (form(visitor, &act("termine"), html! {
                (fields(visitor, &known, leave, problems))
                (actions(button(Weight::Primary, &say("absences-maternity-save"))))
            }))
            @if !found.entry.maternity_notes.is_empty() {
                (details(&say("absences-maternity-back"), form(visitor, &act("termine/zurueck"), html! {
                    p.kern-body { (say("absences-maternity-back-lead")) }
                    (hidden("grund", ""))
                    (actions(button(Weight::Secondary, &say("absences-maternity-back"))))
                })))
            }
        }
        @if found.rights.books_hours && can.contains(&Act::NetPay) {
            (net_pay(visitor, found, &known, problems, &act("netto")))
        }
    }
}

/// The days of the law, where the person's own entry or an older one has others.
fn other_days(visitor: &Visitor, found: &Found) -> Option<String> {
    let known = found.entry.maternity.filter(|_| found.row.employer.contains(&Act::NetPay))?;
    let days = found.entry.days?;
    let by_law = [false, true].map(|long| weeks_by_law(&known, long));
    if by_law.contains(&Some(days)) {
        return None;
    }
    by_law[0].map(|weeks| days_in_words(visitor.language, weeks))
}

fn net_pay(
    visitor: &Visitor,
    found: &Found,
    typed: &Typed,
    problems: &Problems,
    address: &str,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let labels = ["absences-net-field", "absences-net-hint", "page-optional"].map(say);
    let [label, hint, optional] = &labels;
    let shown = match (typed.netto.as_str(), found.net) {
        ("", Some(net)) => net.to_string(),
        (typed, _) => typed.to_owned(),
    };
    let field = Field::new("netto", label).hint(hint).value(&shown).optional(optional);
    html! {
        (heading(&say("absences-net-title")))
        p.kern-body { (say("absences-net-lead")) }
        @if let Some(sentence) = told(visitor, found) { p.kern-body { (sentence) } }
        (form(visitor, address, html! {
            (number_field(&field.problem(problems)))
            (actions(button(Weight::Secondary, &say("absences-net-save"))))
        }))
    }
}

/// What the employer adds, by day and in all.
fn told(visitor: &Visitor, found: &Found) -> Option<String> {
    let (first, last) = found.entry.days?;
    let a_day = allowance_a_day(found.net?, first)?;
    let count = (last - first).num_days() + 1;
    let values = [
        ("day", Value::Cents(a_day)),
        ("count", Value::Number(count)),
        ("all", Value::Cents(Cents::new(a_day.get() * count))),
    ];
    Some(visitor.say("absences-net-told", &values))
}

pub(super) async fn note(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let mut problems = Problems::new();
    let Some((known, long)) = known(&visitor, &typed, &mut problems) else {
        return Ok(show_again(&visitor, &found, &typed, &problems));
    };
    let leave = found.entry.kind == Some(AbsenceKind::MaternityLeave) && !found.entry.is_own();
    let sentence = match weeks_by_law(&known, long).filter(|_| leave) {
        Some(weeks) => {
            let when = days_in_words(visitor.language, weeks);
            visitor.say("absences-maternity-saved", &[("when", Value::Text(&when))])
        }
        None => visitor.say("absences-maternity-noted", &[]),
    };
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.note_maternity(person, absence, &known, long).map(drop)
    })
    .await
}

pub(super) async fn take_back(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(sent): Sent<Back>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let sentence = visitor.say("absences-maternity-taken-back", &[]);
    go(&app, &visitor, &found, (Into::Answers, &sentence), move |acting| {
        acting.take_maternity_back(person, absence, &sent.grund)
    })
    .await
}

pub(super) async fn net(
    State(app): State<App>,
    May(visitor, _): May<BooksHours>,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let cents = match typed.netto.trim() {
        "" => None,
        text => match euros(text) {
            Some(cents) => Some(cents),
            None => {
                let mut problems = Problems::new();
                problems.add("netto", visitor.say("absences-refund-cents-wrong", &[]));
                let typed = Typed { netto: typed.netto, ..written(&found) };
                return Ok(show_again(&visitor, &found, &typed, &problems));
            }
        },
    };
    let sentence = visitor.say("absences-net-saved", &[]);
    go(&app, &visitor, &found, (Into::Review, &sentence), move |acting| {
        acting.note_net_pay(person, absence, cents).map(drop)
    })
    .await
}
