//! Publishing: a page of its own that says what becomes known to whom, and what
//! of it would not be lawful, before anything does.

use super::list::line;
use super::undo::{Step, in_address};
use super::{Seen, address, seen};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::pages::components::{Tone, Weight, actions, alert, button, form, heading, link_button};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page};
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::time::Month;
use assistenz_core::view::plan::{DutyState, PlanDuty};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

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
    let title = visitor.say("page-plan-publish-title", &[("month", Value::Month(month))]);
    Ok(page(&visitor, Section::Plan, &title, body(&visitor, &seen, month)))
}

fn drafts(seen: &Seen, whose: Option<PersonId>) -> Vec<&PlanDuty> {
    let all = seen.plan.days.iter().flat_map(|day| &day.duties);
    all.filter(|duty| duty.person == whose && duty.state == DutyState::Draft).collect()
}

fn body(visitor: &Visitor, seen: &Seen, month: Month) -> Markup {
    let count = i64::try_from(seen.plan.drafts).unwrap_or(i64::MAX);
    let unlawful = seen.plan.days.iter().flat_map(|day| &day.duties);
    let unlawful =
        unlawful.filter(|duty| duty.state == DutyState::Draft && duty.is_unlawful()).count();
    let number = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let open = visitor.say("plan-open", &[]);
    let everyone = seen
        .people
        .iter()
        .map(|(person, name)| (Some(*person), name.as_str()))
        .chain([(None, open.as_str())]);
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
            @for (whose, name) in everyone {
                @let drafts = drafts(seen, whose);
                @if !drafts.is_empty() {
                    (heading(&visitor.say(
                        "page-plan-publish-whose",
                        &[("name", Value::Text(name)), ("count", number(drafts.len()))],
                    )))
                    ul.plan-day__duties {
                        @for duty in drafts { (line(visitor, &named(duty))) }
                    }
                }
            }
            (form(visitor, &format!("{}/veroeffentlichen", address(month)), actions(html! {
                (button(
                    Weight::Primary,
                    &visitor.say("page-plan-publish", &[("count", Value::Number(count))]),
                ))
                (link_button(Weight::Secondary, &address(month), &back))
            })))
        }
    }
}

/// In a list over days a shift says its day too.
fn named(duty: &PlanDuty) -> PlanDuty {
    PlanDuty { times: duty.name.clone(), who: String::new(), ..duty.clone() }
}

/// Nothing is typed: what is published is what was planned.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// `POST /plan/{month}/veroeffentlichen`
pub(super) async fn publish(
    State(app): State<App>,
    visitor: Visitor,
    Ids(month): Ids<Month>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let seen = seen(&app, &visitor, month).await?;
    let caller = visitor.caller.clone();
    let people: Vec<Option<PersonId>> =
        seen.people.iter().map(|(person, _)| Some(*person)).chain([None]).collect();
    let steps = app
        .office()
        .write(move |turn| {
            let mut steps = Vec::new();
            for whose in people {
                at_desk::may_write(turn, &caller, &DocumentId::planned(whose, month))?;
                let ids = at_desk::act(turn, &caller, |acting| acting.publish(whose, month))?;
                steps.extend(ids.into_iter().map(|id| Step::Draft(month, whose, id)));
            }
            Ok::<_, OfficeError>(steps)
        })
        .await?;
    let count = Value::Number(i64::try_from(steps.len()).unwrap_or(i64::MAX));
    let sentence = visitor.say("page-plan-publish-done", &[("count", count)]);
    Ok(done(&app, &in_address(&address(month), &steps), &sentence))
}
