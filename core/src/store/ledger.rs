//! The port's operations as SQL, inside one open transaction.

use super::error::of_ledger;
use super::read::{
    all, bytes, entry_type, get, id as id_of, one, place as place_of, run, status, status_number,
    waiting, waiting_number,
};
use crate::document::{DeviceId, EntryId, Incarnation, TeamId};
use crate::ledger::{
    Head, HeldRow, HeldStatus, KeptEntry, Ledger, LedgerError, Link, Member, NewEntry, OutboxRow,
    Place, Position, Result, StreamState, ViewRow, Waiting,
};
use rusqlite::{Connection, Row, params};

/// One open transaction.
pub(super) struct Open<'c> {
    pub(super) db: &'c Connection,
}

impl Open<'_> {
    fn exists(&self, sql: &str, team: TeamId, id: EntryId) -> Result<bool> {
        one(self.db, sql, params![team.bytes(), id.bytes()], |_| Ok(())).map(|row| row.is_some())
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

/// As many rows as the engine can count.
fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// `name…` as a half-open range of keys, so that an index serves it.
fn range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}\u{10FFFF}"))
}

impl Ledger for Open<'_> {
    fn teams(&mut self) -> Result<Vec<TeamId>> {
        all(self.db, "select distinct team from entry order by team", [], |row| {
            bytes(row, 0).map(TeamId::new)
        })
    }

    fn keep(&mut self, team: TeamId, entry: &NewEntry<'_>) -> Result<bool> {
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

    fn place(&mut self, team: TeamId, id: EntryId, place: Place) -> Result<()> {
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
                Ok(())
            }
        }
    }

    fn entry(&mut self, team: TeamId, id: EntryId) -> Result<Option<KeptEntry>> {
        one(
            self.db,
            "select e.id, e.type, e.header, e.signatures, b.bytes, p.epoch, p.seq, p.received_ms
             from entry e
             left join body b on b.team = e.team and b.id = e.id
             left join place p on p.team = e.team and p.id = e.id
             where e.team = ?1 and e.id = ?2 order by p.epoch desc limit 1",
            params![team.bytes(), id.bytes()],
            kept,
        )
    }

    fn has(&mut self, team: TeamId, id: EntryId) -> Result<bool> {
        self.exists("select 1 from entry where team = ?1 and id = ?2", team, id)
    }

    fn place_in(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<Option<Place>> {
        one(
            self.db,
            "select epoch, seq, received_ms from place where team = ?1 and id = ?2 and epoch = ?3",
            params![team.bytes(), id.bytes(), epoch],
            |row| place_of(row, 0),
        )
    }

    fn after(
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

    fn head(&mut self, team: TeamId) -> Result<Option<Head>> {
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

    fn epoch_size(&mut self, team: TeamId, epoch: u32) -> Result<u64> {
        one(
            self.db,
            "select seq + 1 from place where team = ?1 and epoch = ?2 order by seq desc limit 1",
            params![team.bytes(), epoch],
            |row| get(row, 0),
        )
        .map(|size| size.unwrap_or(0))
    }

    fn purge(&mut self, team: TeamId, purge: EntryId, batches: &[EntryId]) -> Result<()> {
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

    fn purged_by(&mut self, team: TeamId, id: EntryId) -> Result<Option<EntryId>> {
        one(
            self.db,
            "select purge from purged where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
            |row| id_of(row, 0),
        )
    }

    fn last_link(
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

    fn link(
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

    fn chains(&mut self, team: TeamId, device: DeviceId) -> Result<Vec<(Incarnation, Link)>> {
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

    fn add_link(
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

    fn node(
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

    fn put_node(
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

    fn checkpoint(&mut self, team: TeamId, epoch: u32) -> Result<Option<(u64, String)>> {
        one(
            self.db,
            "select size, text from checkpoint where team = ?1 and epoch = ?2",
            params![team.bytes(), epoch],
            |row| Ok((get(row, 0)?, get(row, 1)?)),
        )
    }

    fn last_checkpoint(&mut self, team: TeamId) -> Result<Option<(u32, u64, String)>> {
        one(
            self.db,
            "select epoch, size, text from checkpoint where team = ?1 order by epoch desc limit 1",
            params![team.bytes()],
            |row| Ok((get(row, 0)?, get(row, 1)?, get(row, 2)?)),
        )
    }

    fn put_checkpoint(&mut self, team: TeamId, epoch: u32, size: u64, text: &str) -> Result<()> {
        run(
            self.db,
            "insert into checkpoint (team, epoch, size, text) values (?1, ?2, ?3, ?4)
             on conflict (team, epoch) do update set size = excluded.size, text = excluded.text
             where excluded.size > size",
            params![team.bytes(), epoch, size, text],
        )?;
        Ok(())
    }

    fn stream(&mut self, team: TeamId, stream: &[u8]) -> Result<Option<StreamState>> {
        one(
            self.db,
            "select count, hash, last_epoch, last_seq from stream where team = ?1 and name = ?2",
            params![team.bytes(), stream],
            |row| state(row, 0),
        )
    }

    fn streams_since(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, StreamState)>> {
        all(
            self.db,
            "select name, count, hash, last_epoch, last_seq from stream
             where team = ?1 and (last_epoch, last_seq) >= (?2, ?3)
             order by last_epoch, last_seq, name limit ?4",
            params![team.bytes(), from.epoch, from.seq, most(limit)],
            |row| Ok((get(row, 0)?, state(row, 1)?)),
        )
    }

    fn members(
        &mut self,
        team: TeamId,
        stream: &[u8],
        from: u64,
        limit: usize,
    ) -> Result<Vec<Member>> {
        all(
            self.db,
            "select id, epoch, seq, received_ms, hash from member
             where team = ?1 and stream = ?2 and position >= ?3 order by position limit ?4",
            params![team.bytes(), stream, from, most(limit)],
            |row| Ok(Member { id: id_of(row, 0)?, place: place_of(row, 1)?, hash: bytes(row, 4)? }),
        )
    }

    fn members_before(&mut self, team: TeamId, stream: &[u8], position: Position) -> Result<u64> {
        one(
            self.db,
            "select count(*) from member
             where team = ?1 and stream = ?2 and (epoch, seq) < (?3, ?4)",
            params![team.bytes(), stream, position.epoch, position.seq],
            |row| get(row, 0),
        )
        .map(|count| count.unwrap_or(0))
    }

    fn add_member(&mut self, team: TeamId, stream: &[u8], member: Member) -> Result<()> {
        let count = self.stream(team, stream)?.map_or(0, |state| state.count);
        let Position { epoch, seq } = member.place.position;
        run(
            self.db,
            "insert into member (team, stream, position, id, epoch, seq, received_ms, hash)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                team.bytes(),
                stream,
                count,
                member.id.bytes(),
                epoch,
                seq,
                member.place.received_ms,
                member.hash
            ],
        )?;
        run(
            self.db,
            "insert into stream (team, name, count, hash, last_epoch, last_seq)
             values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict (team, name) do update set count = excluded.count,
                 hash = excluded.hash, last_epoch = excluded.last_epoch,
                 last_seq = excluded.last_seq",
            params![team.bytes(), stream, count + 1, member.hash, epoch, seq],
        )?;
        Ok(())
    }

    fn cut_stream(&mut self, team: TeamId, stream: &[u8], count: u64) -> Result<()> {
        run(
            self.db,
            "delete from member where team = ?1 and stream = ?2 and position >= ?3",
            params![team.bytes(), stream, count],
        )?;
        let last = match count.checked_sub(1) {
            Some(index) => self.members(team, stream, index, 1)?.pop(),
            None => None,
        };
        match last {
            Some(last) => run(
                self.db,
                "update stream set count = ?3, hash = ?4, last_epoch = ?5, last_seq = ?6
                 where team = ?1 and name = ?2",
                params![
                    team.bytes(),
                    stream,
                    count,
                    last.hash,
                    last.place.position.epoch,
                    last.place.position.seq
                ],
            )?,
            None => run(
                self.db,
                "delete from stream where team = ?1 and name = ?2",
                params![team.bytes(), stream],
            )?,
        };
        Ok(())
    }

    fn is_member(&mut self, team: TeamId, stream: &[u8], id: EntryId) -> Result<bool> {
        one(
            self.db,
            "select 1 from member where team = ?1 and id = ?2 and stream = ?3 limit 1",
            params![team.bytes(), id.bytes(), stream],
            |_| Ok(()),
        )
        .map(|row| row.is_some())
    }

    fn enqueue(
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

    fn outbox(&mut self, team: TeamId) -> Result<Vec<OutboxRow>> {
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

    fn dequeue(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        run(
            self.db,
            "delete from outbox where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
        )?;
        Ok(())
    }

    fn put_receipt(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<()> {
        run(
            self.db,
            "insert into receipt (team, id, epoch) values (?1, ?2, ?3) on conflict do nothing",
            params![team.bytes(), id.bytes(), epoch],
        )?;
        Ok(())
    }

    fn receipt(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>> {
        one(
            self.db,
            "select epoch from receipt where team = ?1 and id = ?2 order by epoch desc limit 1",
            params![team.bytes(), id.bytes()],
            |row| get(row, 0),
        )
    }

    fn put_held(&mut self, team: TeamId, row: HeldRow) -> Result<()> {
        run(
            self.db,
            "insert into held (team, id, cause, status) values (?1, ?2, ?3, ?4)
             on conflict (team, id) do update set cause = excluded.cause, status = excluded.status",
            params![team.bytes(), row.id.bytes(), row.cause, status_number(row.status)],
        )?;
        Ok(())
    }

    fn held(&mut self, team: TeamId, id: EntryId) -> Result<Option<HeldRow>> {
        one(
            self.db,
            "select cause, status from held where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
            |row| Ok(HeldRow { id, cause: get(row, 0)?, status: status(row, 1)? }),
        )
    }

    fn held_with(&mut self, team: TeamId, wanted: HeldStatus) -> Result<Vec<HeldRow>> {
        all(
            self.db,
            "select id, cause from held where team = ?1 and status = ?2 order by number",
            params![team.bytes(), status_number(wanted)],
            |row| Ok(HeldRow { id: id_of(row, 0)?, cause: get(row, 1)?, status: wanted }),
        )
    }

    fn quarantine(&mut self, team: TeamId, id: EntryId, cause: u32) -> Result<()> {
        run(
            self.db,
            "insert into quarantine (team, id, cause) values (?1, ?2, ?3)
             on conflict (team, id) do update set cause = excluded.cause",
            params![team.bytes(), id.bytes(), cause],
        )?;
        Ok(())
    }

    fn quarantined(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>> {
        one(
            self.db,
            "select cause from quarantine where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
            |row| get(row, 0),
        )
    }

    fn unquarantine(&mut self, team: TeamId, id: EntryId) -> Result<()> {
        run(
            self.db,
            "delete from quarantine where team = ?1 and id = ?2",
            params![team.bytes(), id.bytes()],
        )?;
        Ok(())
    }

    fn put_view(
        &mut self,
        team: TeamId,
        view: &str,
        document: &str,
        key: &str,
        value: &[u8],
    ) -> Result<()> {
        run(
            self.db,
            "insert into view (team, view, key, document, value) values (?1, ?2, ?3, ?4, ?5)
             on conflict (team, view, key, document) do update set value = excluded.value",
            params![team.bytes(), view, key, document, value],
        )?;
        Ok(())
    }

    fn clear_views_of(&mut self, team: TeamId, document: &str) -> Result<()> {
        run(
            self.db,
            "delete from view where team = ?1 and document = ?2",
            params![team.bytes(), document],
        )?;
        Ok(())
    }

    fn clear_views(&mut self, team: TeamId) -> Result<()> {
        run(self.db, "delete from view where team = ?1", params![team.bytes()])?;
        Ok(())
    }

    fn view(&mut self, team: TeamId, view: &str, prefix: &str) -> Result<Vec<ViewRow>> {
        let (from, to) = range(prefix);
        all(
            self.db,
            "select document, key, value from view
             where team = ?1 and view = ?2 and key >= ?3 and key < ?4 order by key, document",
            params![team.bytes(), view, from, to],
            |row| Ok(ViewRow { document: get(row, 0)?, key: get(row, 1)?, value: get(row, 2)? }),
        )
    }

    fn note(&mut self, team: TeamId, key: &str) -> Result<Option<Vec<u8>>> {
        one(
            self.db,
            "select value from note where team = ?1 and key = ?2",
            params![team.bytes(), key],
            |row| get(row, 0),
        )
    }

    fn notes(&mut self, team: TeamId, prefix: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let (from, to) = range(prefix);
        all(
            self.db,
            "select key, value from note where team = ?1 and key >= ?2 and key < ?3 order by key",
            params![team.bytes(), from, to],
            |row| Ok((get(row, 0)?, get(row, 1)?)),
        )
    }

    fn put_note(&mut self, team: TeamId, key: &str, value: &[u8]) -> Result<()> {
        run(
            self.db,
            "insert into note (team, key, value) values (?1, ?2, ?3)
             on conflict (team, key) do update set value = excluded.value",
            params![team.bytes(), key, value],
        )?;
        Ok(())
    }

    fn delete_note(&mut self, team: TeamId, key: &str) -> Result<()> {
        run(self.db, "delete from note where team = ?1 and key = ?2", params![team.bytes(), key])?;
        Ok(())
    }

    fn begin_part(&mut self) -> Result<()> {
        self.db.execute_batch("savepoint part").map_err(of_ledger)
    }

    fn keep_part(&mut self) -> Result<()> {
        self.db.execute_batch("release part").map_err(of_ledger)
    }

    fn undo_part(&mut self) -> Result<()> {
        self.db.execute_batch("rollback to part; release part").map_err(of_ledger)
    }
}

/// Columns from `column` on: count, hash, last epoch, last seq.
fn state(row: &Row<'_>, column: usize) -> Result<StreamState> {
    Ok(StreamState {
        count: get(row, column)?,
        hash: bytes(row, column + 1)?,
        last: Some(Position { epoch: get(row, column + 2)?, seq: get(row, column + 3)? }),
    })
}
