//! When a device last spoke to the office (letzter Kontakt): so that people see
//! which phone has not been heard of for a while.

use super::{Door, Result};
use assistenz_core::document::DeviceId;
use rusqlite::{OptionalExtension as _, params};

/// Contacts closer together than this are one: a phone that asks every few
/// seconds costs no write each time.
const APART_MS: i64 = 60_000;

impl Door {
    /// A device has proven who it is and spoken to the office now.
    ///
    /// # Errors
    ///
    /// The disk's.
    pub fn hear(&self, device: DeviceId, now_ms: i64) -> Result<()> {
        if self.heard(device)?.is_some_and(|heard| now_ms.saturating_sub(heard) < APART_MS) {
            return Ok(());
        }
        self.db.execute(
            "insert into contact (device, heard_ms) values (?1, ?2)
             on conflict (device) do update set heard_ms = max(heard_ms, excluded.heard_ms)",
            params![device.bytes(), now_ms],
        )?;
        Ok(())
    }

    /// When it last did, in ms since 1970; `None` if it never has.
    ///
    /// # Errors
    ///
    /// The disk's.
    pub fn heard(&self, device: DeviceId) -> Result<Option<i64>> {
        let asked = self
            .db
            .prepare_cached("select heard_ms from contact where device = ?1")?
            .query_row(params![device.bytes()], |row| row.get(0))
            .optional()?;
        Ok(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_contact_is_kept_and_moves_on_by_whole_minutes_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = Door::open(&folder.path().join("door.sqlite")).expect("a door");
        let device = DeviceId::new([3; 16]);
        assert_eq!(door.heard(device).expect("read"), None);
        for (now, expected) in [
            (1_000_000, 1_000_000),
            (1_059_999, 1_000_000),
            (1_060_000, 1_060_000),
            (900_000, 1_060_000),
        ] {
            door.hear(device, now).expect("kept");
            assert_eq!(door.heard(device).expect("read"), Some(expected), "at {now}");
        }
        assert_eq!(door.heard(DeviceId::new([4; 16])).expect("read"), None);
    }
}
