//! The real binary lives the month of the fixtures through, and its results
//! are read again here with other means: JSON against JSON, minute by minute.

use assistenz_core::log::evidence::verify;
use chrono::DateTime;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/months/2026-10-nw.json")
}

fn program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assistenzzeit"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn replay(month: &Path, out: &Path, more: &[&str]) -> Output {
    let mut arguments =
        vec!["replay", month.to_str().expect("UTF-8"), "--out", out.to_str().expect("UTF-8")];
    arguments.extend(more);
    program(&arguments)
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("it is there")).expect("JSON")
}

/// Every file below a folder, by path.
fn all_files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below it").to_owned();
                found.insert(name, fs::read(path).expect("a file"));
            }
        }
    }
    found
}

/// Minutes since 1970 of `2026-10-08T07:52+02:00`.
fn of_file(text: &Value) -> i64 {
    let text = text.as_str().expect("a time");
    let at = DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").expect("a time with offset");
    at.timestamp() / 60
}

/// The kinds of every minute of a shift; what lies inside wins.
fn paint(
    into: &mut BTreeMap<i64, Vec<String>>,
    (from, to): (i64, i64),
    parts: &[(String, i64, i64)],
) {
    const RANK: [&str; 5] = ["on_call", "standby", "travel", "call_out", "unpaid_break"];
    for minute in from..to {
        let kind = parts
            .iter()
            .filter(|(_, from, to)| (*from..*to).contains(&minute))
            .max_by_key(|(kind, _, _)| RANK.iter().position(|one| one == kind))
            .map_or("work", |(kind, _, _)| kind);
        into.entry(minute).or_default().push(kind.to_owned());
    }
}

/// The minutes of one assistant as the month file says.
fn asked(assistant: &Value) -> BTreeMap<i64, Vec<String>> {
    let mut shifts: Vec<&Value> = assistant["shifts"].as_array().expect("shifts").iter().collect();
    shifts.sort_by_key(|shift| of_file(&shift["start"]));
    let mut minutes = BTreeMap::new();
    for shift in shifts {
        let parts: Vec<(String, i64, i64)> = shift["parts"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .map(|part| {
                let kind = part["kind"].as_str().expect("a kind").to_owned();
                (kind, of_file(&part["from"]), of_file(&part["to"]))
            })
            .collect();
        paint(&mut minutes, (of_file(&shift["start"]), of_file(&shift["end"])), &parts);
    }
    minutes
}

/// The minutes of a statement.
fn told(statement: &Value) -> BTreeMap<i64, Vec<String>> {
    let span = |value: &Value| {
        let at = |name: &str| value[name].as_i64().expect("a minute since 1970");
        (at("from"), at("to"))
    };
    let mut minutes = BTreeMap::new();
    for approved in statement["shifts"].as_array().expect("shifts") {
        let shift = &approved["shift"];
        let parts: Vec<(String, i64, i64)> = shift["parts"]
            .as_array()
            .expect("parts")
            .iter()
            .map(|part| {
                let (from, to) = span(&part["span"]);
                (part["kind"].as_str().expect("a kind").to_owned(), from, to)
            })
            .collect();
        paint(&mut minutes, span(&shift["span"]), &parts);
    }
    minutes
}

#[test]
fn every_minute_of_a_month_is_found_again_once_after_everything_that_can_go_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let done = replay(&fixture(), &out, &[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));

    let file = json(&fixture());
    let summary = json(&out.join("summary.json"));
    let mut twice = 0;
    for (assistant, person) in file["assistants"]
        .as_array()
        .expect("people")
        .iter()
        .zip(summary["people"].as_array().expect("people"))
    {
        let id = assistant["id"].as_str().expect("an id");
        let (asked, told) =
            (asked(assistant), told(&json(&out.join(format!("statements/{id}.json")))));
        assert_eq!(
            asked.keys().collect::<Vec<_>>(),
            told.keys().collect::<Vec<_>>(),
            "{id}: the same minutes"
        );
        for (minute, kinds) in &told {
            assert_eq!(kinds.len(), 1, "{id}, minute {minute}: once");
            assert_eq!(kinds[0], asked[minute][0], "{id}, minute {minute}: as what it was");
        }
        twice += asked.values().filter(|kinds| kinds.len() > 1).count();
        assert_eq!(person["minutes_in"], asked.len(), "{id}");
        assert_eq!(person["minutes_out"], told.len(), "{id}");
        let unpaid = told.values().filter(|kinds| kinds[0] == "unpaid_break").count();
        assert_eq!(person["minutes_paid"], told.len() - unpaid, "{id}: also after the month's end");
        let page = fs::read_to_string(out.join(format!("statements/{id}.txt"))).expect("a page");
        assert!(page.contains('€'), "{id}: pay is explained");
    }
    assert!(out.join("statements/a6_2026-11.json").is_file(), "s064 ends on 1 November");
    assert_eq!(twice, 14 + 8 + 12, "the file's overlaps: s007/s008, s001/s002, s049/s050");
    assert_eq!(summary["overlaps_settled"], 3);
    assert_eq!(summary["disputes_settled"], 1);
    let planted: BTreeSet<&str> = summary["planted"]
        .as_array()
        .expect("plants")
        .iter()
        .map(|plant| plant["what"].as_str().expect("a word"))
        .collect();
    assert_eq!(planted.len(), 5, "{planted:?}");
    assert_eq!(summary["not_planted"], serde_json::json!([]));
    assert_eq!(summary["drift_planted"].as_array().map(Vec::len), Some(4), "in and out, twice");
    assert_eq!(summary["drift_planted"], summary["drift_found"]);
    assert_ne!(summary["syncs_twice"], 0);
    assert_ne!(summary["devices_late"], 0);

    let evidence = fs::read(out.join("evidence.cbor")).expect("an evidence file");
    let report = verify(&evidence).expect("readable");
    assert!(report.is_proven(), "{:?}", report.findings);
    both_exports_are_lodas_and_the_second_corrects_the_first(&out, &summary);
}

