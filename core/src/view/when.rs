//! Instants and stretches of time in the words of the chosen language, on the
//! clock of a workplace.

use crate::time::{Interval, Minute, Minutes};
use crate::words::{Language, Value, say};
use chrono::{NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;

/// `Mo 2. Nov. 2026`.
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    say(language, "view-day", &[("day", Value::Day(day))])
}

/// `Mo 2. Nov.`: a day whose year the page's heading already says.
#[must_use]
pub fn short_day(language: Language, on: NaiveDate) -> String {
    say(language, "view-day", &[("day", Value::ShortDay(on))])
}

/// `22:00`; in the hour that the clocks repeat with the name of its time.
#[must_use]
pub fn clock(language: Language, at: Minute, zone: Tz) -> String {
    let wall = at.on_the_wall(zone);
    let time = format!("{:02}:{:02}", wall.hour(), wall.minute());
    if zone.from_local_datetime(&wall.naive_local()).single().is_some() {
        return time;
    }
    let name = wall.format("%Z").to_string();
    format!("{time} {}", language.zone_time(&name))
}

/// `So 8. Nov. 22:00`.
#[must_use]
pub fn moment(language: Language, at: Minute, zone: Tz) -> String {
    say(language, "view-moment", &[("at", Value::Moment(at, zone))])
}

/// `08:00 bis 16:30`; an end on another day is named with its day:
/// `22:00 bis Mo 9. Nov. 06:00`. Midnight at the end of the same day is `24:00`.
#[must_use]
pub fn clocks(language: Language, span: Interval, zone: Tz) -> String {
    let (from, to) = (span.from(), span.to());
    let first = from.day(zone);
    let end = if to.day(zone) == first {
        clock(language, to, zone)
    } else if (to - Minutes::new(1)).day(zone) == first && clock(language, to, zone) == "00:00" {
        "24:00".to_owned()
    } else {
        moment(language, to, zone)
    };
    let begin = clock(language, from, zone);
    say(language, "view-span", &[("from", Value::Text(&begin)), ("to", Value::Text(&end))])
}

/// `So 8. Nov., 22:00 bis Mo 9. Nov. 06:00`.
#[must_use]
pub fn span(language: Language, span: Interval, zone: Tz) -> String {
    let day = short_day(language, span.from().day(zone));
    let clocks = clocks(language, span, zone);
    say(language, "view-day-span", &[("day", Value::Text(&day)), ("span", Value::Text(&clocks))])
}

/// A length as people say it: `eine Minute`, `40 Minuten`, `1:10 Stunden`.
/// Negative lengths are told without their sign.
#[must_use]
pub fn length(language: Language, minutes: Minutes) -> String {
    let minutes = if minutes < Minutes::ZERO { Minutes::ZERO - minutes } else { minutes };
    if minutes < Minutes::hours(1) {
        say(language, "view-minutes", &[("count", Value::Number(minutes.get()))])
    } else {
        say(language, "view-hours", &[("length", Value::Minutes(minutes))])
    }
}

/// `Mo 2. Nov., Di 3. Nov. und Do 5. Nov.`; nothing for no texts.
#[must_use]
pub fn listed(language: Language, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            let first = first.join(", ");
            let values = [("first", Value::Text(&first)), ("last", Value::Text(last))];
            say(language, "view-and", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> Minute {
        Minute::floor(chrono::DateTime::parse_from_rfc3339(text).expect("an instant").to_utc())
    }

    #[test]
    fn a_span_names_its_day_once_and_the_end_only_where_it_is_another_day() {
        let cases = [
            (
                "2026-11-02T08:00:00+01:00",
                "2026-11-02T16:30:00+01:00",
                "Mo 2. Nov., 08:00 bis 16:30",
                "Mon 2 Nov, 08:00 to 16:30",
            ),
            (
                "2026-11-02T18:00:00+01:00",
                "2026-11-03T00:00:00+01:00",
                "Mo 2. Nov., 18:00 bis 24:00",
                "Mon 2 Nov, 18:00 to 24:00",
            ),
            (
                "2026-11-08T22:00:00+01:00",
                "2026-11-09T06:00:00+01:00",
                "So 8. Nov., 22:00 bis Mo 9. Nov. 06:00",
                "Sun 8 Nov, 22:00 to Mon 9 Nov 06:00",
            ),
            (
                "2026-10-25T02:30:00+02:00",
                "2026-10-25T02:30:00+01:00",
                "So 25. Okt., 02:30 MESZ bis 02:30 MEZ",
                "Sun 25 Oct, 02:30 CEST to 02:30 CET",
            ),
        ];
        for (from, to, german, english) in cases {
            let interval = Interval::new(at(from), at(to)).expect("from < to");
            assert_eq!(span(Language::German, interval, Berlin), german);
            assert_eq!(span(Language::English, interval, Berlin), english);
        }
    }

    #[test]
    fn lengths_are_said_in_minutes_below_an_hour() {
        let cases =
            [(1, "eine Minute"), (40, "40 Minuten"), (-12, "12 Minuten"), (70, "1:10 Stunden")];
        for (minutes, expected) in cases {
            assert_eq!(length(Language::German, Minutes::new(minutes)), expected);
        }
    }

    #[test]
    fn a_list_ends_with_and() {
        let all = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let expected = ["", "a", "a und b", "a, b und c"];
        for (count, expected) in expected.into_iter().enumerate() {
            assert_eq!(listed(Language::German, &all[..count]), expected);
        }
    }
}
