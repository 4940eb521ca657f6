//! Time: full minutes, intervals, months, and the wall clock of a workplace.
//!
//! Two rules live here and nowhere else. Every instant that enters arithmetic
//! is first floored to the full minute ([`Minute::floor`]), once, so that all
//! sums telescope. Durations are differences on the UTC axis: the night the
//! clocks go forward is an hour shorter, the night they go back an hour longer.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::str::FromStr;

/// Version of the time-zone data that is built in (IANA name of the release).
///
/// It stands in every statement, so that a later reader knows which table of
/// clock changes was used. Source: `chrono_tz::IANA_TZDB_VERSION`.
pub const ZONE_DATA: &str = chrono_tz::IANA_TZDB_VERSION;

/// An amount of time in full minutes; negative only as a difference.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Minutes(i64);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// So many minutes.
    #[must_use]
    pub const fn new(minutes: i64) -> Self {
        Self(minutes)
    }

    /// So many full hours.
    #[must_use]
    pub const fn hours(hours: i64) -> Self {
        Self(hours * 60)
    }

    /// The bare number, for arithmetic with money and for the wire.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sub for Minutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}
/// Written as Germans write working time: `7:30`.
impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let minutes = self.0.unsigned_abs();
        write!(f, "{sign}{}:{:02}", minutes / 60, minutes % 60)
    }
}

/// A full minute on the UTC axis: minutes since 1970-01-01T00:00Z.
///
/// On the wire and in JSON the number itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(i64);

impl Minute {
    /// The full minute in which this instant lies. The only flooring there is.
    #[must_use]
    pub fn floor(instant: DateTime<Utc>) -> Self {
        Self(instant.timestamp().div_euclid(60))
    }

    /// The full minute in which this millisecond since 1970-01-01T00:00Z lies.
    #[must_use]
    pub const fn floor_ms(ms: i64) -> Self {
        Self(ms.div_euclid(60_000))
    }

    /// Minutes since 1970-01-01T00:00Z.
    #[must_use]
    pub const fn new(minutes: i64) -> Self {
        Self(minutes)
    }

    /// Minutes since 1970-01-01T00:00Z.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub const fn ms(self) -> i64 {
        self.0 * 60_000
    }

    /// As an instant.
    ///
    /// # Panics
    ///
    /// Never for minutes that came from an instant: chrono's range is wider.
    #[must_use]
    pub fn instant(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.saturating_mul(60), 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// On the clock on the wall in `zone`.
    #[must_use]
    pub fn on_the_wall(self, zone: Tz) -> DateTime<Tz> {
        self.instant().with_timezone(&zone)
    }

    /// The local calendar day in `zone`.
    #[must_use]
    pub fn day(self, zone: Tz) -> NaiveDate {
        self.on_the_wall(zone).date_naive()
    }
}

impl Add<Minutes> for Minute {
    type Output = Self;
    fn add(self, minutes: Minutes) -> Self {
        Self(self.0 + minutes.0)
    }
}
impl Sub<Minutes> for Minute {
    type Output = Self;
    fn sub(self, minutes: Minutes) -> Self {
        Self(self.0 - minutes.0)
    }
}
impl Sub for Minute {
    type Output = Minutes;
    fn sub(self, other: Self) -> Minutes {
        Minutes(self.0 - other.0)
    }
}

/// A piece of time that has begun and ended. `from < to` always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawInterval")]
pub struct Interval {
    from: Minute,
    to: Minute,
}

#[derive(Deserialize)]
struct RawInterval {
    from: Minute,
    to: Minute,
}

impl TryFrom<RawInterval> for Interval {
    type Error = &'static str;
    fn try_from(raw: RawInterval) -> Result<Self, Self::Error> {
        Self::new(raw.from, raw.to).ok_or("an interval ends after it begins")
    }
}

