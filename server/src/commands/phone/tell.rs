//! How the command-line phone words what it knows.

use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::record::proposals::Outcome;
use assistenz_core::record::settle::State;
use assistenz_core::time::Minute;
use assistenz_core::view::exception::proposed_change;
use assistenz_core::words::{Language, Value, say};
use assistenz_handset::{Heard, Overview, PhoneError, Summary};
use chrono_tz::Tz;

fn number(count: usize) -> Value<'static> {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The sentence for a refusal or a fault, by its code.
pub(super) fn refusal(language: Language, error: &PhoneError) -> String {
    let key = format!("phone-refused-{}", error.code().replace('_', "-"));
    let sentence = say(language, &key, &[]);
    if sentence != key {
        return sentence;
    }
    let said = crate::commands::office::chain(error);
    let values = [("code", Value::Text(error.code())), ("detail", Value::Text(&said))];
    say(language, "phone-refused-otherwise", &values)
}

/// What a sitting with the office came to.
pub(super) fn synced(language: Language, summary: &Summary) -> String {
    let sent = summary.waited.saturating_sub(summary.waiting);
    let mut lines = vec![say(
        language,
        "phone-synced",
        &[("sent", number(sent)), ("changed", number(summary.changed.len()))],
    )];
    if summary.waiting > 0 {
        lines.push(say(language, "phone-still-waiting", &[("count", number(summary.waiting))]));
    }
    if summary.new_epoch {
        lines.push(say(language, "phone-office-restored", &[]));
    }
    if summary.more {
        lines.push(say(language, "phone-sync-more", &[]));
    }
    lines.join("\n")
}

/// What runs, what waits, and the month.
pub(super) fn status(
    language: Language,
    zone: Tz,
    now: Minute,
    heard: Option<Heard>,
    overview: &Overview,
) -> String {
    let mut lines = Vec::new();
    let at = |minute| Value::Moment(minute, zone);
    match &overview.running {
        None => lines.push(say(language, "phone-not-running", &[])),
        Some(running) => {
            let length = Value::Minutes(now - running.since);
            let since = [("since", at(running.since)), ("length", length)];
            lines.push(say(language, "phone-running", &since));
            if let Some((_, kind, from)) = running.part() {
                let kind = say(language, &format!("phone-kind-{}", dashed(kind.word())), &[]);
                let values = [
                    ("kind", Value::Text(&kind)),
                    ("since", at(from)),
                    ("length", Value::Minutes(now - from)),
                ];
                lines.push(say(language, "phone-running-part", &values));
            }
        }
    }
    lines.push(match heard {
        None => say(language, "phone-never-heard", &[]),
        Some(heard) => say(language, "phone-heard", &[("at", at(Minute::floor_ms(heard.wall_ms)))]),
    });
    lines.push(say(language, "phone-waiting", &[("count", number(overview.unsent.len()))]));
    for unsent in &overview.unsent {
        let words: Vec<String> = unsent
            .says
            .iter()
            .map(|word| say(language, &format!("phone-event-{}", dashed(word)), &[]))
            .collect();
        let words = words.join(", ");
        let values = [("what", Value::Text(&words)), ("at", at(unsent.written))];
        lines.push(format!("  {}", say(language, "phone-unsent", &values)));
    }
    month(language, zone, overview, &mut lines);
    lines.join("\n")
}

fn month(language: Language, zone: Tz, overview: &Overview, lines: &mut Vec<String>) {
    let at = |minute| Value::Moment(minute, zone);
    let work = &overview.work;
    lines.push(String::new());
    let state = say(language, &format!("phone-month-{}", dashed(overview.state.code())), &[]);
    let values = [("month", Value::Month(work.month)), ("state", Value::Text(&state))];
    lines.push(say(language, "phone-month", &values));
    match overview.complete {
        Complete::No => {}
        Complete::Yes => lines.push(say(language, "phone-month-complete", &[])),
        Complete::ChangedSince => lines.push(say(language, "phone-month-complete-changed", &[])),
    }
    for (entry, reached) in work.entries.iter().zip(&overview.reached) {
        let what = match &entry.state {
            State::Settled(shift) => {
                let values = [
                    ("from", at(shift.span.from())),
                    ("to", at(shift.span.to())),
                    ("length", Value::Minutes(shift.span.length())),
                ];
                say(language, "phone-entry-settled", &values)
            }
            State::Running { since } => {
                say(language, "phone-entry-running", &[("since", at(*since))])
            }
            State::Unsettled => say(language, "phone-entry-unsettled", &[]),
            State::Retracted => say(language, "phone-entry-retracted", &[]),
        };
        let reached = say(language, &format!("phone-reached-{}", reached.code()), &[]);
        lines.push(format!("  {what} – {reached}"));
    }
    for proposal in work.proposals.iter().filter(|one| one.outcome == Outcome::Open) {
        let id = proposal.id.to_string();
        let change = proposed_change(language, zone, proposal);
        let of = work.month.to_string();
        let values = [
            ("change", Value::Text(&change)),
            ("reason", Value::Text(&proposal.reason)),
            ("proposal", Value::Text(&id)),
            ("month", Value::Text(&of)),
        ];
        lines.push(format!("  {}", say(language, "phone-proposal", &values)));
    }
    let title = match overview.state {
        MonthState::Approved => "phone-totals",
        MonthState::Open
        | MonthState::PartlyApproved
        | MonthState::Reopened
        | MonthState::Changed => "phone-totals-provisional",
    };
    let totals = work.totals();
    if !totals.is_empty() {
        lines.push(say(language, title, &[]));
    }
    for (kind, minutes) in totals {
        let kind = say(language, &format!("phone-kind-{}", dashed(kind.word())), &[]);
        let values = [("kind", Value::Text(&kind)), ("length", Value::Minutes(minutes))];
        lines.push(format!("  {}", say(language, "phone-total", &values)));
    }
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}
