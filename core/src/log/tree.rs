//! The tree over a team's log: RFC 6962 § 2.1, with proofs for many leaves at
//! once (`docs/sync-protocol.md` § 6). Appending and proving cost O(log n).

use super::hash::Hash;

/// Where the nodes of one epoch's tree are kept: only full subtrees, by level
/// (0 = leaves) and index within the level. Nodes are written once, never changed.
pub trait Nodes {
    /// What the store says when it fails.
    type Error;

    /// A node; `None` if it was never written.
    ///
    /// # Errors
    ///
    /// The store's own.
    fn get(&self, level: u8, index: u64) -> Result<Option<Hash>, Self::Error>;

    /// Keeps a node.
    ///
    /// # Errors
    ///
    /// The store's own.
    fn put(&mut self, level: u8, index: u64, hash: Hash) -> Result<(), Self::Error>;
}

/// Nodes in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryNodes {
    levels: Vec<Vec<Hash>>,
}

impl Nodes for MemoryNodes {
    type Error = std::convert::Infallible;

    fn get(&self, level: u8, index: u64) -> Result<Option<Hash>, Self::Error> {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        Ok(self.levels.get(usize::from(level)).and_then(|row| row.get(index)).copied())
    }

    fn put(&mut self, level: u8, index: u64, hash: Hash) -> Result<(), Self::Error> {
        while self.levels.len() <= usize::from(level) {
            self.levels.push(Vec::new());
        }
        let row = &mut self.levels[usize::from(level)];
        debug_assert_eq!(row.len() as u64, index, "nodes come in order");
        row.push(hash);
        Ok(())
    }
}

/// Why the tree cannot answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeError<E> {
    /// The store failed.
    #[error("the store of nodes failed")]
    Store(E),
    /// A node that must be there is not.
    #[error("a node of the tree is missing")]
    MissingNode,
    /// No such leaf or size, or leaves not ascending.
    #[error("no such leaf or size")]
    OutOfRange,
}

/// A proof that does not prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the proof does not hold")]
pub struct BadProof;

/// `SHA-256(0x00 ‖ input)`
#[must_use]
pub fn leaf_hash(input: &[u8]) -> Hash {
    Hash::of_parts(&[&[0], input])
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash::of_parts(&[&[1], left.bytes(), right.bytes()])
}

/// Adds leaf number `size` to a tree of that size.
///
/// # Errors
///
/// [`TreeError`]
pub fn append<N: Nodes>(nodes: &mut N, size: u64, leaf: Hash) -> Result<(), TreeError<N::Error>> {
    let (mut level, mut index, mut hash) = (0, size, leaf);
    nodes.put(level, index, hash).map_err(TreeError::Store)?;
    while index % 2 == 1 {
        let left = node(nodes, level, index - 1)?;
        hash = node_hash(&left, &hash);
        level += 1;
        index /= 2;
        nodes.put(level, index, hash).map_err(TreeError::Store)?;
    }
    Ok(())
}

fn node<N: Nodes>(nodes: &N, level: u8, index: u64) -> Result<Hash, TreeError<N::Error>> {
    nodes.get(level, index).map_err(TreeError::Store)?.ok_or(TreeError::MissingNode)
}

/// The largest power of two below `size`, which is at least 2.
const fn split(size: u64) -> u64 {
    1 << (63 - (size - 1).leading_zeros())
}

/// Hash of the leaves `start..start + size`, where `start` is a multiple of
/// the least power of two that holds `size`.
fn subtree<N: Nodes>(nodes: &N, start: u64, size: u64) -> Result<Hash, TreeError<N::Error>> {
    if size.is_power_of_two() {
        let level = u8::try_from(size.trailing_zeros()).map_err(|_| TreeError::OutOfRange)?;
        return node(nodes, level, start >> level);
    }
    let left = split(size);
    let right = subtree(nodes, start + left, size - left)?;
    Ok(node_hash(&subtree(nodes, start, left)?, &right))
}

/// Root of the first `size` leaves; of none, SHA-256 of nothing.
///
/// # Errors
///
/// [`TreeError`]
pub fn root<N: Nodes>(nodes: &N, size: u64) -> Result<Hash, TreeError<N::Error>> {
    if size == 0 { Ok(Hash::of(&[])) } else { subtree(nodes, 0, size) }
}

