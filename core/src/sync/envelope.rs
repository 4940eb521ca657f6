//! Compression with bounds on both sides of it.

use super::SyncError;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read;

/// The longest message on the wire, in bytes.
pub const REQUEST_LIMIT: usize = 256 * 1024;
/// The longest message inflated, in bytes.
pub const INFLATED_LIMIT: usize = 1024 * 1024;

/// Deflates a message.
///
/// # Errors
///
/// [`SyncError::TooLarge`] if the other side would not inflate it.
pub(super) fn deflate(message: &[u8]) -> Result<Vec<u8>, SyncError> {
    if message.len() > INFLATED_LIMIT {
        return Err(SyncError::TooLarge);
    }
    let mut deflated = Vec::new();
    DeflateEncoder::new(message, Compression::default())
        .read_to_end(&mut deflated)
        .map_err(|_| SyncError::TooLarge)?;
    Ok(deflated)
}

/// Inflates a message, no further than the bound.
///
/// # Errors
///
/// [`SyncError::TooLarge`] beyond `limit` on the wire or the bound inflated,
/// also for bytes that are no deflate stream.
pub(super) fn inflate(wire: &[u8], limit: usize) -> Result<Vec<u8>, SyncError> {
    if wire.len() > limit {
        return Err(SyncError::TooLarge);
    }
    let mut message = Vec::new();
    let bound = u64::try_from(INFLATED_LIMIT).unwrap_or(u64::MAX) + 1;
    DeflateDecoder::new(wire)
        .take(bound)
        .read_to_end(&mut message)
        .map_err(|_| SyncError::Form(crate::log::CodecError::Malformed))?;
    if message.len() > INFLATED_LIMIT { Err(SyncError::TooLarge) } else { Ok(message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deflated_comes_back() {
        let message = b"a shift, a shift, a shift".repeat(100);
        let wire = deflate(&message).expect("small enough");
        assert!(wire.len() < message.len() / 10);
        assert_eq!(inflate(&wire, REQUEST_LIMIT).expect("inflates"), message);
    }

    #[test]
    fn a_bomb_stops_at_the_bound() {
        let mut bomb = Vec::new();
        DeflateEncoder::new(std::io::repeat(0).take(64 << 20), Compression::best())
            .read_to_end(&mut bomb)
            .expect("writes to memory");
        assert!(bomb.len() < REQUEST_LIMIT, "small on the wire");
        assert!(matches!(inflate(&bomb, REQUEST_LIMIT), Err(SyncError::TooLarge)));
        assert!(matches!(deflate(&vec![0; INFLATED_LIMIT + 1]), Err(SyncError::TooLarge)));
        assert!(matches!(
            inflate(&[0; REQUEST_LIMIT + 1], REQUEST_LIMIT),
            Err(SyncError::TooLarge)
        ));
    }
}
