//! Passkeys, passwords with one-time codes, recovery codes, and the list of
//! who helped whom back in.

use super::{Door, Result};
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::Credential;
use rusqlite::{OptionalExtension, Row, TransactionBehavior, params};
use sha2::{Digest, Sha256};

/// A passkey as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPasskey {
    /// The credential's id.
    pub id: Vec<u8>,
    /// In which team.
    pub team: TeamId,
    /// Whose.
    pub person: PersonId,
    /// As its owner called it.
    pub label: String,
    /// Public key and counter (JSON).
    pub key: String,
    /// When it was made.
    pub made_ms: i64,
    /// When it was last used.
    pub used_ms: Option<i64>,
}

/// A password with its one-time codes, as kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptPassword {
    /// In which team.
    pub team: TeamId,
    /// Whose.
    pub person: PersonId,
    /// The name to sign in with.
    pub name: String,
    /// Argon2id, as a PHC string.
    pub hash: String,
    /// What one-time codes are made of.
    pub totp_secret: [u8; 20],
    /// The last step that was taken.
    pub totp_step: i64,
}

impl std::fmt::Debug for KeptPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptPassword").field("person", &self.person).finish_non_exhaustive()
    }
}

/// A session in the list of its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its id.
    pub id: [u8; 16],
    /// What opened it.
    pub credential: Credential,
    /// What the browser called itself.
    pub browser: String,
    /// When it began.
    pub made_ms: i64,
}

/// Somebody helped somebody back in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Who gave the link.
    pub helper: PersonId,
    /// For whom.
    pub person: PersonId,
    /// When.
    pub made_ms: i64,
}

fn code_hash(code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/recovery/1\0");
    hash.update(code.as_bytes());
    hash.finalize().into()
}

fn passkey(row: &Row<'_>) -> rusqlite::Result<KeptPasskey> {
    Ok(KeptPasskey {
        id: row.get(0)?,
        team: TeamId::new(row.get(1)?),
        person: PersonId::new(row.get(2)?),
        label: row.get(3)?,
        key: row.get(4)?,
        made_ms: row.get(5)?,
        used_ms: row.get(6)?,
    })
}

const PASSKEY: &str = "select id, team, person, label, key, made_ms, used_ms from passkey";

fn password(row: &Row<'_>) -> rusqlite::Result<KeptPassword> {
    Ok(KeptPassword {
        team: TeamId::new(row.get(0)?),
        person: PersonId::new(row.get(1)?),
        name: row.get(2)?,
        hash: row.get(3)?,
        totp_secret: row.get(4)?,
        totp_step: row.get(5)?,
    })
}

const PASSWORD: &str = "select team, person, name, hash, totp_secret, totp_step from password";

