//! Publishing: a page of its own that says what becomes known to whom, and what
//! of it would not be lawful, before anything does. Exactly the drafts of that
//! page become known; if they differ from those of now, nothing does.

use super::draft::{Draft, differences};
use super::list::line;
use super::undo::{Step, in_address};
use super::{Seen, address, seen, seen_in};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::pages::components::{
    Problems, Tone, Weight, actions, alert, button, form, heading, hidden, link_button,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{May, Plans};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::time::Month;
use assistenz_core::view::plan::{DutyState, PlanDuty};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

/// The name of the field that says what was shown.
const SHOWN: &str = "entwurf";

/// `GET /plan/{month}/veroeffentlichen`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(month): Ids<Month>,
) -> Result<Markup, PageError> {
    let seen = seen(&app, &visitor, month).await?;
    if !seen.plans {
        return Err(Refusal::NoRight.into());
    }
    Ok(page(&visitor, Section::Plan, &title(&visitor, month), body(&visitor, &seen, month)))
}

fn title(visitor: &Visitor, month: Month) -> String {
    visitor.say("page-plan-publish-title", &[("month", Value::Month(month))])
}

fn drafts(seen: &Seen, whose: Option<PersonId>) -> Vec<&PlanDuty> {
    let all = seen.plan.days.iter().flat_map(|day| &day.duties);
    all.filter(|duty| duty.person == whose && duty.state == DutyState::Draft).collect()
}

/// Everybody, and nobody: whose drafts can be on the page.
fn everyone(seen: &Seen) -> impl Iterator<Item = Option<PersonId>> {
    seen.people.iter().map(|(person, _)| Some(*person)).chain([None])
}

/// What the page shows, as its form says it.
fn shown(seen: &Seen) -> Vec<Draft> {
    everyone(seen).flat_map(|whose| drafts(seen, whose)).filter_map(Draft::of).collect()
}

fn body(visitor: &Visitor, seen: &Seen, month: Month) -> Markup {
    let shown = shown(seen);
    let count = i64::try_from(shown.len()).unwrap_or(i64::MAX);
    let unlawful = seen.plan.days.iter().flat_map(|day| &day.duties);
    let unlawful =
        unlawful.filter(|duty| duty.state == DutyState::Draft && duty.is_unlawful()).count();
    let number = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let open = visitor.say("plan-open", &[]);
    let name = |whose: Option<PersonId>| {
        let called = seen.people.iter().find(|(person, _)| Some(*person) == whose);
        called.map_or(open.as_str(), |(_, name)| name.as_str())
    };
    let back = visitor.say("page-plan-whole-month", &[("month", Value::Month(month))]);
    html! {
        @if count == 0 {
            p.kern-body { (visitor.say("page-plan-publish-nothing", &[])) }
            (actions(link_button(Weight::Secondary, &address(month), &back)))
        } @else {
            p.kern-body { (visitor.say("page-plan-publish-lead", &[])) }
            @if unlawful > 0 {
                (alert(
                    Tone::Danger,
                    &visitor.say("page-plan-publish-unlawful", &[("count", number(unlawful))]),
                    None,
                ))
            }
            @for whose in everyone(seen) {
                @let drafts = drafts(seen, whose);
                @if !drafts.is_empty() {
                    (heading(&visitor.say(
                        "page-plan-publish-whose",
                        &[("name", Value::Text(name(whose))), ("count", number(drafts.len()))],
                    )))
                    ul.plan-day__duties {
                        @for duty in drafts { (line(visitor, &named(duty))) }
                    }
                }
            }
            (form(visitor, &format!("{}/veroeffentlichen", address(month)), html! {
                (hidden(SHOWN, &words(&shown)))
                (actions(html! {
                    (button(
                        Weight::Primary,
                        &visitor.say("page-plan-publish", &[("count", Value::Number(count))]),
                    ))
                    (link_button(Weight::Secondary, &address(month), &back))
                }))
            }))
        }
    }
}

/// In a list over days a shift says its day too.
fn named(duty: &PlanDuty) -> PlanDuty {
    PlanDuty { times: duty.name.clone(), who: String::new(), ..duty.clone() }
}

/// What was shown, as one field.
fn words(shown: &[Draft]) -> String {
    shown.iter().map(Draft::word).collect::<Vec<_>>().join(" ")
}

/// What came of it.
enum Outcome {
    Published(Vec<Step>),
    /// Nothing was: the drafts of now, and how they differ from those shown.
    Differs(Box<Seen>, Vec<String>),
}

/// `POST /plan/{month}/veroeffentlichen`
pub(super) async fn publish(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids(month): Ids<Month>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    let before: Option<Vec<Draft>> =
        sent.get(SHOWN).unwrap_or_default().split_whitespace().map(Draft::read).collect();
    let before = before.ok_or(Refusal::Malformed("no such draft"))?;
    let reader = visitor.clone();
    let outcome = app
        .office()
        .write(move |turn| {
            let seen = seen_in(turn, &reader, month)?;
            let differing = differences(&reader, &seen, &before, &shown(&seen));
            if !differing.is_empty() {
                return Ok(Outcome::Differs(Box::new(seen), differing));
            }
            let mut steps = Vec::new();
            for whose in everyone(&seen) {
                let drafts: Vec<EventId> =
                    before.iter().filter(|one| one.whose == whose).map(|one| one.shift).collect();
                let rota = DocumentId::planned(whose, month);
                at_desk::write(turn, &reader.caller, &rota, |acting| {
                    acting.publish_these(whose, month, &drafts)
                })?;
                steps.extend(drafts.into_iter().map(|id| Step::Draft(month, whose, id)));
            }
            Ok::<_, OfficeError>(Outcome::Published(steps))
        })
        .await?;
    match outcome {
        Outcome::Published(steps) => {
            let count = Value::Number(i64::try_from(steps.len()).unwrap_or(i64::MAX));
            let sentence = visitor.say("page-plan-publish-done", &[("count", count)]);
            Ok(done(&app, &in_address(&address(month), &steps), &sentence))
        }
        Outcome::Differs(seen, differing) => {
            let mut problems = Problems::new();
            problems.add("", visitor.say("page-plan-publish-differs", &[]));
            differing.into_iter().for_each(|sentence| problems.add("", sentence));
            let body = body(&visitor, &seen, month);
            Ok(refused(&visitor, Section::Plan, &title(&visitor, month), &problems, body))
        }
    }
}
