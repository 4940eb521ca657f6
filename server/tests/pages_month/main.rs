//! Months and entries in a browser: by exception, approved exactly as shown,
//! and with few presses of a key.

#[path = "../at_work/mod.rs"]
mod at_work;
mod checksum;
mod left;
mod letters;
mod own;
mod team;

use assistenz_core::document::PersonId;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::time::Interval;
use at_work::AtWork;
use at_work::browser::Browser;
use team::{Keyboard, acts, assistant, october, plan, span, stops, work};

const NEXT: &str = "naechstes";

/// Seventy shifts of October as planned, but that two end an hour later.
async fn seventy(office: &AtWork) -> PersonId {
    let ada = assistant(office, "Ada Muster").await;
    let mut planned: Vec<Interval> = Vec::new();
    for day in 1..=31 {
        planned.push(span(&format!("{day:02}T06:00"), &format!("{day:02}T10:00")));
        planned.push(span(&format!("{day:02}T10:00"), &format!("{day:02}T14:00")));
        if day <= 8 {
            planned.push(span(&format!("{day:02}T15:00"), &format!("{day:02}T18:00")));
        }
    }
    // After the clocks went back the same wall times are an hour later on the axis.
    let mut worked = planned.clone();
    for (nth, from, to) in [(4, "02T10:00", "02T15:00"), (7, "03T10:00", "03T15:00")] {
        worked[nth] = span(from, to);
    }
    assert_eq!(worked.len(), 70);
    plan(office, ada, planned).await;
    work(office, ada, worked).await;
    ada
}

async fn state(office: &AtWork, person: PersonId) -> MonthState {
    acts(office, office.operator.employer, move |acting| {
        Ok(acting.standing_of(person, october())?.state)
    })
    .await
}

#[tokio::test]
async fn a_month_of_seventy_entries_with_two_deviations_takes_at_most_eight_inputs() {
    let (leave, propose) = ("Wie aufgezeichnet lassen", "Geplante Zeit vorschlagen");
    // (first, second, inputs, state afterwards)
    let ways = [
        (leave, leave, 6, MonthState::Approved),
        (leave, propose, 7, MonthState::PartlyApproved),
        (propose, propose, 8, MonthState::PartlyApproved),
    ];
    for (first, second, inputs, expected) in ways {
        let office = AtWork::new().await;
        let ada = seventy(&office).await;
        let browser = Browser::of(&office, office.operator.employer).await;
        let month = format!("/monat/{ada}/2026-10#{NEXT}");
        let mut keyboard = Keyboard::on(browser, &month).await;
        assert!(keyboard.page.text.contains("68 Schichten wie geplant, 2 weichen ab"));
        keyboard.follow(first).await;
        keyboard.follow(second).await;
        let page = keyboard.press("Freigabe für Ada Muster, Oktober 2026").await;
        assert_eq!(page.status, 303, "{}", page.text);
        assert_eq!(page.leads(), format!("/monate/2026-10#{NEXT}"));
        assert_eq!(keyboard.inputs, inputs, "{first}, {second}");
        assert!(keyboard.inputs <= 8);
        assert_eq!(state(&office, ada).await, expected);
        let proposals = acts(&office, office.operator.employer, move |acting| {
            Ok(acting.month_of(ada, october())?.proposals.len())
        })
        .await;
        assert_eq!(proposals, [first, second].iter().filter(|one| **one == propose).count());
    }
}

#[tokio::test]
async fn the_first_stop_of_a_month_is_the_next_thing_to_do() {
    let office = AtWork::new().await;
    let ada = seventy(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let page = browser.get(&format!("/monat/{ada}/2026-10")).await;
    let first = &stops(&page.text, "inhalt")[0];
    assert_eq!(first.label, "Wie aufgezeichnet lassen (Fr 2. Okt.)");
    assert!(page.text.len() < 200_000, "{} bytes", page.text.len());
    let page = browser.get("/monate/2026-10").await;
    let first = &stops(&page.text, "inhalt")[0];
    assert_eq!(first.label, "Alles Geklärte freigeben: Oktober 2026, eine Person");
}

#[tokio::test]
async fn what_changed_since_it_was_shown_is_refused_and_shown_again() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    work(&office, ada, vec![span("05T08:00", "05T16:00")]).await;
    let browser = Browser::of(&office, office.operator.employer).await;
    let confirm = format!("/monat/{ada}/2026-10/freigabe#{NEXT}");
    let mut keyboard = Keyboard::on(browser, &confirm).await;
    assert!(keyboard.page.text.contains("8:00 h"));
    work(&office, ada, vec![span("06T08:00", "06T12:00")]).await;
    let page = keyboard.press("Freigabe für Ada Muster").await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("Inzwischen hat sich etwas geändert. Nichts wurde freigegeben."));
    assert!(page.text.contains("12:00 h"), "what would be approved now is shown");
    assert_eq!(state(&office, ada).await, MonthState::Open);
    // What is shown now can be approved.
    keyboard.page = page;
    assert_eq!(keyboard.send(&[]).await.status, 303);
    assert_eq!(state(&office, ada).await, MonthState::Approved);
}

