//! The plan in words.

use super::*;
use crate::document::{EventId, PersonId};
use crate::law::finding::Lawful;
use crate::law::finding::{Finding, FindingKey, Severity};
use crate::law::rest_period::REST;
use crate::money::Cents;
use crate::place::{HolidayRegion, Land};
use crate::record::availability::{Availability, Wish};
use crate::time::{Interval, Minute, Minutes};
use chrono::Datelike as _;
use chrono_tz::Europe::Berlin;

const PUBLISHED: PlanState = PlanState::Published { at_ms: 1_793_602_800_000 };

fn span(from: &str, to: &str) -> Interval {
    let minute = |text: &str| {
        let instant = chrono::DateTime::parse_from_rfc3339(&format!("2026-{text}:00+01:00"));
        Minute::floor(instant.expect("an instant").to_utc())
    };
    Interval::new(minute(from), minute(to)).expect("from < to")
}

fn shift(n: u8, from: &str, to: &str, state: PlanState) -> PlannedShift {
    PlannedShift {
        id: EventId::new([n; 16]),
        span: Some(span(from, to)),
        kind: String::new(),
        note: String::new(),
        cost_centre: None,
        state,
        disputed: Vec::new(),
    }
}

fn ada() -> PersonPlan {
    let night = shift(1, "11-05T20:00", "11-06T06:00", PUBLISHED);
    let early = shift(2, "11-06T12:00", "11-06T20:00", PlanState::Draft);
    let rest = span("11-06T06:00", "11-06T12:00");
    PersonPlan {
        person: PersonId::new([9; 16]),
        name: Some("Ada".into()),
        shifts: vec![night, early, shift(3, "11-08T08:00", "11-08T12:00", PlanState::Cancelled)],
        absences: Vec::new(),
        wishes: Vec::new(),
        findings: vec![Finding {
            key: FindingKey::RestTooShort,
            severity: Severity::Serious,
            rule: REST,
            intervals: vec![rest],
            lawful: Lawful::Rest {
                rest: Minutes::hours(6),
                required: Minutes::hours(11),
                earliest_start: span("11-06T06:00", "11-06T17:00").to(),
            },
        }],
        hours: PlannedHours {
            on_duty: Minutes::hours(18),
            breaks: Minutes::new(75),
            weeks: vec![("2026-11-02".parse().expect("a day"), Minutes::hours(18))],
            agreed: Some(AgreedHours {
                weekly: Minutes::hours(20),
                monthly: Minutes::hours(87),
                gross: Some(Cents::new(29_312)),
            }),
            has_contract: true,
        },
    }
}

fn november() -> TeamPlan {
    TeamPlan {
        month: "2026-11".parse().expect("a month"),
        zone: Berlin,
        region: Some(HolidayRegion::new(Land::Nw, vec![])),
        people: vec![ada()],
        open: vec![shift(7, "11-14T08:00", "11-14T20:00", PlanState::Draft)],
    }
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).expect("a day")
}

#[test]
fn each_day_says_who_works_when_and_what_would_be_lawful() {
    let plan = plan_month(&november(), Language::German, true);
    assert_eq!(plan.days.len(), 30);
    assert_eq!((plan.drafts, plan.open, plan.unlawful), (2, 1, 1));
    let friday = plan.day(day(6)).expect("a day of the month");
    assert_eq!(friday.duties.len(), 1, "the night stands on the day of its begin");
    let duty = &friday.duties[0];
    assert_eq!(duty.name, "Ada, Fr 6. Nov., 12:00 bis 20:00");
    assert_eq!((duty.state_words.as_str(), duty.length.as_str()), ("Entwurf", "8:00 h"));
    assert_eq!(duty.breaks, "Mindestens 0:30 h Pause einplanen, spätestens nach 6:00 h Arbeit.");
    assert_eq!(duty.spots.len(), 1);
    assert_eq!(
        duty.spots[0].sentence,
        "Ruhezeit nur 6:00 h statt 11:00 h. Frühester erlaubter Beginn: Fr 6. Nov. 17:00."
    );
    assert!(duty.spots[0].source.starts_with("§ 5 Abs. 1 ArbZG"));
    let night = &plan.day(day(5)).expect("a day").duties[0];
    assert_eq!(night.times, "20:00 bis Fr 6. Nov. 06:00");
    assert_eq!(night.state_words, "veröffentlicht");
    assert_eq!(night.since, "Veröffentlicht Mo 2. Nov. 08:00.", "the time is kept");
    assert_eq!(night.spots, [], "the later shift is the one to move");
    assert_eq!(plan.day(day(8)).expect("a day").cancelled.len(), 1);
    assert!(plan.day(day(1)).expect("a day").holiday.is_some(), "All Saints in NW");
}

