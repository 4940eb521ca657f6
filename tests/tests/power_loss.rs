//! Power loss: what a real server wrote is recorded act by act, and the disk is
//! made again as it could look if the power had failed at a random moment. What
//! was synced is there; of what was not, each sector of 512 bytes landed or did
//! not. Every acknowledged record must be there.

mod field;

use assistenz_core::document::EntryId;
use field::{Caller, Server};
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

const SECTOR: usize = 512;
const PHONES: u8 = 4;
const ROUNDS: usize = 60;

/// How many disks are looked at: `ASSISTENZ_IMAGES`, 500 unless told.
fn images() -> usize {
    std::env::var("ASSISTENZ_IMAGES").ok().and_then(|text| text.parse().ok()).unwrap_or(500)
}

enum Act {
    Created(String),
    Written(String, usize, Vec<u8>),
    Cut(String, usize),
    Synced(String),
    Removed(String),
    /// A phone holds a proven receipt of this entry.
    Acknowledged(EntryId),
}

fn read_acts(bytes: &[u8]) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut rest = bytes;
    let number = |bytes: &[u8]| {
        bytes.iter().rev().fold(0usize, |number, byte| (number << 8) | usize::from(*byte))
    };
    while rest.len() >= 15 {
        let (act, name, offset, data) =
            (rest[0], number(&rest[1..3]), number(&rest[3..11]), number(&rest[11..15]));
        let data = if act == b'W' || act == b'A' { data } else { 0 };
        let text = String::from_utf8(rest[15..15 + name].to_vec()).expect("a plain name");
        let content = rest[15 + name..15 + name + data].to_vec();
        rest = &rest[15 + name + data..];
        acts.push(match act {
            b'C' => Act::Created(text),
            b'W' => Act::Written(text, offset, content),
            b'T' => Act::Cut(text, offset),
            b'S' => Act::Synced(text),
            b'U' => Act::Removed(text),
            b'A' => Act::Acknowledged(EntryId::try_from(&content[..]).expect("32 bytes")),
            other => panic!("unknown act {other}"),
        });
    }
    assert!(rest.is_empty(), "the record of acts ends in the middle");
    acts
}

/// Where something was written that is not on the disk for certain, and what;
/// nothing where the file was cut.
type Pending = (usize, Option<Vec<u8>>);

/// What is on the disk for certain, and what may be.
#[derive(Default)]
struct Disk {
    certain: BTreeMap<String, Vec<u8>>,
    pending: BTreeMap<String, Vec<Pending>>,
}

fn put(file: &mut Vec<u8>, at: usize, data: &[u8]) {
    if file.len() < at + data.len() {
        file.resize(at + data.len(), 0);
    }
    file[at..at + data.len()].copy_from_slice(data);
}

impl Disk {
    fn act(&mut self, act: &Act) {
        match act {
            Act::Created(name) => {
                self.certain.entry(name.clone()).or_default();
            }
            Act::Written(name, at, data) => {
                self.pending.entry(name.clone()).or_default().push((*at, Some(data.clone())));
            }
            Act::Cut(name, at) => self.pending.entry(name.clone()).or_default().push((*at, None)),
            Act::Synced(name) => {
                let file = self.certain.entry(name.clone()).or_default();
                for (at, data) in self.pending.remove(name).unwrap_or_default() {
                    match data {
                        Some(data) => put(file, at, &data),
                        None => file.resize(at, 0),
                    }
                }
            }
            Act::Removed(name) => {
                self.certain.remove(name);
                self.pending.remove(name);
            }
            Act::Acknowledged(_) => {}
        }
    }

    /// One disk as it could be found after the power failed now.
    fn fail(&self, dice: &mut ChaCha8Rng, folder: &Path) {
        for (name, certain) in &self.certain {
            if name.ends_with("-shm") {
                continue; // lives in memory only
            }
            let mut file = certain.clone();
            for (at, data) in self.pending.get(name).into_iter().flatten() {
                match data {
                    Some(data) => {
                        for (i, sector) in data.chunks(SECTOR).enumerate() {
                            if dice.random_bool(0.5) {
                                put(&mut file, at + i * SECTOR, sector);
                            }
                        }
                    }
                    None if dice.random_bool(0.5) => file.resize(*at, 0),
                    None => {}
                }
            }
            fs::write(folder.join(name), file).expect("the test's own folder");
        }
    }
}

