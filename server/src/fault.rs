//! What can go wrong at the office: a refusal is a plain no that someone can
//! act on, everything else is a fault that is logged once, at the door.

use crate::door::DoorError;
use crate::folder::FolderError;
use assistenz_core::app::{self, AppError};
use assistenz_core::ledger::LedgerError;
use assistenz_core::payroll::ExportRefusal;
use assistenz_core::policy::PolicyError;
use assistenz_core::record::document::RecordError;
use assistenz_core::store::StoreError;
use assistenz_core::sync::{RoundRefusal, SyncError};
use assistenz_documents::DocumentError;
use thiserror::Error;

/// Why the office did not do what was asked.
#[derive(Debug, Error)]
pub enum OfficeError {
    /// A plain no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The ledger failed. Full and read-only disks are told as such.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The ledger's file cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Sessions and invitations failed.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// A key or the folder failed.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// No randomness.
    #[error("the system has no randomness to give")]
    Dice(#[source] std::io::Error),
    /// No thread.
    #[error("the system has no thread to give")]
    Thread(#[source] std::io::Error),
    /// More waits than fits; come again.
    #[error("too much waits already")]
    Overloaded,
    /// The office is closing.
    #[error("the office is closing")]
    Stopped,
    /// A defect of the program; nothing of the request was kept.
    #[error("a defect of the program")]
    Panicked,
    /// The record does not fit together.
    #[error(transparent)]
    Sync(SyncError),
    /// A use case failed for another reason than a refusal or the disk.
    #[error(transparent)]
    Act(AppError),
    /// The files of an export could not be made.
    #[error("the files of an export could not be made")]
    Export(#[source] ExportRefusal),
    /// A document could not be made.
    #[error("a document could not be made")]
    Document(#[source] DocumentError),
    /// Something is in the log that cannot be there.
    #[error("the log holds what it cannot hold: {0}")]
    Inconsistent(&'static str),
}

impl From<SyncError> for OfficeError {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Ledger(fault) => Self::Ledger(fault),
            SyncError::Refused(refusal) => Refusal::Round(refusal).into(),
            SyncError::Form(_) => Refusal::Malformed("not a round of this version").into(),
            SyncError::TooLarge => Refusal::TooLong.into(),
            fault @ (SyncError::Kept(_) | SyncError::Torn(_) | SyncError::Distrusted(_)) => {
                Self::Sync(fault)
            }
        }
    }
}

impl From<AppError> for OfficeError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Refused(app::Refusal::NoRight) => Refusal::NoRight.into(),
            AppError::Refused(refusal) => Refusal::Act(refusal).into(),
            // What the gate would not take from a phone, it does not take from a desk.
            AppError::Record(
                RecordError::NotAllowed(_) | RecordError::TooLarge | RecordError::Empty,
            ) => Refusal::Malformed("a value is empty, too long or out of its range").into(),
            AppError::Ledger(fault) => Self::Ledger(fault),
            AppError::Sync(error) => error.into(),
            fault @ (AppError::Record(RecordError::Damaged(_) | RecordError::Unreadable(_))
            | AppError::Seal(_)
            | AppError::Write(_)) => Self::Act(fault),
        }
    }
}

impl From<ExportRefusal> for OfficeError {
    fn from(error: ExportRefusal) -> Self {
        match error {
            fault @ (ExportRefusal::Workbook(_) | ExportRefusal::Csv(_)) => Self::Export(fault),
            refusal @ (ExportRefusal::Settings(_)
            | ExportRefusal::Problems(_)
            | ExportRefusal::Nothing
            | ExportRefusal::TooLarge { .. }
            | ExportRefusal::Letters(_)) => {
                Refusal::Export { code: refusal.code(), detail: refusal.to_string() }.into()
            }
        }
    }
}

