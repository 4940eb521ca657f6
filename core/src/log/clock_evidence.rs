//! Clock evidence: what a device knew about the time when it wrote
//! (`docs/sync-protocol.md` § 4). Evidence, never corrected.

use super::codec::{Canonical, CodecError, Reader, Writer};

/// What a device's clocks showed when a batch was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockEvidence {
    /// Wall clock, milliseconds since 1970-01-01T00:00Z.
    pub wall_ms: i64,
    /// Offset of local time from UTC, in minutes (−1080 to 1080).
    pub offset_minutes: i16,
    /// IANA name of the zone, at most 64 bytes.
    pub zone: String,
    /// Monotonic clock, milliseconds since some start.
    pub monotonic_ms: u64,
    /// Names the run of the monotonic clock.
    pub boot: [u8; 8],
    /// The last time heard from the office, milliseconds since 1970-01-01T00:00Z.
    pub office_ms: Option<i64>,
    /// The monotonic clock when that was heard; only if in the same boot.
    pub office_heard_ms: Option<u64>,
}

impl Canonical for ClockEvidence {
    const LIMIT: usize = 256;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).int(self.wall_ms);
            map.key(1).int(i64::from(self.offset_minutes));
            map.key(2).text(&self.zone);
            map.key(3).uint(self.monotonic_ms);
            map.key(4).bytes(&self.boot);
            map.optional(5, self.office_ms, |w, ms| {
                w.int(ms);
            });
            map.optional(6, self.office_heard_ms, |w, ms| {
                w.uint(ms);
            });
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        let evidence = Self {
            wall_ms: map.need(0, Reader::int)?,
            offset_minutes: map.need(1, |r| {
                i16::try_from(r.int()?)
                    .ok()
                    .filter(|minutes| (-1080..=1080).contains(minutes))
                    .ok_or(CodecError::OutOfRange("offset"))
            })?,
            zone: map.need(2, |r| r.text(64))?.to_owned(),
            monotonic_ms: map.need(3, Reader::uint)?,
            boot: map.need(4, Reader::fixed)?,
            office_ms: map.optional(5, Reader::int)?,
            office_heard_ms: map.optional(6, Reader::uint)?,
        };
        map.end()?;
        if evidence.office_heard_ms.is_some() && evidence.office_ms.is_none() {
            return Err(CodecError::Missing(5));
        }
        Ok(evidence)
    }
}
