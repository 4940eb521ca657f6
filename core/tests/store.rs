//! The store as a file: opening, damage, age, two processes, old files.

use assistenz_core::document::{DeviceId, EntryId, Incarnation, TeamId};
use assistenz_core::ledger::{Engine as _, EntryType, LedgerError, Link, NewEntry, Waiting};
use assistenz_core::store::{Store, StoreError, set_aside};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TEAM: TeamId = TeamId::new([1; 16]);
const DEVICE: DeviceId = DeviceId::new([2; 16]);
const LIFE: Incarnation = Incarnation::new([3; 8]);

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temp folder")
}

/// Writes the next batch of the chain, with outbox and view, as one act.
fn act(store: &mut Store, mark: u8) -> Result<u64, LedgerError> {
    store.write(|ledger| {
        let last = ledger.last_link(TEAM, DEVICE, LIFE)?;
        let n = last.map_or(1, |link| link.n + 1);
        let previous = last.map_or([0; 32], |link| *link.id.bytes());
        let mut id = [mark; 32];
        id[..8].copy_from_slice(&n.to_be_bytes());
        let id = EntryId::new(id);
        ledger.keep(
            TEAM,
            &NewEntry {
                id,
                entry_type: EntryType::BATCH,
                header: &previous,
                signatures: &[1; 64],
                body: Some(b"body"),
            },
        )?;
        ledger.add_link(TEAM, DEVICE, LIFE, Link { n, id })?;
        ledger.enqueue(TEAM, id, Waiting::Own, None)?;
        ledger.put_view(TEAM, "shift", "time/x", &format!("{n:05}"), &[mark])?;
        Ok(n)
    })
}

#[test]
fn the_built_in_sqlite_has_its_known_faults_behind_it() {
    let version: Vec<u32> =
        Store::engine_version().split('.').map(|part| part.parse().expect("a number")).collect();
    assert!(version >= vec![3, 51, 3], "SQLite {}", Store::engine_version());
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let folder = folder();
    let path = folder.path().join("a.db");
    let mut store = Store::open(&path).expect("makes");
    assert_eq!(act(&mut store, 1).expect("writes"), 1);
    drop(store);
    let mut store = Store::open_existing(&path).expect("opens");
    assert_eq!(act(&mut store, 1).expect("writes"), 2);
    store.check().expect("healthy");
}

#[test]
fn a_missing_or_empty_file_is_not_a_new_start_for_who_expects_one() {
    let folder = folder();
    let path = folder.path().join("a.db");
    assert!(matches!(Store::open_existing(&path), Err(StoreError::Missing)));
    assert!(!path.exists(), "nothing was made");
    fs::write(&path, b"").expect("writes");
    assert!(matches!(Store::open_existing(&path), Err(StoreError::Missing)));
}

#[test]
fn a_damaged_file_is_refused_left_as_it_is_and_set_aside_on_demand() {
    let folder = folder();
    let path = folder.path().join("a.db");
    let mut store = Store::open(&path).expect("makes");
    for _ in 0..50 {
        act(&mut store, 1).expect("writes");
    }
    drop(store);
    let whole = fs::read(&path).expect("reads");
    let mut damaged_pages = whole.clone();
    for byte in &mut damaged_pages[4096..12288] {
        *byte ^= 0x5a;
    }
    let cases = [
        ("no database", b"this is no database at all, but long enough".repeat(20)),
        ("pages overwritten", damaged_pages),
        ("cut in half", whole[..whole.len() / 2].to_vec()),
    ];
    for (what, bytes) in cases {
        fs::write(&path, &bytes).expect("writes");
        let refused = Store::open_existing(&path);
        assert!(matches!(refused, Err(StoreError::Damaged)), "{what}: {refused:?}");
        assert_eq!(fs::read(&path).expect("reads"), bytes, "{what}: untouched");
    }
    let aside = set_aside(&path, "1").expect("renames");
    assert!(aside.exists() && !path.exists());
    assert!(matches!(set_aside(&path, "1"), Err(StoreError::Path)), "never overwritten");
    Store::open(&path).expect("a new start, decided by the caller");
}

