//! What people record, and what it comes to.

use super::*;
use crate::record::events::time::{Away, QuietNight, StatedEnd};
use crate::record::settle::State;

#[test]
fn a_shift_is_an_interval_that_counts_where_it_began() {
    // (what, home month, in, out, month it counts in, shift)
    let cases = [
        (
            "a day",
            "2026-10",
            "2026-10-05T08:00+02:00",
            "2026-10-05T16:30+02:00",
            "2026-10",
            "05 08:00-05 16:30 8:30",
        ),
        (
            "over midnight",
            "2026-10",
            "2026-10-05T20:04+02:00",
            "2026-10-06T08:08+02:00",
            "2026-10",
            "05 20:04-06 08:08 12:04",
        ),
        (
            "over the month's end",
            "2026-10",
            "2026-10-31T20:00+01:00",
            "2026-11-01T08:00+01:00",
            "2026-10",
            "31 20:00-01 08:00 12:00",
        ),
        (
            "over the year's end",
            "2026-12",
            "2026-12-31T20:00+01:00",
            "2027-01-01T08:00+01:00",
            "2026-12",
            "31 20:00-01 08:00 12:00",
        ),
        (
            "the clocks go forward",
            "2026-03",
            "2026-03-28T22:00+01:00",
            "2026-03-29T06:00+02:00",
            "2026-03",
            "28 22:00-29 06:00 7:00",
        ),
        (
            "the clocks go back",
            "2026-10",
            "2026-10-24T22:00+02:00",
            "2026-10-25T06:00+01:00",
            "2026-10",
            "24 22:00-25 06:00 9:00",
        ),
        (
            "one minute in the hour that exists twice",
            "2026-10",
            "2026-10-25T02:30+02:00",
            "2026-10-25T02:31+01:00",
            "2026-10",
            "25 02:30-25 02:31 1:01",
        ),
        (
            "local midnight decides, not UTC",
            "2026-11",
            "2026-11-01T00:10+01:00",
            "2026-11-01T08:00+01:00",
            "2026-11",
            "01 00:10-01 08:00 7:50",
        ),
    ];
    for (what, home, from, to, counts, expected) in cases {
        let mut phone = Desk::new(1);
        let shift = phone.write(home, 1, clock_in(from));
        assert_eq!(phone.month(counts).running().count(), 1, "{what}: running");
        assert!(phone.shifts(counts).is_empty(), "{what}: not settled yet");
        phone.write(home, 2, clock_out(shift, to));
        assert_eq!(phone.shifts(counts), [expected], "{what}");
        let before = month(counts).previous().to_string();
        assert!(phone.month(&before).entries.is_empty(), "{what}: in no other month");
    }
}

#[test]
fn parts_have_positions_and_take_precedence() {
    let mut phone = Desk::new(1);
    let home = "2026-10";
    let shift = phone.write(home, 1, clock_in("2026-10-05T20:00+02:00"));
    let pause =
        phone.write(home, 2, part_start(shift, Kind::UnpaidBreak, "2026-10-05T21:00+02:00"));
    assert_eq!(
        phone.month(home).entries[0].running_parts.last().map(|(part, kind, _)| (*part, *kind)),
        Some((pause, Kind::UnpaidBreak))
    );
    phone.write(home, 3, part_end(shift, pause, "2026-10-05T21:30+02:00"));
    let standby = part(shift, Kind::Standby, "2026-10-05T22:00+02:00", "2026-10-06T06:00+02:00");
    phone.write(home, 4, standby);
    let call = part(shift, Kind::CallOut, "2026-10-06T02:00+02:00", "2026-10-06T02:20+02:00");
    phone.write(home, 5, call);
    phone.write(home, 6, clock_out(shift, "2026-10-06T08:00+02:00"));
    let totals: Vec<String> = phone
        .month(home)
        .totals()
        .into_iter()
        .map(|(kind, minutes)| format!("{} {minutes}", kind.word()))
        .collect();
    assert_eq!(totals, ["work 3:30", "standby 7:40", "call_out 0:20", "unpaid_break 0:30"]);
    assert!(phone.findings(home).is_empty());
    // Travel, meeting, training, paid break, on-call and a piece at another place.
    let mut phone = Desk::new(1);
    let shift = phone.write(home, 1, clock_in("2026-10-05T08:00+02:00"));
    for (n, kind, hour) in [
        (2, Kind::Travel, 9),
        (3, Kind::Meeting, 10),
        (4, Kind::Training, 11),
        (5, Kind::PaidBreak, 12),
        (6, Kind::OnCall, 13),
    ] {
        let from = format!("2026-10-05T{hour:02}:00+02:00");
        let to = format!("2026-10-05T{hour:02}:30+02:00");
        phone.write(home, n, part(shift, kind, &from, &to));
    }
    let away = Away {
        shift,
        piece: None,
        from_ms: ms("2026-10-05T14:00+02:00"),
        to_ms: ms("2026-10-05T16:00+02:00"),
        place: Place { land: "BY".into(), ..berlin() },
    };
    phone.write(home, 7, away);
    phone.write(home, 8, clock_out(shift, "2026-10-05T16:00+02:00"));
    assert_eq!(phone.shifts(home), ["05 08:00-05 16:00 7:30"]);
    let month = phone.month(home);
    let shift = month.settled().next().expect("settled");
    assert_eq!(shift.away.len(), 1);
    assert_eq!(shift.away[0].workplace.region.land.letters(), "BY");
}

