//! What the worked minutes themselves are paid (Grundvergütung), and the sums
//! per line.
//!
//! Minutes are summed per (person, month, wage kind, contract version, cost
//! centre); within a line, cells of minutes that are alike in kind, class and
//! earned surcharges are kept apart until the money is summed exactly and
//! rounded once.

use super::absence::entry::AbsenceKind;
use super::line::{Columns, PayLine, PaySpan, Quantity, RuleRef, WageKind};
use super::month::{LineRate, MicroCents};
use super::surcharge::{RowRate, Rows, row_rates};
use crate::contract::surcharge::{StatutoryHours, Surcharge, Window};
use crate::contract::version::ContractVersion;
use crate::law::dated::Dated;
use crate::law::minimum_wage::MINIMUM_WAGE;
use crate::law::surcharge_class::Class;
use crate::law::surcharge_split::{CONTRIBUTION_CAPS, Split, TAX_CAPS};
use crate::money::{Cents, Exact, Percent};
use crate::time::{Minutes, Month};
use crate::work::Kind;
use chrono::NaiveDate;
use std::borrow::Cow;

impl Columns {
    /// Wage that is liable in every column.
    #[must_use]
    pub const fn liable(paid: Cents) -> Self {
        Self {
            paid,
            tax_free: Cents::ZERO,
            tax_liable: paid,
            sv_free: Cents::ZERO,
            sv_liable: paid,
            accident_liable: paid,
        }
    }

    /// A surcharge's exact split, each part rounded once; liable parts are
    /// differences.
    #[must_use]
    pub fn of(split: Split) -> Self {
        let paid = split.paid.round();
        // Shares are attributed to the millionth: never more free than paid.
        let tax_free = split.tax_free.round().min(paid);
        let sv_free = split.sv_free.round().min(tax_free);
        Self {
            paid,
            tax_free,
            tax_liable: paid - tax_free,
            sv_free,
            sv_liable: paid - sv_free,
            accident_liable: paid,
        }
    }
}

impl std::ops::AddAssign for Columns {
    fn add_assign(&mut self, other: Self) {
        self.paid += other.paid;
        self.tax_free += other.tax_free;
        self.tax_liable += other.tax_liable;
        self.sv_free += other.sv_free;
        self.sv_liable += other.sv_liable;
        self.accident_liable += other.accident_liable;
    }
}

/// The wage kind of the base line for a kind of work.
#[must_use]
pub const fn base_wage_kind(kind: Kind) -> WageKind {
    match kind {
        Kind::Work | Kind::PaidBreak | Kind::UnpaidBreak => WageKind::Work,
        Kind::Standby => WageKind::Standby,
        Kind::CallOut => WageKind::CallOut,
        Kind::Travel => WageKind::Travel,
        Kind::Meeting => WageKind::Meeting,
        Kind::Training => WageKind::Training,
        Kind::OnCall => WageKind::OnCall,
    }
}

/// The wage kind of a row of the table.
#[must_use]
pub fn row_wage_kind(row: &Surcharge) -> WageKind {
    match row.window {
        Window::Statutory(hours) => match hours {
            StatutoryHours::Night25 => WageKind::Night25,
            StatutoryHours::Night40 => WageKind::Night40,
            StatutoryHours::Sunday50 => WageKind::Sunday50,
            StatutoryHours::Holiday125 => WageKind::Holiday125,
            StatutoryHours::Holiday150 => WageKind::Holiday150,
        },
        Window::Clock { .. } | Window::Always => WageKind::Contract(row.word.clone()),
    }
}

/// A rule of the contract, of the version that was read.
pub(crate) fn contract_rule(key: &'static str, version: &ContractVersion) -> RuleRef {
    RuleRef {
        key: Cow::Borrowed(key),
        paragraph: Cow::Borrowed(CONTRACT),
        version: Cow::Owned(version.valid_from.to_string()),
        verified: true,
    }
}

/// What stands in [`RuleRef::paragraph`] where the contract is the source.
pub const CONTRACT: &str = "Vertrag";

