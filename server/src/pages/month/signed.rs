//! The approval that a passkey signs: what it is asked, and that nothing else
//! is approved than what was shown.

use super::approve::{reasons, terms};
use super::read::{Ids, decisions, seen_now};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::pages::error::PageError;
use crate::pages::right::{Approves, May};
use crate::pages::signing;
use crate::pages::visitor::{Fields, Sent, Stepped};
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::{self, Acting, ApprovalTerms};
use assistenz_core::document::PersonId;
use assistenz_core::time::Month;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monat/{person}/{month}/freigabe/frage", post(ask_passkey))
}

/// What a passkey is to sign: the approval of exactly what was shown.
async fn ask_passkey(
    State(app): State<App>,
    _: May<Approves>,
    Stepped(visitor): Stepped,
    Ids(of): Ids<(PersonId, Month)>,
    Sent(fields): Sent<Fields>,
) -> Result<Json<serde_json::Value>, PageError> {
    let (caller, language) = (visitor.caller.clone(), visitor.language);
    let terms = app
        .office()
        .read(move |turn| {
            let month = seen_now(turn, &caller, of)?;
            if !month.approves {
                return Err(Refusal::NoRight.into());
            }
            let chosen = decisions(fields.get("d").unwrap_or_default());
            let decided = month.by_exception(language).decide(&chosen);
            let over =
                reasons(&decided, &fields).ok_or(Refusal::Act(app::Refusal::ReasonNeeded))?;
            let terms = terms(&decided, over).ok_or(Refusal::StatementChanged)?;
            let shown = fields.get("sha256").unwrap_or_default();
            still_shown(turn, &caller, of, &terms, shown)?;
            Ok(terms)
        })
        .await?;
    let work = move |acting: &mut Acting<'_>| acting.approve(of.0, of.1, &terms);
    signing::question(&app, &visitor.caller, work).await
}

/// Only while these terms would approve exactly the statement that was shown.
pub(super) fn still_shown(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, month): (PersonId, Month),
    terms: &ApprovalTerms,
    shown: &str,
) -> Result<(), OfficeError> {
    let now = at_desk::look(turn, caller, |acting| {
        Ok(acting.statement_of(person, month, terms)?.0.hash())
    })?;
    if now.to_string() == shown { Ok(()) } else { Err(Refusal::StatementChanged.into()) }
}
