//! What checking an evidence file found.

use super::super::cause::Cause;
use super::super::entry::Position;
use super::super::stream::Stream;
use crate::document::TeamId;
use serde::Serialize;

/// The file cannot be read as evidence at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It does not begin like an evidence file.
    #[error("not an evidence file")]
    NotEvidence,
    /// It is of a later version than this program.
    #[error("made by a newer version")]
    Newer,
}

impl Unreadable {
    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotEvidence => "not_evidence",
            Self::Newer => "newer",
        }
    }
}

/// What is wrong (table in § 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// An item is not of its form, or cut off.
    Damaged,
    /// The last item is no seal.
    NoSeal,
    /// The seal does not fit key or bytes.
    BadSeal,
    /// Something follows the seal.
    AfterSeal,
    /// An item or position does not follow the one before.
    Order,
    /// Received before the entry before it.
    TimeBack,
    /// The entry stood before.
    Duplicate,
    /// Of another team.
    WrongTeam,
    /// A record that may not stand there; detail: why.
    RecordRefused,
    /// A batch of a device that was never added.
    UnknownDevice,
    /// A batch whose signature does not fit.
    BadSignature,
    /// A batch whose predecessor is not there.
    Gap,
    /// A body that is not the one that was signed.
    BodyHash,
    /// A body that is not there though nothing explains it.
    BodyMissing,
    /// A body that should not be there.
    BodyUnexpected,
    /// A batch that should have been held; detail: why.
    NotHeld,
    /// A batch held for a cause that is not so.
    HeldWithoutCause,
    /// A verdict where none can be.
    Verdict,
    /// A purge of what was not there.
    Purge,
    /// A seen mark on what was not there.
    Seen,
    /// A withdrawal of what was not in force, or that nothing covers.
    Withdrawal,
    /// A kind of document this program does not know.
    Newer,
    /// No checkpoint at the end of an epoch.
    CheckpointMissing,
    /// A checkpoint that does not belong where it stands.
    Checkpoint,
    /// A checkpoint not signed by the log key.
    CheckpointSignature,
    /// A checkpoint with another root.
    CheckpointRoot,
    /// The old checkpoint in an epoch record does not fit the old epoch.
    EpochCheckpoint,
    /// A statement that nobody exported or approved.
    Statement,
}

impl FindingKind {
    /// Every kind of finding.
    pub const ALL: [Self; 28] = [
        Self::Damaged,
        Self::NoSeal,
        Self::BadSeal,
        Self::AfterSeal,
        Self::Order,
        Self::TimeBack,
        Self::Duplicate,
        Self::WrongTeam,
        Self::RecordRefused,
        Self::UnknownDevice,
        Self::BadSignature,
        Self::Gap,
        Self::BodyHash,
        Self::BodyMissing,
        Self::BodyUnexpected,
        Self::NotHeld,
        Self::HeldWithoutCause,
        Self::Verdict,
        Self::Purge,
        Self::Seen,
        Self::Withdrawal,
        Self::Newer,
        Self::CheckpointMissing,
        Self::Checkpoint,
        Self::CheckpointSignature,
        Self::CheckpointRoot,
        Self::EpochCheckpoint,
        Self::Statement,
    ];

    /// One word for programs, as in § 12. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::NoSeal => "no_seal",
            Self::BadSeal => "bad_seal",
            Self::AfterSeal => "after_seal",
            Self::Order => "order",
            Self::TimeBack => "time_back",
            Self::Duplicate => "duplicate",
            Self::WrongTeam => "wrong_team",
            Self::RecordRefused => "record_refused",
            Self::UnknownDevice => "unknown_device",
            Self::BadSignature => "bad_signature",
            Self::Gap => "gap",
            Self::BodyHash => "body_hash",
            Self::BodyMissing => "body_missing",
            Self::BodyUnexpected => "body_unexpected",
            Self::NotHeld => "not_held",
            Self::HeldWithoutCause => "held_without_cause",
            Self::Verdict => "verdict",
            Self::Purge => "purge",
            Self::Seen => "seen",
            Self::Withdrawal => "withdrawal",
            Self::Newer => "newer",
            Self::CheckpointMissing => "checkpoint_missing",
            Self::Checkpoint => "checkpoint",
            Self::CheckpointSignature => "checkpoint_signature",
            Self::CheckpointRoot => "checkpoint_root",
            Self::EpochCheckpoint => "epoch_checkpoint",
            Self::Statement => "statement",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub code: FindingKind,
    /// Where in the log.
    pub position: Option<Position>,
    /// Where in the file, in bytes, the item begins.
    pub offset: usize,
    /// A code that says more: of a cause or a refusal.
    pub detail: Option<&'static str>,
}

/// Something worth knowing that is not wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum Note {
    /// Bodies purged under a retention rule.
    Purged {
        /// The document.
        document: Stream,
        /// The rule.
        rule: String,
        /// How many bodies.
        bodies: usize,
    },
    /// Bodies the file leaves out on purpose.
    Withheld {
        /// How many.
        bodies: usize,
    },
    /// A chain goes on over batches lost with a backup.
    GapAfterRestore {
        /// The batch behind the gap.
        position: Position,
    },
    /// Entries the old office had, and the restored one has not.
    LostInRestore {
        /// The old epoch.
        epoch: u32,
        /// How many.
        entries: u64,
    },
    /// The operator gave the employer a new key.
    RecoveredByOperator {
        /// Where.
        position: Position,
    },
}

/// How much was checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Epochs.
    pub epochs: u32,
    /// Entries.
    pub entries: u64,
    /// Batches among them.
    pub batches: u64,
    /// Records among them.
    pub records: u64,
    /// Batches signed by desk devices: by the office for a person.
    pub by_office: u64,
    /// Batches held now, refused ones included.
    pub held: u64,
    /// Batches released.
    pub released: u64,
    /// Bodies checked.
    pub bodies: u64,
    /// Bodies purged.
    pub purged: u64,
    /// Checkpoints.
    pub checkpoints: u64,
    /// Statements.
    pub statements: u64,
}

/// The most findings that are listed.
const LISTED: usize = 1000;

/// What checking an evidence file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The team.
    pub team: TeamId,
    /// When the file says it was made.
    pub made_ms: i64,
    /// The program that made it.
    pub program: String,
    /// How much was checked.
    pub counts: Counts,
    /// What is wrong, in order of the file; at most 1,000.
    pub findings: Vec<Finding>,
    /// How many more there are.
    pub further_findings: u64,
    /// What is worth knowing.
    pub notes: Vec<Note>,
}

impl Report {
    /// Nothing is wrong.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.findings.is_empty()
    }

    pub(super) fn found(
        &mut self,
        code: FindingKind,
        position: Option<Position>,
        offset: usize,
        detail: Option<&'static str>,
    ) {
        if self.findings.len() < LISTED {
            self.findings.push(Finding { code, position, offset, detail });
        } else {
            self.further_findings += 1;
        }
    }
}

/// The code of a cause, for a finding's detail.
pub(super) fn detail(cause: Option<Cause>) -> Option<&'static str> {
    cause.map(Cause::code)
}
