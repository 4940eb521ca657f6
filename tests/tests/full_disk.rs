//! A full disk and a read-only disk: a clear refusal, nothing lost, and it
//! works again when there is room. On a small file system of its own where the
//! test may mount one, else with a limit on the size of files.

mod field;

use field::{Caller, Server, program};
use std::path::Path;
use std::process::Command;

fn ran(words: &[&str]) -> bool {
    Command::new(words[0])
        .args(&words[1..])
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A small file system in memory; unmounted when dropped.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    fn mount(at: &'a Path) -> Option<Self> {
        let path = at.to_str().expect("a plain path");
        ran(&["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", path]).then_some(Self(at))
    }

    fn again(&self, how: &str) {
        let path = self.0.to_str().expect("a plain path");
        assert!(ran(&["mount", "-o", &format!("remount,{how}"), path]), "remount {how}");
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        ran(&["umount", "-l", self.0.to_str().unwrap_or_default()]);
    }
}

fn post_refused(phone: &mut Caller, server: &Server) -> Option<(u16, String)> {
    match phone.sync(&server.courier()) {
        Err(assistenz_courier::CourierError::Refused { status, code, .. }) => Some((status, code)),
        _ => None,
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let small = Small::mount(folder.path());
    // Where nothing can be mounted, files may not grow beyond this instead.
    let limited = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];
    let server = Server::start(folder.path(), if small.is_some() { &[] } else { &limited }, &[]);
    let token = server.token.clone().expect("a new team");
    let mut phone = Caller::paired(&server, &token, 1);
    let mut acknowledged = Vec::new();
    phone.tap();
    acknowledged.extend(phone.sync(&server.courier()).expect("there is room"));
    assert_eq!(acknowledged.len(), 1);

    let ballast = folder.path().join("ballast");
    let id = server.id().to_string();
    if small.is_some() {
        let filled = std::fs::write(&ballast, vec![0; 4 << 20]);
        assert!(filled.is_err(), "the disk is full now");
    } else {
        let wal = std::fs::metadata(folder.path().join("ledger.sqlite-wal")).expect("a log");
        let limit = format!("--fsize={}", wal.len());
        assert!(ran(&["prlimit", "--pid", &id, &limit]), "prlimit");
    }
    let mut refused = None;
    for _ in 0..200 {
        phone.tap();
        refused = post_refused(&mut phone, &server);
        if refused.is_some() {
            break;
        }
    }
    let (status, code) = refused.expect("a full disk refuses sooner or later");
    if small.is_some() {
        assert_eq!((status, code.as_str()), (503, "disk_full"));
    } else {
        assert!(status >= 500, "{status} {code}");
    }
    assert!(phone.unproven() > 0, "what was refused still waits on the phone");

    if small.is_some() {
        std::fs::remove_file(&ballast).expect("room again");
    } else {
        assert!(ran(&["prlimit", "--pid", &id, "--fsize=unlimited"]), "prlimit");
    }
    for _ in 0..50 {
        acknowledged.extend(phone.sync(&server.courier()).expect("works again, same process"));
        if phone.unproven() == 0 {
            break;
        }
    }
    assert_eq!(phone.unproven(), 0, "drained");
    assert_eq!(server.stop(), Some(0));
    assert_eq!(field::missing(&folder.path().join("ledger.sqlite"), &acknowledged), []);
    field::assert_log_verifies(folder.path());
}

#[test]
fn a_read_only_disk_is_told_and_works_again_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let small = Small::mount(folder.path());
    let server = Server::start(folder.path(), &[], &[]);
    let token = server.token.clone().expect("a new team");
    let mut phone = Caller::paired(&server, &token, 1);
    phone.tap();
    let mut acknowledged = phone.sync(&server.courier()).expect("there is room");
    assert_eq!(server.stop(), Some(0));

    let path = folder.path().to_str().expect("a plain path");
    match &small {
        Some(small) => small.again("ro"),
        None => assert!(ran(&["chmod", "-R", "a-w", path]), "chmod"),
    }
    let refused = Command::new(program())
        .args(["serve", "--listen", "127.0.0.1:0", "--data", path])
        .output()
        .expect("the program runs");
    assert_eq!(refused.status.code(), Some(3), "something could not be written");
    let told = String::from_utf8(refused.stderr).expect("plain words");
    assert!(told.contains("schreibgeschützt") && told.contains("read-only"), "{told}");
    assert!(refused.stdout.is_empty(), "it never said that it runs");
    match &small {
        Some(small) => small.again("rw"),
        None => assert!(ran(&["chmod", "-R", "u+w", path]), "chmod"),
    }
    let server = Server::start(folder.path(), &[], &[]);
    phone.tap();
    acknowledged.extend(phone.sync(&server.courier()).expect("works again"));
    assert_eq!(acknowledged.len(), 2);
    assert_eq!(server.stop(), Some(0));
    assert_eq!(field::missing(&folder.path().join("ledger.sqlite"), &acknowledged), []);
}
