//! One day of the plan, to work on: what takes place, what was called off, a
//! new shift, copying the day.

use super::list::{beside, spots, state};
use super::undo;
use super::{Seen, address, day_address, day_of, seen, whose_word};
use crate::input::{Asked, Ids};
use crate::pages::components::{
    Field, Problems, Tone, Weight, actions, alert, button, date_field, form, heading, heading_3,
    hidden, link, select, text_area, time_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page, refused};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::document::EventId;
use assistenz_core::time::Minute;
use assistenz_core::view::plan::{PlanDay, PlanDuty};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use chrono::{Days, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;

/// A form as it was sent and refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    form: Sent,
    who: String,
    from: String,
    to: String,
    note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    New,
    Change(EventId),
    Copy,
}

impl Typed {
    /// A new shift, or with an id the change of one.
    pub(super) fn new(shift: Option<EventId>, who: &str, from: &str, to: &str, note: &str) -> Self {
        Self {
            form: shift.map_or(Sent::New, Sent::Change),
            who: who.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            note: note.to_owned(),
        }
    }

    /// A day to copy to.
    pub(super) fn copy(to: &str) -> Self {
        Self { form: Sent::Copy, ..Self::new(None, "", "", to, "") }
    }
}

/// What the last act can be taken back by.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    zurueck: Option<String>,
}

/// `GET /plan/{month}/{day}`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids((month, day)): Ids<(assistenz_core::time::Month, u32)>,
    Asked(look): Asked<Look>,
) -> Result<Markup, PageError> {
    let day = day_of(month, day)?;
    let seen = seen(&app, &visitor, month).await?;
    let title = title(&visitor, day);
    let body = html! {
        (undo::offer(&visitor, month, look.zurueck.as_deref()))
        (body(&visitor, &seen, day, None, &Problems::new()))
    };
    Ok(page(&visitor, Section::Plan, &title, body))
}

/// The same page with a form that was refused.
pub(super) fn refused_with(
    visitor: &Visitor,
    seen: &Seen,
    day: NaiveDate,
    typed: &Typed,
    problems: &Problems,
) -> Response {
    let body = body(visitor, seen, day, Some(typed), problems);
    refused(visitor, Section::Plan, &title(visitor, day), problems, body)
}

fn title(visitor: &Visitor, day: NaiveDate) -> String {
    visitor.say("page-plan-day-title", &[("day", Value::Day(day))])
}

