//! The checksums on the team's month: each is that of the statement which its
//! page showed before it was approved, and which can be taken along.

use crate::NEXT;
use crate::at_work::AtWork;
use crate::at_work::browser::Browser;
use crate::letters::{close, letters};
use crate::team::{Keyboard, assistant, span, stops, work};
use assistenz_core::document::PersonId;
use assistenz_documents::Form;
use sha2::{Digest as _, Sha256};

/// Approves the month of a person as the page shows it; the checksum that the
/// page states, and the statement as it is taken along.
async fn approved(browser: Browser<'_>, person: PersonId) -> (Browser<'_>, String, Vec<u8>) {
    let confirm = format!("/monat/{person}/2026-10/freigabe#{NEXT}");
    let mut keyboard = Keyboard::on(browser, &confirm).await;
    let stated = keyboard.page.text.split(r#"name="sha256" value=""#).nth(1).expect("stated");
    let stated = stated.split('"').next().expect("its end").to_owned();
    assert_eq!(keyboard.press("Freigabe für").await.status, 303);
    let mut browser = keyboard.browser;
    let page = browser.get(&format!("/monat/{person}/2026-10")).await;
    let all = stops(&page.text, "inhalt");
    let link = all.iter().find(|stop| stop.label.starts_with("Monatsnachweis laden"));
    let file = browser.get(&link.expect("a link").href).await;
    (browser, stated, file.bytes)
}

#[tokio::test]
async fn the_team_month_states_whose_checksum_is_whose_as_their_statements_have_it() {
    let office = AtWork::new().await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let mut lines = Vec::new();
    for (name, from, to) in
        [("Ada Muster", "05T08:00", "05T16:00"), ("Ben Beispiel", "06T08:00", "06T12:00")]
    {
        let person = assistant(&office, name).await;
        work(&office, person, vec![span(from, to)]).await;
        let (same, stated, statement) = approved(browser, person).await;
        browser = same;
        assert_eq!(stated, hex::encode(Sha256::digest(&statement)), "{name}");
        lines.push(format!("{name}, freigegebene Angaben, SHA-256: {stated}"));
    }
    assert_ne!(lines[0][lines[0].len() - 64..], lines[1][lines[1].len() - 64..]);

    let text = browser.get("/dokumente/2026-10/team/alle.csv").await.text;
    for line in &lines {
        assert!(text.contains(line), "{line}: {text}");
    }
    let page = browser.get("/dokumente/2026-10/team/alle.pdf").await;
    if !Form::Pdf.is_built() {
        assert_eq!(page.status, 409, "this office was built without PDF, and says so");
        return;
    }
    let text = letters(page.bytes);
    for line in &lines {
        assert!(text.contains(&close(line)), "{line}: {text}");
    }
}
