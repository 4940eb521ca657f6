//! PDF/A-3a and PDF/UA-1 in one file, by typst: a missing title, language or
//! alternative text is an error when it is made, not a surprise at the reader's.

use crate::DocumentError;
use assistenz_core::view::sheet::{Cell, Sheet, Table};
use chrono::Datelike as _;
use fast_qr::{ECL, QRBuilder};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Atkinson Hyperlegible Next for reading, DejaVu Sans for the letters that it
/// lacks: names come in every script.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_700Bold.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
];

const TEMPLATE: &str = include_str!("../templates/sheet.typ");

/// Renderings after which the memory of the typesetter is given back.
const KEPT: usize = 4;

/// The document as PDF. The same document makes the same bytes.
///
/// # Errors
///
/// [`DocumentError::NoSuchLetters`] for letters that no font of ours has;
/// [`DocumentError::Compose`] is a fault of the template.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
    let content = content(sheet);
    let missing = missing(&content);
    if !missing.is_empty() {
        return Err(DocumentError::NoSuchLetters(missing));
    }
    let desk = Desk::new(&content, &sheet.data);
    let document: PagedDocument = typst::compile(&desk).output.map_err(|why| told(&why))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|why| DocumentError::Compose(why.to_string()))?;
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

/// What the template reads: words only.
fn content(sheet: &Sheet) -> Value {
    let words = |cell: &Cell| cell.words(sheet.language);
    let table = |table: &Table| {
        json!({
            "heading": table.heading,
            "intro": table.intro,
            "columns": table.columns.iter().enumerate().map(|(at, column)| json!({
                "head": column.head,
                "wide": column.wide,
                "figure": table.rows.iter().filter_map(|row| row.get(at)).any(Cell::is_figure),
            })).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| row.iter().map(words).collect()).collect::<Vec<Vec<String>>>(),
            "totals": table.totals.as_ref().map(|row| row.iter().map(words).collect::<Vec<_>>()),
            "empty": table.empty,
        })
    };
    let said = |key| assistenz_core::words::say(sheet.language, key, &[]);
    json!({
        "lang": sheet.language.word().split('-').next(),
        "title": sheet.title,
        "author": sheet.author,
        "year": sheet.made_on.year(),
        "month": sheet.made_on.month(),
        "day": sheet.made_on.day(),
        "made": assistenz_core::words::say(
            sheet.language,
            "sheet-made-on",
            &[("day", assistenz_core::words::Value::Day(sheet.made_on))],
        ),
        "page": said("sheet-page"),
        "attachment": said("sheet-attachment"),
        "file": sheet.file_name,
        "standing": sheet.standing,
        "landscape": sheet.landscape,
        "facts": sheet.facts.iter().map(|fact| [&fact.label, &fact.value]).collect::<Vec<_>>(),
        "tables": sheet.tables.iter().map(table).collect::<Vec<_>>(),
        "proof": sheet.proof.as_ref().map(|proof| json!({
            "heading": proof.heading,
            "how": proof.how,
            "lines": proof.lines,
            "code": code(&proof.code),
            "code_is": proof.code_is,
        })),
        "signatures": sheet.signatures,
    })
}

/// A QR code as SVG; `None` if the text is longer than a code holds, then it
/// stands as text alone.
fn code(text: &str) -> Option<String> {
    let square = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let side = square.size + 8;
    let mut path = String::new();
    for (y, row) in (4..).zip(square.data.chunks(square.size).take(square.size)) {
        for (x, module) in (4..).zip(row) {
            if module.value() {
                write!(path, "M{x} {y}h1v1h-1z").ok()?;
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    ))
}

/// Letters in any text of the content that no font has.
fn missing(content: &Value) -> BTreeSet<char> {
    fn walk(value: &Value, found: &mut BTreeSet<char>) {
        match value {
            Value::String(text) => found.extend(text.chars().filter(|one| !one.is_control())),
            Value::Array(values) => values.iter().for_each(|one| walk(one, found)),
            Value::Object(values) => values.values().for_each(|one| walk(one, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut letters = BTreeSet::new();
    walk(content, &mut letters);
    let fonts = &shelf().fonts;
    letters
        .into_iter()
        .filter(|letter| {
            !fonts.iter().any(|font| font.info().coverage.contains(u32::from(*letter)))
        })
        .collect()
}

/// The fonts, read once.
struct Shelf {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let fonts: Vec<Font> =
            FONTS.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
        Shelf { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}

/// What the typesetter sees: one template, our fonts, no files, no clock.
struct Desk {
    library: LazyHash<Library>,
    template: Source,
}

impl Desk {
    fn new(content: &Value, data: &Value) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("sheet".into(), content.to_string().into_value());
        inputs.insert("data".into(), format!("{data:#}").into_value());
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        let path = VirtualPath::new("/sheet.typ").expect("a plain path");
        let main = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Self { library: LazyHash::new(library), template: Source::new(main, TEMPLATE.to_owned()) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shelf().book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shelf().fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
