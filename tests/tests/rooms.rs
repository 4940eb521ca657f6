//! Are the doors between the rooms still closed? One table says which room of
//! the core may name which other; every source file is held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Room → rooms of the core it may name. A room may always name itself.
const DOORS: &[(&str, &[&str])] = &[
    ("time", &[]),
    ("money", &["time"]),
    ("place", &[]),
    ("work", &["time", "money", "place"]),
    ("document", &["time"]),
    ("pairing", &[]),
    ("words", &["time", "money"]),
    ("law", &["time", "money", "place", "work", "words"]),
    ("contract", &["time", "money", "place", "work", "law"]),
    ("absence", &["time", "money", "work"]),
    ("pay", &["time", "money", "place", "work", "law", "contract", "absence", "words"]),
    ("budget", &["time", "money", "law", "contract", "pay"]),
    ("payroll", &["time", "money", "pay", "words"]),
    ("log", &["time", "document", "policy"]),
    ("policy", &["time", "document", "log"]),
    ("gate", &["time", "document", "log", "policy", "record"]),
    ("record", &["time", "money", "place", "work", "absence", "document", "log", "gate"]),
    ("sync", &["time", "document", "log", "policy", "gate", "ledger"]),
    ("ledger", &["time", "document", "log", "policy"]),
    ("store", &["time", "document", "log", "policy", "ledger"]),
    ("view", SEEN),
];

/// What a screen is told from; `log` and `document` for the ids and names of
/// what was written.
const SEEN: &[&str] = &[
    "time", "money", "place", "work", "document", "words", "law", "contract", "absence", "pay",
    "budget", "payroll", "log", "record",
    // What the use cases found, and on a phone how far a thing has come: read, never done.
    "app", "ledger", "policy", "sync",
];

/// Crate → rooms that may name it at all.
const HEAVY: &[(&str, &[&str])] = &[
    ("automerge", &["gate", "record"]),
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("rust_xlsxwriter", &["payroll"]),
    ("flate2", &["sync"]),
    ("imbl", &["policy"]),
    ("fluent_bundle", &["words"]),
    ("std::fs", &["store"]),
    ("std::net", &[]),
    ("SystemTime", &[]),
];

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src")
}

/// Every Rust file of the core with its room.
fn files() -> Vec<(String, PathBuf)> {
    fn walk(folder: &Path, room: Option<&str>, found: &mut Vec<(String, PathBuf)>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let stem = path.file_stem().and_then(|s| s.to_str()).expect("a plain name").to_owned();
            if path.is_dir() {
                walk(&path, Some(room.unwrap_or(&stem)), found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((room.unwrap_or(&stem).to_owned(), path));
            }
        }
    }
    let mut found = Vec::new();
    walk(&core(), None, &mut found);
    found
}

/// Source without comments and without its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a readable source");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms this source names, as `crate::room` or inside `crate::{…}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut word = String::new();
            let mut fresh = true;
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => fresh = true,
                    c if depth == 1 && fresh && (c.is_alphanumeric() || c == '_') => word.push(c),
                    c if depth == 1 && c.is_whitespace() => continue,
                    _ => fresh = false,
                }
                if (letter == ',' && depth == 1) || depth == 0 || !fresh {
                    if !word.is_empty() {
                        names.insert(std::mem::take(&mut word));
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        } else {
            let word: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(word);
        }
    }
    names
}

#[test]
fn a_room_names_only_rooms_it_has_a_door_to() {
    let doors: BTreeMap<_, _> = DOORS.iter().copied().collect();
    let rooms: BTreeSet<String> = files().into_iter().map(|(room, _)| room).collect();
    let mut wrong = Vec::new();
    for (room, path) in files() {
        if ["lib", "app"].contains(&room.as_str()) {
            continue; // these may name every room
        }
        let Some(allowed) = doors.get(room.as_str()) else {
            wrong.push(format!("{room} has no row in DOORS"));
            continue;
        };
        for name in named(&code(&path)) {
            if name != room && rooms.contains(&name) && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "closed doors were opened:\n{}", wrong.join("\n"));
}

#[test]
fn heavy_crates_clocks_and_files_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for (room, path) in files() {
        let code = code(&path);
        for (heavy, allowed) in HEAVY {
            let found = code.match_indices(heavy).any(|(at, _)| {
                !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                    && !code[at + heavy.len()..]
                        .starts_with(|c: char| c.is_alphanumeric() || c == '_')
            });
            if found && !allowed.contains(&room.as_str()) {
                wrong.push(format!("{} names {heavy}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "these do not belong here:\n{}", wrong.join("\n"));
}

#[test]
fn the_core_depends_on_no_network_no_runtime_and_no_bindings() {
    let manifest = fs::read_to_string(core().join("../Cargo.toml")).expect("the manifest");
    for crate_name in ["tokio", "axum", "hyper", "reqwest", "uniffi", "tracing", "getrandom"] {
        let named = manifest.lines().any(|line| {
            line.strip_prefix(crate_name).is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
        });
        assert!(!named, "the core must not depend on {crate_name}");
    }
}

#[test]
fn the_reader_of_names_sees_plain_paths_and_groups() {
    let seen = named("use crate::time::Minute; use crate::{money::{Cents, Exact}, work, law::x};");
    let expected: BTreeSet<String> =
        ["time", "money", "work", "law"].into_iter().map(str::to_owned).collect();
    assert_eq!(seen, expected);
}
