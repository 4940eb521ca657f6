//! A new version of a contract: it holds from its day on; what was before stays.

use super::contract_form::fields;
use super::contract_read::{Typed, field_of, read};
use super::{Known, one};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::pages::components::{Problems, Weight, actions, button, form, link_button, paragraphs};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{May, Pays};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use assistenz_core::app;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

/// The newest version, and what a form begins with.
async fn before(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
) -> Result<(Known, Option<ContractVersion>, Typed), PageError> {
    let known = one(app, visitor, person).await?;
    let caller = visitor.caller.clone();
    let (newest, region) = app
        .office()
        .read(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::contract(person))?;
            at_desk::look(turn, &caller, |acting| {
                Ok((acting.contract_of(person)?.pop(), acting.team_region()?))
            })
        })
        .await?;
    let typed = newest.as_ref().map_or_else(|| Typed::first(region.as_ref()), Typed::of);
    Ok((known, newest, typed))
}

fn title(visitor: &Visitor, known: &Known, newest: Option<&ContractVersion>) -> String {
    let key = if newest.is_some() { "page-team-contract-new" } else { "page-team-contract-first" };
    visitor.say(key, &[("name", Value::Text(&known.name))])
}

/// `GET /team/{person}/vertrag`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let (known, newest, typed) = before(&app, &visitor, person).await?;
    let body = body(&visitor, &known, newest.as_ref(), &typed, &Problems::new());
    Ok(page(&visitor, Section::Team, &title(&visitor, &known, newest.as_ref()), body))
}

fn body(
    visitor: &Visitor,
    known: &Known,
    newest: Option<&ContractVersion>,
    typed: &Typed,
    problems: &Problems,
) -> Markup {
    let lead = match newest {
        Some(version) => {
            visitor.say("page-team-contract-lead-new", &[("day", Value::Day(version.valid_from))])
        }
        None => visitor.say("page-team-contract-lead-first", &[]),
    };
    html! {
        (paragraphs(&lead))
        (form(visitor, &format!("{}/vertrag", known.address()), html! {
            (fields(visitor, typed, newest, problems))
            (actions(html! {
                (button(
                    Weight::Primary,
                    &visitor.say("page-team-contract-save", &[("name", Value::Text(&known.name))]),
                ))
                (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
            }))
        }))
    }
}

/// `POST /team/{person}/vertrag`
pub(super) async fn save(
    State(app): State<App>,
    May(visitor, _): May<Pays>,
    Ids(person): Ids<PersonId>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    let (known, newest, _) = before(&app, &visitor, person).await?;
    let typed = Typed::sent(&sent);
    let mut problems = Problems::new();
    let version = read(&visitor, &typed, newest.as_ref(), &mut problems);
    if let Some(version) = version {
        let (caller, from) = (visitor.caller.clone(), version.valid_from);
        let written = app
            .office()
            .write(move |turn| {
                at_desk::may_write(turn, &caller, &DocumentId::contract(person))?;
                at_desk::act(turn, &caller, |acting| acting.put_contract(person, &version))
            })
            .await;
        match written {
            Ok(_) => {
                let sentence =
                    visitor.say("page-team-contract-saved", &[("day", Value::Day(from))]);
                return Ok(done(&app, &known.address(), &sentence));
            }
            Err(OfficeError::Refused(Refusal::Act(app::Refusal::Contract(refusal)))) => {
                let key = format!("page-team-{}", refusal.code().replace('_', "-"));
                problems.add(field_of(&refusal), visitor.say(&key, &[]));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let title = title(&visitor, &known, newest.as_ref());
    let body = body(&visitor, &known, newest.as_ref(), &typed, &problems);
    Ok(refused(&visitor, Section::Team, &title, &problems, body))
}
