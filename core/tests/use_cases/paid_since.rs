//! Pay that is due without a shift of its own month, and pay that changes
//! after the approval although no shift does: neither is ever left unpaid.

use super::team::{Team, at};
use super::{START, clock, contract, in_at, lodas, out_at, refused, roll};
use assistenz_core::app::{ApprovalTerms, Approved, Handover};
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::PersonId;
use assistenz_core::pay::hand_entered::HandEntered;
use assistenz_core::payroll::{Approval, Purpose, export};
use assistenz_core::record::month_state::{MayApprove, MonthState, Standing};
use assistenz_core::time::Month;

const NOW: &str = "2026-12-02T09:00+01:00";

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn standing(team: &mut Team, person: PersonId, of: &str) -> Standing {
    let of = month(of);
    team.desk(at(NOW), |acting| acting.standing_with_pay(person, of)).expect("read").0
}

fn approve(team: &mut Team, person: PersonId, of: &str) -> Approved {
    let of = month(of);
    team.desk(at(NOW), |acting| acting.approve(person, of, &ApprovalTerms::default()))
        .expect("approved")
}

fn handover(team: &mut Team, of: &str) -> Handover {
    let of = month(of);
    team.desk(at(NOW), |acting| acting.handover(of)).expect("a hand-over")
}

/// Hands over and gives back the cents that were paid.
fn pay(team: &mut Team, of: &str) -> i64 {
    let handover = handover(team, of);
    let set = export(&handover.input(&lodas(), Purpose::Final)).expect("exported");
    team.office_record(handover.record("lodas", &set), at(NOW));
    handover.lines.iter().map(|line| line.columns.paid.get()).sum()
}

/// A night over the end of October, and no other shift.
fn night(end: &str) -> (Team, PersonId, assistenz_core::document::EventId) {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    let plain = ContractVersion { surcharges: Vec::new(), ..contract() };
    team.desk(at(START), |acting| acting.put_contract(ada, &plain)).expect("a contract");
    in_at(&mut phone, "2026-10-31T20:00+01:00");
    out_at(&mut phone, end);
    team.sync(&mut phone, at(NOW));
    let work = team.desk(at(NOW), |acting| acting.month_of(ada, month("2026-10"))).expect("read");
    (team, ada, work.entries[0].shift)
}

fn bonus(amount: i64) -> HandEntered {
    serde_json::from_value(serde_json::json!({
        "id": "", "word": "bonus", "entered": { "amount": amount }, "treatment": "liable",
        "reason": "Weihnachten", "approved": true,
    }))
    .expect("a line")
}

#[test]
fn hours_after_midnight_are_handed_over_in_a_month_without_another_shift() {
    let (mut team, ada, _) = night("2026-11-01T06:00+01:00");
    approve(&mut team, ada, "2026-10");
    assert_eq!(pay(&mut team, "2026-10"), 4 * 1750);

    let open = handover(&mut team, "2026-11");
    let found: Vec<_> = open.people.iter().map(|one| (one.month, one.approval)).collect();
    assert_eq!(found, [(month("2026-11"), Approval::Open)], "it is not forgotten");
    assert!(export(&open.input(&lodas(), Purpose::Final)).is_err(), "nor left out");
    approve(&mut team, ada, "2026-11");
    assert_eq!(pay(&mut team, "2026-11"), 6 * 1750);
    assert!(handover(&mut team, "2026-12").people.is_empty(), "and then there is nothing more");
}

#[test]
fn an_end_after_midnight_that_changes_opens_the_month_that_pays_it() {
    let (mut team, ada, shift) = night("2026-11-01T06:00+01:00");
    for of in ["2026-10", "2026-11"] {
        approve(&mut team, ada, of);
        pay(&mut team, of);
        assert_eq!(standing(&mut team, ada, of).state, MonthState::Approved);
    }
    let mut phone = team.phone_of(ada, at(NOW));
    team.sync(&mut phone, at(NOW));
    phone
        .act(&clock(at(NOW)), &mut roll(), |acting| {
            acting.correct(shift, None, Some(at("2026-11-01T06:30+01:00")), "Übergabe")
        })
        .expect("corrected");
    team.sync(&mut phone, at(NOW));

    assert_eq!(standing(&mut team, ada, "2026-10").state, MonthState::Changed);
    let november = standing(&mut team, ada, "2026-11");
    assert_eq!((november.state, november.may_approve), (MonthState::Changed, MayApprove::Yes));
    assert_eq!(november.paid_otherwise.len(), 1, "by its pay alone: {:?}", november.deltas);
    let waits = handover(&mut team, "2026-12");
    assert!(waits.people.is_empty(), "approvals in force went out: {:?}", waits.people);
    approve(&mut team, ada, "2026-10");
    approve(&mut team, ada, "2026-11");
    assert_eq!(standing(&mut team, ada, "2026-11").state, MonthState::Approved);
    assert_eq!(pay(&mut team, "2026-12"), 875);
}

