//! An evidence file taken apart and put together again, with and without the
//! office's key.

use super::*;

pub(crate) fn items(file: &[u8]) -> Vec<Item> {
    let (mut items, mut at) = (Vec::new(), 0);
    while at < file.len() {
        let (item, length) = decode_first::<Item>(&file[at..]).expect("an item");
        items.push(item);
        at += length;
    }
    items
}

pub(crate) fn file(items: &[Item]) -> Vec<u8> {
    items.iter().flat_map(encode).collect()
}

pub(crate) fn pick<T>(rng: &mut ChaCha8Rng, from: &[T]) -> Option<usize> {
    (!from.is_empty()).then(|| rng.random_range(0..from.len()))
}

pub(crate) fn entries(items: &[Item], wanted: impl Fn(&Entry) -> bool) -> Vec<usize> {
    let fits = |item: &Item| matches!(item, Item::Entry(entry) if wanted(entry));
    (0..items.len()).filter(|at| fits(&items[*at])).collect()
}

pub(crate) fn batch_at(items: &[Item], at: usize) -> SignedBatch {
    match &items[at] {
        Item::Entry(entry) => match &entry.content {
            Content::Batch(batch) => (**batch).clone(),
            Content::Record(_) => panic!("a batch was asked for"),
        },
        Item::Header(_) | Item::Checkpoint(_) | Item::Statement(_) | Item::Seal(..) => {
            panic!("an entry was asked for")
        }
    }
}

pub(crate) fn set(items: &mut [Item], at: usize, change: impl FnOnce(&mut Entry)) {
    if let Item::Entry(entry) = &mut items[at] {
        change(entry);
    }
}

pub(crate) fn is_batch(entry: &Entry) -> bool {
    matches!(entry.content, Content::Batch(_))
}

pub(crate) fn has_body(entry: &Entry) -> bool {
    matches!(&entry.content, Content::Batch(batch) if batch.body().is_some())
}

/// Encoded by hand, so that a body that does not fit can be put in.
pub(crate) fn with_parts(
    batch: &SignedBatch,
    signature: Signature,
    body: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut writer = assistenz_core::log::codec::Writer::new();
    writer.array(if body.is_some() { 3 } else { 2 });
    writer.bytes(batch.header_bytes()).bytes(&signature.0);
    if let Some(body) = body {
        writer.bytes(&body);
    }
    writer.into_bytes()
}

/// The file with one entry's batch replaced by these bytes.
pub(crate) fn splice(items: &[Item], at: usize, batch: &[u8]) -> Vec<u8> {
    let mut bytes = file(&items[..at]);
    let mut item = encode(&items[at]);
    let old = batch_at(items, at).to_bytes();
    item.truncate(item.len() - old.len());
    bytes.extend(item);
    bytes.extend(batch);
    bytes.extend(file(&items[at + 1..]));
    bytes
}

/// Numbers the entries of each epoch again, as if none had ever been missing.
pub(crate) fn renumber(items: &mut [Item]) {
    let mut next: BTreeMap<u32, u64> = BTreeMap::new();
    for item in items {
        if let Item::Entry(entry) = item {
            let seq = next.entry(entry.position.epoch).or_default();
            entry.position.seq = *seq;
            *seq += 1;
        }
    }
}

/// What an operator with the log keys can do: new checkpoints, new seal.
pub(crate) fn seal_again(items: &mut Vec<Item>, team: TeamId, keys: &[LogKey]) {
    let mut key = keys[0].clone();
    let (mut nodes, mut size, mut received, mut epoch) =
        (MemoryNodes::default(), 0, 0, (1, [0; 8]));
    for item in items.iter_mut() {
        match item {
            Item::Entry(entry) => {
                if let Content::Record(record) = &entry.content {
                    match record.content() {
                        RecordContent::Epoch { number, nonce, .. } => {
                            epoch = (*number, *nonce);
                            nodes = MemoryNodes::default();
                            size = 0;
                        }
                        RecordContent::Policy(assistenz_core::log::Operation::LogKey {
                            key: new,
                        }) => {
                            let known = keys.iter().find(|key| key.public() == *new);
                            key = known.expect("one of the office's").clone();
                        }
                        _ => {}
                    }
                }
                let leaf = tree::leaf_hash(&entry.leaf_input());
                tree::append(&mut nodes, size, leaf).expect("memory");
                size += 1;
                received = entry.received_ms;
            }
            Item::Checkpoint(text) if size > 0 => {
                let root = tree::root(&nodes, size).expect("memory");
                *text = Checkpoint::seal(team, epoch, size, root, received, &key).to_text();
            }
            Item::Header(_) | Item::Checkpoint(_) | Item::Statement(_) | Item::Seal(..) => {}
        }
    }
    items.pop();
    let hash = Hash::of(&file(items));
    items.push(Item::Seal(key.id(), key.sign(Context::Evidence, hash.bytes())));
}
