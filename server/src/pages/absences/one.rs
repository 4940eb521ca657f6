//! One absence: everything known of it, and everything that can be done about
//! it, each act in a form of its own.

use super::list::tone;
use super::maternity;
use super::read::{self, Rights};
use crate::at_desk;
use crate::fault::Refusal;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Weight, actions, badge, button, button_with, choice, date_field, details,
    form, heading, hidden, link, number_field, select, text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page, refused};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::absence::AbsenceKind;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::money::Cents;
use assistenz_core::record::absence::AbsenceEntry;
use assistenz_core::view::absence::{AbsenceRow, Act};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::Days;
use maud::{Markup, html};

/// Days before a sickness in which an earlier one can be the same.
const SAME_ILLNESS_DAYS: u64 = 400;

/// What the page is made of.
pub(super) struct Found {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) rights: Rights,
    pub(super) entry: AbsenceEntry,
    pub(super) row: AbsenceRow,
    /// Earlier sicknesses: id and days.
    earlier: Vec<(String, String)>,
    /// Net pay of a calendar day before a maternity leave, for who may see pay.
    pub(super) net: Option<Cents>,
}

/// What was typed into a form that was refused.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) decision_reason: String,
    pub(super) vacation_days: String,
    pub(super) back_reason: String,
    pub(super) certificate: String,
    pub(super) certificate_day: String,
    pub(super) first: String,
    pub(super) last: String,
}

pub(super) async fn find(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
    absence: EventId,
) -> Result<Found, PageError> {
    let seen = visitor.clone();
    let found = app
        .office()
        .read(move |turn| {
            let rights = read::rights(turn, &seen.caller, person)?;
            let name = read::name(turn, &seen.caller, person)?;
            let known =
                at_desk::look(turn, &seen.caller, |acting| acting.absence_of(person, absence))?;
            let entry = known.ok_or(Refusal::NotFound)?;
            let today = read::today(&seen.caller).0;
            let days = entry.days.or(entry.asked_since).unwrap_or((today, today));
            let window = (days.0 - Days::new(SAME_ILLNESS_DAYS), days.1);
            // Only this one needs the shifts on its days.
            let mut rows = read::rows(turn, &seen.caller, seen.language, person, window, false)?;
            let earlier = rows
                .iter()
                .filter(|(one, _)| {
                    one.kind == Some(AbsenceKind::Sick)
                        && one.state.counts()
                        && one.id != entry.id
                        && one.days < entry.days
                })
                .map(|(one, row)| (one.id.to_string(), row.when.clone()))
                .collect();
            let own = read::rows(turn, &seen.caller, seen.language, person, days, true)?;
            rows.extend(own.into_iter().filter(|(one, _)| one.id == entry.id));
            let (entry, row) = rows
                .into_iter()
                .rev()
                .find(|(one, _)| one.id == entry.id)
                .ok_or(Refusal::NotFound)?;
            let net = match rights.hours {
                true => {
                    at_desk::look(turn, &seen.caller, |acting| acting.net_pay_of(person, &entry))?
                }
                false => None,
            };
            Ok((rights, name, entry, row, earlier, net))
        })
        .await?;
    let (rights, name, entry, row, earlier, net) = found;
    let name = name.unwrap_or_else(|| visitor.say("page-nameless", &[]));
    Ok(Found { person, name, rights, entry, row, earlier, net })
}

pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
) -> Result<Response, PageError> {
    let found = find(&app, &visitor, person, absence).await?;
    let body = body(&visitor, &found, (&Typed::default(), None), &Problems::new());
    Ok(page(&visitor, Section::Absences, &title(&visitor, &found), body).into_response())
}

/// The page again, with what is wrong and what was typed.
pub(super) fn again(
    visitor: &Visitor,
    found: &Found,
    typed: &Typed,
    problems: &Problems,
) -> Response {
    let body = body(visitor, found, (typed, None), problems);
    refused(visitor, Section::Absences, &title(visitor, found), problems, body)
}

/// The page again after a form about pregnancy and birth was refused.
pub(super) fn show_again(
    visitor: &Visitor,
    found: &Found,
    typed: &maternity::Typed,
    problems: &Problems,
) -> Response {
    let body = body(visitor, found, (&Typed::default(), Some(typed)), problems);
    refused(visitor, Section::Absences, &title(visitor, found), problems, body)
}

fn title(visitor: &Visitor, found: &Found) -> String {
    let values = [("kind", Value::Text(&found.row.kind)), ("name", Value::Text(&found.name))];
    visitor.say("absences-one-title", &values)
}

