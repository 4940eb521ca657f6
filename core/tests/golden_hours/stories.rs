//! What happened, and in which states the shifts are then, by id.

use super::story::{OCTOBER, Story, Told, id, ms, told};
use super::{findings, proposals};
use assistenz_core::record::cbor::{Funding, Place};
use assistenz_core::record::events::Body;
use assistenz_core::record::events::time::{
    Away, ClockIn, ClockOut, Correction, ManualEntry, Part, PartEnd, PartStart, QuietNight,
    Retraction, StatedEnd, Undone,
};
use assistenz_core::work::Kind;

pub(crate) fn berlin() -> Place {
    Place { zone: "Europe/Berlin".into(), land: "BE".into(), communes: vec![] }
}

pub(crate) fn clock_in(at: &str) -> ClockIn {
    ClockIn { at_ms: ms(at), place: berlin(), funding: vec![] }
}

pub(crate) fn clock_out(at: &str) -> ClockOut {
    ClockOut { shift: id(1), at_ms: ms(at) }
}

pub(crate) fn corrected(start: Option<&str>, end: Option<&str>) -> Correction {
    Correction {
        shift: id(1),
        reason: "vertippt".into(),
        start_ms: start.map(ms),
        end_ms: end.map(ms),
        place: None,
        funding: None,
    }
}

pub(crate) fn retracted(part: Option<u16>) -> Retraction {
    Retraction { shift: id(1), part: part.map(id), reason: "doppelt".into() }
}

pub(crate) fn part(kind: Kind, from: &str, to: &str) -> Part {
    Part { shift: id(1), part: None, kind, from_ms: ms(from), to_ms: ms(to), reason: None }
}

pub(crate) fn manual(from: &str, to: &str) -> ManualEntry {
    ManualEntry {
        from_ms: ms(from),
        to_ms: ms(to),
        place: berlin(),
        reason: "Telefon leer".into(),
        funding: vec![],
        from_typed: None,
        to_typed: None,
    }
}

pub(crate) fn stated(at: &str) -> StatedEnd {
    StatedEnd { shift: id(1), at_ms: ms(at), offered_ms: None, note: None, typed: None }
}

/// Writes in October.
pub(crate) fn put(story: &mut Story, n: u16, replaces: &[u16], body: impl Into<Body>) {
    story.write(OCTOBER, n, replaces, body);
}

/// A story that begins with a shift from 8:00 to 16:00 on the 5th.
pub(crate) fn worked(
    name: &'static str,
    states: &'static [&'static str],
    write: impl FnOnce(&mut Story),
) -> Told {
    told(name, states, |story| {
        put(story, 1, &[], clock_in("05T08:00"));
        put(story, 2, &[], clock_out("05T16:00"));
        write(story);
    })
}

fn recorded() -> Vec<Told> {
    vec![
        told("nothing", &[], |_| {}),
        told("running", &["running"], |story| put(story, 1, &[], clock_in("05T08:00"))),
        worked("in and out", &["settled"], |_| {}),
        told("seconds are cut off", &["settled"], |story| {
            let second = |at: &str, seconds: i64| ms(at) + seconds * 1_000;
            let begun = ClockIn { at_ms: second("05T08:00", 59), ..clock_in("05T08:00") };
            put(story, 1, &[], begun);
            put(story, 2, &[], ClockOut { shift: id(1), at_ms: second("05T16:00", 59) });
        }),
        told("over midnight into the next month", &["settled"], |story| {
            put(story, 1, &[], ClockIn { at_ms: ms("31T20:00"), ..clock_in("31T20:00") });
            put(story, 2, &[], ClockOut { shift: id(1), at_ms: ms("31T20:00") + 36_000_000 });
        }),
        told("written in October, begun in September", &["settled"], |story| {
            put(story, 1, &[], clock_in("01T01:00"));
            put(story, 2, &[], clock_out("01T09:00"));
            let start_ms = Some(ms("01T00:00") - 3_600_000);
            put(story, 3, &[1], Correction { start_ms, ..corrected(None, None) });
        }),
        told("the end before the start", &["unsettled"], |story| {
            put(story, 1, &[], clock_in("05T08:00"));
            put(story, 2, &[], clock_out("05T07:00"));
        }),
        told("no length", &["unsettled"], |story| {
            put(story, 1, &[], clock_in("05T08:00"));
            put(story, 2, &[], clock_out("05T08:00"));
        }),
        told("a place unknown here", &["unsettled"], |story| {
            let place = Place { land: "XX".into(), ..berlin() };
            put(story, 1, &[], ClockIn { place, ..clock_in("05T08:00") });
            put(story, 2, &[], clock_out("05T16:00"));
        }),
        told("an end whose beginning is not here", &["unsettled"], |story| {
            put(story, 2, &[], clock_out("05T16:00"));
        }),
        told("written afterwards", &["settled"], |story| {
            put(story, 1, &[], manual("05T08:00", "05T16:00"));
        }),
        told("the answer to when did you stop", &["settled"], |story| {
            put(story, 1, &[], clock_in("05T08:00"));
            put(story, 2, &[], stated("05T15:30"));
        }),
        worked("a stated end replaces the tap", &["settled"], |story| {
            put(story, 3, &[2], stated("05T15:30"));
        }),
        worked("a tap taken back at once", &["running"], |story| {
            put(story, 3, &[2], Undone { shift: id(1) });
        }),
        worked("a tap taken back, and tapped again", &["settled"], |story| {
            put(story, 3, &[2], Undone { shift: id(1) });
            put(story, 4, &[], clock_out("05T16:30"));
        }),
        worked("nothing happened tonight", &["settled"], |story| {
            put(story, 3, &[], part(Kind::Standby, "05T10:00", "05T14:00"));
            put(story, 4, &[], QuietNight { shift: id(1), part: None });
        }),
        worked("a piece at another place", &["settled"], |story| {
            let (from_ms, to_ms) = (ms("05T10:00"), ms("05T12:00"));
            let place = Place { land: "BB".into(), ..berlin() };
            put(story, 3, &[], Away { shift: id(1), piece: None, from_ms, to_ms, place });
        }),
    ]
}

