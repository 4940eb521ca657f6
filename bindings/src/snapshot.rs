//! What a widget may know: a small file that a second process reads without
//! opening the record, the key store or anything else.
//!
//! It holds no name: only whether a shift runs, since when, and the words on
//! the button.

use crate::error::PhoneError;
use crate::held::Held;
use assistenz_core::view::phone::{Act, Showing};
use assistenz_core::words::Language;
use assistenz_handset::files::private;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Everything a widget may know.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Snapshot {
    /// One row per employer on this phone.
    pub shifts: Vec<SnapshotShift>,
}

/// What a widget may know of one employer's shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, uniffi::Record)]
pub struct SnapshotShift {
    /// The phone's id, for [`crate::Phones::assistant`].
    pub phone: String,
    /// Since when a shift runs; absent if none does.
    pub started_ms: Option<i64>,
    /// `Im Dienst`, `Keine Schicht`.
    pub headline: String,
    /// The words on the button: `Kommen`, `Gehen`.
    pub button: String,
    /// What waits for the office.
    pub unsent_count: u32,
    /// When this was written.
    pub written_ms: i64,
}

/// Reads the snapshot: `folder` is [`crate::PhoneSetup::snapshot_folder`].
/// Opens nothing else and works while the phone is locked.
///
/// # Errors
///
/// [`PhoneError::Fault`] if the folder cannot be read.
#[uniffi::export]
pub fn read_snapshot(folder: String) -> Result<Snapshot, PhoneError> {
    let fault = |_| PhoneError::Fault {
        code: "snapshot".to_owned(),
        sentence: assistenz_core::view::phone::refused::fault(Language::default()),
    };
    let mut shifts = Vec::new();
    let folder = Path::new(&folder);
    if !folder.exists() {
        return Ok(Snapshot { shifts });
    }
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ending| ending == "json")
            && let Ok(text) = fs::read_to_string(&path)
            && let Ok(shift) = serde_json::from_str::<SnapshotShift>(&text)
        {
            shifts.push(shift);
        }
    }
    shifts.sort_by(|one, other| one.phone.cmp(&other.phone));
    Ok(Snapshot { shifts })
}

/// Writes what a widget may know of this phone. It is derived: if it cannot be
/// written, the next one is.
pub(crate) fn write(held: &Held) {
    let folder = &held.shared.snapshots;
    let attempt = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        // One writer at a time reads the record and writes, so that the last
        // one to write has read the newest state.
        let lock = private(&folder.join("writing.lock"))?;
        lock.lock()?;
        let Some(shift) = read(held) else { return Ok(()) };
        let text = serde_json::to_vec(&shift)?;
        let fresh = folder.join(format!(".{}", held.id));
        private(&fresh)?.write_all(&text)?;
        fs::rename(&fresh, folder.join(format!("{}.json", held.id)))
    };
    if let Err(error) = attempt() {
        held.shared.faults.note(held.shared.world.now_ms(), "snapshot", &error.to_string());
    }
}

/// Removes it, with the phone.
pub(crate) fn remove(folder: &Path, id: &str) {
    drop(fs::remove_file(folder.join(format!("{id}.json"))));
}

fn read(held: &Held) -> Option<SnapshotShift> {
    let showing: Showing = held.showing();
    let mut phone = held.phone();
    let unsent = phone.device().waiting().ok()?;
    let running = phone.look(|acting| acting.running()).ok()?;
    let act = if running.is_some() { Act::ClockOut } else { Act::ClockIn };
    let headline = if running.is_some() { "label-widget-on" } else { "label-widget-off" };
    Some(SnapshotShift {
        phone: held.id.clone(),
        started_ms: running.map(|running| running.since.ms()),
        headline: showing.say(headline, &[]),
        button: showing.button(act).label,
        unsent_count: u32::try_from(unsent).unwrap_or(u32::MAX),
        written_ms: held.shared.world.now_ms(),
    })
}
