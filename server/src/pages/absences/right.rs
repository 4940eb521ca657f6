//! Rights about one person's absences (Rechte).

use super::read::{Rights, rights};
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::pages::right::Right;
use crate::sign_in::Caller;
use assistenz_core::document::PersonId;

/// A right is a row: its name, what it allows, and where it stands in [`Rights`].
macro_rules! rights {
    ($($(#[$about:meta])* $name:ident = $among:expr;)*) => { $(
        $(#[$about])*
        #[derive(Debug)]
        pub(super) struct $name;

        impl Right for $name {
            fn judge(
                turn: &mut Turn<'_>,
                caller: &Caller,
                person: Option<PersonId>,
            ) -> Result<(), OfficeError> {
                let among: fn(&Rights) -> bool = $among;
                let known = rights(turn, caller, person.ok_or(Refusal::NotFound)?)?;
                if among(&known) { Ok(()) } else { Err(Refusal::NoRight.into()) }
            }
        }
    )* };
}

rights! {
    /// To ask for an absence, report one and change the own ones.
    Asks = |rights| rights.own;
    /// To decide, enter and certify.
    Decides = |rights| rights.decides;
    /// The one or the other.
    AsksOrDecides = |rights| rights.own || rights.decides;
    /// To note refunds.
    Pays = |rights| rights.pays;
    /// To book on the hours account.
    BooksHours = |rights| rights.books_hours;
}
