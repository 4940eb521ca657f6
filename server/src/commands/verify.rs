//! `assistenzzeit verify`: an evidence file in, what it proves out. Offline;
//! needs nothing but the file.

use assistenz_core::log::evidence::{Finding, Note, Report, verify};
use assistenz_core::words::{Language, Value, say};
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = r"Beispiel (example):
  assistenzzeit verify tests/fixtures/record/life.evidence.cbor

Rückgabe (exit code): 0 alles belegt (all proven), 1 Befunde (findings),
2 nicht lesbar (unreadable).
Format: docs/sync-protocol.md § 12.";

/// Prüft eine Nachweisdatei, ohne Netz (checks an evidence file, offline)
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct Arguments {
    /// Nachweisdatei (evidence file)
    pub file: PathBuf,
    /// Als JSON statt als Text (as JSON instead of text)
    #[arg(long)]
    pub json: bool,
    /// Sprache der Sätze (language of the sentences): de, en, de-simple
    #[arg(long, default_value = "de", value_parser = str::parse::<Language>)]
    pub language: Language,
}

/// What checking gave, to be written and returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What is written out.
    pub text: String,
    /// 0 all proven, 1 findings, 2 unreadable.
    pub code: u8,
}

/// Checks the file and writes what was found.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match std::fs::read(&arguments.file) {
        Ok(bytes) => outcome(&bytes, arguments.language, arguments.json),
        Err(_) => unreadable("file", arguments.language, arguments.json),
    };
    // A closed pipe is no reason to say anything else than the exit code does.
    let written = writeln!(std::io::stdout().lock(), "{}", outcome.text.trim_end());
    match written {
        Ok(()) | Err(_) => ExitCode::from(outcome.code),
    }
}

fn unreadable(code: &'static str, language: Language, as_json: bool) -> Outcome {
    let text = if as_json {
        json!({ "outcome": "unreadable", "code": code }).to_string()
    } else {
        say(language, &format!("verify-unreadable-{}", dashed(code)), &[])
    };
    Outcome { text, code: 2 }
}

/// Checks these bytes.
#[must_use]
pub fn outcome(bytes: &[u8], language: Language, as_json: bool) -> Outcome {
    let report = match verify(bytes) {
        Ok(report) => report,
        Err(why) => return unreadable(why.code(), language, as_json),
    };
    let proven = report.is_proven();
    let text = if as_json {
        let outcome = if proven { "proven" } else { "findings" };
        json!({ "outcome": outcome, "report": report }).to_string()
    } else {
        text(&report, language)
    };
    Outcome { text, code: u8::from(!proven) }
}

fn dashed(code: &str) -> String {
    code.replace('_', "-")
}

fn number(count: impl TryInto<i64>) -> Value<'static> {
    Value::Number(count.try_into().unwrap_or(i64::MAX))
}

fn text(report: &Report, language: Language) -> String {
    let mut lines = Vec::new();
    let all = u64::try_from(report.findings.len()).unwrap_or(u64::MAX) + report.further_findings;
    if report.is_proven() {
        lines.push(say(language, "verify-proven", &[]));
    } else {
        lines.push(say(language, "verify-not-proven", &[("count", number(all))]));
    }
    lines
        .extend(report.findings.iter().map(|finding| format!("- {}", sentence(finding, language))));
    if report.further_findings > 0 {
        let count = [("count", number(report.further_findings))];
        lines.push(say(language, "verify-more", &count));
    }
    lines.extend(report.notes.iter().map(|note| format!("· {}", note_sentence(note, language))));
    let counts = report.counts;
    lines.push(say(
        language,
        "verify-counts",
        &[
            ("entries", number(counts.entries)),
            ("batches", number(counts.batches)),
            ("office", number(counts.by_office)),
            ("bodies", number(counts.bodies)),
            ("checkpoints", number(counts.checkpoints)),
            ("statements", number(counts.statements)),
            ("held", number(counts.held)),
            ("released", number(counts.released)),
            ("purged", number(counts.purged)),
        ],
    ));
    lines.push(say(language, "verify-proves", &[]));
    lines.join("\n")
}

fn sentence(finding: &Finding, language: Language) -> String {
    let mut what = say(language, &format!("verify-{}", dashed(finding.code.code())), &[]);
    if let Some(detail) = finding.detail {
        what = format!("{what} [{detail}]");
    }
    match finding.position {
        None => what,
        Some(position) => {
            let position = position.to_string();
            let values = [("what", Value::Text(&what)), ("position", Value::Text(&position))];
            say(language, "verify-at", &values)
        }
    }
}

fn note_sentence(note: &Note, language: Language) -> String {
    match note {
        Note::Purged { document, rule, bodies } => {
            let document = document.to_string();
            let values = [
                ("document", Value::Text(&document)),
                ("count", number(*bodies)),
                ("rule", Value::Text(rule)),
            ];
            say(language, "verify-note-purged", &values)
        }
        Note::Withheld { bodies } => {
            say(language, "verify-note-withheld", &[("count", number(*bodies))])
        }
        Note::GapAfterRestore { position } => {
            let position = position.to_string();
            let values = [("position", Value::Text(&position))];
            say(language, "verify-note-gap-after-restore", &values)
        }
        Note::LostInRestore { epoch, entries } => {
            let values = [("epoch", number(*epoch)), ("count", number(*entries))];
            say(language, "verify-note-lost-in-restore", &values)
        }
        Note::RecoveredByOperator { position } => {
            let position = position.to_string();
            let values = [("position", Value::Text(&position))];
            say(language, "verify-note-recovered-by-operator", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use assistenz_core::log::evidence::FindingKind;

    const LIFE: &[u8] = include_bytes!("../../../tests/fixtures/record/life.evidence.cbor");
    const TOUCHED: &[u8] = include_bytes!("../../../tests/fixtures/record/touched.evidence.cbor");

    #[test]
    fn a_whole_file_is_proven_and_says_what_was_purged_under_which_rule() {
        let german = outcome(LIFE, Language::German, false);
        assert_eq!(german.code, 0);
        assert!(german.text.starts_with("In Ordnung"), "{}", german.text);
        assert!(german.text.contains("gelöscht nach der Regel „ArbZG § 16 Abs. 2“"));
        let english = outcome(LIFE, Language::English, false);
        assert!(english.text.contains("purged under rule “ArbZG § 16 Abs. 2”"), "{}", english.text);
        assert!(english.text.contains("What it does not show"));
    }

    #[test]
    fn a_touched_file_has_findings_and_something_else_is_unreadable() {
        assert_eq!(outcome(TOUCHED, Language::German, false).code, 1);
        assert_eq!(outcome(b"", Language::German, false).code, 2);
        assert_eq!(outcome(b"something else", Language::English, true).code, 2);
        let read: serde_json::Value =
            serde_json::from_str(&outcome(TOUCHED, Language::German, true).text).expect("JSON");
        assert_eq!(read["outcome"], "findings");
        let findings = read["report"]["findings"].as_array().expect("a list");
        assert!(findings.iter().any(|finding| finding["code"] == "bad_seal"), "{findings:?}");
        assert!(findings.iter().any(|finding| finding["code"] == "checkpoint_root"));
    }

    #[test]
    fn every_finding_has_a_sentence_in_german_and_english() {
        for kind in FindingKind::ALL {
            let key = format!("verify-{}", dashed(kind.code()));
            for language in [Language::German, Language::English] {
                let keys = assistenz_core::words::keys(language);
                assert!(keys.contains(&key), "{key} in {}", language.word());
            }
        }
    }
}
