//! The whole job through the use cases: clock in offline, sync, correct,
//! approve, hand over, change afterwards.

mod absences;
mod books;
mod dead_ends;
mod maternity;
mod paid_since;
mod plan;
mod team;

use assistenz_core::app::correction::Change;
use assistenz_core::app::{AppError, ApprovalTerms, Device, Refusal};
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::payroll::{Purpose, export};
use assistenz_core::record::month_state::MonthState;
use assistenz_core::record::rota::PlanState;
use assistenz_core::store::Store;
use assistenz_core::time::{Minutes, Month};
use assistenz_core::work::Kind;
use std::collections::BTreeMap;
use team::{Team, at, clock, nw};

const START: &str = "2026-10-01T00:00+02:00";

fn october() -> Month {
    "2026-10".parse().expect("a month")
}

fn refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> &'static str {
    match result {
        Err(AppError::Refused(refusal)) => refusal.code(),
        other => panic!("not refused: {other:?}"),
    }
}

fn roll() -> impl FnMut() -> [u8; 16] {
    let mut next = 0_u128;
    let start = std::time::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_nanos());
    move || {
        next += 1;
        (start + next).to_be_bytes()
    }
}

fn in_at(phone: &mut Device<Store>, text: &str) {
    phone
        .act(&clock(at(text)), &mut roll(), |acting| acting.clock_in(&nw(), vec![]))
        .expect("clocked in");
}

fn out_at(phone: &mut Device<Store>, text: &str) {
    phone.act(&clock(at(text)), &mut roll(), |acting| acting.clock_out()).expect("clocked out");
}

fn contract() -> ContractVersion {
    let json = serde_json::json!({
        "id": "c1",
        "valid_from": "2026-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "standby": { "hourly": { "cents_per_hour": 1390 } },
        "surcharges": Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": nw(),
    });
    serde_json::from_value(json).expect("a contract")
}

fn lodas() -> OfficeSettings {
    let json = serde_json::json!({
        "office": "Lohnbüro Muster",
        "program": { "name": "lodas" },
        "adviser_number": 1_234_567,
        "client_number": 4711,
        "wage_types": mendato_example(ExampleFor::Lodas),
    });
    serde_json::from_value(json).expect("settings")
}

