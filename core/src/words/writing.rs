//! How each language writes days, hours, money and percent: forms of the
//! Unicode CLDR, version 48, by hand, with our short forms for German and
//! Leichte Sprache. Digits are Latin in all of them: wage slips have no others.

use super::Language;
use crate::money::{Cents, Percent};
use crate::time::Month;
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;

/// Narrow enough for a screen, and never broken at the end of a line.
const NO_BREAK: char = '\u{a0}';

/// How one language writes.
struct Forms {
    /// January first, as they stand alone before a year.
    months: [&'static str; 12],
    /// As they are shortened in dates.
    short_months: [&'static str; 12],
    /// Monday first.
    weekdays: [&'static str; 7],
}

const fn forms(language: Language) -> &'static Forms {
    match language {
        Language::German => &GERMAN,
        Language::English => &ENGLISH,
        Language::SimpleGerman => &SIMPLE_GERMAN,
        Language::Polish => &POLISH,
        Language::Turkish => &TURKISH,
        Language::Ukrainian => &UKRAINIAN,
        Language::Romanian => &ROMANIAN,
        Language::Arabic => &ARABIC,
    }
}

/// A number written the German way, `1.234,50`, as the language writes it.
#[must_use]
pub fn decimal(language: Language, german: &str) -> String {
    let (group, decimal) = match language {
        Language::German | Language::SimpleGerman | Language::Turkish | Language::Romanian => {
            return german.to_owned();
        }
        Language::English | Language::Arabic => (',', '.'),
        Language::Polish | Language::Ukrainian => (NO_BREAK, ','),
    };
    let swap = |letter| match letter {
        '.' => group,
        ',' => decimal,
        other => other,
    };
    german.chars().map(swap).collect()
}

/// `12,5 %`, `12.5%`, `%12,5`.
#[must_use]
pub fn percent(language: Language, percent: Percent) -> String {
    let german = percent.to_string();
    let number = german.trim_end_matches([' ', '%', NO_BREAK]);
    match language {
        Language::German | Language::SimpleGerman | Language::Romanian => german,
        Language::English | Language::Arabic => format!("{}%", decimal(language, number)),
        Language::Polish | Language::Ukrainian => format!("{number}%"),
        Language::Turkish => format!("%{number}"),
    }
}

/// `1.234,50 €`, `€1,234.50`, `1 234,50 €`.
pub(super) fn money(language: Language, cents: Cents) -> String {
    let german = cents.to_string();
    let (sign, amount) = match german.strip_prefix('-') {
        Some(amount) => ("-", amount),
        None => ("", german.as_str()),
    };
    let amount = decimal(language, amount);
    match language {
        Language::German | Language::SimpleGerman => format!("{german} €"),
        Language::Romanian => format!("{german}{NO_BREAK}€"),
        Language::English | Language::Turkish => format!("{sign}€{amount}"),
        Language::Polish | Language::Ukrainian => format!("{sign}{amount}{NO_BREAK}€"),
        // The marks keep sign, number and currency together from right to left.
        Language::Arabic => format!("\u{200e}{sign}{amount}{NO_BREAK}€"),
    }
}

/// `November 2026`.
pub(super) fn month(language: Language, month: Month) -> String {
    let name = forms(language).months.get(month.month() as usize - 1).copied().unwrap_or_default();
    let year = month.year();
    match language {
        Language::Ukrainian => format!("{name} {year} р."),
        Language::German
        | Language::English
        | Language::SimpleGerman
        | Language::Polish
        | Language::Turkish
        | Language::Romanian
        | Language::Arabic => format!("{name} {year}"),
    }
}

/// `So 8. Nov. 2026`.
pub(super) fn day(language: Language, day: NaiveDate) -> String {
    let year = day.year();
    match language {
        Language::Turkish => {
            let (weekday, number, month) = of_day(language, day);
            format!("{number} {month} {year} {weekday}")
        }
        Language::Ukrainian => format!("{} {year} р.", short_day(language, day)),
        Language::German
        | Language::English
        | Language::SimpleGerman
        | Language::Polish
        | Language::Romanian
        | Language::Arabic => format!("{} {year}", short_day(language, day)),
    }
}

/// The same without its year.
pub(super) fn short_day(language: Language, day: NaiveDate) -> String {
    let (weekday, number, month) = of_day(language, day);
    match language {
        Language::German | Language::SimpleGerman => format!("{weekday} {number}. {month}"),
        Language::English => format!("{weekday} {number} {month}"),
        Language::Polish | Language::Ukrainian | Language::Romanian => {
            format!("{weekday}, {number} {month}")
        }
        Language::Turkish => format!("{number} {month} {weekday}"),
        Language::Arabic => format!("{weekday}، {number} {month}"),
    }
}

fn of_day(language: Language, day: NaiveDate) -> (&'static str, u32, &'static str) {
    let forms = forms(language);
    let weekday = forms.weekdays[day.weekday().num_days_from_monday() as usize];
    (weekday, day.day(), forms.short_months[day.month0() as usize])
}

/// `So 8. Nov. 22:00`; in the hour that the clocks repeat with the name of its time.
pub(super) fn moment(language: Language, at: DateTime<Tz>) -> String {
    let day = short_day(language, at.date_naive());
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    let twice = at.timezone().from_local_datetime(&at.naive_local()).single().is_none();
    if twice {
        let name = language.zone_time(&at.format("%Z").to_string());
        return format!("{day} {time} {name}");
    }
    match language {
        Language::SimpleGerman => format!("{day} {time} Uhr"),
        Language::German
        | Language::English
        | Language::Polish
        | Language::Turkish
        | Language::Ukrainian
        | Language::Romanian
        | Language::Arabic => format!("{day} {time}"),
    }
}

const GERMAN: Forms = Forms {
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    short_months: [
        "Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
    ],
    weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
};

const ENGLISH: Forms = Forms {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

const SIMPLE_GERMAN: Forms = Forms {
    months: GERMAN.months,
    short_months: GERMAN.months,
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
};

const POLISH: Forms = Forms {
    months: [
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ],
    short_months: [
        "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru",
    ],
    weekdays: ["pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."],
};

const TURKISH: Forms = Forms {
    months: [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
        "Kasım", "Aralık",
    ],
    short_months: [
        "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara",
    ],
    weekdays: ["Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"],
};

const UKRAINIAN: Forms = Forms {
    months: [
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ],
    short_months: [
        "січ.",
        "лют.",
        "бер.",
        "квіт.",
        "трав.",
        "черв.",
        "лип.",
        "серп.",
        "вер.",
        "жовт.",
        "лист.",
        "груд.",
    ],
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "нд"],
};

const ROMANIAN: Forms = Forms {
    months: [
        "ianuarie",
        "februarie",
        "martie",
        "aprilie",
        "mai",
        "iunie",
        "iulie",
        "august",
        "septembrie",
        "octombrie",
        "noiembrie",
        "decembrie",
    ],
    short_months: [
        "ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.",
        "dec.",
    ],
    weekdays: ["lun.", "mar.", "mie.", "joi", "vin.", "sâm.", "dum."],
};

const ARABIC: Forms = Forms {
    months: ARABIC_MONTHS,
    short_months: ARABIC_MONTHS,
    weekdays: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
};

const ARABIC_MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
