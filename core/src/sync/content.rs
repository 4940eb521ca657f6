//! Entries between the ledger's bytes and the log's types.

use super::SyncError;
use crate::document::{EntryId, TeamId};
use crate::ledger::{EntryType, KeptEntry, Ledger, LedgerError, Member, NewEntry, Place};
use crate::log::stream::{Digest, Stream};
use crate::log::{
    Content, Hash, KeyId, Record, RecordContent, Signature, SignedBatch, Status, codec,
};

/// Length of a key id and a signature, as kept for records.
const SIGNED_BY: usize = 16 + 64;

/// A kept entry as what it is.
///
/// # Errors
///
/// [`SyncError::Kept`] if the ledger's bytes are not in form.
pub fn content_of(kept: &KeptEntry) -> Result<Content, SyncError> {
    if kept.entry_type == EntryType::BATCH {
        let signature = <[u8; 64]>::try_from(kept.signatures.as_slice())
            .map_err(|_| SyncError::Torn("length of a signature"))?;
        SignedBatch::from_parts(kept.header.clone(), Signature(signature), kept.body.clone())
            .map(Content::from)
            .map_err(SyncError::Kept)
    } else {
        let signatures = kept
            .signatures
            .chunks(SIGNED_BY)
            .map(|chunk| {
                let (key, signature) =
                    chunk.split_at_checked(16).ok_or(SyncError::Torn("length of a signature"))?;
                let key = <[u8; 16]>::try_from(key).map(KeyId);
                let signature = <[u8; 64]>::try_from(signature).map(Signature);
                key.ok().zip(signature.ok()).ok_or(SyncError::Torn("length of a signature"))
            })
            .collect::<Result<Vec<_>, _>>()?;
        Record::from_parts(kept.header.clone(), signatures)
            .map(Content::from)
            .map_err(|error| SyncError::Kept(error.into()))
    }
}

/// Keeps an entry without a position; `true` if it is new.
///
/// # Errors
///
/// The ledger's.
pub fn keep(ledger: &mut dyn Ledger, team: TeamId, content: &Content) -> Result<bool, LedgerError> {
    match content {
        Content::Batch(batch) => ledger.keep(
            team,
            &NewEntry {
                id: batch.id(),
                entry_type: EntryType::BATCH,
                header: batch.header_bytes(),
                signatures: &batch.signature().0,
                body: batch.body(),
            },
        ),
        Content::Record(record) => {
            let mut signatures = Vec::new();
            for (key, signature) in record.signatures() {
                signatures.extend_from_slice(&key.0);
                signatures.extend_from_slice(&signature.0);
            }
            ledger.keep(
                team,
                &NewEntry {
                    id: record.id(),
                    entry_type: EntryType(u32::from(record.content().number())),
                    header: record.header_bytes(),
                    signatures: &signatures,
                    body: None,
                },
            )
        }
    }
}

/// An entry that must be here.
pub(super) fn entry(
    ledger: &mut dyn Ledger,
    team: TeamId,
    id: EntryId,
) -> Result<KeptEntry, SyncError> {
    ledger.entry(team, id)?.ok_or(SyncError::Torn("an entry is missing"))
}

/// A batch; `None` if it is not here or no batch.
pub(super) fn batch(
    ledger: &mut dyn Ledger,
    team: TeamId,
    id: EntryId,
) -> Result<Option<SignedBatch>, SyncError> {
    let Some(kept) = ledger.entry(team, id)? else { return Ok(None) };
    match content_of(&kept)? {
        Content::Batch(batch) => Ok(Some(*batch)),
        Content::Record(_) => Ok(None),
    }
}

/// Name of a stream as the ledger keeps it.
pub(super) fn name(stream: &Stream) -> Vec<u8> {
    codec::encode(stream)
}

/// Digest of a stream as it stands in the ledger.
pub(super) fn digest(
    ledger: &mut dyn Ledger,
    team: TeamId,
    stream: &Stream,
) -> Result<Digest, LedgerError> {
    Ok(ledger.stream(team, &name(stream))?.map_or_else(
        || Digest::empty(stream),
        |state| Digest { count: state.count, hash: Hash(state.hash) },
    ))
}

/// Digest of a stream after its first `count` members.
pub(super) fn digest_at(
    ledger: &mut dyn Ledger,
    team: TeamId,
    stream: &Stream,
    count: u64,
) -> Result<Option<Digest>, LedgerError> {
    let Some(last) = count.checked_sub(1) else { return Ok(Some(Digest::empty(stream))) };
    let member = ledger.members(team, &name(stream), last, 1)?.pop();
    Ok(member.map(|member| Digest { count, hash: Hash(member.hash) }))
}

/// Adds a member at the end of a stream.
pub(super) fn enter(
    ledger: &mut dyn Ledger,
    team: TeamId,
    stream: &Stream,
    id: EntryId,
    place: Place,
) -> Result<(), LedgerError> {
    let next = digest(ledger, team, stream)?.push(id, place.position, place.received_ms);
    ledger.add_member(team, &name(stream), Member { id, place, hash: *next.hash.bytes() })
}

/// A batch in force of a document's stream.
pub(super) struct InForce {
    pub(super) batch: SignedBatch,
    /// Where it came into force: its own place, or that of the verdict that
    /// released it.
    pub(super) place: Place,
    /// Who signed that verdict.
    pub(super) released_by: Option<KeyId>,
}

/// What is in force of a document's stream, in order of force: its batches,
/// less those that were withdrawn. One that was released after that stands
/// where it came in again.
pub(super) fn force(
    ledger: &mut dyn Ledger,
    team: TeamId,
    stream: &Stream,
) -> Result<Vec<InForce>, SyncError> {
    let mut all: Vec<InForce> = Vec::new();
    let mut release: Option<(EntryId, Option<KeyId>)> = None;
    for (member, kept) in ledger.stream_entries(team, &name(stream))? {
        let place = member.place;
        match content_of(&kept)? {
            Content::Batch(batch) => {
                let released_by =
                    release.take().filter(|(id, _)| *id == member.id).and_then(|(_, key)| key);
                all.push(InForce { batch: *batch, place, released_by });
            }
            Content::Record(record) => {
                release = None;
                if let Some((batch, _)) = record.content().verdict(Status::Released) {
                    release = Some((batch, record.signatures().first().map(|(key, _)| *key)));
                }
                if let RecordContent::Withdrawal { batch, .. } = record.content() {
                    all.retain(|one| one.batch.id() != *batch);
                }
            }
        }
    }
    Ok(all)
}

/// The batches in force of a document's stream that have a body and are loaded
/// here, in order of force.
///
/// # Errors
///
/// [`SyncError`]
pub fn in_force(
    ledger: &mut dyn Ledger,
    team: TeamId,
    stream: &Stream,
) -> Result<Vec<SignedBatch>, SyncError> {
    let mut batches = Vec::new();
    let quarantine = ledger.in_quarantine(team)?;
    for InForce { batch, .. } in force(ledger, team, stream)? {
        if batch.body().is_some() && !quarantine.contains(&batch.id()) {
            batches.push(batch);
        }
    }
    Ok(batches)
}
