//! Events of every type: a smallest and a fullest form of each. Where a type
//! has several forms that matter, there are more.

use super::{PERSON, id, ids};
use assistenz_core::document::DocumentId;
use assistenz_core::record::cbor::{Day, Funding, Hash32, Place};
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
use assistenz_core::work::Kind;
use chrono::NaiveDate;

/// 5 October 2026, 20:04 in Berlin.
pub(crate) const NOW_MS: i64 = 1_791_223_440_000;
/// The last instant that there is: a millisecond before the year 2200.
const LAST_MS: i64 = 7_258_118_399_999;

fn october() -> Month {
    "2026-10".parse().expect("a month")
}

fn last_month() -> Month {
    "2199-12".parse().expect("a month")
}

fn day(text: &str) -> Day {
    Day(text.parse().expect("a day"))
}

fn dates(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text).0).collect()
}

fn berlin() -> Place {
    Place { zone: "Europe/Berlin".into(), land: "BE".into(), communes: vec![] }
}

/// As long as its words may be; two of them unknown to every reader.
fn far_away() -> Place {
    Place {
        zone: "Z".repeat(64),
        land: "LANDLAND".into(),
        communes: vec!["augsburg".into(), "c".repeat(32)],
    }
}

fn shares() -> Vec<Funding> {
    let share = |cost_centre: &str, measure, amount| Funding {
        cost_centre: cost_centre.into(),
        measure,
        amount,
    };
    vec![share("4711", 1, Some(90)), share(&"k".repeat(64), 2, Some(u32::MAX)), share("", 3, None)]
}

fn told() -> Option<String> {
    Some("vergessen – so war’s".into())
}

fn text() -> String {
    "„Süß“ 😀\n".repeat(3)
}

/// As long as a text may be.
fn longest() -> String {
    "ü".repeat(2_000)
}

fn pinned(document: DocumentId, heads: Vec<Hash32>) -> PinnedHeads {
    PinnedHeads { document, heads }
}

/// Name, body. What an event replaces and answers is added by [`all`].
fn of_time() -> Vec<(&'static str, Body)> {
    let none = String::new;
    let at_ms = NOW_MS;
    let (shift, part) = (id(1), Some(id(2)));
    vec![
        ("smallest", ClockIn { at_ms: 0, place: berlin(), funding: vec![] }.into()),
        ("fullest", ClockIn { at_ms: LAST_MS, place: far_away(), funding: shares() }.into()),
        ("smallest", ClockOut { shift, at_ms: 0 }.into()),
        ("fullest", ClockOut { shift, at_ms }.into()),
        ("smallest", PartStart { shift, kind: Kind::Work, at_ms: 0 }.into()),
        ("fullest", PartStart { shift, kind: Kind::UnpaidBreak, at_ms }.into()),
        ("smallest", PartEnd { shift, part: id(2), at_ms: 0 }.into()),
        ("fullest", PartEnd { shift, part: id(2), at_ms }.into()),
        (
            "smallest",
            Part { shift, part: None, kind: Kind::Travel, from_ms: 0, to_ms: 0, reason: None }
                .into(),
        ),
        (
            "fullest, upside down",
            Part { shift, part, kind: Kind::OnCall, from_ms: at_ms, to_ms: 1, reason: told() }
                .into(),
        ),
        (
            "smallest",
            ManualEntry {
                from_ms: 0,
                to_ms: 0,
                place: berlin(),
                reason: none(),
                funding: vec![],
                from_typed: None,
                to_typed: None,
            }
            .into(),
        ),
        (
            "fullest",
            ManualEntry {
                from_ms: at_ms,
                to_ms: LAST_MS,
                place: far_away(),
                reason: text(),
                funding: shares(),
                from_typed: Some("2026-10-25T02:30".into()),
                to_typed: Some("x".repeat(32)),
            }
            .into(),
        ),
        (
            "smallest, the funding taken off",
            Correction {
                shift,
                reason: none(),
                start_ms: None,
                end_ms: None,
                place: None,
                funding: Some(vec![]),
            }
            .into(),
        ),
        (
            "fullest",
            Correction {
                shift,
                reason: text(),
                start_ms: Some(0),
                end_ms: Some(at_ms),
                place: Some(far_away()),
                funding: Some(shares()),
            }
            .into(),
        ),
        ("smallest", StatedEnd { shift, at_ms, offered_ms: None, note: None, typed: None }.into()),
        (
            "fullest",
            StatedEnd {
                shift,
                at_ms,
                offered_ms: Some(LAST_MS),
                note: told(),
                typed: Some("2026-10-25T02:30".into()),
            }
            .into(),
        ),
        ("smallest", Retraction { shift, part: None, reason: none() }.into()),
        ("fullest", Retraction { shift, part, reason: text() }.into()),
        ("smallest", QuietNight { shift, part: None }.into()),
        ("fullest", QuietNight { shift, part }.into()),
        ("smallest", MonthComplete { month: october(), fingerprint: Hash32([0; 32]) }.into()),
        ("fullest", MonthComplete { month: last_month(), fingerprint: Hash32([0xff; 32]) }.into()),
        ("smallest", Answer { proposal: id(3), agreed: false, reason: None }.into()),
        ("fullest", Answer { proposal: id(3), agreed: true, reason: told() }.into()),
        ("smallest", Away { shift, piece: None, from_ms: 0, to_ms: 0, place: berlin() }.into()),
        (
            "fullest",
            Away { shift, piece: part, from_ms: at_ms, to_ms: LAST_MS, place: far_away() }.into(),
        ),
        ("only", Undone { shift }.into()),
    ]
}

