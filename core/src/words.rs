//! Sentences for people, by key: German first, then English, Leichte Sprache for the main path.
//!
//! The sentences stand in `core/words/<language>/<room>.ftl` (Fluent) and are
//! built in. One [`say`] serves phones, web pages, documents and the command
//! line. A room that wants sentences of its own adds its three files and one
//! line to `FILES` or `OFFICE_FILES`; the rooms that a phone shows stand in five more languages
//! (`PHONE_FILES`).
//!
//! A key that a language lacks is looked up in the next one: Leichte Sprache in
//! German, the other languages in English, English in German. A key that German lacks is shown as it is, so that
//! nothing is ever silently empty; tests see to it that this does not happen.

mod language;
mod writing;

pub use language::{Language, NotALanguage};
pub use writing::{decimal, percent};

use crate::money::{Cents, Percent};
use crate::time::{Minute, Minutes, Month};
use chrono::NaiveDate;
use chrono_tz::Tz;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The three texts of one room, in the order of [`Language::EVERYWHERE`].
macro_rules! room {
    ($name:literal) => {
        [
            include_str!(concat!("../words/de/", $name, ".ftl")),
            include_str!(concat!("../words/en/", $name, ".ftl")),
            include_str!(concat!("../words/de-simple/", $name, ".ftl")),
        ]
    };
}

/// The five texts of a room that a phone shows, in the order of [`Language::PHONE_ONLY`].
macro_rules! phone_room {
    ($name:literal) => {
        [
            include_str!(concat!("../words/pl/", $name, ".ftl")),
            include_str!(concat!("../words/tr/", $name, ".ftl")),
            include_str!(concat!("../words/uk/", $name, ".ftl")),
            include_str!(concat!("../words/ro/", $name, ".ftl")),
            include_str!(concat!("../words/ar/", $name, ".ftl")),
        ]
    };
}

/// The rooms that a phone shows, in the languages that have no others.
const PHONE_FILES: &[[&str; 5]] = &[
    phone_room!("absence_entry"),
    phone_room!("app"),
    phone_room!("history"),
    phone_room!("law"),
    phone_room!("pay"),
    phone_room!("screen"),
    phone_room!("view"),
];

/// The sentences of the rooms that phones and pages share: one line per room.
const FILES: &[[&str; 3]] = &[
    room!("absence"),
    room!("absence_entry"),
    room!("app"),
    room!("history"),
    room!("law"),
    room!("pay"),
    room!("screen"),
    room!("view"),
    room!("view_month"),
    room!("view_plan"),
];

/// Those that only pages, documents and the command line say: a phone does not
/// carry them.
#[cfg(feature = "office")]
const OFFICE_FILES: &[[&str; 3]] = &[
    room!("document"),
    room!("page"),
    room!("page_absence"),
    room!("page_month"),
    room!("page_payroll"),
    room!("page_plan"),
    room!("page_team"),
    room!("payroll"),
    room!("phone"),
    room!("verify"),
];
#[cfg(not(feature = "office"))]
const OFFICE_FILES: &[[&str; 3]] = &[];

/// A value inside a sentence; each language writes it in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// As it is.
    Text(&'a str),
    /// A count; chooses the plural.
    Number(i64),
    /// Hours and minutes: `7:30`.
    Minutes(Minutes),
    /// Money: `1.234,50 €`, `€1,234.50`.
    Cents(Cents),
    /// `25 %`, `25%`.
    Percent(Percent),
    /// `So 8. Nov. 2026`, `Sun 8 Nov 2026`.
    Day(NaiveDate),
    /// `So 8. Nov.`, `Sun 8 Nov`.
    ShortDay(NaiveDate),
    /// An instant on the clock of a workplace: `So 8. Nov. 22:00`. In the hour
    /// that the clocks repeat with the name of its time.
    Moment(Minute, Tz),
    /// `November 2026`.
    Month(Month),
}

