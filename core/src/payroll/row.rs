//! From a line of pay to the rows of a file (Buchungszeilen).
//!
//! Hours are rounded here and nowhere else: half up to two decimals, once per
//! row, from the sum of full minutes (`docs/definitions.md` § 0a.1).

use crate::money::Exact;
use crate::pay::line::{PayLine, PaySpan, Quantity};
use crate::payroll::problem::What;
use crate::payroll::program::{LugColumns, Program};
use crate::payroll::settings::{NegativeValues, OfficeSettings, SendAs, WageType};
use crate::time::{Interval, Minutes, Month, midnight};
use chrono::{Days, NaiveDate, Timelike};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;

/// One row of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Which of the preview's lines it comes from, from 0.
    pub line: usize,
    /// Personalnummer.
    pub personnel_number: u32,
    /// The month in which it is paid.
    pub month: Month,
    /// The month to which it belongs.
    pub origin: Month,
    /// The day, in daily entry.
    pub day: Option<NaiveDate>,
    /// Minutes of that day from and to, 0–1440, where the program takes times.
    pub clock: Option<(u32, u32)>,
    /// Lohnart.
    pub wage_type: Option<u32>,
    /// Hours, days, count or amount.
    pub unit: SendAs,
    /// In hundredths of the unit.
    pub value: i64,
    /// Bearbeitungsschlüssel; 1 is hours.
    pub bs_nr: u32,
    /// Ausfallschlüssel.
    pub absence_key: Option<String>,
    /// Kostenstelle.
    pub cost_centre: Option<String>,
}

impl Row {
    /// Whether it corrects a month that was paid before.
    #[must_use]
    pub fn is_correction(&self) -> bool {
        self.month != self.origin
    }
}

/// Why a line is entered by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HandReason {
    /// The office wants it so.
    Wanted,
    /// An amount without a mapping: sources differ about the keys of amounts.
    Amount,
    /// Below zero.
    Negative,
    /// Money without a quantity, mapped to a quantity.
    NoQuantity,
    /// A correction, and the office enters corrections by hand.
    Correction,
    /// The payroll office computes it: it rests on net pay.
    ByPayroll,
}

impl HandReason {
    /// All of them, for the check that each has its sentence.
    pub const ALL: [Self; 6] = [
        Self::Wanted,
        Self::Amount,
        Self::Negative,
        Self::NoQuantity,
        Self::Correction,
        Self::ByPayroll,
    ];

    /// Key of its sentence in the words files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wanted => "payroll-hand-wanted",
            Self::Amount => "payroll-hand-amount",
            Self::Negative => "payroll-hand-negative",
            Self::NoQuantity => "payroll-hand-no-quantity",
            Self::Correction => "payroll-hand-correction",
            Self::ByPayroll => "payroll-hand-by-payroll",
        }
    }
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It goes into the file.
    Rows(Vec<Row>),
    /// It is listed to be entered by hand.
    ByHand(HandReason),
    /// The office does not want it.
    NotSent,
    /// There is nothing to write.
    Zero,
    /// It cannot be written.
    Refused(What),
}

/// Minutes as hundredths of an hour, half up.
#[must_use]
pub(crate) fn hours(minutes: Minutes) -> i64 {
    Exact::from_int(1).for_minutes(minutes).round_hundredths()
}