/// The key of the contract's rule for a kind of work.
pub(crate) const fn base_rule_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Work | Kind::PaidBreak | Kind::UnpaidBreak => "contract_work",
        Kind::Standby => "contract_standby",
        Kind::CallOut => "contract_call_out",
        Kind::Travel => "contract_travel",
        Kind::Meeting => "contract_meeting",
        Kind::Training => "contract_training",
        Kind::OnCall => "contract_on_call",
    }
}

/// Which rows of the law's dated tables are in force: amounts of a cell depend
/// on the day only through this.
fn epoch(day: NaiveDate) -> usize {
    fn rows<T>(rows: &[Dated<T>], day: NaiveDate) -> usize {
        rows.iter().filter(|row| row.from <= day).count()
    }
    (rows(TAX_CAPS, day) * 64 + rows(CONTRIBUTION_CAPS, day)) * 1024 + rows(MINIMUM_WAGE, day)
}

/// Minutes that are alike in everything that decides about money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellKey {
    version: usize,
    kind: Kind,
    class: Class,
    rows: Rows,
    epoch: usize,
}

/// What an hour of a cell pays; nothing known where `known` is false.
#[derive(Debug)]
pub(crate) struct Cell {
    key: CellKey,
    /// Base pay, also under a salary: the value of the hour.
    pub(crate) base: Exact,
    pub(crate) rates: Vec<RowRate>,
    /// All surcharges together.
    pub(crate) surcharges: Exact,
    /// Both for a minute, for averages.
    pub(crate) base_a_minute: MicroCents,
    pub(crate) surcharges_a_minute: MicroCents,
    pub(crate) known: bool,
}

/// The cells seen so far. A month of a person has a few dozen.
#[derive(Debug, Default)]
pub(crate) struct Cells(Vec<Cell>);

impl Cells {
    /// The place of the cell for these minutes, made if it is new.
    pub(crate) fn place(
        &mut self,
        versions: &[ContractVersion],
        version: usize,
        kind: Kind,
        class: Class,
        rows: Rows,
        day: NaiveDate,
    ) -> usize {
        let key = CellKey { version, kind, class, rows, epoch: epoch(day) };
        if let Some(place) = self.0.iter().position(|cell| cell.key == key) {
            return place;
        }
        let contract = &versions[version];
        let base = contract.hourly_pay(kind, day);
        let rates = row_rates(contract, kind, class, rows, day);
        let known = base.is_some() && (rows == 0 || rates.is_some());
        let rates = rates.unwrap_or_default();
        let base = base.unwrap_or(Exact::ZERO);
        let surcharges: Exact = rates.iter().map(|rate| rate.split.paid).sum();
        let minute = Minutes::new(1);
        self.0.push(Cell {
            key,
            base,
            surcharges,
            base_a_minute: MicroCents::of(base.for_minutes(minute)),
            surcharges_a_minute: MicroCents::of(surcharges.for_minutes(minute)),
            rates,
            known,
        });
        self.0.len() - 1
    }

    pub(crate) fn at(&self, place: usize) -> &Cell {
        &self.0[place]
    }
}

/// What a line sums up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// Base pay of a kind.
    Base(Kind),
    /// A row of the version's table; rows of one wage kind share the first.
    Row(usize),
    /// A flat amount of a row, counted by nights.
    Flat(usize),
    /// Credited time of an absence.
    Absence(AbsenceKind),
    /// Surcharges inside paid absence.
    AbsenceSurcharge,
}

/// A line while it grows.
#[derive(Debug)]
pub(crate) struct LineSum {
    pub(crate) slot: Slot,
    pub(crate) version: usize,
    pub(crate) centre: usize,
    /// Minutes by cell.
    cells: Vec<(usize, i64)>,
    /// Minutes and money that come from an average, not from a cell.
    averaged: (i64, Exact),
    /// Nights, for flat amounts.
    nights: i64,
    /// Local day of the last span: spans are joined only within a day, so that
    /// each is worded with one date.
    last_day: Option<NaiveDate>,
    spans: Vec<PaySpan>,
}

/// The lines of a month while they grow.
#[derive(Debug, Default)]
pub(crate) struct LineSums(Vec<LineSum>);