/// Proof that these leaves (ascending, none twice) are in the tree of `size`.
///
/// # Errors
///
/// [`TreeError`]
pub fn prove_inclusion<N: Nodes>(
    nodes: &N,
    size: u64,
    wanted: &[u64],
) -> Result<Vec<Hash>, TreeError<N::Error>> {
    if !fits(size, wanted.iter().copied()) {
        return Err(TreeError::OutOfRange);
    }
    let mut proof = Vec::new();
    include(nodes, 0, size, wanted, &mut proof)?;
    Ok(proof)
}

fn fits(size: u64, wanted: impl Iterator<Item = u64>) -> bool {
    let mut next = 0;
    for index in wanted {
        if index < next || index >= size {
            return false;
        }
        next = index + 1;
    }
    next > 0
}

fn include<N: Nodes>(
    nodes: &N,
    start: u64,
    size: u64,
    wanted: &[u64],
    proof: &mut Vec<Hash>,
) -> Result<(), TreeError<N::Error>> {
    if wanted.is_empty() {
        proof.push(subtree(nodes, start, size)?);
    } else if size > 1 {
        let left = split(size);
        let cut = wanted.partition_point(|index| *index < start + left);
        include(nodes, start, left, &wanted[..cut], proof)?;
        include(nodes, start + left, size - left, &wanted[cut..], proof)?;
    }
    Ok(())
}

/// Checks that these leaves (number and leaf hash, ascending) are in the tree
/// of `size` with this root.
///
/// # Errors
///
/// [`BadProof`], also for hashes left over.
pub fn verify_inclusion(
    size: u64,
    root: &Hash,
    leaves: &[(u64, Hash)],
    proof: &[Hash],
) -> Result<(), BadProof> {
    if !fits(size, leaves.iter().map(|(index, _)| *index)) {
        return Err(BadProof);
    }
    let mut rest = proof.iter();
    let found = rebuild(0, size, leaves, &mut rest)?;
    if found == *root && rest.next().is_none() { Ok(()) } else { Err(BadProof) }
}

fn rebuild(
    start: u64,
    size: u64,
    leaves: &[(u64, Hash)],
    proof: &mut std::slice::Iter<'_, Hash>,
) -> Result<Hash, BadProof> {
    match leaves {
        [] => proof.next().copied().ok_or(BadProof),
        [(_, hash)] if size == 1 => Ok(*hash),
        _ => {
            let left = split(size);
            let cut = leaves.partition_point(|(index, _)| *index < start + left);
            let a = rebuild(start, left, &leaves[..cut], proof)?;
            let b = rebuild(start + left, size - left, &leaves[cut..], proof)?;
            Ok(node_hash(&a, &b))
        }
    }
}

