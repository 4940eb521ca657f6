//! Refunds of continued pay (Erstattung nach dem AAG): what can be asked for,
//! until when, and what was noted about it.

use super::read;
use super::right::Pays;
use crate::at_desk;
use crate::fault::Refusal;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Tone, Weight, actions, badge, button, choice, date_field, form, heading,
    hidden, link, number_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::May;
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::time::Month;
use assistenz_core::view::balance::{self, RefundRow};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, Days, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;

/// Days back of which sicknesses are shown: two years.
const BACK_DAYS: u64 = 731;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Note {
    abwesenheit: String,
    stand: String,
    tag: String,
    betrag: String,
}

async fn find(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
) -> Result<(String, Vec<RefundRow>), PageError> {
    let seen = visitor.clone();
    let (name, rows) = app
        .office()
        .read(move |turn| {
            if !read::rights(turn, &seen.caller, person)?.pays {
                return Err(Refusal::NoRight.into());
            }
            let name = read::name(turn, &seen.caller, person)?;
            let today = read::today(&seen.caller).0;
            let rows = at_desk::look(turn, &seen.caller, |acting| {
                let found = acting.refundable_of(person, (today - Days::new(BACK_DAYS), today))?;
                Ok(found.iter().map(|one| balance::refund(seen.language, one)).collect())
            })?;
            Ok((name, rows))
        })
        .await?;
    Ok((name.unwrap_or_else(|| visitor.say("page-nameless", &[])), rows))
}

fn title(visitor: &Visitor, name: &str) -> String {
    visitor.say("absences-refund-title", &[("name", Value::Text(name))])
}

pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Response, PageError> {
    let (name, rows) = find(&app, &visitor, person).await?;
    let body = body(&visitor, person, (&name, &rows), &Note::default(), &Problems::new());
    Ok(page(&visitor, Section::Absences, &title(&visitor, &name), body).into_response())
}

fn body(
    visitor: &Visitor,
    person: PersonId,
    (name, rows): (&str, &[RefundRow]),
    typed: &Note,
    problems: &Problems,
) -> Markup {
    let named = [("name", Value::Text(name))];
    let say = |key: &str| visitor.say(key, &named);
    html! {
        p.kern-body { (say("absences-refund-lead")) }
        p.kern-body { (say("absences-refund-u2")) }
        @if rows.is_empty() { p.kern-body { (say("absences-refund-none")) } }
        @for row in rows {
            section.kern-card.kern-card--hug { div.kern-card__container {
                (heading(&visitor.say("absences-refund-card", &[("kind", Value::Text(&row.kind)), ("when", Value::Text(&row.when))])))
                p.kern-body { (badge(if row.open { Tone::Warning } else { Tone::Info }, &row.state)) " " (row.law) }
                @for sentence in &row.sentences { p.kern-body { (sentence) } }
                @for (id, month, label) in &row.notes {
                    (form(visitor, &format!("/abwesenheiten/{person}/erstattung/zurueck"), html! {
                        (hidden("notiz", id)) (hidden("monat", month))
                        (button(Weight::Quiet, &visitor.say("absences-unbook", &[("text", Value::Text(label))])))
                    }))
                }
                (note_form(visitor, person, row, typed, problems))
            } }
        }
        p.kern-body { (link(&format!("/abwesenheiten/{person}"), &say("absences-of-person"))) }
    }
}

