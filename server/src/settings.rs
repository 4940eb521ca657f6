//! How an office is to be served, as the command line says it.

use crate::fault::Refusal;
use std::net::{IpAddr, SocketAddr};

/// Where and how to listen.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Addresses to listen on; port 0 takes a free one.
    pub listen: Vec<SocketAddr>,
    /// The address phones are told, `https://host:port`; by default the first listener's.
    pub public_url: Option<String>,
    /// Proxies that bring the encryption themselves.
    pub behind_proxy: Vec<IpAddr>,
}

/// How a listener speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    /// Without encryption, to this machine only.
    PlainLoopback,
    /// Without encryption, to listed proxies only.
    PlainToProxy,
    /// With the office's own certificate.
    OwnCertificate,
}

impl Settings {
    /// How the listener at this address speaks.
    #[must_use]
    pub fn speech(&self, address: IpAddr) -> Speech {
        let https = self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"));
        if !self.behind_proxy.is_empty() {
            Speech::PlainToProxy
        } else if address.is_loopback() && !https {
            Speech::PlainLoopback
        } else {
            Speech::OwnCertificate
        }
    }

    /// Checks that the parts go together.
    ///
    /// # Errors
    ///
    /// [`Refusal::Malformed`] says what does not.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.listen.is_empty() {
            return Err(Refusal::Malformed("no address to listen on"));
        }
        let Some(url) = &self.public_url else { return Ok(()) };
        let (scheme, rest) = url
            .split_once("://")
            .ok_or(Refusal::Malformed("the public address begins with https://"))?;
        let host = host_of(rest);
        if host.is_empty() {
            return Err(Refusal::Malformed("the public address names no host"));
        }
        let here = host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        match scheme {
            "https" => Ok(()),
            "http" if here && self.behind_proxy.is_empty() => Ok(()),
            "http" => Err(Refusal::Malformed("plain http is for this machine only")),
            _ => Err(Refusal::Malformed("the public address begins with https://")),
        }
    }

    /// Names for the certificate: the public host and every listener.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = vec!["localhost".to_owned()];
        if let Some((_, rest)) = self.public_url.as_deref().and_then(|url| url.split_once("://")) {
            names.push(host_of(rest).to_owned());
        }
        names.extend(self.listen.iter().map(|address| address.ip().to_string()));
        names.sort();
        names.dedup();
        names
    }

    /// Whose request it is: the connection's peer, or, if that is a listed
    /// proxy, the last address in `X-Forwarded-For` that is not one.
    ///
    /// # Errors
    ///
    /// [`Refusal::HttpsOnly`] if only proxies may speak here and this is none.
    pub fn client(&self, peer: IpAddr, forwarded_for: Option<&str>) -> Result<IpAddr, Refusal> {
        if self.behind_proxy.is_empty() {
            return Ok(peer);
        }
        if !self.behind_proxy.contains(&peer) {
            return Err(Refusal::HttpsOnly);
        }
        let told = forwarded_for.unwrap_or_default().rsplit(',');
        for address in told.map(str::trim).filter(|address| !address.is_empty()) {
            let address: IpAddr =
                address.parse().map_err(|_| Refusal::Malformed("X-Forwarded-For"))?;
            if !self.behind_proxy.contains(&address) {
                return Ok(address);
            }
        }
        Ok(peer)
    }
}

/// Host of `host:port/path`, without brackets.
fn host_of(rest: &str) -> &str {
    let authority = rest.split('/').next().unwrap_or_default();
    match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: Option<&str>, proxies: &[&str]) -> Settings {
        Settings {
            listen: vec!["127.0.0.1:0".parse().expect("an address")],
            public_url: url.map(str::to_owned),
            behind_proxy: proxies.iter().map(|ip| ip.parse().expect("an address")).collect(),
        }
    }

    #[test]
    fn plain_http_is_spoken_on_this_machine_or_to_a_listed_proxy_only() {
        for (address, url, proxies, speech) in [
            ("127.0.0.1", None, &[][..], Speech::PlainLoopback),
            ("::1", Some("http://localhost:1"), &[], Speech::PlainLoopback),
            ("127.0.0.1", Some("https://office.example"), &[], Speech::OwnCertificate),
            ("0.0.0.0", None, &[], Speech::OwnCertificate),
            ("192.168.1.2", None, &[], Speech::OwnCertificate),
            ("10.0.0.1", Some("https://office.example"), &["10.0.0.2"], Speech::PlainToProxy),
        ] {
            let ip = address.parse().expect("an address");
            assert_eq!(settings(url, proxies).speech(ip), speech, "{address} {url:?}");
        }
    }

    #[test]
    fn a_public_address_is_https_or_this_machine() {
        for (url, proxies, fits) in [
            ("https://office.example", &[][..], true),
            ("https://[2001:db8::1]:8443", &[], true),
            ("http://127.0.0.1:80", &[], true),
            ("http://[::1]:80/", &[], true),
            ("http://office.example", &[], false),
            ("http://office.example", &["10.0.0.2"], false),
            ("https://", &[], false),
            ("ftp://office.example", &[], false),
            ("office.example", &[], false),
        ] {
            assert_eq!(settings(Some(url), proxies).check().is_ok(), fits, "{url}");
        }
    }

    #[test]
    fn a_listed_proxy_tells_the_client_and_nobody_else_may() {
        let behind = settings(Some("https://office.example"), &["10.0.0.2", "10.0.0.3"]);
        for (peer, told, client) in [
            ("10.0.0.2", Some("203.0.113.9"), Some("203.0.113.9")),
            ("10.0.0.2", Some("6.6.6.6, 203.0.113.9"), Some("203.0.113.9")),
            ("10.0.0.2", Some("203.0.113.9, 10.0.0.3"), Some("203.0.113.9")),
            ("10.0.0.2", None, Some("10.0.0.2")),
            ("10.0.0.2", Some("nonsense"), None),
            ("203.0.113.9", Some("10.0.0.2"), None),
        ] {
            let peer = peer.parse().expect("an address");
            let expected = client.map(|ip| ip.parse().expect("an address"));
            assert_eq!(behind.client(peer, told).ok(), expected, "{peer} {told:?}");
        }
        let alone = settings(None, &[]);
        let peer = "203.0.113.9".parse().expect("an address");
        assert_eq!(alone.client(peer, Some("6.6.6.6")), Ok(peer), "the header is not believed");
    }
}
