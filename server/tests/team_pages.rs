//! The team in a browser: inviting, letting a phone in, ending it, contracts,
//! the payroll office, topics of a deputy, and who may do any of it.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::log::{DeviceKey, Signer as _};
use assistenz_core::pairing::PairingCode;
use at_work::AtWork;
use at_work::browser::{Browser, Page};
use std::str::FromStr as _;

async fn follow(browser: &mut Browser<'_>, page: &Page) -> Page {
    assert_eq!(page.status, 303, "{}", page.text);
    browser.get(page.leads()).await
}

/// Invites somebody over the page and gives back where they stand.
async fn invited(browser: &mut Browser<'_>, name: &str, role: &str) -> String {
    let path = "/team/einladen";
    let page = browser.fill(path, path, &[("name", name), ("role", role), ("until", "")]).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let mut parts = page.leads().split('/').filter(|part| PersonId::from_str(part).is_ok());
    format!("/team/{}", parts.next().expect("on to somebody"))
}

/// The fields of a plain contract; `more` replaces what it names.
fn contract<'a>(from: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("valid_from", from),
        ("employed_since", ""),
        ("ends", ""),
        ("employment", "social_insurance"),
        ("contributions", "auto"),
        ("pay", "hourly"),
        ("wage", "17,50"),
        ("weekly", "30"),
        ("standby", "hourly"),
        ("standby_value", "13,90"),
        ("on_call", "percent"),
        ("on_call_value", "12,5"),
        ("call_out", "as_work"),
        ("travel", "as_work"),
        ("meeting", "as_work"),
        ("training", "nothing"),
        ("night_25", "25"),
        ("night_40", "40"),
        ("sunday_50", ""),
        ("holiday_125", "125"),
        ("holiday_150", ""),
        ("vacation_days", "28"),
        ("vacation_basis", "260"),
        ("duty_days", "156"),
        ("child_sick_days", "0"),
        ("certificate_from_day", ""),
        ("land", "NW"),
        ("working_time", "standard"),
        ("exempt_reason", ""),
        ("personnel_number", "4711"),
        ("cost_centre", ""),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

#[tokio::test]
async fn somebody_is_invited_a_phone_is_let_in_by_its_digits_and_ended_for_ever() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let page = browser.get("/team").await;
    assert!(page.text.contains("Sie sind noch allein im Team."), "{}", page.text);
    let path = "/team/einladen";
    let page =
        browser.fill(path, path, &[("name", " "), ("role", "deputy"), ("until", "bald")]).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text.contains(r##"href="#f-name""##) && page.text.contains(r##"href="#f-until""##)
    );
    assert!(page.text.contains(r#"value="bald""#), "what was typed stays");
    let ada = invited(&mut browser, "Ada Muster", "assistant").await;

    let phone = format!("{ada}/telefon");
    let page = browser.fill(&phone, &phone, &[("by", "letter")]).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains(r#"<svg aria-hidden="true""#), "{}", page.text);
    assert!(page.text.contains("Der Code gilt einmal, bis Mo 9. Nov. 08:00."), "{}", page.text);
    let (_, rest) = page.text.split_once("<code>").expect("the code as text");
    let code = rest.split('<').next().unwrap_or_default().replace("&amp;", "&");
    let code: PairingCode = code.parse().expect("a pairing code");
    let key = DeviceKey::from_seed(&[7; 32]);
    let (_, told) = office.pair(&code.token, &key).await;
    let digits = told["digits"].as_str().expect("six digits").to_owned();
    let pairing = told["pairing"].as_str().expect("an id").to_owned();

    let page = browser.get("/team").await;
    assert!(page.text.contains("Telefon von Ada Muster zulassen"), "{}", page.text);
    let waits = format!("/team/warten/{pairing}");
    let page = browser.get(&waits).await;
    assert!(!page.text.contains(&digits), "the digits are read from the phone, not from here");
    let wrong = if digits == "000000" { "111111" } else { "000000" };
    let page = browser.fill(&waits, &waits, &[("digits", wrong)]).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains(r##"href="#f-digits""##), "{}", page.text);
    let spaced = format!("{} {}", &digits[..3], &digits[3..]);
    let page = browser.fill(&waits, &waits, &[("digits", &spaced)]).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("Das Telefon von Ada Muster ist verbunden."), "{}", page.text);
    assert!(page.text.contains("Hat sich noch nicht gemeldet"), "{}", page.text);

    let device = key.public().id().device();
    let path = format!("{ada}/geraet/{device}");
    let page = browser.get(&path).await;
    assert!(page.text.contains("wird zurückgehalten"), "what it means is said before");
    let page = browser.fill(&path, &path, &[]).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("für immer beendet"), "{}", page.text);
    let page = browser.get("/team/zurueckgehalten").await;
    assert!(page.text.contains("Es wird nichts zurückgehalten."), "{}", page.text);
}

#[tokio::test]
async fn pairing_and_revoking_ask_again_who_one_is_after_a_while() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let ada = invited(&mut browser, "Ada Muster", "assistant").await;
    office.wait(11 * 60_000);
    for (path, fields) in [
        (format!("{ada}/telefon"), vec![("by", "screen")]),
        (format!("{ada}/beenden"), vec![("role", "assistant")]),
    ] {
        let page = browser.fill(&path, &path, &fields).await;
        assert_ne!(page.status, 200, "{path}");
        assert!(!page.text.contains("<code>"), "{path}");
    }
    let page = browser.get(&ada).await;
    assert!(page.text.contains("Assistent:in"), "still a member: {}", page.text);
}

