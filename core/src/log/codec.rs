//! Deterministic CBOR (RFC 8949 § 4.2.1): the one way records are written and
//! the strict way they are read (`docs/sync-protocol.md` § 1).

mod read;

pub use read::{MapReader, Reader};

use minicbor::Encoder;

/// Why bytes are not a value of the format that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// Longer than this format ever is; nothing was read.
    #[error("longer than {limit} bytes")]
    TooLong {
        /// The most this format may have.
        limit: usize,
    },
    /// Not CBOR of the expected shape, or cut off.
    #[error("not of the expected shape")]
    Malformed,
    /// Something follows the value.
    #[error("bytes follow the value")]
    Trailing,
    /// Read well, but there is a shorter or better ordered way to write it.
    #[error("not in canonical form")]
    NotCanonical,
    /// A key that this version of the format does not have, or out of order.
    #[error("unknown key {0}")]
    UnknownKey(u64),
    /// A key that must be there is not.
    #[error("key {0} is missing")]
    Missing(u64),
    /// A value outside what the format allows.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    /// A version or type of a later program.
    #[error("of a newer format")]
    Newer,
}

impl From<minicbor::decode::Error> for CodecError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Malformed
    }
}

/// A value with exactly one form in bytes.
pub trait Canonical: Sized {
    /// The longest form that is read, in bytes.
    const LIMIT: usize;

    /// Writes itself.
    fn write(&self, to: &mut Writer);

    /// Reads one; shape and ranges only, canonical form is checked by [`decode`].
    ///
    /// # Errors
    ///
    /// [`CodecError`] if the bytes are no such value.
    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError>;
}

/// The bytes of a value.
#[must_use]
pub fn encode<T: Canonical>(value: &T) -> Vec<u8> {
    let mut writer = Writer::new();
    value.write(&mut writer);
    writer.into_bytes()
}

/// Reads exactly one value and nothing else, strictly.
///
/// # Errors
///
/// [`CodecError`]; `NotCanonical` if writing it again gives other bytes.
pub fn decode<T: Canonical>(bytes: &[u8]) -> Result<T, CodecError> {
    if bytes.len() > T::LIMIT {
        return Err(CodecError::TooLong { limit: T::LIMIT });
    }
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader)?;
    if reader.position() != bytes.len() {
        return Err(CodecError::Trailing);
    }
    if encode(&value) != bytes {
        return Err(CodecError::NotCanonical);
    }
    Ok(value)
}

/// Reads the first value of a sequence, strictly; gives it and its length.
///
/// # Errors
///
/// As [`decode`]; the limit holds for the value, not for the sequence.
pub fn decode_first<T: Canonical>(bytes: &[u8]) -> Result<(T, usize), CodecError> {
    let window = bytes.get(..T::LIMIT).unwrap_or(bytes);
    let mut reader = Reader::new(window);
    let value = T::read(&mut reader)?;
    let length = reader.position();
    if encode(&value) != window[..length] {
        return Err(CodecError::NotCanonical);
    }
    Ok((value, length))
}

/// Writes canonical CBOR into memory; cannot fail.
#[derive(Debug)]
pub struct Writer {
    to: Encoder<Vec<u8>>,
}

const VEC: &str = "memory takes every byte";

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self { to: Encoder::new(Vec::new()) }
    }

    /// What was written.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.to.into_writer()
    }

    /// An array of so many values, which follow.
    pub fn array(&mut self, length: usize) -> &mut Self {
        self.to.array(length as u64).expect(VEC);
        self
    }

    /// An unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.to.u64(value).expect(VEC);
        self
    }

    /// An integer.
    pub fn int(&mut self, value: i64) -> &mut Self {
        self.to.i64(value).expect(VEC);
        self
    }

    /// A byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.to.bytes(value).expect(VEC);
        self
    }

    /// A text.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.to.str(value).expect(VEC);
        self
    }

    /// True or false.
    pub fn bool(&mut self, value: bool) -> &mut Self {
        self.to.bool(value).expect(VEC);
        self
    }

    /// A value with its own form.
    pub fn value<T: Canonical>(&mut self, value: &T) -> &mut Self {
        value.write(self);
        self
    }

    /// A map; `fields` adds its keys in ascending order.
    pub fn map(&mut self, fields: impl FnOnce(&mut Fields)) -> &mut Self {
        let mut map = Fields { inner: Self::new(), count: 0 };
        fields(&mut map);
        self.to.map(map.count).expect(VEC);
        self.to.writer_mut().extend_from_slice(&map.inner.into_bytes());
        self
    }
}

