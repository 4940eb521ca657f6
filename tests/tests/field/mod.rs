//! The field: a real server process, and phones that write through the real
//! courier. Servers listen on this machine only and end with the test.

#![allow(dead_code, reason = "each test uses a part of it")]

use assistenz_core::document::{DocumentId, EntryId, EventId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::{Engine, LedgerError};
use assistenz_core::log::{ClockEvidence, DeviceKey, PublicKey, Signer as _, codec};
use assistenz_core::pairing::PairingCode;
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::ClockOut;
use assistenz_core::store::{Store, StoreError};
use assistenz_core::sync::{Phone, Writing};
use assistenz_courier::{Courier, CourierError, Patience};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// 2026-11-02 08:00 in Berlin.
pub(crate) const START: i64 = 1_793_602_800_000;

/// The program under test, built beside this test.
pub(crate) fn program() -> PathBuf {
    let here = std::env::current_exe().expect("the test's own path");
    let folder = here.parent().and_then(Path::parent).expect("deps lies in the build folder");
    let program = folder.join("assistenzzeit");
    assert!(program.is_file(), "build the program first: cargo build -p assistenz-server");
    program
}

/// A running server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// Shown once, when the team was founded.
    pub(crate) token: Option<String>,
}

impl Server {
    /// Starts the office in `folder` and waits until it listens. `wrap` goes
    /// before the program; `env` is set for it.
    pub(crate) fn start(folder: &Path, wrap: &[&str], env: &[(&str, &str)]) -> Self {
        let program = program();
        let mut words: Vec<&std::ffi::OsStr> = wrap.iter().map(AsRef::as_ref).collect();
        words.push(program.as_os_str());
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(["serve", "--listen", "127.0.0.1:0", "--data"]);
        command.arg(folder).envs(env.iter().copied()).env("ASSISTENZZEIT_LOG", "off");
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let address = lines.next().and_then(Result::ok).unwrap_or_default();
        let address = address.split(": ").nth(1).unwrap_or_default().to_owned();
        assert!(address.starts_with("http://127.0.0.1:"), "not serving: {address}");
        // Whatever it says later has somewhere to go.
        std::thread::spawn(move || lines.for_each(drop));
        let known = folder.join("told");
        let token = if known.exists() {
            None
        } else {
            std::fs::write(&known, "").expect("the folder can be written");
            let told = Command::new(&program).args(["token", "--data"]).arg(folder).output();
            let told = told.expect("the program starts").stdout;
            Some(String::from_utf8_lossy(&told).trim().to_owned())
        };
        Self { child, address, token }
    }

    #[allow(dead_code, reason = "not every test asks")]
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn courier(&self) -> Courier {
        let patience =
            Patience { connect: Duration::from_secs(5), answer: Duration::from_secs(30) };
        Courier::new(&self.address, None, patience).expect("an address of this machine")
    }

    /// SIGKILL: no warning, nothing is finished.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("still running");
        self.child.wait().expect("ended");
    }

    /// SIGTERM, and the exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        assert!(sent.success());
        self.child.wait().expect("ended").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("the office answers in JSON")
}

/// A phone with its own store in memory.
pub(crate) struct Caller {
    phone: Phone,
    store: Store,
    key: DeviceKey,
    document: Document,
    id: DocumentId,
    counter: u64,
    seed: u8,
    waiting: Vec<EntryId>,
}

impl Caller {
    /// Invited by the employer, paired, confirmed.
    pub(crate) fn paired(server: &Server, token: &str, seed: u8) -> Self {
        let courier = server.courier();
        let post = |path: &str, bearer: Option<&str>, body: Value| {
            let body = serde_json::to_vec(&body).expect("JSON");
            json(&courier.post(path, "application/json", bearer, body).expect(path))
        };
        let invited = post("v1/members", Some(token), serde_json::json!({"role": "assistant"}));
        let code: PairingCode =
            invited["code"].as_str().expect("a code").parse().expect("a pairing code");
        let key = DeviceKey::from_seed(&[seed; 32]);
        let asked = post(
            "v1/pair",
            None,
            serde_json::json!({
                "token": hex(&code.token),
                "public_key": hex(key.public().bytes()),
                "form": "phone",
            }),
        );
        let text = |value: &Value, name: &str| value[name].as_str().expect(name).to_owned();
        let confirm = format!("v1/pairings/{}/confirmation", text(&asked, "pairing"));
        post(&confirm, Some(token), serde_json::json!({"digits": asked["digits"]}));
        let team: TeamId = text(&asked, "team").parse().expect("an id");
        let person: PersonId = text(&asked, "person").parse().expect("an id");
        let log_key = PublicKey::new(&unhex(&text(&asked, "log_key"))).expect("a key");
        let device = key.device().to_string();
        let given =
            post("v1/nonce", None, serde_json::json!({"team": team.to_string(), "device": device}));
        let nonce = text(&given, "nonce");
        let bytes: Vec<u8> = (0..nonce.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&nonce[at..at + 2], 16).expect("hexadecimal"))
            .collect();
        let nonce = codec::decode(&bytes).expect("a nonce");

