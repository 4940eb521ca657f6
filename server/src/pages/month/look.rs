//! The month of one person: what differs first, everything else below.

use super::NEXT;
use super::chart;
use super::own;
use super::read::{Asked, Ids, Seen, decisions, month_path, seen, written};
use crate::pages::components::{
    Tone, Weight, actions, alert, badge, column, details, heading, heading_3, link, link_button,
    numbers, paragraphs, summary_list, table,
};
use crate::pages::documents;
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::Month;
use assistenz_core::view::changes::changes;
use assistenz_core::view::exception::{
    Approvable, ByException, Case, Decided, Decisions, Offer, Warning,
};
use assistenz_core::view::hours_chart::hours_chart;
use assistenz_core::view::pay;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monat/{person}/{month}", get(look))
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, PageError> {
    let caller = visitor.caller.clone();
    let month = app.office().read(move |turn| seen(turn, &caller, of)).await?;
    Ok(month_page(&visitor, &month, &decisions(&asked.d)))
}

/// The page of a month with what was decided so far.
pub(super) fn month_page(visitor: &Visitor, month: &Seen, chosen: &Decisions) -> Markup {
    let found = month.by_exception(visitor.language);
    let decided = found.decide(chosen);
    let say = |key: &str| visitor.say(key, &[]);
    let standing = &month.overview.standing;
    let changed = changes(visitor.language, standing, &month.overview.paid_otherwise);
    let body = html! {
        p.office-lead { (found.summary) }
        (paragraphs(&format!("{}\n{}", found.state, complete(visitor, month))))
        @if month.approves { (next(visitor, month, &found, &decided, chosen)) }
        @if month.own { (own::acts(visitor, month)) }
        @if !month.approves && !month.own && !found.cases.is_empty() {
            (heading(&say("months-cases")))
            (other_cases(visitor, month, &found, None, chosen))
        }
        @if !found.blocked.is_empty() {
            (heading(&say("months-blocked")))
            @for one in &found.blocked {
                div.office-card {
                    @if !one.heading.is_empty() { (heading_3(&one.heading)) }
                    (paragraphs(&format!("{}\n{}", one.sentence, one.advice)))
                    @for shift in &one.shifts { (entry_link(visitor, month, *shift, &one.heading)) }
                }
            }
        }
        @if !changed.is_empty() {
            (heading(&say("months-changed")))
            ul.kern-list {
                @for one in &changed {
                    li { strong { (one.heading) } " " (one.sentence) }
                }
            }
        }
        (warnings(visitor, month, &found.warnings))
        @if month.pays { (money(visitor, month)) }
        (hours(visitor, month))
        (shifts(visitor, month, &found))
        (approvals(visitor, month))
        (documents::way(visitor, month.month))
    };
    let title = month.whom_and_when(visitor);
    page(visitor, Section::Months, &title, body)
}

fn complete(visitor: &Visitor, month: &Seen) -> String {
    let called = month.called(visitor);
    let key = match (month.overview.standing.complete, month.own) {
        (Complete::No, false) => "months-complete-no",
        (Complete::Yes, false) => "months-complete-yes",
        (Complete::ChangedSince, false) => "months-complete-changed",
        (Complete::No, true) => "months-own-complete-no",
        (Complete::Yes, true) => "months-own-complete-yes",
        (Complete::ChangedSince, true) => "months-own-complete-changed",
    };
    visitor.say(key, &[("name", Value::Text(&called))])
}

/// The next thing to do: its first link or button is the first stop of the page.
fn next(
    visitor: &Visitor,
    month: &Seen,
    found: &ByException,
    decided: &Decided,
    chosen: &Decisions,
) -> Markup {
    let case = decided.next.and_then(|key| found.cases.iter().find(|case| case.key == key));
    let to_approve = |label: &str, weight: Weight| {
        let whom = month.whom_and_when(visitor);
        let label = visitor.say(label, &[("whom", Value::Text(&whom))]);
        link_button(weight, &approve_path(month, chosen), &label)
    };
    let days_now = matches!(decided.approvable, Approvable::Days(_) | Approvable::Month);
    html! {
        section.office-next aria-labelledby=(NEXT) {
            @if let Some(case) = case {
                @let (place, all) = place_of(found, case);
                @let values = [("place", Value::Number(place)), ("all", Value::Number(all))];
                h2.kern-heading-medium id=(NEXT) tabindex="-1" {
                    (visitor.say("months-decide", &values)) " " (case.heading)
                }
                (told(case))
                div.actions {
                    @for (nth, offer) in case.offers.iter().enumerate() {
                        @let weight = if nth == 0 { Weight::Primary } else { Weight::Secondary };
                        (link_button(weight, &chosen_path(month, found, case, offer, chosen), &offer.label))
                    }
                }
                @if let Some(shift) = case.shift {
                    (entry_link(visitor, month, shift, &case.heading))
                }
            } @else {
                h2.kern-heading-medium id=(NEXT) tabindex="-1" { (visitor.say("months-next", &[])) }
                (paragraphs(&decided.headline))
                @if !decided.waiting.is_empty() { (paragraphs(&decided.waiting)) }
                @if days_now {
                    (actions(to_approve("months-approve-now", Weight::Primary)))
                } @else if !decided.proposals.is_empty() {
                    (actions(to_approve("months-propose-now", Weight::Primary)))
                } @else if found.state_code == "approved" || found.state_code == "partly_approved" {
                    (actions(link_button(
                        Weight::Secondary,
                        &format!("/monate/{}#{NEXT}", month.month),
                        &visitor.say("months-to-all", &[("month", Value::Month(month.month))]),
                    )))
                }
            }
        }
        @let others = found.cases.iter().filter(|one| Some(one.key) != decided.next).count();
        @if others > 0 {
            (heading(&visitor.say("months-other-cases", &[])))
            (other_cases(visitor, month, found, decided.next, chosen))
        }
        @if case.is_some() && days_now {
            (paragraphs(&visitor.say("months-rest-now-hint", &[])))
            (actions(to_approve("months-approve-rest", Weight::Secondary)))
        }
    }
}

