//! Notices near a limit (Vorwarnschwellen): at 80 and at 95 percent.
//!
//! No law asks for them; they are ours, so that nobody learns of a limit by
//! breaking it. One place for all limits.

use crate::money::Percent;

/// Where an amount stands against its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    /// Below 80 percent.
    Below,
    /// From 80 to below 95 percent.
    At80,
    /// From 95 to 100 percent, the limit itself included.
    At95,
    /// Above the limit.
    Over,
}

/// The first notice.
pub const FIRST_NOTICE: Percent = Percent::new(80);
/// The second notice.
pub const SECOND_NOTICE: Percent = Percent::new(95);

/// Where `used` stands against `limit`, both in the same unit (cents, minutes,
/// days); exact, without rounding.
#[must_use]
pub fn threshold(used: i64, limit: i64) -> Threshold {
    let reaches =
        |notice: Percent| i128::from(used) * 10_000 >= i128::from(limit) * i128::from(notice.get());
    if used > limit {
        Threshold::Over
    } else if used > 0 && reaches(SECOND_NOTICE) {
        Threshold::At95
    } else if used > 0 && reaches(FIRST_NOTICE) {
        Threshold::At80
    } else {
        Threshold::Below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_announced_at_80_and_at_95_percent_and_broken_only_above_it() {
        let cases = [
            (0, 100, Threshold::Below),
            (79, 100, Threshold::Below),
            (80, 100, Threshold::At80),
            (94, 100, Threshold::At80),
            (95, 100, Threshold::At95),
            (100, 100, Threshold::At95),
            (101, 100, Threshold::Over),
            (0, 0, Threshold::Below),
            (1, 0, Threshold::Over),
            // 12 × 603.00: 80 % is 5788.80, 95 % is 6874.20
            (578_879, 723_600, Threshold::Below),
            (578_880, 723_600, Threshold::At80),
            (687_419, 723_600, Threshold::At80),
            (687_420, 723_600, Threshold::At95),
        ];
        for (used, limit, expected) in cases {
            assert_eq!(threshold(used, limit), expected, "{used} of {limit}");
        }
    }
}
