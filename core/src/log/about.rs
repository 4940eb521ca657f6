//! What a batch is about: a document, or one of a kind unknown here.

use super::codec::{self, CodecError, Reader};
use crate::document::{DocumentId, DocumentKind, Period, PersonId};

/// What a batch is about: a document of a kind known here, or of a newer kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A document this version knows.
    Known(DocumentId),
    /// A kind of document this version does not know; its parts as they are.
    Newer {
        /// Number of the kind.
        kind: u16,
        /// Whom it is about.
        subject: Option<PersonId>,
        /// Its period, 0 where absent.
        period: u32,
    },
}

impl From<DocumentId> for About {
    fn from(document: DocumentId) -> Self {
        Self::Known(document)
    }
}

impl About {
    /// `None` for a newer kind.
    #[must_use]
    pub const fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Known(document) => Some(*document),
            Self::Newer { .. } => None,
        }
    }

    /// Number of kind, subject, and period (0 where absent).
    #[must_use]
    pub fn parts(&self) -> (u16, Option<PersonId>, u32) {
        match self {
            Self::Known(document) => (
                u16::from(document.kind().number()),
                document.subject(),
                document.period().number(),
            ),
            Self::Newer { kind, subject, period } => (*kind, *subject, *period),
        }
    }

    /// From number of kind, subject, and period (0 where absent).
    ///
    /// # Errors
    ///
    /// A known kind that does not go with such a subject or period; kind 0.
    pub fn new(kind: u16, subject: Option<PersonId>, period: u32) -> Result<Self, CodecError> {
        match DocumentKind::from_number(u64::from(kind)) {
            Some(known) => Period::from_number(known.period_shape(), period)
                .and_then(|period| DocumentId::new(known, subject, period))
                .map(Self::Known)
                .ok_or(CodecError::OutOfRange("document")),
            None if kind == 0 => Err(CodecError::OutOfRange("kind")),
            None => Ok(Self::Newer { kind, subject, period }),
        }
    }

    pub(super) fn write_fields(&self, map: &mut codec::Fields, first: u64) {
        let (kind, subject, period) = self.parts();
        map.key(first).uint(u64::from(kind));
        map.optional(first + 1, subject, |w, person| {
            w.bytes(person.bytes());
        });
        map.optional(first + 2, (period != 0).then_some(period), |w, period| {
            w.uint(u64::from(period));
        });
    }

    pub(super) fn read_fields(
        map: &mut codec::MapReader<'_, '_>,
        first: u64,
    ) -> Result<Self, CodecError> {
        let kind = map.need(first, |r| r.small("kind"))?;
        let subject = map.optional(first + 1, Reader::fixed)?.map(PersonId::new);
        let period = map.optional(first + 2, |r| r.small("period"))?;
        if period == Some(0) {
            return Err(CodecError::OutOfRange("period"));
        }
        Self::new(kind, subject, period.unwrap_or(0))
    }
}
