//! The phone's way to its office: blocking HTTPS with a pinned key.
//!
//! A phone trusts its office by the key in the pairing code, not by an
//! authority (`docs/decisions/0003-pinned-key-instead-of-a-ca.md`). Plain
//! HTTP goes to this machine only.

mod error;
mod pin;

pub use error::CourierError;
pub use pin::{KeyPin, NotAPin};

use reqwest::Url;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::redirect::Policy;
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

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
    client: Client,
    office: Url,
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
        let office: Url = address.parse().map_err(|_| CourierError::NotAnAddress)?;
        if office.host_str().is_none() || office.cannot_be_a_base() {
            return Err(CourierError::NotAnAddress);
        }
        match office.scheme() {
            "https" => {}
            "http" if is_loopback(&office) => {}
            "http" => return Err(CourierError::PlainHttp),
            _ => return Err(CourierError::NotAnAddress),
        }
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(patience.connect)
            .timeout(patience.answer)
            .user_agent(concat!("assistenzzeit/", env!("CARGO_PKG_VERSION")));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        match pin {
            Some(pin) => {
                builder = builder.tls_backend_preconfigured(pin::client_config(pin, provider)?);
            }
            // The client asks for the process-wide provider; one that is already there is as good.
            None => drop(rustls::crypto::CryptoProvider::install_default(
                rustls::crypto::ring::default_provider(),
            )),
        }
        Ok(Self { client: builder.build().map_err(CourierError::Setup)?, office })
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
        let request = self.client.post(self.at(path)?).header("content-type", content_type);
        answer(signed_in(request, bearer).body(body).send())
    }

    /// Fetches a path of the office (`v1/team`, no leading slash).
    ///
    /// # Errors
    ///
    /// See [`CourierError`].
    pub fn get(&self, path: &str, bearer: Option<&str>) -> Result<Vec<u8>, CourierError> {
        answer(signed_in(self.client.get(self.at(path)?), bearer).send())
    }

    fn at(&self, path: &str) -> Result<Url, CourierError> {
        let mut base = self.office.clone();
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        base.join(path).map_err(|_| CourierError::NotAnAddress)
    }
}

fn signed_in(request: RequestBuilder, bearer: Option<&str>) -> RequestBuilder {
    match bearer {
        Some(token) => request.bearer_auth(token),
        None => request,
    }
}

/// Reads an answer of bounded length, or the office's typed error.
fn answer(sent: reqwest::Result<Response>) -> Result<Vec<u8>, CourierError> {
    let response = sent.map_err(CourierError::of_transport)?;
    let status = response.status();
    let mut body = Vec::new();
    let read = response
        .take(LONGEST_ANSWER + 1)
        .read_to_end(&mut body)
        .map_err(|source| CourierError::CutOff { source })?;
    if u64::try_from(read).unwrap_or(u64::MAX) > LONGEST_ANSWER {
        return Err(CourierError::TooLong);
    }
    if status.is_success() {
        return Ok(body);
    }
    let told: Option<serde_json::Value> = serde_json::from_slice(&body).ok();
    let word = |key: &str| {
        told.as_ref().and_then(|t| t.get(key)).and_then(|v| v.as_str()).unwrap_or("").to_owned()
    };
    Err(CourierError::Refused {
        status: status.as_u16(),
        code: word("code"),
        detail: word("detail"),
    })
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
