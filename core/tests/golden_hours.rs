//! Golden vectors of effective hours: what was recorded, proposed and
//! approved, and which shifts stand then (`docs/sync-protocol.md` § 9.3). Each
//! story says by hand in which states its shifts are, and those of findings
//! what is found. `UPDATE_GOLDEN=1` writes
//! `tests/fixtures/record/hours.json` anew; otherwise it is compared.

#[path = "golden_hours/findings.rs"]
mod findings;
#[path = "golden_hours/proposals.rs"]
mod proposals;
#[path = "golden_hours/stories.rs"]
mod stories;
mod story;
#[path = "golden_hours/typed.rs"]
mod typed;

use assistenz_core::record::claims::Field;
use assistenz_core::record::findings::{Finding, What};
use assistenz_core::record::month::{MonthOfWork, Overrides};
use assistenz_core::record::settle::{Entry, State};
use serde_json::{Map, Value, json};
use story::{ADA, Story, golden, month};

const MONTHS: [(&str, u32); 3] = [("2026-09", 202_609), ("2026-10", 202_610), ("2026-11", 202_611)];

const fn state(entry: &Entry) -> &'static str {
    match entry.state {
        State::Settled(_) => "settled",
        State::Running { .. } => "running",
        State::Unsettled => "unsettled",
        State::Retracted => "retracted",
    }
}

fn shift_json(entry: &Entry) -> Value {
    let mut told = Map::new();
    told.insert("id".into(), json!(entry.shift));
    told.insert("state".into(), json!(state(entry)));
    told.insert("live".into(), json!(entry.live));
    if let Some(day) = entry.day {
        told.insert("day".into(), json!(day));
    }
    match &entry.state {
        State::Settled(shift) => {
            told.insert("start".into(), json!(shift.span.from().get()));
            told.insert("end".into(), json!(shift.span.to().get()));
            let mut parts: Vec<Value> = entry
                .part_ids
                .iter()
                .zip(&shift.parts)
                .map(|(id, part)| {
                    let (from, to) = (part.span.from().get(), part.span.to().get());
                    json!({ "id": id, "kind": part.kind.word(), "from": from, "to": to })
                })
                .collect();
            parts.sort_by_key(|part| (part["from"].as_i64(), part["id"].to_string()));
            told.insert("parts".into(), json!(parts));
            told.insert("reconstructed".into(), json!(shift.reconstructed));
        }
        State::Running { since } => {
            told.insert("start".into(), json!(since.get()));
        }
        State::Unsettled | State::Retracted => {}
    }
    Value::Object(told)
}

const fn part_of(field: Field) -> Option<assistenz_core::document::EventId> {
    match field {
        Field::Exists | Field::Start | Field::End | Field::Place | Field::Funding => None,
        Field::PartExists(part)
        | Field::PartKind(part)
        | Field::PartFrom(part)
        | Field::PartTo(part)
        | Field::Away(part) => Some(part),
    }
}

fn effect(what: What) -> &'static str {
    match (what.unsettles(), what.blocks()) {
        (true, _) => "unsettled",
        (false, true) => "no_approval",
        (false, false) => "shown",
    }
}

fn finding_json(finding: &Finding) -> Value {
    let (names, span) = match finding.what {
        What::PartOutside { part }
        | What::PartEndBeforeStart { part }
        | What::PartZeroLength { part }
        | What::PartOpen { part }
        | What::PartWithoutBeginning { part }
        | What::CallOutOutsideStandby { part } => (vec![part], None),
        What::PartsOverlap { part, other } => (vec![part, other], None),
        What::AnswersDisagree { proposal } => (vec![proposal], None),
        What::Overlap { span, .. } => (vec![], Some([span.from().get(), span.to().get()])),
        _ => (vec![], None),
    };
    json!({
        "code": finding.what.code(), "effect": effect(finding.what), "shifts": finding.shifts,
        "names": names, "events": finding.events, "span": span,
    })
}

fn month_json(number: u32, work: &MonthOfWork) -> Value {
    let mut entries: Vec<&Entry> = work.entries.iter().collect();
    entries.sort_by_key(|entry| entry.shift);
    let mut disputes: Vec<_> = work
        .disputes
        .iter()
        .map(|dispute| {
            (dispute.shift, dispute.field.code(), part_of(dispute.field).map(|id| id.to_string()))
        })
        .collect();
    disputes.sort_unstable();
    let mut proposals: Vec<_> = work
        .proposals
        .iter()
        .map(|proposal| (proposal.id, proposal.outcome.code(), proposal.over))
        .collect();
    proposals.sort_unstable();
    json!({
        "month": number,
        "shifts": entries.into_iter().map(shift_json).collect::<Vec<_>>(),
        "findings": work.findings.iter().map(finding_json).collect::<Vec<_>>(),
        "disputes": disputes,
        "proposals": proposals,
        "fingerprint": work.fingerprint(),
    })
}

/// A story as JSON, and the states its shifts are in.
fn story_json(name: &str, story: &Story) -> (Value, Vec<&'static str>) {
    let documents = story.documents();
    let months = MONTHS.map(|(text, number)| {
        (number, MonthOfWork::read(ADA, month(text), &documents, Overrides::AsApproved))
    });
    let mut shifts: Vec<&Entry> = months.iter().flat_map(|(_, work)| &work.entries).collect();
    shifts.sort_by_key(|entry| entry.shift);
    let states = shifts.into_iter().map(state).collect();
    let told = json!({
        "name": name,
        "documents": story.told(),
        "months": months.iter()
            .filter(|(number, work)| *number == 202_610 || !work.entries.is_empty())
            .map(|(number, work)| month_json(*number, work))
            .collect::<Vec<_>>(),
    });
    (told, states)
}

#[test]
fn effective_hours_are_as_they_were() {
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    for (name, expected, story) in stories::all() {
        let (story, states) = story_json(name, &story);
        if states != expected {
            wrong.push((name, states, expected));
        }
        told.push(story);
    }
    assert!(wrong.is_empty(), "story, states, expected: {wrong:#?}");
    golden("hours.json", &json!(told));
}

#[test]
fn every_story_of_findings_finds_what_it_says() {
    let mut wrong = Vec::new();
    for (expected, (name, _, story)) in findings::found() {
        let documents = story.documents();
        let work = MonthOfWork::read(ADA, month("2026-10"), &documents, Overrides::AsApproved);
        let codes: Vec<_> = work.findings.iter().map(|finding| finding.what.code()).collect();
        if codes != expected {
            wrong.push((name, codes, expected));
        }
    }
    assert!(wrong.is_empty(), "story, codes, expected: {wrong:#?}");
}
