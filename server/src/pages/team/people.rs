//! Name, contact and personnel number of somebody (Angaben).

use super::person::FIELDS;
use super::{Known, one};
use crate::at_desk;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, form, link_button, text_area, text_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{ManagesTeam, May};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The longest text of each field, in letters; the record counts bytes.
const LONGEST: [usize; 6] = [80, 80, 40, 120, 160, 10];

/// `GET /team/{person}/angaben`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let known = one(&app, &visitor, person).await?;
    let caller = visitor.caller.clone();
    let typed = app
        .office()
        .read(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::person(person))?;
            at_desk::look(turn, &caller, |acting| {
                let mut typed = BTreeMap::new();
                for field in FIELDS {
                    let told = acting.person_field(person, field)?;
                    typed.insert(field.to_owned(), told.unwrap_or_default());
                }
                Ok(typed)
            })
        })
        .await?;
    let body = body(&visitor, &known, &typed, &Problems::new());
    Ok(page(&visitor, Section::Team, &title(&visitor, &known), body))
}

fn title(visitor: &Visitor, known: &Known) -> String {
    visitor.say("page-team-about-title", &[("name", Value::Text(&known.name))])
}

fn body(
    visitor: &Visitor,
    known: &Known,
    typed: &BTreeMap<String, String>,
    problems: &Problems,
) -> Markup {
    let optional = visitor.say("page-optional", &[]);
    let one = |name: &'static str| {
        let (label, hint) = (
            visitor.say(&format!("page-team-{name}"), &[]),
            visitor.say(&format!("page-team-{name}-hint"), &[]),
        );
        let value = typed.get(name).map_or("", String::as_str);
        let field = Field::new(name, &label).hint(&hint).value(value).problem(problems);
        match name {
            "name" => text_field(&field),
            "address" => text_area(&field.optional(&optional)),
            _ => text_field(&field.optional(&optional)),
        }
    };
    let fields = html! {
        @for name in FIELDS { (one(name)) }
        (actions(html! {
            (button(
                Weight::Primary,
                &visitor.say("page-team-about-save", &[("name", Value::Text(&known.name))]),
            ))
            (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
        }))
    };
    form(visitor, &format!("{}/angaben", known.address()), fields)
}

/// `POST /team/{person}/angaben`
pub(super) async fn save(
    State(app): State<App>,
    May(visitor, _): May<ManagesTeam>,
    Ids(person): Ids<PersonId>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    let known = one(&app, &visitor, person).await?;
    let typed: BTreeMap<String, String> = FIELDS
        .iter()
        .map(|field| ((*field).to_owned(), sent.get(field).unwrap_or_default().trim().to_owned()))
        .collect();
    let mut problems = Problems::new();
    if typed.get("name").is_none_or(String::is_empty) {
        problems.add("name", visitor.say("page-team-problem-name", &[]));
    }
    for (field, most) in FIELDS.iter().zip(LONGEST) {
        if typed.get(*field).is_some_and(|text| text.chars().count() > most) {
            let count = Value::Number(i64::try_from(most).unwrap_or(i64::MAX));
            problems.add(field, visitor.say("page-team-problem-long", &[("count", count)]));
        }
    }
    let number = typed.get("personnel_number").map_or("", String::as_str);
    if !number.is_empty() && super::typed::digits(number).is_none_or(|number| number == 0) {
        problems.add("personnel_number", visitor.say("page-team-problem-personnel-number", &[]));
    }
    if !problems.is_empty() {
        let body = body(&visitor, &known, &typed, &problems);
        return Ok(refused(&visitor, Section::Team, &title(&visitor, &known), &problems, body));
    }
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::person(person))?;
            at_desk::act(turn, &caller, |acting| acting.put_person(person, &typed))
        })
        .await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-about-saved", &[])))
}
