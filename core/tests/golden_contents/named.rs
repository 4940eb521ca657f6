//! Bodies of events as JSON, with the names of `docs/sync-protocol.md` § 9.1.
//! Every match and every pattern names all there is, so that a new type or
//! field does not compile before it has a name here.

use assistenz_core::record::cbor::{Day, Funding, Place};
use assistenz_core::record::events::answers::{
    AbsenceEntered, CertificateNoted, Decision, MaternityNoted, SameIllness, TakenBack,
    VacationBooked, VacationWarned,
};
use assistenz_core::record::events::handover::{Question, Refund, RefundTakenBack, Reply};
use assistenz_core::record::events::review::{
    Approval, HoursBooked, KindTotal, NetPayNoted, Over, PayLine, PayLineRemoved, PinnedHeads,
    Proposal, ProposalWithdrawn, ProposedPart, Reopening, StatementPiece,
};
use assistenz_core::record::events::session::{Session, SessionRetracted};
use assistenz_core::record::events::time::{
    Answer, Away, ClockIn, ClockOut, Correction, ManualEntry, MonthComplete, Part, PartEnd,
    PartStart, QuietNight, Retraction, StatedEnd, Undone,
};
use assistenz_core::record::events::{Body, Event};
use assistenz_core::time::Month;
use chrono::{Datelike as _, NaiveDate};
use serde_json::{Value, json};

/// An event as JSON; what has no value is left out.
pub(crate) fn event(event: &Event) -> Value {
    let Event { recorded_ms, supersedes, about, body } = event;
    without_nulls(json!({
        "type": body.number(),
        "recorded": recorded_ms,
        "supersedes": filled(supersedes),
        "about": filled(about),
        "body": named(body),
    }))
}

fn named(body: &Body) -> Value {
    match body {
        Body::ClockIn(ClockIn { at_ms, place: at, funding: parts }) => json!({
            "at": at_ms, "place": place(at), "funding": some(parts, fundings),
        }),
        Body::ClockOut(ClockOut { shift, at_ms }) => json!({ "shift": shift, "at": at_ms }),
        Body::PartStart(PartStart { shift, kind, at_ms }) => {
            json!({ "shift": shift, "kind": kind.word(), "at": at_ms })
        }
        Body::PartEnd(PartEnd { shift, part, at_ms }) => {
            json!({ "shift": shift, "part": part, "at": at_ms })
        }
        Body::Part(Part { shift, part, kind, from_ms, to_ms, reason }) => json!({
            "shift": shift, "part": part, "kind": kind.word(), "from": from_ms, "to": to_ms,
            "reason": reason,
        }),
        Body::ManualEntry(ManualEntry {
            from_ms,
            to_ms,
            place: at,
            reason,
            funding: parts,
            from_typed,
            to_typed,
        }) => json!({
            "from": from_ms, "to": to_ms, "place": place(at), "reason": reason,
            "funding": some(parts, fundings), "typed_start": from_typed, "typed_end": to_typed,
        }),
        Body::Correction(Correction { shift, reason, start_ms, end_ms, place: at, funding }) => {
            json!({
                "shift": shift, "reason": reason, "start": start_ms, "end": end_ms,
                "place": at.as_ref().map(place), "funding": funding.as_deref().map(fundings),
            })
        }
        Body::StatedEnd(StatedEnd { shift, at_ms, offered_ms, note, typed }) => json!({
            "shift": shift, "at": at_ms, "planned_end": offered_ms, "note": note,
            "typed_end": typed,
        }),
        Body::Retraction(Retraction { shift, part, reason }) => {
            json!({ "shift": shift, "part": part, "reason": reason })
        }
        Body::QuietNight(QuietNight { shift, part }) => json!({ "shift": shift, "part": part }),
        Body::MonthComplete(MonthComplete { month, fingerprint }) => {
            json!({ "month": month_number(*month), "fingerprint": fingerprint })
        }
        Body::Answer(Answer { proposal, agreed, reason }) => {
            json!({ "proposal": proposal, "agreed": agreed, "reason": reason })
        }
        Body::Away(Away { shift, piece, from_ms, to_ms, place: at }) => json!({
            "shift": shift, "piece": piece, "from": from_ms, "to": to_ms, "place": place(at),
        }),
        Body::Undone(Undone { shift }) => json!({ "shift": shift }),
        Body::Proposal(_)
        | Body::ProposalWithdrawn(_)
        | Body::Approval(_)
        | Body::StatementPiece(_)
        | Body::Reopening(_)
        | Body::PayLine(_)
        | Body::PayLineRemoved(_)
        | Body::HoursBooked(_)
        | Body::NetPayNoted(_) => of_review(body),
        Body::Decision(_)
        | Body::AbsenceEntered(_)
        | Body::TakenBack(_)
        | Body::CertificateNoted(_)
        | Body::SameIllness(_)
        | Body::VacationBooked(_)
        | Body::VacationWarned(_)
        | Body::MaternityNoted(_) => of_answers(body),
        Body::Session(Session { from_ms, to_ms, place: at, goals, progress, note }) => json!({
            "from": from_ms, "to": to_ms, "place": place(at), "goals": goals,
            "progress": progress, "note": note,
        }),
        Body::SessionRetracted(SessionRetracted { reason }) => json!({ "reason": reason }),
        Body::Question(Question { text, person }) => json!({ "text": text, "person": person }),
        Body::Reply(Reply { question, text }) => json!({ "question": question, "text": text }),
        Body::Refund(Refund { person, absence, received, day, cents }) => json!({
            "person": person, "absence": absence, "received": received, "day": number(day.0),
            "cents": cents,
        }),
        Body::RefundTakenBack(RefundTakenBack { reason }) => json!({ "reason": reason }),
    }
}

