//! Streams and their members.

use super::ledger::{Open, most};
use super::read::{all, bytes, entry_type, get, id as id_of, one, place as place_of, run};
use crate::document::{EntryId, TeamId};
use crate::ledger::{KeptEntry, LedgerError, Member, Position, Result, StreamState};
use rusqlite::{Row, params};

impl Open<'_> {
    pub(super) fn stream(&mut self, team: TeamId, stream: &[u8]) -> Result<Option<StreamState>> {
        one(
            self.db,
            "select count, hash, last_epoch, last_seq from stream where team = ?1 and name = ?2",
            params![team.bytes(), stream],
            |row| state(row, 0),
        )
    }

    pub(super) fn streams_since(
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

    pub(super) fn streams_named(
        &mut self,
        team: TeamId,
        beginning: &[u8],
    ) -> Result<Vec<(Vec<u8>, StreamState)>> {
        // No name is longer than 64 bytes, so none that begins so lies behind this.
        let mut end = beginning.to_vec();
        end.resize(beginning.len() + 65, 0xff);
        all(
            self.db,
            "select name, count, hash, last_epoch, last_seq from stream
             where team = ?1 and name >= ?2 and name < ?3 order by name",
            params![team.bytes(), beginning, end],
            |row| Ok((get(row, 0)?, state(row, 1)?)),
        )
    }

    pub(super) fn members(
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

    pub(super) fn stream_entries(
        &mut self,
        team: TeamId,
        stream: &[u8],
    ) -> Result<Vec<(Member, KeptEntry)>> {
        all(
            self.db,
            "select m.id, m.epoch, m.seq, m.received_ms, m.hash, e.type, e.header, e.signatures,
                    b.bytes
             from member m
             left join entry e on e.team = m.team and e.id = m.id
             left join body b on b.team = m.team and b.id = m.id
             where m.team = ?1 and m.stream = ?2 order by m.position",
            params![team.bytes(), stream],
            |row| {
                let member =
                    Member { id: id_of(row, 0)?, place: place_of(row, 1)?, hash: bytes(row, 4)? };
                let header: Option<Vec<u8>> = get(row, 6)?;
                let header = header.ok_or(LedgerError::Damaged("an entry is missing"))?;
                let entry = KeptEntry {
                    id: member.id,
                    entry_type: entry_type(row, 5)?,
                    header,
                    signatures: get(row, 7)?,
                    body: get(row, 8)?,
                    place: Some(member.place),
                };
                Ok((member, entry))
            },
        )
    }

    pub(super) fn members_before(
        &mut self,
        team: TeamId,
        stream: &[u8],
        position: Position,
    ) -> Result<u64> {
        one(
            self.db,
            "select count(*) from member
             where team = ?1 and stream = ?2 and (epoch, seq) < (?3, ?4)",
            params![team.bytes(), stream, position.epoch, position.seq],
            |row| get(row, 0),
        )
        .map(|count| count.unwrap_or(0))
    }

    pub(super) fn add_member(&mut self, team: TeamId, stream: &[u8], member: Member) -> Result<()> {
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

    pub(super) fn cut_stream(&mut self, team: TeamId, stream: &[u8], count: u64) -> Result<()> {
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

    pub(super) fn is_member(&mut self, team: TeamId, stream: &[u8], id: EntryId) -> Result<bool> {
        one(
            self.db,
            "select 1 from member where team = ?1 and id = ?2 and stream = ?3 limit 1",
            params![team.bytes(), id.bytes(), stream],
            |_| Ok(()),
        )
        .map(|row| row.is_some())
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
