//! An absence as it counts (Abwesenheit): what the record hands to law and pay.
//!
//! `record` makes these from wishes, reports and decisions; `pay` credits
//! them. An absence with two values for one of its days, or one that nobody
//! has decided about, never gets here as if it were settled.

use crate::money::Cents;
use crate::work::Shift;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Most calendar days of one absence: three years, as long as parental leave
/// is. A longer one is written as two.
pub const MOST_DAYS: i64 = 1_100;

/// Why somebody is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbsenceKind {
    /// Vacation (Urlaub).
    Vacation,
    /// Sickness (Arbeitsunfähigkeit).
    Sick,
    /// A child is sick (Kind krank).
    ChildSick,
    /// Free because of a holiday (Feiertag, § 2 EFZG).
    HolidayNotWorked,
    /// Special leave with pay (Sonderurlaub, § 616 BGB).
    SpecialLeave,
    /// Unpaid leave.
    UnpaidLeave,
    /// The weeks around a birth, or after a miscarriage, in which nobody may be
    /// employed (Mutterschutzfrist, § 3 MuSchG).
    MaternityLeave,
    /// All work forbidden because of a pregnancy or of nursing, by a doctor or
    /// at the workplace (Beschäftigungsverbot, § 13 Abs. 1 Nr. 3, § 16 MuSchG).
    /// By whom and why is not kept.
    EmploymentBan,
}

impl AbsenceKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Vacation,
        Self::Sick,
        Self::ChildSick,
        Self::HolidayNotWorked,
        Self::SpecialLeave,
        Self::UnpaidLeave,
        Self::MaternityLeave,
        Self::EmploymentBan,
    ];

    /// The word on the wire, in files and in words files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vacation => "vacation",
            Self::Sick => "sick",
            Self::ChildSick => "child_sick",
            Self::HolidayNotWorked => "holiday_not_worked",
            Self::SpecialLeave => "special_leave",
            Self::UnpaidLeave => "unpaid_leave",
            Self::MaternityLeave => "maternity_leave",
            Self::EmploymentBan => "employment_ban",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether the employer decides about it. Sickness and a sick child are
    /// reported (§ 5 Abs. 1 EFZG), a holiday is one by law, and so are the
    /// weeks and bans of the MuSchG: none is granted.
    #[must_use]
    pub const fn needs_grant(self) -> bool {
        match self {
            Self::Vacation | Self::SpecialLeave | Self::UnpaidLeave => true,
            Self::Sick
            | Self::ChildSick
            | Self::HolidayNotWorked
            | Self::MaternityLeave
            | Self::EmploymentBan => false,
        }
    }

    /// Whether an assistant can ask for it or report it. That hours fall away
    /// because of a holiday follows from the rota, which the employer keeps.
    #[must_use]
    pub const fn is_wished(self) -> bool {
        !matches!(self, Self::HolidayNotWorked)
    }

    /// Whether it rests on the MuSchG: the levy U2 refunds what is paid for it.
    #[must_use]
    pub const fn is_maternity(self) -> bool {
        matches!(self, Self::MaternityLeave | Self::EmploymentBan)
    }
}

/// What is known of a pregnancy (Mutterschutz): days, and nothing of health.
/// Why the weeks after a birth are twelve is not kept, nor that a child was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Maternity {
    /// The expected day of birth (voraussichtlicher Tag der Entbindung).
    pub due: NaiveDate,
    /// The day of birth, once it is known.
    pub birth: Option<NaiveDate>,
    /// The last day on which she is known to nurse, if she has said so (§ 15
    /// Abs. 1 Satz 2 MuSchG).
    pub nursing_until: Option<NaiveDate>,
}

/// What is known of a certificate of sickness (Arbeitsunfähigkeitsbescheinigung).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// None yet.
    #[default]
    None,
    /// A doctor has certified it on that day; it was not seen or pulled yet.
    Expected(NaiveDate),
    /// On paper, seen on that day (private insurance, Haushaltsscheck).
    Paper(NaiveDate),
    /// Pulled from the health insurance (eAU) on that day.
    Electronic(NaiveDate),
}

impl Certificate {
    /// The word on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Expected(_) => "expected",
            Self::Paper(_) => "paper",
            Self::Electronic(_) => "electronic",
        }
    }

    /// The certificate of this word and day; `None` for another word or a
    /// certificate without its day.
    #[must_use]
    pub fn from_word(word: &str, day: Option<NaiveDate>) -> Option<Self> {
        match (word, day) {
            ("none", _) => Some(Self::None),
            ("expected", Some(day)) => Some(Self::Expected(day)),
            ("paper", Some(day)) => Some(Self::Paper(day)),
            ("electronic", Some(day)) => Some(Self::Electronic(day)),
            _ => None,
        }
    }

    /// Its day.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::None => None,
            Self::Expected(day) | Self::Paper(day) | Self::Electronic(day) => Some(day),
        }
    }

    /// Whether the employer has it.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Paper(_) | Self::Electronic(_))
    }
}

/// One absence of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Its id in the record.
    pub id: String,
    /// Why.
    pub kind: AbsenceKind,
    /// The first local day.
    pub from: NaiveDate,
    /// The last local day, inclusive.
    pub to: NaiveDate,
    /// The shifts of the published rota that fell away. Empty where no rota
    /// says what would have been worked.
    #[serde(default)]
    pub planned: Vec<Shift>,
    /// The certificate, for sickness.
    #[serde(default)]
    pub certificate: Certificate,
    /// The earlier absence of the same illness, for sickness.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_illness_as: Option<String>,
    /// Days of vacation agreed, where no rota says how many: in hundredths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vacation_days: Option<i64>,
    /// Months (`2026-10`) whose rota is published: there it says what would
    /// have been worked, also where that is nothing. Empty: only `planned` tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rota_known: Vec<crate::time::Month>,
    /// The expected day of birth, where it is known and the absence rests on
    /// the MuSchG: from it follows when the pregnancy began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// For maternity leave: net pay of a calendar day before it, as the payroll
    /// office has told it (§ 20 Abs. 1 Satz 2 MuSchG).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_per_day: Option<Cents>,
}

impl Absence {
    /// How many calendar days; none if it ends before it begins.
    #[must_use]
    pub fn calendar_days(&self) -> i64 {
        ((self.to - self.from).num_days() + 1).max(0)
    }

    /// Whether the local day lies inside.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Its days in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.from.iter_days().take_while(|day| *day <= self.to)
    }

    /// Calendar days that the planned shifts touch, each once, in order: the
    /// days of duty that fall away. A shift from 8 to 8 touches two (BAG
    /// 15.3.2011 – 9 AZR 799/09); a shift that ends at midnight does not touch
    /// the next day.
    #[must_use]
    pub fn duty_days(&self) -> Vec<NaiveDate> {
        touched(&self.planned)
    }
}

/// Calendar days that shifts touch, each once, in order.
#[must_use]
pub fn touched(shifts: &[Shift]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = Vec::new();
    for shift in shifts {
        let zone = shift.workplace.zone;
        let last = (shift.span.to() - crate::time::Minutes::new(1)).day(zone);
        let mut day = shift.span.from().day(zone);
        while day <= last {
            days.push(day);
            day = day + Days::new(1);
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}