fn body(
    visitor: &Visitor,
    seen: &Seen,
    day: NaiveDate,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Markup {
    let none = PlanDay {
        day,
        short: String::new(),
        long: String::new(),
        holiday: None,
        is_rest_day: false,
        duties: Vec::new(),
        cancelled: Vec::new(),
        beside: Vec::new(),
    };
    let shown = seen.plan.day(day).unwrap_or(&none);
    html! {
        (turning(visitor, seen, day))
        @if let Some(holiday) = &shown.holiday {
            (alert(
                Tone::Info,
                &visitor.say("page-plan-holiday", &[("holiday", Value::Text(holiday))]),
                None,
            ))
        }
        @if !shown.beside.is_empty() {
            (heading(&visitor.say("page-plan-beside", &[])))
            (beside(&shown.beside))
        }
        (heading(&visitor.say("page-plan-duties", &[])))
        @if shown.duties.is_empty() {
            p.kern-body { (visitor.say("page-plan-nothing", &[])) }
        }
        @for duty in &shown.duties { (one(visitor, seen, day, duty, typed, problems)) }
        @if seen.plans {
            (new(visitor, seen, day, typed, problems))
            @if !shown.duties.is_empty() { (copy(visitor, day, typed, problems)) }
            (cancelled(visitor, day, shown))
        }
    }
}

fn turning(visitor: &Visitor, seen: &Seen, day: NaiveDate) -> Markup {
    let to = |key: &str, day: NaiveDate| visitor.say(key, &[("day", Value::Day(day))]);
    let before = day.checked_sub_days(Days::new(1));
    let after = day.checked_add_days(Days::new(1));
    let month = seen.plan.month;
    html! {
        nav.plan-turning aria-label=(visitor.say("page-plan-turning-days", &[])) {
            ul {
                @if let Some(before) = before {
                    li { (link(&day_address(before), &to("page-plan-day-before", before))) }
                }
                @if let Some(after) = after {
                    li { (link(&day_address(after), &to("page-plan-day-after", after))) }
                }
                @if let Some(next) = seen.plan.next_open(day) {
                    li { (link(&day_address(next.day), &to("page-plan-next-open-from", next.day))) }
                }
                li {
                    (link(
                        &address(month),
                        &visitor.say("page-plan-whole-month", &[("month", Value::Month(month))]),
                    ))
                }
            }
        }
    }
}

fn one(
    visitor: &Visitor,
    seen: &Seen,
    day: NaiveDate,
    duty: &PlanDuty,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Markup {
    html! {
        section.plan-one {
            (heading_3(&duty.name))
            p.kern-body {
                (duty.length) " "
                @if duty.since.is_empty() { (state(duty)) } @else { (duty.since) }
            }
            @if !duty.note.is_empty() {
                p.kern-body { (visitor.say("page-plan-note", &[])) ": " (duty.note) }
            }
            (spots(&duty.spots, true))
            @if seen.plans {
                @if !duty.breaks.is_empty() { p.kern-body { (duty.breaks) } }
                (change(visitor, seen, day, duty, typed, problems))
                (assign(visitor, seen, day, duty))
                (form(visitor, &format!("{}/absagen", day_address(day)), html! {
                    (hidden("who", &whose_word(duty.person)))
                    (hidden("shift", &duty.shift.to_string()))
                    (actions(button(
                        Weight::Secondary,
                        &visitor.say("page-plan-call-off", &[("name", Value::Text(&duty.name))]),
                    )))
                }))
            }
        }
    }
}

/// `08:00` of an instant, for a field of a form.
fn clock(minute: Minute, seen: &Seen) -> String {
    minute.on_the_wall(seen.zone).format("%H:%M").to_string()
}

fn change(
    visitor: &Visitor,
    seen: &Seen,
    day: NaiveDate,
    duty: &PlanDuty,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Markup {
    let refused = typed.filter(|typed| typed.form == Sent::Change(duty.shift));
    let (from, to) =
        duty.span.map_or_else(Default::default, |(from, to)| (clock(from, seen), clock(to, seen)));
    let was = Typed::new(Some(duty.shift), &whose_word(duty.person), &from, &to, &duty.note);
    let fresh = Problems::new();
    let (shown, problems) = refused.map_or((&was, &fresh), |typed| (typed, problems));
    // Ids of the refused form are those the summary leads to.
    let prefix = if refused.is_some() { String::new() } else { format!("{}-", duty.shift) };
    let name = [("name", Value::Text(duty.name.as_str()))];
    let body = html! {
        (hidden("who", &was.who))
        (hidden("shift", &duty.shift.to_string()))
        (times(visitor, shown, problems, &prefix))
        @if duty.state == assistenz_core::view::plan::DutyState::Published {
            p.kern-body { (visitor.say("page-plan-change-published", &[])) }
        }
        (actions(button(Weight::Primary, &visitor.say("page-plan-change-save", &name))))
    };
    let form = form(visitor, &format!("{}/aendern", day_address(day)), body);
    html! {
        details.kern-accordion open[refused.is_some()] {
            summary.kern-accordion__header {
                span.kern-title { (visitor.say("page-plan-change", &name)) }
            }
            section.kern-accordion__body { (form) }
        }
    }
}

/// Begin, end and note of a shift.
fn times(visitor: &Visitor, typed: &Typed, problems: &Problems, prefix: &str) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let (from, from_hint, to, to_hint, note, note_hint, optional) = (
        say("page-plan-from"),
        say("page-plan-from-hint"),
        say("page-plan-to"),
        say("page-plan-to-hint"),
        say("page-plan-note"),
        say("page-plan-note-hint"),
        say("page-optional"),
    );
    let field = |name, label, hint, value| {
        Field::new(name, label).hint(hint).value(value).problem(problems).prefix(prefix)
    };
    html! {
        (time_field(&field("from", &from, &from_hint, &typed.from)))
        (time_field(&field("to", &to, &to_hint, &typed.to)))
        (text_area(&field("note", &note, &note_hint, &typed.note).optional(&optional)))
    }
}

fn assign(visitor: &Visitor, seen: &Seen, day: NaiveDate, duty: &PlanDuty) -> Markup {
    let open = visitor.say("plan-open", &[]);
    let mut others: Vec<(String, &str)> = seen
        .people
        .iter()
        .filter(|(person, _)| Some(*person) != duty.person)
        .map(|(person, name)| (person.to_string(), name.as_str()))
        .collect();
    if duty.person.is_some() {
        others.push((whose_word(None), &open));
    }
    let options: Vec<(&str, &str)> =
        others.iter().map(|(word, name)| (word.as_str(), *name)).collect();
    let label = visitor.say("page-plan-give-to", &[]);
    let prefix = format!("{}-", duty.shift);
    let field = Field::new("who", &label).prefix(&prefix);
    html! {
        @if !options.is_empty() {
            (form(visitor, &format!("{}/vergeben", day_address(day)), html! {
                (hidden("was", &whose_word(duty.person)))
                (hidden("shift", &duty.shift.to_string()))
                (select(&field, &options))
                (actions(button(
                    Weight::Secondary,
                    &visitor.say("page-plan-give", &[("name", Value::Text(&duty.name))]),
                )))
            }))
        }
    }
}

fn new(
    visitor: &Visitor,
    seen: &Seen,
    day: NaiveDate,
    typed: Option<&Typed>,
    problems: &Problems,
) -> Markup {
    let refused = typed.filter(|typed| typed.form == Sent::New);
    let first = seen.people.first().map(|(person, _)| person.to_string());
    let fresh = (Typed::new(None, &first.unwrap_or_default(), "", "", ""), Problems::new());
    let (shown, problems) = refused.map_or((&fresh.0, &fresh.1), |typed| (typed, problems));
    let prefix = if refused.is_some() || typed.is_none() { "" } else { "neu-" };
    let open = visitor.say("plan-open", &[]);
    let mut people: Vec<(String, &str)> =
        seen.people.iter().map(|(person, name)| (person.to_string(), name.as_str())).collect();
    people.push((whose_word(None), &open));
    let options: Vec<(&str, &str)> =
        people.iter().map(|(word, name)| (word.as_str(), *name)).collect();
    let (who, hint) = (visitor.say("page-plan-who", &[]), visitor.say("page-plan-who-hint", &[]));
    let field = Field::new("who", &who).hint(&hint).value(&shown.who).prefix(prefix);
    let body = html! {
        (select(&field, &options))
        (times(visitor, shown, problems, prefix))
        (actions(button(
            Weight::Primary,
            &visitor.say("page-plan-new-save", &[("day", Value::Day(day))]),
        )))
    };
    html! {
        (heading(&visitor.say("page-plan-new", &[])))
        (form(visitor, &format!("{}/planen", day_address(day)), body))
    }
}

fn copy(visitor: &Visitor, day: NaiveDate, typed: Option<&Typed>, problems: &Problems) -> Markup {
    let refused = typed.filter(|typed| typed.form == Sent::Copy);
    let next = day.checked_add_days(Days::new(7)).map(|day| day.to_string()).unwrap_or_default();
    let value = refused.map_or(next.as_str(), |typed| typed.to.as_str());
    let (label, hint) =
        (visitor.say("page-plan-to-day", &[]), visitor.say("page-plan-to-day-hint", &[]));
    let field = Field::new("to_day", &label).hint(&hint).value(value).problem(problems);
    let body = html! {
        (date_field(&field))
        (actions(button(
            Weight::Secondary,
            &visitor.say("page-plan-copy-save", &[("day", Value::Day(day))]),
        )))
    };
    html! {
        (heading(&visitor.say("page-plan-copy", &[])))
        (form(visitor, &format!("{}/kopieren", day_address(day)), body))
    }
}

fn cancelled(visitor: &Visitor, day: NaiveDate, shown: &PlanDay) -> Markup {
    html! {
        @if !shown.cancelled.is_empty() {
            (heading(&visitor.say("page-plan-called-off-title", &[])))
            @for duty in &shown.cancelled {
                (form(visitor, &format!("{}/doch", day_address(day)), html! {
                    (hidden("who", &whose_word(duty.person)))
                    (hidden("shift", &duty.shift.to_string()))
                    p.kern-body { (duty.name) " " (state(duty)) }
                    (actions(button(
                        Weight::Quiet,
                        &visitor.say("page-plan-restore", &[("name", Value::Text(&duty.name))]),
                    )))
                }))
            }
        }
    }
}
