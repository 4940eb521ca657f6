//! The pages "Lohn" and "Nachweis" as a browser asks for them: what is missing,
//! handing over with a page in between, fetching, questions, and who may see what.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::log::evidence::verify;
use assistenz_documents::Form;
use at_work::AtWork;
use at_work::ada::{Ada, lodas};
use at_work::browser::{Browser, Page};
use at_work::loopback::contract;
use serde_json::{Value, json};

const PAGE: &str = "/lohn/2026-10";
const DAY: i64 = 24 * 60 * 60_000;

/// Asks the JSON API as the employer.
async fn told(office: &AtWork, method: &str, path: &str, body: &Value, status: u16) -> Value {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let (got, told) = office.ask(&office.employer, method, path, &body).await;
    assert_eq!(got, status, "{method} {path}: {told}");
    told
}

/// Ada has worked two days of October; nothing is settled yet.
async fn worked(office: &AtWork) -> Ada {
    let mut ada = Ada::join(office).await;
    let person = format!("/v1/people/{}", ada.person);
    told(office, "PUT", &person, &json!({ "name": "Ada Muster" }), 204).await;
    let mut version = contract(100);
    version["employed_since"] = json!("2026-10-01");
    version["valid_from"] = json!("2026-10-01");
    told(office, "POST", &format!("{person}/contracts"), &version, 201).await;
    ada.works("2026-10-05T08:00+02:00", "2026-10-05T16:00+02:00");
    ada.works("2026-10-24T19:54+02:00", "2026-10-25T07:59+01:00");
    ada.sync(office).await;
    ada
}

async fn approve(office: &AtWork, person: PersonId, month: &str) {
    let month = format!("/v1/people/{person}/months/{month}");
    let shown = told(office, "GET", &format!("{month}/approval-preview"), &Value::Null, 200).await;
    let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
    told(office, "POST", &format!("{month}/approvals"), &exactly, 201).await;
}

/// The addresses in a page that begin so.
fn links(page: &Page, begin: &str) -> Vec<String> {
    page.text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with(begin))
        .map(str::to_owned)
        .collect()
}

fn has(page: &Page, words: &[&str]) {
    for word in words {
        assert!(page.text.contains(word), "{word} is not in {}", page.text);
    }
}

