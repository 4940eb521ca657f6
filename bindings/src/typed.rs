//! What a person typed: days, months, times and ids, read once, here.

use crate::error::{Outcome, Stop};
use assistenz_core::time::{Minute, Month, TypedTime, typed_local_time};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use std::str::FromStr;

/// Which of the two times is meant in the hour that the clocks repeat in autumn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum WhichTime {
    /// It has not been asked: a time that exists twice is refused.
    NotAsked,
    /// The first, still summer time.
    First,
    /// The second, already winter time.
    Second,
}

/// `2026-11-08`.
pub(crate) fn day(text: &str) -> Outcome<NaiveDate> {
    text.parse().map_err(|_| Stop::Refused("not_a_day"))
}

/// `2026-11`.
pub(crate) fn month(text: &str) -> Outcome<Month> {
    text.parse().map_err(|_| Stop::Refused("not_a_month"))
}

/// `22:00`; `24:00` is the end of the day.
fn clock(text: &str) -> Outcome<(NaiveTime, bool)> {
    if text.trim() == "24:00" {
        return Ok((NaiveTime::MIN, true));
    }
    let time = NaiveTime::parse_from_str(text.trim(), "%H:%M");
    time.map(|time| (time, false)).map_err(|_| Stop::Refused("not_a_time"))
}

/// A time on the clock of a workplace.
pub(crate) fn moment(day: NaiveDate, text: &str, zone: Tz, which: WhichTime) -> Outcome<Minute> {
    let (time, next) = clock(text)?;
    let day = if next { day.succ_opt().ok_or(Stop::Refused("not_a_day"))? } else { day };
    match (typed_local_time(day, time, zone), which) {
        (TypedTime::Once(minute), _) | (TypedTime::Twice(minute, _), WhichTime::First) => {
            Ok(minute)
        }
        (TypedTime::Twice(_, minute), WhichTime::Second) => Ok(minute),
        (TypedTime::Twice(..), WhichTime::NotAsked) => Err(Stop::Refused("typed_time_twice")),
        (TypedTime::Never, _) => Err(Stop::Refused("typed_time_never")),
    }
}

/// From and to: an end that is not after the begin lies on the next day.
pub(crate) fn span(
    first: NaiveDate,
    (from, to): (&str, &str),
    zone: Tz,
    which: WhichTime,
) -> Outcome<(Minute, Minute)> {
    let begin = moment(first, from, zone, which)?;
    let end = moment(first, to, zone, which)?;
    if end > begin {
        return Ok((begin, end));
    }
    let next = first.succ_opt().ok_or(Stop::Refused("not_a_day"))?;
    Ok((begin, moment(next, to, zone, which)?))
}

/// An id as it was given out.
pub(crate) fn id<T: FromStr>(text: &str) -> Outcome<T> {
    text.parse().map_err(|_| Stop::Refused("not_an_id"))
}
