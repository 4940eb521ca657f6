//! Corrections that the employer proposes.

use super::super::when;
use super::entry::{field, value};
use super::{CorrectionCard, Showing};
use crate::record::month::MonthOfWork;
use crate::record::proposals::{Outcome, ProposalView};
use crate::record::settle::State;
use crate::words::Value;

/// Every correction of a month, those that wait for an answer first.
pub(super) fn cards(showing: &Showing, work: &MonthOfWork) -> Vec<CorrectionCard> {
    let mut cards: Vec<CorrectionCard> =
        work.proposals.iter().map(|proposal| card(showing, work, proposal)).collect();
    cards.sort_by_key(|card| !card.open);
    cards
}

/// How many wait for an answer.
pub(super) fn open(work: &MonthOfWork) -> usize {
    work.proposals.iter().filter(|proposal| proposal.outcome == Outcome::Open).count()
}

fn card(showing: &Showing, work: &MonthOfWork, proposal: &ProposalView) -> CorrectionCard {
    let entry = work.entry(proposal.shift);
    let zone = entry.and_then(|entry| entry.workplace.as_ref());
    let zone = zone.map_or(showing.zone, |place| place.zone);
    let title = match entry.map(|entry| (&entry.state, entry.day)) {
        Some((State::Settled(shift), _)) => when::span(showing.language, shift.span, zone),
        Some((_, Some(day))) => when::day(showing.language, day),
        Some((_, None)) | None => showing.say("day-unknown", &[]),
    };
    let changes: Vec<String> = proposal
        .changes
        .iter()
        .map(|(changed, now, proposed)| {
            let now: Vec<String> = now.iter().map(|one| value(showing, one, zone)).collect();
            let (name, now) = (field(showing, *changed), now.join(" / "));
            let proposed = value(showing, proposed, zone);
            let values = [
                ("field", Value::Text(&name)),
                ("now", Value::Text(&now)),
                ("proposed", Value::Text(&proposed)),
            ];
            showing.say(if now.is_empty() { "change-new" } else { "change" }, &values)
        })
        .collect();
    let open = proposal.outcome == Outcome::Open;
    let state_label = if proposal.over {
        showing.say("correction-over", &[])
    } else {
        showing.word("correction", proposal.outcome.code())
    };
    let reason = showing.say("reason", &[("reason", Value::Text(&proposal.reason))]);
    let mut spoken = vec![title.clone()];
    spoken.extend(changes.iter().cloned());
    spoken.extend([reason, state_label.clone()]);
    CorrectionCard {
        proposal: proposal.id.to_string(),
        month: proposal.counts_in.unwrap_or(work.month).to_string(),
        shift: proposal.shift.to_string(),
        title,
        reason: proposal.reason.clone(),
        changes,
        state_label,
        open,
        agree_label: open.then(|| showing.say("agree", &[])),
        object_label: open.then(|| showing.say("object", &[])),
        answer_reason: proposal.answer_reason.clone(),
        spoken: spoken.join(&showing.say("and-then", &[])),
    }
}
