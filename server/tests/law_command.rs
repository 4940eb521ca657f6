//! The real binary, as a payroll office would call it.

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_assistenzzeit");

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(BINARY)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that does not read its input closes the pipe: no fault here.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the binary ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}
fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn answers(output: &Output) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    assert_eq!(stderr(output), "");
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn folder_of_cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/assistance-pay")
}

fn suite(name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder_of_cases().join(name)).expect("the suite is there");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let cases = file["cases"].as_array().expect("cases").clone();
    for case in &cases {
        for key in ["id", "source"] {
            assert!(case[key].as_str().is_some_and(|text| !text.is_empty()), "{case}");
        }
        let kind = case["kind"].as_str().expect("a kind");
        assert!(["published", "computed", "from_memory"].contains(&kind), "{case}");
    }
    cases
}

/// Runs all cases of a suite in one call and compares each answer.
fn check(name: &str, at_least: usize, arguments: &[&str]) {
    let cases = suite(name);
    assert!(cases.len() >= at_least, "{name} has lost cases: {}", cases.len());
    let lines: String = cases
        .iter()
        .map(|case| {
            let mut line = case["input"].clone();
            line["id"] = case["id"].clone();
            format!("{line}\n")
        })
        .collect();
    let answers = answers(&run(arguments, &lines));
    assert_eq!(answers.len(), cases.len());
    for (case, answer) in cases.iter().zip(answers) {
        let mut expected = case["expected"].clone();
        expected["id"] = case["id"].clone();
        assert_eq!(answer, expected, "{}: {}", case["id"], case["source"]);
    }
}

#[test]
fn every_case_about_surcharges_is_answered_as_expected() {
    check("surcharges.json", 44, &["law", "surcharges"]);
}

#[test]
fn every_case_about_splits_is_answered_as_expected() {
    check("splits.json", 12, &["law", "split"]);
}

#[test]
fn every_case_about_holidays_is_answered_as_expected() {
    check("holidays.json", 118, &["law", "holidays"]);
    check("tax_holidays.json", 32, &["law", "holidays", "--calendar", "tax"]);
}

#[test]
fn the_runner_for_other_programs_passes_ours_and_fails_a_wrong_one() {
    let verdict = |command: &[&str]| {
        let output = Command::new("python3")
            .arg(folder_of_cases().join("run.py"))
            .arg("surcharges")
            .args(command)
            .output()
            .expect("python3 starts");
        (stdout(&output).lines().last().expect("a verdict").to_owned(), output.status.code())
    };
    let count = suite("surcharges.json").len();
    let ours = [BINARY, "law", "surcharges"];
    assert_eq!(verdict(&ours), (format!("{count} passed, 0 failed"), Some(0)));
    // A program that only repeats the question has no case right.
    assert_eq!(verdict(&["cat"]), (format!("0 passed, {count} failed"), Some(1)));
    // The other reading of Easter Sunday fails exactly the two cases about it.
    let other = [BINARY, "law", "surcharges", "--easter-and-whit-sunday", "sunday"];
    assert_eq!(verdict(&other), (format!("{} passed, 2 failed", count - 2), Some(1)));
}

const SUNDAY_NIGHT: &str = concat!(
    r#"{"id":"s1","land":"NW","start":"2026-11-08T22:00:00+01:00","#,
    r#""end":"2026-11-09T06:00:00+01:00"}"#
);

#[test]
fn the_output_is_one_line_per_line_in_a_fixed_form() {
    let expected = concat!(
        r#"{"id":"s1","classes":["#,
        r#"{"kind":"work","night_percent":25,"day_percent":0,"minutes":120},"#,
        r#"{"kind":"work","night_percent":25,"day_percent":50,"minutes":120},"#,
        r#"{"kind":"work","night_percent":40,"day_percent":50,"minutes":240}]}"#,
        "\n"
    );
    // Blank lines are no lines; Windows line ends are line ends.
    let output = run(&["law", "surcharges"], &format!("{SUNDAY_NIGHT}\r\n\n{SUNDAY_NIGHT}"));
    assert_eq!(stdout(&output), expected.repeat(2));
    assert_eq!(run(&["law", "surcharges"], "").status.code(), Some(0));
}

