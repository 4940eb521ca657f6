//! The holidays by name (Feiertagsnamen).

use serde::Serialize;

/// Which holiday it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the holidays; German ones in `german`")]
pub enum HolidayName {
    NewYear,
    Epiphany,
    WomensDay,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    LabourDay,
    LiberationDay,
    AscensionDay,
    WhitSunday,
    WhitMonday,
    CorpusChristi,
    UprisingOf1953,
    AugsburgPeaceFestival,
    AssumptionDay,
    WorldChildrensDay,
    GermanUnityDay,
    ReformationDay,
    AllSaintsDay,
    RepentanceDay,
    ChristmasDay,
    SecondChristmasDay,
}

impl HolidayName {
    /// The stable word, in files and for the words by key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::Epiphany => "epiphany",
            Self::WomensDay => "womens_day",
            Self::GoodFriday => "good_friday",
            Self::EasterSunday => "easter_sunday",
            Self::EasterMonday => "easter_monday",
            Self::LabourDay => "labour_day",
            Self::LiberationDay => "liberation_day",
            Self::AscensionDay => "ascension_day",
            Self::WhitSunday => "whit_sunday",
            Self::WhitMonday => "whit_monday",
            Self::CorpusChristi => "corpus_christi",
            Self::UprisingOf1953 => "uprising_of_1953",
            Self::AugsburgPeaceFestival => "augsburg_peace_festival",
            Self::AssumptionDay => "assumption_day",
            Self::WorldChildrensDay => "world_childrens_day",
            Self::GermanUnityDay => "german_unity_day",
            Self::ReformationDay => "reformation_day",
            Self::AllSaintsDay => "all_saints_day",
            Self::RepentanceDay => "repentance_day",
            Self::ChristmasDay => "christmas_day",
            Self::SecondChristmasDay => "second_christmas_day",
        }
    }

    /// The German name, as the statutes write it.
    #[must_use]
    pub const fn german(self) -> &'static str {
        match self {
            Self::NewYear => "Neujahr",
            Self::Epiphany => "Heilige Drei Könige",
            Self::WomensDay => "Frauentag",
            Self::GoodFriday => "Karfreitag",
            Self::EasterSunday => "Ostersonntag",
            Self::EasterMonday => "Ostermontag",
            Self::LabourDay => "Tag der Arbeit",
            Self::LiberationDay => "Tag der Befreiung",
            Self::AscensionDay => "Christi Himmelfahrt",
            Self::WhitSunday => "Pfingstsonntag",
            Self::WhitMonday => "Pfingstmontag",
            Self::CorpusChristi => "Fronleichnam",
            Self::UprisingOf1953 => "75. Jahrestag 17. Juni 1953",
            Self::AugsburgPeaceFestival => "Augsburger Hohes Friedensfest",
            Self::AssumptionDay => "Mariä Himmelfahrt",
            Self::WorldChildrensDay => "Weltkindertag",
            Self::GermanUnityDay => "Tag der Deutschen Einheit",
            Self::ReformationDay => "Reformationstag",
            Self::AllSaintsDay => "Allerheiligen",
            Self::RepentanceDay => "Buß- und Bettag",
            Self::ChristmasDay => "1. Weihnachtstag",
            Self::SecondChristmasDay => "2. Weihnachtstag",
        }
    }
}
