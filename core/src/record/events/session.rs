//! Events of a `session` document: a coach's sessions (Jobcoaching).

use super::{Fits, instant_fits, text_fits};
use crate::record::cbor::Place;
use minicbor::{Decode, Encode};

/// A session with goals and progress. Set right by a later one that supersedes it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Session {
    /// From, in ms since 1970.
    #[n(0)]
    pub from_ms: i64,
    /// To, in ms since 1970.
    #[n(1)]
    pub to_ms: i64,
    /// Where.
    #[n(2)]
    pub place: Place,
    /// What was to be reached.
    #[n(3)]
    pub goals: String,
    /// What was reached.
    #[n(4)]
    pub progress: String,
    /// Anything else.
    #[n(5)]
    pub note: Option<String>,
}

/// A session that should not be; `supersedes` of the event names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SessionRetracted {
    /// Why.
    #[n(0)]
    pub reason: String,
}

impl Fits for Session {
    fn fits(&self) -> bool {
        instant_fits(self.from_ms)
            && instant_fits(self.to_ms)
            && self.place.fits()
            && text_fits(&self.goals)
            && text_fits(&self.progress)
            && self.note.as_ref().is_none_or(|text| text_fits(text))
    }
}
impl Fits for SessionRetracted {
    fn fits(&self) -> bool {
        text_fits(&self.reason)
    }
}
