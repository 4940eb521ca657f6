//! Events of an `answers` document: decisions on wishes.

use super::{Fits, text_fits};
use crate::document::EventId;
use minicbor::{Decode, Encode};

/// A decision on a wish: an absence, or a shift that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Decision {
    /// Which wish (the id inside its keys, `absence/<id>/…`).
    #[n(0)]
    pub wish: EventId,
    /// Granted, or not.
    #[n(1)]
    pub granted: bool,
    /// The kind of absence that is granted, if another than asked for, by its word.
    #[n(2)]
    pub kind: Option<String>,
    /// Why.
    #[n(3)]
    pub reason: Option<String>,
}

impl Fits for Decision {
    fn fits(&self) -> bool {
        self.kind.as_ref().is_none_or(|kind| kind.len() <= 32)
            && self.reason.as_ref().is_none_or(|text| text_fits(text))
    }
}