#[test]
fn a_file_from_the_future_or_of_somebody_else_is_refused() {
    let folder = folder();
    let path = folder.path().join("a.db");
    drop(Store::open(&path).expect("makes"));
    let db = Connection::open(&path).expect("opens");
    db.pragma_update(None, "user_version", 99).expect("writes");
    drop(db);
    let refused = Store::open(&path);
    assert!(matches!(refused, Err(StoreError::FromTheFuture { found: 99, known: 1 })));
    let other = folder.path().join("b.db");
    let db = Connection::open(&other).expect("opens");
    db.execute_batch("create table theirs (x)").expect("writes");
    drop(db);
    assert!(matches!(Store::open(&other), Err(StoreError::NotOurs)));
}

#[test]
fn the_tables_themselves_refuse_to_forget() {
    let folder = folder();
    let path = folder.path().join("a.db");
    let mut store = Store::open(&path).expect("makes");
    act(&mut store, 1).expect("writes");
    drop(store);
    let db = Connection::open(&path).expect("opens");
    db.pragma_update(None, "recursive_triggers", true).expect("sets");
    for bad in [
        "update entry set header = x'00'",
        "delete from entry",
        "insert or replace into entry select * from entry",
        "update body set bytes = x'00'",
        "delete from body",
        "update chain set n = 7",
        "delete from chain",
    ] {
        assert!(db.execute_batch(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_backup_taken_while_open_opens_by_itself() {
    let folder = folder();
    let mut store = Store::open(&folder.path().join("a.db")).expect("makes");
    act(&mut store, 1).expect("writes");
    let copy = folder.path().join("b.db");
    store.backup_to(&copy).expect("copies");
    act(&mut store, 1).expect("writes");
    let mut copy = Store::open_existing(&copy).expect("opens");
    let last = copy.read(|ledger| ledger.last_link(TEAM, DEVICE, LIFE)).expect("reads");
    assert_eq!(last.map(|link| link.n), Some(1));
}

/// Set for the second process of the test below.
const CHILD: &str = "ASSISTENZ_STORE_CHILD";

#[test]
fn two_processes_write_one_chain_without_gap_or_double() {
    const EACH: u8 = 40;
    if let Ok(path) = std::env::var(CHILD) {
        let mut store = Store::open(Path::new(&path)).expect("opens beside the other");
        for _ in 0..EACH {
            act(&mut store, 2).expect("writes");
        }
        return;
    }
    let folder = folder();
    let path = folder.path().join("a.db");
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "two_processes_write_one_chain_without_gap_or_double"])
        .env(CHILD, &path)
        .spawn()
        .expect("starts");
    let mut store = Store::open(&path).expect("opens beside the other");
    for _ in 0..EACH {
        act(&mut store, 1).expect("writes");
    }
    assert!(child.wait().expect("ends").success());
    let (rows, headers) = store
        .read(|ledger| {
            let mut headers = Vec::new();
            for n in 1..=2 * u64::from(EACH) {
                let id = ledger.link(TEAM, DEVICE, LIFE, n)?.expect("no gap");
                headers.push((id, ledger.entry(TEAM, id)?.expect("kept").header));
            }
            Ok::<_, LedgerError>((ledger.view(TEAM, "shift", "")?, headers))
        })
        .expect("reads");
    assert_eq!(rows.len(), 2 * usize::from(EACH));
    assert!(rows.iter().any(|row| row.value == [1]) && rows.iter().any(|row| row.value == [2]));
    for pair in headers.windows(2) {
        assert_eq!(pair[1].1, pair[0].0.bytes(), "each names the one before");
    }
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/store/0001.db")
}

#[test]
fn a_file_of_the_first_schema_still_opens() {
    let folder = folder();
    let path = folder.path().join("a.db");
    fs::copy(fixture(), &path).expect("the fixture is there");
    let mut store = Store::open_existing(&path).expect("opens");
    store.check().expect("healthy");
    let (last, outbox, rows) = store
        .read(|ledger| {
            Ok::<_, LedgerError>((
                ledger.last_link(TEAM, DEVICE, LIFE)?,
                ledger.outbox(TEAM)?,
                ledger.view(TEAM, "shift", "")?,
            ))
        })
        .expect("reads");
    assert_eq!(last.map(|link| link.n), Some(3));
    assert_eq!((outbox.len(), rows.len()), (3, 3));
    assert_eq!(act(&mut store, 1).expect("writes on"), 4);
}

#[test]
fn the_fixture_of_a_schema_stays_small() {
    let length = fs::metadata(fixture()).expect("the fixture is there").len();
    assert!(length < 100_000, "{length} bytes");
}
