//! Views, notes, and transactions inside one.

use super::error::of_ledger;
use super::ledger::Open;
use super::read::{all, get, one, run};
use crate::document::TeamId;
use crate::ledger::{Result, ViewRow};
use rusqlite::params;

impl Open<'_> {
    pub(super) fn put_view(
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

    pub(super) fn delete_view(
        &mut self,
        team: TeamId,
        view: &str,
        document: &str,
        key: &str,
    ) -> Result<()> {
        run(
            self.db,
            "delete from view where team = ?1 and view = ?2 and key = ?3 and document = ?4",
            params![team.bytes(), view, key, document],
        )?;
        Ok(())
    }

    pub(super) fn views_of(
        &mut self,
        team: TeamId,
        document: &str,
    ) -> Result<Vec<(String, String, Vec<u8>)>> {
        all(
            self.db,
            "select view, key, value from view where team = ?1 and document = ?2
             order by view, key",
            params![team.bytes(), document],
            |row| Ok((get(row, 0)?, get(row, 1)?, get(row, 2)?)),
        )
    }

    pub(super) fn clear_views(&mut self, team: TeamId) -> Result<()> {
        run(self.db, "delete from view where team = ?1", params![team.bytes()])?;
        Ok(())
    }

    pub(super) fn view(&mut self, team: TeamId, view: &str, prefix: &str) -> Result<Vec<ViewRow>> {
        let (from, to) = range(prefix);
        all(
            self.db,
            "select document, key, value from view
             where team = ?1 and view = ?2 and key >= ?3 and key < ?4 order by key, document",
            params![team.bytes(), view, from, to],
            |row| Ok(ViewRow { document: get(row, 0)?, key: get(row, 1)?, value: get(row, 2)? }),
        )
    }

    pub(super) fn note(&mut self, team: TeamId, key: &str) -> Result<Option<Vec<u8>>> {
        one(
            self.db,
            "select value from note where team = ?1 and key = ?2",
            params![team.bytes(), key],
            |row| get(row, 0),
        )
    }

    pub(super) fn notes(&mut self, team: TeamId, prefix: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let (from, to) = range(prefix);
        all(
            self.db,
            "select key, value from note where team = ?1 and key >= ?2 and key < ?3 order by key",
            params![team.bytes(), from, to],
            |row| Ok((get(row, 0)?, get(row, 1)?)),
        )
    }

    pub(super) fn put_note(&mut self, team: TeamId, key: &str, value: &[u8]) -> Result<()> {
        run(
            self.db,
            "insert into note (team, key, value) values (?1, ?2, ?3)
             on conflict (team, key) do update set value = excluded.value",
            params![team.bytes(), key, value],
        )?;
        Ok(())
    }

    pub(super) fn delete_note(&mut self, team: TeamId, key: &str) -> Result<()> {
        run(self.db, "delete from note where team = ?1 and key = ?2", params![team.bytes(), key])?;
        Ok(())
    }

    pub(super) fn begin_part(&mut self) -> Result<()> {
        self.db.execute_batch("savepoint part").map_err(of_ledger)
    }

    pub(super) fn keep_part(&mut self) -> Result<()> {
        self.db.execute_batch("release part").map_err(of_ledger)
    }

    pub(super) fn undo_part(&mut self) -> Result<()> {
        self.db.execute_batch("rollback to part; release part").map_err(of_ledger)
    }
}

/// `name…` as a half-open range of keys, so that an index serves it.
fn range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}\u{10FFFF}"))
}
