//! Proposals, what the person says to them, and approvals over that.

use super::stories::{berlin, corrected, part, put, retracted, worked};
use super::story::{OCTOBER, Story, Told, id, month, ms, told};
use assistenz_core::record::cbor::Hash32;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::review::{
    Approval, Over, Proposal, ProposalWithdrawn, ProposedPart,
};
use assistenz_core::record::events::time::Answer;
use assistenz_core::work::Kind;

pub(crate) fn proposal(start: Option<&str>, end: Option<&str>) -> Proposal {
    Proposal {
        shift: Some(id(1)),
        reason: "laut Dienstplan".into(),
        start_ms: start.map(ms),
        end_ms: end.map(ms),
        place: None,
        funding: None,
        parts: vec![],
        retract: None,
    }
}

pub(crate) fn answered(agreed: bool) -> Answer {
    Answer { proposal: id(20), agreed, reason: None }
}

fn approved(over: &[u16]) -> Approval {
    let over = over.iter().map(|n| Over { proposal: id(*n), reason: "so war es".into() });
    Approval {
        month: month(OCTOBER),
        days: vec![],
        statement: Hash32([7; 32]),
        heads: vec![],
        live: vec![],
        rules: "record-1".into(),
        totals: vec![],
        over: over.collect(),
        warnings: vec![],
    }
}

/// A proposal under id 20 that names these live events.
pub(crate) fn propose(story: &mut Story, about: &[u16], body: Proposal) {
    let event = Event::new(story.tick(), body).about(about.iter().copied().map(id));
    story.record(OCTOBER, 20, event);
}

pub(crate) fn proposals() -> Vec<Told> {
    let later = || proposal(None, Some("05T16:30"));
    vec![
        worked("a proposal changes nothing", &["settled"], |story| {
            propose(story, &[1, 2], later());
        }),
        worked("a proposal agreed to", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(true));
        }),
        worked("a proposal objected to", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(false));
        }),
        worked("objected to, then agreed to", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(false));
            put(story, 4, &[3], answered(true));
        }),
        worked("agreed to and objected to at once", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(false));
            put(story, 4, &[], answered(true));
        }),
        worked("a proposal withdrawn", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 21, &[], ProposalWithdrawn { proposal: id(20), reason: None });
        }),
        worked("a proposal that was overtaken", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[2], corrected(None, Some("05T17:00")));
        }),
        worked("a proposal about a shift that was retracted since", &["unsettled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[1], retracted(None));
        }),
        worked("a proposal agreed to and withdrawn", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 21, &[], ProposalWithdrawn { proposal: id(20), reason: None });
            put(story, 3, &[], answered(true));
        }),
        worked("a proposal objected to and overtaken", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(false));
            put(story, 4, &[2], corrected(None, Some("05T17:00")));
        }),
        worked("a proposal about a shift that is not here", &["settled"], |story| {
            propose(story, &[], Proposal { shift: Some(id(7)), ..later() });
        }),
        worked("a forgotten shift approved over silence", &["settled", "settled"], |story| {
            let place = Some(berlin());
            let times = proposal(Some("06T08:00"), Some("06T12:00"));
            propose(story, &[], Proposal { shift: None, place, ..times });
            put(story, 22, &[], approved(&[20]));
        }),
        worked("a proposal agreed to after it was overtaken", &["unsettled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[2], corrected(None, Some("05T17:00")));
            put(story, 4, &[], answered(true));
        }),
        worked("an agreed proposal corrected by the answer's name", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(true));
            put(story, 4, &[3], corrected(None, Some("05T16:45")));
        }),
        worked("approved over silence", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 22, &[], approved(&[20]));
        }),
        worked("approved over an objection", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 3, &[], answered(false));
            put(story, 22, &[], approved(&[20]));
        }),
        worked("approved over silence, and then not any more", &["settled"], |story| {
            propose(story, &[1, 2], later());
            put(story, 22, &[], approved(&[20]));
            put(story, 23, &[22], approved(&[]));
        }),
        told("a forgotten shift proposed", &[], |story| {
            let place = Some(berlin());
            let forgotten =
                Proposal { shift: None, place, ..proposal(Some("06T08:00"), Some("06T12:00")) };
            propose(story, &[], forgotten);
        }),
        told("a forgotten shift agreed to", &["settled"], |story| {
            let place = Some(berlin());
            let forgotten =
                Proposal { shift: None, place, ..proposal(Some("06T08:00"), Some("06T12:00")) };
            propose(story, &[], forgotten);
            put(story, 3, &[], answered(true));
        }),
        worked("agreed that it should not be", &["retracted"], |story| {
            let none = Proposal { retract: Some(true), ..proposal(None, None) };
            propose(story, &[1, 2], none);
            put(story, 3, &[], answered(true));
        }),
        worked("agreed that it should not be, with an end", &["retracted"], |story| {
            let none = Proposal { retract: Some(true), ..later() };
            propose(story, &[1, 2], none);
            put(story, 3, &[], answered(true));
        }),
        worked("agreed parts: one new, one taken out", &["settled"], |story| {
            put(story, 3, &[], part(Kind::UnpaidBreak, "05T12:00", "05T12:30"));
            let proposed = |n, removed| ProposedPart {
                part: id(n),
                kind: Kind::PaidBreak,
                from_ms: ms("05T13:00"),
                to_ms: ms("05T13:15"),
                removed,
            };
            let parts = vec![proposed(3, Some(true)), proposed(9, None)];
            propose(story, &[1, 2, 3], Proposal { parts, ..proposal(None, None) });
            put(story, 4, &[], answered(true));
        }),
    ]
}
