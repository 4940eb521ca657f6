//! The ledger in one SQLite file: the phone's and the office's alike.
//!
//! What a call has reported as done is on the disk: write-ahead log with
//! `synchronous = full` (and full sync on Apple, where less means less), one
//! immediate transaction per act. Two processes may use one file at once.
//! Opening is strict: a damaged file is refused, never repaired and never
//! deleted; [`set_aside`] renames it when the caller has decided so.

mod chains;
mod entries;
mod error;
mod ledger;
mod outbox;
mod read;
mod streams;
mod views;

pub use error::StoreError;

use crate::ledger::{Engine, Ledger, LedgerError};
use error::fault;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In order. A migration's place in this list, from 1, is its schema version.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_ledger.sql")];

/// `AZlg` as a number: marks the file as ours (SQLite's `application_id`).
const APPLICATION_ID: i64 = 0x415A_6C67;

/// How long a transaction waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);

/// One open file.
pub struct Store {
    db: Connection,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the file, making or upgrading it first, all or nothing.
    ///
    /// Deletes nothing, ever: a damaged file is an error for a person to see.
    ///
    /// # Errors
    ///
    /// [`StoreError`]; nothing has been changed then.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::prepare(Connection::open_with_flags(path, flags).map_err(fault)?)
    }

    /// Opens a file that must be there: a phone that is paired, an office
    /// that was founded. A missing or empty file is an error, not a new start.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], and those of [`Store::open`].
    pub fn open_existing(path: &Path) -> Result<Self, StoreError> {
        match std::fs::metadata(path) {
            Ok(meta) if meta.len() > 0 => Self::open(path),
            Ok(_) => Err(StoreError::Missing),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::Missing),
            Err(error) => Err(StoreError::Io(error)),
        }
    }

    /// Opens an encrypted file with its raw key, which comes from the phone's
    /// key store and is never written by us.
    ///
    /// # Errors
    ///
    /// As [`Store::open`]; a wrong key looks like [`StoreError::Damaged`].
    #[cfg(feature = "sqlcipher")]
    pub fn open_encrypted(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        let db = Connection::open(path).map_err(fault)?;
        db.pragma_update(None, "key", format!("x'{}'", hex::encode(key))).map_err(fault)?;
        Self::prepare(db)
    }

    /// A ledger in memory, for trying things out; nothing of it is durable.
    ///
    /// # Errors
    ///
    /// [`StoreError`], if there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory().map_err(fault)?)
    }

    fn prepare(mut db: Connection) -> Result<Self, StoreError> {
        db.busy_timeout(PATIENCE).map_err(fault)?;
        db.set_prepared_statement_cache_capacity(128);
        // Reads the first page: a file that is no database is refused here.
        let known = MIGRATIONS.len();
        let (found, _) = versions(&db)?;
        if found > known {
            return Err(StoreError::FromTheFuture { found, known });
        }
        db.pragma_update(None, "journal_mode", "wal").map_err(fault)?;
        db.pragma_update(None, "synchronous", "full").map_err(fault)?;
        db.pragma_update(None, "foreign_keys", true).map_err(fault)?;
        db.pragma_update(None, "recursive_triggers", true).map_err(fault)?;
        db.pragma_update(None, "temp_store", "memory").map_err(fault)?;
        // What leaves, by a purge or with a row of a view, leaves the file too.
        db.pragma_update(None, "secure_delete", true).map_err(fault)?;
        if cfg!(target_vendor = "apple") {
            db.pragma_update(None, "fullfsync", true).map_err(fault)?;
            db.pragma_update(None, "checkpoint_fullfsync", true).map_err(fault)?;
        }
        let health: String =
            db.query_row("pragma quick_check(1)", [], |row| row.get(0)).map_err(fault)?;
        if health != "ok" {
            return Err(StoreError::Damaged);
        }
        upgrade(&mut db)?;
        Ok(Self { db })
    }

    /// Lets this connection keep so much of the file in memory, in KiB, instead
    /// of SQLite's 2 MB: entries are named by hashes, so what a busy office
    /// writes lies all over the file.
    ///
    /// # Errors
    ///
    /// [`StoreError`], if the connection is of no use any more.
    pub fn with_memory(self, kib: u32) -> Result<Self, StoreError> {
        self.db.pragma_update(None, "cache_size", -i64::from(kib)).map_err(fault)?;
        Ok(self)
    }

    /// Reads the whole file for damage: pages, indexes, foreign keys.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] if anything is wrong.
    pub fn check(&self) -> Result<(), StoreError> {
        let health: String =
            self.db.query_row("pragma integrity_check(1)", [], |row| row.get(0)).map_err(fault)?;
        let mut orphans = self.db.prepare("pragma foreign_key_check").map_err(fault)?;
        if health == "ok" && !orphans.exists([]).map_err(fault)? {
            Ok(())
        } else {
            Err(StoreError::Damaged)
        }
    }

    /// Takes everything over from the write-ahead log into the file and empties
    /// the log, so that what was deleted is nowhere any more. `false` if
    /// somebody was reading meanwhile; the log is emptied later then.
    ///
    /// # Errors
    ///
    /// The disk's.
    pub fn settle(&self) -> Result<bool, StoreError> {
        let busy: i64 = self
            .db
            .query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))
            .map_err(fault)?;
        Ok(busy == 0)
    }

    /// Writes a consistent copy to a file that must not exist yet, while
    /// others go on writing.
    ///
    /// # Errors
    ///
    /// [`StoreError`]; a half-written copy may be left behind.
    pub fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        let name = path.to_str().ok_or(StoreError::Path)?;
        self.db.execute("vacuum into ?1", [name]).map_err(fault)?;
        Ok(())
    }

    /// Version of the built-in SQLite.
    #[must_use]
    pub fn engine_version() -> &'static str {
        rusqlite::version()
    }
}

