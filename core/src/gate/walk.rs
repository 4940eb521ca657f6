//! An own walk over the bytes of a change, before automerge sees them.
//!
//! Format: the change chunk of automerge's storage format (magic, checksum,
//! type, length; dependencies, actor, sequence number, columns). Everything
//! that is counted is bounded before it is believed, and only the one shape
//! that this project writes is let through: puts of byte strings under keys
//! of the root map. So nothing here can grow beyond the bytes themselves.

use super::GateRefusal;
use crate::record::cbor::Hash32;
use sha2::{Digest as _, Sha256};

/// Longest change that is let in, in bytes.
pub const LONGEST_CHANGE: usize = 16 * 1024;
/// Most operations in one change.
pub const MOST_OPS: usize = 512;
/// Most dependencies of one change.
pub const MOST_DEPS: usize = 256;
/// Most other actors one change may name.
pub const MOST_ACTORS: usize = 512;
/// Longest key.
const LONGEST_KEY: usize = 128;
/// Operation counters stay far below 2³², where automerge stops.
pub const LAST_OP: u64 = 1 << 31;

/// What an actor goes by: 16 random bytes, fresh in each process.
pub type Actor = [u8; 16];

/// An operation inside a document: its counter and who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpId {
    /// The counter.
    pub counter: u64,
    /// The actor.
    pub actor: Actor,
}

/// One put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkedOp {
    /// Under which key of the root map.
    pub key: String,
    /// The bytes.
    pub value: Vec<u8>,
    /// Which operations it has seen and replaces.
    pub replaces: Vec<OpId>,
}

/// A change as its bytes say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkedChange {
    /// Its hash, by which others depend on it.
    pub hash: Hash32,
    /// What it depends on, rising.
    pub deps: Vec<Hash32>,
    /// Who made it.
    pub actor: Actor,
    /// Its number among the changes of this actor, from 1.
    pub seq: u64,
    /// Counter of its first operation.
    pub start_op: u64,
    /// Change time in seconds since 1970, as the writer says.
    pub time_s: i64,
    /// The puts, in order.
    pub ops: Vec<WalkedOp>,
}

impl WalkedChange {
    /// Counter of its last operation.
    #[must_use]
    pub fn last_op(&self) -> u64 {
        self.start_op + self.ops.len() as u64 - 1
    }
}

/// Reads numbers and bytes, never past the end.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], GateRefusal> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(GateRefusal::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], GateRefusal> {
        self.take(N)?.try_into().map_err(|_| GateRefusal::Truncated)
    }

    /// An unsigned LEB128 number, written the shortest way.
    fn unsigned(&mut self) -> Result<u64, GateRefusal> {
        let mut number = 0_u64;
        for at in 0..10_u32 {
            let byte = self.take(1)?[0];
            if at == 9 && byte > 1 {
                return Err(GateRefusal::BadNumber);
            }
            number |= u64::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                return if byte == 0 && at > 0 { Err(GateRefusal::BadNumber) } else { Ok(number) };
            }
        }
        Err(GateRefusal::BadNumber)
    }

    /// A signed LEB128 number, written the shortest way.
    fn signed(&mut self) -> Result<i64, GateRefusal> {
        let mut number = 0_i64;
        let mut before = 0;
        for at in 0..10_u32 {
            let byte = self.take(1)?[0];
            if at == 9 && byte != 0 && byte != 0x7f {
                return Err(GateRefusal::BadNumber);
            }
            number |= i64::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                let overlong = at > 0
                    && ((byte == 0 && before & 0x40 == 0) || (byte == 0x7f && before & 0x40 != 0));
                if overlong {
                    return Err(GateRefusal::BadNumber);
                }
                if at < 9 && byte & 0x40 != 0 {
                    number |= -1_i64 << (7 * (at + 1));
                }
                return Ok(number);
            }
            before = byte;
        }
        Err(GateRefusal::BadNumber)
    }

    /// A count that may not be larger than `most`.
    fn count(&mut self, most: usize) -> Result<usize, GateRefusal> {
        usize::try_from(self.unsigned()?)
            .ok()
            .filter(|count| *count <= most)
            .ok_or(GateRefusal::TooMany)
    }

    fn text(&mut self) -> Result<String, GateRefusal> {
        let length = self.count(LONGEST_KEY)?;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| GateRefusal::BadKey)
    }

    fn ended(&self) -> Result<(), GateRefusal> {
        if self.rest.is_empty() { Ok(()) } else { Err(GateRefusal::LeftOver) }
    }
}

