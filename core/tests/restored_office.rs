//! What an office that came back from a backup gets back, judges again, and
//! what at last is not offered to it any more.

mod sync_team;

use assistenz_core::document::{DocumentId, EntryId, Incarnation, PersonId};
use assistenz_core::ledger::{Engine as _, Waiting};
use assistenz_core::log::{
    Cause, DeviceForm, DeviceKey, Operation, Position, RecordContent, Signer as _, codec,
};
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, Phone, Request, Settled, Standing, SyncError, keep};
use std::io::Read as _;
use std::path::Path;
use sync_team::office::{at_desk, held, loaded, number, release, restore, revoke, sealed};
use sync_team::{
    ASSISTANT, TEAM, Team, exchange, in_stream, punch, sitting, take, tap, team, time,
};

/// What the next request of a device offers.
fn offered(team: &mut Team, index: usize) -> Vec<EntryId> {
    let (wire, answer) = exchange(team, index);
    let mut bytes = Vec::new();
    flate2::read::DeflateDecoder::new(&wire[..]).read_to_end(&mut bytes).expect("inflates");
    let mut reader = codec::Reader::new(&bytes);
    reader.array(2, 2).expect("body and signature");
    let request: Request = codec::decode(reader.bytes().expect("a body")).expect("in form");
    take(team, index, &answer).expect("holds");
    request.offers.iter().map(|offer| offer.content.id()).collect()
}

/// One entry by the phone that is revoked, and one by the other phone that
/// builds on it, both let in by an office that has lost the revocation.
fn written_behind_a_lost_revocation(team: &mut Team, folder: &Path) -> (DocumentId, [EntryId; 2]) {
    let backup = folder.join("office.db");
    for index in 0..3 {
        sitting(team, index);
    }
    team.books.backup_to(&backup).expect("backs up");
    team.now_ms += 60_000;
    assert_eq!(revoke(team, 1).1, Settled::InForce);
    sitting(team, 0);
    restore(team, &backup);
    punch(&mut team.devices[1], 0, 1);
    sitting(team, 1);
    sitting(team, 2);
    punch(&mut team.devices[2], 1, 1);
    sitting(team, 2);
    let document = time("2026-01");
    let ids = loaded(&mut team.books, document);
    (document, ids.try_into().expect("both are in force at first"))
}

#[test]
fn what_a_recovered_revocation_covers_is_judged_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut team = team();
    let (document, [revoked, depending]) =
        written_behind_a_lost_revocation(&mut team, folder.path());
    team.now_ms += 60_000;
    // The employer's phone brings the revocation back.
    sitting(&mut team, 0);
    assert_eq!(loaded(&mut team.books, document), [], "nothing of it is in force");
    assert_eq!(held(&mut team.books, revoked), number(Cause::Revoked));
    assert_eq!(held(&mut team.books, depending), number(Cause::Depends));
    // The phones follow, and whose entry it is sees that it is held.
    sitting(&mut team, 2);
    assert_eq!(loaded(&mut team.devices[2].store, document), []);
    let device = &mut team.devices[2];
    let phone = &mut device.phone;
    let known = device.store.read(|ledger| phone.batches(ledger, document)).expect("reads");
    let known: Vec<_> = known.iter().map(|one| (one.batch.id(), one.standing)).collect();
    assert_eq!(known, [(depending, Standing::Held)]);
    // The employer wants it after all: it comes back with what hangs on it.
    assert_eq!(release(&mut team, revoked, Cause::Revoked), Settled::InForce);
    for index in [0, 2] {
        sitting(&mut team, index);
        assert_eq!(loaded(&mut team.devices[index].store, document), [revoked, depending]);
    }
    assert_eq!(loaded(&mut team.books, document), [revoked, depending]);
    // Told once more, by whoever: what the employer decided stays.
    sitting(&mut team, 0);
    assert_eq!(loaded(&mut team.books, document), [revoked, depending]);
}

