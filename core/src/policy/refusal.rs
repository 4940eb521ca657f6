//! Why a record is not taken into the log.

/// Why a record is not taken into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Issued for another team.
    #[error("of another team")]
    WrongTeam,
    /// The team is not founded yet, or this is not how a team begins.
    #[error("the team is not founded")]
    NotFounded,
    /// The team is founded already.
    #[error("the team is founded already")]
    AlreadyFounded,
    /// Not at the place where such a record stands, or of an epoch that does not follow.
    #[error("not at the place where such a record stands")]
    WrongPlace,
    /// The signer is no device or log key of this team.
    #[error("signed by an unknown key")]
    UnknownSigner,
    /// The signer's device was revoked.
    #[error("signed by a revoked device")]
    RevokedSigner,
    /// A signature does not fit.
    #[error("the signature is not valid")]
    BadSignature,
    /// The signer may not sign such a record.
    #[error("the signer may not do this")]
    NotAllowed,
    /// The signer could have, until a date that has passed.
    #[error("the signer's right has ended")]
    Expired,
    /// The desk statement does not fit the signing device.
    #[error("the desk statement does not fit the device")]
    Desk,
    /// The person has no such role and never had, or none at all.
    #[error("not a member in this role")]
    NotAMember,
    /// The device was never added.
    #[error("no such device")]
    NoSuchDevice,
    /// The key is in use, or was.
    #[error("the key is or was in use")]
    KeyInUse,
    /// The team would be left without an employer.
    #[error("the team would be left without an employer")]
    LastEmployer,
}

impl PolicyError {
    /// Whether such a record can never be let in, whatever comes later.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::WrongTeam
            | Self::AlreadyFounded
            | Self::WrongPlace
            | Self::RevokedSigner
            | Self::Desk
            | Self::KeyInUse => true,
            Self::NotFounded
            | Self::UnknownSigner
            | Self::BadSignature
            | Self::NotAllowed
            | Self::Expired
            | Self::NotAMember
            | Self::NoSuchDevice
            | Self::LastEmployer => false,
        }
    }

    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WrongTeam => "wrong_team",
            Self::NotFounded => "not_founded",
            Self::AlreadyFounded => "already_founded",
            Self::WrongPlace => "wrong_place",
            Self::UnknownSigner => "unknown_signer",
            Self::RevokedSigner => "revoked_signer",
            Self::BadSignature => "bad_signature",
            Self::NotAllowed => "not_allowed",
            Self::Expired => "expired",
            Self::Desk => "desk",
            Self::NotAMember => "not_a_member",
            Self::NoSuchDevice => "no_such_device",
            Self::KeyInUse => "key_in_use",
            Self::LastEmployer => "last_employer",
        }
    }
}
