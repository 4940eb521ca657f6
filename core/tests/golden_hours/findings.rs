//! Stories of findings at their edges, with the codes they must bring in October.

use super::proposals::{answered, proposal, propose};
use super::stories::{
    berlin, clock_in, clock_out, corrected, manual, part, put, retracted, worked,
};
use super::story::{Story, Told, id, ms, told};
use super::typed::typed_times;
use assistenz_core::record::cbor::Place;
use assistenz_core::record::events::time::{
    Answer, Away, ClockIn, ClockOut, Correction, ManualEntry, Part, PartEnd, PartStart, QuietNight,
    Undone,
};
use assistenz_core::work::Kind;

/// The codes, in the order of the program, and the story.
pub(crate) type Found = (&'static [&'static str], Told);

pub(crate) const HOUR_MS: i64 = 3_600_000;

fn ended(story: &mut Story, from: &str, to: &str) {
    put(story, 1, &[], clock_in(from));
    put(story, 2, &[], clock_out(to));
}

pub(crate) fn unknown() -> Place {
    Place { land: "XX".into(), ..berlin() }
}

fn started(at: &str) -> PartStart {
    begun(Kind::UnpaidBreak, at)
}

fn begun(kind: Kind, at: &str) -> PartStart {
    PartStart { shift: id(1), kind, at_ms: ms(at) }
}

fn away(from: &str, to: &str, place: Place) -> Away {
    Away { shift: id(1), piece: None, from_ms: ms(from), to_ms: ms(to), place }
}

fn shifts() -> Vec<Found> {
    vec![
        (&[], told("36 hours", &["settled"], |story| ended(story, "05T08:00", "06T20:00"))),
        (
            &["longer_than_36_hours"],
            told("36 hours and a minute", &["settled"], |story| {
                ended(story, "05T08:00", "06T20:01");
            }),
        ),
        (
            &["end_before_start"],
            told("ended a minute before it began", &["unsettled"], |story| {
                ended(story, "05T08:00", "05T07:59");
                put(story, 3, &[], part(Kind::Travel, "05T10:00", "05T11:00"));
            }),
        ),
        (
            &["zero_length"],
            told("ended seconds before it began, in one minute", &["unsettled"], |story| {
                let at_ms = ms("05T08:00") + 30_000;
                put(story, 1, &[], ClockIn { at_ms, ..clock_in("05T08:00") });
                put(story, 2, &[], clock_out("05T08:00"));
            }),
        ),
        (
            &["no_beginning"],
            told("all that was said of the beginning taken back", &["unsettled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 2, &[1], Undone { shift: id(1) });
            }),
        ),
        (
            &["no_beginning"],
            told("a correction of what is not here", &["unsettled"], |story| {
                put(story, 3, &[], corrected(Some("05T08:00"), None));
            }),
        ),
        (
            &["no_beginning"],
            told("an end and a retraction of what is not here", &["unsettled"], |story| {
                put(story, 2, &[], clock_out("05T16:00"));
                put(story, 3, &[], retracted(None));
            }),
        ),
        (
            &["unknown_place"],
            worked("two pieces at places unknown here", &["unsettled"], |story| {
                put(story, 3, &[], away("05T09:00", "05T10:00", unknown()));
                put(story, 4, &[], away("05T11:00", "05T12:00", unknown()));
            }),
        ),
        (
            &["part_end_before_start"],
            // It stands in both months.
            worked("two starts in two months", &["unsettled", "unsettled"], |story| {
                let start_ms = Some(ms("01T00:00") - HOUR_MS);
                put(story, 3, &[1], Correction { start_ms, ..corrected(None, None) });
                put(story, 4, &[1], corrected(Some("05T07:00"), None));
                put(story, 5, &[], part(Kind::UnpaidBreak, "05T12:30", "05T12:00"));
            }),
        ),
    ]
}

