//! `assistenzzeit pay explain`, with the real binary.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Two nights: the Sunday night of the example sentence and a standby.
const MONTH: &str = r#"{
  "land": "NW", "workplace_zone": "Europe/Berlin", "month": "2026-11",
  "assistants": [
    { "id": "ada", "personnel_number": 7, "employment": "social_insurance",
      "wage_cents_per_hour": 2000, "standby_cents_per_hour": 1000, "weekly_minutes": 1800,
      "shifts": [
        { "id": "s1", "start": "2026-11-08T22:00+01:00", "end": "2026-11-09T06:00+01:00",
          "parts": [] },
        { "id": "s2", "start": "2026-11-30T20:00+01:00", "end": "2026-12-01T08:00+01:00",
          "parts": [ { "kind": "standby", "from": "2026-11-30T22:00+01:00",
                       "to": "2026-12-01T06:00+01:00" } ] } ] },
    { "id": "bo", "personnel_number": null, "employment": "minijob",
      "wage_cents_per_hour": 1600, "standby_cents_per_hour": 1390, "weekly_minutes": 480,
      "shifts": [] } ] }"#;

fn explain(arguments: &[&str], month: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_assistenzzeit"))
        .args(["pay", "explain", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(month.as_bytes()).expect("it reads");
    drop(input);
    child.wait_with_output().expect("it ends")
}

fn text(arguments: &[&str]) -> String {
    let output = explain(arguments, MONTH);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_page_has_the_sentence_a_clerk_looks_for() {
    let page = text(&["--person", "ada"]);
    let sentence =
        "So 8. Nov. 22:00–24:00, 2:00 h, Nacht 25 %, § 3b Abs. 1 Nr. 1 EStG, Regelstand 2026-01";
    assert!(page.lines().any(|line| line.trim() == sentence), "{page}");
    assert!(page.contains("Arbeit: 10:00 h × 20,00 €/h = 200,00 €"), "{page}");
    // Night at 25 %: 4 h on 20.00 of the Sunday night, 2 h of work and 2 h of
    // standby on the last evening: 6 h × 5.00 + 2 h × 2.50.
    assert!(page.contains("Nacht 25 %: 6:00 h × 5,00 €/h + 2:00 h × 2,50 €/h = 35,00 €"), "{page}");
    assert!(page.contains("4:00 h hier, 8:00 h im Folgemonat"), "{page}");
    assert!(!page.lines().any(|line| line.ends_with(' ')), "no line ends with spaces");
}

#[test]
fn columns_of_the_table_are_aligned_and_sum_up() {
    let page = text(&["--person", "ada"]);
    let table: Vec<&str> = page
        .lines()
        .skip_while(|line| !line.starts_with("---"))
        .take_while(|l| !l.is_empty())
        .collect();
    let width = table[0].chars().count();
    let rows = table.iter().filter(|line| line.chars().count() == width);
    assert!(rows.count() >= 6, "every row is as wide as the rule: {table:#?}");
    let total = page.lines().find(|line| line.starts_with("Summe")).expect("a total");
    // 10 h × 20 + 2 h × 10; night 35 + 4 h × 8; Sunday 6 h × 10.
    assert!(total.contains("347,00"), "{total}");
    assert!(total.contains("127,00"), "{total}");
}

#[test]
fn json_carries_the_same_lines_with_their_rules() {
    let output: Value = serde_json::from_str(&text(&["--json"])).expect("JSON");
    assert_eq!(output["month"], "2026-11");
    let people = output["people"].as_array().expect("people");
    assert_eq!(people.len(), 2);
    let lines = people[0]["lines"].as_array().expect("lines");
    let night = lines.iter().find(|line| line["wage_kind"] == "night_25").expect("a night");
    assert_eq!(night["minutes"], 480);
    assert_eq!(night["cents"]["tax_free"], 3_500);
    let span = &night["spans"][0];
    assert_eq!(span["from"], "2026-11-08T22:00:00+01:00");
    assert_eq!(span["rules"][0]["paragraph"], "§ 3b Abs. 1 Nr. 1 EStG");
    assert_eq!(people[0]["totals"]["worked_minutes"], 720);
    assert!(people[1]["lines"].as_array().expect("lines").is_empty());
}

#[test]
fn english_and_leichte_sprache() {
    let english = text(&["--language", "en", "--person", "ada"]);
    assert!(english.contains("Sun 8 Nov 22:00–24:00, 2:00 h, Night 25%"), "{english}");
    let simple = text(&["--language", "de-simple", "--person", "ada"]);
    assert!(simple.starts_with("Ihr Lohn für November 2026\n"), "{simple}");
    assert!(simple.contains("Sie haben 12 Stunden gearbeitet."), "{simple}");
    assert!(simple.contains("Für 127,00 € davon zahlen Sie keine Steuern."), "{simple}");
}

#[test]
fn refusals_name_line_and_field_and_exit_codes_tell_them_apart() {
    let code = |output: &Output| output.status.code();
    let bad = MONTH.replacen("2026-11-08T22:00+01:00", "2026-11-08T22:00+02:00", 1);
    let output = explain(&[], &bad);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(code(&output), Some(1));
    assert!(
        error.contains("(line) 7,") && error.contains("assistants[0].shifts[0].start"),
        "{error}"
    );
    assert!(output.stdout.is_empty());
    assert_eq!(code(&explain(&["--person", "nobody"], MONTH)), Some(1));
    assert_eq!(code(&explain(&["--language", "fr"], MONTH)), Some(2));
    assert_eq!(code(&explain(&["--text", "--json"], MONTH)), Some(2));
    let missing = Command::new(env!("CARGO_BIN_EXE_assistenzzeit"))
        .args(["pay", "explain", "no-such-file.json"])
        .output()
        .expect("the program starts");
    assert_eq!(code(&missing), Some(3));
}
