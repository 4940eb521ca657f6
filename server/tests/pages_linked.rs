//! Every page is found by following links from „Heute“, and no link of a page
//! leads whoever sees it to a refusal.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::log::Topic;
use at_work::AtWork;
use at_work::ada::{Ada, lodas};
use at_work::browser::Browser;
use at_work::loopback::contract;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// So many addresses of one form are looked at: months and years have no end.
const OF_ONE_FORM: usize = 4;

async fn told(office: &AtWork, method: &str, path: &str, body: &Value) {
    let (status, told) = office.ask(&office.employer, method, path, &body.to_string()).await;
    assert!(status.is_success(), "{method} {path}: {told}");
}

/// A team in which something waits everywhere.
async fn team(office: &AtWork) -> (PersonId, PersonId) {
    let mut ada = Ada::join(office).await;
    let person = format!("/v1/people/{}", ada.person);
    told(office, "PUT", &person, &json!({ "name": "Ada Muster" })).await;
    let mut version = contract(100);
    version["valid_from"] = json!("2026-10-01");
    told(office, "POST", &format!("{person}/contracts"), &version).await;
    told(office, "PUT", "/v1/payroll/settings", &lodas(4711)).await;
    ada.works("2026-10-05T08:00+02:00", "2026-10-05T16:00+02:00");
    ada.sync(office).await;
    let (deputy, _) = office.member("deputy").await;
    (ada.person, deputy)
}

/// The form of an address: ids and numbers stand for any.
fn form(address: &str) -> String {
    let part = |part: &str| {
        let id = part.len() >= 32 && part.bytes().all(|letter| letter.is_ascii_hexdigit());
        let number = part.bytes().any(|letter| letter.is_ascii_digit());
        if id || number { "*".to_owned() } else { part.to_owned() }
    };
    address.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Follows every link from „Heute“ on; gives back the forms of what was found.
async fn found_by_links(browser: &mut Browser<'_>, who: &str) -> BTreeSet<String> {
    let mut waiting = vec!["/heute".to_owned()];
    let mut seen = BTreeSet::from(["/heute".to_owned()]);
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(address) = waiting.pop() {
        let path = address.split('?').next().unwrap_or_default();
        let count = forms.entry(form(path)).or_default();
        *count += 1;
        if *count > OF_ONE_FORM {
            continue;
        }
        let page = browser.get(&address).await;
        let status = page.status.as_u16();
        assert!(status < 400, "{who}: {address} answers {status}");
        let links = page.text.split(" href=\"").skip(1);
        let mut next: Vec<String> =
            links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
        if page.status.is_redirection() {
            next.push(page.leads().to_owned());
        }
        for link in next {
            let link = link.split('#').next().unwrap_or_default().replace("&amp;", "&");
            let ours = link.starts_with('/') && !link.starts_with("/static/");
            if ours && seen.insert(link.clone()) {
                waiting.push(link);
            }
        }
    }
    forms.into_keys().collect()
}

#[tokio::test]
async fn the_employer_finds_every_page_by_links() {
    let office = AtWork::new().await;
    team(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let found = found_by_links(&mut browser, "the employer").await;
    for page in [
        "/abwesenheiten",
        "/abwesenheiten/*",
        "/abwesenheiten/*/erstattung",
        "/abwesenheiten/*/mutterschutz",
        "/abwesenheiten/*/neu",
        "/abwesenheiten/*/urlaub/*",
        "/barrierefreiheit",
        "/darstellung",
        "/dokumente/*",
        "/dokumente/*/plan/*",
        "/dokumente/*/stundenzettel/*",
        "/dokumente/*/team/alle.csv",
        "/einstellungen",
        "/einstellungen/zugang",
        "/einstellungen/zugang/kennwort",
        "/eintrag/*/*",
        "/lohn/*",
        "/monat/*/*",
        "/monat/*/*/freigabe",
        "/monat/*/*/zeilen",
        "/monate/*",
        "/nachweis",
        "/nachweis/datei",
        "/plan/*",
        "/plan/*/*",
        "/team",
        "/team/*",
        "/team/*/angaben",
        "/team/*/beenden",
        "/team/*/geraet/*",
        "/team/*/telefon",
        "/team/*/themen",
        "/team/*/vertrag",
        "/team/*/vertrauen",
        "/team/einladen",
        "/team/einstellungen",
        "/team/lohnbuero",
        "/team/zurueckgehalten",
        "/zugang/*",
    ] {
        assert!(found.contains(page), "no link leads to {page}; found: {found:#?}");
    }
}

#[tokio::test]
async fn no_link_leads_anybody_to_a_refusal() {
    let office = AtWork::new().await;
    let (ada, deputy) = team(&office).await;
    let mut browser = Browser::of(&office, ada).await;
    let found = found_by_links(&mut browser, "an assistant").await;
    for page in ["/monat/*/*", "/monat/*/*/nachtrag", "/dokumente/*", "/abwesenheiten/*/neu"] {
        assert!(found.contains(page), "no link leads an assistant to {page}: {found:#?}");
    }
    let (clerk, _) = office.member("payroll_office").await;
    let mut browser = Browser::of(&office, clerk).await;
    let found = found_by_links(&mut browser, "a payroll office").await;
    assert!(found.contains("/lohn/*") && found.contains("/monate/*"), "{found:#?}");

    let mut browser = Browser::of(&office, deputy).await;
    found_by_links(&mut browser, "a deputy without topics").await;
    let until_ms = 1_800_000_000_000_i64;
    for topic in Topic::ALL {
        let path = format!("/v1/grants/{deputy}");
        let grant = json!({ "topics": [topic.word()], "until_ms": until_ms });
        told(&office, "PUT", &path, &grant).await;
        let who = format!("a deputy with everything up to {}", topic.word());
        found_by_links(&mut browser, &who).await;
    }
}
