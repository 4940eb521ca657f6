//! The pages as a browser asks for them: signing in by link, forms, headers.

mod at_work;

use at_work::AtWork;
use at_work::browser::{Browser, link_for, token_on};

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::new(&at_work);
    let page = browser.get("/heute").await;
    assert_eq!((page.status.as_u16(), page.leads()), (303, "/anmelden"));
    let page = browser.get("/einstellungen").await;
    assert_eq!(page.leads(), "/anmelden?weiter=%2Feinstellungen");
    let page = browser.get("/anmelden").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("<h1"), "{}", page.text);
}

#[tokio::test]
async fn a_sign_in_link_works_once_and_looking_at_it_uses_nothing_up() {
    let at_work = AtWork::new().await;
    let token = link_for(&at_work, at_work.operator.employer).await;
    let path = format!("/anmelden/link/{token}");
    let mut browser = Browser::new(&at_work);
    for _ in 0..2 {
        assert_eq!(browser.get(&path).await.status, 200);
    }
    let page = browser.post(&path, &[]).await;
    assert_eq!(
        (page.status.as_u16(), page.leads()),
        (303, "/einstellungen/zugang"),
        "no other way in yet"
    );
    let cookie = page.headers["set-cookie"].to_str().expect("letters").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert_eq!(browser.get("/heute").await.status, 200);
    let mut other = Browser::new(&at_work);
    assert_eq!(other.get(&path).await.status, 410);
    assert_eq!(other.post(&path, &[]).await.status, 410);
    assert_eq!(other.get("/heute").await.status, 303);
}

#[tokio::test]
async fn a_sign_in_link_ends_after_a_quarter_of_an_hour_or_with_the_next_one() {
    let at_work = AtWork::new().await;
    let old = link_for(&at_work, at_work.operator.employer).await;
    let new = link_for(&at_work, at_work.operator.employer).await;
    let mut browser = Browser::new(&at_work);
    assert_eq!(browser.post(&format!("/anmelden/link/{old}"), &[]).await.status, 410);
    at_work.wait(15 * 60 * 1_000);
    assert_eq!(browser.post(&format!("/anmelden/link/{new}"), &[]).await.status, 410);
}

#[tokio::test]
async fn a_form_without_our_token_or_from_elsewhere_changes_nothing() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let page = browser.get("/einstellungen").await;
    let csrf = token_on(&page.text);
    let path = "/einstellungen/name";
    let plain = browser.post(path, &[("called", "Eve")]).await;
    assert_eq!(plain.status, 403);
    let wrong = browser.post(path, &[("called", "Eve"), ("csrf", &csrf[1..])]).await;
    assert_eq!(wrong.status, 403);
    let body = format!("called=Eve&csrf={csrf}").into_bytes();
    for header in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let page = browser.send("POST", path, body.clone(), &[header]).await;
        assert_eq!(page.status, 403, "{header:?}");
    }
    assert!(!browser.get("/einstellungen").await.text.contains("Eve"));
    let own = browser.send("POST", path, body, &[("origin", "http://127.0.0.1:1")]).await;
    assert_eq!(own.status, 303);
    let page = browser.get("/einstellungen").await;
    assert!(page.text.contains("Eve") && page.text.contains("Ihr Name ist gespeichert."));
    let again = browser.get("/einstellungen").await;
    assert!(!again.text.contains("Ihr Name ist gespeichert."), "said once");
}

#[tokio::test]
async fn a_refused_form_comes_back_with_what_was_typed() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let long = "Ä".repeat(81);
    let page = browser.fill("/einstellungen", "/einstellungen/name", &[("called", &long)]).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains(&long), "nothing typed is lost");
    assert!(page.text.contains(r##"href="#f-called""##), "the summary leads to the field");
    assert!(page.text.contains("aria-invalid"));
}

#[tokio::test]
async fn signing_out_ends_the_session_itself() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let kept = browser.cookies.clone();
    assert_eq!(browser.fill("/heute", "/abmelden", &[]).await.status, 303);
    browser.cookies = kept;
    assert_eq!(browser.get("/heute").await.status, 303, "the old cookie is worth nothing");
}

#[tokio::test]
async fn every_page_tells_the_browser_to_load_nothing_from_elsewhere() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    for path in ["/heute", "/anmelden", "/no-such-page", "/einstellungen"] {
        let page = browser.get(path).await;
        let policy = page.headers["content-security-policy"].to_str().expect("letters");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        for (name, value) in [
            ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(page.headers[name], value, "{path}");
        }
        for inline in ["<style", " style=", "<script>", " onclick=", "javascript:"] {
            assert!(!page.text.contains(inline), "{path} has {inline}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_for_browsers_and_json_for_programs() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::new(&at_work);
    let page = browser.get("/no-such-page").await;
    assert_eq!(page.status, 404);
    assert!(page.text.starts_with("<!DOCTYPE html>"));
    let json = browser.get("/v1/no-such-thing").await;
    assert_eq!(json.status, 404);
    assert!(json.text.contains("not_found"));
}

#[tokio::test]
async fn static_files_are_kept_for_a_year_and_pages_not_at_all() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::new(&at_work);
    let page = browser.get("/anmelden").await;
    let sheets: Vec<String> = page
        .text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with("/static/"))
        .map(str::to_owned)
        .collect();
    assert!(sheets.len() >= 3, "{sheets:?}");
    for sheet in sheets {
        let file = browser.send("GET", &sheet, Vec::new(), &[("accept-encoding", "gzip")]).await;
        assert_eq!(file.status, 200, "{sheet}");
        assert_eq!(file.headers["cache-control"], "public, max-age=31536000, immutable");
    }
    assert_eq!(browser.get("/static/office.000000000000.css").await.status, 404);
}

#[tokio::test]
async fn a_new_team_is_led_step_by_step_until_somebody_has_a_contract() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let page = browser.get("/heute").await;
    for (step, way) in [
        ("Schreiben Sie, wie Sie heißen.", r#"href="/einstellungen""#),
        ("Legen Sie das Bundesland", r#"href="/team/einstellungen""#),
        ("Laden Sie Ihre erste Assistent:in ein.", r#"href="/team/einladen""#),
    ] {
        assert!(page.text.contains(step) && page.text.contains(way), "{step}: {}", page.text);
    }
    assert!(!page.text.contains("Heute gibt es nichts zu tun."));
    let fields = [("name", "Ada Muster"), ("role", "assistant"), ("until", "")];
    assert_eq!(browser.fill("/team/einladen", "/team/einladen", &fields).await.status, 303);
    let page = browser.get("/heute").await;
    assert!(page.text.contains("Tragen Sie den Vertrag von Ada Muster ein."), "{}", page.text);
    assert!(!page.text.contains("Laden Sie Ihre erste Assistent:in ein."));
}

#[tokio::test]
async fn who_is_signed_in_keeps_the_menu_on_an_address_that_is_not_there() {
    let at_work = AtWork::new().await;
    let mut browser = Browser::of(&at_work, at_work.operator.employer).await;
    let page = browser.get("/no-such-page").await;
    assert_eq!(page.status, 404);
    assert!(page.text.contains(r#"href="/plan""#), "{}", page.text);
    let page = Browser::new(&at_work).get("/no-such-page").await;
    assert_eq!(page.status, 404);
    assert!(!page.text.contains(r#"href="/plan""#), "{}", page.text);
}
