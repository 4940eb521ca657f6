//! Events of a `time` document: what an assistant records.

use super::{Fits, instant_fits, text_fits};
use crate::document::EventId;
use crate::record::cbor::{Funding, Hash32, Place, kind_number, month_number};
use crate::time::Month;
use crate::work::Kind;
use minicbor::{Decode, Encode};

/// Work began (Kommen). The event's id is the shift's id.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClockIn {
    /// When, in ms since 1970.
    #[n(0)]
    pub at_ms: i64,
    /// Where; frozen here.
    #[n(1)]
    pub place: Place,
    /// Who pays, if not the contract's cost centre alone.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
}

/// Work ended (Gehen).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClockOut {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
    /// When, in ms since 1970.
    #[n(1)]
    pub at_ms: i64,
}

/// A part began: break, standby, call-out and so on. The event's id is the
/// part's id.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PartStart {
    /// Inside which shift.
    #[n(0)]
    pub shift: EventId,
    /// What began.
    #[cbor(n(1), with = "kind_number")]
    pub kind: Kind,
    /// When, in ms since 1970.
    #[n(2)]
    pub at_ms: i64,
}

/// A part ended.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PartEnd {
    /// Inside which shift.
    #[n(0)]
    pub shift: EventId,
    /// Which part.
    #[n(1)]
    pub part: EventId,
    /// When, in ms since 1970.
    #[n(2)]
    pub at_ms: i64,
}

/// A part written afterwards, or an earlier one set right.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Part {
    /// Inside which shift.
    #[n(0)]
    pub shift: EventId,
    /// The part that is set right; absent for a new one, whose id is the event's.
    #[n(1)]
    pub part: Option<EventId>,
    /// What it was.
    #[cbor(n(2), with = "kind_number")]
    pub kind: Kind,
    /// From, in ms since 1970.
    #[n(3)]
    pub from_ms: i64,
    /// To, in ms since 1970.
    #[n(4)]
    pub to_ms: i64,
    /// Why it was written afterwards.
    #[n(5)]
    pub reason: Option<String>,
}

/// A shift that was not punched (Nachtrag): always *reconstructed*. The
/// event's id is the shift's id.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ManualEntry {
    /// From, in ms since 1970.
    #[n(0)]
    pub from_ms: i64,
    /// To, in ms since 1970.
    #[n(1)]
    pub to_ms: i64,
    /// Where.
    #[n(2)]
    pub place: Place,
    /// Why it is written afterwards.
    #[n(3)]
    pub reason: String,
    /// Who pays, if not the contract's cost centre alone.
    #[cbor(n(4), skip_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
    /// The local start as typed, `2026-10-25T02:30`.
    #[n(5)]
    pub from_typed: Option<String>,
    /// The local end as typed.
    #[n(6)]
    pub to_typed: Option<String>,
}

/// An own entry set right: every field given replaces what the superseded
/// events say about that field, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Correction {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
    /// Why.
    #[n(1)]
    pub reason: String,
    /// The right start, in ms since 1970.
    #[n(2)]
    pub start_ms: Option<i64>,
    /// The right end, in ms since 1970.
    #[n(3)]
    pub end_ms: Option<i64>,
    /// The right place.
    #[n(4)]
    pub place: Option<Place>,
    /// Who pays; an empty list says: the contract's cost centre alone.
    #[n(5)]
    pub funding: Option<Vec<Funding>>,
}

/// The answer to "when did you stop?" after a forgotten clock-out: *reconstructed*.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StatedEnd {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
    /// When work ended, as the person says, in ms since 1970.
    #[n(1)]
    pub at_ms: i64,
    /// The planned end that was offered, if there was one. Kept as evidence.
    #[n(2)]
    pub offered_ms: Option<i64>,
    /// What the person adds.
    #[n(3)]
    pub note: Option<String>,
    /// The local end as typed.
    #[n(4)]
    pub typed: Option<String>,
}

/// An entry that should not be. It stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Retraction {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
    /// Only this part or piece away of it; absent for the whole shift.
    #[n(1)]
    pub part: Option<EventId>,
    /// Why.
    #[n(2)]
    pub reason: String,
}

/// Standby without a call-out, said so: nothing happened tonight.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct QuietNight {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
    /// Which standby of it; absent for all.
    #[n(1)]
    pub part: Option<EventId>,
}

