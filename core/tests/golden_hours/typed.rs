//! Stories of local times as a person typed them, and what they must bring.

use super::findings::{Found, HOUR_MS, unknown};
use super::stories::{berlin, clock_in, corrected, manual, put, stated};
use super::story::{Told, ms, told};
use assistenz_core::record::cbor::Place;
use assistenz_core::record::events::time::{ManualEntry, StatedEnd};

/// An hour written afterwards, whose beginning was typed like this.
fn typed(name: &'static str, from: &str, hours_later: i64, text: &str, zone: &str) -> Told {
    let (from_ms, place) =
        (ms(from) + hours_later * HOUR_MS, Place { zone: zone.into(), ..berlin() });
    let entry = manual(from, from);
    told(name, &["settled"], |story| {
        let from_typed = Some(text.to_owned());
        let to_ms = from_ms + HOUR_MS;
        put(story, 1, &[], ManualEntry { from_ms, to_ms, place, from_typed, ..entry });
    })
}

/// What was typed, at the edges of the hours that were twice or never.
pub(crate) fn typed_times() -> Vec<Found> {
    const BERLIN: &str = "Europe/Berlin";
    const SYDNEY: &str = "Australia/Sydney"; // 02:00 to 02:59 on 4 October 2026 never were
    const TWICE: &[&str] = &["typed_time_twice"];
    const DIFFERS: &[&str] = &["typed_time_differs"];
    const NEVER: &[&str] = &["typed_time_never"];
    vec![
        (&[], typed("typed as it was", "05T08:00", 0, "2026-10-05T08:00", BERLIN)),
        (DIFFERS, typed("typed a minute off", "05T08:00", 0, "2026-10-05T08:01", BERLIN)),
        (DIFFERS, typed("typed with seconds", "05T08:00", 0, "2026-10-05T08:00:00", BERLIN)),
        (DIFFERS, typed("typed without noughts", "05T08:00", 0, "2026-10-5T8:00", BERLIN)),
        (DIFFERS, typed("typed with a blank", "05T08:00", 0, "2026-10- 5T08:00", BERLIN)),
        (DIFFERS, typed("typed a day there is not", "05T08:00", 0, "2026-10-32T08:00", BERLIN)),
        (DIFFERS, typed("typed words", "05T08:00", 0, "gegen acht", BERLIN)),
        (&[], typed("a minute before the doubled hour", "25T01:59", 0, "2026-10-25T01:59", BERLIN)),
        (TWICE, typed("02:00, the first", "25T02:00", 0, "2026-10-25T02:00", BERLIN)),
        (TWICE, typed("02:00, the second", "25T02:00", 1, "2026-10-25T02:00", BERLIN)),
        (TWICE, typed("02:59, the second", "25T02:59", 1, "2026-10-25T02:59", BERLIN)),
        (DIFFERS, typed("02:30, neither", "25T02:30", 2, "2026-10-25T02:30", BERLIN)),
        (&[], typed("behind the doubled hour", "25T03:00", 1, "2026-10-25T03:00", BERLIN)),
        (&[], typed("before the skipped hour", "03T17:59", 0, "2026-10-04T01:59", SYDNEY)),
        (NEVER, typed("02:00, skipped", "03T18:00", 0, "2026-10-04T02:00", SYDNEY)),
        (NEVER, typed("02:59, skipped", "03T18:00", 0, "2026-10-04T02:59", SYDNEY)),
        (&[], typed("behind the skipped hour", "03T18:00", 0, "2026-10-04T03:00", SYDNEY)),
        (
            DIFFERS,
            told("both times typed wrongly", &["settled"], |story| {
                let (from_typed, to_typed) = (Some("acht".to_owned()), Some("neun".to_owned()));
                let entry = manual("05T08:00", "05T09:00");
                put(story, 1, &[], ManualEntry { from_typed, to_typed, ..entry });
            }),
        ),
        (
            DIFFERS,
            told("typed wrongly, and corrected but for the place", &["settled"], |story| {
                let from_typed = Some("acht".to_owned());
                put(story, 1, &[], ManualEntry { from_typed, ..manual("05T08:00", "05T09:00") });
                put(story, 2, &[1], corrected(Some("05T08:00"), Some("05T09:00")));
            }),
        ),
        (
            DIFFERS,
            told("an end stated and typed wrongly", &["settled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                let typed = Some("2026-10-05T16:01".to_owned());
                put(story, 2, &[], StatedEnd { typed, ..stated("05T16:00") });
            }),
        ),
        (
            &[],
            told("an end typed wrongly that counts no more", &["settled"], |story| {
                put(story, 1, &[], clock_in("05T08:00"));
                let typed = Some("2026-10-05T16:01".to_owned());
                put(story, 2, &[], StatedEnd { typed, ..stated("05T16:00") });
                put(story, 3, &[2], corrected(None, Some("05T16:00")));
            }),
        ),
        (
            &["unknown_place"],
            told("typed wrongly at a place unknown here", &["unsettled"], |story| {
                let from_typed = Some("acht".to_owned());
                let entry = manual("05T08:00", "05T09:00");
                put(story, 1, &[], ManualEntry { from_typed, place: unknown(), ..entry });
            }),
        ),
    ]
}
