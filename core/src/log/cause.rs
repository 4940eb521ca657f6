//! Causes: why what arrives is not simply in force (`docs/sync-protocol.md` § 8).

/// Why a batch was refused or held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Cause {
    /// Not this format, body hash wrong, too long. Refused.
    Broken = 1,
    /// The device was never added. Refused.
    UnknownDevice = 2,
    /// The signature does not fit. Refused.
    BadSignature = 3,
    /// Written for another team. Refused.
    WrongTeam = 4,
    /// An earlier batch of this chain is not here. Refused.
    Gap = 5,
    /// Another batch stands at this place of the chain. Held.
    Fork = 6,
    /// The device was revoked. Held.
    Revoked = 7,
    /// The person may not write this document. Held.
    NoRight = 8,
    /// The right had ended when it was received. Held.
    Expired = 9,
    /// Kind or schema unknown to this office. Held.
    Newer = 10,
    /// Depends on changes that are held or missing. Held.
    Depends = 11,
    /// The gate says no. Held, never in force.
    Gate = 12,
    /// A version of the batch format this office does not know. Refused; kept by the device.
    NewerFormat = 13,
}

impl Cause {
    /// Every cause, by number.
    pub const ALL: [Self; 13] = [
        Self::Broken,
        Self::UnknownDevice,
        Self::BadSignature,
        Self::WrongTeam,
        Self::Gap,
        Self::Fork,
        Self::Revoked,
        Self::NoRight,
        Self::Expired,
        Self::Newer,
        Self::Depends,
        Self::Gate,
        Self::NewerFormat,
    ];

    /// Its number on the wire.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// `None` for a number that this version does not know.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| u64::from(cause.number()) == number)
    }

    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::UnknownDevice => "unknown_device",
            Self::BadSignature => "bad_signature",
            Self::WrongTeam => "wrong_team",
            Self::Gap => "gap",
            Self::Fork => "fork",
            Self::Revoked => "revoked",
            Self::NoRight => "no_right",
            Self::Expired => "expired",
            Self::Newer => "newer",
            Self::Depends => "depends",
            Self::Gate => "gate",
            Self::NewerFormat => "newer_format",
        }
    }

    /// Whether such a batch is stored and held; the others are refused and not stored.
    #[must_use]
    pub const fn is_held(self) -> bool {
        match self {
            Self::Fork
            | Self::Revoked
            | Self::NoRight
            | Self::Expired
            | Self::Newer
            | Self::Depends
            | Self::Gate => true,
            Self::Broken
            | Self::UnknownDevice
            | Self::BadSignature
            | Self::WrongTeam
            | Self::Gap
            | Self::NewerFormat => false,
        }
    }

    /// Whether a batch in force may be withdrawn for it.
    #[must_use]
    pub const fn is_withdrawn(self) -> bool {
        match self {
            Self::Revoked | Self::NoRight | Self::Expired | Self::Depends => true,
            Self::Broken
            | Self::UnknownDevice
            | Self::BadSignature
            | Self::WrongTeam
            | Self::Gap
            | Self::Fork
            | Self::Newer
            | Self::Gate
            | Self::NewerFormat => false,
        }
    }

    /// Whether the office itself judges it again: after an upgrade, or when
    /// what it depends on has come into force.
    #[must_use]
    pub const fn is_judged_again(self) -> bool {
        matches!(self, Self::Newer | Self::Depends)
    }
}
