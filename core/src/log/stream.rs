//! Streams: the slices of the log a device follows, and their running digest
//! (`docs/sync-protocol.md` § 6).

use super::batch::About;
use super::codec::{Canonical, CodecError, Reader, Writer, encode};
use super::entry::Position;
use super::hash::Hash;
use super::record::{RecordContent, Status};
use crate::document::{DocumentId, DocumentKind, EntryId, PersonId};
use std::fmt;

/// One slice of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// Policy and epoch records.
    Policy,
    /// What is in force of one document, and the records about it.
    Document(About),
}

impl From<DocumentId> for Stream {
    fn from(document: DocumentId) -> Self {
        Self::Document(About::Known(document))
    }
}

impl Stream {
    /// How the names of all documents of this kind begin in the ledger; with a
    /// subject those about this person.
    #[must_use]
    pub fn beginning(kind: DocumentKind, subject: Option<PersonId>) -> Vec<u8> {
        let mut to = Writer::new();
        to.array(3).uint(u64::from(kind.number()));
        if let Some(person) = subject {
            to.bytes(person.bytes());
        }
        to.into_bytes()
    }
}

/// `policy`, or the document.
impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Policy => f.write_str("policy"),
            Self::Document(About::Known(document)) => document.fmt(f),
            Self::Document(About::Newer { kind, subject, period }) => match subject {
                Some(person) => write!(f, "{kind}/{person}/{period}"),
                None => write!(f, "{kind}/-/{period}"),
            },
        }
    }
}

impl serde::Serialize for Stream {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.to_string())
    }
}

impl Canonical for Stream {
    const LIMIT: usize = 64;

    fn write(&self, to: &mut Writer) {
        match self {
            Self::Policy => {
                to.array(1).uint(0);
            }
            Self::Document(about) => {
                let (kind, subject, period) = about.parts();
                to.array(3).uint(u64::from(kind));
                match subject {
                    Some(person) => to.bytes(person.bytes()),
                    None => to.bytes(&[]),
                };
                to.uint(u64::from(period));
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let length = from.array(1, 3)?;
        let kind: u16 = from.small("kind")?;
        match (length, kind) {
            (1, 0) => Ok(Self::Policy),
            (3, 1..) => {
                let subject = match from.bytes()? {
                    [] => None,
                    id => Some(
                        PersonId::try_from(id).map_err(|_| CodecError::OutOfRange("subject"))?,
                    ),
                };
                About::new(kind, subject, from.small("period")?).map(Self::Document)
            }
            _ => Err(CodecError::OutOfRange("stream")),
        }
    }
}

/// How many entries a stream has, and the hash over their places and ids in
/// order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    /// Entries added so far.
    pub count: u64,
    /// Running hash.
    pub hash: Hash,
}

impl Digest {
    /// Of a stream with nothing in it.
    #[must_use]
    pub fn empty(stream: &Stream) -> Self {
        let hash = Hash::of_parts(&[b"assistenzzeit/stream/1\0", &encode(stream)]);
        Self { count: 0, hash }
    }

    /// After one more entry, at the place (`received_ms` in ms since 1970) where
    /// it came into the stream. A released batch adds two at the verdict's place:
    /// the verdict, then the batch.
    #[must_use]
    pub fn push(self, id: EntryId, position: Position, received_ms: i64) -> Self {
        let mut member = Writer::new();
        member.array(4).uint(u64::from(position.epoch)).uint(position.seq);
        member.int(received_ms).bytes(id.bytes());
        let hash = Hash::of_parts(&[self.hash.bytes(), &member.into_bytes()]);
        Self { count: self.count + 1, hash }
    }
}

/// The streams a record stands in. `about` tells the document of a batch.
///
/// A batch itself stands in its document's stream, unless it is held. The
/// verdicts `held` and `refused` stand in none. An export stands in the
/// reviews of everybody it names, each once, ascending.
#[must_use]
pub fn streams_of(
    content: &RecordContent,
    about: impl Fn(EntryId) -> Option<About>,
) -> Vec<Stream> {
    match content {
        RecordContent::Policy(_) | RecordContent::Epoch { .. } => vec![Stream::Policy],
        RecordContent::Verdict { batch, status, .. } => match status {
            Status::Released => about(*batch).map(Stream::Document).into_iter().collect(),
            Status::Held | Status::Refused => Vec::new(),
        },
        RecordContent::Withdrawal { batch, .. } => {
            about(*batch).map(Stream::Document).into_iter().collect()
        }
        RecordContent::Purge { about, .. } => vec![Stream::Document(*about)],
        RecordContent::Export { month, statements, .. } => {
            let mut streams: Vec<Stream> = statements
                .iter()
                .map(|(person, _)| DocumentId::review(*person, *month).into())
                .collect();
            streams.sort_unstable();
            streams.dedup();
            streams
        }
        RecordContent::Seen { batches, .. } => batches
            .first()
            .and_then(|first| about(*first))
            .map(Stream::Document)
            .into_iter()
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::codec::decode;
    use super::*;
    use crate::document::{Period, PeriodShape};
    use crate::time::Month;

    #[test]
    fn the_name_of_a_stream_is_read_back() {
        let person = PersonId::new([7; 16]);
        let month: Month = "2026-10".parse().expect("a month");
        let mut names = vec![Stream::Policy];
        for kind in DocumentKind::ALL {
            let period = match kind.period_shape() {
                PeriodShape::Month => Period::Month(month),
                PeriodShape::Year => Period::Year(2026),
                PeriodShape::Always => Period::Always,
            };
            let subject = kind.has_subject().then_some(person);
            let stream = DocumentId::new(kind, subject, period).expect("valid").into();
            assert!(encode(&stream).starts_with(&Stream::beginning(kind, subject)));
            assert!(encode(&stream).starts_with(&Stream::beginning(kind, None)));
            names.push(stream);
        }
        names.push(Stream::Document(About::Newer { kind: 99, subject: None, period: 5 }));
        let mut digests = std::collections::BTreeSet::new();
        for name in &names {
            assert_eq!(decode::<Stream>(&encode(name)), Ok(*name));
            digests.insert(Digest::empty(name).hash);
        }
        assert_eq!(digests.len(), names.len(), "no two streams begin alike");
    }

    #[test]
    fn a_digest_tells_order_omission_and_place() {
        let of = |members: &[(u8, u32, u64, i64)]| {
            members.iter().fold(Digest::empty(&Stream::Policy), |digest, (id, epoch, seq, ms)| {
                digest.push(EntryId::new([*id; 32]), Position::new(*epoch, *seq), *ms)
            })
        };
        let (a, b) = ((1, 1, 5, 70), (2, 1, 6, 80));
        let both = of(&[a, b]);
        assert_eq!(both.count, 2);
        for other in [(2, 2, 6, 80), (2, 1, 7, 80), (2, 1, 6, 81), (3, 1, 6, 80)] {
            assert_ne!(both, of(&[a, other]), "another epoch, seq, time or id");
        }
        assert_ne!(both, of(&[b, a]));
        assert_ne!(both, of(&[b]));
    }
}
