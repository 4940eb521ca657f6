//! The port to where the record is kept: one trait, spoken by the phone and
//! by the office alike.
//!
//! [`Engine`] opens transactions; [`Ledger`] is what can be done inside one.
//! `store` is the implementation on SQLite; another engine has to pass the
//! same suite (`core/tests/ledger_conformance.rs`). Nothing here knows what a
//! batch means: headers, signatures and bodies are bytes, streams are names.
//!
//! Everything is keyed by team. Log tables only grow: entries, their
//! positions, device chains and tree nodes are never updated or deleted;
//! a body leaves only with [`Ledger::purge`].

mod error;
mod rows;

use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use std::collections::BTreeSet;

pub use crate::log::Position;
pub use error::{LedgerError, Result};
pub use rows::{
    EntryType, Head, HeldRow, HeldStatus, KeptEntry, Link, Member, NewEntry, OutboxRow, Place,
    StreamState, ViewRow, Waiting,
};

/// What can be done inside one transaction.
///
/// Readers of a transaction see what it wrote. Where the contract says
/// "again is harmless", doing the same thing twice changes nothing.
pub trait Ledger {
    /// Every team with an entry here.
    fn teams(&mut self) -> Result<Vec<TeamId>>;

    /// The teams in whose log this transaction has placed something, by id. A
    /// part that was undone may still count.
    fn grown(&mut self) -> Result<Vec<TeamId>>;

    // --- entries -------------------------------------------------------

    /// Keeps an entry without a position. Again is harmless; a body is added
    /// if it was missing and has not been purged. `true` if it is new.
    fn keep(&mut self, team: TeamId, entry: &NewEntry<'_>) -> Result<bool>;

    /// Gives a kept entry a position. Again is harmless. An entry has at most
    /// one position per epoch, and a position one entry.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Contradiction`] if position or entry is taken.
    fn place(&mut self, team: TeamId, id: EntryId, place: Place) -> Result<()>;

    /// One entry.
    fn entry(&mut self, team: TeamId, id: EntryId) -> Result<Option<KeptEntry>>;

    /// Whether it is here.
    fn has(&mut self, team: TeamId, id: EntryId) -> Result<bool>;

    /// Its position in this epoch.
    fn place_in(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<Option<Place>>;

    /// The entries of an epoch from `seq` on, in order, at most `limit`.
    fn after(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Place, KeptEntry)>>;

    /// The end of the log; `None` while it is empty.
    fn head(&mut self, team: TeamId) -> Result<Option<Head>>;

    /// How many entries this epoch has here.
    fn epoch_size(&mut self, team: TeamId, epoch: u32) -> Result<u64>;

    /// Deletes the bodies of these batches, by this kept purge record. Again
    /// is harmless. Batches that are not here yet will be kept without body.
    fn purge(&mut self, team: TeamId, purge: EntryId, batches: &[EntryId]) -> Result<()>;

    /// The purge record that covers this batch.
    fn purged_by(&mut self, team: TeamId, id: EntryId) -> Result<Option<EntryId>>;

    // --- device chains ---------------------------------------------------

    /// The last link of a device's chain.
    fn last_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
    ) -> Result<Option<Link>>;

    /// The link number `n`.
    fn link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        n: u64,
    ) -> Result<Option<EntryId>>;

    /// The last link of every incarnation of a device.
    fn chains(&mut self, team: TeamId, device: DeviceId) -> Result<Vec<(Incarnation, Link)>>;

