//! How instants and spans are written in answers: ms since 1970, and the local
//! time that people read.

use assistenz_core::time::{Interval, Minute};
use chrono::SecondsFormat;
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

/// `2026-10-25T02:30:00+01:00`.
#[must_use]
pub fn local(minute: Minute, zone: Tz) -> String {
    minute.on_the_wall(zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}
