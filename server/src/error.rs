//! The one file that chooses a status.

use crate::fault::{OfficeError, Refusal};
use assistenz_core::app;
use assistenz_core::ledger::LedgerError;
use assistenz_core::policy::PolicyError;
use assistenz_core::sync::RoundRefusal;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What every refusal and fault looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ErrorBody {
    /// One word for programs; never changes.
    pub code: &'static str,
    /// One English sentence for people who read logs. Holds no names and no hours.
    pub detail: String,
}

/// An error on its way out.
#[derive(Debug)]
pub struct ApiError {
    status: StatusCode,
    body: ErrorBody,
    retry_after_seconds: Option<u64>,
}

/// The status of a refusal.
const fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotSignedIn | Refusal::NotProven => StatusCode::UNAUTHORIZED,
        Refusal::NoRight => StatusCode::FORBIDDEN,
        Refusal::NotFound | Refusal::UnknownToken | Refusal::NotAMember => StatusCode::NOT_FOUND,
        Refusal::NotFounded
        | Refusal::AlreadyFounded
        | Refusal::UsedToken
        | Refusal::OtherDigits
        | Refusal::LastEmployer
        | Refusal::NotHeld
        | Refusal::StatementChanged
        | Refusal::Export { .. }
        | Refusal::NoPayrollSettings
        | Refusal::ExportDiffers
        | Refusal::NoPasskeys
        | Refusal::NoPdf => StatusCode::CONFLICT,
        Refusal::ExpiredToken | Refusal::PairingOver => StatusCode::GONE,
        Refusal::Malformed(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
        Refusal::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Refusal::Policy(error) => match error {
            PolicyError::NotAllowed | PolicyError::Expired => StatusCode::FORBIDDEN,
            PolicyError::NotAMember | PolicyError::NoSuchDevice => StatusCode::NOT_FOUND,
            PolicyError::WrongTeam
            | PolicyError::NotFounded
            | PolicyError::AlreadyFounded
            | PolicyError::WrongPlace
            | PolicyError::UnknownSigner
            | PolicyError::RevokedSigner
            | PolicyError::BadSignature
            | PolicyError::Desk
            | PolicyError::KeyInUse
            | PolicyError::LastEmployer => StatusCode::CONFLICT,
        },
        Refusal::Round(refusal) => match refusal {
            RoundRefusal::UnknownTeam => StatusCode::NOT_FOUND,
            RoundRefusal::OldApp | RoundRefusal::OldOffice => StatusCode::CONFLICT,
            RoundRefusal::UnknownDevice | RoundRefusal::BadSignature | RoundRefusal::StaleNonce => {
                StatusCode::UNAUTHORIZED
            }
        },
        Refusal::Act(refusal) => match refusal {
            app::Refusal::NoRight => StatusCode::FORBIDDEN,
            app::Refusal::NoSuchEntry => StatusCode::NOT_FOUND,
            app::Refusal::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            app::Refusal::WrongOrder
            | app::Refusal::InTheFuture
            | app::Refusal::ReasonNeeded
            | app::Refusal::WrongKind
            | app::Refusal::AbsenceTooLong
            | app::Refusal::NotPlanned
            | app::Refusal::OtherMonth { .. }
            | app::Refusal::Contract(_) => StatusCode::UNPROCESSABLE_ENTITY,
            app::Refusal::AlreadyClockedIn { .. }
            | app::Refusal::NotClockedIn
            | app::Refusal::PartRunning
            | app::Refusal::NoPartRunning
            | app::Refusal::CallOutOutsideStandby
            | app::Refusal::NotNow
            | app::Refusal::UnsettledShifts { .. }
            | app::Refusal::Findings { .. }
            | app::Refusal::OpenProposals { .. }
            | app::Refusal::NothingToApprove
            | app::Refusal::WholeMonthApproved
            | app::Refusal::NotApproved { .. }
            | app::Refusal::NoContract
            | app::Refusal::Purged
            | app::Refusal::Newer => StatusCode::CONFLICT,
        },
        Refusal::HttpsOnly => StatusCode::MISDIRECTED_REQUEST,
    }
}

impl ApiError {
    /// The status it goes out with.
    pub(crate) const fn status(&self) -> StatusCode {
        self.status
    }

    /// Its one word.
    pub(crate) const fn code(&self) -> &'static str {
        self.body.code
    }

    /// After how many seconds it is worth trying again.
    pub(crate) const fn retry_after_seconds(&self) -> Option<u64> {
        self.retry_after_seconds
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let retry_after_seconds =
            if let Refusal::TooMany { seconds } = refusal { Some(seconds) } else { None };
        Self {
            status: status_of(&refusal),
            body: ErrorBody { code: refusal.code(), detail: refusal.to_string() },
            retry_after_seconds,
        }
    }
}

impl From<OfficeError> for ApiError {
    fn from(error: OfficeError) -> Self {
        let (status, code) = match error {
            OfficeError::Refused(refusal) => return refusal.into(),
            // Known states of the machine: clear words, and worth trying again.
            OfficeError::Ledger(
                ref fault @ (LedgerError::Full | LedgerError::ReadOnly | LedgerError::Busy),
            ) => (StatusCode::SERVICE_UNAVAILABLE, fault.code()),
            OfficeError::Overloaded => (StatusCode::SERVICE_UNAVAILABLE, "overloaded"),
            OfficeError::Stopped => (StatusCode::SERVICE_UNAVAILABLE, "closing"),
            OfficeError::Ledger(
                LedgerError::Damaged(_) | LedgerError::Contradiction(_) | LedgerError::Engine(_),
            )
            | OfficeError::Store(_)
            | OfficeError::Door(_)
            | OfficeError::Folder(_)
            | OfficeError::Dice(_)
            | OfficeError::Thread(_)
            | OfficeError::Panicked
            | OfficeError::Sync(_)
            | OfficeError::Act(_)
            | OfficeError::Export(_)
            | OfficeError::Document(_)
            | OfficeError::Inconsistent(_) => (StatusCode::INTERNAL_SERVER_ERROR, "fault"),
        };
        let mut causes = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(this) = cause {
            causes.push_str(": ");
            causes.push_str(&this.to_string());
            cause = this.source();
        }
        tracing::error!(code, causes, "fault");
        let known = status == StatusCode::SERVICE_UNAVAILABLE;
        let detail = if known { error.to_string() } else { "internal fault".to_owned() };
        Self { status, body: ErrorBody { code, detail }, retry_after_seconds: known.then_some(5) }
    }
}

impl ApiError {
    /// Whether it is a plain no, rather than the office's own trouble.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.status.is_client_error()
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
