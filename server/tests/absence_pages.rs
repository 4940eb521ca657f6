//! The pages about absences: what waits is decided with one action, a refused
//! form loses nothing, everything can be taken back, and only those get in who
//! may.

mod at_work;

use assistenz_core::document::PersonId;
use at_work::AtWork;
use at_work::browser::Browser;
use serde_json::{Value, json};

const DAY: i64 = 24 * 60 * 60_000;

/// An office with an assistant called Ada; the id of her request.
async fn with_a_request() -> (AtWork, PersonId, String) {
    let at_work = AtWork::new().await;
    let (ada, _) = at_work.member("assistant").await;
    let path = format!("/v1/people/{ada}");
    let (status, told) =
        at_work.ask(&at_work.employer, "PUT", &path, r#"{"name":"Ada Muster"}"#).await;
    assert!(status.is_success(), "{told}");
    let body = json!({ "kind": "vacation", "first_day": "2026-12-07", "last_day": "2026-12-11" });
    let token = at_work.token(ada).await;
    let path = format!("/v1/people/{ada}/absence-requests");
    let (status, told) = at_work.ask(&token, "POST", &path, &body.to_string()).await;
    assert_eq!(status, 201, "{told}");
    let id = told["id"].as_str().expect("an id").to_owned();
    (at_work, ada, id)
}

async fn absences(at_work: &AtWork, ada: PersonId) -> Vec<Value> {
    let path = format!("/v1/people/{ada}/absences?from=2026-01-01&to=2026-12-31");
    let (_, told) = at_work.ask(&at_work.employer, "GET", &path, "").await;
    told["absences"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn a_request_waits_on_the_first_page_and_is_granted_with_one_action() {
    let (at_work, ada, id) = with_a_request().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let page = browser.get("/abwesenheiten").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let label = "Genehmigen: Urlaub von Ada Muster, Mo 7. Dez. 2026 bis Fr 11. Dez. 2026 (5 Tage)";
    assert!(page.text.contains(label), "{}", page.text);
    let path = format!("/abwesenheiten/{ada}/eintrag/{id}");
    let decide = format!("{path}/entscheidung");
    let page = browser.fill("/abwesenheiten", &decide, &[("entscheidung", "ja")]).await;
    assert_eq!((page.status.as_u16(), page.leads()), (303, path.as_str()));
    let page = browser.get(&path).await;
    assert!(page.text.contains("Genehmigt: Urlaub von Ada Muster"), "said once");
    assert!(page.text.contains("Entscheidung zurücknehmen"));
    assert_eq!(absences(&at_work, ada).await[0]["state"], json!("granted"));
    let page = browser.get("/abwesenheiten").await;
    assert!(page.text.contains("Nichts wartet auf Ihre Entscheidung."));
    assert!(page.text.contains("Wer nicht da ist"));
    // And taken back.
    let back = format!("{path}/zurueck");
    assert_eq!(browser.fill(&path, &back, &[("grund", "")]).await.status, 303);
    assert_eq!(absences(&at_work, ada).await[0]["state"], json!("requested"));
}

#[tokio::test]
async fn declining_without_a_reason_comes_back_with_what_is_missing() {
    let (at_work, ada, id) = with_a_request().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let path = format!("/abwesenheiten/{ada}/eintrag/{id}");
    let decide = format!("{path}/entscheidung");
    let page = browser.fill(&path, &decide, &[("entscheidung", "nein"), ("grund", " ")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("Schreiben Sie eine Begründung."));
    assert!(page.text.contains(r##"href="#f-grund""##), "the summary leads to the field");
    let fields = [("entscheidung", "ja"), ("urlaubstage", "fünf")];
    let page = browser.fill(&path, &decide, &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("fünf"), "nothing typed is lost");
    assert_eq!(absences(&at_work, ada).await[0]["state"], json!("requested"));
    let fields = [("entscheidung", "nein"), ("grund", "Zu viele fehlen")];
    assert_eq!(browser.fill(&path, &decide, &fields).await.status, 303);
    let found = absences(&at_work, ada).await;
    assert_eq!(
        (&found[0]["state"], &found[0]["reason"]),
        (&json!("declined"), &json!("Zu viele fehlen"))
    );
}

#[tokio::test]
async fn the_days_of_a_birth_follow_from_the_expected_day_and_are_all_that_is_kept() {
    let (at_work, ada, _) = with_a_request().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let new = format!("/abwesenheiten/{ada}/mutterschutz");
    let fields = |due: &'static str, birth: &'static str, reason: &'static str| {
        let typed = [("termin", due), ("geburt", birth), ("schutz", "acht"), ("stillt_bis", "")];
        [typed.as_slice(), &[("grund", reason)]].concat()
    };
    let page = browser.fill(&new, &new, &fields("bald", "", " ")).await;
    assert_eq!(page.status, 422);
    for sentence in ["Tragen Sie einen Tag ein", "Schreiben Sie eine Begründung."] {
        assert!(page.text.contains(sentence), "{sentence}");
    }
    let page = browser.fill(&new, &new, &fields("2026-11-16", "2025-11-16", "Zeugnis")).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("Diese Tage passen nicht zusammen."));
    let page = browser.fill(&new, &new, &fields("2026-11-16", "", "Zeugnis")).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let path = page.leads().to_owned();
    let page = browser.get(&path).await;
    for sentence in [
        "Mo 5. Okt. 2026 bis Mo 11. Jan. 2027 (99 Tage)",
        "Erwarteter Geburtstermin: Mo 16. Nov. 2026.",
        "die Arbeitgeber:in legt den Rest dazu (§ 20 MuSchG)",
        "Nettolohn je Kalendertag in Euro",
    ] {
        assert!(page.text.contains(sentence), "{sentence}: {}", page.text);
    }
    // Born ten days early, twelve weeks follow.
    let born = [
        ("termin", "2026-11-16"),
        ("geburt", "2026-11-06"),
        ("schutz", "zwoelf"),
        ("stillt_bis", ""),
    ];
    let known = format!("{path}/termine");
    assert_eq!(browser.fill(&path, &known, &born).await.status, 303);
    let page = browser.get(&path).await;
    assert!(page.text.contains("Mo 5. Okt. 2026 bis Mo 8. Feb. 2027 (127 Tage)"), "{}", page.text);
    assert!(page.text.contains("Geburt am Fr 6. Nov. 2026."));
    // The net pay is a number of the payroll office.
    let net = format!("{path}/netto");
    let page = browser.fill(&path, &net, &[("netto", "viel")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains(r#"value="viel""#), "nothing typed is lost");
    assert_eq!(browser.fill(&path, &net, &[("netto", "50,40")]).await.status, 303);
    let page = browser.get(&path).await;
    let told = "Zuschuss: 37,40 € am Tag, für 127 Tage 4.749,80 €.";
    assert!(page.text.contains(told), "{}", page.text);
    // The refund is of the levy U2, for which nothing was approved yet.
    let page = browser.get(&format!("/abwesenheiten/{ada}/erstattung")).await;
    assert!(page.text.contains("Mutterschutz: Mo 5. Okt. 2026"), "{}", page.text);
    assert!(page.text.contains("§ 1 Abs. 2 AAG"));
    let back = format!("{path}/termine/zurueck");
    assert_eq!(browser.fill(&path, &back, &[("grund", "")]).await.status, 303);
    assert!(!browser.get(&path).await.text.contains("Erwarteter Geburtstermin: "));
    let found = absences(&at_work, ada).await;
    let kinds: Vec<&Value> = found.iter().map(|one| &one["kind"]).collect();
    assert!(kinds.contains(&&json!("maternity_leave")), "{kinds:?}");
}

#[tokio::test]
async fn the_employer_enters_a_sickness_and_the_certificate_follows() {
    let (at_work, ada, _) = with_a_request().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let new = format!("/abwesenheiten/{ada}/neu");
    let wrong = [
        ("art", "sick"),
        ("erster_tag", "2026-11-02"),
        ("letzter_tag", "2026-11-01"),
        ("grund", ""),
        ("urlaubstage", ""),
        ("bescheinigung", "electronic"),
        ("bescheinigt_am", ""),
    ];
    let page = browser.fill(&new, &new, &wrong).await;
    assert_eq!(page.status, 422);
    for sentence in [
        "Der letzte Tag muss nach dem ersten liegen",
        "Schreiben Sie eine Begründung.",
        "Tragen Sie den Tag der Bescheinigung ein.",
    ] {
        assert!(page.text.contains(sentence), "{sentence}");
    }
    assert!(page.text.contains(r#"value="2026-11-02""#), "nothing typed is lost");
    let right = [
        ("art", "sick"),
        ("erster_tag", "2026-11-02"),
        ("letzter_tag", "2026-11-06"),
        ("grund", "Am Telefon"),
        ("urlaubstage", ""),
        ("bescheinigung", "none"),
        ("bescheinigt_am", ""),
    ];
    let page = browser.fill(&new, &new, &right).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let path = page.leads().to_owned();
    let page = browser.get(&path).await;
    assert!(page.text.contains("Eine Bescheinigung fehlt"), "{}", page.text);
    let certify = format!("{path}/bescheinigung");
    let fields = [("bescheinigung", "electronic"), ("bescheinigt_am", "2026-11-06")];
    assert_eq!(browser.fill(&path, &certify, &fields).await.status, 303);
    let page = browser.get(&path).await;
    assert!(page.text.contains("(eAU) abgerufen am Fr 6. Nov. 2026"), "{}", page.text);
}

#[tokio::test]
async fn an_assistant_reports_sick_on_the_page_and_sees_only_the_own() {
    let (at_work, ada, _) = with_a_request().await;
    let mut browser = Browser::of(&at_work, ada).await;
    let own = format!("/abwesenheiten/{ada}");
    assert_eq!(browser.get("/abwesenheiten").await.leads(), own);
    let new = format!("{own}/neu");
    let fields = [("art", "sick"), ("erster_tag", "2026-11-02"), ("letzter_tag", "")];
    let page = browser.fill(&new, &new, &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let path = page.leads().to_owned();
    let page = browser.get(&path).await;
    assert!(page.text.contains("Eine Bescheinigung ist noch nicht nötig."), "{}", page.text);
    let change = format!("{path}/aendern");
    let fields = [("erster_tag", "2026-11-02"), ("letzter_tag", "2026-11-04")];
    assert_eq!(browser.fill(&path, &change, &fields).await.status, 303);
    let withdraw = format!("{path}/zurueckziehen");
    assert_eq!(browser.fill(&path, &withdraw, &[("zurueck", "ja")]).await.status, 303);
    let states: Vec<_> =
        absences(&at_work, ada).await.iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, [json!("withdrawn"), json!("requested")]);
    let (other, _) = at_work.member("assistant").await;
    assert_eq!(browser.get(&format!("/abwesenheiten/{other}")).await.status, 403);
}

#[tokio::test]
async fn accounts_are_explained_line_by_line_and_bookings_can_be_taken_back() {
    let (at_work, ada, _) = with_a_request().await;
    let contract = json!({
        "valid_from": "2026-01-01", "pay": { "monthly": 150_000 }, "weekly": 1200,
        "employment": "social_insurance", "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": { "zone": "Europe/Berlin", "region": { "land": "NW", "communes": [] } },
    });
    let path = format!("/v1/people/{ada}/contracts");
    let (status, told) = at_work.ask(&at_work.employer, "POST", &path, &contract.to_string()).await;
    assert_eq!(status, 201, "{told}");
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let account = format!("/abwesenheiten/{ada}/urlaub/2026");
    let page = browser.get(&account).await;
    assert!(page.text.contains("Noch 12 Tage Urlaub für 2026."), "{}", page.text);
    assert!(page.text.contains("§ 3 Abs. 1 BUrlG"));
    let book = format!("{account}/buchung");
    let page =
        browser.fill(&account, &book, &[("tag", "2026-01-01"), ("wert", "x"), ("grund", "")]).await;
    assert_eq!(page.status, 422);
    let fields = [("tag", "2026-01-01"), ("wert", "−2,5"), ("grund", "Schon genommen")];
    assert_eq!(browser.fill(&account, &book, &fields).await.status, 303);
    let page = browser.get(&account).await;
    assert!(page.text.contains("Noch 9,5 Tage Urlaub für 2026."), "{}", page.text);
    assert!(page.text.contains("Von Hand gebucht: Schon genommen"));
    let (_, rest) = page.text.split_once(r#"name="buchung" value=""#).expect("a way back");
    let booking = rest.split('"').next().unwrap_or_default().to_owned();
    let back = format!("{account}/zurueck");
    assert_eq!(browser.fill(&account, &back, &[("buchung", &booking)]).await.status, 303);
    assert!(browser.get(&account).await.text.contains("Noch 12 Tage Urlaub für 2026."));
    let warn = format!("{account}/hinweis");
    assert_eq!(browser.fill(&account, &warn, &[("tag", "2026-10-01")]).await.status, 303);
    assert!(browser.get(&account).await.text.contains("am Do 1. Okt. 2026 gegeben"));

    let hours = format!("/abwesenheiten/{ada}/stunden");
    let fields = [("monat", "2026-10"), ("wert", "7:30"), ("grund", "Übertrag")];
    assert_eq!(browser.fill(&hours, &hours, &fields).await.status, 303);
    let page = browser.get(&hours).await;
    assert!(page.text.contains("Von Hand gebucht: Übertrag"), "{}", page.text);
    assert!(page.text.contains("Soll des Monats"));
    assert_eq!(browser.get(&format!("/abwesenheiten/{ada}/erstattung")).await.status, 200);
}

#[tokio::test]
async fn every_page_opens_only_for_those_who_may() {
    let (at_work, ada, id) = with_a_request().await;
    let mut people = vec![("employer", at_work.operator.employer), ("ada", ada)];
    for role in ["assistant", "coach", "payroll_office"] {
        people.push((role, at_work.member(role).await.0));
    }
    for topic in ["rota", "hours_view", "payroll"] {
        let (person, _) = at_work.member("deputy").await;
        let path = format!("/v1/grants/{person}");
        let body = json!({ "topics": [topic], "until_ms": at_work::START + 90 * DAY });
        let (status, told) = at_work.ask(&at_work.employer, "PUT", &path, &body.to_string()).await;
        assert_eq!(status, 204, "{told}");
        people.push((topic, person));
    }
    let of = |rest: &str| format!("/abwesenheiten/{ada}{rest}");
    let table: [(String, &[&str]); 7] = [
        ("/abwesenheiten".into(), &["employer", "rota"]),
        (of(""), &["employer", "rota", "ada"]),
        (of("/neu"), &["employer", "rota", "ada"]),
        (of(&format!("/eintrag/{id}")), &["employer", "rota", "ada"]),
        (of("/urlaub/2026"), &["employer", "rota", "ada"]),
        (of("/stunden"), &["employer", "ada"]),
        (of("/erstattung"), &["employer"]),
    ];
    for (role, person) in people {
        let mut browser = Browser::of(&at_work, person).await;
        for (path, who) in &table {
            let page = browser.get(path).await;
            let status = page.status.as_u16();
            for key in ["absences-", "absence-", "pay-kind-"] {
                assert!(!page.text.contains(key), "{path} says {key}… instead of a sentence");
            }
            let leads_home = path == "/abwesenheiten" && ["ada", "assistant"].contains(&role);
            let expected = match () {
                () if who.contains(&role) => 200,
                () if leads_home => 303,
                () => 403,
            };
            assert_eq!(status, expected, "{path} as {role}");
        }
    }
    let mut nobody = Browser::new(&at_work);
    for (path, _) in &table {
        assert_eq!(nobody.get(path).await.status, 303, "{path}");
    }
}
