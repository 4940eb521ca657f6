//! Where work is done (Arbeitsort): zone, Land, and the commune's flags.
//!
//! Frozen into each shift when it is clocked in and changed only by a
//! correction. The law rooms derive holidays from it; the place of work counts,
//! not the employer's seat (§ 3b Abs. 2 Satz 4 EStG).

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One of the 16 Länder, by its usual two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the letters are the names")]
pub enum Land {
    Bb,
    Be,
    Bw,
    By,
    Hb,
    He,
    Hh,
    Mv,
    Ni,
    Nw,
    Rp,
    Sh,
    Sl,
    Sn,
    St,
    Th,
}

impl Land {
    /// All sixteen, by letters.
    pub const ALL: [Self; 16] = [
        Self::Bb,
        Self::Be,
        Self::Bw,
        Self::By,
        Self::Hb,
        Self::He,
        Self::Hh,
        Self::Mv,
        Self::Ni,
        Self::Nw,
        Self::Rp,
        Self::Sh,
        Self::Sl,
        Self::Sn,
        Self::St,
        Self::Th,
    ];

    /// The two letters, `NW`.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Bb => "BB",
            Self::Be => "BE",
            Self::Bw => "BW",
            Self::By => "BY",
            Self::Hb => "HB",
            Self::He => "HE",
            Self::Hh => "HH",
            Self::Mv => "MV",
            Self::Ni => "NI",
            Self::Nw => "NW",
            Self::Rp => "RP",
            Self::Sh => "SH",
            Self::Sl => "SL",
            Self::Sn => "SN",
            Self::St => "ST",
            Self::Th => "TH",
        }
    }
}

impl Land {
    /// Its German name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bb => "Brandenburg",
            Self::Be => "Berlin",
            Self::Bw => "Baden-Württemberg",
            Self::By => "Bayern",
            Self::Hb => "Bremen",
            Self::He => "Hessen",
            Self::Hh => "Hamburg",
            Self::Mv => "Mecklenburg-Vorpommern",
            Self::Ni => "Niedersachsen",
            Self::Nw => "Nordrhein-Westfalen",
            Self::Rp => "Rheinland-Pfalz",
            Self::Sh => "Schleswig-Holstein",
            Self::Sl => "Saarland",
            Self::Sn => "Sachsen",
            Self::St => "Sachsen-Anhalt",
            Self::Th => "Thüringen",
        }
    }
}

impl fmt::Display for Land {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

/// A text that is no Land or no commune flag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAPlace {
    /// Not two letters of a Land.
    #[error("not a Land: write one of BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH")]
    Land,
    /// Not a commune flag.
    #[error("not a commune: write augsburg, mariae_himmelfahrt or fronleichnam")]
    Commune,
    /// Not a zone of the IANA table.
    #[error("not a time zone: write it like Europe/Berlin")]
    Zone,
}

impl FromStr for Land {
    type Err = NotAPlace;
    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        Self::ALL.into_iter().find(|land| land.letters() == text).ok_or(NotAPlace::Land)
    }
}

/// What a commune adds to the holidays of its Land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Commune {
    /// The city of Augsburg: Friedensfest on 8 August, and Mariä Himmelfahrt.
    Augsburg,
    /// A Bavarian commune with a mostly Catholic population: 15 August.
    MariaeHimmelfahrt,
    /// A commune in Saxony or Thuringia where Fronleichnam is a holiday.
    Fronleichnam,
}

impl FromStr for Commune {
    type Err = NotAPlace;
    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        match text {
            "augsburg" => Ok(Self::Augsburg),
            "mariae_himmelfahrt" => Ok(Self::MariaeHimmelfahrt),
            "fronleichnam" => Ok(Self::Fronleichnam),
            _ => Err(NotAPlace::Commune),
        }
    }
}

/// Where the holidays come from: a Land and its commune's flags.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HolidayRegion {
    /// The Land.
    pub land: Land,
    /// The commune's flags, sorted, without doubles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communes: Vec<Commune>,
}

impl HolidayRegion {
    /// Sorts the flags and drops doubles, so that equal regions are equal.
    #[must_use]
    pub fn new(land: Land, mut communes: Vec<Commune>) -> Self {
        communes.sort_unstable();
        communes.dedup();
        Self { land, communes }
    }
}

/// A place of work: its clock and its holidays.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Workplace {
    /// The zone of the clock on the wall, as in the IANA table.
    #[serde(with = "zone_name")]
    pub zone: Tz,
    /// Land and commune.
    pub region: HolidayRegion,
}

/// Reads a zone's name as the IANA table writes it.
///
/// # Errors
///
/// [`NotAPlace::Zone`] if the table does not have it.
pub fn zone(name: &str) -> Result<Tz, NotAPlace> {
    name.parse().map_err(|_| NotAPlace::Zone)
}

/// Zones travel by name.
mod zone_name {
    use chrono_tz::Tz;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(zone: &Tz, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(zone.name())
    }
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Tz, D::Error> {
        let name = String::deserialize(from)?;
        super::zone(&name).map_err(D::Error::custom)
    }
}
