//! A duty (zusammenhängender Dienst): records of one person without a gap.
//!
//! § 3b Abs. 3 EStG asks whether night work was taken up before 0:00. Two
//! records that adjoin or overlap are one duty for that; so is a gap that was
//! recorded as a break. Any other gap begins a new duty, even in the same
//! night.
//!
//! Doubtful: the statute does not say "shift". The cautious reading is the
//! default; [`NightTakenUp::Night`] is the other one.

use super::local_day::LocalDay;
use crate::time::{Interval, Minute, Minutes};
use crate::work::{Kind, Shift};
use serde::{Deserialize, Serialize};

/// Switch: what must have been taken up before 0:00 for 40 % and carry-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NightTakenUp {
    /// Night work of the same duty.
    #[default]
    Duty,
    /// Any night work of the same person in the same night.
    Night,
}

/// The records of one person as duties, in order of time.
///
/// With [`NightTakenUp::Night`] records with a gap inside one night (20:00 to
/// 4:00) are one duty too, so that [`classify`](super::surcharge_class::classify)
/// sees the whole night.
#[must_use]
pub fn duties(records: &[Shift], switch: NightTakenUp) -> Vec<Vec<&Shift>> {
    let mut sorted: Vec<&Shift> = records.iter().collect();
    sorted.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    let mut duties: Vec<Vec<&Shift>> = Vec::new();
    let mut until: Option<Minute> = None;
    for record in sorted {
        let reach = reach(record);
        match (until, duties.last_mut()) {
            (Some(so_far), Some(duty)) if continues(so_far, record, reach, switch) => {
                duty.push(record);
                until = Some(so_far.max(reach.to()));
            }
            _ => {
                duties.push(vec![record]);
                until = Some(reach.to());
            }
        }
    }
    duties
}

/// The record with the breaks that adjoin it from outside.
fn reach(record: &Shift) -> Interval {
    let breaks = record.parts.iter().filter(|part| part.kind == Kind::UnpaidBreak);
    breaks.fold(record.span, |span, part| {
        let adjoins = part.span.from() <= span.to() && span.from() <= part.span.to();
        let (from, to) = (span.from().min(part.span.from()), span.to().max(part.span.to()));
        if adjoins { Interval::new(from, to).unwrap_or(span) } else { span }
    })
}

/// Whether `record` belongs to the duty that has lasted `so_far`.
fn continues(so_far: Minute, record: &Shift, reach: Interval, switch: NightTakenUp) -> bool {
    reach.from() <= so_far
        || match switch {
            NightTakenUp::Duty => false,
            NightTakenUp::Night => {
                // The night in which the record begins, if it begins in one:
                // it began at 20:00 of its own day or of the day before.
                let zone = record.workplace.zone;
                let begin = LocalDay::around(record.span.from(), zone);
                let before = LocalDay::around(begin.midnight() - Minutes::new(1), zone);
                let evening = if record.span.from() < begin.four() {
                    before.twenty()
                } else {
                    begin.twenty()
                };
                record.span.from() >= evening && so_far > evening
            }
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{HolidayRegion, Land, Workplace};
    use crate::time::at_wall_time;
    use crate::work::Part;
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> Minute {
        let wall: chrono::NaiveDateTime = text.parse().expect("a local time");
        at_wall_time(wall.date(), wall.time(), Berlin)
    }
    fn span(from: &str, to: &str) -> Interval {
        Interval::new(at(from), at(to)).expect("from < to")
    }
    fn record(id: &str, span: Interval, breaks: &[Interval]) -> Shift {
        Shift {
            id: id.into(),
            span,
            workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
            parts: breaks
                .iter()
                .map(|span| Part { kind: Kind::UnpaidBreak, span: *span })
                .collect(),
            away: vec![],
            funding: vec![],
            reconstructed: false,
        }
    }
    fn ids(records: &[Shift], switch: NightTakenUp) -> Vec<Vec<&str>> {
        duties(records, switch)
            .iter()
            .map(|duty| duty.iter().map(|record| record.id.as_str()).collect())
            .collect()
    }

    #[test]
    fn records_that_adjoin_or_overlap_are_one_duty_and_a_gap_begins_a_new_one() {
        let first = record("a", span("2026-11-08T18:00:00", "2026-11-08T22:00:00"), &[]);
        let cases = [
            ("gap 0", "2026-11-08T22:00:00", vec![vec!["a", "b"]]),
            ("overlap", "2026-11-08T21:00:00", vec![vec!["a", "b"]]),
            ("a minute's gap", "2026-11-08T22:01:00", vec![vec!["a"], vec!["b"]]),
            ("after midnight", "2026-11-09T00:30:00", vec![vec!["a"], vec!["b"]]),
        ];
        for (what, from, expected) in cases {
            let second = record("b", span(from, "2026-11-09T06:00:00"), &[]);
            // The order in which they were written does not matter.
            assert_eq!(ids(&[second, first.clone()], NightTakenUp::Duty), expected, "{what}");
        }
    }

    #[test]
    fn a_gap_recorded_as_a_break_does_not_end_the_duty() {
        let pause = span("2026-11-08T22:00:00", "2026-11-08T23:00:00");
        let before = span("2026-11-08T18:00:00", "2026-11-08T22:00:00");
        let after = span("2026-11-08T23:00:00", "2026-11-09T06:00:00");
        for (first, second) in [(vec![pause], vec![]), (vec![], vec![pause])] {
            let records = [record("a", before, &first), record("b", after, &second)];
            assert_eq!(ids(&records, NightTakenUp::Duty), [["a", "b"]]);
        }
        let elsewhere = span("2026-11-08T22:30:00", "2026-11-08T23:00:00");
        let records = [record("a", before, &[elsewhere]), record("b", after, &[])];
        assert_eq!(ids(&records, NightTakenUp::Duty), [["a"], ["b"]]);
    }

    #[test]
    fn the_switch_night_joins_what_lies_in_one_night() {
        // (first ends, second begins, together)
        let cases = [
            ("2026-11-08T21:00:00", "2026-11-09T00:30:00", true),
            ("2026-11-08T20:01:00", "2026-11-09T03:59:00", true),
            ("2026-11-08T20:00:00", "2026-11-09T00:30:00", false),
            ("2026-11-08T21:00:00", "2026-11-09T04:00:00", false),
            ("2026-11-08T20:30:00", "2026-11-08T23:00:00", true),
            ("2026-11-08T12:00:00", "2026-11-08T21:00:00", false),
            // Both clock changes.
            ("2026-03-28T21:00:00", "2026-03-29T03:30:00", true),
            ("2026-10-24T21:00:00", "2026-10-25T03:30:00", true),
        ];
        for (ends, begins, together) in cases {
            let end = at(ends);
            let begin = at(begins);
            let records = [
                record("a", Interval::new(end - Minutes::new(60), end).expect("an hour"), &[]),
                record("b", Interval::new(begin, begin + Minutes::new(60)).expect("an hour"), &[]),
            ];
            let got = ids(&records, NightTakenUp::Night).len() == 1;
            assert_eq!(got, together, "{ends} {begins}");
            assert_eq!(ids(&records, NightTakenUp::Duty).len(), 2, "{ends} {begins}");
        }
    }
}