impl Interval {
    /// `None` if `to` is not after `from`.
    #[must_use]
    pub fn new(from: Minute, to: Minute) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// The first minute inside.
    #[must_use]
    pub const fn from(self) -> Minute {
        self.from
    }

    /// The first minute after.
    #[must_use]
    pub const fn to(self) -> Minute {
        self.to
    }

    /// How long it is, on the UTC axis.
    #[must_use]
    pub fn length(self) -> Minutes {
        self.to - self.from
    }

    /// The common part of two intervals.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Whether this minute lies inside.
    #[must_use]
    pub fn contains(self, minute: Minute) -> bool {
        self.from <= minute && minute < self.to
    }

    /// What is left of it when `holes` are taken out; in order.
    #[must_use]
    pub fn without(self, holes: &[Self]) -> Vec<Self> {
        let mut rest = vec![self];
        for hole in holes {
            rest = rest
                .into_iter()
                .flat_map(|piece| {
                    [
                        Self::new(piece.from, piece.to.min(hole.from)),
                        Self::new(piece.from.max(hole.to), piece.to),
                    ]
                })
                .flatten()
                .collect();
        }
        rest
    }
}

/// The local midnight at which `day` begins in `zone`.
///
/// Where a clock change skips midnight (never in Europe/Berlin), the first
/// instant of the day that exists.
#[must_use]
pub fn midnight(day: NaiveDate, zone: Tz) -> Minute {
    at_wall_time(day, NaiveTime::MIN, zone)
}

/// The instant at which the wall clock in `zone` first shows `time` on `day`.
///
/// For boundaries of rules (20:00, 4:00), never for what a person typed: a
/// typed time that exists twice or never is asked about
/// ([`typed_local_time`]). In the autumn hour that exists twice the first one;
/// in the spring hour that never exists the instant of the change.
#[must_use]
pub fn at_wall_time(day: NaiveDate, time: NaiveTime, zone: Tz) -> Minute {
    let wall = day.and_time(time);
    let instant = match zone.from_local_datetime(&wall) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant,
        LocalResult::None => {
            // Offset before the gap, applied to a wall time inside it, gives
            // an instant after the change; step back to the change itself.
            let mut probe = wall;
            loop {
                probe -= chrono::TimeDelta::minutes(1);
                if let Some(before) = zone.from_local_datetime(&probe).latest() {
                    break before + chrono::TimeDelta::minutes(1);
                }
            }
        }
    };
    Minute::floor(instant.with_timezone(&Utc))
}

/// What a local time that a person typed can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedTime {
    /// Exactly one instant.
    Once(Minute),
    /// The hour that the clocks repeat in autumn: ask which one.
    Twice(Minute, Minute),
    /// The hour that the clocks skip in spring: refuse.
    Never,
}

/// Reads a typed local time; the caller asks the person where it is not
/// [`TypedTime::Once`].
#[must_use]
pub fn typed_local_time(day: NaiveDate, time: NaiveTime, zone: Tz) -> TypedTime {
    match zone.from_local_datetime(&day.and_time(time)) {
        LocalResult::Single(one) => TypedTime::Once(Minute::floor(one.with_timezone(&Utc))),
        LocalResult::Ambiguous(a, b) => TypedTime::Twice(
            Minute::floor(a.with_timezone(&Utc)),
            Minute::floor(b.with_timezone(&Utc)),
        ),
        LocalResult::None => TypedTime::Never,
    }
}

/// A calendar month, written `2026-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

/// A text that is not a month between `2000-01` and `2199-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a month: write year and month like 2026-10")]
pub struct NotAMonth;

