//! Sign-in links: worth one session, once, for a short time.

use super::{Door, LINK_MS, Result};
use assistenz_core::document::{PersonId, TeamId};
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use sha2::{Digest, Sha256};

fn link_hash(token: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/link/1\0");
    hash.update(token.as_bytes());
    hash.finalize().into()
}

impl Door {
    /// Keeps a new sign-in link. Older links of the same person end.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn add_link(
        &mut self,
        token: &str,
        team: TeamId,
        person: PersonId,
        now_ms: i64,
    ) -> Result<i64> {
        let expires_ms = now_ms.saturating_add(LINK_MS);
        let door = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        door.execute(
            "update sign_in_link set used_ms = ?3
             where team = ?1 and person = ?2 and used_ms is null",
            params![team.bytes(), person.bytes(), now_ms],
        )?;
        door.execute(
            "insert into sign_in_link (token_hash, team, person, made_ms, expires_ms)
             values (?1, ?2, ?3, ?4, ?5)",
            params![link_hash(token), team.bytes(), person.bytes(), now_ms, expires_ms],
        )?;
        door.commit()?;
        Ok(expires_ms)
    }

    /// For whom a link is that can still be used.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn link(&self, token: &str, now_ms: i64) -> Result<Option<(TeamId, PersonId)>> {
        let found = self
            .db
            .query_row(
                "select team, person from sign_in_link
                 where token_hash = ?1 and used_ms is null and expires_ms > ?2",
                params![link_hash(token), now_ms],
                |row| Ok((TeamId::new(row.get(0)?), PersonId::new(row.get(1)?))),
            )
            .optional()?;
        Ok(found)
    }

    /// Uses a link up; `None` if it cannot be used any more.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn use_link(&self, token: &str, now_ms: i64) -> Result<Option<(TeamId, PersonId)>> {
        let found = self
            .db
            .query_row(
                "update sign_in_link set used_ms = ?2
                 where token_hash = ?1 and used_ms is null and expires_ms > ?2
                 returning team, person",
                params![link_hash(token), now_ms],
                |row| Ok((TeamId::new(row.get(0)?), PersonId::new(row.get(1)?))),
            )
            .optional()?;
        Ok(found)
    }
}