fn body(
    visitor: &Visitor,
    found: &Found,
    (typed, of_birth): (&Typed, Option<&maternity::Typed>),
    problems: &Problems,
) -> Markup {
    let row = &found.row;
    let back = [("name", Value::Text(&found.name))];
    html! {
        p.kern-body { (row.when) " " (badge(tone(row.tone), &row.state)) }
        @for sentence in &row.sentences { p.kern-body { (sentence) } }
        @if found.rights.decides { (by_employer(visitor, found, (typed, of_birth), problems)) }
        @if found.rights.own { (by_person(visitor, found, typed, problems)) }
        p.kern-body {
            (link(&format!("/abwesenheiten/{}", found.person),
                &visitor.say("absences-of-person", &back)))
        }
    }
}

/// The address of an act about this absence.
fn act(found: &Found, word: &str) -> String {
    format!("/abwesenheiten/{}/eintrag/{}/{word}", found.person, found.entry.id)
}

fn values(found: &Found) -> [(&'static str, Value<'_>); 4] {
    [
        ("kind", Value::Text(&found.row.kind)),
        ("name", Value::Text(&found.name)),
        ("when", Value::Text(&found.row.when)),
        ("asked", Value::Text(&found.row.asked)),
    ]
}

fn by_employer(
    visitor: &Visitor,
    found: &Found,
    (typed, of_birth): (&Typed, Option<&maternity::Typed>),
    problems: &Problems,
) -> Markup {
    let can = &found.row.employer;
    let say = |key: &str| visitor.say(key, &values(found));
    html! {
        @if [Act::Grant, Act::Decline, Act::Keep, Act::Agree].iter().any(|act| can.contains(act)) {
            (decision(visitor, found, typed, problems))
        }
        @if can.contains(&Act::Certificate) { (certificate(visitor, found, typed, problems)) }
        @if can.contains(&Act::SameIllness) && !found.earlier.is_empty() {
            (same_illness(visitor, found))
        }
        (maternity::parts(visitor, found, of_birth, problems))
        @if can.contains(&Act::Undo) {
            (details(&say("absences-undo-title"), form(visitor, &act(found, "zurueck"), html! {
                p.kern-body { (say("absences-undo-lead")) }
                (hidden("grund", ""))
                (actions(button(Weight::Secondary, &say("absences-undo"))))
            })))
        }
        @if can.contains(&Act::TakeBack) {
            @let (label, hint) = (say("absences-take-back-reason"), say("absences-reason-hint"));
            @let field = Field::new("grund", &label).hint(&hint).value(&typed.back_reason)
                .problem(problems);
            (heading(&say("absences-take-back-title")))
            (form(visitor, &act(found, "zurueck"), html! {
                (text_area(&field))
                (actions(button(Weight::Secondary, &say("absences-take-back"))))
            }))
        }
    }
}

fn decision(visitor: &Visitor, found: &Found, typed: &Typed, problems: &Problems) -> Markup {
    let can = &found.row.employer;
    let say = |key: &str| visitor.say(key, &values(found));
    let optional = visitor.say("page-optional", &[]);
    let (days, hint) = (say("absences-vacation-days"), say("absences-vacation-days-hint"));
    let days = Field::new("urlaubstage", &days)
        .hint(&hint)
        .value(&typed.vacation_days)
        .optional(&optional)
        .problem(problems);
    let agrees = can.contains(&Act::Agree);
    let (title_key, key) = match (agrees, can.contains(&Act::Keep)) {
        (true, _) => ("absences-agree-title", "absences-agree"),
        (false, true) => ("absences-keep-title", "absences-keep"),
        (false, false) => ("absences-decline-title", "absences-decline"),
    };
    let (reason, hint) = (say("absences-reason"), say("absences-reason-hint"));
    let mut reason =
        Field::new("grund", &reason).hint(&hint).value(&typed.decision_reason).problem(problems);
    if agrees {
        reason = reason.optional(&optional);
    }
    let vacation = found.entry.kind == Some(AbsenceKind::Vacation);
    html! {
        @if can.contains(&Act::Grant) {
            (heading(&say("absences-grant-title")))
            (form(visitor, &act(found, "entscheidung"), html! {
                @if vacation { (number_field(&days)) }
                (actions(button_with(Weight::Primary, &say("absences-grant"), "entscheidung", "ja")))
            }))
        }
        (heading(&say(title_key)))
        (form(visitor, &act(found, "entscheidung"), html! {
            (text_area(&reason))
            (actions(button_with(
                if agrees { Weight::Primary } else { Weight::Secondary },
                &say(key),
                "entscheidung", "nein")))
        }))
    }
}

