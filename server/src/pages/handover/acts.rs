//! Handing over, after a page of its own; and fetching what went out.

use super::super::components::{Weight, actions, button, form, link_button, paragraphs};
use super::super::download;
use super::super::error::PageError;
use super::super::frame::{Section, done, go, page};
use super::super::visitor::{Sent, Stepped, Visitor};
use super::gather::gather;
use super::{address, hands_over, may_look, month_of, parts};
use crate::fault::Refusal;
use crate::handover;
use crate::pages::right::{May, Pays};
use crate::routes::App;
use assistenz_core::app::handover::Export;
use assistenz_core::payroll::ExportSet;
use assistenz_core::view::sheet;
use assistenz_core::words::{Value, say};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::html;
use serde::Deserialize;

/// A form without fields of its own.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

fn only_who_hands_over(visitor: &Visitor) -> Result<(), PageError> {
    if hands_over(visitor) { Ok(()) } else { Err(Refusal::NoRight.into()) }
}

/// The page that asks before anything is written.
pub(super) async fn ask_first(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Path(month): Path<String>,
) -> Result<Response, PageError> {
    only_who_hands_over(&visitor)?;
    let month = month_of(&month)?;
    let shown = gather(&app, &visitor, month).await?;
    if !shown.view.stage.may_go() {
        // Something has changed meanwhile: the page of the month says what.
        return Ok(go(&address(month)));
    }
    let of_month = [("month", Value::Month(month))];
    let say = |key: &str| visitor.say(key, &of_month);
    let fields = actions(html! {
        (button(Weight::Primary, &say("page-payroll-confirm")))
        (link_button(Weight::Secondary, &address(month), &say("page-payroll-confirm-back")))
    });
    let body = html! {
        (paragraphs(&say("page-payroll-confirm-lead")))
        (paragraphs(&say("page-payroll-confirm-later")))
        (parts::facts(&visitor, &shown.view))
        (form(&visitor, &format!("{}/uebergabe", address(month)), fields))
        (parts::by_hand(&visitor, &shown.view))
        (parts::hints(&visitor, &shown.view))
    };
    let title = say("page-payroll-confirm-title");
    Ok(page(&visitor, Section::Payroll, &title, body).into_response())
}

/// Hands the month over.
pub(super) async fn hand_over(
    State(app): State<App>,
    _: May<Pays>,
    Stepped(visitor): Stepped,
    Path(month): Path<String>,
    Sent(Nothing {}): Sent<Nothing>,
) -> Result<Response, PageError> {
    only_who_hands_over(&visitor)?;
    let month = month_of(&month)?;
    let shown = gather(&app, &visitor, month).await?;
    if !shown.view.stage.may_go() {
        // Sent twice, or something came in meanwhile: nothing is written.
        return Ok(go(&address(month)));
    }
    let sentence = visitor.say("page-payroll-made", &[("month", Value::Month(month))]);
    app.office().write(move |turn| handover::make(turn, &visitor.caller, month)).await?;
    Ok(done(&app, &address(month), &sentence))
}

/// A file that went out, byte for byte.
pub(super) async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((month, export, sha256)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    may_look(&visitor)?;
    month_of(&month)?;
    let caller = visitor.caller;
    let file =
        app.office().write(move |turn| handover::fetch(turn, &caller, &export, &sha256)).await?;
    Ok(download::file(&file.name, file.media_type, file.bytes))
}

/// The cover sheet of what went out: `1-42` is its text, `1-42.pdf` and the like
/// the document.
pub(super) async fn cover(
    State(app): State<App>,
    visitor: Visitor,
    Path((month, export)): Path<(String, String)>,
) -> Result<Response, PageError> {
    may_look(&visitor)?;
    month_of(&month)?;
    let (name, form) = match download::named(&export) {
        Ok((name, form)) => (name.to_owned(), Some(form)),
        Err(_) => (export, None),
    };
    let (caller, language) = (visitor.caller, visitor.language);
    let (export, set): (Export, ExportSet) = app
        .office()
        .read(move |turn| {
            let export = handover::find(turn, &caller, &name)?;
            let mut set = handover::again(turn, &caller, &export)?;
            set.cover = set.cover.with_questions(handover::open_questions(turn, &caller, &export)?);
            Ok((export, set))
        })
        .await?;
    let name = format!("begleitblatt-{}-{}", export.month, handover::name_of(export.at));
    if let Some(form) = form {
        let mut sheet = sheet::cover(language, &set.cover, parts::day(export.made_ms));
        sheet.file_name = name;
        return download::document(form, sheet).await;
    }
    let text = set.cover.text(&|key, words| {
        let values: Vec<(&str, Value<'_>)> =
            words.iter().map(|(name, text)| (*name, Value::Text(text))).collect();
        say(language, key, &values)
    });
    Ok(download::file(&format!("{name}.txt"), "text/plain; charset=utf-8", text.into_bytes()))
}
