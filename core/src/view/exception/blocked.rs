//! What has to be settled before its day can be approved: shifts that run,
//! contradictions, findings of record and pay.

use super::{Blocked, Month, heading};
use crate::document::EventId;
use crate::pay::finding::FindingKind;
use crate::record::claims::{Field, Value as Claimed};
use crate::record::findings::{Dispute, Finding};
use crate::record::settle::{Entry, State};
use crate::time::Minutes;
use crate::view::when;
use crate::words::{Language, Value, say};
use std::collections::BTreeSet;

/// A shift that runs longer was not ended, people say.
const LONG_RUNNING: Minutes = Minutes::hours(26);

pub(super) fn blocked(language: Language, month: &Month<'_>) -> Vec<Blocked> {
    let mut found = Vec::new();
    for (shift, since) in month.tail {
        let at = when::moment(language, *since, month.zone);
        found.push(Blocked {
            shifts: vec![*shift],
            heading: when::short_day(language, since.day(month.zone)),
            sentence: say(language, "month-tail", &[("since", Value::Text(&at))]),
            advice: say(language, "month-advice-running-long", &[]),
        });
    }
    let mut told: BTreeSet<EventId> = BTreeSet::new();
    for entry in &month.work.entries {
        if told.contains(&entry.shift) {
            continue;
        }
        let one = match &entry.state {
            State::Running { since } => Some(running(language, month, entry, *since)),
            State::Unsettled => Some(unsettled(language, month, entry)),
            State::Settled(_) => hindered(language, month, entry),
            State::Retracted => None,
        };
        if let Some(one) = one {
            told.extend(one.shifts.iter().copied());
            found.push(one);
        }
    }
    for finding in month.pay.iter().filter(|finding| finding.kind.refuses()) {
        found.push(Blocked {
            shifts: Vec::new(),
            heading: String::new(),
            sentence: say(language, &format!("pay-finding-{}", finding.kind.word()), &[]),
            advice: say(language, pay_advice(finding.kind), &[]),
        });
    }
    found
}

/// Where a finding of pay that keeps the month from approval is settled.
const fn pay_advice(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::AbsencesOverlap
        | FindingKind::AbsenceUnsettled
        | FindingKind::NotAHoliday
        | FindingKind::WorkedWhileAbsent
        | FindingKind::SickInWaitingPeriod
        | FindingKind::SickBeyondSixWeeks
        | FindingKind::CertificateMissing
        | FindingKind::ChildSickBeyondContract
        | FindingKind::AbsenceOpen
        | FindingKind::MaternityDueUnknown
        | FindingKind::MaternityReferenceMissing
        | FindingKind::MaternityAllowanceOpen => "month-advice-absence",
        FindingKind::ShiftsOverlap => "month-advice-finding",
        FindingKind::NoContract
        | FindingKind::NoWage
        | FindingKind::FundingExceeds
        | FindingKind::FundingIncomplete
        | FindingKind::HandEnteredOpen
        | FindingKind::NoReference => "month-advice-pay",
    }
}

fn running(
    language: Language,
    month: &Month<'_>,
    entry: &Entry,
    since: crate::time::Minute,
) -> Blocked {
    let long = month.now - since > LONG_RUNNING;
    let (key, advice) = if long {
        ("month-running-long", "month-advice-running-long")
    } else {
        ("month-running", "month-advice-running")
    };
    let at = when::moment(language, since, month.zone);
    Blocked {
        shifts: vec![entry.shift],
        heading: heading(language, entry.day),
        sentence: say(language, key, &[("since", Value::Text(&at))]),
        advice: say(language, advice, &[]),
    }
}

fn unsettled(language: Language, month: &Month<'_>, entry: &Entry) -> Blocked {
    let mut sentences: Vec<String> = month
        .work
        .disputes
        .iter()
        .filter(|dispute| dispute.shift == entry.shift)
        .map(|dispute| disputed(language, month, dispute))
        .collect();
    for finding in &month.work.findings {
        if finding.shifts.contains(&entry.shift)
            && (finding.what.unsettles() || finding.what.blocks())
        {
            sentences.push(found_sentence(language, month, finding));
        }
    }
    if sentences.is_empty() {
        sentences.push(say(language, "month-unsettled", &[]));
    }
    sentences.dedup();
    Blocked {
        shifts: vec![entry.shift],
        heading: heading(language, entry.day),
        sentence: sentences.join(" "),
        advice: say(
            language,
            if entry.exists_disputed { "month-advice-exists" } else { "month-advice-unsettled" },
            &[],
        ),
    }
}

/// A settled shift with a finding that keeps it from approval.
fn hindered(language: Language, month: &Month<'_>, entry: &Entry) -> Option<Blocked> {
    let findings: Vec<&Finding> = month
        .work
        .findings
        .iter()
        .filter(|finding| finding.what.blocks() && finding.shifts.contains(&entry.shift))
        .collect();
    let shifts: BTreeSet<EventId> =
        findings.iter().flat_map(|finding| finding.shifts.iter().copied()).collect();
    let mut sentences: Vec<String> =
        findings.iter().map(|finding| found_sentence(language, month, finding)).collect();
    sentences.dedup();
    (!sentences.is_empty()).then(|| Blocked {
        shifts: shifts.into_iter().filter(|shift| month.work.entry(*shift).is_some()).collect(),
        heading: heading(language, entry.day),
        sentence: sentences.join(" "),
        advice: say(language, "month-advice-finding", &[]),
    })
}

/// A finding of the record in a sentence, with the other shift's time where it
/// is about two.
pub(super) fn found_sentence(language: Language, month: &Month<'_>, finding: &Finding) -> String {
    let spans: Vec<String> = finding
        .shifts
        .iter()
        .filter_map(|shift| month.work.entry(*shift)?.settled())
        .map(|shift| when::span(language, shift.span, shift.workplace.zone))
        .collect();
    let spans = when::listed(language, &spans);
    let key = format!("month-finding-{}", finding.what.code());
    say(language, &key, &[("shifts", Value::Text(&spans))])
}

/// Both values of a contradiction in a sentence.
pub(super) fn disputed(language: Language, month: &Month<'_>, dispute: &Dispute) -> String {
    let values: Vec<String> = dispute
        .values
        .iter()
        .map(|(value, _)| match value {
            Claimed::At(minute) => when::moment(language, *minute, month.zone),
            Claimed::Exists(true) => say(language, "month-value-exists", &[]),
            Claimed::Exists(false) => say(language, "month-value-gone", &[]),
            Claimed::Kind(kind) => say(language, &format!("view-kind-{}", kind.word()), &[]),
            Claimed::Place(place) => format!("{} {}", place.zone, place.land.to_uppercase()),
            Claimed::Funding(_) => say(language, "month-value-funding", &[]),
            Claimed::Away(from, to, _) => format!(
                "{} – {}",
                when::moment(language, *from, month.zone),
                when::moment(language, *to, month.zone)
            ),
        })
        .collect();
    let values = when::listed(language, &values);
    let key = match dispute.field {
        Field::Exists | Field::PartExists(_) => "month-disputed-exists",
        Field::Start | Field::PartFrom(_) => "month-disputed-start",
        Field::End | Field::PartTo(_) => "month-disputed-end",
        Field::Place => "month-disputed-place",
        Field::Funding => "month-disputed-funding",
        Field::PartKind(_) => "month-disputed-kind",
        Field::Away(_) => "month-disputed-away",
    };
    say(language, key, &[("values", Value::Text(&values))])
}
