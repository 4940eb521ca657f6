//! An office in this process, with a clock that the test moves and dice that
//! always fall the same.

#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod ada;
pub(crate) mod browser;
pub(crate) mod loopback;
pub(crate) mod program;

use assistenz_core::document::PersonId;
use assistenz_core::log::Credential;
use assistenz_core::log::{DeviceKey, Signer as _};
use assistenz_core::pairing::PairingCode;
use assistenz_server::fault::OfficeError;
use assistenz_server::folder::Folder;
use assistenz_server::office::{Office, Turn};
use assistenz_server::ports::{Clock, Dice, World};
use assistenz_server::routes::{self, App};
use assistenz_server::settings::Settings;
use assistenz_server::{door, journal};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::Value;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use tower::ServiceExt as _;

/// 2026-11-02 08:00 in Berlin.
pub(crate) const START: i64 = 1_793_602_800_000;

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub(crate) struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

impl TestClock {
    pub(crate) fn wait(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }

    pub(crate) fn set(&self, ms: i64) {
        self.0.store(ms, Ordering::SeqCst);
    }
}

struct TestDice(Mutex<ChaCha8Rng>);

impl Dice for TestDice {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        self.0.lock().expect("no test panics while throwing").fill_bytes(bytes);
        Ok(())
    }
}

/// Clock and dice of a test.
pub(crate) fn world(seed: u64) -> (World, Arc<TestClock>) {
    let clock = Arc::new(TestClock(AtomicI64::new(START)));
    let dice = Arc::new(TestDice(Mutex::new(ChaCha8Rng::seed_from_u64(seed))));
    (World { clock: clock.clone(), dice }, clock)
}

/// Opens a session for a member, who gets a desk first.
pub(crate) fn session(
    turn: &mut Turn<'_>,
    operator: &journal::Operator,
    person: PersonId,
) -> Result<String, OfficeError> {
    journal::desk_for(turn, operator, person)?;
    let token = hex::encode(turn.random::<16>()?);
    let session = door::Session {
        id: turn.random()?,
        team: operator.team,
        person,
        credential: Credential::CommandLine,
        stepped_ms: turn.now_ms,
        expires_ms: turn.now_ms + door::SESSION_MS,
    };
    turn.door.add_session(&token, &session, turn.now_ms)?;
    Ok(token)
}

/// A founded office and its addresses.
pub(crate) struct AtWork {
    pub(crate) router: Router,
    pub(crate) office: Office,
    pub(crate) employer: String,
    pub(crate) operator: journal::Operator,
    clock: Arc<TestClock>,
    peer: SocketAddr,
    _closing: tokio::sync::watch::Sender<bool>,
    _folder: tempfile::TempDir,
}

/// An answer: status and JSON, or null.
pub(crate) type Told = (StatusCode, Value);

impl AtWork {
    pub(crate) async fn new() -> Self {
        Self::with(loopback::loopback(0)).await
    }

    /// An office of another team.
    pub(crate) async fn other() -> Self {
        Self::from_seed(2, loopback::loopback(0)).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        Self::from_seed(1, settings).await
    }

