//! Days and times as they were typed into a form of the plan.

use crate::pages::clock;
use crate::pages::components::Problems;
use crate::pages::visitor::Visitor;
use assistenz_core::time::{Interval, Minute, TypedTime, typed_local_time};
use assistenz_core::words::Value;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// Begin and end of a shift on `day`: an end that is not after the begin lies on
/// the next day. What is wrong goes to the fields `from` and `to`.
pub(super) fn span(
    visitor: &Visitor,
    day: NaiveDate,
    (from, to): (&str, &str),
    zone: Tz,
    problems: &mut Problems,
) -> Option<Interval> {
    let begins = time(visitor, "from", from, problems);
    let ends = time(visitor, "to", to, problems);
    let (begins, ends) = (begins?, ends?);
    let last = if ends > begins { day } else { day.checked_add_days(Days::new(1))? };
    let from = instant(visitor, "from", day, begins, zone, problems);
    let to = instant(visitor, "to", last, ends, zone, problems);
    Interval::new(from?, to?)
}

fn time(visitor: &Visitor, field: &str, text: &str, problems: &mut Problems) -> Option<NaiveTime> {
    let found = clock::typed(text);
    if found.is_none() {
        problems.add(field, visitor.say(&format!("page-plan-problem-{field}"), &[]));
    }
    found
}

/// The instant; an hour that the clocks skip or repeat is asked about instead
/// of guessed.
fn instant(
    visitor: &Visitor,
    field: &str,
    day: NaiveDate,
    time: NaiveTime,
    zone: Tz,
    problems: &mut Problems,
) -> Option<Minute> {
    let key = match typed_local_time(day, time, zone) {
        TypedTime::Once(minute) => return Some(minute),
        TypedTime::Never => "page-plan-problem-never",
        TypedTime::Twice(..) => "page-plan-problem-twice",
    };
    let clock = time.format("%H:%M").to_string();
    let values = [("time", Value::Text(clock.as_str())), ("day", Value::Day(day))];
    problems.add(field, visitor.say(key, &values));
    None
}
