//! What stands on the pages of a PDF, letter by letter, as its fonts say it.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use kurbo::{Affine, BezPath, Rect};

/// All letters of a PDF in the order in which they are drawn, without spaces:
/// where a line ends does not matter.
pub(crate) fn letters(pdf: Vec<u8>) -> String {
    let pdf = Pdf::new(pdf).expect("a PDF");
    let cache = InterpreterCache::new();
    let mut read = Letters::default();
    for page in pdf.pages().iter() {
        let everywhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, everywhere, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut read);
    }
    read.0
}

/// The text without spaces, as [`letters`] gives it.
pub(crate) fn close(text: &str) -> String {
    text.split_whitespace().collect()
}

#[derive(Default)]
struct Letters(String);

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        _: Affine,
        _: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        match glyph.as_unicode().expect("every letter says what it is") {
            BfString::Char(letter) => self.0.push_str(&close(&letter.to_string())),
            BfString::String(letters) => self.0.push_str(&close(&letters)),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
