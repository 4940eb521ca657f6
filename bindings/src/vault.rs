//! The platform's key store, as the app brings it.

use assistenz_handset::vault::Vault;
use std::fmt;
use std::io;
use std::sync::Arc;

/// Why a key store did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum KeyVaultError {
    /// The key is not to be had now: the device is locked, say.
    #[error("the key is locked")]
    Locked,
    /// The key is gone, or the bytes were wrapped with another one.
    #[error("the key is gone")]
    Gone,
    /// Anything else.
    #[error("the key store failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for KeyVaultError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Wraps secrets with a key that never leaves the platform's key store:
/// AES-GCM under a Keystore key on Android, a Keychain key
/// (`AfterFirstUnlockThisDeviceOnly`) on Apple's systems. What `wrap` gives
/// back lies on the disk; the secrets themselves never do.
#[uniffi::export(foreign)]
pub trait KeyVault: Send + Sync {
    /// Wraps a secret of 32 bytes.
    ///
    /// # Errors
    ///
    /// [`KeyVaultError`]
    fn wrap(&self, secret: Vec<u8>) -> Result<Vec<u8>, KeyVaultError>;

    /// Gives back what was wrapped.
    ///
    /// # Errors
    ///
    /// [`KeyVaultError`]
    fn unwrap(&self, wrapped: Vec<u8>) -> Result<Vec<u8>, KeyVaultError>;
}

/// The app's vault as the handset's.
pub(crate) struct Foreign(pub(crate) Arc<dyn KeyVault>);

impl fmt::Debug for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyVault")
    }
}

impl Vault for Foreign {
    fn wrap(&self, secret: &[u8]) -> io::Result<Vec<u8>> {
        self.0.wrap(secret.to_vec()).map_err(io::Error::other)
    }

    fn unwrap(&self, wrapped: &[u8]) -> io::Result<Vec<u8>> {
        self.0.unwrap(wrapped.to_vec()).map_err(io::Error::other)
    }
}
