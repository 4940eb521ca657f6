//! The accounts, line by line: vacation of a year, and the hours account.

use super::read::{self, Rights};
use super::right::{BooksHours, Decides};
use crate::at_desk;
use crate::fault::Refusal;
use crate::input::Ids;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, column, date_field, details, form, heading, hidden,
    link, month_field, number_field, numbers, table, text_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::May;
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::app::absence_balance::VacationBalance;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::pay::absence::hours_account::HoursAccount;
use assistenz_core::time::{Minutes, Month};
use assistenz_core::view::balance::{self, Account, AccountLine};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `2,5` or `2.5` days as hundredths; `None` if nothing is typed.
pub(super) fn hundredths(text: &str) -> Result<Option<i64>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => {
            signed_hundredths(text).filter(|days| (0..=36_600).contains(days)).map(Some).ok_or(())
        }
    }
}

/// A number with at most two decimals, by comma or point, with a sign.
fn signed_hundredths(text: &str) -> Option<i64> {
    let (sign, text) = match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest.trim()),
        None => (1, text.trim().trim_start_matches('+')),
    };
    let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || whole.len() > 5 || (!rest.is_empty() && !digits(rest)) || rest.len() > 2 {
        return None;
    }
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * 100 + rest))
}

/// `7:30`, `7` or `-2:15` hours as minutes.
fn minutes(text: &str) -> Option<Minutes> {
    let (sign, text) = match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest.trim()),
        None => (1, text.trim().trim_start_matches('+')),
    };
    let (hours, rest) = text.split_once(':').unwrap_or((text, "0"));
    let hours: i64 = hours.parse().ok().filter(|hours| (0..10_000).contains(hours))?;
    let rest: i64 = rest.parse().ok().filter(|rest| (0..60).contains(rest))?;
    Some(Minutes::new(sign * (hours * 60 + rest)))
}

/// What was typed into the form of a booking.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Booking {
    tag: String,
    monat: String,
    wert: String,
    grund: String,
}

struct Vacation {
    name: String,
    rights: Rights,
    balance: Option<VacationBalance>,
    when: BTreeMap<String, String>,
}

async fn vacation_of(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
    year: i32,
) -> Result<Vacation, PageError> {
    let seen = visitor.clone();
    let (rights, name, balance, rows) = app
        .office()
        .read(move |turn| {
            let rights = read::rights(turn, &seen.caller, person)?;
            let name = read::name(turn, &seen.caller, person)?;
            let days = read::year(year)?;
            let rows = read::rows(turn, &seen.caller, seen.language, person, days, false)?;
            let balance =
                at_desk::look(turn, &seen.caller, |acting| acting.vacation_of(person, year))?;
            Ok((rights, name, balance, rows))
        })
        .await?;
    Ok(Vacation {
        name: name.unwrap_or_else(|| visitor.say("page-nameless", &[])),
        rights,
        balance,
        when: rows.into_iter().map(|(_, row)| (row.id, row.when)).collect(),
    })
}

pub(super) async fn vacation(
    State(app): State<App>,
    visitor: Visitor,
    Ids((person, year)): Ids<(PersonId, i32)>,
) -> Result<Response, PageError> {
    let found = vacation_of(&app, &visitor, person, year).await?;
    let body =
        vacation_body(&visitor, (person, year), &found, &Booking::default(), &Problems::new());
    let title = vacation_title(&visitor, &found.name, year);
    Ok(page(&visitor, Section::Absences, &title, body).into_response())
}

fn vacation_title(visitor: &Visitor, name: &str, year: i32) -> String {
    let year = year.to_string();
    let values = [("name", Value::Text(name)), ("year", Value::Text(&year))];
    visitor.say("absences-vacation-title", &values)
}