impl LineSums {
    fn line(&mut self, slot: Slot, version: usize, centre: usize) -> &mut LineSum {
        let found = self
            .0
            .iter()
            .position(|line| line.slot == slot && line.version == version && line.centre == centre);
        let place = found.unwrap_or_else(|| {
            self.0.push(LineSum {
                slot,
                version,
                centre,
                cells: Vec::new(),
                averaged: (0, Exact::ZERO),
                nights: 0,
                last_day: None,
                spans: Vec::new(),
            });
            self.0.len() - 1
        });
        &mut self.0[place]
    }

    /// Adds minutes of a cell, on a local day, to a line.
    pub(crate) fn add(
        &mut self,
        slot: Slot,
        version: usize,
        centre: usize,
        cell: usize,
        day: NaiveDate,
        span: PaySpan,
    ) {
        let minutes = span.minutes.get();
        let line = self.line(slot, version, centre);
        let same_day = line.last_day == Some(day);
        line.last_day = Some(day);
        match line.cells.iter_mut().find(|(place, _)| *place == cell) {
            Some((_, sum)) => *sum += minutes,
            None => line.cells.push((cell, minutes)),
        }
        if same_day
            && let Some(last) = line.spans.last_mut()
            && last.span.to() == span.span.from()
            && last.shift == span.shift
            && last.rules == span.rules
            && (last.minutes == last.span.length()) == (span.minutes == span.span.length())
            && let Some(longer) = crate::time::Interval::new(last.span.from(), span.span.to())
        {
            last.span = longer;
            last.minutes += span.minutes;
            return;
        }
        line.spans.push(span);
    }

    /// Adds minutes at an average, for an exact amount in cents, to a line.
    pub(crate) fn add_amount(
        &mut self,
        slot: Slot,
        version: usize,
        centre: usize,
        amount: Exact,
        day: NaiveDate,
        span: PaySpan,
    ) {
        let line = self.line(slot, version, centre);
        line.averaged.0 += span.minutes.get();
        line.averaged.1 += amount;
        line.last_day = Some(day);
        line.spans.push(span);
    }

    /// Adds a night to a flat line.
    pub(crate) fn add_night(&mut self, row: usize, version: usize, centre: usize, span: PaySpan) {
        let line = self.line(Slot::Flat(row), version, centre);
        line.nights += 1;
        line.spans.push(span);
    }

    /// The finished lines, by wage kind, version and cost centre.
    pub(crate) fn finish(
        self,
        versions: &[ContractVersion],
        cells: &Cells,
        centres: &[Option<&str>],
        person: &str,
        month: Month,
    ) -> Vec<(PayLine, Vec<LineRate>)> {
        let mut sums = self.0;
        sums.sort_by_key(|line| (line.version, line.slot, line.centre));
        // The caller sorts by wage kind; versions stay in order of time.
        sums.into_iter().map(|sum| sum.finish(versions, cells, centres, person, month)).collect()
    }
}