fn note_form(
    visitor: &Visitor,
    person: PersonId,
    row: &RefundRow,
    typed: &Note,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[("when", Value::Text(&row.when))]);
    // Only the form that was sent shows what was typed and what is wrong.
    let nothing = (Note::default(), Problems::new());
    let (typed, problems) =
        if typed.abwesenheit == row.absence { (typed, problems) } else { (&nothing.0, &nothing.1) };
    let labels = [
        say("absences-refund-what"),
        say("absences-refund-asked"),
        say("absences-refund-received"),
        say("absences-refund-day"),
        say("absences-refund-cents"),
        say("absences-refund-cents-hint"),
        say("page-optional"),
    ];
    let [what, asked, received, day, cents, cents_hint, optional] = &labels;
    let options = [("beantragt", asked.as_str()), ("erstattet", received.as_str())];
    let now = if typed.stand.is_empty() { "beantragt" } else { typed.stand.as_str() };
    let today = visitor.today().to_string();
    let on = if typed.tag.is_empty() { today.as_str() } else { typed.tag.as_str() };
    let prefix = format!("{}-", row.absence);
    let amount = Field::new("betrag", cents).hint(cents_hint).value(&typed.betrag);
    form(
        visitor,
        &format!("/abwesenheiten/{person}/erstattung"),
        html! {
            (hidden("abwesenheit", &row.absence))
            (choice(&Field::new("stand", what).value(now).prefix(&prefix), &options))
            (date_field(&Field::new("tag", day).value(on).prefix(&prefix).problem(problems)))
            (number_field(&amount.prefix(&prefix).optional(optional).problem(problems)))
            (actions(button(Weight::Secondary, &say("absences-refund-save"))))
        },
    )
}

/// `1.234,50` or `1234.5` euros as cents.
pub(super) fn euros(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('€').trim();
    let text = match text.contains(',') {
        true => text.replace('.', "").replace(',', "."),
        false => text.to_owned(),
    };
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    if rest.len() > 2 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let rest: u32 = format!("{rest:0<2}").parse().ok()?;
    whole.parse::<u32>().ok().filter(|whole| *whole < 1_000_000).map(|whole| whole * 100 + rest)
}

pub(super) async fn note(
    State(app): State<App>,
    May(visitor, _): May<Pays>,
    Ids(person): Ids<PersonId>,
    Sent(typed): Sent<Note>,
) -> Result<Response, PageError> {
    let absence: EventId = typed.abwesenheit.parse().map_err(|_| Refusal::NotFound)?;
    let mut problems = Problems::new();
    let field = |name: &str| format!("{}-{name}", typed.abwesenheit);
    let day = typed.tag.trim().parse::<NaiveDate>().ok();
    let day = day.filter(|day| (2000..2200).contains(&day.year()));
    if day.is_none() {
        problems.add(&field("tag"), visitor.say("absences-day-wrong", &[]));
    }
    let cents = match typed.betrag.trim() {
        "" => None,
        text => match euros(text) {
            Some(cents) => Some(cents),
            None => {
                problems.add(&field("betrag"), visitor.say("absences-refund-cents-wrong", &[]));
                None
            }
        },
    };
    let (Some(day), true) = (day, problems.is_empty()) else {
        let (name, rows) = find(&app, &visitor, person).await?;
        let body = body(&visitor, person, (&name, &rows), &typed, &problems);
        let title = title(&visitor, &name);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    let received = typed.stand == "erstattet";
    visitor
        .write(&app, DocumentId::handover(Month::of(day)), move |acting| {
            acting.note_refund(person, absence, received, day, cents)
        })
        .await?;
    let sentence = visitor.say("absences-refund-saved", &[]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/erstattung"), &sentence))
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    notiz: String,
    monat: String,
}

pub(super) async fn take_back(
    State(app): State<App>,
    May(visitor, _): May<Pays>,
    Ids(person): Ids<PersonId>,
    Sent(sent): Sent<Which>,
) -> Result<Response, PageError> {
    let note: EventId = sent.notiz.parse().map_err(|_| Refusal::NotFound)?;
    let month: Month = sent.monat.parse().map_err(|_| Refusal::NotFound)?;
    visitor
        .write(&app, DocumentId::handover(month), move |acting| {
            acting.take_refund_back(month, note)
        })
        .await?;
    let sentence = visitor.say("absences-unbooked", &[]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/erstattung"), &sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_are_read_as_germans_write_them() {
        for (text, expected) in [
            ("1.234,50", Some(123_450)),
            ("1234,5 €", Some(123_450)),
            ("80", Some(8_000)),
            ("80.25", Some(8_025)),
            ("1,234", None),
            ("-3", None),
            ("viel", None),
        ] {
            assert_eq!(euros(text), expected, "{text}");
        }
    }
}