fn vacation_body(
    visitor: &Visitor,
    (person, year): (PersonId, i32),
    found: &Vacation,
    typed: &Booking,
    problems: &Problems,
) -> Markup {
    let year_text = year.to_string();
    let values = [("name", Value::Text(&found.name)), ("year", Value::Text(&year_text))];
    let say = |key: &str| visitor.say(key, &values);
    let base = format!("/abwesenheiten/{person}/urlaub/{year}");
    let labels = [
        say("absences-book-day"),
        say("absences-book-days"),
        say("absences-book-days-hint"),
        say("absences-book-reason"),
        say("absences-warn-day"),
    ];
    let [day, days, days_hint, reason, warn_day] = &labels;
    let first = if typed.tag.is_empty() { format!("{year}-01-01") } else { typed.tag.clone() };
    let today = visitor.today().to_string();
    html! {
        @match &found.balance {
            Some(balance) => {
                @let account = balance::vacation(visitor.language, balance, &found.when);
                (account_table(visitor, &account, &say("absences-vacation-caption"), |line| {
                    (found.rights.decides && line.by_hand).then(|| back(visitor, &base, line))
                }))
            }
            None => { p.kern-body { (say("absences-no-contract")) } }
        }
        @if found.rights.decides {
            (heading(&say("absences-book-title")))
            p.kern-body { (say("absences-book-lead")) }
            (form(visitor, &format!("{base}/buchung"), html! {
                (date_field(&Field::new("tag", day).value(&first).problem(problems)))
                (number_field(&Field::new("wert", days).hint(days_hint).value(&typed.wert).problem(problems)))
                (text_field(&Field::new("grund", reason).value(&typed.grund).problem(problems)))
                (actions(button(Weight::Primary, &say("absences-book-send"))))
            }))
            (details(&say("absences-warn-title"), html! {
                p.kern-body { (say("absences-warn-lead")) }
                (form(visitor, &format!("{base}/hinweis"), html! {
                    (date_field(&Field::new("tag", warn_day).value(&today).prefix("hinweis-")))
                    (actions(button(Weight::Secondary, &say("absences-warn-send"))))
                }))
            }))
        }
        p.kern-body { (link(&format!("/abwesenheiten/{person}?jahr={year}"), &say("absences-of-person"))) }
    }
}

fn back(visitor: &Visitor, base: &str, line: &AccountLine) -> Markup {
    let label = visitor.say("absences-unbook", &[("text", Value::Text(&line.what))]);
    form(
        visitor,
        &format!("{base}/zurueck"),
        html! {
            (hidden("buchung", line.about.as_deref().unwrap_or_default()))
            (button(Weight::Quiet, &label))
        },
    )
}

/// An account with its sum before it and its notes behind.
fn account_table(
    visitor: &Visitor,
    account: &Account,
    caption: &str,
    act: impl Fn(&AccountLine) -> Option<Markup>,
) -> Markup {
    let labels = [
        "absences-column-when",
        "absences-column-booking",
        "absences-column-amount",
        "absences-column-balance",
        "absences-column-law",
    ]
    .map(|key| visitor.say(key, &[]));
    let [when, booking, amount, balance, law] = &labels;
    let columns = [column(when), column(booking), numbers(amount), numbers(balance), column(law)];
    let rows: Vec<Vec<Markup>> = account
        .lines
        .iter()
        .map(|line| {
            vec![
                html! { (line.when) },
                html! { (line.what) @if let Some(act) = act(line) { (act) } },
                html! { (line.amount) },
                html! { (line.balance) },
                html! { (line.law) },
            ]
        })
        .collect();
    html! {
        p.kern-body { strong { (account.sum) } }
        @if !rows.is_empty() { (table(visitor, caption, &columns, &rows)) }
        @for note in &account.notes { p.kern-body { (note) } }
    }
}

