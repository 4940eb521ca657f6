//! Who wrote what: the signed batches behind the changes of a document, with
//! device, clock and arrival.

use super::acting::Acting;
use super::refusal::AppError;
use crate::document::{DocumentId, EntryId};
use crate::gate;
use crate::log::codec::encode;
use crate::log::stream::Stream;
use crate::log::{ClockEvidence, Credential, DeviceForm};
use crate::record::authors::{Author, Authors};
use crate::record::cbor::Hash32;
use crate::record::document::RecordError;
use crate::record::doubt::{self, Bounds};
use std::collections::BTreeMap;

/// Where a change comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Who, on which device, and when the office had it.
    pub author: Author,
    /// What sort of device; `None` if the team does not know it here.
    pub form: Option<DeviceForm>,
    /// How the person was known to the office that signed for them.
    pub desk: Option<Credential>,
    /// What the device's clocks showed.
    pub clock: ClockEvidence,
    /// The batch's place in its device's chain.
    pub n: u64,
}

impl Trace {
    /// The bounds of the true time, if the device's clock was off by more than
    /// two minutes when it wrote this.
    #[must_use]
    pub fn doubt(&self) -> Option<Bounds> {
        let ms = |monotonic: u64| i64::try_from(monotonic).unwrap_or(i64::MAX);
        doubt::doubt(&doubt::Evidence {
            wall_ms: self.clock.wall_ms,
            monotonic_ms: ms(self.clock.monotonic_ms),
            office_ms: self.clock.office_ms,
            office_monotonic_ms: self.clock.office_heard_ms.map(ms),
            received_ms: self.author.received_ms,
        })
    }
}

/// The traces of the changes of some documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    traces: BTreeMap<(DocumentId, Hash32), Trace>,
}

impl Trail {
    /// Where this change of this document comes from; `None` if its batch is not here.
    #[must_use]
    pub fn trace(&self, document: DocumentId, change: Hash32) -> Option<&Trace> {
        self.traces.get(&(document, change))
    }
}

impl Authors for Trail {
    fn author(&self, document: DocumentId, change: Hash32) -> Option<Author> {
        self.trace(document, change).map(|trace| trace.author)
    }
}

impl Acting<'_> {
    /// Where the changes of these documents come from.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn trail_of(
        &mut self,
        documents: impl IntoIterator<Item = DocumentId>,
    ) -> Result<Trail, AppError> {
        let policy = self.pen.policy(self.ledger, self.me.team)?;
        let mut trail = Trail::default();
        for id in documents {
            let name = encode(&Stream::from(id));
            let arrived: BTreeMap<EntryId, i64> = self
                .ledger
                .members(self.me.team, &name, 0, usize::MAX)?
                .into_iter()
                .map(|member| (member.id, member.place.received_ms))
                .collect();
            for batch in self.pen.batches(self.ledger, id)? {
                let header = batch.header();
                let device = policy.device(header.device);
                let desk = header.desk.as_ref();
                let person = desk.map(|desk| desk.person).or(device.map(|device| device.person));
                let Some(person) = person else { continue };
                let author = Author {
                    person,
                    device: header.device,
                    received_ms: arrived.get(&batch.id()).copied(),
                };
                let trace = Trace {
                    author,
                    form: device.map(|device| device.form),
                    desk: desk.map(|desk| desk.credential),
                    clock: header.clock.clone(),
                    n: header.n,
                };
                for change in batch.changes().unwrap_or_default() {
                    let walked = gate::walk(change).map_err(RecordError::Unreadable)?;
                    trail.traces.insert((id, walked.hash), trace.clone());
                }
            }
        }
        Ok(trail)
    }
}
