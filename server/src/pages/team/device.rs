//! Letting a phone in by its six digits, and ending one for ever.

use super::person::{last_heard, phone_name};
use super::{Known, Phone, one};
use crate::door::Pairing;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::invite as pairing;
use crate::membership;
use crate::pages::components::{
    Field, Problems, Tone, Weight, actions, alert, button, digits_field, form, link_button,
    paragraphs,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{ManagesTeam, May};
use crate::pages::visitor::{Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::{DeviceId, PersonId};
use assistenz_core::log::Topic;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

fn pairing_id(text: &str) -> Result<[u8; 16], Refusal> {
    let mut id = [0; 16];
    hex::decode_to_slice(text, &mut id).map_err(|_| Refusal::NotFound)?;
    Ok(id)
}

/// The pairing with its person, if it still waits.
async fn found(
    app: &App,
    visitor: &Visitor,
    id: [u8; 16],
) -> Result<(Pairing, pairing::Standing, Known), PageError> {
    visitor.caller.employer_or(Topic::Team)?;
    let team = visitor.caller.team();
    let (waiting, standing) = app
        .office()
        .read(move |turn| {
            let found = turn.door.pairing(&id)?.filter(|pairing| pairing.team == team);
            let found = found.ok_or(Refusal::NotFound)?;
            let standing = pairing::standing(turn, &found)?;
            Ok::<_, OfficeError>((found, standing))
        })
        .await?;
    let known = one(app, visitor, waiting.person).await?;
    Ok((waiting, standing, known))
}

/// `GET /team/warten/{pairing}`
pub(super) async fn waiting(
    State(app): State<App>,
    visitor: Visitor,
    Ids(pairing): Ids<String>,
) -> Result<Markup, PageError> {
    let (_, standing, known) = found(&app, &visitor, pairing_id(&pairing)?).await?;
    let title = visitor.say("page-team-let-in-title", &name(&known));
    let body = match standing {
        pairing::Standing::Waiting => asked(&visitor, &pairing, &known, "", &Problems::new()),
        pairing::Standing::Confirmed | pairing::Standing::Over => over(&visitor, &known, standing),
    };
    Ok(page(&visitor, Section::Team, &title, body))
}

fn name(known: &Known) -> [(&'static str, Value<'_>); 1] {
    [("name", Value::Text(known.name.as_str()))]
}

fn over(visitor: &Visitor, known: &Known, standing: pairing::Standing) -> Markup {
    let (tone, key) = match standing {
        pairing::Standing::Confirmed => (Tone::Success, "page-team-let-in-already"),
        pairing::Standing::Waiting | pairing::Standing::Over => {
            (Tone::Warning, "page-team-let-in-over")
        }
    };
    html! {
        (alert(tone, &visitor.say(key, &name(known)), None))
        (actions(link_button(
            Weight::Secondary,
            &known.address(),
            &visitor.say("page-team-code-back", &name(known)),
        )))
    }
}

fn asked(
    visitor: &Visitor,
    pairing: &str,
    known: &Known,
    typed: &str,
    problems: &Problems,
) -> Markup {
    let (label, hint) =
        (visitor.say("page-team-digits", &[]), visitor.say("page-team-digits-hint", &[]));
    let field = Field::new("digits", &label)
        .hint(&hint)
        .value(typed)
        .problem(problems)
        .complete("one-time-code");
    let action = format!("/team/warten/{pairing}");
    html! {
        (paragraphs(&visitor.say("page-team-let-in-lead", &name(known))))
        (form(visitor, &action, html! {
            (digits_field(&field))
            (actions(button(Weight::Primary, &visitor.say("page-team-let-in", &name(known)))))
        }))
        (form(visitor, &format!("{action}/abweisen"), actions(
            button(Weight::Secondary, &visitor.say("page-team-turn-away", &name(known))),
        )))
    }
}

/// The digits that the phone shows.
#[derive(Debug, Deserialize)]
pub(super) struct Digits {
    digits: String,
}

/// `POST /team/warten/{pairing}`
pub(super) async fn confirm(
    State(app): State<App>,
    _: May<ManagesTeam>,
    Stepped(visitor): Stepped,
    Ids(pairing): Ids<String>,
    Sent(typed): Sent<Digits>,
) -> Result<Response, PageError> {
    let id = pairing_id(&pairing)?;
    let (_, _, known) = found(&app, &visitor, id).await?;
    let (caller, digits) = (visitor.caller.clone(), typed.digits.clone());
    let done_so = app
        .office()
        .write(move |turn| match pairing::confirm(turn, &caller, &id, &digits) {
            Ok(_) => Ok(None),
            // Wrong digits are counted, which must be kept.
            Err(OfficeError::Refused(refusal @ Refusal::OtherDigits)) => Ok(Some(refusal)),
            Err(other) => Err(other),
        })
        .await?;
    if done_so.is_some() {
        let (_, standing, _) = found(&app, &visitor, id).await?;
        let title = visitor.say("page-team-let-in-title", &name(&known));
        if standing != pairing::Standing::Waiting {
            let body = over(&visitor, &known, standing);
            return Ok(refused(&visitor, Section::Team, &title, &Problems::new(), body));
        }
        let mut problems = Problems::new();
        problems.add("digits", visitor.say("page-team-problem-digits", &[]));
        let body = asked(&visitor, &pairing, &known, &typed.digits, &problems);
        return Ok(refused(&visitor, Section::Team, &title, &problems, body));
    }
    Ok(done(&app, &known.address(), &visitor.say("page-team-let-in-done", &name(&known))))
}

/// Nothing is typed.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// `POST /team/warten/{pairing}/abweisen`
pub(super) async fn refuse(
    State(app): State<App>,
    May(visitor, _): May<ManagesTeam>,
    Ids(pairing): Ids<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let id = pairing_id(&pairing)?;
    let (_, _, known) = found(&app, &visitor, id).await?;
    app.office()
        .write(move |turn| {
            turn.door.refuse(&id, turn.now_ms)?;
            Ok::<_, OfficeError>(())
        })
        .await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-turned-away", &name(&known))))
}

/// The phone among the person's.
fn phone_of(known: &Known, device: DeviceId) -> Result<Phone, Refusal> {
    let found = known.devices.iter().find(|phone| phone.device == device);
    found.cloned().ok_or(Refusal::NotFound)
}

/// `GET /team/{person}/geraet/{device}`: what ending it means, before it is done.
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids((person, device)): Ids<(PersonId, DeviceId)>,
) -> Result<Markup, PageError> {
    visitor.caller.employer_or(Topic::Team)?;
    let known = one(&app, &visitor, person).await?;
    let phone = phone_of(&known, device)?;
    let called = phone_name(&visitor, &phone);
    let values =
        [("device", Value::Text(called.as_str())), ("name", Value::Text(known.name.as_str()))];
    let body = html! {
        @if phone.revoked {
            (alert(Tone::Info, &visitor.say("page-team-revoked-already", &[]), None))
        } @else {
            p.kern-body { (last_heard(&visitor, &phone)) }
            (paragraphs(&visitor.say("page-team-revoke-lead", &[])))
            (form(&visitor, &format!("{}/geraet/{device}", known.address()), actions(html! {
                (button(Weight::Primary, &visitor.say("page-team-revoke-go", &values)))
                (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
            })))
        }
    };
    Ok(page(&visitor, Section::Team, &visitor.say("page-team-revoke", &values), body))
}

/// `POST /team/{person}/geraet/{device}`
pub(super) async fn revoke(
    State(app): State<App>,
    _: May<ManagesTeam>,
    Stepped(visitor): Stepped,
    Ids((person, device)): Ids<(PersonId, DeviceId)>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    let known = one(&app, &visitor, person).await?;
    phone_of(&known, device)?;
    let caller = visitor.caller.clone();
    app.office().write(move |turn| membership::revoke_device(turn, &caller, device)).await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-revoke-done", &[])))
}
