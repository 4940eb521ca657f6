//! What a PDF holds beside what one sees: language, title, the tree that a
//! screen reader walks, the attached data. Whether it keeps PDF/A-3a and
//! PDF/UA-1 in everything, `verapdf.sh` asks a judge of its own.

mod specimen;

use assistenz_core::view::sheet::Sheet;
use assistenz_core::words::Language;
use assistenz_documents::{Form, pdf};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

fn made(sheet: &Sheet) -> Pdf {
    let bytes = pdf(sheet).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    Pdf::new(bytes).expect("read again")
}

fn catalogue(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).expect("a catalogue")
}

fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text: Text<'_> = dict.get(key)?;
    let bytes = text.as_bytes();
    Some(match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        plain => String::from_utf8(plain.to_vec()).expect("UTF-8"),
    })
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

/// An element of the tree of tags.
#[derive(Debug)]
struct Tag {
    kind: String,
    /// `Column`, `Row` or `Both`, on headers of tables.
    scope: Option<String>,
    alt: Option<String>,
    below: Vec<Tag>,
}

impl Tag {
    fn read(dict: &Dict<'_>) -> Self {
        let below = match dict.get::<Object<'_>>("K") {
            Some(Object::Array(all)) => {
                all.iter::<Dict<'_>>().map(|one| Self::read(&one)).collect()
            }
            Some(Object::Dict(one)) => vec![Self::read(&one)],
            _ => vec![],
        };
        let scope = match dict.get::<Object<'_>>("A") {
            Some(Object::Dict(one)) => name(&one, "Scope"),
            Some(Object::Array(all)) => all.iter::<Dict<'_>>().find_map(|one| name(&one, "Scope")),
            _ => None,
        };
        let kind = name(dict, "S").unwrap_or_default();
        Self { kind, scope, alt: text(dict, "Alt"), below }
    }

    fn tree(pdf: &Pdf) -> Self {
        let root: Dict<'_> = catalogue(pdf).get("StructTreeRoot").expect("a tree of tags");
        Self::read(&root)
    }

    /// Every element of this kind, in reading order.
    fn all(&self, kind: &str) -> Vec<&Self> {
        let own = (self.kind == kind).then_some(self);
        own.into_iter().chain(self.below.iter().flat_map(|one| one.all(kind))).collect()
    }
}

#[test]
fn a_pdf_names_its_standards_language_and_title() {
    for (language, lang) in [(Language::German, "de"), (Language::English, "en")] {
        let sheet = specimen::full(language, "Ada Muster", 2);
        let pdf = made(&sheet);
        let catalogue = catalogue(&pdf);
        assert_eq!(text(&catalogue, "Lang").as_deref(), Some(lang));
        let marked: Dict<'_> = catalogue.get("MarkInfo").expect("marks");
        assert_eq!(marked.get::<bool>("Marked"), Some(true));
        let viewer: Dict<'_> = catalogue.get("ViewerPreferences").expect("preferences");
        assert_eq!(viewer.get::<bool>("DisplayDocTitle"), Some(true));
        let metadata: Stream<'_> = catalogue.get("Metadata").expect("XMP");
        let xmp = String::from_utf8(metadata.decoded().expect("bytes").to_vec()).expect("UTF-8");
        for mark in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
            assert!(xmp.contains(mark), "{mark}: {xmp}");
        }
        let title = format!("{}, Ada Muster", sheet.title);
        assert!(xmp.contains(&title), "{title}: {xmp}");
    }
}