fn parts() -> Vec<Found> {
    vec![
        (
            &[],
            worked("a part and a piece as long as the shift", &["settled"], |story| {
                put(story, 3, &[], part(Kind::Travel, "05T08:00", "05T16:00"));
                put(story, 4, &[], away("05T08:00", "05T16:00", berlin()));
            }),
        ),
        (
            &["part_outside", "part_outside"],
            worked("parts a minute too early and too late", &["settled"], |story| {
                put(story, 3, &[], part(Kind::Travel, "05T07:59", "05T09:00"));
                put(story, 4, &[], part(Kind::Travel, "05T15:00", "05T16:01"));
            }),
        ),
        (
            &["part_outside"],
            worked("a piece a minute too late", &["settled"], |story| {
                put(story, 3, &[], away("05T15:00", "05T16:01", berlin()));
            }),
        ),
        (
            &[],
            told("a part before a shift that is running", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 3, &[], part(Kind::Travel, "05T07:00", "05T09:00"));
            }),
        ),
        (
            &["part_zero_length"],
            worked("a part of no length, outside", &["settled"], |story| {
                put(story, 3, &[], part(Kind::Travel, "05T18:00", "05T18:00"));
            }),
        ),
        (
            &["part_end_before_start"],
            worked("a piece of no length", &["unsettled"], |story| {
                put(story, 3, &[], away("05T10:00", "05T10:00", berlin()));
            }),
        ),
        (
            &["part_end_before_start"],
            worked("a part that ends a minute before it begins", &["unsettled"], |story| {
                put(story, 3, &[], part(Kind::Travel, "05T10:00", "05T09:59"));
            }),
        ),
        (
            &["part_open"],
            worked("two parts, one open", &["unsettled"], |story| {
                put(story, 3, &[], part(Kind::UnpaidBreak, "05T10:00", "05T10:30"));
                put(story, 4, &[], started("05T12:00"));
            }),
        ),
        (
            &["part_without_beginning"],
            told("the end of an unknown part while running", &["unsettled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 4, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:30") });
            }),
        ),
        (
            &["part_without_beginning"],
            worked("all that was said of a part taken back", &["unsettled"], |story| {
                put(story, 3, &[], started("05T12:00"));
                put(story, 4, &[3], Undone { shift: id(1) });
            }),
        ),
        (
            &["part_without_beginning"],
            worked("all that was said of a piece taken back", &["unsettled"], |story| {
                put(story, 3, &[], away("05T10:00", "05T11:00", berlin()));
                put(story, 4, &[3], Undone { shift: id(1) });
            }),
        ),
        (
            &[],
            worked("two ends of a part that is not there", &["settled"], |story| {
                let end = |at| PartEnd { shift: id(1), part: id(3), at_ms: ms(at) };
                put(story, 3, &[], started("05T12:00"));
                put(story, 4, &[], end("05T12:30"));
                put(story, 5, &[], end("05T12:31"));
                put(story, 6, &[3], retracted(Some(3)));
            }),
        ),
        (
            &[],
            worked("one part of two kinds and two ends", &["unsettled"], |story| {
                put(story, 3, &[], part(Kind::UnpaidBreak, "05T12:00", "05T12:30"));
                let right = |kind, to| Part { part: Some(id(3)), ..part(kind, "05T12:00", to) };
                put(story, 4, &[3], right(Kind::PaidBreak, "05T12:45"));
                put(story, 5, &[3], right(Kind::Travel, "05T12:50"));
            }),
        ),
    ]
}

