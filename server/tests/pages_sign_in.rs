//! Signing in: what is shown is judged, each thing once, and nothing that was
//! typed is lost while somebody shows who they are.

mod at_work;

use assistenz_core::log::{Operation, Role, Topic};
use assistenz_server::credential::password;
use assistenz_server::journal;
use at_work::browser::{Browser, Page, link_for};
use at_work::{AtWork, START};

const PASSWORD: &str = "vier Wörter ohne Sinn";

/// What stands between two marks of a page.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} in {text}"));
    rest.split(after).next().unwrap_or_default()
}

fn secret_on(page: &Page) -> [u8; 20] {
    let mut secret = [0; 20];
    let hex = between(&page.text, r#"name="geheimnis" value=""#, "\"");
    hex::decode_to_slice(hex, &mut secret).expect("twenty bytes");
    secret
}

const SETTING: &str = "/einstellungen/zugang/kennwort";

/// Sets a password for whoever sits at this browser.
async fn set_password(browser: &mut Browser<'_>, name: &str, now_ms: i64) -> [u8; 20] {
    let page = browser.get(SETTING).await;
    let secret = secret_on(&page);
    let code = password::code_at(&secret, now_ms);
    let hex = hex::encode(secret);
    let fields =
        [("geheimnis", hex.as_str()), ("name", name), ("kennwort", PASSWORD), ("code", &code)];
    let page = browser.fill(SETTING, SETTING, &fields).await;
    assert_eq!(
        (page.status.as_u16(), page.leads()),
        (303, "/einstellungen/zugang"),
        "{}",
        page.text
    );
    secret
}

#[tokio::test]
async fn password_and_code_let_in_each_code_once_and_nothing_is_told_of_names() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let secret = set_password(&mut browser, "Ada", START).await;
    at_work.wait(60_000);
    let now = START + 60_000;
    let (good, old) = (password::code_at(&secret, now), password::code_at(&secret, START));
    // (name, password, code, let in)
    let cases = [
        ("ada", PASSWORD, "000000", false),
        ("ada", PASSWORD, old.as_str(), false),
        ("ada", "ein anderes Kennwort", good.as_str(), false),
        ("bela", PASSWORD, good.as_str(), false),
        (" ADA ", PASSWORD, good.as_str(), true),
        ("ada", PASSWORD, good.as_str(), false),
    ];
    let mut told = None;
    for (name, typed, code, let_in) in cases {
        let mut other = Browser::new(&at_work);
        let fields = [("name", name), ("kennwort", typed), ("code", code)];
        let page = other.post("/anmelden/kennwort", &fields).await;
        if let_in {
            assert_eq!((page.status.as_u16(), page.leads()), (303, "/heute"), "{name} {code}");
            assert_eq!(other.get("/heute").await.status, 200);
        } else {
            assert_eq!(page.status, 422, "{name} {code}");
            let problem = between(&page.text, r##"href="#f-name">"##, "<").to_owned();
            assert_eq!(told.get_or_insert(problem.clone()), &problem, "always the same sentence");
            assert!(!page.text.contains(typed), "a password is never sent back");
        }
    }
}

#[tokio::test]
async fn after_eight_wrong_tries_a_name_has_to_wait_wherever_they_come_from() {
    let mut at_work = AtWork::new().await;
    let mut statuses = Vec::new();
    for place in 0..9 {
        at_work.come_from(&format!("10.0.0.{place}:9"));
        let mut browser = Browser::new(&at_work);
        let fields = [("name", "ada"), ("kennwort", "x"), ("code", "0")];
        statuses.push(browser.post("/anmelden/kennwort", &fields).await.status.as_u16());
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 422, 422, 422, 429]);
}

