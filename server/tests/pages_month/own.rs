//! The other side: an assistant without a phone, proposals and answers, and who
//! may look where.

use crate::at_work::AtWork;
use crate::at_work::browser::Browser;
use crate::team::{Keyboard, acts, assistant, october, span, stops, work};
use crate::{NEXT, state};
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::Minutes;
use assistenz_server::read_ahead::read_ahead;

#[tokio::test]
async fn an_assistant_without_a_phone_writes_and_declares_the_month_complete() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let mut browser = Browser::of(&office, ada).await;
    let page = browser.get("/monate/2026-10").await;
    assert_eq!(page.leads(), format!("/monat/{ada}/2026-10#{NEXT}"));
    let late = format!("/monat/{ada}/2026-10/nachtrag");
    // Half past two exists twice in this night: it is asked about, not guessed.
    let typed = [
        ("from_day", "2026-10-25"),
        ("from_time", "02:30"),
        ("to_day", "2026-10-25"),
        ("to_time", "06:00"),
        ("reason", "Kein Telefon dabei"),
    ];
    let page = browser.fill(&late, &late, &typed).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("02:30 MESZ") && page.text.contains("02:30 MEZ"), "{}", page.text);
    assert!(page.text.contains("Kein Telefon dabei"), "nothing typed is lost");
    let mut chosen = typed.to_vec();
    chosen.push(("from_which", "2"));
    chosen.extend([("pause_from", "6:30"), ("pause_to", "6:45")]);
    let page = browser.fill(&late, &late, &chosen).await;
    assert_eq!(page.status, 422, "a break after the shift");
    assert!(page.text.contains("Die Pause muss in der Schicht liegen"), "{}", page.text);
    chosen.truncate(6);
    chosen.extend([("pause_from", "4"), ("pause_to", "4:30")]);
    let page = browser.fill(&late, &late, &chosen).await;
    assert_eq!(page.status, 303, "{}", page.text);
    let work = acts(&office, ada, move |acting| acting.month_of(ada, october())).await;
    let shift = work.settled().next().expect("one shift");
    assert_eq!(shift.span.length(), Minutes::new(210), "the second half past two");
    assert_eq!(shift.working_minutes(), Minutes::new(180), "half an hour of break");
    let never = [
        ("from_day", "2026-03-29"),
        ("from_time", "02:30"),
        ("to_day", "2026-03-29"),
        ("to_time", "06:00"),
        ("reason", "x"),
    ];
    let page = browser.fill(&late, &late, &never).await;
    assert!(page.text.contains("gibt es in der Nacht der Zeitumstellung nicht"));
    let mut keyboard = Keyboard::on(browser, &format!("/monat/{ada}/2026-10#{NEXT}")).await;
    let page = keyboard.press("Oktober 2026 ist vollständig").await;
    assert_eq!(page.status, 303);
    assert_eq!(keyboard.inputs, 2);
    let standing = acts(&office, ada, move |acting| acting.standing_of(ada, october())).await;
    assert_eq!(standing.complete, Complete::Yes);
}

#[tokio::test]
async fn what_an_office_reads_ahead_changes_nothing() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    work(&office, ada, vec![span("05T08:00", "05T16:00")]).await;
    let team = office.operator.team;
    let head = || office.office.read(move |turn| Ok(turn.ledger.head(team)?));
    let mut employer = Browser::of(&office, office.operator.employer).await;
    let (shown, log) = (employer.get("/monate/2026-10").await, head().await.expect("read"));
    read_ahead(office.office.clone()).await;
    assert_eq!(head().await.expect("read"), log);
    assert_eq!(employer.get("/monate/2026-10").await.text, shown.text);
}

#[tokio::test]
async fn a_proposal_is_shown_with_its_reason_answered_and_counts_over_objection_only_explicitly() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let shift = work(&office, ada, vec![span("05T08:00", "05T16:00")]).await[0];
    let mut employer = Browser::of(&office, office.operator.employer).await;
    let change = format!("/eintrag/{ada}/{shift}/aendern");
    let times = |to: &'static str, reason: &'static str| {
        [
            ("what", "times"),
            ("from_day", "2026-10-05"),
            ("from_time", "08:00"),
            ("to_day", "2026-10-05"),
            ("to_time", to),
            ("reason", reason),
        ]
    };
    let page = employer.fill(&change, &change, &times("15:30", "")).await;
    assert_eq!(page.status, 422);
    let page = employer.fill(&change, &change, &times("16:00", "x")).await;
    assert!(page.text.contains("Das sind die Zeiten, die schon gelten."));
    let page = employer.fill(&change, &change, &times("15:30", "Schon weg")).await;
    assert_eq!(page.status, 303, "{}", page.text);
    // Ada sees it first in her month, and objects with a reason.
    let own = Browser::of(&office, ada).await;
    let month = format!("/monat/{ada}/2026-10#{NEXT}");
    let own = Keyboard::on(own, &month).await;
    let first = stops(&own.page.text, NEXT)[0].clone();
    assert_eq!(first.label, "Vorschlag beantworten: „Schon weg“");
    let mut own = own.browser;
    let page = own.fill(&first.href, &first.href, &[("answer", "object"), ("reason", "")]).await;
    assert_eq!(page.status, 422, "an objection needs a reason");
    let objection = [("answer", "object"), ("reason", "War bis vier da")];
    assert_eq!(own.fill(&first.href, &first.href, &objection).await.status, 303);
    // The employer waits, or lets it count with a reason of its own.
    let mut keyboard = Keyboard::on(employer, &month).await;
    assert!(keyboard.page.text.contains("Widersprochen: „War bis vier da“"));
    keyboard.follow("Trotzdem so freigeben, mit Begründung").await;
    assert!(!keyboard.page.text.contains("Freigabe für Ada"), "not before the reason is there");
    let proposal = first.href.rsplit('/').next().expect("an id");
    let d = format!("{shift}.o");
    let query = [("d", d.as_str()), (&format!("g.{proposal}"), "Türprotokoll")];
    let query = serde_urlencoded::to_string(query).expect("plain");
    let confirm = format!("/monat/{ada}/2026-10/freigabe?{query}#{NEXT}");
    let mut keyboard = Keyboard::on(keyboard.browser, &confirm).await;
    assert_eq!(keyboard.press("Freigabe für Ada Muster").await.status, 303);
    assert_eq!(state(&office, ada).await, MonthState::Approved);
    let page = keyboard.browser.get(&format!("/eintrag/{ada}/{shift}")).await;
    for said in ["Vorschlag: ", "Dem Vorschlag widersprochen.", "War bis vier da", "freigegeben"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
}

