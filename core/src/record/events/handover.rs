//! Events of a `handover` document: questions of the payroll office
//! (Rückfragen), and refunds of continued pay (Erstattung nach dem AAG).

use super::{Fits, text_fits};
use crate::document::{EventId, PersonId};
use crate::record::cbor::Day;
use minicbor::{Decode, Encode};

/// A question of the payroll office.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Question {
    /// What is asked.
    #[n(0)]
    pub text: String,
    /// About whom, if about one person.
    #[n(1)]
    pub person: Option<PersonId>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reply {
    /// Which question.
    #[n(0)]
    pub question: EventId,
    /// The answer.
    #[n(1)]
    pub text: String,
}

/// How far a refund of continued pay has come (§§ 1, 2 AAG).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Refund {
    /// Whose absence.
    #[n(0)]
    pub person: PersonId,
    /// Which absence.
    #[n(1)]
    pub absence: EventId,
    /// Whether the money has come; else it was asked for.
    #[n(2)]
    pub received: bool,
    /// When.
    #[n(3)]
    pub day: Day,
    /// How much, in cents, where known.
    #[n(4)]
    pub cents: Option<u32>,
}

/// Such a note taken back; `supersedes` names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RefundTakenBack {
    /// Why.
    #[n(0)]
    pub reason: Option<String>,
}

impl Fits for Refund {
    fn fits(&self) -> bool {
        true
    }
}
impl Fits for RefundTakenBack {
    fn fits(&self) -> bool {
        self.reason.as_ref().is_none_or(|text| text_fits(text))
    }
}
impl Fits for Question {
    fn fits(&self) -> bool {
        text_fits(&self.text)
    }
}
impl Fits for Reply {
    fn fits(&self) -> bool {
        text_fits(&self.text)
    }
}
