//! Everything about a person, readable without us (Art. 15 und 20 DSGVO): one
//! page for people and one file for programs, both from the phone's own copy.

use super::month::month;
use super::{ExportFile, MonthSheet, Showing, history, plan, readers};
use crate::app::month::documents_with;
use crate::app::{Acting, AppError};
use crate::document::{DocumentId, DocumentKind, PersonId};
use crate::ledger::KeptEntry;
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::time::{Minute, Month};
use serde_json::json;

/// The export of everything this phone holds about its owner.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn everything(acting: &mut Acting<'_>, showing: &Showing) -> Result<Vec<ExportFile>, AppError> {
    let months: Vec<Month> = history::months(acting, showing)?.into_iter().collect();
    let mut sheets = Vec::new();
    for one in &months {
        sheets.push(month(acting, showing, *one)?);
    }
    let page = page(acting, showing, &months, &sheets)?;
    let record = record(acting)?;
    Ok(vec![
        ExportFile {
            name: "assistenzzeit.html".to_owned(),
            media_type: "text/html; charset=utf-8".to_owned(),
            bytes: page.into_bytes(),
        },
        ExportFile {
            name: "assistenzzeit.json".to_owned(),
            media_type: "application/json".to_owned(),
            bytes: record,
        },
    ])
}

/// The page for people: no script, nothing fetched.
fn page(
    acting: &mut Acting<'_>,
    showing: &Showing,
    months: &[Month],
    sheets: &[MonthSheet],
) -> Result<String, AppError> {
    let now = Minute::floor_ms(acting.now_ms());
    let title = showing.say("export-title", &[]);
    let made = showing.moment(now.ms());
    let direction = if showing.language.right_to_left() { "rtl" } else { "ltr" };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <style>body{{font:1rem/1.5 sans-serif;max-width:48rem;margin:auto;padding:1rem}}\
         table{{border-collapse:collapse;width:100%}}th,td{{border:1px solid;padding:.3rem;\
         text-align:start;vertical-align:top}}</style>\n<h1>{}</h1>\n<p>{}</p>\n",
        showing.language.word(),
        escaped(&title),
        escaped(&title),
        escaped(&made),
    );
    for sheet in sheets {
        month_part(&mut page, showing, sheet);
    }
    heading(&mut page, &showing.say("export-plan", &[]));
    let mut planned = Vec::new();
    for one in months {
        planned.extend(plan::plan(acting, showing, *one)?.into_iter().map(|card| card.spoken));
    }
    list(&mut page, planned);
    heading(&mut page, &showing.say("export-readers", &[]));
    list(&mut page, readers::readers(acting, showing)?.into_iter().map(|line| line.sentence));
    Ok(page)
}

fn month_part(page: &mut String, showing: &Showing, sheet: &MonthSheet) {
    heading(page, &format!("{} – {}", sheet.title, sheet.state_label));
    let heads = ["export-day", "export-times", "export-worked", "export-known"];
    let heads: String = heads
        .iter()
        .map(|key| format!("<th scope=\"col\">{}</th>", escaped(&showing.say(key, &[]))))
        .collect();
    page.push_str(&format!("<table><thead><tr>{heads}</tr></thead><tbody>\n"));
    for card in &sheet.entries {
        let mut times = vec![card.times.clone(), card.state_label.clone()];
        times.extend(card.parts.iter().chain(&card.notes).cloned());
        times.retain(|text| !text.is_empty());
        let marks: Vec<String> = card
            .marks
            .iter()
            .filter_map(|mark| Some(format!("{}: {}", mark.label, mark.at.as_ref()?)))
            .collect();
        page.push_str(&format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            escaped(&card.title),
            escaped(&times.join("; ")),
            escaped(&card.worked),
            escaped(&marks.join("; ")),
        ));
    }
    page.push_str("</tbody></table>\n");
    list(page, sheet.totals.iter().map(|line| format!("{}: {}", line.label, line.length)));
    for line in &sheet.pay {
        let head = format!("{} {} {}", line.label, line.quantity, line.amount);
        page.push_str(&format!("<p>{}</p>\n", escaped(&head)));
        list(page, line.why.iter().cloned());
    }
    list(page, sheet.corrections.iter().map(|card| card.spoken.clone()));
    list(page, sheet.notices.iter().map(|notice| notice.sentence.clone()));
}

fn heading(page: &mut String, text: &str) {
    page.push_str(&format!("<h2>{}</h2>\n", escaped(text)));
}

fn list(page: &mut String, lines: impl IntoIterator<Item = String>) {
    let items: String =
        lines.into_iter().map(|line| format!("<li>{}</li>\n", escaped(&line))).collect();
    if !items.is_empty() {
        page.push_str(&format!("<ul>\n{items}</ul>\n"));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The file for programs: every signed batch about the person as it lies here,
/// for whoever checks signatures, and the plain months.
fn record(acting: &mut Acting<'_>) -> Result<Vec<u8>, AppError> {
    let (team, person) = (acting.me.team, acting.me.person);
    let mut documents = Vec::new();
    for id in about(acting, person)? {
        let mut batches = Vec::new();
        for member in acting.ledger.members(team, &encode(&Stream::from(id)), 0, usize::MAX)? {
            if let Some(kept) = acting.ledger.entry(team, member.id)? {
                batches.push(entry(&kept, Some(member.place.received_ms)));
            }
        }
        documents.push(json!({ "document": id.to_string(), "entries": batches }));
    }
    let mut unsent = Vec::new();
    for row in acting.ledger.outbox(team)? {
        if let Some(kept) = acting.ledger.entry(team, row.id)? {
            unsent.push(entry(&kept, None));
        }
    }
    let all = json!({
        "format": "assistenzzeit-everything-1",
        "team": team.to_string(),
        "person": person.to_string(),
        "made_ms": acting.now_ms(),
        "documents": documents,
        "not_at_the_office_yet": unsent,
    });
    Ok(serde_json::to_vec_pretty(&all).expect("plain data is always written"))
}

fn entry(kept: &KeptEntry, received_ms: Option<i64>) -> serde_json::Value {
    json!({
        "id": kept.id.to_string(),
        "received_ms": received_ms,
        "header": hex::encode(&kept.header),
        "signatures": hex::encode(&kept.signatures),
        "body": kept.body.as_ref().map(hex::encode),
    })
}

fn about(acting: &mut Acting<'_>, person: PersonId) -> Result<Vec<DocumentId>, AppError> {
    let team = acting.me.team;
    let mut all = Vec::new();
    for kind in DocumentKind::ALL {
        if kind.has_subject() {
            all.extend(documents_with(acting.ledger, team, kind, Some(person))?);
        }
    }
    Ok(all)
}