#[tokio::test]
async fn a_password_is_long_enough_and_proven_by_its_first_code() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let page = browser.get(SETTING).await;
    let (secret, hex) = (secret_on(&page), hex::encode(secret_on(&page)));
    let code = password::code_at(&secret, START);
    // (name, password, code, the field that is wrong)
    let cases = [
        ("ad", PASSWORD, code.as_str(), "name"),
        ("ada", "kurz", code.as_str(), "kennwort"),
        ("ada", "ada ada ada ada", code.as_str(), "kennwort"),
        ("ada", PASSWORD, "000000", "code"),
    ];
    for (name, typed, code, field) in cases {
        let fields =
            [("geheimnis", hex.as_str()), ("name", name), ("kennwort", typed), ("code", code)];
        let page = browser.fill(SETTING, SETTING, &fields).await;
        assert_eq!(page.status, 422, "{name} {typed}");
        assert!(page.text.contains(&format!("href=\"#f-{field}\"")), "{name} {typed}: {field}");
        assert_eq!(secret_on(&page), secret, "the key that was scanned stays");
    }
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_new_codes_end_the_old_ones() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let make = "/einstellungen/zugang/wiederherstellung";
    let mut codes = Vec::new();
    for _ in 0..2 {
        let page = browser.fill("/einstellungen/zugang", make, &[]).await;
        let found: Vec<String> = page
            .text
            .split("<code>")
            .skip(1)
            .filter_map(|rest| Some(rest.split('<').next()?.to_owned()))
            .collect();
        assert_eq!(found.len(), 8);
        codes.push(found);
    }
    let (old, new) = (&codes[0][0], &codes[1][0]);
    for (code, status) in [(old, 422), (new, 303), (new, 422)] {
        let mut other = Browser::new(&at_work);
        let fields = [("wiederherstellung", code.as_str())];
        assert_eq!(other.post("/anmelden/wiederherstellung", &fields).await.status, status);
    }
}

#[tokio::test]
async fn after_ten_minutes_an_important_act_asks_again_and_keeps_what_was_typed() {
    let at_work = AtWork::new().await;
    let employer = at_work.operator.employer;
    let mut browser = Browser::of(&at_work, employer).await;
    let secret = set_password(&mut browser, "Ada", START).await;
    let (person, _) = at_work.member("assistant").await;
    let path = format!("/zugang/{person}");
    at_work.wait(10 * 60_000 + 1);
    let page = browser.fill("/heute", &path, &[("gruss", "Ä & Ö")]).await;
    assert_eq!(page.status, 403);
    assert!(page.text.contains("Bitte zeigen Sie noch einmal"), "{}", page.text);
    let kept = between(&page.text, r#"name="formular" value=""#, "\"").to_owned();
    assert_eq!(kept, "gruss=%C3%84+%26+%C3%96");
    let now = START + 10 * 60_000 + 1;
    let code = password::code_at(&secret, now);
    for (typed, status) in [("falsch, aber lang genug", 403), (PASSWORD, 200)] {
        let fields = [("kennwort", typed), ("code", &code), ("weiter", &path), ("formular", &kept)];
        let page = browser.fill("/heute", "/bestaetigen/kennwort", &fields).await;
        assert_eq!(page.status, status, "{typed}");
        assert!(page.text.contains("gruss"), "kept both times");
    }
    let page = browser.fill("/heute", &path, &[("gruss", "Ä & Ö")]).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("/anmelden/link/"), "the act goes on");
}

