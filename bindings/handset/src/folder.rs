//! The phone's folder: what lies where.
//!
//! | file | what |
//! |---|---|
//! | `device.seed` | the seed of the device's key, 64 hexadecimal digits; its owner's only |
//! | `device.key`, `store.key` | instead of it where there is a vault: the seed and the key of the store, wrapped |
//! | `pairing.json` | while the employer compares digits: whom to ask and what for |
//! | `phone.json` | after pairing: team, person, the office's address, pin and log key |
//! | `place.json` | where this phone clocks in, once it was told |
//! | `store.sqlite` | the record on this phone |
//!
//! Files are written beside their place and put there whole.

use crate::PhoneError;
use crate::files::private;
use crate::ports::World;
use crate::vault::Vault;
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::{DeviceKey, PublicKey};
use assistenz_core::place::Workplace;
use assistenz_core::store::Store;
use assistenz_courier::{Courier, KeyPin, Patience};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SEED: &str = "device.seed";
const PHONE: &str = "phone.json";
const PLACE: &str = "place.json";
pub(crate) const PAIRING: &str = "pairing.json";

/// The device's seed, wrapped.
const DEVICE_KEY: &str = "device.key";
/// The key of the encrypted store, wrapped.
#[cfg(feature = "sqlcipher")]
const STORE_KEY: &str = "store.key";

/// A phone's folder.
#[derive(Debug, Clone)]
pub struct PhoneFolder {
    root: PathBuf,
    vault: Option<Arc<dyn Vault>>,
}

/// What a paired phone knows of its office and of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paired {
    /// The team.
    pub team: TeamId,
    /// Whose phone it is.
    pub person: PersonId,
    /// `https://host:port`, or `http://` on this machine.
    pub address: String,
    /// SHA-256 of the key in the office's certificate.
    pub pin: Option<[u8; 32]>,
    /// Signs the office's log.
    pub log_key: PublicKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    team: String,
    person: String,
    address: String,
    pin: Option<String>,
    log_key: String,
}

impl Paired {
    /// The way to the office.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Courier`] if the address cannot be one.
    pub fn courier(&self, patience: Patience) -> Result<Courier, PhoneError> {
        Ok(Courier::new(&self.address, self.pin.map(KeyPin::new), patience)?)
    }
}

impl PhoneFolder {
    /// Opens the folder, making it if needed; only its owner may look inside.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`].
    pub fn open(root: &Path) -> Result<Self, PhoneError> {
        Self::make(root, None)
    }

    /// The same with a vault: no secret lies in it in clear, and the store is
    /// encrypted where this was built with `sqlcipher`.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`].
    pub fn in_vault(root: &Path, vault: Arc<dyn Vault>) -> Result<Self, PhoneError> {
        Self::make(root, Some(vault))
    }

