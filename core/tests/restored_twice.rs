//! What phones and office know of places and losses when restores follow each
//! other.

mod sync_team;

use assistenz_core::document::{DocumentId, EntryId};
use assistenz_core::ledger::{Engine as _, Place};
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{Cause, Checkpoint, LogKey, codec};
use assistenz_core::store::Store;
use assistenz_core::sync::{Settled, Stood};
use std::path::Path;
use sync_team::office::{held, loaded, number, release, restore, revoke};
use sync_team::{TEAM, Team, exchange, punch, sitting, take, tap, team, time};

fn places(store: &mut Store, stream: Stream) -> Vec<(EntryId, Place)> {
    let name = codec::encode(&stream);
    let members = store.read(|ledger| ledger.members(TEAM, &name, 0, usize::MAX)).expect("reads");
    members.into_iter().map(|member| (member.id, member.place)).collect()
}

fn back_up(team: &mut Team, file: &Path) {
    team.books.backup_to(file).expect("backs up");
    team.now_ms += 60_000;
}

#[test]
fn what_comes_back_elsewhere_stands_elsewhere_on_every_phone() {
    let folder = tempfile::tempdir().expect("a folder");
    let backup = folder.path().join("office.db");
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    back_up(&mut team, &backup);
    let document = time("2026-10");
    let other: DocumentId = time("2026-11");
    let batch = tap(&mut team.devices[1], document, 1);
    for index in [1, 0, 2] {
        sitting(&mut team, index);
    }
    restore(&mut team, &backup);
    // Something else comes first, so that nothing comes back to its old place.
    tap(&mut team.devices[2], other, 2);
    for index in [2, 1, 0, 2, 1] {
        sitting(&mut team, index);
    }
    let stream = Stream::from(document);
    let office = places(&mut team.books, stream);
    assert_eq!(office.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [batch]);
    assert_eq!(office[0].1.position.epoch, 2, "as the test needs it");
    for (index, device) in team.devices.iter_mut().enumerate() {
        assert_eq!(places(&mut device.store, stream), office, "device {index}");
    }
}

/// The first restore loses a revocation, the second the record of the first. In
/// between the revoked phone wrote something, and all phones went on into the
/// epoch that was lost; then they come in this order.
fn twice_restored(order: &[usize]) -> (Team, DocumentId, EntryId) {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second) = (folder.path().join("first.db"), folder.path().join("second.db"));
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    back_up(&mut team, &first);
    // By this the other phone will know of the first loss.
    tap(&mut team.devices[2], time("2026-11"), 2);
    sitting(&mut team, 2);
    team.now_ms += 60_000;
    assert_eq!(revoke(&mut team, 1).1, Settled::InForce);
    sitting(&mut team, 0);
    restore(&mut team, &first);
    let document = time("2026-10");
    let batch = tap(&mut team.devices[1], document, 1);
    sitting(&mut team, 1);
    back_up(&mut team, &second);
    // The other phone shows the restore. The employer's hears of it, and does not
    // come to bring the revocation back.
    sitting(&mut team, 2);
    let (_, answer) = exchange(&mut team, 0);
    assert!(take(&mut team, 0, &answer).expect("holds").new_epoch, "as the test needs it");
    team.now_ms += 60_000;
    sitting(&mut team, 2);
    restore(&mut team, &second);
    assert_eq!(loaded(&mut team.books, document), [batch], "as the test needs it");
    for index in order {
        team.now_ms += 60_000;
        sitting(&mut team, *index);
    }
    (team, document, batch)
}

#[test]
fn a_second_restore_does_not_lose_since_when_a_revocation_counts() {
    // Also where somebody who knows only of the second loss comes first.
    for order in [[0, 2, 0], [2, 0, 2]] {
        let (mut team, document, batch) = twice_restored(&order);
        assert_eq!(held(&mut team.books, batch), number(Cause::Revoked), "{order:?}");
        assert_eq!(loaded(&mut team.devices[2].store, document), [], "{order:?}");
    }
}

#[test]
fn a_checkpoint_that_is_not_of_the_lost_log_moves_no_bound() {
    let folder = tempfile::tempdir().expect("a folder");
    // Not signed by the office, or of a log that the office's goes on from.
    for forged in [true, false] {
        let backup = folder.path().join(format!("{forged}.db"));
        let mut team = team();
        sitting(&mut team, 2);
        let (_, _, early) = team.devices[2]
            .store
            .read(|ledger| ledger.last_checkpoint(TEAM))
            .expect("reads")
            .expect("has one");
        let document = time("2026-10");
        team.now_ms += 60_000;
        let batch = tap(&mut team.devices[1], document, 1);
        for index in 0..3 {
            sitting(&mut team, index);
        }
        back_up(&mut team, &backup);
        let (revocation, settled) = revoke(&mut team, 1);
        assert_eq!(settled, Settled::InForce);
        sitting(&mut team, 2);
        let key = format!("sync/stood/{revocation}");
        let device = &mut team.devices[2];
        let kept = device.store.read(|ledger| ledger.note(TEAM, &key)).expect("reads");
        let mut told: Stood = codec::decode(&kept.expect("kept")).expect("in form");
        told.under = Some(if forged {
            let early = Checkpoint::parse(&early).expect("in form");
            let epoch = (early.epoch, early.epoch_nonce);
            let key = LogKey::from_seed(&[66; 32]);
            Checkpoint::seal(TEAM, epoch, 1_000, early.root, 0, &key).to_text()
        } else {
            early
        });
        let told = codec::encode(&told);
        device.store.write(|ledger| ledger.put_note(TEAM, &key, &told)).expect("writes");
        restore(&mut team, &backup);
        sitting(&mut team, 2);
        let name = codec::encode(&Stream::Policy);
        let back = team.books.read(|ledger| ledger.is_member(TEAM, &name, revocation));
        assert!(back.expect("reads"), "as the test needs it");
        assert_eq!(loaded(&mut team.books, document), [batch], "it was there before the loss");
    }
}

#[test]
fn what_waited_for_something_is_not_released_when_its_right_was_lost_meanwhile() {
    let folder = tempfile::tempdir().expect("a folder");
    let backup = folder.path().join("office.db");
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    back_up(&mut team, &backup);
    punch(&mut team.devices[2], 0, 1);
    sitting(&mut team, 2);
    sitting(&mut team, 1);
    team.now_ms += 60_000;
    assert_eq!(revoke(&mut team, 1).1, Settled::InForce);
    sitting(&mut team, 0);
    restore(&mut team, &backup);
    // What it builds on is lost too, so it is held; then the revocation comes back.
    punch(&mut team.devices[1], 1, 1);
    let (_, answer) = exchange(&mut team, 1);
    let answers = take(&mut team, 1, &answer).expect("holds").answers;
    let waits = answers[0].id;
    assert_eq!(held(&mut team.books, waits), number(Cause::Depends), "as the test needs it");
    sitting(&mut team, 0);
    sitting(&mut team, 2);
    assert_eq!(loaded(&mut team.books, time("2026-01")).len(), 1, "what it builds on is back");
    assert_eq!(held(&mut team.books, waits), number(Cause::Depends), "the employer decides");
    assert_eq!(release(&mut team, waits, Cause::Depends), Settled::InForce);
    assert_eq!(loaded(&mut team.books, time("2026-01")).len(), 2);
}
