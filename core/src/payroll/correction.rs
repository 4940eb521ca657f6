//! Corrections of months that were paid before (Korrektur, Rückrechnung).
//!
//! A correction arrives as lines whose month of origin is not the month in
//! which they are paid. Lines of the same origin, kind and price are netted
//! first, so that "minus eight hours, plus seven and a half" goes out as one
//! difference. How it goes out is a setting ([`Corrections`]).

use crate::pay::line::{Columns, PayLine, Quantity};
use crate::payroll::problem::What;
use crate::payroll::program::Program;
use crate::payroll::settings::{Corrections, OfficeSettings};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A line as it is looked at: given, or netted from several corrections.
#[derive(Debug, Clone)]
pub(crate) struct Prepared<'a> {
    /// The line.
    pub(crate) line: Cow<'a, PayLine>,
    /// Which of the given lines it comes from, from 0, in order.
    pub(crate) sources: Vec<usize>,
}

/// Puts the lines into the order of the files and nets corrections.
///
/// The order does not depend on the order in which the lines were given.
pub(crate) fn prepare(lines: &[PayLine]) -> Vec<Prepared<'_>> {
    let mut prepared: Vec<Prepared<'_>> = Vec::with_capacity(lines.len());
    let mut netted: BTreeMap<_, usize> = BTreeMap::new();
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_cached_key(|at| key(&lines[*at]));
    for at in order {
        let line = &lines[at];
        let hand_entered = line.spans.is_empty() && line.rate.is_none();
        if line.month != line.month_of_origin && !hand_entered {
            let same = (
                &line.person,
                line.personnel_number,
                line.month,
                line.month_of_origin,
                (&line.wage_kind, &line.contract_version, &line.cost_centre),
                (line.rate, line.percent, unit(line.quantity)),
            );
            if let Some(earlier) = netted.get(&same) {
                net(&mut prepared[*earlier], line, at);
                continue;
            }
            netted.insert(same, prepared.len());
        }
        prepared.push(Prepared { line: Cow::Borrowed(line), sources: vec![at] });
    }
    prepared
}

/// What decides the order of rows: number, month of origin, kind, cost centre,
/// contract version, then everything else that a row or the cover sheet shows.
fn key(line: &PayLine) -> impl Ord + use<> {
    (
        (line.personnel_number, line.person.clone()),
        (line.month_of_origin, line.month),
        (line.wage_kind.clone(), line.cost_centre.clone(), line.contract_version.clone()),
        (line.rate, line.percent),
        amount_of(line.quantity),
        {
            let c = &line.columns;
            [c.paid, c.tax_free, c.tax_liable, c.sv_free, c.sv_liable, c.accident_liable]
        },
        line.reason.clone(),
        line.spans.first().map(|span| (span.span, span.shift.clone())),
    )
}

const fn unit(quantity: Quantity) -> u8 {
    match quantity {
        Quantity::Minutes(_) => 0,
        Quantity::Days(_) => 1,
        Quantity::Count(_) => 2,
        Quantity::Amount => 3,
    }
}

const fn amount_of(quantity: Quantity) -> (u8, i64) {
    let amount = match quantity {
        Quantity::Minutes(minutes) => minutes.get(),
        Quantity::Days(number) | Quantity::Count(number) => number,
        Quantity::Amount => 0,
    };
    (unit(quantity), amount)
}

fn net(into: &mut Prepared<'_>, line: &PayLine, at: usize) {
    let sum = into.line.to_mut();
    sum.quantity = match (sum.quantity, line.quantity) {
        (Quantity::Minutes(a), Quantity::Minutes(b)) => Quantity::Minutes(a + b),
        (Quantity::Days(a), Quantity::Days(b)) => Quantity::Days(a + b),
        (Quantity::Count(a), Quantity::Count(b)) => Quantity::Count(a + b),
        // Only lines of one unit are netted.
        (
            same,
            Quantity::Minutes(_) | Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount,
        ) => same,
    };
    let (a, b) = (sum.columns, line.columns);
    sum.columns = Columns {
        paid: a.paid + b.paid,
        tax_free: a.tax_free + b.tax_free,
        tax_liable: a.tax_liable + b.tax_liable,
        sv_free: a.sv_free + b.sv_free,
        sv_liable: a.sv_liable + b.sv_liable,
        accident_liable: a.accident_liable + b.accident_liable,
    };
    sum.spans.extend(line.spans.iter().cloned());
    if sum.reason != line.reason {
        let reasons = [sum.reason.take(), line.reason.clone()];
        sum.reason = Some(reasons.into_iter().flatten().collect::<Vec<_>>().join("; "));
    }
    into.sources.push(at);
}

/// Whether this correction may go out the way the office wants it.
pub(crate) fn allowed(line: &PayLine, settings: &OfficeSettings) -> Result<(), What> {
    let origin = line.month_of_origin;
    if origin == line.month {
        return Ok(());
    }
    if origin > line.month {
        return Err(What::OriginAhead { origin });
    }
    match &settings.corrections {
        Corrections::Retro | Corrections::ByHand => Ok(()),
        Corrections::NetLine { kinds } => {
            let kind = line.wage_kind.word();
            if origin < line.month.previous().previous() {
                Err(What::CorrectionTooOld { origin })
            } else if kinds.contains(&kind) {
                Ok(())
            } else {
                Err(What::CorrectionKind { kind })
            }
        }
    }
}

/// Whether sources agree on how this program takes a retro-calculation.
pub(crate) const fn retro_verified(program: &Program) -> bool {
    match program {
        // The table u_lod_bwd_buchung_nachber and its field nb_datum_mm are
        // known by name only; ADDISON and LohnAG are guesses altogether.
        Program::Lodas { .. } | Program::Addison {} | Program::LohnAg {} => false,
        Program::Lug { .. }
        | Program::Lexware { .. }
        | Program::Csv { .. }
        | Program::Xlsx { .. } => true,
    }
}
