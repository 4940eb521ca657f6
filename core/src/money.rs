//! Money: cents, hourly rates, percents, exact amounts, and the one rounding.
//!
//! Nothing here is a float. An amount is an exact rational until
//! [`Exact::round`] makes cents of it, half up, once per line of pay.

use crate::time::Minutes;
use num_rational::Ratio;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// Euro cents; negative in corrections.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many cents.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The bare number, for files and the wire.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}
impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}
/// As Germans write money, without the sign: `1.234,50`.
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        let euros = (cents / 100).to_string();
        let mut grouped = String::new();
        for (place, digit) in euros.chars().enumerate() {
            if place > 0 && (euros.len() - place).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{grouped},{:02}", cents % 100)
    }
}

/// An agreed or legal rate in cents per hour (a wage, the minimum wage).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct CentsPerHour(i64);

impl CentsPerHour {
    /// So many cents for an hour.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The bare number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// As an exact number of cents for one hour.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::from_int(self.0)
    }
}

/// A percentage in hundredths of a percent, so that 12.5 % is exact.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Percent(u32);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many whole percent.
    #[must_use]
    pub const fn new(whole: u32) -> Self {
        Self(whole * 100)
    }

    /// So many hundredths of a percent: 1250 is 12.5 %.
    #[must_use]
    pub const fn hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// In hundredths of a percent.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// As an exact fraction: 25 % is 1/4.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact(Ratio::new(i128::from(self.0), 10_000))
    }
}
/// As Germans write it: `25 %`, `12,5 %`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole} %"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole},{} %", part / 10),
            (whole, part) => write!(f, "{whole},{part:02} %"),
        }
    }
}

/// An exact number of cents (or of cents per hour, or a plain fraction),
/// before rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));

    /// A whole number.
    #[must_use]
    pub fn from_int(number: i64) -> Self {
        Self(Ratio::from_integer(i128::from(number)))
    }

    /// `numerator / denominator`; `None` if the denominator is zero.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(Ratio::new(i128::from(numerator), i128::from(denominator))))
    }

    /// A rate per hour, for so many minutes.
    #[must_use]
    pub fn for_minutes(self, minutes: Minutes) -> Self {
        Self(self.0 * Ratio::new(i128::from(minutes.get()), 60))
    }

    /// The quotient; `None` if `other` is zero.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        (other != Self::ZERO).then(|| Self(self.0 / other.0))
    }

    /// To the cent, half up (away from zero at exactly half, so that a
    /// correction mirrors what it corrects). The only rounding of money.
    ///
    /// # Panics
    ///
    /// Never for amounts below 92 quadrillion euros.
    #[must_use]
    pub fn round(self) -> Cents {
        Cents(i64::try_from(self.0.round().to_integer()).expect("amounts fit into 64 bits"))
    }

    /// To hundredths, half up; for hours in files (`124.33` is 12433).
    #[must_use]
    pub fn round_hundredths(self) -> i64 {
        Self(self.0 * 100).round().get()
    }

    /// To the millionth, half up: for shares and averages, whose exact
    /// denominators would grow without bound. Never for what is paid itself.
    #[must_use]
    pub fn to_millionth(self) -> Self {
        Self((self.0 * 1_000_000).round() / 1_000_000)
    }

    /// Numerator and denominator in lowest terms, for explanations.
    #[must_use]
    pub fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }
}
impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl AddAssign for Exact {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}
impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}
impl From<Cents> for Exact {
    fn from(cents: Cents) -> Self {
        Self::from_int(cents.get())
    }
}

/// Minutes as hours with two decimals and a comma, half up: `124,33`.
///
/// The way payroll programs want hours (`docs/definitions.md` § 0a.1; published test:
/// 7460 min → `124,33`, 1455 min → `24,25`).
#[must_use]
pub fn decimal_hours(minutes: Minutes) -> String {
    let hundredths = Exact::from_int(1).for_minutes(minutes).round_hundredths();
    let sign = if hundredths < 0 { "-" } else { "" };
    let hundredths = hundredths.unsigned_abs();
    format!("{sign}{},{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_up_and_mirrors_corrections() {
        for (numerator, denominator, cents) in
            [(1, 2, 1), (-1, 2, -1), (49, 100, 0), (3, 2, 2), (-3, 2, -2), (10, 3, 3)]
        {
            let exact = Exact::fraction(numerator, denominator).expect("not zero");
            assert_eq!(exact.round(), Cents::new(cents), "{numerator}/{denominator}");
        }
    }

    #[test]
    fn a_surcharge_is_exact_until_it_is_rounded() {
        let quarter = CentsPerHour::new(1_333).exact() * Percent::new(25).exact();
        assert_eq!(quarter.for_minutes(Minutes::new(60)).round(), Cents::new(333));
        assert_eq!(quarter.for_minutes(Minutes::hours(4)).round(), Cents::new(1_333));
    }

    #[test]
    fn hours_money_and_percents_as_germans_write_them() {
        assert_eq!(decimal_hours(Minutes::new(7_460)), "124,33");
        assert_eq!(decimal_hours(Minutes::new(1_455)), "24,25");
        assert_eq!(decimal_hours(Minutes::new(60)), "1,00");
        assert_eq!(decimal_hours(Minutes::new(-90)), "-1,50");
        assert_eq!(Cents::new(123_450).to_string(), "1.234,50");
        assert_eq!(Cents::new(-5).to_string(), "-0,05");
        assert_eq!(Percent::hundredths(1_250).to_string(), "12,5 %");
        assert_eq!(Percent::new(25).to_string(), "25 %");
    }
}