#[tokio::test]
async fn a_proposal_is_withdrawn_and_an_own_entry_corrected_or_taken_back() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let shift = work(&office, ada, vec![span("05T08:00", "05T16:00")]).await[0];
    let mut employer = Browser::of(&office, office.operator.employer).await;
    let change = format!("/eintrag/{ada}/{shift}/aendern");
    let page = employer
        .fill(&change, &change, &[("what", "gone"), ("reason", "Doppelt eingetragen")])
        .await;
    assert_eq!(page.status, 303);
    let proposals = acts(&office, office.operator.employer, move |acting| {
        Ok(acting.month_of(ada, october())?.proposals)
    })
    .await;
    let path = format!("/vorschlag/{ada}/2026-10/{}", proposals[0].id);
    assert!(employer.get(&path).await.text.contains("diese Schicht soll nicht zählen"));
    assert_eq!(employer.fill(&path, &path, &[("answer", "withdraw")]).await.status, 303);
    assert!(employer.get(&path).await.text.contains("Zurückgezogen."));
    let mut own = Browser::of(&office, ada).await;
    let corrected = [
        ("what", "times"),
        ("from_day", "2026-10-05"),
        ("from_time", "08:00"),
        ("to_day", "2026-10-05"),
        ("to_time", "15:00"),
        ("reason", "Früher gegangen"),
    ];
    assert_eq!(own.fill(&change, &change, &corrected).await.status, 303);
    let page = own.get(&format!("/eintrag/{ada}/{shift}")).await;
    assert!(
        page.text.contains("Selbst korrigiert: Ende Mo 5. Okt. 15:00 statt Mo 5. Okt. 16:00"),
        "{}",
        page.text
    );
    let gone = [("what", "gone"), ("reason", "Falscher Tag")];
    assert_eq!(own.fill(&change, &change, &gone).await.status, 303);
    assert!(own.get(&format!("/eintrag/{ada}/{shift}")).await.text.contains("zurückgenommen"));
}

#[tokio::test]
async fn nobody_sees_or_approves_what_is_not_theirs() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let ben = assistant(&office, "Ben Beispiel").await;
    let shift = work(&office, ben, vec![span("05T08:00", "05T16:00")]).await[0];
    let mut browser = Browser::of(&office, ada).await;
    for path in [
        format!("/monat/{ben}/2026-10"),
        format!("/eintrag/{ben}/{shift}"),
        format!("/eintrag/{ben}/{shift}/aendern"),
        format!("/monat/{ben}/2026-10/nachtrag"),
        format!("/monat/{ada}/2026-10/freigabe"),
        format!("/monat/{ada}/2026-10/zeilen"),
        format!("/monat/{ada}/2026-10/oeffnen"),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 403, "{path}");
    }
    let page = browser.get("/monate/2026-10").await;
    assert!(!page.text.contains("Ben Beispiel"));
    for path in ["/monat/nobody/2026-10", "/monate/2026-13", "/eintrag/x/y"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn who_may_approve_nobody_is_told_so_and_what_to_do_whatever_the_form_holds() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let path = "/monate/2026-10/freigabe";
    let mut browser = Browser::of(&office, ada).await;
    for fields in [vec![], vec![("s", "nonsense")]] {
        let page = browser.fill("/einstellungen", path, &fields).await;
        assert_eq!(page.status, 403, "{}", page.text);
        for sentence in [
            "Das ist Ihnen in diesem Team nicht erlaubt.",
            "bitten Sie die Arbeitgeber:in, es Ihnen zu erlauben",
        ] {
            assert!(page.text.contains(sentence), "{sentence}: {}", page.text);
        }
    }
    assert_eq!(browser.get(path).await.status, 403);
    let mut employer = Browser::of(&office, office.operator.employer).await;
    assert_eq!(employer.fill("/einstellungen", path, &[]).await.status, 303);
}
