//! Rights judged before a form is looked at: who may not, learns nothing of
//! what the form lacks.

use super::error::PageError;
use super::visitor::Visitor;
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Role, Topic};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::Deserialize;
use std::marker::PhantomData;

/// What a page or form needs.
pub(crate) trait Right: Send {
    /// Goes on if the caller has it; `person` is the one in the address.
    fn judge(
        turn: &mut Turn<'_>,
        caller: &Caller,
        person: Option<PersonId>,
    ) -> Result<(), OfficeError>;
}

/// A visitor who has this right. It stands before the form among a handler's
/// arguments.
#[derive(Debug)]
pub(crate) struct May<R>(pub(crate) Visitor, pub(crate) PhantomData<R>);

/// Rights that hang on roles and topics alone, a row each: its name, and what
/// the caller must be. The employer has every topic.
macro_rules! rights {
    ($($(#[$about:meta])* $name:ident = $held:expr;)*) => { $(
        $(#[$about])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Right for $name {
            fn judge(
                _: &mut Turn<'_>,
                caller: &Caller,
                _: Option<PersonId>,
            ) -> Result<(), OfficeError> {
                let held: fn(&Caller) -> bool = $held;
                if held(caller) { Ok(()) } else { Err(Refusal::NoRight.into()) }
            }
        }
    )* };
}

rights! {
    /// To plan, publish and take back.
    Plans = |caller| caller.may(Topic::Rota);
    /// To propose, approve and reopen.
    Approves = |caller| caller.may(Topic::HoursApprove);
    /// To invite, let devices in and end them.
    ManagesTeam = |caller| caller.may(Topic::Team);
    /// To agree contracts and hand over to payroll.
    Pays = |caller| caller.may(Topic::Payroll);
    /// To ask and answer about what was handed over.
    AsksAboutPay = |caller| caller.may(Topic::Payroll) || caller.is(Role::PayrollOffice);
    /// To grant topics and decide about what is held.
    Employs = |caller| caller.is(Role::Employer);
}

#[derive(Deserialize)]
struct Whose {
    person: Option<PersonId>,
}

impl<R: Right> FromRequestParts<App> for May<R> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let visitor = <Visitor as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let Ok(Path(Whose { person })) = Path::<Whose>::from_request_parts(parts, app).await else {
            return Err(Refusal::NotFound.into());
        };
        let caller = visitor.caller.clone();
        app.office().read(move |turn| R::judge(turn, &caller, person)).await?;
        Ok(Self(visitor, PhantomData))
    }
}
