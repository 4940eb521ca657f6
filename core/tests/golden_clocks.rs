//! Golden vectors of clock evidence: between when and when something truly
//! happened, and when a person is told of doubt (`docs/sync-protocol.md` § 9.3,
//! "Clock evidence"). Each case says by hand whether doubt is shown.
//! `UPDATE_GOLDEN=1` writes `tests/fixtures/record/clocks.json` anew; otherwise
//! it is compared.

mod story;

use assistenz_core::record::doubt::{Evidence, bounds, doubt};
use serde_json::{Value, json};
use story::golden;

/// When the office's time was heard: 5 October 2026, 08:00 in Berlin.
const T: i64 = 1_791_180_000_000;
const MINUTES: i64 = 60_000;
const HOUR: i64 = 60 * MINUTES;
const DAY: i64 = 24 * HOUR;
/// The monotonic clock when it was heard.
const HEARD: i64 = 5_000;

type Case = (&'static str, Evidence, bool);

const fn alone(wall_ms: i64) -> Evidence {
    Evidence {
        wall_ms,
        monotonic_ms: HEARD,
        office_ms: None,
        office_monotonic_ms: None,
        received_ms: None,
    }
}

/// Heard at T in this boot, and written `since` ms later.
const fn same_boot(since: i64, wall_ms: i64) -> Evidence {
    Evidence {
        monotonic_ms: HEARD + since,
        office_ms: Some(T),
        office_monotonic_ms: Some(HEARD),
        ..alone(wall_ms)
    }
}

/// Heard at T, but before the device was started last.
const fn other_boot(wall_ms: i64) -> Evidence {
    Evidence { office_ms: Some(T), ..alone(wall_ms) }
}

const fn received(evidence: Evidence, at: i64) -> Evidence {
    Evidence { received_ms: Some(at), ..evidence }
}

fn nothing_or_one_thing_known() -> Vec<Case> {
    vec![
        ("nothing known", alone(T), false),
        ("nothing known, a clock before 1970", alone(-DAY), false),
        ("received only: two minutes behind it", received(alone(T + 2 * MINUTES), T), false),
        ("received only: a millisecond more", received(alone(T + 2 * MINUTES + 1), T), true),
        ("received only: years before it", received(alone(0), T), false),
        ("another boot: two minutes before the time heard", other_boot(T - 2 * MINUTES), false),
        ("another boot: a millisecond more", other_boot(T - 2 * MINUTES - 1), true),
        ("another boot, not received: years behind it", other_boot(T + 4_000 * DAY), false),
    ]
}

fn one_boot() -> Vec<Case> {
    vec![
        ("heard this moment", same_boot(0, T), false),
        ("heard this moment: two minutes slow", same_boot(0, T - 2 * MINUTES), false),
        ("heard this moment: a millisecond more", same_boot(0, T - 2 * MINUTES - 1), true),
        ("heard this moment: 30 s and two minutes fast", same_boot(0, T + 150_000), false),
        ("heard this moment: fast by a millisecond more", same_boot(0, T + 150_001), true),
        ("9,999 ms: no drift yet, slow", same_boot(9_999, T + 9_999 - 120_000), false),
        ("9,999 ms: a millisecond slower", same_boot(9_999, T + 9_999 - 120_001), true),
        ("10,000 ms: a millisecond of drift, slow", same_boot(10_000, T + 10_000 - 120_001), false),
        ("10,000 ms: a millisecond slower", same_boot(10_000, T + 10_000 - 120_002), true),
        ("19,999 ms: the remainder is left out, fast", same_boot(19_999, T + 170_000), false),
        ("19,999 ms: a millisecond faster", same_boot(19_999, T + 170_001), true),
        ("20,000 ms: two milliseconds of drift, fast", same_boot(20_000, T + 170_002), false),
        ("20,000 ms: a millisecond faster", same_boot(20_000, T + 170_003), true),
        ("a day: 8,640 ms of drift, slow", same_boot(DAY, T + DAY - 128_640), false),
        ("a day: a millisecond slower", same_boot(DAY, T + DAY - 128_641), true),
        ("a day: fast", same_boot(DAY, T + DAY + 158_640), false),
        ("a day: a millisecond faster", same_boot(DAY, T + DAY + 158_641), true),
    ]
}

fn received_too() -> Vec<Case> {
    let hour = |wall_ms| same_boot(HOUR, wall_ms);
    vec![
        (
            "received before the monotonic clock's latest: that counts",
            received(hour(T + HOUR + 130_000), T + HOUR + 10_000),
            false,
        ),
        (
            "received before the monotonic clock's latest: a millisecond faster",
            received(hour(T + HOUR + 130_001), T + HOUR + 10_000),
            true,
        ),
        (
            "received at the monotonic clock's latest",
            received(hour(T + HOUR + 150_360), T + HOUR + 30_360),
            false,
        ),
        (
            "received days later: the monotonic clock's latest counts",
            received(hour(T + HOUR + 150_361), T + 3 * DAY),
            true,
        ),
        (
            "received before the monotonic clock's earliest: both bounds stand",
            received(hour(T + HOUR), T + HOUR - 10 * MINUTES),
            true,
        ),
        ("another boot: between the two", received(other_boot(T + HOUR), T + DAY), false),
        (
            "another boot: two minutes behind receipt",
            received(other_boot(T + DAY + 2 * MINUTES), T + DAY),
            false,
        ),
        (
            "another boot: a millisecond more behind receipt",
            received(other_boot(T + DAY + 2 * MINUTES + 1), T + DAY),
            true,
        ),
        ("another boot: the clock of 1970", received(other_boot(7), T + DAY), true),
    ]
}

fn from_strangers() -> Vec<Case> {
    let backwards = |wall_ms| same_boot(-1, wall_ms);
    vec![
        ("a monotonic clock that ran back: slow as of another boot", backwards(T - 120_000), false),
        ("a monotonic clock that ran back: a millisecond slower", backwards(T - 120_001), true),
        ("a monotonic clock that ran back: nothing says not after", backwards(T + DAY), false),
        (
            "a monotonic clock that ran back: received",
            received(backwards(T + DAY + 120_001), T + DAY),
            true,
        ),
        (
            "the largest numbers there are",
            Evidence {
                wall_ms: i64::MAX,
                monotonic_ms: i64::MAX,
                office_ms: Some(i64::MAX),
                office_monotonic_ms: Some(0),
                received_ms: Some(i64::MAX),
            },
            false,
        ),
        (
            "the smallest clock and the largest office",
            received(Evidence { office_ms: Some(i64::MAX), ..alone(i64::MIN) }, i64::MAX),
            true,
        ),
    ]
}

fn case_json(name: &str, evidence: &Evidence) -> Value {
    let Evidence { wall_ms, monotonic_ms, office_ms, office_monotonic_ms, received_ms } = *evidence;
    let found = bounds(evidence);
    json!({
        "name": name,
        "wall_ms": wall_ms,
        "monotonic_ms": monotonic_ms,
        "office_ms": office_ms,
        "office_heard_ms": office_monotonic_ms,
        "received_ms": received_ms,
        "earliest_ms": found.earliest_ms,
        "latest_ms": found.latest_ms,
        "doubt": doubt(evidence).is_some(),
    })
}

#[test]
fn bounds_of_the_true_time_are_as_they_were() {
    let cases: Vec<Case> =
        [nothing_or_one_thing_known(), one_boot(), received_too(), from_strangers()].concat();
    for (name, evidence, shown) in &cases {
        assert_eq!(doubt(evidence).is_some(), *shown, "{name}: {:?}", bounds(evidence));
    }
    let told = cases.iter().map(|(name, evidence, _)| case_json(name, evidence));
    golden("clocks.json", &told.collect());
}
