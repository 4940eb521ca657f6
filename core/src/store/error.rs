//! Why a file could not be opened, and how the engine's errors are told.

use crate::ledger::LedgerError;
use rusqlite::ErrorCode;

/// Why a store could not be opened, checked or copied.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A file was expected and there is none, or an empty one.
    #[error("the store is not there")]
    Missing,
    /// The content is damaged, or the key is wrong. Set it aside.
    #[error("the store is damaged")]
    Damaged,
    /// A database, but not one of ours.
    #[error("this file is not a store of this program")]
    NotOurs,
    /// Written by a newer version of this program; not touched.
    #[error("the store has schema {found}, this version knows {known}")]
    FromTheFuture {
        /// Schema version in the file.
        found: usize,
        /// Newest version known here.
        known: usize,
    },
    /// The path cannot be used.
    #[error("the path is taken or cannot be written as text")]
    Path,
    /// The file system says no.
    #[error("the file system says no")]
    Io(#[source] std::io::Error),
    /// The engine says no.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl StoreError {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "store_missing",
            Self::Damaged => "store_damaged",
            Self::NotOurs => "store_not_ours",
            Self::FromTheFuture { .. } => "store_from_the_future",
            Self::Path => "store_path",
            Self::Io(_) => "store_io",
            Self::Ledger(error) => error.code(),
        }
    }
}

/// An engine's error while opening.
pub(super) fn fault(error: rusqlite::Error) -> StoreError {
    match of_ledger(error) {
        LedgerError::Damaged(_) => StoreError::Damaged,
        other => StoreError::Ledger(other),
    }
}

/// An engine's error while working.
pub(super) fn of_ledger(error: rusqlite::Error) -> LedgerError {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::DiskFull) => LedgerError::Full,
        Some(ErrorCode::ReadOnly) => LedgerError::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => LedgerError::Busy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            LedgerError::Damaged("the engine cannot read it")
        }
        Some(ErrorCode::ConstraintViolation) => LedgerError::Contradiction("a rule of the tables"),
        Some(_) | None => LedgerError::Engine(Box::new(error)),
    }
}