/// The sentence for `key`, with its values; lines are separated by `\n`.
#[must_use]
pub fn say(language: Language, key: &str, values: &[(&str, Value<'_>)]) -> String {
    let mut asked = Some(language);
    while let Some(one) = asked {
        if let Some(sentence) = said(one, key, values) {
            return sentence;
        }
        asked = one.fallback();
    }
    key.to_owned()
}

/// The sentence in exactly this language; `None` if it has no such key, or if
/// a value is missing.
fn said(language: Language, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(*name, written(language, *value));
    }
    let mut problems = Vec::new();
    let sentence = bundle.format_pattern(pattern, Some(&arguments), &mut problems).into_owned();
    problems.is_empty().then_some(sentence)
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    BUNDLES[language.place()].get_or_init(|| {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around values are for mixed writing directions.
        bundle.set_use_isolating(language.right_to_left());
        for text in texts(language) {
            // What could be read of a faulty file is used; a test reads all.
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// Every text of a language, room by room.
fn texts(language: Language) -> Vec<&'static str> {
    let place = language.place();
    match place.checked_sub(Language::EVERYWHERE.len()) {
        None => FILES.iter().chain(OFFICE_FILES).map(|room| room[place]).collect(),
        Some(place) => PHONE_FILES.iter().map(|room| room[place]).collect(),
    }
}

fn written<'a>(language: Language, value: Value<'a>) -> FluentValue<'a> {
    let text: Cow<'a, str> = match value {
        Value::Number(number) => return FluentValue::from(number),
        Value::Text(text) => text.into(),
        Value::Minutes(minutes) => minutes.to_string().into(),
        Value::Cents(cents) => writing::money(language, cents).into(),
        Value::Percent(percent) => writing::percent(language, percent).into(),
        Value::Day(day) => writing::day(language, day).into(),
        Value::ShortDay(day) => writing::short_day(language, day).into(),
        Value::Moment(minute, zone) => writing::moment(language, minute.on_the_wall(zone)).into(),
        Value::Month(month) => writing::month(language, month).into(),
    };
    FluentValue::String(text)
}

/// Every key that a language has, for tests of other rooms.
#[must_use]
pub fn keys(language: Language) -> Vec<String> {
    let mut keys: Vec<String> = texts(language)
        .into_iter()
        .flat_map(str::lines)
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
        .collect();
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn every_file_can_be_read_and_no_key_stands_twice() {
        for language in Language::ALL {
            for text in texts(language) {
                let read = FluentResource::try_new(text.to_owned());
                assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
            }
            let all = keys(language);
            let mut once = all.clone();
            once.dedup();
            assert_eq!(all, once, "{language:?}");
        }
    }

    #[test]
    fn german_and_english_have_the_same_keys_and_leichte_sprache_no_others() {
        assert_eq!(keys(Language::German), keys(Language::English));
        let german = keys(Language::German);
        for key in keys(Language::SimpleGerman) {
            assert!(german.contains(&key), "{key} is only in Leichte Sprache");
        }
    }

    #[test]
    fn values_are_written_as_each_language_writes_them() {
        let at = |text: &str| {
            let instant = DateTime::parse_from_rfc3339(text).expect("an instant");
            Value::Moment(Minute::floor(instant.to_utc()), Berlin)
        };
        let day = NaiveDate::from_ymd_opt(2026, 11, 8).expect("a day");
        let month: Month = "2026-03".parse().expect("a month");
        // (value, German, English, Leichte Sprache)
        let cases = [
            (Value::Minutes(Minutes::new(450)), "7:30", "7:30", "7:30"),
            (Value::Cents(Cents::new(-123_450)), "-1.234,50 €", "-€1,234.50", "-1.234,50 €"),
            (Value::Percent(Percent::hundredths(1_250)), "12,5 %", "12.5%", "12,5 %"),
            (Value::Day(day), "So 8. Nov. 2026", "Sun 8 Nov 2026", "Sonntag 8. November 2026"),
            (Value::Month(month), "März 2026", "March 2026", "März 2026"),
            (
                at("2026-11-08T21:00:00Z"),
                "So 8. Nov. 22:00",
                "Sun 8 Nov 22:00",
                "Sonntag 8. November 22:00 Uhr",
            ),
            (
                at("2026-10-25T02:30:00+02:00"),
                "So 25. Okt. 02:30 MESZ",
                "Sun 25 Oct 02:30 CEST",
                "Sonntag 25. Oktober 02:30 MESZ",
            ),
            (
                at("2026-10-25T02:30:00+01:00"),
                "So 25. Okt. 02:30 MEZ",
                "Sun 25 Oct 02:30 CET",
                "Sonntag 25. Oktober 02:30 MEZ",
            ),
            (Value::Number(7), "7", "7", "7"),
            (Value::Text("Ä"), "Ä", "Ä", "Ä"),
        ];
        for (value, german, english, simple) in cases {
            for (language, expected) in
                Language::EVERYWHERE.into_iter().zip([german, english, simple])
            {
                let got = match written(language, value) {
                    FluentValue::String(text) => text.into_owned(),
                    FluentValue::Number(number) => number.as_string().into_owned(),
                    other => unreachable!("{other:?}"),
                };
                assert_eq!(got, expected, "{language:?}");
            }
        }
    }

    #[test]
    fn a_key_that_is_nowhere_is_shown_and_a_language_reads_its_own_word() {
        assert_eq!(say(Language::English, "no-such-key", &[]), "no-such-key");
        for language in Language::ALL {
            assert_eq!(language.word().parse(), Ok(language));
        }
        assert_eq!("fr".parse::<Language>(), Err(NotALanguage));
    }
}
