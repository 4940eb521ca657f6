//! Backups: a consistent copy of the whole folder while the office goes on
//! working, with a manifest that names every file's SHA-256.

use crate::evidence;
use crate::fault::OfficeError;
use crate::folder::{Folder, FolderError, private};
use crate::journal;
use crate::office::Office;
use crate::ports::World;
use assistenz_core::ledger::{Engine, LedgerError};
use assistenz_core::log::evidence::verify;
use assistenz_core::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use thiserror::Error;

/// Name of the manifest inside a backup.
pub const MANIFEST: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Form of the manifest: 1.
    pub version: u32,
    /// Version of the program that made it.
    pub program: String,
    /// When (ms since 1970).
    pub made_ms: i64,
    /// The team.
    pub team: String,
    /// The newest checkpoint in it.
    pub checkpoint: String,
    /// SHA-256 of every other file, by its path in the backup.
    pub files: BTreeMap<String, String>,
}

/// Why a backup was not made or not taken back.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The target is there already and not empty.
    #[error("the target is not empty")]
    NotEmpty,
    /// The target lies in the folder that is backed up: one fault would take both.
    #[error("the target lies in the office's own folder")]
    Inside,
    /// No manifest, or one of another form.
    #[error("this is no backup of this version")]
    NotABackup,
    /// A file is missing, was added, or holds something else.
    #[error("{0} is not the file that was backed up")]
    Changed(String),
    /// The copy of the log does not verify.
    #[error("the log in the backup does not verify")]
    NotProven,
    /// A file cannot be read or written.
    #[error("{what} cannot be read or written")]
    Io {
        /// Which.
        what: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The copy cannot be opened or made.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The office says no.
    #[error(transparent)]
    Office(#[from] OfficeError),
}

impl From<LedgerError> for BackupError {
    fn from(error: LedgerError) -> Self {
        Self::Store(error.into())
    }
}

fn failed(what: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let what = what.file_name().unwrap_or_default().to_string_lossy().into_owned();
    move |source| BackupError::Io { what, source }
}

/// SHA-256 of a file, in hexadecimal digits.
fn sha256(path: &Path) -> Result<String, BackupError> {
    let mut file = File::open(path).map_err(failed(path))?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut piece).map_err(failed(path))?;
        if read == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&piece[..read]);
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    let content = fs::read(from).map_err(failed(from))?;
    let mut file = private(to).map_err(failed(to))?;
    file.write_all(&content).and_then(|()| file.sync_all()).map_err(failed(to))
}

/// An empty folder at `path`, for its owner only.
fn empty(path: &Path) -> Result<Folder, BackupError> {
    match fs::read_dir(path) {
        Ok(entries) => {
            if entries.count() > 0 {
                return Err(BackupError::NotEmpty);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(path)(error)),
    }
    Ok(Folder::open(path)?)
}

/// Whether `path`, which need not be there, lies in the folder `root`.
fn lies_in(path: &Path, root: &Path) -> Result<bool, BackupError> {
    let root = fs::canonicalize(root).map_err(failed(root))?;
    let whole = std::path::absolute(path).map_err(failed(path))?;
    let there = whole.ancestors().find_map(|one| fs::canonicalize(one).ok());
    Ok(there.is_some_and(|there| there.starts_with(&root)))
}

/// Files of a folder that are backed up as they are, by path inside it.
fn keys(folder: &Folder) -> Result<Vec<String>, BackupError> {
    let path = folder.keys();
    let mut names = Vec::new();
    for entry in fs::read_dir(&path).map_err(failed(&path))? {
        let name = entry.map_err(failed(&path))?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(format!("keys/{name}"));
        }
    }
    names.sort();
    Ok(names)
}

/// Copies the office in `from` to the empty folder `to`, while it may be
/// serving, and checks the copy: every page, and the log by its own proofs.
///
/// # Errors
///
/// See [`BackupError`]; what was written so far stays and has no manifest.
pub fn make(from: &Folder, to: &Path, world: &World) -> Result<Manifest, BackupError> {
    if lies_in(to, from.root())? {
        return Err(BackupError::Inside);
    }
    let target = empty(to)?;
    // Keys first: one that is drawn meanwhile is not needed by an older log.
    for name in keys(from)? {
        copy(&from.root().join(&name), &to.join(&name))?;
    }
    Store::open_existing(&from.ledger())?.backup_to(&target.ledger())?;
    crate::door::Door::open(&from.door())
        .and_then(|door| door.copy_to(&target.door()))
        .map_err(OfficeError::from)?;
    target.protect()?;
    let (team, checkpoint) = check(&target, world)?;
    let mut files = BTreeMap::new();
    let mut names = keys(&target)?;
    names.extend(["ledger.sqlite".to_owned(), "door.sqlite".to_owned()]);
    for name in names {
        let path = to.join(&name);
        File::open(&path).and_then(|file| file.sync_all()).map_err(failed(&path))?;
        files.insert(name, sha256(&path)?);
    }
    let manifest = Manifest {
        version: 1,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_ms: world.now_ms(),
        team,
        checkpoint,
        files,
    };
    // Last: a backup without a manifest is none.
    let path = to.join(MANIFEST);
    let mut file = private(&path).map_err(failed(&path))?;
    serde_json::to_writer_pretty(&mut file, &manifest)
        .map_err(io::Error::from)
        .and_then(|()| file.write_all(b"\n"))
        .and_then(|()| file.sync_all())
        .and_then(|()| File::open(to)?.sync_all())
        .map_err(failed(&path))?;
    Ok(manifest)
}

