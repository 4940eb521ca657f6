//! Acts that a passkey signs (Freigaben mit Passkey): where the person has one
//! and the browser has JavaScript, sending the form asks the passkey first, and
//! its signature over the hash of exactly this content goes into the record.
//! Without either, the office signs for the person, as the record then says.
//!
//! A page takes part in three places: [`form`] in its markup; a second address,
//! `…/frage`, that answers with [`question`]; and [`act`] where it acted before.

use super::error::PageError;
use super::visitor::Visitor;
use crate::at_desk;
use crate::desk::{self, Ritual};
use crate::fault::OfficeError;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::{Acting, AppError};
use axum::Json;
use maud::{Markup, html};

/// The field that holds the question's id.
pub const QUESTION: &str = "frage";
/// The field that holds the passkey's answer.
pub const ANSWER: &str = "antwort";

/// A form whose sending asks the passkey, where there is one (`has_passkey`).
#[must_use]
pub fn form(visitor: &Visitor, action: &str, has_passkey: bool, body: Markup) -> Markup {
    if !has_passkey {
        return super::components::form(visitor, action, body);
    }
    html! {
        form.stack method="post" action=(action)
            data-passkey="get" data-ask={ (action) "/frage" } data-may-do-without="" {
            input type="hidden" name="csrf" value=(visitor.csrf());
            input type="hidden" name=(QUESTION) value="";
            input type="hidden" name=(ANSWER) value="";
            (body)
            p.kern-body role="alert" data-passkey-failed="" hidden {
                (visitor.say("page-signing-failed", &[]))
            }
        }
    }
}

/// Whether this person has a passkey to sign with.
///
/// # Errors
///
/// The disk's.
pub fn has_passkey(turn: &mut Turn<'_>, app: &App, caller: &Caller) -> Result<bool, OfficeError> {
    let kept = turn.door.passkeys_of(caller.team(), caller.person())?;
    Ok(app.passkeys().possible() && !kept.is_empty())
}

/// Rehearses the act and asks the passkey for a signature over what it would write.
///
/// # Errors
///
/// The act's own refusals; [`crate::fault::Refusal::NoPasskeys`].
pub async fn question<T: 'static>(
    app: &App,
    caller: &Caller,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError> + Send + 'static,
) -> Result<Json<serde_json::Value>, PageError> {
    let (asking, caller) = (app.clone(), caller.clone());
    let question = app
        .office()
        .read(move |turn| {
            let ritual = Ritual::draw(turn)?;
            let body = desk::rehearse(turn, &caller, ritual, work)?;
            let of = (caller.team(), caller.person());
            let keys = turn.door.passkeys_of(of.0, of.1)?;
            let id = (turn.random()?, turn.now_ms);
            asking.passkeys().ask_over(of, &keys, (ritual, body), id)
        })
        .await?;
    Ok(Json(question))
}

/// Does the act: signed by the passkey where `answer` holds its answer, else by
/// the office for the person.
///
/// # Errors
///
/// The act's own; [`crate::fault::Refusal::NotProven`] if the answer does not
/// fit; [`crate::fault::Refusal::StatementChanged`] if by now something else
/// would be written than was signed over.
pub fn act<T>(
    turn: &mut Turn<'_>,
    app: &App,
    caller: &Caller,
    (question, answer): (&str, &str),
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    if answer.is_empty() {
        return at_desk::act(turn, caller, work);
    }
    let of = (caller.team(), caller.person());
    let shown = (question, answer);
    let (ritual, signed) = app.passkeys().signed_over(turn.door, of, shown, turn.now_ms)?;
    desk::act_signed(turn, caller, ritual, signed, work)
}