/// What becomes of this line, the `at`-th of the preview. `number` is its
/// checked personnel number. Hints are added to `hints`.
pub(crate) fn outcome(
    line: &PayLine,
    at: usize,
    number: u32,
    settings: &OfficeSettings,
    hints: &mut Vec<What>,
) -> Outcome {
    let kind = line.wage_kind.word();
    let natural;
    let entry = match settings.wage_type(&line.wage_kind) {
        Some(entry) => entry,
        // Without an amount the days alone are told; a program that is sent
        // none of it computes it from the dates on the cover sheet.
        None if line.is_left_to_payroll() => return Outcome::ByHand(HandReason::ByPayroll),
        None if line.quantity == Quantity::Amount && settings.program.columns().is_none() => {
            return Outcome::ByHand(HandReason::Amount);
        }
        None if settings.needs_wage_types() || settings.program.columns().is_none() => {
            return Outcome::Refused(What::Unmapped { kind });
        }
        None => {
            natural = as_it_is(line.quantity);
            &natural
        }
    };
    match entry.send_as {
        SendAs::ByHand => return Outcome::ByHand(HandReason::Wanted),
        SendAs::NotSent => return Outcome::NotSent,
        SendAs::Amount if line.is_left_to_payroll() => {
            return Outcome::ByHand(HandReason::ByPayroll);
        }
        SendAs::Hours | SendAs::Days | SendAs::Count | SendAs::Amount => {}
    }
    let blank = Row {
        line: at,
        personnel_number: number,
        month: line.month,
        origin: line.month_of_origin,
        day: None,
        clock: None,
        wage_type: entry.wage_type,
        unit: entry.send_as,
        value: 0,
        bs_nr: entry.bs_nr.unwrap_or(1),
        absence_key: None,
        cost_centre: line.cost_centre.clone(),
    };
    if matches!(settings.program, Program::LohnAg {}) && blank.is_correction() {
        // Times say when somebody was there, not what was paid too little.
        return Outcome::ByHand(HandReason::Correction);
    }
    let made = if matches!(settings.program, Program::LohnAg {}) {
        times(line, &blank, entry, hints)
    } else if settings.program.is_daily() && !line.spans.is_empty() {
        daily(line, &blank, entry, settings)
    } else {
        monthly(line, &blank, entry, settings)
    };
    match made {
        Err(what) => Outcome::Refused(what),
        Ok(rows) if rows.is_empty() || rows.iter().all(|row| row.value == 0) => {
            if line.columns.paid.get() == 0 {
                Outcome::Zero
            } else {
                Outcome::ByHand(HandReason::NoQuantity)
            }
        }
        Ok(mut rows) => {
            rows.retain(|row| row.value != 0);
            if rows.iter().any(|row| row.value < 0)
                && settings.negative_values == NegativeValues::ByHand
            {
                return Outcome::ByHand(HandReason::Negative);
            }
            let highest = settings.program.limits().value;
            match rows.iter().find(|row| row.value.abs() > highest) {
                Some(row) => Outcome::Refused(What::ValueRange { kind, value: row.value, highest }),
                None => Outcome::Rows(rows),
            }
        }
    }
}

/// The mapping of a free layout that has no column for wage types.
const fn as_it_is(quantity: Quantity) -> WageType {
    let send_as = match quantity {
        Quantity::Minutes(_) => SendAs::Hours,
        Quantity::Days(_) => SendAs::Days,
        Quantity::Count(_) => SendAs::Count,
        Quantity::Amount => SendAs::Amount,
    };
    WageType { wage_type: None, send_as, bs_nr: None, absence_key: None }
}

/// One row for the whole month.
fn monthly(
    line: &PayLine,
    blank: &Row,
    entry: &WageType,
    settings: &OfficeSettings,
) -> Result<Vec<Row>, What> {
    let kind = || line.wage_kind.word();
    if matches!(settings.program, Program::Lug { columns: LugColumns::FourAbsences, .. }) {
        return Err(What::NotCarried { kind: kind() });
    }
    let value = match (line.quantity, entry.send_as) {
        (Quantity::Minutes(minutes), SendAs::Hours) => hours(minutes),
        (Quantity::Minutes(minutes), SendAs::Days) => {
            let days = i64::try_from(minutes_by_day(&line.spans)?.len()).unwrap_or(i64::MAX);
            if days == 0 && minutes != Minutes::ZERO {
                return Err(What::Unit { kind: kind(), send_as: entry.send_as });
            }
            days * 100 * minutes.get().signum()
        }
        (Quantity::Days(days), SendAs::Days | SendAs::Count) => days,
        (Quantity::Count(count), SendAs::Count) => count,
        // The office maps it: as many pieces of one euro.
        (Quantity::Amount, SendAs::Count)
        | (
            Quantity::Minutes(_) | Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount,
            SendAs::Amount,
        ) => line.columns.paid.get(),
        (
            Quantity::Minutes(_) | Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount,
            SendAs::Hours | SendAs::Days | SendAs::Count | SendAs::ByHand | SendAs::NotSent,
        ) => return Err(What::Unit { kind: kind(), send_as: entry.send_as }),
    };
    let absence_key =
        if settings.program.columns().is_some() { entry.absence_key.clone() } else { None };
    Ok(vec![Row { value, absence_key, ..blank.clone() }])
}

