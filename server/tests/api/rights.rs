//! Who may ask for what: every address as every role, from one table. And the
//! description is true: every documented answer of every address is given here.

use crate::at_work::AtWork;
use assistenz_core::document::PersonId;
use assistenz_core::log::DeviceKey;
use std::collections::{BTreeMap, BTreeSet};

const DAY: i64 = 24 * 60 * 60_000;

/// Tags of the addresses whose rows stand in `month_api.rs`.
const OF_THE_MONTH: [&str; 9] = [
    "absences",
    "people",
    "contracts",
    "rota",
    "months",
    "corrections",
    "approvals",
    "payroll",
    "exports",
];

/// Who asks.
const ROLES: [&str; 9] = [
    "nobody",
    "employer",
    "deputy",
    "team",
    "hours",
    "expired",
    "assistant",
    "coach",
    "payroll_office",
];

/// Method, address, body, what the address answers, who gets that answer. All
/// others get 403, nobody 401.
pub(crate) const TABLE: &[(&str, &str, &str, u16, &[&str])] = &[
    (
        "GET",
        "/v1/session",
        "",
        200,
        &["employer", "deputy", "team", "hours", "expired", "assistant", "coach", "payroll_office"],
    ),
    (
        "GET",
        "/v1/team",
        "",
        200,
        &["employer", "deputy", "team", "hours", "expired", "assistant", "coach", "payroll_office"],
    ),
    (
        "GET",
        "/v1/devices",
        "",
        200,
        &["employer", "deputy", "team", "hours", "expired", "assistant", "coach", "payroll_office"],
    ),
    ("GET", "/v1/members", "", 200, &["employer", "deputy", "team", "hours", "expired"]),
    ("GET", "/v1/pairings", "", 200, &["employer", "team"]),
    ("GET", "/v1/held", "", 200, &["employer"]),
    ("GET", "/v1/evidence", "", 200, &["employer"]),
    (
        "GET",
        "/v1/events",
        "",
        200,
        &["employer", "deputy", "team", "hours", "expired", "assistant", "coach", "payroll_office"],
    ),
    ("PUT", "/v1/team/rota-sharing", r#"{"shared":true}"#, 204, &["employer"]),
    ("POST", "/v1/members", r#"{"role":"assistant"}"#, 201, &["employer", "team"]),
    ("POST", "/v1/members", r#"{"role":"coach","by":"letter"}"#, 201, &["employer", "team"]),
    ("POST", "/v1/members", r#"{"role":"deputy"}"#, 201, &["employer"]),
    ("POST", "/v1/members", r#"{"role":"employer"}"#, 201, &["employer"]),
    ("POST", "/v1/members", r#"{"role":"payroll_office"}"#, 201, &["employer"]),
    ("POST", "/v1/members/{assistant}/invitation", "{}", 201, &["employer", "team"]),
    ("POST", "/v1/members/{deputy}/invitation", "{}", 201, &["employer"]),
    ("DELETE", "/v1/members/{spare}/assistant", "", 204, &["employer", "team"]),
    ("DELETE", "/v1/members/{deputy}/deputy", "", 204, &["employer"]),
    (
        "PUT",
        "/v1/grants/{deputy}",
        r#"{"topics":["rota"],"until_ms":1893456000000}"#,
        204,
        &["employer"],
    ),
    ("DELETE", "/v1/grants/{team}/team", "", 204, &["employer"]),
    ("DELETE", "/v1/devices/{phone}", "", 204, &["employer", "team"]),
    (
        "POST",
        "/v1/pairings/{waiting}/confirmation",
        r#"{"digits":"{digits}"}"#,
        200,
        &["employer", "team"],
    ),
    ("DELETE", "/v1/pairings/{waiting}", "", 204, &["employer", "team"]),
    ("POST", "/v1/held/{no_batch}/decision", r#"{"keep":true}"#, 404, &["employer"]),
    ("POST", "/v1/seen", r#"{"batches":["{no_batch}"]}"#, 404, &["employer", "hours"]),
    (
        "DELETE",
        "/v1/session",
        "",
        204,
        &["employer", "deputy", "team", "hours", "expired", "assistant", "coach", "payroll_office"],
    ),
];

/// A team with one person in each role, a paired phone and a waiting one.
pub(crate) struct Team {
    pub(crate) office: AtWork,
    pub(crate) tokens: BTreeMap<&'static str, String>,
    words: BTreeMap<&'static str, String>,
}

impl Team {
    pub(crate) async fn new() -> Self {
        let mut office = AtWork::new().await;
        let mut words = BTreeMap::new();
        let mut people: BTreeMap<&'static str, PersonId> = BTreeMap::new();
        for (name, role) in [
            ("deputy", "deputy"),
            ("team", "deputy"),
            ("hours", "deputy"),
            ("expired", "deputy"),
            ("assistant", "assistant"),
            ("spare", "assistant"),
            ("coach", "coach"),
            ("payroll_office", "payroll_office"),
        ] {
            let (person, _) = office.member(role).await;
            people.insert(name, person);
            words.insert(name, person.to_string());
        }
        for (name, topic, days) in [
            ("team", "team", 30),
            ("hours", "hours_approve", 30),
            ("expired", "team\",\"hours_view", 1),
        ] {
            let until = crate::at_work::START + days * DAY;
            let body = format!(r#"{{"topics":["{topic}"],"until_ms":{until}}}"#);
            let path = format!("/v1/grants/{}", people[name]);
            let (status, told) = office.ask(&office.employer, "PUT", &path, &body).await;
            assert_eq!(status, 204, "{told}");
        }
        let (_, code) = office.member("assistant").await;
        let phone = DeviceKey::from_seed(&[1; 32]);
        let (_, told) = office.pair(&code.token, &phone).await;
        let path = format!("/v1/pairings/{}/confirmation", told["pairing"].as_str().expect("id"));
        let body = format!(r#"{{"digits":{}}}"#, told["digits"]);
        let (status, told) = office.ask(&office.employer, "POST", &path, &body).await;
        assert_eq!(status, 200, "{told}");
        words.insert("phone", phone.device().to_string());
        words.insert("no_batch", "00".repeat(32));
        office.wait(2 * DAY - DAY / 2);
        office.employer = office.token(office.operator.employer).await;
        let (_, code) = office.member("assistant").await;
        let (_, told) = office.pair(&code.token, &DeviceKey::from_seed(&[2; 32])).await;
        words.insert("waiting", told["pairing"].as_str().expect("an id").to_owned());
        words.insert("digits", told["digits"].as_str().expect("digits").to_owned());
        let mut tokens = BTreeMap::from([("nobody", String::new())]);
        tokens.insert("employer", office.employer.clone());
        for name in ROLES.into_iter().skip(2) {
            tokens.insert(name, office.token(people[name]).await);
        }
        Self { office, tokens, words }
    }

    pub(crate) fn filled(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, value) in &self.words {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

#[tokio::test]
async fn every_address_answers_each_role_as_the_table_says() {
    for (method, path, body, status, allowed) in TABLE {
        // Asked for by those who may not first, so that what changes comes last.
        let mut order: Vec<&str> =
            ROLES.into_iter().filter(|role| !allowed.contains(role)).collect();
        order.extend(allowed.first());
        let team = Team::new().await;
        for role in order {
            let expected = match role {
                "nobody" => 401,
                role if allowed.contains(&role) => *status,
                _ => 403,
            };
            let (path, body) = (team.filled(path), team.filled(body));
            let (got, told) = team.office.ask(&team.tokens[role], method, &path, &body).await;
            assert_eq!(got, expected, "{role}: {method} {path}: {told}");
        }
        for role in allowed.iter().skip(1) {
            let team = Team::new().await;
            let (path, body) = (team.filled(path), team.filled(body));
            let (got, told) = team.office.ask(&team.tokens[role], method, &path, &body).await;
            assert_eq!(got, *status, "{role}: {method} {path}: {told}");
        }
    }
}

#[tokio::test]
async fn a_session_ends_with_the_membership_and_with_its_time() {
    let team = Team::new().await;
    let assistant = &team.tokens["assistant"];
    let path = team.filled("/v1/members/{assistant}/assistant");
    let (status, _) = team.office.ask(&team.tokens["employer"], "DELETE", &path, "").await;
    assert_eq!(status, 204);
    let (status, told) = team.office.ask(assistant, "GET", "/v1/session", "").await;
    assert_eq!((status.as_u16(), &told["code"]), (401, &"not_signed_in".into()));
    team.office.wait(assistenz_server::door::SESSION_MS);
    let (status, _) = team.office.ask(&team.tokens["employer"], "GET", "/v1/session", "").await;
    assert_eq!(status, 401);
}

#[tokio::test]
async fn every_documented_address_is_in_the_table_or_needs_no_session() {
    let described = serde_json::to_value(assistenz_server::routes::description()).expect("JSON");
    let paths = described["paths"].as_object().expect("paths");
    let shape = |path: &str| {
        path.split('/')
            .map(|part| if part.starts_with('{') { "*" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    let mut known: BTreeSet<(String, String)> = BTreeSet::new();
    for (method, path, ..) in TABLE {
        let path = path
            .replace("/assistant", "/{role}")
            .replace("/deputy", "/{role}")
            .replace("}/team", "}/{topic}");
        known.insert((method.to_lowercase(), shape(&path)));
    }
    let mut open = Vec::new();
    let mut documented = BTreeSet::new();
    for (path, methods) in paths {
        for (method, about) in methods.as_object().expect("methods") {
            documented.insert((method.clone(), shape(path)));
            if about.get("security").is_none() {
                open.push(format!("{method} {path}"));
                continue;
            }
            // Their table stands in `month_api.rs`.
            if OF_THE_MONTH.contains(&about["tags"][0].as_str().expect("a tag")) {
                continue;
            }
            let answers = about["responses"].as_object().expect("answers");
            assert!(answers.contains_key("401"), "{method} {path} tells of 401");
            assert!(known.contains(&(method.clone(), shape(path))), "{method} {path} has a row");
        }
    }
    assert_eq!(
        open,
        [
            "get /healthz",
            "post /v1/nonce",
            "get /v1/openapi.json",
            "post /v1/pair",
            "get /v1/pair/{pairing}",
            "post /v1/sync",
        ]
    );
    for row in known {
        assert!(documented.contains(&row), "{row:?} is documented");
    }
}

#[tokio::test]
async fn a_request_that_is_too_long_is_refused_with_its_code() {
    let office = AtWork::new().await;
    let long = "x".repeat(assistenz_server::limits::BODY_BYTES + 1);
    let (status, told) = office.ask("", "POST", "/v1/sync", &long).await;
    assert_eq!((status.as_u16(), &told["code"]), (413, &"too_long".into()));
    let (status, told) = office.ask("", "GET", "/v1/nothing", "").await;
    assert_eq!((status.as_u16(), &told["code"]), (404, &"not_found".into()));
    let (status, told) = office.ask("", "PATCH", "/v1/team", "").await;
    assert_eq!((status.as_u16(), &told["code"]), (405, &"no_such_method".into()));
}
