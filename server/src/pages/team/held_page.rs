//! Entries that are stored but do not count until the employer has decided:
//! from a phone that was ended, or from somebody without the right.

use super::{known, moment, nameless};
use crate::fault::{OfficeError, Refusal};
use crate::held::{self, Held};
use crate::journal;
use crate::pages::components::{
    Tone, Weight, actions, alert, button_with, form, heading_3, hidden, link, paragraphs,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page};
use crate::pages::right::{Employs, May};
use crate::pages::visitor::{Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::{EntryId, Period};
use assistenz_core::log::Stream;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

/// A held entry in words.
struct Told {
    held: Held,
    who: String,
}

/// `GET /team/zurueckgehalten`
pub(super) async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    visitor.caller.employer()?;
    let (caller, nameless) = (visitor.caller.clone(), nameless(&visitor));
    let all = app
        .office()
        .read(move |turn| {
            let state = journal::state(turn, caller.team())?;
            let mut told = Vec::new();
            for held in held::waiting(turn, caller.team())? {
                let owner = state.device(held.device).map(|device| device.person);
                let who = match owner {
                    Some(person) => known(turn, &caller, &nameless, person)?.name,
                    None => nameless("?"),
                };
                told.push(Told { held, who });
            }
            Ok::<_, OfficeError>(told)
        })
        .await?;
    let title = visitor.say("page-team-held", &[]);
    let body = html! {
        (paragraphs(&visitor.say("page-team-held-lead", &[])))
        @if all.is_empty() {
            (alert(Tone::Success, &visitor.say("page-team-held-none", &[]), None))
        }
        @for told in &all { (one(&visitor, told)) }
        p.kern-body { (link("/team", &visitor.say("page-team-back", &[]))) }
    };
    Ok(page(&visitor, Section::Team, &title, body))
}

/// What the entry is about: `Zeiten im November 2026`.
fn about(visitor: &Visitor, stream: Stream) -> String {
    let id = match stream {
        Stream::Document(about) => about.document(),
        Stream::Policy => None,
    };
    let Some(id) = id else { return visitor.say("page-team-held-about-other", &[]) };
    let kind = visitor.say(&format!("page-team-held-about-{}", id.kind().word()), &[]);
    match id.period() {
        Period::Month(month) => {
            let values = [("kind", Value::Text(kind.as_str())), ("month", Value::Month(month))];
            visitor.say("page-team-held-about-month", &values)
        }
        Period::Year(_) | Period::Always => kind,
    }
}

fn one(visitor: &Visitor, told: &Told) -> Markup {
    let held = &told.held;
    let about = about(visitor, held.document);
    let short: String = held.batch.to_string().chars().take(4).collect();
    let values = [
        ("who", Value::Text(told.who.as_str())),
        ("about", Value::Text(about.as_str())),
        ("id", Value::Text(&short)),
    ];
    let name = visitor.say("page-team-held-name", &values);
    let named = [("name", Value::Text(name.as_str()))];
    html! {
        section.team-card {
            (heading_3(&name))
            p.kern-body { (visitor.say(&format!("page-team-held-cause-{}", held.cause.code()), &[])) }
            @if let Some(ms) = held.received_ms {
                @let at = moment(visitor, ms);
                p.kern-body { (visitor.say("page-team-held-received", &[("at", Value::Text(&at))])) }
            }
            (form(visitor, "/team/zurueckgehalten", html! {
                (hidden("batch", &held.batch.to_string()))
                (actions(html! {
                    @if held.is_releasable() {
                        (button_with(
                            Weight::Primary, &visitor.say("page-team-held-keep", &named), "was", "behalten",
                        ))
                    }
                    (button_with(
                        Weight::Secondary, &visitor.say("page-team-held-refuse", &named), "was", "ablehnen",
                    ))
                }))
            }))
        }
    }
}

/// What the employer decides.
#[derive(Debug, Deserialize)]
pub(super) struct Decision {
    batch: String,
    was: String,
}

/// `POST /team/zurueckgehalten`
pub(super) async fn decide(
    State(app): State<App>,
    _: May<Employs>,
    Stepped(visitor): Stepped,
    Sent(decision): Sent<Decision>,
) -> Result<Response, PageError> {
    let batch: EntryId = decision.batch.parse().map_err(|_| Refusal::NotFound)?;
    let keep = match decision.was.as_str() {
        "behalten" => true,
        "ablehnen" => false,
        _ => return Err(Refusal::Malformed("keep or refuse").into()),
    };
    let caller = visitor.caller.clone();
    app.office().write(move |turn| held::decide(turn, &caller, batch, keep)).await?;
    let key = if keep { "page-team-held-kept" } else { "page-team-held-refused" };
    Ok(done(&app, "/team/zurueckgehalten", &visitor.say(key, &[])))
}
