//! The items of an evidence file, and writing one.

use super::super::checkpoint::{CHECKPOINT_LIMIT, Checkpoint};
use super::super::codec::{self, Canonical, CodecError, Reader, Writer};
use super::super::entry::{Content, Entry};
use super::super::hash::Hash;
use super::super::keys::{Context, KeyId, LogKey, Signature, Signer};
use super::super::record::NAME_LIMIT;
use super::super::stream::Stream;
use crate::document::TeamId;

const MAGIC: &str = "assistenzzeit/evidence";
/// The longest item, in bytes.
const ITEM_LIMIT: usize = 1024 * 1024;

/// The first item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHeader {
    /// The team.
    pub team: TeamId,
    /// When the file was made, ms since 1970-01-01T00:00Z.
    pub made_ms: i64,
    /// The program that made it, at most 64 bytes.
    pub program: String,
    /// The documents whose bodies are in the file; `None`: all but the purged.
    pub only: Option<Vec<Stream>>,
}

/// One item of the sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// The first.
    Header(FileHeader),
    /// An entry of the log.
    Entry(Box<Entry>),
    /// A checkpoint, as its note, behind the entry it covers last.
    Checkpoint(String),
    /// The canonical bytes of a statement.
    Statement(Vec<u8>),
    /// The last.
    Seal(KeyId, Signature),
}

impl Canonical for Item {
    const LIMIT: usize = ITEM_LIMIT;

    fn write(&self, to: &mut Writer) {
        match self {
            Self::Header(header) => {
                to.array(3).uint(0).text(MAGIC).map(|map| {
                    map.key(0).uint(1);
                    map.key(1).bytes(header.team.bytes());
                    map.key(2).int(header.made_ms);
                    map.key(3).text(&header.program);
                    map.optional(4, header.only.as_ref(), |w, streams| {
                        w.array(streams.len());
                        for stream in streams {
                            w.value(stream);
                        }
                    });
                });
            }
            Self::Entry(entry) => {
                to.array(2).uint(1).value(entry.as_ref());
            }
            Self::Checkpoint(text) => {
                to.array(2).uint(2).text(text);
            }
            Self::Statement(bytes) => {
                to.array(2).uint(3).bytes(bytes);
            }
            Self::Seal(key, signature) => {
                to.array(3).uint(4).bytes(&key.0).bytes(&signature.0);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let length = from.array(2, 3)?;
        match (from.uint()?, length) {
            (0, 3) => {
                if from.text(MAGIC.len())? != MAGIC {
                    return Err(CodecError::Malformed);
                }
                let mut map = from.map()?;
                match map.need(0, Reader::uint)? {
                    1 => {}
                    0 => return Err(CodecError::OutOfRange("version")),
                    _ => return Err(CodecError::Newer),
                }
                let header = FileHeader {
                    team: TeamId::new(map.need(1, Reader::fixed)?),
                    made_ms: map.need(2, Reader::int)?,
                    program: map.need(3, |r| r.text(NAME_LIMIT))?.to_owned(),
                    only: map.optional(4, |r| r.list(1, 100_000, Stream::read))?,
                };
                map.end()?;
                Ok(Self::Header(header))
            }
            (1, 2) => Ok(Self::Entry(Box::new(Entry::read(from)?))),
            (2, 2) => Ok(Self::Checkpoint(from.text(CHECKPOINT_LIMIT)?.to_owned())),
            (3, 2) => Ok(Self::Statement(from.bytes()?.to_vec())),
            (4, 3) => Ok(Self::Seal(KeyId(from.fixed()?), Signature(from.fixed()?))),
            _ => Err(CodecError::Malformed),
        }
    }
}

/// Writes an evidence file. The caller gives entries in order of position, each
/// checkpoint behind the entry it covers last, then statements, then seals.
#[derive(Debug)]
pub struct EvidenceWriter {
    only: Option<Vec<Stream>>,
    statements: Vec<Vec<u8>>,
    bytes: Vec<u8>,
}

impl EvidenceWriter {
    /// Begins a file.
    #[must_use]
    pub fn new(header: FileHeader) -> Self {
        let only = header.only.clone();
        let bytes = codec::encode(&Item::Header(header));
        Self { only, statements: Vec::new(), bytes }
    }

    /// The next entry. Its body is left out if its document is not among `only`.
    pub fn entry(&mut self, mut entry: Entry) {
        if let (Some(only), Content::Batch(batch)) = (&self.only, &entry.content)
            && !only.contains(&Stream::Document(batch.header().about))
        {
            entry.content = (**batch).clone().without_body().into();
        }
        self.put(&Item::Entry(Box::new(entry)));
    }

    /// A checkpoint that covers exactly the entries of its epoch so far.
    pub fn checkpoint(&mut self, checkpoint: &Checkpoint) {
        self.put(&Item::Checkpoint(checkpoint.to_text()));
    }

    /// The canonical bytes of a statement.
    pub fn statement(&mut self, bytes: Vec<u8>) {
        self.statements.push(bytes);
    }

    /// Ends the file with the office's seal.
    #[must_use]
    pub fn seal(mut self, key: &LogKey) -> Vec<u8> {
        let mut statements = std::mem::take(&mut self.statements);
        statements.sort_by_key(|bytes| Hash::of(bytes));
        statements.dedup();
        for statement in statements {
            self.put(&Item::Statement(statement));
        }
        let signature = key.sign(Context::Evidence, Hash::of(&self.bytes).bytes());
        self.put(&Item::Seal(key.id(), signature));
        self.bytes
    }

    fn put(&mut self, item: &Item) {
        self.bytes.extend_from_slice(&codec::encode(item));
    }
}