fn place_of(found: &ByException, case: &Case) -> (i64, i64) {
    let place = found.cases.iter().position(|one| one.key == case.key).unwrap_or(0);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    (number(place + 1), number(found.cases.len()))
}

fn told(case: &Case) -> Markup {
    html! {
        (paragraphs(&case.sentence))
        @for note in &case.notes { p.kern-body.office-note { (note) } }
    }
}

/// Where choosing leads: to the next case, or after the last to the approval.
fn chosen_path(
    month: &Seen,
    found: &ByException,
    case: &Case,
    offer: &Offer,
    chosen: &Decisions,
) -> String {
    let mut then = chosen.clone();
    then.insert(case.key, offer.choice);
    if found.decide(&then).next.is_none() {
        return approve_path(month, &then);
    }
    format!("{}?d={}#{NEXT}", month.path(), written(&then))
}

pub(super) fn approve_path(month: &Seen, chosen: &Decisions) -> String {
    let d = written(chosen);
    let query = if d.is_empty() { String::new() } else { format!("?d={d}") };
    format!("{}/freigabe{query}#{NEXT}", month.path())
}

fn other_cases(
    visitor: &Visitor,
    month: &Seen,
    found: &ByException,
    next: Option<EventId>,
    chosen: &Decisions,
) -> Markup {
    html! {
        @for case in found.cases.iter().filter(|case| Some(case.key) != next) {
            div.office-card {
                (heading_3(&case.heading))
                (told(case))
                @let offer = chosen.get(&case.key).and_then(|choice| case.offer(*choice));
                @if let Some(offer) = offer { p.kern-body { strong { (offer.chosen) } } }
                @if month.approves {
                    div.actions {
                        @for one in case.offers.iter().filter(|one| offer != Some(one) && !found.is_approved()) {
                            (link(&chosen_path(month, found, case, one, chosen), &one.label))
                        }
                    }
                }
                @if let Some(shift) = case.shift {
                    (entry_link(visitor, month, shift, &case.heading))
                }
            }
        }
    }
}

fn entry_link(visitor: &Visitor, month: &Seen, shift: EventId, day: &str) -> Markup {
    let label = visitor.say("months-entry", &[("day", Value::Text(day))]);
    html! { p { (link(&format!("/eintrag/{}/{shift}", month.person), &label)) } }
}

fn warnings(visitor: &Visitor, month: &Seen, all: &[Warning]) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let one = |warning: &Warning| {
        let tone = if warning.serious { Tone::Danger } else { Tone::Warning };
        html! {
            li {
                @if !warning.only_info { (badge(tone, &warning.severity)) " " }
                @if let Some(first) = warning.sentences.first() { (first) }
                @if !warning.source.is_empty() { " " span.office-source { (warning.source) } }
                @if warning.sentences.len() > 1 {
                    @let count = i64::try_from(warning.sentences.len() - 1).unwrap_or(i64::MAX);
                    details.office-more {
                        summary { (visitor.say("months-more", &[("count", Value::Number(count))])) }
                        ul.kern-list { @for text in &warning.sentences[1..] { li { (text) } } }
                    }
                }
                @if let Some(shift) = warning.shift {
                    " " (link(&format!("/eintrag/{}/{shift}", month.person), &say("months-look")))
                }
            }
        }
    };
    let info = all.iter().filter(|warning| warning.only_info).count();
    html! {
        @if all.len() > info {
            (heading(&say("months-warnings")))
            (paragraphs(&say("months-warnings-hint")))
            ul.office-plain-list { @for warning in all.iter().filter(|one| !one.only_info) { (one(warning)) } }
        }
        @if info > 0 {
            (details(&say("months-info"), html! {
                ul.office-plain-list { @for warning in all.iter().filter(|one| one.only_info) { (one(warning)) } }
            }))
        }
    }
}

