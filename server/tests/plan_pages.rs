//! The plan in a browser: planning, refused forms, publishing, each step back,
//! and who may do any of it.

mod at_work;

use assistenz_core::document::PersonId;
use at_work::AtWork;
use at_work::browser::{Browser, Page};

/// 2026-11-02 is today; a day of the month to plan.
const DAY: &str = "/plan/2026-11/14";
const PUBLISH: &str = "/plan/2026-11/veroeffentlichen";

async fn named(office: &AtWork, role: &str, name: &str) -> PersonId {
    let (person, _) = office.member(role).await;
    let path = format!("/v1/people/{person}");
    let body = format!(r#"{{"name":"{name}"}}"#);
    let (status, told) = office.ask(&office.employer, "PUT", &path, &body).await;
    assert_eq!(status, 204, "{told}");
    person
}

/// The id of the only shift whose form stands on the page.
fn shift_on(page: &Page) -> String {
    let (_, rest) = page.text.split_once(r#"name="shift" value=""#).expect("a shift");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Follows the redirect that an act ends with.
async fn follow(browser: &mut Browser<'_>, page: &Page) -> Page {
    assert_eq!(page.status, 303, "{}", page.text);
    browser.get(page.leads()).await
}

async fn plan(browser: &mut Browser<'_>, who: &str, from: &str, to: &str) -> Page {
    let fields = [("who", who), ("from", from), ("to", to), ("note", "")];
    let page = browser.fill(DAY, &format!("{DAY}/planen"), &fields).await;
    follow(browser, &page).await
}

/// Sends the form of the page that publishes, with the drafts that stand on it.
async fn publish(browser: &mut Browser<'_>, look: &Page) -> Page {
    let (_, rest) = look.text.split_once(r#"name="entwurf" value=""#).expect("what is shown");
    let shown = rest.split('"').next().unwrap_or_default();
    browser.fill("/einstellungen", PUBLISH, &[("entwurf", shown)]).await
}

/// Sends the form that takes the last step back, as it stands on the page.
async fn undo(browser: &mut Browser<'_>, page: &Page) -> Page {
    let (_, rest) = page.text.split_once(r#"name="zurueck" value=""#).expect("a way back");
    let words = rest.split('"').next().unwrap_or_default().to_owned();
    let fields = [("zurueck", words.as_str())];
    let page = browser.fill(DAY, "/plan/2026-11/zurueck", &fields).await;
    follow(browser, &page).await
}

#[tokio::test]
async fn an_empty_month_says_where_to_begin() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let page = browser.get("/plan").await;
    assert_eq!((page.status.as_u16(), page.leads()), (303, "/plan/2026-11"));
    let page = browser.get("/plan/2026-11").await;
    assert!(page.text.contains("Laden Sie zuerst jemanden ein."), "{}", page.text);
    named(&office, "assistant", "Ada Muster").await;
    let page = browser.get("/plan/2026-11").await;
    assert!(page.text.contains("noch nichts geplant"), "{}", page.text);
    assert!(page.text.contains(r#"href="/plan/2026-11/1""#));
    for nowhere in ["/plan/2026-13", "/plan/heute", "/plan/2026-11/31", "/plan/2026-11/x"] {
        assert_eq!(browser.get(nowhere).await.status, 404, "{nowhere}");
    }
}

#[tokio::test]
async fn a_shift_is_planned_changed_given_away_called_off_and_each_step_taken_back() {
    let office = AtWork::new().await;
    let ada = named(&office, "assistant", "Ada Muster").await.to_string();
    named(&office, "assistant", "Ben Beispiel").await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let planned = plan(&mut browser, "offen", "08:00", "20:00").await;
    assert!(planned.text.contains("Noch offen, Sa 14. Nov., 08:00 bis 20:00"), "{}", planned.text);
    assert!(planned.text.contains("Mindestens 0:45 h Pause einplanen"));
    let open = shift_on(&planned);

    // A refused change comes back as it was typed, with a way to the field.
    let fields = [
        ("who", "offen"),
        ("shift", &open),
        ("from", "acht Uhr"),
        ("to", "18:30"),
        ("note", "Arzt"),
    ];
    let page = browser.fill(DAY, &format!("{DAY}/aendern"), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains(r##"href="#f-from""##) && page.text.contains(r#"id="f-from""#));
    assert!(page.text.contains(r#"value="acht Uhr""#) && page.text.contains(r#"value="18:30""#));
    assert!(page.text.contains(">Arzt</textarea>"), "{}", page.text);
    let fields =
        [("who", "offen"), ("shift", &open), ("from", "09:00"), ("to", "18:30"), ("note", "Arzt")];
    let page = browser.fill(DAY, &format!("{DAY}/aendern"), &fields).await;
    let changed = follow(&mut browser, &page).await;
    assert!(changed.text.contains("09:00 bis 18:30") && changed.text.contains("Notiz: Arzt"));
    undo(&mut browser, &changed).await;
    let page = browser.get(DAY).await;
    assert!(page.text.contains("08:00 bis 20:00") && !page.text.contains("Notiz: Arzt"));

    let fields = [("was", "offen"), ("who", ada.as_str()), ("shift", &open)];
    let page = browser.fill(DAY, &format!("{DAY}/vergeben"), &fields).await;
    let given = follow(&mut browser, &page).await;
    assert!(given.text.contains("Ada Muster, Sa 14. Nov., 08:00 bis 20:00"), "{}", given.text);
    undo(&mut browser, &given).await;
    let page = browser.get("/plan/2026-11").await;
    assert!(page.text.contains("Ein Dienst ist noch offen."), "{}", page.text);

    let fields = [("who", "offen"), ("shift", open.as_str())];
    let page = browser.fill(DAY, &format!("{DAY}/absagen"), &fields).await;
    let off = follow(&mut browser, &page).await;
    assert!(off.text.contains("Doch stattfinden lassen: Noch offen"), "{}", off.text);
    undo(&mut browser, &off).await;
    let page = browser.get(DAY).await;
    assert!(page.text.contains("Absagen: Noch offen, Sa 14. Nov., 08:00 bis 20:00"));
}

#[tokio::test]
async fn what_would_not_be_lawful_is_said_with_what_would_be_and_may_be_published_all_the_same() {
    let office = AtWork::new().await;
    let ada = named(&office, "assistant", "Ada Muster").await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    plan(&mut browser, &ada.to_string(), "06:00", "10:00").await;
    let page = plan(&mut browser, &ada.to_string(), "20:00", "08:00").await;
    assert!(page.text.contains("20:00 bis So 15. Nov. 08:00"), "{}", page.text);
    assert!(page.text.contains("erlaubt sind höchstens 10:00 h"), "{}", page.text);
    assert!(page.text.contains("§ 3 ArbZG"));
    let month = browser.get("/plan/2026-11").await;
    assert!(month.text.contains("Ein Dienst ist so nicht erlaubt."), "{}", month.text);
    let table = browser.get("/plan/2026-11?ansicht=tabelle").await;
    assert!(table.text.contains("<caption") && table.text.contains(r#"scope="row""#));
    assert!(table.text.contains("Sa 14. Nov., 06:00 bis 10:00"), "{}", table.text);

    let look = browser.get(PUBLISH).await;
    assert!(look.text.contains("Ein Dienst darunter ist so nicht erlaubt."), "{}", look.text);
    let page = publish(&mut browser, &look).await;
    let published = follow(&mut browser, &page).await;
    assert!(published.text.contains("2 Dienste sind veröffentlicht."), "{}", published.text);
    let day = browser.get(DAY).await;
    assert!(day.text.contains("Veröffentlicht Mo 2. Nov. 08:00."), "the time is kept");
    undo(&mut browser, &published).await;
    let page = browser.get(DAY).await;
    assert!(page.text.contains("Entwurf") && !page.text.contains("Veröffentlicht Mo"));
}

#[tokio::test]
async fn exactly_the_drafts_that_were_shown_are_published_or_none_with_the_difference() {
    let office = AtWork::new().await;
    let ada = named(&office, "assistant", "Ada Muster").await.to_string();
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let first = shift_on(&plan(&mut browser, &ada, "06:00", "10:00").await);
    plan(&mut browser, "offen", "12:00", "16:00").await;
    let look = browser.get(PUBLISH).await;

    // Meanwhile, in another window: one more, one changed, one called off.
    plan(&mut browser, &ada, "17:00", "19:00").await;
    let fields = [
        ("who", ada.as_str()),
        ("shift", &first),
        ("from", "06:30"),
        ("to", "10:00"),
        ("note", ""),
    ];
    let page = browser.fill(DAY, &format!("{DAY}/aendern"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let day = browser.get(DAY).await;
    let (_, rest) = day.text.split_once(r#"name="who" value="offen""#).expect("an open shift");
    let (_, rest) = rest.split_once(r#"name="shift" value=""#).expect("its id");
    let open = rest.split('"').next().expect("an id");
    let fields = [("who", "offen"), ("shift", open)];
    let page = browser.fill(DAY, &format!("{DAY}/absagen"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.text);

    let refused = publish(&mut browser, &look).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    for sentence in [
        "Es wurde nichts veröffentlicht",
        "Neu dazugekommen: Ada Muster, Sa 14. Nov., 17:00 bis 19:00.",
        "aus „Ada Muster, Sa 14. Nov., 06:00 bis 10:00“ wurde „Ada Muster, Sa 14. Nov., 06:30 bis 10:00“",
        "Kein Entwurf mehr: Noch offen, Sa 14. Nov., 12:00 bis 16:00.",
    ] {
        assert!(refused.text.contains(sentence), "{sentence}: {}", refused.text);
    }
    let day = browser.get(DAY).await;
    assert!(!day.text.contains("Veröffentlicht Mo"), "nothing became known");

    // The refused page shows the drafts of now: sent again, exactly those go out.
    let done = publish(&mut browser, &refused).await;
    let done = follow(&mut browser, &done).await;
    assert!(done.text.contains("2 Dienste sind veröffentlicht."), "{}", done.text);
    let wrong = browser.fill("/einstellungen", PUBLISH, &[("entwurf", "offen.1")]).await;
    assert_eq!(wrong.status, 422);
}

#[tokio::test]
async fn a_day_and_a_week_are_copied_as_drafts_and_taken_back_as_one_step() {
    let office = AtWork::new().await;
    let ada = named(&office, "assistant", "Ada Muster").await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    plan(&mut browser, &ada.to_string(), "08:00", "12:00").await;
    plan(&mut browser, "offen", "14:00", "18:00").await;
    let copy = format!("{DAY}/kopieren");
    let page = browser.fill(DAY, &copy, &[("to_day", "2026-11-14")]).await;
    assert_eq!(page.status, 422, "a day is not copied onto itself");
    let page = browser.fill(DAY, &copy, &[("to_day", "2026-12-05")]).await;
    let copied = follow(&mut browser, &page).await;
    assert!(copied.text.contains("2 Dienste sind als Entwürfe auf Sa 5. Dez. 2026 kopiert."));
    undo(&mut browser, &copied).await;
    let page = browser.get("/plan/2026-12").await;
    assert!(page.text.contains("noch nichts geplant"), "{}", page.text);
    let fields = [("monday", "2026-11-16"), ("who", "alle")];
    let page = browser.fill(DAY, "/plan/2026-11/woche", &fields).await;
    let week = follow(&mut browser, &page).await;
    assert!(week.text.contains("2 Entwürfe für die Woche ab Mo 16. Nov. 2026"), "{}", week.text);
    assert!(week.text.contains("Ada Muster") && week.text.contains(r#"id="tag-21""#));
}

#[tokio::test]
async fn an_hour_that_the_clocks_skip_or_repeat_is_asked_about() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    for (day, from, said) in [
        ("/plan/2027-03/28", "02:30", "gibt es am So 28. März 2027 nicht"),
        ("/plan/2027-10/31", "02:30", "gibt es am So 31. Okt. 2027 zweimal"),
    ] {
        let fields = [("who", "offen"), ("from", from), ("to", "09:00")];
        let page = browser.fill(day, &format!("{day}/planen"), &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains(said), "{}", page.text);
    }
}

#[tokio::test]
async fn a_deputy_for_the_rota_plans_and_an_assistant_reads_what_is_published() {
    let office = AtWork::new().await;
    let ada = named(&office, "assistant", "Ada Muster").await;
    let ben = named(&office, "assistant", "Ben Beispiel").await;
    let (deputy, _) = office.member("deputy").await;
    let (payroll, _) = office.member("payroll_office").await;
    let mut browser = Browser::of(&office, deputy).await;
    assert_eq!(browser.get("/plan/2026-11").await.status, 200, "open shifts are for the team");
    let plain = browser.get(DAY).await;
    assert!(!plain.text.contains("Einen Dienst planen"));
    let body = r#"{"topics":["rota"],"until_ms":1800000000000}"#;
    let path = format!("/v1/grants/{deputy}");
    assert_eq!(office.ask(&office.employer, "PUT", &path, body).await.0, 204);
    let page = plan(&mut browser, &ada.to_string(), "08:00", "16:00").await;
    assert!(page.text.contains("Ada Muster, Sa 14. Nov."), "who plans may know the name");
    assert!(!browser.get("/plan/2026-11").await.text.contains("brutto"), "and not the contract");

    let mut reader = Browser::of(&office, ada).await;
    let month = reader.get("/plan/2026-11").await;
    assert!(!month.text.contains("08:00 bis 16:00"), "a draft is not published");
    let look = browser.get(PUBLISH).await;
    let page = publish(&mut browser, &look).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let month = reader.get("/plan/2026-11").await;
    assert!(month.text.contains("08:00 bis 16:00") && month.text.contains("Ada Muster"));
    assert!(!month.text.contains("Absagen"));
    let fields = [("who", "offen"), ("from", "08:00"), ("to", "09:00")];
    for path in [format!("{DAY}/planen"), PUBLISH.to_owned()] {
        let page = reader.fill("/einstellungen", &path, &fields).await;
        assert_eq!(page.status, 403, "{path}");
    }
    let month = Browser::of(&office, ben).await.get("/plan/2026-11").await;
    assert!(!month.text.contains("Ada Muster"), "the rota is not shared");
    assert_eq!(Browser::of(&office, payroll).await.get("/plan/2026-11").await.status, 403);
}