        let mut store = Store::in_memory().expect("memory");
        let phone = Phone::new(team, log_key);
        store
            .write(|ledger| {
                phone.begin_incarnation(ledger, Incarnation::new([seed; 8]))?;
                phone.take_nonce(ledger, nonce)
            })
            .expect("memory");
        let month = "2026-11".parse().expect("a month");
        let id = DocumentId::time(person, month);
        let document = Document::new(id, [seed; 16]);
        Self { phone, store, key, document, id, counter: 0, seed, waiting: Vec::new() }
    }

    /// Writes one event, on this phone only.
    pub(crate) fn tap(&mut self) {
        self.counter += 1;
        let mut id = [self.seed; 16];
        id[..8].copy_from_slice(&self.counter.to_be_bytes());
        let at_ms = START + i64::try_from(self.counter).expect("small") * 60_000;
        let event = Event::new(at_ms, ClockOut { shift: EventId::new(id), at_ms });
        id[8] ^= 0xFF;
        let change = self.document.record(&[(EventId::new(id), event)], at_ms).expect("an event");
        let clock = ClockEvidence {
            wall_ms: at_ms,
            offset_minutes: 60,
            zone: "Europe/Berlin".to_owned(),
            monotonic_ms: self.counter,
            boot: [self.seed; 8],
            office_ms: None,
            office_heard_ms: None,
        };
        let app = "test".to_owned();
        let writing = Writing { document: self.id, act: None, clock, app, changes: vec![change] };
        let (phone, key) = (&mut self.phone, &self.key);
        let written = self.store.write(|ledger| phone.write(ledger, writing, key)).expect("memory");
        self.waiting.push(written.id());
    }

    /// One round. Gives what is proven to be at the office since the last one.
    pub(crate) fn sync(&mut self, courier: &Courier) -> Result<Vec<EntryId>, CourierError> {
        let (phone, key) = (&mut self.phone, &self.key);
        let request = self
            .store
            .write(|ledger| phone.build_request(ledger, key, "test"))
            .expect("memory")
            .expect("a nonce was given");
        let answer = courier.sync(request)?;
        let team = self.document_team();
        let (phone, key) = (&mut self.phone, &self.key);
        self.store
            .write(|ledger| phone.take_response(ledger, key, &answer).map(|_| ()))
            .expect("an honest office");
        let waiting = std::mem::take(&mut self.waiting);
        let mut acknowledged = Vec::new();
        for id in waiting {
            let proven =
                self.store.read(|ledger| ledger.receipt(team, id)).expect("memory").is_some();
            if proven { acknowledged.push(id) } else { self.waiting.push(id) }
        }
        Ok(acknowledged)
    }

    fn document_team(&mut self) -> TeamId {
        self.store
            .read(|ledger| Ok::<_, LedgerError>(ledger.teams()?[0]))
            .expect("this phone's only team")
    }

    /// How many of its own entries are not proven yet.
    pub(crate) fn unproven(&self) -> usize {
        self.waiting.len()
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hexadecimal");
    }
    bytes
}

/// Which of these the office's ledger does not hold; says why if it cannot be read.
pub(crate) fn try_missing(
    ledger_file: &Path,
    wanted: &[EntryId],
) -> Result<Vec<EntryId>, StoreError> {
    let mut store = Store::open_existing(ledger_file)?;
    store.check()?;
    store.read(|ledger| {
        let team = ledger.teams()?.first().copied().ok_or(LedgerError::Damaged("no team"))?;
        let mut missing = Vec::new();
        for id in wanted {
            if !ledger.has(team, *id)? {
                missing.push(*id);
            }
        }
        Ok(missing)
    })
}

/// Which of these the office's ledger does not hold; every page must be whole.
pub(crate) fn missing(ledger_file: &Path, wanted: &[EntryId]) -> Vec<EntryId> {
    try_missing(ledger_file, wanted).expect("the ledger opens and every page is whole")
}

/// The log in `folder` proves itself: signatures, chains, tree, checkpoints.
pub(crate) fn assert_log_verifies(folder: &Path) {
    use assistenz_server::{evidence, folder::Folder, journal, office::Office, ports};
    struct Still;
    impl ports::Clock for Still {
        fn now_ms(&self) -> i64 {
            START
        }
    }
    impl ports::Dice for Still {
        fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
            bytes.fill(1);
            Ok(())
        }
    }
    let world =
        ports::World { clock: std::sync::Arc::new(Still), dice: std::sync::Arc::new(Still) };
    let data = Folder::open(folder).expect("the folder");
    let (office, threads) = Office::open(data, world).expect("the office opens");
    let file = office
        .write_now(|turn| {
            let team = journal::only_team(turn.ledger)?;
            evidence::file(turn, team)
        })
        .expect("an evidence file");
    drop(office);
    threads.join();
    let report = assistenz_core::log::evidence::verify(&file).expect("readable");
    assert!(report.is_proven(), "{:?}", report.findings);
}
