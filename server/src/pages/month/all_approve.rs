//! Everything clean in one act (alles Saubere freigeben): a page that names
//! each person with what would be approved, and the act.

use super::NEXT;
use super::all::{One, everybody};
use super::approve::{Preview, approve_shown, preview, terms};
use super::read::{Ids, seen, seen_now};
use crate::fault::{OfficeError, Refusal};
use crate::pages::components::{
    Weight, actions, button, column, form, heading, hidden, link, numbers, paragraphs, table,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page};
use crate::pages::right::{Approves, May};
use crate::pages::visitor::{Fields, Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::time::Month;
use assistenz_core::view::when;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monate/{month}/freigabe", get(confirm).post(approve))
}

/// One clean month with the statement that would be approved.
struct Clean {
    one: One,
    hash: String,
    worked: String,
    paid: Option<String>,
}

async fn confirm(
    State(app): State<App>,
    _: May<Approves>,
    Stepped(visitor): Stepped,
    Ids(month): Ids<Month>,
) -> Result<Markup, PageError> {
    let reader = visitor.clone();
    let clean = app
        .office()
        .read(move |turn| {
            let mut clean = Vec::new();
            for one in everybody(turn, &reader, month, seen)? {
                if !one.clean() {
                    continue;
                }
                let Some(terms) = terms(&one.decided, Vec::new()) else { continue };
                let of = (one.seen.person, month);
                if let Preview::Statement { hash, worked, paid } =
                    preview(turn, &reader, of, &terms, one.seen.pays)?
                {
                    clean.push(Clean { one, hash, worked, paid });
                }
            }
            Ok(clean)
        })
        .await?;
    let title = visitor.say("months-all-approve-title", &[("month", Value::Month(month))]);
    Ok(page(&visitor, Section::Months, &title, body(&visitor, month, &clean)))
}

fn body(visitor: &Visitor, month: Month, clean: &[Clean]) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let count = i64::try_from(clean.len()).unwrap_or(i64::MAX);
    let values = [("count", Value::Number(count)), ("month", Value::Month(month))];
    let back = link(
        &format!("/monate/{month}"),
        &visitor.say("months-to-all", &[("month", Value::Month(month))]),
    );
    if clean.is_empty() {
        return html! { (paragraphs(&say("months-all-approve-none"))) p { (back) } };
    }
    let heads = ["person", "what", "worked", "gross"].map(|word| say(&format!("months-{word}")));
    let columns = [column(&heads[0]), column(&heads[1]), numbers(&heads[2]), numbers(&heads[3])];
    let rows: Vec<Vec<Markup>> = clean
        .iter()
        .map(|row| {
            vec![
                html! { (row.one.seen.called(visitor)) },
                html! { (row.one.decided.headline) " " (row.one.decided.waiting) },
                html! { (row.worked) },
                html! { (row.paid.as_deref().unwrap_or_default()) },
            ]
        })
        .collect();
    let shown: Vec<String> =
        clean.iter().map(|row| format!("{}.{}", row.one.seen.person, row.hash)).collect();
    let shown = shown.join(" ");
    html! {
        (paragraphs(&visitor.say("months-all-approve-hint", &values)))
        (heading(&say("months-all-approve-table")))
        div.under-heading { (table(visitor, &say("months-all-approve-table"), &columns, &rows)) }
        section.office-next aria-labelledby=(NEXT) {
            h2.kern-heading-medium id=(NEXT) tabindex="-1" { (say("months-approve-heading")) }
            (form(visitor, &format!("/monate/{month}/freigabe"), html! {
                (hidden("s", &shown))
                (actions(button(Weight::Primary, &visitor.say("months-all-approve-button", &values))))
            }))
        }
        p { (back) }
    }
}

async fn approve(
    State(app): State<App>,
    _: May<Approves>,
    Stepped(visitor): Stepped,
    Ids(month): Ids<Month>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let reader = visitor.clone();
    let (approved, changed) = app
        .office()
        .write(move |turn| {
            let shown: Vec<(PersonId, String)> = fields
                .all("s")
                .flat_map(|list| list.split(' '))
                .filter_map(|one| {
                    let (person, hash) = one.split_once('.')?;
                    Some((person.parse().ok()?, hash.to_owned()))
                })
                .collect();
            let all = everybody(turn, &reader, month, seen_now)?;
            let (mut approved, mut changed) = (0_i64, Vec::new());
            for (person, hash) in shown {
                let one = all.iter().find(|one| one.seen.person == person);
                let one = one.ok_or(Refusal::NotFound)?;
                if !one.seen.approves {
                    return Err(Refusal::NoRight.into());
                }
                let done = match terms(&one.decided, Vec::new()) {
                    Some(terms) => {
                        approve_shown(turn, &reader.caller, (person, month), &terms, &hash)
                    }
                    None => Err(Refusal::StatementChanged.into()),
                };
                match done {
                    Ok(()) => approved += 1,
                    // Somebody recorded something meanwhile: theirs waits, the others do not.
                    Err(OfficeError::Refused(Refusal::StatementChanged | Refusal::Act(_))) => {
                        changed.push(one.seen.called(&reader));
                    }
                    Err(other) => return Err(other),
                }
            }
            Ok((approved, changed))
        })
        .await?;
    let values = [("count", Value::Number(approved)), ("month", Value::Month(month))];
    let mut sentence = visitor.say("months-all-approved", &values);
    if !changed.is_empty() {
        let names = when::listed(visitor.language, &changed);
        sentence.push(' ');
        sentence.push_str(&visitor.say("months-all-changed", &[("names", Value::Text(&names))]));
    }
    Ok(done(&app, &format!("/monate/{month}#{NEXT}"), &sentence))
}
