//! What the employer proposed, in words.

use crate::record::claims::{Field, Value as Claimed};
use crate::record::proposals::{Outcome, ProposalView};
use crate::view::when;
use crate::words::{Language, Value, say};
use chrono_tz::Tz;

/// What the employer proposed and why; and what was answered.
#[must_use]
pub fn proposed(language: Language, zone: Tz, proposal: &ProposalView) -> (String, String) {
    let change = proposed_change(language, zone, proposal);
    let values = [("change", Value::Text(&change)), ("reason", Value::Text(&proposal.reason))];
    let key = match proposal.outcome {
        Outcome::Objected { .. } => "month-objected",
        _ => "month-silent",
    };
    let objection = proposal.answer_reason.as_deref().unwrap_or_default();
    let answer = say(language, key, &[("reason", Value::Text(objection))]);
    (say(language, "month-proposed", &values), answer)
}

/// What a proposal would change: `Ende Di 3. Nov. 16:00 statt Di 3. Nov. 17:10`.
#[must_use]
pub fn proposed_change(language: Language, zone: Tz, proposal: &ProposalView) -> String {
    let changed: Vec<_> = proposal
        .changes
        .iter()
        .filter(|(_, now, value)| now.as_slice() != [value.clone()])
        .collect();
    // What stays as it is goes without saying, unless nothing else was proposed.
    let told = if changed.is_empty() { proposal.changes.iter().collect() } else { changed };
    let mut parts = Vec::new();
    for (field, now, value) in told {
        let old: Vec<String> = now.iter().map(|value| claimed(language, zone, value)).collect();
        let old = when::listed(language, &old);
        let new = claimed(language, zone, value);
        let key = match field {
            Field::Start => "month-proposed-start",
            Field::End => "month-proposed-end",
            Field::Exists => match value {
                Claimed::Exists(false) => "month-proposed-removal",
                _ => "month-proposed-new",
            },
            Field::Place
            | Field::Funding
            | Field::PartExists(_)
            | Field::PartKind(_)
            | Field::PartFrom(_)
            | Field::PartTo(_)
            | Field::Away(_) => "month-proposed-other",
        };
        let part = say(language, key, &[("old", Value::Text(&old)), ("new", Value::Text(&new))]);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    when::listed(language, &parts)
}

/// A value of a field, as people read it.
fn claimed(language: Language, zone: Tz, value: &Claimed) -> String {
    match value {
        Claimed::At(minute) => when::moment(language, *minute, zone),
        Claimed::Exists(_)
        | Claimed::Place(_)
        | Claimed::Funding(_)
        | Claimed::Kind(_)
        | Claimed::Away(..) => String::new(),
    }
}
