//! How instants and spans are written in answers: ms since 1970, and the local
//! time that people read.

use crate::fault::Refusal;
use crate::sign_in::Caller;
use assistenz_core::time::{Interval, Minute, Month};
use chrono::{Datelike, NaiveDate, SecondsFormat};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use serde::Serialize;
use utoipa::ToSchema;

/// From when to when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SpanView {
    /// Begin (ms since 1970).
    pub from_ms: i64,
    /// Begin on the clock of the workplace (RFC 3339).
    pub from_local: String,
    /// End (ms since 1970).
    pub to_ms: i64,
    /// End on the clock of the workplace (RFC 3339).
    pub to_local: String,
    /// Length in minutes.
    pub minutes: i64,
}

impl SpanView {
    /// As the clock of this zone showed it.
    #[must_use]
    pub fn new(span: Interval, zone: Tz) -> Self {
        Self {
            from_ms: span.from().ms(),
            from_local: local(span.from(), zone),
            to_ms: span.to().ms(),
            to_local: local(span.to(), zone),
            minutes: span.length().get(),
        }
    }
}

/// Today by the office's clock in Germany, and its month.
#[must_use]
pub fn today(now_ms: i64) -> (NaiveDate, Month) {
    let day = Minute::floor_ms(now_ms).day(Berlin);
    (day, Month::of(day))
}

/// The month in which somebody asks: names the document of an act whose right
/// does not depend on the month.
#[must_use]
pub fn month_of(caller: &Caller) -> Month {
    today(caller.now_ms).1
}

/// A day as `2026-10-31`.
///
/// # Errors
///
/// [`Refusal::Malformed`], also for a year outside 2000 to 2199.
pub fn day(text: &str) -> Result<NaiveDate, Refusal> {
    let day = text.parse::<NaiveDate>().ok().filter(|day| (2000..2200).contains(&day.year()));
    day.ok_or(Refusal::Malformed("not a day"))
}

/// `2026-10-25T02:30:00+01:00`.
#[must_use]
pub fn local(minute: Minute, zone: Tz) -> String {
    minute.on_the_wall(zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}