#[tokio::test]
async fn a_month_goes_from_missing_to_handed_over_and_fetched() {
    let office = AtWork::new().await;
    let mut ada = worked(&office).await;
    let (clerk, _) = office.member("payroll_office").await;
    let mut employer = Browser::of(&office, office.operator.employer).await;

    // Without a payroll office there are sums per person, of approved months only.
    let page = employer.get(PAGE).await;
    assert_eq!(page.status, 200);
    has(&page, &["noch kein Lohnbüro eingetragen", "Brutto je Person", "ist nicht freigegeben"]);
    assert!(!page.text.contains("232,"), "nothing of a month that is not approved");

    // With one: everything that is missing, each with a way to where it is mended.
    told(&office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    let page = employer.get(PAGE).await;
    has(&page, &["Noch eine Sache fehlt", "Ada Muster", "Oktober 2026 ist nicht freigegeben"]);
    assert_eq!(links(&page, "/monat/"), [format!("/monat/{}/2026-10", ada.person)]);
    let early = employer.get("/lohn/2026-10/uebergabe").await;
    assert_eq!((early.status.as_u16(), early.leads()), (303, PAGE), "not before it is settled");

    // Approved: one page to look, one to confirm, then it is signed.
    approve(&office, ada.person, "2026-10").await;
    let mut without = lodas(4711);
    without["wage_types"] = json!({});
    told(&office, "PUT", "/v1/payroll/settings", &without, 204).await;
    let page = employer.get(PAGE).await;
    has(&page, &["keine Lohnart genannt", "Noch in keiner Datei: siehe"]);
    assert!(!page.text.contains("so vom Lohnbüro gewünscht"), "nobody wished that");
    told(&office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    let page = employer.get(PAGE).await;
    has(&page, &["Alles ist da", "Lohnbüro Muster", "Neu im Team seit", "Nacht"]);
    let asked = employer.get("/lohn/2026-10/uebergabe").await;
    assert_eq!(asked.status, 200);
    has(&asked, &["Oktober 2026 an das Lohnbüro übergeben?", "Oktober 2026 jetzt übergeben"]);
    let exports = told(&office, "GET", "/v1/exports", &Value::Null, 200).await;
    assert_eq!(exports, json!([]), "looking hands nothing over");
    let done = employer.fill("/lohn/2026-10/uebergabe", "/lohn/2026-10/uebergabe", &[]).await;
    assert_eq!((done.status.as_u16(), done.leads()), (303, PAGE));
    let page = employer.get(PAGE).await;
    has(&page, &["Oktober 2026 ist übergeben", "Noch nicht abgeholt", "nichts Neues"]);
    let files = links(&page, "/lohn/2026-10/datei/");
    assert_eq!(files.len(), 1, "{files:?}");
    let exports = told(&office, "GET", "/v1/exports", &Value::Null, 200).await;
    assert_eq!(exports.as_array().map(Vec::len), Some(1));

    // Sent twice: nothing more is written.
    let twice = employer.fill(PAGE, "/lohn/2026-10/uebergabe", &[]).await;
    assert_eq!(twice.leads(), PAGE);
    assert_eq!(told(&office, "GET", "/v1/exports", &Value::Null, 200).await, exports);

    // The employer looks into the file: that is not the payroll office fetching it.
    let file = employer.get(&files[0]).await;
    assert!(file.text.starts_with("[Allgemein]"), "{}", file.text);
    has(&employer.get(PAGE).await, &["Noch nicht abgeholt"]);
    let mut payroll = Browser::of(&office, clerk).await;
    let page = payroll.get(PAGE).await;
    assert_eq!(links(&page, "/lohn/2026-10/datei/"), files);
    let fetched = payroll.get(&files[0]).await;
    assert_eq!(fetched.text, file.text, "the same bytes");
    has(&employer.get(PAGE).await, &["Abgeholt am"]);
    let covers = links(&page, "/lohn/2026-10/begleitblatt/");
    let text = covers.iter().find(|cover| !cover.contains('.')).expect("a text");
    let cover = payroll.get(text).await;
    assert!(cover.headers["content-type"].to_str().expect("letters").starts_with("text/plain"));
    has(&cover, &["Begleitblatt", "Ada Muster", "Eintritt am 01.10.2026"]);
    let cover = payroll.get(&format!("{text}.csv")).await;
    assert!(cover.headers["content-type"].to_str().expect("letters").starts_with("text/csv"));
    has(&cover, &["Ada Muster", "Eintritt am Do 1. Okt. 2026"]);
    let pdf = format!("{text}.pdf");
    let cover = payroll.get(&pdf).await;
    assert_eq!(covers.contains(&pdf), Form::Pdf.is_built(), "offered where it is made");
    if Form::Pdf.is_built() {
        assert_eq!(cover.headers["content-type"], "application/pdf");
        assert!(cover.text.starts_with("%PDF-1.7"));
    } else {
        assert_eq!(cover.status, 409);
        has(&cover, &["Dieses Büro ist ohne PDF gebaut."]);
    }

    // A late shift: what was handed over stays, the difference goes with November.
    let reopening = format!("/v1/people/{}/months/2026-10/reopening", ada.person);
    told(&office, "POST", &reopening, &json!({ "reason": "Ein Dienst fehlt" }), 204).await;
    ada.works("2026-10-30T08:00+01:00", "2026-10-30T10:00+01:00");
    ada.sync(&office).await;
    approve(&office, ada.person, "2026-10").await;
    let page = employer.get("/lohn/2026-11").await;
    has(&page, &["Geändert seit der letzten Übergabe", "Korrektur für Oktober 2026", "35,00"]);
    assert_eq!(links(&employer.get(PAGE).await, "/lohn/2026-10/datei/"), files);
}

#[tokio::test]
async fn questions_are_asked_and_answered_on_the_same_page() {
    let office = AtWork::new().await;
    let ada = worked(&office).await;
    told(&office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    approve(&office, ada.person, "2026-10").await;
    let (clerk, _) = office.member("payroll_office").await;
    let mut payroll = Browser::of(&office, clerk).await;
    let ask = "/lohn/2026-10/fragen";
    let empty = payroll.fill(PAGE, ask, &[("text", "  "), ("about", "")]).await;
    assert_eq!(empty.status, 422);
    has(&empty, &["Schreiben Sie bitte einen Text."]);
    let long = "Ä".repeat(1_001);
    let refused = payroll.fill(PAGE, ask, &[("text", &long), ("about", "")]).await;
    assert_eq!(refused.status, 422);
    has(&refused, &[&long, "höchstens 1.000 Buchstaben"]);
    let about = ada.person.to_string();
    let words = "Steuerklasse <III> oder V?";
    let asked = payroll.fill(PAGE, ask, &[("text", words), ("about", &about)]).await;
    assert_eq!((asked.status.as_u16(), asked.leads()), (303, PAGE));

    let mut employer = Browser::of(&office, office.operator.employer).await;
    let today = employer.get("/heute").await;
    has(&today, &["Eine Rückfrage des Lohnbüros zu Oktober 2026 beantworten"]);
    assert!(!payroll.get("/heute").await.text.contains("Rückfrage"), "it waits for the employer");
    let page = employer.get(PAGE).await;
    has(&page, &["Steuerklasse &lt;III&gt; oder V?", "zu Ada Muster", "Wartet auf Antwort"]);
    // Handed over while it waits: it stands on the cover sheet until it is answered.
    employer.fill("/lohn/2026-10/uebergabe", "/lohn/2026-10/uebergabe", &[]).await;
    let covers = links(&employer.get(PAGE).await, "/lohn/2026-10/begleitblatt/");
    let cover = covers.iter().find(|cover| !cover.contains('.')).expect("a text");
    let open = "Offene Rückfragen\n  02.11.2026, Ada Muster: Steuerklasse <III> oder V?";
    has(&payroll.get(cover).await, &[open]);
    let (_, rest) = page.text.split_once("action=\"/lohn/2026-10/fragen/").expect("a form");
    let answer = format!("{ask}/{}", rest.split('"').next().expect("an address"));
    let empty = employer.fill(PAGE, &answer, &[("text", "")]).await;
    assert_eq!(empty.status, 422);
    let done = employer.fill(PAGE, &answer, &[("text", "V, seit Oktober.")]).await;
    assert_eq!(done.leads(), PAGE);
    let page = payroll.get(PAGE).await;
    has(&page, &["V, seit Oktober.", "Beantwortet"]);
    assert!(!payroll.get(cover).await.text.contains("Offene Rückfragen"));
    assert!(!employer.get("/heute").await.text.contains("Rückfrage"));
    let nowhere = format!("{ask}/{}", "11".repeat(16));
    let lost = employer.fill(PAGE, &nowhere, &[("text", "Wohin?")]).await;
    assert_eq!(lost.status, 404);
    // Another month has its own conversation.
    assert!(!payroll.get("/lohn/2026-11").await.text.contains("Steuerklasse"));
}

#[tokio::test]
async fn only_who_may_sees_wages_and_the_payroll_office_sees_no_draft() {
    let office = AtWork::new().await;
    let ada = worked(&office).await;
    told(&office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    let mut people = vec![(office.operator.employer, 200, 200)];
    for role in ["deputy", "coach"] {
        people.push((office.member(role).await.0, 403, 403));
    }
    people.push((ada.person, 403, 403));
    let (paying, _) = office.member("deputy").await;
    let body = json!({ "topics": ["payroll"], "until_ms": at_work::START + 30 * DAY });
    told(&office, "PUT", &format!("/v1/grants/{paying}"), &body, 204).await;
    people.push((paying, 200, 403));
    let (clerk, _) = office.member("payroll_office").await;
    people.push((clerk, 200, 403));
    for (person, payroll, evidence) in people {
        let mut browser = Browser::of(&office, person).await;
        assert_eq!(browser.get(PAGE).await.status, payroll, "{person}");
        assert_eq!(browser.get("/nachweis").await.status, evidence, "{person}");
        assert_eq!(browser.get("/nachweis/datei").await.status, evidence, "{person}");
        let hands_over = if payroll == 200 && person != clerk { 303 } else { 403 };
        let page = browser.get("/lohn/2026-10/uebergabe").await;
        assert_eq!(page.status, hands_over, "{person}");
        assert_eq!(browser.get("/lohn").await.status, 303);
    }
    let mut payroll = Browser::of(&office, clerk).await;
    let page = payroll.get(PAGE).await;
    has(&page, &["noch kein Monat freigegeben"]);
    assert!(!page.text.contains("Ada Muster"), "a month that is not approved is not theirs");
    let mut stranger = Browser::new(&office);
    for path in [PAGE, "/nachweis"] {
        assert_eq!(stranger.get(path).await.status, 303);
    }
    assert_eq!(Browser::of(&office, clerk).await.get("/lohn/2026-13").await.status, 404);
}

#[tokio::test]
async fn handing_over_asks_again_who_it_is_after_ten_minutes() {
    let office = AtWork::new().await;
    let ada = worked(&office).await;
    told(&office, "PUT", "/v1/payroll/settings", &lodas(4711), 204).await;
    approve(&office, ada.person, "2026-10").await;
    let mut employer = Browser::of(&office, office.operator.employer).await;
    office.wait(10 * 60_000 + 1);
    assert_eq!(employer.get(PAGE).await.status, 200, "looking needs nothing more");
    let path = "/lohn/2026-10/uebergabe";
    assert_ne!(employer.get(path).await.status, 200);
    assert_ne!(employer.fill(PAGE, path, &[]).await.leads(), PAGE);
    let exports = told(&office, "GET", "/v1/exports", &Value::Null, 200).await;
    assert_eq!(exports, json!([]));
}

#[tokio::test]
async fn the_evidence_page_says_what_it_proves_and_gives_the_file() {
    let office = AtWork::new().await;
    worked(&office).await;
    let mut employer = Browser::of(&office, office.operator.employer).await;
    let page = employer.get("/nachweis").await;
    assert_eq!(page.status, 200);
    has(&page, &["Was die Datei belegt", "Was die Datei nicht belegt", "assistenzzeit verify"]);
    let request = axum::http::Request::get("/nachweis/datei")
        .header(
            "cookie",
            employer.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; "),
        )
        .body(axum::body::Body::empty())
        .expect("a request");
    let (status, bytes) = office.answer(request).await;
    assert_eq!(status, 200);
    let report = verify(&bytes).expect("an evidence file");
    assert!(report.is_proven() && report.counts.batches > 3, "{:?}", report.findings);
}
