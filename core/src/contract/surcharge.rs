//! The contract's own table of surcharges (Zuschlagstabelle).
//!
//! What is paid is what was agreed: own windows, percents or fixed amounts,
//! for the kinds of work that earn them. § 3b EStG is only the ceiling up to
//! which what is paid stays free; it is applied in `pay`, never here.

use crate::money::{Cents, CentsPerHour, Percent};
use crate::work::Kind;
use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// The five kinds of hours that § 3b Abs. 1 and 3 EStG knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatutoryHours {
    /// Night work with a ceiling of 25 %.
    Night25,
    /// Night work 0–4 h taken up before midnight, ceiling 40 %.
    Night40,
    /// Sundays, ceiling 50 %.
    Sunday50,
    /// Holidays, ceiling 125 %.
    Holiday125,
    /// Christmas and 1 May, ceiling 150 %.
    Holiday150,
}

impl StatutoryHours {
    /// All five.
    pub const ALL: [Self; 5] =
        [Self::Night25, Self::Night40, Self::Sunday50, Self::Holiday125, Self::Holiday150];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Night25 => "night_25",
            Self::Night40 => "night_40",
            Self::Sunday50 => "sunday_50",
            Self::Holiday125 => "holiday_125",
            Self::Holiday150 => "holiday_150",
        }
    }

    /// The highest percentage that § 3b EStG leaves free for these hours
    /// alone; used only as the default of a contract without own percents.
    #[must_use]
    pub const fn ceiling(self) -> Percent {
        match self {
            Self::Night25 => Percent::new(25),
            Self::Night40 => Percent::new(40),
            Self::Sunday50 => Percent::new(50),
            Self::Holiday125 => Percent::new(125),
            Self::Holiday150 => Percent::new(150),
        }
    }

    /// What a surcharge for these hours is for.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Night25 | Self::Night40 => Purpose::Night,
            Self::Sunday50 => Purpose::Sunday,
            Self::Holiday125 | Self::Holiday150 => Purpose::Holiday,
        }
    }
}

/// What a surcharge is paid for; decides whether it can stay free at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Night work (Nachtarbeit).
    Night,
    /// Sunday work (Sonntagsarbeit).
    Sunday,
    /// Holiday work (Feiertagsarbeit).
    Holiday,
    /// Anything else (overtime, Saturday, hardship): always liable.
    Other,
}

impl Purpose {
    /// Whether § 3b EStG can leave it free: night, Sunday and holiday work.
    #[must_use]
    pub const fn can_be_free(self) -> bool {
        !matches!(self, Self::Other)
    }
}

/// On which local days a contract's own window is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WindowDays {
    /// Every day.
    #[default]
    Every,
    /// These weekdays (`Mon` … `Sun`).
    Weekdays(Vec<Weekday>),
    /// Public holidays of labour law at the usual workplace.
    PublicHolidays,
}

/// When a surcharge is earned.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// Exactly the minutes of a class of § 3b EStG.
    Statutory(StatutoryHours),
    /// By the clock on the wall. `to` not after `from` runs over midnight;
    /// equal times are the whole day. The days are those on which it opens.
    Clock {
        /// First minute inside.
        from: NaiveTime,
        /// First minute after.
        to: NaiveTime,
        /// On which days it opens.
        #[serde(default)]
        days: WindowDays,
    },
    /// Every minute of the kinds that earn it.
    Always,
}

/// On which wage a percentage is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurchargeBase {
    /// The agreed hourly wage (with a salary: salary per hour).
    #[default]
    Wage,
    /// What the minute itself is paid: standby pay for standby.
    PayOfMinute,
    /// The Grundlohn of § 3b Abs. 2 EStG: wage with the extras.
    Grundlohn,
    /// A fixed agreed wage.
    Fixed(CentsPerHour),
}

/// How much a surcharge pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurchargePay {
    /// So much of a wage.
    Percent {
        /// How much.
        percent: Percent,
        /// Of which wage.
        #[serde(default)]
        base: SurchargeBase,
    },
    /// A fixed amount for each hour.
    PerHour(CentsPerHour),
    /// A flat amount for each night or day on which the window was touched.
    /// Liable, because it is not settled against single records (R 3b LStR,
    /// from memory).
    Flat(Cents),
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Surcharge {
    /// The stable word: lower-case letters, digits and `_`; unique in the table.
    pub word: String,
    /// What it is for.
    pub purpose: Purpose,
    /// When it is earned.
    pub window: Window,
    /// How much it pays.
    pub pays: SurchargePay,
    /// Which kinds of work earn it. A paid break is work and needs no mention.
    pub kinds: Vec<Kind>,
    /// Of all rows that name the same group, only the one that pays most for
    /// the minute counts (the usual clause "only the highest").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest_of: Option<String>,
}

/// Every kind that is working time and can earn a surcharge.
pub const WORKED_KINDS: [Kind; 6] =
    [Kind::Work, Kind::Travel, Kind::Meeting, Kind::Training, Kind::Standby, Kind::CallOut];

impl Surcharge {
    /// A row that pays `percent` for hours of § 3b EStG on what the minute is
    /// paid, for every kind of work.
    #[must_use]
    pub fn statutory(hours: StatutoryHours, percent: Percent) -> Self {
        Self {
            word: hours.word().to_owned(),
            purpose: hours.purpose(),
            window: Window::Statutory(hours),
            pays: SurchargePay::Percent { percent, base: SurchargeBase::PayOfMinute },
            kinds: WORKED_KINDS.to_vec(),
            highest_of: None,
        }
    }

    /// The table that pays exactly the percents of § 3b EStG.
    #[must_use]
    pub fn section_3b() -> Vec<Self> {
        StatutoryHours::ALL.map(|hours| Self::statutory(hours, hours.ceiling())).to_vec()
    }

    /// Whether this kind earns it.
    #[must_use]
    pub fn earned_by(&self, kind: Kind) -> bool {
        let kind = if kind == Kind::PaidBreak { Kind::Work } else { kind };
        self.kinds.contains(&kind)
    }
}
