//! How the ledger fails.

use std::error::Error;

/// Why the ledger could not do what was asked. A fault, never a refusal,
/// except where [`LedgerError::code`] says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// No space left. Nothing was written; it works again when space returns.
    #[error("the disk is full")]
    Full,
    /// The file or its folder may not be written.
    #[error("the disk is read-only")]
    ReadOnly,
    /// Another process held the file for too long.
    #[error("the ledger is in use by another process")]
    Busy,
    /// The file's content is damaged. Never repaired here: set it aside.
    #[error("the ledger is damaged: {0}")]
    Damaged(&'static str),
    /// What is to be written contradicts what is there: a position taken by
    /// another entry, a chain or tree node with other content.
    #[error("the ledger already holds something else there: {0}")]
    Contradiction(&'static str),
    /// Anything else the engine reports.
    #[error("the ledger failed")]
    Engine(#[source] Box<dyn Error + Send + Sync>),
}

impl LedgerError {
    /// One word for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Full => "disk_full",
            Self::ReadOnly => "read_only",
            Self::Busy => "busy",
            Self::Damaged(_) => "damaged",
            Self::Contradiction(_) => "contradiction",
            Self::Engine(_) => "ledger_fault",
        }
    }
}

/// Result of the port.
pub type Result<T> = std::result::Result<T, LedgerError>;
