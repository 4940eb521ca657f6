//! Receipts: the office's proof that entries stand in the log
//! (`docs/sync-protocol.md` § 6).

use super::checkpoint::{CHECKPOINT_LIMIT, Checkpoint};
use super::codec::{Canonical, CodecError, Reader, Writer};
use super::entry::{Position, leaf_input};
use super::hash::Hash;
use super::keys::PublicKey;
use super::tree;
use crate::document::EntryId;

/// One entry that a proof covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Its number within the epoch.
    pub seq: u64,
    /// When the office took it in, ms by its clock.
    pub received_ms: i64,
    /// What it is called by.
    pub id: EntryId,
}

/// Receipts for one or more entries, with one proof under one checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipts {
    /// The checkpoint, as its note.
    pub checkpoint: String,
    /// Ascending by seq, at least one.
    pub entries: Vec<Receipt>,
    /// Hashes of the subtrees without any of them, from left to right.
    pub proof: Vec<Hash>,
}

/// Why receipts prove nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadReceipt {
    /// The checkpoint is none.
    #[error("not a checkpoint")]
    Checkpoint,
    /// The checkpoint is not signed by this log key.
    #[error("the checkpoint's signature is not valid")]
    Signature,
    /// The entries are not in the tree the checkpoint speaks of.
    #[error("the proof does not hold")]
    Proof,
}

impl Receipts {
    /// Checks signature and proof; gives the checkpoint.
    ///
    /// # Errors
    ///
    /// [`BadReceipt`]: then nothing may be forgotten on its account.
    pub fn verify(&self, log_key: &PublicKey) -> Result<Checkpoint, BadReceipt> {
        let checkpoint = Checkpoint::parse(&self.checkpoint).map_err(|_| BadReceipt::Checkpoint)?;
        checkpoint.verify(log_key).map_err(|_| BadReceipt::Signature)?;
        let leaves: Vec<(u64, Hash)> = self
            .entries
            .iter()
            .map(|entry| {
                let input = leaf_input(entry.seq, entry.received_ms, entry.id);
                (entry.seq, tree::leaf_hash(&input))
            })
            .collect();
        tree::verify_inclusion(checkpoint.size, &checkpoint.root, &leaves, &self.proof)
            .map_err(|_| BadReceipt::Proof)?;
        Ok(checkpoint)
    }

    /// Where each entry stands, in the epoch of the checkpoint.
    pub fn positions(&self, epoch: u32) -> impl Iterator<Item = (EntryId, Position)> {
        self.entries.iter().map(move |entry| (entry.id, Position::new(epoch, entry.seq)))
    }
}

impl Canonical for Receipts {
    const LIMIT: usize = 1024 * 1024;

    fn write(&self, to: &mut Writer) {
        to.array(3).text(&self.checkpoint).array(self.entries.len());
        for entry in &self.entries {
            to.array(3).uint(entry.seq).int(entry.received_ms).bytes(entry.id.bytes());
        }
        to.array(self.proof.len());
        for hash in &self.proof {
            to.bytes(hash.bytes());
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(3, 3)?;
        Ok(Self {
            checkpoint: from.text(CHECKPOINT_LIMIT)?.to_owned(),
            entries: from.list(1, 10_000, |r| {
                r.array(3, 3)?;
                Ok(Receipt { seq: r.uint()?, received_ms: r.int()?, id: EntryId::new(r.fixed()?) })
            })?,
            proof: from.list(0, 20_000, |r| r.fixed().map(Hash))?,
        })
    }
}