#[test]
fn an_own_entry_is_set_right_by_superseding_field_by_field() {
    let mut phone = Desk::new(1);
    let home = "2026-10";
    let mut first = clock_in("2026-10-05T08:00+02:00");
    first.funding = vec![residual("700")];
    let shift = phone.write(home, 1, first);
    let out = phone.write(home, 2, clock_out(shift, "2026-10-05T16:00+02:00"));
    let right = correction(shift, Some("2026-10-05T07:45+02:00"), None);
    phone.write(home, 3, event(right).superseding([shift]));
    assert_eq!(phone.shifts(home), ["05 07:45-05 16:00 8:15 reconstructed"]);
    let month = phone.month(home);
    let entry = &month.entries[0];
    assert_eq!(entry.live, [shift, out, id(3)], "the clock-in still says where it was");
    assert_eq!(entry.settled().map(|shift| shift.funding.len()), Some(1));
    let again = correction(shift, Some("2026-10-05T07:30+02:00"), Some("2026-10-05T15:00+02:00"));
    phone.write(home, 4, event(again).superseding([shift, out, id(3)]));
    assert_eq!(phone.shifts(home), ["05 07:30-05 15:00 7:30 reconstructed"]);
    assert_eq!(phone.month(home).entries[0].replaced, [out, id(3)]);
}

#[test]
fn a_corrected_start_moves_a_shift_into_the_month_it_began_in() {
    let mut phone = Desk::new(1);
    let shift = phone.write("2026-11", 1, clock_in("2026-11-01T00:05+01:00"));
    phone.write("2026-11", 2, clock_out(shift, "2026-11-01T08:00+01:00"));
    assert_eq!(phone.shifts("2026-11").len(), 1);
    let right = correction(shift, Some("2026-10-31T23:55+01:00"), None);
    phone.write("2026-11", 3, event(right).superseding([shift]));
    assert!(phone.shifts("2026-11").is_empty());
    assert_eq!(phone.shifts("2026-10"), ["31 23:55-01 08:00 8:05 reconstructed"]);
    let home = phone.month("2026-10").entries[0].home;
    assert_eq!(home, Some(DocumentId::time(ADA, month("2026-11"))), "the home stays");
    let rows = crate::record::rows::view_rows(&phone.documents[0]);
    let read: Vec<&str> = rows.iter().map(|row| row.view).collect();
    assert_eq!(read, ["month_reads", "month_reads"], "both months are told to read it: {rows:?}");
}

#[test]
fn a_forgotten_clock_out_is_asked_about_and_never_invented() {
    let mut phone = Desk::new(1);
    let home = "2026-10";
    let shift = phone.write(home, 1, clock_in("2026-10-05T08:00+02:00"));
    phone.write(home, 2, clock_in("2026-10-07T08:00+02:00"));
    assert_eq!(phone.month(home).running().count(), 2);
    assert_eq!(phone.findings(home), ["two_running"]);
    let planned = ms("2026-10-05T16:00+02:00");
    let stated = StatedEnd {
        shift,
        at_ms: planned,
        offered_ms: Some(planned),
        note: None,
        typed: Some("2026-10-05T16:00".into()),
    };
    phone.write(home, 3, stated);
    assert_eq!(phone.shifts(home), ["05 08:00-05 16:00 8:00 reconstructed"]);
    assert!(phone.findings(home).is_empty());
}

#[test]
fn shifts_that_only_touch_do_not_overlap() {
    let mut phone = Desk::new(1);
    phone.write("2026-10", 1, manual("2026-10-05T08:00+02:00", "2026-10-05T12:00+02:00"));
    phone.write("2026-10", 2, manual("2026-10-05T12:00+02:00", "2026-10-05T16:00+02:00"));
    assert!(phone.findings("2026-10").is_empty());
}