fn parts() -> Vec<Told> {
    let break_at = |from: &str, to: &str| part(Kind::UnpaidBreak, from, to);
    vec![
        worked("with a break tapped", &["settled"], |story| {
            let start = PartStart { shift: id(1), kind: Kind::UnpaidBreak, at_ms: ms("05T12:00") };
            put(story, 3, &[], start);
            put(story, 4, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:30") });
        }),
        worked("a break that was not ended", &["unsettled"], |story| {
            let start = PartStart { shift: id(1), kind: Kind::UnpaidBreak, at_ms: ms("05T12:00") };
            put(story, 3, &[], start);
        }),
        told("a break while running", &["running"], |story| {
            put(story, 1, &[], clock_in("05T08:00"));
            let start = PartStart { shift: id(1), kind: Kind::UnpaidBreak, at_ms: ms("05T12:00") };
            put(story, 3, &[], start);
        }),
        worked("the end of a break whose beginning is not here", &["unsettled"], |story| {
            put(story, 4, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:30") });
        }),
        worked("a break written afterwards", &["settled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
        }),
        worked("a break set right", &["settled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
            let right = Part { part: Some(id(3)), ..break_at("05T12:15", "05T12:45") };
            put(story, 4, &[3], right);
        }),
        worked("a break set right by two phones", &["unsettled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
            let right = |to| Part { part: Some(id(3)), ..break_at("05T12:00", to) };
            put(story, 4, &[3], right("05T12:45"));
            put(story, 5, &[3], right("05T12:50"));
        }),
        worked("a break upside down", &["unsettled"], |story| {
            put(story, 3, &[], break_at("05T12:30", "05T12:00"));
        }),
        worked("a break retracted", &["settled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
            put(story, 4, &[3], retracted(Some(3)));
        }),
        worked("a break retracted here and set right there", &["unsettled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
            put(story, 4, &[3], retracted(Some(3)));
            let right = Part { part: Some(id(3)), ..break_at("05T12:15", "05T12:45") };
            put(story, 5, &[3], right);
        }),
        worked("a break of no length", &["settled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:00"));
        }),
        worked("a break retracted here and ended there", &["settled"], |story| {
            let start = PartStart { shift: id(1), kind: Kind::UnpaidBreak, at_ms: ms("05T12:00") };
            put(story, 3, &[], start);
            put(story, 4, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:30") });
            put(story, 5, &[3], retracted(Some(3)));
        }),
        worked("a break ended by two phones at two times", &["unsettled"], |story| {
            let start = PartStart { shift: id(1), kind: Kind::UnpaidBreak, at_ms: ms("05T12:00") };
            put(story, 3, &[], start);
            put(story, 4, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:30") });
            put(story, 5, &[], PartEnd { shift: id(1), part: id(3), at_ms: ms("05T12:31") });
        }),
        told("a break upside down while running", &["unsettled"], |story| {
            put(story, 1, &[], clock_in("05T08:00"));
            put(story, 3, &[], break_at("05T12:30", "05T12:00"));
        }),
        worked("two breaks that overlap", &["unsettled"], |story| {
            put(story, 3, &[], break_at("05T12:00", "05T12:30"));
            put(story, 4, &[], break_at("05T12:15", "05T12:45"));
        }),
        worked("a journey in a meeting", &["unsettled"], |story| {
            put(story, 3, &[], part(Kind::Meeting, "05T12:00", "05T12:30"));
            put(story, 4, &[], part(Kind::Travel, "05T12:10", "05T12:20"));
        }),
        worked("a call-out in standby, one part at its end", &["settled"], |story| {
            put(story, 3, &[], part(Kind::Standby, "05T12:00", "05T15:00"));
            put(story, 4, &[], part(Kind::CallOut, "05T13:00", "05T14:00"));
            put(story, 5, &[], part(Kind::Standby, "05T15:00", "05T16:00"));
        }),
        worked("a piece away set right, and retracted elsewhere", &["unsettled"], |story| {
            let (from_ms, to_ms) = (ms("05T10:00"), ms("05T12:00"));
            let piece = Away { shift: id(1), piece: None, from_ms, to_ms, place: berlin() };
            put(story, 3, &[], piece.clone());
            let to_ms = ms("05T13:00");
            put(story, 4, &[3], Away { piece: Some(id(3)), to_ms, ..piece });
            put(story, 5, &[3], retracted(Some(3)));
        }),
    ]
}

fn corrections() -> Vec<Told> {
    vec![
        worked("the end corrected", &["settled"], |story| {
            put(story, 3, &[1, 2], corrected(None, Some("05T17:00")));
        }),
        worked("start and end corrected, one after the other", &["settled"], |story| {
            put(story, 3, &[1, 2], corrected(None, Some("05T17:00")));
            put(story, 4, &[1, 3], corrected(Some("05T07:30"), None));
        }),
        worked("a correction that names nothing", &["unsettled"], |story| {
            put(story, 3, &[], corrected(None, Some("05T17:00")));
        }),
        worked("two corrections to the same", &["settled"], |story| {
            put(story, 3, &[2], corrected(None, Some("05T17:00")));
            put(story, 4, &[2], corrected(None, Some("05T17:00")));
        }),
        worked("two corrections to two ends", &["unsettled"], |story| {
            put(story, 3, &[2], corrected(None, Some("05T17:00")));
            put(story, 4, &[2], corrected(None, Some("05T17:30")));
        }),
        worked("two ends, and a choice", &["settled"], |story| {
            put(story, 3, &[2], corrected(None, Some("05T17:00")));
            put(story, 4, &[2], corrected(None, Some("05T17:30")));
            put(story, 5, &[3, 4], corrected(None, Some("05T17:30")));
        }),
        worked("two taps to go", &["unsettled"], |story| {
            put(story, 3, &[], clock_out("05T16:05"));
        }),
        worked("place and funding corrected", &["settled"], |story| {
            let paid = Funding { cost_centre: "4711".into(), measure: 3, amount: None };
            let place = Some(Place { land: "BB".into(), ..berlin() });
            let funding = Some(vec![paid]);
            put(story, 3, &[1], Correction { place, funding, ..corrected(None, None) });
        }),
        worked("two places", &["unsettled"], |story| {
            let place = |land: &str| Some(Place { land: land.into(), ..berlin() });
            let at = |land| Correction { place: place(land), ..corrected(None, None) };
            put(story, 3, &[1], at("BB"));
            put(story, 4, &[1], at("SN"));
        }),
        worked("retracted", &["retracted"], |story| {
            put(story, 3, &[1, 2], retracted(None));
        }),
        worked("retracted without naming the end", &["unsettled"], |story| {
            put(story, 3, &[1], retracted(None));
        }),
        worked("retracted here and corrected there", &["unsettled"], |story| {
            put(story, 3, &[1, 2], retracted(None));
            put(story, 4, &[1, 2], corrected(None, Some("05T17:00")));
        }),
        worked("two shifts of which one is retracted", &["settled", "retracted"], |story| {
            put(story, 6, &[], clock_in("06T08:00"));
            put(story, 7, &[6], Retraction { shift: id(6), ..retracted(None) });
        }),
    ]
}

/// All stories.
pub(crate) fn all() -> Vec<Told> {
    let of_findings = findings::found().into_iter().map(|(_, told)| told).collect();
    [recorded(), parts(), corrections(), proposals::proposals(), of_findings]
        .into_iter()
        .flatten()
        .collect()
}