#[test]
fn a_shift_begun_offline_is_approved_and_handed_to_payroll() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    team.desk(at(START), |acting| acting.put_contract(ada, &contract())).expect("a contract");

    // A night over the clock change, without a network; the shift is 13 hours.
    in_at(&mut phone, "2026-10-24T19:54+02:00");
    let again = phone.act(&clock(at("2026-10-24T20:00+02:00")), &mut roll(), |acting| {
        acting.clock_in(&nw(), vec![])
    });
    assert_eq!(refused(again), "already_clocked_in");
    out_at(&mut phone, "2026-10-25T07:59+01:00");
    assert_eq!(phone.waiting().expect("counted"), 2);

    let open = team.desk(at("2026-11-02T09:00+01:00"), |acting| acting.month_of(ada, october()));
    assert_eq!(open.expect("read").entries.len(), 0, "nothing has arrived yet");
    team.sync(&mut phone, at("2026-11-02T09:00+01:00"));
    assert_eq!(phone.waiting().expect("counted"), 0);

    let now = at("2026-11-02T10:00+01:00");
    let work = team.desk(now, |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(work.totals(), vec![(Kind::Work, Minutes::new(13 * 60 + 5))]);
    let approved = team
        .desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved");
    assert_eq!(approved.reckoning.pay.totals.worked, Minutes::new(13 * 60 + 5));
    let twice = team.desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()));
    assert_eq!(refused(twice), "nothing_to_approve");

    // The phone sees the approval.
    team.sync(&mut phone, now);
    let standing =
        phone.look(&clock(now), |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Approved);

    // Hand-over, and the same bytes again.
    let settings = lodas();
    let handover = team.desk(now, |acting| acting.handover(october())).expect("a hand-over");
    let set = export(&handover.input(&settings, Purpose::Final)).expect("exported");
    assert!(set.files[0].bytes.starts_with(b"[Allgemein]"));
    team.office_record(handover.record("lodas", &set), now);
    let exports = team.desk(now, |acting| acting.exports(None)).expect("read");
    let same =
        team.desk(now, |acting| acting.handover_again(&exports[0])).expect("the hand-over again");
    let again = export(&same.input(&settings, Purpose::Final)).expect("exported again");
    assert_eq!(set.files[0].bytes, again.files[0].bytes, "the same bytes");
    let rest = team.desk(now, |acting| acting.handover(october())).expect("a hand-over");
    assert_eq!(rest.lines.len(), 0, "nothing is left to hand over");

    // A change afterwards comes out as the difference, in November.
    let later = at("2026-11-05T09:00+01:00");
    let shift = work.entries[0].shift;
    phone
        .act(&clock(later), &mut roll(), |acting| {
            let end = at("2026-10-25T08:29+01:00");
            acting.correct(shift, None, Some(end), "Übergabe dauerte länger")
        })
        .expect("corrected");
    team.sync(&mut phone, later);
    let standing = team.desk(later, |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Changed);
    team.desk(later, |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved again");
    let november = october().next();
    let delta = team.desk(later, |acting| acting.handover(november)).expect("a hand-over");
    assert!(delta.lines.iter().all(|line| line.month_of_origin == october()));
    assert!(delta.lines.iter().all(|line| line.month == november));
    let half_an_hour: i64 = delta.lines.iter().map(|line| line.columns.paid.get()).sum();
    // 30 minutes at 17.50 € with the Sunday's 50 %.
    assert_eq!(half_an_hour, 875 + 438, "{:?}", delta.lines);
    assert_eq!(delta.lines[0].reason.as_deref(), Some("Übergabe dauerte länger"));

    // What falls away altogether keeps its reason as well.
    let at_last = at("2026-11-06T09:00+01:00");
    phone
        .act(&clock(at_last), &mut roll(), |acting| acting.retract(shift, None, "falscher Tag"))
        .expect("retracted");
    team.sync(&mut phone, at_last);
    team.desk(at_last, |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved without it");
    let delta = team.desk(at_last, |acting| acting.handover(november)).expect("a hand-over");
    let reasons = delta.lines[0].reason.as_deref().expect("a reason");
    assert!(reasons.contains("falscher Tag"), "{reasons}");
}

#[test]
fn a_proposal_counts_only_when_agreed_or_explicitly_approved_over_an_objection() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    team.desk(at(START), |acting| acting.put_contract(ada, &contract())).expect("a contract");
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T16:00+02:00");
    let now = at("2026-11-02T09:00+01:00");
    team.sync(&mut phone, now);
    let work = team.desk(now, |acting| acting.month_of(ada, october())).expect("read");
    let shift = work.entries[0].shift;
    let end = Change::Ends { start_ms: None, end_ms: Some(at("2026-10-05T15:30+02:00")) };
    let silent = team.desk(now, |acting| acting.propose(ada, october(), shift, &end, " "));
    assert_eq!(refused(silent), "reason_needed");
    let proposal = team
        .desk(now, |acting| {
            acting.propose(ada, october(), shift, &end, "Schon um halb vier gegangen")
        })
        .expect("proposed");
    let work = team.desk(now, |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(work.totals(), vec![(Kind::Work, Minutes::hours(8))], "nothing has changed");
    let unasked =
        team.desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()));
    assert_eq!(refused(unasked), "open_proposals");

    team.sync(&mut phone, now);
    phone
        .act(&clock(now), &mut roll(), |acting| {
            acting.answer(proposal, october(), false, Some("Ich war bis vier da".into()))
        })
        .expect("objected");
    team.sync(&mut phone, now);
    let over =
        ApprovalTerms { days: vec![], over: vec![(proposal, "Türprotokoll zeigt 15:30".into())] };
    let approved =
        team.desk(now, |acting| acting.approve(ada, october(), &over)).expect("approved");
    assert_eq!(approved.statement.over[0].objection.as_deref(), Some("Ich war bis vier da"));
    assert_eq!(approved.reckoning.pay.totals.worked, Minutes::new(450));
}

