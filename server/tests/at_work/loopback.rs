//! A real office on loopback and real phones, on one clock that the test moves.

use super::{TestClock, session};
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::log::DeviceForm;
use assistenz_core::pairing::PairingCode;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_courier::{Courier, Patience};
use assistenz_handset::{Paired, Phone, PhoneFolder, Watch};
use assistenz_server::fault::OfficeError;
use assistenz_server::folder::Folder;
use assistenz_server::journal;
use assistenz_server::office::{Office, Turn};
use assistenz_server::ports::World;
use assistenz_server::serve::Serving;
use assistenz_server::settings::Settings;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::Path;

pub(crate) const HOUR: i64 = 3_600_000;

/// On any free port of this machine.
pub(crate) fn loopback(port: u16) -> Settings {
    Settings {
        listen: vec![SocketAddr::from(([127, 0, 0, 1], port))],
        public_url: None,
        behind_proxy: vec![],
    }
}

/// A place under the law of Nordrhein-Westfalen.
pub(crate) fn nw() -> Workplace {
    Workplace { zone: chrono_tz::Europe::Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}

/// Founds a team in this folder.
pub(crate) fn founded(folder: &Path, world: &World) {
    at_rest(folder, world, |turn| journal::found(turn).map(|_| ()));
}

/// Does one piece of work in the folder of an office.
pub(crate) fn at_rest<T: Send + 'static>(
    folder: &Path,
    world: &World,
    work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
) -> T {
    let data = Folder::open(folder).expect("a folder");
    let (office, threads) = Office::open(data, world.clone()).expect("an office");
    let done = office.write_now(work).expect("done");
    drop(office);
    threads.join();
    done
}

/// A session of the employer for the JSON API.
pub(crate) fn employer(folder: &Path, world: &World) -> String {
    at_rest(folder, world, |turn| {
        let operator = journal::operator(turn)?;
        session(turn, &operator, operator.employer)
    })
}

/// What is known of a serving office.
#[derive(Debug, Clone)]
pub(crate) struct At {
    /// Where it listens.
    pub(crate) listens: SocketAddr,
    /// What phones are told.
    pub(crate) address: String,
    pub(crate) pin: Option<[u8; 32]>,
}

/// Runs `work` beside a serving office, then closes it; gives what `work` gave.
pub(crate) fn beside<T: Send + 'static>(
    folder: &Path,
    settings: Settings,
    world: &World,
    work: impl FnOnce(At) -> T + Send + 'static,
) -> T {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(async {
        let data = Folder::open(folder).expect("a folder");
        let serving = Serving::start(data, settings, world.clone()).expect("serving");
        let at = At {
            listens: serving.addresses[0],
            address: serving.address.clone(),
            pin: serving.pin,
        };
        let (end, ended) = tokio::sync::oneshot::channel::<()>();
        let worker = tokio::task::spawn_blocking(move || {
            // Dropped when the work is over, also by a panic.
            let _end = end;
            work(at)
        });
        serving.until(async { drop(ended.await) }).await.expect("an orderly end");
        worker.await.expect("the work holds")
    })
}

/// The way of scripts to the office at this address.
pub(crate) fn courier(address: &str) -> Courier {
    Courier::new(address, None, Patience::default()).expect("an address")
}

/// Posts as the employer and reads the answer.
pub(crate) fn post(courier: &Courier, token: &str, path: &str, body: &Value) -> Value {
    let body = body.to_string().into_bytes();
    let told = courier.post(path, "application/json", Some(token), body).expect(path);
    if told.is_empty() { Value::Null } else { serde_json::from_slice(&told).expect("json") }
}

/// Reads as the employer.
pub(crate) fn get(courier: &Courier, token: &str, path: &str) -> Value {
    serde_json::from_slice(&courier.get(path, Some(token)).expect(path)).expect("json")
}

/// A new member in this role: person and pairing code.
pub(crate) fn invited(courier: &Courier, token: &str, role: &str) -> (PersonId, PairingCode) {
    let told = post(courier, token, "v1/members", &json!({"role": role}));
    let code = told["code"].as_str().expect("a code").parse().expect("a code");
    (told["person"].as_str().expect("an id").parse().expect("an id"), code)
}

/// The employer compares the digits and lets the waiting phone in.
pub(crate) fn let_in(courier: &Courier, token: &str, digits: &str) {
    let waiting = get(courier, token, "v1/pairings");
    let pairing = waiting
        .as_array()
        .and_then(|all| all.iter().find(|one| one["digits"] == digits))
        .expect("it waits")["pairing"]
        .as_str()
        .expect("an id")
        .to_owned();
    let path = format!("v1/pairings/{pairing}/confirmation");
    post(courier, token, &path, &json!({"digits": digits}));
}

/// A new assistant's phone in this folder, let in by the employer.
pub(crate) fn paired(root: &Path, courier: &Courier, token: &str, world: &World) -> Paired {
    let (_, code) = invited(courier, token, "assistant");
    let folder = PhoneFolder::open(root).expect("a folder");
    let asked = folder.ask_to_pair(&code, DeviceForm::Phone, world).expect("asked");
    let_in(courier, token, &asked.digits);
    folder.look_if_paired().expect("paired")
}

/// Takes a paired phone into the hand: a new run of its program.
pub(crate) fn unlocked(root: &Path, world: &World) -> Phone {
    let folder = PhoneFolder::open(root).expect("a folder");
    let watch = Watch::new(world.clone(), chrono_tz::Europe::Berlin).expect("a watch");
    folder.unlock(watch).expect("opened")
}

/// A contract by the hour, with the surcharges of § 3b.
pub(crate) fn contract(personnel_number: u32) -> Value {
    json!({
        "valid_from": "2020-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "standby": { "hourly": { "cents_per_hour": 1390 } },
        "surcharges": assistenz_core::contract::surcharge::Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": personnel_number,
        "workplace": nw(),
    })
}

/// One shift of so many hours, in and out by tap.
pub(crate) fn shift(phone: &mut Phone, clock: &TestClock, hours: i64) -> EventId {
    let shift = phone.act(|acting| acting.clock_in(&nw(), vec![])).expect("in");
    clock.wait(hours * HOUR);
    phone.act(|acting| acting.clock_out()).expect("out");
    shift
}

/// Copies a folder with everything in it.
pub(crate) fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copied(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