#[test]
fn it_does_not_matter_who_comes_first_to_a_restored_office() {
    for first in [0, 2] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut team = team();
        for index in 0..3 {
            sitting(&mut team, index);
        }
        let backup = folder.path().join("office.db");
        team.books.backup_to(&backup).expect("backs up");
        team.now_ms += 60_000;
        // Rightly in force, then the revocation; both are lost.
        let batch = tap(&mut team.devices[1], time("2026-10"), 1);
        sitting(&mut team, 1);
        sitting(&mut team, 2);
        assert_eq!(revoke(&mut team, 1).1, Settled::InForce);
        // Only the employer's phone hears of the revocation.
        sitting(&mut team, 0);
        restore(&mut team, &backup);
        for index in [first, 2 - first, first] {
            sitting(&mut team, index);
        }
        let what = format!("device {first} comes first");
        assert_eq!(held(&mut team.books, batch), number(Cause::Revoked), "{what}");
        assert_eq!(loaded(&mut team.devices[2].store, time("2026-10")), [], "{what}");
    }
}

#[test]
fn a_revocation_whose_answer_was_lost_covers_what_came_meanwhile() {
    let folder = tempfile::tempdir().expect("a folder");
    let backup = folder.path().join("office.db");
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    team.books.backup_to(&backup).expect("backs up");
    team.now_ms += 60_000;
    let device = team.devices[1].key.device();
    let content = RecordContent::Policy(Operation::RevokeDevice { device });
    let record = sealed(&mut team, 0, content);
    let employer = &mut team.devices[0];
    let phone = &employer.phone;
    employer.store.write(|ledger| phone.offer(ledger, &record)).expect("offers");
    // The office has it, the employer's phone has no answer. Another phone notices
    // the restore that follows, and the revoked one writes on.
    exchange(&mut team, 0);
    sitting(&mut team, 2);
    restore(&mut team, &backup);
    let batch = tap(&mut team.devices[1], time("2026-10"), 1);
    sitting(&mut team, 1);
    sitting(&mut team, 2);
    sitting(&mut team, 0);
    assert_eq!(held(&mut team.books, batch), number(Cause::Revoked));
}

#[test]
fn what_is_not_let_in_is_offered_again_only_when_something_has_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let backup = folder.path().join("office.db");
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    team.books.backup_to(&backup).expect("backs up");
    team.now_ms += 60_000;
    let document = time("2026-10");
    let batch = tap(&mut team.devices[1], document, 1);
    sitting(&mut team, 1);
    let seen = RecordContent::Seen { person: PersonId::new([1; 16]), batches: vec![batch] };
    let (office, log_key, turn) = (&mut team.office, &team.log_key, (team.now_ms, [211; 32]));
    let (mark, _) = team
        .books
        .write(|ledger| office.record(ledger, TEAM, seen, log_key, turn))
        .expect("the office works");
    sitting(&mut team, 2);
    restore(&mut team, &backup);
    assert_eq!(revoke(&mut team, 1).1, Settled::InForce, "for the first time, nothing came back");
    sitting(&mut team, 2);
    assert_eq!(held(&mut team.books, batch), number(Cause::Revoked), "as the test needs it");
    assert_eq!(offered(&mut team, 2), [], "a mark on what is held waits, and is not sent again");
    let waits = team.devices[2].store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    assert_eq!(waits.iter().map(|row| row.id).collect::<Vec<_>>(), [mark], "it is kept");
    assert_eq!(release(&mut team, batch, Cause::Revoked), Settled::InForce);
    sitting(&mut team, 2);
    assert_eq!(in_stream(&mut team.devices[2], document), 3, "release, batch and mark");
    let waits = team.devices[2].store.read(|ledger| ledger.outbox(TEAM)).expect("reads");
    assert_eq!(waits, []);
}