fn of_review() -> Vec<(&'static str, Body)> {
    let none = String::new;
    let shift = Some(id(1));
    let part = |n, kind, removed| ProposedPart {
        part: id(n),
        kind,
        from_ms: NOW_MS,
        to_ms: NOW_MS + 60_000,
        removed,
    };
    let empty = Proposal {
        shift: None,
        reason: none(),
        start_ms: None,
        end_ms: None,
        place: None,
        funding: None,
        parts: vec![],
        retract: None,
    };
    let full = Proposal {
        shift,
        reason: text(),
        start_ms: Some(NOW_MS),
        end_ms: Some(LAST_MS),
        place: Some(far_away()),
        funding: Some(shares()),
        parts: vec![
            part(2, Kind::CallOut, None),
            part(3, Kind::PaidBreak, Some(false)),
            part(4, Kind::Standby, Some(true)),
        ],
        retract: Some(false),
    };
    let emptied = Proposal { shift, funding: Some(vec![]), retract: Some(true), ..empty.clone() };
    let time = DocumentId::time(PERSON, october());
    let review = DocumentId::review(PERSON, october());
    let approval = Approval {
        month: october(),
        days: vec![],
        statement: Hash32([7; 32]),
        heads: vec![],
        live: vec![],
        rules: none(),
        totals: vec![],
        over: vec![],
        warnings: vec![],
    };
    let approved = Approval {
        days: dates(&["2026-10-01", "2026-10-31"]),
        heads: vec![pinned(time, vec![Hash32([1; 32]), Hash32([2; 32])]), pinned(review, vec![])],
        live: ids(1..=3),
        rules: "r".repeat(64),
        totals: vec![
            KindTotal { kind: Kind::Meeting, minutes: 0 },
            KindTotal { kind: Kind::Training, minutes: u32::MAX },
        ],
        over: vec![Over { proposal: id(3), reason: "weil".into() }],
        warnings: vec!["rest_period".into(), "w".repeat(200)],
        ..approval.clone()
    };
    let piece =
        |index, count, bytes| StatementPiece { statement: Hash32([7; 32]), index, count, bytes };
    vec![
        ("smallest, a forgotten shift without a word", empty.into()),
        ("fullest", full.into()),
        ("that it should not be, the funding taken off", emptied.into()),
        ("smallest", ProposalWithdrawn { proposal: id(3), reason: None }.into()),
        ("fullest", ProposalWithdrawn { proposal: id(3), reason: told() }.into()),
        ("smallest", approval.into()),
        ("fullest", approved.into()),
        ("smallest", piece(0, 1, vec![]).into()),
        ("fullest", piece(15, 16, vec![0xab; 300]).into()),
        ("smallest", Reopening { approval: id(5), reason: none() }.into()),
        ("fullest", Reopening { approval: id(5), reason: longest() }.into()),
        ("smallest", PayLine { month: october(), json: none() }.into()),
        ("fullest", PayLine { month: october(), json: r#"{"kind":"mileage"}"#.into() }.into()),
        ("smallest", PayLineRemoved { reason: none() }.into()),
        ("fullest", PayLineRemoved { reason: text() }.into()),
        ("smallest", HoursBooked { month: october(), minutes: -1_000_000, reason: none() }.into()),
        ("fullest", HoursBooked { month: october(), minutes: 1_000_000, reason: text() }.into()),
    ]
}

fn of_answers() -> Vec<(&'static str, Body)> {
    let none = String::new;
    let absence = id(1);
    let noted =
        |certificate: &str, day| CertificateNoted { absence, certificate: certificate.into(), day };
    let declined = Decision {
        wish: absence,
        granted: false,
        kind: None,
        reason: None,
        first_day: None,
        last_day: None,
        vacation_days: None,
        asked_first: None,
        asked_last: None,
    };
    let granted = Decision {
        wish: absence,
        granted: true,
        kind: Some("special_leave".into()),
        reason: told(),
        first_day: Some(day("2026-10-12")),
        last_day: Some(day("2026-10-16")),
        vacation_days: Some(450),
        asked_first: Some(day("2000-01-01")),
        asked_last: Some(day("2199-12-31")),
    };
    let entered = AbsenceEntered {
        kind: "k".into(),
        first_day: day("2028-02-29"),
        last_day: day("2028-02-29"),
        reason: none(),
        vacation_days: None,
    };
    let entered_fully = AbsenceEntered {
        kind: "holiday_not_worked".into(),
        first_day: day("2000-01-01"),
        last_day: day("2199-12-31"),
        reason: text(),
        vacation_days: Some(100_000),
    };
    let booked = |day, hundredths, reason| VacationBooked { day, hundredths, reason };
    vec![
        ("smallest", declined.into()),
        ("fullest", granted.into()),
        ("smallest", entered.into()),
        ("fullest", entered_fully.into()),
        ("smallest", TakenBack { reason: None }.into()),
        ("fullest", TakenBack { reason: told() }.into()),
        ("smallest", noted("none", None).into()),
        ("fullest", noted("electronic", Some(day("2026-10-05"))).into()),
        ("with a word that nobody knows", noted(&"_".repeat(32), None).into()),
        ("smallest", SameIllness { absence, earlier: None }.into()),
        ("fullest", SameIllness { absence, earlier: Some(id(9)) }.into()),
        ("smallest", booked(day("2026-01-01"), -100_000, none()).into()),
        ("fullest", booked(day("2026-12-31"), 100_000, text()).into()),
        ("smallest", VacationWarned { year: 2000, day: day("2026-10-05") }.into()),
        ("fullest", VacationWarned { year: 2199, day: day("2199-12-31") }.into()),
    ]
}

fn of_session_and_handover() -> Vec<(&'static str, Body)> {
    let none = String::new;
    let session = Session {
        from_ms: 0,
        to_ms: 0,
        place: berlin(),
        goals: none(),
        progress: none(),
        note: None,
    };
    let session_fully = Session {
        from_ms: NOW_MS,
        to_ms: LAST_MS,
        place: far_away(),
        goals: text(),
        progress: text(),
        note: told(),
    };
    let refund = |received, cents| Refund {
        person: PERSON,
        absence: id(1),
        received,
        day: day("2026-11-05"),
        cents,
    };
    vec![
        ("smallest", session.into()),
        ("fullest", session_fully.into()),
        ("smallest", SessionRetracted { reason: none() }.into()),
        ("fullest", SessionRetracted { reason: text() }.into()),
        ("smallest", Question { text: none(), person: None }.into()),
        ("fullest", Question { text: text(), person: Some(PERSON) }.into()),
        ("smallest", Reply { question: id(1), text: none() }.into()),
        ("fullest", Reply { question: id(1), text: text() }.into()),
        ("smallest", refund(false, None).into()),
        ("fullest", refund(true, Some(u32::MAX)).into()),
        ("smallest", RefundTakenBack { reason: None }.into()),
        ("fullest", RefundTakenBack { reason: told() }.into()),
    ]
}

/// Of pregnancy and birth; added behind the others, whose ids stay.
fn of_maternity() -> Vec<(&'static str, Body)> {
    let absence = id(1);
    let expected =
        MaternityNoted { absence, due: day("2028-02-29"), birth: None, nursing_until: None };
    let last = Some(day("2199-12-31"));
    let born = MaternityNoted { birth: last, nursing_until: last, ..expected };
    vec![
        ("smallest", NetPayNoted { absence, cents: None }.into()),
        ("fullest", NetPayNoted { absence, cents: Some(u32::MAX) }.into()),
        ("smallest", expected.into()),
        ("fullest", born.into()),
    ]
}

/// Every example: those called fullest also replace and answer something.
pub(crate) fn all() -> Vec<(String, Event)> {
    let bodies = [of_time(), of_review(), of_answers(), of_session_and_handover()].concat();
    let event = |(name, body): (&str, Body)| {
        let name = format!("{} {name}", body.number());
        let small = name.contains("smallest");
        let event = Event::new(if small { 0 } else { NOW_MS }, body);
        match () {
            () if name.contains("fullest") => {
                (name, event.superseding(ids(1..=3)).about(ids(4..=5)))
            }
            () => (name, event),
        }
    };
    let mut all: Vec<_> = bodies.into_iter().map(event).collect();
    let most = Event::new(LAST_MS, Undone { shift: id(1) });
    all.push(("14 only about something".into(), most.clone().about(ids(1..=1))));
    all.push(("14 with as many ids as there may be".into(), most.superseding(ids(1..=400))));
    all.extend(of_maternity().into_iter().map(event));
    all
}
