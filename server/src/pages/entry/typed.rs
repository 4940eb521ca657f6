//! Local times as people type them. One that exists twice is asked about, one
//! that never was is refused; nothing is guessed.

use crate::pages::clock;
use crate::pages::components::{Field, Problems, choice, date_field, time_field};
use crate::pages::visitor::{Fields, Visitor};
use assistenz_core::time::{Minute, TypedTime, typed_local_time};
use assistenz_core::view::when;
use assistenz_core::words::Value;
use chrono::NaiveDate;
use chrono_tz::Tz;
use maud::{Markup, html};

/// A day and a time of a form: `from` has the fields `from_day`, `from_time`
/// and, where it was asked, `from_which`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pages) struct TypedMoment {
    name: &'static str,
    day: String,
    time: String,
    which: String,
}

impl TypedMoment {
    /// As it stands in the record.
    pub(in crate::pages) fn of(name: &'static str, at: Option<Minute>, zone: Tz) -> Self {
        let wall = at.map(|at| at.on_the_wall(zone));
        let mut typed = Self {
            name,
            day: wall.map(|wall| wall.format("%Y-%m-%d").to_string()).unwrap_or_default(),
            time: wall.map(|wall| wall.format("%H:%M").to_string()).unwrap_or_default(),
            which: String::new(),
        };
        if let (Some(at), Some(TypedTime::Twice(first, _))) = (at, typed.meant(zone)) {
            typed.which = if at == first { "1" } else { "2" }.to_owned();
        }
        typed
    }

    /// As it was sent.
    pub(in crate::pages) fn sent(name: &'static str, fields: &Fields) -> Self {
        let field = |part: &str| {
            fields.get(&format!("{name}_{part}")).unwrap_or_default().trim().to_owned()
        };
        Self { name, day: field("day"), time: field("time"), which: field("which") }
    }

    fn meant(&self, zone: Tz) -> Option<TypedTime> {
        let day: NaiveDate = self.day.parse().ok()?;
        let time = clock::typed(&self.time)?;
        Some(typed_local_time(day, time, zone))
    }

    /// The instant that is meant; what is wrong with it goes to the problems.
    pub(in crate::pages) fn read(
        &self,
        visitor: &Visitor,
        zone: Tz,
        problems: &mut Problems,
    ) -> Option<Minute> {
        let (field, key) = match self.meant(zone) {
            Some(TypedTime::Once(at)) => return Some(at),
            Some(TypedTime::Twice(first, second)) => match self.which.as_str() {
                "1" => return Some(first),
                "2" => return Some(second),
                _ => ("which", "entry-time-twice"),
            },
            Some(TypedTime::Never) => ("time", "entry-time-never"),
            None if self.day.parse::<NaiveDate>().is_err() => ("day", "entry-day-needed"),
            None => ("time", "entry-time-needed"),
        };
        problems.add(&format!("{}_{field}", self.name), visitor.say(key, &[]));
        None
    }

    /// Its fields; the question which of two is meant only where there are two.
    pub(in crate::pages) fn fields(
        &self,
        visitor: &Visitor,
        zone: Tz,
        (day, time): (&str, &str),
        problems: &Problems,
    ) -> Markup {
        let name = |part: &str| format!("{}_{part}", self.name);
        let (day_name, time_name, which_name) = (name("day"), name("time"), name("which"));
        let asked = match self.meant(zone) {
            Some(TypedTime::Twice(first, second)) => Some((first, second)),
            Some(TypedTime::Once(_) | TypedTime::Never) | None => None,
        };
        html! {
            div.office-moment {
                (date_field(&Field::new(&day_name, day).value(&self.day).problem(problems)))
                (time_field(&Field::new(&time_name, time).value(&self.time).problem(problems)))
            }
            @if let Some((first, second)) = asked {
                @let clock = |at| when::clock(visitor.language, at, zone);
                @let (first, second) = (clock(first), clock(second));
                @let which = visitor.say("entry-which", &[("time", Value::Text(&self.time))]);
                (choice(&Field::new(&which_name, &which).value(&self.which).problem(problems),
                    &[("1", &first), ("2", &second)]))
            }
        }
    }
}
