//! Listening for real, on this machine: the pinned certificate, the proxy, and
//! an orderly end.

mod at_work;

use assistenz_core::log::Credential;
use assistenz_courier::{Courier, CourierError, KeyPin, Patience};
use assistenz_server::folder::{Folder, FolderError};
use assistenz_server::office::Office;
use assistenz_server::serve::{ServeError, Serving};
use assistenz_server::settings::Settings;
use assistenz_server::{door, journal};
use at_work::loopback::At;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

fn settings(url: Option<&str>, proxies: &[&str]) -> Settings {
    Settings {
        listen: vec!["127.0.0.1:0".parse().expect("an address")],
        public_url: url.map(str::to_owned),
        behind_proxy: proxies.iter().map(|ip| ip.parse().expect("an address")).collect(),
    }
}

/// Beside an office that serves this folder.
fn beside<T: Send + 'static>(
    folder: &Path,
    settings: Settings,
    work: impl FnOnce(&str, Option<[u8; 32]>) -> T + Send + 'static,
) -> T {
    let (world, _) = at_work::world(3);
    let work = move |at: At| work(&at.listens.to_string(), at.pin);
    at_work::loopback::beside(folder, settings, &world, work)
}

fn health(address: &str, pin: Option<KeyPin>) -> Result<Vec<u8>, CourierError> {
    Courier::new(address, pin, Patience::default()).expect("an address").get("healthz", None)
}

#[test]
fn the_pinned_key_is_accepted_and_every_other_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = Some("https://127.0.0.1:1");
    let first = beside(folder.path(), settings(url, &[]), |at, pin| {
        let pin = KeyPin::new(pin.expect("an own certificate"));
        let address = format!("https://{at}");
        assert!(health(&address, Some(pin)).is_ok(), "the right pin");
        let mut wrong = *pin.bytes();
        wrong[31] ^= 1;
        for other in [wrong, [0; 32]] {
            let refused = health(&address, Some(KeyPin::new(other)));
            assert!(matches!(refused, Err(CourierError::WrongKey)), "{refused:?}");
        }
        let unpinned = health(&address, None);
        assert!(matches!(unpinned, Err(CourierError::WrongKey)), "no authority: {unpinned:?}");
        assert!(health(&format!("http://{at}"), Some(pin)).is_err(), "no plain words here");
        pin
    });
    let again = beside(folder.path(), settings(url, &[]), |at, pin| {
        let pin = KeyPin::new(pin.expect("an own certificate"));
        assert!(health(&format!("https://{at}"), Some(pin)).is_ok());
        pin
    });
    assert_eq!(first, again, "the key stays, so phones stay paired");
}

/// Sends words as they are and gives the whole answer.
fn raw(at: &str, words: &str) -> String {
    let mut stream = TcpStream::connect(at).expect("somebody listens");
    stream.write_all(words.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer in words");
    answer
}

#[test]
fn behind_a_proxy_only_the_proxy_may_speak() {
    let ask = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    for (proxies, header, status) in [
        (&["127.0.0.1"][..], "X-Forwarded-For: 203.0.113.9\r\n", "200"),
        (&["127.0.0.1"], "", "200"),
        (&["127.0.0.1"], "X-Forwarded-For: nonsense\r\n", "422"),
        (&["192.0.2.1"], "", "421"),
        (&["192.0.2.1"], "X-Forwarded-For: 192.0.2.1\r\n", "421"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = settings(Some("https://office.example"), proxies);
        let words = format!("{ask}{header}\r\n");
        let answer = beside(folder.path(), settings, move |at, pin| {
            assert_eq!(pin, None, "the proxy brings the certificate");
            raw(at, &words)
        });
        let first = answer.lines().next().unwrap_or_default().to_owned();
        assert!(first.contains(status), "{proxies:?} {header}: {first}");
    }
}

#[test]
fn strangers_behind_one_proxy_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = settings(Some("https://office.example"), &["127.0.0.1"]);
    let (first, second) = beside(folder.path(), settings, |at, _| {
        let guess = |from: &str| {
            let body = format!(
                r#"{{"token":"{}","public_key":"{}","form":"phone"}}"#,
                "00".repeat(16),
                "00".repeat(32)
            );
            let words = format!(
                "POST /v1/pair HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: {from}\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                body.len()
            );
            raw(at, &words).lines().next().unwrap_or_default().contains("429")
        };
        let first: Vec<bool> = (0..22).map(|_| guess("203.0.113.1")).collect();
        (first, guess("203.0.113.2"))
    });
    assert_eq!(first.iter().filter(|refused| **refused).count(), 2);
    assert!(!second, "another client of the same proxy");
}

#[test]
fn a_folder_is_served_by_one_office_at_a_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    beside(folder.path(), settings(None, &[]), move |_, _| {
        let (world, _) = at_work::world(4);
        let data = Folder::open(&path).expect("a folder");
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let _inside = runtime.enter();
        let second = Serving::start(data, settings(None, &[]), world);
        assert!(matches!(second, Err(ServeError::Folder(FolderError::InUse))), "{second:?}");
    });
}

#[test]
fn open_nudges_do_not_keep_an_office_from_closing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (world, _) = at_work::world(5);
    let data = Folder::open(folder.path()).expect("a folder");
    let (office, threads) = Office::open(data, world).expect("an office");
    office
        .write_now(|turn| {
            let (team, person) = journal::found(turn)?;
            let credential = Credential::CommandLine;
            let expires_ms = turn.now_ms + 1;
            let (id, stepped_ms) = ([1; 16], turn.now_ms);
            let session = door::Session { id, team, person, credential, stepped_ms, expires_ms };
            Ok(turn.door.add_session("key", &session, turn.now_ms)?)
        })
        .expect("founded");
    drop(office);
    threads.join();
    let stream = beside(folder.path(), settings(None, &[]), |at, _| {
        let mut stream = TcpStream::connect(at).expect("somebody listens");
        let words = "GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer key\r\n\r\n";
        stream.write_all(words.as_bytes()).expect("sent");
        let mut told = String::new();
        while !told.contains("event: news") {
            let mut piece = [0; 256];
            let read = stream.read(&mut piece).expect("the stream goes on");
            assert!(read > 0, "ended: {told}");
            told.push_str(&String::from_utf8_lossy(&piece[..read]));
        }
        // Still open when the office is told to close.
        stream
    });
    drop(stream);
}

#[test]
fn an_office_goes_on_when_whoever_started_it_no_longer_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let (serving, mut complaints) = at_work::program::serve_into(folder.path(), writer.into());
    // Ends with the office at the latest.
    let told = complaints.find(|line| line.contains("nobody reads what the office says"));
    assert!(told.is_some(), "it says so in its log");
    let address = std::fs::read_to_string(folder.path().join("serving.address")).expect("told");
    assert!(health(address.trim(), None).is_ok(), "and it answers");
    drop(serving);
}
