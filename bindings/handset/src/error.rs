//! Why a phone could not do what it was asked.

use assistenz_core::app::{AppError, Refusal};
use assistenz_core::ledger::LedgerError;
use assistenz_core::pairing::NotACode;
use assistenz_core::store::StoreError;
use assistenz_core::sync::SyncError;
use assistenz_courier::CourierError;
use std::io;
use thiserror::Error;

/// Why a phone could not do what it was asked. Nothing was written then.
#[derive(Debug, Error)]
pub enum PhoneError {
    /// The folder holds no paired phone.
    #[error("this phone is not paired")]
    NotPaired,
    /// The folder holds a paired phone already.
    #[error("this phone is paired already")]
    AlreadyPaired,
    /// The pairing code cannot be read.
    #[error(transparent)]
    Code(#[from] NotACode),
    /// The employer has not compared the digits yet.
    #[error("the employer has not confirmed this phone yet")]
    Waiting,
    /// The pairing was turned away or waited too long.
    #[error("this pairing is over")]
    PairingOver,
    /// Whoever answered is not the office of the pairing code.
    #[error("the answer came from another office than the one in the pairing code")]
    OtherOffice,
    /// The office's answer is not in form.
    #[error("the office's answer cannot be understood: {0}")]
    Answer(&'static str),
    /// A file of the folder holds something else than it should.
    #[error("{0} cannot be understood")]
    Torn(&'static str),
    /// A file of the folder cannot be read or written.
    #[error("{what} cannot be read or written")]
    Io {
        /// Which file, relative to the folder.
        what: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The platform's key store does not give its key now.
    #[error("the key store does not give its key")]
    Vault(#[source] io::Error),
    /// No randomness.
    #[error("the system has no randomness to give")]
    Dice(#[source] io::Error),
    /// The way to the office.
    #[error(transparent)]
    Courier(#[from] CourierError),
    /// The store cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The use case said no, or its ledger failed.
    #[error(transparent)]
    App(#[from] AppError),
}

impl PhoneError {
    /// One word for programs. Never changes.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::NotPaired => "not_paired",
            Self::AlreadyPaired => "already_paired",
            Self::Code(error) => error.code(),
            Self::Waiting => "waiting_for_confirmation",
            Self::PairingOver => "pairing_over",
            Self::OtherOffice => "other_office",
            Self::Answer(_) => "answer_not_in_form",
            Self::Torn(_) => "phone_folder_damaged",
            Self::Io { .. } => "phone_folder",
            Self::Vault(_) => "key_vault",
            Self::Dice(_) => "no_randomness",
            Self::Courier(CourierError::Refused { code, .. }) if !code.is_empty() => code,
            Self::Courier(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::App(error) => app_code(error),
        }
    }

    /// Whether a person can do something about it: then it is a plain no and
    /// no fault.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        match self {
            Self::NotPaired
            | Self::AlreadyPaired
            | Self::Code(_)
            | Self::Waiting
            | Self::PairingOver
            | Self::OtherOffice
            | Self::Vault(_)
            | Self::Courier(_)
            | Self::App(AppError::Refused(_)) => true,
            Self::Answer(_)
            | Self::Torn(_)
            | Self::Io { .. }
            | Self::Dice(_)
            | Self::Store(_)
            | Self::App(
                AppError::Record(_)
                | AppError::Ledger(_)
                | AppError::Seal(_)
                | AppError::Sync(_)
                | AppError::Write(_),
            ) => false,
        }
    }
}

const fn app_code(error: &AppError) -> &'static str {
    match error {
        AppError::Refused(refusal) => refusal.code(),
        AppError::Ledger(error) => error.code(),
        AppError::Sync(error) => error.code(),
        AppError::Record(_) | AppError::Write(_) => "damaged",
        AppError::Seal(_) => "not_signed",
    }
}

impl From<Refusal> for PhoneError {
    fn from(refusal: Refusal) -> Self {
        Self::App(refusal.into())
    }
}

impl From<LedgerError> for PhoneError {
    fn from(error: LedgerError) -> Self {
        Self::App(error.into())
    }
}

impl From<SyncError> for PhoneError {
    fn from(error: SyncError) -> Self {
        Self::App(error.into())
    }
}
