//! The own month of somebody who works without a phone: answer proposals,
//! write a shift afterwards, declare the month complete. The same use cases as
//! on a phone, at the person's own desk.

use super::NEXT;
use super::pause::TypedPause;
use super::read::{Ids, Seen, seen};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::pages::components::{
    Field, Problems, Weight, actions, button, form, link, link_button, paragraphs, text_area,
};
use crate::pages::entry::typed::TypedMoment;
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::app;
use assistenz_core::contract::version::in_force;
use assistenz_core::document::PersonId;
use assistenz_core::place::Workplace;
use assistenz_core::record::month_state::Complete;
use assistenz_core::record::proposals::Outcome;
use assistenz_core::time::Month;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/monat/{person}/{month}/vollstaendig", post(complete))
        .route("/monat/{person}/{month}/nachtrag", get(ask).post(write))
}

/// What the person can do in their own month; the next thing first.
pub(super) fn acts(visitor: &Visitor, month: &Seen) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let work = &month.overview.work;
    let open: Vec<_> = work
        .proposals
        .iter()
        .filter(|proposal| proposal.outcome == Outcome::Open && !proposal.over)
        .collect();
    let month_name = [("month", Value::Month(month.month))];
    let unsettled = work.running().count() + work.unsettled().count();
    html! {
        section.office-next aria-labelledby=(NEXT) {
            h2.kern-heading-medium id=(NEXT) tabindex="-1" { (say("months-next")) }
            @if !open.is_empty() {
                @let count = i64::try_from(open.len()).unwrap_or(i64::MAX);
                (paragraphs(&visitor.say("months-own-proposals", &[("count", Value::Number(count))])))
                @for proposal in &open {
                    @let path = format!("/vorschlag/{}/{}/{}", month.person, month.month, proposal.id);
                    (actions(link_button(Weight::Primary, &path,
                        &visitor.say("months-own-answer", &[("reason", Value::Text(&proposal.reason))]))))
                }
            }
            @if unsettled > 0 {
                (paragraphs(&say("months-own-unsettled")))
            } @else if month.overview.standing.complete != Complete::Yes {
                (paragraphs(&visitor.say("months-own-complete-hint", &month_name)))
                (form(visitor, &format!("{}/vollstaendig", month.path()), html! {
                    (actions(button(
                        if open.is_empty() { Weight::Primary } else { Weight::Secondary },
                        &visitor.say("months-own-complete", &month_name),
                    )))
                }))
            } @else if open.is_empty() {
                (paragraphs(&say("months-own-nothing")))
            }
            p { (link(&format!("{}/nachtrag", month.path()), &visitor.say("months-own-write", &month_name))) }
        }
    }
}

async fn complete(
    State(app): State<App>,
    visitor: Visitor,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Sent(_): Sent<Fields>,
) -> Result<Response, PageError> {
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| {
            if caller.person() != person {
                return Err(Refusal::NoRight.into());
            }
            at_desk::act(turn, &caller, |acting| acting.complete_month(month))
        })
        .await?;
    let sentence = visitor.say("months-own-completed", &[("month", Value::Month(month))]);
    Ok(done(&app, &format!("/monat/{person}/{month}#{NEXT}"), &sentence))
}

/// Where the person works: as the contract says, else as they last recorded.
fn workplace(month: &Seen) -> Option<Workplace> {
    let contract = &month.overview.contract;
    in_force(contract, month.month.last_day())
        .or(contract.last())
        .map(|version| version.workplace.clone())
        .or_else(|| {
            month.overview.work.entries.iter().rev().find_map(|entry| entry.workplace.clone())
        })
}

async fn own(app: &App, visitor: &Visitor, of: (PersonId, Month)) -> Result<Seen, PageError> {
    if visitor.caller.person() != of.0 {
        return Err(Refusal::NoRight.into());
    }
    let caller = visitor.caller.clone();
    Ok(app.office().read(move |turn| seen(turn, &caller, of)).await?)
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month)>,
) -> Result<Markup, PageError> {
    let month = own(&app, &visitor, of).await?;
    let zone = month.overview.zone;
    let (from, to) = (TypedMoment::of("from", None, zone), TypedMoment::of("to", None, zone));
    let title = visitor.say("months-own-write-title", &[]);
    let pause = TypedPause::default();
    let body = body(&visitor, &month, (&from, &to, &pause), "", &Problems::new());
    Ok(page(&visitor, Section::Months, &title, body))
}

fn body(
    visitor: &Visitor,
    month: &Seen,
    (from, to, pause): (&TypedMoment, &TypedMoment, &TypedPause),
    reason: &str,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let zone = month.overview.zone;
    let start = (say("entry-start-day"), say("entry-start-time"));
    let end = (say("entry-end-day"), say("entry-end-time"));
    let (label, hint) = (say("months-reason"), say("months-own-write-reason"));
    let whom = month.whom_and_when(visitor);
    html! {
        (paragraphs(&say("months-own-write-hint")))
        (form(visitor, &format!("{}/nachtrag", month.path()), html! {
            (from.fields(visitor, zone, (&start.0, &start.1), problems))
            (to.fields(visitor, zone, (&end.0, &end.1), problems))
            (pause.fields(visitor, problems))
            (text_area(&Field::new("reason", &label).hint(&hint).value(reason).problem(problems)))
            (actions(button(Weight::Primary, &say("months-own-write-save"))))
        }))
        p { (link(&month.path(), &visitor.say("months-back", &[("whom", Value::Text(&whom))]))) }
    }
}

async fn write(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month)>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let month = own(&app, &visitor, of).await?;
    let zone = month.overview.zone;
    let (from, to) = (TypedMoment::sent("from", &fields), TypedMoment::sent("to", &fields));
    let reason = fields.get("reason").unwrap_or_default().trim().to_owned();
    let mut problems = Problems::new();
    let (start, end) =
        (from.read(&visitor, zone, &mut problems), to.read(&visitor, zone, &mut problems));
    if reason.is_empty() {
        problems.add("reason", visitor.say("months-reason-needed", &[]));
    }
    let pause = TypedPause::sent(&fields);
    let parts = match (start, end) {
        (Some(start), Some(end)) => pause.read(&visitor, zone, (start, end), &mut problems),
        (None, _) | (_, None) => Vec::new(),
    };
    let place = workplace(&month);
    if place.is_none() {
        problems.add("", visitor.say("months-own-no-place", &[]));
    }
    if let (Some(start), Some(end), Some(place), true) = (start, end, place, problems.is_empty()) {
        let (caller, why) = (visitor.caller.clone(), reason.clone());
        let written = app
            .office()
            .write(move |turn| {
                at_desk::act(turn, &caller, |acting| {
                    acting.write_shift(&place, (start.ms(), end.ms()), &why, &parts)
                })
            })
            .await;
        match written {
            Ok(shift) => {
                let sentence = visitor.say("months-own-written", &[]);
                return Ok(done(&app, &format!("/eintrag/{}/{shift}", of.0), &sentence));
            }
            Err(OfficeError::Refused(Refusal::Act(
                why @ (app::Refusal::WrongOrder | app::Refusal::InTheFuture),
            ))) => {
                problems.add("to_time", visitor.say(&format!("entry-refused-{}", why.code()), &[]));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let title = visitor.say("months-own-write-title", &[]);
    let body = body(&visitor, &month, (&from, &to, &pause), &reason, &problems);
    Ok(refused(&visitor, Section::Months, &title, &problems, body))
}
