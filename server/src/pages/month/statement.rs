//! The statement of an approval (Monatsnachweis), to take along: exactly the
//! bytes that were approved.

use super::read::{Ids, seen};
use crate::at_desk;
use crate::fault::Refusal;
use crate::pages::error::PageError;
use crate::pages::frame::put;
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::record::statement::Statement;
use assistenz_core::time::Month;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monat/{person}/{month}/nachweis/{approval}", get(download))
}

async fn download(
    State(app): State<App>,
    visitor: Visitor,
    Ids((person, month, approval)): Ids<(PersonId, Month, EventId)>,
) -> Result<Response, PageError> {
    let caller = visitor.caller.clone();
    let bytes = app
        .office()
        .read(move |turn| {
            let seen = seen(turn, &caller, (person, month))?;
            // A statement holds the lines of pay.
            if !seen.pays {
                return Err(Refusal::NoRight.into());
            }
            let approvals = &seen.overview.standing.approvals;
            let (_, approval) =
                approvals.iter().find(|(id, _)| *id == approval).ok_or(Refusal::NotFound)?;
            let review = at_desk::look(turn, &caller, |acting| {
                acting.document(DocumentId::review(person, month))
            })?;
            let statement = Statement::of_approval(&review, approval);
            Ok(statement.map_err(|_| Refusal::NotFound)?.to_bytes())
        })
        .await?;
    let mut response = bytes.into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    put(&mut response, header::CONTENT_TYPE, "application/json");
    let name = format!("attachment; filename=\"monatsnachweis-{month}.json\"");
    put(&mut response, header::CONTENT_DISPOSITION, &name);
    Ok(response)
}
