//! A calendar day by the clock on the wall (Kalendertag), with its edges.
//!
//! The edges that § 3b EStG names, as instants: 0:00, 4:00, 6:00, 14:00,
//! 20:00 and 24:00. A day with a clock change is an hour shorter or longer.

use crate::time::{Interval, Minute, Minutes, at_wall_time, midnight};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// One local day in one zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LocalDay {
    date: NaiveDate,
    zone: Tz,
    /// 0:00, 4:00, 6:00, 14:00, 20:00, 24:00.
    edges: [Minute; 6],
}

/// The full hours between the two midnights at which a rule changes.
const HOURS: [u32; 4] = [4, 6, 14, 20];

impl LocalDay {
    /// The day in which `minute` lies.
    pub(crate) fn around(minute: Minute, zone: Tz) -> Self {
        let date = minute.day(zone);
        Self::from_midnight(date, midnight(date, zone), zone)
    }

    /// The day after this one.
    pub(crate) fn next(&self) -> Self {
        match self.date.succ_opt() {
            Some(date) => Self::from_midnight(date, self.end(), self.zone),
            None => *self,
        }
    }

    fn from_midnight(date: NaiveDate, from: Minute, zone: Tz) -> Self {
        let to = date.succ_opt().map_or(Minute::new(i64::MAX), |next| midnight(next, zone));
        let plain = to - from == Minutes::hours(24);
        let mut edges = [from, from, from, from, from, to];
        for (edge, hour) in edges[1..5].iter_mut().zip(HOURS) {
            // Without a clock change the wall runs with the UTC axis: the
            // costly look into the zone's table is needed on two days a year.
            *edge = if plain {
                from + Minutes::hours(i64::from(hour))
            } else {
                let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("full hours below 24 exist");
                at_wall_time(date, time, zone).max(from).min(to)
            };
        }
        Self { date, zone, edges }
    }

    /// Which day.
    pub(crate) const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Which zone's clock.
    pub(crate) const fn zone(&self) -> Tz {
        self.zone
    }

    /// 0:00.
    pub(crate) const fn midnight(&self) -> Minute {
        self.edges[0]
    }

    /// 4:00.
    pub(crate) const fn four(&self) -> Minute {
        self.edges[1]
    }

    /// 20:00.
    pub(crate) const fn twenty(&self) -> Minute {
        self.edges[4]
    }

    /// The next midnight.
    pub(crate) const fn end(&self) -> Minute {
        self.edges[5]
    }

    /// Whether this minute lies in the day.
    pub(crate) fn contains(&self, minute: Minute) -> bool {
        self.edges[0] <= minute && minute < self.edges[5]
    }

    /// The five stretches between the edges: 0–4, 4–6, 6–14, 14–20, 20–24.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = (Stretch, Interval)> {
        let edges = self.edges;
        Stretch::ALL.into_iter().enumerate().filter_map(move |(place, stretch)| {
            Interval::new(edges[place], edges[place + 1]).map(|span| (stretch, span))
        })
    }
}

/// A stretch of the day between two edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// 0:00 to 4:00: 40 % if the night work was taken up before.
    DeepNight,
    /// 4:00 to 6:00: night.
    EarlyMorning,
    /// 6:00 to 14:00.
    Day,
    /// 14:00 to 20:00: 24 and 31 December have begun to count.
    Afternoon,
    /// 20:00 to 24:00: night; work here takes up the night.
    Evening,
}

impl Stretch {
    const ALL: [Self; 5] =
        [Self::DeepNight, Self::EarlyMorning, Self::Day, Self::Afternoon, Self::Evening];

    /// Whether it is night in § 3b Abs. 2 Satz 2 EStG (20:00 to 6:00).
    pub(crate) const fn is_night(self) -> bool {
        matches!(self, Self::DeepNight | Self::EarlyMorning | Self::Evening)
    }

    /// Whether it lies at or after 14:00.
    pub(crate) const fn is_from_two_o_clock(self) -> bool {
        matches!(self, Self::Afternoon | Self::Evening)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn a_day_has_its_edges_also_when_the_clocks_change() {
        // (day, minutes of 0–4, of 4–6, of 6–14, of 14–20, of 20–24)
        let cases = [
            ("2026-11-08", [240, 120, 480, 360, 240]),
            ("2026-03-29", [180, 120, 480, 360, 240]),
            ("2026-10-25", [300, 120, 480, 360, 240]),
            ("2026-12-31", [240, 120, 480, 360, 240]),
        ];
        for (text, expected) in cases {
            let date: NaiveDate = text.parse().expect("a date");
            let day = LocalDay::around(midnight(date, Berlin), Berlin);
            let lengths: Vec<_> = day.stretches().map(|(_, span)| span.length().get()).collect();
            assert_eq!(day.date(), date);
            assert_eq!(lengths, expected, "{text}");
            assert_eq!(day.next(), LocalDay::around(day.end(), Berlin), "{text}");
            assert_eq!(LocalDay::around(day.end() - Minutes::new(1), Berlin), day, "{text}");
        }
    }
}
