//! kill -9 of the real server while sixteen phones write: nothing that was
//! acknowledged is lost, and the log still proves itself.

mod field;

use assistenz_core::document::EntryId;
use field::{Caller, Server};
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const PHONES: u8 = 16;

/// How often it is killed: `ASSISTENZ_KILLS`, 20 unless told.
fn kills() -> usize {
    std::env::var("ASSISTENZ_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

#[test]
fn a_killed_server_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(folder.path(), &[], &[]);
    let token = server.token.clone().expect("a new team");
    let mut phones: Vec<Caller> =
        (1..=PHONES).map(|seed| Caller::paired(&server, &token, seed)).collect();
    let mut acknowledged: Vec<EntryId> = Vec::new();
    let mut dice = ChaCha8Rng::seed_from_u64(9);
    let mut cut_off = 0;
    for _ in 0..kills() {
        let enough = AtomicBool::new(false);
        let courier = server.courier();
        let wait = Duration::from_millis(dice.random_range(20..400));
        std::thread::scope(|scope| {
            let writers: Vec<_> = phones
                .iter_mut()
                .map(|phone| {
                    let (courier, enough) = (courier.clone(), &enough);
                    scope.spawn(move || {
                        let (mut proven, mut failed) = (Vec::new(), 0);
                        while !enough.load(Ordering::SeqCst) {
                            phone.tap();
                            match phone.sync(&courier) {
                                Ok(more) => proven.extend(more),
                                Err(_) => {
                                    failed += 1;
                                    break;
                                }
                            }
                        }
                        (proven, failed)
                    })
                })
                .collect();
            // The moment of the kill is what is random here, so this one waits.
            std::thread::park_timeout(wait);
            server.kill();
            enough.store(true, Ordering::SeqCst);
            for writer in writers {
                let (proven, failed) = writer.join().expect("a writer");
                acknowledged.extend(proven);
                cut_off += failed;
            }
        });
        let ledger = folder.path().join("ledger.sqlite");
        assert_eq!(field::missing(&ledger, &acknowledged), [], "acknowledged and lost");
        server = Server::start(folder.path(), &[], &[]);
    }
    assert!(cut_off > 0, "at least one request was under way when the server died");
    // After the last restart everything that waits gets through.
    let courier = server.courier();
    for phone in &mut phones {
        for _ in 0..50 {
            if phone.unproven() == 0 {
                break;
            }
            acknowledged.extend(phone.sync(&courier).expect("the server runs"));
        }
        assert_eq!(phone.unproven(), 0, "drained");
    }
    assert!(acknowledged.len() > kills() * 4, "only {} writes", acknowledged.len());
    assert_eq!(server.stop(), Some(0));
    assert_eq!(field::missing(&folder.path().join("ledger.sqlite"), &acknowledged), []);
    field::assert_log_verifies(folder.path());
    eprintln!("kills {}, acknowledged {}, cut off {cut_off}, lost 0", kills(), acknowledged.len());
}