#[tokio::test]
async fn a_contract_is_typed_refused_with_everything_kept_saved_and_followed_by_a_version() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let ada = invited(&mut browser, "Ada Muster", "assistant").await;
    let path = format!("{ada}/vertrag");
    let wrong = contract("", &[("wage", "17,5o"), ("weekly", "viel"), ("land", "")]);
    let page = browser.fill(&path, &path, &wrong).await;
    assert_eq!(page.status, 422);
    for field in ["valid_from", "wage", "weekly", "land"] {
        assert!(page.text.contains(&format!(r##"href="#f-{field}""##)), "{field}: {}", page.text);
    }
    assert!(page.text.contains(r#"value="17,5o""#) && page.text.contains(r#"value="13,90""#));
    let page = browser.fill(&path, &path, &contract("2026-01-01", &[])).await;
    let page = follow(&mut browser, &page).await;
    for said in ["17,50 € je Stunde", "30:00 h", "13,90 € je Stunde", "12,5 % des Lohns", "125 %"]
    {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    let form = browser.get(&path).await;
    assert!(form.text.contains("Neue Fassung des Vertrags für Ada Muster"));
    assert!(form.text.contains(r#"value="17,50""#) && form.text.contains(r#"value="30:00""#));
    let again = contract("2026-01-01", &[("wage", "18")]);
    let page = browser.fill(&path, &path, &again).await;
    assert_eq!(page.status, 422, "one version a day");
    assert!(page.text.contains(r##"href="#f-valid_from""##) && page.text.contains(r#"value="18""#));
    let on_call = contract("2026-12-01", &[("pay", "monthly"), ("wage", "2000"), ("weekly", "0")]);
    let page = browser.fill(&path, &path, &on_call).await;
    assert!(page.text.contains("Ein Monatsgehalt braucht vereinbarte Wochenstunden."));
    let page = browser.fill(&path, &path, &contract("2026-12-01", &[("wage", "18")])).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("Fassung Do 1. Jan. 2026 bis Mo 30. Nov. 2026"), "{}", page.text);
    assert!(page.text.contains("18,00 € je Stunde") && page.text.contains("17,50 € je Stunde"));
    let plan = browser.get("/plan/2026-11").await;
    assert!(plan.text.contains("Vereinbart sind 30:00 h je Woche"), "{}", plan.text);
}

#[tokio::test]
async fn the_payroll_office_is_asked_by_program_and_checked_field_by_field() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let path = "/team/lohnbuero";
    let page = browser.get(path).await;
    assert!(page.text.contains("Mit welchem Programm arbeitet das Lohnbüro?"));
    let form = browser.get("/team/lohnbuero?programm=lodas").await;
    assert!(form.text.contains("Bearbeitungsschlüssel") && !form.text.contains("Ausfallschlüssel"));
    let mut fields = vec![
        ("program", "lodas"),
        ("office", "Lohnbüro Muster"),
        ("adviser_number", "12"),
        ("client_number", "4711"),
        ("encoding", "windows_1252"),
        ("decimal", "comma"),
        ("cost_centre_length", "8"),
        ("cost_centre_characters", "printable_ascii"),
        ("corrections", "retro"),
        ("negative_values", "by_hand"),
        ("unmappable", "refuse"),
        ("as-work", "hours"),
        ("type-work", ""),
        ("key-work", ""),
        ("as-night_25", ""),
        ("type-night_25", "51"),
    ];
    let page = browser.fill("/einstellungen", path, &fields).await;
    assert_eq!(page.status, 422);
    for field in ["adviser_number", "type-work"] {
        assert!(page.text.contains(&format!(r##"href="#f-{field}""##)), "{field}: {}", page.text);
        assert!(page.text.contains(&format!(r#"id="f-{field}""#)), "{field}");
    }
    fields.retain(|(name, _)| !["adviser_number", "type-work"].contains(name));
    fields.extend([("adviser_number", "1234567"), ("type-work", "101")]);
    let page = browser.fill("/einstellungen", path, &fields).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("geprüft und gespeichert") && page.text.contains(r#"value="101""#));
    let (status, told) = office.ask(&office.employer, "GET", "/v1/payroll/settings", "").await;
    assert_eq!(status, 200);
    assert_eq!(told["settings"]["wage_types"]["work"]["wage_type"], 101);
    assert!(told["settings"]["wage_types"]["night_25"].is_null(), "not mapped is not sent");
}

#[tokio::test]
async fn a_deputy_gets_topics_until_a_day_and_loses_them_again() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let deputy = invited(&mut browser, "Dora Vertretung", "deputy").await;
    let ada = invited(&mut browser, "Ada Muster", "assistant").await;
    let id: PersonId = deputy.strip_prefix("/team/").expect("an address").parse().expect("an id");
    let mut other = Browser::of(&office, id).await;
    assert_eq!(other.get("/team").await.status, 403);
    let path = format!("{deputy}/themen");
    let page = browser.fill(&path, &path, &[("until", "")]).await;
    assert_eq!(page.status, 422);
    assert!(
        page.text.contains(r##"href="#f-topic""##) && page.text.contains(r##"href="#f-until""##)
    );
    let fields = [("topic", "team"), ("topic", "rota"), ("until", "2026-12-31")];
    let page = browser.fill(&path, &path, &fields).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("Dienstplan, bis Do 31. Dez. 2026"), "{}", page.text);

    let page = other.get("/team/einladen").await;
    assert!(page.text.contains("Assistent:in: schreibt") && !page.text.contains("Lohnbüro: sieht"));
    let page = other
        .fill("/team/einladen", "/team/einladen", &[("name", "X"), ("role", "employer")])
        .await;
    assert_eq!(page.status, 403, "a deputy takes in assistants and coaches only");
    for (path, what) in [
        (path.clone(), "topics"),
        (format!("{ada}/vertrag"), "a contract"),
        ("/team/zurueckgehalten".to_owned(), "held entries"),
    ] {
        assert_eq!(other.get(&path).await.status, 403, "{what}");
    }
    let page = browser.fill(&path, &format!("{path}/beenden"), &[("topic", "team")]).await;
    assert_eq!(page.status, 303);
    assert_eq!(other.get("/team").await.status, 403);
    office.wait(60 * 24 * 60 * 60_000);
    let (status, _) = office.ask(&office.employer, "GET", "/v1/team", "").await;
    assert_eq!(status, 401, "sessions have ended long before");
}

#[tokio::test]
async fn what_the_team_has_settled_is_kept_beside_what_others_settled() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let path = "/team/einstellungen";
    let fields =
        [("team_name", "Team Muster"), ("land", "NW"), ("cut_off_day", "32"), ("pay_day", "15")];
    let page = browser.fill(path, path, &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains(r##"href="#f-cut_off_day""##) && page.text.contains("Team Muster"));
    let fields = [
        ("team_name", "Team Muster"),
        ("land", "NW"),
        ("cut_off_day", "5"),
        ("pay_day", "15"),
        ("shares_rota", "ja"),
    ];
    let page = browser.fill(path, path, &fields).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("Die Absprachen sind gespeichert."), "{}", page.text);
    let page = browser.get(path).await;
    assert!(page.text.contains(r#"name="cut_off_day" type="text" value="5""#), "{}", page.text);
    let (_, told) = office.ask(&office.employer, "GET", "/v1/team", "").await;
    assert_eq!(told["shares_rota"], true);
    let plan = browser.get("/plan/2026-11/1").await;
    assert!(plan.text.contains("Allerheiligen"), "the Land gives the holidays: {}", plan.text);
}

#[tokio::test]
async fn a_membership_ends_on_a_page_of_its_own_and_what_was_written_stays() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let ada = invited(&mut browser, "Ada Muster", "assistant").await;
    let path = format!("{ada}/beenden");
    let page = browser.get(&path).await;
    assert!(page.text.contains("Jetzt beenden: Ada Muster"), "{}", page.text);
    let page = browser.fill(&path, &path, &[("role", "assistant")]).await;
    let page = follow(&mut browser, &page).await;
    assert!(page.text.contains("Früher im Team") && page.text.contains("Ada Muster"));
    let page = browser.get(&ada).await;
    assert!(page.text.contains("Nicht mehr im Team"), "{}", page.text);
    assert_eq!(browser.get("/team/00").await.status, 404);
    let nobody = format!("/team/{}", PersonId::new([0; 16]));
    assert_eq!(browser.get(&nobody).await.status, 404);
}