#[test]
fn two_phones_of_one_person_lose_nothing() {
    let home = "2026-10";
    let mut a = Desk::new(1);
    let shift = a.write(home, 1, clock_in("2026-10-05T08:00+02:00"));
    let mut b = Desk::new(2);
    b.learn(&a);
    // Clocked in on A, clocked out on B without a network.
    b.write(home, 2, clock_out(shift, "2026-10-05T16:00+02:00"));
    let mut later = a.clone();
    later.learn(&b);
    assert_eq!(later.shifts(home), ["05 08:00-05 16:00 8:00"]);
    // Clocked out on both: two live values for one field.
    a.write(home, 3, clock_out(shift, "2026-10-05T16:20+02:00"));
    a.learn(&b);
    b.learn(&a);
    for desk in [&a, &b] {
        assert_eq!(desk.disputes(home), ["end"]);
        assert!(desk.shifts(home).is_empty());
        assert_eq!(desk.month(home).unsettled().count(), 1);
    }
    let told = crate::record::authors::tell(&a.month(home).disputes[0], &a.all(), &Nobody);
    assert_eq!(told.field, "end");
    assert_eq!(told.sides.len(), 2);
    assert!(told.sides.iter().all(|side| side.author.is_some() && side.recorded_ms.is_some()));
    // A person chooses, having seen both.
    let choice = correction(shift, None, Some("2026-10-05T16:20+02:00"));
    b.write(home, 4, event(choice).superseding([id(2), id(3)]));
    a.learn(&b);
    assert_eq!(a.shifts(home), ["05 08:00-05 16:20 8:20 reconstructed"]);
    // The same minute said twice is no dispute.
    let mut c = Desk::new(3);
    c.learn(&a);
    a.write(
        home,
        5,
        event(correction(shift, None, Some("2026-10-05T16:30+02:00"))).superseding([id(4)]),
    );
    c.write(
        home,
        6,
        event(correction(shift, None, Some("2026-10-05T16:30+02:00"))).superseding([id(4)]),
    );
    a.learn(&c);
    assert!(a.disputes(home).is_empty());
}

pub(super) struct Nobody;
impl crate::record::authors::Authors for Nobody {
    fn author(
        &self,
        _: DocumentId,
        _: crate::record::cbor::Hash32,
    ) -> Option<crate::record::authors::Author> {
        Some(crate::record::authors::Author {
            person: ADA,
            device: crate::document::DeviceId::new([1; 16]),
            received_ms: None,
        })
    }
}

#[test]
fn a_retracted_shift_stays_readable_and_a_change_beside_it_is_a_dispute() {
    let home = "2026-10";
    let mut a = Desk::new(1);
    let shift = a.write(home, 1, clock_in("2026-10-05T08:00+02:00"));
    a.write(home, 2, clock_out(shift, "2026-10-05T16:00+02:00"));
    let mut b = Desk::new(2);
    b.learn(&a);
    let live = a.month(home).entries[0].live.clone();
    a.write(home, 3, event(retraction(shift)).superseding(live));
    assert!(a.shifts(home).is_empty());
    assert_eq!(a.month(home).entries[0].state, State::Retracted);
    b.write(
        home,
        4,
        event(correction(shift, None, Some("2026-10-05T15:00+02:00"))).superseding([id(2)]),
    );
    a.learn(&b);
    assert_eq!(a.disputes(home), ["exists"]);
    assert_eq!(a.month(home).unsettled().count(), 1);
}

#[test]
fn nothing_happened_tonight_is_kept_and_a_call_out_beside_it_is_shown() {
    let home = "2026-10";
    let mut phone = Desk::new(1);
    let shift = phone.write(home, 1, clock_in("2026-10-05T20:00+02:00"));
    phone.write(
        home,
        2,
        part(shift, Kind::Standby, "2026-10-05T22:00+02:00", "2026-10-06T06:00+02:00"),
    );
    phone.write(home, 3, QuietNight { shift, part: Some(id(2)) });
    phone.write(home, 4, clock_out(shift, "2026-10-06T08:00+02:00"));
    assert!(phone.findings(home).is_empty());
    phone.write(
        home,
        5,
        part(shift, Kind::CallOut, "2026-10-06T02:00+02:00", "2026-10-06T03:00+02:00"),
    );
    assert_eq!(phone.findings(home), ["quiet_night_with_call_out"]);
}

#[test]
fn every_event_is_read_back_and_strangers_bytes_are_refused() {
    use crate::record::cbor::NotAValue;
    let event = event(clock_in("2026-10-05T20:00+02:00")).superseding([id(2), id(1), id(2)]);
    let bytes = event.to_bytes();
    assert_eq!(Event::from_bytes(&bytes), Ok(event));
    for cut in 0..bytes.len() {
        assert!(Event::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    let mut newer = bytes.clone();
    newer[2] = 2;
    assert_eq!(Event::from_bytes(&newer), Err(NotAValue::Newer), "a newer version");
    let mut unknown = bytes.clone();
    unknown[4] = 19;
    assert_eq!(Event::from_bytes(&unknown), Err(NotAValue::Newer), "an unknown type");
    let mut longer = bytes;
    longer.splice(2..3, [0x18, 0x01]);
    assert_eq!(Event::from_bytes(&longer), Err(NotAValue::NotDeterministic), "a long number");
}
