//! Events of a `review` document: what the employer proposes and approves.

use super::{Fits, instant_fits, text_fits};
use crate::document::{DocumentId, EventId};
use crate::record::cbor::{
    Funding, Hash32, Place, day_numbers, document_text, kind_number, month_number,
};
use crate::time::Month;
use crate::work::Kind;
use chrono::NaiveDate;
use minicbor::{Decode, Encode};

/// A proposal of correction. It changes nothing until the assistant agrees.
/// `about` of the event names the live events whose values it would replace.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Proposal {
    /// Which shift; absent for a shift that was forgotten, whose id is the event's.
    #[n(0)]
    pub shift: Option<EventId>,
    /// Why.
    #[n(1)]
    pub reason: String,
    /// The proposed start, in ms since 1970.
    #[n(2)]
    pub start_ms: Option<i64>,
    /// The proposed end, in ms since 1970.
    #[n(3)]
    pub end_ms: Option<i64>,
    /// The proposed place.
    #[n(4)]
    pub place: Option<Place>,
    /// Who pays.
    #[n(5)]
    pub funding: Option<Vec<Funding>>,
    /// Parts to add, to set right or to take out.
    #[cbor(n(6), skip_if = "Vec::is_empty")]
    pub parts: Vec<ProposedPart>,
    /// Proposes that the shift should not be at all.
    #[n(7)]
    pub retract: Option<bool>,
}

/// A part inside a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ProposedPart {
    /// The part's id: an earlier one to set right, or a new one.
    #[n(0)]
    pub part: EventId,
    /// What it was.
    #[cbor(n(1), with = "kind_number")]
    pub kind: Kind,
    /// From, in ms since 1970.
    #[n(2)]
    pub from_ms: i64,
    /// To, in ms since 1970.
    #[n(3)]
    pub to_ms: i64,
    /// Take it out instead.
    #[n(4)]
    pub removed: Option<bool>,
}

/// A proposal taken back.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ProposalWithdrawn {
    /// Which proposal.
    #[n(0)]
    pub proposal: EventId,
    /// Why.
    #[n(1)]
    pub reason: Option<String>,
}

/// A month or single days approved. Never undone: a [`Reopening`] or a later
/// approval that supersedes it comes after it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Approval {
    /// Which month.
    #[cbor(n(0), with = "month_number")]
    pub month: Month,
    /// Only the shifts that count on these local days, rising; none for the whole month.
    #[cbor(
        n(1),
        encode_with = "day_numbers::encode",
        decode_with = "day_numbers::decode",
        is_nil = "day_numbers::is_nil",
        nil = "day_numbers::nil"
    )]
    pub days: Vec<NaiveDate>,
    /// SHA-256 of the statement's canonical bytes.
    #[n(2)]
    pub statement: Hash32,
    /// The heads of every document that was read.
    #[n(3)]
    pub heads: Vec<PinnedHeads>,
    /// The ids of the live events, rising.
    #[n(4)]
    pub live: Vec<EventId>,
    /// Version of the rules.
    #[n(5)]
    pub rules: String,
    /// Minutes by kind, as shown.
    #[n(6)]
    pub totals: Vec<KindTotal>,
    /// Entries approved over silence or objection, each with a reason.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    pub over: Vec<Over>,
    /// What the law warned of and the employer saw, by code.
    #[cbor(n(8), skip_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// The heads of one document at the time of an approval.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(map)]
pub struct PinnedHeads {
    /// Which document.
    #[cbor(n(0), with = "document_text")]
    pub document: DocumentId,
    /// Its heads, rising.
    #[n(1)]
    pub heads: Vec<Hash32>,
}

/// Minutes of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct KindTotal {
    /// The kind.
    #[cbor(n(0), with = "kind_number")]
    pub kind: Kind,
    /// Minutes.
    #[n(1)]
    pub minutes: u32,
}

/// A proposal that the employer approves over silence or objection.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Over {
    /// Which proposal counts although the assistant did not agree.
    #[n(0)]
    pub proposal: EventId,
    /// Why.
    #[n(1)]
    pub reason: String,
}

