//! What a device remembers of policy records that may take rights: where it saw
//! them first, and under which checkpoint, so that it can tell an office that
//! came back from a backup (`docs/sync-protocol.md` § 11).

use super::SyncError;
use super::content::name;
use super::message::Stood;
use super::phone::{Phone, note};
use crate::document::EntryId;
use crate::ledger::{Ledger, Waiting};
use crate::log::codec;
use crate::log::stream::Stream;
use crate::log::{Content, Position, RecordContent};
use std::collections::BTreeMap;

/// Whether where it stood must be told: a record that may take rights.
pub(super) fn may_take_rights(content: &Content) -> bool {
    matches!(
        content,
        Content::Record(record) if matches!(
            record.content(),
            RecordContent::Policy(operation) if operation.may_take_rights()
        )
    )
}

impl Phone {
    /// Keeps where a record was seen first.
    pub(super) fn keep_first_place(
        &self,
        ledger: &mut dyn Ledger,
        id: EntryId,
        stood: &Stood,
    ) -> Result<(), SyncError> {
        let key = format!("{}{id}", note::STOOD);
        if ledger.note(self.team, &key)?.is_none() {
            ledger.put_note(self.team, &key, &codec::encode(stood))?;
        }
        Ok(())
    }

    /// Where a record was seen first.
    pub(super) fn first_place(
        &self,
        ledger: &mut dyn Ledger,
        id: EntryId,
    ) -> Result<Option<Stood>, SyncError> {
        let kept = ledger.note(self.team, &format!("{}{id}", note::STOOD))?;
        Ok(kept.map(|bytes| codec::decode(&bytes)).transpose()?)
    }

    /// The office has said that it will never take it.
    pub(super) fn forget_first_place(
        &self,
        ledger: &mut dyn Ledger,
        id: EntryId,
    ) -> Result<(), SyncError> {
        Ok(ledger.delete_note(self.team, &format!("{}{id}", note::STOOD))?)
    }

    /// Once in every epoch: offers what stands elsewhere now than where it was
    /// seen first, or nowhere. Others may have brought it back already, but only
    /// who had it knows where it stood before the restore.
    pub(super) fn tell_what_stood(
        &self,
        ledger: &mut dyn Ledger,
        epoch: u32,
    ) -> Result<(), SyncError> {
        let told = epoch.to_be_bytes();
        if ledger.note(self.team, note::STOOD_TOLD)?.is_some_and(|note| note == told) {
            return Ok(());
        }
        let policy = name(&Stream::Policy);
        let stands: BTreeMap<EntryId, Position> = ledger
            .members(self.team, &policy, 0, usize::MAX)?
            .into_iter()
            .map(|member| (member.id, member.place.position))
            .collect();
        for (key, value) in ledger.notes(self.team, note::STOOD)? {
            let id = key.strip_prefix(note::STOOD).and_then(|id| id.parse().ok());
            let id: EntryId = id.ok_or(SyncError::Torn("where a record stood"))?;
            let first = codec::decode::<Stood>(&value)?.position;
            if stands.get(&id) != Some(&first) {
                ledger.enqueue(self.team, id, Waiting::Reoffer, Some(first))?;
            }
        }
        Ok(ledger.put_note(self.team, note::STOOD_TOLD, &told)?)
    }
}