fn build_shim(folder: &Path) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults/power_loss.c");
    let shim = folder.join("power_loss.so");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
        .arg(&shim)
        .arg(source)
        .arg("-ldl")
        .status()
        .expect("a C compiler (Debian: build-essential)");
    assert!(built.success(), "the recorder compiles");
    shim.to_str().expect("a plain path").to_owned()
}

#[test]
fn a_power_loss_at_any_moment_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("office");
    let acts = folder.path().join("acts");
    let shim = build_shim(folder.path());
    let env = [
        ("LD_PRELOAD", shim.as_str()),
        ("WATCHED", "/ledger.sqlite"),
        ("ACTS", acts.to_str().expect("a plain path")),
    ];
    fs::create_dir(&data).expect("a folder");
    let server = Server::start(&data, &[], &env);
    let token = server.token.clone().expect("a new team");
    let mut phones: Vec<Caller> =
        (1..=PHONES).map(|seed| Caller::paired(&server, &token, seed)).collect();
    // A phone's receipt is noted in the same record, behind what the server did for it.
    let log = Mutex::new(OpenOptions::new().append(true).open(&acts).expect("the record"));
    let courier = server.courier();
    std::thread::scope(|scope| {
        for phone in &mut phones {
            let (courier, log) = (courier.clone(), &log);
            scope.spawn(move || {
                for _ in 0..ROUNDS {
                    phone.tap();
                    for id in phone.sync(&courier).expect("the server runs") {
                        let mut record = vec![b'A', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0];
                        record.extend_from_slice(id.bytes());
                        let mut log = log.lock().expect("no writer panics");
                        log.write_all(&record).expect("appended in one write");
                    }
                }
            });
        }
    });
    server.kill();

    let acts = read_acts(&fs::read(&acts).expect("the record of acts"));
    let first = acts.iter().position(|act| matches!(act, Act::Acknowledged(_)));
    let first = first.expect("something was acknowledged");
    let synced = acts.iter().filter(|act| matches!(act, Act::Synced(_))).count();
    assert!(synced > ROUNDS, "only {synced} syncs were recorded");
    let mut dice = ChaCha8Rng::seed_from_u64(5);
    let mut moments: Vec<usize> =
        (0..images()).map(|_| dice.random_range(first..acts.len())).collect();
    moments.sort_unstable();
    let (mut disk, mut done, mut acknowledged) = (Disk::default(), 0, Vec::new());
    for (number, moment) in moments.into_iter().enumerate() {
        for act in &acts[done..=moment] {
            disk.act(act);
            if let Act::Acknowledged(id) = act {
                acknowledged.push(*id);
            }
        }
        done = moment + 1;
        let image = tempfile::tempdir().expect("a folder");
        disk.fail(&mut dice, image.path());
        let ledger = image.path().join("ledger.sqlite");
        let lost = field::missing(&ledger, &acknowledged);
        assert_eq!(lost, [], "image {number}, power lost after act {moment}");
        if number % 50 == 0 {
            let keys = image.path().join("keys");
            fs::create_dir(&keys).expect("a folder");
            for key in fs::read_dir(data.join("keys")).expect("the keys") {
                let key = key.expect("a key");
                fs::copy(key.path(), keys.join(key.file_name())).expect("copied");
            }
            field::assert_log_verifies(image.path());
        }
    }
    let reached = acknowledged.len();
    // The same disks as if nothing had ever been synced: the harness must see the loss.
    let (mut disk, mut acknowledged, mut noticed) = (Disk::default(), Vec::new(), 0);
    for (number, act) in acts.iter().enumerate() {
        match act {
            Act::Synced(_) => {}
            Act::Acknowledged(id) => acknowledged.push(*id),
            Act::Created(_) | Act::Written(..) | Act::Cut(..) | Act::Removed(_) => disk.act(act),
        }
        if number > first && number % (acts.len() / 10) == 0 {
            let image = tempfile::tempdir().expect("a folder");
            disk.fail(&mut dice, image.path());
            let found = field::try_missing(&image.path().join("ledger.sqlite"), &acknowledged);
            noticed += usize::from(!found.is_ok_and(|lost| lost.is_empty()));
        }
    }
    assert!(noticed > 0, "a server that never syncs would be found out");
    let total = usize::from(PHONES) * ROUNDS;
    assert!(reached > total / 2, "the moments reach into the work");
    eprintln!("images {}, acts {}, syncs {synced}, lost 0", images(), acts.len());
}
