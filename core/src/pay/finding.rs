//! What a month of pay has to say beside its lines (Hinweise der Abrechnung).

use crate::time::Interval;
use serde::{Deserialize, Serialize};

/// What was found. The word is stable; its sentence is `pay-finding-<word>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Minutes on a day without a contract; nothing is paid for them.
    NoContract,
    /// No hourly wage can be read from the contract.
    NoWage,
    /// Two records of one person overlap; the minutes count once.
    ShiftsOverlap,
    /// Funding parts pay for more than was worked.
    FundingExceeds,
    /// Funding parts pay for less than was worked.
    FundingIncomplete,
    /// A hand-entered line that nobody approved; left out.
    HandEnteredOpen,
    /// Two absences of one person on the same day.
    AbsencesOverlap,
    /// Worked on a day of absence.
    WorkedWhileAbsent,
    /// A holiday not worked on a day that is no holiday at the workplace.
    NotAHoliday,
    /// Sickness in the first four weeks of the employment (§ 3 Abs. 3 EFZG).
    SickInWaitingPeriod,
    /// Sickness beyond six weeks (§ 3 Abs. 1 EFZG).
    SickBeyondSixWeeks,
    /// The certificate is due and missing; pay may be held back (§ 7 EFZG).
    CertificateMissing,
    /// Neither a planned shift nor any reference: the credited time is zero.
    NoReference,
    /// More days with a sick child than the contract pays.
    ChildSickBeyondContract,
    /// An absence was asked for and nobody has decided.
    AbsenceOpen,
    /// An absence with two values, or two decisions: it counts nowhere.
    AbsenceUnsettled,
    /// A ban of all work without an expected day of birth: no months measure
    /// its pay (§ 18 MuSchG).
    MaternityDueUnknown,
    /// The months before the pregnancy are not known here (§ 18 MuSchG).
    MaternityReferenceMissing,
    /// The payroll office computes the maternity allowance (§ 20 MuSchG).
    MaternityAllowanceOpen,
}

impl FindingKind {
    /// Every kind.
    pub const ALL: [Self; 19] = [
        Self::NoContract,
        Self::NoWage,
        Self::ShiftsOverlap,
        Self::FundingExceeds,
        Self::FundingIncomplete,
        Self::HandEnteredOpen,
        Self::AbsencesOverlap,
        Self::WorkedWhileAbsent,
        Self::NotAHoliday,
        Self::SickInWaitingPeriod,
        Self::SickBeyondSixWeeks,
        Self::CertificateMissing,
        Self::NoReference,
        Self::ChildSickBeyondContract,
        Self::AbsenceOpen,
        Self::AbsenceUnsettled,
        Self::MaternityDueUnknown,
        Self::MaternityReferenceMissing,
        Self::MaternityAllowanceOpen,
    ];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoContract => "no_contract",
            Self::NoWage => "no_wage",
            Self::ShiftsOverlap => "shifts_overlap",
            Self::FundingExceeds => "funding_exceeds",
            Self::FundingIncomplete => "funding_incomplete",
            Self::HandEnteredOpen => "hand_entered_open",
            Self::AbsencesOverlap => "absences_overlap",
            Self::WorkedWhileAbsent => "worked_while_absent",
            Self::NotAHoliday => "not_a_holiday",
            Self::SickInWaitingPeriod => "sick_in_waiting_period",
            Self::SickBeyondSixWeeks => "sick_beyond_six_weeks",
            Self::CertificateMissing => "certificate_missing",
            Self::NoReference => "no_reference",
            Self::ChildSickBeyondContract => "child_sick_beyond_contract",
            Self::AbsenceOpen => "absence_open",
            Self::AbsenceUnsettled => "absence_unsettled",
            Self::MaternityDueUnknown => "maternity_due_unknown",
            Self::MaternityReferenceMissing => "maternity_reference_missing",
            Self::MaternityAllowanceOpen => "maternity_allowance_open",
        }
    }

    /// Whether the month cannot be approved and exported before it is settled.
    #[must_use]
    pub const fn refuses(self) -> bool {
        match self {
            Self::NoContract
            | Self::NoWage
            | Self::ShiftsOverlap
            | Self::FundingExceeds
            | Self::HandEnteredOpen
            | Self::AbsencesOverlap
            | Self::AbsenceUnsettled
            | Self::NotAHoliday => true,
            Self::FundingIncomplete
            | Self::WorkedWhileAbsent
            | Self::SickInWaitingPeriod
            | Self::SickBeyondSixWeeks
            | Self::CertificateMissing
            | Self::NoReference
            | Self::AbsenceOpen
            | Self::MaternityDueUnknown
            | Self::MaternityReferenceMissing
            | Self::MaternityAllowanceOpen
            | Self::ChildSickBeyondContract => false,
        }
    }
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Ids of the shifts, absences or entries it is about.
    pub about: Vec<String>,
    /// When.
    pub spans: Vec<Interval>,
}
