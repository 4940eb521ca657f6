//! What only the end of the file tells.

use super::{Reading, Standing};
use crate::log::evidence::report::{FindingKind, Note, Report};
use crate::log::hash::Hash;
use crate::log::stream::Stream;
use std::collections::BTreeMap;

impl Reading {
    pub(super) fn finish(mut self, offset: usize) -> Report {
        self.end_of_epoch(offset);
        if self.last.is_none() {
            self.found(FindingKind::CheckpointMissing, offset, None);
        }
        if !self.sealed {
            self.found(FindingKind::NoSeal, offset, None);
        }
        let mut withheld = 0;
        for id in std::mem::take(&mut self.bodiless) {
            let Some(known) = self.batches.get(&id) else { continue };
            let left_out = self
                .only
                .as_ref()
                .is_some_and(|only| !only.contains(&Stream::Document(known.about)));
            if known.is_purged {
                continue;
            }
            if left_out {
                withheld += 1;
            } else {
                let (position, offset) = (Some(known.position), known.offset);
                self.report.found(FindingKind::BodyMissing, position, offset, None);
            }
        }
        if withheld > 0 {
            self.report.notes.push(Note::Withheld { bodies: withheld });
        }
        self.judge_statements();
        for known in self.batches.values() {
            match known.standing {
                Standing::Held(_) | Standing::Refused(_) => self.report.counts.held += 1,
                Standing::Released => self.report.counts.released += 1,
                Standing::InForce => {}
            }
        }
        self.report
    }

    /// Each statement must have been exported, or be named in a review in force.
    pub(super) fn judge_statements(&mut self) {
        let mut open: BTreeMap<Hash, usize> = std::mem::take(&mut self.statements)
            .into_iter()
            .filter(|(hash, _)| !self.exported.contains(hash))
            .collect();
        for (id, body) in &self.reviews {
            let in_force = self.batches.get(id).is_some_and(|known| {
                matches!(known.standing, Standing::InForce | Standing::Released)
            });
            if open.is_empty() || !in_force {
                continue;
            }
            for window in body.windows(32) {
                if let Ok(bytes) = window.try_into() {
                    open.remove(&Hash(bytes));
                }
            }
        }
        for (_, offset) in open {
            self.report.found(FindingKind::Statement, None, offset, None);
        }
    }
}