/// One row for each day (LuG Kalendererfassung).
fn daily(
    line: &PayLine,
    blank: &Row,
    entry: &WageType,
    settings: &OfficeSettings,
) -> Result<Vec<Row>, What> {
    let kind = || line.wage_kind.word();
    let absences_only =
        matches!(settings.program, Program::Lug { columns: LugColumns::FourAbsences, .. });
    if absences_only && (entry.send_as != SendAs::Days || entry.absence_key.is_none()) {
        return Err(What::NotCarried { kind: kind() });
    }
    if !matches!(
        (line.quantity, entry.send_as),
        (Quantity::Minutes(_), SendAs::Hours | SendAs::Days) | (Quantity::Days(_), SendAs::Days)
    ) {
        return monthly(line, blank, entry, settings);
    }
    let Some(by_day) = fitting_days(line)? else {
        if blank.is_correction() {
            // A difference need not lie on days of its own.
            return monthly(line, blank, entry, settings);
        }
        return Err(What::SpansDoNotFit { kind: kind() });
    };
    let month = line.month_of_origin;
    if let Some(day) = by_day.keys().find(|day| Month::of(**day) != month) {
        return Err(What::DayOutsideMonth { day: *day });
    }
    let single = by_day.len() == 1;
    by_day
        .into_iter()
        .map(|(day, minutes)| {
            let value = match (line.quantity, entry.send_as) {
                (Quantity::Days(days), _) if single => days,
                (Quantity::Days(days), _) => 100 * days.signum(),
                (Quantity::Minutes(_), SendAs::Days) => 100 * minutes.get().signum(),
                (Quantity::Minutes(_) | Quantity::Count(_) | Quantity::Amount, _) => hours(minutes),
            };
            let most = if entry.send_as == SendAs::Days { 100 } else { 2_400 };
            if value.abs() > most {
                return Err(What::DayHours { day, value });
            }
            let absence_key = entry.absence_key.clone();
            Ok(Row { day: Some(day), value, absence_key, ..blank.clone() })
        })
        .collect()
}

/// The minutes of a line by day, signed as the line is; `None` if its spans do
/// not add up to its quantity. The spans of a negative difference are those
/// that fell away.
fn fitting_days(line: &PayLine) -> Result<Option<BTreeMap<NaiveDate, Minutes>>, What> {
    let mut by_day = minutes_by_day(&line.spans)?;
    let sum: i64 = by_day.values().map(|minutes| minutes.get()).sum();
    let fits = match line.quantity {
        Quantity::Minutes(minutes) => sum.abs() == minutes.get().abs(),
        Quantity::Days(days) => {
            let whole = i64::try_from(by_day.len()).unwrap_or(i64::MAX).saturating_mul(100);
            by_day.len() == 1 || days.abs() == whole
        }
        Quantity::Count(_) | Quantity::Amount => false,
    };
    if let Quantity::Minutes(minutes) = line.quantity
        && minutes.get().signum() != sum.signum()
    {
        for of_day in by_day.values_mut() {
            *of_day = Minutes::ZERO - *of_day;
        }
    }
    Ok(fits.then_some(by_day))
}

