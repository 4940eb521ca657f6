//! One proposal (Vorschlag): the assistant agrees or objects; the employer can
//! take it back.

use crate::at_desk;
use crate::fault::Refusal;
use crate::pages::components::{
    Field, Problems, Weight, actions, button_with, form, link, paragraphs, text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::month::NEXT;
use crate::pages::month::read::{Ids, may_approve, month_path};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::record::proposals::{Outcome, ProposalView};
use assistenz_core::time::Month;
use assistenz_core::view::exception::proposed_change;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use chrono_tz::Tz;
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/vorschlag/{person}/{month}/{proposal}", get(ask).post(write))
}

struct Asked {
    proposal: ProposalView,
    zone: Tz,
    own: bool,
    proposes: bool,
}

async fn read(
    app: &App,
    visitor: &Visitor,
    (person, month, proposal): (PersonId, Month, EventId),
) -> Result<Asked, PageError> {
    let caller = visitor.caller.clone();
    let asked = app
        .office()
        .read(move |turn| {
            at_desk::may_read(turn, &caller, &DocumentId::time(person, month))?;
            at_desk::may_read(turn, &caller, &DocumentId::review(person, month))?;
            let proposes = may_approve(turn, &caller, person, month)?;
            let own = caller.person() == person;
            if !own && !proposes {
                return Err(Refusal::NoRight.into());
            }
            let work = at_desk::look(turn, &caller, |acting| acting.month_of(person, month))?;
            let zone = work.entries.iter().find_map(|entry| Some(entry.workplace.as_ref()?.zone));
            let found = work.proposals.into_iter().find(|one| one.id == proposal);
            let proposal = found.ok_or(Refusal::NotFound)?;
            Ok(Asked { proposal, zone: zone.unwrap_or(chrono_tz::Europe::Berlin), own, proposes })
        })
        .await?;
    Ok(asked)
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month, EventId)>,
) -> Result<Markup, PageError> {
    let asked = read(&app, &visitor, of).await?;
    let title = visitor.say("entry-proposal-title", &[]);
    let body = body(&visitor, of, &asked, "", &Problems::new());
    Ok(page(&visitor, Section::Months, &title, body))
}

fn body(
    visitor: &Visitor,
    (person, month, proposal): (PersonId, Month, EventId),
    asked: &Asked,
    typed: &str,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let change = proposed_change(visitor.language, asked.zone, &asked.proposal);
    let outcome = say(&format!("entry-outcome-{}", asked.proposal.outcome.code()));
    let action = format!("/vorschlag/{person}/{month}/{proposal}");
    let reason = Value::Text(&asked.proposal.reason);
    let open = matches!(
        asked.proposal.outcome,
        Outcome::Open | Outcome::Objected { .. } | Outcome::Disputed
    ) && !asked.proposal.over;
    let label = say(if asked.own { "entry-answer-reason" } else { "months-reason" });
    let optional = say("page-optional");
    html! {
        p.office-lead { (change) }
        (paragraphs(&visitor.say("entry-reason", &[("reason", reason)])))
        (paragraphs(&outcome))
        @if let Some(objection) = asked.proposal.answer_reason.as_deref() {
            (paragraphs(&visitor.say("entry-reason", &[("reason", Value::Text(objection))])))
        }
        @if open {
            (form(visitor, &action, html! {
                @if asked.own {
                    (actions(button_with(Weight::Primary, &say("entry-agree"), "answer", "agree")))
                    (text_area(&Field::new("reason", &label).value(typed).optional(&optional).problem(problems)))
                    (actions(button_with(Weight::Secondary, &say("entry-object"), "answer", "object")))
                } @else if asked.proposes {
                    (paragraphs(&say("entry-withdraw-hint")))
                    (text_area(&Field::new("reason", &label).value(typed).optional(&optional).problem(problems)))
                    (actions(button_with(Weight::Primary, &say("entry-withdraw"), "answer", "withdraw")))
                }
            }))
        }
        p { (link(&format!("{}#{NEXT}", month_path(person, month)),
            &visitor.say("entry-to-month", &[("month", Value::Month(month))]))) }
    }
}

async fn write(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month, EventId)>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let asked = read(&app, &visitor, of).await?;
    let (person, month, proposal) = of;
    let typed = fields.get("reason").unwrap_or_default().trim().to_owned();
    let reason = (!typed.is_empty()).then(|| typed.clone());
    let caller = visitor.caller.clone();
    let key = match (fields.get("answer"), asked.own, asked.proposes) {
        (Some("agree"), true, _) => {
            app.office()
                .write(move |turn| {
                    at_desk::act(turn, &caller, |acting| {
                        acting.answer(proposal, month, true, reason)
                    })
                })
                .await?;
            "entry-answered-agree"
        }
        (Some("object"), true, _) if reason.is_none() => {
            let mut problems = Problems::new();
            problems.add("reason", visitor.say("months-reason-needed", &[]));
            let title = visitor.say("entry-proposal-title", &[]);
            let body = body(&visitor, of, &asked, &typed, &problems);
            return Ok(refused(&visitor, Section::Months, &title, &problems, body));
        }
        (Some("object"), true, _) => {
            app.office()
                .write(move |turn| {
                    at_desk::act(turn, &caller, |acting| {
                        acting.answer(proposal, month, false, reason)
                    })
                })
                .await?;
            "entry-answered-object"
        }
        (Some("withdraw"), false, true) => {
            app.office()
                .write(move |turn| {
                    at_desk::act(turn, &caller, |acting| {
                        acting.withdraw(person, month, proposal, reason)
                    })
                })
                .await?;
            "entry-withdrawn"
        }
        _ => return Err(Refusal::Malformed("no such answer").into()),
    };
    let next = format!("{}#{NEXT}", month_path(person, month));
    Ok(done(&app, &next, &visitor.say(key, &[])))
}
