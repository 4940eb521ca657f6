//! Entries: what was signed, where it stands, and which bodies are gone.

use super::ledger::{Open, most};
use super::read::{all, bytes, entry_type, get, id as id_of, one, place as place_of, run};
use crate::document::{EntryId, TeamId};
use crate::ledger::{Head, KeptEntry, LedgerError, NewEntry, Place, Position, Result};
use rusqlite::{Row, params};

/// One entry with its body and its newest place. The index is named: left alone,
/// SQLite walks all places of the team for each entry.
const ENTRY: &str =
    "select e.id, e.type, e.header, e.signatures, b.bytes, p.epoch, p.seq, p.received_ms
     from entry e
     left join body b on b.team = e.team and b.id = e.id
     left join place p indexed by place_of_entry on p.team = e.team and p.id = e.id
     where e.team = ?1 and e.id = ?2 order by p.epoch desc limit 1";

impl Open<'_> {
    pub(super) fn teams(&mut self) -> Result<Vec<TeamId>> {
        // From team to team by the index; `distinct` would read every entry.
        all(
            self.db,
            "with recursive teams (team) as (
                 select min(team) from entry
                 union all
                 select (select min(entry.team) from entry where entry.team > teams.team)
                 from teams where teams.team is not null)
             select team from teams where team is not null",
            [],
            |row| bytes(row, 0).map(TeamId::new),
        )
    }

    pub(super) fn keep(&mut self, team: TeamId, entry: &NewEntry<'_>) -> Result<bool> {
        let new = run(
            self.db,
            "insert into entry (team, id, type, header, signatures) values (?1, ?2, ?3, ?4, ?5)
             on conflict do nothing",
            params![
                team.bytes(),
                entry.id.bytes(),
                entry.entry_type.0,
                entry.header,
                entry.signatures
            ],
        )? == 1;
        if let Some(body) = entry.body {
            // Rows, not triggers, answer for what may be added again.
            run(
                self.db,
                "insert into body (team, id, bytes) select ?1, ?2, ?3
                 where not exists (select 1 from purged where team = ?1 and id = ?2)
                   and not exists (select 1 from body where team = ?1 and id = ?2)",
                params![team.bytes(), entry.id.bytes(), body],
            )?;
        }
        Ok(new)
    }

    pub(super) fn place(&mut self, team: TeamId, id: EntryId, place: Place) -> Result<()> {
        let Position { epoch, seq } = place.position;
        let there = one(
            self.db,
            "select id, received_ms from place where team = ?1 and epoch = ?2 and seq = ?3",
            params![team.bytes(), epoch, seq],
            |row| Ok((id_of(row, 0)?, get::<i64>(row, 1)?)),
        )?;
        match there {
            Some((found, received)) if found == id && received == place.received_ms => Ok(()),
            Some(_) => Err(LedgerError::Contradiction("position taken")),
            None => {
                if self.place_in(team, id, epoch)?.is_some() {
                    return Err(LedgerError::Contradiction("entry stands elsewhere"));
                }
                run(
                    self.db,
                    "insert into place (team, epoch, seq, received_ms, id)
                     values (?1, ?2, ?3, ?4, ?5)",
                    params![team.bytes(), epoch, seq, place.received_ms, id.bytes()],
                )?;
                self.grown.insert(team);
                Ok(())
            }
        }
    }

    pub(super) fn entry(&mut self, team: TeamId, id: EntryId) -> Result<Option<KeptEntry>> {
        one(self.db, ENTRY, params![team.bytes(), id.bytes()], kept)
    }

    pub(super) fn has(&mut self, team: TeamId, id: EntryId) -> Result<bool> {
        self.exists("select 1 from entry where team = ?1 and id = ?2", team, id)
    }

    pub(super) fn place_in(
        &mut self,
        team: TeamId,
        id: EntryId,
        epoch: u32,
    ) -> Result<Option<Place>> {
        one(
            self.db,
            "select epoch, seq, received_ms from place where team = ?1 and id = ?2 and epoch = ?3",
            params![team.bytes(), id.bytes(), epoch],
            |row| place_of(row, 0),
        )
    }

    pub(super) fn after(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Place, KeptEntry)>> {
        all(
            self.db,
            "select e.id, e.type, e.header, e.signatures, b.bytes, p.epoch, p.seq, p.received_ms
             from place p
             join entry e on e.team = p.team and e.id = p.id
             left join body b on b.team = p.team and b.id = p.id
             where p.team = ?1 and p.epoch = ?2 and p.seq >= ?3 order by p.seq limit ?4",
            params![team.bytes(), from.epoch, from.seq, most(limit)],
            |row| Ok((place_of(row, 5)?, kept(row)?)),
        )
    }

    pub(super) fn head(&mut self, team: TeamId) -> Result<Option<Head>> {
        one(
            self.db,
            "select epoch, seq, received_ms from place where team = ?1
             order by epoch desc, seq desc limit 1",
            params![team.bytes()],
            |row| {
                let last = place_of(row, 0)?;
                Ok(Head {
                    epoch: last.position.epoch,
                    size: last.position.seq + 1,
                    received_ms: last.received_ms,
                })
            },
        )
    }

    pub(super) fn epoch_size(&mut self, team: TeamId, epoch: u32) -> Result<u64> {
        one(
            self.db,
            "select seq + 1 from place where team = ?1 and epoch = ?2 order by seq desc limit 1",
            params![team.bytes(), epoch],
            |row| get(row, 0),
        )
        .map(|size| size.unwrap_or(0))
    }

    pub(super) fn purge(
        &mut self,
        team: TeamId,
        purge: EntryId,
        batches: &[EntryId],
    ) -> Result<()> {
        for id in batches {
            run(
                self.db,
                "insert into purged (team, id, purge) values (?1, ?2, ?3) on conflict do nothing",
                params![team.bytes(), id.bytes(), purge.bytes()],
            )?;
            run(
                self.db,
                "delete from body where team = ?1 and id = ?2",
                params![team.bytes(), id.bytes()],
            )?;
        }
        Ok(())
    }

    pub(super) fn purged_by(&mut self, team: TeamId, id: EntryId) -> Result<Option<EntryId>> {
        one(
            self.db,
            "select purge from purged where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
            |row| id_of(row, 0),
        )
    }
}

/// Columns: id, type, header, signatures, bytes, epoch, seq, received_ms.
fn kept(row: &Row<'_>) -> Result<KeptEntry> {
    let epoch: Option<u32> = get(row, 5)?;
    Ok(KeptEntry {
        id: id_of(row, 0)?,
        entry_type: entry_type(row, 1)?,
        header: get(row, 2)?,
        signatures: get(row, 3)?,
        body: get(row, 4)?,
        place: if epoch.is_some() { Some(place_of(row, 5)?) } else { None },
    })
}

#[cfg(test)]
mod tests {
    use super::ENTRY;
    use crate::store::Store;

    #[test]
    fn an_entry_is_found_without_walking_through_the_log() {
        let store = Store::in_memory().expect("a store");
        let mut plan = store.db.prepare(&format!("explain query plan {ENTRY}")).expect("it stands");
        let steps = plan.query_map([[0_u8; 16].as_slice(), &[0_u8; 32]], |row| row.get(3));
        let steps: Vec<String> = steps.expect("a plan").map(|step| step.expect("a step")).collect();
        let by_id = |step: &&String| step.contains("(team=? AND id=?)");
        assert_eq!(steps.iter().filter(by_id).count(), 3, "{steps:#?}");
    }
}
