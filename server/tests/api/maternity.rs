//! Pregnancy and birth over HTTP: the weeks around a birth entered, set right
//! and taken back, the net pay noted; who may do what of it, and who sees it.

use crate::absence::{Row, Team};
use serde_json::{Value, json};

const LEAVES: &str = "/v1/people/{ada}/maternity-leaves";

fn leave() -> Value {
    json!({ "maternity": { "due": "2026-11-16" }, "reason": "Zeugnis" })
}

fn of(absence: &str, word: &str) -> String {
    format!("/v1/people/{{ada}}/absences/{absence}/{word}")
}

#[tokio::test]
async fn the_weeks_of_a_birth_are_entered_set_right_and_its_net_pay_noted() {
    the_weeks_of_a_birth_are_entered_set_right_and_its_net_pay_noted_here().await;
}

async fn the_weeks_of_a_birth_are_entered_set_right_and_its_net_pay_noted_here() {
    let team = Team::new().await;
    let id = team.write("rota", LEAVES, leave()).await;
    let found = &team.absences_as("ada").await[0];
    assert_eq!(
        (&found["absence"], &found["kind"], &found["state"]),
        (&json!(id), &json!("maternity_leave"), &json!("entered"))
    );
    assert_eq!(
        (&found["first_day"], &found["last_day"]),
        (&json!("2026-10-05"), &json!("2027-01-11"))
    );
    let expected = json!({ "due": "2026-11-16", "birth": null, "nursing_until": null });
    assert_eq!(found["maternity"], expected);
    assert_eq!(found["net_pay_cents"], Value::Null);

    // Born ten days early, twelve weeks follow: of why, nothing is kept.
    let born = json!({ "due": "2026-11-16", "birth": "2026-11-06",
        "nursing_until": "2027-05-31", "twelve_weeks": true });
    team.write("rota", &of(&id, "maternity"), born).await;
    let found = &team.absences_as("ada").await[0];
    assert_eq!(
        (&found["first_day"], &found["last_day"]),
        (&json!("2026-10-05"), &json!("2027-02-08"))
    );
    let expected =
        json!({ "due": "2026-11-16", "birth": "2026-11-06", "nursing_until": "2027-05-31" });
    assert_eq!(found["maternity"], expected);

    // Net pay: whoever plans may not read it.
    team.write("employer", &of(&id, "net-pay"), json!({ "cents": 5_040 })).await;
    for (who, cents) in [("employer", json!(5_040)), ("ada", json!(5_040)), ("rota", Value::Null)] {
        assert_eq!(team.absences_as(who).await[0]["net_pay_cents"], cents, "{who}");
    }
    team.write("employer", &of(&id, "net-pay"), json!({ "cents": null })).await;
    assert_eq!(team.absences_as("ada").await[0]["net_pay_cents"], Value::Null);

    let maternity = of(&id, "maternity");
    assert_eq!(team.ask("rota", "DELETE", &maternity, &Value::Null).await.0, 204);
    let found = &team.absences_as("ada").await[0];
    assert_eq!((&found["maternity"], &found["state"]), (&Value::Null, &json!("entered")));
    let (status, told) = team.ask("rota", "DELETE", &maternity, &Value::Null).await;
    assert_eq!((status, &told["code"]), (404, &json!("no_such_entry")));
}

