//! The office's hands while it writes: the log's next place, its tree, its records.

use super::SyncError;
use super::content::keep;
use super::timeline::{Timeline, Timelines};
use crate::document::TeamId;
use crate::gate::Gatekeeper;
use crate::ledger::{Head, Ledger, LedgerError, Place};
use crate::log::tree::{self, Nodes, TreeError};
use crate::log::{
    Content, Hash, LogKey, Position, Record, RecordContent, RecordDraft, entry::leaf_input,
};
use std::cell::RefCell;
use std::sync::Arc;

/// Random nonces from one seed, so that the core needs no dice.
pub(super) struct Dice {
    seed: [u8; 32],
    thrown: u64,
}

impl Dice {
    pub(super) const fn new(seed: [u8; 32]) -> Self {
        Self { seed, thrown: 0 }
    }

    pub(super) fn throw(&mut self) -> [u8; 16] {
        self.thrown += 1;
        let hash = Hash::of_parts(&[b"dice\0", &self.seed, &self.thrown.to_be_bytes()]);
        let mut nonce = [0; 16];
        nonce.copy_from_slice(&hash.bytes()[..16]);
        nonce
    }
}

/// One epoch's tree as the ledger keeps it.
pub(super) struct TreeNodes<'l> {
    pub(super) ledger: RefCell<&'l mut dyn Ledger>,
    pub(super) team: TeamId,
    pub(super) epoch: u32,
}

impl Nodes for TreeNodes<'_> {
    type Error = LedgerError;

    fn get(&self, level: u8, index: u64) -> Result<Option<Hash>, LedgerError> {
        let node = self.ledger.borrow_mut().node(self.team, self.epoch, level, index)?;
        Ok(node.map(Hash))
    }

    fn put(&mut self, level: u8, index: u64, hash: Hash) -> Result<(), LedgerError> {
        self.ledger.get_mut().put_node(self.team, self.epoch, level, index, *hash.bytes())
    }
}

pub(super) fn of_tree(error: TreeError<LedgerError>) -> SyncError {
    match error {
        TreeError::Store(error) => SyncError::Ledger(error),
        TreeError::MissingNode => SyncError::Torn("a node of the tree is missing"),
        TreeError::OutOfRange => SyncError::Torn("no such leaf"),
    }
}

/// The office's hands while it writes: one team, one transaction.
pub(super) struct Bench<'b> {
    pub(super) ledger: &'b mut dyn Ledger,
    pub(super) gate: &'b mut Gatekeeper,
    pub(super) timelines: &'b mut Timelines,
    pub(super) team: TeamId,
    pub(super) log_key: &'b LogKey,
    pub(super) now_ms: i64,
    pub(super) dice: &'b mut Dice,
}

impl Bench<'_> {
    pub(super) fn timeline(&mut self) -> Result<Arc<Timeline>, SyncError> {
        self.timelines.of(self.ledger, self.team)
    }

    /// Where the next entry of the present epoch will stand.
    pub(super) fn next_place(&mut self) -> Result<Place, SyncError> {
        let Some(Head { epoch, size, received_ms }) = self.ledger.head(self.team)? else {
            return Err(SyncError::Torn("the log has no beginning"));
        };
        let received_ms = self.now_ms.max(received_ms);
        Ok(Place { position: Position { epoch, seq: size }, received_ms })
    }

    /// Keeps an entry at this place: entry, position, tree.
    pub(super) fn append(&mut self, content: &Content, place: Place) -> Result<(), SyncError> {
        let Position { epoch, seq } = place.position;
        let id = content.id();
        keep(self.ledger, self.team, content)?;
        self.ledger.place(self.team, id, place)?;
        let leaf = tree::leaf_hash(&leaf_input(seq, place.received_ms, id));
        let ledger = RefCell::new(&mut *self.ledger);
        let mut nodes = TreeNodes { ledger, team: self.team, epoch };
        tree::append(&mut nodes, seq, leaf).map_err(of_tree)
    }

    /// A record signed by the office, at the next position.
    pub(super) fn write_own(&mut self, content: RecordContent) -> Result<Record, SyncError> {
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.throw(),
            issued_ms: self.now_ms,
            content,
            desk: None,
        };
        let record = draft.seal(&[self.log_key])?;
        let place = self.next_place()?;
        self.append(&record.clone().into(), place)?;
        Ok(record)
    }
}
