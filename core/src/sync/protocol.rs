//! Which version of the conversation each side speaks, asked before anything
//! else of a message is read (`docs/sync-protocol.md` § 10).

use super::office::RoundRefusal;
use super::{SyncError, message};
use crate::log::codec::{self, CodecError, Reader};

/// The version of requests and answers. It rises with whatever stands in them
/// differently, and with what both sides have to compute alike: two sides that
/// do not agree on digests would ask each other without end.
///
/// - 1: a stream's digest covered the ids of its members.
/// - 2: it covers their places as well (decision 0007).
pub const PROTOCOL: u64 = 2;

/// Reads a request at the office.
pub(super) fn request(bytes: &[u8]) -> Result<message::Request, SyncError> {
    match spoken(bytes)? {
        theirs if theirs < PROTOCOL => Err(RoundRefusal::OldApp.into()),
        theirs if theirs > PROTOCOL => Err(RoundRefusal::OldOffice.into()),
        _ => Ok(codec::decode(bytes)?),
    }
}

/// Reads an answer at a device.
pub(super) fn response(bytes: &[u8]) -> Result<message::Response, SyncError> {
    match spoken(bytes)? {
        theirs if theirs < PROTOCOL => Err(RoundRefusal::OldOffice.into()),
        theirs if theirs > PROTOCOL => Err(RoundRefusal::OldApp.into()),
        _ => Ok(codec::decode(bytes)?),
    }
}

/// Key 0 of a message; what stands behind it may be of any form.
fn spoken(bytes: &[u8]) -> Result<u64, CodecError> {
    let mut reader = Reader::new(bytes);
    reader.map()?.need(0, Reader::uint)
}
