//! Letters to bytes (Zeichensatz): Windows-1252, or UTF-8 with a byte order
//! mark. No letter ever becomes a silent `?`.

use crate::payroll::settings::{DecimalMark, Unmappable};
use encoding_rs::WINDOWS_1252;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How letters become bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// ANSI (Windows-1252), one byte a letter, no byte order mark.
    #[default]
    #[serde(rename = "windows_1252")]
    Windows1252,
    /// UTF-8 with a byte order mark.
    #[serde(rename = "utf_8_bom")]
    Utf8Bom,
}

/// Letters that the encoding does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("letters outside the code page: {}", spelled(letters))]
pub struct NoSuchLetters {
    /// Each of them once.
    pub letters: BTreeSet<char>,
}

/// Letters by number, `U+1F600 U+0007`: safe to show anywhere.
#[must_use]
pub fn spelled(letters: &BTreeSet<char>) -> String {
    let mut text = String::new();
    for letter in letters {
        let gap = if text.is_empty() { "" } else { " " };
        // Writing into a string cannot fail.
        let _ = write!(text, "{gap}U+{:04X}", u32::from(*letter));
    }
    text
}

impl Encoding {
    /// Whether a text in a file may have this letter. Control signs other
    /// than tabulator and line ends are letters of no encoding here, nor are
    /// the two noncharacters that XML forbids.
    #[must_use]
    pub fn has(self, letter: char) -> bool {
        if letter.is_ascii() {
            return !letter.is_ascii_control() || matches!(letter, '\t' | '\r' | '\n');
        }
        if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') {
            return false;
        }
        match self {
            Self::Utf8Bom => true,
            Self::Windows1252 => {
                let mut buffer = [0; 4];
                !WINDOWS_1252.encode(letter.encode_utf8(&mut buffer)).2
            }
        }
    }

    /// The letters of a text that this encoding does not have.
    #[must_use]
    pub fn missing(self, text: &str) -> BTreeSet<char> {
        text.chars().filter(|letter| !self.has(*letter)).collect()
    }

    /// The text with letters that the encoding does not have written by
    /// number; unchanged if it has them all or if they are to be refused.
    #[must_use]
    pub fn spell_out(self, text: &str, wish: Unmappable) -> Cow<'_, str> {
        if wish == Unmappable::Refuse || text.chars().all(|letter| self.has(letter)) {
            return Cow::Borrowed(text);
        }
        let mut spelt = String::with_capacity(text.len() + 16);
        for letter in text.chars() {
            if self.has(letter) {
                spelt.push(letter);
            } else {
                // Writing into a string cannot fail.
                let _ = write!(spelt, "[U+{:04X}]", u32::from(letter));
            }
        }
        Cow::Owned(spelt)
    }

    /// The bytes of a whole file.
    ///
    /// # Errors
    ///
    /// [`NoSuchLetters`] if the text has letters that the encoding has not.
    pub fn bytes(self, text: &str) -> Result<Vec<u8>, NoSuchLetters> {
        let letters = self.missing(text);
        if !letters.is_empty() {
            return Err(NoSuchLetters { letters });
        }
        Ok(match self {
            Self::Windows1252 => WINDOWS_1252.encode(text).0.into_owned(),
            Self::Utf8Bom => {
                let mut bytes = vec![0xef, 0xbb, 0xbf];
                bytes.extend_from_slice(text.as_bytes());
                bytes
            }
        })
    }

    /// The name in a media type.
    #[must_use]
    pub const fn charset(self) -> &'static str {
        match self {
            Self::Windows1252 => "text/plain; charset=windows-1252",
            Self::Utf8Bom => "text/plain; charset=utf-8",
        }
    }
}

/// Hundredths with two decimals and no grouping: `124,33`, `-0,50`.
#[must_use]
pub fn decimal(hundredths: i64, mark: DecimalMark) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = hundredths.unsigned_abs();
    format!("{sign}{}{}{:02}", whole / 100, mark.sign(), whole % 100)
}

/// Hundredths without needless decimals: `5`, `0,5`, `12,25`.
#[must_use]
pub fn short_decimal(hundredths: i64, mark: DecimalMark) -> String {
    let long = decimal(hundredths, mark);
    match long.strip_suffix("00") {
        Some(whole) => whole.trim_end_matches(mark.sign()).to_owned(),
        None => long.strip_suffix('0').unwrap_or(&long).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_lost_silently() {
        let ansi = Encoding::Windows1252;
        assert_eq!(ansi.bytes("Zoë Größe €").expect("all in the code page").len(), 11);
        for (text, letter) in
            [("Łukasz", 'Ł'), ("Ağa", 'ğ'), ("a\u{1}b", '\u{1}'), ("\u{81}", '\u{81}')]
        {
            assert!(ansi.missing(text).contains(&letter), "{text:?}");
            assert!(ansi.bytes(text).is_err(), "{text:?}");
        }
        assert_eq!(ansi.spell_out("Ağa", Unmappable::SpellOut), "A[U+011F]a");
        assert_eq!(ansi.spell_out("Ağa", Unmappable::Refuse), "Ağa");
        assert!(
            Encoding::Utf8Bom.bytes("Ağa").expect("UTF-8 has it").starts_with(b"\xef\xbb\xbfA")
        );
        assert!(Encoding::Utf8Bom.bytes("\u{0}").is_err());
    }

    #[test]
    fn decimals_as_programs_read_them() {
        for (hundredths, long, short) in [
            (0, "0,00", "0"),
            (500, "5,00", "5"),
            (50, "0,50", "0,5"),
            (-1225, "-12,25", "-12,25"),
            (10_000, "100,00", "100"),
        ] {
            assert_eq!(decimal(hundredths, DecimalMark::Comma), long);
            assert_eq!(short_decimal(hundredths, DecimalMark::Comma), short);
        }
        assert_eq!(decimal(15_000, DecimalMark::Point), "150.00");
    }
}
