//! Nachweis (evidence): the file to take along, what it proves, and what not.

use super::components::{
    Tone, Weight, actions, alert, heading, link_button, paragraphs, summary_list,
};
use super::error::PageError;
use super::frame::{Section, page};
use super::visitor::Visitor;
use crate::evidence;
use crate::fault::OfficeError;
use crate::routes::App;
use assistenz_core::ledger::Position;
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};

/// What the file is called when it is saved.
const FILE: &str = "nachweis.cbor";

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/nachweis", get(look)).route("/nachweis/datei", get(download))
}

/// The record in numbers.
struct Facts {
    entries: u64,
    since: Option<NaiveDate>,
    epoch: u32,
    checkpoint: String,
}

async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    visitor.caller.employer()?;
    let team = visitor.caller.team();
    let facts = app
        .office()
        .read(move |turn| {
            let head = turn.ledger.head(team)?;
            let head = head.ok_or(OfficeError::Inconsistent("a team without a log"))?;
            let mut entries = 0;
            for epoch in 1..=head.epoch {
                entries += turn.ledger.epoch_size(team, epoch)?;
            }
            let first = turn.ledger.after(team, Position { epoch: 1, seq: 0 }, 1)?;
            let since =
                first.first().map(|(place, _)| Minute::floor_ms(place.received_ms).day(Berlin));
            let checkpoint = turn.ledger.last_checkpoint(team)?.map(|(_, _, text)| text);
            let checkpoint = checkpoint.unwrap_or_default();
            Ok(Facts { entries, since, epoch: head.epoch, checkpoint })
        })
        .await?;
    let title = visitor.say("page-evidence-title", &[]);
    Ok(page(&visitor, Section::Evidence, &title, body(&visitor, &facts)))
}

fn body(visitor: &Visitor, facts: &Facts) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let points = |what: &str, count: usize| {
        html! {
            ul.office-list {
                @for point in 1..=count { li { (say(&format!("page-evidence-{what}-{point}"))) } }
            }
        }
    };
    let command = visitor.say("page-evidence-check-command", &[("file", Value::Text(FILE))]);
    html! {
        (paragraphs(&say("page-evidence-lead")))
        (actions(link_button(Weight::Primary, "/nachweis/datei", &say("page-evidence-download"))))
        (alert(
            Tone::Warning,
            &say("page-evidence-file"),
            Some(&paragraphs(&say("page-evidence-file-care"))),
        ))
        (heading(&say("page-evidence-proves")))
        (points("proves", 5))
        (heading(&say("page-evidence-not")))
        (points("not", 4))
        (heading(&say("page-evidence-check")))
        (paragraphs(&say("page-evidence-check-lead")))
        pre.office-command tabindex="0" { code { (command) } }
        (paragraphs(&say("page-evidence-check-other")))
        (heading(&say("page-evidence-facts")))
        (numbers(visitor, facts))
        (paragraphs(&say("page-evidence-checkpoint-lead")))
    }
}

fn numbers(visitor: &Visitor, facts: &Facts) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let since = facts.since.map_or_else(String::new, |day| {
        visitor.say("page-evidence-day", &[("day", Value::Day(day))])
    });
    let again = i64::from(facts.epoch.saturating_sub(1));
    let again = if again == 0 {
        say("page-evidence-never")
    } else {
        visitor.say("page-evidence-times", &[("count", Value::Number(again))])
    };
    let keys = [
        say("page-evidence-fact-entries"),
        say("page-evidence-fact-since"),
        say("page-evidence-fact-epoch"),
        say("page-evidence-fact-checkpoint"),
    ];
    summary_list(&[
        (&keys[0], html! { (facts.entries) }),
        (&keys[1], html! { (since) }),
        (&keys[2], html! { (again) }),
        (
            &keys[3],
            html! { pre.office-command tabindex="0" { code { (facts.checkpoint.trim()) } } },
        ),
    ])
}

async fn download(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    visitor.caller.employer()?;
    let team = visitor.caller.team();
    let bytes = app.office().write(move |turn| evidence::file(turn, team)).await?;
    let name = format!("attachment; filename=\"{FILE}\"");
    let headers = [(CONTENT_TYPE, "application/cbor".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}
