//! PDF/A-3a and PDF/UA-1 in one file, by typst: a missing title, language or
//! alternative text is an error when it is made, not a surprise at the reader's.

mod code;
mod desk;
mod letters;

use crate::DocumentError;
use assistenz_core::view::sheet::{Cell, Proof, Sheet, Table};
use assistenz_core::words::{Value as Word, say};
use chrono::Datelike as _;
use desk::Desk;
use serde_json::{Value, json};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Renderings after which the memory of the typesetter is given back.
const KEPT: usize = 4;

/// The document as PDF (ISO 19005-3 level A, ISO 14289-1), its data attached.
/// The same document makes the same bytes.
///
/// # Errors
///
/// [`DocumentError::Compose`]: a fault of the template.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
    let desk = Desk::new(&content(sheet), &sheet.data);
    let document: PagedDocument = typst::compile(&desk).output.map_err(|why| told(&why))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|why| DocumentError::Compose(why.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}-{}", sheet.file_name, sheet.made_on)),
        creator: Smart::Custom(Some("Assistenzzeit".into())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|why| told(&why));
    comemo::evict(KEPT);
    bytes
}

fn told(why: &[SourceDiagnostic]) -> DocumentError {
    let messages: Vec<String> = why.iter().map(|one| one.message.to_string()).collect();
    DocumentError::Compose(messages.join("; "))
}

/// What the template reads: words only, in letters that the fonts have.
fn content(sheet: &Sheet) -> Value {
    let words = |key: &str, values: &[(&str, Word<'_>)]| say(sheet.language, key, values);
    let mut content = json!({
        "lang": sheet.language.word().split('-').next(),
        "title": sheet.title,
        "about": sheet.about,
        "author": sheet.author,
        "year": sheet.made_on.year(),
        "month": sheet.made_on.month(),
        "day": sheet.made_on.day(),
        "made": words("sheet-made-on", &[("day", Word::Day(sheet.made_on))]),
        "page": words("sheet-page", &[("page", Word::Text("{page}")), ("pages", Word::Text("{pages}"))]),
        "attachment": words("sheet-attachment", &[]),
        "file": sheet.file_name,
        "standing": sheet.standing,
        "firm": sheet.firm,
        "landscape": sheet.landscape,
        "facts": sheet.facts.iter().map(|fact| [&fact.label, &fact.value]).collect::<Vec<_>>(),
        "tables": sheet.tables.iter().map(|one| table(one, sheet)).collect::<Vec<_>>(),
        "proof": sheet.proof.as_ref().map(proof),
        "signatures": sheet.signatures,
    });
    let lacking = letters::numbered(&mut content);
    content["letters"] = json!((lacking > 0).then(|| words("sheet-letters", &[])));
    content
}

fn table(table: &Table, sheet: &Sheet) -> Value {
    let words = |row: &Vec<Cell>| {
        row.iter().map(|cell| cell.words(sheet.language)).collect::<Vec<String>>()
    };
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        json!({
            "head": column.head,
            "wide": column.wide,
            "figure": figures(table, at),
        })
    });
    json!({
        "heading": table.heading,
        "intro": table.intro,
        "columns": columns.collect::<Vec<_>>(),
        "rows": table.rows.iter().map(words).collect::<Vec<_>>(),
        "totals": table.totals.as_ref().map(words),
        "empty": table.empty,
    })
}

/// Whether a column is read by its last digit: amounts, or nothing but numbers.
fn figures(table: &Table, at: usize) -> bool {
    let said: Vec<&Cell> = table
        .rows
        .iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| **cell != Cell::Blank)
        .collect();
    let number = |cell: &&Cell| match cell {
        Cell::Text(text) => text.chars().all(|one| one.is_ascii_digit() || ".,-".contains(one)),
        other => other.is_figure(),
    };
    !said.is_empty() && said.iter().all(number)
}

fn proof(proof: &Proof) -> Value {
    json!({
        "heading": proof.heading,
        "how": proof.how,
        "lines": proof.lines,
        "code": code::code(&proof.code).map(|code| json!({ "svg": code.svg, "mm": code.mm })),
        "code_is": proof.code_is,
    })
}
