//! Batches: signature, chain, right, body, and the verdict behind them.

use super::{Known, Pending, Reading, Standing};
use crate::document::DocumentKind;
use crate::log::batch::{OpenError, SignedBatch};
use crate::log::cause::Cause;
use crate::log::entry::Position;
use crate::log::evidence::report::{FindingKind, Note, detail};
use crate::log::stream::Stream;

impl Reading {
    /// The entry behind a batch has come. `held`: it is a verdict `held` on that batch.
    pub(super) fn resolve_pending(&mut self, held: Option<Cause>) {
        let Some(Pending { id, cause }) = self.pending.take() else { return };
        let Some(known) = self.batches.get_mut(&id) else { return };
        let (position, offset) = (Some(known.position), known.offset);
        if let Some(verdict) = held {
            known.standing = Standing::Held(verdict);
        }
        let computed_here = |cause: Cause| {
            matches!(cause, Cause::Fork | Cause::Revoked | Cause::NoRight | Cause::Expired)
        };
        match (cause, held) {
            (Some(Cause::Newer), _) => {
                self.report.found(FindingKind::Newer, position, offset, None)
            }
            (Some(Cause::NoRight | Cause::Expired), Some(Cause::Newer)) => {}
            (Some(cause), Some(verdict)) if cause == verdict => {}
            (Some(cause), verdict) => {
                self.report.found(FindingKind::NotHeld, position, offset, Some(cause.code()));
                if verdict.is_some_and(computed_here) {
                    let why = detail(verdict);
                    self.report.found(FindingKind::HeldWithoutCause, position, offset, why);
                }
            }
            (None, Some(verdict)) if computed_here(verdict) => {
                let why = Some(verdict.code());
                self.report.found(FindingKind::HeldWithoutCause, position, offset, why);
            }
            (None, Some(_) | None) => {}
        }
    }

    pub(super) fn batch(
        &mut self,
        batch: &SignedBatch,
        position: Position,
        at_ms: i64,
        offset: usize,
    ) {
        let header = batch.header();
        let Some(device) = self.policy.device(header.device) else {
            self.found(FindingKind::UnknownDevice, offset, None);
            return;
        };
        if batch.verify_by(&device.key).is_err() {
            self.found(FindingKind::BadSignature, offset, None);
            return;
        }
        if header.team != self.report.team {
            self.found(FindingKind::WrongTeam, offset, None);
            return;
        }
        if header.desk.is_some() {
            self.report.counts.by_office += 1;
        }
        let cause = self
            .place_in_chain(batch, position, offset)
            .or_else(|| self.policy.judge(header, at_ms).err());
        self.body(batch, offset);
        let known = Known {
            about: header.about,
            header: header.clone(),
            position,
            offset,
            standing: Standing::InForce,
            force: (position, at_ms),
            decided: false,
            has_body: batch.body().is_some(),
            is_purged: false,
        };
        self.batches.insert(batch.id(), known);
        self.pending = Some(Pending { id: batch.id(), cause });
    }

    /// Puts a batch into its chain; gives `Fork` if it does not go there.
    pub(super) fn place_in_chain(
        &mut self,
        batch: &SignedBatch,
        position: Position,
        offset: usize,
    ) -> Option<Cause> {
        let header = batch.header();
        let chain = self.chains.entry((header.device, header.incarnation)).or_default();
        let before = header.n.checked_sub(1).and_then(|n| chain.get(&n));
        let after = header.n.checked_add(1).and_then(|n| chain.get(&n));
        let fork = chain.contains_key(&header.n)
            || before.is_some_and(|(id, _)| Some(*id) != header.previous)
            || after.is_some_and(|(_, previous)| *previous != Some(batch.id()));
        if fork {
            return Some(Cause::Fork);
        }
        let gap = header.n > 1 && before.is_none();
        chain.insert(header.n, (batch.id(), header.previous));
        if gap {
            if self.epoch.as_ref().is_some_and(|epoch| epoch.restored) {
                self.report.notes.push(Note::GapAfterRestore { position });
            } else {
                self.found(FindingKind::Gap, offset, None);
            }
        }
        None
    }

    pub(super) fn body(&mut self, batch: &SignedBatch, offset: usize) {
        let about = batch.header().about;
        let wanted = self.only.as_ref().is_none_or(|only| only.contains(&Stream::Document(about)));
        match batch.body() {
            None => self.bodiless.push(batch.id()),
            Some(body) => {
                self.report.counts.bodies += 1;
                match batch.check_body() {
                    Ok(()) => {}
                    Err(OpenError::BodyHash | OpenError::Format(_)) => {
                        self.found(FindingKind::BodyHash, offset, None);
                    }
                }
                if !wanted {
                    self.found(FindingKind::BodyUnexpected, offset, None);
                }
                if about.document().is_some_and(|d| d.kind() == DocumentKind::Review) {
                    self.reviews.push((batch.id(), body.to_vec()));
                }
            }
        }
    }
}
