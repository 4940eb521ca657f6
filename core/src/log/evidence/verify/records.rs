//! Records: what they say of batches that stand before them.

use super::{Reading, Standing};
use crate::document::EntryId;
use crate::log::batch::About;
use crate::log::cause::Cause;
use crate::log::entry::Position;
use crate::log::evidence::report::{FindingKind, Note};
use crate::log::operation::Operation;
use crate::log::record::{Record, RecordContent, Status};
use crate::log::stream::Stream;
use std::collections::BTreeSet;

impl Reading {
    pub(super) fn record(
        &mut self,
        record: &Record,
        position: Position,
        at_ms: i64,
        offset: usize,
    ) {
        let is_pending = |batch: EntryId| self.pending.as_ref().is_some_and(|one| one.id == batch);
        let held = record.content().verdict(Status::Held);
        let held_next = held.filter(|(batch, _)| is_pending(*batch)).map(|(_, cause)| cause);
        let refused = if record.header().team == self.report.team {
            self.policy.apply(record, position, at_ms).err()
        } else {
            self.resolve_pending(None);
            self.found(FindingKind::WrongTeam, offset, None);
            return;
        };
        if let Some(why) = refused {
            self.resolve_pending(None);
            self.found(FindingKind::RecordRefused, offset, Some(why.code()));
            return;
        }
        self.records.insert(record.id());
        self.step(record, position);
        if held_next.is_some() {
            self.resolve_pending(held_next);
            return;
        }
        self.resolve_pending(None);
        match record.content() {
            RecordContent::Policy(Operation::RecoveredByOperator { .. }) => {
                self.report.notes.push(Note::RecoveredByOperator { position });
            }
            RecordContent::Policy(_) | RecordContent::Epoch { .. } => {}
            RecordContent::Verdict { batch, status, cause } => {
                let signer = record.signatures().first().map(|(key, _)| *key);
                let decided = signer.is_none_or(|key| self.policy.log_key_by_id(key).is_none());
                self.verdict(*batch, (*status, *cause), (position, at_ms, decided), offset);
            }
            RecordContent::Withdrawal { batch, cause, by } => {
                if !self.withdraw(*batch, *cause, by) {
                    self.found(FindingKind::Withdrawal, offset, None);
                }
            }
            RecordContent::Purge { about, rule, batches } => {
                self.purge(*about, rule, batches, offset);
            }
            RecordContent::Export { statements, .. } => {
                self.exported.extend(statements.iter().map(|(_, hash)| *hash));
            }
            RecordContent::Seen { batches, .. } => {
                let abouts: Option<BTreeSet<About>> =
                    batches.iter().map(|id| self.batches.get(id).map(|b| b.about)).collect();
                if abouts.is_none_or(|abouts| abouts.len() != 1) {
                    self.found(FindingKind::Seen, offset, None);
                }
            }
        }
    }

    /// Keeps the policy after one of its records.
    pub(super) fn step(&mut self, record: &Record, position: Position) {
        let operation = match record.content() {
            RecordContent::Policy(operation) => Some(operation.clone()),
            RecordContent::Epoch { .. } => None,
            RecordContent::Verdict { .. }
            | RecordContent::Purge { .. }
            | RecordContent::Export { .. }
            | RecordContent::Seen { .. }
            | RecordContent::Withdrawal { .. } => return,
        };
        self.steps.push((position, record.id(), operation, self.policy.clone()));
    }

    /// Takes a batch out of force; `false` if it may not be.
    pub(super) fn withdraw(&mut self, id: EntryId, cause: Cause, by: &[EntryId]) -> bool {
        let restored = self.epoch.as_ref().is_some_and(|epoch| epoch.restored);
        let Some(known) = self.batches.get_mut(&id) else { return false };
        let in_force = match known.standing {
            Standing::InForce | Standing::Released => true,
            Standing::Held(_) | Standing::Refused(_) => false,
        };
        let covers = || {
            let (force, at_ms) = known.force;
            let named: Vec<(Position, &Operation)> = by
                .iter()
                .filter_map(|id| {
                    let (position, _, operation, _) =
                        self.steps.iter().find(|(_, step, ..)| step == id)?;
                    operation.as_ref().map(|operation| (*position, operation))
                })
                .collect();
            let before = self.steps.partition_point(|(position, ..)| *position < force);
            let before = before.checked_sub(1).and_then(|last| self.steps.get(last));
            named.len() == by.len()
                && named.is_sorted_by(|a, b| a.0 < b.0)
                && named.first().is_some_and(|(position, _)| *position > force)
                && !known.decided
                && before.is_some_and(|(.., state)| {
                    let operations: Vec<&Operation> = named.iter().map(|(_, one)| *one).collect();
                    state.withdraws(&known.header, at_ms, &operations) == Some(cause)
                })
        };
        // That it depends on what is withdrawn next is the office's word.
        let may = restored && in_force && (cause == Cause::Depends || covers());
        if may {
            known.standing = Standing::Held(cause);
        }
        may
    }

    pub(super) fn verdict(
        &mut self,
        id: EntryId,
        (status, cause): (Status, Cause),
        (position, at_ms, decided): (Position, i64, bool),
        offset: usize,
    ) {
        let Some(known) = self.batches.get_mut(&id) else {
            self.found(FindingKind::Verdict, offset, None);
            return;
        };
        let next = match (status, known.standing) {
            (Status::Held, Standing::Held(before)) if before.is_judged_again() => {
                Some(Standing::Held(cause))
            }
            (Status::Released, Standing::Held(before) | Standing::Refused(before))
                if before == cause && cause != Cause::Gate =>
            {
                Some(Standing::Released)
            }
            (Status::Refused, Standing::Held(before)) if before == cause => {
                Some(Standing::Refused(cause))
            }
            (Status::Held | Status::Released | Status::Refused, _) => None,
        };
        match next {
            Some(standing) => {
                if standing == Standing::Released {
                    (known.force, known.decided) = ((position, at_ms), decided);
                }
                known.standing = standing;
            }
            None => self.found(FindingKind::Verdict, offset, None),
        }
    }

    pub(super) fn purge(&mut self, about: About, rule: &str, batches: &[EntryId], offset: usize) {
        let mut bodies = 0;
        for id in batches {
            match self.batches.get_mut(id) {
                Some(known) if known.about == about && !known.is_purged => {
                    known.is_purged = true;
                    bodies += 1;
                    if known.has_body {
                        let (position, offset) = (Some(known.position), known.offset);
                        self.report.found(FindingKind::BodyUnexpected, position, offset, None);
                    }
                }
                Some(_) | None => self.found(FindingKind::Purge, offset, None),
            }
        }
        self.report.counts.purged += bodies as u64;
        let document = Stream::Document(about);
        self.report.notes.push(Note::Purged { document, rule: rule.to_owned(), bodies });
    }
}
