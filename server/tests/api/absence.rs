//! Absences over HTTP: asked for, decided, entered, certified, counted; and who
//! may do what of it, role by role, from one table.

use crate::at_work::{self, AtWork};
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::document::PersonId;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use chrono_tz::Europe::Berlin;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const DAY: i64 = 24 * 60 * 60_000;

fn contract() -> Value {
    json!({
        "valid_from": "2026-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "surcharges": Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
    })
}

/// A team with one person in each role.
pub(crate) struct Team {
    office: AtWork,
    tokens: BTreeMap<&'static str, String>,
    ada: PersonId,
}

impl Team {
    pub(crate) async fn new() -> Self {
        let office = AtWork::new().await;
        let mut tokens =
            BTreeMap::from([("nobody", String::new()), ("employer", office.employer.clone())]);
        let mut people = BTreeMap::new();
        for (name, role) in [
            ("ada", "assistant"),
            ("other", "assistant"),
            ("coach", "coach"),
            ("payroll_office", "payroll_office"),
            ("rota", "deputy"),
            ("hours", "deputy"),
            ("payroll", "deputy"),
        ] {
            let (person, _) = office.member(role).await;
            people.insert(name, person);
            tokens.insert(name, office.token(person).await);
        }
        for (name, topics) in [("rota", "rota"), ("hours", "hours_view"), ("payroll", "payroll")] {
            let path = format!("/v1/grants/{}", people[name]);
            let body = json!({ "topics": [topics], "until_ms": at_work::START + 90 * DAY });
            let (status, told) =
                office.ask(&office.employer, "PUT", &path, &body.to_string()).await;
            assert_eq!(status, 204, "{told}");
        }
        let ada = people["ada"];
        let path = format!("/v1/people/{ada}/contracts");
        let (status, told) =
            office.ask(&office.employer, "POST", &path, &contract().to_string()).await;
        assert_eq!(status, 201, "{told}");
        Self { office, tokens, ada }
    }

    pub(crate) async fn ask(
        &self,
        who: &str,
        method: &str,
        path: &str,
        body: &Value,
    ) -> (u16, Value) {
        let path = path.replace("{ada}", &self.ada.to_string());
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, told) = self.office.ask(&self.tokens[who], method, &path, &body).await;
        (status.as_u16(), told)
    }

    pub(crate) async fn write(&self, who: &str, path: &str, body: Value) -> String {
        let (status, told) = self.ask(who, "POST", path, &body).await;
        assert_eq!(status, 201, "{path}: {told}");
        told["id"].as_str().expect("an id").to_owned()
    }

    async fn absences(&self) -> Vec<Value> {
        self.absences_as("employer").await
    }

    pub(crate) async fn absences_as(&self, who: &str) -> Vec<Value> {
        let path = "/v1/people/{ada}/absences?from=2026-01-01&to=2026-12-31";
        let (status, told) = self.ask(who, "GET", path, &Value::Null).await;
        assert_eq!(status, 200, "{told}");
        told["absences"].as_array().expect("a list").clone()
    }

    /// Asks in each role: method, address, body, the answer, and who gets it.
    pub(crate) async fn answers_as(&self, table: &[Row<'_>]) {
        for (method, path, body, status, who) in table {
            for role in self.tokens.keys().copied() {
                let (got, told) = self.ask(role, method, path, body).await;
                let expected = match role {
                    "nobody" => 401,
                    role if who.contains(&role) => *status,
                    _ => 403,
                };
                assert_eq!(got, expected, "{method} {path} as {role}: {told}");
            }
        }
    }
}

/// Method, address, body, what it answers, and who gets that answer.
pub(crate) type Row<'a> = (&'a str, String, Value, u16, &'a [&'a str]);

fn vacation() -> Value {
    json!({ "kind": "vacation", "first_day": "2026-12-07", "last_day": "2026-12-11",
        "note": "Bergen" })
}

#[tokio::test]
async fn a_vacation_is_asked_for_granted_counted_and_taken_back() {
    a_vacation_is_asked_for_granted_counted_and_taken_back_here().await;
}

