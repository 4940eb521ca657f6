//! The QR code (ISO/IEC 18004) of a proof.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// Modules of the white border that scanners ask for.
const QUIET: usize = 4;
/// The largest code that a phone reads off paper without fuss: version 25.
const MOST_MODULES: usize = 117;
/// Hundredths of a millimetre that a module measures on paper.
const MODULE: usize = 45;

/// A code and how large it is to be printed.
pub(super) struct Code {
    /// The picture.
    pub(super) svg: String,
    /// Width in whole millimetres, with its white border.
    pub(super) mm: usize,
}

/// A text for a camera; `None` if there is none, or more than a phone reads off
/// paper: then it stands as text alone.
pub(super) fn code(text: &str) -> Option<Code> {
    if text.is_empty() {
        return None;
    }
    let square = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    if square.size > MOST_MODULES {
        return None;
    }
    let side = square.size + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in (QUIET..).zip(square.data.chunks(square.size).take(square.size)) {
        for (x, module) in (QUIET..).zip(row) {
            if module.value() {
                write!(path, "M{x} {y}h1v1h-1z").ok()?;
            }
        }
    }
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    );
    Some(Code { svg, mm: (side * MODULE).div_ceil(100) })
}