#[test]
fn a_line_entered_or_taken_back_after_the_approval_opens_the_month_again() {
    let (mut team, ada, _) = night("2026-10-31T23:00+01:00");
    let october = month("2026-10");
    approve(&mut team, ada, "2026-10");
    assert_eq!(pay(&mut team, "2026-10"), 3 * 1750);

    let line = team
        .desk(at(NOW), |acting| acting.enter_line(ada, october, &bonus(10_000)))
        .expect("entered");
    let (changed, lines) =
        team.desk(at(NOW), |acting| acting.standing_with_pay(ada, october)).expect("read");
    assert_eq!((changed.state, changed.may_approve), (MonthState::Changed, MayApprove::Yes));
    assert_eq!(lines[0].1[0].columns.paid.get(), 10_000);
    let again = approve(&mut team, ada, "2026-10");
    assert_eq!(again.statement.shifts.len(), 1);
    assert_eq!(pay(&mut team, "2026-11"), 10_000);

    team.desk(at(NOW), |acting| acting.remove_line(ada, october, line, "doppelt"))
        .expect("taken back");
    assert_eq!(standing(&mut team, ada, "2026-10").state, MonthState::Changed);
    approve(&mut team, ada, "2026-10");
    assert_eq!(pay(&mut team, "2026-12"), -10_000);
}

#[test]
fn a_line_by_hand_is_handed_over_without_any_shift() {
    let (mut team, ada, _) = night("2026-10-31T23:00+01:00");
    let december = month("2026-12");
    team.desk(at(NOW), |acting| acting.enter_line(ada, december, &bonus(5_000))).expect("entered");
    approve(&mut team, ada, "2026-10");
    pay(&mut team, "2026-10");
    assert_eq!(handover(&mut team, "2026-12").people.len(), 1);
    approve(&mut team, ada, "2026-12");
    assert_eq!(pay(&mut team, "2026-12"), 5_000);
}

#[test]
fn a_wage_that_rises_from_an_earlier_day_opens_the_months_it_touches() {
    let (mut team, ada, _) = night("2026-10-31T23:00+01:00");
    approve(&mut team, ada, "2026-10");
    pay(&mut team, "2026-10");
    let raised: ContractVersion = serde_json::from_value({
        let plain = ContractVersion { surcharges: Vec::new(), ..contract() };
        let mut json = serde_json::to_value(plain).expect("plain data");
        json["id"] = "c2".into();
        json["valid_from"] = "2026-10-01".into();
        json["pay"]["hourly"]["cents_per_hour"] = 1850.into();
        json
    })
    .expect("a contract");
    team.desk(at(NOW), |acting| acting.put_contract(ada, &raised)).expect("a contract");
    assert_eq!(standing(&mut team, ada, "2026-10").state, MonthState::Changed);
    approve(&mut team, ada, "2026-10");
    assert_eq!(pay(&mut team, "2026-11"), 3 * 100);
    let twice = team
        .desk(at(NOW), |acting| acting.approve(ada, month("2026-10"), &ApprovalTerms::default()));
    assert_eq!(refused(twice), "nothing_to_approve");
}

#[test]
fn a_shift_of_more_than_36_hours_is_pointed_out_and_can_be_approved() {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    team.desk(at(START), |acting| acting.put_contract(ada, &contract())).expect("a contract");
    in_at(&mut phone, "2026-10-09T18:00+02:00");
    out_at(&mut phone, "2026-10-11T18:00+02:00");
    team.sync(&mut phone, at(NOW));
    let work = team.desk(at(NOW), |acting| acting.month_of(ada, month("2026-10"))).expect("read");
    assert_eq!(work.findings[0].what.code(), "longer_than_36_hours");
    let approved = approve(&mut team, ada, "2026-10");
    assert_eq!(approved.reckoning.pay.totals.worked.get(), 48 * 60);
}
