//! Language and appearance, kept in a cookie of this browser: they belong to
//! the screen and the eyes in front of it, and hold before anybody signs in.

use super::visitor::cookie;
use crate::routes::App;
use assistenz_core::words::Language;
use axum::http::{HeaderMap, header};

/// The name of the cookie.
pub(crate) const LOOK: &str = "ansicht";

/// Colours of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// As the device is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black, white and strong lines.
    Contrast,
}

impl Colours {
    /// Every one, in the order of the settings.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// How pages look in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// The language of every sentence.
    pub language: Language,
    /// Colours.
    pub colours: Colours,
    /// Larger print.
    pub large: bool,
    /// Nothing moves.
    pub still: bool,
}

impl Look {
    /// As the cookie says, else as the browser asks for.
    pub(crate) fn of(headers: &HeaderMap, app: &App) -> Self {
        let kept = cookie(headers, app, LOOK).and_then(|text| Self::read(&text));
        kept.unwrap_or_else(|| {
            let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
            Self { language: asked.map(preferred).unwrap_or_default(), ..Self::default() }
        })
    }

    /// As the value of the cookie: `de.system.large.still`.
    #[must_use]
    pub fn written(self) -> String {
        let size = if self.large { "large" } else { "normal" };
        let motion = if self.still { "still" } else { "moving" };
        format!("{}.{}.{size}.{motion}", self.language.word(), self.colours.word())
    }

    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let [language, colours, size, motion] = parts.as_slice() else { return None };
        Some(Self {
            language: Language::EVERYWHERE.into_iter().find(|one| one.word() == *language)?,
            colours: Colours::ALL.into_iter().find(|one| one.word() == *colours)?,
            large: *size == "large",
            still: *motion == "still",
        })
    }
}

/// The first language of the header `Accept-Language` that we have.
fn preferred(asked: &str) -> Language {
    let first = asked.split(',').find_map(|one| {
        let tag = one.split(';').next()?.trim().to_ascii_lowercase();
        if tag == "de-simple" {
            return Some(Language::SimpleGerman);
        }
        match tag.split('-').next()? {
            "de" => Some(Language::German),
            "en" => Some(Language::English),
            _ => None,
        }
    });
    first.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again_and_nothing_else() {
        for colours in Colours::ALL {
            for language in Language::EVERYWHERE {
                let look = Look { language, colours, large: true, still: false };
                assert_eq!(Look::read(&look.written()), Some(look));
            }
        }
        for text in [
            "",
            "de",
            "de.pink.large.still",
            "pl.light.large.still",
            "xx.light.large.still",
            "de.light.large",
        ] {
            assert_eq!(Look::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_browsers_first_language_that_we_have_is_taken() {
        for (asked, language) in [
            ("de-DE,de;q=0.9,en;q=0.8", Language::German),
            ("en-GB,en;q=0.9,de;q=0.8", Language::English),
            ("fr-FR,en;q=0.5", Language::English),
            ("de-simple", Language::SimpleGerman),
            ("tr", Language::German),
        ] {
            assert_eq!(preferred(asked), language, "{asked}");
        }
    }
}
