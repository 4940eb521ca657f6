//! Recording deadline (Aufzeichnungsfrist): until the end of the seventh day after the day of work.
//!
//! § 17 Abs. 1 MiLoG: begin, end and duration, for marginal employment outside
//! private households; kept for two years. Counted from the local date on which
//! the shift began. Other duties to record have no such deadline; our default is
//! that everybody records everything, so that a late record is a note for them.

use super::dated::{Dated, Rule, day, in_force};
use super::employment::Employment;
use super::finding::{Finding, FindingKey, Lawful, Severity};
use crate::time::{Interval, Minute, Minutes, midnight};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

/// § 17 Abs. 1 MiLoG.
pub const RECORDING: Rule = Rule {
    key: "recording_deadline",
    paragraph: "§ 17 Abs. 1 MiLoG",
    version: "2026-01",
    verified: true,
};

/// How many days after the day of work, oldest first.
pub const DAYS_TO_RECORD: &[Dated<u64>] =
    &[Dated { from: day(2015, 1, 1), value: 7, source: "MiLoG § 17 Abs. 1 Satz 1" }];

/// How long before the deadline a missing record is announced. Ours, no law.
pub const NOTICE: Minutes = Minutes::hours(48);

/// Whether a duty to record applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The courts disagree, or nobody has decided.
    Disputed,
}

/// Who must record what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordingDuty {
    /// § 17 MiLoG: within seven days, kept for two years.
    pub minimum_wage_act: Applies,
    /// § 16 Abs. 2 ArbZG: the hours beyond eight of a working day.
    pub working_time_act: Applies,
    /// § 3 Abs. 2 Nr. 1 ArbSchG as BAG 1 ABR 22/21 reads it, EuGH C-531/23
    /// for private households.
    pub safety_act: Applies,
}

/// The decision table by kind of employment.
///
/// Doubtful: that assistance is no sector of § 2a SchwarzArbG (from memory), so
/// that § 17 MiLoG leaves out everybody but the marginally employed; and the
/// BAG's duty in private households (§ 1 Abs. 2 ArbSchG against EuGH C-531/23).
#[must_use]
pub const fn recording_duty(employment: Employment) -> RecordingDuty {
    let (minimum_wage_act, safety_act) = match employment {
        Employment::Minijob => (Applies::Yes, Applies::Yes),
        Employment::MinijobHousehold => (Applies::No, Applies::Disputed),
        Employment::Midijob | Employment::SocialInsurance => (Applies::No, Applies::Yes),
    };
    RecordingDuty { minimum_wage_act, working_time_act: Applies::Yes, safety_act }
}

/// The first instant that is too late for a shift begun at `start`; `None`
/// before the law was in force.
#[must_use]
pub fn recording_deadline(start: Minute, workplace: Tz) -> Option<Minute> {
    let begun: NaiveDate = start.day(workplace);
    let days = in_force(DAYS_TO_RECORD, begun)?.value;
    Some(midnight(begun + Days::new(days + 1), workplace))
}

/// A shift and when it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recording {
    /// The shift, or the plan of one that has no record.
    pub shift: Interval,
    /// When it was recorded; `None` if it is not.
    pub recorded: Option<Minute>,
}

/// Whether one shift was, or still can be, recorded in time.
///
/// Grave only where § 17 MiLoG applies; elsewhere a note.
#[must_use]
pub fn check_recording(
    shift: Recording,
    employment: Employment,
    now: Minute,
    workplace: Tz,
) -> Option<Finding> {
    let until = recording_deadline(shift.shift.from(), workplace)?;
    let owed = recording_duty(employment).minimum_wage_act == Applies::Yes;
    let grave = if owed { Severity::Warning } else { Severity::Info };
    let (key, severity) = match shift.recorded {
        Some(recorded) if recorded < until => return None,
        Some(_) => (FindingKey::RecordLate, grave),
        None if now >= until && owed => (FindingKey::RecordMissing, Severity::Serious),
        None if now >= until => (FindingKey::RecordMissing, Severity::Warning),
        None if now + NOTICE >= until && now >= shift.shift.to() => {
            (FindingKey::RecordDue, Severity::Info)
        }
        None => return None,
    };
    let lawful = Lawful::Deadline { until };
    Some(Finding { key, severity, rule: RECORDING, intervals: vec![shift.shift], lawful })
}

#[cfg(test)]
mod tests {
    use super::super::several_employers::tests_support::{at, span};
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn the_seventh_day_is_counted_from_the_local_date_of_the_start() {
        let cases = [
            // X08: Monday 2 November until Monday 9 November 24:00
            ("2026-11-02 08:00", "2026-11-10 00:00"),
            ("2026-11-02 23:59", "2026-11-10 00:00"),
            ("2026-03-28 22:00", "2026-04-05 00:00"),
            ("2026-10-24 22:00", "2026-11-01 00:00"),
            ("2026-12-31 22:00", "2027-01-08 00:00"),
            ("2027-02-28 08:00", "2027-03-08 00:00"),
        ];
        for (start, until) in cases {
            assert_eq!(recording_deadline(at(start), Berlin), Some(at(until)), "{start}");
        }
    }

    #[test]
    fn a_late_record_is_grave_only_where_the_minimum_wage_act_asks_for_it() {
        let shift = span("2026-11-02 08:00", "2026-11-02 16:00");
        let now = at("2026-11-20 00:00");
        // (employment, recorded, now, found)
        let cases = [
            (Employment::Minijob, Some("2026-11-09 23:59"), now, None),
            (
                Employment::Minijob,
                Some("2026-11-10 00:00"),
                now,
                Some((FindingKey::RecordLate, Severity::Warning)),
            ),
            (
                Employment::MinijobHousehold,
                Some("2026-11-10 00:00"),
                now,
                Some((FindingKey::RecordLate, Severity::Info)),
            ),
            (Employment::Minijob, None, now, Some((FindingKey::RecordMissing, Severity::Serious))),
            (Employment::Midijob, None, now, Some((FindingKey::RecordMissing, Severity::Warning))),
            (Employment::Minijob, None, at("2026-11-07 23:59"), None),
            (
                Employment::Minijob,
                None,
                at("2026-11-08 00:00"),
                Some((FindingKey::RecordDue, Severity::Info)),
            ),
        ];
        for (employment, recorded, now, expected) in cases {
            let recording = Recording { shift, recorded: recorded.map(at) };
            let got = check_recording(recording, employment, now, Berlin);
            assert_eq!(got.map(|f| (f.key, f.severity)), expected, "{employment:?} {recorded:?}");
        }
    }

    #[test]
    fn everybody_records_beyond_eight_hours_and_minijobs_outside_households_everything() {
        for employment in Employment::ALL {
            let duty = recording_duty(employment);
            assert_eq!(duty.working_time_act, Applies::Yes);
            assert_eq!(
                duty.minimum_wage_act == Applies::Yes,
                employment == Employment::Minijob,
                "{employment:?}"
            );
        }
    }
}
