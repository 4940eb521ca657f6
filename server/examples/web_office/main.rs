//! An office for the browser tests: the month of the demo, settled and not yet
//! approved, on a clock that stands still until it is moved.
//!
//! `web_office live DIR` makes `DIR/settled`, which can be copied. `web_office
//! serve DIR [PORT]` serves such a copy: it prints one line of JSON when it
//! listens, then reads commands from standard input, one a line, and answers
//! each with a line: `link PERSON` gives a sign-in link, `wait MS` moves the
//! clock, `signed count` tells how many batches a passkey has signed over,
//! `seventy entries` adds somebody with so many and says who.

mod furnish;

use assistenz_core::document::PersonId;
use assistenz_core::log::{Content, Position, Role};
use assistenz_core::sync::content_of;
use assistenz_core::words::Language;
use assistenz_server::backup::{self, BackupError};
use assistenz_server::commands::sign_in;
use assistenz_server::fault::OfficeError;
use assistenz_server::folder::Folder;
use assistenz_server::office::{Office, Turn};
use assistenz_server::ports::{Clock as _, World};
use assistenz_server::replay::clock::{SeededDice, VirtualClock};
use assistenz_server::replay::{self, Place, Step};
use assistenz_server::serve::Serving;
use assistenz_server::settings::Settings;
use assistenz_server::{desk, journal, month_file};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use std::error::Error;
use std::io::{BufRead as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs, io};

/// 2026-11-03 10:00 in Berlin.
const NOW: i64 = 1_793_696_400_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let usage = "web_office live DIR | web_office serve DIR [PORT]";
    let (what, root) = (arguments.next().ok_or(usage)?, arguments.next().ok_or(usage)?);
    let root = PathBuf::from(root);
    match what.as_str() {
        "live" => {
            let settled = root.join("settled");
            live_until_settled(&root, &settled)?;
            let (office, _threads) = Office::open(Folder::open(&settled)?, world().0)?;
            Ok(office.write_now(furnish::furnish)?)
        }
        "serve" => serve(&root, arguments.next().map_or(Ok(0), |port| port.parse())?),
        _ => Err(usage.into()),
    }
}

/// The office's clock, which stands still until it is moved, and its dice.
fn world() -> (World, Arc<VirtualClock>) {
    let clock = Arc::new(VirtualClock::default());
    clock.move_to(NOW);
    (World { clock: clock.clone(), dice: Arc::new(SeededDice::new(2, "served")) }, clock)
}

/// Lives the month of the demo; what lies there once it is settled is copied.
fn live_until_settled(root: &Path, settled: &Path) -> Result<(), Box<dyn Error>> {
    const MONTH: &str = include_str!("../../../tests/fixtures/months/2026-10-nw.json");
    let file = month_file::read(MONTH)?;
    let (office, devices) = (root.join("office"), root.join("devices"));
    fs::create_dir_all(&devices)?;
    let place = Place { office: &office, devices: &devices };
    let dice = Arc::new(SeededDice::new(1, "web"));
    let mut copied = None;
    replay::live(&file, replay::SEED, dice, place, Language::German, &mut |step| {
        // The office is running: its files are copied as a backup is, not one after the other.
        if let Step::Settled { .. } = step {
            let from = Folder::open(&office).map_err(BackupError::from);
            copied = Some(from.and_then(|from| backup::make(&from, settled, &world().0)));
        }
    })?;
    copied.ok_or("the month was never settled")??;
    Ok(())
}

fn serve(folder: &Path, port: u16) -> Result<(), Box<dyn Error>> {
    let (world, clock) = world();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let settings = Settings {
        listen: vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))],
        public_url: None,
        behind_proxy: Vec::new(),
    };
    let _inside = runtime.enter();
    let serving = Serving::start(Folder::open(folder)?, settings, world)?;
    let office = serving.office().clone();
    let people = office.write_now(people)?;
    let address = serving.address.replace("127.0.0.1", "localhost");
    say(&json!({ "address": address, "people": people, "now": NOW }).to_string())?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        match line.split_once(' ') {
            Some(("link", person)) => {
                say(&format!("/anmelden/link/{}", link(&office, person.parse()?)?))?;
            }
            Some(("signed", "count")) => say(&signed(&office)?.to_string())?,
            Some(("seventy", "entries")) => {
                say(&office.write_now(furnish::seventy)?.to_string())?;
            }
            Some(("wait", ms)) => {
                clock.move_to(clock.now_ms().saturating_add(ms.parse()?));
                say(&clock.now_ms().to_string())?;
            }
            Some(_) | None => say("unknown")?,
        }
    }
    drop(office);
    runtime.block_on(serving.until(async {}))?;
    Ok(())
}

fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

fn link(office: &Office, person: PersonId) -> Result<String, OfficeError> {
    office.write_now(move |turn| {
        let operator = journal::operator(turn)?;
        sign_in::issue(turn, &operator, person)
    })
}

/// How many batches carry a passkey's signature over the hash of exactly their body.
fn signed(office: &Office) -> Result<usize, OfficeError> {
    office.write_now(|turn| {
        let team = journal::only_team(turn.ledger)?;
        let head = turn.ledger.head(team)?.map_or(0, |head| head.epoch);
        let (mut at, mut found) = (Position { epoch: head, seq: 0 }, 0);
        loop {
            let entries = turn.ledger.after(team, at, 512)?;
            let Some((last, _)) = entries.last() else { return Ok(found) };
            at = Position { epoch: head, seq: last.position.seq + 1 };
            for (_, entry) in &entries {
                let Content::Batch(batch) = content_of(entry)? else { continue };
                let header = batch.header();
                let assertion = header.desk.as_ref().and_then(|desk| desk.assertion.as_ref());
                let Some(assertion) = assertion else { continue };
                let said: serde_json::Value =
                    serde_json::from_slice(&assertion.client_data).unwrap_or_default();
                let hash = URL_SAFE_NO_PAD.encode(header.body.0);
                found += usize::from(said["challenge"] == json!(hash));
            }
        }
    })
}

/// Everybody by role.
fn people(turn: &mut Turn<'_>) -> Result<Vec<serde_json::Value>, OfficeError> {
    let operator = journal::operator(turn)?;
    let state = journal::state(turn, operator.team)?;
    let mut found = Vec::new();
    for (person, member) in state.members() {
        let role = Role::ALL.into_iter().find(|role| member.is(*role, turn.now_ms));
        let name = desk::act(turn, &operator, |acting| acting.person_field(person, "name"))?;
        let (person, role) = (person.to_string(), role.map(Role::word));
        found.push(json!({ "person": person, "role": role, "name": name }));
    }
    Ok(found)
}
