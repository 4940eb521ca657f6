//! Reopening an approved month (wieder öffnen), with a reason. What was
//! approved stays payable until a new approval.

use super::NEXT;
use super::read::{Ids, Seen, seen};
use crate::at_desk;
use crate::fault::Refusal;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, form, link, paragraphs, text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{Approves, May};
use crate::pages::visitor::{Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::time::Month;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monat/{person}/{month}/oeffnen", get(ask).post(reopen))
}

async fn read(app: &App, visitor: &Visitor, of: (PersonId, Month)) -> Result<Seen, PageError> {
    let caller = visitor.caller.clone();
    let month = app.office().read(move |turn| seen(turn, &caller, of)).await?;
    if month.approves { Ok(month) } else { Err(Refusal::NoRight.into()) }
}

async fn ask(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Ids(of): Ids<(PersonId, Month)>,
) -> Result<Markup, PageError> {
    let month = read(&app, &visitor, of).await?;
    let title = visitor.say("months-reopen-title", &[]);
    Ok(page(&visitor, Section::Months, &title, body(&visitor, &month, "", &Problems::new())))
}

fn body(visitor: &Visitor, month: &Seen, typed: &str, problems: &Problems) -> Markup {
    let whom = month.whom_and_when(visitor);
    let values = [("whom", Value::Text(&whom))];
    let label = visitor.say("months-reason", &[]);
    html! {
        p.office-lead { (whom) }
        (paragraphs(&visitor.say("months-reopen-hint", &[])))
        (form(visitor, &format!("{}/oeffnen", month.path()), html! {
            (text_area(&Field::new("reason", &label).value(typed).problem(problems)))
            (actions(button(Weight::Primary, &visitor.say("months-reopen", &values))))
        }))
        p { (link(&month.path(), &visitor.say("months-back", &values))) }
    }
}

#[derive(Debug, Deserialize)]
struct Reason {
    reason: String,
}

async fn reopen(
    State(app): State<App>,
    _: May<Approves>,
    Stepped(visitor): Stepped,
    Ids(of): Ids<(PersonId, Month)>,
    Sent(typed): Sent<Reason>,
) -> Result<Response, PageError> {
    let month = read(&app, &visitor, of).await?;
    let reason = typed.reason.trim().to_owned();
    if reason.is_empty() {
        let mut problems = Problems::new();
        problems.add("reason", visitor.say("months-reason-needed", &[]));
        let title = visitor.say("months-reopen-title", &[]);
        let body = body(&visitor, &month, &typed.reason, &problems);
        return Ok(refused(&visitor, Section::Months, &title, &problems, body));
    }
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| at_desk::act(turn, &caller, |acting| acting.reopen(of.0, of.1, &reason)))
        .await?;
    let whom = month.whom_and_when(&visitor);
    let sentence = visitor.say("months-reopened", &[("whom", Value::Text(&whom))]);
    Ok(done(&app, &format!("{}#{NEXT}", month.path()), &sentence))
}