impl LineSum {
    fn finish(
        self,
        versions: &[ContractVersion],
        cells: &Cells,
        centres: &[Option<&str>],
        person: &str,
        month: Month,
    ) -> (PayLine, Vec<LineRate>) {
        let version = &versions[self.version];
        let in_cells: i64 = self.cells.iter().map(|(_, minutes)| minutes).sum();
        let minutes = Minutes::new(in_cells + self.averaged.0);
        let mut rates: Vec<(Exact, Option<Percent>, i64)> = Vec::new();
        let mut total = Split::liable(self.averaged.1);
        for (place, minutes) in &self.cells {
            let cell = cells.at(*place);
            let minutes = Minutes::new(*minutes);
            match self.slot {
                Slot::Base(kind) => {
                    // A salary pays for the hours; on-call is paid on top of it.
                    let salaried = version.has_salary() && kind != Kind::OnCall;
                    let rate = if salaried { Exact::ZERO } else { cell.base };
                    rates.push((rate, None, minutes.get()));
                    total = total + Split::liable(rate.for_minutes(minutes));
                }
                Slot::Row(first) => {
                    let wanted = row_wage_kind(&version.surcharges[first]);
                    for rate in &cell.rates {
                        if row_wage_kind(&version.surcharges[rate.row]) == wanted {
                            rates.push((rate.split.paid, rate.percent, minutes.get()));
                            total = total + rate.split.for_minutes(minutes);
                        }
                    }
                }
                Slot::Flat(_) => {}
                Slot::Absence(kind) => {
                    let paid = kind.is_paid() && !version.has_salary();
                    let rate = if paid { cell.base } else { Exact::ZERO };
                    rates.push((rate, None, minutes.get()));
                    total = total + Split::liable(rate.for_minutes(minutes));
                }
                Slot::AbsenceSurcharge => {
                    rates.push((cell.surcharges, None, minutes.get()));
                    total = total + Split::liable(cell.surcharges.for_minutes(minutes));
                }
            }
        }
        if self.averaged.0 != 0 {
            // An average has no rate of its own that would multiply back.
            rates.clear();
        }
        let one = |same: bool| if same { rates.first() } else { None };
        let rate = one(rates.windows(2).all(|pair| pair[0].0 == pair[1].0)).map(|rate| rate.0);
        let percent = one(rates.windows(2).all(|pair| pair[0].1 == pair[1].1));
        let (wage_kind, quantity, columns) = match self.slot {
            Slot::Base(kind) => {
                (base_wage_kind(kind), Quantity::Minutes(minutes), Columns::of(total))
            }
            Slot::Row(row) => (
                row_wage_kind(&version.surcharges[row]),
                Quantity::Minutes(minutes),
                Columns::of(total),
            ),
            Slot::Absence(kind) => {
                (kind.wage_kind(), Quantity::Minutes(minutes), Columns::of(total))
            }
            Slot::AbsenceSurcharge => {
                (WageKind::AbsenceSurcharge, Quantity::Minutes(minutes), Columns::of(total))
            }
            Slot::Flat(row) => {
                let each = match version.surcharges[row].pays {
                    crate::contract::surcharge::SurchargePay::Flat(each) => each.get(),
                    crate::contract::surcharge::SurchargePay::Percent { .. }
                    | crate::contract::surcharge::SurchargePay::PerHour(_) => 0,
                };
                (
                    row_wage_kind(&version.surcharges[row]),
                    Quantity::Count(self.nights * 100),
                    Columns::liable(Cents::new(each * self.nights)),
                )
            }
        };
        let several = if rate.is_some() { Vec::new() } else { by_rate(&rates) };
        let line = PayLine {
            person: person.to_owned(),
            personnel_number: version.personnel_number,
            wage_kind,
            month,
            month_of_origin: month,
            contract_version: version.id.clone(),
            cost_centre: centres[self.centre].map(ToOwned::to_owned),
            quantity,
            rate: rate.filter(|rate| *rate != Exact::ZERO).and_then(rate_parts),
            percent: percent.and_then(|rate| rate.1),
            columns,
            spans: self.spans,
            reason: None,
        };
        (line, several)
    }
}

/// Minutes by rate, highest rate first.
fn by_rate(rates: &[(Exact, Option<Percent>, i64)]) -> Vec<LineRate> {
    let mut sums: Vec<(Exact, i64)> = Vec::new();
    for (rate, _, minutes) in rates {
        match sums.iter_mut().find(|(known, _)| known == rate) {
            Some((_, sum)) => *sum += minutes,
            None => sums.push((*rate, *minutes)),
        }
    }
    sums.sort_by(|a, b| b.cmp(a));
    sums.into_iter()
        .filter_map(|(rate, minutes)| {
            Some(LineRate { minutes: Minutes::new(minutes), rate: rate_parts(rate)? })
        })
        .collect()
}

/// A rate as the two numbers of a line; `None` if they do not fit.
#[must_use]
pub fn rate_parts(rate: Exact) -> Option<(i64, i64)> {
    let (numerator, denominator) = rate.parts();
    Some((i64::try_from(numerator).ok()?, i64::try_from(denominator).ok()?))
}