/// A tap taken back within seconds: what the events it supersedes say about
/// this shift is not said any more, and what they replaced counts again only
/// if it is said anew. Used for ends; a beginning is retracted instead.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Undone {
    /// Which shift.
    #[n(0)]
    pub shift: EventId,
}

/// The assistant declares the month complete.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct MonthComplete {
    /// Which month.
    #[cbor(n(0), with = "month_number")]
    pub month: Month,
    /// What the month consisted of: see `MonthOfWork::fingerprint`.
    #[n(1)]
    pub fingerprint: Hash32,
}

/// The assistant agrees or objects to a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    /// Which proposal.
    #[n(0)]
    pub proposal: EventId,
    /// Agreed, or objected to.
    #[n(1)]
    pub agreed: bool,
    /// Why.
    #[n(2)]
    pub reason: Option<String>,
}

/// A piece of a shift at another place (a journey with the employer), or an
/// earlier piece set right.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Away {
    /// Inside which shift.
    #[n(0)]
    pub shift: EventId,
    /// The piece that is set right; absent for a new one.
    #[n(1)]
    pub piece: Option<EventId>,
    /// From, in ms since 1970.
    #[n(2)]
    pub from_ms: i64,
    /// To, in ms since 1970.
    #[n(3)]
    pub to_ms: i64,
    /// Where.
    #[n(4)]
    pub place: Place,
}

fn funding_fits(funding: &[Funding]) -> bool {
    funding.len() <= 16 && funding.iter().all(Funding::fits)
}
fn optional_text_fits(text: Option<&String>) -> bool {
    text.is_none_or(|text| text_fits(text))
}
fn typed_fits(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.len() <= 32)
}

impl Fits for Undone {
    fn fits(&self) -> bool {
        true
    }
}
impl Fits for ClockIn {
    fn fits(&self) -> bool {
        instant_fits(self.at_ms) && self.place.fits() && funding_fits(&self.funding)
    }
}
impl Fits for ClockOut {
    fn fits(&self) -> bool {
        instant_fits(self.at_ms)
    }
}
impl Fits for PartStart {
    fn fits(&self) -> bool {
        instant_fits(self.at_ms)
    }
}
impl Fits for PartEnd {
    fn fits(&self) -> bool {
        instant_fits(self.at_ms)
    }
}
impl Fits for Part {
    fn fits(&self) -> bool {
        instant_fits(self.from_ms)
            && instant_fits(self.to_ms)
            && optional_text_fits(self.reason.as_ref())
    }
}
impl Fits for ManualEntry {
    fn fits(&self) -> bool {
        instant_fits(self.from_ms)
            && instant_fits(self.to_ms)
            && self.place.fits()
            && text_fits(&self.reason)
            && funding_fits(&self.funding)
            && typed_fits(self.from_typed.as_ref())
            && typed_fits(self.to_typed.as_ref())
    }
}
impl Fits for Correction {
    fn fits(&self) -> bool {
        let speaks = self.start_ms.is_some()
            || self.end_ms.is_some()
            || self.place.is_some()
            || self.funding.is_some();
        speaks
            && text_fits(&self.reason)
            && self.start_ms.is_none_or(instant_fits)
            && self.end_ms.is_none_or(instant_fits)
            && self.place.as_ref().is_none_or(Place::fits)
            && self.funding.as_ref().is_none_or(|funding| funding_fits(funding))
    }
}
impl Fits for StatedEnd {
    fn fits(&self) -> bool {
        instant_fits(self.at_ms)
            && self.offered_ms.is_none_or(instant_fits)
            && optional_text_fits(self.note.as_ref())
            && typed_fits(self.typed.as_ref())
    }
}
impl Fits for Retraction {
    fn fits(&self) -> bool {
        text_fits(&self.reason)
    }
}
impl Fits for QuietNight {
    fn fits(&self) -> bool {
        true
    }
}
impl Fits for MonthComplete {
    fn fits(&self) -> bool {
        true
    }
}
impl Fits for Answer {
    fn fits(&self) -> bool {
        optional_text_fits(self.reason.as_ref())
    }
}
impl Fits for Away {
    fn fits(&self) -> bool {
        instant_fits(self.from_ms) && instant_fits(self.to_ms) && self.place.fits()
    }
}
