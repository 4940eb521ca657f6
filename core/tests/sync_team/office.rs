//! What an employer and an operator do at the office of the team for tests.

#![allow(dead_code, reason = "each test uses its part of it")]

use super::{NOW_MS, TEAM, Team};
use assistenz_core::document::{DocumentId, EntryId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::{Cause, Content, Operation, Record, RecordContent, RecordDraft, Status};
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, Settled, in_force};
use std::path::Path;

/// The office's file comes back as it was, and does not know it.
pub(crate) fn restore(team: &mut Team, backup: &Path) {
    team.books = Store::open_existing(backup).expect("opens");
    team.office = Office::new(40);
    team.now_ms += 60_000;
}

pub(crate) fn by_employer(team: &mut Team, content: RecordContent) -> (EntryId, Settled) {
    let record = sealed(team, 0, content);
    (record.id(), at_desk(team, record.into()))
}

pub(crate) fn sealed(team: &mut Team, device: usize, content: RecordContent) -> Record {
    team.rounds += 1;
    let nonce = [team.rounds; 16];
    let draft = RecordDraft { team: TEAM, nonce, issued_ms: NOW_MS, content, desk: None };
    draft.seal(&[&team.devices[device].key]).expect("in form")
}

/// Taken in without a round.
pub(crate) fn at_desk(team: &mut Team, content: Content) -> Settled {
    team.rounds += 1;
    let (office, log_key, turn) =
        (&mut team.office, &team.log_key, (team.now_ms, [team.rounds; 32]));
    let outcome = team.books.write(|ledger| office.take(ledger, TEAM, &content, log_key, turn));
    outcome.expect("the office works").settled
}

pub(crate) fn revoke(team: &mut Team, index: usize) -> (EntryId, Settled) {
    let device = team.devices[index].key.device();
    by_employer(team, RecordContent::Policy(Operation::RevokeDevice { device }))
}

pub(crate) fn release(team: &mut Team, batch: EntryId, cause: Cause) -> Settled {
    by_employer(team, RecordContent::Verdict { batch, status: Status::Released, cause }).1
}

pub(crate) fn held(store: &mut Store, id: EntryId) -> Option<u32> {
    let row = store.read(|ledger| ledger.held(TEAM, id)).expect("reads")?;
    (row.status == assistenz_core::ledger::HeldStatus::Held).then_some(row.cause)
}

pub(crate) fn loaded(store: &mut Store, document: DocumentId) -> Vec<EntryId> {
    let batches = store.read(|ledger| in_force(ledger, TEAM, &document.into())).expect("reads");
    batches.iter().map(assistenz_core::log::SignedBatch::id).collect()
}

pub(crate) fn number(cause: Cause) -> Option<u32> {
    Some(u32::from(cause.number()))
}
