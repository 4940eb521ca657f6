//! What the law, the record and the clocks say about a month. Nothing here
//! blocks; the codes of what was seen stand in the approval.

use super::Month;
use super::blocked::found_sentence;
use crate::document::EventId;
use crate::law::finding::{FindingKey, Severity};
use crate::law::finding_sentence;
use crate::record::doubt::Bounds;
use crate::time::Minute;
use crate::view::when;
use crate::words::{Language, Value, say};
use std::collections::BTreeMap;

/// Something to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// How grave, in a word: `Hinweis`, `Warnung`, `Verstoß`.
    pub severity: String,
    /// A rule is broken as far as the record shows.
    pub serious: bool,
    /// Good to know; nothing is wrong.
    pub only_info: bool,
    /// What was found and what would be lawful, one sentence for each time.
    pub sentences: Vec<String>,
    /// Paragraph and state of the rules; empty where it is no law.
    pub source: String,
    /// The shift, if it is about one.
    pub shift: Option<EventId>,
}

/// The gravest first; findings of one rule together.
pub(super) fn warnings(language: Language, month: &Month<'_>) -> Vec<Warning> {
    let mut by_key: BTreeMap<(std::cmp::Reverse<Severity>, FindingKey), Warning> = BTreeMap::new();
    for finding in month.law {
        let mut sentence = finding_sentence::sentence(finding, language, month.zone);
        if let Some(first) = finding.intervals.first() {
            let day = when::short_day(language, first.from().day(month.zone));
            let values = [("day", Value::Text(&day)), ("text", Value::Text(&sentence))];
            sentence = say(language, "month-warning-on", &values);
        }
        let key = (std::cmp::Reverse(finding.severity), finding.key);
        let warning = by_key.entry(key).or_insert_with(|| Warning {
            severity: finding_sentence::severity(finding.severity, language),
            serious: finding.severity == Severity::Serious,
            only_info: finding.severity == Severity::Info,
            sentences: Vec::new(),
            source: finding_sentence::source(finding, language),
            shift: None,
        });
        if !warning.sentences.contains(&sentence) {
            warning.sentences.push(sentence);
        }
    }
    let (info, mut found): (Vec<Warning>, Vec<Warning>) =
        by_key.into_values().partition(|warning| warning.only_info);
    for finding in month.work.findings.iter().filter(|finding| !finding.what.blocks()) {
        if finding.what.unsettles() {
            continue; // told where it is to be settled
        }
        let sentence = found_sentence(language, month, finding);
        found.push(plain(language, sentence, finding.shifts.first().copied()));
    }
    for (shift, punched, bounds) in month.doubts {
        found.push(plain(language, doubtful(language, month, *punched, *bounds), Some(*shift)));
    }
    for finding in month.pay.iter().filter(|finding| !finding.kind.refuses()) {
        let sentence = say(language, &format!("pay-finding-{}", finding.kind.word()), &[]);
        found.push(plain(language, sentence, None));
    }
    found.extend(info);
    found
}

fn plain(language: Language, sentence: String, shift: Option<EventId>) -> Warning {
    Warning {
        severity: finding_sentence::severity(Severity::Warning, language),
        serious: false,
        only_info: false,
        sentences: vec![sentence],
        source: String::new(),
        shift,
    }
}

fn doubtful(language: Language, month: &Month<'_>, punched: Minute, bounds: Bounds) -> String {
    let at = |ms: i64| when::moment(language, Minute::floor_ms(ms), month.zone);
    let said = when::moment(language, punched, month.zone);
    let (earliest, latest) = (bounds.earliest_ms.map(at), bounds.latest_ms.map(at));
    let key = match (&earliest, &latest) {
        (Some(_), Some(_)) => "month-doubt-between",
        (Some(_), None) => "month-doubt-not-before",
        (None, _) => "month-doubt-not-after",
    };
    say(
        language,
        key,
        &[
            ("said", Value::Text(&said)),
            ("earliest", Value::Text(earliest.as_deref().unwrap_or_default())),
            ("latest", Value::Text(latest.as_deref().unwrap_or_default())),
        ],
    )
}
