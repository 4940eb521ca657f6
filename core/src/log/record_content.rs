//! What a record says (`docs/sync-protocol.md` § 5).

use super::batch::About;
use super::cause::Cause;
use super::codec::{Canonical, CodecError, Reader, Writer};
use super::hash::Hash;
use super::operation::Operation;
use crate::document::{EntryId, PersonId};
use crate::time::Month;

/// The longest name of a rule or program, in bytes.
pub const NAME_LIMIT: usize = 64;

/// The longest name of an exported file, in bytes.
pub const FILE_NAME_LIMIT: usize = 255;

/// The longest checkpoint inside an epoch record, in bytes.
pub const CHECKPOINT_LIMIT: usize = 1024;

/// Most records of the policy that one withdrawal names.
pub const MOST_BEHIND: u64 = 64;

/// What became of a held batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Status {
    /// Stored, not in force.
    Held = 1,
    /// In force from the position of this verdict.
    Released = 2,
    /// The employer does not want it in force; it stays stored.
    Refused = 3,
}

/// Why an epoch began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum EpochReason {
    /// The team was founded.
    Founded = 1,
    /// An office was restored from a backup, and said so.
    RestoreAnnounced = 2,
    /// A device knew a newer checkpoint than the office.
    RestoreDetected = 3,
}

/// What a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "records are few and live in a box")]
pub enum RecordContent {
    /// Members, roles, devices, grants, keys.
    Policy(Operation),
    /// What became of a batch that was not simply in force.
    Verdict {
        /// Which batch.
        batch: EntryId,
        /// What became of it.
        status: Status,
        /// Why it was held.
        cause: Cause,
    },
    /// Bodies that were removed when their retention ended.
    Purge {
        /// The document.
        about: About,
        /// The retention rule, at most 64 bytes.
        rule: String,
        /// Whose bodies, at least one, all of that document.
        batches: Vec<EntryId>,
    },
    /// Files handed to payroll.
    Export {
        /// The month paid.
        month: Month,
        /// The payroll program, at most 64 bytes.
        program: String,
        /// Name and SHA-256 of every file; none where every line is entered by hand.
        files: Vec<(String, Hash)>,
        /// Person and SHA-256 of the statement that was used.
        statements: Vec<(PersonId, Hash)>,
    },
    /// The employer's side has seen these batches.
    Seen {
        /// Who saw.
        person: PersonId,
        /// What, at least one, all of one document.
        batches: Vec<EntryId>,
    },
    /// A batch was in force and is so no longer: a revocation covers it that
    /// had been lost with a restored office, or what it depends on was withdrawn.
    Withdrawal {
        /// Which batch.
        batch: EntryId,
        /// [`Cause::Revoked`], [`Cause::NoRight`], [`Cause::Expired`] or [`Cause::Depends`].
        cause: Cause,
        /// The records of the policy that take the right away, in the order of
        /// the log; none exactly for [`Cause::Depends`].
        by: Vec<EntryId>,
    },
    /// A new epoch begins.
    Epoch {
        /// 1, 2, 3 …
        number: u32,
        /// Random; tells two epochs of one number apart.
        nonce: [u8; 8],
        /// The last checkpoint known of the epoch before; `None` in the first.
        checkpoint: Option<String>,
        /// Why it began.
        reason: EpochReason,
    },
}

impl RecordContent {
    /// Whether a restored office takes it back under a former log key: an export
    /// or a seen mark. All else it writes anew, under the key it has now.
    #[must_use]
    pub const fn may_return_under_a_former_key(&self) -> bool {
        matches!(self, Self::Export { .. } | Self::Seen { .. })
    }

    /// Number of the type on the wire.
    #[must_use]
    pub const fn number(&self) -> u8 {
        match self {
            Self::Policy(_) => 1,
            Self::Verdict { .. } => 2,
            Self::Purge { .. } => 3,
            Self::Export { .. } => 4,
            Self::Seen { .. } => 5,
            Self::Epoch { .. } => 6,
            Self::Withdrawal { .. } => 7,
        }
    }