fn money(visitor: &Visitor, month: &Seen) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let Some(reckoning) = &month.overview.reckoning else {
        return html! {
            (heading(&say("months-money")))
            (alert(Tone::Warning, &say("months-no-contract"), None))
        };
    };
    let shown = pay::shown(visitor.language, &reckoning.pay);
    let totals: Vec<(&str, Markup)> =
        shown.totals.iter().map(|(key, value)| (key.as_str(), html! { (value) })).collect();
    let rows: Vec<Vec<Markup>> = shown
        .lines
        .iter()
        .map(|line| {
            vec![
                html! { (line.name) },
                html! { (line.quantity) },
                html! { (line.rate) },
                html! { (line.amount) },
            ]
        })
        .collect();
    let (kind, quantity, rate, amount) =
        (say("months-line"), say("months-quantity"), say("months-rate"), say("months-amount"));
    let columns = [column(&kind), numbers(&quantity), numbers(&rate), numbers(&amount)];
    let why: Vec<_> = shown
        .lines
        .iter()
        .filter(|line| !line.why.is_empty() || !line.heading.is_empty())
        .collect();
    let entered = pay::entered(visitor.language, &month.overview.entered);
    html! {
        (heading(&say("months-money")))
        @if month.overview.standing.state == MonthState::Changed || month.overview.standing.approvals.is_empty() {
            (paragraphs(&say("months-provisional")))
        }
        (summary_list(&totals))
        @if !rows.is_empty() { (table(visitor, &say("months-lines"), &columns, &rows)) }
        @if !shown.edges.is_empty() {
            (heading_3(&say("pay-carries")))
            ul.kern-list { @for sentence in &shown.edges { li { (sentence) } } }
        }
        @if !why.is_empty() {
            (details(&say("months-why"), html! {
                @for line in why {
                    (heading_3(&line.heading))
                    @if !line.why.is_empty() {
                        ul.kern-list { @for text in &line.why { li { (text) } } }
                    }
                }
            }))
        }
        @if !entered.is_empty() {
            (heading_3(&say("months-entered")))
            ul.kern-list {
                @for line in &entered {
                    li { (line.name) ": " (line.amount) ", " (line.treatment) ". " (line.reason) }
                }
            }
        }
        @if month.approves {
            p { (link(&format!("{}/zeilen", month.path()), &visitor.say("months-to-lines",
                &[("whom", Value::Text(&month.whom_and_when(visitor)))]))) }
        }
    }
}

fn hours(visitor: &Visitor, month: &Seen) -> Markup {
    let overview = &month.overview;
    let chart = hours_chart(
        visitor.language,
        month.month,
        overview.work.settled(),
        &overview.contract,
        overview.zone,
    );
    html! {
        (heading(&visitor.say("months-hours", &[])))
        (paragraphs(&chart.summary))
        (chart::chart(visitor, &chart))
    }
}

fn shifts(visitor: &Visitor, month: &Seen, found: &ByException) -> Markup {
    if found.rows.is_empty() {
        return html! {};
    }
    let say = |key: &str| visitor.say(key, &[]);
    let rows: Vec<Vec<Markup>> = found
        .rows
        .iter()
        .map(|row| {
            let day = match row.shift {
                Some(shift) => link(&format!("/eintrag/{}/{shift}", month.person), &row.day),
                None => html! { (row.day) },
            };
            vec![
                day,
                html! { (row.planned) },
                html! { (row.recorded) @if !row.parts.is_empty() { br; span.office-source { (row.parts) } } },
                html! { (row.hours) },
                html! { (row.mark) },
            ]
        })
        .collect();
    let heads = ["day", "planned", "recorded", "hours-column", "mark"]
        .map(|word| say(&format!("months-{word}")));
    let columns = [
        column(&heads[0]),
        column(&heads[1]),
        column(&heads[2]),
        numbers(&heads[3]),
        column(&heads[4]),
    ];
    html! {
        (heading(&say("months-shifts")))
        (paragraphs(&say("months-as-planned-means")))
        div.under-heading { (table(visitor, &say("months-shifts-table"), &columns, &rows)) }
    }
}

fn approvals(visitor: &Visitor, month: &Seen) -> Markup {
    let standing = &month.overview.standing;
    if standing.approvals.is_empty() {
        return html! {};
    }
    let whom = month.whom_and_when(visitor);
    let whom = [("whom", Value::Text(&whom))];
    html! {
        (heading(&visitor.say("months-approvals", &[])))
        @for (id, approval) in &standing.approvals {
            @let path = format!("{}/nachweis/{id}", month.path());
            @let key = if approval.days.is_empty() { "months-approval-month" } else { "months-approval-days" };
            @let count = i64::try_from(approval.days.len()).unwrap_or(i64::MAX);
            p.kern-body { (visitor.say(key, &[("count", Value::Number(count))])) }
            p { (link(&path, &visitor.say("months-statement", &whom))) }
        }
        @for (_, reason) in &standing.reopened {
            (paragraphs(&visitor.say("months-reopened-because", &[("reason", Value::Text(reason))])))
        }
        @if month.approves {
            p { (link(&format!("{}/oeffnen", month_path(month.person, month.month)), &visitor.say("months-reopen", &whom))) }
        }
    }
}
