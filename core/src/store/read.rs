//! Reading single columns back into the types of the port.

use super::error::of_ledger;
use crate::document::EntryId;
use crate::ledger::{EntryType, HeldStatus, LedgerError, Place, Position, Result, Waiting};
use rusqlite::types::FromSql;
use rusqlite::{Connection, Params, Row, Statement};

/// A column as it is.
pub(super) fn get<T: FromSql>(row: &Row<'_>, column: usize) -> Result<T> {
    row.get(column).map_err(of_ledger)
}

/// A column of exactly `N` bytes.
pub(super) fn bytes<const N: usize>(row: &Row<'_>, column: usize) -> Result<[u8; N]> {
    let blob = row
        .get_ref(column)
        .map_err(of_ledger)?
        .as_blob()
        .map_err(|_| LedgerError::Damaged("not bytes"))?;
    blob.try_into().map_err(|_| LedgerError::Damaged("bytes of another length"))
}

pub(super) fn id(row: &Row<'_>, column: usize) -> Result<EntryId> {
    bytes(row, column).map(EntryId::new)
}

pub(super) fn entry_type(row: &Row<'_>, column: usize) -> Result<EntryType> {
    get(row, column).map(EntryType)
}

/// Three columns from `column` on: epoch, seq, received.
pub(super) fn place(row: &Row<'_>, column: usize) -> Result<Place> {
    Ok(Place {
        position: Position { epoch: get(row, column)?, seq: get(row, column + 1)? },
        received_ms: get(row, column + 2)?,
    })
}

/// The statement, prepared once per connection.
pub(super) fn prepared<'c>(db: &'c Connection, sql: &str) -> Result<rusqlite::CachedStatement<'c>> {
    db.prepare_cached(sql).map_err(of_ledger)
}

/// Runs a statement that gives no rows; how many rows it changed.
pub(super) fn run(db: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    prepared(db, sql)?.execute(params).map_err(of_ledger)
}

/// The first row, if there is one.
pub(super) fn one<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut statement = prepared(db, sql)?;
    first(&mut statement, params, read)
}

fn first<T>(
    statement: &mut Statement<'_>,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut rows = statement.query(params).map_err(of_ledger)?;
    match rows.next().map_err(of_ledger)? {
        Some(row) => read(row).map(Some),
        None => Ok(None),
    }
}

/// All rows.
pub(super) fn all<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = prepared(db, sql)?;
    let mut rows = statement.query(params).map_err(of_ledger)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(of_ledger)? {
        found.push(read(row)?);
    }
    Ok(found)
}

pub(super) const fn waiting_number(why: Waiting) -> i64 {
    match why {
        Waiting::Own => 1,
        Waiting::Reoffer => 2,
        Waiting::Refused => 3,
    }
}

pub(super) fn waiting(row: &Row<'_>, column: usize) -> Result<Waiting> {
    let number: i64 = get(row, column)?;
    [Waiting::Own, Waiting::Reoffer, Waiting::Refused]
        .into_iter()
        .find(|why| waiting_number(*why) == number)
        .ok_or(LedgerError::Damaged("an unknown reason to wait"))
}

pub(super) const fn status_number(status: HeldStatus) -> i64 {
    match status {
        HeldStatus::Held => 1,
        HeldStatus::Released => 2,
        HeldStatus::Refused => 3,
    }
}

pub(super) fn status(row: &Row<'_>, column: usize) -> Result<HeldStatus> {
    let number: i64 = get(row, column)?;
    [HeldStatus::Held, HeldStatus::Released, HeldStatus::Refused]
        .into_iter()
        .find(|status| status_number(*status) == number)
        .ok_or(LedgerError::Damaged("an unknown standing"))
}