fn parts_together() -> Vec<Found> {
    vec![
        (
            &[],
            worked("breaks one behind the other", &["settled"], |story| {
                put(story, 3, &[], part(Kind::UnpaidBreak, "05T12:00", "05T12:30"));
                put(story, 4, &[], part(Kind::UnpaidBreak, "05T12:30", "05T12:45"));
            }),
        ),
        (
            &["parts_overlap"],
            worked("breaks a minute into each other", &["unsettled"], |story| {
                put(story, 3, &[], part(Kind::UnpaidBreak, "05T12:29", "05T12:45"));
                put(story, 4, &[], part(Kind::UnpaidBreak, "05T12:00", "05T12:30"));
            }),
        ),
        (
            &["parts_overlap", "parts_overlap", "parts_overlap"],
            worked("three of one rank at once", &["unsettled"], |story| {
                put(story, 3, &[], part(Kind::Travel, "05T12:00", "05T13:00"));
                put(story, 4, &[], part(Kind::Meeting, "05T12:00", "05T13:00"));
                put(story, 5, &[], part(Kind::Training, "05T12:30", "05T13:00"));
            }),
        ),
        (
            &[],
            worked("standby while on call, of another rank", &["settled"], |story| {
                put(story, 3, &[], part(Kind::OnCall, "05T12:00", "05T13:00"));
                put(story, 4, &[], part(Kind::Standby, "05T12:30", "05T13:00"));
            }),
        ),
        (
            &[],
            worked("a call-out from on-call into standby", &["settled"], |story| {
                put(story, 3, &[], part(Kind::OnCall, "05T10:00", "05T12:00"));
                put(story, 4, &[], part(Kind::Standby, "05T12:00", "05T14:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T11:59", "05T14:00"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            worked("a call-out a minute longer than standby", &["settled"], |story| {
                put(story, 4, &[], part(Kind::Standby, "05T12:00", "05T14:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T13:00", "05T14:01"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            worked("a call-out across a minute between standby", &["settled"], |story| {
                put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T12:00"));
                put(story, 4, &[], part(Kind::Standby, "05T12:01", "05T14:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T11:00", "05T13:00"));
            }),
        ),
        (
            &[],
            told("a call-out that began with the standby that runs", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 4, &[], begun(Kind::Standby, "05T12:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T12:00", "05T12:20"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            told("a call-out a minute before the standby that runs", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 4, &[], begun(Kind::Standby, "05T12:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T11:59", "05T12:20"));
            }),
        ),
        (
            &[],
            told("a call-out from standby into on-call that runs", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T12:00"));
                put(story, 4, &[], begun(Kind::OnCall, "05T12:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T11:30", "05T12:20"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            told("a call-out across a minute before standby that runs", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T12:00"));
                put(story, 4, &[], begun(Kind::Standby, "05T12:01"));
                put(story, 5, &[], part(Kind::CallOut, "05T11:30", "05T12:20"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            told("a call-out in a break that runs", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 4, &[], started("05T12:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T12:10", "05T12:20"));
            }),
        ),
        (
            &["part_open", "call_out_outside_standby"],
            worked("a call-out in standby that is open at the end", &["unsettled"], |story| {
                put(story, 4, &[], begun(Kind::Standby, "05T12:00"));
                put(story, 5, &[], part(Kind::CallOut, "05T12:10", "05T12:20"));
            }),
        ),
        (
            &["call_out_outside_standby"],
            told("a call-out in standby of two ends, while running", &["unsettled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 3, &[], begun(Kind::Standby, "05T12:00"));
                for (nth, at) in [(4, "05T13:00"), (5, "05T14:00")] {
                    let end = PartEnd { shift: id(1), part: id(3), at_ms: ms(at) };
                    put(story, nth, &[], end);
                }
                put(story, 6, &[], part(Kind::CallOut, "05T12:10", "05T12:20"));
            }),
        ),
        (
            &["quiet_night_with_call_out"],
            worked("a quiet night with a call-out", &["settled"], |story| {
                put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T12:00"));
                put(story, 4, &[], part(Kind::CallOut, "05T11:00", "05T11:01"));
                put(story, 5, &[], QuietNight { shift: id(1), part: None });
                put(story, 6, &[], QuietNight { shift: id(7), part: None });
            }),
        ),
        (
            &[],
            told("a quiet night with a call-out, while running", &["running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T12:00"));
                put(story, 4, &[], part(Kind::CallOut, "05T11:00", "05T11:01"));
                put(story, 5, &[], QuietNight { shift: id(1), part: None });
            }),
        ),
        (
            &["part_zero_length"],
            worked("a quiet night with a call-out of no length", &["settled"], |story| {
                put(story, 3, &[], part(Kind::CallOut, "05T11:00", "05T11:00"));
                put(story, 5, &[], QuietNight { shift: id(1), part: None });
            }),
        ),
    ]
}

fn shifts_together() -> Vec<Found> {
    vec![
        (
            &[],
            worked("two shifts one behind the other", &["settled", "settled"], |story| {
                put(story, 6, &[], manual("05T16:00", "05T18:00"));
            }),
        ),
        (
            &["overlap"],
            worked("two shifts a minute into each other", &["settled", "settled"], |story| {
                put(story, 6, &[], manual("05T07:00", "05T08:01"));
            }),
        ),
        (
            &["overlap"],
            told("two shifts of two months", &["settled", "settled"], |story| {
                put(story, 1, &[], clock_in("31T20:00"));
                let at_ms = ms("31T20:00") + 10 * HOUR_MS;
                put(story, 2, &[], ClockOut { shift: id(1), at_ms });
                let (from_ms, to_ms) = (at_ms - HOUR_MS, at_ms + HOUR_MS);
                let entry = ManualEntry { from_ms, to_ms, ..manual("05T08:00", "05T09:00") };
                story.write("2026-11", 6, &[], entry);
            }),
        ),
        (
            &["two_running"],
            told("two shifts running", &["running", "running"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 6, &[], clock_in("06T08:00"));
            }),
        ),
        (
            &["began_while_running"],
            told("begun a minute before another ended", &["running", "settled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 6, &[], manual("05T07:00", "05T08:01"));
            }),
        ),
        (
            &[],
            told("begun as another ended", &["running", "settled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                put(story, 6, &[], manual("05T07:00", "05T08:00"));
            }),
        ),
        (
            &["longer_than_36_hours"],
            told("beside one that is not settled", &["settled", "unsettled"], |story| {
                ended(story, "05T08:00", "07T08:00");
                put(story, 6, &[], manual("06T09:00", "06T09:00"));
                put(
                    story,
                    7,
                    &[6],
                    Correction { shift: id(6), ..corrected(Some("06T08:00"), None) },
                );
                put(
                    story,
                    8,
                    &[6],
                    Correction { shift: id(6), ..corrected(Some("06T07:00"), None) },
                );
            }),
        ),
    ]
}

fn answers() -> Vec<Found> {
    let later = || proposal(None, Some("05T16:30"));
    vec![
        (
            &["answer_without_proposal"],
            told("an answer to what is not here", &[], |story| put(story, 3, &[], answered(true))),
        ),
        (
            &["answer_without_proposal", "answer_without_proposal"],
            worked("answers to what is no proposal", &["settled"], |story| {
                put(story, 3, &[], Answer { proposal: id(1), ..answered(true) });
                put(story, 4, &[3], Answer { proposal: id(1), ..answered(false) });
            }),
        ),
        (
            &["answers_disagree"],
            worked("three answers that disagree", &["settled"], |story| {
                propose(story, &[1, 2], later());
                put(story, 5, &[], answered(false));
                put(story, 3, &[], answered(true));
                put(story, 4, &[], answered(true));
            }),
        ),
        (
            &[],
            worked("two answers that agree", &["settled"], |story| {
                propose(story, &[1, 2], later());
                put(story, 3, &[], answered(true));
                put(story, 4, &[], answered(true));
            }),
        ),
        (
            &[],
            worked("two answers that disagree, and a third for both", &["settled"], |story| {
                propose(story, &[1, 2], later());
                put(story, 3, &[], answered(false));
                put(story, 4, &[], answered(true));
                put(story, 5, &[3, 4], answered(false));
            }),
        ),
    ]
}

/// All stories of findings.
pub(crate) fn found() -> Vec<Found> {
    [shifts(), parts(), parts_together(), shifts_together(), typed_times(), answers()]
        .into_iter()
        .flatten()
        .collect()
}
