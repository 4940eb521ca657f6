//! Where secrets lie: in the keeping of the platform's key store, or in a file
//! that is its owner's alone.

use std::fmt::Debug;
use std::io;

/// Wraps secrets with a key that never leaves the platform's key store
/// (Keystore, Keychain). What it gives back lies on the disk.
pub trait Vault: Debug + Send + Sync {
    /// Wraps a secret of 32 bytes.
    ///
    /// # Errors
    ///
    /// If the key store does not work now.
    fn wrap(&self, secret: &[u8]) -> io::Result<Vec<u8>>;

    /// Gives back what was wrapped.
    ///
    /// # Errors
    ///
    /// If the key store does not give the key now, or the bytes were not
    /// wrapped with it.
    fn unwrap(&self, wrapped: &[u8]) -> io::Result<Vec<u8>>;
}
