//! Documents as views over the log.

pub mod cbor;
pub mod document;
pub mod events;
pub mod fields;
