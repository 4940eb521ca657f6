//! The office's folder of data: what lies where, and the keys in it.
//!
//! | file | what |
//! |---|---|
//! | `ledger.sqlite` | the log, its bodies and views |
//! | `door.sqlite` | sessions, invitations, pairings; can be lost without losing a record |
//! | `keys/log.seed` | the key the office signs its log with |
//! | `keys/desk-<person>.seed` | the key of a person's desk device |
//! | `keys/tls.pem`, `keys/tls-certificate.pem` | the key phones are paired with |
//! | `keys/secret` | makes session nonces |
//! | `serving.lock` | held while an office serves from this folder |

use crate::ports::World;
use assistenz_core::document::PersonId;
use assistenz_core::log::{DeviceKey, LogKey};
use assistenz_handset::files::owner_only;
pub(crate) use assistenz_handset::files::private;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the folder cannot be used.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It is not there, or something in it cannot be read or written.
    #[error("{what} cannot be read or written")]
    Io {
        /// Which file, relative to the folder.
        what: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A key file holds something else.
    #[error("{what} is not a key")]
    NotAKey {
        /// Which file.
        what: String,
    },
    /// Nothing can be recorded here.
    #[error("the folder is read-only: nothing can be recorded in it")]
    ReadOnly(#[source] io::Error),
    /// Another office serves from this folder now.
    #[error("another office is serving from this folder")]
    InUse,
}

/// A folder of data.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

/// Held while an office serves; given back when dropped.
#[derive(Debug)]
pub struct Serving {
    _file: File,
}

impl Folder {
    /// Opens the folder, making it if needed; only its owner may look inside.
    ///
    /// # Errors
    ///
    /// [`FolderError::Io`].
    pub fn open(root: &Path) -> Result<Self, FolderError> {
        let folder = Self { root: root.to_owned() };
        for part in ["", "keys"] {
            let path = folder.root.join(part);
            if !path.is_dir() {
                fs::create_dir_all(&path).map_err(io_error(part))?;
                owner_only(&path, 0o700).map_err(io_error(part))?;
            }
        }
        folder.check_writable()?;
        Ok(folder)
    }

    /// Asked before any database is opened, for a plain answer.
    fn check_writable(&self) -> Result<(), FolderError> {
        let probe = self.root.join(format!(".probe.{}", std::process::id()));
        match private(&probe) {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
                ) =>
            {
                Err(FolderError::ReadOnly(error))
            }
            // A full disk can still be read from, and says so itself when written to.
            Ok(_) | Err(_) => {
                drop(fs::remove_file(probe));
                Ok(())
            }
        }
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The log.
    #[must_use]
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger.sqlite")
    }

    /// Sessions, invitations, pairings.
    #[must_use]
    pub fn door(&self) -> PathBuf {
        self.root.join("door.sqlite")
    }

    /// Keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// Only the owner may read the files that hold people's data.
    ///
    /// # Errors
    ///
    /// [`FolderError::Io`].
    pub fn protect(&self) -> Result<(), FolderError> {
        for file in [self.ledger(), self.door()] {
            match owner_only(&file, 0o600) {
                // On a read-only disk it stays as it is; opening has told about that.
                Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => {}
                done => done.map_err(io_error("a database"))?,
            }
        }
        Ok(())
    }

    /// Takes the folder for serving.
    ///
    /// # Errors
    ///
    /// [`FolderError::InUse`] while another office has it.
    pub fn serve(&self) -> Result<Serving, FolderError> {
        let name = "serving.lock";
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.root.join(name))
            .map_err(io_error(name))?;
        match file.try_lock() {
            Ok(()) => Ok(Serving { _file: file }),
            Err(TryLockError::WouldBlock) => Err(FolderError::InUse),
            Err(TryLockError::Error(source)) => Err(io_error(name)(source)),
        }
    }

    /// The office's log key, drawn on first use.
    ///
    /// # Errors
    ///
    /// See [`FolderError`].
    pub fn log_key(&self, world: &World) -> Result<LogKey, FolderError> {
        Ok(LogKey::from_seed(&self.secret("log.seed", world)?))
    }

    /// The key of a person's desk device, drawn on first use.
    ///
    /// # Errors
    ///
    /// See [`FolderError`].
    pub fn desk_key(&self, person: PersonId, world: &World) -> Result<DeviceKey, FolderError> {
        Ok(DeviceKey::from_seed(&self.secret(&format!("desk-{person}.seed"), world)?))
    }

    /// The key of a person's desk device, if there is one.
    ///
    /// # Errors
    ///
    /// See [`FolderError`].
    pub fn desk_key_of(&self, person: PersonId) -> Result<Option<DeviceKey>, FolderError> {
        let seed = self.read_secret(&format!("desk-{person}.seed"))?;
        Ok(seed.map(|seed| DeviceKey::from_seed(&seed)))
    }

    /// What session nonces are made with, drawn on first use.
    ///
    /// # Errors
    ///
    /// See [`FolderError`].
    pub fn office_secret(&self, world: &World) -> Result<[u8; 32], FolderError> {
        self.secret("secret", world)
    }

    fn read_secret(&self, name: &str) -> Result<Option<[u8; 32]>, FolderError> {
        match fs::read_to_string(self.keys().join(name)) {
            Ok(text) => {
                let mut seed = [0; 32];
                hex::decode_to_slice(text.trim(), &mut seed)
                    .map_err(|_| FolderError::NotAKey { what: name.to_owned() })?;
                Ok(Some(seed))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(io_error(name)(source)),
        }
    }

    fn secret(&self, name: &str, world: &World) -> Result<[u8; 32], FolderError> {
        if let Some(seed) = self.read_secret(name)? {
            return Ok(seed);
        }
        let seed: [u8; 32] = world.random().map_err(io_error(name))?;
        match self.write_key(name, format!("{}\n", hex::encode(seed)).as_bytes()) {
            Ok(()) => Ok(seed),
            // Another process was faster: its key is the one.
            Err(FolderError::Io { source, .. })
                if source.kind() == io::ErrorKind::AlreadyExists =>
            {
                self.read_secret(name)?.ok_or(FolderError::NotAKey { what: name.to_owned() })
            }
            Err(error) => Err(error),
        }
    }

    /// Writes a new file below `keys`, readable by its owner only, whole and
    /// on the disk when this returns.
    ///
    /// # Errors
    ///
    /// [`FolderError::Io`], also if it is there already.
    pub fn write_key(&self, name: &str, content: &[u8]) -> Result<(), FolderError> {
        let (fresh, path) =
            (self.keys().join(format!(".{name}.{}", std::process::id())), self.keys().join(name));
        let write = || {
            let mut file = private(&fresh)?;
            file.write_all(content)?;
            file.sync_all()?;
            // A hard link, unlike a rename, never replaces a key that is there.
            let linked = fs::hard_link(&fresh, &path);
            fs::remove_file(&fresh)?;
            linked?;
            File::open(self.keys())?.sync_all()
        };
        write().map_err(io_error(name))
    }
}

fn io_error(what: &str) -> impl Fn(io::Error) -> FolderError {
    let what = if what.is_empty() { "the data folder".to_owned() } else { what.to_owned() };
    move |source| FolderError::Io { what: what.clone(), source }
}
