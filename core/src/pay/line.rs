//! A line of pay (Lohnzeile): how much of what, for how much money, and why.
//!
//! Base lines partition the worked minutes; absence lines add up to the
//! credited time; surcharge lines lie on top of base minutes; hand-entered
//! lines stand for themselves. `payroll` turns lines into files and reads
//! nothing else.

use crate::money::{Cents, Percent};
use crate::time::{Interval, Minutes, Month};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a line pays for (Lohnart by meaning; the payroll office owns the numbers).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WageKind {
    /// Full work and paid breaks, and a call-out (Grundlohn).
    Work,
    /// Standby on site (Bereitschaftsdienst).
    Standby,
    /// A call-out inside standby or on-call (Inanspruchnahme).
    CallOut,
    /// On-call allowance (Rufbereitschaft): on top of nothing, no worked minutes.
    OnCall,
    /// Travel.
    Travel,
    /// Team meeting.
    Meeting,
    /// Training.
    Training,
    /// Monthly salary (verstetigtes Entgelt), instead of hourly base amounts.
    MonthlySalary,
    /// Night surcharge, ceiling 25 %.
    Night25,
    /// Night surcharge 0–4 h, ceiling 40 %.
    Night40,
    /// Sunday surcharge, ceiling 50 %.
    Sunday50,
    /// Holiday surcharge, ceiling 125 %.
    Holiday125,
    /// Holiday surcharge, ceiling 150 %.
    Holiday150,
    /// A surcharge that only this contract knows, by its word.
    Contract(String),
    /// Vacation (Urlaub).
    Vacation,
    /// Continued pay in sickness (Entgeltfortzahlung).
    Sick,
    /// Child sick (Kind krank), where the employer pays.
    ChildSick,
    /// Holiday not worked (Feiertagslohn, § 2 EFZG).
    HolidayNotWorked,
    /// Special leave (Sonderurlaub, § 616 BGB).
    SpecialLeave,
    /// Unpaid leave: time without money.
    UnpaidLeave,
    /// Pay while the MuSchG forbids all work (Mutterschutzlohn, § 18 MuSchG).
    MaternityPay,
    /// What the employer adds to the maternity allowance, by calendar days
    /// (Zuschuss zum Mutterschaftsgeld, § 20 MuSchG).
    MaternityAllowance,
    /// Surcharges inside paid absence: liable (Zuschlag Ausfall, pflichtig).
    AbsenceSurcharge,
    /// A booking of the hours account that is paid out or withheld.
    HoursAccount,
    /// Entered by hand, by its word: expenses, mileage, bonus, advance, lump standby.
    HandEntered(String),
}

/// What a kind is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// Its own name.
    Plain,
    /// A word of the contract.
    ByContract(&'a str),
    /// The word of whoever entered the line.
    ByHand(&'a str),
}

impl WageKind {
    /// Every kind without a word of its own.
    pub const PLAIN: [Self; 23] = [
        Self::Work,
        Self::Standby,
        Self::CallOut,
        Self::OnCall,
        Self::Travel,
        Self::Meeting,
        Self::Training,
        Self::MonthlySalary,
        Self::Night25,
        Self::Night40,
        Self::Sunday50,
        Self::Holiday125,
        Self::Holiday150,
        Self::Vacation,
        Self::Sick,
        Self::ChildSick,
        Self::HolidayNotWorked,
        Self::SpecialLeave,
        Self::UnpaidLeave,
        Self::MaternityPay,
        Self::MaternityAllowance,
        Self::AbsenceSurcharge,
        Self::HoursAccount,
    ];

    /// The stable word in mappings, files and JSON; contract and hand-entered
    /// kinds carry their own word after a colon.
    #[must_use]
    pub fn word(&self) -> String {
        let plain = match self {
            Self::Work => "work",
            Self::Standby => "standby",
            Self::CallOut => "call_out",
            Self::OnCall => "on_call",
            Self::Travel => "travel",
            Self::Meeting => "meeting",
            Self::Training => "training",
            Self::MonthlySalary => "monthly_salary",
            Self::Night25 => "night_25",
            Self::Night40 => "night_40",
            Self::Sunday50 => "sunday_50",
            Self::Holiday125 => "holiday_125",
            Self::Holiday150 => "holiday_150",
            Self::Contract(word) => return format!("contract:{word}"),
            Self::Vacation => "vacation",
            Self::Sick => "sick",
            Self::ChildSick => "child_sick",
            Self::HolidayNotWorked => "holiday_not_worked",
            Self::SpecialLeave => "special_leave",
            Self::UnpaidLeave => "unpaid_leave",
            Self::MaternityPay => "maternity_pay",
            Self::MaternityAllowance => "maternity_allowance",
            Self::AbsenceSurcharge => "absence_surcharge",
            Self::HoursAccount => "hours_account",
            Self::HandEntered(word) => return format!("hand_entered:{word}"),
        };
        plain.to_owned()
    }

    /// What it is named by: the law and this program, or a word of somebody's own.
    #[must_use]
    pub const fn named(&self) -> Named<'_> {
        match self {
            Self::Contract(word) => Named::ByContract(word.as_str()),
            Self::HandEntered(word) => Named::ByHand(word.as_str()),
            Self::Work
            | Self::Standby
            | Self::CallOut
            | Self::OnCall
            | Self::Travel
            | Self::Meeting
            | Self::Training
            | Self::MonthlySalary
            | Self::Night25
            | Self::Night40
            | Self::Sunday50
            | Self::Holiday125
            | Self::Holiday150
            | Self::Vacation
            | Self::Sick
            | Self::ChildSick
            | Self::HolidayNotWorked
            | Self::SpecialLeave
            | Self::UnpaidLeave
            | Self::MaternityPay
            | Self::MaternityAllowance
            | Self::AbsenceSurcharge
            | Self::HoursAccount => Named::Plain,
        }
    }

    /// Whether its minutes partition the worked minutes (base lines).
    #[must_use]
    pub const fn is_base(&self) -> bool {
        matches!(
            self,
            Self::Work
                | Self::Standby
                | Self::CallOut
                | Self::Travel
                | Self::Meeting
                | Self::Training
        )
    }

    /// Whether it lies on top of base minutes.
    #[must_use]
    pub const fn is_surcharge(&self) -> bool {
        matches!(
            self,
            Self::Night25
                | Self::Night40
                | Self::Sunday50
                | Self::Holiday125
                | Self::Holiday150
                | Self::Contract(_)
        )
    }

    /// Whether it is credited time that was not worked.
    #[must_use]
    pub const fn is_absence(&self) -> bool {
        matches!(
            self,
            Self::Vacation
                | Self::Sick
                | Self::ChildSick
                | Self::HolidayNotWorked
                | Self::SpecialLeave
                | Self::UnpaidLeave
                | Self::MaternityPay
                | Self::MaternityAllowance
        )
    }
}

