//! The trusted person (Vertrauensperson), who may let an employer back in that
//! has lost every way in. There is one at a time.

use super::{Known, one};
use crate::fault::Refusal;
use crate::input::Ids;
use crate::journal;
use crate::pages::components::{Weight, actions, button, form, link_button, paragraphs};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page};
use crate::pages::right::{Employs, May};
use crate::pages::visitor::{Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Operation, Role};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

/// Whether somebody can be named: another employer lets one in without it.
pub(super) fn can_be(known: &Known, now_ms: i64) -> bool {
    known.member.is_live(now_ms) && !known.member.is(Role::Employer, now_ms)
}

async fn candidate(app: &App, visitor: &Visitor, person: PersonId) -> Result<Known, PageError> {
    let known = one(app, visitor, person).await?;
    if !can_be(&known, visitor.caller.now_ms) {
        return Err(Refusal::NotFound.into());
    }
    Ok(known)
}

fn name(known: &Known) -> [(&'static str, Value<'_>); 1] {
    [("name", Value::Text(known.name.as_str()))]
}

/// `GET /team/{person}/vertrauen`
pub(super) async fn look(
    State(app): State<App>,
    May(visitor, _): May<Employs>,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let known = candidate(&app, &visitor, person).await?;
    let body = html! {
        (paragraphs(&visitor.say("page-team-trust-lead", &name(&known))))
        (form(&visitor, &format!("{}/vertrauen", known.address()), actions(html! {
            (button(Weight::Primary, &visitor.say("page-team-trust-go", &name(&known))))
            (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
        })))
    };
    Ok(page(&visitor, Section::Team, &visitor.say("page-team-trust-title", &name(&known)), body))
}

/// Nothing is typed.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// `POST /team/{person}/vertrauen`
pub(super) async fn name_one(
    State(app): State<App>,
    _: May<Employs>,
    Stepped(visitor): Stepped,
    Ids(person): Ids<PersonId>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let known = candidate(&app, &visitor, person).await?;
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| journal::act(turn, &caller, Operation::Trust { person }))
        .await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-trust-done", &name(&known))))
}
