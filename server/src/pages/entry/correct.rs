//! Another begin or end, or that a shift should not be: for the employer a
//! proposal, for the person's own entry a correction. Always with a reason.

use super::look::{SeenEntry, seen_entry};
use super::typed::TypedMoment;
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::pages::components::{
    Field as FormField, Problems, Weight, actions, button, choice, form, link, paragraphs,
    text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::month::read::Ids;
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::app;
use assistenz_core::app::correction::Change;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::record::claims::Field;
use assistenz_core::record::settle::State as EntryState;
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/eintrag/{person}/{shift}/aendern", get(ask).post(write))
}

/// A begin or end to start from, in minutes since 1970: one side of a dispute.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
struct Chosen {
    from: Option<i64>,
    to: Option<i64>,
}

/// What was typed.
struct Typed {
    from: TypedMoment,
    to: TypedMoment,
    what: String,
    reason: String,
}

async fn read(
    app: &App,
    visitor: &Visitor,
    of: (PersonId, EventId),
) -> Result<SeenEntry, PageError> {
    let caller = visitor.caller.clone();
    let seen = app.office().read(move |turn| seen_entry(turn, &caller, of)).await?;
    if seen.own || seen.proposes { Ok(seen) } else { Err(Refusal::NoRight.into()) }
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, EventId)>,
    Query(chosen): Query<Chosen>,
) -> Result<Markup, PageError> {
    let seen = read(&app, &visitor, of).await?;
    let zone = seen.zone();
    let (start, end) = (seen.sole(Field::Start), seen.sole(Field::End));
    let minute = |chosen: Option<i64>| chosen.map(Minute::new);
    let typed = Typed {
        from: TypedMoment::of("from", minute(chosen.from).or(start), zone),
        to: TypedMoment::of("to", minute(chosen.to).or(end), zone),
        what: "times".to_owned(),
        reason: if chosen.from.or(chosen.to).is_some() {
            visitor.say("entry-choose-reason", &[])
        } else {
            String::new()
        },
    };
    let body = body(&visitor, &seen, &typed, &Problems::new());
    Ok(page(&visitor, Section::Months, &title(&visitor, &seen), body))
}

fn title(visitor: &Visitor, seen: &SeenEntry) -> String {
    visitor.say(if seen.own { "entry-correct-own" } else { "entry-propose" }, &[])
}

fn body(visitor: &Visitor, seen: &SeenEntry, typed: &Typed, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let zone = seen.zone();
    let start = (say("entry-start-day"), say("entry-start-time"));
    let end = (say("entry-end-day"), say("entry-end-time"));
    let (what, times, gone) = (say("entry-what"), say("entry-what-times"), say("entry-what-gone"));
    let (reason, save) = if seen.own {
        (say("months-reason"), say("entry-correct-own-save"))
    } else {
        (say("entry-reason-shown"), say("entry-propose-save"))
    };
    let hint = say(if seen.own { "entry-correct-own-hint" } else { "entry-propose-hint" });
    html! {
        p.office-lead { (seen.named(visitor)) }
        (paragraphs(&hint))
        (form(visitor, &format!("{}/aendern", seen.path()), html! {
            (choice(&FormField::new("what", &what).value(&typed.what).problem(problems),
                &[("times", &times), ("gone", &gone)]))
            (typed.from.fields(visitor, zone, (&start.0, &start.1), problems))
            (typed.to.fields(visitor, zone, (&end.0, &end.1), problems))
            (text_area(&FormField::new("reason", &reason).value(&typed.reason).problem(problems)))
            (actions(button(Weight::Primary, &save)))
        }))
        p { (link(&seen.path(), &visitor.say("entry-back", &[("entry", Value::Text(&seen.named(visitor)))]))) }
    }
}

/// The begin and end that are to change; what is as it was is left out.
fn changed(
    visitor: &Visitor,
    seen: &SeenEntry,
    typed: &Typed,
    problems: &mut Problems,
) -> Option<Change> {
    if typed.what == "gone" {
        return Some(Change::Retract);
    }
    let zone = seen.zone();
    let from = typed.from.read(visitor, zone, problems)?;
    let to = typed.to.read(visitor, zone, problems)?;
    if from >= to {
        problems.add("to_time", visitor.say("entry-refused-wrong_order", &[]));
        return None;
    }
    let start_ms = (seen.sole(Field::Start) != Some(from)).then(|| from.ms());
    let end_ms = (seen.sole(Field::End) != Some(to)).then(|| to.ms());
    if start_ms.is_none() && end_ms.is_none() {
        problems.add("to_time", visitor.say("entry-nothing-changed", &[]));
        return None;
    }
    Some(Change::Ends { start_ms, end_ms })
}

async fn write(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, EventId)>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let seen = read(&app, &visitor, of).await?;
    let typed = Typed {
        from: TypedMoment::sent("from", &fields),
        to: TypedMoment::sent("to", &fields),
        what: fields.get("what").unwrap_or("times").to_owned(),
        reason: fields.get("reason").unwrap_or_default().trim().to_owned(),
    };
    let mut problems = Problems::new();
    let change = changed(&visitor, &seen, &typed, &mut problems);
    if typed.reason.is_empty() {
        problems.add("reason", visitor.say("months-reason-needed", &[]));
    }
    if let (Some(change), true) = (change, problems.is_empty()) {
        match act(&app, &visitor, &seen, change, typed.reason.clone()).await {
            Ok(()) => {
                let key = if seen.own { "entry-corrected" } else { "entry-proposed" };
                return Ok(done(&app, &seen.path(), &visitor.say(key, &[])));
            }
            Err(OfficeError::Refused(Refusal::Act(
                why @ (app::Refusal::WrongOrder
                | app::Refusal::InTheFuture
                | app::Refusal::ReasonNeeded
                | app::Refusal::NotNow),
            ))) => {
                problems.add("to_time", visitor.say(&format!("entry-refused-{}", why.code()), &[]));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let body = body(&visitor, &seen, &typed, &problems);
    Ok(refused(&visitor, Section::Months, &title(&visitor, &seen), &problems, body))
}

async fn act(
    app: &App,
    visitor: &Visitor,
    seen: &SeenEntry,
    change: Change,
    reason: String,
) -> Result<(), OfficeError> {
    let (caller, own) = (visitor.caller.clone(), seen.own);
    let (person, month, shift) = (seen.person, seen.month, seen.shift);
    let running =
        seen.entry().is_some_and(|entry| matches!(entry.state, EntryState::Running { .. }));
    app.office()
        .write(move |turn| {
            at_desk::act(turn, &caller, |acting| {
                match (own, change) {
                    (false, change) => acting.propose(person, month, shift, &change, &reason),
                    (true, Change::Retract) => acting.retract(shift, None, &reason),
                    // A forgotten end is said, not corrected.
                    (true, Change::Ends { start_ms: None, end_ms: Some(end) }) if running => {
                        acting.state_end(shift, end, None, Some(reason))
                    }
                    (true, Change::Ends { start_ms, end_ms }) => {
                        acting.correct(shift, start_ms, end_ms, &reason)
                    }
                }
            })
        })
        .await?;
    Ok(())
}