    /// Word of the type for programs. Never changes.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Policy(_) => "policy",
            Self::Verdict { .. } => "verdict",
            Self::Purge { .. } => "purge",
            Self::Export { .. } => "export",
            Self::Seen { .. } => "seen",
            Self::Epoch { .. } => "epoch",
            Self::Withdrawal { .. } => "withdrawal",
        }
    }

    /// A batch it is about, the first if there are several; all are of one document.
    #[must_use]
    pub fn batch(&self) -> Option<EntryId> {
        match self {
            Self::Verdict { batch, .. } | Self::Withdrawal { batch, .. } => Some(*batch),
            Self::Seen { batches, .. } => batches.first().copied(),
            Self::Policy(_) | Self::Purge { .. } | Self::Export { .. } | Self::Epoch { .. } => None,
        }
    }

    /// Batch and cause of a verdict that comes to this.
    #[must_use]
    pub fn verdict(&self, comes_to: Status) -> Option<(EntryId, Cause)> {
        match self {
            Self::Verdict { batch, status, cause } => {
                (*status == comes_to).then_some((*batch, *cause))
            }
            Self::Policy(_)
            | Self::Purge { .. }
            | Self::Export { .. }
            | Self::Seen { .. }
            | Self::Withdrawal { .. }
            | Self::Epoch { .. } => None,
        }
    }

    /// How many signatures a record of this content carries.
    #[must_use]
    pub const fn signatures(&self) -> usize {
        match self {
            Self::Policy(operation) => operation.signatures(),
            Self::Verdict { .. }
            | Self::Purge { .. }
            | Self::Export { .. }
            | Self::Seen { .. }
            | Self::Withdrawal { .. }
            | Self::Epoch { .. } => 1,
        }
    }

    pub(super) fn write(&self, to: &mut Writer) {
        if let Self::Policy(operation) = self {
            to.value(operation);
            return;
        }
        to.map(|map| match self {
            Self::Policy(_) => {}
            Self::Verdict { batch, status, cause } => {
                map.key(0).bytes(batch.bytes());
                map.key(1).uint(*status as u64);
                map.key(2).uint(u64::from(cause.number()));
            }
            Self::Purge { about, rule, batches } => {
                about.write_fields(map, 0);
                map.key(3).text(rule);
                write_ids(map.key(4), batches);
            }
            Self::Export { month, program, files, statements } => {
                map.key(0).uint(u64::from(month.year().unsigned_abs() * 100 + month.month()));
                map.key(1).text(program);
                let to = map.key(2);
                to.array(files.len());
                for (name, hash) in files {
                    to.array(2).text(name).bytes(hash.bytes());
                }
                let to = map.key(3);
                to.array(statements.len());
                for (person, hash) in statements {
                    to.array(2).bytes(person.bytes()).bytes(hash.bytes());
                }
            }
            Self::Seen { person, batches } => {
                map.key(0).bytes(person.bytes());
                write_ids(map.key(1), batches);
            }
            Self::Withdrawal { batch, cause, by } => {
                map.key(0).bytes(batch.bytes());
                map.key(1).uint(u64::from(cause.number()));
                write_ids(map.key(2), by);
            }
            Self::Epoch { number, nonce, checkpoint, reason } => {
                map.key(0).uint(u64::from(*number));
                map.key(1).bytes(nonce);
                map.optional(2, checkpoint.as_deref(), |w, text| {
                    w.text(text);
                });
                map.key(3).uint(*reason as u64);
            }
        });
    }

    pub(super) fn read(number: u64, from: &mut Reader<'_>) -> Result<Self, CodecError> {
        if number == 1 {
            return Operation::read(from).map(Self::Policy);
        }
        let mut map = from.map()?;
        let content = match number {
            2 => Self::Verdict {
                batch: EntryId::new(map.need(0, Reader::fixed)?),
                status: map.need(1, |r| match r.uint()? {
                    1 => Ok(Status::Held),
                    2 => Ok(Status::Released),
                    3 => Ok(Status::Refused),
                    _ => Err(CodecError::OutOfRange("status")),
                })?,
                cause: map.need(2, |r| {
                    Cause::from_number(r.uint()?)
                        .filter(|cause| cause.is_held())
                        .ok_or(CodecError::OutOfRange("cause"))
                })?,
            },
            3 => Self::Purge {
                about: About::read_fields(&mut map, 0)?,
                rule: map.need(3, |r| r.text(NAME_LIMIT))?.to_owned(),
                batches: map.need(4, read_ids)?,
            },
            4 => Self::Export {
                month: map.need(0, |r| {
                    let number: u32 = r.small("month")?;
                    i32::try_from(number / 100)
                        .ok()
                        .and_then(|year| Month::new(year, number % 100))
                        .ok_or(CodecError::OutOfRange("month"))
                })?,
                program: map.need(1, |r| r.text(NAME_LIMIT))?.to_owned(),
                files: map.need(2, |r| {
                    r.list(0, 1024, |r| {
                        r.array(2, 2)?;
                        Ok((r.text(FILE_NAME_LIMIT)?.to_owned(), Hash(r.fixed()?)))
                    })
                })?,
                statements: map.need(3, |r| {
                    r.list(1, 1024, |r| {
                        r.array(2, 2)?;
                        Ok((PersonId::new(r.fixed()?), Hash(r.fixed()?)))
                    })
                })?,
            },
            5 => Self::Seen {
                person: PersonId::new(map.need(0, Reader::fixed)?),
                batches: map.need(1, read_ids)?,
            },
            6 => Self::Epoch {
                number: map.need(0, |r| r.small("number of an epoch"))?,
                nonce: map.need(1, Reader::fixed)?,
                checkpoint: map.optional(2, |r| r.text(CHECKPOINT_LIMIT))?.map(str::to_owned),
                reason: map.need(3, |r| match r.uint()? {
                    1 => Ok(EpochReason::Founded),
                    2 => Ok(EpochReason::RestoreAnnounced),
                    3 => Ok(EpochReason::RestoreDetected),
                    _ => Err(CodecError::OutOfRange("reason")),
                })?,
            },
            7 => Self::Withdrawal {
                batch: EntryId::new(map.need(0, Reader::fixed)?),
                cause: map.need(1, |r| {
                    Cause::from_number(r.uint()?)
                        .filter(|cause| cause.is_withdrawn())
                        .ok_or(CodecError::OutOfRange("cause"))
                })?,
                by: map.need(2, |r| r.list(0, MOST_BEHIND, |r| r.fixed().map(EntryId::new)))?,
            },
            0 => return Err(CodecError::OutOfRange("type")),
            _ => return Err(CodecError::Newer),
        };
        map.end()?;
        if let Self::Withdrawal { cause, by, .. } = &content
            && by.is_empty() != (*cause == Cause::Depends)
        {
            return Err(CodecError::OutOfRange("records behind a withdrawal"));
        }
        if let Self::Epoch { number, checkpoint, reason, .. } = &content {
            let first = *reason == EpochReason::Founded;
            if *number == 0 || first != (*number == 1) || first != checkpoint.is_none() {
                return Err(CodecError::OutOfRange("epoch"));
            }
        }
        Ok(content)
    }
}

fn write_ids(to: &mut Writer, ids: &[EntryId]) {
    to.array(ids.len());
    for id in ids {
        to.bytes(id.bytes());
    }
}

fn read_ids(reader: &mut Reader<'_>) -> Result<Vec<EntryId>, CodecError> {
    reader.list(1, 2000, |r| r.fixed().map(EntryId::new))
}