#[tokio::test]
async fn a_form_sent_after_the_session_ended_comes_back_after_signing_in() {
    let at_work = AtWork::new().await;
    let employer = at_work.operator.employer;
    let mut browser = Browser::of(&at_work, employer).await;
    let secret = set_password(&mut browser, "Ada", START).await;
    let csrf = browser.csrf().await.expect("a token");
    at_work.wait(13 * 60 * 60_000);
    let page =
        browser.post("/einstellungen/name", &[("csrf", &csrf), ("called", "Ada Lovelace")]).await;
    assert_eq!(page.status, 401);
    let kept = between(&page.text, r#"name="formular" value=""#, "\"").to_owned();
    let code = password::code_at(&secret, START + 13 * 60 * 60_000);
    let fields = [
        ("name", "ada"),
        ("kennwort", PASSWORD),
        ("code", code.as_str()),
        ("weiter", "/einstellungen/name"),
        ("formular", kept.as_str()),
    ];
    let page = browser.post("/anmelden/kennwort", &fields).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains(r#"name="called" value="Ada Lovelace""#), "{}", page.text);
    let csrf = between(&page.text, r#"name="csrf" value=""#, "\"").to_owned();
    let sent = [("csrf", csrf.as_str()), ("called", "Ada Lovelace")];
    assert_eq!(browser.post("/einstellungen/name", &sent).await.status, 303);
}

#[tokio::test]
async fn only_the_trusted_person_or_another_employer_helps_an_employer_back_in() {
    let at_work = AtWork::new().await;
    let employer = at_work.operator.employer;
    let (deputy, _) = at_work.member("deputy").await;
    let operator = at_work.operator.clone();
    let until_ms = START + 1_000_000_000;
    at_work
        .office
        .write(move |turn| {
            let topics = vec![Topic::Team];
            journal::act(turn, &operator, Operation::Grant { person: deputy, topics, until_ms })
        })
        .await
        .expect("granted");
    let mut browser = Browser::of(&at_work, deputy).await;
    let path = format!("/zugang/{employer}");
    assert_eq!(browser.get(&path).await.status, 403, "the topic team is not enough");
    let operator = at_work.operator.clone();
    at_work
        .office
        .write(move |turn| journal::act(turn, &operator, Operation::Trust { person: deputy }))
        .await
        .expect("trusted");
    let page = browser.fill(&path, &path, &[]).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let link = format!("/anmelden/link/{}", between(&page.text, "/anmelden/link/", "<"));
    let mut back = Browser::new(&at_work);
    assert_eq!(back.post(&link, &[]).await.status, 303);
    let page = back.get("/heute").await;
    assert!(page.text.contains("einen Anmeldelink gegeben"), "everyone sees it: {}", page.text);
}

#[tokio::test]
async fn a_person_sees_and_ends_only_their_own_sessions() {
    let at_work = AtWork::new().await;
    let employer = at_work.operator.employer;
    let mut here = Browser::of(&at_work, employer).await;
    let mut there = Browser::of(&at_work, employer).await;
    let (assistant, _) = at_work.member("assistant").await;
    let mut stranger = Browser::of(&at_work, assistant).await;
    let id = between(
        &here.get("/einstellungen/zugang").await.text,
        r#"action="/einstellungen/sitzungen/beenden""#,
        "</form>",
    )
    .to_owned();
    let id = between(&id, r#"name="id" value=""#, "\"").to_owned();
    let end = "/einstellungen/sitzungen/beenden";
    assert_eq!(stranger.fill("/heute", end, &[("id", &id)]).await.status, 404);
    let others = "/einstellungen/sitzungen/andere-beenden";
    assert_eq!(here.fill("/heute", others, &[]).await.status, 303);
    assert_eq!(there.get("/heute").await.status, 303);
    assert_eq!(here.get("/heute").await.status, 200);
    assert_eq!(stranger.get("/heute").await.status, 200);
}

#[tokio::test]
async fn somebody_who_left_the_team_is_not_let_in() {
    let at_work = AtWork::new().await;
    let (person, _) = at_work.member("assistant").await;
    let token = link_for(&at_work, person).await;
    let mut browser = Browser::of(&at_work, person).await;
    assert_eq!(browser.get("/heute").await.status, 200);
    let operator = at_work.operator.clone();
    at_work
        .office
        .write(move |turn| {
            let role = Role::Assistant;
            journal::act(turn, &operator, Operation::EndMember { person, role })
        })
        .await
        .expect("gone");
    assert_eq!(browser.get("/heute").await.status, 303);
    let page = Browser::new(&at_work).post(&format!("/anmelden/link/{token}"), &[]).await;
    assert!(matches!(page.status.as_u16(), 401 | 410), "{}", page.status);
}
