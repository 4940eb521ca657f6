//! A new team in a browser: what is next, what is not said of people and phones
//! that are not there, and how everybody finds their way in.

mod at_work;

use at_work::AtWork;
use at_work::browser::{Browser, Page};

async fn follow(browser: &mut Browser<'_>, page: &Page) -> Page {
    assert_eq!(page.status, 303, "{}", page.text);
    browser.get(page.leads()).await
}

async fn invite(browser: &mut Browser<'_>, name: &str, role: &str) -> Page {
    let path = "/team/einladen";
    browser.fill(path, path, &[("name", name), ("role", role), ("until", "")]).await
}

/// Where the link with these words leads.
fn leads(page: &Page, words: &str) -> String {
    let at = page.text.find(words).unwrap_or_else(|| panic!("no “{words}” in {}", page.text));
    let (_, rest) = page.text[..at].rsplit_once("<a ").expect("a link");
    let (_, rest) = rest.split_once("href=\"").expect("that leads on");
    rest.split('"').next().expect("an address").to_owned()
}

/// The sign-in link that the answer shows.
fn sign_in_link(page: &Page) -> String {
    let (_, rest) = page.text.split_once("/anmelden/link/").expect("a link");
    let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    format!("/anmelden/link/{token}")
}

#[tokio::test]
async fn setting_up_leads_from_step_to_step_and_says_nothing_of_what_is_not_there() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let named =
        browser.fill("/einstellungen", "/einstellungen/name", &[("called", "Ingrid")]).await;
    let page = follow(&mut browser, &named).await;
    assert!(page.text.contains("Als Nächstes: Legen Sie das Bundesland"), "{}", page.text);
    assert!(page.text.contains("Noch ist kein Telefon verbunden."), "{}", page.text);
    assert_eq!(leads(&page, "Zugang einrichten"), "/einstellungen/zugang");

    let path = "/team/einstellungen";
    let fields = [("team_name", ""), ("land", "NW"), ("cut_off_day", "5"), ("pay_day", "15")];
    let settled = browser.fill(path, path, &fields).await;
    let page = follow(&mut browser, &settled).await;
    assert!(page.text.contains("Als Nächstes: Laden Sie Ihre erste Assistent:in ein."));
    assert!(page.text.contains("Zahltag:") && !page.text.contains("Beitr"), "{}", page.text);

    let invited = invite(&mut browser, "Ada Muster", "assistant").await;
    let phone = follow(&mut browser, &invited).await;
    assert!(phone.text.contains("Telefon verbinden: Ada Muster"), "{}", phone.text);
    assert!(leads(&phone, "Anmeldelink für Ada Muster machen").starts_with("/zugang/"));
    let page = browser.get("/heute").await;
    assert!(page.text.contains("Als Nächstes: Tragen Sie den Vertrag von Ada Muster ein."));
    assert!(!page.text.contains("freigeben"), "she did not work yet: {}", page.text);
}

#[tokio::test]
async fn an_important_step_without_a_way_in_says_where_a_new_link_comes_from() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let invited = invite(&mut browser, "Ada Muster", "assistant").await;
    office.wait(20 * 60_000);
    let path = invited.leads();
    let page = browser.fill(path, path, &[("by", "screen")]).await;
    assert_eq!(page.status, 403);
    assert!(page.text.contains("assistenzzeit sign-in --data"), "{}", page.text);
}

#[tokio::test]
async fn whoever_is_invited_is_led_to_what_they_need_and_signs_in_by_a_link_from_the_pages() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    for (name, role, next) in [
        ("Ada Muster", "assistant", "Telefon verbinden: Ada Muster"),
        ("Theo Sommer", "deputy", "Bereiche für Theo Sommer erlauben"),
        ("Lohnbüro Lindner", "payroll_office", "Anmeldelink für Lohnbüro Lindner machen"),
    ] {
        let invited = invite(&mut browser, name, role).await;
        let page = follow(&mut browser, &invited).await;
        assert!(page.text.contains(next), "{name}: {}", page.text);
        let team = browser.get("/team").await;
        let person = browser.get(&leads(&team, name)).await;
        let way_in = leads(&person, &format!("Anmeldelink für {name} machen"));
        let shown = browser.fill(&way_in, &way_in, &[]).await;
        let mut theirs = Browser::new(&office);
        assert_eq!(theirs.post(&sign_in_link(&shown), &[]).await.status, 303, "{name}");
        let today = theirs.get("/heute").await;
        assert_eq!(today.status, 200);
        for silent in ["Gerade arbeitet niemand", "Alle Telefone", "kein Telefon"] {
            assert!(!today.text.contains(silent), "{name} is told: {silent}");
        }
    }
}

#[tokio::test]
async fn the_employer_names_a_trusted_person_who_finds_the_link_under_settings() {
    let office = AtWork::new().await;
    let employer = office.operator.employer;
    let mut browser = Browser::of(&office, employer).await;
    browser.fill("/einstellungen", "/einstellungen/name", &[("called", "Ingrid")]).await;
    let invited = invite(&mut browser, "Theo Sommer", "deputy").await;
    let person = invited.leads().trim_end_matches("/themen").to_owned();
    let page = browser.get(&person).await;
    let trust = leads(&page, "Theo Sommer zur Vertrauensperson machen");
    let theo = person.trim_start_matches("/team/").parse().expect("a person");
    let mut theirs = Browser::of(&office, theo).await;
    assert!(!theirs.get("/einstellungen").await.text.contains("hereinhelfen"));
    assert_eq!(theirs.get(&trust).await.status, 403);
    assert_eq!(theirs.get(&format!("/zugang/{employer}")).await.status, 403);

    let named = browser.fill(&trust, &trust, &[]).await;
    let page = follow(&mut browser, &named).await;
    assert!(page.text.contains("Theo Sommer ist Ihre Vertrauensperson"), "{}", page.text);
    let settings = theirs.get("/einstellungen").await;
    let way_in = leads(&settings, "Anmeldelink für Ingrid machen");
    let shown = theirs.fill(&way_in, &way_in, &[]).await;
    let mut again = Browser::new(&office);
    assert_eq!(again.post(&sign_in_link(&shown), &[]).await.status, 303);
    let today = browser.get("/heute").await;
    assert!(today.text.contains("Theo Sommer hat Ingrid einen Anmeldelink gegeben."));
    let own = browser.get(&format!("/team/{employer}/vertrauen")).await;
    assert_eq!(own.status, 404, "an employer is no trusted person");
}
