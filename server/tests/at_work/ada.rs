//! An assistant with a phone beside an office in this process.

use super::loopback::nw;
use super::{AtWork, START};
use assistenz_core::app::{Device, Me};
use assistenz_core::document::{Incarnation, PersonId};
use assistenz_core::log::{ClockEvidence, DeviceKey, PublicKey, Signer as _, codec};
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::store::Store;
use axum::body::Body;
use axum::http::Request;
use chrono::DateTime;
use serde_json::{Value, json};

/// `2026-10-05T20:04+02:00` in ms.
pub(crate) fn at(text: &str) -> i64 {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").expect("an instant").timestamp_millis()
}

fn clock(now: i64) -> ClockEvidence {
    ClockEvidence {
        wall_ms: now,
        offset_minutes: 0,
        zone: "Europe/Berlin".into(),
        monotonic_ms: 0,
        boot: [1; 8],
        office_ms: None,
        office_heard_ms: None,
    }
}

/// An assistant with a paired phone that talks to the office over its addresses.
pub(crate) struct Ada {
    pub(crate) person: PersonId,
    pub(crate) phone: Device<Store>,
    dice: u128,
}

impl Ada {
    pub(crate) async fn join(office: &AtWork) -> Self {
        let (person, code) = office.member("assistant").await;
        let key = DeviceKey::from_seed(&[7; 32]);
        let (_, told) = office.pair(&code.token, &key).await;
        let path = format!("/v1/pairings/{}/confirmation", told["pairing"].as_str().expect("id"));
        let body = json!({ "digits": told["digits"] }).to_string();
        let (status, told) = office.ask(&office.employer, "POST", &path, &body).await;
        assert_eq!(status, 200, "{told}");
        let log_key = told["log_key"].as_str().map(str::to_owned);
        let log_key = match log_key {
            Some(log_key) => log_key,
            None => {
                let public =
                    office.office.read(|turn| Ok(turn.folder.log_key(turn.world)?.public()));
                hex::encode(public.await.expect("a key").bytes())
            }
        };
        let bytes: [u8; 32] = hex::decode(log_key).expect("hex").try_into().expect("32 bytes");
        let log_key = PublicKey::new(&bytes).expect("a key");
        let team = office.operator.team;
        let me = Me { team, person, actor: [8; 16], app: "test".into() };
        let store = Store::in_memory().expect("a store");
        let fresh = Incarnation::new([5; 8]);
        let phone = Device::open(store, me, key, log_key, fresh).expect("opened");
        Self { person, phone, dice: 0 }
    }

    pub(crate) fn works(&mut self, from: &str, to: &str) {
        let mut next = self.dice;
        let mut roll = || {
            next += 1;
            (next << 64 | 0xabcd).to_be_bytes()
        };
        self.phone
            .act(&clock(at(from)), &mut roll, |acting| acting.clock_in(&nw(), vec![]))
            .expect("clocked in");
        self.phone
            .act(&clock(at(to)), &mut roll, |acting| acting.clock_out())
            .expect("clocked out");
        self.dice = next;
    }

    pub(crate) async fn sync(&mut self, office: &AtWork) {
        let device = self.phone.key().device().to_string();
        let body = json!({ "team": office.operator.team.to_string(), "device": device });
        let (status, told) = office.ask("", "POST", "/v1/nonce", &body.to_string()).await;
        assert_eq!(status, 200, "{told}");
        let nonce = hex::decode(told["nonce"].as_str().expect("a nonce")).expect("hex");
        self.phone.take_nonce(codec::decode(&nonce).expect("a nonce")).expect("noted");
        for _ in 0..20 {
            let request = self.phone.request().expect("built").expect("a nonce is there");
            let request = Request::post("/v1/sync").body(Body::from(request)).expect("a request");
            let (status, bytes) = office.answer(request).await;
            assert_eq!(status, 200);
            let received = self.phone.response(&bytes, Incarnation::new([6; 8])).expect("taken in");
            if !received.more {
                return;
            }
        }
        panic!("rounds without end");
    }

    pub(crate) fn object(&mut self, proposal: &str, reason: &str) {
        self.dice += 1;
        let id = (self.dice << 64 | 0xabcd).to_be_bytes();
        let proposal = proposal.parse().expect("an id");
        let month = "2026-10".parse().expect("a month");
        self.phone
            .act(&clock(START), &mut || id, |acting| {
                acting.answer(proposal, month, false, Some(reason.into()))
            })
            .expect("objected");
    }
}

/// What a payroll office with DATEV LODAS wants.
pub(crate) fn lodas(client: u32) -> Value {
    json!({
        "office": "Lohnbüro Muster",
        "program": { "name": "lodas" },
        "adviser_number": 1_234_567,
        "client_number": client,
        "wage_types": mendato_example(ExampleFor::Lodas),
    })
}
