//! Doubt about a device's clock: bounds of the true time, never a correction.
//!
//! Source: `docs/sync-protocol.md` §§ 4 and 9.

/// Doubt is shown from this on: two minutes.
pub const SHOWN_FROM_MS: i64 = 120_000;
/// Longest way of an office's time to the device, after which the answer is
/// given up.
pub const LONGEST_REPLY_MS: i64 = 30_000;
/// A monotonic clock may go wrong by one part in 10 000.
const DRIFT: i64 = 10_000;

/// What is known about the moment of an event. All in ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What the device's clock said.
    pub wall_ms: i64,
    /// The device's monotonic clock then.
    pub monotonic_ms: i64,
    /// The last office time that the device knew.
    pub office_ms: Option<i64>,
    /// The monotonic clock when it was learned; only of the same boot.
    pub office_monotonic_ms: Option<i64>,
    /// When the office received the event.
    pub received_ms: Option<i64>,
}

/// Between when and when an event truly happened, in ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Not before; `None` if nothing says so.
    pub earliest_ms: Option<i64>,
    /// Not after; `None` if nothing says so.
    pub latest_ms: Option<i64>,
}

/// The bounds that follow from the evidence.
///
/// The event came after the last office time known and before the office
/// received it. Within one boot the monotonic clock tells how long after.
#[must_use]
pub fn bounds(evidence: &Evidence) -> Bounds {
    let mut earliest = evidence.office_ms;
    let mut latest = evidence.received_ms;
    if let (Some(office), Some(learned)) = (evidence.office_ms, evidence.office_monotonic_ms) {
        let since = evidence.monotonic_ms.saturating_sub(learned);
        if since >= 0 {
            let drift = since / DRIFT;
            let exact = office.saturating_add(since);
            earliest = Some(exact.saturating_sub(drift));
            let at_most = exact.saturating_add(drift).saturating_add(LONGEST_REPLY_MS);
            latest = Some(latest.map_or(at_most, |latest| latest.min(at_most)));
        }
    }
    Bounds { earliest_ms: earliest, latest_ms: latest }
}

/// The bounds, if the device's clock is more than two minutes outside them:
/// then a person is told "between 07:58 and 08:03".
#[must_use]
pub fn doubt(evidence: &Evidence) -> Option<Bounds> {
    let bounds = bounds(evidence);
    let wall = evidence.wall_ms;
    let early =
        bounds.earliest_ms.is_some_and(|earliest| earliest.saturating_sub(wall) > SHOWN_FROM_MS);
    let late = bounds.latest_ms.is_some_and(|latest| wall.saturating_sub(latest) > SHOWN_FROM_MS);
    (early || late).then_some(bounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_is_shown_over_two_minutes_outside_the_bounds() {
        const T: i64 = 1_790_000_000_000;
        const HOUR: i64 = 3_600_000;
        let cases = [
            // (what, wall, monotonic, office, learned at, received, doubt)
            ("nothing known", T, 0, None, None, None, false),
            ("right clock, same boot", T + HOUR, HOUR, Some(T), Some(0), None, false),
            ("two minutes slow", T + HOUR - 120_000, HOUR, Some(T), Some(0), None, false),
            ("three minutes slow", T + HOUR - 180_000, HOUR, Some(T), Some(0), None, true),
            ("three minutes fast", T + HOUR + 180_000, HOUR, Some(T), Some(0), None, true),
            ("years slow after a reboot", 0, 5, Some(T), None, Some(T + HOUR), true),
            ("years fast after a reboot", T * 2, 5, Some(T), None, Some(T + HOUR), true),
            ("somewhere between", T + HOUR / 2, 5, Some(T), None, Some(T + HOUR), false),
            ("received before it happened", T + HOUR, 0, None, None, Some(T), true),
            (
                "numbers from a stranger",
                i64::MAX,
                i64::MIN,
                Some(i64::MIN),
                Some(i64::MAX),
                None,
                false,
            ),
        ];
        for (what, wall_ms, monotonic_ms, office_ms, learned, received_ms, expected) in cases {
            let evidence = Evidence {
                wall_ms,
                monotonic_ms,
                office_ms,
                office_monotonic_ms: learned,
                received_ms,
            };
            assert_eq!(doubt(&evidence).is_some(), expected, "{what}");
        }
        let evidence = Evidence {
            wall_ms: T,
            monotonic_ms: HOUR,
            office_ms: Some(T),
            office_monotonic_ms: Some(0),
            received_ms: Some(T + HOUR + 10_000),
        };
        let expected =
            Bounds { earliest_ms: Some(T + HOUR - 360), latest_ms: Some(T + HOUR + 10_000) };
        assert_eq!(doubt(&evidence), Some(expected), "an hour slow: both bounds are close");
    }
}