impl Door {
    /// Keeps a new passkey.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn add_passkey(&self, key: &KeptPasskey) -> Result<()> {
        self.db.execute(
            "insert into passkey (id, team, person, label, key, made_ms)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![key.id, key.team.bytes(), key.person.bytes(), key.label, key.key, key.made_ms],
        )?;
        Ok(())
    }

    /// The passkeys of a person, oldest first.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn passkeys_of(&self, team: TeamId, person: PersonId) -> Result<Vec<KeptPasskey>> {
        let sql = format!("{PASSKEY} where team = ?1 and person = ?2 order by made_ms, id");
        let mut rows = self.db.prepare_cached(&sql)?;
        let found = rows.query_map(params![team.bytes(), person.bytes()], passkey)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The passkey with this id.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn passkey(&self, id: &[u8]) -> Result<Option<KeptPasskey>> {
        let sql = format!("{PASSKEY} where id = ?1");
        Ok(self.db.query_row(&sql, [id], passkey).optional()?)
    }

    /// Notes that a passkey was used, with its counter as it is now.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn passkey_used(&self, id: &[u8], key: &str, now_ms: i64) -> Result<()> {
        self.db.execute(
            "update passkey set key = ?2, used_ms = ?3 where id = ?1",
            params![id, key, now_ms],
        )?;
        Ok(())
    }

    /// Takes a passkey of this person away.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn remove_passkey(&self, team: TeamId, person: PersonId, id: &[u8]) -> Result<bool> {
        let gone = self.db.execute(
            "delete from passkey where id = ?1 and team = ?2 and person = ?3",
            params![id, team.bytes(), person.bytes()],
        )?;
        Ok(gone > 0)
    }

    /// Sets a person's password; `false` if somebody else has this name.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn put_password(&mut self, new: &KeptPassword, now_ms: i64) -> Result<bool> {
        let door = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let taken: bool = door.query_row(
            "select exists (select 1 from password
             where name = ?1 and not (team = ?2 and person = ?3))",
            params![new.name, new.team.bytes(), new.person.bytes()],
            |row| row.get(0),
        )?;
        if taken {
            return Ok(false);
        }
        door.execute(
            "insert or replace into password
                (team, person, name, hash, totp_secret, totp_step, made_ms)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                new.team.bytes(),
                new.person.bytes(),
                new.name,
                new.hash,
                new.totp_secret,
                new.totp_step,
                now_ms
            ],
        )?;
        door.commit()?;
        Ok(true)
    }

    /// The password behind a name.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn password_named(&self, name: &str) -> Result<Option<KeptPassword>> {
        let sql = format!("{PASSWORD} where name = ?1");
        Ok(self.db.query_row(&sql, [name], password).optional()?)
    }

    /// The password of a person.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn password_of(&self, team: TeamId, person: PersonId) -> Result<Option<KeptPassword>> {
        let sql = format!("{PASSWORD} where team = ?1 and person = ?2");
        let one = params![team.bytes(), person.bytes()];
        Ok(self.db.query_row(&sql, one, password).optional()?)
    }

    /// Takes a one-time code's step, once; `false` if it was taken before.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn take_step(&self, team: TeamId, person: PersonId, step: i64) -> Result<bool> {
        let taken = self.db.execute(
            "update password set totp_step = ?3 where team = ?1 and person = ?2 and totp_step < ?3",
            params![team.bytes(), person.bytes(), step],
        )?;
        Ok(taken > 0)
    }

    /// Takes a person's password away.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn remove_password(&self, team: TeamId, person: PersonId) -> Result<bool> {
        let gone = self.db.execute(
            "delete from password where team = ?1 and person = ?2",
            params![team.bytes(), person.bytes()],
        )?;
        Ok(gone > 0)
    }

    /// Puts new recovery codes in the place of the old ones.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn put_recovery_codes(
        &mut self,
        team: TeamId,
        person: PersonId,
        codes: &[String],
        now_ms: i64,
    ) -> Result<()> {
        let door = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        door.execute(
            "delete from recovery_code where team = ?1 and person = ?2",
            params![team.bytes(), person.bytes()],
        )?;
        for code in codes {
            door.execute(
                "insert into recovery_code (code_hash, team, person, made_ms)
                 values (?1, ?2, ?3, ?4)",
                params![code_hash(code), team.bytes(), person.bytes(), now_ms],
            )?;
        }
        door.commit()?;
        Ok(())
    }

    /// How many recovery codes a person has left.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn recovery_codes_left(&self, team: TeamId, person: PersonId) -> Result<i64> {
        Ok(self.db.query_row(
            "select count(*) from recovery_code
             where team = ?1 and person = ?2 and used_ms is null",
            params![team.bytes(), person.bytes()],
            |row| row.get(0),
        )?)
    }

    /// Whose recovery code this is, if it can still be used.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn recovery_code_of(&self, code: &str) -> Result<Option<(TeamId, PersonId)>> {
        let found = self.db.query_row(
            "select team, person from recovery_code where code_hash = ?1 and used_ms is null",
            [code_hash(code)],
            |row| Ok((TeamId::new(row.get(0)?), PersonId::new(row.get(1)?))),
        );
        Ok(found.optional()?)
    }

    /// Uses a recovery code up; tells whose it was.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn use_recovery_code(&self, code: &str, now_ms: i64) -> Result<Option<(TeamId, PersonId)>> {
        let found = self.db.query_row(
            "update recovery_code set used_ms = ?2
             where code_hash = ?1 and used_ms is null returning team, person",
            params![code_hash(code), now_ms],
            |row| Ok((TeamId::new(row.get(0)?), PersonId::new(row.get(1)?))),
        );
        Ok(found.optional()?)
    }

    /// The open sessions of a person, newest first.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn sessions_of(
        &self,
        team: TeamId,
        person: PersonId,
        now_ms: i64,
    ) -> Result<Vec<OpenSession>> {
        let mut rows = self.db.prepare_cached(
            "select id, credential, browser, made_ms from session
             where team = ?1 and person = ?2 and revoked_ms is null and expires_ms > ?3
             order by made_ms desc, id",
        )?;
        let found = rows.query_map(params![team.bytes(), person.bytes(), now_ms], |row| {
            Ok((row.get(0)?, row.get::<_, u8>(1)?, row.get(2)?, row.get(3)?))
        })?;
        let mut sessions = Vec::new();
        for row in found {
            let (id, number, browser, made_ms) = row?;
            let credential = Credential::ALL.into_iter().find(|one| one.number() == number);
            let credential = credential.ok_or(super::DoorError::Damaged)?;
            sessions.push(OpenSession { id, credential, browser, made_ms });
        }
        Ok(sessions)
    }

    /// Notes what the browser of a session calls itself.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn name_browser(&self, id: &[u8; 16], browser: &str) -> Result<()> {
        self.db.execute("update session set browser = ?2 where id = ?1", params![id, browser])?;
        Ok(())
    }

    /// Notes that a session's person has shown again who they are.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn step_up(&self, id: &[u8; 16], now_ms: i64) -> Result<()> {
        self.db.execute("update session set stepped_ms = ?2 where id = ?1", params![id, now_ms])?;
        Ok(())
    }

    /// Ends every session of a person but one; tells how many.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn end_other_sessions(
        &self,
        team: TeamId,
        person: PersonId,
        but: &[u8; 16],
        now_ms: i64,
    ) -> Result<usize> {
        Ok(self.db.execute(
            "update session set revoked_ms = ?4
             where team = ?1 and person = ?2 and id <> ?3 and revoked_ms is null",
            params![team.bytes(), person.bytes(), but, now_ms],
        )?)
    }

    /// Notes that somebody gave a sign-in link to somebody else.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn note_help(
        &self,
        team: TeamId,
        helper: PersonId,
        person: PersonId,
        now_ms: i64,
    ) -> Result<()> {
        self.db.execute(
            "insert into help (team, helper, person, made_ms) values (?1, ?2, ?3, ?4)",
            params![team.bytes(), helper.bytes(), person.bytes(), now_ms],
        )?;
        Ok(())
    }

    /// Who helped whom since then, newest first.
    ///
    /// # Errors
    ///
    /// See [`super::DoorError`].
    pub fn helps_since(&self, team: TeamId, since_ms: i64) -> Result<Vec<Help>> {
        let mut rows = self.db.prepare_cached(
            "select helper, person, made_ms from help
             where team = ?1 and made_ms >= ?2 order by made_ms desc, id desc limit 50",
        )?;
        let found = rows.query_map(params![team.bytes(), since_ms], |row| {
            Ok(Help {
                helper: PersonId::new(row.get(0)?),
                person: PersonId::new(row.get(1)?),
                made_ms: row.get(2)?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
