//! Proof that a request comes from the device it names, now: the office hands
//! out a nonce it need not remember, the device signs its request over it.

use crate::document::{DeviceId, TeamId};
use crate::log::codec::{Canonical, CodecError, Reader, Writer};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// How long a nonce may be used (ms). A phone in the field keeps the one from
/// its last answer; an old one costs it one more trip.
const LIFETIME_MS: i64 = 24 * 60 * 60 * 1000;

/// `HMAC-SHA-256(secret, team ‖ device ‖ expiry)` and the expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nonce {
    /// Until when it may be used (ms, the office's clock).
    pub until_ms: i64,
    /// The office's own proof that it gave it out.
    pub mac: [u8; 32],
}

fn keyed(secret: &[u8; 32], team: TeamId, device: DeviceId, until_ms: i64) -> Hmac<Sha256> {
    // A key shorter than SHA-256's block is filled up with zeros (RFC 2104).
    let mut block = [0; 64];
    block[..32].copy_from_slice(secret);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(b"assistenzzeit/nonce/1\0");
    mac.update(team.bytes());
    mac.update(device.bytes());
    mac.update(&until_ms.to_be_bytes());
    mac
}

impl Nonce {
    /// Gives one out.
    #[must_use]
    pub fn issue(secret: &[u8; 32], team: TeamId, device: DeviceId, now_ms: i64) -> Self {
        let until_ms = now_ms.saturating_add(LIFETIME_MS);
        let mac = keyed(secret, team, device, until_ms).finalize().into_bytes().into();
        Self { until_ms, mac }
    }

    /// Whether this office gave it to this device and it may still be used.
    #[must_use]
    pub fn holds(&self, secret: &[u8; 32], team: TeamId, device: DeviceId, now_ms: i64) -> bool {
        now_ms < self.until_ms
            && keyed(secret, team, device, self.until_ms).verify_slice(&self.mac).is_ok()
    }
}

impl Canonical for Nonce {
    const LIMIT: usize = 64;

    fn write(&self, to: &mut Writer) {
        to.array(2).int(self.until_ms).bytes(&self.mac);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        from.array(2, 2)?;
        Ok(Self { until_ms: from.int()?, mac: from.fixed()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_holds_for_its_device_its_team_its_office_and_its_time_only() {
        let (team, device, secret) = (TeamId::new([1; 16]), DeviceId::new([2; 16]), [3; 32]);
        let nonce = Nonce::issue(&secret, team, device, 1_000);
        assert!(nonce.holds(&secret, team, device, 1_000));
        assert!(!nonce.holds(&secret, team, device, 1_000 + LIFETIME_MS), "too late");
        assert!(!nonce.holds(&[4; 32], team, device, 1_000), "another office");
        assert!(!nonce.holds(&secret, team, DeviceId::new([9; 16]), 1_000), "another device");
        assert!(!nonce.holds(&secret, TeamId::new([9; 16]), device, 1_000), "another team");
        let longer = Nonce { until_ms: nonce.until_ms + 1, ..nonce };
        assert!(!longer.holds(&secret, team, device, 1_000), "stretched");
    }
}
