//! Keys and signatures: Ed25519 (RFC 8032), verified strictly, each signature
//! bound to one purpose (`docs/sync-protocol.md` § 1).

use crate::document::DeviceId;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;

/// What a signature is for; its name is part of what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A batch, by a device.
    Batch,
    /// A record of the log.
    Record,
    /// A checkpoint, by the office.
    Checkpoint,
    /// A digest of a stream, by the office.
    Stream,
    /// An evidence file, by the office.
    Evidence,
    /// A device's answer to a nonce when it opens a session with an office.
    Session,
}

impl Context {
    /// Its name in what is signed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Batch => "assistenzzeit/batch/1",
            Self::Record => "assistenzzeit/record/1",
            Self::Checkpoint => "assistenzzeit/checkpoint/1",
            Self::Stream => "assistenzzeit/digest/1",
            Self::Evidence => "assistenzzeit/evidence/1",
            Self::Session => "assistenzzeit/session/1",
        }
    }

    fn message(self, bytes: &[u8]) -> Vec<u8> {
        let mut message = Vec::with_capacity(self.name().len() + 1 + bytes.len());
        message.extend_from_slice(self.name().as_bytes());
        message.push(0);
        message.extend_from_slice(bytes);
        message
    }
}

/// Names a key: the first 16 bytes of SHA-256 of the public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 16]);

impl KeyId {
    /// The device that has this key.
    #[must_use]
    pub const fn device(self) -> DeviceId {
        DeviceId::new(self.0)
    }
}

impl From<DeviceId> for KeyId {
    fn from(device: DeviceId) -> Self {
        Self(*device.bytes())
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

/// 64 bytes of Ed25519 signature.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature(pub [u8; 64]);

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({})", hex::encode(self.0))
    }
}

/// A signature that does not fit key, purpose and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature is not valid")]
pub struct BadSignature;

/// Bytes that are no usable public key: not a point in canonical form, or of small order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a public key")]
pub struct NotAKey;

/// A public key, checked once when it is read.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// From its 32 bytes.
    ///
    /// # Errors
    ///
    /// [`NotAKey`] unless they are the canonical form of a point of large order.
    pub fn new(bytes: &[u8; 32]) -> Result<Self, NotAKey> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| NotAKey)?;
        if key.is_weak() || key.to_edwards().compress().as_bytes() != bytes {
            return Err(NotAKey);
        }
        Ok(Self(key))
    }

    /// Its 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// What it is called by.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let hash = Sha256::digest(self.bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        KeyId(id)
    }

    /// Checks a signature for this purpose over these bytes.
    ///
    /// # Errors
    ///
    /// [`BadSignature`], also for signatures that only a lenient reader accepts.
    pub fn verify(
        &self,
        context: Context,
        bytes: &[u8],
        signature: &Signature,
    ) -> Result<(), BadSignature> {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        self.0.verify_strict(&context.message(bytes), &signature).map_err(|_| BadSignature)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", hex::encode(self.bytes()))
    }
}

/// Whoever can sign: a device or an office.
pub trait Signer {
    /// The public half.
    fn public(&self) -> PublicKey;

    /// Signs for this purpose.
    fn sign(&self, context: Context, bytes: &[u8]) -> Signature;
}

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(SigningKey);

        impl $name {
            /// From a seed of 32 random bytes, which the caller keeps safe.
            #[must_use]
            pub fn from_seed(seed: &[u8; 32]) -> Self {
                Self(SigningKey::from_bytes(seed))
            }

            /// What it is called by.
            #[must_use]
            pub fn id(&self) -> KeyId {
                self.public().id()
            }
        }

        impl Signer for $name {
            fn public(&self) -> PublicKey {
                PublicKey(self.0.verifying_key())
            }

            fn sign(&self, context: Context, bytes: &[u8]) -> Signature {
                Signature(self.0.sign(&context.message(bytes)).to_bytes())
            }
        }

        /// Shows the public half only.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.id())
            }
        }
    };
}

key!(
    /// The key of one device of one person.
    DeviceKey
);
key!(
    /// The key an office signs its log with.
    LogKey
);

impl DeviceKey {
    /// The device's id: that of its key.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.id().device()
    }
}
