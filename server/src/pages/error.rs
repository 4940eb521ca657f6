//! What a page shows when it cannot do what was asked: a refusal is its
//! sentence and what to do; a fault one plain sentence. The frame is put
//! around it by `super::door_of_pages`, in the language of the visitor.

use crate::error::ApiError;
use crate::fault::{OfficeError, Refusal};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Why a page was not shown or an act not done.
#[derive(Debug, Clone)]
pub struct PageError(pub(crate) Arc<Why>);

/// The reasons a page knows.
#[derive(Debug)]
pub(crate) enum Why {
    /// Nobody is signed in.
    SignInFirst {
        /// Where to go on afterwards.
        path: String,
        /// Whether a form was on its way.
        sent: bool,
    },
    /// Who acts must show once more who they are.
    StepUp {
        /// Where to go on afterwards.
        path: String,
    },
    /// Token or origin of a form do not fit.
    UncheckedForm,
    /// The office refuses, or a fault, with status, word and seconds to wait.
    Office {
        /// The status of the answer.
        status: StatusCode,
        /// One stable word.
        code: &'static str,
        /// How long to wait.
        wait_seconds: Option<u64>,
    },
}

impl PageError {
    pub(crate) fn sign_in_first(parts: &Parts) -> Self {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let sent = parts.method != axum::http::Method::GET;
        Self(Arc::new(Why::SignInFirst { path, sent }))
    }

    pub(crate) fn step_up(parts: &Parts) -> Self {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Self(Arc::new(Why::StepUp { path }))
    }

    pub(crate) fn unchecked_form() -> Self {
        Self(Arc::new(Why::UncheckedForm))
    }

    /// Whether signing in would help.
    pub(crate) fn asks_to_sign_in(&self) -> bool {
        matches!(&*self.0, Why::SignInFirst { .. })
    }

    /// The status that goes with it.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match &*self.0 {
            Why::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
            Why::StepUp { .. } | Why::UncheckedForm => StatusCode::FORBIDDEN,
            Why::Office { status, .. } => *status,
        }
    }
}

impl From<OfficeError> for PageError {
    fn from(error: OfficeError) -> Self {
        // Logged there, once, if it is a fault.
        let told = ApiError::from(error);
        Self(Arc::new(Why::Office {
            status: told.status(),
            code: told.code(),
            wait_seconds: told.retry_after_seconds(),
        }))
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        OfficeError::from(refusal).into()
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
