//! Add-only events: what a person recorded, said once and never changed.
//!
//! An event lies under the key `e/<32 hex digits of its id>` and names all
//! that it replaces. Formats: `docs/sync-protocol.md` § 9.

pub mod answers;
pub mod handover;
pub mod review;
pub mod session;
pub mod time;

use super::cbor::NotAValue;
use crate::document::{DocumentKind, EventId};
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

/// Version of the form of events that is written here.
pub const EVENT_VERSION: u64 = 1;

/// The latest instant an event may name: the end of the year 2199, in ms.
pub(crate) const LATEST_MS: i64 = 7_258_118_400_000;
/// Most ids in `supersedes` or `about`.
const MOST_IDS: usize = 400;
/// Most bytes of a text that a person typed.
const MOST_TEXT: usize = 4_000;

/// An event of an add-only document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When it was recorded, by the device's clock, in ms since 1970. Evidence,
    /// never corrected.
    pub recorded_ms: i64,
    /// The events whose statements it replaces.
    pub supersedes: Vec<EventId>,
    /// The events it answers or speaks about.
    pub about: Vec<EventId>,
    /// What happened.
    pub body: Body,
}

macro_rules! bodies {
    ($($number:literal $name:ident($body:path) in $kind:ident: $doc:literal,)*) => {
        /// What happened: one variant per type of event.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {
            $(#[doc = $doc] $name($body),)*
        }

        impl Body {
            /// Its number on the wire.
            #[must_use]
            pub const fn number(&self) -> u64 {
                match self { $(Self::$name(_) => $number,)* }
            }

            /// The kind of document it belongs into.
            #[must_use]
            pub const fn home(&self) -> DocumentKind {
                match self { $(Self::$name(_) => DocumentKind::$kind,)* }
            }

            fn write<W: minicbor::encode::Write>(
                &self,
                e: &mut Encoder<W>,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                match self { $(Self::$name(body) => body.encode(e, &mut ()),)* }
            }

            fn read(number: u64, d: &mut Decoder<'_>) -> Result<Self, NotAValue> {
                match number {
                    $($number => <$body>::decode(d, &mut ()).map(Self::$name)
                        .map_err(|_| NotAValue::Malformed),)*
                    _ => Err(NotAValue::Newer),
                }
            }

            fn fits(&self) -> bool {
                match self { $(Self::$name(body) => body.fits(),)* }
            }
        }

        $(impl From<$body> for Body {
            fn from(body: $body) -> Self {
                Self::$name(body)
            }
        })*
    };
}

bodies! {
    1 ClockIn(time::ClockIn) in Time: "Work began.",
    2 ClockOut(time::ClockOut) in Time: "Work ended.",
    3 PartStart(time::PartStart) in Time: "A break or another part began.",
    4 PartEnd(time::PartEnd) in Time: "It ended.",
    5 Part(time::Part) in Time: "A part written afterwards, or one set right.",
    6 ManualEntry(time::ManualEntry) in Time: "A shift written afterwards.",
    7 Correction(time::Correction) in Time: "An own entry set right.",
    8 StatedEnd(time::StatedEnd) in Time: "The answer to \"when did you stop?\".",
    9 Retraction(time::Retraction) in Time: "An entry that should not be.",
    10 QuietNight(time::QuietNight) in Time: "Nothing happened tonight.",
    11 MonthComplete(time::MonthComplete) in Time: "My month is complete.",
    12 Answer(time::Answer) in Time: "Agreement or objection to a proposal.",
    13 Away(time::Away) in Time: "A piece of a shift at another place.",
    14 Undone(time::Undone) in Time: "A tap taken back within seconds.",
    20 Proposal(review::Proposal) in Review: "A proposal of correction.",
    21 ProposalWithdrawn(review::ProposalWithdrawn) in Review: "A proposal taken back.",
    22 Approval(review::Approval) in Review: "A month or days approved.",
    23 StatementPiece(review::StatementPiece) in Review: "A piece of an approved statement.",
    24 Reopening(review::Reopening) in Review: "An approval reopened.",
    25 PayLine(review::PayLine) in Review: "A line of pay entered by hand.",
    26 PayLineRemoved(review::PayLineRemoved) in Review: "Such a line taken back.",
    27 HoursBooked(review::HoursBooked) in Review: "Minutes booked by hand on the hours account.",
    28 NetPayNoted(review::NetPayNoted) in Review: "Net pay a day, for the maternity allowance.",
    40 Decision(answers::Decision) in Answers: "A decision on a wish.",
    41 AbsenceEntered(answers::AbsenceEntered) in Answers: "An absence the employer entered.",
    42 TakenBack(answers::TakenBack) in Answers: "Something of this document taken back.",
    43 CertificateNoted(answers::CertificateNoted) in Answers: "What is known of a certificate.",
    44 SameIllness(answers::SameIllness) in Answers: "Whether a sickness is an earlier one.",
    45 VacationBooked(answers::VacationBooked) in Answers: "Vacation booked by hand.",
    46 VacationWarned(answers::VacationWarned) in Answers: "Told that vacation expires.",
    47 MaternityNoted(answers::MaternityNoted) in Answers: "What is known of a pregnancy.",
    50 Session(session::Session) in Session: "A session of jobcoaching.",
    51 SessionRetracted(session::SessionRetracted) in Session: "A session that should not be.",
    60 Question(handover::Question) in Handover: "A question of the payroll office.",
    61 Reply(handover::Reply) in Handover: "The answer to it.",
    62 Refund(handover::Refund) in Handover: "How far a refund of continued pay has come.",
    63 RefundTakenBack(handover::RefundTakenBack) in Handover: "Such a note taken back.",
}

