//! What cannot be, and is shown all the same.

use super::*;

#[test]
fn manual_entries_are_reconstructed_and_typed_times_are_looked_at() {
    // (what, from, to, typed from, finding)
    let cases = [
        ("plain", "2026-10-05T08:00+02:00", "2026-10-05T08:00", None),
        ("never", "2026-03-29T03:00+02:00", "2026-03-29T02:30", Some("typed_time_never")),
        ("twice, first", "2026-10-25T02:30+02:00", "2026-10-25T02:30", Some("typed_time_twice")),
        ("twice, second", "2026-10-25T02:30+01:00", "2026-10-25T02:30", Some("typed_time_twice")),
        ("another", "2026-10-05T08:00+02:00", "2026-10-05T09:00", Some("typed_time_differs")),
        ("no time", "2026-10-05T08:00+02:00", "gegen acht", Some("typed_time_differs")),
    ];
    for (what, from, typed, finding) in cases {
        let mut phone = Desk::new(1);
        let home = &from[..7];
        let mut entry = manual(from, from);
        entry.to_ms += 3_600_000;
        entry.from_typed = Some(typed.into());
        phone.write(home, 1, entry);
        assert!(phone.shifts(home)[0].ends_with("1:00 reconstructed"), "{what}");
        assert_eq!(phone.findings(home).first().copied(), finding, "{what}");
    }
}

#[test]
fn impossible_entries_are_findings_and_never_dropped() {
    let home = "2026-10";
    let eight = "2026-10-05T08:00+02:00";
    let four = "2026-10-05T16:00+02:00";
    /// What, the act, the findings, whether it is settled all the same.
    type Case = (&'static str, fn(&mut Desk), &'static [&'static str], bool);
    let cases: [Case; 13] = [
        (
            "ends before it begins",
            |d| {
                d.write("2026-10", 2, clock_out(id(1), "2026-10-05T07:00+02:00"));
            },
            &["end_before_start"],
            false,
        ),
        (
            "no time at all",
            |d| {
                d.write("2026-10", 2, clock_out(id(1), "2026-10-05T08:00+02:00"));
            },
            &["zero_length"],
            false,
        ),
        (
            "two days",
            |d| {
                d.write("2026-10", 2, clock_out(id(1), "2026-10-07T08:00+02:00"));
            },
            &["longer_than_36_hours"],
            true,
        ),
        (
            "36 hours",
            |d| {
                d.write("2026-10", 2, clock_out(id(1), "2026-10-06T20:00+02:00"));
            },
            &[],
            true,
        ),
        (
            "end without a beginning",
            |d| {
                out(d);
                d.write("2026-10", 3, clock_out(id(99), "2026-10-05T16:00+02:00"));
            },
            &["no_beginning"],
            true,
        ),
        (
            "part outside",
            |d| {
                out(d);
                d.write(
                    "2026-10",
                    3,
                    part(id(1), Kind::Travel, "2026-10-05T15:00+02:00", "2026-10-05T17:00+02:00"),
                );
            },
            &["part_outside"],
            true,
        ),
        (
            "part upside down",
            |d| {
                out(d);
                d.write(
                    "2026-10",
                    3,
                    part(id(1), Kind::Travel, "2026-10-05T15:00+02:00", "2026-10-05T14:00+02:00"),
                );
            },
            &["part_end_before_start"],
            false,
        ),
        (
            "part without an end",
            |d| {
                d.write(
                    "2026-10",
                    3,
                    part_start(id(1), Kind::UnpaidBreak, "2026-10-05T15:00+02:00"),
                );
                out(d);
            },
            &["part_open"],
            false,
        ),
        (
            "end of a part without its beginning",
            |d| {
                out(d);
                d.write("2026-10", 3, part_end(id(1), id(77), "2026-10-05T15:00+02:00"));
            },
            &["part_without_beginning"],
            false,
        ),
        (
            "travel in a meeting",
            |d| {
                out(d);
                d.write(
                    "2026-10",
                    3,
                    part(id(1), Kind::Travel, "2026-10-05T10:00+02:00", "2026-10-05T12:00+02:00"),
                );
                d.write(
                    "2026-10",
                    4,
                    part(id(1), Kind::Meeting, "2026-10-05T11:00+02:00", "2026-10-05T13:00+02:00"),
                );
            },
            &["parts_overlap"],
            false,
        ),
        (
            "a call-out without standby",
            |d| {
                out(d);
                d.write(
                    "2026-10",
                    3,
                    part(id(1), Kind::CallOut, "2026-10-05T10:00+02:00", "2026-10-05T12:00+02:00"),
                );
            },
            &["call_out_outside_standby"],
            true,
        ),
        (
            "two shifts at once",
            |d| {
                out(d);
                d.write("2026-10", 3, manual("2026-10-05T15:00+02:00", "2026-10-05T18:00+02:00"));
            },
            &["overlap"],
            true,
        ),
        (
            "an unknown place",
            |d| {
                out(d);
                let place = Place { land: "XX".into(), ..berlin() };
                let fix = Correction { place: Some(place), ..correction(id(1), None, None) };
                d.write("2026-10", 3, event(fix).superseding([id(1)]));
            },
            &["unknown_place"],
            false,
        ),
    ];
    fn out(desk: &mut Desk) {
        desk.write("2026-10", 2, clock_out(id(1), "2026-10-05T16:00+02:00"));
    }
    assert!(ms(eight) < ms(four));
    for (what, act, expected, settled) in cases {
        let mut phone = Desk::new(1);
        phone.write(home, 1, clock_in(eight));
        act(&mut phone);
        assert_eq!(phone.findings(home), expected, "{what}");
        let month = phone.month(home);
        let entry = month.entry(id(1)).expect("the entry is still there");
        assert_eq!(entry.settled().is_some(), settled, "{what}: {:?}", entry.state);
    }
}
