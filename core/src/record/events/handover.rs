//! Events of a `handover` document: questions of the payroll office (Rückfragen).

use super::{Fits, text_fits};
use crate::document::{EventId, PersonId};
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