/// The words of the choices of a certificate.
pub(super) const CERTIFICATES: [&str; 4] = ["none", "expected", "electronic", "paper"];

fn certificate(visitor: &Visitor, found: &Found, typed: &Typed, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &values(found));
    let now = if typed.certificate.is_empty() {
        found.entry.certificate.word()
    } else {
        typed.certificate.as_str()
    };
    let known = found.entry.certificate.day().map(|day| day.to_string()).unwrap_or_default();
    let day = if typed.certificate.is_empty() { &known } else { &typed.certificate_day };
    html! {
        (heading(&say("absences-certificate-title")))
        (form(visitor, &act(found, "bescheinigung"), html! {
            (certificate_fields(visitor, now, day, "", problems))
            (actions(button(Weight::Primary, &say("absences-certificate-save"))))
        }))
    }
}

/// The choice of a certificate with its day.
pub(super) fn certificate_fields(
    visitor: &Visitor,
    now: &str,
    day: &str,
    prefix: &str,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let labels: Vec<(&str, String)> = CERTIFICATES
        .iter()
        .map(|word| (*word, say(&format!("absences-certificate-{word}"))))
        .collect();
    let options: Vec<(&str, &str)> =
        labels.iter().map(|(word, label)| (*word, label.as_str())).collect();
    let (label, day_label) = (say("absences-certificate"), say("absences-certificate-day"));
    let (hint, optional) = (say("absences-certificate-day-hint"), say("page-optional"));
    let which = Field::new("bescheinigung", &label).value(now).prefix(prefix).problem(problems);
    let on = Field::new("bescheinigt_am", &day_label)
        .hint(&hint)
        .optional(&optional)
        .value(day)
        .prefix(prefix)
        .problem(problems);
    html! { (choice(&which, &options)) (date_field(&on)) }
}

fn same_illness(visitor: &Visitor, found: &Found) -> Markup {
    let say = |key: &str| visitor.say(key, &values(found));
    let other = say("absences-illness-of-its-own");
    let mut options: Vec<(&str, &str)> = vec![("", &other)];
    options.extend(found.earlier.iter().map(|(id, when)| (id.as_str(), when.as_str())));
    let now = found.entry.same_illness_as.map(|id| id.to_string()).unwrap_or_default();
    let (label, hint) = (say("absences-illness"), say("absences-illness-hint"));
    let field = Field::new("wie", &label).hint(&hint).value(&now);
    html! {
        (heading(&say("absences-illness-title")))
        (form(visitor, &act(found, "krankheit"), html! {
            (select(&field, &options))
            (actions(button(Weight::Secondary, &say("absences-illness-save"))))
        }))
    }
}

fn by_person(visitor: &Visitor, found: &Found, typed: &Typed, problems: &Problems) -> Markup {
    let can = &found.row.person;
    let say = |key: &str| visitor.say(key, &values(found));
    let days = found.entry.asked_since.or(found.entry.days);
    let written = |typed: &str, known: Option<chrono::NaiveDate>| match (typed, known) {
        ("", Some(day)) => day.to_string(),
        (typed, _) => typed.to_owned(),
    };
    let first = written(&typed.first, days.map(|(first, _)| first));
    let last = written(&typed.last, days.map(|(_, last)| last));
    let (first_label, last_label) = (say("absences-first"), say("absences-last"));
    html! {
        @if can.contains(&Act::Change) {
            (heading(&say("absences-change-title")))
            (form(visitor, &act(found, "aendern"), html! {
                (date_field(&Field::new("erster_tag", &first_label).value(&first).problem(problems)))
                (date_field(&Field::new("letzter_tag", &last_label).value(&last).problem(problems)))
                @if found.entry.kind == Some(AbsenceKind::Sick) {
                    @let day = written(&typed.certificate_day, found.entry.certificate.day());
                    (certificate_fields(visitor, found.entry.certificate.word(), &day, "eigen-", problems))
                }
                (actions(button(Weight::Primary, &say("absences-change"))))
            }))
        }
        @if can.contains(&Act::Withdraw) {
            (details(&say("absences-withdraw-title"), form(visitor, &act(found, "zurueckziehen"), html! {
                p.kern-body { (say("absences-withdraw-lead")) }
                (hidden("zurueck", "ja"))
                (actions(button(Weight::Secondary, &say("absences-withdraw"))))
            })))
        }
        @if can.contains(&Act::Restore) {
            (form(visitor, &act(found, "zurueckziehen"), html! {
                (hidden("zurueck", "nein"))
                (actions(button(Weight::Primary, &say("absences-restore"))))
            }))
        }
    }
}
