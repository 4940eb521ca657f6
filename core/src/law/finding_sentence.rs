//! What a finding says to people (Hinweistext), from the words files.
//!
//! The numbers and times of [`Lawful`] under their names; a finding never holds
//! a person's name, so that its sentence cannot.

use super::finding::{Finding, Lawful, Severity};
use crate::words::{Language, Value, say};
use chrono_tz::Tz;

/// One sentence about the finding; times by the clock of `workplace`.
#[must_use]
pub fn sentence(finding: &Finding, language: Language, workplace: Tz) -> String {
    say(language, &finding.sentence_key(), &values(finding.lawful, workplace))
}

/// Where it comes from: paragraph, version, and whether the source was read.
#[must_use]
pub fn source(finding: &Finding, language: Language) -> String {
    let rule = finding.rule;
    let values =
        [("paragraph", Value::Text(rule.paragraph)), ("version", Value::Text(rule.version))];
    let said = say(language, "law-rule", &values);
    if rule.verified { said } else { format!("{said} ({})", say(language, "law-unverified", &[])) }
}

/// The word for how grave it is.
#[must_use]
pub fn severity(severity: Severity, language: Language) -> String {
    let key = match severity {
        Severity::Info => "severity-info",
        Severity::Warning => "severity-warning",
        Severity::Serious => "severity-serious",
    };
    say(language, key, &[])
}

/// The facts under the names that the sentences use.
fn values(lawful: Lawful, zone: Tz) -> Vec<(&'static str, Value<'static>)> {
    use Value::{Cents, Day, Minutes, Moment, Month, Number, Percent};
    match lawful {
        Lawful::Nothing => vec![],
        Lawful::Break { worked, taken, required } => vec![
            ("worked", Minutes(worked)),
            ("taken", Minutes(taken)),
            ("required", Minutes(required)),
        ],
        Lawful::Stretch { longest, most } => {
            vec![("longest", Minutes(longest)), ("most", Minutes(most))]
        }
        Lawful::Rest { rest, required, earliest_start } => vec![
            ("rest", Minutes(rest)),
            ("required", Minutes(required)),
            ("earliest_start", Moment(earliest_start, zone)),
        ],
        Lawful::Day { worked, most } => vec![("worked", Minutes(worked)), ("most", Minutes(most))],
        Lawful::Average { worked, days, most } => {
            vec![("worked", Minutes(worked)), ("days", Number(days)), ("most", Minutes(most))]
        }
        Lawful::NightPay { night, guide } => {
            vec![("night", Minutes(night)), ("guide", Percent(guide))]
        }
        Lawful::FreeSundays { year, free, required } => vec![
            ("year", Number(i64::from(year))),
            ("free", Number(free)),
            ("required", Number(required)),
        ],
        Lawful::RestDay { worked_on, last_day } => {
            vec![("worked_on", Day(worked_on)), ("last_day", Day(last_day))]
        }
        Lawful::Deadline { until } => vec![("until", Moment(until, zone))],
        Lawful::Money { month, amount, limit } => vec![
            ("month", Month(month)),
            ("amount", Cents(amount)),
            ("limit", Cents(limit)),
            ("difference", Cents(limit - amount)),
        ],
        Lawful::Months { month, months, most } => {
            vec![("month", Month(month)), ("months", Number(months)), ("most", Number(most))]
        }
        Lawful::Range { month, amount, from, to } => vec![
            ("month", Month(month)),
            ("amount", Cents(amount)),
            ("from", Cents(from)),
            ("to", Cents(to)),
        ],
        Lawful::Account { month, credited, limit } => vec![
            ("month", Month(month)),
            ("credited", Minutes(credited)),
            ("limit", Minutes(limit)),
        ],
        Lawful::AccountAge { month, open, last_month } => vec![
            ("month", Month(month)),
            ("open", Minutes(open)),
            ("last_month", Month(last_month)),
        ],
        Lawful::Notice { called_on, earliest_day } => {
            vec![("called_on", Day(called_on)), ("earliest_day", Day(earliest_day))]
        }
        Lawful::Called { called, limit } => {
            vec![("called", Minutes(called)), ("limit", Minutes(limit))]
        }
    }
}