pub(super) async fn book(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, year)): Ids<(PersonId, i32)>,
    Sent(typed): Sent<Booking>,
) -> Result<Response, PageError> {
    let mut problems = Problems::new();
    let day = typed.tag.trim().parse::<NaiveDate>().ok().filter(|day| day.year() == year);
    if day.is_none() {
        problems.add("tag", visitor.say("absences-book-day-wrong", &[]));
    }
    let days = signed_hundredths(&typed.wert).filter(|days| days.abs() <= 36_600 && *days != 0);
    if days.is_none() {
        problems.add("wert", visitor.say("absences-book-days-wrong", &[]));
    }
    if typed.grund.trim().is_empty() {
        problems.add("grund", visitor.say("absences-reason-missing", &[]));
    }
    let (Some(day), Some(days), true) = (day, days, problems.is_empty()) else {
        let found = vacation_of(&app, &visitor, person, year).await?;
        let body = vacation_body(&visitor, (person, year), &found, &typed, &problems);
        let title = vacation_title(&visitor, &found.name, year);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    visitor
        .write(&app, DocumentId::answers(person, Month::of(day)), move |acting| {
            acting.book_vacation(person, day, days, &typed.grund)
        })
        .await?;
    let number = balance::days(visitor.language, days);
    let sentence = visitor.say("absences-booked", &[("days", Value::Text(&number))]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/urlaub/{year}"), &sentence))
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    buchung: String,
}

pub(super) async fn unbook(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, year)): Ids<(PersonId, i32)>,
    Sent(sent): Sent<Which>,
) -> Result<Response, PageError> {
    let booking: EventId = sent.buchung.parse().map_err(|_| Refusal::NotFound)?;
    let month = read::today(&visitor.caller).1;
    visitor
        .write(&app, DocumentId::answers(person, month), move |acting| {
            acting.take_vacation_booking_back(person, booking, "")
        })
        .await?;
    let sentence = visitor.say("absences-unbooked", &[]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/urlaub/{year}"), &sentence))
}

#[derive(Debug, Deserialize)]
pub(super) struct Warned {
    tag: String,
}

pub(super) async fn warn(
    State(app): State<App>,
    May(visitor, _): May<Decides>,
    Ids((person, year)): Ids<(PersonId, i32)>,
    Sent(sent): Sent<Warned>,
) -> Result<Response, PageError> {
    let day = sent.tag.trim().parse::<NaiveDate>().ok();
    let day = day.filter(|day| (year..=year + 1).contains(&day.year()));
    let Some(day) = day else {
        let mut problems = Problems::new();
        problems.add("hinweis-tag", visitor.say("absences-day-wrong", &[]));
        let found = vacation_of(&app, &visitor, person, year).await?;
        let typed = Booking::default();
        let body = vacation_body(&visitor, (person, year), &found, &typed, &problems);
        let title = vacation_title(&visitor, &found.name, year);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    visitor
        .write(&app, DocumentId::answers(person, Month::of(day)), move |acting| {
            acting.warn_of_vacation(person, year, day)
        })
        .await?;
    let sentence = visitor.say("absences-warned", &[]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/urlaub/{year}"), &sentence))
}

async fn hours_of(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
) -> Result<(Rights, String, Option<HoursAccount>), PageError> {
    let seen = visitor.clone();
    let (rights, name, account) = app
        .office()
        .read(move |turn| {
            let rights = read::rights(turn, &seen.caller, person)?;
            let month = read::today(&seen.caller).1;
            at_desk::may_read(turn, &seen.caller, &DocumentId::review(person, month))?;
            let name = read::name(turn, &seen.caller, person)?;
            let account =
                at_desk::look(turn, &seen.caller, |acting| acting.hours_account_of(person, month))?;
            Ok((rights, name, account))
        })
        .await?;
    Ok((rights, name.unwrap_or_else(|| visitor.say("page-nameless", &[])), account))
}

fn hours_body(
    visitor: &Visitor,
    person: PersonId,
    (rights, name, account): (Rights, &str, Option<&HoursAccount>),
    typed: &Booking,
    problems: &Problems,
) -> Markup {
    let named = [("name", Value::Text(name))];
    let say = |key: &str| visitor.say(key, &named);
    let labels = [
        say("absences-book-month"),
        say("absences-book-month-hint"),
        say("absences-book-hours"),
        say("absences-book-hours-hint"),
        say("absences-book-reason"),
    ];
    let [month, month_hint, hours, hours_hint, reason] = &labels;
    html! {
        p.kern-body { (say("absences-hours-lead")) }
        @match account {
            Some(account) => {
                @let told = balance::hours(visitor.language, account);
                (account_table(visitor, &told, &say("absences-hours-caption"), |_| None))
            }
            None => { p.kern-body { (say("absences-hours-none")) } }
        }
        @if rights.books_hours && account.is_some() {
            (heading(&say("absences-book-hours-title")))
            (form(visitor, &format!("/abwesenheiten/{person}/stunden"), html! {
                (month_field(&Field::new("monat", month).hint(month_hint).value(&typed.monat).problem(problems)))
                (text_field(&Field::new("wert", hours).hint(hours_hint).value(&typed.wert).problem(problems)))
                (text_field(&Field::new("grund", reason).value(&typed.grund).problem(problems)))
                (actions(button(Weight::Primary, &say("absences-book-hours-send"))))
            }))
        }
        p.kern-body { (link(&format!("/abwesenheiten/{person}"), &say("absences-of-person"))) }
    }
}

pub(super) async fn hours(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let (rights, name, account) = hours_of(&app, &visitor, person).await?;
    let typed = Booking::default();
    let known = (rights, name.as_str(), account.as_ref());
    let body = hours_body(&visitor, person, known, &typed, &Problems::new());
    let title = visitor.say("absences-hours-title", &[("name", Value::Text(&name))]);
    Ok(page(&visitor, Section::Absences, &title, body))
}

pub(super) async fn book_hours(
    State(app): State<App>,
    May(visitor, _): May<BooksHours>,
    Ids(person): Ids<PersonId>,
    Sent(typed): Sent<Booking>,
) -> Result<Response, PageError> {
    let mut problems = Problems::new();
    let month: Option<Month> = typed.monat.trim().parse().ok();
    if month.is_none() {
        problems.add("monat", visitor.say("absences-month-wrong", &[]));
    }
    let value = minutes(&typed.wert).filter(|value| *value != Minutes::ZERO);
    if value.is_none() {
        problems.add("wert", visitor.say("absences-book-hours-wrong", &[]));
    }
    if typed.grund.trim().is_empty() {
        problems.add("grund", visitor.say("absences-reason-missing", &[]));
    }
    let (Some(month), Some(value), true) = (month, value, problems.is_empty()) else {
        let (rights, name, account) = hours_of(&app, &visitor, person).await?;
        let known = (rights, name.as_str(), account.as_ref());
        let body = hours_body(&visitor, person, known, &typed, &problems);
        let title = visitor.say("absences-hours-title", &[("name", Value::Text(&name))]);
        return Ok(refused(&visitor, Section::Absences, &title, &problems, body));
    };
    visitor
        .write(&app, DocumentId::review(person, month), move |acting| {
            acting.book_hours(person, month, value, &typed.grund)
        })
        .await?;
    let sentence = visitor.say("absences-hours-booked", &[]);
    Ok(done(&app, &format!("/abwesenheiten/{person}/stunden"), &sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_with_comma_or_point_and_hours_with_a_colon() {
        for (text, expected) in [
            ("2,5", Some(250)),
            ("2.5", Some(250)),
            ("12", Some(1_200)),
            ("-0,25", Some(-25)),
            ("−3", Some(-300)),
            ("+1", Some(100)),
            ("1,234", None),
            ("", None),
            ("zwei", None),
            ("1,", Some(100)),
            (",5", None),
        ] {
            assert_eq!(signed_hundredths(text), expected, "{text}");
        }
        for (text, expected) in [
            ("7:30", Some(450)),
            ("-2:15", Some(-135)),
            ("8", Some(480)),
            ("1:60", None),
            ("x", None),
        ] {
            assert_eq!(minutes(text).map(Minutes::get), expected, "{text}");
        }
    }
}