fn of_review(body: &Body) -> Value {
    match body {
        Body::Proposal(Proposal {
            shift,
            reason,
            start_ms,
            end_ms,
            place: at,
            funding,
            parts,
            retract,
        }) => json!({
            "shift": shift, "reason": reason, "start": start_ms, "end": end_ms,
            "place": at.as_ref().map(place), "funding": funding.as_deref().map(fundings),
            "parts": some(parts, |parts| parts.iter().map(proposed_part).collect()),
            "retract": retract,
        }),
        Body::ProposalWithdrawn(ProposalWithdrawn { proposal, reason }) => {
            json!({ "proposal": proposal, "reason": reason })
        }
        Body::Approval(Approval {
            month,
            days,
            statement,
            heads,
            live,
            rules,
            totals,
            over,
            warnings,
        }) => json!({
            "month": month_number(*month),
            "days": some(days, |days| days.iter().map(|day| number(*day).into()).collect()),
            "statement": statement,
            "heads": heads.iter().map(|PinnedHeads { document, heads }| json!({
                "document": document.to_string(), "heads": heads,
            })).collect::<Vec<_>>(),
            "live": live, "rules": rules,
            "totals": totals.iter().map(|KindTotal { kind, minutes }| json!({
                "kind": kind.word(), "minutes": minutes,
            })).collect::<Vec<_>>(),
            "over": some(over, |over| over.iter().map(|Over { proposal, reason }| json!({
                "proposal": proposal, "reason": reason,
            })).collect()),
            "warnings": filled(warnings),
        }),
        Body::StatementPiece(StatementPiece { statement, index, count, bytes }) => json!({
            "statement": statement, "index": index, "count": count, "bytes": hex::encode(bytes),
        }),
        Body::Reopening(Reopening { approval, reason }) => {
            json!({ "approval": approval, "reason": reason })
        }
        Body::PayLine(PayLine { month, json }) => {
            json!({ "month": month_number(*month), "json": json })
        }
        Body::PayLineRemoved(PayLineRemoved { reason }) => json!({ "reason": reason }),
        Body::HoursBooked(HoursBooked { month, minutes, reason }) => {
            json!({ "month": month_number(*month), "minutes": minutes, "reason": reason })
        }
        Body::NetPayNoted(NetPayNoted { absence, cents }) => {
            json!({ "absence": absence, "cents": cents })
        }
        other => unreachable!("type {} is not of a review", other.number()),
    }
}

fn of_answers(body: &Body) -> Value {
    match body {
        Body::Decision(Decision {
            wish,
            granted,
            kind,
            reason,
            first_day,
            last_day,
            vacation_days,
            asked_first,
            asked_last,
        }) => json!({
            "wish": wish, "granted": granted, "kind": kind, "reason": reason,
            "first_day": day(first_day.as_ref()), "last_day": day(last_day.as_ref()),
            "vacation_days": vacation_days,
            "asked_first": day(asked_first.as_ref()), "asked_last": day(asked_last.as_ref()),
        }),
        Body::AbsenceEntered(AbsenceEntered {
            kind,
            first_day,
            last_day,
            reason,
            vacation_days,
        }) => json!({
            "kind": kind, "first_day": number(first_day.0), "last_day": number(last_day.0),
            "reason": reason, "vacation_days": vacation_days,
        }),
        Body::TakenBack(TakenBack { reason }) => json!({ "reason": reason }),
        Body::CertificateNoted(CertificateNoted { absence, certificate, day: on }) => {
            json!({ "absence": absence, "certificate": certificate, "day": day(on.as_ref()) })
        }
        Body::SameIllness(SameIllness { absence, earlier }) => {
            json!({ "absence": absence, "earlier": earlier })
        }
        Body::VacationBooked(VacationBooked { day, hundredths, reason }) => {
            json!({ "day": number(day.0), "hundredths": hundredths, "reason": reason })
        }
        Body::VacationWarned(VacationWarned { year, day }) => {
            json!({ "year": year, "day": number(day.0) })
        }
        Body::MaternityNoted(MaternityNoted { absence, due, birth, nursing_until }) => json!({
            "absence": absence, "due": number(due.0), "birth": birth.map(|day| number(day.0)),
            "nursing_until": nursing_until.map(|day| number(day.0)),
        }),
        other => unreachable!("type {} is not of answers", other.number()),
    }
}

fn proposed_part(part: &ProposedPart) -> Value {
    let ProposedPart { part, kind, from_ms, to_ms, removed } = part;
    json!({
        "part": part, "kind": kind.word(), "from": from_ms, "to": to_ms, "removed": removed,
    })
}

fn place(place: &Place) -> Value {
    let Place { zone, land, communes } = place;
    json!({ "zone": zone, "land": land, "communes": filled(communes) })
}

fn fundings(parts: &[Funding]) -> Vec<Value> {
    let one = |Funding { cost_centre, measure, amount }: &Funding| json!({ "cost_centre": cost_centre, "measure": measure, "amount": amount });
    parts.iter().map(one).collect()
}

fn month_number(month: Month) -> i32 {
    month.year() * 100 + i32::try_from(month.month()).expect("a month")
}

fn number(day: NaiveDate) -> i32 {
    day.year() * 10_000 + i32::try_from(day.month() * 100 + day.day()).expect("a day")
}

fn day(day: Option<&Day>) -> Option<i32> {
    day.map(|day| number(day.0))
}

/// A list that is left out when it is empty.
fn filled<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

fn some<T>(list: &[T], shown: impl Fn(&[T]) -> Vec<Value>) -> Option<Vec<Value>> {
    filled(list).map(shown)
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