/// The fields of a map being written.
#[derive(Debug)]
pub struct Fields {
    inner: Writer,
    count: u64,
}

impl Fields {
    /// A field that is always there; its value must be written to what is returned.
    pub fn key(&mut self, key: u64) -> &mut Writer {
        self.count += 1;
        self.inner.uint(key)
    }

    /// A field that is left out when there is no value.
    pub fn optional<T>(&mut self, key: u64, value: Option<T>, write: impl FnOnce(&mut Writer, T)) {
        if let Some(value) = value {
            write(self.key(key), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pair(u64, Option<String>);

    impl Canonical for Pair {
        const LIMIT: usize = 16;

        fn write(&self, to: &mut Writer) {
            to.map(|map| {
                map.key(0).uint(self.0);
                map.optional(2, self.1.as_deref(), |w, text| {
                    w.text(text);
                });
            });
        }

        fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
            let mut map = from.map()?;
            let pair = Self(
                map.need(0, Reader::uint)?,
                map.optional(2, |r| r.text(4))?.map(str::to_owned),
            );
            map.end()?;
            Ok(pair)
        }
    }

    #[test]
    fn only_the_one_canonical_form_is_read() {
        let whole = Pair(7, Some("ab".to_owned()));
        assert_eq!(encode(&whole), [0xa2, 0x00, 0x07, 0x02, 0x62, b'a', b'b']);
        assert_eq!(decode::<Pair>(&encode(&whole)), Ok(whole));
        for (what, bytes, expected) in [
            ("nothing", vec![], CodecError::Malformed),
            ("cut off", vec![0xa1, 0x00], CodecError::Malformed),
            ("not a map", vec![0x80], CodecError::Malformed),
            ("more behind", vec![0xa1, 0x00, 0x07, 0x00], CodecError::Trailing),
            ("a long integer", vec![0xa1, 0x00, 0x18, 0x07], CodecError::NotCanonical),
            ("a long key", vec![0xa1, 0x18, 0x00, 0x07], CodecError::NotCanonical),
            ("a long map", vec![0xb8, 0x01, 0x00, 0x07], CodecError::NotCanonical),
            ("indefinite", vec![0xbf, 0x00, 0x07, 0xff], CodecError::NotCanonical),
            ("a missing key", vec![0xa0], CodecError::Missing(0)),
            ("an unknown key between", vec![0xa2, 0, 7, 1, 0], CodecError::UnknownKey(1)),
            ("an unknown key behind", vec![0xa2, 0, 7, 3, 0], CodecError::UnknownKey(3)),
            ("a key twice", vec![0xa2, 0, 7, 0, 7], CodecError::UnknownKey(0)),
            (
                "a text too long",
                vec![0xa2, 0, 7, 2, 0x65, 97, 97, 97, 97, 97],
                CodecError::OutOfRange("length of a text"),
            ),
            ("null", vec![0xa2, 0, 7, 2, 0xf6], CodecError::Malformed),
            ("a tag", vec![0xa1, 0, 0xc0, 7], CodecError::Malformed),
            ("a float", vec![0xa1, 0, 0xf9, 0x47, 0], CodecError::Malformed),
            ("too long", vec![0; 17], CodecError::TooLong { limit: 16 }),
        ] {
            assert_eq!(decode::<Pair>(&bytes), Err(expected), "{what}");
        }
    }

    #[test]
    fn a_length_that_is_only_claimed_costs_no_memory() {
        // Arrays and strings that claim 2⁶⁴ − 1 parts.
        for first in [0x9b, 0xbb, 0x5b, 0x7b] {
            let mut bytes = vec![first];
            bytes.extend([0xff; 8]);
            let mut reader = Reader::new(&bytes);
            assert!(reader.list(0, u64::MAX, Reader::uint).is_err());
            assert!(Reader::new(&bytes).bytes().is_err());
            assert!(decode::<Pair>(&bytes).is_err());
        }
    }
}
