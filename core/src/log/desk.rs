//! Desk: how a person in a browser was known to the office that signed for
//! them (`docs/sync-protocol.md` § 4).

use super::codec::{Canonical, CodecError, Reader, Writer};
use crate::document::PersonId;

/// What a person showed to be let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Credential {
    /// A passkey (WebAuthn).
    Passkey = 1,
    /// A password with a one-time code.
    Password = 2,
    /// The command line of the machine the office runs on.
    CommandLine = 3,
    /// A sign-in link.
    Link = 4,
    /// A recovery code.
    RecoveryCode = 5,
}

impl Credential {
    /// Every one, by number.
    pub const ALL: [Self; 5] =
        [Self::Passkey, Self::Password, Self::CommandLine, Self::Link, Self::RecoveryCode];

    /// Its number on the wire.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|one| u64::from(one.number()) == number)
    }
}

/// What an authenticator signed (WebAuthn Level 3 § 6.3.3); not checked here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// The credential's id, at most 1,023 bytes.
    pub credential_id: Vec<u8>,
    /// Authenticator data, at most 2,048 bytes.
    pub authenticator_data: Vec<u8>,
    /// Client data JSON, at most 4,096 bytes; its challenge is the hash of the content.
    pub client_data: Vec<u8>,
    /// The signature, at most 1,024 bytes.
    pub signature: Vec<u8>,
}

/// For whom, and on what grounds, the office signed with a desk device's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Who acted.
    pub person: PersonId,
    /// The browser session.
    pub session: [u8; 16],
    /// What opened the session.
    pub credential: Credential,
    /// A passkey's own signature over exactly this content.
    pub assertion: Option<Assertion>,
}

fn bounded(reader: &mut Reader<'_>, most: usize) -> Result<Vec<u8>, CodecError> {
    let bytes = reader.bytes()?;
    if bytes.is_empty() || bytes.len() > most {
        return Err(CodecError::OutOfRange("part of an assertion"));
    }
    Ok(bytes.to_vec())
}

impl Canonical for Assertion {
    const LIMIT: usize = 9 * 1024;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).bytes(&self.credential_id);
            map.key(1).bytes(&self.authenticator_data);
            map.key(2).bytes(&self.client_data);
            map.key(3).bytes(&self.signature);
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        let assertion = Self {
            credential_id: map.need(0, |r| bounded(r, 1023))?,
            authenticator_data: map.need(1, |r| bounded(r, 2048))?,
            client_data: map.need(2, |r| bounded(r, 4096))?,
            signature: map.need(3, |r| bounded(r, 1024))?,
        };
        map.end()?;
        Ok(assertion)
    }
}

impl Canonical for Desk {
    const LIMIT: usize = 10 * 1024;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).bytes(self.person.bytes());
            map.key(1).bytes(&self.session);
            map.key(2).uint(u64::from(self.credential.number()));
            map.optional(3, self.assertion.as_ref(), |w, assertion| {
                w.value(assertion);
            });
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        let desk = Self {
            person: PersonId::new(map.need(0, Reader::fixed)?),
            session: map.need(1, Reader::fixed)?,
            credential: map.need(2, |r| {
                Credential::from_number(r.uint()?).ok_or(CodecError::OutOfRange("credential"))
            })?,
            assertion: map.optional(3, Assertion::read)?,
        };
        map.end()?;
        Ok(desk)
    }
}
