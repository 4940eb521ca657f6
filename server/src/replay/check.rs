//! The replay's own check: every minute of the file is found again in the
//! statements exactly once, as the kind it had, and is paid exactly once.
//! Counts minutes one by one and knows nothing of how shifts were settled.

use crate::month_file::AssistantMonth;
use assistenz_core::app::approval::lines_of;
use assistenz_core::pay::line::{PayLine, Quantity};
use assistenz_core::record::statement::Statement;
use assistenz_core::work::{Kind, Shift};
use std::collections::BTreeMap;

/// Minutes of a person: which minute (since 1970) is what, and how often.
type Counted = BTreeMap<i64, Vec<Kind>>;

/// What a comparison gave.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Compared {
    /// Different minutes in the file.
    pub minutes_in: usize,
    /// Minutes in the statements.
    pub minutes_out: usize,
    /// Minutes on the base lines of pay of all statements: everything but
    /// unpaid breaks and on-call.
    pub minutes_paid: i64,
    /// Minutes that two shifts of the file claim: they count once, as what the
    /// shift says that began first.
    pub claimed_twice: usize,
    /// Minutes by kind, after precedence.
    pub by_kind: BTreeMap<&'static str, usize>,
    /// What does not fit; empty if all is well.
    pub wrong: Vec<String>,
}

/// Compares the file with the statements of one person.
#[must_use]
pub fn compare(assistant: &AssistantMonth, statements: &[&Statement]) -> Compared {
    let asked = count(assistant.shifts.iter());
    let found =
        count(statements.iter().flat_map(|one| &one.shifts).map(|approved| &approved.shift));
    let mut by_kind = BTreeMap::new();
    let mut wrong = Vec::new();
    for (minute, kinds) in &asked {
        let want = kinds[0];
        *by_kind.entry(want.word()).or_default() += 1;
        match found.get(minute).map(Vec::as_slice) {
            Some([one]) if *one == want => {}
            Some([one]) => {
                wrong.push(said(*minute, &format!("{} statt {}", one.word(), want.word())))
            }
            Some(several) => wrong.push(said(*minute, &format!("{} mal", several.len()))),
            None => wrong.push(said(*minute, "fehlt")),
        }
    }
    let due = asked.values().filter(|kinds| is_base(kinds[0])).count();
    let lines = statements.iter().flat_map(|statement| lines_of(statement));
    let minutes_paid = lines.map(|line| base_minutes(&line)).sum();
    if i64::try_from(due) != Ok(minutes_paid) {
        wrong.push(format!("{minutes_paid} statt (instead of) {due} Minuten bezahlt (paid)"));
    }
    for minute in found.keys().filter(|minute| !asked.contains_key(minute)) {
        wrong.push(said(*minute, "zu viel"));
    }
    Compared {
        minutes_in: asked.len(),
        minutes_out: found.values().map(Vec::len).sum(),
        minutes_paid,
        claimed_twice: asked.values().filter(|kinds| kinds.len() > 1).count(),
        by_kind,
        wrong,
    }
}

/// Whether a minute of this kind stands on a base line of pay.
const fn is_base(kind: Kind) -> bool {
    !matches!(kind, Kind::UnpaidBreak | Kind::OnCall)
}

fn base_minutes(line: &PayLine) -> i64 {
    match line.quantity {
        Quantity::Minutes(minutes) if line.wage_kind.is_base() => minutes.get(),
        Quantity::Minutes(_) | Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => 0,
    }
}

fn said(minute: i64, what: &str) -> String {
    let at = assistenz_core::time::Minute::new(minute).instant().format("%Y-%m-%dT%H:%MZ");
    format!("{at}: {what}")
}

fn count<'a>(shifts: impl Iterator<Item = &'a Shift>) -> Counted {
    let mut counted = Counted::new();
    for shift in shifts {
        for stretch in shift.stretches() {
            for minute in stretch.span.from().get()..stretch.span.to().get() {
                counted.entry(minute).or_default().push(stretch.kind);
            }
        }
    }
    counted
}
