//! The languages of the sentences.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A language of the sentences.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Language {
    /// German (Deutsch).
    #[default]
    #[serde(rename = "de")]
    German,
    /// English.
    #[serde(rename = "en")]
    English,
    /// German in Leichte Sprache.
    #[serde(rename = "de-simple")]
    SimpleGerman,
    /// Polish (polski).
    #[serde(rename = "pl")]
    Polish,
    /// Turkish (Türkçe).
    #[serde(rename = "tr")]
    Turkish,
    /// Ukrainian (українська).
    #[serde(rename = "uk")]
    Ukrainian,
    /// Romanian (română).
    #[serde(rename = "ro")]
    Romanian,
    /// Arabic (العربية), from right to left.
    #[serde(rename = "ar")]
    Arabic,
}

/// A text that is no language of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language: write de, en, de-simple, pl, tr, uk, ro or ar")]
pub struct NotALanguage;

impl Language {
    /// Every language.
    pub const ALL: [Self; 8] = [
        Self::German,
        Self::English,
        Self::SimpleGerman,
        Self::Polish,
        Self::Turkish,
        Self::Ukrainian,
        Self::Romanian,
        Self::Arabic,
    ];

    /// The languages of every room: pages, documents and commands. The others
    /// have the rooms that a phone shows.
    pub const EVERYWHERE: [Self; 3] = [Self::German, Self::English, Self::SimpleGerman];

    /// The languages that have only the rooms of a phone.
    pub const PHONE_ONLY: [Self; 5] =
        [Self::Polish, Self::Turkish, Self::Ukrainian, Self::Romanian, Self::Arabic];