#[test]
fn a_forgotten_clock_out_is_asked_for_and_never_filled_in() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    let next_day = at("2026-10-06T08:00+02:00");
    let refusal = phone
        .act(&clock(next_day), &mut roll(), |acting| acting.clock_in(&nw(), vec![]))
        .expect_err("still running");
    let AppError::Refused(Refusal::AlreadyClockedIn { shift, .. }) = refusal else {
        panic!("another refusal: {refusal}");
    };
    let complete =
        phone.act(&clock(next_day), &mut roll(), |acting| acting.complete_month(october()));
    assert_eq!(refused(complete), "unsettled_shifts");
    let planned = at("2026-10-05T16:00+02:00");
    phone
        .act(&clock(next_day), &mut roll(), |acting| {
            acting.state_end(shift, planned, Some(planned), None)
        })
        .expect("said");
    in_at(&mut phone, "2026-10-06T08:00+02:00");
    out_at(&mut phone, "2026-10-06T12:00+02:00");
    let work =
        phone.look(&clock(next_day), |acting| acting.month_of(ada, october())).expect("read");
    let first = work.entry(shift).expect("it is there");
    assert!(first.reconstructed, "it says that it was written down afterwards");
    assert_eq!(work.totals(), vec![(Kind::Work, Minutes::hours(12))]);
}

#[test]
fn two_phones_of_one_person_disagree_and_a_person_chooses() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    let mut tablet = team.phone_of(ada, at(START));
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    team.sync(&mut phone, at("2026-10-05T08:01+02:00"));
    team.sync(&mut tablet, at("2026-10-05T08:02+02:00"));
    // Both offline, both clock out.
    out_at(&mut phone, "2026-10-05T16:00+02:00");
    out_at(&mut tablet, "2026-10-05T16:10+02:00");
    let evening = at("2026-10-05T20:00+02:00");
    team.sync(&mut phone, evening);
    team.sync(&mut tablet, evening);
    team.sync(&mut phone, evening);
    let work = phone.look(&clock(evening), |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(work.disputes.len(), 1);
    assert_eq!(work.settled().count(), 0);
    let shift = work.entries[0].shift;
    phone
        .act(&clock(evening), &mut roll(), |acting| {
            acting.correct(shift, None, Some(at("2026-10-05T16:10+02:00")), "Tablet stimmt")
        })
        .expect("chosen");
    team.sync(&mut phone, evening);
    team.sync(&mut tablet, evening);
    let work =
        tablet.look(&clock(evening), |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(work.disputes.len(), 0);
    assert_eq!(work.totals(), vec![(Kind::Work, Minutes::new(490))]);
}

#[test]
fn saying_the_same_twice_writes_nothing_and_is_no_error() {
    let mut team = Team::found(at(START));
    let phone = team.assistant(at(START));
    let ada = phone.me().person;
    let name = BTreeMap::from([("name".to_owned(), "Ada".to_owned())]);
    for _ in 0..2 {
        team.desk(at(START), |acting| acting.put_person(ada, &name)).expect("put down");
    }
    let read = team.desk(at(START), |acting| acting.person_field(ada, "name")).expect("read");
    assert_eq!(read.as_deref(), Some("Ada"));
}

#[test]
fn standby_with_a_call_out_and_a_break_is_recorded_by_taps() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    let tap = |phone: &mut Device<Store>, text: &str, kind: Option<Kind>| {
        phone.act(&clock(at(text)), &mut roll(), |acting| match kind {
            Some(kind) => acting.start_part(kind),
            None => acting.end_part(),
        })
    };
    in_at(&mut phone, "2026-10-05T20:00+02:00");
    assert_eq!(
        refused(tap(&mut phone, "2026-10-05T21:00+02:00", Some(Kind::CallOut))),
        "call_out_outside_standby"
    );
    tap(&mut phone, "2026-10-05T22:00+02:00", Some(Kind::Standby)).expect("standby");
    tap(&mut phone, "2026-10-06T03:00+02:00", Some(Kind::CallOut)).expect("called");
    tap(&mut phone, "2026-10-06T03:20+02:00", None).expect("back");
    tap(&mut phone, "2026-10-06T06:00+02:00", None).expect("standby over");
    tap(&mut phone, "2026-10-06T06:30+02:00", Some(Kind::UnpaidBreak)).expect("a break");
    tap(&mut phone, "2026-10-06T07:00+02:00", None).expect("back");
    out_at(&mut phone, "2026-10-06T08:00+02:00");
    let now = clock(at("2026-10-06T09:00+02:00"));
    let work = phone.look(&now, |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(
        work.totals(),
        vec![
            (Kind::Work, Minutes::new(120 + 30 + 60)),
            (Kind::Standby, Minutes::new(480 - 20)),
            (Kind::CallOut, Minutes::new(20)),
            (Kind::UnpaidBreak, Minutes::new(30)),
        ]
    );
    let quiet = work.entries[0].shift;
    let said = phone.act(&now, &mut roll(), |acting| acting.nothing_happened(quiet));
    assert_eq!(refused(said), "not_now", "there was a call-out");
}

#[test]
fn a_call_out_ends_before_the_standby_around_it_whatever_their_ids_are() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let mut next = 255_u8;
    let mut falling = || {
        next -= 1;
        [next; 16]
    };
    let mut tap = |text: &str, kind: Option<Kind>| {
        phone
            .act(&clock(at(text)), &mut falling, |acting| match kind {
                Some(Kind::Work) => acting.clock_in(&nw(), vec![]),
                Some(kind) => acting.start_part(kind),
                None => acting.end_part(),
            })
            .expect("tapped")
    };
    tap("2026-10-05T20:00+02:00", Some(Kind::Work));
    let standby = tap("2026-10-05T22:00+02:00", Some(Kind::Standby));
    let called = tap("2026-10-06T03:00+02:00", Some(Kind::CallOut));
    assert!(called < standby, "ids fall");
    assert_eq!(tap("2026-10-06T03:20+02:00", None), called);
    assert_eq!(tap("2026-10-06T06:00+02:00", None), standby);
}