async fn a_vacation_is_asked_for_granted_counted_and_taken_back_here() {
    let team = Team::new().await;
    let wish = team.write("ada", "/v1/people/{ada}/absence-requests", vacation()).await;
    let found = team.absences().await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["state"], &found[0]["waits"], &found[0]["counts"], &found[0]["own"]),
        (&json!("requested"), &json!(true), &json!(false), &json!(true))
    );
    let decision = format!("/v1/people/{{ada}}/absences/{wish}/decision");
    let withdrawal = format!("/v1/people/{{ada}}/absence-requests/{wish}/withdrawal");
    // What was withdrawn cannot be decided.
    for withdrawn in [true, false] {
        let body = json!({ "withdrawn": withdrawn });
        assert_eq!(team.ask("ada", "POST", &withdrawal, &body).await.0, 204);
        if withdrawn {
            let body = json!({ "granted": true });
            assert_eq!(team.ask("rota", "POST", &decision, &body).await.0, 409);
        }
    }
    team.write("rota", &decision, json!({ "granted": true, "vacation_days": 250 })).await;
    let found = team.absences().await;
    assert_eq!(
        (&found[0]["state"], &found[0]["vacation_days"], &found[0]["counts"]),
        (&json!("granted"), &json!(250), &json!(true))
    );
    // 24 × 156 / 312 days, less two and a half.
    let path = "/v1/people/{ada}/vacation/2026";
    let (_, told) = team.ask("ada", "GET", path, &Value::Null).await;
    assert_eq!(told["left_hundredths"], json!(950), "{told}");
    let rules: Vec<_> =
        told["bookings"].as_array().expect("lines").iter().map(|line| &line["rule"]).collect();
    assert_eq!(rules, [&json!("vacation_entitlement"), &json!("vacation_taken")]);

    // Booked by hand, and taken back.
    let booking = json!({ "day": "2026-01-01", "hundredths": -300, "reason": "Schon genommen" });
    let booking = team.write("rota", "/v1/people/{ada}/vacation", booking).await;
    let (_, told) = team.ask("employer", "GET", path, &Value::Null).await;
    assert_eq!(told["left_hundredths"], json!(650), "{told}");
    let back = format!("/v1/people/{{ada}}/vacation/bookings/{booking}");
    assert_eq!(team.ask("hours", "DELETE", &back, &Value::Null).await.0, 403);
    assert_eq!(team.ask("rota", "DELETE", &back, &Value::Null).await.0, 204);
    let (_, told) = team.ask("employer", "GET", path, &Value::Null).await;
    assert_eq!(told["left_hundredths"], json!(950), "{told}");

    let taking_back = format!("/v1/people/{{ada}}/absences/{wish}/taking-back");
    assert_eq!(team.ask("hours", "POST", &taking_back, &json!({})).await.0, 403);
    team.write("employer", &taking_back, json!({})).await;
    assert_eq!(team.absences().await[0]["state"], json!("requested"));
    team.write("employer", &decision, json!({ "granted": false, "reason": "Zu viele fehlen" }))
        .await;
    let found = team.absences().await;
    assert_eq!(
        (&found[0]["state"], &found[0]["reason"]),
        (&json!("declined"), &json!("Zu viele fehlen"))
    );
}

#[tokio::test]
async fn a_sickness_is_reported_certified_and_counted_for_six_weeks() {
    a_sickness_is_reported_certified_and_counted_for_six_weeks_here().await;
}

