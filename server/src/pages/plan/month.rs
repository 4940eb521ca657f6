//! A month of the plan: what to do next, the days as a list or as a table, and
//! what it comes to.

use super::list::{beside, line, spots, state};
use super::undo;
use super::{Seen, address, day_address, seen, whose_word};
use crate::input::{Asked, Ids};
use crate::pages::components::{
    Column, Field, Tone, Weight, actions, alert, badge, button, column, details, form, heading,
    heading_3, hidden, link, link_button, numbers, select, table,
};
use crate::pages::documents;
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::law::finding::Severity;
use assistenz_core::time::Month;
use assistenz_core::view::plan::{DutyState, PlanDay, PlanDuty, PlanPerson};
use assistenz_core::view::when;
use assistenz_core::words::Value;
use axum::extract::State;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use maud::{Markup, html};
use serde::Deserialize;

/// How the month is shown.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    /// `tabelle`, else a list.
    #[serde(default)]
    ansicht: String,
    /// What the last act can be taken back by.
    zurueck: Option<String>,
}

/// `GET /plan/{month}`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(month): Ids<Month>,
    Asked(look): Asked<Look>,
) -> Result<Markup, PageError> {
    let seen = seen(&app, &visitor, month).await?;
    let as_table = look.ansicht == "tabelle";
    let title = visitor.say("page-plan-title", &[("month", Value::Month(month))]);
    let days = if as_table { in_table(&visitor, &seen) } else { in_list(&visitor, &seen) };
    let body = html! {
        (undo::offer(&visitor, month, look.zurueck.as_deref()))
        (turning(&visitor, month, as_table))
        @if seen.plans { (next_steps(&visitor, &seen)) }
        @else { p.kern-body { (visitor.say("page-plan-reader", &[])) } }
        (unclear(&visitor, &seen))
        (days)
        @if seen.plans {
            (as_last_week(&visitor, &seen))
            (sums(&visitor, &seen))
        }
        (documents::way(&visitor, month))
    };
    Ok(page(&visitor, Section::Plan, &title, body))
}

/// The months beside it, and the other way to look at this one.
fn turning(visitor: &Visitor, month: Month, as_table: bool) -> Markup {
    let to = |key, month: Month| visitor.say(key, &[("month", Value::Month(month))]);
    let (before, after) = (month.previous(), month.next());
    let keep = if as_table { "?ansicht=tabelle" } else { "" };
    html! {
        nav.plan-turning aria-label=(visitor.say("page-plan-turning", &[])) {
            ul {
                li { (link(&format!("{}{keep}", address(before)), &to("page-plan-before", before))) }
                li { (link(&format!("{}{keep}", address(after)), &to("page-plan-after", after))) }
                li {
                    @if as_table { (link(&address(month), &visitor.say("page-plan-show-list", &[]))) }
                    @else {
                        (link(
                            &format!("{}?ansicht=tabelle", address(month)),
                            &visitor.say("page-plan-show-table", &[]),
                        ))
                    }
                }
            }
        }
    }
}

fn count(number: usize) -> Value<'static> {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// So many spots stand open at the head of the page; the others are one step away.
const AT_ONCE: usize = 5;

/// One sentence about what to do next, and the spots that wait.
fn next_steps(visitor: &Visitor, seen: &Seen) -> Markup {
    let plan = &seen.plan;
    let planned: usize = plan.days.iter().map(|day| day.duties.len()).sum();
    let said = if seen.people.is_empty() {
        Some((Tone::Info, "page-plan-next-nobody", 0))
    } else if planned == 0 {
        Some((Tone::Info, "page-plan-next-empty", 0))
    } else if plan.unlawful + plan.open + plan.doubtful > 0 {
        None
    } else if plan.drafts > 0 {
        Some((Tone::Warning, "page-plan-next-drafts", plan.drafts))
    } else {
        Some((Tone::Success, "page-plan-next-none", planned))
    };
    let all = || plan.days.iter().flat_map(|day| day.duties.iter().map(move |duty| (day, duty)));
    // Each shift once, where it is gravest.
    let unlawful: Vec<Spot<'_>> = all().filter(|(_, duty)| duty.is_unlawful()).collect();
    let open: Vec<Spot<'_>> =
        all().filter(|(_, duty)| duty.person.is_none() && !duty.is_unlawful()).collect();
    let doubtful: Vec<Spot<'_>> = all()
        .filter(|(_, duty)| duty.person.is_some() && duty.is_doubtful() && !duty.is_unlawful())
        .collect();
    let waiting = [
        (Tone::Danger, "page-plan-next-unlawful", unlawful),
        (Tone::Warning, "page-plan-next-open", open),
        (Tone::Warning, "page-plan-next-doubtful", doubtful),
    ];
    html! {
        @if let Some((tone, key, number)) = said {
            (alert(tone, &visitor.say(key, &[("count", count(number))]), None))
        }
        @for (tone, key, spots) in &waiting {
            @if !spots.is_empty() {
                @let title = visitor.say(key, &[("count", count(spots.len()))]);
                (alert(*tone, &title, Some(&listed(visitor, spots))))
            }
        }
        (actions(html! {
            @if seen.people.is_empty() {
                (link_button(Weight::Primary, "/team", &visitor.say("page-plan-to-team", &[])))
            } @else if planned == 0 {
                @let today = visitor.today();
                @let first = plan.days.iter().find(|day| day.day == today).or(plan.days.first());
                @if let Some(first) = first.map(|day| day.day) {
                    (link_button(
                        Weight::Primary,
                        &day_address(first),
                        &visitor.say("page-plan-begin", &[("day", Value::Day(first))]),
                    ))
                }
            }
            @if plan.drafts > 0 {
                (link_button(
                    Weight::Primary,
                    &format!("{}/veroeffentlichen", address(plan.month)),
                    &visitor.say("page-plan-to-publish", &[("count", count(plan.drafts))]),
                ))
            }
        }))
    }
}