    async fn from_seed(seed: u64, settings: Settings) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, clock) = world(seed);
        let data = Folder::open(folder.path()).expect("a fresh folder");
        let secret = data.office_secret(&world).expect("a secret");
        let (office, _threads) = Office::open(data, world).expect("an office");
        office.write(journal::found).await.expect("founded");
        let operator = office.write(journal::operator).await.expect("an operator");
        let (closing, closes) = tokio::sync::watch::channel(false);
        let address = "http://127.0.0.1:1".to_owned();
        let app = App::new(office.clone(), settings, address, None, secret, closes);
        let mut at_work = Self {
            router: routes::service(app),
            office,
            employer: String::new(),
            operator,
            clock,
            peer: "127.0.0.1:9".parse().expect("an address"),
            _closing: closing,
            _folder: folder,
        };
        let employer = at_work.operator.employer;
        at_work.employer = at_work.token(employer).await;
        at_work
    }

    /// A session for a member.
    pub(crate) async fn token(&self, person: PersonId) -> String {
        let operator = self.operator.clone();
        self.office.write(move |turn| session(turn, &operator, person)).await.expect("a session")
    }

    pub(crate) fn wait(&self, ms: i64) {
        self.clock.wait(ms);
    }

    /// From now on requests come from this address.
    pub(crate) fn come_from(&mut self, peer: &str) {
        self.peer = peer.parse().expect("an address");
    }

    pub(crate) async fn ask(&self, token: &str, method: &str, path: &str, body: &str) -> Told {
        let mut request = Request::builder().method(method).uri(path);
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        self.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Told {
        let (status, body) = self.answer(request).await;
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// Status and bytes; a stream of events is left at its beginning. Every
    /// answer is held against the description, and remembered.
    pub(crate) async fn answer(&self, mut request: Request<Body>) -> (StatusCode, Vec<u8>) {
        let (method, path) =
            (request.method().as_str().to_lowercase(), request.uri().path().to_owned());
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let answer = self.router.clone().oneshot(request).await.expect("infallible");
        let status = answer.status();
        let stream =
            answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let body = if stream {
            Vec::new()
        } else {
            axum::body::to_bytes(answer.into_body(), 16 << 20).await.expect("a body").to_vec()
        };
        if let Some(documented) = documented_path(&path) {
            hold_against_the_description(&method, &documented, status.as_u16(), &body);
        }
        (status, body)
    }

    /// A new member in this role, as the employer would.
    pub(crate) async fn member(&self, role: &str) -> (PersonId, PairingCode) {
        let body = format!(r#"{{"role":"{role}"}}"#);
        let (status, told) = self.ask(&self.employer, "POST", "/v1/members", &body).await;
        assert_eq!(status, 201, "{told}");
        let person = told["person"].as_str().expect("a person").parse().expect("an id");
        let code = told["code"].as_str().expect("a code").parse().expect("a pairing code");
        (person, code)
    }

    /// Shows a token with this device's key.
    pub(crate) async fn pair(&self, token: &[u8; 16], key: &DeviceKey) -> Told {
        let body = format!(
            r#"{{"token":"{}","public_key":"{}","form":"phone"}}"#,
            hex::encode(token),
            hex::encode(key.public().bytes())
        );
        self.ask("", "POST", "/v1/pair", &body).await
    }
}

/// The description of the API.
pub(crate) fn described() -> &'static Value {
    static DESCRIBED: OnceLock<Value> = OnceLock::new();
    DESCRIBED.get_or_init(|| {
        serde_json::to_value(assistenz_server::routes::description()).expect("JSON")
    })
}

/// The documented address that this path is one of.
pub(crate) fn documented_path(asked: &str) -> Option<String> {
    let asked: Vec<&str> = asked.split('/').collect();
    let paths = described()["paths"].as_object().expect("paths").keys();
    let fits = |path: &&String| {
        let parts: Vec<&str> = path.split('/').collect();
        parts.len() == asked.len()
            && parts.iter().zip(&asked).all(|(part, word)| part.starts_with('{') || part == word)
    };
    paths.filter(fits).min_by_key(|path| path.matches('{').count()).cloned()
}

/// Method, documented address, status: every answer that was given here.
pub(crate) static SEEN: Mutex<BTreeSet<(String, String, u16)>> = Mutex::new(BTreeSet::new());

/// # Panics
///
/// If the description does not know this answer.
fn hold_against_the_description(method: &str, path: &str, status: u16, body: &[u8]) {
    let about = &described()["paths"][path][method];
    if about.is_null() {
        assert_eq!(status, 405, "{method} {path}");
        return;
    }
    let rest = matches!(status, 408 | 421 | 500).then_some("default");
    let answer = about["responses"].get(rest.map_or_else(|| status.to_string(), str::to_owned));
    let answer = answer.unwrap_or_else(|| panic!("{method} {path} documents {status}"));
    if status >= 400 {
        let told: Value = serde_json::from_slice(body).expect("an error is JSON");
        let code = told["code"].as_str().expect("a code");
        let words = answer["description"].as_str().unwrap_or_default();
        let known = words
            .split(|letter: char| !letter.is_ascii_lowercase() && letter != '_')
            .any(|word| word == code);
        assert!(known, "{method} {path} {status} documents {code}, says: {words}");
        assert!(!told["detail"].as_str().unwrap_or_default().is_empty(), "{told}");
    }
    let mut seen = SEEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    seen.insert((method.to_owned(), path.to_owned(), status));
}
