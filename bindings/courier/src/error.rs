//! Why a message did not get through.

use std::error::Error;
use std::io;
use thiserror::Error;

/// What the network library said.
pub type Cause = Box<dyn Error + Send + Sync>;

/// Why a message did not get through, or what the office said instead.
#[derive(Debug, Error)]
pub enum CourierError {
    /// The address of the office cannot be read.
    #[error("not an address of an office")]
    NotAnAddress,
    /// Plain HTTP was asked for beyond this machine.
    #[error("plain http is allowed on this machine only")]
    PlainHttp,
    /// The system's network library could not be set up.
    #[error("the network library could not be set up")]
    Setup(#[source] reqwest::Error),
    /// TLS could not be set up.
    #[error("the encryption could not be set up")]
    Encryption(#[source] rustls::Error),
    /// Someone answered who does not hold the key of the pairing code.
    #[error("the answer came from another key than the one paired with")]
    WrongKey,
    /// Nobody answers: no network, no such host, or the office is down.
    #[error("the office cannot be reached")]
    Unreachable(#[source] Cause),
    /// The office took too long.
    #[error("the office took too long")]
    TimedOut(#[source] Cause),
    /// The answer ended in the middle.
    #[error("the answer was cut off")]
    CutOff {
        /// What the reading said.
        #[source]
        source: io::Error,
    },
    /// The answer is longer than any honest one.
    #[error("the answer is too long")]
    TooLong,
    /// The office said no.
    #[error("the office refused: {status} {code}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The office's one word; empty if it gave none.
        code: String,
        /// Its sentence, for logs; screens pick their own by `code`.
        detail: String,
    },
}

impl CourierError {
    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnAddress => "not_an_address",
            Self::PlainHttp => "plain_http",
            Self::Setup(_) | Self::Encryption(_) => "setup",
            Self::WrongKey => "wrong_key",
            Self::Unreachable(_) => "unreachable",
            Self::TimedOut(_) => "timed_out",
            Self::CutOff { .. } => "cut_off",
            Self::TooLong => "too_long",
            Self::Refused { .. } => "refused",
        }
    }

    /// Whether the same message may get through later without anyone doing anything.
    #[must_use]
    pub const fn passes(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) | Self::CutOff { .. } => true,
            Self::Refused { status, .. } => *status == 429 || *status >= 500,
            Self::NotAnAddress
            | Self::PlainHttp
            | Self::Setup(_)
            | Self::Encryption(_)
            | Self::WrongKey
            | Self::TooLong => false,
        }
    }

    pub(crate) fn of_transport(error: reqwest::Error) -> Self {
        if was_wrong_key(&error) {
            Self::WrongKey
        } else if error.is_timeout() {
            Self::TimedOut(error.into())
        } else {
            Self::Unreachable(error.into())
        }
    }
}

/// Looks for the verifier's own verdict in the chain of causes.
fn was_wrong_key(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(this) = cause {
        let found = match this.downcast_ref::<io::Error>() {
            // `source()` of an io::Error skips what it wraps.
            Some(io) => io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()),
            None => this.downcast_ref::<rustls::Error>(),
        };
        if let Some(rustls::Error::InvalidCertificate(_)) = found {
            return true;
        }
        cause = match this.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => this.source(),
        };
    }
    false
}
