//! `law check` with the real binary: a month file in, findings out.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

fn law_check(file: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assistenzzeit"))
        .args(["law", "check"])
        .arg(file)
        .args(more)
        .output()
        .expect("the binary runs")
}

fn october() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/months/2026-10-nw.json")
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// How often each key occurs for one assistant.
fn counts(document: &Value, id: &str) -> BTreeMap<String, usize> {
    let people = document["assistants"].as_array().expect("assistants");
    let person = people.iter().find(|one| one["id"] == id).expect("the assistant");
    let mut counts = BTreeMap::new();
    for finding in person["findings"].as_array().expect("findings") {
        *counts.entry(finding["key"].as_str().expect("a key").to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn the_october_of_six_assistants_gives_findings_as_json() {
    let output = law_check(&october(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", utf8(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["month"], "2026-10");
    let a4 = counts(&document, "a4");
    // Four shifts of 11:16, 12:03, 12:08 and 7:59 at 16.00 an hour.
    assert_eq!(a4.get("minijob_month_over"), Some(&1), "{a4:?}");
    assert_eq!(a4.get("day_over_maximum"), Some(&3), "{a4:?}");
    assert_eq!(a4.get("stretch_too_long"), Some(&3), "{a4:?}");
    assert_eq!(a4.get("rest_too_short"), None, "{a4:?}");
    let a3 = counts(&document, "a3");
    assert_eq!(a3.get("overlapping_records"), Some(&1), "s001 and s002: {a3:?}");

    let again = law_check(&october(), &[]);
    assert_eq!(output.stdout, again.stdout, "the same file gives the same bytes");
}

#[test]
fn a_finding_names_its_rule_its_time_and_what_would_be_lawful() {
    let output = law_check(&october(), &["--language", "en"]);
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let people = document["assistants"].as_array().expect("assistants");
    let a4 = people.iter().find(|one| one["id"] == "a4").expect("a4");
    let findings = a4["findings"].as_array().expect("findings");
    let night = findings
        .iter()
        .find(|one| one["key"] == "break_too_short")
        .expect("a night without a break");
    assert_eq!(night["paragraph"], "§ 4 Satz 1, 2 ArbZG");
    assert_eq!(night["severity"], "warning");
    assert_eq!(night["verified"], true);
    assert_eq!(night["intervals"][0]["from"], "2026-10-09T19:55:00+02:00");
    assert_eq!(night["lawful"]["what"], "break");
    assert_eq!(night["lawful"]["required"], 45);
    assert_eq!(night["sentence"], "Break too short: 0:00 h of 0:45 h for 12:03 h of work.");
}

#[test]
fn readable_text_in_german_and_in_leichte_sprache() {
    let output = law_check(&october(), &["--text"]);
    let text = utf8(&output.stdout);
    assert!(text.starts_with("a1: Prüfung Oktober 2026\n"), "{text}");
    assert!(text.contains("Pause zu kurz: 0:00 h von 0:45 h bei 12:03 h Arbeit."), "{text}");
    assert!(text.contains("§ 4 Satz 1, 2 ArbZG, Regelstand 2026-01"), "{text}");
    let output = law_check(&october(), &["--text", "--language", "de-simple"]);
    assert!(utf8(&output.stdout).contains("Die Pause ist zu kurz."));
}

#[test]
fn a_refused_file_names_line_and_field_and_gives_no_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("month.json");
    let text = std::fs::read_to_string(october()).expect("the fixture");
    let wrong = text.replacen("2026-10-05T20:04+02:00", "2026-10-05T20:04+01:00", 1);
    std::fs::write(&file, wrong).expect("a file");
    let output = law_check(&file, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(utf8(&output.stdout), "");
    let said = utf8(&output.stderr);
    assert!(said.contains("Zeile (line) 17, Feld (field) assistants[0].shifts[0].start"), "{said}");
    assert!(said.contains("[not_the_offset]"), "{said}");

    let output = law_check(&folder.path().join("none.json"), &[]);
    assert_eq!(output.status.code(), Some(3));
}
