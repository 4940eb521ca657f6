//! Who is let in: sessions of people, invitations, and devices that wait to be
//! confirmed. Its own small file beside the ledger; tokens are kept as hashes.

use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::Credential;
use assistenz_core::pairing::token_hash;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use rusqlite_migration::{M, Migrations};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::Duration;
use thiserror::Error;

const MIGRATIONS: &[M<'static>] = &[
    M::up(include_str!("0001_door.sql")),
    M::up(include_str!("0002_browser.sql")),
    M::up(include_str!("0003_contact.sql")),
    M::up(include_str!("0004_credentials.sql")),
];

/// How long a session of a browser or script lasts.
pub const SESSION_MS: i64 = 12 * 60 * 60 * 1_000;
/// How long a sign-in link can be used.
pub const LINK_MS: i64 = 15 * 60 * 1_000;
/// How long a code on a screen can be used.
pub const ON_SCREEN_MS: i64 = 15 * 60 * 1_000;
/// How long a code in a letter can be used.
pub const BY_LETTER_MS: i64 = 7 * 24 * 60 * 60 * 1_000;
/// How long a device waits for the employer to compare the digits.
pub const CONFIRM_MS: i64 = 24 * 60 * 60 * 1_000;
/// How often wrong digits may be typed before the device is turned away.
pub const WRONG_DIGITS: i64 = 5;

/// A fault of the file `door.sqlite`.
#[derive(Debug, Error)]
pub enum DoorError {
    /// The engine failed.
    #[error("door.sqlite failed")]
    Engine(#[from] rusqlite::Error),
    /// The file is from a newer version, or is none of ours.
    #[error("door.sqlite cannot be opened")]
    Schema(#[from] rusqlite_migration::Error),
    /// A row holds what no row may hold.
    #[error("door.sqlite is damaged")]
    Damaged,
}

/// A person's session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id, as it stands in the desk part of what is signed in it.
    pub id: [u8; 16],
    /// In which team.
    pub team: TeamId,
    /// Whose.
    pub person: PersonId,
    /// What opened it.
    pub credential: Credential,
    /// When the person last showed who they are.
    pub stepped_ms: i64,
    /// When it ends.
    pub expires_ms: i64,
}

/// What became of a token that was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// The device waits for confirmation (now, or already before: an answer was lost).
    Waiting(Box<Pairing>),
    /// No such token.
    Unknown,
    /// Its time is over.
    Expired,
    /// Another device has used it.
    Used,
}

/// A device that showed a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// Known to the device and the office.
    pub id: [u8; 16],
    /// In which team.
    pub team: TeamId,
    /// For whom.
    pub person: PersonId,
    /// The device's public key.
    pub public_key: [u8; 32],
    /// Form of device, as in the log.
    pub form: u64,
    /// What both sides show.
    pub digits: String,
    /// When it showed the token.
    pub made_ms: i64,
    /// Until when it may be confirmed.
    pub expires_ms: i64,
    /// Turned away.
    pub refused: bool,
}

/// The open file.
#[derive(Debug)]
pub struct Door {
    db: Connection,
}

/// The result of the door.
pub type Result<T> = std::result::Result<T, DoorError>;

/// What is kept of a bearer token.
#[must_use]
pub fn bearer_hash(token: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/bearer/1\0");
    hash.update(token.as_bytes());
    hash.finalize().into()
}