#[test]
fn a_file_can_be_named_instead_of_standard_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("duties.jsonl");
    std::fs::write(&path, SUNDAY_NIGHT).expect("written");
    let output = run(&["law", "surcharges", path.to_str().expect("UTF-8")], "");
    assert_eq!(answers(&output).len(), 1);
    let missing = folder.path().join("missing.jsonl");
    let output = run(&["law", "surcharges", missing.to_str().expect("UTF-8")], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(3), ""));
}

#[test]
fn spans_name_their_paragraphs_and_the_day_they_come_from() {
    let output = run(&["law", "surcharges", "--spans"], SUNDAY_NIGHT);
    let answer = &answers(&output)[0];
    assert_eq!(
        answer["spans"][1],
        json!({
            "kind": "work",
            "from": "2026-11-09T00:00:00+01:00",
            "to": "2026-11-09T04:00:00+01:00",
            "night_percent": 40,
            "day_percent": 50,
            "rules": [
                "§ 3b Abs. 3 Nr. 1 EStG, 2026-01",
                "§ 3b Abs. 1 Nr. 2 EStG, 2026-01",
                "§ 3b Abs. 3 Nr. 2 EStG, 2026-01",
            ],
            "day_of": "2026-11-08",
        })
    );
}

/// `{"from","to"}` with times of November 2026, winter time, and perhaps a kind.
fn piece(kind: Option<&str>, from: &str, to: &str) -> Value {
    let mut piece = json!({
        "from": format!("2026-11-{from}:00+01:00"),
        "to": format!("2026-11-{to}:00+01:00"),
    });
    if let Some(kind) = kind {
        piece["kind"] = json!(kind);
    }
    piece
}

#[test]
fn each_switch_changes_what_it_says() {
    let night = json!({ "start": "2026-11-09T00:30+01:00", "end": "2026-11-09T04:00+01:00" });
    let evening = json!({ "start": "2026-11-08T18:00+01:00", "end": "2026-11-08T22:00+01:00" });
    let gap = json!({ "id": "a", "land": "NW", "records": [night, evening] });
    let on_call = json!({
        "id": "b", "land": "NW",
        "start": "2026-11-08T20:00+01:00", "end": "2026-11-08T22:00+01:00",
        "parts": [piece(Some("on_call"), "08T20:00", "08T22:00")],
    });
    let easter = json!({
        "id": "c", "land": "NW",
        "start": "2026-04-05T08:00+02:00", "end": "2026-04-05T09:00+02:00",
    });
    // (line, option, value, [night, day, minutes] of the last class before and after)
    let cases = [
        (gap, "--night-taken-up", "night", json!([25, 50, 120]), json!([40, 50, 210])),
        (on_call, "--on-call", "like_standby", json!(null), json!([25, 50, 120])),
        (easter, "--easter-and-whit-sunday", "sunday", json!([0, 125, 60]), json!([0, 50, 60])),
    ];
    for (line, option, value, before, after) in cases {
        let line = line.to_string();
        let last = |arguments: &[&str]| {
            let answer = answers(&run(arguments, &line)).remove(0);
            answer["classes"].as_array().expect("classes").last().map_or(Value::Null, |class| {
                json!([class["night_percent"], class["day_percent"], class["minutes"]])
            })
        };
        assert_eq!(last(&["law", "surcharges"]), before, "{option}");
        assert_eq!(last(&["law", "surcharges", option, value]), after, "{option}");
        let output = run(&["law", "surcharges", option, "maybe"], &line);
        assert_eq!(output.status.code(), Some(2), "{option}");
    }
}

