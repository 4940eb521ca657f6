//! Pairing: once, in time, with the same digits on both sides.

use crate::at_work::AtWork;
use assistenz_core::log::{DeviceKey, Signer as _};
use assistenz_core::pairing::six_digits;

fn key(seed: u8) -> DeviceKey {
    DeviceKey::from_seed(&[seed; 32])
}

#[tokio::test]
async fn a_phone_is_let_in_when_both_sides_show_the_same_digits() {
    let office = AtWork::new().await;
    let (person, code) = office.member("assistant").await;
    let phone = key(1);
    let (status, told) = office.pair(&code.token, &phone).await;
    assert_eq!((status.as_u16(), &told["state"]), (202, &"waiting".into()), "{told}");
    let digits = six_digits(&code.office, phone.public().bytes(), &code.token);
    assert_eq!(told["digits"], digits.as_str(), "the phone computes its own");
    let log_key: [u8; 32] = hex::decode(told["log_key"].as_str().expect("a key"))
        .expect("hexadecimal")
        .try_into()
        .expect("32 bytes");
    let id = assistenz_core::log::PublicKey::new(&log_key).expect("a key").id();
    assert_eq!(id.0, code.office, "the code names this office");

    let pairing = told["pairing"].as_str().expect("an id").to_owned();
    let (_, waiting) = office.ask(&office.employer, "GET", "/v1/pairings", "").await;
    assert_eq!(waiting[0]["digits"], digits.as_str());
    assert_eq!(waiting[0]["person"], person.to_string().as_str());
    let confirmation = format!("/v1/pairings/{pairing}/confirmation");
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    for (typed, status, code) in
        [(wrong, 409, "other_digits"), ("", 409, "other_digits"), (digits.as_str(), 200, "")]
    {
        let body = format!(r#"{{"digits":"{typed}"}}"#);
        let (got, told) = office.ask(&office.employer, "POST", &confirmation, &body).await;
        assert_eq!(got, status, "{told}");
        assert_eq!(told["code"].as_str().unwrap_or(""), code);
    }
    let (_, told) = office.ask("", "GET", &format!("/v1/pair/{pairing}"), "").await;
    assert_eq!(told["state"], "confirmed");
    let (_, devices) = office.ask(&office.employer, "GET", "/v1/devices", "").await;
    let devices = devices.as_array().expect("a list").clone();
    let id = phone.device().to_string();
    let entered = devices.iter().find(|device| device["device"] == id.as_str());
    assert_eq!(entered.expect("in the log")["person"], person.to_string().as_str());
}

#[tokio::test]
async fn a_token_works_once_and_only_for_the_device_that_was_first() {
    let office = AtWork::new().await;
    let (_, code) = office.member("assistant").await;
    let (first, _) = office.pair(&code.token, &key(1)).await;
    let (again, _) = office.pair(&code.token, &key(1)).await;
    let (other, told) = office.pair(&code.token, &key(2)).await;
    assert_eq!((first.as_u16(), again.as_u16(), other.as_u16()), (202, 202, 409));
    assert_eq!(told["code"], "used_token");
    let (unknown, told) = office.pair(&[0; 16], &key(3)).await;
    assert_eq!((unknown.as_u16(), &told["code"]), (404, &"unknown_token".into()));
}

#[tokio::test]
async fn a_code_on_screen_ends_after_fifteen_minutes_and_a_letter_after_seven_days() {
    const MINUTE: i64 = 60_000;
    for (by, lasts) in [("screen", 15 * MINUTE), ("letter", 7 * 24 * 60 * MINUTE)] {
        for (after, status) in [(lasts - 1, 202), (lasts, 410)] {
            let office = AtWork::new().await;
            let body = format!(r#"{{"role":"assistant","by":"{by}"}}"#);
            let (_, told) = office.ask(&office.employer, "POST", "/v1/members", &body).await;
            let code: assistenz_core::pairing::PairingCode =
                told["code"].as_str().expect("a code").parse().expect("a pairing code");
            office.wait(after);
            let (got, told) = office.pair(&code.token, &key(1)).await;
            assert_eq!(got, status, "{by} after {after} ms: {told}");
        }
    }
}

#[tokio::test]
async fn a_device_nobody_confirms_within_a_day_is_not_let_in() {
    let office = AtWork::new().await;
    let (_, code) = office.member("assistant").await;
    let (_, told) = office.pair(&code.token, &key(1)).await;
    let (pairing, digits) = (told["pairing"].as_str().expect("id"), told["digits"].clone());
    // The session ends earlier than the pairing: a new one confirms.
    office.wait(24 * 60 * 60_000);
    let token = office.token(office.operator.employer).await;
    let path = format!("/v1/pairings/{pairing}/confirmation");
    let body = format!(r#"{{"digits":{digits}}}"#);
    let (status, told) = office.ask(&token, "POST", &path, &body).await;
    assert_eq!((status.as_u16(), &told["code"]), (410, &"pairing_over".into()));
}

#[tokio::test]
async fn a_device_that_was_turned_away_cannot_be_confirmed() {
    let office = AtWork::new().await;
    let (_, code) = office.member("assistant").await;
    let (_, told) = office.pair(&code.token, &key(1)).await;
    let pairing = told["pairing"].as_str().expect("an id").to_owned();
    let path = format!("/v1/pairings/{pairing}");
    let (status, _) = office.ask(&office.employer, "DELETE", &path, "").await;
    assert_eq!(status, 204);
    let body = format!(r#"{{"digits":{}}}"#, told["digits"]);
    let confirmation = format!("{path}/confirmation");
    let (status, _) = office.ask(&office.employer, "POST", &confirmation, &body).await;
    assert_eq!(status, 410);
    let (_, told) = office.ask("", "GET", &format!("/v1/pair/{pairing}"), "").await;
    assert_eq!(told["state"], "over");
}

#[tokio::test]
async fn a_stranger_who_guesses_tokens_is_sent_away_and_others_are_not() {
    let mut office = AtWork::new().await;
    office.come_from("203.0.113.7:1");
    let mut statuses = Vec::new();
    for guess in 0..25u8 {
        statuses.push(office.pair(&[guess; 16], &key(1)).await.0.as_u16());
    }
    assert_eq!(statuses[..20], [404; 20]);
    assert_eq!(statuses[20..], [429; 5]);
    office.come_from("203.0.113.8:1");
    assert_eq!(office.pair(&[0; 16], &key(1)).await.0, 404);
}