/// Reads a run-length column of exactly `expected` values without gaps.
fn column<'a, T: Clone>(
    bytes: &'a [u8],
    expected: usize,
    read: impl Fn(&mut Reader<'a>) -> Result<T, GateRefusal>,
) -> Result<Vec<T>, GateRefusal> {
    let values = runs(bytes, expected, read)?;
    if values.len() == expected { Ok(values) } else { Err(GateRefusal::BadColumn) }
}

/// Reads a run-length column of at most `most` values without gaps.
fn runs<'a, T: Clone>(
    bytes: &'a [u8],
    most: usize,
    read: impl Fn(&mut Reader<'a>) -> Result<T, GateRefusal>,
) -> Result<Vec<T>, GateRefusal> {
    let mut reader = Reader { rest: bytes };
    let mut values = Vec::new();
    while !reader.rest.is_empty() {
        let run = reader.signed()?;
        let length = usize::try_from(run.unsigned_abs()).map_err(|_| GateRefusal::TooMany)?;
        if length > most - values.len() {
            return Err(GateRefusal::TooMany);
        }
        if run > 0 {
            let value = read(&mut reader)?;
            values.extend(std::iter::repeat_n(value, length));
        } else if run < 0 {
            for _ in 0..length {
                values.push(read(&mut reader)?);
            }
        } else {
            return Err(GateRefusal::BadColumn); // a gap: no column of ours has one
        }
    }
    Ok(values)
}

/// Column numbers of the format (id · 16 + type) that our changes have, in order.
mod number {
    pub(super) const KEY: u64 = 0x15;
    pub(super) const INSERT: u64 = 0x34;
    pub(super) const ACTION: u64 = 0x42;
    pub(super) const VALUE_META: u64 = 0x56;
    pub(super) const VALUE: u64 = 0x57;
    pub(super) const PRED_COUNT: u64 = 0x70;
    pub(super) const PRED_ACTOR: u64 = 0x71;
    pub(super) const PRED_COUNTER: u64 = 0x73;
    pub(super) const DEFLATED: u64 = 0b1000;
    pub(super) const WITHOUT_PREDS: [u64; 6] = [KEY, INSERT, ACTION, VALUE_META, VALUE, PRED_COUNT];
    pub(super) const WITH_PREDS: [u64; 8] =
        [KEY, INSERT, ACTION, VALUE_META, VALUE, PRED_COUNT, PRED_ACTOR, PRED_COUNTER];
}

/// Action number of a put.
const PUT: u64 = 1;
/// Value type of a byte string.
const BYTES: u64 = 7;

/// Walks over a change from outside.
///
/// # Errors
///
/// The first thing that is not as this project writes changes.
pub fn walk(bytes: &[u8]) -> Result<WalkedChange, GateRefusal> {
    if bytes.len() > LONGEST_CHANGE {
        return Err(GateRefusal::TooLong);
    }
    let mut reader = Reader { rest: bytes };
    if reader.array()? != [0x85, 0x6f, 0x4a, 0x83] {
        return Err(GateRefusal::NotAChange);
    }
    let checksum: [u8; 4] = reader.array()?;
    if reader.take(1)? != [1] {
        return Err(GateRefusal::NotAChange);
    }
    let hashed_from = bytes.len() - reader.rest.len() - 1;
    let length = reader.count(LONGEST_CHANGE)?;
    if length != reader.rest.len() {
        return Err(if length > reader.rest.len() {
            GateRefusal::Truncated
        } else {
            GateRefusal::LeftOver
        });
    }
    let hash: [u8; 32] = Sha256::digest(&bytes[hashed_from..]).into();
    if hash[..4] != checksum {
        return Err(GateRefusal::BadChecksum);
    }
    let (deps, actor) = (deps(&mut reader)?, actor(&mut reader)?);
    let seq = reader.unsigned()?;
    let start_op = reader.unsigned()?;
    if seq == 0 || seq > LAST_OP || start_op == 0 || start_op > LAST_OP {
        return Err(GateRefusal::BadNumber);
    }
    let time_s = reader.signed()?;
    if !(0..=253_402_300_799).contains(&time_s) {
        return Err(GateRefusal::BadNumber);
    }
    if reader.unsigned()? != 0 {
        return Err(GateRefusal::Message);
    }
    let mut actors = vec![actor];
    for _ in 0..reader.count(MOST_ACTORS)? {
        actors.push(self::actor(&mut reader)?);
    }
    let ops = ops(&mut reader, &actors)?;
    reader.ended()?; // nothing after the columns: no free bytes
    Ok(WalkedChange { hash: Hash32(hash), deps, actor, seq, start_op, time_s, ops })
}

