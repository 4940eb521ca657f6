//! What a phone shows: the assistant's screens and the employer's, as flat
//! records with finished words.
//!
//! Every function reads inside one transaction and writes nothing. The
//! sentences stand in `core/words/<language>/app.ftl`.

mod correction;
pub mod employer;
mod entry;
pub mod everything;
pub mod history;
mod marks;
pub mod month;
pub mod place;
pub mod plan;
pub mod readers;
mod records;
pub mod refused;
pub mod several;
pub mod story;
pub mod sync;
pub mod today;

use crate::app::{Acting, AppError};
use crate::log::Role;
use crate::sync::Timeline;
use crate::time::{Minute, Minutes};
use crate::words::{Language, Value, say};
use chrono_tz::Tz;

/// Makes plain types of the records.
macro_rules! plain {
    () => {};
    ($(#[$doc:meta])* pub enum $name:ident { $($body:tt)* } $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($body)* }
        plain! { $($rest)* }
    };
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* } $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($body)* }
        plain! { $($rest)* }
    };
}

crate::phone_day_records!(plain);
crate::phone_month_records!(plain);
crate::phone_employer_records!(plain);

/// How it is shown: in which language, on which clock.
#[derive(Debug, Clone, Copy)]
pub struct Showing {
    /// The language of the words.
    pub language: Language,
    /// The zone of the phone's clock; entries are shown on that of their workplace.
    pub zone: Tz,
}

impl Showing {
    /// The sentence for a key of the room `app`.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        say(self.language, &format!("app-{key}"), values)
    }

    /// The word for a code, `month-partly-approved`.
    pub(super) fn word(&self, thing: &str, code: &str) -> String {
        self.say(&format!("{thing}-{}", code.replace('_', "-")), &[])
    }

    /// The button of an act.
    #[must_use]
    pub fn button(&self, act: Act) -> Button {
        let word = act_word(act);
        Button {
            act,
            label: self.say(&format!("act-{word}"), &[]),
            hint: self.say(&format!("hint-{word}"), &[]),
        }
    }

    pub(super) fn moment(&self, ms: i64) -> String {
        super::when::moment(self.language, Minute::floor_ms(ms), self.zone)
    }

    pub(super) fn hours(&self, minutes: Minutes) -> String {
        super::when::length(self.language, minutes)
    }
}

/// The offer to take the last tap back.
#[must_use]
pub fn undo_offer(showing: &Showing, until_ms: i64) -> UndoOffer {
    UndoOffer { button: showing.button(Act::Undo), until_ms }
}

/// What the owner of this phone is in the team now; nothing before the first
/// sitting with the office.
///
/// # Errors
///
/// Faults of the ledger.
pub fn roles_of(acting: &mut Acting<'_>) -> Result<Vec<Role>, AppError> {
    let (person, now_ms) = (acting.me.person, acting.now_ms());
    let policy = Timeline::load(acting.ledger, acting.me.team)?.now();
    let member = policy.member(person);
    Ok(Role::ALL
        .into_iter()
        .filter(|role| member.is_some_and(|member| member.is(*role, now_ms)))
        .collect())
}

/// What to say when a tap is on the disk.
#[must_use]
pub fn announcement(showing: &Showing, act: Act, at_ms: i64) -> String {
    let at = Value::Moment(Minute::floor_ms(at_ms), showing.zone);
    showing.say(&format!("done-{}", act_word(act)), &[("at", at)])
}

const fn act_word(act: Act) -> &'static str {
    match act {
        Act::ClockIn => "clock-in",
        Act::ClockOut => "clock-out",
        Act::StartBreak => "break",
        Act::StartPaidBreak => "paid-break",
        Act::StartStandby => "standby",
        Act::StartOnCall => "on-call",
        Act::StartCallOut => "call-out",
        Act::StartTravel => "travel",
        Act::StartMeeting => "meeting",
        Act::StartTraining => "training",
        Act::EndPart => "end-part",
        Act::NothingHappened => "nothing-happened",
        Act::Undo => "undo",
        Act::Sync => "sync",
    }
}

pub(super) fn number(count: usize) -> Value<'static> {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
