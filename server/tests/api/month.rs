//! The whole job over HTTP: contract, rota, shifts from a phone, month,
//! proposal, approval, export, the same bytes again, reopening. And who may ask
//! for what of it, role by role, from one table.

use crate::at_work::ada::{Ada, at, lodas};
use crate::at_work::loopback::contract;
use crate::at_work::{AtWork, Told, described, documented_path};
use assistenz_core::document::PersonId;
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const DAY: i64 = 24 * 60 * 60_000;

async fn ask(office: &AtWork, method: &str, path: &str, body: &Value) -> Told {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    office.ask(&office.employer, method, path, &body).await
}

/// Asks as the employer, expects this status.
async fn told(office: &AtWork, method: &str, path: &str, body: &Value, status: u16) -> Value {
    let (got, told) = ask(office, method, path, body).await;
    assert_eq!(got, status, "{method} {path}: {told}");
    told
}

async fn download(office: &AtWork, path: &str) -> Vec<u8> {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {}", office.employer))
        .body(Body::empty())
        .expect("a request");
    let (status, bytes) = office.answer(request).await;
    assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

#[tokio::test]
async fn the_whole_job_runs_over_http() {
    whole_job(&AtWork::new().await).await;
}

/// From a contract to the correction of an exported month; gives back the
/// assistant and the address of a file that went out.
pub(crate) async fn whole_job(office: &AtWork) -> (Ada, String) {
    let mut ada = Ada::join(office).await;
    let none = Value::Null;
    let person = format!("/v1/people/{}", ada.person);
    let month = format!("{person}/months/2026-10");

    // Name, contract, rota.
    told(office, "PUT", &person, &json!({ "name": "Ada Muster" }), 204).await;
    told(office, "PUT", &person, &json!({ "name": "Ada Muster" }), 204).await;
    assert_eq!(told(office, "GET", &person, &none, 200).await["name"], "Ada Muster");
    told(office, "POST", &format!("{person}/contracts"), &contract(100), 201).await;
    let mut wrong = contract(100);
    wrong["weekly"] = json!(-1);
    wrong["valid_from"] = json!("2026-06-01");
    let refused = told(office, "POST", &format!("{person}/contracts"), &wrong, 422).await;
    assert_eq!(refused["code"], "contract");
    let versions = told(office, "GET", &format!("{person}/contracts"), &none, 200).await;
    assert_eq!(versions.as_array().map(Vec::len), Some(1));
    let plan = json!({ "shifts": [{
        "from_ms": at("2026-10-17T22:00+02:00"), "to_ms": at("2026-10-18T06:00+02:00"),
    }] });
    told(office, "POST", &format!("{person}/rota"), &plan, 201).await;
    let upside_down = json!({ "shifts": [{ "from_ms": 2 * DAY, "to_ms": DAY }] });
    let refused = told(office, "POST", &format!("{person}/rota"), &upside_down, 422).await;
    assert_eq!(refused["code"], "wrong_order");
    let week = json!({ "monday": "2026-10-19" });
    let drafts = told(office, "POST", &format!("{person}/rota/as-last-week"), &week, 201).await;
    let draft = drafts["shifts"][0].as_str().expect("an id").to_owned();
    let published = format!("{person}/rota/2026-10/publication");
    // Only what was read is published, all of it or nothing.
    let rota = told(office, "GET", &format!("{person}/rota/2026-10"), &none, 200).await;
    let shown = |count: usize| -> Vec<Value> {
        let shifts = rota["shifts"].as_array().expect("a list").iter().take(count);
        shifts
            .map(|one| {
                let (span, note) = (&one["span"], &one["note"]);
                json!({ "shift": one["shift"], "from_ms": span["from_ms"],
                    "to_ms": span["to_ms"], "note": note })
            })
            .collect()
    };
    let part = json!({ "drafts": shown(1) });
    assert_eq!(told(office, "POST", &published, &part, 409).await["code"], "not_now");
    let mut other = shown(2);
    other[1]["note"] = json!("not what was read");
    let other = json!({ "drafts": other });
    assert_eq!(told(office, "POST", &published, &other, 409).await["code"], "not_now");
    let all = json!({ "drafts": shown(2) });
    assert_eq!(told(office, "POST", &published, &all, 200).await["published"], 2);
    assert_eq!(told(office, "POST", &published, &all, 409).await["code"], "not_now");
    let rota = told(office, "GET", &format!("{person}/rota/2026-10"), &none, 200).await;
    // The clocks go back that night: the same wall times are nine hours.
    assert_eq!(rota["shifts"][1]["span"]["minutes"], 9 * 60);
    assert_eq!(rota["shifts"][1]["span"]["to_local"], "2026-10-25T06:00:00+01:00");
    let cancelled = format!("{person}/rota/2026-10/{draft}");
    told(office, "DELETE", &cancelled, &none, 204).await;
    told(office, "DELETE", &cancelled, &none, 204).await;
    let rota = told(office, "GET", &format!("{person}/rota/2026-10"), &none, 200).await;
    assert_eq!(rota["shifts"][1]["state"], "cancelled");

    // A night over the clock change and a day, from the phone.
    ada.works("2026-10-05T08:00+02:00", "2026-10-05T16:00+02:00");
    ada.works("2026-10-24T19:54+02:00", "2026-10-25T07:59+01:00");
    ada.sync(office).await;
    let look = told(office, "GET", &month, &none, 200).await;
    assert_eq!(look["totals"], json!([{ "kind": "work", "minutes": 480 + 785 }]));
    assert_eq!(look["standing"]["state"], "open");
    assert_eq!(look["pay"]["worked_minutes"], 480 + 785);
    let night = &look["entries"][1]["settled"]["span"];
    assert_eq!(night["from_local"], "2026-10-24T19:54:00+02:00");
    assert_eq!(night["to_local"], "2026-10-25T07:59:00+01:00");
    let shift = look["entries"][0]["shift"].as_str().expect("an id").to_owned();

    // A proposal, silent, then objected to.
    let corrections = format!("{month}/corrections");
    let end = at("2026-10-05T15:30+02:00");
    let without = json!({ "shift": shift, "end_ms": end, "reason": " " });
    let refused = told(office, "POST", &corrections, &without, 422).await;
    assert_eq!(refused["code"], "reason_needed");
    let proposal = json!({ "shift": shift, "end_ms": end, "reason": "Schon um halb vier weg" });
    let mistaken = told(office, "POST", &corrections, &proposal, 201).await;
    let mistaken = mistaken["id"].as_str().expect("an id");
    let withdrawal = format!("{corrections}/{mistaken}/withdrawal");
    told(office, "POST", &withdrawal, &json!({ "reason": "Doppelt" }), 201).await;
    let made = told(office, "POST", &corrections, &proposal, 201).await;
    let made = made["id"].as_str().expect("an id").to_owned();
    let preview = format!("{month}/approval-preview");
    let refused = told(office, "GET", &preview, &none, 409).await;
    assert_eq!(refused["code"], "open_proposals");
    ada.sync(office).await;
    ada.object(&made, "Ich war bis vier da");
    ada.sync(office).await;
    let look = told(office, "GET", &month, &none, 200).await;
    assert_eq!(look["standing"]["may_approve"], "only_over_objection");

    // Expenses, one of them taken back.
    let lines = format!("{month}/pay-lines");
    let expenses = json!({ "word": "expenses", "amount_cents": 1250, "liable": false,
        "reason": "Kinokarte als Begleitung" });
    let line = told(office, "POST", &lines, &expenses, 201).await;
    let line = format!("{lines}/{}", line["id"].as_str().expect("an id"));
    told(office, "DELETE", &line, &json!({ "reason": "Doch privat" }), 204).await;

    // Exactly what was shown is approved, and nothing else.
    let over = json!([{ "proposal": made, "reason": "Türprotokoll zeigt 15:30" }]);
    let shown = told(office, "POST", &preview, &json!({ "over": over }), 200).await;
    assert_eq!(shown["pay"]["worked_minutes"], 450 + 785);
    let approvals = format!("{month}/approvals");
    let other = json!({ "statement_sha256": "00".repeat(32), "over": over });
    let refused = told(office, "POST", &approvals, &other, 409).await;
    assert_eq!(refused["code"], "statement_changed");
    let look = told(office, "GET", &month, &none, 200).await;
    assert_eq!(look["standing"]["state"], "open", "a refused approval leaves nothing");
    let exactly = json!({ "statement_sha256": shown["statement_sha256"], "over": over });
    let approved = told(office, "POST", &approvals, &exactly, 201).await;
    assert_eq!(approved["statement_sha256"], shown["statement_sha256"]);
    let refused = told(office, "POST", &approvals, &exactly, 409).await;
    assert_eq!(refused["code"], "nothing_to_approve");
    let kept = told(office, "GET", &format!("{month}/statements"), &none, 200).await;
    assert_eq!(kept[0]["statement"], shown["statement"]);
    let all = told(office, "GET", "/v1/months/2026-10", &none, 200).await;
    assert_eq!(
        (&all[0]["name"], &all[0]["standing"]["state"]),
        (&"Ada Muster".into(), &"approved".into())
    );

    // Export, and the same bytes again under other settings.
    let previews = "/v1/export-previews/2026-10";
    let refused = told(office, "GET", previews, &none, 409).await;
    assert_eq!(refused["code"], "no_payroll_settings");
    told(office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    told(office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    let refused = told(office, "PUT", "/v1/payroll/settings", &lodas(999_999), 409).await;
    assert_eq!(refused["code"], "payroll_settings");
    let clear = told(office, "GET", &format!("{previews}?language=en"), &none, 200).await;
    assert_eq!(clear["clear"], true, "{clear}");
    let empty = told(office, "POST", "/v1/exports", &json!({ "month": "2026-09" }), 409).await;
    assert!(
        ["nothing_to_export", "payroll_problems"]
            .contains(&empty["code"].as_str().expect("a code"))
    );
    let october = json!({ "month": "2026-10" });
    let export = told(office, "POST", "/v1/exports", &october, 201).await;
    let file = format!(
        "/v1/exports/{}/files/{}",
        export["export"].as_str().expect("a position"),
        export["files"][0]["sha256"].as_str().expect("a hash")
    );
    let first = download(office, &file).await;
    assert!(first.starts_with(b"[Allgemein]"));
    told(office, "PUT", "/v1/payroll/settings", &lodas(815), 204).await;
    told(office, "PUT", &person, &json!({ "name": "Ada Anders" }), 204).await;
    assert_eq!(download(office, &file).await, first, "the same bytes, as it was then");
    let again = told(office, "POST", "/v1/exports", &october, 409).await;
    assert!(
        ["nothing_to_export", "payroll_problems"]
            .contains(&again["code"].as_str().expect("a code"))
    );
    let exports = told(office, "GET", "/v1/exports", &none, 200).await;
    assert_eq!(exports, json!([export]));

    // Reopened; a late shift comes out as the difference, in November.
    let reopening = format!("{month}/reopening");
    told(office, "POST", &reopening, &json!({ "reason": "Ein Dienst fehlt" }), 204).await;
    ada.works("2026-10-30T08:00+01:00", "2026-10-30T10:00+01:00");
    ada.works("2026-11-01T08:00+01:00", "2026-11-01T10:00+01:00");
    ada.sync(office).await;
    let look = told(office, "GET", &month, &none, 200).await;
    assert_eq!(look["standing"]["state"], "changed");
    assert_eq!(look["standing"]["changes"][0]["kind"], "added");
    let shown = told(office, "POST", &preview, &json!({ "over": over }), 200).await;
    let exactly = json!({ "statement_sha256": shown["statement_sha256"], "over": over });
    told(office, "POST", &approvals, &exactly, 201).await;
    // Something was worked in November, so it goes out once it is approved itself.
    let november = format!("{person}/months/2026-11");
    let refused = told(office, "POST", "/v1/exports", &json!({ "month": "2026-11" }), 409).await;
    assert_eq!(refused["code"], "payroll_problems");
    let why = told(office, "GET", "/v1/export-previews/2026-11?language=en", &none, 200).await;
    assert_eq!(
        (&why["clear"], &why["problems"][0]["code"]),
        (&false.into(), &"not_approved".into())
    );
    let sentence = why["problems"][0]["sentence"].as_str().expect("a sentence");
    assert!(sentence.contains(' ') && !sentence.contains("payroll-problem"), "{sentence}");
    let shown = told(office, "GET", &format!("{november}/approval-preview"), &none, 200).await;
    let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
    told(office, "POST", &format!("{november}/approvals"), &exactly, 201).await;
    let export = told(office, "POST", "/v1/exports", &json!({ "month": "2026-11" }), 201).await;
    let delta = format!(
        "/v1/exports/{}/files/{}",
        export["export"].as_str().expect("a position"),
        export["files"][0]["sha256"].as_str().expect("a hash")
    );
    let second = download(office, &delta).await;
    assert_eq!(download(office, &delta).await, second);
    assert_eq!(download(office, &file).await, first, "the first export stays as it was");
    let unknown = format!("/v1/exports/1-0/files/{}", "00".repeat(32));
    assert_eq!(told(office, "GET", &unknown, &none, 404).await["code"], "not_found");
    (ada, file)
}

/// Who asks. The names of deputies are those of their topics; `expired` had all.
const ROLES: [&str; 12] = [
    "nobody",
    "employer",
    "deputy",
    "rota",
    "hours_view",
    "hours_approve",
    "payroll",
    "team",
    "expired",
    "assistant",
    "coach",
    "payroll_office",
];

/// Method, address, body, what it answers to those who may, who may. Everybody
/// else gets 403, nobody 401. `A` is the assistant's address, `M` the month's.
pub(crate) const TABLE: &[(&str, &str, &str, u16, &[&str])] = &[
    ("GET", "A", "", 200, &["employer", "team", "assistant", "payroll_office"]),
    ("PUT", "A", r#"{"called":"Ada"}"#, 204, &["employer", "team", "assistant"]),
    ("GET", "A/contracts", "", 200, &["employer", "hours_approve", "payroll", "assistant"]),
    ("POST", "A/contracts", "{}", 422, &["employer", "payroll"]),
    (
        "GET",
        "A/rota/2026-10",
        "",
        200,
        &["employer", "rota", "hours_view", "hours_approve", "assistant"],
    ),
    ("POST", "A/rota", r#"{"shifts":[]}"#, 422, &["employer", "rota"]),
    ("POST", "A/rota/as-last-week", r#"{"monday":"2026-10-19"}"#, 201, &["employer", "rota"]),
    ("POST", "A/rota/2026-10/publication", r#"{"drafts":[]}"#, 200, &["employer", "rota"]),
    ("DELETE", "A/rota/2026-10/{event}", "", 404, &["employer", "rota"]),
    (
        "GET",
        "/v1/months/2026-10",
        "",
        200,
        &["employer", "hours_view", "hours_approve", "assistant"],
    ),
    ("GET", "M", "", 200, &["employer", "hours_view", "hours_approve", "assistant"]),
    (
        "POST",
        "M/corrections",
        r#"{"shift":"{event}","end_ms":1,"reason":"x"}"#,
        404,
        &["employer", "hours_approve"],
    ),
    ("POST", "M/corrections/{event}/withdrawal", "{}", 404, &["employer", "hours_approve"]),
    ("GET", "M/approval-preview", "", 409, &["employer", "hours_approve"]),
    ("POST", "M/approval-preview", "{}", 409, &["employer", "hours_approve"]),
    (
        "POST",
        "M/approvals",
        r#"{"statement_sha256":"{hash}"}"#,
        409,
        &["employer", "hours_approve"],
    ),
    ("POST", "M/reopening", r#"{"reason":"x"}"#, 409, &["employer", "hours_approve"]),
    (
        "POST",
        "M/pay-lines",
        r#"{"word":"bonus","amount_cents":1,"liable":true,"reason":"x"}"#,
        201,
        &["employer", "hours_approve"],
    ),
    ("DELETE", "M/pay-lines/{event}", r#"{"reason":"x"}"#, 404, &["employer", "hours_approve"]),
    (
        "GET",
        "M/statements",
        "",
        200,
        &["employer", "hours_view", "hours_approve", "assistant", "payroll_office"],
    ),
    ("GET", "/v1/payroll/settings", "", 200, &["employer", "payroll", "payroll_office"]),
    ("PUT", "/v1/payroll/settings", "{}", 422, &["employer", "team"]),
    ("GET", "/v1/questions/2026-10", "", 200, &["employer", "payroll", "payroll_office"]),
    (
        "POST",
        "/v1/questions/2026-10",
        r#"{"text":"Warum?"}"#,
        201,
        &["employer", "payroll", "payroll_office"],
    ),
    (
        "POST",
        "/v1/questions/2026-10/{event}/replies",
        r#"{"text":"Darum."}"#,
        404,
        &["employer", "payroll", "payroll_office"],
    ),
    ("GET", "/v1/export-previews/2026-10", "", 409, &["employer", "payroll"]),
    ("GET", "/v1/exports", "", 200, &["employer", "payroll", "payroll_office"]),
    ("POST", "/v1/exports", r#"{"month":"2026-10"}"#, 409, &["employer", "payroll"]),
    ("GET", "/v1/exports/1-1/files/{hash}", "", 404, &["employer", "payroll", "payroll_office"]),
];

pub(crate) struct Team {
    pub(crate) office: AtWork,
    pub(crate) tokens: BTreeMap<&'static str, String>,
    assistant: PersonId,
}

impl Team {
    pub(crate) async fn new() -> Self {
        let mut office = AtWork::new().await;
        let mut people: BTreeMap<&'static str, PersonId> = BTreeMap::new();
        for name in ROLES.into_iter().skip(2) {
            let role = match name {
                "assistant" | "coach" | "payroll_office" => name,
                _ => "deputy",
            };
            people.insert(name, office.member(role).await.0);
        }
        for name in ["rota", "hours_view", "hours_approve", "payroll", "team", "expired"] {
            let (topics, days) = match name {
                "expired" => (json!(["rota", "hours_view", "hours_approve", "payroll", "team"]), 1),
                topic => (json!([topic]), 30),
            };
            let body = json!({ "topics": topics, "until_ms": crate::at_work::START + days * DAY });
            let path = format!("/v1/grants/{}", people[name]);
            told(&office, "PUT", &path, &body, 204).await;
        }
        office.wait(DAY + DAY / 2);
        office.employer = office.token(office.operator.employer).await;
        let mut tokens = BTreeMap::from([("nobody", String::new())]);
        tokens.insert("employer", office.employer.clone());
        for name in ROLES.into_iter().skip(2) {
            tokens.insert(name, office.token(people[name]).await);
        }
        Self { office, tokens, assistant: people["assistant"] }
    }

    pub(crate) fn path(&self, short: &str) -> String {
        let person = format!("/v1/people/{}", self.assistant);
        let long = match short.split_at(1) {
            ("A", rest) => format!("{person}{rest}"),
            ("M", rest) => format!("{person}/months/2026-10{rest}"),
            _ => short.to_owned(),
        };
        filled(&long)
    }
}

pub(crate) fn filled(text: &str) -> String {
    text.replace("{event}", &"11".repeat(16)).replace("{hash}", &"00".repeat(32))
}

#[tokio::test]
async fn every_address_of_the_month_answers_each_role_as_the_table_says() {
    let team = Team::new().await;
    let mut wrong = Vec::new();
    for (method, short, body, status, allowed) in TABLE {
        for role in ROLES {
            let expected = match role {
                "nobody" => 401,
                role if allowed.contains(&role) => *status,
                _ => 403,
            };
            let (path, body) = (team.path(short), filled(body));
            let (got, told) = team.office.ask(&team.tokens[role], method, &path, &body).await;
            if got != expected {
                wrong.push(format!("{role}: {method} {short}: {got}, not {expected}: {told}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn an_assistant_reads_her_own_month_and_nobody_elses() {
    let team = Team::new().await;
    let (other, _) = team.office.member("assistant").await;
    let token = &team.tokens["assistant"];
    for what in ["", "/months/2026-10", "/contracts", "/rota/2026-10"] {
        let path = format!("/v1/people/{other}{what}");
        let (status, told) = team.office.ask(token, "GET", &path, "").await;
        assert_eq!((status.as_u16(), &told["code"]), (403, &"no_right".into()), "{path}");
    }
    let (_, all) = team.office.ask(token, "GET", "/v1/months/2026-10", "").await;
    let seen: Vec<&str> = all
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| row["person"].as_str().expect("an id"))
        .collect();
    assert_eq!(seen, [team.assistant.to_string()]);
}

#[test]
fn every_documented_address_of_the_month_has_a_row() {
    let described = described();
    let rows: BTreeSet<(String, String)> = TABLE
        .iter()
        .map(|(method, short, ..)| {
            let long = match short.split_at(1) {
                ("A", rest) => format!("/v1/people/x{rest}"),
                ("M", rest) => format!("/v1/people/x/months/2026-10{rest}"),
                _ => (*short).to_owned(),
            };
            let documented = documented_path(&long).expect("documented");
            (method.to_lowercase(), documented)
        })
        .collect();
    let tags =
        ["people", "contracts", "rota", "months", "corrections", "approvals", "payroll", "exports"];
    for (path, methods) in described["paths"].as_object().expect("paths") {
        for (method, about) in methods.as_object().expect("methods") {
            if tags.contains(&about["tags"][0].as_str().expect("a tag")) {
                let row = (method.clone(), path.clone());
                assert!(rows.contains(&row), "{method} {path} has a row");
            }
        }
    }
}
