//! Files that only their owner may look into.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// A new or emptied file that only its owner may read.
///
/// # Errors
///
/// The system's.
pub fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    owner_only(path, 0o600)?;
    Ok(file)
}

/// Takes everybody else's rights away, where the system knows rights.
///
/// # Errors
///
/// The system's.
#[cfg_attr(not(unix), allow(unused_variables))]
pub fn owner_only(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))?;
    Ok(())
}