/// From–to times of work, and days of absence (LohnAG).
fn times(
    line: &PayLine,
    blank: &Row,
    entry: &WageType,
    hints: &mut Vec<What>,
) -> Result<Vec<Row>, What> {
    let kind = || line.wage_kind.word();
    let mut rows = Vec::new();
    if line.wage_kind.is_absence() && entry.send_as == SendAs::Days {
        let key = entry.absence_key.clone().or_else(|| entry.wage_type.map(|n| n.to_string()));
        if key.is_none() || line.spans.is_empty() {
            return Err(What::NotCarried { kind: kind() });
        }
        let days = fitting_days(line)?.ok_or_else(|| What::SpansDoNotFit { kind: kind() })?;
        for day in days.into_keys() {
            let value = 100;
            rows.push(Row { day: Some(day), value, absence_key: key.clone(), ..blank.clone() });
        }
        return Ok(rows);
    }
    let on_the_clock = line.wage_kind.is_base()
        && entry.send_as == SendAs::Hours
        && !line.spans.is_empty()
        && line.spans.iter().all(|span| span.minutes == span.span.length());
    if !on_the_clock {
        return Err(What::NotCarried { kind: kind() });
    }
    if line.quantity != Quantity::Minutes(line.spans.iter().map(|span| span.minutes).sum()) {
        return Err(What::SpansDoNotFit { kind: kind() });
    }
    for span in &line.spans {
        for (day, piece) in pieces(span)? {
            let zone = zone_of(span)?;
            let on_the_wall = |at: crate::time::Minute| {
                let wall = at.on_the_wall(zone);
                if wall.date_naive() == day { wall.hour() * 60 + wall.minute() } else { 24 * 60 }
            };
            let clock = (on_the_wall(piece.from()), on_the_wall(piece.to()));
            if clock.0 >= clock.1 {
                return Err(What::ClockBackwards { day });
            }
            let shown = Minutes::new(i64::from(clock.1 - clock.0));
            if shown != piece.length() {
                hints.push(What::ClockChange { day, difference: piece.length() - shown });
            }
            let value = hours(piece.length());
            rows.push(Row { day: Some(day), clock: Some(clock), value, ..blank.clone() });
        }
    }
    Ok(rows)
}

/// The zone in which a span is worded.
fn zone_of(span: &PaySpan) -> Result<Tz, What> {
    span.zone.parse().map_err(|_| What::Zone { name: span.zone.to_string() })
}

/// A span cut at local midnights, with the local day of each piece.
fn pieces(span: &PaySpan) -> Result<Vec<(NaiveDate, Interval)>, What> {
    let zone = zone_of(span)?;
    let mut day = span.span.from().day(zone);
    let last = (span.span.to() - Minutes::new(1)).day(zone);
    if day == last {
        return Ok(vec![(day, span.span)]);
    }
    let mut cut = Vec::new();
    while day <= last {
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        let whole = Interval::new(midnight(day, zone), midnight(next, zone));
        if let Some(piece) = whole.and_then(|whole| whole.overlap(span.span)) {
            cut.push((day, piece));
        }
        day = next;
    }
    Ok(cut)
}

/// Minutes of the spans by local day; days whose minutes cancel out are gone.
///
/// Where a span counts fewer minutes than it is long (funding parts), they
/// are spread evenly, and the last day takes the rest.
pub(crate) fn minutes_by_day(spans: &[PaySpan]) -> Result<BTreeMap<NaiveDate, Minutes>, What> {
    let mut by_day: BTreeMap<NaiveDate, Minutes> = BTreeMap::new();
    for span in spans {
        let length = span.span.length().get();
        let (mut passed, mut given) = (0, 0);
        for (day, piece) in pieces(span)? {
            passed += piece.length().get();
            let spread = i128::from(span.minutes.get()) * i128::from(passed) / i128::from(length);
            // At most the span's own minutes, which fit.
            let so_far = i64::try_from(spread).unwrap_or(span.minutes.get());
            *by_day.entry(day).or_default() += Minutes::new(so_far - given);
            given = so_far;
        }
    }
    by_day.retain(|_, minutes| *minutes != Minutes::ZERO);
    Ok(by_day)
}
