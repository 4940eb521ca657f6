//! Why a line is what it is (Erklärung der Lohnzeilen), in words.
//!
//! One sentence for each span of a line ([`sentence`]), a readable page
//! ([`page::page`]), JSON ([`json::json`]) and a summary in Leichte Sprache
//! ([`simple::summary`]). Nothing is computed here.

pub mod json;
pub mod page;
pub mod simple;

use super::base::CONTRACT;
use super::line::{Named, PayLine, PaySpan, Quantity, RuleRef, WageKind};
use super::month::LineRate;
use super::month_cut::Carry;
use crate::money::Cents;
use crate::place::zone;
use crate::time::{Minute, Minutes};
use crate::words::{Language, Value, decimal, percent, say};
use chrono::{NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;

/// What a line is called: `Nacht 25 %`, `Bereitschaft`.
#[must_use]
pub fn name(language: Language, line: &PayLine) -> String {
    let percent = line.percent.map_or_else(String::new, |rate| percent(language, rate));
    let word = match line.wage_kind.named() {
        Named::ByContract(word) => readable(word),
        Named::ByHand(word) => hand_word(language, word),
        Named::Plain => String::new(),
    };
    let kind = line.wage_kind.word();
    let kind = kind.split(':').next().unwrap_or(&kind);
    let values = [("percent", Value::Text(&percent)), ("word", Value::Text(&word))];
    say(language, &format!("pay-kind-{kind}"), &values).trim().to_owned()
}

/// How much of a shift over the month's edge is paid in which month.
#[must_use]
pub fn edge(language: Language, carry: &Carry) -> String {
    let values = [
        ("day", Value::Day(carry.began)),
        ("before", Value::Minutes(carry.before)),
        ("here", Value::Minutes(carry.here)),
        ("after", Value::Minutes(carry.after)),
    ];
    let key = match (carry.before == Minutes::ZERO, carry.after == Minutes::ZERO) {
        (false, true) => "pay-carry-before",
        (true, false) => "pay-carry-after",
        (true, true) | (false, false) => "pay-carry",
    };
    say(language, key, &values)
}

/// A word of the contract's own, as people write it: `late_shift` → `Late shift`.
fn readable(word: &str) -> String {
    let text = word.replace('_', " ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

fn hand_word(language: Language, word: &str) -> String {
    let key = format!("pay-hand-{word}");
    let said = say(language, &key, &[]);
    if said == key { readable(word) } else { said }
}

/// An amount without its sign, for columns: `1.234,50`, `1,234.50`.
#[must_use]
pub fn amount(language: Language, cents: Cents) -> String {
    decimal(language, &cents.to_string())
}

/// A rate in euros per hour: with two decimals if that is exact, else with
/// four, half up.
#[must_use]
pub fn rate(language: Language, (numerator, denominator): (i64, i64)) -> String {
    let scaled = i128::from(numerator) * 100;
    let denominator = i128::from(denominator.max(1));
    let text = if scaled % (denominator * 100) == 0 {
        let cents = i64::try_from(scaled / (denominator * 100)).unwrap_or(i64::MAX);
        Cents::new(cents).to_string()
    } else {
        let four = (scaled * 2 + denominator).div_euclid(denominator * 2);
        format!("{},{:04}", four / 10_000, four % 10_000)
    };
    decimal(language, &text)
}

/// One span of a line in one sentence:
/// `So 8. Nov. 22:00–24:00, 2:00 h, Nacht 25 %, § 3b Abs. 1 Nr. 1 EStG, Regelstand 2026-01`.
#[must_use]
pub fn sentence(language: Language, line: &PayLine, span: &PaySpan) -> String {
    let length = span.span.length();
    let when = when(language, span);
    let kind = name(language, line);
    let rule = rules(language, &span.rules);
    let counts_days = matches!(line.quantity, Quantity::Days(_));
    let key = if span.minutes == Minutes::ZERO || counts_days {
        "pay-span-amount"
    } else if line.wage_kind.is_absence() || line.wage_kind == WageKind::AbsenceSurcharge {
        "pay-span-days"
    } else if span.minutes == length {
        "pay-span"
    } else {
        "pay-span-shared"
    };
    say(
        language,
        key,
        &[
            ("when", Value::Text(&when)),
            ("minutes", Value::Minutes(span.minutes)),
            ("length", Value::Minutes(length)),
            ("kind", Value::Text(&kind)),
            ("rule", Value::Text(&rule)),
        ],
    )
}

/// All sentences of a line.
#[must_use]
pub fn sentences(language: Language, line: &PayLine) -> Vec<String> {
    line.spans.iter().map(|span| sentence(language, line, span)).collect()
}

/// `So 8. Nov. 22:00–24:00`; over several days `Mo 2. Nov. – Fr 6. Nov. 2026`.
fn when(language: Language, span: &PaySpan) -> String {
    let Ok(zone) = zone(&span.zone) else { return span.zone.to_string() };
    let (from, to) = (span.span.from(), span.span.to());
    let (first, last) = (from.day(zone), (to - Minutes::new(1)).day(zone));
    if first != last {
        return format!("{} – {}", day(language, first), day(language, last));
    }
    let begin = say_moment(language, from, zone);
    format!("{begin}–{}", end_of(language, to, last, zone))
}

fn say_moment(language: Language, at: Minute, zone: Tz) -> String {
    let wall = at.on_the_wall(zone);
    // The date without its year, then the time: the words room writes both.
    let date = say(language, "pay-day", &[("day", Value::ShortDay(wall.date_naive()))]);
    format!("{date} {}", clock(language, at, zone))
}

fn day(language: Language, day: NaiveDate) -> String {
    say(language, "pay-day", &[("day", Value::Day(day))])
}

/// The end of a span on its own day: midnight is 24:00.
fn end_of(language: Language, to: Minute, day: NaiveDate, zone: Tz) -> String {
    if to.day(zone) == day { clock(language, to, zone) } else { "24:00".to_owned() }
}

/// `22:00`; in the hour that the clocks repeat with the name of its time.
#[must_use]
pub fn clock(language: Language, at: Minute, zone: Tz) -> String {
    let wall = at.on_the_wall(zone);
    let time = format!("{:02}:{:02}", wall.hour(), wall.minute());
    if zone.from_local_datetime(&wall.naive_local()).single().is_some() {
        return time;
    }
    let name = wall.format("%Z").to_string();
    format!("{time} {}", language.zone_time(&name))
}

/// Paragraphs with one state of the rules at the end; the contract with the
/// day of its version.
#[must_use]
pub fn rules(language: Language, rules: &[RuleRef]) -> String {
    let mut texts: Vec<String> = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let same_next = rules.get(place + 1).is_some_and(|next| {
            next.paragraph != CONTRACT
                && next.version == rule.version
                && next.verified == rule.verified
        });
        let text = if rule.paragraph == CONTRACT {
            let version = date(language, &rule.version);
            say(language, "pay-rule-contract", &[("version", Value::Text(&version))])
        } else if same_next {
            rule.paragraph.to_string()
        } else {
            let values = [
                ("paragraph", Value::Text(&rule.paragraph)),
                ("version", Value::Text(&rule.version)),
            ];
            say(language, "pay-rule", &values)
        };
        texts.push(if rule.verified || same_next {
            text
        } else {
            say(language, "pay-rule-unverified", &[("rule", Value::Text(&text))])
        });
    }
    texts.join(", ")
}

/// `01.10.2026`, `2026-10-01`; other texts as they are.
fn date(language: Language, text: &str) -> String {
    match text.parse::<NaiveDate>() {
        // The order of day, month and year is the same wherever the comma is.
        Ok(day) if language.decimal_comma() => day.format("%d.%m.%Y").to_string(),
        Ok(_) | Err(_) => text.to_owned(),
    }
}

/// How a line's amount comes about: `Arbeit: 8:00 h × 20,00 €/h = 160,00 €`;
/// `several` are the rates of a line that has more than one.
#[must_use]
pub fn heading(language: Language, line: &PayLine, several: &[LineRate]) -> String {
    let kind = name(language, line);
    let mut hundredths = String::new();
    let per_hour = line.rate.map(|parts| rate(language, parts)).unwrap_or_default();
    let paid = line.columns.paid;
    let (key, minutes) = match line.quantity {
        Quantity::Amount => ("pay-line-amount", Minutes::ZERO),
        Quantity::Days(count) if line.is_left_to_payroll() => {
            hundredths = amount(language, Cents::new(count));
            ("pay-line-days-open", Minutes::ZERO)
        }
        Quantity::Days(count) => {
            hundredths = amount(language, Cents::new(count));
            ("pay-line-days", Minutes::ZERO)
        }
        Quantity::Count(count) => {
            hundredths = amount(language, Cents::new(count));
            ("pay-line-count", Minutes::ZERO)
        }
        Quantity::Minutes(minutes) if line.rate.is_some() => ("pay-line-rate", minutes),
        Quantity::Minutes(minutes) if paid != Cents::ZERO => ("pay-line-rates", minutes),
        Quantity::Minutes(minutes) if line.wage_kind == WageKind::UnpaidLeave => {
            ("pay-line-unpaid", minutes)
        }
        Quantity::Minutes(minutes) => ("pay-line-salaried", minutes),
    };
    let parts: Vec<String> = several
        .iter()
        .map(|part| {
            let rate = rate(language, part.rate);
            let values = [("minutes", Value::Minutes(part.minutes)), ("rate", Value::Text(&rate))];
            say(language, "pay-line-part", &values)
        })
        .collect();
    let parts = parts.join(" + ");
    let key = if key == "pay-line-rates" && !several.is_empty() { "pay-line-parts" } else { key };
    let mut text = say(
        language,
        key,
        &[
            ("kind", Value::Text(&kind)),
            ("minutes", Value::Minutes(minutes)),
            ("count", Value::Text(&hundredths)),
            ("rate", Value::Text(&per_hour)),
            ("amount", Value::Cents(paid)),
            ("parts", Value::Text(&parts)),
        ],
    );
    for note in notes(language, line) {
        text.push_str(", ");
        text.push_str(&note);
    }
    text
}

/// What else is to be said of a line: free parts, cost centre, origin, reason.
fn notes(language: Language, line: &PayLine) -> Vec<String> {
    let columns = line.columns;
    let mut notes = Vec::new();
    if columns.paid != Cents::ZERO
        && columns.tax_free == columns.paid
        && columns.sv_free == columns.paid
    {
        notes.push(say(language, "pay-line-all-free", &[]));
    } else if columns.tax_free != Cents::ZERO || columns.sv_free != Cents::ZERO {
        let values =
            [("tax", Value::Cents(columns.tax_free)), ("sv", Value::Cents(columns.sv_free))];
        notes.push(say(language, "pay-line-free", &values));
    }
    if let Some(centre) = &line.cost_centre {
        notes.push(say(language, "pay-line-centre", &[("centre", Value::Text(centre))]));
    }
    if line.month != line.month_of_origin {
        let values = [("month", Value::Month(line.month_of_origin))];
        notes.push(say(language, "pay-line-origin", &values));
    }
    if let Some(reason) = &line.reason {
        notes.push(say(language, "pay-line-reason", &[("reason", Value::Text(reason))]));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Percent;
    use crate::pay::line::Columns;
    use crate::time::{Interval, Month};
    use std::borrow::Cow;

    fn at(text: &str) -> Minute {
        Minute::floor(chrono::DateTime::parse_from_rfc3339(text).expect("an instant").to_utc())
    }
    fn rule(paragraph: &'static str, version: &'static str, verified: bool) -> RuleRef {
        RuleRef {
            key: Cow::Borrowed("k"),
            paragraph: Cow::Borrowed(paragraph),
            version: Cow::Borrowed(version),
            verified,
        }
    }
    fn line(kind: WageKind, percent: Option<u32>, span: PaySpan) -> PayLine {
        let month: Month = "2026-11".parse().expect("a month");
        PayLine {
            person: "p".into(),
            personnel_number: None,
            wage_kind: kind,
            month,
            month_of_origin: month,
            contract_version: "v".into(),
            cost_centre: None,
            quantity: Quantity::Minutes(span.minutes),
            rate: Some((500, 1)),
            percent: percent.map(Percent::new),
            columns: Columns::default(),
            spans: vec![span],
            reason: None,
        }
    }
    fn span(from: &str, to: &str, minutes: Option<i64>, rules: Vec<RuleRef>) -> PaySpan {
        let span = Interval::new(at(from), at(to)).expect("from < to");
        PaySpan {
            shift: "s".into(),
            span,
            zone: "Europe/Berlin".into(),
            minutes: minutes.map_or(span.length(), Minutes::new),
            rules,
        }
    }

    #[test]
    fn a_span_is_one_sentence_with_its_paragraph_and_the_state_of_the_rules() {
        let night = rule("§ 3b Abs. 1 Nr. 1 EStG", "2026-01", true);
        let cases = [
            (
                line(
                    WageKind::Night25,
                    Some(25),
                    span(
                        "2026-11-08T22:00:00+01:00",
                        "2026-11-09T00:00:00+01:00",
                        None,
                        vec![night.clone()],
                    ),
                ),
                "So 8. Nov. 22:00–24:00, 2:00 h, Nacht 25 %, § 3b Abs. 1 Nr. 1 EStG, Regelstand 2026-01",
                "Sun 8 Nov 22:00–24:00, 2:00 h, Night 25%, § 3b Abs. 1 Nr. 1 EStG, rules of 2026-01",
            ),
            (
                line(
                    WageKind::Sunday50,
                    Some(50),
                    span(
                        "2026-11-09T00:00:00+01:00",
                        "2026-11-09T04:00:00+01:00",
                        Some(120),
                        vec![
                            rule("§ 3b Abs. 1 Nr. 2 EStG", "2026-01", true),
                            rule("§ 3b Abs. 3 Nr. 2 EStG", "2026-01", true),
                        ],
                    ),
                ),
                "Mo 9. Nov. 00:00–04:00, 2:00 h von 4:00 h, Sonntag 50 %, § 3b Abs. 1 Nr. 2 EStG, \
                 § 3b Abs. 3 Nr. 2 EStG, Regelstand 2026-01",
                "Mon 9 Nov 00:00–04:00, 2:00 h of 4:00 h, Sunday 50%, § 3b Abs. 1 Nr. 2 EStG, \
                 § 3b Abs. 3 Nr. 2 EStG, rules of 2026-01",
            ),
            (
                line(
                    WageKind::Contract("late_shift".into()),
                    None,
                    span(
                        "2026-10-25T02:30:00+02:00",
                        "2026-10-25T02:30:00+01:00",
                        None,
                        vec![rule("Vertrag", "2026-10-01", true), night],
                    ),
                ),
                "So 25. Okt. 02:30 MESZ–02:30 MEZ, 1:00 h, Late shift, Vertrag, Fassung vom 01.10.2026, \
                 § 3b Abs. 1 Nr. 1 EStG, Regelstand 2026-01",
                "Sun 25 Oct 02:30 CEST–02:30 CET, 1:00 h, Late shift, contract, version of 2026-10-01, \
                 § 3b Abs. 1 Nr. 1 EStG, rules of 2026-01",
            ),
            (
                line(
                    WageKind::Sick,
                    None,
                    span(
                        "2026-11-02T00:00:00+01:00",
                        "2026-11-07T00:00:00+01:00",
                        Some(1170),
                        vec![rule("§ 616 BGB", "2026-01", false)],
                    ),
                ),
                "Mo 2. Nov. 2026 – Fr 6. Nov. 2026, 19:30 h, Krankheit, § 616 BGB, Regelstand 2026-01 \
                 (Quelle nicht geprüft)",
                "Mon 2 Nov 2026 – Fri 6 Nov 2026, 19:30 h, Sickness, § 616 BGB, rules of 2026-01 \
                 (source not verified)",
            ),
        ];
        for (line, german, english) in cases {
            assert_eq!(sentences(Language::German, &line), [german]);
            assert_eq!(sentences(Language::English, &line), [english]);
        }
    }

    #[test]
    fn rates_are_exact_or_have_four_decimals() {
        for (parts, german, english) in [
            ((2_000, 1), "20,00", "20.00"),
            ((123_450, 1), "1.234,50", "1,234.50"),
            ((695, 2), "3,4750", "3.4750"),
            ((390_000, 174), "22,4138", "22.4138"),
            ((1, 1), "0,01", "0.01"),
        ] {
            assert_eq!(rate(Language::German, parts), german);
            assert_eq!(rate(Language::English, parts), english);
        }
    }

    #[test]
    fn every_wage_kind_and_every_finding_has_a_name() {
        use crate::pay::finding::FindingKind;
        let words = crate::words::keys(Language::German);
        let has = |key: String| assert!(words.contains(&key), "{key}");
        for kind in WageKind::PLAIN {
            has(format!("pay-kind-{}", kind.word()));
        }
        has("pay-kind-contract".into());
        has("pay-kind-hand_entered".into());
        for kind in FindingKind::ALL {
            has(format!("pay-finding-{}", kind.word()));
        }
    }
}
