//! An absence as it was agreed or reported (Abwesenheitsmeldung).

use crate::law::dated::Rule;
use crate::pay::line::WageKind;
use crate::work::Shift;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

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
}

/// § 11 Abs. 1 BUrlG: vacation pay by the average of 13 weeks.
pub const VACATION_PAY: Rule = Rule {
    key: "vacation_pay",
    paragraph: "§ 11 Abs. 1 BUrlG",
    version: "2026-01",
    verified: true,
};

/// §§ 3, 4 EFZG: continued pay in sickness.
pub const SICK_PAY: Rule = Rule {
    key: "sick_pay",
    paragraph: "§ 3 Abs. 1, § 4 Abs. 1 EFZG",
    version: "2026-01",
    verified: true,
};

/// § 616 BGB: prevented for a short time without fault.
pub const SHORT_HINDRANCE: Rule =
    Rule { key: "short_hindrance", paragraph: "§ 616 BGB", version: "2026-01", verified: false };

/// § 2 EFZG: pay for hours that fall away because of a holiday.
pub const HOLIDAY_PAY: Rule =
    Rule { key: "holiday_pay", paragraph: "§ 2 Abs. 1 EFZG", version: "2026-01", verified: true };

/// Unpaid leave rests on an agreement.
pub const UNPAID: Rule =
    Rule { key: "unpaid_leave", paragraph: "Vereinbarung", version: "2026-01", verified: true };

impl AbsenceKind {
    /// The wage kind of its line.
    #[must_use]
    pub const fn wage_kind(self) -> WageKind {
        match self {
            Self::Vacation => WageKind::Vacation,
            Self::Sick => WageKind::Sick,
            Self::ChildSick => WageKind::ChildSick,
            Self::HolidayNotWorked => WageKind::HolidayNotWorked,
            Self::SpecialLeave => WageKind::SpecialLeave,
            Self::UnpaidLeave => WageKind::UnpaidLeave,
        }
    }

    /// Whether it is paid at all.
    #[must_use]
    pub const fn is_paid(self) -> bool {
        !matches!(self, Self::UnpaidLeave)
    }

    /// The rule it rests on.
    #[must_use]
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::Vacation => &VACATION_PAY,
            Self::Sick => &SICK_PAY,
            Self::ChildSick | Self::SpecialLeave => &SHORT_HINDRANCE,
            Self::HolidayNotWorked => &HOLIDAY_PAY,
            Self::UnpaidLeave => &UNPAID,
        }
    }
}

/// What is known of a certificate of sickness (Arbeitsunfähigkeitsbescheinigung).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// None yet.
    #[default]
    None,
    /// On paper, seen on that day (private insurance, Haushaltsscheck).
    Paper(NaiveDate),
    /// Pulled from the health insurance (eAU) on that day.
    Electronic(NaiveDate),
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