#[test]
fn the_next_open_shift_is_found_from_every_day_and_around_the_months_end() {
    let plan = plan_month(&november(), Language::German, true);
    for (from, expected) in [(1, Some(14)), (13, Some(14)), (14, None), (20, Some(14))] {
        let next = plan.next_open(day(from)).map(|open| open.day.day());
        assert_eq!(next, expected, "from {from}");
    }
}

#[test]
fn hours_stand_against_the_contract_in_words() {
    let plan = plan_month(&november(), Language::German, true);
    let person = &plan.people[0];
    assert_eq!(
        person.sums,
        [
            "18:00 h Dienst geplant, darin 1:15 h vorgeschriebene Pausen.",
            "Vereinbart sind 20:00 h je Woche, das sind im Mittel 87:00 h im Monat: 70:15 h weniger geplant.",
            "Wird genau so gearbeitet, sind das 293,12 € brutto.",
        ]
    );
    assert_eq!(person.weeks[0].from, "Mo 2. Nov.");
    assert_eq!(person.weeks[0].against, "2:00 h weniger als vereinbart");
}

#[test]
fn who_does_not_plan_sees_what_is_published_and_nothing_else() {
    let plan = plan_month(&november(), Language::German, false);
    let duties: Vec<_> = plan.days.iter().flat_map(|day| &day.duties).collect();
    assert_eq!(duties.len(), 1);
    assert_eq!((plan.drafts, plan.open, plan.unlawful), (0, 0, 0));
    assert!(plan.people.is_empty() && duties[0].spots.is_empty());
    assert!(plan.days.iter().all(|day| day.cancelled.is_empty()));
}

#[test]
fn who_is_away_or_said_no_is_named_beside_the_day_and_at_the_shift() {
    let mut team = november();
    let of = &mut team.people[0];
    of.wishes = vec![
        Availability {
            id: EventId::new([5; 16]),
            span: Some(span("11-05T18:00", "11-05T22:00")),
            wish: Some(Wish::Unavailable),
            note: "Chor".into(),
            withdrawn: false,
        },
        Availability {
            id: EventId::new([6; 16]),
            span: Some(span("11-20T08:00", "11-20T12:00")),
            wish: Some(Wish::Preferred),
            note: String::new(),
            withdrawn: false,
        },
    ];
    let plan = plan_month(&team, Language::German, true);
    let thursday = plan.day(day(5)).expect("a day");
    let said = "Ada kann nicht: Do 5. Nov., 18:00 bis 22:00 (Chor)";
    assert_eq!(thursday.duties[0].spots[0].sentence, said);
    assert!(thursday.duties[0].is_doubtful() && thursday.beside[0].against);
    assert_eq!((plan.unlawful, plan.doubtful), (1, 1));
    let friday = &plan.day(day(20)).expect("a day").beside;
    assert_eq!(friday[0].sentence, "Ada möchte arbeiten: Fr 20. Nov., 08:00 bis 12:00");
    assert!(!friday[0].against);
}

#[test]
fn a_shift_with_two_times_stands_apart_until_somebody_chooses() {
    let mut team = november();
    team.people[0].shifts[1].span = None;
    let plan = plan_month(&team, Language::German, true);
    assert_eq!(plan.unclear.len(), 1);
    assert!(plan.unclear[0].name.contains("Ada"), "{}", plan.unclear[0].name);
}
