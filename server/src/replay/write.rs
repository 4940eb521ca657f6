//! Results go into an empty folder, all at the end; work goes into a folder
//! beside it that vanishes.

use super::{Lived, Place, ReplayError};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the results below `to`, which is made if needed and must be empty.
///
/// # Errors
///
/// [`ReplayError::NotEmpty`]; [`ReplayError::Io`].
pub fn write(lived: &Lived, to: &Path) -> Result<(), ReplayError> {
    must_be_empty(to)?;
    for (name, bytes) in &lived.files {
        let path = to.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Refuses a folder that holds something.
///
/// # Errors
///
/// [`ReplayError::NotEmpty`]; [`ReplayError::Io`].
pub fn must_be_empty(folder: &Path) -> Result<(), ReplayError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Err(ReplayError::NotEmpty(folder.display().to_string())),
            None => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A folder for work in the system's place for such; gone when dropped.
#[derive(Debug)]
pub struct Scratch {
    root: PathBuf,
    office: PathBuf,
    devices: PathBuf,
}

impl Scratch {
    /// Makes it; `name` is random.
    ///
    /// # Errors
    ///
    /// The system's; also if it is there already.
    pub fn new(name: [u8; 8]) -> io::Result<Self> {
        let root = std::env::temp_dir().join(format!("assistenzzeit-{}", hex::encode(name)));
        fs::create_dir(&root)?;
        let (office, devices) = (root.join("office"), root.join("devices"));
        fs::create_dir(&devices)?;
        Ok(Self { root, office, devices })
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the replay works.
    #[must_use]
    pub fn place(&self) -> Place<'_> {
        Place { office: &self.office, devices: &self.devices }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now, the system removes later.
        drop(fs::remove_dir_all(&self.root));
    }
}