/// A piece of an approved statement's canonical bytes (a change holds at most
/// 16 KiB). The pieces stand in the same batch as the approval.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StatementPiece {
    /// SHA-256 of the whole.
    #[n(0)]
    pub statement: Hash32,
    /// Which piece, from 0.
    #[n(1)]
    pub index: u32,
    /// How many pieces.
    #[n(2)]
    pub count: u32,
    /// The bytes.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// An approval reopened. It stays payable and readable until a new approval
/// supersedes it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reopening {
    /// Which approval.
    #[n(0)]
    pub approval: EventId,
    /// Why.
    #[n(1)]
    pub reason: String,
}

/// A line of pay entered by hand (expenses, mileage, bonus, advance): JSON of
/// the room `pay`, kept as it is. Changed by a later line that supersedes it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PayLine {
    /// Which month.
    #[cbor(n(0), with = "month_number")]
    pub month: Month,
    /// The line.
    #[n(1)]
    pub json: String,
}

/// A line entered by hand taken back; `supersedes` of the event names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PayLineRemoved {
    /// Why.
    #[n(0)]
    pub reason: String,
}

/// Minutes booked by hand on the hours account: the balance with which
/// somebody begins here, or what was agreed. Changed by a later booking that
/// supersedes it; taken back by one of no minutes.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct HoursBooked {
    /// Which month.
    #[cbor(n(0), with = "month_number")]
    pub month: Month,
    /// Minutes; negative where it takes some.
    #[n(1)]
    pub minutes: i32,
    /// Why.
    #[n(2)]
    pub reason: String,
}

/// Net pay of a calendar day before a maternity leave, as the payroll office
/// has told it: what the employer adds to the maternity allowance is made of it
/// (§ 20 Abs. 1 MuSchG). Changed by a later one that supersedes it; taken back
/// by one without an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NetPayNoted {
    /// About which absence.
    #[n(0)]
    pub absence: EventId,
    /// Cents of a calendar day.
    #[n(1)]
    pub cents: Option<u32>,
}

impl Fits for NetPayNoted {
    fn fits(&self) -> bool {
        true
    }
}
impl Fits for HoursBooked {
    fn fits(&self) -> bool {
        text_fits(&self.reason) && (-1_000_000..=1_000_000).contains(&self.minutes)
    }
}
impl Fits for Proposal {
    fn fits(&self) -> bool {
        text_fits(&self.reason)
            && self.start_ms.is_none_or(instant_fits)
            && self.end_ms.is_none_or(instant_fits)
            && self.place.as_ref().is_none_or(Place::fits)
            && self
                .funding
                .as_ref()
                .is_none_or(|funding| funding.len() <= 16 && funding.iter().all(Funding::fits))
            && self.parts.len() <= 64
            && self.parts.iter().all(|part| instant_fits(part.from_ms) && instant_fits(part.to_ms))
    }
}
impl Fits for ProposalWithdrawn {
    fn fits(&self) -> bool {
        self.reason.as_ref().is_none_or(|text| text_fits(text))
    }
}
impl Fits for Approval {
    fn fits(&self) -> bool {
        self.days.windows(2).all(|pair| pair[0] < pair[1])
            && self.heads.windows(2).all(|pair| pair[0].document < pair[1].document)
            && self.live.windows(2).all(|pair| pair[0] < pair[1])
            && self.rules.len() <= 64
            && self.over.iter().all(|over| !over.reason.is_empty() && text_fits(&over.reason))
            && self.warnings.iter().all(|code| code.len() <= 200)
    }
}
impl Fits for StatementPiece {
    fn fits(&self) -> bool {
        self.index < self.count && self.count <= 16
    }
}
impl Fits for Reopening {
    fn fits(&self) -> bool {
        text_fits(&self.reason)
    }
}
impl Fits for PayLine {
    fn fits(&self) -> bool {
        self.json.len() <= 8_000
    }
}
impl Fits for PayLineRemoved {
    fn fits(&self) -> bool {
        text_fits(&self.reason)
    }
}
