//! What an absence is to pay (Abwesenheitsmeldung): its line and its rule.

use super::maternity::MATERNITY_PAY;
pub use crate::absence::{Absence, AbsenceKind, Certificate, touched};
use crate::law::dated::Rule;
use crate::law::maternity_allowance::ALLOWANCE;
use crate::pay::line::WageKind;

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
            Self::MaternityLeave => WageKind::MaternityAllowance,
            Self::EmploymentBan => WageKind::MaternityPay,
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
            Self::MaternityLeave => &ALLOWANCE,
            Self::EmploymentBan => &MATERNITY_PAY,
        }
    }
}