#[tokio::test]
async fn a_leave_that_the_person_reported_keeps_her_days() {
    let team = Team::new().await;
    let own = json!({ "kind": "maternity_leave", "first_day": "2026-10-06",
        "last_day": "2027-01-12" });
    let id = team.write("ada", "/v1/people/{ada}/absence-requests", own).await;
    team.write("employer", &of(&id, "maternity"), json!({ "due": "2026-11-16" })).await;
    let found = &team.absences_as("ada").await[0];
    assert_eq!(
        (&found["first_day"], &found["last_day"], &found["maternity"]["due"]),
        (&json!("2026-10-06"), &json!("2027-01-12"), &json!("2026-11-16"))
    );
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_with_their_word() {
    days_that_cannot_be_are_refused_with_their_word_here().await;
}

async fn days_that_cannot_be_are_refused_with_their_word_here() {
    let team = Team::new().await;
    let leave_id = team.write("employer", LEAVES, leave()).await;
    let entered = |kind: &str, day: &str| json!({ "kind": kind, "first_day": day, "last_day": day, "reason": "Am Telefon" });
    let absences = "/v1/people/{ada}/absences";
    let sick = team.write("employer", absences, entered("sick", "2026-09-01")).await;
    let ban = team.write("employer", absences, entered("employment_ban", "2026-09-02")).await;
    let gone = team.write("employer", absences, entered("maternity_leave", "2026-08-03")).await;
    team.write("employer", &of(&gone, "taking-back"), json!({ "reason": "Irrtum" })).await;
    let nowhere = "00000000000000000000000000000001";

    let weeks =
        |maternity: Value, reason: &str| json!({ "maternity": maternity, "reason": reason });
    let due = json!({ "due": "2026-11-16" });
    let late = json!({ "due": "2026-11-16", "birth": "2026-12-15" });
    let unborn = json!({ "due": "2026-11-16", "nursing_until": "2027-05-31" });
    let cases: Vec<(&str, String, Value, u16, &str)> = vec![
        ("POST", LEAVES.into(), weeks(json!({}), "x"), 422, "malformed"),
        ("POST", LEAVES.into(), weeks(json!({ "due": "bald" }), "x"), 422, "malformed"),
        ("POST", LEAVES.into(), weeks(json!({ "due": "1999-11-16" }), "x"), 422, "malformed"),
        ("POST", LEAVES.into(), weeks(due.clone(), " "), 422, "reason_needed"),
        ("POST", LEAVES.into(), weeks(late.clone(), "x"), 422, "wrong_order"),
        ("POST", LEAVES.into(), weeks(unborn, "x"), 422, "wrong_order"),
        ("POST", of(&leave_id, "maternity"), late, 422, "wrong_order"),
        ("POST", of(&leave_id, "maternity"), json!({ "due": "" }), 422, "malformed"),
        ("POST", of(&sick, "maternity"), due.clone(), 422, "wrong_kind"),
        ("POST", of(nowhere, "maternity"), due.clone(), 404, "no_such_entry"),
        ("POST", of(&gone, "maternity"), due, 409, "not_now"),
        ("DELETE", of(&sick, "maternity"), Value::Null, 422, "wrong_kind"),
        ("DELETE", of(&ban, "maternity"), Value::Null, 404, "no_such_entry"),
        ("DELETE", of(&gone, "maternity"), Value::Null, 409, "not_now"),
        // Only a maternity leave is measured by net pay, and nothing is taken
        // back by leaving the amount out.
        ("POST", of(&ban, "net-pay"), json!({ "cents": 5_040 }), 422, "wrong_kind"),
        ("POST", of(&leave_id, "net-pay"), json!({}), 422, "malformed"),
        ("POST", of(&leave_id, "net-pay"), json!({ "cents": -1 }), 422, "malformed"),
        ("POST", of(nowhere, "net-pay"), json!({ "cents": 5_040 }), 404, "no_such_entry"),
        ("POST", of(&gone, "net-pay"), json!({ "cents": 5_040 }), 409, "not_now"),
    ];
    for (method, path, body, status, code) in cases {
        let (got, told) = team.ask("employer", method, &path, &body).await;
        assert_eq!(
            (got, told["code"].as_str()),
            (status, Some(code)),
            "{method} {path} {body}: {told}"
        );
    }
}

#[tokio::test]
async fn each_act_answers_only_those_who_may() {
    each_act_answers_only_those_who_may_here().await;
}

async fn each_act_answers_only_those_who_may_here() {
    let team = Team::new().await;
    let id = team.write("employer", LEAVES, leave()).await;
    let plan: &[&str] = &["employer", "rota"];
    let maternity = of(&id, "maternity");
    let table: Vec<Row<'_>> = vec![
        ("POST", LEAVES.into(), leave(), 201, plan),
        ("POST", maternity.clone(), json!({ "due": "2026-11-17" }), 201, plan),
        ("POST", of(&id, "net-pay"), json!({ "cents": 5_040 }), 201, &["employer"]),
    ];
    team.answers_as(&table).await;
    // Each who may takes back what was noted anew.
    for (role, status) in [
        ("nobody", 401),
        ("ada", 403),
        ("other", 403),
        ("coach", 403),
        ("hours", 403),
        ("payroll", 403),
        ("payroll_office", 403),
        ("employer", 204),
        ("rota", 204),
    ] {
        team.write("employer", &maternity, json!({ "due": "2026-11-17" })).await;
        let (got, told) = team.ask(role, "DELETE", &maternity, &Value::Null).await;
        assert_eq!(got, status, "{role}: {told}");
    }
}

/// Everything that is told in this file, for the test of the description.
pub(crate) async fn all_told() {
    the_weeks_of_a_birth_are_entered_set_right_and_its_net_pay_noted_here().await;
    days_that_cannot_be_are_refused_with_their_word_here().await;
    each_act_answers_only_those_who_may_here().await;
}