    /// Adds a link. Again is harmless.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Contradiction`] if `n` is taken by another batch.
    fn add_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        link: Link,
    ) -> Result<()>;

    // --- tree ------------------------------------------------------------

    /// A full node of an epoch's tree: level 0 is a leaf.
    fn node(&mut self, team: TeamId, epoch: u32, level: u8, index: u64)
    -> Result<Option<[u8; 32]>>;

    /// Keeps a full node. Again is harmless, other content is a contradiction.
    fn put_node(
        &mut self,
        team: TeamId,
        epoch: u32,
        level: u8,
        index: u64,
        hash: [u8; 32],
    ) -> Result<()>;

    /// The newest checkpoint of an epoch: its size and signed text.
    fn checkpoint(&mut self, team: TeamId, epoch: u32) -> Result<Option<(u64, String)>>;

    /// The newest checkpoint of the newest epoch that has one.
    fn last_checkpoint(&mut self, team: TeamId) -> Result<Option<(u32, u64, String)>>;

    /// Keeps a checkpoint if it is larger than the one kept for its epoch.
    fn put_checkpoint(&mut self, team: TeamId, epoch: u32, size: u64, text: &str) -> Result<()>;

    // --- streams -----------------------------------------------------------

    /// Count, hash and end of a stream; `None` while it has no member.
    fn stream(&mut self, team: TeamId, stream: &[u8]) -> Result<Option<StreamState>>;

    /// Streams whose last member stands at or after `from`, by that position;
    /// at most `limit`.
    fn streams_since(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, StreamState)>>;

    /// Streams whose name begins so, by name.
    fn streams_named(
        &mut self,
        team: TeamId,
        beginning: &[u8],
    ) -> Result<Vec<(Vec<u8>, StreamState)>>;

    /// Members from index `from` on, in order.
    fn members(
        &mut self,
        team: TeamId,
        stream: &[u8],
        from: u64,
        limit: usize,
    ) -> Result<Vec<Member>>;

    /// All members in order, each with its entry, whose place is the member's.
    ///
    /// # Errors
    ///
    /// [`LedgerError::Damaged`] if an entry is missing.
    fn stream_entries(&mut self, team: TeamId, stream: &[u8]) -> Result<Vec<(Member, KeptEntry)>>;

    /// How many members stand before `position`.
    fn members_before(&mut self, team: TeamId, stream: &[u8], position: Position) -> Result<u64>;

    /// Adds a member at the end.
    fn add_member(&mut self, team: TeamId, stream: &[u8], member: Member) -> Result<()>;

    /// Cuts a stream down to its first `count` members (phones, when a
    /// restored office tells another order). Entries stay.
    fn cut_stream(&mut self, team: TeamId, stream: &[u8], count: u64) -> Result<()>;

    /// Whether an entry is a member of this stream.
    fn is_member(&mut self, team: TeamId, stream: &[u8], id: EntryId) -> Result<bool>;

    // --- outbox and receipts (phones) ----------------------------------------

    /// Puts an entry into the outbox, or changes why it waits.
    fn enqueue(
        &mut self,
        team: TeamId,
        id: EntryId,
        why: Waiting,
        old: Option<Position>,
    ) -> Result<()>;

    /// The outbox in the order of waiting.
    fn outbox(&mut self, team: TeamId) -> Result<Vec<OutboxRow>>;

    /// Takes an entry out.
    fn dequeue(&mut self, team: TeamId, id: EntryId) -> Result<()>;

    /// Remembers that an own entry's position was proven under a checkpoint
    /// of this epoch.
    fn put_receipt(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<()>;

    /// The newest epoch in which its position was proven.
    fn receipt(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>>;

    // --- verdicts and quarantine --------------------------------------------

    /// Sets where a held batch stands.
    fn put_held(&mut self, team: TeamId, row: HeldRow) -> Result<()>;

    /// Where a batch stands; `None` if it was never held.
    fn held(&mut self, team: TeamId, id: EntryId) -> Result<Option<HeldRow>>;

    /// All batches of this standing, in the order they were held.
    fn held_with(&mut self, team: TeamId, status: HeldStatus) -> Result<Vec<HeldRow>>;

    /// Remembers that a received batch is never loaded here, and why.
    fn quarantine(&mut self, team: TeamId, id: EntryId, cause: u32) -> Result<()>;

    /// Everything that is not loaded here.
    fn in_quarantine(&mut self, team: TeamId) -> Result<BTreeSet<EntryId>>;

    /// Lifts a quarantine after an upgrade.
    fn unquarantine(&mut self, team: TeamId, id: EntryId) -> Result<()>;

    // --- views and notes -------------------------------------------------------

    /// Writes one row of a view.
    fn put_view(
        &mut self,
        team: TeamId,
        view: &str,
        document: &str,
        key: &str,
        value: &[u8],
    ) -> Result<()>;

    /// Deletes one row of a view. Again is harmless.
    fn delete_view(&mut self, team: TeamId, view: &str, document: &str, key: &str) -> Result<()>;

    /// Every row computed from this document: view, key and value, by view, then key.
    fn views_of(&mut self, team: TeamId, document: &str) -> Result<Vec<(String, String, Vec<u8>)>>;

    /// Deletes every row of every view of the team (before a rebuild).
    fn clear_views(&mut self, team: TeamId) -> Result<()>;

    /// The rows of a view, by key, then document; with `prefix` only those
    /// whose key begins with it.
    fn view(&mut self, team: TeamId, view: &str, prefix: &str) -> Result<Vec<ViewRow>>;

    /// A small note: cursor, known digests, incarnation. Never a secret.
    fn note(&mut self, team: TeamId, key: &str) -> Result<Option<Vec<u8>>>;

    /// All notes whose key begins with `prefix`, by key.
    fn notes(&mut self, team: TeamId, prefix: &str) -> Result<Vec<(String, Vec<u8>)>>;

    /// Writes a note.
    fn put_note(&mut self, team: TeamId, key: &str, value: &[u8]) -> Result<()>;

    /// Deletes a note.
    fn delete_note(&mut self, team: TeamId, key: &str) -> Result<()>;

    // --- nesting -----------------------------------------------------------------

    /// Begins a part that can be undone alone (group commit at the office:
    /// one request may fail without its neighbours).
    fn begin_part(&mut self) -> Result<()>;

    /// Keeps the part begun last.
    fn keep_part(&mut self) -> Result<()>;

    /// Undoes the part begun last.
    fn undo_part(&mut self) -> Result<()>;
}

/// Opens transactions on a ledger.
pub trait Engine {
    /// Runs `work` in one writing transaction. On `Ok` everything it wrote is
    /// durable when this returns; on `Err` nothing was written. What it reads
    /// cannot be changed by another process meanwhile.
    ///
    /// # Errors
    ///
    /// Those of `work`, or of the engine.
    fn write<T, E: From<LedgerError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Ledger) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E>;

    /// Runs `work` on one consistent state, without writing.
    ///
    /// # Errors
    ///
    /// Those of `work`, or of the engine. Writing is an error.
    fn read<T, E: From<LedgerError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Ledger) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E>;
}

/// Runs `work` as a part of the transaction: undone alone if it fails.
///
/// # Errors
///
/// Those of `work`, or of the engine.
pub fn part<T, E: From<LedgerError>>(
    ledger: &mut dyn Ledger,
    work: impl FnOnce(&mut dyn Ledger) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    ledger.begin_part()?;
    match work(ledger) {
        Ok(done) => {
            ledger.keep_part()?;
            Ok(done)
        }
        Err(error) => {
            ledger.undo_part()?;
            Err(error)
        }
    }
}