/// A shift with its day.
type Spot<'a> = (&'a PlanDay, &'a PlanDuty);

/// Spots that wait, each a link to its day with what is wrong.
fn listed(visitor: &Visitor, spots: &[Spot<'_>]) -> Markup {
    let list = |spots: &[Spot<'_>]| {
        html! {
            ul.kern-list {
                @for (day, duty) in spots {
                    li {
                        (link(&day_address(day.day), &duty.name))
                        @for spot in duty.spots.iter().filter(|spot| spot.severity > Severity::Info) {
                            p.plan-duty__note { (spot.sentence) }
                        }
                    }
                }
            }
        }
    };
    let (first, rest) = spots.split_at(spots.len().min(AT_ONCE));
    html! {
        (list(first))
        @if !rest.is_empty() {
            (details(&visitor.say("page-plan-next-rest", &[("count", count(rest.len()))]), list(rest)))
        }
    }
}

/// Shifts that stand on no day because two people wrote different times.
fn unclear(visitor: &Visitor, seen: &Seen) -> Markup {
    let action = format!("{}/absagen", address(seen.plan.month));
    html! {
        @if !seen.plan.unclear.is_empty() {
            (heading(&visitor.say("page-plan-unclear", &[])))
            p.kern-body { (visitor.say("page-plan-unclear-lead", &[])) }
            @for duty in &seen.plan.unclear {
                p.kern-body { (duty.name) ": " (duty.times) " " (state(duty)) }
                @if seen.plans {
                    (form(visitor, &action, html! {
                        (hidden("who", &whose_word(duty.person)))
                        (hidden("shift", &duty.shift.to_string()))
                        (button(
                            Weight::Secondary,
                            &visitor.say("page-plan-call-off", &[("name", Value::Text(&duty.name))]),
                        ))
                    }))
                }
            }
        }
    }
}

fn day_name(visitor: &Visitor, seen: &Seen, day: &PlanDay) -> Markup {
    html! {
        @if seen.plans { (link(&day_address(day.day), &day.short)) } @else { (day.short) }
        @if let Some(holiday) = &day.holiday { " " span.plan-holiday { (holiday) } }
        @if day.day == visitor.today() { " " (badge(Tone::Info, &visitor.say("page-plan-today", &[]))) }
    }
}

fn in_list(visitor: &Visitor, seen: &Seen) -> Markup {
    html! {
        (heading(&visitor.say("page-plan-days", &[])))
        div.plan-days {
            @for day in &seen.plan.days {
                section.plan-day #{ "tag-" (day.day.day()) }
                    data-rest=[day.is_rest_day.then_some("ja")] {
                    h3.plan-day__name { (day_name(visitor, seen, day)) }
                    @if day.duties.is_empty() {
                        p.plan-day__empty { (visitor.say("page-plan-nothing", &[])) }
                    } @else {
                        ul.plan-day__duties { @for duty in &day.duties { (line(visitor, duty)) } }
                    }
                    (beside(&day.beside))
                    @if day.is_open() && seen.plan.open > 1 {
                        @if let Some(next) = seen.plan.next_open(day.day) {
                            p.plan-day__next {
                                (link(
                                    &format!("#tag-{}", next.day.day()),
                                    &visitor.say("page-plan-next-open-from", &[("day", Value::Day(next.day))]),
                                ))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A row for each day, a column for each person: every shift is a link that
/// names its day and its times.
fn in_table(visitor: &Visitor, seen: &Seen) -> Markup {
    let mut people: Vec<(Option<PersonId>, &str)> =
        seen.people.iter().map(|(person, name)| (Some(*person), name.as_str())).collect();
    let open = visitor.say("plan-open", &[]);
    if seen.plan.open > 0 {
        people.push((None, &open));
    }
    let day = visitor.say("page-plan-day", &[]);
    let mut columns: Vec<Column<'_>> = vec![column(&day)];
    columns.extend(people.iter().map(|(_, name)| column(name)));
    let rows: Vec<Vec<Markup>> = seen
        .plan
        .days
        .iter()
        .map(|day| {
            let mut row = vec![day_name(visitor, seen, day)];
            row.extend(people.iter().map(|(person, _)| {
                let duties = day.duties.iter().filter(|duty| duty.person == *person);
                cell(visitor, seen, day, &duties.collect::<Vec<_>>())
            }));
            row
        })
        .collect();
    let caption = visitor.say("page-plan-caption", &[("month", Value::Month(seen.plan.month))]);
    html! {
        p.kern-body { (visitor.say("page-plan-table-hint", &[])) }
        div.plan-table { (table(visitor, &caption, &columns, &rows)) }
    }
}

fn cell(visitor: &Visitor, seen: &Seen, day: &PlanDay, duties: &[&PlanDuty]) -> Markup {
    html! {
        @for duty in duties {
            @let values = [("day", Value::Text(&day.short)), ("times", Value::Text(&duty.times))];
            @let name = visitor.say("page-plan-cell", &values);
            p.plan-cell {
                @if seen.plans { (link(&day_address(day.day), &name)) } @else { (name) }
                @if duty.state != DutyState::Published { " " (state(duty)) }
                @for spot in duty.spots.iter().filter(|spot| spot.severity > Severity::Info) {
                    " " (badge(super::list::tone(spot.severity), &spot.word))
                }
            }
        }
        @if duties.is_empty() { span.plan-free { "–" } }
    }
}

/// Mondays of the weeks that begin in or before this month and reach into it.
fn mondays(month: Month) -> Vec<NaiveDate> {
    let first = month.first_day().week(Weekday::Mon).first_day();
    first.iter_weeks().take_while(|monday| *monday <= month.last_day()).collect()
}

fn as_last_week(visitor: &Visitor, seen: &Seen) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let weeks: Vec<(String, String)> = mondays(seen.plan.month)
        .into_iter()
        .map(|monday| {
            let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
            let from = when::short_day(visitor.language, monday);
            let to = when::short_day(visitor.language, sunday);
            let values = [("from", Value::Text(from.as_str())), ("to", Value::Text(to.as_str()))];
            (monday.to_string(), visitor.say("page-plan-week", &values))
        })
        .collect();
    let weeks: Vec<(&str, &str)> =
        weeks.iter().map(|(monday, name)| (monday.as_str(), name.as_str())).collect();
    let everyone = say("page-plan-everybody");
    let ids: Vec<String> = seen.people.iter().map(|(person, _)| person.to_string()).collect();
    let mut people: Vec<(&str, &str)> = vec![("alle", &everyone)];
    people.extend(ids.iter().zip(&seen.people).map(|(id, (_, name))| (id.as_str(), name.as_str())));
    let (week, week_hint, who) =
        (say("page-plan-which-week"), say("page-plan-which-week-hint"), say("page-plan-for-whom"));
    let body = html! {
        (select(&Field::new("monday", &week).hint(&week_hint), &weeks))
        (select(&Field::new("who", &who).value("alle"), &people))
        (actions(button(Weight::Secondary, &say("page-plan-as-last-week"))))
    };
    let action = format!("{}/woche", address(seen.plan.month));
    html! {
        (heading(&say("page-plan-as-last-week-title")))
        (details(&say("page-plan-as-last-week-open"), form(visitor, &action, body)))
    }
}

/// What the plan comes to for each person.
fn sums(visitor: &Visitor, seen: &Seen) -> Markup {
    let mut people: Vec<&PlanPerson> = seen.plan.people.iter().collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    html! {
        @if !people.is_empty() {
            (heading(&visitor.say("page-plan-sums", &[])))
            div.cards {
                @for person in people { (sum(visitor, person)) }
            }
        }
    }
}

fn sum(visitor: &Visitor, person: &PlanPerson) -> Markup {
    let name = [("name", Value::Text(person.name.as_str()))];
    let (from, planned, against) = (
        visitor.say("page-plan-week-from", &[]),
        visitor.say("page-plan-week-planned", &[]),
        visitor.say("page-plan-week-against", &[]),
    );
    let columns = [column(&from), numbers(&planned), column(&against)];
    let rows: Vec<Vec<Markup>> = person
        .weeks
        .iter()
        .map(|week| vec![html! { (week.from) }, html! { (week.planned) }, html! { (week.against) }])
        .collect();
    html! {
        section.plan-person {
            (heading_3(&person.name))
            @for sentence in &person.sums { p.kern-body { (sentence) } }
            (spots(&person.spots, true))
            (details(
                &visitor.say("page-plan-weeks-of", &name),
                table(visitor, &visitor.say("page-plan-weeks-caption", &name), &columns, &rows),
            ))
        }
    }
}