/// Checks an office that nobody serves: pages, chains, signatures, proofs.
/// Tells team and newest checkpoint.
fn check(folder: &Folder, world: &World) -> Result<(String, String), BackupError> {
    Store::open_existing(&folder.ledger())?.check()?;
    let (office, threads) = Office::open(folder.clone(), world.clone())?;
    let made = office.write_now(|turn| {
        let team = journal::only_team(turn.ledger)?;
        let file = evidence::file(turn, team)?;
        let checkpoint = turn.ledger.last_checkpoint(team)?.map(|(_, _, text)| text);
        Ok((team.to_string(), checkpoint.unwrap_or_default(), file))
    });
    drop(office);
    threads.join();
    let (team, checkpoint, file) = made?;
    // Everything into the main file, so that the manifest's hashes are of the whole.
    // Two connections that close at once may both leave the log behind; one alone does not.
    drop(Store::open_existing(&folder.ledger())?);
    drop(crate::door::Door::open(&folder.door()).map_err(OfficeError::from)?);
    for path in [folder.ledger(), folder.door()] {
        let mut name = path.into_os_string();
        name.push("-wal");
        if fs::metadata(&name).is_ok_and(|wal| wal.len() > 0) {
            let source = io::Error::other("its write-ahead log is still in use");
            return Err(failed(Path::new(&name))(source));
        }
    }
    let proven = verify(&file).is_ok_and(|report| report.is_proven());
    if proven { Ok((team, checkpoint)) } else { Err(BackupError::NotProven) }
}

/// Reads a backup's manifest and holds every file against it.
///
/// # Errors
///
/// [`BackupError::NotABackup`], [`BackupError::Changed`], or the disk's.
pub fn inspect(from: &Path) -> Result<Manifest, BackupError> {
    let text = fs::read(from.join(MANIFEST)).map_err(|_| BackupError::NotABackup)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| BackupError::NotABackup)?;
    if manifest.version != 1 || !manifest.files.contains_key("ledger.sqlite") {
        return Err(BackupError::NotABackup);
    }
    for (name, expected) in &manifest.files {
        let plain = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        if !plain || !sha256(&from.join(name)).is_ok_and(|found| found == *expected) {
            return Err(BackupError::Changed(name.clone()));
        }
    }
    Ok(manifest)
}

/// Puts a backup into the empty folder `to` and begins a new epoch, so that
/// phones offer again what the backup does not hold. Overwrites nothing.
///
/// # Errors
///
/// See [`BackupError`]; an unfinished target has no ledger and cannot be served.
pub fn restore(from: &Path, to: &Path, world: &World) -> Result<(Manifest, u32), BackupError> {
    let manifest = inspect(from)?;
    let target = empty(to)?;
    // The ledger last: without it the folder is no office.
    let ledger = |name: &&String| name.as_str() == "ledger.sqlite";
    let names = manifest.files.keys().filter(|name| !ledger(name));
    for name in names.chain(manifest.files.keys().filter(ledger)) {
        copy(&from.join(name), &to.join(name))?;
        if sha256(&to.join(name))? != manifest.files[name] {
            return Err(BackupError::Changed(name.clone()));
        }
    }
    let mut store = Store::open_existing(&target.ledger())?;
    store.check()?;
    store.read(|_| Ok::<_, LedgerError>(()))?;
    drop(store);
    let (office, threads) = Office::open(target, world.clone())?;
    let epoch = office.write_now(|turn| {
        let team = journal::only_team(turn.ledger)?;
        let (log_key, seed) = (turn.folder.log_key(turn.world)?, turn.random()?);
        turn.core.announce_restore(turn.ledger, team, &log_key, (turn.now_ms, seed))?;
        Ok(turn.ledger.head(team)?.map_or(0, |head| head.epoch))
    });
    drop(office);
    threads.join();
    Ok((manifest, epoch?))
}
