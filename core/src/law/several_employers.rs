//! Working time of one person at several employers (Arbeitszeiten bei mehreren Arbeitgebern).
//!
//! § 2 Abs. 1 ArbZG adds them up. The others are known only as intervals:
//! who they are, and what was done there, is not asked. Minutes that overlap
//! count once.

use crate::time::{Interval, Minute};
use crate::work::{Kind, Shift};

/// What one person worked, everything taken together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingTime {
    /// Working time in the sense of § 2 Abs. 1 ArbZG: standby and call-outs
    /// included, unpaid breaks and on-call left out. In order, without overlap,
    /// pieces that adjoin are one.
    pub work: Vec<Interval>,
    /// Recorded breaks in which nothing was worked anywhere. In order, without
    /// overlap.
    pub breaks: Vec<Interval>,
}

impl WorkingTime {
    /// From the shifts here and anonymous intervals of work elsewhere, in any
    /// order.
    #[must_use]
    pub fn new(shifts: &[Shift], elsewhere: &[Interval]) -> Self {
        let mut work = elsewhere.to_vec();
        let mut breaks = Vec::new();
        for stretch in shifts.iter().flat_map(Shift::stretches) {
            if stretch.kind.is_working_time() {
                work.push(stretch.span);
            } else if stretch.kind == Kind::UnpaidBreak {
                breaks.push(stretch.span);
            }
        }
        let work = united(work);
        let breaks = united(breaks).into_iter().flat_map(|pause| minus(pause, &work)).collect();
        Self { work, breaks }
    }
}

/// The intervals in order, those that overlap or adjoin made one.
#[must_use]
pub fn united(mut pieces: Vec<Interval>) -> Vec<Interval> {
    pieces.sort_unstable();
    let mut whole: Vec<Interval> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match whole.last_mut() {
            Some(last) if piece.from() <= last.to() => {
                let to = last.to().max(piece.to());
                *last = Interval::new(last.from(), to).unwrap_or(*last);
            }
            Some(_) | None => whole.push(piece),
        }
    }
    whole
}

/// What of `piece` lies outside `holes`, which are in order without overlap.
fn minus(piece: Interval, holes: &[Interval]) -> Vec<Interval> {
    let first = holes.partition_point(|hole| hole.to() <= piece.from());
    let near: Vec<_> =
        holes[first..].iter().take_while(|hole| hole.from() < piece.to()).copied().collect();
    piece.without(&near)
}

/// The pieces inside `window`, clipped to it; `pieces` in order without overlap.
#[must_use]
pub fn within(pieces: &[Interval], window: Interval) -> Vec<Interval> {
    let first = pieces.partition_point(|piece| piece.to() <= window.from());
    pieces[first..].iter().map_while(|piece| piece.overlap(window)).collect()
}

/// The first worked minute at or after `minute`.
#[must_use]
pub(super) fn first_at_or_after(pieces: &[Interval], minute: Minute) -> Option<Minute> {
    let next = pieces.partition_point(|piece| piece.to() <= minute);
    pieces.get(next).map(|piece| piece.from().max(minute))
}

/// Pieces of work and shifts for the tables beside the rules.
#[cfg(test)]
pub(super) mod tests_support {
    use super::*;
    use crate::place::{HolidayRegion, Land, Workplace};
    use crate::time::midnight;
    use crate::work::Part;
    use chrono::NaiveDateTime;
    use chrono_tz::Europe::Berlin;

    /// `2026-03-28 22:00` on Berlin's clock, the first of two; with a `+` at
    /// the end the second one.
    pub(in crate::law) fn at(text: &str) -> Minute {
        use chrono::TimeZone;
        let wall = text.trim_end_matches('+');
        let wall = NaiveDateTime::parse_from_str(wall, "%Y-%m-%d %H:%M").expect("a wall time");
        let found = Berlin.from_local_datetime(&wall);
        let instant = if text.ends_with('+') { found.latest() } else { found.earliest() };
        Minute::floor(instant.expect("a wall time that exists").to_utc())
    }

    /// From and to on Berlin's clock.
    pub(in crate::law) fn span(from: &str, to: &str) -> Interval {
        Interval::new(at(from), at(to)).expect("from < to")
    }

    /// A shift in North Rhine-Westphalia with parts.
    pub(in crate::law) fn shift(from: &str, to: &str, parts: &[(Kind, &str, &str)]) -> Shift {
        Shift {
            id: from.to_owned(),
            span: span(from, to),
            workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
            parts: parts
                .iter()
                .map(|(kind, from, to)| Part { kind: *kind, span: span(from, to) })
                .collect(),
            away: vec![],
            funding: vec![],
            reconstructed: false,
        }
    }

    /// From the first local midnight to the last one.
    pub(in crate::law) fn days(from: &str, until: &str) -> Interval {
        let day = |text: &str| midnight(text.parse().expect("a date"), Berlin);
        Interval::new(day(from), day(until)).expect("from < until")
    }
}

#[cfg(test)]
mod tests {
    use super::tests_support::{shift, span};
    use super::*;

    #[test]
    fn work_elsewhere_is_added_and_minutes_count_once() {
        // § 2 Abs. 1 Satz 1 ArbZG: several employers are added up.
        let here = [
            shift(
                "2026-11-02 08:00",
                "2026-11-02 16:00",
                &[(Kind::UnpaidBreak, "2026-11-02 12:00", "2026-11-02 13:00")],
            ),
            shift("2026-11-02 15:30", "2026-11-02 18:00", &[]),
        ];
        let elsewhere = [span("2026-11-02 12:30", "2026-11-02 12:45")];
        let time = WorkingTime::new(&here, &elsewhere);
        assert_eq!(
            time.work,
            [
                span("2026-11-02 08:00", "2026-11-02 12:00"),
                span("2026-11-02 12:30", "2026-11-02 12:45"),
                span("2026-11-02 13:00", "2026-11-02 18:00"),
            ]
        );
        assert_eq!(
            time.breaks,
            [
                span("2026-11-02 12:00", "2026-11-02 12:30"),
                span("2026-11-02 12:45", "2026-11-02 13:00"),
            ]
        );
    }

    #[test]
    fn standby_is_working_time_and_on_call_is_not() {
        let night = [shift(
            "2026-10-24 20:00",
            "2026-10-25 08:00",
            &[
                (Kind::Standby, "2026-10-24 22:00", "2026-10-25 02:00"),
                (Kind::OnCall, "2026-10-25 02:00+", "2026-10-25 06:00"),
                (Kind::CallOut, "2026-10-25 03:00", "2026-10-25 03:20"),
            ],
        )];
        let time = WorkingTime::new(&night, &[]);
        assert_eq!(
            time.work,
            [
                span("2026-10-24 20:00", "2026-10-25 02:00+"),
                span("2026-10-25 03:00", "2026-10-25 03:20"),
                span("2026-10-25 06:00", "2026-10-25 08:00"),
            ]
        );
        assert_eq!(time.breaks, []);
    }
}