fn both_exports_are_lodas_and_the_second_corrects_the_first(out: &Path, summary: &Value) {
    let exports = summary["exports"].as_array().expect("exports");
    assert_eq!(exports.len(), 2);
    assert_eq!(exports[0]["month"], "2026-10");
    assert_eq!(exports[0]["corrects"], serde_json::json!([]));
    assert_eq!(exports[1]["month"], "2026-11");
    assert_eq!(exports[1]["corrects"], serde_json::json!(["2026-10"]));
    for export in exports {
        let files = export["files"].as_object().expect("files");
        assert!(!files.is_empty());
        for name in files.keys() {
            let bytes = fs::read(out.join("payroll").join(name)).expect("a payroll file");
            let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            let section = |title: &str| {
                let rest = text.split(title).nth(1).unwrap_or_else(|| panic!("{name}: {title}"));
                rest.split("\r\n[").next().expect("split gives one").to_owned()
            };
            assert!(section("[Allgemein]").contains("Ziel=LODAS"), "{name}");
            section("[Satzbeschreibung]");
            let rows: Vec<String> = section("[Bewegungsdaten]")
                .lines()
                .filter(|line| line.contains(';'))
                .map(str::to_owned)
                .collect();
            assert!(!rows.is_empty(), "{name}");
            // A correction stands in its month of origin.
            let late = name.contains("_nachberechnung") || export["month"] == "2026-10";
            let origin = if late { ";01.10.2026;" } else { ";01.11.2026;" };
            assert!(rows.iter().all(|row| row.contains(origin)), "{name}: {rows:?}");
        }
        let month = export["month"].as_str().expect("a month");
        let cover = fs::read_to_string(out.join(format!("payroll/cover_{month}.txt")));
        let cover = cover.expect("a cover sheet");
        for sha in files.values() {
            assert!(cover.contains(sha.as_str().expect("a hash")), "{month}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_files_and_another_seed_the_same_minutes() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = |name: &str| folder.path().join(name);
    for (name, seed) in [("a", "7"), ("b", "7"), ("c", "8")] {
        let done = replay(&fixture(), &out(name), &["--seed", seed]);
        assert!(done.status.success(), "{seed}: {}", String::from_utf8_lossy(&done.stderr));
    }
    assert!(all_files(&out("a")) == all_files(&out("b")), "the same to the byte");
    let (a, c) = (json(&out("a").join("summary.json")), json(&out("c").join("summary.json")));
    assert_ne!(a["evidence_sha256"], c["evidence_sha256"]);
    for at in 0..6 {
        assert_eq!(a["people"][at]["by_kind"], c["people"][at]["by_kind"]);
    }
}

/// A person whose shifts cover each other wholly and in part, with parts in
/// the covered time and parts that nobody can tap; a shift of the month before;
/// an id that is no file name; somebody who did not work.
const ODD: &str = r#"{"land":"NW","workplace_zone":"Europe/Berlin","month":"2026-10","assistants":[
{"id":"../x y","personnel_number":7,"employment":"social_insurance","wage_cents_per_hour":1750,"standby_cents_per_hour":1390,"weekly_minutes":1800,"shifts":[
 {"id":"p","start":"2026-09-30T22:00+02:00","end":"2026-10-01T06:00+02:00"},
 {"id":"a","start":"2026-10-05T08:00+02:00","end":"2026-10-05T20:00+02:00","parts":[{"kind":"standby","from":"2026-10-05T08:00+02:00","to":"2026-10-05T20:00+02:00"},{"kind":"call_out","from":"2026-10-05T08:00+02:00","to":"2026-10-05T08:10+02:00"},{"kind":"travel","from":"2026-10-05T09:00+02:00","to":"2026-10-05T09:20+02:00"}]},
 {"id":"b","start":"2026-10-05T09:00+02:00","end":"2026-10-05T10:00+02:00"},
 {"id":"c","start":"2026-10-05T19:00+02:00","end":"2026-10-05T23:00+02:00","parts":[{"kind":"unpaid_break","from":"2026-10-05T19:10+02:00","to":"2026-10-05T19:20+02:00"},{"kind":"standby","from":"2026-10-05T19:30+02:00","to":"2026-10-05T22:00+02:00"}]},
 {"id":"d","start":"2026-10-05T23:00+02:00","end":"2026-10-05T23:05+02:00"},
 {"id":"e","start":"2026-10-25T00:00+02:00","end":"2026-10-25T03:30+01:00"},
 {"id":"f","start":"2026-10-25T03:30+01:00","end":"2026-10-25T03:31+01:00"}
]},
{"id":"nobody","employment":"minijob","wage_cents_per_hour":1600,"standby_cents_per_hour":1390,"weekly_minutes":480,"shifts":[]}
]}"#;

#[test]
fn shifts_inside_each_other_and_a_shift_of_the_month_before_count_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (month, out) = (folder.path().join("month.json"), folder.path().join("out"));
    fs::write(&month, ODD).expect("written");
    let done = replay(&month, &out, &[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let asked = asked(&json(&month)["assistants"][0]);
    let mut found: Vec<i64> = Vec::new();
    for name in ["person_1", "person_1_2026-09"] {
        found.extend(told(&json(&out.join(format!("statements/{name}.json")))).keys());
    }
    found.sort_unstable();
    assert_eq!(found, asked.keys().copied().collect::<Vec<_>>());
    let summary = json(&out.join("summary.json"));
    assert_eq!(summary["overlaps_settled"], 2);
    assert_eq!(summary["people"][1]["minutes_in"], 0);
    assert_eq!(summary["exports"][0]["corrects"], serde_json::json!(["2026-09"]));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing beside");
}

#[test]
fn a_hostile_file_leaves_an_empty_folder_and_a_full_folder_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("made");
    let good = fs::read_to_string(fixture()).expect("the fixture");
    for (what, text) in [
        ("nothing", String::new()),
        ("not JSON", "{".repeat(5_000)),
        ("no people", good.replace("\"assistants\"", "\"people\"")),
        (
            "an end before its start",
            good.replace("2026-10-06T08:08+02:00", "2026-10-04T08:08+02:00"),
        ),
        ("no offset", good.replacen("+02:00", "", 1)),
        (
            "no shift",
            r#"{"land":"NW","workplace_zone":"Europe/Berlin","month":"2026-10","assistants":[]}"#
                .into(),
        ),
    ] {
        let month = folder.path().join("month.json");
        fs::write(&month, text).expect("written");
        let done = replay(&month, &out, &[]);
        assert_eq!(done.status.code(), Some(1), "{what}");
        assert!(!done.stderr.is_empty(), "{what}: it says why");
        assert!(all_files(&out).is_empty(), "{what}");
    }
    fs::write(out.join("mine"), "kept").expect("written");
    assert_eq!(replay(&fixture(), &out, &[]).status.code(), Some(1));
    assert_eq!(all_files(&out).len(), 1);
    assert_eq!(replay(&folder.path().join("absent.json"), &out, &[]).status.code(), Some(3));
}

#[test]
fn the_demo_ends_by_itself_and_says_where_to_look() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("demo");
    let done = program(&["demo", "--once", "--data", data.to_str().expect("UTF-8")]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = String::from_utf8(done.stdout).expect("UTF-8");
    assert!(told.contains("jede genau einmal"), "{told}");
    let page = data.join("results/statements/a2.txt");
    assert!(told.contains(page.to_str().expect("UTF-8")), "{told}");
    assert!(page.is_file());
    assert!(!told.contains('\u{1b}'), "no colours where nobody sees them");
}