    /// The word for it: `de`, `en`, `de-simple`, `pl` …
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::SimpleGerman => "de-simple",
            Self::Polish => "pl",
            Self::Turkish => "tr",
            Self::Ukrainian => "uk",
            Self::Romanian => "ro",
            Self::Arabic => "ar",
        }
    }

    /// Its own name, for a list to choose from.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
            Self::SimpleGerman => "Deutsch in Leichter Sprache",
            Self::Polish => "Polski",
            Self::Turkish => "Türkçe",
            Self::Ukrainian => "Українська",
            Self::Romanian => "Română",
            Self::Arabic => "العربية",
        }
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub const fn right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// Whether its sentences were made by a machine and no native reader has
    /// checked them yet. A screen says so.
    #[must_use]
    pub const fn machine_made(self) -> bool {
        match self {
            Self::German | Self::English | Self::SimpleGerman => false,
            Self::Polish | Self::Turkish | Self::Ukrainian | Self::Romanian | Self::Arabic => true,
        }
    }

    /// Where a missing key is looked up.
    pub(super) const fn fallback(self) -> Option<Self> {
        match self {
            Self::German => None,
            Self::English | Self::SimpleGerman => Some(Self::German),
            Self::Polish | Self::Turkish | Self::Ukrainian | Self::Romanian | Self::Arabic => {
                Some(Self::English)
            }
        }
    }

    /// Its place in [`Language::ALL`].
    pub(super) const fn place(self) -> usize {
        match self {
            Self::German => 0,
            Self::English => 1,
            Self::SimpleGerman => 2,
            Self::Polish => 3,
            Self::Turkish => 4,
            Self::Ukrainian => 5,
            Self::Romanian => 6,
            Self::Arabic => 7,
        }
    }

    /// Its tag for plural rules.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::German | Self::SimpleGerman => "de",
            Self::English
            | Self::Polish
            | Self::Turkish
            | Self::Ukrainian
            | Self::Romanian
            | Self::Arabic => self.word(),
        }
    }

    /// Whether a comma stands before the decimals.
    #[must_use]
    pub const fn decimal_comma(self) -> bool {
        match self {
            Self::English | Self::Arabic => false,
            Self::German
            | Self::SimpleGerman
            | Self::Polish
            | Self::Turkish
            | Self::Ukrainian
            | Self::Romanian => true,
        }
    }

    /// The name of a clock's time in the hour that the clocks repeat, `CEST` in
    /// the table of zones; German has its own.
    #[must_use]
    pub fn zone_time(self, name: &str) -> String {
        match self {
            Self::German | Self::SimpleGerman => name.replace("CEST", "MESZ").replace("CET", "MEZ"),
            Self::English
            | Self::Polish
            | Self::Turkish
            | Self::Ukrainian
            | Self::Romanian
            | Self::Arabic => name.to_owned(),
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        Self::ALL.into_iter().find(|one| one.word() == text).ok_or(NotALanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Value, keys, say, texts};
    use super::Language;
    use crate::money::{Cents, Percent};
    use crate::time::Month;
    use chrono::NaiveDate;
    use std::collections::{BTreeMap, BTreeSet};

    const MARK: &str = "# Machine-made; not yet checked by a native reader.";

    /// Each key with the names of the values in its sentence, whatever the plural.
    fn placeholders(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        let lines = texts(language).into_iter().flat_map(str::lines);
        for line in lines.filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_alphabetic())
                && let Some((name, _)) = line.split_once('=')
            {
                name.trim().clone_into(&mut key);
            }
            let names = line.match_indices('$').map(|(at, _)| {
                let rest = &line[at + 1..];
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            found.entry(key.clone()).or_default().extend(names);
        }
        found
    }

    /// What a phone shows: its own rooms, the law's, how times are worded, one
    /// absence, the history of an entry, and what lines of pay are called and
    /// made of.
    fn of_a_phone(key: &str) -> bool {
        const BEGINNINGS: [&str; 27] = [
            "app-",
            "screen-",
            "finding-",
            "law-",
            "severity-",
            "pay-kind-",
            "pay-hand-",
            "pay-span",
            "pay-rule",
            "pay-day",
            "history-",
            "view-kind-",
            "month-value-",
            "month-proposed-removal",
            "month-proposed-other",
            "absence-day",
            "absence-one-day",
            "absence-span",
            "absence-number-of-days",
            "absence-kind-",
            "absence-state-",
            "absence-asked-since",
            "absence-field-",
            "absence-unsettled-",
            "absence-certificate-",
            "absence-takes",
            "absence-maternity-",
        ];
        const SAID: [&str; 3] = ["absence-note", "absence-reason", "absence-entered-because"];
        BEGINNINGS.iter().any(|beginning| key.starts_with(beginning))
            || SAID.contains(&key)
            || TIMES.contains(&key)
    }

    /// How `view::when` words times.
    const TIMES: [&str; 7] = [
        "view-day",
        "view-moment",
        "view-span",
        "view-day-span",
        "view-minutes",
        "view-hours",
        "view-and",
    ];

    #[test]
    fn every_room_of_a_phone_is_complete_in_every_language_and_its_values_agree() {
        let german: BTreeMap<_, _> =
            placeholders(Language::German).into_iter().filter(|(key, _)| of_a_phone(key)).collect();
        assert!(german.len() > 250, "{}", german.len());
        for language in Language::PHONE_ONLY.into_iter().chain([Language::English]) {
            let theirs: BTreeMap<_, _> =
                placeholders(language).into_iter().filter(|(key, _)| of_a_phone(key)).collect();
            for (key, names) in &german {
                assert_eq!(theirs.get(key), Some(names), "{language:?}: {key}");
            }
            assert_eq!(theirs.len(), german.len(), "{language:?} has keys that German lacks");
        }
        for language in Language::PHONE_ONLY {
            let all = keys(language);
            assert_eq!(all.len(), german.len(), "{language:?}: only what a phone shows");
        }
    }

    #[test]
    fn what_a_machine_made_says_so_in_its_first_line() {
        for language in Language::ALL {
            for text in texts(language) {
                let says = text.lines().next() == Some(MARK);
                assert_eq!(says, language.machine_made(), "{language:?}");
            }
        }
    }

    #[test]
    fn a_language_without_a_key_speaks_english() {
        let values = [("id", Value::Text("2026-01-01"))];
        let english = say(Language::English, "pay-contract-since", &values);
        assert_eq!(say(Language::Polish, "pay-contract-since", &values), english);
        assert_eq!(english, "Contract 2026-01-01");
    }

    #[test]
    fn days_money_and_percent_are_written_as_each_language_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 8).expect("a day");
        let month: Month = "2026-11".parse().expect("a month");
        // (language, day, month, money, percent)
        let cases = [
            (
                Language::Polish,
                "niedz., 8 lis 2026",
                "listopad 2026",
                "-1\u{a0}234,50\u{a0}€",
                "12,5%",
            ),
            (Language::Turkish, "8 Kas 2026 Paz", "Kasım 2026", "-€1.234,50", "%12,5"),
            (
                Language::Ukrainian,
                "нд, 8 лист. 2026 р.",
                "листопад 2026 р.",
                "-1\u{a0}234,50\u{a0}€",
                "12,5%",
            ),
            (
                Language::Romanian,
                "dum., 8 nov. 2026",
                "noiembrie 2026",
                "-1.234,50\u{a0}€",
                "12,5 %",
            ),
            (
                Language::Arabic,
                "الأحد، 8 نوفمبر 2026",
                "نوفمبر 2026",
                "\u{200e}-1,234.50\u{a0}€",
                "12.5%",
            ),
        ];
        for (language, a_day, a_month, money, percent) in cases {
            use super::super::writing;
            assert_eq!(writing::day(language, day), a_day);
            assert_eq!(writing::month(language, month), a_month);
            assert_eq!(writing::money(language, Cents::new(-123_450)), money);
            assert_eq!(writing::percent(language, Percent::hundredths(1_250)), percent);
        }
    }

    #[test]
    fn a_count_takes_the_plural_of_its_language() {
        let waits =
            |language, count| say(language, "app-waiting", &[("count", Value::Number(count))]);
        assert_eq!(waits(Language::Polish, 0), "Wszystko jest w biurze.");
        assert_eq!(waits(Language::Polish, 3), "3 zapisy czekają na biuro.");
        assert_eq!(waits(Language::Polish, 5), "5 zapisów czeka na biuro.");
        assert_eq!(waits(Language::Romanian, 20), "20 de înregistrări așteaptă biroul.");
        assert!(waits(Language::Arabic, 2).starts_with("تسجيلان"));
    }
}