impl Month {
    /// `None` outside the years 2000 to 2199 or months 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((2000..2200).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month in which this day lies; years outside 2000 to 2199 are moved
    /// to the nearest month of that range.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self::new(day.year(), day.month()).unwrap_or(if day.year() < 2000 {
            Self { year: 2000, month: 1 }
        } else {
            Self { year: 2199, month: 12 }
        })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The next month; December 2199 stays.
    #[must_use]
    pub fn next(self) -> Self {
        let (year, month) =
            if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        Self::new(year, month).unwrap_or(self)
    }

    /// The month before; January 2000 stays.
    #[must_use]
    pub fn previous(self) -> Self {
        let (year, month) =
            if self.month == 1 { (self.year - 1, 12) } else { (self.year, self.month - 1) };
        Self::new(year, month).unwrap_or(self)
    }

    /// The 1st.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MAX)
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.first_day()
            .checked_add_months(chrono::Months::new(1))
            .and_then(|next| next.checked_sub_days(Days::new(1)))
            .unwrap_or(NaiveDate::MAX)
    }

    /// All its days in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first_day().iter_days().take_while(move |day| *day <= self.last_day())
    }

    /// From its first local midnight to the next month's, in `zone`.
    #[must_use]
    pub fn interval(self, zone: Tz) -> Interval {
        Interval {
            from: midnight(self.first_day(), zone),
            to: midnight(self.last_day() + Days::new(1), zone),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        if year.len() != 4
            || month.len() != 2
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return Err(NotAMonth);
        }
        let year = year.parse().map_err(|_| NotAMonth)?;
        let month = month.parse().map_err(|_| NotAMonth)?;
        Self::new(year, month).ok_or(NotAMonth)
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;
    fn try_from(text: String) -> Result<Self, NotAMonth> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn at(text: &str) -> Minute {
        Minute::floor(text.parse::<DateTime<chrono::FixedOffset>>().expect("an instant").to_utc())
    }

    #[test]
    fn instants_are_floored_to_the_full_minute_once() {
        assert_eq!(Minute::floor_ms(59_999), Minute::new(0));
        assert_eq!(Minute::floor_ms(-1), Minute::new(-1));
        assert_eq!(at("1970-01-01T00:00:59Z"), Minute::new(0));
    }

    #[test]
    fn wall_times_around_both_clock_changes() {
        let four = NaiveTime::from_hms_opt(4, 0, 0).expect("a time");
        let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).expect("a time");
        let cases = [
            ("2026-03-29", four, "2026-03-29T04:00:00+02:00"),
            ("2026-10-25", four, "2026-10-25T04:00:00+01:00"),
            ("2026-03-29", half_past_two, "2026-03-29T03:00:00+02:00"),
            ("2026-10-25", half_past_two, "2026-10-25T02:30:00+02:00"),
        ];
        for (on, time, expected) in cases {
            assert_eq!(at_wall_time(day(on), time, Berlin), at(expected), "{on} {time}");
        }
        assert_eq!(typed_local_time(day("2026-03-29"), half_past_two, Berlin), TypedTime::Never);
        assert_eq!(
            typed_local_time(day("2026-10-25"), half_past_two, Berlin),
            TypedTime::Twice(at("2026-10-25T02:30:00+02:00"), at("2026-10-25T02:30:00+01:00"))
        );
    }

    #[test]
    fn a_month_knows_its_neighbours_and_its_hours() {
        let october: Month = "2026-10".parse().expect("a month");
        assert_eq!(october.next().to_string(), "2026-11");
        assert_eq!(october.previous().to_string(), "2026-09");
        assert_eq!(october.days().count(), 31);
        assert_eq!(october.interval(Berlin).length(), Minutes::hours(31 * 24 + 1));
        for bad in ["2026-13", "26-10", "2026-1", "", "2026-1a", "+026-01"] {
            assert_eq!(bad.parse::<Month>(), Err(NotAMonth), "{bad}");
        }
    }

    #[test]
    fn holes_are_taken_out_in_order() {
        let piece =
            |from, to| Interval::new(Minute::new(from), Minute::new(to)).expect("from < to");
        let rest = piece(0, 100).without(&[piece(10, 20), piece(15, 30), piece(90, 200)]);
        assert_eq!(rest, vec![piece(0, 10), piece(30, 90)]);
    }
}