/// How much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Full minutes; files carry them as hours, half up to two decimals.
    Minutes(Minutes),
    /// Hundredths of a day.
    Days(i64),
    /// Hundredths of a piece or kilometre.
    Count(i64),
    /// Only an amount.
    Amount,
}

/// The six columns of money (`docs/definitions.md` § 0a.9), each rounded once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Columns {
    /// What is paid, gross.
    pub paid: Cents,
    /// Tax-free part (§ 3b EStG).
    pub tax_free: Cents,
    /// The rest of `paid`.
    pub tax_liable: Cents,
    /// Free of social-security contributions (§ 1 Abs. 1 Nr. 1 SvEV).
    pub sv_free: Cents,
    /// The rest of `paid`.
    pub sv_liable: Cents,
    /// Counts for the accident insurance (§ 1 Abs. 2 SvEV): always all of it.
    pub accident_liable: Cents,
}

/// A rule that a span rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RuleRef {
    /// Key of the rule, as in `law` (`night_surcharge`) or `contract_*`; its
    /// sentence in `core/words` is `rule-` and the key with hyphens.
    pub key: Cow<'static, str>,
    /// Where it stands: `§ 3b Abs. 1 Nr. 1 EStG`, or `Vertrag`.
    pub paragraph: Cow<'static, str>,
    /// Version of the rule or the day from which its figure holds: `2026-01`.
    pub version: Cow<'static, str>,
    /// `false` where the source is from memory or doubtful.
    pub verified: bool,
}

/// A stretch of time that a line counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaySpan {
    /// The shift it lies in, or the absence.
    pub shift: String,
    /// When, on the UTC axis.
    pub span: Interval,
    /// The zone to word it in, as in the IANA table.
    pub zone: Cow<'static, str>,
    /// Minutes of it that the line counts; less than the span's length only
    /// where funding parts share a stretch.
    pub minutes: Minutes,
    /// Why, in the order of application.
    pub rules: Vec<RuleRef>,
}

/// One line of pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayLine {
    /// The person's id in the record, or a name in a test file.
    pub person: String,
    /// The number at the payroll office; exports refuse without it.
    pub personnel_number: Option<u32>,
    /// What it pays for.
    pub wage_kind: WageKind,
    /// The month in which it is paid.
    pub month: Month,
    /// The month it belongs to; differs from `month` only in corrections.
    pub month_of_origin: Month,
    /// Id of the contract version that was read.
    pub contract_version: String,
    /// The cost centre (Kostenstelle) of the funding source.
    pub cost_centre: Option<String>,
    /// How much.
    pub quantity: Quantity,
    /// Cents per hour before rounding, as numerator and denominator, where the
    /// line is paid by the hour.
    pub rate: Option<(i64, i64)>,
    /// The percentage that is paid, on surcharge lines.
    pub percent: Option<Percent>,
    /// The money.
    pub columns: Columns,
    /// What it counts, in order of time; empty on hand-entered lines.
    pub spans: Vec<PaySpan>,
    /// The reason, on hand-entered lines and corrections.
    pub reason: Option<String>,
}