#[test]
fn what_is_never_let_in_is_not_offered_any_more() {
    let mut team = team();
    for index in 0..3 {
        sitting(&mut team, index);
    }
    let key = DeviceKey::from_seed(&[99; 32]).public();
    let operation = Operation::AddDevice { person: ASSISTANT, key, form: DeviceForm::Phone };
    let record = sealed(&mut team, 1, RecordContent::Policy(operation));
    assert_eq!(revoke(&mut team, 1).1, Settled::InForce);
    assert_eq!(at_desk(&mut team, record.clone().into()), Settled::Never, "of a revoked device");
    let id = record.id();
    team.devices[2]
        .store
        .write(|ledger| {
            keep(ledger, TEAM, &record.clone().into())?;
            ledger.enqueue(TEAM, id, Waiting::Reoffer, Some(Position::new(1, 9)))
        })
        .expect("as if it had been in the stream");
    assert_eq!(offered(&mut team, 2), [id]);
    assert_eq!(offered(&mut team, 2), []);
    let store = &mut team.devices[2].store;
    assert!(store.read(|ledger| ledger.has(TEAM, id)).expect("reads"), "the phone keeps it");
    assert_eq!(store.read(|ledger| ledger.outbox(TEAM)).expect("reads"), []);
}

#[test]
fn a_held_beginning_of_a_chain_comes_back_to_a_restored_office() {
    let folder = tempfile::tempdir().expect("a folder");
    let backup = folder.path().join("office.db");
    let mut team = team();
    team.books.backup_to(&backup).expect("backs up");
    // Held, so in nobody's stream; then one that the other phone reads.
    let month = "2026-10".parse().expect("a month");
    let held = tap(&mut team.devices[1], DocumentId::time(PersonId::new([1; 16]), month), 1);
    let read = tap(&mut team.devices[1], time("2026-10"), 2);
    sitting(&mut team, 1);
    sitting(&mut team, 2);
    team.books = Store::open_existing(&backup).expect("opens");
    team.office = Office::new(40);
    // The other phone is first, and brings back only the second of the chain.
    sitting(&mut team, 2);
    let office_has = |team: &mut Team, id| {
        let kept = team.books.read(|ledger| ledger.entry(TEAM, id)).expect("reads");
        kept.is_some_and(|kept| kept.place.is_some())
    };
    assert!(office_has(&mut team, read) && !office_has(&mut team, held), "as the test needs it");
    sitting(&mut team, 1);
    assert!(office_has(&mut team, held), "its writer closes the gap");
    let row = team.books.read(|ledger| ledger.held(TEAM, held)).expect("reads");
    assert!(row.is_some(), "and it is judged as before");
}

#[test]
fn a_fork_once_held_comes_back_to_a_restored_office() {
    let folder = tempfile::tempdir().expect("a folder");
    let (backup, phone) = (folder.path().join("office.db"), folder.path().join("phone.db"));
    let mut team = team();
    team.books.backup_to(&backup).expect("backs up");
    team.devices[1].store.backup_to(&phone).expect("backs up");
    let first = tap(&mut team.devices[1], time("2026-10"), 1);
    sitting(&mut team, 1);
    sitting(&mut team, 2);
    // The phone comes back without its last batch and does not notice.
    team.devices[1].store = Store::open_existing(&phone).expect("opens");
    team.devices[1].phone = Phone::new(TEAM, team.log_key.public());
    let fork = tap(&mut team.devices[1], time("2026-11"), 2);
    let (_, answer) = exchange(&mut team, 1);
    assert!(take(&mut team, 1, &answer).expect("holds").new_incarnation);
    let device = &mut team.devices[1];
    let (phone, key) = (&mut device.phone, &device.key);
    let again = device
        .store
        .write(|ledger| phone.write_again(ledger, Incarnation::new([77; 8]), key))
        .expect("begins");
    assert!(again.is_empty(), "the fork is stored, nothing is to be written again");
    sitting(&mut team, 1);
    team.books = Store::open_existing(&backup).expect("opens");
    team.office = Office::new(40);
    // The other phone is first, and brings back the other branch.
    sitting(&mut team, 2);
    sitting(&mut team, 1);
    for (id, cause) in [(first, None), (fork, Some(u32::from(Cause::Fork.number())))] {
        let (kept, row) = team
            .books
            .read(|ledger| Ok::<_, SyncError>((ledger.entry(TEAM, id)?, ledger.held(TEAM, id)?)))
            .expect("reads");
        assert!(kept.is_some_and(|kept| kept.place.is_some()), "{id} is back");
        assert_eq!(row.map(|row| row.cause), cause);
    }
}
