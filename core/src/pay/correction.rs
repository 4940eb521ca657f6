//! Corrections of a month that was already paid (Korrektur, Nachberechnung).
//!
//! What was paid is never rewritten: the month is computed anew and the
//! difference to everything paid for it so far becomes lines of its own, each
//! naming its month of origin. Paid lines and corrections together are always
//! the month as it is approved now.

use super::line::{Columns, PayLine, PaySpan, Quantity, WageKind};
use crate::money::Cents;
use crate::time::{Minutes, Month};
use std::collections::BTreeMap;

/// What makes two lines the same line.
type Key<'a> = (&'a str, Month, &'a WageKind, &'a str, Option<&'a str>, u8);

fn key(line: &PayLine) -> Key<'_> {
    let unit = match line.quantity {
        Quantity::Minutes(_) => 0,
        Quantity::Days(_) => 1,
        Quantity::Count(_) => 2,
        Quantity::Amount => 3,
    };
    (
        &line.person,
        line.month_of_origin,
        &line.wage_kind,
        &line.contract_version,
        line.cost_centre.as_deref(),
        unit,
    )
}

const fn number(quantity: Quantity) -> i64 {
    match quantity {
        Quantity::Minutes(minutes) => minutes.get(),
        Quantity::Days(number) | Quantity::Count(number) => number,
        Quantity::Amount => 0,
    }
}

const fn with_number(quantity: Quantity, number: i64) -> Quantity {
    match quantity {
        Quantity::Minutes(_) => Quantity::Minutes(Minutes::new(number)),
        Quantity::Days(_) => Quantity::Days(number),
        Quantity::Count(_) => Quantity::Count(number),
        Quantity::Amount => Quantity::Amount,
    }
}

/// Columns as numbers, to add and subtract all six at once.
const fn numbers(columns: &Columns) -> [i64; 6] {
    [
        columns.paid.get(),
        columns.tax_free.get(),
        columns.tax_liable.get(),
        columns.sv_free.get(),
        columns.sv_liable.get(),
        columns.accident_liable.get(),
    ]
}

/// Sums of the lines of one key.
#[derive(Default)]
struct Side<'a> {
    number: i64,
    columns: [i64; 6],
    line: Option<&'a PayLine>,
    spans: Vec<&'a PaySpan>,
}

impl<'a> Side<'a> {
    fn add(&mut self, line: &'a PayLine) {
        self.number += number(line.quantity);
        for (sum, number) in self.columns.iter_mut().zip(numbers(&line.columns)) {
            *sum += number;
        }
        self.line = Some(line);
        self.spans.extend(&line.spans);
    }
}

/// The corrections to pay in `month`: the month of origin as it is approved
/// now (`approved`), less everything that was paid for it (`paid`, earlier
/// corrections among them). Lines without any difference are left out.
///
/// A correction's spans are those that are new; where minutes were taken away,
/// the spans that fell away. `reason` is why it was changed.
#[must_use]
pub fn corrections(
    approved: &[PayLine],
    paid: &[PayLine],
    month: Month,
    reason: &str,
) -> Vec<PayLine> {
    let mut sides: BTreeMap<Key<'_>, [Side<'_>; 2]> = BTreeMap::new();
    for (place, lines) in [approved, paid].into_iter().enumerate() {
        for line in lines {
            sides.entry(key(line)).or_default()[place].add(line);
        }
    }
    sides
        .into_values()
        .filter_map(|[now, before]| difference(&now, &before, month, reason))
        .collect()
}

fn difference(now: &Side<'_>, before: &Side<'_>, month: Month, reason: &str) -> Option<PayLine> {
    let more = now.number - before.number;
    let mut columns = now.columns;
    for (sum, number) in columns.iter_mut().zip(before.columns) {
        *sum -= number;
    }
    if more == 0 && columns == [0; 6] {
        return None;
    }
    let model = now.line.or(before.line)?;
    let fresh: Vec<PaySpan> = only_in(&now.spans, &before.spans);
    let spans = if fresh.is_empty() { only_in(&before.spans, &now.spans) } else { fresh };
    let [paid, tax_free, tax_liable, sv_free, sv_liable, accident_liable] = columns.map(Cents::new);
    Some(PayLine {
        month,
        quantity: with_number(model.quantity, more),
        columns: Columns { paid, tax_free, tax_liable, sv_free, sv_liable, accident_liable },
        spans,
        reason: Some(reason.to_owned()),
        ..model.clone()
    })
}

/// Spans of `these` that `those` do not have.
fn only_in(these: &[&PaySpan], those: &[&PaySpan]) -> Vec<PaySpan> {
    these.iter().filter(|span| !those.contains(*span)).map(|span| (*span).clone()).collect()
}
