//! The port's operations as SQL, inside one open transaction.

use super::read::one;
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::{
    Head, HeldRow, HeldStatus, KeptEntry, Ledger, Link, Member, NewEntry, OutboxRow, Place,
    Position, Result, StreamState, ViewRow, Waiting,
};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// One open transaction.
pub(super) struct Open<'c> {
    pub(super) db: &'c Connection,
    /// Teams whose log has grown in it.
    pub(super) grown: BTreeSet<TeamId>,
}

impl<'c> Open<'c> {
    pub(super) const fn new(db: &'c Connection) -> Self {
        Self { db, grown: BTreeSet::new() }
    }

    pub(super) fn exists(&self, sql: &str, team: TeamId, id: EntryId) -> Result<bool> {
        one(self.db, sql, params![team.bytes(), id.bytes()], |_| Ok(())).map(|row| row.is_some())
    }
}

/// As many rows as the engine can count.
pub(super) fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

// The port as a whole; each method stands in the file of its table.
impl Ledger for Open<'_> {
    fn teams(&mut self) -> Result<Vec<TeamId>> {
        Open::teams(self)
    }

    fn grown(&mut self) -> Result<Vec<TeamId>> {
        Ok(self.grown.iter().copied().collect())
    }

    fn keep(&mut self, team: TeamId, entry: &NewEntry<'_>) -> Result<bool> {
        Open::keep(self, team, entry)
    }

    fn place(&mut self, team: TeamId, id: EntryId, place: Place) -> Result<()> {
        Open::place(self, team, id, place)
    }

    fn entry(&mut self, team: TeamId, id: EntryId) -> Result<Option<KeptEntry>> {
        Open::entry(self, team, id)
    }

    fn has(&mut self, team: TeamId, id: EntryId) -> Result<bool> {
        Open::has(self, team, id)
    }

    fn place_in(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<Option<Place>> {
        Open::place_in(self, team, id, epoch)
    }

    fn after(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Place, KeptEntry)>> {
        Open::after(self, team, from, limit)
    }

    fn head(&mut self, team: TeamId) -> Result<Option<Head>> {
        Open::head(self, team)
    }

    fn epoch_size(&mut self, team: TeamId, epoch: u32) -> Result<u64> {
        Open::epoch_size(self, team, epoch)
    }

    fn purge(&mut self, team: TeamId, purge: EntryId, batches: &[EntryId]) -> Result<()> {
        Open::purge(self, team, purge, batches)
    }

    fn purged_by(&mut self, team: TeamId, id: EntryId) -> Result<Option<EntryId>> {
        Open::purged_by(self, team, id)
    }

    fn last_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
    ) -> Result<Option<Link>> {
        Open::last_link(self, team, device, incarnation)
    }

    fn link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        n: u64,
    ) -> Result<Option<EntryId>> {
        Open::link(self, team, device, incarnation, n)
    }

    fn chains(&mut self, team: TeamId, device: DeviceId) -> Result<Vec<(Incarnation, Link)>> {
        Open::chains(self, team, device)
    }

    fn add_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        link: Link,
    ) -> Result<()> {
        Open::add_link(self, team, device, incarnation, link)
    }

    fn node(
        &mut self,
        team: TeamId,
        epoch: u32,
        level: u8,
        index: u64,
    ) -> Result<Option<[u8; 32]>> {
        Open::node(self, team, epoch, level, index)
    }

    fn put_node(
        &mut self,
        team: TeamId,
        epoch: u32,
        level: u8,
        index: u64,
        hash: [u8; 32],
    ) -> Result<()> {
        Open::put_node(self, team, epoch, level, index, hash)
    }

    fn checkpoint(&mut self, team: TeamId, epoch: u32) -> Result<Option<(u64, String)>> {
        Open::checkpoint(self, team, epoch)
    }

    fn last_checkpoint(&mut self, team: TeamId) -> Result<Option<(u32, u64, String)>> {
        Open::last_checkpoint(self, team)
    }

    fn put_checkpoint(&mut self, team: TeamId, epoch: u32, size: u64, text: &str) -> Result<()> {
        Open::put_checkpoint(self, team, epoch, size, text)
    }

    fn stream(&mut self, team: TeamId, stream: &[u8]) -> Result<Option<StreamState>> {
        Open::stream(self, team, stream)
    }

    fn streams_since(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, StreamState)>> {
        Open::streams_since(self, team, from, limit)
    }

    fn streams_named(
        &mut self,
        team: TeamId,
        beginning: &[u8],
    ) -> Result<Vec<(Vec<u8>, StreamState)>> {
        Open::streams_named(self, team, beginning)
    }

    fn members(
        &mut self,
        team: TeamId,
        stream: &[u8],
        from: u64,
        limit: usize,
    ) -> Result<Vec<Member>> {
        Open::members(self, team, stream, from, limit)
    }

    fn stream_entries(&mut self, team: TeamId, stream: &[u8]) -> Result<Vec<(Member, KeptEntry)>> {
        Open::stream_entries(self, team, stream)
    }

    fn members_before(&mut self, team: TeamId, stream: &[u8], position: Position) -> Result<u64> {
        Open::members_before(self, team, stream, position)
    }

    fn add_member(&mut self, team: TeamId, stream: &[u8], member: Member) -> Result<()> {
        Open::add_member(self, team, stream, member)
    }

    fn cut_stream(&mut self, team: TeamId, stream: &[u8], count: u64) -> Result<()> {
        Open::cut_stream(self, team, stream, count)
    }

    fn is_member(&mut self, team: TeamId, stream: &[u8], id: EntryId) -> Result<bool> {
        Open::is_member(self, team, stream, id)
    }

    fn enqueue(
        &mut self,
        team: TeamId,
        id: EntryId,
        why: Waiting,
        old: Option<Position>,
    ) -> Result<()> {
        Open::enqueue(self, team, id, why, old)
    }

    fn outbox(&mut self, team: TeamId) -> Result<Vec<OutboxRow>> {
        Open::outbox(self, team)
    }

    fn dequeue(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        Open::dequeue(self, team, id)
    }

    fn put_receipt(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<()> {
        Open::put_receipt(self, team, id, epoch)
    }

    fn receipt(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>> {
        Open::receipt(self, team, id)
    }

    fn put_held(&mut self, team: TeamId, row: HeldRow) -> Result<()> {
        Open::put_held(self, team, row)
    }

    fn held(&mut self, team: TeamId, id: EntryId) -> Result<Option<HeldRow>> {
        Open::held(self, team, id)
    }

    fn held_with(&mut self, team: TeamId, wanted: HeldStatus) -> Result<Vec<HeldRow>> {
        Open::held_with(self, team, wanted)
    }

    fn quarantine(&mut self, team: TeamId, id: EntryId, cause: u32) -> Result<()> {
        Open::quarantine(self, team, id, cause)
    }

    fn in_quarantine(&mut self, team: TeamId) -> Result<BTreeSet<EntryId>> {
        Open::in_quarantine(self, team)
    }

    fn unquarantine(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        Open::unquarantine(self, team, id)
    }

    fn put_view(
        &mut self,
        team: TeamId,
        view: &str,
        document: &str,
        key: &str,
        value: &[u8],
    ) -> Result<()> {
        Open::put_view(self, team, view, document, key, value)
    }

    fn delete_view(&mut self, team: TeamId, view: &str, document: &str, key: &str) -> Result<()> {
        Open::delete_view(self, team, view, document, key)
    }

    fn views_of(&mut self, team: TeamId, document: &str) -> Result<Vec<(String, String, Vec<u8>)>> {
        Open::views_of(self, team, document)
    }

    fn clear_views(&mut self, team: TeamId) -> Result<()> {
        Open::clear_views(self, team)
    }

    fn view(&mut self, team: TeamId, view: &str, prefix: &str) -> Result<Vec<ViewRow>> {
        Open::view(self, team, view, prefix)
    }

    fn note(&mut self, team: TeamId, key: &str) -> Result<Option<Vec<u8>>> {
        Open::note(self, team, key)
    }

    fn notes(&mut self, team: TeamId, prefix: &str) -> Result<Vec<(String, Vec<u8>)>> {
        Open::notes(self, team, prefix)
    }

    fn put_note(&mut self, team: TeamId, key: &str, value: &[u8]) -> Result<()> {
        Open::put_note(self, team, key, value)
    }

    fn delete_note(&mut self, team: TeamId, key: &str) -> Result<()> {
        Open::delete_note(self, team, key)
    }

    fn begin_part(&mut self) -> Result<()> {
        Open::begin_part(self)
    }

    fn keep_part(&mut self) -> Result<()> {
        Open::keep_part(self)
    }

    fn undo_part(&mut self) -> Result<()> {
        Open::undo_part(self)
    }
}
