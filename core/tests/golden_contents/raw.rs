//! CBOR written piece by piece, right or not, as the program cannot write it.

use super::examples::NOW_MS;
use super::id;
use assistenz_core::log::codec::Writer;

pub(crate) fn written(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::new();
    write(&mut writer);
    writer.into_bytes()
}

pub(crate) fn int(value: i64) -> Vec<u8> {
    written(|w| {
        w.int(value);
    })
}

pub(crate) fn text(value: &str) -> Vec<u8> {
    written(|w| {
        w.text(value);
    })
}

pub(crate) fn bytes(value: &[u8]) -> Vec<u8> {
    written(|w| {
        w.bytes(value);
    })
}

pub(crate) fn flag(value: bool) -> Vec<u8> {
    written(|w| {
        w.bool(value);
    })
}

pub(crate) fn event_id(n: u16) -> Vec<u8> {
    bytes(id(n).bytes())
}

pub(crate) fn list(values: &[Vec<u8>]) -> Vec<u8> {
    let mut all = written(|w| {
        w.array(values.len());
    });
    all.extend(values.concat());
    all
}

/// A map in the order given, right or not.
pub(crate) fn map(fields: &[(u64, Vec<u8>)]) -> Vec<u8> {
    assert!(fields.len() < 24, "one byte for the length");
    let mut all = vec![0xa0 + u8::try_from(fields.len()).expect("few")];
    for (key, value) in fields {
        all.extend(written(|w| {
            w.uint(*key);
        }));
        all.extend(value);
    }
    all
}

pub(crate) fn uint(value: u64) -> Vec<u8> {
    written(|w| {
        w.uint(value);
    })
}

/// An event of this version and type around a body.
pub(crate) fn event_of(version: u64, number: u64, body: &[u8]) -> Vec<u8> {
    map(&[(0, uint(version)), (1, uint(number)), (2, body.to_vec()), (3, int(NOW_MS))])
}

pub(crate) fn event(number: u64, fields: &[(u64, Vec<u8>)]) -> Vec<u8> {
    event_of(1, number, &map(fields))
}

pub(crate) fn id_list(numbers: &[u16]) -> Vec<u8> {
    list(&numbers.iter().map(|n| event_id(*n)).collect::<Vec<_>>())
}
