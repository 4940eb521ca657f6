//! Outbox, receipts, verdicts and quarantine.

use super::ledger::Open;
use super::read::{
    all, get, id as id_of, one, run, status, status_number, waiting, waiting_number,
};
use crate::document::{EntryId, TeamId};
use crate::ledger::{HeldRow, HeldStatus, OutboxRow, Position, Result, Waiting};
use rusqlite::params;
use std::collections::BTreeSet;

impl Open<'_> {
    pub(super) fn enqueue(
        &mut self,
        team: TeamId,
        id: EntryId,
        why: Waiting,
        old: Option<Position>,
    ) -> Result<()> {
        run(
            self.db,
            "insert into outbox (team, id, why, old_epoch, old_seq) values (?1, ?2, ?3, ?4, ?5)
             on conflict (team, id) do update set why = excluded.why,
                old_epoch = coalesce(excluded.old_epoch, old_epoch),
                old_seq = coalesce(excluded.old_seq, old_seq)",
            params![
                team.bytes(),
                id.bytes(),
                waiting_number(why),
                old.map(|old| old.epoch),
                old.map(|old| old.seq)
            ],
        )?;
        Ok(())
    }

    pub(super) fn outbox(&mut self, team: TeamId) -> Result<Vec<OutboxRow>> {
        all(
            self.db,
            "select id, why, old_epoch, old_seq from outbox where team = ?1 order by number",
            params![team.bytes()],
            |row| {
                let epoch: Option<u32> = get(row, 2)?;
                let seq: Option<u64> = get(row, 3)?;
                let old = epoch.zip(seq).map(|(epoch, seq)| Position { epoch, seq });
                Ok(OutboxRow { id: id_of(row, 0)?, why: waiting(row, 1)?, old })
            },
        )
    }

    pub(super) fn dequeue(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        run(
            self.db,
            "delete from outbox where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
        )?;
        Ok(())
    }

    pub(super) fn put_receipt(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<()> {
        run(
            self.db,
            "insert into receipt (team, id, epoch) values (?1, ?2, ?3) on conflict do nothing",
            params![team.bytes(), id.bytes(), epoch],
        )?;
        Ok(())
    }

    pub(super) fn receipt(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>> {
        one(
            self.db,
            "select epoch from receipt where team = ?1 and id = ?2 order by epoch desc limit 1",
            params![team.bytes(), id.bytes()],
            |row| get(row, 0),
        )
    }

    pub(super) fn put_held(&mut self, team: TeamId, row: HeldRow) -> Result<()> {
        run(
            self.db,
            "insert into held (team, id, cause, status) values (?1, ?2, ?3, ?4)
             on conflict (team, id) do update set cause = excluded.cause, status = excluded.status",
            params![team.bytes(), row.id.bytes(), row.cause, status_number(row.status)],
        )?;
        Ok(())
    }

    pub(super) fn held(&mut self, team: TeamId, id: EntryId) -> Result<Option<HeldRow>> {
        one(
            self.db,
            "select cause, status from held where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
            |row| Ok(HeldRow { id, cause: get(row, 0)?, status: status(row, 1)? }),
        )
    }

    pub(super) fn held_with(&mut self, team: TeamId, wanted: HeldStatus) -> Result<Vec<HeldRow>> {
        all(
            self.db,
            "select id, cause from held where team = ?1 and status = ?2 order by number",
            params![team.bytes(), status_number(wanted)],
            |row| Ok(HeldRow { id: id_of(row, 0)?, cause: get(row, 1)?, status: wanted }),
        )
    }

    pub(super) fn quarantine(&mut self, team: TeamId, id: EntryId, cause: u32) -> Result<()> {
        run(
            self.db,
            "insert into quarantine (team, id, cause) values (?1, ?2, ?3)
             on conflict (team, id) do update set cause = excluded.cause",
            params![team.bytes(), id.bytes(), cause],
        )?;
        Ok(())
    }

    pub(super) fn in_quarantine(&mut self, team: TeamId) -> Result<BTreeSet<EntryId>> {
        all(self.db, "select id from quarantine where team = ?1", params![team.bytes()], |row| {
            id_of(row, 0)
        })
        .map(|ids| ids.into_iter().collect())
    }

    pub(super) fn unquarantine(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        run(
            self.db,
            "delete from quarantine where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
        )?;
        Ok(())
    }
}
