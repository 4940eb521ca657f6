//! The description is true: every answer it documents is given here once, and
//! every answer that is given anywhere in these tests is documented
//! (`at_work::answer` holds each against it).

use crate::absence;
use crate::at_work::loopback::contract;
use crate::at_work::{AtWork, SEEN, described, documented_path};
use crate::maternity;
use crate::month::{self, whole_job};
use crate::rights;
use assistenz_core::document::DocumentId;
use assistenz_core::log::{DeviceKey, Operation, Stream, codec};
use assistenz_server::limits;
use assistenz_server::office::Turn;
use assistenz_server::{journal, retention};
use axum::body::Body;
use axum::http::Request;
use flate2::{Compression, read::DeflateEncoder};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Every documented operation: method, address, what is said about it.
fn operations() -> Vec<(String, String, &'static Value)> {
    let mut all = Vec::new();
    for (path, methods) in described()["paths"].as_object().expect("paths") {
        for (method, about) in methods.as_object().expect("methods") {
            all.push((method.to_uppercase(), path.clone(), about));
        }
    }
    all
}

fn is_secured(about: &Value) -> bool {
    about.get("security").is_some()
}

/// The address with something in place of each id: of the right form, or not.
fn with_ids(path: &str, well_formed: bool) -> String {
    let part = |part: &str| match (part.starts_with('{'), well_formed) {
        (false, _) => part.to_owned(),
        (true, false) => "zz".to_owned(),
        (true, true) => match part {
            "{month}" => "2026-10".to_owned(),
            "{year}" => "2026".to_owned(),
            "{batch}" | "{sha256}" => "00".repeat(32),
            "{device}" => "00".repeat(32),
            "{export}" => "1-1".to_owned(),
            "{role}" => "assistant".to_owned(),
            "{topic}" => "rota".to_owned(),
            _ => "11".repeat(16),
        },
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_documented_answer_is_given_once_and_no_other() {
    the_job_and_its_refusals().await;
    absence::all_told().await;
    maternity::all_told().await;
    questions_and_answers().await;
    what_each_role_is_told().await;
    what_the_frame_refuses().await;
    pairing_in_all_its_ends().await;
    what_is_held_and_what_leaves().await;
    when_the_office_cannot_take_more().await;
    let seen = SEEN.lock().expect("no test panics while it notes").clone();
    let mut missing = BTreeMap::new();
    for (method, path, about) in operations() {
        for status in about["responses"].as_object().expect("answers").keys() {
            // Faults and the like: they cannot be asked for.
            let Ok(status) = status.parse::<u16>() else { continue };
            let answer = (method.to_lowercase(), path.clone(), status);
            if !seen.contains(&answer) {
                missing.entry(format!("{method} {path}")).or_insert_with(Vec::new).push(status);
            }
        }
    }
    assert!(missing.is_empty(), "documented, and never seen: {missing:#?}");
}

/// Asks as the employer.
async fn told(office: &AtWork, method: &str, path: &str, body: &str, status: u16) -> Value {
    let (got, told) = office.ask(&office.employer, method, path, body).await;
    assert_eq!(got, status, "{method} {path}: {told}");
    told
}

async fn the_job_and_its_refusals() {
    let office = AtWork::new().await;
    let (ada, _) = whole_job(&office).await;
    let month = format!("/v1/people/{}/months/2027-01", ada.person);
    told(&office, "POST", &format!("{month}/reopening"), r#"{"reason":"x"}"#, 409).await;
    told(&office, "GET", "/v1/export-previews/2026-10?language=xx", "", 422).await;
    told(&office, "PUT", "/v1/payroll/settings", "{}", 422).await;
    told(&office, "GET", "/healthz", "", 200).await;
    told(&office, "GET", "/v1/openapi.json", "", 200).await;
    // The same person without a contract.
    let (person, _) = office.member("assistant").await;
    let preview = format!("/v1/people/{person}/months/2026-10/approval-preview");
    told(&office, "GET", &preview, "", 409).await;
    told(&office, "POST", &preview, "{}", 409).await;
}

/// The payroll office asks, the employer answers; both read the same.
async fn questions_and_answers() {
    let office = AtWork::new().await;
    let (clerk, _) = office.member("payroll_office").await;
    let (ada, _) = office.member("assistant").await;
    let clerk = office.token(clerk).await;
    let path = "/v1/questions/2026-10";
    let question = json!({ "text": " Steuerklasse III oder V? ", "person": ada.to_string() });
    let (status, asked) = office.ask(&clerk, "POST", path, &question.to_string()).await;
    assert_eq!(status, 201, "{asked}");
    let id = asked["id"].as_str().expect("an id");
    let all = told(&office, "GET", path, "", 200).await;
    assert_eq!(all[0]["text"], "Steuerklasse III oder V?");
    assert_eq!((&all[0]["open"], &all[0]["person"]), (&json!(true), &json!(ada.to_string())));
    let replies = format!("{path}/{id}/replies");
    told(&office, "POST", &replies, r#"{"text":"V, seit Oktober."}"#, 201).await;
    let (_, all) = office.ask(&clerk, "GET", path, "").await;
    assert_eq!(all[0]["open"], json!(false));
    assert_eq!(all[0]["replies"][0]["text"], "V, seit Oktober.");
    told(&office, "POST", path, r#"{"text":"  "}"#, 422).await;
    let long = json!({ "text": "Ä".repeat(1_001) }).to_string();
    for path in [path, &replies] {
        let refused = told(&office, "POST", path, &long, 413).await;
        assert_eq!(refused["code"], "too_long");
    }
}

async fn what_each_role_is_told() {
    let team = month::Team::new().await;
    for (method, short, body, _, allowed) in month::TABLE {
        let (path, body) = (team.path(short), month::filled(body));
        for role in ["nobody", "coach"].into_iter().chain(allowed.first().copied()) {
            team.office.ask(&team.tokens[role], method, &path, &body).await;
        }
    }
    for (method, path, body, _, allowed) in rights::TABLE {
        // Some of these end what the next one needs.
        let team = rights::Team::new().await;
        let (path, body) = (team.filled(path), team.filled(body));
        for role in ["nobody", "coach"].into_iter().chain(allowed.first().copied()) {
            team.office.ask(&team.tokens[role], method, &path, &body).await;
        }
    }
    let team = rights::Team::new().await;
    let employer = team.office.operator.employer;
    for (method, path, body, status) in [
        ("POST", "/v1/nonce", r#"{"team":"{deputy}","device":"{phone}"}"#, 200),
        ("POST", "/v1/sync", "nonsense", 422),
        ("GET", "/v1/pair/{waiting}", "", 200),
        ("POST", "/v1/members/{phone}/invitation", "{}", 404),
        ("DELETE", "/v1/members/{coach}/assistant", "", 404),
        ("DELETE", "/v1/members/{coach}/king", "", 422),
        ("DELETE", "/v1/members/{employer}/employer", "", 409),
        ("PUT", "/v1/grants/{coach}", r#"{"topics":["rota"],"until_ms":1893456000000}"#, 404),
        ("PUT", "/v1/grants/{deputy}", r#"{"topics":[],"until_ms":1}"#, 422),
        ("DELETE", "/v1/grants/{coach}/rota", "", 404),
        ("DELETE", "/v1/grants/{deputy}/love", "", 422),
        ("DELETE", "/v1/devices/{coach}", "", 404),
        ("POST", "/v1/pairings/{waiting}/confirmation", r#"{"digits":"1"}"#, 409),
        ("POST", "/v1/pairings/00/confirmation", r#"{"digits":"1"}"#, 404),
    ] {
        let path = path.replace("{employer}", &employer.to_string());
        let (path, body) = (team.filled(&path), team.filled(body));
        told(&team.office, method, &path, &body, status).await;
    }
}

/// What comes before any resource: ids, bodies, tokens.
async fn what_the_frame_refuses() {
    let mut office = AtWork::new().await;
    let long = "x".repeat(limits::BODY_BYTES + 1);
    for (method, path, about) in operations() {
        let answers = about["responses"].as_object().expect("answers");
        let takes_a_body = about.get("requestBody").is_some();
        if answers.contains_key("401") && is_secured(about) {
            let (status, _) = office.ask("", &method, &with_ids(&path, true), "").await;
            assert_eq!(status, 401, "{method} {path}");
        }
        if answers.contains_key("404") && path.contains('{') {
            let (status, _) =
                office.ask(&office.employer, &method, &with_ids(&path, false), "").await;
            // Some look at the body before they look for the thing.
            assert!([404, 422].contains(&status.as_u16()), "{method} {path}: {status}");
        }
        if takes_a_body {
            for (body, expected) in [("nonsense", 422), (long.as_str(), 413)] {
                let (status, told) =
                    office.ask(&office.employer, &method, &with_ids(&path, true), body).await;
                // What is looked for first may not be there.
                let fits = status == expected || (expected == 422 && status == 404);
                assert!(fits, "{method} {path}: {status} {told}");
            }
        }
    }
    // An address that guesses is sent away, whatever it asks for.
    office.come_from("203.0.113.9:1");
    for _ in 0..limits::STRANGER.burst {
        assert_eq!(office.ask("wrong", "GET", "/v1/session", "").await.0, 401);
    }
    for (method, path, about) in operations() {
        if about["responses"].get("429").is_some() {
            let body = match path.as_str() {
                "/v1/pair" => shown(&[9; 16], 9),
                _ => String::new(),
            };
            let (status, told) = office.ask("wrong", &method, &with_ids(&path, true), &body).await;
            assert_eq!(status, 429, "{method} {path}: {told}");
        }
    }
}

/// A device with the key of this seed shows a token.
fn shown(token: &[u8; 16], seed: u8) -> String {
    use assistenz_core::log::Signer as _;
    let key = DeviceKey::from_seed(&[seed; 32]).public();
    json!({
        "token": hex::encode(token), "public_key": hex::encode(key.bytes()), "form": "phone",
    })
    .to_string()
}

async fn pairing_in_all_its_ends() {
    let mut office = AtWork::new().await;
    let (_, code) = office.member("assistant").await;
    let (_, late) = office.member("assistant").await;
    let (status, waiting) = office.ask("", "POST", "/v1/pair", &shown(&code.token, 1)).await;
    assert_eq!(status, 202, "{waiting}");
    assert_eq!(office.ask("", "POST", "/v1/pair", &shown(&code.token, 2)).await.0, 409);
    assert_eq!(office.ask("", "POST", "/v1/pair", &shown(&[0; 16], 2)).await.0, 404);
    office.wait(15 * MINUTE);
    assert_eq!(office.ask("", "POST", "/v1/pair", &shown(&late.token, 3)).await.0, 410);
    office.wait(DAY);
    office.employer = office.token(office.operator.employer).await;
    let pairing = waiting["pairing"].as_str().expect("an id");
    let confirmation = format!("/v1/pairings/{pairing}/confirmation");
    let digits = json!({ "digits": waiting["digits"] }).to_string();
    told(&office, "POST", &confirmation, &digits, 410).await;
}

/// A revoked phone's batches, a round with an old nonce, a round for nobody,
/// and files of an export whose statements left with their time.
async fn what_is_held_and_what_leaves() {
    let mut office = AtWork::new().await;
    let (mut ada, file) = whole_job(&office).await;
    let team = office.operator.team;
    let stream = codec::encode(&Stream::from(DocumentId::time(
        ada.person,
        "2026-10".parse().expect("a month"),
    )));
    let first = office
        .office
        .read(move |turn: &mut Turn<'_>| Ok(turn.ledger.members(team, &stream, 0, 1)?[0].id))
        .await
        .expect("read");
    told(&office, "POST", "/v1/seen", &json!({ "batches": [first.to_string()] }).to_string(), 204)
        .await;

    let device = ada.phone.key().device();
    ada.works("2026-11-02T08:10+01:00", "2026-11-02T08:20+01:00");
    let operator = office.operator.clone();
    office
        .office
        .write(move |turn| journal::act(turn, &operator, Operation::RevokeDevice { device }))
        .await
        .expect("revoked");
    ada.sync(&office).await;
    let held = told(&office, "GET", "/v1/held", "", 200).await;
    let decision = format!("/v1/held/{}/decision", held[0]["batch"].as_str().expect("held"));
    told(&office, "POST", &decision, r#"{"keep":true}"#, 204).await;
    told(&office, "POST", &decision, r#"{"keep":true}"#, 409).await;

    let request = ada.phone.request().expect("built").expect("a nonce is there");
    office.wait(2 * DAY);
    office.employer = office.token(office.operator.employer).await;
    let send = |body: Vec<u8>| Request::post("/v1/sync").body(Body::from(body)).expect("a request");
    assert_eq!(office.answer(send(request.clone())).await.0, 401, "an old nonce");
    let elsewhere = AtWork::other().await;
    assert_eq!(elsewhere.answer(send(request)).await.0, 404, "a team of another office");
    for (version, says) in [(1, "old_app"), (3, "old_office")] {
        let (status, told) = office.answer(send(of_version(version))).await;
        let told: Value = serde_json::from_slice(&told).expect("a refusal");
        assert_eq!((status.as_u16(), &told["code"]), (409, &json!(says)));
    }

    let due = office
        .office
        .write(move |turn| {
            let due = retention::due(turn, team, 2199)?;
            for one in &due {
                retention::purge(turn, team, one)?;
            }
            Ok(due.len())
        })
        .await
        .expect("purged");
    assert!(due > 0);
    told(&office, "GET", &file, "", 409).await;
    let version = contract(100).to_string();
    let contracts = format!("/v1/people/{}/contracts", ada.person);
    told(&office, "GET", &contracts, "", 200).await;
    assert!(documented_path(&contracts).is_some() && !version.is_empty());
}

/// A request of another version of the protocol, of which nothing else is known.
fn of_version(version: u8) -> Vec<u8> {
    let mut message = vec![0x82, 0x43, 0xa1, 0x00, version, 0x58, 64];
    message.extend([0; 64]);
    let mut wire = Vec::new();
    DeflateEncoder::new(&message[..], Compression::fast()).read_to_end(&mut wire).expect("memory");
    wire
}

/// Both of the office's threads at work, and as much waiting as may wait.
async fn when_the_office_cannot_take_more() {
    let office = AtWork::new().await;
    let mut doors = Vec::new();
    let mut waiting = Vec::new();
    for writes in [true, false] {
        let (begun, begins) = mpsc::channel::<()>();
        let (door, opens) = mpsc::channel::<()>();
        let block = move |_: &mut Turn<'_>| {
            begun.send(()).expect("the test waits for it");
            // Ends when the door is dropped.
            let _opened = opens.recv();
            Ok(())
        };
        let there = office.office.clone();
        waiting.push(tokio::spawn(async move {
            if writes { there.write(block).await } else { there.read(block).await }
        }));
        while begins.try_recv() == Err(mpsc::TryRecvError::Empty) {
            tokio::task::yield_now().await;
        }
        let asked = Arc::new(AtomicUsize::new(0));
        for _ in 0..limits::QUEUE {
            let (there, asked) = (office.office.clone(), asked.clone());
            waiting.push(tokio::spawn(async move {
                asked.fetch_add(1, Ordering::SeqCst);
                if writes { there.write(|_| Ok(())).await } else { there.read(|_| Ok(())).await }
            }));
        }
        // One turn lets only some of them ask.
        while asked.load(Ordering::SeqCst) < limits::QUEUE {
            tokio::task::yield_now().await;
        }
        doors.push(door);
    }
    for (method, path, about) in operations() {
        if about["responses"].get("503").is_some() {
            let body = match path.as_str() {
                "/v1/pair" => shown(&[9; 16], 9),
                _ => String::new(),
            };
            let (status, told) =
                office.ask(&office.employer, &method, &with_ids(&path, true), &body).await;
            assert_eq!(status, 503, "{method} {path}: {told}");
            assert_eq!(told["code"], "overloaded", "{method} {path}");
        }
    }
    drop(doors);
    let mut done = BTreeSet::new();
    for one in waiting {
        done.insert(one.await.expect("no panic").is_ok());
    }
    assert_eq!(done, BTreeSet::from([true]), "what waited is done when the door opens");
    told(&office, "GET", "/healthz", "", 200).await;
}