async fn a_sickness_is_reported_certified_and_counted_for_six_weeks_here() {
    let team = Team::new().await;
    let sick = json!({ "kind": "sick", "first_day": "2026-10-05", "last_day": "2026-11-20" });
    let first = team.write("ada", "/v1/people/{ada}/absence-requests", sick).await;
    let found = &team.absences().await[0];
    let told = &found["sickness"];
    assert_eq!(found["state"], json!("reported"));
    assert_eq!(
        (&told["certificate_due"], &told["paid_to"], &told["beyond_six_weeks"]),
        (&json!("2026-10-08"), &json!("2026-11-15"), &json!(true))
    );
    let path = format!("/v1/people/{{ada}}/absences/{first}/certificate");
    let body = json!({ "certificate": "electronic", "day": "2026-10-09" });
    team.write("rota", &path, body).await;
    let change = format!("/v1/people/{{ada}}/absence-requests/{first}/change");
    let shorter = json!({ "last_day": "2026-10-18" });
    assert_eq!(team.ask("ada", "POST", &change, &shorter).await.0, 204);
    // A second one, entered by telephone, of the same illness.
    let entered = json!({ "kind": "sick", "first_day": "2026-11-02", "last_day": "2026-11-08",
        "reason": "Am Telefon" });
    let second = team.write("employer", "/v1/people/{ada}/absences", entered).await;
    let path = format!("/v1/people/{{ada}}/absences/{second}/same-illness");
    team.write("employer", &path, json!({ "earlier": first })).await;
    let found = team.absences().await;
    assert_eq!(found[0]["sickness"]["certificate"], json!("electronic"));
    assert_eq!(found[1]["sickness"]["days_used_before"], json!(14));
    assert_eq!(found[1]["sickness"]["same_illness_as"], json!(first));
    // A refund, noted by the payroll deputy.
    let refund = json!({ "absence": first, "received": false, "day": "2026-11-02" });
    team.write("payroll", "/v1/people/{ada}/refunds", refund).await;
    let (_, told) =
        team.ask("payroll_office", "GET", "/v1/people/{ada}/refunds", &Value::Null).await;
    assert_eq!(told["refunds"][0]["absence"], json!(first), "{told}");
    // Withdrawn by a slip, and back.
    let withdrawal = format!("/v1/people/{{ada}}/absence-requests/{first}/withdrawal");
    for (withdrawn, state) in [(true, "withdrawn"), (false, "reported")] {
        let body = json!({ "withdrawn": withdrawn });
        assert_eq!(team.ask("ada", "POST", &withdrawal, &body).await.0, 204);
        assert_eq!(team.absences().await[0]["state"], json!(state));
        let expected = if withdrawn { 409 } else { 204 };
        assert_eq!(team.ask("ada", "POST", &change, &shorter).await.0, expected);
    }
    let upside_down = "/v1/people/{ada}/absences?from=2026-12-31&to=2026-01-01";
    assert_eq!(team.ask("ada", "GET", upside_down, &Value::Null).await.0, 422);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_its_word() {
    what_makes_no_sense_is_refused_with_its_word_here().await;
}

async fn what_makes_no_sense_is_refused_with_its_word_here() {
    let team = Team::new().await;
    let wish = team.write("ada", "/v1/people/{ada}/absence-requests", vacation()).await;
    let request = "/v1/people/{ada}/absence-requests";
    let absences = "/v1/people/{ada}/absences";
    let of = |word: &str| format!("/v1/people/{{ada}}/absences/{wish}/{word}");
    let cases: [(&str, String, Value, u16, &str); 12] = [
        (
            "ada",
            request.into(),
            json!({ "kind": "party", "first_day": "2026-12-07", "last_day": "2026-12-07" }),
            422,
            "malformed",
        ),
        (
            "ada",
            request.into(),
            json!({ "kind": "sick", "first_day": "gestern", "last_day": "2026-12-07" }),
            422,
            "malformed",
        ),
        (
            "ada",
            request.into(),
            json!({ "kind": "sick", "first_day": "2026-12-07", "last_day": "2026-12-06" }),
            422,
            "wrong_order",
        ),
        (
            "ada",
            request.into(),
            json!({ "kind": "unpaid_leave", "first_day": "2026-12-07", "last_day": "2030-12-06" }),
            422,
            "absence_too_long",
        ),
        (
            "ada",
            request.into(),
            json!({ "kind": "holiday_not_worked", "first_day": "2026-12-25", "last_day": "2026-12-25" }),
            422,
            "wrong_kind",
        ),
        (
            "employer",
            absences.into(),
            json!({ "kind": "sick", "first_day": "2026-12-07", "last_day": "2026-12-07", "reason": " " }),
            422,
            "reason_needed",
        ),
        ("employer", of("decision"), json!({ "granted": false }), 422, "reason_needed"),
        ("employer", of("certificate"), json!({ "certificate": "none" }), 422, "wrong_kind"),
        ("employer", of("certificate"), json!({ "certificate": "paper" }), 422, "malformed"),
        ("employer", of("taking-back"), json!({}), 404, "no_such_entry"),
        (
            "employer",
            "/v1/people/{ada}/absences/00000000000000000000000000000001/decision".into(),
            json!({ "granted": true }),
            404,
            "no_such_entry",
        ),
        (
            "employer",
            "/v1/people/{ada}/vacation".into(),
            json!({ "day": "2026-01-01", "hundredths": 1, "reason": "" }),
            422,
            "reason_needed",
        ),
    ];
    for (who, path, body, status, code) in cases {
        let (got, told) = team.ask(who, "POST", &path, &body).await;
        assert_eq!((got, told["code"].as_str()), (status, Some(code)), "{path} {body}: {told}");
    }
}

#[tokio::test]
async fn every_address_answers_only_those_who_may() {
    every_address_answers_only_those_who_may_here().await;
}

async fn every_address_answers_only_those_who_may_here() {
    let team = Team::new().await;
    let wish = team.write("ada", "/v1/people/{ada}/absence-requests", vacation()).await;
    let sick = json!({ "kind": "sick", "first_day": "2026-10-05", "last_day": "2026-10-06" });
    let sick = team.write("ada", "/v1/people/{ada}/absence-requests", sick).await;
    let of = |absence: &str, word: &str| format!("/v1/people/{{ada}}/absences/{absence}/{word}");
    let own = |word: &str| format!("/v1/people/{{ada}}/absence-requests/{wish}/{word}");
    let entered = json!({ "kind": "sick", "first_day": "2026-12-07", "last_day": "2026-12-07",
        "reason": "Am Telefon" });
    let plan: &[&str] = &["employer", "rota"];
    let read: &[&str] = &["employer", "rota", "ada"];
    let hours: &[&str] = &["employer", "ada", "hours"];
    let pays: &[&str] = &["employer", "payroll", "payroll_office"];
    let nothing = Value::Null;
    let table: Vec<Row<'_>> = vec![
        (
            "GET",
            "/v1/people/{ada}/absences?from=2026-01-01&to=2026-12-31".into(),
            nothing.clone(),
            200,
            read,
        ),
        ("GET", "/v1/people/{ada}/vacation/2026".into(), nothing.clone(), 200, read),
        ("GET", "/v1/people/{ada}/hours-account".into(), nothing.clone(), 200, hours),
        ("GET", "/v1/people/{ada}/refunds".into(), nothing, 200, pays),
        ("POST", "/v1/people/{ada}/absence-requests".into(), vacation(), 201, &["ada"]),
        ("POST", own("change"), json!({ "note": "Meer" }), 204, &["ada"]),
        ("POST", own("withdrawal"), json!({ "withdrawn": false }), 204, &["ada"]),
        ("POST", "/v1/people/{ada}/absences".into(), entered, 201, plan),
        ("POST", of(&wish, "decision"), json!({ "granted": true }), 201, plan),
        ("POST", of(&sick, "certificate"), json!({ "certificate": "none" }), 201, plan),
        ("POST", of(&sick, "same-illness"), json!({}), 201, plan),
        (
            "POST",
            "/v1/people/{ada}/vacation".into(),
            json!({ "day": "2026-01-01", "hundredths": 100, "reason": "x" }),
            201,
            plan,
        ),
        (
            "POST",
            "/v1/people/{ada}/vacation/2026/warning".into(),
            json!({ "day": "2026-09-01" }),
            201,
            plan,
        ),
        (
            "POST",
            "/v1/people/{ada}/hours-account".into(),
            json!({ "month": "2026-10", "minutes": 60, "reason": "x" }),
            201,
            &["employer"],
        ),
        (
            "POST",
            "/v1/people/{ada}/refunds".into(),
            json!({ "absence": sick, "received": true, "day": "2026-11-02" }),
            201,
            pays,
        ),
    ];
    team.answers_as(&table).await;
}

/// Everything that is told in this file, for the test of the description.
pub(crate) async fn all_told() {
    a_vacation_is_asked_for_granted_counted_and_taken_back_here().await;
    a_sickness_is_reported_certified_and_counted_for_six_weeks_here().await;
    what_makes_no_sense_is_refused_with_its_word_here().await;
    every_address_answers_only_those_who_may_here().await;
}
