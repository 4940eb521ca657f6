//! The break of a shift that is written down afterwards: two times on the wall
//! inside it. A time that would be there twice is not guessed.

use crate::pages::clock;
use crate::pages::components::{Field, Problems, time_field};
use crate::pages::visitor::{Fields, Visitor};
use assistenz_core::time::{Minute, TypedTime, typed_local_time};
use assistenz_core::work::Kind;
use chrono_tz::Tz;
use maud::{Markup, html};

const FROM: &str = "pause_from";
const TO: &str = "pause_to";

/// A break as it was typed; both empty if there was none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TypedPause {
    from: String,
    to: String,
}

impl TypedPause {
    pub(super) fn sent(fields: &Fields) -> Self {
        let field = |name: &str| fields.get(name).unwrap_or_default().trim().to_owned();
        Self { from: field(FROM), to: field(TO) }
    }

    pub(super) fn fields(&self, visitor: &Visitor, problems: &Problems) -> Markup {
        let say = |key: &str| visitor.say(key, &[]);
        let (from, to, hint) = (
            say("months-own-pause-from"),
            say("months-own-pause-to"),
            say("months-own-pause-hint"),
        );
        let optional = say("page-optional");
        let field = |name, label, value| {
            let field = Field::new(name, label).hint(&hint).value(value);
            time_field(&field.problem(problems).optional(&optional))
        };
        html! {
            div.office-moment {
                (field(FROM, &from, &self.from))
                (field(TO, &to, &self.to))
            }
        }
    }

    /// The break as a part of the shift; what is wrong with it goes to the problems.
    pub(super) fn read(
        &self,
        visitor: &Visitor,
        zone: Tz,
        (start, end): (Minute, Minute),
        problems: &mut Problems,
    ) -> Vec<(Kind, i64, i64)> {
        if self.from.is_empty() && self.to.is_empty() {
            return Vec::new();
        }
        let mut problem = |field, key| problems.add(field, visitor.say(key, &[]));
        let Some(from) = inside(&self.from, zone, (start, end)) else {
            problem(FROM, "months-own-pause-outside");
            return Vec::new();
        };
        let Some(to) = inside(&self.to, zone, (from, end)).filter(|to| *to > from) else {
            problem(TO, "months-own-pause-outside");
            return Vec::new();
        };
        vec![(Kind::UnpaidBreak, from.ms(), to.ms())]
    }
}

/// The one instant between two others at which the wall shows this time; `None`
/// if there is none, or if the clocks show it twice.
fn inside(text: &str, zone: Tz, (start, end): (Minute, Minute)) -> Option<Minute> {
    let time = clock::typed(text)?;
    let mut days = start.day(zone).iter_days().take_while(|day| *day <= end.day(zone));
    days.find_map(|day| match typed_local_time(day, time, zone) {
        TypedTime::Once(at) => Some(at).filter(|at| (start..=end).contains(at)),
        TypedTime::Twice(..) | TypedTime::Never => None,
    })
}
