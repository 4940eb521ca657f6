//! The platform's own HTTP client, for whoever wants it instead of the
//! built-in one (a proxy of the company, a VPN of the platform).

use assistenz_courier::{Cause, CourierError, KeyPin, Message, Method, Patience, Reply, Transport};
use std::fmt;
use std::sync::Arc;

/// One message to the office.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HttpRequest {
    /// `GET` or `POST`.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// Headers to send.
    pub headers: Vec<HttpHeader>,
    /// What it brings; empty for `GET`.
    pub body: Vec<u8>,
    /// SHA-256 of the office's public key as its certificate holds it (RFC 7469
    /// § 2.4). If it is there, accept exactly this key and look at nothing else
    /// of the certificate; any other must be [`TransportError::WrongKey`].
    pub key_pin: Option<Vec<u8>>,
    /// Give up after this.
    pub timeout_ms: u64,
}

/// A header.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HttpHeader {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What came back, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HttpAnswer {
    /// HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Why no answer came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum TransportError {
    /// No network, no such host, nobody answers.
    #[error("unreachable")]
    Unreachable,
    /// It took too long.
    #[error("timed out")]
    TimedOut,
    /// Someone answered under another key.
    #[error("wrong key")]
    WrongKey,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for TransportError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unreachable
    }
}

/// Carries one message. Blocks; follows no redirect; keeps no cookie.
#[uniffi::export(foreign)]
pub trait HttpTransport: Send + Sync {
    /// Sends and waits for the answer.
    ///
    /// # Errors
    ///
    /// [`TransportError`]
    fn send(&self, request: HttpRequest) -> Result<HttpAnswer, TransportError>;
}

/// The app's client as the courier's.
pub(crate) struct Foreign(pub(crate) Arc<dyn HttpTransport>);

impl fmt::Debug for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpTransport")
    }
}

impl Transport for Foreign {
    fn carry(
        &self,
        message: Message,
        pin: Option<KeyPin>,
        patience: Patience,
    ) -> Result<Reply, CourierError> {
        let method = match message.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        let headers = message.headers.into_iter();
        let request = HttpRequest {
            method: method.to_owned(),
            url: message.url,
            headers: headers
                .map(|(name, value)| HttpHeader { name: name.to_owned(), value })
                .collect(),
            body: message.body,
            key_pin: pin.map(|pin| pin.bytes().to_vec()),
            timeout_ms: u64::try_from(patience.answer.as_millis()).unwrap_or(u64::MAX),
        };
        match self.0.send(request) {
            Ok(HttpAnswer { status, body }) => Ok(Reply { status, body }),
            Err(TransportError::WrongKey) => Err(CourierError::WrongKey),
            Err(error @ TransportError::TimedOut) => {
                Err(CourierError::TimedOut(Cause::from(error)))
            }
            Err(error @ TransportError::Unreachable) => {
                Err(CourierError::Unreachable(Cause::from(error)))
            }
        }
    }
}
