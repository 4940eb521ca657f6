//! The phone's way to its office: blocking HTTPS with a pinned key.
//!
//! A phone trusts its office by the key in the pairing code, not by an
//! authority (`docs/decisions/0003-pinned-key-instead-of-a-ca.md`). Plain
//! HTTP goes to this machine only.

mod error;
mod pin;
mod transport;

pub use error::{Cause, CourierError};
pub use pin::{KeyPin, NotAPin};
pub use transport::{Message, Method, Reply, Transport};

use reqwest::Url;
use std::sync::Arc;
use std::time::Duration;
use transport::BuiltIn;

/// The longest answer that is read: a reply of one round, with room to spare.
pub const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;

/// How long to wait for the office.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Until a connection stands.
    pub connect: Duration,
    /// Until the whole answer is here.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), answer: Duration::from_secs(60) }
    }
}

/// A way to one office. Cheap to clone; calls wait, so make none on a screen's thread.
#[derive(Debug, Clone)]
pub struct Courier {
    transport: Arc<dyn Transport>,
    office: Url,
    pin: Option<KeyPin>,
    patience: Patience,
}

impl Courier {
    /// Makes a way to the office at `address` (`https://host:port`, or
    /// `http://` on this machine). With a pin, exactly that key is accepted
    /// and nothing else is looked at; without one, the system's authorities
    /// decide. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`CourierError::NotAnAddress`]; [`CourierError::PlainHttp`] for plain
    /// HTTP beyond this machine; [`CourierError::Setup`].
    pub fn new(
        address: &str,
        pin: Option<KeyPin>,
        patience: Patience,
    ) -> Result<Self, CourierError> {
        let office = address_of(address)?;
        let transport = Arc::new(BuiltIn::new(pin, patience)?);
        Ok(Self { transport, office, pin, patience })
    }

    /// The same over a platform's own client.
    ///
    /// # Errors
    ///
    /// [`CourierError::NotAnAddress`]; [`CourierError::PlainHttp`].
    pub fn through(
        address: &str,
        pin: Option<KeyPin>,
        patience: Patience,
        transport: Arc<dyn Transport>,
    ) -> Result<Self, CourierError> {
        Ok(Self { transport, office: address_of(address)?, pin, patience })
    }

    /// The same way, waiting at most so long for each answer.
    #[must_use]
    pub fn within(&self, longest: Duration) -> Self {
        let answer = self.patience.answer.min(longest);
        Self { patience: Patience { answer, ..self.patience }, ..self.clone() }
    }

    /// Sends one round to `POST /v1/sync` and returns the office's answer.
    ///
    /// # Errors
    ///
    /// See [`CourierError`]. After any of them the round may be sent again.
    pub fn sync(&self, round: Vec<u8>) -> Result<Vec<u8>, CourierError> {
        self.post("v1/sync", "application/cbor", None, round)
    }

    /// Posts `body` to a path of the office (`v1/pair`, no leading slash).
    ///
    /// # Errors
    ///
    /// See [`CourierError`].
    pub fn post(
        &self,
        path: &str,
        content_type: &str,
        bearer: Option<&str>,
        body: Vec<u8>,
    ) -> Result<Vec<u8>, CourierError> {
        let kind = [("content-type", content_type.to_owned())];
        self.carry(Method::Post, path, kind.into_iter().chain(signed_in(bearer)).collect(), body)
    }

    /// Fetches a path of the office (`v1/team`, no leading slash).
    ///
    /// # Errors
    ///
    /// See [`CourierError`].
    pub fn get(&self, path: &str, bearer: Option<&str>) -> Result<Vec<u8>, CourierError> {
        self.carry(Method::Get, path, signed_in(bearer).collect(), Vec::new())
    }

    fn carry(
        &self,
        method: Method,
        path: &str,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    ) -> Result<Vec<u8>, CourierError> {
        let message = Message { method, url: self.at(path)?.into(), headers, body };
        answer(self.transport.carry(message, self.pin, self.patience)?)
    }

    fn at(&self, path: &str) -> Result<Url, CourierError> {
        let mut base = self.office.clone();
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        base.join(path).map_err(|_| CourierError::NotAnAddress)
    }
}

fn address_of(text: &str) -> Result<Url, CourierError> {
    let office: Url = text.parse().map_err(|_| CourierError::NotAnAddress)?;
    if office.host_str().is_none() || office.cannot_be_a_base() {
        return Err(CourierError::NotAnAddress);
    }
    match office.scheme() {
        "https" => Ok(office),
        "http" if is_loopback(&office) => Ok(office),
        "http" => Err(CourierError::PlainHttp),
        _ => Err(CourierError::NotAnAddress),
    }
}

fn signed_in(bearer: Option<&str>) -> impl Iterator<Item = (&'static str, String)> {
    bearer.map(|token| ("authorization", format!("Bearer {token}"))).into_iter()
}

/// The body of a good answer, or the office's typed error.
fn answer(reply: Reply) -> Result<Vec<u8>, CourierError> {
    let Reply { status, body } = reply;
    if u64::try_from(body.len()).unwrap_or(u64::MAX) > LONGEST_ANSWER {
        return Err(CourierError::TooLong);
    }
    if (200..300).contains(&status) {
        return Ok(body);
    }
    let told: Option<serde_json::Value> = serde_json::from_slice(&body).ok();
    let word = |key: &str| {
        told.as_ref().and_then(|t| t.get(key)).and_then(|v| v.as_str()).unwrap_or("").to_owned()
    };
    Err(CourierError::Refused { status, code: word("code"), detail: word("detail") })
}

/// Whether the address names this machine: `localhost` or a loopback number.
fn is_loopback(address: &Url) -> bool {
    let host = address.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_to_this_machine_only() {
        for (address, fits) in [
            ("http://127.0.0.1:8080", true),
            ("http://127.9.9.9", true),
            ("http://[::1]:80", true),
            ("http://localhost:1", true),
            ("https://office.example", true),
            ("http://office.example", false),
            ("http://127.0.0.1.example", false),
            ("http://192.168.1.2", false),
            ("http://localhost.example", false),
        ] {
            let made = Courier::new(address, Some(KeyPin::new([0; 32])), Patience::default());
            assert_eq!(made.is_ok(), fits, "{address}");
            if !fits {
                assert!(matches!(made, Err(CourierError::PlainHttp)), "{address}");
            }
        }
        for nonsense in ["", "office", "ftp://127.0.0.1", "data:,x", "https://"] {
            let made = Courier::new(nonsense, None, Patience::default());
            assert!(matches!(made, Err(CourierError::NotAnAddress)), "{nonsense}");
        }
    }

    #[test]
    fn a_folder_in_the_address_is_kept() {
        let courier =
            Courier::new("https://host/office", None, Patience::default()).expect("an address");
        let path = courier.at("v1/sync").expect("a path");
        assert_eq!(path.as_str(), "https://host/office/v1/sync");
    }
}