/// A plain no, with its reason. Part of the public contract.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No token, or one that has ended.
    #[error("sign in first")]
    NotSignedIn,
    /// This person may not do that.
    #[error("you have no right to do this")]
    NoRight,
    /// It is not there, or not for you.
    #[error("there is no such thing")]
    NotFound,
    /// Nobody founded a team in this folder yet.
    #[error("no team was founded here yet")]
    NotFounded,
    /// There is a team already.
    #[error("a team was founded here already")]
    AlreadyFounded,
    /// No such pairing token.
    #[error("this pairing code is not known")]
    UnknownToken,
    /// The pairing token's time is over.
    #[error("this pairing code has expired")]
    ExpiredToken,
    /// Another device used the pairing token.
    #[error("this pairing code was used already")]
    UsedToken,
    /// The digits are not those of the device.
    #[error("the digits are not the same on both sides")]
    OtherDigits,
    /// The device was turned away or waited too long.
    #[error("this pairing is over")]
    PairingOver,
    /// The person is not a member of the team.
    #[error("this person is not a member")]
    NotAMember,
    /// The office cannot be left without an employer.
    #[error("the team's last employer stays")]
    LastEmployer,
    /// The request cannot be understood.
    #[error("the request cannot be understood: {0}")]
    Malformed(&'static str),
    /// Too long, as sent or inflated.
    #[error("the request is too long")]
    TooLong,
    /// Come again later.
    #[error("too many requests; wait {seconds} seconds")]
    TooMany {
        /// How long to wait.
        seconds: u64,
    },
    /// The batch cannot be decided about: it is not held, or can never be released.
    #[error("this batch waits for no decision")]
    NotHeld,
    /// The address is there, the method is not.
    #[error("this address does not know that method")]
    NoSuchMethod,
    /// The request took too long to arrive.
    #[error("the request took too long")]
    TooSlow,
    /// The log does not take this: policy says why.
    #[error("{0}")]
    Policy(#[from] PolicyError),
    /// The round is refused as a whole.
    #[error(transparent)]
    Round(RoundRefusal),
    /// The use case says no.
    #[error(transparent)]
    Act(#[from] app::Refusal),
    /// What would be approved is no longer what was shown.
    #[error("what would be approved has changed since it was shown; look at it again")]
    StatementChanged,
    /// The export is refused as a whole; the preview says why, line by line.
    #[error("{detail}")]
    Export {
        /// One stable word.
        code: &'static str,
        /// The sentence.
        detail: String,
    },
    /// Nobody has said yet what the payroll office wants.
    #[error("the settings of the payroll office are missing")]
    NoPayrollSettings,
    /// The files of an export, made again, are not those that went out.
    #[error("the files made again are not those that went out")]
    ExportDiffers,
    /// The passkey, password, code or recovery code does not fit.
    #[error("this did not prove who you are")]
    NotProven,
    /// Passkeys belong to a name; this address has none, or the person has none.
    #[error("passkeys cannot be used here")]
    NoPasskeys,
    /// PDF was asked of an office that was built without the feature `documents`.
    #[error("this office was built without PDF; the workbook and the text file say the same")]
    NoPdf,
    /// Only listed proxies may speak to this listener without encryption.
    #[error("this address is served over https only")]
    HttpsOnly,
}

impl Refusal {
    /// One word for programs: the same over HTTP and on the command line. Never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotSignedIn => "not_signed_in",
            Self::NoRight => "no_right",
            Self::NotFound => "not_found",
            Self::NotFounded => "not_founded",
            Self::AlreadyFounded => "already_founded",
            Self::UnknownToken => "unknown_token",
            Self::ExpiredToken => "expired_token",
            Self::UsedToken => "used_token",
            Self::OtherDigits => "other_digits",
            Self::PairingOver => "pairing_over",
            Self::NotAMember => "not_a_member",
            Self::LastEmployer => "last_employer",
            Self::Malformed(_) => "malformed",
            Self::TooLong => "too_long",
            Self::TooMany { .. } => "too_many",
            Self::NotHeld => "not_held",
            Self::NoSuchMethod => "no_such_method",
            Self::TooSlow => "too_slow",
            Self::Policy(error) => error.code(),
            Self::Round(refusal) => refusal.code(),
            Self::Act(refusal) => refusal.code(),
            Self::StatementChanged => "statement_changed",
            Self::Export { code, .. } => code,
            Self::NoPayrollSettings => "no_payroll_settings",
            Self::ExportDiffers => "export_differs",
            Self::NotProven => "not_proven",
            Self::NoPasskeys => "no_passkeys",
            Self::NoPdf => "no_pdf",
            Self::HttpsOnly => "https_only",
        }
    }
}