    fn make(root: &Path, vault: Option<Arc<dyn Vault>>) -> Result<Self, PhoneError> {
        let make = || {
            if !root.is_dir() {
                fs::create_dir_all(root)?;
                #[cfg(unix)]
                fs::set_permissions(root, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
            }
            Ok(())
        };
        make().map_err(|source| PhoneError::Io { what: "the folder", source })?;
        Ok(Self { root: root.to_owned(), vault })
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The record on this phone.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.root.join("store.sqlite")
    }

    /// Opens the record, encrypted where there is a vault.
    pub(crate) fn open_store(&self, world: &World) -> Result<Store, PhoneError> {
        let path = self.store();
        #[cfg(feature = "sqlcipher")]
        if let Some(vault) = &self.vault {
            let key = match self.wrapped(vault, STORE_KEY)? {
                Some(key) => key,
                // A store without its key cannot be read by anybody any more.
                None if path.exists() => return Err(PhoneError::Torn(STORE_KEY)),
                None => self.draw(vault, STORE_KEY, world)?,
            };
            return Ok(Store::open_encrypted(&path, &key)?);
        }
        #[cfg(not(feature = "sqlcipher"))]
        let _ = world;
        Ok(Store::open(&path)?)
    }

    /// Draws a secret, wraps it and keeps it, unless another process was faster.
    fn draw(
        &self,
        vault: &Arc<dyn Vault>,
        name: &'static str,
        world: &World,
    ) -> Result<[u8; 32], PhoneError> {
        let secret: [u8; 32] = world.random().map_err(PhoneError::Dice)?;
        let wrapped = vault.wrap(&secret).map_err(PhoneError::Vault)?;
        self.put(name, &wrapped, false)?;
        self.wrapped(vault, name)?.ok_or(PhoneError::Torn(name))
    }

    fn wrapped(
        &self,
        vault: &Arc<dyn Vault>,
        name: &'static str,
    ) -> Result<Option<[u8; 32]>, PhoneError> {
        let Some(bytes) = self.read_bytes(name)? else { return Ok(None) };
        let secret = vault.unwrap(&bytes).map_err(PhoneError::Vault)?;
        secret.try_into().map(Some).map_err(|_| PhoneError::Torn(name))
    }

    /// Only the owner may read the record.
    pub(crate) fn protect(&self) -> Result<(), PhoneError> {
        #[cfg(unix)]
        fs::set_permissions(self.store(), std::os::unix::fs::PermissionsExt::from_mode(0o600))
            .map_err(|source| PhoneError::Io { what: "store.sqlite", source })?;
        Ok(())
    }

    /// The device's key, drawn on first use.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Dice`], [`PhoneError::Torn`].
    pub fn key(&self, world: &World) -> Result<DeviceKey, PhoneError> {
        if let Some(key) = self.known_key()? {
            return Ok(key);
        }
        if let Some(vault) = &self.vault {
            return Ok(DeviceKey::from_seed(&self.draw(vault, DEVICE_KEY, world)?));
        }
        let seed: [u8; 32] = world.random().map_err(PhoneError::Dice)?;
        self.put(SEED, format!("{}\n", hex::encode(seed)).as_bytes(), false)?;
        // Another process may have been faster: its key is the one.
        self.known_key()?.ok_or(PhoneError::Torn(SEED))
    }

    /// The device's key, if one was drawn.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Torn`].
    pub fn known_key(&self) -> Result<Option<DeviceKey>, PhoneError> {
        if let Some(vault) = &self.vault {
            return Ok(self.wrapped(vault, DEVICE_KEY)?.map(|seed| DeviceKey::from_seed(&seed)));
        }
        let Some(text) = self.read(SEED)? else { return Ok(None) };
        let mut seed = [0; 32];
        hex::decode_to_slice(text.trim(), &mut seed).map_err(|_| PhoneError::Torn(SEED))?;
        Ok(Some(DeviceKey::from_seed(&seed)))
    }

    /// What it knows since it was paired.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Torn`].
    pub fn paired(&self) -> Result<Option<Paired>, PhoneError> {
        let Some(kept) = self.json::<Kept>(PHONE)? else { return Ok(None) };
        let torn = || PhoneError::Torn(PHONE);
        let pin = kept.pin.as_deref().map(|pin| bytes(pin).ok_or_else(torn)).transpose()?;
        let log_key = bytes(&kept.log_key).ok_or_else(torn)?;
        Ok(Some(Paired {
            team: kept.team.parse().map_err(|_| torn())?,
            person: kept.person.parse().map_err(|_| torn())?,
            address: kept.address,
            pin,
            log_key: PublicKey::new(&log_key).map_err(|_| torn())?,
        }))
    }

    /// Remembers what pairing gave: from now on the phone is paired.
    pub(crate) fn keep_paired(&self, paired: &Paired) -> Result<(), PhoneError> {
        self.put_json(
            PHONE,
            &Kept {
                team: paired.team.to_string(),
                person: paired.person.to_string(),
                address: paired.address.clone(),
                pin: paired.pin.map(hex::encode),
                log_key: hex::encode(paired.log_key.bytes()),
            },
        )
    }

    /// Where this phone clocks in, if it was told.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`], [`PhoneError::Torn`].
    pub fn workplace(&self) -> Result<Option<Workplace>, PhoneError> {
        self.json(PLACE)
    }

    /// Remembers where this phone clocks in.
    ///
    /// # Errors
    ///
    /// [`PhoneError::Io`].
    pub fn keep_workplace(&self, workplace: &Workplace) -> Result<(), PhoneError> {
        self.put_json(PLACE, workplace)
    }

    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, PhoneError> {
        let Some(text) = self.read(name)? else { return Ok(None) };
        serde_json::from_str(&text).map(Some).map_err(|_| PhoneError::Torn(name))
    }

    pub(crate) fn put_json<T: Serialize>(
        &self,
        name: &'static str,
        value: &T,
    ) -> Result<(), PhoneError> {
        let text = serde_json::to_vec_pretty(value).map_err(|_| PhoneError::Torn(name))?;
        self.put(name, &text, true)
    }

    pub(crate) fn forget(&self, name: &'static str) -> Result<(), PhoneError> {
        match fs::remove_file(self.root.join(name)) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(PhoneError::Io { what: name, source })
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    fn read(&self, name: &'static str) -> Result<Option<String>, PhoneError> {
        let bytes = self.read_bytes(name)?;
        bytes.map(String::from_utf8).transpose().map_err(|_| PhoneError::Torn(name))
    }

    fn read_bytes(&self, name: &'static str) -> Result<Option<Vec<u8>>, PhoneError> {
        match fs::read(self.root.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(PhoneError::Io { what: name, source }),
        }
    }

    /// Writes a file its owner alone may read, whole and on the disk when this
    /// returns. Without `replace`, one that is there already stays.
    fn put(&self, name: &'static str, content: &[u8], replace: bool) -> Result<(), PhoneError> {
        let fresh = self.root.join(format!(".{name}.{}", std::process::id()));
        let path = self.root.join(name);
        let write = || {
            let mut file = private(&fresh)?;
            file.write_all(content)?;
            file.sync_all()?;
            if replace {
                fs::rename(&fresh, &path)?;
            } else {
                // A hard link, unlike a rename, never replaces what is there.
                let linked = fs::hard_link(&fresh, &path);
                fs::remove_file(&fresh)?;
                match linked {
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                        return Err(error);
                    }
                    Ok(()) | Err(_) => {}
                }
            }
            File::open(&self.root)?.sync_all()
        };
        write().map_err(|source| PhoneError::Io { what: name, source })
    }
}

/// So many bytes from hexadecimal digits.
pub(crate) fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    Some(bytes)
}
