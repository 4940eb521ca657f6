//! Checkpoints: the office's signed word on the tree at a size, as a note in
//! text (`docs/sync-protocol.md` § 6).

use super::hash::Hash;
use super::keys::{BadSignature, Context, KeyId, LogKey, PublicKey, Signature, Signer};
use crate::document::TeamId;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The longest checkpoint that is read, in bytes.
pub const CHECKPOINT_LIMIT: usize = 1024;

/// A text that is no checkpoint in its one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a checkpoint")]
pub struct NotACheckpoint;

/// What a checkpoint says, with its signature; [`verify`](Self::verify) checks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The team.
    pub team: TeamId,
    /// Number of the epoch.
    pub epoch: u32,
    /// Nonce of the epoch.
    pub epoch_nonce: [u8; 8],
    /// How many entries the tree has, at least one.
    pub size: u64,
    /// The tree's root.
    pub root: Hash,
    /// When the last entry was received, in ms by the office's clock.
    pub received_ms: i64,
    /// The log key that signed.
    pub key: KeyId,
    /// Its signature.
    pub signature: Signature,
}

fn signed_part(
    team: TeamId,
    (epoch, nonce): (u32, [u8; 8]),
    size: u64,
    root: &Hash,
    received_ms: i64,
) -> String {
    format!(
        "assistenzzeit/{team}/{epoch}-{}\n{size}\n{}\n{received_ms}\n\n",
        hex::encode(nonce),
        STANDARD.encode(root.bytes())
    )
}

impl Checkpoint {
    /// Signs one.
    #[must_use]
    pub fn seal(
        team: TeamId,
        (epoch, epoch_nonce): (u32, [u8; 8]),
        size: u64,
        root: Hash,
        received_ms: i64,
        key: &LogKey,
    ) -> Self {
        let text = signed_part(team, (epoch, epoch_nonce), size, &root, received_ms);
        let signature = key.sign(Context::Checkpoint, text.as_bytes());
        Self { team, epoch, epoch_nonce, size, root, received_ms, key: key.id(), signature }
    }

    fn signed_part(&self) -> String {
        signed_part(
            self.team,
            (self.epoch, self.epoch_nonce),
            self.size,
            &self.root,
            self.received_ms,
        )
    }

    /// The note.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}— {} {}\n", self.signed_part(), self.key, STANDARD.encode(self.signature.0))
    }

    /// Reads a note in its one form.
    ///
    /// # Errors
    ///
    /// [`NotACheckpoint`]
    pub fn parse(text: &str) -> Result<Self, NotACheckpoint> {
        if text.len() > CHECKPOINT_LIMIT {
            return Err(NotACheckpoint);
        }
        let checkpoint = Self::read(text).ok_or(NotACheckpoint)?;
        if checkpoint.to_text() == text { Ok(checkpoint) } else { Err(NotACheckpoint) }
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (team, epoch) = lines.next()?.strip_prefix("assistenzzeit/")?.split_once('/')?;
        let (epoch, nonce) = epoch.split_once('-')?;
        let mut epoch_nonce = [0; 8];
        hex::decode_to_slice(nonce, &mut epoch_nonce).ok()?;
        let size: u64 = lines.next()?.parse().ok()?;
        let root = Hash(STANDARD.decode(lines.next()?).ok()?.try_into().ok()?);
        let received_ms = lines.next()?.parse().ok()?;
        let ("", line) = (lines.next()?, lines.next()?) else { return None };
        let (key, signature) = line.strip_prefix("— ")?.split_once(' ')?;
        let mut key_id = [0; 16];
        hex::decode_to_slice(key, &mut key_id).ok()?;
        let signature = Signature(STANDARD.decode(signature).ok()?.try_into().ok()?);
        let epoch: u32 = epoch.parse().ok()?;
        (epoch > 0 && size > 0 && i64::try_from(size).is_ok()).then_some(Self {
            team: team.parse().ok()?,
            epoch,
            epoch_nonce,
            size,
            root,
            received_ms,
            key: KeyId(key_id),
            signature,
        })
    }

    /// Checks the signature with the office's log key.
    ///
    /// # Errors
    ///
    /// [`BadSignature`], also if another key is named.
    pub fn verify(&self, key: &PublicKey) -> Result<(), BadSignature> {
        if key.id() != self.key {
            return Err(BadSignature);
        }
        key.verify(Context::Checkpoint, self.signed_part().as_bytes(), &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_read_back_and_every_other_form_of_it_is_refused() {
        let key = LogKey::from_seed(&[1; 32]);
        let team = TeamId::new([2; 16]);
        let one =
            Checkpoint::seal(team, (1, [3; 8]), 17, Hash::of(b"root"), 1_790_000_000_000, &key);
        let text = one.to_text();
        let read = Checkpoint::parse(&text).expect("its own form");
        assert_eq!(read, one);
        assert_eq!(read.verify(&key.public()), Ok(()));
        assert_eq!(read.verify(&LogKey::from_seed(&[9; 32]).public()), Err(BadSignature));
        let mut other = one.clone();
        other.size = 18;
        assert_eq!(other.verify(&key.public()), Err(BadSignature));
        for bad in [
            text.replace("\n17\n", "\n017\n"),
            text.replace("\n17\n", "\n+17\n"),
            text.replace("\n17\n", "\n0\n"),
            text.replace("assistenzzeit/", "assistenz/"),
            text.replace('—', "-"),
            text.to_uppercase(),
            format!("{text}\n"),
            text.trim_end().to_owned(),
            String::new(),
        ] {
            assert_eq!(Checkpoint::parse(&bad), Err(NotACheckpoint), "{bad}");
        }
    }
}