#[test]
fn a_refused_line_is_named_with_its_field_and_nothing_is_written() {
    let line = |field: &str, to: Value| {
        let mut line: Value = serde_json::from_str(SUNDAY_NIGHT).expect("JSON");
        line[field] = to;
        line.to_string()
    };
    let breaks = |from, to| line("breaks", json!([piece(None, from, to)]));
    let part = |kind, from, to| line("parts", json!([piece(Some(kind), from, to)]));
    let two_parts = json!([
        piece(Some("travel"), "08T22:00", "08T23:00"),
        piece(Some("meeting"), "08T22:30", "08T23:30"),
    ]);
    let two_places = json!([
        { "land": "NI", "from": "2026-11-08T22:00:00+01:00", "to": "2026-11-08T23:00:00+01:00" },
        { "land": "HE", "from": "2026-11-08T22:30:00+01:00", "to": "2026-11-08T23:30:00+01:00" },
    ]);
    let record = json!({ "start": "2026-11-08T22:00:00+01:00" });
    // (line, field, code)
    let cases = [
        ("[]".to_owned(), "", "not_an_object"),
        ("{".to_owned(), "", "not_an_object"),
        ("{}".to_owned(), "id", "missing"),
        (line("id", json!(7)), "id", "not_a_text"),
        (line("id", json!("")), "id", "empty"),
        (line("land", json!(null)), "land", "missing"),
        (line("land", json!("Bayern")), "land", "not_a_land"),
        (line("communes", json!("augsburg")), "communes", "not_a_list"),
        (line("communes", json!(["köln"])), "communes[0]", "not_a_commune"),
        (line("communes", json!(["augsburg"])), "communes[0]", "commune_of_another_land"),
        (line("start", json!("2026-11-08 22:00")), "start", "not_an_instant"),
        (line("start", json!("2026-11-08T22:00:00")), "start", "not_an_instant"),
        (line("start", json!("1999-11-08T22:00:00+01:00")), "start", "not_an_instant"),
        (line("end", json!("2026-11-08T22:00:59+01:00")), "end", "not_after_start"),
        (line("end", json!("2027-11-08T22:00:00+01:00")), "end", "too_long"),
        (line("break", json!([])), "break", "unknown_field"),
        (line("tz", json!("Europe/Vienna")), "tz", "not_this_word"),
        (line("breaks", json!(30)), "breaks", "not_a_list"),
        (line("breaks", json!([30])), "breaks[0]", "not_an_object"),
        (line("breaks", json!([{}])), "breaks[0].from", "missing"),
        (breaks("08T21:59", "08T23:00"), "breaks[0].from", "outside"),
        (breaks("08T23:00", "08T23:00"), "breaks[0].to", "not_after_start"),
        (part("work", "08T22:00", "09T06:01"), "parts[0].to", "outside"),
        (part("sleep", "08T22:00", "08T23:00"), "parts[0].kind", "not_a_kind"),
        (line("parts", two_parts), "parts[1]", "overlaps"),
        (line("away", two_places), "away[1]", "overlaps"),
        (line("records", json!([])), "start", "records_and_times"),
        (json!({ "id": "a", "land": "NW", "records": [] }).to_string(), "records", "empty"),
        (
            json!({ "id": "a", "land": "NW", "records": [record] }).to_string(),
            "records[0].end",
            "missing",
        ),
    ];
    for (bad, field, code) in cases {
        let output = run(&["law", "surcharges"], &format!("{SUNDAY_NIGHT}\n{bad}\n"));
        assert_eq!(output.status.code(), Some(1), "{bad}");
        assert_eq!(stdout(&output), "", "{bad}");
        let place =
            if field.is_empty() { String::new() } else { format!(", Feld (field) {field}") };
        let begins = format!("Zeile (line) 2{place} [{code}]: ");
        assert!(stderr(&output).starts_with(&begins), "{bad}\n{}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1, "{bad}");
    }
    // All of them are named, not only the first.
    let output = run(&["law", "surcharges"], "{}\n[]\n");
    assert_eq!(stderr(&output).lines().count(), 2);
}

#[test]
fn parts_that_the_rules_allow_to_overlap_are_read() {
    let line = json!({
        "id": "a", "land": "NW",
        "start": "2026-11-10T08:00+01:00", "end": "2026-11-10T12:00+01:00",
        "breaks": [piece(None, "10T09:00", "10T09:30")],
        "parts": [
            piece(Some("standby"), "10T08:30", "10T11:00"),
            piece(Some("call_out"), "10T10:00", "10T10:30"),
            piece(Some("travel"), "10T10:30", "10T11:30"),
        ],
    });
    let answer = answers(&run(&["law", "surcharges"], &line.to_string())).remove(0);
    let minutes: Vec<_> = answer["classes"]
        .as_array()
        .expect("classes")
        .iter()
        .map(|class| (class["kind"].as_str().expect("a kind"), class["minutes"].as_i64()))
        .collect();
    assert_eq!(
        minutes,
        [("work", Some(60)), ("travel", Some(30)), ("standby", Some(90)), ("call_out", Some(30))]
    );
}

#[test]
fn splits_follow_their_switches_and_refuse_what_is_no_amount() {
    let line = json!({
        "id": "a", "date": "2026-11-08",
        "grundlohn_cents": 3000, "surcharge_base_cents": 2400, "standby_pay_cents": 500,
        "spans": [{ "kind": "standby", "minutes": 60, "class_percent": 25, "paid_percent": 25 }],
    })
    .to_string();
    let free = |arguments: &[&str]| {
        let answer = answers(&run(&[&["law", "split"], arguments].concat(), &line)).remove(0);
        (answer["tax_free_cents"].as_i64(), answer["sv_free_cents"].as_i64())
    };
    assert_eq!(free(&[]), (Some(600), Some(500)));
    assert_eq!(free(&["--sv-base", "surcharge_base"]), (Some(600), Some(600)));
    assert_eq!(free(&["--standby-ceiling", "standby_pay"]), (Some(125), Some(125)));
    let cases = [
        (line.replace("3000", "-1"), "grundlohn_cents", "not_a_number"),
        (line.replace("3000", "20.5"), "grundlohn_cents", "not_a_number"),
        (line.replace("2026-11-08", "8.11.2026"), "date", "not_a_day"),
        (line.replace(":60", ":\"60\""), "spans[0].minutes", "not_a_number"),
        (line.replace("\"standby\"", "\"sleep\""), "spans[0].kind", "not_a_kind"),
        (line.replace("spans", "pieces"), "pieces", "unknown_field"),
    ];
    for (bad, field, code) in cases {
        let output = run(&["law", "split"], &bad);
        assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""), "{bad}");
        let begins = format!("Zeile (line) 1, Feld (field) {field} [{code}]: ");
        assert!(stderr(&output).starts_with(&begins), "{bad}\n{}", stderr(&output));
    }
}