#[test]
fn a_screen_reader_finds_headings_tables_and_headers_of_columns_and_rows() {
    for sheet in specimen::all() {
        let pdf = made(&sheet);
        let tree = Tag::tree(&pdf);
        let about = &sheet.file_name;
        assert_eq!(tree.all("H1").len(), 1, "{about}");
        let headings = sheet.tables.len() + usize::from(sheet.proof.is_some());
        assert_eq!(tree.all("H2").len(), headings, "{about}");
        let filled: Vec<_> = sheet.tables.iter().filter(|table| !table.rows.is_empty()).collect();
        let tables = tree.all("Table");
        assert_eq!(tables.len(), filled.len(), "{about}");
        for (told, table) in tables.iter().zip(filled) {
            let sums = usize::from(table.totals.is_some());
            let rows = told.all("TR");
            // A head that is repeated on the next page is told once.
            assert_eq!(rows.len(), 1 + table.rows.len() + sums, "{about}: {}", table.heading);
            let heads = rows[0].all("TH");
            assert_eq!(heads.len(), table.columns.len(), "{about}: {}", table.heading);
            assert!(heads.iter().all(|head| head.scope.as_deref() == Some("Column")), "{heads:?}");
            for row in &rows[1..] {
                let heads = row.all("TH");
                assert_eq!(heads.len(), 1, "{about}: {}", table.heading);
                assert_eq!(heads[0].scope.as_deref(), Some("Row"));
                assert_eq!(row.all("TD").len(), table.columns.len() - 1);
            }
        }
    }
}

#[test]
fn the_code_of_a_proof_says_what_it_is() {
    let sheet = specimen::full(Language::German, "Ada Muster", 1);
    let pdf = made(&sheet);
    let tree = Tag::tree(&pdf);
    let pictures = tree.all("Figure");
    assert_eq!(pictures.len(), 1);
    assert_eq!(pictures[0].alt.as_deref(), Some("Die Prüfsummen als QR-Code"));
}

#[test]
fn a_proof_longer_than_a_code_holds_stands_as_text_alone() {
    let mut sheet = specimen::full(Language::German, "Ada Muster", 1);
    if let Some(proof) = &mut sheet.proof {
        proof.code = "x".repeat(4_000);
    }
    let pdf = made(&sheet);
    assert!(Tag::tree(&pdf).all("Figure").is_empty());
}

#[test]
fn the_data_are_attached_as_the_source_of_the_document() {
    let sheet = specimen::full(Language::German, "Ada Muster", 3);
    let pdf = made(&sheet);
    let files: Array<'_> = catalogue(&pdf).get("AF").expect("associated files");
    let files: Vec<Dict<'_>> = files.iter::<Dict<'_>>().collect();
    assert_eq!(files.len(), 1);
    assert_eq!(name(&files[0], "AFRelationship").as_deref(), Some("Source"));
    assert_eq!(text(&files[0], "UF"), Some(format!("{}.json", sheet.file_name)));
    let held: Dict<'_> = files[0].get("EF").expect("a file");
    let held: Stream<'_> = held.get("F").expect("bytes");
    assert_eq!(name(held.dict(), "Subtype").as_deref(), Some("application/json"));
    let bytes = held.decoded().expect("bytes").to_vec();
    assert_eq!(bytes, Form::Json.make(&sheet).expect("JSON"), "the same bytes as the form JSON");
}

#[test]
fn a_long_month_takes_several_pages_and_an_empty_one_says_so_on_one() {
    let long = made(&specimen::full(Language::German, "Ada Muster", 31));
    assert!(long.pages().len() > 2, "{} pages", long.pages().len());
    let empty = made(&specimen::empty());
    assert_eq!(empty.pages().len(), 1);
    assert!(Tag::tree(&empty).all("Table").is_empty());
}

#[test]
fn names_in_other_scripts_and_letters_that_no_font_has_keep_no_document_from_being_made() {
    for name in
        ["Şule Çağlar", "Łucja Żak", "Олена Їжак", "أمينة", "Ștefan", "漢字 👩🏽‍🦽", "\u{e000}\u{7}"]
    {
        let pdf = made(&specimen::full(Language::German, name, 1));
        assert_eq!(Tag::tree(&pdf).all("H1").len(), 1, "{name}");
    }
}

#[test]
fn the_same_document_makes_the_same_bytes() {
    let sheet = specimen::full(Language::German, "Ada Muster", 5);
    assert_eq!(pdf(&sheet).expect("a PDF"), pdf(&sheet).expect("a PDF"));
}
