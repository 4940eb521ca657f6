//! Pregnancy and birth through the use cases: entered from the expected day,
//! set right by the birth, paid, handed over and refunded.

use super::team::{Team, at, clock};
use super::{START, contract, in_at, lodas, october, out_at, refused, roll};
use assistenz_core::absence::{AbsenceKind, Maternity};
use assistenz_core::app::ApprovalTerms;
use assistenz_core::app::absence::NewAbsence;
use assistenz_core::app::absence_decision::EnteredAbsence;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::PersonId;
use assistenz_core::money::Cents;
use assistenz_core::pay::line::{Quantity, WageKind};
use assistenz_core::payroll::{Purpose, export};
use assistenz_core::record::month_state::MonthState;
use assistenz_core::time::Month;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn expected() -> Maternity {
    Maternity { due: day("2026-11-16"), birth: None, nursing_until: None }
}

fn team_of_one() -> (Team, assistenz_core::app::Device<assistenz_core::store::Store>, PersonId) {
    let mut team = Team::found(at(START));
    let phone = team.assistant(at(START));
    let ada = phone.me().person;
    let early = ContractVersion { valid_from: day("2025-01-01"), ..contract() };
    team.desk(at(START), |acting| acting.put_contract(ada, &early)).expect("a contract");
    (team, phone, ada)
}

#[test]
fn the_weeks_follow_from_the_expected_day_and_change_with_the_birth() {
    let (mut team, mut phone, ada) = team_of_one();
    let now = at("2026-09-01T09:00+02:00");
    let enter = |team: &mut Team, reason: &str| {
        team.desk(now, |acting| acting.enter_maternity_leave(ada, &expected(), false, reason))
    };
    assert_eq!(refused(enter(&mut team, " ")), "reason_needed");
    let leave = enter(&mut team, "Zeugnis gesehen").expect("entered");
    let days = |team: &mut Team| {
        let entry = team.desk(now, |acting| acting.absence_of(ada, leave)).expect("read");
        let entry = entry.expect("there");
        (entry.days.expect("days"), entry.maternity.and_then(|known| known.birth))
    };
    assert_eq!(days(&mut team), ((day("2026-10-05"), day("2027-01-11")), None));
    // Twins, ten days early: no day is lost, and that it is twins is not kept.
    let born = Maternity { birth: Some(day("2026-11-06")), ..expected() };
    team.desk(now, |acting| acting.note_maternity(ada, leave, &born, true)).expect("noted");
    assert_eq!(days(&mut team), ((day("2026-10-05"), day("2027-02-08")), Some(day("2026-11-06"))));
    let odd = Maternity { birth: Some(day("2025-11-06")), ..expected() };
    let odd = team.desk(now, |acting| acting.note_maternity(ada, leave, &odd, false));
    assert_eq!(refused(odd), "wrong_order");
    // The person sees it on her phone, and nothing of it is hers to change.
    team.sync(&mut phone, now);
    let seen = phone.look(&clock(now), |acting| acting.absence_of(ada, leave)).expect("read");
    assert_eq!(seen.expect("there").maternity, Some(born));
    team.desk(now, |acting| acting.take_maternity_back(ada, leave, "")).expect("taken back");
    let entry = team.desk(now, |acting| acting.absence_of(ada, leave)).expect("read");
    assert_eq!(entry.expect("there").maternity, None);
    let again = team.desk(now, |acting| acting.take_maternity_back(ada, leave, ""));
    assert_eq!(refused(again), "no_such_entry");
}

#[test]
fn what_she_reports_herself_keeps_her_days_and_other_absences_have_no_birth() {
    let (mut team, mut phone, ada) = team_of_one();
    let now = at("2026-09-01T09:00+02:00");
    let new = NewAbsence::of(AbsenceKind::MaternityLeave, day("2026-10-06"), day("2027-01-11"));
    let own = phone
        .act(&clock(now), &mut roll(), |acting| acting.request_absence(&new))
        .expect("reported");
    team.sync(&mut phone, now);
    team.desk(now, |acting| acting.note_maternity(ada, own, &expected(), false)).expect("noted");
    let entry = team.desk(now, |acting| acting.absence_of(ada, own)).expect("read").expect("there");
    assert_eq!(entry.days, Some((day("2026-10-06"), day("2027-01-11"))));
    assert_eq!(entry.maternity, Some(expected()));
    let vacation = EnteredAbsence {
        kind: AbsenceKind::Vacation,
        first: day("2026-09-07"),
        last: day("2026-09-08"),
        reason: "Am Telefon".into(),
        vacation_days: None,
    };
    let vacation = team.desk(now, |acting| acting.enter_absence(ada, &vacation)).expect("entered");
    let other = team.desk(now, |acting| acting.note_maternity(ada, vacation, &expected(), false));
    assert_eq!(refused(other), "wrong_kind");
    let ban = EnteredAbsence {
        kind: AbsenceKind::EmploymentBan,
        first: day("2026-09-10"),
        last: day("2026-10-05"),
        reason: "Attest gesehen".into(),
        vacation_days: None,
    };
    let ban = team.desk(now, |acting| acting.enter_absence(ada, &ban)).expect("entered");
    let net = team.desk(now, |acting| acting.note_net_pay(ada, ban, Some(5_040)));
    assert_eq!(refused(net), "wrong_kind");
    // One note speaks of both.
    let ban = team.desk(now, |acting| acting.absence_of(ada, ban)).expect("read").expect("there");
    assert_eq!(ban.maternity, Some(expected()));
}

