//! What carries one message: the built-in client, or one that a platform brings.

use crate::error::CourierError;
use crate::pin::{self, KeyPin};
use crate::{LONGEST_ANSWER, Patience};
use reqwest::blocking::Client;
use reqwest::redirect::Policy;
use std::fmt::Debug;
use std::io::Read;
use std::sync::Arc;

/// One message to the office.
#[derive(Clone)]
pub struct Message {
    /// Whether it brings something or only asks.
    pub method: Method,
    /// The whole address.
    pub url: String,
    /// Name and value; names in small letters.
    pub headers: Vec<(&'static str, String)>,
    /// What it brings; empty where it only asks.
    pub body: Vec<u8>,
}

/// Shows no header: one of them may be a token.
impl Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = self.body.len();
        f.debug_struct("Message").field("url", &self.url).field("bytes", &bytes).finish()
    }
}

/// The two methods of HTTP that are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Asks.
    Get,
    /// Brings.
    Post,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// The body, at most [`LONGEST_ANSWER`] bytes.
    pub body: Vec<u8>,
}

/// Carries messages. Follows no redirect and asks no proxy of its own accord.
pub trait Transport: Debug + Send + Sync {
    /// Carries one message and waits for the answer. With a pin, only an
    /// answer under exactly that key may come back.
    ///
    /// # Errors
    ///
    /// See [`CourierError`]; what the office said is no error here.
    fn carry(
        &self,
        message: Message,
        pin: Option<KeyPin>,
        patience: Patience,
    ) -> Result<Reply, CourierError>;
}

/// The built-in client, for one office.
#[derive(Debug)]
pub(crate) struct BuiltIn(Client);

impl BuiltIn {
    pub(crate) fn new(pin: Option<KeyPin>, patience: Patience) -> Result<Self, CourierError> {
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(patience.connect)
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
        Ok(Self(builder.build().map_err(CourierError::Setup)?))
    }
}

impl Transport for BuiltIn {
    fn carry(
        &self,
        message: Message,
        _pin: Option<KeyPin>, // the client was made for it
        patience: Patience,
    ) -> Result<Reply, CourierError> {
        let mut request = match message.method {
            Method::Get => self.0.get(message.url),
            Method::Post => self.0.post(message.url).body(message.body),
        };
        for (name, value) in message.headers {
            request = request.header(name, value);
        }
        let response =
            request.timeout(patience.answer).send().map_err(CourierError::of_transport)?;
        let status = response.status().as_u16();
        let mut body = Vec::new();
        response
            .take(LONGEST_ANSWER + 1)
            .read_to_end(&mut body)
            .map_err(|source| CourierError::CutOff { source })?;
        Ok(Reply { status, body })
    }
}