#[test]
fn holidays_of_one_land_and_year_are_listed() {
    let listed = |arguments: &[&str]| -> Vec<Value> {
        let output = run(&[&["law", "holidays"], arguments].concat(), "");
        serde_json::from_str(stdout(&output)).expect("a JSON list")
    };
    let nw = listed(&["--land", "NW", "--year", "2027"]);
    assert_eq!(nw.len(), 11);
    assert_eq!(nw[0], json!({ "date": "2027-01-01", "name": "Neujahr" }));
    let augsburg = listed(&["--land", "BY", "--year", "2026", "--commune", "augsburg"]);
    assert_eq!(augsburg.len(), 14);
    let tax = listed(&["--land", "NW", "--year", "2027", "--calendar", "tax"]);
    assert_eq!(tax.len(), 13);

    let wrong: [&[&str]; 6] = [
        &["--land", "NW"],
        &["--year", "2027"],
        &["--land", "XX", "--year", "2027"],
        &["--land", "NW", "--year", "1999"],
        &["--land", "NW", "--year", "2027", "--commune", "köln"],
        &["--land", "NW", "--year", "2027", "--calendar", "church"],
    ];
    for arguments in wrong {
        let output = run(&[&["law", "holidays"], arguments].concat(), "");
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{arguments:?}");
    }
    let elsewhere = ["law", "holidays", "--land", "NW", "--year", "2027", "--commune", "augsburg"];
    let output = run(&elsewhere, "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("commune_of_another_land"));
}

#[test]
fn help_names_the_exit_codes_and_gives_an_example_that_runs() {
    let output = run(&["law", "--help"], "");
    for word in ["Rückgabewerte", "Exit codes", "surcharges", "split", "holidays"] {
        assert!(stdout(&output).contains(word), "{word}");
    }
    let output = run(&["law", "surcharges", "--help"], "");
    assert!(stdout(&output).contains(SUNDAY_NIGHT), "the example is the one tested here");
    assert_eq!(run(&[], "").status.code(), Some(2));
}
