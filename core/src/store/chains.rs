//! Device chains, tree nodes and checkpoints.

use super::ledger::Open;
use super::read::{all, bytes, get, id as id_of, one, run};
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::{LedgerError, Link, Result};
use rusqlite::params;

impl Open<'_> {
    pub(super) fn last_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
    ) -> Result<Option<Link>> {
        one(
            self.db,
            "select n, id from chain where team = ?1 and device = ?2 and incarnation = ?3
             order by n desc limit 1",
            params![team.bytes(), device.bytes(), incarnation.bytes()],
            |row| Ok(Link { n: get(row, 0)?, id: id_of(row, 1)? }),
        )
    }

    pub(super) fn link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        n: u64,
    ) -> Result<Option<EntryId>> {
        one(
            self.db,
            "select id from chain where team = ?1 and device = ?2 and incarnation = ?3 and n = ?4",
            params![team.bytes(), device.bytes(), incarnation.bytes(), n],
            |row| id_of(row, 0),
        )
    }

    pub(super) fn chains(
        &mut self,
        team: TeamId,
        device: DeviceId,
    ) -> Result<Vec<(Incarnation, Link)>> {
        all(
            self.db,
            "select c.incarnation, c.n, c.id from chain c
             where c.team = ?1 and c.device = ?2
               and not exists (select 1 from chain d where d.team = c.team
                   and d.device = c.device and d.incarnation = c.incarnation and d.n = c.n + 1)
             order by c.incarnation",
            params![team.bytes(), device.bytes()],
            |row| {
                let incarnation = Incarnation::new(bytes(row, 0)?);
                Ok((incarnation, Link { n: get(row, 1)?, id: id_of(row, 2)? }))
            },
        )
    }

    pub(super) fn add_link(
        &mut self,
        team: TeamId,
        device: DeviceId,
        incarnation: Incarnation,
        link: Link,
    ) -> Result<()> {
        match self.link(team, device, incarnation, link.n)? {
            Some(found) if found == link.id => Ok(()),
            Some(_) => Err(LedgerError::Contradiction("number taken in the chain")),
            None => {
                run(
                    self.db,
                    "insert into chain (team, device, incarnation, n, id)
                     values (?1, ?2, ?3, ?4, ?5)",
                    params![
                        team.bytes(),
                        device.bytes(),
                        incarnation.bytes(),
                        link.n,
                        link.id.bytes()
                    ],
                )?;
                Ok(())
            }
        }
    }

    pub(super) fn node(
        &mut self,
        team: TeamId,
        epoch: u32,
        level: u8,
        index: u64,
    ) -> Result<Option<[u8; 32]>> {
        one(
            self.db,
            "select hash from node where team = ?1 and epoch = ?2 and level = ?3 and position = ?4",
            params![team.bytes(), epoch, level, index],
            |row| bytes(row, 0),
        )
    }

    pub(super) fn put_node(
        &mut self,
        team: TeamId,
        epoch: u32,
        level: u8,
        index: u64,
        hash: [u8; 32],
    ) -> Result<()> {
        match self.node(team, epoch, level, index)? {
            Some(found) if found == hash => Ok(()),
            Some(_) => Err(LedgerError::Contradiction("tree node")),
            None => {
                run(
                    self.db,
                    "insert into node (team, epoch, level, position, hash)
                     values (?1, ?2, ?3, ?4, ?5)",
                    params![team.bytes(), epoch, level, index, hash],
                )?;
                Ok(())
            }
        }
    }

    pub(super) fn checkpoint(&mut self, team: TeamId, epoch: u32) -> Result<Option<(u64, String)>> {
        one(
            self.db,
            "select size, text from checkpoint where team = ?1 and epoch = ?2",
            params![team.bytes(), epoch],
            |row| Ok((get(row, 0)?, get(row, 1)?)),
        )
    }

    pub(super) fn last_checkpoint(&mut self, team: TeamId) -> Result<Option<(u32, u64, String)>> {
        one(
            self.db,
            "select epoch, size, text from checkpoint where team = ?1 order by epoch desc limit 1",
            params![team.bytes()],
            |row| Ok((get(row, 0)?, get(row, 1)?, get(row, 2)?)),
        )
    }

    pub(super) fn put_checkpoint(
        &mut self,
        team: TeamId,
        epoch: u32,
        size: u64,
        text: &str,
    ) -> Result<()> {
        run(
            self.db,
            "insert into checkpoint (team, epoch, size, text) values (?1, ?2, ?3, ?4)
             on conflict (team, epoch) do update set size = excluded.size, text = excluded.text
             where excluded.size > size",
            params![team.bytes(), epoch, size, text],
        )?;
        Ok(())
    }
}
