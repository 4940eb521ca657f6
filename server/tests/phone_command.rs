//! The command-line phone: the real program against the real office, and the
//! phone's own room on a clock that the test moves.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::log::{Credential, DeviceForm};
use assistenz_core::pairing::PairingCode;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::Minutes;
use assistenz_core::work::Kind;
use assistenz_courier::{Courier, CourierError, Patience};
use assistenz_handset::{Paired, Phone, PhoneError, PhoneFolder, Reached, Watch};
use assistenz_server::folder::Folder;
use assistenz_server::ports::{Clock, World};
use assistenz_server::serve::Serving;
use assistenz_server::settings::Settings;
use assistenz_server::{door, journal};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const HOUR: i64 = 3_600_000;
const PROGRAM: &str = env!("CARGO_BIN_EXE_assistenzzeit");

/// A running office; killed when dropped.
struct Serve(Child);

impl Drop for Serve {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts the office and waits until it says where it listens.
fn serve(data: &Path, listen: &str) -> (Serve, String) {
    let mut child = Command::new(PROGRAM)
        .args(["serve", "--listen", listen, "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let serving = Serve(child);
    // Ends with the office's output at the latest.
    let at = lines
        .by_ref()
        .map(|line| line.expect("text"))
        .find_map(|line| Some(line.strip_prefix("lauscht auf (listening on) ")?.to_owned()));
    // Whatever it says later has somewhere to go.
    std::thread::spawn(move || lines.for_each(drop));
    (serving, at.expect("an address"))
}

/// Runs the program: exit code, what it said, what it complained about.
fn run(arguments: &[&str], flag: &str, folder: &Path) -> (Option<i32>, String, String) {
    let output =
        Command::new(PROGRAM).args(arguments).arg(flag).arg(folder).output().expect("started");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_phone_paired_by_code_records_while_the_office_is_down_and_syncs_when_it_is_back() {
    let place = tempfile::tempdir().expect("a folder");
    let (office, data) = (place.path().join("office"), place.path().join("phone"));
    let phone = |arguments: &[&str]| {
        let all: Vec<&str> = [&["phone"], arguments].concat();
        run(&all, "--data", &data)
    };
    let (code, _, told) = phone(&["in"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("noch nicht gekoppelt"), "{told}");

    let (running, listen) = serve(&office, "127.0.0.1:0");
    let (code, said, told) = run(&["invite", "--text"], "--data", &office);
    assert_eq!(code, Some(0), "{told}");
    let invitation = said.lines().find(|line| line.starts_with("assistenzzeit:1:"));
    let invitation = invitation.expect("a pairing code");
    let (code, said, told) = phone(&["pair", invitation, "--land", "NW", "--wait", "0"]);
    assert_eq!(code, Some(1), "nobody has compared yet: {said}");
    assert!(told.contains("noch nicht bestätigt"), "{told}");
    let digits: String =
        said.lines().next().expect("digits").chars().filter(char::is_ascii_digit).collect();
    let (code, _, told) = run(&["confirm", &digits], "--data", &office);
    assert_eq!(code, Some(0), "{told}");
    let (code, said, told) = phone(&["pair", "--wait", "0"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("Gekoppelt"), "{said}");
    let (code, _, told) = phone(&["pair", invitation, "--wait", "0"]);
    assert_eq!((code, told.contains("schon gekoppelt")), (Some(1), true), "{told}");

    drop(running);
    let (code, said, told) = phone(&["in"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("Gekommen"), "{said}");
    let (code, _, told) = phone(&["in"]);
    assert_eq!(code, Some(1));
    assert!(told.starts_with("Es läuft schon eine Schicht."), "{told}");
    assert_eq!(told.lines().count(), 1, "one sentence: {told}");
    let (code, _, told) = phone(&["sync"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("nicht erreichbar"), "{told}");
    let (code, said, _) = phone(&["status"]);
    assert_eq!(code, Some(0));
    for expected in ["Schicht läuft seit", "Eine Buchung wartet", "Kommen", "hier gespeichert"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }

    let (_running, _) = serve(&office, &listen);
    let (code, said, told) = phone(&["sync"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("eine Buchung beim Büro angekommen"), "{said}");
    let (_, said, _) = phone(&["status", "--language", "en"]);
    for expected in ["running – at the office", "Nothing waits", "last heard"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    let (code, _, told) = phone(&["out", "--at", "2100-01-01T00:00"]);
    assert_eq!((code, told.trim()), (Some(1), "Diese Zeit ist noch nicht gekommen."));
    #[cfg(unix)]
    for name in ["device.seed", "phone.json", "store.sqlite"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = data.join(name).metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name} is its owner's");
    }
}

/// One clock for phone and office, moved by the test.
struct Moved(Arc<AtomicI64>);

impl Clock for Moved {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A session of the employer, for the pages' API.
async fn employer(serving: &Serving) -> String {
    let operator = serving.office().write(journal::operator).await.expect("an operator");
    serving
        .office()
        .write(move |turn| {
            journal::desk_for(turn, &operator, operator.employer)?;
            let token = hex::encode(turn.random::<16>()?);
            let session = door::Session {
                id: turn.random()?,
                team: operator.team,
                person: operator.employer,
                credential: Credential::CommandLine,
                stepped_ms: turn.now_ms,
                expires_ms: turn.now_ms + door::SESSION_MS,
            };
            turn.door.add_session(&token, &session, turn.now_ms)?;
            Ok(token)
        })
        .await
        .expect("a session")
}

fn ask(courier: &Courier, token: &str, path: &str, body: &Value) -> Value {
    let body = body.to_string().into_bytes();
    let told = courier.post(path, "application/json", Some(token), body).expect(path);
    serde_json::from_slice(&told).expect("json")
}

/// A phone let in by the employer, opened, on the world's clock.
fn paired(root: &Path, courier: &Courier, token: &str, world: &World) -> (Phone, Paired) {
    let invited = ask(courier, token, "v1/members", &json!({"role": "assistant"}));
    let code: PairingCode = invited["code"].as_str().expect("a code").parse().expect("a code");
    let person: PersonId = invited["person"].as_str().expect("an id").parse().expect("an id");
    let folder = PhoneFolder::open(root).expect("a folder");
    let other = PairingCode { office: [7; 16], ..code.clone() };
    let refused = folder.ask_to_pair(&other, DeviceForm::Phone, world);
    assert!(matches!(refused, Err(PhoneError::OtherOffice)), "{refused:?}");
    let asked = folder.ask_to_pair(&code, DeviceForm::Phone, world).expect("asked");
    assert_eq!(folder.asked().expect("kept"), Some(asked.clone()), "after a restart, too");
    assert!(matches!(folder.look_if_paired(), Err(PhoneError::Waiting)));
    let waiting = courier.get("v1/pairings", Some(token)).expect("a list");
    let waiting: Value = serde_json::from_slice(&waiting).expect("json");
    let pairing = waiting[0]["pairing"].as_str().expect("an id");
    let path = format!("v1/pairings/{pairing}/confirmation");
    ask(courier, token, &path, &json!({"digits": asked.digits}));
    let paired = folder.look_if_paired().expect("paired");
    assert_eq!(paired.person, person);
    assert_eq!(folder.paired().expect("kept"), Some(paired.clone()));
    let watch = Watch::new(world.clone(), chrono_tz::Europe::Berlin).expect("a watch");
    (folder.unlock(watch).expect("opened"), paired)
}

fn nw() -> Workplace {
    Workplace { zone: chrono_tz::Europe::Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}

/// Sixty days of shifts without a network, then one sitting.
fn sixty_days(root: &Path, address: &str, token: &str, world: &World, now: &AtomicI64) {
    let place = nw();
    let courier = Courier::new(address, None, Patience::default()).expect("an address");
    let (mut phone, paired) = paired(root, &courier, token, world);
    let way = paired.courier(Patience::default()).expect("an address");
    let first = phone.sync(&way).expect("synced");
    assert!(!first.more && first.waiting == 0 && phone.heard().is_some());
    assert_eq!((phone.now().offset_minutes, phone.now().wall_ms), (60, at_work::START));
    assert!(phone.now().office_heard_ms.is_some(), "heard in this run of the clock");

    // Sixty days without a network: one shift of eight hours a day.
    for _ in 0..60 {
        phone.act(|acting| acting.clock_in(&place, vec![])).expect("in");
        now.fetch_add(4 * HOUR, Ordering::SeqCst);
        phone.act(|acting| acting.start_part(Kind::UnpaidBreak)).expect("a break");
        now.fetch_add(HOUR / 2, Ordering::SeqCst);
        phone.act(|acting| acting.end_part()).expect("its end");
        now.fetch_add(4 * HOUR, Ordering::SeqCst);
        phone.act(|acting| acting.clock_out()).expect("out");
        now.fetch_add(24 * HOUR - 8 * HOUR - HOUR / 2, Ordering::SeqCst);
    }
    let month = "2026-11".parse().expect("a month");
    let before = phone.overview(month).expect("read");
    assert_eq!(before.unsent.len(), 240);
    let said: Vec<&str> = before.unsent[..4].iter().flat_map(|one| one.says.clone()).collect();
    assert_eq!(said, ["clock_in", "unpaid_break", "part_end", "clock_out"]);
    assert!(before.reached.iter().all(|reached| *reached == Reached::Saved));
    let stale = phone.device().request().expect("built").expect("the nonce of the first sync");
    let refused = way.sync(stale);
    assert!(
        matches!(&refused, Err(CourierError::Refused { code, .. }) if code == "stale_nonce"),
        "{refused:?}"
    );
    let summary = phone.sync(&way).expect("synced");
    assert_eq!((summary.waited, summary.waiting, summary.more), (240, 0, false));
    let after = phone.overview(month).expect("read");
    assert!(after.unsent.is_empty() && after.running.is_none());
    assert_eq!(after.reached, vec![Reached::Office; 29], "2 to 30 November");
    let totals = after.work.totals();
    assert_eq!(totals[0], (Kind::Work, Minutes::hours(29 * 8)), "{totals:?}");
    let again = phone.sync(&way).expect("synced");
    assert_eq!((again.rounds, again.waited), (1, 0), "nothing is left to say");
}

/// One shift: corrected by proposal, declared complete, approved, changed.
fn one_shift(root: &Path, address: &str, token: &str, world: &World, now: &AtomicI64) {
    let courier = Courier::new(address, None, Patience::default()).expect("an address");
    let (mut phone, paired) = paired(root, &courier, token, world);
    let way = paired.courier(Patience::default()).expect("an address");
    let person = format!("v1/people/{}", paired.person);
    let month = format!("{person}/months/2026-11");
    assert_eq!(phone.contract_place().expect("read"), None, "nothing is known yet");
    let contract = json!({
        "valid_from": "2026-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "standby": { "hourly": { "cents_per_hour": 1390 } },
        "surcharges": assistenz_core::contract::surcharge::Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": nw(),
    });
    ask(&courier, token, &format!("{person}/contracts"), &contract);
    phone.sync(&way).expect("synced");
    assert_eq!(phone.contract_place().expect("read"), Some(nw()));

    let shift = phone.act(|acting| acting.clock_in(&nw(), vec![])).expect("in");
    now.fetch_add(8 * HOUR, Ordering::SeqCst);
    phone.act(|acting| acting.clock_out()).expect("out");
    phone.sync(&way).expect("synced");
    let end = at_work::START + 7 * HOUR;
    let change = json!({ "shift": shift.to_string(), "end_ms": end, "reason": "Um drei gegangen" });
    let proposal = ask(&courier, token, &format!("{month}/corrections"), &change);
    let proposal = proposal["id"].as_str().expect("an id").parse().expect("an id");
    phone.sync(&way).expect("synced");
    let november = "2026-11".parse().expect("a month");
    phone.act(|acting| acting.answer(proposal, november, true, None)).expect("agreed");
    phone.act(|acting| acting.complete_month(november)).expect("complete");
    phone.sync(&way).expect("synced");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, seen.complete), (MonthState::Open, Complete::Yes));
    assert_eq!(seen.reached, [Reached::Office]);
    assert_eq!(seen.work.totals(), [(Kind::Work, Minutes::hours(7))]);

    let shown = ask(&courier, token, &format!("{month}/approval-preview"), &json!({}));
    let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
    ask(&courier, token, &format!("{month}/approvals"), &exactly);
    phone.sync(&way).expect("synced");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, &seen.reached[..]), (MonthState::Approved, &[Reached::Approved][..]));

    let end = Some(at_work::START + 8 * HOUR);
    phone.act(|acting| acting.correct(shift, None, end, "Doch bis vier")).expect("corrected");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, &seen.reached[..]), (MonthState::Changed, &[Reached::Saved][..]));
    assert_eq!(seen.unsent[0].says, ["correction"]);
    phone.sync(&way).expect("synced");
    assert_eq!(phone.overview(november).expect("read").reached, [Reached::Office]);
}

type Life = fn(&Path, &str, &str, &World, &AtomicI64);

/// Lives beside a real office on loopback, both on one clock.
fn beside_an_office(seed: u64, life: Life) {
    let place = tempfile::tempdir().expect("a folder");
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(async {
        let now = Arc::new(AtomicI64::new(at_work::START));
        let (seeded, _) = at_work::world(seed);
        let world = World { clock: Arc::new(Moved(Arc::clone(&now))), ..seeded };
        let data = Folder::open(&place.path().join("office")).expect("a folder");
        let settings = Settings {
            listen: vec!["127.0.0.1:0".parse().expect("an address")],
            public_url: None,
            behind_proxy: vec![],
        };
        let serving = Serving::start(data, settings, world.clone()).expect("serving");
        serving.office().write(journal::found).await.expect("founded");
        let token = employer(&serving).await;
        let address = serving.address.clone();
        let root = place.path().join("phone");
        let worker =
            tokio::task::spawn_blocking(move || life(&root, &address, &token, &world, &now));
        let (end, ended) = tokio::sync::oneshot::channel::<()>();
        let watcher = tokio::spawn(async move {
            let lived = worker.await;
            drop(end);
            lived
        });
        serving.until(async { drop(ended.await) }).await.expect("an orderly end");
        watcher.await.expect("no panic").expect("the life holds");
    });
}

#[test]
fn sixty_days_offline_arrive_in_one_sitting_with_a_nonce_long_gone_stale() {
    beside_an_office(11, sixty_days);
}

#[test]
fn a_shift_is_shown_as_saved_then_at_the_office_then_approved_and_anew_after_a_change() {
    beside_an_office(12, one_shift);
}
