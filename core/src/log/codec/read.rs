//! Reading one canonical form, bounded and strict.

use super::CodecError;
use minicbor::Decoder;

/// Reads CBOR from bytes that may be hostile.
#[derive(Debug)]
pub struct Reader<'b> {
    from: Decoder<'b>,
}

impl<'b> Reader<'b> {
    /// From the start of these bytes.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { from: Decoder::new(bytes) }
    }

    /// How many bytes have been read.
    #[must_use]
    pub fn position(&self) -> usize {
        self.from.position()
    }

    /// The head of an array of `least` to `most` values.
    ///
    /// # Errors
    ///
    /// Not an array, of indefinite length, or of another length.
    pub fn array(&mut self, least: u64, most: u64) -> Result<u64, CodecError> {
        let length = self.from.array()?.ok_or(CodecError::NotCanonical)?;
        if length < least || length > most {
            return Err(CodecError::OutOfRange("length of an array"));
        }
        Ok(length)
    }

    /// An array of values of one sort; memory grows only with what is there.
    ///
    /// # Errors
    ///
    /// As [`array`](Self::array), and what `read` refuses.
    pub fn list<T>(
        &mut self,
        least: u64,
        most: u64,
        mut read: impl FnMut(&mut Self) -> Result<T, CodecError>,
    ) -> Result<Vec<T>, CodecError> {
        let length = self.array(least, most)?;
        let mut values = Vec::new();
        for _ in 0..length {
            values.push(read(self)?);
        }
        Ok(values)
    }

    /// An unsigned integer.
    ///
    /// # Errors
    ///
    /// Something else.
    pub fn uint(&mut self) -> Result<u64, CodecError> {
        Ok(self.from.u64()?)
    }

    /// An unsigned integer that fits a smaller type.
    ///
    /// # Errors
    ///
    /// Something else, or too large.
    pub fn small<T: TryFrom<u64>>(&mut self, what: &'static str) -> Result<T, CodecError> {
        T::try_from(self.uint()?).map_err(|_| CodecError::OutOfRange(what))
    }

    /// An integer.
    ///
    /// # Errors
    ///
    /// Something else.
    pub fn int(&mut self) -> Result<i64, CodecError> {
        Ok(self.from.i64()?)
    }

    /// A byte string of any length.
    ///
    /// # Errors
    ///
    /// Something else.
    pub fn bytes(&mut self) -> Result<&'b [u8], CodecError> {
        Ok(self.from.bytes()?)
    }

    /// A byte string of a fixed length.
    ///
    /// # Errors
    ///
    /// Something else, or another length.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        self.bytes()?.try_into().map_err(|_| CodecError::OutOfRange("length of a byte string"))
    }

    /// A text of at most so many bytes.
    ///
    /// # Errors
    ///
    /// Something else, or longer.
    pub fn text(&mut self, most: usize) -> Result<&'b str, CodecError> {
        let text = self.from.str()?;
        if text.len() > most {
            return Err(CodecError::OutOfRange("length of a text"));
        }
        Ok(text)
    }

    /// True or false.
    ///
    /// # Errors
    ///
    /// Something else.
    pub fn bool(&mut self) -> Result<bool, CodecError> {
        Ok(self.from.bool()?)
    }

    /// A map; its fields are asked for in ascending order of their keys.
    ///
    /// # Errors
    ///
    /// Something else, or of indefinite length.
    pub fn map(&mut self) -> Result<MapReader<'_, 'b>, CodecError> {
        let left = self.from.map()?.ok_or(CodecError::NotCanonical)?;
        Ok(MapReader { reader: self, left, next: None })
    }
}

/// The fields of a map being read.
#[derive(Debug)]
pub struct MapReader<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: u64,
    next: Option<u64>,
}

impl<'b> MapReader<'_, 'b> {
    fn peek(&mut self) -> Result<Option<u64>, CodecError> {
        if self.next.is_none() && self.left > 0 {
            self.next = Some(self.reader.uint()?);
        }
        Ok(self.next)
    }

    /// A field that may be absent.
    ///
    /// # Errors
    ///
    /// A smaller key comes first (unknown), or what `read` refuses.
    pub fn optional<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut Reader<'b>) -> Result<T, CodecError>,
    ) -> Result<Option<T>, CodecError> {
        match self.peek()? {
            Some(found) if found == key => {
                self.next = None;
                self.left -= 1;
                read(self.reader).map(Some)
            }
            Some(found) if found < key => Err(CodecError::UnknownKey(found)),
            Some(_) | None => Ok(None),
        }
    }

    /// A field that must be there.
    ///
    /// # Errors
    ///
    /// It is not there; a smaller key comes first; what `read` refuses.
    pub fn need<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut Reader<'b>) -> Result<T, CodecError>,
    ) -> Result<T, CodecError> {
        self.optional(key, read)?.ok_or(CodecError::Missing(key))
    }

    /// No more fields.
    ///
    /// # Errors
    ///
    /// There are more: unknown to this version.
    pub fn end(mut self) -> Result<(), CodecError> {
        match self.peek()? {
            Some(key) => Err(CodecError::UnknownKey(key)),
            None => Ok(()),
        }
    }
}
