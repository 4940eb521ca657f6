//! Documents: how the record is cut, and the ids everything goes by.
//!
//! A document is cut by writer role and month, so that one phone holds only
//! its own slice and opening a month costs the same after ten years. Formats:
//! `docs/sync-protocol.md` §§ 2–3.

use crate::time::Month;
use std::fmt;
use std::str::FromStr;

/// A text that is not an id of the expected length in hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: {expected} hexadecimal digits expected")]
pub struct NotAnId {
    /// How many digits an id of this kind has.
    pub expected: usize,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $bytes]);

        impl $name {
            /// From its bytes.
            #[must_use]
            pub const fn new(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }

            /// Its bytes.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let mut bytes = [0; $bytes];
                hex::decode_to_slice(text, &mut bytes)
                    .map_err(|_| NotAnId { expected: 2 * $bytes })?;
                Ok(Self(bytes))
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = NotAnId;
            fn try_from(bytes: &[u8]) -> Result<Self, NotAnId> {
                bytes.try_into().map(Self).map_err(|_| NotAnId { expected: 2 * $bytes })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.to_string())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                Self::try_from(d.bytes()?).map_err(minicbor::decode::Error::custom)
            }
        }
    };
}

id!(
    /// One employer with the people around them: the tenant.
    TeamId,
    16
);
id!(
    /// A member of a team. Random; the name stands only in the document `person`.
    PersonId,
    16
);
id!(
    /// A device's signing key: the first 16 bytes of SHA-256 of its public key.
    DeviceId,
    16
);
id!(
    /// One life of a device's store: new after install, restore or fork.
    Incarnation,
    8
);
id!(
    /// A batch or record of the log: SHA-256 of its signed header.
    EntryId,
    32
);
id!(
    /// An event, a planned shift, a contract version: anything inside a document.
    EventId,
    16
);
id!(
    /// What one tap did, where it wrote several batches.
    ActId,
    16
);

/// What a document is about (`docs/sync-protocol.md` § 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum DocumentKind {
    /// Clock events of one assistant, answers to corrections, "month complete".
    Time = 1,
    /// Proposals of correction, approvals, reopenings.
    Review = 2,
    /// Availability and absence requests.
    Wishes = 3,
    /// Decisions on wishes.
    Answers = 4,
    /// Planned shifts of one assistant.
    Rota = 5,
    /// Planned shifts that nobody has yet.
    RotaOpen = 6,
    /// Jobcoaching sessions.
    Session = 7,
    /// Contract versions by date.
    Contract = 8,
    /// Funding decisions and receipts.
    Budget = 9,
    /// Questions of the payroll office and their answers.
    Handover = 10,
    /// Name and contact of a member.
    Person = 11,
    /// Settings of the team.
    Team = 12,
}

/// What period a kind of document is cut by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodShape {
    /// One document per month.
    Month,
    /// One per calendar year.
    Year,
    /// One for ever.
    Always,
}

impl DocumentKind {
    /// Every kind, by number.
    pub const ALL: [Self; 12] = [
        Self::Time,
        Self::Review,
        Self::Wishes,
        Self::Answers,
        Self::Rota,
        Self::RotaOpen,
        Self::Session,
        Self::Contract,
        Self::Budget,
        Self::Handover,
        Self::Person,
        Self::Team,
    ];

    /// Its number on the wire.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// `None` for a kind that this version does not know.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| u64::from(kind.number()) == number)
    }

    /// Its word in texts and file names.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Review => "review",
            Self::Wishes => "wishes",
            Self::Answers => "answers",
            Self::Rota => "rota",
            Self::RotaOpen => "rota_open",
            Self::Session => "session",
            Self::Contract => "contract",
            Self::Budget => "budget",
            Self::Handover => "handover",
            Self::Person => "person",
            Self::Team => "team",
        }
    }

    /// Whether it is about one person.
    #[must_use]
    pub const fn has_subject(self) -> bool {
        !matches!(self, Self::RotaOpen | Self::Budget | Self::Handover | Self::Team)
    }

    /// What period it is cut by.
    #[must_use]
    pub const fn period_shape(self) -> PeriodShape {
        match self {
            Self::Time
            | Self::Review
            | Self::Wishes
            | Self::Answers
            | Self::Rota
            | Self::RotaOpen
            | Self::Session
            | Self::Handover => PeriodShape::Month,
            Self::Budget => PeriodShape::Year,
            Self::Contract | Self::Person | Self::Team => PeriodShape::Always,
        }
    }
}

/// The period of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Not cut by time.
    Always,
    /// A calendar year, 2000 to 2199.
    Year(u16),
    /// A calendar month.
    Month(Month),
}

impl Period {
    /// On the wire: 0, the year, or year · 100 + month.
    #[must_use]
    pub fn number(self) -> u32 {
        match self {
            Self::Always => 0,
            Self::Year(year) => u32::from(year),
            Self::Month(month) => month.year().unsigned_abs() * 100 + month.month(),
        }
    }

    /// `None` if no period of this shape has that number.
    #[must_use]
    pub fn from_number(shape: PeriodShape, number: u32) -> Option<Self> {
        match shape {
            PeriodShape::Always => (number == 0).then_some(Self::Always),
            PeriodShape::Year => {
                let year = u16::try_from(number).ok()?;
                (2000..2200).contains(&year).then_some(Self::Year(year))
            }
            PeriodShape::Month => {
                let year = i32::try_from(number / 100).ok()?;
                Month::new(year, number % 100).map(Self::Month)
            }
        }
    }
}

