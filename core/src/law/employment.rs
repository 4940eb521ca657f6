//! Kinds of employment (Beschäftigungsart) as the rules of record and wage tell them apart.
//!
//! Which duties follow from the kind is a question of each rule
//! (`recording_deadline.rs`, `minijob_limit.rs`, `midijob_range.rs`); what a
//! contract pays is no concern of this room.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// How somebody is employed, in social-insurance law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// Marginal employment (Minijob, geringfügig entlohnte Beschäftigung),
    /// § 8 Abs. 1 Nr. 1 SGB IV, outside § 8a: assistance at a workplace, or by
    /// a service.
    Minijob,
    /// Marginal employment in a private household (Minijob im
    /// Privathaushalt), § 8a SGB IV: only household tasks, only there.
    MinijobHousehold,
    /// Employment in the transition range (Midijob, Übergangsbereich),
    /// § 20 Abs. 2 SGB IV.
    Midijob,
    /// Full social insurance (sozialversicherungspflichtig).
    SocialInsurance,
}

impl Employment {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::Minijob, Self::MinijobHousehold, Self::Midijob, Self::SocialInsurance];

    /// The word on the wire and in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Minijob => "minijob",
            Self::MinijobHousehold => "minijob_household",
            Self::Midijob => "midijob",
            Self::SocialInsurance => "social_insurance",
        }
    }

    /// Whether it is marginal employment, in a household or not.
    #[must_use]
    pub const fn is_minijob(self) -> bool {
        matches!(self, Self::Minijob | Self::MinijobHousehold)
    }
}

/// A text that is no kind of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an employment: write minijob, minijob_household, midijob or social_insurance")]
pub struct NotAnEmployment;

impl FromStr for Employment {
    type Err = NotAnEmployment;
    fn from_str(text: &str) -> Result<Self, NotAnEmployment> {
        Self::ALL.into_iter().find(|kind| kind.word() == text).ok_or(NotAnEmployment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_employment_reads_its_own_word() {
        for kind in Employment::ALL {
            assert_eq!(kind.word().parse(), Ok(kind));
            let json = serde_json::to_string(&kind).expect("a word");
            assert_eq!(json, format!("\"{}\"", kind.word()));
        }
        assert_eq!("Minijob".parse::<Employment>(), Err(NotAnEmployment));
    }
}
