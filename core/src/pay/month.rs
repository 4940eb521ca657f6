//! A month of one person, from settled shifts to lines of pay (Monatsabrechnung).

use super::absence::entry::Absence;
use super::finding::Finding;
use super::hand_entered::HandEntered;
use super::line::{Columns, PayLine};
use super::month_cut::Carry;
use super::run::Run;
use crate::contract::version::{ContractVersion, in_force};
use crate::law::duty::duties;
use crate::law::surcharge_class::Switches;
use crate::money::Exact;
use crate::time::{Minutes, Month};
use crate::work::Shift;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Everything a month of pay is made of.
#[derive(Debug, Clone, Copy)]
pub struct MonthInput<'a> {
    /// The person's id.
    pub person: &'a str,
    /// Which month.
    pub month: Month,
    /// The contract, oldest version first, as
    /// [`check`](crate::contract::refusal::check) accepts it.
    pub versions: &'a [ContractVersion],
    /// Every shift that touches the month or the day before it, and every
    /// shift that adjoins one of those: night work taken up on the last
    /// evening of the old month decides about the first night of the new one.
    pub shifts: &'a [Shift],
    /// Lines entered by hand for this month.
    pub hand_entered: &'a [HandEntered],
    /// The person's absences; those of the twelve months before count for the
    /// six weeks, the averages and the days with a sick child.
    pub absences: &'a [Absence],
    /// What was earned on the days of the twelve months before, for averages:
    /// [`MonthPay::days`] of those months, in order.
    pub earned: &'a [DayEarned],
}

impl<'a> MonthInput<'a> {
    /// A month of shifts alone.
    #[must_use]
    pub const fn new(
        person: &'a str,
        month: Month,
        versions: &'a [ContractVersion],
        shifts: &'a [Shift],
    ) -> Self {
        Self { person, month, versions, shifts, hand_entered: &[], absences: &[], earned: &[] }
    }
}

/// Millionths of a cent: what averages are made of. Fine enough that no cent
/// of an average depends on it, and cheap to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MicroCents(i64);

impl MicroCents {
    /// To the millionth, half up; the largest number where it does not fit
    /// (nine million euros a day).
    #[must_use]
    pub fn of(exact: Exact) -> Self {
        let (numerator, denominator) = (exact * Exact::from_int(1_000_000)).parts();
        let rounded = (numerator * 2 + denominator).div_euclid(denominator * 2);
        Self(i64::try_from(rounded).unwrap_or(i64::MAX))
    }

    /// As an exact number of cents.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::fraction(self.0, 1_000_000).expect("a million is not zero")
    }

    /// So many times, for minutes.
    pub(crate) const fn times(self, minutes: Minutes) -> Self {
        Self(self.0.saturating_mul(minutes.get()))
    }
}

impl std::ops::AddAssign for MicroCents {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }
}

/// What was earned on one local day; the averages of absences are made of
/// these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayEarned {
    /// The local day.
    pub day: NaiveDate,
    /// Worked minutes.
    pub minutes: Minutes,
    /// Base pay; under a salary the value of the hours.
    pub base: MicroCents,
    /// Surcharges.
    pub surcharges: MicroCents,
}

/// Minutes of a line that are paid at one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRate {
    /// How many minutes.
    pub minutes: Minutes,
    /// Cents per hour as numerator and denominator.
    pub rate: (i64, i64),
}

/// Sums of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Worked minutes: all base lines.
    pub worked: Minutes,
    /// Credited minutes that were not worked: all paid absence lines.
    pub credited: Minutes,
    /// All lines.
    pub columns: Columns,
}

/// A month of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthPay {
    /// The person's id.
    pub person: String,
    /// Which month.
    pub month: Month,
    /// The lines, by wage kind.
    pub lines: Vec<PayLine>,
    /// For each line the rates it is made of, where there are several; in the
    /// order of `lines`.
    pub rates: Vec<Vec<LineRate>>,
    /// What a person should look at; see [`refuses`](super::finding::FindingKind::refuses).
    pub findings: Vec<Finding>,
    /// Shifts that cross an edge of the month.
    pub carries: Vec<Carry>,
    /// What was earned on each day, in order.
    pub days: Vec<DayEarned>,
    /// Sums.
    pub totals: Totals,
}

impl MonthPay {
    /// Whether a finding keeps the month from approval and export.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.kind.refuses())
    }
}

/// The lines of a month. Never refuses: what keeps it from approval is among
/// the findings, and minutes that cannot be paid are named there.
#[must_use]
pub fn pay_month(input: &MonthInput<'_>) -> MonthPay {
    let switches = switches(input);
    let mut run = Run::new(input, switches);
    run.overlaps();
    for duty in duties(input.shifts, switches.night_taken_up) {
        run.duty(&duty, None);
    }
    run.absences();
    run.finish()
}

/// The choices about classes that hold for the month: those of the version in
/// force on its first day.
fn switches(input: &MonthInput<'_>) -> Switches {
    in_force(input.versions, input.month.first_day())
        .or(input.versions.first())
        .map(|version| version.switches.classes)
        .unwrap_or_default()
}