#[tokio::test]
async fn everything_settled_is_approved_in_one_act_and_the_rest_waits() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let ben = assistant(&office, "Ben Beispiel").await;
    let eva = assistant(&office, "Eva Ohne").await;
    work(&office, ada, vec![span("05T08:00", "05T16:00")]).await;
    plan(&office, ben, vec![span("06T08:00", "06T12:00"), span("07T08:00", "07T12:00")]).await;
    work(&office, ben, vec![span("06T08:00", "06T12:00"), span("07T08:00", "07T13:00")]).await;
    // A shift of hers runs: nothing is clean.
    acts(&office, eva, |acting| acting.clock_in(&team::nw(), vec![])).await;
    let browser = Browser::of(&office, office.operator.employer).await;
    let mut keyboard = Keyboard::on(browser, &format!("/monate/2026-10#{NEXT}")).await;
    keyboard.follow("Alles Geklärte freigeben").await;
    assert!(keyboard.page.text.contains("Diese Tage warten: Mi 7. Okt."));
    let page = keyboard.press("Freigabe Oktober 2026 für").await;
    assert_eq!(page.status, 303, "{}", page.text);
    assert_eq!(keyboard.inputs, 4);
    assert_eq!(state(&office, ada).await, MonthState::Approved);
    assert_eq!(state(&office, ben).await, MonthState::PartlyApproved);
    let page = keyboard.browser.get("/monate/2026-10").await;
    assert!(page.text.contains("Oktober 2026 ist für"), "said once");
}

#[tokio::test]
async fn days_approved_before_stay_in_the_next_approval_of_days() {
    let office = AtWork::new().await;
    let ben = assistant(&office, "Ben Beispiel").await;
    plan(&office, ben, vec![span("06T08:00", "06T12:00"), span("07T08:00", "07T12:00")]).await;
    work(
        &office,
        ben,
        vec![
            span("05T08:00", "05T12:00"),
            span("06T08:00", "06T12:00"),
            span("07T08:00", "07T13:00"),
        ],
    )
    .await;
    let browser = Browser::of(&office, office.operator.employer).await;
    let confirm = format!("/monat/{ben}/2026-10/freigabe#{NEXT}");
    let mut keyboard = Keyboard::on(browser, &confirm).await;
    keyboard.press("Freigabe für Ben").await;
    let month = format!("/monat/{ben}/2026-10#{NEXT}");
    let mut keyboard = Keyboard::on(keyboard.browser, &month).await;
    keyboard.follow("Wie aufgezeichnet lassen (Mo 5. Okt.)").await;
    keyboard.follow("Tag noch nicht freigeben (Mi 7. Okt.)").await;
    assert_eq!(keyboard.press("Freigabe für Ben").await.status, 303);
    let approvals = acts(&office, office.operator.employer, move |acting| {
        Ok(acting.standing_of(ben, october())?.approvals)
    })
    .await;
    assert_eq!(approvals.len(), 1, "one approval of days holds all of them");
    let days: Vec<String> = approvals[0].1.days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-10-05", "2026-10-06"]);
}

#[tokio::test]
async fn an_approval_is_reopened_with_a_reason_and_its_statement_can_be_taken_along() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    work(&office, ada, vec![span("05T08:00", "05T16:00")]).await;
    let browser = Browser::of(&office, office.operator.employer).await;
    let confirm = format!("/monat/{ada}/2026-10/freigabe#{NEXT}");
    let mut keyboard = Keyboard::on(browser, &confirm).await;
    keyboard.press("Freigabe für Ada Muster").await;
    let month = format!("/monat/{ada}/2026-10");
    let page = keyboard.browser.get(&month).await;
    let statement = stops(&page.text, "inhalt")
        .into_iter()
        .find(|stop| stop.label.starts_with("Monatsnachweis laden"))
        .expect("a link");
    let file = keyboard.browser.get(&statement.href).await;
    assert_eq!(file.headers["content-type"], "application/json");
    assert!(file.text.starts_with(r#"{"format":1"#), "{}", file.text);
    let reopen = format!("{month}/oeffnen");
    let page = keyboard.browser.fill(&reopen, &reopen, &[("reason", " ")]).await;
    assert_eq!(page.status, 422);
    let page = keyboard.browser.fill(&reopen, &reopen, &[("reason", "Pause fehlt")]).await;
    assert_eq!(page.status, 303);
    assert_eq!(state(&office, ada).await, MonthState::Reopened);
    let page = keyboard.browser.get(&month).await;
    assert!(page.text.contains("Wieder geöffnet: „Pause fehlt“"));
}

#[tokio::test]
async fn a_line_entered_by_hand_comes_and_goes_with_reasons() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let lines = format!("/monat/{ada}/2026-10/zeilen");
    let wrong = [("word", "expenses"), ("amount", "zwölf"), ("treatment", "free"), ("reason", "")];
    let page = browser.fill(&lines, &lines, &wrong).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("zwölf") && page.text.contains("Bitte einen Betrag in Euro"));
    let right =
        [("word", "expenses"), ("amount", "12,50"), ("treatment", "free"), ("reason", "Kino")];
    assert_eq!(browser.fill(&lines, &lines, &right).await.status, 303);
    let page = browser.get(&lines).await;
    assert!(page.text.contains("Auslagen: 12,50 €"), "{}", page.text);
    let stop = stops(&page.text, "inhalt")
        .into_iter()
        .find(|stop| stop.label == "Zurücknehmen: Auslagen")
        .expect("a link");
    let page = browser.fill(&stop.href, &stop.href, &[("reason", "")]).await;
    assert_eq!(page.status, 422);
    let page = browser.fill(&stop.href, &stop.href, &[("reason", "Doppelt")]).await;
    assert_eq!(page.status, 303);
    assert!(!browser.get(&lines).await.text.contains("12,50 €, Ersatz"));
}
