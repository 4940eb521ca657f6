//! The office's own certificate. Phones are paired with its key, not with an
//! authority (`docs/decisions/0003-pinned-key-instead-of-a-ca.md`).

use crate::folder::{Folder, FolderError};
use assistenz_courier::KeyPin;
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::io;
use std::sync::Arc;
use thiserror::Error;

/// Why there is no certificate.
#[derive(Debug, Error)]
pub enum TlsError {
    /// Its key cannot be kept.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// `keys/tls.pem` holds something else, or a name fits no certificate.
    #[error("the certificate cannot be made")]
    Certificate(#[from] rcgen::Error),
    /// The encryption cannot be set up with it.
    #[error("the encryption cannot be set up")]
    Setup(#[from] rustls::Error),
    /// A certificate that cannot be read back.
    #[error("the certificate cannot be read back")]
    Unreadable,
}

const KEY: &str = "tls.pem";

/// A self-signed certificate and what phones are told of it.
#[derive(Debug, Clone)]
pub struct Identity {
    /// For the listener.
    pub config: Arc<ServerConfig>,
    /// For pairing codes.
    pub pin: KeyPin,
}

fn key(folder: &Folder) -> Result<rcgen::KeyPair, TlsError> {
    let path = folder.keys().join(KEY);
    match std::fs::read_to_string(&path) {
        Ok(pem) => Ok(rcgen::KeyPair::from_pem(&pem)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = rcgen::KeyPair::generate()?;
            folder.write_key(KEY, key.serialize_pem().as_bytes())?;
            Ok(key)
        }
        Err(source) => Err(FolderError::Io { what: KEY.to_owned(), source }.into()),
    }
}

/// The certificate for these names, made from the key in the folder; the key
/// is drawn on first use and then stays, so that paired phones go on trusting it.
///
/// # Errors
///
/// See [`TlsError`].
pub fn identity(folder: &Folder, names: Vec<String>) -> Result<Identity, TlsError> {
    let key = key(folder)?;
    let mut about = rcgen::CertificateParams::new(names)?;
    about.distinguished_name = rcgen::DistinguishedName::new();
    about.distinguished_name.push(rcgen::DnType::CommonName, "Assistenzzeit");
    let certificate = about.self_signed(&key)?;
    let der: CertificateDer<'static> = certificate.der().clone();
    let pin = KeyPin::of_certificate(&der).map_err(|_| TlsError::Unreadable)?;
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let mut config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![der], private)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Identity { config: Arc::new(config), pin })
}