/// Proof that the tree of `old` leaves is a prefix of the tree of `new`
/// (RFC 6962 § 2.1.2); empty if they are the same size.
///
/// # Errors
///
/// [`TreeError`]; `OutOfRange` unless `1 ≤ old ≤ new`.
pub fn prove_consistency<N: Nodes>(
    nodes: &N,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, TreeError<N::Error>> {
    if old == 0 || old > new {
        return Err(TreeError::OutOfRange);
    }
    let mut proof = Vec::new();
    consist(nodes, old, 0, new, true, &mut proof)?;
    Ok(proof)
}

fn consist<N: Nodes>(
    nodes: &N,
    old: u64,
    start: u64,
    size: u64,
    whole: bool,
    proof: &mut Vec<Hash>,
) -> Result<(), TreeError<N::Error>> {
    if old == size {
        if !whole {
            proof.push(subtree(nodes, start, size)?);
        }
        return Ok(());
    }
    let left = split(size);
    if old <= left {
        consist(nodes, old, start, left, whole, proof)?;
        proof.push(subtree(nodes, start + left, size - left)?);
    } else {
        consist(nodes, old - left, start + left, size - left, false, proof)?;
        proof.push(subtree(nodes, start, left)?);
    }
    Ok(())
}

/// Checks a proof of consistency (RFC 9162 § 2.1.4.2).
///
/// # Errors
///
/// [`BadProof`]
pub fn verify_consistency(
    (old, old_root): (u64, &Hash),
    (new, new_root): (u64, &Hash),
    proof: &[Hash],
) -> Result<(), BadProof> {
    if old == 0 || old > new {
        return Err(BadProof);
    }
    if old == new {
        return if proof.is_empty() && old_root == new_root { Ok(()) } else { Err(BadProof) };
    }
    let mut rest = proof.iter();
    let (mut low, mut high) = (old - 1, new - 1);
    while low % 2 == 1 {
        low /= 2;
        high /= 2;
    }
    let first = if old.is_power_of_two() { old_root } else { rest.next().ok_or(BadProof)? };
    let (mut of_old, mut of_new) = (*first, *first);
    for hash in rest {
        if high == 0 {
            return Err(BadProof);
        }
        if low % 2 == 1 || low == high {
            of_old = node_hash(hash, &of_old);
            of_new = node_hash(hash, &of_new);
            while low % 2 == 0 && low != 0 {
                low /= 2;
                high /= 2;
            }
        } else {
            of_new = node_hash(&of_new, hash);
        }
        low /= 2;
        high /= 2;
    }
    if high == 0 && of_old == *old_root && of_new == *new_root { Ok(()) } else { Err(BadProof) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(number: u64) -> Hash {
        leaf_hash(&number.to_be_bytes())
    }

    fn tree(size: u64) -> MemoryNodes {
        let mut nodes = MemoryNodes::default();
        for number in 0..size {
            append(&mut nodes, number, leaf(number)).expect("memory");
        }
        nodes
    }

    /// RFC 6962 § 2.1, word for word.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::of(&[]),
            [one] => *one,
            more => {
                let k = more.len().next_power_of_two() / 2;
                node_hash(&by_definition(&more[..k]), &by_definition(&more[k..]))
            }
        }
    }

    #[test]
    fn the_root_of_every_prefix_is_as_the_rfc_defines_it() {
        let nodes = tree(70);
        let leaves: Vec<Hash> = (0..70).map(leaf).collect();
        for size in 0..=70 {
            let expected = by_definition(&leaves[..usize::try_from(size).expect("small")]);
            assert_eq!(root(&nodes, size), Ok(expected), "size {size}");
        }
    }

    #[test]
    fn leaves_are_proved_in_every_combination_and_no_other_leaf_is() {
        let nodes = tree(9);
        for size in 1..=9_u64 {
            let top = root(&nodes, size).expect("there");
            for mask in 1..1_u64 << size {
                let wanted: Vec<u64> = (0..size).filter(|i| mask >> i & 1 == 1).collect();
                let proof = prove_inclusion(&nodes, size, &wanted).expect("there");
                let mut leaves: Vec<_> = wanted.iter().map(|i| (*i, leaf(*i))).collect();
                assert_eq!(verify_inclusion(size, &top, &leaves, &proof), Ok(()));
                let mut longer = proof.clone();
                longer.push(leaf(0));
                assert_eq!(verify_inclusion(size, &top, &leaves, &longer), Err(BadProof));
                leaves[0].1 = leaf(99);
                assert_eq!(verify_inclusion(size, &top, &leaves, &proof), Err(BadProof));
            }
        }
        assert_eq!(prove_inclusion(&nodes, 9, &[]), Err(TreeError::OutOfRange));
        assert_eq!(prove_inclusion(&nodes, 9, &[9]), Err(TreeError::OutOfRange));
        assert_eq!(prove_inclusion(&nodes, 9, &[3, 3]), Err(TreeError::OutOfRange));
    }

    #[test]
    fn every_prefix_is_consistent_with_every_longer_tree_and_with_no_other() {
        let nodes = tree(33);
        for old in 1..=33 {
            for new in old..=33 {
                let (a, b) = (root(&nodes, old).expect("there"), root(&nodes, new).expect("there"));
                let proof = prove_consistency(&nodes, old, new).expect("in range");
                assert_eq!(verify_consistency((old, &a), (new, &b), &proof), Ok(()));
                let other = leaf(77);
                assert_eq!(verify_consistency((old, &other), (new, &b), &proof), Err(BadProof));
                assert_eq!(verify_consistency((old, &a), (new, &other), &proof), Err(BadProof));
                let mut longer = proof.clone();
                longer.push(other);
                assert_eq!(verify_consistency((old, &a), (new, &b), &longer), Err(BadProof));
                if !proof.is_empty() {
                    let shorter = &proof[..proof.len() - 1];
                    assert_eq!(verify_consistency((old, &a), (new, &b), shorter), Err(BadProof));
                }
            }
        }
        assert_eq!(prove_consistency(&nodes, 0, 3), Err(TreeError::OutOfRange));
        assert_eq!(prove_consistency(&nodes, 4, 3), Err(TreeError::OutOfRange));
    }
}
