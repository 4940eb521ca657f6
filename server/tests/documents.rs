//! Documents as a browser downloads them: what they say, in which form, and
//! who may have them.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_documents::Form;
use assistenz_server::{at_desk, sign_in};
use at_work::AtWork;
use at_work::browser::Browser;
use chrono::DateTime;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

fn at(text: &str) -> i64 {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").expect("an instant").timestamp_millis()
}

/// An assistant with a name who wrote one night down afterwards.
async fn ada(office: &AtWork) -> PersonId {
    let (person, _) = office.member("assistant").await;
    let employer = office.employer.clone();
    let named = office.office.write(move |turn| {
        let caller = sign_in::caller(turn, &employer)?;
        let fields = BTreeMap::from([("name".to_owned(), "Ada Muster".to_owned())]);
        at_desk::act(turn, &caller, |acting| acting.put_person(person, &fields))
    });
    named.await.expect("named");
    let token = office.token(person).await;
    let written = office.office.write(move |turn| {
        let caller = sign_in::caller(turn, &token)?;
        let place = Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) };
        let night = (at("2026-10-05T20:00+02:00"), at("2026-10-06T08:00+02:00"));
        at_desk::act(turn, &caller, |acting| acting.write_shift(&place, night, "Akku leer", &[]))
    });
    written.await.expect("written");
    person
}

#[tokio::test]
async fn the_page_lists_a_document_of_each_form_for_each_assistant() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let page = browser.get("/dokumente/2026-10").await;
    assert_eq!(page.status, 200);
    for words in ["Dokumente, Oktober 2026", "Stundenzettel Ada Muster, Excel", "Ganzes Team"] {
        assert!(page.text.contains(words), "{words}");
    }
    assert!(page.text.contains(&format!("/dokumente/2026-10/stundenzettel/{person}.xlsx?")));
    assert_eq!(browser.get("/dokumente/2026-13").await.status, 404);
}

#[tokio::test]
async fn a_time_sheet_that_nobody_approved_says_so() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let page = browser.get(&format!("/dokumente/2026-10/stundenzettel/{person}.csv")).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8");
    let name = page.headers["content-disposition"].to_str().expect("letters");
    assert!(name.contains("stundenzettel-2026-10-") && !name.contains("Ada"), "{name}");
    for words in
        ["Ada Muster", "Vorläufig", "05.10.2026;20:00;08:00 (Folgetag);;12:00", "nachgetragen"]
    {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
}

#[tokio::test]
async fn a_cost_bearer_gets_a_word_instead_of_a_name() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    for kind in
        [format!("stundenzettel/{person}.csv"), "team/alle.csv".into(), "plan/alle.csv".into()]
    {
        let page = browser.get(&format!("/dokumente/2026-10/{kind}?fuer=kostentraeger")).await;
        assert_eq!(page.status, 200, "{kind}");
        assert!(!page.text.contains("Ada"), "{kind}: {}", page.text);
    }
    let page = browser
        .get(&format!("/dokumente/2026-10/stundenzettel/{person}.csv?fuer=kostentraeger"))
        .await;
    let word = format!("Assistenz {}", person.to_string()[..4].to_uppercase());
    assert!(page.text.contains(&word), "{}", page.text);
}

#[tokio::test]
async fn assistants_have_their_own_documents_and_nobody_elses() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let (other, _) = office.member("assistant").await;
    office.token(other).await;
    let own = format!("/dokumente/2026-10/stundenzettel/{person}.csv");
    let mut ada = Browser::of(&office, person).await;
    assert_eq!(ada.get(&own).await.status, 200);
    assert_eq!(ada.get("/dokumente/2026-10/team/alle.csv").await.status, 403);
    let page = ada.get("/dokumente/2026-10").await;
    assert!(page.text.contains("Ada Muster") && !page.text.contains("Ganzes Team"));
    let mut ben = Browser::of(&office, other).await;
    assert_eq!(ben.get(&own).await.status, 403);
    assert!(!ben.get("/dokumente/2026-10").await.text.contains("Ada"));
}

/// `./test` builds with PDF; a build without it says so, and what to take instead.
#[tokio::test]
async fn a_pdf_is_offered_where_it_is_built_and_refused_with_a_way_out_where_it_is_not() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let list = browser.get("/dokumente/2026-10").await;
    for file in
        [format!("stundenzettel/{person}.pdf"), "team/alle.pdf".into(), "plan/alle.pdf".into()]
    {
        let address = format!("/dokumente/2026-10/{file}");
        let page = browser.get(&address).await;
        assert_eq!(list.text.contains(&address), Form::Pdf.is_built(), "{address}");
        if Form::Pdf.is_built() {
            assert_eq!(page.status, 200, "{address}");
            assert_eq!(page.headers["content-type"], "application/pdf");
            let name = page.headers["content-disposition"].to_str().expect("letters");
            assert!(name.ends_with(".pdf\"") && !name.contains("Ada"), "{name}");
            assert!(page.text.starts_with("%PDF-1.7"));
        } else {
            assert_eq!(page.status, 409, "{address}");
            assert!(page.text.contains("Dieses Büro ist ohne PDF gebaut."), "{}", page.text);
            assert!(page.text.contains("Laden Sie die Tabelle oder die Textdatei herunter"));
            assert!(list.text.contains("Dieses Büro ist ohne PDF gebaut."));
        }
    }
}

#[tokio::test]
async fn the_team_reads_why_a_shift_was_written_afterwards_and_a_cost_bearer_does_not() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    let own = format!("/dokumente/2026-10/stundenzettel/{person}.csv");
    let page = browser.get(&own).await;
    assert!(page.text.contains("nachgetragen; Akku leer"), "{}", page.text);
    let page = browser.get(&format!("{own}?fuer=kostentraeger")).await;
    assert!(page.text.contains("nachgetragen") && !page.text.contains("Akku"), "{}", page.text);
}

#[tokio::test]
async fn a_form_that_is_not_made_here_is_not_found() {
    let office = AtWork::new().await;
    let person = ada(&office).await;
    let mut browser = Browser::of(&office, office.operator.employer).await;
    for name in [format!("{person}.exe"), "alle".into(), "x.csv".into()] {
        let page = browser.get(&format!("/dokumente/2026-10/stundenzettel/{name}")).await;
        assert_eq!(page.status, 404, "{name}");
    }
}
