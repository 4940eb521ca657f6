//! What the typesetter sees: one template, our fonts, no files, no clock, no
//! network.

use serde_json::Value;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

/// Atkinson Hyperlegible Next for reading, DejaVu Sans for the letters that it
/// lacks: names come in every script.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext_700Bold.ttf"),
    include_bytes!("../../fonts/DejaVuSans.ttf"),
];

const TEMPLATE: &str = include_str!("../../templates/sheet.typ");

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

/// Whether a font has this letter.
pub(super) fn has(letter: char) -> bool {
    shelf().fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// The typesetter's world for one document.
pub(super) struct Desk {
    library: LazyHash<Library>,
    template: Source,
}

impl Desk {
    /// What the template reads, and the data to attach.
    pub(super) fn new(content: &Value, data: &Value) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("sheet".into(), content.to_string().into_value());
        inputs.insert("data".into(), format!("{data:#}\n").into_value());
        // Headers of rows (`pdf.header-cell`) stand behind this switch.
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