impl Door {
    /// Opens the file, making or upgrading it first.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn open(path: &Path) -> Result<Self> {
        let mut db = Connection::open(path)?;
        db.busy_timeout(Duration::from_secs(10))?;
        db.pragma_update(None, "journal_mode", "wal")?;
        db.pragma_update(None, "synchronous", "full")?;
        db.pragma_update(None, "foreign_keys", true)?;
        Migrations::from_slice(MIGRATIONS).to_latest(&mut db)?;
        Ok(Self { db })
    }

    /// Writes a consistent copy to a file that must not exist yet.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        let name = path.to_str().ok_or(DoorError::Damaged)?;
        self.db.execute("vacuum into ?1", [name])?;
        Ok(())
    }

    /// Keeps a new session.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn add_session(&self, token: &str, session: &Session, now_ms: i64) -> Result<()> {
        self.db.execute(
            "insert into session
                (token_hash, id, team, person, credential, made_ms, expires_ms, stepped_ms)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                bearer_hash(token),
                session.id,
                session.team.bytes(),
                session.person.bytes(),
                session.credential.number(),
                now_ms,
                session.expires_ms,
                session.stepped_ms
            ],
        )?;
        Ok(())
    }

    /// The session of this token, unless it has ended.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn session(&self, token: &str, now_ms: i64) -> Result<Option<Session>> {
        let found = self
            .db
            .prepare_cached(
                "select id, team, person, credential, expires_ms, stepped_ms from session
                 where token_hash = ?1 and revoked_ms is null and expires_ms > ?2",
            )?
            .query_row(params![bearer_hash(token), now_ms], |row| {
                let (team, person): ([u8; 16], [u8; 16]) = (row.get(1)?, row.get(2)?);
                Ok((row.get(0)?, team, person, row.get::<_, u8>(3)?, row.get(4)?, row.get(5)?))
            })
            .optional()?;
        let Some((id, team, person, credential, expires_ms, stepped_ms)) = found else {
            return Ok(None);
        };
        let credential = Credential::ALL
            .into_iter()
            .find(|one| one.number() == credential)
            .ok_or(DoorError::Damaged)?;
        let (team, person) = (TeamId::new(team), PersonId::new(person));
        Ok(Some(Session { id, team, person, credential, stepped_ms, expires_ms }))
    }

    /// Ends one session. Again is harmless.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn end_session(&self, id: &[u8; 16], now_ms: i64) -> Result<()> {
        self.db.execute(
            "update session set revoked_ms = ?2 where id = ?1 and revoked_ms is null",
            params![id, now_ms],
        )?;
        Ok(())
    }

    /// Ends all sessions of a person; tells how many.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn end_sessions_of(&self, team: TeamId, person: PersonId, now_ms: i64) -> Result<usize> {
        Ok(self.db.execute(
            "update session set revoked_ms = ?3
             where team = ?1 and person = ?2 and revoked_ms is null",
            params![team.bytes(), person.bytes(), now_ms],
        )?)
    }

    /// Keeps a new invitation.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn invite(
        &self,
        token: &[u8; 16],
        team: TeamId,
        person: PersonId,
        now_ms: i64,
        lasts_ms: i64,
    ) -> Result<i64> {
        let expires_ms = now_ms.saturating_add(lasts_ms);
        self.db.execute(
            "insert into invitation (token_hash, team, person, made_ms, expires_ms)
             values (?1, ?2, ?3, ?4, ?5)",
            params![token_hash(token), team.bytes(), person.bytes(), now_ms, expires_ms],
        )?;
        Ok(expires_ms)
    }

    /// A device shows a token. The first device has it; asking again with the
    /// same key is answered the same.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn show(
        &mut self,
        token: &[u8; 16],
        public_key: &[u8; 32],
        form: u64,
        digits: &str,
        id: [u8; 16],
        now_ms: i64,
    ) -> Result<Shown> {
        let hash = token_hash(token);
        let door = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known = door
            .query_row(
                "select team, person, expires_ms, used_ms is not null from invitation
                 where token_hash = ?1",
                [hash],
                |row| {
                    let (team, person): ([u8; 16], [u8; 16]) = (row.get(0)?, row.get(1)?);
                    Ok((team, person, row.get::<_, i64>(2)?, row.get::<_, bool>(3)?))
                },
            )
            .optional()?;
        let Some((team, person, expires_ms, used)) = known else { return Ok(Shown::Unknown) };
        if used {
            let before = door
                .query_row(&select("token_hash = ?1"), [hash], pairing)
                .optional()?
                .filter(|before| before.public_key == *public_key);
            return Ok(before.map_or(Shown::Used, |before| Shown::Waiting(Box::new(before))));
        }
        if expires_ms <= now_ms {
            return Ok(Shown::Expired);
        }
        door.execute(
            "update invitation set used_ms = ?2 where token_hash = ?1",
            params![hash, now_ms],
        )?;
        door.execute(
            "insert into pairing
                (id, token_hash, team, person, public_key, form, digits, made_ms, expires_ms)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                id,
                hash,
                team,
                person,
                public_key,
                form,
                digits,
                now_ms,
                now_ms.saturating_add(CONFIRM_MS)
            ],
        )?;
        let made = door.query_row(&select("id = ?1"), [id], pairing)?;
        door.commit()?;
        Ok(Shown::Waiting(Box::new(made)))
    }

    /// One pairing.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn pairing(&self, id: &[u8; 16]) -> Result<Option<Pairing>> {
        Ok(self.db.query_row(&select("id = ?1"), [id], pairing).optional()?)
    }

    /// Pairings of a team that could still be confirmed, oldest first.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn pairings(&self, team: TeamId, now_ms: i64) -> Result<Vec<Pairing>> {
        let mut rows = self.db.prepare_cached(&select(
            "team = ?1 and expires_ms > ?2 and refused_ms is null order by made_ms, id",
        ))?;
        let found = rows.query_map(params![team.bytes(), now_ms], pairing)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Counts wrong digits; after too many the device is turned away.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn wrong_digits(&self, id: &[u8; 16], now_ms: i64) -> Result<()> {
        self.db.execute(
            "update pairing set wrong = wrong + 1,
                refused_ms = case when wrong + 1 >= ?2 then ?3 else refused_ms end
             where id = ?1",
            params![id, WRONG_DIGITS, now_ms],
        )?;
        Ok(())
    }

    /// Turns a device away.
    ///
    /// # Errors
    ///
    /// See [`DoorError`].
    pub fn refuse(&self, id: &[u8; 16], now_ms: i64) -> Result<()> {
        self.db.execute(
            "update pairing set refused_ms = ?2 where id = ?1 and refused_ms is null",
            params![id, now_ms],
        )?;
        Ok(())
    }
}

fn select(which: &str) -> String {
    format!(
        "select id, team, person, public_key, form, digits, made_ms, expires_ms,
            refused_ms is not null from pairing where {which}"
    )
}

fn pairing(row: &Row<'_>) -> rusqlite::Result<Pairing> {
    Ok(Pairing {
        id: row.get(0)?,
        team: TeamId::new(row.get(1)?),
        person: PersonId::new(row.get(2)?),
        public_key: row.get(3)?,
        form: row.get(4)?,
        digits: row.get(5)?,
        made_ms: row.get(6)?,
        expires_ms: row.get(7)?,
        refused: row.get(8)?,
    })
}

mod contact;
mod credential;
mod link;

pub use credential::{Help, KeptPasskey, KeptPassword, OpenSession};

#[cfg(test)]
mod tests;