#[test]
fn the_allowance_is_days_until_the_net_pay_is_told_and_comes_back_in_full() {
    let (mut team, _, ada) = team_of_one();
    let now = at("2026-11-02T09:00+01:00");
    let leave = team
        .desk(now, |acting| acting.enter_maternity_leave(ada, &expected(), false, "Zeugnis"))
        .expect("entered");
    let approve = |team: &mut Team| {
        team.desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
    };
    let first = approve(&mut team).expect("approved");
    let line = &first.reckoning.pay.lines[0];
    assert_eq!(line.wage_kind, WageKind::MaternityAllowance);
    // 5 to 31 October.
    assert_eq!((line.quantity, line.columns.paid), (Quantity::Days(2_700), Cents::ZERO));
    assert_eq!(first.statement.absences[0].due, Some(day("2026-11-16")));

    // LODAS maps no such wage type: the payroll office is told what to compute.
    let settings = lodas();
    let handover = team.desk(now, |acting| acting.handover(october())).expect("a hand-over");
    let set = export(&handover.input(&settings, Purpose::Final)).expect("exported");
    let away = &set.cover.people[0].absences[0];
    assert_eq!(
        (away.kind.word().as_str(), away.due),
        ("maternity_allowance", Some(day("2026-11-16")))
    );
    let hand: Vec<_> = set.cover.people[0].lines.iter().filter_map(|line| line.by_hand).collect();
    assert_eq!(hand, [assistenz_core::payroll::row::HandReason::ByPayroll]);

    let refund = |team: &mut Team| {
        let year = (day("2026-01-01"), day("2026-12-31"));
        team.desk(now, |acting| acting.refundable_of(ada, year)).expect("read").remove(0)
    };
    let open = refund(&mut team);
    assert_eq!((open.levy.key, open.paid, open.left_to_payroll), ("refund_u2", Cents::ZERO, true));
    assert_eq!(open.refund.expect("in force").until, day("2031-12-31"));

    // Then the payroll office tells the net pay: the month has changed.
    team.desk(now, |acting| acting.note_net_pay(ada, leave, Some(5_040))).expect("noted");
    let standing = team.desk(now, |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Changed);
    let second = approve(&mut team).expect("approved again");
    let line = &second.reckoning.pay.lines[0];
    // 37,40 € on 27 days, free of tax and contributions.
    assert_eq!(
        (line.columns.paid, line.columns.sv_free),
        (Cents::new(100_980), Cents::new(100_980))
    );
    let told = refund(&mut team);
    assert_eq!((told.paid, told.left_to_payroll), (Cents::new(100_980), false));
    assert_eq!(told.refund.expect("in force").amount, Cents::new(100_980));
    team.desk(now, |acting| acting.note_refund(ada, leave, false, day("2026-11-02"), None))
        .expect("noted");
    assert_eq!(refund(&mut team).notes.len(), 1);
}

#[test]
fn a_ban_is_paid_by_the_months_before_the_pregnancy_and_a_night_is_found_in_the_plan() {
    let (mut team, mut phone, ada) = team_of_one();
    // Due on 6 July 2027: pregnant since 29 September 2026, so June to August measure.
    for of in ["2026-06", "2026-07", "2026-08"] {
        in_at(&mut phone, &format!("{of}-03T08:00+02:00"));
        out_at(&mut phone, &format!("{of}-03T18:00+02:00"));
    }
    let now = at("2026-11-02T09:00+01:00");
    team.sync(&mut phone, now);
    let ban = EnteredAbsence {
        kind: AbsenceKind::EmploymentBan,
        first: day("2026-11-10"),
        last: day("2026-12-31"),
        reason: "Attest gesehen".into(),
        vacation_days: None,
    };
    let ban = team.desk(now, |acting| acting.enter_absence(ada, &ban)).expect("entered");
    let november = month("2026-11");
    let codes = |team: &mut Team| {
        let found = team.desk(now, |acting| acting.reckon(ada, november)).expect("reckoned");
        found.pay.findings.iter().map(|one| one.kind.word()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&mut team), ["maternity_due_unknown"]);
    let known = Maternity { due: day("2027-07-06"), birth: None, nursing_until: None };
    team.desk(now, |acting| acting.note_maternity(ada, ban, &known, false)).expect("noted");
    assert_eq!(codes(&mut team), [] as [&str; 0]);
    let reckoned = team.desk(now, |acting| acting.reckon(ada, november)).expect("reckoned");
    let line = &reckoned.pay.lines[0];
    assert_eq!(line.wage_kind, WageKind::MaternityPay);
    // 30 hours at 17,50 € in 92 days, for 21 days: 119,84 €.
    assert_eq!(line.columns.paid, Cents::new(11_984));

    // A month in which she works again and is planned until 23:00, a Sunday too.
    let spring = month("2027-03");
    let plan = |from: &str, to: &str| {
        let minute = |text: &str| assistenz_core::time::Minute::floor_ms(at(text));
        assistenz_core::time::Interval::new(minute(from), minute(to)).expect("in order")
    };
    let shifts = [
        (plan("2027-03-02T16:00+01:00", "2027-03-02T23:00+01:00"), None),
        (plan("2027-03-07T09:00+01:00", "2027-03-07T13:00+01:00"), None),
    ];
    team.desk(now, |acting| acting.plan(ada, &shifts, chrono_tz::Europe::Berlin)).expect("planned");
    let found = |team: &mut Team, plans| {
        let sees = assistenz_core::app::plan::PlanReader { plans, terms: true };
        let plan = team.desk(now, |acting| acting.plan_of(&[ada], spring, sees)).expect("read");
        let words = plan.people[0].findings.iter().map(|one| one.key.word());
        words.filter(|word| word.starts_with("maternity")).collect::<Vec<_>>()
    };
    let all = ["maternity_evening", "maternity_night", "maternity_sunday"];
    assert_eq!(found(&mut team, true), all);
    assert_eq!(
        found(&mut team, false),
        [] as [&str; 0],
        "who may not read absences learns nothing"
    );
}
