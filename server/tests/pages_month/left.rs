//! Months of long ago in which something is owed.

use crate::at_work::AtWork;
use crate::at_work::browser::Browser;
use crate::team::{acts, assistant, october, span, work};
use assistenz_core::app::ApprovalTerms;
use assistenz_core::contract::version::ContractVersion;

const DAY: i64 = 24 * 3_600_000;

#[tokio::test]
async fn what_comes_late_into_an_old_month_waits_on_the_first_page_until_it_is_approved() {
    let office = AtWork::new().await;
    let ada = assistant(&office, "Ada Muster").await;
    let employer = office.operator.employer;
    office.wait(120 * DAY);
    let mut browser = Browser::of(&office, employer).await;
    let mut beside = Browser::of(&office, employer).await;
    let open = "Oktober 2026 von Ada Muster freigeben.";
    let changed = "Oktober 2026 von Ada Muster hat sich nach der Freigabe geändert.";
    let mut told = async |expected: &[&str]| {
        let text = browser.get("/heute").await.text;
        for sentence in [open, changed] {
            assert_eq!(text.contains(sentence), expected.contains(&sentence), "{sentence}: {text}");
        }
    };
    told(&[]).await;
    work(&office, ada, vec![span("05T08:00", "05T16:00")]).await;
    told(&[open]).await;
    told(&[open]).await;
    let approve = || {
        acts(&office, employer, move |acting| {
            acting.approve(ada, october(), &ApprovalTerms::default())
        })
    };
    let payroll = beside.get("/lohn/2027-01").await.text;
    assert!(payroll.contains("Oktober 2026 von Ada Muster: noch nicht freigegeben"), "{payroll}");
    approve().await;
    told(&[]).await;
    assert!(!beside.get("/lohn/2027-01").await.text.contains("Oktober 2026 von Ada Muster:"));

    // A wage that rises from an earlier day.
    acts(&office, employer, move |acting| {
        let mut json = serde_json::to_value(&acting.contract_of(ada)?[0]).expect("plain data");
        json["id"] = "c2".into();
        json["valid_from"] = "2026-10-01".into();
        json["pay"]["hourly"]["cents_per_hour"] = 1850.into();
        let raised: ContractVersion = serde_json::from_value(json).expect("a contract");
        acting.put_contract(ada, &raised)
    })
    .await;
    told(&[changed]).await;
    let page = beside.get(&format!("/monat/{ada}/2026-10")).await.text;
    assert!(page.contains("Arbeit: 8,00 € mehr als freigegeben."), "{page}");
    approve().await;
    told(&[]).await;
}
