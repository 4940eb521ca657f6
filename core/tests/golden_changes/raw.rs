//! Change chunks written byte by byte, right or not (automerge's storage
//! format as far as this record uses it).

use sha2::{Digest as _, Sha256};

/// A number in LEB128, the shortest way.
pub(crate) fn uleb(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).expect("seven bits");
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// A signed number in LEB128, the shortest way.
pub(crate) fn sleb(mut number: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).expect("seven bits");
        number >>= 7;
        let ended = (number == 0 && low & 0x40 == 0) || (number == -1 && low & 0x40 != 0);
        if ended {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// One put: key, value, and what it replaces as (index of the actor, counter).
pub(crate) struct Put {
    pub(crate) key: String,
    pub(crate) value: Vec<u8>,
    pub(crate) replaces: Vec<(u64, i64)>,
}

/// A change in its parts.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) magic: [u8; 4],
    pub(crate) kind: u8,
    pub(crate) deps: Vec<[u8; 32]>,
    pub(crate) actor: Vec<u8>,
    pub(crate) seq: u64,
    pub(crate) start_op: u64,
    pub(crate) time: i64,
    pub(crate) message: Vec<u8>,
    pub(crate) others: Vec<Vec<u8>>,
    pub(crate) columns: Vec<(u64, Vec<u8>)>,
    pub(crate) behind: Vec<u8>,
}

/// Numbers of the columns: id · 16 + type.
pub(crate) mod column {
    pub(crate) const KEY: u64 = 0x15;
    pub(crate) const INSERT: u64 = 0x34;
    pub(crate) const ACTION: u64 = 0x42;
    pub(crate) const META: u64 = 0x56;
    pub(crate) const VALUE: u64 = 0x57;
    pub(crate) const REPLACED: u64 = 0x70;
    pub(crate) const BY: u64 = 0x71;
    pub(crate) const COUNTERS: u64 = 0x73;
}

/// Literal run of values that are all unlike their neighbours.
fn literal(values: &[Vec<u8>]) -> Vec<u8> {
    let count = i64::try_from(values.len()).expect("few");
    [sleb(-count), values.concat()].concat()
}

/// A column of the same value throughout.
fn same(count: usize, value: Vec<u8>) -> Vec<u8> {
    match i64::try_from(count).expect("few") {
        1 => literal(&[value]),
        more => [sleb(more), value].concat(),
    }
}

impl Raw {
    /// A change of one put.
    pub(crate) fn one(actor: u8, seq: u64, start_op: u64, deps: &[[u8; 32]], put: &Put) -> Self {
        let Put { key, value, replaces } = put;
        let key = [uleb(key.len() as u64), key.clone().into_bytes()].concat();
        let meta = uleb((value.len() as u64) << 4 | 7);
        let mut columns = vec![
            (column::KEY, literal(&[key])),
            (column::INSERT, uleb(1)),
            (column::ACTION, literal(&[uleb(1)])),
            (column::META, literal(&[meta])),
            (column::VALUE, value.clone()),
            (column::REPLACED, literal(&[uleb(replaces.len() as u64)])),
        ];
        if let [(by, _), ..] = replaces[..] {
            assert!(replaces.iter().all(|(other, _)| *other == by), "one actor");
            let mut before = 0;
            let step = |(_, counter): &(u64, i64)| {
                let step = counter - before;
                before = *counter;
                sleb(step)
            };
            let steps: Vec<Vec<u8>> = replaces.iter().map(step).collect();
            columns.push((column::BY, same(replaces.len(), uleb(by))));
            let alike = steps.iter().all(|step| *step == steps[0]);
            let column = if alike { same(steps.len(), steps[0].clone()) } else { literal(&steps) };
            columns.push((column::COUNTERS, column));
        }
        Self {
            magic: [0x85, 0x6f, 0x4a, 0x83],
            kind: 1,
            deps: deps.to_vec(),
            actor: vec![actor; 16],
            seq,
            start_op,
            time: 1_790_834_400,
            message: vec![],
            others: vec![],
            columns,
            behind: vec![],
        }
    }

    /// With another content of a column.
    pub(crate) fn with(mut self, column: u64, data: Vec<u8>) -> Self {
        let found = self.columns.iter_mut().find(|(number, _)| *number == column);
        found.expect("a column of ours").1 = data;
        self
    }

    fn body(&self) -> Vec<u8> {
        let mut body = uleb(self.deps.len() as u64);
        body.extend(self.deps.concat());
        body.extend(uleb(self.actor.len() as u64));
        body.extend(&self.actor);
        body.extend(uleb(self.seq));
        body.extend(uleb(self.start_op));
        body.extend(sleb(self.time));
        body.extend(uleb(self.message.len() as u64));
        body.extend(&self.message);
        body.extend(uleb(self.others.len() as u64));
        for other in &self.others {
            body.extend(uleb(other.len() as u64));
            body.extend(other);
        }
        body.extend(uleb(self.columns.len() as u64));
        for (number, data) in &self.columns {
            body.extend(uleb(*number));
            body.extend(uleb(data.len() as u64));
        }
        for (_, data) in &self.columns {
            body.extend(data);
        }
        body.extend(&self.behind);
        body
    }

    /// With the length as given, and the checksum that fits.
    pub(crate) fn with_length(&self, length: &[u8]) -> Vec<u8> {
        let hashed = [&[self.kind], length, &self.body()].concat();
        let digest = Sha256::digest(&hashed);
        [&self.magic, &digest[..4], &hashed].concat()
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.with_length(&uleb(self.body().len() as u64))
    }

    /// Its hash.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes()[8..]).into()
    }
}