#[test]
fn clocking_out_during_a_call_out_ends_the_standby_too() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    in_at(&mut phone, "2026-10-05T20:00+02:00");
    for (text, kind) in
        [("2026-10-05T22:00+02:00", Kind::Standby), ("2026-10-06T05:30+02:00", Kind::CallOut)]
    {
        phone
            .act(&clock(at(text)), &mut roll(), |acting| acting.start_part(kind))
            .expect("it begins");
    }
    out_at(&mut phone, "2026-10-06T06:00+02:00");
    let now = clock(at("2026-10-06T09:00+02:00"));
    let work = phone.look(&now, |acting| acting.month_of(ada, october())).expect("read");
    assert_eq!(work.findings, vec![]);
    assert_eq!(
        work.totals(),
        vec![
            (Kind::Work, Minutes::new(120)),
            (Kind::Standby, Minutes::new(450)),
            (Kind::CallOut, Minutes::new(30)),
        ]
    );
}

#[test]
fn the_week_is_planned_as_the_week_before_and_published_with_its_time() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    let now = at("2026-10-10T09:00+02:00");
    let span = |from, to| {
        assistenz_core::time::Interval::new(
            assistenz_core::time::Minute::floor_ms(at(from)),
            assistenz_core::time::Minute::floor_ms(at(to)),
        )
        .expect("from < to")
    };
    let night = span("2026-10-17T22:00+02:00", "2026-10-18T06:00+02:00");
    team.desk(now, |acting| acting.plan(ada, &[(night, None)], nw().zone)).expect("planned");
    let monday = "2026-10-19".parse().expect("a day");
    let drafts = team
        .desk(now, |acting| acting.plan_as_last_week(ada, monday, nw().zone))
        .expect("planned as last week");
    // The clocks go back that night: the same wall times are nine hours.
    assert_eq!(drafts[0].span.map(|span| span.length()), Some(Minutes::hours(9)));
    assert_eq!(
        team.desk(now, |acting| acting.publish(ada, october())).expect("published").len(),
        2
    );
    team.sync(&mut phone, now);
    let seen = phone.look(&clock(now), |acting| acting.rota_of(ada, october())).expect("read");
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().all(|shift| shift.state == PlanState::Published { at_ms: now }));
    // An assistant may not plan: the phone writes it, the office holds it.
    let own =
        phone.act(&clock(now), &mut roll(), |acting| acting.plan(ada, &[(night, None)], nw().zone));
    own.expect("a phone does not judge itself");
    team.sync(&mut phone, now);
    let rota = team.desk(now, |acting| acting.rota_of(ada, october())).expect("read");
    assert_eq!(rota.len(), 2, "what is held does not count");
}