/// Schema version and application id.
fn versions(db: &Connection) -> Result<(usize, i64), StoreError> {
    let found: i64 =
        db.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
    let found = usize::try_from(found).map_err(|_| StoreError::NotOurs)?;
    let ours: i64 =
        db.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(fault)?;
    if ours == APPLICATION_ID || (ours == 0 && found == 0) {
        Ok((found, ours))
    } else {
        Err(StoreError::NotOurs)
    }
}

/// Brings the schema to the newest version inside one immediate transaction:
/// a second process waits and then finds nothing left to do.
fn upgrade(db: &mut Connection) -> Result<(), StoreError> {
    let upgrade = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    let (found, ours) = versions(&upgrade)?;
    let known = MIGRATIONS.len();
    let pending = MIGRATIONS.get(found..).ok_or(StoreError::FromTheFuture { found, known })?;
    if ours == 0 {
        let tables: i64 = upgrade
            .query_row("select count(*) from sqlite_schema", [], |row| row.get(0))
            .map_err(fault)?;
        if tables != 0 {
            return Err(StoreError::NotOurs);
        }
        upgrade.pragma_update(None, "application_id", APPLICATION_ID).map_err(fault)?;
    }
    for migration in pending {
        upgrade.execute_batch(migration).map_err(fault)?;
    }
    if !pending.is_empty() {
        upgrade.pragma_update(None, "user_version", known).map_err(fault)?;
    }
    upgrade.commit().map_err(fault)?;
    Ok(())
}

impl Engine for Store {
    fn write<T, E: From<LedgerError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Ledger) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| E::from(error::of_ledger(error)))?;
        let done = work(&mut ledger::Open::new(&tx))?;
        tx.commit().map_err(|error| E::from(error::of_ledger(error)))?;
        Ok(done)
    }

    fn read<T, E: From<LedgerError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Ledger) -> Result<T, E>,
    ) -> Result<T, E> {
        let of = |error| E::from(error::of_ledger(error));
        self.db.pragma_update(None, "query_only", true).map_err(of)?;
        let result = match self.db.transaction_with_behavior(TransactionBehavior::Deferred) {
            Ok(tx) => work(&mut ledger::Open::new(&tx)),
            Err(error) => Err(of(error)),
        };
        self.db.pragma_update(None, "query_only", false).map_err(of)?;
        result
    }
}

/// Renames a file that cannot be opened, together with its write-ahead log,
/// to `<name>.set-aside-<mark>`, and tells where it is now. The caller
/// decides this and tells the user; what the office has is fetched again.
///
/// # Errors
///
/// [`StoreError::Io`]; [`StoreError::Path`] if something of that name is there.
pub fn set_aside(path: &Path, mark: &str) -> Result<PathBuf, StoreError> {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let target = beside(&format!(".set-aside-{mark}"));
    if target.exists() {
        return Err(StoreError::Path);
    }
    // The log first: a crash in between leaves the file refused, never half new.
    for log in ["-wal", "-shm"] {
        let from = beside(log);
        if from.exists() {
            std::fs::rename(&from, beside(&format!(".set-aside-{mark}{log}")))
                .map_err(StoreError::Io)?;
        }
    }
    std::fs::rename(path, &target).map_err(StoreError::Io)?;
    Ok(target)
}