/// Names one document: kind, subject, period, in a valid combination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId {
    kind: DocumentKind,
    subject: Option<PersonId>,
    period: Period,
}

impl DocumentId {
    /// `None` if this kind does not go with such a subject or period.
    #[must_use]
    pub fn new(kind: DocumentKind, subject: Option<PersonId>, period: Period) -> Option<Self> {
        let shape_fits = matches!(
            (kind.period_shape(), period),
            (PeriodShape::Month, Period::Month(_))
                | (PeriodShape::Year, Period::Year(_))
                | (PeriodShape::Always, Period::Always)
        );
        (shape_fits && kind.has_subject() == subject.is_some()).then_some(Self {
            kind,
            subject,
            period,
        })
    }

    /// `time/<person>/<month>`
    #[must_use]
    pub const fn time(person: PersonId, month: Month) -> Self {
        Self { kind: DocumentKind::Time, subject: Some(person), period: Period::Month(month) }
    }

    /// `review/<person>/<month>`
    #[must_use]
    pub const fn review(person: PersonId, month: Month) -> Self {
        Self { kind: DocumentKind::Review, subject: Some(person), period: Period::Month(month) }
    }

    /// `wishes/<person>/<month>`
    #[must_use]
    pub const fn wishes(person: PersonId, month: Month) -> Self {
        Self { kind: DocumentKind::Wishes, subject: Some(person), period: Period::Month(month) }
    }

    /// `answers/<person>/<month>`
    #[must_use]
    pub const fn answers(person: PersonId, month: Month) -> Self {
        Self { kind: DocumentKind::Answers, subject: Some(person), period: Period::Month(month) }
    }

    /// `handover/<month>`
    #[must_use]
    pub const fn handover(month: Month) -> Self {
        Self { kind: DocumentKind::Handover, subject: None, period: Period::Month(month) }
    }

    /// `rota/<person>/<month>`
    #[must_use]
    pub const fn rota(person: PersonId, month: Month) -> Self {
        Self { kind: DocumentKind::Rota, subject: Some(person), period: Period::Month(month) }
    }

    /// `rota_open/<month>`
    #[must_use]
    pub const fn rota_open(month: Month) -> Self {
        Self { kind: DocumentKind::RotaOpen, subject: None, period: Period::Month(month) }
    }

    /// The rota of a person, or the one of shifts that nobody has yet.
    #[must_use]
    pub const fn planned(whose: Option<PersonId>, month: Month) -> Self {
        match whose {
            Some(person) => Self::rota(person, month),
            None => Self::rota_open(month),
        }
    }

    /// `contract/<person>`
    #[must_use]
    pub const fn contract(person: PersonId) -> Self {
        Self { kind: DocumentKind::Contract, subject: Some(person), period: Period::Always }
    }

    /// `person/<person>`
    #[must_use]
    pub const fn person(person: PersonId) -> Self {
        Self { kind: DocumentKind::Person, subject: Some(person), period: Period::Always }
    }

    /// `team`
    #[must_use]
    pub const fn team() -> Self {
        Self { kind: DocumentKind::Team, subject: None, period: Period::Always }
    }

    /// What it is about.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// Whom it is about.
    #[must_use]
    pub const fn subject(&self) -> Option<PersonId> {
        self.subject
    }

    /// Which period it covers.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }
}

/// `time/<32 hex digits>/202610`; absent parts are a dash.
impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.word())?;
        match self.subject {
            Some(person) => write!(f, "/{person}")?,
            None => f.write_str("/-")?,
        }
        match self.period {
            Period::Always => f.write_str("/-"),
            Period::Year(_) | Period::Month(_) => write!(f, "/{}", self.period.number()),
        }
    }
}

/// A text that names no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a document: write kind/subject/period, with a dash for what is absent")]
pub struct NotADocument;

impl FromStr for DocumentId {
    type Err = NotADocument;
    fn from_str(text: &str) -> Result<Self, NotADocument> {
        let mut parts = text.split('/');
        let (Some(word), Some(subject), Some(period), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADocument);
        };
        let kind =
            DocumentKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(NotADocument)?;
        let subject = match subject {
            "-" => None,
            id => Some(id.parse().map_err(|_| NotADocument)?),
        };
        let number = if period == "-" { 0 } else { period.parse().map_err(|_| NotADocument)? };
        let period = Period::from_number(kind.period_shape(), number).ok_or(NotADocument)?;
        Self::new(kind, subject, period).ok_or(NotADocument)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_document_is_written_and_read_back() {
        let person = PersonId::new([7; 16]);
        let month: Month = "2026-10".parse().expect("a month");
        for kind in DocumentKind::ALL {
            let period = match kind.period_shape() {
                PeriodShape::Month => Period::Month(month),
                PeriodShape::Year => Period::Year(2026),
                PeriodShape::Always => Period::Always,
            };
            let id = DocumentId::new(kind, kind.has_subject().then_some(person), period)
                .expect("a valid combination");
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(DocumentKind::from_number(u64::from(kind.number())), Some(kind));
        }
    }

    #[test]
    fn a_combination_that_does_not_exist_is_refused() {
        let person = PersonId::new([7; 16]);
        assert_eq!(DocumentId::new(DocumentKind::Team, Some(person), Period::Always), None);
        assert_eq!(DocumentId::new(DocumentKind::Time, Some(person), Period::Year(2026)), None);
        for bad in ["time/-/202610", "time/07/202610", "team/-/-/-", "budget/-/202610", ""] {
            assert_eq!(bad.parse::<DocumentId>(), Err(NotADocument), "{bad}");
        }
    }
}