impl Body {
    /// Why hours or an absence are as this event says, where it gives a reason.
    #[must_use]
    pub fn reason_for_work(&self) -> Option<&str> {
        match self {
            Self::ManualEntry(body) => Some(&body.reason),
            Self::Correction(body) => Some(&body.reason),
            Self::Retraction(body) => Some(&body.reason),
            Self::Proposal(body) => Some(&body.reason),
            Self::AbsenceEntered(body) => Some(&body.reason),
            Self::Part(body) => body.reason.as_deref(),
            _ => None,
        }
    }
}

impl Event {
    /// An event that replaces nothing and answers nothing.
    #[must_use]
    pub fn new(recorded_ms: i64, body: impl Into<Body>) -> Self {
        Self { recorded_ms, supersedes: Vec::new(), about: Vec::new(), body: body.into() }
    }

    /// The same event, replacing what these events say.
    #[must_use]
    pub fn superseding(mut self, ids: impl IntoIterator<Item = EventId>) -> Self {
        self.supersedes = sorted(ids);
        self
    }

    /// The same event, answering these events.
    #[must_use]
    pub fn about(mut self, ids: impl IntoIterator<Item = EventId>) -> Self {
        self.about = sorted(ids);
        self
    }

    /// Its bytes in the document.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::new());
        self.write(&mut e).expect("writing to memory cannot fail");
        e.into_writer()
    }

    fn write<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let fields = 4 + u64::from(!self.supersedes.is_empty()) + u64::from(!self.about.is_empty());
        e.map(fields)?.u8(0)?.u64(EVENT_VERSION)?.u8(1)?.u64(self.body.number())?.u8(2)?;
        self.body.write(e)?;
        e.u8(3)?.i64(self.recorded_ms)?;
        for (key, ids) in [(4, &self.supersedes), (5, &self.about)] {
            if !ids.is_empty() {
                e.u8(key)?.encode(ids)?;
            }
        }
        Ok(())
    }

    /// Reads an event and refuses bytes that would be written differently.
    ///
    /// # Errors
    ///
    /// [`NotAValue::Newer`] for a version or type unknown here; else what is
    /// wrong with the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAValue> {
        let mut d = Decoder::new(bytes);
        let event = Self::read(&mut d)?;
        if d.position() != bytes.len() || !event.fits() {
            return Err(NotAValue::Malformed);
        }
        if event.to_bytes() != bytes {
            return Err(NotAValue::NotDeterministic);
        }
        Ok(event)
    }

    fn read(d: &mut Decoder<'_>) -> Result<Self, NotAValue> {
        let malformed = |_| NotAValue::Malformed;
        let fields = d.map().map_err(malformed)?.ok_or(NotAValue::NotDeterministic)?;
        if !(4..=16).contains(&fields) {
            return Err(NotAValue::Malformed);
        }
        let key = |d: &mut Decoder<'_>, expected| match d.u64() {
            Ok(key) if key == expected => Ok(()),
            Ok(_) | Err(_) => Err(NotAValue::Malformed),
        };
        key(d, 0)?;
        match d.u64().map_err(malformed)? {
            EVENT_VERSION => {}
            0 => return Err(NotAValue::Malformed),
            _ => return Err(NotAValue::Newer),
        }
        key(d, 1)?;
        let number = d.u64().map_err(malformed)?;
        key(d, 2)?;
        match d.datatype().map_err(malformed)? {
            Type::Map => {}
            Type::MapIndef => return Err(NotAValue::NotDeterministic),
            _ => return Err(NotAValue::Malformed),
        }
        let body = Body::read(number, d)?;
        key(d, 3)?;
        let recorded_ms = d.i64().map_err(malformed)?;
        let mut event = Self { recorded_ms, supersedes: vec![], about: vec![], body };
        let mut last = 3;
        for _ in 4..fields {
            let key = d.u64().map_err(malformed)?;
            let ids = match key {
                4 => &mut event.supersedes,
                5 => &mut event.about,
                _ => return Err(NotAValue::Malformed),
            };
            if key <= last {
                return Err(NotAValue::Malformed);
            }
            *ids = d.decode().map_err(malformed)?;
            last = key;
        }
        Ok(event)
    }

    fn fits(&self) -> bool {
        let rising =
            |ids: &[EventId]| ids.len() <= MOST_IDS && ids.windows(2).all(|pair| pair[0] < pair[1]);
        instant_fits(self.recorded_ms)
            && rising(&self.supersedes)
            && rising(&self.about)
            && self.body.fits()
    }
}

fn sorted(ids: impl IntoIterator<Item = EventId>) -> Vec<EventId> {
    let mut ids: Vec<_> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Whether this is an instant between 1970 and 2200.
pub(crate) fn instant_fits(ms: i64) -> bool {
    (0..LATEST_MS).contains(&ms)
}

/// Whether a typed text has a length that is let in.
pub(crate) fn text_fits(text: &str) -> bool {
    text.len() <= MOST_TEXT
}

/// A statement of bounds for each body.
pub(crate) trait Fits {
    /// Whether all its values lie within bounds.
    fn fits(&self) -> bool;
}