fn deps(reader: &mut Reader<'_>) -> Result<Vec<Hash32>, GateRefusal> {
    let count = reader.count(MOST_DEPS)?;
    let mut deps = Vec::new();
    for _ in 0..count {
        deps.push(Hash32(reader.array()?));
    }
    if deps.windows(2).all(|pair| pair[0] < pair[1]) { Ok(deps) } else { Err(GateRefusal::BadDeps) }
}

fn actor(reader: &mut Reader<'_>) -> Result<Actor, GateRefusal> {
    if reader.unsigned()? != 16 {
        return Err(GateRefusal::BadActor);
    }
    reader.array()
}

fn ops(reader: &mut Reader<'_>, actors: &[Actor]) -> Result<Vec<WalkedOp>, GateRefusal> {
    let count = reader.count(number::WITH_PREDS.len())?;
    let mut columns = Vec::new();
    for _ in 0..count {
        let spec = reader.unsigned()?;
        if spec & number::DEFLATED != 0 {
            return Err(GateRefusal::Deflated);
        }
        columns.push((spec, reader.count(LONGEST_CHANGE)?));
    }
    let specs: Vec<u64> = columns.iter().map(|(spec, _)| *spec).collect();
    if specs != number::WITHOUT_PREDS && specs != number::WITH_PREDS {
        return Err(GateRefusal::BadColumn);
    }
    let mut data = Vec::new();
    for (_, length) in &columns {
        data.push(reader.take(*length)?);
    }
    let &[keys, insert, action, meta, value, pred_count, ref preds @ ..] = &data[..] else {
        return Err(GateRefusal::BadColumn);
    };
    let actions = runs(action, MOST_OPS, Reader::unsigned)?;
    let count = actions.len();
    if count == 0 {
        return Err(GateRefusal::TooMany);
    }
    if actions.iter().any(|action| *action != PUT) {
        return Err(GateRefusal::NotAPut);
    }
    let mut insert = Reader { rest: insert };
    if insert.unsigned()? != count as u64 {
        return Err(GateRefusal::NotAPut); // one run of "no": nothing is inserted
    }
    insert.ended()?;
    let keys = column(keys, count, Reader::text)?;
    let metas = column(meta, count, Reader::unsigned)?;
    let pred_counts = column(pred_count, count, |reader| reader.count(MOST_OPS))?;
    let mut replaces = replaced(preds, pred_counts.iter().sum(), actors)?.into_iter();
    let mut values = Reader { rest: value };
    let mut ops = Vec::new();
    for ((key, meta), preds) in keys.into_iter().zip(metas).zip(pred_counts) {
        if meta & 0xf != BYTES {
            return Err(GateRefusal::NotAPut);
        }
        let length = usize::try_from(meta >> 4).map_err(|_| GateRefusal::TooMany)?;
        let value = values.take(length)?.to_vec();
        let replaces: Vec<OpId> = replaces.by_ref().take(preds).collect();
        ops.push(WalkedOp { key, value, replaces });
    }
    values.ended()?;
    Ok(ops)
}

fn replaced(
    columns: &[&[u8]],
    expected: usize,
    actors: &[Actor],
) -> Result<Vec<OpId>, GateRefusal> {
    let &[by, counters] = columns else {
        return if expected == 0 { Ok(Vec::new()) } else { Err(GateRefusal::BadColumn) };
    };
    if expected == 0 || expected > LONGEST_CHANGE {
        return Err(GateRefusal::BadColumn);
    }
    let by = column(by, expected, |reader| reader.count(MOST_ACTORS))?;
    let steps = column(counters, expected, Reader::signed)?;
    let mut counter = 0_i64;
    let mut found = Vec::new();
    for (actor, step) in by.into_iter().zip(steps) {
        counter = counter.checked_add(step).ok_or(GateRefusal::BadNumber)?;
        let counter = u64::try_from(counter).map_err(|_| GateRefusal::BadNumber)?;
        let actor = *actors.get(actor).ok_or(GateRefusal::BadActor)?;
        found.push(OpId { counter, actor });
    }
    Ok(found)
}
