//! One person's absences of a year, with ways to the accounts.

use super::list::tone;
use super::read;
use crate::at_desk;
use crate::input::{Asked, Ids};
use crate::pages::components::{
    Column, Weight, actions, badge, column, details, heading, link, link_button, summary_list,
    table,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::record::absence::AbsenceEntry;
use assistenz_core::view::absence::AbsenceRow;
use assistenz_core::view::balance;
use assistenz_core::words::Value;
use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which year; this one if nothing is asked.
#[derive(Debug, Deserialize)]
pub(super) struct Year {
    jahr: Option<i32>,
}

pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
    Asked(asked): Asked<Year>,
) -> Result<Markup, PageError> {
    let seen = visitor.clone();
    let year = asked.jahr.unwrap_or_else(|| read::year_of(visitor.today()));
    let found = app
        .office()
        .read(move |turn| {
            let rights = read::rights(turn, &seen.caller, person)?;
            let name = read::name(turn, &seen.caller, person)?;
            let days = read::year(year)?;
            let rows = read::rows(turn, &seen.caller, seen.language, person, days, false)?;
            let (vacation, salaried) = at_desk::look(turn, &seen.caller, |acting| {
                let salaried =
                    acting.contract_of(person)?.iter().any(|version| version.has_salary());
                Ok((acting.vacation_of(person, year)?, salaried))
            })?;
            Ok((rights, name, rows, vacation, salaried))
        })
        .await?;
    let (rights, name, rows, vacation, salaried) = found;
    let name = name.unwrap_or_else(|| visitor.say("page-nameless", &[]));
    let year_text = year.to_string();
    let values = [("name", Value::Text(&name)), ("year", Value::Text(&year_text))];
    let say = |key: &str| visitor.say(key, &values);
    let new = format!("/abwesenheiten/{person}/neu");
    let account = vacation
        .as_ref()
        .map(|balance| balance::vacation(visitor.language, balance, &BTreeMap::new()).sum);
    let body = html! {
        @if rights.own || rights.decides {
            (actions(link_button(Weight::Primary, &new,
                &say(if rights.own { "absences-ask" } else { "absences-enter-for" }))))
        }
        @if rights.decides {
            p.kern-body {
                (link(&format!("/abwesenheiten/{person}/mutterschutz"), &say("absences-maternity-enter")))
            }
        }
        (heading(&say("absences-balances")))
        (summary_list(&balances(&visitor, person, year, account.as_deref(), salaried && rights.hours, rights.pays)
            .iter().map(|(key, value)| (key.as_str(), value.clone())).collect::<Vec<_>>()))
        (heading(&say("absences-of-year")))
        (year_table(&visitor, person, &rows, &say("absences-year-caption")))
        nav aria-label=(say("absences-years")) {
            (actions(html! {
                (link(&format!("/abwesenheiten/{person}?jahr={}", year - 1),
                    &visitor.say("absences-to-year", &[("year", Value::Text(&(year - 1).to_string()))])))
                (link(&format!("/abwesenheiten/{person}?jahr={}", year + 1),
                    &visitor.say("absences-to-year", &[("year", Value::Text(&(year + 1).to_string()))])))
            }))
        }
    };
    Ok(page(&visitor, Section::Absences, &say("absences-person-title"), body))
}

fn balances(
    visitor: &Visitor,
    person: PersonId,
    year: i32,
    vacation: Option<&str>,
    hours: bool,
    pays: bool,
) -> Vec<(String, Markup)> {
    let say = |key: &str| visitor.say(key, &[]);
    let mut pairs = vec![(
        say("absences-vacation"),
        html! {
            @match vacation {
                Some(sum) => (sum),
                None => (say("absences-no-contract")),
            }
            " "
            (link(&format!("/abwesenheiten/{person}/urlaub/{year}"), &say("absences-to-vacation")))
        },
    )];
    if hours {
        let href = format!("/abwesenheiten/{person}/stunden");
        pairs.push((say("absences-hours"), link(&href, &say("absences-to-hours"))));
    }
    if pays {
        let href = format!("/abwesenheiten/{person}/erstattung");
        pairs.push((say("absences-refunds"), link(&href, &say("absences-to-refunds"))));
    }
    pairs
}

fn year_table(
    visitor: &Visitor,
    person: PersonId,
    rows: &[(AbsenceEntry, AbsenceRow)],
    caption: &str,
) -> Markup {
    if rows.is_empty() {
        return html! { p.kern-body { (visitor.say("absences-none", &[])) } };
    }
    let labels = ["absences-column-when", "absences-column-what", "absences-column-state"]
        .map(|key| visitor.say(key, &[]));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| column(label)).collect();
    let cells: Vec<Vec<Markup>> = rows
        .iter()
        .map(|(_, row)| {
            let href = format!("/abwesenheiten/{person}/eintrag/{}", row.id);
            vec![link(&href, &row.when), html! { (row.kind) }, badge(tone(row.tone), &row.state)]
        })
        .collect();
    let told = rows.iter().filter(|(_, row)| !row.sentences.is_empty());
    html! {
        div.under-heading { (table(visitor, caption, &columns, &cells)) }
        @if rows.iter().any(|(_, row)| !row.sentences.is_empty()) {
            (details(&visitor.say("absences-more", &[]), html! {
                @for (_, row) in told {
                    p.kern-body { strong { (row.kind) ", " (row.when) } }
                    ul.kern-list { @for sentence in &row.sentences { li { (sentence) } } }
                }
            }))
        }
    }
}
